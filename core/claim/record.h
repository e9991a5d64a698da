/* Records: all that crosses from one source to the comparison of many.
 *
 * extract is a map, alignment a reduce (DESIGN.md, "Past one machine"). A record therefore holds everything that alignment, rules and
 * reports use, by value: no pointer into tokens or mentions, no id of this run, no float. The order (block, source, offset, sequence) is total and the same
 * for any partition of the sources. Once its records are packed, a document's tokens and mentions are dropped. */
#ifndef GSAY_CLAIM_RECORD_H
#define GSAY_CLAIM_RECORD_H

#include "claim/named.h"

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

/* Where a record stands, without what only a report asks for. */
typedef struct gsay_spot {
    gsay_str  source;
    gsay_str  text;   /* input[span) */
    gsay_span span;   /* bytes in the input */
    uint32_t  line;   /* from 1 */
    uint32_t  column; /* from 1, code points */
} gsay_spot;

/* What the records of one source share, for those that are shown. */
typedef struct gsay_record_source {
    gsay_str             input;    /* borrowed, as is decoding */
    const gsay_decoding *decoding; /* NULL: the input is the file itself */
    const gsay_place    *place;    /* of a record that was read back from a line, which has one of these alone; NULL: found in input */
} gsay_record_source;

/* One record: a value in its context. There are many, and all those of a group are held at once: what only some kinds need, or
 * only what is shown, hangs behind a pointer or is found when it is asked for. */
typedef struct gsay_record {
    gsay_str    block;    /* "percent:territory"; "name" and "quote" for what has no claim */
    gsay_spot   place;
    gsay_value  value;
    const gsay_claim         *claim;  /* one of those packed; NULL for names and quotations */
    const gsay_record_source *source; /* owned by the same arena; NULL: a place made up of its text alone */
    gsay_str    before;   /* names: folded word before it (title, given name); "" at a border and for words under four bytes */
    gsay_str    after;    /* names: folded word behind it; "" as above */
    gsay_str    sentence; /* as the document has it; see gsay_record_sentence */
    uint32_t    sentence_number; /* in its source */
    uint32_t    sequence; /* number of the record in its source */
    gsay_role   role;     /* of the source */
} gsay_record;

/* Words and signs that are written in several ways: term.h. */
typedef struct gsay_terms gsay_terms;

/* The records of one source, in text order. Owned by the arena given to gsay_records_pack. */
typedef struct gsay_records {
    gsay_str     source;
    gsay_str     group;
    gsay_role    role;
    int32_t      filed;
    gsay_str    *words;      /* distinct folded words of five letters or more that the source also writes without a capital, in the order of the text; for name checks */
    size_t       word_count;
    gsay_record *items;
    size_t       count;
    const gsay_terms *terms; /* NULL where nobody asked for them */
    gsay_record *named;      /* values of named claims, by claim, place: block is the claim's name, claim is never NULL */
    size_t       named_count;
} gsay_records;

/* The place of text[span) of a document, with its excerpt; line and column stay 0 (gsay_positions_of finds them for many places at once).
 * Borrows the document's input. */
gsay_place gsay_place_of(const gsay_document *document, gsay_span text);

/* The place of a record, with its excerpt. Borrows the source's input. */
gsay_place gsay_record_place(const gsay_record *record);

/* The sentence of a record in normal form: folded words, one space between. For the few that are shown: it is read again.
 * Returns GSAY_OK, GSAY_ENOMEM; sentence, owned by arena, is untouched on error. */
gsay_status gsay_record_sentence(gsay_arena *arena, const gsay_record *record, gsay_str *sentence, gsay_error *err);

/* Copy into arena what alignment needs of one source beside its claims, which are borrowed; nothing else of *claims is referred to
 * afterwards, except that strings may borrow the source's input and the words of the vocabulary, and names and groups the source's strings.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_records_pack(gsay_arena *arena, const gsay_claims *claims, gsay_records *records, gsay_error *err);

/* Add the values of named claims to packed records. A value among the records is then compared under its name alone: its own block becomes "".
 *
 * arena     that of gsay_records_pack. The names are borrowed from named.
 * hits      of the same source.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_records_add_named(gsay_arena *arena, const gsay_named *named, const gsay_named_hits *hits,
                                   const gsay_mentions *mentions, gsay_records *records, gsay_error *err);

/* Order records by block, source, offset, sequence. For qsort over gsay_record pointers' targets. */
int gsay_record_compare(const gsay_record *a, const gsay_record *b);

#endif
