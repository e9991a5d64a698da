/* Topics: what joins, which value is the main one, and that nothing depends on the order of sources. */
#include <check.h>
#include <stdlib.h>

#include "harness.h"
#include "suites.h"

static const char *const accounts[] = {
    "Rebels hold 30% of the valley. The bridge at Tarnby is 600 metres long.",
    "Rebels hold 45% of the valley.",
    "Rebels hold 30% of the valley. Envoys met in Holm on 4 June 2021.",
    "The bridge at Tarnby is 900 metres long. Envoys met in Holm on June 4.",
};

#define ACCOUNTS (sizeof(accounts) / sizeof(accounts[0]))

/* Open a group of all accounts in the order of a permutation. */
static void open_accounts(harness *group, const unsigned *order)
{
    static const char *const names[] = { "a", "b", "c", "d" };
    harness_open(group);
    for (size_t i = 0; i < ACCOUNTS; i++)
        harness_add(group, names[order[i]], accounts[order[i]], NULL, GSAY_ROLE_PEER);
    harness_align(group);
}

START_TEST(the_value_with_most_places_is_the_main_one)
{
    static const unsigned order[] = { 0, 1, 2, 3 };
    harness               group;
    open_accounts(&group, order);
    const gsay_topic *topic = harness_topic(&group, "45%");
    ck_assert_ptr_nonnull(topic);
    ck_assert_uint_eq(topic->count, 2);
    assert_str(topic->values[0].places[0]->place.text, "30%");
    ck_assert_uint_eq(topic->values[0].count, 2);
    ck_assert(!topic->values[0].departs);
    ck_assert(topic->values[1].departs);
    ck_assert_int_eq(topic->kind, GSAY_KIND_PERCENT);
    assert_str(topic->key, "percent of valley, hold");
    harness_close(&group);
}
END_TEST

START_TEST(among_equals_the_earliest_place_is_the_main_one)
{
    static const unsigned order[] = { 0, 1, 2, 3 };
    harness               group;
    open_accounts(&group, order);
    const gsay_topic *topic = harness_topic(&group, "900 metres");
    ck_assert_ptr_nonnull(topic);
    assert_str(topic->values[0].places[0]->place.source, "a");
    ck_assert(topic->values[1].departs);
    harness_close(&group);
}
END_TEST

START_TEST(a_day_without_a_year_takes_it_from_the_group)
{
    static const unsigned order[] = { 0, 1, 2, 3 };
    harness               group;
    open_accounts(&group, order);
    const gsay_topic *topic = harness_topic(&group, "4 June 2021");
    ck_assert_ptr_nonnull(topic);
    ck_assert(topic->agrees);
    ck_assert_uint_eq(topic->count, 1);
    ck_assert_uint_eq(topic->values[0].count, 2);
    harness_close(&group);
}
END_TEST

START_TEST(a_day_of_two_years_stays_open)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", "Envoys met in Holm on 4 June 2021.", NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", "Farmers met in Lund on 4 June 2019.", NULL, GSAY_ROLE_PEER);
    harness_add(&group, "c", "Envoys met in Holm on June 4.", NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    const gsay_topic *topic = harness_topic(&group, "June 4");
    ck_assert_ptr_nonnull(topic);
    for (size_t i = 0; i < topic->count; i++) {
        const gsay_topic_value *value = &topic->values[i];
        bool                    is_bare = gsay_str_equal(value->places[0]->place.text, GSAY_STR("June 4"));
        ck_assert(is_bare == (value->value.as.temporal.resolved_by == GSAY_RESOLVED_NOT));
    }
    harness_close(&group);
}
END_TEST

/* All that a reader sees of an alignment, as text. */
static gsay_str picture(harness *group)
{
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < group->alignment.topic_count; i++) {
        const gsay_topic *topic = &group->alignment.topics[i];
        shown = gsay_arena_format(&group->arena, "%.*s\n[%.*s]", GSAY_ARG(shown), GSAY_ARG(topic->key));
        for (size_t k = 0; k < topic->count; k++) {
            const gsay_topic_value *value = &topic->values[k];
            for (size_t place = 0; place < value->count; place++)
                shown = gsay_arena_format(&group->arena, "%.*s %s%.*s:%u", GSAY_ARG(shown), value->departs ? "*" : "",
                                          GSAY_ARG(value->places[place]->place.source),
                                          value->places[place]->place.span.begin);
        }
    }
    return shown;
}

START_TEST(the_order_of_sources_changes_nothing)
{
    static const unsigned orders[][ACCOUNTS] = { { 0, 1, 2, 3 }, { 3, 2, 1, 0 }, { 1, 3, 0, 2 }, { 2, 0, 3, 1 } };
    harness               first, other;
    open_accounts(&first, orders[0]);
    open_accounts(&other, orders[_i]);
    gsay_str one = picture(&first), two = picture(&other);
    ck_assert_uint_gt(one.len, 0);
    ck_assert_msg(gsay_str_equal(one, two), "%.*s\nbecame\n%.*s", GSAY_ARG(one), GSAY_ARG(two));
    ck_assert_mem_eq(&first.alignment.coverage, &other.alignment.coverage, sizeof(gsay_coverage));
    harness_close(&first);
    harness_close(&other);
}
END_TEST

/* Two lengths of one year apart, a target and what it is to become, told by three sources in their own words. */
static const char *const pledges[] = {
    "Members should raise defence spending to 5% of GDP from the current 2% target, Oslin said. Envoys met in Holm on "
    "4 "
    "June 2021. The full-scale invasion of Varland began in May 2019.",
    "Oslin asked members to increase defense spending from 2% to 5% of GDP. Marn annexed Tolby in April 2012.",
    "Defence spending should rise to 5 percent of GDP, up from the current 2 percent target, Oslin said. Envoys met in "
    "Holm on June 4. The full-scale invasion of Varland began in May 2019. Marn seized Tolby in March 2012.",
};

/* What facts shows of them: a value, and how many places state it in one topic. */
static const struct {
    const char *value;
    size_t      places;
} shown[] = {
    { "5%", 3 }, { "2%", 3 }, { "4 June 2021", 2 }, { "May 2019", 2 }, { "April 2012", 1 }, { "March 2012", 1 },
};

START_TEST(facts_told_in_other_words_share_a_topic)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", pledges[0], NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", pledges[1], NULL, GSAY_ROLE_PEER);
    harness_add(&group, "c", pledges[2], NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    const gsay_topic *topic = harness_topic(&group, shown[_i].value);
    ck_assert_ptr_nonnull(topic);
    ck_assert_uint_eq(topic->count, 1);
    ck_assert_uint_eq(topic->values[0].count, shown[_i].places);
    ck_assert(topic->agrees);
    harness_close(&group);
}
END_TEST

/* Keys are words to read, heads are nouns. */
static const struct {
    const char *text;
    const char *value;
    const char *key;
} keys[] = {
    { "The bridge is 600 metres long and cost 40 million euros.", "600 metres", "length of bridge, long, cost" },
    { "The bridge is 600 metres long and cost 40 million euros.", "40 million euros", "money of bridge, cost" },
    { "The ferry carried 300 travellers.", "300", "number of traveller, ferry, carry" },
    { "The council approved it on 4 June 2021.", "4 June 2021", "date, council, approve" },
};

START_TEST(a_key_is_made_of_words_to_read)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", keys[_i].text, NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    const gsay_topic *topic = harness_topic(&group, keys[_i].value);
    ck_assert_ptr_nonnull(topic);
    assert_str(topic->key, keys[_i].key);
    harness_close(&group);
}
END_TEST

START_TEST(a_draft_is_held_to_a_reference_that_says_more)
{
    for (int is_draft = 0; is_draft < 2; is_draft++) {
        harness group;
        harness_open(&group);
        harness_add(&group, "a", "Wastage fell to 9% of the flour sold.", NULL,
                    is_draft ? GSAY_ROLE_DRAFT : GSAY_ROLE_PEER);
        harness_add(&group, "b", "Wastage fell to 12% of the flour sold, from 16% a year earlier at both mills.", NULL,
                    is_draft ? GSAY_ROLE_REFERENCE : GSAY_ROLE_PEER);
        harness_align(&group);
        ck_assert_uint_eq(harness_departing(&group), is_draft ? 1 : 0);
        harness_close(&group);
    }
}
END_TEST

START_TEST(no_sources_and_empty_sources_have_no_topics)
{
    harness group;
    harness_open(&group);
    harness_align(&group);
    ck_assert_uint_eq(group.alignment.topic_count, 0);
    harness_add(&group, "a", "", NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", "Nothing is counted here.", NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    ck_assert_uint_eq(group.alignment.topic_count, 0);
    ck_assert_uint_eq(group.alignment.coverage.sources, 2);
    harness_close(&group);
}
END_TEST

/* What becomes of a headline, and of a value that moves. */
static const struct {
    const char *texts[3];
    const char *dates[3];
    bool        departs, is_headline, is_update;
} departures[] = {
    { { "Storm kills 42 in Vejle\n\nThe storm killed 24 people in Vejle on Sunday." }, { NULL }, true, true, false },
    { { "Storm kills 24 in Vejle\n\nThe storm killed 24 people in Vejle on Sunday." }, { NULL }, false, false, false },
    { { "Storm kills 42 in Vejle\n\nThe storm killed 24 people in Vejle on Sunday.",
        "The storm killed 24 people in Vejle on Sunday." },
      { NULL },
      true,
      true,
      false },
    { { "The storm killed 42 people in Vejle.", "The storm killed 24 people in Vejle." },
      { NULL },
      true,
      false,
      false },
    { { "The storm killed 24 people in Vejle.", "The storm killed 42 people in Vejle." },
      { "2024-05-03", "2024-05-04" },
      false,
      false,
      true },
    { { "The storm killed 24 people in Vejle.", "The storm killed 42 people in Vejle." },
      { "2024-05-03", "2024-05-03" },
      true,
      false,
      false },
    { { "The storm felled 24 oaks in Vejle.", "The storm felled 42 oaks in Vejle." },
      { "2024-05-03", "2024-05-04" },
      true,
      false,
      false },
    { { "The storm killed 24 people in Vejle.", "The storm killed 42 people in Vejle.",
        "The storm killed 42 people in Vejle." },
      { "2024-05-03", "2024-05-03", "2024-05-04" },
      true,
      false,
      false },
    { { "The storm killed 24 people in Vejle.", "The storm killed 42 people in Vejle, not 24 as was said." },
      { "2024-05-03", "2024-05-04" },
      false,
      false,
      false },
};

START_TEST(headlines_and_moving_values_depart_in_their_own_ways)
{
    static const char *const names[] = { "a", "b", "c" };
    bool                     departs = false, is_headline = false, is_update = false, agrees = true;
    harness                  group;
    harness_open(&group);
    for (size_t i = 0; i < 3 && departures[_i].texts[i]; i++)
        harness_add(&group, names[i], departures[_i].texts[i], departures[_i].dates[i], GSAY_ROLE_PEER);
    harness_align(&group);
    for (size_t i = 0; i < group.alignment.topic_count; i++) {
        const gsay_topic *topic = &group.alignment.topics[i];
        bool              has_updates = false;
        for (size_t k = 0; k < topic->count; k++) {
            departs |= topic->values[k].departs;
            is_headline |= topic->values[k].is_headline;
            has_updates |= topic->values[k].is_update;
        }
        ck_assert_int_eq(topic->has_updates, has_updates);
        agrees &= topic->agrees;
        is_update |= has_updates;
    }
    ck_assert_int_eq(agrees, !departs);
    ck_assert_int_eq(departs, departures[_i].departs);
    ck_assert_int_eq(is_headline, departures[_i].is_headline);
    ck_assert_int_eq(is_update, departures[_i].is_update);
    harness_close(&group);
}
END_TEST

START_TEST(copies_of_a_sentence_collapse)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a",
                "Rebels hold 30% of the valley. Rebels hold 30% of the valley. Rebels hold 30% of the valley.", NULL,
                GSAY_ROLE_PEER);
    harness_add(&group, "b", "Rebels hold 45% of the valley. Rebels hold 45% of the valley.", NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    ck_assert_uint_eq(group.alignment.coverage.compared, 1);
    const gsay_topic *topic = harness_topic(&group, "30%");
    ck_assert_ptr_nonnull(topic);
    ck_assert_uint_eq(topic->values[0].count, 3);
    ck_assert_uint_eq(topic->values[1].count, 2);
    harness_close(&group);
}
END_TEST

START_TEST(a_form_filled_in_many_ways_is_no_fact)
{
    static const char *const forms[] = { "The reader of page 31 liked it.", "The reader of page 45 liked it.",
                                         "The reader of page 62 liked it.", "The reader of page 78 liked it." };
    static const char *const names[] = { "a", "b", "c", "d" };
    harness                  group;
    harness_open(&group);
    for (size_t i = 0; i < 4; i++)
        harness_add(&group, names[i], forms[i], NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    ck_assert_uint_eq(harness_departing(&group), 0);
    harness_close(&group);
}
END_TEST

START_TEST(a_crowded_block_is_capped_and_says_so)
{
    gsay_arena arena = { 0 };
    gsay_str   text = GSAY_STR("");
    for (unsigned i = 0; i < GSAY_BLOCK_VALUES_MAX + 6; i++)
        text = gsay_arena_format(&arena, "%.*sTeam %c%c won %u medals. ", GSAY_ARG(text), 'A' + i % 26, 'a' + i / 26,
                                 100 + i);
    text = gsay_arena_format(&arena, "%.*s%c", GSAY_ARG(text), 0);
    harness group;
    harness_open(&group);
    harness_add(&group, "a", text.ptr, NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    ck_assert_uint_eq(group.alignment.coverage.capped, 6);
    harness_close(&group);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(topics_that_agree_are_counted_when_nobody_looks_at_them)
{
    static const unsigned order[] = { 0, 1, 2, 3 };
    harness               group;
    gsay_alignment        few = { .settings.has_departing_only = true };
    open_accounts(&group, order);
    ck_assert_int_eq(gsay_align(&group.arena, group.sources, group.count, &few, NULL), GSAY_OK);
    ck_assert_uint_gt(group.alignment.topic_count, few.topic_count);
    ck_assert_uint_eq(few.coverage.topics, group.alignment.topic_count);
    ck_assert_uint_eq(few.topic_count, 2);
    for (size_t i = 0; i < few.topic_count; i++) {
        const gsay_topic  *topic = &few.topics[i];
        const gsay_record *place = topic->values[0].places[0];
        const gsay_topic  *whole = harness_topic(&group, place->place.text.ptr[0] == '3' ? "30%" : "600 metres");
        ck_assert(whole && !topic->agrees);
        ck_assert(gsay_str_equal(topic->key, whole->key));
        ck_assert_uint_eq(topic->count, whole->count);
    }
    harness_close(&group);
}
END_TEST

START_TEST(want_of_memory_is_an_error_at_every_allocation)
{
    harness        group;
    gsay_alignment alignment = { 0 };
    gsay_status    status = GSAY_ENOMEM;
    size_t         failures = 0;
    harness_open(&group);
    harness_add(&group, "a", accounts[0], NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", accounts[1], NULL, GSAY_ROLE_PEER);
    for (size_t i = 1; status == GSAY_ENOMEM; i++) {
        gsay_arena arena = { .fail_after = i };
        alignment = (gsay_alignment){ 0 };
        status = gsay_align_topics(&arena, group.sources, group.count, &alignment, NULL);
        failures += status == GSAY_ENOMEM;
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(failures, 3);
    harness_close(&group);
}
END_TEST

Suite *topics_suite(void)
{
    Suite *suite = suite_create("core/align/topics");
    TCase *values = tcase_create("values");
    tcase_add_test(values, the_value_with_most_places_is_the_main_one);
    tcase_add_test(values, among_equals_the_earliest_place_is_the_main_one);
    tcase_add_test(values, a_day_without_a_year_takes_it_from_the_group);
    tcase_add_test(values, a_day_of_two_years_stays_open);
    suite_add_tcase(suite, values);
    TCase *sets = tcase_create("sets");
    tcase_add_loop_test(sets, the_order_of_sources_changes_nothing, 0, 4);
    tcase_add_loop_test(sets, facts_told_in_other_words_share_a_topic, 0, sizeof(shown) / sizeof(shown[0]));
    tcase_add_test(sets, topics_that_agree_are_counted_when_nobody_looks_at_them);
    tcase_add_loop_test(sets, a_key_is_made_of_words_to_read, 0, sizeof(keys) / sizeof(keys[0]));
    tcase_add_test(sets, a_draft_is_held_to_a_reference_that_says_more);
    tcase_add_test(sets, no_sources_and_empty_sources_have_no_topics);
    tcase_add_loop_test(sets, headlines_and_moving_values_depart_in_their_own_ways, 0,
                        sizeof(departures) / sizeof(departures[0]));
    tcase_add_test(sets, copies_of_a_sentence_collapse);
    tcase_add_test(sets, a_form_filled_in_many_ways_is_no_fact);
    tcase_add_test(sets, a_crowded_block_is_capped_and_says_so);
    tcase_add_test(sets, want_of_memory_is_an_error_at_every_allocation);
    suite_add_tcase(suite, sets);
    return suite;
}
