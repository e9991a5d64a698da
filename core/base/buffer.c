/* The output buffer: memory that doubles, and JSON by runs of plain bytes, looked at eight at a time. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_BYTES ((size_t)256)
/* Bytes that room is made for at a time: escaping a long text asks for little more than it needs. */
#define ESCAPE_CHUNK ((size_t)4096)

/* A byte in each of the eight of a word. */
#define EVERY 0x0101010101010101u
#define HIGH  (EVERY * 0x80u)

/* The digits of the numbers below a hundred, two each. */
static const char pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
    "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
    "9899";

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

/* Write the escape sequence of one byte. */
static char *put_escape(char *end, unsigned char byte, char escape)
{
    static const char hex[] = "0123456789abcdef";
    *end++ = '\\';
    *end++ = escape;
    if (escape != 'u')
        return end;
    end = gsay_put(end, GSAY_STR("00"));
    *end++ = hex[byte >> 4];
    *end++ = hex[byte & 15];
    return end;
}

/* High bits set where one of eight bytes must be escaped: below space, " or \. Subtracting makes the high bit of the
 * lowest such byte (Hacker's Delight, 2nd edition, 2012, section 6-1); bytes beyond ASCII have it already and are
 * masked out. Turning the second bit round makes a space of ", and leaves below space what was there: one test finds
 * both. The low bits mean nothing. */
static inline uint64_t find_escapes(uint64_t eight)
{
    uint64_t is_backslash = (eight ^ (EVERY * '\\')) - EVERY;
    uint64_t is_control_or_quote = (eight ^ (EVERY * 2)) - EVERY * 0x21;
    return (is_backslash | is_control_or_quote) & ~eight;
}

/* Tell whether one of eight bytes must be escaped. */
static inline bool has_escape(uint64_t eight)
{
    return (find_escapes(eight) & HIGH) != 0;
}

/* Copy up to seven bytes, some of them twice, unless one must be escaped. */
static inline bool copy_few(char *out, gsay_str text)
{
    const unsigned char *byte = (const unsigned char *)text.ptr;
    uint32_t             first = 0, last = 0;
    if (text.len >= sizeof first) {
        memcpy(&first, text.ptr, sizeof first);
        memcpy(&last, text.ptr + text.len - sizeof last, sizeof last);
        memcpy(out, &first, sizeof first);
        memcpy(out + text.len - sizeof last, &last, sizeof last);
        return !has_escape(first | (uint64_t)last << 32);
    }
    if (text.len == 0)
        return true;
    size_t middle = text.len >> 1, end = text.len - 1;
    out[0] = text.ptr[0];
    out[middle] = text.ptr[middle];
    out[end] = text.ptr[end];
    return !has_escape(EVERY * ' ' << 24 | (uint32_t)byte[end] << 16 | (uint32_t)byte[middle] << 8 | byte[0]);
}

/* Copy text, looking at it eight bytes at a time, the last eight perhaps in part again. Returns false when one byte
 * must be escaped; what was copied is then of no use. */
static inline bool copy_plain(char *out, gsay_str text)
{
    uint64_t eight = 0, found = 0;
    if (text.len < sizeof eight)
        return copy_few(out, text);
    size_t last = text.len - sizeof eight;
    for (size_t at = 0; at < last; at += sizeof eight) {
        memcpy(&eight, text.ptr + at, sizeof eight);
        memcpy(out + at, &eight, sizeof eight);
        found |= find_escapes(eight);
    }
    memcpy(&eight, text.ptr + last, sizeof eight);
    memcpy(out + last, &eight, sizeof eight);
    return !((found | find_escapes(eight)) & HIGH);
}

/* Write text of which a byte must be escaped, without its quotation marks. */
static char *put_escaped(char *end, gsay_str text)
{
    uint64_t eight = 0;
    for (size_t i = 0; i < text.len;) {
        if (text.len - i >= sizeof eight) {
            memcpy(&eight, text.ptr + i, sizeof eight);
            if (!has_escape(eight)) {
                memcpy(end, &eight, sizeof eight);
                end += sizeof eight;
                i += sizeof eight;
                continue;
            }
        }
        unsigned char byte = (unsigned char)text.ptr[i++];
        char          escape = escape_of(byte);
        if (escape)
            end = put_escape(end, byte, escape);
        else
            *end++ = (char)byte;
    }
    return end;
}

/* Write text of which a byte must be escaped. */
static char *put_quoted(char *end, gsay_str text)
{
    *end = '"';
    end = put_escaped(end + 1, text);
    *end = '"';
    return end + 1;
}

/* Append a long text. */
static void add_long(gsay_buffer *buffer, gsay_str text)
{
    gsay_buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < text.len; i += ESCAPE_CHUNK) {
        size_t len = text.len - i < ESCAPE_CHUNK ? text.len - i : ESCAPE_CHUNK;
        char  *end = gsay_buffer_room(buffer, GSAY_JSON_ROOM(len));
        if (end)
            gsay_buffer_end(buffer, put_escaped(end, (gsay_str){ text.ptr + i, len }));
    }
    gsay_buffer_add_byte(buffer, '"');
}

/* Write a number below a hundred. */
static inline char *put_hundred(char *end, uint32_t number)
{
    if (number < 10) {
        *end = (char)('0' + number);
        return end + 1;
    }
    memcpy(end, pairs + 2 * number, 2);
    return end + 2;
}

/* Write a number of any length, two digits a division. */
static char *put_large(char *end, uint64_t number)
{
    size_t len = 1;
    for (uint64_t limit = 10; len < GSAY_UNSIGNED_ROOM && number >= limit; limit *= 10)
        len++;
    char *begin = end + len;
    for (; number >= 100; number /= 100)
        memcpy(begin -= 2, pairs + 2 * (number % 100), 2);
    if (number >= 10)
        memcpy(begin - 2, pairs + 2 * number, 2);
    else
        begin[-1] = (char)('0' + number);
    return end + len;
}

char *gsay_buffer_grow(gsay_buffer *buffer, size_t more)
{
    if (buffer->has_failed)
        return NULL;
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_BYTES;
    while (capacity <= SIZE_MAX / 2 && capacity - buffer->len < more)
        capacity *= 2;
    if (buffer->len == 0) /* what was there is not worth a copy */
        gsay_buffer_clear(buffer);
    char *grown = capacity - buffer->len < more ? NULL : realloc(buffer->ptr, capacity);
    if (!grown) {
        buffer->has_failed = true;
        return NULL;
    }
    buffer->ptr = grown;
    buffer->capacity = capacity;
    return grown + buffer->len;
}

char *gsay_put_unsigned(char *end, uint64_t number)
{
    if (number < 100) /* a line, a column */
        return put_hundred(end, (uint32_t)number);
    if (number >= 10000)
        return put_large(end, number);
    uint32_t front = (uint32_t)number / 100, back = (uint32_t)number - 100 * front; /* a place in most texts */
    end = put_hundred(end, front);
    memcpy(end, pairs + 2 * back, 2);
    return end + 2;
}

char *gsay_put_json(char *end, gsay_str text)
{
    if (!copy_plain(end + 1, text))
        return put_quoted(end, text);
    end[0] = '"';
    end[1 + text.len] = '"';
    return end + 2 + text.len;
}

void gsay_buffer_add_unsigned(gsay_buffer *buffer, uint64_t number)
{
    char *end = gsay_buffer_room(buffer, GSAY_UNSIGNED_ROOM);
    if (end)
        gsay_buffer_end(buffer, gsay_put_unsigned(end, number));
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
    char *end = gsay_buffer_room(buffer, (size_t)len + 1);
    if (!end)
        return;
    va_start(args, format);
    vsnprintf(end, (size_t)len + 1, format, args);
    va_end(args);
    buffer->len += (size_t)len;
}

void gsay_buffer_add_json(gsay_buffer *buffer, gsay_str text)
{
    if (text.len > ESCAPE_CHUNK) {
        add_long(buffer, text);
        return;
    }
    char *end = gsay_buffer_room(buffer, GSAY_JSON_ROOM(text.len));
    if (end)
        gsay_buffer_end(buffer, gsay_put_json(end, text));
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
