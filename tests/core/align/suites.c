/* The suites of core/align. */
#include "suites.h"

const suite_maker suites[] = { gate_suite,   interval_suite, topics_suite,  draft_suite, names_suite,
                               quotes_suite, people_suite,   acronym_suite, style_suite, NULL };
