/* Spelling by region, by classes. A row says how some letters inside a word differ, where they may stand, and under
 * which norms each of the two is right; it applies to the words that the lists have in both spellings. What remains
 * wrong after that - pairs of two words, spellings that both sides of the ocean share - is listed behind.
 *
 * The rows were found by applying each class to the American and the British list of SCOWL (lexicon/words/README.md)
 * and reading every pair that comes out. Of "licence" and "license", "practise" and "practice", "metre" and "meter"
 * only the first tells where it comes from: the second one is British, too, in another sense. */
#include "lexicon/regional.h"

#include "lexicon/lexicon.h"

#define GAIN_MAX 2u /* letters by which a spelling may be longer than the other */

#define UK           (GSAY_NORM(BRITISH) | GSAY_NORM(OXFORD))
#define US           GSAY_NORM(AMERICAN)
#define CA           GSAY_NORM(CANADIAN)
#define AU           GSAY_NORM(AUSTRALIAN)
#define NOT_US       (UK | CA | AU)
#define ALL          GSAY_NORMS_ALL
#define IN_ISE       (GSAY_NORM(BRITISH) | AU)
#define IN_IZE       (GSAY_NORM(OXFORD) | US | CA)
#define NORTH        (US | CA)
#define NOT_NORTH    (UK | AU)
#define TAILS(words) " " words " "

/* What may stand behind the letters of a row, each between spaces; "  " is the end of the word. */
static const char noun_tails[] = TAILS(" s ed ing ings er ers able ably al ally ful ist ists ism ite ites hood hoods "
                                       "less ly y ies");
static const char ise_tails[] = TAILS("e ed es er ers ing ings ation ations ational able");
static const char yse_tails[] = TAILS("e ed er ers ing"); /* "analyses" are also more than one analysis */
static const char l_tails[] = TAILS("ed ing ings er ers or ors ist ists ous ously");
static const char plural_tails[] = TAILS(" s");

/* One class. */
struct row {
    const char   *from; /* British as a rule */
    const char   *to;
    gsay_norm_set from_norms;
    gsay_norm_set to_norms;
    uint8_t       vowels;   /* before it, at least: "flour" and "filled" have too few */
    uint8_t       letters;  /* before it, at least */
    bool          is_start; /* it begins the word */
    const char   *tails;    /* NULL: any */
};

/* clang-format off */
#define INSIDE(from, to, from_norms, to_norms, vowels, letters, tails) \
    { from, to, from_norms, to_norms, vowels, letters, false, tails }
#define START(from, to, from_norms, to_norms, tails) { from, to, from_norms, to_norms, 0, 0, true, tails }
/* clang-format on */

/* In this order: the first that applies to a word decides. */
static const struct row rows[] = {
    INSIDE("cyclopaed", "cycloped", ALL, ALL, 0, 0, NULL),
    START("metre", "meter", NOT_US, ALL, plural_tails),
    START("micrometre", "micrometer", NOT_US, ALL, plural_tails),
    INSIDE("our", "or", NOT_US, US, 1, 0, noun_tails),
    INSIDE("is", "iz", IN_ISE, IN_IZE, 1, 3, ise_tails),
    INSIDE("ys", "yz", NOT_NORTH, NORTH, 1, 0, yse_tails),
    INSIDE("tre", "ter", NOT_US, US, 1, 0, NULL),
    INSIDE("bre", "ber", NOT_US, US, 1, 0, NULL),
    INSIDE("tring", "tering", NOT_US, US, 1, 0, NULL),
    INSIDE("ll", "l", NOT_US, US, 2, 0, l_tails),
    INSIDE("efence", "efense", NOT_US, US, 0, 0, NULL),
    START("offence", "offense", NOT_US, US, NULL),
    START("pretence", "pretense", NOT_US, US, NULL),
    START("licence", "license", NOT_US, ALL, plural_tails),
    START("practis", "practic", NOT_US, ALL, TAILS("e es ed ing")),
    START("programme", "program", NOT_NORTH, ALL, plural_tails),
    START("catalogue", "catalog", ALL, US, plural_tails),
    START("catalogu", "catalog", ALL, US, TAILS("ed er ers ing")),
    INSIDE("mould", "mold", NOT_US, US, 0, 0, NULL),
    START("moult", "molt", NOT_US, US, NULL),
    START("smoulder", "smolder", NOT_US, US, NULL),
    INSIDE("haem", "hem", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("aemi", "emi", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("paed", "ped", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("anaesth", "anesth", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("gynaec", "gynec", NOT_US, NORTH, 0, 0, NULL),
    START("faec", "fec", NOT_US, NORTH, NULL),
    INSIDE("oesoph", "esoph", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("oestr", "estr", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("oedem", "edem", NOT_US, NORTH, 0, 0, NULL),
    INSIDE("rrhoe", "rrhe", NOT_US, NORTH, 0, 0, NULL),
    START("aetiolog", "etiolog", NOT_US, NORTH, NULL),
    INSIDE("palaeo", "paleo", NOT_US, NORTH, 0, 0, NULL),
    START("archaeo", "archeo", ALL, US, NULL),
    START("foet", "fet", NOT_NORTH, ALL, NULL),
    START("homoeo", "homeo", NOT_NORTH, ALL, NULL),
    START("manoeuvr", "maneuver", NOT_US, US, NULL),
    START("grey", "gray", NOT_US, US, NULL),
    START("plough", "plow", NOT_US, NORTH, NULL),
    START("tyre", "tire", NOT_NORTH, ALL, plural_tails),
    START("kerb", "curb", NOT_NORTH, ALL, NULL),
    START("cheque", "check", NOT_US, ALL, NULL),
    START("storey", "story", NOT_US, ALL, TAILS("  s ed")),
    START("gaol", "jail", NOT_NORTH, ALL, NULL),
    START("sceptic", "skeptic", NOT_NORTH, NORTH, NULL),
    START("sulph", "sulf", NOT_US, US | AU, NULL),
    START("aluminium", "aluminum", NOT_NORTH, NORTH, NULL),
    START("jeweller", "jeweler", NOT_US, US, NULL),
    START("jewellery", "jewelry", NOT_US, US, NULL),
    START("pyjama", "pajama", NOT_US, US, NULL),
    START("moustache", "mustache", NOT_US, US, NULL),
    START("draught", "draft", NOT_US, ALL, NULL),
    START("cosy", "cozy", NOT_NORTH, NORTH, NULL),
    START("cosi", "cozi", NOT_NORTH, NORTH, TAILS("er est ly ness")),
    START("artefact", "artifact", NOT_NORTH, NORTH, plural_tails),
    START("ageing", "aging", NOT_NORTH | CA, NORTH, NULL),
    START("fulfil", "fulfill", NOT_US, NORTH, TAILS("  s ment")),
    START("enrol", "enroll", NOT_US, NORTH, TAILS("  s ment ments")),
    START("instal", "install", NOT_NORTH, ALL, TAILS("ment ments")),
    START("instil", "instill", NOT_US, NORTH, plural_tails),
    START("distil", "distill", NOT_US, NORTH, plural_tails),
    START("skilful", "skillful", NOT_US, NORTH, NULL),
    START("wilful", "willful", NOT_US, NORTH, NULL),
    START("woollen", "woolen", NOT_US, US, NULL),
    START("learnt", "learned", NOT_US, ALL, plural_tails),
    START("whilst", "while", NOT_US, ALL, plural_tails),
};

/* Words that a class fits and that are no other spelling: two words of two meanings, or one that both sides write. */
static const char *const exceptions[] = {
    "apprise",      "apprize",       "apprised",     "apprized",     "apprises",      "apprizes",    "apprising",
    "apprizing",    "catechise",     "catechised",   "catechize",    "catechized",    "exorcise",    "exorcised",
    "exorcises",    "exorcising",    "exorcize",     "exorcized",    "exorcizes",     "exorcizing",  "expertise",
    "expertize",    "haem",          "haems",        "hem",          "hems",          "glamour",     "glamours",
    "glamoured",    "merchandise",   "merchandised", "merchandises", "merchandising", "merchandize", "merchandized",
    "merchandizes", "merchandizing", "parallelled",  "paralleled",   "parallelling",  "paralleling", "practical",
    "refilled",     "refiled",       "refilling",    "refiling",     "surprise",      "surprize",    "timbre",
    "timber",       "timbres",       "timbers",      "tabour",       "tabor",         "tabours",     "tabors",
};

/* Tell whether a tail is one of those that a row allows. */
static bool is_allowed(const char *tails, gsay_str tail)
{
    if (!tails)
        return true;
    for (const char *at = tails; at[1]; at = strchr(at + 1, ' '))
        if (strncmp(at + 1, tail.ptr, tail.len) == 0 && at[1 + tail.len] == ' ')
            return true;
    return false;
}

/* Tell whether what stands before the letters of a row is enough. */
static bool is_behind(const struct row *row, gsay_str head)
{
    size_t vowels = 0;
    for (size_t i = 0; i < head.len; i++)
        vowels += memchr("aeiouy", head.ptr[i], 6) != NULL;
    return row->is_start ? head.len == 0 : vowels >= row->vowels && head.len >= row->letters;
}

/* Put other letters in the place of some. Returns the word that comes of it, in room. */
static gsay_str replace(gsay_str word, gsay_span letters, const char *with, char *room)
{
    size_t len = strlen(with);
    memcpy(room, word.ptr, letters.begin);
    memcpy(room + letters.begin, with, len);
    memcpy(room + letters.begin + len, word.ptr + letters.end, word.len - letters.end);
    return (gsay_str){ room, letters.begin + len + word.len - letters.end };
}

static bool is_word(gsay_str word)
{
    return (gsay_lexicon_find(word).classes & GSAY_WORD(COMMON)) != 0;
}

/* The other spelling of a word that has letters of a row, in room; "" where the row does not apply. */
static gsay_str respell(gsay_str word, const struct row *row, bool is_from, char *room)
{
    const char *letters = is_from ? row->from : row->to;
    size_t      len = strlen(letters);
    for (size_t at = 0; at + len <= word.len; at++) {
        gsay_str tail = { word.ptr + at + len, word.len - at - len };
        if (word.ptr[at] != letters[0] || memcmp(word.ptr + at, letters, len) != 0 || !is_allowed(row->tails, tail) ||
            !is_behind(row, (gsay_str){ word.ptr, at }))
            continue;
        gsay_span span = { (uint32_t)at, (uint32_t)(at + len) };
        gsay_str  other = replace(word, span, is_from ? row->to : row->from, room);
        if (is_word(other))
            return other;
    }
    return GSAY_STR("");
}

static bool is_exception(gsay_str word)
{
    for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
        if (gsay_str_equal(word, gsay_str_of(exceptions[i])))
            return true;
    return false;
}

bool gsay_regional_read(gsay_str word, char room[GSAY_REGIONAL_BYTES_MAX], gsay_regional *spelling)
{
    if (word.len < 4 || word.len + GAIN_MAX > GSAY_REGIONAL_BYTES_MAX || !is_word(word))
        return false;
    for (size_t i = 0; i < 2 * (sizeof rows / sizeof *rows); i++) {
        const struct row *row = &rows[i / 2];
        bool              is_from = i % 2 == 0;
        gsay_str          other = respell(word, row, is_from, room);
        gsay_norm_set     norms = is_from ? row->from_norms : row->to_norms;
        if (!other.len)
            continue;
        if (norms == GSAY_NORMS_ALL || is_exception(word))
            return false;
        *spelling = (gsay_regional){ is_from ? other : word, norms };
        return true;
    }
    return false;
}

gsay_str gsay_norms_name(gsay_norm_set norms)
{
    static const char *const names[GSAY_NORM_COUNT] = {
#define NORM_NAME(name, text) text,
        GSAY_NORMS(NORM_NAME)
#undef NORM_NAME
    };
    for (size_t i = 0; i < GSAY_NORM_COUNT; i++)
        if (norms >> i & 1)
            return gsay_str_of(names[i]);
    return GSAY_STR("");
}
