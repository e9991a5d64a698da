/* Numbers of one token, digits or a word, behind which no other part of a number stands: most numbers of a text. One
 * look at the next token tells them from all others, which number.c reads. */
#include "extract/numeral.h"

#define PLAIN_DIGITS_MAX 9u /* digits of an integer that 32 bits hold */

/* Tell whether a word behind a number adds nothing to it. */
static bool is_word_apart(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes more = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(MULTIPLIER);
    uint32_t          id = gsay_scan_id(scan, at);
    return id != GSAY_FIXED_AND && id != GSAY_FIXED_POINT && id != GSAY_FIXED_E && id != GSAY_FIXED_LETTER_X &&
           !gsay_scan_is(scan, at, more);
}

/* Tell whether a comma behind a number adds nothing to it: digits in a group of two or three do, behind a blank in a
 * document that is set so. */
static bool is_comma_apart(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    uint32_t   len = next.end - next.begin;
    bool       is_near = scan->is_loose || !(next.flags & GSAY_TOKEN_SPACED);
    return next.kind != GSAY_TOKEN_DIGITS || !is_near || (len != 2 && len != 3);
}

/* Tell whether a mark behind a number adds nothing to it: no digits belong to it, a word apart follows a hyphen. */
static bool is_mark_apart(const gsay_scan *scan, uint32_t at, char mark)
{
    switch (mark) {
    case ',':
        return is_comma_apart(scan, at);
    case '.':
        return gsay_scan_token(scan, at + 1).kind != GSAY_TOKEN_DIGITS;
    case '-':
        return is_word_apart(scan, at + 1);
    case '(': /* "15 (fifteen)" */
    case '*':
    case '^':
        return false;
    case 0: /* "2½", "4·5" */
        return at >= scan->end;
    default:
        return true;
    }
}

/* Tell whether a number ends behind its first token, as most do: what follows adds nothing. */
static bool ends_at_once(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    if (next.kind == GSAY_TOKEN_WORD)
        return is_word_apart(scan, at + 1);
    return next.kind == GSAY_TOKEN_PUNCT && is_mark_apart(scan, at + 1, next.mark);
}

/* Tell whether a word is a number and nothing besides that one is read with: "three". */
static bool is_plain_numeral(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes others = GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(MULTIPLIER) | GSAY_WORD(DETERMINER);
    gsay_word_classes classes = gsay_scan_word(scan, at)->lexeme.classes;
    return (classes & (GSAY_WORD(NUMERAL) | others)) == GSAY_WORD(NUMERAL);
}

/* Read the integer that so few digits say. */
static bool read_small(gsay_str digits, gsay_decimal *value)
{
    int64_t integer = 0;
    for (size_t i = 0; i < digits.len; i++) {
        unsigned digit = (unsigned)(unsigned char)digits.ptr[i] - '0';
        if (digit > 9)
            return false;
        integer = integer * 10 + digit;
    }
    *value = gsay_decimal_from(integer);
    return true;
}

bool gsay_scan_plain_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind == GSAY_TOKEN_DIGITS)
        return token.end - token.begin <= PLAIN_DIGITS_MAX && ends_at_once(scan, at) &&
               read_small(gsay_token_text(scan->text, at), value);
    if (token.kind != GSAY_TOKEN_WORD || !is_plain_numeral(scan, at) || !ends_at_once(scan, at))
        return false;
    *value = gsay_scan_word(scan, at)->lexeme.number;
    return true;
}
