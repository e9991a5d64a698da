/* One source through all stages that see it alone, with every property of properties.h demanded. */
#ifndef GSAY_TESTS_FUZZ_STAGES_H
#define GSAY_TESTS_FUZZ_STAGES_H

#include "source/document.h"

/* Read a source twice with one vocabulary, unknown words and known ones: both must give the same lines. */
void fuzz_stages(const gsay_source *source);

/* Check two texts, or one JSONL input, with every shipped rule: the end is GSAY_OK, or an error with a message.
 *
 * second  of the same format; empty: there is only one. */
void fuzz_check(gsay_str first, gsay_str second, gsay_format format);

#endif
