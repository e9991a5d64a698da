/* Writing for a terminal: ink, text that cannot move the cursor, lists that wrap.
 *
 * Whatever stands in a source may come out on somebody's terminal, so its control bytes and the marks that turn the
 * direction of writing are taken out here, for messages and file names as much as for quoted lines. Columns are
 * terminal columns. */
#ifndef GSAY_REPORT_SCREEN_H
#define GSAY_REPORT_SCREEN_H

#include "base/buffer.h"

#define GSAY_SCREEN_WIDTH 100u /* columns where the terminal does not tell */

/* What a stretch of the report is, and so how it is coloured. */
typedef enum gsay_ink {
    GSAY_INK_NONE = 0, /* back to plain */
    GSAY_INK_NOTE,
    GSAY_INK_WARNING,
    GSAY_INK_ERROR,
    GSAY_INK_TITLE,
    GSAY_INK_FAINT,
    GSAY_INK_MARK, /* under what a finding disagrees with */
    GSAY_INK_GOOD,
    GSAY_INK_GROUP
} gsay_ink;

/* Where a report goes. */
typedef struct gsay_screen {
    gsay_buffer *buffer;
    uint32_t     width; /* columns; never 0 */
    bool         has_color;
} gsay_screen;

/* A list that wraps: where it stands now, and where its next line begins. */
typedef struct gsay_flow {
    size_t column;
    size_t indent;
} gsay_flow;

/* Change the ink; nothing without colour. */
void gsay_screen_ink(const gsay_screen *screen, gsay_ink ink);

/* Append a C string of our own as it is. */
void gsay_screen_add(const gsay_screen *screen, const char *text);

/* Append valid UTF-8 of any origin: a tab, a line break and any other control is one space, a mark of direction is
 * dropped. It takes gsay_utf8_columns(text) columns. */
void gsay_screen_show(const gsay_screen *screen, gsay_str text);

/* Append one byte many times. */
void gsay_screen_repeat(const gsay_screen *screen, char byte, size_t count);

/* Append "2 sources", "1 source". noun: singular, regular. */
void gsay_screen_count(const gsay_screen *screen, uint64_t count, const char *noun);

/* Begin a list with its label, which the further lines are indented by. */
gsay_flow gsay_flow_begin(const gsay_screen *screen, const char *label);

/* Append one item whole, on the next line when this one is full. */
void gsay_flow_item(const gsay_screen *screen, gsay_flow *flow, gsay_str item);

/* Append text word by word. */
void gsay_flow_words(const gsay_screen *screen, gsay_flow *flow, gsay_str text);

#endif
