/* The vocabulary: ids, growth, and that closing is harmless. */
#include "suite.h"

#include "text/vocabulary.h"

START_TEST(equal_words_have_equal_ids)
{
    gsay_vocabulary vocabulary;
    uint32_t        first = 0, second = 0, other = 0;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("mills"), &first, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("mill"), &other, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("mills"), &second, NULL), GSAY_OK);
    ck_assert_uint_eq(first, second);
    ck_assert_uint_ne(first, other);
    assert_str(gsay_vocabulary_word(&vocabulary, first)->folded, "mills");
    assert_str(gsay_vocabulary_word(&vocabulary, GSAY_ID_NONE)->folded, "");
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

START_TEST(grows_past_its_first_size)
{
    gsay_vocabulary vocabulary;
    gsay_arena      arena = { 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    for (unsigned i = 0; i < 5000; i++) {
        uint32_t id = 0;
        gsay_str word = gsay_arena_format(&arena, "word%uness", i);
        ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, word, &id, NULL), GSAY_OK);
        ck_assert_uint_eq(id, GSAY_FIXED_COUNT + i);
    }
    assert_str(gsay_vocabulary_word(&vocabulary, GSAY_FIXED_COUNT + 4321)->folded, "word4321ness");
    gsay_vocabulary_close(&vocabulary);
    gsay_vocabulary_close(&vocabulary);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(knows_what_the_lexicon_knows)
{
    gsay_vocabulary vocabulary;
    uint32_t        id = 0;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("february"), &id, NULL), GSAY_OK);
    ck_assert_uint_eq(gsay_vocabulary_word(&vocabulary, id)->lexeme.index, 2);
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

/* What a word lets start, by itself. */
static const struct {
    const char *word;
    bool        may_be_date, is_number, bends;
} starters[] = {
    { "the", true, false, true },      { "an", true, true, true },        { "from", true, true, true },
    { "upcoming", true, false, true }, { "late", true, false, false },    { "noon", true, false, false },
    { "long", true, false, false },    { "tuesday", true, false, false }, { "heron", false, false, false },
};

START_TEST(a_word_knows_what_it_may_start)
{
    gsay_vocabulary vocabulary;
    uint32_t        id = 0;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, gsay_str_of(starters[_i].word), &id, NULL), GSAY_OK);
    uint8_t starts = gsay_vocabulary_word(&vocabulary, id)->starts;
    ck_assert_int_eq((starts & GSAY_START_DATE) != 0, starters[_i].may_be_date);
    ck_assert_int_eq((starts & GSAY_START_NUMBER) != 0, starters[_i].is_number);
    ck_assert_int_eq((starts & GSAY_START_BENDS) != 0, starters[_i].bends);
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

START_TEST(fixed_words_have_their_ids)
{
    static const uint32_t answers[GSAY_FIXED_COUNT] = { [GSAY_FIXED_OF] = 7 };
    gsay_vocabulary       vocabulary;
    uint32_t              of = 0, clock = 0, other = 0;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("heron"), &other, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("of"), &of, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("o'clock"), &clock, NULL), GSAY_OK);
    ck_assert_uint_eq(of, GSAY_FIXED_OF);
    ck_assert_uint_eq(clock, GSAY_FIXED_O_CLOCK);
    ck_assert_uint_eq(other, GSAY_FIXED_COUNT);
    ck_assert_uint_eq(gsay_fixed_look(answers, of), 7);
    ck_assert_uint_eq(gsay_fixed_look(answers, clock), 0);
    ck_assert_uint_eq(gsay_fixed_look(answers, GSAY_ID_NONE), 0);
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

START_TEST(words_of_every_length_are_found_again)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
    gsay_vocabulary   vocabulary;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    for (uint32_t len = 2, first = 0, second = 0; len < sizeof letters; len++) {
        gsay_str word = { letters, len };
        ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, word, &first, NULL), GSAY_OK);
        ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, word, &second, NULL), GSAY_OK);
        ck_assert_uint_eq(first, GSAY_FIXED_COUNT + len - 2);
        ck_assert_uint_eq(first, second);
        ck_assert(gsay_str_equal(gsay_vocabulary_word(&vocabulary, first)->folded, word));
        if (len <= GSAY_WORD_KEY_BYTES)
            ck_assert_uint_eq(gsay_vocabulary_find(&vocabulary, gsay_word_key_of(word)), first);
    }
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

START_TEST(a_written_form_finds_the_word_it_folds_to)
{
    gsay_vocabulary vocabulary;
    gsay_word_key   written = gsay_word_key_of(GSAY_STR("\xC3\x89mile"));
    uint32_t        folded = 0;
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_vocabulary_add(&vocabulary, GSAY_STR("\xC3\xA9mile"), &folded, NULL), GSAY_OK);
    ck_assert_uint_eq(gsay_vocabulary_find(&vocabulary, written), GSAY_ID_NONE);
    ck_assert_int_eq(gsay_vocabulary_alias(&vocabulary, written, folded, NULL), GSAY_OK);
    ck_assert_uint_eq(gsay_vocabulary_find(&vocabulary, written), folded);
    ck_assert_uint_eq(vocabulary.count, folded + 1);
    gsay_vocabulary_close(&vocabulary);
}
END_TEST

Suite *vocabulary_suite(void);

Suite *vocabulary_suite(void)
{
    Suite *suite = suite_create("core/text/vocabulary");
    TCase *tcase = tcase_create("vocabulary");
    tcase_add_loop_test(tcase, a_word_knows_what_it_may_start, 0, sizeof starters / sizeof *starters);
    tcase_add_test(tcase, fixed_words_have_their_ids);
    tcase_add_test(tcase, equal_words_have_equal_ids);
    tcase_add_test(tcase, words_of_every_length_are_found_again);
    tcase_add_test(tcase, a_written_form_finds_the_word_it_folds_to);
    tcase_add_test(tcase, grows_past_its_first_size);
    tcase_add_test(tcase, knows_what_the_lexicon_knows);
    suite_add_tcase(suite, tcase);
    return suite;
}
