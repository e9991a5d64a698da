/* Short forms of given names. */
#include "lexicon/lexicon.h"

#include "suite.h"

Suite *given_names_suite(void);

static const struct {
    const char *a, *b;
    bool        is_same;
} PAIRS[] = {
    { "peter", "pete", true },
    { "william", "bill", true },
    { "bill", "will", true },
    { "liz", "elizabeth", true },
    { "bob", "robert", true },
    { "steven", "stephen", true },
    { "al", "albert", true },
    { "al", "alan", true },
    { "albert", "alan", false },
    { "peter", "paul", false },
    { "john", "james", false },
    { "tim", "tom", false },
    { "vladimir", "volodymyr", false },
    { "xyzzy", "xyzzy", true },
    { "xyzzy", "peter", false },
    { "", "peter", false },
    { "", "", true },
    { "pet", "pete", false },
    { "peter pete", "peter", false },
};

START_TEST(short_forms_meet_their_names)
{
    gsay_str a = gsay_str_of(PAIRS[_i].a);
    gsay_str b = gsay_str_of(PAIRS[_i].b);
    ck_assert_msg(gsay_given_name_same(a, b) == PAIRS[_i].is_same, "\"%s\" and \"%s\"", PAIRS[_i].a, PAIRS[_i].b);
    ck_assert(gsay_given_name_same(b, a) == PAIRS[_i].is_same);
}
END_TEST

Suite *given_names_suite(void)
{
    Suite *suite = suite_create("core/lexicon/given_names");
    TCase *table = tcase_create("given_names");
    tcase_add_loop_test(table, short_forms_meet_their_names, 0, sizeof PAIRS / sizeof *PAIRS);
    suite_add_tcase(suite, table);
    return suite;
}
