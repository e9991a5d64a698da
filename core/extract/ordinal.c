/* Ordinals: a word ("third"), digits with their ending ("21st"), and cardinals that an ordinal ends ("twenty-fifth",
 * "two hundredth"). */
#include "extract/numeral.h"

/* Read an ordinal in digits: "21st", "3 rd". */
static uint32_t read_digit_ordinal(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    uint32_t ending = gsay_scan_id(scan, at + 1);
    bool     is_ending =
        ending == GSAY_FIXED_ST || ending == GSAY_FIXED_ND || ending == GSAY_FIXED_RD || ending == GSAY_FIXED_TH;
    if (!is_ending || gsay_scan_token(scan, at).kind != GSAY_TOKEN_DIGITS || !gsay_scan_tight(scan, at + 1))
        return at;
    return gsay_decimal_read(gsay_scan_text(scan, at), value) ? at + 2 : at;
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
