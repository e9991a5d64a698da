/* When and where a source says it was filed.
 *
 * Metadata settles the day. Else the first blocks are searched for what newspapers set there: a date that stands alone
 * ("Wed Feb 12 2025", "Published: 12 Feb 2025"), or a line's opening of place, date and agency ("BRUSSELS, Feb 12
 * (Reuters) -", "PARIS (AP) —", "date 2025-02-12 BRUSSELS >>"). A day without a year stays unknown: the group may
 * settle it later. */
#include "extract/shape.h"

#define SENTENCES_SEARCHED 8u
#define PLACE_WORDS_MAX    5u
#define LABEL_WORDS_MAX    3u
#define AGENCY_TOKENS_MAX  6u

/* Words that may stand before a date that is alone in its block. */
static const gsay_word_set labels = { GSAY_SAYS(DATE),   GSAY_SAYS(DATED),    GSAY_SAYS(PUBLISHED), GSAY_SAYS(UPDATED),
                                      GSAY_SAYS(POSTED), GSAY_SAYS(MODIFIED), GSAY_SAYS(CREATED),   GSAY_SAYS(FIRST),
                                      GSAY_SAYS(LAST),   GSAY_SAYS(ON),       GSAY_SAYS(AT),        GSAY_SAYS(BY),
                                      GSAY_SAYS(FILED),  GSAY_SAYS(ISSUED),   GSAY_SAYS(TIME) };

/* Tell whether a token ends a dateline: a dash with space, ">>", or a colon. */
static uint32_t read_delimiter(const gsay_scan *scan, uint32_t at, bool after_capitals)
{
    if (gsay_scan_marks(scan, at, '-') && gsay_scan_spaced(scan, at)) {
        while (gsay_scan_marks(scan, at, '-'))
            at++;
        return at;
    }
    if (gsay_scan_marks(scan, at, '>')) {
        while (gsay_scan_marks(scan, at, '>'))
            at++;
        return at;
    }
    bool is_quillemet = gsay_scan_token(scan, at).kind == GSAY_TOKEN_PUNCT && gsay_scan_token(scan, at).mark == '"' &&
                        gsay_scan_spaced(scan, at) && gsay_scan_spaced(scan, at + 1);
    return is_quillemet || (after_capitals && gsay_scan_marks(scan, at, ':')) ? at + 1 : at;
}

/* A place in capitals, or a capitalised name behind one: "BRUSSELS", "NEW YORK", "KYIV, Ukraine". */
static uint32_t read_place(const gsay_scan *scan, uint32_t at)
{
    uint32_t next = at;
    for (uint32_t words = 0; words < PLACE_WORDS_MAX; words++) {
        gsay_token token = gsay_scan_token(scan, next);
        bool       is_first = next == at;
        bool       is_place =
            token.kind == GSAY_TOKEN_WORD && (token.flags & (is_first ? GSAY_TOKEN_UPPER : GSAY_TOKEN_CAPITAL));
        if (!is_place || gsay_scan_is(scan, next, GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY)))
            break;
        next++;
        uint32_t   after = gsay_skip_mark(scan, next, ".,");
        gsay_token follower = gsay_scan_token(scan, after);
        if (after > next && follower.kind == GSAY_TOKEN_WORD && (follower.flags & GSAY_TOKEN_CAPITAL) &&
            !gsay_scan_is(scan, after, GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY)))
            next = after;
    }
    return next;
}

/* "(Reuters)", "(AP)". */
static uint32_t read_agency(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_marks(scan, at, '('))
        return at;
    for (uint32_t next = at + 1; next < at + AGENCY_TOKENS_MAX; next++)
        if (gsay_scan_marks(scan, next, ')'))
            return next + 1;
    return at;
}

/* A date, whole or not. day: out, the day when the date is whole, else as it was. */
static uint32_t read_date(const gsay_scan *scan, uint32_t at, int32_t *day)
{
    gsay_when when = { 0 };
    uint32_t  end = gsay_date_can_start(scan, at) ? gsay_read_point(scan, at, &when) : at;
    bool is_day = when.granularity == GSAY_GRANULARITY_DAY || (when.granularity == GSAY_GRANULARITY_TIME && when.day);
    if (end == at || !is_day || when.is_relative || !when.day)
        return at;
    gsay_when_settle(scan, &when);
    if (when.resolved_by == GSAY_RESOLVED_TEXT && *day == GSAY_DAY_NONE)
        *day = when.first;
    return end;
}

/* The folded words of the place, one blank between them. */
static gsay_str fold_place(gsay_scan *scan, uint32_t at, uint32_t end)
{
    gsay_str place = GSAY_STR("");
    for (uint32_t next = at; next < end; next++) {
        if (gsay_scan_token(scan, next).kind != GSAY_TOKEN_WORD)
            break;
        gsay_str word = gsay_scan_word(scan, next)->folded;
        place = next == at ? word : gsay_arena_format(scan->arena, "%.*s %.*s", GSAY_ARG(place), GSAY_ARG(word));
        scan->has_failed = scan->has_failed || !place.ptr;
    }
    return place.ptr ? place : GSAY_STR("");
}

/* "BRUSSELS, Feb 12 (Reuters) -" and its kin at `at`. */
static bool read_filed(gsay_scan *scan, uint32_t at, gsay_dateline *line)
{
    uint32_t place_end = read_place(scan, at);
    if (place_end == at)
        return false;
    bool     is_one_place = place_end - at <= PLACE_WORDS_MAX;
    uint32_t next = gsay_skip_mark(scan, place_end, ",");
    int32_t  day = GSAY_DAY_NONE;
    uint32_t date_end = read_date(scan, next, &day);
    uint32_t agency_at = gsay_skip_mark(scan, date_end > next ? date_end : place_end, ",");
    uint32_t agency_end = read_agency(scan, agency_at);
    bool     has_more = date_end > next || agency_end > agency_at;
    uint32_t end = read_delimiter(scan, agency_end, !has_more);
    if (date_end > next && date_end == scan->end &&
        end == agency_end) { /* "AFP, Tuesday 2 Jul 2013": an agency, not a place */
        line->token_begin = at;
        line->token_end = date_end;
        line->day = line->day == GSAY_DAY_NONE ? day : line->day;
        return true;
    }
    if (end == agency_end || !is_one_place)
        return false;
    line->token_begin = line->token_begin == line->token_end ? at : line->token_begin;
    line->token_end = end;
    line->place = fold_place(scan, at, place_end);
    if (line->day == GSAY_DAY_NONE)
        line->day = day;
    return true;
}

/* Labels and a date; the block may hold nothing else, unless a filed line follows. */
static bool read_alone(gsay_scan *scan, gsay_dateline *line)
{
    uint32_t at = scan->begin;
    uint32_t next = at;
    int32_t  day = line->day;
    for (uint32_t words = 0; words < LABEL_WORDS_MAX && gsay_scan_among(scan, next, labels); words++)
        next = gsay_skip_mark(scan, next + 1, ":");
    uint32_t end = read_date(scan, next, &day);
    if (end == next)
        return false;
    uint32_t rest = end;
    while (rest < scan->end && gsay_scan_token(scan, rest).kind == GSAY_TOKEN_PUNCT)
        rest++;
    gsay_when clock = { 0 };
    uint32_t  after_clock = gsay_read_clock(scan, rest, &clock);
    while (after_clock > rest && after_clock < scan->end && gsay_scan_token(scan, after_clock).kind == GSAY_TOKEN_PUNCT)
        after_clock++;
    rest = after_clock;
    gsay_dateline filed = { .day = day };
    bool          is_filed = rest < scan->end && read_filed(scan, rest, &filed);
    if (rest < scan->end && !is_filed)
        return false;
    line->token_begin = at;
    line->token_end = is_filed ? filed.token_end : end;
    line->place = is_filed ? filed.place : line->place;
    line->day = day;
    return true;
}

/* Tell whether a text is history and no news: it names years, none within one of its own date, and never speaks of
 * weekdays or of yesterday, today and tomorrow. */
static bool is_narrative(const gsay_text *text, int32_t date)
{
    bool names_years = false;
    if (date == GSAY_DAY_NONE)
        return false;
    int32_t own = gsay_civil_of(date).year;
    for (size_t i = 0; i < text->token_count; i++) {
        const gsay_token *token = &text->tokens[i];
        if (token->kind == GSAY_TOKEN_WORD) {
            const gsay_word *word = gsay_token_word(text, i);
            bool             is_news = word->lexeme.classes & (GSAY_WORD(WEEKDAY) | GSAY_WORD(DAY_WORD));
            if (is_news && word->folded.len > 3) /* neither "now" nor "sun" */
                return false;
            continue;
        }
        gsay_str digits = gsay_token_text(text, i);
        if (token->kind != GSAY_TOKEN_DIGITS || digits.len != 4 || digits.ptr[0] > '2')
            continue;
        int32_t year = (digits.ptr[0] - '0') * 1000 + (digits.ptr[1] - '0') * 100 + (digits.ptr[2] - '0') * 10 +
                       digits.ptr[3] - '0';
        if (year >= own - 1 && year <= own + 1)
            return false;
        names_years = true;
    }
    return names_years;
}

gsay_dateline gsay_find_dateline(gsay_scan *scan)
{
    gsay_dateline  line = { .day = scan->text->document->source.date, .place = GSAY_STR("") };
    gsay_scan      reading = *scan;
    gsay_date_memo memo = { .time_from = 0 };
    reading.dates = &memo;        /* its own: what is read without a date is not what the walk reads */
    reading.date = GSAY_DAY_NONE; /* nothing here may be counted from a date that is still sought */
    for (size_t i = 0; i < scan->text->sentence_count && i < SENTENCES_SEARCHED; i++) {
        gsay_scan_enter(&reading, scan->text->sentences[i].begin, scan->text->sentences[i].end);
        reading.free_from = reading.begin;
        gsay_dateline found = { .day = line.day, .place = line.place };
        bool          is_found = read_alone(&reading, &found) || read_filed(&reading, reading.begin, &found);
        if (!is_found)
            continue;
        bool had_place = line.place.len > 0;
        if (line.token_begin == line.token_end || (!had_place && found.place.len > 0)) {
            line.token_begin = found.token_begin;
            line.token_end = found.token_end;
        }
        line.day = found.day;
        line.place = found.place;
        if (line.place.len > 0)
            break;
    }
    scan->has_failed = scan->has_failed || reading.has_failed;
    if (line.day == GSAY_DAY_NONE)
        line.day = scan->date;
    scan->is_narrative = line.token_begin == line.token_end && is_narrative(scan->text, line.day);
    return line;
}
