/* What all values of one sentence share: names, content, who says it. Private to core/claim. */
#ifndef GSAY_CLAIM_CONTEXT_H
#define GSAY_CLAIM_CONTEXT_H

#include "claim/clause.h"

/* The context of one sentence. */
typedef struct gsay_context {
    gsay_str_set  about;
    gsay_stem_set content;
    gsay_str      speaker; /* by a verb of speech outside quotation marks, or "according to" */
    bool          is_heading;
} gsay_context;

/* Read the context of a sentence. first: the index of its first mention (or of one of a later sentence when it has none). */
gsay_context gsay_context_read(gsay_reading *reading, uint32_t sentence, size_t first);

#endif
