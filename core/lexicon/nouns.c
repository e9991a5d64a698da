/* Nouns whose plural has no plain s: what a number counts is named in the singular.
 *
 * Words that tell people by what befell them ("14 dead") are counted as they stand. */
#include "lexicon/closed.h"

/* clang-format off */
#define IRREGULAR(plural, number) { plural, GSAY_WORD(PLURAL), 0, NULL, number }
/* clang-format on */

static const char *const singulars[] = {
    "",     "man",       "woman",   "child", "troop",     "foot",       "mouse",    "tooth",  "goose",
    "ox",   "policeman", "fireman", "life",  "wife",      "knife",      "wolf",     "leaf",   "half",
    "loaf", "shelf",     "thief",   "calf",  "criterion", "phenomenon", "analysis", "crisis",
};

static const gsay_lexicon_row rows[] = {
    { "people police personnel aircraft sheep fish cattle dead injured wounded missing killed "
      "hurt staff crew data media series species",
      GSAY_WORD(PLURAL), 0, NULL, 0 },
    IRREGULAR("men", 1),
    IRREGULAR("women", 2),
    IRREGULAR("children", 3),
    IRREGULAR("troops", 4),
    IRREGULAR("feet", 5),
    IRREGULAR("mice", 6),
    IRREGULAR("teeth", 7),
    IRREGULAR("geese", 8),
    IRREGULAR("oxen", 9),
    IRREGULAR("policemen", 10),
    IRREGULAR("firemen", 11),
    IRREGULAR("lives", 12),
    IRREGULAR("wives", 13),
    IRREGULAR("knives", 14),
    IRREGULAR("wolves", 15),
    IRREGULAR("leaves", 16),
    IRREGULAR("halves", 17),
    IRREGULAR("loaves", 18),
    IRREGULAR("shelves", 19),
    IRREGULAR("thieves", 20),
    IRREGULAR("calves", 21),
    IRREGULAR("criteria", 22),
    IRREGULAR("phenomena", 23),
    IRREGULAR("analyses", 24),
    IRREGULAR("crises", 25),
};

const gsay_lexicon_table gsay_noun_table = { rows, sizeof rows / sizeof *rows };

gsay_str gsay_singular_of(uint8_t index)
{
    return index < sizeof singulars / sizeof *singulars ? gsay_str_of(singulars[index]) : GSAY_STR("");
}

gsay_str gsay_irregular_plural_of(gsay_str word)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].index > 0 && gsay_str_equal(word, gsay_singular_of(rows[i].index)))
            return gsay_str_of(rows[i].words);
    return GSAY_STR("");
}
