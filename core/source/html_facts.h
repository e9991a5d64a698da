/* What a page says of itself in its markup: title, author, date; and which of its parts are no prose. Attributes come
 * as plain text. */
#ifndef GSAY_SOURCE_HTML_FACTS_H
#define GSAY_SOURCE_HTML_FACTS_H

#include "source/front_matter.h"

/* The best statement so far and how good it is; 0 is the best rank. Set every rank to GSAY_HTML_RANK_NONE. */
typedef struct gsay_html_facts {
    gsay_statement best;
    unsigned       title_rank, author_rank, day_rank;
} gsay_html_facts;

#define GSAY_HTML_RANK_NONE 99u
#define GSAY_HTML_RANK_TAG  50u /* of what an element of the page says, after all that meta elements say */

/* Facts that state nothing yet. */
gsay_html_facts gsay_html_facts_none(void);

/* Take what a meta element says.
 *
 * name     its property, name or itemprop, in any case of letters.
 * content  borrowed by the facts: must last as long. */
void gsay_html_facts_take_meta(gsay_html_facts *facts, gsay_str name, gsay_str content);

/* Take a title, an author or a day, if no better one is known. Borrowed likewise. */
void gsay_html_facts_take_title(gsay_html_facts *facts, gsay_str title, unsigned rank);
void gsay_html_facts_take_author(gsay_html_facts *facts, gsay_str author, unsigned rank);
void gsay_html_facts_take_day(gsay_html_facts *facts, gsay_str value, unsigned rank);

/* What an attribute's value says of an element. */
typedef enum gsay_html_sense {
    GSAY_HTML_SENSE_NONE = 0,
    GSAY_HTML_SENSE_HIDDEN,    /* shown to nobody, or only to those who do not see */
    GSAY_HTML_SENSE_AUTHOR,    /* the by-line */
    GSAY_HTML_SENSE_PUBLISHED, /* a time in it is when the text was published */
    GSAY_HTML_SENSE_REFERENCE  /* a link within the page */
} gsay_html_sense;

/* The sense of one attribute. Both without regard to the case of letters; of several words in value, the first that
 * says anything counts. */
gsay_html_sense gsay_html_sense_of(gsay_str attribute, gsay_str value);

#endif
