/* How quotations are read, for the files quote*.c alone: the words as compared, and who speaks.
 *
 * A speaker is looked for where English puts one: behind the closing mark (“…,” said Okafor; “…,” she added), before
 * the opening one (Okafor said: “…”), or taken over from the quotation before in one paragraph. What stands in none of
 * these places is unknown; nobody is guessed. */
#ifndef GSAY_EXTRACT_QUOTE_H
#define GSAY_EXTRACT_QUOTE_H

#include "extract/recogniser.h"

#define GSAY_OFFICES_MAX                                                                                               \
    64u /* offices of a document that are remembered with their holders; later ones stand for nobody */

/* An office and the person that the document gives it to. Borrows the mentions. */
typedef struct gsay_office {
    gsay_str title;  /* folded */
    gsay_str family; /* folded */
    gsay_str shown;  /* the person as written */
} gsay_office;

/* What reading speakers needs of the document. */
typedef struct gsay_quote_scan {
    gsay_scan           scan;  /* begin, end: set for each look */
    const gsay_mention *items; /* values and names, rising */
    size_t              count;
    const gsay_mention *quotes; /* quotations read so far, rising */
    size_t              quote_count;
    gsay_office         offices[GSAY_OFFICES_MAX];
    size_t              office_count;
} gsay_quote_scan;

/* Where a quotation stands, in tokens. */
typedef struct gsay_quote_place {
    uint32_t open;  /* the opening mark */
    uint32_t close; /* the closing mark, or the token behind the last word when there is none */
    bool     is_closed;
} gsay_quote_place;

/* quote_speaker.c: remember who holds which office. */
void gsay_quote_offices_read(gsay_quote_scan *quotes);
/* quote_speaker.c: find cue and speaker of a quotation; both "" when neither stands at a known place. */
void gsay_quote_speaker_find(gsay_quote_scan *quotes, const gsay_quote_place *place, gsay_quote *quote);

/* quote_words.c: the words between the marks as compared (value.h, gsay_quote.normal). word_count: out. Sets
 * scan->has_failed when memory is exhausted. */
gsay_str gsay_quote_words(gsay_scan *scan, const gsay_quote_place *place, uint32_t *word_count);

#endif
