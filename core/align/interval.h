/* Values that are compared with many others, with what comparing asks again and again found once. Private to core/align. */
#ifndef GSAY_ALIGN_INTERVAL_H
#define GSAY_ALIGN_INTERVAL_H

#include "align/gate.h"

/* A plain number: exact, no share, a multiple of the digit that it is written to. Most numbers are. */
typedef struct gsay_plain {
    gsay_kind kind;      /* of the value; NONE when it is not plain, and the rest zero */
    int16_t   precision; /* as gsay_number has it */
    int16_t   rounding;  /* the power of ten that it seems rounded to */
    int16_t   exponent;  /* of the number itself, */
    int64_t   coefficient; /* and its digits */
    gsay_str  unit;
} gsay_plain;

/* Read a value as a plain number. */
gsay_plain gsay_value_plain(const gsay_value *value);

/* Tell whether the plain readings of two values settle how they compare: then they contradict unless they are equal. */
static inline bool gsay_plain_settles(const gsay_plain *a, const gsay_plain *b)
{
    return a->kind == b->kind && a->kind != GSAY_KIND_NONE && a->precision == b->precision && a->rounding == b->rounding &&
           gsay_str_equal(a->unit, b->unit);
}

/* Tell whether two plain numbers that settle it are equal. */
static inline bool gsay_plain_equal(const gsay_plain *a, const gsay_plain *b)
{
    return a->coefficient == b->coefficient && a->exponent == b->exponent;
}

#endif
