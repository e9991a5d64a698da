/* The table of findings formats: a new one is one file and one row here. */
#include "report/report.h"

/* X(name, writer) */
#define FORMATS(X)                                                                                                     \
    X("pretty", gsay_write_pretty)                                                                                     \
    X("json", gsay_write_json)                                                                                         \
    X("jsonl", gsay_write_jsonl)

#define FORMAT_NAME(name, write) name,
static const char *const format_names[] = { FORMATS(FORMAT_NAME) NULL };

#define FORMAT_WRITER(name, write) write,
static gsay_findings_writer *const format_writers[] = { FORMATS(FORMAT_WRITER) };

gsay_findings_writer *gsay_findings_writer_named(gsay_str name)
{
    for (size_t i = 0; format_names[i]; i++)
        if (gsay_str_equal(name, gsay_str_of(format_names[i])))
            return format_writers[i];
    return NULL;
}

const char *const *gsay_findings_formats(void)
{
    return format_names;
}
