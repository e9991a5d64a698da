/* Gate 7: may two values both be true? Every number is an interval of what its writer may have meant: half a unit of
 * the last digit written, what a hedge allows, what a bound leaves open. Two values contradict only when their
 * intervals are disjoint.
 *
 * Exact decimal arithmetic throughout; units go through the exact factors of the lexicon. Dates are intervals of days,
 * or, where a year is missing, the parts that both name. */
#include "align/interval.h"

#define HEDGE_PERCENT      10 /* "about" reaches so far to both sides, "nearly" below */
#define FRACTION_PERCENT   5  /* "a third" beside 35% */
#define ROUNDED_DIGITS     3  /* a number that ends in zeros is taken for a rounded one from so many digits on */
#define ROUNDED_PERCENT    5  /* and may be off by so much */
#define NARROW_COEFFICIENT 100000000000000000 /* three times a smaller one fits a coefficient */

/* What a number may mean. An end that is not there is open; a strict end is not part of it. */
typedef struct interval {
    gsay_decimal lo;
    gsay_decimal hi;
    bool         has_lo;
    bool         has_hi;
    bool         is_hi_strict;
} interval;

/* percent per cent of value, never negative. */
static gsay_decimal share_of(gsay_decimal value, int percent)
{
    gsay_decimal share = gsay_decimal_shift(gsay_decimal_multiply(value, gsay_decimal_from(percent)), -2);
    if (share.coefficient < 0)
        share.coefficient = -share.coefficient;
    return share;
}

/* Half a unit of the digit at a power of ten. */
static gsay_decimal half_unit(int power)
{
    if (power <= -GSAY_DECIMAL_EXPONENT_MAX || power >= GSAY_DECIMAL_EXPONENT_MAX)
        return gsay_decimal_shift(gsay_decimal_from(5), power - 1);
    return (gsay_decimal){
        .coefficient = 5, .divisor = 1, .exponent = (int16_t)(power - 1), .precision = (int16_t)(power - 1)
    };
}

static gsay_decimal larger(gsay_decimal a, gsay_decimal b)
{
    return gsay_decimal_compare(a, b) < 0 ? b : a;
}

/* One value has one form, so equal fields settle most. */
static bool is_equal(gsay_decimal a, gsay_decimal b)
{
    return (a.coefficient == b.coefficient && a.exponent == b.exponent && a.divisor == b.divisor) ||
           gsay_decimal_compare(a, b) == 0;
}

/* A share written as a fraction has no last digit: "two thirds", "3 of 5". */
static bool is_fraction(const gsay_number *number)
{
    const gsay_decimal *end = number->has_hi ? &number->hi : &number->lo;
    if (end->divisor <= 1 && end->exponent >= 0)
        return false; /* a whole number */
    return number->precision >= 0 && end->coefficient > 0 && gsay_decimal_compare(*end, gsay_decimal_from(1)) < 0;
}

/* The reach of a number to below and above its written ends. */
static gsay_decimal reach_of(const gsay_number *number, gsay_decimal end, bool is_below)
{
    gsay_decimal half = is_fraction(number) ? share_of(end, FRACTION_PERCENT) : half_unit(number->precision);
    if (number->bound == GSAY_BOUND_APPROX || (number->bound == GSAY_BOUND_NEARLY && is_below))
        return larger(half, share_of(end, HEDGE_PERCENT));
    return half;
}

/* Widen a number as gate 7 says. finest: the finer precision of the two values compared, by which a strict bound keeps
 * its distance: "less than 10" beside "10" ends at 9.5, beside "9.7" at 9.95. */
static interval widen(const gsay_number *number, int finest)
{
    interval result = { .has_lo = number->has_lo, .has_hi = number->has_hi, .is_hi_strict = true };
    switch ((gsay_bound)number->bound) {
    case GSAY_BOUND_MORE_THAN:
        result.lo = gsay_decimal_add(number->lo, half_unit(finest));
        result.has_hi = false;
        return result;
    case GSAY_BOUND_LESS_THAN:
        result.hi = gsay_decimal_subtract(number->hi, half_unit(finest));
        result.has_lo = false;
        return result;
    case GSAY_BOUND_VAGUE:
        /* "dozens" names an order of magnitude: only much less than its lower end is excluded */
        result.lo = share_of(number->lo, 50);
        result.has_hi = false;
        return result;
    case GSAY_BOUND_AT_LEAST:
        result.has_hi = false;
        break;
    case GSAY_BOUND_AT_MOST:
        result.has_lo = false;
        break;
    default:
        break;
    }
    if (result.has_lo)
        result.lo = gsay_decimal_subtract(number->lo, reach_of(number, number->lo, true));
    if (result.has_hi)
        result.hi = gsay_decimal_add(number->hi, reach_of(number, number->hi, false));
    return result;
}

/* Widen both ends by a share of the number. */
static void loosen(interval *range, gsay_decimal tolerance)
{
    gsay_decimal low = gsay_decimal_multiply(share_of(range->lo, 100), tolerance);
    gsay_decimal high = gsay_decimal_multiply(share_of(range->hi, 100), tolerance);
    if (range->has_lo)
        range->lo = gsay_decimal_subtract(range->lo, low);
    if (range->has_hi)
        range->hi = gsay_decimal_add(range->hi, high);
}

/* Tell whether all of a lies below all of b. Lower ends belong to their interval. */
static bool lies_below(const interval *a, const interval *b)
{
    if (!a->has_hi || !b->has_lo)
        return false;
    int order = gsay_decimal_compare(a->hi, b->lo);
    return order < 0 || (order == 0 && a->is_hi_strict);
}

static bool is_point(const gsay_number *number)
{
    return number->has_lo && number->has_hi && is_equal(number->lo, number->hi);
}

/* The power of ten of the last digit that is not zero, where the number looks rounded: 3 for 3,000; else the written
 * one. */
static int rounding_of(const gsay_number *number)
{
    const gsay_decimal *written = &number->lo;
    int                 zeros = written->exponent - number->precision;
    if (zeros <= 0 || number->precision < 0 || written->divisor > 1 || written->coefficient == 0 || !is_point(number))
        return number->precision;
    int64_t coefficient = written->coefficient;
    int     digits = zeros;
    for (; coefficient != 0 && digits < ROUNDED_DIGITS; coefficient /= 10)
        digits++;
    return digits >= ROUNDED_DIGITS ? written->exponent : number->precision;
}

/* Widen a rounded number to what rounds to it, but by no more than ROUNDED_PERCENT. */
static void widen_rounded(const gsay_number *number, interval *range)
{
    int power = rounding_of(number);
    if (power == number->precision)
        return;
    gsay_decimal reach = half_unit(power);
    gsay_decimal most = share_of(number->lo, ROUNDED_PERCENT);
    reach = gsay_decimal_compare(most, reach) < 0 ? most : reach;
    interval wide = *range;
    wide.lo = gsay_decimal_subtract(number->lo, reach);
    wide.hi = gsay_decimal_add(number->hi, reach);
    if (range->has_lo && gsay_decimal_compare(wide.lo, range->lo) < 0)
        range->lo = wide.lo;
    if (range->has_hi && gsay_decimal_compare(range->hi, wide.hi) < 0) {
        range->hi = wide.hi;
        range->is_hi_strict = false;
    }
}

/* The interval in base units. has_other reads an ambiguous unit (short or long ton) the other way. */
static interval in_base(interval range, const gsay_unit *unit, bool has_other)
{
    gsay_unit reading = *unit;
    if (has_other && unit->other)
        reading.factor = unit->other;
    if (range.has_lo)
        range.lo = gsay_unit_to_base(&reading, range.lo);
    if (range.has_hi)
        range.hi = gsay_unit_to_base(&reading, range.hi);
    return range;
}

static bool is_disjoint(const interval *a, const interval *b)
{
    return lies_below(a, b) || lies_below(b, a);
}

/* Quantities of two units contradict when they do so under every reading of both units. */
static bool contradict_converted(interval a, interval b, const gsay_unit *unit_a, const gsay_unit *unit_b)
{
    if (!unit_a || !unit_b || unit_a->dimension != unit_b->dimension)
        return false;
    for (int reading = 0; reading < 4; reading++) {
        if ((reading & 1 && !unit_a->other) || (reading & 2 && !unit_b->other))
            continue; /* most units have one reading */
        interval left = in_base(a, unit_a, reading & 1);
        interval right = in_base(b, unit_b, reading & 2);
        if (!is_disjoint(&left, &right))
            return false;
    }
    return true;
}

/* A number below one beside a percentage: "a fifth" as 20%. */
static interval as_percent(interval range)
{
    range.lo = gsay_decimal_shift(range.lo, 2);
    range.hi = gsay_decimal_shift(range.hi, 2);
    return range;
}

static bool is_dollar_pair(gsay_str a, gsay_str b)
{
    gsay_str open = GSAY_STR("$"), known = GSAY_STR("USD");
    return (gsay_str_equal(a, open) && gsay_str_equal(b, known)) ||
           (gsay_str_equal(a, known) && gsay_str_equal(b, open));
}

/* Tell whether a number is one number, a multiple of the digit that it is written to. */
static bool is_multiple(const gsay_number *number)
{
    const gsay_decimal *lo = &number->lo, *hi = &number->hi;
    return number->has_lo && number->has_hi && lo->exponent >= number->precision && lo->exponent == hi->exponent &&
           lo->coefficient == hi->coefficient && lo->divisor <= 1 && hi->divisor <= 1;
}

/* Tell whether a number is exact and no share: then half a unit to either side, or what rounding allows, is all that
 * there is to its interval. */
static bool is_plain(const gsay_number *number)
{
    return number->bound == GSAY_BOUND_EXACT && is_multiple(number) && !is_fraction(number);
}

/* Plain numbers of one precision, rounded alike, contradict when they differ. */
static bool is_plain_pair(const gsay_number *a, const gsay_number *b)
{
    return a->precision == b->precision && is_plain(a) && is_plain(b) && rounding_of(a) == rounding_of(b);
}

/* Tell whether an end of a number moves by no more than half of itself: half of the digit that it is a multiple of, and
 * hedges and rounding allow less. */
static bool is_narrow(const gsay_decimal *end, int precision)
{
    return end->coefficient > 0 && end->coefficient < NARROW_COEFFICIENT && end->divisor <= 1 &&
           end->exponent >= precision;
}

static bool has_floor(const gsay_number *number)
{
    return number->has_lo && number->bound != GSAY_BOUND_LESS_THAN && number->bound != GSAY_BOUND_AT_MOST;
}

static bool has_ceiling(const gsay_number *number)
{
    return number->has_hi && number->bound != GSAY_BOUND_MORE_THAN && number->bound != GSAY_BOUND_VAGUE &&
           number->bound != GSAY_BOUND_AT_LEAST;
}

/* What the ends as they are written tell of the intervals. */
enum order { ORDER_UNKNOWN, ORDER_BELOW, ORDER_NOT_BELOW };

/* Tell whether all that a may mean lies below all that b may mean: not without ends that face each other, and not where
 * they overlap as written, for only a strict bound moves inwards; certainly where b's is over three times a's. */
static enum order written_order(const gsay_number *a, const gsay_number *b)
{
    if (!has_ceiling(a) || !has_floor(b))
        return ORDER_NOT_BELOW;
    if (gsay_decimal_compare(a->hi, b->lo) >= 0) {
        bool is_strict = a->bound == GSAY_BOUND_LESS_THAN || b->bound == GSAY_BOUND_MORE_THAN;
        return is_strict ? ORDER_UNKNOWN : ORDER_NOT_BELOW;
    }
    if (!is_narrow(&a->hi, a->precision) || !is_narrow(&b->lo, b->precision))
        return ORDER_UNKNOWN;
    gsay_decimal tripled = a->hi;
    tripled.coefficient *= 3;
    return gsay_decimal_compare(tripled, b->lo) < 0 ? ORDER_BELOW : ORDER_UNKNOWN;
}

/* Tell from the written ends alone whether two numbers of one unit contradict, where they settle it: most pairs are
 * far apart or open to each other. Returns false when their intervals have to be found. */
static bool is_settled(const gsay_number *a, const gsay_number *b, bool *contradict)
{
    enum order rising = written_order(a, b);
    enum order falling = rising == ORDER_BELOW ? ORDER_NOT_BELOW : written_order(b, a);
    *contradict = rising == ORDER_BELOW || falling == ORDER_BELOW;
    return *contradict || (rising == ORDER_NOT_BELOW && falling == ORDER_NOT_BELOW);
}

/* Numbers of one kind, or a percentage beside a fraction (is_fraction_*: the side is a plain number). */
static bool numbers_contradict(const gsay_number *a, const gsay_number *b, bool is_mixed, gsay_decimal tolerance)
{
    bool is_same_unit = gsay_str_equal(a->unit, b->unit) || is_dollar_pair(a->unit, b->unit);
    bool is_strict = is_same_unit && !is_mixed && tolerance.coefficient == 0;
    if (is_strict && is_plain_pair(a, b))
        return a->lo.coefficient != b->lo.coefficient || a->lo.exponent != b->lo.exponent;
    bool contradict = false;
    if (is_strict && is_settled(a, b, &contradict))
        return contradict;
    if (!is_same_unit && !is_mixed && (a->dimension == GSAY_DIMENSION_NONE || a->dimension != b->dimension))
        return false;
    int      finest = a->precision < b->precision ? a->precision : b->precision;
    interval left = widen(a, finest), right = widen(b, finest);
    if (is_mixed) {
        if (a->unit.len == 0)
            left = as_percent(left);
        else
            right = as_percent(right);
        is_same_unit = true;
    } else if (is_same_unit) {
        /* only the coarser one may have been rounded to the finer one */
        int power = rounding_of(a), other = rounding_of(b);
        if (power != other)
            widen_rounded(power > other ? a : b, power > other ? &left : &right);
    } else {
        widen_rounded(a, &left);
        widen_rounded(b, &right);
    }
    if (tolerance.coefficient > 0) {
        loosen(&left, tolerance);
        loosen(&right, tolerance);
    }
    if (is_same_unit)
        return is_disjoint(&left, &right);
    return contradict_converted(left, right, gsay_unit_of_code(a->unit), gsay_unit_of_code(b->unit));
}

/* Intervals of days that share no day. An open side reaches as far as it likes. */
static bool days_disjoint(gsay_days a, gsay_days b)
{
    bool is_before = a.to != GSAY_DAY_NONE && b.from != GSAY_DAY_NONE && a.to <= b.from;
    bool is_after = b.to != GSAY_DAY_NONE && a.from != GSAY_DAY_NONE && b.to <= a.from;
    return is_before || is_after;
}

static bool has_days(const gsay_temporal *date)
{
    return date->days.from != GSAY_DAY_NONE || date->days.to != GSAY_DAY_NONE;
}

/* "Early 2014" leaves its borders open by half its own length. */
static gsay_days slack_days(const gsay_temporal *date)
{
    gsay_days days = date->days;
    if (date->is_approx && days.from != GSAY_DAY_NONE && days.to != GSAY_DAY_NONE) {
        int32_t slack = (days.to - days.from) / 2;
        days.from -= slack;
        days.to += slack;
    }
    return days;
}

static bool differ(int a, int b)
{
    return a != 0 && b != 0 && a != b;
}

/* Dates contradict as intervals, or, where one of them is not resolved, in a part that both name. */
static bool dates_contradict(const gsay_temporal *a, const gsay_temporal *b)
{
    if (a->granularity == GSAY_GRANULARITY_PERIOD || b->granularity == GSAY_GRANULARITY_PERIOD ||
        (has_days(a) && has_days(b)))
        return has_days(a) && has_days(b) && days_disjoint(slack_days(a), slack_days(b));
    if (a->is_approx || b->is_approx)
        return false;
    if (differ(a->year, b->year) || differ(a->month, b->month))
        return true;
    if (a->month && b->month)
        return differ(a->day, b->day);
    return !a->month && !b->month && !a->day && !b->day && differ(a->weekday, b->weekday);
}

static bool is_percent_and_number(gsay_kind a, gsay_kind b)
{
    return (a == GSAY_KIND_PERCENT && b == GSAY_KIND_NUMBER) || (a == GSAY_KIND_NUMBER && b == GSAY_KIND_PERCENT);
}

static bool is_temporal_point(gsay_kind kind)
{
    return kind == GSAY_KIND_DATE || kind == GSAY_KIND_TIME;
}

bool gsay_values_contradict(const gsay_value *a, const gsay_value *b, gsay_decimal tolerance)
{
    if (gsay_kind_is_number(a->kind) && (a->kind == b->kind || is_percent_and_number(a->kind, b->kind)))
        return numbers_contradict(&a->as.number, &b->as.number, a->kind != b->kind, tolerance);
    if (a->kind == GSAY_KIND_DURATION && b->kind == GSAY_KIND_DURATION)
        return numbers_contradict(&a->as.temporal.length, &b->as.temporal.length, false, tolerance);
    if (is_temporal_point(a->kind) && is_temporal_point(b->kind))
        return dates_contradict(&a->as.temporal, &b->as.temporal);
    return false;
}

/* The number of a value that has one; NULL for others. */
static const gsay_number *number_of(const gsay_value *value)
{
    if (gsay_kind_is_number(value->kind))
        return &value->as.number;
    return value->kind == GSAY_KIND_DURATION ? &value->as.temporal.length : NULL;
}

gsay_plain gsay_value_plain(const gsay_value *value)
{
    const gsay_number *number = number_of(value);
    if (!number || !is_plain(number))
        return (gsay_plain){ 0 };
    return (gsay_plain){ .kind = value->kind,
                         .precision = number->precision,
                         .rounding = (int16_t)rounding_of(number),
                         .exponent = number->lo.exponent,
                         .coefficient = number->lo.coefficient,
                         .unit = number->unit };
}

bool gsay_values_touch(const gsay_value *a, const gsay_value *b)
{
    const gsay_number *left = number_of(a), *right = number_of(b);
    if (!left || !right || left->bound == right->bound || !gsay_str_equal(left->unit, right->unit))
        return false;
    bool is_strict = left->bound == GSAY_BOUND_MORE_THAN || left->bound == GSAY_BOUND_LESS_THAN ||
                     right->bound == GSAY_BOUND_MORE_THAN || right->bound == GSAY_BOUND_LESS_THAN;
    gsay_decimal one = left->has_lo ? left->lo : left->hi;
    gsay_decimal other = right->has_lo ? right->lo : right->hi;
    return is_strict && gsay_decimal_compare(one, other) == 0;
}

static bool numbers_equal(const gsay_number *a, const gsay_number *b)
{
    return a->bound == b->bound && a->has_lo == b->has_lo && a->has_hi == b->has_hi &&
           gsay_str_equal(a->unit, b->unit) && (!a->has_lo || is_equal(a->lo, b->lo)) &&
           (!a->has_hi || is_equal(a->hi, b->hi));
}

static bool dates_equal(const gsay_temporal *a, const gsay_temporal *b)
{
    if (a->is_approx != b->is_approx)
        return false;
    /* "in February 2022" and "since February 2022" name one month */
    if (has_days(a) && has_days(b) && a->days.from == b->days.from)
        return a->days.to == b->days.to || (a->timex.len > 0 && gsay_str_equal(a->timex, b->timex));
    return !has_days(a) && !has_days(b) && gsay_str_equal(a->timex, b->timex) && a->year == b->year &&
           a->month == b->month && a->day == b->day && a->weekday == b->weekday;
}

bool gsay_values_equal(const gsay_value *a, const gsay_value *b)
{
    const gsay_number *left = number_of(a), *right = number_of(b);
    if (left && right)
        return a->kind == b->kind && numbers_equal(left, right);
    if (is_temporal_point(a->kind) && is_temporal_point(b->kind))
        return dates_equal(&a->as.temporal, &b->as.temporal);
    if (a->kind == GSAY_KIND_SET && b->kind == GSAY_KIND_SET)
        return gsay_str_equal(a->as.temporal.timex, b->as.temporal.timex);
    return false;
}
