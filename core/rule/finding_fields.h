/* Findings and failures of rules for each source, as objects in the records of that source: they are made where the text is, and reported
 * where records are compared. */
#ifndef GSAY_RULE_FINDING_FIELDS_H
#define GSAY_RULE_FINDING_FIELDS_H

#include "claim/record_line.h"
#include "rule/pack.h"

/* A gsay_finding, but for its group and the source of its places: those of the source that it was made in. */
extern const gsay_object gsay_finding_object;
/* A gsay_rule_failure. */
extern const gsay_object gsay_failure_object;

/* Check a finding that was read, and give it the group and the source that its object leaves out. Returns GSAY_OK, or GSAY_EINPUT with a
 * message that ends a sentence. */
gsay_status gsay_finding_adopt(gsay_finding *finding, gsay_str source, gsay_str group, gsay_error *err);

#endif
