/* Findings in a list: order, repetition, identity. */
#include "rule/finding.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intern.h"

static const char *const severity_names[] = { "off", "note", "warning", "error" };

/* What the fingerprint puts between its parts: no text holds it. */
#define SEPARATOR GSAY_STR("\0")

gsay_status gsay_findings_add(gsay_arena *arena, gsay_findings *findings, const gsay_finding *finding, gsay_error *err)
{
    gsay_finding *items = gsay_arena_grow(arena, findings->items, sizeof *items, findings->count, &findings->capacity);
    if (!items)
        return gsay_fail_memory(err);
    findings->items = items;
    items[findings->count++] = *finding;
    return GSAY_OK;
}

/* Put a copy of a text in its place. Returns false when memory is exhausted. */
static bool own(gsay_arena *arena, gsay_str *text)
{
    *text = gsay_arena_copy(arena, *text);
    return text->ptr != NULL;
}

static bool own_place(gsay_arena *arena, gsay_place *place)
{
    return own(arena, &place->source) && own(arena, &place->text) && own(arena, &place->excerpt);
}

gsay_status gsay_finding_copy(gsay_arena *arena, const gsay_finding *finding, gsay_finding *copy, gsay_error *err)
{
    gsay_finding made = *finding;
    made.related = GSAY_NEW(arena, gsay_finding_place, finding->related_count);
    made.why = GSAY_NEW(arena, gsay_str, finding->why_count);
    if (!made.related || !made.why || !own_place(arena, &made.at) || !own(arena, &made.group) ||
        !own(arena, &made.topic) || !own(arena, &made.message))
        return gsay_fail_memory(err);
    for (size_t i = 0; i < finding->related_count; i++) {
        made.related[i] = finding->related[i];
        if (!own_place(arena, &made.related[i].place) || !own(arena, &made.related[i].message))
            return gsay_fail_memory(err);
    }
    for (size_t i = 0; i < finding->why_count; i++) {
        made.why[i] = finding->why[i];
        if (!own(arena, &made.why[i]))
            return gsay_fail_memory(err);
    }
    *copy = made;
    return GSAY_OK;
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* By source, begin, end. */
static int compare_places(const gsay_place *a, const gsay_place *b)
{
    int order = gsay_str_compare(a->source, b->source);
    if (!order)
        order = compare_numbers(a->span.begin, b->span.begin);
    return order ? order : compare_numbers(a->span.end, b->span.end);
}

static int compare_related(const gsay_finding *a, const gsay_finding *b)
{
    size_t count = a->related_count < b->related_count ? a->related_count : b->related_count;
    for (size_t i = 0; i < count; i++) {
        int order = compare_places(&a->related[i].place, &b->related[i].place);
        if (!order)
            order = gsay_str_compare(a->related[i].message, b->related[i].message);
        if (order)
            return order;
    }
    int order = compare_numbers(a->related_count, b->related_count);
    return order ? order : compare_numbers(a->more, b->more);
}

/* What the promised order leaves open, so that the order is total and equal neighbours are repetitions. */
static int compare_rest(const gsay_finding *a, const gsay_finding *b)
{
    int order = compare_numbers(b->severity, a->severity);
    if (!order)
        order = gsay_str_compare(a->topic, b->topic);
    if (!order)
        order = memcmp(a->fingerprint, b->fingerprint, sizeof a->fingerprint);
    if (!order)
        order = compare_numbers(a->why_count, b->why_count);
    for (size_t i = 0; !order && i < a->why_count; i++)
        order = gsay_str_compare(a->why[i], b->why[i]);
    return order;
}

static int compare_findings(const void *left, const void *right)
{
    const gsay_finding *a = left;
    const gsay_finding *b = right;
    int                 order = gsay_str_compare(a->group, b->group);
    if (!order)
        order = compare_places(&a->at, &b->at);
    if (!order)
        order = gsay_str_compare(a->rule, b->rule);
    if (!order)
        order = compare_related(a, b);
    if (!order)
        order = gsay_str_compare(a->message, b->message);
    return order ? order : compare_rest(a, b);
}

void gsay_findings_sort(gsay_findings *findings)
{
    size_t kept = 0;
    if (findings->count)
        qsort(findings->items, findings->count, sizeof *findings->items, compare_findings);
    for (size_t i = 0; i < findings->count; i++)
        if (i == 0 || compare_findings(&findings->items[kept - 1], &findings->items[i]) != 0)
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
}

static int compare_strings(const void *left, const void *right)
{
    return gsay_str_compare(*(const gsay_str *)left, *(const gsay_str *)right);
}

gsay_status gsay_finding_identify(gsay_finding *finding, gsay_str subject, gsay_str *values, size_t count,
                                  gsay_error *err)
{
    gsay_buffer identity = { 0 };
    gsay_buffer_add(&identity, finding->rule);
    gsay_buffer_add(&identity, SEPARATOR);
    gsay_buffer_add(&identity, subject);
    if (count)
        qsort(values, count, sizeof *values, compare_strings);
    for (size_t i = 0; i < count; i++) {
        if (i && gsay_str_equal(values[i - 1], values[i]))
            continue;
        gsay_buffer_add(&identity, SEPARATOR);
        gsay_buffer_add(&identity, values[i]);
    }
    bool     has_failed = identity.has_failed;
    uint64_t hash = gsay_hash(gsay_buffer_view(&identity));
    gsay_buffer_clear(&identity);
    if (has_failed)
        return gsay_fail_memory(err);
    snprintf(finding->fingerprint, sizeof finding->fingerprint, "%016llx", (unsigned long long)hash);
    return GSAY_OK;
}

bool gsay_severity_named(gsay_str name, gsay_severity *severity)
{
    for (size_t i = 0; i < sizeof severity_names / sizeof *severity_names; i++)
        if (gsay_str_equal(name, gsay_str_of(severity_names[i]))) {
            *severity = (gsay_severity)i;
            return true;
        }
    return false;
}

const char *gsay_severity_name(gsay_severity severity)
{
    return severity_names[severity];
}
