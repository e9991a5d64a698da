/* What may start at words and marks. */
#include "text/start.h"

#include "lexicon/time_words.h"

static const gsay_word_classes date_words = GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(TIME_UNIT) |
                                            GSAY_WORD(DAY_WORD) | GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY) |
                                            GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) |
                                            GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION) | GSAY_WORD(TIME_WORD);

/* Prepositions and determiners are asked for by name: see leads. */
static const gsay_word_classes number_words = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) |
                                              GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION) | GSAY_WORD(MULTIPLE) |
                                              GSAY_WORD(CURRENCY) | GSAY_WORD(MULTIPLIER);

/* The little words that a number begins with: "a million", "from 3 to 5", "minus 4"; and those that go on with a date
 * behind a word that bends one: "calendar year 2019", "every other day", "a long weekend". */
static const uint8_t leads[GSAY_FIXED_COUNT] = {
    [GSAY_FIXED_CALENDAR] = GSAY_START_DATE, [GSAY_FIXED_OTHER] = GSAY_START_DATE,
    [GSAY_FIXED_SINGLE] = GSAY_START_DATE,   [GSAY_FIXED_PART] = GSAY_START_DATE,
    [GSAY_FIXED_LONG] = GSAY_START_DATE,     [GSAY_FIXED_FULL] = GSAY_START_DATE,
    [GSAY_FIXED_WHOLE] = GSAY_START_DATE,    [GSAY_FIXED_ENTIRE] = GSAY_START_DATE,
    [GSAY_FIXED_SOLID] = GSAY_START_DATE,    [GSAY_FIXED_A] = GSAY_START_NUMBER,
    [GSAY_FIXED_AN] = GSAY_START_NUMBER,     [GSAY_FIXED_BETWEEN] = GSAY_START_NUMBER,
    [GSAY_FIXED_FROM] = GSAY_START_NUMBER,   [GSAY_FIXED_MINUS] = GSAY_START_NUMBER
};

/* The words of time that say nothing of it themselves: without what follows at once they begin nothing. "Early", "the
 * end" and their kin go on with "in" and "of" and are none. */
static const bool bends[GSAY_TIME_WORD_COUNT] = {
    [GSAY_TIME_THE] = true,    [GSAY_TIME_A] = true,       [GSAY_TIME_THIS] = true,      [GSAY_TIME_THAT] = true,
    [GSAY_TIME_SAME] = true,   [GSAY_TIME_LAST] = true,    [GSAY_TIME_PREVIOUS] = true,  [GSAY_TIME_PAST] = true,
    [GSAY_TIME_NEXT] = true,   [GSAY_TIME_COMING] = true,  [GSAY_TIME_FOLLOWING] = true, [GSAY_TIME_CURRENT] = true,
    [GSAY_TIME_RECENT] = true, [GSAY_TIME_FROM] = true,    [GSAY_TIME_BETWEEN] = true,   [GSAY_TIME_EVERY] = true,
    [GSAY_TIME_ANY] = true,    [GSAY_TIME_ANOTHER] = true, [GSAY_TIME_ONCE] = true,
};

/* 0 is a symbol without an ASCII stand-in: ½, ≥. */
const uint8_t gsay_start_marks[128] = {
    [0] = GSAY_START_SIGN,   ['+'] = GSAY_START_SIGN, ['('] = GSAY_START_SIGN,
    ['['] = GSAY_START_SIGN, ['#'] = GSAY_START_SIGN, ['\''] = GSAY_START_SIGN,
    ['$'] = GSAY_START_SIGN, ['-'] = GSAY_START_SIGN, ['.'] = GSAY_START_SIGN,
};

uint8_t gsay_start_of(uint32_t id, const gsay_lexeme *lexeme)
{
    gsay_word_classes classes = lexeme->classes;
    uint8_t           starts = id < GSAY_FIXED_COUNT ? leads[id] : 0;
    if (classes & GSAY_WORD(TIME_WORD) && bends[lexeme->index])
        starts |= GSAY_START_BENDS;
    if (classes & date_words)
        starts |= GSAY_START_DATE;
    if (classes & number_words)
        starts |= GSAY_START_NUMBER;
    if (classes & GSAY_WORD(LABEL))
        starts |= GSAY_START_IDENTIFIER;
    /* no feast begins with a word of grammar; an owner ("Mother's Day") has its capital */
    if ((classes & (GSAY_WORD(FEAST) | GSAY_WORD(STOP))) == GSAY_WORD(FEAST))
        starts |= classes & GSAY_WORD(PHRASE) ? GSAY_START_DATE : GSAY_START_FEAST;
    if (classes & (GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE)))
        starts |= GSAY_START_ORIGIN;
    return starts;
}
