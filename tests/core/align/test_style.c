/* Terms and romanisations: which pairs come out, and what is said of them. Each row is a group of sources; its pairs
 * are printed as `kind: Odd>Main`, with `=` where both are one word and `+` where a sentence has both. */
#include "harness.h"
#include "suites.h"

struct row {
    const char *texts[4]; /* NULL ends them */
    const char *want;
};

static const struct row terms[] = {
    /* The norm of the group, with a word in common and without. */
    { { "A grey hull. Some grey oars. One gray sail." }, "regional: gray>grey=" },
    { { "A grey hull by the centre.", "One gray sail." }, "regional: gray>grey=" },
    { { "A new harbour by the centre.", "One gray sail." }, "regional: gray>centre" },
    { { "A grey hull to organize.", "The centre is coloured." }, "" },
    { { "A grey hull to organize.", "They modernise the harbour." }, "regional: organize>modernise" },
    /* Canada has both spellings of some words, but no text of one mind. */
    { { "An orthopaedic clinic. An orthopaedic chair. An orthopedic shoe." }, "regional: orthopedic>orthopaedic=" },
    /* More places do not make what departs from the norm right. */
    { { "A grey harbour, a coloured plough and a centre.", "A gray day. A gray sea. One gray sail." },
      "regional: gray>grey=" },
    { { "Some write grey, some write gray. A grey hull." }, "regional: gray>grey=+" },
    /* Ways to write a word or sign. */
    { { "An old website. A new website.", "A third web site." }, "term: web site>website" },
    { { "An old website. A web site. A web-site. A new website." }, "term: web site>website term: web-site>website" },
    { { "The U.S. paid. The U.S. left.", "The US slept." }, "term: US>U.S." },
    { { "It fell 5%, then 6%, then 7 percent." }, "term: percent>%" },
    { { "Article Seven holds. See Article 7. Read Article 7." }, "term: Article Seven>Article 7" },
    { { "An old website.", "A new website." }, "" },
    /* Places. */
    { { "They left Kyiv. They reached Kyiv. They saw Kiev." }, "romanised: Kiev>Kyiv" },
    { { "They left Kyiv, which was Kiev. They reached Kyiv." }, "romanised: Kiev>Kyiv+" },
    { { "" }, "" },
};

#define FEE "Later Brezovsky paid the fee in Accra. Nobody followed Brezovsky home."

static const struct row names[] = {
    { { "We met Anton Brezovsky. " FEE " In the end Anton Brezovskiy wept." }, "romanised: Brezovskiy>Brezovsky" },
    { { "We met Anton Zakharov. In the end Anton Zaharov wept." }, "romanised: Zakharov>Zaharov" },
    { { "We met Anton Brezovsky. " FEE " In the end Maria Brezovskiy wept." }, "" },
    { { "We met Anton Brezovsky. " FEE " In the end Anton Brezofsky wept." }, "" },
    { { "We met Peter Heffner. In the end Peter Hefner wept." }, "" },
    { { "We met Robin Halloran. In the end Robyn Halloran wept." }, "" },
    { { "Nothing here has a name." }, "" },
};

static void print_pair(const gsay_name_pair *pair, gsay_buffer *out)
{
    static const char *const kinds[GSAY_PAIR_KIND_COUNT] = {
#define KIND_NAME(name, text) text,
        GSAY_PAIR_KINDS(KIND_NAME)
#undef KIND_NAME
    };
    gsay_buffer_add_format(out, " %s: %.*s>%.*s%s%s", kinds[pair->kind], GSAY_ARG(pair->odd), GSAY_ARG(pair->main),
                           pair->kind == GSAY_PAIR_REGIONAL && pair->is_derived ? "=" : "", pair->meets ? "+" : "");
}

START_TEST(pairs_ways_to_write_a_term)
{
    harness_check_pairs(terms[_i].texts, gsay_align_terms, print_pair, terms[_i].want);
}
END_TEST

START_TEST(pairs_romanisations)
{
    harness_check_pairs(names[_i].texts, gsay_align_romanised, print_pair, names[_i].want);
}
END_TEST

START_TEST(fills_every_field)
{
    static const char *const texts[] = { "A grey hull.", "Some grey oars in the harbour.\nOne gray sail.", NULL };
    harness                  group;
    harness_open_texts(&group, texts);
    group.alignment.settings.pairs = GSAY_PAIR(REGIONAL);
    ck_assert_int_eq(gsay_align_terms(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 1);
    const gsay_name_pair *pair = &group.alignment.names[0];
    assert_str(pair->key, "regional: gray");
    assert_str(pair->odd_style, "American");
    assert_str(pair->main_style, "British");
    ck_assert_uint_eq(pair->odd_count, 1);
    ck_assert_uint_eq(pair->main_count, 2);
    ck_assert_uint_eq(pair->source_count, 2);
    assert_str(pair->odd_places[0]->place.source, "1");
    assert_str(pair->odd_places[0]->place.text, "gray");
    ck_assert_uint_eq(pair->odd_places[0]->place.line, 2);
    ck_assert_uint_eq(pair->odd_places[0]->place.column, 5);
    harness_close(&group);
}
END_TEST

START_TEST(gives_nothing_that_nobody_asked_for)
{
    static const char *const texts[] = { "A grey hull. One gray sail. A website, a web site. They left Kyiv and Kiev.",
                                         NULL };
    harness                  group;
    harness_open_texts(&group, texts);
    group.alignment.settings.pairs = GSAY_PAIR(SPELLING);
    ck_assert_int_eq(gsay_align_terms(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_align_romanised(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 0);
    harness_close(&group);
}
END_TEST

/* One slip is one finding: what the rules of spelling see is theirs, where there are any. */
START_TEST(leaves_spellings_to_those_who_see_them)
{
    static const char *const texts[] = { "We met Anton Brezovsky. " FEE " In the end Anton Brezovskiy wept.", NULL };
    for (int turn = 0; turn < 2; turn++) {
        harness group;
        harness_open_texts(&group, texts);
        group.alignment.settings.pairs = GSAY_PAIRS_OF_STYLE | (turn ? GSAY_PAIR(SPELLING) : 0);
        ck_assert_int_eq(gsay_align_names(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
        ck_assert_uint_eq(group.alignment.name_count, 1);
        ck_assert_int_eq(gsay_align_romanised(&group.arena, group.sources, group.count, &group.alignment, NULL),
                         GSAY_OK);
        ck_assert_uint_eq(group.alignment.name_count, turn ? 1 : 2);
        harness_close(&group);
    }
}
END_TEST

START_TEST(every_refused_allocation_is_an_error)
{
    harness_check_memory(terms[_i].texts, gsay_align_terms);
    harness_check_memory(names[_i].texts, gsay_align_romanised);
}
END_TEST

Suite *style_suite(void)
{
    Suite *suite = suite_create("core/align/style");
    TCase *tests = tcase_create("style");
    tcase_add_loop_test(tests, pairs_ways_to_write_a_term, 0, sizeof terms / sizeof *terms);
    tcase_add_loop_test(tests, pairs_romanisations, 0, sizeof names / sizeof *names);
    tcase_add_test(tests, fills_every_field);
    tcase_add_test(tests, gives_nothing_that_nobody_asked_for);
    tcase_add_test(tests, leaves_spellings_to_those_who_see_them);
    tcase_add_loop_test(tests, every_refused_allocation_is_an_error, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
