/* Sources that treat one event. Private to core/align. */
#ifndef GSAY_ALIGN_RELATED_H
#define GSAY_ALIGN_RELATED_H

#include "claim/record.h"

/* A name that a source holds. */
typedef struct gsay_related_name {
    uint64_t hash;
    bool     is_telling; /* not a place: half the world's texts name the same capitals */
} gsay_related_name;

/* The names of one source. */
typedef struct gsay_related_name_list {
    gsay_related_name *items; /* by hash, distinct */
    size_t             count;
    bool               is_listed;
} gsay_related_name_list;

/* The sources of a group. */
typedef struct gsay_related {
    gsay_arena             *arena;
    const gsay_records    **sources; /* in order of name */
    size_t                  count;
    gsay_related_name_list *lists; /* by source; NULL until one is asked for */
    bool                    has_failed; /* memory is exhausted: answers are worth nothing */
} gsay_related;

/* Begin with a group; sources are borrowed, in any order. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_related_open(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_related *related);

/* Tell whether two sources, by their place in the order of names, treat one event: one is the other, or they share two
 * names, one of them no place, and a part of all that the shorter one names. A name `besides` does not count. */
bool gsay_related_ask(gsay_related *related, size_t a, size_t b, gsay_str besides);

#endif
