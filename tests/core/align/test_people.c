/* Offices and given names that exclude each other: which pairs come out, and what is said of them. Each row is a group
 * of sources; its pairs are printed as `kind: Odd>Main`, with `+` where some source knows both. */
#include "harness.h"
#include "suites.h"

#include "align/bearer.h"
#include "align/words.h"

struct row {
    const char *texts[5]; /* NULL ends them */
    const char *want;
};

#define KARIN "We saw Mayor Karin Osterlund."
#define AND   " The rowers of Tarnholm and the Vesterby Glass Works were there."

static const struct row rows[] = {
    /* Roles. */
    { { "Health Minister Tomas Urbanek came. Justice Minister Tomas Urbanek left." },
      "role: Tomas Urbanek>Tomas Urbanek" },
    { { "We saw Health Minister Tomas Urbanek." AND, "We saw Justice Minister Tomas Urbanek." AND },
      "role: Tomas Urbanek>Tomas Urbanek" },
    { { "We saw Health Minister Tomas Urbanek.", "We saw Justice Minister Tomas Urbanek." }, "" },
    { { "We saw Health Minister Tomas Urbanek." AND, "We saw Justice Minister Viktor Urbanek." AND }, "" },
    { { "We saw Health Minister Tomas Urbanek." AND, "We saw Justice Minister T. Urbanek." AND }, "" },
    { { "We saw ex-health minister Tomas Urbanek." AND, "We saw Justice Minister Tomas Urbanek." AND }, "" },
    { { "We saw Health Minister Tomas Urbanek." AND,
        "Tomas Urbanek came. Justice Minister Tomas Urbanek resigned." AND },
      "" },
    { { "Health Minister Tomas Urbanek came. Justice Minister Tomas Urbanek left." AND,
        "Justice Minister Tomas Urbanek came. Health Minister Tomas Urbanek left." AND },
      "role: Tomas Urbanek>Tomas Urbanek+" },
    { { "Health Minister Tomas Urbanek came. Justice Minister Tomas Urbanek left." AND,
        "Justice Minister Tomas Urbanek came." AND },
      "role: Tomas Urbanek>Tomas Urbanek" },
    { { "We saw Sergeant Tomas Urbanek." AND, "We saw Captain Tomas Urbanek." AND },
      "role: Tomas Urbanek>Tomas Urbanek" },
    { { "We saw Captain Tomas Urbanek." AND, "We saw Health Minister Tomas Urbanek." AND }, "" },
    /* Given names. */
    { { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND },
      "given: Helena Osterlund>Karin Osterlund" },
    { { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND, "Mayor Helena Osterlund left." },
      "given: Karin Osterlund>Helena Osterlund" },
    { { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND,
        "Karin Osterlund met Helena Osterlund." },
      "given: Helena Osterlund>Karin Osterlund+" },
    { { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund, a widow." AND },
      "given: Helena Osterlund>Karin Osterlund+" },
    { { "We saw Mayor Katherine Osterlund." AND, "We saw Mayor Kate Osterlund." AND }, "" },
    { { "We saw Mayor Sergei Osterlund." AND, "We saw Mayor Serhiy Osterlund." AND }, "" },
    { { "We saw Judge Karin Osterlund." AND, "We saw Judge Helena Osterlund." AND }, "" },
    { { "We saw Minister Karin Osterlund." AND, "We saw Minister Helena Osterlund." AND }, "" },
    { { "We saw deputy mayor Karin Osterlund." AND, "We saw deputy mayor Helena Osterlund." AND }, "" },
    { { "We saw Latvian President Karin Osterlund." AND, "We saw Irish President Helena Osterlund." AND }, "" },
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void print_pair(const gsay_name_pair *pair, gsay_buffer *out)
{
    gsay_buffer_add_format(out, " %s: %.*s>%.*s%s", pair->kind == GSAY_PAIR_ROLE ? "role" : "given",
                           GSAY_ARG(pair->odd), GSAY_ARG(pair->main), pair->meets ? "+" : "");
}

START_TEST(pairs_people_that_exclude_each_other)
{
    harness_check_pairs(rows[_i].texts, gsay_align_people, print_pair, rows[_i].want);
}
END_TEST

START_TEST(counts_the_days_between_sources)
{
    static const struct {
        const char *a, *b;
        int32_t     days;
    } dates[] = {
        { "2024-05-03", "2024-05-03", 0 },
        { "2024-05-03", "2024-05-08", 5 },
        { "2024-05-08", "2024-05-03", 5 },
        { NULL, NULL, 0 },
    };
    for (size_t i = 0; i < COUNT(dates); i++) {
        harness group;
        harness_open(&group);
        harness_add(&group, "a", "We saw Mayor Karin Osterlund." AND, dates[i].a, GSAY_ROLE_PEER);
        harness_add(&group, "b", "We saw Mayor Helena Osterlund." AND, dates[i].b, GSAY_ROLE_PEER);
        ck_assert_int_eq(gsay_align_people(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
        ck_assert_uint_eq(group.alignment.name_count, 1);
        ck_assert_int_eq(group.alignment.names[0].days_apart, dates[i].days);
        harness_close(&group);
    }
}
END_TEST

START_TEST(says_nothing_where_one_source_alone_has_a_date)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", "We saw Mayor Karin Osterlund." AND, "2024-05-03", GSAY_ROLE_PEER);
    harness_add(&group, "b", "We saw Mayor Helena Osterlund." AND, NULL, GSAY_ROLE_PEER);
    ck_assert_int_eq(gsay_align_people(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 0);
    harness_close(&group);
}
END_TEST

static const char *const two_mayors[] = { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND,
                                          NULL };

START_TEST(names_a_pair_by_its_family)
{
    harness group;
    harness_open_texts(&group, two_mayors);
    ck_assert_int_eq(gsay_align_people(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 1);
    ck_assert(gsay_str_equal(group.alignment.names[0].key, GSAY_STR("given: osterlund")));
    harness_close(&group);
}
END_TEST

START_TEST(every_refused_allocation_is_an_error)
{
    harness_check_memory(two_mayors, gsay_align_people);
}
END_TEST

START_TEST(counts_the_holders_of_one_name_that_are_left_out)
{
    gsay_buffer text = { 0 };
    for (size_t i = 0; i < GSAY_BEARERS_MAX + 6; i++)
        gsay_buffer_add(&text, GSAY_STR("We saw Mayor Karin Osterlund. "));
    gsay_buffer_add_byte(&text, '\0');
    harness_check_capped((const char *const[]){ text.ptr, NULL }, gsay_align_people, 6);
    gsay_buffer_clear(&text);
}
END_TEST

/* Of n given names that exclude each other n * (n - 1) / 2 pairs are looked into: 66 of 12. */
START_TEST(counts_the_given_names_that_are_not_looked_into)
{
    static const char *const givens[] = { "Karin",  "Helena", "Tomas", "Viktor", "Peter",   "Oliver",
                                          "Gloria", "Judith", "Hugo",  "Angela", "Dorothy", "Francis" };
    gsay_buffer              text = { 0 };
    for (size_t i = 0; i < COUNT(givens); i++)
        gsay_buffer_add_format(&text, "We saw Mayor %s Osterlund. ", givens[i]);
    gsay_buffer_add_byte(&text, '\0');
    harness_check_capped((const char *const[]){ text.ptr, NULL }, gsay_align_people, 66 - GSAY_BEARER_LOOKS_MAX);
    gsay_buffer_clear(&text);
}
END_TEST

START_TEST(counts_a_pair_that_the_sources_not_asked_may_have_been_related_for)
{
    static const char *const texts[] = { KARIN, KARIN, KARIN, KARIN, KARIN,
                                         KARIN, KARIN, KARIN, KARIN, "We saw Mayor Helena Osterlund.",
                                         NULL };
    harness_check_capped(texts, gsay_align_people, 1);
    harness_check_capped(texts + 1, gsay_align_people, 0);
}
END_TEST

START_TEST(finds_words_whatever_their_case)
{
    static const char *const list[] = { "former", "ex", NULL };
    ck_assert(gsay_words_have(GSAY_STR("The Former mayor"), list));
    ck_assert(gsay_words_have(GSAY_STR("ex-mayor"), list));
    ck_assert(!gsay_words_have(GSAY_STR("formerly exact"), list));
    ck_assert(!gsay_words_have(GSAY_STR(""), list));
    gsay_str before = gsay_words_before(GSAY_STR("It was then finance minister Ann Lee."), GSAY_STR("Ann Lee"),
                                        GSAY_STR("finance minister"));
    ck_assert(gsay_str_equal(before, GSAY_STR("then")));
    ck_assert_uint_eq(gsay_words_before(GSAY_STR("Minister Ann Lee"), GSAY_STR("Ann Lee"), GSAY_STR("minister")).len,
                      0);
    ck_assert_uint_eq(gsay_words_before(GSAY_STR("Nobody"), GSAY_STR("Ann Lee"), GSAY_STR("minister")).len, 0);
}
END_TEST

Suite *people_suite(void)
{
    Suite *suite = suite_create("core/align/people");
    TCase *tcase = tcase_create("people");
    tcase_add_loop_test(tcase, pairs_people_that_exclude_each_other, 0, COUNT(rows));
    tcase_add_test(tcase, counts_the_days_between_sources);
    tcase_add_test(tcase, says_nothing_where_one_source_alone_has_a_date);
    tcase_add_test(tcase, names_a_pair_by_its_family);
    tcase_add_test(tcase, every_refused_allocation_is_an_error);
    tcase_add_test(tcase, counts_the_holders_of_one_name_that_are_left_out);
    tcase_add_test(tcase, counts_the_given_names_that_are_not_looked_into);
    tcase_add_test(tcase, counts_a_pair_that_the_sources_not_asked_may_have_been_related_for);
    tcase_add_test(tcase, finds_words_whatever_their_case);
    suite_add_tcase(suite, tcase);
    return suite;
}
