/* Merges of sorted sets. */
#include "align/overlap.h"

#include "base/intern.h"
#include "lexicon/lexicon.h"

#define SAME_CONTENT_MIN   2u /* stems that a sentence needs to be known again */
#define NEARLY_CONTENT_MIN 6u /* and to be known again with one stem changed */

static uint32_t count_shared(gsay_stem_set a, gsay_stem_set b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, k = 0; i < a.count && k < b.count;) {
        shared += a.hashes[i] == b.hashes[k];
        uint32_t left = a.hashes[i];
        i += left <= b.hashes[k];
        k += b.hashes[k] <= left;
    }
    return shared;
}

/* Walk to the next name that both sets hold. Returns "" at the end. */
static gsay_str next_shared(gsay_str_set a, gsay_str_set b, uint32_t *i, uint32_t *k)
{
    while (*i < a.count && *k < b.count) {
        int order = gsay_str_compare(a.items[*i], b.items[*k]);
        if (order == 0) {
            ++*k;
            return a.items[(*i)++];
        }
        *i += order < 0;
        *k += order > 0;
    }
    return GSAY_STR("");
}

/* Countries, large cities and common words name many events; what no word list holds names few. */
static bool is_rare(gsay_str name)
{
    gsay_str words[GSAY_PHRASE_WORDS_MAX];
    size_t   count = 0, used = 0;
    for (size_t begin = 0; begin < name.len && count < GSAY_PHRASE_WORDS_MAX;) {
        size_t end = begin;
        while (end < name.len && name.ptr[end] != ' ')
            end++;
        words[count++] = (gsay_str){ name.ptr + begin, end - begin };
        begin = end + 1;
    }
    gsay_lexeme lexeme = gsay_lexicon_find_words(words, count, &used);
    return !(lexeme.classes & (GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM))) || used < count;
}

/* Walk to the next name in both sets that is not who says it: that tells nothing of what happened. */
static gsay_str next_party(const gsay_claim *a, const gsay_claim *b, uint32_t *i, uint32_t *k)
{
    gsay_str name;
    do
        name = next_shared(a->about, b->about, i, k);
    while (name.len > 0 && (gsay_str_equal(name, a->speaker) || gsay_str_equal(name, b->speaker)));
    return name;
}

uint32_t gsay_overlap_count(const gsay_claim *a, const gsay_claim *b)
{
    return count_shared(a->content, b->content);
}

bool gsay_overlap_has_name(const gsay_claim *a, const gsay_claim *b)
{
    uint32_t i = 0, k = 0;
    return next_party(a, b, &i, &k).len > 0;
}

gsay_overlap gsay_overlap_of(const gsay_claim *a, const gsay_claim *b)
{
    bool         is_first_smaller = a->content.count < b->content.count;
    gsay_overlap overlap = {
        .shared = count_shared(a->content, b->content),
        .smaller = is_first_smaller ? a->content.count : b->content.count,
        .larger = is_first_smaller ? b->content.count : a->content.count,
    };
    for (uint32_t i = 0, k = 0; next_party(a, b, &i, &k).len > 0;)
        overlap.names++;
    return overlap;
}

bool gsay_overlap_has_rare_name(const gsay_claim *a, const gsay_claim *b)
{
    uint32_t i = 0, k = 0;
    for (gsay_str name = next_party(a, b, &i, &k); name.len > 0; name = next_party(a, b, &i, &k)) {
        if (is_rare(name))
            return true;
    }
    return false;
}

gsay_str gsay_overlap_name(const gsay_claim *a, const gsay_claim *b)
{
    uint32_t i = 0, k = 0;
    return next_shared(a->about, b->about, &i, &k);
}

static bool is_beside_same_word(const gsay_claim *a, const gsay_claim *b)
{
    bool is_before = a->before.len > 0 && gsay_str_equal(a->before, b->before);
    bool is_after = a->after.len > 0 && gsay_str_equal(a->after, b->after);
    return is_before || is_after;
}

bool gsay_overlap_is_same(const gsay_claim *a, const gsay_claim *b)
{
    uint32_t smaller = a->content.count < b->content.count ? a->content.count : b->content.count;
    uint32_t larger = a->content.count + b->content.count - smaller;
    uint32_t missing = smaller >= NEARLY_CONTENT_MIN; /* stems of the larger one that may be missing */
    if (smaller < SAME_CONTENT_MIN || smaller + missing < larger || a->others != b->others ||
        !is_beside_same_word(a, b))
        return false;
    return gsay_overlap_count(a, b) + missing >= larger;
}

bool gsay_overlap_holds(const gsay_claim *claim, gsay_str word)
{
    uint32_t hash = (uint32_t)gsay_hash(word);
    uint32_t low = 0, high = claim->content.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (claim->content.hashes[middle] < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < claim->content.count && claim->content.hashes[low] == hash;
}

static bool years_differ(const gsay_when *a, const gsay_when *b)
{
    if (!a->years[0] || !b->years[0])
        return false;
    for (int i = 0; i < 4; i++) {
        int16_t left = a->years[i & 1], right = b->years[i >> 1];
        if (left && left == right)
            return false;
    }
    return true;
}

static bool bits_differ(uint32_t a, uint32_t b)
{
    return a != 0 && b != 0 && (a & b) == 0;
}

bool gsay_overlap_when_differs(const gsay_when *a, const gsay_when *b)
{
    if (a->clock && b->clock && a->clock != b->clock)
        return true;
    return years_differ(a, b) || bits_differ(a->months, b->months) || bits_differ(a->days, b->days) ||
           bits_differ(a->weekdays, b->weekdays);
}
