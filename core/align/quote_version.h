/* Quotations under alignment, for the files quote*.c alone: distinct wordings, pairs of them that share a row of words,
 * and the clusters of those that agree. */
#ifndef GSAY_ALIGN_QUOTE_VERSION_H
#define GSAY_ALIGN_QUOTE_VERSION_H

#include "align/quotation.h"

#define GSAY_QUOTE_ROW_VERSIONS_MAX 256u /* distinct versions that share a row of words; more are a stock phrase */
#define GSAY_QUOTE_ROW_MAINS_MAX    8u   /* commonest versions of a row that the others are held against */

#define GSAY_QUOTE_NO_HEAD UINT32_MAX

/* A distinct wording with its places. */
typedef struct gsay_quote_form {
    const gsay_record **places; /* in order of source, offset */
    size_t              count;
    gsay_wording        wording;
    uint32_t            head;    /* number of the form that it agrees with and is counted with; its own for a head */
    size_t              support; /* places of the forms that agree with it and are no longer than it, and its own */
} gsay_quote_form;

/* Two forms that share a row of words; low < high. */
typedef struct gsay_quote_near {
    uint32_t                  low;
    uint32_t                  high;
    uint32_t                  begin[2];     /* of a row that they share, in low and in high */
    bool                      is_version;   /* they are versions of one quotation */
    bool                      same_speaker; /* of versions: both speakers may be one */
    gsay_quotation_difference difference;   /* of versions: of high against low */
} gsay_quote_near;

/* An array of pairs. */
typedef struct gsay_quote_nears {
    gsay_quote_near *items; /* by low, then high */
    size_t           count;
} gsay_quote_nears;

/* quote_sift.c: tell which forms share a short row of words, as written, with another form: only those can have versions,
 * and only their wordings need be read. is_near: out, by form, in arena. Returns GSAY_OK or GSAY_ENOMEM. Cost: linear. */
gsay_status gsay_quote_sift(gsay_arena *arena, const gsay_quote_form *forms, size_t count, bool **is_near);

/* quote_near.c: find all pairs of forms that share GSAY_QUOTATION_ROW_WORDS words in a row, each once. forms: commonest
 * first. Returns GSAY_OK or GSAY_ENOMEM. Cost: linear in the words for a bounded number of forms that share a row. */
gsay_status gsay_quote_find_near(gsay_arena *arena, const gsay_quote_form *forms, size_t count,
                                 gsay_quote_nears *nears);

/* quote_agree.c: compare every pair, and give each form the head that it agrees with: a quotation that was cut shorter
 * belongs to the longer one that has more places. Heads then have the places of all their forms, in order.
 * arena: of the result; scratch: of the work. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_quote_agree(gsay_arena *arena, gsay_arena *scratch, gsay_quote_form *forms, size_t count,
                             gsay_quote_nears *nears);

/* Sets under way, in an array that grows in the arena of the alignment. */
typedef struct gsay_quote_sets {
    gsay_quote_set *items;
    size_t          count;
    size_t          capacity;
} gsay_quote_sets;

/* quotes.c: the first words of a normal form, which name a set. */
gsay_str gsay_quote_key(gsay_str normal);

/* quote_speaker.c: find the wordings that are given to two persons, also those too short to have versions, and write
 * the two down at their set; one without a set gets its own. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_quote_find_speakers(gsay_arena *arena, gsay_arena *scratch, const gsay_records *sources, size_t count,
                                     gsay_quote_sets *sets);

/* quote_agree.c: order places by source, then offset. */
int gsay_quote_place_compare(const gsay_record *a, const gsay_record *b);

#endif
