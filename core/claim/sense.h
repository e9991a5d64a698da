/* What reading a clause needs to know of a word beyond its lexicon classes: its sense in a statement, and the word that stands for all of
 * its synonyms. Data, not code: one sorted table in sense.c. Private to core/claim, but for tests. */
#ifndef GSAY_CLAIM_SENSE_H
#define GSAY_CLAIM_SENSE_H

#include "base/arena.h"
#include "lexicon/lexicon.h"

/* The senses. X(NAME, what words of it do) */
#define GSAY_SENSES(X)                                                                                                 \
    X(PREDICATE, "say what happens to the value: kill, injure, hold; synonyms share one name")                        \
    X(HEAD, "are counted, with an irregular plural or a synonym: people, men")                                        \
    X(CHANGE, "move a value: rise, fall, up, down")                                                                    \
    X(LIGHT, "are verbs without content of their own: be, have, make, reach")                                         \
    X(TARGET, "make a value one that is wanted: target, goal")                                                        \
    X(CURRENT, "make it the one in force: current, now")                                                              \
    X(LIMIT, "make it a bound: limit, maximum, record")                                                               \
    X(FORECAST, "make it one to come: expected, projected")                                                           \
    X(SUBSET, "make it a part of what stands before: including")                                                      \
    X(TOTAL, "make it the whole: total, altogether")                                                                  \
    X(OTHER, "count beside something else: another, more, further")                                                   \
    X(AVERAGE, "make it a mean of many: average, median")                                                             \
    X(RATE, "make it one for each: per, every")                                                                       \
    X(POSSIBLE, "make it not said to be so: if, would, suspected")                                                    \
    X(MEASURE, "name a measure and nothing measured: rate, toll, share")                                              \
    X(EXTENT, "say which extent a quantity is, and are no head: long, deep, old")

enum gsay_sense_number {
#define GSAY_SENSE_NUMBER(name, doc) GSAY_SENSE_NUMBER_##name,
    GSAY_SENSES(GSAY_SENSE_NUMBER)
#undef GSAY_SENSE_NUMBER
    GSAY_SENSE_COUNT
};

/* A set of senses; GSAY_SENSE(CHANGE) is the set of one. */
typedef uint16_t gsay_senses;
#define GSAY_SENSE(name) ((gsay_senses)(1u << GSAY_SENSE_NUMBER_##name))

#define GSAY_SENSE_STEM_BYTES 16 /* of a row's stem, which is shorter */

/* One row: a stem as gsay_claim_stem gives it, the name of its synonyms ("" itself), and its senses. */
typedef struct gsay_sense_row {
    char        stem[GSAY_SENSE_STEM_BYTES]; /* filled up with zeros: two of them compare as numbers */
    gsay_str    name;
    gsay_senses senses;
} gsay_sense_row;

/* The rows, rising by stem. */
extern const gsay_sense_row gsay_sense_rows[];
/* The number of rows. */
extern const size_t gsay_sense_count;

/* Find the row of a stem; NULL when it has none. Cost: a binary search. */
const gsay_sense_row *gsay_sense_find(gsay_str stem);

/* The stem of a word in a form that British and American spelling share: defence and defense, colour and color, organise and organize.
 * Returns a slice of the word or of arena; ptr NULL when memory is exhausted. */
gsay_str gsay_claim_stem(gsay_arena *arena, gsay_str folded);

/* The singular of a noun that is regular, in the same shared spelling: "territories" gives "territory".
 * Returns as gsay_claim_stem. */
gsay_str gsay_claim_singular(gsay_arena *arena, gsay_str folded);

#endif
