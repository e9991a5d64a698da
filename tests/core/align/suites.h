/* The suites of core/align, one a file. */
#ifndef GSAY_TESTS_ALIGN_SUITES_H
#define GSAY_TESTS_ALIGN_SUITES_H

#include "suite.h"

Suite *gate_suite(void);
Suite *interval_suite(void);
Suite *topics_suite(void);
Suite *draft_suite(void);
Suite *names_suite(void);
Suite *quotes_suite(void);
Suite *people_suite(void);
Suite *acronym_suite(void);
Suite *style_suite(void);

#endif
