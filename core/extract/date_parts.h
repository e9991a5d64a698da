/* Dates in the making: what the readers of date.c's family share. Private to core/extract and its tests.
 *
 * A gsay_when holds what one phrase says of a time, part by part, as far as it says it: "Friday (Feb. 3)" gives a weekday, a month
 * and a day; "early 2014" a year. Readers fill it from the tokens, nothing else; gsay_when_settle then works out the interval and
 * the TIMEX3 value from the parts and the source's date. So every shape of a date is read in one place and resolved in another.
 *
 * Each reader returns the token behind what it read, or `at` when it read nothing; then *when is as it was. Readers look ahead a
 * bounded number of tokens, so that the walk stays linear on a line of ten million month names. */
#ifndef GSAY_EXTRACT_DATE_PARTS_H
#define GSAY_EXTRACT_DATE_PARTS_H

#include "extract/recogniser.h"
#include "lexicon/time_words.h"

#define GSAY_YEAR_NONE 0 /* years as written: 0 is none, since no era has one */

/* Units that dates and durations count in, small to large. */
typedef enum gsay_time_unit {
    GSAY_UNIT_NONE = 0,
    GSAY_UNIT_SECOND, GSAY_UNIT_MINUTE, GSAY_UNIT_HOUR,
    GSAY_UNIT_DAY, GSAY_UNIT_WEEKEND, GSAY_UNIT_WEEK, GSAY_UNIT_FORTNIGHT, GSAY_UNIT_MONTH, GSAY_UNIT_QUARTER,
    GSAY_UNIT_SEASON, GSAY_UNIT_HALF, GSAY_UNIT_YEAR, GSAY_UNIT_DECADE, GSAY_UNIT_CENTURY,
    GSAY_UNIT_COUNT
} gsay_time_unit;

/* What a phrase says of a time. Zeroed: nothing. */
typedef struct gsay_when {
    gsay_days days;        /* of a period, already resolved; read when granularity is PERIOD */
    gsay_str  timex;       /* where the fields do not say it ("PRESENT_REF"); else "" */
    int32_t   first;       /* the day that it begins with, where a reader or gsay_when_settle found it; see is_placed */
    int16_t   year;        /* as written, four digits, BC negative; GSAY_YEAR_NONE */
    int16_t   counted_year; /* the year that "this year" behind a season or holiday is; GSAY_YEAR_NONE */
    int16_t   shared_year;  /* the year that the other end of a period gives; GSAY_YEAR_NONE */
    int16_t   zone;        /* minutes east of Greenwich, when has_zone */
    uint8_t   month;       /* as written: 1 to 12, 0 none */
    uint8_t   day;         /* as written: 1 to 31, 0 none */
    uint8_t   weekday;     /* as written: 1 to 7, 0 none */
    uint8_t   part;        /* which QUARTER, HALF, SEASON or ISO week of a year; 0 none */
    uint8_t   holiday;     /* index for gsay_holiday_of; 0 none */
    uint8_t   hour;        /* 0 to 24, when has_hour */
    uint8_t   minute;      /* when has_minute */
    uint8_t   second;      /* when has_second */
    uint8_t   daypart;     /* gsay_time_word from MORNING to DAYTIME; 0 none */
    uint8_t   granularity; /* gsay_granularity */
    uint8_t   resolved_by; /* gsay_resolution, once settled */
    bool      is_placed;   /* first holds a day */
    bool      is_relative; /* that day was counted from the source's date */
    bool      is_time;     /* of a PERIOD: its ends are times of a day */
    bool      is_fiscal;   /* of a YEAR: one that begins who knows when; never placed */
    bool      is_weekend;  /* of a WEEK: its Saturday and Sunday */
    bool      is_approx;   /* early, late, about */
    bool      is_weak;     /* could be something else: taken only where the words around speak for a date */
    bool      is_loose;    /* counted from another date of the text: no interval, whatever the source's date */
    bool      is_expected; /* of a weekday, month or day alone: spoken of as to come, "will resume Monday" */
    bool      is_past;     /* of a weekday, month or season alone: "last" */
    bool      is_future;   /* of the same: "next" */
    bool      has_hour, has_minute, has_second, has_zone;
    bool      is_half_day_known; /* am, pm or a 24-hour clock */
    bool      is_open_order;     /* 3/4/2020: day and month may change places, so there is no interval */
} gsay_when;

/* A reader of one shape. */
typedef uint32_t gsay_when_reader(const gsay_scan *scan, uint32_t at, gsay_when *when);

/* A number of units. */
typedef struct gsay_length {
    gsay_decimal   lo, hi;
    gsay_time_unit unit;
    bool           is_vague; /* no number: several, few */
} gsay_length;

/* ---- small parts (date_parts.c) ---- */

/* Tell the meaning of the token's word in an expression of time, GSAY_TIME_NONE for most. */
static inline gsay_time_word gsay_time_word_at(const gsay_scan *scan, uint32_t at)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    return lexeme->classes & GSAY_WORD(TIME_WORD) ? (gsay_time_word)lexeme->index : GSAY_TIME_NONE;
}

/* Read a run of 1 to max ASCII digits as a number; digits: out, how many. Nothing when a decimal or grouped number goes on there. */
uint32_t gsay_read_digits(const gsay_scan *scan, uint32_t at, size_t max, uint32_t *number, size_t *digits);
/* Read a word of two letters, or the letters with full stops: "pm", "p.m.", "B.C.". letters: folded, without stops. */
uint32_t gsay_read_letters(const gsay_scan *scan, uint32_t at, gsay_str letters);
/* As gsay_scan_number, which it asks once for each token. */
uint32_t gsay_read_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value);
/* Read a month's name or abbreviation with its full stop. */
uint32_t gsay_read_month(const gsay_scan *scan, uint32_t at, uint8_t *month);
/* Read a weekday's name or abbreviation with its full stop. */
uint32_t gsay_read_weekday(const gsay_scan *scan, uint32_t at, uint8_t *weekday);
/* Read a day of the month: "3", "03", "3rd", "third", "twenty-first". is_ordinal: out. */
uint32_t gsay_read_day(const gsay_scan *scan, uint32_t at, uint8_t *day, bool *is_ordinal);
/* Read a number below a hundred in words: "nineteen", "ninety-three", "seventy two". */
uint32_t gsay_read_two_digits(const gsay_scan *scan, uint32_t at, int64_t *number);
/* Read a year that can be nothing else than a number of four digits from 1000 to 2199, or one in words ("nineteen ninety-three",
 * "two thousand and fifteen"); with an era any year up to four digits ("480 BC", "AD 70"). Context is the caller's business. */
uint32_t gsay_read_year(const gsay_scan *scan, uint32_t at, int16_t *year);
/* Read a year behind a month or day: as gsay_read_year, or two digits with an apostrophe ('98); is_short allows bare two digits. */
uint32_t gsay_read_year_after(const gsay_scan *scan, uint32_t at, bool is_short, int16_t *year);
/* Read a word or symbol of a unit of time. */
uint32_t gsay_read_time_unit(const gsay_scan *scan, uint32_t at, gsay_time_unit *unit);
/* A year as written on the scale of calendars, where 1 BC is 0. */
static inline int32_t gsay_year_of_era(int16_t year)
{
    return year < 0 ? year + 1 : year;
}

/* The full year of two digits: 1930 to 2029. */
int16_t gsay_year_of_two_digits(uint32_t number);

/* Tell whether the token is a quotation-mark-like apostrophe. */
static inline bool gsay_at_apostrophe(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_marks(scan, at, '\'');
}

/* Tell whether the token stands directly behind the one before, without white space. */
static inline bool gsay_joined(const gsay_scan *scan, uint32_t at)
{
    return at > scan->begin && at < scan->end && !gsay_scan_spaced(scan, at);
}

/* Tell whether the token is one of the marks in a C string. */
static inline bool gsay_scan_marks_any(const gsay_scan *scan, uint32_t at, const char *marks)
{
    gsay_token token = gsay_scan_token(scan, at);
    while (*marks && *marks != token.mark)
        marks++;
    return *marks && token.kind == GSAY_TOKEN_PUNCT;
}

/* Step over a token that carries one of the marks. */
static inline uint32_t gsay_skip_mark(const gsay_scan *scan, uint32_t at, const char *marks)
{
    return gsay_scan_marks_any(scan, at, marks) ? at + 1 : at;
}

/* Step over a word of lexicon/fixed.h. */
static inline uint32_t gsay_skip_word(const gsay_scan *scan, uint32_t at, uint32_t id)
{
    return gsay_scan_id(scan, at) == id ? at + 1 : at;
}

/* Tell whether the token is one of two words. */
static inline bool gsay_scan_either(const gsay_scan *scan, uint32_t at, uint32_t first, uint32_t second)
{
    uint32_t id = gsay_scan_id(scan, at);
    return id == first || id == second;
}

/* A set of words of lexicon/fixed.h: static const gsay_word_set edges = { GSAY_SAYS(OF), GSAY_SAYS(IN) }. */
typedef bool gsay_word_set[GSAY_FIXED_COUNT];
/* A word in the initialiser of a set. */
#define GSAY_SAYS(name) [GSAY_FIXED_##name] = true

/* Tell whether the token is one of a set of words. */
static inline bool gsay_scan_among(const gsay_scan *scan, uint32_t at, const gsay_word_set set)
{
    uint32_t id = gsay_scan_id(scan, at);
    return id < GSAY_FIXED_COUNT && set[id];
}

/* Tell whether "last" at the token is the verb: "will last two hours". */
static inline bool gsay_last_is_verb(const gsay_scan *scan, uint32_t at)
{
    return at > scan->begin && gsay_scan_id(scan, at) == GSAY_FIXED_LAST &&
           (gsay_scan_is(scan, at - 1, GSAY_WORD(AUXILIARY) | GSAY_WORD(MODAL) | GSAY_WORD(NEGATION)) ||
            gsay_scan_id(scan, at - 1) == GSAY_FIXED_TO);
}

/* Words between a number and its unit: "three more days", "a full year". */
extern const gsay_word_set gsay_unit_adjectives;
/* st nd rd th */
extern const gsay_word_set gsay_ordinal_endings;

/* ---- shapes ---- */

/* absolute.c: dates that name a calendar day, month, year or larger in themselves, whole or in part. */
gsay_when_reader gsay_read_absolute;
/* numeric.c: dates in digits and separators: 2015-03-03, 10/31/74, 31.10.1974, 2018-W11, 20161016. */
gsay_when_reader gsay_read_numeric;
/* season.c: decades, centuries, quarters, halves, fiscal years, seasons, holidays, named weeks and weekends. */
gsay_when_reader gsay_read_span_of_year;
/* relative.c: today, last Friday, next month, three years ago, the first week of October, early March. */
gsay_when_reader gsay_read_relative;
/* relative.c: the month or longer that "of" or "in" puts a part in: "October 2014", "next month", "2018", "the year". */
gsay_when_reader gsay_read_holder;
/* time.c: clock times and parts of a day, by themselves: "8 p.m. ET", "14:00", "noon", "half past seven". */
gsay_when_reader gsay_read_clock;
/* time.c: a part of a day behind a date or alone: "morning", "in the early evening". */
gsay_when_reader gsay_read_daypart;
/* date.c: any of the shapes above with what goes with it: a modifier before, a time or part of a day on either side. */
gsay_when_reader gsay_read_point;

/* duration.c: a length of time; kind DURATION. */
gsay_recogniser gsay_recognise_duration;
/* set.c: a time that comes again; kind SET. */
gsay_recogniser gsay_recognise_set;
/* period.c: two ends, or the last or next N of a unit; point and point_end are what gsay_read_point reads at `at`. mention: out, whole. */
bool gsay_recognise_period(gsay_scan *scan, uint32_t at, uint32_t point_end, const gsay_when *point, gsay_mention *mention);
/* duration.c: read a number and one unit: "three years", "a few weeks", "half an hour". */
uint32_t gsay_read_length(const gsay_scan *scan, uint32_t at, gsay_length *length);
/* duration.c: the whole number of units that a length says; 0 when it says none, or two. */
int32_t gsay_length_count(const gsay_length *length);
/* duration.c: fill the mention's value as a DURATION of one length, without an interval. */
void gsay_length_finish(gsay_scan *scan, const gsay_length *length, gsay_mention *mention);

/* season.c: the day of a holiday in a year, GSAY_DAY_NONE where that does not follow from the year. */
int32_t gsay_holiday_first(uint8_t index, int32_t year);

/* ---- values (when.c) ---- */

/* Work out the first day, the interval and who resolved it, from the parts and the source's date. */
void gsay_when_settle(const gsay_scan *scan, gsay_when *when);
/* The half-open days of a settled when; both open when it is not resolved. */
gsay_days gsay_when_days(const gsay_when *when);
/* The first day behind a unit that begins on a day. GSAY_DAY_NONE in, GSAY_DAY_NONE out. */
int32_t gsay_day_after(int32_t first, uint8_t granularity, bool is_weekend);
/* The first day of the unit that holds a day. */
int32_t gsay_unit_start(int32_t day, gsay_time_unit unit);
/* A day moved by a number of units. GSAY_DAY_NONE when it leaves the calendar. */
int32_t gsay_day_move(int32_t day, gsay_time_unit unit, int32_t count);
/* The granularity that goes with a unit. */
uint8_t gsay_unit_granularity(gsay_time_unit unit);
/* timex.c: write the TIMEX3 value of a settled when into the scan's arena. */
gsay_str gsay_when_timex(gsay_scan *scan, const gsay_when *when);
/* timex.c: write the value of a period between two settled ends, in the form that Recognizers-Text gives it: the first moment of
 * either end and the length between, "(2014-01-01,2018-01-01,P4Y)", "(T09,T17:30,PT8H30M)", "(XXXX-05-13,XXXX-05-15,P2D)". ""
 * when an end is unknown. day: of ends that are times only, zeroed when there is none. */
gsay_str gsay_period_timex(const gsay_scan *scan, const gsay_when *first, const gsay_when *last, const gsay_when *day);
/* time.c: tell whether digits, a letter and digits in one piece are a clock or a quarter, "15h30", "18q4", and no model's name. */
bool gsay_reads_as_time(const gsay_scan *scan, uint32_t at);
/* Fill the mention's value from a when that was read; settles it first. */
void gsay_when_finish(gsay_scan *scan, gsay_when *when, gsay_mention *mention);

#endif
