/* The words that one worker has met: each distinct word is folded and looked up once. Stems are asked for by few: text/stem.h.
 *
 * Ids are local to the vocabulary and never leave extraction. */
#ifndef GSAY_TEXT_VOCABULARY_H
#define GSAY_TEXT_VOCABULARY_H

#include "base/intern.h"
#include "text/start.h"

#define GSAY_WORD_KEY_BYTES 16 /* words up to this length are found by comparing two integers */

/* One distinct word. */
typedef struct gsay_word {
    gsay_str    folded; /* lower case, typographic apostrophes as ' */
    gsay_lexeme lexeme;
    uint8_t     starts; /* enum gsay_start */
} gsay_word;

/* A short word as two integers, its first byte lowest, unused bytes 0: what the scanner has in its registers when a word ends. */
typedef struct gsay_word_key {
    uint64_t low;
    uint64_t high;
} gsay_word_key;

/* One place of the table; empty where the low half of the key is 0, which no word's is. */
typedef struct gsay_word_slot {
    gsay_word_key key;
    uint32_t      id;
    uint8_t       starts; /* the word's, here where the scanner looks */
} gsay_word_slot;

/* The table itself: linear probing, at most half full. */
typedef struct gsay_word_table {
    gsay_word_slot *slots; /* key -> id; owned (heap) */
    uint32_t        mask;  /* their number, a power of two, less 1 */
} gsay_word_table;

/* What a later stage learns of words and keeps beside them, so that it is computed once a distinct word. */
typedef struct gsay_word_notes {
    gsay_arena arena;     /* owns the strings of notes; lives as long as the vocabulary */
    void      *items;     /* by word id, zeroed until written; owned (heap) */
    size_t     item_size; /* set by the first call of gsay_vocabulary_notes: one stage alone keeps notes */
    size_t     capacity;
} gsay_word_notes;

/* Open with gsay_vocabulary_open; one thread at a time. */
typedef struct gsay_vocabulary {
    gsay_arena       arena;      /* owns the folded texts */
    unsigned char   *room;       /* of it, for the texts of so many short words */
    uint32_t         room_left;
    gsay_word       *words;      /* by id; owned (heap) */
    size_t           capacity;   /* of words */
    uint32_t         count;      /* ids are 0 .. count - 1 */
    uint32_t         used_slots;
    gsay_word_table  table;
    gsay_word        none;       /* what GSAY_ID_NONE stands for: empty */
    uint32_t         ascii[128]; /* ids of single ASCII characters, GSAY_ID_NONE until met */
    gsay_word_notes *notes;      /* owned (heap); may be written where the vocabulary itself is read only */
} gsay_vocabulary;

/* Open a vocabulary that knows the words of lexicon/fixed.h, by their fixed ids. Returns GSAY_OK or GSAY_ENOMEM; release with gsay_vocabulary_close. */
gsay_status gsay_vocabulary_open(gsay_vocabulary *vocabulary, gsay_error *err);
/* Add classes to those that the lexicon knows of a word, before any text is read. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_vocabulary_teach(gsay_vocabulary *vocabulary, gsay_str folded, gsay_word_classes classes, gsay_error *err);
/* Find or add a word by its folded form. id: out. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_vocabulary_add(gsay_vocabulary *vocabulary, gsay_str folded, uint32_t *id, gsay_error *err);
/* Add a short word by its key, which gsay_word_table_find did not find. Returns its slot, valid until a word is added; NULL when memory is
 * exhausted. The table may have moved. */
const gsay_word_slot *gsay_vocabulary_learn(gsay_vocabulary *vocabulary, gsay_word_key key);
/* Let the key of a short word as it was written, and not folded, find the word of an id. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_vocabulary_alias(gsay_vocabulary *vocabulary, gsay_word_key key, uint32_t id, gsay_error *err);
/* The notes beside all words known so far, items of item_size bytes by id. Valid until the next call, which may move them; strings of the
 * notes go into vocabulary->notes->arena. Returns NULL when memory is exhausted. */
void *gsay_vocabulary_notes(const gsay_vocabulary *vocabulary, size_t item_size);
/* Give everything back. Harmless on zeroed memory. */
void gsay_vocabulary_close(gsay_vocabulary *vocabulary);

/* A word by its id; GSAY_ID_NONE is the empty word. */
static inline const gsay_word *gsay_vocabulary_word(const gsay_vocabulary *vocabulary, uint32_t id)
{
    return id == GSAY_ID_NONE ? &vocabulary->none : &vocabulary->words[id];
}

/* The key of a word of 1 to 16 bytes. */
static inline gsay_word_key gsay_word_key_of(gsay_str word)
{
    gsay_word_key key = { 0, 0 };
    for (size_t i = 0; i < word.len; i++) {
        uint64_t byte = (uint64_t)(unsigned char)word.ptr[i] << (i % 8 * 8);
        key.low |= i < 8 ? byte : 0;
        key.high |= i < 8 ? 0 : byte;
    }
    return key;
}

/* The place where the search for a key begins. The halves of a key of nine letters and more meet at an odd angle, so that letters that
 * both have do not cancel out. */
static inline uint32_t gsay_word_table_place(gsay_word_table table, gsay_word_key key)
{
    uint64_t mixed = (key.low ^ (key.high << 29 | key.high >> 35)) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(mixed >> 32) & table.mask;
}

/* The slot behind the key of a short word, NULL when there is none yet. Valid until a word is added. */
static inline const gsay_word_slot *gsay_word_table_find(gsay_word_table table, gsay_word_key key)
{
    for (uint32_t at = gsay_word_table_place(table, key);; at = (at + 1) & table.mask) {
        const gsay_word_slot *slot = &table.slots[at];
        if (slot->key.low == key.low && slot->key.high == key.high)
            return slot;
        if (slot->key.low == 0)
            return NULL;
    }
}

/* The id behind the key of a short word, GSAY_ID_NONE when there is none yet. */
static inline uint32_t gsay_vocabulary_find(const gsay_vocabulary *vocabulary, gsay_word_key key)
{
    const gsay_word_slot *slot = gsay_word_table_find(vocabulary->table, key);
    return slot ? slot->id : GSAY_ID_NONE;
}

#endif
