/* Numbers in words: cardinals, scales, ordinals, fractions, multiples, vague words. English of both sides of the ocean
 * and of India; the short scale, in which a billion is 10^9.
 *
 * A SCALE holds a power of ten and multiplies what stands before it; a MULTIPLIER (dozen, score) does so with its
 * value. Ordinals double as denominators, so "third" has one number, 3, for both readings. */
#include "lexicon/closed.h"

/* clang-format off */
#define CARDINAL(value, words) { words, GSAY_WORD(NUMERAL), value, NULL, 0 }
#define GROUP(value, words) { words, GSAY_WORD(NUMERAL) | GSAY_WORD(MULTIPLIER), value, NULL, 0 }
#define SCALED(power, words) { words, GSAY_WORD(SCALE), power, NULL, 0 }
#define ORDINAL_OF(value, words) { words, GSAY_WORD(ORDINAL), value, NULL, 0 }
#define PART(value, words) { words, GSAY_WORD(ORDINAL) | GSAY_WORD(FRACTION), value, NULL, 0 }
#define PARTS(value, words) { words, GSAY_WORD(FRACTION), value, NULL, 0 }
#define FACTOR(value, words) { words, GSAY_WORD(MULTIPLE), value, NULL, 0 }
/* clang-format on */

static const gsay_lexicon_row rows[] = {
    /* "fourty" is wrong and frequent. */
    CARDINAL(0, "zero nil naught nought"),
    CARDINAL(1, "one"),
    CARDINAL(2, "two"),
    CARDINAL(3, "three"),
    CARDINAL(4, "four"),
    CARDINAL(5, "five"),
    CARDINAL(6, "six"),
    CARDINAL(7, "seven"),
    CARDINAL(8, "eight"),
    CARDINAL(9, "nine"),
    CARDINAL(10, "ten"),
    CARDINAL(11, "eleven"),
    CARDINAL(12, "twelve"),
    CARDINAL(13, "thirteen"),
    CARDINAL(14, "fourteen"),
    CARDINAL(15, "fifteen"),
    CARDINAL(16, "sixteen"),
    CARDINAL(17, "seventeen"),
    CARDINAL(18, "eighteen"),
    CARDINAL(19, "nineteen"),
    CARDINAL(20, "twenty"),
    CARDINAL(30, "thirty"),
    CARDINAL(40, "forty fourty"),
    CARDINAL(50, "fifty"),
    CARDINAL(60, "sixty"),
    CARDINAL(70, "seventy"),
    CARDINAL(80, "eighty"),
    CARDINAL(90, "ninety ninty"),

    /* Groups: counted like nouns ("two dozen eggs"), yet numbers. A couple and a pair are two, more or less. */
    GROUP(12, "dozen"),
    GROUP(20, "score"),
    GROUP(144, "gross"),
    { "couple", GSAY_WORD(MULTIPLIER) | GSAY_WORD(VAGUE_NUMBER), 2, NULL, 0 },
    { "pair", GSAY_WORD(MULTIPLIER), 2, NULL, 0 },

    /* One letter or two are to be read only behind a number, or they would be words and units: "5m", "3 bn". */
    SCALED(2, "hundred"),
    SCALED(3, "thousand k thou"),
    SCALED(5, "lakh lac lakhs lacs lkh lkhs"),
    SCALED(6, "million mil mn mln mio m mm"),
    SCALED(7, "crore crores cr krore krores"),
    SCALED(9, "billion bn bln bil b milliard"),
    SCALED(12, "trillion tn trn tln t"),
    SCALED(15, "quadrillion"),
    SCALED(18, "quintillion"),
    SCALED(21, "sextillion"),
    SCALED(24, "septillion"),
    SCALED(27, "octillion"),
    SCALED(30, "nonillion"),
    SCALED(33, "decillion"),
    SCALED(100, "googol"),

    /* The plurals count by themselves ("millions of people") and, less often, after a number ("three thousand
       millions"). */
    { "hundreds", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), 2, NULL, 0 },
    { "thousands", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), 3, NULL, 0 },
    { "millions", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), 6, NULL, 0 },
    { "billions milliards", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), 9, NULL, 0 },
    { "trillions", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), 12, NULL, 0 },
    { "quadrillions zillions umpteen", GSAY_WORD(VAGUE_NUMBER), 0, NULL, 0 },
    { "tens", GSAY_WORD(VAGUE_NUMBER), 10, NULL, 0 },
    { "dozens", GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(MULTIPLIER), 12, NULL, 0 },
    { "scores", GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(MULTIPLIER), 20, NULL, 0 },
    { "few several many some numerous various multiple countless couples myriad", GSAY_WORD(VAGUE_NUMBER), 0,
      "a few,a number of,a handful of,a couple of,a host of,a string of,a series of", 0 },
    { "handful", GSAY_WORD(VAGUE_NUMBER), 0, NULL, 0 },

    /* First and second divide nothing ("half" does); from the third on an ordinal is a denominator, too. */
    ORDINAL_OF(1, "first 1st"),
    ORDINAL_OF(2, "second 2nd"),
    PART(3, "third"),
    PART(4, "fourth"),
    PART(5, "fifth"),
    PART(6, "sixth"),
    PART(7, "seventh"),
    PART(8, "eighth"),
    PART(9, "ninth nineth"),
    PART(10, "tenth"),
    PART(11, "eleventh"),
    PART(12, "twelfth twelth"),
    PART(13, "thirteenth"),
    PART(14, "fourteenth"),
    PART(15, "fifteenth"),
    PART(16, "sixteenth"),
    PART(17, "seventeenth"),
    PART(18, "eighteenth"),
    PART(19, "nineteenth"),
    PART(20, "twentieth"),
    PART(30, "thirtieth"),
    PART(40, "fortieth fourtieth"),
    PART(50, "fiftieth"),
    PART(60, "sixtieth"),
    PART(70, "seventieth"),
    PART(80, "eightieth"),
    PART(90, "ninetieth"),
    PART(100, "hundredth"),
    PART(1000, "thousandth"),
    PART(1000000, "millionth"),
    PART(1000000000, "billionth"),
    PART(1000000000000, "trillionth"),
    { "umpteenth nth", GSAY_WORD(ORDINAL), 0, NULL, 0 },

    /* Denominators in the plural, and those that are no ordinals. */
    PARTS(2, "half halves"),
    PARTS(3, "thirds"),
    PARTS(4, "quarter quarters fourths"),
    PARTS(5, "fifths"),
    PARTS(6, "sixths"),
    PARTS(7, "sevenths"),
    PARTS(8, "eighths"),
    PARTS(9, "ninths"),
    PARTS(10, "tenths"),
    PARTS(11, "elevenths"),
    PARTS(12, "twelfths"),
    PARTS(15, "fifteenths"),
    PARTS(16, "sixteenths"),
    PARTS(20, "twentieths"),
    PARTS(30, "thirtieths"),
    PARTS(32, "thirty-seconds"),
    PARTS(40, "fortieths"),
    PARTS(50, "fiftieths"),
    PARTS(60, "sixtieths"),
    PARTS(64, "sixty-fourths"),
    PARTS(100, "hundredths"),
    PARTS(1000, "thousandths"),
    PARTS(1000000, "millionths"),
    PARTS(1000000000, "billionths"),
    PARTS(1000000000000, "trillionths"),

    /* Times. Verbs stand here in every form, since "sales doubled" says by how much. */
    FACTOR(2, "twice double doubled doubles doubling twofold doubly"),
    FACTOR(3, "thrice triple tripled triples tripling treble trebled trebles trebling threefold"),
    FACTOR(4, "quadruple quadrupled quadruples quadrupling fourfold"),
    FACTOR(5, "quintuple quintupled quintuples quintupling fivefold"),
    FACTOR(6, "sextuple sextupled sextuples sextupling sixfold"),
    FACTOR(7, "septuple septupled septuples septupling sevenfold"),
    FACTOR(8, "octuple octupled octuples octupling eightfold"),
    FACTOR(9, "ninefold"),
    FACTOR(10, "tenfold decuple decupled"),
    FACTOR(12, "twelvefold"),
    FACTOR(15, "fifteenfold"),
    FACTOR(20, "twentyfold"),
    FACTOR(30, "thirtyfold"),
    FACTOR(40, "fortyfold"),
    FACTOR(50, "fiftyfold"),
    FACTOR(100, "hundredfold"),
    FACTOR(1000, "thousandfold"),
    FACTOR(-2, "halved halve halving"),
    FACTOR(-4, "quartered quartering"),
};

const gsay_lexicon_table gsay_numeral_table = { rows, sizeof rows / sizeof *rows };
