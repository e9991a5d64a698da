/* The output buffer: memory that doubles, and JSON by runs of plain bytes, looked at eight at a time. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_BYTES     ((size_t)256)
#define UNSIGNED_DIGITS 20 /* of 2^64 - 1 */

/* A byte in each of the eight of a word. */
#define EVERY 0x0101010101010101u
#define HIGH  (EVERY * 0x80u)

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

/* Tell whether one of eight bytes must be escaped: below space, " or \. Subtracting makes the high bit of the lowest
 * such byte (Hacker's Delight, 2nd edition, 2012, section 6-1); bytes beyond ASCII have it already and are masked out.
 */
static bool has_escape(uint64_t eight)
{
    uint64_t is_quote = (eight ^ (EVERY * '"')) - EVERY;
    uint64_t is_backslash = (eight ^ (EVERY * '\\')) - EVERY;
    uint64_t is_control = eight - EVERY * 0x20;
    return ((is_quote | is_backslash | is_control) & ~eight & HIGH) != 0;
}

/* Copy one to seven bytes, some of them twice, unless one must be escaped. */
static bool copy_few(char *out, gsay_str text)
{
    uint32_t first = 0;
    uint32_t last = 0;
    if (text.len >= sizeof first) {
        memcpy(&first, text.ptr, sizeof first);
        memcpy(&last, text.ptr + text.len - sizeof last, sizeof last);
        memcpy(out, &first, sizeof first);
        memcpy(out + text.len - sizeof last, &last, sizeof last);
        return !has_escape(first | (uint64_t)last << 32);
    }
    for (size_t i = 0; i < text.len; i++) {
        out[i] = text.ptr[i];
        if (escape_of((unsigned char)text.ptr[i]))
            return false;
    }
    return true;
}

/* Copy text, looking at it eight bytes at a time, the last eight perhaps in part again. Returns false when one byte
 * must be escaped; what was copied is then of no use. */
static bool copy_plain(char *out, gsay_str text)
{
    uint64_t eight = 0;
    if (text.len < sizeof eight)
        return copy_few(out, text);
    size_t last = text.len - sizeof eight;
    for (size_t at = 0; at < last; at += sizeof eight) {
        memcpy(&eight, text.ptr + at, sizeof eight);
        if (has_escape(eight))
            return false;
        memcpy(out + at, &eight, sizeof eight);
    }
    memcpy(&eight, text.ptr + last, sizeof eight);
    memcpy(out + last, &eight, sizeof eight);
    return !has_escape(eight);
}

/* Append text in runs of what may stand as it is. */
static void add_escaped(gsay_buffer *buffer, gsay_str text)
{
    uint64_t eight = 0;
    size_t   run = 0;
    for (size_t i = 0; i < text.len;) {
        if (text.len - i >= sizeof eight) {
            memcpy(&eight, text.ptr + i, sizeof eight);
            if (!has_escape(eight)) {
                i += sizeof eight;
                continue;
            }
        }
        unsigned char byte = (unsigned char)text.ptr[i++];
        char          escape = escape_of(byte);
        if (!escape)
            continue;
        gsay_buffer_add(buffer, (gsay_str){ text.ptr + run, i - 1 - run });
        add_escape(buffer, byte, escape);
        run = i;
    }
    gsay_buffer_add(buffer, (gsay_str){ text.ptr + run, text.len - run });
}

char *gsay_buffer_grow(gsay_buffer *buffer, size_t more)
{
    if (buffer->has_failed)
        return NULL;
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

void gsay_buffer_add_unsigned(gsay_buffer *buffer, uint64_t number)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
        "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
        "9899";
    char  digits[2 * UNSIGNED_DIGITS] = { 0 };
    char *begin = digits + UNSIGNED_DIGITS;
    char *end = gsay_buffer_room(buffer, UNSIGNED_DIGITS);
    if (!end)
        return;
    /* Two digits a division; most numbers are offsets, lines and columns, of two to four digits. */
    for (; number >= 100; number /= 100)
        memcpy(begin -= 2, pairs + 2 * (number % 100), 2);
    if (number >= 10)
        memcpy(begin -= 2, pairs + 2 * number, 2);
    else
        *--begin = (char)('0' + number);
    /* A copy of known length, with what happens to stand behind the digits, is cheaper than one of the right length. */
    memcpy(end, begin, UNSIGNED_DIGITS);
    buffer->len += (size_t)(digits + UNSIGNED_DIGITS - begin);
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
    char *end = gsay_buffer_room(buffer, text.len + 2);
    if (!end)
        return;
    *end = '"';
    if (copy_plain(end + 1, text)) {
        end[1 + text.len] = '"';
        buffer->len += text.len + 2;
        return;
    }
    buffer->len++;
    add_escaped(buffer, text);
    gsay_buffer_add_byte(buffer, '"');
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
