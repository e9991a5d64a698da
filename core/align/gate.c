/* The gates, one small function each, in the order of the table in gate.h.
 *
 * Two sentences that are equal but for the value speak of one event, and most gates only ask that nothing speaks
 * against it. All other pairs must bring evidence: the same predicate, participants that both name, content in common.
 * Every threshold here is about evidence between two sentences; none knows a topic. */
#include "align/gate.h"

#include "align/overlap.h"
#include "align/stem.h"
#include "claim/sense.h"

#define PREDICATE_SHARED                                                                                               \
    4u /* stems of content that two sentences share at least, where one has no verb that says what happens */
#define NAMED_SHARED   4u /* stems of content that two sentences on one event share at least, with a name */
#define UNNAMED_SHARED 6u /* without one */
#define REFERENCE_SHARED                                                                                               \
    2u /* a draft and its reference treat of one matter by the user's word: what they share must only say which part   \
          of it */
#define GENERIC_CONTENT                                                                                                \
    3u /* stems of content from which on a sentence with only a light verb is a statement of its own */
#define SCAN_RECORDS 512u /* looked at to either side of a place for a sentence that states both values */

static bool is_date(gsay_kind kind)
{
    return kind == GSAY_KIND_DATE || kind == GSAY_KIND_TIME;
}

static bool gsay_gate_role(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    return a->role != GSAY_ROLE_REFERENCE || b->role != GSAY_ROLE_REFERENCE;
}

static bool is_open_dollar(gsay_str a, gsay_str b)
{
    return gsay_str_equal(a, GSAY_STR("$")) && gsay_str_equal(b, GSAY_STR("USD"));
}

bool gsay_gate_dimension(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    gsay_kind left = a->value.kind, right = b->value.kind;
    if (is_date(left) || is_date(right))
        return is_date(left) && is_date(right);
    if (left == GSAY_KIND_SET || right == GSAY_KIND_SET)
        return false;
    if (left != right)
        return (left == GSAY_KIND_PERCENT && right == GSAY_KIND_NUMBER) ||
               (left == GSAY_KIND_NUMBER && right == GSAY_KIND_PERCENT);
    if (left == GSAY_KIND_DURATION)
        return a->value.as.temporal.length.has_lo || a->value.as.temporal.length.has_hi;
    const gsay_number *one = &a->value.as.number, *other = &b->value.as.number;
    if (gsay_str_equal(one->unit, other->unit) || is_open_dollar(one->unit, other->unit) ||
        is_open_dollar(other->unit, one->unit))
        return true;
    return left == GSAY_KIND_QUANTITY && one->dimension != GSAY_DIMENSION_NONE && one->dimension == other->dimension &&
           one->dimension != GSAY_DIMENSION_OTHER;
}

/* Every modifier of a stands somewhere in b's sentence, or b's sentence is the same. */
static bool modifiers_stand_in(const gsay_claim *a, const gsay_claim *b)
{
    for (uint32_t i = 0; i < a->modifiers.count; i++) {
        if (!gsay_overlap_holds(b, a->modifiers.items[i]))
            return false;
    }
    return true;
}

bool gsay_gate_is_headline(const gsay_record *a, const gsay_record *b)
{
    return a->claim->is_heading != b->claim->is_heading && gsay_str_equal(a->place.source, b->place.source);
}

static bool gsay_gate_head(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    if (!gsay_str_equal(a->claim->head, b->claim->head))
        return false;
    /* a headline says where; the body under it need not say so again */
    bool are_headline = gsay_gate_is_headline(a, b);
    return ((are_headline && a->claim->is_heading) || modifiers_stand_in(a->claim, b->claim)) &&
           ((are_headline && b->claim->is_heading) || modifiers_stand_in(b->claim, a->claim));
}

static bool gsay_gate_part(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    return a->claim->parts == b->claim->parts;
}

static bool gsay_gate_predicate(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    if ((a->claim->predicate.len > 0 && b->claim->predicate.len > 0) || gsay_overlap_is_same(a->claim, b->claim))
        return gsay_str_equal(a->claim->predicate, b->claim->predicate);
    /* unknown on one side or both: the rest of the sentences must make up for it */
    uint32_t left = a->claim->content.count, right = b->claim->content.count;
    uint32_t smaller = left < right ? left : right;
    if (smaller < PREDICATE_SHARED)
        return false;
    uint32_t shared = gsay_overlap_count(a->claim, b->claim);
    return shared >= PREDICATE_SHARED && shared * 100 >= smaller * 60;
}

/* A subject that the other sentence does not name is another participant. */
static bool subjects_differ(const gsay_claim *a, const gsay_claim *b)
{
    if (a->subject.len == 0 || b->subject.len == 0 || gsay_str_equal(a->subject, b->subject))
        return false;
    return !gsay_overlap_holds(b, a->subject) && !gsay_overlap_holds(a, b->subject);
}

/* Every sentence of a story has dates, so those of two sentences are one only with the same doer of the same deed, told
 * alike, and in the same grain: a weekday beside a year is no disagreement. */
static bool is_one_dated_event(const gsay_record *a, const gsay_record *b, const gsay_overlap *overlap)
{
    if (a->claim->subject.len == 0 || b->claim->subject.len == 0 ||
        a->value.as.temporal.granularity != b->value.as.temporal.granularity)
        return false;
    /* other values beside the dates must not speak of two events */
    bool is_alone = a->claim->others == 0 || b->claim->others == 0 || a->claim->others == b->claim->others;
    return is_alone && overlap->names > 0 && overlap->shared >= NAMED_SHARED &&
           overlap->shared * 100 >= overlap->smaller * 50;
}

/* "Issue: 12" says nothing of anything: no noun is counted, no verb says what happens, no word stands beside the value.
 */
static bool is_bare_label(const gsay_claim *claim)
{
    /* a bound that was not read with the value: "in less than a year" */
    if (gsay_str_equal(claim->before, GSAY_STR("than")))
        return true;
    return claim->head.len == 0 && claim->predicate.len == 0 && claim->before.len == 0 && claim->after.len == 0;
}

/* "The 2021 edition", "the 2024 budget": a date that names something is no date of an event. */
static bool is_label_date(const gsay_claim *claim)
{
    bool is_determined = gsay_str_equal(claim->before, GSAY_STR("the")) || gsay_str_equal(claim->before, GSAY_STR("a"));
    return is_determined && claim->after.len > 0;
}

/* "There are two main reasons": of whom or what, only the text around tells. */
static bool is_generic(const gsay_claim *claim)
{
    const gsay_sense_row *row = gsay_sense_find(claim->before);
    return claim->content.count < GENERIC_CONTENT && row && (row->senses & GSAY_SENSE(LIGHT));
}

/* Equal sentences need something that makes them one statement: one text lists like things in like words ("one letter",
 * "two letters"). */
static bool is_telling(const gsay_record *a, const gsay_record *b)
{
    if (a->claim->predicate.len > 0 || gsay_gate_is_headline(a, b))
        return true;
    return !gsay_str_equal(a->place.source, b->place.source) && !is_generic(a->claim);
}

/* Tell whether a claim says what is counted or measured, and how. */
static bool has_noun(const gsay_claim *claim)
{
    return claim->head.len > 0 && (claim->predicate.len > 0 || claim->subject.len > 0);
}

/* A body that names a month or a year tells of another event than the day's, which its headline is about. */
static bool is_of_the_past(const gsay_claim *claim)
{
    return claim->when.months != 0 || claim->when.years[0] != 0;
}

static bool gsay_gate_event(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    if (is_bare_label(a->claim) || is_bare_label(b->claim))
        return false;
    if (is_date(a->value.kind) && (is_label_date(a->claim) || is_label_date(b->claim)))
        return false;
    bool is_same = gsay_overlap_is_same(a->claim, b->claim);
    /* ordinals name things: "the first arm … the third arm" of one text are two */
    if (a->value.kind == GSAY_KIND_ORDINAL)
        return is_same && !gsay_str_equal(a->place.source, b->place.source);
    if (is_same)
        return is_telling(a, b);
    if (subjects_differ(a->claim, b->claim))
        return false;
    gsay_overlap overlap = gsay_overlap_of(a->claim, b->claim);
    if (gsay_str_equal(a->place.source, b->place.source))
        return gsay_gate_is_headline(a, b) && overlap.shared >= 2 && overlap.shared * 100 >= overlap.smaller * 40 &&
               !is_of_the_past(a->claim) && !is_of_the_past(b->claim);
    if (is_date(a->value.kind))
        return is_one_dated_event(a, b, &overlap);
    if (a->role != b->role && has_noun(a->claim))
        return overlap.shared >= REFERENCE_SHARED && overlap.shared * 100 >= overlap.smaller * 60;
    if (overlap.names == 0)
        return overlap.shared >= UNNAMED_SHARED && overlap.shared * 100 >= overlap.smaller * 80;
    /* the rarer what they share, the less of it is asked for */
    uint32_t percent = gsay_overlap_has_rare_name(a->claim, b->claim) ? 40 : 60;
    return overlap.shared >= NAMED_SHARED && overlap.shared * 100 >= overlap.smaller * percent;
}

/* Values that grow or are revised from one day to the next. */
static bool is_moving(const gsay_claim *claim)
{
    static const char *const counts[] = { "kill", "injure", "miss", "arrest", "displace" };
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        if (gsay_str_equal(claim->predicate, gsay_str_of(counts[i])))
            return true;
    }
    return (claim->parts & (GSAY_PART(CURRENT) | GSAY_PART(FORECAST) | GSAY_PART(TARGET))) != 0;
}

static bool is_long(gsay_days days)
{
    return days.from == GSAY_DAY_NONE || days.to == GSAY_DAY_NONE || days.to - days.from > 31;
}

static bool days_meet(gsay_days a, gsay_days b)
{
    bool is_before = a.to != GSAY_DAY_NONE && b.from != GSAY_DAY_NONE && a.to <= b.from;
    bool is_after = b.to != GSAY_DAY_NONE && a.from != GSAY_DAY_NONE && b.to <= a.from;
    return !is_before && !is_after;
}

/* Tell whether two claims hold on different days, those of their sources. */
static bool is_filed_apart(const gsay_claim *a, const gsay_claim *b)
{
    return a->time_origin == GSAY_TIME_DATELINE && b->time_origin == GSAY_TIME_DATELINE && !days_meet(a->time, b->time);
}

static bool gsay_gate_time(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    const gsay_claim *one = a->claim, *other = b->claim;
    if (gsay_overlap_when_differs(&one->when, &other->when))
        return false;
    bool is_one_stated = one->time_origin == GSAY_TIME_CLAUSE, is_other_stated = other->time_origin == GSAY_TIME_CLAUSE;
    if (is_date(a->value.kind)) {
        /* "today" in two sources is two days by design: the words are equal */
        bool is_relative = a->value.as.temporal.resolved_by == GSAY_RESOLVED_DATE ||
                           b->value.as.temporal.resolved_by == GSAY_RESOLVED_DATE;
        return !is_relative || !gsay_str_equal(a->place.text, b->place.text);
    }
    if (is_one_stated && is_other_stated)
        return days_meet(one->time, other->time);
    if (is_one_stated != is_other_stated) {
        const gsay_claim *stated = is_one_stated ? one : other, *silent = is_one_stated ? other : one;
        /* a day names the event; a year or an open period names a state that the other sentence need not share */
        return !is_long(stated->time) ||
               (silent->time_origin == GSAY_TIME_DATELINE && days_meet(stated->time, silent->time) &&
                stated->time.from != GSAY_DAY_NONE && stated->time.to != GSAY_DAY_NONE);
    }
    return !is_filed_apart(one, other) || !(is_moving(one) || is_moving(other));
}

static bool gsay_gate_whole(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    bool is_part = ((a->claim->parts | b->claim->parts) & (GSAY_PART(PART) | GSAY_PART(TOTAL))) != 0;
    return !is_part || gsay_overlap_is_same(a->claim, b->claim);
}

static bool gsay_gate_mood(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    return a->claim->mood == b->claim->mood && a->claim->is_negated == b->claim->is_negated;
}

static bool gsay_gate_speaker(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    (void)context;
    /* a headline drops the attribution of what stands under it */
    return !gsay_str_equal(a->place.source, b->place.source) || gsay_gate_is_headline(a, b) ||
           gsay_str_equal(a->claim->speaker, b->claim->speaker);
}

static const gsay_records *source_of(const gsay_gate_context *context, const gsay_record *record)
{
    size_t low = 0, high = context->source_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int    order = gsay_str_compare(context->sources[middle]->source, record->place.source);
        if (order == 0)
            return context->sources[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Tell whether near the place of own some sentence with own's value states the value of other, too. is_strict: of the
 * same head. */
static bool states_both(const gsay_gate_context *context, const gsay_record *own, const gsay_record *other,
                        bool is_strict)
{
    const gsay_records *records = source_of(context, own);
    if (!records)
        return false;
    size_t   low = own->sequence > SCAN_RECORDS ? own->sequence - SCAN_RECORDS : 0;
    size_t   high = records->count - own->sequence > SCAN_RECORDS ? own->sequence + SCAN_RECORDS : records->count;
    uint32_t sentence = UINT32_MAX;
    bool     has_own = false, has_other = false;
    for (size_t i = low; i < high; i++) {
        const gsay_record *record = &records->items[i];
        if (record->sentence_number != sentence) {
            sentence = record->sentence_number;
            has_own = has_other = false;
        }
        if (is_strict && !gsay_str_equal(record->block, own->block))
            continue;
        has_own = has_own || (record->value.kind == own->value.kind && gsay_values_equal(&record->value, &own->value));
        has_other =
            has_other || (record->value.kind == other->value.kind && gsay_values_equal(&record->value, &other->value));
        if (has_own && has_other)
            return true;
    }
    return false;
}

/* Tell whether third speaks of what own speaks of, with another value. */
static bool is_rival(const gsay_record *third, const gsay_record *own)
{
    return third->claim && gsay_str_equal(third->block, own->block) && third->claim->parts == own->claim->parts &&
           gsay_str_equal(third->claim->predicate, own->claim->predicate) &&
           gsay_values_contradict(&third->value, &own->value, gsay_decimal_from(0));
}

/* Tell whether own's source says the like of own with more values: a third one that fits neither, or, in the text of
 * another source, also the other's. */
static bool has_several(const gsay_gate_context *context, const gsay_record *own, const gsay_record *other)
{
    const gsay_records *records = source_of(context, own);
    bool                is_one_source = gsay_str_equal(own->place.source, other->place.source);
    if (!records)
        return false;
    size_t low = own->sequence > SCAN_RECORDS ? own->sequence - SCAN_RECORDS : 0;
    size_t high = records->count - own->sequence > SCAN_RECORDS ? own->sequence + SCAN_RECORDS : records->count;
    for (size_t i = low; i < high; i++) {
        const gsay_record *third = &records->items[i];
        if (!is_rival(third, own))
            continue;
        if (!is_one_source || gsay_values_contradict(&third->value, &other->value, gsay_decimal_from(0)))
            return true;
    }
    return false;
}

static bool gsay_gate_several(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    return gsay_overlap_is_same(a->claim, b->claim) || (!has_several(context, a, b) && !has_several(context, b, a));
}

static bool gsay_gate_both(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    /* in sentences that are equal but for the value, a number of something else is a coincidence */
    bool is_strict = gsay_overlap_is_same(a->claim, b->claim);
    return !states_both(context, a, b, is_strict) && !states_both(context, b, a, is_strict);
}

/* The table. */
static const struct {
    const char *skipped;
    const char *why;
    gsay_gate  *test;
} gates[] = {
#define GSAY_GATE_ROW(name, skipped, why, test) { skipped, why, test },
    GSAY_GATES(GSAY_GATE_ROW)
#undef GSAY_GATE_ROW
};

/* Take a pair through the gates from one on. */
static unsigned pass_from(const gsay_gate_context *context, unsigned first, const gsay_record *a, const gsay_record *b)
{
    for (unsigned i = first; i < GSAY_GATE_COUNT; i++) {
        if (!gates[i].test(context, a, b))
            return i;
    }
    return GSAY_GATE_COUNT;
}

unsigned gsay_gates_pass(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    return pass_from(context, 0, a, b);
}

bool gsay_gates_update(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b)
{
    const gsay_claim *one = a->claim, *other = b->claim;
    return !is_date(a->value.kind) && is_filed_apart(one, other) && is_moving(one) && is_moving(other) &&
           !gsay_overlap_when_differs(&one->when, &other->when) &&
           pass_from(context, GSAY_GATE_TIME + 1, a, b) == GSAY_GATE_COUNT;
}

const char *gsay_gate_name(unsigned gate)
{
    return gate < GSAY_GATE_COUNT ? gates[gate].skipped : "";
}

/* What a gate found equal, in words; "" when there is nothing to say. */
static gsay_str say_equal(gsay_arena *arena, unsigned gate, const gsay_record *a, const gsay_record *b)
{
    const gsay_claim *claim = a->claim;
    char              day[16];
    switch (gate) {
    case GSAY_GATE_HEAD:
        return claim->head;
    case GSAY_GATE_PART:
        return claim->parts == GSAY_PART(LEVEL) ? GSAY_STR("") : gsay_parts_name(arena, claim->parts);
    case GSAY_GATE_PREDICATE:
        return gsay_stem_show(arena, claim->predicate);
    case GSAY_GATE_EVENT:
        return gsay_overlap_is_same(claim, b->claim) ? GSAY_STR("the sentences are equal but for the value")
                                                     : gsay_overlap_name(claim, b->claim);
    case GSAY_GATE_TIME:
        if (claim->time_origin == GSAY_TIME_UNKNOWN || claim->time.from == GSAY_DAY_NONE ||
            is_filed_apart(claim, b->claim))
            return GSAY_STR("");
        return gsay_arena_copy(arena, gsay_day_print(claim->time.from, day));
    default:
        return GSAY_STR("");
    }
}

bool gsay_gates_explain(gsay_arena *arena, const gsay_record *a, const gsay_record *b, gsay_gate_evidence *evidence)
{
    *evidence = (gsay_gate_evidence){ .count = 0 };
    for (unsigned i = 0; i < GSAY_GATE_COUNT && evidence->count < GSAY_WHY_MAX; i++) {
        if (!gates[i].why)
            continue;
        gsay_str said = say_equal(arena, i, a, b);
        if (!said.ptr)
            return false;
        if (said.len == 0)
            continue;
        gsay_str line = gsay_arena_format(arena, "%s: %.*s", gates[i].why, GSAY_ARG(said));
        if (!line.ptr)
            return false;
        evidence->lines[evidence->count++] = line;
    }
    return true;
}
