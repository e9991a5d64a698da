/* Claims: a mention in its context. What is the value said of, in which part, when, by whom, how surely?
 *
 * A shallow reading of the clause around the mention, by word classes and order, no parse tree: cheap, linear, and honest. What it
 * cannot tell stays empty, and alignment is silent where something is empty that it needs. Strings are stems or folded
 * words, so that two sources meet in them; hashes are gsay_hash of stems, the same on every machine. */
#ifndef GSAY_CLAIM_CLAIM_H
#define GSAY_CLAIM_CLAIM_H

#include "extract/extract.h"

/* The parts that a value may play. X(NAME, name as printed) */
#define GSAY_PARTS(X)                                                                                                  \
    X(LEVEL, "level")       /* the measure itself */                                                                   \
    X(CHANGE, "change")     /* by how much it moved */                                                                 \
    X(FROM, "from")         /* before the move */                                                                      \
    X(TO, "to")             /* after it */                                                                             \
    X(TARGET, "target")     /* wanted, planned, promised */                                                            \
    X(CURRENT, "current")   /* in force now */                                                                         \
    X(FORECAST, "forecast") /* expected */                                                                             \
    X(LIMIT, "limit")       /* allowed, a record, a threshold */                                                       \
    X(PART, "part")         /* of a whole that stands beside it */                                                     \
    X(TOTAL, "total")       /* the whole of parts */                                                                   \
    X(RANK, "rank")         /* a place in an order */

enum gsay_part_number {
#define GSAY_PART_NUMBER(name, text) GSAY_PART_NUMBER_##name,
    GSAY_PARTS(GSAY_PART_NUMBER)
#undef GSAY_PART_NUMBER
    GSAY_PART_COUNT
};

/* A set of parts; GSAY_PART(LEVEL) is the set of one. */
typedef uint16_t gsay_parts;
#define GSAY_PART(name) ((gsay_parts)(1u << GSAY_PART_NUMBER_##name))

typedef enum gsay_time_origin {
    GSAY_TIME_UNKNOWN = 0,
    GSAY_TIME_CLAUSE,  /* a date in the clause */
    GSAY_TIME_DATELINE /* the source's date */
} gsay_time_origin;

typedef enum gsay_mood {
    GSAY_MOOD_REAL = 0,
    GSAY_MOOD_POSSIBLE /* would, could, may, if, plans to, asked to: not said to be so */
} gsay_mood;

/* A sorted set of hashes of stems. */
typedef struct gsay_stem_set {
    uint32_t *hashes; /* rising, distinct; the low 32 bits of gsay_hash */
    uint32_t  count;
} gsay_stem_set;

/* Strings that belong together, in byte order, distinct. */
typedef struct gsay_str_set {
    gsay_str *items;
    uint32_t  count;
} gsay_str_set;

#define GSAY_CONTENT_MAX 64u    /* stems of a sentence's content; a longer sentence has none, since it would equal too much */
#define GSAY_NEIGHBOURS_MAX 16u /* mentions to either side of a value that are looked at for its time and its head */

/* The parts of dates that a sentence names beside the value, as written: two sentences that name different ones speak of two times. */
typedef struct gsay_when {
    int16_t  years[2]; /* 0 none */
    uint16_t months;   /* bit n: month n */
    uint32_t days;     /* bit n: day n of a month */
    int16_t  clock;    /* 1 + minutes from midnight of the one time of day that it names; 0 none, or several */
    uint8_t  weekdays; /* bit n: weekday n, 1 Monday */
} gsay_when;

/* One claim. Strings are owned as gsay_claims_read says; "" where unknown. */
typedef struct gsay_claim {
    uint32_t      mention;     /* index in gsay_mentions */
    gsay_str      head;        /* what is measured, counted or dated: "territory", "person", "meeting"; folded, singular */
    gsay_str_set  modifiers;   /* stems of the words that narrow the head ("sea" level, "full-scale" conflict, "of GDP" -> "gdp") */
    gsay_str      predicate;   /* stem of the verb (or noun of action) that governs the value: "control", "kill", "rise" */
    gsay_str      subject;     /* stem or folded name of who does or has it; "" unknown */
    gsay_parts    parts;       /* never empty for a value */
    gsay_str_set  about;       /* folded names in the sentence and, for short sentences, in the one before: participants and places */
    gsay_days     time;        /* when it holds; open or unknown sides GSAY_DAY_NONE */
    uint8_t       time_origin; /* gsay_time_origin */
    gsay_when     when;        /* of the sentence; of a date's own claim: without that date */
    gsay_str      before;      /* stem of the word before the value (and its hedge) in the sentence; "" none */
    gsay_str      after;       /* stem of the word behind it */
    uint8_t       mood;        /* gsay_mood */
    bool          is_negated;
    bool          is_heading;  /* stands in a headline */
    gsay_str      speaker;     /* who is quoted or cited for it; "" the source itself */
    gsay_stem_set content;     /* content words of the sentence without values: tells whether two sentences are one */
    uint32_t      others;      /* hash of the sentence's other values: sentences equal but for this value have the same */
    gsay_str      block;       /* where alignment looks: "percent:territory", "date:meeting"; "" when the claim cannot be compared */
} gsay_claim;

/* The claims of one source. */
typedef struct gsay_claims {
    const gsay_mentions *mentions;
    gsay_claim          *items; /* rising by mention; none for names, quotations, identifiers and mentions that say nothing of anything */
    size_t               count;
} gsay_claims;

/* Read the claims of one source.
 *
 * arena     receives the claims and such strings as are no words of the vocabulary.
 * mentions  borrowed by *claims, which names them, but by no claim: those outlive mentions, text and document, and borrow words of the
 *           vocabulary alone.
 * claims    out; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    linear in the tokens: each clause is looked at a bounded number of times a mention (GSAY_CLAUSE_TOKENS_MAX each way). */
gsay_status gsay_claims_read(gsay_arena *arena, const gsay_mentions *mentions, gsay_claims *claims, gsay_error *err);

/* Teach a vocabulary, before any text is read, that words mean one thing, as predicates ("killed", "slain") or as what is
 * counted ("staff", "employees"): claims name them alike. Words that are synonyms already bring their name along.
 *
 * words   folded, each in every form that texts have of it; copied.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_synonyms_teach(gsay_vocabulary *vocabulary, gsay_str_set words, gsay_error *err);

/* The printed name of a part, by its number. */
const char *gsay_part_name(unsigned number);

/* The printed names of a set of parts, joined by a space. Returns a slice owned by arena; ptr NULL when memory is exhausted. */
gsay_str gsay_parts_name(gsay_arena *arena, gsay_parts parts);

#endif
