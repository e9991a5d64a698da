/* Front matter: what it says, and what is none. */
#include "suite.h"
#include "reading.h"

#include "source/front_matter.h"

struct row {
    const char *name, *input, *title, *author, *date; /* "" for none */
    const char *rest;                                 /* what follows; NULL: there is no front matter */
};

static const struct row rows[] = {
    { "bare values", "---\ntitle: The mill\nauthor: Ada Holm\ndate: 2021-03-04\n---\nText.", "The mill", "Ada Holm",
      "2021-03-04", "Text." },
    { "quotation marks", "---\ntitle: \"The \\\"old\\\" mill\"\nauthor: 'Ada''s'\n---\n", "The \"old\" mill", "Ada's",
      "", "" },
    { "a comment behind a value", "---\ntitle: Mill # draft\ndate: '2021-03-04' # day\n---\n", "Mill", "", "2021-03-04",
      "" },
    { "a sign that begins no comment", "---\ntitle: Mill #5: a wheel\n---\n", "Mill", "", "", "" },
    { "lists", "---\nauthors:\n  - Ada Holm\n  - Jon Vik\ntitle: x\n---\n", "x", "Ada Holm", "", "" },
    { "a list on one line", "---\nauthor: [Ada Holm, Jon Vik]\n---\n", "", "Ada Holm", "", "" },
    { "a quoted list", "---\nauthor: [\"Ada, Jr.\", 'Jon']\n---\n", "", "Ada, Jr.", "", "" },
    { "keys of others", "---\ncover:\n  title: Picture\n  date: 2021-03-04\nTitle: Own\n---\n", "Own", "", "", "" },
    { "values of several lines are passed over", "---\ntitle: |\n  Mill\ndate: 2021-03-04\n---\n", "", "", "2021-03-04",
      "" },
    { "TOML", "+++\ntitle = \"The mill\"\ndate = 2021-03-04T10:00:00Z\n[extra]\nauthor = \"x\"\n+++\nText.", "The mill",
      "", "2021-03-04", "Text." },
    { "dates in other forms are none", "---\ntitle: x\ndate: March 4, 2021\n---\n", "x", "", "", "" },
    { "days that do not exist", "---\ndate: 2021-02-30\n---\n", "", "", "", "" },
    { "the day of the last change is another", "---\nupdated: 2021-03-04\n---\n", "", "", "", "" },
    { "the first of two counts", "---\ntitle: a\ntitle: b\n---\n", "a", "", "", "" },
    { "carriage returns", "---\r\ntitle: a\r\n...\r\nText", "a", "", "", "Text" },
    { "a rule is no fence", "---\n\ntitle: a\n---\n", "", "", "", NULL },
    { "a fence that never ends", "---\ntitle: a\n", "", "", "", NULL },
    { "text between rules", "---\nSome words.\n---\n", "", "", "", NULL },
    { "no front matter", "title: a\n", "", "", "", NULL },
    { "nothing", "", "", "", "", NULL },
    { "a fence alone", "---", "", "", "", NULL },
    { "empty values", "---\ntitle:\nauthor: \"\"\n---\n", "", "", "", "" },
};

START_TEST(reads_each_row)
{
    const struct row *row = &rows[_i];
    gsay_arena        arena = { 0 };
    gsay_statement    statement = { 0 };
    size_t            length = 99;
    char              day[16] = "";
    ck_assert_int_eq(gsay_front_matter_read(&arena, gsay_str_of(row->input), &statement, &length, NULL), GSAY_OK);
    ck_assert_msg(gsay_str_equal(statement.title, gsay_str_of(row->title)), "%s: title %.*s", row->name,
                  GSAY_ARG(statement.title));
    ck_assert_msg(gsay_str_equal(statement.author, gsay_str_of(row->author)), "%s: author %.*s", row->name,
                  GSAY_ARG(statement.author));
    gsay_str date = statement.day == GSAY_DAY_NONE ? GSAY_STR("") : gsay_day_print(statement.day, day);
    ck_assert_msg(gsay_str_equal(date, gsay_str_of(row->date)), "%s: date %.*s", row->name, GSAY_ARG(date));
    ck_assert_msg(row->rest ? strcmp(row->input + length, row->rest) == 0 : length == 0, "%s: %zu bytes", row->name,
                  length);
    gsay_arena_clear(&arena);
}
END_TEST

struct day_row {
    const char *value, *day;
};

static const struct day_row days[] = {
    { "2021-03-04", "2021-03-04" },
    { " 2021-03-04 ", "2021-03-04" },
    { "2021-03-04T23:59:00-05:00", "2021-03-04" },
    { "2021-03-04 10:00", "2021-03-04" },
    { "2021-03-04x", "" },
    { "2021-03-041", "" },
    { "2021-3-4", "" },
    { "20210304", "" },
    { "2021-03", "" },
    { "2021-03-04T", "" },
    { "2021-03-04 to 2021-03-06", "" },
    { "", "" },
};

START_TEST(reads_days)
{
    char    text[16] = "";
    int32_t day = gsay_stated_day(gsay_str_of(days[_i].value));
    if (day != GSAY_DAY_NONE)
        gsay_day_print(day, text);
    ck_assert_str_eq(text, days[_i].day);
}
END_TEST

START_TEST(what_the_caller_said_stands)
{
    gsay_arena    arena = { 0 };
    gsay_document document = { 0 };
    gsay_source   source = { .name = GSAY_STR("p"),
                             .title = GSAY_STR("Own"),
                             .date = GSAY_DAY_NONE,
                             .format = GSAY_FORMAT_MARKDOWN,
                             .input = GSAY_STR("---\ntitle: Other\nauthor: Ada\ndate: 1970-01-09\n---\nText.") };
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
    assert_str(document.source.title, "Own");
    assert_str(document.source.author, "Ada");
    ck_assert_int_eq(document.source.date, 8);
    ck_assert_uint_eq(document.block_count, 1);
    gsay_arena_clear(&arena);
}
END_TEST

Suite *front_matter_suite(void);

Suite *front_matter_suite(void)
{
    Suite *suite = suite_create("core/source/front_matter");
    TCase *tcase = tcase_create("front_matter");
    tcase_add_loop_test(tcase, reads_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    tcase_add_loop_test(tcase, reads_days, 0, (int)(sizeof(days) / sizeof(days[0])));
    tcase_add_test(tcase, what_the_caller_said_stands);
    suite_add_tcase(suite, tcase);
    return suite;
}
