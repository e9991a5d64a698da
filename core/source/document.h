/* A document: the bytes of one source as prose, where every byte of text knows its place in the input.
 *
 * A reader (plain, Markdown; one file each) turns input bytes into
 *   text      what a person reads, valid UTF-8: no markup, no code, no addresses of links and pictures;
 *   segments  the map from text back to the input;
 *   blocks    headings, paragraphs, list items, table cells, in reading order, disjoint, none beginning or ending with
 * white space; a line break, or the end of a plain text, follows each in text (a picture may stand between two of one
 * line); metadata  what the source says of itself: title, date, role. For plain text the text is the input itself, and
 * one segment says so. Blocks cover only prose: what lies between two blocks (blank lines, bullets, picture addresses
 * of plain text) is never tokenised.
 *
 * Not done: a tree. No stage asks for nesting; a block's level and its table position are enough. */
#ifndef GSAY_SOURCE_DOCUMENT_H
#define GSAY_SOURCE_DOCUMENT_H

#include "base/arena.h"
#include "base/calendar.h"
#include "base/error.h"

typedef enum gsay_block_kind {
    GSAY_BLOCK_PARAGRAPH = 0,
    GSAY_BLOCK_HEADING, /* of markup, and the title of a text without a headline; of plain text: the headline, a short line set apart, a line in capitals */
    GSAY_BLOCK_LIST_ITEM,
    GSAY_BLOCK_TABLE_CELL
} gsay_block_kind;

/* One block of prose. */
typedef struct gsay_block {
    gsay_span       text; /* in document.text; never empty */
    gsay_block_kind kind;
    uint16_t        level;  /* heading: 1 to 6; list item: nesting from 1; else 0 */
    uint32_t        row;    /* table cell: 0 is the header row; else 0 */
    uint32_t        column; /* table cell: from 0 */
    uint32_t        table;  /* table cell: number of the table, from 1; else 0 */
} gsay_block;

/* text[text_begin, text_begin + len) stands at input[input_begin, ...). Rising, disjoint. Bytes of text between
 * segments (line breaks that a reader put in) have no place of their own and map to the next segment's begin. Where
 * text stands for other bytes of the input (a decoded entity, a code span), a segment of no length before it and one
 * after it tell their begin and end. */
typedef struct gsay_segment {
    uint32_t text_begin;
    uint32_t input_begin;
    uint32_t len;
} gsay_segment;

/* How a source in another encoding became UTF-8; see encoding.h. */
typedef struct gsay_decoding gsay_decoding;

/* All that is known of one source before it is read. Borrowed strings. */
typedef struct gsay_source {
    gsay_str             name;   /* path as given, or id; unique in a run */
    gsay_str             group;  /* "" is the unnamed group */
    gsay_str             title;  /* "" when none is stated */
    gsay_str             author; /* the by-line; "" when none is stated */
    gsay_format          format;
    gsay_role            role;
    int32_t              date;     /* day stated by metadata, or GSAY_DAY_NONE */
    gsay_str             input;    /* the bytes as they are; a BOM counts in offsets */
    const gsay_decoding *decoding; /* NULL: input is the file itself; else what gsay_source_decode made of it */
} gsay_source;

/* A source that was read. Everything is owned by the arena given to gsay_document_read, but source.* which is borrowed.
 */
typedef struct gsay_document {
    gsay_source   source;
    gsay_str      text;
    gsay_segment *segments;
    size_t        segment_count;
    gsay_block   *blocks;
    size_t        block_count;
} gsay_document;

/* Read one source by its format (auto: plain text).
 *
 * arena     receives all of *document but the borrowed source; for plain text, document.text borrows source.input.
 * source    borrowed; input of at most GSAY_SOURCE_BYTES_MAX bytes; its strings must outlive *document.
 * document  out; untouched on error.
 * Returns GSAY_OK; GSAY_EENCODING with the byte offset for invalid UTF-8 or a NUL byte; GSAY_ELIMIT for a source that
 * is too long; GSAY_EINPUT for a format this version does not read; GSAY_ENOMEM. Cost    linear in the input; plain
 * text is not copied. */
gsay_status gsay_document_read(gsay_arena *arena, const gsay_source *source, gsay_document *document, gsay_error *err);

/* The place in the input of text[span): from the first byte's place to the end of the last byte's place. Never empty
 * for a span that is not. Cost: logarithmic in the segments. */
gsay_span gsay_document_place(const gsay_document *document, gsay_span span);

/* Line and column of one place in the input. */
typedef struct gsay_position {
    uint32_t line;   /* from 1; lines end with LF, CR LF or CR */
    uint32_t column; /* from 1, in code points; a BOM has no column */
} gsay_position;

/* How far a walk over the lines of an input has come. */
typedef struct gsay_position_walk {
    gsay_str      input; /* borrowed */
    size_t        at;    /* the offset asked for last */
    size_t        plain; /* from there to here all bytes are ASCII */
    size_t        feed;  /* the next LF that ends a line; the input's end when there is none */
    size_t        ret;   /* likewise, the next CR */
    gsay_position position; /* of at */
} gsay_position_walk;

/* Begin a walk over the lines of an input. */
gsay_position_walk gsay_positions_begin(gsay_str input);
/* As gsay_positions_next, whatever stands before the offset. */
gsay_position gsay_positions_seek(gsay_position_walk *walk, uint32_t offset);
/* The position of an offset, which is not before the one asked for last. All of a walk together pass over the input once. In line: most
 * offsets lie in the line of the one before, with nothing but ASCII between. */
static inline gsay_position gsay_positions_next(gsay_position_walk *walk, uint32_t offset)
{
    size_t near = walk->plain < walk->feed ? walk->plain : walk->feed;
    if (offset < walk->at || offset > near || offset > walk->ret)
        return gsay_positions_seek(walk, offset);
    walk->position.column += (uint32_t)(offset - walk->at);
    walk->at = offset;
    return walk->position;
}

/* Positions of many offsets in one pass over the input. offsets rise (equal ones allowed). positions: caller's, count
 * long. */
void gsay_positions_of(gsay_str input, const uint32_t *offsets, size_t count, gsay_position *positions);

#endif
