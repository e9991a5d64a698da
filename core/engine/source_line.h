/* The line that each source has for itself among its records (claim/record_line.h): what it states, what coverage counts,
 * what corpus statistics add up, and what the rules for each source said of it. */
#ifndef GSAY_ENGINE_SOURCE_LINE_H
#define GSAY_ENGINE_SOURCE_LINE_H

#include "claim/term_fields.h"
#include "rule/finding_fields.h"

/* The versions of the lines. Zero is none. */
enum gsay_schema { GSAY_SCHEMA_NONE = 0, GSAY_SCHEMA_CLAIMS_1 };

/* One source. Counts are whole numbers, which add up to the same in any order. */
typedef struct gsay_source_line {
    uint8_t            schema; /* GSAY_SCHEMA_CLAIMS_1 */
    gsay_str           name;
    gsay_str           group;    /* as a record of JSONL states it; "" for a path, whose group is asked for when records are compared */
    gsay_str           title;    /* as stated, "" none */
    gsay_role          role;     /* as stated */
    bool               has_path; /* its name is a path: --group-by goes by it */
    int32_t            date;     /* as stated, GSAY_DAY_NONE none */
    int32_t            filed;    /* the date that alignment goes by, GSAY_DAY_NONE none */
    uint64_t           bytes;    /* of its input */
    uint64_t           kinds[GSAY_KIND_COUNT]; /* mentions by kind */
    uint64_t           claims;
    uint64_t           records; /* so many lines of records belong to it */
    uint64_t           named;   /* and so many of values of named claims */
    gsay_str          *words;   /* of gsay_records */
    size_t             word_count;
    bool               has_terms; /* they were asked for */
    gsay_term_text    *terms;
    size_t             term_count;
    gsay_finding      *findings; /* of the rules for each source */
    size_t             finding_count;
    gsay_rule_failure *failures; /* of these rules: each one's findings are dropped everywhere */
    size_t             failure_count;
} gsay_source_line;

/* Append the line of a source, its line break included. */
void gsay_source_line_write(gsay_buffer *buffer, const gsay_source_line *line);

/* Read one back; what it says of itself is checked, and its findings are given its name.
 *
 * arena  receives all that the line points to.
 * key    of the line: is_source.
 * Returns GSAY_OK; GSAY_ENOMEM; GSAY_EINPUT or GSAY_EENCODING with a message that ends a sentence. */
gsay_status gsay_source_line_read(gsay_arena *arena, const gsay_record_key *key, gsay_str json, gsay_source_line *line,
                                  gsay_error *err);

#endif
