/* The output buffer: memory that doubles, and JSON by table look-up and runs of plain bytes. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_BYTES     ((size_t)256)
#define UNSIGNED_DIGITS 20 /* of 2^64 - 1 */

/* Make room for more bytes behind len. Returns where they go, or NULL when memory is, or has been, exhausted. */
static char *reserve(gsay_buffer *buffer, size_t more)
{
    if (buffer->has_failed)
        return NULL;
    if (more <= buffer->capacity - buffer->len)
        return buffer->ptr + buffer->len;
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_BYTES;
    while (capacity <= SIZE_MAX / 2 && capacity - buffer->len < more)
        capacity *= 2;
    char *grown = capacity - buffer->len < more ? NULL : realloc(buffer->ptr, capacity);
    if (!grown) {
        buffer->has_failed = true;
        return NULL;
    }
    buffer->ptr = grown;
    buffer->capacity = capacity;
    return grown + buffer->len;
}

/* What follows the backslash of a byte that JSON must escape; 'u' for the six-byte form, 0 for plain bytes. */
static char escape_of(unsigned char byte)
{
    static const char escapes[0x20] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
    };
    if (byte == '"' || byte == '\\')
        return (char)byte;
    if (byte >= sizeof escapes)
        return 0;
    return escapes[byte] ? escapes[byte] : 'u';
}

/* Append the escape sequence of one byte. */
static void add_escape(gsay_buffer *buffer, unsigned char byte, char escape)
{
    static const char hex[] = "0123456789abcdef";
    if (escape == 'u') {
        gsay_buffer_add(buffer, GSAY_STR("\\u00"));
        gsay_buffer_add_byte(buffer, hex[byte >> 4]);
        gsay_buffer_add_byte(buffer, hex[byte & 15]);
        return;
    }
    gsay_buffer_add_byte(buffer, '\\');
    gsay_buffer_add_byte(buffer, escape);
}

void gsay_buffer_add(gsay_buffer *buffer, gsay_str text)
{
    char *end = text.len ? reserve(buffer, text.len) : NULL;
    if (!end)
        return;
    memcpy(end, text.ptr, text.len);
    buffer->len += text.len;
}

void gsay_buffer_add_byte(gsay_buffer *buffer, char byte)
{
    char *end = reserve(buffer, 1);
    if (!end)
        return;
    *end = byte;
    buffer->len++;
}

void gsay_buffer_add_unsigned(gsay_buffer *buffer, uint64_t number)
{
    char   digits[UNSIGNED_DIGITS];
    size_t begin = sizeof digits;
    do {
        digits[--begin] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    gsay_buffer_add(buffer, (gsay_str){ digits + begin, sizeof digits - begin });
}

void gsay_buffer_add_format(gsay_buffer *buffer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        buffer->has_failed = true;
        return;
    }
    /* vsnprintf ends with a NUL, which takes room but does not count. */
    char *end = reserve(buffer, (size_t)len + 1);
    if (!end)
        return;
    va_start(args, format);
    vsnprintf(end, (size_t)len + 1, format, args);
    va_end(args);
    buffer->len += (size_t)len;
}

void gsay_buffer_add_json(gsay_buffer *buffer, gsay_str text)
{
    size_t run = 0;
    gsay_buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        char          escape = escape_of(byte);
        if (!escape)
            continue;
        gsay_buffer_add(buffer, (gsay_str){ text.ptr + run, i - run });
        add_escape(buffer, byte, escape);
        run = i + 1;
    }
    if (run < text.len)
        gsay_buffer_add(buffer, (gsay_str){ text.ptr + run, text.len - run });
    gsay_buffer_add_byte(buffer, '"');
}

void gsay_buffer_add_key(gsay_buffer *buffer, gsay_str key)
{
    char before = buffer->len ? buffer->ptr[buffer->len - 1] : '\n';
    if (before != '{' && before != '[' && before != '\n')
        gsay_buffer_add_byte(buffer, ',');
    gsay_buffer_add_json(buffer, key);
    gsay_buffer_add_byte(buffer, ':');
}

void gsay_buffer_add_member(gsay_buffer *buffer, gsay_str key, gsay_str value)
{
    gsay_buffer_add_key(buffer, key);
    gsay_buffer_add_json(buffer, value);
}

void gsay_buffer_add_count(gsay_buffer *buffer, gsay_str key, uint64_t value)
{
    gsay_buffer_add_key(buffer, key);
    gsay_buffer_add_unsigned(buffer, value);
}

gsay_str gsay_buffer_view(const gsay_buffer *buffer)
{
    return (gsay_str){ buffer->ptr, buffer->len };
}

void gsay_buffer_reset(gsay_buffer *buffer)
{
    buffer->len = 0;
}

void gsay_buffer_clear(gsay_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (gsay_buffer){ 0 };
}
