/* Joined nodes become topics: values with their places, the main one first, a readable key. */
#include "align/node.h"
#include "align/stem.h"

#include <stdlib.h>

#define KEY_PLACES 8u /* values, and places of each, whose predicates are candidates for the key */

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

/* A question about one claim: does it say this? */
typedef bool claim_test(const gsay_claim *claim, gsay_str word);

static bool has_modifier(const gsay_claim *claim, gsay_str word)
{
    for (uint32_t i = 0; i < claim->modifiers.count; i++) {
        if (gsay_str_equal(claim->modifiers.items[i], word))
            return true;
    }
    return false;
}

static bool has_subject(const gsay_claim *claim, gsay_str word)
{
    return gsay_str_equal(claim->subject, word);
}

static bool has_name(const gsay_claim *claim, gsay_str word)
{
    for (uint32_t i = 0; i < claim->about.count; i++) {
        if (gsay_str_equal(claim->about.items[i], word))
            return true;
    }
    return false;
}

/* Tell whether all places of a topic say a word. Places of one node have one context, but values hold several nodes. */
static bool is_common(const gsay_topic *topic, claim_test *test, gsay_str word)
{
    for (size_t i = 0; i < topic->count; i++) {
        for (size_t k = 0; k < topic->values[i].count; k++) {
            if (!test(topic->values[i].places[k]->claim, word))
                return false;
        }
    }
    return true;
}

/* Tell whether a word stands in the key already, as a whole word. */
static bool is_said(gsay_str key, gsay_str word)
{
    for (size_t at = 0; at + word.len <= key.len; at++) {
        bool is_begin = at == 0 || key.ptr[at - 1] == ' ';
        bool is_end = at + word.len == key.len || key.ptr[at + word.len] == ',' || key.ptr[at + word.len] == ' ';
        if (is_begin && is_end && memcmp(key.ptr + at, word.ptr, word.len) == 0)
            return true;
    }
    return false;
}

/* "key, word"; a word that stands in the key already is not repeated. */
static gsay_str with_word(gsay_arena *arena, gsay_str key, gsay_str word)
{
    if (!key.ptr || word.len == 0)
        return key;
    gsay_str shown = gsay_stem_show(arena, word);
    if (!shown.ptr || is_said(key, shown))
        return shown.ptr ? key : shown;
    char *text = GSAY_NEW(arena, char, key.len + 2 + shown.len);
    if (!text)
        return (gsay_str){ NULL, 0 };
    memcpy(text, key.ptr, key.len);
    memcpy(text + key.len, ", ", 2);
    memcpy(text + key.len + 2, shown.ptr, shown.len);
    return (gsay_str){ text, key.len + 2 + shown.len };
}

/* Add a word that all places share and the key does not have. */
static gsay_str with_common(gsay_arena *arena, gsay_str key, const gsay_topic *topic, claim_test *test, gsay_str word)
{
    return word.len > 0 && is_common(topic, test, word) ? with_word(arena, key, word) : key;
}

/* How many places of a topic have this predicate. */
static size_t count_predicate(const gsay_topic *topic, gsay_str predicate)
{
    size_t count = 0;
    for (size_t i = 0; i < topic->count; i++) {
        for (size_t k = 0; k < topic->values[i].count; k++)
            count += gsay_str_equal(topic->values[i].places[k]->claim->predicate, predicate);
    }
    return count;
}

/* The predicate that most values' first places have, the first in byte order among equals; "" none. */
static gsay_str main_predicate(const gsay_topic *topic)
{
    gsay_str best = GSAY_STR("");
    size_t   most = 0;
    for (size_t i = 0; i < topic->count && i < KEY_PLACES; i++) {
        for (size_t k = 0; k < topic->values[i].count && k < KEY_PLACES; k++) {
            gsay_str predicate = topic->values[i].places[k]->claim->predicate;
            size_t   count = predicate.len > 0 ? count_predicate(topic, predicate) : 0;
            if (count > most || (count == most && count > 0 && gsay_str_compare(predicate, best) < 0)) {
                most = count;
                best = predicate;
            }
        }
    }
    return best;
}

/* "percent of gdp, spend, target": dimension, head, then whatever all places share of modifiers, subject, predicate,
 * parts, names. What only some say stays out, so that a topic keeps its key when a source is added. */
static gsay_str key_of(gsay_arena *arena, const gsay_topic *topic)
{
    const gsay_record *record = topic->values[0].places[0];
    const gsay_claim  *claim = record->claim;
    size_t             colon = 0;
    while (colon < record->block.len && record->block.ptr[colon] != ':')
        colon++;
    gsay_str key = { record->block.ptr, colon };
    if (claim->head.len > 0)
        key = gsay_arena_format(arena, "%.*s of %.*s", (int)colon, record->block.ptr, GSAY_ARG(claim->head));
    for (uint32_t i = 0; i < claim->modifiers.count; i++)
        key = with_common(arena, key, topic, has_modifier, claim->modifiers.items[i]);
    key = with_common(arena, key, topic, has_subject, claim->subject);
    key = with_word(arena, key, main_predicate(topic));
    if (key.ptr && claim->parts != GSAY_PART(LEVEL)) {
        gsay_str parts = gsay_parts_name(arena, claim->parts);
        key = parts.ptr ? gsay_arena_format(arena, "%.*s, %.*s", GSAY_ARG(key), GSAY_ARG(parts)) : parts;
    }
    for (uint32_t i = 0; i < claim->about.count && topic->count + topic->values[0].count > 2; i++) {
        gsay_str longer = with_common(arena, key, topic, has_name, claim->about.items[i]);
        if (!longer.ptr || longer.len != key.len)
            return longer;
    }
    return key;
}

/* Build one topic of the nodes that share a root. edges: those of the topic. */
static bool build_topic(struct members *members, const gsay_edge *edges, size_t edge_count, gsay_topic *topic)
{
    gsay_arena *scratch = &members->work->scratch;
    members->values = GSAY_NEW(scratch, size_t, members->count);
    bool *is_in_edge = GSAY_NEW(scratch, bool, members->count);
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
    gsay_arena_reset(scratch);
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
