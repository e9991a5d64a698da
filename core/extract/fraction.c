/* Shares: "half", "a third", "two-thirds", "one in five", "nine out of ten", "1 over 3"; vague amounts; multiples. */
#include "extract/numeral.h"

#define RATIO_WHOLE_MAX 100000 /* of "one in so many" */

static bool is_article(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_id(scan, at) == GSAY_FIXED_A || gsay_scan_id(scan, at) == GSAY_FIXED_AN;
}

static bool is_fraction_word(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_is(scan, at, GSAY_WORD(FRACTION));
}

/* Tell whether the fraction word at a token is also an ordinal ("third"), so that only its place tells which it is. */
static bool is_also_ordinal(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_is(scan, at, GSAY_WORD(ORDINAL));
}

static bool is_plural(const gsay_scan *scan, uint32_t at)
{
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    return gsay_str_ends(folded, GSAY_STR("s")) || gsay_str_ends(folded, GSAY_STR("ves"));
}

/* Tell whether a phrase ends at a token: no noun follows that an ordinal could count. */
static bool is_phrase_end(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (at >= scan->end || token.kind != GSAY_TOKEN_WORD)
        return !gsay_scan_hyphen(scan, at);
    return gsay_scan_is(scan, at, GSAY_WORD(STOP)) && !gsay_scan_is(scan, at, GSAY_WORD(PRONOUN));
}

/* Tell whether "quarter" here is three months: nothing says of what it is a part. */
static bool is_stretch_of_time(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    return gsay_scan_is(scan, at, GSAY_WORD(TIME_UNIT)) && gsay_scan_id(scan, at - 2) != GSAY_FIXED_BY &&
           gsay_scan_id(scan, end) != GSAY_FIXED_OF && end < scan->end &&
           !gsay_scan_is(scan, end, GSAY_WORD(UNIT) | GSAY_WORD(CURRENCY));
}

/* Tell whether "half" here is a part of something else's name: "the first half", "half-time", "half the". */
static bool is_half_of_something(const gsay_scan *scan, uint32_t at)
{
    bool is_after_name =
        at > scan->begin &&
        (gsay_scan_is(scan, at - 1, GSAY_WORD(ORDINAL)) || gsay_scan_marks(scan, at - 1, '-') ||
         gsay_scan_id(scan, at - 1) == GSAY_FIXED_OTHER || gsay_scan_id(scan, at - 1) == GSAY_FIXED_BETTER);
    return is_after_name || (gsay_scan_marks(scan, at + 1, '-') && !gsay_scan_spaced(scan, at + 1)) ||
           gsay_scan_is(scan, at + 1, GSAY_WORD(TIME_UNIT));
}

/* Read one part named by an ordinal of two words, "one twenty-fifth", "a twenty-fifth", which no noun follows to be the
 * n-th of. */
static uint32_t read_one_of_many(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_decimal parts = { 0 };
    bool         has_one = is_article(scan, at) || gsay_scan_id(scan, at) == GSAY_FIXED_ONE;
    if (!has_one || !gsay_scan_hyphen(scan, at + 2))
        return at;
    uint32_t end = gsay_scan_ordinal(scan, at + 1, &parts);
    if (end != at + 4 || !is_phrase_end(scan, end))
        return at;
    *value = gsay_decimal_divide(gsay_decimal_from(1), parts);
    return end;
}

/* Read "half" and "quarter" without a number before them, and "a half", "a third", "one fifth". */
static uint32_t read_one_part(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    bool     has_one = is_article(scan, at) || gsay_scan_id(scan, at) == GSAY_FIXED_ONE;
    uint32_t word = at + has_one;
    word += has_one && gsay_scan_hyphen(scan, word);
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, word)->lexeme;
    int64_t            parts = gsay_lexeme_integer(lexeme);
    if (!is_fraction_word(scan, word) || is_plural(scan, word) || parts < 2)
        return read_one_of_many(scan, at, value);
    if (is_also_ordinal(scan, word)) {
        bool is_said = has_one && (!is_article(scan, at) || is_phrase_end(scan, word + 1));
        if (!is_said)
            return at;
    } else if (parts == 2) {
        if (is_half_of_something(scan, word) && !gsay_scan_marks(scan, at, '-'))
            return at;
    } else if (!has_one || is_stretch_of_time(scan, word, word + 1)) {
        return at;
    }
    *value = gsay_decimal_divide(gsay_decimal_from(1), lexeme->number);
    return word + 1;
}

/* Read a count of parts: "two thirds", "twenty-three fifths". */
static uint32_t read_parts(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_decimal count = { 0 };
    uint32_t     word = gsay_scan_cardinal(scan, at, GSAY_CARDINAL_NO_AND, &count);
    uint32_t     with_and = gsay_scan_cardinal(scan, at, GSAY_CARDINAL_PLAIN, &count);
    if (word == at)
        return at;
    word = with_and + gsay_scan_hyphen(scan, with_and);
    if (!is_fraction_word(scan, word) || !is_plural(scan, word) || is_stretch_of_time(scan, word, word + 1) ||
        gsay_scan_is(scan, word, GSAY_WORD(ORDINAL)))
        return at;
    *value = gsay_decimal_divide(count, gsay_scan_word(scan, word)->lexeme.number);
    return word + 1;
}

/* Tell whether what stands behind the whole of a ratio makes the two numbers say something else: "1 in 5 days", "two in
 * 2014". */
static bool is_no_whole(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    return gsay_scan_is(scan, end, GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(MONTH) | GSAY_WORD(CURRENCY)) ||
           gsay_scan_marks(scan, end, '%') || gsay_scan_marks(scan, end, '-') || gsay_scan_marks(scan, end, ':') ||
           (gsay_scan_marks(scan, end, '.') && gsay_scan_tight(scan, end + 1)) ||
           gsay_scan_is(scan, end, GSAY_WORD(AUXILIARY)) ||
           (gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS && gsay_scan_text(scan, at).len == 4);
}

/* Read a ratio to a whole: "one in five", "9 out of 10", "1 over 3". */
static uint32_t read_ratio(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_decimal part = { 0 }, whole = { 0 };
    uint32_t     end = gsay_scan_cardinal(scan, at, GSAY_CARDINAL_NO_AND, &part);
    if (end == at || part.coefficient <= 0 || part.exponent < 0 || part.divisor > 1)
        return at;
    bool     is_over = gsay_scan_id(scan, end) == GSAY_FIXED_OVER;
    bool     is_out_of = gsay_scan_id(scan, end) == GSAY_FIXED_OUT && gsay_scan_id(scan, end + 1) == GSAY_FIXED_OF;
    uint32_t begin = end + 1 + is_out_of;
    begin += is_out_of && gsay_scan_id(scan, begin) == GSAY_FIXED_EVERY;
    if (!is_over && !is_out_of && gsay_scan_id(scan, end) != GSAY_FIXED_IN)
        return at;
    uint32_t whole_end = gsay_scan_cardinal(scan, begin, GSAY_CARDINAL_NO_AND, &whole);
    bool     is_one = gsay_decimal_compare(part, gsay_decimal_from(1)) == 0;
    bool     is_less =
        gsay_decimal_compare(part, whole) < 0 && gsay_decimal_compare(whole, gsay_decimal_from(RATIO_WHOLE_MAX)) <= 0;
    bool is_round = whole.exponent > 0 || gsay_decimal_compare(whole, gsay_decimal_from(5)) == 0;
    if (whole_end == begin || !is_less || whole.exponent < 0 || (!is_out_of && !is_one && !is_round) ||
        is_no_whole(scan, begin, whole_end) || (is_over && whole_end < scan->end))
        return at;
    *value = gsay_decimal_divide(part, whole);
    return whole_end;
}

uint32_t gsay_scan_fraction(const gsay_scan *scan, uint32_t at, uint32_t counted, gsay_decimal *value)
{
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes words = GSAY_WORD(NUMERAL) | GSAY_WORD(FRACTION) | GSAY_WORD(DETERMINER) | GSAY_WORD(SCALE);
    if (token.kind != GSAY_TOKEN_DIGITS && !(token.kind == GSAY_TOKEN_WORD && gsay_scan_is(scan, at, words)))
        return at;
    uint32_t end = token.kind == GSAY_TOKEN_WORD ? read_one_part(scan, at, value) : at;
    if (end > at)
        return end;
    bool may_count = is_fraction_word(scan, counted) || is_fraction_word(scan, counted + 1);
    bool may_compare = gsay_scan_id(scan, counted) == GSAY_FIXED_IN || gsay_scan_id(scan, counted) == GSAY_FIXED_OUT ||
                       gsay_scan_id(scan, counted) == GSAY_FIXED_OVER;
    end = counted > at && may_count ? read_parts(scan, at, value) : at;
    return end > at || !may_compare ? end : read_ratio(scan, at, value);
}

uint32_t gsay_scan_multiple(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    gsay_decimal count = { 0 };
    uint32_t     end = gsay_scan_is(scan, at, GSAY_WORD(MULTIPLE)) ? at + 1 : at;
    if (end > at) {
        count = gsay_scan_word(scan, at)->lexeme.number;
        bool is_noun = (gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("e"))) &&
                       !gsay_scan_is(scan, end, GSAY_WORD(DETERMINER)) && gsay_scan_id(scan, at) != GSAY_FIXED_TWICE;
        if (is_noun || gsay_decimal_compare(count, gsay_decimal_from(0)) == 0)
            return at;
        *value = count.coefficient > 0 ? count : gsay_decimal_divide(gsay_decimal_from(-1), count);
        return end;
    }
    end = gsay_scan_cardinal(scan, at, GSAY_CARDINAL_PLAIN, &count);
    if (end == at)
        return at;
    end += gsay_scan_hyphen(scan, end);
    if (gsay_scan_id(scan, end) != GSAY_FIXED_FOLD)
        return at;
    *value = count;
    return end + 1;
}
