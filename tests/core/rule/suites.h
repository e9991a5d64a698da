/* What the files of this folder offer each other. */
#ifndef GSAY_TESTS_RULE_SUITES_H
#define GSAY_TESTS_RULE_SUITES_H

#include "suite.h"

Suite *finding_suite(void);
Suite *pack_suite(void);
Suite *sandbox_suite(void);
Suite *worker_suite(void);

#endif
