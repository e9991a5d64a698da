/* What every test file offers and the runner calls: one suite, named by its path ("core/base/arena").
 *
 * A stage's tests list their suites in tests/core/<stage>/suites.c:
 *     const suite_maker suites[] = { arena_suite, decimal_suite, NULL }; */
#ifndef GSAY_TESTS_SUITE_H
#define GSAY_TESTS_SUITE_H

#include <check.h>
#include <stdlib.h>

#include "base/str.h"

typedef Suite *(*suite_maker)(void);

/* The suites of the stage under test, ended by NULL. */
extern const suite_maker suites[];

/* The step of a sweep: the number in the variable GSAY_SWEEP, else 1. For tools under which each instruction takes twenty times as long:
 * they take sweeps in steps, and long inputs as a part, but leave no test out. */
static inline uint32_t sweep_step(void)
{
    const char   *step = getenv("GSAY_SWEEP");
    unsigned long value = step ? strtoul(step, NULL, 10) : 1;
    return value > 1 && value < 1000 ? (uint32_t)value : 1;
}

/* The size of a sweep or a long input: count, what a plain run takes, or the part of it that the step leaves; never 0 of some. */
static inline size_t sweep(size_t count)
{
    return count ? (count - 1) / sweep_step() + 1 : 0;
}

/* Assert that a slice holds exactly the text of a C string; on failure both are printed. */
#define assert_str(got, want)                                                                                        \
    do {                                                                                                             \
        gsay_str assert_got = (got);                                                                                 \
        const char *assert_want = (want);                                                                            \
        ck_assert_msg(gsay_str_equal(assert_got, gsay_str_of(assert_want)), "%s is \"%.*s\", not \"%s\"", #got,      \
                      GSAY_ARG(assert_got), assert_want);                                                            \
    } while (0)

#endif
