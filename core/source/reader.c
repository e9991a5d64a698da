/* The table of formats: name, suffixes, reader. Everything that lists formats is made from it. */
#include "source/reader.h"

struct format_row {
    gsay_format  format;
    const char  *name;
    const char  *suffixes[4]; /* NULL ends them */
    gsay_reader *read;        /* NULL: no reader of single documents in this version */
};

static const struct format_row formats[] = {
    { GSAY_FORMAT_AUTO, "auto", { NULL }, gsay_read_plain },
    { GSAY_FORMAT_TEXT, "text", { ".txt", ".text", NULL }, gsay_read_plain },
    { GSAY_FORMAT_MARKDOWN, "markdown", { ".md", ".markdown", NULL }, gsay_read_markdown },
    { GSAY_FORMAT_HTML, "html", { ".html", ".htm", ".xhtml", NULL }, gsay_read_html },
    { GSAY_FORMAT_JSONL, "jsonl", { ".jsonl", ".ndjson", NULL }, NULL },
    { GSAY_FORMAT_CLAIMS, "claims", { NULL }, NULL },
};
enum { FORMAT_COUNT = sizeof(formats) / sizeof(formats[0]) };

static char lower_ascii(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool ends_with_suffix(gsay_str path, gsay_str suffix)
{
    if (path.len <= suffix.len)
        return false;
    const char *tail = path.ptr + (path.len - suffix.len);
    for (size_t i = 0; i < suffix.len; i++)
        if (lower_ascii(tail[i]) != suffix.ptr[i])
            return false;
    return true;
}

gsay_reader *gsay_reader_of(gsay_format format)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (formats[i].format == format)
            return formats[i].read;
    return NULL;
}

gsay_format gsay_format_of(gsay_str path)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        for (const char *const *suffix = formats[i].suffixes; *suffix; suffix++)
            if (ends_with_suffix(path, gsay_str_of(*suffix)))
                return formats[i].format;
    return GSAY_FORMAT_AUTO;
}

bool gsay_format_named(gsay_str name, gsay_format *format)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (gsay_str_equal(name, gsay_str_of(formats[i].name))) {
            *format = formats[i].format;
            return true;
        }
    }
    return false;
}
