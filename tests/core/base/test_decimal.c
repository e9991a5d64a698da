/* Exact decimals: reading and printing, the laws of arithmetic and order on random values, the edges of the type. */
#include "base/decimal.h"

#include <stdlib.h>

#include "random.h"
#include "suite.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof(table)[0]))

Suite *decimal_suite(void);

/* Read a number that the test knows to be one. */
static gsay_decimal number(const char *text)
{
    gsay_decimal value = { 0 };
    ck_assert_msg(gsay_decimal_read(gsay_str_of(text), &value), "%s", text);
    return value;
}

/* Assert what a value prints as. */
static void assert_prints(gsay_decimal value, const char *text)
{
    gsay_buffer buffer = { 0 };
    gsay_decimal_print(&buffer, value);
    assert_str(gsay_buffer_view(&buffer), text);
    gsay_buffer_clear(&buffer);
}

/* Assert that a value has the one form: a reader may compare fields. */
static void assert_one_form(gsay_decimal value)
{
    ck_assert_uint_ge(value.divisor, 1);
    ck_assert(value.coefficient == 0 || value.coefficient % 10 != 0);
    ck_assert(value.coefficient != 0 || (value.exponent == 0 && value.divisor == 1));
    ck_assert(value.divisor == 1 || (value.divisor % 2 != 0 && value.divisor % 5 != 0));
    ck_assert_int_lt(value.coefficient, 1000000000000000000);
    ck_assert_int_gt(value.coefficient, -1000000000000000000);
}

static bool is_same(gsay_decimal a, gsay_decimal b)
{
    return a.coefficient == b.coefficient && a.exponent == b.exponent && a.divisor == b.divisor;
}

static const struct {
    const char *text;
    int64_t     coefficient;
    int         exponent;
    int         precision;
    int         digits;
} READ[] = {
    { "0", 0, 0, 0, 1 },
    { "-0", 0, 0, 0, 1 },
    { "0.00", 0, 0, -2, 1 },
    { "20", 2, 1, 0, 2 },
    { "3000", 3, 3, 0, 4 },
    { ".77", 77, -2, -2, 2 },
    { "7.20000", 72, -1, -5, 6 },
    { "-5", -5, 0, 0, 1 },
    { "-.5", -5, -1, -1, 1 },
    { "0.050", 5, -2, -3, 2 },
    { "0007", 7, 0, 0, 1 },
    { "999999999999999999", 999999999999999999, 0, 0, 18 },
    { "1000000000000000000", 1, 18, 0, 19 },
    { "1234567890123456785", 123456789012345678, 1, 0, 19 },     /* half to even, down */
    { "1234567890123456775", 123456789012345678, 1, 0, 19 },     /* half to even, up */
    { "1234567890123456785.01", 123456789012345679, 1, -2, 21 }, /* more than half */
    { "9999999999999999995", 1, 19, 0, 20 },                     /* carries through */
    { "0.1234567890123456789", 123456789012345679, -18, -19, 19 },
};

START_TEST(reads_plain_numbers)
{
    gsay_decimal value = number(READ[_i].text);
    ck_assert_int_eq(value.coefficient, READ[_i].coefficient);
    ck_assert_int_eq(value.exponent, READ[_i].exponent);
    ck_assert_int_eq(value.precision, READ[_i].precision);
    ck_assert_int_eq(gsay_decimal_digits(value), READ[_i].digits);
    assert_one_form(value);
}
END_TEST

static const char *const NO_NUMBERS[] = {
    "", "-", ".", "-.", "5.", "+5", "1,000", "1e3", "1.2.3", "--1", " 1", "1 ", "0x1", "\xD9\xA3", "1-", "..5", "NaN",
};

START_TEST(refuses_everything_else)
{
    gsay_decimal value = { .coefficient = 42 };
    ck_assert(!gsay_decimal_read(gsay_str_of(NO_NUMBERS[_i]), &value));
    ck_assert_int_eq(value.coefficient, 42);
}
END_TEST

START_TEST(reads_ten_megabytes_of_digits)
{
    size_t       len = sweep(10000000);
    char        *text = malloc(len);
    gsay_decimal value = { 0 };
    memset(text, '9', len);
    ck_assert(gsay_decimal_read((gsay_str){ text, len }, &value));
    ck_assert_int_eq(value.exponent, GSAY_DECIMAL_EXPONENT_MAX);
    memset(text, '0', len);
    text[1] = '.';
    text[len - 1] = '1';
    ck_assert(gsay_decimal_read((gsay_str){ text, len }, &value));
    ck_assert_int_eq(value.coefficient, 0);
    memset(text, '0', len);
    text[len - 1] = '7';
    ck_assert(gsay_decimal_read((gsay_str){ text, len }, &value));
    ck_assert_int_eq(value.coefficient, 7);
    free(text);
}
END_TEST

static const char *const PLAIN[] = {
    "0",
    "0.00",
    "5",
    "-5",
    "20",
    "3000",
    "0.77",
    "7.20000",
    "-0.050",
    "123456789012345678",
    "0.000000000000000001",
    "1000000000000000000000000000",
    "100000000000000000000000000000",
    "1.5",
    "12.30",
    "-1000000.0",
};

START_TEST(prints_what_it_read)
{
    assert_prints(number(PLAIN[_i]), PLAIN[_i]);
}
END_TEST

static const struct {
    gsay_decimal value;
    const char  *text;
} PRINTED[] = {
    { { .coefficient = 602, .exponent = 38 }, "6.02e40" },
    { { .coefficient = -1, .exponent = 30 }, "-1e30" },
    { { .coefficient = 5, .exponent = -40, .divisor = 1 }, "5e-40" },
    { { .coefficient = 15, .exponent = 8, .precision = 8 }, "1500000000" },
    { { .coefficient = 15, .exponent = -1, .precision = 0 }, "1.5" },
    { { .coefficient = 5, .precision = -9999 }, "5.00000000000000000000000000000" },
    { { .coefficient = 1, .divisor = 3 }, "0.333333333333333" },
    { { .coefficient = -2, .divisor = 3 }, "-0.666666666666667" },
    { { .coefficient = 1, .divisor = 3, .exponent = 3 }, "333.333333333333" },
    { { .coefficient = 1, .divisor = 7, .exponent = -5 }, "0.00000142857142857143" },
    { { .coefficient = INT64_MIN }, "-9223372036854775808" },
    { { .coefficient = INT64_MAX, .exponent = -19 }, "0.9223372036854775807" },
};

START_TEST(prints_exponents_only_beyond_thirty_digits)
{
    assert_prints(PRINTED[_i].value, PRINTED[_i].text);
}
END_TEST

static const struct {
    int64_t     numerator;
    uint32_t    denominator;
    const char *text;
    uint32_t    divisor;
    int         precision;
} FRACTIONS[] = {
    { 1, 2, "0.5", 1, -1 },
    { 3, 4, "0.75", 1, -2 },
    { 6, 3, "2", 1, 0 },
    { 0, 7, "0", 1, 0 },
    { -5, 10, "-0.5", 1, -1 },
    { 2, 6, "0.333333333333333", 3, -15 },
    { 1, 6, "0.166666666666667", 3, -15 },
    { 200, 3, "66.6666666666667", 3, -13 },
    { 7, 1, "7", 1, 0 },
    { 5000, 1, "5000", 1, 0 },
    { 1, 4294967291, "0.00000000023283064392492", 4294967291, -24 },
    { 1, 1u << 31, "0.000000000465661287307739258", 1, -27 }, /* 22 digits, rounded */
    { INT64_MIN, 1, "-9223372036854775810", 1, 0 },
    { INT64_MAX, 3, "3074457345618258600", 1, 0 },
};

START_TEST(fractions_are_reduced_and_finite_ones_are_decimals)
{
    gsay_decimal value = gsay_decimal_fraction(FRACTIONS[_i].numerator, FRACTIONS[_i].denominator);
    assert_one_form(value);
    assert_prints(value, FRACTIONS[_i].text);
    ck_assert_int_eq(value.precision, FRACTIONS[_i].precision);
    ck_assert_uint_eq(value.divisor, FRACTIONS[_i].divisor);
}
END_TEST

START_TEST(equal_fractions_have_one_form)
{
    for (int64_t numerator = -40; numerator <= 40; numerator++)
        for (uint32_t denominator = 1; denominator <= 60; denominator++) {
            gsay_decimal plain = gsay_decimal_fraction(numerator, denominator);
            gsay_decimal wider = gsay_decimal_fraction(numerator * 84, denominator * 84);
            gsay_decimal divided = gsay_decimal_divide(gsay_decimal_from(numerator), gsay_decimal_from(denominator));
            assert_one_form(plain);
            ck_assert(is_same(plain, wider));
            ck_assert(is_same(plain, divided));
            gsay_decimal back = gsay_decimal_multiply(plain, gsay_decimal_from(denominator));
            ck_assert(is_same(back, gsay_decimal_from(numerator)));
        }
}
END_TEST

static const struct {
    const char *left;
    char        operation;
    const char *right;
    const char *result;
    int         precision;
} SUMS[] = {
    { "1.5", '+', "2.25", "3.75", -1 },
    { "20", '-', "20", "0", 0 },
    { "0.1", '+', "0.2", "0.3", -1 },
    { "5", '-', "7.5", "-2.5", 0 },
    { "-5", '-', "-7.5", "2.5", 0 },
    { "100000000000000000000000000000", '+', "0.000000000000000001", "100000000000000000000000000000", 0 },
    { "4000000001", '+', "0.00000001", "4000000001.00000001", 0 },
    { "3999999999", '+', "0.00000001", "3999999999.00000001", 0 },
    { "-3999999999", '-', "0.00000001", "-3999999999.00000001", 0 },
    { "399999999999999999", '-', "0.1", "399999999999999999", 0 },
    { "123456789012345678", '+', "0.5", "123456789012345678", 0 },
    { "123456789012345677", '+', "0.5", "123456789012345678", 0 },
    { "1.2", '*', "3", "3.6", -1 },
    { "-4", '*', "2.5", "-10", 0 },
    { "1.5", '*', "1000", "1500", 2 },
    { "5", '*', "1.609344", "8.04672", 0 },
    { "999999999999999999", '*', "999999999999999999", "999999999999999998000000000000000000", 17 },
    { "1", '/', "8", "0.125", 0 },
    { "10", '/', "4", "2.5", 0 },
    { "1", '/', "3", "0.333333333333333", 0 },
    { "0", '/', "3", "0", 0 },
    { "-7", '/', "-2", "3.5", 0 },
    { "1", '/', "999999999999999989", "0.00000000000000000100000000000000001", -17 },
};

START_TEST(calculates)
{
    gsay_decimal left = number(SUMS[_i].left);
    gsay_decimal right = number(SUMS[_i].right);
    gsay_decimal result = SUMS[_i].operation == '+'   ? gsay_decimal_add(left, right)
                          : SUMS[_i].operation == '-' ? gsay_decimal_subtract(left, right)
                          : SUMS[_i].operation == '*' ? gsay_decimal_multiply(left, right)
                                                      : gsay_decimal_divide(left, right);
    ck_assert_int_eq(result.precision, SUMS[_i].precision);
    assert_one_form(result);
    if (result.divisor == 1)
        ck_assert_int_eq(gsay_decimal_compare(result, number(SUMS[_i].result)), 0);
    else
        assert_prints(result, SUMS[_i].result);
}
END_TEST

START_TEST(a_quotient_that_no_fraction_holds_is_rounded)
{
    gsay_decimal quotient = gsay_decimal_divide(gsay_decimal_from(2), number("30000000000.1"));
    ck_assert_uint_eq(quotient.divisor, 1);
    ck_assert_int_eq(quotient.coefficient, 666666666664444444); /* 6.66666666664444444445...e-11 */
    ck_assert_int_eq(quotient.exponent, -28);
}
END_TEST

START_TEST(shifting_moves_value_and_precision)
{
    gsay_decimal value = gsay_decimal_shift(number("1.50"), 9);
    ck_assert_int_eq(value.precision, 7);
    ck_assert_int_eq(gsay_decimal_digits(value), 3);
    assert_prints(value, "1500000000");
    assert_prints(gsay_decimal_shift(value, -9), "1.50");
    assert_prints(gsay_decimal_shift(gsay_decimal_fraction(1, 3), 2), "33.3333333333333");
    ck_assert_int_eq(gsay_decimal_shift((gsay_decimal){ .coefficient = 30 }, 0).exponent, 1);
}
END_TEST

START_TEST(exponents_saturate)
{
    gsay_decimal huge = gsay_decimal_shift(gsay_decimal_from(7), 9999);
    gsay_decimal most = gsay_decimal_shift(huge, 1);
    gsay_decimal tiny = gsay_decimal_shift(gsay_decimal_from(7), -9999);
    ck_assert_int_eq(huge.exponent, 9999);
    ck_assert_int_eq(gsay_decimal_compare(most, huge), 1);
    ck_assert(is_same(gsay_decimal_shift(most, INT32_MAX), most));
    ck_assert(is_same(gsay_decimal_multiply(huge, huge), most));
    ck_assert_int_eq(gsay_decimal_multiply(huge, gsay_decimal_from(-100)).coefficient, -999999999999999999);
    ck_assert_int_gt(gsay_decimal_compare(tiny, gsay_decimal_from(0)), 0);
    ck_assert_int_eq(gsay_decimal_multiply(tiny, tiny).coefficient, 0);
    ck_assert_int_eq(gsay_decimal_shift(tiny, INT32_MIN).coefficient, 0);
    ck_assert_int_eq(gsay_decimal_divide(huge, tiny).exponent, 9999);
    ck_assert(is_same(gsay_decimal_add(huge, tiny), huge));
    ck_assert_int_gt(gsay_decimal_compare(huge, tiny), 0);
    ck_assert_int_eq(gsay_decimal_divide(huge, gsay_decimal_from(0)).coefficient, 0);
}
END_TEST

START_TEST(values_that_callers_filled_in_badly_do_no_harm)
{
    const gsay_decimal odd[] = {
        { .coefficient = INT64_MIN, .divisor = UINT32_MAX, .exponent = INT16_MAX, .precision = INT16_MIN },
        { .coefficient = INT64_MAX, .divisor = 1u << 31, .exponent = INT16_MIN, .precision = INT16_MAX },
        { .coefficient = INT64_MIN, .divisor = 1u << 31, .exponent = 20 },
        { .coefficient = 1000, .divisor = 0, .exponent = -20 },
        { .coefficient = 0, .divisor = 77, .exponent = 400 },
    };
    for (int i = 0; i < 5; i++)
        for (int k = 0; k < 5; k++) {
            assert_one_form(gsay_decimal_add(odd[i], odd[k]));
            assert_one_form(gsay_decimal_subtract(odd[i], odd[k]));
            assert_one_form(gsay_decimal_multiply(odd[i], odd[k]));
            assert_one_form(gsay_decimal_divide(odd[i], odd[k]));
            ck_assert_int_eq(gsay_decimal_compare(odd[i], odd[k]), -gsay_decimal_compare(odd[k], odd[i]));
            gsay_buffer buffer = { 0 };
            gsay_decimal_print(&buffer, odd[i]);
            ck_assert_uint_lt(buffer.len, 64);
            gsay_buffer_clear(&buffer);
        }
}
END_TEST

/* A value from all over the type, many of them close to each other. */
static gsay_decimal random_value(uint64_t *seed)
{
    unsigned     digits = (unsigned)(next_random(seed) % 60);
    int64_t      coefficient = (int64_t)(next_random(seed) >> (4 + digits));
    gsay_decimal value = gsay_decimal_from(next_random(seed) % 2 ? coefficient : -coefficient);
    if (next_random(seed) % 3 == 0)
        value = gsay_decimal_divide(value, gsay_decimal_from((int64_t)(next_random(seed) % 1000 + 1)));
    return gsay_decimal_shift(value, (int)(next_random(seed) % 9) - 4);
}

START_TEST(what_is_printed_reads_back_the_same)
{
    uint64_t seed = 31;
    for (int round = 0; round < 5000; round++) {
        gsay_decimal value = random_value(&seed);
        gsay_decimal back = { 0 };
        gsay_buffer  buffer = { 0 };
        if (value.divisor != 1)
            continue;
        value.precision = (int16_t)(next_random(&seed) % 8 - 7);
        if (value.precision > value.exponent)
            value.precision = value.exponent;
        if (value.precision > 0)
            value.precision = 0;
        gsay_decimal_print(&buffer, value);
        ck_assert(gsay_decimal_read(gsay_buffer_view(&buffer), &back));
        ck_assert(is_same(value, back));
        ck_assert_int_eq(value.precision, back.precision);
        gsay_buffer_clear(&buffer);
    }
}
END_TEST

START_TEST(the_order_is_total)
{
    uint64_t seed = 32;
    for (int round = 0; round < 10000; round++) {
        gsay_decimal a = random_value(&seed);
        gsay_decimal b = round % 5 ? random_value(&seed) : a;
        gsay_decimal c = random_value(&seed);
        int          order = gsay_decimal_compare(a, b);
        ck_assert_int_eq(order, -gsay_decimal_compare(b, a));
        ck_assert_int_eq(order == 0, is_same(a, b)); /* one value, one form */
        if (order <= 0 && gsay_decimal_compare(b, c) <= 0)
            ck_assert_int_le(gsay_decimal_compare(a, c), 0);
        gsay_decimal difference = gsay_decimal_subtract(a, b);
        ck_assert_int_eq(order, (difference.coefficient > 0) - (difference.coefficient < 0));
    }
}
END_TEST

/* Neighbours that differ in the last of 18 digits, or only beyond what a double could tell. */
START_TEST(close_values_are_told_apart)
{
    ck_assert_int_lt(gsay_decimal_compare(number("0.333333333333333333"), gsay_decimal_fraction(1, 3)), 0);
    ck_assert_int_gt(gsay_decimal_compare(number("0.333333333333333334"), gsay_decimal_fraction(1, 3)), 0);
    ck_assert_int_lt(gsay_decimal_compare(gsay_decimal_fraction(4294967290, 4294967291),
                                          gsay_decimal_fraction(4294967294, 4294967295)),
                     0);
    ck_assert_int_lt(gsay_decimal_compare(number("999999999999999998"), number("999999999999999999")), 0);
    ck_assert_int_eq(gsay_decimal_compare(number("4.20"), number("4.2")), 0);
    gsay_decimal far = gsay_decimal_shift(gsay_decimal_from(1), 35);
    ck_assert_int_gt(gsay_decimal_compare(far, number("999999999999999999")), 0);
    ck_assert_int_lt(gsay_decimal_compare(gsay_decimal_subtract(gsay_decimal_from(0), far), number("1")), 0);
}
END_TEST

/* On numbers that 64 bits hold, the machine's own arithmetic is the reference. */
START_TEST(agrees_with_whole_numbers)
{
    uint64_t seed = 33;
    for (int round = 0; round < 10000; round++) {
        int64_t      left = (int64_t)(next_random(&seed) >> 36) - (1 << 27);
        int64_t      right = (int64_t)(next_random(&seed) >> 36) - (1 << 27);
        gsay_decimal a = gsay_decimal_from(left);
        gsay_decimal b = gsay_decimal_from(right);
        ck_assert(is_same(gsay_decimal_add(a, b), gsay_decimal_from(left + right)));
        ck_assert(is_same(gsay_decimal_subtract(a, b), gsay_decimal_from(left - right)));
        ck_assert(is_same(gsay_decimal_multiply(a, b), gsay_decimal_from(left * right)));
        ck_assert_int_eq(gsay_decimal_compare(a, b), (left > right) - (left < right));
        if (right)
            ck_assert(is_same(gsay_decimal_divide(gsay_decimal_from(left * right), b), a));
    }
}
END_TEST

Suite *decimal_suite(void)
{
    Suite *suite = suite_create("core/base/decimal");
    TCase *tcase = tcase_create("decimal");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, reads_plain_numbers, 0, ROWS(READ));
    tcase_add_loop_test(tcase, refuses_everything_else, 0, ROWS(NO_NUMBERS));
    tcase_add_test(tcase, reads_ten_megabytes_of_digits);
    tcase_add_loop_test(tcase, prints_what_it_read, 0, ROWS(PLAIN));
    tcase_add_loop_test(tcase, prints_exponents_only_beyond_thirty_digits, 0, ROWS(PRINTED));
    tcase_add_loop_test(tcase, fractions_are_reduced_and_finite_ones_are_decimals, 0, ROWS(FRACTIONS));
    tcase_add_test(tcase, equal_fractions_have_one_form);
    tcase_add_loop_test(tcase, calculates, 0, ROWS(SUMS));
    tcase_add_test(tcase, a_quotient_that_no_fraction_holds_is_rounded);
    tcase_add_test(tcase, shifting_moves_value_and_precision);
    tcase_add_test(tcase, exponents_saturate);
    tcase_add_test(tcase, values_that_callers_filled_in_badly_do_no_harm);
    tcase_add_test(tcase, what_is_printed_reads_back_the_same);
    tcase_add_test(tcase, the_order_is_total);
    tcase_add_test(tcase, close_values_are_told_apart);
    tcase_add_test(tcase, agrees_with_whole_numbers);
    suite_add_tcase(suite, tcase);
    return suite;
}
