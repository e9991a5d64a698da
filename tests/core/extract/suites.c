/* The suites of core/extract. */
#include "suite.h"

#include "suites.h"

const suite_maker suites[] = {
    value_suite,    number_suite,   quantity_suite, identifier_suite, extract_suite,
    date_suite,     shape_suite,    relative_suite, period_suite, duration_suite, time_suite, dateline_suite,
    name_suite,     quote_suite,
    NULL,
};
