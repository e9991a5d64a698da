/* Spans of a year or more that have names: decades, centuries, quarters, halves, fiscal years, seasons, holidays,
 * numbered weeks.
 *
 * A fiscal year begins where its country or firm says, which the text does not: it is read and named, never placed.
 * Holidays follow from the year by the rules of the lexicon. */
#include "extract/shape.h"

#define PHRASE_WORDS       GSAY_PHRASE_WORDS_MAX
#define PHRASE_BYTES       96u
#define ABBREVIATION_BYTES 3u

/* Words that make a time of the season behind them. */
static const gsay_word_set before_season = { GSAY_SAYS(IN),    GSAY_SAYS(DURING), GSAY_SAYS(SINCE),
                                             GSAY_SAYS(UNTIL), GSAY_SAYS(BY),     GSAY_SAYS(EARLY),
                                             GSAY_SAYS(LATE),  GSAY_SAYS(MID),    GSAY_SAYS(THIS),
                                             GSAY_SAYS(LAST),  GSAY_SAYS(NEXT),   GSAY_SAYS(THROUGHOUT),
                                             GSAY_SAYS(OVER),  GSAY_SAYS(FOR),    GSAY_SAYS(OF) };

static uint32_t skip_article(const gsay_scan *scan, uint32_t at)
{
    return gsay_skip_word(scan, at, GSAY_FIXED_THE);
}

/* Place a decade or century by its first year. */
static void place_years(gsay_when *when, int32_t first_year, uint8_t granularity)
{
    when->granularity = granularity;
    when->is_placed = true;
    when->first = gsay_day_of((gsay_civil){ first_year, 1, 1 });
}

/* Tell whether the "s" behind a gap is the plural's and no second ("in 1500 s"): tokenised text leaves "the 1990 s",
 * "late 1990 s". */
static bool is_gap_of_decade(const gsay_scan *scan, uint32_t digits, uint32_t at, bool has_article)
{
    static const gsay_word_set parts = { GSAY_SAYS(EARLY), GSAY_SAYS(LATE), GSAY_SAYS(MID) };
    bool                       is_small = !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
    return is_small && (has_article || (digits > scan->begin && gsay_scan_among(scan, digits - 1, parts)));
}

/* "1990s", "the 1990's", "1970 's", "the '60s", "the seventies", "mid-1990s" (the modifier is date.c's). */
static uint32_t read_decade(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t number = 0;
    size_t   digits = 0;
    uint32_t next = skip_article(scan, at);
    bool     has_article = next > at;
    bool     is_cut = gsay_at_apostrophe(scan, next);
    uint32_t from = is_cut ? next + 1 : next;
    if (gsay_time_word_at(scan, next) == GSAY_TIME_TIMES_OF_TEN && has_article) {
        static const char names[][10] = { "twenties", "thirties",  "forties",  "fifties",
                                          "sixties",  "seventies", "eighties", "nineties" };
        for (int32_t i = 0; i < 8; i++)
            if (gsay_scan_says(scan, next, gsay_str_of(names[i])))
                place_years(when, 1920 + i * 10, GSAY_GRANULARITY_DECADE);
        return next + 1;
    }
    uint32_t end = gsay_read_digits(scan, from, 4, &number, &digits);
    if (end == from || number % 10 || (digits != 4 && digits != 2) || (digits == 2 && !is_cut && !has_article))
        return at;
    bool is_split = gsay_scan_marks(scan, end, '\'') && gsay_joined(scan, end + 1); /* "1970 's" of tokenised text */
    if ((gsay_joined(scan, end) && gsay_at_apostrophe(scan, end)) || (is_split && digits == 4))
        end++;
    bool is_s = gsay_scan_id(scan, end) == GSAY_FIXED_S;
    bool is_plural = gsay_scan_id(scan, end) == GSAY_FIXED_POSSESSIVE_S ||
                     (is_s && (gsay_joined(scan, end) || is_gap_of_decade(scan, from, end, has_article)));
    if (!is_plural || (digits == 4 && (number < 1000 || number > 2190)))
        return at;
    place_years(when, digits == 4 ? (int32_t)number : (int32_t)(1900 + number), GSAY_GRANULARITY_DECADE);
    return end + 1;
}

/* "the nineteenth century", "21st-century", "9th century BC". */
static uint32_t read_century(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_decimal   ordinal = { 0 };
    gsay_time_unit unit = GSAY_UNIT_NONE;
    int16_t        year = 0;
    uint32_t       next = skip_article(scan, at);
    uint32_t       end = gsay_scan_ordinal(scan, next, &ordinal);
    int64_t        number = ordinal.coefficient * (ordinal.exponent == 1 ? 10 : 1);
    if (end == next || ordinal.exponent > 1 || number < 1 || number > 30)
        return at;
    end = gsay_skip_mark(scan, end, "-");
    uint32_t after = gsay_read_time_unit(scan, end, &unit);
    if (after == end || unit != GSAY_UNIT_CENTURY)
        return at;
    (void)year;
    bool is_bc = gsay_read_letters(scan, after, GSAY_STR("bc")) > after ||
                 gsay_read_letters(scan, after, GSAY_STR("bce")) > after;
    if (is_bc) {
        uint32_t era = gsay_read_letters(scan, after, GSAY_STR("bc"));
        after = era > after ? era : gsay_read_letters(scan, after, GSAY_STR("bce"));
    }
    place_years(when, is_bc ? 1 - (int32_t)number * 100 : ((int32_t)number - 1) * 100, GSAY_GRANULARITY_CENTURY);
    return after;
}

/* The year that goes with a quarter, a season or a holiday: "of 2019", ", 2019", "in 2019", "this year". */
static uint32_t read_of_year(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t next = gsay_skip_mark(scan, at, ",-");
    if (gsay_scan_either(scan, next, GSAY_FIXED_OF, GSAY_FIXED_IN))
        next++;
    uint32_t year_at = next;
    year_at = gsay_skip_word(scan, year_at, GSAY_FIXED_THE);
    year_at = gsay_skip_word(scan, year_at, GSAY_FIXED_YEAR);
    uint32_t end = gsay_read_year_after(scan, year_at, false, &when->year);
    if (end > year_at)
        return end;
    gsay_time_word word = gsay_time_word_at(scan, next);
    bool           is_this = word == GSAY_TIME_THIS || word == GSAY_TIME_CURRENT;
    bool           is_last = word == GSAY_TIME_LAST || word == GSAY_TIME_PREVIOUS;
    if ((!is_this && !is_last && word != GSAY_TIME_NEXT) || gsay_scan_id(scan, next + 1) != GSAY_FIXED_YEAR)
        return at;
    if (scan->date != GSAY_DAY_NONE) {
        int32_t year = gsay_civil_of(scan->date).year + (is_this ? 0 : is_last ? -1 : 1);
        when->counted_year = (int16_t)year;
    }
    return next + 2;
}

/* "first quarter of 2019", "third-quarter", "4th qtr 2018", "second half", "Q3 2019", "H1". */
static uint32_t read_quarter(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_decimal   ordinal = { 0 };
    uint32_t       number = 0;
    size_t         digits = 0;
    gsay_time_word word = gsay_time_word_at(scan, at);
    if (word == GSAY_TIME_QUARTER_LETTER || word == GSAY_TIME_HALF_LETTER) {
        bool     is_quarter = word == GSAY_TIME_QUARTER_LETTER;
        uint32_t end = gsay_joined(scan, at + 1) ? gsay_read_digits(scan, at + 1, 1, &number, &digits) : at + 1;
        if (end == at + 1 || number < 1 || number > (is_quarter ? 4 : 2) ||
            (gsay_joined(scan, end) && gsay_scan_token(scan, end).kind == GSAY_TOKEN_WORD))
            return at;
        when->part = (uint8_t)number;
        when->granularity = is_quarter ? GSAY_GRANULARITY_QUARTER : GSAY_GRANULARITY_HALF;
        uint32_t after = read_of_year(scan, end, when);
        when->is_weak = !is_quarter && after == end;
        return after;
    }
    uint32_t next = skip_article(scan, at);
    uint32_t end = gsay_scan_ordinal(scan, next, &ordinal);
    bool     is_last = gsay_time_word_at(scan, next) == GSAY_TIME_LAST;
    if (is_last)
        end = next + 1;
    if (end == next || (!is_last && (ordinal.exponent || ordinal.coefficient < 1 || ordinal.coefficient > 4)))
        return at;
    end = gsay_skip_mark(scan, end, "-");
    bool is_quarter = gsay_scan_either(scan, end, GSAY_FIXED_QUARTER, GSAY_FIXED_QTR);
    bool is_half = gsay_scan_id(scan, end) == GSAY_FIXED_HALF;
    if ((!is_quarter && !is_half) || (is_half && !is_last && ordinal.coefficient > 2))
        return at;
    when->part = is_last ? (is_quarter ? 4 : 2) : (uint8_t)ordinal.coefficient;
    when->granularity = is_quarter ? GSAY_GRANULARITY_QUARTER : GSAY_GRANULARITY_HALF;
    uint32_t after = read_of_year(scan, end + 1, when);
    if (after > end + 1)
        return after;
    when->is_weak = is_last || is_half;
    return is_last ? at : end + 1;
}

/* "fiscal 2021", "FY2019/20", "fiscal year 2008", "1997 fiscal year", "the 2019 financial year". */
static uint32_t read_fiscal(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t next = skip_article(scan, at);
    uint32_t end = gsay_read_year(scan, next, &when->year);
    bool     is_year_first = end > next && gsay_time_word_at(scan, end) == GSAY_TIME_FISCAL &&
                         gsay_scan_id(scan, end + 1) == GSAY_FIXED_YEAR;
    if (is_year_first) {
        end += 2;
    } else {
        if (gsay_time_word_at(scan, next) != GSAY_TIME_FISCAL)
            return at;
        bool is_short = gsay_scan_id(scan, next) == GSAY_FIXED_FY;
        end = gsay_skip_word(scan, next + 1, GSAY_FIXED_YEAR);
        uint32_t after = gsay_read_year_after(scan, end, is_short, &when->year);
        if (after == end)
            return at;
        end = after;
    }
    uint32_t other = 0;
    size_t   digits = 0;
    if (gsay_joined(scan, end) && gsay_scan_marks_any(scan, end, "/-") && gsay_joined(scan, end + 1) &&
        gsay_read_digits(scan, end + 1, 4, &other, &digits) > end + 1 && digits % 2 == 0)
        end += 2;
    when->granularity = GSAY_GRANULARITY_YEAR;
    when->is_fiscal = true;
    return end;
}

/* "spring of 1942", "winter 2013", "the summer", "Spring": a season's name needs company. */
static uint32_t read_season(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t next = skip_article(scan, at);
    int16_t  year = 0;
    uint32_t year_end =
        gsay_scan_token(scan, next).kind == GSAY_TOKEN_DIGITS ? gsay_read_year(scan, next, &year) : next;
    if (!gsay_scan_is(scan, year_end, GSAY_WORD(SEASON)) ||
        gsay_str_ends(gsay_scan_word(scan, year_end)->folded, GSAY_STR("s")))
        return at;
    when->granularity = GSAY_GRANULARITY_SEASON;
    when->part = gsay_scan_word(scan, year_end)->lexeme.index;
    when->year = year;
    if (year_end > next)
        return year_end + 1;
    uint32_t end = read_of_year(scan, year_end + 1, when);
    if (end > year_end + 1)
        return end;
    gsay_token after = gsay_scan_token(scan, end);
    bool       is_in_time = at > scan->begin && gsay_scan_among(scan, at - 1, before_season);
    bool       is_noun = after.kind == GSAY_TOKEN_WORD &&
                   !gsay_scan_is(scan, end, GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY) | GSAY_WORD(PREPOSITION));
    bool is_fall = gsay_scan_either(scan, year_end, GSAY_FIXED_FALL, GSAY_FIXED_SPRING);
    when->is_weak =
        !is_in_time || is_noun || (is_fall && next == at && !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL));
    return end;
}

/* Place a holiday in a year. */
static int32_t holiday_in(const gsay_holiday *holiday, int32_t year)
{
    if (holiday->is_easter)
        return year >= 1583 ? gsay_easter_of(year) + holiday->easter : GSAY_DAY_NONE;
    if (holiday->day)
        return gsay_day_of((gsay_civil){ year, holiday->month, holiday->day });
    int32_t first = gsay_day_of((gsay_civil){ year, holiday->month, 1 });
    if (holiday->nth < 0) {
        int32_t last = gsay_month_shift(first, 1) - 1;
        return last - (gsay_weekday_of(last) - holiday->weekday + 7) % 7;
    }
    return first + (holiday->weekday - gsay_weekday_of(first) + 7) % 7 + (holiday->nth - 1) * 7;
}

/* Words of a phrase in the making. */
typedef struct phrase {
    gsay_str words[PHRASE_WORDS];
    uint32_t ends[PHRASE_WORDS]; /* the token behind each */
    size_t   count;
    char     bytes[PHRASE_BYTES]; /* of the words that are made of several tokens */
    size_t   fill;
} phrase;

/* Append bytes to the word in the making; false when they do not fit. */
static bool add_bytes(phrase *out, gsay_str bytes)
{
    if (bytes.len > sizeof out->bytes - out->fill)
        return false;
    memcpy(out->bytes + out->fill, bytes.ptr, bytes.len);
    out->fill += bytes.len;
    return true;
}

/* One word with what is written in one piece with it: "year's", "al-fitr", "st.". */
static uint32_t add_word(const gsay_scan *scan, uint32_t at, phrase *out)
{
    size_t   begin = out->fill;
    uint32_t next = at;
    bool     goes_on = gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
    while (goes_on) {
        if (!add_bytes(out, gsay_scan_word(scan, next)->folded))
            return at;
        next++;
        goes_on = gsay_joined(scan, next) && gsay_scan_marks(scan, next, '-') && gsay_joined(scan, next + 1) &&
                  gsay_scan_token(scan, next + 1).kind == GSAY_TOKEN_WORD;
        if (goes_on && !add_bytes(out, GSAY_STR("-")))
            return at;
        next += goes_on;
    }
    if (next > at && gsay_scan_token(scan, next).flags & GSAY_TOKEN_POSSESSIVE) {
        bool is_plural = gsay_scan_token(scan, next).end - gsay_scan_token(scan, next).begin < 2 ||
                         gsay_scan_word(scan, next)->folded.len < 2;
        if (!add_bytes(out, is_plural ? GSAY_STR("'") : GSAY_STR("'s")))
            return at;
        next++;
    }
    if (next == at + 1 && out->fill - begin <= ABBREVIATION_BYTES && gsay_joined(scan, next))
        next = gsay_skip_mark(scan, next, ".");
    out->words[out->count] = (gsay_str){ out->bytes + begin, out->fill - begin };
    return next;
}

/* Find a holiday's name in one word or several. */
static uint32_t find_holiday(const gsay_scan *scan, uint32_t at, uint8_t *index)
{
    static const gsay_word_classes no_feast =
        GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(AUXILIARY) | GSAY_WORD(PRONOUN);
    phrase words = { .count = 0 };
    size_t used = 0;
    bool   is_capital = gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL;
    if (!gsay_scan_is(scan, at, GSAY_WORD(HOLIDAY) | GSAY_WORD(FEAST)))
        return at;
    for (uint32_t next = at; words.count < PHRASE_WORDS; words.count++) {
        if (next > at && gsay_scan_is(scan, next, no_feast) && gsay_scan_id(scan, next) != GSAY_FIXED_OF)
            break; /* "New York on" */
        uint32_t end = add_word(scan, next, &words);
        if (end == next)
            break;
        words.ends[words.count] = end;
        next = end;
    }
    gsay_lexeme found = gsay_lexicon_find_words(words.words, words.count, &used);
    if (!used || !(found.classes & GSAY_WORD(HOLIDAY)))
        return at;
    bool is_verb = used == 1 && gsay_scan_is(scan, at, GSAY_WORD(VERB)); /* "they lent", "Lent" */
    if (is_verb && !is_capital)
        return at;
    *index = found.index;
    return words.ends[used - 1];
}

/* "Easter Monday", "Christmas 2016", "Thanksgiving"; "Labor Day weekend", which is not one of the week's end only. */
static uint32_t read_holiday(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint8_t  index = 0;
    uint32_t end = find_holiday(scan, at, &index);
    if (end == at)
        return at;
    if (gsay_scan_says(scan, end, GSAY_STR("weekend"))) {
        when->granularity = GSAY_GRANULARITY_WEEK;
        when->is_weekend = when->is_loose = true;
        return read_of_year(scan, end + 1, when);
    }
    when->granularity = GSAY_GRANULARITY_DAY;
    when->holiday = index;
    return read_of_year(scan, end, when);
}

/* "week 31", "week 3 of 2027". */
static uint32_t read_week(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t number = 0;
    size_t   digits = 0;
    uint32_t next = skip_article(scan, at);
    if (gsay_scan_id(scan, next) != GSAY_FIXED_WEEK)
        return at;
    uint32_t end = gsay_read_digits(scan, next + 1, 2, &number, &digits);
    if (end == next + 1 || number < 1 || number > 53 || !gsay_scan_spaced(scan, next + 1))
        return at;
    when->granularity = GSAY_GRANULARITY_WEEK;
    when->part = (uint8_t)number;
    return read_of_year(scan, end, when);
}

int32_t gsay_holiday_first(uint8_t index, int32_t year)
{
    const gsay_holiday *holiday = gsay_holiday_of(index);
    return holiday ? holiday_in(holiday, year) : GSAY_DAY_NONE;
}

uint32_t gsay_read_span_of_year(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    static gsay_when_reader *const readers[] = { read_fiscal, read_decade,  read_century, read_quarter,
                                                 read_season, read_holiday, read_week };
    uint32_t shapes = (gsay_opening_at(scan, at).shapes & GSAY_SHAPES_OF_YEAR) / GSAY_SHAPE_FISCAL;
    for (; shapes; shapes &= shapes - 1) {
        gsay_when got = { 0 };
        uint32_t  end = readers[gsay_shape_first(shapes)](scan, at, &got);
        if (end == at)
            continue;
        *when = got;
        return end;
    }
    return at;
}
