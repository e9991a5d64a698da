/* The words of one worker: the interning table of base with what the lexicon and the stemmer know beside it.
 *
 * Stems are Snowball's English ones (Porter, "The English (Porter2) stemming algorithm", 2001) by libstemmer. */
#include "text/vocabulary.h"

#include <limits.h>
#include <stdlib.h>

#include <libstemmer.h>

#define FIRST_WORDS 1024u

/* In the order of their ids. */
static const gsay_str fixed_words[] = {
#define FIXED_WORD(name, word) { word, sizeof(word) - 1 },
    GSAY_FIXED_WORDS(FIXED_WORD)
#undef FIXED_WORD
};

/* Tell whether a word has a stem of its own: it begins with a letter (of any alphabet). */
static bool is_stemmed(gsay_str folded)
{
    if (folded.len == 0 || folded.len > INT_MAX)
        return false;
    unsigned char first = (unsigned char)folded.ptr[0];
    return first >= 0x80 || (first >= 'a' && first <= 'z');
}

/* The stem, borrowed from the stemmer until its next call; ptr NULL when memory is exhausted. */
static gsay_str borrow_stem(gsay_vocabulary *vocabulary, gsay_str folded)
{
    const sb_symbol *stem = sb_stemmer_stem(vocabulary->stemmer, (const sb_symbol *)folded.ptr, (int)folded.len);
    if (!stem)
        return (gsay_str){ NULL, 0 };
    return (gsay_str){ (const char *)stem, (size_t)sb_stemmer_length(vocabulary->stemmer) };
}

/* Make room in words for an id. */
static bool has_room(gsay_vocabulary *vocabulary, size_t id)
{
    if (id < vocabulary->capacity)
        return true;
    size_t capacity = vocabulary->capacity ? vocabulary->capacity * 2 : FIRST_WORDS;
    if (capacity > SIZE_MAX / sizeof(gsay_word))
        return false;
    gsay_word *words = realloc(vocabulary->words, capacity * sizeof(*words));
    if (!words)
        return false;
    vocabulary->words = words;
    vocabulary->capacity = capacity;
    return true;
}

/* Learn all of a new word. Its stem shares the folded text where it is a prefix of it, as most are. */
static bool learn(gsay_vocabulary *vocabulary, uint32_t id)
{
    gsay_str  folded = gsay_intern_text(&vocabulary->table, id);
    gsay_word word = { .folded = folded, .stem = folded };
    if (is_stemmed(folded)) {
        gsay_str stem = borrow_stem(vocabulary, folded);
        if (!stem.ptr)
            return false;
        word.stem = gsay_str_starts(folded, stem) ? (gsay_str){ folded.ptr, stem.len }
                                                  : gsay_arena_copy(&vocabulary->arena, stem);
        if (!word.stem.ptr)
            return false;
    }
    word.lexeme = gsay_lexicon_find(folded);
    vocabulary->words[id] = word;
    return true;
}

gsay_status gsay_vocabulary_open(gsay_vocabulary *vocabulary, gsay_error *err)
{
    *vocabulary = (gsay_vocabulary){ 0 };
    memset(vocabulary->ascii, 0xFF, sizeof(vocabulary->ascii));
    vocabulary->none.folded = vocabulary->none.stem = GSAY_STR("");
    vocabulary->cache = calloc(GSAY_WORD_CACHE_SLOTS, sizeof(*vocabulary->cache));
    vocabulary->stemmer = sb_stemmer_new("english", "UTF_8");
    vocabulary->notes = calloc(1, sizeof(*vocabulary->notes));
    bool is_open = vocabulary->cache && vocabulary->stemmer && vocabulary->notes;
    for (uint32_t i = 0, id = 0; is_open && i < GSAY_FIXED_COUNT; i++)
        is_open = gsay_vocabulary_add(vocabulary, fixed_words[i], &id, NULL) == GSAY_OK;
    if (is_open)
        return GSAY_OK;
    gsay_vocabulary_close(vocabulary);
    return gsay_fail_memory(err);
}

/* A word whose learning failed keeps its id, with nothing known of it, so that ids and words never part. */
gsay_status gsay_vocabulary_add(gsay_vocabulary *vocabulary, gsay_str folded, uint32_t *id, gsay_error *err)
{
    uint32_t known = vocabulary->table.count;
    uint32_t found = 0;
    /* Room is made first: an id without a word beside it must never exist. */
    if (!has_room(vocabulary, known))
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_intern_add(&vocabulary->table, folded, &found, err));
    if (found == known && !learn(vocabulary, found)) {
        vocabulary->words[found] = (gsay_word){ .folded = gsay_intern_text(&vocabulary->table, found),
                                                .stem = gsay_intern_text(&vocabulary->table, found) };
        return gsay_fail_memory(err);
    }
    *id = found;
    return GSAY_OK;
}

gsay_str gsay_vocabulary_stem(gsay_vocabulary *vocabulary, gsay_arena *arena, gsay_str folded)
{
    if (!is_stemmed(folded))
        return gsay_arena_copy(arena, folded);
    gsay_str stem = borrow_stem(vocabulary, folded);
    return stem.ptr ? gsay_arena_copy(arena, stem) : stem;
}

void *gsay_vocabulary_notes(const gsay_vocabulary *vocabulary, size_t item_size)
{
    gsay_word_notes *notes = vocabulary->notes;
    size_t           count = vocabulary->table.count;
    if (notes->items && count <= notes->capacity)
        return notes->items;
    /* the words' own capacity doubles, so the notes move as seldom as the words do */
    size_t capacity = vocabulary->capacity > count ? vocabulary->capacity : count + 1;
    if (capacity > SIZE_MAX / item_size)
        return NULL;
    unsigned char *items = realloc(notes->items, capacity * item_size);
    if (!items)
        return NULL;
    memset(items + notes->capacity * item_size, 0, (capacity - notes->capacity) * item_size);
    notes->items = items;
    notes->item_size = item_size;
    notes->capacity = capacity;
    return items;
}

void gsay_vocabulary_close(gsay_vocabulary *vocabulary)
{
    if (vocabulary->notes) {
        gsay_arena_clear(&vocabulary->notes->arena);
        free(vocabulary->notes->items);
        free(vocabulary->notes);
    }
    gsay_intern_clear(&vocabulary->table);
    gsay_arena_clear(&vocabulary->arena);
    free(vocabulary->words);
    free(vocabulary->cache);
    if (vocabulary->stemmer)
        sb_stemmer_delete(vocabulary->stemmer);
    *vocabulary = (gsay_vocabulary){ 0 };
}
