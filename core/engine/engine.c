/* Opening, closing and asking an engine; the public face of the library. */
#include "engine/engine_state.h"

#include <stdlib.h>

#include "base/thread.h"

gsay_status gsay_engine_tell_encoding(gsay_engine *engine, const gsay_engine_source *source, gsay_error *err)
{
    if (!source->encoding)
        return GSAY_OK;
    gsay_str message = gsay_arena_format(&engine->arena, "%.*s is read as %s, %s", GSAY_ARG(source->source.name),
                                         source->encoding, source->encoding_reason);
    if (!message.ptr)
        return gsay_fail_memory(err);
    return gsay_engine_add_problem(engine, GSAY_EENCODING, true, message, err);
}

/* A slice as a C string that lasts as long as the engine; NULL when memory is exhausted. */
static const char *lasting(gsay_engine *engine, gsay_str text)
{
    return gsay_arena_format(&engine->arena, "%.*s", GSAY_ARG(text)).ptr;
}

/* Copy a C string into the engine; NULL stays NULL. Returns false when memory is exhausted. */
static bool copy_setting(gsay_engine *engine, const char *from, const char **to)
{
    if (!from)
        return true;
    *to = gsay_arena_format(&engine->arena, "%s", from).ptr;
    return *to != NULL;
}

/* What lasts is copied: the caller may change or release its settings at once. */
/* The patterns as the text of an ignore file, which lasts as long as the engine. */
static gsay_status read_exclude(gsay_engine *engine, const gsay_settings *settings, gsay_error *err)
{
    gsay_buffer lines = { 0 };
    for (size_t i = 0; i < settings->exclude_count; i++) {
        gsay_buffer_add(&lines, gsay_str_of(settings->exclude[i]));
        gsay_buffer_add_byte(&lines, '\n');
    }
    gsay_str text = lines.has_failed ? (gsay_str){ 0 } : gsay_arena_copy(&engine->arena, gsay_buffer_view(&lines));
    gsay_buffer_clear(&lines);
    if (!text.ptr)
        return gsay_fail_memory(err);
    engine->settings.exclude = NULL;
    engine->settings.exclude_count = 0;
    return gsay_ignore_read(&engine->arena, text, 0, &engine->exclude, err);
}

static gsay_status read_settings(gsay_engine *engine, const gsay_settings *settings, gsay_error *err)
{
    engine->settings = *settings;
    engine->date = GSAY_DAY_NONE;
    if (!copy_setting(engine, settings->pack_folder, &engine->settings.pack_folder) ||
        !copy_setting(engine, settings->date, &engine->settings.date) ||
        !copy_setting(engine, settings->stdin_name, &engine->settings.stdin_name))
        return gsay_fail_memory(err);
    if (settings->pack_count && !settings->pack_folder)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "cannot load rule packs: set pack_folder to the folder of the shipped packs");
    if (settings->date) {
        engine->date = gsay_day_read(gsay_str_of(settings->date));
        if (engine->date == GSAY_DAY_NONE)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "cannot read the date %s: give it as YYYY-MM-DD",
                             settings->date);
    }
    engine->settings.packs = NULL; /* loaded at once, not kept */
    engine->settings.pack_count = 0;
    return read_exclude(engine, settings, err);
}

/* A rule file that is wrong is a problem of the run, told first; the other rules run. */
/* The rules as the public face shows them. */
static gsay_status view_rules(gsay_engine *engine, gsay_error *err)
{
    engine->rules = GSAY_NEW(&engine->arena, gsay_engine_rule, engine->packs.count);
    if (!engine->rules)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < engine->packs.count; i++) {
        const gsay_rule  *rule = &engine->packs.rules[i];
        gsay_engine_rule *view = &engine->rules[i];
        view->id = lasting(engine, rule->id);
        view->pack = lasting(engine, rule->pack);
        view->summary = lasting(engine, rule->summary);
        if (!view->id || !view->pack || !view->summary)
            return gsay_fail_memory(err);
    }
    return GSAY_OK;
}

static gsay_status load_packs(gsay_engine *engine, const gsay_settings *settings, gsay_error *err)
{
    gsay_str *names = GSAY_NEW(&engine->arena, gsay_str, settings->pack_count);
    if (!names)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < settings->pack_count; i++)
        names[i] = gsay_str_of(settings->packs[i]);
    GSAY_TRY(gsay_packs_load(gsay_str_of(settings->pack_folder), names, settings->pack_count, &engine->packs, err));
    for (size_t i = 0; i < engine->packs.broken.count; i++)
        GSAY_TRY(gsay_engine_add_problem(engine, GSAY_ERULE, false, engine->packs.broken.items[i].message, err));
    return view_rules(engine, err);
}

const char *gsay_version(void)
{
    return GSAY_VERSION;
}

gsay_status gsay_engine_open(const gsay_settings *settings, gsay_engine **engine, gsay_error *error)
{
    gsay_engine *opened = calloc(1, sizeof *opened);
    if (!opened)
        return gsay_fail_memory(error);
    gsay_status status = read_settings(opened, settings, error);
    if (status == GSAY_OK && settings->pack_folder)
        status = load_packs(opened, settings, error);
    if (status != GSAY_OK) {
        gsay_engine_close(opened);
        return status;
    }
    *engine = opened;
    return GSAY_OK;
}

void gsay_engine_close(gsay_engine *engine)
{
    if (!engine)
        return;
    for (size_t i = 0; i < engine->kept_count; i++) {
        gsay_arena_clear(&engine->kept[i].arena);
        gsay_vocabulary_close(&engine->kept[i].words);
    }
    free(engine->kept);
    gsay_intern_clear(&engine->names);
    gsay_packs_close(&engine->packs);
    gsay_arena_clear(&engine->arena);
    free(engine);
}

gsay_status gsay_engine_add_problem(gsay_engine *engine, gsay_status status, bool is_warning, gsay_str message,
                                    gsay_error *err)
{
    gsay_problem *grown = gsay_arena_grow(&engine->arena, engine->problems, sizeof *grown, engine->problem_count,
                                          &engine->problem_capacity);
    const char   *kept = gsay_arena_format(&engine->arena, "%.*s", GSAY_ARG(message)).ptr;
    if (!grown || !kept)
        return gsay_fail_memory(err);
    engine->problems = grown;
    engine->problems[engine->problem_count++] = (gsay_problem){ status, is_warning, kept };
    return GSAY_OK;
}

gsay_status gsay_engine_tell_failures(gsay_engine *engine, gsay_intern *failed, const gsay_rule_failures *failures,
                                      gsay_error *err)
{
    for (size_t i = 0; i < failures->count; i++) {
        uint32_t before = failed->count;
        uint32_t id = 0;
        GSAY_TRY(gsay_intern_add(failed, failures->items[i].rule, &id, err));
        if (id == before)
            GSAY_TRY(gsay_engine_add_problem(engine, GSAY_ERULE, false, failures->items[i].message, err));
    }
    return GSAY_OK;
}

/* The public face has C strings, the core slices: names are copied, quoted text stays where it is and has a length. */
static bool view_place(gsay_engine *engine, const gsay_place *place, gsay_engine_place *view)
{
    *view = (gsay_engine_place){ .source = lasting(engine, place->source),
                                 .start = place->origin.begin,
                                 .end = place->origin.end,
                                 .line = place->line,
                                 .column = place->column,
                                 .text = place->text.ptr,
                                 .len = place->text.len,
                                 .message = "" };
    return view->source != NULL;
}

static bool view_finding(gsay_engine *engine, const gsay_finding *finding, gsay_engine_finding *view)
{
    gsay_engine_place *related = GSAY_NEW(&engine->arena, gsay_engine_place, finding->related_count);
    const char       **why = GSAY_NEW(&engine->arena, const char *, finding->why_count);
    if (!related || !why || !view_place(engine, &finding->at, &view->at))
        return false;
    for (size_t i = 0; i < finding->related_count; i++) {
        if (!view_place(engine, &finding->related[i].place, &related[i]))
            return false;
        related[i].message = lasting(engine, finding->related[i].message);
        if (!related[i].message)
            return false;
    }
    for (size_t i = 0; i < finding->why_count; i++) {
        why[i] = lasting(engine, finding->why[i]);
        if (!why[i])
            return false;
    }
    view->rule = lasting(engine, finding->rule);
    view->severity = finding->severity;
    view->group = lasting(engine, finding->group);
    view->topic = lasting(engine, finding->topic);
    view->message = lasting(engine, finding->message);
    view->fingerprint = finding->fingerprint;
    view->related = related;
    view->related_count = finding->related_count;
    view->more = finding->more;
    view->why = why;
    view->why_count = finding->why_count;
    return view->rule && view->group && view->topic && view->message;
}

gsay_status gsay_engine_set_severity(gsay_engine *engine, const char *rule, gsay_severity severity, gsay_error *error)
{
    return gsay_packs_set_severity(&engine->packs, gsay_str_of(rule), severity, error);
}

gsay_status gsay_engine_set_option(gsay_engine *engine, const char *rule, const char *key, const char *value,
                                   gsay_error *error)
{
    return gsay_packs_set_option(&engine->packs, gsay_str_of(rule), gsay_str_of(key), gsay_str_of(value), error);
}

gsay_status gsay_engine_set_fact(gsay_engine *engine, const char *claim, const char *value, gsay_error *error)
{
    return gsay_packs_pin(&engine->packs, gsay_str_of(claim), gsay_str_of(value), GSAY_STR("the program"), error);
}

gsay_status gsay_engine_check(gsay_engine *engine, gsay_error *error)
{
    if (!engine->settings.pack_folder)
        return gsay_fail(error, GSAY_EINPUT, SIZE_MAX,
                         "cannot check without rules: set pack_folder to the folder of the shipped packs");
    GSAY_TRY(gsay_engine_run(engine, true, error));
    gsay_engine_finding *views = GSAY_NEW(&engine->arena, gsay_engine_finding, engine->findings.count);
    if (!views)
        return gsay_fail_memory(error);
    for (size_t i = 0; i < engine->findings.count; i++)
        if (!view_finding(engine, &engine->findings.items[i], &views[i]))
            return gsay_fail_memory(error);
    engine->views = views;
    for (size_t i = 0; i < engine->problem_count; i++)
        if (!engine->problems[i].is_warning)
            return gsay_fail(error, engine->problems[i].status, SIZE_MAX, "%s", engine->problems[i].message);
    return GSAY_OK;
}

size_t gsay_engine_finding_count(const gsay_engine *engine)
{
    return engine->views ? engine->findings.count : 0;
}

const gsay_engine_finding *gsay_engine_finding_at(const gsay_engine *engine, size_t index)
{
    return &engine->views[index];
}

size_t gsay_engine_rule_count(const gsay_engine *engine)
{
    return engine->packs.count;
}

void gsay_engine_rule_at(const gsay_engine *engine, size_t index, gsay_engine_rule *rule)
{
    *rule = engine->rules[index];
    rule->severity = engine->packs.rules[index].severity; /* may have changed since */
}

gsay_packs *gsay_engine_packs(gsay_engine *engine)
{
    return &engine->packs;
}

size_t gsay_engine_source_count(const gsay_engine *engine)
{
    return engine->source_count;
}

const gsay_findings *gsay_engine_findings(const gsay_engine *engine)
{
    return &engine->findings;
}

const gsay_coverage *gsay_engine_coverage(const gsay_engine *engine)
{
    return &engine->coverage;
}

size_t gsay_engine_problem_count(const gsay_engine *engine)
{
    return engine->problem_count;
}

const gsay_problem *gsay_engine_problem_at(const gsay_engine *engine, size_t index)
{
    return &engine->problems[index];
}

void gsay_engine_reverse(gsay_engine *engine, bool is_reversed)
{
    engine->is_reversed = is_reversed;
}

size_t gsay_engine_workers(const gsay_engine *engine, size_t count)
{
    size_t jobs = engine->settings.jobs ? engine->settings.jobs : gsay_processors();
    if (jobs > GSAY_THREADS_MAX)
        jobs = GSAY_THREADS_MAX;
    if (jobs > count)
        jobs = count;
    return jobs ? jobs : 1;
}
