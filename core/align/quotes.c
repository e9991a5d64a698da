/* Versions of one quotation: candidates share four words in a row (an index of all such rows), each pair is laid side
 * by side once, and every set gathers around the version with the most places (CHECKS.md, gate 13).
 *
 * Near-linear: equal normal forms are one version from the start; a row of words that too many versions share is a
 * stock phrase and brings nobody together; each version of a row meets only its commonest few. */
#include "align/quotation.h"

#include <stdlib.h>

#include "base/utf8.h"

#define ROW_VERSIONS_MAX 256u /* distinct versions that share a row of words; more are a stock phrase */
#define ROW_MAINS_MAX    8u   /* commonest versions of a row that the others are held against */
#define KEY_WORDS        8u   /* words of the main version that name a set */

/* A distinct wording with its places. */
struct version {
    const gsay_record **places;
    size_t              count;
    gsay_wording        wording;
    bool                is_placed; /* in a set already */
};

/* A row of words of a version. */
struct row {
    uint64_t hash;
    uint32_t version;
    uint32_t begin;
};

/* Two versions that share a row; low < high. */
struct pair {
    uint32_t low;
    uint32_t high;
    uint32_t begin[2]; /* of the row in low, in high */
};

/* A growing array of pairs. */
struct pairs {
    struct pair *items;
    size_t       count;
    size_t       capacity;
};

/* The work on one group. */
struct work {
    gsay_arena           *arena;
    gsay_arena           *scratch;
    gsay_intern           keys;
    struct version       *versions; /* by number of places, then place */
    size_t                count;
    struct pairs          pairs;
    gsay_quotation_table *table;
    gsay_quote_set       *sets;
    size_t                set_count;
    size_t                set_capacity;
};

/* By source, then offset. */
static int compare_places(const gsay_record *a, const gsay_record *b)
{
    int order = gsay_str_compare(a->place.source, b->place.source);
    if (order)
        return order;
    return (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
}

/* For qsort: by normal form, then place. */
static int compare_forms(const void *a, const void *b)
{
    const gsay_record *left = *(const gsay_record *const *)a;
    const gsay_record *right = *(const gsay_record *const *)b;
    int                order = gsay_str_compare(left->value.as.quote.normal, right->value.as.quote.normal);
    return order ? order : compare_places(left, right);
}

/* For qsort: most places first, then the earliest place. */
static int compare_versions(const void *a, const void *b)
{
    const struct version *left = a;
    const struct version *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return compare_places(left->places[0], right->places[0]);
}

/* For qsort: by hash, version, begin. */
static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a;
    const struct row *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    if (left->version != right->version)
        return left->version < right->version ? -1 : 1;
    return (left->begin > right->begin) - (left->begin < right->begin);
}

/* For qsort: by versions, then the earliest row of low. */
static int compare_pairs(const void *a, const void *b)
{
    const struct pair *left = a;
    const struct pair *right = b;
    if (left->low != right->low)
        return left->low < right->low ? -1 : 1;
    if (left->high != right->high)
        return left->high < right->high ? -1 : 1;
    if (left->begin[0] != right->begin[0])
        return left->begin[0] < right->begin[0] ? -1 : 1;
    return (left->begin[1] > right->begin[1]) - (left->begin[1] < right->begin[1]);
}

/* Sort an array that may be empty. */
static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(items, count, size, compare);
}

/* Tell whether a normal form may have words enough: spaces are cheaper to count than words are to read. */
static bool is_long_enough(gsay_str normal)
{
    size_t words = 1;
    for (size_t i = 0; i < normal.len && words < GSAY_QUOTATION_WORDS_MIN; i++)
        words += normal.ptr[i] == ' ' || normal.ptr[i] == '\'';
    return words >= GSAY_QUOTATION_WORDS_MIN;
}

/* The quotations of all sources that are long enough, by normal form. */
static gsay_status gather(struct work *work, const gsay_records *sources, size_t count, const gsay_record ***out,
                          size_t *out_count)
{
    size_t              capacity = 0;
    size_t              found = 0;
    const gsay_record **quotes = NULL;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++) {
            const gsay_record *record = &sources[i].items[j];
            if (record->value.kind != GSAY_KIND_QUOTE || !is_long_enough(record->value.as.quote.normal))
                continue;
            quotes = gsay_arena_grow(work->arena, quotes, sizeof *quotes, found, &capacity);
            if (!quotes)
                return GSAY_ENOMEM;
            quotes[found++] = record;
        }
    sort(quotes, found, sizeof *quotes, compare_forms);
    *out = quotes;
    *out_count = found;
    return GSAY_OK;
}

/* Collapse equal normal forms to versions, and read their words. */
static gsay_status collapse(struct work *work, const gsay_record **quotes, size_t count)
{
    work->versions = GSAY_NEW(work->scratch, struct version, count);
    if (!work->versions)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count;) {
        size_t   end = i + 1;
        gsay_str normal = quotes[i]->value.as.quote.normal;
        while (end < count && gsay_str_equal(quotes[end]->value.as.quote.normal, normal))
            end++;
        work->versions[work->count++] = (struct version){ .places = quotes + i, .count = end - i };
        i = end;
    }
    sort(work->versions, work->count, sizeof *work->versions, compare_versions);
    for (size_t i = 0; i < work->count; i++)
        GSAY_TRY(gsay_wording_read(work->scratch, &work->keys, work->versions[i].places[0]->value.as.quote.normal,
                                   &work->versions[i].wording));
    return GSAY_OK;
}

/* All rows of four words of all versions, sorted. */
static struct row *list_rows(struct work *work, size_t *count)
{
    size_t total = 0;
    for (size_t i = 0; i < work->count; i++)
        total += work->versions[i].wording.count;
    struct row *rows = GSAY_NEW(work->scratch, struct row, total);
    *count = 0;
    for (uint32_t i = 0; rows && i < work->count; i++) {
        const gsay_wording *wording = &work->versions[i].wording;
        for (uint32_t j = 0; j + GSAY_QUOTATION_ROW_WORDS <= wording->count; j++) {
            uint64_t hash = 0;
            for (uint32_t k = 0; k < GSAY_QUOTATION_ROW_WORDS; k++)
                hash = gsay_hash_mix(hash, wording->words[j + k]);
            rows[(*count)++] = (struct row){ hash, i, j };
        }
    }
    if (rows)
        sort(rows, *count, sizeof *rows, compare_rows);
    return rows;
}

/* Add a pair of versions. */
static gsay_status add_pair(struct work *work, const struct row *low, const struct row *high)
{
    struct pairs *pairs = &work->pairs;
    struct pair  *items = gsay_arena_grow(work->scratch, pairs->items, sizeof *items, pairs->count, &pairs->capacity);
    if (!items)
        return GSAY_ENOMEM;
    pairs->items = items;
    items[pairs->count++] = (struct pair){ low->version, high->version, { low->begin, high->begin } };
    return GSAY_OK;
}

/* Pair the versions that share one row of words; rows[0, count) are of one hash. */
static gsay_status pair_row(struct work *work, struct row *rows, size_t count)
{
    size_t distinct = 0;
    for (size_t i = 0; i < count; i++)
        if (distinct == 0 || rows[distinct - 1].version != rows[i].version)
            rows[distinct++] = rows[i];
    if (distinct > ROW_VERSIONS_MAX)
        return GSAY_OK;
    for (size_t i = 0; i < distinct && i < ROW_MAINS_MAX; i++)
        for (size_t j = i + 1; j < distinct; j++)
            GSAY_TRY(add_pair(work, &rows[i], &rows[j]));
    return GSAY_OK;
}

/* Find all pairs of versions that share a row of words, each once. */
static gsay_status find_pairs(struct work *work)
{
    size_t      count = 0;
    struct row *rows = list_rows(work, &count);
    if (!rows)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && rows[end].hash == rows[i].hash)
            end++;
        GSAY_TRY(pair_row(work, rows + i, end - i));
        i = end;
    }
    struct pairs *pairs = &work->pairs;
    sort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    size_t kept = 0;
    for (size_t i = 0; i < pairs->count; i++)
        if (kept == 0 || pairs->items[kept - 1].low != pairs->items[i].low ||
            pairs->items[kept - 1].high != pairs->items[i].high)
            pairs->items[kept++] = pairs->items[i];
    pairs->count = kept;
    return GSAY_OK;
}

/* The first known speaker of a version; "" when none is. */
static gsay_str speaker_of(const struct version *version)
{
    for (size_t i = 0; i < version->count; i++)
        if (version->places[i]->value.as.quote.speaker.len)
            return version->places[i]->value.as.quote.speaker;
    return GSAY_STR("");
}

/* The last word of a text. */
static gsay_str last_word(gsay_str text)
{
    size_t begin = text.len;
    while (begin > 0 && text.ptr[begin - 1] != ' ')
        begin--;
    return (gsay_str){ text.ptr + begin, text.len - begin };
}

/* Tell whether a word stands in a text as a word. */
static bool has_word(gsay_str text, gsay_str word)
{
    for (size_t i = 0; word.len && i + word.len <= text.len; i++) {
        bool begins = i == 0 || text.ptr[i - 1] == ' ';
        bool ends = i + word.len == text.len || text.ptr[i + word.len] == ' ';
        if (begins && ends && memcmp(text.ptr + i, word.ptr, word.len) == 0)
            return true;
    }
    return false;
}

/* Tell whether a speaker is named, and not an office or a group ("the minister", "officials"). */
static bool is_named(gsay_str speaker)
{
    gsay_str last = last_word(speaker);
    return last.len && ((last.ptr[0] >= 'A' && last.ptr[0] <= 'Z') || (unsigned char)last.ptr[0] >= 0x80) &&
           !gsay_str_starts(speaker, GSAY_STR("the ")) && !gsay_str_starts(speaker, GSAY_STR("The "));
}

/* Tell whether two speakers may be one: either unknown, an office, or one name holding the other's last word. */
static bool may_be_one(gsay_arena *scratch, gsay_str a, gsay_str b)
{
    if (!is_named(a) || !is_named(b))
        return true;
    gsay_str left = gsay_utf8_fold_marks(scratch, a);
    gsay_str right = gsay_utf8_fold_marks(scratch, b);
    return has_word(left, last_word(right)) || has_word(right, last_word(left));
}

/* Members of the set under way. */
struct members {
    gsay_quote_version *items;
    size_t              count;
    size_t              capacity;
};

/* Add a version to the members. */
static gsay_status add_member(struct work *work, struct members *members, const struct version *version,
                              const gsay_quotation_difference *difference, bool same_speaker)
{
    gsay_quote_version *items =
        gsay_arena_grow(work->arena, members->items, sizeof *items, members->count, &members->capacity);
    if (!items)
        return GSAY_ENOMEM;
    members->items = items;
    items[members->count++] = (gsay_quote_version){ .places = version->places,
                                                    .count = version->count,
                                                    .change = difference->change,
                                                    .lost = difference->lost,
                                                    .found = difference->found,
                                                    .same_speaker = same_speaker };
    return GSAY_OK;
}

/* Hold one candidate against the main version, and take it in when it is a version of the same. */
static gsay_status try_member(struct work *work, struct members *members, const uint32_t pair[2],
                              const uint32_t begin[2])
{
    struct version           *main = &work->versions[pair[0]];
    struct version           *other = &work->versions[pair[1]];
    const gsay_wording       *sides[2] = { &main->wording, &other->wording };
    gsay_quotation_difference difference = { .lost = GSAY_STR(""), .found = GSAY_STR("") };
    bool                      is_version = false;
    GSAY_TRY(gsay_quotation_compare(work->arena, work->table, sides, begin, &difference, &is_version));
    if (!is_version)
        return GSAY_OK;
    other->is_placed = true;
    return add_member(work, members, other, &difference,
                      may_be_one(work->scratch, speaker_of(main), speaker_of(other)));
}

/* For qsort: as compare_versions. */
static int compare_members(const void *a, const void *b)
{
    const gsay_quote_version *left = a;
    const gsay_quote_version *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return compare_places(left->places[0], right->places[0]);
}

/* The first words of a normal form: the name of a set. */
static gsay_str name_set(gsay_str normal)
{
    size_t words = 0;
    for (size_t i = 0; i < normal.len; i++)
        if (normal.ptr[i] == ' ' && ++words == KEY_WORDS)
            return (gsay_str){ normal.ptr, i };
    return normal;
}

/* Write the set of a main version down, when it has other members. */
static gsay_status add_set(struct work *work, uint32_t main, struct members *members)
{
    if (members->count < 2)
        return GSAY_OK;
    gsay_quote_set *sets = gsay_arena_grow(work->arena, work->sets, sizeof *sets, work->set_count, &work->set_capacity);
    if (!sets)
        return GSAY_ENOMEM;
    sort(members->items + 1, members->count - 1, sizeof *members->items, compare_members);
    work->sets = sets;
    sets[work->set_count++] = (gsay_quote_set){ .key = name_set(work->versions[main].places[0]->value.as.quote.normal),
                                                .versions = members->items,
                                                .count = members->count };
    return GSAY_OK;
}

/* The pairs of a version as their higher one, by version: counting sort of indices into pairs. */
struct backward {
    size_t *starts; /* count + 1 */
    size_t *pairs;
};

/* Index the pairs by their higher version. */
static gsay_status index_backward(struct work *work, struct backward *backward)
{
    backward->starts = GSAY_NEW(work->scratch, size_t, work->count + 2);
    backward->pairs = GSAY_NEW(work->scratch, size_t, work->pairs.count);
    if (!backward->starts || !backward->pairs)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < work->pairs.count; i++)
        backward->starts[work->pairs.items[i].high + 2]++;
    for (size_t i = 2; i < work->count + 2; i++)
        backward->starts[i] += backward->starts[i - 1];
    for (size_t i = 0; i < work->pairs.count; i++)
        backward->pairs[backward->starts[work->pairs.items[i].high + 1]++] = i;
    return GSAY_OK;
}

/* Gather the versions around each that is in no set yet, commonest first. A version that belongs to an earlier set may
 * join a later one: a long quotation holds several short ones. */
static gsay_status gather_sets(struct work *work)
{
    struct backward    backward;
    const struct pair *pairs = work->pairs.items;
    size_t             next = 0;
    GSAY_TRY(index_backward(work, &backward));
    for (uint32_t main = 0; main < work->count; main++) {
        struct members            members = { 0 };
        gsay_quotation_difference same = { .change = GSAY_QUOTE_SAME, .lost = GSAY_STR(""), .found = GSAY_STR("") };
        size_t                    first = next;
        while (next < work->pairs.count && pairs[next].low == main)
            next++;
        if (work->versions[main].is_placed)
            continue;
        GSAY_TRY(add_member(work, &members, &work->versions[main], &same, true));
        for (size_t i = first; i < next; i++)
            GSAY_TRY(try_member(work, &members, (uint32_t[2]){ main, pairs[i].high }, pairs[i].begin));
        for (size_t i = backward.starts[main]; i < backward.starts[main + 1]; i++) {
            const struct pair *pair = &pairs[backward.pairs[i]];
            GSAY_TRY(try_member(work, &members, (uint32_t[2]){ main, pair->low },
                                (uint32_t[2]){ pair->begin[1], pair->begin[0] }));
        }
        GSAY_TRY(add_set(work, main, &members));
    }
    return GSAY_OK;
}

/* For qsort: sets by first place. */
static int compare_sets(const void *a, const void *b)
{
    return compare_places(((const gsay_quote_set *)a)->versions[0].places[0],
                          ((const gsay_quote_set *)b)->versions[0].places[0]);
}

/* Do the work; everything is in place. */
static gsay_status align(struct work *work, const gsay_records *sources, size_t count)
{
    const gsay_record **quotes = NULL;
    size_t              quote_count = 0;
    GSAY_TRY(gather(work, sources, count, &quotes, &quote_count));
    if (quote_count < 2)
        return GSAY_OK;
    GSAY_TRY(collapse(work, quotes, quote_count));
    GSAY_TRY(find_pairs(work));
    if (work->pairs.count == 0)
        return GSAY_OK;
    work->table = GSAY_NEW(work->scratch, gsay_quotation_table, 1);
    if (!work->table)
        return GSAY_ENOMEM;
    GSAY_TRY(gsay_quotation_table_open(work->scratch, work->table));
    GSAY_TRY(gather_sets(work));
    for (size_t i = 0; i < work->set_count; i++)
        work->sets[i].group = sources[0].group;
    sort(work->sets, work->set_count, sizeof *work->sets, compare_sets);
    return GSAY_OK;
}

gsay_status gsay_align_quotes(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                              gsay_error *err)
{
    gsay_arena  scratch = { 0 };
    struct work work = { .arena = arena, .scratch = &scratch };
    gsay_status status = align(&work, sources, count);
    if (status == GSAY_OK) {
        alignment->quotes = work.sets;
        alignment->quote_count = work.set_count;
    }
    gsay_intern_clear(&work.keys);
    gsay_arena_clear(&scratch);
    return status == GSAY_OK ? GSAY_OK : gsay_fail_memory(err);
}
