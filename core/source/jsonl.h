/* Sources from JSONL: one record a line, as INTERFACES.md ("JSONL input") defines them. Parsed by cJSON in the calling thread. */
#ifndef GSAY_SOURCE_JSONL_H
#define GSAY_SOURCE_JSONL_H

#include "source/document.h"

/* Where a reading of JSONL stands. Zero it, then set text and name. */
typedef struct gsay_jsonl {
    gsay_str text;   /* borrowed: the whole input; a BOM at its begin is skipped */
    gsay_str name;   /* borrowed: the input's name, for messages */
    size_t   offset; /* of the next line */
    uint32_t line;   /* number of the line read last */
} gsay_jsonl;

/* Read the next record; blank lines are passed over.
 *
 * arena   receives the strings of *source (id -> name, text -> input, group, title).
 * source  out; zeroed before.
 * is_end  out: true when no record is left; then *source is untouched.
 * Returns GSAY_OK; GSAY_EINPUT with a message that names input and line: not an object, id or text missing or no string, an unknown
 *         role or format, a date that is none, a NUL in text; an unknown member is ignored. After an error the next call goes on with the next line. GSAY_ENOMEM. */
gsay_status gsay_jsonl_next(gsay_jsonl *reader, gsay_arena *arena, gsay_source *source, bool *is_end, gsay_error *err);

#endif
