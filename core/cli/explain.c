/* gainsay explain: a rule's documentation, its options, and an example that is one of its tests. */
#include "cli/session.h"

#include "engine/pack_test.h"
#include "source/walk.h"

/* Options as one would write them on the command line, with the values in force. */
static void write_options(gsay_buffer *buffer, const gsay_rule *rule)
{
    if (rule->option_count)
        gsay_buffer_add(buffer, GSAY_STR("\nOptions\n"));
    for (size_t i = 0; i < rule->option_count; i++) {
        const gsay_rule_option *option = &rule->options[i];
        gsay_buffer_add_format(buffer, "  --option %.*s.%.*s=%.*s", GSAY_ARG(rule->id), GSAY_ARG(option->key),
                               GSAY_ARG(option->value));
        if (option->minimum.len && option->maximum.len)
            gsay_buffer_add_format(buffer, "  (%.*s to %.*s)", GSAY_ARG(option->minimum), GSAY_ARG(option->maximum));
        gsay_buffer_add_format(buffer, "\n      %.*s\n", GSAY_ARG(option->doc));
    }
}

/* The lines of the first case with an expected finding, as they stand in the test file. */
static gsay_str example_of(const gsay_test_file *file, gsay_str text)
{
    uint32_t first = 0;
    uint32_t last = UINT32_MAX;
    for (size_t i = 0; i < file->count && !first; i++)
        if (file->cases[i].expectation_count && !file->cases[i].is_todo) {
            first = file->cases[i].line_number;
            last = i + 1 < file->count ? file->cases[i + 1].line_number : UINT32_MAX;
        }
    size_t begin = text.len;
    size_t end = text.len;
    for (size_t at = 0, line = 1; first && at < text.len; at++) {
        if (line == first && begin == text.len)
            begin = at;
        if (line == last && end == text.len)
            end = at;
        line += text.ptr[at] == '\n';
    }
    while (end > begin && text.ptr[end - 1] == '\n')
        end--;
    return (gsay_str){ text.ptr + begin, end - begin };
}

/* A rule without a test file has no example; that is no error. */
static gsay_status write_example(gsay_arena *arena, gsay_buffer *buffer, const gsay_rule *rule, gsay_error *err)
{
    gsay_test_file file = { 0 };
    gsay_str       text = { 0 };
    size_t         folder = rule->path.len;
    while (folder && rule->path.ptr[folder - 1] != '/')
        folder--;
    gsay_str path = gsay_arena_format(arena, "%.*stests/%.*s.test.md", (int)folder, rule->path.ptr, GSAY_ARG(rule->id));
    if (!path.ptr)
        return gsay_fail_memory(err);
    gsay_status status = gsay_file_read(arena, path, &text, err);
    if (status != GSAY_OK)
        return status == GSAY_ENOMEM ? status : GSAY_OK;
    GSAY_TRY(gsay_test_file_parse(arena, path, text, &file, err));
    gsay_str example = example_of(&file, text);
    if (example.len)
        gsay_buffer_add_format(buffer, "\nExample (a test of pack %.*s: tests/%.*s.test.md)\n\n%.*s\n",
                               GSAY_ARG(rule->pack), GSAY_ARG(rule->id), GSAY_ARG(example));
    return GSAY_OK;
}

/* Load the pack that no run has unless it is named: whoever asks for one of its rules has named it. */
static gsay_status load_style(gsay_arguments *arguments, gsay_packs *style, gsay_error *err)
{
    const gsay_str name = GSAY_STR(GSAY_PACK_OF_STYLE);
    const char    *folder = NULL;
    GSAY_TRY(gsay_find_packs(&arguments->arena, arguments->program, &folder, err));
    return gsay_packs_load(gsay_str_of(folder), &name, 1, style, err);
}

/* Find a rule in the packs of the run, else in that of style. Fails for an unknown one, with the nearest. */
static gsay_status find_rule(gsay_packs *packs, gsay_packs *style, gsay_str id, const gsay_rule **rule, gsay_error *err)
{
    gsay_str near = gsay_packs_nearest(packs, id);
    near = near.len ? near : gsay_packs_nearest(style, id);
    *rule = gsay_packs_find(packs, id);
    *rule = *rule ? *rule : gsay_packs_find(style, id);
    if (*rule)
        return GSAY_OK;
    if (near.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown rule %.*s: did you mean %.*s?", GSAY_ARG(id),
                         GSAY_ARG(near));
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown rule %.*s: gainsay rules lists the known ones", GSAY_ARG(id));
}

/* The rule's words are printed as they stand in its file: they are written for a terminal. */
static gsay_status explain(gsay_arguments *arguments, gsay_engine *engine, gsay_packs *style, gsay_buffer *buffer,
                           gsay_error *err)
{
    const gsay_rule *rule = NULL;
    if (!arguments->packs.count)
        GSAY_TRY(load_style(arguments, style, err));
    GSAY_TRY(find_rule(gsay_engine_packs(engine), style, gsay_str_of(arguments->paths.items[0]), &rule, err));
    gsay_buffer_add_format(buffer, "%.*s (%s, pack %.*s)\n%.*s\n\n%.*s\n", GSAY_ARG(rule->id),
                           gsay_severity_name(rule->declared), GSAY_ARG(rule->pack), GSAY_ARG(rule->summary),
                           GSAY_ARG(rule->docs));
    write_options(buffer, rule);
    GSAY_TRY(write_example(&arguments->arena, buffer, rule, err));
    return gsay_print_buffer(buffer, err);
}

int gsay_command_explain(gsay_arguments *arguments)
{
    gsay_error   err = { 0 };
    gsay_engine *engine = NULL;
    gsay_packs   style = { 0 };
    gsay_buffer  buffer = { 0 };
    gsay_status  status = arguments->paths.count == 1
                              ? gsay_session_open(arguments, true, &engine, &err)
                              : gsay_fail(&err, GSAY_EINPUT, SIZE_MAX,
                                          "gainsay explain needs the id of one rule: gainsay rules lists them");
    if (status == GSAY_OK)
        status = explain(arguments, engine, &style, &buffer, &err);
    int exit_status = status == GSAY_OK ? GSAY_EXIT_CLEAN : gsay_complain(&err);
    if (engine) /* rule files that cannot be loaded */
        exit_status = gsay_exit_of(exit_status, gsay_print_problems(engine, false));
    gsay_buffer_clear(&buffer);
    gsay_packs_close(&style);
    gsay_engine_close(engine);
    return exit_status;
}
