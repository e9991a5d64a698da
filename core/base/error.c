/* Filling in an error: one line, cut where a reader's terminal can still show it. */
#include "base/error.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Cut a UTF-8 sequence that the end of the buffer broke off. len is GSAY_ERROR_BYTES - 1. */
static void drop_broken_end(char *message, size_t len)
{
    size_t lead = len;
    while (lead > 0 && len - lead < 3 && ((unsigned char)message[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    unsigned char byte = (unsigned char)message[lead - 1];
    size_t        want = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    if (want > len - lead + 1)
        message[lead - 1] = '\0';
}

/* A path may hold a line break or an escape sequence; a message is one line and drives no terminal. */
static void blank_controls(char *message)
{
    for (char *byte = message; *byte; byte++)
        if ((unsigned char)*byte < 0x20 || *byte == 0x7F)
            *byte = ' ';
}

gsay_status gsay_fail(gsay_error *err, gsay_status status, size_t offset, const char *format, ...)
{
    if (!err)
        return status;
    va_list args;
    va_start(args, format);
    int len = vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    if (len < 0)
        err->message[0] = '\0';
    if (len >= (int)sizeof err->message)
        drop_broken_end(err->message, sizeof err->message - 1);
    blank_controls(err->message);
    err->status = status;
    err->offset = offset;
    return status;
}

gsay_status gsay_fail_memory(gsay_error *err)
{
    return gsay_fail(err, GSAY_ENOMEM, SIZE_MAX,
                     "memory is exhausted: give fewer or smaller sources at once, or raise the memory limit");
}
