/* Character references of HTML ("&amp;", "&#8217;"), as far as prose uses them. */
#ifndef GSAY_SOURCE_ENTITY_H
#define GSAY_SOURCE_ENTITY_H

#include "base/str.h"

#define GSAY_ENTITY_BYTES_MAX 4 /* one code point */

/* Decode one reference, from & to ;.
 *
 * bytes    receives the UTF-8 of a known one.
 * Returns  a slice of bytes; empty when the name is unknown. What is no character (NUL, a surrogate) is U+FFFD. */
gsay_str gsay_entity_decode(gsay_str reference, char bytes[GSAY_ENTITY_BYTES_MAX]);

#endif
