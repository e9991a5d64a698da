/* How names are read, for the files name*.c alone: evidence of the whole document, runs of name words, and their parts.
 *
 * A capital is weak evidence: every sentence begins with one, and headlines set one on every word. So a first pass asks
 * of each sentence how it is set, and of each word whether it wears its capital where prose would not need one; the
 * second pass reads maximal runs of name words with that knowledge. Not done: a trained tagger. What cannot be told is
 * left out. */
#ifndef GSAY_EXTRACT_NAME_H
#define GSAY_EXTRACT_NAME_H

#include "extract/recogniser.h"

/* How a sentence is set. */
typedef enum gsay_setting {
    GSAY_SETTING_PROSE = 0,
    GSAY_SETTING_TITLE,   /* A Headline With a Capital on Most Words */
    GSAY_SETTING_CAPITALS /* ALL LETTERS ARE CAPITALS */
} gsay_setting;

/* A set of word ids: open addressing, linear probing. Zeroed memory is a valid empty set. */
typedef struct gsay_id_set {
    uint32_t *slots; /* id + 1, 0 when empty; owned by the arena given to gsay_id_set_open */
    uint32_t  mask;  /* slots - 1; 0 for the empty set */
} gsay_id_set;

/* What the whole document says of capitals. Owned by the arena given to gsay_name_evidence_read. */
typedef struct gsay_name_evidence {
    uint8_t    *settings; /* gsay_setting by sentence */
    gsay_id_set known;    /* words with a capital inside the prose of some sentence, where it means something */
    uint32_t   *capitals; /* tokens with a capital, rising: one in ten, and all that names need to look at; without
                             small words that begin a sentence, which tell nothing and are in no name */
    size_t      capital_count;
} gsay_name_evidence;

/* How sure it is that a word is part of a name. */
typedef enum gsay_name_strength {
    GSAY_STRENGTH_NONE = 0, /* ends a run */
    GSAY_STRENGTH_FIRST,    /* a common word where every word has a capital: only before what it belongs to */
    GSAY_STRENGTH_COMPANY,  /* a title, a demonym, a number word: part of a name, never one alone */
    GSAY_STRENGTH_FULL
} gsay_name_strength;

/* Where names are being read. */
typedef struct gsay_name_scan {
    gsay_scan                 scan; /* begin, end: the sentence */
    const gsay_name_evidence *evidence;
    gsay_setting              setting; /* of the sentence */
    uint32_t                  limit;   /* no run crosses it: the end of the sentence, or the next value */
} gsay_name_scan;

#define GSAY_NAME_WORDS_MAX 16u /* words of one name; a longer run is cut */

/* A maximal run of name words. */
typedef struct gsay_name_run {
    uint32_t          words[GSAY_NAME_WORDS_MAX];     /* first tokens of its words; a dotted group of letters is one word */
    gsay_word_classes classes[GSAY_NAME_WORDS_MAX];   /* of the words; of a name with diacritics that no list has, without them */
    uint8_t           strengths[GSAY_NAME_WORDS_MAX]; /* gsay_name_strength of the words */
    gsay_word_classes met;                            /* the classes of all words together */
    uint32_t          count;
    uint32_t          end; /* token behind the run */
} gsay_name_run;

/* Make an empty set with room for count ids. Returns false when memory is exhausted. */
bool gsay_id_set_open(gsay_arena *arena, size_t count, gsay_id_set *set);
/* Add an id; the set was opened with room for it. GSAY_ID_NONE is not added. */
void gsay_id_set_add(gsay_id_set *set, uint32_t id);
/* Tell whether an id is in the set. */
bool gsay_id_set_has(const gsay_id_set *set, uint32_t id);

/* name_evidence.c: read the evidence of a document. Returns false when memory is exhausted. */
bool gsay_name_evidence_read(gsay_arena *arena, const gsay_text *text, gsay_name_evidence *evidence);
/* name_evidence.c: tell whether any word would have a capital behind the mark before a token, which is not the first of
 * its sentence: behind a colon or an opening mark. */
bool gsay_name_is_opened(const gsay_scan *scan, uint32_t at);

/* Tell whether any word would have a capital here: at the sentence's begin, or where gsay_name_is_opened says so. */
static inline bool gsay_name_is_first(const gsay_scan *scan, uint32_t at)
{
    const gsay_token *token = &scan->tokens[at];
    if (token->flags & GSAY_TOKEN_FIRST || at == scan->begin)
        return true;
    return token[-1].kind == GSAY_TOKEN_PUNCT && gsay_name_is_opened(scan, at);
}

/* name_run.c: how sure the token is part of a name. */
gsay_name_strength gsay_name_strength_of(const gsay_name_scan *names, uint32_t at);
/* name_run.c: the token behind a dotted group of single capitals ("U.S.", "J. K.") that starts at a token; at when
 * there is none. */
uint32_t gsay_name_letters(const gsay_scan *scan, uint32_t at);
/* name_run.c: read the maximal run that starts at a token. Returns false when none does; run->end is then at + 1. */
bool gsay_name_run_read(const gsay_name_scan *names, uint32_t at, gsay_name_run *run);

/* name_parts.c: make mentions of a run: the name, and before it the name that its title begins with ("Alaska" of
 * "Alaska Governor Jo Park"). Returns how many: 0 when the run is no name after all (a title alone, a demonym). Sets
 * scan->has_failed when memory is exhausted. */
size_t gsay_name_parts_read(gsay_name_scan *names, const gsay_name_run *run, gsay_mention mentions[2]);

/* acronym.c: note what a name in capitals stands for, where a bracket beside it says so. Leaves scan at its sentence.
 * Cost: one look for a name that is none; else a bounded number of tokens. */
void gsay_acronym_read(gsay_scan *scan, gsay_mention *mention);

/* merge.c: put more mentions (rising by text.begin) among those of *mentions, in order; ties as extract.h says.
 * Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_mentions_merge(gsay_arena *arena, gsay_mentions *mentions, const gsay_mention *more, size_t count);

#endif
