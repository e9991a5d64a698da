/* The suites of core/extract. */
#include "suite.h"

#include "suites.h"

const suite_maker suites[] = {
    value_suite,
    date_suite,     relative_suite, period_suite, duration_suite, time_suite, dateline_suite,
    NULL,
};
