/* The elements of HTML, by what reading prose from them takes. One table for all that look at tags. */
#ifndef GSAY_SOURCE_HTML_TAG_H
#define GSAY_SOURCE_HTML_TAG_H

#include "base/str.h"

/* What an element is to the parser (the names of the HTML Living Standard, 13.2) and to a reader. */
typedef enum gsay_html_trait {
    GSAY_HTML_WIPED = 1 << 0,    /* its tags never reach the parser: without content, or of no use to prose */
    GSAY_HTML_REGION = 1 << 1,   /* all from start tag to end tag never reaches the parser */
    GSAY_HTML_RAW = 1 << 2,      /* of a region: without an end tag it goes on to the end of the text */
    GSAY_HTML_VOID = 1 << 3,     /* has no content */
    GSAY_HTML_CLOSES_P = 1 << 4, /* its start tag ends a paragraph */
    GSAY_HTML_SPECIAL = 1 << 5,  /* "special": an unmatched end tag is not looked for above it */
    GSAY_HTML_THIN = 1 << 6,     /* special, but not to the end of a list item */
    GSAY_HTML_SCOPE = 1 << 7,    /* bounds every scope */
    GSAY_HTML_HEADING = 1 << 8,  /* h1 to h6 */
    GSAY_HTML_LIST = 1 << 9,     /* ol, ul: bounds the scope of list items */
    GSAY_HTML_TABLE = 1 << 10,   /* a part of a table, or the table */
    GSAY_HTML_BREAK = 1 << 11,   /* begins and ends a block of prose */
    GSAY_HTML_LINE = 1 << 12,    /* br: a line break within a block */
    GSAY_HTML_HIDDEN = 1 << 13,  /* not prose */
    GSAY_HTML_CODE = 1 << 14,    /* not prose, but a word of the sentence: leaves a mark */
    GSAY_HTML_ARTICLE = 1 << 15  /* a header in it belongs to the text, not to the site */
} gsay_html_trait;

/* The elements that code asks for by name. */
typedef enum gsay_html_role {
    GSAY_HTML_OTHER = 0,
    GSAY_HTML_CAPTION,
    GSAY_HTML_CELL, /* td, th */
    GSAY_HTML_DD_DT,
    GSAY_HTML_FOOTER,
    GSAY_HTML_HEADER,
    GSAY_HTML_LI,
    GSAY_HTML_META,
    GSAY_HTML_P,
    GSAY_HTML_Q,
    GSAY_HTML_SUP,
    GSAY_HTML_TABLE_ITSELF,
    GSAY_HTML_TIME,
    GSAY_HTML_TITLE,
    GSAY_HTML_TR
} gsay_html_role;

/* One element. */
typedef struct gsay_html_tag {
    const char    *name;
    uint32_t       traits; /* gsay_html_trait */
    gsay_html_role role;
    const char    *alias; /* the name by which the parser is to know it, of the same length; NULL: its own */
} gsay_html_tag;

/* The element of a name, in any case of letters; NULL for one without traits, and for unknown ones. Cost: logarithmic.
 */
const gsay_html_tag *gsay_html_tag_find(gsay_str name);

/* Tell whether two names are one, whatever the case of ASCII letters. */
bool gsay_html_name_equal(gsay_str left, gsay_str right);

/* A piece of markup: a tag, a comment, a declaration. */
typedef struct gsay_html_markup {
    size_t   begin, end; /* in the text; end is the text's length when it is not closed */
    gsay_str name;       /* of a tag; else empty */
    size_t   attributes; /* of a tag */
    bool     is_end_tag;
    bool     is_closed;
    bool     is_empty; /* a tag with a slash at its end */
} gsay_html_markup;

/* Read the markup at a "<", as the standard's tokenizer does outside of scripts. Returns false when the sign is text.
 * Cost: the bytes of the markup, or of the text where it is not closed. */
bool gsay_html_markup_read(gsay_str text, size_t at, gsay_html_markup *markup);

#endif
