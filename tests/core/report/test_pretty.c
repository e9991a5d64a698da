/* The report for a person, byte by byte: lines cut and underlined, lists wrapped, ink, totals. */
#include "report/report.h"

#include "base/utf8.h"
#include "places.h"
#include "report/quoted.h"
#include "suite.h"

Suite *pretty_suite(void);

/* One quoted line, as it must look. A place that does not stand in the line is at its end. */
static const struct quoted_case {
    const char *line;
    const char *words;
    uint32_t    width;
    bool        is_cut_left;
    bool        is_cut_right;
    const char *expected;
} QUOTED[] = {
    { "Forces hold 20% of it.", "20%", 100, false, false,
      "  6 | Forces hold 20% of it.\n"
      "    |             ^^^" },
    { "20%", "20%", 100, false, false,
      "  6 | 20%\n"
      "    | ^^^" },
    { "", "", 100, false, false,
      "  6 | \n"
      "    | ^" },
    /* wide characters take two columns, before the place and in it */
    { "東京: 市役所 opened", "市役所", 100, false, false,
      "  6 | 東京: 市役所 opened\n"
      "    |       ^^^^^^" },
    /* combining marks take none: e + U+0301 twice */
    { "re\xCC\x81sume\xCC\x81: 20%", "20%", 100, false, false,
      "  6 | re\xCC\x81sume\xCC\x81: 20%\n"
      "    |         ^^^" },
    { "nai\xCC\x88ve 7", "nai\xCC\x88ve", 100, false, false,
      "  6 | nai\xCC\x88ve 7\n"
      "    | ^^^^^" },
    /* what moves a cursor is a space: tab, escape, and C1's two-byte CSI */
    { "a\tb\x1B[2J\xC2\x9Bm 20%", "20%", 100, false, false,
      "  6 | a b [2J m 20%\n"
      "    |           ^^^" },
    /* an override of direction is dropped, and has no column: U+202E */
    { "a\xE2\x80\xAE"
      "bc 20%",
      "20%", 100, false, false,
      "  6 | abc 20%\n"
      "    |     ^^^" },
    /* as does a byte order mark */
    { "\xEF\xBB\xBFTwenty, 20%", "20%", 100, false, false,
      "  6 | Twenty, 20%\n"
      "    |         ^^^" },
    /* the excerpt itself was cut from a longer line */
    { "of the bridge at 20% of", "20%", 100, true, true,
      "  6 | … of the bridge at 20% of …\n"
      "    |                    ^^^" },
    /* a line that fits exactly is whole; one column less, and it is cut at words */
    { "one two three four five six seven", "four", 39, false, false,
      "  6 | one two three four five six seven\n"
      "    |               ^^^^" },
    { "one two three four five six seven", "four", 38, false, false,
      "  6 | … three four five six seven\n"
      "    |         ^^^^" },
    /* the place at either end of a line that is too long */
    { "one two three four five six seven", "one", 30, false, false,
      "  6 | one two three four …\n"
      "    | ^^^" },
    { "one two three four five six seven", "seven", 30, false, false,
      "  6 | … four five six seven\n"
      "    |                 ^^^^^" },
    /* a place longer than the screen is underlined to the end */
    { "aaaaaaaaaabbbbbbbbbbcccccccccc", "aaaaaaaaaabbbbbbbbbbcccccccccc", 26, false, false,
      "  6 | aaaaaaaaaabbbbbb …\n"
      "    | ^^^^^^^^^^^^^^^^^^" },
    /* without white space, characters are cut, wide ones never in halves */
    { "一二三四五六七八九十一二三四五六七八九十", "十", 30, false, false,
      "  6 | … 七八九十一二三四五六 …\n"
      "    |         ^^" },
    /* a word that does not fit gives its room to the words before the place */
    { "twenty, 20% abernathy-long-word-here", "20%", 30, false, false,
      "  6 | twenty, 20% …\n"
      "    |         ^^^" },
    /* a place that just fits is not cut for what follows it without a space */
    { "aaaaaaaa bbbbbbb, ccc dd", "aaaaaaaa bbbbbbb", 26, false, false,
      "  6 | aaaaaaaa bbbbbbb …\n"
      "    | ^^^^^^^^^^^^^^^^" },
    /* one that does not is cut behind a word of its own */
    { "aaaaaaaa bbbbbbb cccc, ddd", "aaaaaaaa bbbbbbb cccc", 26, false, false,
      "  6 | aaaaaaaa bbbbbbb …\n"
      "    | ^^^^^^^^^^^^^^^^^^" },
    { "aaaaaaaa bbbbbbbbb cccc, ddd", "aaaaaaaa bbbbbbbbb cccc", 26, false, false,
      "  6 | aaaaaaaa …\n"
      "    | ^^^^^^^^^^" },
    /* the narrowest of terminals still shows the place */
    { "one two three four five six seven", "four", 1, false, false,
      "  6 | … three four five …\n"
      "    |         ^^^^" },
};

START_TEST(quotes_a_line_with_its_place_underlined)
{
    const struct quoted_case *row = &QUOTED[_i];
    gsay_buffer               buffer = { 0 };
    gsay_screen               screen = { .buffer = &buffer, .width = row->width };
    gsay_quoting              how = { .gutter = 1, .mark = '^' };
    gsay_place                place = place_in_line("a.txt", 6, row->line, row->words);
    place.is_cut_left = row->is_cut_left;
    place.is_cut_right = row->is_cut_right;
    gsay_quoted_write(&screen, &place, &how);
    assert_str(gsay_buffer_view(&buffer), row->expected);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(underlines_no_further_than_the_line_when_a_place_goes_on_in_the_next)
{
    gsay_buffer  buffer = { 0 };
    gsay_screen  screen = { .buffer = &buffer, .width = 100 };
    gsay_quoting how = { .gutter = 2, .mark = '-' };
    gsay_place   place = place_in_line("a.txt", 6, "she said: “we will", "“we will");
    place.span.end += 40;
    gsay_quoted_write(&screen, &place, &how);
    assert_str(gsay_buffer_view(&buffer), "   6 | she said: “we will\n"
                                          "     |           --------");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(survives_a_place_outside_of_its_excerpt)
{
    gsay_buffer  buffer = { 0 };
    gsay_screen  screen = { .buffer = &buffer, .width = 100 };
    gsay_quoting how = { .gutter = 1, .mark = '^' };
    gsay_place   place = place_in_line("a.txt", 6, "short", "short");
    place.span = (gsay_span){ LINE_BEGIN + 90, LINE_BEGIN + 95 };
    gsay_quoted_write(&screen, &place, &how);
    assert_str(gsay_buffer_view(&buffer), "  6 | short\n"
                                          "    |      ^");
    buffer.len = 0;
    place.span = (gsay_span){ 0, 5 };
    gsay_quoted_write(&screen, &place, &how);
    assert_str(gsay_buffer_view(&buffer), "  6 | short\n"
                                          "    | ^");
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Every width shows the place, stays within the width, and underlines as many columns as the place has. */
START_TEST(keeps_to_every_width)
{
    static const char line[] =
        "Der Umbau kostet 340 Millionen Euro, sagte Bürgermeisterin Anneke Vandermeer am Dienstag in 東京.";
    gsay_screen  screen = { .width = (uint32_t)_i };
    gsay_quoting how = { .gutter = 1, .mark = '^' };
    gsay_buffer  buffer = { 0 };
    gsay_place   place = place_in_line("a.txt", 6, line, "340 Millionen");
    screen.buffer = &buffer;
    gsay_quoted_write(&screen, &place, &how);
    gsay_str    view = gsay_buffer_view(&buffer);
    const char *feed = memchr(view.ptr, '\n', view.len);
    ck_assert_ptr_nonnull(feed);
    gsay_str top = { view.ptr, (size_t)(feed - view.ptr) };
    gsay_str under = { feed + 1, view.len - top.len - 1 };
    ck_assert_uint_le(gsay_utf8_columns(top), _i < 26 ? 26 : (size_t)_i);
    ck_assert_uint_le(gsay_utf8_columns(under), _i < 26 ? 26 : (size_t)_i);
    ck_assert(gsay_str_ends(under, GSAY_STR(" ^^^^^^^^^^^^^")));
    size_t before = offset_of(under, GSAY_STR("^")) + 1;
    size_t at = offset_of(top, GSAY_STR("340 Millionen"));
    ck_assert_uint_eq(gsay_utf8_columns((gsay_str){ top.ptr, at }) + 1, before);
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Write findings of a run over five sources. */
static void write_report(gsay_buffer *buffer, gsay_finding *items, size_t count, bool has_color, uint32_t width)
{
    gsay_findings findings = { .items = items, .count = count };
    gsay_coverage coverage = { .sources = 5, .claims = 97, .topics = 31, .compared = 44 };
    gsay_report   report = { .findings = &findings, .coverage = &coverage, .has_color = has_color, .width = width };
    gsay_write_pretty(buffer, &report);
}

static gsay_finding bridge_finding(void)
{
    return (gsay_finding){
        .rule = GSAY_STR("measure-conflict"),
        .severity = GSAY_SEVERITY_ERROR,
        .message = GSAY_STR("340 million here, but 304 million"),
        .at = place_in_line("ledger.txt", 7, "The bridge costs 340 million.", "340 million"),
    };
}

START_TEST(writes_a_finding_like_a_compiler)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding       finding = bridge_finding();
    gsay_str           why[] = { GSAY_STR("head: bridge"), GSAY_STR("part: level") };
    gsay_finding_place related[] = {
        { place_in_line("gazette.txt", 103, "Council: 304 million for the bridge", "304 million"),
          GSAY_STR("stated first") },
    };
    finding.related = related;
    finding.related_count = 1;
    finding.why = why;
    finding.why_count = 2;
    write_report(&buffer, &finding, 1, false, 0);
    assert_str(gsay_buffer_view(&buffer), "error[measure-conflict]  340 million here, but 304 million\n"
                                          "  ledger.txt:7:18\n"
                                          "    7 | The bridge costs 340 million.\n"
                                          "      |                  ^^^^^^^^^^^\n"
                                          "  gazette.txt:103:10\n"
                                          "  103 | Council: 304 million for the bridge\n"
                                          "      |          ----------- stated first\n"
                                          "  why: head: bridge; part: level\n"
                                          "\n"
                                          "1 error in 5 sources\n"
                                          "  97 claims in 31 topics, 44 pairs compared\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(quotes_two_sources_and_lists_the_others)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding       finding = bridge_finding();
    gsay_finding_place related[8];
    for (uint32_t i = 0; i < 8; i++)
        related[i].place = place_in_line(i < 3 ? "a.txt" : "b.txt", i + 1, "304 million", "304 million");
    for (uint32_t i = 0; i < 8; i++)
        related[i].message = GSAY_STR("");
    finding.related = related;
    finding.related_count = 8;
    finding.more = 15;
    write_report(&buffer, &finding, 1, false, 60);
    assert_str(gsay_buffer_view(&buffer), "error[measure-conflict]  340 million here, but 304 million\n"
                                          "  ledger.txt:7:18\n"
                                          "  7 | The bridge costs 340 million.\n"
                                          "    |                  ^^^^^^^^^^^\n"
                                          "  a.txt:1:1\n"
                                          "  1 | 304 million\n"
                                          "    | -----------\n"
                                          "  b.txt:4:1\n"
                                          "  4 | 304 million\n"
                                          "    | -----------\n"
                                          "  also: a.txt:2:1, a.txt:3:1, b.txt:5:1, b.txt:6:1,\n"
                                          "        b.txt:7:1, b.txt:8:1 and 15 more\n"
                                          "\n"
                                          "1 error in 5 sources\n"
                                          "  97 claims in 31 topics, 44 pairs compared\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(counts_what_stands_beside_the_quoted_places)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding       finding = bridge_finding();
    gsay_finding_place related[] = {
        { place_in_line("a.txt", 1, "304 million", "304 million"), GSAY_STR("") },
        { place_in_line("a.txt", 2, "304 million", "304 million"), GSAY_STR("") },
    };
    finding.related = related;
    finding.related_count = 2;
    finding.more = 1;
    write_report(&buffer, &finding, 1, false, 0);
    gsay_str view = gsay_buffer_view(&buffer);
    size_t   at = offset_of(view, GSAY_STR("  a.txt:2:1\n"));
    gsay_str rest = { view.ptr + at, view.len - at };
    assert_str(rest, "  a.txt:2:1\n"
                     "  2 | 304 million\n"
                     "    | -----------\n"
                     "  also: 1 more\n"
                     "\n"
                     "1 error in 5 sources\n"
                     "  97 claims in 31 topics, 44 pairs compared\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(wraps_reasons_between_words)
{
    gsay_buffer  buffer = { 0 };
    gsay_finding finding = bridge_finding();
    gsay_str why[] = { GSAY_STR("head: territory"), GSAY_STR("about: Kelsund, Solvang"), GSAY_STR("time: 2025-03") };
    finding.why = why;
    finding.why_count = 3;
    write_report(&buffer, &finding, 1, false, 36);
    gsay_str view = gsay_buffer_view(&buffer);
    size_t   at = offset_of(view, GSAY_STR("  why:"));
    gsay_str rest = { view.ptr + at, view.len - at };
    assert_str(rest, "  why: head: territory; about:\n"
                     "       Kelsund, Solvang; time:\n"
                     "       2025-03\n"
                     "\n"
                     "1 error in 5 sources\n"
                     "  97 claims in 31 topics, 44 pairs\n"
                     "  compared\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(inks_what_a_terminal_may_show)
{
    gsay_buffer  buffer = { 0 };
    gsay_finding finding = bridge_finding();
    finding.severity = GSAY_SEVERITY_WARNING;
    write_report(&buffer, &finding, 1, true, 0);
    assert_str(gsay_buffer_view(&buffer),
               "\033[1;33mwarning[measure-conflict]\033[0m  \033[1m340 million here, but 304 million\033[0m\n"
               "  ledger.txt:7:18\n"
               "\033[2m  7 |\033[0m The bridge costs 340 million.\n"
               "\033[2m    |\033[0m                  \033[1;33m^^^^^^^^^^^\033[0m\n"
               "\n"
               "\033[1;33m1 warning\033[0m in 5 sources\n"
               "\033[2m  97 claims in 31 topics, 44 pairs compared\033[0m\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(lets_no_text_act_on_the_terminal)
{
    gsay_buffer  buffer = { 0 };
    gsay_finding finding = bridge_finding();
    gsay_str     why[] = { GSAY_STR("head: \x1B]0;x\x07") };
    finding.message = GSAY_STR("a\x1B[31mb\nc");
    finding.at.source = GSAY_STR("o\x1B"
                                 "dd\r.txt");
    finding.why = why;
    finding.why_count = 1;
    write_report(&buffer, &finding, 1, false, 0);
    gsay_str view = gsay_buffer_view(&buffer);
    for (size_t i = 0; i < view.len; i++)
        ck_assert_msg(view.ptr[i] == '\n' || (unsigned char)view.ptr[i] >= 0x20, "byte %zu is a control", i);
    ck_assert(gsay_str_starts(view, GSAY_STR("error[measure-conflict]  a [31mb c\n  o dd .txt:7:18\n")));
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(adds_up_by_severity)
{
    gsay_buffer  buffer = { 0 };
    gsay_finding items[4] = { bridge_finding(), bridge_finding(), bridge_finding(), bridge_finding() };
    items[0].severity = GSAY_SEVERITY_NOTE;
    items[1].severity = GSAY_SEVERITY_ERROR;
    items[2].severity = GSAY_SEVERITY_WARNING;
    items[3].severity = GSAY_SEVERITY_ERROR;
    write_report(&buffer, items, 4, false, 0);
    gsay_str view = gsay_buffer_view(&buffer);
    ck_assert(gsay_str_ends(
        view, GSAY_STR("\n\n2 errors, 1 warning, 1 note in 5 sources\n  97 claims in 31 topics, 44 pairs compared\n")));
    gsay_buffer_clear(&buffer);
}
END_TEST

static const struct total_case {
    gsay_coverage coverage;
    const char   *expected;
} TOTALS[] = {
    { { .sources = 0 }, "no contradiction found in 0 sources\n" },
    { { .sources = 1, .claims = 1, .topics = 1, .compared = 1 },
      "no contradiction found in 1 source\n  1 claim in 1 topic, 1 pair compared\n" },
    { { .sources = 2,
        .claims = 9,
        .topics = 4,
        .compared = 2,
        .skipped = { [GSAY_GATE_TIME] = 3, [GSAY_GATE_WHOLE] = 1200 } },
      "no contradiction found in 2 sources\n  9 claims in 4 topics, 2 pairs compared, 1203 not: 3 different time, 1200 "
      "part of whole\n" },
    { { .sources = 2, .claims = 9, .topics = 4, .compared = 2, .capped = 7 },
      "no contradiction found in 2 sources\n  9 claims in 4 topics, 2 pairs compared; 7 values left out of crowded "
      "topics\n" },
};

START_TEST(says_what_was_looked_at_and_what_was_not)
{
    gsay_buffer   buffer = { 0 };
    gsay_findings findings = { 0 };
    gsay_report   report = { .findings = &findings, .coverage = &TOTALS[_i].coverage };
    gsay_write_pretty(&buffer, &report);
    assert_str(gsay_buffer_view(&buffer), TOTALS[_i].expected);
    gsay_buffer_clear(&buffer);
}
END_TEST

Suite *pretty_suite(void)
{
    Suite *suite = suite_create("core/report/pretty");
    TCase *quoted = tcase_create("quoted");
    TCase *whole = tcase_create("whole");
    tcase_add_loop_test(quoted, quotes_a_line_with_its_place_underlined, 0, (int)(sizeof QUOTED / sizeof *QUOTED));
    tcase_add_test(quoted, underlines_no_further_than_the_line_when_a_place_goes_on_in_the_next);
    tcase_add_test(quoted, survives_a_place_outside_of_its_excerpt);
    tcase_add_loop_test(quoted, keeps_to_every_width, 20, 130);
    tcase_add_test(whole, writes_a_finding_like_a_compiler);
    tcase_add_test(whole, quotes_two_sources_and_lists_the_others);
    tcase_add_test(whole, counts_what_stands_beside_the_quoted_places);
    tcase_add_test(whole, wraps_reasons_between_words);
    tcase_add_test(whole, inks_what_a_terminal_may_show);
    tcase_add_test(whole, lets_no_text_act_on_the_terminal);
    tcase_add_test(whole, adds_up_by_severity);
    tcase_add_loop_test(whole, says_what_was_looked_at_and_what_was_not, 0, (int)(sizeof TOTALS / sizeof *TOTALS));
    suite_add_tcase(suite, quoted);
    suite_add_tcase(suite, whole);
    return suite;
}
