/* Regional spelling: which words have two, under which norms each is right, and what only looks like one. */
#include "lexicon/regional.h"

#include "suite.h"

Suite *regional_suite(void);

/* Two spellings of one word. norms: of the first one, then of the second; 0 where it is right everywhere. */
static const struct {
    const char   *one;
    const char   *other;
    gsay_norm_set norms[2];
} pairs[] = {
#define UK     (GSAY_NORM(BRITISH) | GSAY_NORM(OXFORD))
#define US     GSAY_NORM(AMERICAN)
#define CA     GSAY_NORM(CANADIAN)
#define AU     GSAY_NORM(AUSTRALIAN)
#define NOT_US (UK | CA | AU)
    { "colour", "color", { NOT_US, US } },
    { "unfavourably", "unfavorably", { NOT_US, US } },
    { "neighbourhoods", "neighborhoods", { NOT_US, US } },
    { "harbouring", "harboring", { NOT_US, US } },
    { "organise", "organize", { GSAY_NORM(BRITISH) | AU, GSAY_NORM(OXFORD) | US | CA } },
    { "privatisation", "privatization", { GSAY_NORM(BRITISH) | AU, GSAY_NORM(OXFORD) | US | CA } },
    { "analysed", "analyzed", { UK | AU, US | CA } },
    { "centre", "center", { NOT_US, US } },
    { "theatres", "theaters", { NOT_US, US } },
    { "fibre", "fiber", { NOT_US, US } },
    { "metre", "meter", { NOT_US, 0 } },
    { "travelled", "traveled", { NOT_US, US } },
    { "counsellor", "counselor", { NOT_US, US } },
    { "fuelling", "fueling", { NOT_US, US } },
    { "defence", "defense", { NOT_US, US } },
    { "licence", "license", { NOT_US, 0 } },
    { "practise", "practice", { NOT_US, 0 } },
    { "programmes", "programs", { UK | AU, 0 } },
    { "catalogue", "catalog", { 0, US } },
    { "paediatric", "pediatric", { NOT_US, US | CA } },
    { "leukaemia", "leukemia", { NOT_US, US | CA } },
    { "tyres", "tires", { UK | AU, 0 } },
    { "fulfil", "fulfill", { NOT_US, US | CA } },
    { "instalments", "installments", { UK | AU, 0 } },
    { "whilst", "while", { NOT_US, 0 } },
};

/* Words that the letters of a class stand in, and that have one spelling. */
static const char *const plain[] = {
    "four",    "for",          "hour",     "our",        "flour",
    "course",  "pouring",      "glamour",  "filled",     "filed",
    "willing", "refiled",      "surprise", "prize",      "expertise",
    "wise",    "timber",       "enter",    "western",    "analyses",
    "sense",   "hem",          "chemist",  "academic",   "pedal",
    "fetch",   "encyclopedia", "control",  "controlled", "actor",
    "minor",   "zzour",        "",         "a",          "aluminiumaluminiumaluminiumalumini",
};

static void assert_norms(const char *word, gsay_norm_set norms, const char *key)
{
    char          room[GSAY_REGIONAL_BYTES_MAX];
    gsay_regional spelling = { .norms = 0 };
    bool          is_read = gsay_regional_read(gsay_str_of(word), room, &spelling);
    ck_assert_msg(is_read == (norms != 0) && spelling.norms == norms, "%s: %x, not %x", word, spelling.norms, norms);
    ck_assert_msg(!is_read || gsay_str_equal(spelling.key, gsay_str_of(key)), "%s: %.*s", word, GSAY_ARG(spelling.key));
}

START_TEST(knows_both_spellings)
{
    assert_norms(pairs[_i].one, pairs[_i].norms[0], pairs[_i].other);
    assert_norms(pairs[_i].other, pairs[_i].norms[1], pairs[_i].other);
}
END_TEST

START_TEST(leaves_other_words_alone)
{
    assert_norms(plain[_i], 0, "");
}
END_TEST

START_TEST(says_whose_spelling_it_is)
{
    ck_assert(gsay_str_equal(gsay_norms_name(NOT_US), GSAY_STR("British")));
    ck_assert(gsay_str_equal(gsay_norms_name(US | CA), GSAY_STR("American")));
    ck_assert_uint_eq(gsay_norms_name(0).len, 0);
}
END_TEST

Suite *regional_suite(void)
{
    Suite *suite = suite_create("core/lexicon/regional");
    TCase *tests = tcase_create("regional");
    tcase_add_loop_test(tests, knows_both_spellings, 0, sizeof pairs / sizeof *pairs);
    tcase_add_loop_test(tests, leaves_other_words_alone, 0, sizeof plain / sizeof *plain);
    tcase_add_test(tests, says_whose_spelling_it_is);
    suite_add_tcase(suite, tests);
    return suite;
}
