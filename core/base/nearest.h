/* Edit distance between short strings, and the nearest known name to a mistyped one. */
#ifndef GSAY_BASE_NEAREST_H
#define GSAY_BASE_NEAREST_H

#include "base/str.h"

#define GSAY_NEAREST_BYTES_MAX 64u /* longer strings are never near anything */

/* Count the edits between a and b: insert, delete, replace a byte, or swap two neighbours (optimal string alignment).
 * Returns limit + 1 as soon as it is known to be more than limit, or when a string is longer than GSAY_NEAREST_BYTES_MAX. */
unsigned gsay_edit_distance(gsay_str a, gsay_str b, unsigned limit);

/* The known name that a mistyped one most likely means: distance at most a third of its length; the first of equals.
 * Returns an empty slice when none is near. */
gsay_str gsay_nearest(gsay_str name, const gsay_str *known, size_t count);

#endif
