/* Versions of one quotation: candidates share four words in a row, each pair is laid side by side once, those that
 * agree are one version, and every set gathers around the version with the most places (CHECKS.md, gate 13).
 *
 * Near-linear: what shares no short row of words as written is not read at all (quote_sift.c); equal normal forms are
 * one from the start; a row of words that too many forms share is a stock phrase and brings nobody together; each form
 * of a row meets only its commonest few. */
#include "align/quote_version.h"

#include <stdlib.h>

#define KEY_WORDS 8u /* words of the main version that name a set */

/* Two heads, main first, and the pair of forms that says how they differ. */
struct link {
    uint32_t               main;
    uint32_t               other;
    bool                   is_head; /* the pair is of the heads themselves */
    const gsay_quote_near *near;
    bool                   is_swapped; /* the pair's low form is of the other version */
};

/* The work on one group. */
struct work {
    gsay_arena       *arena;
    gsay_arena       *scratch;
    gsay_wording_keys keys;
    gsay_quote_form  *forms; /* by number of places, then place */
    size_t            count;
    gsay_quote_nears  nears;
    struct link      *links; /* by main, other */
    size_t            link_count;
    gsay_quote_sets   sets;
};

/* For qsort: by normal form, then place. */
static int compare_forms(const void *a, const void *b)
{
    const gsay_record *left = *(const gsay_record *const *)a;
    const gsay_record *right = *(const gsay_record *const *)b;
    int                order = gsay_str_compare(left->value.as.quote.normal, right->value.as.quote.normal);
    return order ? order : gsay_quote_place_compare(left, right);
}

/* For qsort: most places first, then the earliest place. */
static int compare_versions(const void *a, const void *b)
{
    const gsay_quote_form *left = a;
    const gsay_quote_form *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return gsay_quote_place_compare(left->places[0], right->places[0]);
}

/* Sort an array that may be empty. */
static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(items, count, size, compare);
}

/* Tell whether a normal form may have words enough: spaces are cheaper to count than words are to read. */
static bool is_long_enough(gsay_str normal)
{
    size_t words = 1;
    for (size_t i = 0; i < normal.len && words < GSAY_QUOTATION_WORDS_MIN; i++)
        words += normal.ptr[i] == ' ' || normal.ptr[i] == '\'';
    return words >= GSAY_QUOTATION_WORDS_MIN;
}

/* The quotations of all sources that are long enough, by normal form. */
static gsay_status gather(struct work *work, const gsay_records *sources, size_t count, const gsay_record ***out,
                          size_t *out_count)
{
    size_t              capacity = 0;
    size_t              found = 0;
    const gsay_record **quotes = NULL;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++) {
            const gsay_record *record = &sources[i].items[j];
            if (record->value.kind != GSAY_KIND_QUOTE || !is_long_enough(record->value.as.quote.normal))
                continue;
            quotes = gsay_arena_grow(work->arena, quotes, sizeof *quotes, found, &capacity);
            if (!quotes)
                return GSAY_ENOMEM;
            quotes[found++] = record;
        }
    sort(quotes, found, sizeof *quotes, compare_forms);
    *out = quotes;
    *out_count = found;
    return GSAY_OK;
}

/* Collapse equal normal forms to versions, and read the words of those that are near another. */
static gsay_status collapse(struct work *work, const gsay_record **quotes, size_t count)
{
    work->forms = GSAY_NEW(work->scratch, gsay_quote_form, count);
    if (!work->forms)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count;) {
        size_t   end = i + 1;
        gsay_str normal = quotes[i]->value.as.quote.normal;
        while (end < count && gsay_str_equal(quotes[end]->value.as.quote.normal, normal))
            end++;
        work->forms[work->count++] = (gsay_quote_form){ .places = quotes + i, .count = end - i };
        i = end;
    }
    sort(work->forms, work->count, sizeof *work->forms, compare_versions);
    bool *is_near = NULL;
    GSAY_TRY(gsay_quote_sift(work->scratch, work->forms, work->count, &is_near));
    for (size_t i = 0; i < work->count; i++)
        if (is_near[i])
            GSAY_TRY(gsay_wording_read(work->scratch, &work->keys, work->forms[i].places[0]->value.as.quote.normal,
                                       &work->forms[i].wording));
    return GSAY_OK;
}

/* Tell whether a head stands before another: more places, then the earlier place. */
static bool is_before(const struct work *work, uint32_t a, uint32_t b)
{
    return compare_versions(&work->forms[a], &work->forms[b]) < 0;
}

/* For qsort: by main, other; the pair of the heads themselves first, then in order of forms. */
static int compare_links(const void *a, const void *b)
{
    const struct link *left = a;
    const struct link *right = b;
    if (left->main != right->main)
        return left->main < right->main ? -1 : 1;
    if (left->other != right->other)
        return left->other < right->other ? -1 : 1;
    if (left->is_head != right->is_head)
        return left->is_head ? -1 : 1;
    return (left->near > right->near) - (left->near < right->near);
}

/* Link the heads whose forms are versions of one quotation, each two once. */
static gsay_status link_heads(struct work *work)
{
    size_t count = 0;
    work->links = GSAY_NEW(work->scratch, struct link, work->nears.count);
    if (!work->links)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < work->nears.count; i++) {
        const gsay_quote_near *near = &work->nears.items[i];
        uint32_t               low = work->forms[near->low].head;
        uint32_t               high = work->forms[near->high].head;
        if (!near->is_version || low == high)
            continue;
        bool is_swapped = is_before(work, high, low);
        work->links[count++] = (struct link){ .main = is_swapped ? high : low,
                                              .other = is_swapped ? low : high,
                                              .is_head = low == near->low && high == near->high,
                                              .near = near,
                                              .is_swapped = is_swapped };
    }
    sort(work->links, count, sizeof *work->links, compare_links);
    for (size_t i = 0; i < count; i++)
        if (work->link_count == 0 || work->links[work->link_count - 1].main != work->links[i].main ||
            work->links[work->link_count - 1].other != work->links[i].other)
            work->links[work->link_count++] = work->links[i];
    return GSAY_OK;
}

/* The version that a link adds to the set of its main one. */
static gsay_quote_version version_of(const struct work *work, const struct link *link)
{
    const gsay_quote_form           *form = &work->forms[link->other];
    const gsay_quotation_difference *difference = &link->near->difference;
    return (gsay_quote_version){ .places = form->places,
                                 .count = form->count,
                                 .change = difference->change,
                                 .lost = link->is_swapped ? difference->found : difference->lost,
                                 .found = link->is_swapped ? difference->lost : difference->found,
                                 .same_speaker = link->near->same_speaker };
}

/* For qsort: as compare_versions. */
static int compare_members(const void *a, const void *b)
{
    const gsay_quote_version *left = a;
    const gsay_quote_version *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return gsay_quote_place_compare(left->places[0], right->places[0]);
}

/* A head with its links, as the main version of a set. */
struct start {
    uint32_t           head;
    const struct link *links;
    size_t             count;
};

/* Write the set of a main version down. */
static gsay_status add_set(struct work *work, const struct start *start)
{
    const gsay_quote_form *main = &work->forms[start->head];
    gsay_quote_set        *sets =
        gsay_arena_grow(work->arena, work->sets.items, sizeof *sets, work->sets.count, &work->sets.capacity);
    gsay_quote_version *members = GSAY_NEW(work->arena, gsay_quote_version, start->count + 1);
    if (!sets || !members)
        return GSAY_ENOMEM;
    members[0] = (gsay_quote_version){
        .places = main->places, .count = main->count, .lost = GSAY_STR(""), .found = GSAY_STR(""), .same_speaker = true
    };
    for (size_t i = 0; i < start->count; i++)
        members[i + 1] = version_of(work, &start->links[i]);
    sort(members + 1, start->count, sizeof *members, compare_members);
    work->sets.items = sets;
    sets[work->sets.count++] = (gsay_quote_set){ .key = gsay_quote_key(main->places[0]->value.as.quote.normal),
                                                 .versions = members,
                                                 .count = start->count + 1 };
    return GSAY_OK;
}

/* A start with its form, for sorting. */
struct ranked_start {
    const gsay_quote_form *form;
    struct start           start;
};

/* For qsort: as compare_versions. */
static int compare_starts(const void *a, const void *b)
{
    return compare_versions(((const struct ranked_start *)a)->form, ((const struct ranked_start *)b)->form);
}

/* List the heads that may begin a set, commonest first: those with links, and those of several forms that agree. */
static struct ranked_start *list_starts(struct work *work, size_t *count)
{
    struct ranked_start *starts = GSAY_NEW(work->scratch, struct ranked_start, work->count);
    bool                *is_joined = GSAY_NEW(work->scratch, bool, work->count);
    size_t               next = 0;
    *count = 0;
    if (!starts || !is_joined)
        return NULL;
    for (uint32_t i = 0; i < work->count; i++)
        is_joined[work->forms[i].head] |= work->forms[i].head != i;
    for (uint32_t i = 0; i < work->count; i++) {
        struct start start = { .head = i, .links = work->links + next };
        while (next < work->link_count && work->links[next].main == i)
            next++;
        start.count = (size_t)(work->links + next - start.links);
        if (start.count || is_joined[i])
            starts[(*count)++] = (struct ranked_start){ &work->forms[i], start };
    }
    sort(starts, *count, sizeof *starts, compare_starts);
    return starts;
}

/* Gather the versions around each main one that is in no set yet, commonest first. A version that belongs to an earlier
 * set may join a later one: a long quotation holds several short ones. */
static gsay_status gather_sets(struct work *work)
{
    size_t               count = 0;
    struct ranked_start *starts = list_starts(work, &count);
    bool                *is_placed = GSAY_NEW(work->scratch, bool, work->count);
    if (!starts || !is_placed)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const struct start *start = &starts[i].start;
        if (is_placed[start->head])
            continue;
        GSAY_TRY(add_set(work, start));
        for (size_t j = 0; j < start->count; j++)
            is_placed[start->links[j].other] = true;
    }
    return GSAY_OK;
}

/* For qsort: sets by first place. */
static int compare_sets(const void *a, const void *b)
{
    return gsay_quote_place_compare(((const gsay_quote_set *)a)->versions[0].places[0],
                                    ((const gsay_quote_set *)b)->versions[0].places[0]);
}

/* Do the work; everything is in place. */
static gsay_status align(struct work *work, const gsay_records *sources, size_t count)
{
    const gsay_record **quotes = NULL;
    size_t              quote_count = 0;
    GSAY_TRY(gather(work, sources, count, &quotes, &quote_count));
    if (quote_count < 2)
        return GSAY_OK;
    GSAY_TRY(collapse(work, quotes, quote_count));
    GSAY_TRY(gsay_quote_find_near(work->scratch, work->forms, work->count, &work->nears));
    if (work->nears.count == 0)
        return GSAY_OK;
    GSAY_TRY(gsay_quote_agree(work->arena, work->scratch, work->forms, work->count, &work->nears));
    GSAY_TRY(link_heads(work));
    return gather_sets(work);
}

/* Who says what: also of quotations too short to have versions. Then the sets are put in order. */
static gsay_status finish(struct work *work, const gsay_records *sources, size_t count)
{
    GSAY_TRY(gsay_quote_find_speakers(work->arena, work->scratch, sources, count, &work->sets));
    for (size_t i = 0; i < work->sets.count; i++)
        work->sets.items[i].group = sources[0].group;
    sort(work->sets.items, work->sets.count, sizeof *work->sets.items, compare_sets);
    return GSAY_OK;
}

gsay_str gsay_quote_key(gsay_str normal)
{
    size_t words = 0;
    for (size_t i = 0; i < normal.len; i++)
        if (normal.ptr[i] == ' ' && ++words == KEY_WORDS)
            return (gsay_str){ normal.ptr, i };
    return normal;
}

gsay_status gsay_align_quotes(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                              gsay_error *err)
{
    gsay_arena  scratch = { 0 };
    struct work work = { .arena = arena, .scratch = &scratch };
    gsay_status status = align(&work, sources, count);
    if (status == GSAY_OK)
        status = finish(&work, sources, count);
    if (status == GSAY_OK) {
        alignment->quotes = work.sets.items;
        alignment->quote_count = work.sets.count;
    }
    gsay_wording_keys_close(&work.keys);
    gsay_arena_clear(&scratch);
    return status == GSAY_OK ? GSAY_OK : gsay_fail_memory(err);
}
