/* Fields: what is written is read back, and what no table allows is refused by name. */
#include <check.h>
#include <stdio.h>

#include "suite.h"

#include "base/calendar.h"
#include "source/fields.h"

Suite *fields_suite(void);

enum fruit { FRUIT_NONE = 0, FRUIT_APPLE, FRUIT_PEAR };

static const char *const fruits[] = { "none", "apple", "pear" };

struct inner {
    int32_t  day;
    gsay_str word;
};

struct stone {
    int16_t weight;
};

struct outer {
    gsay_str            text;
    bool                is_ripe;
    int16_t             small;
    uint32_t            begin, end;
    enum fruit          fruit;
    uint8_t             basket;
    gsay_decimal        price;
    uint32_t           *hashes;
    uint32_t            hash_count;
    gsay_str           *names;
    size_t              name_count;
    char                code[5];
    struct inner        inner;
    const struct inner *option;
    struct inner       *list;
    size_t              list_count;
    struct stone        stone; /* of pears alone */
};

static const gsay_field inner_fields[] = {
    GSAY_ROW_DAY(struct inner, day, "day"),
    GSAY_ROW_TEXT(struct inner, word, "word"),
    GSAY_ROW_END,
};
static const gsay_object        inner_object = { inner_fields, sizeof(struct inner), alignof(struct inner) };
static const gsay_object *const inner_objects[] = { &inner_object };

static const gsay_field stone_fields[] = {
    GSAY_ROW_NUMBER(struct stone, weight, "weight", -5, 500),
    GSAY_ROW_END,
};
static const gsay_object        stone_object = { stone_fields, sizeof(struct stone), alignof(struct stone) };
static const gsay_object *const stones[] = { NULL, NULL, &stone_object };

static const gsay_field outer_fields[] = {
    GSAY_ROW_TEXT(struct outer, text, "text"),
    GSAY_ROW_FLAG(struct outer, is_ripe, "ripe"),
    GSAY_ROW_NUMBER(struct outer, small, "small", -300, 300),
    GSAY_ROW_NUMBER(struct outer, begin, "begin", 0, 4294967295),
    GSAY_ROW_LIKE(struct outer, end, "end", 0, 4294967295, begin),
    GSAY_ROW_WORD(struct outer, fruit, "fruit", fruits),
    GSAY_ROW_WORDS(struct outer, basket, "basket", fruits),
    GSAY_ROW_DECIMAL(struct outer, price, "price"),
    GSAY_ROW_HASHES(struct outer, hashes, hash_count, "hashes", 3),
    GSAY_ROW_TEXTS(struct outer, names, name_count, "names", 3),
    GSAY_ROW_CHARACTERS(struct outer, code, "code"),
    GSAY_ROW_OBJECT(struct outer, inner, "inner", inner_objects),
    GSAY_ROW_OPTION(struct outer, option, "option", inner_objects),
    GSAY_ROW_OBJECTS(struct outer, list, list_count, "list", 2, inner_objects),
    GSAY_ROW_CHOICE(struct outer, stone, fruit, "stone", stones),
    GSAY_ROW_END,
};
static const gsay_object outer_object = { outer_fields, sizeof(struct outer), alignof(struct outer) };

/* Each is read, and written again as it stands: in the order of the table, without what is absent. */
static const char *const round_trips[] = {
    "{}",
    "{\"text\":\"a \\\"line\\\"\\nand \\u0001 \xC3\xA9\"}",
    "{\"ripe\":true,\"small\":-300,\"begin\":4294967295,\"end\":7}",
    "{\"begin\":12}",
    "{\"fruit\":\"apple\",\"basket\":[\"none\",\"pear\"]}",
    "{\"price\":\"999999999999999999e-9999p-19998\"}",
    "{\"price\":\"-5/3e-1p-15\"}",
    "{\"price\":\"0\"}",
    "{\"price\":\"0p-2\"}",
    "{\"price\":\"42/0e1\"}",
    "{\"hashes\":\"00000001ffffffff\"}",
    "{\"names\":[\"b\",\"\",\"a\"],\"code\":\"AB12\"}",
    "{\"inner\":{\"day\":0,\"word\":\"x\"},\"option\":{}}",
    "{\"option\":{\"day\":-5},\"list\":[{},{\"word\":\"y\"}]}",
    "{\"fruit\":\"pear\",\"stone\":{\"weight\":-5}}",
};

START_TEST(what_is_written_is_read_back)
{
    const char  *text = round_trips[_i];
    gsay_arena   arena = { 0 };
    gsay_buffer  buffer = { 0 };
    gsay_error   err = { 0 };
    struct outer item;
    ck_assert_msg(gsay_fields_read(&arena, gsay_str_of(text), &outer_object, &item, &err) == GSAY_OK, "%s: %s", text,
                  err.message);
    gsay_fields_write(&buffer, &outer_object, &item);
    assert_str(gsay_buffer_view(&buffer), text);
    gsay_buffer_clear(&buffer);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(what_is_absent_is_what_the_row_says)
{
    gsay_arena   arena = { 0 };
    struct outer item;
    gsay_str     text = GSAY_STR("{\"begin\":9,\"option\":{}}");
    ck_assert_int_eq(gsay_fields_read(&arena, text, &outer_object, &item, NULL), GSAY_OK);
    ck_assert_ptr_nonnull(item.text.ptr);
    ck_assert_uint_eq(item.end, 9);
    ck_assert_int_eq(item.inner.day, GSAY_DAY_NONE);
    ck_assert_ptr_nonnull(item.inner.word.ptr);
    ck_assert_int_eq(item.option->day, GSAY_DAY_NONE);
    gsay_arena_clear(&arena);
}
END_TEST

static const struct refused_row {
    const char *text;
    const char *why; /* part of the message */
} refused[] = {
    { "", "no valid JSON" },
    { "[]", "it is no object" },
    { "{", "no valid JSON" },
    { "{} {}", "something follows" },
    { "{\"text\":\"a\\u0000b\"}", "NUL" },
    { "{\"text\":\"\xC3\"}", "invalid UTF-8" },
    { "{\"text\":7}", "its text is no string" },
    { "{\"ripe\":1}", "its ripe is neither true nor false" },
    { "{\"small\":301}", "its small is no whole number from -300 to 300" },
    { "{\"small\":1.5}", "its small is no whole number" },
    { "{\"small\":\"5\"}", "its small is no whole number" },
    { "{\"begin\":4294967296}", "its begin is no whole number from 0 to 4294967295" },
    { "{\"begin\":9223372036854775808}", "its begin is no whole number" },
    { "{\"begin\":1e400}", "its begin is no whole number" },
    { "{\"begin\":-1}", "its begin is no whole number" },
    { "{\"fruit\":\"plum\"}", "its fruit is none of apple, pear" },
    { "{\"fruit\":2}", "its fruit is none of apple, pear" },
    { "{\"basket\":[\"plum\"]}", "its basket is none of none, apple, pear" },
    { "{\"basket\":\"pear\"}", "its basket is no list" },
    { "{\"price\":\"\"}", "its price is no exact decimal" },
    { "{\"price\":\"1000000000000000001\"}", "its price is no exact decimal" },
    { "{\"price\":\"99999999999999999999999999\"}", "its price is no exact decimal" },
    { "{\"price\":\"20\"}", "its price is no exact decimal" },
    { "{\"price\":\"4/6\"}", "its price is no exact decimal" },
    { "{\"price\":\"3/-7\"}", "its price is no exact decimal" },
    { "{\"price\":\"1/5\"}", "its price is no exact decimal" },
    { "{\"price\":\"0e1\"}", "its price is no exact decimal" },
    { "{\"price\":\"1e10000\"}", "its price is no exact decimal" },
    { "{\"price\":\"1p1e1\"}", "its price is no exact decimal" },
    { "{\"price\":4}", "its price is no exact decimal" },
    { "{\"hashes\":\"0000000\"}", "its hashes is no list" },
    { "{\"hashes\":\"0000000G\"}", "its hashes is no list" },
    { "{\"hashes\":\"00000000000000000000000000000000\"}", "too long" },
    { "{\"names\":[1]}", "its names holds what is no string" },
    { "{\"names\":[\"a\",\"b\",\"c\",\"d\"]}", "too long" },
    { "{\"names\":{}}", "its names is no list" },
    { "{\"code\":\"ABC\"}", "its code is no string of the length" },
    { "{\"inner\":{\"day\":99999999}}", "its inner.day is no whole number" },
    { "{\"inner\":[]}", "its inner is no object" },
    { "{\"list\":[{},{\"week\":1}]}", "its list.week is no member" },
    { "{\"list\":[{},{},{}]}", "too long" },
    { "{\"stone\":{\"weight\":1}}", "its stone stands beside nothing" },
    { "{\"fruit\":\"apple\",\"stone\":{}}", "its stone stands beside nothing" },
    { "{\"text\":\"a\",\"text\":\"b\"}", "its text stands there twice" },
    { "{\"te\\nxt\":\"a\"}", "its member is no member" },
};

START_TEST(what_no_row_allows_is_refused)
{
    const struct refused_row *row = &refused[_i];
    gsay_arena                arena = { 0 };
    gsay_error                err = { 0 };
    struct outer              item;
    ck_assert_int_ne(gsay_fields_read(&arena, gsay_str_of(row->text), &outer_object, &item, &err), GSAY_OK);
    ck_assert_msg(strstr(err.message, row->why) != NULL, "%s: \"%s\", not \"%s\"", row->text, err.message, row->why);
    ck_assert_ptr_null(strchr(err.message, '\n'));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(deep_nesting_is_refused_without_recursion)
{
    enum { DEPTH = 100000 };
    gsay_arena   arena = { 0 };
    gsay_error   err = { 0 };
    struct outer item;
    char        *text = GSAY_TAKE(&arena, char, DEPTH);
    memset(text, '[', DEPTH);
    ck_assert_int_eq(gsay_fields_read(&arena, (gsay_str){ text, DEPTH }, &outer_object, &item, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "too deep"));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(want_of_memory_is_an_error_at_every_allocation)
{
    gsay_status status = GSAY_ENOMEM;
    size_t      failures = 0;
    gsay_str    text = GSAY_STR("{\"text\":\"a\",\"hashes\":\"00000001\",\"names\":[\"b\"],\"option\":{},\"list\":[{}]}");
    for (size_t i = 1; status == GSAY_ENOMEM; i++) {
        gsay_arena   arena = { .fail_after = i };
        struct outer item;
        status = gsay_fields_read(&arena, text, &outer_object, &item, NULL);
        failures += status == GSAY_ENOMEM;
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(failures, 4);
}
END_TEST

Suite *fields_suite(void)
{
    Suite *suite = suite_create("core/source/fields");
    TCase *round = tcase_create("round trip");
    tcase_add_loop_test(round, what_is_written_is_read_back, 0, sizeof round_trips / sizeof *round_trips);
    tcase_add_test(round, what_is_absent_is_what_the_row_says);
    suite_add_tcase(suite, round);
    TCase *bad = tcase_create("refused");
    tcase_add_loop_test(bad, what_no_row_allows_is_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(bad, deep_nesting_is_refused_without_recursion);
    tcase_add_test(bad, want_of_memory_is_an_error_at_every_allocation);
    suite_add_tcase(suite, bad);
    return suite;
}
