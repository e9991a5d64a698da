/* The library's face from inside: what the command line needs beyond include/gainsay/gainsay.h.
 *
 * The engine runs the stages in order. Per source, in parallel: document, text, mentions, claims, records, rules for
 * each source. Per group, in parallel: alignment, rules for each topic, name, quote, group. What one source leaves
 * behind is its records and its bytes; its tokens and mentions live in the worker's scratch arena and are gone when the
 * next source is read. What a group leaves behind is its findings. */
#ifndef GSAY_ENGINE_ENGINE_H
#define GSAY_ENGINE_ENGINE_H

#include "align/align.h"
#include "gainsay/gainsay.h"
#include "rule/worker.h"
#include "source/document.h"

/* A source of which not the text but the records were read; engine/records.h. */
typedef struct gsay_read_source gsay_read_source;

/* One source that an engine was given. */
typedef struct gsay_engine_source {
    gsay_source source;  /* input is empty until it is read, for files */
    bool        is_file; /* source.name is a path to read; else input is there already */
    bool        is_walked;
    bool        has_path; /* source.name is a path, for files and standard input: settings.group_by goes by it */
    const char *encoding;        /* NULL, or the name of the one that it was converted from, and why */
    const char *encoding_reason;
    gsay_read_source *read; /* NULL: there is a text, or will be */
} gsay_engine_source;

/* The packs in force, to be changed by options before the run. */
gsay_packs *gsay_engine_packs(gsay_engine *engine);

/* Add records of JSONL text, as gsay_engine_add_path does for a file of them.
 *
 * name  of the input, for messages.
 * text  borrowed for the call: what is needed of it is copied.
 * role  of the records that state none but "peer".
 * Returns GSAY_OK, also when single lines are bad: see gsay_engine_problem_at. GSAY_ENOMEM. */
gsay_status gsay_engine_add_jsonl(gsay_engine *engine, gsay_str name, gsay_str text, gsay_role role, gsay_error *err);

/* Add one source whose text is in memory: all its strings are copied. GSAY_EINPUT when the name is taken. */
gsay_status gsay_engine_add_source(gsay_engine *engine, const gsay_source *source, gsay_error *err);

/* Add sources by the records that gsay_engine_extract_records gave, in any number of pieces and any order.
 *
 * name  of the input, for messages.
 * text  borrowed for the call.
 * role  of the sources that state none but "peer".
 * Returns GSAY_OK; GSAY_EINPUT or GSAY_EENCODING with name and line for the first line that is damaged; what stood before it is added.
 * GSAY_ENOMEM. Sources that lack a part when the engine runs are a problem of the run. */
gsay_status gsay_engine_add_records(gsay_engine *engine, gsay_str name, gsay_str text, gsay_role role, gsay_error *err);

/* The number of sources added so far. */
size_t gsay_engine_source_count(const gsay_engine *engine);

/* What was done, for the hand that writes it out: one source after the other.
 * Returns GSAY_OK to go on; anything else ends the run with that status. */
typedef gsay_status gsay_claims_sink(void *context, gsay_str written, gsay_error *err);

/* Extract every source and hand on the JSONL lines of each, in the order of (group, name). Once per engine, instead of
 * gsay_engine_run. Cost: memory for one batch of sources. Problems with single sources are kept, see
 * gsay_engine_problem_at. */
gsay_status gsay_engine_extract(gsay_engine *engine, gsay_claims_sink *sink, void *context, gsay_error *err);

/* Extract every source and hand on the lines of its records (claim/record_line.h), which gsay_engine_add_records reads; the rules for each
 * source run here, as the engine's packs and options say. Else as gsay_engine_extract. GSAY_EINPUT without packs. */
gsay_status gsay_engine_extract_records(gsay_engine *engine, gsay_claims_sink *sink, void *context, gsay_error *err);

/* Run the stages up to alignment, without rules. groups: out, owned by the engine, in order of their names. */
gsay_status gsay_engine_align(gsay_engine *engine, const gsay_alignment **groups, size_t *count, gsay_error *err);

/* The results of gsay_engine_check as the core holds them. Borrowed until the engine is closed. */
const gsay_findings *gsay_engine_findings(const gsay_engine *engine);
/* Summed over groups. */
const gsay_coverage *gsay_engine_coverage(const gsay_engine *engine);
/* Take all sources to records; with rules, run those for each source; align each group and, with rules, run the others.
 * Once per engine. Returns GSAY_OK also when single inputs or rules failed: see gsay_engine_problem_at. GSAY_ENOMEM;
 * GSAY_EINPUT for a second run. */
gsay_status gsay_engine_run(gsay_engine *engine, bool has_rules, gsay_error *err);

/* Run candidates and rules in the opposite order (`gainsay test` runs each case both ways). */
void gsay_engine_reverse(gsay_engine *engine, bool is_reversed);

#endif
