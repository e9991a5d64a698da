/* Lines are cut where they lie in a buffer that grows to the longest of them. Not stdio, whose own buffer is taken
 * without a word when memory is short. */
#include "source/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define FIRST_BYTES ((size_t)65536)

static gsay_status fail_read(const gsay_lines *lines, gsay_error *err)
{
    return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot read %.*s: %s", GSAY_ARG(lines->name), strerror(errno));
}

gsay_status gsay_lines_open(gsay_str path, gsay_lines *lines, gsay_error *err)
{
    bool is_standard = gsay_str_equal(path, GSAY_STR("-"));
    *lines = (gsay_lines){ .name = is_standard ? GSAY_STR("standard input") : path };
    lines->file = is_standard ? STDIN_FILENO : open(path.ptr, O_RDONLY | O_CLOEXEC);
    if (lines->file < 0)
        return fail_read(lines, err);
    lines->is_file = true;
    lines->has_more = true;
    return GSAY_OK;
}

/* Make room behind what is left, which moves to the front. */
static gsay_status make_room(gsay_lines *lines, gsay_error *err)
{
    if (lines->text.len)
        memmove(lines->bytes, lines->text.ptr, lines->text.len);
    if (lines->text.len == lines->capacity) {
        size_t capacity = lines->capacity ? 2 * lines->capacity : FIRST_BYTES;
        char  *grown = realloc(lines->bytes, capacity);
        if (!grown)
            return gsay_fail_memory(err);
        lines->bytes = grown;
        lines->capacity = capacity;
    }
    lines->text.ptr = lines->bytes;
    return GSAY_OK;
}

/* Read what the file gives next. */
static gsay_status read_more(gsay_lines *lines, gsay_error *err)
{
    ssize_t len = -1;
    if (lines->text.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: line %llu is longer than %zu bytes",
                         GSAY_ARG(lines->name), (unsigned long long)lines->number + 1, GSAY_SOURCE_BYTES_MAX);
    GSAY_TRY(make_room(lines, err));
    do
        len = read(lines->file, lines->bytes + lines->text.len, lines->capacity - lines->text.len);
    while (len < 0 && errno == EINTR);
    if (len < 0)
        return fail_read(lines, err);
    lines->has_more = len > 0;
    lines->text.len += (size_t)len;
    return GSAY_OK;
}

gsay_status gsay_lines_next(gsay_lines *lines, gsay_str *line, bool *is_end, gsay_error *err)
{
    const char *feed = NULL;
    size_t      looked = 0; /* what was looked at is not looked at again */
    for (;;) {
        if (lines->text.len > looked)
            feed = memchr(lines->text.ptr + looked, '\n', lines->text.len - looked);
        if (feed || !lines->has_more)
            break;
        looked = lines->text.len;
        GSAY_TRY(read_more(lines, err));
    }
    *is_end = lines->text.len == 0;
    if (*is_end)
        return GSAY_OK;
    size_t len = feed ? (size_t)(feed - lines->text.ptr) : lines->text.len;
    *line = (gsay_str){ lines->text.ptr, len };
    lines->text.ptr += len + (feed != NULL);
    lines->text.len -= len + (feed != NULL);
    lines->number++;
    return GSAY_OK;
}

void gsay_lines_close(gsay_lines *lines)
{
    if (lines->is_file && lines->file != STDIN_FILENO)
        close(lines->file);
    free(lines->bytes);
    *lines = (gsay_lines){ 0 };
}
