/* Topics of named claims: the user says that these values are one fact, so neither blocks nor the gates of wording are
 * asked. What the sentence says against it still counts: a denial, a plan, another time, the old value of a move, and a
 * sentence that states the other value, too.
 *
 * Values that are equal are one; what is left is held against the fact that the name is pinned to, else against the
 * value that most places state. */
#include "align/named.h"

#include <stdlib.h>

#include "align/node.h"

#define EXACT_PRECISION (-9) /* power of ten of the last digit of a fact that is no rounded number */
/* Parts that a value has beside the one that is meant, unless all places of the topic have them. */
#define OTHER_PARTS (GSAY_PART(FROM) | GSAY_PART(CHANGE) | GSAY_PART(PART))

/* The records of one name. */
typedef struct run {
    const gsay_record     **records; /* in order of source, offset, sequence */
    size_t                  count;
    const gsay_named_claim *claim;
    const gsay_value       *main;    /* the value that most places state */
    gsay_parts              common;  /* the parts that all of them have */
    uint32_t               *values;  /* by record: its value */
    bool                   *is_open; /* by record: nothing around it speaks against comparing it */
} run;

/* One alignment of named claims. */
typedef struct named_work {
    gsay_arena     *arena;
    gsay_arena      scratch;
    gsay_alignment *alignment;
    gsay_topic     *topics;
    size_t          count;
    size_t          capacity;
} named_work;

static int compare_records(const void *left, const void *right)
{
    const gsay_record *a = *(const gsay_record *const *)left, *b = *(const gsay_record *const *)right;
    int                order = gsay_str_compare(a->block, b->block);
    if (order == 0)
        order = gsay_str_compare(a->place.source, b->place.source);
    if (order == 0)
        order = (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
    return order ? order : (a->place.span.end > b->place.span.end) - (a->place.span.end < b->place.span.end);
}

/* The words of a name or quotation as they are compared; "" of other values. */
static gsay_str words_of(const gsay_value *value)
{
    if (value->kind == GSAY_KIND_NAME)
        return value->as.name.form;
    return value->kind == GSAY_KIND_QUOTE ? value->as.quote.normal : GSAY_STR("");
}

static bool is_worded(const gsay_value *value)
{
    return value->kind == GSAY_KIND_NAME || value->kind == GSAY_KIND_QUOTE;
}

static bool is_same_statement(const gsay_value *a, const gsay_value *b)
{
    if (is_worded(a) || is_worded(b))
        return a->kind == b->kind && gsay_str_equal(words_of(a), words_of(b));
    return gsay_values_equal(a, b);
}

/* Cut the next word of a text. */
static gsay_str next_word(gsay_str *rest)
{
    const char *blank = rest->len ? memchr(rest->ptr, ' ', rest->len) : NULL;
    gsay_str    word = { rest->ptr, blank ? (size_t)(blank - rest->ptr) : rest->len };
    size_t      used = blank ? word.len + 1 : word.len;
    *rest = (gsay_str){ rest->ptr + used, rest->len - used };
    return word;
}

/* Tell whether all words of one name stand in the other: "Hegseth" is "Pete Hegseth". */
static bool is_part_of(gsay_str part, gsay_str whole)
{
    while (part.len) {
        gsay_str word = next_word(&part), rest = whole;
        bool     is_met = false;
        while (rest.len && !is_met)
            is_met = gsay_str_equal(next_word(&rest), word);
        if (!is_met)
            return false;
    }
    return true;
}

/* A bare number beside a percentage of the same claim is one, too: an expression leaves the sign out. */
static gsay_value as_percent(const gsay_value *value, const gsay_value *other)
{
    gsay_value same = *value;
    if (value->kind == GSAY_KIND_NUMBER && other->kind == GSAY_KIND_PERCENT) {
        same.kind = GSAY_KIND_PERCENT;
        same.as.number.unit = other->as.number.unit;
    }
    return same;
}

/* Tell whether words contradict each other. */
static bool words_contradict(gsay_str a, gsay_str b, gsay_kind kind)
{
    if (gsay_str_equal(a, b))
        return false;
    return kind == GSAY_KIND_QUOTE || (!is_part_of(a, b) && !is_part_of(b, a));
}

/* Tell whether two values of one claim contradict each other. */
static bool contradict(const gsay_value *a, const gsay_value *b)
{
    if (is_worded(a) || is_worded(b))
        return a->kind == b->kind && words_contradict(words_of(a), words_of(b), a->kind);
    gsay_value left = as_percent(a, b), right = as_percent(b, a);
    return gsay_values_contradict(&left, &right, gsay_decimal_from(0)) && !gsay_values_touch(&left, &right);
}

/* The number of a value that has one; NULL for others. */
static gsay_number *number_of(gsay_value *value)
{
    if (gsay_kind_is_number(value->kind))
        return &value->as.number;
    return value->kind == GSAY_KIND_DURATION ? &value->as.temporal.length : NULL;
}

/* A fact as exact as it is pinned: a text may round 1,234 to 1,200, but 120 is not pinned for 118. Beside finer digits
 * than its own it is what its digits say. */
static gsay_value exact_fact(const gsay_named_claim *claim, const gsay_value *value)
{
    gsay_value   fact = claim->fact, beside = *value;
    gsay_number *pinned = number_of(&fact), *written = number_of(&beside);
    bool         is_exact = pinned && written && pinned->bound == GSAY_BOUND_EXACT && pinned->lo.divisor <= 1;
    if (is_exact && written->precision >= pinned->precision && pinned->precision > EXACT_PRECISION)
        pinned->precision = EXACT_PRECISION;
    return fact;
}

/* Tell whether a value departs from what its claim is pinned to. Words, as those of a version are, are held against the
 * fact as it was written. */
static bool departs(const gsay_named_claim *claim, const gsay_value *value)
{
    if (is_worded(value) && !is_worded(&claim->fact))
        return words_contradict(claim->words, words_of(value), value->kind);
    gsay_value fact = exact_fact(claim, value);
    return contradict(&fact, value);
}

/* Tell whether a sentence names another time than the text's own. A weekday alone does not: it is the day of the news.
 */
static bool is_dated(const gsay_claim *claim)
{
    return claim->when.years[0] || claim->when.months || claim->when.days;
}

static bool is_steady(const run *named, const gsay_claim *claim)
{
    return claim->mood == GSAY_MOOD_REAL && !claim->is_negated && !is_dated(claim) &&
           !(claim->parts & OTHER_PARTS & (gsay_parts)~named->common);
}

/* Tell whether two records stand in one sentence. What an expression caught outside prose stands in none. */
static bool is_one_sentence(const gsay_record *a, const gsay_record *b)
{
    return a->sentence_number == b->sentence_number && a->sentence_number != UINT32_MAX &&
           gsay_str_equal(a->place.source, b->place.source);
}

/* Tell whether a value departs from what the run is held against: the fact, else the main value. */
static bool is_other(const run *named, const gsay_value *value)
{
    return named->claim->has_fact ? departs(named->claim, value) : contradict(named->main, value);
}

/* Find which places may be compared: those that nothing speaks against, in sentences that do not state what they are
 * held against, too. */
static void open_places(run *named)
{
    for (size_t begin = 0, end; begin < named->count; begin = end) {
        bool states_it = false;
        for (end = begin;
             end < named->count && (end == begin || is_one_sentence(named->records[begin], named->records[end])); end++)
            states_it |= !is_other(named, &named->records[end]->value);
        for (size_t i = begin; i < end; i++)
            named->is_open[i] = !(states_it && end - begin > 1) && is_steady(named, named->records[i]->claim);
    }
}

/* The value of a topic that a record states. Where there are many, those behind the first GSAY_BLOCK_VALUES_MAX are not
 * looked through: a place of theirs is a value of its own. Returns topic->count when there is none. */
static size_t find_value(const gsay_topic *topic, const gsay_value *value)
{
    for (size_t i = 0; i < topic->count && i < GSAY_BLOCK_VALUES_MAX; i++)
        if (is_same_statement(&topic->values[i].value, value))
            return i;
    return topic->count;
}

/* Sort the records of a run into values. */
static bool gather_values(named_work *work, run *named, gsay_topic *topic)
{
    size_t capacity = 0;
    for (size_t i = 0; i < named->count; i++) {
        gsay_topic_value *values = gsay_arena_grow(work->arena, topic->values, sizeof *values, topic->count, &capacity);
        if (!values)
            return false;
        topic->values = values;
        size_t at = find_value(topic, &named->records[i]->value);
        if (at == topic->count)
            values[topic->count++] = (gsay_topic_value){ .value = named->records[i]->value };
        values[at].count++;
        named->values[i] = (uint32_t)at;
    }
    return true;
}

/* The value that most places state of which nothing speaks against comparing it; the first among equals. is_said: out;
 * some place does. */
static uint32_t main_value(const run *named, const gsay_topic *topic, bool *is_said)
{
    size_t   counts[GSAY_BLOCK_VALUES_MAX] = { 0 };
    uint32_t best = 0;
    for (size_t i = 0; i < named->count; i++)
        if (named->values[i] < GSAY_BLOCK_VALUES_MAX && is_steady(named, named->records[i]->claim))
            counts[named->values[i]]++;
    for (uint32_t i = 1; i < topic->count && i < GSAY_BLOCK_VALUES_MAX; i++)
        if (counts[i] > counts[best])
            best = i;
    *is_said = counts[best] > 0;
    return best;
}

/* Bring the main value to the front. */
static void move_to_front(run *named, gsay_topic *topic, uint32_t main)
{
    gsay_topic_value first = topic->values[main];
    memmove(topic->values + 1, topic->values, main * sizeof first);
    topic->values[0] = first;
    for (size_t i = 0; i < named->count; i++) {
        if (named->values[i] == main)
            named->values[i] = 0;
        else if (named->values[i] < main)
            named->values[i]++;
    }
}

/* Give the values their places, one behind the other: view.c finds a place by its number among all. */
static bool hand_out_places(named_work *work, const run *named, gsay_topic *topic)
{
    const gsay_record **places = GSAY_TAKE(work->arena, const gsay_record *, named->count);
    if (!places)
        return false;
    for (size_t i = 0; i < topic->count; i++) {
        topic->values[i].places = places;
        places += topic->values[i].count;
        topic->values[i].count = 0;
    }
    for (size_t i = 0; i < named->count; i++) {
        gsay_topic_value *value = &topic->values[named->values[i]];
        value->places[value->count++] = named->records[i];
    }
    return true;
}

/* Mark the values that depart from the main one: at some open place. */
static bool mark_values(named_work *work, const run *named, gsay_topic *topic)
{
    gsay_str line = gsay_arena_format(work->arena, "claim: %.*s", GSAY_ARG(topic->key));
    if (!line.ptr)
        return false;
    for (size_t i = 0; i < named->count; i++) {
        gsay_topic_value *value = &topic->values[named->values[i]];
        if (value == topic->values || value->departs || !named->is_open[i])
            continue;
        value->departs = is_other(named, &value->value);
        if (!value->departs)
            continue;
        value->evidence = (gsay_gate_evidence){ .lines = { line }, .count = 1 };
        work->alignment->coverage.compared++;
        topic->agrees = false;
    }
    return true;
}

/* List the open places that depart from the fact. */
static bool mark_places(named_work *work, const run *named, gsay_topic *topic)
{
    topic->departing = GSAY_TAKE(work->arena, uint32_t, named->count);
    uint32_t *next = GSAY_NEW(&work->scratch, uint32_t, topic->count);
    if (!topic->departing || !next)
        return false;
    for (size_t i = 1; i < topic->count; i++)
        next[i] = next[i - 1] + (uint32_t)topic->values[i - 1].count;
    for (size_t i = 0; i < named->count; i++) {
        uint32_t part = next[named->values[i]]++;
        if (named->is_open[i] && is_other(named, &named->records[i]->value))
            topic->departing[topic->departing_count++] = part;
    }
    work->alignment->coverage.compared += topic->departing_count;
    topic->agrees = topic->departing_count == 0;
    return true;
}

/* Make the topic of one name. */
static bool build_topic(named_work *work, run *named, gsay_topic *topic)
{
    *topic = (gsay_topic){
        .key = named->records[0]->block, .group = work->alignment->group, .agrees = true, .named = named->claim
    };
    named->values = GSAY_TAKE(&work->scratch, uint32_t, named->count);
    named->is_open = GSAY_NEW(&work->scratch, bool, named->count);
    if (!named->values || !named->is_open || !gather_values(work, named, topic))
        return false;
    named->common = OTHER_PARTS;
    for (size_t i = 0; i < named->count; i++)
        named->common &= named->records[i]->claim->parts;
    bool is_said = false;
    move_to_front(named, topic, main_value(named, topic, &is_said));
    if (!hand_out_places(work, named, topic))
        return false;
    topic->kind = topic->values[0].value.kind;
    named->main = &topic->values[0].value;
    open_places(named);
    if (named->claim->has_fact)
        return mark_places(work, named, topic);
    return !is_said || mark_values(work, named, topic);
}

/* Note the topic of one name, if somebody will look at it. */
static bool add_topic(named_work *work, run *named)
{
    gsay_topic  topic = { 0 };
    gsay_topic *grown = gsay_arena_grow(&work->scratch, work->topics, sizeof *grown, work->count, &work->capacity);
    if (!grown)
        return false;
    work->topics = grown;
    if (!build_topic(work, named, &topic))
        return false;
    work->alignment->coverage.topics++;
    if (!work->alignment->settings.has_departing_only || !topic.agrees || topic.departing_count)
        work->topics[work->count++] = topic;
    return true;
}

/* All records of named claims, name by name. */
static const gsay_record **gather_records(gsay_arena *scratch, const gsay_records *sources, size_t count, size_t total)
{
    const gsay_record **records = GSAY_TAKE(scratch, const gsay_record *, total);
    size_t              filled = 0;
    for (size_t i = 0; records && i < count; i++)
        for (size_t k = 0; k < sources[i].named_count; k++)
            records[filled++] = &sources[i].named[k];
    if (records)
        qsort(records, total, sizeof(const gsay_record *), compare_records);
    return records;
}

static bool build_topics(named_work *work, const gsay_record **records, size_t total)
{
    for (size_t begin = 0, end; begin < total; begin = end) {
        for (end = begin + 1; end < total && gsay_str_equal(records[end]->block, records[begin]->block);)
            end++;
        run named = { .records = records + begin,
                      .count = end - begin,
                      .claim = gsay_named_of(work->alignment->settings.named, records[begin]->block) };
        if (named.claim && !add_topic(work, &named))
            return false;
    }
    return true;
}

/* Put the topics among the others. */
static bool merge_topics(const named_work *work)
{
    gsay_alignment *alignment = work->alignment;
    gsay_topic     *all = GSAY_TAKE(work->arena, gsay_topic, alignment->topic_count + work->count);
    if (!all)
        return false;
    if (alignment->topic_count)
        memcpy(all, alignment->topics, alignment->topic_count * sizeof *all);
    if (work->count)
        memcpy(all + alignment->topic_count, work->topics, work->count * sizeof *all);
    alignment->topics = all;
    alignment->topic_count += work->count;
    if (alignment->topic_count > 1)
        qsort(all, alignment->topic_count, sizeof *all, gsay_topic_compare);
    return true;
}

gsay_status gsay_align_named(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                             gsay_error *err)
{
    named_work work = { .arena = arena, .alignment = alignment };
    size_t     total = 0;
    for (size_t i = 0; i < count; i++)
        total += sources[i].named_count;
    if (total == 0 || !alignment->settings.named)
        return GSAY_OK;
    const gsay_record **records = gather_records(&work.scratch, sources, count, total);
    bool                is_done = records && build_topics(&work, records, total) && merge_topics(&work);
    gsay_arena_clear(&work.scratch);
    return is_done ? GSAY_OK : gsay_fail_memory(err);
}
