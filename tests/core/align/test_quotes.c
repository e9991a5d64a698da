/* Versions of one quotation: what is one, and what departs how. Each row is two wordings or three; the sets are printed
 * as the changes of their other versions, `same`, `hesitation`, `omitted -lost +found`, `replaced -lost +found`, and
 * `~` before another speaker's. */
#include "harness.h"
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

struct row {
    const char *texts[4];
    const char *want;
};

#define SAID ",” Ruth Adeyemi said."
#define MAIN "“We want a free harbour and we will pay for it with our own hands" SAID

static const struct row rows[] = {
    /* What agrees. */
    { { MAIN, MAIN }, "" },
    { { MAIN, "\"We want a free harbor, and we will pay for it with our own hands,\" Ruth Adeyemi said." }, "same" },
    { { MAIN, "“We want a free harbour. And we will pay for it, with our own hands!” Ruth Adeyemi said." }, "" },
    { { MAIN, "“We want a free harbour and we will pay for it" SAID }, "same" },
    { { MAIN, "Ruth Adeyemi said that “a free harbour and we will pay for it with our own hands” were hers." },
      "same" },
    { { MAIN, "“We want a free harbour … and we will pay for it … our own hands" SAID }, "same" },
    { { MAIN, "“We want a free harbour and [the town] will pay for it with our own hands" SAID }, "same" },
    { { MAIN, "“We want a free harbour and we'll pay for it with our own hands" SAID }, "same" },
    { { "“The eleven boats took twenty per cent of our fish in one night" SAID,
        "“The 11 boats took 20% of our fish in one night" SAID },
      "same" },
    { { "“Our post-war harbour has fed this town for years" SAID,
        "“Our postwar harbour has fed this town for years" SAID },
      "same" },
    { { "“We can't wait for a harbour and we cannot pay for one, so we're leaving" SAID,
        "“We cannot wait for a harbour and we can not pay for one, so we are leaving" SAID },
      "same" },
    { { "“I know he's here and that it's late, and there's nobody who has seen the mayor's boat" SAID,
        "“I know he is here and that it is late, and there ’ s nobody who's seen the mayor's boat" SAID },
      "same" },
    { { "“We all did honour what we had, favour what we won, harbour what we lost" SAID,
        "“We all did honor what we had, favor what we won, harbor what we lost" SAID },
      "same" },
    /* A hesitation. */
    { { MAIN, "“We want a free harbour and, uh, we will, you know, pay for it with our own hands" SAID },
      "hesitation - +uh … you know" },
    /* Words left out or added. */
    { { MAIN, MAIN, "“We want a free harbour and we will pay for it with our hands" SAID }, "omitted -own +" },
    { { "“We want, like you, a free harbour and a fair price for our fish" SAID,
        "“We want, like you, a free harbour and a fair price for our fish" SAID,
        "“We want a free harbour and a fair price for our fish" SAID },
      "omitted -like you +" },
    /* Words replaced, denied, moved. */
    { { MAIN, MAIN, "“We want a free harbour and we will fight for it with our own hands" SAID },
      "replaced -pay +fight" },
    { { MAIN, MAIN, "“We want a free harbour and we will not pay for it with our own hands" SAID }, "replaced - +not" },
    { { "“We lost a lot of boat builders and net makers in this town" SAID,
        "“We lost a lot of boat builders and net makers in this town" SAID,
        "“We lost a lot of net makers and boat builders in this town" SAID },
      "replaced -and net makers +net makers and" },
    { { MAIN, MAIN, "“We need a free harbour and we will pay for it with our own hands" SAID },
      "replaced -want +need" },
    { { MAIN, MAIN, "“We want a free harbour and we will pay for it with our own boats" SAID },
      "replaced -hands +boats" },
    { { MAIN, "“We want a free harbour and we will pay for it with our own new hands and a loan next year" SAID },
      "omitted - +new" },
    { { "“We will not sell the old harbour to anyone who asks for a stranger price" SAID,
        "“We will not sell the old harbour to anyone who asks for a better price tomorrow morning" SAID },
      "replaced -stranger +better" },
    { { "“We will not sell the old harbour to anyone who asks for the" SAID,
        "“We will not sell the old harbour to anyone who asks and takes the boats of others" SAID },
      "same" },
    /* Not one quotation. */
    { { MAIN, "“Nobody ever asked us whether we wanted all those cranes in our bay" SAID }, "" },
    { { "“We will pay for it" SAID, "“We will not pay for it" SAID }, "" },
    { { "“Never before in the history of the port of Accra did so many leave us" SAID,
        "“It was the best day in the history of the port of Accra and everyone danced" SAID },
      "" },
    /* Another speaker. */
    { { MAIN, "“We want a free harbour and we will fight for it with our own hands,” Tomas Novak said." },
      "~replaced -pay +fight" },
    { { MAIN, "“We want a free harbour and we will fight for it with our own hands,” said the mayor." },
      "replaced -pay +fight" },
    { { "" }, "" },
};

/* Open a group of texts that NULL ends, as sources "0", "1", … */
static void open_group(harness *group, const char *const *texts)
{
    static const char *const names[HARNESS_SOURCES_MAX] = { "0", "1", "2", "3", "4", "5", "6", "7" };
    harness_open(group);
    for (size_t i = 0; texts[i]; i++)
        harness_add(group, names[i], texts[i], NULL, GSAY_ROLE_PEER);
}

static void print_sets(const gsay_alignment *alignment, gsay_buffer *out)
{
    static const char *const changes[] = { "same", "hesitation", "omitted", "replaced" };
    for (size_t i = 0; i < alignment->quote_count; i++) {
        if (alignment->quotes[i].count == 1)
            gsay_buffer_add_format(out, "%ssame", out->len ? "; " : "");
        for (size_t j = 1; j < alignment->quotes[i].count; j++) {
            const gsay_quote_version *version = &alignment->quotes[i].versions[j];
            gsay_buffer_add_format(out, "%s%s%s", out->len ? "; " : "", version->same_speaker ? "" : "~",
                                   changes[version->change]);
            if (version->change != GSAY_QUOTE_SAME)
                gsay_buffer_add_format(out, " -%.*s +%.*s", GSAY_ARG(version->lost), GSAY_ARG(version->found));
        }
    }
}

START_TEST(tells_versions_apart)
{
    const struct row *row = &rows[_i];
    harness           group;
    gsay_buffer       out = { 0 };
    open_group(&group, row->texts);
    ck_assert_int_eq(gsay_align_quotes(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    print_sets(&group.alignment, &out);
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n%s\n  found %.*s\n  not   %s", row->texts[0],
                  row->texts[1] ? row->texts[1] : "", GSAY_ARG(got), row->want);
    gsay_buffer_clear(&out);
    harness_close(&group);
}
END_TEST

START_TEST(versions_that_agree_count_together)
{
    static const char *const texts[] = {
        "“We will keep the two old boats in the harbour until June, as we said in May" SAID,
        "“We will keep the six old boats in the harbour until June, as we said in May" SAID,
        "“We will keep the six old boats in the harbour until June" SAID,
        "“old boats in the harbour until June, as we said in May" SAID,
        NULL,
    };
    harness group;
    open_group(&group, texts);
    ck_assert_int_eq(gsay_align_quotes(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.quote_count, 1);
    const gsay_quote_set *set = &group.alignment.quotes[0];
    ck_assert_uint_eq(set->count, 2);
    /* The last one agrees with both; it belongs to the one with more places. */
    ck_assert_uint_eq(set->versions[0].count, 3);
    assert_str(set->versions[0].places[0]->place.source, "1");
    assert_str(set->versions[0].places[2]->place.source, "3");
    ck_assert_uint_eq(set->versions[1].count, 1);
    assert_str(set->versions[1].lost, "six");
    assert_str(set->versions[1].found, "two");
    harness_close(&group);
}
END_TEST

START_TEST(most_places_make_the_main_version)
{
    static const char *const texts[] = { "“We want a free harbour and we will fight for it with our own hands" SAID,
                                         MAIN, MAIN, NULL };
    harness                  group;
    open_group(&group, texts);
    ck_assert_int_eq(gsay_align_quotes(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.quote_count, 1);
    const gsay_quote_set *set = &group.alignment.quotes[0];
    assert_str(set->key, "we want a free harbour and we will");
    ck_assert_uint_eq(set->count, 2);
    ck_assert_uint_eq(set->versions[0].count, 2);
    assert_str(set->versions[0].places[0]->place.source, "1");
    assert_str(set->versions[1].places[0]->place.source, "0");
    assert_str(set->versions[1].lost, "pay");
    harness_close(&group);
}
END_TEST

/* A long speech by one source and a second one that changed one word far inside. */
START_TEST(finds_a_change_in_a_long_quotation)
{
    char   *texts[3] = { malloc(20000), malloc(20000), NULL };
    harness group;
    for (int side = 0; side < 2; side++) {
        size_t len = (size_t)snprintf(texts[side], 20000, "“We begin");
        for (int i = 0; i < 900; i++)
            len += (size_t)snprintf(texts[side] + len, 20000 - len, " word%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
                                    side && i == 100 ? 'q' : 'z');
        snprintf(texts[side] + len, 20000 - len, SAID);
    }
    open_group(&group, (const char *const *)texts);
    ck_assert_int_eq(gsay_align_quotes(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.quote_count, 1);
    ck_assert_int_eq(group.alignment.quotes[0].versions[1].change, GSAY_QUOTE_REPLACED);
    harness_close(&group);
    free(texts[0]);
    free(texts[1]);
}
END_TEST

/* Who says the same words: "main / other", "" where that is no matter. */
static const struct row speaker_rows[] = {
    { { "“Nobody leaves us,” said Ruth Adeyemi.", "“Nobody leaves us,” said Tomas Novak." }, "" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said Tomas Novak." },
      "Ruth Adeyemi / Tomas Novak" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said Tomas Novak.",
        "Novak said: “Nobody leaves this town.”" },
      "Tomas Novak / Ruth Adeyemi" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said Ms Adeyemi." }, "" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said the mayor." }, "" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said Ruth Adeyami." }, "" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.",
        "“Nobody leaves this town,” said Tomas Novak, whom Ruth Adeyemi had told so." },
      "" },
    { { "“Nobody leaves this town,” said Ruth Adeyemi.", "“Nobody leaves this town,” said Tomas Novak.",
        "“Nobody leaves this town,” said Ines Falk." },
      "" },
    { { "He wants it “as soon as possible,” said Ruth Adeyemi.", "It comes “as soon as possible,” said Tomas Novak." },
      "" },
    { { MAIN, MAIN, "“We want a free harbour and we will pay for it with our own hands,” Tomas Novak said." },
      "Ruth Adeyemi / Tomas Novak" },
    { { MAIN, "“We want a free harbour and we will pay for it,” Tomas Novak said." }, "Ruth Adeyemi / Tomas Novak" },
    { { MAIN, "“We want a free harbour and we will fight for it with our own hands,” Tomas Novak said." }, "" },
};

START_TEST(finds_words_given_to_two_persons)
{
    const struct row *row = &speaker_rows[_i];
    harness           group;
    gsay_buffer       out = { 0 };
    open_group(&group, row->texts);
    ck_assert_int_eq(gsay_align_quotes(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    for (size_t i = 0; i < group.alignment.quote_count; i++)
        for (size_t j = 0; j < group.alignment.quotes[i].speaker_count; j++)
            gsay_buffer_add_format(
                &out, "%s%.*s", out.len ? " / " : "",
                GSAY_ARG(group.alignment.quotes[i].speakers[j].places[0]->value.as.quote.speaker));
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n%s\n  found %.*s\n  not   %s", row->texts[0],
                  row->texts[1], GSAY_ARG(got), row->want);
    gsay_buffer_clear(&out);
    harness_close(&group);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    static const char *const texts[] = { MAIN,
                                         "“We want a free harbour and we will fight for it with our own hands" SAID,
                                         "“Nobody leaves this town,” said Ruth Adeyemi.",
                                         "“Nobody leaves this town,” said Tomas Novak.",
                                         NULL };
    harness                  group;
    gsay_status              status = GSAY_ENOMEM;
    open_group(&group, texts);
    for (size_t n = 1; status != GSAY_OK; n++) {
        gsay_arena     arena = { .fail_after = n };
        gsay_alignment alignment = { 0 };
        status = gsay_align_quotes(&arena, group.sources, group.count, &alignment, NULL);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && alignment.quote_count == 0));
        gsay_arena_clear(&arena);
        ck_assert_uint_lt(n, 1000);
    }
    harness_close(&group);
}
END_TEST

Suite *quotes_suite(void)
{
    Suite *suite = suite_create("core/align/quotes");
    TCase *tests = tcase_create("quotations");
    tcase_add_loop_test(tests, tells_versions_apart, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, versions_that_agree_count_together);
    tcase_add_test(tests, most_places_make_the_main_version);
    tcase_add_test(tests, finds_a_change_in_a_long_quotation);
    tcase_add_loop_test(tests, finds_words_given_to_two_persons, 0, sizeof speaker_rows / sizeof *speaker_rows);
    tcase_add_test(tests, fails_cleanly_without_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
