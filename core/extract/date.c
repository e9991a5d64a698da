/* Dates, times, durations, sets and periods: the door of the family.
 *
 * A point in time is read by the longest of three readers (absolute, relative, span of a year), with a modifier before
 * it ("early", "the end of") and a time or part of a day on either side. Around points stand the compositions: periods,
 * durations, sets. The longest reading at a token wins. A preposition before it bends the interval ("since 2014" is
 * open at the end) and stays outside the span.
 *
 * Method: one grammar by recursive descent over tokens with a bounded look-ahead; the shapes are those of the TIMEX3
 * guidelines (TimeML 1.2.1, 2006) and of group F and G of the recognisers' public test data. */
#include "extract/shape.h"

/* Words beside a date, a time or a part of a day. */
static const gsay_word_set before_clock = { GSAY_SAYS(AT), GSAY_SAYS(AROUND), GSAY_SAYS(BY), GSAY_SAYS(ABOUT),
                                            GSAY_SAYS(T) };
static const gsay_word_set before_part = { GSAY_SAYS(IN), GSAY_SAYS(DURING), GSAY_SAYS(AT) };
static const gsay_word_set onward = { GSAY_SAYS(ON), GSAY_SAYS(ONWARD), GSAY_SAYS(ONWARDS) };

/* Words before a date that say from when or until when. */
static const struct {
    uint32_t word;
    bool     opens_begin; /* the begin is open */
    bool     opens_end;   /* the end is open */
    bool     is_beyond;   /* the date itself lies outside */
} openers[] = {
    { GSAY_FIXED_SINCE, false, true, false }, { GSAY_FIXED_UNTIL, true, false, false },
    { GSAY_FIXED_TILL, true, false, false },  { GSAY_FIXED_BY, true, false, false },
    { GSAY_FIXED_BEFORE, true, false, true }, { GSAY_FIXED_AFTER, false, true, true },
    { GSAY_FIXED_PRE, true, false, true },    { GSAY_FIXED_POST, false, true, true },
    { GSAY_FIXED_PRIOR, true, false, true },  { GSAY_FIXED_FROM, false, true, false },
};

/* "early", "late", "mid-", "the end of", "at the beginning of", "the middle of": what makes a date approximate. */
static uint32_t read_modifier(const gsay_scan *scan, uint32_t at)
{
    uint32_t       next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    gsay_time_word word = gsay_time_word_at(scan, next);
    uint32_t       end = next + 1;
    switch (word) {
    case GSAY_TIME_EARLY:
    case GSAY_TIME_LATE:
    case GSAY_TIME_MIDDLE:
        end = gsay_skip_mark(scan, end, "-");
        if (gsay_scan_id(scan, end) == GSAY_FIXED_PART)
            end++;
        return gsay_scan_either(scan, end, GSAY_FIXED_IN, GSAY_FIXED_OF) ? end + 1 : end;
    case GSAY_TIME_EARLIER:
    case GSAY_TIME_LATER:
        return gsay_skip_word(scan, end, GSAY_FIXED_IN);
    case GSAY_TIME_BEGINNING:
    case GSAY_TIME_END:
    case GSAY_TIME_TURN:
    case GSAY_TIME_REST:
        return gsay_skip_word(scan, end, GSAY_FIXED_OF);
    default:
        return at;
    }
}

/* "the month", "the year" behind "the end of", "the afternoon" behind "later in": of the text's own time, so without an
 * interval. */
static uint32_t read_own_unit(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_time_unit unit = GSAY_UNIT_NONE;
    uint32_t       next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint32_t       part_end = next > at ? gsay_read_daypart(scan, next, when) : next;
    if (part_end > next) {
        when->is_weak = false;
        return part_end;
    }
    uint32_t end = gsay_read_time_unit(scan, next, &unit);
    if (end == next || unit < GSAY_UNIT_WEEK || gsay_str_ends(gsay_scan_word(scan, next)->folded, GSAY_STR("s")))
        return at;
    when->granularity = gsay_unit_granularity(unit);
    when->is_loose = true;
    return end;
}

/* The longest date without modifier and time. */
static uint32_t read_base(const gsay_scan *scan, uint32_t at, uint32_t shapes, gsay_when *when)
{
    static const struct {
        uint32_t          shapes;
        gsay_when_reader *read;
    } families[] = { { GSAY_SHAPES_ABSOLUTE, gsay_read_absolute },
                     { GSAY_SHAPES_RELATIVE, gsay_read_relative },
                     { GSAY_SHAPES_OF_YEAR, gsay_read_span_of_year } };
    uint32_t best = at;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (!(shapes & families[i].shapes))
            continue;
        gsay_when got = { 0 };
        uint32_t  end = families[i].read(scan, at, &got);
        if (end > best || (end == best && end > at && when->is_weak && !got.is_weak)) {
            best = end;
            *when = got;
        }
    }
    return best;
}

/* A date with its modifier. */
static uint32_t read_date(const gsay_scan *scan, uint32_t at, uint32_t shapes, gsay_when *when)
{
    uint32_t base = shapes & GSAY_SHAPE_MODIFIED ? read_modifier(scan, at) : at;
    uint32_t end = base > at ? read_base(scan, base, gsay_opening_at(scan, base).shapes, when) : at;
    if (base > at && end == base)
        end = read_own_unit(scan, base, when);
    bool is_edge = base > at && gsay_time_word_at(scan, gsay_skip_word(scan, at, GSAY_FIXED_THE)) == GSAY_TIME_END;
    bool is_part = when->granularity == GSAY_GRANULARITY_TIME && when->daypart && !when->has_hour && !is_edge;
    bool is_long = when->granularity <= GSAY_GRANULARITY_WEEK || (is_edge && when->granularity == GSAY_GRANULARITY_DAY);
    if (base > at && end > base && (is_long || is_part)) {
        bool is_word = gsay_scan_token(scan, base).kind == GSAY_TOKEN_WORD;
        when->is_approx = true;
        when->is_weak = when->is_weak && !is_word && when->year < 1000;
        return end;
    }
    *when = (gsay_when){ 0 };
    return read_base(scan, at, shapes, when);
}

/* Put a time of day into a date. */
static void add_clock(gsay_when *when, const gsay_when *clock)
{
    when->granularity = GSAY_GRANULARITY_TIME;
    when->hour = clock->hour;
    when->minute = clock->minute;
    when->second = clock->second;
    when->has_hour = clock->has_hour;
    when->has_minute = clock->has_minute;
    when->has_second = clock->has_second;
    when->has_zone = clock->has_zone;
    when->zone = clock->zone;
    when->is_half_day_known = clock->is_half_day_known;
    if (clock->daypart)
        when->daypart = clock->daypart;
    when->is_weak = false;
    bool is_late =
        when->daypart == GSAY_TIME_AFTERNOON || when->daypart == GSAY_TIME_EVENING || when->daypart == GSAY_TIME_NIGHT;
    if (when->has_hour && !when->is_half_day_known && is_late && when->hour >= 1 && when->hour < 12 &&
        !(when->daypart == GSAY_TIME_NIGHT && when->hour < 5))
        when->hour = (uint8_t)(when->hour + 12);
    if (when->has_hour)
        when->is_half_day_known = true;
}

/* A time or part of a day behind a date: ", at 8 p.m.", " night", " at noon", "T14:00". */
static uint32_t read_time_behind(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_when part = { 0 };
    uint32_t  end = gsay_read_daypart(scan, at, &part);
    if (end > at) {
        when->granularity = GSAY_GRANULARITY_TIME;
        when->daypart = part.daypart;
        when->is_weak = false;
    }
    uint32_t  next = gsay_skip_mark(scan, end, ",");
    gsay_when clock = { 0 };
    bool      has_at = gsay_scan_among(scan, next, before_clock) || gsay_scan_marks(scan, next, '@');
    bool      has_for = gsay_scan_id(scan, next) == GSAY_FIXED_FOR;
    uint32_t  clock_at = has_at || has_for ? next + 1 : next;
    if (gsay_scan_either(scan, clock_at, GSAY_FIXED_ABOUT, GSAY_FIXED_AROUND))
        clock_at++;
    uint32_t after = gsay_read_clock(scan, clock_at, &clock);
    bool     is_bare_hour = clock.is_weak;
    if (is_bare_hour && gsay_scan_token(scan, after).kind == GSAY_TOKEN_WORD &&
        !gsay_scan_is(scan, after, GSAY_WORD(STOP)))
        return end;
    if (after > clock_at && (!is_bare_hour || clock.has_minute || (has_at && clock.hour <= 12))) {
        add_clock(when, &clock);
        bool is_dated = when->month && when->day && !when->year && clock.has_minute;
        return is_dated ? gsay_read_year(scan, after, &when->year) : after; /* "Oct 26 15:50:06 2016" */
    }
    return end;
}

/* A time of day with the date behind it: "8 p.m. on Friday", "11:13 GMT Friday", "the morning of April 19", "noon
 * yesterday". */
static uint32_t read_time_before(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_when clock = { 0 }, date = { 0 };
    uint32_t  end = gsay_read_clock(scan, at, &clock);
    bool      is_part = false;
    if (end == at) {
        uint32_t next = gsay_skip_word(scan, at, GSAY_FIXED_THE);
        end = gsay_read_daypart(scan, next, &clock);
        is_part = end > next;
        if (!is_part || gsay_scan_among(scan, next, before_part))
            return at;
        uint32_t  hour_at = gsay_skip_word(scan, end, GSAY_FIXED_AT);
        gsay_when hour = { 0 };
        uint32_t  hour_end = hour_at > end ? gsay_read_clock(scan, hour_at, &hour) : end;
        if (hour_end > hour_at && hour.hour <= 12) { /* "the morning at 7" */
            add_clock(&clock, &hour);
            clock.daypart = 0;
            *when = clock;
            return hour_end;
        }
        if (at > scan->begin && (next > at ? gsay_scan_either(scan, at - 1, GSAY_FIXED_IN, GSAY_FIXED_DURING)
                                           : gsay_scan_either(scan, at - 1, GSAY_FIXED_AT, GSAY_FIXED_IN)))
            clock.is_weak = false;
    }
    uint32_t  next = gsay_skip_mark(scan, end, ",");
    bool      is_linked = gsay_scan_either(scan, next, GSAY_FIXED_ON, GSAY_FIXED_OF);
    uint32_t  date_at = is_linked ? next + 1 : next;
    bool      has_date = !is_part || gsay_scan_id(scan, next) == GSAY_FIXED_OF;
    uint32_t  shapes = has_date ? gsay_opening_at(scan, date_at).shapes & GSAY_SHAPES_DATE : 0;
    uint32_t  after = shapes ? read_date(scan, date_at, shapes, &date) : date_at;
    gsay_when part = { 0 };
    uint32_t  part_end = after > date_at && clock.has_hour ? gsay_read_daypart(scan, after, &part) : after;
    if (part_end > after) { /* "9 tomorrow morning" */
        date.granularity = GSAY_GRANULARITY_TIME;
        date.daypart = part.daypart;
        after = part_end;
    }
    bool is_day = date.granularity == GSAY_GRANULARITY_DAY ||
                  (date.granularity == GSAY_GRANULARITY_TIME && date.daypart && !date.has_hour);
    if (after > date_at && is_day && (!date.is_weak || is_linked) &&
        !(clock.is_weak && clock.has_hour && !is_linked && date.granularity == GSAY_GRANULARITY_DAY && date.month)) {
        if (clock.is_weak && clock.has_hour && date.granularity == GSAY_GRANULARITY_DAY)
            return at;
        *when = date;
        add_clock(when, &clock);
        return after;
    }
    *when = clock;
    return end;
}

/* A date with the time behind it. */
static uint32_t read_date_and_time(const gsay_scan *scan, uint32_t at, uint32_t shapes, gsay_when *when)
{
    uint32_t end = read_date(scan, at, shapes, when);
    bool     is_day =
        when->granularity == GSAY_GRANULARITY_DAY || (when->granularity == GSAY_GRANULARITY_TIME && !when->has_hour);
    return end > at && is_day && !when->timex.len ? read_time_behind(scan, end, when) : end;
}

/* As gsay_read_point, without its memory. */
static uint32_t read_point(const gsay_scan *scan, uint32_t at, uint32_t shapes, gsay_when *when)
{
    uint32_t end = shapes & GSAY_SHAPES_DATE ? read_date_and_time(scan, at, shapes, when) : at;
    if (!(shapes & (GSAY_SHAPE_CLOCK | GSAY_SHAPE_PART)))
        return end;
    gsay_when timed = { 0 };
    uint32_t  timed_end = read_time_before(scan, at, &timed);
    if (timed_end < end || (timed_end == end && !(when->is_weak && !timed.is_weak)))
        return end;
    *when = timed;
    return timed_end;
}

uint32_t gsay_read_point(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_date_memo *memo = scan->dates;
    uint32_t        place = at % GSAY_MEMO_PLACES;
    uint32_t        shapes = gsay_opening_at(scan, at).shapes;
    if (!(shapes & GSAY_SHAPES_POINT))
        return at;
    if (memo && memo->points[place].key == at + 1 && memo->points[place].told_year == scan->told_year) {
        if (memo->points[place].end > at)
            *when = memo->points[place].when;
        return memo->points[place].end;
    }
    uint32_t end = read_point(scan, at, shapes, when);
    if (!memo)
        return end;
    memo->points[place].key = at + 1;
    memo->points[place].told_year = scan->told_year;
    memo->points[place].end = end;
    if (end > at)
        memo->points[place].when = *when;
    return end;
}

/* Bend the interval by the word before the date. */
static void bend_by_context(const gsay_scan *scan, uint32_t at, uint32_t end, gsay_mention *mention)
{
    gsay_temporal *temporal = &mention->value.as.temporal;
    uint32_t       before = at > scan->begin ? at - 1 : at;
    if (before < at && gsay_scan_marks(scan, before, '-') && gsay_joined(scan, at) && before > scan->begin)
        before--;
    bool is_onward = gsay_scan_among(scan, end, onward);
    if (mention->value.kind != GSAY_KIND_DATE || temporal->granularity == GSAY_GRANULARITY_PERIOD || before == at)
        return;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        if (gsay_scan_id(scan, before) != openers[i].word)
            continue;
        bool is_from = i + 1 == sizeof openers / sizeof *openers;
        if (is_from && !is_onward)
            return;
        gsay_days days = temporal->days;
        temporal->days.from = openers[i].opens_begin ? GSAY_DAY_NONE : openers[i].is_beyond ? days.to : days.from;
        temporal->days.to = openers[i].opens_end ? GSAY_DAY_NONE : openers[i].is_beyond ? days.from : days.to;
        temporal->granularity = GSAY_GRANULARITY_PERIOD;
        mention->context = before;
        return;
    }
}

/* Tell whether "Mr." or the like stands before: "Ms. Friday" is nobody's weekday. */
static bool follows_form_of_address(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes address = GSAY_WORD(TITLE) | GSAY_WORD(ABBREVIATION);
    uint32_t          before = at > scan->begin && gsay_scan_marks(scan, at - 1, '.') ? at - 1 : at;
    return before > scan->begin && (gsay_scan_word(scan, before - 1)->lexeme.classes & address) == address;
}

/* Tell whether a point in time is a mention by itself. */
static bool is_mention(const gsay_scan *scan, uint32_t at, uint32_t end, const gsay_when *point)
{
    return end > at && !point->is_weak && !(end == at + 1 && follows_form_of_address(scan, at));
}

/* Tell whether the article at a token only goes before a numbered span, "the year 2008", "the week 31", which is a name
 * without it. */
static bool is_loose_article(const gsay_scan *scan, uint32_t at)
{
    if (gsay_scan_id(scan, at) != GSAY_FIXED_THE)
        return false;
    uint32_t unit = at + 1 + (gsay_time_word_at(scan, at + 1) == GSAY_TIME_FISCAL);
    return gsay_scan_either(scan, unit, GSAY_FIXED_YEAR, GSAY_FIXED_WEEK) &&
           gsay_scan_token(scan, unit + 1).kind == GSAY_TOKEN_DIGITS;
}

/* Fill the mention by a point in time. */
static void give_point(gsay_scan *scan, uint32_t at, uint32_t end, gsay_when *point, gsay_mention *mention)
{
    mention->begin = at + is_loose_article(scan, at);
    mention->end = end;
    gsay_when_finish(scan, point, mention);
    bend_by_context(scan, at, end, mention);
}

/* The longest of what starts at a token, and the first of those: a set, a point, a period, a length. mention: zeroed
 * but for its begin, and left so when there is none. */
static bool read_longest(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    const uint32_t of_period = GSAY_SHAPE_OPENED | GSAY_SHAPE_BARE_FIRST | GSAY_SHAPE_LAST_OR_NEXT;
    const uint32_t of_length = GSAY_SHAPE_LENGTH | GSAY_SHAPE_PLURAL;
    uint32_t       shapes = gsay_opening_at(scan, at).shapes;
    gsay_when      point = { 0 };
    gsay_mention   got, other;
    uint32_t       point_end = gsay_read_point(scan, at, &point);
    uint32_t       best = is_mention(scan, at, point_end, &point) ? point_end : at;
    bool           is_point = best > at;
    if (shapes & GSAY_SHAPE_SET) {
        got = *mention;
        if (gsay_recognise_set(scan, at, &got) && got.end >= best) {
            best = got.end;
            is_point = false;
        }
    }
    if ((point_end > at || shapes & of_period) && gsay_recognise_period(scan, at, point_end, &point, &other) &&
        other.end > best) {
        got = other;
        best = other.end;
        is_point = false;
    }
    if (shapes & of_length) {
        other = *mention;
        if (gsay_recognise_duration(scan, at, &other) && other.end > best) {
            got = other;
            best = other.end;
            is_point = false;
        }
    }
    if (is_point)
        give_point(scan, at, best, &point, mention);
    else if (best > at)
        *mention = got;
    return best > at;
}

bool gsay_recognise_date(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    if (!scan->dates) {
        scan->dates = GSAY_NEW(scan->arena, gsay_date_memo, 1);
        scan->has_failed |= !scan->dates;
    }
    return gsay_date_can_start(scan, at) && gsay_opening_at(scan, at).shapes && read_longest(scan, at, mention);
}
