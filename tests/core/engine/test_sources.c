/* Taking sources in: names, groups, roles, records, what cannot be read. */
#include "folder.h"

#include "engine/engine_state.h"
#include "suite.h"

Suite *sources_suite(void);

static gsay_engine *open_engine(gsay_settings settings)
{
    gsay_engine *engine = NULL;
    gsay_error   err = { 0 };
    ck_assert_msg(gsay_engine_open(&settings, &engine, &err) == GSAY_OK, "%s", err.message);
    return engine;
}

static void add(gsay_engine *engine, const char *path, gsay_role role)
{
    gsay_error err = { 0 };
    ck_assert_msg(gsay_engine_add_path(engine, path, role, &err) == GSAY_OK, "%s", err.message);
}

START_TEST(takes_a_path_named_twice_as_one_source)
{
    test_folder folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "a.txt", "One.");
    test_folder_write(&folder, "b.md", "Two.");
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    add(engine, folder.path, GSAY_ROLE_PEER);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 2);
    ck_assert(engine->sources[0].is_walked);
    add(engine, test_folder_path(&folder, "a.txt"), GSAY_ROLE_PEER);
    add(engine, folder.path, GSAY_ROLE_PEER);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 2);
    ck_assert_msg(!engine->sources[0].is_walked, "a file that was named is no longer one that only a walk met");
    ck_assert(engine->sources[1].is_walked);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(makes_a_reference_of_a_file_that_is_a_draft_too)
{
    test_folder folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "a.txt", "One.");
    for (int is_first = 0; is_first < 2; is_first++) {
        gsay_engine *engine = open_engine((gsay_settings){ 0 });
        add(engine, test_folder_path(&folder, "a.txt"), is_first ? GSAY_ROLE_REFERENCE : GSAY_ROLE_DRAFT);
        add(engine, test_folder_path(&folder, "a.txt"), is_first ? GSAY_ROLE_DRAFT : GSAY_ROLE_REFERENCE);
        ck_assert_uint_eq(gsay_engine_source_count(engine), 1);
        ck_assert_int_eq(engine->sources[0].source.role, GSAY_ROLE_REFERENCE);
        gsay_engine_close(engine);
    }
    test_folder_close(&folder);
}
END_TEST

static const struct grouping_case {
    gsay_grouping group_by;
    const char   *expected[3]; /* groups of x/a.txt, x/b.txt, y/a.txt, below the folder */
} GROUPINGS[] = {
    { GSAY_GROUP_ALL, { NULL, NULL, NULL } },
    { GSAY_GROUP_FOLDER, { "x", "x", "y" } },
    { GSAY_GROUP_FILE, { "x/a.txt", "x/b.txt", "y/a.txt" } },
};

START_TEST(groups_files_as_the_settings_say)
{
    test_folder folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "x/a.txt", "One.");
    test_folder_write(&folder, "x/b.txt", "Two.");
    test_folder_write(&folder, "y/a.txt", "Three.");
    gsay_engine *engine = open_engine((gsay_settings){ .group_by = GROUPINGS[_i].group_by });
    add(engine, folder.path, GSAY_ROLE_PEER);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 3);
    for (size_t i = 0; i < 3; i++) {
        const char *name = GROUPINGS[_i].expected[i];
        assert_str(engine->sources[i].source.group, name ? test_folder_path(&folder, name) : "");
    }
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(reads_records_and_tells_of_bad_ones)
{
    static const char lines[] =
        "{\"id\": \"one\", \"text\": \"20%\", \"group\": \"g\", \"role\": \"reference\", \"date\": \"2025-03-04\"}\n"
        "\n"
        "{\"id\": \"two\"}\n"
        "nonsense\n"
        "{\"id\": \"one\", \"text\": \"again\"}\n"
        "{\"id\": \"three\", \"text\": \"# T\", \"format\": \"markdown\", \"title\": \"T\"}";
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    gsay_error   err = { 0 };
    ck_assert_int_eq(gsay_engine_add_jsonl(engine, GSAY_STR("in.jsonl"), gsay_str_of(lines), GSAY_ROLE_PEER, &err),
                     GSAY_OK);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 2);
    assert_str(engine->sources[0].source.name, "one");
    assert_str(engine->sources[0].source.group, "g");
    ck_assert_int_eq(engine->sources[0].source.role, GSAY_ROLE_REFERENCE);
    ck_assert_int_eq(engine->sources[0].source.date, gsay_day_read(GSAY_STR("2025-03-04")));
    assert_str(engine->sources[1].source.name, "three");
    assert_str(engine->sources[1].source.title, "T");
    ck_assert_int_eq(engine->sources[1].source.format, GSAY_FORMAT_MARKDOWN);
    static const char *const places[] = { "in.jsonl:3", "in.jsonl:4", "in.jsonl:5" };
    ck_assert_uint_eq(gsay_engine_problem_count(engine), 3);
    for (size_t i = 0; i < 3; i++) {
        const gsay_problem *problem = gsay_engine_problem_at(engine, i);
        ck_assert_int_eq(problem->status, GSAY_EINPUT);
        ck_assert(!problem->is_warning);
        ck_assert_msg(strstr(problem->message, places[i]) != NULL, "%s does not name %s", problem->message, places[i]);
    }
    ck_assert_ptr_nonnull(strstr(gsay_engine_problem_at(engine, 2)->message, "\"one\" is taken"));
    gsay_engine_close(engine);
}
END_TEST

START_TEST(gives_records_the_role_of_their_path)
{
    static const char lines[] =
        "{\"id\": \"one\", \"text\": \"x\"}\n{\"id\": \"two\", \"text\": \"x\", \"role\": \"draft\"}\n";
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    test_folder  folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "refs.jsonl", lines);
    add(engine, test_folder_path(&folder, "refs.jsonl"), GSAY_ROLE_REFERENCE);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 2);
    ck_assert_int_eq(engine->sources[0].source.role, GSAY_ROLE_REFERENCE);
    ck_assert_int_eq(engine->sources[1].source.role, GSAY_ROLE_DRAFT);
    ck_assert(!engine->sources[0].is_file);
    assert_str(engine->sources[0].source.input, "x");
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(refuses_a_text_whose_name_is_taken)
{
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    gsay_error   err = { 0 };
    char         name[] = "one";
    char         text[] = "20%";
    ck_assert_int_eq(gsay_engine_add_text(engine, name, NULL, text, 3, &err), GSAY_OK);
    name[0] = text[0] = '#'; /* copied: what becomes of the caller's does not matter */
    ck_assert_int_eq(gsay_engine_add_text(engine, "one", "g", "25%", 3, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "one"));
    ck_assert_int_eq(gsay_engine_add_text(engine, "one", "g", "25%", 3, NULL), GSAY_EINPUT);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 1);
    assert_str(engine->sources[0].source.name, "one");
    assert_str(engine->sources[0].source.input, "20%");
    gsay_engine_close(engine);
}
END_TEST

START_TEST(refuses_a_file_that_a_record_has_the_name_of)
{
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    gsay_error   err = { 0 };
    test_folder  folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "a.txt", "One.");
    const char *path = test_folder_path(&folder, "a.txt");
    ck_assert_int_eq(gsay_engine_add_text(engine, path, NULL, "Two.", 4, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_add_path(engine, path, GSAY_ROLE_PEER, &err), GSAY_EINPUT);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 1);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(names_a_path_that_is_not_there)
{
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    gsay_error   err = { 0 };
    ck_assert_int_eq(gsay_engine_add_path(engine, "/nowhere/at/all.txt", GSAY_ROLE_PEER, &err), GSAY_EIO);
    ck_assert_ptr_nonnull(strstr(err.message, "/nowhere/at/all.txt"));
    ck_assert_uint_eq(gsay_engine_source_count(engine), 0);
    gsay_engine_close(engine);
}
END_TEST

START_TEST(takes_an_empty_folder_for_no_sources)
{
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    test_folder  folder;
    test_folder_open(&folder);
    add(engine, folder.path, GSAY_ROLE_PEER);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 0);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

/* 20,000 records with as many names: found again by hash, not by search. */
START_TEST(takes_many_records)
{
    gsay_engine *engine = open_engine((gsay_settings){ 0 });
    gsay_buffer  lines = { 0 };
    gsay_error   err = { 0 };
    for (int i = 0; i < 20000; i++)
        gsay_buffer_add_format(&lines, "{\"id\": \"record-%d\", \"text\": \"\"}\n", i);
    ck_assert_int_eq(gsay_engine_add_jsonl(engine, GSAY_STR("many"), gsay_buffer_view(&lines), GSAY_ROLE_PEER, &err),
                     GSAY_OK);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 20000);
    ck_assert_uint_eq(gsay_engine_problem_count(engine), 0);
    gsay_buffer_clear(&lines);
    gsay_engine_close(engine);
}
END_TEST

START_TEST(passes_over_what_is_excluded)
{
    static const char *const patterns[] = { "old/", "draft-*" };
    gsay_error               err = { 0 };
    test_folder              folder;
    test_folder_open(&folder);
    test_folder_write(&folder, "old/a.txt", "One.");
    test_folder_write(&folder, "new/draft-b.txt", "Two.");
    test_folder_write(&folder, "new/c.txt", "Three.");
    gsay_engine *engine = open_engine((gsay_settings){ .exclude = patterns, .exclude_count = 2 });
    add(engine, folder.path, GSAY_ROLE_PEER);
    add(engine, test_folder_path(&folder, "old/a.txt"), GSAY_ROLE_PEER);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 1);
    assert_str(engine->sources[0].source.name, test_folder_path(&folder, "new/c.txt"));
    ck_assert_msg(gsay_engine_add_text(engine, "old/a", NULL, "x", 1, &err) == GSAY_OK, "a text is no path");
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(takes_inputs_with_all_that_is_known_of_them)
{
    static const char records[] = "{\"id\": \"one\", \"text\": \"25%\"}\nno record\n";
    gsay_error        err = { 0 };
    gsay_engine      *engine = open_engine((gsay_settings){ 0 });
    gsay_input        input = { .name = "a",
                                .text = "# T",
                                .len = 3,
                                .group = "g",
                                .title = "T",
                                .date = "2025-03-04",
                                .format = GSAY_FORMAT_MARKDOWN,
                                .role = GSAY_ROLE_DRAFT };
    ck_assert_int_eq(gsay_engine_add_input(engine, &input, &err), GSAY_OK);
    const gsay_source *source = &engine->sources[0].source;
    assert_str(source->name, "a");
    assert_str(source->group, "g");
    assert_str(source->title, "T");
    ck_assert_int_eq(source->date, gsay_day_read(GSAY_STR("2025-03-04")));
    ck_assert_int_eq(source->format, GSAY_FORMAT_MARKDOWN);
    ck_assert_int_eq(source->role, GSAY_ROLE_DRAFT);
    input = (gsay_input){ .name = "b", .date = "4 March" };
    ck_assert_int_eq(gsay_engine_add_input(engine, &input, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "4 March"));
    ck_assert_int_eq(gsay_engine_add_input(engine, &(gsay_input){ .text = "x", .len = 1 }, &err), GSAY_EINPUT);
    input = (gsay_input){ .name = "r", .text = records, .len = sizeof records - 1, .format = GSAY_FORMAT_JSONL };
    ck_assert_int_eq(gsay_engine_add_input(engine, &input, &err), GSAY_OK);
    ck_assert_uint_eq(gsay_engine_source_count(engine), 2);
    ck_assert_uint_eq(gsay_engine_problem_count(engine), 1);
    ck_assert_ptr_nonnull(strstr(gsay_engine_problem_at(engine, 0)->message, "r:2"));
    gsay_engine_close(engine);
}
END_TEST

Suite *sources_suite(void)
{
    Suite *suite = suite_create("core/engine/sources");
    TCase *tcase = tcase_create("sources");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, takes_a_path_named_twice_as_one_source);
    tcase_add_test(tcase, makes_a_reference_of_a_file_that_is_a_draft_too);
    tcase_add_loop_test(tcase, groups_files_as_the_settings_say, 0, (int)(sizeof GROUPINGS / sizeof *GROUPINGS));
    tcase_add_test(tcase, reads_records_and_tells_of_bad_ones);
    tcase_add_test(tcase, gives_records_the_role_of_their_path);
    tcase_add_test(tcase, refuses_a_text_whose_name_is_taken);
    tcase_add_test(tcase, refuses_a_file_that_a_record_has_the_name_of);
    tcase_add_test(tcase, names_a_path_that_is_not_there);
    tcase_add_test(tcase, takes_an_empty_folder_for_no_sources);
    tcase_add_test(tcase, takes_many_records);
    tcase_add_test(tcase, passes_over_what_is_excluded);
    tcase_add_test(tcase, takes_inputs_with_all_that_is_known_of_them);
    suite_add_tcase(suite, tcase);
    return suite;
}
