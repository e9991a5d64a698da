/* Two rising lists of mentions become one: what the walk found, and what was found when the whole document was known.
 */
#include "extract/name.h"

/* Tell whether a stands before b: by place, a quotation before what is inside it. */
static bool stands_before(const gsay_mention *a, const gsay_mention *b)
{
    if (a->text.begin != b->text.begin)
        return a->text.begin < b->text.begin;
    return a->value.kind == GSAY_KIND_QUOTE || b->value.kind != GSAY_KIND_QUOTE;
}

gsay_status gsay_mentions_merge(gsay_arena *arena, gsay_mentions *mentions, const gsay_mention *more, size_t count)
{
    if (count == 0)
        return GSAY_OK;
    gsay_mention *merged = GSAY_NEW(arena, gsay_mention, mentions->count + count);
    if (!merged)
        return GSAY_ENOMEM;
    size_t old = 0;
    size_t new = 0;
    while (old < mentions->count || new < count) {
        bool is_old = new == count || (old < mentions->count && stands_before(&mentions->items[old], &more[new]));
        merged[old + new] = is_old ? mentions->items[old] : more[new];
        old += is_old;
        new += !is_old;
    }
    mentions->items = merged;
    mentions->count += count;
    return GSAY_OK;
}
