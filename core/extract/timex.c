/* The TIMEX3 value of a date that is settled: ISO-TimeML (ISO 24617-1:2012), with the forms that HeidelTime writes
 * (Strötgen and Gertz, 2013): BC0480, 199 for the nineties, 2019-SP, 2019-Q3, 2025-02-12TEV. */
#include <stdlib.h>

#include "extract/date_parts.h"

#define DAY_MINUTES 1440
#define TIMEX_BYTES 64

/* By the part of a SEASON. */
static const char season_names[][3] = { "", "SP", "SU", "FA", "WI" };

/* A TIMEX3 value in the making. */
typedef struct timex {
    char   text[TIMEX_BYTES];
    size_t len;
} timex;

static void put(timex *out, const char *text)
{
    while (*text && out->len < sizeof out->text)
        out->text[out->len++] = *text++;
}

/* A number with so many digits at least. */
static void put_number(timex *out, int32_t number, int digits)
{
    static const uint32_t powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000 };
    uint32_t              rest = (uint32_t)(number < 0 ? -number : number);
    int                   length = digits;
    while (length < 10 && rest >= powers[length])
        length++;
    if (out->len + (size_t)length > sizeof out->text)
        return;
    for (size_t at = out->len += (size_t)length; length > 0; length--, rest /= 10)
        out->text[--at] = (char)('0' + rest % 10);
}

/* A text with a number of so many digits behind it. */
static void put_with(timex *out, const char *text, int32_t number, int digits)
{
    put(out, text);
    put_number(out, number, digits);
}

/* digits: 4 for a year, 3 for its decade, 2 for its century. */
static void put_year(timex *out, int32_t year, int digits)
{
    int32_t shown = year <= 0 ? 1 - year : year;
    if (year <= 0 && digits == 2)
        shown--; /* the fifth century ends with 401 BC */
    for (int i = digits; i < 4; i++)
        shown /= 10;
    put_with(out, year <= 0 ? "BC" : "", shown, digits);
}

/* The Thursday of a week says to which year it belongs (ISO 8601). */
static void put_week(timex *out, int32_t first)
{
    gsay_civil thursday = gsay_civil_of(first - gsay_weekday_of(first) + 4);
    int32_t    year_begin = gsay_day_of((gsay_civil){ thursday.year, 1, 1 });
    put_year(out, thursday.year, 4);
    put_with(out, "-W", (gsay_day_of(thursday) - year_begin) / 7 + 1, 2);
}

/* The part of the value that stands behind the year, for a granularity within one. */
static void put_part(timex *out, const gsay_when *when, gsay_civil civil, bool has_year)
{
    switch (when->granularity) {
    case GSAY_GRANULARITY_HALF:
        put_with(out, "-H", when->part ? when->part : (civil.month - 1) / 6 + 1, 1);
        break;
    case GSAY_GRANULARITY_QUARTER:
        put_with(out, "-Q", when->part ? when->part : (civil.month - 1) / 3 + 1, 1);
        break;
    case GSAY_GRANULARITY_SEASON:
        put(out, "-");
        put(out, season_names[when->part]);
        break;
    case GSAY_GRANULARITY_WEEK:
        put_with(out, "-W", when->part, 2);
        break;
    case GSAY_GRANULARITY_MONTH:
        put_with(out, "-", has_year ? civil.month : when->month, 2);
        break;
    default:
        break;
    }
}

/* A unit of the calendar that only the rest of the text could place: "that year", "the same day". */
static void put_loose(timex *out, const gsay_when *when)
{
    static const char *const forms[] = { [GSAY_GRANULARITY_MONTH] = "-XX",
                                         [GSAY_GRANULARITY_WEEK] = "-WXX",
                                         [GSAY_GRANULARITY_DAY] = "-XX-XX",
                                         [GSAY_GRANULARITY_QUARTER] = "-QX",
                                         [GSAY_GRANULARITY_HALF] = "-HX" };
    bool                     is_known = when->granularity < sizeof forms / sizeof *forms && forms[when->granularity];
    if (when->weekday) {
        put_with(out, "XXXX-WXX-", when->weekday, 1);
        return;
    }
    put(out, "XXXX");
    put(out, is_known ? forms[when->granularity] : "");
}

/* A calendar date as far as it is written. */
static void put_unplaced(timex *out, const gsay_when *when)
{
    bool is_day = when->granularity == GSAY_GRANULARITY_DAY || when->granularity == GSAY_GRANULARITY_TIME;
    if (when->is_loose && when->granularity >= GSAY_GRANULARITY_YEAR && when->granularity <= GSAY_GRANULARITY_DAY &&
        !when->part && !when->month) {
        put_loose(out, when);
        return;
    }
    if (is_day && !when->day && when->weekday) {
        put_with(out, "XXXX-WXX-", when->weekday, 1);
        return;
    }
    if (is_day && !when->day && !when->holiday)
        return;
    if (when->year)
        put_year(out, gsay_year_of_era(when->year), 4);
    else
        put(out, "XXXX");
    if (!is_day) {
        put_part(out, when, (gsay_civil){ 0, 1, 1 }, false);
        return;
    }
    if (when->is_open_order || when->holiday) {
        put(out, "-XX-XX");
        return;
    }
    if (when->month)
        put_with(out, "-", when->month, 2);
    else
        put(out, "-XX");
    put_with(out, "-", when->day, 2);
}

static void put_placed(timex *out, const gsay_when *when)
{
    gsay_civil civil = gsay_civil_of(when->first);
    switch (when->granularity) {
    case GSAY_GRANULARITY_CENTURY:
        put_year(out, civil.year, 2);
        break;
    case GSAY_GRANULARITY_DECADE:
        put_year(out, civil.year, 3);
        break;
    case GSAY_GRANULARITY_WEEK:
        put_week(out, when->first);
        if (when->is_weekend)
            put(out, "-WE");
        break;
    case GSAY_GRANULARITY_DAY:
    case GSAY_GRANULARITY_TIME:
        put_year(out, civil.year, 4);
        put_with(out, "-", civil.month, 2);
        put_with(out, "-", civil.day, 2);
        break;
    default:
        put_year(out, civil.year, 4);
        put_part(out, when, civil, true);
    }
}

static void put_clock(timex *out, const gsay_when *when)
{
    static const char dayparts[][3] = { "MO", "AF", "EV", "NI", "DT" };
    if (!when->has_hour) {
        if (when->daypart >= GSAY_TIME_MORNING && when->daypart <= GSAY_TIME_DAYTIME) {
            put(out, "T");
            put(out, dayparts[when->daypart - GSAY_TIME_MORNING]);
        }
        return;
    }
    put_with(out, "T", when->hour, 2);
    put_with(out, ":", when->has_minute ? when->minute : 0, 2);
    if (when->has_second)
        put_with(out, ":", when->second, 2);
    if (!when->has_zone)
        return;
    if (when->zone == 0) {
        put(out, "Z");
        return;
    }
    put_with(out, when->zone < 0 ? "-" : "+", abs(when->zone) / 60, 2);
    put_with(out, ":", abs(when->zone) % 60, 2);
}

gsay_str gsay_when_timex(gsay_scan *scan, const gsay_when *when)
{
    timex out = { .len = 0 };
    if (when->is_fiscal)
        put(&out, "FY");
    if (when->timex.len)
        return when->timex;
    if (when->granularity == GSAY_GRANULARITY_PERIOD || when->granularity == GSAY_GRANULARITY_NONE)
        return GSAY_STR("");
    if (when->is_placed)
        put_placed(&out, when);
    else
        put_unplaced(&out, when);
    if (when->granularity == GSAY_GRANULARITY_TIME)
        put_clock(&out, when);
    gsay_str copy = gsay_arena_copy(scan->arena, (gsay_str){ out.text, out.len });
    scan->has_failed = scan->has_failed || !copy.ptr;
    return copy.ptr ? copy : GSAY_STR("");
}

/* Tell whether the year of a settled date stands in the text or in a word that is counted from the source's date. */
static bool is_year_said(const gsay_when *when)
{
    return when->year || when->shared_year || when->counted_year || when->is_relative || when->is_past ||
           when->is_future || when->holiday;
}

/* The first moment of one end: its day as it is written, and its time as far as it is. day: of an end that is a time
 * only; may be zeroed. */
static void put_end(timex *out, const gsay_when *end, const gsay_when *day)
{
    const gsay_when *date = end->is_placed ? end : day;
    if (date->is_placed) {
        gsay_civil civil = gsay_civil_of(date->first);
        bool       is_weekday = !is_year_said(date) && date->weekday && !date->month;
        if (is_weekday)
            put_with(out, "XXXX-WXX-", date->weekday, 1);
        else if (is_year_said(date))
            put_year(out, civil.year, 4);
        else
            put(out, "XXXX");
        if (!is_weekday) {
            put_with(out, "-", civil.month, 2);
            put_with(out, "-", civil.day, 2);
        }
    }
    if (!end->has_hour)
        return;
    put_with(out, "T", end->hour, 2);
    if (end->has_minute)
        put_with(out, ":", end->minute, 2);
}

/* How long it is from one time of a day to the next. */
static void put_hours(timex *out, const gsay_when *first, const gsay_when *last)
{
    int32_t days = first->is_placed && last->is_placed ? last->first - first->first : 0;
    int32_t minutes = days * DAY_MINUTES + (last->hour - first->hour) * 60 + last->minute - first->minute;
    if (minutes < 0)
        minutes += DAY_MINUTES;
    put(out, "PT");
    if (minutes >= 60 || minutes == 0)
        put_with(out, "", minutes / 60, 1), put(out, "H");
    if (minutes % 60)
        put_with(out, "", minutes % 60, 1), put(out, "M");
}

/* How long it is from one day to another, in the unit that both ends are written in. */
static void put_days(timex *out, const gsay_when *first, const gsay_when *last)
{
    gsay_civil begin = gsay_civil_of(first->first), end = gsay_civil_of(last->first);
    int32_t    months = (end.year - begin.year) * 12 + end.month - begin.month;
    uint8_t    coarse = first->granularity < last->granularity ? first->granularity : last->granularity;
    uint8_t    fine = first->granularity < last->granularity ? last->granularity : first->granularity;
    bool       is_years = coarse == GSAY_GRANULARITY_YEAR && fine == GSAY_GRANULARITY_YEAR;
    bool       is_days = fine > GSAY_GRANULARITY_MONTH || coarse == GSAY_GRANULARITY_YEAR;
    put_with(out, "P", is_years ? months / 12 : is_days ? last->first - first->first : months, 1);
    put(out, is_years ? "Y" : is_days ? "D" : "M");
}

gsay_str gsay_period_timex(const gsay_scan *scan, const gsay_when *first, const gsay_when *last, const gsay_when *day)
{
    timex out = { .len = 0 };
    bool  is_time = first->has_hour && last->has_hour;
    bool  is_dated = first->is_placed && last->is_placed && last->first > first->first &&
                    first->granularity >= GSAY_GRANULARITY_YEAR && last->granularity >= GSAY_GRANULARITY_YEAR &&
                    !first->has_hour && !last->has_hour;
    if (!is_time && !is_dated)
        return GSAY_STR("");
    put(&out, "(");
    put_end(&out, first, day);
    put(&out, ",");
    put_end(&out, last, day);
    put(&out, ",");
    if (is_time)
        put_hours(&out, first, last);
    else
        put_days(&out, first, last);
    put(&out, ")");
    gsay_str copy = gsay_arena_copy(scan->arena, (gsay_str){ out.text, out.len });
    return copy.ptr ? copy : GSAY_STR("");
}
