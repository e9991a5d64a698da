/* Drafts against references: a draft retells its references in other words, so its claims and theirs seldom meet in one
 * block. But it adds no figures of its own: a value that no reference states departs from the statement that it
 * retells.
 *
 * For each value of a draft that no value of the references could be, the reference statement of the same dimension
 * that shares most with it is looked for. Evidence is counted in points; a pair that has too few stays silent, since
 * the draft may speak of something that the references do not treat of. */
#include "align/node.h"
#include "align/overlap.h"

#include <string.h>

#define POINTS_MIN   6u /* evidence from which on two statements are one */
#define ALONE_POINTS 2u /* where the references have one statement of that kind, it is the one */
#define SHARES       7u /* of the shorter sentence: each that both hold is a point */

/* The first word of a record's block: what its value measures. */
static gsay_str dimension_of(const gsay_record *record)
{
    size_t colon = 0;
    while (colon < record->block.len && record->block.ptr[colon] != ':')
        colon++;
    return (gsay_str){ record->block.ptr, colon };
}

/* Tell whether a word stands in a claim's sentence, or is the claim's own. */
static bool holds(const gsay_claim *claim, gsay_str word)
{
    return word.len > 0 && (gsay_str_equal(claim->head, word) || gsay_str_equal(claim->predicate, word) ||
                            gsay_str_equal(claim->subject, word) || gsay_overlap_holds(claim, word));
}

static unsigned points_of_word(const gsay_claim *a, const gsay_claim *b, gsay_str one, gsay_str other)
{
    if (one.len > 0 && gsay_str_equal(one, other))
        return 3;
    return holds(b, one) || holds(a, other) ? 2 : 0;
}

static unsigned at_most(unsigned count, unsigned most)
{
    return count < most ? count : most;
}

static unsigned count_modifiers(const gsay_claim *a, const gsay_claim *b)
{
    unsigned count = 0;
    for (uint32_t i = 0; i < a->modifiers.count; i++)
        count += holds(b, a->modifiers.items[i]);
    return count;
}

/* How much says that two statements are one. */
static unsigned points_of(const gsay_record *a, const gsay_record *b)
{
    const gsay_claim *one = a->claim, *other = b->claim;
    gsay_overlap      overlap = gsay_overlap_of(one, other);
    unsigned          points = points_of_word(one, other, one->head, other->head);
    points += points_of_word(one, other, one->predicate, other->predicate);
    points += at_most(count_modifiers(one, other) + count_modifiers(other, one), 2);
    points += at_most(overlap.names, 2);
    points += overlap.smaller ? at_most(overlap.shared * SHARES / overlap.smaller, 4) : 0;
    points += one->before.len > 0 && gsay_str_equal(one->before, other->before);
    points += one->after.len > 0 && gsay_str_equal(one->after, other->after);
    return points;
}

/* Tell whether two words are known and differ, and neither stands in the other's sentence. */
static bool do_words_differ(const gsay_claim *a, const gsay_claim *b, gsay_str one, gsay_str other)
{
    return one.len > 0 && other.len > 0 && !holds(b, one) && !holds(a, other);
}

/* The last word of a name. */
static gsay_str last_word(gsay_str name)
{
    size_t begin = name.len;
    while (begin > 0 && name.ptr[begin - 1] != ' ')
        begin--;
    return (gsay_str){ name.ptr + begin, name.len - begin };
}

/* Tell whether a stem is that of a name in a claim's sentence, or of its last word. */
static bool is_participant(const gsay_claim *claim, gsay_str stem)
{
    for (uint32_t i = 0; i < claim->about.count; i++) {
        if (stem.len > 0 && gsay_str_starts(last_word(claim->about.items[i]), stem))
            return true;
    }
    return false;
}

/* Statements on two subjects of which one has a name; common nouns are often other words for one: "tenants", "the
 * letter". */
static bool do_subjects_differ(const gsay_claim *a, const gsay_claim *b)
{
    return (is_participant(a, a->subject) || is_participant(b, b->subject)) &&
           do_words_differ(a, b, a->subject, b->subject);
}

/* Two measures of which each sentence has both, or neither: "10 km deep, 72 km south". Or of two persons. */
static bool do_heads_differ(const gsay_claim *a, const gsay_claim *b)
{
    if (a->head.len == 0 || b->head.len == 0 || gsay_str_equal(a->head, b->head))
        return false;
    bool is_named = is_participant(a, a->head) && is_participant(b, b->head);
    return is_named || holds(b, a->head) == holds(a, b->head);
}

/* Tell whether a measure says which one is meant, not how it is: "the 11-inch model", "a 5-year contract". */
static bool is_attributive(const gsay_record *record)
{
    return gsay_kind_is_number(record->value.kind) && memchr(record->place.text.ptr, '-', record->place.text.len);
}

/* Two counts of one noun that do not say the same of it: "won four prizes", "nominated for six prizes". */
static bool do_predicates_differ(const gsay_claim *a, const gsay_claim *b)
{
    return do_words_differ(a, b, a->predicate, b->predicate);
}

/* A date that says when another value holds is no statement of its own: with another value it is another time. */
static bool do_others_differ(const gsay_claim *a, const gsay_claim *b)
{
    return a->others != 0 && b->others != 0 && a->others != b->others;
}

/* Tell whether both sentences name somebody or some place, and none of them is the same. */
static bool are_other_participants(const gsay_claim *a, const gsay_claim *b)
{
    return a->about.count > 0 && b->about.count > 0 && gsay_overlap_of(a, b).names == 0;
}

/* Tell whether two statements could be one at all. */
static bool are_comparable(const gsay_record *a, const gsay_record *b)
{
    const gsay_claim *one = a->claim, *other = b->claim;
    if (one->is_negated != other->is_negated || ((one->parts | other->parts) & GSAY_PART(PART)) ||
        gsay_overlap_when_differs(&one->when, &other->when) || do_subjects_differ(one, other) ||
        do_heads_differ(one, other))
        return false;
    if ((is_attributive(a) || is_attributive(b)) && !gsay_str_equal(one->head, other->head))
        return false;
    if (a->value.kind == GSAY_KIND_DATE || a->value.kind == GSAY_KIND_TIME)
        return !do_others_differ(one, other);
    if (a->value.kind != GSAY_KIND_NUMBER && a->value.kind != GSAY_KIND_ORDINAL)
        return true;
    return one->head.len > 0 && gsay_str_equal(one->head, other->head) && !do_predicates_differ(one, other) &&
           !are_other_participants(one, other) &&
           (a->value.kind == GSAY_KIND_NUMBER || gsay_str_equal(one->before, other->before));
}

/* "Less than 6.4 million" beside "6.4 million": where the last digit is rounded, the bound may hold. */
static bool is_rounded_bound(const gsay_value *a, const gsay_value *b)
{
    return gsay_values_touch(a, b) && gsay_kind_is_number(a->kind) && gsay_kind_is_number(b->kind) &&
           (a->as.number.precision != 0 || b->as.number.precision != 0);
}

/* "$30 billion" for NZ$30 billion: a draft may drop what its references say of the currency. */
static bool is_same_sum(const gsay_value *a, const gsay_value *b)
{
    gsay_value other = *b;
    if (a->kind != GSAY_KIND_MONEY || b->kind != GSAY_KIND_MONEY)
        return false;
    other.as.number.unit = a->as.number.unit;
    return gsay_values_equal(a, &other) || gsay_values_touch(a, &other);
}

/* Tell whether two records measure the same. */
static bool is_one_dimension(const gsay_record *a, const gsay_record *b)
{
    return gsay_gate_dimension(NULL, a, b) && gsay_str_equal(dimension_of(a), dimension_of(b));
}

/* Tell whether a statement of a reference bears out a draft's value. */
static bool bears_out(const gsay_node *own, const gsay_record *statement)
{
    const gsay_value *value = &statement->value;
    if (is_same_sum(&own->value, value))
        return true;
    return is_one_dimension(own->places[0], statement) &&
           (!gsay_values_contradict(&own->value, value, gsay_decimal_from(0)) || is_rounded_bound(&own->value, value));
}

/* Look into the sources, not the nodes: these lack what their blocks had no room for. */
static bool is_borne_out(const gsay_topic_work *work, const gsay_node *own)
{
    for (size_t i = 0; i < work->context.source_count; i++) {
        const gsay_records *source = work->context.sources[i];
        for (size_t k = 0; k < source->count && source->role == GSAY_ROLE_REFERENCE; k++) {
            if (source->items[k].claim && bears_out(own, &source->items[k]))
                return true;
        }
    }
    return false;
}

/* The node of the reference statement that a draft's value departs from; GSAY_NODE_NONE when none is near enough. */
static size_t find_statement(const gsay_topic_work *work, const gsay_record *own)
{
    size_t   best = GSAY_NODE_NONE;
    unsigned most = 0, candidates = 0;
    for (size_t i = 0; i < work->count; i++) {
        const gsay_record *statement = work->nodes[i].places[0];
        if (statement->role != GSAY_ROLE_REFERENCE || !is_one_dimension(own, statement) ||
            !are_comparable(own, statement))
            continue;
        unsigned points = points_of(own, statement);
        candidates++;
        bool is_better = points > most || (points == most && best != GSAY_NODE_NONE &&
                                           gsay_record_compare(statement, work->nodes[best].places[0]) < 0);
        if (!is_better)
            continue;
        most = points;
        best = i;
    }
    return most + (candidates == 1 ? ALONE_POINTS : 0) >= POINTS_MIN ? best : GSAY_NODE_NONE;
}

/* Tell whether the gates found already from which reference a value departs. */
static bool has_edge(const gsay_topic_work *work, size_t node)
{
    for (size_t i = 0; i < work->edge_count; i++) {
        const gsay_edge *edge = &work->edges[i];
        if ((edge->a == node && edge->place_b->role == GSAY_ROLE_REFERENCE) ||
            (edge->b == node && edge->place_a->role == GSAY_ROLE_REFERENCE))
            return true;
    }
    return false;
}

static void compare_draft(gsay_topic_work *work, size_t node)
{
    const gsay_node *own = &work->nodes[node];
    if (is_borne_out(work, own) || has_edge(work, node))
        return;
    size_t statement = find_statement(work, own->places[0]);
    if (statement == GSAY_NODE_NONE)
        return;
    work->coverage->compared++;
    gsay_edges_add(work, (gsay_edge){ node, statement, own->places[0], work->nodes[statement].places[0], false });
}

static size_t count_statements(const gsay_topic_work *work)
{
    size_t count = 0;
    for (size_t i = 0; i < work->context.source_count; i++) {
        if (work->context.sources[i]->role == GSAY_ROLE_REFERENCE)
            count += work->context.sources[i]->count;
    }
    return count;
}

void gsay_drafts_compare(gsay_topic_work *work)
{
    size_t statements = count_statements(work);
    bool   is_capped = statements > GSAY_DRAFT_STATEMENTS_MAX;
    for (size_t i = 0; i < work->count && statements > 0 && !work->has_failed; i++) {
        if (work->nodes[i].places[0]->role != GSAY_ROLE_DRAFT)
            continue;
        if (is_capped)
            work->coverage->capped++;
        else
            compare_draft(work, i);
    }
}
