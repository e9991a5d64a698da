/* The door of alignment: topics, names and quotations of one group. */
#include "align/align.h"

gsay_status gsay_align(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                       gsay_error *err)
{
    gsay_alignment result = { .has_departing_only = alignment->has_departing_only };
    GSAY_TRY(gsay_align_topics(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_names(arena, sources, count, &result, err));
    GSAY_TRY(gsay_align_quotes(arena, sources, count, &result, err));
    *alignment = result;
    return GSAY_OK;
}
