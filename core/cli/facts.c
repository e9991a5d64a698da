/* gainsay facts: topics by source. */
#include "cli/session.h"

#include "report/report.h"

/* The names stand in the order of gsay_facts_format. */
static gsay_status read_format(const gsay_arguments *arguments, gsay_facts_format *format, const char **path,
                               gsay_error *err)
{
    static const char *const names[] = { "pretty", "json", "csv" };
    if (arguments->formats.count > 1)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "gainsay facts writes one format: give --format once");
    if (!arguments->formats.count)
        return GSAY_OK;
    const char *text = arguments->formats.items[0];
    size_t      len = strcspn(text, "=");
    *path = text[len] ? text + len + 1 : NULL;
    for (unsigned i = 0; i < 3; i++)
        if (gsay_str_equal((gsay_str){ text, len }, gsay_str_of(names[i]))) {
            *format = (gsay_facts_format)i;
            return GSAY_OK;
        }
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown format \"%.*s\": facts knows pretty, json and csv", (int)len,
                     text);
}

/* Problems are printed by the caller, also when this ends early. */
static gsay_status facts(gsay_arguments *arguments, gsay_engine **engine, gsay_buffer *buffer, int *exit_status,
                         gsay_error *err)
{
    gsay_facts_format     format = GSAY_FACTS_TABLE;
    const char           *path = NULL;
    const gsay_alignment *groups = NULL;
    size_t                count = 0;
    GSAY_TRY(read_format(arguments, &format, &path, err));
    /* packs name claims; without any asked for, none need be read */
    GSAY_TRY(gsay_session_open(arguments, arguments->packs.count || arguments->facts.count, engine, err));
    GSAY_TRY(gsay_session_add_paths(arguments, *engine, exit_status, err));
    gsay_status status = gsay_engine_align(*engine, &groups, &count, err);
    gsay_watch_clear(arguments->watch);
    GSAY_TRY(status);
    gsay_report look = { .has_color = !path && gsay_has_color(arguments), .width = path ? 0 : gsay_terminal_width() };
    gsay_write_facts(buffer, groups, count, format, &look);
    if (buffer->has_failed)
        return gsay_fail_memory(err);
    GSAY_TRY(path ? gsay_write_file(arguments->watch, path, gsay_buffer_view(buffer), err)
                  : gsay_write_stream(stdout, gsay_buffer_view(buffer), "standard output", err));
    return arguments->has_statistics ? gsay_print_statistics(*engine, true, err) : GSAY_OK;
}

int gsay_command_facts(gsay_arguments *arguments)
{
    int          exit_status = GSAY_EXIT_CLEAN;
    gsay_error   err = { 0 };
    gsay_engine *engine = NULL;
    gsay_buffer  buffer = { 0 };
    if (facts(arguments, &engine, &buffer, &exit_status, &err) != GSAY_OK)
        exit_status = gsay_complain(&err);
    if (engine)
        exit_status = gsay_exit_of(exit_status, gsay_print_problems(engine, arguments->is_quiet));
    gsay_buffer_clear(&buffer);
    gsay_engine_close(engine);
    return exit_status;
}
