/* Collapse: a hundred copies of one sentence are one node with a hundred places, so that pairs are few. */
#include "align/node.h"

#include "base/intern.h"

static uint64_t mix_number(uint64_t hash, const gsay_number *number)
{
    hash = gsay_hash_mix(hash, gsay_hash(number->unit));
    hash = gsay_hash_mix(hash, number->bound);
    if (number->has_lo)
        hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)number->lo.coefficient),
                             (uint64_t)number->lo.exponent ^ number->lo.divisor);
    if (number->has_hi)
        hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)number->hi.coefficient),
                             (uint64_t)number->hi.exponent ^ number->hi.divisor);
    return gsay_hash_mix(hash, (uint64_t)number->precision);
}

static uint64_t mix_value(uint64_t hash, const gsay_value *value)
{
    hash = gsay_hash_mix(hash, (uint64_t)value->kind);
    if (gsay_kind_is_number(value->kind))
        return mix_number(hash, &value->as.number);
    const gsay_temporal *date = &value->as.temporal;
    hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)date->days.from), (uint64_t)date->days.to);
    hash = gsay_hash_mix(hash, (uint64_t)date->month << 16 | (uint64_t)date->day << 8 | date->weekday);
    hash = gsay_hash_mix(gsay_hash_mix(hash, gsay_hash(date->timex)), date->is_approx);
    return value->kind == GSAY_KIND_DURATION ? mix_number(hash, &date->length) : hash;
}

static uint64_t mix_strings(uint64_t hash, gsay_str_set set)
{
    for (uint32_t i = 0; i < set.count; i++)
        hash = gsay_hash_mix(hash, gsay_hash(set.items[i]));
    return gsay_hash_mix(hash, set.count);
}

/* All that gates look at, so that one place of a node stands for all of them. */
static uint64_t context_of(const gsay_record *record, const gsay_value *value)
{
    const gsay_claim *claim = record->claim;
    uint64_t          hash = mix_value(gsay_hash(claim->predicate), value);
    hash = gsay_hash_mix(hash, gsay_hash(claim->head));
    hash = gsay_hash_mix(hash, gsay_hash(claim->subject));
    hash = gsay_hash_mix(hash, gsay_hash(claim->speaker));
    hash = gsay_hash_mix(hash, gsay_hash(claim->before));
    hash = gsay_hash_mix(hash, gsay_hash(claim->after));
    hash = mix_strings(hash, claim->modifiers);
    hash = mix_strings(hash, claim->about);
    hash = gsay_hash_mix(hash, (uint64_t)claim->parts << 8 | (uint64_t)claim->mood << 4 |
                                   (uint64_t)claim->is_negated << 1 | claim->is_heading);
    hash = gsay_hash_mix(hash, claim->others);
    hash = gsay_hash_mix(hash, (uint64_t)record->role << 8 | claim->time_origin);
    hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)claim->time.from), (uint64_t)claim->time.to);
    for (uint32_t i = 0; i < claim->content.count; i++)
        hash = gsay_hash_mix(hash, claim->content.hashes[i]);
    return hash;
}

/* The node of [begin, count) with this context; work->count when there is none. */
static size_t find_node(const gsay_topic_work *work, size_t begin, uint64_t context)
{
    size_t at = begin;
    while (at < work->count && work->nodes[at].context != context)
        at++;
    return at;
}

static void add_node(gsay_topic_work *work, uint64_t context, const gsay_value *value)
{
    work->nodes[work->count++] = (gsay_node){ .value = *value, .context = context, .topic = GSAY_NODE_NONE };
}

/* Order the records from begin on by their nodes and give each node its own. owners: by record of the block, its node,
 * GSAY_NODE_NONE when left out. */
static bool hand_out_places(gsay_topic_work *work, size_t first, const size_t *owners, size_t begin, size_t end)
{
    const gsay_record **block = GSAY_TAKE(&work->scratch, const gsay_record *, end - begin);
    if (!block)
        return false;
    memcpy(block, work->records + begin, (end - begin) * sizeof(const gsay_record *));
    const gsay_record **places = work->records + begin;
    for (size_t i = first; i < work->count; i++) {
        work->nodes[i].places = places;
        places += work->nodes[i].count;
        work->nodes[i].count = 0;
    }
    for (size_t i = 0; i < end - begin; i++) {
        if (owners[i] == GSAY_NODE_NONE)
            continue;
        gsay_node *node = &work->nodes[owners[i]];
        node->places[node->count++] = block[i];
    }
    return true;
}

/* The one record of a block. */
static size_t add_alone(gsay_topic_work *work, size_t at)
{
    gsay_value value;
    work->has_failed = !gsay_years_resolve(work->arena, work->years, work->records[at], &value);
    add_node(work, 0, &value);
    work->nodes[work->count - 1].places = work->records + at;
    work->nodes[work->count - 1].count = 1;
    return 1;
}

size_t gsay_nodes_collapse(gsay_topic_work *work, size_t begin, size_t end)
{
    if (end - begin == 1) /* most blocks */
        return add_alone(work, begin);
    size_t  first = work->count;
    size_t *owners = GSAY_TAKE(&work->scratch, size_t, end - begin);
    work->has_failed = !owners;
    for (size_t i = begin; i < end && !work->has_failed; i++) {
        gsay_value value;
        work->has_failed = !gsay_years_resolve(work->arena, work->years, work->records[i], &value);
        uint64_t context = context_of(work->records[i], &value);
        size_t   node = find_node(work, first, context);
        owners[i - begin] = GSAY_NODE_NONE;
        if (node == work->count && work->count - first == GSAY_BLOCK_VALUES_MAX) {
            work->coverage->capped++;
            continue;
        }
        if (node == work->count)
            add_node(work, context, &value);
        owners[i - begin] = node;
        work->nodes[node].count++;
    }
    work->has_failed = work->has_failed || !hand_out_places(work, first, owners, begin, end);
    gsay_arena_reset(&work->scratch);
    return work->count - first;
}

size_t gsay_node_root(gsay_topic_work *work, size_t node)
{
    size_t root = node;
    while (work->nodes[root].topic != GSAY_NODE_NONE)
        root = work->nodes[root].topic;
    while (work->nodes[node].topic != GSAY_NODE_NONE) {
        size_t next = work->nodes[node].topic;
        work->nodes[node].topic = root;
        node = next;
    }
    return root;
}

void gsay_nodes_join(gsay_topic_work *work, size_t a, size_t b)
{
    size_t left = gsay_node_root(work, a), right = gsay_node_root(work, b);
    /* the smaller index becomes the root: the same whatever the order of joining */
    if (left < right)
        work->nodes[right].topic = left;
    else if (right < left)
        work->nodes[left].topic = right;
}
