/* The suites of core/claim, one a file. */
#ifndef GSAY_TESTS_CLAIM_SUITES_H
#define GSAY_TESTS_CLAIM_SUITES_H

#include "suite.h"

Suite *claim_suite(void);
Suite *named_suite(void);
Suite *record_suite(void);
Suite *record_line_suite(void);
Suite *sense_suite(void);
Suite *synonym_suite(void);
Suite *term_suite(void);

#endif
