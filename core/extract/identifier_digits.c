/* Identifiers that begin with digits: versions, telephone numbers, scores, ratios, digits with letters, numbers of
 * items.
 *
 * What stands beside the digits tells at a glance which of the shapes are left, nearly always none. */
#include "extract/identifier.h"

#define PHONE_DIGITS_MIN 7u
#define SCORE_DIGITS_MAX 3u
#define YEAR_DIGITS      4u

/* Two numbers with a stroke that have become words. */
static const char *const stroke_words[][2] = {
    { "24", "7" }, { "9", "11" }, { "7", "7" }, { "50", "50" }, { "20", "20" }
};

/* Read versions and IP addresses: three parts or more with points. */
static uint32_t read_version(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < at + GSAY_CHAIN_TOKENS_MAX && gsay_scan_part_at(scan, end, '.'))
        end += 2;
    bool is_grouped = gsay_scan_digit_count(scan, at) <= 3;
    for (uint32_t part = at + 2; part < end; part += 2)
        is_grouped &= gsay_scan_digit_count(scan, part) == 3;
    /* 31.10.1974 is a date, 1.234.567 a number */
    bool is_date = end == at + 5 && gsay_scan_digit_count(scan, at) <= 2 && gsay_scan_digit_count(scan, at + 2) <= 2 &&
                   gsay_scan_digit_count(scan, at + 4) != 1 && gsay_scan_digit_count(scan, at + 4) != 3;
    return end >= at + 5 && !is_grouped && !is_date ? end : at;
}

/* Tell whether groups with hyphens are a date: 2015-03-03, 12-31-1999. */
static bool is_date_shape(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    size_t first = gsay_scan_digit_count(scan, at), second = gsay_scan_digit_count(scan, at + 2),
           third = gsay_scan_digit_count(scan, at + 4);
    return end == at + 5 && second <= 2 &&
           ((first == YEAR_DIGITS && third <= 2) || (first <= 2 && (third == YEAR_DIGITS || third == 2)));
}

/* Read groups of digits with hyphens: telephone and social security numbers, ISBN. */
static uint32_t read_hyphened(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1;
    size_t   digits = gsay_scan_digit_count(scan, at);
    while (end < at + GSAY_CHAIN_TOKENS_MAX && gsay_scan_part_at(scan, end, '-')) {
        digits += gsay_scan_digit_count(scan, end + 1);
        end += 2;
    }
    /* "14-13-2": a boxer's fights won, lost and drawn */
    bool is_record = end == at + 5 && gsay_scan_digit_count(scan, at) <= SCORE_DIGITS_MAX &&
                     gsay_scan_digit_count(scan, at + 2) <= SCORE_DIGITS_MAX &&
                     gsay_scan_digit_count(scan, at + 4) <= SCORE_DIGITS_MAX && !is_date_shape(scan, at, end);
    bool is_two = end == at + 3 && gsay_scan_digit_count(scan, at) == 3 && gsay_scan_digit_count(scan, at + 2) == 4;
    bool is_many = end >= at + 5 && digits >= PHONE_DIGITS_MIN && !is_date_shape(scan, at, end);
    return is_two || is_many || is_record ? end : at;
}

/* Tell whether a hyphen, tight or with blanks on both sides, and digits stand at a token. */
static bool has_score_part(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_hyphen(scan, at) && gsay_scan_digits_at(scan, at + 1);
}

/* Read a score, "2-1": two short numbers with a hyphen that are not a range of anything. */
static uint32_t read_score(const gsay_scan *scan, uint32_t at)
{
    if (!has_score_part(scan, at + 1))
        return at;
    gsay_amount range = { .kind = GSAY_KIND_NONE }, second = { .kind = GSAY_KIND_NONE };
    bool        is_inside = gsay_scan_tight(scan, at) && gsay_scan_token(scan, at - 1).mark != '(';
    if (gsay_scan_digit_count(scan, at) > SCORE_DIGITS_MAX || is_inside || has_score_part(scan, at + 3) ||
        gsay_scan_digit_count(scan, at + 2) > SCORE_DIGITS_MAX || !gsay_scan_amount(scan, at, 0, &range) ||
        !gsay_scan_amount(scan, at + 2, 0, &second) || second.end != at + 3 || gsay_scan_hyphen(scan, at + 3))
        return at;
    gsay_scan_range(scan, &range);
    bool is_date = gsay_scan_is(scan, at + 3, GSAY_WORD(TIME_UNIT) | GSAY_WORD(MONTH)) ||
                   gsay_scan_is(scan, at - 1, GSAY_WORD(MONTH));
    return range.end < at + 3 && !is_date ? at + 3 : at;
}

/* Read measures of a sheet or screen, "480 x 360". */
static uint32_t read_sides(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_digits_at(scan, at + 2))
        return at;
    bool is_times = gsay_scan_id(scan, at + 1) == GSAY_FIXED_LETTER_X ||
                    gsay_str_equal(gsay_scan_text(scan, at + 1), GSAY_STR("×"));
    gsay_amount side = { .kind = GSAY_KIND_NONE };
    return is_times && gsay_scan_amount(scan, at + 2, 0, &side) && side.end == at + 3 && side.kind == GSAY_KIND_NUMBER
               ? at + 3
               : at;
}

/* Read a ratio of form, "4:3", "1:50,000", and strokes that have become words, "24/7". */
static uint32_t read_ratio(const gsay_scan *scan, uint32_t at)
{
    if (gsay_scan_part_at(scan, at + 1, ':') &&
        (gsay_scan_digit_count(scan, at + 2) != 2 || gsay_scan_part_at(scan, at + 3, ',')))
        return gsay_identifier_tail(scan, at + 3 + (gsay_scan_part_at(scan, at + 3, ',') ? 2 : 0));
    if (!gsay_scan_part_at(scan, at + 1, '/') || gsay_scan_part_at(scan, at + 3, '/'))
        return at;
    for (size_t i = 0; i < sizeof stroke_words / sizeof *stroke_words; i++)
        if (gsay_str_equal(gsay_scan_text(scan, at), gsay_str_of(stroke_words[i][0])) &&
            gsay_str_equal(gsay_scan_text(scan, at + 2), gsay_str_of(stroke_words[i][1])))
            return at + 3;
    return at;
}

/* Tell whether digits and a capital name what follows them: "5G", "10G network", "13F filing". Heat in Celsius is
 * written so before its noun, too ("a 40C day"); grams and Fahrenheit are not. */
static bool is_designation(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes no_noun = GSAY_WORD(STOP) | GSAY_WORD(DAY_WORD) | GSAY_WORD(TIME_WORD);
    gsay_str          letter = gsay_scan_text(scan, at + 1);
    bool              is_network = gsay_str_equal(letter, GSAY_STR("G"));
    bool              is_form = gsay_str_equal(letter, GSAY_STR("F"));
    gsay_token        next = gsay_scan_token(scan, at + 2);
    bool              is_before_noun = next.kind == GSAY_TOKEN_WORD && !(next.flags & GSAY_TOKEN_CAPITAL) &&
                          gsay_scan_is(scan, at + 2, GSAY_WORD(COMMON)) && !gsay_scan_is(scan, at + 2, no_noun);
    bool is_decimal = gsay_scan_marks(scan, at - 1, '.') && gsay_scan_tight(scan, at);
    return !is_decimal &&
           ((is_network && gsay_scan_digit_count(scan, at) == 1) || ((is_network || is_form) && is_before_noun));
}

/* Read digits with letters that are no unit, scale or ordinal: "76ers", "5G", "3D", "0x7f". */
static uint32_t read_lettered(const gsay_scan *scan, uint32_t at)
{
    bool is_possessive = (gsay_scan_token(scan, at + 1).flags & GSAY_TOKEN_POSSESSIVE) != 0;
    if (!gsay_scan_word_at(scan, at + 1) || is_possessive || !gsay_scan_tight(scan, at + 1))
        return at;
    gsay_amount  amount = { .kind = GSAY_KIND_NONE };
    gsay_decimal rank = { 0 };
    if (gsay_scan_ordinal(scan, at, &rank) > at)
        return at;
    gsay_word_classes time = GSAY_WORD(TIME_UNIT) | GSAY_WORD(MONTH);
    if (is_designation(scan, at))
        return at + 2;
    bool is_read = gsay_scan_amount(scan, at, 0, &amount) && amount.end > at + 1 &&
                   (amount.end > at + 2 || !gsay_scan_tight_digits_at(scan, at + 2));
    bool is_clock = gsay_str_starts(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("am")) ||
                    gsay_str_starts(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("pm")) ||
                    gsay_str_equal(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("s")) ||
                    gsay_scan_is(scan, at + 1, time) ||
                    gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT) | GSAY_WORD(SCALE) | GSAY_WORD(CURRENCY)) ||
                    (gsay_scan_text(scan, at + 1).len == 1 && gsay_scan_word(scan, at + 1)->folded.ptr[0] != 'd');
    return is_read || (is_clock && !gsay_scan_tight_digits_at(scan, at + 2)) ? at : gsay_identifier_tail(scan, at + 1);
}

/* Read an ordinal in digits before a capital: "5th Circuit", "20th Century Fox". */
static uint32_t read_ranked_name(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_word_at(scan, at + 1))
        return at;
    gsay_decimal      rank = { 0 };
    gsay_word_classes calendar =
        GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(HOLIDAY) | GSAY_WORD(DEMONYM) | GSAY_WORD(TIME_UNIT);
    uint32_t end = gsay_scan_ordinal(scan, at, &rank);
    if (end == at || !gsay_scan_capital_at(scan, end) || gsay_scan_is(scan, end, calendar) ||
        (gsay_scan_token(scan, end).flags & GSAY_TOKEN_UPPER))
        return at;
    return end + 1;
}

/* Read a house number before the street's name. */
static uint32_t read_house_number(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t word = at + 1; word < at + 5 && gsay_scan_capital_at(scan, word); word++)
        if (word > at + 1 && gsay_scan_is(scan, word, GSAY_WORD(STREET)))
            return at + 1;
    return at;
}

/* Read a number with a zero in front: a code, an extension. */
static uint32_t read_zeroed(const gsay_scan *scan, uint32_t at)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     is_time = gsay_scan_marks(scan, at + 1, ':') || gsay_scan_marks(scan, at + 1, '/') ||
                   gsay_scan_marks(scan, at + 1, '-') || gsay_scan_marks(scan, at + 1, '.');
    return text.len > 2 && text.ptr[0] == '0' && !is_time ? at + 1 : at;
}

/* Read the bore of a gun, "357 caliber", "9-millimeter" being a measure. */
static uint32_t read_bore(const gsay_scan *scan, uint32_t at)
{
    uint32_t word = at + 1 + gsay_scan_hyphen(scan, at + 1);
    return gsay_scan_id(scan, word) == GSAY_FIXED_CALIBER || gsay_scan_id(scan, word) == GSAY_FIXED_CALIBRE ? word + 1
                                                                                                            : at;
}

/* Read an angle, which is the form of a thing: "a 45 degrees angle". */
static uint32_t read_angle(const gsay_scan *scan, uint32_t at)
{
    uint32_t         degree = at + 1 + gsay_scan_hyphen(scan, at + 1);
    const gsay_unit *unit = gsay_scan_word(scan, degree)->lexeme.unit;
    bool             is_angle =
        unit && unit->dimension == GSAY_DIMENSION_ANGLE &&
        (gsay_scan_says(scan, degree + 1, GSAY_STR("angle")) || gsay_scan_says(scan, degree + 1, GSAY_STR("angles")));
    return is_angle ? degree + 2 : at;
}

/* Read the number of an item alone in brackets, "point (2)". A number said again stands there as part of the first. */
static uint32_t read_item(const gsay_scan *scan, uint32_t at)
{
    bool is_alone = gsay_scan_marks(scan, at - 1, '(') && gsay_scan_tight(scan, at) &&
                    gsay_scan_marks(scan, at + 1, ')') && gsay_scan_tight(scan, at + 1);
    return is_alone && at > scan->begin + 1 && gsay_scan_word_at(scan, at - 2) && gsay_scan_digit_count(scan, at) == 1
               ? at + 1
               : at;
}

/* Read the number of a footnote, "*7": one asterisk tight before it, and none behind. */
static uint32_t read_footnote(const gsay_scan *scan, uint32_t at)
{
    bool is_marked = gsay_scan_marks(scan, at - 1, '*') && gsay_scan_tight(scan, at) && at > scan->begin;
    bool is_lone = !gsay_scan_marks(scan, at + 1, '*') && !gsay_scan_marks(scan, at - 2, '*') &&
                   (!gsay_scan_tight(scan, at - 1) || gsay_scan_marks(scan, at - 2, '\\'));
    bool is_end = !gsay_scan_word_at(scan, at + 1) && !gsay_scan_marks(scan, at + 1, '%');
    return is_marked && is_lone && is_end ? at + 1 : at;
}

/* Read what says which of a kind something is, "of order 5"; "an order of 5 lamps" counts. */
static uint32_t read_order(const gsay_scan *scan, uint32_t at)
{
    bool is_order = at >= scan->begin + 2 && gsay_scan_id(scan, at - 1) == GSAY_FIXED_ORDER &&
                    gsay_scan_id(scan, at - 2) == GSAY_FIXED_OF;
    return is_order && gsay_scan_counted(scan, at + 1, false).len == 0 && !gsay_scan_marks(scan, at + 1, '%') &&
                   !gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(CURRENCY))
               ? at + 1
               : at;
}

/* Read what digits and the word behind them are. */
static uint32_t read_before_word(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    if (gsay_scan_tight(scan, at + 1))
        end = gsay_longest(read_lettered(scan, at), read_ranked_name(scan, at));
    if (gsay_scan_capital_at(scan, at + 1))
        end = gsay_longest(end, read_house_number(scan, at));
    end = gsay_longest(end, read_angle(scan, at));
    return gsay_longest(end, gsay_longest(read_sides(scan, at), read_bore(scan, at)));
}

/* Read what digits and the mark behind them are. */
static uint32_t read_before_mark(const gsay_scan *scan, uint32_t at, char mark)
{
    switch (mark) {
    case '.':
        return read_version(scan, at);
    case '-':
        return gsay_longest(gsay_longest(read_hyphened(scan, at), read_score(scan, at)),
                            gsay_longest(read_bore(scan, at), read_angle(scan, at)));
    case ':':
    case '/':
        return read_ratio(scan, at);
    case 0: /* × */
        return read_sides(scan, at);
    default:
        return at;
    }
}

uint32_t gsay_identifier_from_digits(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    gsay_token before = gsay_scan_token(scan, at - 1);
    uint32_t   end = read_zeroed(scan, at);
    if (next.kind == GSAY_TOKEN_WORD)
        end = gsay_longest(end, read_before_word(scan, at));
    else if (next.kind == GSAY_TOKEN_PUNCT)
        end = gsay_longest(end, read_before_mark(scan, at, next.mark));
    if (before.word == GSAY_FIXED_ORDER)
        end = gsay_longest(end, read_order(scan, at));
    if (before.mark == '*')
        end = gsay_longest(end, read_footnote(scan, at));
    if (before.mark == '(')
        end = gsay_longest(end, read_item(scan, at));
    return end;
}

uint32_t gsay_identifier_tail(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    while (end < at + GSAY_CHAIN_TOKENS_MAX) {
        bool is_bracket = gsay_scan_marks(scan, end, '(') && gsay_scan_tight(scan, end) &&
                          gsay_scan_marks(scan, end + 2, ')') && gsay_scan_text(scan, end + 1).len <= 3;
        bool is_letters = gsay_scan_word_at(scan, end) && gsay_scan_tight(scan, end) &&
                          !(gsay_scan_token(scan, end).flags & GSAY_TOKEN_POSSESSIVE);
        if (gsay_scan_part_at(scan, end, '.') || gsay_scan_part_at(scan, end, '-') ||
            gsay_scan_part_at(scan, end, '/') || gsay_scan_part_at(scan, end, ':'))
            end += 2;
        else if (is_bracket)
            end += 3;
        else if (is_letters || gsay_scan_tight_digits_at(scan, end))
            end++;
        else
            break;
    }
    return end;
}
