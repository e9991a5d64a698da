/* Reproducible random numbers for property tests: the same cases on every machine and in every run. */
#ifndef GSAY_TESTS_RANDOM_H
#define GSAY_TESTS_RANDOM_H

#include <stdint.h>

/* The next number of a sequence; state is its seed and its place. Method: splitmix64, Steele and others, 2014. */
static inline uint64_t next_random(uint64_t *state)
{
    uint64_t mixed = (*state += 0x9e3779b97f4a7c15u);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

#endif
