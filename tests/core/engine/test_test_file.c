/* Reading test files of packs: what a case becomes, and what is refused with its line. */
#include "engine/pack_test.h"

#include "suite.h"

Suite *test_file_suite(void);

#define PATH "house/tests/differing.test.md"

static gsay_status parse(gsay_arena *arena, const char *text, gsay_test_file *file, gsay_error *err)
{
    return gsay_test_file_parse(arena, GSAY_STR(PATH), gsay_str_of(text), file, err);
}

START_TEST(reads_a_case_whole)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena,
                           "Words before the first case are for the reader.\n\n"
                           "=== two reports of one dam\n"
                           "@option tolerance = 0.01\n"
                           "@option other.key = some words\n"
                           "@claim fill = {percent} … full = a\n"
                           "@fact fill = 40%\n"
                           "--- a.txt 2025-02-12\n"
                           "The dam is 40% full.\n"
                           "           ^^^ error differing: but 25%\n"
                           "           -> b.md:1 \"25%\"\n"
                           "           -> b.md:12\n"
                           "It was full in May.\n"
                           "--- b.md\n"
                           "The dam is 25% full.\n"
                           "\n"
                           "\n"
                           "=== silence\n"
                           "@todo\n"
                           "--- c.txt\n"
                           "Nothing.\n",
                           &file, &err),
                     GSAY_OK);
    assert_str(file.rule, "differing");
    ck_assert_uint_eq(file.count, 2);
    const gsay_test_case *first = &file.cases[0];
    assert_str(first->name, "two reports of one dam");
    ck_assert_uint_eq(first->line_number, 3);
    ck_assert(!first->is_todo);
    ck_assert_uint_eq(first->setting_count, 4);
    assert_str(first->settings[0].rule, "differing");
    assert_str(first->settings[0].key, "tolerance");
    assert_str(first->settings[0].value, "0.01");
    assert_str(first->settings[1].rule, "other");
    assert_str(first->settings[1].key, "key");
    assert_str(first->settings[1].value, "some words");
    ck_assert_int_eq(first->settings[2].kind, GSAY_TEST_CLAIM);
    assert_str(first->settings[2].key, "fill");
    assert_str(first->settings[2].value, "{percent} … full = a");
    ck_assert_int_eq(first->settings[3].kind, GSAY_TEST_FACT);
    assert_str(first->settings[3].key, "fill");
    assert_str(first->settings[3].value, "40%");
    ck_assert_uint_eq(first->source_count, 2);
    assert_str(first->sources[0].name, "a.txt");
    ck_assert_int_eq(first->sources[0].date, gsay_day_read(GSAY_STR("2025-02-12")));
    assert_str(first->sources[0].text, "The dam is 40% full.\nIt was full in May.\n");
    ck_assert_int_eq(first->sources[1].date, GSAY_DAY_NONE);
    assert_str(first->sources[1].text, "The dam is 25% full.\n");
    ck_assert_uint_eq(first->expectation_count, 1);
    const gsay_expectation *expected = &first->expectations[0];
    assert_str(expected->source, "a.txt");
    ck_assert_uint_eq(expected->span.begin, 11);
    ck_assert_uint_eq(expected->span.end, 14);
    ck_assert_uint_eq(expected->line_number, 10);
    ck_assert_int_eq(expected->severity, GSAY_SEVERITY_ERROR);
    assert_str(expected->rule, "differing");
    assert_str(expected->message, "but 25%");
    ck_assert_uint_eq(expected->related_count, 2);
    assert_str(expected->related[0].source, "b.md");
    ck_assert_uint_eq(expected->related[0].line, 1);
    assert_str(expected->related[0].text, "25%");
    ck_assert_uint_eq(expected->related[1].line, 12);
    assert_str(expected->related[1].text, "");
    ck_assert(file.cases[1].is_todo);
    ck_assert_uint_eq(file.cases[1].expectation_count, 0);
    gsay_arena_clear(&arena);
}
END_TEST

/* The bytes over which carets stand, in columns. */
static const struct mark_case {
    const char *line;
    const char *carets;
    uint32_t    begin;
    uint32_t    end;
} MARKS[] = {
    { "20% full", "^^^", 0, 3 },
    { "it is 20%", "      ^^^", 6, 9 },
    { "東京 has 20%", "         ^^^", 11, 14 },  /* two wide characters of three bytes */
    { "cafe\xCC\x81: 20%", "      ^^^", 8, 11 }, /* a mark without a column */
    { "東京 has 20%", "^^^^", 0, 6 },
    { "\ttab 20%", "     ^^^", 5, 8 }, /* a tab is one column, as reports show it */
    { "20%", "^^^^^^^^", 0, 3 },       /* carets behind the line's end count for nothing */
};

START_TEST(finds_the_bytes_under_carets)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    gsay_buffer    text = { 0 };
    gsay_buffer_add_format(&text, "=== x\n--- a.txt\nfirst line\n%s\n%s note differing\n", MARKS[_i].line,
                           MARKS[_i].carets);
    ck_assert_msg(gsay_test_file_parse(&arena, GSAY_STR(PATH), gsay_buffer_view(&text), &file, &err) == GSAY_OK, "%s",
                  err.message);
    ck_assert_uint_eq(file.cases[0].expectation_count, 1);
    ck_assert_uint_eq(file.cases[0].expectations[0].span.begin, 11 + MARKS[_i].begin);
    ck_assert_uint_eq(file.cases[0].expectations[0].span.end, 11 + MARKS[_i].end);
    gsay_buffer_clear(&text);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(takes_a_line_behind_a_backslash_as_text)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena,
                           "=== x\r\n--- a.txt\r\n\\=== no title\r\n\\^^^ no mark\r\n\\\\one\r\n\\-> b.txt:1\r\n",
                           &file, &err),
                     GSAY_OK);
    assert_str(file.cases[0].sources[0].text, "=== no title\n^^^ no mark\n\\one\n-> b.txt:1\n");
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(knows_drafts_and_references)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena,
                           "=== x\n@against b.txt\n@against c.txt\n--- a.txt\nA.\n--- b.txt\nB.\n--- c.txt\nC.\n",
                           &file, &err),
                     GSAY_OK);
    ck_assert_int_eq(file.cases[0].sources[0].role, GSAY_ROLE_DRAFT);
    ck_assert_int_eq(file.cases[0].sources[1].role, GSAY_ROLE_REFERENCE);
    ck_assert_int_eq(file.cases[0].sources[2].role, GSAY_ROLE_REFERENCE);
    gsay_arena_clear(&arena);
}
END_TEST

static const struct refused_case {
    const char *text;
    const char *message; /* a part of it */
} REFUSED[] = {
    { "--- a.txt\n", ":1: a source before the first case" },
    { "@todo\n", ":1: a line beginning with @ before" },
    { "=== x\nwords\n", ":2: text before the case's first source" },
    { "=== x\n^^^ error differing\n", ":2: text before" },
    { "=== x\n--- \n", ":2: a source is" },
    { "=== x\n--- a.txt yesterday\n", ":2: a source is" },
    { "=== x\n--- a.txt 2025-02-30\n", ":2: a source is" },
    { "=== x\n@opton a = b\n", ":2: unknown directive" },
    { "=== x\n@option\n", ":2: unknown directive" },
    { "=== x\n@option a\n", ":2: an option is" },
    { "=== x\n@option = 3\n", ":2: an option is" },
    { "=== x\n@against b.txt\n--- a.txt\nA.\n", ":1: @against names b.txt" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ eror differing\n", ":4: a mark is" },
    { "=== x\n--- a.txt\nThe dam.\n^^^\n", ":4: a mark is" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ error\n", ":4: a mark is" },
    { "=== x\n--- a.txt\nThe dam.\n               ^^^ error differing\n", ":4: carets must stand under words" },
    { "=== x\n--- a.txt\n^^^ error differing\n", ":3: carets must stand under words" },
    { "=== x\n--- a.txt\nThe dam.\n-> b.txt:1\n", ":4: \"->\" without a mark" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ error differing\n-> b.txt\n", ":5: a related place is" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ error differing\n-> b.txt:0\n", ":5: a related place is" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ error differing\n-> b.txt:x\n", ":5: a related place is" },
    { "=== x\n--- a.txt\nThe dam.\n^^^ error differing\n-> b.txt:1 25%\n", ":5: a related place is" },
};

START_TEST(refuses_what_is_no_test_and_names_the_line)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena, REFUSED[_i].text, &file, &err), GSAY_EINPUT);
    ck_assert_msg(gsay_str_starts(gsay_str_of(err.message), GSAY_STR(PATH)), "%s", err.message);
    ck_assert_msg(strstr(err.message, REFUSED[_i].message) != NULL, "%s", err.message);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(refuses_bytes_that_are_no_text)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena, "=== x\n\xFF", &file, &err), GSAY_EENCODING);
    ck_assert_uint_eq(err.offset, 6);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(reads_an_empty_file_as_no_cases)
{
    gsay_arena     arena = { 0 };
    gsay_error     err = { 0 };
    gsay_test_file file = { 0 };
    ck_assert_int_eq(parse(&arena, "", &file, &err), GSAY_OK);
    ck_assert_uint_eq(file.count, 0);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(fails_cleanly_for_want_of_memory)
{
    static const char text[] =
        "=== x\n@option a = b\n--- a.txt\nThe dam.\n^^^ error differing\n-> b.txt:1\n--- b.txt\nB.\n";
    for (size_t n = 1;; n++) {
        gsay_arena     arena = { .fail_after = n };
        gsay_error     err = { 0 };
        gsay_test_file file = { 0 };
        gsay_status    status = parse(&arena, text, &file, &err);
        gsay_arena_clear(&arena);
        if (status == GSAY_OK)
            break;
        ck_assert_int_eq(status, GSAY_ENOMEM);
        ck_assert_uint_lt(n, 100);
    }
}
END_TEST

Suite *test_file_suite(void)
{
    Suite *suite = suite_create("core/engine/test_file");
    TCase *tcase = tcase_create("test_file");
    tcase_add_test(tcase, reads_a_case_whole);
    tcase_add_loop_test(tcase, finds_the_bytes_under_carets, 0, (int)(sizeof MARKS / sizeof *MARKS));
    tcase_add_test(tcase, takes_a_line_behind_a_backslash_as_text);
    tcase_add_test(tcase, knows_drafts_and_references);
    tcase_add_loop_test(tcase, refuses_what_is_no_test_and_names_the_line, 0, (int)(sizeof REFUSED / sizeof *REFUSED));
    tcase_add_test(tcase, refuses_bytes_that_are_no_text);
    tcase_add_test(tcase, reads_an_empty_file_as_no_cases);
    tcase_add_test(tcase, fails_cleanly_for_want_of_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
