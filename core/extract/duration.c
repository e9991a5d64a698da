/* Lengths of time: "five-year", "three and a half years", "2 hours, 32 minutes", "half an hour", "a decade", "several
 * months".
 *
 * Ages ("three-year-old") belong to quantity.c, rates ("30 a day") to nobody here: an article and a unit behind what
 * can be counted is a rate. A vague length has TIMEX3 PXY and no number. */
#include <stdio.h>

#include "extract/amount.h"
#include "extract/shape.h"

#define PIECES_MAX 5u
#define COUNT_MAX  100000 /* of units that a date is moved by */

/* Words beside a length. */
static const gsay_word_set behind_length = { GSAY_SAYS(AGO), GSAY_SAYS(LATER), GSAY_SAYS(BEFORE), GSAY_SAYS(AFTER),
                                             GSAY_SAYS(AND), GSAY_SAYS(OR),    GSAY_SAYS(FROM) };
static const gsay_word_set before_lone_length = { GSAY_SAYS(LASTS), GSAY_SAYS(TAKES), GSAY_SAYS(ONLY),
                                                  GSAY_SAYS(JUST),  GSAY_SAYS(THAN),  GSAY_SAYS(HALF) };
static const gsay_word_set before_plural = { GSAY_SAYS(FOR), GSAY_SAYS(IN), GSAY_SAYS(OVER), GSAY_SAYS(AFTER),
                                             GSAY_SAYS(WITHIN) };
static const gsay_word_set distance_ends = { GSAY_SAYS(AGO), GSAY_SAYS(LATER), GSAY_SAYS(EARLIER) };

/* How TIMEX3 and UCUM write a unit. */
static const struct {
    char        letters[4];
    bool        is_clock; /* behind the T of TIMEX3 */
    uint8_t     factor;   /* of one TIMEX3 unit: a fortnight is 2 weeks */
    const char *code;
    const char *base; /* unit in which pieces of one length add up; "" none */
    int32_t     in_base;
} unit_forms[GSAY_UNIT_COUNT] = {
    [GSAY_UNIT_SECOND] = { "S", true, 1, "s", "s", 1 },
    [GSAY_UNIT_MINUTE] = { "M", true, 1, "min", "s", 60 },
    [GSAY_UNIT_HOUR] = { "H", true, 1, "h", "s", 3600 },
    [GSAY_UNIT_DAY] = { "D", false, 1, "d", "s", 86400 },
    [GSAY_UNIT_WEEKEND] = { "WE", false, 1, "", "", 0 },
    [GSAY_UNIT_WEEK] = { "W", false, 1, "wk", "s", 604800 },
    [GSAY_UNIT_FORTNIGHT] = { "W", false, 2, "wk", "s", 604800 },
    [GSAY_UNIT_MONTH] = { "M", false, 1, "mo", "mo", 1 },
    [GSAY_UNIT_QUARTER] = { "Q", false, 1, "3.mo", "mo", 3 },
    [GSAY_UNIT_SEASON] = { "S", false, 1, "", "", 0 },
    [GSAY_UNIT_HALF] = { "M", false, 6, "mo", "mo", 1 },
    [GSAY_UNIT_YEAR] = { "Y", false, 1, "a", "mo", 12 },
    [GSAY_UNIT_DECADE] = { "DE", false, 1, "10.a", "", 0 },
    [GSAY_UNIT_CENTURY] = { "CE", false, 1, "100.a", "", 0 },
};

/* Read the unit of a length; short symbols only behind digits. */
static uint32_t read_unit(const gsay_scan *scan, uint32_t at, bool after_digits, gsay_time_unit *unit)
{
    uint32_t name = at;
    if (gsay_scan_among(scan, name, gsay_unit_adjectives))
        name++;
    uint32_t end = gsay_read_time_unit(scan, name, unit);
    size_t   len = gsay_scan_word(scan, name)->folded.len;
    if (end == name)
        return at;
    if (len < 3 && (!after_digits || (len == 1 && gsay_scan_id(scan, name) == GSAY_FIXED_S)))
        return at;
    if (gsay_joined(scan, end) && gsay_scan_marks(scan, end, '.') && len < 5 && end + 1 < scan->end)
        end++;
    return end;
}

/* "half", "half a", "a quarter of an", "three quarters of an" before a unit. */
static uint32_t read_fraction(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    uint32_t next = at;
    int64_t  count = 1;
    if (gsay_time_word_at(scan, next) == GSAY_TIME_A) {
        next++;
    } else if (gsay_scan_id(scan, next) == GSAY_FIXED_THREE) {
        count = 3;
        next++;
    }
    next = gsay_skip_mark(scan, next, "-");
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, next)->lexeme;
    if (!(lexeme->classes & GSAY_WORD(FRACTION)) || lexeme->number.exponent || lexeme->number.coefficient < 2 ||
        lexeme->number.coefficient > 4)
        return at;
    *value = gsay_decimal_fraction(count, (uint32_t)lexeme->number.coefficient);
    bool     is_half = lexeme->number.coefficient == 2;
    uint32_t of = gsay_skip_word(scan, next + 1, GSAY_FIXED_OF);
    if (gsay_time_word_at(scan, of) == GSAY_TIME_A)
        return of + 1;
    return is_half ? gsay_skip_mark(scan, next + 1, "-") : at;
}

/* "a few", "several", "a couple of", "some", "many": a length that is vague. */
static uint32_t read_vague(const gsay_scan *scan, uint32_t at)
{
    uint32_t next = gsay_time_word_at(scan, at) == GSAY_TIME_A ? at + 1 : at;
    if (!gsay_scan_is(scan, next, GSAY_WORD(VAGUE_NUMBER)) ||
        (next == at && gsay_scan_id(scan, next) == GSAY_FIXED_COUPLE))
        return at;
    return gsay_skip_word(scan, next + 1, GSAY_FIXED_OF);
}

/* "and a half", "and half" behind a number or a unit. */
static uint32_t read_and_half(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    bool     is_hyphened = gsay_scan_marks(scan, at, '-');
    uint32_t next = is_hyphened ? at + 1 : at;
    if (gsay_scan_id(scan, next) != GSAY_FIXED_AND)
        return at;
    next = gsay_skip_mark(scan, next + 1, "-");
    if (gsay_time_word_at(scan, next) == GSAY_TIME_A)
        next = gsay_skip_mark(scan, next + 1, "-");
    bool is_half = gsay_scan_id(scan, next) == GSAY_FIXED_HALF;
    if (!is_half && gsay_scan_id(scan, next) != GSAY_FIXED_QUARTER)
        return at;
    *value = gsay_decimal_add(*value, gsay_decimal_fraction(1, is_half ? 2 : 4));
    return next + 1;
}

/* The number of units: digits or words, or an article for one. */
static uint32_t read_count(const gsay_scan *scan, uint32_t at, gsay_length *length, bool *is_digits)
{
    gsay_decimal value = { 0 };
    *is_digits = gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
    uint32_t end = read_fraction(scan, at, &value);
    if (end == at) {
        bool is_number = *is_digits || gsay_scan_is(scan, at, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE)) ||
                         gsay_scan_token(scan, at).kind == GSAY_TOKEN_PUNCT;
        end = is_number ? gsay_read_number(scan, at, &value) : at;
        if (end > at)
            end = read_and_half(scan, end, &value);
    }
    if (end == at) {
        end = read_vague(scan, at);
        length->is_vague = end > at;
    }
    if (end == at && (gsay_time_word_at(scan, at) == GSAY_TIME_A || gsay_time_word_at(scan, at) == GSAY_TIME_ANOTHER)) {
        value = gsay_decimal_from(1);
        end = at + 1;
        if (gsay_time_word_at(scan, at) == GSAY_TIME_ANOTHER) {
            uint32_t after =
                gsay_scan_is(scan, end, GSAY_WORD(NUMERAL)) || gsay_scan_token(scan, end).kind == GSAY_TOKEN_DIGITS
                    ? gsay_read_number(scan, end, &value)
                    : end;
            end = after;
        }
    }
    length->lo = length->hi = value;
    return end;
}

/* "two to three", "10-15", "two or three": the upper end. */
static uint32_t read_upper(const gsay_scan *scan, uint32_t at, gsay_length *length)
{
    gsay_decimal value = { 0 };
    bool         is_dash = gsay_scan_marks(scan, at, '-');
    if (length->is_vague || (!is_dash && !gsay_scan_either(scan, at, GSAY_FIXED_TO, GSAY_FIXED_OR)))
        return at;
    bool is_number =
        gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_DIGITS || gsay_scan_is(scan, at + 1, GSAY_WORD(NUMERAL));
    if (!is_number)
        return at;
    uint32_t end = gsay_read_number(scan, at + 1, &value);
    if (end == at + 1 || gsay_decimal_compare(value, length->lo) <= 0)
        return at;
    length->hi = value;
    return end;
}

/* Tell whether a length says a range: most say one number, and hold it twice. */
static bool is_range(const gsay_length *length)
{
    bool is_same = length->lo.coefficient == length->hi.coefficient && length->lo.exponent == length->hi.exponent &&
                   length->lo.divisor == length->hi.divisor;
    return !is_same && gsay_decimal_compare(length->lo, length->hi) != 0;
}

/* As gsay_read_length, without its memory. */
static uint32_t read_length(const gsay_scan *scan, uint32_t at, gsay_length *length)
{
    gsay_length got = { 0 };
    bool        is_digits = false;
    uint32_t    end = read_count(scan, at, &got, &is_digits);
    if (end == at)
        return at;
    end = read_upper(scan, end, &got);
    bool     is_hyphened = gsay_scan_marks(scan, end, '-');
    uint32_t unit_at = is_hyphened ? end + 1 : end;
    uint32_t after = read_unit(scan, unit_at, is_digits, &got.unit);
    if (after == unit_at)
        return at;
    bool is_half_plural = gsay_scan_id(scan, at) == GSAY_FIXED_HALF &&
                          gsay_str_ends(gsay_scan_word(scan, after - 1)->folded, GSAY_STR("s"));
    if (is_half_plural)
        return at;
    bool is_ordinal = got.unit == GSAY_UNIT_SECOND && gsay_time_word_at(scan, at) == GSAY_TIME_A;
    bool is_noun_next =
        gsay_scan_token(scan, after).kind == GSAY_TOKEN_WORD && !gsay_scan_among(scan, after, behind_length);
    if (is_ordinal && (is_noun_next || gsay_scan_marks(scan, after, '-'))) /* "a second goal", "a second-half goal" */
        return at;
    if (is_hyphened && gsay_scan_token(scan, unit_at).flags & GSAY_TOKEN_CAPITAL) /* the Six-Day War */
        return at;
    if (gsay_time_word_at(scan, at) == GSAY_TIME_A && got.unit == GSAY_UNIT_DAY &&
        gsay_time_word_at(scan, unit_at) == GSAY_TIME_NIGHT)
        return at;
    if (!got.is_vague)
        after = read_and_half(scan, after, &got.lo);
    if (is_range(&got) && gsay_decimal_compare(got.lo, got.hi) > 0)
        got.hi = got.lo;
    *length = got;
    return after;
}

/* Tell by a glance whether a length may begin at a token: most of what stands behind one is no other. */
static bool may_count(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes counts = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) |
                                     GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(TIME_WORD); /* "a", "another" */
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_WORD ? gsay_scan_is(scan, at, counts)
                                         : token.kind == GSAY_TOKEN_DIGITS || token.mark == 0;
}

uint32_t gsay_read_length(const gsay_scan *scan, uint32_t at, gsay_length *length)
{
    gsay_date_memo *memo = scan->dates;
    uint32_t        place = at % GSAY_MEMO_PLACES;
    if (!may_count(scan, at) || !(gsay_opening_at(scan, at).shapes & GSAY_SHAPE_LENGTH))
        return at;
    if (!memo)
        return read_length(scan, at, length);
    if (memo->lengths[place].key != at + 1) {
        memo->lengths[place].key = at + 1;
        memo->lengths[place].end = read_length(scan, at, &memo->lengths[place].length);
    }
    if (memo->lengths[place].end > at)
        *length = memo->lengths[place].length;
    return memo->lengths[place].end;
}

/* Tell whether the length is an age, which is not ours: "three-year-old", "five years old", "18 months of age". */
static bool is_age(const gsay_scan *scan, uint32_t end)
{
    uint32_t next = gsay_skip_mark(scan, end, "-");
    return gsay_scan_either(scan, next, GSAY_FIXED_OLD, GSAY_FIXED_OLDS) ||
           (gsay_scan_id(scan, end) == GSAY_FIXED_OF && gsay_scan_id(scan, end + 1) == GSAY_FIXED_AGE);
}

/* Tell whether "a day" stands behind what is counted: "$3,000 a month", "three meetings a week". */
static bool is_rate(const gsay_scan *scan, uint32_t at)
{
    if (gsay_time_word_at(scan, at) != GSAY_TIME_A || at == scan->begin)
        return false;
    gsay_token before = gsay_scan_token(scan, at - 1);
    if (before.kind == GSAY_TOKEN_PUNCT)
        return before.mark == '%' || before.mark == '$';
    if (before.kind != GSAY_TOKEN_WORD)
        return true;
    bool is_free = gsay_scan_is(scan, at - 1,
                                GSAY_WORD(STOP) | GSAY_WORD(PREPOSITION) | GSAY_WORD(HEDGE) | GSAY_WORD(CONJUNCTION) |
                                    GSAY_WORD(AUXILIARY));
    bool is_verb = gsay_scan_is(scan, at - 1, GSAY_WORD(VERB)) &&
                   !gsay_str_ends(gsay_scan_word(scan, at - 1)->folded, GSAY_STR("s"));
    return !is_free && !is_verb && !gsay_scan_among(scan, at - 1, before_lone_length);
}

/* A number of units as so many smaller ones; most are one of themselves. */
static gsay_decimal times(gsay_decimal number, int64_t share)
{
    return share == 1 ? number : gsay_decimal_multiply(number, gsay_decimal_from(share));
}

/* Append number and letters of one piece of a TIMEX3 duration. */
static void put_piece(gsay_buffer *out, const gsay_length *piece)
{
    if (piece->is_vague || is_range(piece))
        gsay_buffer_add_byte(out, 'X');
    else {
        gsay_decimal number = times(piece->lo, unit_forms[piece->unit].factor);
        number.precision = number.exponent < 0 ? number.exponent : 0;
        gsay_decimal_print(out, number);
    }
    gsay_buffer_add(out, gsay_str_of(unit_forms[piece->unit].letters));
}

static gsay_str timex_of(gsay_scan *scan, const gsay_length *pieces, size_t count)
{
    gsay_buffer out = { 0 };
    bool        is_clock = false;
    gsay_buffer_add_byte(&out, 'P');
    for (size_t i = 0; i < count; i++) {
        if (unit_forms[pieces[i].unit].is_clock && !is_clock)
            gsay_buffer_add_byte(&out, 'T');
        is_clock = is_clock || unit_forms[pieces[i].unit].is_clock;
        put_piece(&out, &pieces[i]);
    }
    gsay_str copy = gsay_arena_copy(scan->arena, gsay_buffer_view(&out));
    scan->has_failed = scan->has_failed || out.has_failed || !copy.ptr;
    gsay_buffer_clear(&out);
    return copy.ptr ? copy : GSAY_STR("");
}

/* The length as one number: pieces add up in the unit of the last where all of them share a base. */
static void set_number(gsay_number *number, const gsay_length *pieces, size_t count)
{
    const gsay_length *last = &pieces[count - 1];
    gsay_decimal       lo = { 0 }, hi = { 0 };
    bool               has_range = false;
    number->unit = gsay_str_of(unit_forms[last->unit].code);
    number->dimension = GSAY_DIMENSION_TIME;
    for (size_t i = 0; i < count; i++) {
        bool is_same = pieces[i].unit == last->unit;
        if (pieces[i].is_vague ||
            (!is_same && (!*unit_forms[last->unit].base ||
                          strcmp(unit_forms[pieces[i].unit].base, unit_forms[last->unit].base) != 0))) {
            number->bound = GSAY_BOUND_VAGUE;
            return;
        }
        int64_t      share = is_same ? unit_forms[last->unit].factor
                                     : unit_forms[pieces[i].unit].in_base / unit_forms[last->unit].in_base;
        gsay_decimal own = times(pieces[i].lo, share);
        bool         is_one = !is_range(&pieces[i]);
        lo = i ? gsay_decimal_add(lo, own) : own;
        own = is_one ? own : times(pieces[i].hi, share);
        hi = i ? gsay_decimal_add(hi, own) : own;
        has_range = has_range || !is_one;
    }
    lo.precision = lo.precision < 0 ? 0 : lo.precision; /* as precise as a count of units is */
    hi.precision = hi.precision < 0 ? 0 : hi.precision;
    number->lo = lo;
    number->hi = hi;
    number->has_lo = number->has_hi = true;
    number->bound = has_range ? GSAY_BOUND_RANGE : GSAY_BOUND_EXACT;
    number->precision = last->lo.precision;
}

/* The next piece of a compound: ", 32 minutes", " and 3 months", " 2 days". */
static uint32_t read_next_piece(const gsay_scan *scan, uint32_t at, const gsay_length *before, gsay_length *piece)
{
    uint32_t next = gsay_skip_mark(scan, at, ",");
    next = gsay_skip_word(scan, next, GSAY_FIXED_AND);
    uint32_t end = gsay_read_length(scan, next, piece);
    return end > next && !before->is_vague && !piece->is_vague && piece->unit < before->unit && !is_age(scan, end) ? end
                                                                                                                   : at;
}

/* "years of", "for months": units without a number, where the words around leave no doubt. */
static uint32_t read_bare_plural(const gsay_scan *scan, uint32_t at, gsay_length *length)
{
    uint32_t end = gsay_read_time_unit(scan, at, &length->unit);
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    if (end == at || length->unit < GSAY_UNIT_MINUTE || length->unit == GSAY_UNIT_QUARTER ||
        !gsay_str_ends(folded, GSAY_STR("s")) || folded.len < 4)
        return at;
    bool is_framed =
        (at > scan->begin && gsay_scan_among(scan, at - 1, before_plural)) || gsay_scan_id(scan, end) == GSAY_FIXED_OF;
    length->is_vague = true;
    return is_framed && !gsay_scan_among(scan, end, distance_ends) ? end : at;
}

int32_t gsay_length_count(const gsay_length *length)
{
    gsay_decimal value = length->lo;
    if (length->is_vague || value.divisor > 1 || value.exponent < 0 || value.exponent > 4 || is_range(length))
        return 0;
    int64_t count = value.coefficient;
    for (int i = 0; i < value.exponent; i++)
        count *= 10;
    return count > 0 && count <= COUNT_MAX ? (int32_t)count : 0;
}

void gsay_length_finish(gsay_scan *scan, const gsay_length *length, gsay_mention *mention)
{
    gsay_temporal *temporal = &mention->value.as.temporal;
    mention->value.kind = GSAY_KIND_DURATION;
    temporal->timex = timex_of(scan, length, 1);
    temporal->days = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    set_number(&temporal->length, length, 1);
}

/* "Less than 68 hours", "nine days or more": lengths are bounded like any other amount. */
static void read_hedge(const gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_number *length = &mention->value.as.temporal.length;
    gsay_amount  amount = { .begin = at, .end = mention->end, .number = *length };
    mention->context = gsay_scan_hedge(scan, &amount);
    *length = amount.number;
}

bool gsay_recognise_duration(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_length pieces[PIECES_MAX] = { { .is_vague = false } };
    size_t      count = 1;
    uint32_t    end = gsay_read_length(scan, at, &pieces[0]);
    if (end == at)
        end = read_bare_plural(scan, at, &pieces[0]);
    bool is_share = pieces[0].unit == GSAY_UNIT_QUARTER &&
                    !gsay_scan_either(scan, end - 2, GSAY_FIXED_STRAIGHT, GSAY_FIXED_CONSECUTIVE);
    if (end == at || is_share || is_age(scan, end) || is_rate(scan, at))
        return false;
    while (count < PIECES_MAX) {
        uint32_t next = read_next_piece(scan, end, &pieces[count - 1], &pieces[count]);
        if (next == end)
            break;
        end = next;
        count++;
    }
    if (gsay_scan_marks(scan, end, '-') && gsay_scan_id(scan, end + 1) == GSAY_FIXED_LONG)
        end += 2;
    gsay_temporal *temporal = &mention->value.as.temporal;
    mention->value.kind = GSAY_KIND_DURATION;
    mention->end = end;
    temporal->timex = timex_of(scan, pieces, count);
    temporal->days = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    set_number(&temporal->length, pieces, count);
    read_hedge(scan, at, mention);
    return true;
}
