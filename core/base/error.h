/* Errors are values with a place: a status to decide by, a sentence to read. */
#ifndef GSAY_BASE_ERROR_H
#define GSAY_BASE_ERROR_H

#include <stddef.h>

typedef enum gsay_status {
    GSAY_OK = 0,
    GSAY_ENOMEM,    /* memory is exhausted */
    GSAY_EIO,       /* a file or folder could not be read or written */
    GSAY_EENCODING, /* bytes that are not the text they claim to be */
    GSAY_EINPUT,    /* well-formed text that is not what was asked for: a bad JSONL line, a bad option, an unknown name */
    GSAY_ELIMIT,    /* a named limit was passed */
    GSAY_ERULE      /* a rule file is wrong, failed, or passed its budget */
} gsay_status;

#define GSAY_ERROR_BYTES 400

/* What went wrong. Zeroed memory is a valid "nothing went wrong". */
typedef struct gsay_error {
    gsay_status status;
    size_t      offset;                    /* bytes into the input; SIZE_MAX where none is known */
    char        message[GSAY_ERROR_BYTES]; /* NUL-terminated English without a newline: what was being done, to what, why not */
} gsay_error;

/* Fill err and hand back status, so that the function that knows the subject can fail in one line.
 *
 * err     may be NULL: then the status is enough.
 * format  as for printf; the text is cut at GSAY_ERROR_BYTES - 1, never in the middle of a UTF-8 sequence.
 * Returns status. */
__attribute__((format(printf, 4, 5)))
gsay_status gsay_fail(gsay_error *err, gsay_status status, size_t offset, const char *format, ...);

/* Fail for want of memory, with the one message that it has. */
gsay_status gsay_fail_memory(gsay_error *err);

/* Pass a failure on. For functions that own nothing. */
#define GSAY_TRY(call)                  \
    do {                                \
        gsay_status try_status = (call); \
        if (try_status != GSAY_OK)      \
            return try_status;          \
    } while (0)

#endif
