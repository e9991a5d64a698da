/* Decimal arithmetic by whole numbers of 256 bits: every operation first forms its exact result as
 * numerator / denominator * 10^exponent and then brings it into the one form, rounding once and only where it must.
 *
 * The widths follow from the type: coefficients are below 2^63, divisors below 2^32, and exponents are brought together
 * only while they lie at most ALIGN_MAX apart, so a numerator stays below 2^229. */
#include "base/decimal.h"

#include "base/wide.h"

#define ALIGN_MAX          40 /* exponents farther apart: the smaller operand is below half of the last of 18 digits */
#define COMPARE_MAX        29 /* 10^29 > 2^95, which no coefficient times a divisor reaches */
#define PLAIN_MAX          30 /* digits printed before an exponent is */
#define COEFFICIENT_DIGITS 19 /* of an int64_t that a caller filled in */
#define COEFFICIENT_MAX    999999999999999999u
#define PLAIN_COEFFICIENT  400000000000000000 /* two of them and their sign fit 18 digits */
#define PLAIN_SCALE_MAX    100000000          /* by so much a plain value of few digits is scaled */
#define PRECISION_MAX      (2 * GSAY_DECIMAL_EXPONENT_MAX)

/* A value on its way to the one form: (-1)^is_negative * numerator / denominator * 10^exponent. */
struct exact {
    gsay_wide    numerator;
    gsay_uint128 denominator; /* > 0, below 2^96 */
    int          exponent;
    bool         is_negative;
};

static gsay_uint128 greatest_common_divisor(gsay_uint128 a, gsay_uint128 b)
{
    while (b) {
        gsay_uint128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int clamp(int number, int limit)
{
    return number > limit ? limit : number < -limit ? -limit : number;
}

static uint32_t divisor_of(gsay_decimal value)
{
    return value.divisor ? value.divisor : 1;
}

/* Tell whether a value has no divisor and so few digits that a sum or a comparison of two fits an int64_t. Nearly every
 * number of a text is so, and is spared the wide arithmetic. */
static bool is_plain(gsay_decimal value)
{
    return value.divisor <= 1 && value.coefficient < PLAIN_COEFFICIENT && value.coefficient > -PLAIN_COEFFICIENT;
}

/* Bring two plain values to one exponent where both stay plain: "20" beside half a unit needs no wide arithmetic
 * either. */
static bool align_plain(gsay_decimal *a, gsay_decimal *b)
{
    static const int64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, PLAIN_SCALE_MAX };
    gsay_decimal        *high = a->exponent > b->exponent ? a : b;
    const gsay_decimal  *low = high == a ? b : a;
    int                  gap = high->exponent - low->exponent;
    if (!is_plain(*a) || !is_plain(*b) || (size_t)gap >= sizeof(tens) / sizeof(tens[0]))
        return false;
    if (gap > 0 && (high->coefficient >= PLAIN_COEFFICIENT / PLAIN_SCALE_MAX ||
                    high->coefficient <= -PLAIN_COEFFICIENT / PLAIN_SCALE_MAX))
        return false;
    high->coefficient *= tens[gap];
    high->exponent = low->exponent;
    return true;
}

static uint64_t magnitude_of(gsay_decimal value)
{
    return value.coefficient < 0 ? 0 - (uint64_t)value.coefficient : (uint64_t)value.coefficient;
}

static int count_digits(uint64_t number)
{
    int digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* The power of ten of the first significant digit of the value; 0 for 0. */
static int leading_power(gsay_decimal value)
{
    gsay_uint128 numerator = magnitude_of(value);
    gsay_uint128 denominator = divisor_of(value);
    int          power = count_digits((uint64_t)numerator) - count_digits((uint64_t)denominator);
    for (int i = 0; i < power; i++)
        denominator *= 10;
    for (int i = 0; i > power; i--)
        numerator *= 10;
    return value.exponent + power - (numerator && numerator < denominator);
}

/* Put a coefficient below 10^18 and its exponent into the one form; saturate what lies beyond the exponents. */
static gsay_decimal pack(bool is_negative, uint64_t coefficient, uint32_t divisor, int exponent)
{
    while (coefficient && coefficient % 10 == 0) {
        coefficient /= 10;
        exponent++;
    }
    if (!coefficient || exponent < -GSAY_DECIMAL_EXPONENT_MAX)
        return (gsay_decimal){ .divisor = 1 };
    if (exponent > GSAY_DECIMAL_EXPONENT_MAX) {
        coefficient = COEFFICIENT_MAX;
        exponent = GSAY_DECIMAL_EXPONENT_MAX;
        divisor = 1;
    }
    return (gsay_decimal){
        .coefficient = is_negative ? -(int64_t)coefficient : (int64_t)coefficient,
        .divisor = divisor,
        .exponent = (int16_t)exponent,
    };
}

/* Divide out and round half to even to so many significant digits. */
static gsay_decimal round_exact(struct exact value, int digits)
{
    /* A quotient of at least digits + 1 digits leaves a digit to round by; the rest only breaks ties. */
    gsay_wide bound = gsay_wide_from(value.denominator);
    gsay_wide_scale(&bound, digits);
    while (gsay_wide_compare(&value.numerator, &bound) < 0) {
        gsay_wide_multiply(&value.numerator, 10);
        value.exponent--;
    }
    bool     is_inexact = gsay_wide_divide(&value.numerator, value.denominator) != 0;
    uint64_t limit = 1;
    for (int i = 0; i < digits; i++)
        limit *= 10;
    uint64_t dropped = 0;
    while (!gsay_wide_is_small(&value.numerator) || value.numerator.word[0] >= limit) {
        is_inexact = is_inexact || dropped != 0;
        dropped = (uint64_t)gsay_wide_divide(&value.numerator, 10);
        value.exponent++;
    }
    uint64_t coefficient = value.numerator.word[0];
    if (dropped > 5 || (dropped == 5 && (is_inexact || coefficient % 2 == 1)))
        coefficient++;
    return pack(value.is_negative, coefficient, 1, value.exponent);
}

/* Move the factors 2 and 5 of the denominator into the exponent: what is left has no finite decimal form. Stops where
 * the numerator would not fit; such a value is rounded anyway. */
static void absorb_tens(struct exact *value)
{
    while (value->denominator % 2 == 0 && value->numerator.word[GSAY_WIDE_WORDS - 1] >> 60 == 0) {
        value->denominator /= 2;
        gsay_wide_multiply(&value->numerator, 5);
        value->exponent--;
    }
    while (value->denominator % 5 == 0 && value->numerator.word[GSAY_WIDE_WORDS - 1] >> 60 == 0) {
        value->denominator /= 5;
        gsay_wide_multiply(&value->numerator, 2);
        value->exponent--;
    }
}

/* Divide numerator and denominator by their greatest common divisor. */
static void reduce(struct exact *value)
{
    gsay_wide    quotient = value->numerator;
    gsay_uint128 rest = gsay_wide_divide(&quotient, value->denominator);
    gsay_uint128 common = greatest_common_divisor(value->denominator, rest);
    gsay_wide_divide(&value->numerator, common);
    value->denominator /= common;
}

/* Tell whether the number fits a coefficient. */
static bool has_coefficient(const gsay_wide *number)
{
    return gsay_wide_is_small(number) && number->word[0] <= COEFFICIENT_MAX;
}

/* Move trailing zeros of a long numerator into the exponent; pack does so for a short one. */
static void strip_tens(struct exact *value)
{
    gsay_wide quotient = value->numerator;
    while (!has_coefficient(&value->numerator) && gsay_wide_divide(&quotient, 10) == 0) {
        value->numerator = quotient;
        value->exponent++;
    }
}

/* Bring a value into the one form: exactly where it fits, else rounded. */
static gsay_decimal settle(struct exact value)
{
    if (gsay_wide_is_zero(&value.numerator))
        return (gsay_decimal){ .divisor = 1 };
    if (value.denominator > 1) {
        reduce(&value);
        absorb_tens(&value);
    }
    strip_tens(&value);
    if (value.denominator <= UINT32_MAX && has_coefficient(&value.numerator))
        return pack(value.is_negative, value.numerator.word[0], (uint32_t)value.denominator, value.exponent);
    return round_exact(value, GSAY_DECIMAL_DIGITS);
}

static gsay_decimal with_precision(gsay_decimal value, int precision)
{
    value.precision = (int16_t)clamp(precision, PRECISION_MAX);
    return value;
}

/* The digits of a number as they are read. */
struct digits {
    uint64_t coefficient; /* the first GSAY_DECIMAL_DIGITS significant ones */
    size_t   kept;        /* digits in coefficient */
    size_t   dropped;     /* digits behind them */
    unsigned first_dropped;
    bool     has_more; /* a digit other than 0 after first_dropped */
};

static void take_digit(struct digits *digits, unsigned digit)
{
    if (digits->kept < GSAY_DECIMAL_DIGITS) {
        digits->coefficient = digits->coefficient * 10 + digit;
        digits->kept += digits->coefficient != 0;
        return;
    }
    if (digits->dropped == 0)
        digits->first_dropped = digit;
    else
        digits->has_more = digits->has_more || digit != 0;
    digits->dropped++;
}

/* A count of digits as an exponent; beyond every exponent it need not be exact. */
static int exponent_from(size_t count)
{
    return count > 4 * GSAY_DECIMAL_EXPONENT_MAX ? 4 * GSAY_DECIMAL_EXPONENT_MAX : (int)count;
}

bool gsay_decimal_read(gsay_str text, gsay_decimal *out)
{
    struct digits digits = { 0 };
    bool          is_negative = text.len > 0 && text.ptr[0] == '-';
    size_t        point = text.len;
    for (size_t i = is_negative; i < text.len; i++) {
        if (text.ptr[i] == '.' && point == text.len)
            point = i;
        else if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            take_digit(&digits, (unsigned)(text.ptr[i] - '0'));
        else
            return false;
    }
    if (text.len == is_negative || point + 1 == text.len)
        return false;
    size_t decimals = point < text.len ? text.len - point - 1 : 0;
    int    exponent = digits.dropped >= decimals ? exponent_from(digits.dropped - decimals)
                                                 : -exponent_from(decimals - digits.dropped);
    if (digits.first_dropped > 5 || (digits.first_dropped == 5 && (digits.has_more || digits.coefficient % 2 == 1)))
        digits.coefficient++;
    *out = with_precision(pack(is_negative, digits.coefficient, 1, exponent), -exponent_from(decimals));
    return true;
}

gsay_decimal gsay_decimal_from(int64_t integer)
{
    gsay_decimal value = { .coefficient = integer };
    if (magnitude_of(value) <= COEFFICIENT_MAX)
        return pack(integer < 0, magnitude_of(value), 1, 0);
    return settle((struct exact){
        .numerator = gsay_wide_from(magnitude_of(value)), .denominator = 1, .is_negative = integer < 0 });
}

gsay_decimal gsay_decimal_fraction(int64_t numerator, uint32_t denominator)
{
    gsay_decimal value = { .coefficient = numerator };
    value = settle((struct exact){ .numerator = gsay_wide_from(magnitude_of(value)),
                                   .denominator = denominator ? denominator : 1,
                                   .is_negative = numerator < 0 });
    if (value.divisor > 1)
        return with_precision(value, leading_power(value) - GSAY_DECIMAL_PRINT_DIGITS + 1);
    return with_precision(value, value.exponent < 0 ? value.exponent : 0);
}

gsay_decimal gsay_decimal_shift(gsay_decimal value, int power)
{
    power = clamp(power, 4 * GSAY_DECIMAL_EXPONENT_MAX);
    int precision = value.precision + power;
    if (magnitude_of(value) > COEFFICIENT_MAX)
        value = gsay_decimal_multiply(value, gsay_decimal_from(1));
    value = pack(value.coefficient < 0, magnitude_of(value), divisor_of(value), value.exponent + power);
    return with_precision(value, precision);
}

/* The numerator of a over the product of both divisors, at the exponent given, which is not above that of a. */
static gsay_wide numerator_over(gsay_decimal a, gsay_decimal b, int exponent)
{
    gsay_wide numerator = gsay_wide_from((gsay_uint128)magnitude_of(a) * divisor_of(b));
    gsay_wide_scale(&numerator, a.exponent - exponent);
    return numerator;
}

/* Add the values alone. */
static gsay_decimal add_values(gsay_decimal a, gsay_decimal b)
{
    if (align_plain(&a, &b)) {
        int64_t small = a.coefficient + b.coefficient;
        return pack(small < 0, small < 0 ? (uint64_t)-small : (uint64_t)small, 1, a.exponent);
    }
    int gap = a.exponent - b.exponent;
    if (!b.coefficient || (a.coefficient && gap > ALIGN_MAX))
        return gsay_decimal_shift(a, 0);
    if (!a.coefficient || gap < -ALIGN_MAX)
        return gsay_decimal_shift(b, 0);
    struct exact sum = {
        .denominator = (gsay_uint128)divisor_of(a) * divisor_of(b),
        .exponent = gap < 0 ? a.exponent : b.exponent,
        .is_negative = a.coefficient < 0,
    };
    gsay_wide other = numerator_over(b, a, sum.exponent);
    sum.numerator = numerator_over(a, b, sum.exponent);
    if ((a.coefficient < 0) == (b.coefficient < 0)) {
        gsay_wide_add(&sum.numerator, &other);
    } else if (gsay_wide_compare(&sum.numerator, &other) >= 0) {
        gsay_wide_subtract(&sum.numerator, &other);
    } else {
        gsay_wide_subtract(&other, &sum.numerator);
        sum.numerator = other;
        sum.is_negative = !sum.is_negative;
    }
    return settle(sum);
}

gsay_decimal gsay_decimal_add(gsay_decimal a, gsay_decimal b)
{
    return with_precision(add_values(a, b), a.precision > b.precision ? a.precision : b.precision);
}

gsay_decimal gsay_decimal_subtract(gsay_decimal a, gsay_decimal b)
{
    if (b.coefficient == INT64_MIN)
        b = gsay_decimal_shift(b, 0);
    b.coefficient = -b.coefficient;
    return gsay_decimal_add(a, b);
}

gsay_decimal gsay_decimal_multiply(gsay_decimal a, gsay_decimal b)
{
    gsay_decimal product = settle((struct exact){
        .numerator = gsay_wide_from((gsay_uint128)magnitude_of(a) * magnitude_of(b)),
        .denominator = (gsay_uint128)divisor_of(a) * divisor_of(b),
        .exponent = a.exponent + b.exponent,
        .is_negative = (a.coefficient < 0) != (b.coefficient < 0),
    });
    return with_precision(product, a.precision + leading_power(b));
}

gsay_decimal gsay_decimal_divide(gsay_decimal a, gsay_decimal b)
{
    if (!b.coefficient)
        return (gsay_decimal){ .divisor = 1 };
    gsay_decimal quotient = settle((struct exact){
        .numerator = gsay_wide_from((gsay_uint128)magnitude_of(a) * divisor_of(b)),
        .denominator = (gsay_uint128)divisor_of(a) * magnitude_of(b),
        .exponent = a.exponent - b.exponent,
        .is_negative = (a.coefficient < 0) != (b.coefficient < 0),
    });
    return with_precision(quotient, a.precision - leading_power(b));
}

/* Order the magnitudes of two values that are not 0. */
static int compare_magnitudes(gsay_decimal a, gsay_decimal b)
{
    int gap = a.exponent - b.exponent;
    if (gap == 0 && divisor_of(a) == divisor_of(b))
        return (magnitude_of(a) > magnitude_of(b)) - (magnitude_of(a) < magnitude_of(b));
    if (gap > COMPARE_MAX || gap < -COMPARE_MAX)
        return gap > 0 ? 1 : -1;
    int       exponent = gap < 0 ? a.exponent : b.exponent;
    gsay_wide left = numerator_over(a, b, exponent);
    gsay_wide right = numerator_over(b, a, exponent);
    return gsay_wide_compare(&left, &right);
}

int gsay_decimal_compare(gsay_decimal a, gsay_decimal b)
{
    int sign = (a.coefficient > 0) - (a.coefficient < 0);
    int other = (b.coefficient > 0) - (b.coefficient < 0);
    if (sign != other || sign == 0)
        return (sign > other) - (sign < other);
    if (align_plain(&a, &b))
        return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
    return sign * compare_magnitudes(a, b);
}

int gsay_decimal_digits(gsay_decimal value)
{
    int digits = leading_power(value) - value.precision + 1;
    return value.coefficient && digits > 1 ? digits : 1;
}

/* Append so many zeros. */
static void add_zeros(gsay_buffer *buffer, int count)
{
    while (count-- > 0)
        gsay_buffer_add_byte(buffer, '0');
}

/* Append digits with the point behind the first. */
static void print_scientific(gsay_buffer *buffer, gsay_str digits, int exponent)
{
    int power = exponent + (int)digits.len - 1;
    gsay_buffer_add_byte(buffer, digits.ptr[0]);
    if (digits.len > 1)
        gsay_buffer_add_byte(buffer, '.');
    gsay_buffer_add(buffer, (gsay_str){ digits.ptr + 1, digits.len - 1 });
    gsay_buffer_add_byte(buffer, 'e');
    if (power < 0)
        gsay_buffer_add_byte(buffer, '-');
    gsay_buffer_add_unsigned(buffer, (uint64_t)(power < 0 ? -power : power));
}

/* Append digits times 10^exponent with at least so many decimals. */
static void print_plain(gsay_buffer *buffer, gsay_str digits, int exponent, int decimals)
{
    int whole = (int)digits.len + exponent; /* digits before the point; zeros lead when it is not positive */
    int before = whole < (int)digits.len ? whole : (int)digits.len;
    if (before > 0)
        gsay_buffer_add(buffer, (gsay_str){ digits.ptr, (size_t)before });
    else
        gsay_buffer_add_byte(buffer, '0');
    add_zeros(buffer, exponent);
    if (exponent >= 0 && decimals <= 0)
        return;
    gsay_buffer_add_byte(buffer, '.');
    add_zeros(buffer, -whole);
    if (before < 0)
        before = 0;
    gsay_buffer_add(buffer, (gsay_str){ digits.ptr + before, digits.len - (size_t)before });
    add_zeros(buffer, decimals + (exponent < 0 ? exponent : 0));
}

/* Print a value whose divisor is 1. */
static void print_finite(gsay_buffer *buffer, gsay_decimal value, int decimals)
{
    char     room[COEFFICIENT_DIGITS];
    size_t   begin = sizeof room;
    uint64_t magnitude = magnitude_of(value);
    do {
        room[--begin] = (char)('0' + magnitude % 10);
        magnitude /= 10;
    } while (magnitude);
    gsay_str digits = { room + begin, sizeof room - begin };
    int      whole = (int)digits.len + value.exponent;
    int      before = whole > 0 ? whole : 1;
    if (value.coefficient < 0)
        gsay_buffer_add_byte(buffer, '-');
    if (before - (value.exponent < 0 ? value.exponent : 0) > PLAIN_MAX)
        print_scientific(buffer, digits, value.exponent);
    else
        print_plain(buffer, digits, value.exponent, decimals < PLAIN_MAX - before ? decimals : PLAIN_MAX - before);
}

void gsay_decimal_print(gsay_buffer *buffer, gsay_decimal value)
{
    bool is_integer = value.coefficient >= 0 && value.exponent == 0 && value.precision >= 0;
    if (is_integer && divisor_of(value) == 1) { /* most are */
        gsay_buffer_add_unsigned(buffer, (uint64_t)value.coefficient);
        return;
    }
    if (divisor_of(value) == 1 || !value.coefficient) {
        print_finite(buffer, value, -value.precision);
        return;
    }
    struct exact exact = {
        .numerator = gsay_wide_from(magnitude_of(value)),
        .denominator = divisor_of(value),
        .exponent = value.exponent,
        .is_negative = value.coefficient < 0,
    };
    print_finite(buffer, round_exact(exact, GSAY_DECIMAL_PRINT_DIGITS), 0);
}
