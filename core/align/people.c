/* People: two given names for one office, two offices for one person.
 *
 * Only full names with a title that lexicon/offices.c can read are looked at, family by family; what speaks against a
 * contradiction (a source that knows both, a word of change) is asked of the few that are left. "Cannot tell" is
 * silence. */
#include "align/align.h"
#include "align/related.h"
#include "align/words.h"
#include "lexicon/offices.h"

#include <stdlib.h>

#define HOLDERS_MAX  64u /* titled full names of one family that are held against each other */
#define SOURCES_MAX  8u  /* sources of each side that are asked whether they are related */
#define GIVENS_MAX   64u /* pairs of given names of a group that are looked into: each look is a walk over all names */
#define GIVEN_MIN    3u  /* letters of a given name that another one can contradict; shorter ones are initials */
#define SKELETON_MAX 16u

/* A titled full name. */
struct holder {
    const gsay_record *record;
    gsay_office        office;
    uint32_t           source;
    uint32_t           first;       /* the first holder of the run that is the same person in the same office */
    bool               is_read;     /* the office is known */
    bool               is_asked;    /* whether the office changes was looked for */
    bool               is_changing; /* and found */
};

/* The state of one group. */
struct people {
    gsay_arena     *arena; /* of the result */
    gsay_related    related;
    struct holder  *holders;
    size_t          count;
    size_t          capacity;
    gsay_name_pair *pairs;
    size_t          pair_count;
    size_t          pair_capacity;
    size_t          givens; /* pairs of given names that were looked into */
    gsay_str        group;
};

/* For qsort: by family, then place. */
static int compare_holders(const void *a, const void *b)
{
    const struct holder *left = a;
    const struct holder *right = b;
    int order = gsay_str_compare(left->record->value.as.name.family, right->record->value.as.name.family);
    if (order)
        return order;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    return (left->record->place.span.begin > right->record->place.span.begin) -
           (left->record->place.span.begin < right->record->place.span.begin);
}

/* The first word of a folded text, which is cut off it; "" at its end. */
static gsay_str cut_word(gsay_str *text)
{
    const char *space = text->len ? memchr(text->ptr, ' ', text->len) : NULL;
    size_t      len = space ? (size_t)(space - text->ptr) : text->len;
    gsay_str    word = { text->ptr, len };
    *text = (gsay_str){ text->ptr + len + (space != NULL), text->len - len - (space != NULL) };
    return word;
}

static gsay_str first_word(gsay_str text)
{
    return cut_word(&text);
}

/* The consonants of a name as they sound, which transliterations of one name mostly share ("Volodymyr", "Vladimir").
 * Returns how many. */
static size_t read_skeleton(gsay_str name, char skeleton[SKELETON_MAX])
{
    static const char sounds[26] = { 0,   'b', 'k', 'd', 0,   'f', 'g', 0, 0,   'j', 'k', 'l', 'm',
                                     'n', 0,   'p', 'k', 'r', 's', 't', 0, 'v', 'v', 'k', 0,   's' };
    size_t            count = 0;
    for (size_t i = 0; i < name.len && count < SKELETON_MAX; i++) {
        char letter = name.ptr[i];
        bool is_ph = letter == 'p' && i + 1 < name.len && name.ptr[i + 1] == 'h';
        char sound = letter >= 'a' && letter <= 'z' ? sounds[letter - 'a'] : 0;
        sound = is_ph ? 'f' : sound;
        if (sound && (count == 0 || skeleton[count - 1] != sound))
            skeleton[count++] = sound;
    }
    return count;
}

/* Tell whether two words sound alike: the same consonants, or of three and more all but one. */
static bool sound_alike(gsay_str a, gsay_str b)
{
    char   left[SKELETON_MAX];
    char   right[SKELETON_MAX];
    size_t left_len = read_skeleton(a, left);
    size_t right_len = read_skeleton(b, right);
    size_t shorter = left_len < right_len ? left_len : right_len;
    size_t longer = left_len + right_len - shorter;
    size_t same = 0;
    while (same < shorter && left[same] == right[same])
        same++;
    size_t ending = 0;
    while (same + ending < shorter && left[left_len - 1 - ending] == right[right_len - 1 - ending])
        ending++;
    size_t apart = longer - same - ending;
    return apart == 0 || (apart == 1 && shorter > 1 && longer > 2);
}

/* Tell whether two words of given names may be of one person. */
static bool may_be_same_word(gsay_str a, gsay_str b)
{
    if (a.len == 1 || b.len == 1)
        return a.len && b.len && a.ptr[0] == b.ptr[0];
    bool is_short = a.len >= GIVEN_MIN && b.len >= GIVEN_MIN && (gsay_str_starts(a, b) || gsay_str_starts(b, a));
    return is_short || gsay_given_name_same(a, b) || sound_alike(a, b);
}

/* Tell whether two given names are surely two: no word of one may be a word of the other, and both are known. */
static bool are_other_givens(gsay_str a, gsay_str b)
{
    gsay_str left = first_word(a);
    gsay_str right = first_word(b);
    if (left.len < GIVEN_MIN || right.len < GIVEN_MIN ||
        !(gsay_lexicon_find(left).classes & gsay_lexicon_find(right).classes & GSAY_WORD(GIVEN_NAME)))
        return false;
    for (gsay_str words = a; words.len;) {
        gsay_str word = cut_word(&words);
        for (gsay_str others = b; others.len;)
            if (may_be_same_word(word, cut_word(&others)))
                return false;
    }
    return true;
}

/* Tell whether two full names of one family are surely one: the first names agree and are no initials, and second ones
 * do not differ. */
static bool is_same_person(const gsay_name *a, const gsay_name *b)
{
    gsay_str left = a->given;
    gsay_str right = b->given;
    gsay_str left_first = cut_word(&left);
    gsay_str right_first = cut_word(&right);
    if (left_first.len < 2 || right_first.len < 2 || !gsay_given_name_same(left_first, right_first))
        return false;
    return !left.len || !right.len || left.ptr[0] == right.ptr[0];
}

/* The name of a holder. */
static const gsay_name *name_of(const struct holder *holder)
{
    return &holder->record->value.as.name;
}

/* Gather the titled full names. */
static bool gather(struct people *people, gsay_arena *scratch)
{
    for (size_t i = 0; i < people->related.count; i++) {
        const gsay_records *records = people->related.sources[i];
        for (size_t k = 0; k < records->count; k++) {
            const gsay_record *record = &records->items[k];
            const gsay_name   *name = &record->value.as.name;
            if (record->value.kind != GSAY_KIND_NAME || !name->given.len || !name->title.len || !name->family.len)
                continue;
            struct holder *holders =
                gsay_arena_grow(scratch, people->holders, sizeof *holders, people->count, &people->capacity);
            if (!holders)
                return false;
            people->holders = holders;
            holders[people->count++] = (struct holder){ .record = record, .source = (uint32_t)i };
        }
    }
    if (people->count > 1)
        qsort(people->holders, people->count, sizeof *people->holders, compare_holders);
    return true;
}

/* Tell whether something around a name says that its office is not simply held. Sentences are long: each is read once.
 */
static bool is_changing(struct holder *holder)
{
    if (holder->is_asked)
        return holder->is_changing;
    const gsay_record *record = holder->record;
    gsay_str before = gsay_words_before(record->sentence, record->value.as.name.shown, name_of(holder)->title);
    holder->is_asked = true;
    holder->is_changing = gsay_words_have(name_of(holder)->title, gsay_office_not_now) ||
                          gsay_words_have(before, gsay_office_not_now) ||
                          gsay_words_have(record->sentence, gsay_office_changes);
    return holder->is_changing;
}

/* One family: holders [begin, end) of the group. */
struct family {
    struct holder *holders;
    size_t         count;
};

/* Read the offices of a family and find for each holder the first of the same person and office. Returns how many
 * offices were read. */
static size_t read_offices(const struct family *family)
{
    size_t read = 0;
    for (size_t i = 0; i < family->count; i++) {
        struct holder *holder = &family->holders[i];
        holder->is_read = gsay_office_read(name_of(holder)->title, &holder->office);
        holder->first = (uint32_t)i;
        for (size_t k = 0; holder->is_read && k < i; k++) {
            const struct holder *other = &family->holders[k];
            if (other->is_read && other->first == k && gsay_office_same(&other->office, &holder->office) &&
                is_same_person(name_of(other), name_of(holder))) {
                holder->first = (uint32_t)k;
                break;
            }
        }
        read += holder->is_read;
    }
    return read;
}

/* How many days lie between the filing of two sources; GSAY_DAYS_UNKNOWN when only one of them says. Sources without
 * any date are of one time for all that can be known. */
static int32_t days_between(const gsay_records *a, const gsay_records *b)
{
    if (a == b || (a->filed == GSAY_DAY_NONE && b->filed == GSAY_DAY_NONE))
        return 0;
    if (a->filed == GSAY_DAY_NONE || b->filed == GSAY_DAY_NONE)
        return GSAY_DAYS_UNKNOWN;
    return a->filed < b->filed ? b->filed - a->filed : a->filed - b->filed;
}

/* List the first few sources of those that are as one holder. */
static size_t list_sources(const struct family *family, size_t first, uint32_t sources[SOURCES_MAX])
{
    size_t count = 0;
    for (size_t i = first; i < family->count && count < SOURCES_MAX; i++) {
        const struct holder *holder = &family->holders[i];
        if (holder->first == first && (count == 0 || sources[count - 1] != holder->source))
            sources[count++] = holder->source;
    }
    return count;
}

/* The days between the nearest two related sources of two sides; GSAY_DAYS_UNKNOWN when there are none. */
static int32_t days_apart(struct people *people, const struct family *family, size_t a, size_t b)
{
    uint32_t left[SOURCES_MAX];
    uint32_t right[SOURCES_MAX];
    size_t   left_count = list_sources(family, a, left);
    size_t   right_count = list_sources(family, b, right);
    int32_t  least = GSAY_DAYS_UNKNOWN;
    for (size_t i = 0; i < left_count; i++)
        for (size_t k = 0; k < right_count; k++) {
            const gsay_records *const *sources = people->related.sources;
            int32_t                    days = days_between(sources[left[i]], sources[right[k]]);
            if (days < least &&
                gsay_related_ask(&people->related, left[i], right[k], name_of(&family->holders[a])->family))
                least = days;
        }
    return least;
}

/* Tell whether a side stands in a source. */
static bool stands_in(const struct family *family, size_t first, uint32_t source)
{
    for (size_t i = first; i < family->count; i++)
        if (family->holders[i].first == first && family->holders[i].source == source)
            return true;
    return false;
}

/* How often two sides stand in one source. */
struct meeting {
    size_t both;
    size_t left_alone;
    size_t right_alone;
};

/* Count the sources that hold either side or both. */
static struct meeting count_meetings(const struct family *family, size_t a, size_t b)
{
    struct meeting meeting = { 0 };
    for (size_t i = 0; i < family->count; i++) {
        uint32_t source = family->holders[i].source;
        if (i > 0 && family->holders[i - 1].source == source)
            continue;
        bool has_left = stands_in(family, a, source);
        bool has_right = stands_in(family, b, source);
        meeting.both += has_left && has_right;
        meeting.left_alone += has_left && !has_right;
        meeting.right_alone += has_right && !has_left;
    }
    return meeting;
}

/* The records of a side. */
static const gsay_record **list_places(gsay_arena *arena, const struct family *family, size_t first, size_t *count)
{
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, family->count);
    for (size_t i = first; places && i < family->count; i++)
        if (family->holders[i].first == first)
            places[(*count)++] = family->holders[i].record;
    return places;
}

/* Add a pair. a stands before b. Returns NULL when memory is exhausted. */
static gsay_name_pair *add_pair(struct people *people, const struct family *family, size_t a, size_t b)
{
    gsay_arena     *arena = people->arena;
    gsay_name_pair *pairs =
        gsay_arena_grow(arena, people->pairs, sizeof *pairs, people->pair_count, &people->pair_capacity);
    if (!pairs)
        return NULL;
    people->pairs = pairs;
    gsay_name_pair      side = { .group = people->group };
    const gsay_record **left = list_places(arena, family, a, &side.main_count);
    const gsay_record **right = list_places(arena, family, b, &side.odd_count);
    bool                is_swapped = side.odd_count > side.main_count;
    if (!left || !right)
        return NULL;
    gsay_name_pair *pair = &pairs[people->pair_count];
    *pair = side;
    pair->main_places = is_swapped ? right : left;
    pair->odd_places = is_swapped ? left : right;
    pair->main_count = is_swapped ? side.odd_count : side.main_count;
    pair->odd_count = is_swapped ? side.main_count : side.odd_count;
    pair->main = pair->main_places[0]->value.as.name.shown;
    pair->odd = pair->odd_places[0]->value.as.name.shown;
    people->pair_count++;
    return pair;
}

/* Tell whether anything said of a person tells that the office changes. */
static bool is_any_changing(const struct family *family, size_t first)
{
    for (size_t i = 0; i < family->count; i++)
        if (is_same_person(name_of(&family->holders[i]), name_of(&family->holders[first])) &&
            is_changing(&family->holders[i]))
            return true;
    return false;
}

/* Two offices of one person. Returns false when memory is exhausted. */
static bool add_role(struct people *people, const struct family *family, size_t a, size_t b)
{
    int32_t days = days_apart(people, family, a, b);
    if (days == GSAY_DAYS_UNKNOWN || is_any_changing(family, a))
        return !people->related.has_failed;
    gsay_name_pair *pair = add_pair(people, family, a, b);
    if (!pair)
        return false;
    struct meeting meeting = count_meetings(family, a, b);
    pair->kind = GSAY_PAIR_ROLE;
    pair->key = gsay_arena_format(people->arena, "role: %.*s", GSAY_ARG(name_of(&family->holders[a])->form));
    pair->days_apart = days;
    pair->source_count = meeting.both + meeting.left_alone + meeting.right_alone;
    pair->meets = meeting.both > 1 || (meeting.both && meeting.left_alone && meeting.right_alone);
    return pair->key.ptr != NULL;
}

/* Tell whether a sentence speaks of a family, or names the given name of the other side. */
static bool is_family_sentence(gsay_str sentence, gsay_str other)
{
    char name[SKELETON_MAX + 1];
    if (other.len > SKELETON_MAX)
        return true;
    memcpy(name, other.ptr, other.len);
    name[other.len] = '\0';
    const char *const names[] = { name, NULL };
    return gsay_words_have(sentence, gsay_office_relatives) || gsay_words_have(sentence, names);
}

/* Tell whether some source knows both people of a family, or says that they are relatives. */
static bool does_source_know_both(const struct people *people, const gsay_name *left, const gsay_name *right)
{
    for (size_t i = 0; i < people->related.count; i++) {
        const gsay_records *records = people->related.sources[i];
        bool                has_left = false;
        bool                has_right = false;
        for (size_t k = 0; k < records->count && !(has_left && has_right); k++) {
            const gsay_record *record = &records->items[k];
            const gsay_name   *name = &record->value.as.name;
            if (record->value.kind != GSAY_KIND_NAME || !name->given.len || !gsay_str_equal(name->family, left->family))
                continue;
            bool is_left = is_same_person(name, left);
            bool is_right = is_same_person(name, right);
            has_left |= is_left;
            has_right |= is_right;
            if ((is_left || is_right) &&
                is_family_sentence(record->sentence, first_word(is_left ? right->given : left->given)))
                return true;
        }
        if (has_left && has_right)
            return true;
    }
    return false;
}

/* Two given names for one office. Returns false when memory is exhausted. */
static bool add_given(struct people *people, const struct family *family, size_t a, size_t b)
{
    const gsay_name *left = name_of(&family->holders[a]);
    const gsay_name *right = name_of(&family->holders[b]);
    int32_t          days = days_apart(people, family, a, b);
    if (days == GSAY_DAYS_UNKNOWN || people->givens++ >= GIVENS_MAX)
        return !people->related.has_failed;
    gsay_name_pair *pair = add_pair(people, family, a, b);
    if (!pair)
        return false;
    struct meeting meeting = count_meetings(family, a, b);
    pair->kind = GSAY_PAIR_GIVEN;
    pair->key = gsay_arena_format(people->arena, "given: %.*s", GSAY_ARG(left->family));
    pair->days_apart = days;
    pair->source_count = meeting.both + meeting.left_alone + meeting.right_alone;
    pair->meets = meeting.both > 0 || does_source_know_both(people, left, right);
    pair->has_context = true;
    return pair->key.ptr != NULL;
}

/* Tell whether two offices are one and of one land, as far as either says. */
static bool is_one_office(const gsay_office *a, const gsay_office *b)
{
    return gsay_office_same(a, b) && gsay_office_is_sole(a) &&
           (!a->land.len || !b->land.len || gsay_str_equal(a->land, b->land));
}

/* Hold the holders of one family against each other. Returns false when memory is exhausted. */
static bool compare_family(struct people *people, const struct family *family)
{
    bool is_fine = true;
    if (read_offices(family) < 2)
        return true;
    for (size_t i = 0; i < family->count && is_fine; i++)
        for (size_t k = i + 1; k < family->count && is_fine; k++) {
            const struct holder *a = &family->holders[i];
            const struct holder *b = &family->holders[k];
            if (!a->is_read || !b->is_read || a->first != i || b->first != k)
                continue;
            if (gsay_offices_contradict(&a->office, &b->office) && is_same_person(name_of(a), name_of(b)))
                is_fine = add_role(people, family, i, k);
            else if (is_one_office(&a->office, &b->office) && are_other_givens(name_of(a)->given, name_of(b)->given))
                is_fine = add_given(people, family, i, k);
        }
    return is_fine;
}

/* Walk family by family. Returns false when memory is exhausted. */
static bool compare_families(struct people *people)
{
    for (size_t begin = 0; begin < people->count;) {
        size_t end = begin + 1;
        while (end < people->count &&
               gsay_str_equal(name_of(&people->holders[begin])->family, name_of(&people->holders[end])->family))
            end++;
        size_t        count = end - begin < HOLDERS_MAX ? end - begin : HOLDERS_MAX;
        struct family family = { people->holders + begin, count };
        if (count > 1 && !compare_family(people, &family))
            return false;
        begin = end;
    }
    return true;
}

gsay_status gsay_align_people(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                              gsay_error *err)
{
    gsay_arena    scratch = { 0 };
    struct people people = { .arena = arena, .group = count ? sources[0].group : GSAY_STR("") };
    bool          is_fine = gsay_related_open(&scratch, sources, count, &people.related) == GSAY_OK &&
                   gather(&people, &scratch) && compare_families(&people) &&
                   gsay_name_pairs_add(arena, alignment, people.pairs, people.pair_count);
    gsay_arena_clear(&scratch);
    return is_fine ? GSAY_OK : gsay_fail_memory(err);
}
