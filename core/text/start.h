/* What may start at a token, by the token alone: one byte that the scanner has at hand, so that the walk over a text steps over nine tokens
 * of ten without a look at their words. Whether something does start there, the recognisers know. */
#ifndef GSAY_TEXT_START_H
#define GSAY_TEXT_START_H

#include "lexicon/fixed.h"
#include "lexicon/lexicon.h"

enum gsay_start {
    GSAY_START_IDENTIFIER = 1, /* a label: "article" */
    GSAY_START_DATE = 2,
    GSAY_START_NUMBER = 4,     /* a quantity, too */
    GSAY_START_FEAST = 8,      /* a date, if it has a capital */
    GSAY_START_ORIGIN = 16,    /* a currency, if it has a capital: "Canadian dollars" */
    GSAY_START_SIGN = 32,      /* PUNCT: what its mark may begin, where no word follows */
    GSAY_START_CAPITAL = 64,   /* WORD: what a capital may begin, by what follows */
    GSAY_START_BENDS = 128,    /* WORD: "the", "last": a date only where what may start at the next token is one, or a mark */
    GSAY_START_ANY = GSAY_START_IDENTIFIER | GSAY_START_DATE | GSAY_START_NUMBER
};

/* By gsay_token.mark: GSAY_START_SIGN, or 0 for what begins nothing. */
extern const uint8_t gsay_start_marks[128];

/* What may start at a word, by its id in every vocabulary (lexicon/fixed.h) and what the lexicon knows of it. */
uint8_t gsay_start_of(uint32_t id, const gsay_lexeme *lexeme);

#endif
