/* What a run says of itself: counts, time, progress; rules as the public face shows and sets them. */
#include "folder.h"
#include "packs.h"

#include "engine/engine_state.h"
#include "suite.h"

Suite *statistics_suite(void);

#define STEPS_MAX 64u

/* The steps of progress that were told. */
typedef struct told {
    size_t count;
    char   phase[STEPS_MAX]; /* its first letter */
    size_t done[STEPS_MAX];
    size_t of[STEPS_MAX];
} told;

static void note(void *context, const char *phase, size_t done, size_t count)
{
    told *steps = context;
    ck_assert_uint_lt(steps->count, STEPS_MAX);
    steps->phase[steps->count] = phase[0];
    steps->done[steps->count] = done;
    steps->of[steps->count++] = count;
}

/* An engine over a pack with two rules and three texts; settings but for the packs. */
static gsay_engine *open_engine(test_folder *folder, gsay_settings settings)
{
    static const char *const texts[][2] = { { "a", "The dam is 20% full." },
                                            { "b", "The dam is 35% full. It holds 7% more." },
                                            { "c", "" } };
    gsay_engine             *engine = NULL;
    gsay_error               err = { 0 };
    test_folder_open(folder);
    test_folder_write(folder, "packs/house/pack.lua", "return { api = 1, name = 'house', version = '1.0.0' }\n");
    test_folder_write(folder, "packs/house/each-percent.lua", PERCENT_RULE);
    test_folder_write(folder, "packs/house/differing.lua", DIFFERING_RULE);
    settings.pack_folder = test_folder_path(folder, "packs");
    ck_assert_msg(gsay_engine_open(&settings, &engine, &err) == GSAY_OK, "%s", err.message);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(gsay_engine_add_text(engine, texts[i][0], NULL, texts[i][1], strlen(texts[i][1]), &err),
                         GSAY_OK);
    return engine;
}

static uint64_t sum(const gsay_tally *tallies, size_t count)
{
    uint64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += tallies[i].count;
    return total;
}

START_TEST(counts_what_was_looked_at)
{
    test_folder     folder;
    gsay_error      err = { 0 };
    gsay_statistics statistics = { .sources = 9 };
    gsay_engine    *engine = open_engine(&folder, (gsay_settings){ .jobs = (size_t)_i + 1 });
    ck_assert_int_eq(gsay_engine_statistics(engine, &statistics, &err), GSAY_OK);
    ck_assert_uint_eq(statistics.sources, 0);
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_statistics(engine, &statistics, &err), GSAY_OK);
    ck_assert_uint_eq(statistics.sources, 3);
    ck_assert_uint_eq(statistics.bytes, 20 + 38);
    ck_assert_uint_eq(statistics.mentions, 3);
    ck_assert_uint_eq(statistics.kind_count, 1);
    ck_assert_str_eq(statistics.kinds[0].name, "percent");
    ck_assert_uint_eq(sum(statistics.kinds, statistics.kind_count), statistics.mentions);
    ck_assert_uint_eq(statistics.stage_count, 0);
    ck_assert_uint_eq(statistics.topics, gsay_engine_coverage(engine)->topics);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(takes_the_time_of_each_stage_when_asked)
{
    test_folder     folder;
    gsay_error      err = { 0 };
    gsay_statistics statistics = { 0 };
    gsay_engine    *engine = open_engine(&folder, (gsay_settings){ .jobs = 2, .is_timed = true });
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_statistics(engine, &statistics, &err), GSAY_OK);
    ck_assert_uint_eq(statistics.stage_count, GSAY_STAGE_COUNT);
    ck_assert_str_eq(statistics.stages[0].name, "source");
    ck_assert_str_eq(statistics.stages[GSAY_STAGE_COUNT - 1].name, "rule");
    ck_assert_uint_lt(sum(statistics.stages, statistics.stage_count), (uint64_t)60 * 1000000000u);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(fails_for_want_of_memory_and_leaves_what_was_there)
{
    test_folder     folder;
    gsay_error      err = { 0 };
    gsay_statistics statistics = { .sources = 9 };
    gsay_engine    *engine = open_engine(&folder, (gsay_settings){ .jobs = 1 });
    engine->arena.fail_after = 1;
    ck_assert_int_eq(gsay_engine_statistics(engine, &statistics, &err), GSAY_ENOMEM);
    ck_assert_uint_eq(statistics.sources, 9);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

/* With one thread every item is told; each phase begins with 0 and ends with all. */
START_TEST(tells_how_far_it_has_come)
{
    static const struct {
        char   phase;
        size_t done, of;
    } want[] = { { 'r', 0, 3 }, { 'r', 1, 3 }, { 'r', 2, 3 }, { 'r', 3, 3 }, { 'c', 0, 1 }, { 'c', 1, 1 } };
    test_folder  folder;
    gsay_error   err = { 0 };
    told         steps = { 0 };
    gsay_engine *engine =
        open_engine(&folder, (gsay_settings){ .jobs = 1, .progress = note, .progress_context = &steps });
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_OK);
    ck_assert_uint_eq(steps.count, sizeof want / sizeof *want);
    for (size_t i = 0; i < steps.count; i++) {
        ck_assert_int_eq(steps.phase[i], want[i].phase);
        ck_assert_uint_eq(steps.done[i], want[i].done);
        ck_assert_uint_eq(steps.of[i], want[i].of);
    }
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(shows_rules_and_sets_them)
{
    test_folder      folder;
    gsay_error       err = { 0 };
    gsay_engine_rule rule = { 0 };
    gsay_engine     *engine = open_engine(&folder, (gsay_settings){ .jobs = 1 });
    ck_assert_uint_eq(gsay_engine_rule_count(engine), 2);
    gsay_engine_rule_at(engine, 1, &rule);
    ck_assert_str_eq(rule.id, "each-percent");
    ck_assert_str_eq(rule.pack, "house");
    ck_assert_str_eq(rule.summary, "Each percentage.");
    ck_assert_int_eq(rule.severity, GSAY_SEVERITY_NOTE);
    ck_assert_int_eq(gsay_engine_set_severity(engine, "each-percent", GSAY_SEVERITY_OFF, &err), GSAY_OK);
    gsay_engine_rule_at(engine, 1, &rule);
    ck_assert_int_eq(rule.severity, GSAY_SEVERITY_OFF);
    ck_assert_int_eq(gsay_engine_set_severity(engine, "each-percnt", GSAY_SEVERITY_NOTE, &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "each-percent"));
    ck_assert_int_eq(gsay_engine_set_option(engine, "differing", "tolerance", "0.5", &err), GSAY_OK);
    ck_assert_int_eq(gsay_engine_set_option(engine, "differing", "tolerance", "0.6", &err), GSAY_EINPUT);
    ck_assert_int_eq(gsay_engine_set_option(engine, "differing", "tolerence", "0.1", &err), GSAY_EINPUT);
    ck_assert_int_eq(gsay_engine_check(engine, &err), GSAY_OK);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 0);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(tells_its_version)
{
    ck_assert_str_eq(gsay_version(), GSAY_VERSION);
}
END_TEST

Suite *statistics_suite(void)
{
    Suite *suite = suite_create("core/engine/statistics");
    TCase *tcase = tcase_create("statistics");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, counts_what_was_looked_at, 0, 3);
    tcase_add_test(tcase, takes_the_time_of_each_stage_when_asked);
    tcase_add_test(tcase, fails_for_want_of_memory_and_leaves_what_was_there);
    tcase_add_test(tcase, tells_how_far_it_has_come);
    tcase_add_test(tcase, shows_rules_and_sets_them);
    tcase_add_test(tcase, tells_its_version);
    suite_add_tcase(suite, tcase);
    return suite;
}
