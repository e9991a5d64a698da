/* Comparing: every source to records, every group aligned, every rule run, the findings in order.
 *
 * A batch of whole groups at a time, each in two parallel parts: its sources, then its groups. What lasts of a batch is
 * its findings, which own what they print; so memory is that of a batch, not of a run. What a thread makes lies in an
 * arena of that thread and is reached through a slot of the item, so the result does not depend on which thread did
 * what. A rule that failed is switched off in the thread that met the failure; its findings are dropped everywhere, so
 * that what is left is the same whatever the threads. */
#include "engine/records.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/thread.h"

#define BATCH_SOURCES ((size_t)32) /* a worker: enough to keep all of them busy, few enough to keep memory small */

/* What one item of a parallel part left behind: a source's records, or nothing but what the rules said. */
typedef struct slot {
    gsay_records       records;
    gsay_findings      findings; /* they and failures are the worker's to keep */
    gsay_rule_failures failures;
    uint64_t           mentions;
    uint64_t           claims;
    gsay_error         error;
} slot;

/* One batch: sources [begin, end) of the engine. All arrays live in the arena of the batch. */
typedef struct comparison_batch {
    size_t          begin;
    size_t          end;
    slot           *source_slots;
    gsay_records   *records;      /* of the sources that could be read, in their order */
    size_t         *group_begins; /* in records; group_count + 1 of them */
    size_t          group_count;
    slot           *group_slots;
    gsay_alignment *groups; /* without rules: the engine's */
} comparison_batch;

/* One run. */
typedef struct comparison {
    gsay_engine        *engine;
    gsay_source_worker *workers;
    size_t              worker_count;
    bool                has_rules;
    bool                has_group_rules; /* they look at topics that agree, too */
    uint32_t            pairs;           /* kinds of pairs of names that some rule looks at */
    gsay_arena          arena;           /* of the batch */
    comparison_batch    batch;
    gsay_rule_failures  source_failures; /* each rule's first is told, those of sources before those of groups */
    gsay_rule_failures  group_failures;
    size_t              group_count; /* groups of the run, also those of which nothing can be read */
    atomic_size_t       read;        /* sources done */
    atomic_size_t       compared;    /* groups done */
} comparison;

/* One more item is done; the thread that runs the engine tells of it. */
static void tell_source(comparison *run, size_t number)
{
    size_t done = atomic_fetch_add(&run->read, 1) + 1;
    if (number == 0)
        gsay_engine_tell(run->engine, "reading", done, run->engine->source_count);
}

static void tell_group(comparison *run, size_t number)
{
    size_t done = atomic_fetch_add(&run->compared, 1) + 1;
    if (number == 0)
        gsay_engine_tell(run->engine, "comparing", done, run->group_count);
}

/* Keep what the rules said of one item: all else of it goes. */
static gsay_status keep(gsay_arena *kept, const gsay_rule_output *output, slot *out, gsay_error *err)
{
    size_t count = output->findings->count;
    out->findings.items = GSAY_NEW(kept, gsay_finding, count);
    if (!out->findings.items)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        GSAY_TRY(gsay_finding_copy(kept, &output->findings->items[i], &out->findings.items[i], err));
    out->findings.count = count;
    for (size_t i = 0; i < output->failures->count; i++)
        GSAY_TRY(gsay_rule_failures_add(kept, &out->failures, output->failures->items[i], err));
    return GSAY_OK;
}

/* The rules for each source. */
static gsay_status judge_source(gsay_source_worker *worker, const gsay_claims *claims, slot *out)
{
    gsay_findings      findings = { 0 };
    gsay_rule_failures failures = { 0 };
    gsay_rule_output   output = { &worker->scratch, &findings, &failures };
    if (!worker->rules)
        return GSAY_OK;
    GSAY_TRY(gsay_worker_run_source(worker->rules, claims, &output, &out->error));
    return keep(worker->kept, &output, out, &out->error);
}

/* Tell whether a finding that was made elsewhere is wanted here: its rule may be switched off, or its severity set.
 * Rules that are not loaded here have been asked for there. */
static bool is_wanted(const gsay_engine *engine, gsay_finding *finding)
{
    for (size_t i = 0; i < engine->packs.count; i++) {
        const gsay_rule *rule = &engine->packs.rules[i];
        if (!gsay_str_equal(rule->id, finding->rule))
            continue;
        if (rule->is_overridden)
            finding->severity = rule->severity;
        return rule->severity != GSAY_SEVERITY_OFF;
    }
    return true;
}

/* A source whose records were read: all that is left to do is to count it. */
static void take_read(const comparison *run, gsay_source_worker *worker, gsay_read_source *read, slot *out)
{
    out->records = read->records;
    out->claims = read->line.claims;
    for (size_t i = 0; i < GSAY_KIND_COUNT; i++)
        out->mentions += read->line.kinds[i];
    gsay_work_add_read(&worker->counts, read);
    if (!run->has_rules)
        return;
    out->findings = read->findings;
    out->failures = read->failures;
    out->findings.count = 0;
    for (size_t i = 0; i < read->findings.count; i++)
        if (is_wanted(run->engine, &read->findings.items[i]))
            out->findings.items[out->findings.count++] = read->findings.items[i];
}

/* One source to its records. What is not needed of it any more goes with the scratch arena; its bytes stay, since
 * records quote them. */
static void take_source(void *context, size_t number, size_t item)
{
    comparison         *run = context;
    slot               *out = &run->batch.source_slots[item];
    gsay_engine_source *source = &run->engine->sources[run->batch.begin + item];
    gsay_source_worker *worker = &run->workers[number];
    gsay_claims         claims = { 0 };
    if (source->read) {
        take_read(run, worker, source->read, out);
        tell_source(run, number);
        return;
    }
    gsay_status status =
        gsay_source_worker_read(worker, worker->records, run->engine->date, source, &claims, &out->error);
    if (status == GSAY_OK) {
        out->mentions = claims.mentions->count;
        out->claims = claims.count;
        status = gsay_source_worker_pack(worker, worker->records, &claims, &out->records, &out->error);
        gsay_work_note(&worker->counts, GSAY_STAGE_CLAIM);
    }
    if (status == GSAY_OK)
        status = judge_source(worker, &claims, out);
    gsay_work_note(&worker->counts, GSAY_STAGE_RULE);
    out->error.status = status;
    gsay_arena_reset(&worker->scratch);
    tell_source(run, number);
}

/* The rules for each topic, name, quotation and group. */
static gsay_status judge_group(const comparison *run, gsay_source_worker *worker, const gsay_alignment *alignment,
                               slot *out)
{
    gsay_findings      findings = { 0 };
    gsay_rule_failures failures = { 0 };
    gsay_rule_output   output = { &worker->scratch, &findings, &failures };
    if (!worker->rules)
        return GSAY_OK;
    GSAY_TRY(gsay_worker_run_group(worker->rules, alignment, run->engine->is_reversed, &output, &out->error));
    return keep(worker->kept, &output, out, &out->error);
}

/* One group: the records of its sources stand beside each other. Its alignment goes with the scratch arena where rules
 * have seen it, else it is the result. */
static void take_group(void *context, size_t number, size_t item)
{
    comparison             *run = context;
    const comparison_batch *batch = &run->batch;
    slot                   *out = &batch->group_slots[item];
    gsay_source_worker     *worker = &run->workers[number];
    gsay_alignment         *alignment = &batch->groups[item];
    size_t                  begin = batch->group_begins[item];
    size_t                  count = batch->group_begins[item + 1] - begin;
    gsay_arena             *arena = run->has_rules ? &worker->scratch : worker->kept;
    alignment->settings = (gsay_align_settings){ .named = worker->named,
                                                 .pairs = run->pairs,
                                                 .has_departing_only = run->has_rules && !run->has_group_rules };
    gsay_work_begin(&worker->counts);
    gsay_status status = gsay_align(arena, batch->records + begin, count, alignment, &out->error);
    gsay_work_note(&worker->counts, GSAY_STAGE_ALIGN);
    if (status == GSAY_OK)
        status = judge_group(run, worker, alignment, out);
    gsay_work_note(&worker->counts, GSAY_STAGE_RULE);
    out->error.status = status;
    gsay_arena_reset(&worker->scratch);
    tell_group(run, number);
}

/* Tell whether the source at index is the first of its group. */
static bool begins_group(const gsay_engine *engine, size_t index)
{
    return index == 0 || !gsay_str_equal(engine->sources[index - 1].source.group, engine->sources[index].source.group);
}

/* The end of the batch that begins there. Without rules the alignments are the result and nothing can go before the
 * end: all is one batch. */
static size_t find_batch_end(const comparison *run, size_t begin)
{
    size_t count = run->engine->source_count;
    size_t most = BATCH_SOURCES * run->worker_count;
    size_t end = run->has_rules && count - begin > most ? begin + most : count;
    while (end < count && !begins_group(run->engine, end))
        end++;
    return end;
}

/* Take what the rules said of one part over; the strings are kept by the workers. */
static gsay_status gather_part(gsay_engine *engine, gsay_rule_failures *failures, const slot *slots, size_t count,
                               gsay_error *err)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < slots[i].failures.count; k++)
            GSAY_TRY(gsay_rule_failures_add(&engine->arena, failures, slots[i].failures.items[k], err));
        for (size_t k = 0; k < slots[i].findings.count; k++)
            GSAY_TRY(gsay_findings_add(&engine->arena, &engine->findings, &slots[i].findings.items[k], err));
    }
    return GSAY_OK;
}

/* Collect what could be read, and say what could not; find where groups begin. */
static gsay_status gather_records(comparison *run, gsay_error *err)
{
    gsay_engine      *engine = run->engine;
    comparison_batch *batch = &run->batch;
    size_t            count = 0;
    size_t            groups = 0;
    for (size_t i = batch->begin; i < batch->end; i++) {
        const slot *read = &batch->source_slots[i - batch->begin];
        groups += begins_group(engine, i);
        if (read->error.status == GSAY_ENOMEM)
            return gsay_fail_memory(err);
        GSAY_TRY(gsay_engine_tell_encoding(engine, &engine->sources[i], err));
        if (read->error.status != GSAY_OK) {
            GSAY_TRY(gsay_engine_add_problem(engine, read->error.status, engine->sources[i].is_walked,
                                             gsay_str_of(read->error.message), err));
            continue;
        }
        if (count == 0 || !gsay_str_equal(batch->records[count - 1].group, read->records.group))
            batch->group_begins[batch->group_count++] = count;
        batch->records[count++] = read->records;
        engine->coverage.sources++;
        engine->coverage.mentions += read->mentions;
        engine->coverage.claims += read->claims;
    }
    batch->group_begins[batch->group_count] = count;
    atomic_fetch_add(&run->compared, groups - batch->group_count); /* nothing to compare */
    return gather_part(engine, &run->source_failures, batch->source_slots, batch->end - batch->begin, err);
}

static void add_coverage(gsay_coverage *sum, const gsay_coverage *part)
{
    sum->topics += part->topics;
    sum->compared += part->compared;
    sum->capped += part->capped;
    for (size_t i = 0; i < GSAY_GATE_COUNT; i++)
        sum->skipped[i] += part->skipped[i];
}

/* Take over what comparing the groups of a batch gave. */
static gsay_status gather_groups(comparison *run, gsay_error *err)
{
    const comparison_batch *batch = &run->batch;
    for (size_t i = 0; i < batch->group_count; i++) {
        const gsay_error *bad = &batch->group_slots[i].error;
        if (bad->status != GSAY_OK)
            return gsay_fail(err, bad->status, SIZE_MAX, "%s", bad->message);
        add_coverage(&run->engine->coverage, &batch->groups[i].coverage);
    }
    return gather_part(run->engine, &run->group_failures, batch->group_slots, batch->group_count, err);
}

/* Begin the batch of sources [begin, end). */
static gsay_status open_batch(comparison *run, size_t begin, size_t end, gsay_error *err)
{
    comparison_batch *batch = &run->batch;
    *batch = (comparison_batch){ .begin = begin, .end = end };
    batch->source_slots = GSAY_NEW(&run->arena, slot, end - begin);
    batch->records = GSAY_NEW(&run->arena, gsay_records, end - begin);
    batch->group_begins = GSAY_NEW(&run->arena, size_t, end - begin + 1);
    return batch->source_slots && batch->records && batch->group_begins ? GSAY_OK : gsay_fail_memory(err);
}

/* Give back what was read and packed. A file that is no longer in memory is not there any more for anybody. */
static void close_batch(comparison *run)
{
    for (size_t i = run->batch.begin; i < run->batch.end; i++) {
        gsay_source *source = &run->engine->sources[i].source;
        if (run->engine->sources[i].is_file || source->decoding)
            source->input = (gsay_str){ 0 };
        source->decoding = NULL;
    }
    for (size_t i = 0; i < run->worker_count; i++)
        gsay_arena_reset(run->workers[i].records);
    gsay_arena_reset(&run->arena);
}

/* Both parts of a batch, with all that was read between them: a group can only be aligned when its last source is
 * there. */
static gsay_status compare_batch(comparison *run, gsay_error *err)
{
    gsay_engine      *engine = run->engine;
    comparison_batch *batch = &run->batch;
    gsay_parallel(run->worker_count, batch->end - batch->begin, take_source, run);
    GSAY_TRY(gather_records(run, err));
    batch->groups = GSAY_NEW(run->has_rules ? &run->arena : &engine->arena, gsay_alignment, batch->group_count);
    batch->group_slots = GSAY_NEW(&run->arena, slot, batch->group_count);
    if (!batch->groups || !batch->group_slots)
        return gsay_fail_memory(err);
    if (batch->begin == 0)
        gsay_engine_tell(engine, "comparing", 0, run->group_count);
    gsay_parallel(run->worker_count, batch->group_count, take_group, run);
    GSAY_TRY(gather_groups(run, err));
    if (run->has_rules) {
        close_batch(run);
        return GSAY_OK;
    }
    engine->groups = batch->groups;
    engine->group_count = batch->group_count;
    return GSAY_OK;
}

/* Drop the findings of rules that failed: a rule may have failed in the last source alone. */
static gsay_status settle(comparison *run, gsay_error *err)
{
    gsay_findings *findings = &run->engine->findings;
    gsay_intern    failed = { 0 };
    size_t         kept = 0;
    gsay_status    status = gsay_engine_tell_failures(run->engine, &failed, &run->source_failures, err);
    if (status == GSAY_OK)
        status = gsay_engine_tell_failures(run->engine, &failed, &run->group_failures, err);
    for (size_t i = 0; i < findings->count; i++)
        if (gsay_intern_find(&failed, findings->items[i].rule) == GSAY_ID_NONE)
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
    gsay_intern_clear(&failed);
    gsay_findings_sort(findings);
    return status;
}

/* Rules of style look at terms, which are only read where somebody asks for them. */
static gsay_status tell_missing_terms(const comparison *run, gsay_error *err)
{
    gsay_engine *engine = run->engine;
    for (size_t i = 0; i < engine->source_count && run->pairs & GSAY_PAIRS_OF_STYLE; i++) {
        const gsay_read_source *read = engine->sources[i].read;
        if (!read || read->terms)
            continue;
        gsay_str message = gsay_arena_format(
            &engine->arena, "the records of %.*s hold no terms for rules of style: extract them with these rules, too",
            GSAY_ARG(read->line.name));
        return message.ptr ? gsay_engine_add_problem(engine, GSAY_EINPUT, false, message, err) : gsay_fail_memory(err);
    }
    return GSAY_OK;
}

/* All batches. */
static gsay_status compare(comparison *run, gsay_error *err)
{
    size_t count = run->engine->source_count;
    for (size_t i = 0; i < count; i++)
        run->group_count += begins_group(run->engine, i);
    GSAY_TRY(tell_missing_terms(run, err));
    gsay_engine_tell(run->engine, "reading", 0, count);
    for (size_t begin = 0, end = 0; begin < count; begin = end) {
        end = find_batch_end(run, begin);
        GSAY_TRY(open_batch(run, begin, end, err));
        GSAY_TRY(compare_batch(run, err));
    }
    return settle(run, err);
}

gsay_status gsay_engine_run(gsay_engine *engine, bool has_rules, gsay_error *err)
{
    GSAY_TRY(gsay_engine_begin(engine, err));
    gsay_status        status = GSAY_OK;
    size_t             workers = gsay_engine_workers(engine, engine->source_count);
    gsay_source_worker states[GSAY_THREADS_MAX] = { 0 };
    comparison         run = { .engine = engine, .workers = states, .worker_count = workers, .has_rules = has_rules };
    for (size_t i = 0; i < engine->packs.count; i++)
        run.has_group_rules |= engine->packs.rules[i].each == GSAY_EACH_GROUP;
    run.pairs = has_rules ? gsay_engine_pairs(engine) : 0;
    engine->kept = calloc(workers, sizeof *engine->kept);
    if (!engine->kept)
        return gsay_fail_memory(err);
    engine->kept_count = workers;
    for (size_t i = 0; i < workers && status == GSAY_OK; i++)
        status = gsay_source_worker_open(engine, i, has_rules, &states[i], err);
    if (status == GSAY_OK)
        status = compare(&run, err);
    for (size_t i = 0; i < workers; i++)
        gsay_source_worker_close(engine, &states[i]);
    gsay_arena_clear(&run.arena);
    return status;
}

gsay_status gsay_engine_align(gsay_engine *engine, const gsay_alignment **groups, size_t *count, gsay_error *err)
{
    GSAY_TRY(gsay_engine_run(engine, false, err));
    *groups = engine->groups;
    *count = engine->group_count;
    return GSAY_OK;
}
