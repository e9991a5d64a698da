/* Acronyms: what extraction notes of them, and which pairs come out. Each row is a group of sources; its pairs are
 * printed as `Odd=long form>Main`, with `!` where the letters do not fit. */
#include "harness.h"
#include "suites.h"

#include "base/buffer.h"

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
    const char *texts[4];
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

START_TEST(pairs_acronyms_that_stand_for_two_things)
{
    const struct row *row = &rows[_i];
    harness           group;
    gsay_buffer       out = { 0 };
    harness_open(&group);
    for (size_t i = 0; row->texts[i]; i++)
        harness_add(&group, i ? "b" : "a", row->texts[i], NULL, GSAY_ROLE_PEER);
    ck_assert_int_eq(gsay_align_acronyms(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    for (size_t i = 0; i < group.alignment.name_count; i++) {
        const gsay_name_pair *pair = &group.alignment.names[i];
        ck_assert_int_eq(pair->kind, GSAY_PAIR_ACRONYM);
        gsay_buffer_add_format(&out, "%s%.*s=%.*s>%.*s%s", out.len ? " " : "", GSAY_ARG(pair->odd),
                               GSAY_ARG(pair->odd_places[0]->value.as.name.stands_for), GSAY_ARG(pair->main),
                               pair->is_misfit ? "!" : "");
    }
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->texts[0],
                  GSAY_ARG(got), row->want);
    gsay_buffer_clear(&out);
    harness_close(&group);
}
END_TEST

START_TEST(every_refused_allocation_is_an_error)
{
    bool is_fine = false;
    for (size_t after = 1; after < 200 && !is_fine; after++) {
        harness group;
        harness_open(&group);
        harness_add(&group, "a", rows[0].texts[0], NULL, GSAY_ROLE_PEER);
        harness_add(&group, "b", rows[7].texts[0], NULL, GSAY_ROLE_PEER);
        gsay_arena arena = { .fail_after = after };
        gsay_error err = { 0 };
        is_fine = gsay_align_acronyms(&arena, group.sources, group.count, &group.alignment, &err) == GSAY_OK;
        ck_assert(is_fine || err.status == GSAY_ENOMEM);
        gsay_arena_clear(&arena);
        harness_close(&group);
    }
    ck_assert(is_fine);
}
END_TEST

Suite *acronym_suite(void)
{
    Suite *suite = suite_create("core/align/acronym");
    TCase *tcase = tcase_create("acronym");
    tcase_add_loop_test(tcase, notes_what_an_acronym_stands_for, 0, COUNT(notes));
    tcase_add_loop_test(tcase, pairs_acronyms_that_stand_for_two_things, 0, COUNT(rows));
    tcase_add_test(tcase, every_refused_allocation_is_an_error);
    suite_add_tcase(suite, tcase);
    return suite;
}
