/* Times of a day: "8 p.m. ET", "14:00 UTC+2", "half past seven", "noon", "in the early evening".
 *
 * A clock time must say that it is one: by a colon, by am or pm, by o'clock or hours, by a zone, or by the part of the
 * day. A bare "at 7" is one only beside a day (date.c asks for it there). */
#include "extract/date_parts.h"

#define MINUTES_AN_HOUR 60
#define NOON_HOUR       12

/* Words around an hour. */
static const gsay_word_set behind_minutes = { GSAY_SAYS(MINUTES), GSAY_SAYS(MINUTE), GSAY_SAYS(MIN),
                                              GSAY_SAYS(MINS),    GSAY_SAYS(PAST),   GSAY_SAYS(TO) };
static const gsay_word_set behind_spoken = { GSAY_SAYS(O_CLOCK), GSAY_SAYS(OCLOCK), GSAY_SAYS(NOON) };
static const gsay_word_set before_hours = { GSAY_SAYS(AT),     GSAY_SAYS(BY),     GSAY_SAYS(UNTIL),
                                            GSAY_SAYS(SINCE),  GSAY_SAYS(BEFORE), GSAY_SAYS(AFTER),
                                            GSAY_SAYS(AROUND), GSAY_SAYS(FROM),   GSAY_SAYS(TO) };
static const gsay_word_set minute_words = { GSAY_SAYS(MINUTES), GSAY_SAYS(MINUTE), GSAY_SAYS(MIN), GSAY_SAYS(MINS) };
static const gsay_word_set half_days = { GSAY_SAYS(AM), GSAY_SAYS(PM), GSAY_SAYS(O_CLOCK), GSAY_SAYS(A), GSAY_SAYS(P) };

/* Zones whose name alone gives the distance from Greenwich, in minutes; 1 stands for a zone that has two (ET in summer
 * and winter). */
static const struct {
    gsay_str name;
    int16_t  minutes;
} zones[] = {
    { { "gmt", 3 }, 0 },    { { "utc", 3 }, 0 },    { { "z", 1 }, 0 },      { { "est", 3 }, -300 },
    { { "edt", 3 }, -240 }, { { "cst", 3 }, -360 }, { { "cdt", 3 }, -300 }, { { "mst", 3 }, -420 },
    { { "mdt", 3 }, -360 }, { { "pst", 3 }, -480 }, { { "pdt", 3 }, -420 }, { { "bst", 3 }, 60 },
    { { "cet", 3 }, 60 },   { { "cest", 4 }, 120 }, { { "eet", 3 }, 120 },  { { "eest", 4 }, 180 },
    { { "msk", 3 }, 180 },  { { "jst", 3 }, 540 },  { { "kst", 3 }, 540 },  { { "hkt", 3 }, 480 },
    { { "sgt", 3 }, 480 },  { { "aest", 4 }, 600 }, { { "aedt", 4 }, 660 }, { { "ist", 3 }, 1 },
    { { "et", 2 }, 1 },     { { "ct", 2 }, 1 },     { { "mt", 2 }, 1 },     { { "pt", 2 }, 1 },
    { { "local", 5 }, 1 },
};

/* "+2", "-05:00" behind a zone's name or a clock time. */
static uint32_t read_offset(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    bool is_west = gsay_scan_marks(scan, at, '-');
    bool is_iso = when->has_second || !when->has_minute || (at >= 4 && gsay_scan_id(scan, at - 4) == GSAY_FIXED_T);
    if (is_west && !is_iso) /* "3:30-6 p.m.": two times; only "T15:30-06:00" is a zone */
        return at;
    uint32_t hours = 0, minutes = 0;
    size_t   digits = 0;
    if ((!is_west && !gsay_scan_marks(scan, at, '+')) || !gsay_joined(scan, at) || !gsay_joined(scan, at + 1))
        return at;
    uint32_t end = gsay_read_digits(scan, at + 1, 4, &hours, &digits);
    if (end == at + 1 || digits == 3)
        return at;
    if (digits == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (gsay_joined(scan, end) && gsay_scan_marks(scan, end, ':')) {
        uint32_t after = gsay_read_digits(scan, end + 1, 2, &minutes, &digits);
        end = after > end + 1 ? after : end;
    }
    if (hours > 14 || minutes >= MINUTES_AN_HOUR)
        return at;
    when->zone = (int16_t)((is_west ? -1 : 1) * (int)(hours * MINUTES_AN_HOUR + minutes));
    when->has_zone = true;
    return end;
}

/* Tell by the length and the capital whether a word can be a zone's name, which few are. */
static bool may_be_zone(const gsay_scan *scan, uint32_t at)
{
    const gsay_word *word = gsay_scan_word(scan, at);
    bool             is_capital = gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL;
    bool             is_odd = word->folded.len % 2 == 1; /* "est", "e.s.t.", "local" */
    return word->folded.len > 0 && word->folded.len <= 5 && (is_capital || is_odd) &&
           (word->folded.len == 1 || !(word->lexeme.classes & GSAY_WORD(STOP)));
}

/* Read a zone: "GMT", "ET", "UTC+2", "(EST)", "local time". */
static uint32_t read_zone(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    bool     in_brackets = gsay_scan_marks(scan, at, '(');
    uint32_t name = in_brackets ? at + 1 : at;
    if (gsay_scan_token(scan, name).kind != GSAY_TOKEN_WORD)
        return when->has_minute && !in_brackets ? read_offset(scan, at, when) : at;
    if (!may_be_zone(scan, name))
        return at;
    gsay_str folded = gsay_scan_word(scan, name)->folded;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        if (folded.ptr[0] != zones[i].name.ptr[0])
            continue;
        uint32_t end = gsay_read_letters(scan, name, zones[i].name);
        bool     is_shouted = gsay_scan_token(scan, name).flags & GSAY_TOKEN_CAPITAL || zones[i].name.len == 3;
        if (end == name || (!is_shouted && zones[i].name.len != 5))
            continue;
        if (zones[i].name.len == 5 && (end = gsay_skip_word(scan, end, GSAY_FIXED_TIME)) == name + 1)
            return at;
        uint32_t after = read_offset(scan, end, when);
        if (in_brackets && !gsay_scan_marks(scan, after, ')'))
            return at;
        if (after == end && zones[i].minutes != 1) {
            when->zone = zones[i].minutes;
            when->has_zone = true;
        }
        return in_brackets ? after + 1 : after;
    }
    return at;
}

/* Take an hour of a 12-hour clock to the half of the day that is meant. */
static void set_half_day(gsay_when *when, bool is_afternoon)
{
    if (when->hour <= NOON_HOUR)
        when->hour = (uint8_t)(when->hour % NOON_HOUR + (is_afternoon ? NOON_HOUR : 0));
    when->is_half_day_known = true;
}

/* "am", "p.m.", "o'clock" and what may follow that. */
static uint32_t read_half_day(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    static const gsay_word_set beginnings = { GSAY_SAYS(AM), GSAY_SAYS(PM), GSAY_SAYS(A), GSAY_SAYS(P) };
    if (!gsay_scan_among(scan, at, beginnings))
        return at;
    bool is_short = when->has_minute && gsay_joined(scan, at);
    for (int half = 0; half < 2; half++) {
        uint32_t end = gsay_read_letters(scan, at, half ? GSAY_STR("pm") : GSAY_STR("am"));
        if (end == at && is_short && gsay_scan_id(scan, at) == (half ? GSAY_FIXED_P : GSAY_FIXED_A))
            end = at + 1;
        if (end == at || when->hour > NOON_HOUR + 11)
            continue;
        set_half_day(when, half == 1);
        return end;
    }
    return at;
}

uint32_t gsay_read_daypart(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t next = at;
    bool     is_bare = true;
    if (gsay_scan_id(scan, next) == GSAY_FIXED_IN || gsay_scan_id(scan, next) == GSAY_FIXED_DURING) {
        next = gsay_skip_word(scan, next + 1, GSAY_FIXED_THE);
        is_bare = false;
    } else if (gsay_scan_id(scan, next) == GSAY_FIXED_AT) {
        if (gsay_time_word_at(scan, next + 1) != GSAY_TIME_NIGHT)
            return at;
        next++;
    }
    gsay_time_word modifier = gsay_time_word_at(scan, next);
    bool           is_part = modifier == GSAY_TIME_EARLY || modifier == GSAY_TIME_LATE || modifier == GSAY_TIME_MIDDLE;
    if (is_part)
        next = gsay_skip_mark(scan, next + 1, "-");
    gsay_time_word part = gsay_time_word_at(scan, next);
    if (part < GSAY_TIME_MORNING || part > GSAY_TIME_DAYTIME ||
        gsay_str_ends(gsay_scan_word(scan, next)->folded, GSAY_STR("s")))
        return at;
    when->daypart = (uint8_t)part;
    when->granularity = GSAY_GRANULARITY_TIME;
    when->is_weak = is_bare;
    when->is_approx = when->is_approx || is_part;
    if (when->has_hour && !when->is_half_day_known)
        set_half_day(when, part == GSAY_TIME_AFTERNOON || part == GSAY_TIME_EVENING ||
                               (part == GSAY_TIME_NIGHT && when->hour >= 6 && when->hour < NOON_HOUR));
    return next + 1;
}

/* What may follow an hour: ish, am, pm, the part of the day, a zone. */
static uint32_t read_clock_tail(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t end = at;
    if (gsay_scan_id(scan, end) == GSAY_FIXED_ISH) {
        when->is_weak = false;
        end++;
    }
    end = read_half_day(scan, end, when);
    if (gsay_scan_either(scan, end, GSAY_FIXED_HRS, GSAY_FIXED_HOURS) && when->has_minute)
        end++;
    gsay_when part = *when;
    uint32_t  after = gsay_read_daypart(scan, end, &part);
    if (after > end && !when->is_half_day_known && !part.is_weak) {
        *when = part;
        when->daypart = 0;
        when->is_weak = false;
        end = after;
    }
    after = read_zone(scan, end, when);
    if (after > end)
        when->is_weak = false;
    return after;
}

/* Minutes and seconds behind a separator, joined to the hour. */
static uint32_t read_minutes(const gsay_scan *scan, uint32_t at, const char *marks, gsay_when *when)
{
    uint32_t number = 0;
    size_t   digits = 0;
    if (!gsay_joined(scan, at) || !gsay_scan_marks_any(scan, at, marks))
        return at;
    uint32_t end = gsay_read_digits(scan, at + 1, 2, &number, &digits);
    if (end == at + 1 || digits != 2 || number >= MINUTES_AN_HOUR)
        return at;
    gsay_when trial = { .has_minute = true }; /* news that came through a tokeniser writes "9: 53 PM" */
    bool      is_said = gsay_scan_either(scan, end, GSAY_FIXED_AM, GSAY_FIXED_PM) ||
                   (gsay_scan_either(scan, end, GSAY_FIXED_A, GSAY_FIXED_P) && gsay_scan_marks(scan, end + 1, '.')) ||
                   read_zone(scan, end, &trial) > end;
    if (!gsay_joined(scan, at + 1) && !is_said)
        return at;
    when->minute = (uint8_t)number;
    when->has_minute = true;
    bool has_seconds = gsay_joined(scan, end) && gsay_scan_marks(scan, end, ':') && gsay_joined(scan, end + 1) &&
                       gsay_read_digits(scan, end + 1, 2, &number, &digits) > end + 1 && digits == 2 &&
                       number < MINUTES_AN_HOUR;
    if (!has_seconds)
        return end;
    when->second = (uint8_t)number;
    when->has_second = true;
    return end + 2;
}

/* "14:00", "3:18am", "8.30pm", "15h30", "1500 hours", "3pm". */
static uint32_t read_digital(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t hour = 0;
    size_t   digits = 0;
    uint32_t end = gsay_read_digits(scan, at, 4, &hour, &digits);
    if (end == at || digits == 3 || (digits < 3 && hour > 24))
        return at;
    when->has_hour = true;
    if (digits == 4) {
        if (hour / 100 > 23 || hour % 100 >= MINUTES_AN_HOUR)
            return at;
        when->minute = (uint8_t)(hour % 100);
        when->hour = (uint8_t)(hour / 100);
        when->has_minute = true;
        when->is_weak = true;
        bool     is_at = at > scan->begin && gsay_scan_among(scan, at - 1, before_hours);
        uint32_t tail = is_at && gsay_scan_either(scan, end, GSAY_FIXED_HOURS, GSAY_FIXED_HRS) ? end + 1 : end;
        when->is_weak = false;
        uint32_t half = tail == end ? read_half_day(scan, tail, when) : tail;
        bool     is_zone = gsay_scan_token(scan, half).kind == GSAY_TOKEN_WORD;
        uint32_t zone = is_zone ? read_zone(scan, half, when) : half;
        return zone > end ? zone : at;
    }
    when->hour = (uint8_t)hour;
    uint32_t after = read_minutes(scan, end, ":", when);
    if (after > end)
        return read_clock_tail(scan, after, when);
    if (gsay_joined(scan, end) && gsay_scan_id(scan, end) == GSAY_FIXED_H) {
        uint32_t minute = 0;
        after = gsay_joined(scan, end + 1) ? gsay_read_digits(scan, end + 1, 2, &minute, &digits) : end + 1;
        if (after > end + 1 && (digits != 2 || minute >= MINUTES_AN_HOUR))
            return at;
        bool is_hour_only = after == end + 1;
        when->minute = (uint8_t)minute;
        when->has_minute = true;
        when->is_half_day_known = true;
        uint32_t zone = read_zone(scan, after, when);
        when->is_weak = is_hour_only && zone == after;
        return zone;
    }
    gsay_when pointed = *when;
    after = read_minutes(scan, end, ".", &pointed);
    if (after > end && at > scan->begin && gsay_scan_id(scan, at - 1) == GSAY_FIXED_AT &&
        read_half_day(scan, after, &pointed) == after) {
        *when = pointed; /* "Monday at 2.30" */
        when->is_weak = true;
        return after;
    }
    if (after > end && read_half_day(scan, after, &pointed) > after) {
        *when = pointed;
        return read_clock_tail(scan, after, when);
    }
    when->is_weak = true;
    bool is_about = gsay_joined(scan, end) && gsay_scan_id(scan, end) == GSAY_FIXED_ISH;
    after = read_clock_tail(scan, end, when);
    if (is_about || when->is_half_day_known || (when->has_zone && hour > 0))
        when->is_weak = false;
    return after;
}

/* The hour of a clock in words or digits: "three", "12". */
static uint32_t read_hour(const gsay_scan *scan, uint32_t at, uint32_t most, uint8_t *hour)
{
    uint32_t number = 0;
    size_t   digits = 0;
    uint32_t end = gsay_read_digits(scan, at, 2, &number, &digits);
    if (end == at && gsay_scan_is(scan, at, GSAY_WORD(NUMERAL))) {
        gsay_decimal value = { 0 };
        end = gsay_read_number(scan, at, &value);
        if (end == at || value.exponent < 0 || value.exponent > 1 || value.divisor > 1 ||
            value.coefficient > (int64_t)most)
            return at;
        number = (uint32_t)(value.coefficient * (value.exponent ? 10 : 1));
    }
    if (end == at || number > most ||
        (gsay_joined(scan, end) && gsay_scan_token(scan, end).kind == GSAY_TOKEN_PUNCT &&
         !gsay_scan_marks_any(scan, end, ",.;)'\"?!")))
        return at;
    *hour = (uint8_t)number;
    return end;
}

/* "half past seven", "quarter to five", "20 minutes past 3pm". */
static uint32_t read_past(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    bool is_digits = gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
    if (is_digits && !gsay_scan_among(scan, at + 1, behind_minutes))
        return at;
    uint32_t next = gsay_time_word_at(scan, at) == GSAY_TIME_A ? at + 1 : at;
    uint8_t  minutes = 0, hour = 0;
    if (gsay_scan_id(scan, next) == GSAY_FIXED_HALF)
        minutes = 30, next++;
    else if (gsay_scan_id(scan, next) == GSAY_FIXED_QUARTER)
        minutes = 15, next++;
    else if (gsay_scan_is(scan, next, GSAY_WORD(NUMERAL)) || gsay_scan_token(scan, next).kind == GSAY_TOKEN_DIGITS) {
        uint32_t end = read_hour(scan, next, 59, &minutes);
        if (end == next)
            return at;
        next = end;
        if (gsay_scan_among(scan, next, minute_words))
            next++;
    }
    bool is_after = gsay_scan_id(scan, next) == GSAY_FIXED_PAST;
    if (minutes == 0 || (!is_after && gsay_scan_id(scan, next) != GSAY_FIXED_TO))
        return at;
    uint32_t end = read_hour(scan, next + 1, 23, &hour);
    if (end == next + 1 || (!is_after && minutes != 15 && !gsay_scan_among(scan, end, half_days)))
        return at;
    when->has_hour = when->has_minute = true;
    when->hour = (uint8_t)(is_after ? hour : (hour + 23) % 24);
    when->minute = (uint8_t)(is_after ? minutes : MINUTES_AN_HOUR - minutes);
    if (gsay_scan_either(scan, end, GSAY_FIXED_O_CLOCK, GSAY_FIXED_OCLOCK))
        end++;
    return read_clock_tail(scan, end, when);
}

/* "seven twenty-seven", "five-thirty": an hour and its minutes in words, which together could be read as one number. */
static uint32_t read_hour_and_minutes(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    int64_t  hour = 0, minute = 0;
    uint32_t end = gsay_read_two_digits(scan, at, &hour);
    uint32_t next = gsay_skip_mark(scan, end, "-");
    uint32_t after = end > at && hour >= 1 && hour <= NOON_HOUR ? gsay_read_two_digits(scan, next, &minute) : next;
    if (after == next || minute < 10 || minute >= MINUTES_AN_HOUR ||
        gsay_scan_is(scan, after, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE)))
        return at;
    when->hour = (uint8_t)hour;
    when->minute = (uint8_t)minute;
    when->has_hour = when->has_minute = when->is_weak = true;
    after = read_clock_tail(scan, after, when);
    if (when->is_half_day_known)
        when->is_weak = false;
    return after;
}

/* "seven o'clock", "three am", "four twenty-three a m". */
static uint32_t read_spoken(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t end = read_hour_and_minutes(scan, at, when);
    if (end > at)
        return end;
    end = read_hour(scan, at, NOON_HOUR, &when->hour);
    if (end == at)
        return at;
    when->has_hour = true;
    when->is_weak = true;
    if (gsay_scan_either(scan, end, GSAY_FIXED_O_CLOCK, GSAY_FIXED_OCLOCK)) {
        uint32_t after = read_clock_tail(scan, end + 1, when);
        when->is_weak = false;
        return after;
    }
    if (gsay_scan_id(scan, end) == GSAY_FIXED_NOON) {
        when->hour = NOON_HOUR;
        when->is_weak = false;
        return end + 1;
    }
    uint32_t after = read_clock_tail(scan, end, when);
    if (when->is_half_day_known)
        when->is_weak = false;
    return after;
}

/* A clock time that begins with digits: as it is spoken where a word of the clock follows, else as it is written. */
static uint32_t read_digits_clock(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_when spoken = *when;
    uint32_t  end = at;
    if (gsay_scan_among(scan, at + 1, behind_spoken) || gsay_scan_is(scan, at + 1, GSAY_WORD(NUMERAL)))
        end = read_spoken(scan, at, &spoken);
    if (end == at || spoken.is_weak)
        return read_digital(scan, at, when);
    *when = spoken;
    return end;
}

uint32_t gsay_read_clock(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    const gsay_word_classes begins = GSAY_WORD(NUMERAL) | GSAY_WORD(FRACTION) | GSAY_WORD(TIME_WORD);
    bool                    is_digits = gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
    if (!is_digits && !gsay_scan_is(scan, at, begins))
        return at;
    gsay_when      got = { .granularity = GSAY_GRANULARITY_TIME };
    gsay_time_word word = gsay_time_word_at(scan, at);
    uint32_t       end = at;
    if (word == GSAY_TIME_NOON || word == GSAY_TIME_MIDNIGHT) {
        got.has_hour = got.is_half_day_known = true;
        got.hour = word == GSAY_TIME_NOON ? NOON_HOUR : 0;
        end = read_zone(scan, at + 1, &got);
    } else {
        end = read_past(scan, at, &got);
    }
    if (end == at && is_digits)
        end = read_digits_clock(scan, at, &got);
    else if (end == at && gsay_scan_is(scan, at, GSAY_WORD(NUMERAL)))
        end = read_spoken(scan, at, &got);
    if (end > at)
        *when = got;
    return end;
}

bool gsay_reads_as_time(const gsay_scan *scan, uint32_t at)
{
    gsay_when when = { 0 };
    bool      is_glued = gsay_joined(scan, at + 1) && gsay_joined(scan, at + 2) &&
                    gsay_scan_token(scan, at + 2).kind == GSAY_TOKEN_DIGITS &&
                    !(gsay_joined(scan, at + 3) && gsay_scan_token(scan, at + 3).kind == GSAY_TOKEN_WORD);
    if (!is_glued || gsay_scan_token(scan, at).kind != GSAY_TOKEN_DIGITS)
        return false;
    if (gsay_scan_id(scan, at + 1) == GSAY_FIXED_H)
        return gsay_read_clock(scan, at, &when) > at + 2;
    return gsay_scan_id(scan, at + 1) == GSAY_FIXED_Q && gsay_read_numeric(scan, at, &when) > at + 2;
}
