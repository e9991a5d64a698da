/* Taking sources in: paths, folders, standard input, JSONL records, texts from memory.
 *
 * Files are only listed here and read by the thread that extracts them. Standard input and JSONL are read at once: the one cannot be read
 * twice, the other is parsed by cJSON, which is for one thread. */
#include "engine/engine_state.h"

#include <stdlib.h>

#include "source/jsonl.h"
#include "source/reader.h"
#include "source/walk.h"

/* The group of a file by the setting; records state their own. */
static gsay_str group_of(const gsay_engine *engine, const gsay_file *file)
{
    switch (engine->settings.group_by) {
    case GSAY_GROUP_FOLDER:
        return file->folder;
    case GSAY_GROUP_FILE:
        return file->path;
    case GSAY_GROUP_ALL:
        break;
    }
    return GSAY_STR("");
}

/* Take a source over; its strings live in the engine's arena already. is_new: out, false when the name was taken. */
static gsay_status take(gsay_engine *engine, const gsay_engine_source *source, bool *is_new, gsay_error *err)
{
    uint32_t before = engine->names.count;
    uint32_t id = 0;
    GSAY_TRY(gsay_intern_add(&engine->names, source->source.name, &id, err));
    *is_new = id == before;
    if (!*is_new)
        return GSAY_OK;
    gsay_engine_source *grown =
        gsay_arena_grow(&engine->arena, engine->sources, sizeof *grown, engine->source_count, &engine->source_capacity);
    if (!grown)
        return gsay_fail_memory(err);
    engine->sources = grown;
    engine->sources[engine->source_count++] = *source;
    return GSAY_OK;
}

/* A file that is named twice, or named and walked, is one source. */
static gsay_status add_file(gsay_engine *engine, const gsay_file *file, gsay_role role, gsay_error *err)
{
    bool               is_new = false;
    gsay_engine_source source = { .is_file = true, .is_walked = file->is_walked };
    source.source.name = file->path;
    source.source.group = group_of(engine, file);
    source.source.role = role;
    source.source.date = GSAY_DAY_NONE;
    source.source.format = engine->settings.format ? engine->settings.format : gsay_format_of(file->path);
    return take(engine, &source, &is_new, err);
}

static gsay_status add_standard_input(gsay_engine *engine, gsay_role role, gsay_error *err)
{
    gsay_str text = { 0 };
    GSAY_TRY(gsay_file_read(&engine->arena, GSAY_STR("-"), &text, err));
    if (engine->settings.format == GSAY_FORMAT_JSONL)
        return gsay_engine_add_jsonl(engine, GSAY_STR("standard input"), text, err);
    bool               is_new = false;
    gsay_engine_source source = { .is_file = false };
    source.source = (gsay_source){ .name = GSAY_STR("-"), .role = role, .date = GSAY_DAY_NONE, .input = text,
                                   .format = engine->settings.format };
    if (engine->settings.group_by == GSAY_GROUP_FILE)
        source.source.group = source.source.name;
    return take(engine, &source, &is_new, err);
}

gsay_status gsay_engine_add_path(gsay_engine *engine, const char *path, gsay_role role, gsay_error *error)
{
    if (strcmp(path, "-") == 0)
        return add_standard_input(engine, role, error);
    gsay_file *files = NULL;
    size_t     count = 0;
    GSAY_TRY(gsay_walk(&engine->arena, gsay_str_of(path), &files, &count, error));
    for (size_t i = 0; i < count; i++) {
        gsay_format format = engine->settings.format ? engine->settings.format : gsay_format_of(files[i].path);
        if (format == GSAY_FORMAT_JSONL) {
            gsay_str text = { 0 };
            GSAY_TRY(gsay_file_read(&engine->arena, files[i].path, &text, error));
            GSAY_TRY(gsay_engine_add_jsonl(engine, files[i].path, text, error));
        } else {
            GSAY_TRY(add_file(engine, &files[i], role, error));
        }
    }
    return GSAY_OK;
}

gsay_status gsay_engine_add_jsonl(gsay_engine *engine, gsay_str name, gsay_str text, gsay_error *err)
{
    gsay_jsonl  reader = { .text = text, .name = name };
    for (bool is_end = false; !is_end;) {
        gsay_error  bad = { 0 };
        gsay_source source = { .date = GSAY_DAY_NONE };
        gsay_status status = gsay_jsonl_next(&reader, &engine->arena, &source, &is_end, &bad);
        if (status == GSAY_OK && !is_end) {
            bool               is_new = false;
            gsay_engine_source taken = { .source = source };
            GSAY_TRY(take(engine, &taken, &is_new, err));
            if (!is_new)
                status = gsay_fail(&bad, GSAY_EINPUT, SIZE_MAX, "%.*s:%u: the id \"%.*s\" is used twice; ids are unique in a run",
                                   GSAY_ARG(name), reader.line, GSAY_ARG(source.name));
        }
        if (status == GSAY_ENOMEM)
            return gsay_fail_memory(err);
        if (status != GSAY_OK)
            GSAY_TRY(gsay_engine_add_problem(engine, status, false, gsay_str_of(bad.message), err));
    }
    return GSAY_OK; /* bad lines are problems of the run: the good ones are read all the same */
}

gsay_status gsay_engine_add_source(gsay_engine *engine, const gsay_source *source, gsay_error *err)
{
    if (source->input.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: it is longer than %zu bytes", GSAY_ARG(source->name),
                         GSAY_SOURCE_BYTES_MAX);
    bool               is_new = false;
    gsay_engine_source taken = { .source = *source };
    taken.source.name = gsay_arena_copy(&engine->arena, source->name);
    taken.source.group = gsay_arena_copy(&engine->arena, source->group);
    taken.source.title = gsay_arena_copy(&engine->arena, source->title);
    taken.source.input = gsay_arena_copy(&engine->arena, source->input);
    if (!taken.source.name.ptr || !taken.source.group.ptr || !taken.source.title.ptr || !taken.source.input.ptr)
        return gsay_fail_memory(err);
    GSAY_TRY(take(engine, &taken, &is_new, err));
    if (!is_new)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "cannot add the source %.*s: its name is taken", GSAY_ARG(source->name));
    return GSAY_OK;
}

gsay_status gsay_engine_add_text(gsay_engine *engine, const char *name, const char *group, const char *text, size_t len, gsay_error *error)
{
    gsay_source source = { .name = gsay_str_of(name), .group = gsay_str_of(group), .date = GSAY_DAY_NONE,
                           .input = { text, len }, .format = GSAY_FORMAT_TEXT };
    return gsay_engine_add_source(engine, &source, error);
}

static int compare_sources(const void *left, const void *right)
{
    const gsay_engine_source *a = left;
    const gsay_engine_source *b = right;
    int                       order = gsay_str_compare(a->source.group, b->source.group);
    return order ? order : gsay_str_compare(a->source.name, b->source.name);
}

void gsay_engine_sort_sources(gsay_engine *engine)
{
    if (engine->source_count > 1)
        qsort(engine->sources, engine->source_count, sizeof *engine->sources, compare_sources);
}
