/* Expressions: what their group catches, line by line, and what is refused. */
#include <check.h>
#include <string.h>

#include "base/buffer.h"
#include "base/expression.h"
#include "suite.h"

Suite *expression_suite(void);

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

/* What the group catches of each match, with a bar behind it. */
static const struct {
    const char *expression;
    bool        has_case;
    const char *text, *want;
} rows[] = {
    { "n=(?<value>[0-9]+)", true, "n=1 N=2\nn=3", "1|3|" },
    { "n=(?<value>[0-9]+)", false, "n=1 N=2", "1|2|" },
    { "^(?<value>.)", true, "ab\ncd\n\nef", "a|c|e|" },
    { "(?<value>.)$", true, "ab\ncd", "b|d|" },
    { "a\\s(?<value>b)", true, "a b a\nb", "b|" },
    { "(?<value>b*)", true, "abba", "bb|" },
    { "x(?<value>a)?", true, "x xa", "a|" },
    { "(?<value>ß+)", true, "Maßß", "ßß|" },
    { "(?<value>é)", false, "É", "É|" },
    { "(?<value>a)", true, "", "" },
    { "(?<value>[0-9]+)%", true, "12\n13%\n%\n\n14% 15%\n16", "13|14|15|" },
    { "(?<value>[0-9]+)!", true, "1!", "1|" },
};

START_TEST(a_group_is_caught_in_each_line)
{
    gsay_arena      arena = { 0 };
    gsay_buffer     caught = { 0 };
    gsay_span_list  spans = { 0 };
    gsay_expression expression = { 0 };
    gsay_str        text = gsay_str_of(rows[_i].text);
    gsay_error      err = { 0 };
    ck_assert_msg(gsay_expression_compile(gsay_str_of(rows[_i].expression), rows[_i].has_case, &expression, &err) ==
                      GSAY_OK,
                  "%s", err.message);
    ck_assert_int_eq(gsay_expression_find(&expression, &arena, text, &spans, NULL), GSAY_OK);
    for (size_t i = 0; i < spans.count; i++) {
        gsay_buffer_add(&caught, gsay_str_slice(text, spans.items[i]));
        gsay_buffer_add_byte(&caught, '|');
    }
    assert_str(gsay_buffer_view(&caught), rows[_i].want);
    gsay_expression_free(&expression);
    gsay_buffer_clear(&caught);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(each_match_of_a_long_line_is_caught_once)
{
    enum { COUNT = 5000 };
    gsay_arena      arena = { 0 };
    gsay_buffer     text = { 0 };
    gsay_span_list  spans = { 0 };
    gsay_expression expression = { 0 };
    for (size_t i = 0; i < COUNT; i++)
        gsay_buffer_add(&text, GSAY_STR("é n=7,"));
    ck_assert_int_eq(gsay_expression_compile(GSAY_STR("n=(?<value>7)"), true, &expression, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_expression_find(&expression, &arena, gsay_buffer_view(&text), &spans, NULL), GSAY_OK);
    ck_assert_uint_eq(spans.count, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        ck_assert_uint_eq(spans.items[i].begin, i * 7 + 5);
    gsay_expression_free(&expression);
    gsay_buffer_clear(&text);
    gsay_arena_clear(&arena);
}
END_TEST

/* What cannot be, and a part of what is said. */
static const struct {
    const char *expression, *want;
} wrong_rows[] = {
    { "n=([0-9]+)", "needs one group named value" },
    { "n=(?<value>[0-9]+", "is wrong at its byte 18: missing closing parenthesis" },
    { "(?<value>\\C)", "is wrong at its byte" },
};

START_TEST(a_wrong_expression_says_what_is_wrong)
{
    gsay_expression expression = { 0 };
    gsay_error      err = { 0 };
    ck_assert_int_eq(gsay_expression_compile(gsay_str_of(wrong_rows[_i].expression), true, &expression, &err),
                     GSAY_EINPUT);
    ck_assert_msg(strstr(err.message, wrong_rows[_i].want) != NULL, "%s", err.message);
    gsay_expression_free(&expression);
}
END_TEST

Suite *expression_suite(void)
{
    Suite *suite = suite_create("core/base/expression");
    TCase *tcase = tcase_create("expression");
    tcase_add_loop_test(tcase, a_group_is_caught_in_each_line, 0, ROWS(rows));
    tcase_add_test(tcase, each_match_of_a_long_line_is_caught_once);
    tcase_add_loop_test(tcase, a_wrong_expression_says_what_is_wrong, 0, ROWS(wrong_rows));
    suite_add_tcase(suite, tcase);
    return suite;
}
