/* Predicates and subjects: which verb governs a value, and who does it.
 *
 * The predicate is a passive or a participle right behind the counted noun, else the nearest verb with content to the
 * left, else the first one to the right. A date belongs to the nearest verb of any kind, speech too: "officials said
 * Saturday" dates the saying. */
#include "claim/clause.h"

#define COORDINATED_MAX  4u  /* phrases of a list that are stepped over to its verb */
#define DATE_VERB_TOKENS 10u /* between a date and its verb */

#define OWNED (GSAY_TRAIT(VALUE) | GSAY_TRAIT(NAME))     /* part of a mention */
#define TELLS (GSAY_SENSE(PREDICATE) | GSAY_TRAIT(VERB)) /* may say what happens */

/* A verb that says what happens, not one that only carries the value. */
static bool is_telling(gsay_reading *reading, uint32_t at)
{
    gsay_traits traits = gsay_clause_traits(reading, at);
    if (!(traits & TELLS))
        return false;
    if ((traits & GSAY_SENSE(PREDICATE)) && !(traits & OWNED))
        return true;
    return (traits & GSAY_TRAIT(VERB)) && !(traits & (GSAY_SENSE(LIGHT) | GSAY_SENSE(CHANGE) | GSAY_SENSE(FORECAST) |
                                                      GSAY_TRAIT(AUXILIARY) | GSAY_TRAIT(SPEECH) | GSAY_TRAIT(MODAL)));
}

/* "four soldiers and three civilians were injured": step over the rest of a list. Returns the token behind it. */
static uint32_t behind_list(const gsay_clause *clause, uint32_t at)
{
    gsay_reading *reading = clause->reading;
    for (uint32_t i = 0; i < COORDINATED_MAX; i++) {
        uint32_t next = at;
        while (next < clause->high && !gsay_clause_is(reading, next, GSAY_TRAIT(VALUE)) && next - at < 2 &&
               (gsay_clause_is(reading, next, GSAY_TRAIT(AND)) || !gsay_clause_is(reading, next, GSAY_TRAIT(WORD))))
            next++;
        if (next == at || next >= clause->high || !gsay_clause_is(reading, next, GSAY_TRAIT(VALUE)))
            return at;
        while (next < clause->high && gsay_clause_is(reading, next, GSAY_TRAIT(VALUE)))
            next++;
        gsay_phrase phrase = gsay_clause_phrase(reading, next, clause->high, true);
        at = phrase.end > next ? phrase.end : next;
    }
    return at;
}

/* "24 people were killed", "24 killed", "24 dead": the verb right behind the phrase. Passives only: what follows an
 * active subject
 * ("26 pirates attacked a ship") describes it, and so does a relative clause. */
static uint32_t action_behind(const gsay_clause *clause, uint32_t at)
{
    gsay_reading *reading = clause->reading;
    bool          has_auxiliary = false;
    at = behind_list(clause, at);
    for (; at < clause->high; at++) {
        gsay_traits traits = gsay_clause_traits(reading, at);
        if (!(traits & (GSAY_TRAIT(ADVERB) | GSAY_TRAIT(AUXILIARY) | GSAY_SENSE(OTHER))))
            break;
        has_auxiliary = has_auxiliary || !(traits & GSAY_TRAIT(ADVERB));
    }
    if (at >= clause->high || gsay_clause_is(reading, at, OWNED))
        return GSAY_TOKEN_NONE;
    if (gsay_clause_is(reading, at, GSAY_SENSE(PREDICATE)))
        return at;
    return has_auxiliary && is_telling(reading, at) ? at : GSAY_TOKEN_NONE;
}

/* The nearest telling verb to the left of a token. */
static uint32_t action_before(const gsay_clause *clause, uint32_t at)
{
    for (; at > clause->low; at--) {
        if (is_telling(clause->reading, at - 1))
            return at - 1;
    }
    return GSAY_TOKEN_NONE;
}

/* The first telling verb to the right. */
static uint32_t action_after(const gsay_clause *clause, uint32_t at)
{
    for (; at < clause->high; at++) {
        if (is_telling(clause->reading, at))
            return at;
    }
    return GSAY_TOKEN_NONE;
}

/* A verb that a date may belong to. */
static bool is_dated(gsay_reading *reading, uint32_t at)
{
    return is_telling(reading, at) ||
           (gsay_clause_is(reading, at, GSAY_TRAIT(SPEECH)) && gsay_clause_is(reading, at, GSAY_TRAIT(VERB)));
}

/* The nearest verb before a date; for a date that opens its clause the first one behind it. */
static gsay_action date_action(const gsay_clause *clause)
{
    uint32_t low = clause->begin - clause->low > DATE_VERB_TOKENS ? clause->begin - DATE_VERB_TOKENS : clause->low;
    uint32_t high = clause->high - clause->end > DATE_VERB_TOKENS ? clause->end + DATE_VERB_TOKENS : clause->high;
    for (uint32_t at = clause->begin; at > low; at--) {
        if (is_dated(clause->reading, at - 1))
            return (gsay_action){ .token = at - 1 };
    }
    bool is_opening = clause->begin - clause->low <= 2;
    for (uint32_t at = clause->end; is_opening && at < high; at++) {
        if (is_dated(clause->reading, at))
            return (gsay_action){ .token = at };
    }
    return (gsay_action){ .token = GSAY_TOKEN_NONE };
}

gsay_action gsay_clause_action(const gsay_clause *clause, uint32_t behind)
{
    gsay_kind kind = clause->mention->value.kind;
    if (!(clause->reading->met & TELLS))
        return (gsay_action){ .token = GSAY_TOKEN_NONE };
    if (kind == GSAY_KIND_DATE || kind == GSAY_KIND_TIME)
        return date_action(clause);
    gsay_action action = { .token = action_behind(clause, behind), .is_passive = true };
    if (action.token != GSAY_TOKEN_NONE)
        return action;
    action = (gsay_action){ .token = action_before(clause, clause->begin) };
    if (action.token == GSAY_TOKEN_NONE)
        action.token = action_after(clause, behind);
    return action;
}

/* The name of a verb or noun of action: its synonym's, or its stem. */
gsay_str gsay_clause_action_name(gsay_reading *reading, uint32_t at)
{
    bool is_named = gsay_clause_is(reading, at, GSAY_SENSE(PREDICATE));
    return is_named ? gsay_clause_name(reading, at) : gsay_clause_stem(reading, at);
}

/* Who does it: the noun or name before the verb, auxiliaries and adverbs skipped. */
gsay_str gsay_clause_subject(const gsay_clause *clause, uint32_t action)
{
    gsay_reading *reading = clause->reading;
    uint32_t      at = action;
    for (; at > clause->low; at--) {
        gsay_traits traits = gsay_clause_traits(reading, at - 1);
        bool is_helper = !(traits & GSAY_TRAIT(CONTENT)) && (traits & (GSAY_TRAIT(AUXILIARY) | GSAY_TRAIT(MODAL)));
        if (!(traits & GSAY_TRAIT(ADVERB)) && !is_helper)
            break;
    }
    if (at <= clause->low ||
        (gsay_clause_traits(reading, at - 1) & (GSAY_TRAIT(CONTENT) | GSAY_TRAIT(VALUE))) != GSAY_TRAIT(CONTENT))
        return GSAY_STR("");
    return gsay_clause_name(reading, at - 1);
}
