/* Claims of single sentences: head, predicate, parts, subject, time, mood, speaker, block. */
#include <check.h>

#include "reading.h"
#include "suites.h"

/* What is said of one value; NULL leaves a member unasked. */
static const struct {
    const char *text;
    const char *value;
    const char *head;
    const char *predicate;
    const char *block;
} rows[] = {
    { "The blast killed 24 people in Holm.", "24", "person", "kill", "number:person" },
    { "24 people were killed in Holm.", "24", "person", "kill", "number:person" },
    { "The blast in Holm killed 24.", "24", "person", "kill", "number:person" },
    { "24 dead after the blast.", "24", "person", "kill", "number:person" },
    { "Thirty wounded villagers were flown out.", "Thirty", "villager", NULL, "number:villager" },
    { "The fire injured nine and killed two.", "nine", "person", "injure", "number:person" },
    { "Rebels control 40% of the northern valley.", "40%", "valley", "hold", "percent:valley" },
    { "A fifth of the valley is held by rebels.", "A fifth", "valley", "hold", "percent:valley" },
    { "Spending on defence fell to 3% of output.", "3%", "output", NULL, "percent:output" },
    { "The company signed a $300 million contract.", "$300 million", "contract", "sign", "money:contract" },
    { "Divers found it at a depth of 12 miles.", "12 miles", "depth", NULL, "length:depth" },
    { "The queen was born on 4 June 1950.", "4 June 1950", "", "born", "date:born" },
    { "It was his third visit to Lund.", "third", "visit", NULL, "ordinal:visit" },
};

START_TEST(reads_what_a_value_is_said_of)
{
    struct reading reading;
    open_claims(&reading, gsay_str_of(rows[_i].text), NULL);
    const gsay_claim *claim = claim_of(&reading, rows[_i].value);
    if (rows[_i].head)
        assert_str(claim->head, rows[_i].head);
    if (rows[_i].predicate)
        assert_str(claim->predicate, rows[_i].predicate);
    if (rows[_i].block)
        assert_str(claim->block, rows[_i].block);
    close_claims(&reading);
}
END_TEST

static const struct {
    const char *text;
    const char *value;
    gsay_parts  parts;
} parts[] = {
    { "Rebels hold 40% of the valley.", "40%", GSAY_PART(LEVEL) },
    { "Sales rose by 20% in May.", "20%", GSAY_PART(CHANGE) },
    { "Sales rose 20% in May.", "20%", GSAY_PART(CHANGE) },
    { "They want to raise spending from 2% to 6% of output.", "2%", GSAY_PART(FROM) },
    { "They want to raise spending from 2% to 6% of output.", "6%", GSAY_PART(TO) },
    { "He praised the current 3% target.", "3%", GSAY_PART(CURRENT) | GSAY_PART(TARGET) },
    { "The blast killed 24 people, including 7 nurses.", "7", GSAY_PART(PART) },
    { "Another 30 people are in hospital.", "30", GSAY_PART(PART) },
    { "A total of 90 people voted.", "90", GSAY_PART(TOTAL) },
    { "More than 30 people are in hospital.", "30", GSAY_PART(LEVEL) },
    { "Growth is expected to reach 4% of output.", "4%", GSAY_PART(FORECAST) },
    { "He took second place.", "second", GSAY_PART(RANK) },
    { "Houses lost in the flood: 40\n\nOf rises nobody spoke.", "40", GSAY_PART(LEVEL) },
};

START_TEST(reads_the_part_that_a_value_plays)
{
    struct reading reading;
    open_claims(&reading, gsay_str_of(parts[_i].text), NULL);
    gsay_str got = gsay_parts_name(&reading.arena, claim_of(&reading, parts[_i].value)->parts);
    gsay_str want = gsay_parts_name(&reading.arena, parts[_i].parts);
    ck_assert_msg(gsay_str_equal(got, want), "%s: %.*s, not %.*s", parts[_i].text, GSAY_ARG(got), GSAY_ARG(want));
    close_claims(&reading);
}
END_TEST

static const struct {
    const char *text;
    const char *value;
    gsay_mood   mood;
    bool        is_negated;
} moods[] = {
    { "The firm cut 300 jobs.", "300", GSAY_MOOD_REAL, false },
    { "The firm could cut 300 jobs.", "300", GSAY_MOOD_POSSIBLE, false },
    { "If the firm cuts 300 jobs, the town will suffer.", "300", GSAY_MOOD_POSSIBLE, false },
    { "Did the firm cut 300 jobs?", "300", GSAY_MOOD_POSSIBLE, false },
    { "The firm did not cut 300 jobs.", "300", GSAY_MOOD_REAL, true },
};

START_TEST(reads_mood_and_polarity)
{
    struct reading reading;
    open_claims(&reading, gsay_str_of(moods[_i].text), NULL);
    const gsay_claim *claim = claim_of(&reading, moods[_i].value);
    ck_assert_int_eq(claim->mood, moods[_i].mood);
    ck_assert_int_eq(claim->is_negated, moods[_i].is_negated);
    close_claims(&reading);
}
END_TEST

START_TEST(a_date_in_the_sentence_is_its_time_before_the_dateline)
{
    struct reading reading;
    open_claims(&reading, GSAY_STR("In 2003 the firm had 200 clerks. It has 90 drivers."), "2024-05-01");
    const gsay_claim *dated = claim_of(&reading, "200"), *filed = claim_of(&reading, "90");
    ck_assert_int_eq(dated->time_origin, GSAY_TIME_CLAUSE);
    ck_assert_int_eq(dated->time.from, gsay_day_of((gsay_civil){ 2003, 1, 1 }));
    ck_assert_int_eq(dated->when.years[0], 2003);
    ck_assert_int_eq(filed->time_origin, GSAY_TIME_DATELINE);
    ck_assert_int_eq(filed->time.from, gsay_day_of((gsay_civil){ 2024, 5, 1 }));
    ck_assert_int_eq(filed->when.years[0], 0);
    close_claims(&reading);
}
END_TEST

static const struct {
    const char *text;
    const char *value;
    const char *speaker;
} cited[] = {
    { "The blast killed 24 people, officials said. It cost $3 million.", "24", "officials" },
    { "The blast killed 24 people, officials said. It cost $3 million.", "$3 million", "" },
    { "The lake lies 9 km south of Marholm, said the ministry.", "9 km", "ministry" },
    { "The ministry said the lake lies 9 km south of Marholm.", "9 km", "ministry" },
    { "The lake lies 9 km south of Marholm, said Ida Moe.", "9 km", "moe" },
    { "There were no immediate reports of damage after 9 days of rain.", "9 days", "" },
    { "Moe had the top score and added 12 points.", "12", "" },
    { "It was the top score, adding 12 points.", "12", "" },
};

START_TEST(a_verb_of_speech_names_the_speaker)
{
    struct reading reading;
    open_claims(&reading, gsay_str_of(cited[_i].text), NULL);
    assert_str(claim_of(&reading, cited[_i].value)->speaker, cited[_i].speaker);
    close_claims(&reading);
}
END_TEST

START_TEST(percentages_of_one_sentence_share_the_whole_that_is_named)
{
    struct reading reading;
    open_claims(&reading,
                GSAY_STR("She proposed raising the goal to 6 percent of output, above the current 2 percent target."),
                NULL);
    assert_str(claim_of(&reading, "6 percent")->head, "output");
    assert_str(claim_of(&reading, "2 percent")->head, "output");
    close_claims(&reading);
}
END_TEST

START_TEST(sentences_equal_but_for_the_value_have_equal_content)
{
    struct reading reading;
    open_claims(&reading, GSAY_STR("Rebels hold 40% of the valley. Rebels hold 55% of the valley."), NULL);
    const gsay_claim *one = claim_of(&reading, "40%"), *other = claim_of(&reading, "55%");
    ck_assert_uint_eq(one->content.count, other->content.count);
    ck_assert_uint_eq(one->content.count, 3);
    ck_assert_mem_eq(one->content.hashes, other->content.hashes, one->content.count * sizeof(uint32_t));
    ck_assert_uint_eq(one->others, other->others);
    close_claims(&reading);
}
END_TEST

START_TEST(a_word_said_twice_is_content_once)
{
    struct reading reading;
    open_claims(&reading,
                GSAY_STR("The crane lifted the crane basket and the basket lid over 12 boats.\n\n"
                         "The crane lifted the basket lid over 13 boats.\n"),
                NULL);
    const gsay_claim *one = claim_of(&reading, "12"), *other = claim_of(&reading, "13");
    ck_assert_uint_eq(one->content.count, 5);
    ck_assert_uint_eq(one->content.count, other->content.count);
    ck_assert_mem_eq(one->content.hashes, other->content.hashes, one->content.count * sizeof(uint32_t));
    for (uint32_t i = 1; i < one->content.count; i++)
        ck_assert_uint_lt(one->content.hashes[i - 1], one->content.hashes[i]);
    close_claims(&reading);
}
END_TEST

START_TEST(a_text_without_values_has_no_claims)
{
    struct reading reading;
    open_claims(&reading, GSAY_STR(""), NULL);
    ck_assert_uint_eq(reading.claims.count, 0);
    close_claims(&reading);
    open_claims(&reading, GSAY_STR("Anna Berg lives in Lund."), NULL);
    ck_assert_uint_eq(reading.claims.count, 0);
    close_claims(&reading);
}
END_TEST

/* A sentence without end, of words and of numbers: every walk is bounded, so this ends at once. */
START_TEST(one_endless_sentence_is_read_in_linear_work)
{
    static const char piece[] = "rebels hold 40 % of valley and ";
    enum { PIECES = 20000 };
    gsay_arena arena = { 0 };
    char      *text = GSAY_NEW(&arena, char, PIECES *(sizeof(piece) - 1));
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < PIECES; i++)
        memcpy(text + i * (sizeof(piece) - 1), piece, sizeof(piece) - 1);
    struct reading reading;
    open_claims(&reading, (gsay_str){ text, PIECES * (sizeof(piece) - 1) }, NULL);
    ck_assert_uint_eq(reading.claims.count, PIECES);
    ck_assert_uint_eq(reading.claims.items[PIECES / 2].content.count, 0);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(claims_outlive_the_mentions_that_they_were_read_from)
{
    struct reading reading;
    open_claims(&reading, GSAY_STR("\"We lost 40 boats,\" said Anna Berg, who fishes off North Holm."), NULL);
    gsay_arena_clear(&reading.arena); /* document, tokens, mentions */
    ck_assert_uint_eq(reading.claims.count, 1);
    const gsay_claim *claim = &reading.claims.items[0];
    assert_str(claim->head, "boat");
    assert_str(claim->predicate, "lose");
    assert_str(claim->speaker, "Anna Berg");
    ck_assert_uint_eq(claim->about.count, 2);
    assert_str(claim->about.items[0], "berg");
    assert_str(claim->about.items[1], "north holm");
    close_claims(&reading);
}
END_TEST

START_TEST(want_of_memory_is_an_error_at_every_allocation)
{
    struct reading reading;
    gsay_status    status = GSAY_ENOMEM;
    size_t         failures = 0;
    open_claims(&reading, GSAY_STR("Rebels control 40% of the northern valley in Holm, officials said on 4 June 2021."),
                NULL);
    for (size_t i = 1; status == GSAY_ENOMEM; i++) {
        gsay_arena  arena = { .fail_after = i };
        gsay_claims claims;
        status = gsay_claims_read(&arena, &reading.mentions, &claims, NULL);
        failures += status == GSAY_ENOMEM;
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(failures, 3);
    close_claims(&reading);
}
END_TEST

Suite *claim_suite(void)
{
    Suite *suite = suite_create("core/claim/claim");
    TCase *clauses = tcase_create("clauses");
    tcase_add_loop_test(clauses, reads_what_a_value_is_said_of, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_loop_test(clauses, reads_the_part_that_a_value_plays, 0, (int)(sizeof(parts) / sizeof(parts[0])));
    tcase_add_loop_test(clauses, reads_mood_and_polarity, 0, (int)(sizeof(moods) / sizeof(moods[0])));
    suite_add_tcase(suite, clauses);
    TCase *sentences = tcase_create("sentences");
    tcase_add_test(sentences, a_date_in_the_sentence_is_its_time_before_the_dateline);
    tcase_add_loop_test(sentences, a_verb_of_speech_names_the_speaker, 0, (int)(sizeof cited / sizeof *cited));
    tcase_add_test(sentences, percentages_of_one_sentence_share_the_whole_that_is_named);
    tcase_add_test(sentences, sentences_equal_but_for_the_value_have_equal_content);
    tcase_add_test(sentences, a_word_said_twice_is_content_once);
    suite_add_tcase(suite, sentences);
    TCase *limits = tcase_create("limits");
    tcase_add_test(limits, a_text_without_values_has_no_claims);
    tcase_add_test(limits, one_endless_sentence_is_read_in_linear_work);
    tcase_add_test(limits, claims_outlive_the_mentions_that_they_were_read_from);
    tcase_add_test(limits, want_of_memory_is_an_error_at_every_allocation);
    suite_add_tcase(suite, limits);
    return suite;
}
