/* Records: what is read, what is refused with which words, and that reading goes on after a bad line. */
#include <stdio.h>

#include "suite.h"

#include "source/json.h"
#include "source/jsonl.h"

struct refusal_row {
    const char *line, *reason;
};

static const struct refusal_row refusals[] = {
    { "{\"id\": \"a\"}", "no \"text\"" },
    { "{\"text\": \"a\"}", "no \"id\"" },
    { "{\"id\": \"\", \"text\": \"a\"}", "no \"id\"" },
    { "{\"id\": 5, \"text\": \"a\"}", "\"id\" is no string" },
    { "{\"id\": \"a\", \"text\": \"b\", \"group\": []}", "\"group\" is no string" },
    { "{\"id\": \"a\", \"text\": \"b\", \"role\": \"judge\"}", "role is unknown" },
    { "{\"id\": \"a\", \"text\": \"b\", \"format\": \"jsonl\"}", "format is unknown" },
    { "{\"id\": \"a\", \"text\": \"b\", \"format\": \"pdf\"}", "format is unknown" },
    { "{\"id\": \"a\", \"text\": \"b\", \"date\": \"2021-02-30\"}", "date is no day" },
    { "{\"id\": \"a\", \"text\": \"b\\u0000c\"}", "NUL" },
    { "[1, 2]", "no object" },
    { "\"text\"", "no object" },
    { "{\"id\": \"a\", \"text\": \"b\"", "no valid JSON" },
    { "{\"id\": \"a\", \"text\": \"b\"} x", "follows" },
    { "nonsense", "no valid JSON" },
};

START_TEST(refuses_a_bad_line_and_goes_on)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_source source = { 0 };
    bool        is_end = true;
    gsay_str    text = gsay_arena_format(&arena, "\n%s\n{\"id\": \"next\", \"text\": \"T\"}", refusals[_i].line);
    gsay_jsonl  reader = { .text = text, .name = GSAY_STR("in.jsonl") };
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_EINPUT);
    ck_assert_msg(strstr(err.message, refusals[_i].reason) != NULL, "%s", err.message);
    ck_assert_msg(strstr(err.message, "in.jsonl:2") != NULL, "%s", err.message);
    ck_assert_ptr_null(source.name.ptr);
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_OK);
    assert_str(source.name, "next");
    ck_assert(!is_end);
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_OK);
    ck_assert(is_end);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(reads_every_member)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_source source = { 0 };
    bool        is_end = true;
    gsay_jsonl  reader = {
         .text =
             GSAY_STR("\xEF\xBB\xBF{\"id\":\"a/1\",\"text\":\"x \\\"y\\\" \\u20ac\",\"group\":\"g\",\"role\":\"draft\","
                       "\"date\":\"2025-02-12\",\"title\":\"T\",\"format\":\"markdown\",\"extra\":[{}]}\r\n"),
         .name = GSAY_STR("-")
    };
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_OK);
    assert_str(source.name, "a/1");
    assert_str(source.input, "x \"y\" \xE2\x82\xAC");
    assert_str(source.group, "g");
    assert_str(source.title, "T");
    ck_assert_int_eq(source.role, GSAY_ROLE_DRAFT);
    ck_assert_int_eq(source.format, GSAY_FORMAT_MARKDOWN);
    ck_assert_int_eq(source.date, gsay_day_of((gsay_civil){ 2025, 2, 12 }));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(absent_members_have_defaults)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_source source = { 0 };
    bool        is_end = true;
    gsay_jsonl  reader = { .text = GSAY_STR("{\"id\":\"a\",\"text\":\"\",\"date\":null}"), .name = GSAY_STR("-") };
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_OK);
    ck_assert_uint_eq(source.input.len, 0);
    assert_str(source.group, "");
    ck_assert_int_eq(source.format, GSAY_FORMAT_TEXT);
    ck_assert_int_eq(source.role, GSAY_ROLE_PEER);
    ck_assert_int_eq(source.date, GSAY_DAY_NONE);
    gsay_arena_clear(&arena);
}
END_TEST

/* Nesting up to the limit is read, one level more is refused, and so is a depth that would break a stack. */
START_TEST(limits_nesting)
{
    const size_t depths[] = { GSAY_JSON_DEPTH_MAX - 1, GSAY_JSON_DEPTH_MAX, 200000 };
    gsay_arena   arena = { 0 };
    gsay_error   err = { 0 };
    gsay_source  source = { 0 };
    bool         is_end = true;
    size_t       depth = depths[_i];
    char        *bytes = GSAY_NEW(&arena, char, depth * 2 + 64);
    size_t       len = (size_t)sprintf(bytes, "{\"id\":\"a\",\"text\":\"[[[\",\"x\":");
    memset(bytes + len, '[', depth);
    memset(bytes + len + depth, ']', depth);
    bytes[len + 2 * depth] = '}';
    gsay_jsonl reader = { .text = { bytes, len + 2 * depth + 1 }, .name = GSAY_STR("-") };
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), _i == 0 ? GSAY_OK : GSAY_EINPUT);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(refuses_bytes_that_are_no_text)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_source source = { 0 };
    bool        is_end = true;
    gsay_jsonl  reader = { .text = GSAY_STR("\n{\"id\":\"a\",\"text\":\"\xFF\"}"), .name = GSAY_STR("-") };
    ck_assert_int_eq(gsay_jsonl_next(&reader, &arena, &source, &is_end, &err), GSAY_EENCODING);
    ck_assert_uint_eq(err.offset, 19);
    gsay_arena_clear(&arena);
}
END_TEST

Suite *jsonl_suite(void);

Suite *jsonl_suite(void)
{
    Suite *suite = suite_create("core/source/jsonl");
    TCase *tcase = tcase_create("jsonl");
    tcase_add_loop_test(tcase, refuses_a_bad_line_and_goes_on, 0, (int)(sizeof(refusals) / sizeof(refusals[0])));
    tcase_add_test(tcase, reads_every_member);
    tcase_add_test(tcase, absent_members_have_defaults);
    tcase_add_loop_test(tcase, limits_nesting, 0, 3);
    tcase_add_test(tcase, refuses_bytes_that_are_no_text);
    suite_add_tcase(suite, tcase);
    return suite;
}
