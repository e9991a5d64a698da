/* Records in place of texts: any pieces in any order are one run, and what is damaged, missing or doubled is told of by
 * name. */
#include <stdio.h>
#include <stdlib.h>

#include "folder.h"
#include "packs.h"

#include "engine/records.h"
#include "report/report.h"
#include "suite.h"

Suite *records_suite(void);

static const char *const texts[][2] = {
    { "a/1.txt", "Rebels hold 40% of the valley near Holm, Anna Berg said." },
    { "a/2.txt", "Rebels hold 45% of the valley near Holm.\nThe tide rose by 20%." },
    { "b/3.txt", "Rebels hold 50% of the valley near Holm." },
};
#define TEXT_COUNT (sizeof texts / sizeof *texts)

/* An engine with a rule that sees one source each. */
static gsay_engine *open_engine(test_folder *folder, gsay_grouping group_by)
{
    gsay_engine  *engine = NULL;
    gsay_error    err = { 0 };
    gsay_settings settings = { .pack_folder = test_folder_path(folder, "packs"), .jobs = 2, .group_by = group_by };
    ck_assert_msg(gsay_engine_open(&settings, &engine, &err) == GSAY_OK, "%s", err.message);
    return engine;
}

static void open_folder(test_folder *folder)
{
    test_folder_open(folder);
    test_folder_write(folder, "packs/house/pack.lua", "return { api = 1, name = 'house', version = '1.0.0' }\n");
    test_folder_write(folder, "packs/house/each-percent.lua", PERCENT_RULE);
}

static gsay_status keep_lines(void *context, gsay_str written, gsay_error *err)
{
    (void)err;
    gsay_buffer_add(context, written);
    return GSAY_OK;
}

/* The records of texts [begin, end), as lines. */
static void extract(test_folder *folder, size_t begin, size_t end, gsay_buffer *lines)
{
    gsay_error   err = { 0 };
    gsay_engine *engine = open_engine(folder, GSAY_GROUP_ALL);
    for (size_t i = begin; i < end; i++)
        ck_assert_int_eq(gsay_engine_add_text(engine, texts[i][0], NULL, texts[i][1], strlen(texts[i][1]), &err),
                         GSAY_OK);
    ck_assert_msg(gsay_engine_extract_records(engine, keep_lines, lines, &err) == GSAY_OK, "%s", err.message);
    gsay_engine_close(engine);
}

static gsay_status add_records(gsay_engine *engine, gsay_str lines, gsay_role role, gsay_error *err)
{
    gsay_input input = {
        .name = "piece", .text = lines.ptr, .len = lines.len, .format = GSAY_FORMAT_CLAIMS, .role = role
    };
    return gsay_engine_add_input(engine, &input, err);
}

/* The report of an engine, which is run and closed. */
static gsay_str report_of(gsay_arena *arena, gsay_engine *engine)
{
    gsay_buffer buffer = { 0 };
    gsay_error  err = { 0 };
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    gsay_write_json(&buffer, &(gsay_report){ .findings = gsay_engine_findings(engine),
                                             .coverage = gsay_engine_coverage(engine) });
    gsay_str copy = gsay_arena_copy(arena, gsay_buffer_view(&buffer));
    gsay_buffer_clear(&buffer);
    gsay_engine_close(engine);
    return copy;
}

static gsay_str report_of_texts(gsay_arena *arena, test_folder *folder)
{
    gsay_engine *engine = open_engine(folder, GSAY_GROUP_ALL);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        ck_assert_int_eq(gsay_engine_add_text(engine, texts[i][0], NULL, texts[i][1], strlen(texts[i][1]), NULL),
                         GSAY_OK);
    return report_of(arena, engine);
}

START_TEST(pieces_give_the_report_of_the_texts)
{
    gsay_arena  arena = { 0 };
    gsay_buffer pieces[2] = { { 0 }, { 0 } };
    test_folder folder;
    open_folder(&folder);
    extract(&folder, 2, 3, &pieces[0]);
    extract(&folder, 0, 2, &pieces[1]);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    for (size_t i = 0; i < 4; i++) /* each piece twice: what comes again counts once */
        ck_assert_int_eq(add_records(engine, gsay_buffer_view(&pieces[i % 2]), GSAY_ROLE_PEER, NULL), GSAY_OK);
    ck_assert_uint_eq(gsay_engine_source_count(engine), TEXT_COUNT);
    gsay_str joined = report_of(&arena, engine), whole = report_of_texts(&arena, &folder);
    ck_assert_msg(gsay_str_equal(joined, whole), "%.*s", GSAY_ARG(joined));
    gsay_buffer_clear(&pieces[0]);
    gsay_buffer_clear(&pieces[1]);
    test_folder_close(&folder);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(statistics_count_what_was_extracted)
{
    gsay_buffer     lines = { 0 };
    gsay_statistics counted = { 0 };
    test_folder     folder;
    uint64_t        bytes = 0;
    open_folder(&folder);
    extract(&folder, 0, TEXT_COUNT, &lines);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_PEER, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_engine_check(engine, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_engine_statistics(engine, &counted, NULL), GSAY_OK);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        bytes += strlen(texts[i][1]);
    ck_assert_uint_eq(counted.sources, TEXT_COUNT);
    ck_assert_uint_eq(counted.bytes, bytes);
    ck_assert_uint_ge(counted.claims, 4);
    gsay_engine_close(engine);
    gsay_buffer_clear(&lines);
    test_folder_close(&folder);
}
END_TEST

START_TEST(roles_are_given_where_records_are_compared)
{
    gsay_buffer lines = { 0 };
    test_folder folder;
    open_folder(&folder);
    extract(&folder, 0, TEXT_COUNT, &lines);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_DRAFT, NULL), GSAY_OK);
    ck_assert_int_eq(engine->sources[0].source.role, GSAY_ROLE_DRAFT);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_REFERENCE, NULL), GSAY_OK);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_DRAFT, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_engine_check(engine, NULL), GSAY_OK);
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        ck_assert_int_eq(engine->sources[i].source.role, GSAY_ROLE_REFERENCE);
        ck_assert_int_eq(engine->sources[i].read->records.items[0].role, GSAY_ROLE_REFERENCE);
    }
    gsay_engine_close(engine);
    gsay_buffer_clear(&lines);
    test_folder_close(&folder);
}
END_TEST

/* What is done to the lines, and what the engine says. */
static const struct damage_row {
    const char *from; /* the first of it is replaced */
    const char *to;
    const char *why;
} damages[] = {
    { "\"schema\":\"gainsay-claims/1\"", "\"schema\":\"gainsay-claims/9\"",
      "piece:1: its schema is none of gainsay-claims/1" },
    { "\"schema\":\"gainsay-claims/1\",", "", "piece:1: its schema, gainsay-claims/1, is missing" },
    { "\"source\":\"a/1.txt\"", "\"source\":\"a/9.txt\"", "piece:1: its columns do not say" },
    { "\"records\":", "\"records\":9", "records are missing" },
    { "\"records\":", "\"record\":", "piece:1: its record is no member" },
    { "\"findings\":[{\"rule\":\"each-percent\",", "\"findings\":[{", "piece:1: a finding lacks its rule" },
    { "\"severity\":\"note\"", "\"severity\":\"off\"", "piece:1: a finding lacks its rule" },
    { "\"message\":\"saw 40%\"", "\"message\":7", "its findings.message is no string" },
    { "\"fingerprint\":\"", "\"fingerprint\":\"0", "its findings.fingerprint is no string of the length" },
    { "\"bytes\":", "\"bytes\":-", "its bytes is no whole number from 0" },
    { "\n", "\n\n", "piece:2: it does not begin with the columns" },
    { "0000000001\t", "0000000007\t", "a record has a number that is too high" },
    { "0000000001\t", "0000000000\t", "two records have one number" },
    { "0000000001\t", "4294967296\t", "it does not begin with the columns" },
    { "0000000001\t", "99999999999\t", "it does not begin with the columns" },
};

/* Replace the first from in text by to. */
static gsay_str damage(gsay_arena *arena, gsay_str text, const struct damage_row *row)
{
    size_t len = strlen(row->from);
    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.ptr + i, row->from, len) == 0)
            return gsay_arena_format(arena, "%.*s%s%.*s", (int)i, text.ptr, row->to, (int)(text.len - i - len),
                                     text.ptr + i + len);
    ck_abort_msg("no %s in %.*s", row->from, GSAY_ARG(text));
    return text;
}

START_TEST(damage_is_told_of_once_and_by_name)
{
    const struct damage_row *row = &damages[_i];
    gsay_arena               arena = { 0 };
    gsay_buffer              lines = { 0 };
    gsay_error               err = { 0 };
    test_folder              folder;
    open_folder(&folder);
    extract(&folder, 0, 1, &lines);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    gsay_str     bad = damage(&arena, gsay_buffer_view(&lines), row);
    gsay_status  status = add_records(engine, bad, GSAY_ROLE_PEER, &err);
    if (status == GSAY_OK)
        ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_EINPUT);
    else
        ck_assert_int_eq(gsay_engine_check(engine, NULL), GSAY_OK); /* it was told of */
    ck_assert_msg(strstr(err.message, row->why) != NULL, "%s: \"%s\", not \"%s\"", row->to, err.message, row->why);
    ck_assert_uint_eq(gsay_engine_coverage(engine)->sources, 0);
    gsay_engine_close(engine);
    gsay_buffer_clear(&lines);
    test_folder_close(&folder);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_source_is_a_text_or_records_but_not_both)
{
    gsay_buffer lines = { 0 };
    gsay_error  err = { 0 };
    test_folder folder;
    open_folder(&folder);
    extract(&folder, 0, 1, &lines);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    ck_assert_int_eq(gsay_engine_add_text(engine, "a/1.txt", NULL, "Calm.", 5, NULL), GSAY_OK);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_PEER, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "another source of this run"));
    gsay_engine_close(engine);
    engine = open_engine(&folder, GSAY_GROUP_ALL);
    ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_PEER, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_engine_add_text(engine, "a/1.txt", NULL, "Calm.", 5, NULL), GSAY_EINPUT);
    ck_assert_int_eq(gsay_engine_extract(engine, keep_lines, &lines, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "extracted already"));
    gsay_engine_close(engine);
    gsay_buffer_clear(&lines);
    test_folder_close(&folder);
}
END_TEST

START_TEST(paths_are_grouped_where_records_are_compared)
{
    static const char *const groups[] = { "", "a", "x/one.txt" };
    gsay_buffer              lines = { 0 };
    test_folder              folder;
    gsay_error               err = { 0 };
    open_folder(&folder);
    test_folder_write(&folder, "x/one.txt", texts[0][1]);
    gsay_engine *engine = open_engine(&folder, GSAY_GROUP_ALL);
    ck_assert_int_eq(gsay_engine_add_path(engine, test_folder_path(&folder, "x/one.txt"), GSAY_ROLE_PEER, NULL),
                     GSAY_OK);
    ck_assert_msg(gsay_engine_extract_records(engine, keep_lines, &lines, &err) == GSAY_OK, "%s", err.message);
    gsay_engine_close(engine);
    for (size_t i = 0; i < 3; i++) {
        engine = open_engine(&folder, (gsay_grouping)i);
        ck_assert_int_eq(add_records(engine, gsay_buffer_view(&lines), GSAY_ROLE_PEER, NULL), GSAY_OK);
        ck_assert_int_eq(gsay_engine_check(engine, NULL), GSAY_OK);
        gsay_str group = engine->sources[0].source.group;
        ck_assert(i == GSAY_GROUP_FOLDER ? gsay_str_ends(group, GSAY_STR("/x"))
                                         : gsay_str_ends(group, gsay_str_of(groups[i])));
        gsay_engine_close(engine);
    }
    gsay_buffer_clear(&lines);
    test_folder_close(&folder);
}
END_TEST

Suite *records_suite(void)
{
    Suite *suite = suite_create("core/engine/records");
    TCase *joined = tcase_create("joined");
    tcase_add_test(joined, pieces_give_the_report_of_the_texts);
    tcase_add_test(joined, statistics_count_what_was_extracted);
    tcase_add_test(joined, roles_are_given_where_records_are_compared);
    tcase_add_test(joined, paths_are_grouped_where_records_are_compared);
    tcase_add_test(joined, a_source_is_a_text_or_records_but_not_both);
    suite_add_tcase(suite, joined);
    TCase *damaged = tcase_create("damage");
    tcase_add_loop_test(damaged, damage_is_told_of_once_and_by_name, 0, sizeof damages / sizeof *damages);
    suite_add_tcase(suite, damaged);
    return suite;
}
