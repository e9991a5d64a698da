/* Gate 7 by tables: pairs of values that agree and pairs that contradict. */
#include <check.h>

#include "align/interval.h"
#include "suites.h"

/* A number as a row: its digits, its bound, its unit. */
struct number_row {
    const char *lo;
    const char *hi;    /* NULL: as lo */
    int         power; /* the scale that was written: "1.5 million" is 1.5 and 6 */
    gsay_bound  bound;
    const char *unit;
};

struct pair_row {
    struct number_row a;
    struct number_row b;
    bool              contradict;
};

static gsay_dimension dimension_of(const char *unit)
{
    const gsay_unit *known = gsay_unit_of_code(gsay_str_of(unit));
    return known ? known->dimension : GSAY_DIMENSION_NONE;
}

static gsay_value value_of(const struct number_row *row)
{
    gsay_value   value = { .kind = GSAY_KIND_NUMBER };
    gsay_number *number = &value.as.number;
    gsay_bound   bound = row->bound;
    ck_assert(gsay_decimal_read(gsay_str_of(row->lo), &number->lo));
    ck_assert(gsay_decimal_read(gsay_str_of(row->hi ? row->hi : row->lo), &number->hi));
    number->lo = gsay_decimal_shift(number->lo, row->power);
    number->hi = gsay_decimal_shift(number->hi, row->power);
    number->precision = number->lo.precision;
    number->bound = (uint8_t)bound;
    number->has_lo = bound != GSAY_BOUND_AT_MOST && bound != GSAY_BOUND_LESS_THAN;
    number->has_hi = bound != GSAY_BOUND_AT_LEAST && bound != GSAY_BOUND_MORE_THAN;
    number->unit = gsay_str_of(row->unit ? row->unit : "");
    if (row->unit && strcmp(row->unit, "%") == 0) {
        value.kind = GSAY_KIND_PERCENT;
    } else if (row->unit && strlen(row->unit) == 3 && row->unit[0] >= 'A' && row->unit[0] <= 'Z') {
        value.kind = GSAY_KIND_MONEY;
    } else if (row->unit) {
        value.kind = GSAY_KIND_QUANTITY;
        number->dimension = (uint8_t)dimension_of(row->unit);
    }
    return value;
}

#define PLAIN(digits)                                                                                                  \
    {                                                                                                                  \
        digits, NULL, 0, GSAY_BOUND_EXACT, NULL                                                                        \
    }
#define SCALED(digits, power)                                                                                          \
    {                                                                                                                  \
        digits, NULL, power, GSAY_BOUND_EXACT, NULL                                                                    \
    }
#define BOUND(digits, name)                                                                                            \
    {                                                                                                                  \
        digits, NULL, 0, GSAY_BOUND_##name, NULL                                                                       \
    }
#define RANGE(low, high)                                                                                               \
    {                                                                                                                  \
        low, high, 0, GSAY_BOUND_RANGE, NULL                                                                           \
    }
#define UNIT(digits, power, unit)                                                                                      \
    {                                                                                                                  \
        digits, NULL, power, GSAY_BOUND_EXACT, unit                                                                    \
    }

static const struct pair_row pairs[] = {
    /* digits written */
    { PLAIN("6"), PLAIN("6.2"), false },
    { PLAIN("6.2"), PLAIN("6.25"), false },
    { PLAIN("6.2"), PLAIN("6.3"), true },
    { PLAIN("24"), PLAIN("25"), true },
    { PLAIN("24"), PLAIN("42"), true },
    { PLAIN("20"), PLAIN("22"), true },
    { PLAIN("2"), PLAIN("3"), true },
    { PLAIN("0"), PLAIN("1"), true },
    /* numbers that end in zeros */
    { PLAIN("3000"), PLAIN("2987"), false },
    { PLAIN("2987"), PLAIN("3000"), false },
    { PLAIN("500"), PLAIN("487"), false },
    { PLAIN("300"), PLAIN("400"), true },
    { PLAIN("3000"), PLAIN("2400"), true },
    { PLAIN("1000"), PLAIN("1400"), true },
    { PLAIN("2106"), PLAIN("2116"), true },
    /* scale */
    { SCALED("2", 6), SCALED("1.96", 6), false },
    { SCALED("1.5", 9), SCALED("1.7", 9), true },
    { SCALED("7.15", 9), SCALED("7.2", 9), false },
    { SCALED("1", 6), PLAIN("1499999"), false },
    { SCALED("1", 6), SCALED("4", 6), true },
    { SCALED("1", 6), PLAIN("3000001"), true },
    { PLAIN("30"), PLAIN("100"), true },
    { PLAIN("0.3"), PLAIN("1"), true },
    { PLAIN("0.4"), PLAIN("0.420"), false },
    /* hedges */
    { BOUND("2", APPROX), PLAIN("7"), true },
    { BOUND("1", AT_LEAST), PLAIN("9"), false },
    { BOUND("20", APPROX), PLAIN("22"), false },
    { BOUND("20", APPROX), PLAIN("25"), true },
    { BOUND("40", NEARLY), PLAIN("37"), false },
    { BOUND("40", NEARLY), PLAIN("43"), true },
    { BOUND("40", NEARLY), PLAIN("33"), true },
    /* bounds */
    { BOUND("40", MORE_THAN), PLAIN("50"), false },
    { BOUND("40", MORE_THAN), PLAIN("39"), true },
    { BOUND("3", AT_LEAST), BOUND("10", AT_LEAST), false },
    { BOUND("3", AT_LEAST), PLAIN("3"), false },
    { BOUND("3", AT_LEAST), PLAIN("2"), true },
    { BOUND("30", AT_MOST), PLAIN("30"), false },
    { BOUND("30", AT_MOST), PLAIN("31"), true },
    { BOUND("10", LESS_THAN), PLAIN("10"), true },
    { BOUND("10", LESS_THAN), PLAIN("9.7"), false },
    { RANGE("10", "20"), PLAIN("15"), false },
    { RANGE("10", "20"), PLAIN("21"), true },
    { BOUND("24", VAGUE), PLAIN("80"), false },
    { BOUND("24", VAGUE), PLAIN("5"), true },
    /* units */
    { UNIT("600", 0, "m"), UNIT("2000", 0, "[ft_i]"), false },
    { UNIT("100", 0, "[mi_i]"), UNIT("161", 0, "km"), false },
    { UNIT("100", 0, "[mi_i]"), UNIT("261", 0, "km"), true },
    { UNIT("600", 0, "m"), UNIT("600", 0, "kg"), false },
    { UNIT("12", 6, "USD"), UNIT("21", 6, "USD"), true },
    { UNIT("12", 6, "USD"), UNIT("21", 6, "EUR"), false },
    /* shares */
    { UNIT("20", 0, "%"), PLAIN("0.2"), false },
    { UNIT("20", 0, "%"), PLAIN("0.25"), true },
    { UNIT("20", 0, "%"), UNIT("25", 0, "%"), true },
};

START_TEST(compares_numbers_as_intervals)
{
    gsay_decimal none = gsay_decimal_from(0);
    gsay_value   a = value_of(&pairs[_i].a), b = value_of(&pairs[_i].b);
    ck_assert_msg(gsay_values_contradict(&a, &b, none) == pairs[_i].contradict, "%s and %s", pairs[_i].a.lo,
                  pairs[_i].b.lo);
    ck_assert_msg(gsay_values_contradict(&b, &a, none) == pairs[_i].contradict, "%s and %s turned around",
                  pairs[_i].a.lo, pairs[_i].b.lo);
    ck_assert(!gsay_values_contradict(&a, &a, none));
    ck_assert(gsay_values_equal(&a, &a));
}
END_TEST

/* The short way must say what the long one says: each number of the table beside each other one. */
START_TEST(plain_readings_compare_as_the_values_do)
{
    enum { COUNT = sizeof(pairs) / sizeof(pairs[0]) };
    size_t     settled = 0;
    gsay_value a = value_of(&pairs[_i].a);
    gsay_plain plain = gsay_value_plain(&a);
    for (size_t i = 0; i < 2 * COUNT; i++) {
        gsay_value b = value_of(i < COUNT ? &pairs[i].a : &pairs[i - COUNT].b);
        gsay_plain other = gsay_value_plain(&b);
        if (!gsay_plain_settles(&plain, &other))
            continue;
        settled++;
        ck_assert_int_eq(gsay_plain_equal(&plain, &other), gsay_values_equal(&a, &b));
        ck_assert_int_eq(!gsay_plain_equal(&plain, &other), gsay_values_contradict(&a, &b, gsay_decimal_from(0)));
    }
    ck_assert(settled > 0 || plain.kind == GSAY_KIND_NONE);
}
END_TEST

START_TEST(a_tolerance_widens_both_sides)
{
    struct number_row first = PLAIN("100.0"), second = PLAIN("101.0");
    gsay_value        a = value_of(&first), b = value_of(&second);
    gsay_decimal      percent;
    ck_assert(gsay_decimal_read(GSAY_STR("0.01"), &percent));
    ck_assert(gsay_values_contradict(&a, &b, gsay_decimal_from(0)));
    ck_assert(!gsay_values_contradict(&a, &b, percent));
}
END_TEST

START_TEST(a_strict_bound_touches_its_own_number)
{
    struct number_row bound = BOUND("40", MORE_THAN), number = PLAIN("40"), other = PLAIN("39");
    gsay_value        a = value_of(&bound), b = value_of(&number), c = value_of(&other);
    ck_assert(gsay_values_touch(&a, &b));
    ck_assert(gsay_values_touch(&b, &a));
    ck_assert(!gsay_values_touch(&a, &c));
    ck_assert(!gsay_values_touch(&b, &b));
}
END_TEST

/* A date from its parts; 0 is not written. It is resolved when the year is. */
static gsay_value date_of(int16_t year, uint8_t month, uint8_t day, bool is_approx)
{
    gsay_value     value = { .kind = GSAY_KIND_DATE };
    gsay_temporal *date = &value.as.temporal;
    *date = (gsay_temporal){ .year = year, .month = month, .day = day, .is_approx = is_approx, .timex = GSAY_STR("") };
    date->days = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    if (!year)
        return value;
    gsay_civil from = { year, month ? month : 1, day ? day : 1 };
    date->days.from = gsay_day_of(from);
    date->days.to = day ? date->days.from + 1 : gsay_month_shift(date->days.from, month ? 1 : 12);
    date->resolved_by = GSAY_RESOLVED_TEXT;
    return value;
}

static const struct {
    struct {
        int16_t year;
        uint8_t month;
        uint8_t day;
        bool    is_approx;
    } a, b;
    bool contradict;
} dates[] = {
    { { 2022, 2, 24, false }, { 2022, 2, 24, false }, false }, { { 2022, 2, 24, false }, { 2022, 2, 25, false }, true },
    { { 2022, 2, 24, false }, { 2022, 2, 0, false }, false },  { { 2022, 2, 24, false }, { 2022, 0, 0, false }, false },
    { { 2022, 2, 0, false }, { 2022, 3, 0, false }, true },    { { 2022, 0, 0, false }, { 2021, 0, 0, false }, true },
    { { 2022, 2, 24, false }, { 0, 2, 24, false }, false },    { { 2022, 2, 24, false }, { 0, 2, 12, false }, true },
    { { 0, 2, 24, false }, { 0, 3, 24, false }, true },        { { 0, 2, 0, false }, { 0, 2, 24, false }, false },
    { { 2022, 2, 0, true }, { 2022, 3, 0, false }, false },    { { 2022, 2, 0, true }, { 2022, 9, 0, false }, true },
};

START_TEST(compares_dates_as_days_or_parts)
{
    gsay_decimal none = gsay_decimal_from(0);
    gsay_value   a = date_of(dates[_i].a.year, dates[_i].a.month, dates[_i].a.day, dates[_i].a.is_approx);
    gsay_value   b = date_of(dates[_i].b.year, dates[_i].b.month, dates[_i].b.day, dates[_i].b.is_approx);
    ck_assert_int_eq(gsay_values_contradict(&a, &b, none), dates[_i].contradict);
    ck_assert_int_eq(gsay_values_contradict(&b, &a, none), dates[_i].contradict);
}
END_TEST

START_TEST(an_open_period_holds_what_follows)
{
    gsay_value since = date_of(2014, 2, 0, false), later = date_of(2022, 0, 0, false),
               earlier = date_of(2013, 0, 0, false);
    since.as.temporal.days.to = GSAY_DAY_NONE;
    ck_assert(!gsay_values_contradict(&since, &later, gsay_decimal_from(0)));
    ck_assert(gsay_values_contradict(&since, &earlier, gsay_decimal_from(0)));
}
END_TEST

Suite *interval_suite(void)
{
    Suite *suite = suite_create("core/align/interval");
    TCase *numbers = tcase_create("numbers");
    tcase_add_loop_test(numbers, compares_numbers_as_intervals, 0, (int)(sizeof(pairs) / sizeof(pairs[0])));
    tcase_add_loop_test(numbers, plain_readings_compare_as_the_values_do, 0, (int)(sizeof(pairs) / sizeof(pairs[0])));
    tcase_add_test(numbers, a_tolerance_widens_both_sides);
    tcase_add_test(numbers, a_strict_bound_touches_its_own_number);
    suite_add_tcase(suite, numbers);
    TCase *days = tcase_create("dates");
    tcase_add_loop_test(days, compares_dates_as_days_or_parts, 0, (int)(sizeof(dates) / sizeof(dates[0])));
    tcase_add_test(days, an_open_period_holds_what_follows);
    suite_add_tcase(suite, days);
    return suite;
}
