/* Plain text: blocks, wraps, bullets, headings, pictures; and that its cost grows with its length alone. */
#include "suite.h"
#include "reading.h"

struct row {
    const char *name, *input, *want;
};

static const struct row rows[] = {
    { "an empty text has no block", "", "" },
    { "white space alone has no block", " \n\t\n \xC2\xA0\n", "" },
    { "one line is a paragraph", "The mill burned down.", "P0 The mill burned down.|" },
    { "blank lines part paragraphs", "The mill burned.\n\nNobody was hurt.\n",
      "P0 The mill burned.|P0 Nobody was hurt.|" },
    { "CR LF ends lines", "The mill burned.\r\n\r\nNobody was hurt.\r\n", "P0 The mill burned.|P0 Nobody was hurt.|" },
    { "CR alone ends lines", "The mill burned.\r\rNobody was hurt.\r", "P0 The mill burned.|P0 Nobody was hurt.|" },
    { "a BOM is no text", "\xEF\xBB\xBFThe mill burned.", "P0 The mill burned.|" },
    { "wrapped lines are one paragraph",
      "The old mill by the wide river burned\ndown in the night to Monday, and the fire\nbrigade of three villages "
      "could "
      "not save\nit. Nobody "
      "was hurt.\n",
      "P0 The old mill by the wide river burned~down in the night to Monday, and the fire~brigade of three villages "
      "could "
      "not save~it. Nobody "
      "was hurt.|" },
    { "a sentence a line is a block a line",
      "The old mill burned down.\nNobody was hurt in the fire, police said.\nIt was built in 1804.\nAn inquiry is "
      "under way.\n",
      "P0 The old mill burned down.|P0 Nobody was hurt in the fire, police said.|P0 It was built in 1804.|P0 An "
      "inquiry is under way.|" },
    { "short lines are meant", "Roses are red\nViolets are blue\nSugar is sweet and so on\nAnd so are you\n",
      "P0 Roses are red|P0 Violets are blue|P0 Sugar is sweet and so on|P0 And so are you|" },
    { "bullets are no text", "Points:\n\n  \xE2\x80\xA2 One mill\n  \xE2\x80\xA2 Two barns\n- a shed\n* a fence\n",
      "P0 Points:|L1 One mill|L1 Two barns|L1 a shed|L1 a fence|" },
    { "numbers with a stop are bullets", "1. The mill\n2. The barn\n", "L1 The mill|L1 The barn|" },
    { "a year at a line's begin is no bullet", "2014. A good year.\n", "P0 2014. A good year.|" },
    { "a rule is no text", "One.\n* * *\nTwo.\n-----\n", "P0 One.|P0 Two.|" },
    { "a headline before a blank line", "Mill burns in Oakham\n\nThe mill burned down.\n",
      "H1 Mill burns in Oakham|P0 The mill burned down.|" },
    { "a headline before a longer line", "Mill burns\nThe mill in Oakham burned down on Monday.\n",
      "H1 Mill burns|P0 The mill in Oakham burned down on Monday.|" },
    { "a first sentence is no headline", "Mill burns.\n\nThe mill burned down.\n",
      "P0 Mill burns.|P0 The mill burned down.|" },
    { "a line set apart is a heading", "First words here.\n\nWhat comes next\n\nThe rest follows.\n",
      "P0 First words here.|H2 What comes next|P0 The rest follows.|" },
    { "the last line is no heading", "First words here.\n\nBy A. Writer\n", "P0 First words here.|P0 By A. Writer|" },
    { "capitals are a heading", "First words here.\nNO TROOPS ABROAD\nThe rest follows.\n",
      "P0 First words here.|H2 NO TROOPS ABROAD|P0 The rest follows.|" },
    { "a picture is no text",
      "Mill burns\n![The mill, 1999](https://x.example/a%20b(1).jpg \"t\")\nThe mill burned down on Monday.\n",
      "H1 Mill burns|P0 The mill burned down on Monday.|" },
    { "a picture parts its line", "Before it ![p](http://x.example/1.png) and after.", "P0 Before it|P0 and after.|" },
    { "a picture without end is text", "Wow ![this is odd", "P0 Wow ![this is odd|" },
    { "an address alone is no text",
      "https://news.example/2013/08/mill.html\nMill burns\nThe mill burned down on Monday.\n",
      "H1 Mill burns|P0 The mill burned down on Monday.|" },
    { "a tokenised address is no text",
      "http: / / www. news. example / 2013 / 08 / mill. html\nThe mill burned down.\n", "P0 The mill burned down.|" },
};

START_TEST(reads_each_row)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, rows[_i].input, GSAY_FORMAT_TEXT);
    gsay_str      shown = show_blocks(&arena, &document);
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: \"%.*s\"", rows[_i].name, GSAY_ARG(shown));
    gsay_arena_clear(&arena);
}
END_TEST

/* Inputs on which a careless reader is quadratic: the unit over and over. */
static const char *const units[] = { "\r", "\n",  "a",     " ",       "![", "](", "![a](", "1. ", "\xE2\x80\xA2 ",
                                     "\"", "a\r", "http:", "\xC2\xA0" };

START_TEST(survives_a_long_run_of_one_unit)
{
    enum { UNITS = 1 << 18 };
    size_t     len = strlen(units[_i]);
    gsay_arena arena = { 0 };
    char      *bytes = GSAY_NEW(&arena, char, UNITS *len + 1);
    ck_assert_ptr_nonnull(bytes);
    for (size_t i = 0; i < UNITS; i++)
        memcpy(bytes + i * len, units[_i], len);
    gsay_document document = read_literal(&arena, bytes, GSAY_FORMAT_TEXT);
    for (size_t i = 1; i < document.block_count; i++)
        ck_assert_uint_le(document.blocks[i - 1].text.end, document.blocks[i].text.begin);
    gsay_arena_clear(&arena);
}
END_TEST

Suite *plain_suite(void);

Suite *plain_suite(void)
{
    Suite *suite = suite_create("core/source/plain");
    TCase *tcase = tcase_create("plain");
    tcase_add_loop_test(tcase, reads_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_loop_test(tcase, survives_a_long_run_of_one_unit, 0, (int)(sizeof(units) / sizeof(units[0])));
    suite_add_tcase(suite, tcase);
    return suite;
}
