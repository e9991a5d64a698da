/* Acronyms: what extraction notes of them, and which pairs come out. Each row is a group of sources; its pairs are
 * printed as `Odd=long form>Main`, with `!` where the letters do not fit. */
#include "harness.h"
#include "suites.h"

#include "align/bearer.h"

#define AND " The rowers of Tarnholm and the Vesterby Glass Works were there."

struct note {
    const char *text;
    const char *acronym;
    const char *want; /* what it stands for */
};

static const struct note notes[] = {
    { "The Harbour Safety Board (HSB) met.", "HSB", "Harbour Safety Board" },
    { "They asked HSB (Harbour Safety Board) again.", "HSB", "Harbour Safety Board" },
    { "The Office of River Assets Control (ORAC) met.", "ORAC", "Office of River Assets Control" },
    { "The Union of Men (UOM) met.", "UOM", "Union of Men" },
    { "The World Anti-Slip Agency (WASA) met.", "WASA", "World Anti-Slip Agency" },
    { "The Anti-Slip Agency Board (ASAB) met.", "ASAB", "Anti-Slip Agency Board" },
    { "The Glass & Sand Works (GSW) met.", "GSW", "Glass & Sand Works" },
    { "The Harbour Safety Board (HSV) met.", "HSV", "Harbour Safety Board" },
    { "The Harbour Safety Board (HBS) met.", "HBS", "Harbour Safety Board" },
    { "The Harbour Safety Board (BSH) met.", "BSH", "" },
    { "The Harbour Safety Board (HXY) met.", "HXY", "" },
    { "They measured the mean harbour level (MHL).", "MHL", "" },
    { "The Old Harbour Safety Board (HSV) met.", "HSV", "" },
    { "They asked HSB (the board, in short) again.", "HSB", "" },
    { "They asked HSB, Harbour Safety Board, again.", "HSB", "" },
};

struct row {
    const char *texts[5]; /* NULL ends them */
    const char *want;
};

static const struct row rows[] = {
    { { "The Harbour Safety Board (HSB) met. The Harbour Security Board (HSB) left." },
      "HSB=Harbour Security Board>HSB" },
    { { "The Harbour Safety Board (HSB) met." AND, "The Harbour Security Board (HSB) left." AND },
      "HSB=Harbour Security Board>HSB" },
    { { "The Harbour Safety Board (HSB) met.", "The Harbour Security Board (HSB) left." }, "" },
    { { "The Harbour Safety Board (HSB) met. The Harbour Safety Board (HSB) left." }, "" },
    { { "The Harbour Safety Board (HSB) met. The Honest Sand Barons (HSB) left." }, "" },
    { { "The Irish Safety Board (ISB) met. The Italian Safety Board (ISB) left." }, "" },
    { { "The Harbour Defence Board (HDB) met. The Harbour Defense Board (HDB) left." }, "" },
    { { "The Harbour Safety Board (HSV) met. HSB is old." }, "HSV=Harbour Safety Board>HSB!" },
    { { "The Harbour Safety Board (HBS) met. HSB is old." }, "HBS=Harbour Safety Board>HSB!" },
    { { "The Harbour Safety Board (HSV) met." }, "" },
    { { "The Harbour Safety Advice Board (HSKB) met." },
      "HSKB=Harbour Safety Advice Board>Harbour Safety Advice Board!" },
    { { "The Harbour Safety Advice Board (HSXB) met." }, "" },
    { { "The Harbour Safety Advice Board (HSVB) met." }, "" },
    { { "The Danish Safety Advice Board (DSKB) met." }, "" },
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

START_TEST(notes_what_an_acronym_stands_for)
{
    const struct note *note = &notes[_i];
    harness            group;
    harness_open(&group);
    harness_add(&group, "a", note->text, NULL, GSAY_ROLE_PEER);
    gsay_str got = harness_record(&group, 0, note->acronym)->value.as.name.stands_for;
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(note->want)), "%s\n  found %.*s\n  not   %s", note->text,
                  GSAY_ARG(got), note->want);
    harness_close(&group);
}
END_TEST

static void print_pair(const gsay_name_pair *pair, gsay_buffer *out)
{
    ck_assert_int_eq(pair->kind, GSAY_PAIR_ACRONYM);
    gsay_buffer_add_format(out, " %.*s=%.*s>%.*s%s", GSAY_ARG(pair->odd),
                           GSAY_ARG(pair->odd_places[0]->value.as.name.stands_for), GSAY_ARG(pair->main),
                           pair->is_misfit ? "!" : "");
}

START_TEST(pairs_acronyms_that_stand_for_two_things)
{
    harness_check_pairs(rows[_i].texts, gsay_align_acronyms, print_pair, rows[_i].want);
}
END_TEST

START_TEST(every_refused_allocation_is_an_error)
{
    static const char *const texts[] = {
        "The Harbour Safety Board (HSB) met. The Harbour Security Board (HSB) left.",
        "The Harbour Safety Board (HSV) met. HSB is old. The Harbour Safety Advice Board (HSKB) met.", NULL
    };
    harness_check_memory(texts, gsay_align_acronyms);
}
END_TEST

/* Records may come from a file: their parts need not agree. */
START_TEST(takes_no_letters_for_capitals_that_are_not_shown)
{
    harness group;
    harness_open_texts(&group, (const char *const[]){ "The Harbour Safety Board (HSV) met. HSB is old.", NULL });
    for (size_t i = 0; i < group.sources[0].count; i++) {
        gsay_name *name = &group.sources[0].items[i].value.as.name;
        if (gsay_str_equal(name->shown, GSAY_STR("HSB")))
            name->shown = gsay_arena_copy(&group.arena, GSAY_STR("H"));
    }
    ck_assert_int_eq(gsay_align_acronyms(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 0);
    harness_close(&group);
}
END_TEST

START_TEST(counts_the_uses_of_one_acronym_that_are_left_out)
{
    gsay_buffer text = { 0 };
    for (size_t i = 0; i < GSAY_BEARERS_MAX + 6; i++)
        gsay_buffer_add(&text, GSAY_STR("The Harbour Safety Board (HSB) met. "));
    gsay_buffer_add_byte(&text, '\0');
    harness_check_capped((const char *const[]){ text.ptr, NULL }, gsay_align_acronyms, 6);
    gsay_buffer_clear(&text);
}
END_TEST

START_TEST(counts_the_misfits_that_are_not_looked_into)
{
    static const char *const firsts[] = { "Harbour", "Hedge", "Honey", "Horse", "Hotel", "Herring" };
    static const char *const seconds[] = { "Safety", "Salt", "Sugar", "Silver", "Song", "Skating" };
    gsay_buffer              text = { 0 };
    for (size_t i = 0; i < COUNT(firsts); i++)
        for (size_t k = 0; k < COUNT(seconds); k++)
            gsay_buffer_add_format(&text, "The %s %s Board (HSV) met. The %s %s Board (HSK) met. ", firsts[i],
                                   seconds[k], firsts[i], seconds[k]);
    gsay_buffer_add_byte(&text, '\0');
    harness_check_capped((const char *const[]){ text.ptr, NULL }, gsay_align_acronyms,
                         2 * COUNT(firsts) * COUNT(seconds) - GSAY_BEARER_LOOKS_MAX);
    gsay_buffer_clear(&text);
}
END_TEST

START_TEST(counts_a_long_form_of_too_many_words)
{
    harness group;
    harness_open_texts(&group, (const char *const[]){ "The Harbour Safety Board (HSB) met.", NULL });
    for (size_t i = 0; i < group.sources[0].count; i++) {
        gsay_name *name = &group.sources[0].items[i].value.as.name;
        if (name->stands_for.len)
            name->stands_for = GSAY_STR("Anvil Barrel Candle Dagger Engine Fiddle Garlic Hammer Island Jacket Kettle");
    }
    ck_assert_int_eq(gsay_align_acronyms(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.coverage.capped, 1);
    harness_close(&group);
}
END_TEST

Suite *acronym_suite(void)
{
    Suite *suite = suite_create("core/align/acronym");
    TCase *tcase = tcase_create("acronym");
    tcase_add_loop_test(tcase, notes_what_an_acronym_stands_for, 0, COUNT(notes));
    tcase_add_loop_test(tcase, pairs_acronyms_that_stand_for_two_things, 0, COUNT(rows));
    tcase_add_test(tcase, every_refused_allocation_is_an_error);
    tcase_add_test(tcase, takes_no_letters_for_capitals_that_are_not_shown);
    tcase_add_test(tcase, counts_the_uses_of_one_acronym_that_are_left_out);
    tcase_add_test(tcase, counts_the_misfits_that_are_not_looked_into);
    tcase_add_test(tcase, counts_a_long_form_of_too_many_words);
    suite_add_tcase(suite, tcase);
    return suite;
}
