/* What several reports write alike, as members of JSON objects. */
#ifndef GSAY_REPORT_JSON_H
#define GSAY_REPORT_JSON_H

#include "base/buffer.h"
#include "claim/record.h"

/* Append the members of an open object that say where a place is: source, start, end, line, column, text. */
void gsay_place_write(gsay_buffer *buffer, const gsay_place *place);

/* Append a list of strings. */
void gsay_texts_write(gsay_buffer *buffer, gsay_str key, const gsay_str *texts, size_t count);

/* Append days without quotation marks: one day as YYYY-MM-DD, more as from/to (half open), an open side as "..", as ISO
 * 8601-2 writes it; nothing when both sides are unknown. */
void gsay_days_write(gsay_buffer *buffer, gsay_days days);
/* Write the same into room for GSAY_DAYS_ROOM bytes. Returns the byte behind. */
char *gsay_days_put(char *end, gsay_days days);
#define GSAY_DAYS_ROOM 33u /* two days and the stroke between them */

#endif
