/* The known name nearest to a mistyped one. */
#ifndef GSAY_BASE_NEAREST_H
#define GSAY_BASE_NEAREST_H

#include "base/str.h"

#define GSAY_NEAREST_BYTES_MAX 64u /* names longer than this have no nearest one */

/* Count the edits between two names: insert, delete, replace a byte, or swap two neighbours.
 * Returns UINT32_MAX when either is longer than GSAY_NEAREST_BYTES_MAX.
 * Method  optimal string alignment, after Damerau, 1964. */
uint32_t gsay_edit_distance(gsay_str a, gsay_str b);

/* A search for the nearest of several names. Zeroed but for name, it is ready. */
typedef struct gsay_nearest {
    gsay_str name;     /* the mistyped one; borrowed */
    gsay_str best;     /* the nearest one offered so far; "" none */
    uint32_t distance; /* of best */
} gsay_nearest;

/* Offer a known name. It becomes the best when it is nearer than all before it and no further than a third of its length (at least one edit). */
void gsay_nearest_offer(gsay_nearest *search, gsay_str known);

#endif
