/* The gates on pairs of sentences: what must be found, and what each gate keeps silent. */
#include <check.h>

#include "harness.h"
#include "suites.h"

struct pair_row {
    const char *a;
    const char *b;
    const char *reason;
};

/* One fact, two values. */
static const struct pair_row found[] = {
    { "Rebels hold 30% of the valley.", "Rebels hold 45% of the valley.", "equal but for the value" },
    { "About a fifth of the seats are empty in Holm.", "Half of the seats are empty in Holm.",
      "fraction beside fraction" },
    { "The bridge at Tarnby is 600 metres long.", "The bridge at Tarnby is 900 metres long.", "length" },
    { "The bridge at Tarnby is 600 metres long.", "The bridge at Tarnby is 3,000 feet long.", "other unit" },
    { "A ferry sank off Tarnby near the Holm lighthouse, killing 14 passengers.",
      "Sailors looked on as 41 passengers were killed when a ferry sank off Tarnby near the Holm lighthouse.",
      "active and passive" },
    { "Three miners were injured at the Grubbe mine after a tunnel collapsed.",
      "A tunnel collapse at the Grubbe mine left five miners injured.", "other words" },
    { "Brenna Ltd bought the mill in Holm for $12 million.", "Brenna Ltd bought the mill in Holm for $21 million.",
      "money" },
    { "The treaty of Holm was signed on 3 May 1999.", "The treaty of Holm was signed on 5 May 1999.", "day" },
    { "She lives on the second floor.", "She lives on the third floor.", "ordinal in one sentence" },
    { "The tower in Holm has fewer than 10 floors.", "The tower in Holm has 10 floors.", "strict bound" },
};

/* Pairs that look alike and must stay silent, by the gate that is to stop them. */
static const struct pair_row silent[] = {
    { "Rebels hold 30% of the valley.", "Rebels hold 30 km of the valley.", "dimension" },
    { "The lake lies 300 metres above sea level.", "The lake level rose by 3 metres.", "head" },
    { "A blast at the Grubbe mine killed 14 miners.", "A blast at the Grubbe mine injured 41 miners.", "predicate" },
    { "Output at Grubbe rose from 20% to 30% of demand.", "Output at Grubbe rose to 30% of demand.", "part" },
    { "The levy in Holm will rise to 5% of income.", "The current levy in Holm is 3% of income.", "target and level" },
    { "A quake near Holm killed 14 people on Monday.", "A quake near Holm killed 41 people on Thursday.", "weekday" },
    { "In 2003 the firm Brenna employed 200 people.", "In 2013 the firm Brenna employed 900 people.", "year" },
    { "The Grubbe fire killed 14 people, including 6 guests.", "The Grubbe fire killed 6 people.", "states both" },
    { "The firm Brenna could lose 300 jobs in Holm.", "The firm Brenna lost 500 jobs in Holm.", "mood" },
    { "The firm Brenna did not cut 300 jobs in Holm.", "The firm Brenna cut 500 jobs in Holm.", "polarity" },
    { "A bus crash near Lund killed 14 people.", "A train crash near Oslo killed 41 people.", "event" },
    { "The 5th meeting of the board was held in Lund.", "The 9th meeting of the board ended a quarrel over rents.",
      "ordinals name" },
    { "The board met. Issue: 12", "The board met. Issue: 47", "bare labels" },
    { "Brenna praised the 2021 budget in Holm.", "Brenna praised the 2024 budget in Holm.", "a date that names" },
    { "At least 3 ships sank off Holm.", "At least 10 ships sank off Holm.", "bounds" },
    { "Anna's 226 yards beat the Holm record.", "The team ran 352 yards and beat the Holm record.", "owner" },
    { "It cost $22 million per season in Holm.", "It cost $184 million in Holm.", "rate" },
};

START_TEST(finds_two_values_of_one_fact)
{
    const struct pair_row *row = &found[_i];
    ck_assert_msg(harness_contradict(row->a, row->b), "%s: silent on\n%s\n%s", row->reason, row->a, row->b);
}
END_TEST

START_TEST(keeps_silent_on_two_facts)
{
    const struct pair_row *row = &silent[_i];
    ck_assert_msg(!harness_contradict(row->a, row->b), "%s: flagged\n%s\n%s", row->reason, row->a, row->b);
}
END_TEST

START_TEST(a_count_that_grows_is_not_compared_over_days)
{
    const char *first = "A blast at the Grubbe mine killed 14 miners.",
               *second = "A blast at the Grubbe mine killed 19 miners.";
    ck_assert(harness_contradict_dated(first, "2024-05-01", second, "2024-05-01"));
    ck_assert(!harness_contradict_dated(first, "2024-05-01", second, "2024-05-03"));
}
END_TEST

START_TEST(a_fact_that_does_not_move_is_compared_over_days)
{
    ck_assert(harness_contradict_dated("The bridge at Tarnby is 600 metres long.", "2024-05-01",
                                       "The bridge at Tarnby is 900 metres long.", "2024-05-03"));
}
END_TEST

START_TEST(today_in_two_sources_is_two_days)
{
    const char *text = "The new model ships from Holm today.";
    ck_assert(!harness_contradict_dated(text, "2024-05-01", text, "2024-05-03"));
}
END_TEST

START_TEST(references_are_not_held_against_each_other)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", "Rebels hold 30% of the valley.", NULL, GSAY_ROLE_REFERENCE);
    harness_add(&group, "b", "Rebels hold 45% of the valley.", NULL, GSAY_ROLE_REFERENCE);
    harness_align(&group);
    ck_assert_uint_eq(harness_departing(&group), 0);
    ck_assert_uint_eq(group.alignment.coverage.skipped[GSAY_GATE_ROLE], 1);
    harness_add(&group, "c", "Rebels hold 45% of the valley.", NULL, GSAY_ROLE_DRAFT);
    harness_align(&group);
    ck_assert_uint_eq(harness_departing(&group), 1);
    harness_close(&group);
}
END_TEST

START_TEST(a_headline_is_held_against_its_body)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", "Blast kills 14 in Holm\n\nThe blast killed 41 people on Monday, officials said.", NULL,
                GSAY_ROLE_PEER);
    harness_align(&group);
    ck_assert_uint_eq(harness_departing(&group), 1);
    harness_close(&group);
}
END_TEST

START_TEST(says_why_two_places_are_one_fact)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", "Rebels hold 30% of the valley.", NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", "Rebels hold 45% of the valley.", NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    const gsay_topic *topic = harness_topic(&group, "45%");
    ck_assert_ptr_nonnull(topic);
    ck_assert(!topic->agrees);
    ck_assert_uint_ge(topic->values[1].evidence.count, 2);
    assert_str(topic->values[1].evidence.lines[0], "head: valley");
    assert_str(topic->values[1].evidence.lines[1], "predicate: hold");
    harness_close(&group);
}
END_TEST

START_TEST(every_gate_has_a_name_of_its_own)
{
    for (unsigned i = 0; i < GSAY_GATE_COUNT; i++) {
        ck_assert_uint_gt(strlen(gsay_gate_name(i)), 0);
        for (unsigned k = 0; k < i; k++)
            ck_assert_str_ne(gsay_gate_name(i), gsay_gate_name(k));
    }
    ck_assert_str_eq(gsay_gate_name(GSAY_GATE_COUNT), "");
}
END_TEST

Suite *gate_suite(void)
{
    Suite *suite = suite_create("core/align/gate");
    TCase *pairs = tcase_create("pairs");
    tcase_add_loop_test(pairs, finds_two_values_of_one_fact, 0, (int)(sizeof(found) / sizeof(found[0])));
    tcase_add_loop_test(pairs, keeps_silent_on_two_facts, 0, (int)(sizeof(silent) / sizeof(silent[0])));
    tcase_add_test(pairs, a_count_that_grows_is_not_compared_over_days);
    tcase_add_test(pairs, a_fact_that_does_not_move_is_compared_over_days);
    tcase_add_test(pairs, today_in_two_sources_is_two_days);
    suite_add_tcase(suite, pairs);
    TCase *groups = tcase_create("groups");
    tcase_add_test(groups, references_are_not_held_against_each_other);
    tcase_add_test(groups, a_headline_is_held_against_its_body);
    tcase_add_test(groups, says_why_two_places_are_one_fact);
    tcase_add_test(groups, every_gate_has_a_name_of_its_own);
    suite_add_tcase(suite, groups);
    return suite;
}
