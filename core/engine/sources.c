/* Taking sources in: paths, folders, standard input, JSONL records, texts from memory.
 *
 * Files are only listed here and read by the thread that extracts them. Standard input and JSONL are read at once: the
 * one cannot be read twice, the other is parsed by cJSON, which is for one thread. So are the records of extraction. */
#include "engine/records.h"

#include <stdlib.h>

#include "source/jsonl.h"
#include "source/reader.h"
#include "source/walk.h"

gsay_str gsay_engine_group(const gsay_engine *engine, gsay_str path, gsay_str folder)
{
    switch (engine->settings.group_by) {
    case GSAY_GROUP_FOLDER:
        return folder;
    case GSAY_GROUP_FILE:
        return path;
    case GSAY_GROUP_ALL:
        break;
    }
    return GSAY_STR("");
}

gsay_status gsay_engine_take(gsay_engine *engine, const gsay_engine_source *source, uint32_t *index, bool *is_new,
                             gsay_error *err)
{
    if (engine->has_run)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "cannot add %.*s: the engine has run; open another for the next run",
                         GSAY_ARG(source->source.name));
    gsay_engine_source *grown =
        gsay_arena_grow(&engine->arena, engine->sources, sizeof *grown, engine->source_count, &engine->source_capacity);
    if (!grown)
        return gsay_fail_memory(err);
    engine->sources = grown;
    GSAY_TRY(gsay_intern_add(&engine->names, source->source.name, index, err));
    *is_new = *index == engine->source_count;
    if (*is_new)
        engine->sources[engine->source_count++] = *source;
    return GSAY_OK;
}

/* A file that is named twice, or named and walked, is one source: a reference when it was so named once, since a text
 * is not held against itself. */
static gsay_status add_file(gsay_engine *engine, const gsay_file *file, gsay_role role, gsay_error *err)
{
    bool               is_new = false;
    uint32_t           index = 0;
    gsay_engine_source source = { .is_file = true, .is_walked = file->is_walked, .has_path = true };
    source.source.name = file->path;
    source.source.group = gsay_engine_group(engine, file->path, file->folder);
    source.source.role = role;
    source.source.date = GSAY_DAY_NONE;
    source.source.format = engine->settings.format ? engine->settings.format : gsay_format_of(file->path);
    GSAY_TRY(gsay_engine_take(engine, &source, &index, &is_new, err));
    gsay_engine_source *taken = &engine->sources[index];
    if (!taken->is_file)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "cannot add %.*s: a record of this run has the same name",
                         GSAY_ARG(file->path));
    taken->is_walked = taken->is_walked && file->is_walked;
    if (role == GSAY_ROLE_REFERENCE)
        taken->source.role = role;
    return GSAY_OK;
}

/* Standard input has no path: it is the source "-". */
/* The format of standard input: as set, else by the suffix of the name it was given. */
static gsay_format stdin_format(const gsay_engine *engine)
{
    const gsay_settings *settings = &engine->settings;
    return settings->format || !settings->stdin_name ? settings->format
                                                     : gsay_format_of(gsay_str_of(settings->stdin_name));
}

static gsay_status add_text(gsay_engine *engine, gsay_str text, gsay_role role, gsay_error *err)
{
    bool        is_new = false;
    uint32_t    index = 0;
    const char *named = engine->settings.stdin_name;
    gsay_file   file = { .path = gsay_str_of(named ? named : "-") };
    file.folder = named ? gsay_folder_of(file.path) : GSAY_STR("");
    gsay_source source = { .name = file.path,
                           .group = gsay_engine_group(engine, file.path, file.folder),
                           .title = GSAY_STR(""),
                           .role = role,
                           .date = GSAY_DAY_NONE,
                           .input = text,
                           .format = stdin_format(engine) };
    GSAY_TRY(
        gsay_engine_take(engine, &(gsay_engine_source){ .source = source, .has_path = true }, &index, &is_new, err));
    if (named && !is_new)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "cannot call standard input %s: another source of this run has that name", named);
    return GSAY_OK;
}

/* Read the records of a file or of standard input. Their strings are copied, so the bytes are given back at once. */
static gsay_status add_record_file(gsay_engine *engine, gsay_str path, gsay_role role, gsay_error *err)
{
    gsay_arena  bytes = { 0 };
    gsay_str    text = { 0 };
    gsay_str    name = gsay_str_equal(path, GSAY_STR("-")) ? GSAY_STR("standard input") : path;
    gsay_status status = gsay_file_read(&bytes, path, &text, err);
    if (status == GSAY_OK)
        status = gsay_engine_add_jsonl(engine, name, text, role, err);
    gsay_arena_clear(&bytes);
    return status;
}

/* Read the records of extraction, a line at a time: there may be far more of them than of what is kept. */
static gsay_status add_claim_file(gsay_engine *engine, gsay_str path, gsay_role role, gsay_error *err)
{
    gsay_lines lines = { 0 };
    GSAY_TRY(gsay_lines_open(path, &lines, err));
    gsay_status status = gsay_records_add(engine, &lines, role, err);
    gsay_lines_close(&lines);
    return status;
}

static gsay_status add_standard_input(gsay_engine *engine, gsay_role role, gsay_error *err)
{
    gsay_str text = { 0 };
    if (stdin_format(engine) == GSAY_FORMAT_CLAIMS)
        return add_claim_file(engine, GSAY_STR("-"), role, err);
    if (stdin_format(engine) == GSAY_FORMAT_JSONL)
        return add_record_file(engine, GSAY_STR("-"), role, err);
    GSAY_TRY(gsay_file_read(&engine->arena, GSAY_STR("-"), &text, err));
    return add_text(engine, text, role, err);
}

gsay_status gsay_engine_add_path(gsay_engine *engine, const char *path, gsay_role role, gsay_error *error)
{
    if (strcmp(path, "-") == 0)
        return add_standard_input(engine, role, error);
    gsay_file *files = NULL;
    size_t     count = 0;
    GSAY_TRY(gsay_walk(&engine->arena, gsay_str_of(path), &engine->exclude, &files, &count, error));
    for (size_t i = 0; i < count; i++) {
        gsay_format format = engine->settings.format ? engine->settings.format : gsay_format_of(files[i].path);
        if (format == GSAY_FORMAT_JSONL)
            GSAY_TRY(add_record_file(engine, files[i].path, role, error));
        else if (format == GSAY_FORMAT_CLAIMS)
            GSAY_TRY(add_claim_file(engine, files[i].path, role, error));
        else
            GSAY_TRY(add_file(engine, &files[i], role, error));
    }
    return GSAY_OK;
}

/* Read and take one record. A bad one is a problem of the run, told by bad: the good ones are read all the same. */
static gsay_status add_record(gsay_engine *engine, gsay_jsonl *reader, gsay_role role, bool *is_end, gsay_error *bad)
{
    uint32_t           index = 0;
    bool               is_new = false;
    gsay_engine_source record = { .source = { .date = GSAY_DAY_NONE } };
    GSAY_TRY(gsay_jsonl_next(reader, &engine->arena, &record.source, is_end, bad));
    if (*is_end)
        return GSAY_OK;
    if (record.source.role == GSAY_ROLE_PEER)
        record.source.role = role;
    GSAY_TRY(gsay_engine_take(engine, &record, &index, &is_new, bad));
    if (!is_new)
        return gsay_fail(bad, GSAY_EINPUT, SIZE_MAX,
                         "cannot add the record at %.*s:%u: the id \"%.*s\" is taken; ids are unique in a run",
                         GSAY_ARG(reader->name), reader->line, GSAY_ARG(record.source.name));
    return GSAY_OK;
}

gsay_status gsay_engine_add_jsonl(gsay_engine *engine, gsay_str name, gsay_str text, gsay_role role, gsay_error *err)
{
    gsay_jsonl reader = { .text = text, .name = name };
    for (bool is_end = false; !is_end;) {
        gsay_error  bad = { 0 };
        gsay_status status = add_record(engine, &reader, role, &is_end, &bad);
        if (status == GSAY_ENOMEM)
            return gsay_fail_memory(err);
        if (status != GSAY_OK)
            GSAY_TRY(gsay_engine_add_problem(engine, status, false, gsay_str_of(bad.message), err));
    }
    return GSAY_OK;
}

gsay_status gsay_engine_add_records(gsay_engine *engine, gsay_str name, gsay_str text, gsay_role role, gsay_error *err)
{
    gsay_lines lines = { .name = name, .text = text };
    return gsay_records_add(engine, &lines, role, err);
}

gsay_status gsay_engine_add_source(gsay_engine *engine, const gsay_source *source, gsay_error *err)
{
    if (source->input.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: it is longer than %zu bytes",
                         GSAY_ARG(source->name), GSAY_SOURCE_BYTES_MAX);
    bool               is_new = false;
    uint32_t           index = 0;
    gsay_engine_source taken = { .source = *source };
    taken.source.name = gsay_arena_copy(&engine->arena, source->name);
    taken.source.group = gsay_arena_copy(&engine->arena, source->group);
    taken.source.title = gsay_arena_copy(&engine->arena, source->title);
    taken.source.input = gsay_arena_copy(&engine->arena, source->input);
    if (!taken.source.name.ptr || !taken.source.group.ptr || !taken.source.title.ptr || !taken.source.input.ptr)
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_engine_take(engine, &taken, &index, &is_new, err));
    if (!is_new)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "cannot add the source %.*s: its name is taken",
                         GSAY_ARG(source->name));
    return GSAY_OK;
}

gsay_status gsay_engine_add_input(gsay_engine *engine, const gsay_input *input, gsay_error *error)
{
    gsay_source source = { .name = gsay_str_of(input->name),
                           .group = gsay_str_of(input->group),
                           .title = gsay_str_of(input->title),
                           .date = GSAY_DAY_NONE,
                           .role = input->role,
                           .input = { input->text, input->len },
                           .format = input->format ? input->format : GSAY_FORMAT_TEXT };
    if (!source.name.len)
        return gsay_fail(error, GSAY_EINPUT, SIZE_MAX, "cannot add a text without a name: findings name their sources");
    if (input->date) {
        source.date = gsay_day_read(gsay_str_of(input->date));
        if (source.date == GSAY_DAY_NONE)
            return gsay_fail(error, GSAY_EINPUT, SIZE_MAX, "cannot add %s: its date %s is not written YYYY-MM-DD",
                             input->name, input->date);
    }
    if (source.format == GSAY_FORMAT_JSONL)
        return gsay_engine_add_jsonl(engine, source.name, source.input, source.role, error);
    if (source.format == GSAY_FORMAT_CLAIMS)
        return gsay_engine_add_records(engine, source.name, source.input, source.role, error);
    return gsay_engine_add_source(engine, &source, error);
}

gsay_status gsay_engine_add_text(gsay_engine *engine, const char *name, const char *group, const char *text, size_t len,
                                 gsay_error *error)
{
    gsay_input input = { .name = name, .group = group, .text = text, .len = len };
    return gsay_engine_add_input(engine, &input, error);
}

/* By group and name: names are unique, so the order is total and the same whatever the order of paths. */
static int compare_sources(const void *left, const void *right)
{
    const gsay_engine_source *a = left;
    const gsay_engine_source *b = right;
    int                       order = gsay_str_compare(a->source.group, b->source.group);
    return order ? order : gsay_str_compare(a->source.name, b->source.name);
}

gsay_status gsay_engine_begin(gsay_engine *engine, gsay_error *err)
{
    if (engine->has_run)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "cannot run an engine twice: open another for the next run");
    engine->has_run = true;
    GSAY_TRY(gsay_records_settle(engine, err));
    if (engine->source_count > 1)
        qsort(engine->sources, engine->source_count, sizeof *engine->sources, compare_sources);
    return GSAY_OK;
}
