/* Records, one a line, into sources. What cJSON gives is copied at once. Numbers are not used, which spares cJSON's
 * doubles. */
#include "source/jsonl.h"

#include <cjson/cJSON.h>

#include "base/utf8.h"
#include "source/json.h"
#include "source/reader.h"

struct role_row {
    const char *name;
    gsay_role   role;
};

static const struct role_row roles[] = {
    { "peer", GSAY_ROLE_PEER },
    { "draft", GSAY_ROLE_DRAFT },
    { "reference", GSAY_ROLE_REFERENCE },
};

/* One line at work. */
struct record {
    const gsay_jsonl *reader;
    gsay_arena       *arena;
    size_t            begin; /* of the line, in the input */
    gsay_str          line;
    const cJSON      *root;
    gsay_error       *err;
};

/* Fail with the line's place and the reason. */
static gsay_status refuse(const struct record *record, const char *reason)
{
    return gsay_fail(record->err, GSAY_EINPUT, record->begin, "cannot read the record at %.*s:%u: %s",
                     GSAY_ARG(record->reader->name), record->reader->line, reason);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* The string member of a name; absent and null leave *out as it is. */
static gsay_status read_string(const struct record *record, const char *name, const char *reason, gsay_str *out)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(record->root, name);
    if (!member || cJSON_IsNull(member))
        return GSAY_OK;
    if (!cJSON_IsString(member))
        return refuse(record, reason);
    *out = gsay_arena_copy(record->arena, gsay_str_of(member->valuestring));
    return out->ptr ? GSAY_OK : gsay_fail_memory(record->err);
}

static gsay_status read_role(const struct record *record, gsay_source *source)
{
    gsay_str name = GSAY_STR("peer");
    GSAY_TRY(read_string(record, "role", "\"role\" is no string", &name));
    for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
        if (gsay_str_equal(name, gsay_str_of(roles[i].name))) {
            source->role = roles[i].role;
            return GSAY_OK;
        }
    }
    return refuse(record, "its role is unknown; it may be peer, draft or reference");
}

static gsay_status read_format(const struct record *record, gsay_source *source)
{
    gsay_str name = GSAY_STR("text");
    GSAY_TRY(read_string(record, "format", "\"format\" is no string", &name));
    bool is_known = gsay_format_named(name, &source->format);
    if (!is_known || source->format == GSAY_FORMAT_AUTO || source->format == GSAY_FORMAT_JSONL ||
        source->format == GSAY_FORMAT_CLAIMS)
        return refuse(record, "its format is unknown; it may be text, markdown or html");
    return GSAY_OK;
}

static gsay_status read_date(const struct record *record, gsay_source *source)
{
    gsay_str date = { NULL, 0 };
    source->date = GSAY_DAY_NONE;
    GSAY_TRY(read_string(record, "date", "\"date\" is no string", &date));
    if (!date.ptr)
        return GSAY_OK;
    source->date = gsay_day_read(date);
    return source->date == GSAY_DAY_NONE ? refuse(record, "its date is no day; write YYYY-MM-DD") : GSAY_OK;
}

/* *source is written only when every member is right. */
static gsay_status read_members(const struct record *record, gsay_source *source)
{
    gsay_source result = { .group = { "", 0 }, .title = { "", 0 } };
    if (!cJSON_IsObject(record->root))
        return refuse(record, "it is no object; write {\"id\": ..., \"text\": ...}");
    GSAY_TRY(read_string(record, "id", "\"id\" is no string", &result.name));
    GSAY_TRY(read_string(record, "text", "\"text\" is no string", &result.input));
    GSAY_TRY(read_string(record, "group", "\"group\" is no string", &result.group));
    GSAY_TRY(read_string(record, "title", "\"title\" is no string", &result.title));
    GSAY_TRY(read_role(record, &result));
    GSAY_TRY(read_format(record, &result));
    GSAY_TRY(read_date(record, &result));
    if (result.name.len == 0)
        return refuse(record, "it has no \"id\"");
    if (!result.input.ptr)
        return refuse(record, "it has no \"text\"");
    *source = result;
    return GSAY_OK;
}

/* Check, parse, take over. */
static gsay_status read_record(struct record *record, gsay_source *source)
{
    size_t bad = gsay_utf8_check(record->line);
    if (bad < record->line.len)
        return gsay_fail(record->err, GSAY_EENCODING, record->begin + bad,
                         "cannot read the record at %.*s:%u: invalid UTF-8 or NUL at byte %zu",
                         GSAY_ARG(record->reader->name), record->reader->line, record->begin + bad);
    cJSON      *root = NULL;
    const char *reason = NULL;
    gsay_status status = gsay_json_parse(record->line, &root, &reason);
    if (status != GSAY_OK)
        return status == GSAY_ENOMEM ? gsay_fail_memory(record->err) : refuse(record, reason);
    record->root = root;
    status = read_members(record, source);
    cJSON_Delete(root);
    return status;
}

/* Take the next line, without its line break. Returns false when none is left. */
static bool take_line(gsay_jsonl *reader, gsay_str *line)
{
    if (reader->offset == 0 && gsay_str_starts(reader->text, GSAY_STR("\xEF\xBB\xBF")))
        reader->offset = 3;
    if (reader->offset >= reader->text.len)
        return false;
    const char *begin = reader->text.ptr + reader->offset;
    size_t      left = reader->text.len - reader->offset;
    const char *feed = memchr(begin, '\n', left);
    *line = (gsay_str){ begin, feed ? (size_t)(feed - begin) : left };
    reader->offset += line->len + (feed != NULL);
    reader->line++;
    return true;
}

static bool is_blank(gsay_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (!is_space(line.ptr[i]))
            return false;
    return true;
}

gsay_status gsay_jsonl_next(gsay_jsonl *reader, gsay_arena *arena, gsay_source *source, bool *is_end, gsay_error *err)
{
    struct record record = { .reader = reader, .arena = arena, .err = err };
    do {
        if (!take_line(reader, &record.line)) {
            *is_end = true;
            return GSAY_OK;
        }
    } while (is_blank(record.line));
    record.begin = (size_t)(record.line.ptr - reader->text.ptr);
    *is_end = false;
    return read_record(&record, source);
}
