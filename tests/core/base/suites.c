/* The suites of core/base. */
#include "suite.h"

Suite *arena_suite(void);
Suite *buffer_suite(void);
Suite *calendar_suite(void);
Suite *decimal_suite(void);
Suite *error_suite(void);
Suite *expression_suite(void);
Suite *intern_suite(void);
Suite *nearest_suite(void);
Suite *thread_suite(void);
Suite *utf8_suite(void);
Suite *wide_suite(void);

const suite_maker suites[] = {
    arena_suite,  buffer_suite,  calendar_suite, decimal_suite, error_suite, expression_suite,
    intern_suite, nearest_suite, thread_suite,   utf8_suite,    wide_suite,  NULL,
};
