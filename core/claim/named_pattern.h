/* The forms of patterns, and their parts that only core/claim/named*.c know. Private to core/claim. */
#ifndef GSAY_CLAIM_NAMED_PATTERN_H
#define GSAY_CLAIM_NAMED_PATTERN_H

#include "base/expression.h"
#include "claim/named.h"

#define GSAY_PATTERN_STEPS_MAX  32u /* of one pattern */
#define GSAY_PATTERN_TOKENS_MAX 16u /* of one alternative */
#define GSAY_PATTERN_NEEDS_MAX  8u  /* words that are asked for before a pattern is tried */
#define GSAY_GAP_WORDS          5u  /* that an ellipsis stands for at most */

/* A sequence of tokens, by the ids of their literals. */
typedef struct gsay_literal_run {
    uint32_t *literals;
    uint32_t  count;
} gsay_literal_run;

typedef enum gsay_step_kind {
    GSAY_STEP_RUNS = 0, /* one of several runs of tokens */
    GSAY_STEP_GAP,      /* up to GSAY_GAP_WORDS words */
    GSAY_STEP_MENTION   /* a placeholder */
} gsay_step_kind;

/* One part of a pattern of words. */
typedef struct gsay_step {
    gsay_step_kind    kind;
    bool              is_optional;
    gsay_placeholder  placeholder; /* of MENTION */
    gsay_literal_run *runs;
    uint32_t          run_count;
} gsay_step;

/* A pattern of words. */
typedef struct gsay_pattern {
    uint32_t   claim;
    gsay_step *steps;
    uint32_t   count;
    uint32_t   value; /* the step whose mention is the claim's value */
    uint32_t   needs[GSAY_PATTERN_NEEDS_MAX]; /* literals of every match */
    uint32_t   need_count;
} gsay_pattern;

/* An address or expression. */
typedef struct gsay_address {
    uint32_t        claim;
    gsay_str        written; /* for messages */
    gsay_expression expression;
} gsay_address;

/* named_pattern.c: the kinds of mentions that a placeholder stands for, as bits. */
uint32_t gsay_placeholder_kinds(gsay_placeholder placeholder);

/* named_pattern.c: read a pattern of words into *pattern, whose claim is set. Returns as gsay_named_add. */
gsay_status gsay_pattern_read(gsay_named *named, gsay_str text, gsay_pattern *pattern, gsay_error *err);

/* named_pattern.c: write the expression that an address stands for. Returns as gsay_named_add; kinds: out. */
gsay_status gsay_address_read(gsay_str text, gsay_buffer *expression, uint32_t *kinds, gsay_error *err);

/* named_value.c: read a value as prose has it; all of text must be one mention. vocabulary: open. Returns GSAY_OK;
 * GSAY_EINPUT when it is none; GSAY_ENOMEM. */
gsay_status gsay_prose_value_read(gsay_arena *arena, gsay_vocabulary *vocabulary, gsay_str text, gsay_value *value,
                                  gsay_error *err);

/* named.c: the key of a token's literal: the stem of a word, the mark, the digits. ptr NULL when memory is exhausted. */
gsay_str gsay_literal_key(gsay_arena *arena, const gsay_text *text, size_t token);

/* named_match.c: tell which mention's neighbourhood a pattern fits. literals: of the memo, by word id. */
bool gsay_pattern_fits(const gsay_pattern *pattern, const gsay_mentions *mentions, size_t mention,
                       const uint32_t *literals);

#endif
