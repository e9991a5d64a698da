/* Units behind numbers: symbols, words, and compounds of both ("kg/cm³", "tonnes per hectare", "m s⁻¹").
 *
 * A symbol is looked up by its bytes, the longest first, so that "km/h" of three tokens is one; words are looked up as
 * phrases. What the lexicon does not list whole is put together from its parts as UCUM writes it. */
#include "extract/amount.h"

#define SYMBOL_TOKENS_MAX     7u
#define SYMBOL_BYTES_MAX      24u
#define SYMBOL_WORD_BYTES_MAX 8u /* letters that a symbol begins with: "arcmin" */
#define POINTED_LETTERS_MAX   2u /* between the points of "k.gs" */
#define PARTS_MAX             4u
#define CODE_BYTES_MAX        64u

/* A unit and the token behind it. */
struct found {
    const gsay_unit *unit;
    uint32_t         end;
};

static bool is_word(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
}

static bool is_number_start(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

/* Tell whether a mark only ends what stands before it. */
static bool is_stop(char mark)
{
    return mark == ',' || mark == '.' || mark == ';' || mark == ')' || mark == '!' || mark == '?';
}

/* Tell whether a word says which side of a thing was measured: "5 in long". */
static bool is_side(const gsay_scan *scan, uint32_t at)
{
    static const char *const sides[] = { "long", "wide", "high", "tall", "deep", "thick", "across" };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (gsay_scan_says(scan, at, gsay_str_of(sides[i])))
            return true;
    return false;
}

/* Tell whether an article stands before an abbreviation of two small letters that is a unit: "a lb". */
static bool is_counted_by_article(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes others = GSAY_WORD(STOP) | GSAY_WORD(TIME_WORD) | GSAY_WORD(SCALE);
    bool is_article = gsay_scan_id(scan, at - 1) == GSAY_FIXED_A || gsay_scan_id(scan, at - 1) == GSAY_FIXED_AN;
    return is_article && gsay_scan_text(scan, at).len == 2 && gsay_scan_is(scan, at, GSAY_WORD(UNIT)) &&
           !gsay_scan_is(scan, at, others) && !(gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
}

/* Tell whether a symbol that is also a letter or a little word means the unit: it stands behind digits, and no name
 * goes on. */
static bool is_symbol_meant(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     is_after_digits =
        is_number_start(scan, at - 1) || gsay_scan_marks(scan, at - 1, '-') || is_counted_by_article(scan, at);
    if (end > at + 1 || !is_word(scan, at) || text.len > 2)
        return true;
    if (gsay_scan_tight(scan, at))
        return true;
    if (!is_after_digits)
        return false;
    if (gsay_scan_is(scan, at, GSAY_WORD(STOP)) && !gsay_scan_is(scan, at, GSAY_WORD(UNIT)))
        return is_side(scan, end) || end >= scan->end || is_stop(gsay_scan_token(scan, end).mark);
    bool is_capital = (gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL) != 0;
    if (gsay_scan_marks(scan, end, '-') && gsay_scan_tight(scan, end))
        return false;
    return !is_capital ||
           (!(gsay_scan_token(scan, end).flags & GSAY_TOKEN_CAPITAL) &&
            !(gsay_scan_marks(scan, end, '.') && end + 1 < scan->end)) ||
           end >= scan->end;
}

/* Tell at a glance whether a symbol may begin at a token. Longer words are symbols where the lexicon has them as units
 * ("mins", "TEUs") or nothing at all ("mmol"), and no word of grammar of three letters is one: "people" and "the" are
 * looked up no further, nor is "yards" alone, which find_words knows. */
static bool may_be_symbol(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes units = GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT);
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes classes = gsay_scan_word(scan, at)->lexeme.classes;
    size_t            len = token.end - token.begin;
    if (token.kind != GSAY_TOKEN_WORD || len < 3)
        return true;
    if (len == 3)
        return !(classes & GSAY_WORD(STOP));
    bool is_lone_word =
        gsay_scan_word(scan, at)->lexeme.unit && !(token.flags & GSAY_TOKEN_CAPITAL) && !gsay_scan_tight(scan, at + 1);
    return len <= SYMBOL_WORD_BYTES_MAX && (!classes || ((classes & units) && !is_lone_word));
}

/* Copy small letters with points between them, "m.p.h", "k.gs", without the points; initials of names are capital. len:
 * out. Returns how many bytes of the text they take, 0 when there are none. A last point is left to the sentence. */
static size_t copy_pointed(gsay_str text, char letters[SYMBOL_WORD_BYTES_MAX], size_t *len)
{
    size_t run = 0, end = 0;
    *len = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool is_letter = text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
        if (!is_letter && (text.ptr[i] != '.' || run == 0))
            break;
        run = is_letter ? run + 1 : 0;
        if (run > POINTED_LETTERS_MAX || *len == SYMBOL_WORD_BYTES_MAX)
            return 0;
        if (is_letter) {
            letters[(*len)++] = text.ptr[i];
            end = i + 1;
        }
    }
    return end > *len ? end : 0;
}

/* Find a symbol with points, by its bytes, as "m.p.h" may be one token, like a name of a file, or five. */
static struct found find_pointed(const gsay_scan *scan, uint32_t at)
{
    struct found found = { NULL, at };
    gsay_str     document = scan->text->document->text;
    size_t       begin = gsay_scan_token(scan, at).begin, len = 0;
    size_t       room = document.len - begin < SYMBOL_BYTES_MAX ? document.len - begin : SYMBOL_BYTES_MAX;
    char         letters[SYMBOL_WORD_BYTES_MAX];
    size_t       bytes = copy_pointed((gsay_str){ document.ptr + begin, room }, letters, &len);
    uint32_t     last = at;
    while (bytes && last + 1 < scan->end && gsay_scan_token(scan, last).end < begin + bytes)
        last++;
    gsay_str symbol = { letters, len };
    if (bytes && gsay_scan_token(scan, last).end == begin + bytes &&
        !(gsay_lexicon_find(symbol).classes & GSAY_WORD(STOP))) /* "u.s." */
        found.unit = gsay_unit_of_symbol(symbol);
    if (found.unit)
        found.end = last + 1;
    return found;
}

/* Tell at a glance whether points may stand between the letters at a token. */
static bool has_points(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_SKIP || (token.kind == GSAY_TOKEN_WORD && gsay_scan_marks(scan, at + 1, '.') &&
                                             gsay_scan_tight(scan, at + 1) && gsay_scan_tight(scan, at + 2));
}

/* Find the longest symbol at a token. is_certain: what stands around it leaves no doubt. */
static struct found find_symbol(const gsay_scan *scan, uint32_t at, bool is_certain)
{
    struct found found = { NULL, at };
    uint32_t     last = at;
    if (has_points(scan, at))
        found = find_pointed(scan, at);
    if (found.unit || !may_be_symbol(scan, at))
        return found;
    while (last < at + SYMBOL_TOKENS_MAX && (last == at || gsay_scan_tight(scan, last)) && last < scan->end)
        last++;
    for (uint32_t end = last; end > at; end--) {
        gsay_span span = { gsay_scan_token(scan, at).begin, gsay_scan_token(scan, end - 1).end };
        if (span.end - span.begin > SYMBOL_BYTES_MAX)
            continue;
        bool is_cut = gsay_scan_tight(scan, end) && (is_word(scan, end) || is_number_start(scan, end)) &&
                      gsay_scan_token(scan, end - 1).kind != GSAY_TOKEN_PUNCT;
        found.unit = is_cut ? NULL : gsay_unit_of_symbol(gsay_str_slice(scan->text->document->text, span));
        if (found.unit && (is_certain || is_symbol_meant(scan, at, end))) {
            found.end = end;
            return found;
        }
    }
    found.unit = NULL;
    return found;
}

/* Find what the lexicon knows of the words at a token, the longest phrase first. A full stop behind "sq" or "cu" is
 * passed over. end: out: the token behind them, or at. */
static gsay_lexeme find_phrase(const gsay_scan *scan, uint32_t at, uint32_t *end)
{
    gsay_str words[GSAY_PHRASE_WORDS_MAX];
    uint32_t ends[GSAY_PHRASE_WORDS_MAX];
    size_t   count = 0;
    for (uint32_t next = at; count < GSAY_PHRASE_WORDS_MAX; next++) {
        gsay_token token = gsay_scan_token(scan, next);
        bool       is_stop = token.mark == '.' && gsay_scan_tight(scan, next) && is_word(scan, next + 1) && next > at &&
                       gsay_scan_text(scan, next - 1).len <= 3;
        bool is_hyphen = next > at && gsay_scan_hyphen(scan, next) && is_word(scan, next + 1);
        if (is_stop || is_hyphen)
            continue;
        if (token.word == GSAY_ID_NONE || token.kind == GSAY_TOKEN_DIGITS ||
            (token.kind == GSAY_TOKEN_PUNCT && token.mark && token.mark != '%'))
            break;
        words[count] = gsay_scan_word(scan, next)->folded;
        ends[count++] = next + 1;
    }
    size_t      used = 0;
    gsay_lexeme lexeme = gsay_lexicon_find_words(words, count, &used);
    *end = used ? ends[used - 1] : at;
    return lexeme;
}

/* Tell whether a capital stands where only a small letter is a gram: "10G". */
static bool is_giga(const gsay_scan *scan, uint32_t at)
{
    return gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("G"));
}

/* Tell whether a mark stands at a token that no phrase holds. */
static bool ends_phrase(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return at >= scan->end || token.mark == ',' || token.mark == ';' || token.mark == ')' ||
           (token.mark == '.' && (at + 1 >= scan->end || gsay_scan_spaced(scan, at + 1)));
}

/* Find a unit in words. */
static struct found find_words(const gsay_scan *scan, uint32_t at)
{
    struct found      found = { NULL, at };
    gsay_word_classes classes = gsay_scan_word(scan, at)->lexeme.classes;
    gsay_word_classes units = GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT);
    bool              is_country = (gsay_scan_token(scan, at).flags & GSAY_TOKEN_UPPER) != 0; /* "US gallons" */
    bool is_grammar = (classes & GSAY_WORD(STOP)) && gsay_scan_id(scan, at) != GSAY_FIXED_PER && !is_country;
    if (!(classes & units) && (!(classes & GSAY_WORD(UNIT_FIRST)) || is_grammar))
        return found; /* of the little words only "per" begins a unit, "per cent", and a country in capitals */
    uint32_t end = at + 1;
    /* the vocabulary knows all of a word that begins no phrase, or that no word follows */
    bool        is_alone = is_word(scan, at) && (!(classes & GSAY_WORD(PHRASE)) || ends_phrase(scan, at + 1));
    gsay_lexeme lexeme = is_alone ? gsay_scan_word(scan, at)->lexeme : find_phrase(scan, at, &end);
    if (end == at || !lexeme.unit)
        return found;
    bool is_letter = end == at + 1 && gsay_scan_word(scan, at)->folded.len <= 2 && is_word(scan, at);
    if (is_letter && (!is_symbol_meant(scan, at, at + 1) || is_giga(scan, at)))
        return found;
    found.unit = lexeme.unit;
    found.end = end;
    return found;
}

static struct found find_unit(const gsay_scan *scan, uint32_t at)
{
    struct found symbol = find_symbol(scan, at, false);
    struct found words = find_words(scan, at);
    return words.end > symbol.end ? words : symbol;
}

/* Read the scale that a degree is of, where the lexicon has no phrase for both: "deg celsius", "degrees K". */
static struct found read_degrees(const gsay_scan *scan, struct found degree)
{
    struct found scale = { NULL, degree.end };
    if (degree.unit->dimension == GSAY_DIMENSION_ANGLE)
        scale = find_unit(scan, degree.end);
    bool is_scale = scale.unit && scale.unit->dimension == GSAY_DIMENSION_TEMPERATURE;
    return is_scale ? scale : degree;
}

/* Append a part of a compound with its exponent. Returns false when the code is too long. */
static bool add_part(char code[CODE_BYTES_MAX], size_t *len, const char *joint, const gsay_unit *unit, int power)
{
    gsay_str ucum = gsay_str_of(unit->ucum);
    gsay_str pieces[4] = { gsay_str_of(joint), ucum, GSAY_STR(""), GSAY_STR("") };
    char     digit[2] = { 0, 0 };
    if (power < 0)
        pieces[2] = GSAY_STR("-");
    digit[0] = (char)('0' + (power < 0 ? -power : power) % 10);
    if (power != 1)
        pieces[3] = (gsay_str){ digit, 1 };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        if (pieces[i].len > CODE_BYTES_MAX - *len)
            return false;
        if (pieces[i].len)
            memcpy(code + *len, pieces[i].ptr, pieces[i].len);
        *len += pieces[i].len;
    }
    return true;
}

/* Read the power of a unit: "²", "^2", "-1" or "2" tight behind it. */
static uint32_t read_power(const gsay_scan *scan, uint32_t at, int *power)
{
    uint32_t end = gsay_scan_tight(scan, at) ? gsay_scan_superscript(scan, at, power) : at;
    if (end > at)
        return end;
    uint32_t digits = at + (gsay_scan_marks(scan, at, '^') && gsay_scan_tight(scan, at));
    bool     is_minus = gsay_scan_marks(scan, digits, '-') && gsay_scan_tight(scan, digits);
    digits += is_minus;
    gsay_str text = gsay_scan_text(scan, digits);
    if (digits == at || !is_number_start(scan, digits) || !gsay_scan_tight(scan, digits) || text.len != 1)
        return at;
    *power = is_minus ? -(text.ptr[0] - '0') : text.ptr[0] - '0';
    return digits + 1;
}

/* Read what joins the next part of a compound: "/", "per", "·", or only a blank before a symbol with a negative power.
 */
static uint32_t read_joint(const gsay_scan *scan, uint32_t at, const char **joint)
{
    *joint = "/";
    if (gsay_scan_marks(scan, at, '/') && gsay_scan_tight(scan, at) && gsay_scan_tight(scan, at + 1))
        return at + 1;
    if (gsay_scan_id(scan, at) == GSAY_FIXED_PER)
        return at + 1;
    *joint = ".";
    if (gsay_scan_tight(scan, at) && (gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("·")) ||
                                      gsay_str_equal(gsay_scan_text(scan, at), GSAY_STR("⋅"))))
        return at + 1;
    struct found next = is_word(scan, at) ? find_symbol(scan, at, true) : (struct found){ NULL, at };
    int          power = 1;
    if (next.unit && read_power(scan, next.end, &power) > next.end && power < 0)
        return at;
    return UINT32_MAX;
}

/* Read a compound on from its first part. Returns the token behind it. */
static uint32_t read_compound(const gsay_scan *scan, struct found first, gsay_unit_reading *reading)
{
    char     code[CODE_BYTES_MAX];
    size_t   len = 0;
    int      power = 1;
    uint32_t end = read_power(scan, first.end, &power);
    unsigned parts = 1;
    if (!add_part(code, &len, "", first.unit, power))
        return first.end;
    for (; parts < PARTS_MAX; parts++) {
        const char *joint = "";
        uint32_t    at = read_joint(scan, end, &joint);
        if (at == UINT32_MAX)
            break;
        struct found next = find_symbol(scan, at, true);
        if (!next.unit)
            next = find_unit(scan, at);
        power = 1;
        if (!next.unit || next.unit->dimension == GSAY_DIMENSION_PERCENT)
            break;
        uint32_t next_end = read_power(scan, next.end, &power);
        bool     is_below = joint[0] == '.' && power < 0; /* "m s⁻¹" is m/s */
        if (!add_part(code, &len, is_below ? "/" : joint, next.unit, is_below ? -power : power))
            break;
        end = next_end;
    }
    if (parts == 1 && end == first.end)
        return end;
    reading->unit = gsay_unit_of_code((gsay_str){ code, len });
    reading->code =
        reading->unit ? gsay_str_of(reading->unit->ucum) : gsay_arena_copy(scan->arena, (gsay_str){ code, len });
    reading->dimension = (uint8_t)(reading->unit ? reading->unit->dimension : GSAY_DIMENSION_OTHER);
    return end;
}

/* Read what makes an age of a stretch of time: "old", "of age", with hyphens where the news has them. */
static uint32_t read_age(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + gsay_scan_hyphen(scan, at);
    if (gsay_scan_id(scan, end) == GSAY_FIXED_OLD || gsay_scan_id(scan, end) == GSAY_FIXED_OLDS)
        return end + 1;
    if (gsay_scan_id(scan, at) == GSAY_FIXED_OF && gsay_scan_id(scan, at + 1) == GSAY_FIXED_AGE)
        return at + 2;
    return at;
}

/* The closing bracket of an opening one, or 0. */
static char closing_of(char mark)
{
    return mark == '(' ? ')' : mark == '[' ? ']' : mark == '{' ? '}' : mark == '<' ? '>' : 0;
}

/* Tell whether a unit counts calendar time, from seconds on: the date recogniser reads those. */
static bool is_calendar_time(const gsay_scan *scan, uint32_t at, const gsay_unit *unit)
{
    return gsay_scan_is(scan, at, GSAY_WORD(TIME_UNIT)) && unit->factor[0] != '0';
}

uint32_t gsay_scan_unit(const gsay_scan *scan, uint32_t at, gsay_unit_reading *reading)
{
    gsay_token token = gsay_scan_token(scan, at);
    char       closing = closing_of(token.mark);
    bool       has_hyphen = gsay_scan_hyphen(scan, at) && is_word(scan, at + 1);
    uint32_t   begin = at + (has_hyphen || closing);
    if (at >= scan->end || gsay_scan_token(scan, begin).kind == GSAY_TOKEN_DIGITS || is_stop(token.mark))
        return at;
    struct found found = find_unit(scan, begin);
    if (!found.unit)
        return at;
    found = read_degrees(scan, found);
    reading->unit = found.unit;
    reading->code = gsay_str_of(found.unit->ucum);
    reading->dimension = (uint8_t)found.unit->dimension;
    reading->is_tight = has_hyphen;
    if (closing)
        return gsay_scan_marks(scan, found.end, closing) && gsay_scan_text(scan, begin).len > 1 ? found.end + 1 : at;
    if (found.unit->dimension == GSAY_DIMENSION_TIME) {
        uint32_t end = read_age(scan, found.end);
        reading->is_age = end > found.end;
        if (reading->is_age)
            return end;
        if (is_calendar_time(scan, begin, found.unit))
            return at;
    }
    if (found.unit->dimension == GSAY_DIMENSION_PERCENT || found.unit->dimension == GSAY_DIMENSION_POINT || has_hyphen)
        return found.end;
    return read_compound(scan, found, reading);
}
