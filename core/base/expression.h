/* Expressions of PCRE2 that are searched for in text, for the part of it that a group named value catches. */
#ifndef GSAY_BASE_EXPRESSION_H
#define GSAY_BASE_EXPRESSION_H

#include "base/arena.h"
#include "base/error.h"

/* A compiled expression. Release with gsay_expression_free; many threads may search with one. */
typedef struct gsay_expression {
    void    *code;  /* of PCRE2; owned */
    uint32_t group; /* number of the group named value */
} gsay_expression;

/* A list of spans in an arena. Zeroed memory is an empty list. */
typedef struct gsay_span_list {
    gsay_span *items;
    size_t     count;
    size_t     capacity;
} gsay_span_list;

/* Compile an expression.
 *
 * has_case  case matters.
 * Returns   GSAY_OK; GSAY_EINPUT with what is wrong, and where, or that no group is named value; GSAY_ENOMEM. */
gsay_status gsay_expression_compile(gsay_str text, bool has_case, gsay_expression *expression, gsay_error *err);

/* Find what the group catches in every match, line by line: ^ and $ are those of a line, and a match crosses none.
 *
 * input  valid UTF-8.
 * spans  in rising order, none empty; its items lie in arena.
 * Returns GSAY_OK; GSAY_ELIMIT when a match took too many steps; GSAY_ENOMEM.
 * Cost    linear in the input: what one beginning may look at is bounded. */
gsay_status gsay_expression_find(const gsay_expression *expression, gsay_arena *arena, gsay_str input,
                                 gsay_span_list *spans, gsay_error *err);

/* Give the code back. Harmless on zeroed memory. */
void gsay_expression_free(gsay_expression *expression);

#endif
