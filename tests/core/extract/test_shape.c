/* Which shapes an expression of time can have by its first token, and what the tokens behind it rule out. */
#include "extract/shape.h"
#include "row_text.h"
#include "suites.h"

struct shape_row {
    const char *text;
    uint32_t    at;   /* the token that is asked for */
    const char *want; /* the shapes by name, in the order of their bits */
};

/* By the number of their bit. */
static const char *const shape_names[] = {
    "weekday",   "month-first",  "day-first", "year-first", "numeric", "bare-day", "bare-year", "day-word",
    "nth-of",    "adjective",    "from",      "distance",   "unit-of", "fiscal",   "decade",    "century",
    "quarter",   "season",       "holiday",   "week",       "clock",   "part",     "modified",  "opened",
    "first-end", "last-or-next", "set",       "length",     "plural",
};

static const struct shape_row rows[] = {
    { "14 boats sank.", 0, "" },
    { "14 April was wet.", 0, "day-first clock" },
    { "14 years passed.", 0, "from distance clock length" },
    { "14-year lease", 0, "from distance length" },
    { "14-16 April", 0, "day-first numeric clock first-end" },
    { "14:05 sharp", 0, "clock" },
    { "9.5 tons", 0, "" },
    { "9.5.1931 was dry.", 0, "numeric" },
    { "9.30pm sharp", 0, "clock" },
    { "9 pm sharp", 0, "clock" },
    { "9 EST sharp", 0, "clock" },
    { "9 to 11 came.", 0, "clock" },
    { "9 to 11 pm was dry.", 0, "clock first-end" },
    { "38 in port", 0, "" },
    { "They won 3-2.", 4, "" },
    { "4/5/2020 was dry.", 0, "numeric" },
    { "20200405 was dry.", 0, "numeric" },
    { "1931 was dry.", 0, "bare-year" },
    { "1931-04-05 was dry.", 0, "numeric bare-year" },
    { "1500 hours", 0, "bare-year from distance clock length" },
    { "480 BC", 0, "bare-year fiscal" },
    { "1930s barns", 0, "bare-year from distance decade clock length" },
    { "the 1930s", 0, "bare-year decade" },
    { "the 15th", 0, "bare-day" },
    { "21st century", 0, "from distance century quarter clock length" },
    { "3 times a day", 0, "set" },
    { "10 previous weeks", 0, "from distance clock last-or-next length" },
    { "two boats sank.", 0, "" },
    { "three-year-old barns", 0, "" },
    { "two weeks passed.", 0, "from distance clock length" },
    { "seven o'clock", 0, "clock" },
    { "nineteen eighty", 0, "bare-year fiscal clock" },
    { "first boat", 0, "" },
    { "first week of May", 0, "day-first nth-of century quarter last-or-next" },
    { "third quarter of 1931", 0, "nth-of from distance century quarter clock length" },
    { "a boat", 0, "" },
    { "a year", 0, "from distance length" },
    { "a long weekend", 0, "from distance length" },
    { "a new week", 0, "" },
    { "a quarter past two", 0, "from distance clock length" },
    { "several boats sank.", 0, "" },
    { "several days passed.", 0, "from distance length" },
    { "half past two", 0, "clock" },
    { "Monday was wet.", 0, "weekday" },
    { "Mondays are wet.", 0, "weekday set" },
    { "Monday mornings are wet.", 0, "weekday set" },
    { "Monday of next week", 0, "weekday unit-of" },
    { "June was wet.", 0, "month-first" },
    { "yesterday", 0, "day-word" },
    { "winter", 0, "distance season plural" },
    { "the boat", 0, "" },
    { "the day", 0, "" },
    { "the day before yesterday", 0, "day-word" },
    { "the year", 0, "" },
    { "the year before last", 0, "unit-of" },
    { "the year 1931", 0, "bare-year" },
    { "the week", 0, "unit-of week" },
    { "last", 0, "nth-of adjective quarter last-or-next set" },
    { "early", 0, "part modified" },
    { "the evening", 0, "part" },
    { "from", 0, "opened" },
    { "every", 0, "set" },
    { "new barns", 0, "" },
    { "New Year's Eve", 0, "holiday" },
    { "mother's day", 0, "holiday" },
    { "Rosh Hashanah", 0, "holiday" },
    { "'98", 0, "bare-year decade" },
    { "Boats sank.", 0, "" },
    { "Boats sank.", 9, "" },
};

START_TEST(tells_what_a_token_can_begin_by_what_stands_behind_it)
{
    const struct shape_row *row = &rows[_i];
    struct row_text         read;
    open_row_text(&read, literal_of(row->text));
    gsay_scan scan = { .text = &read.text, .arena = &read.arena, .date = GSAY_DAY_NONE };
    gsay_scan_enter(&scan, read.text.sentences[0].begin, read.text.sentences[0].end);
    uint32_t shapes = gsay_opening_find(&scan, row->at).shapes;
    for (size_t i = 0; i < sizeof shape_names / sizeof *shape_names; i++)
        if (shapes >> i & 1)
            gsay_buffer_add_format(&read.found, "%s%s", read.found.len ? " " : "", shape_names[i]);
    check_found(&read, row->want);
    close_row_text(&read);
}
END_TEST

Suite *shape_suite(void)
{
    Suite *suite = suite_create("core/extract/shape");
    TCase *readings = tcase_create("readings");
    tcase_add_loop_test(readings, tells_what_a_token_can_begin_by_what_stands_behind_it, 0,
                        (int)(sizeof rows / sizeof *rows));
    suite_add_tcase(suite, readings);
    return suite;
}
