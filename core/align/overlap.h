/* How much two claims have in common: content, names, dates named. Sets are sorted, so each question is one merge.
 * Private to core/align. */
#ifndef GSAY_ALIGN_OVERLAP_H
#define GSAY_ALIGN_OVERLAP_H

#include "claim/record.h"

/* What two sentences share. */
typedef struct gsay_overlap {
    uint32_t shared;  /* content stems in both */
    uint32_t smaller; /* stems of the one with fewer */
    uint32_t larger;
    uint32_t names;   /* names in both */
} gsay_overlap;

/* Count the content stems that the sentences of two claims share. */
uint32_t gsay_overlap_count(const gsay_claim *a, const gsay_claim *b);

/* Tell whether both sentences hold a name that is not who says it. */
bool gsay_overlap_has_name(const gsay_claim *a, const gsay_claim *b);

/* Compare the sentences of two claims. */
gsay_overlap gsay_overlap_of(const gsay_claim *a, const gsay_claim *b);

/* Tell whether both sentences hold a name that no word list holds: such tell one event from another. */
bool gsay_overlap_has_rare_name(const gsay_claim *a, const gsay_claim *b);

/* Tell whether two sentences are equal but for the value: the same content, and the same word on one side of it. */
bool gsay_overlap_is_same(const gsay_claim *a, const gsay_claim *b);

/* Tell whether a word, by its name in content, stands in a sentence. */
bool gsay_overlap_holds(const gsay_claim *claim, gsay_str word);

/* Tell whether two sentences name dates that cannot be one time: other weekdays, years, months or days. */
bool gsay_overlap_when_differs(const gsay_when *a, const gsay_when *b);

/* The first name that both sentences hold; "" none. */
gsay_str gsay_overlap_name(const gsay_claim *a, const gsay_claim *b);

#endif
