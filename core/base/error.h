/* Errors are values with a place: a status to decide by, a sentence to read. The types are the public ones. */
#ifndef GSAY_BASE_ERROR_H
#define GSAY_BASE_ERROR_H

#include "gainsay/gainsay.h"

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
