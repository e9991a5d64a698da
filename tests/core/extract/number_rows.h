/* What the tests of numbers share: a sentence, and what must be found in it, as one readable line.
 *
 * Each mention of a number or identifier is printed as `kind 'span' lo..hi bound unit of noun`, mentions joined by ";
 * ": an open side is empty; an exact bound, no unit and no noun are left out. Other kinds are passed over. */
#ifndef GSAY_TESTS_NUMBER_ROWS_H
#define GSAY_TESTS_NUMBER_ROWS_H

#include "suite.h"

typedef struct number_row {
    const char *text;
    const char *want;
} number_row;

/* Extract the text and compare its numbers and identifiers with what the row wants. */
void check_number_row(const number_row *row);

#endif
