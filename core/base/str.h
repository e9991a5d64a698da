/* Text as slices: a pointer and a length, never a terminator.
 *
 * Every stage passes text by value as gsay_str. Positions are byte offsets; a span is half open. Offsets have 32 bits,
 * which halves the size of every token and mention; GSAY_SOURCE_BYTES_MAX is the limit that makes this safe. */
#ifndef GSAY_BASE_STR_H
#define GSAY_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A source longer than this is refused with a message: offsets are 32 bits wide, with room to spare. */
#define GSAY_SOURCE_BYTES_MAX ((size_t)0x7fffffff)

/* A view of bytes that someone else owns. Never NUL-terminated by contract. */
typedef struct gsay_str {
    const char *ptr; /* UTF-8; NULL only when len is 0 */
    size_t      len; /* bytes, not characters */
} gsay_str;

/* A half-open range of bytes: begin <= end. */
typedef struct gsay_span {
    uint32_t begin;
    uint32_t end;
} gsay_span;

/* A string literal as a slice. */
#define GSAY_STR(lit) ((gsay_str){ ("" lit), sizeof(lit) - 1 })
/* The two arguments that "%.*s" wants; for messages only. */
#define GSAY_ARG(str) (int)(str).len, ((str).ptr ? (str).ptr : "")

/* View a C string as a slice; NULL is the empty slice. Borrows. */
static inline gsay_str gsay_str_of(const char *text)
{
    return (gsay_str){ text, text ? strlen(text) : 0 };
}

/* View the bytes of text in span; span must lie inside text. */
static inline gsay_str gsay_str_slice(gsay_str text, gsay_span span)
{
    return (gsay_str){ text.ptr + span.begin, span.end - span.begin };
}

/* Tell whether two slices hold the same bytes. */
static inline bool gsay_str_equal(gsay_str a, gsay_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Order two slices by unsigned bytes, a prefix before what it begins: <0, 0, >0. */
static inline int gsay_str_compare(gsay_str a, gsay_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int    order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* Tell whether text begins with prefix. */
static inline bool gsay_str_starts(gsay_str text, gsay_str prefix)
{
    return text.len >= prefix.len && (prefix.len == 0 || memcmp(text.ptr, prefix.ptr, prefix.len) == 0);
}

/* Tell whether text ends with suffix. */
static inline bool gsay_str_ends(gsay_str text, gsay_str suffix)
{
    return text.len >= suffix.len && (suffix.len == 0 || memcmp(text.ptr + text.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* Tell whether inner lies within outer. */
static inline bool gsay_span_contains(gsay_span outer, gsay_span inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

#endif
