/* Numbers in digits and words: what they are worth and what they count. */
#include "number_rows.h"
#include "suites.h"

static const number_row grouped_rows[] = {
    { "The dam holds 1,500,000 barrels of crude.", "quantity '1,500,000 barrels' 1500000..1500000 [bbl_us]" },
    { "The town counted 5,204 chimneys.", "number '5,204' 5204..5204 of chimney" },
    { "Output reached 1 414 021 crates.", "number '1 414 021' 1414021..1414021 of crate" },
    { "They own 12,34,567 shares.", "number '12,34,567' 1234567..1234567 of share" },
    { "The lake has 3 islands.", "number '3' 3..3 of island" },
    { "Nobody paid 0 crowns.", "number '0' 0..0 of crown" },
    { "The index closed at 7.20000 points.", "number '7.20000' 7.20000..7.20000 of point" },
    { "The factor was .77 in the end.", "number '.77' 0.77..0.77" },
    { "The grid has 40 000 nodes.", "number '40 000' 40000..40000 of node" },
    { "The price was 1.234.567 in all.", "number '1.234.567' 1234567..1234567" },
};

START_TEST(reads_groups_of_digits)
{
    check_number_row(&grouped_rows[_i]);
}
END_TEST

static const number_row decimals_rows[] = {
    { "The ratio is 0.25.", "number '0.25' 0.25..0.25" },
    { "It weighs two point five kilos.", "quantity 'two point five kilos' 2.5..2.5 kg" },
    { "The score is 1 point 1.", "number '1 point 1' 1.1..1.1" },
};

START_TEST(reads_decimals_in_digits_and_words)
{
    check_number_row(&decimals_rows[_i]);
}
END_TEST

static const number_row scales_rows[] = {
    { "The counter stood at 25G.", "number '25G' 25000000000..25000000000" },
    { "The herd ate 30 k of hay.", "number '30 k' 30000..30000" },
    { "About 3 million bees died.", "number '3 million' 3000000..3000000 approx of bee" },
    { "It has 1.5 billion users.", "number '1.5 billion' 1500000000..1500000000 of user" },
    { "Two hundred thousand letters came.", "number 'Two hundred thousand' 200000..200000 of letter" },
    { "The empire lost three thousand millions.", "number 'three thousand millions' 3000000000..3000000000" },
    { "He ordered 200 dozens of eggs.", "number '200 dozens' 2400..2400 of egg" },
    { "There were 100K visitors.", "number '100K' 100000..100000 of visitor" },
    { "The app has 1.2M users and 300k testers.",
      "number '1.2M' 1200000..1200000 of user; number '300k' 300000..300000 of tester" },
    { "Some 5m people fled.", "number '5m' 5000000..5000000 approx of people" },
    { "It grew by 5m in a day.", "quantity '5m' 5..5 m" },
    { "He raised £5m and $3.4B.", "money '£5m' 5000000..5000000 GBP; money '$3.4B' 3400000000..3400000000 $" },
    { "The loan is €7tn.", "money '€7tn' 7000000000000..7000000000000 EUR" },
    { "The cost is a $7-million roof.", "money '$7-million' 7000000..7000000 $" },
    { "There are 30 lakh voters in 12 crore homes.",
      "number '30 lakh' 3000000..3000000 of voter; number '12 crore' 120000000..120000000 of home" },
    { "A million seeds and a hundred pots arrived.",
      "number 'A million' 1000000..1000000 of seed; number 'a hundred' 100..100 of pot" },
    { "Thousand litres leaked.", "quantity 'Thousand litres' 1000..1000 L" },
};

START_TEST(applies_scale_words_and_suffixes)
{
    check_number_row(&scales_rows[_i]);
}
END_TEST

static const number_row words_rows[] = {
    { "Twenty-one goats and ninety five sheep grazed.",
      "number 'Twenty-one' 21..21 of goat; number 'ninety five' 95..95 of sheep" },
    { "One hundred and six clocks rang.", "number 'One hundred and six' 106..106 of clock" },
    { "The clerk said one twenty two.", "number 'one twenty two' 122..122" },
    { "Seven hundred twenty-one thousand and twelve coins were found.",
      "number 'Seven hundred twenty-one thousand and twelve' 721012..721012 of coin" },
    { "They found 4 thousand 3 hundred and 21 coins.", "number '4 thousand 3 hundred and 21' 4321..4321 of coin" },
    { "Some 322 hundred tiles were laid.", "number '322 hundred' 32200..32200 approx of tile" },
    { "It took 3 hundred and one blows.", "number '3 hundred and one' 301..301 of blow" },
    { "Fifty - two cards were dealt.", "number 'Fifty - two' 52..52 of card" },
    { "Between two hundred and three hundred geese flew.",
      "number 'Between two hundred and three hundred' 200..300 range of goose" },
    { "Two twenty-storey towers rose.", "number 'Two' 2..2; number 'twenty' 20..20 of storey" },
    { "The ship had two hundred and two thousand tonnes.",
      "quantity 'two hundred and two thousand tonnes' 202000..202000 t" },
};

START_TEST(reads_numbers_in_words)
{
    check_number_row(&words_rows[_i]);
}
END_TEST

static const number_row half_and_dozen_rows[] = {
    { "Half a million lamps went dark.", "number 'Half a million' 500000..500000 of lamp" },
    { "A half-dozen boats sank.", "number 'half-dozen' 6..6 of boat" },
    { "A dozen eggs and two dozen rolls were left.",
      "number 'A dozen' 12..12 of egg; number 'two dozen' 24..24 of roll" },
    { "He waited one and a half hours for three and a half loaves.", "number 'three and a half' 3.5..3.5 of loaf" },
    { "The film sold 3 million and a half tickets.", "number '3 million and a half' 3500000..3500000 of ticket" },
    { "Five and a half million trees burned.", "number 'Five and a half million' 5500000..5500000 of tree" },
    { "It took five billion and three quarters.", "number 'five billion and three quarters' 5750000000..5750000000" },
};

START_TEST(reads_halves_and_dozens)
{
    check_number_row(&half_and_dozen_rows[_i]);
}
END_TEST

static const number_row fractions_rows[] = {
    { "A twenty-fifth of the barn burned.", "number 'A twenty-fifth' 0.04..0.04" },
    { "It was a twenty-fifth birthday.", "ordinal 'twenty-fifth' 25..25" },
    { "Two thirds of the crew left.", "number 'Two thirds' 0.666666666666667..0.666666666666667" },
    { "Two-thirds agreed and one-fifth did not.",
      "number 'Two-thirds' 0.666666666666667..0.666666666666667; number 'one-fifth' 0.2..0.2" },
    { "About 3/4 of it is water.", "number '3/4' 0.75..0.75 approx" },
    { "Add 2 1/2 cups of rye.", "quantity '2 1/2 cups' 2.5..2.5 [cup_us]" },
    { "Add 2½ cups and ½ teaspoon of salt.",
      "quantity '2½ cups' 2.5..2.5 [cup_us]; quantity '½ teaspoon' 0.5..0.5 [tsp_us]" },
    { "Three and a fifth of them.", "number 'Three and a fifth' 3.2..3.2" },
    { "One in three sailors swam.", "number 'One in three' 0.333333333333333..0.333333333333333" },
    { "Nine out of ten cooks agree.", "number 'Nine out of ten' 0.9..0.9" },
    { "Only 2 out of 500 seals lived.", "number '2 out of 500' 0.004..0.004" },
    { "A third of the roof fell.", "number 'A third' 0.333333333333333..0.333333333333333" },
    { "A third man came.", "ordinal 'third' 3..3" },
    { "One twenty-fifth of the roof fell.", "number 'One twenty-fifth' 0.04..0.04" },
    { "Only one twenty-fifth visitor came.", "number 'one' 1..1; ordinal 'twenty-fifth' 25..25" },
    { "Half of them slept.", "number 'Half' 0.5..0.5" },
    { "The first half was dull.", "ordinal 'first' 1..1" },
    { "Sales fell by a quarter.", "number 'a quarter' 0.25..0.25" },
    { "He left a quarter of a mile behind.", "quantity 'a quarter of a mile' 0.25..0.25 [mi_i]" },
    { "It fell two-tenths of 1 percent.", "percent 'two-tenths of 1 percent' 0.2..0.2 %" },
};

START_TEST(reads_shares)
{
    check_number_row(&fractions_rows[_i]);
}
END_TEST

static const number_row negative_rows[] = {
    { "It was -504 then.", "number '-504' -504..-504" },
    { "The change was −5.", "number '−5' -5..-5" },
    { "Growth was minus five percent.", "percent 'minus five percent' -5..-5 %" },
    { "The answer is negative one.", "number 'negative one' -1..-1" },
    { "Pages 3-5 are torn.", "identifier 'Pages 3-5'" },
};

START_TEST(tells_a_minus_from_a_dash)
{
    check_number_row(&negative_rows[_i]);
}
END_TEST

static const number_row powers_rows[] = {
    { "The mass is 1.5x10-3 g.", "quantity '1.5x10-3 g' 0.0015..0.0015 g" },
    { "It has 6.02e23 atoms.", "number '6.02e23' 602000000000000000000000..602000000000000000000000 of atom" },
    { "About 5.5×10^-3 of it.", "number '5.5×10^-3' 0.0055..0.0055 approx" },
    { "Some 10^9 cells.", "number '10^9' 1000000000..1000000000 approx of cell" },
    { "The plant makes 20e9 GW.", "quantity '20e9 GW' 20000000000..20000000000 GW" },
};

START_TEST(reads_powers)
{
    check_number_row(&powers_rows[_i]);
}
END_TEST

static const number_row vague_rows[] = {
    { "His goal tied the scores.", "" },
    { "The storm hit boats, sinking scores.", "number 'scores' 40.. vague" },
    { "Scores of boats sank and scores were lost.", "number 'Scores' 40.. vague of boat; number 'scores' 40.. vague" },
    { "A few boats left.", "number 'A few' 2..9 vague of boat" },
    { "Several dozen people were hurt.", "number 'Several dozen' 36..108 vague of people" },
    { "Dozens fled, and hundreds of thousands stayed.",
      "number 'Dozens' 24.. vague; number 'hundreds of thousands' 200000.. vague" },
    { "Tens of billions of dollars were lost.", "money 'Tens of billions of dollars' 20000000000.. vague $" },
    { "A couple of dogs barked.", "number 'A couple' 2..2 vague of dog" },
    { "Many cooks came.", "" },
    { "Few cooks came.", "" },
    { "Scores of villages burned.", "number 'Scores' 40.. vague of village" },
};

START_TEST(leaves_vague_amounts_open)
{
    check_number_row(&vague_rows[_i]);
}
END_TEST

static const number_row multiples_rows[] = {
    { "Exports doubled while imports halved.", "number 'doubled' 2..2 of time; number 'halved' 0.5..0.5 of time" },
    { "She won twice.", "number 'twice' 2..2 of time" },
    { "It rose threefold.", "number 'threefold' 3..3 of time" },
    { "A 10-fold rise followed.", "number '10-fold' 10..10 of time" },
    { "The double room was full.", "" },
    { "They paid double the price.", "number 'double' 2..2 of time" },
};

START_TEST(reads_multiples)
{
    check_number_row(&multiples_rows[_i]);
}
END_TEST

static const number_row repeated_rows[] = {
    { "It seats forty-five (45) guests.", "number 'forty-five (45)' 45..45 of guest" },
    { "We need 15 (fifteen) chairs.", "number '15 (fifteen)' 15..15 of chair" },
    { "It lists ten (12) rules.", "number 'ten' 10..10; number '12' 12..12" },
};

START_TEST(takes_a_repeated_number_once)
{
    check_number_row(&repeated_rows[_i]);
}
END_TEST

static const number_row counts_rows[] = {
    { "They saw six campuses, two houses, ten headaches and four churches.",
      "number 'six' 6..6 of campus; number 'two' 2..2 of house; number 'ten' 10..10 of headache; number 'four' 4..4 of "
      "church" },
    { "Some 5,000 protesters marched.", "number '5,000' 5000..5000 approx of protester" },
    { "The blast left 14 dead and 30 wounded.", "number '14' 14..14 of dead; number '30' 30..30 of wounded" },
    { "Four eastern Baltic provinces voted.", "number 'Four' 4..4 of province" },
    { "We are 50 nations strong.", "number '50' 50..50 of nation" },
    { "One member left.", "number 'One' 1..1 of member" },
    { "They saw 16 member states sign.", "number '16' 16..16 of state" },
    { "About 355 damaged shops reopened.", "number '355' 355..355 approx of shop" },
    { "A 1,000-man unit and a 14-story tower.", "number '1,000' 1000..1000 of man; number '14' 14..14 of story" },
    { "Six women and 3 children were saved.", "number 'Six' 6..6 of woman; number '3' 3..3 of child" },
    { "Eight sports cars raced.", "number 'Eight' 8..8 of car" },
    { "A father of two sons — once rich — died.", "number 'two' 2..2 of son" },
    { "Nine boxes and four churches.", "number 'Nine' 9..9 of box; number 'four' 4..4 of church" },
    { "Two of the 30 members left.", "number 'Two' 2..2; number '30' 30..30 of member" },
    { "It killed 12 people.", "number '12' 12..12 of people" },
    { "More than 40 allies met.", "number '40' 40.. more-than of ally" },
    { "At least 200 people or more sang.", "number '200' 200.. at-least of people" },
    { "About 100+ fans came.", "number '100' 100..100 approx of fan" },
    { "Twenty-odd boats sank.", "number 'Twenty' 20..20 approx of boat" },
};

START_TEST(names_what_is_counted)
{
    check_number_row(&counts_rows[_i]);
}
END_TEST

static const number_row pronoun_one_rows[] = {
    { "One of them laughed.", "" },    { "No one came.", "" },    { "This one is new and that one is old.", "" },
    { "One another was enough.", "" }, { "She is the one.", "" }, { "One day it rained.", "" },
    { "Square one is near.", "" },
};

START_TEST(leaves_the_pronoun_one_alone)
{
    check_number_row(&pronoun_one_rows[_i]);
}
END_TEST

/* One test over all rows of a table. */
#define ADD_ROWS(cases, test, rows) tcase_add_loop_test(cases, test, 0, sizeof(rows) / sizeof *(rows))

Suite *number_suite(void)
{
    Suite *suite = suite_create("core/extract/number");
    TCase *cases = tcase_create("sentences");
    ADD_ROWS(cases, reads_groups_of_digits, grouped_rows);
    ADD_ROWS(cases, reads_decimals_in_digits_and_words, decimals_rows);
    ADD_ROWS(cases, applies_scale_words_and_suffixes, scales_rows);
    ADD_ROWS(cases, reads_numbers_in_words, words_rows);
    ADD_ROWS(cases, reads_halves_and_dozens, half_and_dozen_rows);
    ADD_ROWS(cases, reads_shares, fractions_rows);
    ADD_ROWS(cases, tells_a_minus_from_a_dash, negative_rows);
    ADD_ROWS(cases, reads_powers, powers_rows);
    ADD_ROWS(cases, leaves_vague_amounts_open, vague_rows);
    ADD_ROWS(cases, reads_multiples, multiples_rows);
    ADD_ROWS(cases, takes_a_repeated_number_once, repeated_rows);
    ADD_ROWS(cases, names_what_is_counted, counts_rows);
    ADD_ROWS(cases, leaves_the_pronoun_one_alone, pronoun_one_rows);
    suite_add_tcase(suite, cases);
    return suite;
}
