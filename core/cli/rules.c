/* gainsay rules: the rules of the packs in force. */
#include "cli/session.h"

/* A rule that is off keeps its declared severity in the list: that is what it would have when switched on. */
static void write_rules(gsay_buffer *buffer, const gsay_packs *packs)
{
    int wide = 4;
    for (size_t i = 0; i < packs->count; i++)
        if ((int)packs->rules[i].id.len > wide)
            wide = (int)packs->rules[i].id.len;
    for (size_t i = 0; i < packs->count; i++) {
        const gsay_rule *rule = &packs->rules[i];
        bool             is_off = rule->severity == GSAY_SEVERITY_OFF;
        gsay_buffer_add_format(buffer, "%-*.*s  %-10.*s  %-7s  %-3s  %.*s\n", wide, GSAY_ARG(rule->id),
                               GSAY_ARG(rule->pack), gsay_severity_name(is_off ? rule->declared : rule->severity),
                               is_off ? "off" : "on", GSAY_ARG(rule->summary));
    }
}

int gsay_command_rules(gsay_arguments *arguments)
{
    gsay_error   err = { 0 };
    gsay_engine *engine = NULL;
    gsay_buffer  buffer = { 0 };
    gsay_status  status = gsay_session_open(arguments, true, &engine, &err);
    if (status == GSAY_OK && arguments->paths.count)
        status = gsay_fail(&err, GSAY_EINPUT, SIZE_MAX, "gainsay rules takes no path: %s; packs are named by --pack",
                           arguments->paths.items[0]);
    if (status == GSAY_OK) {
        write_rules(&buffer, gsay_engine_packs(engine));
        status = gsay_print_buffer(&buffer, &err);
    }
    int exit_status = status == GSAY_OK ? GSAY_EXIT_CLEAN : gsay_complain(&err);
    if (engine) /* rule files that cannot be loaded */
        exit_status = gsay_exit_of(exit_status, gsay_print_problems(engine, false));
    gsay_buffer_clear(&buffer);
    gsay_engine_close(engine);
    return exit_status;
}
