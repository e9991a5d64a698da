/* Eight bytes of text in one integer, the first byte lowest. Shared by the files of this folder only.
 *
 * The arithmetic on all bytes at once is that of Hacker's Delight (H. S. Warren, 2nd edition, 2012, section 6-1): adding to
 * seven bits sets the eighth where a bound is passed, and no carry leaves its byte. */
#ifndef GSAY_TEXT_EIGHT_H
#define GSAY_TEXT_EIGHT_H

#include <stdint.h>

#define GSAY_EIGHT_EVERY 0x0101010101010101u            /* 1 in every byte */
#define GSAY_EIGHT_HIGH (GSAY_EIGHT_EVERY * 0x80u)      /* set beyond ASCII */
#define GSAY_EIGHT_CASE (GSAY_EIGHT_EVERY * 0x20u)      /* set in small letters, digits and apostrophes, not in capitals */

/* The lowest count bytes set, count up to 8. */
static inline uint64_t gsay_eight_mask(uint32_t count)
{
    return count == 0 ? 0 : ~(uint64_t)0 >> (64 - 8 * count);
}

/* How many of eight bytes, from the lowest on, are ASCII letters. */
static inline uint32_t gsay_eight_letters(uint64_t eight)
{
    uint64_t small = (eight & ~GSAY_EIGHT_HIGH) | GSAY_EIGHT_CASE;
    uint64_t from_a = small + GSAY_EIGHT_EVERY * (0x80 - 'a');
    uint64_t beyond_z = small + GSAY_EIGHT_EVERY * (0x80 - 'z' - 1);
    uint64_t others = ~(from_a & ~beyond_z & ~eight) & GSAY_EIGHT_HIGH;
    return others ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
}

#endif
