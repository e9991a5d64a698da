/* Documents from literals, and their blocks as one line of text, for the tests of this folder. */
#ifndef GSAY_TESTS_SOURCE_READING_H
#define GSAY_TESTS_SOURCE_READING_H

#include <stdio.h>

#include "source/document.h"

/* Read a literal as a format; the test fails if that fails. */
static inline gsay_document read_literal(gsay_arena *arena, const char *input, gsay_format format);
/* All blocks as `kind level text|`, line breaks inside as ~: "H1 Title|P0 Some words|". */
static inline gsay_str show_blocks(gsay_arena *arena, const gsay_document *document);

static inline gsay_document read_literal(gsay_arena *arena, const char *input, gsay_format format)
{
    gsay_source source = {
        .name = GSAY_STR("literal"), .format = format, .date = GSAY_DAY_NONE, .input = gsay_str_of(input)
    };
    gsay_document document = { 0 };
    gsay_error    err = { 0 };
    ck_assert_msg(gsay_document_read(arena, &source, &document, &err) == GSAY_OK, "%s", err.message);
    return document;
}

static inline gsay_str show_blocks(gsay_arena *arena, const gsay_document *document)
{
    gsay_str shown = GSAY_STR("");
    for (size_t i = 0; i < document->block_count; i++) {
        gsay_block block = document->blocks[i];
        gsay_str   text = gsay_arena_copy(arena, gsay_str_slice(document->text, block.text));
        char      *bytes = GSAY_NEW(arena, char, text.len + 1);
        for (size_t k = 0; k < text.len; k++)
            bytes[k] = text.ptr[k] == '\n' || text.ptr[k] == '\r' ? '~' : text.ptr[k];
        shown = gsay_arena_format(arena, "%.*s%c%u %s|", GSAY_ARG(shown), "PHLC"[block.kind], block.level, bytes);
    }
    return shown;
}

#endif
