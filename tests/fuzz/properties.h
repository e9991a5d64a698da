/* What must hold of every input: each function ends the process with a message, for the fuzzer to keep the input, where something does
 * not. */
#ifndef GSAY_TESTS_FUZZ_PROPERTIES_H
#define GSAY_TESTS_FUZZ_PROPERTIES_H

#include "base/buffer.h"
#include "claim/claim.h"

/* End the process unless a condition holds. */
#define DEMAND(condition) ((condition) ? (void)0 : refuse(__FILE__, __LINE__, #condition))

/* Say what did not hold, and end the process. */
_Noreturn void refuse(const char *file, int line, const char *condition);

/* Segments and blocks rise, are disjoint, lie within text and input and on the borders of code points. */
void demand_document(const gsay_document *document);

/* Tokens rise within blocks; sentences cover them all in order; quotations rise and nest. */
void demand_text(const gsay_text *text);

/* Mentions rise, lie on the borders of code points, are disjoint in their layer, have a place in the input; their numbers and days, printed
 * and read again, are the same. */
void demand_mentions(const gsay_mentions *mentions);

/* Each claim is of a mention, in order. */
void demand_claims(const gsay_claims *claims);

/* Each line is a JSON object whose text stands in the file where it says.
 * file  the bytes as given; lines of a source that was converted from another encoding are held against its length alone. */
void demand_lines(gsay_str lines, gsay_str file, bool is_decoded, size_t count);

/* A status and its error agree: a failure has a message without a line break, within the error's room. */
void demand_error(gsay_status status, const gsay_error *error);

#endif
