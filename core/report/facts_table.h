/* Topics as a table for a terminal. */
#ifndef GSAY_REPORT_FACTS_TABLE_H
#define GSAY_REPORT_FACTS_TABLE_H

#include "align/align.h"
#include "report/screen.h"

/* Append the topics of aligned groups, those of several sources first, each with its values and where they stand:
 *
 *     ≠ money, bridge, cost
 *         €304 million   gazette.txt:3, 7; weekly-review.txt:1
 *       ! €340 million   evening-ledger.txt:7
 *
 * "=" before a topic on which all agree; "!" before a value that contradicts the first. */
void gsay_facts_table_write(const gsay_screen *screen, const gsay_alignment *groups, size_t count);

#endif
