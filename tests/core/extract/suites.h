/* One maker a test file of core/extract; suites.c lists them. */
#ifndef GSAY_TESTS_EXTRACT_SUITES_H
#define GSAY_TESTS_EXTRACT_SUITES_H

#include <check.h>

/* test_value.c: values as JSON and as shown. */
Suite *value_suite(void);

#endif
