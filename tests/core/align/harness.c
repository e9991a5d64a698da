/* The stages in their order, for tests. */
#include "harness.h"

#include <check.h>

#include "claim/term.h"

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
    gsay_records *records = &group->sources[group->count++];
    ck_assert_int_eq(gsay_records_pack(arena, claims, records, &err), GSAY_OK);
    gsay_terms *terms = GSAY_NEW(arena, gsay_terms, 1);
    ck_assert(terms);
    ck_assert_int_eq(gsay_terms_read(arena, mentions, terms, &err), GSAY_OK);
    records->terms = terms;
}

void harness_open_texts(harness *group, const char *const *texts)
{
    static const char *const names[HARNESS_SOURCES_MAX] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };
    harness_open(group);
    for (size_t i = 0; texts[i]; i++) {
        ck_assert_uint_lt(i, HARNESS_SOURCES_MAX);
        harness_add(group, names[i], texts[i], NULL, GSAY_ROLE_PEER);
    }
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

static void reverse_sources(harness *group)
{
    for (size_t i = 0, k = group->count; i + 1 < k; i++) {
        gsay_records last = group->sources[--k];
        group->sources[k] = group->sources[i];
        group->sources[i] = last;
    }
}

void harness_check_pairs(const char *const *texts, harness_part                                  *part,
                         void (*print)(const gsay_name_pair *pair, gsay_buffer *out), const char *want)
{
    for (int turn = 0; turn < 2; turn++) {
        harness     group;
        gsay_buffer out = { 0 };
        harness_open_texts(&group, texts);
        if (turn)
            reverse_sources(&group);
        group.alignment.settings.pairs = GSAY_PAIRS_OF_STYLE;
        ck_assert_int_eq(part(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
        for (size_t i = 0; i < group.alignment.name_count; i++)
            print(&group.alignment.names[i], &out);
        gsay_str got = gsay_str_slice(gsay_buffer_view(&out), (gsay_span){ out.len > 0, (uint32_t)out.len });
        ck_assert_msg(gsay_str_equal(got, gsay_str_of(want)), "%s\n  found %.*s\n  not   %s", texts[0], GSAY_ARG(got),
                      want);
        gsay_buffer_clear(&out);
        harness_close(&group);
    }
}

void harness_check_memory(const char *const *texts, harness_part *part)
{
    harness     group;
    gsay_status status = GSAY_ENOMEM;
    harness_open_texts(&group, texts);
    for (size_t after = 1; status != GSAY_OK; after++) {
        gsay_arena     arena = { .fail_after = after };
        gsay_alignment alignment = { .settings.pairs = GSAY_PAIRS_OF_STYLE };
        gsay_error     err = { 0 };
        status = part(&arena, group.sources, group.count, &alignment, &err);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && err.status == GSAY_ENOMEM && !alignment.name_count));
        gsay_arena_clear(&arena);
        ck_assert_uint_lt(after, 1000);
    }
    harness_close(&group);
}

void harness_check_capped(const char *const *texts, harness_part *part, uint64_t want)
{
    harness group;
    harness_open_texts(&group, texts);
    ck_assert_int_eq(part(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.coverage.capped, want);
    harness_close(&group);
}
