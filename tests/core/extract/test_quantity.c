/* Percentages, money, measures, ages, ordinals; their bounds and ranges. */
#include "number_rows.h"
#include "suites.h"

static const number_row percent_rows[] = {
    { "He told quick one-liners all night.", "" },
    { "We first add salt.", "" },
    { "It weighs a metric ton.", "quantity 'a metric ton' 1..1 t" },
    { "It was 30C in the shade.", "quantity '30C' 30..30 Cel" },
    { "They sold the kx2-173m in May.", "" },
    { "It runs on x86-64 alone.", "" },
    { "They may second a motion.", "" },
    { "It has one concrete type for each.", "number 'one' 1..1 of type" },
    { "There one rocket made a hole.", "number 'one' 1..1 of rocket" },
    { "His first run won.", "ordinal 'first' 1..1" },
    { "The plank is 5 in long.", "quantity '5 in' 5..5 [in_i]" },
    { "We saw 40 rooms or so.", "number '40' 40..40 approx of room" },
    { "We saw 40 rooms or more than that.", "number '40' 40..40 of room" },
    { "The team with 14 won medals was cheered.", "number '14' 14..14 of medal" },
    { "In all 1987 soldiers marched.", "number '1987' 1987..1987 of soldier" },
    { "There were 1950 seats in the hall.", "number '1950' 1950..1950 of seat" },
    { "The 2014 elections were free.", "" },
    { "In 1987 soldiers marched.", "" },
    { "Dozens of cooks left.", "number 'Dozens' 24.. vague of cook" },
    { "About 20% of the land is wet.", "percent '20%' 20..20 approx %" },
    { "It fell 4 % in a year.", "percent '4 %' 4..4 %" },
    { "Some 20 percent and 53 per cent of cooks left.",
      "percent '20 percent' 20..20 approx %; percent '53 per cent' 53..53 %" },
    { "It rose 20 pct.", "percent '20 pct' 20..20 %" },
    { "Twenty percent of it burned.", "percent 'Twenty percent' 20..20 %" },
    { "A ten-percent rise followed.", "percent 'ten-percent' 10..10 %" },
    { "Only a small percent attain it.", "" },
    { "Support grew 3 percentage points.", "percent '3 percentage points' 3..3 pp" },
    { "It cut rates by 25 basis points.", "percent '25 basis points' 25..25 {bp}" },
    { "The gap is one hundredth of a percentage point.",
      "percent 'one hundredth of a percentage point' 0.01..0.01 pp" },
    { "Profit rose from 5% to 7%.", "percent '5%' 5..5 %; percent '7%' 7..7 %" },
    { "Rates ranged from 5% to 7%.", "percent 'from 5% to 7%' 5..7 range %" },
    { "From 7.0 to 7.5 percent of them left.", "percent 'From 7.0 to 7.5 percent' 7.0..7.5 range %" },
    { "Fees are 3 to 5 per cent.", "percent '3 to 5 per cent' 3..5 range %" },
    { "Shares of 67 and 64 per cent were sold.", "percent '67' 67..67 %; percent '64 per cent' 64..64 %" },
    { "The tax is 3–5%.", "percent '3–5%' 3..5 range %" },
    { "Salt is 2‰ here.", "percent '2‰' 2..2 [ppth]" },
};

START_TEST(reads_percentages_and_points)
{
    check_number_row(&percent_rows[_i]);
}
END_TEST

static const number_row money_rows[] = {
    { "It was a grand finale near a dollar store.", "" },
    { "It cost a dollar then and a buck more now.", "money 'a dollar' 1..1 $; money 'a buck' 1..1 $" },
    { "Bolivia won 18 of them after two punts.", "number '18' 18..18; number 'two' 2..2 of punt" },
    { "It cost two Irish pounds.", "money 'two Irish pounds' 2..2 IEP" },
    { "It cost $10 and 20€.", "money '$10' 10..10 $; money '20€' 20..20 EUR" },
    { "It cost $ 10, £ 8.10 million, or 10$.",
      "money '$ 10' 10..10 $; money '£ 8.10 million' 8100000..8100000 GBP; money '10$' 10..10 $" },
    { "They paid US$ 4.7 billion and C$ 1.34.",
      "money 'US$ 4.7 billion' 4700000000..4700000000 USD; money 'C$ 1.34' 1.34..1.34 CAD" },
    { "It sold for HK$ 10.05 billion.", "money 'HK$ 10.05 billion' 10050000000..10050000000 HKD" },
    { "It sold for a $ 4 billion sum.", "money '$ 4 billion' 4000000000..4000000000 $" },
    { "A fine of USD115.5 or 115USD stands.", "money 'USD115.5' 115.5..115.5 USD; money '115USD' 115..115 USD" },
    { "He owes EUR 20 and CHF 3.04.", "money 'EUR 20' 20..20 EUR; money 'CHF 3.04' 3.04..3.04 CHF" },
    { "Losses of 30 MUSD or 120 MEUR.",
      "money '30 MUSD' 30000000..30000000 USD; money '120 MEUR' 120000000..120000000 EUR" },
    { "A ticket is Rs. 20 or RM50.", "money 'Rs. 20' 20..20 rupee; money 'RM50' 50..50 MYR" },
    { "They gave thirteen dollars and forty-five cents.",
      "money 'thirteen dollars and forty-five cents' 13.45..13.45 $" },
    { "She has 3 dollars 50 cents.", "money '3 dollars 50 cents' 3.50..3.50 $" },
    { "He found ten cents, 42 bucks and ten quid.",
      "money 'ten cents' 0.10..0.10 $; money '42 bucks' 42..42 $; money 'ten quid' 10..10 GBP" },
    { "It costs 50p or 17c.", "money '50p' 0.50..0.50 GBP; money '17c' 0.17..0.17 $" },
    { "They lost 75 USD million.", "money '75 USD million' 75000000..75000000 USD" },
    { "Some 125 million Australian dollars were paid.",
      "money '125 million Australian dollars' 125000000..125000000 approx AUD" },
    { "It was 10 Turkish lira.", "money '10 Turkish lira' 10..10 TRY" },
    { "Half million usd was stolen.", "money 'Half million usd' 500000..500000 USD" },
    { "Billions of dollars vanished.", "money 'Billions of dollars' 2000000000.. vague $" },
    { "A $300 million contract was signed.", "money '$300 million' 300000000..300000000 $" },
    { "More than $90 million was lost.", "money '$90 million' 90000000.. more-than $" },
    { "Oil is $5-a-barrel cheaper.", "money '$5' 5..5 $" },
    { "Between 10 and 20 dollars is fair.", "money 'Between 10 and 20 dollars' 10..20 range $" },
    { "From 10 dollars to 20 dollars is fair.", "money 'From 10 dollars to 20 dollars' 10..20 range $" },
    { "It costs about $10-$20.", "money '$10-$20' 10..20 range $" },
    { "It costs 10-20 dollars.", "money '10-20 dollars' 10..20 range $" },
    { "It costs $10-20 there.", "money '$10-20' 10..20 range $" },
    { "It paid 5 million pounds.", "money '5 million pounds' 5000000..5000000 GBP" },
    { "He lost two pounds of fat.", "quantity 'two pounds' 2..2 [lb_av]" },
    { "The fine was 40 pounds.", "money '40 pounds' 40..40 GBP" },
    { "He won a dollar.", "money 'a dollar' 1..1 $" },
    { "They charge $3,000 a month.", "money '$3,000' 3000..3000 $" },
    { "It is worth ₿21,000,000.", "money '₿21,000,000' 21000000..21000000 BTC" },
    { "It took 250 million Dutch guilders.", "money '250 million Dutch guilders' 250000000..250000000 NLG" },
    { "Give or take 5 all told.", "number '5' 5..5 approx" },
};

START_TEST(reads_money)
{
    check_number_row(&money_rows[_i]);
}
END_TEST

static const number_row measures_rows[] = {
    { "See the edition of 2019 in [their shop].", "" },
    { "The board is 12 in, the shelf 9 in.", "quantity '12 in' 12..12 [in_i]; quantity '9 in' 9..9 [in_i]" },
    { "The cart went 12 m.p.h. downhill.", "quantity '12 m.p.h' 12..12 [mi_i]/h" },
    { "The wheel made 90 r.p.m. then.", "quantity '90 r.p.m' 90..90 {rpm}" },
    { "He sold 6 k.gs of salt.", "quantity '6 k.gs' 6..6 kg" },
    { "She weighed out 7 gs of salt.", "quantity '7 gs' 7..7 g" },
    { "The 8 u.s. and 9 i.e. pages.", "number '8' 8..8; number '9' 9..9" },
    { "We need a lb of nails and an oz of tin.", "quantity 'a lb' 1..1 [lb_av]; quantity 'an oz' 1..1 [oz_av]" },
    { "He is a PC user.", "" },
    { "The bag holds 30g of salt.", "quantity '30g' 30..30 g" },
    { "The pan was at 300F by noon.", "quantity '300F' 300..300 [degF]" },
    { "They live with a 41C heat.", "quantity '41C' 41..41 Cel" },
    { "The road is 8 km (5.0 mi) long.", "quantity '8 km' 8..8 km; quantity '5.0 mi' 5.0..5.0 [mi_i]" },
    { "It covers 1,000 square kilometres.", "quantity '1,000 square kilometres' 1000..1000 km2" },
    { "The vial holds 5 mmol of salt.", "quantity '5 mmol' 5..5 mmol" },
    { "The farm covers 20 sqkm of moor.", "quantity '20 sqkm' 20..20 km2" },
    { "The lot has 190 km2 or 24 m².", "quantity '190 km2' 190..190 km2; quantity '24 m²' 24..24 m2" },
    { "A dose of 120 μg was given.", "quantity '120 μg' 120..120 ug" },
    { "It weighs 500 lbs.", "quantity '500 lbs' 500..500 [lb_av]" },
    { "About 1.5 million gallons leaked.", "quantity '1.5 million gallons' 1500000..1500000 approx [gal_us]" },
    { "The drum holds 55 US gallons of oil.", "quantity '55 US gallons' 55..55 [gal_us]{US}" },
    { "The drum holds 55 U.S. gallons of oil.", "quantity '55 U.S. gallons' 55..55 [gal_us]{US}" },
    { "A 776-foot airship and a six-mile trip.",
      "quantity '776-foot' 776..776 [ft_i]; quantity 'six-mile' 6..6 [mi_i]" },
    { "A 50-kilometer race was held.", "quantity '50-kilometer' 50..50 km" },
    { "The 170,000-square-foot hall shut.", "quantity '170,000-square-foot' 170000..170000 [sft_i]" },
    { "He is 5 feet and 2 inches tall.", "quantity '5 feet and 2 inches' 5.16666666666667..5.16666666666667 [ft_i]" },
    { "He is 5'10\" tall.", "quantity '5'10\"' 5.83333333333333..5.83333333333333 [ft_i]" },
    { "A 6-foot-9 guard fell.", "quantity '6-foot-9' 6.75..6.75 [ft_i]" },
    { "It is 6ft 2in high.", "quantity '6ft 2in' 6.16666666666667..6.16666666666667 [ft_i]" },
    { "It weighs 1 lb 3 oz.", "quantity '1 lb 3 oz' 1.1875..1.1875 [lb_av]" },
    { "Density is 7 kg/cm³ there.", "quantity '7 kg/cm³' 7..7 kg/cm3" },
    { "It moved at 60 km/h or 40 miles per hour.",
      "quantity '60 km/h' 60..60 km/h; quantity '40 miles per hour' 40..40 [mi_i]/h" },
    { "A speed of 3 m s⁻¹ was seen.", "quantity '3 m s⁻¹' 3..3 m/s" },
    { "Sugar was 90 mg/dL.", "quantity '90 mg/dL' 90..90 mg/dL" },
    { "Yields were 3.5 tonnes per hectare.", "quantity '3.5 tonnes per hectare' 3.5..3.5 t/har" },
    { "The chip has 16-bit words and 100 MB.", "quantity '16-bit' 16..16 bit; quantity '100 MB' 100..100 MBy" },
    { "It ran at 1.5 GHz and 20 Mbit/s.", "quantity '1.5 GHz' 1.5..1.5 GHz; quantity '20 Mbit/s' 20..20 Mbit/s" },
    { "It was 24 degrees in the shade.", "quantity '24 degrees' 24..24 deg" },
    { "It was -5°C and then 30 F.", "quantity '-5°C' -5..-5 Cel; quantity '30 F' 30..30 [degF]" },
    { "Water boils at 100° Celsius.", "quantity '100° Celsius' 100..100 Cel" },
    { "It froze at 2 degrees below zero.", "quantity '2 degrees below zero' -2..-2 deg" },
    { "Keep it between 24 and 30 celsius.", "quantity 'between 24 and 30 celsius' 24..30 range Cel" },
    { "Set it to 75 degrees f.", "quantity '75 degrees f' 75..75 [degF]" },
    { "A pulse of 50 ms was sent.", "quantity '50 ms' 50..50 ms" },
    { "The sample has 5 ± 0.2 km of wire.", "quantity '5 ± 0.2 km' 4.8..5.2 range km" },
    { "It takes 12 (+/- 4) turns.", "number '12 (+/- 4)' 8..16 range of turn" },
    { "Walls of 8- to 16-meter height.", "quantity '8- to 16-meter' 8..16 range m" },
    { "Runs of 10, 20 and 30 km are open.",
      "quantity '10' 10..10 km; quantity '20' 20..20 km; quantity '30 km' 30..30 km" },
    { "Cores from 2619.6 and 2614.7 m were cut.",
      "quantity '2619.6' 2619.6..2619.6 m; quantity '2614.7 m' 2614.7..2614.7 m" },
    { "Boil half a gallon of it.", "quantity 'half a gallon' 0.5..0.5 [gal_us]" },
    { "Bring a kilogram of salt.", "quantity 'a kilogram' 1..1 kg" },
    { "She lost a foot in the war.", "" },
    { "Signs at 20 (kg) are wrong.", "quantity '20 (kg)' 20..20 kg" },
    { "Sales in 5 in all.", "number '5' 5..5" },
    { "It holds 3 m of water.", "quantity '3 m' 3..3 m" },
    { "Cups: 2 Cups of rye.", "quantity '2 Cups' 2..2 [cup_us]" },
};

START_TEST(reads_measures_with_their_units)
{
    check_number_row(&measures_rows[_i]);
}
END_TEST

static const number_row bounds_rows[] = {
    { "It had at least 40 rooms.", "number '40' 40.. at-least of room" },
    { "It had more than 40 rooms.", "number '40' 40.. more-than of room" },
    { "It had no less than 40 rooms.", "number '40' 40.. at-least of room" },
    { "It had fewer than 40 rooms.", "number '40' ..40 less-than of room" },
    { "It had no more than 40 rooms.", "number '40' ..40 at-most of room" },
    { "It had up to 40 rooms.", "number '40' ..40 at-most of room" },
    { "It had as many as 40 rooms.", "number '40' ..40 at-most of room" },
    { "It had nearly 40 rooms.", "number '40' 40..40 nearly of room" },
    { "It had roughly 40 rooms.", "number '40' 40..40 approx of room" },
    { "It had exactly 40 rooms.", "number '40' 40..40 of room" },
    { "It had some 40 rooms.", "number '40' 40..40 approx of room" },
    { "It had close to 40 rooms.", "number '40' 40..40 nearly of room" },
    { "It had an estimated 40 rooms.", "number '40' 40..40 approx of room" },
    { "It had 40 or more rooms.", "number '40' 40.. at-least of room" },
    { "It had 40 or fewer rooms.", "number '40' ..40 at-most of room" },
    { "It had ~40 rooms and >50 doors.", "number '40' 40..40 approx of room; number '50' 50.. more-than of door" },
    { "It is ≥ 5 km and < 7 km away.", "quantity '5 km' 5.. at-least km; quantity '7 km' ..7 less-than km" },
    { "The most 40 could do.", "number '40' 40..40" },
};

START_TEST(bounds_a_number_by_its_hedge)
{
    check_number_row(&bounds_rows[_i]);
}
END_TEST

static const number_row ranges_rows[] = {
    { "They will now play the 0-11 Otters there.", "identifier '0-11'" },
    { "They will need 2-3 boats there.", "number '2-3' 2..3 range of boat" },
    { "Between 1.1 and 1.3 million people came.",
      "number 'Between 1.1 and 1.3 million' 1100000..1300000 range of people" },
    { "Pick 3,000 to 5,000 plums.", "number '3,000 to 5,000' 3000..5000 range of plum" },
    { "Pick two to three hundred plums.", "number 'two to three hundred' 200..300 range of plum" },
    { "Between 0.002 kg and about 0.007 kg of it.",
      "quantity 'Between 0.002 kg and about 0.007 kg' 0.002..0.007 range kg" },
    { "The range is 1000–5000.", "number '1000–5000' 1000..5000 range" },
    { "The range is 5k-20k.", "number '5k-20k' 5000..20000 range" },
    { "It fell from 80 to 60.", "number '80' 80..80; number '60' 60..60" },
    { "It has 5 to 9 doors.", "number '5 to 9' 5..9 range of door" },
    { "Use 2 - ~7 litres.", "quantity '2 - ~7 litres' 2..7 range L" },
    { "From one thousand to one thousand and five hundred.",
      "number 'From one thousand to one thousand and five hundred' 1000..1500 range" },
    { "They cut it from 12 to 8 ships.", "number '12' 12..12; number '8' 8..8 of ship" },
    { "From here to 9 miles off.", "quantity '9 miles' 9..9 [mi_i]" },
};

START_TEST(joins_the_ends_of_a_range_but_not_of_a_change)
{
    check_number_row(&ranges_rows[_i]);
}
END_TEST

static const number_row ages_rows[] = {
    { "He is 29 years old.", "quantity '29 years old' 29..29 a" },
    { "A 29-year-old cook sang.", "quantity '29-year-old' 29..29 a" },
    { "A 29 - year - old cook sang.", "quantity '29 - year - old' 29..29 a" },
    { "Two 3-year-olds slept.", "number 'Two' 2..2; quantity '3-year-olds' 3..3 a" },
    { "A man aged 29 died.", "quantity '29' 29..29 a" },
    { "Ada Berg, 41, said no.", "quantity '41' 41..41 a" },
    { "The wall is more than 500 years old.", "quantity '500 years old' 500.. more-than a" },
    { "The baby is ten months old.", "quantity 'ten months old' 10..10 mo" },
    { "At 6 weeks of age they swim.", "quantity '6 weeks of age' 6..6 wk" },
    { "A nearly three-year-old war goes on.", "quantity 'three-year-old' 3..3 nearly a" },
};

START_TEST(reads_ages)
{
    check_number_row(&ages_rows[_i]);
}
END_TEST

static const number_row ordinals_rows[] = {
    { "She sold her 1,000th loaf and the 25,000 th too.",
      "ordinal '1,000th' 1000..1000; number '25,000' 25000..25000" },
    { "It was his nineth and her twelth try.", "ordinal 'nineth' 9..9; ordinal 'twelth' 12..12" },
    { "She came 21st, and he was third.", "ordinal '21st' 21..21; ordinal 'third' 3..3" },
    { "The twenty-fifth boat won.", "ordinal 'twenty-fifth' 25..25" },
    { "The one hundred twenty-fifth run.", "ordinal 'one hundred twenty-fifth' 125..125" },
    { "Their 3rd anniversary is near.", "ordinal '3rd' 3..3" },
    { "It is the second-largest port.", "ordinal 'second' 2..2" },
    { "At first it rained.", "" },
    { "I second that.", "" },
    { "He had second thoughts.", "" },
    { "Wait a second.", "" },
    { "First of all, sit.", "" },
    { "The Second Army met the First Lady.", "" },
    { "The two hundredth goal fell.", "ordinal 'two hundredth' 200..200" },
};

START_TEST(reads_ordinals_but_no_idioms)
{
    check_number_row(&ordinals_rows[_i]);
}
END_TEST

/* One test over all rows of a table. */
#define ADD_ROWS(cases, test, rows) tcase_add_loop_test(cases, test, 0, sizeof(rows) / sizeof *(rows))

Suite *quantity_suite(void)
{
    Suite *suite = suite_create("core/extract/quantity");
    TCase *cases = tcase_create("sentences");
    ADD_ROWS(cases, reads_percentages_and_points, percent_rows);
    ADD_ROWS(cases, reads_money, money_rows);
    ADD_ROWS(cases, reads_measures_with_their_units, measures_rows);
    ADD_ROWS(cases, bounds_a_number_by_its_hedge, bounds_rows);
    ADD_ROWS(cases, joins_the_ends_of_a_range_but_not_of_a_change, ranges_rows);
    ADD_ROWS(cases, reads_ages, ages_rows);
    ADD_ROWS(cases, reads_ordinals_but_no_idioms, ordinals_rows);
    suite_add_tcase(suite, cases);
    return suite;
}
