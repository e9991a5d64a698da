/* Words of names that lie near each other, by deletion neighbourhoods: only forms that may be a main one are indexed,
 * every form looks up. */
#include "align/name_form.h"

#include <stdlib.h>

#define BUCKET_MAX 32u                         /* forms that share one shortened form; more are no names but noise */
#define TRIES_MAX  256u                        /* forms that one form meets so, likewise */
#define BYTES_MAX  (GSAY_FORM_LETTERS_MAX * 4) /* of a word that is shortened */

#define MIXED_EDITS   2u /* a letter that moved two places, two pairs that changed theirs */
#define MIXED_LETTERS 6u /* of words of which one may have the same letters in another order */

#define LETTERS 32u /* the low five bits of a byte tell letters apart */
#define LENGTHS 32u /* that are told apart; all beyond are one */

/* A shortened form of a main form, in a chain of those of one slot. */
struct shortened {
    uint64_t hash;
    uint32_t form;
    uint32_t next; /* its number + 1, 0 at the end */
};

/* All shortened forms of the main forms. */
struct index {
    struct shortened *items;
    uint32_t          count;
    uint32_t         *slots;            /* the first item of each chain: its number + 1, 0 for none */
    unsigned          shift;            /* that leaves of a hash the number of its slot */
    size_t            most[LETTERS];    /* by first letter: places of the commonest main form */
    uint32_t          lengths[LETTERS]; /* by first letter: the lengths of main forms, as bits */
    uint32_t          swapped[LETTERS]; /* by second letter: the first letters of main forms, as bits */
};

/* Pairs under way. */
struct pairs {
    gsay_form_pair *items;
    size_t          count;
    size_t          capacity;
    uint32_t       *met;    /* by main form: the odd one that met it last, its number + 1 */
    uint32_t        tries;  /* forms that the present odd one met */
    uint64_t        capped; /* odd forms that met TRIES_MAX */
};

#define HASH_BASE 0x9e3779b97f4a7c15u /* odd: powers do not vanish */

/* Letters that may differ between words of a length. */
static uint32_t reach_of(size_t len)
{
    return len >= GSAY_FORM_LETTERS_TWO ? 2 : 1;
}

/* The bit of a length. */
static uint32_t bit_of_length(size_t len)
{
    return (uint32_t)1 << (len < LENGTHS ? len : LENGTHS - 1);
}

/* Tell whether words of a length are near each other, too, when both have the same letters in two edits. */
static bool may_be_mixed(size_t len)
{
    return len >= MIXED_LETTERS && len < GSAY_FORM_LETTERS_TWO;
}

/* Tell whether two words of one length have the same letters. */
static bool is_mixed(gsay_str a, gsay_str b)
{
    uint8_t counts[256] = { 0 };
    if (a.len != b.len || !may_be_mixed(a.len))
        return false;
    for (size_t i = 0; i < a.len; i++)
        counts[(unsigned char)a.ptr[i]]++;
    for (size_t i = 0; i < b.len; i++)
        if (counts[(unsigned char)b.ptr[i]]-- == 0)
            return false;
    return true;
}

/* How many shortened forms a word has: itself, without one letter, without two where two edits are allowed; where they
 * are not, its letters in any order. */
static size_t count_shortened(gsay_str word)
{
    size_t len = word.len;
    if (len > BYTES_MAX)
        return 0;
    return 1 + len + (len >= GSAY_FORM_LETTERS_TWO ? len * (len - 1) / 2 : may_be_mixed(len));
}

/* Hash all shortened forms of a word; as many as count_shortened says.
 *
 * A hash is a polynomial in HASH_BASE modulo 2^64 (Karp and Rabin, 1987), the lowest power first: with sums[i] of the
 * first i letters, and steps[i] = HASH_BASE * sums[i] - sums[i + 1], a word without letters i < j is
 * HASH_BASE * steps[i] + steps[j] + sums[len], so each costs one addition. All are scaled by HASH_BASE squared, since a
 * power is lost with each letter. */
static size_t shorten(gsay_str word, uint64_t *hashes)
{
    uint64_t steps[BYTES_MAX];
    uint64_t sum = 0;
    uint64_t power = 1;
    uint64_t mixed = 0; /* a sum does not ask for the order */
    size_t   count = 0;
    if (word.len > BYTES_MAX)
        return 0;
    for (size_t i = 0; i < word.len; i++, power *= HASH_BASE) {
        uint64_t next = sum + power * (unsigned char)word.ptr[i];
        steps[i] = HASH_BASE * sum - next;
        mixed += HASH_BASE << ((unsigned char)word.ptr[i] % LETTERS);
        sum = next;
    }
    hashes[count++] = sum * HASH_BASE * HASH_BASE;
    for (size_t i = 0; i < word.len; i++) {
        uint64_t head = HASH_BASE * steps[i];
        hashes[count++] = head + HASH_BASE * sum;
        /* One letter more than the limit: a word of seven letters meets one of eight by what two deletions of the
         * latter leave. */
        for (size_t j = i + 1; word.len >= GSAY_FORM_LETTERS_TWO && j < word.len; j++)
            hashes[count++] = head + sum + steps[j];
    }
    if (may_be_mixed(word.len))
        hashes[count++] = mixed;
    return count;
}

uint32_t gsay_form_distance(gsay_str a, gsay_str b, uint32_t limit)
{
    uint32_t rows[3][BYTES_MAX + 1];
    size_t   difference = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (difference > limit || a.len > BYTES_MAX || b.len > BYTES_MAX)
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

/* Tell whether a form may be the main one of a pair. */
static bool may_be_main(const gsay_form *form)
{
    return form->count >= GSAY_FORM_RATIO && form->plain.len >= GSAY_FORM_LETTERS_MAIN;
}

/* Tell whether a form is long enough to be told apart from its neighbours. */
static bool is_long_enough(const gsay_form *odd)
{
    return odd->plain.len >= GSAY_FORM_LETTERS_MAIN || gsay_lexicon_find(odd->text).classes == 0;
}

/* Keep a pair when it is near enough and the main form frequent enough. main: one that may be. */
static gsay_status try_pair(gsay_arena *arena, const gsay_forms *forms, uint32_t odd, uint32_t main,
                            struct pairs *pairs)
{
    const gsay_form *rare = &forms->items[odd];
    const gsay_form *common = &forms->items[main];
    if (odd == main || pairs->met[main] == odd + 1 || common->count < GSAY_FORM_RATIO * rare->count ||
        !begins_alike(rare->plain, common->plain))
        return GSAY_OK;
    pairs->met[main] = odd + 1;
    size_t   shorter = rare->plain.len < common->plain.len ? rare->plain.len : common->plain.len;
    uint32_t limit = is_mixed(rare->plain, common->plain) ? MIXED_EDITS : reach_of(shorter);
    uint32_t distance = gsay_form_distance(rare->plain, common->plain, limit);
    if (distance == 0 || distance > limit || !is_long_enough(rare))
        return GSAY_OK;
    gsay_form_pair *items = gsay_arena_grow(arena, pairs->items, sizeof *items, pairs->count, &pairs->capacity);
    if (!items)
        return GSAY_ENOMEM;
    pairs->items = items;
    items[pairs->count++] = (gsay_form_pair){ odd, main, distance };
    return GSAY_OK;
}

/* Put the shortened forms of a main form into the index. */
static void add_main(struct index *index, const gsay_form *form, uint32_t number, uint64_t *hashes)
{
    size_t   count = shorten(form->plain, hashes);
    unsigned first = (unsigned char)form->plain.ptr[0] % LETTERS;
    unsigned second = (unsigned char)form->plain.ptr[1] % LETTERS;
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = &index->slots[hashes[i] >> index->shift];
        index->items[index->count++] = (struct shortened){ hashes[i], number, *slot };
        *slot = index->count;
    }
    index->lengths[first] |= bit_of_length(form->plain.len);
    index->swapped[second] |= (uint32_t)1 << first;
    if (index->most[first] < form->count)
        index->most[first] = form->count;
}

/* Put the shortened forms of the main forms into an index. hashes: room for those of the longest form. */
static gsay_status open_index(gsay_arena *arena, const gsay_forms *forms, uint64_t *hashes, struct index *index)
{
    size_t room = 0;
    for (size_t i = 0; i < forms->count; i++)
        room += may_be_main(&forms->items[i]) ? count_shortened(forms->items[i].plain) : 0;
    if (room >= UINT32_MAX)
        return GSAY_ENOMEM;
    *index = (struct index){ .shift = 60 };
    while (room >> (64 - index->shift))
        index->shift--;
    index->items = GSAY_TAKE(arena, struct shortened, room);
    index->slots = GSAY_NEW(arena, uint32_t, (size_t)1 << (64 - index->shift));
    if (!index->items || !index->slots)
        return GSAY_ENOMEM;
    /* Backwards, so that each chain begins with the form that was met first. */
    for (uint32_t i = (uint32_t)forms->count; i-- > 0;)
        if (may_be_main(&forms->items[i]))
            add_main(index, &forms->items[i], i, hashes);
    return GSAY_OK;
}

/* Tell whether some main form begins like a form, is about as long, and is common enough for it to be the odd one. */
static bool may_be_odd(const struct index *index, const gsay_form *form)
{
    if (form->count == 0 || form->plain.len < 2)
        return false;
    unsigned first = (unsigned char)form->plain.ptr[0] % LETTERS;
    unsigned second = (unsigned char)form->plain.ptr[1] % LETTERS;
    size_t   reach = reach_of(form->plain.len);
    uint32_t near_lengths = bit_of_length(form->plain.len);
    for (size_t i = 1; i <= reach; i++)
        near_lengths |= bit_of_length(form->plain.len - i) | bit_of_length(form->plain.len + i);
    if (index->most[first] >= GSAY_FORM_RATIO * form->count && index->lengths[first] & near_lengths)
        return true;
    return index->swapped[first] >> second & 1;
}

/* Try a form with the main ones that share a shortened form with it. */
static gsay_status look_up(gsay_arena *arena, const gsay_forms *forms, const struct index *index,
                           const struct shortened *own, struct pairs *pairs)
{
    uint32_t left = BUCKET_MAX;
    for (uint32_t at = index->slots[own->hash >> index->shift]; at && left; at = index->items[at - 1].next)
        if (index->items[at - 1].hash == own->hash) {
            GSAY_TRY(try_pair(arena, forms, own->form, index->items[at - 1].form, pairs));
            pairs->tries++;
            left--;
        }
    return GSAY_OK;
}

/* Look up all shortened forms of every form. */
static gsay_status look_up_all(gsay_arena *arena, const gsay_forms *forms, const struct index *index, uint64_t *hashes,
                               struct pairs *pairs)
{
    for (uint32_t i = 0; i < forms->count; i++) {
        size_t count = may_be_odd(index, &forms->items[i]) ? shorten(forms->items[i].plain, hashes) : 0;
        pairs->tries = 0;
        for (size_t j = 0; j < count && pairs->tries < TRIES_MAX; j++)
            if (index->slots[hashes[j] >> index->shift])
                GSAY_TRY(look_up(arena, forms, index, &(struct shortened){ hashes[j], i, 0 }, pairs));
        pairs->capped += pairs->tries >= TRIES_MAX;
    }
    return GSAY_OK;
}

/* A pair with its texts, for sorting. */
struct named_pair {
    gsay_str       odd;
    gsay_str       main;
    gsay_form_pair pair;
};

/* For qsort: by the texts of odd, then main. */
static int compare_pairs(const void *a, const void *b)
{
    const struct named_pair *left = a;
    const struct named_pair *right = b;
    int                      order = gsay_str_compare(left->odd, right->odd);
    return order ? order : gsay_str_compare(left->main, right->main);
}

/* Sort the pairs, and look up what the lexicon knows of their forms. */
static gsay_status finish(gsay_arena *arena, gsay_forms *forms, struct pairs *pairs)
{
    struct named_pair *named = GSAY_TAKE(arena, struct named_pair, pairs->count);
    if (!named)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < pairs->count; i++) {
        gsay_form *odd = &forms->items[pairs->items[i].odd];
        gsay_form *main = &forms->items[pairs->items[i].main];
        odd->classes = gsay_lexicon_find(odd->text).classes;
        main->classes = gsay_lexicon_find(main->text).classes;
        named[i] = (struct named_pair){ odd->text, main->text, pairs->items[i] };
    }
    if (pairs->count)
        qsort(named, pairs->count, sizeof *named, compare_pairs);
    for (size_t i = 0; i < pairs->count; i++)
        pairs->items[i] = named[i].pair;
    return GSAY_OK;
}

gsay_status gsay_forms_find_near(gsay_arena *arena, gsay_forms *forms, gsay_form_pair **pairs, size_t *count)
{
    struct index index;
    size_t       longest = 0;
    for (size_t i = 0; i < forms->count; i++) {
        size_t here = count_shortened(forms->items[i].plain);
        longest = here > longest ? here : longest;
    }
    struct pairs found = { .met = GSAY_NEW(arena, uint32_t, forms->count) };
    uint64_t    *hashes = GSAY_TAKE(arena, uint64_t, longest);
    if (!found.met || !hashes)
        return GSAY_ENOMEM;
    GSAY_TRY(open_index(arena, forms, hashes, &index));
    if (index.count) {
        GSAY_TRY(look_up_all(arena, forms, &index, hashes, &found));
        GSAY_TRY(finish(arena, forms, &found));
    }
    forms->capped = found.capped;
    *pairs = found.items;
    *count = found.count;
    return GSAY_OK;
}
