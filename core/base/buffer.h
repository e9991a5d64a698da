/* A growing byte buffer on the heap, and JSON written into it.
 *
 * Output is built here and written once. A failed append is remembered, so that a writer may append freely and look at
 * the status at the end. JSON is written by hand: ten times faster than by printf (DESIGN.md, "Lessons measured").
 *
 * The short appends are inline: with a literal the compiler knows its length and stores it without a call, and most of
 * what a JSON line holds is literals. */
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

/* Make room for more bytes behind len where the inline appends find none. Returns where they go, or NULL when memory is,
 * or has been, exhausted. */
char *gsay_buffer_grow(gsay_buffer *buffer, size_t more);
/* Find room for more bytes behind len, at least one; the caller writes them and ends with gsay_buffer_end. Returns where they go, or NULL. */
static inline char *gsay_buffer_room(gsay_buffer *buffer, size_t more)
{
    if (buffer->capacity - buffer->len < more || buffer->has_failed)
        return gsay_buffer_grow(buffer, more);
    return buffer->ptr + buffer->len;
}
/* Append bytes. */
static inline void gsay_buffer_add(gsay_buffer *buffer, gsay_str text)
{
    char *end = text.len ? gsay_buffer_room(buffer, text.len) : NULL;
    if (!end)
        return;
    memcpy(end, text.ptr, text.len);
    buffer->len += text.len;
}
/* Append one byte. */
static inline void gsay_buffer_add_byte(gsay_buffer *buffer, char byte)
{
    char *end = gsay_buffer_room(buffer, 1);
    if (!end)
        return;
    *end = byte;
    buffer->len++;
}
/* Count what was written into room up to its end. */
static inline void gsay_buffer_end(gsay_buffer *buffer, const char *end)
{
    buffer->len = (size_t)(end - buffer->ptr);
}
/* What is written into room that was found before asks for none: a line of many fields then costs one look at the buffer. Each returns the
 * byte behind what it wrote. */
static inline char *gsay_put(char *end, gsay_str text)
{
    memcpy(end, text.ptr, text.len);
    return end + text.len;
}
#define GSAY_UNSIGNED_ROOM  20u                   /* bytes that gsay_put_unsigned may write */
#define GSAY_JSON_ROOM(len) (6 * (size_t)(len) + 2) /* bytes that gsay_put_json may write for a text of that length */
/* Write an unsigned number in decimal. */
char *gsay_put_unsigned(char *end, uint64_t number);
/* Write text as gsay_buffer_add_json appends it. */
char *gsay_put_json(char *end, gsay_str text);
/* Append an unsigned number in decimal. */
void gsay_buffer_add_unsigned(gsay_buffer *buffer, uint64_t number);
/* Append like printf; for messages, not for the hot path. */
__attribute__((format(printf, 2, 3)))
void gsay_buffer_add_format(gsay_buffer *buffer, const char *format, ...);
/* Append text as a JSON string with its quotation marks: escapes ", \, control bytes; UTF-8 passes through. */
void gsay_buffer_add_json(gsay_buffer *buffer, gsay_str text);
/* Append `"key":` and a comma before it unless the last byte is { or [ or the buffer is empty or at a line's begin.
 * A key is a word of ours: it holds nothing that JSON would escape. */
static inline void gsay_buffer_add_key(gsay_buffer *buffer, gsay_str key)
{
    char  before = buffer->len ? buffer->ptr[buffer->len - 1] : '\n';
    char *end = gsay_buffer_room(buffer, key.len + sizeof ",\"\":");
    if (!end)
        return;
    *end = ',';
    end += before != '{' && before != '[' && before != '\n';
    *end++ = '"';
    memcpy(end, key.ptr, key.len);
    memcpy(end + key.len, "\":", 2);
    buffer->len = (size_t)(end + key.len + 2 - buffer->ptr);
}
/* Append key and string value. */
static inline void gsay_buffer_add_member(gsay_buffer *buffer, gsay_str key, gsay_str value)
{
    gsay_buffer_add_key(buffer, key);
    gsay_buffer_add_json(buffer, value);
}
/* Append key and unsigned number. */
static inline void gsay_buffer_add_count(gsay_buffer *buffer, gsay_str key, uint64_t value)
{
    gsay_buffer_add_key(buffer, key);
    gsay_buffer_add_unsigned(buffer, value);
}
/* View what was written so far; borrowed until the next call. */
gsay_str gsay_buffer_view(const gsay_buffer *buffer);
/* Drop the content, keep the memory. A failure stays remembered until gsay_buffer_clear: a writer may flush and reset
 * many times and ask once. */
void gsay_buffer_reset(gsay_buffer *buffer);
/* Give the memory back. */
void gsay_buffer_clear(gsay_buffer *buffer);

#endif
