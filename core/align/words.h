/* Looking for words in a sentence as it stands in its document: for the few candidates that ask. Private to core/align. */
#ifndef GSAY_ALIGN_WORDS_H
#define GSAY_ALIGN_WORDS_H

#include "base/str.h"

#define GSAY_WORDS_SENTENCE_MAX 4096u /* bytes of a sentence that are looked at */

/* Tell whether a text has a word of a list, whatever its case. list: folded ASCII words, ended by NULL. */
bool gsay_words_have(gsay_str text, const char *const *list);

/* The word before a title that stands before a name in a sentence, as written; "" when there is none. */
gsay_str gsay_words_before(gsay_str sentence, gsay_str name, gsay_str title);

#endif
