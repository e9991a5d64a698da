/* Words as data. What the recognisers need to know of a word stands here, compiled in; no other stage holds a word list.
 *
 * Two layers answer one question, "what is this word?":
 *   - closed classes: small tables (one file each: numerals.c units.c currencies.c calendar_words.c people.c grammar.c), each row a
 *     folded word, its class and what the class needs;
 *   - open classes: common words, given names, family names, places, demonyms: some 160,000 words in one generated block with an
 *     open-addressing table of offsets, nothing to relocate or parse at start-up. The lists stand in lexicon/words/*.txt with their origin;
 *     lexicon/generate.c (run by the build) packs them.
 * A word may be of many classes: "may" is a month and a modal verb, "march" a month and a common word. Classes are a set. */
#ifndef GSAY_LEXICON_LEXICON_H
#define GSAY_LEXICON_LEXICON_H

#include "base/decimal.h"

/* The classes of a word, as bits of a set. X(name, what it is) */
#define GSAY_WORD_CLASSES(X)                                                                                            \
    X(NUMERAL, "one, twenty, hundred, dozen: value in .number")                                                        \
    X(SCALE, "hundred, thousand, million, bn, k, lakh: power of ten in .number")                                      \
    X(ORDINAL, "first, twentieth, hundredth; also the denominators of fractions")                                      \
    X(VAGUE_NUMBER, "several, few, dozens, scores, many")                                                              \
    X(FRACTION, "half, quarter, third(s), fifth(s)")                                                                   \
    X(UNIT, "a word or symbol of a unit: .unit")                                                                       \
    X(CURRENCY, "a word, symbol or code of a currency: .currency")                                                     \
    X(MONTH, "January, Jan, Sept: 1 to 12 in .number")                                                                 \
    X(WEEKDAY, "Monday, Mon, Thurs: 1 to 7 in .number")                                                                \
    X(TIME_UNIT, "second .. century, also fortnight, quarter, decade: .unit")                                          \
    X(DAY_WORD, "today, yesterday, tomorrow, tonight, now")                                                            \
    X(SEASON, "spring, summer, autumn, fall, winter")                                                                  \
    X(HOLIDAY, "one-word holidays; several words in calendar_words.c")                                                 \
    X(HEDGE, "about, nearly, over, under, up: bound in .number (gsay_bound)")                                          \
    X(TITLE, "Mr, President, Secretary, Sergeant: a title or rank before a name")                                      \
    X(SPEECH, "said, told, added, warned: a verb that brings in a quotation, every inflected form")                    \
    X(ORGANISATION, "Inc, Corp, Ministry, University, Party: a word that makes a name an organisation")                \
    X(PARTICLE, "van, von, de, al, bin, la: inside names, lower case")                                                 \
    X(STOP, "articles, prepositions, pronouns, conjunctions, auxiliaries: no content")                                 \
    X(DETERMINER, "the, a, this, his, their")                                                                          \
    X(PREPOSITION, "of, in, to, from")                                                                                 \
    X(PRONOUN, "he, she, they, it, we")                                                                                \
    X(AUXILIARY, "is, was, has, will, would, may")                                                                     \
    X(MODAL, "would, could, may, might, should, plan, expect: mood not real")                                          \
    X(NEGATION, "not, no, never, without, denied")                                                                     \
    X(CONJUNCTION, "and, or, but, that, which, who, because, while")                                                   \
    X(VERB, "a common verb in any inflected form")                                                                     \
    X(COMMON, "an ordinary word, lower case in the word lists")                                                        \
    X(GIVEN_NAME, "a person's given name")                                                                             \
    X(FAMILY_NAME, "a family name")                                                                                    \
    X(PLACE, "a country, capital, large city, region")                                                                 \
    X(DEMONYM, "French, Russian, Texan")                                                                               \
    X(ABBREVIATION, "written with a full stop that does not end a sentence: Feb, No, Dr, Inc")                         \
    X(PROPER, "in the word lists with a capital only")

enum gsay_word_class_number {
#define GSAY_WORD_CLASS_NUMBER(name, doc) GSAY_WORD_NUMBER_##name,
    GSAY_WORD_CLASSES(GSAY_WORD_CLASS_NUMBER)
#undef GSAY_WORD_CLASS_NUMBER
    GSAY_WORD_CLASS_COUNT
};

/* A set of word classes. */
typedef uint64_t gsay_word_classes;

/* The set that holds one class: GSAY_WORD(MONTH) | GSAY_WORD(SEASON). */
#define GSAY_WORD(name) ((gsay_word_classes)1 << GSAY_WORD_NUMBER_##name)

/* What a unit measures. Quantities of different dimensions never meet. */
typedef enum gsay_dimension {
    GSAY_DIMENSION_NONE = 0,
    GSAY_DIMENSION_LENGTH, GSAY_DIMENSION_AREA, GSAY_DIMENSION_VOLUME, GSAY_DIMENSION_MASS, GSAY_DIMENSION_SPEED,
    GSAY_DIMENSION_TEMPERATURE, GSAY_DIMENSION_TIME, GSAY_DIMENSION_DATA, GSAY_DIMENSION_DATA_RATE, GSAY_DIMENSION_ENERGY,
    GSAY_DIMENSION_POWER, GSAY_DIMENSION_PRESSURE, GSAY_DIMENSION_FREQUENCY, GSAY_DIMENSION_VOLTAGE, GSAY_DIMENSION_CURRENT,
    GSAY_DIMENSION_FORCE, GSAY_DIMENSION_ANGLE, GSAY_DIMENSION_CONCENTRATION, GSAY_DIMENSION_OTHER
} gsay_dimension;

/* A unit: value in base unit = (value + offset) * factor. Factors are exact decimal strings of their standards. */
typedef struct gsay_unit {
    const char    *ucum;      /* case-sensitive UCUM code: "km", "[mi_i]", "Cel" */
    gsay_dimension dimension;
    const char    *factor;    /* to the base unit of the dimension (m, m2, m3, g, m/s, K, s, bit, bit/s, J, W, Pa, Hz, V, A, N, rad) */
    const char    *offset;    /* added before the factor; NULL is none (temperatures only) */
} gsay_unit;

/* A currency. */
typedef struct gsay_currency {
    const char *code;   /* ISO 4217, or "$" and the like where a text leaves open whose */
    const char *minor;  /* how many of this make one of code: "100" for cents; NULL when it is the currency itself */
} gsay_currency;

/* What is known of one word. Zeroed: nothing. */
typedef struct gsay_lexeme {
    gsay_word_classes    classes;
    gsay_decimal         number;   /* the value of a NUMERAL or ORDINAL, the power of SCALE; unused otherwise */
    uint8_t              index;    /* MONTH 1-12, WEEKDAY 1-7, HEDGE a gsay_hedge, DAY_WORD offset + 8, SEASON 1 spring to 4 winter */
    const gsay_unit     *unit;     /* of UNIT and TIME_UNIT */
    const gsay_currency *currency; /* of CURRENCY */
} gsay_lexeme;

/* Look a word up.
 *
 * folded     the word in lower case (gsay_utf8_fold), without possessive 's.
 * Returns    all that every table knows of it, merged; zeroed when nothing does.
 * Cost       constant; called once per distinct word of a run (text/vocabulary.h keeps the answer). */
gsay_lexeme gsay_lexicon_find(gsay_str folded);

/* Look a unit symbol up, whose case matters: "MB", "Mb", "mW", "MW", "km²". NULL when it is none. */
const gsay_unit *gsay_unit_of_symbol(gsay_str symbol);
/* Look a unit up by its UCUM code. NULL when it is none. */
const gsay_unit *gsay_unit_of_code(gsay_str ucum);
/* Look an upper-case ISO 4217 code or a sign or prefixed sign ("US$", "€", "C$") up. NULL when it is none. */
const gsay_currency *gsay_currency_of_symbol(gsay_str symbol);

#endif
