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
        gsay_buffer_add_format(buffer, "\nExample (a test of pack %.*s: tests/%.*s.test.md)\n\n%.*s\n", GSAY_ARG(rule->pack),
                               GSAY_ARG(rule->id), GSAY_ARG(example));
    return GSAY_OK;
}

/* The rule's words are printed as they stand in its file: they are written for a terminal. */
static gsay_status explain(gsay_arguments *arguments, gsay_engine **engine, gsay_buffer *buffer, gsay_error *err)
{
    if (arguments->paths.count != 1)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "gainsay explain needs the id of one rule: gainsay rules lists them");
    GSAY_TRY(gsay_session_open(arguments, true, engine, err));
    gsay_packs *packs = gsay_engine_packs(*engine);
    gsay_str    id = gsay_str_of(arguments->paths.items[0]);
    gsay_rule  *rule = gsay_packs_find(packs, id);
    gsay_str    near = gsay_packs_nearest(packs, id);
    if (!rule && near.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown rule %.*s: did you mean %.*s?", GSAY_ARG(id),
                         GSAY_ARG(near));
    if (!rule)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "unknown rule %.*s: gainsay rules lists the known ones",
                         GSAY_ARG(id));
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
    gsay_buffer  buffer = { 0 };
    gsay_status  status = explain(arguments, &engine, &buffer, &err);
    int          exit_status = status == GSAY_OK ? GSAY_EXIT_CLEAN : gsay_complain(&err);
    if (engine) /* rule files that cannot be loaded */
        exit_status = gsay_exit_of(exit_status, gsay_print_problems(engine, false));
    gsay_buffer_clear(&buffer);
    gsay_engine_close(engine);
    return exit_status;
}
