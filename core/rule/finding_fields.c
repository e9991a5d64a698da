/* The table of a finding, and what its fields owe to each other. */
#include "rule/finding_fields.h"

#define WHY_MAX  1024       /* lines of why */
#define MORE_MAX 0x7fffffff /* places beside those that are listed */

static const char *const severity_words[] = { "off", "note", "warning", "error" };

static const gsay_object *const place_objects[] = { &gsay_place_object };

static const gsay_field related_fields[] = {
    GSAY_ROW_OBJECT(gsay_finding_place, place, "place", place_objects),
    GSAY_ROW_TEXT(gsay_finding_place, message, "message"),
    GSAY_ROW_END,
};
static const gsay_object related_object = { related_fields, sizeof(gsay_finding_place), alignof(gsay_finding_place) };
static const gsay_object *const related_objects[] = { &related_object };

static const gsay_field finding_fields[] = {
    GSAY_ROW_TEXT(gsay_finding, rule, "rule"),
    GSAY_ROW_WORD(gsay_finding, severity, "severity", severity_words),
    GSAY_ROW_TEXT(gsay_finding, topic, "topic"),
    GSAY_ROW_TEXT(gsay_finding, message, "message"),
    GSAY_ROW_OBJECT(gsay_finding, at, "place", place_objects),
    GSAY_ROW_OBJECTS(gsay_finding, related, related_count, "related", GSAY_RELATED_MAX, related_objects),
    GSAY_ROW_NUMBER(gsay_finding, more, "more", 0, MORE_MAX),
    GSAY_ROW_TEXTS(gsay_finding, why, why_count, "why", WHY_MAX),
    GSAY_ROW_CHARACTERS(gsay_finding, fingerprint, "fingerprint"),
    GSAY_ROW_END,
};
const gsay_object gsay_finding_object = { finding_fields, sizeof(gsay_finding), alignof(gsay_finding) };

static const gsay_field failure_fields[] = {
    GSAY_ROW_TEXT(gsay_rule_failure, rule, "rule"),
    GSAY_ROW_TEXT(gsay_rule_failure, message, "message"),
    GSAY_ROW_END,
};
const gsay_object gsay_failure_object = { failure_fields, sizeof(gsay_rule_failure), alignof(gsay_rule_failure) };

gsay_status gsay_finding_adopt(gsay_finding *finding, gsay_str source, gsay_str group, gsay_error *err)
{
    if (!finding->rule.len || !finding->message.len || !finding->severity || !finding->fingerprint[0])
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "a finding lacks its rule, message, severity or fingerprint");
    GSAY_TRY(gsay_place_check(&finding->at, err));
    finding->at.source = source;
    finding->group = group;
    for (size_t i = 0; i < finding->related_count; i++) {
        GSAY_TRY(gsay_place_check(&finding->related[i].place, err));
        finding->related[i].place.source = source;
    }
    return GSAY_OK;
}
