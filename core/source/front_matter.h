/* What a source says of itself ahead of its text: the front matter of Markdown, and how any such statement is taken. */
#ifndef GSAY_SOURCE_FRONT_MATTER_H
#define GSAY_SOURCE_FRONT_MATTER_H

#include "source/document.h"

/* What was stated; zeroed memory states nothing but for day, which is GSAY_DAY_NONE then. */
typedef struct gsay_statement {
    gsay_str title;
    gsay_str author;
    int32_t  day;
} gsay_statement;

/* Read the day of an ISO 8601 date, or of a date and time, as it is written there (no zone is converted). GSAY_DAY_NONE
 * for anything else: "3/4/2025" is two days, so it is none. */
int32_t gsay_stated_day(gsay_str value);

/* Take a statement over into source, where its metadata left the field open. Borrows the strings. */
void gsay_statement_take(const gsay_statement *statement, gsay_source *source);

/* Read front matter at the head of text: YAML between lines of ---, or TOML between lines of +++. Of both, the subset
 * that sites use: one `key: value` or `key = value` a line, values bare or in quotation marks, without escapes; of a
 * list, the first entry.
 *
 * arena      receives values that do not stand in text as they are (escaped quotation marks).
 * statement  out: title, author (author, authors, by, byline) and date (date, published, pubdate ...).
 * length     out: bytes of the front matter with its fences; 0 when there is none, and then *statement is empty.
 * Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_front_matter_read(gsay_arena *arena, gsay_str text, gsay_statement *statement, size_t *length,
                                   gsay_error *err);

#endif
