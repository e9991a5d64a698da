/* The suites of core/extract. */
#include "suite.h"

#include "suites.h"

const suite_maker suites[] = {
    value_suite,
    NULL,
};
