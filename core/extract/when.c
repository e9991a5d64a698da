/* From the parts of a date to its interval and its TIMEX3 value.
 *
 * Missing parts come from the source's date by the custom of news: a weekday is the nearest day not after it, a day and
 * a month without a year fall in the ten months before or the two after it. What this does not settle stays without an
 * interval. TIMEX3: ISO-TimeML (ISO 24617-1:2012), with the forms that HeidelTime writes (Strötgen and Gertz, 2013):
 * BC0480, 199 for the nineties, 2019-SP, 2019-Q3, 2025-02-12TEV. */
#include <stdlib.h>

#include "extract/date_parts.h"

#define AHEAD_DAYS                                                                                                     \
    60 /* a date without a year lies at most so far ahead of the source's date, else it is a year earlier */
#define YEAR_DAYS_MAX 366
#define DAY_MINUTES   1440
#define TIMEX_BYTES   64

/* Where each season begins and ends, in months from January of its year. A winter belongs to two years, and a text that
 * gives one leaves open which end is meant: its interval holds both. */
static const struct {
    char   name[3];
    int8_t begin, end;
} seasons[] = { { "", 0, 0 }, { "SP", 2, 5 }, { "SU", 5, 8 }, { "FA", 8, 11 }, { "WI", 0, 14 } };

static const struct {
    uint8_t granularity;
    uint8_t months; /* of a unit that is whole months; 0 otherwise */
    uint8_t days;
} unit_sizes[GSAY_UNIT_COUNT] = {
    [GSAY_UNIT_SECOND] = { GSAY_GRANULARITY_TIME, 0, 0 },     [GSAY_UNIT_MINUTE] = { GSAY_GRANULARITY_TIME, 0, 0 },
    [GSAY_UNIT_HOUR] = { GSAY_GRANULARITY_TIME, 0, 0 },       [GSAY_UNIT_DAY] = { GSAY_GRANULARITY_DAY, 0, 1 },
    [GSAY_UNIT_WEEKEND] = { GSAY_GRANULARITY_WEEK, 0, 7 },    [GSAY_UNIT_WEEK] = { GSAY_GRANULARITY_WEEK, 0, 7 },
    [GSAY_UNIT_FORTNIGHT] = { GSAY_GRANULARITY_WEEK, 0, 14 }, [GSAY_UNIT_MONTH] = { GSAY_GRANULARITY_MONTH, 1, 0 },
    [GSAY_UNIT_QUARTER] = { GSAY_GRANULARITY_QUARTER, 3, 0 }, [GSAY_UNIT_SEASON] = { GSAY_GRANULARITY_SEASON, 3, 0 },
    [GSAY_UNIT_HALF] = { GSAY_GRANULARITY_HALF, 6, 0 },       [GSAY_UNIT_YEAR] = { GSAY_GRANULARITY_YEAR, 12, 0 },
    [GSAY_UNIT_DECADE] = { GSAY_GRANULARITY_DECADE, 120, 0 },
};

static int32_t astronomical_year(int16_t year)
{
    return year < 0 ? year + 1 : year;
}

/* A day, or GSAY_DAY_NONE when there is none such. */
static int32_t day_or_none(int32_t year, int32_t month, int32_t day)
{
    gsay_civil civil = { year, month, day };
    return gsay_civil_valid(civil) ? gsay_day_of(civil) : GSAY_DAY_NONE;
}

uint8_t gsay_unit_granularity(gsay_time_unit unit)
{
    return unit == GSAY_UNIT_CENTURY ? GSAY_GRANULARITY_CENTURY : unit_sizes[unit].granularity;
}

int32_t gsay_unit_start(int32_t day, gsay_time_unit unit)
{
    if (day == GSAY_DAY_NONE)
        return day;
    gsay_civil civil = gsay_civil_of(day);
    int32_t    months = unit_sizes[unit].months;
    if (unit == GSAY_UNIT_WEEK || unit == GSAY_UNIT_WEEKEND || unit == GSAY_UNIT_FORTNIGHT)
        return day - gsay_weekday_of(day) + 1;
    if (unit == GSAY_UNIT_DECADE || unit == GSAY_UNIT_CENTURY) {
        int32_t years = unit == GSAY_UNIT_DECADE ? 10 : 100;
        int32_t rest = civil.year % years;
        return day_or_none(civil.year - (rest < 0 ? rest + years : rest), 1, 1);
    }
    return months ? day_or_none(civil.year, (civil.month - 1) / months * months + 1, 1) : day;
}

int32_t gsay_day_move(int32_t day, gsay_time_unit unit, int32_t count)
{
    int32_t months = unit == GSAY_UNIT_CENTURY ? 1200 : unit_sizes[unit].months;
    if (day == GSAY_DAY_NONE || count > 100000 || count < -100000)
        return GSAY_DAY_NONE;
    if (!months) {
        gsay_civil civil = gsay_civil_of(day + count * unit_sizes[unit].days);
        return day_or_none(civil.year, civil.month, civil.day);
    }
    int32_t first = gsay_month_shift(day, months * count);
    if (first == GSAY_DAY_NONE)
        return first;
    gsay_civil civil = gsay_civil_of(first);
    int32_t    in_month = gsay_civil_of(day).day;
    int32_t    most = gsay_month_days(civil.year, civil.month);
    return first + (in_month < most ? in_month : most) - 1;
}

int32_t gsay_day_after(int32_t first, uint8_t granularity, bool is_weekend)
{
    if (first == GSAY_DAY_NONE)
        return first;
    switch (granularity) {
    case GSAY_GRANULARITY_CENTURY:
        return gsay_month_shift(first, 1200);
    case GSAY_GRANULARITY_DECADE:
        return gsay_month_shift(first, 120);
    case GSAY_GRANULARITY_YEAR:
        return gsay_month_shift(first, 12);
    case GSAY_GRANULARITY_HALF:
        return gsay_month_shift(first, 6);
    case GSAY_GRANULARITY_QUARTER:
    case GSAY_GRANULARITY_SEASON:
        return gsay_month_shift(first, 3);
    case GSAY_GRANULARITY_MONTH:
        return gsay_month_shift(first, 1);
    case GSAY_GRANULARITY_WEEK:
        return first + (is_weekend ? 2 : 7);
    default:
        return first + 1;
    }
}

/* The first day of what the parts name, in a given year. */
static int32_t first_in_year(const gsay_when *when, int32_t year)
{
    if (when->is_fiscal)
        return GSAY_DAY_NONE;
    if (when->holiday)
        return gsay_holiday_first(when->holiday, year);
    switch (when->granularity) {
    case GSAY_GRANULARITY_HALF:
        return day_or_none(year, when->part * 6 - 5, 1);
    case GSAY_GRANULARITY_QUARTER:
        return day_or_none(year, when->part * 3 - 2, 1);
    case GSAY_GRANULARITY_SEASON:
        return day_or_none(year, seasons[when->part].begin + 1, 1);
    case GSAY_GRANULARITY_MONTH:
        return day_or_none(year, when->month, 1);
    case GSAY_GRANULARITY_WEEK: {
        int32_t fourth = day_or_none(year, 1, 4); /* week 1 holds 4 January (ISO 8601) */
        return fourth == GSAY_DAY_NONE ? fourth : gsay_unit_start(fourth, GSAY_UNIT_WEEK) + (when->part - 1) * 7;
    }
    case GSAY_GRANULARITY_YEAR:
        return day_or_none(year, 1, 1);
    default:
        return day_or_none(year, when->month, when->day);
    }
}

/* The year that the source's date gives to parts without one. */
static int32_t first_near(const gsay_when *when, int32_t date)
{
    int32_t ahead = when->is_future || when->is_expected ? YEAR_DAYS_MAX : when->is_past ? -1 : AHEAD_DAYS;
    int32_t year = gsay_civil_of(date).year + 1;
    for (int32_t tries = 0; tries < 10; tries++, year--) { /* 29 February comes again within eight years */
        int32_t first = first_in_year(when, year);
        if (first == GSAY_DAY_NONE || first > date + ahead)
            continue;
        return first;
    }
    return GSAY_DAY_NONE;
}

/* A weekday alone: the nearest day not after the source's date, or by "last" and "next" a day before or after it. */
static int32_t weekday_near(const gsay_when *when, int32_t date)
{
    int32_t back = (gsay_weekday_of(date) - when->weekday + 7) % 7;
    if (when->is_expected)
        return back == 0 ? date : date + 7 - back;
    if (when->is_future)
        return date + 7 - back;
    return date - (back == 0 && when->is_past ? 7 : back);
}

/* A weekday with a day of a month that is not named: of the three months about the source's date the nearest that fits.
 */
static int32_t weekday_and_day_near(const gsay_when *when, int32_t date)
{
    int32_t best = GSAY_DAY_NONE;
    for (int32_t shift = -1; shift <= 1; shift++) {
        gsay_civil month = gsay_civil_of(gsay_month_shift(date, shift));
        int32_t    day = day_or_none(month.year, month.month, when->day);
        bool       is_nearer = best == GSAY_DAY_NONE || labs((long)day - date) < labs((long)best - date);
        if (day != GSAY_DAY_NONE && gsay_weekday_of(day) == when->weekday && is_nearer)
            best = day;
    }
    return best;
}

static bool has_calendar_part(const gsay_when *when)
{
    return when->month || when->part || when->holiday || (when->granularity == GSAY_GRANULARITY_YEAR && when->year);
}

void gsay_when_settle(const gsay_scan *scan, gsay_when *when)
{
    if (when->granularity == GSAY_GRANULARITY_PERIOD || when->resolved_by != GSAY_RESOLVED_NOT)
        return;
    bool has_date = scan->date != GSAY_DAY_NONE;
    bool by_date = when->is_relative;
    if (!when->is_placed) {
        when->first = GSAY_DAY_NONE;
        if (when->is_open_order || when->is_loose)
            return;
        bool    is_of_year = when->month || when->granularity == GSAY_GRANULARITY_SEASON;
        int16_t told = scan->is_narrative && is_of_year && !when->counted_year && !when->is_past && !when->is_future
                           ? scan->told_year
                           : GSAY_YEAR_NONE;
        int16_t year = when->year ? when->year : when->shared_year ? when->shared_year : told;
        if (year && has_calendar_part(when)) {
            when->first = first_in_year(when, astronomical_year(year));
        } else if (when->counted_year) {
            by_date = true;
            when->first = first_in_year(when, when->counted_year);
        } else if (has_date) {
            by_date = true;
            bool is_season = when->granularity == GSAY_GRANULARITY_SEASON; /* "in the summer": the last or the next */
            if (is_season && !when->is_past && !when->is_future)
                return;
            if (when->month || when->part || when->holiday)
                when->first = first_near(when, scan->date);
            else if (when->weekday && when->day)
                when->first = weekday_and_day_near(when, scan->date);
            else if (when->weekday)
                when->first = weekday_near(when, scan->date);
        }
        when->is_placed = when->first != GSAY_DAY_NONE;
    }
    if (when->is_placed)
        when->resolved_by = by_date ? GSAY_RESOLVED_DATE : GSAY_RESOLVED_TEXT;
}

gsay_days gsay_when_days(const gsay_when *when)
{
    gsay_days none = { GSAY_DAY_NONE, GSAY_DAY_NONE };
    if (when->granularity == GSAY_GRANULARITY_PERIOD)
        return when->days;
    if (!when->is_placed)
        return none;
    int32_t first = when->first;
    if (when->granularity == GSAY_GRANULARITY_SEASON && when->part == 4)
        return (gsay_days){ first, gsay_month_shift(first, 14) };
    if (when->is_weekend)
        first += 5;
    return (gsay_days){ first, gsay_day_after(first, when->granularity, when->is_weekend) };
}

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
        put(out, seasons[when->part].name);
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
        put_year(out, astronomical_year(when->year), 4);
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

void gsay_scan_note(gsay_scan *scan, const gsay_mention *mention)
{
    if (!scan->is_narrative || !gsay_kind_is_temporal(mention->value.kind))
        return;
    const gsay_temporal *temporal = &mention->value.as.temporal;
    if (temporal->year)
        scan->told_year = temporal->year;
    else if (temporal->granularity == GSAY_GRANULARITY_PERIOD && temporal->resolved_by == GSAY_RESOLVED_TEXT &&
             temporal->days.to > 0)
        scan->told_year = (int16_t)gsay_civil_of(temporal->days.to - 1).year;
}

void gsay_when_finish(gsay_scan *scan, gsay_when *when, gsay_mention *mention)
{
    gsay_when_settle(scan, when);
    gsay_temporal *temporal = &mention->value.as.temporal;
    mention->value.kind = when->granularity == GSAY_GRANULARITY_TIME ? GSAY_KIND_TIME : GSAY_KIND_DATE;
    temporal->timex = gsay_when_timex(scan, when);
    temporal->days = gsay_when_days(when);
    temporal->year = when->year;
    temporal->month = when->is_open_order ? 0 : when->month;
    temporal->day = when->is_open_order ? 0 : when->day;
    temporal->weekday = when->weekday;
    temporal->granularity = when->granularity;
    temporal->resolved_by = when->resolved_by;
    temporal->is_approx = when->is_approx;
}
