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
    gsay_mention *merged = GSAY_TAKE(arena, gsay_mention, mentions->count + count);
    if (!merged)
        return GSAY_ENOMEM;
    gsay_mention *items = mentions->items;
    size_t        old = 0;
    for (size_t new = 0; new < count; new ++) {
        size_t first = old;
        while (old < mentions->count && stands_before(&items[old], &more[new]))
            old++;
        if (old > first)
            memcpy(&merged[first + new], &items[first], (old - first) * sizeof *items);
        merged[old + new] = more[new];
    }
    if (old < mentions->count)
        memcpy(&merged[old + count], &items[old], (mentions->count - old) * sizeof *items);
    mentions->items = merged;
    mentions->count += count;
    return GSAY_OK;
}
