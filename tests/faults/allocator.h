/* The allocator of a test program, in front of everybody's: the program defines malloc and its kin, so the dynamic
 * linker gives these to every library that it loads, and to the C library itself. Counts calls, and fails those that a
 * test orders to fail. Linux with glibc; under the address sanitizer memory comes from the sanitizer's allocator. */
#ifndef GSAY_TESTS_FAULTS_ALLOCATOR_H
#define GSAY_TESTS_FAULTS_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

/* Count from 0 again, and fail the call of a number, from 1 on; 0: none. is_lasting: fail all calls behind it, too. */
void allocator_start(size_t failing, bool is_lasting);
/* Fail nothing from now on. Returns the calls that asked for memory since the start. */
size_t allocator_stop(void);
/* Tell whether a call was failed since the start. */
bool allocator_has_failed(void);
/* The blocks that are allocated and not yet freed, by anybody. */
long allocator_live(void);

#endif
