/* Sentences: each row's input is its sentences joined by single spaces, so the split is where | stands in want. */
#include "suite.h"
#include "reading.h"

static const char *const rows[] = {
    "The mill burned.|Nobody was hurt.|",
    "The mill burned",
    "Is it so?|It is!|Good.|",
    "He met the U.S. Defense Secretary.|They talked.|",
    "He lived in the U.S. for years.|",
    "He left the U.S.|The mill burned.|",
    "On Feb. 12 it burned.|On Sept. 3 it rained.|",
    "It is No. 10 on the list.|",
    "Did it burn?|No.|He said so.|",
    "A book by J. K. Rowling sold well.|",
    "John F. Kennedy spoke.|Then he left.|",
    "It began at 8 p.m. Tuesday in town.|",
    "It began at 8 p.m.|The fire spread.|",
    "It cost $1.5 million.|Nobody paid.|",
    "Use tools, e.g. Hammers, i.e. Heavy ones.|",
    "Acme Inc. said so.|Acme Inc. Chief Jane Roe agreed.|",
    "Mr. Roe met Dr. Doe.|They spoke.|",
    "He waited ... and left.|",
    "\xE2\x80\x9CIs it so?\xE2\x80\x9D he asked.|",
    "\xE2\x80\x9CStop it!\xE2\x80\x9D President Jane Roe said.|",
    "\xE2\x80\x9CStop it!\xE2\x80\x9D|The mill burned.|",
    "\xE2\x80\x9CWe know.|But we wait,\xE2\x80\x9D he said.|",
    "\"It is over.\"|He left.|",
    "It burned (on Monday!).|It rained.|",
    "It burned (see the map.)|It rained.|",
    "He said \xE2\x80\x9Cit was \xE2\x80\x98over.\xE2\x80\x99\xE2\x80\x9D|She left.|",
    "In 2014.|12 people saw it.|",
    "A magnitude of 6. 1 was measured.|",
    "The U. S. Marshals came.|",
    "Plan B.|The mill burned.|",
    "The fact is known.[1]|The mill burned.|",
    "Really?!|Yes.|",
    "It took approx. five days.|",
    "He has a Ph.D. from Oakham.|",
};

START_TEST(splits_each_row)
{
    struct reading reading;
    gsay_arena     arena = { 0 };
    gsay_str       want = gsay_str_of(rows[_i]);
    char          *input = GSAY_NEW(&arena, char, want.len + 1);
    for (size_t i = 0; i < want.len; i++)
        input[i] = want.ptr[i] == '|' ? ' ' : want.ptr[i];
    open_reading(&reading, gsay_str_of(input), GSAY_FORMAT_TEXT);
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < reading.text.sentence_count; i++) {
        gsay_sentence sentence = reading.text.sentences[i];
        gsay_span     span = { reading.text.tokens[sentence.begin].begin, reading.text.tokens[sentence.end - 1].end };
        bool          is_open = want.ptr[want.len - 1] != '|';
        shown = add_shown(&reading, shown, gsay_str_slice(reading.document.text, span), is_open ? "" : "|");
    }
    ck_assert_msg(gsay_str_equal(shown, want), "%.*s", GSAY_ARG(shown));
    close_reading(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(the_first_word_is_marked_behind_its_marks)
{
    struct reading reading;
    open_reading(&reading, GSAY_STR("\xE2\x80\x9C(Mills burn.\xE2\x80\x9D Then what? 5 mills."), GSAY_FORMAT_TEXT);
    size_t count = 0;
    for (size_t i = 0; i < reading.text.token_count; i++)
        count += (reading.text.tokens[i].flags & GSAY_TOKEN_FIRST) != 0;
    ck_assert_uint_eq(count, 3);
    ck_assert(reading.text.tokens[2].flags & GSAY_TOKEN_FIRST);
    close_reading(&reading);
}
END_TEST

START_TEST(sentences_end_with_their_block)
{
    struct reading reading;
    open_reading(&reading, GSAY_STR("# The mill\n\n- burned\n- down\n"), GSAY_FORMAT_MARKDOWN);
    ck_assert_uint_eq(reading.text.sentence_count, 3);
    ck_assert_uint_eq(reading.text.sentences[2].block, 2);
    ck_assert_uint_eq(gsay_text_sentence_of(&reading.text, 0), 0);
    ck_assert_uint_eq(gsay_text_sentence_of(&reading.text, 2), 1);
    ck_assert_uint_eq(gsay_text_sentence_of(&reading.text, 3), 2);
    close_reading(&reading);
}
END_TEST

Suite *sentence_suite(void);

Suite *sentence_suite(void)
{
    Suite *suite = suite_create("core/text/sentence");
    TCase *tcase = tcase_create("sentence");
    tcase_add_loop_test(tcase, splits_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_test(tcase, the_first_word_is_marked_behind_its_marks);
    tcase_add_test(tcase, sentences_end_with_their_block);
    suite_add_tcase(suite, tcase);
    return suite;
}
