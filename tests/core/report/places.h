/* Places and findings from literals, for the tests of reports. */
#ifndef GSAY_TESTS_REPORT_PLACES_H
#define GSAY_TESTS_REPORT_PLACES_H

#include "report/report.h"

#define LINE_BEGIN                                                                                                     \
    1000u /* where the quoted lines begin in their sources: offsets must not be taken for those of the line */

/* The offset of part in line; part must stand there. */
static inline size_t offset_of(gsay_str line, gsay_str part)
{
    size_t at = 0;
    while (at + part.len < line.len && memcmp(line.ptr + at, part.ptr, part.len) != 0)
        at++;
    return at;
}

/* The place of words in a line that is quoted whole. */
static inline gsay_place place_in_line(const char *source, uint32_t number, const char *line, const char *words)
{
    gsay_str   whole = gsay_str_of(line);
    gsay_str   text = gsay_str_of(words);
    size_t     at = offset_of(whole, text);
    gsay_place place = {
        .source = gsay_str_of(source), .line = number, .column = (uint32_t)at + 1, .text = text, .excerpt = whole
    };
    place.excerpt_begin = LINE_BEGIN;
    place.span = (gsay_span){ (uint32_t)(LINE_BEGIN + at), (uint32_t)(LINE_BEGIN + at + text.len) };
    place.origin = place.span;
    return place;
}

#endif
