/* What the tests of dates share: a sentence, the source's date, and what must be found in it, as one readable line.
 *
 * Each mention is printed as `kind "span" timex [from..to) by`, mentions joined by "; ": an open side is empty, and an interval that is not
 * resolved is left out with its source. */
#ifndef GSAY_TESTS_TEMPORAL_ROWS_H
#define GSAY_TESTS_TEMPORAL_ROWS_H

#include "suite.h"

typedef struct temporal_row {
    const char *date; /* the source's, YYYY-MM-DD; "" none */
    const char *text;
    const char *want;
} temporal_row;

/* Walk over the text with gsay_recognise_date alone and compare what it found with what the row wants. */
void check_temporal_row(const temporal_row *row);

#endif
