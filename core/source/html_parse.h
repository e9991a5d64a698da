/* The parser of HTML. */
#ifndef GSAY_SOURCE_HTML_PARSE_H
#define GSAY_SOURCE_HTML_PARSE_H

#include "base/arena.h"
#include "base/error.h"

/* A node of the tree, as gumbo.h has it. */
struct GumboInternalNode;

/* Parse a page that was tamed (html_tame.h).
 *
 * text  borrowed; nodes point into it.
 * root  out: the document's node, owned by arena; nothing is to be released.
 * Returns GSAY_OK; GSAY_ENOMEM also when memory ends in the middle.
 * Cost  linear in a tamed text; some 100 bytes a byte of dense markup. */
gsay_status gsay_html_parse(gsay_arena *arena, gsay_str text, const struct GumboInternalNode **root, gsay_error *err);

#endif
