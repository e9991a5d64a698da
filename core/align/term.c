/* Terms of style: words in the spelling of another region than the rest, and two ways to write one word or sign.
 *
 * Terms are sorted by what they share. Of a word or sign every way that is not the commonest departs from it. Regional
 * spelling is one question for the whole group: the norm under which most places are right is taken for the group's, so
 * that "colour" and "organize" agree (Oxford's norm) and "color" and "centre" do not, without a word in common. Records
 * are made of the places of pairs alone. */
#include "claim/term.h"

#include <stdlib.h>

#include "align/align.h"
#include "base/intern.h"

/* A term at its place. */
struct item {
    const gsay_term    *term;
    const gsay_records *source;
};

/* All places of one way to write a term, side by side in struct work. */
struct way {
    const struct item  *items;
    size_t              count;
    const gsay_record **places; /* NULL until a pair shows them */
};

/* What is known of a key before anything is sorted. */
struct seen {
    const gsay_term *first;
    bool             is_mixed; /* another one is written otherwise */
};

/* The state of one group. */
struct work {
    gsay_arena     *arena;   /* of the result */
    gsay_arena     *scratch; /* given back at the end of the group */
    gsay_str        group;
    uint32_t        wanted; /* kinds of pairs */
    gsay_intern     keys;   /* of all terms */
    struct seen    *seen;   /* by key */
    size_t          seen_capacity;
    struct item    *items; /* candidates by kind, key, form, place */
    size_t          count;
    struct way     *ways; /* likewise */
    size_t          way_count;
    gsay_name_pair *pairs;
    size_t          pair_count;
    size_t          pair_capacity;
};

/* For qsort: by kind, key, form, then place. */
static int compare_items(const void *a, const void *b)
{
    const struct item *left = a;
    const struct item *right = b;
    if (left->term->kind != right->term->kind)
        return left->term->kind < right->term->kind ? -1 : 1;
    int order = gsay_str_compare(left->term->key, right->term->key);
    order = order ? order : gsay_str_compare(left->term->form, right->term->form);
    order = order ? order : gsay_str_compare(left->source->source, right->source->source);
    return order ? order
                 : (left->term->span.begin > right->term->span.begin) -
                       (left->term->span.begin < right->term->span.begin);
}

static bool is_same_term(const gsay_term *a, const gsay_term *b)
{
    return a->kind == b->kind && gsay_str_equal(a->key, b->key);
}

static const gsay_term *term_of(const struct way *way)
{
    return way->items[0].term;
}

/* The kind of pairs that a kind of terms gives. */
static gsay_pair_kind pair_kind_of(gsay_term_kind kind)
{
    switch (kind) {
    case GSAY_TERM_REGIONAL:
        return GSAY_PAIR_REGIONAL;
    case GSAY_TERM_PLACE:
        return GSAY_PAIR_ROMANISED;
    default:
        return GSAY_PAIR_TERM;
    }
}

static bool is_wanted(const struct work *work, const gsay_term *term)
{
    return work->wanted >> pair_kind_of(term->kind) & 1;
}

/* Note a term under its key. Returns false when memory is exhausted. */
static bool note(struct work *work, const gsay_term *term)
{
    uint32_t     id = 0;
    struct seen *seen =
        gsay_arena_grow(work->scratch, work->seen, sizeof *seen, work->keys.count, &work->seen_capacity);
    if (!seen || gsay_intern_add(&work->keys, term->key, &id, NULL) != GSAY_OK)
        return false;
    work->seen = seen;
    if (!seen[id].first)
        seen[id].first = term;
    seen[id].is_mixed |= !gsay_str_equal(seen[id].first->form, term->form);
    return true;
}

/* Tell whether a term may be of a pair: most words are always written in one way, and need not be sorted. */
static bool is_candidate(const struct work *work, const gsay_term *term)
{
    return is_wanted(work, term) &&
           (term->kind == GSAY_TERM_REGIONAL || work->seen[gsay_intern_find(&work->keys, term->key)].is_mixed);
}

/* Look at all terms of a group and count the candidates. Returns false when memory is exhausted. */
static bool note_all(struct work *work, const gsay_records *sources, size_t count, size_t *candidates)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; sources[i].terms && k < sources[i].terms->count; k++)
            if (is_wanted(work, &sources[i].terms->items[k]) && !note(work, &sources[i].terms->items[k]))
                return false;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; sources[i].terms && k < sources[i].terms->count; k++)
            *candidates += is_candidate(work, &sources[i].terms->items[k]);
    return true;
}

/* Gather and sort what may be of a pair. Returns false when memory is exhausted. */
static bool gather(struct work *work, const gsay_records *sources, size_t count)
{
    size_t candidates = 0;
    if (!note_all(work, sources, count, &candidates))
        return false;
    work->items = GSAY_TAKE(work->scratch, struct item, candidates);
    work->ways = GSAY_TAKE(work->scratch, struct way, candidates);
    if (!work->items || !work->ways)
        return false;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; sources[i].terms && k < sources[i].terms->count; k++)
            if (is_candidate(work, &sources[i].terms->items[k]))
                work->items[work->count++] = (struct item){ &sources[i].terms->items[k], &sources[i] };
    if (work->count > 1)
        qsort(work->items, work->count, sizeof *work->items, compare_items);
    for (size_t i = 0; i < work->count; i++) {
        const struct item *item = &work->items[i];
        bool               is_new = i == 0 || !is_same_term(item->term, item[-1].term) ||
                      !gsay_str_equal(item->term->form, item[-1].term->form);
        if (is_new)
            work->ways[work->way_count++] = (struct way){ .items = item };
        work->ways[work->way_count - 1].count++;
    }
    return true;
}

/* What the findings show of a place: a name of no kind, so that rules can read it like others. */
static gsay_record make_record(const struct item *item)
{
    const gsay_term          *term = item->term;
    const gsay_record_source *source = term->source ? term->source : item->source->terms->source;
    gsay_str                  text = source->place ? source->place->text : gsay_str_slice(source->input, term->span);
    return (gsay_record){
        .block = GSAY_STR("term"),
        .place = { .source = item->source->source,
                   .text = text,
                   .span = term->span,
                   .line = term->position.line,
                   .column = term->position.column },
        .value = { .kind = GSAY_KIND_NAME, .as.name = { .form = term->form, .type = GSAY_NAME_OTHER, .shown = text } },
        .source = source,
        .sentence = text,
        .sentence_number = term->sentence,
        .role = item->source->role,
    };
}

/* The places of a way as records; NULL when memory is exhausted. */
static const gsay_record **show_places(struct work *work, struct way *way)
{
    if (way->places)
        return way->places;
    gsay_record *records = GSAY_TAKE(work->arena, gsay_record, way->count);
    way->places = GSAY_TAKE(work->arena, const gsay_record *, way->count);
    if (!records)
        way->places = NULL;
    for (size_t i = 0; way->places && i < way->count; i++) {
        records[i] = make_record(&way->items[i]);
        way->places[i] = &records[i];
    }
    return way->places;
}

/* How two ways share the sources. */
struct sharing {
    size_t sources; /* that hold either */
    bool   meets;   /* a sentence has both: it speaks of how the word is written */
};

/* Compare the places of two ways, both in order. */
static struct sharing share(const struct way *a, const struct way *b)
{
    struct sharing      sharing = { 0 };
    const gsay_records *last = NULL;
    for (size_t i = 0, k = 0; i < a->count || k < b->count;) {
        const struct item *left = i < a->count ? &a->items[i] : NULL;
        const struct item *right = k < b->count ? &b->items[k] : NULL;
        int order = left && right ? gsay_str_compare(left->source->source, right->source->source) : right ? 1 : -1;
        if (order == 0) {
            sharing.meets |= left->term->sentence == right->term->sentence;
            order = left->term->span.begin < right->term->span.begin ? -1 : 1;
        }
        const struct item *next = order < 0 ? left : right;
        sharing.sources += next->source != last;
        last = next->source;
        i += order < 0;
        k += order > 0;
    }
    return sharing;
}

/* Tell whether texts speak of terms of a kind: of words and names, hardly of signs, dots and numbers. */
static bool is_spoken_of(gsay_term_kind kind)
{
    return kind == GSAY_TERM_REGIONAL || kind == GSAY_TERM_WORD || kind == GSAY_TERM_PLACE;
}

/* Add a pair. Returns it, with its own words still to be said; NULL when memory is exhausted. */
static gsay_name_pair *add_pair(struct work *work, struct way *main, struct way *odd)
{
    static const char *const words[GSAY_PAIR_KIND_COUNT] = {
#define PAIR_WORD(name, text) text,
        GSAY_PAIR_KINDS(PAIR_WORD)
#undef PAIR_WORD
    };
    gsay_name_pair *pairs =
        gsay_arena_grow(work->scratch, work->pairs, sizeof *pairs, work->pair_count, &work->pair_capacity);
    if (!pairs || !show_places(work, main) || !show_places(work, odd))
        return NULL;
    struct sharing  sharing = share(main, odd);
    gsay_name_pair *pair = &pairs[work->pair_count++];
    work->pairs = pairs;
    pair->kind = pair_kind_of(term_of(odd)->kind);
    pair->group = work->group;
    pair->key = gsay_arena_format(work->arena, "%s: %.*s", words[pair->kind], GSAY_ARG(term_of(odd)->key));
    pair->main = main->places[0]->place.text;
    pair->odd = odd->places[0]->place.text;
    pair->main_places = main->places;
    pair->main_count = main->count;
    pair->odd_places = odd->places;
    pair->odd_count = odd->count;
    pair->source_count = sharing.sources;
    pair->meets = sharing.meets && is_spoken_of(term_of(odd)->kind);
    return pair->key.ptr ? pair : NULL;
}

/* The end of the ways of one term that begin there. */
static size_t end_of_term(const struct work *work, size_t begin)
{
    size_t end = begin + 1;
    while (end < work->way_count && is_same_term(term_of(&work->ways[begin]), term_of(&work->ways[end])))
        end++;
    return end;
}

/* Pair the ways of each word and sign with the commonest. Returns false when memory is exhausted. */
static bool pair_terms(struct work *work, size_t begin)
{
    for (size_t end; begin < work->way_count; begin = end) {
        size_t main = begin;
        end = end_of_term(work, begin);
        for (size_t i = begin; i < end; i++)
            main = work->ways[i].count > work->ways[main].count ? i : main;
        for (size_t i = begin; i < end; i++)
            if (i != main && !add_pair(work, &work->ways[main], &work->ways[i]))
                return false;
    }
    return true;
}

/* The norm under which most places of some ways are right. */
static gsay_norm find_norm(const struct way *ways, size_t count)
{
    size_t right[GSAY_NORM_COUNT] = { 0 };
    size_t best = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t norm = 0; norm < GSAY_NORM_COUNT; norm++)
            right[norm] += term_of(&ways[i])->norms >> norm & 1 ? ways[i].count : 0;
    for (size_t norm = 1; norm < GSAY_NORM_COUNT; norm++)
        best = right[norm] > right[best] ? norm : best;
    return (gsay_norm)best;
}

/* What a way that departs from a norm is held against: the same word in the right spelling, else the commonest word
 * that is right and not in the spelling of the odd one. NULL where no word is right. */
static struct way *find_right(struct work *work, size_t count, gsay_norm norm, const gsay_term *odd)
{
    struct way *best = NULL;
    size_t      best_rank = 0;
    for (size_t i = 0; i < count; i++) {
        struct way      *way = &work->ways[i];
        const gsay_term *term = term_of(way);
        if (!(term->norms >> norm & 1))
            continue;
        size_t rank = 2 * (size_t)gsay_str_equal(term->key, odd->key) + !(term->norms & odd->norms);
        if (!best || rank > best_rank || (rank == best_rank && way->count > best->count)) {
            best = way;
            best_rank = rank;
        }
    }
    return best;
}

/* The other spelling of a word where the norm allows both, and the other one is the commoner. NULL when there is none.
 */
static struct way *find_commoner(struct work *work, size_t count, size_t index)
{
    struct way *way = &work->ways[index];
    if (index > 0 && is_same_term(term_of(way - 1), term_of(way)))
        return way[-1].count >= way->count ? way - 1 : NULL;
    if (index + 1 < count && is_same_term(term_of(way), term_of(way + 1)))
        return way[1].count > way->count ? way + 1 : NULL;
    return NULL;
}

/* Pair words in another region's spelling. count: ways of regional words, which come first. Returns false when memory
 * is exhausted. */
static bool pair_regional(struct work *work, size_t count)
{
    gsay_norm norm = find_norm(work->ways, count);
    for (size_t i = 0; i < count; i++) {
        const gsay_term *odd = term_of(&work->ways[i]);
        bool             is_right = odd->norms >> norm & 1;
        struct way      *main = is_right ? find_commoner(work, count, i) : find_right(work, count, norm, odd);
        if (!main || (is_right && !(term_of(main)->norms >> norm & 1)))
            continue;
        gsay_name_pair *pair = add_pair(work, main, &work->ways[i]);
        if (!pair)
            return false;
        pair->odd_style = gsay_norms_name(odd->norms);
        pair->main_style = gsay_norms_name(term_of(main)->norms);
        pair->is_derived = gsay_str_equal(term_of(main)->key, odd->key);
        pair->meets &= pair->is_derived;
    }
    return true;
}

gsay_status gsay_align_terms(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                             gsay_error *err)
{
    gsay_arena  scratch = { 0 };
    struct work work = { .arena = arena,
                         .scratch = &scratch,
                         .group = count ? sources[0].group : GSAY_STR(""),
                         .wanted = alignment->settings.pairs };
    size_t      regional = 0;
    bool        is_fine = !(work.wanted & GSAY_PAIRS_OF_STYLE) || gather(&work, sources, count);
    while (regional < work.way_count && term_of(&work.ways[regional])->kind == GSAY_TERM_REGIONAL)
        regional++;
    is_fine = is_fine && pair_regional(&work, regional) && pair_terms(&work, regional) &&
              gsay_name_pairs_add(arena, alignment, work.pairs, work.pair_count);
    gsay_intern_clear(&work.keys);
    gsay_arena_clear(&scratch);
    return is_fine ? GSAY_OK : gsay_fail_memory(err);
}
