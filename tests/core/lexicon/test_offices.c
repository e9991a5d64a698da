/* Titles: which are read, which name one office, which exclude each other. */
#include "lexicon/offices.h"

#include "suite.h"

Suite *offices_suite(void);

static const struct {
    const char *a, *b;
    bool        is_same, is_contradiction;
} PAIRS[] = {
    { "defence secretary", "secretary of defense", true, false },
    { "us defence secretary", "defence minister", true, false },
    { "finance minister", "defence minister", false, true },
    { "finance minister", "interior and justice minister", false, true },
    { "interior minister", "interior and justice minister", false, false },
    { "finance minister", "economy minister", false, false },
    { "minister", "finance minister", false, false },
    { "prime minister", "premier", true, false },
    { "prime minister", "president", false, true },
    { "prime minister", "foreign minister", false, false },
    { "president", "foreign minister", false, true },
    { "president", "secretary", false, false },
    { "governor", "gov", true, false },
    { "sen", "rep", false, true },
    { "senator", "foreign minister", false, false },
    { "senator", "president", false, false },
    { "sgt", "sergeant", true, false },
    { "sgt", "lt", false, true },
    { "lt", "lt col", false, false },
    { "lt col", "maj", false, true },
    { "col", "finance minister", false, false },
    { "ceo", "chief executive", true, false },
    { "ceo", "president", false, false },
    { "police chief", "finnish police chief", true, false },
};

START_TEST(tells_offices_apart)
{
    gsay_office a = { 0 };
    gsay_office b = { 0 };
    ck_assert(gsay_office_read(gsay_str_of(PAIRS[_i].a), &a));
    ck_assert(gsay_office_read(gsay_str_of(PAIRS[_i].b), &b));
    ck_assert_msg(gsay_office_same(&a, &b) == PAIRS[_i].is_same, "%s, %s", PAIRS[_i].a, PAIRS[_i].b);
    ck_assert_msg(gsay_offices_contradict(&a, &b) == PAIRS[_i].is_contradiction, "%s, %s", PAIRS[_i].a, PAIRS[_i].b);
    ck_assert(gsay_offices_contradict(&a, &b) == gsay_offices_contradict(&b, &a));
}
END_TEST

START_TEST(leaves_titles_with_unknown_words_alone)
{
    static const char *const titles[] = { "former president",
                                          "acting mayor",
                                          "deputy finance minister",
                                          "vice president",
                                          "president-elect",
                                          "shadow health secretary",
                                          "state senator",
                                          "mr",
                                          "of",
                                          "finnish",
                                          "prime",
                                          "" };
    gsay_office              office = { .sole = 99 };
    ck_assert_msg(!gsay_office_read(gsay_str_of(titles[_i]), &office), "%s", titles[_i]);
    ck_assert_uint_eq(office.sole, 99);
}
END_TEST

START_TEST(knows_which_offices_one_person_holds)
{
    static const struct {
        const char *title;
        bool        is_sole;
    } titles[] = { { "president", true },       { "mayor", true },    { "finance minister", true },
                   { "minister", false },       { "senator", false }, { "sgt", false },
                   { "general manager", true }, { "gov", true },      { "secretary of state", true } };
    gsay_office office = { 0 };
    ck_assert(gsay_office_read(gsay_str_of(titles[_i].title), &office));
    ck_assert_msg(gsay_office_is_sole(&office) == titles[_i].is_sole, "%s", titles[_i].title);
}
END_TEST

START_TEST(keeps_the_land)
{
    gsay_office office = { 0 };
    ck_assert(gsay_office_read(GSAY_STR("polish finance minister"), &office));
    ck_assert(gsay_str_equal(office.land, GSAY_STR("polish")));
    ck_assert(gsay_office_is_department(GSAY_STR("finance")));
    ck_assert(!gsay_office_is_department(GSAY_STR("minister")));
    ck_assert(!gsay_office_is_department(GSAY_STR("")));
}
END_TEST

Suite *offices_suite(void)
{
    Suite *suite = suite_create("core/lexicon/offices");
    TCase *tcase = tcase_create("offices");
    tcase_add_loop_test(tcase, tells_offices_apart, 0, sizeof PAIRS / sizeof *PAIRS);
    tcase_add_loop_test(tcase, leaves_titles_with_unknown_words_alone, 0, 12);
    tcase_add_loop_test(tcase, knows_which_offices_one_person_holds, 0, 9);
    tcase_add_test(tcase, keeps_the_land);
    suite_add_tcase(suite, tcase);
    return suite;
}
