/* gainsay test: runs the tests of rule packs. */
#include "cli/session.h"

#include <sys/stat.h>

#include "engine/pack_test.h"

/* What one run of the command works with. */
typedef struct test_session {
    gsay_arguments *arguments;
    const char     *pack_folder;
    gsay_test_tally tally;
    gsay_buffer     report;
    gsay_error      err;
} test_session;

/* The tally and the report add up over packs. */
static gsay_status test_pack(test_session *session, const char *pack, gsay_str only)
{
    gsay_settings settings = { .pack_folder = session->pack_folder, .packs = &pack, .pack_count = 1 };
    return gsay_pack_test(&settings, only, session->arguments->has_coverage, &session->tally, &session->report,
                          &session->err);
}

/* A test file stands in the tests folder of its pack: PACK/tests/NAME.test.md. */
static gsay_status test_one_file(test_session *session, const char *path)
{
    gsay_str    own = gsay_str_of(path);
    gsay_arena *arena = &session->arguments->arena;
    gsay_str    folder = { path, own.len };
    while (folder.len && path[folder.len - 1] != '/')
        folder.len--;
    gsay_str tests = GSAY_STR("/tests/");
    gsay_str pack = { 0 };
    if (gsay_str_ends(folder, tests) && folder.len > tests.len)
        pack = gsay_arena_format(arena, "%s%.*s", path[0] == '/' ? "" : "./", (int)(folder.len - tests.len), path);
    else
        pack = gsay_arena_format(arena, "%.*s..", GSAY_ARG(folder));
    return pack.ptr ? test_pack(session, pack.ptr, own) : gsay_fail_memory(&session->err);
}

/* An operand is a test file when there is such a file; else a pack, by name or folder. */
static gsay_status test_operand(test_session *session, const char *operand)
{
    struct stat info;
    if (stat(operand, &info) == 0 && S_ISREG(info.st_mode))
        return test_one_file(session, operand);
    return test_pack(session, operand, (gsay_str){ 0 });
}

/* Every shipped pack. */
static gsay_status test_shipped(test_session *session)
{
    gsay_packs  packs = { 0 };
    gsay_status status = gsay_packs_load(gsay_str_of(session->pack_folder), NULL, 0, &packs, &session->err);
    for (size_t i = 0; status == GSAY_OK && i < packs.folder_count; i++) {
        gsay_str folder = gsay_arena_format(&session->arguments->arena, "%.*s", GSAY_ARG(packs.folders[i]));
        status = folder.ptr ? test_pack(session, folder.ptr, (gsay_str){ 0 }) : gsay_fail_memory(&session->err);
    }
    gsay_packs_close(&packs);
    if (status == GSAY_OK)
        status = test_pack(session, GSAY_PACK_OF_STYLE, (gsay_str){ 0 });
    return status;
}

static gsay_status run_tests(test_session *session)
{
    const gsay_string_list *operands = &session->arguments->paths;
    GSAY_TRY(
        gsay_find_packs(&session->arguments->arena, session->arguments->program, &session->pack_folder, &session->err));
    if (!operands->count)
        return test_shipped(session);
    for (size_t i = 0; i < operands->count; i++)
        GSAY_TRY(test_operand(session, operands->items[i]));
    return GSAY_OK;
}

int gsay_command_test(gsay_arguments *arguments)
{
    test_session session = { .arguments = arguments };
    gsay_status  status = run_tests(&session);
    gsay_buffer_add_format(&session.report, "%zu passed, %zu failed", session.tally.passed, session.tally.failed);
    if (session.tally.todo)
        gsay_buffer_add_format(&session.report, ", %zu to do", session.tally.todo);
    gsay_buffer_add_byte(&session.report, '\n');
    if (status == GSAY_OK)
        status = gsay_print_buffer(&session.report, &session.err);
    gsay_buffer_clear(&session.report);
    if (status != GSAY_OK)
        return gsay_complain(&session.err);
    return session.tally.failed ? GSAY_EXIT_FINDINGS : GSAY_EXIT_CLEAN;
}
