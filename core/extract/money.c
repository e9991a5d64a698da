/* Currencies before and behind numbers, and the coins that follow an amount.
 *
 * Letters in front of a sign ("US$", "HK $", "u.s. $") are put together in capitals and looked up with it; codes are
 * looked up as they stand. "$" alone stays "$": whose dollar it is, a sentence does not say. */
#include "extract/amount.h"

#define PREFIX_BYTES_MAX   8u
#define PREFIX_TOKENS_MAX  5u
#define SYMBOL_TOKENS_MAX  4u
#define CODE_BYTES         3u
#define MILLION_POWER      6
#define COUNTRY_TOKENS_MAX 4u

static bool is_word(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
}

static bool is_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

static char to_upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static void set_currency(gsay_unit_reading *reading, const gsay_currency *currency, int scale)
{
    *reading = (gsay_unit_reading){ .currency = currency, .code = gsay_str_of(currency->code), .scale = scale };
}

/* Find the currency of letters in front of a sign. begin: out: the first token of the letters. */
static const gsay_currency *find_prefixed(const gsay_scan *scan, uint32_t sign, uint32_t *begin)
{
    char     text[PREFIX_BYTES_MAX * 2];
    uint32_t first = sign;
    size_t   letters = 0;
    while (first > scan->free_from && sign - first < PREFIX_TOKENS_MAX) {
        gsay_str before = gsay_scan_text(scan, first - 1);
        bool     is_point = gsay_scan_marks(scan, first - 1, '.') && is_word(scan, first - 2);
        if (!is_point && !(is_word(scan, first - 1) && before.len <= CODE_BYTES && letters + before.len <= CODE_BYTES))
            break;
        letters += is_point ? 0 : before.len;
        first--;
        if (!is_point && !gsay_scan_marks(scan, first - 1, '.'))
            break;
    }
    /* "a $4 billion deal" is no Australian dollar */
    bool is_loose = gsay_scan_spaced(scan, sign);
    if (letters == 0 || (is_loose && letters == 1 && !gsay_scan_says(scan, first, GSAY_STR("c"))))
        return NULL;
    size_t len = 0;
    for (uint32_t at = first; at < sign; at++) {
        gsay_str part = gsay_scan_text(scan, at);
        for (size_t i = 0; i < part.len && !gsay_scan_marks(scan, at, '.'); i++)
            text[len++] = to_upper(part.ptr[i]);
    }
    gsay_str own = gsay_scan_text(scan, sign);
    if (len + own.len > sizeof text)
        return NULL;
    memcpy(text + len, own.ptr, own.len);
    *begin = first;
    return gsay_currency_of_symbol((gsay_str){ text, len + own.len });
}

/* Look an ISO code up in any case; a lower-case word that is English is none, nor is a name of three capitals in a
 * headline. */
static const gsay_currency *find_code(const gsay_scan *scan, uint32_t at, int *scale)
{
    gsay_str          text = gsay_scan_text(scan, at);
    char              code[CODE_BYTES];
    bool              is_upper = (gsay_scan_token(scan, at).flags & GSAY_TOKEN_UPPER) != 0;
    gsay_word_classes words = GSAY_WORD(COMMON) | GSAY_WORD(STOP) | GSAY_WORD(VERB) | GSAY_WORD(GIVEN_NAME);
    *scale = 0;
    if (is_upper && text.len == CODE_BYTES + 1 && (text.ptr[0] == 'M' || text.ptr[0] == 'm')) {
        *scale = MILLION_POWER;
        text = (gsay_str){ text.ptr + 1, CODE_BYTES };
    }
    if (!is_word(scan, at) || text.len != CODE_BYTES || (!is_upper && gsay_scan_is(scan, at, words)) ||
        (gsay_scan_is(scan, at, words) && (gsay_scan_token(scan, at + 1).flags & GSAY_TOKEN_UPPER)))
        return NULL;
    for (size_t i = 0; i < CODE_BYTES; i++) {
        code[i] = to_upper(text.ptr[i]);
        if (code[i] < 'A' || code[i] > 'Z')
            return NULL;
    }
    return gsay_currency_of_symbol((gsay_str){ code, CODE_BYTES });
}

/* Look up the longest sign of some tight tokens: "Rs.", "kr", "R$". end: out. */
static const gsay_currency *find_symbol(const gsay_scan *scan, uint32_t at, uint32_t *end)
{
    uint32_t last = at;
    while (last < at + SYMBOL_TOKENS_MAX && last < scan->end && (last == at || gsay_scan_tight(scan, last)) &&
           !is_digits(scan, last))
        last++;
    for (*end = last; *end > at; (*end)--) {
        gsay_span span = { gsay_scan_token(scan, at).begin, gsay_scan_token(scan, *end - 1).end };
        bool      is_cut = gsay_scan_tight(scan, *end) && is_word(scan, *end) && is_word(scan, *end - 1);
        if (is_cut)
            continue;
        const gsay_currency *currency = gsay_currency_of_symbol(gsay_str_slice(scan->text->document->text, span));
        if (currency)
            return currency;
    }
    return NULL;
}

/* Tell at a glance whether a currency in words may begin at a token: it is one, or goes before one. */
static bool may_begin_words(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes before = GSAY_WORD(PHRASE) | GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE);
    gsay_word_classes classes = gsay_scan_word(scan, at)->lexeme.classes;
    if ((classes & GSAY_WORD(CURRENCY)) || gsay_scan_id(scan, at) == GSAY_FIXED_U) /* "u.s. dollars" */
        return true;
    bool is_followed = gsay_scan_is(scan, at + 1, GSAY_WORD(CURRENCY)) ||
                       gsay_scan_is(scan, at + 2, GSAY_WORD(CURRENCY)) ||
                       gsay_scan_is(scan, at + 3, GSAY_WORD(CURRENCY));
    return (classes & before) && is_followed;
}

/* Find a currency in words, with the country before it: "us dollars", "u.s. dollars", "turkish lira". end: out. */
static const gsay_currency *find_words(const gsay_scan *scan, uint32_t at, uint32_t *end)
{
    gsay_str words[COUNTRY_TOKENS_MAX];
    uint32_t ends[COUNTRY_TOKENS_MAX];
    size_t   count = 0;
    uint32_t next = at;
    if (!may_begin_words(scan, at))
        return NULL;
    if (gsay_scan_id(scan, at) == GSAY_FIXED_U && gsay_scan_marks(scan, at + 1, '.') &&
        gsay_scan_id(scan, at + 2) == GSAY_FIXED_S) {
        words[count] = GSAY_STR("us");
        next = at + 3 + gsay_scan_marks(scan, at + 3, '.');
        ends[count++] = next;
    }
    for (; count < COUNTRY_TOKENS_MAX && is_word(scan, next); next++) {
        words[count] = gsay_scan_word(scan, next)->folded;
        ends[count++] = next + 1;
    }
    size_t      used = 0;
    gsay_lexeme lexeme = gsay_lexicon_find_words(words, count, &used);
    if (used && (lexeme.classes & GSAY_WORD(CURRENCY)) && lexeme.currency) {
        *end = ends[used - 1];
        return lexeme.currency;
    }
    /* A nationality that the lexicon does not pair with the noun leaves the noun's own meaning. */
    if (count > 1 && gsay_scan_is(scan, at, GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE)) && ends[0] == at + 1 &&
        gsay_scan_is(scan, at + 1, GSAY_WORD(CURRENCY))) {
        *end = at + 2;
        return gsay_scan_word(scan, at + 1)->lexeme.currency;
    }
    return NULL;
}

/* Tell whether a currency's word means something else here: "won" is a verb, "c" and "p" are letters, "all" a code in
 * small. */
static bool is_other_word(const gsay_scan *scan, uint32_t at, const gsay_currency *currency)
{
    gsay_str          text = gsay_scan_text(scan, at);
    gsay_word_classes english = GSAY_WORD(COMMON) | GSAY_WORD(STOP) | GSAY_WORD(VERB);
    if (!is_word(scan, at))
        return false;
    if (text.len == 1)
        return !gsay_scan_tight(scan, at) && at + 1 < scan->end;
    if (text.len == CODE_BYTES && gsay_scan_is(scan, at, english) && to_upper(text.ptr[0]) == currency->code[0] &&
        to_upper(text.ptr[1]) == currency->code[1] && to_upper(text.ptr[2]) == currency->code[2])
        return !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_UPPER) || !is_digits(scan, at - 1);
    bool is_verb = gsay_scan_is(scan, at, GSAY_WORD(VERB)) && !gsay_scan_is(scan, at, GSAY_WORD(UNIT));
    return is_verb && !gsay_scan_is(scan, at - 1, GSAY_WORD(SCALE)) && gsay_scan_text(scan, at - 1).len < 3;
}

/* Tell whether a sign behind a number is that number's, and not that of digits that follow it. */
static bool is_sign_behind(const gsay_scan *scan, uint32_t at)
{
    if (gsay_scan_tight(scan, at) || !is_digits(scan, at + 1))
        return !gsay_scan_tight(scan, at + 1) || !is_digits(scan, at + 1);
    const gsay_currency *next = gsay_scan_word(scan, at + 2)->lexeme.currency;
    return gsay_scan_spaced(scan, at + 1) && (gsay_scan_marks(scan, at + 2, '$') || (next && next->minor));
}

uint32_t gsay_scan_currency_before(const gsay_scan *scan, uint32_t at, uint32_t *begin, gsay_unit_reading *reading)
{
    uint32_t             end = at + 1;
    int                  scale = 0;
    const gsay_currency *currency = NULL;
    *begin = at;
    if (is_digits(scan, at) || (is_word(scan, at) && !gsay_scan_digits_ahead(scan, at)))
        return at;
    if (gsay_scan_marks(scan, at, '$')) {
        currency = find_prefixed(scan, at, begin);
        if (!currency) {
            *begin = at;
            currency = gsay_currency_of_symbol(gsay_scan_text(scan, at));
        }
    } else if (gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD || !gsay_scan_token(scan, at).mark) {
        currency = find_symbol(scan, at, &end);
        if (currency && currency->minor && is_word(scan, at)) /* "p 404" is a page, "c 1850" about then */
            currency = NULL;
        if (!currency && (is_digits(scan, at + 1) || gsay_scan_marks(scan, at + 1, '$'))) {
            end = at + 1;
            currency = find_code(scan, at, &scale);
            if (!currency && gsay_str_starts(gsay_scan_word(scan, at)->folded, GSAY_STR("dlr")))
                currency = gsay_scan_word(scan, at)->lexeme.currency;
            end += currency && gsay_scan_marks(scan, end, '$');
        }
        if (!currency && gsay_scan_is(scan, at, GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE)))
            currency = find_words(scan, at, &end);
        if (currency && end > at + 1 && gsay_scan_is(scan, end - 1, GSAY_WORD(VERB)) &&
            !gsay_scan_is(scan, end - 1, GSAY_WORD(UNIT)))
            currency = NULL; /* "Peru won 18" */
    }
    bool is_number = is_digits(scan, end) || (gsay_scan_marks(scan, end, '.') && is_digits(scan, end + 1));
    if (!currency || (!is_number && is_word(scan, at)))
        return at;
    set_currency(reading, currency, scale);
    return end;
}

uint32_t gsay_scan_currency_behind(const gsay_scan *scan, uint32_t at, gsay_unit_reading *reading)
{
    uint32_t   begin = at + (gsay_scan_hyphen(scan, at) && is_word(scan, at + 1));
    uint32_t   end = begin + 1;
    int        scale = 0;
    gsay_token token = gsay_scan_token(scan, begin);
    if (token.kind == GSAY_TOKEN_DIGITS || (token.mark && token.mark != '$') ||
        (token.mark == '$' && !is_sign_behind(scan, begin)))
        return at;
    /* a long word is no code, and a sign only where it is tight */
    if (token.kind == GSAY_TOKEN_WORD && token.end - token.begin > CODE_BYTES + 1 &&
        (token.flags & GSAY_TOKEN_SPACED) && !may_begin_words(scan, begin))
        return at;
    const gsay_currency *currency = is_word(scan, begin) ? find_words(scan, begin, &end) : NULL;
    if (!currency) {
        end = begin + 1;
        currency = find_code(scan, begin, &scale);
    }
    if (!currency && (!is_word(scan, begin) || gsay_scan_tight(scan, begin)))
        currency = find_symbol(scan, begin, &end);
    if (!currency && is_word(scan, begin) && gsay_scan_text(scan, begin).len <= CODE_BYTES &&
        is_digits(scan, begin - 1))
        currency = gsay_scan_marks(scan, begin + 1, '$') || gsay_scan_id(scan, begin) == GSAY_FIXED_P ||
                           gsay_scan_says(scan, begin, GSAY_STR("c"))
                       ? find_symbol(scan, begin, &end)
                       : NULL;
    bool is_before_digits = is_word(scan, end - 1) && is_digits(scan, end) && gsay_scan_tight(scan, end);
    if (!currency || is_before_digits || (end == begin + 1 && is_other_word(scan, begin, currency)))
        return at;
    set_currency(reading, currency, scale);
    reading->is_tight = begin > at;
    return end;
}

uint32_t gsay_scan_coins(const gsay_scan *scan, uint32_t at, gsay_amount *amount)
{
    uint32_t          begin = at + (gsay_scan_id(scan, at) == GSAY_FIXED_AND);
    gsay_decimal      count = { 0 };
    gsay_unit_reading coin = { 0 };
    uint32_t          number_end = gsay_scan_cardinal(scan, begin, GSAY_CARDINAL_NO_AND, &count);
    if (number_end == begin || count.exponent < 0 || count.precision < 0 || amount->unit.currency->minor ||
        gsay_decimal_compare(count, gsay_decimal_from(100)) >= 0 || count.coefficient < 0)
        return at;
    uint32_t     end = gsay_scan_currency_behind(scan, number_end, &coin);
    gsay_decimal parts = gsay_decimal_from(100);
    bool         is_coin = end > number_end && coin.currency && coin.currency->minor;
    /* "15 dollars 50." */
    bool is_bare = end == number_end && !amount->has_prefix &&
                   (end >= scan->end || gsay_scan_token(scan, end).kind == GSAY_TOKEN_PUNCT) &&
                   !gsay_scan_marks(scan, end, '%') && !gsay_scan_marks(scan, end, '-') &&
                   !gsay_scan_marks(scan, end, ',');
    if (!is_coin && !is_bare)
        return at;
    if (is_coin)
        gsay_decimal_read(gsay_str_of(coin.currency->minor), &parts);
    gsay_decimal share = gsay_decimal_divide(count, parts);
    amount->number.lo = gsay_decimal_add(amount->number.lo, share);
    amount->number.lo.precision = -2;
    return is_coin ? end : number_end;
}
