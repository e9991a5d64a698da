/* Values printed: as JSON for programs (INTERFACES.md, "extract") and as a person would write them in a table.
 *
 * Everything goes through gsay_decimal_print or the calendar, so what is printed is what was written, digit for digit.
 */
#include "extract/value.h"

#define SCALE_SHOWN_MIN                                                                                                \
    6 /* powers of ten: from a million on, a table says "1.5 million" where that is how it was written */

/* The members of a value without its strings: keys, marks, words, days; of a number without its ends. */
#define NAME_ROOM     ((size_t)128) /* its braces, too */
#define TEMPORAL_ROOM ((size_t)192)
#define NUMBER_ROOM   ((size_t)128)

/* Bytes of a word that is copied whole, whatever its length: a few moves instead of a call. */
#define WORD_BYTES 20

static const char *const kind_names[GSAY_KIND_COUNT] = { [GSAY_KIND_NONE] = "none",
#define KIND_NAME(name, text) [GSAY_KIND_##name] = text,
                                                         GSAY_KINDS(KIND_NAME)
#undef KIND_NAME
};

static const char *const bound_names[GSAY_BOUND_COUNT] = {
#define BOUND_NAME(name, text) [GSAY_BOUND_##name] = text,
    GSAY_BOUNDS(BOUND_NAME)
#undef BOUND_NAME
};

/* What stands before a shown number. */
static const char *const bound_words[GSAY_BOUND_COUNT] = {
    [GSAY_BOUND_APPROX] = "about ",        [GSAY_BOUND_NEARLY] = "nearly ",   [GSAY_BOUND_AT_LEAST] = "at least ",
    [GSAY_BOUND_MORE_THAN] = "more than ", [GSAY_BOUND_AT_MOST] = "at most ", [GSAY_BOUND_LESS_THAN] = "less than ",
};

/* X(NAME, name as printed) */
#define NAME_TYPES(X)                                                                                                  \
    X(OTHER, "other")                                                                                                  \
    X(PERSON, "person")                                                                                                \
    X(ORG, "org")                                                                                                      \
    X(PLACE, "place")

static const char *const name_types[] = {
#define NAME_TYPE(name, text) [GSAY_NAME_##name] = text,
    NAME_TYPES(NAME_TYPE)
#undef NAME_TYPE
};

/* Members whose value is one of few words are written whole. */
struct word_member {
    char   text[WORD_BYTES];
    size_t len;
};
#define WORD_MEMBER(text)                                                                                              \
    {                                                                                                                  \
        text, sizeof text - 1                                                                                          \
    }

static const struct word_member name_type_members[] = {
#define NAME_TYPE_MEMBER(name, text) [GSAY_NAME_##name] = WORD_MEMBER(",\"type\":\"" text "\""),
    NAME_TYPES(NAME_TYPE_MEMBER)
#undef NAME_TYPE_MEMBER
};

static const struct word_member bound_members[] = {
#define BOUND_MEMBER(name, text) [GSAY_BOUND_##name] = WORD_MEMBER("\"bound\":\"" text "\""),
    GSAY_BOUNDS(BOUND_MEMBER)
#undef BOUND_MEMBER
};

static const char *const resolution_names[] = {
    [GSAY_RESOLVED_NOT] = "",
    [GSAY_RESOLVED_TEXT] = "text",
    [GSAY_RESOLVED_DATE] = "date",
    [GSAY_RESOLVED_GROUP] = "group",
};

/* Units whose code is not what a reader knows them by; one: of a single one, NULL the same. */
static const struct unit_face {
    const char *code;
    const char *shown;
    const char *one;
} unit_faces[] = {
    { "%", "%", NULL },
    { "pp", " points", " point" },
    { "a", " years", " year" },
    { "mo", " months", " month" },
    { "wk", " weeks", " week" },
    { "d", " days", " day" },
    { "h", " hours", " hour" },
    { "min", " minutes", " minute" },
    { "s", " seconds", " second" },
    { "Cel", " °C", NULL },
    { "[degF]", " °F", NULL },
    { "deg", "°", NULL },
    { "[mi_i]", " miles", " mile" },
    { "[ft_i]", " feet", " foot" },
    { "[in_i]", " inches", " inch" },
    { "[yd_i]", " yards", " yard" },
    { "[lb_av]", " lb", NULL },
    { "[oz_av]", " oz", NULL },
    { "[mi_i]/h", " mph", NULL },
    { "[acr_us]", " acres", " acre" },
    { "[gal_us]", " gal", NULL },
    { "[bbl_us]", " barrels", " barrel" },
    { "[smi_us]", " square miles", " square mile" },
};

/* Signs that stand before an amount. */
static const struct unit_face currency_faces[] = {
    { "$", "$", NULL },   { "USD", "US$", NULL }, { "EUR", "€", NULL },
    { "GBP", "£", NULL }, { "JPY", "¥", NULL },   { "INR", "₹", NULL },
};

/* The scales that a table names, falling. */
static const struct scale_face {
    int         power;
    const char *shown;
} scale_faces[] = { { 12, " trillion" }, { 9, " billion" }, { SCALE_SHOWN_MIN, " million" } };

/* What a code is shown as, or NULL. */
static const char *face_of(const struct unit_face *faces, size_t count, gsay_str code, bool is_one)
{
    for (size_t i = 0; i < count; i++)
        if (gsay_str_equal(code, gsay_str_of(faces[i].code)))
            return is_one && faces[i].one ? faces[i].one : faces[i].shown;
    return NULL;
}

/* Tell whether a number is exactly 1, whose noun and unit stand in the singular. */
static bool is_one(const gsay_number *number)
{
    return number->has_lo && number->has_hi && number->lo.coefficient == 1 && number->lo.exponent == 0 &&
           number->lo.divisor <= 1 && gsay_decimal_compare(number->lo, number->hi) == 0;
}

/* Append a number between quotation marks. Returns where that begins. */
static size_t add_decimal_member(gsay_buffer *buffer, gsay_str key, gsay_decimal value)
{
    gsay_buffer_add_key(buffer, key);
    size_t begin = buffer->len;
    gsay_buffer_add_byte(buffer, '"');
    gsay_decimal_print(buffer, value);
    gsay_buffer_add_byte(buffer, '"');
    return begin;
}

static void add_known_member(gsay_buffer *buffer, gsay_str key, gsay_str value)
{
    if (value.len)
        gsay_buffer_add_member(buffer, key, value);
}

static char *put_word(char *end, const struct word_member *member)
{
    memcpy(end, member->text, sizeof member->text);
    return end + member->len;
}

/* Write a comma unless the object begins here. */
static char *put_comma(char *end)
{
    *end = ',';
    return end + (end[-1] != '{');
}

/* A member of which is written only what is known. */
static char *put_known(char *end, gsay_str key, gsay_str text)
{
    return text.len ? gsay_put_json(gsay_put(end, key), text) : end;
}

static char *put_integer(char *end, int64_t value)
{
    *end = '-';
    return gsay_put_unsigned(end + (value < 0), (uint64_t)(value < 0 ? -value : value));
}

static char *put_day(char *end, gsay_str key, int32_t day)
{
    if (day == GSAY_DAY_NONE)
        return end;
    end = gsay_put(put_comma(end), key);
    end += gsay_day_print(day, end).len;
    *end++ = '"';
    return end;
}

static bool is_same_decimal(gsay_decimal a, gsay_decimal b)
{
    return a.coefficient == b.coefficient && a.exponent == b.exponent && a.divisor == b.divisor &&
           a.precision == b.precision;
}

/* Most numbers are exact: both ends are then printed once. */
static void write_number(gsay_buffer *buffer, const gsay_number *number)
{
    bool   is_exact = number->has_lo && number->has_hi && is_same_decimal(number->lo, number->hi);
    size_t begin = number->has_lo ? add_decimal_member(buffer, GSAY_STR("lo"), number->lo) : buffer->len;
    if (!is_exact && number->has_hi)
        add_decimal_member(buffer, GSAY_STR("hi"), number->hi);
    size_t len = is_exact ? buffer->len - begin : 0;
    char  *end = gsay_buffer_room(buffer, NUMBER_ROOM + len + GSAY_JSON_ROOM(number->unit.len + number->of.len));
    if (!end)
        return;
    if (is_exact)
        end = gsay_put(gsay_put(end, GSAY_STR(",\"hi\":")), (gsay_str){ buffer->ptr + begin, len });
    end = put_word(put_comma(end), &bound_members[number->bound]);
    end = put_known(end, GSAY_STR(",\"unit\":"), number->unit);
    end = put_known(end, GSAY_STR(",\"of\":"), number->of);
    gsay_buffer_end(buffer, put_integer(gsay_put(end, GSAY_STR(",\"precision\":")), number->precision));
}

static void write_temporal(gsay_buffer *buffer, const gsay_temporal *temporal, bool has_length)
{
    char *end = gsay_buffer_room(buffer, TEMPORAL_ROOM + GSAY_JSON_ROOM(temporal->timex.len));
    if (!end)
        return;
    end = put_known(end, GSAY_STR("\"value\":"), temporal->timex);
    if (temporal->resolved_by != GSAY_RESOLVED_NOT) {
        end = put_day(end, GSAY_STR("\"from\":\""), temporal->days.from);
        end = put_day(end, GSAY_STR("\"to\":\""), temporal->days.to);
        end = gsay_put(put_comma(end), GSAY_STR("\"resolved_by\":"));
        end = gsay_put_json(end, gsay_str_of(resolution_names[temporal->resolved_by]));
    }
    if (temporal->weekday)
        end = put_integer(gsay_put(put_comma(end), GSAY_STR("\"weekday\":")), temporal->weekday);
    if (temporal->is_approx)
        end = gsay_put(put_comma(end), GSAY_STR("\"mod\":\"approx\""));
    gsay_buffer_end(buffer, end);
    if (has_length)
        write_number(buffer, &temporal->length);
}

/* Most of what is extracted are names: each is written into room that is found once. */
static void write_name(gsay_buffer *buffer, const gsay_name *name)
{
    size_t strings = name->form.len + name->title.len + name->given.len + name->family.len;
    char  *end = gsay_buffer_room(buffer, NAME_ROOM + GSAY_JSON_ROOM(strings));
    if (!end)
        return;
    end = gsay_put_json(gsay_put(end, GSAY_STR("{\"form\":")), name->form);
    end = put_word(end, &name_type_members[name->type]);
    end = put_known(end, GSAY_STR(",\"title\":"), name->title);
    end = put_known(end, GSAY_STR(",\"given\":"), name->given);
    end = put_known(end, GSAY_STR(",\"family\":"), name->family);
    *end = '}';
    gsay_buffer_end(buffer, end + 1);
}

static void write_quote(gsay_buffer *buffer, const gsay_quote *quote)
{
    add_known_member(buffer, GSAY_STR("speaker"), quote->speaker);
    add_known_member(buffer, GSAY_STR("cue"), quote->cue);
    gsay_buffer_add_member(buffer, GSAY_STR("normal"), quote->normal);
}

/* What is no name. */
static void write_other(gsay_buffer *buffer, const gsay_value *value)
{
    gsay_buffer_add_byte(buffer, '{');
    if (gsay_kind_is_number(value->kind))
        write_number(buffer, &value->as.number);
    else if (gsay_kind_is_temporal(value->kind))
        write_temporal(buffer, &value->as.temporal, value->kind == GSAY_KIND_DURATION);
    else if (value->kind == GSAY_KIND_QUOTE)
        write_quote(buffer, &value->as.quote);
    gsay_buffer_add_byte(buffer, '}');
}

/* Append text with a comma after every third digit from the right of its integer part. */
static void add_grouped(gsay_buffer *buffer, gsay_str text)
{
    size_t from = text.len && text.ptr[0] == '-';
    size_t to = from;
    while (to < text.len && text.ptr[to] >= '0' && text.ptr[to] <= '9')
        to++;
    bool is_grouped = to - from > 4 || (to - from == 4 && to < text.len);
    for (size_t i = 0; i < text.len; i++) {
        if (is_grouped && i > from && i < to && (to - i) % 3 == 0)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_byte(buffer, text.ptr[i]);
    }
}

/* Append a decimal as a reader writes it: with a scale word where it was written in round millions, else grouped. */
static void show_decimal(gsay_buffer *buffer, gsay_decimal value, bool is_money)
{
    gsay_buffer plain = { 0 };
    const char *word = "";
    for (size_t i = 0; i < sizeof scale_faces / sizeof *scale_faces; i++) {
        int          power = scale_faces[i].power;
        gsay_decimal size = value.coefficient < 0 ? gsay_decimal_subtract(gsay_decimal_from(0), value) : value;
        if (value.precision + 3 < power ||
            gsay_decimal_compare(size, gsay_decimal_shift(gsay_decimal_from(1), power)) < 0 ||
            (!is_money && value.precision <= 0))
            continue;
        value = gsay_decimal_shift(value, -power);
        word = scale_faces[i].shown;
        break;
    }
    gsay_decimal_print(&plain, value);
    add_grouped(buffer, gsay_buffer_view(&plain));
    buffer->has_failed |= plain.has_failed;
    gsay_buffer_clear(&plain);
    gsay_buffer_add(buffer, gsay_str_of(word));
}

/* Append a unit behind its number; the code itself where a reader has no better word for it. */
static void show_unit(gsay_buffer *buffer, const gsay_number *number)
{
    const char *face = face_of(unit_faces, sizeof unit_faces / sizeof *unit_faces, number->unit, is_one(number));
    if (number->unit.len && !face)
        gsay_buffer_add_byte(buffer, ' ');
    gsay_buffer_add(buffer, face ? gsay_str_of(face) : number->unit);
}

static void show_number(gsay_buffer *buffer, const gsay_number *number, bool is_money)
{
    const char *word = bound_words[number->bound];
    const char *sign =
        is_money ? face_of(currency_faces, sizeof currency_faces / sizeof *currency_faces, number->unit, false) : NULL;
    gsay_buffer_add(buffer, gsay_str_of(word));
    if (sign)
        gsay_buffer_add(buffer, gsay_str_of(sign));
    if (number->has_lo)
        show_decimal(buffer, number->lo, is_money);
    if (number->has_hi && number->has_lo && gsay_decimal_compare(number->lo, number->hi) != 0)
        gsay_buffer_add(buffer, GSAY_STR(" to "));
    if (number->has_hi && (!number->has_lo || gsay_decimal_compare(number->lo, number->hi) != 0))
        show_decimal(buffer, number->hi, is_money);
    if (!number->has_lo && !number->has_hi)
        gsay_buffer_add(buffer, GSAY_STR("some"));
    if (!sign)
        show_unit(buffer, number);
    if (number->of.len) {
        gsay_buffer_add_byte(buffer, ' ');
        if (is_one(number))
            gsay_buffer_add(buffer, number->of);
        else
            gsay_plural_add(buffer, number->of);
    }
}

/* Append the ending that an ordinal's last digits ask for. */
static void show_ordinal(gsay_buffer *buffer, const gsay_number *number)
{
    static const char *const endings[] = { "th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th" };
    size_t                   begin = buffer->len;
    gsay_decimal_print(buffer, number->lo);
    gsay_str shown = { buffer->ptr + begin, buffer->len - begin };
    if (buffer->has_failed || shown.len == 0)
        return;
    char last = shown.ptr[shown.len - 1];
    bool is_teen = shown.len > 1 && shown.ptr[shown.len - 2] == '1';
    gsay_buffer_add(buffer, gsay_str_of(is_teen || last < '0' || last > '9' ? "th" : endings[last - '0']));
}

static void show_temporal(gsay_buffer *buffer, const gsay_value *value)
{
    const gsay_temporal *temporal = &value->as.temporal;
    char                 text[16];
    if (value->kind == GSAY_KIND_DURATION && (temporal->length.has_lo || temporal->length.has_hi)) {
        show_number(buffer, &temporal->length, false);
        return;
    }
    if (temporal->timex.len) {
        gsay_buffer_add(buffer, temporal->timex);
        return;
    }
    if (temporal->days.from != GSAY_DAY_NONE) {
        gsay_buffer_add(buffer, GSAY_STR("from "));
        gsay_buffer_add(buffer, gsay_day_print(temporal->days.from, text));
    }
    if (temporal->days.to != GSAY_DAY_NONE) {
        gsay_buffer_add(buffer, temporal->days.from == GSAY_DAY_NONE ? GSAY_STR("before ") : GSAY_STR(" to before "));
        gsay_buffer_add(buffer, gsay_day_print(temporal->days.to, text));
    }
}

const char *gsay_kind_name(gsay_kind kind)
{
    return kind_names[kind];
}

const char *gsay_bound_name(gsay_bound bound)
{
    return bound_names[bound];
}

const char *gsay_name_type_name(gsay_name_type type)
{
    return name_types[type];
}

void gsay_value_write(gsay_buffer *buffer, const gsay_value *value)
{
    if (value->kind == GSAY_KIND_NAME)
        write_name(buffer, &value->as.name);
    else
        write_other(buffer, value);
}

void gsay_value_show(gsay_buffer *buffer, const gsay_value *value)
{
    if (value->kind == GSAY_KIND_ORDINAL)
        show_ordinal(buffer, &value->as.number);
    else if (gsay_kind_is_number(value->kind))
        show_number(buffer, &value->as.number, value->kind == GSAY_KIND_MONEY);
    else if (gsay_kind_is_temporal(value->kind))
        show_temporal(buffer, value);
    else if (value->kind == GSAY_KIND_NAME)
        gsay_buffer_add(buffer, value->as.name.shown);
    else if (value->kind == GSAY_KIND_QUOTE)
        gsay_buffer_add(buffer, value->as.quote.normal);
}
