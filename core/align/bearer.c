/* Names that bear a key: gathered from all records, sorted by key and place, compared run by run. */
#include "align/bearer.h"

#include <stdlib.h>

#define SOURCES_MAX 8u /* sources of each side that are asked whether they are related */

/* Kinds of pairs, as keys begin. */
static const char *const kind_words[GSAY_PAIR_KIND_COUNT] = {
#define KIND_WORD(name, text) text,
    GSAY_PAIR_KINDS(KIND_WORD)
#undef KIND_WORD
};

/* The sources of those that say the same. */
struct source_list {
    uint32_t items[SOURCES_MAX]; /* the first few of them */
    size_t   count;
    bool     is_cut;
};

/* For qsort: by key, then place. */
static int compare_bearers(const void *a, const void *b)
{
    const gsay_bearer *left = a;
    const gsay_bearer *right = b;
    int                order = gsay_str_compare(left->key, right->key);
    if (order)
        return order;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    return (left->record->place.span.begin > right->record->place.span.begin) -
           (left->record->place.span.begin < right->record->place.span.begin);
}

/* Gather the bearers of all keys, key by key. Returns false when memory is exhausted. */
static bool gather(gsay_bearer_work *work, const gsay_bearer_method *method, gsay_bearer_run *all)
{
    size_t capacity = 0;
    for (size_t i = 0; i < work->related.count; i++) {
        const gsay_records *records = work->related.sources[i];
        for (size_t k = 0; k < records->count; k++) {
            const gsay_record *record = &records->items[k];
            if (record->value.kind != GSAY_KIND_NAME)
                continue;
            gsay_str key = method->read_key(&record->value.as.name);
            if (key.len == 0)
                continue;
            gsay_bearer *items = gsay_arena_extend(work->scratch, all->items, sizeof *items, all->count, &capacity);
            if (!items)
                return false;
            all->items = items;
            items[all->count++] = (gsay_bearer){ .record = record, .key = key, .source = (uint32_t)i };
        }
    }
    if (all->count > 1)
        qsort(all->items, all->count, sizeof *all->items, compare_bearers);
    return true;
}

/* Compare key by key. Returns false when memory is exhausted. */
static bool compare_runs(gsay_bearer_work *work, const gsay_bearer_method *method, const gsay_bearer_run *all)
{
    for (size_t begin = 0, end; begin < all->count; begin = end) {
        end = begin + 1;
        while (end < all->count && gsay_str_equal(all->items[begin].key, all->items[end].key))
            end++;
        size_t          kept = end - begin < GSAY_BEARERS_MAX ? end - begin : GSAY_BEARERS_MAX;
        gsay_bearer_run run = { all->items + begin, kept };
        work->capped += end - begin - kept;
        if (!method->compare(work, &run))
            return false;
    }
    return true;
}

/* How many days lie between the filing of two sources. Sources without any date are of one time for all that can be
 * known. */
static int32_t days_between(const gsay_records *a, const gsay_records *b)
{
    if (a == b || (a->filed == GSAY_DAY_NONE && b->filed == GSAY_DAY_NONE))
        return 0;
    if (a->filed == GSAY_DAY_NONE || b->filed == GSAY_DAY_NONE)
        return GSAY_DAYS_UNKNOWN;
    return a->filed < b->filed ? b->filed - a->filed : a->filed - b->filed;
}

/* List the first few sources of those that say the same as one. */
static struct source_list list_sources(const gsay_bearer_run *run, size_t first)
{
    struct source_list list = { 0 };
    for (size_t i = first; i < run->count && !list.is_cut; i++) {
        uint32_t source = run->items[i].source;
        if (run->items[i].first != first || (list.count && list.items[list.count - 1] == source))
            continue;
        list.is_cut = list.count == SOURCES_MAX;
        if (!list.is_cut)
            list.items[list.count++] = source;
    }
    return list;
}

gsay_status gsay_bearers_align(gsay_arena *arena, const gsay_records *sources, size_t count,
                               const gsay_bearer_method *method, gsay_alignment *alignment, gsay_error *err)
{
    gsay_arena       scratch = { 0 };
    gsay_bearer_run  all = { 0 };
    gsay_bearer_work work = { .arena = arena, .scratch = &scratch, .group = count ? sources[0].group : GSAY_STR("") };
    bool             is_fine = gsay_related_open(&scratch, sources, count, &work.related) == GSAY_OK &&
                   gather(&work, method, &all) && compare_runs(&work, method, &all) &&
                   gsay_name_pairs_add(arena, alignment, work.pairs, work.pair_count);
    alignment->coverage.capped += is_fine ? work.capped : 0;
    gsay_arena_clear(&scratch);
    return is_fine ? GSAY_OK : gsay_fail_memory(err);
}

bool gsay_bearers_are_related(gsay_bearer_work *work, const gsay_bearer_run *run, size_t a, size_t b, int32_t *days)
{
    const gsay_records *const *sources = work->related.sources;
    struct source_list         left = list_sources(run, a);
    struct source_list         right = list_sources(run, b);
    bool                       are_related = false;
    *days = GSAY_DAYS_UNKNOWN;
    for (size_t i = 0; i < left.count; i++)
        for (size_t k = 0; k < right.count; k++) {
            int32_t here = days_between(sources[left.items[i]], sources[right.items[k]]);
            if ((are_related && here >= *days) ||
                !gsay_related_ask(&work->related, left.items[i], right.items[k], run->items[a].key))
                continue;
            are_related = true;
            *days = here;
        }
    work->capped += !are_related && (left.is_cut || right.is_cut);
    return are_related;
}

bool gsay_bearers_may_look(gsay_bearer_work *work)
{
    bool may_look = work->looks < GSAY_BEARER_LOOKS_MAX;
    work->looks += may_look;
    work->capped += !may_look;
    return may_look;
}

gsay_name_pair *gsay_bearers_add_pair(gsay_bearer_work *work, gsay_pair_kind kind, gsay_str subject)
{
    gsay_name_pair *pairs =
        gsay_arena_grow(work->scratch, work->pairs, sizeof *pairs, work->pair_count, &work->pair_capacity);
    if (!pairs)
        return NULL;
    work->pairs = pairs;
    gsay_name_pair *pair = &pairs[work->pair_count++];
    pair->kind = kind;
    pair->group = work->group;
    pair->key = gsay_arena_format(work->arena, "%s: %.*s", kind_words[kind], GSAY_ARG(subject));
    return pair->key.ptr ? pair : NULL;
}

const gsay_record **gsay_bearers_list_places(gsay_bearer_work *work, const gsay_bearer_run *run, size_t first,
                                             size_t *count)
{
    const gsay_record **places = GSAY_TAKE(work->arena, const gsay_record *, run->count);
    *count = 0;
    for (size_t i = first; places && i < run->count; i++)
        if (run->items[i].first == first)
            places[(*count)++] = run->items[i].record;
    return places;
}

bool gsay_bearers_set_sides(gsay_bearer_work *work, const gsay_bearer_run *run, size_t a, size_t b,
                            gsay_name_pair *pair)
{
    size_t              left_count = 0;
    size_t              right_count = 0;
    const gsay_record **left = gsay_bearers_list_places(work, run, a, &left_count);
    const gsay_record **right = gsay_bearers_list_places(work, run, b, &right_count);
    if (!left || !right)
        return false;
    bool is_swapped = right_count > left_count;
    pair->main_places = is_swapped ? right : left;
    pair->main_count = is_swapped ? right_count : left_count;
    pair->odd_places = is_swapped ? left : right;
    pair->odd_count = is_swapped ? left_count : right_count;
    pair->main = pair->main_places[0]->value.as.name.shown;
    pair->odd = pair->odd_places[0]->value.as.name.shown;
    return true;
}
