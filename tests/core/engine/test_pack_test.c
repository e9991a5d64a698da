/* Running the tests of a pack: what passes, what fails and how that is said. */
#include "engine/pack_test.h"

#include <stdio.h>

#include "folder.h"
#include "packs.h"
#include "suite.h"

Suite *pack_test_suite(void);

#define SEES   "=== sees a percentage\n--- a.txt\nThe dam is 40% full.\n           ^^^ note each-percent: saw 40%\n\n"
#define SILENT "=== says nothing of a count\n--- a.txt\nThe dam has 40 gates.\n"

/* Run the tests of packs/house. only: a file of its tests folder, or NULL. */
static gsay_status run(test_folder *folder, const char *only, bool coverage, gsay_test_tally *tally,
                       gsay_buffer *report)
{
    char          shipped[300];
    char          file[600] = "";
    const char   *pack = "house";
    gsay_error    err = { 0 };
    gsay_settings settings = { .pack_folder = shipped, .packs = &pack, .pack_count = 1 };
    snprintf(shipped, sizeof shipped, "%s/packs", folder->path);
    if (only)
        snprintf(file, sizeof file, "%s/house/tests/%s", shipped, only);
    gsay_status status = gsay_pack_test(&settings, gsay_str_of(file), coverage, tally, report, &err);
    if (status != GSAY_OK)
        gsay_buffer_add_format(report, "%s\n", err.message);
    return status;
}

/* What the report must say; "" nothing. $ stands for the folder of the packs. */
static void assert_report(test_folder *folder, const gsay_buffer *report, const char *expected)
{
    gsay_buffer want = { 0 };
    for (const char *at = expected; *at; at++) {
        if (*at == '$')
            gsay_buffer_add_format(&want, "%s/packs", folder->path);
        else
            gsay_buffer_add_byte(&want, *at);
    }
    gsay_buffer_add_byte(&want, 0);
    assert_str(gsay_buffer_view(report), want.ptr);
    gsay_buffer_clear(&want);
}

static const struct run_case {
    const char *text; /* of tests/each-percent.test.md; NULL: no tests folder */
    size_t      passed;
    size_t      failed;
    size_t      todo;
    const char *report;
} RUNS[] = {
    { SEES SILENT, 2, 0, 0, "" },
    { "", 0, 0, 0, "" },
    { NULL, 0, 0, 0, "$/house: no tests: they are files tests/RULE.test.md in it\n" },
    { "=== too much\n--- a.txt\nThe dam is 40% full.\n", 0, 1, 0,
      "$/house/tests/each-percent.test.md:1: too much: not expected: note each-percent at a.txt:1:12 \"40%\": saw "
      "40%\n" },
    { "=== too little\n--- a.txt\nThe dam is full.\n    ^^^ note each-percent\n", 0, 1, 0,
      "$/house/tests/each-percent.test.md:4: expected note each-percent, which did not come\n" },
    { "=== other words\n--- a.txt\nThe dam is 40% full.\n           ^^^ note each-percent: heard\n", 0, 1, 0,
      "$/house/tests/each-percent.test.md:4: expected note each-percent, which did not come\n"
      "$/house/tests/each-percent.test.md:1: other words: not expected: note each-percent at a.txt:1:12 \"40%\": saw "
      "40%\n" },
    { "=== other severity\n--- a.txt\nThe dam is 40% full.\n           ^^^ error each-percent\n", 0, 1, 0,
      "$/house/tests/each-percent.test.md:4: expected error each-percent, which did not come\n"
      "$/house/tests/each-percent.test.md:1: other severity: not expected: note each-percent at a.txt:1:12 \"40%\": "
      "saw 40%\n" },
    { "=== related that is none\n--- a.txt\nThe dam is 40% full.\n           ^^^ note each-percent\n           -> "
      "a.txt:1\n",
      0, 1, 0,
      "$/house/tests/each-percent.test.md:4: expected note each-percent, which did not come\n"
      "$/house/tests/each-percent.test.md:1: related that is none: not expected: note each-percent at a.txt:1:12 "
      "\"40%\": saw 40%\n" },
    { "=== later\n@todo\n--- a.txt\nThe dam is 40% full.\n", 0, 0, 1, "" },
    { "=== sooner\n@todo\n--- a.txt\nThe dam is full.\n", 0, 1, 0,
      "$/house/tests/each-percent.test.md:1: sooner: passes, so take its @todo away\n" },
    { "=== twice\n--- a.txt\nThe dam is 40% full.\n           ^^^ note each-percent\n           ^^^ note "
      "each-percent\n",
      0, 1, 0, "$/house/tests/each-percent.test.md:5: expected note each-percent, which did not come\n" },
};

START_TEST(compares_marks_with_findings)
{
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    if (RUNS[_i].text)
        test_folder_write(&folder, "packs/house/tests/each-percent.test.md", RUNS[_i].text);
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_OK);
    assert_report(&folder, &report, RUNS[_i].report);
    ck_assert_uint_eq(tally.passed, RUNS[_i].passed);
    ck_assert_uint_eq(tally.failed, RUNS[_i].failed);
    ck_assert_uint_eq(tally.todo, RUNS[_i].todo);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

START_TEST(lists_rules_without_cases)
{
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/other/base-rule.lua", RAISING_RULE);
    test_folder_write(&folder, "packs/house/pack.lua", "return { api = 1, name = 'house', extends = { 'other' } }\n");
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "packs/house/differing.lua", DIFFERING_RULE);
    test_folder_write(
        &folder, "packs/house/tests/each-percent.test.md",
        "=== raises\n--- a.txt\nThe dam is 40% full.\n           ^^^ note each-percent\n           ^^^ error afraid\n");
    ck_assert_int_eq(run(&folder, NULL, true, &tally, &report), GSAY_OK);
    assert_report(&folder, &report,
                  "differing: no case in which it fires\n"
                  "differing: no case of its own in which it stays silent\n"
                  "each-percent: no case of its own in which it stays silent\n");
    ck_assert_uint_eq(tally.passed, 1);
    ck_assert_uint_eq(tally.failed, 3);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

START_TEST(runs_one_file_alone)
{
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(&folder, "packs/house/tests/each-percent.test.md", SEES);
    test_folder_write(&folder, "packs/house/tests/other.test.md", SILENT SILENT);
    test_folder_write(&folder, "packs/house/tests/notes.md", "not a test");
    ck_assert_int_eq(run(&folder, "other.test.md", false, &tally, &report), GSAY_OK);
    ck_assert_uint_eq(tally.passed, 2);
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_OK);
    ck_assert_msg(tally.passed == 5, "a tally adds up");
    ck_assert_int_eq(run(&folder, "gone.test.md", false, &tally, &report), GSAY_EIO);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

START_TEST(sets_options_of_a_case)
{
#define DAM(title, option, mark)                                                                                       \
    "=== " title "\n" option "--- a.txt\nThe dam at Orlund is 40% full.\n" mark                                        \
    "--- b.txt\nThe dam at Orlund is 44% full.\n"
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/house/differing.lua", DIFFERING_RULE);
    test_folder_write(
        &folder, "packs/house/tests/differing.test.md",
        DAM("without", "",
            "                     ^^^ error differing: but 44%\n                     -> b.txt:1 \"44%\"\n")
            DAM("with", "@option tolerance = 0.2\n", "") DAM("wrong", "@option tolerance = 7\n", ""));
#undef DAM
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_OK);
    ck_assert_msg(tally.passed == 2, "%.*s", GSAY_ARG(gsay_buffer_view(&report)));
    ck_assert_uint_eq(tally.failed, 1);
    gsay_buffer_add_byte(&report, 0);
    ck_assert_msg(strstr(report.ptr, "differing.test.md:14: wrong: ") != NULL, "%s", report.ptr);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

START_TEST(fails_a_case_whose_rule_fails_and_goes_on)
{
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/house/afraid.lua", RAISING_RULE);
    test_folder_write(&folder, "packs/house/tests/afraid.test.md",
                      "=== raises\n--- a.txt\nThe dam is 13% full.\n\n=== silent\n--- a.txt\nThe dam is full.\n");
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_OK);
    ck_assert_uint_eq(tally.passed, 1);
    ck_assert_uint_eq(tally.failed, 1);
    gsay_buffer_add_byte(&report, 0);
    ck_assert_msg(strstr(report.ptr, "afraid.test.md:1: raises: ") != NULL && strstr(report.ptr, "thirteen") != NULL,
                  "%s", report.ptr);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

START_TEST(ends_at_a_pack_or_a_file_that_cannot_be_used)
{
    test_folder     folder;
    gsay_test_tally tally = { 0 };
    gsay_buffer     report = { 0 };
    test_folder_open(&folder);
    test_folder_write(&folder, "packs/other/each-percent.lua", PERCENT_RULE);
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_EINPUT);
    test_folder_write(&folder, "packs/house/wrong.lua", "return 1 1");
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_ERULE);
    ck_assert_int_eq(remove(test_folder_path(&folder, "packs/house/wrong.lua")), 0);
    test_folder_write(&folder, "packs/house/tests/x.test.md", "--- a.txt\n");
    ck_assert_int_eq(run(&folder, NULL, false, &tally, &report), GSAY_EINPUT);
    ck_assert_uint_eq(tally.passed + tally.failed + tally.todo, 0);
    gsay_buffer_clear(&report);
    test_folder_close(&folder);
}
END_TEST

Suite *pack_test_suite(void)
{
    Suite *suite = suite_create("core/engine/pack_test");
    TCase *tcase = tcase_create("pack_test");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, compares_marks_with_findings, 0, (int)(sizeof RUNS / sizeof *RUNS));
    tcase_add_test(tcase, lists_rules_without_cases);
    tcase_add_test(tcase, runs_one_file_alone);
    tcase_add_test(tcase, sets_options_of_a_case);
    tcase_add_test(tcase, fails_a_case_whose_rule_fails_and_goes_on);
    tcase_add_test(tcase, ends_at_a_pack_or_a_file_that_cannot_be_used);
    suite_add_tcase(suite, tcase);
    return suite;
}
