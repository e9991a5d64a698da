/* The recogniser of numbers with what belongs to them: percentages, money, measures, ages, counts, ordinals, ranges.
 *
 * It reads one amount, makes a range of it where it is the first end of one, takes the unit of a list that it stands
 * in, bounds it by the hedge around it and names what it counts. What a number word means besides a number ("one of",
 * "at first", "Big Four") is left alone. */
#include "extract/amount.h"

#define PREFIX_BYTES_MAX 4u /* letters of the longest sign or code of a currency */

static bool is_word(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
}

/* Tell whether a capital at a token says that it is part of a name: it is not the sentence's own. */
static bool has_own_capital(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_WORD && (token.flags & GSAY_TOKEN_CAPITAL) && !(token.flags & GSAY_TOKEN_FIRST);
}

/* Tell whether a number word is part of a name: "Big Four", "Six Nations", "Three Mile Island". */
static bool is_in_name(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind != GSAY_TOKEN_WORD || !(token.flags & GSAY_TOKEN_CAPITAL) ||
        gsay_scan_is(scan, at, GSAY_WORD(CURRENCY)))
        return false;
    bool before = at > scan->begin && (gsay_scan_token(scan, at - 1).flags & GSAY_TOKEN_CAPITAL) &&
                  is_word(scan, at - 1) && !gsay_scan_is(scan, at - 1, GSAY_WORD(STOP) | GSAY_WORD(NUMERAL));
    bool behind = has_own_capital(scan, end) && !gsay_scan_is(scan, end, GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE));
    return token.flags & GSAY_TOKEN_FIRST ? has_own_capital(scan, at + 1) && has_own_capital(scan, at + 2)
                                          : before || behind;
}

/* Tell whether "one" counts something here: a plain noun follows, and no word makes a pronoun of it. */
static bool is_one_counting(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes no_noun = GSAY_WORD(STOP) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD);
    gsay_word_classes pronoun = GSAY_WORD(DETERMINER) | GSAY_WORD(NEGATION);
    bool              is_alone = scan->end - scan->begin <= 2 || gsay_scan_id(scan, at - 1) == GSAY_FIXED_NEGATIVE;
    if (is_alone || gsay_scan_hyphen(scan, at + 1))
        return is_alone ||
               (is_word(scan, at + 2) && !gsay_scan_hyphen(scan, at + 3) && /* no "one-liners", "one-on-one" */
                !gsay_str_ends(gsay_scan_word(scan, at + 2)->folded, GSAY_STR("s")));
    return is_word(scan, at + 1) && gsay_scan_is(scan, at + 1, GSAY_WORD(COMMON)) &&
           !gsay_scan_is(scan, at + 1, no_noun) && !(at > scan->begin && (gsay_scan_is(scan, at - 1, pronoun)));
}

/* Tell whether a bare number is written as years are: four digits without a mark, in the last centuries, not round.
 * News writes counts of thousands with a comma. */
static bool is_year_shaped(const gsay_scan *scan, const gsay_amount *amount)
{
    gsay_str text = gsay_scan_text(scan, amount->begin);
    return amount->kind == GSAY_KIND_NUMBER && amount->end == amount->begin + 1 && amount->is_digits && text.len == 4 &&
           (text.ptr[0] == '1' ? text.ptr[1] >= '7' : text.ptr[0] == '2' && text.ptr[1] == '0') &&
           (text.ptr[2] != '0' || text.ptr[3] != '0');
}

/* Tell whether a number written as a year counts what follows: "there were 1950 seats", "over 1987 soldiers". Behind a
 * preposition or an article it is the year ("the 2014 elections"), and behind a verb it may be. */
static bool is_year_counting(const gsay_scan *scan, const gsay_amount *amount)
{
    uint32_t          at = amount->begin;
    uint32_t          hedge = at;
    gsay_str          noun = gsay_scan_word(scan, amount->end)->folded;
    gsay_word_classes no_noun = GSAY_WORD(STOP) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD) | GSAY_WORD(MONTH) |
                                GSAY_WORD(SEASON) | GSAY_WORD(AUXILIARY);
    bool is_noun = is_word(scan, amount->end) && !gsay_scan_is(scan, amount->end, no_noun) &&
                   !has_own_capital(scan, amount->end) && gsay_scan_is(scan, amount->end, GSAY_WORD(COMMON)) &&
                   (gsay_scan_is(scan, amount->end, GSAY_WORD(PLURAL)) ||
                    (gsay_str_ends(noun, GSAY_STR("s")) && !gsay_str_ends(noun, GSAY_STR("ss"))));
    if (!is_noun || at == scan->begin)
        return false;
    gsay_hedge found = gsay_scan_hedge_before(scan, at, &hedge);
    bool       is_bounded = found != GSAY_HEDGE_NONE && found != GSAY_HEDGE_ABOUT && found != GSAY_HEDGE_NEARLY;
    return is_bounded || gsay_scan_id(scan, at - 1) == GSAY_FIXED_ALL ||
           (gsay_scan_is(scan, at - 1, GSAY_WORD(AUXILIARY)) && gsay_scan_id(scan, at - 2) == GSAY_FIXED_THERE);
}

/* Tell whether a number is a part of a time of day, "11: 10 am", which only the date recogniser reads. */
static bool is_clock_part(const gsay_scan *scan, const gsay_amount *amount)
{
    uint32_t at = amount->begin;
    bool     is_hour = gsay_scan_marks(scan, amount->end, ':') && gsay_scan_tight(scan, amount->end) &&
                   gsay_scan_token(scan, amount->end + 1).kind == GSAY_TOKEN_DIGITS &&
                   gsay_scan_text(scan, amount->end + 1).len == 2;
    bool is_minute = gsay_scan_marks(scan, at - 1, ':') && gsay_scan_tight(scan, at - 1) &&
                     gsay_scan_text(scan, at).len == 2 && gsay_scan_token(scan, at - 2).kind == GSAY_TOKEN_DIGITS;
    return is_hour || (is_minute && at > scan->begin);
}

/* Tell whether an amount is a word that means something else here. */
static bool is_no_amount(const gsay_scan *scan, const gsay_amount *amount)
{
    uint32_t at = amount->begin;
    bool     is_bare = amount->kind == GSAY_KIND_NUMBER && amount->end == at + 1;
    if (is_in_name(scan, at, amount->end) || (is_year_shaped(scan, amount) && !is_year_counting(scan, amount)) ||
        is_clock_part(scan, amount))
        return true;
    return is_bare && gsay_scan_id(scan, at) == GSAY_FIXED_ONE && !is_one_counting(scan, at);
}

/* Tell whether an ordinal is none here: a span of time, an idiom, an adverb, a part of a name. */
static bool is_no_ordinal(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    bool is_second = gsay_scan_id(scan, at) == GSAY_FIXED_SECOND;
    bool is_digits = !is_word(scan, at);
    if (has_own_capital(scan, at) ||
        (is_digits && has_own_capital(scan, end) && !gsay_scan_is(scan, end, GSAY_WORD(MONTH))))
        return true;
    if (end > at + 1)
        return false;
    if (is_second &&
        (gsay_scan_is(scan, at - 1, GSAY_WORD(NUMERAL) | GSAY_WORD(PRONOUN) | GSAY_WORD(SCALE)) ||
         gsay_scan_id(scan, at - 1) == GSAY_FIXED_PER || gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_DIGITS ||
         gsay_scan_id(scan, at - 1) == GSAY_FIXED_SPLIT || gsay_scan_id(scan, end) == GSAY_FIXED_THOUGHT ||
         gsay_scan_id(scan, end) == GSAY_FIXED_THOUGHTS || gsay_scan_id(scan, end) == GSAY_FIXED_HAND))
        return at > scan->begin;
    if (is_second && gsay_scan_is(scan, end, GSAY_WORD(DETERMINER)) && at > scan->begin &&
        !gsay_scan_is(scan, at - 1, GSAY_WORD(DETERMINER)))
        return true; /* "they may second a motion" */
    bool is_adverb = gsay_scan_id(scan, at - 1) == GSAY_FIXED_AT || gsay_scan_id(scan, end) == GSAY_FIXED_OF ||
                     (gsay_scan_marks(scan, end, ',') && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_FIRST));
    bool is_first_of_all = gsay_scan_id(scan, end) == GSAY_FIXED_OF && gsay_scan_id(scan, end + 1) == GSAY_FIXED_ALL;
    /* "we first add", "was first seen" */
    bool is_told = gsay_scan_is(scan, end, GSAY_WORD(VERB)) && at > scan->begin &&
                   gsay_scan_is(scan, at - 1, GSAY_WORD(PRONOUN) | GSAY_WORD(AUXILIARY)) &&
                   !gsay_scan_is(scan, at - 1, GSAY_WORD(DETERMINER));
    if (is_told && gsay_scan_id(scan, at) == GSAY_FIXED_FIRST)
        return true;
    return gsay_scan_id(scan, at) == GSAY_FIXED_FIRST && (is_first_of_all || (at > scan->begin && is_adverb));
}

/* Read an ordinal that is one here. */
static uint32_t read_ordinal(const gsay_scan *scan, uint32_t at, gsay_decimal *rank)
{
    uint32_t end = gsay_scan_ordinal(scan, at, rank);
    return end > at && is_no_ordinal(scan, at, end) ? at : end;
}

static bool read_multiple(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    gsay_decimal factor = { 0 };
    uint32_t     end = gsay_scan_multiple(scan, at, &factor);
    if (end == at)
        return false;
    *amount = (gsay_amount){ .kind = GSAY_KIND_NUMBER, .begin = at, .end = end };
    amount->number =
        (gsay_number){ .lo = factor, .hi = factor, .has_lo = true, .has_hi = true, .of = GSAY_STR("time") };
    amount->number.precision = factor.precision;
    return true;
}

/* Read an age without a unit: "aged 29", "age 7". */
static void read_age_before(const gsay_scan *scan, gsay_amount *amount)
{
    if (amount->kind != GSAY_KIND_NUMBER || amount->begin == scan->begin || !is_word(scan, amount->begin - 1) ||
        !(gsay_scan_id(scan, amount->begin - 1) == GSAY_FIXED_AGED ||
          gsay_scan_id(scan, amount->begin - 1) == GSAY_FIXED_AGE))
        return;
    amount->kind = GSAY_KIND_QUANTITY;
    amount->number.unit = GSAY_STR("a");
    amount->number.dimension = GSAY_DIMENSION_TIME;
}

/* Read the age behind a person's name, as news has it: "Ada Berg, 41, said". */
static void read_age_apart(const gsay_scan *scan, gsay_amount *amount)
{
    uint32_t          at = amount->begin;
    gsay_word_classes no_person = GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(PLACE) | GSAY_WORD(STOP) |
                                  GSAY_WORD(HOLIDAY) | GSAY_WORD(LABEL) | GSAY_WORD(ORGANISATION) | GSAY_WORD(DEMONYM);
    bool is_apart = amount->kind == GSAY_KIND_NUMBER && amount->is_digits && amount->end == at + 1 &&
                    at > scan->begin + 1 && gsay_scan_marks(scan, at - 1, ',') && gsay_scan_marks(scan, at + 1, ',') &&
                    gsay_scan_token(scan, at + 2).kind == GSAY_TOKEN_WORD && gsay_scan_text(scan, at).len <= 2;
    if (!is_apart)
        return;
    gsay_token name = gsay_scan_token(scan, at - 2);
    bool       is_name =
        name.kind == GSAY_TOKEN_WORD && (name.flags & GSAY_TOKEN_CAPITAL) && !gsay_scan_is(scan, at - 2, no_person);
    if (!is_name)
        return;
    amount->kind = GSAY_KIND_QUANTITY;
    amount->number.unit = GSAY_STR("a");
    amount->number.dimension = GSAY_DIMENSION_TIME;
}

/* Tell whether a word may stand between a number and what it counts: "20 other", "ten of the", "50 or more". */
static bool is_passed_over(const gsay_scan *scan, uint32_t at)
{
    uint32_t next = gsay_scan_id(scan, at + 1);
    switch (gsay_scan_id(scan, at)) {
    case GSAY_FIXED_AND:
    case GSAY_FIXED_OR:
        return next == GSAY_FIXED_MORE || next == GSAY_FIXED_SO || next == GSAY_FIXED_FEWER || next == GSAY_FIXED_LESS;
    case GSAY_FIXED_MORE:
    case GSAY_FIXED_FEWER:
    case GSAY_FIXED_LESS:
    case GSAY_FIXED_SO:
    case GSAY_FIXED_OTHER:
    case GSAY_FIXED_SUCH:
    case GSAY_FIXED_OF:
    case GSAY_FIXED_THE:
        return true;
    default:
        return false;
    }
}

/* Name what a bare number counts. A share counts nothing by itself. */
static void name_counted(const gsay_scan *scan, gsay_amount *amount)
{
    if (!amount->number.of.len)
        amount->number.of = GSAY_STR("");
    if (amount->kind != GSAY_KIND_NUMBER || amount->number.of.len || amount->is_fraction)
        return;
    uint32_t   at = amount->end;
    gsay_token next = gsay_scan_token(scan, at);
    if (next.kind != GSAY_TOKEN_WORD && next.mark != '-' && next.mark != '+')
        return; /* nothing is counted across a mark */
    if (next.mark == '+' && gsay_scan_tight(scan, at))
        at++;
    uint32_t word = at + gsay_scan_hyphen(scan, at);
    if (gsay_scan_id(scan, word) == GSAY_FIXED_ODD || gsay_scan_id(scan, word) == GSAY_FIXED_PLUS)
        at = word + 1;
    for (unsigned words = 0; words < 3 && is_passed_over(scan, at); words++)
        at++;
    gsay_decimal lo = amount->number.lo; /* one has one form, also where it was written "1.0" */
    bool         is_one = amount->number.has_lo && lo.coefficient == 1 && lo.exponent == 0 && lo.divisor <= 1;
    amount->number.of = gsay_scan_counted(scan, at, is_one);
}

/* Read an amount with all that is around it. */
static bool read_amount(const gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    uint32_t    id = gsay_scan_id(scan, at);
    gsay_amount amount; /* written where one is read */
    bool        has_lead = id == GSAY_FIXED_FROM || id == GSAY_FIXED_BETWEEN;
    if (has_lead && !gsay_scan_range_from(scan, at, &amount))
        return false;
    if (!has_lead) {
        bool has_multiple = gsay_scan_is(scan, at, GSAY_WORD(MULTIPLE)) && read_multiple(scan, at, &amount);
        if (!has_multiple && (!gsay_scan_amount(scan, at, GSAY_CARDINAL_PLAIN, &amount) || is_no_amount(scan, &amount)))
            return false;
        if (gsay_scan_id(scan, amount.end + gsay_scan_hyphen(scan, amount.end)) == GSAY_FIXED_FOLD)
            read_multiple(scan, at, &amount);
        gsay_scan_range(scan, &amount);
        gsay_scan_list_unit(scan, &amount);
        read_age_before(scan, &amount);
        read_age_apart(scan, &amount);
    }
    mention->context = gsay_scan_hedge(scan, &amount);
    name_counted(scan, &amount);
    mention->value.kind = amount.kind;
    mention->value.as.number = amount.number;
    mention->begin = amount.begin;
    mention->end = amount.end;
    return mention->end > at;
}

/* Turn an amount round behind "negative", which begins no number by itself. */
static void read_negative(const gsay_scan *scan, gsay_mention *mention)
{
    gsay_number *number = &mention->value.as.number;
    uint32_t     before = mention->begin - 1;
    if (mention->begin <= scan->free_from || gsay_scan_id(scan, before) != GSAY_FIXED_NEGATIVE ||
        number->bound != GSAY_BOUND_EXACT || number->lo.coefficient < 0)
        return;
    number->lo = gsay_decimal_subtract(gsay_decimal_from(0), number->lo);
    number->hi = number->lo;
    mention->begin = before;
    mention->context = before;
}

/* Tell whether digits follow a word as they do behind a code or a sign in letters: "EUR 20", "Rs. 20", "US$20". A word
 * of grammar is one in capitals only ("ALL 20"), or where the dollar follows ("Can$ 20"): "in 2014" ends here. */
static bool has_digits_ahead(const gsay_scan *scan, uint32_t at, gsay_token token, gsay_word_classes classes)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    bool       is_grammar = (classes & GSAY_WORD(STOP)) && !(token.flags & GSAY_TOKEN_UPPER);
    if (next.kind == GSAY_TOKEN_DIGITS)
        return !is_grammar;
    if (next.kind != GSAY_TOKEN_PUNCT || (next.mark != '$' && (next.mark != '.' || is_grammar)))
        return false;
    return gsay_scan_token(scan, at + 2).kind == GSAY_TOKEN_DIGITS ||
           gsay_scan_token(scan, at + 3).kind == GSAY_TOKEN_DIGITS;
}

/* Tell at a glance whether a word may begin an amount or an ordinal: by its class; a short one by the digits behind it;
 * an article and a country by what they are said of. Most tokens that trigger end here. */
static bool may_begin_with_word(const gsay_scan *scan, uint32_t at, gsay_token token)
{
    gsay_word_classes numbers = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) | GSAY_WORD(VAGUE_NUMBER) |
                                GSAY_WORD(FRACTION) | GSAY_WORD(MULTIPLE) | GSAY_WORD(MULTIPLIER);
    const gsay_word  *word = gsay_vocabulary_word(scan->text->vocabulary, token.word);
    gsay_word_classes classes = word->lexeme.classes;
    if (classes & numbers)
        return true;
    if (word->folded.len <= PREFIX_BYTES_MAX && has_digits_ahead(scan, at, token, classes))
        return true;
    switch (token.word) {
    case GSAY_FIXED_A: /* the walk has looked at what they are said of */
    case GSAY_FIXED_AN:
        return is_word(scan, at + 1);
    case GSAY_FIXED_FROM:
    case GSAY_FIXED_BETWEEN:
    case GSAY_FIXED_MINUS:
        return true;
    default:
        return (classes & (GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE))) && gsay_scan_is(scan, at + 1, GSAY_WORD(CURRENCY));
    }
}

/* Tell at a glance whether an amount or an ordinal may begin at a token. */
static bool may_begin(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = scan->text->tokens[at];
    if (token.kind == GSAY_TOKEN_WORD)
        return may_begin_with_word(scan, at, token);
    gsay_token next = gsay_scan_token(scan, at + 1);
    if (token.mark == '.')
        return next.kind == GSAY_TOKEN_DIGITS;
    if (token.mark == '-')
        return next.kind == GSAY_TOKEN_DIGITS || next.mark == '.' || next.mark == '$';
    return true;
}

/* Tell at a glance whether an ordinal may stand at a token; end is of the amount that stands there, or at. */
static bool may_be_ordinal(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    if (!is_word(scan, at)) { /* "21st", "1,000th" */
        uint32_t ending = end > at ? end : at + 1;
        return is_word(scan, ending) && gsay_scan_tight(scan, ending);
    }
    return gsay_scan_is(scan, at, GSAY_WORD(ORDINAL)) || end == at || gsay_scan_is(scan, end, GSAY_WORD(ORDINAL)) ||
           gsay_scan_is(scan, end + 1, GSAY_WORD(ORDINAL));
}

/* Read the amount or the ordinal at a token, the longer one. */
static bool read_number(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_decimal rank = GSAY_DECIMAL_ZERO;
    bool         has_amount = read_amount(scan, at, mention);
    uint32_t     end = has_amount ? mention->end : at;
    if (has_amount)
        read_negative(scan, mention);
    /* strings of a value are never NULL unless the arena could not give them */
    scan->has_failed |= has_amount && !mention->value.as.number.of.ptr;
    scan->has_failed |= has_amount && mention->value.kind == GSAY_KIND_QUANTITY && !mention->value.as.number.unit.ptr;
    uint32_t ordinal_end = may_be_ordinal(scan, at, end) ? read_ordinal(scan, at, &rank) : at;
    if (ordinal_end <= end)
        return has_amount;
    *mention = (gsay_mention){ .value.kind = GSAY_KIND_ORDINAL, .begin = at, .end = ordinal_end, .context = at };
    mention->value.as.number = (gsay_number){ .lo = rank, .hi = rank, .has_lo = true, .has_hi = true };
    return true;
}

bool gsay_recognise_number(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    return may_begin(scan, at) && read_number(scan, at, mention);
}
