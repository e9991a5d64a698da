/* Sources that treat one event: which names two of them share. The lists are made when a pair of sources is first asked
 * for, since few candidates ever ask. */
#include "align/related.h"

#include <stdlib.h>

#include "base/intern.h"

#define SHARED_PART 8u /* two sources that treat one event share one in so many of their names, at least */

/* For qsort: sources by name, so that indices are in the order of places. */
static int compare_sources(const void *a, const void *b)
{
    return gsay_str_compare((*(const gsay_records *const *)a)->source, (*(const gsay_records *const *)b)->source);
}

/* For qsort: by hash. */
static int compare_names(const void *a, const void *b)
{
    uint64_t left = ((const gsay_related_name *)a)->hash;
    uint64_t right = ((const gsay_related_name *)b)->hash;
    return (left > right) - (left < right);
}

gsay_status gsay_related_open(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_related *related)
{
    *related = (gsay_related){ .arena = arena, .count = count };
    related->sources = GSAY_TAKE(arena, const gsay_records *, count);
    if (!related->sources)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count; i++)
        related->sources[i] = &sources[i];
    if (count > 1)
        qsort(related->sources, count, sizeof *related->sources, compare_sources);
    return GSAY_OK;
}

/* List the distinct names of a source: persons by their family, so that "Mr Lee" is "Ann Lee". */
static bool list_names(gsay_related *related, size_t source)
{
    const gsay_records     *records = related->sources[source];
    gsay_related_name_list *list = &related->lists[source];
    gsay_related_name      *names = GSAY_TAKE(related->arena, gsay_related_name, records->count);
    size_t                  count = 0;
    if (!names)
        return false;
    for (size_t i = 0; i < records->count; i++) {
        const gsay_name *name = &records->items[i].value.as.name;
        if (records->items[i].value.kind != GSAY_KIND_NAME)
            continue;
        bool is_place = name->type == GSAY_NAME_PLACE || name->is_demonym;
        names[count++] = (gsay_related_name){ gsay_hash(name->family.len ? name->family : name->form), !is_place };
    }
    if (count > 1)
        qsort(names, count, sizeof *names, compare_names);
    *list = (gsay_related_name_list){ .items = names, .is_listed = true };
    for (size_t i = 0; i < count; i++)
        if (list->count == 0 || names[list->count - 1].hash != names[i].hash)
            names[list->count++] = names[i];
    return true;
}

/* The names of a source, listed when they are first asked for. NULL when memory is exhausted. */
static const gsay_related_name_list *names_of(gsay_related *related, size_t source)
{
    if (!related->lists)
        related->lists = GSAY_NEW(related->arena, gsay_related_name_list, related->count);
    if (!related->lists || (!related->lists[source].is_listed && !list_names(related, source))) {
        related->has_failed = true;
        return NULL;
    }
    return &related->lists[source];
}

bool gsay_related_ask(gsay_related *related, size_t a, size_t b, gsay_str besides)
{
    if (a == b)
        return true;
    const gsay_related_name_list *left = names_of(related, a);
    const gsay_related_name_list *right = names_of(related, b);
    uint64_t                      hash = gsay_hash(besides);
    size_t                        shared = 0;
    size_t                        telling = 0;
    if (!left || !right)
        return false;
    for (size_t i = 0, j = 0; i < left->count && j < right->count;) {
        uint64_t here = left->items[i].hash;
        uint64_t there = right->items[j].hash;
        if (here == there && here != hash) {
            shared++;
            telling += left->items[i].is_telling;
        }
        i += here <= there;
        j += there <= here;
    }
    size_t shorter = left->count < right->count ? left->count : right->count;
    return telling > 0 && shared > 1 && shared * SHARED_PART >= shorter;
}
