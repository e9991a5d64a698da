/* Words as data. What the recognisers need to know of a word stands here, compiled in; no other stage holds a word list.
 *
 * Two layers answer one question, "what is this word?":
 *   - closed classes: small tables (one file each: numerals.c units.c currencies.c calendar_words.c people.c grammar.c), each row the
 *     folded forms, their classes and what the class needs;
 *   - open classes: common words, verbs, given names, family names, places, demonyms: lists in the texts of lexicon/words, with their
 *     origin in the README there.
 * At build time lexicon/words/generate.c packs both into one block of some 300,000 records in hash buckets, without pointers:
 * nothing to relocate or parse at start-up, one probe for a word, known or not.
 * A word may be of many classes: "may" is a month and a modal verb, "march" a month and a common word. Classes are a set.
 * Some entries have several words ("square miles", "more than", "new york"): their words joined by one space, found with
 * gsay_lexicon_find_words. */
#ifndef GSAY_LEXICON_LEXICON_H
#define GSAY_LEXICON_LEXICON_H

#include "base/decimal.h"

/* The classes of a word, as bits of a set. X(name, what it is) */
#define GSAY_WORD_CLASSES(X)                                                                                           \
    X(NUMERAL, "zero, one, twenty, dozen: value in .number")                                                           \
    X(SCALE, "hundred, thousand, million, bn, k, lakh: power of ten in .number")                                       \
    X(ORDINAL, "first, twentieth, hundredth; also the denominators of fractions")                                      \
    X(VAGUE_NUMBER, "several, few, dozens, scores, many")                                                              \
    X(FRACTION, "half, quarter, third(s), fifth(s): denominator in .number")                                           \
    X(UNIT, "a word or symbol of a unit: .unit")                                                                       \
    X(CURRENCY, "a word, symbol or code of a currency: .currency")                                                     \
    X(MONTH, "January, Jan, Sept: 1 to 12 in .index")                                                                  \
    X(WEEKDAY, "Monday, Mon, Thurs: 1 to 7 in .index")                                                                 \
    X(TIME_UNIT, "second .. century, also fortnight, quarter, decade: .unit")                                          \
    X(DAY_WORD, "today, yesterday, tomorrow, tonight, now: days from today + 8 in .index")                             \
    X(SEASON, "spring, summer, autumn, fall, winter")                                                                  \
    X(HOLIDAY, "Christmas, Easter, also of several words: gsay_holiday_of(.index)")                                    \
    X(HEDGE, "about, nearly, over, under, most: gsay_hedge in .index")                                                 \
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
    X(PROPER, "in the word lists with a capital only")                                                                 \
    X(MULTIPLIER, "dozen, score, gross: a NUMERAL that is itself counted, as in two dozen")                            \
    X(MULTIPLE, "twice, double, tripled, tenfold: factor in .number, a divisor when negative (halved)")                \
    X(PHRASE, "the first word of an entry of several words: ask gsay_lexicon_find_words")                              \
    X(TIME_WORD, "last, early, every, noon: a gsay_time_word (time_words.h) in .index")                                \
    X(LABEL, "section, figure, version, flight: a word whose number names and does not count")                         \
    X(HEDGE_BEHIND, "or more, -odd, at most: a hedge that follows its number: gsay_hedge in .index")                   \
    X(PLURAL, "people, men, dead: counted without an s; gsay_singular_of(.index)")                                     \
    X(CHANGE, "rose, fall, cut: from one number to another it tells the old and the new")                              \
    X(EXTENT, "range, vary, between: from one number to another it tells a range")                                     \
    X(PAYMENT, "cost, paid, price: pounds near it are money")                                                          \
    X(STREET, "street, avenue: ends an address")                                                                       \
    X(FEAST, "good, new, mother: the first word of a feast of several words, also without its possessive mark")        \
    X(UNIT_FIRST, "square, cubic, per: the first word of a unit of several words")                                     \
    X(HEDGE_FIRST, "more, at, or: the first word of a hedge of several words, before its number or behind it")         \
    X(HEDGE_LAST, "than, least, of: the last word of a hedge of several words before its number")                      \
    X(FEAST_LAST, "day, eve, kippur: the last word of a feast of several words, as one token and without possessive mark")

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
    GSAY_DIMENSION_FORCE, GSAY_DIMENSION_ANGLE,
    GSAY_DIMENSION_CONCENTRATION, /* mass in a volume */
    GSAY_DIMENSION_OTHER,         /* any other: two values meet only when their codes are the same */
    GSAY_DIMENSION_PERCENT,       /* percent, per mille */
    GSAY_DIMENSION_POINT          /* percentage points, basis points */
} gsay_dimension;

/* What a hedge says of the number n that it goes with. */
typedef enum gsay_hedge {
    GSAY_HEDGE_NONE = 0,
    GSAY_HEDGE_ABOUT,  /* about, roughly, some: near n */
    GSAY_HEDGE_NEARLY, /* nearly, almost: a little below n */
    GSAY_HEDGE_OVER,   /* over, above, more than: greater than n */
    GSAY_HEDGE_LEAST,  /* at least, minimum: n or greater */
    GSAY_HEDGE_UNDER,  /* under, below, less than: less than n */
    GSAY_HEDGE_MOST,   /* at most, up to, maximum: n or less */
    GSAY_HEDGE_EXACTLY /* exactly, precisely: n as written */
} gsay_hedge;

/* A unit: value in base unit = (value + offset) * factor. Factors are exact strings of their standards, a decimal or a quotient
 * of integers: "1609.344", "5/18"; gsay_unit_to_base reads them. */
typedef struct gsay_unit {
    const char    *ucum;      /* case-sensitive UCUM code: "km", "[mi_i]", "Cel", "10.a" for a decade; "%" and "pp" */
    gsay_dimension dimension;
    const char    *factor;    /* to the base unit of the dimension (m, m2, m3, g, m/s, K, s, bit, bit/s, J, W, Pa, Hz, V, A, N, deg,
                               * g/m3, %, pp); angles count in degrees, as texts do, since a radian has no exact factor */
    const char    *offset;    /* added before the factor; NULL is none (temperatures only) */
    const char    *other;     /* factor of its other reading where the word leaves open which (short or long ton, US or imperial
                               * gallon, 1000 or 1024): a comparison with another unit must allow both; NULL is none */
} gsay_unit;

/* A currency. */
typedef struct gsay_currency {
    const char *code;   /* ISO 4217; where a text leaves open whose it is, "$" or the bare noun: "peso", "rupee", "krone" */
    const char *minor;  /* how many of this make one of code: "100" for cents, "0.001" for a grand; NULL: it is the currency itself */
} gsay_currency;

/* What is known of one word. Zeroed: nothing. */
typedef struct gsay_lexeme {
    gsay_word_classes    classes;
    gsay_decimal         number;   /* the value of a NUMERAL, ORDINAL or MULTIPLE, the power of ten of a SCALE, the
                                    * denominator of a FRACTION; unused otherwise */
    uint8_t              index;    /* MONTH 1-12, WEEKDAY 1-7, HEDGE a gsay_hedge, DAY_WORD days from today + 8, SEASON 1 spring
                                    * to 4 winter, HOLIDAY for gsay_holiday_of */
    const gsay_unit     *unit;     /* of UNIT and TIME_UNIT */
    const gsay_currency *currency; /* of CURRENCY */
} gsay_lexeme;

/* Look a word up.
 *
 * folded     the word in lower case (gsay_utf8_fold), without possessive 's.
 * Returns    all that every table knows of it, merged; zeroed when nothing does.
 * Cost       constant; called once per distinct word of a run (text/vocabulary.h keeps the answer). */
gsay_lexeme gsay_lexicon_find(gsay_str folded);

/* Find the longest entry that stands at the beginning of some words: "square kilometres", "more than", "new york", or one word.
 *
 * folded  the words as they follow each other, each as for gsay_lexicon_find; borrowed for the call.
 * count   how many there are; at most GSAY_PHRASE_WORDS_MAX are looked at.
 * used    out: how many words the entry takes; 0 when not even the first is known. May be NULL.
 * Returns what is known of the entry. A single word is found as by gsay_lexicon_find.
 * Cost    a probe for each number of words when the first word has the class PHRASE, else one. */
gsay_lexeme gsay_lexicon_find_words(const gsay_str *folded, size_t count, size_t *used);

#define GSAY_PHRASE_WORDS_MAX 5

/* Look a unit symbol up, whose case matters: "MB", "Mb", "mW", "MW", "km²". NULL when it is none.
 * "in" is one, too: a caller who finds it apart from its number should ask whether the word is also a STOP. */
const gsay_unit *gsay_unit_of_symbol(gsay_str symbol);
/* Look a unit up by its UCUM code. NULL when it is none. */
const gsay_unit *gsay_unit_of_code(gsay_str ucum);
/* Convert a value to the base unit of its dimension. The result keeps no account of precision. */
gsay_decimal gsay_unit_to_base(const gsay_unit *unit, gsay_decimal value);
/* Look an upper-case ISO 4217 code or a sign or prefixed sign ("US$", "€", "C$") up. NULL when it is none.
 * Some codes are words in a line of capitals (ALL, TOP, TRY, CUP, COP): a caller who has no more than these should ask whether
 * the word is COMMON. */
const gsay_currency *gsay_currency_of_symbol(gsay_str symbol);

/* When a holiday is, in any year: a fixed day, the nth weekday of a month, or days from Easter Sunday. */
typedef struct gsay_holiday {
    const char *name;    /* as a reader knows it: "Christmas Day" */
    uint8_t     month;   /* 1 to 12; 0 when it goes by Easter, or by a calendar that is not ours */
    uint8_t     day;     /* of a fixed day: 1 to 31; else 0 */
    uint8_t     weekday; /* of a nth weekday: 1 Monday to 7 Sunday; else 0 */
    int8_t      nth;     /* 1 first, -1 last */
    int16_t     easter;  /* days from Easter Sunday, where is_easter */
    bool        is_easter;
} gsay_holiday;

/* The holiday of an index that a lexeme of class HOLIDAY holds. NULL when there is none, or its day is not known from the year. */
const gsay_holiday *gsay_holiday_of(uint8_t index);

/* The singular of a word of class PLURAL: "man" of "men". "" when the word stands for itself ("people", "dead"). */
gsay_str gsay_singular_of(uint8_t index);
/* The plural of a word that gsay_singular_of gives: "men" of "man". "" for other words. */
gsay_str gsay_irregular_plural_of(gsay_str singular);

/* Append the plural of a noun phrase in lower case, by its last word: "fishing boat", "country", "man". */
void gsay_plural_add(gsay_buffer *buffer, gsay_str noun);

/* Tell whether two folded given names may be of one person: equal, or one a short form of the other, or both of a third
 * (pete, peter; bill, will, william). Not transitive: "al" goes with "albert" and with "alan". */
bool gsay_given_name_same(gsay_str a, gsay_str b);

#endif
