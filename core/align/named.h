/* Topics of named claims. Private to core/align, but for tests. */
#ifndef GSAY_ALIGN_NAMED_H
#define GSAY_ALIGN_NAMED_H

#include "align/align.h"

/* Add the topics of named claims to those of an alignment, in order of their keys, and hold them against the facts that
 * alignment->named pins. Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    n log n in the records of named claims, GSAY_BLOCK_VALUES_MAX comparisons each at most. */
gsay_status gsay_align_named(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                             gsay_error *err);

#endif
