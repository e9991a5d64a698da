/* gainsay check: the main job. */
#include "cli/session.h"

#include "report/report.h"

static const gsay_severity severity_of_fail_on[] = { GSAY_SEVERITY_ERROR, GSAY_SEVERITY_WARNING, GSAY_SEVERITY_NOTE };

/* One report to write: a format, and a file or standard output. */
typedef struct output {
    gsay_findings_writer *write;
    const char           *path; /* NULL: standard output */
    bool                  is_pretty;
} output;

/* "json" or "json=FILE". */
static gsay_status read_output(const char *text, output *out, gsay_error *err)
{
    const char *equals = strchr(text, '=');
    gsay_str    name = { text, equals ? (size_t)(equals - text) : strlen(text) };
    out->write = gsay_findings_writer_named(name);
    out->path = equals ? equals + 1 : NULL;
    out->is_pretty = out->write == gsay_write_pretty;
    if (out->write)
        return GSAY_OK;
    gsay_buffer known = { 0 };
    for (const char *const *format = gsay_findings_formats(); *format; format++)
        gsay_buffer_add_format(&known, "%s%s", known.len ? ", " : "", *format);
    gsay_status status = gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown format \"%.*s\": known are %.*s",
                                   GSAY_ARG(name), GSAY_ARG(gsay_buffer_view(&known)));
    gsay_buffer_clear(&known);
    return status;
}

/* Read every --format before any work is done; without one, pretty on standard output. */
static gsay_status read_outputs(const gsay_arguments *arguments, output *outputs, gsay_error *err)
{
    if (!arguments->formats.count)
        return read_output("pretty", &outputs[0], err);
    for (size_t i = 0; i < arguments->formats.count; i++)
        GSAY_TRY(read_output(arguments->formats.items[i], &outputs[i], err));
    return GSAY_OK;
}

/* A file is never coloured, and as wide as the default, so that it does not depend on the terminal it was made from. */
static gsay_status write_output(const gsay_arguments *arguments, const gsay_engine *engine, const output *out,
                                gsay_error *err)
{
    gsay_buffer buffer = { 0 };
    gsay_report report = { .findings = gsay_engine_findings(engine),
                           .coverage = gsay_engine_coverage(engine),
                           .is_quiet = arguments->is_quiet };
    if (out->is_pretty && !out->path) {
        report.has_color = gsay_has_color(arguments);
        report.width = gsay_terminal_width();
    }
    out->write(&buffer, &report);
    gsay_status status = buffer.has_failed ? gsay_fail_memory(err)
                         : out->path ? gsay_write_file(arguments->watch, out->path, gsay_buffer_view(&buffer), err)
                                     : gsay_write_stream(stdout, gsay_buffer_view(&buffer), "standard output", err);
    gsay_buffer_clear(&buffer);
    return status;
}

/* Severities rise as numbers, so --fail-on is one comparison. */
static int exit_of_findings(const gsay_engine *engine, int fail_on)
{
    const gsay_findings *findings = gsay_engine_findings(engine);
    for (size_t i = 0; fail_on != GSAY_FAIL_ON_NEVER && i < findings->count; i++)
        if (findings->items[i].severity >= severity_of_fail_on[fail_on])
            return GSAY_EXIT_FINDINGS;
    return GSAY_EXIT_CLEAN;
}

/* A pin that no rule reads is a setting without effect: say so. Rules of a user may read it, so it is no error. */
static void warn_of_idle_pins(gsay_engine *engine, bool is_quiet)
{
    gsay_packs *packs = gsay_engine_packs(engine);
    for (size_t i = 0; i < packs->named.count && !is_quiet; i++) {
        const gsay_named_claim *claim = &packs->named.claims[i];
        if (!claim->has_fact || gsay_packs_find(packs, GSAY_STR("fact-pin")))
            continue;
        fprintf(stderr,
                "gainsay: warning: %.*s pins \"%.*s\", but the packs in force have no rule fact-pin to hold sources to "
                "it: add --pack core, or extends = { \"core\" } to pack.lua\n",
                GSAY_ARG(claim->origin), GSAY_ARG(claim->name));
        return;
    }
}

/* Compare and report. exit_status: what inputs, findings and rules ask for. */
static gsay_status check(gsay_arguments *arguments, gsay_engine **engine, const output *outputs, int *exit_status,
                         gsay_error *err)
{
    GSAY_TRY(gsay_session_open(arguments, true, engine, err));
    warn_of_idle_pins(*engine, arguments->is_quiet);
    GSAY_TRY(gsay_session_add_paths(arguments, *engine, exit_status, err));
    gsay_status status = gsay_engine_run(*engine, true, err);
    gsay_watch_clear(arguments->watch);
    *exit_status = gsay_exit_of(*exit_status, gsay_print_problems(*engine, arguments->is_quiet));
    GSAY_TRY(status);
    size_t count = arguments->formats.count ? arguments->formats.count : 1;
    for (size_t i = 0; i < count; i++)
        GSAY_TRY(write_output(arguments, *engine, &outputs[i], err));
    *exit_status = gsay_exit_of(*exit_status, exit_of_findings(*engine, arguments->fail_on));
    return arguments->has_statistics ? gsay_print_statistics(*engine, true, err) : GSAY_OK;
}

int gsay_command_check(gsay_arguments *arguments)
{
    int          exit_status = GSAY_EXIT_CLEAN;
    gsay_error   err = { 0 };
    gsay_engine *engine = NULL;
    output      *outputs = GSAY_NEW(&arguments->arena, output, arguments->formats.count + 1);
    gsay_status  status = outputs ? read_outputs(arguments, outputs, &err) : gsay_fail_memory(&err);
    if (status == GSAY_OK)
        status = check(arguments, &engine, outputs, &exit_status, &err);
    if (status != GSAY_OK)
        exit_status = gsay_exit_of(exit_status, gsay_complain(&err));
    gsay_engine_close(engine);
    return exit_status;
}
