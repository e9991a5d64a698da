/* Collapse: a hundred copies of one sentence are one node with a hundred places, so that pairs are few. */
#include "align/node.h"

#include "base/intern.h"

/* A node's key: what tells most records of a block apart. Equal keys only mean that it is worth a look. */
static uint64_t key_of(const gsay_record *record, const gsay_value *value)
{
    const gsay_stem_set *content = &record->claim->content;
    uint64_t             written = (uint32_t)value->as.temporal.days.from;
    if (gsay_kind_is_number(value->kind))
        written = (uint64_t)(value->as.number.has_lo ? value->as.number.lo.coefficient : 0);
    uint64_t stem = content->count > 0 ? content->hashes[content->count / 2] : 0;
    return gsay_hash_mix(written, stem << 32 | record->claim->others);
}

static bool is_same_end(bool has_end, gsay_decimal a, gsay_decimal b)
{
    return !has_end || (a.coefficient == b.coefficient && a.exponent == b.exponent && a.divisor == b.divisor);
}

static bool is_same_number(const gsay_number *a, const gsay_number *b)
{
    return a->bound == b->bound && a->precision == b->precision && a->has_lo == b->has_lo && a->has_hi == b->has_hi &&
           is_same_end(a->has_lo, a->lo, b->lo) && is_same_end(a->has_hi, a->hi, b->hi) &&
           gsay_str_equal(a->unit, b->unit);
}

static bool is_same_temporal(const gsay_temporal *a, const gsay_temporal *b)
{
    return a->days.from == b->days.from && a->days.to == b->days.to && a->month == b->month && a->day == b->day &&
           a->weekday == b->weekday && a->is_approx == b->is_approx && gsay_str_equal(a->timex, b->timex);
}

static bool is_same_value(const gsay_value *a, const gsay_value *b)
{
    if (a->kind != b->kind)
        return false;
    if (gsay_kind_is_number(a->kind))
        return is_same_number(&a->as.number, &b->as.number);
    return is_same_temporal(&a->as.temporal, &b->as.temporal) &&
           (a->kind != GSAY_KIND_DURATION || is_same_number(&a->as.temporal.length, &b->as.temporal.length));
}

static bool are_same_strings(gsay_str_set a, gsay_str_set b)
{
    bool is_same = a.count == b.count;
    for (uint32_t i = 0; is_same && i < a.count; i++)
        is_same = gsay_str_equal(a.items[i], b.items[i]);
    return is_same;
}

static bool are_same_stems(gsay_stem_set a, gsay_stem_set b)
{
    return a.count == b.count && (a.count == 0 || memcmp(a.hashes, b.hashes, a.count * sizeof(*a.hashes)) == 0);
}

/* Compare what is small, then what is long. */
static bool is_same_claim(const gsay_claim *a, const gsay_claim *b)
{
    if (a->parts != b->parts || a->mood != b->mood || a->is_negated != b->is_negated ||
        a->is_heading != b->is_heading || a->others != b->others || a->time_origin != b->time_origin ||
        a->time.from != b->time.from || a->time.to != b->time.to)
        return false;
    return are_same_stems(a->content, b->content) && gsay_str_equal(a->predicate, b->predicate) &&
           gsay_str_equal(a->head, b->head) && gsay_str_equal(a->subject, b->subject) &&
           gsay_str_equal(a->speaker, b->speaker) && gsay_str_equal(a->before, b->before) &&
           gsay_str_equal(a->after, b->after) && are_same_strings(a->modifiers, b->modifiers) &&
           are_same_strings(a->about, b->about);
}

/* The node of [begin, count) that says what a record says, in the same context: all that gates look at is equal, so
 * that one place of a node stands for all of them. work->count when there is none. */
static size_t find_node(const gsay_topic_work *work, size_t begin, const gsay_node *like, const gsay_record *record)
{
    size_t at = begin;
    for (; at < work->count; at++) {
        const gsay_node *node = &work->nodes[at];
        if (node->key == like->key && node->first->role == record->role && is_same_value(&node->value, &like->value) &&
            is_same_claim(node->first->claim, record->claim))
            break;
    }
    return at;
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

/* Fill in a node that a record would be. */
static bool read_node(gsay_topic_work *work, const gsay_record *record, gsay_node *node)
{
    *node = (gsay_node){ .first = record, .topic = GSAY_NODE_NONE };
    return gsay_years_resolve(work->arena, work->years, record, &node->value);
}

/* The one record of a block. */
static size_t add_alone(gsay_topic_work *work, size_t at)
{
    gsay_node *node = &work->nodes[work->count++];
    work->has_failed = !read_node(work, work->records[at], node);
    node->places = work->records + at;
    node->count = 1;
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
        const gsay_record *record = work->records[i];
        gsay_node          node;
        work->has_failed = !read_node(work, record, &node);
        node.key = key_of(record, &node.value);
        size_t at = find_node(work, first, &node, record);
        owners[i - begin] = at;
        if (at == work->count && work->count - first == GSAY_BLOCK_VALUES_MAX) {
            work->coverage->capped++;
            owners[i - begin] = GSAY_NODE_NONE;
            continue;
        }
        if (at == work->count)
            work->nodes[work->count++] = node;
        work->nodes[at].count++;
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
