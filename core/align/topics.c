/* Topics: sort by block, collapse, compare, join, assemble. Each step is a file of its own; this one is their order. */
#include "align/align.h"

#include <stdlib.h>

#include "align/node.h"
#include "base/intern.h"

static int compare_sources(const void *a, const void *b)
{
    return gsay_str_compare((*(const gsay_records *const *)a)->source, (*(const gsay_records *const *)b)->source);
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

/* The records that have a block, and the lists that they form: one a block, in the order in which blocks are met. */
struct block_lists {
    const gsay_record **records;
    size_t              count;
    uint32_t           *next;  /* by record: 1 + the next one of its block, 0 behind the last */
    uint32_t           *first; /* by block: its first record */
    uint32_t           *last;
    size_t              block_count;
    uint32_t           *slots; /* open addressing: 1 + number of the block */
    size_t              mask;
};

static bool open_lists(gsay_arena *scratch, size_t capacity, struct block_lists *lists)
{
    size_t slots = 16;
    while (slots < capacity * 2)
        slots *= 2;
    *lists = (struct block_lists){ .records = GSAY_TAKE(scratch, const gsay_record *, capacity),
                                   .next = GSAY_NEW(scratch, uint32_t, capacity),
                                   .first = GSAY_TAKE(scratch, uint32_t, capacity),
                                   .last = GSAY_TAKE(scratch, uint32_t, capacity),
                                   .slots = GSAY_NEW(scratch, uint32_t, slots),
                                   .mask = slots - 1 };
    return lists->records && lists->next && lists->first && lists->last && lists->slots;
}

/* Put a record behind the others of its block. */
static void list_record(struct block_lists *lists, const gsay_record *record)
{
    uint32_t number = (uint32_t)lists->count;
    size_t   slot = gsay_hash(record->block) & lists->mask;
    lists->records[lists->count++] = record;
    for (; lists->slots[slot]; slot = (slot + 1) & lists->mask) {
        uint32_t block = lists->slots[slot] - 1;
        if (!gsay_str_equal(lists->records[lists->first[block]]->block, record->block))
            continue;
        lists->next[lists->last[block]] = number + 1;
        lists->last[block] = number;
        return;
    }
    lists->slots[slot] = (uint32_t)++lists->block_count;
    lists->first[lists->block_count - 1] = lists->last[lists->block_count - 1] = number;
}

/* The records block by block. Sources come by name and their records by place, so a block's do, too. */
static bool gather_records(gsay_arena *scratch, gsay_topic_work *work)
{
    const gsay_gate_context *context = &work->context;
    size_t                   count = 0;
    struct block_lists       lists;
    for (size_t i = 0; i < context->source_count; i++)
        for (size_t k = 0; k < context->sources[i]->count; k++)
            count += context->sources[i]->items[k].claim != NULL;
    if (!open_lists(scratch, count, &lists))
        return false;
    work->coverage->claims += count;
    for (size_t i = 0; i < context->source_count; i++) {
        const gsay_records *source = context->sources[i];
        work->coverage->mentions += source->count;
        for (size_t k = 0; k < source->count; k++)
            if (source->items[k].claim && source->items[k].block.len > 0)
                list_record(&lists, &source->items[k]);
    }
    work->records = GSAY_TAKE(work->arena, const gsay_record *, lists.count);
    for (size_t i = 0; work->records && i < lists.block_count; i++)
        for (size_t k = lists.first[i] + 1; k; k = lists.next[k - 1])
            work->records[work->record_count++] = lists.records[k - 1];
    work->nodes = GSAY_TAKE(scratch, gsay_node, work->record_count);
    return work->records && work->nodes;
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
        gsay_drafts_compare(&work);
    if (!work.has_failed)
        gsay_topics_assemble(&work, alignment);
    gsay_arena_clear(&scratch);
    gsay_arena_clear(&work.scratch);
    return work.has_failed ? gsay_fail_memory(err) : GSAY_OK;
}
