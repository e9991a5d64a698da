/* Named claims: what a user calls a fact, and the wordings in which it stands in texts.
 *
 * A name ("number of rules") has patterns ("{number} [built-in] rules"); the value that a pattern finds is a claim of
 * that name, however the sentence around it goes on. Values of one name are one topic across sources, and a name may be
 * pinned to a fact that every source is held to. A set of names is compiled once, and read only while sources are read.
 *
 * Three kinds of patterns, by how they are written:
 *   words      matched token by token around a mention, words by stem, in any case, inside one sentence;
 *   addresses  with a slash ("badge/rules-{number}"): looked for in the bytes of the source, where links and badges stand;
 *   /.../      an expression of PCRE2 with a group named value, likewise, line by line. */
#ifndef GSAY_CLAIM_NAMED_H
#define GSAY_CLAIM_NAMED_H

#include "base/intern.h"
#include "claim/claim.h"

#define GSAY_NAMED_MAX         1000u /* names, and patterns, of one run */
#define GSAY_NAME_BYTES_MAX    200u  /* of a name */
#define GSAY_PATTERN_BYTES_MAX 1000u /* of a pattern as it is written */

/* Placeholders. X(NAME, name as written, kinds of mentions that it stands for) */
#define GSAY_PLACEHOLDERS(X)                                                                                           \
    X(NUMBER, "number", 1u << GSAY_KIND_NUMBER)                                                                        \
    X(PERCENT, "percent", 1u << GSAY_KIND_PERCENT)                                                                     \
    X(MONEY, "money", 1u << GSAY_KIND_MONEY)                                                                           \
    X(QUANTITY, "quantity", 1u << GSAY_KIND_QUANTITY | 1u << GSAY_KIND_DURATION)                                       \
    X(DATE, "date", 1u << GSAY_KIND_DATE | 1u << GSAY_KIND_TIME)                                                       \
    X(NAME, "name", 1u << GSAY_KIND_NAME)                                                                              \
    X(PERSON, "person", 1u << GSAY_KIND_NAME)                                                                          \
    X(PLACE, "place", 1u << GSAY_KIND_NAME)                                                                            \
    X(QUOTE, "quote", 1u << GSAY_KIND_QUOTE)

typedef enum gsay_placeholder {
#define GSAY_PLACEHOLDER_ENUM(name, text, kinds) GSAY_PLACEHOLDER_##name,
    GSAY_PLACEHOLDERS(GSAY_PLACEHOLDER_ENUM)
#undef GSAY_PLACEHOLDER_ENUM
    GSAY_PLACEHOLDER_COUNT
} gsay_placeholder;

/* A name, and what it is pinned to. */
typedef struct gsay_named_claim {
    gsay_str   name;
    uint32_t   kinds;    /* bits of gsay_kind that its patterns find; all of them where an expression is among them */
    bool       has_fact;
    gsay_value fact;     /* what it is pinned to */
    gsay_str   shown;    /* the fact as the user wrote it */
    gsay_str   words;    /* that, folded: what is held against values that are words */
    gsay_str   origin;   /* who pinned it: "house/pack.lua", "--fact" */
} gsay_named_claim;

struct gsay_pattern;
struct gsay_address;

/* A set of names with their patterns. Zeroed memory is an empty set; release with gsay_named_close. */
typedef struct gsay_named {
    gsay_arena           arena;
    gsay_named_claim    *claims;    /* in order of being added */
    size_t               count;
    size_t               capacity;
    struct gsay_pattern *patterns;  /* of words */
    size_t               pattern_count;
    size_t               pattern_capacity;
    struct gsay_address *addresses; /* addresses and expressions */
    size_t               address_count;
    size_t               address_capacity;
    gsay_intern          literals;  /* stems and marks that patterns of words name */
    gsay_vocabulary      words;     /* of patterns; open once there is one */
} gsay_named;

/* One value of a named claim in a source. */
typedef struct gsay_named_hit {
    uint32_t  claim;   /* index in gsay_named.claims */
    uint32_t  mention; /* index in gsay_mentions; UINT32_MAX: an expression caught what is no mention */
    gsay_span place;   /* without a mention: bytes of the input; else zeroed */
    bool      is_word; /* without a mention: part of an identifier, such as a version: digits in it are no number */
} gsay_named_hit;

/* What one source says of named claims. */
typedef struct gsay_named_hits {
    gsay_named_hit *items; /* by claim, mention, place; each once. Owned by the arena of the search */
    size_t          count;
} gsay_named_hits;

/* What one worker remembers of its vocabulary's words. Zeroed, it is ready; release with gsay_named_memo_clear. */
typedef struct gsay_named_memo {
    uint32_t  *literals; /* by word id: 0 not asked yet; 1 none; else 2 + the literal's id; owned (heap) */
    size_t     capacity;
    gsay_arena scratch;  /* for stems */
} gsay_named_memo;

/* Add a pattern to the claim of a name, which is new where it is not known yet. Both are copied.
 * Returns GSAY_OK; GSAY_EINPUT with the pattern, where it is wrong and what is expected; GSAY_ELIMIT; GSAY_ENOMEM. */
gsay_status gsay_named_add(gsay_named *named, gsay_str name, gsay_str pattern, gsay_error *err);

/* Pin the claim of a name to a value, written as a text would have it: "42", "20%", "$1.5 million", "3 May 2024". A later
 * pin replaces an earlier one.
 *
 * origin  who pins it, for findings; copied.
 * Returns GSAY_OK; GSAY_EINPUT for an unknown name, with the nearest known one, or a value that none of its patterns can
 * find; GSAY_ENOMEM. */
gsay_status gsay_named_pin(gsay_named *named, gsay_str name, gsay_str value, gsay_str origin, gsay_error *err);

/* Find the claim of a name. NULL when there is none. */
const gsay_named_claim *gsay_named_of(const gsay_named *named, gsay_str name);

/* Find what a source says of named claims.
 *
 * memo      of the worker whose vocabulary the text has.
 * arena     receives the hits.
 * mentions  borrowed by the hits.
 * hits      out; untouched on error.
 * Returns GSAY_OK; GSAY_ELIMIT where an expression passed the limit of steps, naming source and pattern; GSAY_ENOMEM.
 * Cost      one look at each token, a bounded number of tokens for each value and pattern whose words the source has,
 *           and one pass over the bytes for each address and expression. */
gsay_status gsay_named_find(const gsay_named *named, gsay_named_memo *memo, gsay_arena *arena,
                            const gsay_mentions *mentions, gsay_named_hits *hits, gsay_error *err);

/* Read what stands alone, outside prose: digits, a percentage, YYYY-MM-DD, else a name as it is.
 *
 * text     borrowed by value.
 * is_word  digits are no number either.
 * Returns  GSAY_OK, GSAY_ENOMEM; value, whose other strings lie in arena, is untouched on error. */
gsay_status gsay_plain_value_read(gsay_arena *arena, gsay_str text, bool is_word, gsay_value *value, gsay_error *err);

/* Give a memo's memory back. */
void gsay_named_memo_clear(gsay_named_memo *memo);
/* Give everything back. */
void gsay_named_close(gsay_named *named);

#endif
