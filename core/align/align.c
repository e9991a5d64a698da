/* The door of alignment: topics, names and quotations of one group. */
#include "align/align.h"

#include "align/named.h"

bool gsay_name_pairs_add(gsay_arena *arena, gsay_alignment *alignment, const gsay_name_pair *pairs, size_t count)
{
    if (count == 0)
        return true;
    gsay_name_pair *all = GSAY_TAKE(arena, gsay_name_pair, alignment->name_count + count);
    if (!all)
        return false;
    if (alignment->name_count)
        memcpy(all, alignment->names, alignment->name_count * sizeof *all);
    memcpy(all + alignment->name_count, pairs, count * sizeof *all);
    alignment->names = all;
    alignment->name_count += count;
    return true;
}

gsay_status gsay_align(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                       gsay_error *err)
{
    gsay_alignment result = { .settings = alignment->settings };
    GSAY_TRY(gsay_align_topics(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_named(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_names(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_people(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_acronyms(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_terms(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_romanised(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_quotes(arena, sources, count, &result, err));
    *alignment = result;
    return GSAY_OK;
}
