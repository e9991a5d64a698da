/* Drafts against references: which statement of a reference a draft's value departs from, and when none is meant. */
#include <check.h>

#include "base/buffer.h"

#include "harness.h"
#include "suites.h"

struct row {
    const char *reference;
    const char *draft;
    const char *odd;  /* the draft's value that departs; NULL none does */
    const char *main; /* the reference's value that it departs from */
};

static const struct row rows[] = {
    /* told in other words */
    { "New tenants get a 15% rebate on the first quarter's rent. The lift is new.",
      "The letter offers a 25% rebate to anyone who signs.", "25%", "15%" },
    { "The Basic plan is billed at $40 a month. Support answers within 6 hours.",
      "Customers of the Basic plan pay $60 a month.", "$60", "$40" },
    { "The treaty of Marholm was signed on 4 May 1911 by both kings.", "Marholm's treaty was signed in 1912.", "1912",
      "4 May 1911" },
    { "The yard has built 14 ferries since the war.", "The yard built 19 ferries.", "19", "14" },
    { "The tower is 41 metres high.", "At 45 metres the tower is the highest in town.", "45 metres", "41 metres" },
    { "More than 500 cases of measles were confirmed.", "There were under 480 cases.", "480", "500" },
    /* borne out by a value elsewhere */
    { "New tenants get a 15% rebate. A quarter of them, 25%, never ask.", "The rebate is 25%.", NULL, NULL },
    { "The tower is 41 metres high.", "The tower is about 40 metres high.", NULL, NULL },
    { "The bank lent NZ$30 million. Fees came to $7 million.", "The bank lent over $30 million.", NULL, NULL },
    { "It went on to sell 6.4 million copies, more than any of hers.", "The album sold less than 6.4 million copies.",
      NULL, NULL },
    { "The bridge at Marholm opened on 20 March 1963.", "The bridge at Marholm opened before June.", NULL, NULL },
    { "The bridge at Marholm opened on 20 March 1963.", "The bridge at Marholm opened in June.", "June",
      "20 March 1963" },
    /* of something else, or of a part */
    { "New tenants get a 15% rebate.", "Inflation stood at 4% last year.", NULL, NULL },
    { "Five players won the cup with two clubs.", "Berg and four other players won the cup with two clubs.", NULL,
      NULL },
    { "The film was nominated for six prizes.", "The film won four prizes.", NULL, NULL },
    { "It is her second album.", "It is more than her first album.", NULL, NULL },
    { "In 2019 the port shipped 30% of its coal by rail.", "In 2021 the port shipped 45% of its coal by rail.", NULL,
      NULL },
    { "By June the ferry had carried 9,500 tonnes.", "By June Marholm had carried 7,000 tonnes.", NULL, NULL },
    { "The quay is 60 metres long.", "The crane is 45 metres long.", NULL, NULL },
    { "Ana Berg, 39, and Ida Moe were hurt in the crash.", "Ida Moe, 36, was hurt in the crash.", NULL, NULL },
    { "The lake lies 12 km north of Marholm and at a height of 300 metres.",
      "The lake lies 9 km north of Marholm and at a height of 300 metres.", "9 km", "12 km" },
    { "The lake lies at a height of 300 metres, north of Marholm.",
      "At a height of 300 metres, the lake lies 9 km north of Marholm.", NULL, NULL },
    { "The Berg shop sells a 15-inch screen.", "The Berg shop shows an 11-inch lamp and a screen.", NULL, NULL },
    { "In Tarn the shop sold 40 boats to Moe.", "In Marholm the shop sold 25 boats to Berg.", NULL, NULL },
    { "The port does not ship 30% of its coal by rail.", "The port ships 45% of its coal by rail.", NULL, NULL },
};

START_TEST(a_draft_departs_from_the_statement_that_it_retells)
{
    const struct row *row = &rows[_i];
    harness           group;
    harness_open(&group);
    harness_add(&group, "reference", row->reference, NULL, GSAY_ROLE_REFERENCE);
    harness_add(&group, "draft", row->draft, NULL, GSAY_ROLE_DRAFT);
    harness_align(&group);
    for (size_t i = 0; i < group.alignment.topic_count && !row->odd; i++)
        ck_assert_msg(group.alignment.topics[i].agrees, "%s", row->draft);
    if (row->odd) {
        const gsay_topic *topic = harness_topic(&group, row->odd);
        ck_assert_msg(topic && !topic->agrees, "%s", row->draft);
        ck_assert_uint_eq(topic->count, 2);
        ck_assert_ptr_eq(topic, harness_topic(&group, row->main));
    }
    harness_close(&group);
}
END_TEST

START_TEST(peers_are_not_held_against_each_other_so)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", rows[0].reference, NULL, GSAY_ROLE_PEER);
    harness_add(&group, "b", rows[0].draft, NULL, GSAY_ROLE_PEER);
    harness_align(&group);
    for (size_t i = 0; i < group.alignment.topic_count; i++)
        ck_assert(group.alignment.topics[i].agrees);
    harness_close(&group);
}
END_TEST

/* Hold a draft against a reference that says one thing that often. */
static void align_repeated(harness *group, unsigned times)
{
    gsay_buffer text = { 0 };
    harness_open(group);
    for (unsigned i = 0; i < times; i++)
        gsay_buffer_add(&text, GSAY_STR("New tenants get a 15% rebate.\n\n"));
    gsay_buffer_add_byte(&text, '\0');
    harness_add(group, "reference", gsay_buffer_view(&text).ptr, NULL, GSAY_ROLE_REFERENCE);
    harness_add(group, "draft", "The letter offers a 25% rebate to anyone who signs.", NULL, GSAY_ROLE_DRAFT);
    harness_align(group);
    gsay_buffer_clear(&text);
}

START_TEST(too_many_statements_are_counted_as_capped)
{
    harness group;
    align_repeated(&group, GSAY_DRAFT_STATEMENTS_MAX);
    ck_assert_uint_eq(group.alignment.coverage.capped, 0);
    ck_assert_uint_eq(harness_departing(&group), 1);
    harness_close(&group);
    align_repeated(&group, GSAY_DRAFT_STATEMENTS_MAX + 1);
    ck_assert_uint_eq(group.alignment.coverage.capped, 1);
    ck_assert_uint_eq(harness_departing(&group), 0);
    harness_close(&group);
}
END_TEST

Suite *draft_suite(void)
{
    Suite *suite = suite_create("core/align/draft");
    TCase *tcase = tcase_create("drafts");
    tcase_add_loop_test(tcase, a_draft_departs_from_the_statement_that_it_retells, 0,
                        (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_test(tcase, peers_are_not_held_against_each_other_so);
    tcase_add_test(tcase, too_many_statements_are_counted_as_capped);
    suite_add_tcase(suite, tcase);
    return suite;
}
