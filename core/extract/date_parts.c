/* The smallest parts of a date: digits, months, weekdays, days, years, units. Each reader looks at a handful of tokens.
 */
#include "extract/date_parts.h"

#include "extract/shape.h"

#define YEAR_FIRST  1000 /* of bare years; earlier ones need an era */
#define YEAR_LAST   2199
#define DIGITS_MAX  9
#define SHORT_MONTH 4  /* "Sept": a name up to here may carry a full stop */
#define PIVOT       30 /* two-digit years below are of this century */

/* The units by their UCUM code, and their granularity as words of the lexicon have it. */
static const struct {
    const char    *code;
    gsay_time_unit unit;
} unit_codes[] = {
    { "s", GSAY_UNIT_SECOND },       { "min", GSAY_UNIT_MINUTE }, { "h", GSAY_UNIT_HOUR },
    { "d", GSAY_UNIT_DAY },          { "wk", GSAY_UNIT_WEEK },    { "2.wk", GSAY_UNIT_FORTNIGHT },
    { "14.d", GSAY_UNIT_FORTNIGHT }, { "mo", GSAY_UNIT_MONTH },   { "3.mo", GSAY_UNIT_QUARTER },
    { "a/4", GSAY_UNIT_QUARTER },    { "a", GSAY_UNIT_YEAR },     { "10.a", GSAY_UNIT_DECADE },
    { "100.a", GSAY_UNIT_CENTURY },
};

const gsay_word_set gsay_unit_adjectives = { GSAY_SAYS(MORE),     GSAY_SAYS(EXTRA),    GSAY_SAYS(ADDITIONAL),
                                             GSAY_SAYS(FEWER),    GSAY_SAYS(STRAIGHT), GSAY_SAYS(CONSECUTIVE),
                                             GSAY_SAYS(FULL),     GSAY_SAYS(WHOLE),    GSAY_SAYS(LONG),
                                             GSAY_SAYS(BUSINESS), GSAY_SAYS(WORKING),  GSAY_SAYS(SOLID),
                                             GSAY_SAYS(ENTIRE) };
const gsay_word_set gsay_ordinal_endings = { GSAY_SAYS(ST), GSAY_SAYS(ND), GSAY_SAYS(RD), GSAY_SAYS(TH) };

/* Tell whether a comma stands at a token between digits, in one piece with them. */
static bool joins_digits(const gsay_scan *scan, uint32_t comma)
{
    return gsay_scan_marks(scan, comma, ',') && gsay_joined(scan, comma) && gsay_joined(scan, comma + 1) &&
           gsay_scan_token(scan, comma - 1).kind == GSAY_TOKEN_DIGITS &&
           gsay_scan_token(scan, comma + 1).kind == GSAY_TOKEN_DIGITS;
}

uint32_t gsay_read_digits(const gsay_scan *scan, uint32_t at, size_t max, uint32_t *number, size_t *digits)
{
    gsay_token token = gsay_scan_token(scan, at);
    size_t     len = token.end - token.begin;
    if (token.kind != GSAY_TOKEN_DIGITS || len > max || len > DIGITS_MAX || joins_digits(scan, at + 1) ||
        joins_digits(scan, at - 1))
        return at;
    gsay_str text = gsay_token_text(scan->text, at);
    *number = 0;
    *digits = len;
    for (size_t i = 0; i < len; i++)
        *number = *number * 10 + (uint32_t)(text.ptr[i] - '0');
    return at + 1;
}

uint32_t gsay_read_letters(const gsay_scan *scan, uint32_t at, gsay_str letters)
{
    if (gsay_scan_says(scan, at, letters))
        return at + 1;
    uint32_t next = at;
    for (size_t i = 0; i < letters.len; i++) {
        gsay_str one = { letters.ptr + i, 1 };
        if (!gsay_scan_says(scan, next, one) || (i > 0 && gsay_scan_spaced(scan, next) && !gsay_scan_spaced(scan, at)))
            return at;
        next++;
        if (gsay_joined(scan, next))
            next = gsay_skip_mark(scan, next, ".");
    }
    return next;
}

uint32_t gsay_read_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_date_memo *memo = scan->dates;
    uint32_t        place = at % GSAY_MEMO_PLACES;
    if (!memo)
        return gsay_scan_number(scan, at, value);
    if (memo->numbers[place].key != at + 1) {
        memo->numbers[place].key = at + 1;
        memo->numbers[place].end = gsay_scan_number(scan, at, &memo->numbers[place].value);
    }
    if (memo->numbers[place].end > at)
        *value = memo->numbers[place].value;
    return memo->numbers[place].end;
}

/* Step over the full stop of an abbreviation, unless the sentence ends with it. */
static uint32_t skip_stop(const gsay_scan *scan, uint32_t name)
{
    bool is_short = gsay_scan_word(scan, name)->folded.len <= SHORT_MONTH + 1;
    bool has_stop = is_short && gsay_joined(scan, name + 1) && gsay_scan_marks(scan, name + 1, '.');
    return has_stop && name + 2 < scan->end ? name + 2 : name + 1;
}

uint32_t gsay_read_month(const gsay_scan *scan, uint32_t at, uint8_t *month)
{
    if (!gsay_scan_is(scan, at, GSAY_WORD(MONTH)))
        return at;
    *month = gsay_scan_word(scan, at)->lexeme.index;
    return gsay_scan_id(scan, at) == GSAY_FIXED_MAY ? at + 1 : skip_stop(scan, at);
}

uint32_t gsay_read_weekday(const gsay_scan *scan, uint32_t at, uint8_t *weekday)
{
    if (!gsay_scan_is(scan, at, GSAY_WORD(WEEKDAY)))
        return at;
    *weekday = gsay_scan_word(scan, at)->lexeme.index;
    return skip_stop(scan, at);
}

/* An ordinal in words up to thirty-first. */
static uint32_t read_ordinal_word(const gsay_scan *scan, uint32_t at, int64_t *number)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    if (lexeme->classes & GSAY_WORD(ORDINAL)) {
        *number = lexeme->number.coefficient;
        for (int i = 0; i < lexeme->number.exponent; i++)
            *number *= 10;
        return at + 1;
    }
    bool is_twenty = gsay_scan_id(scan, at) == GSAY_FIXED_TWENTY;
    if (!is_twenty && gsay_scan_id(scan, at) != GSAY_FIXED_THIRTY)
        return at;
    uint32_t next = gsay_skip_mark(scan, at + 1, "-");
    lexeme = &gsay_scan_word(scan, next)->lexeme;
    if (!(lexeme->classes & GSAY_WORD(ORDINAL)) || lexeme->number.exponent || lexeme->number.coefficient > 9)
        return at;
    *number = (is_twenty ? 20 : 30) + lexeme->number.coefficient;
    return next + 1;
}

uint32_t gsay_read_day(const gsay_scan *scan, uint32_t at, uint8_t *day, bool *is_ordinal)
{
    uint32_t number = 0;
    size_t   digits = 0;
    uint32_t end = gsay_read_digits(scan, at, 2, &number, &digits);
    *is_ordinal = false;
    if (end == at) {
        int64_t ordinal = 0;
        end = gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD ? read_ordinal_word(scan, at, &ordinal) : at;
        if (end == at || ordinal < 1 || ordinal > 31)
            return at;
        *is_ordinal = true;
        *day = (uint8_t)ordinal;
        return end;
    }
    if (number < 1 || number > 31)
        return at;
    if (gsay_joined(scan, end) && gsay_scan_among(scan, end, gsay_ordinal_endings)) {
        *is_ordinal = true;
        end++;
    }
    *day = (uint8_t)number;
    return end;
}

int16_t gsay_year_of_two_digits(uint32_t number)
{
    return (int16_t)(number + (number < PIVOT ? 2000 : 1900));
}

/* The value of a numeral word, -1 for others. */
static int64_t numeral_of(const gsay_scan *scan, uint32_t at)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    if (gsay_scan_token(scan, at).kind != GSAY_TOKEN_WORD || !(lexeme->classes & GSAY_WORD(NUMERAL)) ||
        lexeme->number.exponent > 1)
        return -1;
    return lexeme->number.coefficient * (lexeme->number.exponent ? 10 : 1);
}

uint32_t gsay_read_two_digits(const gsay_scan *scan, uint32_t at, int64_t *number)
{
    int64_t tens = numeral_of(scan, at);
    if (tens < 0 || tens > 99)
        return at;
    *number = tens;
    if (tens < 20 || tens % 10)
        return at + 1;
    uint32_t next = gsay_skip_mark(scan, at + 1, "-");
    int64_t  ones = numeral_of(scan, next);
    if (ones < 1 || ones > 9)
        return at + 1;
    *number += ones;
    return next + 1;
}

/* A year in words: "nineteen ninety-three", "nineteen hundred ninety three", "two thousand (and) fifteen". */
static uint32_t read_year_words(const gsay_scan *scan, uint32_t at, int16_t *year)
{
    int64_t  high = 0, low = 0;
    uint32_t next = gsay_read_two_digits(scan, at, &high);
    if (next == at)
        return at;
    bool is_thousand = high == 2 && gsay_scan_id(scan, next) == GSAY_FIXED_THOUSAND;
    bool is_hundred = high >= 15 && high <= 19 && gsay_scan_id(scan, next) == GSAY_FIXED_HUNDRED;
    if (!is_thousand && !is_hundred && (high < 16 || high > 20))
        return at;
    next = is_thousand || is_hundred ? gsay_skip_word(scan, next + 1, GSAY_FIXED_AND) : next;
    uint32_t end = gsay_read_two_digits(scan, next, &low);
    if (end == next || (!is_thousand && !is_hundred && low < 10))
        return at;
    *year = (int16_t)(high * (is_thousand ? 1000 : 100) + low);
    return end;
}

/* The era behind a year: -1 BC, 1 AD, 0 none. */
static uint32_t read_era(const gsay_scan *scan, uint32_t at, int *era)
{
    static const struct {
        gsay_str letters;
        int      sign;
    } eras[] = { { { "bc", 2 }, -1 }, { { "bce", 3 }, -1 }, { { "ad", 2 }, 1 }, { { "ce", 2 }, 1 } };
    gsay_token token = gsay_scan_token(scan, at);
    gsay_str   folded = gsay_scan_word(scan, at)->folded;
    *era = 0;
    if (token.kind != GSAY_TOKEN_WORD || folded.len > 3 || folded.ptr[0] > 'c')
        return at;
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        uint32_t end = gsay_read_letters(scan, at, eras[i].letters);
        bool     is_shouted = token.flags & (GSAY_TOKEN_UPPER | GSAY_TOKEN_CAPITAL);
        if (end == at || (end == at + 1 && !is_shouted))
            continue;
        *era = eras[i].sign;
        return end;
    }
    return at;
}

uint32_t gsay_read_year(const gsay_scan *scan, uint32_t at, int16_t *year)
{
    uint32_t number = 0, after = at;
    size_t   digits = 0;
    int      era = 0;
    if (gsay_time_word_at(scan, at) == GSAY_TIME_AD || gsay_scan_id(scan, at) == GSAY_FIXED_A) {
        after = gsay_read_letters(scan, at, GSAY_STR("ad"));
        if (after == at || gsay_read_digits(scan, after, 4, &number, &digits) == after || number == 0)
            return at;
        *year = (int16_t)number;
        return after + 1;
    }
    uint32_t end = gsay_read_digits(scan, at, 4, &number, &digits);
    if (end == at)
        return gsay_scan_is(scan, at, GSAY_WORD(NUMERAL)) ? read_year_words(scan, at, year) : at;
    after = read_era(scan, end, &era);
    bool is_bare = digits == 4 && number >= YEAR_FIRST && number <= YEAR_LAST;
    bool is_glued = gsay_joined(scan, end) && gsay_scan_token(scan, end).kind == GSAY_TOKEN_WORD;
    bool has_point = gsay_joined(scan, end) && gsay_scan_marks(scan, end, '.') && gsay_joined(scan, end + 1) &&
                     gsay_scan_token(scan, end + 1).kind == GSAY_TOKEN_DIGITS;
    if (era && number > 0) {
        *year = (int16_t)(era * (int32_t)number);
        return after;
    }
    if (!is_bare || is_glued || has_point)
        return at;
    *year = (int16_t)number;
    return end;
}

uint32_t gsay_read_year_after(const gsay_scan *scan, uint32_t at, bool is_short, int16_t *year)
{
    uint32_t end = gsay_read_year(scan, at, year);
    uint32_t number = 0;
    size_t   digits = 0;
    if (end != at)
        return end;
    uint32_t from = gsay_at_apostrophe(scan, at) ? at + 1 : at;
    end = from > at || is_short ? gsay_read_digits(scan, from, 2, &number, &digits) : from;
    if (end == from || digits != 2 || (from > at && gsay_scan_spaced(scan, from)))
        return at;
    *year = gsay_year_of_two_digits(number);
    return end;
}

uint32_t gsay_read_time_unit(const gsay_scan *scan, uint32_t at, gsay_time_unit *unit)
{
    const gsay_word *word = gsay_scan_word(scan, at);
    gsay_time_word   meaning = gsay_time_word_at(scan, at);
    if (meaning == GSAY_TIME_WEEKEND || meaning == GSAY_TIME_NIGHT) {
        *unit = meaning == GSAY_TIME_WEEKEND ? GSAY_UNIT_WEEKEND : GSAY_UNIT_DAY;
        return at + 1;
    }
    if (word->lexeme.classes & GSAY_WORD(SEASON) && gsay_str_ends(word->folded, GSAY_STR("s"))) {
        *unit = GSAY_UNIT_SEASON;
        return at + 1;
    }
    if (!(word->lexeme.classes & GSAY_WORD(TIME_UNIT)) || !word->lexeme.unit)
        return at;
    for (size_t i = 0; i < sizeof unit_codes / sizeof *unit_codes; i++) {
        const char *code = word->lexeme.unit->ucum;
        if (*code != *unit_codes[i].code || strcmp(code, unit_codes[i].code) != 0)
            continue;
        *unit = unit_codes[i].unit;
        return at + 1;
    }
    return at;
}
