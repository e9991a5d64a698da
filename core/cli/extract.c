/* gainsay extract: mentions and claims as JSONL, or records for check and facts, each source by itself. */
#include "cli/session.h"

/* A full disk is met here or at the flush: stdio has a buffer of its own. */
static gsay_status print_lines(void *context, gsay_str written, gsay_error *err)
{
    (void)context;
    if (fwrite(written.ptr, 1, written.len, stdout) != written.len)
        return gsay_write_stream(stdout, written, "standard output", err);
    return GSAY_OK;
}

/* Mentions are printed without any rule: an option for rules would be ignored in silence. */
static gsay_status check_rules(const gsay_arguments *arguments, gsay_error *err)
{
    const gsay_string_list  *lists[] = { &arguments->rules, &arguments->only, &arguments->options, &arguments->packs };
    static const char *const names[] = { "rule", "only", "option", "pack" };
    for (size_t i = 0; i < sizeof lists / sizeof *lists && !arguments->has_records; i++)
        if (lists[i]->count)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "--%s goes with --records: extract alone runs no rules",
                             names[i]);
    return GSAY_OK;
}

static gsay_status extract(gsay_arguments *arguments, gsay_engine **engine, int *exit_status, gsay_error *err)
{
    GSAY_TRY(check_rules(arguments, err));
    GSAY_TRY(gsay_session_open(arguments, arguments->has_records, engine, err));
    GSAY_TRY(gsay_session_add_paths(arguments, *engine, exit_status, err));
    gsay_status status = arguments->has_records ? gsay_engine_extract_records(*engine, print_lines, NULL, err)
                                                : gsay_engine_extract(*engine, print_lines, NULL, err);
    gsay_watch_clear(arguments->watch);
    GSAY_TRY(status);
    GSAY_TRY(gsay_write_stream(stdout, (gsay_str){ 0 }, "standard output", err));
    return arguments->has_statistics ? gsay_print_statistics(*engine, false, err) : GSAY_OK;
}

int gsay_command_extract(gsay_arguments *arguments)
{
    int          exit_status = GSAY_EXIT_CLEAN;
    gsay_error   err = { 0 };
    gsay_engine *engine = NULL;
    if (extract(arguments, &engine, &exit_status, &err) != GSAY_OK)
        exit_status = gsay_complain(&err);
    if (engine)
        exit_status = gsay_exit_of(exit_status, gsay_print_problems(engine, arguments->is_quiet));
    gsay_engine_close(engine);
    return exit_status;
}
