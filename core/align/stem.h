/* Stems as words to read, for keys and reasons. Private to core/align. */
#ifndef GSAY_ALIGN_STEM_H
#define GSAY_ALIGN_STEM_H

#include "base/arena.h"

/* The dictionary form of a stem, by the stem alone: the same in every group. What no ending makes a word stays as it is.
 * Returns the stem itself or a slice owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_stem_show(gsay_arena *arena, gsay_str stem);

#endif
