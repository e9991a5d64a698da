/* Texts from literals for the tests of this folder. */
#ifndef GSAY_TESTS_TEXT_READING_H
#define GSAY_TESTS_TEXT_READING_H

#include "source/encoding.h"
#include "text/text.h"

/* A text with all that it stands on. Close with close_reading. */
struct reading {
    gsay_arena      arena;
    gsay_vocabulary vocabulary;
    gsay_document   document;
    gsay_text       text;
};

/* Read input as a format into *reading; the test fails if that fails. */
static inline void open_reading(struct reading *reading, gsay_str input, gsay_format format)
{
    gsay_source source = { .name = GSAY_STR("literal"), .format = format, .date = GSAY_DAY_NONE, .input = input };
    gsay_error  err = { 0 };
    *reading = (struct reading){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&reading->vocabulary, &err), GSAY_OK);
    ck_assert_msg(gsay_source_decode(&reading->arena, &source, &err) == GSAY_OK, "%s", err.message);
    ck_assert_msg(gsay_document_read(&reading->arena, &source, &reading->document, &err) == GSAY_OK, "%s", err.message);
    ck_assert_int_eq(gsay_text_read(&reading->arena, &reading->document, &reading->vocabulary, &reading->text, &err),
                     GSAY_OK);
}

/* Give all back. */
static inline void close_reading(struct reading *reading)
{
    gsay_vocabulary_close(&reading->vocabulary);
    gsay_arena_clear(&reading->arena);
}

/* Add `text` and a separator to a growing line. */
static inline gsay_str add_shown(struct reading *reading, gsay_str shown, gsay_str text, const char *separator)
{
    return gsay_arena_format(&reading->arena, "%.*s%.*s%s", GSAY_ARG(shown), GSAY_ARG(text), separator);
}

#endif
