/* Terms in the records of their source, for rules of style where records are compared. */
#ifndef GSAY_CLAIM_TERM_FIELDS_H
#define GSAY_CLAIM_TERM_FIELDS_H

#include "claim/record_line.h"
#include "claim/term.h"

/* A term as the records of its source hold it, for their table. */
typedef struct gsay_term_text {
    gsay_term_kind kind;
    gsay_norm_set  norms;
    gsay_str       key;
    gsay_str       form;
    gsay_place     place; /* without its source */
    uint32_t       sentence;
} gsay_term_text;

/* The table of gsay_term_text. */
extern const gsay_object gsay_term_object;

/* Bring terms into the form of their table.
 *
 * source  its name.
 * texts   out: as many as there are terms, owned by arena, borrowing what they show.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_terms_show(gsay_arena *arena, const gsay_terms *terms, gsay_str source, gsay_term_text **texts,
                            gsay_error *err);

/* Bring them back, checked.
 *
 * texts   borrowed, as are their strings; each is given the name of its source.
 * terms   out: owned by arena.
 * Returns GSAY_OK; GSAY_EINPUT with a message that ends a sentence; GSAY_ENOMEM. */
gsay_status gsay_terms_adopt(gsay_arena *arena, gsay_term_text *texts, size_t count, gsay_str source,
                             gsay_terms **terms, gsay_error *err);

#endif
