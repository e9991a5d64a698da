/* Numbers as bytes: a table knows of a member only where it lies and how wide it is. */
#include "source/fields_number.h"

/* One read through the type of the member's width: memcpy, so that alignment and aliasing are the compiler's business.
 */
#define GET_AS(type)                                                                                                   \
    {                                                                                                                  \
        type value;                                                                                                    \
        memcpy(&value, place, sizeof value);                                                                           \
        return (int64_t)value;                                                                                         \
    }

static int64_t get_signed(const void *place, size_t size)
{
    switch (size) {
    case 1:
        GET_AS(int8_t)
    case 2:
        GET_AS(int16_t)
    case 4:
        GET_AS(int32_t)
    default:
        GET_AS(int64_t)
    }
}

static int64_t get_unsigned(const void *place, size_t size)
{
    switch (size) {
    case 1:
        GET_AS(uint8_t)
    case 2:
        GET_AS(uint16_t)
    case 4:
        GET_AS(uint32_t)
    default:
        GET_AS(uint64_t)
    }
}

int64_t gsay_field_number_get(const void *place, size_t size, bool is_signed)
{
    return is_signed ? get_signed(place, size) : get_unsigned(place, size);
}

/* The same, written; two's complement makes signed and unsigned one. */
#define SET_AS(type)                                                                                                   \
    {                                                                                                                  \
        type value = (type)number;                                                                                     \
        memcpy(place, &value, sizeof value);                                                                           \
        return;                                                                                                        \
    }

void gsay_field_number_set(void *place, size_t size, int64_t number)
{
    switch (size) {
    case 1:
        SET_AS(uint8_t)
    case 2:
        SET_AS(uint16_t)
    case 4:
        SET_AS(uint32_t)
    default:
        SET_AS(uint64_t)
    }
}

void gsay_field_hex_add(gsay_buffer *buffer, uint64_t number, unsigned digits)
{
    static const char hex[] = "0123456789abcdef";
    char             *end = gsay_buffer_room(buffer, digits);
    if (!end)
        return;
    for (unsigned i = digits; i > 0; i--)
        *end++ = hex[number >> (i - 1) * 4 & 15];
    gsay_buffer_end(buffer, end);
}

bool gsay_field_hex_read(gsay_str digits, uint64_t *number)
{
    uint64_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char digit = digits.ptr[i];
        bool is_letter = digit >= 'a' && digit <= 'f';
        if (!is_letter && (digit < '0' || digit > '9'))
            return false;
        value = value << 4 | (uint64_t)(is_letter ? digit - 'a' + 10 : digit - '0');
    }
    *number = value;
    return true;
}
