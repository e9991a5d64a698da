/* Names of another alphabet in two romanisations: "Zelensky" and "Zelenskiy", "Sergei" and "Sergey".
 *
 * Each word of a name is brought to a key under which the usual systems agree; words that share a key and are not equal
 * are candidates, and what stands around them decides, as of spellings (name_judge.c). Unlike a slip, a romanisation
 * may be as frequent as the other. */
#include "align/name_form.h"

#include <stdlib.h>

#define KEY_MIN 4u /* letters of a key: shorter words are alike by chance */

/* A word of names with its key. */
struct word {
    gsay_str         key;
    const gsay_form *form;
    uint32_t         number; /* of the form */
};

/* The state of one group. */
struct work {
    gsay_arena     *arena;   /* of the result */
    gsay_arena     *scratch; /* given back at the end of the group */
    gsay_forms      forms;
    struct word    *words; /* by key, then the commonest first */
    size_t          count;
    gsay_name_pair *pairs;
    size_t          pair_count;
    size_t          pair_capacity;
};

/* How one sound is written in several systems; the first row that fits is taken. What European names vary in as well,
 * so that each bearer has his own (ph and f, th and t, ck and k, a doubled consonant), is not here. */
static const struct {
    gsay_str letters;
    char     key;
} sounds[] = {
#define SOUND(letters, key)                                                                                            \
    {                                                                                                                  \
        { "" letters, sizeof(letters) - 1 }, key                                                                       \
    }
    SOUND("shch", 'S'), SOUND("sch", 'S'), SOUND("sh", 'S'), SOUND("tsch", 'C'), SOUND("tch", 'C'), SOUND("ch", 'C'),
    SOUND("dzh", 'J'),  SOUND("dj", 'J'),  SOUND("zh", 'J'), SOUND("kh", 'h'),   SOUND("gh", 'g'),  SOUND("ou", 'o'),
    SOUND("oo", 'o'),   SOUND("ee", 'i'),  SOUND("u", 'o'),  SOUND("q", 'k'),    SOUND("w", 'v'),   SOUND("j", 'i'),
};

/* Tell whether a letter is a vowel. */
static bool is_vowel(char letter)
{
    return memchr("aeiou", letter, 5) != NULL;
}

/* Tell whether a y is the sound beside a vowel or at the end that other systems write i or j. Inside a syllable it is
 * its bearer's choice: "Robyn". */
static bool is_glide(gsay_str word, size_t at)
{
    if (word.ptr[at] != 'y')
        return false;
    return at == 0 || at + 1 == word.len || is_vowel(word.ptr[at - 1]) || is_vowel(word.ptr[at + 1]) ||
           word.ptr[at - 1] == 'y' || word.ptr[at + 1] == 'y';
}

/* Put a letter behind a key under way. An i is not doubled, and not heard in all systems before another vowel
 * ("Yekaterinburg"). */
static size_t put(char *key, size_t len, char letter)
{
    if (len && key[len - 1] == 'i' && letter == 'i')
        return len;
    if (len && key[len - 1] == 'i' && is_vowel(letter))
        len--;
    key[len] = letter;
    return len + 1;
}

/* The key of a word without diacritics. room: as many bytes as the word. */
static gsay_str make_key(gsay_str word, char *room)
{
    size_t len = 0;
    for (size_t at = 0, used; at < word.len; at += used) {
        gsay_str rest = { word.ptr + at, word.len - at };
        char     letter = is_glide(word, at) ? 'i' : word.ptr[at];
        used = 1;
        for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++)
            if (gsay_str_starts(rest, sounds[i].letters)) {
                letter = sounds[i].key;
                used = sounds[i].letters.len;
                break;
            }
        len = put(room, len, letter);
    }
    if (gsay_str_ends(word, GSAY_STR("ff"))) {
        room[--len - 1] = 'v'; /* "Romanoff" */
    }
    return (gsay_str){ room, len };
}

/* For qsort: by key, then the commonest, then the word. */
static int compare_words(const void *a, const void *b)
{
    const struct word *left = a;
    const struct word *right = b;
    int                order = gsay_str_compare(left->key, right->key);
    if (order)
        return order;
    if (left->form->count != right->form->count)
        return left->form->count > right->form->count ? -1 : 1;
    return gsay_str_compare(left->form->text, right->form->text);
}

/* Words of the language vary by meaning, months and weekdays by the calendar. */
static bool is_compared(const gsay_form *form)
{
    const gsay_word_classes words = GSAY_WORD(COMMON) | GSAY_WORD(VERB) | GSAY_WORD(TITLE) | GSAY_WORD(DEMONYM);
    return form->count && !form->is_calendar && form->plain.len <= GSAY_FORM_LETTERS_MAX &&
           !(form->classes & words && !(form->classes & (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME))));
}

/* Bring the words of all names to their keys and sort them. Returns false when memory is exhausted. */
static bool sort_words(struct work *work)
{
    work->words = GSAY_TAKE(work->scratch, struct word, work->forms.count);
    for (size_t i = 0; work->words && i < work->forms.count; i++) {
        gsay_form *form = &work->forms.items[i];
        char       room[GSAY_FORM_LETTERS_MAX];
        if (form->count)
            form->classes = gsay_lexicon_find(form->text).classes;
        if (!is_compared(form))
            continue;
        gsay_str key = make_key(form->plain, room);
        if (key.len < KEY_MIN)
            continue;
        struct word word = { gsay_arena_copy(work->scratch, key), form, (uint32_t)i };
        if (!word.key.ptr)
            return false;
        work->words[work->count++] = word;
    }
    if (work->words && work->count > 1)
        qsort(work->words, work->count, sizeof *work->words, compare_words);
    return work->words != NULL;
}

/* The records of a form's places; NULL when memory is exhausted. */
static const gsay_record **list_places(gsay_arena *arena, const gsay_form *form)
{
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, form->count);
    for (size_t i = 0; places && i < form->count; i++)
        places[i] = form->places[i].record;
    return places;
}

/* Tell whether the rules of spelling see the two already: a slip is reported once. */
static bool is_spelling(const gsay_alignment *alignment, const gsay_name_pair *pair)
{
    if (!(alignment->settings.pairs & GSAY_PAIR(SPELLING)))
        return false;
    for (size_t i = 0; i < alignment->name_count; i++) {
        const gsay_name_pair *seen = &alignment->names[i];
        if (seen->kind == GSAY_PAIR_SPELLING && gsay_str_equal(seen->odd, pair->odd) &&
            gsay_str_equal(seen->main, pair->main))
            return true;
    }
    return false;
}

/* Pair two words where they are one name. Returns false when memory is exhausted. */
static bool pair_words(struct work *work, const gsay_alignment *alignment, const struct word *main,
                       const struct word *odd)
{
    gsay_form_pair near = { odd->number, main->number,
                            gsay_form_distance(odd->form->plain, main->form->plain, GSAY_FORM_LETTERS_MAX) };
    gsay_name_pair pair = { .kind = GSAY_PAIR_ROMANISED, .group = work->forms.sources[0].group };
    pair.odd = gsay_form_shown(&odd->form->places[0]);
    pair.main = gsay_form_shown(&main->form->places[0]);
    if (!gsay_form_pair_judge(&work->forms, &near, &pair) || !pair.has_context || pair.meets ||
        is_spelling(alignment, &pair))
        return true;
    gsay_name_pair *pairs =
        gsay_arena_grow(work->scratch, work->pairs, sizeof *pairs, work->pair_count, &work->pair_capacity);
    if (!pairs)
        return false;
    work->pairs = pairs;
    pair.key = gsay_arena_format(work->arena, "romanised: %.*s", GSAY_ARG(main->form->text));
    pair.odd_places = list_places(work->arena, odd->form);
    pair.main_places = list_places(work->arena, main->form);
    pair.odd_count = odd->form->count;
    pair.main_count = main->form->count;
    pairs[work->pair_count++] = pair;
    return pair.key.ptr && pair.odd_places && pair.main_places;
}

/* Pair the words of each key with the commonest. Returns false when memory is exhausted. */
static bool pair_all(struct work *work, const gsay_alignment *alignment)
{
    for (size_t begin = 0, end; begin < work->count; begin = end) {
        end = begin + 1;
        for (; end < work->count && gsay_str_equal(work->words[begin].key, work->words[end].key); end++)
            if (!pair_words(work, alignment, &work->words[begin], &work->words[end]))
                return false;
    }
    return true;
}

/* For qsort: sources by name, so that indices are in the order of places. */
static int compare_sources(const void *a, const void *b)
{
    return gsay_str_compare(((const gsay_records *)a)->source, ((const gsay_records *)b)->source);
}

gsay_status gsay_align_romanised(gsay_arena *arena, const gsay_records *sources, size_t count,
                                 gsay_alignment *alignment, gsay_error *err)
{
    gsay_arena    scratch = { 0 };
    struct work   work = { .arena = arena, .scratch = &scratch };
    gsay_records *sorted = NULL;
    if (!(alignment->settings.pairs & GSAY_PAIR(ROMANISED)) || count == 0)
        return GSAY_OK;
    sorted = GSAY_TAKE(&scratch, gsay_records, count);
    if (sorted) {
        memcpy(sorted, sources, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, compare_sources);
    }
    bool is_fine = sorted && gsay_forms_read(&scratch, sorted, count, &work.forms) == GSAY_OK && sort_words(&work) &&
                   gsay_forms_list_by_source(&scratch, &work.forms) == GSAY_OK && pair_all(&work, alignment) &&
                   gsay_name_pairs_add(arena, alignment, work.pairs, work.pair_count);
    gsay_forms_close(&work.forms);
    gsay_arena_clear(&scratch);
    return is_fine ? GSAY_OK : gsay_fail_memory(err);
}
