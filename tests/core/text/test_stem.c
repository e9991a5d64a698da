/* Stems: one row or more for each step of the algorithm, and for each of its conditions. */
#include "suite.h"

#include "text/stem.h"

struct stem_row {
    const char *word, *stem;
};

static const struct stem_row stems[] = {
    /* what is no word, or too short */
    { "", "" }, { "2014", "2014" }, { "'s", "'s" }, { "as", "as" }, { "n\xC3\xA9", "n\xC3\xA9" },
    /* words of their own */
    { "skies", "sky" }, { "dying", "die" }, { "news", "news" }, { "early", "earli" },
    /* 1a */
    { "glasses", "glass" }, { "ties", "tie" }, { "cries", "cri" }, { "gaps", "gap" }, { "gas", "gas" }, { "kiwis", "kiwi" },
    { "cactus", "cactus" }, { "boss", "boss" }, { "brien's", "brien" }, { "caf\xC3\xA9s", "caf\xC3\xA9" }, { "innings", "inning" },
    /* 1b */
    { "agreed", "agre" }, { "feed", "feed" }, { "killed", "kill" }, { "bled", "bled" }, { "hoping", "hope" }, { "hopping", "hop" },
    { "luxuriating", "luxuri" }, { "troubled", "troubl" }, { "sized", "size" }, { "fizzed", "fizz" }, { "knowingly", "know" },
    { "bowed", "bow" }, { "exceeds", "exceed" },
    /* 1c */
    { "happy", "happi" }, { "say", "say" }, { "youth", "youth" }, { "enjoy", "enjoy" }, { "syzygy", "syzygi" },
    /* 2 */
    { "national", "nation" }, { "rational", "ration" }, { "relational", "relat" }, { "hesitanci", "hesit" }, { "dependably", "depend" },
    { "organization", "organ" }, { "operator", "oper" }, { "formalism", "formal" }, { "hopefulness", "hope" }, { "sensitivity", "sensit" },
    { "possibly", "possibl" }, { "analogy", "analog" }, { "pedagogical", "pedagog" }, { "carelessly", "careless" }, { "softly", "soft" },
    { "sternly", "stern" }, { "family", "famili" },
    /* 3 */
    { "triplicate", "triplic" }, { "electrical", "electr" }, { "goodness", "good" }, { "formative", "format" }, { "demonstrative", "demonstr" },
    /* 4 */
    { "replacement", "replac" }, { "adjustment", "adjust" }, { "adoption", "adopt" }, { "champion", "champion" }, { "revival", "reviv" },
    /* 5 */
    { "rate", "rate" }, { "probate", "probat" }, { "cease", "ceas" }, { "controll", "control" }, { "roll", "roll" },
    /* regions of their own, and a consonant y */
    { "generate", "generat" }, { "communities", "communiti" }, { "arsenal", "arsenal" }, { "territories", "territori" }, { "youngest", "youngest" },
};

START_TEST(words_lose_their_endings)
{
    gsay_arena arena = { 0 };
    assert_str(gsay_stem(&arena, gsay_str_of(stems[_i].word)), stems[_i].stem);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_stem_that_begins_its_word_is_a_part_of_it)
{
    gsay_arena arena = { 0 };
    gsay_str   word = GSAY_STR("lanterns");
    ck_assert_ptr_eq(gsay_stem(&arena, word).ptr, word.ptr);
    ck_assert_ptr_ne(gsay_stem(&arena, GSAY_STR("ferries")).ptr, NULL);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(forms_of_one_word_share_a_stem)
{
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR("visited"), GSAY_STR("visits")), strlen("visit"));
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR("dying"), GSAY_STR("die")), strlen("die"));
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR("hoping"), GSAY_STR("hopes")), strlen("hope"));
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR("visited"), GSAY_STR("voted")), 0);
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR("rating"), GSAY_STR("dating")), 0);
    ck_assert_uint_eq(gsay_stem_shared(GSAY_STR(""), GSAY_STR("")), 0);
}
END_TEST

START_TEST(a_word_of_any_length_has_a_stem)
{
    gsay_arena arena = { 0 };
    char       word[400];
    for (size_t len = 1; len < sizeof word; len++) {
        memset(word, "aby"[len % 3], len);
        word[len - 1] = 's';
        gsay_str stem = gsay_stem(&arena, (gsay_str){ word, len });
        ck_assert_uint_le(stem.len, len);
        ck_assert_uint_ge(stem.len + 1, len);
    }
    gsay_arena_clear(&arena);
}
END_TEST

Suite *stem_suite(void);

Suite *stem_suite(void)
{
    Suite *suite = suite_create("core/text/stem");
    TCase *tcase = tcase_create("stem");
    tcase_add_loop_test(tcase, words_lose_their_endings, 0, (int)(sizeof(stems) / sizeof(stems[0])));
    tcase_add_test(tcase, a_stem_that_begins_its_word_is_a_part_of_it);
    tcase_add_test(tcase, forms_of_one_word_share_a_stem);
    tcase_add_test(tcase, a_word_of_any_length_has_a_stem);
    suite_add_tcase(suite, tcase);
    return suite;
}
