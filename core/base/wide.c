/* Schoolbook arithmetic on four words of 64 bits, with the compiler's 128 bits for carries. */
#include "base/wide.h"

#define POWER_STEP 19 /* 10^19 is the largest power of ten in a word */

gsay_wide gsay_wide_from(gsay_uint128 number)
{
    return (gsay_wide){ { (uint64_t)number, (uint64_t)(number >> 64), 0, 0 } };
}

bool gsay_wide_is_zero(const gsay_wide *number)
{
    return gsay_wide_is_small(number) && number->word[0] == 0;
}

bool gsay_wide_is_small(const gsay_wide *number)
{
    return (number->word[1] | number->word[2] | number->word[3]) == 0;
}

int gsay_wide_compare(const gsay_wide *a, const gsay_wide *b)
{
    for (int i = GSAY_WIDE_WORDS - 1; i >= 0; i--)
        if (a->word[i] != b->word[i])
            return a->word[i] > b->word[i] ? 1 : -1;
    return 0;
}

void gsay_wide_add(gsay_wide *number, const gsay_wide *other)
{
    gsay_uint128 carry = 0;
    for (int i = 0; i < GSAY_WIDE_WORDS; i++) {
        carry += (gsay_uint128)number->word[i] + other->word[i];
        number->word[i] = (uint64_t)carry;
        carry >>= 64;
    }
}

void gsay_wide_subtract(gsay_wide *number, const gsay_wide *other)
{
    uint64_t borrow = 0;
    for (int i = 0; i < GSAY_WIDE_WORDS; i++) {
        gsay_uint128 difference = (gsay_uint128)number->word[i] - other->word[i] - borrow;
        number->word[i] = (uint64_t)difference;
        borrow = (uint64_t)(difference >> 64) & 1;
    }
}

void gsay_wide_multiply(gsay_wide *number, uint64_t factor)
{
    gsay_uint128 carry = 0;
    for (int i = 0; i < GSAY_WIDE_WORDS; i++) {
        carry += (gsay_uint128)number->word[i] * factor;
        number->word[i] = (uint64_t)carry;
        carry >>= 64;
    }
}

void gsay_wide_scale(gsay_wide *number, int power)
{
    for (; power >= POWER_STEP; power -= POWER_STEP)
        gsay_wide_multiply(number, UINT64_C(10000000000000000000));
    uint64_t factor = 1;
    while (power-- > 0)
        factor *= 10;
    if (factor > 1)
        gsay_wide_multiply(number, factor);
}

/* Long division by one word; words of zeros at the top cost nothing. */
static uint64_t divide_by_word(gsay_wide *number, uint64_t divisor)
{
    gsay_uint128 rest = 0;
    for (int i = GSAY_WIDE_WORDS - 1; i >= 0; i--) {
        rest = rest << 64 | number->word[i];
        if (rest == 0)
            continue;
        number->word[i] = (uint64_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint64_t)rest;
}

gsay_uint128 gsay_wide_divide(gsay_wide *number, gsay_uint128 divisor)
{
    if (divisor <= UINT64_MAX)
        return divide_by_word(number, (uint64_t)divisor);
    gsay_uint128 rest = 0;
    for (int i = 64 * GSAY_WIDE_WORDS - 1; i >= 0; i--) {
        uint64_t *word = &number->word[i / 64];
        uint64_t  bit = UINT64_C(1) << (i % 64);
        rest = rest << 1 | ((*word & bit) != 0);
        *word &= ~bit;
        if (rest >= divisor) {
            rest -= divisor;
            *word |= bit;
        }
    }
    return rest;
}
