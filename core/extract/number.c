/* Cardinals in words, in digits, and in both. Those of one token are in plain_number.c, ordinals in ordinal.c.
 *
 * A cardinal is read as English says it: groups below a thousand, each with the scale that multiplies it, falling ("two
 * million three hundred thousand"); scales may be stacked ("three lakh crore"). One pass, with the kind of the element
 * read last as its only state; whatever does not fit what came before ends the number. */
#include "extract/numeral.h"

#define ELEMENTS_MAX           40u /* words of one number; more is a list */
#define DECIMALS_MAX           18u /* digits said one by one behind "point" */
#define HUNDRED_POWER          2
#define ABBREVIATION_BYTES_MAX 3u /* a scale that is not longer is a suffix of digits: k, bn, mln */

/* The element of a number that was read last. */
typedef enum element {
    ELEMENT_NONE = 0,
    ELEMENT_UNIT,
    ELEMENT_TEEN,
    ELEMENT_TENS,
    ELEMENT_DIGITS,
    ELEMENT_HUNDRED,
    ELEMENT_SCALE,
    ELEMENT_DECIMAL /* digits with a fraction: only scales may follow */
} element;

/* A cardinal under way: total + group * 10^0. */
struct cardinal {
    const gsay_scan *scan;
    unsigned         options;
    uint32_t         end;
    gsay_decimal     total;
    int64_t          group;
    bool             has_group;
    int              power; /* of the last scale, 0 before one */
    element          last;
    bool             in_words;
};

/* Tell whether the scale at a token may stand there: abbreviations belong to digits, single letters to tight ones. */
static bool is_scale_in_place(const gsay_scan *scan, uint32_t at, unsigned options)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     is_money = (options & GSAY_CARDINAL_MONEY) != 0;
    bool     is_after_digits = gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_DIGITS;
    bool     is_tight = gsay_scan_tight(scan, at);
    if (text.len > ABBREVIATION_BYTES_MAX || gsay_scan_id(scan, at) == GSAY_FIXED_CR ||
        gsay_scan_id(scan, at) == GSAY_FIXED_LAC || gsay_scan_id(scan, at) == GSAY_FIXED_MIL)
        return true;
    if (!is_after_digits)
        return false;
    bool is_pointed = gsay_scan_marks(scan, at + 1, '.') && gsay_scan_tight(scan, at + 1) &&
                      gsay_scan_token(scan, at + 2).kind == GSAY_TOKEN_WORD && gsay_scan_tight(scan, at + 2);
    if (is_pointed) /* "60 k.p.h." */
        return false;
    if (text.ptr[0] == 'k' || text.ptr[0] == 'K')
        return is_tight || text.ptr[0] == 'k';
    if (text.len == 1)
        return is_money || (is_tight && (text.ptr[0] == 'M' || text.ptr[0] == 'B'));
    return is_money || !gsay_scan_is(scan, at, GSAY_WORD(UNIT)) || gsay_str_equal(text, GSAY_STR("MM"));
}

int gsay_scan_scale(const gsay_scan *scan, uint32_t at, unsigned options)
{
    if (!gsay_scan_is(scan, at, GSAY_WORD(SCALE)) || !is_scale_in_place(scan, at, options))
        return 0;
    return (int)gsay_lexeme_integer(&gsay_scan_word(scan, at)->lexeme);
}

/* The value of a plain number word at a token, or -1. A dozen counts other things and is none. */
static int64_t numeral_at(const gsay_scan *scan, uint32_t at)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    if (!(lexeme->classes & GSAY_WORD(NUMERAL)) || (lexeme->classes & GSAY_WORD(MULTIPLIER)))
        return -1;
    return gsay_lexeme_integer(lexeme);
}

/* Tell whether a dozen stands at a token. A score, a gross or a pair only counts where somebody says so elsewhere. */
static bool is_dozen(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_is(scan, at, GSAY_WORD(MULTIPLIER)) &&
           gsay_str_starts(gsay_scan_word(scan, at)->folded, GSAY_STR("dozen"));
}

static bool is_article(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_id(scan, at) == GSAY_FIXED_A || gsay_scan_id(scan, at) == GSAY_FIXED_AN;
}

static element element_of(int64_t value)
{
    return value < 10 ? ELEMENT_UNIT : value < 20 ? ELEMENT_TEEN : ELEMENT_TENS;
}

/* Tell whether a number word that follows another by a hyphen begins a compound of its own ("two twenty-storey
 * towers"). */
static bool begins_compound(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_hyphen(scan, at + 1) && numeral_at(scan, at + 2) < 0;
}

/* Take a number word. Returns false when it does not fit. */
static bool take_numeral(struct cardinal *cardinal, uint32_t at, bool is_joined)
{
    int64_t value = numeral_at(cardinal->scan, at);
    element kind = element_of(value);
    switch (cardinal->last) {
    case ELEMENT_NONE:
    case ELEMENT_SCALE:
        cardinal->group = value;
        break;
    case ELEMENT_HUNDRED:
        cardinal->group += value;
        break;
    case ELEMENT_TENS:
        if (kind != ELEMENT_UNIT || value == 0)
            return false;
        cardinal->group += value;
        break;
    case ELEMENT_UNIT: /* "one twenty two" is said for 122 */
        if (kind == ELEMENT_UNIT || cardinal->group == 0 || is_joined || cardinal->power || cardinal->group > 9 ||
            begins_compound(cardinal->scan, at))
            return false;
        cardinal->group = cardinal->group * 100 + value;
        break;
    default:
        return false;
    }
    cardinal->has_group = true;
    cardinal->last = kind;
    cardinal->end = at + 1;
    return true;
}

/* Take digits: first of all, or a smaller number behind a scale ("4 thousand 3 hundred and 21"). */
static bool take_digits(struct cardinal *cardinal, uint32_t at, bool is_after_and)
{
    const gsay_scan *scan = cardinal->scan;
    gsay_decimal     value = { 0 };
    uint32_t         end = gsay_scan_digits(scan, at, &value);
    bool             is_integer = value.exponent >= 0 && value.precision >= 0 && value.divisor <= 1;
    if (end == at)
        return false;
    if (cardinal->last == ELEMENT_NONE) {
        cardinal->total = value;
        cardinal->last = ELEMENT_DECIMAL;
    } else {
        int room = cardinal->last == ELEMENT_HUNDRED ? HUNDRED_POWER : cardinal->power;
        if (!is_integer || value.coefficient <= 0 ||
            (!is_after_and && !gsay_scan_scale(scan, end, cardinal->options)) || (is_after_and && room > 3) ||
            gsay_decimal_compare(value, gsay_decimal_shift(gsay_decimal_from(1), room)) >= 0)
            return false;
    }
    if (is_integer && gsay_decimal_compare(value, gsay_decimal_from(INT32_MAX)) < 0) {
        gsay_lexeme lexeme = { .number = value };
        if (cardinal->last == ELEMENT_DECIMAL)
            cardinal->total = GSAY_DECIMAL_ZERO;
        cardinal->group = (cardinal->last == ELEMENT_HUNDRED ? cardinal->group : 0) + gsay_lexeme_integer(&lexeme);
        cardinal->has_group = true;
        cardinal->last = ELEMENT_DIGITS;
    }
    cardinal->end = end;
    return true;
}

/* Take a scale word. */
static bool take_scale(struct cardinal *cardinal, uint32_t at, int power)
{
    if (power == HUNDRED_POWER) {
        if (cardinal->last == ELEMENT_HUNDRED || cardinal->last == ELEMENT_SCALE || cardinal->last == ELEMENT_DECIMAL ||
            (cardinal->in_words && cardinal->group > 99))
            return false;
        cardinal->group = (cardinal->last == ELEMENT_NONE ? 1 : cardinal->group) * 100;
        cardinal->has_group = true;
        cardinal->last = ELEMENT_HUNDRED;
    } else if (cardinal->last == ELEMENT_DECIMAL) {
        cardinal->total = gsay_decimal_shift(cardinal->total, power);
    } else {
        bool         is_first = cardinal->last == ELEMENT_NONE;
        gsay_decimal group = gsay_decimal_from(is_first ? 1 : cardinal->group);
        if (!is_first && !cardinal->has_group && cardinal->power > power)
            return false;
        if (cardinal->has_group && cardinal->power > power)
            cardinal->total = gsay_decimal_add(cardinal->total, gsay_decimal_shift(group, power));
        else if (cardinal->has_group || is_first)
            cardinal->total = gsay_decimal_shift(gsay_decimal_add(cardinal->total, group), power);
        else
            cardinal->total = gsay_decimal_shift(cardinal->total, power);
        cardinal->group = 0;
        cardinal->has_group = false;
        cardinal->power = power;
        cardinal->last = ELEMENT_SCALE;
    }
    cardinal->end = at + 1;
    return true;
}

/* Tell whether the number behind "and" is one of its own: it has a scale that the number before it has, too. */
static bool begins_own_number(const struct cardinal *cardinal, uint32_t at)
{
    uint32_t ahead = at;
    while (ahead < at + 4 && (numeral_at(cardinal->scan, ahead) >= 0 || gsay_scan_marks(cardinal->scan, ahead, '-')))
        ahead++;
    /* "five billion and three quarters" is completed by a share of the scale */
    if (cardinal->last == ELEMENT_SCALE && gsay_scan_is(cardinal->scan, ahead, GSAY_WORD(FRACTION)))
        return true;
    int power = gsay_scan_scale(cardinal->scan, ahead, cardinal->options);
    return cardinal->last == ELEMENT_HUNDRED ? power == HUNDRED_POWER : power >= cardinal->power;
}

/* Take one element with the "and" or hyphen before it. Returns false at the number's end. */
static bool take_element(struct cardinal *cardinal)
{
    const gsay_scan *scan = cardinal->scan;
    uint32_t         at = cardinal->end;
    bool             is_first = cardinal->last == ELEMENT_NONE;
    bool             is_big = cardinal->last == ELEMENT_HUNDRED || cardinal->last == ELEMENT_SCALE;
    bool             has_and = !is_first && is_big && gsay_scan_id(scan, at) == GSAY_FIXED_AND;
    bool             has_hyphen = !is_first && !has_and && gsay_scan_hyphen(scan, at);
    if (has_and && ((cardinal->options & GSAY_CARDINAL_NO_AND) || begins_own_number(cardinal, at + 1)))
        return false;
    at += has_and || has_hyphen;
    if (gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD) {
        int power = has_and ? 0 : gsay_scan_scale(scan, at, cardinal->options);
        if (power && (is_first || has_hyphen) && gsay_scan_text(scan, at).len <= ABBREVIATION_BYTES_MAX)
            return false;
        if (power && is_first && gsay_scan_is(scan, at, GSAY_WORD(VAGUE_NUMBER)))
            return false;
        if (power)
            return take_scale(cardinal, at, power);
        return numeral_at(scan, at) >= 0 && take_numeral(cardinal, at, has_and || has_hyphen);
    }
    return (is_first || (is_big && !has_hyphen)) && take_digits(cardinal, at, has_and);
}

/* The value so far; a number in words is as precise as its last scale from thousand on. */
static gsay_decimal value_of(const struct cardinal *cardinal)
{
    if (cardinal->last == ELEMENT_DECIMAL || !(cardinal->has_group || cardinal->power))
        return cardinal->total;
    if (!cardinal->power)
        return gsay_decimal_from(cardinal->group);
    gsay_decimal value = gsay_decimal_add(cardinal->total, gsay_decimal_from(cardinal->group));
    value.precision = cardinal->has_group ? 0 : (int16_t)cardinal->power;
    return value;
}

/* Read the digits behind "point": "point five", "point zero three", "point seventy-one", "point 77". */
static uint32_t read_said_decimals(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    if (gsay_scan_id(scan, at) != GSAY_FIXED_POINT || value->exponent < 0 || value->divisor > 1)
        return at;
    int64_t  digits = 0;
    int      count = 0;
    uint32_t end = at + 1;
    for (; end < at + DECIMALS_MAX && count < (int)DECIMALS_MAX - 2; end++) {
        int64_t digit = numeral_at(scan, end);
        bool    is_hyphen = gsay_scan_hyphen(scan, end) && digits % 10 == 0 && numeral_at(scan, end + 1) > 0;
        if (is_hyphen)
            continue;
        if (digit < 0 || digit > 99)
            break;
        bool completes_tens = digits % 10 == 0 && digits % 100 > 10 && digit > 0 && digit < 10;
        count += completes_tens ? 0 : digit < 10 ? 1 : 2;
        digits = completes_tens ? digits + digit : digits * (digit < 10 ? 10 : 100) + digit;
    }
    gsay_str written = gsay_scan_text(scan, at + 1);
    if (count == 0 && gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_DIGITS && written.len < DECIMALS_MAX - 2) {
        gsay_decimal number = { 0 };
        gsay_decimal_read(written, &number);
        *value = gsay_decimal_add(*value, gsay_decimal_shift(number, -(int)written.len));
        value->precision = (int16_t) - (int)written.len;
        return at + 2;
    }
    if (count == 0)
        return at;
    *value = gsay_decimal_add(*value, gsay_decimal_shift(gsay_decimal_from(digits), -count));
    value->precision = (int16_t)-count;
    return end;
}

/* Read "and a half", "and three quarters", "-and-a-half" behind a number; power is of its last scale, which the share
 * is of. */
static uint32_t read_and_share(const gsay_scan *scan, uint32_t at, int power, gsay_decimal *value)
{
    uint32_t end = at + gsay_scan_hyphen(scan, at);
    if (gsay_scan_id(scan, end) != GSAY_FIXED_AND)
        return at;
    end++;
    end += gsay_scan_hyphen(scan, end);
    int64_t count = is_article(scan, end) ? 1 : numeral_at(scan, end);
    if (count < 1 || count > 99)
        return at;
    end++;
    end += gsay_scan_hyphen(scan, end);
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, end)->lexeme;
    int64_t            parts = gsay_lexeme_integer(lexeme);
    if (!(lexeme->classes & GSAY_WORD(FRACTION)) || parts < 2 || parts > INT32_MAX ||
        (count > 1 && (lexeme->classes & GSAY_WORD(ORDINAL))))
        return at;
    end++;
    int          own = gsay_scan_scale(scan, end, GSAY_CARDINAL_PLAIN);
    gsay_decimal share = gsay_decimal_fraction(count, (uint32_t)parts);
    bool         is_scaled_together = own && !power;
    *value = gsay_decimal_add(*value, gsay_decimal_shift(share, own && power ? own : power));
    value->precision = (int16_t)((own && power ? own : power) - 1);
    if (is_scaled_together)
        *value = gsay_decimal_shift(*value, own);
    return end + (own > 0);
}

/* Read the same number again in brackets: "forty-five (45)", "15 (fifteen)". */
static uint32_t read_repetition(const gsay_scan *scan, uint32_t at, bool in_words, gsay_decimal value)
{
    struct cardinal again = { .scan = scan, .end = at + 1, .in_words = !in_words };
    bool            is_word = gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_WORD;
    if (!gsay_scan_marks(scan, at, '(') || is_word == in_words)
        return at;
    for (unsigned i = 0; i < ELEMENTS_MAX && take_element(&again); i++)
        continue;
    bool is_same = again.last != ELEMENT_NONE && gsay_decimal_compare(value_of(&again), value) == 0;
    return is_same && gsay_scan_marks(scan, again.end, ')') ? again.end + 1 : at;
}

/* Read what may stand before the first element: "a" before a scale or a dozen, "half a", "quarter". */
static uint32_t read_lead(const gsay_scan *scan, uint32_t at, gsay_decimal *factor)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    bool               is_share = (lexeme->classes & GSAY_WORD(FRACTION)) && !(lexeme->classes & GSAY_WORD(ORDINAL)) &&
                    !gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("s"));
    uint32_t end = at;
    if (is_share) {
        *factor = gsay_decimal_fraction(1, (uint32_t)gsay_lexeme_integer(lexeme));
        end = at + 1 + gsay_scan_hyphen(scan, at + 1);
        end += is_article(scan, end);
    } else if (is_article(scan, at)) {
        *factor = gsay_decimal_from(1);
        end = at + 1;
    } else {
        return at;
    }
    bool is_whole = is_dozen(scan, end) ||
                    (gsay_scan_scale(scan, end, 0) && gsay_scan_text(scan, end).len > ABBREVIATION_BYTES_MAX);
    return is_whole && !gsay_scan_is(scan, end, GSAY_WORD(VAGUE_NUMBER)) ? end : at;
}

/* Tell at a glance whether a number may begin at a token. */
static bool may_begin(const gsay_scan *scan, uint32_t at)
{
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes words = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(DETERMINER);
    if (token.kind == GSAY_TOKEN_WORD)
        return gsay_scan_is(scan, at, words);
    return token.kind == GSAY_TOKEN_DIGITS || token.mark == '.' || (token.kind == GSAY_TOKEN_PUNCT && !token.mark);
}

/* Read a cardinal where one may begin. */
static uint32_t read_cardinal(const gsay_scan *scan, uint32_t at, unsigned options, gsay_decimal *value)
{
    if (gsay_scan_plain_number(scan, at, value))
        return at + 1;
    gsay_decimal factor = GSAY_DECIMAL_ONE;
    uint32_t     begin = read_lead(scan, at, &factor);
    if (begin == at && gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD &&
        !gsay_scan_is(scan, at, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE)))
        return at; /* "a", "the", "third" */
    struct cardinal cardinal = { .scan = scan, .options = options, .end = begin, .total = GSAY_DECIMAL_ZERO };
    cardinal.in_words = gsay_scan_token(scan, begin).kind == GSAY_TOKEN_WORD;
    for (unsigned i = 0; i < ELEMENTS_MAX && take_element(&cardinal); i++)
        continue;
    gsay_decimal result = cardinal.last == ELEMENT_NONE ? GSAY_DECIMAL_ONE : value_of(&cardinal);
    uint32_t     end = cardinal.end;
    if (end == begin && (begin == at || !is_dozen(scan, end)))
        return at;
    if (is_dozen(scan, end)) {
        result = gsay_decimal_multiply(result, gsay_decimal_from(12));
        end++;
    }
    if (begin > at && gsay_decimal_compare(factor, GSAY_DECIMAL_ONE) != 0)
        result = gsay_decimal_multiply(result, factor);
    uint32_t point = end;
    end = read_said_decimals(scan, end, &result);
    for (int power = end > point ? gsay_scan_scale(scan, end, options) : 0; power; power = 0, end++)
        result = gsay_decimal_shift(result, power);
    if (!(options & GSAY_CARDINAL_NO_AND))
        end = read_and_share(scan, end, cardinal.last == ELEMENT_SCALE ? cardinal.power : 0, &result);
    *value = result;
    return read_repetition(scan, end, cardinal.in_words, result);
}

uint32_t gsay_scan_cardinal(const gsay_scan *scan, uint32_t at, unsigned options, gsay_decimal *value)
{
    if (!may_begin(scan, at))
        return at;
    if (!scan->cardinals)
        return read_cardinal(scan, at, options, value);
    gsay_cardinal_memo *memo = &scan->cardinals[at & (GSAY_CARDINALS_KEPT - 1)];
    if (memo->at != at + 1 || memo->options != options || memo->begin != scan->begin || memo->limit != scan->end) {
        *memo = (gsay_cardinal_memo){
            .at = at + 1, .begin = scan->begin, .limit = scan->end, .options = options, .value = GSAY_DECIMAL_ZERO
        };
        memo->end = read_cardinal(scan, at, options, &memo->value);
    }
    if (memo->end > at)
        *value = memo->value;
    return memo->end;
}

uint32_t gsay_scan_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value)
{
    uint32_t end = gsay_scan_slashed(scan, at, value);
    return end > at ? end : gsay_scan_cardinal(scan, at, GSAY_CARDINAL_PLAIN, value);
}
