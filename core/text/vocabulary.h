/* The words that one worker has met: each distinct word is folded, looked up and stemmed once.
 *
 * Ids are local to the vocabulary and never leave extraction. */
#ifndef GSAY_TEXT_VOCABULARY_H
#define GSAY_TEXT_VOCABULARY_H

#include "base/intern.h"
#include "lexicon/fixed.h"
#include "lexicon/lexicon.h"

#define GSAY_WORD_KEY_BYTES 16      /* words up to this length are found by comparing two integers */
#define GSAY_WORD_CACHE_SLOTS 8192u /* a power of two */

struct sb_stemmer;

/* One distinct word. */
typedef struct gsay_word {
    gsay_str    folded; /* lower case, typographic apostrophes as ' */
    gsay_str    stem;   /* Snowball English stem of folded; folded itself for what is no word */
    gsay_lexeme lexeme;
} gsay_word;

/* A short word as two integers (unused bytes 0): what the scanner has in its registers when a word ends. */
typedef struct gsay_word_key {
    uint64_t low;
    uint64_t high;
} gsay_word_key;

/* One place of the cache in front of the table; a key of zeros is an empty place. */
typedef struct gsay_word_slot {
    gsay_word_key key;
    uint32_t      id;
} gsay_word_slot;

/* What a later stage learns of words and keeps beside them, so that it is computed once a distinct word. */
typedef struct gsay_word_notes {
    gsay_arena arena;     /* owns the strings of notes; lives as long as the vocabulary */
    void      *items;     /* by word id, zeroed until written; owned (heap) */
    size_t     item_size; /* set by the first call of gsay_vocabulary_notes: one stage alone keeps notes */
    size_t     capacity;
} gsay_word_notes;

/* Open with gsay_vocabulary_open; one thread at a time. */
typedef struct gsay_vocabulary {
    gsay_intern        table;      /* folded text -> id */
    gsay_arena         arena;      /* owns the stems */
    gsay_word         *words;      /* by id; owned (heap) */
    size_t             capacity;
    gsay_word          none;       /* what GSAY_ID_NONE stands for: empty */
    gsay_word_slot    *cache;      /* direct-mapped, GSAY_WORD_CACHE_SLOTS places; owned (heap) */
    uint32_t           ascii[128]; /* ids of single ASCII characters, GSAY_ID_NONE until met */
    struct sb_stemmer *stemmer;    /* owned */
    gsay_word_notes   *notes;      /* owned (heap); may be written where the vocabulary itself is read only */
} gsay_vocabulary;

/* Open a vocabulary that knows the words of lexicon/fixed.h, by their fixed ids. Returns GSAY_OK or GSAY_ENOMEM; release with gsay_vocabulary_close. */
gsay_status gsay_vocabulary_open(gsay_vocabulary *vocabulary, gsay_error *err);
/* Find or add a word by its folded form. id: out. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_vocabulary_add(gsay_vocabulary *vocabulary, gsay_str folded, uint32_t *id, gsay_error *err);
/* Stem any folded word, seen or not. Returns a slice owned by arena, or with ptr NULL when memory is exhausted. */
gsay_str gsay_vocabulary_stem(gsay_vocabulary *vocabulary, gsay_arena *arena, gsay_str folded);
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

/* The cache place of a key. The caller compares the key, and fills the place in when another word stands there. */
static inline gsay_word_slot *gsay_vocabulary_slot(const gsay_vocabulary *vocabulary, gsay_word_key key)
{
    uint64_t mixed = (key.low ^ (key.high * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    return &vocabulary->cache[mixed >> 48 & (GSAY_WORD_CACHE_SLOTS - 1)];
}

#endif
