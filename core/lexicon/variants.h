/* Words that are written in two ways whatever the region: "adviser" and "advisor", "website" and "web site", "café" and
 * "cafe". */
#ifndef GSAY_LEXICON_VARIANTS_H
#define GSAY_LEXICON_VARIANTS_H

#include "base/str.h"

/* One way to write a word. */
typedef struct gsay_variant {
    const char *form; /* folded; of one word or two with one space between */
    const char *key;  /* the same for all ways */
} gsay_variant;

/* Find the ways that begin with a folded word.
 *
 * count   out: how many; those of two words stand behind the one of one word.
 * Returns the first of them; NULL when *count is 0. */
const gsay_variant *gsay_variants_find(gsay_str word, size_t *count);

/* What the names of a place in two languages or two romanisations share: "kyiv" of "kyiv" and "kiev". Also a few names
 * that the news writes in many ways ("gaddafi"). name: whole and folded. "" for a name that has no other. */
gsay_str gsay_exonym_find(gsay_str name);

#endif
