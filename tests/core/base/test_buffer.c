/* The buffer: growth, numbers, and JSON that a parser reads back. */
#include "base/buffer.h"

#include <cjson/cJSON.h>
#include <stdio.h>

#include "random.h"
#include "suite.h"

Suite *buffer_suite(void);

START_TEST(an_empty_buffer_views_as_empty_text)
{
    gsay_buffer buffer = { 0 };
    ck_assert_uint_eq(gsay_buffer_view(&buffer).len, 0);
    gsay_buffer_add(&buffer, (gsay_str){ NULL, 0 });
    ck_assert_uint_eq(gsay_buffer_view(&buffer).len, 0);
    ck_assert(!buffer.has_failed);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(appends_in_order_and_grows)
{
    gsay_buffer  buffer = { 0 };
    const size_t count = sweep(100000);
    for (size_t i = 0; i < count; i++) {
        gsay_buffer_add(&buffer, GSAY_STR("ab"));
        gsay_buffer_add_byte(&buffer, 'c');
    }
    gsay_str view = gsay_buffer_view(&buffer);
    ck_assert_uint_eq(view.len, 3 * count);
    for (size_t i = 0; i < view.len; i++)
        ck_assert_int_eq(view.ptr[i], "abc"[i % 3]);
    gsay_buffer_reset(&buffer);
    ck_assert_uint_eq(gsay_buffer_view(&buffer).len, 0);
    ck_assert_uint_ge(buffer.capacity, 3 * count);
    gsay_buffer_clear(&buffer);
    ck_assert_ptr_null(buffer.ptr);
}
END_TEST

static const struct {
    uint64_t    number;
    const char *text;
} NUMBERS[] = {
    { 0, "0" },
    { 7, "7" },
    { 10, "10" },
    { 99, "99" },
    { 100, "100" },
    { 1001, "1001" },
    { 999, "999" },
    { 123456789, "123456789" },
    { 9999999999999999999u, "9999999999999999999" },
    { 10000000000000000000u, "10000000000000000000" },
    { 4294967296, "4294967296" },
    { UINT64_MAX, "18446744073709551615" },
};

START_TEST(writes_unsigned_numbers)
{
    gsay_buffer buffer = { 0 };
    gsay_buffer_add_unsigned(&buffer, NUMBERS[_i].number);
    assert_str(gsay_buffer_view(&buffer), NUMBERS[_i].text);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(formats_like_printf_of_any_length)
{
    gsay_buffer buffer = { 0 };
    gsay_buffer_add_format(&buffer, "%s=%d;", "x", -3);
    assert_str(gsay_buffer_view(&buffer), "x=-3;");
    gsay_buffer_add_format(&buffer, "%2000d", 9);
    ck_assert_uint_eq(buffer.len, 2005);
    ck_assert_int_eq(buffer.ptr[2004], '9');
    gsay_buffer_clear(&buffer);
}
END_TEST

static const struct {
    gsay_str    text;
    const char *json;
} STRINGS[] = {
    { { "", 0 }, "\"\"" },
    { { NULL, 0 }, "\"\"" },
    { { "plain", 5 }, "\"plain\"" },
    { { "a\"b\\c/", 6 }, "\"a\\\"b\\\\c/\"" },
    { { "\b\t\n\f\r", 5 }, "\"\\b\\t\\n\\f\\r\"" },
    { { "x\0y\x1f", 4 }, "\"x\\u0000y\\u001f\"" },
    { { "caf\xC3\xA9 \x7f", 7 }, "\"caf\xC3\xA9 \x7f\"" },
};

START_TEST(escapes_what_json_must_escape)
{
    gsay_buffer buffer = { 0 };
    gsay_buffer_add_json(&buffer, STRINGS[_i].text);
    assert_str(gsay_buffer_view(&buffer), STRINGS[_i].json);
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Longer than what room is made for at a time, an escape in every place of it. */
START_TEST(a_long_text_is_escaped_in_room_and_in_the_buffer_alike)
{
    static char text[10000];
    static char room[GSAY_JSON_ROOM(sizeof text)];
    gsay_buffer buffer = { 0 };
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = "ab\"\x01\ncdefghijklm"[i % 16];
    gsay_str whole = { text, sizeof text };
    gsay_str put = { room, (size_t)(gsay_put_json(room, whole) - room) };
    gsay_buffer_add_json(&buffer, whole);
    ck_assert(gsay_str_equal(gsay_buffer_view(&buffer), put));
    ck_assert_uint_eq(put.len, sizeof text + 2 + sizeof text / 16 * 7);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(a_json_parser_reads_every_byte_back)
{
    gsay_buffer buffer = { 0 };
    uint64_t    seed = 5;
    for (int round = 0; round < 300; round++) {
        char   text[64] = { 0 };
        size_t len = next_random(&seed) % (sizeof text - 1);
        for (size_t i = 0; i < len; i++)
            text[i] = (char)(1 + next_random(&seed) % 127);
        gsay_buffer_reset(&buffer);
        gsay_buffer_add_json(&buffer, (gsay_str){ text, len });
        cJSON *value = cJSON_ParseWithLength(buffer.ptr, buffer.len);
        ck_assert_ptr_nonnull(value);
        ck_assert_str_eq(cJSON_GetStringValue(value), text);
        cJSON_Delete(value);
    }
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Lengths around the eight bytes that are looked at together, the one escape at every place. */
START_TEST(finds_one_escape_wherever_it_stands)
{
    static const struct {
        char        byte;
        const char *json;
    } escapes[] = { { '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" }, { 0x1f, "\\u001f" } };
    gsay_buffer buffer = { 0 };
    for (size_t len = 1; len < 40; len++)
        for (size_t at = 0; at < len; at++)
            for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
                char text[40];
                char json[64];
                memset(text, len % 2 ? 'a' : '\xC3', sizeof text);
                text[at] = escapes[i].byte;
                int written = snprintf(json, sizeof json, "\"%.*s%s%.*s\"", (int)at, text, escapes[i].json,
                                       (int)(len - at - 1), text + at + 1);
                gsay_buffer_reset(&buffer);
                gsay_buffer_add_json(&buffer, (gsay_str){ text, len });
                ck_assert_int_eq(written, (int)buffer.len);
                ck_assert_mem_eq(buffer.ptr, json, buffer.len);
            }
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(puts_commas_between_members_only)
{
    gsay_buffer buffer = { 0 };
    gsay_buffer_add_byte(&buffer, '{');
    gsay_buffer_add_member(&buffer, GSAY_STR("a"), GSAY_STR("1\n"));
    gsay_buffer_add_count(&buffer, GSAY_STR("b"), 2);
    gsay_buffer_add_key(&buffer, GSAY_STR("c"));
    gsay_buffer_add_byte(&buffer, '{');
    gsay_buffer_add_count(&buffer, GSAY_STR("d"), 3);
    gsay_buffer_add(&buffer, GSAY_STR("}}\n"));
    gsay_buffer_add_key(&buffer, GSAY_STR("e"));
    assert_str(gsay_buffer_view(&buffer), "{\"a\":\"1\\n\",\"b\":2,\"c\":{\"d\":3}}\n\"e\":");
    gsay_buffer_reset(&buffer);
    gsay_buffer_add_key(&buffer, GSAY_STR("f"));
    assert_str(gsay_buffer_view(&buffer), "\"f\":");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(a_failure_is_remembered_and_nothing_is_added)
{
    gsay_buffer buffer = { 0 };
    gsay_buffer_add(&buffer, GSAY_STR("kept"));
    volatile size_t beyond =
        SIZE_MAX / 2; /* refused before a byte is read; a compiler that saw it would refuse first */
    gsay_buffer_add(&buffer, (gsay_str){ "x", beyond });
    ck_assert(buffer.has_failed);
    gsay_buffer_add(&buffer, GSAY_STR("more"));
    gsay_buffer_add_byte(&buffer, '!');
    gsay_buffer_add_unsigned(&buffer, 3);
    gsay_buffer_add_format(&buffer, "%d", 4);
    gsay_buffer_add_member(&buffer, GSAY_STR("k"), GSAY_STR("v"));
    assert_str(gsay_buffer_view(&buffer), "kept");
    gsay_buffer_reset(&buffer);
    ck_assert(buffer.has_failed);
    gsay_buffer_clear(&buffer);
    ck_assert(!buffer.has_failed);
}
END_TEST

Suite *buffer_suite(void)
{
    Suite *suite = suite_create("core/base/buffer");
    TCase *tcase = tcase_create("buffer");
    tcase_add_test(tcase, an_empty_buffer_views_as_empty_text);
    tcase_add_test(tcase, appends_in_order_and_grows);
    tcase_add_loop_test(tcase, writes_unsigned_numbers, 0, sizeof NUMBERS / sizeof NUMBERS[0]);
    tcase_add_test(tcase, formats_like_printf_of_any_length);
    tcase_add_loop_test(tcase, escapes_what_json_must_escape, 0, sizeof STRINGS / sizeof STRINGS[0]);
    tcase_add_test(tcase, a_long_text_is_escaped_in_room_and_in_the_buffer_alike);
    tcase_add_test(tcase, a_json_parser_reads_every_byte_back);
    tcase_add_test(tcase, finds_one_escape_wherever_it_stands);
    tcase_add_test(tcase, puts_commas_between_members_only);
    tcase_add_test(tcase, a_failure_is_remembered_and_nothing_is_added);
    suite_add_tcase(suite, tcase);
    return suite;
}
