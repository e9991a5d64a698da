/* Records as text at the two ends of the engine: written for each source that was extracted, and read in place of sources. */
#ifndef GSAY_ENGINE_RECORDS_H
#define GSAY_ENGINE_RECORDS_H

#include "engine/engine_state.h"
#include "engine/source_line.h"
#include "source/lines.h"

/* One record that was read. */
typedef struct gsay_record_node {
    gsay_record              record;
    uint64_t                 hash;   /* of its line */
    uint32_t                 number; /* in its list: the sequence of its line */
    struct gsay_record_node *next;
} gsay_record_node;

/* Records of one source as they came, the last first. */
typedef struct gsay_record_list {
    gsay_record_node *last;
    size_t            count;
} gsay_record_list;

/* A source whose records were read. Lines come in any order; what is read lives in the engine's arena. */
struct gsay_read_source {
    gsay_str          file; /* where a line of it was met first, for messages */
    uint64_t          file_line;
    bool              has_line; /* its own was met */
    uint64_t          hash;     /* of its own line */
    gsay_source_line  line;
    gsay_record_list  items;
    gsay_record_list  named;   /* values of named claims */
    gsay_records      records; /* once all lines are read */
    gsay_terms       *terms;   /* NULL: not asked for */
    gsay_findings     findings;
    gsay_rule_failures failures;
};

/* Write the lines of one source: its own, then its records in their order.
 *
 * worker    with rules; its scratch arena holds the claims.
 * source    whose claims they are.
 * failures  out: those of the rules, in worker->batch.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_records_write(gsay_source_worker *worker, const gsay_engine_source *source, const gsay_claims *claims,
                               gsay_buffer *buffer, gsay_rule_failures *failures, gsay_error *err);

/* Read records into the engine's sources.
 *
 * lines  borrowed, to the end or to the first line that cannot be used: one damaged line is told of once, and what it leaves
 *        incomplete is not told of again.
 * role   of sources that state none but "peer".
 * Returns GSAY_OK; GSAY_EINPUT, GSAY_EENCODING with file and line; GSAY_EIO, GSAY_ELIMIT, GSAY_ENOMEM. */
gsay_status gsay_records_add(gsay_engine *engine, gsay_lines *lines, gsay_role role, gsay_error *err);

/* All lines are read: bring the records of each source in order. Sources that lack some are a problem of the run and left out.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_records_settle(gsay_engine *engine, gsay_error *err);

#endif
