/* Which quotations share a row of words: one hash table over all rows, whose chains pair the forms on them. */
#include "align/quote_version.h"

#include <stdlib.h>

#define NO_ROW UINT32_MAX

/* A row of words of a form. Rows of one hash are a chain in order of forms; its first row knows the last one. */
struct row {
    uint64_t hash;
    uint32_t form;
    uint32_t begin;
    uint32_t next;  /* of the chain, or NO_ROW */
    uint32_t last;  /* of the chain, at its first row */
    uint32_t forms; /* distinct ones on the chain, at its first row */
};

/* All rows, and the slots of a table with open addressing that hold the first row of each chain. */
struct rows {
    struct row *items;
    uint32_t    count;
    uint32_t   *slots; /* row + 1, 0 when empty */
    uint32_t    mask;
};

/* The first power of two that leaves half of the slots empty. */
static uint32_t count_slots(size_t count)
{
    uint32_t slots = 16;
    while (slots < count * 2)
        slots *= 2;
    return slots;
}

/* Get room for all rows. Returns GSAY_OK or GSAY_ENOMEM. */
static gsay_status open_rows(gsay_arena *arena, const gsay_quote_form *forms, size_t count, struct rows *rows)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += forms[i].wording.count;
    uint32_t slots = count_slots(total);
    *rows = (struct rows){ .items = GSAY_TAKE(arena, struct row, total),
                           .slots = GSAY_NEW(arena, uint32_t, slots),
                           .mask = slots - 1 };
    return rows->items && rows->slots ? GSAY_OK : GSAY_ENOMEM;
}

/* Add a row to its chain. A form that has the row twice is on the chain once, by the first. */
static void add_row(struct rows *rows, uint64_t hash, uint32_t form, uint32_t begin)
{
    uint32_t slot = (uint32_t)(hash >> 32) & rows->mask;
    while (rows->slots[slot] && rows->items[rows->slots[slot] - 1].hash != hash)
        slot = (slot + 1) & rows->mask;
    uint32_t   here = rows->count;
    struct row row = { hash, form, begin, NO_ROW, here, 1 };
    if (rows->slots[slot]) {
        struct row *first = &rows->items[rows->slots[slot] - 1];
        struct row *last = &rows->items[first->last];
        if (last->form == form)
            return;
        last->next = here;
        first->last = here;
        first->forms++;
    } else {
        rows->slots[slot] = here + 1;
    }
    rows->items[here] = row;
    rows->count++;
}

_Static_assert(GSAY_QUOTATION_ROW_WORDS == 4, "a row is hashed as two numbers of two words each");

/* Add all rows of all forms, in order of forms. */
static void add_rows(struct rows *rows, const gsay_quote_form *forms, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const gsay_wording *wording = &forms[i].wording;
        for (uint32_t j = 0; j + GSAY_QUOTATION_ROW_WORDS <= wording->count; j++) {
            const uint32_t *words = wording->words + j;
            uint64_t hash = gsay_hash_mix((uint64_t)words[0] << 32 | words[1], (uint64_t)words[2] << 32 | words[3]);
            add_row(rows, hash, i, j);
        }
    }
}

/* Tell whether a row begins a chain that pairs its forms: two at least, and no stock phrase. */
static bool is_shared(const struct rows *rows, uint32_t at)
{
    const struct row *row = &rows->items[at];
    uint32_t          slot = (uint32_t)(row->hash >> 32) & rows->mask;
    if (row->forms < 2 || row->forms > GSAY_QUOTE_ROW_VERSIONS_MAX)
        return false;
    while (rows->items[rows->slots[slot] - 1].hash != row->hash)
        slot = (slot + 1) & rows->mask;
    return rows->slots[slot] == at + 1;
}

/* How many pairs the chains give at most. */
static size_t count_pairs(const struct rows *rows)
{
    size_t count = 0;
    for (uint32_t i = 0; i < rows->count; i++) {
        size_t forms = rows->items[i].forms;
        size_t mains = forms < GSAY_QUOTE_ROW_MAINS_MAX ? forms : GSAY_QUOTE_ROW_MAINS_MAX;
        if (is_shared(rows, i))
            count += mains * forms;
    }
    return count;
}

/* Pairs under way, with a table of their numbers. */
struct pairs {
    gsay_quote_nears *nears;
    uint32_t         *slots;
    uint32_t          mask;
};

/* Add a pair of forms once: with the earliest row that both share. */
static void add_pair(struct pairs *pairs, const struct row *low, const struct row *high)
{
    gsay_quote_near *items = pairs->nears->items;
    uint32_t         slot = (low->form * 2654435769u ^ high->form * 2246822519u) >> 3 & pairs->mask;
    for (; pairs->slots[slot]; slot = (slot + 1) & pairs->mask) {
        gsay_quote_near *near = &items[pairs->slots[slot] - 1];
        if (near->low != low->form || near->high != high->form)
            continue;
        if (low->begin < near->begin[0]) {
            near->begin[0] = low->begin;
            near->begin[1] = high->begin;
        }
        return;
    }
    items[pairs->nears->count++] =
        (gsay_quote_near){ .low = low->form, .high = high->form, .begin = { low->begin, high->begin } };
    pairs->slots[slot] = (uint32_t)pairs->nears->count;
}

/* Pair the forms on one chain: its commonest few with all behind them. */
static void pair_chain(const struct rows *rows, uint32_t first, struct pairs *pairs)
{
    uint32_t low = first;
    for (uint32_t i = 0; low != NO_ROW && i < GSAY_QUOTE_ROW_MAINS_MAX; i++, low = rows->items[low].next)
        for (uint32_t high = rows->items[low].next; high != NO_ROW; high = rows->items[high].next)
            add_pair(pairs, &rows->items[low], &rows->items[high]);
}

/* For qsort: by low, then high. */
static int compare_nears(const void *a, const void *b)
{
    const gsay_quote_near *left = a;
    const gsay_quote_near *right = b;
    if (left->low != right->low)
        return left->low < right->low ? -1 : 1;
    return (left->high > right->high) - (left->high < right->high);
}

gsay_status gsay_quote_find_near(gsay_arena *arena, const gsay_quote_form *forms, size_t count, gsay_quote_nears *nears)
{
    struct rows rows;
    *nears = (gsay_quote_nears){ 0 };
    GSAY_TRY(open_rows(arena, forms, count, &rows));
    add_rows(&rows, forms, count);
    size_t       room = count_pairs(&rows);
    uint32_t     slots = count_slots(room);
    struct pairs pairs = { nears, GSAY_NEW(arena, uint32_t, slots), slots - 1 };
    nears->items = GSAY_TAKE(arena, gsay_quote_near, room);
    if (!pairs.slots || !nears->items)
        return GSAY_ENOMEM;
    for (uint32_t i = 0; i < rows.count; i++)
        if (is_shared(&rows, i))
            pair_chain(&rows, i, &pairs);
    if (nears->count > 1)
        qsort(nears->items, nears->count, sizeof *nears->items, compare_nears);
    return GSAY_OK;
}
