/* Whole numbers of any width in a struct, and their hexadecimal digits. */
#ifndef GSAY_SOURCE_FIELDS_NUMBER_H
#define GSAY_SOURCE_FIELDS_NUMBER_H

#include "base/buffer.h"

/* The whole number of so many bytes at a place. */
int64_t gsay_field_number_get(const void *place, size_t size, bool is_signed);
/* Put a whole number there; it fits. */
void gsay_field_number_set(void *place, size_t size, int64_t number);

/* Append the last hexadecimal digits of a number, leading zeros and all. */
void gsay_field_hex_add(gsay_buffer *buffer, uint64_t number, unsigned digits);
/* Read exactly these lower-case hexadecimal digits, at most 16. Returns false for any other. */
bool gsay_field_hex_read(gsay_str digits, uint64_t *number);

#endif
