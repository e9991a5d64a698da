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

/* The name under which a mention of a name is one of `about`: a person's family name, else the form. */
gsay_str gsay_context_name(const gsay_name *name);

/* A block key, "percent:territory". Returns a slice owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_block_join(gsay_arena *arena, gsay_str left, gsay_str right);

#endif
