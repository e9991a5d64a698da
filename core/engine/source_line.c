/* The table of a source's own line. */
#include "engine/source_line.h"

#include "base/intern.h"

#define COUNT_MAX 0x7fffffff /* of what one source holds: it has no more bytes */

static const char *const schema_words[] = { "none", GSAY_RECORD_SCHEMA };
static const char *const role_words[] = { "peer", "draft", "reference" };

/* Mentions by kind, by the kind's name. */
struct kind_counts {
    uint64_t kinds[GSAY_KIND_COUNT];
};

#define KIND_ROW(name, text) GSAY_ROW_NUMBER(struct kind_counts, kinds[GSAY_KIND_##name], text, 0, COUNT_MAX),
static const gsay_field kind_fields[] = { GSAY_KINDS(KIND_ROW) GSAY_ROW_END };
#undef KIND_ROW

static const gsay_object        kind_object = { kind_fields, sizeof(struct kind_counts), alignof(struct kind_counts) };
static const gsay_object *const kind_objects[] = { &kind_object };
static const gsay_object *const term_objects[] = { &gsay_term_object };
static const gsay_object *const finding_objects[] = { &gsay_finding_object };
static const gsay_object *const failure_objects[] = { &gsay_failure_object };

static const gsay_field line_fields[] = {
    GSAY_ROW_WORD(gsay_source_line, schema, "schema", schema_words),
    GSAY_ROW_TEXT(gsay_source_line, name, "source"),
    GSAY_ROW_TEXT(gsay_source_line, group, "group"),
    GSAY_ROW_TEXT(gsay_source_line, title, "title"),
    GSAY_ROW_WORD(gsay_source_line, role, "role", role_words),
    GSAY_ROW_FLAG(gsay_source_line, has_path, "path"),
    GSAY_ROW_DAY(gsay_source_line, date, "date"),
    GSAY_ROW_DAY(gsay_source_line, filed, "filed"),
    GSAY_ROW_NUMBER(gsay_source_line, bytes, "bytes", 0, COUNT_MAX),
    GSAY_ROW_OBJECT(gsay_source_line, kinds, "mentions", kind_objects),
    GSAY_ROW_NUMBER(gsay_source_line, claims, "claims", 0, COUNT_MAX),
    GSAY_ROW_NUMBER(gsay_source_line, records, "records", 0, COUNT_MAX),
    GSAY_ROW_NUMBER(gsay_source_line, named, "named", 0, COUNT_MAX),
    GSAY_ROW_TEXTS(gsay_source_line, words, word_count, "words", COUNT_MAX),
    GSAY_ROW_FLAG(gsay_source_line, has_terms, "has_terms"),
    GSAY_ROW_OBJECTS(gsay_source_line, terms, term_count, "terms", COUNT_MAX, term_objects),
    GSAY_ROW_OBJECTS(gsay_source_line, findings, finding_count, "findings", COUNT_MAX, finding_objects),
    GSAY_ROW_OBJECTS(gsay_source_line, failures, failure_count, "failures", COUNT_MAX, failure_objects),
    GSAY_ROW_END,
};
static const gsay_object line_object = { line_fields, sizeof(gsay_source_line), alignof(gsay_source_line) };

void gsay_source_line_write(gsay_buffer *buffer, const gsay_source_line *line)
{
    gsay_record_key key = { .is_source = true, .source = gsay_hash(line->name) };
    gsay_record_key_write(buffer, &key);
    gsay_fields_write(buffer, &line_object, line);
    gsay_buffer_add_byte(buffer, '\n');
}

gsay_status gsay_source_line_read(gsay_arena *arena, const gsay_record_key *key, gsay_str json, gsay_source_line *line,
                                  gsay_error *err)
{
    gsay_source_line read;
    GSAY_TRY(gsay_fields_read(arena, json, &line_object, &read, err));
    if (read.schema != GSAY_SCHEMA_CLAIMS_1)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "its schema, " GSAY_RECORD_SCHEMA ", is missing");
    if (read.name.len == 0)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "its source has no name");
    if (key->source != gsay_hash(read.name) || key->offset || key->sequence)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "its columns do not say what its JSON says");
    for (size_t i = 0; i < read.finding_count; i++)
        GSAY_TRY(gsay_finding_adopt(&read.findings[i], read.name, read.group, err));
    for (size_t i = 0; i < read.failure_count; i++)
        if (!read.failures[i].rule.len || !read.failures[i].message.len)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "a failure lacks its rule or its message");
    *line = read;
    return GSAY_OK;
}
