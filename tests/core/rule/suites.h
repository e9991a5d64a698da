/* What the files of this folder offer each other. */
#ifndef GSAY_TESTS_RULE_SUITES_H
#define GSAY_TESTS_RULE_SUITES_H

#include "suite.h"

Suite *finding_suite(void);
Suite *instance_suite(void);
Suite *pack_suite(void);
Suite *sandbox_suite(void);
Suite *worker_suite(void);

/* Tell whether text holds a part. */
static inline bool holds(gsay_str text, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.ptr + i, part, len) == 0)
            return true;
    return false;
}

#endif
