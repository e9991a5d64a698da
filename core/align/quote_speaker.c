/* One quotation, two speakers: places with the same words that are given to two different persons.
 *
 * A speaker counts only where the text names the person right beside the quotation: one that was inferred (a pronoun, a
 * running quotation) or an office ("the minister") may be anybody. Silent where three persons or more say the same,
 * which makes it a stock phrase; where the two stand beside one quotation, since they share it or one quotes the other;
 * where one source gives it to both; where the names are two spellings of one. */
#include "align/quote_version.h"

#include <stdlib.h>

#define WORDS_MIN      4u  /* words that are not everybody's */
#define SENTENCE_WORDS 8u  /* with fewer words it must be quoted as a sentence: parts of one are idioms */
#define LEAD_BYTES     32u /* before a quotation, where a sentence of its own may lead to it: "Okafor said yesterday." */
#define BESIDE_BYTES   160u /* around a quotation, where its speaker is named */
#define NEAR_BYTES     400u /* around it, where another person may be quoting, or be quoted */
#define NEAR_RECORDS   128u /* records that are looked at to either side of it */
#define SPELLING_EDITS 2u   /* letters in which two spellings of one family name differ, at most */
#define NO_SET         SIZE_MAX

/* A quotation with a speaker. */
struct said {
    gsay_str            normal; /* of its set's main version, else its own */
    const gsay_record  *record;
    const gsay_records *source;
    size_t              set;    /* that it belongs to, or NO_SET */
    const gsay_name    *person; /* who says it, as named beside it; NULL: nobody whom it names */
};

/* The words of a set's places lead to the set. */
struct known {
    gsay_str normal;
    size_t   set;
};

/* The work on one group. */
struct work {
    gsay_arena      *arena;
    gsay_arena      *scratch;
    gsay_quote_sets *sets;
    struct known    *known; /* by normal form, set */
    size_t           known_count;
    struct said     *said; /* by normal form, place */
    size_t           count;
};

/* For qsort: by normal form, then set. */
static int compare_known(const void *a, const void *b)
{
    const struct known *left = a;
    const struct known *right = b;
    int                 order = gsay_str_compare(left->normal, right->normal);
    return order ? order : (left->set > right->set) - (left->set < right->set);
}

/* For qsort: by normal form, then place. */
static int compare_said(const void *a, const void *b)
{
    const struct said *left = a;
    const struct said *right = b;
    int                order = gsay_str_compare(left->normal, right->normal);
    return order ? order : gsay_quote_place_compare(left->record, right->record);
}

/* The words by which a set is known: those of its main version. */
static gsay_str normal_of(const gsay_quote_set *set)
{
    return set->versions[0].places[0]->value.as.quote.normal;
}

/* Tell whether the words between the marks begin as a sentence does. */
static bool begins_sentence(gsay_str text)
{
    size_t at = 0;
    while (at < text.len && (text.ptr[at] == '"' || text.ptr[at] == '\'' || (unsigned char)text.ptr[at] >= 0x80))
        at++;
    return at < text.len &&
           ((text.ptr[at] >= 'A' && text.ptr[at] <= 'Z') || (text.ptr[at] >= '0' && text.ptr[at] <= '9'));
}

/* Tell whether a quotation has words enough to be nobody else's. */
static bool is_telling(const gsay_record *record)
{
    gsay_str normal = record->value.as.quote.normal;
    size_t   words = 1;
    for (size_t i = 0; i < normal.len && words < SENTENCE_WORDS; i++)
        words += normal.ptr[i] == ' ';
    return words >= SENTENCE_WORDS || (words >= WORDS_MIN && begins_sentence(record->place.text));
}

/* List the words of all places that agree with the main version of their set. */
static gsay_status learn_sets(struct work *work)
{
    size_t capacity = 0;
    for (size_t i = 0; i < work->sets->count; i++)
        for (size_t j = 0; j < work->sets->items[i].count; j++) {
            const gsay_quote_version *version = &work->sets->items[i].versions[j];
            for (size_t k = 0; k < version->count && version->change == GSAY_QUOTE_SAME; k++) {
                struct known *known =
                    gsay_arena_grow(work->scratch, work->known, sizeof *known, work->known_count, &capacity);
                if (!known)
                    return GSAY_ENOMEM;
                work->known = known;
                known[work->known_count++] = (struct known){ version->places[k]->value.as.quote.normal, i };
            }
        }
    if (work->known_count > 1)
        qsort(work->known, work->known_count, sizeof *work->known, compare_known);
    return GSAY_OK;
}

/* The first set that has a place with these words. */
static size_t find_set(const struct work *work, gsay_str normal)
{
    size_t low = 0, high = work->known_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (gsay_str_compare(work->known[middle].normal, normal) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_known = low < work->known_count && gsay_str_equal(work->known[low].normal, normal);
    return is_known ? work->known[low].set : NO_SET;
}

/* Gather the quotations that somebody is said to have spoken. */
static gsay_status gather(struct work *work, const gsay_records *sources, size_t count)
{
    size_t capacity = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++) {
            const gsay_record *record = &sources[i].items[j];
            if (record->value.kind != GSAY_KIND_QUOTE || record->value.as.quote.speaker.len == 0 || !is_telling(record))
                continue;
            struct said *said = gsay_arena_grow(work->scratch, work->said, sizeof *said, work->count, &capacity);
            if (!said)
                return GSAY_ENOMEM;
            gsay_str normal = record->value.as.quote.normal;
            size_t   set = find_set(work, normal);
            work->said = said;
            said[work->count++] = (struct said){ .normal = set == NO_SET ? normal : normal_of(&work->sets->items[set]),
                                                 .record = record,
                                                 .source = &sources[i],
                                                 .set = set };
        }
    if (work->count > 1)
        qsort(work->said, work->count, sizeof *work->said, compare_said);
    return GSAY_OK;
}

/* Records of names around a quotation: [begin, end) of its source's. */
struct near {
    size_t begin;
    size_t end;
};

/* The records within so many bytes of a quotation. */
static struct near look_around(const struct said *said, uint32_t bytes)
{
    const gsay_record *items = said->source->items;
    gsay_span          span = said->record->place.span;
    size_t             here = (size_t)(said->record - items);
    struct near        near = { here, here + 1 };
    while (near.begin > 0 && here - near.begin < NEAR_RECORDS &&
           (uint64_t)items[near.begin - 1].place.span.end + bytes > span.begin)
        near.begin--;
    while (near.end < said->source->count && near.end - here < NEAR_RECORDS &&
           items[near.end].place.span.begin < (uint64_t)span.end + bytes)
        near.end++;
    return near;
}

/* The name of a person at a record, outside a quotation; NULL for what is none. */
static const gsay_name *person_at(const gsay_record *record, gsay_span quotation)
{
    const gsay_name *name = &record->value.as.name;
    bool             is_inside = record->place.span.begin >= quotation.begin && record->place.span.end <= quotation.end;
    bool is_person = record->value.kind == GSAY_KIND_NAME && name->type == GSAY_NAME_PERSON && name->family.len > 0;
    return is_person && !is_inside ? name : NULL;
}

/* Tell whether a name stands where speakers stand: behind a quotation, in its sentence, or right before it. */
static bool is_beside(const gsay_record *name, const gsay_record *quotation)
{
    return name->place.span.begin >= quotation->place.span.end || name->sentence_number == quotation->sentence_number ||
           name->place.span.end + LEAD_BYTES >= quotation->place.span.begin;
}

/* The person whom the text names as the speaker beside a quotation; NULL when it names nobody so. */
static const gsay_name *find_person(const struct said *said)
{
    gsay_str    speaker = said->record->value.as.quote.speaker;
    struct near near = look_around(said, BESIDE_BYTES);
    for (size_t i = near.begin; i < near.end; i++) {
        const gsay_record *record = &said->source->items[i];
        const gsay_name   *name = person_at(record, said->record->place.span);
        if (name && gsay_str_equal(name->shown, speaker) && is_beside(record, said->record))
            return name;
    }
    return NULL;
}

/* Tell whether two family names are one, or two spellings of one: nothing but a letter or two differs. */
static bool is_one_spelling(gsay_str a, gsay_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    size_t longer = a.len < b.len ? b.len : a.len;
    size_t head = 0, tail = 0;
    while (head < shorter && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < shorter - head && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    size_t apart = longer - head - tail;
    return apart < head + tail ? apart <= SPELLING_EDITS : apart == 1;
}

/* Tell whether a word stands in a folded name, with spaces or hyphens around it. */
static bool has_word(gsay_str text, gsay_str word)
{
    for (size_t i = 0; i + word.len <= text.len; i++) {
        bool   begins = i == 0 || text.ptr[i - 1] == ' ' || text.ptr[i - 1] == '-';
        size_t end = i + word.len;
        bool   ends = end == text.len || text.ptr[end] == ' ' || text.ptr[end] == '-';
        if (begins && ends && memcmp(text.ptr + i, word.ptr, word.len) == 0)
            return true;
    }
    return false;
}

/* Tell whether two names may be one person's: the one holds the other's family name, or they are spelled alike. */
static bool may_be_one(const gsay_name *a, const gsay_name *b)
{
    return has_word(a->form, b->family) || has_word(b->form, a->family) || is_one_spelling(a->family, b->family);
}

/* Tell whether the text around a quotation names a person. */
static bool names_beside(const struct said *said, const gsay_name *person)
{
    struct near near = look_around(said, NEAR_BYTES);
    for (size_t i = near.begin; i < near.end; i++) {
        const gsay_name *name = person_at(&said->source->items[i], (gsay_span){ 0 });
        if (name && may_be_one(name, person))
            return true;
    }
    return false;
}

/* The quotations of one wording, and its first two speakers. */
struct speakers {
    struct said     *said;
    size_t           count;
    const gsay_name *persons[2];
    size_t           places[2];
};

/* Find who speaks. Returns whether they are two and no more. */
static bool read_persons(struct speakers *speakers)
{
    bool is_two = true;
    for (size_t i = 0; i < speakers->count; i++) {
        struct said *said = &speakers->said[i];
        unsigned     side = 0;
        said->person = find_person(said);
        if (!said->person)
            continue;
        while (side < 2 && speakers->persons[side] && !may_be_one(speakers->persons[side], said->person))
            side++;
        is_two = is_two && side < 2;
        if (side == 2)
            continue;
        if (!speakers->persons[side])
            speakers->persons[side] = said->person;
        speakers->places[side]++;
    }
    return is_two && speakers->places[1] > 0;
}

/* Which of the two says a quotation; 2 for nobody. */
static unsigned side_of(const struct speakers *speakers, const struct said *said)
{
    if (!said->person)
        return 2;
    return may_be_one(speakers->persons[0], said->person) ? 0 : 1;
}

/* Tell whether any place explains why two persons say the same: both are named there, or its source gives it to both.
 */
static bool is_explained(const struct speakers *speakers)
{
    const gsay_records *seen[2] = { NULL, NULL };
    for (size_t i = 0; i < speakers->count; i++) {
        const struct said *said = &speakers->said[i];
        unsigned           side = side_of(speakers, said);
        if (side == 2)
            continue;
        seen[side] = said->source;
        if (seen[0] == seen[1] || names_beside(said, speakers->persons[1 - side]))
            return true;
    }
    return false;
}

/* The set to which the speakers belong: that of a place, or a new one. NULL when memory is exhausted. */
static gsay_quote_set *set_of(struct work *work, const struct speakers *speakers)
{
    if (speakers->said[0].set != NO_SET)
        return &work->sets->items[speakers->said[0].set];
    gsay_quote_version *version = GSAY_NEW(work->arena, gsay_quote_version, 1);
    const gsay_record **places = GSAY_TAKE(work->arena, const gsay_record *, speakers->count);
    gsay_quote_set     *sets =
        gsay_arena_grow(work->arena, work->sets->items, sizeof *sets, work->sets->count, &work->sets->capacity);
    if (!version || !places || !sets)
        return NULL;
    for (size_t i = 0; i < speakers->count; i++)
        places[i] = speakers->said[i].record;
    *version = (gsay_quote_version){
        .places = places, .count = speakers->count, .lost = GSAY_STR(""), .found = GSAY_STR(""), .same_speaker = true
    };
    work->sets->items = sets;
    sets[work->sets->count] =
        (gsay_quote_set){ .key = gsay_quote_key(speakers->said[0].normal), .versions = version, .count = 1 };
    return &sets[work->sets->count++];
}

/* Write the two speakers down at their set: the one with more places first. */
static gsay_status add_speakers(struct work *work, const struct speakers *speakers)
{
    gsay_quote_set     *set = set_of(work, speakers);
    gsay_quote_version *sides = GSAY_NEW(work->arena, gsay_quote_version, 2);
    const gsay_record **places = GSAY_TAKE(work->arena, const gsay_record *, speakers->count);
    unsigned            main = speakers->places[1] > speakers->places[0];
    if (!set || !sides || !places)
        return GSAY_ENOMEM;
    for (unsigned i = 0; i < 2; i++) {
        sides[i] = (gsay_quote_version){ .places = places, .lost = GSAY_STR(""), .found = GSAY_STR("") };
        for (size_t k = 0; k < speakers->count; k++)
            if (side_of(speakers, &speakers->said[k]) == (i ? 1 - main : main))
                places[sides[i].count++] = speakers->said[k].record;
        places += sides[i].count;
    }
    set->speakers = sides;
    set->speaker_count = 2;
    return GSAY_OK;
}

/* Look at the quotations of each wording. */
static gsay_status compare_all(struct work *work)
{
    for (size_t begin = 0, end; begin < work->count; begin = end) {
        end = begin + 1;
        while (end < work->count && gsay_str_equal(work->said[end].normal, work->said[begin].normal))
            end++;
        struct speakers speakers = { .said = work->said + begin, .count = end - begin };
        if (speakers.count > 1 && read_persons(&speakers) && !is_explained(&speakers))
            GSAY_TRY(add_speakers(work, &speakers));
    }
    return GSAY_OK;
}

gsay_status gsay_quote_find_speakers(gsay_arena *arena, gsay_arena *scratch, const gsay_records *sources, size_t count,
                                     gsay_quote_sets *sets)
{
    struct work work = { .arena = arena, .scratch = scratch, .sets = sets };
    GSAY_TRY(learn_sets(&work));
    GSAY_TRY(gather(&work, sources, count));
    return compare_all(&work);
}
