/* What the tests of names and quotations share: a text from a literal, with its names and quotations and without
 * values. */
#ifndef GSAY_TESTS_NAMING_H
#define GSAY_TESTS_NAMING_H

#include "suite.h"

#include "extract/recogniser.h"

/* A text with its names and quotations. Close with close_naming. */
struct naming {
    gsay_arena      arena;
    gsay_vocabulary vocabulary;
    gsay_document   document;
    gsay_text       text;
    gsay_mentions   mentions;
};

/* Read a literal as Markdown or plain text, then its names and quotations. Checks that spans rise and that names are
 * disjoint. */
void open_naming(struct naming *naming, gsay_str input, gsay_format format);
/* Give all back. */
void close_naming(struct naming *naming);

#endif
