/* One amount: sign, currency before, number, scale, unit or currency behind. */
#include "extract/amount.h"

#define FEET_PARTS         12
#define SMALLER_UNITS_MAX  2u
#define MONEY_WORDS_BACK   5u
#define MILLION_POWER      6
#define GIGA_POWER         9
#define CODE_LETTERS_MAX   4u /* of a currency's code, or of a symbol that is also a word of grammar */
#define SYMBOL_LETTERS_MAX 8u /* of a unit's symbol that is no word */
#define SIGN_LETTERS_MAX   1u /* of a symbol that is a word of grammar, too: "in", "a" are units */

static bool is_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

/* Tell whether digits, bare or with a point or currency before them, follow. */
static bool starts_numeral(const gsay_scan *scan, uint32_t at)
{
    return is_digits(scan, at) ||
           ((gsay_scan_marks(scan, at, '.') || gsay_scan_marks(scan, at, '$')) && is_digits(scan, at + 1));
}

/* Read a sign. A hyphen is one when it is tight to the number and no word or number stands tight before it. */
static uint32_t read_sign(const gsay_scan *scan, uint32_t at, bool *is_negative)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.word == GSAY_FIXED_MINUS || token.word == GSAY_FIXED_NEGATIVE) {
        *is_negative = true;
        return at + 1;
    }
    if (token.mark != '-' || !starts_numeral(scan, at + 1))
        return at;
    bool is_first = at == scan->begin;
    bool is_free = is_first || (gsay_scan_spaced(scan, at) && !is_digits(scan, at - 1)) ||
                   (gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_PUNCT && !gsay_scan_marks(scan, at - 1, '-') &&
                    !gsay_scan_marks(scan, at - 1, ')') && !gsay_scan_marks(scan, at - 1, '.'));
    if (!is_free || (gsay_scan_spaced(scan, at + 1) && !is_first))
        return at;
    *is_negative = true;
    return at + 1;
}

/* Read the number: in digits over digits, as a share, as a cardinal; the longest wins. */
static uint32_t read_number(const gsay_scan *scan, uint32_t at, unsigned options, gsay_amount *amount)
{
    gsay_decimal share = { 0 };
    uint32_t     slashed = gsay_scan_slashed(scan, at, &amount->number.lo);
    if (slashed > at) {
        amount->is_fraction = !is_digits(scan, at + 1);
        return slashed;
    }
    uint32_t end = gsay_scan_cardinal(scan, at, options, &amount->number.lo);
    uint32_t share_end = amount->has_prefix ? at : gsay_scan_fraction(scan, at, end, &share);
    if (share_end > end) {
        amount->number.lo = share;
        amount->is_fraction = true;
        return share_end;
    }
    return end;
}

/* The power of ten of the scale word that ends before a token, or 0. */
static int scale_before(const gsay_scan *scan, uint32_t end, unsigned options)
{
    return gsay_scan_scale(scan, end - 1, options);
}

/* Tell whether "5m" is five million of what follows: a noun in the plural, as no metre is followed by one. */
static bool is_million(const gsay_scan *scan, uint32_t at)
{
    gsay_str next = gsay_scan_word(scan, at + 1)->folded;
    return gsay_scan_spaced(scan, at + 1) &&
           (gsay_str_equal(next, GSAY_STR("people")) ||
            (next.len > 3 && gsay_str_ends(next, GSAY_STR("s")) && gsay_scan_is(scan, at + 1, GSAY_WORD(COMMON)) &&
             !gsay_scan_is(scan, at + 1, GSAY_WORD(STOP) | GSAY_WORD(UNIT))));
}

/* The power of ten of a letter tight behind digits that only what follows makes a scale: "5m people"; "10G", which
 * stands here as the identifiers have taken "10G network". Else 0. */
static int letter_power(const gsay_scan *scan, uint32_t at)
{
    gsay_str letter = gsay_scan_text(scan, at);
    if (letter.len != 1 || !gsay_scan_tight(scan, at) || !is_digits(scan, at - 1))
        return 0;
    if (letter.ptr[0] == 'G')
        return GIGA_POWER;
    return letter.ptr[0] == 'm' && is_million(scan, at) ? MILLION_POWER : 0;
}

/* Tell whether pounds here are money: millions of them, or a word of payment a little before. */
static bool is_money_meant(const gsay_scan *scan, uint32_t begin, const gsay_amount *amount)
{
    if (amount->scale >= 3)
        return true;
    for (uint32_t at = begin; at > scan->begin && begin - at < MONEY_WORDS_BACK;)
        if (gsay_scan_is(scan, --at, GSAY_WORD(PAYMENT)))
            return true;
    return false;
}

static void take_unit(gsay_amount *amount, const gsay_unit_reading *reading)
{
    bool is_share = reading->dimension == GSAY_DIMENSION_PERCENT || reading->dimension == GSAY_DIMENSION_POINT;
    amount->unit = *reading;
    amount->kind = reading->currency ? GSAY_KIND_MONEY : is_share ? GSAY_KIND_PERCENT : GSAY_KIND_QUANTITY;
    amount->number.unit = reading->code;
    amount->number.dimension = reading->currency ? GSAY_DIMENSION_NONE : reading->dimension;
    if (reading->scale)
        amount->number.lo = gsay_decimal_shift(amount->number.lo, reading->scale);
    if (reading->currency && reading->currency->minor) {
        gsay_decimal parts = gsay_decimal_from(1);
        gsay_decimal_read(gsay_str_of(reading->currency->minor), &parts);
        amount->number.lo = gsay_decimal_divide(amount->number.lo, parts);
    }
}

/* Read one smaller unit of the same dimension as last, and add it in the first unit. last: in, out. */
static uint32_t read_smaller_unit(const gsay_scan *scan, uint32_t at, gsay_amount *amount, const gsay_unit **last)
{
    bool              is_listed = gsay_scan_id(scan, at) == GSAY_FIXED_AND || gsay_scan_marks(scan, at, ',');
    uint32_t          begin = at + is_listed;
    gsay_decimal      count = { 0 };
    uint32_t          end = gsay_scan_cardinal(scan, begin, GSAY_CARDINAL_NO_AND, &count);
    gsay_unit_reading reading = { 0 };
    uint32_t          unit_end = end > begin ? gsay_scan_unit(scan, end, &reading) : end;
    if (unit_end == end || !reading.unit || reading.unit->dimension != (*last)->dimension || count.coefficient < 0)
        return at;
    gsay_decimal one = gsay_unit_to_base(*last, gsay_decimal_from(1));
    gsay_decimal rest = gsay_unit_to_base(reading.unit, count);
    if (gsay_decimal_compare(gsay_unit_to_base(reading.unit, gsay_decimal_from(1)), one) >= 0 ||
        gsay_decimal_compare(rest, one) >= 0)
        return at;
    gsay_decimal first = gsay_unit_to_base(amount->unit.unit, gsay_decimal_from(1));
    amount->number.lo = gsay_decimal_add(amount->number.lo, gsay_decimal_divide(rest, first));
    *last = reading.unit;
    return unit_end;
}

/* Read the smaller units of one measure: "5 feet 2 inches", "1 lb, 3 oz". They are added in the first unit. */
static uint32_t read_smaller_units(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    const gsay_unit *last = amount->unit.unit;
    uint32_t         end = at;
    if (!last || (last->dimension != GSAY_DIMENSION_LENGTH && last->dimension != GSAY_DIMENSION_MASS) ||
        amount->unit.is_tight)
        return at;
    for (unsigned parts = 0; parts < SMALLER_UNITS_MAX; parts++) {
        uint32_t next = read_smaller_unit(scan, end, amount, &last);
        if (next == end)
            break;
        end = next;
    }
    return end;
}

/* Read the inches of a height in one word, "6-foot-9". */
static uint32_t read_height(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    gsay_decimal inches = { 0 };
    bool         is_foot = gsay_str_equal(amount->number.unit, GSAY_STR("[ft_i]"));
    uint32_t     end =
        is_foot && gsay_scan_hyphen(scan, at) ? gsay_scan_cardinal(scan, at + 1, GSAY_CARDINAL_NO_AND, &inches) : at;
    if (end <= at + 1 || gsay_decimal_compare(inches, gsay_decimal_from(FEET_PARTS)) >= 0)
        return at;
    amount->number.lo = gsay_decimal_add(amount->number.lo, gsay_decimal_divide(inches, gsay_decimal_from(FEET_PARTS)));
    return end;
}

/* Read the mark of inches, 5", where no quotation ends. */
static uint32_t read_inches(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    unsigned quotes = GSAY_TOKEN_OPENS | GSAY_TOKEN_CLOSES;
    if (!gsay_scan_marks(scan, at, '"') || !gsay_scan_tight(scan, at) || !is_digits(scan, at - 1) ||
        (gsay_scan_token(scan, at).flags & quotes))
        return at;
    const gsay_unit  *inch = gsay_unit_of_code(GSAY_STR("[in_i]"));
    gsay_unit_reading reading = { .unit = inch, .code = GSAY_STR("[in_i]"), .dimension = GSAY_DIMENSION_LENGTH };
    take_unit(amount, &reading);
    return at + 1;
}

/* Read a person's height, 5'10". */
static uint32_t read_feet(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    gsay_decimal inches = { 0 };
    if (!gsay_scan_marks(scan, at, '\'') || !gsay_scan_tight(scan, at) || !is_digits(scan, at + 1) ||
        !gsay_scan_tight(scan, at + 1) || !gsay_scan_marks(scan, at + 2, '"') || !gsay_scan_tight(scan, at + 2) ||
        !gsay_decimal_read(gsay_scan_text(scan, at + 1), &inches))
        return at;
    const gsay_unit  *foot = gsay_unit_of_code(GSAY_STR("[ft_i]"));
    gsay_unit_reading reading = { .unit = foot, .code = GSAY_STR("[ft_i]"), .dimension = GSAY_DIMENSION_LENGTH };
    take_unit(amount, &reading);
    amount->number.lo = gsay_decimal_add(amount->number.lo, gsay_decimal_divide(inches, gsay_decimal_from(FEET_PARTS)));
    return at + 3;
}

/* Read "below zero", which turns a temperature round. */
static uint32_t read_below_zero(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    if (gsay_scan_id(scan, at) != GSAY_FIXED_BELOW ||
        !(gsay_scan_id(scan, at + 1) == GSAY_FIXED_ZERO || gsay_scan_id(scan, at + 1) == GSAY_FIXED_FREEZING) ||
        (amount->kind == GSAY_KIND_QUANTITY && amount->number.dimension != GSAY_DIMENSION_ANGLE &&
         amount->number.dimension != GSAY_DIMENSION_TEMPERATURE))
        return at;
    if (amount->kind == GSAY_KIND_NUMBER) {
        gsay_unit_reading degree = { .code = GSAY_STR("deg"), .dimension = GSAY_DIMENSION_ANGLE };
        take_unit(amount, &degree);
    }
    amount->number.lo = gsay_decimal_subtract(gsay_decimal_from(0), amount->number.lo);
    return at + 2;
}

/* Tell whether "a", "one" or "1" stands at a token. */
static bool is_one(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_id(scan, at) == GSAY_FIXED_A || gsay_scan_id(scan, at) == GSAY_FIXED_AN ||
           gsay_scan_id(scan, at) == GSAY_FIXED_ONE || gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("1"));
}

/* Read the unit or currency behind the number, and what belongs to it. */
static uint32_t read_behind(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    gsay_unit_reading unit = { 0 }, money = { 0 };
    bool              is_vague = amount->number.bound == GSAY_BOUND_VAGUE;
    uint32_t          coin = at + (is_vague && gsay_scan_id(scan, at) == GSAY_FIXED_OF);
    uint32_t          money_end = gsay_scan_currency_behind(scan, coin, &money);
    if (money_end == coin)
        money_end = at;
    if (amount->has_prefix) {
        bool is_same = money_end > at && money.currency && !money.currency->minor && !money.scale;
        if (is_same && amount->number.unit.ptr[0] == '$')
            amount->number.unit = money.code;
        return is_same ? money_end : at;
    }
    int power = letter_power(scan, at);
    if (power) {
        amount->number.lo = gsay_decimal_shift(amount->number.lo, power);
        amount->scale = power;
        return at + 1;
    }
    uint32_t feet = at;
    if (gsay_scan_token(scan, at).kind == GSAY_TOKEN_PUNCT) {
        feet = read_feet(scan, at, amount);
        if (feet == at)
            feet = read_inches(scan, at, amount);
    }
    /* "half a gallon", "two-tenths of 1 percent", "a quarter of a mile" */
    uint32_t article = at + (amount->is_fraction && gsay_scan_id(scan, at) == GSAY_FIXED_OF && is_one(scan, at + 1));
    article += amount->is_fraction && is_one(scan, article);
    uint32_t unit_end = feet > at ? feet : gsay_scan_unit(scan, article, &unit);
    if (unit_end == article)
        unit_end = at;
    bool is_money = money_end > unit_end || (money_end > at && money_end == unit_end && money.currency &&
                                             is_money_meant(scan, amount->begin, amount));
    if (is_money) {
        take_unit(amount, &money);
        int scale = money.scale ? 0 : gsay_scan_scale(scan, money_end, 0);
        amount->number.lo = gsay_decimal_shift(amount->number.lo, scale);
        uint32_t end = money_end + (scale > 0);
        return money.currency->minor || money.is_tight ? end : gsay_scan_coins(scan, end, amount);
    }
    if (feet == at && unit_end > at) {
        take_unit(amount, &unit);
        unit_end = unit.is_tight ? read_height(scan, unit_end, amount) : read_smaller_units(scan, unit_end, amount);
    }
    return unit_end > at || amount->kind == GSAY_KIND_NUMBER ? read_below_zero(scan, unit_end, amount) : unit_end;
}

/* Tell whether a noun follows the name of money and makes something else of it: "a dollar store", "a grand entrance".
 */
static bool is_before_noun(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes no_noun =
        GSAY_WORD(STOP) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD) | GSAY_WORD(DAY_WORD);
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD && gsay_scan_is(scan, at, GSAY_WORD(COMMON)) &&
           !gsay_scan_is(scan, at, no_noun);
}

/* Read one of something measured or paid, "a kilogram", "an ounce", "a dollar". Units whose words mean more than a
 * measure ("a foot in the door", "a cup of tea", "a ton of fun") are left alone. */
static bool read_article(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    static const char *const loose_codes[] = { "[ft_i]",   "[yd_i]", "[stone_av]", "[ston_av]",
                                               "[cup_us]", "[hd_i]", "[bbl_us]" };
    gsay_unit_reading        reading = { 0 };
    if (gsay_scan_id(scan, at) != GSAY_FIXED_A && gsay_scan_id(scan, at) != GSAY_FIXED_AN)
        return false;
    bool     is_money = gsay_scan_is(scan, at + 1, GSAY_WORD(CURRENCY)) && !gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT));
    uint32_t end = is_money ? gsay_scan_currency_behind(scan, at + 1, &reading) : at + 1;
    if (end == at + 1 && gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT) | GSAY_WORD(UNIT_FIRST)) &&
        gsay_scan_text(scan, at + 1).len > 1)
        end = gsay_scan_unit(scan, at + 1, &reading);
    bool is_other = reading.currency && is_before_noun(scan, end);
    if (end == at + 1 || is_other || (gsay_scan_token(scan, at).flags & GSAY_TOKEN_UPPER))
        return false;
    uint8_t dimension = reading.dimension;
    bool    is_measure = dimension == GSAY_DIMENSION_LENGTH || dimension == GSAY_DIMENSION_MASS ||
                      dimension == GSAY_DIMENSION_VOLUME || dimension == GSAY_DIMENSION_AREA;
    for (size_t i = 0; i < sizeof loose_codes / sizeof *loose_codes; i++)
        is_measure &= !gsay_str_equal(reading.code, gsay_str_of(loose_codes[i]));
    if (!reading.currency && !is_measure)
        return false;
    *amount = (gsay_amount){ .kind = GSAY_KIND_NUMBER, .begin = at, .end = end };
    amount->number = (gsay_number){ .lo = gsay_decimal_from(1), .has_lo = true, .has_hi = true };
    take_unit(amount, &reading);
    amount->number.hi = amount->number.lo;
    return true;
}

/* Tell whether digits stand tight behind a word and are a part of it: "scp2", "x3". */
static bool is_inside_word(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_tight(scan, at))
        return false;
    bool is_letter = gsay_scan_marks(scan, at - 1, '-') && gsay_scan_tight(scan, at) && gsay_scan_tight(scan, at - 1) &&
                     gsay_scan_token(scan, at - 2).kind == GSAY_TOKEN_WORD && gsay_scan_text(scan, at - 2).len == 1 &&
                     !(gsay_scan_tight(scan, at - 2) && is_digits(scan, at - 3));
    bool is_model = gsay_scan_marks(scan, at - 1, '-') && gsay_scan_tight(scan, at) && gsay_scan_tight(scan, at - 1) &&
                    is_digits(scan, at - 2) && gsay_scan_tight(scan, at - 2) &&
                    gsay_scan_token(scan, at - 3).kind == GSAY_TOKEN_WORD; /* "kx2-173m" */
    return is_letter || is_model ||
           (gsay_scan_tight(scan, at) && gsay_scan_token(scan, at - 1).kind == GSAY_TOKEN_WORD);
}

/* Tell at a glance whether an amount may begin at what is no digits: by class, or by the digits behind a sign in
 * letters. */
static bool may_begin(const gsay_scan *scan, uint32_t at)
{
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes numbers = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(DETERMINER) |
                                GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(MULTIPLIER) | GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE);
    return token.kind != GSAY_TOKEN_WORD || gsay_scan_is(scan, at, numbers) || token.word == GSAY_FIXED_MINUS ||
           token.word == GSAY_FIXED_NEGATIVE || gsay_scan_digits_ahead(scan, at);
}

/* Tell whether a word behind a number adds nothing to the amount: no unit, currency, share or whole. Its
 * classes tell that of all but the shortest words, which may be symbols, and of words that nobody knows. */
static bool is_word_apart(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes more = GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(UNIT_FIRST) |
                                   GSAY_WORD(CURRENCY) | GSAY_WORD(FRACTION) | GSAY_WORD(ORDINAL) | GSAY_WORD(PHRASE) |
                                   GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE);
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes classes = gsay_scan_word(scan, at)->lexeme.classes;
    uint32_t          len = token.end - token.begin;
    if (classes & more)
        return false;
    if (len > CODE_LETTERS_MAX)
        return (classes || len > SYMBOL_LETTERS_MAX) && token.word != GSAY_FIXED_BELOW;
    bool is_grammar = (classes & GSAY_WORD(STOP)) && !(token.flags & GSAY_TOKEN_UPPER);
    return is_grammar && len > SIGN_LETTERS_MAX && token.word != GSAY_FIXED_OUT && token.word != GSAY_FIXED_OVER;
}

/* Tell whether what stands behind a number adds nothing to the amount. Shares and vague numbers look further. */
static bool adds_nothing(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind == GSAY_TOKEN_WORD)
        return (token.flags & GSAY_TOKEN_SPACED) && is_word_apart(scan, at);
    if (token.mark == '-')
        return is_digits(scan, at + 1) ||
               (gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_WORD && is_word_apart(scan, at + 1));
    return at >= scan->end || token.mark == ',' || token.mark == '.' || token.mark == ')' || token.mark == ';' ||
           token.mark == ':';
}

/* Tell whether what stands behind a number of one token may make a share of it: "2 thirds", "3 in 5", "4/5". */
static bool may_be_share(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at + (gsay_scan_token(scan, at).mark == '-'));
    return token.mark == '/' || token.word == GSAY_FIXED_IN || token.word == GSAY_FIXED_OUT ||
           token.word == GSAY_FIXED_OVER ||
           (gsay_vocabulary_word(scan->text->vocabulary, token.word)->lexeme.classes &
            (GSAY_WORD(FRACTION) | GSAY_WORD(ORDINAL)));
}

/* Read the sign, the currency before the number and the number. Returns the token behind it, or at. */
static uint32_t read_front(const gsay_scan *scan, uint32_t at, unsigned options, gsay_amount *amount)
{
    bool     is_negative = false;
    uint32_t begin = read_sign(scan, at, &is_negative);
    uint32_t number = gsay_scan_currency_before(scan, begin, &amount->begin, &amount->unit);
    amount->has_prefix = number > begin;
    if (!amount->has_prefix || is_negative)
        amount->begin = at;
    if (amount->has_prefix)
        options |= GSAY_CARDINAL_MONEY;
    amount->is_digits = is_digits(scan, number);
    uint32_t end = read_number(scan, number, options, amount);
    if (end == number && begin == at && !amount->has_prefix)
        end = gsay_scan_vague(scan, at, &amount->number);
    if (end == number)
        return at;
    if (is_negative)
        amount->number.lo = gsay_decimal_subtract(gsay_decimal_from(0), amount->number.lo);
    amount->scale = scale_before(scan, end, options);
    return end;
}

bool gsay_scan_amount(const gsay_scan *scan, uint32_t at, unsigned options, gsay_amount *amount)
{
    if (is_digits(scan, at) ? is_inside_word(scan, at) : !may_begin(scan, at))
        return false;
    gsay_amount read = { .kind = GSAY_KIND_NUMBER, .begin = at, .end = at + 1, .is_digits = is_digits(scan, at) };
    bool        is_plain = gsay_scan_plain_number(scan, at, &read.number.lo) && !may_be_share(scan, at + 1);
    if (!is_plain)
        read.end = read_front(scan, at, options, &read);
    if (read.end == at)
        return read_article(scan, at, amount);
    bool         is_vague = read.number.bound == GSAY_BOUND_VAGUE;
    gsay_decimal written = read.number.lo;
    if (read.has_prefix)
        take_unit(&read, &(gsay_unit_reading){
                             .currency = read.unit.currency, .code = read.unit.code, .scale = read.unit.scale });
    if (read.is_fraction || is_vague || !adds_nothing(scan, read.end))
        read.end = read_behind(scan, read.end, &read);
    if (is_vague)
        read.number.lo = written;
    else
        read.number.hi = read.number.lo;
    read.number.has_lo = is_vague ? read.number.has_lo : true;
    read.number.has_hi = is_vague ? read.number.has_hi : true;
    read.number.precision = read.number.lo.precision;
    *amount = read;
    return true;
}
