/* Running the tests of rule packs: each case is a run of its own engine, both ways round. */
#include "engine/pack_test.h"

#include <sys/stat.h>

#include "report/report.h"
#include "source/reader.h"
#include "source/walk.h"

/* One pack under test. */
typedef struct pack_run {
    const gsay_settings *settings;
    gsay_packs           packs;  /* the pack, with those that it extends */
    gsay_str             folder; /* of the pack itself */
    gsay_arena          *arena;
    gsay_test_tally     *tally;
    gsay_buffer         *report;
    gsay_error          *err;
} pack_run;

/* A reference is none of the engine's settings: its source has the role. */
static gsay_status apply_setting(gsay_packs *packs, const gsay_test_setting *setting, gsay_error *err)
{
    switch (setting->kind) {
    case GSAY_TEST_OPTION:
        return gsay_packs_set_option(packs, setting->rule, setting->key, setting->value, err);
    case GSAY_TEST_CLAIM:
        return gsay_packs_name(packs, setting->key, setting->value, err);
    case GSAY_TEST_FACT:
        return gsay_packs_pin(packs, setting->key, setting->value, GSAY_STR("@fact"), err);
    case GSAY_TEST_AGAINST:
        break;
    }
    return GSAY_OK;
}

/* The suffix of a source's name says its format, as it would for a file. */
static gsay_status add_sources(gsay_engine *engine, const gsay_test_case *test, gsay_error *err)
{
    for (size_t i = 0; i < test->source_count; i++) {
        gsay_source source = { .name = test->sources[i].name,
                               .role = test->sources[i].role,
                               .date = test->sources[i].date,
                               .input = test->sources[i].text,
                               .format = gsay_format_of(test->sources[i].name) };
        GSAY_TRY(gsay_engine_add_source(engine, &source, err));
    }
    return GSAY_OK;
}

/* In one thread: the calls of rules are then in one order, and reversing it tells something. */
static gsay_status run_case(const pack_run *run, const gsay_test_case *test, bool is_reversed, gsay_engine **engine)
{
    gsay_settings settings = {
        .pack_folder = run->settings->pack_folder, .packs = run->settings->packs, .pack_count = 1, .jobs = 1
    };
    GSAY_TRY(gsay_engine_open(&settings, engine, run->err));
    gsay_engine_reverse(*engine, is_reversed);
    for (size_t i = 0; i < test->setting_count; i++)
        GSAY_TRY(apply_setting(gsay_engine_packs(*engine), &test->settings[i], run->err));
    GSAY_TRY(add_sources(*engine, test, run->err));
    return gsay_engine_check(*engine, run->err);
}

static bool holds(gsay_str text, gsay_str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (memcmp(text.ptr + i, part.ptr, part.len) == 0)
            return true;
    return false;
}

static bool is_related(const gsay_finding *finding, const gsay_expected_place *expected)
{
    for (size_t i = 0; i < finding->related_count; i++) {
        const gsay_place *place = &finding->related[i].place;
        if (gsay_str_equal(place->source, expected->source) && place->line == expected->line &&
            (!expected->text.len || gsay_str_equal(place->text, expected->text)))
            return true;
    }
    return false;
}

/* A mark says what must be there: the place in full, the message in part, of the related places those that are listed.
 */
static bool is_expected(const gsay_expectation *expected, const gsay_finding *finding)
{
    if (!gsay_str_equal(expected->rule, finding->rule) || expected->severity != finding->severity ||
        !gsay_str_equal(expected->source, finding->at.source) || expected->span.begin != finding->at.span.begin ||
        expected->span.end != finding->at.span.end ||
        (expected->message.len && !holds(finding->message, expected->message)))
        return false;
    for (size_t i = 0; i < expected->related_count; i++)
        if (!is_related(finding, &expected->related[i]))
            return false;
    return true;
}

static void report_missing(const pack_run *run, const gsay_test_file *file, const gsay_expectation *expected)
{
    gsay_buffer_add_format(run->report, "%.*s:%u: expected %s %.*s, which did not come\n", GSAY_ARG(file->path),
                           expected->line_number, gsay_severity_name(expected->severity), GSAY_ARG(expected->rule));
}

/* Related places are listed as they would be marked, ready to be copied into the test. */
static void report_surplus(const pack_run *run, const gsay_test_file *file, const gsay_test_case *test,
                           const gsay_finding *finding)
{
    gsay_buffer_add_format(run->report, "%.*s:%u: %.*s: not expected: %s %.*s at %.*s:%u:%u \"%.*s\": %.*s\n",
                           GSAY_ARG(file->path), test->line_number, GSAY_ARG(test->name),
                           gsay_severity_name(finding->severity), GSAY_ARG(finding->rule), GSAY_ARG(finding->at.source),
                           finding->at.line, finding->at.column, GSAY_ARG(finding->at.text),
                           GSAY_ARG(finding->message));
    for (size_t i = 0; i < finding->related_count; i++)
        gsay_buffer_add_format(run->report, "    -> %.*s:%u \"%.*s\"\n", GSAY_ARG(finding->related[i].place.source),
                               finding->related[i].place.line, GSAY_ARG(finding->related[i].place.text));
}

/* Compare findings with marks, one to one; says what differs. is_right: out. */
static gsay_status judge(const pack_run *run, const gsay_test_file *file, const gsay_test_case *test,
                         const gsay_findings *findings, bool *is_right)
{
    bool *is_used = GSAY_NEW(run->arena, bool, findings->count + 1);
    if (!is_used)
        return gsay_fail_memory(run->err);
    *is_right = true;
    for (size_t i = 0; i < test->expectation_count; i++) {
        size_t k = 0;
        while (k < findings->count && (is_used[k] || !is_expected(&test->expectations[i], &findings->items[k])))
            k++;
        if (k < findings->count)
            is_used[k] = true;
        else
            report_missing(run, file, &test->expectations[i]);
        *is_right &= k < findings->count;
    }
    for (size_t k = 0; k < findings->count; k++)
        if (!is_used[k]) {
            report_surplus(run, file, test, &findings->items[k]);
            *is_right = false;
        }
    return GSAY_OK;
}

/* The findings of a run as bytes: what must be the same both ways round. */
static bool same_bytes(gsay_engine *forward, gsay_engine *backward)
{
    gsay_buffer bytes[2] = { 0 };
    gsay_report reports[2] = { { .findings = gsay_engine_findings(forward) },
                               { .findings = gsay_engine_findings(backward) } };
    for (int i = 0; i < 2; i++)
        gsay_write_jsonl(&bytes[i], &reports[i]);
    bool is_same = gsay_str_equal(gsay_buffer_view(&bytes[0]), gsay_buffer_view(&bytes[1]));
    gsay_buffer_clear(&bytes[0]);
    gsay_buffer_clear(&bytes[1]);
    return is_same;
}

/* A case that is to do is judged like any other, and counts the other way round. */
static void count_case(const pack_run *run, const gsay_test_file *file, const gsay_test_case *test, bool is_right,
                       size_t report_begin)
{
    if (test->is_todo) {
        run->report->len = report_begin; /* what a todo case misses is no news */
        if (is_right)
            gsay_buffer_add_format(run->report, "%.*s:%u: %.*s: passes, so take its @todo away\n", GSAY_ARG(file->path),
                                   test->line_number, GSAY_ARG(test->name));
        is_right ? run->tally->failed++ : run->tally->todo++;
    } else {
        is_right ? run->tally->passed++ : run->tally->failed++;
    }
}

/* Judge what two runs of a case found. */
static gsay_status judge_runs(const pack_run *run, const gsay_test_file *file, const gsay_test_case *test,
                              gsay_engine *const engines[2])
{
    size_t report_begin = run->report->len;
    bool   is_right = false;
    GSAY_TRY(judge(run, file, test, gsay_engine_findings(engines[0]), &is_right));
    if (!same_bytes(engines[0], engines[1])) {
        gsay_buffer_add_format(run->report,
                               "%.*s:%u: %.*s: the findings depend on the order in which rules are called\n",
                               GSAY_ARG(file->path), test->line_number, GSAY_ARG(test->name));
        is_right = false;
    }
    count_case(run, file, test, is_right, report_begin);
    return GSAY_OK;
}

/* A case whose rule fails, or whose option does not exist, has failed; what else goes wrong ends the test. */
static gsay_status test_case(const pack_run *run, const gsay_test_file *file, const gsay_test_case *test)
{
    gsay_engine *engines[2] = { NULL, NULL };
    gsay_status  status = run_case(run, test, false, &engines[0]);
    if (status == GSAY_OK)
        status = run_case(run, test, true, &engines[1]);
    if (status == GSAY_OK) {
        status = judge_runs(run, file, test, engines);
    } else if (status == GSAY_ERULE || status == GSAY_EINPUT) {
        gsay_buffer_add_format(run->report, "%.*s:%u: %.*s: %s\n", GSAY_ARG(file->path), test->line_number,
                               GSAY_ARG(test->name), run->err->message);
        run->tally->failed++;
        status = GSAY_OK;
    }
    gsay_engine_close(engines[0]);
    gsay_engine_close(engines[1]);
    return status;
}

static bool fires(const gsay_test_file *files, size_t count, gsay_str rule)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < files[i].count; k++)
            for (size_t n = 0; n < files[i].cases[k].expectation_count; n++)
                if (gsay_str_equal(files[i].cases[k].expectations[n].rule, rule))
                    return true;
    return false;
}

/* A case of the rule's own file in which it says nothing. */
static bool stays_silent(const gsay_test_file *files, size_t count, gsay_str rule)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; gsay_str_equal(files[i].rule, rule) && k < files[i].count; k++)
            if (!files[i].cases[k].expectation_count && !files[i].cases[k].is_todo)
                return true;
    return false;
}

/* A rule's path tells whose it is: packs may share a name. */
static bool is_own_rule(const pack_run *run, const gsay_rule *rule)
{
    return gsay_str_starts(rule->path, run->folder) && rule->path.len > run->folder.len &&
           rule->path.ptr[run->folder.len] == '/';
}

/* The rules of the pack itself: those of a pack that it extends are tested there. */
static void check_coverage(const pack_run *run, const gsay_test_file *files, size_t count)
{
    for (size_t i = 0; i < run->packs.count; i++) {
        const gsay_rule *rule = &run->packs.rules[i];
        if (!is_own_rule(run, rule))
            continue;
        bool has_firing = fires(files, count, rule->id);
        bool has_silent = stays_silent(files, count, rule->id);
        if (!has_firing)
            gsay_buffer_add_format(run->report, "%.*s: no case in which it fires\n", GSAY_ARG(rule->id));
        if (!has_silent)
            gsay_buffer_add_format(run->report, "%.*s: no case of its own in which it stays silent\n",
                                   GSAY_ARG(rule->id));
        run->tally->failed += (has_firing ? 0u : 1u) + (has_silent ? 0u : 1u);
    }
}

/* Load the pack, to know its folder and its rules. A rule file that is wrong ends the test: no case could pass. */
static gsay_status load_pack(pack_run *run)
{
    gsay_str name = gsay_str_of(run->settings->packs[0]);
    GSAY_TRY(gsay_packs_load(gsay_str_of(run->settings->pack_folder), &name, 1, &run->packs, run->err));
    if (run->packs.broken.count)
        return gsay_fail(run->err, GSAY_ERULE, SIZE_MAX, "%.*s", GSAY_ARG(run->packs.broken.items[0].message));
    run->folder = run->packs.folders[0]; /* what it extends comes behind it */
    return GSAY_OK;
}

/* The files of the pack's tests folder; a pack without one has no tests, which is said. */
static gsay_status find_tests(const pack_run *run, gsay_file **files, size_t *count)
{
    struct stat info;
    gsay_str    folder = gsay_arena_format(run->arena, "%.*s/tests", GSAY_ARG(run->folder));
    if (!folder.ptr)
        return gsay_fail_memory(run->err);
    if (stat(folder.ptr, &info) == 0)
        return gsay_walk(run->arena, folder, NULL, files, count, run->err);
    gsay_buffer_add_format(run->report, "%.*s: no tests: they are files tests/RULE.test.md in it\n",
                           GSAY_ARG(run->folder));
    *count = 0;
    return GSAY_OK;
}

/* Other files of the folder may be notes, or texts that tests were made from. */
static gsay_status test_files(const pack_run *run, const gsay_file *paths, size_t count, bool coverage)
{
    gsay_test_file *files = GSAY_NEW(run->arena, gsay_test_file, count);
    size_t          file_count = 0;
    if (!files)
        return gsay_fail_memory(run->err);
    for (size_t i = 0; i < count; i++) {
        if (!gsay_str_ends(paths[i].path, GSAY_STR(".test.md")))
            continue;
        gsay_str        text = { 0 };
        gsay_test_file *file = &files[file_count++];
        GSAY_TRY(gsay_file_read(run->arena, paths[i].path, &text, run->err));
        GSAY_TRY(gsay_test_file_parse(run->arena, paths[i].path, text, file, run->err));
        for (size_t k = 0; k < file->count; k++)
            GSAY_TRY(test_case(run, file, &file->cases[k]));
    }
    if (coverage)
        check_coverage(run, files, file_count);
    return GSAY_OK;
}

gsay_status gsay_pack_test(const gsay_settings *settings, gsay_str only, bool coverage, gsay_test_tally *tally,
                           gsay_buffer *report, gsay_error *err)
{
    gsay_arena arena = { 0 };
    gsay_error error = { 0 };
    pack_run   run = {
          .settings = settings, .arena = &arena, .tally = tally, .report = report, .err = err ? err : &error
    };
    gsay_file   one = { .path = only };
    gsay_file  *files = &one;
    size_t      count = 1;
    gsay_status status = load_pack(&run);
    if (status == GSAY_OK && !only.len)
        status = find_tests(&run, &files, &count);
    if (status == GSAY_OK)
        status = test_files(&run, files, count, coverage);
    gsay_packs_close(&run.packs);
    gsay_arena_clear(&arena);
    return status;
}
