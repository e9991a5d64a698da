/* Runs from end to end: order, threads, failing rules and files, what a run may and may not do. */
#include <stdio.h>

#include "folder.h"
#include "packs.h"

#include "engine/engine_state.h"
#include "report/report.h"
#include "suite.h"

Suite *engine_suite(void);

/* A folder with one pack, "house", of the rules that a test writes. */
static void open_pack(test_folder *folder)
{
    test_folder_open(folder);
    test_folder_write(folder, "packs/house/pack.lua", "return { api = 1, name = 'house', version = '1.0.0' }\n");
}

static gsay_engine *open_engine(test_folder *folder, size_t jobs)
{
    gsay_engine  *engine = NULL;
    gsay_error    err = { 0 };
    gsay_settings settings = { .pack_folder = test_folder_path(folder, "packs"), .jobs = jobs };
    ck_assert_msg(gsay_engine_open(&settings, &engine, &err) == GSAY_OK, "%s", err.message);
    return engine;
}

static void add_text(gsay_engine *engine, const char *name, const char *text)
{
    gsay_error err = { 0 };
    ck_assert_msg(gsay_engine_add_text(engine, name, NULL, text, strlen(text), &err) == GSAY_OK, "%s", err.message);
}

/* The findings of a run that is over, as lines. */
static void write_findings(const gsay_engine *engine, gsay_buffer *buffer)
{
    gsay_report report = { .findings = gsay_engine_findings(engine), .coverage = gsay_engine_coverage(engine) };
    gsay_write_jsonl(buffer, &report);
}

START_TEST(finds_what_rules_find_and_shows_it_in_order)
{
    test_folder folder;
    gsay_error  err = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    gsay_engine *engine = open_engine(&folder, 1);
    add_text(engine, "b", "The tide rose by 20% here.\nThe tide fell by 7% there.");
    add_text(engine, "a", "The tide rose by 25% here.");
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 0);
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 3);
    static const char *const messages[] = { "saw 25%", "saw 20%", "saw 7%" };
    for (size_t i = 0; i < 3; i++)
        ck_assert_str_eq(gsay_engine_finding_at(engine, i)->message, messages[i]);
    const gsay_engine_finding *second = gsay_engine_finding_at(engine, 1);
    ck_assert_str_eq(second->rule, "each-percent");
    ck_assert_str_eq(second->group, "");
    ck_assert_int_eq(second->severity, GSAY_SEVERITY_NOTE);
    ck_assert_str_eq(second->at.source, "b");
    ck_assert_uint_eq(second->at.start, 17);
    ck_assert_uint_eq(second->at.end, 20);
    ck_assert_uint_eq(second->at.line, 1);
    ck_assert_uint_eq(second->at.column, 18);
    ck_assert(memcmp(second->at.text, "20%", 3) == 0);
    ck_assert_uint_eq(strlen(second->fingerprint), 16);
    ck_assert_uint_eq(second->related_count, 0);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(compares_sources_of_a_group_with_each_other_alone)
{
    static const char lines[] = "{\"id\": \"a\", \"group\": \"x\", \"text\": \"The dam at Orlund is 20% full.\"}\n"
                                "{\"id\": \"b\", \"group\": \"y\", \"text\": \"The dam at Orlund is 25% full.\"}\n"
                                "{\"id\": \"c\", \"group\": \"x\", \"text\": \"The dam at Orlund is 30% full.\"}\n";
    test_folder       folder;
    gsay_error        err = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/differing.lua", DIFFERING_RULE);
    gsay_engine *engine = open_engine(&folder, 2);
    ck_assert_int_eq(gsay_engine_add_jsonl(engine, GSAY_STR("in"), gsay_str_of(lines), GSAY_ROLE_PEER, &err), GSAY_OK);
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 1);
    const gsay_engine_finding *finding = gsay_engine_finding_at(engine, 0);
    ck_assert_str_eq(finding->group, "x");
    ck_assert_uint_eq(finding->related_count, 1);
    ck_assert_str_ne(finding->at.source, "b");
    ck_assert_str_ne(finding->related[0].source, "b");
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, 3);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

#define MANY 60

/* Sixty sources; every seventh makes a rule raise. The others' findings are complete, those of the rule that failed are
 * gone. */
static void run_many(test_folder *folder, size_t jobs, bool is_reversed, gsay_buffer *findings)
{
    gsay_error   err = { 0 };
    gsay_engine *engine = open_engine(folder, jobs);
    gsay_engine_reverse(engine, is_reversed);
    for (int i = 0; i < MANY; i++) {
        int  number = is_reversed ? MANY - 1 - i : i;
        char name[32];
        char text[64];
        snprintf(name, sizeof name, "source-%02d", number);
        snprintf(text, sizeof text, "The lake is %d%% full now.", number % 7 == 5 ? 13 : 20 + number);
        add_text(engine, name, text);
    }
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_ERULE);
    ck_assert_ptr_nonnull(strstr(err.message, "thirteen"));
    ck_assert_uint_eq(gsay_engine_problem_count(engine), 1);
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, MANY);
    size_t seen = 0;
    for (size_t i = 0; i < gsay_engine_finding_count(engine); i++) {
        ck_assert_str_ne(gsay_engine_finding_at(engine, i)->rule, "afraid");
        seen += strcmp(gsay_engine_finding_at(engine, i)->rule, "each-percent") == 0;
    }
    ck_assert_uint_eq(seen, MANY);
    write_findings(engine, findings);
    gsay_buffer_add_format(findings, "%s\n", gsay_engine_problem_at(engine, 0)->message);
    gsay_engine_close(engine);
}

START_TEST(gives_the_same_bytes_whatever_the_threads_and_the_order)
{
    static const struct {
        size_t jobs;
        bool   is_reversed;
    } ways[] = { { 1, false }, { 2, false }, { 3, false }, { 4, false }, { 1, true }, { 4, true }, { 200, false } };
    test_folder folder;
    gsay_buffer first = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "packs/house/afraid.lua", RAISING_RULE);
    test_folder_write(&folder, "packs/house/differing.lua", DIFFERING_RULE);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        gsay_buffer findings = { 0 };
        run_many(&folder, ways[i].jobs, ways[i].is_reversed, &findings);
        if (i == 0)
            first = findings;
        else
            ck_assert_msg(gsay_str_equal(gsay_buffer_view(&first), gsay_buffer_view(&findings)),
                          "jobs %zu, reversed %d: %.*s", ways[i].jobs, ways[i].is_reversed,
                          GSAY_ARG(gsay_buffer_view(&findings)));
        if (i)
            gsay_buffer_clear(&findings);
    }
    gsay_buffer_clear(&first);
    test_folder_close(&folder);
}
END_TEST

#define MANY_GROUPS 90

/* Three sources in each of many groups, so that a run takes several batches. raises: one source of the last group makes
 * a rule fail. */
static void add_many(gsay_engine *engine, bool raises)
{
    static const char *const texts[] = { "The tide rose by 20% here.", "The tide rose by 25% here.",
                                         "The tide rose by 20% here." };
    for (int group = 0; group < MANY_GROUPS; group++)
        for (int i = 0; i < 3; i++) {
            char        name[32];
            char        folder[32];
            gsay_error  err = { 0 };
            const char *text = raises && i == 2 && group == MANY_GROUPS - 1
                                   ? "The tide rose by 20% here. The wood grew by 13%."
                                   : texts[i];
            snprintf(name, sizeof name, "%02d/%c", group, 'a' + i);
            snprintf(folder, sizeof folder, "group %02d", group);
            ck_assert_msg(gsay_engine_add_text(engine, name, folder, text, strlen(text), &err) == GSAY_OK, "%s",
                          err.message);
        }
}

/* What is read is given back group by group; what is found stays whole, and a rule that fails in the last group has
 * nothing to say of the first. */
START_TEST(compares_many_groups_batch_by_batch)
{
    bool        raises = _i & 1;
    test_folder folder;
    gsay_error  err = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/afraid.lua", RAISING_RULE);
    test_folder_write(&folder, "packs/house/differing.lua", DIFFERING_RULE);
    gsay_engine *engine = open_engine(&folder, _i & 2 ? 3 : 1);
    add_many(engine, raises);
    ck_assert_int_eq(gsay_engine_check(engine, &err), raises ? GSAY_ERULE : GSAY_OK);
    ck_assert_uint_eq(gsay_engine_problem_count(engine), raises);
    /* in each group three sources state a percentage, one of which differs */
    ck_assert_uint_eq(gsay_engine_finding_count(engine), raises ? MANY_GROUPS : 4 * MANY_GROUPS);
    for (size_t i = 0, of_group = raises ? 1 : 4; i < gsay_engine_finding_count(engine); i++) {
        char                       group[32];
        const gsay_engine_finding *found = gsay_engine_finding_at(engine, i);
        snprintf(group, sizeof group, "group %02d", (int)(i / of_group));
        ck_assert_str_eq(found->group, group);
        ck_assert_uint_eq(found->at.len, 3);
        ck_assert_uint_eq(found->at.line, 1);
        ck_assert_int_eq(found->at.text[2], '%');
        if (strcmp(found->rule, "differing") == 0 && found->related_count) {
            ck_assert_str_eq(found->message, "25% here, but 20%");
            ck_assert_int_eq(memcmp(found->related[0].text, "20%", 3), 0);
        }
    }
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, 3 * MANY_GROUPS);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(tells_of_a_rule_file_that_cannot_be_loaded_and_runs_the_others)
{
    test_folder folder;
    gsay_error  err = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "packs/house/wrong.lua", "return { api = 1,\n  id = = 2 }\n");
    gsay_engine *engine = open_engine(&folder, 2);
    add_text(engine, "a", "The lake is 20% full.");
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_ERULE);
    ck_assert_ptr_nonnull(strstr(err.message, "wrong.lua:2"));
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 1);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(does_everything_else_when_a_file_cannot_be_read)
{
    test_folder folder;
    gsay_error  err = { 0 };
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "texts/a.txt", "The lake is 20% full.");
    test_folder_write(&folder, "texts/b.txt", "The lake is \xFF 30% full.");
    test_folder_write(&folder, "texts/c.txt", "The lake is 40% full.");
    test_folder_write(&folder, "texts/gone.txt", "The lake is 50% full.");
    gsay_engine *engine = open_engine(&folder, 2);
    ck_assert_int_eq(gsay_engine_add_path(engine, test_folder_path(&folder, "texts"), GSAY_ROLE_PEER, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_add_path(engine, test_folder_path(&folder, "texts/gone.txt"), GSAY_ROLE_PEER, &err),
                     GSAY_OK);
    ck_assert_int_eq(remove(test_folder_path(&folder, "texts/gone.txt")), 0);
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_EIO);
    ck_assert_ptr_nonnull(strstr(err.message, "gone.txt"));
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 2);
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, 2);
    ck_assert_uint_eq(gsay_engine_problem_count(engine), 2);
    ck_assert_msg(gsay_engine_problem_at(engine, 0)->is_warning, "a file that only a walk met is no reason to fail");
    ck_assert_int_eq(gsay_engine_problem_at(engine, 0)->status, GSAY_EENCODING);
    ck_assert(!gsay_engine_problem_at(engine, 1)->is_warning);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(runs_once)
{
    test_folder           folder;
    gsay_error            err = { 0 };
    const gsay_alignment *groups = NULL;
    size_t                count = 0;
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    gsay_engine *engine = open_engine(&folder, 1);
    add_text(engine, "a", "The lake is 20% full.");
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_EINPUT);
    ck_assert_int_eq(gsay_engine_align(engine, &groups, &count, &err), GSAY_EINPUT);
    ck_assert_ptr_null(groups);
    ck_assert_int_eq(gsay_engine_add_text(engine, "b", NULL, "x", 1, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "has run"));
    ck_assert_msg(gsay_engine_finding_count(engine) == 1, "the first run's findings stay");
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

/* The n-th allocation of the engine's arena fails; the sanitizers tell whether anything is left behind. */
START_TEST(fails_cleanly_for_want_of_memory)
{
    test_folder folder;
    bool        is_done = false;
    open_pack(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "packs/house/afraid.lua", RAISING_RULE);
    for (size_t n = 1; !is_done; n++) {
        gsay_error   err = { 0 };
        gsay_engine *engine = open_engine(&folder, 2);
        add_text(engine, "a", "The lake is 20% full.");
        add_text(engine, "b", "The lake is 13% full.");
        engine->arena.fail_after = n;
        gsay_status status = gsay_engine_check(engine, &err);
        ck_assert(status == GSAY_ENOMEM || status == GSAY_ERULE);
        is_done = status == GSAY_ERULE;
        ck_assert_uint_eq(gsay_engine_finding_count(engine), is_done ? 2 : 0);
        ck_assert_uint_lt(n, 200);
        gsay_engine_close(engine);
    }
    test_folder_close(&folder);
}
END_TEST

START_TEST(runs_over_nothing)
{
    test_folder folder;
    gsay_error  err = { 0 };
    open_pack(&folder);
    gsay_engine *engine = open_engine(&folder, 0);
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 0);
    gsay_engine_close(engine);
    engine = open_engine(&folder, 0);
    add_text(engine, "empty", "");
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, 1);
    ck_assert_uint_eq(gsay_engine_coverage(engine)->mentions, 0);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(closes_without_a_run)
{
    test_folder folder;
    open_pack(&folder);
    gsay_engine *engine = open_engine(&folder, 4);
    add_text(engine, "a", "20%");
    gsay_engine_close(engine);
    gsay_engine_close(NULL);
    test_folder_close(&folder);
}
END_TEST

START_TEST(aligns_without_rules)
{
    gsay_engine          *engine = NULL;
    gsay_settings         settings = { .jobs = 2 };
    gsay_error            err = { 0 };
    const gsay_alignment *groups = NULL;
    size_t                count = 0;
    ck_assert_int_eq(gsay_engine_open(&settings, &engine, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_add_text(engine, "a", "x", "The dam is 20% full.", 20, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_add_text(engine, "b", "y", "The dam is 20% full.", 20, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_align(engine, &groups, &count, &err), GSAY_OK);
    ck_assert_uint_eq(count, 2);
    assert_str(groups[0].group, "x");
    assert_str(groups[1].group, "y");
    gsay_engine_close(engine);
}
END_TEST

/* What a sink was handed. */
typedef struct lines {
    gsay_buffer bytes;
    size_t      calls;
    size_t      fail_at; /* 0 never */
} lines;

static gsay_status collect(void *context, gsay_str written, gsay_error *err)
{
    lines *all = context;
    gsay_buffer_add(&all->bytes, written);
    if (++all->calls == all->fail_at)
        return gsay_fail(err, GSAY_EIO, SIZE_MAX, "the hand is full");
    return GSAY_OK;
}

/* More sources than one batch holds, one of them bad. */
static gsay_engine *open_extraction(size_t jobs)
{
    gsay_engine  *engine = NULL;
    gsay_settings settings = { .jobs = jobs };
    ck_assert_int_eq(gsay_engine_open(&settings, &engine, NULL), GSAY_OK);
    for (int i = 0; i < 150; i++) {
        char name[32];
        snprintf(name, sizeof name, "source-%03d", 149 - i);
        add_text(engine, name, i == 70 ? "20% \xFF" : i == 80 ? "" : "The dam is 20% full.");
    }
    return engine;
}

START_TEST(extracts_every_source_in_order)
{
    lines one = { .calls = 0 };
    lines four = { .calls = 0 };
    for (int k = 0; k < 2; k++) {
        gsay_engine *engine = open_extraction(k ? 4 : 1);
        gsay_error   err = { 0 };
        ck_assert_int_eq(gsay_engine_extract(engine, collect, k ? &four : &one, &err), GSAY_OK);
        ck_assert_uint_eq(gsay_engine_problem_count(engine), 1);
        ck_assert_int_eq(gsay_engine_problem_at(engine, 0)->status, GSAY_EENCODING);
        ck_assert_int_eq(gsay_engine_extract(engine, collect, &one, &err), GSAY_EINPUT);
        gsay_engine_close(engine);
    }
    ck_assert_uint_eq(one.calls, 148);
    ck_assert(gsay_str_starts(gsay_buffer_view(&one.bytes),
                              GSAY_STR("{\"source\":\"source-000\",\"kind\":\"percent\",\"start\":11,")));
    ck_assert(gsay_str_equal(gsay_buffer_view(&one.bytes), gsay_buffer_view(&four.bytes)));
    gsay_buffer_clear(&one.bytes);
    gsay_buffer_clear(&four.bytes);
}
END_TEST

START_TEST(ends_when_the_hand_does_not_take_more)
{
    lines        all = { .fail_at = 5 };
    gsay_engine *engine = open_extraction(2);
    gsay_error   err = { 0 };
    ck_assert_int_eq(gsay_engine_extract(engine, collect, &all, &err), GSAY_EIO);
    ck_assert_str_eq(err.message, "the hand is full");
    ck_assert_uint_eq(all.calls, 5);
    gsay_buffer_clear(&all.bytes);
    gsay_engine_close(engine);
}
END_TEST

static const struct settings_case {
    const char *date;
    const char *pack;
    bool        has_folder;
    const char *message; /* a part of it */
} SETTINGS[] = {
    { "2025-02-30", NULL, true, "2025-02-30" },
    { "yesterday", NULL, true, "YYYY-MM-DD" },
    { NULL, "hous", true, "house" },
    { NULL, "/nowhere/at/all", true, "/nowhere/at/all" },
    { NULL, "house", false, "pack_folder" },
};

START_TEST(refuses_settings_that_cannot_be_used)
{
    const struct settings_case *row = &SETTINGS[_i];
    test_folder                 folder;
    gsay_engine                *engine = NULL;
    gsay_error                  err = { 0 };
    open_pack(&folder);
    gsay_settings settings = { .date = row->date, .packs = &row->pack, .pack_count = row->pack ? 1 : 0 };
    settings.pack_folder = row->has_folder ? test_folder_path(&folder, "packs") : NULL;
    ck_assert_int_eq(gsay_engine_open(&settings, &engine, &err), GSAY_EINPUT);
    ck_assert_msg(strstr(err.message, row->message) != NULL, "%s", err.message);
    ck_assert_ptr_null(engine);
    ck_assert_int_eq(gsay_engine_open(&settings, &engine, NULL), GSAY_EINPUT);
    test_folder_close(&folder);
}
END_TEST

START_TEST(does_not_check_without_rules)
{
    gsay_engine  *engine = NULL;
    gsay_settings settings = { 0 };
    gsay_error    err = { 0 };
    ck_assert_int_eq(gsay_engine_open(&settings, &engine, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_EINPUT);
    gsay_engine_close(engine);
}
END_TEST

Suite *engine_suite(void)
{
    Suite *suite = suite_create("core/engine/engine");
    TCase *tcase = tcase_create("engine");
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, finds_what_rules_find_and_shows_it_in_order);
    tcase_add_test(tcase, compares_sources_of_a_group_with_each_other_alone);
    tcase_add_test(tcase, gives_the_same_bytes_whatever_the_threads_and_the_order);
    tcase_add_loop_test(tcase, compares_many_groups_batch_by_batch, 0, 4);
    tcase_add_test(tcase, tells_of_a_rule_file_that_cannot_be_loaded_and_runs_the_others);
    tcase_add_test(tcase, does_everything_else_when_a_file_cannot_be_read);
    tcase_add_test(tcase, runs_once);
    tcase_add_test(tcase, fails_cleanly_for_want_of_memory);
    tcase_add_test(tcase, runs_over_nothing);
    tcase_add_test(tcase, closes_without_a_run);
    tcase_add_test(tcase, aligns_without_rules);
    tcase_add_test(tcase, extracts_every_source_in_order);
    tcase_add_test(tcase, ends_when_the_hand_does_not_take_more);
    tcase_add_loop_test(tcase, refuses_settings_that_cannot_be_used, 0, (int)(sizeof SETTINGS / sizeof *SETTINGS));
    tcase_add_test(tcase, does_not_check_without_rules);
    suite_add_tcase(suite, tcase);
    return suite;
}
