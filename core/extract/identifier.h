/* What the files identifier*.c share: the place where digits stand, and what stands tight behind them. */
#ifndef GSAY_EXTRACT_IDENTIFIER_H
#define GSAY_EXTRACT_IDENTIFIER_H

#include "extract/amount.h"

#define GSAY_CHAIN_TOKENS_MAX 16u /* of an identifier */

/* identifier_digits.c: read what begins with digits and names: a version, a telephone number, a score, "76ers". Returns the token
 * behind it, or at. */
uint32_t gsay_identifier_from_digits(const gsay_scan *scan, uint32_t at);

/* identifier_digits.c: read on over whatever stands tight behind digits of a label: ".2", "-719", "(1)", "a". */
uint32_t gsay_identifier_tail(const gsay_scan *scan, uint32_t at);

/* Tell whether digits stand at a token. */
static inline bool gsay_scan_digits_at(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

/* Tell whether digits follow the token before them without white space. */
static inline bool gsay_scan_tight_digits_at(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_digits_at(scan, at) && gsay_scan_tight(scan, at);
}

/* Tell whether a word stands at a token. */
static inline bool gsay_scan_word_at(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
}

/* Tell whether a word with a capital stands at a token. */
static inline bool gsay_scan_capital_at(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_word_at(scan, at) && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
}

/* How many digits stand at a token; 0 where none do. */
static inline size_t gsay_scan_digit_count(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_digits_at(scan, at) ? gsay_scan_text(scan, at).len : 0;
}

/* Tell whether a tight mark and tight digits stand at a token. */
static inline bool gsay_scan_part_at(const gsay_scan *scan, uint32_t at, char mark)
{
    return gsay_scan_marks(scan, at, mark) && gsay_scan_tight(scan, at) && gsay_scan_tight_digits_at(scan, at + 1);
}

/* The longer of two readings. */
static inline uint32_t gsay_longest(uint32_t one, uint32_t other)
{
    return one > other ? one : other;
}

#endif
