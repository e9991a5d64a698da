/* The suites of core/engine. */
#include "suite.h"

Suite *engine_suite(void);
Suite *fact_suite(void);
Suite *pack_test_suite(void);
Suite *records_suite(void);
Suite *sources_suite(void);
Suite *statistics_suite(void);
Suite *test_file_suite(void);

const suite_maker suites[] = { engine_suite,  fact_suite,       pack_test_suite, records_suite,
                               sources_suite, statistics_suite, test_file_suite, NULL };
