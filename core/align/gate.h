/* The gates of CHECKS.md: two claims are compared only when they pass all of them. One visible table.
 *
 * A gate is a cheap test of two records and says nothing about right or wrong; "cannot tell" does not pass. The table's order is the order of
 * testing, cheap and telling ones first; the first gate that stops a pair is counted under its name in the coverage. */
#ifndef GSAY_ALIGN_GATE_H
#define GSAY_ALIGN_GATE_H

#include "claim/record.h"

/* X(NAME, name as printed in "skipped", label as printed in "why" or NULL when passing it is not worth a line, test) */
#define GSAY_GATES(X)                                                                                                  \
    X(ROLE, "references-only", NULL, gsay_gate_role)                     /* references are not held against each other */      \
    X(DIMENSION, "different-dimension", NULL, gsay_gate_dimension)       /* gate 2 */                                  \
    X(HEAD, "different-head", "head", gsay_gate_head)                    /* gate 3: head and modifiers */              \
    X(PART, "different-part", "part", gsay_gate_part)                    /* gate 4: part */                            \
    X(PREDICATE, "different-predicate", "predicate", gsay_gate_predicate)/* gate 4: predicate */                       \
    X(EVENT, "different-event", "about", gsay_gate_event)                /* gate 5: event and participants */          \
    X(TIME, "different-time", "time", gsay_gate_time)                    /* gate 6 */                                  \
    X(WHOLE, "part-of-whole", NULL, gsay_gate_whole)                     /* gate 8 */                                  \
    X(MOOD, "different-mood", NULL, gsay_gate_mood)                      /* gate 9: polarity and mood */               \
    X(SPEAKER, "reported-disagreement", NULL, gsay_gate_speaker)         /* gate 10: attributed, inside one source */  \
    X(SEVERAL, "several-values", NULL, gsay_gate_several)                /* a source has more values of that kind: which one is meant? */ \
    X(BOTH, "states-both", NULL, gsay_gate_both)                         /* gate 15: a sentence of either source states both values */

enum gsay_gate_number {
#define GSAY_GATE_NUMBER(name, skipped, why, test) GSAY_GATE_##name,
    GSAY_GATES(GSAY_GATE_NUMBER)
#undef GSAY_GATE_NUMBER
    GSAY_GATE_COUNT
};

#define GSAY_WHY_MAX 6u

/* Why two claims are one fact: lines for a reader, "head: territory". */
typedef struct gsay_gate_evidence {
    gsay_str lines[GSAY_WHY_MAX]; /* owned by the alignment's arena */
    uint32_t count;
} gsay_gate_evidence;

/* What a gate may look at besides the two records. */
typedef struct gsay_gate_context {
    const gsay_records *const *sources; /* of the group, rising by name */
    size_t                     source_count;
} gsay_gate_context;

/* Test one pair. The order of a and b does not matter. */
typedef bool gsay_gate(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b);

/* Gate 2 by itself: the two measure in one dimension. It looks at nothing besides the two: context may be NULL. */
gsay_gate gsay_gate_dimension;

/* Take a pair through the table. Returns GSAY_GATE_COUNT when it passed all, else the number of the first gate that stopped it. */
unsigned gsay_gates_pass(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b);

/* Tell whether two records are a headline and the text under it. They are one event by their place. */
bool gsay_gate_is_headline(const gsay_record *a, const gsay_record *b);

/* Tell whether a pair that the time gate stopped is an update: a value that moves, in two sources of different days, which
 * pass all other gates. */
bool gsay_gates_update(const gsay_gate_context *context, const gsay_record *a, const gsay_record *b);

/* Say why a pair that passed every gate is one fact, in lines owned by arena. The lines speak of a where the two say it differently.
 * Returns false when memory is exhausted. */
bool gsay_gates_explain(gsay_arena *arena, const gsay_record *a, const gsay_record *b, gsay_gate_evidence *evidence);

/* The name under which a gate's stops are counted. */
const char *gsay_gate_name(unsigned gate);

/* Compare two values of one kind, gate 7: numbers as intervals of their digits, hedges and bounds, dates as intervals of days.
 * tolerance  relative difference that still agrees, 0 or more.
 * Returns    true when no common value is possible: the two contradict. */
bool gsay_values_contradict(const gsay_value *a, const gsay_value *b, gsay_decimal tolerance);

/* Tell whether one value is a strict bound at the other's number: "over 40" and "40". Such a pair contradicts by the letter, but only
 * sentences that are equal but for the value mean it so. */
bool gsay_values_touch(const gsay_value *a, const gsay_value *b);

/* Tell whether two values are the same statement: equal numbers and bounds, equal intervals. */
bool gsay_values_equal(const gsay_value *a, const gsay_value *b);

#endif
