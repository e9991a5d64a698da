/* Addresses: the SKIP tokens of each row, and rows of look-alikes that hold none. */
#include "suite.h"
#include "reading.h"

struct row {
    const char *input, *want; /* SKIP tokens, each with a | behind it */
};

static const struct row rows[] = {
    { "See https://x.example/a_b?c=30%25.", "https://x.example/a_b?c=30%25|" },
    { "(http://x.example/w_(mill)) and", "http://x.example/w_(mill)|" },
    { "[mill](https://x.example/2014/5) burned", "https://x.example/2014/5|" },
    { "at www.mill.example/x, today", "www.mill.example/x|" },
    { "mail a.writer+5@news.example now", "a.writer+5@news.example|" },
    { "said @mill_owner5: yes", "@mill_owner5|" },
    { "a #Mill2014 tag", "#Mill2014|" },
    { "at mill.example/path/5", "mill.example/path/5|" },
    { "edit config.yaml and src/main.c.", "config.yaml|src/main.c|" },
    { "in /usr/share/mill or ../up or ~/mill", "/usr/share/mill|../up|~/mill|" },
    { "the max_rooms_5 setting", "max_rooms_5|" },
    { "bytes %e7%b7%8a here", "%e7%b7%8a|" },
    { "on C:\\mills\\5 there", "C:\\mills\\5|" },
    { "and/or 9/11 24/7 3/4 km/h he/she 12/31/2014", "" },
    { "the U.S.-led force, 5 p.m./6 p.m., U.S./China", "" },
    { "e.g. this, i.e. that; No.10 St.Louis J.K. Smith", "" },
    { "3.5 or 1.2.3 or 20%of or #404 or C# or 5 @ 3", "" },
    { "_emphasis_ and __more__ of it: // comment", "" },
    { "the end.The next", "" },
    { "mg/dL W/m2 TCP/IP red/green/blue 1998/99", "" },
    { "ratio 4:3 at 10:30", "" },
};

START_TEST(finds_each_row)
{
    struct reading reading;
    open_reading(&reading, gsay_str_of(rows[_i].input), GSAY_FORMAT_TEXT);
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < reading.text.token_count; i++)
        if (reading.text.tokens[i].kind == GSAY_TOKEN_SKIP)
            shown = add_shown(&reading, shown, gsay_token_text(&reading.text, i), "|");
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(rows[_i].want)), "%s: %.*s", rows[_i].input, GSAY_ARG(shown));
    close_reading(&reading);
}
END_TEST

Suite *address_suite(void);

Suite *address_suite(void)
{
    Suite *suite = suite_create("core/text/address");
    TCase *tcase = tcase_create("address");
    tcase_add_loop_test(tcase, finds_each_row, 0, (int)(sizeof(rows) / sizeof(rows[0])));
    suite_add_tcase(suite, tcase);
    return suite;
}
