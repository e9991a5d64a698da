/* One maker a test file of core/extract; suites.c lists them. */
#ifndef GSAY_TESTS_EXTRACT_SUITES_H
#define GSAY_TESTS_EXTRACT_SUITES_H

#include <check.h>

/* test_value.c: values as JSON and as shown. */
Suite *value_suite(void);
/* test_number.c: numbers in digits and words. */
Suite *number_suite(void);
/* test_quantity.c: percentages, money, measures, ages, ordinals, ranges. */
Suite *quantity_suite(void);
/* test_identifier.c: what carries a number and is no quantity. */
Suite *identifier_suite(void);
/* test_extract.c: the walk as a whole. */
Suite *extract_suite(void);

/* test_date.c: calendar dates, and what only looks like one. */
Suite *date_suite(void);
/* test_shape.c: what a token can begin. */
Suite *shape_suite(void);
/* test_relative.c: dates counted from another. */
Suite *relative_suite(void);
/* test_period.c: two ends, open ends, the last or next of some units. */
Suite *period_suite(void);
/* test_duration.c: lengths and sets. */
Suite *duration_suite(void);
/* test_time.c: times of a day. */
Suite *time_suite(void);
/* test_dateline.c: when and where a source was filed. */
Suite *dateline_suite(void);

/* test_name.c: names and their parts. */
Suite *name_suite(void);
/* test_quote.c: quotations, their words and speakers. */
Suite *quote_suite(void);

#endif
