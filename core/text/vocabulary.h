/* The words that one worker has met: each distinct word is folded, looked up and stemmed once.
 *
 * Ids are local to the vocabulary and never leave extraction. */
#ifndef GSAY_TEXT_VOCABULARY_H
#define GSAY_TEXT_VOCABULARY_H

#include "base/intern.h"
#include "lexicon/lexicon.h"

struct sb_stemmer;

/* One distinct word. */
typedef struct gsay_word {
    gsay_str    folded; /* lower case, typographic apostrophes as ' */
    gsay_str    stem;   /* Snowball English stem of folded; folded itself for what is no word */
    gsay_lexeme lexeme;
} gsay_word;

/* Open with gsay_vocabulary_open; one thread at a time. */
typedef struct gsay_vocabulary {
    gsay_intern        table;    /* folded text -> id */
    gsay_arena         arena;    /* owns the stems */
    gsay_word         *words;    /* by id; owned (heap) */
    size_t             capacity;
    gsay_word          none;     /* what GSAY_ID_NONE stands for: empty */
    struct sb_stemmer *stemmer;  /* owned */
} gsay_vocabulary;

/* Open an empty vocabulary. Returns GSAY_OK or GSAY_ENOMEM; release with gsay_vocabulary_close. */
gsay_status gsay_vocabulary_open(gsay_vocabulary *vocabulary, gsay_error *err);
/* Find or add a word by its folded form. id: out. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_vocabulary_add(gsay_vocabulary *vocabulary, gsay_str folded, uint32_t *id, gsay_error *err);
/* Stem any folded word, seen or not. Returns a slice owned by arena, or with ptr NULL when memory is exhausted. */
gsay_str gsay_vocabulary_stem(gsay_vocabulary *vocabulary, gsay_arena *arena, gsay_str folded);
/* Give everything back. Harmless on zeroed memory. */
void gsay_vocabulary_close(gsay_vocabulary *vocabulary);

/* A word by its id; GSAY_ID_NONE is the empty word. */
static inline const gsay_word *gsay_vocabulary_word(const gsay_vocabulary *vocabulary, uint32_t id)
{
    return id == GSAY_ID_NONE ? &vocabulary->none : &vocabulary->words[id];
}

#endif
