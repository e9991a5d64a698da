/* Eight bytes of text in one integer, the first byte lowest. Shared by the files of this folder only.
 *
 * The arithmetic on all bytes at once is that of Hacker's Delight (H. S. Warren, 2nd edition, 2012, section 6-1): adding to
 * seven bits sets the eighth where a bound is passed, and no carry leaves its byte. */
#ifndef GSAY_TEXT_EIGHT_H
#define GSAY_TEXT_EIGHT_H

#include <stdint.h>
#include <string.h>

#define GSAY_EIGHT_EVERY 0x0101010101010101u            /* 1 in every byte */
#define GSAY_EIGHT_HIGH (GSAY_EIGHT_EVERY * 0x80u)      /* set beyond ASCII */
#define GSAY_EIGHT_CASE (GSAY_EIGHT_EVERY * 0x20u)      /* set in small letters, digits and apostrophes, not in capitals */

/* The number whose bytes lie in memory as those of a number do on a little-endian machine; its own inverse. */
static inline uint64_t gsay_eight_order(uint64_t eight)
{
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap64(eight) : eight;
}

/* Eight bytes as a number. */
static inline uint64_t gsay_eight_load(const unsigned char *from)
{
    uint64_t eight;
    memcpy(&eight, from, sizeof(eight));
    return gsay_eight_order(eight);
}

/* Write a number as eight bytes. */
static inline void gsay_eight_store(unsigned char *to, uint64_t eight)
{
    eight = gsay_eight_order(eight);
    memcpy(to, &eight, sizeof(eight));
}

/* The lowest count bytes set, count up to 7. */
static inline uint64_t gsay_eight_mask(uint32_t count)
{
    return ((uint64_t)1 << (8 * count)) - 1;
}

/* The eighth bit set in the first byte that is no ASCII letter, and clear in those before it; what stands above it means nothing: there a
 * byte beyond ASCII may have carried. 0 where all are letters. */
static inline uint64_t gsay_eight_others(uint64_t eight)
{
    uint64_t small = eight | GSAY_EIGHT_CASE;
    uint64_t from_a = small + GSAY_EIGHT_EVERY * (0x80 - 'a');
    uint64_t beyond_z = small + GSAY_EIGHT_EVERY * (0x80 - 'z' - 1);
    return (~(from_a ^ beyond_z) | eight) & GSAY_EIGHT_HIGH;
}

/* As gsay_eight_others, for digits. */
static inline uint64_t gsay_eight_no_digits(uint64_t eight)
{
    uint64_t value = eight ^ GSAY_EIGHT_EVERY * '0';
    return (value | (value + GSAY_EIGHT_EVERY * (0x80 - 10))) & GSAY_EIGHT_HIGH;
}

/* The bytes set before the lowest one that has its eighth bit set, and no other bit; marked is not 0. */
static inline uint64_t gsay_eight_before(uint64_t marked)
{
    return (marked ^ (marked - 1)) >> 8;
}

/* How many of eight bytes, from the lowest on, are ASCII letters. */
static inline uint32_t gsay_eight_letters(uint64_t eight)
{
    uint64_t others = gsay_eight_others(eight);
    return others ? (uint32_t)__builtin_ctzll(others) / 8 : 8;
}

#endif
