/* Times of a day, alone and with their day. */
#include "suites.h"
#include "temporal_rows.h"

static const temporal_row rows[] = {
    { "2025-02-12", "Revised 5: 40 p. m. ET", "time \"5: 40 p. m. ET\" T17:40" },
    { "2025-02-12", "Boats left tomorrow at seven twenty-seven.",
      "time \"tomorrow at seven twenty-seven\" 2025-02-13T07:27 [2025-02-13..2025-02-14) date" },
    { "2025-02-12", "Boats left at five-thirty pm.", "time \"five-thirty pm\" T17:30" },
    { "2025-02-12", "They sold one twenty two boats.", "" },
    { "2025-02-12", "The train left at 14:05.", "time \"14:05\" T14:05" },
    { "2025-02-12", "The train left at 3:18am.", "time \"3:18am\" T03:18" },
    { "2025-02-12", "The train left at 8 p.m. sharp.", "time \"8 p.m.\" T20:00" },
    { "2025-02-12", "The train left at 8.30pm.", "time \"8.30pm\" T20:30" },
    { "2025-02-12", "The train left at 11:13 GMT.", "time \"11:13 GMT\" T11:13Z" },
    { "2025-02-12", "The train left at 14:00 UTC+2.", "time \"14:00 UTC+2\" T14:00+02:00" },
    { "2025-02-12", "The train left at 1500 hours.", "time \"1500 hours\" T15:00" },
    { "2025-02-12", "The train left at 15h30.", "time \"15h30\" T15:30" },
    { "2025-02-12", "The train left at noon.", "time \"noon\" T12:00" },
    { "2025-02-12", "The train left at midnight.", "time \"midnight\" T00:00" },
    { "2025-02-12", "The train left at half past seven.", "time \"half past seven\" T07:30" },
    { "2025-02-12", "The train left at a quarter to five.", "time \"a quarter to five\" T04:45" },
    { "2025-02-12", "The train left at ten past 9 in the evening.", "time \"ten past 9 in the evening\" T21:10" },
    { "2025-02-12", "The train left at seven o'clock.", "time \"seven o'clock\" T07:00" },
    { "2025-02-12", "The train left at three am.", "time \"three am\" T03:00" },
    { "2025-02-12", "The train left at 12:30:45.", "time \"12:30:45\" T12:30:45" },
    { "2025-02-12", "The train left on Friday at noon.",
      "time \"Friday at noon\" 2025-02-07T12:00 [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "The train left on Friday at 8 p.m. ET.",
      "time \"Friday at 8 p.m. ET\" 2025-02-07T20:00 [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "The train left at 8 p.m. on Friday.",
      "time \"8 p.m. on Friday\" 2025-02-07T20:00 [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "The train left at 11:13 GMT Friday.",
      "time \"11:13 GMT Friday\" 2025-02-07T11:13Z [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "The train left Friday night.",
      "time \"Friday night\" 2025-02-07TNI [2025-02-07..2025-02-08) date" },
    { "2025-02-12", "The train left yesterday afternoon.",
      "time \"yesterday afternoon\" 2025-02-11TAF [2025-02-11..2025-02-12) date" },
    { "2025-02-12", "The train left this morning.",
      "time \"this morning\" 2025-02-12TMO [2025-02-12..2025-02-13) date" },
    { "2025-02-12", "The train left last night.", "time \"last night\" 2025-02-11TNI [2025-02-11..2025-02-12) date" },
    { "2025-02-12", "The train leaves tonight.", "time \"tonight\" 2025-02-12TNI [2025-02-12..2025-02-13) date" },
    { "2025-02-12", "The train leaves tomorrow at 5pm.",
      "time \"tomorrow at 5pm\" 2025-02-13T17:00 [2025-02-13..2025-02-14) date" },
    { "2025-02-12", "The train left on 14 April 1998 at 10:57.",
      "time \"14 April 1998 at 10:57\" 1998-04-14T10:57 [1998-04-14..1998-04-15) text" },
    { "2025-02-12", "The train left on the morning of April 19, 1975.",
      "time \"the morning of April 19, 1975\" 1975-04-19TMO [1975-04-19..1975-04-20) text" },
    { "2025-02-12", "The train left on the night of 8 February 1904.",
      "time \"the night of 8 February 1904\" 1904-02-08TNI [1904-02-08..1904-02-09) text" },
    { "2025-02-12", "The train left in the early morning.", "time \"the early morning\" TMO" },
    { "2025-02-12", "The train leaves at night.", "time \"night\" TNI" },
    { "2025-02-12", "2025-02-12T14:00", "time \"2025-02-12T14:00\" 2025-02-12T14:00 [2025-02-12..2025-02-13) text" },
    { "2025-02-12", "10:57 on 11 November 1918",
      "time \"10:57 on 11 November 1918\" 1918-11-11T10:57 [1918-11-11..1918-11-12) text" },
    { "2025-02-12", "The picture has a 4:3 ratio and odds of 50:1.", "" },
    { "2025-02-12", "A scale of 1:50,000 was used.", "" },
    { "2025-02-12", "He wrote 12 letters at 9 desks.", "" },
    { "2025-02-12", "The train left at 25:10 and 14:75.", "" },
    { "2025-02-12", "Be back in the morning at 7.", "time \"the morning at 7\" T07:00" },
    { "2025-02-12", "Be back around 9 p.m. EST.", "time \"9 p.m. EST\" T21:00-05:00" },
    { "2025-02-12", "Be back by 6 p.m. local time.", "time \"6 p.m. local time\" T18:00" },
    { "2025-02-12", "Be back at 5:45 p.m. (GMT).", "time \"5:45 p.m. (GMT)\" T17:45Z" },
    { "2025-02-12", "Be back tomorrow morning.",
      "time \"tomorrow morning\" 2025-02-13TMO [2025-02-13..2025-02-14) date" },
    { "2025-02-12", "Be back on Thursday evening at 8.",
      "time \"Thursday evening at 8\" 2025-02-06T20:00 [2025-02-06..2025-02-07) date" },
    { "2025-02-12", "Be back on May 3, 2019, at 7:15 a.m.",
      "time \"May 3, 2019, at 7:15 a.m.\" 2019-05-03T07:15 [2019-05-03..2019-05-04) text" },
};

START_TEST(reads_times_of_a_day)
{
    check_temporal_row(&rows[_i]);
}
END_TEST

Suite *time_suite(void)
{
    Suite *suite = suite_create("core/extract/time");
    TCase *readings = tcase_create("readings");
    tcase_add_loop_test(readings, reads_times_of_a_day, 0, (int)(sizeof rows / sizeof *rows));
    suite_add_tcase(suite, readings);
    return suite;
}
