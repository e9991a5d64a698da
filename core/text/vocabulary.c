/* The words of one worker: a hash table by keys of two integers, with what the lexicon knows of each word beside it.
 *
 * Linear probing, never more than half full, nothing taken out. A word of up to 16 bytes is its own key. For
 * a longer one the key is its hash under a mark that no text has, and the words themselves are compared. */
#include "text/vocabulary.h"

#include <stdlib.h>

#include "base/intern.h"
#include "text/eight.h"

#define FIRST_WORDS 1024u
#define FIRST_SLOTS 8192u /* a power of two */
#define ROOM_WORDS  64u   /* short words whose texts are given room at a time */
#define SLOTS_MAX   ((uint32_t)1 << 31)
#define LONG_MARK   ((uint64_t)0xFF << 56) /* of a key's high half: FF is no byte of UTF-8 */

/* In the order of their ids. */
static const gsay_str fixed_words[] = {
#define FIXED_WORD(name, word) { word, sizeof(word) - 1 },
    GSAY_FIXED_WORDS(FIXED_WORD)
#undef FIXED_WORD
};

/* Tell whether a slot holds a key: of a long one, whether it holds the word. */
static bool holds(const gsay_vocabulary *vocabulary, const gsay_word_slot *slot, gsay_word_key key, gsay_str folded)
{
    if (slot->key.low != key.low || slot->key.high != key.high)
        return false;
    return key.high < LONG_MARK || gsay_str_equal(vocabulary->words[slot->id].folded, folded);
}

static bool is_empty(const gsay_word_slot *slot)
{
    return slot->key.low == 0;
}

/* The slot that holds a key, or the empty one where it belongs. */
static gsay_word_slot *find_slot(const gsay_vocabulary *vocabulary, gsay_word_key key, gsay_str folded)
{
    gsay_word_table table = vocabulary->table;
    uint32_t        at = gsay_word_table_place(table, key);
    while (!is_empty(&table.slots[at]) && !holds(vocabulary, &table.slots[at], key, folded))
        at = (at + 1) & table.mask;
    return &table.slots[at];
}

/* The slot where a key belongs that the table does not hold. */
static gsay_word_slot *find_empty(gsay_word_table table, gsay_word_key key)
{
    uint32_t at = gsay_word_table_place(table, key);
    while (!is_empty(&table.slots[at]))
        at = (at + 1) & table.mask;
    return &table.slots[at];
}

/* Double the slots. */
static bool grow_slots(gsay_vocabulary *vocabulary)
{
    gsay_word_table old = vocabulary->table;
    uint32_t        old_count = old.slots ? old.mask + 1 : 0;
    uint32_t        count = old_count ? old_count * 2 : FIRST_SLOTS;
    if (old_count >= SLOTS_MAX / 2)
        return false;
    gsay_word_table table = { calloc(count, sizeof(*table.slots)), count - 1 };
    if (!table.slots)
        return false;
    for (uint32_t i = 0; i < old_count; i++) {
        if (!is_empty(&old.slots[i]))
            *find_empty(table, old.slots[i].key) = old.slots[i];
    }
    free(old.slots);
    vocabulary->table = table;
    return true;
}

static bool grow_words(gsay_vocabulary *vocabulary)
{
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

/* Make room for one word and one key more. */
static inline bool has_room(gsay_vocabulary *vocabulary)
{
    if (vocabulary->used_slots >= vocabulary->table.mask / 2 && !grow_slots(vocabulary))
        return false;
    return vocabulary->count < vocabulary->capacity || grow_words(vocabulary);
}

/* Room for the text of one short word; NULL when memory is exhausted. */
static inline unsigned char *take_room(gsay_vocabulary *vocabulary)
{
    if (vocabulary->room_left == 0) {
        vocabulary->room = GSAY_TAKE(&vocabulary->arena, unsigned char, ROOM_WORDS *GSAY_WORD_KEY_BYTES);
        if (!vocabulary->room)
            return NULL;
        vocabulary->room_left = ROOM_WORDS;
    }
    return vocabulary->room + (ROOM_WORDS - vocabulary->room_left--) * GSAY_WORD_KEY_BYTES;
}

/* How many bytes the word of a key has. */
static inline size_t length_of(gsay_word_key key)
{
    uint64_t last = key.high ? key.high : key.low;
    return (key.high ? GSAY_WORD_KEY_BYTES : sizeof(key.low)) - (size_t)__builtin_clzll(last) / 8;
}

/* Put a word that is new into its slot, and ask the lexicon for it. folded: owned by the vocabulary. */
static inline void keep_word(gsay_vocabulary *vocabulary, gsay_word_slot *slot, gsay_word_key key, gsay_str folded)
{
    uint32_t   id = vocabulary->count++;
    gsay_word *word = &vocabulary->words[id];
    word->folded = folded;
    word->lexeme = gsay_lexicon_find(folded);
    word->starts = gsay_start_of(id, &word->lexeme);
    *slot = (gsay_word_slot){ key, id, word->starts };
    vocabulary->used_slots++;
}

/* The slot of a word that is too long for its key to be it. NULL when memory is exhausted. */
static const gsay_word_slot *add_long(gsay_vocabulary *vocabulary, gsay_str folded)
{
    gsay_word_key key = { gsay_hash(folded) | 1, LONG_MARK };
    if (!has_room(vocabulary))
        return NULL;
    gsay_word_slot *slot = find_slot(vocabulary, key, folded);
    if (!is_empty(slot))
        return slot;
    gsay_str copy = gsay_arena_copy(&vocabulary->arena, folded);
    if (!copy.ptr)
        return NULL;
    keep_word(vocabulary, slot, key, copy);
    return slot;
}

/* The slot of a word of 1 to 16 bytes. NULL when memory is exhausted. */
static const gsay_word_slot *add_short(gsay_vocabulary *vocabulary, gsay_str folded)
{
    gsay_word_key         key = gsay_word_key_of(folded);
    const gsay_word_slot *slot = gsay_word_table_find(vocabulary->table, key);
    return slot ? slot : gsay_vocabulary_learn(vocabulary, key);
}

gsay_status gsay_vocabulary_open(gsay_vocabulary *vocabulary, gsay_error *err)
{
    *vocabulary = (gsay_vocabulary){ 0 };
    memset(vocabulary->ascii, 0xFF, sizeof(vocabulary->ascii));
    vocabulary->none.folded = GSAY_STR("");
    vocabulary->notes = calloc(1, sizeof(*vocabulary->notes));
    bool is_open = vocabulary->notes != NULL && grow_slots(vocabulary);
    for (uint32_t i = 0, id = 0; is_open && i < GSAY_FIXED_COUNT; i++)
        is_open = gsay_vocabulary_add(vocabulary, fixed_words[i], &id, NULL) == GSAY_OK;
    if (is_open)
        return GSAY_OK;
    gsay_vocabulary_close(vocabulary);
    return gsay_fail_memory(err);
}

gsay_status gsay_vocabulary_add(gsay_vocabulary *vocabulary, gsay_str folded, uint32_t *id, gsay_error *err)
{
    bool                  is_short = folded.len > 0 && folded.len <= GSAY_WORD_KEY_BYTES;
    const gsay_word_slot *slot = is_short ? add_short(vocabulary, folded) : add_long(vocabulary, folded);
    if (!slot)
        return gsay_fail_memory(err);
    *id = slot->id;
    return GSAY_OK;
}

gsay_status gsay_vocabulary_teach(gsay_vocabulary *vocabulary, gsay_str folded, gsay_word_classes classes,
                                  gsay_error *err)
{
    uint32_t id = 0;
    GSAY_TRY(gsay_vocabulary_add(vocabulary, folded, &id, err));
    vocabulary->words[id].lexeme.classes |= classes;
    return GSAY_OK;
}

const gsay_word_slot *gsay_vocabulary_learn(gsay_vocabulary *vocabulary, gsay_word_key key)
{
    unsigned char *bytes = take_room(vocabulary);
    if (!bytes || !has_room(vocabulary))
        return NULL;
    gsay_eight_store(bytes, key.low);
    gsay_eight_store(bytes + sizeof(key.low), key.high);
    gsay_word_slot *slot = find_empty(vocabulary->table, key);
    keep_word(vocabulary, slot, key, (gsay_str){ (const char *)bytes, length_of(key) });
    return slot;
}

gsay_status gsay_vocabulary_alias(gsay_vocabulary *vocabulary, gsay_word_key key, uint32_t id, gsay_error *err)
{
    if (!has_room(vocabulary))
        return gsay_fail_memory(err);
    gsay_word_slot *slot = find_slot(vocabulary, key, GSAY_STR(""));
    vocabulary->used_slots += is_empty(slot);
    *slot = (gsay_word_slot){ key, id, vocabulary->words[id].starts };
    return GSAY_OK;
}

void *gsay_vocabulary_notes(const gsay_vocabulary *vocabulary, size_t item_size)
{
    gsay_word_notes *notes = vocabulary->notes;
    size_t           count = vocabulary->count;
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
    gsay_arena_clear(&vocabulary->arena);
    free(vocabulary->words);
    free(vocabulary->table.slots);
    *vocabulary = (gsay_vocabulary){ 0 };
}
