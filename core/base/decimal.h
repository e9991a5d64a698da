/* Exact decimal numbers: an integer, a power of ten, and for fractions a divisor. Never a binary float.
 *
 * value = coefficient * 10^exponent / divisor. Digits beyond GSAY_DECIMAL_DIGITS are rounded half to even; everything a
 * text states is far below. Comparison is exact. */
#ifndef GSAY_BASE_DECIMAL_H
#define GSAY_BASE_DECIMAL_H

#include "base/buffer.h"
#include "base/str.h"

#define GSAY_DECIMAL_DIGITS 18          /* significant digits that a coefficient holds */
#define GSAY_DECIMAL_EXPONENT_MAX 9999  /* absolute value; beyond it an operation saturates, at 0 or at 18 nines */
#define GSAY_DECIMAL_PRINT_DIGITS 15    /* significant digits printed of a fraction that does not end */

typedef struct gsay_decimal {
    int64_t  coefficient; /* no trailing zero unless the value is 0: one value, one form */
    uint32_t divisor;     /* 1, or the reduced denominator, without factors 2 and 5, of a fraction that has no finite decimal
                             form (1/6 is 5/3 * 10^-1); 0 counts as 1 */
    int16_t  exponent;
    int16_t  precision;   /* power of ten of the last digit written (20 -> 0, 4.20 -> -2, 1.5 billion -> 8); not part of the value */
} gsay_decimal;

/* Read plain digits with at most one point: "3000", ".77", "7.20000", "-5". No grouping, no exponent, no
 * point at the end. precision is that of the last digit. Returns false, and leaves *out alone, when text is anything else. */
bool gsay_decimal_read(gsay_str text, gsay_decimal *out);

/* An integer as a decimal, precision 0. Beyond GSAY_DECIMAL_DIGITS it is rounded. */
gsay_decimal gsay_decimal_from(int64_t integer);

/* numerator / denominator, reduced; a finite result has divisor 1. denominator > 0.
 * precision is the power of ten of the last digit that is printed: 1/4 has -2, 6/3 has 0, 1/3 has -15. */
gsay_decimal gsay_decimal_fraction(int64_t numerator, uint32_t denominator);

/* value * 10^power; precision moves along. */
gsay_decimal gsay_decimal_shift(gsay_decimal value, int power);

/* Sum, rounded to GSAY_DECIMAL_DIGITS; precision is the coarser one. */
gsay_decimal gsay_decimal_add(gsay_decimal a, gsay_decimal b);
/* Difference, as a sum. */
gsay_decimal gsay_decimal_subtract(gsay_decimal a, gsay_decimal b);
/* Product, rounded to GSAY_DECIMAL_DIGITS. It scales the precision of the first factor by the place of the first digit of
 * the second: 1.5 * 1,000 has 2, 5 * 1.609 has 0. */
gsay_decimal gsay_decimal_multiply(gsay_decimal a, gsay_decimal b);

/* Quotient to GSAY_DECIMAL_DIGITS significant digits, exact where a fraction can hold it; precision is scaled as in a
 * product. b is not 0 (the result would be 0). */
gsay_decimal gsay_decimal_divide(gsay_decimal a, gsay_decimal b);

/* Exact order of the values: <0, 0, >0. Precision does not count. */
int gsay_decimal_compare(gsay_decimal a, gsay_decimal b);

/* Tell the number of significant digits as written, from coefficient, exponent and precision: 3,000 has 4, 1.5 billion 2. */
int gsay_decimal_digits(gsay_decimal value);

/* Append the value as a plain decimal string: as many decimals as precision says when that is negative ("4.20"), never
 * fewer than the value has, never an exponent up to 30 digits, "6.02e40" beyond; fractions to GSAY_DECIMAL_PRINT_DIGITS. */
void gsay_decimal_print(gsay_buffer *buffer, gsay_decimal value);

#endif
