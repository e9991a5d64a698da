/* The engine's own state, shared by the files of this folder and by nobody else. */
#ifndef GSAY_ENGINE_ENGINE_STATE_H
#define GSAY_ENGINE_ENGINE_STATE_H

#include "base/intern.h"
#include "claim/term.h"
#include "engine/engine.h"
#include "source/ignore.h"

/* The stages whose time is taken. */
typedef enum gsay_stage {
    GSAY_STAGE_SOURCE = 0, /* reading and decoding */
    GSAY_STAGE_TEXT,
    GSAY_STAGE_EXTRACT,
    GSAY_STAGE_CLAIM, /* claims and records */
    GSAY_STAGE_ALIGN,
    GSAY_STAGE_RULE,
    GSAY_STAGE_COUNT
} gsay_stage;

/* What one thread did; sums do not depend on which thread did what. */
typedef struct gsay_work_counts {
    uint64_t sources;
    uint64_t bytes;
    uint64_t claims;
    uint64_t kinds[GSAY_KIND_COUNT];
    uint64_t nanoseconds[GSAY_STAGE_COUNT];
    uint64_t since;    /* when the stage that runs began */
    bool     is_timed; /* else the clock is never asked */
} gsay_work_counts;

/* What a worker leaves behind. */
typedef struct gsay_engine_kept {
    gsay_arena      arena; /* findings; alignments and records */
    gsay_vocabulary words; /* those that kept records borrow; else empty */
} gsay_engine_kept;

struct gsay_engine {
    gsay_arena    arena; /* sources, problems, findings: all that lasts */
    gsay_packs    packs;
    gsay_settings settings; /* strings copied into the arena */
    int32_t       date;     /* of settings.date, or GSAY_DAY_NONE */
    gsay_ignore   exclude;
    bool          is_reversed;
    bool          has_run; /* or is running */

    gsay_engine_source *sources; /* sorted by (group, name) once a run begins */
    size_t              source_count;
    size_t              source_capacity;
    gsay_intern         names; /* names taken */
    bool                has_damage; /* a line of records could not be used: what else is missing is not told of */

    gsay_problem *problems;
    size_t        problem_count;
    size_t        problem_capacity;

    gsay_engine_kept    *kept; /* by worker; owned */
    size_t               kept_count;
    gsay_alignment      *groups;
    size_t               group_count;
    gsay_findings        findings;
    gsay_coverage        coverage;
    gsay_work_counts     counts;
    gsay_engine_rule    *rules; /* packs.rules for the public face, but for their severity */
    gsay_engine_finding *views; /* of findings, likewise */
};

/* Keep a problem; the message is copied. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_engine_add_problem(gsay_engine *engine, gsay_status status, bool is_warning, gsay_str message,
                                    gsay_error *err);

/* Take a source over; its strings live in the engine's arena already.
 *
 * index   out: in engine->sources, valid until the run begins.
 * is_new  out: false when the name was taken.
 * Returns GSAY_OK; GSAY_EINPUT when the engine has run; GSAY_ENOMEM. */
gsay_status gsay_engine_take(gsay_engine *engine, const gsay_engine_source *source, uint32_t *index, bool *is_new,
                             gsay_error *err);

/* The group of a path by the settings. folder: that the path lies in. */
gsay_str gsay_engine_group(const gsay_engine *engine, gsay_str path, gsay_str folder);

/* Tell of failed rules, each once, in the order of items. failed: those told of already. */
gsay_status gsay_engine_tell_failures(gsay_engine *engine, gsay_intern *failed, const gsay_rule_failures *failures,
                                      gsay_error *err);

/* Say that a source was converted from another encoding, if it was: a warning. */
gsay_status gsay_engine_tell_encoding(gsay_engine *engine, const gsay_engine_source *source, gsay_error *err);

/* The state of one thread in the part of a run that treats sources one by one. */
typedef struct gsay_source_worker {
    gsay_vocabulary *vocabulary; /* own, or kept where the result borrows its words */
    gsay_vocabulary  own;
    gsay_arena       scratch; /* one source's document, tokens, mentions */
    gsay_arena       batch;   /* sources' bytes, claims and records of the groups that are compared now */
    gsay_arena      *kept;    /* of engine->kept[i] */
    gsay_arena      *records; /* batch, or kept where the result quotes them */
    gsay_worker     *rules;   /* NULL where no rules run */
    const gsay_named *named;  /* what claims the user named; borrowed */
    gsay_named_memo  memo;    /* of the vocabulary */
    bool             has_terms; /* some rule looks at terms */
    gsay_term_memory terms;     /* of the vocabulary */
    gsay_work_counts counts;
} gsay_source_worker;

/* Open the state of one thread. Release with gsay_source_worker_close also after an error. */
gsay_status gsay_source_worker_open(gsay_engine *engine, size_t number, bool has_rules, gsay_source_worker *worker,
                                    gsay_error *err);
/* Give everything back but what was kept, and add what was counted to the engine's counts. */
void gsay_source_worker_close(gsay_engine *engine, gsay_source_worker *worker);

/* Take one source through the stages up to claims.
 *
 * lasting  arena that receives a file's bytes and the claims: the worker's scratch, or what is kept where records will borrow them.
 * source   source.input is set when it was read.
 * claims   out; all but the claims themselves lives in worker->scratch until that is reset. */
gsay_status gsay_source_worker_read(gsay_source_worker *worker, gsay_arena *lasting, int32_t date,
                                    gsay_engine_source *source, gsay_claims *claims, gsay_error *err);

/* The kinds of pairs of names that some rule looks at, as bits (GSAY_PAIR). */
uint32_t gsay_engine_pairs(const gsay_engine *engine);

/* Pack the records of one source, with the values of claims that the user named, and with its terms where a rule looks at them.
 *
 * arena  receives them.
 * claims of gsay_source_worker_read. */
gsay_status gsay_source_worker_pack(gsay_source_worker *worker, gsay_arena *arena, const gsay_claims *claims,
                                    gsay_records *records, gsay_error *err);

/* Begin to take the time of a stage. */
void gsay_work_begin(gsay_work_counts *counts);
/* The stage that ran since the last call is over, the next one begins. */
void gsay_work_note(gsay_work_counts *counts, gsay_stage stage);
/* Count a source whose records were read. */
void gsay_work_add_read(gsay_work_counts *counts, const gsay_read_source *read);
/* Count a source that became claims. */
void gsay_work_add_source(gsay_work_counts *counts, const gsay_engine_source *source, const gsay_claims *claims);
/* Add one thread's counts to the sum. */
void gsay_work_add(gsay_work_counts *sum, const gsay_work_counts *part);

/* Tell the caller's function, if there is one, how far the run has come. Only in the thread that runs the engine. */
void gsay_engine_tell(const gsay_engine *engine, const char *phase, size_t done, size_t count);

/* The threads of a run over count items. */
size_t gsay_engine_workers(const gsay_engine *engine, size_t count);

/* Begin the one run of an engine: no source can be added from here on, and those there are stand in the order of
 * (group, name). Returns GSAY_OK; GSAY_EINPUT for a second run. */
gsay_status gsay_engine_begin(gsay_engine *engine, gsay_error *err);

#endif
