/* Joined nodes become topics: values with their places, the main one first, a readable key. */
#include "align/node.h"
#include "align/overlap.h"

#include <stdlib.h>

static int compare_places(const void *a, const void *b)
{
    const gsay_record *left = *(const gsay_record *const *)a, *right = *(const gsay_record *const *)b;
    int                order = gsay_str_compare(left->place.source, right->place.source);
    if (order == 0)
        order = (left->place.span.begin > right->place.span.begin) - (left->place.span.begin < right->place.span.begin);
    return order ? order : (left->sequence > right->sequence) - (left->sequence < right->sequence);
}

/* The nodes of one topic under assembly, and which value each went to. */
struct members {
    gsay_topic_work *work;
    const size_t    *nodes;
    size_t           count;
    size_t          *values; /* by member: index in topic.values */
};

/* Append a node's places to a value. */
static bool add_places(gsay_arena *arena, gsay_topic_value *value, const gsay_node *node)
{
    const gsay_record **places = GSAY_NEW(arena, const gsay_record *, value->count + node->count);
    if (!places)
        return false;
    if (value->count > 0)
        memcpy(places, value->places, value->count * sizeof(const gsay_record *));
    memcpy(places + value->count, node->places, node->count * sizeof(const gsay_record *));
    value->places = places;
    value->count += node->count;
    qsort(places, value->count, sizeof(const gsay_record *), compare_places);
    return true;
}

/* Gather the members into values: equal statements are one. */
static bool gather_values(struct members *members, gsay_topic *topic)
{
    gsay_topic_work *work = members->work;
    topic->values = GSAY_NEW(work->arena, gsay_topic_value, members->count);
    for (size_t i = 0; topic->values && i < members->count; i++) {
        const gsay_node *node = &work->nodes[members->nodes[i]];
        size_t           at = 0;
        while (at < topic->count && !gsay_values_equal(&topic->values[at].value, &node->value))
            at++;
        members->values[i] = at;
        if (at < topic->count) {
            if (!add_places(work->arena, &topic->values[at], node))
                return false;
            continue;
        }
        topic->values[topic->count++] =
            (gsay_topic_value){ .places = node->places, .count = node->count, .value = node->value };
    }
    return topic->values != NULL;
}

/* The value of a node in this topic; nodes of members rise. */
static size_t value_of(const struct members *members, size_t node)
{
    size_t low = 0, high = members->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (members->nodes[middle] < node)
            low = middle + 1;
        else
            high = middle;
    }
    return members->values[low];
}

/* Tell whether value a is to come before value b as the main one. */
static bool is_better(const gsay_topic_value *a, const gsay_topic_value *b)
{
    return a->count != b->count ? a->count > b->count : compare_places(&a->places[0], &b->places[0]) < 0;
}

/* The main value: most places, then the earliest; where values contradict, one that takes part in it. */
static size_t main_value(const gsay_topic *topic, const bool *is_in_edge, bool has_edges)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < topic->count; i++) {
        if (has_edges && !is_in_edge[i])
            continue;
        if (best == SIZE_MAX || is_better(&topic->values[i], &topic->values[best]))
            best = i;
    }
    return best;
}

static int compare_values(const void *a, const void *b)
{
    const gsay_topic_value *left = a, *right = b;
    return compare_places(&left->places[0], &right->places[0]);
}

/* Mark the values that depart from the main one, and say why each is one fact with it. */
static bool mark_departing(const struct members *members, gsay_topic *topic, size_t main, const gsay_edge *edges,
                           size_t edge_count)
{
    topic->agrees = true;
    for (size_t i = 0; i < edge_count; i++) {
        size_t a = value_of(members, edges[i].a), b = value_of(members, edges[i].b);
        if (a != main && b != main)
            continue;
        gsay_topic_value *odd = &topic->values[a == main ? b : a];
        if (odd->departs)
            continue;
        odd->departs = true;
        topic->agrees = false;
        if (!gsay_gates_explain(members->work->arena, edges[i].place_a, edges[i].place_b, &odd->evidence))
            return false;
    }
    return true;
}

static gsay_str joined(gsay_arena *arena, gsay_str key, gsay_str more)
{
    if (!key.ptr || !more.ptr || more.len == 0)
        return more.ptr ? key : more;
    return gsay_arena_format(arena, "%.*s, %.*s", GSAY_ARG(key), GSAY_ARG(more));
}

/* A name that every place of a topic has in its sentence; "" none, or only one place. */
static gsay_str common_name(const gsay_topic *topic)
{
    const gsay_claim *first = topic->values[0].places[0]->claim;
    for (uint32_t n = 0; n < first->about.count; n++) {
        size_t places = 0, holding = 0;
        for (size_t i = 0; i < topic->count; i++) {
            for (size_t k = 0; k < topic->values[i].count; k++) {
                const gsay_str_set *about = &topic->values[i].places[k]->claim->about;
                for (uint32_t m = 0; m < about->count; m++)
                    holding += gsay_str_equal(about->items[m], first->about.items[n]);
                places++;
            }
        }
        if (places > 1 && holding == places)
            return first->about.items[n];
    }
    return GSAY_STR("");
}

/* "percent of gdp, spending, to": dimension, head, modifiers, subject, predicate, parts, a name that all share. */
static gsay_str key_of(gsay_arena *arena, const gsay_topic *topic)
{
    const gsay_record *record = topic->values[0].places[0];
    const gsay_claim  *claim = record->claim;
    size_t             colon = 0;
    while (colon < record->block.len && record->block.ptr[colon] != ':')
        colon++;
    gsay_str dimension = { record->block.ptr, colon };
    gsay_str key = dimension;
    if (claim->head.len > 0)
        key = gsay_arena_format(arena, "%.*s of %.*s", GSAY_ARG(dimension), GSAY_ARG(claim->head));
    for (uint32_t i = 0; i < claim->modifiers.count; i++)
        key = joined(arena, key, claim->modifiers.items[i]);
    if (!gsay_str_equal(claim->subject, claim->head))
        key = joined(arena, key, claim->subject);
    key = joined(arena, key, claim->predicate);
    if (claim->parts != GSAY_PART(LEVEL))
        key = joined(arena, key, gsay_parts_name(arena, claim->parts));
    return joined(arena, key, common_name(topic));
}

/* Build one topic of the nodes that share a root. edges: those of the topic. */
static bool build_topic(struct members *members, const gsay_edge *edges, size_t edge_count, gsay_topic *topic)
{
    gsay_arena scratch = { 0 };
    members->values = GSAY_NEW(&scratch, size_t, members->count);
    bool *is_in_edge = GSAY_NEW(&scratch, bool, members->count);
    bool  is_built = members->values && is_in_edge && gather_values(members, topic);
    if (is_built) {
        for (size_t i = 0; i < edge_count; i++)
            is_in_edge[value_of(members, edges[i].a)] = is_in_edge[value_of(members, edges[i].b)] = true;
        size_t main = main_value(topic, is_in_edge, edge_count > 0);
        is_built = mark_departing(members, topic, main, edges, edge_count);
        gsay_topic_value first = topic->values[main];
        memmove(topic->values + 1, topic->values, main * sizeof(first));
        topic->values[0] = first;
        qsort(topic->values + 1, topic->count - 1, sizeof(first), compare_values);
        topic->kind = first.value.kind;
        topic->key = is_built ? key_of(members->work->arena, topic) : GSAY_STR("");
        is_built = is_built && topic->key.ptr;
    }
    gsay_arena_clear(&scratch);
    return is_built;
}

static int compare_topics(const void *a, const void *b)
{
    const gsay_topic *left = a, *right = b;
    int               order = gsay_str_compare(left->key, right->key);
    return order ? order : compare_places(&left->values[0].places[0], &right->values[0].places[0]);
}

/* A node or an edge under the root of its topic, for sorting. */
struct rooted {
    size_t root;
    size_t item;
};

static int compare_rooted(const void *a, const void *b)
{
    const struct rooted *left = a, *right = b;
    if (left->root != right->root)
        return left->root < right->root ? -1 : 1;
    return (left->item > right->item) - (left->item < right->item);
}

/* The edges of the work in order of their topics' roots. */
static bool sort_edges(gsay_topic_work *work, gsay_arena *scratch)
{
    struct rooted *order = GSAY_NEW(scratch, struct rooted, work->edge_count);
    gsay_edge     *sorted = GSAY_NEW(scratch, gsay_edge, work->edge_count);
    if (!order || !sorted)
        return false;
    for (size_t i = 0; i < work->edge_count; i++)
        order[i] = (struct rooted){ gsay_node_root(work, work->edges[i].a), i };
    if (work->edge_count > 1)
        qsort(order, work->edge_count, sizeof(*order), compare_rooted);
    for (size_t i = 0; i < work->edge_count; i++)
        sorted[i] = work->edges[order[i].item];
    if (work->edge_count > 0)
        memcpy(work->edges, sorted, work->edge_count * sizeof(*sorted));
    return true;
}

/* Cut the sorted nodes and edges into topics. */
static bool build_all(gsay_topic_work *work, gsay_alignment *alignment, gsay_arena *scratch)
{
    struct rooted *order = GSAY_NEW(scratch, struct rooted, work->count);
    size_t        *nodes = GSAY_NEW(scratch, size_t, work->count);
    size_t         roots = 0;
    if (!order || !nodes || !sort_edges(work, scratch))
        return false;
    for (size_t i = 0; i < work->count; i++) {
        order[i] = (struct rooted){ gsay_node_root(work, i), i };
        roots += order[i].root == i;
    }
    if (work->count > 1)
        qsort(order, work->count, sizeof(*order), compare_rooted);
    for (size_t i = 0; i < work->count; i++)
        nodes[i] = order[i].item;
    alignment->topics = GSAY_NEW(work->arena, gsay_topic, roots);
    if (!alignment->topics)
        return false;
    size_t edge = 0;
    for (size_t begin = 0, end; begin < work->count; begin = end) {
        size_t first_edge = edge;
        for (end = begin; end < work->count && order[end].root == order[begin].root; end++)
            continue;
        while (edge < work->edge_count && gsay_node_root(work, work->edges[edge].a) == order[begin].root)
            edge++;
        struct members members = { .work = work, .nodes = nodes + begin, .count = end - begin };
        gsay_topic    *topic = &alignment->topics[alignment->topic_count++];
        topic->group = alignment->group;
        if (!build_topic(&members, work->edges + first_edge, edge - first_edge, topic))
            return false;
    }
    return true;
}

void gsay_topics_assemble(gsay_topic_work *work, gsay_alignment *alignment)
{
    gsay_arena scratch = { 0 };
    for (size_t i = 0; i < work->edge_count; i++)
        gsay_nodes_join(work, work->edges[i].a, work->edges[i].b);
    work->has_failed = work->has_failed || !build_all(work, alignment, &scratch);
    gsay_arena_clear(&scratch);
    if (!work->has_failed && alignment->topic_count > 1)
        qsort(alignment->topics, alignment->topic_count, sizeof(*alignment->topics), compare_topics);
    alignment->coverage.topics = alignment->topic_count;
}
