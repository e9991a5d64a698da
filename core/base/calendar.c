/* Day arithmetic after Howard Hinnant's chrono-compatible algorithms: years begin in March, so that the leap day is the
 * last, and 400-year eras make every division one of non-negative numbers. */
#include "base/calendar.h"

#define ERA_YEARS   400
#define ERA_DAYS    146097
#define EPOCH_SHIFT 719468 /* days from 0000-03-01 to 1970-01-01 */
#define DATE_BYTES  10     /* YYYY-MM-DD */

/* Division that rounds down; divisor > 0. */
static int64_t floor_divide(int64_t number, int64_t divisor)
{
    int64_t quotient = number / divisor;
    return quotient - (number % divisor < 0);
}

static bool is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Read len digits. Returns -1 when one of them is none. */
static int32_t read_digits(const char *ptr, size_t len)
{
    int32_t number = 0;
    for (size_t i = 0; i < len; i++) {
        if (ptr[i] < '0' || ptr[i] > '9')
            return -1;
        number = number * 10 + (ptr[i] - '0');
    }
    return number;
}

/* Write a number below 100 with two digits. Returns the end. */
static char *write_pair(char *out, uint32_t number)
{
    out[0] = (char)('0' + number / 10);
    out[1] = (char)('0' + number % 10);
    return out + 2;
}

/* Write a number with the digits it has. Returns the end. */
static char *write_digits(char *out, uint32_t number)
{
    int      digits = 1;
    uint32_t rest = number;
    for (; rest >= 10; rest /= 10)
        digits++;
    for (int i = digits - 1; i >= 0; i--, number /= 10)
        out[i] = (char)('0' + number % 10);
    return out + digits;
}

bool gsay_civil_valid(gsay_civil date)
{
    return date.year >= GSAY_YEAR_MIN && date.year <= GSAY_YEAR_MAX && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= gsay_month_days(date.year, date.month);
}

int32_t gsay_day_of(gsay_civil date)
{
    int64_t year = (int64_t)date.year - (date.month <= 2);
    int64_t era = floor_divide(year, ERA_YEARS);
    int64_t year_of_era = year - era * ERA_YEARS;
    int64_t month = (date.month + 9) % 12; /* March is 0 */
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (int32_t)(era * ERA_DAYS + day_of_era - EPOCH_SHIFT);
}

gsay_civil gsay_civil_of(int32_t day)
{
    int64_t  shifted = (int64_t)day + EPOCH_SHIFT;
    int64_t  era = floor_divide(shifted, ERA_DAYS);
    uint32_t day_of_era = (uint32_t)(shifted - era * ERA_DAYS);
    uint32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    uint32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    uint32_t march_month = (5 * day_of_year + 2) / 153;
    uint32_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    return (gsay_civil){
        .year = (int32_t)(year_of_era + era * ERA_YEARS + (month <= 2)),
        .month = (int32_t)month,
        .day = (int32_t)(day_of_year - (153 * march_month + 2) / 5 + 1),
    };
}

int32_t gsay_month_days(int32_t year, int32_t month)
{
    static const int32_t days[13] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12)
        return 0;
    return days[month] + (month == 2 && is_leap(year));
}

int32_t gsay_weekday_of(int32_t day)
{
    int64_t since_monday = (int64_t)day + 3; /* 1970-01-01 was a Thursday */
    return (int32_t)(since_monday - floor_divide(since_monday, 7) * 7) + 1;
}

int32_t gsay_day_read(gsay_str text)
{
    if (text.len != DATE_BYTES || text.ptr[4] != '-' || text.ptr[7] != '-')
        return GSAY_DAY_NONE;
    gsay_civil date = {
        .year = read_digits(text.ptr, 4),
        .month = read_digits(text.ptr + 5, 2),
        .day = read_digits(text.ptr + 8, 2),
    };
    if (date.year < 0 || !gsay_civil_valid(date))
        return GSAY_DAY_NONE;
    return gsay_day_of(date);
}

gsay_str gsay_day_print(int32_t day, char out[16])
{
    gsay_civil date = gsay_civil_of(day);
    char      *end = out;
    if (date.year < 0)
        *end++ = '-';
    uint32_t year = (uint32_t)(date.year < 0 ? -date.year : date.year);
    if (year > 9999)
        end = write_digits(end, year / 10000);
    end = write_pair(end, year / 100 % 100);
    end = write_pair(end, year % 100);
    *end++ = '-';
    end = write_pair(end, (uint32_t)date.month);
    *end++ = '-';
    end = write_pair(end, (uint32_t)date.day);
    *end = '\0';
    return (gsay_str){ out, (size_t)(end - out) };
}

int32_t gsay_month_shift(int32_t day, int32_t months)
{
    gsay_civil date = gsay_civil_of(day);
    int64_t    month = (int64_t)date.year * 12 + date.month - 1 + months;
    int64_t    year = floor_divide(month, 12);
    if (year < GSAY_YEAR_MIN || year > GSAY_YEAR_MAX)
        return GSAY_DAY_NONE;
    return gsay_day_of((gsay_civil){ (int32_t)year, (int32_t)(month - year * 12) + 1, 1 });
}

/* The names are what the quantities are: the golden number, the century, the epact. */
int32_t gsay_easter_of(int32_t year)
{
    int32_t golden = year % 19;
    int32_t century = year / 100;
    int32_t in_century = year % 100;
    int32_t lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    int32_t epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    int32_t to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    int32_t late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    int32_t since_march = epact + to_sunday - 7 * late_moon + 114;
    return gsay_day_of((gsay_civil){ year, since_march / 31, since_march % 31 + 1 });
}
