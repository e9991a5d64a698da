/* From the parts of a date to its interval.
 *
 * Missing parts come from the source's date by the custom of news: a weekday is the nearest day not after it, a day and
 * a month without a year fall in the ten months before or the two after it. What this does not settle stays without an
 * interval. The TIMEX3 value is timex.c's. */
#include <stdlib.h>

#include "extract/date_parts.h"

#define AHEAD_DAYS                                                                                                     \
    60 /* a date without a year lies at most so far ahead of the source's date, else it is a year earlier */
#define YEAR_DAYS_MAX 366

/* The month in which each season begins. A winter belongs to two years, and a text that gives one leaves open which end
 * is meant: its interval holds both, from January on. */
static const uint8_t season_months[] = { 0, 3, 6, 9, 1 };

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
        return day_or_none(year, season_months[when->part], 1);
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
            when->first = first_in_year(when, gsay_year_of_era(year));
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
