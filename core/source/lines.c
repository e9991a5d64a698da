/* getline of POSIX, with its errors told apart. */
#include "source/lines.h"

#include <errno.h>
#include <stdlib.h>

gsay_status gsay_lines_open(gsay_str path, gsay_lines *lines, gsay_error *err)
{
    bool is_standard = gsay_str_equal(path, GSAY_STR("-"));
    *lines = (gsay_lines){ .name = is_standard ? GSAY_STR("standard input") : path };
    lines->file = is_standard ? stdin : fopen(path.ptr, "rb");
    if (lines->file)
        return GSAY_OK;
    return errno == ENOMEM
               ? gsay_fail_memory(err)
               : gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot read %.*s: %s", GSAY_ARG(path), strerror(errno));
}

/* Take the next line of a text in memory. */
static void take_line(gsay_lines *lines, gsay_str *line)
{
    const char *feed = memchr(lines->text.ptr, '\n', lines->text.len);
    size_t      len = feed ? (size_t)(feed - lines->text.ptr) : lines->text.len;
    *line = (gsay_str){ lines->text.ptr, len };
    lines->text.ptr += len + (feed != NULL);
    lines->text.len -= len + (feed != NULL);
    lines->number++;
}

gsay_status gsay_lines_next(gsay_lines *lines, gsay_str *line, bool *is_end, gsay_error *err)
{
    if (!lines->file) {
        *is_end = lines->text.len == 0;
        if (!*is_end)
            take_line(lines, line);
        return GSAY_OK;
    }
    errno = 0;
    ssize_t len = getline(&lines->line, &lines->capacity, lines->file);
    *is_end = len < 0 && feof(lines->file);
    if (*is_end)
        return GSAY_OK;
    if (len < 0)
        return errno == ENOMEM
                   ? gsay_fail_memory(err)
                   : gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot read %.*s: %s", GSAY_ARG(lines->name), strerror(errno));
    lines->number++;
    if ((size_t)len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: line %llu is longer than %zu bytes",
                         GSAY_ARG(lines->name), (unsigned long long)lines->number, GSAY_SOURCE_BYTES_MAX);
    *line = (gsay_str){ lines->line, (size_t)len - (lines->line[len - 1] == '\n') };
    return GSAY_OK;
}

void gsay_lines_close(gsay_lines *lines)
{
    if (lines->file && lines->file != stdin)
        fclose(lines->file);
    free(lines->line);
    *lines = (gsay_lines){ 0 };
}
