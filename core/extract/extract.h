/* Extraction: sentences to mentions, in one walk over the tokens.
 *
 * Trigger-driven: the classes of a token's word (or its kind and mark) say in extract.c which recognisers may try; each tries to read one
 * mention that starts at that token. The longest reading wins, their order breaks ties, the walk goes on behind it. Nothing is
 * scanned again, so work is linear. Values and names are disjoint; quotations are a layer of their own, disjoint among themselves, and
 * hold other mentions. */
#ifndef GSAY_EXTRACT_EXTRACT_H
#define GSAY_EXTRACT_EXTRACT_H

#include "extract/value.h"
#include "text/text.h"

#define GSAY_MENTION_TOKENS_MAX 64u /* a value longer than this many tokens is not one; quotations are not bounded by it */

/* One mention. */
typedef struct gsay_mention {
    gsay_value value;
    gsay_span  text;     /* bytes in document.text */
    uint32_t   begin;    /* tokens, half open */
    uint32_t   end;
    uint32_t   sentence; /* that holds begin */
    uint32_t   context;  /* first token of the hedge, title or preposition that was read with it; begin when none */
} gsay_mention;

/* What a document says of itself as news: when and where it was filed. */
typedef struct gsay_dateline {
    int32_t  day;         /* the source's date: metadata, else a dateline in the text, else the run's date, else GSAY_DAY_NONE */
    uint32_t token_begin; /* tokens of the dateline phrase in the text ("BRUSSELS >>", "date 2025-02-12"); begin == end when none */
    uint32_t token_end;
    gsay_str place;       /* folded: "brussels"; "" when none */
} gsay_dateline;

/* What extraction found. Owned by the arena; borrows the text. */
typedef struct gsay_mentions {
    const gsay_text *text;
    gsay_dateline    dateline;
    gsay_mention    *items;  /* rising by text.begin; a quotation before the mentions inside it */
    size_t           count;
} gsay_mentions;

/* Find every mention of a text.
 *
 * arena         receives the mentions and their strings.
 * text          borrowed by the result, and so is its vocabulary, which holds the strings of one word.
 * default_date  the reference date of a source that states none (--date), or GSAY_DAY_NONE.
 * mentions      out; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_extract(gsay_arena *arena, const gsay_text *text, int32_t default_date, gsay_mentions *mentions, gsay_error *err);

#endif
