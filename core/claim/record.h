/* Records: all that crosses from one source to the comparison of many.
 *
 * extract is a map, alignment a reduce (DESIGN.md, "Past one machine"). A record therefore holds everything that alignment, rules and
 * reports use, by value: no pointer into a document, no id of this run, no float. The order (block, source, offset, sequence) is total and the same
 * for any partition of the sources. Once its records are packed, a document's tokens and mentions are dropped. */
#ifndef GSAY_CLAIM_RECORD_H
#define GSAY_CLAIM_RECORD_H

#include "claim/claim.h"

#define GSAY_EXCERPT_BYTES_MAX 400u /* of the line shown around a place; longer lines are cut at white space near the place */

/* Where a mention stands, with the line that a report shows. */
typedef struct gsay_place {
    gsay_str  source;
    gsay_span span;         /* bytes in the input */
    gsay_span origin;       /* bytes in the file: the same, but where the input was converted from another encoding */
    uint32_t  line;         /* from 1 */
    uint32_t  column;       /* from 1, code points */
    gsay_str  text;         /* input[span) */
    gsay_str  excerpt;      /* of the line that holds span.begin, up to GSAY_EXCERPT_BYTES_MAX bytes, without line break */
    uint32_t  excerpt_begin;/* offset in the input of excerpt's first byte; span.begin lies in it */
    bool      is_cut_left;  /* the line goes on before the excerpt */
    bool      is_cut_right; /* or behind it */
} gsay_place;

/* One record: a value in its context. There are many: what only some kinds need hangs behind a pointer. */
typedef struct gsay_record {
    gsay_str    block;    /* "percent:territory", "name:hegseth", "quote" ... */
    gsay_place  place;
    uint32_t    sequence; /* number of the record in its source */
    gsay_role   role;     /* of the source */
    int32_t     filed;    /* the source's date, or GSAY_DAY_NONE */
    gsay_value  value;
    const gsay_claim *claim; /* owned by the same arena; NULL for names and quotations */
    gsay_str    before;   /* names: folded word before it (title, given name); "" at a border */
    gsay_str    after;    /* names: stem of the word behind it */
    gsay_str    sentence; /* the sentence in normal form (folded words, one space); key of findings without a topic */
    uint32_t    sentence_number; /* in its source */
} gsay_record;

/* The records of one source, in text order. Owned by the arena given to gsay_records_pack. */
typedef struct gsay_records {
    gsay_str     source;
    gsay_str     group;
    gsay_role    role;
    int32_t      filed;
    gsay_str    *words;      /* sorted distinct lower-case words of five letters or more that the source also writes without a capital; for name checks */
    size_t       word_count;
    gsay_record *items;
    size_t       count;
} gsay_records;

/* The place of text[span) of a document, with its excerpt; line and column stay 0 (gsay_positions_of finds them for many places at once).
 * Borrows the document's input. */
gsay_place gsay_place_of(const gsay_document *document, gsay_span text);

/* Copy into arena what alignment needs of one source; nothing of *claims is referred to afterwards, except that
 * place.text and place.excerpt borrow the source's input, and names and groups the source's strings.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_records_pack(gsay_arena *arena, const gsay_claims *claims, gsay_records *records, gsay_error *err);

/* Order records by block, source, offset, sequence. For qsort over gsay_record pointers' targets. */
int gsay_record_compare(const gsay_record *a, const gsay_record *b);

#endif
