/* Findings: their order, their repetitions, their fingerprints. */
#include "rule/finding.h"

#include "rule/suites.h"

static gsay_finding finding_at(const char *source, uint32_t begin, const char *rule)
{
    return (gsay_finding){ .rule = gsay_str_of(rule),
                           .severity = GSAY_SEVERITY_ERROR,
                           .message = GSAY_STR("one here, but two"),
                           .at = { .source = gsay_str_of(source), .span = { begin, begin + 3 } } };
}

START_TEST(sorts_by_group_source_start_rule)
{
    gsay_arena    arena = { 0 };
    gsay_findings list = { 0 };
    gsay_finding  rows[] = { finding_at("b", 1, "x"), finding_at("a", 9, "x"), finding_at("a", 2, "y"),
                             finding_at("a", 2, "x"), finding_at("a", 2, "x") };
    rows[4].group = GSAY_STR("earlier than all others? no: a name after the unnamed group");
    for (size_t i = 0; i < 5; i++)
        ck_assert_int_eq(gsay_findings_add(&arena, &list, &rows[i], NULL), GSAY_OK);
    gsay_findings_sort(&list);
    ck_assert_uint_eq(list.count, 5);
    assert_str(list.items[0].rule, "x");
    ck_assert_uint_eq(list.items[0].at.span.begin, 2);
    assert_str(list.items[1].rule, "y");
    ck_assert_uint_eq(list.items[2].at.span.begin, 9);
    assert_str(list.items[3].at.source, "b");
    ck_assert_uint_gt(list.items[4].group.len, 0);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(drops_exact_repetitions_only)
{
    gsay_arena         arena = { 0 };
    gsay_findings      list = { 0 };
    gsay_finding_place related[2] = { { .place = { .source = GSAY_STR("c"), .span = { 1, 2 } } },
                                      { .place = { .source = GSAY_STR("d"), .span = { 1, 2 } } } };
    gsay_finding       rows[4] = { finding_at("a", 1, "x"), finding_at("a", 1, "x"), finding_at("a", 1, "x"),
                                   finding_at("a", 1, "x") };
    rows[0].related = &related[0];
    rows[0].related_count = 1;
    rows[1].related = &related[1];
    rows[1].related_count = 1;
    rows[2].related = &related[0];
    rows[2].related_count = 1;
    rows[3].related = &related[0];
    rows[3].related_count = 1;
    rows[3].severity = GSAY_SEVERITY_NOTE;
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(gsay_findings_add(&arena, &list, &rows[i], NULL), GSAY_OK);
    gsay_findings_sort(&list);
    ck_assert_uint_eq(list.count, 3);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(sorts_an_empty_list)
{
    gsay_findings list = { 0 };
    gsay_findings_sort(&list);
    ck_assert_uint_eq(list.count, 0);
}
END_TEST

static void identify(gsay_finding *finding, const char *subject, const char *first, const char *second,
                     const char *third)
{
    gsay_str values[] = { gsay_str_of(first), gsay_str_of(second), gsay_str_of(third) };
    ck_assert_int_eq(gsay_finding_identify(finding, gsay_str_of(subject), values, 3, NULL), GSAY_OK);
}

START_TEST(fingerprints_ignore_order_and_repetition_of_values)
{
    gsay_finding a = finding_at("a", 1, "x");
    gsay_finding b = finding_at("elsewhere", 700, "x");
    identify(&a, "percent of land", "20%", "25%", "25%");
    identify(&b, "percent of land", "25%", "20%", "20%");
    ck_assert_str_eq(a.fingerprint, b.fingerprint);
    ck_assert_uint_eq(strlen(a.fingerprint), 16);
}
END_TEST

START_TEST(fingerprints_tell_rules_topics_and_values_apart)
{
    gsay_finding a = finding_at("a", 1, "x");
    gsay_finding b = finding_at("a", 1, "y");
    gsay_finding c = finding_at("a", 1, "x");
    gsay_finding d = finding_at("a", 1, "x");
    identify(&a, "land", "20%", "25%", "25%");
    identify(&b, "land", "20%", "25%", "25%");
    identify(&c, "sea", "20%", "25%", "25%");
    identify(&d, "land", "20%", "26%", "26%");
    ck_assert_str_ne(a.fingerprint, b.fingerprint);
    ck_assert_str_ne(a.fingerprint, c.fingerprint);
    ck_assert_str_ne(a.fingerprint, d.fingerprint);
}
END_TEST

START_TEST(names_of_severities_go_both_ways)
{
    gsay_severity severity = GSAY_SEVERITY_OFF;
    ck_assert(gsay_severity_named(GSAY_STR("warning"), &severity));
    ck_assert_int_eq(severity, GSAY_SEVERITY_WARNING);
    ck_assert_str_eq(gsay_severity_name(GSAY_SEVERITY_NOTE), "note");
    ck_assert(!gsay_severity_named(GSAY_STR("warn"), &severity));
    ck_assert_int_eq(severity, GSAY_SEVERITY_WARNING);
}
END_TEST

Suite *finding_suite(void)
{
    Suite *suite = suite_create("core/rule/finding");
    TCase *order = tcase_create("order");
    tcase_add_test(order, sorts_by_group_source_start_rule);
    tcase_add_test(order, drops_exact_repetitions_only);
    tcase_add_test(order, sorts_an_empty_list);
    tcase_add_test(order, fingerprints_ignore_order_and_repetition_of_values);
    tcase_add_test(order, fingerprints_tell_rules_topics_and_values_apart);
    tcase_add_test(order, names_of_severities_go_both_ways);
    suite_add_tcase(suite, order);
    return suite;
}
