/* Findings: one disagreement, its place, the places it disagrees with, and why they are taken for one fact. */
#ifndef GSAY_RULE_FINDING_H
#define GSAY_RULE_FINDING_H

#include "claim/record.h"

#define GSAY_RELATED_MAX 8u /* related places that a finding prints; "more" counts the others */

/* A place that a finding points at. */
typedef struct gsay_finding_place {
    gsay_place place;
    gsay_str   message; /* "" when there is nothing to say of it */
} gsay_finding_place;

/* One finding. Everything is owned by the arena that collected it. */
typedef struct gsay_finding {
    gsay_str            rule;
    gsay_severity       severity;
    gsay_str            group;
    gsay_str            topic;   /* key; "" without a topic */
    gsay_str            message; /* one line */
    gsay_place          at;
    gsay_finding_place *related; /* by source, start; at most GSAY_RELATED_MAX */
    size_t              related_count;
    size_t              more; /* places beside related */
    gsay_str           *why;
    size_t              why_count;
    char fingerprint[17]; /* 16 hex digits of gsay_hash over rule, topic key (or sentence) and sorted distinct values */
} gsay_finding;

/* Findings of a run, or of one part of it. Zeroed memory is an empty list. */
typedef struct gsay_findings {
    gsay_finding *items; /* owned by the arena given to gsay_findings_add */
    size_t        count;
    size_t        capacity;
} gsay_findings;

/* Append a finding (copied). Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_findings_add(gsay_arena *arena, gsay_findings *findings, const gsay_finding *finding, gsay_error *err);

/* Copy a finding with all that it prints into arena; what it borrowed from before may go. Its rule stays that of the packs.
 * Returns GSAY_OK, GSAY_ENOMEM; copy is untouched on error. */
gsay_status gsay_finding_copy(gsay_arena *arena, const gsay_finding *finding, gsay_finding *copy, gsay_error *err);

/* Bring findings into the order of INTERFACES.md (group, source, start, end, rule, related, message) and drop exact
 * repetitions. */
void gsay_findings_sort(gsay_findings *findings);

/* Fill in the fingerprint: the hash of the finding's rule, its subject (the topic's key, or the sentence in normal
 * form) and the distinct values. values  in any order, repetitions allowed; brought into order here. Returns GSAY_OK,
 * GSAY_ENOMEM. */
gsay_status gsay_finding_identify(gsay_finding *finding, gsay_str subject, gsay_str *values, size_t count,
                                  gsay_error *err);

/* The severity of a name ("off" "note" "warning" "error"). Returns false for an unknown one. */
bool gsay_severity_named(gsay_str name, gsay_severity *severity);
/* The printed name of a severity. */
const char *gsay_severity_name(gsay_severity severity);

#endif
