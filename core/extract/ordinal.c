/* Ordinals: a word ("third"), digits with their ending ("21st"), and cardinals that an ordinal ends ("twenty-fifth",
 * "two hundredth"). */
#include "extract/numeral.h"

/* Tell whether the ending of an ordinal stands tight behind digits. */
static bool is_ending(const gsay_scan *scan, uint32_t at)
{
    uint32_t id = gsay_scan_id(scan, at);
    return (id == GSAY_FIXED_TH || id == GSAY_FIXED_ST || id == GSAY_FIXED_ND || id == GSAY_FIXED_RD) &&
           gsay_scan_tight(scan, at);
}

/* Read an ordinal in digits: "21st", "1,000th". */
static uint32_t read_digit_ordinal(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    if (gsay_scan_token(scan, at).kind != GSAY_TOKEN_DIGITS)
        return at;
    if (is_ending(scan, at + 1))
        return gsay_decimal_read(gsay_scan_text(scan, at), value) ? at + 2 : at;
    if (!gsay_scan_marks(scan, at + 1, ','))
        return at;
    gsay_decimal grouped = GSAY_DECIMAL_ZERO;
    uint32_t     end = gsay_scan_digits(scan, at, &grouped);
    if (grouped.exponent < 0 || !is_ending(scan, end))
        return at;
    *value = grouped;
    return end + 1;
}

uint32_t gsay_scan_ordinal(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    uint32_t end = read_digit_ordinal(scan, at, value);
    if (end > at || gsay_scan_token(scan, at).kind != GSAY_TOKEN_WORD)
        return end;
    if (gsay_scan_is(scan, at, GSAY_WORD(ORDINAL))) {
        *value = gsay_scan_word(scan, at)->lexeme.number;
        return at + 1;
    }
    gsay_decimal cardinal = gsay_decimal_from(0);
    end = gsay_scan_cardinal(scan, at, GSAY_CARDINAL_PLAIN, &cardinal);
    if (end == at)
        return at;
    end += gsay_scan_hyphen(scan, end);
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, end)->lexeme;
    gsay_lexeme        whole = { .number = cardinal };
    int64_t            count = cardinal.exponent < 0 || cardinal.divisor > 1 ? 0 : gsay_lexeme_integer(&whole);
    int64_t            last = gsay_lexeme_integer(lexeme);
    if (!(lexeme->classes & GSAY_WORD(ORDINAL)) || count == 0 || last == 0)
        return at;
    if (last >= 100)
        *value = gsay_decimal_multiply(cardinal, lexeme->number);
    else if (count % 100 == 0 || (count % 10 == 0 && last < 10 && count % 100 >= 20))
        *value = gsay_decimal_add(cardinal, lexeme->number);
    else
        return at;
    value->precision = 0;
    return end + 1;
}
