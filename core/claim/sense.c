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
    { "acquir", GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { "acquisit", GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { "addit", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "aim", GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { "altogeth", GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { "amount", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "anoth", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "apart", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "apiec", GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { "appoint", GSAY_LITERAL("appoint"), GSAY_SENSE(PREDICATE) },
    { "apprehend", GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { "are", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "arrest", GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { "averag", GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { "away", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "be", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "becam", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "becom", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "been", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "began", GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { "begin", GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { "begun", GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { "birth", GSAY_LITERAL("born"), GSAY_SENSE(PREDICATE) },
    { "born", GSAY_LITERAL("born"), GSAY_SENSE(PREDICATE) },
    { "bought", GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { "broad", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "build", GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { "built", GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { "buy", GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { "call", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "came", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "cap", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "caus", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "ceil", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "chang", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "child", GSAY_LITERAL("child"), GSAY_SENSE(HEAD) },
    { "children", GSAY_LITERAL("child"), GSAY_SENSE(HEAD) },
    { "climb", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "combin", GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { "come", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "commens", GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { "conclud", GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { "construct", GSAY_LITERAL("build"), GSAY_SENSE(PREDICATE) },
    { "control", GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { "cost", GSAY_LITERAL("cost"), GSAY_SENSE(PREDICATE) },
    { "could", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "count", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "current", GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { "cut", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "damag", GSAY_LITERAL("damage"), GSAY_SENSE(PREDICATE) },
    { "dead", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "death", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "declin", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "decreas", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "deep", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "demolish", GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { "destroy", GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { "destruct", GSAY_LITERAL("destroy"), GSAY_SENSE(PREDICATE) },
    { "detain", GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { "detent", GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { "did", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "die", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "dip", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "displac", GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { "do", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "doe", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "done", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "down", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "drop", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "each", GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { "elect", GSAY_LITERAL("elect"), GSAY_SENSE(PREDICATE) },
    { "employ", GSAY_LITERAL("employ"), GSAY_SENSE(PREDICATE) },
    { "end", GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { "establish", GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { "evacu", GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { "everi", GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { "expand", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "expect", GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { "experi", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "experiens", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "extend", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "extra", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "fall", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "fallen", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "fatal", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "feet", GSAY_LITERAL("foot"), GSAY_SENSE(HEAD) },
    { "fell", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "figur", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "finish", GSAY_LITERAL("end"), GSAY_SENSE(PREDICATE) },
    { "foot", GSAY_LITERAL("foot"), GSAY_SENSE(HEAD) },
    { "forecast", GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { "found", GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { "founder", GSAY_LITERAL("found"), GSAY_SENSE(PREDICATE) },
    { "further", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "gain", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "gave", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "get", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "give", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "given", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "go", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "goal", GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { "goe", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "gone", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "got", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "grew", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "grow", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "grown", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "growth", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "had", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "has", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "have", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "held", GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { "high", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "hit", GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { "hold", GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { "homeless", GSAY_LITERAL("displace"), GSAY_SENSE(PREDICATE) },
    { "hurt", GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { "hypothet", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "if", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "includ", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) | GSAY_SENSE(SUBSET) },
    { "increas", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "individu", GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { "injur", GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { "injuri", GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { "is", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "jump", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "kill", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "leav", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "left", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "level", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "life", GSAY_LITERAL("life"), GSAY_SENSE(HEAD) },
    { "limit", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "live", GSAY_LITERAL("life"), GSAY_SENSE(HEAD) },
    { "long", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "lose", GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { "loss", GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { "lost", GSAY_LITERAL("lose"), GSAY_SENSE(PREDICATE) },
    { "lower", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "made", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "make", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "man", GSAY_LITERAL("man"), GSAY_SENSE(HEAD) },
    { "maximum", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "mean", GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { "median", GSAY_LITERAL(""), GSAY_SENSE(AVERAGE) },
    { "meet", GSAY_LITERAL("meet"), GSAY_SENSE(PREDICATE) },
    { "men", GSAY_LITERAL("man"), GSAY_SENSE(HEAD) },
    { "met", GSAY_LITERAL("meet"), GSAY_SENSE(PREDICATE) },
    { "might", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "minimum", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "miss", GSAY_LITERAL("miss"), GSAY_SENSE(PREDICATE) },
    { "more", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "move", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "nab", GSAY_LITERAL("arrest"), GSAY_SENSE(PREDICATE) },
    { "narrow", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "now", GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { "number", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "object", GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { "occup", GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { "occupi", GSAY_LITERAL("hold"), GSAY_SENSE(PREDICATE) },
    { "old", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "other", GSAY_LITERAL(""), GSAY_SENSE(OTHER) },
    { "outlook", GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { "overal", GSAY_LITERAL(""), GSAY_SENSE(TOTAL) },
    { "own", GSAY_LITERAL("own"), GSAY_SENSE(PREDICATE) },
    { "paid", GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { "pay", GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { "payment", GSAY_LITERAL("pay"), GSAY_SENSE(PREDICATE) },
    { "peopl", GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { "per", GSAY_LITERAL(""), GSAY_SENSE(RATE) },
    { "percentag", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "perish", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "person", GSAY_LITERAL("person"), GSAY_SENSE(HEAD) },
    { "plung", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "possess", GSAY_LITERAL("own"), GSAY_SENSE(PREDICATE) },
    { "predict", GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { "present", GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { "price", GSAY_LITERAL("cost"), GSAY_SENSE(PREDICATE) },
    { "project", GSAY_LITERAL(""), GSAY_SENSE(FORECAST) },
    { "proport", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "purchas", GSAY_LITERAL("buy"), GSAY_SENSE(PREDICATE) },
    { "put", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "quota", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "rais", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "rate", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "reach", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "record", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "reduc", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "reduct", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "remain", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "rise", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "risen", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "rose", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "said", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "say", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "sell", GSAY_LITERAL("sell"), GSAY_SENSE(PREDICATE) },
    { "share", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "shift", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "shoot", GSAY_LITERAL("shoot"), GSAY_SENSE(PREDICATE) },
    { "shot", GSAY_LITERAL("shoot"), GSAY_SENSE(PREDICATE) },
    { "should", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "show", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "shown", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "shrank", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "shrink", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "size", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "slain", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "slash", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "slay", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "slew", GSAY_LITERAL("kill"), GSAY_SENSE(PREDICATE) },
    { "slid", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "slide", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "slip", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "soar", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "sold", GSAY_LITERAL("sell"), GSAY_SENSE(PREDICATE) },
    { "stand", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "start", GSAY_LITERAL("begin"), GSAY_SENSE(PREDICATE) },
    { "stood", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "strike", GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { "struck", GSAY_LITERAL("strike"), GSAY_SENSE(PREDICATE) },
    { "suffer", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "surg", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "suspect", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "sustain", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "take", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "taken", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "tall", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "target", GSAY_LITERAL(""), GSAY_SENSE(TARGET) },
    { "tell", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "thick", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "threshold", GSAY_LITERAL(""), GSAY_SENSE(LIMIT) },
    { "today", GSAY_LITERAL(""), GSAY_SENSE(CURRENT) },
    { "told", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "toll", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "took", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "total", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) | GSAY_SENSE(TOTAL) },
    { "tumbl", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "unaccount", GSAY_LITERAL("miss"), GSAY_SENSE(PREDICATE) },
    { "undergo", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "undergon", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "underw", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "unless", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "up", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "valu", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "was", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "went", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "were", GSAY_LITERAL(""), GSAY_SENSE(LIGHT) },
    { "whether", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "wide", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
    { "widen", GSAY_LITERAL(""), GSAY_SENSE(CHANGE) },
    { "wife", GSAY_LITERAL("wife"), GSAY_SENSE(HEAD) },
    { "win", GSAY_LITERAL("win"), GSAY_SENSE(PREDICATE) },
    { "wive", GSAY_LITERAL("wife"), GSAY_SENSE(HEAD) },
    { "woman", GSAY_LITERAL("woman"), GSAY_SENSE(HEAD) },
    { "women", GSAY_LITERAL("woman"), GSAY_SENSE(HEAD) },
    { "won", GSAY_LITERAL("win"), GSAY_SENSE(PREDICATE) },
    { "worth", GSAY_LITERAL(""), GSAY_SENSE(MEASURE) },
    { "would", GSAY_LITERAL(""), GSAY_SENSE(POSSIBLE) },
    { "wound", GSAY_LITERAL("injure"), GSAY_SENSE(PREDICATE) },
    { "young", GSAY_LITERAL(""), GSAY_SENSE(EXTENT) },
};

const size_t gsay_sense_count = sizeof(gsay_sense_rows) / sizeof(gsay_sense_rows[0]);

/* The first eight bytes of a row's stem as a number: numbers order as the stems do, and compare at once. */
static inline uint64_t head_of(const char *stem)
{
    const unsigned char *byte = (const unsigned char *)stem;
    return (uint64_t)byte[0] << 56 | (uint64_t)byte[1] << 48 | (uint64_t)byte[2] << 40 | (uint64_t)byte[3] << 32 |
           (uint64_t)byte[4] << 24 | (uint64_t)byte[5] << 16 | (uint64_t)byte[6] << 8 | byte[7];
}

const gsay_sense_row *gsay_sense_find(gsay_str stem)
{
    char   asked[GSAY_SENSE_STEM_BYTES] = { 0 };
    size_t low = 0, high = gsay_sense_count;
    if (stem.len == 0 || stem.len >= sizeof(asked))
        return NULL;
    memcpy(asked, stem.ptr, stem.len);
    uint64_t head = head_of(asked);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (head_of(gsay_sense_rows[middle].stem) < head)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < gsay_sense_count && head_of(gsay_sense_rows[low].stem) == head; low++) {
        if (memcmp(gsay_sense_rows[low].stem, asked, sizeof(asked)) == 0)
            return &gsay_sense_rows[low];
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

/* Two slices as one of arena; ptr NULL when memory is exhausted. */
static gsay_str join(gsay_arena *arena, gsay_str left, gsay_str right)
{
    char *text = GSAY_TAKE(arena, char, left.len + right.len);
    if (!text)
        return (gsay_str){ NULL, 0 };
    memcpy(text, left.ptr, left.len);
    memcpy(text + left.len, right.ptr, right.len);
    return (gsay_str){ text, left.len + right.len };
}

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
        return join(arena, stem, rows[i].shared);
    }
    return text;
}

#define ROWS(table) table, sizeof(table) / sizeof((table)[0])

/* Tell whether a stem ends in the last two letters of some ending of stem_spellings: nine in ten do not. */
static bool may_be_respelled(gsay_str stem)
{
    if (stem.len < 2)
        return false;
    char before = stem.ptr[stem.len - 2];
    switch (stem.ptr[stem.len - 1]) {
    case 'c':
        return before == 'n';
    case 'l':
    case 'm':
        return before == stem.ptr[stem.len - 1];
    case 'r':
        return before == 'u' || before == 't';
    case 's':
    case 't':
        return before == 'i';
    case 'u':
        return before == 'g';
    case 'z':
        return before == 'y';
    default:
        return false;
    }
}

gsay_str gsay_claim_stem(gsay_arena *arena, gsay_str folded)
{
    gsay_str stem = gsay_stem(arena, folded);
    return stem.ptr && may_be_respelled(stem) ? respell(arena, stem, ROWS(stem_spellings)) : stem;
}

gsay_str gsay_claim_singular(gsay_arena *arena, gsay_str folded)
{
    gsay_str singular = respell(arena, folded, ROWS(plural_endings));
    return singular.ptr ? respell(arena, singular, ROWS(noun_spellings)) : singular;
}
