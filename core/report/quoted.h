/* One line of a source, quoted with its place underlined, as a compiler does. */
#ifndef GSAY_REPORT_QUOTED_H
#define GSAY_REPORT_QUOTED_H

#include "claim/record.h"
#include "report/screen.h"

/* How places are marked. */
typedef struct gsay_quoting {
    size_t   gutter; /* columns of the line number */
    char     mark;   /* that underlines */
    gsay_ink ink;    /* of the underline */
} gsay_quoting;

/* Append two lines, without a line break behind the second:
 *
 *       6 | … said that the bridge would cost 340 million euros, of which …
 *         |                               ^^^^^^^^^^^^^^^^^
 *
 * A line wider than the screen is cut between words around its place. A place that goes on behind the cut is underlined
 * to the very end; one that goes on in the next line is underlined to the end of this one. At least one mark is
 * written. */
void gsay_quoted_write(const gsay_screen *screen, const gsay_place *place, const gsay_quoting *how);

#endif
