/* The suites of core/claim. */
#include "suites.h"

const suite_maker suites[] = { claim_suite, named_suite,   record_suite, record_line_suite,
                               sense_suite, synonym_suite, term_suite,   NULL };
