/* Facts that a program pins: what the public call takes, and what a rule sees of them. */
#include <check.h>
#include <string.h>

#include "folder.h"

#include "gainsay/gainsay.h"
#include "suite.h"

Suite *fact_suite(void);

/* Tells of each place that departs, and of what it departs from. */
#define DEPARTING_RULE                                                                                                 \
    "return { api = 1, id = 'departing', severity = 'error', summary = 'Departs.', each = 'topic',\n"                  \
    "  docs = 'For tests.',\n"                                                                                         \
    "  check = function(topic, ctx)\n"                                                                                 \
    "    for place in topic:departing() do\n"                                                                          \
    "      ctx:report { at = place, message = '{at}, {name} {fact} {by}',\n"                                           \
    "        args = { name = topic.key, fact = topic.fact, by = topic.fact_origin } }\n"                               \
    "    end\n"                                                                                                        \
    "  end }\n"

static gsay_engine *open_engine(test_folder *folder)
{
    gsay_engine *engine = NULL;
    gsay_error   err = { 0 };
    test_folder_open(folder);
    test_folder_write(folder, "packs/house/pack.lua",
                      "return { api = 1, name = 'house', claims = { seats = '{number} seats' } }\n");
    test_folder_write(folder, "packs/house/departing.lua", DEPARTING_RULE);
    gsay_settings settings = { .pack_folder = test_folder_path(folder, "packs"), .jobs = 2 };
    ck_assert_msg(gsay_engine_open(&settings, &engine, &err) == GSAY_OK, "%s", err.message);
    return engine;
}

static void add_text(gsay_engine *engine, const char *name, const char *text)
{
    ck_assert_int_eq(gsay_engine_add_text(engine, name, NULL, text, strlen(text), NULL), GSAY_OK);
}

START_TEST(a_program_pins_a_claim)
{
    test_folder  folder;
    gsay_error   err = { 0 };
    gsay_engine *engine = open_engine(&folder);
    ck_assert_msg(gsay_engine_set_fact(engine, "seats", "420", &err) == GSAY_OK, "%s", err.message);
    add_text(engine, "b", "The hall has 420 seats.");
    add_text(engine, "a", "The hall has 380 seats. A second one has 420 seats.");
    ck_assert_msg(gsay_engine_check(engine, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 1);
    const gsay_engine_finding *finding = gsay_engine_finding_at(engine, 0);
    ck_assert_str_eq(finding->message, "380, seats 420 the program");
    ck_assert_str_eq(finding->topic, "seats");
    ck_assert_str_eq(finding->at.source, "a");
    ck_assert_uint_eq(finding->at.start, 13);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(without_a_fact_nothing_departs)
{
    test_folder  folder;
    gsay_engine *engine = open_engine(&folder);
    add_text(engine, "a", "The hall has 380 seats.");
    add_text(engine, "b", "The hall has 420 seats.");
    ck_assert_int_eq(gsay_engine_check(engine, NULL), GSAY_OK);
    ck_assert_uint_eq(gsay_engine_finding_count(engine), 0);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

START_TEST(a_claim_that_no_pack_names_is_refused)
{
    test_folder  folder;
    gsay_error   err = { 0 };
    gsay_engine *engine = open_engine(&folder);
    ck_assert_int_eq(gsay_engine_set_fact(engine, "seat", "420", &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "the nearest is \"seats\""));
    ck_assert_int_eq(gsay_engine_set_fact(engine, "seats", "many", &err), GSAY_EINPUT);
    gsay_engine_close(engine);
    test_folder_close(&folder);
}
END_TEST

Suite *fact_suite(void)
{
    Suite *suite = suite_create("core/engine/fact");
    TCase *tcase = tcase_create("fact");
    tcase_add_test(tcase, a_program_pins_a_claim);
    tcase_add_test(tcase, without_a_fact_nothing_departs);
    tcase_add_test(tcase, a_claim_that_no_pack_names_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
