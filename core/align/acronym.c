/* Acronyms: two long forms of one, and one whose letters are not the initials of what it stands for.
 *
 * Long forms are compared word by word without the small ones: as many words, one of them another. Lands do not count
 * (the football associations of two countries share letters), nor do forms of one word and shortened ones. Letters that
 * do not fit are held against the fitting acronym where related sources have it; alone they say something only from
 * four on, and where no land's own language may have given them. */
#include "align/align.h"
#include "align/related.h"
#include "align/spelling.h"
#include "base/utf8.h"
#include "text/stem.h"

#include <stdlib.h>

#define WORDS_MAX     10u /* of a long form that is compared */
#define USES_MAX      64u /* of one acronym that are held against each other */
#define MISFITS_MAX   64u /* acronyms of a group whose fitting form is looked for: each look is a walk over all names */
#define SOURCES_MAX   8u
#define LETTERS_ALONE 4u /* letters of an acronym that can be wrong by themselves */
#define PREFIX_MIN    4u /* shared letters from which one word may be the other shortened or inflected */

/* An acronym beside what it stands for. */
struct use {
    const gsay_record *record;
    uint32_t           source;
    uint32_t           first;            /* the first use of the run with the same long form */
    gsay_str           words[WORDS_MAX]; /* folded, without small ones */
    size_t             word_count;
    bool               is_misfit;
};

/* The state of one group. */
struct acronyms {
    gsay_arena     *arena; /* of the result */
    gsay_arena     *scratch;
    gsay_related    related;
    struct use     *uses;
    size_t          count;
    size_t          capacity;
    gsay_name_pair *pairs;
    size_t          pair_count;
    size_t          pair_capacity;
    size_t          misfits; /* that were looked for */
    gsay_str        group;
};

/* The uses of one acronym. */
struct run {
    struct use *uses;
    size_t      count;
};

static const gsay_name *name_of(const struct use *use)
{
    return &use->record->value.as.name;
}

/* For qsort: by acronym, then place. */
static int compare_uses(const void *a, const void *b)
{
    const struct use *left = a;
    const struct use *right = b;
    int               order = gsay_str_compare(name_of(left)->form, name_of(right)->form);
    if (order)
        return order;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    return (left->record->place.span.begin > right->record->place.span.begin) -
           (left->record->place.span.begin < right->record->place.span.begin);
}

/* Tell whether a byte ends a word of a long form. */
static bool is_border(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '&';
}

/* Split the long form of a use into words. Returns false when memory is exhausted. A form of too many words has none.
 */
static bool split(gsay_arena *scratch, struct use *use)
{
    gsay_str text = gsay_utf8_fold(scratch, name_of(use)->stands_for);
    size_t   at = 0;
    if (!text.ptr)
        return false;
    while (at < text.len) {
        size_t begin = at;
        while (at < text.len && !is_border(text.ptr[at]))
            at++;
        gsay_str word = { text.ptr + begin, at - begin };
        at++;
        if (word.len == 0 || gsay_lexicon_find(word).classes & GSAY_WORD(STOP))
            continue;
        if (use->word_count == WORDS_MAX) {
            use->word_count = 0;
            return true;
        }
        use->words[use->word_count++] = word;
    }
    return true;
}

/* Tell whether the letters differ from the initials: as many, and one wrong or two swapped (extract/acronym.c). */
static bool find_misfit(const struct use *use)
{
    gsay_str letters = name_of(use)->form;
    if (letters.len != use->word_count)
        return false;
    for (size_t i = 0; i < letters.len; i++)
        if (letters.ptr[i] != use->words[i].ptr[0])
            return true;
    return false;
}

/* Gather the uses. */
static bool gather(struct acronyms *acronyms)
{
    for (size_t i = 0; i < acronyms->related.count; i++) {
        const gsay_records *records = acronyms->related.sources[i];
        for (size_t k = 0; k < records->count; k++) {
            const gsay_record *record = &records->items[k];
            if (record->value.kind != GSAY_KIND_NAME || record->value.as.name.stands_for.len == 0)
                continue;
            struct use *uses =
                gsay_arena_grow(acronyms->scratch, acronyms->uses, sizeof *uses, acronyms->count, &acronyms->capacity);
            if (!uses)
                return false;
            acronyms->uses = uses;
            struct use *use = &uses[acronyms->count++];
            *use = (struct use){ .record = record, .source = (uint32_t)i };
            if (!split(acronyms->scratch, use))
                return false;
            use->is_misfit = find_misfit(use);
        }
    }
    if (acronyms->count > 1)
        qsort(acronyms->uses, acronyms->count, sizeof *acronyms->uses, compare_uses);
    return true;
}

/* Tell whether a word is a land's: what differs by it is another land's own. */
static bool is_land(gsay_str word)
{
    return (gsay_lexicon_find(word).classes & (GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM))) != 0;
}

/* Tell whether two words are one: in another form, regional spelling, shortened, or with a letter amiss, which is a
 * matter of spelling. */
static bool is_same_word(gsay_str a, gsay_str b)
{
    if (gsay_str_equal(a, b))
        return true;
    size_t shorter = a.len < b.len ? a.len : b.len;
    size_t same = 0;
    size_t ending = 0;
    while (same < shorter && a.ptr[same] == b.ptr[same])
        same++;
    while (same + ending < shorter && a.ptr[a.len - 1 - ending] == b.ptr[b.len - 1 - ending])
        ending++;
    bool is_swapped = a.len == b.len && same + ending + 2 == a.len && a.ptr[same] == b.ptr[same + 1] &&
                      a.ptr[same + 1] == b.ptr[same];
    bool is_shortened = same == shorter && shorter >= PREFIX_MIN - 1;
    bool is_slip = a.len + b.len - 2 * (same + ending) <= 2 && shorter >= PREFIX_MIN;
    return is_shortened || is_slip || is_swapped || gsay_spelling_same(a, b) || gsay_stem_shared(a, b) > 0;
}

/* How many words of two long forms differ; SIZE_MAX where they cannot be compared or differ by a land. */
static size_t count_other_words(const struct use *a, const struct use *b)
{
    size_t other = 0;
    if (a->word_count != b->word_count || a->word_count == 0)
        return SIZE_MAX;
    for (size_t i = 0; i < a->word_count; i++) {
        if (is_same_word(a->words[i], b->words[i]))
            continue;
        if (is_land(a->words[i]) || is_land(b->words[i]))
            return SIZE_MAX;
        other++;
    }
    return other;
}

/* Find for each use the first one with the same long form. */
static void find_firsts(const struct run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        run->uses[i].first = (uint32_t)i;
        for (size_t k = 0; k < i; k++)
            if (run->uses[k].first == k && count_other_words(&run->uses[k], &run->uses[i]) == 0) {
                run->uses[i].first = (uint32_t)k;
                break;
            }
    }
}

/* List the first few sources of a long form. */
static size_t list_sources(const struct run *run, size_t first, uint32_t sources[SOURCES_MAX])
{
    size_t count = 0;
    for (size_t i = first; i < run->count && count < SOURCES_MAX; i++)
        if (run->uses[i].first == first && (count == 0 || sources[count - 1] != run->uses[i].source))
            sources[count++] = run->uses[i].source;
    return count;
}

/* Tell whether two long forms stand in one source or in related ones. */
static bool are_related(struct acronyms *acronyms, const struct run *run, size_t a, size_t b)
{
    uint32_t left[SOURCES_MAX];
    uint32_t right[SOURCES_MAX];
    size_t   left_count = list_sources(run, a, left);
    size_t   right_count = list_sources(run, b, right);
    for (size_t i = 0; i < left_count; i++)
        for (size_t k = 0; k < right_count; k++)
            if (gsay_related_ask(&acronyms->related, left[i], right[k], name_of(&run->uses[a])->form))
                return true;
    return false;
}

/* Room for one more pair, its kind, key and group filled. Returns NULL when memory is exhausted. */
static gsay_name_pair *add_pair(struct acronyms *acronyms, const struct use *use)
{
    gsay_name_pair *pairs = gsay_arena_grow(acronyms->arena, acronyms->pairs, sizeof *pairs, acronyms->pair_count,
                                            &acronyms->pair_capacity);
    if (!pairs)
        return NULL;
    acronyms->pairs = pairs;
    gsay_name_pair *pair = &pairs[acronyms->pair_count++];
    *pair = (gsay_name_pair){ .kind = GSAY_PAIR_ACRONYM, .group = acronyms->group };
    pair->key = gsay_arena_format(acronyms->arena, "acronym: %.*s", GSAY_ARG(name_of(use)->form));
    return pair->key.ptr ? pair : NULL;
}

/* The records of a long form. */
static const gsay_record **list_places(gsay_arena *arena, const struct run *run, size_t first, size_t *count)
{
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, run->count);
    for (size_t i = first; places && i < run->count; i++)
        if (run->uses[i].first == first)
            places[(*count)++] = run->uses[i].record;
    return places;
}

/* Give a pair its sides: the one with fewer places is the odd one, the later one among equals. */
static void set_sides(gsay_name_pair *pair, const gsay_record **left, size_t left_count, const gsay_record **right,
                      size_t right_count)
{
    bool is_swapped = right_count > left_count;
    pair->main_places = is_swapped ? right : left;
    pair->main_count = is_swapped ? right_count : left_count;
    pair->odd_places = is_swapped ? left : right;
    pair->odd_count = is_swapped ? left_count : right_count;
}

/* Two long forms of one acronym. Returns false when memory is exhausted. */
static bool add_forms(struct acronyms *acronyms, const struct run *run, size_t a, size_t b)
{
    size_t left_count = 0;
    size_t right_count = 0;
    if (!are_related(acronyms, run, a, b))
        return !acronyms->related.has_failed;
    const gsay_record **left = list_places(acronyms->arena, run, a, &left_count);
    const gsay_record **right = list_places(acronyms->arena, run, b, &right_count);
    gsay_name_pair     *pair = left && right ? add_pair(acronyms, &run->uses[a]) : NULL;
    if (!pair)
        return false;
    set_sides(pair, left, left_count, right, right_count);
    pair->main = pair->main_places[0]->value.as.name.shown;
    pair->odd = pair->odd_places[0]->value.as.name.shown;
    return true;
}

/* Tell whether a record holds the fitting acronym of a use. */
static bool is_fitting(const gsay_record *record, const struct use *use)
{
    gsay_str form = record->value.as.name.form;
    if (record->value.kind != GSAY_KIND_NAME || form.len != use->word_count)
        return false;
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] != use->words[i].ptr[0] || record->value.as.name.shown.ptr[i] < 'A' ||
            record->value.as.name.shown.ptr[i] > 'Z')
            return false;
    return true;
}

/* The places of the fitting acronym in related sources. Returns false when memory is exhausted. */
static bool find_fitting(struct acronyms *acronyms, const struct use *use, gsay_name_pair *side)
{
    size_t capacity = 0;
    for (size_t i = 0; i < acronyms->related.count; i++) {
        const gsay_records *records = acronyms->related.sources[i];
        for (size_t k = 0; k < records->count; k++) {
            if (!is_fitting(&records->items[k], use))
                continue;
            if (!gsay_related_ask(&acronyms->related, use->source, i, name_of(use)->form))
                break;
            const gsay_record **places =
                gsay_arena_grow(acronyms->arena, side->main_places, sizeof *places, side->main_count, &capacity);
            if (!places)
                return false;
            side->main_places = places;
            places[side->main_count++] = &records->items[k];
        }
    }
    return !acronyms->related.has_failed;
}

/* The place of the long form itself: the name before the acronym or behind it. NULL when it is none. */
static const gsay_record *find_long(const struct acronyms *acronyms, const struct use *use)
{
    const gsay_records *records = acronyms->related.sources[use->source];
    size_t              at = (size_t)(use->record - records->items);
    for (size_t i = at > 0 ? at - 1 : 0; i <= at + 1 && i < records->count; i++)
        if (records->items[i].value.kind == GSAY_KIND_NAME &&
            gsay_str_ends(records->items[i].value.as.name.shown, name_of(use)->stands_for))
            return &records->items[i];
    return NULL;
}

/* Tell whether the letters are wrong whatever else stands in the group: long enough, of no land, and the letter that is
 * wrong stands nowhere in its word ("extensible", X). */
static bool is_wrong_alone(const struct use *use)
{
    gsay_str letters = name_of(use)->form;
    size_t   wrong = 0;
    if (letters.len < LETTERS_ALONE)
        return false;
    for (size_t i = 0; i < use->word_count; i++) {
        bool is_other = use->words[i].ptr[0] != letters.ptr[i];
        wrong += is_other;
        if (is_land(use->words[i]) ||
            (is_other && (memchr(use->words[i].ptr, letters.ptr[i], use->words[i].len) || letters.ptr[i] == 'x')))
            return false;
    }
    return wrong == 1;
}

/* Letters that do not fit. Returns false when memory is exhausted. */
static bool add_misfit(struct acronyms *acronyms, const struct run *run, size_t index)
{
    const struct use  *use = &run->uses[index];
    const gsay_record *shown = find_long(acronyms, use);
    gsay_name_pair     side = { 0 };
    if (acronyms->misfits++ >= MISFITS_MAX)
        return true;
    if (!find_fitting(acronyms, use, &side))
        return false;
    if (side.main_count == 0 && (!shown || !is_wrong_alone(use)))
        return true;
    gsay_name_pair *pair = add_pair(acronyms, use);
    pair = pair && (pair->odd_places = list_places(acronyms->arena, run, index, &pair->odd_count)) ? pair : NULL;
    if (pair && side.main_count == 0) {
        side.main_places = GSAY_TAKE(acronyms->arena, const gsay_record *, 1);
        side.main_count = 1;
        pair = side.main_places ? pair : NULL;
        if (pair)
            side.main_places[0] = shown;
    }
    if (!pair)
        return false;
    pair->main_places = side.main_places;
    pair->main_count = side.main_count;
    pair->is_misfit = true;
    pair->main = pair->main_places[0]->value.as.name.shown;
    pair->odd = name_of(use)->shown;
    return true;
}

/* Hold the uses of one acronym against each other. Returns false when memory is exhausted. */
static bool compare_run(struct acronyms *acronyms, const struct run *run)
{
    bool is_fine = true;
    find_firsts(run);
    for (size_t i = 0; i < run->count && is_fine; i++) {
        if (run->uses[i].first != i)
            continue;
        if (run->uses[i].is_misfit) {
            is_fine = add_misfit(acronyms, run, i);
            continue;
        }
        for (size_t k = i + 1; k < run->count && is_fine; k++)
            if (run->uses[k].first == k && !run->uses[k].is_misfit &&
                count_other_words(&run->uses[i], &run->uses[k]) == 1)
                is_fine = add_forms(acronyms, run, i, k);
    }
    return is_fine;
}

/* Walk acronym by acronym. Returns false when memory is exhausted. */
static bool compare_runs(struct acronyms *acronyms)
{
    for (size_t begin = 0; begin < acronyms->count;) {
        size_t end = begin + 1;
        while (end < acronyms->count &&
               gsay_str_equal(name_of(&acronyms->uses[begin])->form, name_of(&acronyms->uses[end])->form))
            end++;
        struct run run = { acronyms->uses + begin, end - begin < USES_MAX ? end - begin : USES_MAX };
        if (!compare_run(acronyms, &run))
            return false;
        begin = end;
    }
    return true;
}

gsay_status gsay_align_acronyms(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                                gsay_error *err)
{
    gsay_arena      scratch = { 0 };
    struct acronyms acronyms = { .arena = arena,
                                 .scratch = &scratch,
                                 .group = count ? sources[0].group : GSAY_STR("") };
    bool is_fine = gsay_related_open(&scratch, sources, count, &acronyms.related) == GSAY_OK && gather(&acronyms) &&
                   compare_runs(&acronyms) &&
                   gsay_name_pairs_add(arena, alignment, acronyms.pairs, acronyms.pair_count);
    gsay_arena_clear(&scratch);
    return is_fine ? GSAY_OK : gsay_fail_memory(err);
}
