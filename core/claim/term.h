/* Terms: words and signs of a source that can be written in more than one way, for the rules of style.
 *
 * Only those who ask for terms pay for them: they are no mentions, and a run without such rules has none. What stands
 * in quotation marks, in code, or with a capital inside a sentence is left out: it is somebody else's wording, or a
 * name. */
#ifndef GSAY_CLAIM_TERM_H
#define GSAY_CLAIM_TERM_H

#include "claim/record.h"
#include "lexicon/regional.h"

/* What a term's ways of writing differ in. */
typedef enum gsay_term_kind {
    GSAY_TERM_REGIONAL = 0, /* colour, color */
    GSAY_TERM_WORD,         /* e-mail, email; web site, website; adviser, advisor */
    GSAY_TERM_DOTS,         /* U.S., US; Mr., Mr; a.m., am */
    GSAY_TERM_PERCENT,      /* %, percent, per cent */
    GSAY_TERM_NUMBER,       /* Article 5, Article Five, Article V */
    GSAY_TERM_PLACE         /* Kyiv, Kiev */
} gsay_term_kind;

/* One place of a term. */
typedef struct gsay_term {
    gsay_term_kind kind;
    gsay_norm_set  norms;    /* REGIONAL: under which this way is right */
    gsay_str       key;      /* folded; what all ways share */
    gsay_str       form;     /* folded; this way */
    gsay_span      span;     /* bytes in the input */
    gsay_position  position; /* of its begin */
    uint32_t       sentence; /* its number in the source */
    const gsay_record_source *source; /* of one that was read back from a line: its own, with its place; else NULL */
} gsay_term;

/* The terms of one source, in text order. Owned by the arena given to gsay_terms_read. */
struct gsay_terms {
    gsay_term                *items;
    size_t                    count;
    const gsay_record_source *source;
};

/* What was learnt of the words of one vocabulary. Zeroed memory knows nothing; release with gsay_term_memory_clear. */
typedef struct gsay_term_memory {
    uint8_t *ways; /* by word id: how many ways there are to write it, as far as that was asked; owned (heap) */
    size_t   count;
} gsay_term_memory;

/* Give everything back. */
void gsay_term_memory_clear(gsay_term_memory *memory);

/* Read the terms of a source.
 *
 * arena   receives them; they may borrow the source's input and the words of the vocabulary.
 * memory  of the sources that were read with the same vocabulary.
 * terms   out; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    one pass over the tokens; each distinct word of a vocabulary is split and respelled once. */
gsay_status gsay_terms_read_more(gsay_arena *arena, const gsay_mentions *mentions, gsay_term_memory *memory, gsay_terms *terms, gsay_error *err);
/* The same of one source by itself. */
gsay_status gsay_terms_read(gsay_arena *arena, const gsay_mentions *mentions, gsay_terms *terms, gsay_error *err);

#endif
