/* Acronyms: two long forms of one, and one whose letters are not the initials of what it stands for.
 *
 * Long forms are compared word by word without the small ones: as many words, one of them another. Lands do not count
 * (the football associations of two countries share letters), nor do forms of one word and shortened ones. Letters that
 * do not fit are held against the fitting acronym where related sources have it; alone they say something only from
 * four on, and where no land's own language may have given them. */
#include "align/bearer.h"
#include "align/spelling.h"
#include "base/utf8.h"
#include "text/stem.h"

#define WORDS_MAX     10u /* of a long form that is compared; longer ones are counted as "capped" */
#define LETTERS_ALONE 4u  /* letters of an acronym that can be wrong by themselves */
#define PREFIX_MIN    4u  /* shared letters from which one word may be the other shortened or inflected */

/* What an acronym stands for at one place. */
struct long_form {
    gsay_str words[WORDS_MAX]; /* folded, without small ones */
    size_t   word_count;
    bool     is_misfit; /* the letters are not its initials */
};

/* The places of one acronym; the first of a run is the first with the same long form. */
struct uses {
    gsay_bearer_work      *work;
    const gsay_bearer_run *run;
    struct long_form       forms[GSAY_BEARERS_MAX]; /* by bearer */
};

/* The letters of an acronym that is explained. */
static gsay_str read_key(const gsay_name *name)
{
    return name->stands_for.len ? name->form : GSAY_STR("");
}

/* Tell whether a byte ends a word of a long form. */
static bool is_border(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '&';
}

/* Split a long form into words. Returns false when memory is exhausted. A form of too many words has none. */
static bool split(gsay_bearer_work *work, gsay_str stands_for, struct long_form *form)
{
    gsay_str text = gsay_utf8_fold(work->scratch, stands_for);
    size_t   at = 0;
    form->word_count = 0;
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
        if (form->word_count == WORDS_MAX) {
            form->word_count = 0;
            work->capped++;
            return true;
        }
        form->words[form->word_count++] = word;
    }
    return true;
}

/* Tell whether letters differ from the initials: as many, and one wrong or two swapped (extract/acronym.c). */
static bool is_misfit(gsay_str letters, const struct long_form *form)
{
    if (letters.len != form->word_count)
        return false;
    for (size_t i = 0; i < letters.len; i++)
        if (letters.ptr[i] != form->words[i].ptr[0])
            return true;
    return false;
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
static size_t count_other_words(const struct long_form *a, const struct long_form *b)
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

/* The first place up to one that has the same long form. */
static size_t find_first(const struct uses *uses, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (uses->run->items[i].first == i && count_other_words(&uses->forms[i], &uses->forms[index]) == 0)
            return i;
    return index;
}

/* Read the long forms. Returns false when memory is exhausted. */
static bool read_forms(struct uses *uses)
{
    for (size_t i = 0; i < uses->run->count; i++) {
        const gsay_name  *name = gsay_bearer_name(uses->run, i);
        struct long_form *form = &uses->forms[i];
        if (!split(uses->work, name->stands_for, form))
            return false;
        form->is_misfit = is_misfit(name->form, form);
        uses->run->items[i].first = (uint32_t)find_first(uses, i);
    }
    return true;
}

/* Two long forms of one acronym. Returns false when memory is exhausted. */
static bool add_forms(struct uses *uses, size_t a, size_t b)
{
    gsay_bearer_work *work = uses->work;
    int32_t           days = GSAY_DAYS_UNKNOWN;
    if (!gsay_bearers_are_related(work, uses->run, a, b, &days))
        return !work->related.has_failed;
    gsay_name_pair *pair = gsay_bearers_add_pair(work, GSAY_PAIR_ACRONYM, uses->run->items[a].key);
    return pair && gsay_bearers_set_sides(work, uses->run, a, b, pair);
}

/* Tell whether a record holds the acronym that fits a long form. What is folded may be longer than what is shown. */
static bool is_fitting(const gsay_record *record, const struct long_form *form)
{
    gsay_str letters = record->value.as.name.form;
    gsay_str shown = record->value.as.name.shown;
    if (record->value.kind != GSAY_KIND_NAME || letters.len != form->word_count || shown.len < letters.len)
        return false;
    for (size_t i = 0; i < letters.len; i++)
        if (letters.ptr[i] != form->words[i].ptr[0] || shown.ptr[i] < 'A' || shown.ptr[i] > 'Z')
            return false;
    return true;
}

/* Make the places of the fitting acronym in related sources the main side. Returns false when memory is exhausted. */
static bool find_fitting(struct uses *uses, size_t index, gsay_name_pair *side)
{
    gsay_bearer_work  *work = uses->work;
    const gsay_bearer *bearer = &uses->run->items[index];
    size_t             capacity = 0;
    for (size_t i = 0; i < work->related.count; i++) {
        const gsay_records *records = work->related.sources[i];
        for (size_t k = 0; k < records->count; k++) {
            if (!is_fitting(&records->items[k], &uses->forms[index]))
                continue;
            if (!gsay_related_ask(&work->related, bearer->source, i, bearer->key))
                break;
            const gsay_record **places =
                gsay_arena_extend(work->arena, side->main_places, sizeof *places, side->main_count, &capacity);
            if (!places)
                return false;
            side->main_places = places;
            places[side->main_count++] = &records->items[k];
        }
    }
    return !work->related.has_failed;
}

/* The place of the long form itself: the name before the acronym or behind it. NULL when it is none. */
static const gsay_record *find_long(const struct uses *uses, size_t index)
{
    const gsay_bearer  *bearer = &uses->run->items[index];
    const gsay_records *records = uses->work->related.sources[bearer->source];
    size_t              at = (size_t)(bearer->record - records->items);
    gsay_str            stands_for = gsay_bearer_name(uses->run, index)->stands_for;
    for (size_t i = at > 0 ? at - 1 : 0; i <= at + 1 && i < records->count; i++)
        if (records->items[i].value.kind == GSAY_KIND_NAME &&
            gsay_str_ends(records->items[i].value.as.name.shown, stands_for))
            return &records->items[i];
    return NULL;
}

/* Tell whether letters are wrong whatever else stands in the group: long enough, of no land, and the letter that is
 * wrong stands nowhere in its word ("extensible", X). */
static bool are_wrong_alone(gsay_str letters, const struct long_form *form)
{
    size_t wrong = 0;
    if (letters.len < LETTERS_ALONE)
        return false;
    for (size_t i = 0; i < form->word_count; i++) {
        gsay_str word = form->words[i];
        bool     is_other = word.ptr[0] != letters.ptr[i];
        wrong += is_other;
        if (is_land(word) || (is_other && (memchr(word.ptr, letters.ptr[i], word.len) || letters.ptr[i] == 'x')))
            return false;
    }
    return wrong == 1;
}

/* Make the long form beside letters that are wrong alone the main side, if they are. Returns false when memory is
 * exhausted. */
static bool find_wrong_alone(struct uses *uses, size_t index, gsay_name_pair *side)
{
    const gsay_record *shown = find_long(uses, index);
    if (!shown || !are_wrong_alone(uses->run->items[index].key, &uses->forms[index]))
        return true;
    side->main_places = GSAY_TAKE(uses->work->arena, const gsay_record *, 1);
    if (!side->main_places)
        return false;
    side->main_places[0] = shown;
    side->main_count = 1;
    return true;
}

/* Letters that do not fit. Returns false when memory is exhausted. */
static bool add_misfit(struct uses *uses, size_t index)
{
    gsay_bearer_work *work = uses->work;
    gsay_name_pair    side = { 0 };
    if (!gsay_bearers_may_look(work))
        return true;
    if (!find_fitting(uses, index, &side) || (side.main_count == 0 && !find_wrong_alone(uses, index, &side)))
        return false;
    if (side.main_count == 0)
        return true;
    gsay_name_pair *pair = gsay_bearers_add_pair(work, GSAY_PAIR_ACRONYM, uses->run->items[index].key);
    if (!pair)
        return false;
    pair->main_places = side.main_places;
    pair->main_count = side.main_count;
    pair->main = side.main_places[0]->value.as.name.shown;
    pair->odd_places = gsay_bearers_list_places(work, uses->run, index, &pair->odd_count);
    pair->odd = gsay_bearer_name(uses->run, index)->shown;
    pair->is_misfit = true;
    return pair->odd_places != NULL;
}

/* Hold the long forms of one acronym against each other. Returns false when memory is exhausted. */
static bool compare_uses(gsay_bearer_work *work, const gsay_bearer_run *run)
{
    struct uses uses;
    uses.work = work;
    uses.run = run;
    if (!read_forms(&uses))
        return false;
    for (size_t i = 0; i < run->count; i++) {
        if (run->items[i].first != i)
            continue;
        if (uses.forms[i].is_misfit && !add_misfit(&uses, i))
            return false;
        for (size_t k = i + 1; k < run->count && !uses.forms[i].is_misfit; k++)
            if (run->items[k].first == k && !uses.forms[k].is_misfit &&
                count_other_words(&uses.forms[i], &uses.forms[k]) == 1 && !add_forms(&uses, i, k))
                return false;
    }
    return true;
}

gsay_status gsay_align_acronyms(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                                gsay_error *err)
{
    static const gsay_bearer_method method = { read_key, compare_uses };
    return gsay_bearers_align(arena, sources, count, &method, alignment, err);
}
