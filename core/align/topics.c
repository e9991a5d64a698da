/* Topics: sort by block, collapse, compare, join, assemble. Each step is a file of its own; this one is their order. */
#include "align/align.h"

#include <stdlib.h>

#include "align/node.h"

static int compare_sources(const void *a, const void *b)
{
    return gsay_str_compare((*(const gsay_records *const *)a)->source, (*(const gsay_records *const *)b)->source);
}

static int compare_records(const void *a, const void *b)
{
    return gsay_record_compare(*(const gsay_record *const *)a, *(const gsay_record *const *)b);
}

/* The sources by name, so that nothing depends on the order in which they came. */
static bool sort_sources(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_gate_context *context)
{
    const gsay_records **sorted = GSAY_NEW(arena, const gsay_records *, count);
    for (size_t i = 0; sorted && i < count; i++)
        sorted[i] = &sources[i];
    if (sorted && count > 1)
        qsort(sorted, count, sizeof(const gsay_records *), compare_sources);
    *context = (gsay_gate_context){ .sources = sorted, .source_count = count };
    return sorted != NULL;
}

/* Count what there is, and gather the records that have a block. */
static bool gather_records(gsay_arena *scratch, gsay_topic_work *work)
{
    const gsay_gate_context *context = &work->context;
    size_t                   count = 0;
    for (size_t i = 0; i < context->source_count; i++) {
        count += context->sources[i]->count;
        work->coverage->mentions += context->sources[i]->count;
    }
    work->records = GSAY_NEW(scratch, const gsay_record *, count);
    for (size_t i = 0; work->records && i < context->source_count; i++) {
        const gsay_records *source = context->sources[i];
        for (size_t k = 0; k < source->count; k++) {
            work->coverage->claims += source->items[k].claim != NULL;
            if (source->items[k].claim && source->items[k].block.len > 0)
                work->records[work->record_count++] = &source->items[k];
        }
    }
    if (work->record_count > 1)
        qsort(work->records, work->record_count, sizeof(const gsay_record *), compare_records);
    return work->records != NULL;
}

static void walk_blocks(gsay_topic_work *work)
{
    for (size_t begin = 0, end; begin < work->record_count && !work->has_failed; begin = end) {
        end = begin + 1;
        while (end < work->record_count && gsay_str_equal(work->records[end]->block, work->records[begin]->block))
            end++;
        size_t first = work->count;
        size_t count = gsay_nodes_collapse(work, begin, end);
        if (!work->has_failed)
            gsay_nodes_compare(work, first, count);
    }
}

gsay_status gsay_align_topics(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                              gsay_error *err)
{
    gsay_arena      scratch = { 0 };
    gsay_topic_work work = { .arena = arena, .coverage = &alignment->coverage };
    alignment->coverage.sources += count;
    if (count > 0)
        alignment->group = sources[0].group;
    work.has_failed = !sort_sources(&scratch, sources, count, &work.context);
    if (!work.has_failed) {
        work.years = gsay_years_learn(&scratch, &work.context);
        work.has_failed = !work.years || !gather_records(&scratch, &work);
    }
    if (!work.has_failed)
        walk_blocks(&work);
    if (!work.has_failed)
        gsay_nodes_join_dates(&work);
    if (!work.has_failed)
        gsay_topics_assemble(&work, alignment);
    gsay_arena_clear(&scratch);
    gsay_arena_clear(&work.scratch);
    return work.has_failed ? gsay_fail_memory(err) : GSAY_OK;
}
