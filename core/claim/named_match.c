/* Matching a pattern of words: outwards from a value.
 *
 * Values are few, and every pattern has one; so a pattern is tried at each mention of a kind that its value may be, its
 * steps behind the value to the right, those before it to the left. What is reached so far is a set of distances from
 * the value, a bit each: alternatives, missing words and gaps only make the set larger, and nothing is tried twice. */
#include "claim/named_pattern.h"

#define REACH_TOKENS    64u /* a match that reaches further from its value is none */
#define MENTIONS_LOOKED 16u /* to either side for another placeholder */

/* One look outwards from a value. */
typedef struct look {
    const gsay_mentions *mentions;
    const gsay_token    *tokens;
    const gsay_sentence *sentence;
    const uint32_t      *literals; /* by word id */
    size_t               mention;  /* the value */
    uint32_t             origin;   /* token from which distances count */
    bool                 is_left;
} look;

/* Tell whether a run of literals stands at a token. */
static bool stands_at(const look *at, const gsay_literal_run *run, uint32_t token)
{
    for (uint32_t i = 0; i < run->count; i++) {
        uint32_t word = at->tokens[token + i].word;
        if (word == GSAY_ID_NONE || at->literals[word] != run->literals[i] + 2)
            return false;
    }
    return true;
}

/* The distances reached from one by a run of tokens; 0 none. */
static uint64_t reach_by_run(const look *at, const gsay_literal_run *run, uint32_t distance)
{
    uint32_t room = at->is_left ? at->origin - at->sentence->begin : at->sentence->end - at->origin;
    if (distance + run->count > room || distance + run->count >= REACH_TOKENS)
        return 0;
    uint32_t token = at->is_left ? at->origin - distance - run->count : at->origin + distance;
    return stands_at(at, run, token) ? (uint64_t)1 << (distance + run->count) : 0;
}

/* The distances reached by up to GSAY_GAP_WORDS words, marks between them not counted. */
static uint64_t reach_by_gap(const look *at, uint32_t distance)
{
    uint32_t room = at->is_left ? at->origin - at->sentence->begin : at->sentence->end - at->origin;
    uint64_t reached = (uint64_t)1 << distance;
    for (uint32_t words = 0; distance < room && distance + 1 < REACH_TOKENS; distance++) {
        uint32_t token = at->is_left ? at->origin - distance - 1 : at->origin + distance;
        words += at->tokens[token].kind != GSAY_TOKEN_PUNCT;
        if (words > GSAY_GAP_WORDS)
            break;
        reached |= (uint64_t)1 << (distance + 1);
    }
    return reached;
}

/* Tell whether a mention is what a placeholder stands for. */
static bool is_meant(gsay_placeholder placeholder, const gsay_value *value)
{
    if (!(gsay_placeholder_kinds(placeholder) >> value->kind & 1))
        return false;
    if (placeholder == GSAY_PLACEHOLDER_PERSON)
        return value->as.name.type == GSAY_NAME_PERSON || value->as.name.type == GSAY_NAME_OTHER;
    if (placeholder == GSAY_PLACEHOLDER_PLACE)
        return value->as.name.type == GSAY_NAME_PLACE || value->as.name.type == GSAY_NAME_OTHER;
    return true;
}

/* The distances reached by another placeholder. */
static uint64_t reach_by_mention(const look *at, gsay_placeholder placeholder, uint64_t from)
{
    const gsay_mentions *mentions = at->mentions;
    size_t               low = at->mention > MENTIONS_LOOKED ? at->mention - MENTIONS_LOOKED : 0;
    size_t   high = mentions->count - at->mention > MENTIONS_LOOKED ? at->mention + MENTIONS_LOOKED : mentions->count;
    uint64_t reached = 0;
    for (size_t i = low; i < high; i++) {
        const gsay_mention *other = &mentions->items[i];
        bool                is_outside = at->is_left ? other->end <= at->origin : other->begin >= at->origin;
        if (!is_outside || other->sentence != mentions->items[at->mention].sentence ||
            !is_meant(placeholder, &other->value))
            continue;
        uint32_t near = at->is_left ? at->origin - other->end : other->begin - at->origin;
        uint32_t far = near + (other->end - other->begin);
        if (far < REACH_TOKENS && (from >> near & 1))
            reached |= (uint64_t)1 << far;
    }
    return reached;
}

/* Take one step outwards from all that was reached. */
static uint64_t take_step(const look *at, const gsay_step *step, uint64_t from)
{
    uint64_t reached = step->is_optional ? from : 0;
    if (step->kind == GSAY_STEP_MENTION)
        return reach_by_mention(at, step->placeholder, from);
    for (uint32_t distance = 0; from >> distance; distance++) {
        if (!(from >> distance & 1))
            continue;
        if (step->kind == GSAY_STEP_GAP)
            reached |= reach_by_gap(at, distance);
        for (uint32_t i = 0; i < step->run_count; i++)
            reached |= reach_by_run(at, &step->runs[i], distance);
    }
    return reached;
}

bool gsay_pattern_fits(const gsay_pattern *pattern, const gsay_mentions *mentions, size_t mention,
                       const uint32_t *literals)
{
    const gsay_mention *value = &mentions->items[mention];
    look                at = { .mentions = mentions,
                               .tokens = mentions->text->tokens,
                               .sentence = &mentions->text->sentences[value->sentence],
                               .literals = literals,
                               .mention = mention,
                               .origin = value->end };
    if (!is_meant(pattern->steps[pattern->value].placeholder, &value->value) || value->end > at.sentence->end)
        return false;
    uint64_t reached = 1;
    for (uint32_t i = pattern->value + 1; i < pattern->count && reached; i++)
        reached = take_step(&at, &pattern->steps[i], reached);
    if (!reached)
        return false;
    /* "has about 42 rules": a hedge before the value is part of it */
    uint32_t hedge = value->begin - value->context;
    at.is_left = true;
    at.origin = value->begin;
    reached = 1 | (hedge < REACH_TOKENS ? (uint64_t)1 << hedge : 0);
    for (uint32_t i = pattern->value; i > 0 && reached; i--)
        reached = take_step(&at, &pattern->steps[i - 1], reached);
    return reached != 0;
}
