/* Dates counted from another: from the source's date ("yesterday", "last Friday", "three years ago", "next month"),
 * from a date in the same phrase ("the first Monday of October 2014", "two days after Christmas"), or from one
 * elsewhere in the text ("the same day", "two weeks later"), which stay without an interval. */
#include "extract/shape.h"

/* Words around a distance, a day or a week. */
static const gsay_word_set day_words = { GSAY_SAYS(YESTERDAY), GSAY_SAYS(TOMORROW), GSAY_SAYS(TODAY) };
static const gsay_word_set present_words = { GSAY_SAYS(CURRENTLY), GSAY_SAYS(PRESENTLY), GSAY_SAYS(NOWADAYS),
                                             GSAY_SAYS(NOW) };
static const gsay_word_set distance_ends = { GSAY_SAYS(AGO), GSAY_SAYS(EARLIER), GSAY_SAYS(LATER) };
static const gsay_word_set words_after = { GSAY_SAYS(LATER), GSAY_SAYS(AFTERWARDS), GSAY_SAYS(AFTERWARD) };
static const gsay_word_set distance_joints = { GSAY_SAYS(BEFORE), GSAY_SAYS(AFTER), GSAY_SAYS(FROM),
                                               GSAY_SAYS(FOLLOWING) };
static const gsay_word_set week_joints = { GSAY_SAYS(OF), GSAY_SAYS(BEGINNING), GSAY_SAYS(STARTING) };
static const gsay_word_set before_weekend = { GSAY_SAYS(OVER), GSAY_SAYS(DURING), GSAY_SAYS(ON),
                                              GSAY_SAYS(AT),   GSAY_SAYS(FOR),    GSAY_SAYS(IN) };

/* Which way a word points from the source's date. */
typedef enum direction {
    NOWHERE = 0,
    BACK,
    HERE,
    AHEAD,
    ELSEWHERE /* from another date of the text */
} direction;

static direction direction_of(gsay_time_word word, bool has_article)
{
    switch (word) {
    case GSAY_TIME_LAST:
    case GSAY_TIME_PAST:
        return BACK;
    case GSAY_TIME_PREVIOUS:
        return has_article ? ELSEWHERE : BACK;
    case GSAY_TIME_THIS:
    case GSAY_TIME_CURRENT:
        return HERE;
    case GSAY_TIME_NEXT:
        return has_article ? ELSEWHERE : AHEAD;
    case GSAY_TIME_COMING:
        return AHEAD;
    case GSAY_TIME_FOLLOWING:
    case GSAY_TIME_SAME:
    case GSAY_TIME_THAT:
        return ELSEWHERE;
    default:
        return NOWHERE;
    }
}

/* Place a when at the unit that lies count units from the source's date. */
static void place_from_date(const gsay_scan *scan, gsay_when *when, gsay_time_unit unit, int32_t count)
{
    when->granularity = gsay_unit_granularity(unit);
    when->is_weekend = unit == GSAY_UNIT_WEEKEND;
    when->is_loose = scan->date == GSAY_DAY_NONE;
    if (when->is_loose)
        return;
    int32_t first = gsay_day_move(gsay_unit_start(scan->date, unit), unit, count);
    if (unit == GSAY_UNIT_WEEKEND && gsay_weekday_of(scan->date) >= 6 && count < 0)
        first = gsay_unit_start(scan->date, unit) + 7 * (count + 1) - 7;
    if (first == GSAY_DAY_NONE)
        return;
    when->first = first;
    when->is_placed = true;
    when->is_relative = true;
}

/* "today", "yesterday", "the day before yesterday", "now". */
static uint32_t read_day_word(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    int32_t  shift = 0;
    if (gsay_scan_id(scan, next) == GSAY_FIXED_DAY &&
        gsay_scan_either(scan, next + 1, GSAY_FIXED_BEFORE, GSAY_FIXED_AFTER)) {
        shift = gsay_scan_id(scan, next + 1) == GSAY_FIXED_BEFORE ? -1 : 1;
        next += 2;
        if (!gsay_scan_among(scan, next, day_words))
            return at;
    } else {
        next = at;
    }
    if (gsay_scan_among(scan, next, present_words) || gsay_time_word_at(scan, next) == GSAY_TIME_LATELY) {
        bool is_present = gsay_time_word_at(scan, next) != GSAY_TIME_LATELY;
        when->granularity = GSAY_GRANULARITY_DAY;
        when->timex = is_present ? GSAY_STR("PRESENT_REF") : GSAY_STR("PAST_REF");
        return next + 1;
    }
    if (!gsay_scan_is(scan, next, GSAY_WORD(DAY_WORD)))
        return at;
    place_from_date(scan, when, GSAY_UNIT_DAY, gsay_scan_word(scan, next)->lexeme.index - 8 + shift);
    when->granularity = GSAY_GRANULARITY_DAY;
    if (!when->is_placed)
        when->timex = GSAY_STR("XXXX-XX-XX");
    if (gsay_scan_id(scan, next) == GSAY_FIXED_TONIGHT) {
        when->granularity = GSAY_GRANULARITY_TIME;
        when->daypart = GSAY_TIME_NIGHT;
    }
    return next + 1;
}

/* "last Friday", "this past Wednesday", "next March", "last summer", "that Friday", "next Christmas". */
static uint32_t read_named(const gsay_scan *scan, uint32_t at, direction way, gsay_when *when)
{
    gsay_when got = { 0 };
    uint32_t  end = gsay_read_absolute(scan, at, &got);
    if (end == at || got.granularity == GSAY_GRANULARITY_YEAR) {
        got = (gsay_when){ 0 };
        end = gsay_read_span_of_year(scan, at, &got);
    }
    bool is_named = got.weekday || got.month || (got.part && got.granularity != GSAY_GRANULARITY_WEEK) || got.holiday;
    if (end == at || !is_named || gsay_scan_id(scan, at) == GSAY_FIXED_THE)
        return at;
    bool is_verb = got.is_weak && gsay_scan_is(scan, at, GSAY_WORD(MODAL)) &&
                   !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
    if (is_verb) /* "this may" */
        return at;
    got.is_weak = false;
    got.is_past = way == BACK;
    got.is_future = way == AHEAD;
    if (way == HERE && got.weekday && !got.day && scan->date != GSAY_DAY_NONE) {
        got.first = scan->date - gsay_weekday_of(scan->date) + got.weekday;
        got.is_placed = got.is_relative = true;
    }
    if (way == HERE && !got.year && !got.weekday && scan->date != GSAY_DAY_NONE)
        got.counted_year = (int16_t)gsay_civil_of(scan->date).year;
    if (way == ELSEWHERE && !got.year && !got.month)
        got.is_loose = true;
    *when = got;
    return end;
}

/* "last week", "this month", "the following day", "that year", "the same time", "the current quarter", "this morning",
 * "last night". */
static uint32_t read_adjective(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t       next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    bool           has_article = next > at;
    gsay_time_unit unit = GSAY_UNIT_NONE;
    gsay_time_word word = gsay_time_word_at(scan, next);
    direction      way = direction_of(word, has_article);
    if (way == NOWHERE || gsay_last_is_verb(scan, next))
        return at;
    next++;
    gsay_time_word second = gsay_time_word_at(scan, next); /* "this past", "this coming", "that same" */
    if (direction_of(second, false) != NOWHERE && (word == GSAY_TIME_THIS || word == GSAY_TIME_THAT)) {
        way = direction_of(second, false);
        next++;
    }
    uint32_t end = read_named(scan, next, way, when);
    if (end > next)
        return end;
    next = gsay_skip_word(scan, next, GSAY_FIXED_CALENDAR);
    gsay_time_word modifier = gsay_time_word_at(scan, next);
    if ((modifier == GSAY_TIME_EARLY || modifier == GSAY_TIME_LATE) && word == GSAY_TIME_THIS)
        next++;
    gsay_time_word part = gsay_time_word_at(scan, next);
    bool           is_part = part >= GSAY_TIME_MORNING && part <= GSAY_TIME_NIGHT &&
                   !gsay_str_ends(gsay_scan_word(scan, next)->folded, GSAY_STR("s"));
    if (is_part) {
        place_from_date(scan, when, GSAY_UNIT_DAY, way == BACK ? -1 : way == AHEAD ? 1 : 0);
        if (way == ELSEWHERE)
            when->is_placed = when->is_relative = false;
        when->granularity = GSAY_GRANULARITY_TIME;
        when->daypart = (uint8_t)part;
        return next + 1;
    }
    end = gsay_read_time_unit(scan, next, &unit);
    bool is_plural = gsay_str_ends(gsay_scan_word(scan, next)->folded, GSAY_STR("s"));
    if (end == next || is_plural || unit < GSAY_UNIT_DAY || (unit == GSAY_UNIT_DAY && way != ELSEWHERE))
        return at;
    bool is_stretch = word == GSAY_TIME_PAST && has_article; /* "the past year" ends today, "last year" in December */
    if (is_stretch || (unit == GSAY_UNIT_QUARTER && word == GSAY_TIME_THAT))
        return at;
    if (way == ELSEWHERE) {
        when->granularity = gsay_unit_granularity(unit);
        when->is_loose = true;
        return end;
    }
    place_from_date(scan, when, unit, way == BACK ? -1 : way == AHEAD ? 1 : 0);
    if (unit == GSAY_UNIT_SEASON)
        when->is_placed = false;
    uint8_t  weekday = 0;
    uint32_t day_end = unit == GSAY_UNIT_WEEK ? gsay_read_weekday(scan, end, &weekday) : end;
    if (day_end == end || gsay_str_ends(gsay_scan_word(scan, end)->folded, GSAY_STR("days")))
        return end;
    when->granularity = GSAY_GRANULARITY_DAY; /* "next week Monday" */
    when->weekday = weekday;
    when->first += weekday - 1;
    return day_end;
}

/* Place a when at a length from a day, as coarse as the length's unit. */
static void place_at_distance(gsay_when *when, int32_t base, const gsay_length *length, int sign)
{
    int32_t count = gsay_length_count(length);
    when->granularity = length->unit < GSAY_UNIT_DAY ? GSAY_GRANULARITY_TIME : gsay_unit_granularity(length->unit);
    if (when->granularity == GSAY_GRANULARITY_NONE)
        when->granularity = GSAY_GRANULARITY_YEAR;
    when->timex = sign < 0 ? GSAY_STR("PAST_REF") : GSAY_STR("FUTURE_REF");
    if (count == 0 || base == GSAY_DAY_NONE || length->unit < GSAY_UNIT_DAY || length->unit == GSAY_UNIT_SEASON)
        return;
    int32_t day = gsay_day_move(base, length->unit, sign * count);
    if (day == GSAY_DAY_NONE)
        return;
    when->timex = GSAY_STR("");
    when->first = gsay_unit_start(day, length->unit);
    when->is_weekend = length->unit == GSAY_UNIT_WEEKEND;
    when->is_placed = when->is_relative = true;
}

/* "three years ago", "two weeks later", "a month earlier", "five days from now", "in 5 days' time", "a week before". */
static uint32_t read_distance(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_length length = { 0 }, more = { 0 };
    uint32_t    end = gsay_read_length(scan, at, &length);
    if (end == at) {
        end = gsay_read_time_unit(scan, at, &length.unit); /* "years later" */
        length.is_vague = true;
        bool is_plural = end > at && gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("s")) &&
                         gsay_scan_word(scan, at)->folded.len > 3;
        if (!is_plural)
            return at;
    }
    uint32_t after = end;
    for (int pieces = 0; pieces < 3;
         pieces++) { /* "2 years 1 month 21 days later": too fine to be placed by one unit */
        uint32_t joint = gsay_skip_word(scan, gsay_skip_mark(scan, after, ","), GSAY_FIXED_AND);
        uint32_t next = gsay_read_length(scan, joint, &more);
        if (next == joint || more.unit >= length.unit)
            break;
        after = next;
        if (!gsay_scan_among(scan, after, distance_ends))
            continue;
        end = after;
        length.is_vague = true;
        break;
    }
    if (gsay_scan_id(scan, end) == GSAY_FIXED_AGO ||
        (gsay_scan_id(scan, end) == GSAY_FIXED_BACK && gsay_scan_marks_any(scan, end + 1, ",."))) {
        place_at_distance(when, scan->date, &length, -1);
        return end + 1;
    }
    bool is_from =
        gsay_scan_id(scan, end) == GSAY_FIXED_FROM && gsay_scan_either(scan, end + 1, GSAY_FIXED_NOW, GSAY_FIXED_TODAY);
    if (is_from || gsay_scan_id(scan, end) == GSAY_FIXED_HENCE) {
        place_at_distance(when, scan->date, &length, 1);
        return end + (is_from ? 2 : 1);
    }
    if (gsay_scan_among(scan, end, words_after) ||
        gsay_scan_either(scan, end, GSAY_FIXED_EARLIER, GSAY_FIXED_PREVIOUSLY)) {
        bool is_back = gsay_scan_either(scan, end, GSAY_FIXED_EARLIER, GSAY_FIXED_PREVIOUSLY);
        place_at_distance(when, GSAY_DAY_NONE, &length, is_back ? -1 : 1);
        return end + 1;
    }
    uint32_t possessive =
        gsay_scan_token(scan, end).flags & GSAY_TOKEN_POSSESSIVE || gsay_at_apostrophe(scan, end) ? end + 1 : end;
    if (at > scan->begin && gsay_scan_id(scan, at - 1) == GSAY_FIXED_IN &&
        gsay_scan_id(scan, possessive) == GSAY_FIXED_TIME) {
        place_at_distance(when, scan->date, &length, 1);
        return possessive + 1;
    }
    return at;
}

/* "two days after Christmas", "three weeks from tomorrow", "a year before the 2014 ...": only where the base is a date
 * itself. */
static uint32_t read_distance_from(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_length length = { 0 };
    gsay_when   base = { 0 };
    uint32_t    end = gsay_read_length(scan, at, &length);
    if (end == at || !gsay_scan_among(scan, end, distance_joints))
        return at;
    int      sign = gsay_scan_id(scan, end) == GSAY_FIXED_BEFORE ? -1 : 1;
    uint32_t base_at = end + 1;
    uint32_t base_end = read_day_word(scan, base_at, &base);
    if (base_end == base_at)
        base_end = gsay_read_absolute(scan, base_at, &base);
    if (base_end == base_at)
        base_end = gsay_read_span_of_year(scan, base_at, &base);
    if (base_end == base_at)
        base_end = read_adjective(scan, base_at, &base);
    if (base_end == base_at || base.is_weak || base.timex.len > 0 || base.granularity < GSAY_GRANULARITY_DAY)
        return at;
    gsay_when_settle(scan, &base);
    bool is_weeks = length.unit == GSAY_UNIT_WEEK || length.unit == GSAY_UNIT_FORTNIGHT;
    place_at_distance(when, base.is_placed ? base.first : GSAY_DAY_NONE, &length, sign);
    if (when->is_placed && is_weeks) { /* counted from a day, weeks end on a day */
        when->granularity = GSAY_GRANULARITY_DAY;
        when->first = gsay_day_move(base.first, length.unit, sign * gsay_length_count(&length));
    }
    if (when->is_placed)
        when->is_relative = base.resolved_by == GSAY_RESOLVED_DATE;
    return base_end;
}

/* The nth weekday, day, week, weekend or month of a span; nth counts from the end when negative. */
static int32_t nth_in(gsay_days span, gsay_time_unit unit, uint8_t weekday, int32_t nth)
{
    if (span.from == GSAY_DAY_NONE || span.to == GSAY_DAY_NONE)
        return GSAY_DAY_NONE;
    int32_t step = weekday || unit == GSAY_UNIT_WEEK || unit == GSAY_UNIT_WEEKEND ? 7 : 1;
    int32_t first = span.from, last = span.to - 1;
    if (weekday) {
        first += (weekday - gsay_weekday_of(first) + 7) % 7;
        last -= (gsay_weekday_of(last) - weekday + 7) % 7;
    } else if (unit == GSAY_UNIT_WEEKEND) {
        first += (6 - gsay_weekday_of(first) + 7) % 7 - 5;
        last -= (gsay_weekday_of(last) - 6 + 7) % 7 + 5;
    } else if (unit == GSAY_UNIT_WEEK) { /* a week belongs where its Thursday lies (ISO 8601) */
        first += (4 - gsay_weekday_of(first) + 7) % 7 - 3;
        last -= (gsay_weekday_of(last) - 4 + 7) % 7 + 3;
    } else if (unit == GSAY_UNIT_MONTH) {
        return nth > 0 ? gsay_month_shift(first, nth - 1) : gsay_month_shift(last, nth + 1);
    }
    return nth > 0 ? first + (nth - 1) * step : last + (nth + 1) * step;
}

/* "first", "3rd", "last", "second last": which one. */
static uint32_t read_nth(const gsay_scan *scan, uint32_t at, int32_t *nth)
{
    if (gsay_time_word_at(scan, at) == GSAY_TIME_LAST) {
        *nth = -1;
        return at + 1;
    }
    uint8_t  number = 0;
    bool     is_ordinal = false;
    uint32_t end = gsay_read_day(scan, at, &number, &is_ordinal);
    if (end == at || !is_ordinal)
        return at;
    *nth = number;
    if (gsay_time_word_at(scan, end) != GSAY_TIME_LAST)
        return end;
    *nth = -(int32_t)number;
    return end + 1;
}

/* "the first Monday of October 2014", "last day in October", "the second week of 2021", "the 15th of next month". */
static uint32_t read_nth_of(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    int32_t        nth = 0;
    uint8_t        weekday = 0;
    gsay_time_unit unit = GSAY_UNIT_NONE;
    gsay_when      holder = { 0 };
    uint32_t       next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint32_t       end = read_nth(scan, next, &nth);
    if (end == next)
        return at;
    uint32_t noun_end = gsay_read_weekday(scan, end, &weekday);
    if (noun_end == end)
        noun_end = gsay_read_time_unit(scan, end, &unit);
    bool is_day_of_month = noun_end == end && nth > 0;
    if (is_day_of_month)
        unit = GSAY_UNIT_DAY;
    bool is_unit =
        unit == GSAY_UNIT_DAY || unit == GSAY_UNIT_WEEK || unit == GSAY_UNIT_WEEKEND || unit == GSAY_UNIT_MONTH;
    if ((!weekday && !is_unit) || !gsay_scan_either(scan, noun_end, GSAY_FIXED_OF, GSAY_FIXED_IN))
        return at;
    uint32_t after = gsay_read_holder(scan, noun_end + 1, &holder);
    if (after == noun_end + 1 || (is_day_of_month && (holder.granularity != GSAY_GRANULARITY_MONTH || holder.month)))
        return at;
    gsay_when_settle(scan, &holder);
    when->granularity = weekday ? GSAY_GRANULARITY_DAY : gsay_unit_granularity(unit);
    when->is_weekend = unit == GSAY_UNIT_WEEKEND;
    when->weekday = weekday;
    int32_t first = nth_in(gsay_when_days(&holder), unit, weekday, nth);
    if (first == GSAY_DAY_NONE) {
        when->is_loose = true;
        return after;
    }
    when->first = first;
    when->is_placed = true;
    when->is_relative = holder.resolved_by == GSAY_RESOLVED_DATE;
    return after;
}

/* "the week after next", "the year before last". */
static uint32_t read_after_next(const gsay_scan *scan, uint32_t at, gsay_time_unit unit, gsay_when *when)
{
    bool is_ahead = gsay_scan_id(scan, at) == GSAY_FIXED_AFTER && gsay_scan_id(scan, at + 1) == GSAY_FIXED_NEXT;
    bool is_back = gsay_scan_id(scan, at) == GSAY_FIXED_BEFORE && gsay_scan_id(scan, at + 1) == GSAY_FIXED_LAST;
    bool is_noun_next = gsay_scan_is(scan, at + 2,
                                     GSAY_WORD(WEEKDAY) | GSAY_WORD(MONTH) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(SEASON) |
                                         GSAY_WORD(HOLIDAY));
    if ((!is_ahead && !is_back) || is_noun_next) /* "the week before last Christmas" */
        return at;
    place_from_date(scan, when, unit, is_ahead ? 2 : -2);
    return at + 2;
}

/* "Friday after next", "Monday before last": the second such day ahead or back. */
static uint32_t read_second_weekday(const gsay_scan *scan, uint32_t at, uint8_t weekday, gsay_when *when)
{
    uint32_t end = read_after_next(scan, at, GSAY_UNIT_DAY, when);
    if (end == at)
        return at;
    bool is_ahead = gsay_scan_id(scan, at) == GSAY_FIXED_AFTER;
    when->granularity = GSAY_GRANULARITY_DAY;
    when->weekday = weekday;
    if (!when->is_placed)
        return end;
    int32_t ahead = (weekday - gsay_weekday_of(scan->date) + 7) % 7; /* the day itself is neither next nor last */
    when->first = scan->date + ahead + (!is_ahead ? -14 : ahead > 0 ? 7 : 14);
    return end;
}

/* "the week of April 10th", "the week after next", "the weekend", "monday of this week". */
static uint32_t read_unit_of(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_time_unit unit = GSAY_UNIT_NONE;
    uint32_t       next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint8_t        weekday = 0;
    gsay_when      holder = { 0 };
    uint32_t       end = gsay_read_weekday(scan, next, &weekday);
    if (end > next && next == at && gsay_scan_id(scan, end) != GSAY_FIXED_OF) {
        uint32_t after = read_second_weekday(scan, end, weekday, when);
        return after > end ? after : at;
    }
    if (end > next && next == at) {
        uint32_t after = read_adjective(scan, end + 1, &holder);
        if (after == end + 1 || holder.granularity != GSAY_GRANULARITY_WEEK)
            return at;
        when->granularity = GSAY_GRANULARITY_DAY;
        when->weekday = weekday;
        when->is_loose = !holder.is_placed;
        when->is_placed = when->is_relative = holder.is_placed;
        when->first = holder.first + weekday - 1;
        return after;
    }
    end = gsay_read_time_unit(scan, next, &unit);
    if (next == at || end == next || unit < GSAY_UNIT_WEEKEND || unit == GSAY_UNIT_SEASON)
        return at;
    uint32_t after_next = read_after_next(scan, end, unit, when);
    if (after_next > end)
        return after_next;
    if (unit != GSAY_UNIT_WEEK && unit != GSAY_UNIT_WEEKEND)
        return at;
    if (gsay_scan_among(scan, end, week_joints)) {
        uint32_t after = gsay_read_absolute(scan, end + 1, &holder);
        if (after > end + 1 && holder.granularity == GSAY_GRANULARITY_DAY && !holder.is_weak) {
            gsay_when_settle(scan, &holder);
            when->granularity = GSAY_GRANULARITY_WEEK;
            when->is_weekend = unit == GSAY_UNIT_WEEKEND;
            when->is_placed = holder.is_placed;
            when->is_loose = !holder.is_placed;
            when->is_relative = holder.resolved_by == GSAY_RESOLVED_DATE;
            when->first = gsay_unit_start(holder.is_placed ? holder.first : GSAY_DAY_NONE, unit);
            return after;
        }
    }
    if (unit != GSAY_UNIT_WEEKEND || at == scan->begin || !gsay_scan_among(scan, at - 1, before_weekend))
        return at;
    when->granularity = GSAY_GRANULARITY_WEEK;
    when->is_loose = true; /* the one before or the one ahead */
    return end;
}

/* "the month", "the year": of the text's own time, so without an interval. */
static uint32_t read_own_span(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_time_unit unit = GSAY_UNIT_NONE;
    uint32_t       end = gsay_scan_id(scan, at) == GSAY_FIXED_THE ? gsay_read_time_unit(scan, at + 1, &unit) : at;
    if (end <= at + 1 || unit < GSAY_UNIT_WEEK || gsay_str_ends(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("s")))
        return at;
    when->granularity = gsay_unit_granularity(unit);
    when->is_loose = true;
    return end;
}

uint32_t gsay_read_holder(const gsay_scan *scan, uint32_t at, gsay_when *holder)
{
    uint32_t end = gsay_read_absolute(scan, at, holder);
    if (end == at)
        end = gsay_read_span_of_year(scan, at, holder);
    if (end == at)
        end = read_adjective(scan, at, holder);
    if (end == at)
        end = read_own_span(scan, at, holder);
    bool is_longer = holder->granularity >= GSAY_GRANULARITY_CENTURY && holder->granularity <= GSAY_GRANULARITY_WEEK;
    return end > at && is_longer ? end : at;
}

uint32_t gsay_read_relative(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    static gsay_when_reader *const readers[] = { read_day_word,      read_nth_of,   read_adjective,
                                                 read_distance_from, read_distance, read_unit_of };
    uint32_t shapes = (gsay_opening_at(scan, at).shapes & GSAY_SHAPES_RELATIVE) / GSAY_SHAPE_DAY_WORD;
    uint32_t best = at;
    for (; shapes; shapes &= shapes - 1) {
        gsay_when got = { 0 };
        uint32_t  end = readers[gsay_shape_first(shapes)](scan, at, &got);
        if (end > best) {
            best = end;
            *when = got;
        }
    }
    return best;
}
