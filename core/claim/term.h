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
} gsay_term;

/* The terms of one source, in text order. Owned by the arena given to gsay_terms_read. */
struct gsay_terms {
    gsay_term                *items;
    size_t                    count;
    const gsay_record_source *source;
};

/* Read the terms of a source.
 *
 * arena   receives them; they may borrow the source's input and the words of the vocabulary.
 * terms   out; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    one pass over the tokens; each distinct word is split and respelled once. */
gsay_status gsay_terms_read(gsay_arena *arena, const gsay_mentions *mentions, gsay_terms *terms, gsay_error *err);

#endif
