/* Stems of English words: what the forms of one word share ("killed", "kills": "kill"). */
#ifndef GSAY_TEXT_STEM_H
#define GSAY_TEXT_STEM_H

#include "base/arena.h"

/* Stem a folded word of valid UTF-8. What begins with no letter, and a word over 255 bytes, stands for itself.
 * Returns a slice of folded where the stem begins it, as most do, else one owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_stem(gsay_arena *arena, gsay_str folded);

/* How long the stem is that two folded words share; 0 when they share none. */
size_t gsay_stem_shared(gsay_str a, gsay_str b);

#endif
