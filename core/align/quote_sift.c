/* Which quotations share a few words in a row with another one, as they are written.
 *
 * Most quotations of a group are like no other, and to read a wording costs far more than to hash its bytes. Versions
 * of one quotation share GSAY_QUOTATION_WORDS_MIN words, so a row of SIFT_WORDS that no spelling or contraction divides
 * is always among them but in contrived texts. Marks stand between no words: "a … b c" has the row "a b c". */
#include "align/quote_version.h"

#define SIFT_WORDS 3u /* in a row; one fewer than a row of wordings has, for what a respelling may divide */

/* A row that was met, and by whom first. */
struct met {
    uint32_t tag;  /* of its hash */
    uint32_t form; /* number + 1, 0 when empty */
};

/* The rows of all forms: hashes of words, one form behind the other. */
struct sift {
    uint64_t   *words;
    uint32_t   *ends; /* of each form, in words */
    struct met *slots;
    uint64_t    mask;
    bool       *is_near;
};

static bool is_mark(gsay_str piece)
{
    return ((unsigned char)piece.ptr[0] >= 0x80 || piece.ptr[0] == '[') &&
           (gsay_str_equal(piece, GSAY_STR("…")) || gsay_str_equal(piece, GSAY_STR("[]")));
}

/* Hash the words of a normal form to words. Returns how many there are. */
static size_t hash_words(gsay_str normal, uint64_t *words)
{
    size_t count = 0;
    for (size_t at = 0, begin; at < normal.len; at++) {
        for (begin = at; at < normal.len && normal.ptr[at] != ' ';)
            at++;
        gsay_str piece = { normal.ptr + begin, at - begin };
        if (piece.len > 0 && !is_mark(piece))
            words[count++] = gsay_hash(piece);
    }
    return count;
}

/* Hash all words. Returns how many there are, or SIZE_MAX when memory is exhausted. */
static size_t hash_forms(gsay_arena *arena, const gsay_quote_form *forms, size_t count, struct sift *sift)
{
    size_t room = 1;
    for (size_t i = 0; i < count; i++)
        room += forms[i].places[0]->value.as.quote.normal.len / 2 + 1;
    sift->words = GSAY_TAKE(arena, uint64_t, room);
    sift->ends = GSAY_TAKE(arena, uint32_t, count);
    if (!sift->words || !sift->ends)
        return SIZE_MAX;
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += hash_words(forms[i].places[0]->value.as.quote.normal, sift->words + total);
        sift->ends[i] = (uint32_t)total;
    }
    return total;
}

static uint64_t rotate(uint64_t bits, unsigned by)
{
    return bits << by | bits >> (64 - by);
}

/* The hash of a row of SIFT_WORDS; that of each word is mixed well, so turning them keeps their order apart. */
static uint64_t hash_row(const uint64_t *words)
{
    return words[0] + rotate(words[1], 21) + rotate(words[2], 42);
}

/* Meet a row of a form: both forms are near where it was met before, in another one. Equal tags of two rows only make
 * two forms near that are not. */
static void meet(struct sift *sift, uint64_t hash, uint32_t form)
{
    uint64_t slot = hash & sift->mask;
    uint32_t tag = (uint32_t)(hash >> 32);
    while (sift->slots[slot].form && sift->slots[slot].tag != tag)
        slot = (slot + 1) & sift->mask;
    struct met *met = &sift->slots[slot];
    if (!met->form) {
        *met = (struct met){ tag, form + 1 };
    } else if (met->form != form + 1) {
        sift->is_near[met->form - 1] = true;
        sift->is_near[form] = true;
    }
}

gsay_status gsay_quote_sift(gsay_arena *arena, const gsay_quote_form *forms, size_t count, bool **is_near)
{
    struct sift sift = { .is_near = GSAY_NEW(arena, bool, count) };
    size_t      total = hash_forms(arena, forms, count, &sift);
    size_t      slots = 16;
    if (!sift.is_near || total == SIZE_MAX)
        return GSAY_ENOMEM;
    while (slots < 2 * total)
        slots *= 2;
    sift.mask = slots - 1;
    sift.slots = GSAY_NEW(arena, struct met, slots);
    if (!sift.slots)
        return GSAY_ENOMEM;
    const uint64_t *words = sift.words;
    for (uint32_t form = 0, at = 0; form < count; at = sift.ends[form++])
        for (; at + SIFT_WORDS <= sift.ends[form]; at++)
            meet(&sift, hash_row(words + at), form);
    *is_near = sift.is_near;
    return GSAY_OK;
}
