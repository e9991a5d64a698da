/* What a run looked at, and how long its stages took.
 *
 * Each thread counts for itself and is added up when it ends. Time is the wall clock's, summed over threads; it is only
 * asked for when the settings say so, since a run of small records would feel it. */
#include "engine/records.h"

#include <time.h>

static const char *const stage_names[GSAY_STAGE_COUNT] = { "source", "text", "extract", "claim", "align", "rule" };

static uint64_t read_clock(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void gsay_work_begin(gsay_work_counts *counts)
{
    if (counts->is_timed)
        counts->since = read_clock();
}

void gsay_work_note(gsay_work_counts *counts, gsay_stage stage)
{
    if (!counts->is_timed)
        return;
    uint64_t now = read_clock();
    counts->nanoseconds[stage] += now - counts->since;
    counts->since = now;
}

void gsay_work_add_source(gsay_work_counts *counts, const gsay_engine_source *source, const gsay_claims *claims)
{
    counts->sources++;
    counts->bytes += source->source.input.len;
    counts->claims += claims->count;
    for (size_t i = 0; i < claims->mentions->count; i++)
        counts->kinds[claims->mentions->items[i].value.kind]++;
}

void gsay_work_add_read(gsay_work_counts *counts, const gsay_read_source *read)
{
    counts->sources++;
    counts->bytes += read->line.bytes;
    counts->claims += read->line.claims;
    for (size_t i = 0; i < GSAY_KIND_COUNT; i++)
        counts->kinds[i] += read->line.kinds[i];
}

void gsay_work_add(gsay_work_counts *sum, const gsay_work_counts *part)
{
    sum->sources += part->sources;
    sum->bytes += part->bytes;
    sum->claims += part->claims;
    for (size_t i = 0; i < GSAY_KIND_COUNT; i++)
        sum->kinds[i] += part->kinds[i];
    for (size_t i = 0; i < GSAY_STAGE_COUNT; i++)
        sum->nanoseconds[i] += part->nanoseconds[i];
}

void gsay_engine_tell(const gsay_engine *engine, const char *phase, size_t done, size_t count)
{
    if (engine->settings.progress)
        engine->settings.progress(engine->settings.progress_context, phase, done, count);
}

/* Append a tally unless its count is 0. */
static void add_tally(gsay_tally *tallies, size_t *count, const char *name, uint64_t number)
{
    if (number)
        tallies[(*count)++] = (gsay_tally){ name, number };
}

gsay_status gsay_engine_statistics(gsay_engine *engine, gsay_statistics *statistics, gsay_error *error)
{
    const gsay_work_counts *counts = &engine->counts;
    const gsay_coverage    *coverage = &engine->coverage;
    gsay_tally             *kinds = GSAY_NEW(&engine->arena, gsay_tally, GSAY_KIND_COUNT);
    gsay_tally             *skipped = GSAY_NEW(&engine->arena, gsay_tally, GSAY_GATE_COUNT);
    gsay_tally             *stages = GSAY_NEW(&engine->arena, gsay_tally, GSAY_STAGE_COUNT);
    if (!kinds || !skipped || !stages)
        return gsay_fail_memory(error);
    gsay_statistics made = { .sources = counts->sources,
                             .bytes = counts->bytes,
                             .claims = counts->claims,
                             .topics = coverage->topics,
                             .compared = coverage->compared,
                             .capped = coverage->capped,
                             .kinds = kinds,
                             .skipped = skipped,
                             .stages = stages };
    for (unsigned i = GSAY_KIND_NONE + 1; i < GSAY_KIND_COUNT; i++) {
        made.mentions += counts->kinds[i];
        add_tally(kinds, &made.kind_count, gsay_kind_name((gsay_kind)i), counts->kinds[i]);
    }
    for (unsigned i = 0; i < GSAY_GATE_COUNT; i++)
        add_tally(skipped, &made.skipped_count, gsay_gate_name(i), coverage->skipped[i]);
    for (size_t i = 0; i < GSAY_STAGE_COUNT; i++)
        add_tally(stages, &made.stage_count, stage_names[i], counts->nanoseconds[i]);
    *statistics = made;
    return GSAY_OK;
}
