/* The suites of core/lexicon. */
#include "suite.h"

Suite *classes_suite(void);
Suite *currencies_suite(void);
Suite *given_names_suite(void);
Suite *lexicon_suite(void);
Suite *offices_suite(void);
Suite *regional_suite(void);
Suite *units_suite(void);
Suite *variants_suite(void);
Suite *words_suite(void);

const suite_maker suites[] = {
    classes_suite,  currencies_suite, given_names_suite, lexicon_suite, offices_suite,
    regional_suite, units_suite,      variants_suite,    words_suite,   NULL,
};
