/* Parts, mood and polarity: what the words around a value make of it.
 *
 * Parts come from three places: the words right before the value ("from 2%", "by 20%", "including 7"), the noun phrase
 * that it stands in ("the current 2% target"), and the clause ("is expected to reach"). */
#include "claim/clause.h"

/* The senses that parts are made of. */
#define ASKED_SENSES                                                                                                   \
    ((gsay_traits)(GSAY_SENSE(CHANGE) | GSAY_SENSE(TARGET) | GSAY_SENSE(CURRENT) | GSAY_SENSE(LIMIT) |                 \
                   GSAY_SENSE(FORECAST) | GSAY_SENSE(SUBSET) | GSAY_SENSE(OTHER) | GSAY_SENSE(TOTAL)))
#define NEAR_TOKENS 3u /* right before a value, hedge not counted */

/* The senses of all words in [begin, end). */
static gsay_senses senses_in(const gsay_clause *clause, uint32_t begin, uint32_t end)
{
    gsay_reading *reading = clause->reading;
    gsay_traits   senses = 0;
    for (uint32_t i = begin; i < end; i++) {
        gsay_traits traits = gsay_clause_traits(reading, i);
        /* "more than" bounds a value, "more" counts beside another */
        if (!(traits & GSAY_TRAIT(VALUE)) && (traits & ASKED_SENSES) &&
            !gsay_clause_is(reading, i + 1, GSAY_TRAIT(THAN)))
            senses |= traits;
    }
    return (gsay_senses)(senses & ASKED_SENSES);
}

/* The words right before the value, as far as the clause goes and no other value stands between. */
static uint32_t near_begin(const gsay_clause *clause)
{
    uint32_t at = clause->begin;
    while (at > clause->low && clause->begin - at < NEAR_TOKENS &&
           !gsay_clause_is(clause->reading, at - 1, GSAY_TRAIT(VALUE)))
        at--;
    return at;
}

/* The word right before the value, a determiner skipped. */
static uint32_t word_before(const gsay_clause *clause)
{
    uint32_t at = clause->begin;
    while (at > clause->low && gsay_clause_is(clause->reading, at - 1, GSAY_TRAIT(DETERMINER)))
        at--;
    return at > clause->low ? at - 1 : GSAY_TOKEN_NONE;
}

/* "from 2% to 5%", "rose to 5%", "by 20%": parts that a preposition gives where something moves or an aim is set. */
static gsay_parts moved_parts(const gsay_clause *clause, gsay_senses left)
{
    gsay_reading *reading = clause->reading;
    uint32_t      before = word_before(clause);
    if (before == GSAY_TOKEN_NONE)
        return 0;
    bool is_moving = (left & (GSAY_SENSE(CHANGE) | GSAY_SENSE(TARGET))) != 0;
    bool is_behind_value = before > clause->low && gsay_clause_is(reading, before - 1, GSAY_TRAIT(VALUE));
    if (gsay_clause_is(reading, before, GSAY_TRAIT(FROM)))
        return is_moving || gsay_clause_is(reading, clause->end, GSAY_TRAIT(TO)) ? GSAY_PART(FROM) : 0;
    /* "29 of 34 passes" */
    if (is_behind_value && gsay_clause_is(reading, before, GSAY_TRAIT(OF)))
        return GSAY_PART(TOTAL);
    if (gsay_clause_is(reading, before, GSAY_TRAIT(TO)))
        return is_moving || is_behind_value ? GSAY_PART(TO) : 0;
    if (gsay_clause_is(reading, before, GSAY_TRAIT(BY)))
        return is_moving ? GSAY_PART(CHANGE) : 0;
    return gsay_clause_is(reading, before, GSAY_SENSE(CHANGE)) ? GSAY_PART(CHANGE) : 0;
}

/* "a 20% increase", "an increase of 20%". behind: the noun phrase behind the value. */
static bool is_change_noun(const gsay_clause *clause, const gsay_phrase *behind)
{
    gsay_reading *reading = clause->reading;
    if (behind->head != GSAY_TOKEN_NONE && gsay_clause_is(reading, behind->head, GSAY_SENSE(CHANGE)))
        return true;
    return clause->begin > clause->low + 1 && gsay_clause_is(reading, clause->begin - 1, GSAY_TRAIT(OF)) &&
           gsay_clause_is(reading, clause->begin - 2, GSAY_SENSE(CHANGE));
}

/* Senses that become parts wherever they stand in what was looked at. */
static const struct {
    gsay_senses sense;
    gsay_parts  part;
} sense_parts[] = {
    { GSAY_SENSE(TARGET), GSAY_PART(TARGET) }, { GSAY_SENSE(CURRENT), GSAY_PART(CURRENT) },
    { GSAY_SENSE(LIMIT), GSAY_PART(LIMIT) },   { GSAY_SENSE(FORECAST), GSAY_PART(FORECAST) },
    { GSAY_SENSE(SUBSET), GSAY_PART(PART) },   { GSAY_SENSE(OTHER), GSAY_PART(PART) },
    { GSAY_SENSE(TOTAL), GSAY_PART(TOTAL) },
};

static gsay_parts parts_of_senses(gsay_senses senses)
{
    gsay_parts parts = 0;
    for (size_t i = 0; senses && i < sizeof(sense_parts) / sizeof(sense_parts[0]); i++)
        parts |= (senses & sense_parts[i].sense) ? sense_parts[i].part : (gsay_parts)0;
    return parts;
}

/* "7 of them", "7 of whom", "7 of the 12". */
static bool is_part_behind(const gsay_clause *clause)
{
    gsay_reading *reading = clause->reading;
    uint32_t      at = clause->end;
    if (at + 1 >= reading->text->token_count || !gsay_clause_is(reading, at, GSAY_TRAIT(OF)))
        return false;
    if (gsay_clause_is(reading, at + 1, GSAY_TRAIT(PRONOUN)))
        return true;
    return gsay_clause_is(reading, at + 1, GSAY_TRAIT(WHOM)) || gsay_clause_is(reading, at + 1, GSAY_TRAIT(VALUE)) ||
           (gsay_clause_is(reading, at + 1, GSAY_TRAIT(THE)) && gsay_clause_is(reading, at + 2, GSAY_TRAIT(VALUE)));
}

/* FORECAST and the like also reach over a verb: "is expected to reach 40". */
static gsay_parts clause_parts(gsay_senses left)
{
    return parts_of_senses(left & (GSAY_SENSE(FORECAST) | GSAY_SENSE(CURRENT)));
}

/* The parts that senses give. Most clauses have none of them. */
static gsay_parts parts_by_sense(const gsay_clause *clause, gsay_senses left)
{
    gsay_reading *reading = clause->reading;
    /* "hundreds of other people": what stands behind "of" counts as well */
    uint32_t    start = gsay_clause_is(reading, clause->end, GSAY_TRAIT(OF)) ? clause->end + 1 : clause->end;
    gsay_phrase behind = gsay_clause_phrase(reading, start, clause->high, false);
    gsay_senses near = senses_in(clause, near_begin(clause), clause->begin);
    if (behind.head != GSAY_TOKEN_NONE)
        near |= senses_in(clause, clause->end, behind.end);
    return parts_of_senses(near) | clause_parts(left) | (is_change_noun(clause, &behind) ? GSAY_PART(CHANGE) : 0);
}

gsay_parts gsay_clause_parts(const gsay_clause *clause)
{
    bool        has_senses = (clause->reading->met & ASKED_SENSES) != 0;
    gsay_senses left = has_senses ? senses_in(clause, clause->low, clause->begin) : 0;
    gsay_parts  parts = moved_parts(clause, left) | (has_senses ? parts_by_sense(clause, left) : 0);
    if (is_part_behind(clause))
        parts |= GSAY_PART(PART);
    if (clause->mention->value.kind == GSAY_KIND_ORDINAL)
        parts |= GSAY_PART(RANK);
    return parts ? parts : GSAY_PART(LEVEL);
}

/* Words that may say how sure a clause is: "suspected" is a verb, "hypothetical" no such word. */
#define MOOD_WORDS (GSAY_TRAIT(STOP) | GSAY_TRAIT(MODAL) | GSAY_TRAIT(NEGATION) | GSAY_TRAIT(ACTS))

/* What they say. */
#define SAID_MOODS (GSAY_TRAIT(MODAL) | GSAY_SENSE(POSSIBLE) | GSAY_TRAIT(NEGATION))

void gsay_clause_mood(const gsay_clause *clause, gsay_claim *claim)
{
    gsay_reading        *reading = clause->reading;
    const gsay_sentence *sentence = &reading->text->sentences[clause->mention->sentence];
    for (uint32_t i = clause->low; (clause->reading->met & SAID_MOODS) && i < clause->high; i++) {
        gsay_traits traits = gsay_clause_traits(reading, i);
        if (!(traits & MOOD_WORDS) || (traits & (GSAY_TRAIT(VALUE) | GSAY_TRAIT(NAME))))
            continue;
        if (traits & (GSAY_TRAIT(MODAL) | GSAY_SENSE(POSSIBLE)))
            claim->mood = GSAY_MOOD_POSSIBLE;
        if (traits & GSAY_TRAIT(NEGATION))
            claim->is_negated = true;
    }
    const gsay_token *last = sentence->end > sentence->begin ? &reading->text->tokens[sentence->end - 1] : NULL;
    if (last && last->kind == GSAY_TOKEN_PUNCT && last->mark == '?')
        claim->mood = GSAY_MOOD_POSSIBLE;
    /* the word that opened the clause stands just before it: "if", "whether", "unless" */
    if (clause->low > sentence->begin && gsay_clause_is(reading, clause->low - 1, GSAY_SENSE(POSSIBLE)))
        claim->mood = GSAY_MOOD_POSSIBLE;
}
