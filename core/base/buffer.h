/* A growing byte buffer on the heap, and JSON written into it.
 *
 * Output is built here and written once. A failed append is remembered, so that a writer may append freely and look at
 * the status at the end. JSON is written by hand: ten times faster than by printf (DESIGN.md, "Lessons measured"). */
#ifndef GSAY_BASE_BUFFER_H
#define GSAY_BASE_BUFFER_H

#include "base/error.h"
#include "base/str.h"

/* Zeroed memory is a valid empty buffer. Release with gsay_buffer_clear. */
typedef struct gsay_buffer {
    char  *ptr; /* owned */
    size_t len;
    size_t capacity;
    bool   has_failed; /* memory was exhausted; later appends do nothing */
} gsay_buffer;

/* Append bytes. */
void gsay_buffer_add(gsay_buffer *buffer, gsay_str text);
/* Append one byte. */
void gsay_buffer_add_byte(gsay_buffer *buffer, char byte);
/* Append an unsigned number in decimal. */
void gsay_buffer_add_unsigned(gsay_buffer *buffer, uint64_t number);
/* Append like printf; for messages, not for the hot path. */
__attribute__((format(printf, 2, 3)))
void gsay_buffer_add_format(gsay_buffer *buffer, const char *format, ...);
/* Append text as a JSON string with its quotation marks: escapes ", \, control bytes; UTF-8 passes through. */
void gsay_buffer_add_json(gsay_buffer *buffer, gsay_str text);
/* Append `"key":` and a comma before it unless the last byte is { or [ or the buffer is empty or at a line's begin. */
void gsay_buffer_add_key(gsay_buffer *buffer, gsay_str key);
/* Append key and string value. */
void gsay_buffer_add_member(gsay_buffer *buffer, gsay_str key, gsay_str value);
/* Append key and unsigned number. */
void gsay_buffer_add_count(gsay_buffer *buffer, gsay_str key, uint64_t value);
/* View what was written so far; borrowed until the next call. */
gsay_str gsay_buffer_view(const gsay_buffer *buffer);
/* Drop the content, keep the memory. A failure stays remembered until gsay_buffer_clear: a writer may flush and reset
 * many times and ask once. */
void gsay_buffer_reset(gsay_buffer *buffer);
/* Give the memory back. */
void gsay_buffer_clear(gsay_buffer *buffer);

#endif
