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

/* Read the name or the two that start at a token, and return the token behind them. */
static uint32_t read_names(gsay_name_scan *names, uint32_t at, uint32_t sentence, struct found *found)
{
    gsay_name_run run;
    if (!gsay_name_run_read(names, at, &run))
        return run.end;
    gsay_mention read[2] = { { .sentence = sentence }, { .sentence = sentence } };
    size_t       count = gsay_name_parts_read(names, &run, read);
    for (size_t i = 0; i < count; i++)
        append(names->scan.arena, found, &read[i]);
    return run.end;
}

/* Read the names of one sentence. value: the first value that ends behind the sentence's begin; moved on. */
static void read_sentence(gsay_name_scan *names, uint32_t sentence, const gsay_mentions *mentions, size_t *value,
                          struct found *found)
{
    gsay_scan *scan = &names->scan;
    for (uint32_t at = scan->begin; at < scan->end && !scan->has_failed;) {
        if (!(scan->text->tokens[at].flags & GSAY_TOKEN_CAPITAL)) {
            at++;
            continue;
        }
        while (*value < mentions->count && mentions->items[*value].end <= at)
            ++*value;
        const gsay_mention *next = *value < mentions->count ? &mentions->items[*value] : NULL;
        if (next && next->begin <= at) {
            at = next->end;
            continue;
        }
        names->limit = next && next->begin < scan->end ? next->begin : scan->end;
        at = read_names(names, at, sentence, found);
    }
}

/* The id of the family name's last word: the last word of the mention. */
static uint32_t family_of(const gsay_text *text, const gsay_mention *mention)
{
    return text->tokens[mention->end - 1].word;
}

/* A lone surname is a person where a full name of the document says so. Returns false when memory is exhausted. */
static bool settle_surnames(gsay_arena *arena, const gsay_text *text, struct found *found)
{
    gsay_id_set families = { 0 };
    if (!gsay_id_set_open(arena, found->count, &families))
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
    gsay_name_evidence evidence = { 0 };
    gsay_name_scan     names = { .scan = *scan, .evidence = &evidence };
    struct found       found = { 0 };
    size_t             value = 0;
    if (!gsay_name_evidence_read(scan->arena, scan->text, &evidence))
        return gsay_fail_memory(err);
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        names.scan.begin = scan->text->sentences[i].begin;
        names.scan.end = scan->text->sentences[i].end;
        names.setting = (gsay_setting)evidence.settings[i];
        read_sentence(&names, (uint32_t)i, mentions, &value, &found);
    }
    if (names.scan.has_failed || found.has_failed || !settle_surnames(scan->arena, scan->text, &found))
        return gsay_fail_memory(err);
    if (gsay_mentions_merge(scan->arena, mentions, found.items, found.count) != GSAY_OK)
        return gsay_fail_memory(err);
    return GSAY_OK;
}
