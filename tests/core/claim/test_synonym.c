/* Words that a user says mean one thing: claims name them alike. */
#include "reading.h"
#include "suites.h"

#define WORDS_MAX 3u

static const struct {
    const char *words[WORDS_MAX]; /* of the class */
    const char *text;
    const char *value;
    const char *head;
    const char *predicate;
} rows[] = {
    { { "tubs", "boats" }, "The harbour has 40 tubs.", "40", "tub", NULL },
    { { "tubs", "boats" }, "The harbour has 44 boats.", "44", "tub", NULL },
    { { "tubs", "boats" }, "The harbour has 44 buoys.", "44", "buoy", NULL },
    /* a verb of the class makes all of it say what happens */
    { { "netted", "caught" }, "The crew netted 40 seals.", "40", "seal", "net" },
    { { "netted", "caught" }, "The crew caught 44 seals.", "44", "seal", "net" },
    /* what the table names already keeps that name */
    { { "slain", "killed" }, "The blast killed 24 people.", "24", "person", "kill" },
    { { "slain", "killed" }, "24 people were slain in the blast.", "24", "person", "kill" },
};

START_TEST(claims_name_synonyms_alike)
{
    struct reading reading = { 0 };
    gsay_str       words[WORDS_MAX];
    gsay_str_set   same = { words, 0 };
    while (same.count < WORDS_MAX && rows[_i].words[same.count]) {
        words[same.count] = gsay_str_of(rows[_i].words[same.count]);
        same.count++;
    }
    ck_assert_int_eq(gsay_vocabulary_open(&reading.vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_synonyms_teach(&reading.vocabulary, same, NULL), GSAY_OK);
    read_claims(&reading, gsay_str_of(rows[_i].text), NULL);
    const gsay_claim *claim = claim_of(&reading, rows[_i].value);
    assert_str(claim->head, rows[_i].head);
    if (rows[_i].predicate)
        assert_str(claim->predicate, rows[_i].predicate);
    close_claims(&reading);
}
END_TEST

START_TEST(a_word_may_be_of_a_class_that_grows)
{
    struct reading reading = { 0 };
    gsay_str       one[] = { GSAY_STR("tubs"), GSAY_STR("boats") };
    gsay_str       other[] = { GSAY_STR("boats"), GSAY_STR("vessels") };
    ck_assert_int_eq(gsay_vocabulary_open(&reading.vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_synonyms_teach(&reading.vocabulary, (gsay_str_set){ one, 2 }, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_synonyms_teach(&reading.vocabulary, (gsay_str_set){ other, 2 }, NULL), GSAY_OK);
    read_claims(&reading, GSAY_STR("The harbour has 44 vessels."), NULL);
    assert_str(claim_of(&reading, "44")->head, "tub");
    close_claims(&reading);
}
END_TEST

Suite *synonym_suite(void)
{
    Suite *suite = suite_create("core/claim/synonym");
    TCase *tests = tcase_create("synonyms");
    tcase_add_loop_test(tests, claims_name_synonyms_alike, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, a_word_may_be_of_a_class_that_grows);
    suite_add_tcase(suite, tests);
    return suite;
}
