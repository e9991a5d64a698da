/* What may start at words and marks. */
#include "text/start.h"

static const gsay_word_classes date_words = GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(TIME_UNIT) |
                                            GSAY_WORD(DAY_WORD) | GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY) |
                                            GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) |
                                            GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION) | GSAY_WORD(TIME_WORD);

/* Prepositions and determiners are asked for by name: see leads. */
static const gsay_word_classes number_words = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) |
                                              GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION) | GSAY_WORD(MULTIPLE) |
                                              GSAY_WORD(CURRENCY) | GSAY_WORD(MULTIPLIER);

/* The little words that a number begins with: "a million", "from 3 to 5", "minus 4"; and "calendar year 2019". */
static const uint8_t leads[GSAY_FIXED_COUNT] = {
    [GSAY_FIXED_CALENDAR] = GSAY_START_DATE, [GSAY_FIXED_A] = GSAY_START_NUMBER,
    [GSAY_FIXED_AN] = GSAY_START_NUMBER,     [GSAY_FIXED_BETWEEN] = GSAY_START_NUMBER,
    [GSAY_FIXED_FROM] = GSAY_START_NUMBER,   [GSAY_FIXED_MINUS] = GSAY_START_NUMBER
};

/* 0 is a symbol without an ASCII stand-in: ½, ≥. */
const uint8_t gsay_start_marks[128] = {
    [0] = GSAY_START_SIGN,   ['+'] = GSAY_START_SIGN, ['('] = GSAY_START_SIGN,
    ['['] = GSAY_START_SIGN, ['#'] = GSAY_START_SIGN, ['\''] = GSAY_START_SIGN,
    ['$'] = GSAY_START_SIGN, ['-'] = GSAY_START_SIGN, ['.'] = GSAY_START_SIGN,
};

uint8_t gsay_start_of(uint32_t id, gsay_word_classes classes)
{
    uint8_t starts = id < GSAY_FIXED_COUNT ? leads[id] : 0;
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
