/* Named claims: what patterns may say, what they find, and that they find it in linear work. */
#include <stdio.h>
#include <stdlib.h>

#include "claim/named.h"
#include "reading.h"
#include "suites.h"

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

/* Patterns that cannot be, and a part of what is said of each. */
static const struct {
    const char *pattern, *want;
} wrong_rows[] = {
    { "{numbr} seats", "at its byte 1: there is no {numbr}; the nearest is {number}" },
    { "{colour} seats", "placeholders are {number} {percent}" },
    { "{number seats", "at its byte 1: a { without its }" },
    { "{number} [wooden seats", "at its byte 10: a [ without its ]" },
    { "{number} (wooden|iron seats", "at its byte 10: a ( without its )" },
    { "{number} wooden] seats", "at its byte 16: a mark that closes or parts no group" },
    { "{number} seats | chairs", "at its byte 16: a mark that closes or parts no group" },
    { "{number} ([wooden]) seats", "at its byte 11: a group holds words alone" },
    { "{number} (|wooden) seats", "from 1 to 16 words" },
    { "{number} () seats", "from 1 to 16 words" },
    { "wooden seats", "a placeholder is missing, such as {number}" },
    { "{number}", "a word beside the placeholder is missing" },
    { "{number} [seats]", "a word beside the placeholder is missing" },
    { "{number}: 12", "a word beside the placeholder is missing" },
    { "… {number} seats", "an ellipsis stands between words" },
    { "{number} seats ...", "an ellipsis stands between words" },
    { "", "a pattern has 1 to 1000 bytes" },
    { "{number} \xFF", "a pattern has 1 to 1000 bytes" },
    { "badge/{number}-[a]", "an address has placeholders alone" },
    { "badge/{quote}", "an address holds {number}, {percent}, {date} or {name}" },
    { "badge/seats", "a placeholder is missing" },
    { "/seats: [0-9]+/", "needs one group named value" },
    { "/seats: (?<value>[0-9]+/", "the expression /seats: (?<value>[0-9]+/ is wrong at its byte 23" },
    { "/(?<value>\\C)/", "is wrong at its byte" },
};

START_TEST(a_wrong_pattern_says_where_and_what_is_expected)
{
    gsay_named  named = { 0 };
    gsay_error  err = { 0 };
    gsay_status status = gsay_named_add(&named, GSAY_STR("seats"), gsay_str_of(wrong_rows[_i].pattern), &err);
    ck_assert_msg(status == GSAY_EINPUT, "%s: status %d", wrong_rows[_i].pattern, (int)status);
    ck_assert_msg(strstr(err.message, wrong_rows[_i].want) != NULL, "%s: said \"%s\"", wrong_rows[_i].pattern,
                  err.message);
    gsay_named_close(&named);
}
END_TEST

/* Add what was found, with a bar behind each. */
static void add_hits(gsay_buffer *found, const struct reading *reading, const gsay_named_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++) {
        const gsay_named_hit *hit = &hits->items[i];
        gsay_str              text = gsay_str_slice(reading->document.source.input, hit->place);
        if (hit->mention != UINT32_MAX)
            text = gsay_str_slice(reading->document.text, reading->mentions.items[hit->mention].text);
        gsay_buffer_add(found, text);
        gsay_buffer_add_byte(found, '|');
    }
}

/* Find a pattern in a text. found: cleared by the caller. */
static gsay_status find(const char *pattern, gsay_str text, gsay_buffer *found, gsay_error *err)
{
    struct reading  reading;
    gsay_named      named = { 0 };
    gsay_named_memo memo = { 0 };
    gsay_named_hits hits = { 0 };
    open_claims(&reading, text, NULL);
    ck_assert_msg(gsay_named_add(&named, GSAY_STR("it"), gsay_str_of(pattern), err) == GSAY_OK, "%s", err->message);
    gsay_status status = gsay_named_find(&named, &memo, &reading.arena, &reading.mentions, &hits, err);
    if (status == GSAY_OK)
        add_hits(found, &reading, &hits);
    gsay_named_memo_clear(&memo);
    gsay_named_close(&named);
    close_claims(&reading);
    return status;
}

/* A pattern, a text, and the values that are found there, each with a bar behind it. */
static const struct {
    const char *pattern, *text, *want;
} match_rows[] = {
    { "{number} seats", "The hall has 420 seats.", "420|" },
    { "{number} seats", "One of 420 Seats, and a seat.", "420|" },
    { "{number} seats", "The hall has 420 chairs.", "" },
    { "{number} seats", "Seats: 420.", "" },
    { "seats: {number}", "Seats: 420.", "420|" },
    { "{number} seats", "The hall has about 420 seats.", "420|" },
    { "has {number} seats", "The hall has about 420 seats.", "420|" },
    { "has {number} seats", "The hall has twelve seats.", "twelve|" },
    { "{number} seats", "It has 420 of them. Seats are wooden.", "" },
    { "{number} seats", "There are 300 seats below and 120 seats above.", "300|120|" },
    { "{number} [wooden] seats", "It has 420 wooden seats, 12 seats of iron, 7 new seats.", "420|12|" },
    { "{number} [wooden|soft iron] seats", "It has 420 soft iron seats, 12 soft seats.", "420|" },
    { "{number} (wooden|iron) seats", "It has 420 iron seats, 12 seats.", "420|" },
    { "{number} built-in rules", "It has 42 built-in rules and 9 built in rules.", "42|" },
    { "seats … {number}", "The seats in the hall are 420.", "420|" },
    { "seats … {number}", "Seats, we were told at long last, are 420.", "" },
    { "seats ... {number}", "Seats: 420.", "420|" },
    { "seats {number} … fire", "Of seats 420 were lost in the great fire.", "420|" },
    { "{percent} of members", "It won 61% of members and 7 of members.", "61%|" },
    { "{money} a ride", "It is $2.50 a ride, 3 km a ride.", "$2.50|" },
    { "{quantity} long", "The line is 12 km long and 90 minutes long.", "12 km|90 minutes|" },
    { "opened on {date}", "It opened on 3 May 2024.", "3 May 2024|" },
    { "{person} maintains", "Ilse Brandtner maintains it.", "Ilse Brandtner|" },
    { "{name} has {number} seats", "Norbury has 420 seats, and it has 12 seats.", "420|" },
    { "{quote} said the mayor", "“We will open the gates at noon,” said the mayor.",
      "“We will open the gates at noon,”|" },
    { "{number} eingebaute Regeln", "Es gibt 42 eingebaute Regeln.", "42|" },
    { "/ルールは(?<value>[0-9]+)個/", "ルールは42個です。", "42|" },
    { "colours: {number}", "Colors: 12. Colour: 13.", "12|13|" },
    { "badge/seats-{number}", "See http://x.example/badge/seats-420-green and badge/SEATS-7.", "420|7|" },
    { "badge/full-{percent}", "badge/full-87%25-green badge/full-9-x", "87%25|" },
    { "badge/as-of-{date}", "badge/as-of-2024--05--03-green", "2024--05--03|" },
    { "badge/by-{name}", "badge/by-norbury-green", "norbury|" },
    { "/seats=(?<value>[0-9]+)/", "seats=420 Seats=12\nseats=7", "420|7|" },
    { "/^(?<value>[0-9]+) seats$/", "12 seats\n13 seats\nmore 14 seats", "12|13|" },
    { "/(?<value>x?)seats/", "seats xseats", "x|" },
    { "/seats (?<value>[0-9.]+)/", "seats 12.", "12|" },
};

START_TEST(a_pattern_finds_its_values)
{
    gsay_buffer found = { 0 };
    gsay_error  err = { 0 };
    ck_assert_msg(find(match_rows[_i].pattern, gsay_str_of(match_rows[_i].text), &found, &err) == GSAY_OK, "%s",
                  err.message);
    ck_assert_msg(gsay_str_equal(gsay_buffer_view(&found), gsay_str_of(match_rows[_i].want)), "%s in \"%s\": \"%.*s\"",
                  match_rows[_i].pattern, match_rows[_i].text, GSAY_ARG(gsay_buffer_view(&found)));
    gsay_buffer_clear(&found);
}
END_TEST

/* Values that a claim may be pinned to, and some that it cannot. want: as a table shows the fact; NULL: refused. */
static const struct {
    const char *pattern, *value, *want;
} fact_rows[] = {
    { "{number} seats", "420", "420" },
    { "{number} seats", "1,234", "1234" },
    { "{number} seats", "at least 400", "at least 400" },
    { "{number} seats", "twelve", "12" },
    { "{percent} of it", "61", "61%" },
    { "{percent} of it", "61%", "61%" },
    { "{money} a ride", "$2.50", "$2.50" },
    { "{date} it is", "3 May 2024", "2024-05-03" },
    { "{person} leads", "Ines Falk", "Ines Falk" },
    { "{number} seats", "many a seat", NULL },
    { "{number} seats", "3 and 4", NULL },
    { "{number} seats", "61%", NULL },
    { "{money} a ride", "2.50", NULL },
    { "{quantity} long", "12", NULL },
    { "{date} it is", "noonish", NULL },
};

START_TEST(a_claim_is_pinned_to_a_value_that_its_patterns_find)
{
    gsay_named  named = { 0 };
    gsay_error  err = { 0 };
    gsay_buffer shown = { 0 };
    gsay_str    name = GSAY_STR("it");
    ck_assert_int_eq(gsay_named_add(&named, name, gsay_str_of(fact_rows[_i].pattern), &err), GSAY_OK);
    gsay_status status = gsay_named_pin(&named, name, gsay_str_of(fact_rows[_i].value), GSAY_STR("a test"), &err);
    const gsay_named_claim *claim = gsay_named_of(&named, name);
    ck_assert_int_eq(status, fact_rows[_i].want ? GSAY_OK : GSAY_EINPUT);
    ck_assert(claim->has_fact == (fact_rows[_i].want != NULL));
    if (claim->has_fact) {
        gsay_value_show(&shown, &claim->fact);
        assert_str(gsay_buffer_view(&shown), fact_rows[_i].want);
        assert_str(claim->shown, fact_rows[_i].value);
        assert_str(claim->origin, "a test");
    } else {
        ck_assert_msg(strstr(err.message, fact_rows[_i].value) != NULL, "%s", err.message);
    }
    gsay_buffer_clear(&shown);
    gsay_named_close(&named);
}
END_TEST

START_TEST(a_name_that_is_pinned_outlives_the_patterns_behind_it)
{
    gsay_named named = { 0 };
    char       pattern[64];
    ck_assert_int_eq(gsay_named_add(&named, GSAY_STR("ship"), GSAY_STR("flagship is the {name}"), NULL), GSAY_OK);
    ck_assert_int_eq(gsay_named_pin(&named, GSAY_STR("ship"), GSAY_STR("Solvang"), GSAY_STR("x"), NULL), GSAY_OK);
    for (int i = 0; i < 200; i++) {
        snprintf(pattern, sizeof pattern, "{number} seats of row%d", i);
        ck_assert_int_eq(gsay_named_add(&named, GSAY_STR("seats"), gsay_str_of(pattern), NULL), GSAY_OK);
    }
    const gsay_named_claim *ship = gsay_named_of(&named, GSAY_STR("ship"));
    ck_assert_int_eq(ship->fact.kind, GSAY_KIND_NAME);
    assert_str(ship->fact.as.name.form, "solvang");
    gsay_named_close(&named);
}
END_TEST

START_TEST(an_unknown_claim_is_told_with_the_nearest_known_one)
{
    gsay_named named = { 0 };
    gsay_error err = { 0 };
    ck_assert_int_eq(gsay_named_pin(&named, GSAY_STR("seats"), GSAY_STR("4"), GSAY_STR("x"), &err), GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "there is no claim \"seats\""));
    ck_assert_int_eq(gsay_named_add(&named, GSAY_STR("number of seats"), GSAY_STR("{number} seats"), &err), GSAY_OK);
    ck_assert_int_eq(gsay_named_pin(&named, GSAY_STR("numbr of seats"), GSAY_STR("4"), GSAY_STR("x"), &err),
                     GSAY_EINPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "the nearest is \"number of seats\""));
    gsay_named_close(&named);
}
END_TEST

START_TEST(a_place_is_found_once_for_each_claim)
{
    struct reading  reading;
    gsay_named      named = { 0 };
    gsay_named_memo memo = { 0 };
    gsay_named_hits hits = { 0 };
    open_claims(&reading, GSAY_STR("The hall has 420 seats."), NULL);
    const char *const patterns[][2] = { { "a", "{number} seats" },
                                        { "a", "has {number}" },
                                        { "a", "/(?<value>420) seats/" },
                                        { "b", "hall has {number}" } };
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(gsay_named_add(&named, gsay_str_of(patterns[i][0]), gsay_str_of(patterns[i][1]), NULL),
                         GSAY_OK);
    ck_assert_uint_eq(named.count, 2);
    ck_assert_int_eq(gsay_named_find(&named, &memo, &reading.arena, &reading.mentions, &hits, NULL), GSAY_OK);
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.items[0].claim, 0);
    ck_assert_uint_eq(hits.items[1].claim, 1);
    gsay_named_memo_clear(&memo);
    gsay_named_close(&named);
    close_claims(&reading);
}
END_TEST

/* Text without end in one line: what a pattern may take for its begin stands everywhere. */
static const struct {
    const char *pattern, *unit;
    size_t      want; /* values of each repetition */
} long_rows[] = {
    { "{number} [wooden] seats", "12 seats ", 1 },
    { "{number} seats", "seats seats 12 wooden ", 0 },
    { "seats … {number} … seats … rows", "seats 12 seats ", 0 },
    { "{name} … {number} seats", "Norbury has 12 seats and ", 1 },
    { "badge/{number}", "badge/badge/x", 0 },
    { "/s.*(?<value>[0-9]+)!/", "ssss12", 0 },
    { "/(?<value>[0-9]+)/", "x12 ", 1 },
};

START_TEST(a_line_without_end_is_read_in_linear_work)
{
    size_t      count = sweep(20000);
    gsay_buffer text = { 0 };
    gsay_buffer found = { 0 };
    gsay_error  err = { 0 };
    for (size_t i = 0; i < count; i++)
        gsay_buffer_add(&text, gsay_str_of(long_rows[_i].unit));
    ck_assert_msg(find(long_rows[_i].pattern, gsay_buffer_view(&text), &found, &err) == GSAY_OK, "%s", err.message);
    size_t values = 0;
    for (size_t i = 0; i < found.len; i++)
        values += found.ptr[i] == '|';
    ck_assert_msg(values >= long_rows[_i].want * (count - 1) && values <= long_rows[_i].want * count, "%zu of %zu",
                  values, count);
    gsay_buffer_clear(&found);
    gsay_buffer_clear(&text);
}
END_TEST

START_TEST(an_expression_that_never_ends_is_an_error)
{
    gsay_buffer text = { 0 };
    gsay_buffer found = { 0 };
    gsay_error  err = { 0 };
    for (size_t i = 0; i < 60; i++)
        gsay_buffer_add(&text, GSAY_STR("a"));
    ck_assert_int_eq(find("/(?<value>(a+)+)[bc]/", gsay_buffer_view(&text), &found, &err), GSAY_ELIMIT);
    ck_assert_msg(strstr(err.message,
                         "cannot look for /(?<value>(a+)+)[bc]/ in literal: an expression passed the limit") != NULL,
                  "%s", err.message);
    gsay_buffer_clear(&text);
    gsay_buffer_clear(&found);
}
END_TEST

/* What stands alone, and how a table shows it. */
static const struct {
    const char *text;
    bool        is_word;
    gsay_kind   kind;
    const char *want;
} plain_rows[] = {
    { "42", false, GSAY_KIND_NUMBER, "42" },
    { "1,234.5", false, GSAY_KIND_NUMBER, "1,234.5" },
    { "12,345,678", false, GSAY_KIND_NUMBER, "12,345,678" },
    { "87%", false, GSAY_KIND_PERCENT, "87%" },
    { "87%25", false, GSAY_KIND_PERCENT, "87%" },
    { "2024-05-03", false, GSAY_KIND_DATE, "2024-05-03" },
    { "2024--05--03", false, GSAY_KIND_DATE, "2024-05-03" },
    { "5.4", true, GSAY_KIND_NAME, "5.4" },
    { "1,23", false, GSAY_KIND_NAME, "1,23" },
    { "2024-13-03", false, GSAY_KIND_NAME, "2024-13-03" },
    { "Norbury", false, GSAY_KIND_NAME, "Norbury" },
};

START_TEST(what_stands_alone_is_read_as_it_is_written)
{
    gsay_arena  arena = { 0 };
    gsay_buffer shown = { 0 };
    gsay_value  value = { 0 };
    ck_assert_int_eq(gsay_plain_value_read(&arena, gsay_str_of(plain_rows[_i].text), plain_rows[_i].is_word, &value,
                                           NULL),
                     GSAY_OK);
    ck_assert_int_eq(value.kind, plain_rows[_i].kind);
    gsay_value_show(&shown, &value);
    assert_str(gsay_buffer_view(&shown), plain_rows[_i].want);
    gsay_buffer_clear(&shown);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_named_value_is_a_record_under_its_name_alone)
{
    struct reading  reading;
    gsay_arena      arena = { 0 };
    gsay_named      named = { 0 };
    gsay_named_memo memo = { 0 };
    gsay_named_hits hits = { 0 };
    gsay_records    records;
    open_claims(&reading, GSAY_STR("Calm.\nThe hall has 420 seats. seats=7"), NULL);
    ck_assert_int_eq(gsay_named_add(&named, GSAY_STR("seats"), GSAY_STR("{number} seats"), NULL), GSAY_OK);
    ck_assert_int_eq(gsay_named_add(&named, GSAY_STR("seats"), GSAY_STR("/seats=(?<value>.)/"), NULL), GSAY_OK);
    ck_assert_int_eq(gsay_named_find(&named, &memo, &reading.arena, &reading.mentions, &hits, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_records_pack(&arena, &reading.claims, &records, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_records_add_named(&arena, &named, &hits, &reading.mentions, &records, NULL), GSAY_OK);
    ck_assert_uint_eq(records.named_count, 2);
    assert_str(records.named[0].block, "seats");
    assert_str(records.named[0].place.text, "420");
    ck_assert_uint_eq(records.named[0].place.line, 2);
    ck_assert_uint_eq(records.named[0].place.column, 14);
    assert_str(records.named[1].place.text, "7");
    ck_assert_uint_eq(records.named[1].place.line, 2);
    for (size_t i = 0; i < 2; i++) {
        ck_assert_ptr_nonnull(records.named[i].claim);
        ck_assert_int_eq(records.named[i].value.kind, GSAY_KIND_NUMBER);
    }
    for (size_t i = 0; i < records.count; i++)
        if (gsay_str_equal(records.items[i].place.text, GSAY_STR("420")))
            assert_str(records.items[i].block, "");
    gsay_named_memo_clear(&memo);
    gsay_named_close(&named);
    gsay_arena_clear(&arena);
    close_claims(&reading);
}
END_TEST

Suite *named_suite(void)
{
    Suite *suite = suite_create("core/claim/named");
    TCase *tcase = tcase_create("named");
    tcase_set_timeout(tcase, 30);
    tcase_add_loop_test(tcase, a_wrong_pattern_says_where_and_what_is_expected, 0, ROWS(wrong_rows));
    tcase_add_loop_test(tcase, a_pattern_finds_its_values, 0, ROWS(match_rows));
    tcase_add_loop_test(tcase, a_claim_is_pinned_to_a_value_that_its_patterns_find, 0, ROWS(fact_rows));
    tcase_add_test(tcase, a_name_that_is_pinned_outlives_the_patterns_behind_it);
    tcase_add_test(tcase, an_unknown_claim_is_told_with_the_nearest_known_one);
    tcase_add_test(tcase, a_place_is_found_once_for_each_claim);
    tcase_add_loop_test(tcase, a_line_without_end_is_read_in_linear_work, 0, ROWS(long_rows));
    tcase_add_test(tcase, an_expression_that_never_ends_is_an_error);
    tcase_add_loop_test(tcase, what_stands_alone_is_read_as_it_is_written, 0, ROWS(plain_rows));
    tcase_add_test(tcase, a_named_value_is_a_record_under_its_name_alone);
    suite_add_tcase(suite, tcase);
    return suite;
}
