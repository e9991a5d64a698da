/* Joined nodes become topics: values with their places, the main one first, a readable key. */
#include "align/node.h"
#include "align/stem.h"
#include "base/intern.h"

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

/* Merge a node's places into a value; both are in order. */
static bool add_places(gsay_arena *arena, gsay_topic_value *value, const gsay_node *node)
{
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, value->count + node->count);
    if (!places)
        return false;
    size_t i = 0, k = 0;
    while (i < value->count && k < node->count) {
        bool is_next = compare_places(&value->places[i], &node->places[k]) <= 0;
        places[i + k] = is_next ? value->places[i] : node->places[k];
        i += is_next;
        k += !is_next;
    }
    memcpy(places + i + k, value->places + i, (value->count - i) * sizeof(const gsay_record *));
    i = value->count;
    memcpy(places + i + k, node->places + k, (node->count - k) * sizeof(const gsay_record *));
    value->places = places;
    value->count += node->count;
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

/* What a pair makes of a value, the lesser first: a later pair may only make more of it. */
enum departure { DEPARTURE_NONE, DEPARTURE_UPDATE, DEPARTURE_HEADLINE, DEPARTURE_CONFLICT };

static enum departure departure_of(const gsay_topic_value *value)
{
    if (value->departs)
        return value->is_headline ? DEPARTURE_HEADLINE : DEPARTURE_CONFLICT;
    return value->is_update ? DEPARTURE_UPDATE : DEPARTURE_NONE;
}

static enum departure departure_by(const gsay_edge *edge)
{
    if (edge->is_update)
        return DEPARTURE_UPDATE;
    return gsay_gate_is_headline(edge->place_a, edge->place_b) ? DEPARTURE_HEADLINE : DEPARTURE_CONFLICT;
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
        enum departure    departure = departure_by(&edges[i]);
        if (departure <= departure_of(odd))
            continue;
        odd->is_update = departure == DEPARTURE_UPDATE;
        odd->is_headline = departure == DEPARTURE_HEADLINE;
        odd->departs = departure > DEPARTURE_UPDATE;
        topic->agrees = topic->agrees && !odd->departs;
        if (!gsay_gates_explain(members->work->arena, edges[i].place_a, edges[i].place_b, &odd->evidence))
            return false;
    }
    for (size_t i = 0; i < topic->count; i++)
        topic->has_updates = topic->has_updates || topic->values[i].is_update;
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
    for (size_t at = 0; at + word.len <= key.len;) {
        bool is_end = at + word.len == key.len || key.ptr[at + word.len] == ',' || key.ptr[at + word.len] == ' ';
        if (is_end && memcmp(key.ptr + at, word.ptr, word.len) == 0)
            return true;
        const char *space = memchr(key.ptr + at, ' ', key.len - at);
        if (!space)
            return false;
        at = (size_t)(space - key.ptr) + 1;
    }
    return false;
}

/* A stem as it is shown. */
static gsay_str show_stem(gsay_topic_work *work, gsay_str stem)
{
    gsay_shown_stem *kept = &work->shown[gsay_hash(stem) % GSAY_SHOWN_STEMS];
    if (!gsay_str_equal(kept->stem, stem))
        *kept = (gsay_shown_stem){ stem, gsay_stem_show(work->arena, stem) };
    return kept->shown;
}

/* "key, word"; a word that stands in the key already is not repeated. */
static void add_word(gsay_topic_work *work, gsay_str word)
{
    if (word.len == 0)
        return;
    gsay_str shown = show_stem(work, word);
    work->has_failed = work->has_failed || !shown.ptr;
    if (!shown.ptr || is_said(gsay_buffer_view(&work->key), shown))
        return;
    gsay_buffer_add(&work->key, GSAY_STR(", "));
    gsay_buffer_add(&work->key, shown);
}

/* Add a word that all places share and the key does not have. */
static void add_common(gsay_topic_work *work, const gsay_topic *topic, claim_test *test, gsay_str word)
{
    if (word.len > 0 && is_common(topic, test, word))
        add_word(work, word);
}

static void add_parts(gsay_buffer *key, gsay_parts parts)
{
    const char *before = ", ";
    for (unsigned i = 0; i < GSAY_PART_COUNT; i++) {
        if (!(parts >> i & 1))
            continue;
        gsay_buffer_add(key, gsay_str_of(before));
        gsay_buffer_add(key, gsay_str_of(gsay_part_name(i)));
        before = " ";
    }
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
static bool name_topic(gsay_topic_work *work, gsay_topic *topic)
{
    const gsay_record *record = topic->values[0].places[0];
    const gsay_claim  *claim = record->claim;
    gsay_buffer       *key = &work->key;
    const char        *colon = memchr(record->block.ptr, ':', record->block.len);
    gsay_buffer_reset(key);
    gsay_buffer_add(key,
                    (gsay_str){ record->block.ptr, colon ? (size_t)(colon - record->block.ptr) : record->block.len });
    if (claim->head.len > 0) {
        gsay_buffer_add(key, GSAY_STR(" of "));
        gsay_buffer_add(key, claim->head);
    }
    for (uint32_t i = 0; i < claim->modifiers.count; i++)
        add_common(work, topic, has_modifier, claim->modifiers.items[i]);
    add_common(work, topic, has_subject, claim->subject);
    add_word(work, main_predicate(topic));
    if (claim->parts != GSAY_PART(LEVEL))
        add_parts(key, claim->parts);
    size_t len = key->len;
    for (uint32_t i = 0; i < claim->about.count && topic->count + topic->values[0].count > 2 && key->len == len; i++)
        add_common(work, topic, has_name, claim->about.items[i]);
    topic->key = gsay_arena_copy(work->arena, gsay_buffer_view(key));
    return !work->has_failed && !key->has_failed && topic->key.ptr;
}

/* Settle which values several nodes are, which is the main one, and which depart from it. edges: those of the topic. */
static bool settle_values(struct members *members, const gsay_edge *edges, size_t edge_count, gsay_topic *topic)
{
    gsay_arena *scratch = &members->work->scratch;
    members->values = GSAY_TAKE(scratch, size_t, members->count);
    bool *is_in_edge = GSAY_NEW(scratch, bool, members->count);
    if (!members->values || !is_in_edge || !gather_values(members, topic))
        return false;
    bool has_conflict = false;
    for (size_t i = 0; i < edge_count; i++)
        has_conflict = has_conflict || !edges[i].is_update;
    for (size_t i = 0; i < edge_count; i++) {
        if (!has_conflict || !edges[i].is_update)
            is_in_edge[value_of(members, edges[i].a)] = is_in_edge[value_of(members, edges[i].b)] = true;
    }
    size_t main = main_value(topic, is_in_edge, edge_count > 0);
    if (!mark_departing(members, topic, main, edges, edge_count))
        return false;
    gsay_topic_value first = topic->values[main];
    memmove(topic->values + 1, topic->values, main * sizeof(first));
    topic->values[0] = first;
    if (topic->count > 2)
        qsort(topic->values + 1, topic->count - 1, sizeof(first), compare_values);
    return true;
}

/* The topic of one node, as most are. */
static bool settle_alone(gsay_topic_work *work, const gsay_node *node, gsay_topic *topic)
{
    topic->values = GSAY_TAKE(work->arena, gsay_topic_value, 1);
    if (!topic->values)
        return false;
    topic->values[0] = (gsay_topic_value){ .places = node->places, .count = node->count, .value = node->value };
    topic->count = 1;
    topic->agrees = true;
    return true;
}

/* Build one topic of the nodes that share a root. edges: those of the topic. */
static bool build_topic(struct members *members, const gsay_edge *edges, size_t edge_count, gsay_topic *topic)
{
    gsay_topic_work *work = members->work;
    bool             is_settled = members->count == 1 ? settle_alone(work, &work->nodes[members->nodes[0]], topic)
                                                      : settle_values(members, edges, edge_count, topic);
    if (!is_settled)
        return false;
    topic->kind = topic->values[0].value.kind;
    bool is_named = name_topic(work, topic);
    gsay_arena_reset(&work->scratch);
    return is_named;
}

int gsay_topic_compare(const void *a, const void *b)
{
    const gsay_topic *left = a, *right = b;
    int               order = gsay_str_compare(left->key, right->key);
    return order ? order : compare_places(&left->values[0].places[0], &right->values[0].places[0]);
}

/* An edge under the root of its topic, for sorting. */
struct rooted {
    size_t root;
    size_t edge;
};

static int compare_rooted(const void *a, const void *b)
{
    const struct rooted *left = a, *right = b;
    if (left->root != right->root)
        return left->root < right->root ? -1 : 1;
    return (left->edge > right->edge) - (left->edge < right->edge);
}

/* The edges of the work in order of their topics' roots. */
static bool sort_edges(gsay_topic_work *work, gsay_arena *scratch)
{
    if (work->edge_count == 0)
        return true;
    struct rooted *order = GSAY_TAKE(scratch, struct rooted, work->edge_count);
    gsay_edge     *sorted = GSAY_TAKE(scratch, gsay_edge, work->edge_count);
    if (!order || !sorted)
        return false;
    for (size_t i = 0; i < work->edge_count; i++)
        order[i] = (struct rooted){ gsay_node_root(work, work->edges[i].a), i };
    qsort(order, work->edge_count, sizeof(*order), compare_rooted);
    for (size_t i = 0; i < work->edge_count; i++)
        sorted[i] = work->edges[order[i].edge];
    memcpy(work->edges, sorted, work->edge_count * sizeof(*sorted));
    return true;
}

/* The nodes topic by topic. A root is the first node of its topic, so topics rise by root and nodes within them. */
struct grouping {
    size_t *nodes;
    size_t *ends; /* by root: where its topic ends in nodes */
    size_t  topics;
};

static bool group_nodes(gsay_topic_work *work, gsay_arena *scratch, struct grouping *grouping)
{
    *grouping = (struct grouping){ .nodes = GSAY_TAKE(scratch, size_t, work->count),
                                   .ends = GSAY_NEW(scratch, size_t, work->count) };
    if (!grouping->nodes || !grouping->ends)
        return false;
    for (size_t i = 0; i < work->count; i++)
        grouping->ends[gsay_node_root(work, i)]++;
    for (size_t i = 0, begin = 0; i < work->count; i++) {
        size_t count = grouping->ends[i];
        grouping->ends[i] = begin;
        begin += count;
        grouping->topics += count > 0;
    }
    for (size_t i = 0; i < work->count; i++)
        grouping->nodes[grouping->ends[gsay_node_root(work, i)]++] = i;
    return true;
}

/* Cut the grouped nodes and the sorted edges into topics. */
static bool build_all(gsay_topic_work *work, gsay_alignment *alignment, gsay_arena *scratch)
{
    struct grouping grouping;
    if (!group_nodes(work, scratch, &grouping) || !sort_edges(work, scratch))
        return false;
    alignment->coverage.topics = grouping.topics;
    bool is_short = alignment->settings.has_departing_only && work->edge_count < grouping.topics;
    alignment->topics = GSAY_NEW(work->arena, gsay_topic, is_short ? work->edge_count : grouping.topics);
    if (!alignment->topics)
        return false;
    for (size_t begin = 0, edge = 0; begin < work->count;) {
        size_t root = grouping.nodes[begin], end = grouping.ends[root], first_edge = edge;
        while (edge < work->edge_count && gsay_node_root(work, work->edges[edge].a) == root)
            edge++;
        struct members members = { .work = work, .nodes = grouping.nodes + begin, .count = end - begin };
        begin = end;
        if (alignment->settings.has_departing_only && edge == first_edge)
            continue;
        gsay_topic *topic = &alignment->topics[alignment->topic_count++];
        topic->group = alignment->group;
        if (!build_topic(&members, work->edges ? work->edges + first_edge : NULL, edge - first_edge, topic))
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
    gsay_buffer_clear(&work->key);
    if (!work->has_failed && alignment->topic_count > 1)
        qsort(alignment->topics, alignment->topic_count, sizeof(*alignment->topics), gsay_topic_compare);
}
