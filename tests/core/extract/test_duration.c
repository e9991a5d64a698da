/* Lengths of time, and times that come again. */
#include "suites.h"
#include "temporal_rows.h"

static const temporal_row lengths[] = {
    { "2025-02-12", "It broke following a day of rain.", "duration \"a day\" P1D" },
    { "2025-02-12", "It took a full year.", "duration \"a full year\" P1Y" },
    { "2025-02-12", "A second-half goal won it.", "" },
    { "2025-02-12", "It took three years.", "duration \"three years\" P3Y" },
    { "2025-02-12", "It took three and a half years.", "duration \"three and a half years\" P3.5Y" },
    { "2025-02-12", "It took an hour and a half.", "duration \"an hour and a half\" PT1.5H" },
    { "2025-02-12", "It took half an hour.", "duration \"half an hour\" PT0.5H" },
    { "2025-02-12", "It took a quarter of an hour.", "duration \"a quarter of an hour\" PT0.25H" },
    { "2025-02-12", "It took 2 hours, 32 minutes and 25 seconds.",
      "duration \"2 hours, 32 minutes and 25 seconds\" PT2H32M25S" },
    { "2025-02-12", "It took two years and three months.", "duration \"two years and three months\" P2Y3M" },
    { "2025-02-12", "It took a decade.", "duration \"a decade\" P1DE" },
    { "2025-02-12", "It took a fortnight.", "duration \"a fortnight\" P2W" },
    { "2025-02-12", "It took several months.", "duration \"several months\" PXM" },
    { "2025-02-12", "It took a few days.", "duration \"a few days\" PXD" },
    { "2025-02-12", "It took a couple of hours.", "duration \"a couple of hours\" PTXH" },
    { "2025-02-12", "It took two to three weeks.", "duration \"two to three weeks\" PXW" },
    { "2025-02-12", "It took 10-15 minutes.", "duration \"10-15 minutes\" PTXM" },
    { "2025-02-12", "A five-year plan was agreed.", "duration \"five-year\" P5Y" },
    { "2025-02-12", "A 90-minute film was shown.", "duration \"90-minute\" PT90M" },
    { "2025-02-12", "A month-long strike ended.", "duration \"A month-long\" P1M" },
    { "2025-02-12", "It lasted for years.", "duration \"years\" PXY" },
    { "2025-02-12", "After years of talk it ended.", "duration \"years\" PXY" },
    { "2025-02-12", "It lasted 1.5 hours.", "duration \"1.5 hours\" PT1.5H" },
    { "2025-02-12", "It lasted twenty-four hours.", "duration \"twenty-four hours\" PT24H" },
    { "2025-02-12", "It lasted half a century.", "duration \"half a century\" P0.5CE" },
    { "2025-02-12", "It lasted another seven months.", "duration \"another seven months\" P7M" },
    { "2025-02-12", "It lasted two centuries.", "duration \"two centuries\" P2CE" },
    { "2025-02-12", "It lasted 15 mins.", "duration \"15 mins\" PT15M" },
    { "2025-02-12", "It lasted two full days.", "duration \"two full days\" P2D" },
    { "2025-02-12", "It ran for three consecutive quarters.", "duration \"three consecutive quarters\" P3Q" },
    { "2025-02-12", "A three-year-old boy waved.", "" },
    { "2025-02-12", "She is five years old.", "" },
    { "2025-02-12", "They earn $3,000 a month.", "" },
    { "2025-02-12", "They ship 30 a day.", "" },
    { "2025-02-12", "I second that and have second thoughts.", "" },
    { "2025-02-12", "A second round follows.", "" },
    { "2025-02-12", "Three quarters of voters agreed.", "" },
    { "2025-02-12", "The Six-Day War ended.", "" },
    { "2025-02-12", "The secretary took the minutes.", "" },
    { "2025-02-12", "A year passed.", "duration \"A year\" P1Y" },
};

START_TEST(reads_lengths_and_leaves_ages_and_rates)
{
    check_temporal_row(&lengths[_i]);
}
END_TEST

static const temporal_row sets[] = {
    { "2025-02-12", "Buses run every day.", "set \"every day\" P1D" },
    { "2025-02-12", "Buses run every other Friday.", "set \"every other Friday\" XXXX-WXX-5" },
    { "2025-02-12", "Buses run every three weeks.", "set \"every three weeks\" P3W" },
    { "2025-02-12", "Buses run twice a week.", "set \"twice a week\" P1W" },
    { "2025-02-12", "Buses run three times a day.", "set \"three times a day\" P1D" },
    { "2025-02-12", "Buses run once a year.", "set \"once a year\" P1Y" },
    { "2025-02-12", "Buses run on Mondays.", "set \"Mondays\" XXXX-WXX-1" },
    { "2025-02-12", "Buses run Friday mornings.", "set \"Friday mornings\" XXXX-WXX-5TMO" },
    { "2025-02-12", "Buses run daily.", "set \"daily\" P1D" },
    { "2025-02-12", "Buses run everyday at noon.", "set \"everyday\" P1D; time \"noon\" T12:00" },
    { "2025-02-12", "It is no everyday sight.", "" },
    { "2025-02-12", "Buses run weekly.", "set \"weekly\" P1W" },
    { "2025-02-12", "The fair is held annually.", "set \"annually\" P1Y" },
    { "2025-02-12", "The report appears quarterly.", "set \"quarterly\" P3M" },
    { "2025-02-12", "They meet each week.", "set \"each week\" P1W" },
    { "2025-02-12", "They meet every 15 minutes.", "set \"every 15 minutes\" PT15M" },
    { "2025-02-12", "They meet every spring.", "set \"every spring\" P1Y" },
    { "2025-02-12", "Every second house was empty.", "" },
};

START_TEST(reads_times_that_come_again)
{
    check_temporal_row(&sets[_i]);
}
END_TEST

Suite *duration_suite(void)
{
    Suite *suite = suite_create("core/extract/duration");
    TCase *readings = tcase_create("readings");
    tcase_add_loop_test(readings, reads_lengths_and_leaves_ages_and_rates, 0, (int)(sizeof lengths / sizeof *lengths));
    tcase_add_loop_test(readings, reads_times_that_come_again, 0, (int)(sizeof sets / sizeof *sets));
    suite_add_tcase(suite, readings);
    return suite;
}
