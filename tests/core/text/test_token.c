/* Tokens: one row a phenomenon, shown as kind:text, with the flags that matter. */
#include <stdio.h>

#include "suite.h"
#include "reading.h"

struct row {
    const char *name, *input, *want;
};

/* w word, W capital, U all capitals, p possessive, d digits, its mark for punctuation (. for none), s skip */
static const struct row rows[] = {
    { "nothing", "", "" },
    { "words and a stop", "The mill burned.", "W:The w:mill w:burned .:. " },
    { "an acronym is letters", "the U.S. NATO", "w:the W:U .:. W:S .:. U:NATO " },
    { "possessives stand alone", "Ukraine's NATO\xE2\x80\x99s boss's",
      "W:Ukraine p:'s U:NATO p:\xE2\x80\x99s w:boss p:'s " },
    { "apostrophes inside stay", "don't O'Brien we\xE2\x80\x99ve", "w:don't W:O'Brien w:we\xE2\x80\x99ve " },
    { "plural owners", "the workers' rights", "w:the w:workers p:' w:rights " },
    { "hyphens stand alone", "non-NATO pre-2014", "w:non -:- U:NATO w:pre -:- d:2014 " },
    { "digits and words part", "1,500 5bn H1N1", "d:1 ,:, d:500 d:5 w:bn W:H d:1 W:N d:1 " },
    { "money and shares",
      "$1.5 \xE2\x82\xAC"
      "5 20%",
      "$:$ d:1 .:. d:5 $:\xE2\x82\xAC d:5 d:20 %:% " },
    { "dashes and minus", "x \xE2\x80\x93 \xE2\x80\x94 \xE2\x88\x92",
      "w:x -:\xE2\x80\x93 -:\xE2\x80\x94 -:\xE2\x88\x92 " },
    { "ellipses are one", "so... \xE2\x80\xA6", "w:so .:... .:\xE2\x80\xA6 " },
    { "marks have one stand-in", "\xE2\x80\x9C\xE2\x80\x98x\xE2\x80\x99\xE2\x80\x9D \xC2\xABy\xC2\xBB ``z''",
      "\":\xE2\x80\x9C ':\xE2\x80\x98 w:x ':\xE2\x80\x99 \":\xE2\x80\x9D \":\xC2\xAB w:y \":\xC2\xBB \":`` w:z "
      "\":'' " },
    { "letters beyond ASCII", "\xC3\x89mile S\xC3\x83O na\xC3\xAFve \xD0\x9C\xD0\xB8\xD1\x80",
      "W:\xC3\x89mile U:S\xC3\x83O w:na\xC3\xAFve W:\xD0\x9C\xD0\xB8\xD1\x80 " },
    { "long words", "Internationalisation antidisestablishmentarianism",
      "W:Internationalisation w:antidisestablishmentarianism " },
    { "words of fifteen to seventeen letters", "abcdefghijklmno abcdefghijklmnop abcdefghijklmnopq",
      "w:abcdefghijklmno w:abcdefghijklmnop w:abcdefghijklmnopq " },
    { "feet and inches", "5'10\" tall", "d:5 ':' d:10 \":\" w:tall " },
    { "a symbol without stand-in",
      "5 \xC2\xBD \xC2\xB0"
      "C",
      "d:5 .:\xC2\xBD .:\xC2\xB0 W:C " },
    { "spaces of any width", "5\xC2\xA0kg\xE2\x80\xAFx", "d:5 w:kg w:x " },
    { "control characters part words", "a\001b", "w:a w:b " },
    { "emoji are symbols", "\xF0\x9F\x98\x80 ok", ".:\xF0\x9F\x98\x80 w:ok " },
};

static gsay_str kind_of(const gsay_token *token)
{
    static const char marks[] = "wWUpds";
    size_t            index = token->flags & GSAY_TOKEN_POSSESSIVE ? 3
                              : token->flags & GSAY_TOKEN_UPPER    ? 2
                              : token->flags & GSAY_TOKEN_CAPITAL  ? 1
                                                                   : 0;
    if (token->kind == GSAY_TOKEN_PUNCT)
        return token->mark ? (gsay_str){ &token->mark, 1 } : GSAY_STR(".");
    index = token->kind == GSAY_TOKEN_DIGITS ? 4 : token->kind == GSAY_TOKEN_SKIP ? 5 : index;
    return (gsay_str){ marks + index, 1 };
}

START_TEST(splits_each_row)
{
    struct reading reading;
    open_reading(&reading, gsay_str_of(rows[_i].input), GSAY_FORMAT_TEXT);
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < reading.text.token_count; i++) {
        shown = add_shown(&reading, shown, kind_of(&reading.text.tokens[i]), ":");
        shown = add_shown(&reading, shown, gsay_token_text(&reading.text, i), " ");
    }
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: %.*s", rows[_i].name, GSAY_ARG(shown));
    close_reading(&reading);
}
END_TEST

START_TEST(folded_words_share_an_id)
{
    struct reading reading;
    open_reading(&reading,
                 GSAY_STR("The THE the \xC3\x89T\xC3\x89 \xC3\xA9t\xC3\xA9 can't can\xE2\x80\x99t Internationalisation "
                          "INTERNATIONALISATION"),
                 GSAY_FORMAT_TEXT);
    const gsay_token *tokens = reading.text.tokens;
    ck_assert_uint_eq(tokens[0].word, tokens[1].word);
    ck_assert_uint_eq(tokens[0].word, tokens[2].word);
    ck_assert_uint_eq(tokens[3].word, tokens[4].word);
    ck_assert_uint_eq(tokens[5].word, tokens[6].word);
    ck_assert_uint_eq(tokens[7].word, tokens[8].word);
    ck_assert_uint_ne(tokens[0].word, tokens[3].word);
    assert_str(gsay_token_word(&reading.text, 0)->folded, "the");
    assert_str(gsay_token_word(&reading.text, 6)->folded, "can't");
    assert_str(gsay_token_word(&reading.text, 7)->folded, "internationalisation");
    close_reading(&reading);
}
END_TEST

START_TEST(flags_tell_space_and_line)
{
    struct reading reading;
    open_reading(&reading, GSAY_STR("# One\n\ntwo\nthree(four) five"), GSAY_FORMAT_MARKDOWN);
    static const uint8_t want[] = { GSAY_TOKEN_SPACED, GSAY_TOKEN_SPACED, GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE, 0, 0, 0,
                                    GSAY_TOKEN_SPACED };
    ck_assert_uint_eq(reading.text.token_count, 7);
    for (size_t i = 0; i < 7; i++)
        ck_assert_uint_eq(reading.text.tokens[i].flags & (GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE), want[i]);
    close_reading(&reading);
}
END_TEST

/* One token and what may start there: i identifier, d date, n number, f feast, o origin, s sign, c capital. */
static const struct row start_rows[] = {
    { "a plain word", "harbour", "" },
    { "a capital", "Harbour", "c" },
    { "a capital beyond ASCII", "\xC3\x89mile", "c" },
    { "digits", "1848", "idn" },
    { "a month", "october", "d" },
    { "a numeral", "seven", "dn" },
    { "a little word before numbers", "between", "dn" },
    { "a label", "paragraph", "i" },
    { "a nation", "canadian", "o" },
    { "a mark that begins a value", "$", "s" },
    { "a fraction's symbol", "\xC2\xBD", "s" },
    { "a mark that parts", ";", "" },
    { "an address", "www.harbour.example/map.html", "" },
};

/* The word is written twice: first it is learnt, then it is known. */
START_TEST(a_token_says_what_may_start_there)
{
    struct reading    reading;
    const struct row *row = &start_rows[_i];
    char              input[80], want[8];
    snprintf(input, sizeof input, "the %s %s the", row->input, row->input);
    open_reading(&reading, gsay_str_of(input), GSAY_FORMAT_TEXT);
    ck_assert_uint_eq(reading.text.token_count, 4);
    for (size_t i = 1; i < 3; i++) {
        size_t len = 0;
        for (size_t bit = 0; bit < 7; bit++)
            if (reading.text.tokens[i].starts & 1u << bit)
                want[len++] = "idnfosc"[bit];
        want[len] = '\0';
        ck_assert_msg(strcmp(want, row->want) == 0, "%s: %s", row->name, want);
    }
    close_reading(&reading);
}
END_TEST

START_TEST(signs_list_digits_stops_and_quotation_marks)
{
    struct reading reading;
    open_reading(
        &reading,
        GSAY_STR("He (aged 41) said: \"Yes!\" See harbour.example/map.html?x=5; it's \xE2\x80\x98new\xE2\x80\x99..."),
        GSAY_FORMAT_TEXT);
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < reading.text.sign_count; i++)
        shown = add_shown(&reading, shown, gsay_token_text(&reading.text, reading.text.signs[i]), " ");
    ck_assert_msg(gsay_str_equal(shown, GSAY_STR("41 \" ! \" \xE2\x80\x98 \xE2\x80\x99 ... ")), "%.*s",
                  GSAY_ARG(shown));
    close_reading(&reading);
}
END_TEST

/* A number of every length, met once in the midst of words and once more where the text ends. */
START_TEST(numbers_of_every_length_are_one_token)
{
    static const char digits[] = "98765432109876543210";
    struct reading    reading;
    char              line[128];
    int               len = _i + 1;
    snprintf(line, sizeof line, "Lots %.*s and as many as %.*s", len, digits, len, digits);
    open_reading(&reading, gsay_str_of(line), GSAY_FORMAT_TEXT);
    const gsay_token *first = &reading.text.tokens[1], *last = &reading.text.tokens[6];
    ck_assert_uint_eq(reading.text.token_count, 7);
    ck_assert_int_eq(first->kind, GSAY_TOKEN_DIGITS);
    ck_assert_int_eq(last->kind, GSAY_TOKEN_DIGITS);
    ck_assert_int_eq((int)(first->end - first->begin), len);
    ck_assert_int_eq((int)(last->end - last->begin), len);
    ck_assert_uint_eq(first->word, last->word);
    ck_assert_int_eq((int)gsay_token_word(&reading.text, 1)->folded.len, len);
    ck_assert_uint_eq(reading.text.sign_count, 2);
    close_reading(&reading);
}
END_TEST

START_TEST(very_long_words_have_no_id)
{
    struct reading reading;
    static char    bytes[700];
    memset(bytes, 'a', sizeof(bytes));
    memset(bytes, '7', 33);
    bytes[33] = bytes[400] = ' ';
    open_reading(&reading, (gsay_str){ bytes, sizeof(bytes) }, GSAY_FORMAT_TEXT);
    ck_assert_uint_eq(reading.text.token_count, 3);
    for (size_t i = 0; i < 3; i++)
        ck_assert_uint_eq(reading.text.tokens[i].word, GSAY_ID_NONE);
    assert_str(gsay_token_word(&reading.text, 1)->folded, "");
    close_reading(&reading);
}
END_TEST

Suite *token_suite(void);

Suite *token_suite(void)
{
    Suite *suite = suite_create("core/text/token");
    TCase *tcase = tcase_create("token");
    tcase_add_loop_test(tcase, splits_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_test(tcase, folded_words_share_an_id);
    tcase_add_test(tcase, flags_tell_space_and_line);
    tcase_add_loop_test(tcase, a_token_says_what_may_start_there, 0, (int)(sizeof start_rows / sizeof start_rows[0]));
    tcase_add_test(tcase, signs_list_digits_stops_and_quotation_marks);
    tcase_add_loop_test(tcase, numbers_of_every_length_are_one_token, 0, 20);
    tcase_add_test(tcase, very_long_words_have_no_id);
    suite_add_tcase(suite, tcase);
    return suite;
}
