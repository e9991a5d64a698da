/* Numerals in digits: groups, decimals, powers of ten, vulgar fractions.
 *
 * A number is several tokens ("1,500.25" is five); each reader copies the digits of its tokens into one small text and
 * has gsay_decimal_read take it. The text is bounded, and what is longer is no number, so a line of ten million digits
 * costs no more than its tokens. */
#include "extract/numeral.h"

#define NUMERAL_BYTES_MAX 40u
#define POWER_MAX         300    /* of a written power of ten; more is no measurement */
#define EXPONENT_MAX      40     /* of a power to any other base */
#define DENOMINATOR_MAX   100000 /* of a fraction in digits */

struct numeral {
    char   text[NUMERAL_BYTES_MAX];
    size_t len;
    bool   is_too_long;
};

/* One-character fractions, by their UTF-8. */
static const struct vulgar {
    const char *text;
    uint8_t     numerator;
    uint8_t     denominator;
} vulgars[] = {
    { "½", 1, 2 }, { "¼", 1, 4 }, { "¾", 3, 4 }, { "⅓", 1, 3 }, { "⅔", 2, 3 }, { "⅕", 1, 5 },
    { "⅖", 2, 5 }, { "⅗", 3, 5 }, { "⅘", 4, 5 }, { "⅙", 1, 6 }, { "⅚", 5, 6 }, { "⅛", 1, 8 },
    { "⅜", 3, 8 }, { "⅝", 5, 8 }, { "⅞", 7, 8 }, { "⅐", 1, 7 }, { "⅑", 1, 9 }, { "⅒", 1, 10 },
};

static const char *const superscripts[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

static bool is_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

static bool is_tight_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_tight(scan, at) && is_digits(scan, at);
}

static void append(struct numeral *numeral, gsay_str text)
{
    if (text.len > NUMERAL_BYTES_MAX - numeral->len) {
        numeral->is_too_long = true;
        return;
    }
    memcpy(numeral->text + numeral->len, text.ptr, text.len);
    numeral->len += text.len;
}

/* Tell whether a tight mark and tight digits stand at a token; digits of that many bytes, any number when 0. */
static bool has_group(const gsay_scan *scan, uint32_t at, char mark, size_t len)
{
    return gsay_scan_marks(scan, at, mark) && gsay_scan_tight(scan, at) && is_tight_digits(scan, at + 1) &&
           (len == 0 || gsay_scan_text(scan, at + 1).len == len);
}

/* Tell whether a mark and digits behind a blank continue a number, in a document that is set so. */
static bool has_loose_group(const gsay_scan *scan, uint32_t at, char mark)
{
    return scan->is_loose && gsay_scan_marks(scan, at, mark) && gsay_scan_tight(scan, at) && is_digits(scan, at + 1) &&
           gsay_scan_spaced(scan, at + 1) && !gsay_scan_marks(scan, at - 2, mark);
}

/* Count groups of three digits behind a comma and a blank: "2, 129". A list of such numbers is none. */
static uint32_t count_loose_groups(const gsay_scan *scan, uint32_t at)
{
    uint32_t count = 0;
    while (count <= NUMERAL_BYTES_MAX / 3 && has_loose_group(scan, at, ',') && gsay_scan_text(scan, at + 1).len == 3) {
        at += 2;
        count++;
    }
    return gsay_scan_marks(scan, at, ',') && is_digits(scan, at + 1) ? 0 : count;
}

/* Count groups of three digits behind the first; 0 when they are not all of three. */
static uint32_t count_groups(const gsay_scan *scan, uint32_t at, char mark)
{
    uint32_t count = 0;
    while (count <= NUMERAL_BYTES_MAX / 3 && has_group(scan, at, mark, 3)) {
        at += 2;
        count++;
    }
    return has_group(scan, at, mark, 0) ? 0 : count;
}

/* Count groups of the Indian way, "12,34,567"; 0 when there are none of two digits. */
static uint32_t count_indian_groups(const gsay_scan *scan, uint32_t at)
{
    uint32_t count = 0;
    while (count <= NUMERAL_BYTES_MAX / 3 && has_group(scan, at, ',', 2)) {
        at += 2;
        count++;
    }
    return count && has_group(scan, at, ',', 3) && !has_group(scan, at + 2, ',', 0) ? count + 1 : 0;
}

/* Tell whether one blank, narrow or unbreakable or not, and nothing else stands before a token. */
static bool has_one_blank(const gsay_scan *scan, uint32_t at)
{
    gsay_span gap = { gsay_scan_token(scan, at - 1).end, gsay_scan_token(scan, at).begin };
    gsay_str  blank = gsay_str_slice(scan->text->document->text, gap);
    return gsay_str_equal(blank, GSAY_STR(" ")) || gsay_str_equal(blank, GSAY_STR("\xc2\xa0")) ||
           gsay_str_equal(blank, GSAY_STR("\xe2\x80\xaf")) || gsay_str_equal(blank, GSAY_STR("\xe2\x80\x89"));
}

/* Count groups of three digits behind blanks, "1 414 021"; 0 when digits of another length follow. */
static uint32_t count_blank_groups(const gsay_scan *scan, uint32_t at)
{
    uint32_t count = 0;
    while (count <= NUMERAL_BYTES_MAX / 3 && is_digits(scan, at) && gsay_scan_spaced(scan, at) &&
           has_one_blank(scan, at) && gsay_scan_text(scan, at).len == 3) {
        at++;
        count++;
    }
    return is_digits(scan, at) ? 0 : count;
}

/* Append the integer part. Returns the token behind it. */
static uint32_t read_groups(const gsay_scan *scan, uint32_t at, struct numeral *numeral)
{
    gsay_str first = gsay_scan_text(scan, at);
    append(numeral, first);
    at++;
    if (first.len > 3 || first.ptr[0] == '0')
        return at;
    uint32_t commas = count_groups(scan, at, ',');
    uint32_t points = commas ? 0 : count_groups(scan, at, '.');
    uint32_t pairs = commas || points || first.len > 2 ? 0 : count_indian_groups(scan, at);
    uint32_t groups = commas ? commas : points > 1 ? points : pairs;
    if (!groups)
        groups = count_loose_groups(scan, at);
    for (uint32_t i = 0; i < groups; i++, at += 2)
        append(numeral, gsay_scan_text(scan, at + 1));
    for (uint32_t blanks = groups ? 0 : count_blank_groups(scan, at); blanks > 0; blanks--)
        append(numeral, gsay_scan_text(scan, at++));
    return at;
}

/* Tell whether a decimal point written as a token of its own ("4 . 8 %") goes on with a number here: what follows says
 * so. */
static bool is_loose_point(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_marks(scan, at, '.') || !gsay_scan_spaced(scan, at) || !is_digits(scan, at + 1) ||
        !gsay_scan_spaced(scan, at + 1))
        return false;
    return gsay_scan_marks(scan, at + 2, '%') || gsay_scan_marks(scan, at - 2, '$') ||
           gsay_scan_is(scan, at + 2, GSAY_WORD(SCALE) | GSAY_WORD(UNIT) | GSAY_WORD(CURRENCY)) ||
           gsay_scan_text(scan, at + 1).len > 2;
}

/* Append the decimals. Returns the token behind them, or at. */
static uint32_t read_decimals(const gsay_scan *scan, uint32_t at, struct numeral *numeral)
{
    bool is_middle_dot = gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("·")) && gsay_scan_tight(scan, at) &&
                         is_tight_digits(scan, at + 1);
    bool is_loose = has_loose_group(scan, at, '.') && gsay_scan_text(scan, at + 1).len <= 2;
    if (!has_group(scan, at, '.', 0) && !is_loose_point(scan, at) && !is_middle_dot && !is_loose)
        return at;
    append(numeral, GSAY_STR("."));
    append(numeral, gsay_scan_text(scan, at + 1));
    return at + 2;
}

/* The number that digits of up to three bytes say. */
static int small_number(gsay_str digits)
{
    int number = 0;
    for (size_t i = 0; i < digits.len; i++)
        number = number < POWER_MAX ? number * 10 + (digits.ptr[i] - '0') : POWER_MAX + 1;
    return number;
}

/* Read an exponent: "9", "-3", "+23"; a caret before it is the caller's. */
static uint32_t read_exponent(const gsay_scan *scan, uint32_t at, int *power)
{
    bool     is_minus = gsay_scan_marks(scan, at, '-');
    uint32_t digits = at + (is_minus || gsay_scan_marks(scan, at, '+'));
    if (!is_tight_digits(scan, digits) || (digits > at && !gsay_scan_tight(scan, at)))
        return at;
    *power = small_number(gsay_scan_text(scan, digits));
    if (is_minus)
        *power = -*power;
    return digits + 1;
}

/* Read what follows a base: "^9", "^-3", "⁻³". */
static uint32_t read_raised(const gsay_scan *scan, uint32_t at, int *power)
{
    uint32_t end = gsay_scan_tight(scan, at) ? gsay_scan_superscript(scan, at, power) : at;
    if (end > at || !gsay_scan_marks(scan, at, '^') || !gsay_scan_tight(scan, at))
        return end;
    end = read_exponent(scan, at + 1, power);
    return end > at + 1 ? end : at;
}

/* Read a power of ten: "e23", "×10^-3", "x10-3", "× 10⁹". */
static uint32_t read_power_of_ten(const gsay_scan *scan, uint32_t at, int *power)
{
    if (gsay_scan_id(scan, at) == GSAY_FIXED_E && gsay_scan_tight(scan, at)) {
        uint32_t end = read_exponent(scan, at + 1, power);
        return end > at + 1 ? end : at;
    }
    bool is_times = gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("×")) ||
                    gsay_scan_id(scan, at) == GSAY_FIXED_LETTER_X || gsay_scan_marks(scan, at, '*');
    if (!is_times || !gsay_str_equal(gsay_scan_text(scan, at + 1), GSAY_STR("10")))
        return at;
    uint32_t end = read_raised(scan, at + 2, power);
    if (end == at + 2 && gsay_scan_marks(scan, end, '-'))
        end = read_exponent(scan, end, power);
    return end > at + 2 ? end : at;
}

/* base to the power, exactly while digits last. */
static gsay_decimal raise(gsay_decimal base, int power)
{
    gsay_decimal result = gsay_decimal_from(1);
    for (int i = 0; i < (power < 0 ? -power : power); i++)
        result = gsay_decimal_multiply(result, base);
    return power < 0 && result.coefficient ? gsay_decimal_divide(gsay_decimal_from(1), result) : result;
}

/* Read a one-character fraction. */
static uint32_t read_vulgar(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_token token = gsay_scan_token(scan, at);
    gsay_str   text = gsay_scan_text(scan, at);
    if (token.kind != GSAY_TOKEN_PUNCT || token.mark || text.len < 2)
        return at;
    for (size_t i = 0; i < sizeof vulgars / sizeof *vulgars; i++) {
        if (gsay_str_equal(text, gsay_str_of(vulgars[i].text))) {
            *value = gsay_decimal_fraction(vulgars[i].numerator, vulgars[i].denominator);
            return at + 1;
        }
    }
    return at;
}

/* Multiply by what raises the number behind it, or add what completes it. */
static uint32_t read_tail(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    int          power = 0;
    gsay_decimal part = { 0 };
    uint32_t     end = read_power_of_ten(scan, at, &power);
    if (end > at && power <= POWER_MAX && power >= -POWER_MAX) {
        *value = gsay_decimal_shift(*value, power);
        return end;
    }
    end = gsay_scan_marks(scan, at, '^') ? read_raised(scan, at, &power) : at;
    if (end > at && power <= EXPONENT_MAX && power >= -EXPONENT_MAX) {
        *value = raise(*value, power);
        return end;
    }
    end = value->exponent >= 0 ? read_vulgar(scan, at, &part) : at;
    if (end > at)
        *value = gsay_decimal_add(*value, part);
    return end;
}

uint32_t gsay_scan_superscript(const gsay_scan *scan, uint32_t at, int *power)
{
    uint32_t end = at;
    bool     is_minus = gsay_str_equal(gsay_scan_text(scan, end), GSAY_STR("⁻"));
    int      number = 0;
    uint32_t first = end + is_minus;
    for (end = first; end < first + 3; end++) {
        gsay_str text = gsay_scan_text(scan, end);
        int      digit = 0;
        while (digit < 10 && !gsay_str_equal(text, gsay_str_of(superscripts[digit])))
            digit++;
        if (digit == 10)
            break;
        number = number * 10 + digit;
    }
    if (end == first)
        return at;
    *power = is_minus ? -number : number;
    return end;
}

uint32_t gsay_scan_digits(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    struct numeral numeral = { .len = 0 };
    bool           has_point_first =
        gsay_scan_marks(scan, at, '.') && is_tight_digits(scan, at + 1) &&
        (at == scan->begin || gsay_scan_spaced(scan, at) || gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_PUNCT);
    if (!is_digits(scan, at) && !has_point_first)
        return read_vulgar(scan, at, value);
    uint32_t end = has_point_first ? at : read_groups(scan, at, &numeral);
    uint32_t decimals = end;
    if (has_point_first) {
        append(&numeral, GSAY_STR("."));
        append(&numeral, gsay_scan_text(scan, at + 1));
        end = at + 2;
    } else {
        end = read_decimals(scan, end, &numeral);
    }
    if (numeral.is_too_long || (end > decimals && has_group(scan, end, '.', 0)) ||
        !gsay_decimal_read((gsay_str){ numeral.text, numeral.len }, value))
        return at;
    return read_tail(scan, end, value);
}

uint32_t gsay_scan_slashed(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    uint32_t   numerator = at;
    gsay_token next = gsay_scan_token(scan, at + 1);
    bool       may_follow = next.kind == GSAY_TOKEN_DIGITS || next.mark == '/' || !next.mark;
    if (!is_digits(scan, at) || next.kind == GSAY_TOKEN_WORD || !may_follow)
        return at;
    bool is_mixed = is_digits(scan, at + 1) && gsay_scan_spaced(scan, at + 1);
    numerator += is_mixed;
    uint32_t slash = numerator + 1;
    uint32_t denominator = numerator + 2;
    if (!is_digits(scan, denominator) || gsay_scan_marks(scan, denominator + 1, '/') ||
        !(gsay_scan_marks(scan, slash, '/') || gsay_str_equal(gsay_scan_text(scan, slash), GSAY_STR("⁄"))) ||
        gsay_scan_spaced(scan, slash) != gsay_scan_spaced(scan, denominator) ||
        has_group(scan, denominator + 1, '.', 0) || has_group(scan, denominator + 1, ',', 0))
        return at;
    gsay_decimal over = { 0 }, under = { 0 };
    if (!gsay_decimal_read(gsay_scan_text(scan, numerator), &over) ||
        !gsay_decimal_read(gsay_scan_text(scan, denominator), &under) || under.coefficient == 0 ||
        gsay_decimal_compare(under, gsay_decimal_from(DENOMINATOR_MAX)) > 0 || gsay_decimal_compare(over, under) >= 0)
        return at;
    *value = gsay_decimal_divide(over, under);
    if (is_mixed) {
        gsay_decimal whole = { 0 };
        if (!gsay_decimal_read(gsay_scan_text(scan, at), &whole))
            return at;
        *value = gsay_decimal_add(whole, *value);
    }
    return denominator + 1;
}
