/* Alignment: the claims of many sources become topics, their names entities, their quotations versions of one.
 *
 * Near-linear: records are sorted by block; within a block equal ones are collapsed (value and context), what is left is capped, and
 * only then compared in pairs, each of which must pass every gate of the table in gate.c. Caps are counted in the coverage. The result
 * depends on the set of records alone, not on their order: everything is sorted by what INTERFACES.md promises. */
#ifndef GSAY_ALIGN_ALIGN_H
#define GSAY_ALIGN_ALIGN_H

#include "align/gate.h"
#include "claim/record.h"

#define GSAY_BLOCK_VALUES_MAX 64u /* distinct (value, context) groups of one block that are compared; the rest is counted as "capped" */
#define GSAY_DRAFT_STATEMENTS_MAX 16384u /* records of a group's references; with more, values of drafts meet them in their blocks alone and are counted as "capped" */

/* One value of a topic, with the places that state it. */
typedef struct gsay_topic_value {
    const gsay_record **places; /* in order of source, offset; at least one */
    size_t              count;
    gsay_value          value;  /* that of the first place; resolved further for dates (GSAY_RESOLVED_GROUP) */
    bool                departs;/* it contradicts the topic's main value by a pair that passed every gate */
    bool                is_headline; /* it departs, but only as a headline from the text under it */
    bool                is_update; /* it does not depart: a value that moves, said on another day */
    gsay_gate_evidence  evidence; /* why it is one fact with the main value; for values that depart or are updates */
} gsay_topic_value;

/* The claims that speak of one thing. */
typedef struct gsay_topic {
    gsay_str          key;    /* readable, canonical: "percent of gdp, defense spending, to" */
    gsay_str          group;
    gsay_kind         kind;
    gsay_topic_value *values; /* values[0] is the main one: most places, then the earliest place; the others by place */
    size_t            count;
    bool              agrees; /* no value departs */
    bool              has_updates; /* some value is an update */
    const gsay_named_claim *named; /* the claim that the user named: the places of all values then follow each other in memory; NULL: a topic that alignment found */
    uint32_t         *departing;   /* of a pinned claim: places that depart from the fact, by number, counted over all values */
    size_t            departing_count;
} gsay_topic;

/* What two names are held against each other for. X(NAME, name as rules know it) */
#define GSAY_PAIR_KINDS(X)                                                                                             \
    X(SPELLING, "spelling") /* two spellings of one name */                                                            \
    X(GIVEN, "given")       /* two given names of who holds one office */                                              \
    X(ROLE, "role")         /* two offices of one person */                                                            \
    X(ACRONYM, "acronym")   /* two long forms of one acronym, or one that does not fit it */                           \
    X(REGIONAL, "regional") /* a word in the spelling of another region than the others */                             \
    X(TERM, "term")         /* two ways to write one word or sign */                                                   \
    X(ROMANISED, "romanised") /* two ways to write a name of another alphabet, or two names of one place */

typedef enum gsay_pair_kind {
#define GSAY_PAIR_ENUM(name, text) GSAY_PAIR_##name,
    GSAY_PAIR_KINDS(GSAY_PAIR_ENUM)
#undef GSAY_PAIR_ENUM
    GSAY_PAIR_KIND_COUNT
} gsay_pair_kind;

/* The set of one kind of pairs. */
#define GSAY_PAIR(name) (1u << GSAY_PAIR_##name)
/* Pairs that nobody gets who does not ask: a matter of style, not of fact. */
#define GSAY_PAIRS_OF_STYLE (GSAY_PAIR(REGIONAL) | GSAY_PAIR(TERM) | GSAY_PAIR(ROMANISED))

/* Two names that may contradict each other: one that departs and the one that it departs from. Of most kinds but SPELLING, the
 * values of the places say more: their titles, what they stand for. What a kind does not speak of is zero. */
typedef struct gsay_name_pair {
    gsay_pair_kind      kind;
    gsay_str            key;           /* "name: hegseth" */
    gsay_str            group;
    gsay_str            odd;           /* the rarer form, as written: one word */
    gsay_str            main;          /* the commoner form */
    const gsay_record **odd_places;
    size_t              odd_count;
    const gsay_record **main_places;
    size_t              main_count;
    size_t              source_count;  /* sources that hold either */
    uint32_t            distance;      /* edits: insert, delete, replace, swap of neighbours */
    bool                is_known;      /* the odd form stands in a lexicon of names, places or words */
    bool                is_main_known; /* the main form does */
    bool                has_context;   /* both stand beside the same given name, title or verb */
    bool                is_lower;      /* the odd form also stands without a capital somewhere in the group */
    bool                meets;         /* both forms meet in one sentence: two things, not one; GIVEN, ROLE: some source knows of both */
    bool                is_derived;    /* plural, demonym, derivation, regional spelling, same stem */
    int32_t             days_apart;    /* GIVEN, ROLE: between the filing of the nearest two sources */
    bool                is_misfit;     /* ACRONYM: the odd one's letters are not the initials; main is what has or is the fitting form */
    gsay_str            odd_style;     /* REGIONAL: whose spelling it is, "American"; else "" */
    gsay_str            main_style;
} gsay_name_pair;

typedef enum gsay_quote_change {
    GSAY_QUOTE_SAME = 0,   /* typography, case, regional spelling, ellipsis, brackets, joined sentences, truncation */
    GSAY_QUOTE_HESITATION, /* a dropped "uh", "you know" */
    GSAY_QUOTE_OMITTED,    /* words left out (or added) without an ellipsis */
    GSAY_QUOTE_REPLACED    /* words replaced, negated or reordered */
} gsay_quote_change;

/* A version of a quotation that departs from the main version. */
typedef struct gsay_quote_version {
    const gsay_record **places;
    size_t              count;
    gsay_quote_change   change;     /* against the main version */
    gsay_str            lost;       /* words of the main version that stand here no more, joined; "" none */
    gsay_str            found;      /* words that stand here instead; "" none */
    bool                same_speaker; /* both speakers known and one, or either unknown */
} gsay_quote_version;

/* Quotations that are versions of one (CHECKS.md, gate 13). versions[0] is the main one, change SAME. Those that agree, by speakers
 * who may be one, are one version: a set may have no other. */
typedef struct gsay_quote_set {
    gsay_str            key;      /* the first words of the main version */
    gsay_str            group;
    gsay_quote_version *versions; /* by number of places, then place */
    size_t              count;    /* at least 1 */
    gsay_quote_version *speakers; /* the same words by person, where they are given to two: most places first; change SAME */
    size_t              speaker_count; /* 0 or 2 */
} gsay_quote_set;

/* What was looked at and what was not. */
typedef struct gsay_coverage {
    uint64_t sources, mentions, claims, topics;
    uint64_t compared;                /* pairs of values that passed every gate */
    uint64_t skipped[GSAY_GATE_COUNT]; /* pairs that a gate stopped: the first gate that did */
    uint64_t capped;                  /* values and names left out by a limit */
} gsay_coverage;

/* What is asked of an alignment. Zeroed memory asks for all topics and no pairs of style. */
typedef struct gsay_align_settings {
    const gsay_named *named; /* the named claims of the run; NULL none. Borrowed */
    uint32_t          pairs; /* kinds of pairs of names that somebody will look at; matters for those of style alone */
    bool              has_departing_only; /* topics without a contradiction or an update are counted in coverage and left out, since nobody will look at them */
} gsay_align_settings;

/* One group, aligned. Owned by the arena given to gsay_align; borrows the records. */
typedef struct gsay_alignment {
    gsay_align_settings settings; /* the caller's; all else is the result */
    gsay_str        group;
    gsay_topic     *topics;    /* by key, then first place */
    size_t          topic_count;
    gsay_name_pair *names;     /* spellings by key, odd form; then people, acronyms, and those of style */
    size_t          name_count;
    gsay_quote_set *quotes;    /* by first place */
    size_t          quote_count;
    gsay_coverage   coverage;
} gsay_alignment;

/* Align the sources of one group.
 *
 * arena      receives the result.
 * sources    borrowed; any order.
 * alignment  out, but for the settings; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    n log n in the records, GSAY_BLOCK_VALUES_MAX pairs a value at most. */
gsay_status gsay_align(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);

/* The three parts of gsay_align; each fills its own members of *alignment. topics.c, names.c, quotes.c. */
gsay_status gsay_align_topics(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);
gsay_status gsay_align_names(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);
gsay_status gsay_align_quotes(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);
/* Two more that add to alignment->names, behind gsay_align_names. people.c, acronym.c. */
gsay_status gsay_align_people(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);
gsay_status gsay_align_acronyms(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);

/* Those of style, where the settings have them: from gsay_records.terms, and from names, for which the spellings are to be there already.
 * term.c, romanised.c. */
gsay_status gsay_align_terms(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);
gsay_status gsay_align_romanised(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment, gsay_error *err);

/* align.c: put pairs behind those of the alignment. Returns false when memory is exhausted. */
bool gsay_name_pairs_add(gsay_arena *arena, gsay_alignment *alignment, const gsay_name_pair *pairs, size_t count);

#endif
