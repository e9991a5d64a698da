/* Dates with a month's name, a weekday or a year in them: "Friday (Feb. 3)", "14 April 2015", "April 14th, 2015", "the
 * 15th", "June, 1982", "1939", "480 BC".
 *
 * A name that is also something else - May, March, Sun, August - and a bare number that may be a year are weak: they
 * are read, marked, and taken by date.c only in company that speaks of time. */
#include "extract/shape.h"

#define CLAUSE_TOKENS 12u /* how far back a clause is searched for its tense */

/* Words that stand before what is a date then, each kind of date with its own. */
static const gsay_word_set before_month = { GSAY_SAYS(IN),     GSAY_SAYS(SINCE), GSAY_SAYS(UNTIL), GSAY_SAYS(TILL),
                                            GSAY_SAYS(DURING), GSAY_SAYS(LAST),  GSAY_SAYS(NEXT) };
static const gsay_word_set before_verb_like = { GSAY_SAYS(IN),   GSAY_SAYS(SINCE), GSAY_SAYS(UNTIL),
                                                GSAY_SAYS(TILL), GSAY_SAYS(BY),    GSAY_SAYS(DURING) };
static const gsay_word_set before_bare_day = { GSAY_SAYS(ON),    GSAY_SAYS(SINCE),   GSAY_SAYS(UNTIL),
                                               GSAY_SAYS(TILL),  GSAY_SAYS(BY),      GSAY_SAYS(BEFORE),
                                               GSAY_SAYS(AFTER), GSAY_SAYS(BETWEEN), GSAY_SAYS(AROUND) };
static const gsay_word_set before_recent_year = { GSAY_SAYS(THE), GSAY_SAYS(IN),    GSAY_SAYS(SINCE), GSAY_SAYS(DURING),
                                                  GSAY_SAYS(PRE), GSAY_SAYS(POST),  GSAY_SAYS(ITS),   GSAY_SAYS(HIS),
                                                  GSAY_SAYS(HER), GSAY_SAYS(THEIR), GSAY_SAYS(THIS) };
static const gsay_word_set before_year = { GSAY_SAYS(IN),     GSAY_SAYS(SINCE), GSAY_SAYS(UNTIL), GSAY_SAYS(TILL),
                                           GSAY_SAYS(DURING), GSAY_SAYS(EARLY), GSAY_SAYS(LATE),  GSAY_SAYS(MID),
                                           GSAY_SAYS(PRE),    GSAY_SAYS(POST),  GSAY_SAYS(CIRCA) };
static const gsay_word_set before_weekday = { GSAY_SAYS(ON), GSAY_SAYS(SINCE), GSAY_SAYS(UNTIL), GSAY_SAYS(TILL),
                                              GSAY_SAYS(BY), GSAY_SAYS(NEXT),  GSAY_SAYS(LAST),  GSAY_SAYS(THIS) };
static const gsay_word_set before_slashed = { GSAY_SAYS(ON),    GSAY_SAYS(UNTIL), GSAY_SAYS(TILL),
                                              GSAY_SAYS(SINCE), GSAY_SAYS(BY),    GSAY_SAYS(BEFORE) };
static const gsay_word_set prefixes = { GSAY_SAYS(PRE), GSAY_SAYS(POST), GSAY_SAYS(MID), GSAY_SAYS(LATE),
                                        GSAY_SAYS(EARLY) };

/* Words that tell a count or a tense. */
static const gsay_word_set plurals = { GSAY_SAYS(PEOPLE),   GSAY_SAYS(MEN),    GSAY_SAYS(WOMEN),
                                       GSAY_SAYS(CHILDREN), GSAY_SAYS(POLICE), GSAY_SAYS(TROOPS) };
static const gsay_word_set present_verbs = { GSAY_SAYS(IS), GSAY_SAYS(ARE), GSAY_SAYS(POSSESSIVE_S) };
static const gsay_word_set future_verbs = { GSAY_SAYS(WILL), GSAY_SAYS(CLIPPED_LL), GSAY_SAYS(SHALL) };

/* Words that put what follows in time. */
static const gsay_word_set time_prepositions = {
    GSAY_SAYS(IN),         GSAY_SAYS(SINCE),   GSAY_SAYS(UNTIL),   GSAY_SAYS(TILL), GSAY_SAYS(BY),
    GSAY_SAYS(FROM),       GSAY_SAYS(DURING),  GSAY_SAYS(OF),      GSAY_SAYS(FOR),  GSAY_SAYS(BEFORE),
    GSAY_SAYS(AFTER),      GSAY_SAYS(THROUGH), GSAY_SAYS(BETWEEN), GSAY_SAYS(TO),   GSAY_SAYS(ON),
    GSAY_SAYS(AROUND),     GSAY_SAYS(CIRCA),   GSAY_SAYS(ABOUT),   GSAY_SAYS(LATE), GSAY_SAYS(EARLY),
    GSAY_SAYS(THROUGHOUT), GSAY_SAYS(OVER),    GSAY_SAYS(MID),     GSAY_SAYS(NEXT), GSAY_SAYS(LAST),
    GSAY_SAYS(THIS),       GSAY_SAYS(EVERY),   GSAY_SAYS(PRE),     GSAY_SAYS(POST)
};

/* Tell whether the month is also another word, so that it needs company: a verb, a modal, a given name, or an
 * abbreviation. */
static bool is_doubtful_month(const gsay_scan *scan, uint32_t at)
{
    const gsay_word *word = gsay_scan_word(scan, at);
    bool             is_other =
        word->lexeme.classes & (GSAY_WORD(MODAL) | GSAY_WORD(VERB) | GSAY_WORD(GIVEN_NAME) | GSAY_WORD(COMMON));
    return is_other || word->folded.len <= 4 || !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
}

/* Tell whether the month is written like the verb that it also is: "may", "march". */
static bool is_verb_like(const gsay_scan *scan, uint32_t at)
{
    bool is_verb = gsay_scan_is(scan, at, GSAY_WORD(MODAL) | GSAY_WORD(VERB));
    return is_verb && !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
}

/* Tell whether a preposition or modifier of time stands before, or the name stands alone in its block. */
static bool has_time_before(const gsay_scan *scan, uint32_t at)
{
    return at > scan->begin && gsay_scan_among(scan, at - 1, time_prepositions);
}

/* Tell whether the tokens [at, end) are all that the sentence holds but its marks. */
static bool stands_alone(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    while (end < scan->end && gsay_scan_token(scan, end).kind == GSAY_TOKEN_PUNCT)
        end++;
    while (at > scan->begin && gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_PUNCT)
        at--;
    return at == scan->begin && end == scan->end;
}

/* A capitalised word that no class explains follows: "April Smith", "August Wilson". */
static bool name_follows(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_WORD && (token.flags & GSAY_TOKEN_CAPITAL) && !(token.flags & GSAY_TOKEN_UPPER) &&
           !gsay_scan_is(scan, at, GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(STOP) | GSAY_WORD(HOLIDAY));
}

/* What joins a month or day to its year: ",", "of", "in", "in the year", a hyphen, a slash; or nothing. */
static uint32_t skip_to_year(const gsay_scan *scan, uint32_t at)
{
    uint32_t next = gsay_skip_mark(scan, at, ",");
    if (next == at && gsay_joined(scan, at) && gsay_joined(scan, at + 1))
        next = gsay_skip_mark(scan, at, "-/");
    if (gsay_scan_id(scan, next) == GSAY_FIXED_OF || (next == at && gsay_scan_id(scan, next) == GSAY_FIXED_IN))
        next++;
    return next;
}

/* The year behind a date, or the end of the date. */
static uint32_t read_year_part(const gsay_scan *scan, uint32_t end, bool is_short, gsay_when *when)
{
    uint32_t next = skip_to_year(scan, end);
    if (gsay_scan_token(scan, next).kind != GSAY_TOKEN_DIGITS && !gsay_at_apostrophe(scan, next) &&
        !gsay_scan_is(scan, next, GSAY_WORD(NUMERAL) | GSAY_WORD(TIME_WORD))) /* "A.D." */
        return end;
    uint32_t after = gsay_read_year_after(scan, next, is_short && next > end, &when->year);
    if (after == next)
        return end;
    bool is_year = when->year < 0 || !gsay_scan_marks(scan, after, '%');
    if (!is_year)
        when->year = GSAY_YEAR_NONE;
    return is_year ? after : end;
}

/* Tell whether a unit, a currency or a scale word follows. */
static bool measures_something(const gsay_scan *scan, uint32_t end)
{
    gsay_token token = gsay_scan_token(scan, end);
    if (gsay_scan_is(scan, end, GSAY_WORD(UNIT) | GSAY_WORD(CURRENCY) | GSAY_WORD(SCALE)))
        return !gsay_scan_is(scan, end, GSAY_WORD(PREPOSITION) | GSAY_WORD(DETERMINER));
    bool is_other = gsay_scan_is(scan, end, GSAY_WORD(PREPOSITION) | GSAY_WORD(DETERMINER) | GSAY_WORD(PRONOUN)) ||
                    (token.end - token.begin > 1 && gsay_scan_is(scan, end, GSAY_WORD(STOP)));
    return token.kind == GSAY_TOKEN_WORD && !is_other && gsay_unit_of_symbol(gsay_token_text(scan->text, end));
}

/* Tell whether a noun that can be counted follows: "2000 pieces", "1,914 people", "1500 m". */
static bool counts_something(const gsay_scan *scan, uint32_t end)
{
    gsay_token token = gsay_scan_token(scan, end);
    gsay_str   folded = gsay_scan_word(scan, end)->folded;
    if (token.kind != GSAY_TOKEN_WORD)
        return gsay_scan_marks_any(scan, end, "%$");
    if (measures_something(scan, end))
        return true;
    if (gsay_scan_is(scan, end,
                     GSAY_WORD(STOP) | GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(AUXILIARY)))
        return false;
    bool is_plural = gsay_str_ends(folded, GSAY_STR("s")) && !gsay_str_ends(folded, GSAY_STR("ss")) && folded.len > 3;
    bool is_irregular = gsay_scan_among(scan, end, plurals);
    return !(token.flags & GSAY_TOKEN_CAPITAL) && (is_plural || is_irregular);
}

/* Tell whether the number behind a month is no day: "May 2 people", "March 15:30", "April 20%", "Sept. 3.5". */
static bool is_no_day(const gsay_scan *scan, uint32_t end)
{
    bool is_glued_word = gsay_joined(scan, end) && gsay_scan_token(scan, end).kind == GSAY_TOKEN_WORD;
    bool is_decimal = gsay_joined(scan, end) && gsay_scan_marks_any(scan, end, ".:%/") && gsay_joined(scan, end + 1) &&
                      gsay_scan_token(scan, end + 1).kind == GSAY_TOKEN_DIGITS;
    return is_glued_word || is_decimal || gsay_scan_marks(scan, end, '%') ||
           (gsay_scan_is(scan, end, GSAY_WORD(SCALE)) && !gsay_scan_marks(scan, end, ','));
}

/* "April 14th, 2015", "Feb. 12", "June 1982", "May the 28th 2020", "October". */
static uint32_t read_month_first(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t end = gsay_read_month(scan, at, &when->month);
    bool     is_ordinal = false;
    if (end == at)
        return at;
    when->granularity = GSAY_GRANULARITY_MONTH;
    uint32_t next = gsay_joined(scan, end) && gsay_joined(scan, end + 1) ? gsay_skip_mark(scan, end, "-/") : end;
    next = next == end && gsay_scan_marks(scan, end, ',') && gsay_scan_token(scan, end + 1).kind != GSAY_TOKEN_WORD
               ? end + 1
               : next;
    uint32_t day_at = gsay_skip_word(scan, next, GSAY_FIXED_THE);
    uint32_t day_end = gsay_read_day(scan, day_at, &when->day, &is_ordinal);
    bool     comma_is_list = next > end && gsay_scan_marks(scan, end, ',') && !is_ordinal;
    if (day_end > day_at && !comma_is_list && (is_ordinal || day_at == next) && !is_no_day(scan, day_end)) {
        when->granularity = GSAY_GRANULARITY_DAY;
        when->is_weak = is_verb_like(scan, at) && counts_something(scan, day_end);
        return read_year_part(scan, day_end, next > end && !gsay_scan_marks(scan, end, ','), when);
    }
    when->day = 0;
    uint32_t after = read_year_part(scan, end, false, when);
    if (after > end)
        return after;
    when->is_weak = is_doubtful_month(scan, at) && !has_time_before(scan, at);
    bool is_in_time = at > scan->begin && gsay_scan_among(scan, at - 1, before_month);
    if (name_follows(scan, end) && !is_in_time)
        when->is_weak = true;
    if (is_verb_like(scan, at))
        when->is_weak = at == scan->begin || !gsay_scan_among(scan, at - 1, before_verb_like);
    if (stands_alone(scan, at, end))
        when->is_weak = false;
    return end;
}

/* "14 April 2015", "the 19th of October, 1950", "14april 2015", "15 April of 87". */
static uint32_t read_day_first(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    bool     is_ordinal = false;
    uint32_t day_at = gsay_skip_word(scan, at, GSAY_FIXED_THE);
    uint32_t end = gsay_read_day(scan, day_at, &when->day, &is_ordinal);
    if (end == day_at && gsay_scan_is(scan, day_at, GSAY_WORD(NUMERAL))) { /* "fifteen August" */
        gsay_decimal number = { 0 };
        end = gsay_read_number(scan, day_at, &number);
        if (end == day_at || number.exponent < 0 || number.exponent > 1 || number.coefficient < 1 ||
            number.coefficient > 31)
            return at;
        when->day = (uint8_t)(number.exponent ? number.coefficient * 10 : number.coefficient);
        if (when->day > 31)
            return at;
    }
    if (end == day_at)
        return at;
    uint32_t next = gsay_scan_id(scan, end) == GSAY_FIXED_DAY ? end + 1 : end;
    next = gsay_skip_word(scan, next, GSAY_FIXED_OF);
    if (next == end && gsay_joined(scan, end) && gsay_joined(scan, end + 1))
        next = gsay_skip_mark(scan, end, "-/.");
    uint32_t month_end = gsay_read_month(scan, next, &when->month);
    if (month_end == next || (gsay_scan_id(scan, next) == GSAY_FIXED_MAY &&
                              !(gsay_scan_token(scan, next).flags & GSAY_TOKEN_CAPITAL) && next == end))
        return at;
    when->granularity = GSAY_GRANULARITY_DAY;
    bool is_chained = next > end && !gsay_scan_spaced(scan, next) && gsay_scan_marks_any(scan, month_end, "-/.");
    bool is_of = gsay_scan_id(scan, month_end) == GSAY_FIXED_OF;
    return read_year_part(scan, month_end, is_chained || is_of, when);
}

/* "the 15th", "the 28th of that month": a day alone. */
static uint32_t read_bare_day(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    bool     is_ordinal = false;
    bool     has_article = gsay_scan_id(scan, at) == GSAY_FIXED_THE;
    uint32_t day_at = has_article ? at + 1 : at;
    bool     is_digits = gsay_scan_token(scan, day_at).kind == GSAY_TOKEN_DIGITS;
    uint32_t end = gsay_read_day(scan, day_at, &when->day, &is_ordinal);
    bool     has_preposition = at > scan->begin && gsay_scan_among(scan, at - 1, before_bare_day);
    if (end == day_at || !is_ordinal || !has_article || !is_digits || !has_preposition)
        return at;
    gsay_token after = gsay_scan_token(scan, end);
    if (after.kind == GSAY_TOKEN_WORD &&
        !gsay_scan_is(scan, end,
                      GSAY_WORD(STOP) | GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(AUXILIARY)))
        return at;
    if (gsay_scan_marks(scan, end, '-') || after.kind == GSAY_TOKEN_DIGITS)
        return at;
    when->granularity = GSAY_GRANULARITY_DAY;
    return end;
}

/* "2017 april", "2019/aug/01", "2015 June 3". */
static uint32_t read_year_first(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t end = gsay_read_year(scan, at, &when->year);
    if (end == at || when->year < 0 || gsay_scan_token(scan, at).kind != GSAY_TOKEN_DIGITS)
        return at;
    bool     is_joined = gsay_joined(scan, end) && gsay_scan_marks_any(scan, end, "-/.");
    uint32_t next = is_joined ? end + 1 : end;
    uint32_t month_end = gsay_read_month(scan, next, &when->month);
    if (month_end == next || (!is_joined && gsay_scan_either(scan, next, GSAY_FIXED_MAY, GSAY_FIXED_MARCH) &&
                              !(gsay_scan_token(scan, next).flags & GSAY_TOKEN_CAPITAL)))
        return at;
    bool     is_ordinal = false;
    uint32_t day_at = is_joined ? gsay_skip_mark(scan, month_end, "-/.") : month_end;
    uint32_t day_end = gsay_read_day(scan, day_at, &when->day, &is_ordinal);
    int16_t  other = 0;
    bool     has_own_year = day_end > day_at && gsay_read_year_after(scan, skip_to_year(scan, day_end), false, &other) >
                                                skip_to_year(scan, day_end);
    if ((has_own_year || gsay_read_year(scan, day_at, &other) > day_at) && !is_joined)
        return at; /* "in 1917 March 5, 1918 ...": the month belongs to what follows */
    if (day_end > day_at && !is_no_day(scan, day_end)) {
        when->granularity = GSAY_GRANULARITY_DAY;
        return day_end;
    }
    when->day = 0;
    when->granularity = GSAY_GRANULARITY_MONTH;
    return month_end;
}

/* Tell whether a bare number is preceded by what makes it something else. */
static bool is_other_number(const gsay_scan *scan, uint32_t at)
{
    if (at == scan->begin)
        return false;
    gsay_token before = gsay_scan_token(scan, at - 1);
    if (before.kind == GSAY_TOKEN_PUNCT && before.mark && strchr("$#+/.:", before.mark) && !gsay_scan_spaced(scan, at))
        return true;
    bool is_hyphened = before.mark == '-' && !gsay_scan_spaced(scan, at);
    if (is_hyphened && at - 1 > scan->begin + 1 && gsay_scan_token(scan, at - 2).kind == GSAY_TOKEN_DIGITS &&
        gsay_scan_marks(scan, at - 3, '-'))
        return true; /* in a chain: 555-12-2015 */
    if (is_hyphened)
        return at - 1 > scan->begin && !gsay_scan_among(scan, at - 2, prefixes) &&
               gsay_scan_token(scan, at - 2).kind == GSAY_TOKEN_WORD && gsay_joined(scan, at - 1);
    if (before.mark == '$')
        return true;
    return gsay_scan_is(scan, at - 1, GSAY_WORD(CURRENCY) | GSAY_WORD(HEDGE)) &&
           !gsay_scan_among(scan, at - 1, time_prepositions);
}

/* "1939", "480 BC", "two thousand and fifteen", "the year 2008", "calendar year 2019". */
static uint32_t read_bare_year(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t year_at = at;
    bool     is_said = false;
    year_at = gsay_skip_word(scan, year_at, GSAY_FIXED_THE);
    year_at = gsay_skip_word(scan, year_at, GSAY_FIXED_CALENDAR);
    if (gsay_scan_id(scan, year_at) == GSAY_FIXED_YEAR || gsay_scan_id(scan, year_at) == GSAY_FIXED_CY) {
        is_said = true;
        year_at = gsay_skip_word(scan, year_at + 1, GSAY_FIXED_OF);
    } else {
        year_at = at;
    }
    uint32_t end = gsay_read_year(scan, year_at, &when->year);
    if (end == year_at && gsay_at_apostrophe(scan, year_at))
        end = gsay_read_year_after(scan, year_at, false, &when->year);
    if (end == year_at)
        return at;
    when->granularity = GSAY_GRANULARITY_YEAR;
    bool is_certain = is_said || when->year < 0 || gsay_time_word_at(scan, at) == GSAY_TIME_AD ||
                      (end - year_at > 1 && gsay_scan_token(scan, year_at).kind == GSAY_TOKEN_DIGITS);
    if (is_certain)
        return end;
    if (gsay_scan_token(scan, year_at).kind == GSAY_TOKEN_WORD) {
        when->is_weak = !has_time_before(scan, at);
        return end;
    }
    if (gsay_at_apostrophe(scan, at)) {
        when->is_weak = !has_time_before(scan, at);
        return end;
    }
    bool is_recent = when->year >= 1900 && when->year <= 2099;
    bool is_named =
        at > scan->begin && (gsay_scan_among(scan, at - 1, before_recent_year) || gsay_scan_marks(scan, at - 1, '-') ||
                             (gsay_scan_token(scan, at - 1).flags & GSAY_TOKEN_POSSESSIVE));
    bool is_count = is_recent && is_named ? measures_something(scan, end) : counts_something(scan, end);
    if (is_other_number(scan, year_at) || (is_count && gsay_scan_id(scan, end) != GSAY_FIXED_ONWARDS) ||
        (gsay_joined(scan, end) && gsay_scan_marks_any(scan, end, "/:$")))
        return at;
    bool is_strong_before = at > scan->begin && gsay_scan_among(scan, at - 1, before_year);
    bool in_brackets = at > scan->begin && gsay_scan_marks(scan, at - 1, '(') && gsay_scan_marks_any(scan, end, "),-;");
    bool is_address = at > scan->begin && gsay_scan_id(scan, at - 1) == GSAY_FIXED_AT &&
                      (gsay_scan_token(scan, end).flags & GSAY_TOKEN_CAPITAL);
    if (is_address)
        return at;
    bool is_modern = when->year >= 1500;
    when->is_weak = !(is_strong_before || in_brackets || is_recent || stands_alone(scan, at, end) ||
                      (is_modern && (has_time_before(scan, at) || gsay_time_word_at(scan, at - 1) == GSAY_TIME_THE)));
    return end;
}

/* "Friday", "Thurs.", and where the sentence bears it "Sun", "Mon". */
static uint32_t read_weekday(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t end = gsay_read_weekday(scan, at, &when->weekday);
    if (end == at)
        return at;
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    bool     is_plural = gsay_str_ends(folded, GSAY_STR("days"));
    when->granularity = GSAY_GRANULARITY_DAY;
    bool is_other = gsay_scan_is(scan, at, GSAY_WORD(COMMON) | GSAY_WORD(VERB)) ||
                    !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
    when->is_weak = is_plural || (folded.len <= 5 && end == at + 1 && is_other);
    if (folded.len <= 5 && !is_plural && at > scan->begin && gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL)
        when->is_weak = when->is_weak && !gsay_scan_among(scan, at - 1, before_weekday);
    if (!is_plural && stands_alone(scan, at, end))
        when->is_weak = false;
    return end;
}

/* "Thursday, 24 February 2022", "Wed Feb 12 2025", "Friday (Feb. 3)", "Tuesday the 19th", "Monday 21". */
static uint32_t read_with_weekday(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_when day = { 0 }, date = { 0 };
    uint32_t  end = read_weekday(scan, at, &day);
    if (end == at)
        return at;
    *when = day;
    bool     in_brackets = gsay_scan_marks(scan, end, '(');
    uint32_t next = in_brackets ? end + 1 : gsay_skip_mark(scan, end, ",");
    if (next == end && gsay_joined(scan, end))
        next = gsay_skip_mark(scan, end, "-");
    gsay_word_classes begins = GSAY_WORD(MONTH) | GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL);
    if (gsay_scan_token(scan, next).kind != GSAY_TOKEN_DIGITS && !gsay_scan_is(scan, next, begins) &&
        gsay_scan_id(scan, next) != GSAY_FIXED_THE)
        return end; /* as most do */
    uint32_t after = read_month_first(scan, next, &date);
    if (after == next || date.granularity != GSAY_GRANULARITY_DAY) {
        date = (gsay_when){ 0 };
        after = read_day_first(scan, next, &date);
    }
    if (after == next) {
        date = (gsay_when){ 0 };
        after = gsay_read_numeric(scan, next, &date);
        after = date.granularity == GSAY_GRANULARITY_DAY ? after : next;
    }
    if (after == next && !in_brackets && !gsay_scan_marks(scan, end, ',')) {
        bool     is_ordinal = false;
        uint32_t day_at = gsay_skip_word(scan, next, GSAY_FIXED_THE);
        date = (gsay_when){ .granularity = GSAY_GRANULARITY_DAY };
        after = gsay_read_day(scan, day_at, &date.day, &is_ordinal);
        bool is_free = !gsay_joined(scan, after) || gsay_scan_marks_any(scan, after, ".,;!?)'\"");
        if (after == day_at || !is_free ||
            (!is_ordinal && (date.day <= 12 || (gsay_scan_token(scan, after).kind == GSAY_TOKEN_WORD &&
                                                !gsay_scan_is(scan, after, GSAY_WORD(STOP))))))
            after = next;
    }
    if (after == next || (in_brackets && !gsay_scan_marks(scan, after, ')')))
        return end;
    date.weekday = day.weekday;
    date.is_weak = false;
    *when = date;
    return in_brackets ? after + 1 : after;
}

/* Tell whether the clause speaks of what is to come: "the trial will resume Monday", but not "it will resume, he said
 * Monday". */
static bool is_spoken_of_as_to_come(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t back = at; back-- > scan->begin && at - back <= CLAUSE_TOKENS;) {
        gsay_token token = scan->text->tokens[back];
        if (token.mark == ';' || gsay_scan_is(scan, back, GSAY_WORD(SPEECH)))
            return false;
        bool is_set = (token.word == GSAY_FIXED_SCHEDULED || token.word == GSAY_FIXED_DUE) &&
                      gsay_scan_among(scan, back - 1, present_verbs);
        if (is_set || gsay_scan_among(scan, back, future_verbs))
            return true;
    }
    return false;
}

uint32_t gsay_read_absolute(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    static gsay_when_reader *const readers[] = { read_with_weekday, read_month_first, read_day_first, read_year_first,
                                                 gsay_read_numeric, read_bare_day,    read_bare_year };
    uint32_t                       shapes = gsay_opening_at(scan, at).shapes & GSAY_SHAPES_ABSOLUTE;
    uint32_t                       best = at;
    for (; shapes; shapes &= shapes - 1) {
        gsay_when got = { 0 };
        uint32_t  end = readers[gsay_shape_first(shapes)](scan, at, &got);
        if (end > best) {
            best = end;
            *when = got;
        }
    }
    if (best == at)
        return at;
    bool is_slashed = best == at + 3 && gsay_scan_marks(scan, at + 1, '/') && when->granularity == GSAY_GRANULARITY_DAY;
    if (is_slashed && at > scan->begin && gsay_scan_among(scan, at - 1, before_slashed))
        when->is_weak = false;
    if (!when->year && (when->weekday || when->month))
        when->is_expected = is_spoken_of_as_to_come(scan, at);
    return best;
}
