/* UTF-8: validation, code points, folding. ASCII is the fast path; utf8proc answers for the rest. */
#ifndef GSAY_BASE_UTF8_H
#define GSAY_BASE_UTF8_H

#include "base/arena.h"
#include "base/error.h"

/* Check that text is well-formed UTF-8 without NUL bytes (RFC 3629: no surrogates, no overlong forms).
 * Returns the offset of the first byte that is NUL or begins no well-formed sequence, or text.len when all is well. */
size_t gsay_utf8_check(gsay_str text);

/* Decode the code point at offset of valid UTF-8. length: out, its bytes (1 to 4). */
uint32_t gsay_utf8_decode(gsay_str text, size_t offset, size_t *length);

/* Count the code points of valid UTF-8. */
size_t gsay_utf8_count(gsay_str text);

/* Terminal columns that valid UTF-8 takes: wide characters 2, combining marks 0, a control byte 1. */
size_t gsay_utf8_columns(gsay_str text);

/* Fold case (Unicode default folding, without normalising). Returns a slice owned by arena, or text itself when nothing
 * changes; ptr NULL when memory is exhausted. */
gsay_str gsay_utf8_fold(gsay_arena *arena, gsay_str text);

/* Fold for comparing words: case, typographic apostrophes to ', diacritics dropped (NFKD without the combining
 * diacritical marks; crossed letters as in Wałęsa lose their stroke; vowel signs and voicing marks of other scripts stay).
 * Returns as gsay_utf8_fold; the result may be empty. */
gsay_str gsay_utf8_fold_marks(gsay_arena *arena, gsay_str text);

typedef enum gsay_char_class {
    GSAY_CHAR_OTHER = 0, /* punctuation, symbols, unassigned */
    GSAY_CHAR_SPACE,     /* white space of any width, line breaks not */
    GSAY_CHAR_LINE,      /* line and paragraph breaks */
    GSAY_CHAR_LOWER,
    GSAY_CHAR_UPPER,     /* upper and title case */
    GSAY_CHAR_LETTER,    /* letters without case */
    GSAY_CHAR_MARK,      /* combining marks, joiners, soft hyphens: they go on with the word they follow */
    GSAY_CHAR_DIGIT      /* ASCII digits only; others are GSAY_CHAR_OTHER */
} gsay_char_class;

/* The class of a code point. */
gsay_char_class gsay_utf8_class(uint32_t codepoint);

#endif
