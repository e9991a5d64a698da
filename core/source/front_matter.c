/* Front matter, line by line.
 *
 * No YAML or TOML library: what a linter for facts wants of them is three values at the top level. What the subset does
 * not cover (anchors, block scalars, tables) is passed over, so it can only lose metadata, never invent it. */
#include "source/front_matter.h"

#define ISO_DAY_BYTES 10u /* YYYY-MM-DD */

typedef enum field_kind { FIELD_NONE = 0, FIELD_TITLE, FIELD_AUTHOR, FIELD_DATE } field_kind;

struct key_row {
    const char *key;
    field_kind  field;
};

/* As Jekyll, Hugo, Pelican, Eleventy and MkDocs name them. A date of the last change is not when the text was filed. */
static const struct key_row keys[] = {
    { "title", FIELD_TITLE },       { "author", FIELD_AUTHOR },     { "authors", FIELD_AUTHOR },
    { "byline", FIELD_AUTHOR },     { "by", FIELD_AUTHOR },         { "date", FIELD_DATE },
    { "published", FIELD_DATE },    { "pubdate", FIELD_DATE },      { "publishdate", FIELD_DATE },
    { "publish_date", FIELD_DATE }, { "published_at", FIELD_DATE },
};

/* One reading of front matter. */
struct front {
    gsay_arena     *arena;
    gsay_statement *statement;
    char            separator; /* ':' of YAML, '=' of TOML */
    bool            is_table;  /* a [table] of TOML began: its keys are its own */
    field_kind      list;      /* a key without a value: the next "- entry" is its */
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static gsay_str trim(gsay_str text)
{
    while (text.len > 0 && is_blank(text.ptr[0]))
        text = (gsay_str){ text.ptr + 1, text.len - 1 };
    while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

int32_t gsay_stated_day(gsay_str value)
{
    value = trim(value);
    if (value.len < ISO_DAY_BYTES)
        return GSAY_DAY_NONE;
    if (value.len > ISO_DAY_BYTES) {
        char sign = value.ptr[ISO_DAY_BYTES];
        char hour = value.len > ISO_DAY_BYTES + 1 ? value.ptr[ISO_DAY_BYTES + 1] : 'x';
        if ((sign != 'T' && sign != 't' && sign != ' ') || hour < '0' || hour > '2')
            return GSAY_DAY_NONE;
    }
    return gsay_day_read((gsay_str){ value.ptr, ISO_DAY_BYTES });
}

void gsay_statement_take(const gsay_statement *statement, gsay_source *source)
{
    if (source->title.len == 0)
        source->title = statement->title;
    if (source->author.len == 0)
        source->author = statement->author;
    if (source->date == GSAY_DAY_NONE)
        source->date = statement->day;
}

/* The line at *at, without its line break; *at moves behind it. */
static gsay_str take_line(gsay_str text, size_t *at)
{
    gsay_str    line = { text.ptr + *at, text.len - *at };
    const char *feed = line.len ? memchr(line.ptr, '\n', line.len) : NULL;
    *at = feed ? (size_t)(feed - text.ptr) + 1 : text.len;
    line.len = feed ? (size_t)(feed - line.ptr) : line.len;
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}

static field_kind field_of(gsay_str key)
{
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const char *known = keys[i].key;
        size_t      at = 0;
        while (at < key.len && known[at] == (key.ptr[at] >= 'A' && key.ptr[at] <= 'Z' ? key.ptr[at] + 32 : key.ptr[at]))
            at++;
        if (at == key.len && known[at] == '\0')
            return keys[i].field;
    }
    return FIELD_NONE;
}

/* The words between two quotation marks, without the escapes of the kind (\" in double ones, '' in single ones). ptr
 * NULL: no memory. */
static gsay_str read_quoted(struct front *front, gsay_str value)
{
    char   mark = value.ptr[0];
    char   escape = mark == '"' ? '\\' : '\'';
    char  *bytes = GSAY_NEW(front->arena, char, value.len);
    size_t len = 0;
    if (!bytes)
        return (gsay_str){ NULL, 0 };
    for (size_t at = 1; at < value.len; at++) {
        bool is_escaped = value.ptr[at] == escape && at + 1 < value.len &&
                          (value.ptr[at + 1] == mark || (mark == '"' && value.ptr[at + 1] == '\\'));
        if (!is_escaped && value.ptr[at] == mark)
            break;
        at += is_escaped;
        bytes[len++] = value.ptr[at];
    }
    /* without an escape it stands in the text as it is, and so has a place there */
    return memcmp(bytes, value.ptr + 1, len) == 0 ? (gsay_str){ value.ptr + 1, len } : (gsay_str){ bytes, len };
}

/* A value without its quotation marks, or without the comment behind it. */
static gsay_str read_value(struct front *front, gsay_str value)
{
    value = trim(value);
    if (value.len > 1 && value.ptr[0] == '[')
        value = trim((gsay_str){ value.ptr + 1, value.len - 1 });
    else if (value.len > 0 && memchr("|>&*{!", value.ptr[0], 6))
        return (gsay_str){ "", 0 }; /* a value of several lines, or an object */
    if (value.len > 1 && (value.ptr[0] == '"' || value.ptr[0] == '\''))
        return read_quoted(front, value);
    for (size_t at = 1; at < value.len; at++)
        if (value.ptr[at] == '#' && is_blank(value.ptr[at - 1]))
            value.len = at;
    return trim(value);
}

/* The first entry of a bare list: "[Ada Holm, Jon Vik]". */
static gsay_str first_entry(gsay_str value, bool is_list)
{
    if (!is_list)
        return value;
    for (size_t at = 0; at < value.len; at++)
        if (value.ptr[at] == ',' || value.ptr[at] == ']')
            value.len = at;
    return trim(value);
}

static gsay_status keep(struct front *front, field_kind field, gsay_str raw, gsay_error *err)
{
    gsay_statement *statement = front->statement;
    gsay_str        trimmed = trim(raw);
    bool            is_list = trimmed.len > 0 && trimmed.ptr[0] == '[';
    gsay_str        value = read_value(front, raw);
    if (!value.ptr)
        return gsay_fail_memory(err);
    char before = value.ptr > raw.ptr && value.ptr <= raw.ptr + raw.len ? value.ptr[-1] : ' ';
    bool is_bare = value.ptr >= raw.ptr && value.ptr <= raw.ptr + raw.len && before != '"' && before != '\'';
    value = first_entry(value, is_list && is_bare);
    if (field == FIELD_TITLE && statement->title.len == 0)
        statement->title = value;
    else if (field == FIELD_AUTHOR && statement->author.len == 0)
        statement->author = value;
    else if (field == FIELD_DATE && statement->day == GSAY_DAY_NONE)
        statement->day = gsay_stated_day(value);
    return GSAY_OK;
}

static gsay_status read_line(struct front *front, gsay_str line, gsay_error *err)
{
    gsay_str   entry = trim(line);
    field_kind list = front->list;
    if (entry.len == 0 || entry.ptr[0] == '#')
        return GSAY_OK;
    front->list = FIELD_NONE;
    if (list && entry.len > 2 && entry.ptr[0] == '-' && is_blank(entry.ptr[1])) {
        bool is_object = memchr(entry.ptr, ':', entry.len) != NULL;
        return is_object ? GSAY_OK : keep(front, list, (gsay_str){ entry.ptr + 1, entry.len - 1 }, err);
    }
    front->is_table = front->is_table || (front->separator == '=' && entry.ptr[0] == '[');
    const char *sign = memchr(line.ptr, front->separator, line.len);
    if (!sign || front->is_table || is_blank(line.ptr[0])) /* an indented key belongs to the one above it */
        return GSAY_OK;
    field_kind found = field_of(trim((gsay_str){ line.ptr, (size_t)(sign - line.ptr) }));
    gsay_str   value = { sign + 1, line.len - (size_t)(sign + 1 - line.ptr) };
    if (found == FIELD_NONE)
        return GSAY_OK;
    if (trim(value).len == 0) {
        front->list = found;
        return GSAY_OK;
    }
    return keep(front, found, value, err);
}

/* The separator of keys that a first line announces, 0 when it is no fence. */
static char separator_of(gsay_str fence)
{
    while (fence.len > 3 && is_blank(fence.ptr[fence.len - 1]))
        fence.len--;
    return gsay_str_equal(fence, GSAY_STR("---")) ? ':' : gsay_str_equal(fence, GSAY_STR("+++")) ? '=' : 0;
}

/* Where the front matter ends, 0 when there is none: a rule ("---") at the head of a text is no fence, so the first
 * line must have a key. */
static size_t find_end(gsay_str text, char separator)
{
    size_t   at = 0;
    gsay_str fence = take_line(text, &at);
    for (bool is_first = true; at < text.len; is_first = false) {
        gsay_str line = take_line(text, &at);
        bool     is_yaml_end = separator == ':' && gsay_str_equal(line, GSAY_STR("..."));
        if (is_yaml_end || gsay_str_equal(trim(line), trim(fence)))
            return at;
        if (is_first &&
            (line.len == 0 || (line.ptr[0] != '#' && line.ptr[0] != '[' && !memchr(line.ptr, separator, line.len))))
            return 0;
    }
    return 0;
}

gsay_status gsay_front_matter_read(gsay_arena *arena, gsay_str text, gsay_statement *statement, size_t *length,
                                   gsay_error *err)
{
    gsay_statement result = { .day = GSAY_DAY_NONE };
    struct front   front = { .arena = arena, .statement = &result };
    size_t         at = 0;
    front.separator = separator_of(take_line(text, &at));
    size_t end = front.separator ? find_end(text, front.separator) : 0;
    while (at < end)
        GSAY_TRY(read_line(&front, take_line(text, &at), err));
    *statement = result;
    *length = end;
    return GSAY_OK;
}
