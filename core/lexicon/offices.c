/* Offices: what the words of a title say of who may hold it.
 *
 * A title is read only when every word of it is known here or is a land's: "former", "shadow", "chief" and whatever
 * else no table lists make it a title that says nothing. Departments that governments join and part (trade and economy,
 * energy and environment) share a bit, so that they never contradict each other. */
#include "lexicon/offices.h"

#define TITLE_WORDS_MAX 8u

/* A word of a title: what it says. */
struct title_word {
    gsay_str    word;
    gsay_office says;
};

/* A whole title, but for the land: one person holds it at a time, beside whatever else. */
struct sole_title {
    gsay_str phrase;
    uint8_t  number; /* equal for the forms of one title */
};

/* clang-format off */
#define HEAD(word, name)      { { "" word, sizeof(word) - 1 }, { .heads = GSAY_OFFICE(name) } }
#define DEPARTMENT(word, set) { { "" word, sizeof(word) - 1 }, { .departments = (set) } }
#define FILLER(word)          { { "" word, sizeof(word) - 1 }, { 0 } }
#define SOLE(phrase, number)  { { "" phrase, sizeof(phrase) - 1 }, number }
/* clang-format on */

/* Departments, as bits. */
enum department {
    FINANCE = 1,
    INTERIOR = 2,
    DEFENCE = 4,
    FOREIGN = 8,
    HEALTH = 16,
    EDUCATION = 32,
    JUSTICE = 64,
    TRANSPORT = 128,
    ENVIRONMENT = 256,
    FARMING = 512,
    LABOUR = 1024,
    TRADE = 2048,
    CULTURE = 4096,
    HOUSING = 8192
};

static const struct title_word title_words[] = {
    HEAD("president", PRESIDENT),
    HEAD("premier", PRIME_MINISTER),
    HEAD("minister", MINISTER),
    HEAD("secretary", MINISTER),
    HEAD("governor", GOVERNOR),
    HEAD("gov", GOVERNOR),
    HEAD("mayor", MAYOR),
    HEAD("senator", SENATOR),
    HEAD("sen", SENATOR),
    HEAD("representative", REPRESENTATIVE),
    HEAD("rep", REPRESENTATIVE),
    HEAD("congressman", REPRESENTATIVE),
    HEAD("congresswoman", REPRESENTATIVE),
    HEAD("corporal", CORPORAL),
    HEAD("cpl", CORPORAL),
    HEAD("sergeant", SERGEANT),
    HEAD("sgt", SERGEANT),
    HEAD("lieutenant", LIEUTENANT),
    HEAD("lt", LIEUTENANT),
    HEAD("captain", CAPTAIN),
    HEAD("capt", CAPTAIN),
    HEAD("major", MAJOR),
    HEAD("maj", MAJOR),
    HEAD("colonel", COLONEL),
    HEAD("col", COLONEL),
    HEAD("general", GENERAL),
    HEAD("gen", GENERAL),
    HEAD("constable", CONSTABLE),
    HEAD("inspector", INSPECTOR),
    HEAD("insp", INSPECTOR),
    HEAD("superintendent", SUPERINTENDENT),
    HEAD("supt", SUPERINTENDENT),

    DEPARTMENT("finance", FINANCE),
    DEPARTMENT("treasury", FINANCE),
    DEPARTMENT("budget", FINANCE),
    DEPARTMENT("economy", FINANCE | TRADE),
    DEPARTMENT("economics", FINANCE | TRADE),
    DEPARTMENT("economic", FINANCE | TRADE),
    DEPARTMENT("interior", INTERIOR),
    DEPARTMENT("home", INTERIOR),
    DEPARTMENT("internal", INTERIOR),
    DEPARTMENT("security", INTERIOR | DEFENCE),
    DEPARTMENT("defence", DEFENCE),
    DEPARTMENT("defense", DEFENCE),
    DEPARTMENT("war", DEFENCE),
    DEPARTMENT("foreign", FOREIGN),
    DEPARTMENT("external", FOREIGN),
    DEPARTMENT("health", HEALTH),
    DEPARTMENT("education", EDUCATION),
    DEPARTMENT("science", EDUCATION),
    DEPARTMENT("research", EDUCATION),
    DEPARTMENT("justice", JUSTICE),
    DEPARTMENT("transport", TRANSPORT),
    DEPARTMENT("transportation", TRANSPORT),
    DEPARTMENT("infrastructure", TRANSPORT | HOUSING),
    DEPARTMENT("railway", TRANSPORT),
    DEPARTMENT("railways", TRANSPORT),
    DEPARTMENT("environment", ENVIRONMENT),
    DEPARTMENT("climate", ENVIRONMENT),
    DEPARTMENT("energy", ENVIRONMENT | TRADE),
    DEPARTMENT("water", ENVIRONMENT | FARMING),
    DEPARTMENT("agriculture", FARMING | ENVIRONMENT),
    DEPARTMENT("fisheries", FARMING | ENVIRONMENT),
    DEPARTMENT("food", FARMING | ENVIRONMENT),
    DEPARTMENT("labour", LABOUR),
    DEPARTMENT("labor", LABOUR),
    DEPARTMENT("employment", LABOUR),
    DEPARTMENT("work", LABOUR),
    DEPARTMENT("welfare", LABOUR | HEALTH),
    DEPARTMENT("social", LABOUR | HEALTH),
    DEPARTMENT("trade", TRADE),
    DEPARTMENT("commerce", TRADE),
    DEPARTMENT("industry", TRADE),
    DEPARTMENT("business", TRADE),
    DEPARTMENT("culture", CULTURE),
    DEPARTMENT("sport", CULTURE),
    DEPARTMENT("sports", CULTURE),
    DEPARTMENT("tourism", CULTURE | TRADE),
    DEPARTMENT("housing", HOUSING),

    FILLER("of"),
    FILLER("the"),
    FILLER("for"),
    FILLER("and"),
    FILLER("u"),
    FILLER("s"),
    FILLER("us"),
    FILLER("uk"),
    FILLER("federal"),
    FILLER("affairs"),
    FILLER("police"),
    FILLER("army"),
};

static const struct sole_title sole_titles[] = {
    SOLE("ceo", 1),
    SOLE("chief executive", 1),
    SOLE("chief executive officer", 1),
    SOLE("cfo", 2),
    SOLE("chief financial officer", 2),
    SOLE("general manager", 3),
    SOLE("managing director", 4),
    SOLE("executive director", 5),
    SOLE("police chief", 6),
    SOLE("chief of police", 6),
    SOLE("fire chief", 7),
    SOLE("attorney general", 8),
    SOLE("attorney-general", 8),
    SOLE("head coach", 9),
    SOLE("district attorney", 10),
    SOLE("police commissioner", 11),
    SOLE("secretary general", 12),
    SOLE("secretary-general", 12),
    SOLE("chief justice", 13),
    SOLE("chairman", 14),
    SOLE("chairwoman", 15),
    SOLE("sheriff", 16),
    SOLE("coroner", 17),
    SOLE("pope", 18),
    SOLE("archbishop", 19),
    SOLE("taoiseach", 20),
    SOLE("chancellor", 21),
    SOLE("secretary of state", 22),
};

const char *const gsay_office_changes[] = {
    "appointed",   "appoint",   "appoints",  "appointment", "named",      "nominated", "nominee",   "nomination",
    "nominates",   "elected",   "candidate", "confirmed",   "succeeded",  "succeed",   "succeeds",  "successor",
    "predecessor", "replaced",  "replaces",  "replace",     "replacing",  "promoted",  "promotion", "sworn",
    "became",      "become",    "becomes",   "formerly",    "previously", "resigned",  "resigns",   "sacked",
    "fired",       "dismissed", "demoted",   "retired",     "reshuffle",  "moved",     "switched",  "swapped",
    "served",      "ally",      "alias",     "namesake",    NULL
};

const char *const gsay_office_not_now[] = { "former",    "ex",         "then",      "late",     "acting",   "deputy",
                                            "vice",      "shadow",     "elect",     "incoming", "outgoing", "interim",
                                            "designate", "nominee",    "future",    "once",     "onetime",  "time",
                                            "next",      "previous",   "would",     "not",      "or",       "either",
                                            "old",       "opposition", "fictional", NULL };

const char *const gsay_office_relatives[] = {
    "brother", "brothers", "sister",   "sisters",   "wife",     "husband",     "spouse",    "father", "mother",
    "son",     "sons",     "daughter", "widow",     "cousin",   "uncle",       "nephew",    "twin",   "twins",
    "family",  "dynasty",  "namesake", "succeeded", "succeeds", "predecessor", "successor", NULL
};

#define RANKS                                                                                                          \
    (GSAY_OFFICE(CORPORAL) | GSAY_OFFICE(SERGEANT) | GSAY_OFFICE(LIEUTENANT) | GSAY_OFFICE(CAPTAIN) |                  \
     GSAY_OFFICE(MAJOR) | GSAY_OFFICE(COLONEL) | GSAY_OFFICE(GENERAL) | GSAY_OFFICE(CONSTABLE) |                       \
     GSAY_OFFICE(INSPECTOR) | GSAY_OFFICE(SUPERINTENDENT))
#define SEATS (GSAY_OFFICE(GOVERNOR) | GSAY_OFFICE(MAYOR) | GSAY_OFFICE(SENATOR) | GSAY_OFFICE(REPRESENTATIVE))

/* The next word of a title, which is cut off it; "" at its end. */
static gsay_str next_word(gsay_str *title)
{
    const char *space = title->len ? memchr(title->ptr, ' ', title->len) : NULL;
    size_t      len = space ? (size_t)(space - title->ptr) : title->len;
    gsay_str    word = { title->ptr, len };
    size_t      used = len + (space != NULL);
    *title = (gsay_str){ title->ptr + used, title->len - used };
    return word;
}

/* Tell whether a word names a land: "finnish", "texas". */
static bool is_land(gsay_str word)
{
    return (gsay_lexicon_find(word).classes & (GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE))) != 0;
}

/* Add what a word says. Returns false for a word that is not known. */
static bool add_word(gsay_str word, gsay_office *office)
{
    for (size_t i = 0; i < sizeof title_words / sizeof *title_words; i++)
        if (gsay_str_equal(title_words[i].word, word)) {
            office->heads |= title_words[i].says.heads;
            office->departments |= title_words[i].says.departments;
            return true;
        }
    if (!is_land(word))
        return false;
    office->land = word;
    return true;
}

/* Read a title word by word. */
static bool read_words(gsay_str title, gsay_office *office)
{
    for (size_t count = 0; title.len; count++) {
        gsay_str word = next_word(&title);
        bool     is_prime = gsay_str_equal(word, GSAY_STR("prime")) && gsay_str_starts(title, GSAY_STR("minister"));
        if (is_prime) {
            next_word(&title);
            office->heads |= GSAY_OFFICE(PRIME_MINISTER);
        } else if (count >= TITLE_WORDS_MAX || !add_word(word, office)) {
            return false;
        }
    }
    return office->heads != 0;
}

/* Read a title that is one of the whole ones behind the words of a land. */
static bool read_sole(gsay_str title, gsay_office *office)
{
    gsay_str rest = title;
    gsay_str word = next_word(&rest);
    while (rest.len && is_land(word)) {
        office->land = word;
        title = rest;
        word = next_word(&rest);
    }
    for (size_t i = 0; i < sizeof sole_titles / sizeof *sole_titles; i++)
        if (gsay_str_equal(sole_titles[i].phrase, title)) {
            office->sole = sole_titles[i].number;
            return true;
        }
    return false;
}

bool gsay_office_read(gsay_str title, gsay_office *office)
{
    gsay_office sole = { 0 };
    gsay_office read = { 0 };
    if (read_sole(title, &sole)) {
        *office = sole;
        return true;
    }
    if (!read_words(title, &read))
        return false;
    *office = read;
    return true;
}

bool gsay_office_is_department(gsay_str word)
{
    for (size_t i = 0; i < sizeof title_words / sizeof *title_words; i++)
        if (title_words[i].says.departments && gsay_str_equal(title_words[i].word, word))
            return true;
    return false;
}

bool gsay_office_same(const gsay_office *a, const gsay_office *b)
{
    return a->sole == b->sole && a->heads == b->heads && a->departments == b->departments;
}

bool gsay_office_is_sole(const gsay_office *office)
{
    const uint32_t alone =
        GSAY_OFFICE(PRESIDENT) | GSAY_OFFICE(PRIME_MINISTER) | GSAY_OFFICE(GOVERNOR) | GSAY_OFFICE(MAYOR);
    if (office->sole)
        return true;
    return (office->heads & ~alone) == 0 || (office->heads == GSAY_OFFICE(MINISTER) && office->departments);
}

bool gsay_offices_contradict(const gsay_office *a, const gsay_office *b)
{
    if (a->sole || b->sole || a->heads & b->heads & ~GSAY_OFFICE(MINISTER))
        return false;
    uint32_t both = a->heads | b->heads;
    if (both == GSAY_OFFICE(MINISTER))
        return a->departments && b->departments && !(a->departments & b->departments);
    if (a->heads & b->heads)
        return false;
    if (both == (GSAY_OFFICE(PRESIDENT) | GSAY_OFFICE(PRIME_MINISTER)))
        return true;
    if (both == (GSAY_OFFICE(PRESIDENT) | GSAY_OFFICE(MINISTER)))
        return (a->departments | b->departments) != 0;
    return (both & ~RANKS) == 0 || (both & ~SEATS) == 0;
}
