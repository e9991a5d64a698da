/* Unsigned whole numbers of 256 bits: just what exact decimal arithmetic needs, and no more.
 *
 * Products that pass 2^256 wrap; the callers' bounds (decimal.c) keep them below. */
#ifndef GSAY_BASE_WIDE_H
#define GSAY_BASE_WIDE_H

#include <stdbool.h>
#include <stdint.h>

#define GSAY_WIDE_WORDS 4

/* The compiler's own 128 bits (gcc and clang on every 64-bit machine). */
__extension__ typedef unsigned __int128 gsay_uint128;

/* A number; zeroed memory is 0. */
typedef struct gsay_wide {
    uint64_t word[GSAY_WIDE_WORDS]; /* the lowest first */
} gsay_wide;

/* A number of 128 bits as a wide one. */
gsay_wide gsay_wide_from(gsay_uint128 number);
/* Tell whether the number is 0. */
bool gsay_wide_is_zero(const gsay_wide *number);
/* Tell whether the number is below 2^64: then word[0] is all of it. */
bool gsay_wide_is_small(const gsay_wide *number);
/* Order two numbers: <0, 0, >0. */
int gsay_wide_compare(const gsay_wide *a, const gsay_wide *b);
/* Add other to number. */
void gsay_wide_add(gsay_wide *number, const gsay_wide *other);
/* Subtract other, which is not larger, from number. */
void gsay_wide_subtract(gsay_wide *number, const gsay_wide *other);
/* Multiply number by factor. */
void gsay_wide_multiply(gsay_wide *number, uint64_t factor);
/* Multiply number by 10^power; power >= 0. */
void gsay_wide_scale(gsay_wide *number, int power);
/* Divide number by divisor (1 to 2^127), rounding down. Returns the remainder.
 * Cost    four divisions when divisor is below 2^64; else 256 steps of shift and subtract. */
gsay_uint128 gsay_wide_divide(gsay_wide *number, gsay_uint128 divisor);

#endif
