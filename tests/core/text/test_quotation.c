/* Quotations: shown as depth, d or s, + when the speech continues, and the words with their marks. */
#include "suite.h"
#include "reading.h"

#define LD "\xE2\x80\x9C"
#define RD "\xE2\x80\x9D"
#define LS "\xE2\x80\x98"
#define RS "\xE2\x80\x99"

struct row {
    const char *input, *want;
};

static const struct row rows[] = {
    { "No marks here.", "" },
    { "He said " LD "it burned" RD ".", "0d" LD "it burned" RD "|" },
    { "He said \"it burned\" and \"it fell\".", "0d\"it burned\"|0d\"it fell\"|" },
    { "``It burned,'' he said.", "0d``It burned,''|" },
    { "\xE2\x80\x9EIt burned" LD ", he said.", "0d\xE2\x80\x9EIt burned" LD "|" },
    { "\xC2\xABIt burned\xC2\xBB and \xC2\xBBit fell\xC2\xAB",
      "0d\xC2\xABIt burned\xC2\xBB|0d\xC2\xBBit fell\xC2\xAB|" },
    { LD "He cried " LS "fire" RS " twice," RD " she said.",
      "0d" LD "He cried " LS "fire" RS " twice," RD "|1s" LS "fire" RS "|" },
    { "It was 'over' then.", "0s'over'|" },
    { "It's Roe's and the workers' mill, don't you think?", "" },
    { "the " LS "workers" RS " strike" RS " ended", "0s" LS "workers" RS " strike" RS "|" },
    { "back in the " LS "90s and the '90s, rock 'n' roll", "" },
    { "He is 5'10\" and the pipe 3\" wide.", "" },
    { "\"We won in 2014\" he said.", "0d\"We won in 2014\"|" },
    { "(\"It burned\")", "0d\"It burned\"|" },
    { "\"It burned, \"Roe said. \"It fell.\"", "0d\"It burned, \"|0d\"It fell.\"|" },
    { "It burned, \"Roe said.", "" },
    { "It burned.\" He left.", "" },
    { LD "It burned.\n\nHe left.", "0d" LD "It burned.|" },
    { LD "It burned.\n\n" LD "It fell." RD, "0d+" LD "It burned.|0d" LD "It fell." RD "|" },
    { "\"It burned.\n\n\"It fell.\n\n\"It rained,\" he said.", "0d+\"It burned.|0d+\"It fell.|0d\"It rained,\"|" },
    { LD "It burned" RD ".\n\n" LD "It fell" RD ".", "0d" LD "It burned" RD "|0d" LD "It fell" RD "|" },
};

START_TEST(pairs_each_row)
{
    struct reading reading;
    open_reading(&reading, gsay_str_of(rows[_i].input), GSAY_FORMAT_TEXT);
    gsay_str         shown = GSAY_STR("");
    const gsay_text *text = &reading.text;
    for (size_t i = 0; i < text->quotation_count; i++) {
        gsay_quotation quotation = text->quotations[i];
        size_t last = quotation.close < text->token_count && (text->tokens[quotation.close].flags & GSAY_TOKEN_CLOSES)
                          ? quotation.close
                          : quotation.close - 1u;
        gsay_span span = { text->tokens[quotation.open].begin, text->tokens[last].end };
        shown = gsay_arena_format(&reading.arena, "%.*s%u%s%s%.*s|", GSAY_ARG(shown), quotation.depth,
                                  quotation.style == GSAY_QUOTATION_SINGLE ? "s" : "d", quotation.continues ? "+" : "",
                                  GSAY_ARG(gsay_str_slice(reading.document.text, span)));
        ck_assert(text->tokens[quotation.open].flags & GSAY_TOKEN_OPENS);
    }
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: %.*s", rows[_i].input, GSAY_ARG(shown));
    close_reading(&reading);
}
END_TEST

START_TEST(deep_nesting_is_passed_over)
{
    struct reading reading;
    char           bytes[3 * 1000];
    for (size_t i = 0; i < 1000; i++)
        memcpy(bytes + 3 * i, LD, 3);
    bytes[sizeof(bytes) - 1] = bytes[sizeof(bytes) - 2] = bytes[sizeof(bytes) - 3] = 'x';
    open_reading(&reading, (gsay_str){ bytes, sizeof(bytes) }, GSAY_FORMAT_TEXT);
    ck_assert_uint_eq(reading.text.quotation_count, 8);
    ck_assert_uint_eq(reading.text.quotations[7].depth, 7);
    close_reading(&reading);
}
END_TEST

Suite *quotation_suite(void);

Suite *quotation_suite(void)
{
    Suite *suite = suite_create("core/text/quotation");
    TCase *tcase = tcase_create("quotation");
    tcase_add_loop_test(tcase, pairs_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_test(tcase, deep_nesting_is_passed_over);
    suite_add_tcase(suite, tcase);
    return suite;
}
