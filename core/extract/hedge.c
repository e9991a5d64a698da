/* Hedges around an amount: what stands before it ("about", "more than", "~") and behind it ("or more", "-odd").
 *
 * The words are the lexicon's; here is only where they may stand. A hedge is not part of the mention, it is its
 * context. */
#include "extract/amount.h"

#define HEDGE_TOKENS_MAX 4u
#define HEDGE_BYTES_MAX  64u /* of a phrase before a number */

/* What a hedge makes of an exact amount. */
static const struct bound_row {
    gsay_bound bound;
    bool       has_lo;
    bool       has_hi;
} bounds[] = {
    [GSAY_HEDGE_NONE] = { GSAY_BOUND_EXACT, true, true },
    [GSAY_HEDGE_ABOUT] = { GSAY_BOUND_APPROX, true, true },
    [GSAY_HEDGE_NEARLY] = { GSAY_BOUND_NEARLY, true, true },
    [GSAY_HEDGE_OVER] = { GSAY_BOUND_MORE_THAN, true, false },
    [GSAY_HEDGE_LEAST] = { GSAY_BOUND_AT_LEAST, true, false },
    [GSAY_HEDGE_UNDER] = { GSAY_BOUND_LESS_THAN, false, true },
    [GSAY_HEDGE_MOST] = { GSAY_BOUND_AT_MOST, false, true },
    [GSAY_HEDGE_EXACTLY] = { GSAY_BOUND_EXACT, true, true },
};

/* The hedge behind an amount. */
static gsay_hedge hedge_behind(const gsay_scan *scan, uint32_t at)
{
    bool is_plus = gsay_scan_marks(scan, at, '+') && gsay_scan_tight(scan, at) &&
                   !(gsay_scan_tight(scan, at + 1) && gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_DIGITS);
    if (is_plus)
        return GSAY_HEDGE_LEAST;
    gsay_str words[HEDGE_TOKENS_MAX];
    uint32_t first = at + gsay_scan_hyphen(scan, at);
    size_t   count = 0;
    if (!gsay_scan_is(scan, first, GSAY_WORD(HEDGE_BEHIND) | GSAY_WORD(HEDGE_FIRST)))
        return GSAY_HEDGE_NONE;
    while (count < HEDGE_TOKENS_MAX && gsay_scan_token(scan, first + (uint32_t)count).kind == GSAY_TOKEN_WORD) {
        words[count] = gsay_scan_word(scan, first + (uint32_t)count)->folded;
        count++;
    }
    size_t      used = 0;
    gsay_lexeme lexeme = gsay_lexicon_find_words(words, count, &used);
    if (gsay_scan_id(scan, first + (uint32_t)used) == GSAY_FIXED_THAN) /* "12 or more than 12" */
        return GSAY_HEDGE_NONE;
    return lexeme.classes & GSAY_WORD(HEDGE_BEHIND) ? (gsay_hedge)lexeme.index : GSAY_HEDGE_NONE;
}

/* What the lexicon knows of exactly the words [first, end), joined by one blank. */
static gsay_lexeme find_joined(const gsay_scan *scan, uint32_t first, uint32_t end)
{
    char   text[HEDGE_BYTES_MAX];
    size_t len = 0;
    for (uint32_t at = first; at < end; at++) {
        gsay_str word = gsay_scan_word(scan, at)->folded;
        if (word.len + 1 > sizeof text - len)
            return (gsay_lexeme){ 0 };
        if (at > first)
            text[len++] = ' ';
        memcpy(text + len, word.ptr, word.len);
        len += word.len;
    }
    return gsay_lexicon_find((gsay_str){ text, len });
}

gsay_hedge gsay_scan_hedge_before(const gsay_scan *scan, uint32_t at, uint32_t *begin)
{
    gsay_hedge found = GSAY_HEDGE_NONE;
    if (!gsay_scan_is(scan, at - 1, GSAY_WORD(HEDGE) | GSAY_WORD(HEDGE_LAST)))
        return GSAY_HEDGE_NONE;
    for (uint32_t count = 1; count <= HEDGE_TOKENS_MAX && at >= scan->free_from + count; count++) {
        uint32_t         first = at - count;
        gsay_token       token = gsay_scan_token(scan, first);
        const gsay_word *word = gsay_scan_word(scan, first);
        if (token.word == GSAY_ID_NONE || token.kind == GSAY_TOKEN_DIGITS)
            break;
        /* "most" and "least" are hedges only in a phrase */
        if (!(word->lexeme.classes & (count == 1 ? GSAY_WORD(HEDGE) : GSAY_WORD(HEDGE_FIRST))) ||
            (count == 1 && (token.word == GSAY_FIXED_MOST || token.word == GSAY_FIXED_LEAST)))
            continue;
        gsay_lexeme lexeme = count == 1 ? word->lexeme : find_joined(scan, first, at);
        if (!(lexeme.classes & GSAY_WORD(HEDGE)))
            continue;
        found = (gsay_hedge)lexeme.index;
        *begin = first;
    }
    return found;
}

uint32_t gsay_scan_hedge(const gsay_scan *scan, gsay_amount *amount)
{
    uint32_t     context = amount->begin;
    gsay_number *number = &amount->number;
    gsay_hedge   hedge = gsay_scan_hedge_before(scan, amount->begin, &context);
    if (hedge == GSAY_HEDGE_NONE)
        hedge = hedge_behind(scan, amount->end);
    if (hedge == GSAY_HEDGE_NONE && amount->kind == GSAY_KIND_NUMBER &&
        gsay_scan_id(scan, amount->end + 1) == GSAY_FIXED_OR)
        hedge = hedge_behind(scan, amount->end + 1); /* "40 rooms or so" */
    if (number->bound != GSAY_BOUND_EXACT || hedge == GSAY_HEDGE_NONE)
        return context;
    const struct bound_row *row = &bounds[hedge];
    number->bound = (uint8_t)row->bound;
    number->has_lo = row->has_lo;
    number->has_hi = row->has_hi;
    if (!row->has_lo)
        number->lo = (gsay_decimal){ 0 };
    if (!row->has_hi)
        number->hi = (gsay_decimal){ 0 };
    return context;
}
