/* From a parsed page to its text in the order of the input: which bytes are prose, in which blocks, and what the page
 * says of itself. */
#ifndef GSAY_SOURCE_HTML_WALK_H
#define GSAY_SOURCE_HTML_WALK_H

#include "source/html_facts.h"
#include "source/html_text.h"

/* A piece of prose and the number of its block in the result. */
typedef struct gsay_html_item {
    gsay_html_piece piece;
    uint32_t        block;
} gsay_html_item;

/* What a walk found. Owned by its arena, but for stand-ins, which the parsed page owns. */
typedef struct gsay_html_items {
    gsay_html_item *items; /* rising by place, disjoint */
    size_t          count;
    gsay_block     *blocks; /* what each is; its text is still to be set */
    size_t          block_count;
    gsay_html_facts facts;
    gsay_span       title; /* content of the title element, in the input; empty where there is none */
} gsay_html_items;

/* Parse input by gumbo and walk over the tree.
 *
 * arena  takes the tree and the result: scratch memory, some 100 bytes a byte of dense markup.
 * input  UTF-8 without NUL and BOM; borrowed, must outlive the result.
 * items  out.
 * Returns GSAY_OK; GSAY_ENOMEM, also when the parser's memory is exhausted in the middle of its work.
 * Cost   linear. */
gsay_status gsay_html_walk(gsay_arena *arena, gsay_str input, gsay_html_items *items, gsay_error *err);

#endif
