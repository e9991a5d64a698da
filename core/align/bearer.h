/* Names that bear a key - a family name, an acronym - and are held against each other where they share it: what
 * people.c and acronym.c have in common. Private to core/align. */
#ifndef GSAY_ALIGN_BEARER_H
#define GSAY_ALIGN_BEARER_H

#include "align/align.h"
#include "align/related.h"

#define GSAY_BEARERS_MAX      64u /* of one key that are held against each other; the rest is counted as "capped" */
#define GSAY_BEARER_LOOKS_MAX 64u /* walks over all records that a group may cost; what would need more is counted likewise */
#define GSAY_DAYS_UNKNOWN     INT32_MAX

/* A name that bears a key. */
typedef struct gsay_bearer {
    const gsay_record *record;
    gsay_str           key;
    uint32_t           source; /* index in related.sources */
    uint32_t           first;  /* the first of the run that says the same as this one; set by gsay_bearer_method.compare */
} gsay_bearer;

/* The bearers of one key, by source and place; at most GSAY_BEARERS_MAX. */
typedef struct gsay_bearer_run {
    gsay_bearer *items;
    size_t       count;
} gsay_bearer_run;

/* The state of one group. */
typedef struct gsay_bearer_work {
    gsay_arena     *arena;   /* of the result */
    gsay_arena     *scratch; /* given back at the end of the group */
    gsay_related    related;
    gsay_str        group;
    gsay_name_pair *pairs; /* found so far; in scratch */
    size_t          pair_count;
    size_t          pair_capacity;
    size_t          looks;  /* that were asked for */
    uint64_t        capped; /* names that a limit left out */
} gsay_bearer_work;

/* What is compared, and how. */
typedef struct gsay_bearer_method {
    gsay_str (*read_key)(const gsay_name *name); /* "" for a name that is none of those compared */
    bool (*compare)(gsay_bearer_work *work, const gsay_bearer_run *run); /* false when memory is exhausted */
} gsay_bearer_method;

/* Compare the bearers of each key and put the pairs that come of it behind those of the alignment, in the order of the
 * keys. The other arguments and the result are those of gsay_align. */
gsay_status gsay_bearers_align(gsay_arena *arena, const gsay_records *sources, size_t count,
                               const gsay_bearer_method *method, gsay_alignment *alignment, gsay_error *err);

/* The name of a bearer of a run. */
static inline const gsay_name *gsay_bearer_name(const gsay_bearer_run *run, size_t index)
{
    return &run->items[index].record->value.as.name;
}

/* Tell whether what two bearers say stands in related sources (related.h). a, b: firsts. days: out; between the filing
 * of the nearest two, GSAY_DAYS_UNKNOWN where of any two only one is dated. */
bool gsay_bearers_are_related(gsay_bearer_work *work, const gsay_bearer_run *run, size_t a, size_t b, int32_t *days);

/* Tell whether one more walk over all records may be made; counts those that may not. */
bool gsay_bearers_may_look(gsay_bearer_work *work);

/* Room for one more pair, all zero but its kind, key and group. subject: what the key names. NULL when memory is
 * exhausted. */
gsay_name_pair *gsay_bearers_add_pair(gsay_bearer_work *work, gsay_pair_kind kind, gsay_str subject);

/* The records of those that say the same as one, owned by work->arena. first: the first of them. NULL when memory is
 * exhausted. */
const gsay_record **gsay_bearers_list_places(gsay_bearer_work *work, const gsay_bearer_run *run, size_t first,
                                             size_t *count);

/* Give a pair its sides, all that say the same as a and as b: the one with fewer places is the odd one, b among equals.
 * a, b: firsts, a before b. Returns false when memory is exhausted. */
bool gsay_bearers_set_sides(gsay_bearer_work *work, const gsay_bearer_run *run, size_t a, size_t b,
                            gsay_name_pair *pair);

#endif
