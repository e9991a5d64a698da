/* Names: the one pass that reads every run of name words outside the values, and the one behind it that lets full names
 * speak for lone surnames. */
#include "extract/name.h"

#include "base/arena.h"

/* Names found so far. */
struct found {
    gsay_mention *items;
    size_t        count;
    size_t        capacity;
    bool          has_failed;
};

/* Append one name. */
static void append(gsay_arena *arena, struct found *found, const gsay_mention *mention)
{
    gsay_mention *items = gsay_arena_grow(arena, found->items, sizeof *items, found->count, &found->capacity);
    if (!items) {
        found->has_failed = true;
        return;
    }
    found->items = items;
    items[found->count++] = *mention;
}

/* Read the names of one sentence. value: the first value that ends behind the sentence's begin; moved on. */
static void read_sentence(gsay_name_scan *names, uint32_t sentence, const gsay_mentions *mentions, size_t *value,
                          struct found *found)
{
    gsay_scan *scan = &names->scan;
    for (uint32_t at = scan->begin; at < scan->end && !scan->has_failed;) {
        while (*value < mentions->count && mentions->items[*value].end <= at)
            ++*value;
        const gsay_mention *next = *value < mentions->count ? &mentions->items[*value] : NULL;
        if (next && next->begin <= at) {
            at = next->end;
            continue;
        }
        names->limit = next && next->begin < scan->end ? next->begin : scan->end;
        gsay_name_run run;
        gsay_mention  mentions_read[2] = { { .sentence = sentence }, { .sentence = sentence } };
        size_t count = gsay_name_run_read(names, at, &run) ? gsay_name_parts_read(names, &run, mentions_read) : 0;
        for (size_t i = 0; i < count; i++)
            append(scan->arena, found, &mentions_read[i]);
        at = run.end;
    }
}

/* The id of the family name's last word: the last word of the mention. */
static uint32_t family_of(const gsay_text *text, const gsay_mention *mention)
{
    return text->tokens[mention->end - 1].word;
}

/* A lone surname is a person where a full name of the document says so. Returns false when memory is exhausted. */
static bool settle_surnames(gsay_arena *scratch, const gsay_text *text, struct found *found)
{
    gsay_id_set families = { 0 };
    if (!gsay_id_set_open(scratch, found->count, &families))
        return false;
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].value.as.name.type == GSAY_NAME_PERSON && found->items[i].value.as.name.given.len)
            gsay_id_set_add(&families, family_of(text, &found->items[i]));
    for (size_t i = 0; i < found->count; i++) {
        gsay_mention *mention = &found->items[i];
        gsay_name    *name = &mention->value.as.name;
        if (mention->end - mention->begin != 1 || name->type != GSAY_NAME_OTHER ||
            !gsay_id_set_has(&families, family_of(text, mention)))
            continue;
        name->type = GSAY_NAME_PERSON;
        name->family = name->form;
    }
    return true;
}

gsay_status gsay_find_names(gsay_scan *scan, gsay_mentions *mentions, gsay_error *err)
{
    gsay_arena         scratch = { 0 };
    gsay_name_evidence evidence = { 0 };
    gsay_name_scan     names = { .scan = *scan, .evidence = &evidence };
    struct found       found = { 0 };
    size_t             value = 0;
    gsay_status        status = GSAY_ENOMEM;
    if (!gsay_name_evidence_read(&scratch, scan->text, &evidence))
        goto cleanup;
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        names.scan.begin = scan->text->sentences[i].begin;
        names.scan.end = scan->text->sentences[i].end;
        names.setting = (gsay_setting)evidence.settings[i];
        read_sentence(&names, (uint32_t)i, mentions, &value, &found);
    }
    if (names.scan.has_failed || found.has_failed || !settle_surnames(&scratch, scan->text, &found))
        goto cleanup;
    status = gsay_mentions_merge(scan->arena, mentions, found.items, found.count);
cleanup:
    gsay_arena_clear(&scratch);
    return status == GSAY_OK ? GSAY_OK : gsay_fail_memory(err);
}
