/* The suites of core/report. */
#include "suite.h"

Suite *facts_suite(void);
Suite *json_suite(void);
Suite *mentions_suite(void);
Suite *pretty_suite(void);

const suite_maker suites[] = { facts_suite, json_suite, mentions_suite, pretty_suite, NULL };
