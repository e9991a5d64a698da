/* What every test file offers and the runner calls: one suite, named by its path ("core/base/arena").
 *
 * A stage's tests list their suites in tests/core/<stage>/suites.c:
 *     const suite_maker suites[] = { arena_suite, decimal_suite, NULL }; */
#ifndef GSAY_TESTS_SUITE_H
#define GSAY_TESTS_SUITE_H

#include <check.h>

#include "base/str.h"

typedef Suite *(*suite_maker)(void);

/* The suites of the stage under test, ended by NULL. */
extern const suite_maker suites[];

/* Assert that a slice holds exactly the text of a C string; on failure both are printed. */
#define assert_str(got, want)                                                                                        \
    do {                                                                                                             \
        gsay_str assert_got = (got);                                                                                 \
        const char *assert_want = (want);                                                                            \
        ck_assert_msg(gsay_str_equal(assert_got, gsay_str_of(assert_want)), "%s is \"%.*s\", not \"%s\"", #got,      \
                      GSAY_ARG(assert_got), assert_want);                                                            \
    } while (0)

#endif
