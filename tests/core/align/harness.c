/* The stages in their order, for tests. */
#include "harness.h"

#include <check.h>

void harness_open(harness *group)
{
    *group = (harness){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&group->vocabulary, NULL), GSAY_OK);
}

void harness_add(harness *group, const char *name, const char *text, const char *date, gsay_role role)
{
    gsay_arena *arena = &group->arena;
    gsay_source source = {
        .name = gsay_str_of(name), .input = gsay_str_of(text), .role = role, .format = GSAY_FORMAT_TEXT
    };
    gsay_document *document = GSAY_NEW(arena, gsay_document, 1);
    gsay_text     *tokens = GSAY_NEW(arena, gsay_text, 1);
    gsay_mentions *mentions = GSAY_NEW(arena, gsay_mentions, 1);
    gsay_claims   *claims = GSAY_NEW(arena, gsay_claims, 1);
    gsay_error     err = { 0 };
    ck_assert(document && tokens && mentions && claims && group->count < HARNESS_SOURCES_MAX);
    source.date = date ? gsay_day_read(gsay_str_of(date)) : GSAY_DAY_NONE;
    ck_assert_int_eq(gsay_document_read(arena, &source, document, &err), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(arena, document, &group->vocabulary, tokens, &err), GSAY_OK);
    ck_assert_int_eq(gsay_extract(arena, tokens, GSAY_DAY_NONE, mentions, &err), GSAY_OK);
    ck_assert_int_eq(gsay_claims_read(arena, mentions, claims, &err), GSAY_OK);
    ck_assert_int_eq(gsay_records_pack(arena, claims, &group->sources[group->count++], &err), GSAY_OK);
}

void harness_align(harness *group)
{
    group->alignment = (gsay_alignment){ 0 };
    ck_assert_int_eq(gsay_align_topics(&group->arena, group->sources, group->count, &group->alignment, NULL), GSAY_OK);
}

size_t harness_departing(const harness *group)
{
    size_t count = 0;
    for (size_t i = 0; i < group->alignment.topic_count; i++) {
        const gsay_topic *topic = &group->alignment.topics[i];
        for (size_t k = 0; k < topic->count; k++)
            count += topic->values[k].departs;
    }
    return count;
}

const gsay_topic *harness_topic(const harness *group, const char *text)
{
    for (size_t i = 0; i < group->alignment.topic_count; i++) {
        const gsay_topic *topic = &group->alignment.topics[i];
        for (size_t k = 0; k < topic->count; k++) {
            if (gsay_str_equal(topic->values[k].places[0]->place.text, gsay_str_of(text)))
                return topic;
        }
    }
    return NULL;
}

const gsay_record *harness_record(const harness *group, size_t source, const char *text)
{
    const gsay_records *records = &group->sources[source];
    for (size_t i = 0; i < records->count; i++) {
        if (gsay_str_equal(records->items[i].place.text, gsay_str_of(text)))
            return &records->items[i];
    }
    ck_abort_msg("no record reads \"%s\"", text);
    return NULL;
}

void harness_close(harness *group)
{
    gsay_vocabulary_close(&group->vocabulary);
    gsay_arena_clear(&group->arena);
}

bool harness_contradict_dated(const char *a, const char *date_a, const char *b, const char *date_b)
{
    harness group;
    harness_open(&group);
    harness_add(&group, "a", a, date_a, GSAY_ROLE_PEER);
    harness_add(&group, "b", b, date_b, GSAY_ROLE_PEER);
    harness_align(&group);
    bool is_found = harness_departing(&group) > 0;
    harness_close(&group);
    return is_found;
}

bool harness_contradict(const char *a, const char *b)
{
    return harness_contradict_dated(a, NULL, b, NULL);
}
