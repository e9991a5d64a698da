/* Lines of a file, of standard input or of memory, one at a time: for input that is longer than what is kept of it. */
#ifndef GSAY_SOURCE_LINES_H
#define GSAY_SOURCE_LINES_H

#include "base/error.h"
#include "base/str.h"

/* One reading. For text in memory: zero it, then set name and text. */
typedef struct gsay_lines {
    gsay_str name;     /* of the input, for messages; borrowed */
    gsay_str text;     /* what is left of what is there: of a file, of its bytes that were read; borrowed, or in bytes */
    uint64_t number;   /* of the line that was read last, from 1 */
    bool     is_file;  /* else it is in memory */
    bool     has_more; /* the file may hold more bytes */
    int      file;     /* descriptor */
    char    *bytes;    /* owned */
    size_t   capacity; /* of bytes */
} gsay_lines;

/* Open a file ("-": standard input). path: NUL-terminated behind its end; borrowed until the reading is closed.
 * Returns GSAY_OK, GSAY_EIO. Release with gsay_lines_close. */
gsay_status gsay_lines_open(gsay_str path, gsay_lines *lines, gsay_error *err);

/* Read the next line, without its line break; the last one may lack it.
 *
 * line    out: borrowed until the next call.
 * is_end  out: true when no line is left; then *line is untouched.
 * Returns GSAY_OK; GSAY_EIO; GSAY_ELIMIT for a line above GSAY_SOURCE_BYTES_MAX; GSAY_ENOMEM. */
gsay_status gsay_lines_next(gsay_lines *lines, gsay_str *line, bool *is_end, gsay_error *err);

/* End a reading. */
void gsay_lines_close(gsay_lines *lines);

#endif
