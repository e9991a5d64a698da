/* Markdown: what is prose, what is not, and that every block knows its place in the input. */
#include "suite.h"
#include "reading.h"

#define CODE "\xEF\xBF\xBC"

struct row {
    const char *name, *input, *want;
};

static const struct row rows[] = {
    { "an empty text has no block", "", "" },
    { "headings of both kinds", "# One\n\nTwo\n---\n\n### Three ###\n", "H1 One|H2 Two|H3 Three|" },
    { "paragraphs keep their line breaks", "The mill\nburned *down*.\n\nNobody was **hurt**.\n",
      "P0 The mill~burned down.|P0 Nobody was hurt.|" },
    { "lists tell their depth", "- mill\n  - wheel\n    - paddle\n- barn\n\n1. shed\n",
      "L1 mill|L2 wheel|L3 paddle|L1 barn|L1 shed|" },
    { "an item of two paragraphs", "- mill\n\n  It burned.\n\n- barn\n", "L1 mill|L1 It burned.|L1 barn|" },
    { "tables give cells", "| a | b |\n|---|---|\n| 1 | 20% |\n", "C0 a|C0 b|C0 1|C0 20%|" },
    { "code is no prose", "Set `limit = 5` now.\n\n```\n20%\n```\n\n    indented 30%\n", "P0 Set " CODE " now.|" },
    { "code over two lines leaves one mark", "Set `limit\n= 5` now.", "P0 Set " CODE " now.|" },
    { "addresses are no prose", "See [the report](https://x.example/2014 \"A title\") and <https://y.example/5>.",
      "P0 See the report and https://y.example/5.|" },
    { "pictures are no prose", "![Mill in 1999](a.jpg)\n\nIt ![x](b.png) burned.", "P0 It  burned.|" },
    { "raw HTML is no prose", "<div>\n50 rooms\n</div>\n\nThe <b>mill</b> burned<br>down.",
      "P0 The mill burned~down.|" },
    { "comments are no prose", "<!-- 5 mills -->\n\nText.", "P0 Text.|" },
    { "struck-out words are taken back", "It has ~~20~~ 25 rooms.", "P0 It has  25 rooms.|" },
    { "entities are decoded", "Marks &amp; Sons&#8217; caf&eacute; &nosuch; &#x20AC;5",
      "P0 Marks & Sons\xE2\x80\x99 caf\xC3\xA9 &nosuch; \xE2\x82\xAC"
      "5|" },
    { "front matter is skipped", "---\nlayout: \"Mill\"\ndate: 2021-03-04\n---\nText.", "P0 Text.|" },
    { "a title is the headline of a text without one", "---\ntitle: \"Mill burns\"\n---\nText.\n\n# Later",
      "H1 Mill burns|P0 Text.|H1 Later|" },
    { "a heading stands for the title", "---\ntitle: Mill burns\n---\n\n# The mill\n\nText.", "H1 The mill|P0 Text.|" },
    { "so does an underlined one", "---\ntitle: Mill burns\n---\nThe mill\n===\n\nText.", "H1 The mill|P0 Text.|" },
    { "a title that is written otherwise stays out", "---\ntitle: \"The \\\"mill\\\" burns\"\n---\nText.",
      "P0 Text.|" },
    { "an empty title is none", "---\ntitle: \"\"\n---\nText.", "P0 Text.|" },
    { "a rule at the head is no front matter", "---\n\nText.\n\n---\n", "P0 Text.|" },
    { "quotations are paragraphs", "> The mill\n> burned.\n", "P0 The mill~burned.|" },
};

START_TEST(reads_each_row)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, rows[_i].input, GSAY_FORMAT_MARKDOWN);
    gsay_str      shown = show_blocks(&arena, &document);
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: \"%.*s\"", rows[_i].name, GSAY_ARG(shown));
    gsay_arena_clear(&arena);
}
END_TEST

/* Where a stretch of text stands in the input. */
struct place_row {
    const char *input, *text, *place;
};

static const struct place_row places[] = {
    { "# A *red* mill", "red", "red" },
    { "The **old** mill", "The old mill", "The **old** mill" },
    { "a &amp; b", "&", "&amp;" },
    { "a &amp; b", "a & b", "a &amp; b" },
    { "&quot;Go&quot;\n\nx", "\"Go\"", "&quot;Go&quot;" },
    { "use `x` now", CODE, "x" },
    { "one\n   two", "one\ntwo", "one\n   two" },
    { "\xEF\xBB\xBFone two", "two", "two" },
};

START_TEST(maps_text_back_to_the_input)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, places[_i].input, GSAY_FORMAT_MARKDOWN);
    gsay_str      wanted = gsay_str_of(places[_i].text);
    bool          is_found = false;
    for (uint32_t at = 0; !is_found && at + wanted.len <= document.text.len; at++) {
        gsay_span span = { at, at + (uint32_t)wanted.len };
        if (!gsay_str_equal(gsay_str_slice(document.text, span), wanted))
            continue;
        is_found = true;
        gsay_span place = gsay_document_place(&document, span);
        assert_str(gsay_str_slice(document.source.input, place), places[_i].place);
    }
    ck_assert(is_found);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(front_matter_tells_title_and_date)
{
    gsay_arena    arena = { 0 };
    gsay_document document =
        read_literal(&arena, "---\ntitle: 'The mill'\ndate: 2021-03-04T10:00\n---\nText.", GSAY_FORMAT_MARKDOWN);
    assert_str(document.source.title, "The mill");
    ck_assert_int_eq(document.source.date, gsay_day_of((gsay_civil){ 2021, 3, 4 }));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(cells_know_table_row_and_column)
{
    gsay_arena    arena = { 0 };
    gsay_document document =
        read_literal(&arena, "|a|b|\n|---|---|\n|c||\n|d|e|\n\n|x|\n|---|\n|y|\n", GSAY_FORMAT_MARKDOWN);
    ck_assert_uint_eq(document.block_count, 7);
    gsay_block last = document.blocks[4], other = document.blocks[6];
    ck_assert_uint_eq(last.row, 2);
    ck_assert_uint_eq(last.column, 1);
    ck_assert_uint_eq(last.table, 1);
    ck_assert_uint_eq(other.table, 2);
    ck_assert_uint_eq(other.row, 1);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    const char *input = "# A\n\n- b &amp; c\n- d\n\n|x|\n|---|\n|y|\n";
    for (size_t nth = 2; nth < 40; nth++) {
        gsay_arena    arena = { .fail_after = nth };
        gsay_source   source = { .name = GSAY_STR("m"), .format = GSAY_FORMAT_MARKDOWN, .input = gsay_str_of(input) };
        gsay_document document = { 0 };
        gsay_error    err = { 0 };
        gsay_status   status = gsay_document_read(&arena, &source, &document, &err);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && document.blocks == NULL));
        gsay_arena_clear(&arena);
    }
}
END_TEST

Suite *markdown_suite(void);

Suite *markdown_suite(void)
{
    Suite *suite = suite_create("core/source/markdown");
    TCase *tcase = tcase_create("markdown");
    tcase_add_loop_test(tcase, reads_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_loop_test(tcase, maps_text_back_to_the_input, 0, (int)(sizeof(places) / sizeof(places[0])));
    tcase_add_test(tcase, front_matter_tells_title_and_date);
    tcase_add_test(tcase, cells_know_table_row_and_column);
    tcase_add_test(tcase, fails_cleanly_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
