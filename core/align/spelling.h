/* One key for the spellings of one word: regional ones agree (recognise and recognize, defence and defense, colour and
 * color).
 *
 * Rules on endings and a small table of single words, no list of a language: a rule that fits a word without a second
 * spelling changes it the same way everywhere, which is harmless. Keys are for comparing and are never shown. */
#ifndef GSAY_ALIGN_SPELLING_H
#define GSAY_ALIGN_SPELLING_H

#include "base/arena.h"

/* The key of a folded word.
 * Returns the word itself where no rule fits, else a slice owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_spelling_key(gsay_arena *arena, gsay_str word);

/* Tell whether two folded words are one word in two regional spellings. Exact for words of up to
 * GSAY_SPELLING_BYTES_MAX. */
bool gsay_spelling_same(gsay_str a, gsay_str b);

#define GSAY_SPELLING_BYTES_MAX 48u /* longer words have no second spelling */

#endif
