/* What the parser made of a stretch of HTML text, byte by byte beside the stretch itself. */
#ifndef GSAY_SOURCE_HTML_TEXT_H
#define GSAY_SOURCE_HTML_TEXT_H

#include "base/arena.h"
#include "base/error.h"

/* A piece of text: bytes of the input as they stand, or what stands for them. */
typedef struct gsay_html_piece {
    gsay_span place;    /* in the input */
    gsay_str  stand_in; /* ptr NULL: the bytes as they stand */
} gsay_html_piece;

/* Where a reading of one text stands. Zero it, then set input, end, at and parsed. */
typedef struct gsay_html_text {
    gsay_str input; /* borrowed */
    size_t   at;    /* of what is still to be read, in the input */
    size_t   end;
    const char
        *parsed; /* what the parser made of it: character references decoded, tags gone; NUL-terminated, borrowed */
} gsay_html_text;

/* Read the next piece. Stand-ins borrow what was parsed. Returns false at the end.
 * Cost: linear in all over the whole text. */
bool gsay_html_text_next(gsay_html_text *text, gsay_html_piece *piece);

/* The text of a slice of HTML without tags (a title): references decoded, white space folded to single spaces.
 * Returns a slice owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_html_plain(gsay_arena *arena, gsay_str html);

#endif
