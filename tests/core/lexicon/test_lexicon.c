/* Looking words up: unknown ones, odd ones, entries of several words. */
#include "lexicon/lexicon.h"

#include "suite.h"

Suite *lexicon_suite(void);

#define WORDS_MAX 8

/* Split text at single spaces. Returns the number of words. */
static size_t split(const char *text, gsay_str words[WORDS_MAX])
{
    size_t count = 0;
    while (*text && count < WORDS_MAX) {
        size_t len = strcspn(text, " ");
        words[count++] = (gsay_str){ text, len };
        text += len + (text[len] == ' ');
    }
    return count;
}

static const char *const SINGULARS[][2] = {
    { "women", "woman" }, { "feet", "foot" }, { "crises", "crisis" }, { "wounded", "" }, { "people", "" },
};

START_TEST(an_irregular_plural_knows_its_singular)
{
    gsay_lexeme found = gsay_lexicon_find(gsay_str_of(SINGULARS[_i][0]));
    ck_assert(found.classes & GSAY_WORD(PLURAL));
    ck_assert(gsay_str_equal(gsay_singular_of(found.index), gsay_str_of(SINGULARS[_i][1])));
}
END_TEST

START_TEST(a_word_of_no_irregular_plural_has_no_singular)
{
    ck_assert(!(gsay_lexicon_find(GSAY_STR("boats")).classes & GSAY_WORD(PLURAL)));
    ck_assert_uint_eq(gsay_singular_of(UINT8_MAX).len, 0);
}
END_TEST

static const char *const PLURALS[][2] = {
    { "boat", "boats" },
    { "man", "men" },
    { "fire-engine", "fire-engines" },
    { "country", "countries" },
    { "day", "days" },
    { "box", "boxes" },
    { "church", "churches" },
    { "police officer", "police officers" },
    { "aircraft", "aircraft" },
    { "rescue woman", "rescue women" },
    { "y", "ys" },
};

START_TEST(a_noun_is_shown_in_the_plural)
{
    gsay_buffer buffer = { 0 };
    gsay_plural_add(&buffer, gsay_str_of(PLURALS[_i][0]));
    ck_assert(gsay_str_equal(gsay_buffer_view(&buffer), gsay_str_of(PLURALS[_i][1])));
    gsay_buffer_clear(&buffer);
}
END_TEST

static const char *const UNKNOWN[] = {
    "",
    " ",
    "qzxv",
    "the ",
    " the",
    "THE",
    "thé",
    "\xff\xfe",
    "kilometre kilometre",
    "1234",
    "square",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
};

START_TEST(unknown_words_are_nothing)
{
    gsay_lexeme found = gsay_lexicon_find(gsay_str_of(UNKNOWN[_i]));
    ck_assert(!(found.classes & ~(GSAY_WORD(PHRASE) | GSAY_WORD(UNIT_FIRST) | GSAY_WORD(COMMON) | GSAY_WORD(VERB) |
                                  GSAY_WORD(STREET))));
    ck_assert_ptr_null(found.unit);
    ck_assert_ptr_null(found.currency);
}
END_TEST

START_TEST(a_null_slice_is_nothing)
{
    ck_assert(gsay_lexicon_find((gsay_str){ NULL, 0 }).classes == 0);
    ck_assert_ptr_null(gsay_unit_of_symbol((gsay_str){ NULL, 0 }));
}
END_TEST

static const struct {
    const char       *text;
    size_t            used;
    gsay_word_classes classes;
} LONGEST[] = {
    { "square kilometres of farmland", 2, GSAY_WORD(UNIT) },
    { "square dance", 1, GSAY_WORD(COMMON) },
    { "miles per hour in the rain", 3, GSAY_WORD(UNIT) },
    { "miles per week", 1, GSAY_WORD(UNIT) },
    { "more than ten", 2, GSAY_WORD(HEDGE) },
    { "at least", 2, GSAY_WORD(HEDGE) },
    { "new york city council", 3, GSAY_WORD(PLACE) },
    { "new york times", 2, GSAY_WORD(PLACE) },
    { "prime minister ann", 2, GSAY_WORD(TITLE) },
    { "the day before yesterday", 4, GSAY_WORD(DAY_WORD) },
    { "christmas", 1, GSAY_WORD(HOLIDAY) },
    { "christmas eve", 2, GSAY_WORD(HOLIDAY) },
    { "qzxv miles", 0, 0 },
    { "", 0, 0 },
};

START_TEST(finds_the_longest_entry)
{
    gsay_str    words[WORDS_MAX];
    size_t      used = 99;
    size_t      count = split(LONGEST[_i].text, words);
    gsay_lexeme found = gsay_lexicon_find_words(words, count, &used);
    ck_assert_uint_eq(used, LONGEST[_i].used);
    ck_assert((found.classes & LONGEST[_i].classes) == LONGEST[_i].classes);
    ck_assert(gsay_lexicon_find_words(words, count, NULL).classes == found.classes);
}
END_TEST

START_TEST(words_too_long_to_join_are_left_out)
{
    static char long_word[200000];
    gsay_str    words[3] = { GSAY_STR("square"), { long_word, sizeof long_word }, GSAY_STR("kilometres") };
    size_t      used = 0;
    memset(long_word, 'a', sizeof long_word);
    ck_assert(gsay_lexicon_find_words(words, 3, &used).classes & GSAY_WORD(COMMON));
    ck_assert_uint_eq(used, 1);
    words[1] = (gsay_str){ "", 0 };
    gsay_lexicon_find_words(words, 3, &used);
    ck_assert_uint_eq(used, 1);
    ck_assert(gsay_lexicon_find((gsay_str){ long_word, sizeof long_word }).classes == 0);
}
END_TEST

Suite *lexicon_suite(void)
{
    Suite *suite = suite_create("core/lexicon/lexicon");
    TCase *table = tcase_create("lexicon");
    tcase_add_loop_test(table, unknown_words_are_nothing, 0, sizeof UNKNOWN / sizeof *UNKNOWN);
    tcase_add_loop_test(table, an_irregular_plural_knows_its_singular, 0, (int)(sizeof SINGULARS / sizeof *SINGULARS));
    tcase_add_test(table, a_word_of_no_irregular_plural_has_no_singular);
    tcase_add_loop_test(table, a_noun_is_shown_in_the_plural, 0, (int)(sizeof PLURALS / sizeof *PLURALS));
    tcase_add_test(table, a_null_slice_is_nothing);
    tcase_add_loop_test(table, finds_the_longest_entry, 0, sizeof LONGEST / sizeof *LONGEST);
    tcase_add_test(table, words_too_long_to_join_are_left_out);
    suite_add_tcase(suite, table);
    return suite;
}
