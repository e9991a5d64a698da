/* A rule worker: one Lua state with every rule that is switched on, used by one thread.
 *
 * Rules get data, never files, clock, network or randomness: an allow-list of globals, one environment a rule, source
 * text only, an instruction budget a call and a memory cap, both counted, so that the verdict is the same on every
 * machine. Views are light userdata with checked handles; see view.h. A failing rule is reported under its name and
 * switched off for the rest of the run; the others go on. */
#ifndef GSAY_RULE_WORKER_H
#define GSAY_RULE_WORKER_H

#include "align/align.h"
#include "claim/claim.h"
#include "rule/pack.h"

typedef struct gsay_worker gsay_worker;

/* What a call of rules adds to. */
typedef struct gsay_rule_output {
    gsay_arena         *arena; /* receives findings, failures and their strings */
    gsay_findings      *findings;
    gsay_rule_failures *failures;
} gsay_rule_output;

/* Open a worker for loaded packs (borrowed, unchanged while open). Release with gsay_worker_close.
 * Returns GSAY_OK, GSAY_ERULE, GSAY_ENOMEM. */
gsay_status gsay_worker_open(const gsay_packs *packs, gsay_worker **worker, gsay_error *err);

/* Run the rules for each source on one source. Returns GSAY_OK, GSAY_ENOMEM (a rule's own failure is in
 * output->failures). */
gsay_status gsay_worker_run_source(gsay_worker *worker, const gsay_claims *claims, gsay_rule_output *output,
                                   gsay_error *err);

/* Run the rules for each topic, name, quote and group on one aligned group. Only candidates reach Lua: topics with a
 * value that departs, pairs of spellings, quotations with a version that changed. `is_reversed` runs candidates and
 * rules in the opposite order: the result must be the same. */
gsay_status gsay_worker_run_group(gsay_worker *worker, const gsay_alignment *alignment, bool is_reversed,
                                  gsay_rule_output *output, gsay_error *err);

/* Close. NULL is harmless. */
void gsay_worker_close(gsay_worker *worker);

#endif
