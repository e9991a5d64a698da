/* What the tests of extraction share: a literal as the stages above read it, and a line of what was found in it. */
#ifndef GSAY_TESTS_ROW_TEXT_H
#define GSAY_TESTS_ROW_TEXT_H

#include "suite.h"

#include "base/buffer.h"
#include "text/text.h"

/* A text and what a test finds in it. Close with close_row_text. */
struct row_text {
    gsay_arena      arena;
    gsay_vocabulary vocabulary;
    gsay_document   document;
    gsay_text       text;
    gsay_buffer     found; /* empty until the test adds to it */
};

/* Read a source, borrowed while the row is open; it needs no name. */
void open_row_text(struct row_text *row, gsay_source source);
/* A literal as a source without a date of its own. */
gsay_source literal_of(const char *text);
/* The place in row->found for one more thing found, behind "; " unless it is the first. */
gsay_buffer *next_found(struct row_text *row);
/* Compare what was found with what is wanted, and fail with both and the text. */
void check_found(const struct row_text *row, const char *want);
/* Give all back. */
void close_row_text(struct row_text *row);

#endif
