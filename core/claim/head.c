/* Heads, modifiers, predicates and subjects: what the value is said of.
 *
 * Each kind of value has places where its head stands, tried in order (the table at the end): behind it ("24 people",
 * "2% GDP target"), behind "of" ("20% of the territory"), before "of" ("a depth of 1.2 miles"), or before the verb
 * ("the rate fell to 7%"). The predicate is the nearest verb with content to the left, or a passive or a participle
 * right behind the head. */
#include "claim/clause.h"

/* Senses of words that are no head: they say what part the value plays, or are adjectives. */
#define NO_HEAD (PART_SENSES | GSAY_SENSE(EXTENT))
#define PART_SENSES                                                                                                    \
    (GSAY_SENSE(TARGET) | GSAY_SENSE(CURRENT) | GSAY_SENSE(LIMIT) | GSAY_SENSE(CHANGE) | GSAY_SENSE(OTHER) |           \
     GSAY_SENSE(TOTAL))

#define BESIDE_TOKENS  3u /* between a count without a noun and its verb */
#define AVERAGE_TOKENS 4u /* before a value, where "average" makes it one */

/* Put a string into a small sorted set without repetition. */
static void add_modifier(gsay_str *items, uint32_t *count, gsay_str item)
{
    uint32_t at = *count;
    while (at > 0 && gsay_str_compare(items[at - 1], item) > 0)
        at--;
    if (item.len == 0 || *count == GSAY_MODIFIERS_MAX || (at > 0 && gsay_str_equal(items[at - 1], item)))
        return;
    memmove(items + at + 1, items + at, (*count - at) * sizeof(*items));
    items[at] = item;
    ++*count;
}

/* "15 deaths in Lindau", "20 miles north of Lindau": a name right behind the phrase says which, and where from. */
static uint32_t place_end(const gsay_clause *clause, const gsay_phrase *phrase)
{
    gsay_reading *reading = clause->reading;
    uint32_t      at = phrase->end;
    if (phrase->begin < clause->end || at >= clause->high || !gsay_clause_is(reading, at, GSAY_TRAIT(PREPOSITION)))
        return phrase->end;
    uint32_t end = at + 1;
    while (end < clause->high && gsay_clause_is(reading, end, GSAY_TRAIT(NAME)))
        end++;
    return end > at + 1 ? end : phrase->end;
}

/* "Charles' 226 yards": whose it is. */
static void read_owner(const gsay_clause *clause, gsay_str *found, uint32_t *count)
{
    gsay_reading *reading = clause->reading;
    uint32_t      at = clause->begin;
    if ((clause->reading->met & GSAY_TRAIT(POSSESSIVE)) && at >= clause->low + 2 &&
        (reading->text->tokens[at - 1].flags & GSAY_TOKEN_POSSESSIVE) &&
        gsay_clause_is(reading, at - 2, GSAY_TRAIT(NAME)))
        add_modifier(found, count, gsay_clause_name(reading, at - 2));
}

/* "$22 million per season", "$5 each": what the value is for, behind it or behind its head. */
static void read_rate(const gsay_clause *clause, uint32_t end, gsay_str *found, uint32_t *count)
{
    gsay_reading *reading = clause->reading;
    uint32_t      places[] = { clause->end, end };
    for (size_t i = 0; (clause->reading->met & GSAY_SENSE(RATE)) && i < 2; i++) {
        uint32_t at = places[i];
        if (at >= clause->high || !gsay_clause_is(reading, at, GSAY_SENSE(RATE)))
            continue;
        add_modifier(found, count, GSAY_STR("per"));
        if (at + 1 < clause->high && gsay_clause_is(reading, at + 1, GSAY_TRAIT(CONTENT)))
            add_modifier(found, count, gsay_clause_name(reading, at + 1));
        return;
    }
}

/* "an average of 200 patients", "on average 200". */
static bool is_average(const gsay_clause *clause)
{
    if (!(clause->reading->met & GSAY_SENSE(AVERAGE)))
        return false;
    for (uint32_t i = clause->begin; i > clause->low && clause->begin - i < AVERAGE_TOKENS; i--) {
        if (gsay_clause_is(clause->reading, i - 1, GSAY_SENSE(AVERAGE)))
            return true;
    }
    return false;
}

/* The modifiers of a phrase: its words but the head and those that make parts, and the name behind it. */
static void read_modifiers(const gsay_clause *clause, const gsay_phrase *phrase, uint32_t head, gsay_claim *claim)
{
    gsay_reading *reading = clause->reading;
    gsay_str      found[GSAY_MODIFIERS_MAX];
    uint32_t      count = 0, end = place_end(clause, phrase);
    for (uint32_t i = phrase->begin; i < end; i++) {
        if (i != head && i != phrase->head && gsay_clause_is(reading, i, GSAY_TRAIT(CONTENT)) &&
            !gsay_clause_is(reading, i, PART_SENSES))
            add_modifier(found, &count, gsay_clause_name(reading, i));
    }
    /* "30 metres long" is another extent of the boat than "5 metres wide" */
    if (gsay_clause_is(reading, clause->end, GSAY_SENSE(EXTENT)))
        add_modifier(found, &count, gsay_clause_name(reading, clause->end));
    read_owner(clause, found, &count);
    read_rate(clause, end, found, &count);
    if (is_average(clause))
        add_modifier(found, &count, GSAY_STR("average"));
    if (count == 0)
        return;
    claim->modifiers.items = GSAY_TAKE(reading->arena, gsay_str, count);
    if (!claim->modifiers.items) {
        reading->has_failed = true;
        return;
    }
    memcpy(claim->modifiers.items, found, count * sizeof(*found));
    claim->modifiers.count = count;
}

/* The last word of a phrase that is no part word; GSAY_TOKEN_NONE when all are. */
static uint32_t head_of(gsay_reading *reading, const gsay_phrase *phrase)
{
    for (uint32_t i = phrase->head == GSAY_TOKEN_NONE ? phrase->begin : phrase->head + 1; i > phrase->begin; i--) {
        if (gsay_clause_is(reading, i - 1, GSAY_TRAIT(CONTENT)) && !gsay_clause_is(reading, i - 1, NO_HEAD))
            return i - 1;
    }
    return GSAY_TOKEN_NONE;
}

static bool is_one(const gsay_value *value)
{
    gsay_decimal hi = value->as.number.hi; /* a value has one form */
    return gsay_kind_is_number(value->kind) && value->as.number.has_hi && hi.coefficient == 1 && hi.exponent == 0 &&
           hi.divisor <= 1;
}

/* A way to find the phrase of the head. Returns an empty phrase (head GSAY_TOKEN_NONE) when it is not there. */
typedef gsay_phrase phrase_finder(const gsay_clause *clause);

static gsay_phrase no_phrase(uint32_t at)
{
    return (gsay_phrase){ .begin = at, .end = at, .head = GSAY_TOKEN_NONE };
}

/* Step over the hyphen of "776-foot airship". */
static uint32_t behind_hyphen(const gsay_clause *clause)
{
    const gsay_text *text = clause->reading->text;
    uint32_t         at = clause->end;
    bool is_hyphen = at < clause->high && text->tokens[at].kind == GSAY_TOKEN_PUNCT && text->tokens[at].mark == '-' &&
                     !(text->tokens[at].flags & GSAY_TOKEN_SPACED);
    return is_hyphen ? at + 1 : at;
}

/* "24 people", "two more dead", "2% GDP target". */
static gsay_phrase phrase_behind(const gsay_clause *clause)
{
    bool is_plural = clause->mention->value.kind == GSAY_KIND_NUMBER && !is_one(&clause->mention->value);
    return gsay_clause_phrase(clause->reading, behind_hyphen(clause), clause->high, is_plural);
}

/* "20% of the territory", "two of the men". */
static gsay_phrase phrase_behind_of(const gsay_clause *clause)
{
    if (clause->end >= clause->high || !gsay_clause_is(clause->reading, clause->end, GSAY_TRAIT(OF)))
        return no_phrase(clause->end);
    return gsay_clause_phrase(clause->reading, clause->end + 1, clause->high, false);
}

/* "a depth of 1.2 miles". */
static gsay_phrase phrase_before_of(const gsay_clause *clause)
{
    if (clause->begin <= clause->low + 1 || !gsay_clause_is(clause->reading, clause->begin - 1, GSAY_TRAIT(OF)))
        return no_phrase(clause->end);
    return gsay_clause_phrase_before(clause->reading, clause->begin - 1, clause->low);
}

/* A verb where a noun is looked for; a gerund behind a noun is one ("defense spending"). */
static bool is_bare_verb(gsay_reading *reading, const gsay_phrase *phrase)
{
    bool is_compound = phrase->head > phrase->begin && gsay_clause_is(reading, phrase->head, GSAY_TRAIT(GERUND));
    return gsay_clause_is(reading, phrase->head, GSAY_TRAIT(VERB)) && !is_compound;
}

/* The noun before the verb or preposition: "unemployment fell to 7%", "increase defense spending from 2%". */
static gsay_phrase phrase_moved(const gsay_clause *clause)
{
    gsay_reading *reading = clause->reading;
    for (uint32_t at = clause->begin; at > clause->low; at--) {
        gsay_phrase phrase = gsay_clause_phrase_before(reading, at, clause->low);
        if (phrase.head == GSAY_TOKEN_NONE || is_bare_verb(reading, &phrase) ||
            head_of(reading, &phrase) == GSAY_TOKEN_NONE)
            continue;
        while (phrase.begin < phrase.head && gsay_clause_is(reading, phrase.begin, GSAY_TRAIT(VERB)))
            phrase.begin++;
        return phrase;
    }
    return no_phrase(clause->end);
}

/* Which finders a kind tries, in order. */
static phrase_finder *const finders[GSAY_KIND_COUNT][4] = {
    [GSAY_KIND_NUMBER] = { phrase_behind, phrase_behind_of },
    [GSAY_KIND_PERCENT] = { phrase_behind_of, phrase_behind },
    [GSAY_KIND_MONEY] = { phrase_behind, phrase_before_of, phrase_moved },
    [GSAY_KIND_QUANTITY] = { phrase_behind, phrase_before_of, phrase_moved },
    [GSAY_KIND_ORDINAL] = { phrase_behind },
    [GSAY_KIND_DURATION] = { phrase_behind, phrase_before_of },
};

static gsay_phrase find_phrase(const gsay_clause *clause)
{
    gsay_kind kind = clause->mention->value.kind;
    for (size_t i = 0; i < 4 && finders[kind][i]; i++) {
        gsay_phrase phrase = finders[kind][i](clause);
        if (phrase.head != GSAY_TOKEN_NONE && head_of(clause->reading, &phrase) != GSAY_TOKEN_NONE)
            return phrase;
    }
    return no_phrase(clause->end);
}

/* Counts of what happens to people are often told without them: "killed 24", "30 injured". Only right beside the verb:
 * in "Horton, 34, was shot" the number is no count of the shot. */
static bool is_of_people(const gsay_clause *clause, const gsay_action *action, gsay_str predicate)
{
    static const char *const predicates[] = { "kill", "injure", "miss" };
    bool                     is_beside = action->token < clause->begin ? clause->begin - action->token <= BESIDE_TOKENS
                                                                       : action->token - clause->end < BESIDE_TOKENS;
    if (!is_beside || clause->mention->value.kind != GSAY_KIND_NUMBER ||
        gsay_clause_is(clause->reading, clause->mention->end - 1, GSAY_TRAIT(MULTIPLE)))
        return false;
    for (size_t i = 0; i < sizeof(predicates) / sizeof(predicates[0]); i++) {
        if (gsay_str_equal(predicate, gsay_str_of(predicates[i])))
            return true;
    }
    return false;
}

/* What moves or is measured before the value. */
static gsay_str measured_noun(const gsay_clause *clause)
{
    gsay_phrase moved = phrase_moved(clause);
    uint32_t    noun = head_of(clause->reading, &moved);
    return noun == GSAY_TOKEN_NONE ? GSAY_STR("") : gsay_clause_name(clause->reading, noun);
}

void gsay_clause_head(const gsay_clause *clause, gsay_claim *claim)
{
    gsay_reading *reading = clause->reading;
    gsay_kind     kind = clause->mention->value.kind;
    gsay_phrase   phrase = find_phrase(clause);
    uint32_t      head = head_of(reading, &phrase);
    bool          is_behind = phrase.begin >= clause->end;
    gsay_action   action = gsay_clause_action(clause, is_behind ? phrase.end : clause->end);
    /* "24 dead": the noun phrase is itself the predicate */
    if (kind == GSAY_KIND_NUMBER && head != GSAY_TOKEN_NONE && is_behind &&
        gsay_clause_is(reading, head, GSAY_SENSE(PREDICATE))) {
        action = (gsay_action){ .token = head, .is_passive = true };
        head = GSAY_TOKEN_NONE;
    }
    if (action.token != GSAY_TOKEN_NONE)
        claim->predicate = gsay_clause_action_name(reading, action.token);
    if (head != GSAY_TOKEN_NONE)
        claim->head = gsay_clause_noun(reading, head);
    else if (action.token != GSAY_TOKEN_NONE && is_of_people(clause, &action, claim->predicate))
        claim->head = GSAY_STR("person");
    read_modifiers(clause, &phrase, head, claim);
    if (kind == GSAY_KIND_PERCENT)
        claim->subject = measured_noun(clause);
    else if (action.token != GSAY_TOKEN_NONE && !action.is_passive && action.token < clause->begin)
        claim->subject = gsay_clause_subject(clause, action.token);
}
