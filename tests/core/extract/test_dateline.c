/* Where and when a source was filed. */
#include "extract/recogniser.h"
#include "row_text.h"
#include "suites.h"

struct dateline_row {
    const char *metadata;     /* the source's own date, "" none */
    const char *default_date; /* of the run, "" none */
    const char *text;
    const char *day;    /* "" none */
    const char *phrase; /* the tokens of the dateline, from the first to the last; "" none */
    const char *place;
};

static const struct dateline_row rows[] = {
    { "", "", "GENEVA >> Delegates met again to talk about salt.", "", "GENEVA >>", "geneva" },
    { "", "", "GENEVA, March 3 (Reuters) - Delegates met again to talk.", "", "GENEVA, March 3 (Reuters) -", "geneva" },
    { "", "", "GENEVA, March 3, 2021 (Reuters) - Delegates met again.", "2021-03-03",
      "GENEVA, March 3, 2021 (Reuters) -", "geneva" },
    { "", "", "OSLO (AP) \xe2\x80\x94 A ferry was late.", "", "OSLO (AP) \xe2\x80\x94", "oslo" },
    { "", "", "NEW YORK (AP) \xe2\x80\x94 A ferry was late.", "", "NEW YORK (AP) \xe2\x80\x94", "new york" },
    { "", "", "RIGA, Latvia (AP) \xe2\x80\x94 A ferry was late.", "", "RIGA, Latvia (AP) \xe2\x80\x94", "riga" },
    { "", "", "WARSAW: A ferry was late.", "", "WARSAW:", "warsaw" },
    { "", "2020-05-05", "WARSAW: A ferry was late.", "2020-05-05", "WARSAW:", "warsaw" },
    { "", "", "Ferry late again\n\nTue Mar 4 2025\n\nA ferry was late this morning in the harbour.", "2025-03-04",
      "Tue Mar 4 2025", "" },
    { "", "", "Ferry late again\n\nMarch 4, 2025\n\nA ferry was late this morning.", "2025-03-04", "March 4, 2025",
      "" },
    { "", "", "Ferry late again\n\nPublished: 4 Mar 2025\n\nA ferry was late.", "2025-03-04", "Published: 4 Mar 2025",
      "" },
    { "", "", "Ferry late again\n\nUpdated March 4, 2025 at 10:15 a.m.\n\nA ferry was late.", "2025-03-04",
      "Updated March 4, 2025 at 10:15 a.m.", "" },
    { "", "", "date 2025-03-04 OSLO >> A ferry was late.", "2025-03-04", "date 2025-03-04 OSLO >>", "oslo" },
    { "2019-01-02", "", "OSLO, March 4, 2025 (AP) - A ferry was late.", "2019-01-02", "OSLO, March 4, 2025 (AP) -",
      "oslo" },
    { "2019-01-02", "2018-01-01", "A ferry was late.", "2019-01-02", "", "" },
    { "", "2018-01-01", "A ferry was late.", "2018-01-01", "", "" },
    { "", "", "A ferry was late.", "", "", "" },
    { "", "2018-01-01", "A ferry was late on March 4, 2025, they said.", "2018-01-01", "", "" },
    { "", "", "Ferry late\n\nMarch 4\n\nA ferry was late.", "", "March 4", "" },
    { "", "", "NATO said so. A ferry was late.", "", "", "" },
    { "", "", "", "", "", "" },
};

static void check_phrase(const gsay_text *text, const gsay_dateline *line, const char *want)
{
    gsay_span span = { 0, 0 };
    if (line->token_end > line->token_begin)
        span = (gsay_span){ text->tokens[line->token_begin].begin, text->tokens[line->token_end - 1].end };
    assert_str(gsay_str_slice(text->document->text, span), want);
}

START_TEST(finds_when_and_where_a_source_was_filed)
{
    const struct dateline_row *row = &rows[_i];
    struct row_text            read;
    gsay_source                source = literal_of(row->text);
    source.date = gsay_day_read(gsay_str_of(row->metadata));
    open_row_text(&read, source);
    gsay_scan     scan = { .text = &read.text,
                           .arena = &read.arena,
                           .date = gsay_day_read(gsay_str_of(row->default_date)) };
    gsay_dateline line = gsay_find_dateline(&scan);
    char          day[16] = "";
    assert_str(line.day == GSAY_DAY_NONE ? GSAY_STR("") : gsay_day_print(line.day, day), row->day);
    assert_str(line.place, row->place);
    check_phrase(&read.text, &line, row->phrase);
    close_row_text(&read);
}
END_TEST

Suite *dateline_suite(void)
{
    Suite *suite = suite_create("core/extract/dateline");
    TCase *lines = tcase_create("lines");
    tcase_add_loop_test(lines, finds_when_and_where_a_source_was_filed, 0, (int)(sizeof rows / sizeof *rows));
    suite_add_tcase(suite, lines);
    return suite;
}
