/* Terms: what may be written in several ways, and what only looks like it. Each row is a text with its terms, printed
 * as `kind key=way`. */
#include "reading.h"
#include "suites.h"

#include "base/buffer.h"
#include "claim/term.h"

static const struct {
    const char *text;
    const char *want;
} rows[] = {
    /* Regional spelling. */
    { "A grey sky.", "regional gray=grey" },
    { "A gray sky, a grey sea.", "regional gray=gray regional gray=grey" },
    { "Gray skies came.", "regional gray=gray" },
    { "Gray Skies came.", "" },
    { "It was Gray who came.", "" },
    { "COLOUR skies came.", "" },
    { "Labour's plan failed.", "" },
    { "\"A grey sky,\" she said.", "" },
    { "It is grey-green.", "word greygreen=grey-green regional gray=grey" },
    /* Words. */
    { "He got an e-mail.", "word email=e-mail" },
    { "He got an email.", "word email=email" },
    { "E-mail came.", "word email=e-mail" },
    { "They re-elected him and re-covered it.", "word reelected=re-elected" },
    { "An up-to-date map.", "" },
    { "A torn e-\nmail.", "" },
    { "An old web site.", "word website=web site" },
    { "An old website.", "word website=website" },
    { "The web is old.", "" },
    { "An old café.", "word cafe=café" },
    /* Dots. */
    { "The U.S. agreed.", "dots us=u.s." },
    { "The US agreed.", "dots us=us" },
    { "They told us so.", "" },
    { "They met King Olaf II there.", "" },
    { "The A.B.C.D.E.F.G. met.", "" },
    { "THE US AGREED", "" },
    { "They met novelist H.G. Wells.", "" },
    { "It cost $US5.", "" },
    { "At 9 a.m. it rang, at 9 am it shut.", "dots am=a.m. dots am=am" },
    { "I am here.", "" },
    { "Mr. Brandt met Mr Olson.", "dots mr=mr. dots mr=mr" },
    /* Percentages. */
    { "It fell 5%.", "percent percent=%" },
    { "It fell 5 percent.", "percent percent=percent word percent=percent" },
    { "It fell 5 per cent.", "percent percent=per cent" },
    { "It fell (by 5%).", "" },
    { "It fell 5 per year.", "" },
    { "A large amount.", "" },
    /* Numbers. */
    { "It is Article 7.", "number article 7=7" },
    { "It is Article Seven.", "number article 7=seven" },
    { "It is Article VII.", "number article 7=vii" },
    { "It is Article 70.", "" },
    { "It is Article 7.2 or Article 7-9.", "" },
    { "It is the number two.", "" },
    { "The stage one day fell.", "" },
    { "After World War Two it fell.", "number war 2=two" },
    { "The war two years ago.", "" },
    /* Places. */
    { "They left Kiev.", "place kyiv=kiev" },
    { "The Bank of Calcutta paid.", "" },
    { "He left Odessa, Texas.", "" },
    { "", "" },
    { "Nothing varies here.", "" },
};

static void print_terms(const gsay_terms *terms, gsay_buffer *out)
{
    static const char *const kinds[] = { "regional", "word", "dots", "percent", "number", "place" };
    for (size_t i = 0; i < terms->count; i++)
        gsay_buffer_add_format(out, "%s%s %.*s=%.*s", out->len ? " " : "", kinds[terms->items[i].kind],
                               GSAY_ARG(terms->items[i].key), GSAY_ARG(terms->items[i].form));
}

START_TEST(reads_what_may_be_written_in_several_ways)
{
    gsay_arena     arena = { 0 };
    gsay_buffer    out = { 0 };
    gsay_terms     terms;
    struct reading reading;
    open_claims(&reading, gsay_str_of(rows[_i].text), NULL);
    ck_assert_int_eq(gsay_terms_read(&arena, &reading.mentions, &terms, NULL), GSAY_OK);
    print_terms(&terms, &out);
    ck_assert_msg(gsay_str_equal(gsay_buffer_view(&out), gsay_str_of(rows[_i].want)),
                  "%s\n  gives \"%.*s\"\n  not   \"%s\"", rows[_i].text, GSAY_ARG(gsay_buffer_view(&out)),
                  rows[_i].want);
    gsay_buffer_clear(&out);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(says_where_a_term_stands)
{
    gsay_arena     arena = { 0 };
    gsay_terms     terms;
    struct reading reading;
    open_claims(&reading, GSAY_STR("Calm.\nÉva saw a grey web site."), NULL);
    ck_assert_int_eq(gsay_terms_read(&arena, &reading.mentions, &terms, NULL), GSAY_OK);
    ck_assert_uint_eq(terms.count, 2);
    assert_str(gsay_str_slice(terms.source->input, terms.items[1].span), "web site");
    ck_assert_uint_eq(terms.items[1].position.line, 2);
    ck_assert_uint_eq(terms.items[1].position.column, 16);
    ck_assert_uint_eq(terms.items[0].sentence, terms.items[1].sentence);
    ck_assert_uint_eq(terms.items[0].norms & GSAY_NORM(AMERICAN), 0);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    struct reading reading;
    gsay_status    status = GSAY_ENOMEM;
    open_claims(&reading, GSAY_STR("A grey e-mail of the U.S. on 9 May cost 5 percent. See Article Seven, Mr. Lee."),
                NULL);
    for (size_t n = 1; status != GSAY_OK; n++) {
        gsay_arena arena = { .fail_after = n };
        gsay_terms terms;
        status = gsay_terms_read(&arena, &reading.mentions, &terms, NULL);
        ck_assert(status == GSAY_OK || status == GSAY_ENOMEM);
        gsay_arena_clear(&arena);
        ck_assert_uint_lt(n, 100);
    }
    close_claims(&reading);
}
END_TEST

Suite *term_suite(void)
{
    Suite *suite = suite_create("core/claim/term");
    TCase *tests = tcase_create("term");
    tcase_add_loop_test(tests, reads_what_may_be_written_in_several_ways, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, says_where_a_term_stands);
    tcase_add_test(tests, fails_cleanly_without_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
