/* Wide numbers: the laws that hold between their operations, on random numbers of every length. */
#include "base/wide.h"

#include "random.h"
#include "suite.h"

Suite *wide_suite(void);

/* A number of at most so many bits. */
static gsay_wide random_wide(uint64_t *seed, unsigned bits)
{
    gsay_wide number = { { 0 } };
    for (unsigned i = 0; i < bits; i++) {
        gsay_wide_multiply(&number, 2);
        number.word[0] |= next_random(seed) >> 63;
    }
    return number;
}

START_TEST(division_undoes_multiplication)
{
    uint64_t seed = 21;
    for (int round = 0; round < 2000; round++) {
        gsay_wide number = random_wide(&seed, (unsigned)(next_random(&seed) % 193));
        uint64_t  factor = next_random(&seed) >> (next_random(&seed) % 63);
        uint64_t  rest = factor ? next_random(&seed) % factor : 0;
        if (!factor)
            continue;
        gsay_wide product = number;
        gsay_wide addend = gsay_wide_from(rest);
        gsay_wide_multiply(&product, factor);
        gsay_wide_add(&product, &addend);
        ck_assert(gsay_wide_divide(&product, factor) == rest);
        ck_assert_int_eq(gsay_wide_compare(&product, &number), 0);
    }
}
END_TEST

START_TEST(division_by_more_than_a_word_leaves_quotient_and_rest)
{
    uint64_t seed = 22;
    for (int round = 0; round < 1000; round++) {
        uint64_t     low = next_random(&seed) | 1;
        uint64_t     high = next_random(&seed) >> 2;
        gsay_uint128 divisor = (gsay_uint128)low * high;
        gsay_wide    quotient = random_wide(&seed, (unsigned)(next_random(&seed) % 129));
        gsay_wide    number = quotient;
        gsay_uint128 rest = (((gsay_uint128)next_random(&seed) << 64) | next_random(&seed)) % divisor;
        gsay_wide    addend = gsay_wide_from(rest);
        gsay_wide_multiply(&number, low);
        gsay_wide_multiply(&number, high);
        gsay_wide_add(&number, &addend);
        ck_assert(gsay_wide_divide(&number, divisor) == rest);
        ck_assert_int_eq(gsay_wide_compare(&number, &quotient), 0);
    }
}
END_TEST

START_TEST(subtraction_undoes_addition_and_keeps_the_order)
{
    uint64_t seed = 23;
    for (int round = 0; round < 2000; round++) {
        gsay_wide number = random_wide(&seed, (unsigned)(next_random(&seed) % 250));
        gsay_wide addend = random_wide(&seed, (unsigned)(next_random(&seed) % 250));
        gsay_wide sum = number;
        gsay_wide_add(&sum, &addend);
        int order = gsay_wide_compare(&sum, &number);
        ck_assert_int_eq(order, !gsay_wide_is_zero(&addend));
        ck_assert_int_eq(gsay_wide_compare(&number, &sum), -order);
        gsay_wide_subtract(&sum, &number);
        ck_assert_int_eq(gsay_wide_compare(&sum, &addend), 0);
    }
}
END_TEST

START_TEST(scales_by_powers_of_ten)
{
    for (int power = 0; power <= 70; power++) {
        gsay_wide number = gsay_wide_from(3);
        gsay_wide_scale(&number, power);
        for (int i = 0; i < power; i++)
            ck_assert(gsay_wide_divide(&number, 10) == 0);
        ck_assert_uint_eq(number.word[0], 3);
        ck_assert(gsay_wide_is_small(&number));
    }
}
END_TEST

START_TEST(small_numbers_end_at_a_word)
{
    gsay_wide zero = { { 0 } };
    gsay_wide word = gsay_wide_from(UINT64_MAX);
    gsay_wide more = gsay_wide_from((gsay_uint128)UINT64_MAX + 1);
    ck_assert(gsay_wide_is_zero(&zero) && gsay_wide_is_small(&zero));
    ck_assert(!gsay_wide_is_zero(&word) && gsay_wide_is_small(&word));
    ck_assert(!gsay_wide_is_zero(&more) && !gsay_wide_is_small(&more));
}
END_TEST

Suite *wide_suite(void)
{
    Suite *suite = suite_create("core/base/wide");
    TCase *tcase = tcase_create("wide");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, division_undoes_multiplication);
    tcase_add_test(tcase, division_by_more_than_a_word_leaves_quotient_and_rest);
    tcase_add_test(tcase, subtraction_undoes_addition_and_keeps_the_order);
    tcase_add_test(tcase, scales_by_powers_of_ten);
    tcase_add_test(tcase, small_numbers_end_at_a_word);
    suite_add_tcase(suite, tcase);
    return suite;
}
