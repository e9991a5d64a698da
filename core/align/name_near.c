/* Words of names that lie near each other, by deletion neighbourhoods: only forms that may be a main one are indexed,
 * every form looks up. */
#include "align/name_form.h"

#include <stdlib.h>

#define BUCKET_MAX 64u /* forms that share one shortened form; more are no names but noise */

/* A shortened form of a form. */
struct shortened {
    uint64_t hash;
    uint32_t form;
};

/* A growing array of shortened forms, and one of pairs. */
struct index {
    struct shortened *items;
    size_t            count;
    size_t            capacity;
};
struct pairs {
    gsay_form_pair *items;
    size_t          count;
    size_t          capacity;
};

#define HASH_BASE 0x9e3779b97f4a7c15u /* odd: powers do not vanish */

/* Hashes of a word's parts: polynomials in HASH_BASE modulo 2^64, so that a word without some letters is hashed by
 * joining what is left (Karp and Rabin, 1987). */
struct parts {
    uint64_t before[GSAY_FORM_LETTERS_MAX * 4 + 1]; /* of the first i bytes */
    uint64_t powers[GSAY_FORM_LETTERS_MAX * 4 + 1];
    size_t   len;
};

/* Hash the beginnings of a word. */
static void read_parts(gsay_str word, struct parts *parts)
{
    parts->before[0] = 0;
    parts->powers[0] = 1;
    parts->len = word.len;
    for (size_t i = 0; i < word.len; i++) {
        parts->before[i + 1] = parts->before[i] * HASH_BASE + (unsigned char)word.ptr[i];
        parts->powers[i + 1] = parts->powers[i] * HASH_BASE;
    }
}

/* Join the bytes [begin, end) to a hash. */
static uint64_t join(const struct parts *parts, uint64_t hash, size_t begin, size_t end)
{
    uint64_t power = parts->powers[end - begin];
    return hash * power + parts->before[end] - parts->before[begin] * power;
}

/* Letters that may differ between words of a length. */
static uint32_t reach_of(size_t len)
{
    return len >= GSAY_FORM_LETTERS_TWO ? 2 : 1;
}

/* Add one shortened form. */
static gsay_status add(gsay_arena *arena, struct index *index, uint64_t hash, uint32_t form)
{
    struct shortened *items = gsay_arena_grow(arena, index->items, sizeof *items, index->count, &index->capacity);
    if (!items)
        return GSAY_ENOMEM;
    index->items = items;
    items[index->count++] = (struct shortened){ hash, form };
    return GSAY_OK;
}

/* Add all shortened forms of a form: itself, without one letter, without two where two edits are allowed. */
static gsay_status shorten(gsay_arena *arena, const gsay_form *form, uint32_t number, struct index *index)
{
    gsay_str     word = form->plain;
    struct parts parts;
    if (word.len > GSAY_FORM_LETTERS_MAX * 4)
        return GSAY_OK;
    read_parts(word, &parts);
    GSAY_TRY(add(arena, index, parts.before[word.len], number));
    for (size_t i = 0; i < word.len; i++) {
        GSAY_TRY(add(arena, index, join(&parts, parts.before[i], i + 1, word.len), number));
        /* One letter more than the limit: a word of seven letters meets one of eight by what two deletions of the
         * latter leave. */
        for (size_t j = i + 1; word.len >= GSAY_FORM_LETTERS_TWO && j < word.len; j++)
            GSAY_TRY(add(arena, index, join(&parts, join(&parts, parts.before[i], i + 1, j), j + 1, word.len), number));
    }
    return GSAY_OK;
}

static int compare_shortened(const void *a, const void *b)
{
    const struct shortened *left = a;
    const struct shortened *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->form > right->form) - (left->form < right->form);
}

static int compare_pairs(const void *a, const void *b)
{
    const gsay_form_pair *left = a;
    const gsay_form_pair *right = b;
    if (left->odd != right->odd)
        return left->odd < right->odd ? -1 : 1;
    return (left->main > right->main) - (left->main < right->main);
}

uint32_t gsay_form_distance(gsay_str a, gsay_str b, uint32_t limit)
{
    uint32_t rows[3][GSAY_FORM_LETTERS_MAX * 4 + 1];
    size_t   difference = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (difference > limit || a.len > GSAY_FORM_LETTERS_MAX * 4 || b.len > GSAY_FORM_LETTERS_MAX * 4)
        return limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = (uint32_t)j;
    for (size_t i = 1; i <= a.len; i++) {
        uint32_t *row = rows[i % 3];
        uint32_t *above = rows[(i + 2) % 3];
        uint32_t *two_above = rows[(i + 1) % 3];
        row[0] = (uint32_t)i;
        for (size_t j = 1; j <= b.len; j++) {
            uint32_t best = above[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool is_swap = i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1];
            if (is_swap && two_above[j - 2] + 1 < best)
                best = two_above[j - 2] + 1;
            row[j] = best;
        }
    }
    uint32_t distance = rows[a.len % 3][b.len];
    return distance > limit ? limit + 1 : distance;
}

/* Tell whether two words begin alike: the same first letter, or the first two swapped. */
static bool begins_alike(gsay_str a, gsay_str b)
{
    return a.ptr[0] == b.ptr[0] || (a.ptr[0] == b.ptr[1] && a.ptr[1] == b.ptr[0]);
}

/* Tell whether the two are long enough to be told apart from each other's neighbours. */
static bool are_long_enough(const gsay_form *odd, const gsay_form *main)
{
    return main->plain.len >= GSAY_FORM_LETTERS_MAIN && (odd->plain.len >= GSAY_FORM_LETTERS_MAIN || odd->classes == 0);
}

/* Keep a pair when it is near enough and the main form frequent enough. */
static gsay_status try_pair(gsay_arena *arena, const gsay_forms *forms, uint32_t odd, uint32_t main,
                            struct pairs *pairs)
{
    const gsay_form *rare = &forms->items[odd];
    const gsay_form *common = &forms->items[main];
    if (odd == main || common->count < GSAY_FORM_RATIO * rare->count || !are_long_enough(rare, common) ||
        !begins_alike(rare->plain, common->plain))
        return GSAY_OK;
    size_t   shorter = rare->plain.len < common->plain.len ? rare->plain.len : common->plain.len;
    uint32_t limit = reach_of(shorter);
    uint32_t distance = gsay_form_distance(rare->plain, common->plain, limit);
    if (distance == 0 || distance > limit)
        return GSAY_OK;
    gsay_form_pair *items = gsay_arena_grow(arena, pairs->items, sizeof *items, pairs->count, &pairs->capacity);
    if (!items)
        return GSAY_ENOMEM;
    pairs->items = items;
    items[pairs->count++] = (gsay_form_pair){ odd, main, distance };
    return GSAY_OK;
}

/* Where a hash begins in the sorted index. */
static size_t find_hash(const struct index *index, uint64_t hash)
{
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->items[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Look up all shortened forms of one form among those of the main ones. own: of the form. */
static gsay_status look_up(gsay_arena *arena, const gsay_forms *forms, const struct index *own,
                           const struct index *mains, struct pairs *pairs)
{
    for (size_t i = 0; i < own->count; i++) {
        size_t at = find_hash(mains, own->items[i].hash);
        for (size_t n = 0; n < BUCKET_MAX && at + n < mains->count; n++) {
            if (mains->items[at + n].hash != own->items[i].hash)
                break;
            GSAY_TRY(try_pair(arena, forms, own->items[i].form, mains->items[at + n].form, pairs));
        }
    }
    return GSAY_OK;
}

/* Look up every form. */
static gsay_status look_up_all(gsay_arena *arena, const gsay_forms *forms, const struct index *mains,
                               struct pairs *pairs)
{
    gsay_arena  scratch = { 0 };
    gsay_status status = GSAY_OK;
    for (uint32_t i = 0; status == GSAY_OK && mains->count && i < forms->count; i++) {
        struct index own = { 0 };
        if (forms->items[i].count == 0)
            continue;
        gsay_arena_reset(&scratch);
        status = shorten(&scratch, &forms->items[i], i, &own);
        if (status == GSAY_OK)
            status = look_up(arena, forms, &own, mains, pairs);
    }
    gsay_arena_clear(&scratch);
    return status;
}

gsay_status gsay_forms_find_near(gsay_arena *arena, const gsay_forms *forms, gsay_form_pair **pairs, size_t *count)
{
    struct index mains = { 0 };
    struct pairs found = { 0 };
    for (uint32_t i = 0; i < forms->count; i++)
        if (forms->items[i].count >= GSAY_FORM_RATIO && forms->items[i].plain.len >= GSAY_FORM_LETTERS_MAIN)
            GSAY_TRY(shorten(arena, &forms->items[i], i, &mains));
    if (mains.count)
        qsort(mains.items, mains.count, sizeof *mains.items, compare_shortened);
    GSAY_TRY(look_up_all(arena, forms, &mains, &found));
    size_t kept = 0;
    if (found.count)
        qsort(found.items, found.count, sizeof *found.items, compare_pairs);
    for (size_t i = 0; i < found.count; i++)
        if (kept == 0 || compare_pairs(&found.items[kept - 1], &found.items[i]) != 0)
            found.items[kept++] = found.items[i];
    *pairs = found.items;
    *count = kept;
    return GSAY_OK;
}
