/* Times that come again: "every day", "annually", "twice a week", "Mondays", "every other Friday". TIMEX3 of the set:
 * the length of the period (P1W), or the weekday that returns (XXXX-WXX-1). */
#include <stdio.h>

#include "extract/date_parts.h"

/* Adverbs and adjectives of frequency. */
static const struct {
    gsay_time_word word;
    char           timex[6];
} frequencies[] = {
    { GSAY_TIME_HOURLY, "PT1H" },   { GSAY_TIME_DAILY, "P1D" },       { GSAY_TIME_EVERYDAY, "P1D" },
    { GSAY_TIME_WEEKLY, "P1W" },    { GSAY_TIME_FORTNIGHTLY, "P2W" }, { GSAY_TIME_MONTHLY, "P1M" },
    { GSAY_TIME_QUARTERLY, "P3M" }, { GSAY_TIME_HALF_YEARLY, "P6M" }, { GSAY_TIME_YEARLY, "P1Y" },
    { GSAY_TIME_BIENNIAL, "P2Y" },
};

/* TIMEX3 letters of the units that sets count in. */
static const char unit_letters[GSAY_UNIT_COUNT][4] = {
    [GSAY_UNIT_SECOND] = "TS",  [GSAY_UNIT_MINUTE] = "TM", [GSAY_UNIT_HOUR] = "TH",     [GSAY_UNIT_DAY] = "D",
    [GSAY_UNIT_WEEKEND] = "WE", [GSAY_UNIT_WEEK] = "W",    [GSAY_UNIT_FORTNIGHT] = "F", [GSAY_UNIT_MONTH] = "M",
    [GSAY_UNIT_QUARTER] = "Q",  [GSAY_UNIT_SEASON] = "S",  [GSAY_UNIT_YEAR] = "Y",      [GSAY_UNIT_DECADE] = "DE",
};

/* Write the period of a set. */
static gsay_str period_of(gsay_scan *scan, unsigned count, gsay_time_unit unit)
{
    const char *letters = unit_letters[unit];
    bool        is_clock = letters[0] == 'T';
    if (unit == GSAY_UNIT_FORTNIGHT) {
        count *= 2;
        letters = "W";
    }
    gsay_str timex = gsay_arena_format(scan->arena, "P%s%u%s", is_clock ? "T" : "", count, letters + is_clock);
    scan->has_failed = scan->has_failed || !timex.ptr;
    return timex.ptr ? timex : GSAY_STR("");
}

static uint32_t give(gsay_mention *mention, gsay_str timex, uint32_t end)
{
    mention->value.kind = GSAY_KIND_SET;
    mention->value.as.temporal.timex = timex;
    mention->value.as.temporal.days = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    mention->end = end;
    return end;
}

/* "every day", "each of", "every other Friday", "every three weeks", "any year", "all weekends". */
static bool read_every(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_time_word word = gsay_time_word_at(scan, at);
    gsay_time_unit unit = GSAY_UNIT_NONE;
    gsay_decimal   count = gsay_decimal_from(1);
    uint8_t        weekday = 0;
    if (word != GSAY_TIME_EVERY && word != GSAY_TIME_ANY)
        return false;
    if (gsay_scan_id(scan, at) == GSAY_FIXED_ALL && !gsay_str_ends(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("s")))
        return false; /* "all night" */
    uint32_t next = at + 1;
    if (gsay_scan_either(scan, next, GSAY_FIXED_OTHER, GSAY_FIXED_SECOND)) {
        count = gsay_decimal_from(2);
        next++;
    } else if (gsay_scan_token(scan, next).kind == GSAY_TOKEN_DIGITS || gsay_scan_is(scan, next, GSAY_WORD(NUMERAL))) {
        next = gsay_read_number(scan, next, &count);
    } else {
        next = gsay_skip_word(scan, next, GSAY_FIXED_SINGLE);
    }
    uint32_t end = gsay_read_weekday(scan, next, &weekday);
    if (end > next) {
        gsay_str timex = gsay_arena_format(scan->arena, "XXXX-WXX-%d", weekday);
        mention->value.as.temporal.weekday = weekday;
        return give(mention, timex, end) > at;
    }
    bool is_season = gsay_scan_is(scan, next, GSAY_WORD(SEASON)) && word == GSAY_TIME_EVERY;
    bool is_part =
        gsay_time_word_at(scan, next) >= GSAY_TIME_MORNING && gsay_time_word_at(scan, next) <= GSAY_TIME_NIGHT;
    if (is_season || gsay_scan_id(scan, next) == GSAY_FIXED_SEASON)
        return give(mention, period_of(scan, 1, is_season ? GSAY_UNIT_YEAR : GSAY_UNIT_SEASON), next + 1) > at;
    if (is_part)
        return give(mention, period_of(scan, 1, GSAY_UNIT_DAY), next + 1) > at;
    end = gsay_read_time_unit(scan, next, &unit);
    if (end == next || !unit_letters[unit][0] || count.exponent < 0 || count.exponent > 2 || count.coefficient > 999 ||
        count.coefficient < 1)
        return false;
    if (word == GSAY_TIME_ANY && unit == GSAY_UNIT_SECOND)
        return false;
    if (unit == GSAY_UNIT_SECOND && gsay_scan_token(scan, end).kind == GSAY_TOKEN_WORD)
        return false; /* "every second house" */
    unsigned number = (unsigned)count.coefficient;
    for (int i = 0; i < count.exponent; i++)
        number *= 10;
    return give(mention, period_of(scan, number, unit), end) > at;
}

/* "the second Tuesday of each month", "the 19th of every month". */
static bool read_nth_of_every(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    uint32_t next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint8_t  day = 0, weekday = 0;
    bool     is_ordinal = gsay_time_word_at(scan, next) == GSAY_TIME_LAST;
    uint32_t end = is_ordinal ? next + 1 : gsay_read_day(scan, next, &day, &is_ordinal);
    if (end == next || !is_ordinal)
        return false;
    end = gsay_read_weekday(scan, end, &weekday);
    end = gsay_skip_word(scan, end, GSAY_FIXED_DAY);
    if (!gsay_scan_either(scan, end, GSAY_FIXED_OF, GSAY_FIXED_IN) ||
        gsay_time_word_at(scan, end + 1) != GSAY_TIME_EVERY)
        return false;
    mention->value.as.temporal.weekday = weekday;
    return read_every(scan, end + 1, mention);
}

/* "once a week", "twice a day", "three times a year", "five days a week". */
static bool read_times(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_time_unit unit = GSAY_UNIT_NONE;
    gsay_decimal   count = { 0 };
    uint32_t       next = at;
    if (gsay_time_word_at(scan, at) == GSAY_TIME_ONCE) {
        next = at + 1;
    } else if (gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS || gsay_scan_is(scan, at, GSAY_WORD(NUMERAL))) {
        next = gsay_read_number(scan, at, &count);
        if (next == at || gsay_scan_id(scan, next) != GSAY_FIXED_TIMES)
            return false;
        next++;
    } else {
        return false;
    }
    bool is_per = gsay_time_word_at(scan, next) == GSAY_TIME_A || gsay_time_word_at(scan, next) == GSAY_TIME_EVERY ||
                  gsay_scan_id(scan, next) == GSAY_FIXED_PER;
    if (!is_per)
        return false;
    uint32_t end = gsay_read_time_unit(scan, next + 1, &unit);
    if (end == next + 1 || !unit_letters[unit][0])
        return false;
    return give(mention, period_of(scan, 1, unit), end) > at;
}

/* "Mondays", "Friday mornings", "tuesday afternoons". */
static bool read_plural(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    static const char dayparts[][3] = { "MO", "AF", "EV", "NI" };
    uint8_t           weekday = 0;
    uint32_t          end = gsay_read_weekday(scan, at, &weekday);
    gsay_time_word    part = gsay_time_word_at(scan, end);
    bool              is_part = part >= GSAY_TIME_MORNING && part <= GSAY_TIME_NIGHT &&
                   gsay_str_ends(gsay_scan_word(scan, end)->folded, GSAY_STR("s"));
    bool is_plural = gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("days"));
    if (end == at || (!is_part && !is_plural))
        return false;
    gsay_str timex = is_part
                         ? gsay_arena_format(scan->arena, "XXXX-WXX-%dT%s", weekday, dayparts[part - GSAY_TIME_MORNING])
                         : gsay_arena_format(scan->arena, "XXXX-WXX-%d", weekday);
    scan->has_failed = scan->has_failed || !timex.ptr;
    mention->value.as.temporal.weekday = weekday;
    return give(mention, timex, end + is_part) > at;
}

/* Tell whether a word says of the next one what it is like: "everyday speech" is plain speech. */
static bool is_before_noun(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes others = GSAY_WORD(STOP) | GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION);
    return gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_WORD && !gsay_scan_is(scan, at + 1, others);
}

bool gsay_recognise_set(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_time_word word = gsay_time_word_at(scan, at);
    if (word == GSAY_TIME_EVERYDAY && is_before_noun(scan, at))
        return false;
    for (size_t i = 0; word >= GSAY_TIME_HOURLY && i < sizeof frequencies / sizeof *frequencies; i++)
        if (frequencies[i].word == word)
            return give(mention, gsay_str_of(frequencies[i].timex), at + 1) > at;
    return read_every(scan, at, mention) || read_nth_of_every(scan, at, mention) || read_times(scan, at, mention) ||
           read_plural(scan, at, mention);
}
