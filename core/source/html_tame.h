/* HTML made harmless for the parser, byte by byte in place: every byte keeps its offset. */
#ifndef GSAY_SOURCE_HTML_TAME_H
#define GSAY_SOURCE_HTML_TAME_H

#include "base/arena.h"
#include "base/error.h"

#ifndef GSAY_HTML_DEPTH_MAX
#define GSAY_HTML_DEPTH_MAX                                                                                            \
    512u /* elements open at once, as browsers have it; deeper tags are wiped, their text stays */
#endif
#define GSAY_HTML_ATTRIBUTE_MAX                                                                                        \
    256u /* of one tag; the parser compares each with all before it, so a tag with more is wiped */

/* What the parser is to read. A wiped tag stands as "<?   >", which is a comment of the same length. */
typedef struct gsay_html_tamed {
    gsay_str  text;  /* as long as the input, or shorter: markup that never ends is cut off; owned by the arena */
    gsay_span title; /* content of the first title element, in the input */
    size_t    wiped; /* tags that lay too deep or had too many attributes */
} gsay_html_tamed;

/* Copy input and wipe what prose does not need or the parser cannot bear.
 *
 * Promised of the result, for any input: no script or other raw text, no foreign content (SVG, MathML), no formatting
 * elements by name, no frames, no forms, no document type (so that a table never ends a paragraph); end tags only for
 * what is open; at most GSAY_HTML_DEPTH_MAX elements open at once. So the parser's work is linear.
 *
 * input   UTF-8 without NUL and BOM; borrowed for the call.
 * Returns GSAY_OK or GSAY_ENOMEM.
 * Cost    linear; one search among the open elements for each tag. */
gsay_status gsay_html_tame(gsay_arena *arena, gsay_str input, gsay_html_tamed *tamed, gsay_error *err);

#endif
