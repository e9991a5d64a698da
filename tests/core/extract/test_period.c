/* Periods of two ends, open periods, the last or next of some units. */
#include "suites.h"
#include "temporal_rows.h"

static const temporal_row rows[] = {
    { "2025-02-12", "Boats lay idle from the 13th to the 19th of October 1950.",
      "date \"from the 13th to the 19th of October 1950\" (1950-10-13,1950-10-19,P6D) [1950-10-13..1950-10-20) text" },
    { "2025-02-12", "Book the hall from 9:30am for 7 hours.", "time \"from 9:30am for 7 hours\" (T09:30,T16:30,PT7H)" },
    { "2025-02-12", "The shop opens 8am-3pm.", "time \"8am-3pm\" (T08,T15,PT7H)" },
    { "2025-02-12", "It stayed shut from 2019 until now.",
      "date \"from 2019 until now\" (2019-01-01,2025-02-12,P2234D) [2019-01-01..2025-02-13) date" },
    { "2025-02-12", "Open 3:30-6 p.m. on weekdays.", "time \"3:30-6 p.m.\" (T15:30,T18,PT2H30M)" },
    { "2025-02-12", "She ruled from 1939 to 1945.",
      "date \"from 1939 to 1945\" (1939-01-01,1945-01-01,P6Y) [1939-01-01..1946-01-01) text" },
    { "2025-02-12", "She ruled between 2014 and 2016.",
      "date \"between 2014 and 2016\" (2014-01-01,2016-01-01,P2Y) [2014-01-01..2017-01-01) text" },
    { "2025-02-12", "She ruled 1939-45.",
      "date \"1939-45\" (1939-01-01,1945-01-01,P6Y) [1939-01-01..1946-01-01) text" },
    { "2025-02-12", "She ruled in 1775–1780.",
      "date \"1775–1780\" (1775-01-01,1780-01-01,P5Y) [1775-01-01..1781-01-01) text" },
    { "2025-02-12", "She ruled from 264 to 241 BC.",
      "date \"from 264 to 241 BC\" (BC0264-01-01,BC0241-01-01,P23Y) [-0263-01-01..-0239-01-01) text" },
    { "2025-02-12", "The fair runs May 13-15.",
      "date \"May 13-15\" (XXXX-05-13,XXXX-05-15,P2D) [2024-05-13..2024-05-16) date" },
    { "2025-02-12", "The fair runs July 13 to 15.",
      "date \"July 13 to 15\" (XXXX-07-13,XXXX-07-15,P2D) [2024-07-13..2024-07-16) date" },
    { "2025-02-12", "The fair runs from 13 to 15 July 2019.",
      "date \"from 13 to 15 July 2019\" (2019-07-13,2019-07-15,P2D) [2019-07-13..2019-07-16) text" },
    { "2025-02-12", "The fair ran 3-6 June 1998.",
      "date \"3-6 June 1998\" (1998-06-03,1998-06-06,P3D) [1998-06-03..1998-06-07) text" },
    { "2025-02-12", "The fair ran June 3-6, 1998.",
      "date \"June 3-6, 1998\" (1998-06-03,1998-06-06,P3D) [1998-06-03..1998-06-07) text" },
    { "2025-02-12", "The fair ran from the 3rd to the 6th of June 1998.",
      "date \"from the 3rd to the 6th of June 1998\" (1998-06-03,1998-06-06,P3D) [1998-06-03..1998-06-07) text" },
    { "2025-02-12", "The fair ran between 28 May and 2 June 1998.",
      "date \"between 28 May and 2 June 1998\" (1998-05-28,1998-06-02,P5D) [1998-05-28..1998-06-03) text" },
    { "2025-02-12", "The fair ran May to October 2020.",
      "date \"May to October 2020\" (2020-05-01,2020-10-01,P5M) [2020-05-01..2020-11-01) text" },
    { "2025-02-12", "The fair ran from November 2019 to March 2020.",
      "date \"from November 2019 to March 2020\" (2019-11-01,2020-03-01,P4M) [2019-11-01..2020-04-01) text" },
    { "2025-02-12", "The fair ran Nov 18-Dec 19, 2015.",
      "date \"Nov 18-Dec 19, 2015\" (2015-11-18,2015-12-19,P31D) [2015-11-18..2015-12-20) text" },
    { "2025-02-12", "The fair ran from Monday to Friday.", "date \"from Monday to Friday\" " },
    { "2025-02-12", "The fair ran from 2010-01-01 to 2010-02-03.",
      "date \"from 2010-01-01 to 2010-02-03\" (2010-01-01,2010-02-03,P33D) [2010-01-01..2010-02-04) text" },
    { "2025-02-12", "The fair ran 5 September-12 September 1914.",
      "date \"5 September-12 September 1914\" (1914-09-05,1914-09-12,P7D) [1914-09-05..1914-09-13) text" },
    { "2025-02-12", "The shop opens from 9 a.m. to 5 p.m. daily.",
      "time \"from 9 a.m. to 5 p.m.\" (T09,T17,PT8H); set \"daily\" P1D" },
    { "2025-02-12", "The shop opens 3-4pm.", "time \"3-4pm\" (T15,T16,PT1H)" },
    { "2025-02-12", "The shop opens between 9:30 and 11:00.",
      "time \"between 9:30 and 11:00\" (T09:30,T11:00,PT1H30M)" },
    { "2025-02-12", "Since 2014 the gate is shut.", "date \"2014\" 2014 [2014-01-01..) text" },
    { "2025-02-12", "The gate is shut since March 2019.", "date \"March 2019\" 2019-03 [2019-03-01..) text" },
    { "2025-02-12", "The gate is shut until Friday.", "date \"Friday\" 2025-02-07 [..2025-02-08) date" },
    { "2025-02-12", "The gate is shut until March 5, 2025.", "date \"March 5, 2025\" 2025-03-05 [..2025-03-06) text" },
    { "2025-02-12", "The gate will be shut by 2030.", "date \"2030\" 2030 [..2031-01-01) text" },
    { "2025-02-12", "The gate was shut before 2010.", "date \"2010\" 2010 [..2010-01-01) text" },
    { "2025-02-12", "The gate was shut after 2010.", "date \"2010\" 2010 [2011-01-01..) text" },
    { "2025-02-12", "They want the pre-2014 borders back.", "date \"2014\" 2014 [..2014-01-01) text" },
    { "2025-02-12", "Post-1991 maps differ.", "date \"1991\" 1991 [1992-01-01..) text" },
    { "2025-02-12", "From 1991 on the maps differ.", "date \"1991\" 1991 [1991-01-01..) text" },
    { "2025-02-12", "From 1991 onwards the maps differ.", "date \"1991\" 1991 [1991-01-01..) text" },
    { "2025-02-12", "Prices doubled over the past two weeks.",
      "duration \"the past two weeks\" P2W [2025-01-29..2025-02-12) date" },
    { "2025-02-12", "Prices doubled in the last 3 months.",
      "duration \"the last 3 months\" P3M [2024-11-12..2025-02-12) date" },
    { "2025-02-12", "Prices double in the next 10 days.",
      "duration \"the next 10 days\" P10D [2025-02-13..2025-02-23) date" },
    { "2025-02-12", "Prices double over the next few days.", "duration \"the next few days\" PXD" },
    { "2025-02-12", "Prices doubled in recent years.", "duration \"recent years\" PXY" },
    { "2025-02-12", "Prices doubled in the past decade.",
      "duration \"the past decade\" P1DE [2015-02-12..2025-02-12) date" },
    { "2025-02-12", "Prices doubled in the past year.",
      "duration \"the past year\" P1Y [2024-02-12..2025-02-12) date" },
    { "", "Prices doubled in the last 3 months.", "duration \"the last 3 months\" P3M" },
    { "2025-02-12", "Prices doubled in the following two years.", "duration \"the following two years\" P2Y" },
    { "2025-02-12", "It happened between the wars.", "" },
    { "2025-02-12", "Turn from page 3 to page 9.", "" },
    { "2025-02-12", "Pick between 10 and 20 stones.", "" },
    { "2025-02-12", "Meet from 9:30 to 11:00 on Friday.",
      "time \"from 9:30 to 11:00 on Friday\" (XXXX-WXX-5T09:30,XXXX-WXX-5T11:00,PT1H30M) [2025-02-07..2025-02-08) "
      "date" },
    { "2025-02-12", "Meet on Friday from 9 a.m. to 11 a.m.",
      "time \"Friday from 9 a.m. to 11 a.m.\" (XXXX-WXX-5T09,XXXX-WXX-5T11,PT2H) [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "Meet tomorrow 3-4pm.",
      "time \"tomorrow 3-4pm\" (2025-02-13T15,2025-02-13T16,PT1H) [2025-02-13..2025-02-14) date" },
    { "2025-02-12", "The war of 1914-18 and the peace of 1919.",
      "date \"1914-18\" (1914-01-01,1918-01-01,P4Y) [1914-01-01..1919-01-01) text; date \"1919\" 1919 "
      "[1919-01-01..1920-01-01) text" },
    { "2025-02-12", "From early 2019 to late 2021 it grew.",
      "date \"From early 2019 to late 2021\" (2019-01-01,2021-01-01,P2Y) [2019-01-01..2022-01-01) text" },
    { "2025-02-12", "From March 3, 2019 through April 9, 2019 it grew.",
      "date \"From March 3, 2019 through April 9, 2019\" (2019-03-03,2019-04-09,P37D) [2019-03-03..2019-04-10) text" },
    { "2025-02-12", "The 1980-1981 season was short.",
      "date \"1980-1981\" (1980-01-01,1981-01-01,P1Y) [1980-01-01..1982-01-01) text" },
};

START_TEST(reads_two_ends_and_open_ones)
{
    check_temporal_row(&rows[_i]);
}
END_TEST

Suite *period_suite(void)
{
    Suite *suite = suite_create("core/extract/period");
    TCase *readings = tcase_create("readings");
    tcase_add_loop_test(readings, reads_two_ends_and_open_ones, 0, (int)(sizeof rows / sizeof *rows));
    suite_add_tcase(suite, readings);
    return suite;
}
