/* The calendar: every day of twenty thousand years there and back, and dates known from almanacs. */
#include "base/calendar.h"

#include "suite.h"

Suite *calendar_suite(void);

/* Walk the whole range by the plain rule - one more day, the month when it is full - and compare. */
START_TEST(round_trips_every_day_and_advances_the_weekday)
{
    gsay_civil date = { GSAY_YEAR_MIN, 1, 1 };
    int32_t    day = gsay_day_of(date);
    int32_t    weekday = gsay_weekday_of(day);
    while (date.year <= GSAY_YEAR_MAX) {
        gsay_civil back = gsay_civil_of(day);
        if (gsay_day_of(date) != day || back.year != date.year || back.month != date.month || back.day != date.day ||
            gsay_weekday_of(day) != weekday || !gsay_civil_valid(date))
            ck_abort_msg("day %d is %d-%d-%d", day, back.year, back.month, back.day);
        day++;
        weekday = weekday % 7 + 1;
        if (++date.day > gsay_month_days(date.year, date.month)) {
            date.day = 1;
            date.month = date.month % 12 + 1;
            date.year += date.month == 1;
        }
    }
    ck_assert_int_eq(day - gsay_day_of((gsay_civil){ GSAY_YEAR_MIN, 1, 1 }), 7304484); /* 19,999 years */
}
END_TEST

static const struct {
    gsay_civil date;
    int32_t    day;
    int32_t    weekday;
} KNOWN[] = {
    { { 1970, 1, 1 }, 0, 4 },      { { 1969, 12, 31 }, -1, 3 },      { { 2000, 2, 29 }, 11016, 2 },
    { { 1969, 7, 20 }, -165, 7 },  { { 1582, 10, 15 }, -141427, 5 }, { { 1858, 11, 17 }, -40587, 3 },
    { { 2038, 1, 19 }, 24855, 2 }, { { 0, 3, 1 }, -719468, 3 },
};

START_TEST(knows_days_of_the_almanac)
{
    ck_assert_int_eq(gsay_day_of(KNOWN[_i].date), KNOWN[_i].day);
    ck_assert_int_eq(gsay_weekday_of(KNOWN[_i].day), KNOWN[_i].weekday);
}
END_TEST

static const gsay_civil IMPOSSIBLE[] = {
    { 2023, 2, 29 }, { 1900, 2, 29 }, { 2024, 4, 31 }, { 2024, 0, 1 },     { 2024, 13, 1 },
    { 2024, 1, 0 },  { 2024, 1, 32 }, { 10000, 1, 1 }, { -10000, 12, 31 }, { 2024, -1, 5 },
};

START_TEST(refuses_days_that_do_not_exist)
{
    ck_assert(!gsay_civil_valid(IMPOSSIBLE[_i]));
}
END_TEST

START_TEST(leap_years_follow_the_gregorian_rule)
{
    ck_assert_int_eq(gsay_month_days(2024, 2), 29);
    ck_assert_int_eq(gsay_month_days(2000, 2), 29);
    ck_assert_int_eq(gsay_month_days(1900, 2), 28);
    ck_assert_int_eq(gsay_month_days(2023, 2), 28);
    ck_assert_int_eq(gsay_month_days(-4, 2), 29);
    ck_assert_int_eq(gsay_month_days(2023, 13), 0);
}
END_TEST

/* GSAY_DAY_NONE is INT32_MIN, and a caller may forget to look. */
START_TEST(extreme_day_numbers_are_computed_without_overflow)
{
    char room[16];
    ck_assert_int_eq(gsay_civil_of(INT32_MAX).year, 5881580);
    ck_assert_int_eq(gsay_civil_of(INT32_MIN).year, -5877641);
    ck_assert_int_eq(gsay_weekday_of(INT32_MAX), 5);
    assert_str(gsay_day_print(INT32_MAX, room), "5881580-07-11");
    assert_str(gsay_day_print(INT32_MIN, room), "-5877641-06-23");
}
END_TEST

static const struct {
    const char *text;
    int32_t     day;
} READ[] = {
    { "1970-01-01", 0 },
    { "2024-02-29", 19782 },
    { "0000-03-01", -719468 },
    { "9999-12-31", 2932896 },
    { "2023-02-29", GSAY_DAY_NONE },
    { "2024-13-01", GSAY_DAY_NONE },
    { "", GSAY_DAY_NONE },
    { "2024-2-29", GSAY_DAY_NONE },
    { "2024-02-29 ", GSAY_DAY_NONE },
    { "2024/02/29", GSAY_DAY_NONE },
    { "+024-02-29", GSAY_DAY_NONE },
    { "-024-02-29", GSAY_DAY_NONE },
    { "2024-0a-29", GSAY_DAY_NONE },
    { "2024-02--1", GSAY_DAY_NONE },
};

START_TEST(reads_exactly_the_iso_form)
{
    ck_assert_int_eq(gsay_day_read(gsay_str_of(READ[_i].text)), READ[_i].day);
}
END_TEST

START_TEST(prints_what_it_reads)
{
    for (int32_t day = gsay_day_of((gsay_civil){ 0, 1, 1 }); day <= 2932896; day += 97 * (int32_t)sweep_step()) {
        char     room[16];
        gsay_str text = gsay_day_print(day, room);
        ck_assert_uint_eq(strlen(room), text.len);
        ck_assert_int_eq(gsay_day_read(text), day);
    }
}
END_TEST

START_TEST(years_before_zero_are_printed_with_a_sign)
{
    char room[16];
    assert_str(gsay_day_print(gsay_day_of((gsay_civil){ -43, 3, 15 }), room), "-0043-03-15");
}
END_TEST

static const struct {
    const char *from;
    int32_t     months;
    const char *to;
} SHIFTS[] = {
    { "2024-03-31", 0, "2024-03-01" },    { "2024-03-31", 1, "2024-04-01" },   { "2024-01-15", -1, "2023-12-01" },
    { "2024-12-01", 1, "2025-01-01" },    { "2024-05-20", -29, "2021-12-01" }, { "0001-01-01", -12, "0000-01-01" },
    { "2024-05-20", 1200, "2124-05-01" },
};

START_TEST(shifts_by_months)
{
    char    room[16];
    int32_t from = gsay_day_read(gsay_str_of(SHIFTS[_i].from));
    assert_str(gsay_day_print(gsay_month_shift(from, SHIFTS[_i].months), room), SHIFTS[_i].to);
}
END_TEST

START_TEST(a_shift_out_of_the_calendar_is_no_day)
{
    ck_assert_int_eq(gsay_month_shift(0, INT32_MAX), GSAY_DAY_NONE);
    ck_assert_int_eq(gsay_month_shift(0, INT32_MIN), GSAY_DAY_NONE);
    ck_assert_int_eq(gsay_month_shift(2932896, 1), GSAY_DAY_NONE);
    ck_assert_int_ne(gsay_month_shift(2932896, 0), GSAY_DAY_NONE);
}
END_TEST

static const char *const EASTERS[] = {
    "1583-04-10", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
    "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25", "2285-03-22", "4200-04-20",
};

START_TEST(knows_easter)
{
    int32_t day = gsay_day_read(gsay_str_of(EASTERS[_i]));
    ck_assert_int_eq(gsay_easter_of(gsay_civil_of(day).year), day);
}
END_TEST

START_TEST(easter_is_a_sunday_from_22_march_to_25_april)
{
    for (int32_t year = 1583; year <= GSAY_YEAR_MAX; year++) {
        int32_t day = gsay_easter_of(year);
        ck_assert_int_eq(gsay_weekday_of(day), 7);
        ck_assert_int_ge(day, gsay_day_of((gsay_civil){ year, 3, 22 }));
        ck_assert_int_le(day, gsay_day_of((gsay_civil){ year, 4, 25 }));
    }
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof(table)[0]))

Suite *calendar_suite(void)
{
    Suite *suite = suite_create("core/base/calendar");
    TCase *tcase = tcase_create("calendar");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, round_trips_every_day_and_advances_the_weekday);
    tcase_add_loop_test(tcase, knows_days_of_the_almanac, 0, ROWS(KNOWN));
    tcase_add_loop_test(tcase, refuses_days_that_do_not_exist, 0, ROWS(IMPOSSIBLE));
    tcase_add_test(tcase, leap_years_follow_the_gregorian_rule);
    tcase_add_test(tcase, extreme_day_numbers_are_computed_without_overflow);
    tcase_add_loop_test(tcase, reads_exactly_the_iso_form, 0, ROWS(READ));
    tcase_add_test(tcase, prints_what_it_reads);
    tcase_add_test(tcase, years_before_zero_are_printed_with_a_sign);
    tcase_add_loop_test(tcase, shifts_by_months, 0, ROWS(SHIFTS));
    tcase_add_test(tcase, a_shift_out_of_the_calendar_is_no_day);
    tcase_add_loop_test(tcase, knows_easter, 0, ROWS(EASTERS));
    tcase_add_test(tcase, easter_is_a_sunday_from_22_march_to_25_april);
    suite_add_tcase(suite, tcase);
    return suite;
}
