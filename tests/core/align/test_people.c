/* Offices and given names that exclude each other: which pairs come out, and what is said of them. Each row is a group
 * of sources; its pairs are printed as `kind: Odd>Main`, with `+` where some source knows both. */
#include "harness.h"
#include "suites.h"

#include "align/words.h"
#include "base/buffer.h"

struct row {
    const char *texts[4];
    const char *want;
};

#define AND " The rowers of Tarnholm and the Vesterby Glass Works were there."

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

static void open_group(harness *group, const char *const *texts)
{
    static const char *const names[] = { "a", "b", "c", "d" };
    harness_open(group);
    for (size_t i = 0; i < 4 && texts[i]; i++)
        harness_add(group, names[i], texts[i], NULL, GSAY_ROLE_PEER);
}

static void print_pairs(const gsay_alignment *alignment, gsay_buffer *out)
{
    for (size_t i = 0; i < alignment->name_count; i++) {
        const gsay_name_pair *pair = &alignment->names[i];
        gsay_buffer_add_format(out, "%s%s: %.*s>%.*s%s", out->len ? " " : "",
                               pair->kind == GSAY_PAIR_ROLE ? "role" : "given", GSAY_ARG(pair->odd),
                               GSAY_ARG(pair->main), pair->meets ? "+" : "");
    }
}

START_TEST(pairs_people_that_exclude_each_other)
{
    const struct row *row = &rows[_i];
    harness           group;
    gsay_buffer       out = { 0 };
    open_group(&group, row->texts);
    ck_assert_int_eq(gsay_align_people(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    print_pairs(&group.alignment, &out);
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->texts[0],
                  GSAY_ARG(got), row->want);
    gsay_buffer_clear(&out);
    harness_close(&group);
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

START_TEST(does_not_depend_on_the_order_of_sources)
{
    static const char *const texts[] = { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND,
                                         NULL };
    for (int turn = 0; turn < 2; turn++) {
        harness group;
        open_group(&group, texts);
        if (turn) {
            gsay_records first = group.sources[0];
            group.sources[0] = group.sources[1];
            group.sources[1] = first;
        }
        ck_assert_int_eq(gsay_align_people(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
        ck_assert_uint_eq(group.alignment.name_count, 1);
        ck_assert(gsay_str_equal(group.alignment.names[0].main, GSAY_STR("Karin Osterlund")));
        ck_assert(gsay_str_equal(group.alignment.names[0].key, GSAY_STR("given: osterlund")));
        harness_close(&group);
    }
}
END_TEST

START_TEST(every_refused_allocation_is_an_error)
{
    static const char *const texts[] = { "We saw Mayor Karin Osterlund." AND, "We saw Mayor Helena Osterlund." AND,
                                         NULL };
    bool                     is_fine = false;
    for (size_t after = 1; after < 200 && !is_fine; after++) {
        harness group;
        open_group(&group, texts);
        gsay_arena arena = { .fail_after = after };
        gsay_error err = { 0 };
        is_fine = gsay_align_people(&arena, group.sources, group.count, &group.alignment, &err) == GSAY_OK;
        ck_assert(is_fine || err.status == GSAY_ENOMEM);
        gsay_arena_clear(&arena);
        harness_close(&group);
    }
    ck_assert(is_fine);
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
    tcase_add_test(tcase, does_not_depend_on_the_order_of_sources);
    tcase_add_test(tcase, every_refused_allocation_is_an_error);
    tcase_add_test(tcase, finds_words_whatever_their_case);
    suite_add_tcase(suite, tcase);
    return suite;
}
