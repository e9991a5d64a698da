/* Variants and names of places: what is found, and that the tables are in the order in which they are searched. */
#include "lexicon/variants.h"

#include "suite.h"

Suite *variants_suite(void);

static const struct {
    const char *word;
    const char *forms[2]; /* that begin with it */
} words[] = {
    { "adviser", { "adviser" } },
    { "web", { "web page", "web pages" } },
    { "website", { "website" } },
    { "café", { "café" } },
    { "yogurts", { "yogurts" } },
    { "zebra", { NULL } },
    { "", { NULL } },
    { "webs", { NULL } },
};

START_TEST(finds_the_ways_that_begin_with_a_word)
{
    size_t              count = 0;
    const gsay_variant *found = gsay_variants_find(gsay_str_of(words[_i].word), &count);
    ck_assert((found != NULL) == (words[_i].forms[0] != NULL) && (count > 0) == (found != NULL));
    for (size_t i = 0; i < 2 && words[_i].forms[i]; i++) {
        ck_assert_uint_lt(i, count);
        ck_assert_str_eq(found[i].form, words[_i].forms[i]);
    }
}
END_TEST

static const struct {
    const char *name;
    const char *key;
} names[] = {
    { "kyiv", "kyiv" },
    { "kiev", "kyiv" },
    { "ashgabat", "ashgabat" },
    { "zaporozhye", "zaporizhzhia" },
    { "türkiye", "türkiye" },
    { "east timor", "timor-leste" },
    { "oslo", "" },
    { "", "" },
};

START_TEST(knows_the_other_name_of_a_place)
{
    assert_str(gsay_exonym_find(gsay_str_of(names[_i].name)), names[_i].key);
}
END_TEST

Suite *variants_suite(void)
{
    Suite *suite = suite_create("core/lexicon/variants");
    TCase *tests = tcase_create("variants");
    tcase_add_loop_test(tests, finds_the_ways_that_begin_with_a_word, 0, sizeof words / sizeof *words);
    tcase_add_loop_test(tests, knows_the_other_name_of_a_place, 0, sizeof names / sizeof *names);
    suite_add_tcase(suite, tests);
    return suite;
}
