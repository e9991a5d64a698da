/* Spellings that depart from a commoner one: every odd form meets the nearest main form only, and what speaks for or
 * against the two being one name is written beside them. The rule decides. */
#include "align/name_form.h"

#include <stdlib.h>

/* For qsort: sources by name, so that indices are in the order of places. */
static int compare_sources(const void *a, const void *b)
{
    return gsay_str_compare(((const gsay_records *)a)->source, ((const gsay_records *)b)->source);
}

/* For qsort: by key, then odd form. */
static int compare_names(const void *a, const void *b)
{
    const gsay_name_pair *left = a;
    const gsay_name_pair *right = b;
    int                   order = gsay_str_compare(left->key, right->key);
    return order ? order : gsay_str_compare(left->odd, right->odd);
}

/* Copy the sources in order of name. */
static gsay_records *sort_sources(gsay_arena *arena, const gsay_records *sources, size_t count)
{
    gsay_records *sorted = GSAY_NEW(arena, gsay_records, count);
    if (sorted && count) {
        memcpy(sorted, sources, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_sources);
    }
    return sorted;
}

/* How many sources hold a form. */
static size_t count_sources(const gsay_form *form)
{
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++)
        count += i == 0 || form->places[i].source != form->places[i - 1].source;
    return count;
}

/* The places of a form as its pairs have them, made for the first one: a main form may have thousands of both. */
struct listed {
    const gsay_record **places; /* NULL until then */
    size_t              source_count;
};

/* List the places of a form when it is first asked for. Returns GSAY_OK or GSAY_ENOMEM. */
static gsay_status list_places(gsay_arena *arena, const gsay_form *form, struct listed *listed)
{
    if (listed->places)
        return GSAY_OK;
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, form->count);
    if (!places)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < form->count; i++)
        places[i] = form->places[i].record;
    *listed = (struct listed){ places, count_sources(form) };
    return GSAY_OK;
}

/* How many sources hold the odd form and not the main one. */
static size_t count_own_sources(const gsay_form *odd, const gsay_form *main)
{
    size_t count = 0;
    for (size_t i = 0; i < odd->count; i++) {
        bool is_new = i == 0 || odd->places[i].source != odd->places[i - 1].source;
        count += is_new && !gsay_form_stands_in(main, odd->places[i].source);
    }
    return count;
}

/* Fill what does not need judging. listed: by form. Returns GSAY_OK or GSAY_ENOMEM. */
static gsay_status describe(gsay_arena *arena, const gsay_forms *forms, const gsay_form_pair *near,
                            struct listed *listed, gsay_name_pair *pair)
{
    const gsay_form *odd = &forms->items[near->odd];
    const gsay_form *main = &forms->items[near->main];
    pair->key = gsay_arena_format(arena, "name: %.*s", GSAY_ARG(main->text));
    pair->group = forms->sources[0].group;
    pair->odd = gsay_form_shown(&odd->places[0]);
    pair->main = gsay_form_shown(&main->places[0]);
    GSAY_TRY(list_places(arena, odd, &listed[near->odd]));
    GSAY_TRY(list_places(arena, main, &listed[near->main]));
    pair->odd_places = listed[near->odd].places;
    pair->main_places = listed[near->main].places;
    pair->odd_count = odd->count;
    pair->main_count = main->count;
    pair->source_count = listed[near->main].source_count + count_own_sources(odd, main);
    return pair->key.ptr ? GSAY_OK : GSAY_ENOMEM;
}

/* Tell whether one pair is a better reading of its odd form than another: nearer, then the commoner main form. */
static bool is_better(const gsay_forms *forms, const gsay_form_pair *a, const gsay_form_pair *b)
{
    if (a->distance != b->distance)
        return a->distance < b->distance;
    return forms->items[a->main].count > forms->items[b->main].count;
}

/* Judge the pairs; of each odd form the best one that may be one name is kept. */
static gsay_status keep_best(gsay_arena *arena, const gsay_forms *forms, gsay_form_pair *near, size_t count,
                             gsay_alignment *alignment)
{
    gsay_name_pair *pairs = GSAY_NEW(arena, gsay_name_pair, count);
    struct listed  *listed = GSAY_NEW(arena, struct listed, forms->count);
    size_t          kept = 0;
    if (!pairs || !listed)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count;) {
        const gsay_form_pair *best = NULL;
        gsay_name_pair        judged = { 0 };
        uint32_t              odd = near[i].odd;
        for (; i < count && near[i].odd == odd; i++) {
            gsay_name_pair pair = { 0 };
            if ((best && !is_better(forms, &near[i], best)) || !gsay_form_pair_judge(forms, &near[i], &pair))
                continue;
            best = &near[i];
            judged = pair;
        }
        if (!best || judged.is_derived)
            continue;
        pairs[kept] = judged;
        GSAY_TRY(describe(arena, forms, best, listed, &pairs[kept]));
        kept++;
    }
    if (kept > 1)
        qsort(pairs, kept, sizeof *pairs, compare_names);
    alignment->names = pairs;
    alignment->name_count = kept;
    return GSAY_OK;
}

gsay_status gsay_align_names(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                             gsay_error *err)
{
    gsay_arena      scratch = { 0 };
    gsay_forms      forms = { 0 };
    gsay_form_pair *near = NULL;
    size_t          near_count = 0;
    gsay_records   *sorted = sort_sources(&scratch, sources, count);
    gsay_status     status = sorted ? gsay_forms_read(&scratch, sorted, count, &forms) : GSAY_ENOMEM;
    if (status == GSAY_OK)
        status = gsay_forms_find_near(&scratch, &forms, &near, &near_count);
    alignment->coverage.capped += forms.capped;
    if (status == GSAY_OK && near_count)
        status = gsay_forms_list_by_source(&scratch, &forms);
    if (status == GSAY_OK && near_count)
        status = keep_best(arena, &forms, near, near_count, alignment);
    gsay_forms_close(&forms);
    gsay_arena_clear(&scratch);
    return status == GSAY_OK ? GSAY_OK : gsay_fail_memory(err);
}
