/* Periods: two ends ("from 1939 to 1945", "May 13-15", "1775–1780", "9:30 to 11:00"), and the last or next of some
 * units ("the past two weeks", "the next few days").
 *
 * Ends share what only one of them says: "13 to 15 July" has one month, "May to October 2020" one year, "1939–45" one
 * century. */
#include "extract/shape.h"

#define NOON        12
#define DAY_MINUTES 1440

/* Words that join the ends of a period. */
static const gsay_word_set joints = { GSAY_SAYS(TO), GSAY_SAYS(THROUGH), GSAY_SAYS(THRU), GSAY_SAYS(TILL),
                                      GSAY_SAYS(UNTIL) };

/* Tell whether the words between two ends make them a period, and step over them. */
static uint32_t read_joint(const gsay_scan *scan, uint32_t at, gsay_time_word opener)
{
    if (gsay_scan_marks(scan, at, '-'))
        return at + 1;
    if (gsay_scan_id(scan, at) == GSAY_FIXED_UP && gsay_scan_id(scan, at + 1) == GSAY_FIXED_TO)
        return opener == GSAY_TIME_FROM ? at + 2 : at;
    if (opener == GSAY_TIME_BETWEEN)
        return gsay_scan_either(scan, at, GSAY_FIXED_AND, GSAY_FIXED_TO) ? at + 1 : at;
    if (gsay_scan_among(scan, at, joints))
        return gsay_scan_either(scan, at, GSAY_FIXED_TILL, GSAY_FIXED_UNTIL) && opener != GSAY_TIME_FROM ? at : at + 1;
    return at;
}

/* Tell by a glance whether what stands behind a point may join it to another, or give it a length. */
static bool is_joined_by(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_marks(scan, at, '-') || gsay_scan_among(scan, at, joints) ||
           gsay_scan_id(scan, at) == GSAY_FIXED_FOR;
}

/* Tell by a glance whether a period may begin with a point: no other stands where most end. */
static bool may_be_period(const gsay_scan *scan, uint32_t at, uint32_t point_end)
{
    const uint32_t of_period = GSAY_SHAPE_OPENED | GSAY_SHAPE_BARE_FIRST | GSAY_SHAPE_LAST_OR_NEXT;
    if (gsay_opening_at(scan, at).shapes & of_period || is_joined_by(scan, point_end))
        return true;
    uint32_t next = gsay_skip_word(scan, gsay_skip_mark(scan, point_end, ","), GSAY_FIXED_IN); /* "Friday, 9 to 11" */
    uint8_t  starts = gsay_scan_token(scan, next).starts;
    bool     is_opener = starts & GSAY_START_BENDS && gsay_scan_either(scan, next, GSAY_FIXED_FROM, GSAY_FIXED_BETWEEN);
    return (starts & (GSAY_START_DATE | GSAY_START_BENDS)) == GSAY_START_DATE || is_opener;
}

/* A bare number that the other end makes a day, a year or an hour. */
static uint32_t read_bare_number(const gsay_scan *scan, uint32_t at, size_t most, uint32_t *number)
{
    size_t   digits = 0;
    uint32_t next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint32_t end = gsay_read_digits(scan, next, most, number, &digits);
    bool     is_ordinal = false;
    uint8_t  day = 0;
    if (most == 2 && (end == next || gsay_joined(scan, end))) {
        end = gsay_read_day(scan, next, &day, &is_ordinal);
        *number = day;
    }
    return end > next ? end : at;
}

/* Give an end the month or year that only the other one has. */
static void share_parts(gsay_when *first, gsay_when *last)
{
    if (first->is_placed || last->is_placed)
        return;
    if (!first->month && first->day)
        first->month = last->month;
    if (!last->month && last->day)
        last->month = first->month;
    if (last->year && !first->year) {
        first->shared_year = last->year;
        if (first->month > last->month && last->month)
            first->shared_year = (int16_t)(last->year - 1);
    } else if (first->year && !last->year && (last->month || last->part)) {
        last->shared_year = first->year;
        if (first->month > last->month && last->month)
            last->shared_year = (int16_t)(first->year + 1);
    }
}

/* The second end behind the joint, in the light of the first. */
static uint32_t read_last(const gsay_scan *scan, uint32_t at, const gsay_when *first, gsay_when *last)
{
    uint32_t number = 0;
    size_t   digits = 0;
    uint32_t end = gsay_read_point(scan, at, last);
    bool     is_year = first->granularity == GSAY_GRANULARITY_YEAR && first->year > 0;
    if (end > at && last->granularity != GSAY_GRANULARITY_TIME &&
        !(is_year && last->granularity != GSAY_GRANULARITY_YEAR &&
          gsay_read_digits(scan, at, 2, &number, &digits) > at && last->is_weak))
        return end;
    if (first->granularity == GSAY_GRANULARITY_TIME) /* the day may stand behind both: "10:30 to 3 on Friday" */
        return end > at || !first->has_hour ? end : gsay_read_clock(scan, at, last);
    *last = (gsay_when){ .granularity = first->granularity };
    if (is_year) {
        end = gsay_read_digits(scan, at, 2, &number, &digits);
        if (end == at || digits != 2 || (int16_t)number <= first->year % 100 ||
            gsay_scan_is(scan, end, GSAY_WORD(UNIT) | GSAY_WORD(SCALE)) || gsay_scan_marks(scan, end, '%'))
            return at;
        last->year = (int16_t)(first->year / 100 * 100 + (int16_t)number);
        return end;
    }
    if (first->granularity == GSAY_GRANULARITY_DAY && first->month && first->day) {
        end = read_bare_number(scan, at, 2, &number);
        if (end == at || number <= first->day || number > 31 ||
            (gsay_joined(scan, end) && gsay_scan_token(scan, end).kind != GSAY_TOKEN_PUNCT))
            return at;
        last->day = (uint8_t)number;
        last->month = first->month;
        uint32_t year_at = gsay_skip_mark(scan, end, ",");
        year_at = gsay_scan_either(scan, year_at, GSAY_FIXED_OF, GSAY_FIXED_IN) ? year_at + 1 : year_at;
        uint32_t after = gsay_read_year(scan, year_at, &last->year);
        if (after > year_at && !first->year)
            return after;
        last->year = first->year;
        return end;
    }
    return at;
}

/* A first end that is a bare day or hour and needs the second: "13 to 15 July", "the 9th through 17th of April",
 * "3-4pm", "480–479 BC". */
static uint32_t read_bare_first(const gsay_scan *scan, uint32_t at, gsay_time_word opener, gsay_when *first,
                                gsay_when *last)
{
    if (!(gsay_opening_at(scan, at).shapes & GSAY_SHAPE_BARE_FIRST))
        return at;
    uint32_t number = 0;
    uint32_t end = read_bare_number(scan, at, 4, &number);
    bool     is_ordinal = false;
    uint8_t  ordinal = 0;
    uint32_t day_at = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint32_t day_end = gsay_read_day(scan, day_at, &ordinal, &is_ordinal);
    if (day_end > day_at && is_ordinal) {
        end = day_end;
        number = ordinal;
    }
    if (end == at || (gsay_joined(scan, end) && gsay_scan_token(scan, end).kind == GSAY_TOKEN_WORD))
        return at;
    uint32_t joint = read_joint(scan, end, opener);
    if (joint == end)
        return at;
    uint32_t after = gsay_read_point(scan, joint, last);
    if (after == joint)
        return at;
    *first = (gsay_when){ .granularity = last->granularity };
    bool is_month_next =
        gsay_scan_marks(scan, joint - 1, '-') && gsay_scan_is(scan, joint, GSAY_WORD(MONTH)); /* 05-Aug-16 */
    if (is_month_next)
        return at;
    if (last->granularity == GSAY_GRANULARITY_DAY && last->day && last->month && number >= 1 && number <= 31 &&
        number < last->day) {
        first->day = (uint8_t)number;
        first->month = last->month;
        first->shared_year = last->year;
        return after;
    }
    if (last->granularity == GSAY_GRANULARITY_TIME && last->has_hour && !last->is_weak && number <= 24) {
        *first = *last;
        first->hour = (uint8_t)number;
        first->has_minute = first->has_second = first->is_half_day_known = false;
        first->minute = first->second = 0;
        return after;
    }
    if (last->granularity == GSAY_GRANULARITY_YEAR && last->year < 0 && (int32_t)number > -last->year) {
        first->year = (int16_t) - (int32_t)number;
        return after;
    }
    return at;
}

/* Tell whether two ends of a dash can be one period, and not "F-16"-like or a score: both are dates of like size. */
static bool is_like(const gsay_when *first, const gsay_when *last)
{
    bool is_time = first->granularity == GSAY_GRANULARITY_TIME;
    return is_time == (last->granularity == GSAY_GRANULARITY_TIME);
}

/* A period with its ends. */
typedef struct two_ends {
    gsay_when first, last, whole;
    gsay_when day; /* of ends that are times only; zeroed when none is said */
} two_ends;

/* Take hours that leave open which half of the day is meant to where the other end puts them: "3-4pm", "8am to 3". */
static void share_half_day(gsay_when *first, gsay_when *last)
{
    bool is_clock = first->has_hour && last->has_hour;
    if (!is_clock || first->is_half_day_known == last->is_half_day_known)
        return;
    if (!first->is_half_day_known && last->hour >= NOON && first->hour % NOON + NOON <= last->hour)
        first->hour = (uint8_t)(first->hour % NOON + NOON);
    else if (!last->is_half_day_known && last->hour < NOON && last->hour <= first->hour)
        last->hour = (uint8_t)(last->hour + NOON);
}

/* "now" as an end is the source's day. */
static void place_present(const gsay_scan *scan, gsay_when *end)
{
    if (scan->date == GSAY_DAY_NONE || !gsay_str_equal(end->timex, GSAY_STR("PRESENT_REF")))
        return;
    end->timex = GSAY_STR("");
    end->first = scan->date;
    end->is_placed = end->is_relative = true;
}

/* The whole interval, and by what the ends were resolved. */
static void set_period(const gsay_scan *scan, two_ends *ends)
{
    gsay_when *first = &ends->first, *last = &ends->last, *period = &ends->whole;
    place_present(scan, first);
    place_present(scan, last);
    share_parts(first, last);
    share_half_day(first, last);
    gsay_when_settle(scan, first);
    gsay_when_settle(scan, last);
    gsay_days begin = gsay_when_days(first), end = gsay_when_days(last);
    bool      by_date = first->resolved_by == GSAY_RESOLVED_DATE || last->resolved_by == GSAY_RESOLVED_DATE;
    bool      is_whole = begin.from != GSAY_DAY_NONE && end.to != GSAY_DAY_NONE;
    if (is_whole && begin.from >= end.to && by_date && !first->year && !last->year &&
        last->month) { /* November to March */
        last->is_placed = false;
        last->resolved_by = GSAY_RESOLVED_NOT;
        last->counted_year = (int16_t)(gsay_civil_of(begin.from).year + 1);
        gsay_when_settle(scan, last);
        last->counted_year = GSAY_YEAR_NONE; /* the text names none */
        end = gsay_when_days(last);
    }
    *period = *first;
    period->granularity = GSAY_GRANULARITY_PERIOD;
    period->is_weak = false;
    period->is_time = first->granularity == GSAY_GRANULARITY_TIME;
    period->days = (gsay_days){ begin.from, end.to };
    period->timex = GSAY_STR("");
    if (period->is_time && end.from != GSAY_DAY_NONE && begin.from == GSAY_DAY_NONE)
        begin = end; /* the day stands behind the last time only */
    if (period->is_time && begin.from != GSAY_DAY_NONE && end.from == GSAY_DAY_NONE)
        end = begin;
    period->days = (gsay_days){ begin.from, end.to };
    period->year = GSAY_YEAR_NONE;
    period->month = period->day = period->weekday = 0;
    is_whole = begin.from != GSAY_DAY_NONE && end.to != GSAY_DAY_NONE && begin.from < end.to;
    if (!is_whole)
        period->days = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    period->resolved_by = !is_whole ? GSAY_RESOLVED_NOT : by_date ? GSAY_RESOLVED_DATE : GSAY_RESOLVED_TEXT;
}

/* "9:30am for 7 hours": the end that a length sets behind a time. */
static uint32_t read_lasting(const gsay_scan *scan, uint32_t at, const gsay_when *first, gsay_when *last)
{
    gsay_length length = { 0 };
    if (!first->has_hour || first->is_weak || gsay_scan_id(scan, at) != GSAY_FIXED_FOR)
        return at;
    uint32_t end = gsay_read_length(scan, at + 1, &length);
    bool     is_hours = length.unit == GSAY_UNIT_HOUR;
    if (end == at + 1 || length.is_vague || (!is_hours && length.unit != GSAY_UNIT_MINUTE) || length.lo.exponent < -1 ||
        length.lo.exponent > 1 || length.lo.coefficient > DAY_MINUTES)
        return at;
    int64_t minutes = length.lo.coefficient * (is_hours ? 60 : 1) * (length.lo.exponent > 0 ? 10 : 1);
    minutes = minutes / (length.lo.exponent < 0 ? 10 : 1) / (length.lo.divisor > 1 ? length.lo.divisor : 1) +
              first->hour * 60 + first->minute;
    if (minutes >= DAY_MINUTES)
        return at;
    *last = *first;
    last->hour = (uint8_t)(minutes / 60);
    last->minute = (uint8_t)(minutes % 60);
    last->has_minute = last->minute > 0;
    return end;
}

/* "from X to Y", "between X and Y", "X to Y", "X - Y". */
static uint32_t read_two_ends(const gsay_scan *scan, uint32_t at, uint32_t point_end, const gsay_when *point,
                              two_ends *out)
{
    gsay_time_word opener = gsay_time_word_at(scan, at);
    bool           has_opener = opener == GSAY_TIME_FROM || opener == GSAY_TIME_BETWEEN;
    if (!has_opener && !is_joined_by(scan, point_end) && !(gsay_opening_at(scan, at).shapes & GSAY_SHAPE_BARE_FIRST))
        return at; /* as most are */
    uint32_t  begin = has_opener ? at + 1 : at;
    gsay_when first = { 0 }, last = { 0 };
    uint32_t  end = point_end;
    if (has_opener)
        end = gsay_read_point(scan, begin, &first);
    else if (end > begin)
        first = *point;
    uint32_t joint = end > begin ? read_joint(scan, end, has_opener ? opener : GSAY_TIME_NONE) : end;
    bool     is_one = joint == end && gsay_scan_id(scan, end) != GSAY_FIXED_FOR;
    if (is_one && !(gsay_opening_at(scan, begin).shapes & GSAY_SHAPE_BARE_FIRST)) /* as most are */
        return at;
    uint32_t after = joint > end ? read_last(scan, joint, &first, &last) : end;
    bool     is_lasting = false;
    if (end > begin && joint == end) {
        after = read_lasting(scan, end, &first, &last);
        is_lasting = after > end;
    }
    bool is_dash = joint > end && gsay_scan_marks(scan, joint - 1, '-');
    bool is_pair = (is_lasting || (joint > end && after > joint)) && is_like(&first, &last) &&
                   !(first.is_weak && last.is_weak && !has_opener && first.granularity != GSAY_GRANULARITY_YEAR &&
                     first.granularity != GSAY_GRANULARITY_MONTH);
    if (is_pair && is_dash && first.granularity == GSAY_GRANULARITY_YEAR && first.is_weak && last.is_weak)
        is_pair = false;
    bool is_to_the_minute = has_opener && first.has_minute && last.has_minute; /* "from three thirty to four ten" */
    if (is_pair && first.is_weak && last.is_weak && first.granularity == GSAY_GRANULARITY_TIME && !is_to_the_minute)
        is_pair = false;
    if (!is_pair) {
        first = (gsay_when){ 0 };
        last = (gsay_when){ 0 };
        after = read_bare_first(scan, begin, has_opener ? opener : GSAY_TIME_NONE, &first, &last);
        if (after == begin)
            return at;
    }
    *out = (two_ends){ .first = first, .last = last };
    set_period(scan, out);
    return after;
}

/* "the past two weeks", "last 3 months", "the next few days", "the coming decade", "recent years", "10 previous weeks".
 */
static uint32_t read_last_or_next(const gsay_scan *scan, uint32_t at, gsay_length *length, int *sign)
{
    gsay_opening opening = gsay_opening_at(scan, at);
    if (!(opening.shapes & GSAY_SHAPE_LAST_OR_NEXT))
        return at;
    uint32_t     next = opening.has_article ? at + 1 : at;
    bool         has_article = opening.has_article;
    gsay_decimal number = { 0 };
    uint32_t     count_end =
        gsay_scan_is(scan, next, GSAY_WORD(NUMERAL)) || gsay_scan_token(scan, next).kind == GSAY_TOKEN_DIGITS
                ? gsay_read_number(scan, next, &number)
                : next;
    gsay_time_word word = gsay_time_word_at(scan, count_end);
    bool           is_back = word == GSAY_TIME_LAST || word == GSAY_TIME_PAST || word == GSAY_TIME_PREVIOUS;
    bool           is_ahead = word == GSAY_TIME_NEXT || word == GSAY_TIME_COMING || word == GSAY_TIME_FOLLOWING;
    bool           is_recent = word == GSAY_TIME_RECENT;
    if ((!is_back && !is_ahead && !is_recent) || gsay_last_is_verb(scan, count_end))
        return at;
    *sign = word == GSAY_TIME_FOLLOWING || (word == GSAY_TIME_PREVIOUS && has_article) ? 0 : is_ahead ? 1 : -1;
    uint32_t unit_at = count_end + 1;
    if (count_end > next) {
        length->lo = length->hi = number;
        uint32_t end = gsay_read_time_unit(scan, unit_at, &length->unit);
        bool     is_plural = gsay_str_ends(gsay_scan_word(scan, unit_at)->folded, GSAY_STR("s"));
        bool     is_named = word == GSAY_TIME_LAST || word == GSAY_TIME_NEXT; /* "at 3 next week" */
        return end > unit_at && (is_plural || !is_named) ? end : at;
    }
    uint32_t end = gsay_read_length(scan, unit_at, length);
    if (end > unit_at)
        return end;
    end = gsay_read_time_unit(scan, unit_at, &length->unit);
    bool is_plural = gsay_str_ends(gsay_scan_word(scan, unit_at)->folded, GSAY_STR("s"));
    if (end == unit_at || length->unit < GSAY_UNIT_HOUR)
        return at;
    if (is_plural) {
        length->is_vague = true;
        return end;
    }
    bool is_span = word == GSAY_TIME_PAST || (has_article && word == GSAY_TIME_COMING);
    length->lo = length->hi = gsay_decimal_from(1);
    return is_span && has_article ? end : at;
}

/* The interval that the last or next units fill, up to the source's date or from the day behind it. */
static gsay_days days_of_units(const gsay_scan *scan, const gsay_length *length, int sign)
{
    gsay_days none = { GSAY_DAY_NONE, GSAY_DAY_NONE };
    int32_t   number = gsay_length_count(length);
    if (scan->date == GSAY_DAY_NONE || sign == 0 || number == 0 || length->unit < GSAY_UNIT_DAY ||
        length->unit == GSAY_UNIT_SEASON)
        return none;
    int32_t base = sign > 0 ? scan->date + 1 : scan->date;
    int32_t other = gsay_day_move(base, length->unit, sign * number);
    if (other == GSAY_DAY_NONE)
        return none;
    return sign > 0 ? (gsay_days){ base, other } : (gsay_days){ other, base };
}

/* "the first ten months of 1915", "last two weeks of February": units at one end of a longer span. sign: out, 1 for its
 * begin, -1 for its end. */
static uint32_t read_units_of(const gsay_scan *scan, uint32_t at, gsay_length *length, int *sign, gsay_when *holder)
{
    gsay_opening opening = gsay_opening_at(scan, at);
    uint32_t     next = opening.has_article ? at + 1 : at;
    bool         is_first = gsay_scan_id(scan, next) == GSAY_FIXED_FIRST;
    if (!(opening.shapes & GSAY_SHAPE_LAST_OR_NEXT) ||
        (!is_first && (gsay_scan_id(scan, next) != GSAY_FIXED_LAST || gsay_last_is_verb(scan, next))))
        return at;
    *sign = is_first ? 1 : -1;
    uint32_t end = gsay_read_length(scan, next + 1, length);
    if (end == next + 1 || !gsay_scan_either(scan, end, GSAY_FIXED_OF, GSAY_FIXED_IN))
        return at;
    uint32_t after = gsay_read_holder(scan, end + 1, holder);
    return after > end + 1 && holder->granularity <= GSAY_GRANULARITY_MONTH && !holder->is_weak ? after : at;
}

/* The days of so many units from the begin or the end of a span on; both open where they do not follow. */
static gsay_days days_at_end(const gsay_length *length, gsay_days span, int sign)
{
    gsay_days none = { GSAY_DAY_NONE, GSAY_DAY_NONE };
    int32_t   count = gsay_length_count(length);
    if (count == 0 || length->unit < GSAY_UNIT_DAY || length->unit == GSAY_UNIT_SEASON)
        return none;
    gsay_days days = sign > 0 ? (gsay_days){ span.from, gsay_day_move(span.from, length->unit, count) }
                              : (gsay_days){ gsay_day_move(span.to, length->unit, -count), span.to };
    bool      is_within =
        days.from != GSAY_DAY_NONE && days.to != GSAY_DAY_NONE && days.from >= span.from && days.to <= span.to;
    return is_within ? days : none;
}

/* Two times of a day with their day: "from 9 to 11 on Friday", "Friday from 9 to 11", "tomorrow 3-4pm". */
static uint32_t read_timed_ends(const gsay_scan *scan, uint32_t at, uint32_t point_end, const gsay_when *point,
                                two_ends *out)
{
    uint32_t end = read_two_ends(scan, at, point_end, point, out);
    if (end > at && !out->whole.is_time)
        return end;
    gsay_when day = { 0 };
    if (end > at) {
        uint32_t day_at = gsay_skip_word(scan, gsay_skip_mark(scan, end, ","), GSAY_FIXED_ON);
        uint32_t day_end = gsay_read_point(scan, day_at, &day);
        if (day_end == day_at || day.granularity != GSAY_GRANULARITY_DAY || day.is_weak || day.timex.len)
            return end;
        end = day_end;
    } else {
        uint32_t from = gsay_skip_word(scan, gsay_skip_mark(scan, point_end, ","), GSAY_FIXED_IN);
        bool     is_day = point->granularity == GSAY_GRANULARITY_DAY ||
                      (point->granularity == GSAY_GRANULARITY_TIME && !point->has_hour);
        if (point_end == at || !is_day || (point->is_weak && !point->weekday) || point->timex.len)
            return at;
        const uint32_t of_times = GSAY_SHAPES_POINT | GSAY_SHAPE_OPENED | GSAY_SHAPE_BARE_FIRST;
        if (!gsay_date_can_start(scan, from) || !(gsay_opening_at(scan, from).shapes & of_times))
            return at;
        gsay_when hour = { 0 };
        uint32_t  hour_end = gsay_read_point(scan, from, &hour);
        end = read_two_ends(scan, from, hour_end, &hour, out);
        if (end == from || !out->whole.is_time)
            return at;
        day = *point;
    }
    gsay_when_settle(scan, &day);
    out->day = day;
    out->whole.days = gsay_when_days(&day);
    out->whole.resolved_by = day.resolved_by;
    return end;
}

bool gsay_recognise_period(gsay_scan *scan, uint32_t at, uint32_t point_end, const gsay_when *point,
                           gsay_mention *mention)
{
    if (!may_be_period(scan, at, point_end))
        return false;
    two_ends    ends;
    gsay_length length = { 0 };
    int         sign = 0;
    uint32_t    end = read_timed_ends(scan, at, point_end, point, &ends);
    if (end > at) {
        *mention = (gsay_mention){ .begin = at, .context = at };
        gsay_when_finish(scan, &ends.whole, mention);
        const gsay_when *day = ends.first.is_placed ? &ends.first : ends.last.is_placed ? &ends.last : &ends.day;
        mention->value.as.temporal.timex = gsay_period_timex(scan, &ends.first, &ends.last, day);
        mention->value.kind = ends.whole.is_time ? GSAY_KIND_TIME : GSAY_KIND_DATE;
        mention->end = end;
        return true;
    }
    gsay_when holder = { 0 };
    gsay_days days;
    end = read_units_of(scan, at, &length, &sign, &holder);
    if (end > at) {
        gsay_when_settle(scan, &holder);
        days = days_at_end(&length, gsay_when_days(&holder), sign);
    } else {
        length = (gsay_length){ 0 };
        end = read_last_or_next(scan, at, &length, &sign);
        holder.resolved_by = GSAY_RESOLVED_DATE;
        days = days_of_units(scan, &length, sign);
    }
    if (end == at)
        return false;
    *mention = (gsay_mention){ .begin = at, .end = end, .context = at };
    gsay_length_finish(scan, &length, mention);
    mention->value.as.temporal.days = days;
    mention->value.as.temporal.year = holder.year;
    if (days.from != GSAY_DAY_NONE)
        mention->value.as.temporal.resolved_by = holder.resolved_by;
    return true;
}
