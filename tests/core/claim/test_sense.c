/* The table of senses is sorted, and the two spellings of English meet in one form. */
#include <check.h>

#include "claim/sense.h"
#include "suites.h"

START_TEST(the_table_rises_by_stem)
{
    for (size_t i = 1; i < gsay_sense_count; i++)
        ck_assert_msg(strcmp(gsay_sense_rows[i - 1].stem, gsay_sense_rows[i].stem) < 0, "%s is out of order",
                      gsay_sense_rows[i].stem);
}
END_TEST

START_TEST(every_row_is_found_and_a_name_leads_to_itself)
{
    for (size_t i = 0; i < gsay_sense_count; i++) {
        ck_assert_ptr_eq(gsay_sense_find(gsay_str_of(gsay_sense_rows[i].stem)), &gsay_sense_rows[i]);
        ck_assert_uint_ne(gsay_sense_rows[i].senses, 0);
    }
    ck_assert_ptr_null(gsay_sense_find(GSAY_STR("")));
    ck_assert_ptr_null(gsay_sense_find(GSAY_STR("zzz")));
    ck_assert_ptr_null(gsay_sense_find(GSAY_STR("apprehends")));
    ck_assert_ptr_null(gsay_sense_find(GSAY_STR("apprehendapprehendapprehend")));
}
END_TEST

static const char *const spellings[][2] = {
    { "defence", "defense" }, { "colour", "color" },       { "organise", "organize" },  { "organised", "organized" },
    { "analyse", "analyze" }, { "centre", "center" },      { "travelled", "traveled" }, { "programme", "program" },
    { "dialogue", "dialog" }, { "favourite", "favorite" }, { "labour", "labor" },       { "licence", "license" },
};

START_TEST(regional_spellings_share_a_stem)
{
    gsay_arena arena = { 0 };
    gsay_str   one = gsay_claim_stem(&arena, gsay_str_of(spellings[_i][0]));
    gsay_str   other = gsay_claim_stem(&arena, gsay_str_of(spellings[_i][1]));
    ck_assert_msg(gsay_str_equal(one, other), "%.*s is not %.*s", GSAY_ARG(one), GSAY_ARG(other));
    gsay_arena_clear(&arena);
}
END_TEST

static const char *const nouns[][2] = {
    { "territories", "territory" }, { "people", "people" }, { "losses", "loss" }, { "boxes", "box" },
    { "churches", "church" },       { "crisis", "crisis" }, { "ships", "ship" },  { "defence", "defense" },
    { "theatre", "theater" },       { "bus", "bus" },
};

START_TEST(nouns_lose_a_regular_plural)
{
    gsay_arena arena = { 0 };
    assert_str(gsay_claim_singular(&arena, gsay_str_of(nouns[_i][0])), nouns[_i][1]);
    gsay_arena_clear(&arena);
}
END_TEST

Suite *sense_suite(void)
{
    Suite *suite = suite_create("core/claim/sense");
    TCase *words = tcase_create("words");
    tcase_add_test(words, the_table_rises_by_stem);
    tcase_add_test(words, every_row_is_found_and_a_name_leads_to_itself);
    tcase_add_loop_test(words, regional_spellings_share_a_stem, 0, (int)(sizeof(spellings) / sizeof(spellings[0])));
    tcase_add_loop_test(words, nouns_lose_a_regular_plural, 0, (int)(sizeof(nouns) / sizeof(nouns[0])));
    suite_add_tcase(suite, words);
    return suite;
}
