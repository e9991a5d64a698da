/* The proleptic Gregorian calendar in whole days. No clock, no time zone of this machine, no locale.
 *
 * Day numbers count from 1970-01-01 = 0. Method: days_from_civil, Howard Hinnant, 2013,
 * https://howardhinnant.github.io/date_algorithms.html */
#ifndef GSAY_BASE_CALENDAR_H
#define GSAY_BASE_CALENDAR_H

#include "base/str.h"

#define GSAY_DAY_NONE INT32_MIN  /* no day: an open side of an interval, or an unknown date */
#define GSAY_YEAR_MIN (-9999)
#define GSAY_YEAR_MAX 9999

typedef struct gsay_civil {
    int32_t year;  /* astronomical: 1 BC is 0 */
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
} gsay_civil;

/* Half-open interval of days; a side that is open is GSAY_DAY_NONE. */
typedef struct gsay_days {
    int32_t from;
    int32_t to;
} gsay_days;

/* Tell whether such a day exists. */
bool gsay_civil_valid(gsay_civil date);
/* The day number of a valid date. */
int32_t gsay_day_of(gsay_civil date);
/* The date of a day number. */
gsay_civil gsay_civil_of(int32_t day);
/* Days in a month of a year: 28 to 31; 0 where month is none. */
int32_t gsay_month_days(int32_t year, int32_t month);
/* ISO weekday of a day number: 1 Monday to 7 Sunday. */
int32_t gsay_weekday_of(int32_t day);
/* Read exactly YYYY-MM-DD. Returns GSAY_DAY_NONE when text is anything else or no such day exists. */
int32_t gsay_day_read(gsay_str text);
/* Write YYYY-MM-DD and a NUL into out (16 bytes suffice; years below 0 get a sign). Returns the slice. */
gsay_str gsay_day_print(int32_t day, char out[16]);
/* The first day of the month that lies months after (or before) that of day; GSAY_DAY_NONE outside the years above. */
int32_t gsay_month_shift(int32_t day, int32_t months);
/* Easter Sunday (Western) of a year from 1583 on. Method: anonymous Gregorian computus, Nature, 1876. */
int32_t gsay_easter_of(int32_t year);

#endif
