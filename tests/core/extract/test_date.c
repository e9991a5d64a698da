/* Calendar dates in names and digits, and the words that only look like dates. */
#include "suites.h"
#include "temporal_rows.h"

static const temporal_row absolute[] = {
    { "2025-02-12", "The bridge opened on 14 April 1998.",
      "date \"14 April 1998\" 1998-04-14 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "The bridge opened on April 14, 1998, in the rain.",
      "date \"April 14, 1998\" 1998-04-14 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "Rain fell on April 14th, 1998.",
      "date \"April 14th, 1998\" 1998-04-14 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "Rain fell on the 14th of April, 1998.",
      "date \"the 14th of April, 1998\" 1998-04-14 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "Rain fell on 14th April 1998.",
      "date \"14th April 1998\" 1998-04-14 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "It closed on Sept. 3, 2001.", "date \"Sept. 3, 2001\" 2001-09-03 [2001-09-03..2001-09-04) text" },
    { "2025-02-12", "It closed on 3 Sept 2001.", "date \"3 Sept 2001\" 2001-09-03 [2001-09-03..2001-09-04) text" },
    { "2025-02-12", "The harbour froze on Jan 9.", "date \"Jan 9\" 2025-01-09 [2025-01-09..2025-01-10) date" },
    { "2025-02-12", "The harbour froze on 20 December.",
      "date \"20 December\" 2024-12-20 [2024-12-20..2024-12-21) date" },
    { "", "The harbour froze on 20 December.", "date \"20 December\" XXXX-12-20" },
    { "2025-02-12", "A vote is due on March 30.", "date \"March 30\" 2025-03-30 [2025-03-30..2025-03-31) date" },
    { "2025-02-12", "A vote was due on May 30.", "date \"May 30\" 2024-05-30 [2024-05-30..2024-05-31) date" },
    { "2025-02-12", "The ferry sank in October 1987.", "date \"October 1987\" 1987-10 [1987-10-01..1987-11-01) text" },
    { "2025-02-12", "The ferry sank in October.", "date \"October\" 2024-10 [2024-10-01..2024-11-01) date" },
    { "", "The ferry sank in October.", "date \"October\" XXXX-10" },
    { "2025-02-12", "The ferry sank in October of 1987.",
      "date \"October of 1987\" 1987-10 [1987-10-01..1987-11-01) text" },
    { "2025-02-12", "The ferry sank in October, 1987.",
      "date \"October, 1987\" 1987-10 [1987-10-01..1987-11-01) text" },
    { "2025-02-12", "On Thursday, 24 February 2022, shops stayed shut.",
      "date \"Thursday, 24 February 2022\" 2022-02-24 [2022-02-24..2022-02-25) text" },
    { "2025-02-12", "On Thursday, February 24, 2022 shops stayed shut.",
      "date \"Thursday, February 24, 2022\" 2022-02-24 [2022-02-24..2022-02-25) text" },
    { "2025-02-12", "Wed Feb 12 2025", "date \"Wed Feb 12 2025\" 2025-02-12 [2025-02-12..2025-02-13) text" },
    { "2025-02-12", "The council met on Friday (Feb. 7) to vote.",
      "date \"Friday (Feb. 7)\" 2025-02-07 [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "On Tuesday the 4th the council met.",
      "date \"Tuesday the 4th\" 2025-02-04 [2025-02-04..2025-02-05) date" },
    { "2025-02-12", "On Monday 20 January the council met.",
      "date \"Monday 20 January\" 2025-01-20 [2025-01-20..2025-01-21) date" },
    { "2025-02-12", "The log says 31 June 2022.", "date \"31 June 2022\" 2022-06-31" },
    { "2025-02-12", "The log says February 29, 2023.", "date \"February 29, 2023\" 2023-02-29" },
    { "2025-02-12", "The log says February 29, 2024.",
      "date \"February 29, 2024\" 2024-02-29 [2024-02-29..2024-03-01) text" },
    { "2025-02-12", "Founded in 1899, the club moved in 1932.",
      "date \"1899\" 1899 [1899-01-01..1900-01-01) text; date \"1932\" 1932 [1932-01-01..1933-01-01) text" },
    { "2025-02-12", "The 2003 flood reached the mill.", "date \"2003\" 2003 [2003-01-01..2004-01-01) text" },
    { "2025-02-12", "The plan (2014) was dropped.", "date \"2014\" 2014 [2014-01-01..2015-01-01) text" },
    { "2025-02-12", "1954", "date \"1954\" 1954 [1954-01-01..1955-01-01) text" },
    { "2025-02-12", "The temple fell in 480 BC.", "date \"480 BC\" BC0480 [-0479-01-01..-0478-01-01) text" },
    { "2025-02-12", "The temple fell in 146 B.C. after a siege.",
      "date \"146 B.C.\" BC0146 [-0145-01-01..-0144-01-01) text" },
    { "2025-02-12", "The city burned in AD 64.", "date \"AD 64\" 0064 [0064-01-01..0065-01-01) text" },
    { "2025-02-12", "The city burned in 64 A.D. under Nero.", "date \"64 A.D.\" 0064 [0064-01-01..0065-01-01) text" },
    { "2025-02-12", "The class of '98 gathered in '99.",
      "date \"'98\" 1998 [1998-01-01..1999-01-01) text; date \"'99\" 1999 [1999-01-01..2000-01-01) text" },
    { "2025-02-12", "They landed in nineteen sixty-nine.",
      "date \"nineteen sixty-nine\" 1969 [1969-01-01..1970-01-01) text" },
    { "2025-02-12", "They land in two thousand and thirty.",
      "date \"two thousand and thirty\" 2030 [2030-01-01..2031-01-01) text" },
    { "2025-02-12", "It was the year 2008.", "date \"year 2008\" 2008 [2008-01-01..2009-01-01) text" },
    { "2025-02-12", "In calendar year 2019 sales fell.",
      "date \"calendar year 2019\" 2019 [2019-01-01..2020-01-01) text" },
    { "2025-02-12", "On fifteen August 1993 the plant opened.",
      "date \"fifteen August 1993\" 1993-08-15 [1993-08-15..1993-08-16) text" },
    { "2025-02-12", "On August fifteenth the plant opened.",
      "date \"August fifteenth\" 2024-08-15 [2024-08-15..2024-08-16) date" },
    { "2025-02-12", "The gate shut on February twenty second.",
      "date \"February twenty second\" 2025-02-22 [2025-02-22..2025-02-23) date" },
    { "2025-02-12", "He wrote on the 28th.", "date \"the 28th\" XXXX-XX-28" },
    { "2025-02-12", "2017 March was the wettest month.", "date \"2017 March\" 2017-03 [2017-03-01..2017-04-01) text" },
    { "2025-02-12", "In dec 2019 the line opened.", "date \"dec 2019\" 2019-12 [2019-12-01..2020-01-01) text" },
    { "2025-02-12", "Before May 1, 1999 no tram ran.", "date \"May 1, 1999\" 1999-05-01 [..1999-05-01) text" },
    { "2025-02-12", "His sister came in May.", "date \"May\" 2024-05 [2024-05-01..2024-06-01) date" },
    { "2025-02-12", "The queen arrived in August 1911.", "date \"August 1911\" 1911-08 [1911-08-01..1911-09-01) text" },
    { "2025-02-12", "On 1 January 1900 and 31 December 1999 bells rang.",
      "date \"1 January 1900\" 1900-01-01 [1900-01-01..1900-01-02) text; date \"31 December 1999\" 1999-12-31 "
      "[1999-12-31..2000-01-01) text" },
    { "2025-02-12", "The deed is dated 3rd day of March 1871.",
      "date \"3rd day of March 1871\" 1871-03-03 [1871-03-03..1871-03-04) text" },
    { "2025-02-12", "Dec. 31 , 1994", "date \"Dec. 31 , 1994\" 1994-12-31 [1994-12-31..1995-01-01) text" },
    { "2025-02-12", "the 15 September offer", "date \"the 15 September\" 2024-09-15 [2024-09-15..2024-09-16) date" },
    { "2025-02-12", "31-Oct-1974", "date \"31-Oct-1974\" 1974-10-31 [1974-10-31..1974-11-01) text" },
    { "2025-02-12", "05-Aug-16", "date \"05-Aug-16\" 2016-08-05 [2016-08-05..2016-08-06) text" },
    { "2025-02-12", "15 April of 87", "date \"15 April of 87\" 1987-04-15 [1987-04-15..1987-04-16) text" },
};

START_TEST(reads_dates_with_names_of_months_weekdays_or_years)
{
    check_temporal_row(&absolute[_i]);
}
END_TEST

static const temporal_row numeric[] = {
    { "2025-02-12", "Due 2015-03-03 at the latest.", "date \"2015-03-03\" 2015-03-03 [2015-03-03..2015-03-04) text" },
    { "2025-02-12", "Due 2015/03/03.", "date \"2015/03/03\" 2015-03-03 [2015-03-03..2015-03-04) text" },
    { "2025-02-12", "Period 2014-10 was short.", "date \"2014-10\" 2014-10 [2014-10-01..2014-11-01) text" },
    { "2025-02-12", "Period 2014/10 was short.", "date \"2014/10\" 2014-10 [2014-10-01..2014-11-01) text" },
    { "2025-02-12", "Signed 25/12/2019 in Bern.", "date \"25/12/2019\" 2019-12-25 [2019-12-25..2019-12-26) text" },
    { "2025-02-12", "Signed 12/25/2019 in Reno.", "date \"12/25/2019\" 2019-12-25 [2019-12-25..2019-12-26) text" },
    { "2025-02-12", "Signed 3/4/2020 somewhere.", "date \"3/4/2020\" 2020-XX-XX" },
    { "2025-02-12", "Signed 4/4/2020 somewhere.", "date \"4/4/2020\" 2020-04-04 [2020-04-04..2020-04-05) text" },
    { "2025-02-12", "Signed 31.10.1974.", "date \"31.10.1974\" 1974-10-31 [1974-10-31..1974-11-01) text" },
    { "2025-02-12", "Signed 01.02.1974.", "date \"01.02.1974\" 1974-02-01 [1974-02-01..1974-02-02) text" },
    { "2025-02-12", "Signed 10/31/74.", "date \"10/31/74\" 1974-10-31 [1974-10-31..1974-11-01) text" },
    { "2025-02-12", "Week 2018-W11 was cold.", "date \"2018-W11\" 2018-W11 [2018-03-12..2018-03-19) text" },
    { "2025-02-12", "Sales in 2018Q4 rose.", "date \"2018Q4\" 2018-Q4 [2018-10-01..2019-01-01) text" },
    { "2025-02-12", "Sales in 18q4 rose.", "date \"18q4\" 2018-Q4 [2018-10-01..2019-01-01) text" },
    { "2025-02-12", "Sales in 2018-Q4 rose.", "date \"2018-Q4\" 2018-Q4 [2018-10-01..2019-01-01) text" },
    { "2025-02-12", "File 20161016 is here.", "date \"20161016\" 2016-10-16 [2016-10-16..2016-10-17) text" },
    { "2025-02-12", "Room 2015-03-32 is none.", "date \"2015\" 2015 [2015-01-01..2016-01-01) text" },
    { "2025-02-12", "Ratio 30/4.85 was high.", "" },
    { "2025-02-12", "Version 1.2.3 and address 10.1.2.15 are no dates.", "" },
    { "2025-02-12", "Mixed 1/2 cup of oil.", "" },
    { "2025-02-12", "12-2015", "date \"12-2015\" 2015-12 [2015-12-01..2016-01-01) text" },
};

START_TEST(reads_dates_in_digits)
{
    check_temporal_row(&numeric[_i]);
}
END_TEST

static const temporal_row season[] = {
    { "2025-02-12", "Fashion of the 1990s came back.", "date \"the 1990s\" 199 [1990-01-01..2000-01-01) text" },
    { "2025-02-12", "Fashion of the 1960's came back.", "date \"the 1960's\" 196 [1960-01-01..1970-01-01) text" },
    { "2025-02-12", "Fashion of the 1960 's came back.", "date \"the 1960 's\" 196 [1960-01-01..1970-01-01) text" },
    { "2025-02-12", "Fashion of the 1960 s came back.", "date \"the 1960 s\" 196 [1960-01-01..1970-01-01) text" },
    { "2025-02-12", "The run took 1960 s on foot.", "" },
    { "2025-02-12", "The mill shut in the week 31 of 2019.",
      "date \"week 31 of 2019\" 2019-W31 [2019-07-29..2019-08-05) text" },
    { "2025-02-12", "Patriots' Day 2018 was wet.",
      "date \"Patriots' Day 2018\" 2018-04-16 [2018-04-16..2018-04-17) text" },
    { "2025-02-12", "On Super Tuesday 2012 he led.", "date \"Super Tuesday 2012\" 2012-XX-XX" },
    { "2025-02-12", "She was born 28 11 1963 in Lund.",
      "date \"28 11 1963\" 1963-11-28 [1963-11-28..1963-11-29) text" },
    { "2025-02-12", "The draw was 28 11 1963 17.", "date \"1963\" 1963 [1963-01-01..1964-01-01) text" },
    { "2025-02-12", "Fashion of the '60s came back.", "date \"the '60s\" 196 [1960-01-01..1970-01-01) text" },
    { "2025-02-12", "Fashion of the seventies came back.", "date \"the seventies\" 197 [1970-01-01..1980-01-01) text" },
    { "2025-02-12", "Steam ruled the nineteenth century.",
      "date \"the nineteenth century\" 18 [1800-01-01..1900-01-01) text" },
    { "2025-02-12", "Steam ruled the 19th century.", "date \"the 19th century\" 18 [1800-01-01..1900-01-01) text" },
    { "2025-02-12", "A 5th century BC vase was sold.", "date \"5th century BC\" BC04 [-0499-01-01..-0399-01-01) text" },
    { "2025-02-12", "A twenty-first century idea.", "date \"twenty-first century\" 20 [2000-01-01..2100-01-01) text" },
    { "2025-02-12", "Profit rose in the first quarter of 2019.",
      "date \"the first quarter of 2019\" 2019-Q1 [2019-01-01..2019-04-01) text" },
    { "2025-02-12", "Profit rose in Q3 2019.", "date \"Q3 2019\" 2019-Q3 [2019-07-01..2019-10-01) text" },
    { "2025-02-12", "Profit rose in 2019 Q3.", "date \"2019 Q3\" 2019-Q3 [2019-07-01..2019-10-01) text" },
    { "2025-02-12", "Profit rose in H1 2019.", "date \"H1 2019\" 2019-H1 [2019-01-01..2019-07-01) text" },
    { "2025-02-12", "Profit rose in the third quarter.",
      "date \"the third quarter\" 2024-Q3 [2024-07-01..2024-10-01) date" },
    { "", "Profit rose in the third quarter.", "date \"the third quarter\" XXXX-Q3" },
    { "2025-02-12", "Profit rose in the second half of 2018.",
      "date \"the second half of 2018\" 2018-H2 [2018-07-01..2019-01-01) text" },
    { "2025-02-12", "Profit rose in fiscal 2021.", "date \"fiscal 2021\" FY2021" },
    { "2025-02-12", "Profit rose in FY2020.", "date \"FY2020\" FY2020" },
    { "2025-02-12", "Profit rose in fiscal year 2008.", "date \"fiscal year 2008\" FY2008" },
    { "2025-02-12", "Profit rose in the 2019 financial year.", "date \"the 2019 financial year\" FY2019" },
    { "2025-02-12", "They wed in the spring of 1942.",
      "date \"the spring of 1942\" 1942-SP [1942-03-01..1942-06-01) text" },
    { "2025-02-12", "They wed in summer 1942.", "date \"summer 1942\" 1942-SU [1942-06-01..1942-09-01) text" },
    { "2025-02-12", "Snow fell in the winter of 1777.",
      "date \"the winter of 1777\" 1777-WI [1777-01-01..1778-03-01) text" },
    { "2025-02-12", "They wed in the summer.", "date \"the summer\" XXXX-SU" },
    { "2025-02-12", "On Christmas 2016 it snowed.",
      "date \"Christmas 2016\" 2016-12-25 [2016-12-25..2016-12-26) text" },
    { "2025-02-12", "Easter Monday 2018 was mild.",
      "date \"Easter Monday 2018\" 2018-04-02 [2018-04-02..2018-04-03) text" },
    { "2025-02-12", "On Good Friday shops close.", "date \"Good Friday\" 2024-03-29 [2024-03-29..2024-03-30) date" },
    { "2025-02-12", "Thanksgiving 2013 was late.",
      "date \"Thanksgiving 2013\" 2013-11-28 [2013-11-28..2013-11-29) text" },
    { "2025-02-12", "On New Year's Eve crowds gathered.",
      "date \"New Year's Eve\" 2024-12-31 [2024-12-31..2025-01-01) date" },
    { "2025-02-12", "Roads filled on Labor Day weekend.", "date \"Labor Day weekend\" XXXX-WXX" },
    { "2025-02-12", "Black Friday 2013 was busy.", "date \"Black Friday 2013\" 2013-XX-XX" },
    { "2025-02-12", "The mill rests on rosh hashanah 2019.", "date \"rosh hashanah 2019\" 2019-XX-XX" },
    { "2025-02-12", "A new zealand mill rests on Labour Day 2019.", "date \"Labour Day 2019\" 2019-XX-XX" },
    { "2025-02-12", "The fleet sailed in week 31.", "date \"week 31\" 2024-W31 [2024-07-29..2024-08-05) date" },
    { "2025-02-12", "The fleet sailed in week 3 of 2027.",
      "date \"week 3 of 2027\" 2027-W03 [2027-01-18..2027-01-25) text" },
    { "2025-02-12", "Memorial Day 2012 was quiet.",
      "date \"Memorial Day 2012\" 2012-05-28 [2012-05-28..2012-05-29) text" },
    { "2025-02-12", "On Labor Day 2021 parks were full.",
      "date \"Labor Day 2021\" 2021-09-06 [2021-09-06..2021-09-07) text" },
    { "2025-02-12", "Mother's Day 2012 fell in May.",
      "date \"Mother's Day 2012\" 2012-XX-XX; date \"May\" 2024-05 [2024-05-01..2024-06-01) date" },
};

START_TEST(reads_seasons_quarters_centuries_and_feasts)
{
    check_temporal_row(&season[_i]);
}
END_TEST

static const temporal_row traps[] = {
    { "2025-02-12", "She may not march with them.", "" },
    { "2025-02-12", "This may take a while and that might, too.", "" },
    { "2025-02-12", "April Smith and August Wilson spoke.", "" },
    { "2025-02-12", "They sat in the sun all through.", "" },
    { "2025-02-12", "Shares fall when rates spring up.", "" },
    { "2025-02-12", "The army could march 15 miles before dusk.", "" },
    { "2025-02-12", "Deliver 2000 pieces to the yard.", "" },
    { "2025-02-12", "It cost $2000 and weighed 1500 kg.", "" },
    { "2025-02-12", "Some 1,914 people came.", "" },
    { "2025-02-12", "He won the 1500 m and threw 2012 times.", "" },
    { "2025-02-12", "He works 24/7 on it.", "" },
    { "2025-02-12", "Article Five of the U.S. treaty.", "" },
    { "2025-02-12", "The first of all was the second one.", "" },
    { "2025-02-12", "No one in a million knows.", "" },
    { "2025-02-12", "The third anniversary was marked.", "" },
    { "2025-02-12", "The mayor lent aid.", "" },
    { "2025-02-12", "Lead fell from 9.4 to 8.1 in the well.", "" },
    { "2025-02-12", "They won the 20-13 game.", "" },
    { "2025-02-12", "The Spring Framework is software.", "" },
    { "2025-02-12", "Call 650-650-6500 or 555-1212.", "" },
    { "2025-02-12", "My marks were 7, 8 and 9.", "" },
    { "2025-02-12", "Mr. May and Ms. Friday agreed.", "" },
    { "2025-02-12", "It is up to date and out of date.", "" },
    { "2025-02-12", "Mar the page and dec the tree.", "" },
    { "2025-02-12", "Ronald Reagan and April Jones sang.", "" },
    { "2025-02-12", "The sun sat low and he wed in haste.", "" },
    { "2025-02-12", "A 2-1 win and a 6-3 set.", "" },
    { "2025-02-12", "Read pages 12-15 and section 4.2.", "" },
    { "2025-02-12", "The number 1234 is odd.", "" },
    { "2025-02-12", "We have 2019 members.", "" },
};

START_TEST(leaves_look_alikes_alone)
{
    check_temporal_row(&traps[_i]);
}
END_TEST

Suite *date_suite(void)
{
    Suite *suite = suite_create("core/extract/date");
    TCase *readings = tcase_create("readings");
    tcase_add_loop_test(readings, reads_dates_with_names_of_months_weekdays_or_years, 0,
                        (int)(sizeof absolute / sizeof *absolute));
    tcase_add_loop_test(readings, reads_dates_in_digits, 0, (int)(sizeof numeric / sizeof *numeric));
    tcase_add_loop_test(readings, reads_seasons_quarters_centuries_and_feasts, 0,
                        (int)(sizeof season / sizeof *season));
    tcase_add_loop_test(readings, leaves_look_alikes_alone, 0, (int)(sizeof traps / sizeof *traps));
    suite_add_tcase(suite, readings);
    return suite;
}
