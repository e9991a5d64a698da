/* Pairs of nodes: who agrees, who contradicts.
 *
 * Agreeing takes less evidence than contradicting, since a wrong join only shows two facts in one row, a wrong
 * contradiction is a false alarm. Joins never bring together two values that contradict: only a pair that passed every
 * gate does. */
#include "align/interval.h"
#include "align/node.h"
#include "align/overlap.h"

#include <stdlib.h>

#define AGREE_SHARED       3u  /* stems of content that two agreeing sentences share */
#define AGREE_SHARED_NAMED 2u  /* where they share a name, too */
#define FORM_VALUES        4u  /* different values of one sentence that make it a form */
#define DATE_RUN_MAX       64u /* nodes of one date that are looked at for a common event */

/* Classes of parts: values of one class may agree. A target that is not moved to is the one in force. */
enum part_class { PART_LEVEL, PART_CHANGE, PART_FORECAST, PART_NEW, PART_IN_FORCE, PART_LIMIT, PART_PART, PART_RANK };

static enum part_class class_of(gsay_parts parts)
{
    static const struct {
        gsay_parts      parts;
        enum part_class part_class;
    } classes[] = {
        { GSAY_PART(CHANGE), PART_CHANGE }, { GSAY_PART(FORECAST), PART_FORECAST },
        { GSAY_PART(TO), PART_NEW },        { GSAY_PART(FROM) | GSAY_PART(CURRENT) | GSAY_PART(TARGET), PART_IN_FORCE },
        { GSAY_PART(LIMIT), PART_LIMIT },   { GSAY_PART(PART), PART_PART },
        { GSAY_PART(RANK), PART_RANK },
    };
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        if (parts & classes[i].parts)
            return classes[i].part_class;
    }
    return PART_LEVEL;
}

static bool is_one_event(const gsay_claim *a, const gsay_claim *b)
{
    uint32_t shared = gsay_overlap_count(a, b);
    return shared >= AGREE_SHARED || (shared >= AGREE_SHARED_NAMED && gsay_overlap_has_name(a, b)) ||
           gsay_overlap_is_same(a, b);
}

static bool agree(const gsay_node *a, const gsay_node *b)
{
    const gsay_claim *one = a->places[0]->claim, *other = b->places[0]->claim;
    return (one->parts == other->parts || class_of(one->parts) == class_of(other->parts)) &&
           one->is_negated == other->is_negated && is_one_event(one, other);
}

/* Places that stand for two nodes: of two sources where there are two. */
static void choose_places(const gsay_node *a, const gsay_node *b, const gsay_record **one, const gsay_record **other)
{
    *one = a->places[0];
    *other = b->places[0];
    if (!gsay_str_equal((*one)->place.source, (*other)->place.source))
        return;
    /* places rise by source: when the last one is of the same source, all are */
    if (!gsay_str_equal((*one)->place.source, b->places[b->count - 1]->place.source))
        *other = b->places[b->count - 1];
    else
        *one = a->places[a->count - 1];
}

/* Places of one source that are a headline and the text under it. Returns false when there are none. */
static bool choose_headline(const gsay_node *a, const gsay_node *b, gsay_edge *edge)
{
    size_t i = 0, k = 0;
    if (a->places[0]->claim->is_heading == b->places[0]->claim->is_heading)
        return false;
    while (i < a->count && k < b->count) {
        int order = gsay_str_compare(a->places[i]->place.source, b->places[k]->place.source);
        if (order == 0) {
            edge->place_a = a->places[i];
            edge->place_b = b->places[k];
            return true;
        }
        i += order < 0;
        k += order > 0;
    }
    return false;
}

void gsay_edges_add(gsay_topic_work *work, gsay_edge edge)
{
    gsay_edge *edges =
        gsay_arena_grow(work->arena, work->edges, sizeof(*edges), work->edge_count, &work->edge_capacity);
    if (!edges) {
        work->has_failed = true;
        return;
    }
    work->edges = edges;
    edges[work->edge_count++] = edge;
}

/* The nodes of one block as bits: whom each contradicts, and who is joined so far. Of the arrays the first count items
 * are in use. */
struct block {
    size_t     begin;
    size_t     count;
    uint64_t   conflicts[GSAY_BLOCK_VALUES_MAX];
    uint64_t   equals[GSAY_BLOCK_VALUES_MAX];   /* of the nodes before it: whose value is equal */
    uint64_t   members[GSAY_BLOCK_VALUES_MAX];  /* of the joined set that a node belongs to, at its root */
    uint64_t   excluded[GSAY_BLOCK_VALUES_MAX]; /* nodes that contradict a member, at the root */
    unsigned   roots[GSAY_BLOCK_VALUES_MAX];
    gsay_plain plains[GSAY_BLOCK_VALUES_MAX]; /* the nodes' values */
};

/* Tell whether a sentence stands in the block with so many values that it is a form to be filled in, no statement:
 * "Issue: 12". */
static bool is_form(const gsay_topic_work *work, const struct block *block, size_t a, size_t b)
{
    uint64_t both = block->conflicts[a - block->begin] & block->conflicts[b - block->begin];
    unsigned values = 2;
    for (size_t i = 0; i < block->count && values < FORM_VALUES; i++) {
        const gsay_claim *other = work->nodes[block->begin + i].places[0]->claim;
        values += (both >> i & 1) && gsay_overlap_is_same(work->nodes[a].places[0]->claim, other);
    }
    return values >= FORM_VALUES;
}

/* Take a contradicting pair through the gates. */
static void try_gates(gsay_topic_work *work, const struct block *block, size_t a, size_t b)
{
    gsay_edge edge = { .a = a, .b = b };
    unsigned  gate = GSAY_GATE_ROLE;
    if (choose_headline(&work->nodes[a], &work->nodes[b], &edge))
        gate = gsay_gates_pass(&work->context, edge.place_a, edge.place_b);
    if (gate < GSAY_GATE_COUNT) {
        choose_places(&work->nodes[a], &work->nodes[b], &edge.place_a, &edge.place_b);
        gate = gsay_gates_pass(&work->context, edge.place_a, edge.place_b);
    }
    if (gate < GSAY_GATE_COUNT) {
        work->coverage->skipped[gate]++;
        edge.is_update = gate == GSAY_GATE_TIME && gsay_gates_update(&work->context, edge.place_a, edge.place_b);
        if (edge.is_update)
            gsay_edges_add(work, edge);
        return;
    }
    bool is_same = gsay_overlap_is_same(edge.place_a->claim, edge.place_b->claim);
    if (is_same && is_form(work, block, a, b)) {
        work->coverage->skipped[GSAY_GATE_SEVERAL]++;
        return;
    }
    if (!is_same && gsay_values_touch(&work->nodes[a].value, &work->nodes[b].value))
        return;
    work->coverage->compared++;
    gsay_edges_add(work, edge);
}

/* How two values of a block compare. */
enum comparison { COMPARISON_COMPATIBLE, COMPARISON_EQUAL, COMPARISON_CONFLICT };

static enum comparison compare_values(const gsay_topic_work *work, const struct block *block, unsigned a, unsigned b)
{
    if (gsay_plain_settles(&block->plains[a], &block->plains[b]))
        return gsay_plain_equal(&block->plains[a], &block->plains[b]) ? COMPARISON_EQUAL : COMPARISON_CONFLICT;
    const gsay_value *one = &work->nodes[block->begin + a].value, *other = &work->nodes[block->begin + b].value;
    if (gsay_values_contradict(other, one, gsay_decimal_from(0)))
        return COMPARISON_CONFLICT;
    return gsay_values_equal(one, other) ? COMPARISON_EQUAL : COMPARISON_COMPATIBLE;
}

static void find_conflicts(const gsay_topic_work *work, struct block *block)
{
    for (unsigned i = 0; i < block->count; i++) {
        block->members[i] = (uint64_t)1 << i;
        block->roots[i] = i;
        block->conflicts[i] = 0;
        block->equals[i] = 0;
        block->plains[i] = gsay_value_plain(&work->nodes[block->begin + i].value);
        for (unsigned k = 0; k < i; k++) {
            enum comparison comparison = compare_values(work, block, k, i);
            block->equals[i] |= (uint64_t)(comparison == COMPARISON_EQUAL) << k;
            block->conflicts[i] |= (uint64_t)(comparison == COMPARISON_CONFLICT) << k;
            block->conflicts[k] |= (uint64_t)(comparison == COMPARISON_CONFLICT) << i;
        }
    }
    memcpy(block->excluded, block->conflicts, block->count * sizeof(block->conflicts[0]));
}

/* Tell whether two nodes are of two sets, no member of which contradicts a member of the other. */
static bool may_join(const struct block *block, unsigned a, unsigned b)
{
    unsigned left = block->roots[a], right = block->roots[b];
    return left != right && !(block->excluded[left] & block->members[right]);
}

static void join_sets(gsay_topic_work *work, struct block *block, unsigned a, unsigned b)
{
    unsigned left = block->roots[a], right = block->roots[b];
    unsigned root = left < right ? left : right, other = left < right ? right : left;
    block->members[root] |= block->members[other];
    block->excluded[root] |= block->excluded[other];
    for (unsigned i = 0; i < block->count; i++) {
        if (block->roots[i] == other)
            block->roots[i] = root;
    }
    gsay_nodes_join(work, block->begin + a, block->begin + b);
}

void gsay_nodes_compare(gsay_topic_work *work, size_t begin, size_t count)
{
    if (count < 2)
        return;
    struct block block; /* too large to clear for two nodes, as most blocks have */
    block.begin = begin;
    block.count = count;
    find_conflicts(work, &block);
    /* equal values find each other before merely compatible ones do */
    for (int is_loose = 0; is_loose < 2; is_loose++) {
        for (unsigned i = 1; i < count; i++) {
            for (unsigned k = 0; k < i; k++) {
                const gsay_node *a = &work->nodes[begin + k], *b = &work->nodes[begin + i];
                if ((block.equals[i] >> k & 1) == !is_loose && may_join(&block, k, i) && agree(a, b))
                    join_sets(work, &block, k, i);
            }
        }
    }
    for (unsigned i = 1; i < count; i++) {
        for (unsigned k = 0; k < i; k++) {
            if (block.conflicts[i] >> k & 1)
                try_gates(work, &block, begin + k, begin + i);
        }
    }
}

/* A date node for sorting: nodes that gsay_values_equal calls equal share the first day and the way they are written.
 */
struct dated {
    int32_t  from;
    gsay_str timex;
    size_t   node;
};

static int compare_dated(const void *a, const void *b)
{
    const struct dated *left = a, *right = b;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    int order = gsay_str_compare(left->timex, right->timex);
    if (order != 0)
        return order;
    return (left->node > right->node) - (left->node < right->node);
}

static void join_run(gsay_topic_work *work, const struct dated *run, size_t count)
{
    if (count > DATE_RUN_MAX)
        count = DATE_RUN_MAX;
    for (size_t i = 1; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            const gsay_node *a = &work->nodes[run[k].node], *b = &work->nodes[run[i].node];
            if (gsay_values_equal(&a->value, &b->value) &&
                gsay_node_root(work, run[k].node) != gsay_node_root(work, run[i].node) && agree(a, b))
                gsay_nodes_join(work, run[k].node, run[i].node);
        }
    }
}

void gsay_nodes_join_dates(gsay_topic_work *work)
{
    struct dated *dates = GSAY_TAKE(&work->scratch, struct dated, work->count);
    size_t        count = 0;
    work->has_failed = work->has_failed || !dates;
    for (size_t i = 0; dates && i < work->count; i++) {
        const gsay_value *value = &work->nodes[i].value;
        if (value->kind == GSAY_KIND_DATE && value->as.temporal.resolved_by != GSAY_RESOLVED_NOT)
            dates[count++] = (struct dated){ value->as.temporal.days.from, value->as.temporal.timex, i };
    }
    if (count > 1)
        qsort(dates, count, sizeof(*dates), compare_dated);
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = begin + 1;
        while (end < count && dates[end].from == dates[begin].from &&
               gsay_str_equal(dates[end].timex, dates[begin].timex))
            end++;
        join_run(work, dates + begin, end - begin);
    }
    gsay_arena_reset(&work->scratch);
}
