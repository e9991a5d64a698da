/* Comparing: every source to records, every group aligned, every rule run, the findings in order.
 *
 * Two parallel parts. What a thread makes lies in an arena of that thread and is reached through a slot of the item, so
 * the result does not depend on which thread did what. A rule that failed is switched off in the thread that met the
 * failure; its findings are dropped everywhere, so that what is left is the same whatever the threads. */
#include "engine/engine_state.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/thread.h"

/* What one item of a parallel part left behind: a source's records or a group's alignment, with what the rules said. */
typedef struct slot {
    gsay_records       records;
    gsay_findings      findings;
    gsay_rule_failures failures;
    uint64_t           mentions;
    uint64_t           claims;
    gsay_error         error;
} slot;

/* One run. */
typedef struct comparison {
    gsay_engine        *engine;
    gsay_source_worker *workers;
    slot               *source_slots;
    slot               *group_slots;
    gsay_records       *records;      /* of the sources that could be read, in their order */
    size_t             *group_begins; /* in records; group_count + 1 of them */
    atomic_size_t       done;         /* items of the part that runs */
} comparison;

/* One more item is done; the thread that runs the engine tells of it. */
static void tell(comparison *run, size_t number, const char *phase, size_t count)
{
    size_t done = atomic_fetch_add(&run->done, 1) + 1;
    if (number == 0)
        gsay_engine_tell(run->engine, phase, done, count);
}

/* One source to its records. What is not needed of it any more goes with the scratch arena; its bytes stay, since
 * records quote them. */
static void take_source(void *context, size_t number, size_t item)
{
    comparison         *run = context;
    slot               *out = &run->source_slots[item];
    gsay_source_worker *worker = &run->workers[number];
    gsay_claims         claims = { 0 };
    gsay_rule_output    output = { worker->kept, &out->findings, &out->failures };
    gsay_status status = gsay_source_worker_read(worker, worker->kept, run->engine->date, &run->engine->sources[item],
                                                 &claims, &out->error);
    if (status == GSAY_OK) {
        out->mentions = claims.mentions->count;
        out->claims = claims.count;
        status = gsay_records_pack(worker->kept, &claims, &out->records, &out->error);
        gsay_work_note(&worker->counts, GSAY_STAGE_CLAIM);
    }
    if (status == GSAY_OK && worker->rules)
        status = gsay_worker_run_source(worker->rules, &claims, &output, &out->error);
    gsay_work_note(&worker->counts, GSAY_STAGE_RULE);
    out->error.status = status;
    gsay_arena_reset(&worker->scratch);
    tell(run, number, "reading", run->engine->source_count);
}

/* One group: the records of its sources stand beside each other. */
static void take_group(void *context, size_t number, size_t item)
{
    comparison         *run = context;
    slot               *out = &run->group_slots[item];
    gsay_source_worker *worker = &run->workers[number];
    gsay_alignment     *alignment = &run->engine->groups[item];
    gsay_rule_output    output = { worker->kept, &out->findings, &out->failures };
    size_t              begin = run->group_begins[item];
    size_t              count = run->group_begins[item + 1] - begin;
    gsay_work_begin(&worker->counts);
    gsay_status status = gsay_align(worker->kept, run->records + begin, count, alignment, &out->error);
    gsay_work_note(&worker->counts, GSAY_STAGE_ALIGN);
    if (status == GSAY_OK && worker->rules)
        status = gsay_worker_run_group(worker->rules, alignment, run->engine->is_reversed, &output, &out->error);
    gsay_work_note(&worker->counts, GSAY_STAGE_RULE);
    out->error.status = status;
    tell(run, number, "comparing", run->engine->group_count);
}

/* Collect what could be read, and say what could not; find where groups begin. */
static gsay_status gather_records(comparison *run, gsay_error *err)
{
    gsay_engine *engine = run->engine;
    size_t       count = 0;
    run->records = GSAY_NEW(&engine->arena, gsay_records, engine->source_count);
    run->group_begins = GSAY_NEW(&engine->arena, size_t, engine->source_count + 1);
    if (!run->records || !run->group_begins)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < engine->source_count; i++) {
        const slot *read = &run->source_slots[i];
        if (read->error.status == GSAY_ENOMEM)
            return gsay_fail_memory(err);
        GSAY_TRY(gsay_engine_tell_encoding(engine, &engine->sources[i], err));
        if (read->error.status != GSAY_OK) {
            GSAY_TRY(gsay_engine_add_problem(engine, read->error.status, engine->sources[i].is_walked,
                                             gsay_str_of(read->error.message), err));
            continue;
        }
        if (count == 0 || !gsay_str_equal(run->records[count - 1].group, read->records.group))
            run->group_begins[engine->group_count++] = count;
        run->records[count++] = read->records;
        engine->coverage.sources++;
        engine->coverage.mentions += read->mentions;
        engine->coverage.claims += read->claims;
    }
    run->group_begins[engine->group_count] = count;
    return GSAY_OK;
}

static void add_coverage(gsay_coverage *sum, const gsay_coverage *part)
{
    sum->topics += part->topics;
    sum->compared += part->compared;
    sum->capped += part->capped;
    for (size_t i = 0; i < GSAY_GATE_COUNT; i++)
        sum->skipped[i] += part->skipped[i];
}

/* The failures of a part, each rule's first in the order of items: the same whatever the threads. */
static gsay_status gather_failures(gsay_engine *engine, gsay_intern *failed, const slot *slots, size_t count,
                                   gsay_error *err)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < slots[i].failures.count; k++) {
            const gsay_rule_failure *failure = &slots[i].failures.items[k];
            uint32_t                 before = failed->count;
            uint32_t                 id = 0;
            GSAY_TRY(gsay_intern_add(failed, failure->rule, &id, err));
            if (id == before)
                GSAY_TRY(gsay_engine_add_problem(engine, GSAY_ERULE, false, failure->message, err));
        }
    return GSAY_OK;
}

/* The findings of rules that did not fail. Copied into the engine's arena one by one: the lists of parts live as long,
 * but apart. */
static gsay_status gather_findings(gsay_engine *engine, const gsay_intern *failed, const slot *slots, size_t count,
                                   gsay_error *err)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < slots[i].findings.count; k++) {
            const gsay_finding *finding = &slots[i].findings.items[k];
            if (gsay_intern_find(failed, finding->rule) == GSAY_ID_NONE)
                GSAY_TRY(gsay_findings_add(&engine->arena, &engine->findings, finding, err));
        }
    return GSAY_OK;
}

/* All failures are known before the first finding is taken, since a rule may have failed in the last source alone. */
static gsay_status gather_results(comparison *run, gsay_error *err)
{
    gsay_engine *engine = run->engine;
    gsay_intern  failed = { 0 };
    gsay_status  status = gather_failures(engine, &failed, run->source_slots, engine->source_count, err);
    if (status == GSAY_OK)
        status = gather_failures(engine, &failed, run->group_slots, engine->group_count, err);
    if (status == GSAY_OK)
        status = gather_findings(engine, &failed, run->source_slots, engine->source_count, err);
    if (status == GSAY_OK)
        status = gather_findings(engine, &failed, run->group_slots, engine->group_count, err);
    gsay_intern_clear(&failed);
    gsay_findings_sort(&engine->findings);
    for (size_t i = 0; i < engine->group_count; i++)
        add_coverage(&engine->coverage, &engine->groups[i].coverage);
    return status;
}

/* Both parts, with all that was read between them: a group can only be aligned when its last source is there. */
static gsay_status compare(comparison *run, size_t workers, gsay_error *err)
{
    gsay_engine *engine = run->engine;
    gsay_engine_tell(engine, "reading", 0, engine->source_count);
    gsay_parallel(workers, engine->source_count, take_source, run);
    GSAY_TRY(gather_records(run, err));
    engine->groups = GSAY_NEW(&engine->arena, gsay_alignment, engine->group_count);
    run->group_slots = GSAY_NEW(&engine->arena, slot, engine->group_count);
    if (!engine->groups || !run->group_slots)
        return gsay_fail_memory(err);
    atomic_store(&run->done, 0);
    gsay_engine_tell(engine, "comparing", 0, engine->group_count);
    gsay_parallel(workers < engine->group_count ? workers : engine->group_count, engine->group_count, take_group, run);
    for (size_t i = 0; i < engine->group_count; i++)
        if (run->group_slots[i].error.status != GSAY_OK)
            return gsay_fail(err, run->group_slots[i].error.status, SIZE_MAX, "%s", run->group_slots[i].error.message);
    return gather_results(run, err);
}

gsay_status gsay_engine_run(gsay_engine *engine, bool has_rules, gsay_error *err)
{
    GSAY_TRY(gsay_engine_begin(engine, err));
    gsay_status        status = GSAY_OK;
    size_t             workers = gsay_engine_workers(engine, engine->source_count);
    gsay_source_worker states[GSAY_THREADS_MAX] = { 0 };
    comparison         run = { .engine = engine, .workers = states };
    run.source_slots = GSAY_NEW(&engine->arena, slot, engine->source_count);
    engine->kept = calloc(workers, sizeof *engine->kept);
    if (!run.source_slots || !engine->kept)
        return gsay_fail_memory(err);
    engine->kept_count = workers;
    for (size_t i = 0; i < workers && status == GSAY_OK; i++)
        status = gsay_source_worker_open(engine, i, has_rules, &states[i], err);
    if (status == GSAY_OK)
        status = compare(&run, workers, err);
    for (size_t i = 0; i < workers; i++)
        gsay_source_worker_close(engine, &states[i]);
    return status;
}

gsay_status gsay_engine_align(gsay_engine *engine, const gsay_alignment **groups, size_t *count, gsay_error *err)
{
    GSAY_TRY(gsay_engine_run(engine, false, err));
    *groups = engine->groups;
    *count = engine->group_count;
    return GSAY_OK;
}
