/* What carries a number and is no quantity, and what only looks so. */
#include "number_rows.h"
#include "suites.h"

static const number_row labels_rows[] = {
    { "He is 14-13-2 in the ring.", "identifier '14-13-2'" },
    { "The sign U+10000 is rare.", "identifier 'U+10000'" },
    { "The pump is new *7 here.", "number '7' 7..7" },
    { "The pump is new *7, they say.", "identifier '7'" },
    { "For point (2) there is more to say.", "identifier '2'" },
    { "The entry-level 11 is sold.", "number '11' 11..11" },
    { "It is told in Appendix B.6 at length.", "identifier 'Appendix B.6'" },
    { "The sea is deep here[^1] and cold.", "identifier '[^1]'" },
    { "See issue 20671 for more.", "identifier 'issue 20671'" },
    { "Crossing 4: take the left lane.", "identifier 'Crossing 4'" },
    { "Boats: 4 left, 3 came.", "number '4' 4..4; number '3' 3..3" },
    { "Agent 99 left the house.", "identifier 'Agent 99'" },
    { "Mercury 7 flew over the moon.", "identifier 'Mercury 7'" },
    { "Nationwide 14 died.", "number '14' 14..14" },
    { "See #404 and ferry/rules#12 for more.", "identifier '#404'; identifier '#12'" },
    { "He carried a . 357 caliber gun.", "identifier '357 caliber'" },
    { "The curve is of order 5 at most places.", "identifier '5'" },
    { "The Listing 21-11 shows it.", "identifier 'Listing 21-11'" },
    { "Article 5 binds them, and Article Five too.", "identifier 'Article 5'; identifier 'Article Five'" },
    { "See Section 4.2 and Fig. 3 on p. 404.", "identifier 'Section 4.2'; identifier 'Fig. 3'; identifier 'p. 404'" },
    { "Under Article 5, he said, all help.", "identifier 'Article 5'" },
    { "Chapter 3 and chapter 12 are short.", "identifier 'Chapter 3'; identifier 'chapter 12'" },
    { "Article 5(1) and Articles 5 and 6 apply.", "identifier 'Article 5(1)'; identifier 'Articles 5 and 6'" },
    { "Pages 3-5 and pp. 12-14 are missing.", "identifier 'Pages 3-5'; identifier 'pp. 12-14'" },
    { "Case No. 23-719 was heard.", "identifier 'No. 23-719'" },
    { "They run version 2.0 and Python 3.11.2.", "identifier 'version 2.0'; identifier '3.11.2'" },
    { "No 5 people agree.", "number '5' 5..5 of people" },
    { "The level 5 percent below it.", "percent '5 percent' 5..5 %" },
    { "Room 12 and Gate 7 are shut.", "identifier 'Room 12'; identifier 'Gate 7'" },
    { "Resolution 1701 was passed.", "identifier 'Resolution 1701'" },
    { "ISBN 978-3-16-148410-0 is out.", "identifier 'ISBN 978-3-16-148410-0'" },
};

START_TEST(takes_the_number_of_a_label_for_a_name)
{
    check_number_row(&labels_rows[_i]);
}
END_TEST

static const number_row models_rows[] = {
    { "The 25G link and the 17F form failed.", "identifier '25G'; identifier '17F'" },
    { "Cut a 30 degrees angle or a 60-degree angle.",
      "identifier '30 degrees angle'; identifier '60-degree angle'" },
    { "An F-16 met a T-72, a Su-27 and an S-400.",
      "identifier 'F-16'; identifier 'T-72'; identifier 'Su-27'; identifier 'S-400'" },
    { "MH17, H1N1, PM2.5, CO2 and CD4.",
      "identifier 'MH17'; identifier 'H1N1'; identifier 'PM2.5'; identifier 'CO2'; identifier 'CD4'" },
    { "COVID-19 and SARS-CoV-2 spread.", "identifier 'COVID-19'; identifier 'SARS-CoV-2'" },
    { "A Boeing 737 MAX and an Airbus A380 landed.", "identifier 'Boeing 737 MAX'; identifier 'A380'" },
    { "The G7 and the G20 met the Group of 77.", "identifier 'G7'; identifier 'G20'; identifier 'Group of 77'" },
    { "The 76ers beat a 5G phone.", "identifier '76ers'; identifier '5G'" },
    { "Sets of x3 and mp3 files.", "" },
};

START_TEST(takes_models_and_codes_for_names)
{
    check_number_row(&models_rows[_i]);
}
END_TEST

static const number_row ranked_rows[] = {
    { "The 5th Circuit and the 3rd Infantry waited.", "identifier '5th Circuit'; identifier '3rd Infantry'" },
    { "The 2nd of them left.", "ordinal '2nd' 2..2" },
};

START_TEST(tells_a_ranked_name_from_a_rank)
{
    check_number_row(&ranked_rows[_i]);
}
END_TEST

static const number_row shapes_rows[] = {
    { "Call 650-650-6500 or 555-1212.", "identifier '650-650-6500'; identifier '555-1212'" },
    { "Call +1 (206) 555-1212 now.", "identifier '+1 (206) 555-1212'" },
    { "The host 192.168.1.2 is down.", "identifier '192.168.1.2'" },
    { "They won 2-1 and then 6-3.", "identifier '2-1'; identifier '6-3'" },
    { "They won 65 - 53 at home.", "identifier '65 - 53'" },
    { "The ratio is 4:3 or 1:50,000.", "identifier '4:3'; identifier '1:50,000'" },
    { "Staff work 24/7 and split it 50/50.", "identifier '24/7'; identifier '50/50'" },
    { "After 9/11 all changed.", "identifier '9/11'" },
    { "A note says so.[12] Others agree [3, 4].", "identifier '[12]'; identifier '[3, 4]'" },
    { "He lives at 4832 North Kedvale Avenue.", "identifier '4832'" },
    { "Code 007 and 0891234567 failed.", "identifier '007'; identifier '0891234567'" },
    { "A screen of 480 x 360 dots.", "identifier '480 x 360'" },
    { "SSN 123-12-1234 is his.", "identifier 'SSN 123-12-1234'" },
    { "It is 11:30 now.", "" },
    { "Bring 3-4 boxes.", "number '3-4' 3..4 range of box" },
};

START_TEST(knows_identifiers_by_their_shape)
{
    check_number_row(&shapes_rows[_i]);
}
END_TEST

static const number_row names_rows[] = {
    { "The Big Four and the Six Nations met.", "" },
    { "Three Mile Island is shut.", "" },
    { "World War II ended.", "" },
    { "Nine Inch Nails played.", "" },
};

START_TEST(leaves_number_words_in_names_alone)
{
    check_number_row(&names_rows[_i]);
}
END_TEST

static const number_row not_identifiers_rows[] = {
    { "USD 115 and RM50 are due.", "money 'USD 115' 115..115 USD; money 'RM50' 50..50 MYR" },
    { "Only 5 came.", "number '5' 5..5" },
    { "On Monday 12 boats sank.", "number '12' 12..12 of boat" },
    { "Half of Paris 3 percent poorer.", "number 'Half' 0.5..0.5; percent '3 percent' 3..3 %" },
};

START_TEST(keeps_numbers_that_only_stand_behind_a_capital)
{
    check_number_row(&not_identifiers_rows[_i]);
}
END_TEST

/* One test over all rows of a table. */
#define ADD_ROWS(cases, test, rows) tcase_add_loop_test(cases, test, 0, sizeof(rows) / sizeof *(rows))

Suite *identifier_suite(void)
{
    Suite *suite = suite_create("core/extract/identifier");
    TCase *cases = tcase_create("sentences");
    ADD_ROWS(cases, takes_the_number_of_a_label_for_a_name, labels_rows);
    ADD_ROWS(cases, takes_models_and_codes_for_names, models_rows);
    ADD_ROWS(cases, tells_a_ranked_name_from_a_rank, ranked_rows);
    ADD_ROWS(cases, knows_identifiers_by_their_shape, shapes_rows);
    ADD_ROWS(cases, leaves_number_words_in_names_alone, names_rows);
    ADD_ROWS(cases, keeps_numbers_that_only_stand_behind_a_capital, not_identifiers_rows);
    suite_add_tcase(suite, cases);
    return suite;
}
