/* Spelling by region: "colour" and "color", "organise" and "organize", "travelled" and "traveled". */
#ifndef GSAY_LEXICON_REGIONAL_H
#define GSAY_LEXICON_REGIONAL_H

#include "base/str.h"

#define GSAY_REGIONAL_BYTES_MAX 32u /* longer words have no second spelling */

/* The norms that a text may follow. X(NAME, whose spelling, as a reader knows it) */
#define GSAY_NORMS(X)                                                                                                  \
    X(BRITISH, "British")       /* -our, -ise */                                                                       \
    X(AMERICAN, "American")     /* -or, -ize */                                                                        \
    X(OXFORD, "British")        /* -our, -ize */                                                                       \
    X(AUSTRALIAN, "Australian") /* -our, -ise, but a program */                                                        \
    X(CANADIAN, "Canadian")     /* -our, -ize, -yze, but a tire */

typedef enum gsay_norm {
#define GSAY_NORM_ENUM(name, text) GSAY_NORM_##name,
    GSAY_NORMS(GSAY_NORM_ENUM)
#undef GSAY_NORM_ENUM
    GSAY_NORM_COUNT
} gsay_norm;

/* Norms as bits of a set: under which of them a spelling is right. */
typedef uint8_t gsay_norm_set;
/* The set of one norm. */
#define GSAY_NORM(name) ((gsay_norm_set)(1u << GSAY_NORM_##name))
#define GSAY_NORMS_ALL  ((gsay_norm_set)((1u << GSAY_NORM_COUNT) - 1))

/* One spelling of a word that has two. */
typedef struct gsay_regional {
    gsay_str      key;   /* the same for both: the American one */
    gsay_norm_set norms; /* under which this one is right; never all */
} gsay_regional;

/* Read the spelling of a folded word. A class of spellings applies where word lists know the word in both (the list of
 * classes stands in regional.c), so that "four" is no other spelling of "for".
 *
 * room      holds the key where it is not the word itself.
 * spelling  out; borrows the word or room; untouched where the result is false.
 * Returns false for a word that has no other spelling, or that is right everywhere. */
bool gsay_regional_read(gsay_str word, char room[GSAY_REGIONAL_BYTES_MAX], gsay_regional *spelling);

/* Whose spelling one is that is right under these norms: "British" or "American" where that tells it from the other. */
gsay_str gsay_norms_name(gsay_norm_set norms);

#endif
