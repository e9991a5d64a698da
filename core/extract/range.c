/* Ranges, tolerances and lists: two amounts or more that share a unit.
 *
 * "from 5% to 7%" behind a verb of change is no range but two values, the old and the new; behind a verb of extent, or
 * none, it is one. What the second amount has and the first lacks, unit or scale, carries back. */
#include "extract/amount.h"

#define CLAUSE_TOKENS_BACK 14u
#define LIST_ITEMS_MAX     8u
#define LIST_TOKENS_MAX    40u /* marks and parts of numbers of such a list */
#define YEAR_MIN           1500
#define YEAR_MAX           2100
#define SCORE_MAX          100 /* two bare numbers below it with a dash between are a score unless something is counted */

/* Tell whether the clause before a token speaks of a change: of the words that tell one from a range the nearest
 * decides. */
static bool is_change(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t back = 1; back <= CLAUSE_TOKENS_BACK && at >= scan->begin + back; back++) {
        uint32_t   before = at - back;
        gsay_token token = gsay_scan_token(scan, before);
        if (token.mark == ';' || token.mark == ':')
            break;
        if (token.kind != GSAY_TOKEN_WORD)
            continue;
        if (gsay_scan_is(scan, before, GSAY_WORD(CHANGE)))
            return true;
        if (gsay_scan_is(scan, before, GSAY_WORD(EXTENT)))
            return false;
    }
    return false;
}

/* Tell whether an amount is a bare integer that could be a year. */
static bool is_year_like(const gsay_scan *scan, const gsay_amount *amount)
{
    gsay_str text = gsay_scan_text(scan, amount->begin);
    return amount->kind == GSAY_KIND_NUMBER && amount->end == amount->begin + 1 && text.len == 4 && amount->is_digits &&
           gsay_decimal_compare(amount->number.lo, gsay_decimal_from(YEAR_MIN)) >= 0 &&
           gsay_decimal_compare(amount->number.lo, gsay_decimal_from(YEAR_MAX)) <= 0;
}

static bool is_exact(const gsay_amount *amount)
{
    return amount->number.bound == GSAY_BOUND_EXACT;
}

/* Give the first amount the scale of the second: "10 to 20 million". Not where its own number is the larger one
 * already. */
static void carry_scale(gsay_amount *first, const gsay_amount *second)
{
    gsay_decimal scaled = gsay_decimal_shift(first->number.lo, second->scale);
    if (second->scale && !first->scale && gsay_decimal_compare(scaled, second->number.lo) < 0)
        first->number.lo = scaled;
}

/* Make one range of two amounts, in first. Returns false when they are not the ends of one. */
static bool join(gsay_amount *first, gsay_amount *second)
{
    bool has_first = first->number.unit.len > 0;
    bool has_second = second->number.unit.len > 0;
    if (!is_exact(first) || !is_exact(second) ||
        (has_first && has_second && !gsay_str_equal(first->number.unit, second->number.unit)) ||
        (!has_first && second->has_prefix) || (has_first && !has_second && second->is_fraction))
        return false;
    carry_scale(first, second);
    if (gsay_decimal_compare(first->number.lo, second->number.lo) >= 0)
        return false;
    const gsay_amount *owner = has_second ? second : first;
    first->kind = owner->kind;
    first->unit = owner->unit;
    first->number.unit = owner->number.unit;
    first->number.dimension = owner->number.dimension;
    first->number.hi = second->number.lo;
    first->number.has_hi = true;
    first->number.bound = GSAY_BOUND_RANGE;
    int first_precision = first->number.lo.precision;
    int second_precision = second->number.lo.precision;
    first->number.precision = (int16_t)(first_precision > second_precision ? first_precision : second_precision);
    first->end = second->end;
    return true;
}

/* Read the second amount of a range, over a hedge of its own: "between 2 and about 7". */
static bool read_second(const gsay_scan *scan, uint32_t at, bool is_money, gsay_amount *second)
{
    uint32_t begin = at;
    for (uint32_t skip = 0; skip < 3; skip++) {
        uint32_t hedge = at;
        if (skip && (gsay_scan_hedge_before(scan, at + skip, &hedge) == GSAY_HEDGE_NONE || hedge != at))
            continue;
        begin = at + skip;
        gsay_token token = gsay_scan_token(scan, begin);
        bool       may_begin = token.kind == GSAY_TOKEN_DIGITS || token.kind == GSAY_TOKEN_WORD || token.mark == '$' ||
                         token.mark == '-' || token.mark == '.' || !token.mark;
        if (may_begin && gsay_scan_amount(scan, begin, is_money ? GSAY_CARDINAL_MONEY : 0, second))
            return true;
    }
    return false;
}

/* Find what joins the ends of a range behind the first. Returns the token behind it, or at. is_dash: out. */
static uint32_t read_joiner(const gsay_scan *scan, uint32_t at, bool *is_dash)
{
    bool is_hanging = gsay_scan_marks(scan, at, '-') && gsay_scan_id(scan, at + 1) == GSAY_FIXED_TO;
    *is_dash = false;
    if (is_hanging)
        return at + 2 + gsay_scan_hyphen(scan, at + 2);
    if (gsay_scan_id(scan, at) == GSAY_FIXED_TO || gsay_scan_id(scan, at) == GSAY_FIXED_THROUGH)
        return at + 1;
    *is_dash = true;
    bool is_mark = gsay_scan_marks(scan, at, '-') || (gsay_scan_marks(scan, at, '~') && gsay_scan_tight(scan, at));
    bool is_open = gsay_scan_spaced(scan, at + 1) && !gsay_scan_spaced(scan, at); /* "5- 6" is a slip, "5 -6" too */
    return is_mark && !is_open ? at + 1 : at;
}

/* Tell whether two numbers before a name are what its team won and lost, "the 0-14 Lions"; headlines have no article.
 */
static bool is_record(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    return gsay_scan_id(scan, at - 1) == GSAY_FIXED_THE && gsay_scan_token(scan, end).flags & GSAY_TOKEN_CAPITAL &&
           !gsay_scan_is(scan, end, GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE));
}

/* Tell whether a dash between two bare numbers makes something else of them than a range: years, a score, a telephone
 * number. */
static bool is_no_range(const gsay_scan *scan, const gsay_amount *first, const gsay_amount *second)
{
    gsay_str text = gsay_scan_text(scan, second->begin);
    bool     is_bare = first->kind == GSAY_KIND_NUMBER && second->kind == GSAY_KIND_NUMBER;
    bool     has_zero = text.len > 1 && text.ptr[0] == '0' && second->is_digits && second->end == second->begin + 1;
    bool     goes_on =
        gsay_scan_marks(scan, second->end, '-') && gsay_scan_token(scan, second->end + 1).kind == GSAY_TOKEN_DIGITS;
    if (!is_bare)
        return false;
    if (has_zero || goes_on || is_year_like(scan, first) ||
        (first->is_digits != second->is_digits && second->is_digits))
        return true;
    if (gsay_decimal_compare(second->number.lo, gsay_decimal_from(SCORE_MAX)) >= 0 || !first->is_digits ||
        second->scale)
        return false;
    uint32_t begin = first->begin;
    return is_record(scan, first->begin, second->end) ||
           (gsay_scan_counted(scan, second->end, false).len == 0 &&
            gsay_scan_hedge_before(scan, first->begin, &begin) == GSAY_HEDGE_NONE && scan->end - scan->begin > 4);
}

/* Read a tolerance: "± 0.2", "(+/- 4)". */
static bool read_tolerance(const gsay_scan *scan, gsay_amount *amount)
{
    uint32_t at = amount->end;
    at += gsay_scan_marks(scan, at, '(');
    bool is_sign = gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("±"));
    bool is_three =
        gsay_scan_marks(scan, at, '+') && gsay_scan_marks(scan, at + 1, '/') && gsay_scan_marks(scan, at + 2, '-');
    uint32_t begin = at + (is_sign ? 1 : is_three ? 3 : 0);
    if (begin == at)
        return false;
    gsay_amount slack = { .kind = GSAY_KIND_NONE };
    if (!gsay_scan_amount(scan, begin, GSAY_CARDINAL_PLAIN, &slack) || !is_exact(&slack) || !is_exact(amount))
        return false;
    bool has_unit = amount->number.unit.len > 0;
    if (has_unit && slack.number.unit.len && !gsay_str_equal(slack.number.unit, amount->number.unit))
        return false;
    if (!has_unit) {
        amount->kind = slack.kind;
        amount->unit = slack.unit;
        amount->number.unit = slack.number.unit;
        amount->number.dimension = slack.number.dimension;
    }
    gsay_decimal middle = amount->number.lo;
    amount->number.lo = gsay_decimal_subtract(middle, slack.number.lo);
    amount->number.hi = gsay_decimal_add(middle, slack.number.lo);
    amount->number.bound = GSAY_BOUND_RANGE;
    amount->end = slack.end + (at > amount->end && gsay_scan_marks(scan, slack.end, ')'));
    return true;
}

/* Tell at a glance whether a range or a tolerance may go on with a token. */
static bool may_go_on(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind == GSAY_TOKEN_WORD)
        return token.word == GSAY_FIXED_TO || token.word == GSAY_FIXED_THROUGH;
    return token.mark == '-' || token.mark == '~' || token.mark == '(' || token.mark == '+' ||
           (!token.mark && at < scan->end);
}

void gsay_scan_range(const gsay_scan *scan, gsay_amount *amount)
{
    if (!may_go_on(scan, amount->end) || !is_exact(amount) || read_tolerance(scan, amount) || amount->unit.is_tight)
        return;
    bool        is_dash = false;
    gsay_amount second = { .kind = GSAY_KIND_NONE };
    gsay_amount first = *amount;
    uint32_t    begin = read_joiner(scan, amount->end, &is_dash);
    if (begin == amount->end || !read_second(scan, begin, amount->has_prefix, &second))
        return;
    bool is_from = gsay_scan_id(scan, amount->begin - 1) == GSAY_FIXED_FROM;
    bool has_both = first.number.unit.len && second.number.unit.len;
    bool has_none = !first.number.unit.len && !second.number.unit.len;
    if (is_dash ? is_no_range(scan, &first, &second)
                : is_from || ((has_both || has_none) && is_change(scan, first.begin)))
        return;
    if (!is_dash && first.number.unit.len && !second.number.unit.len && !first.has_prefix)
        return;
    if (join(&first, &second))
        *amount = first;
}

bool gsay_scan_range_from(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    bool     is_between = gsay_scan_id(scan, at) == GSAY_FIXED_BETWEEN;
    uint32_t begin = at + 1;
    if (!is_between && gsay_scan_id(scan, at) != GSAY_FIXED_FROM)
        return false;
    gsay_amount first = { .kind = GSAY_KIND_NONE }, second = { .kind = GSAY_KIND_NONE };
    gsay_token  token = gsay_scan_token(scan, begin);
    bool        may_begin =
        token.kind == GSAY_TOKEN_DIGITS || token.mark == '$' || token.mark == '-' || token.mark == '.' ||
        gsay_scan_is(scan, begin, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(HEDGE) | GSAY_WORD(FRACTION)) ||
        (token.flags & GSAY_TOKEN_UPPER) || gsay_scan_id(scan, begin) == GSAY_FIXED_A;
    if (!may_begin || !read_second(scan, begin, false, &first))
        return false;
    uint32_t joint = first.end;
    if (is_between && gsay_scan_id(scan, joint) != GSAY_FIXED_AND) {
        if (!gsay_scan_amount(scan, first.begin, GSAY_CARDINAL_NO_AND, &first))
            return false;
        joint = first.end;
    }
    bool is_joint = is_between
                        ? gsay_scan_id(scan, joint) == GSAY_FIXED_AND
                        : gsay_scan_id(scan, joint) == GSAY_FIXED_TO || gsay_scan_id(scan, joint) == GSAY_FIXED_THROUGH;
    if (!is_joint || !read_second(scan, joint + 1, first.has_prefix, &second))
        return false;
    if (!is_between && (is_change(scan, at) || is_year_like(scan, &first)))
        return false;
    if (!join(&first, &second))
        return false;
    first.begin = at;
    *amount = first;
    return true;
}

/* Tell at a glance whether a list of digits ends in "and" or "or" with a last one, before it is longer than one is
 * read.
 */
static bool has_list_end(const gsay_scan *scan, uint32_t at)
{
    unsigned commas = 0;
    if (gsay_scan_token(scan, at).kind != GSAY_TOKEN_WORD &&
        !(gsay_scan_marks(scan, at, ',') && gsay_scan_spaced(scan, at + 1)))
        return false;
    for (uint32_t token = at; token < at + LIST_TOKENS_MAX && token < scan->end; token++) {
        gsay_token here = scan->text->tokens[token];
        if (here.kind == GSAY_TOKEN_WORD && gsay_scan_is(scan, token, GSAY_WORD(CONJUNCTION)))
            return true;
        if (token == at && here.mark != ',')
            return false;
        commas += here.mark == ',' && gsay_scan_spaced(scan, token + 1);
        if (commas > LIST_ITEMS_MAX)
            return false;
    }
    return false;
}

void gsay_scan_list_unit(const gsay_scan *scan, gsay_amount *amount)
{
    if (amount->kind != GSAY_KIND_NUMBER || !is_exact(amount) || !amount->is_digits || amount->scale ||
        !has_list_end(scan, amount->end) || is_year_like(scan, amount))
        return;
    uint32_t at = amount->end;
    for (unsigned items = 0; items < LIST_ITEMS_MAX; items++) {
        bool has_comma = gsay_scan_marks(scan, at, ',') && gsay_scan_spaced(scan, at + 1);
        at += has_comma;
        bool        has_and = gsay_scan_id(scan, at) == GSAY_FIXED_AND || gsay_scan_id(scan, at) == GSAY_FIXED_OR;
        gsay_amount item = { .kind = GSAY_KIND_NONE };
        at += has_and;
        if (!(has_comma || has_and) || gsay_scan_token(scan, at).kind != GSAY_TOKEN_DIGITS ||
            !gsay_scan_amount(scan, at, 0, &item))
            return;
        if (item.kind != GSAY_KIND_NUMBER) {
            if (!has_and || !item.is_digits || item.has_prefix || item.unit.is_tight)
                return;
            amount->kind = item.kind;
            amount->unit = item.unit;
            amount->number.unit = item.number.unit;
            amount->number.dimension = item.number.dimension;
            return;
        }
        if (has_and)
            return;
        at = item.end;
    }
}
