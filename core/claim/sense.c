/* The table of senses, and the forms of a word under which sources meet.
 *
 * Stems are Snowball's with regional spelling taken out by rule, since a stemmer keeps "defenc" and "defens" apart. The
 * rules change endings only, so they need no list of words; where one fits a word that has no second spelling
 * ("presence"), it changes it the same way in every source, which is harmless. */
#include "claim/sense.h"

#include "text/stem.h"

#define GSAY_LITERAL(text)                                                                                             \
    {                                                                                                                  \
        text, sizeof(text) - 1                                                                                         \
    }

const gsay_sense_row gsay_sense_rows[] = {
    { GSAY_LITERAL("acquir"), GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("acquisit"), GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("addit"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("aim"), GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { GSAY_LITERAL("altogeth"), GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { GSAY_LITERAL("amount"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("anoth"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("apart"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("apiec"), GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { GSAY_LITERAL("appoint"), GSAY_LITERAL("appoint"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("apprehend"), GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("are"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("arrest"), GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("averag"), GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { GSAY_LITERAL("away"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("be"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("becam"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("becom"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("been"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("began"), GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("begin"), GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("begun"), GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("birth"), GSAY_LITERAL("born"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("born"), GSAY_LITERAL("born"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("bought"), GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("broad"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("build"), GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("built"), GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("buy"), GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("call"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("came"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("cap"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("caus"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("ceil"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("chang"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("child"), GSAY_LITERAL("child"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("children"), GSAY_LITERAL("child"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("climb"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("combin"), GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { GSAY_LITERAL("come"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("commens"), GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("conclud"), GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("construct"), GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("control"), GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("cost"), GSAY_LITERAL("cost"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("could"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("count"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("current"), GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { GSAY_LITERAL("cut"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("damag"), GSAY_LITERAL("damage"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("dead"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("death"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("declin"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("decreas"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("deep"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("demolish"), GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("destroy"), GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("destruct"), GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("detain"), GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("detent"), GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("did"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("die"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("dip"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("displac"), GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("do"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("doe"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("done"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("down"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("drop"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("each"), GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { GSAY_LITERAL("elect"), GSAY_LITERAL("elect"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("employ"), GSAY_LITERAL("employ"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("end"), GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("establish"), GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("evacu"), GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("everi"), GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { GSAY_LITERAL("expand"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("expect"), GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { GSAY_LITERAL("experi"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("experiens"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("extend"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("extra"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("fall"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("fallen"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("fatal"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("feet"), GSAY_LITERAL("foot"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("fell"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("figur"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("finish"), GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("foot"), GSAY_LITERAL("foot"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("forecast"), GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { GSAY_LITERAL("found"), GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("founder"), GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("further"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("gain"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("gave"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("get"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("give"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("given"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("go"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("goal"), GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { GSAY_LITERAL("goe"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("gone"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("got"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("grew"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("grow"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("grown"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("growth"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("had"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("has"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("have"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("held"), GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("high"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("hit"), GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("hold"), GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("homeless"), GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("hurt"), GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("hypothet"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("if"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("includ"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) | GSAY_SENSE(SUBSET) },
    { GSAY_LITERAL("increas"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("individu"), GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("injur"), GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("injuri"), GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("is"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("jump"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("kill"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("leav"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("left"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("level"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("life"), GSAY_LITERAL("life"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("limit"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("live"), GSAY_LITERAL("life"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("long"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("lose"), GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("loss"), GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("lost"), GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("lower"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("made"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("make"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("man"), GSAY_LITERAL("man"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("maximum"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("mean"), GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { GSAY_LITERAL("median"), GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { GSAY_LITERAL("meet"), GSAY_LITERAL("meet"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("men"), GSAY_LITERAL("man"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("met"), GSAY_LITERAL("meet"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("might"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("minimum"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("miss"), GSAY_LITERAL("miss"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("more"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("move"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("nab"), GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("narrow"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("now"), GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { GSAY_LITERAL("number"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("object"), GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { GSAY_LITERAL("occup"), GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("occupi"), GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("old"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("other"), GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { GSAY_LITERAL("outlook"), GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { GSAY_LITERAL("overal"), GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { GSAY_LITERAL("own"), GSAY_LITERAL("own"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("paid"), GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("pay"), GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("payment"), GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("peopl"), GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("per"), GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { GSAY_LITERAL("percentag"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("perish"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("person"), GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("plung"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("possess"), GSAY_LITERAL("own"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("predict"), GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { GSAY_LITERAL("present"), GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { GSAY_LITERAL("price"), GSAY_LITERAL("cost"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("project"), GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { GSAY_LITERAL("proport"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("purchas"), GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("put"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("quota"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("rais"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("rate"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("reach"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("record"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("reduc"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("reduct"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("remain"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("rise"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("risen"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("rose"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("said"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("say"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("sell"), GSAY_LITERAL("sell"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("share"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("shift"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("shoot"), GSAY_LITERAL("shoot"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("shot"), GSAY_LITERAL("shoot"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("should"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("show"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("shown"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("shrank"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("shrink"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("size"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("slain"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("slash"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("slay"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("slew"), GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("slid"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("slide"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("slip"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("soar"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("sold"), GSAY_LITERAL("sell"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("stand"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("start"), GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("stood"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("strike"), GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("struck"), GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("suffer"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("surg"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("suspect"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("sustain"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("take"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("taken"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("tall"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("target"), GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { GSAY_LITERAL("tell"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("thick"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("threshold"), GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { GSAY_LITERAL("today"), GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { GSAY_LITERAL("told"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("toll"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("took"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("total"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) | GSAY_SENSE(TOTAL) },
    { GSAY_LITERAL("tumbl"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("unaccount"), GSAY_LITERAL("miss"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("undergo"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("undergon"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("underw"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("unless"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("up"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("valu"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("was"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("went"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("were"), GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { GSAY_LITERAL("whether"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("wide"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { GSAY_LITERAL("widen"), GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { GSAY_LITERAL("wife"), GSAY_LITERAL("wife"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("win"), GSAY_LITERAL("win"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("wive"), GSAY_LITERAL("wife"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("woman"), GSAY_LITERAL("woman"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("women"), GSAY_LITERAL("woman"), GSAY_SENSE(HEAD) },
    { GSAY_LITERAL("won"), GSAY_LITERAL("win"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("worth"), GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { GSAY_LITERAL("would"), GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { GSAY_LITERAL("wound"), GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { GSAY_LITERAL("young"), GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
};

const size_t gsay_sense_count = sizeof(gsay_sense_rows) / sizeof(gsay_sense_rows[0]);

/* gsay_str_compare, byte by byte: most rows that a search meets differ in the first or second. */
static int compare(gsay_str left, gsay_str right)
{
    size_t len = left.len < right.len ? left.len : right.len;
    size_t at = 0;
    while (at < len && left.ptr[at] == right.ptr[at])
        at++;
    if (at < len)
        return (unsigned char)left.ptr[at] < (unsigned char)right.ptr[at] ? -1 : 1;
    return (left.len > right.len) - (left.len < right.len);
}

const gsay_sense_row *gsay_sense_find(gsay_str stem)
{
    size_t low = 0, high = gsay_sense_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int    order = compare(gsay_sense_rows[middle].stem, stem);
        if (order == 0)
            return &gsay_sense_rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* An ending of one spelling and what both spellings share. */
struct spelling {
    gsay_str ending;
    gsay_str shared;
    size_t   min_len; /* of the whole word: shorter ones are other words (hour, four) */
};

static const struct spelling stem_spellings[] = {
    { GSAY_LITERAL("enc"), GSAY_LITERAL("ens"), 5 },    /* defenc(e) */
    { GSAY_LITERAL("our"), GSAY_LITERAL("or"), 5 },     /* labour */
    { GSAY_LITERAL("ourit"), GSAY_LITERAL("orit"), 7 }, /* favourit(e) */
    { GSAY_LITERAL("is"), GSAY_LITERAL(""), 6 },        /* organis(e): Snowball takes -ize off, and leaves -ise */
    { GSAY_LITERAL("yz"), GSAY_LITERAL("ys"), 5 },      /* analyz(e) */
    { GSAY_LITERAL("tr"), GSAY_LITERAL("ter"), 5 },     /* centr(e) */
    { GSAY_LITERAL("ll"), GSAY_LITERAL("l"), 6 },       /* travell(ed) */
    { GSAY_LITERAL("mm"), GSAY_LITERAL("m"), 7 },       /* programm(e) */
    { GSAY_LITERAL("ogu"), GSAY_LITERAL("og"), 6 },     /* dialogu(e) */
};

static const struct spelling noun_spellings[] = {
    { GSAY_LITERAL("ence"), GSAY_LITERAL("ense"), 6 }, { GSAY_LITERAL("our"), GSAY_LITERAL("or"), 5 },
    { GSAY_LITERAL("tre"), GSAY_LITERAL("ter"), 5 },   { GSAY_LITERAL("isation"), GSAY_LITERAL("ization"), 9 },
    { GSAY_LITERAL("ogue"), GSAY_LITERAL("og"), 7 },   { GSAY_LITERAL("mme"), GSAY_LITERAL("m"), 7 },
};

/* Plural endings, the longest first; an empty table entry would match all. */
static const struct spelling plural_endings[] = {
    { GSAY_LITERAL("ss"), GSAY_LITERAL("ss"), 3 }, /* no plural: loss, bus's kin */
    { GSAY_LITERAL("us"), GSAY_LITERAL("us"), 3 },   { GSAY_LITERAL("is"), GSAY_LITERAL("is"), 3 },
    { GSAY_LITERAL("ies"), GSAY_LITERAL("y"), 5 },   { GSAY_LITERAL("sses"), GSAY_LITERAL("ss"), 6 },
    { GSAY_LITERAL("ches"), GSAY_LITERAL("ch"), 6 }, { GSAY_LITERAL("shes"), GSAY_LITERAL("sh"), 6 },
    { GSAY_LITERAL("xes"), GSAY_LITERAL("x"), 5 },   { GSAY_LITERAL("s"), GSAY_LITERAL(""), 4 },
};

/* Apply the first row that fits. */
static gsay_str respell(gsay_arena *arena, gsay_str text, const struct spelling *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gsay_str ending = rows[i].ending;
        if (text.len < rows[i].min_len || text.ptr[text.len - 1] != ending.ptr[ending.len - 1] ||
            !gsay_str_ends(text, ending))
            continue;
        gsay_str stem = { text.ptr, text.len - rows[i].ending.len };
        if (gsay_str_starts(rows[i].ending, rows[i].shared))
            return (gsay_str){ text.ptr, stem.len + rows[i].shared.len };
        return gsay_arena_format(arena, "%.*s%.*s", GSAY_ARG(stem), GSAY_ARG(rows[i].shared));
    }
    return text;
}

#define ROWS(table) table, sizeof(table) / sizeof((table)[0])

gsay_str gsay_claim_stem(gsay_arena *arena, gsay_str folded)
{
    gsay_str stem = gsay_stem(arena, folded);
    return stem.ptr ? respell(arena, stem, ROWS(stem_spellings)) : stem;
}

gsay_str gsay_claim_singular(gsay_arena *arena, gsay_str folded)
{
    gsay_str singular = respell(arena, folded, ROWS(plural_endings));
    return singular.ptr ? respell(arena, singular, ROWS(noun_spellings)) : singular;
}
