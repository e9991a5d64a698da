/* The table of findings formats: a new one is one file and one row here. */
#include "report/report.h"

static const struct format_row {
    const char           *name;
    gsay_findings_writer *write;
} format_rows[] = {
    { "pretty", gsay_write_pretty },
    { "json", gsay_write_json },
    { "jsonl", gsay_write_jsonl },
};
#define FORMAT_COUNT (sizeof format_rows / sizeof *format_rows)

static const char *const format_names[] = { "pretty", "json", "jsonl", NULL };

gsay_findings_writer *gsay_findings_writer_named(gsay_str name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (gsay_str_equal(name, gsay_str_of(format_rows[i].name)))
            return format_rows[i].write;
    return NULL;
}

const char *const *gsay_findings_formats(void)
{
    return format_names;
}
