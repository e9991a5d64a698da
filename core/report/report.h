/* Reports: findings to pretty, json, jsonl; mentions to JSONL; topics to a table, JSON and CSV.
 *
 * A format is one file and one row in report.c. Byte offsets inside, converted at the edge. Writers append to a buffer;
 * the caller writes it out. */
#ifndef GSAY_REPORT_REPORT_H
#define GSAY_REPORT_REPORT_H

#include "align/align.h"
#include "base/buffer.h"
#include "rule/finding.h"

/* Everything a findings report may print. Borrowed. */
typedef struct gsay_report {
    const gsay_findings *findings;  /* sorted */
    const gsay_coverage *coverage;  /* summed over groups */
    bool                 has_color; /* pretty only */
    bool                 is_quiet;  /* pretty only: findings alone, without the summary */
    uint32_t             width;     /* terminal columns, pretty only; 0 stands for 100 */
} gsay_report;

/* Write findings in one format. */
typedef void gsay_findings_writer(gsay_buffer *buffer, const gsay_report *report);

/* The writer of a format's name ("pretty", "json", "jsonl"), or NULL for an unknown one. */
gsay_findings_writer *gsay_findings_writer_named(gsay_str name);
/* The names of all findings formats, NULL at the end; for help and error messages. */
const char *const *gsay_findings_formats(void);

gsay_findings_writer gsay_write_pretty;
gsay_findings_writer gsay_write_json;
gsay_findings_writer gsay_write_jsonl;

/* Write the mentions and claims of one source as JSONL (INTERFACES.md, "extract"), rising by start. */
void gsay_write_mentions(gsay_buffer *buffer, const gsay_claims *claims);

typedef enum gsay_facts_format { GSAY_FACTS_TABLE = 0, GSAY_FACTS_JSON, GSAY_FACTS_CSV } gsay_facts_format;

/* Write the topics of aligned groups: what each source says, agreeing or not. */
void gsay_write_facts(gsay_buffer *buffer, const gsay_alignment *groups, size_t count, gsay_facts_format format,
                      const gsay_report *look);

#endif
