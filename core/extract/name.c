/* Names: the one pass that reads every run of name words outside the values, and the one behind it that lets full names
 * speak for lone surnames. */
#include "extract/name.h"

#include "base/arena.h"

#define FIRST_ROOM_MAX 4096u /* names that room is made for at first, before one is found */

/* Names found so far. */
struct found {
    gsay_mention *items;
    size_t        count;
    size_t        capacity;
};

/* Where the walk stands. */
struct walk {
    size_t capital; /* in evidence.capitals */
    size_t value;   /* the first value that ends behind the walk */
};

/* Make room for the two names that one run may be. Names are large and most texts have two for three capitals: a
 * first guess that is seldom wrong saves the copies that growing costs. Returns where they go, or NULL when memory is
 * exhausted. */
static gsay_mention *make_room(const gsay_name_scan *names, struct found *found)
{
    if (found->count + 2 <= found->capacity)
        return found->items + found->count;
    size_t        guess = names->evidence->capital_count / 4 * 3 + 2;
    size_t        capacity = found->capacity ? found->capacity * 2 : (guess < FIRST_ROOM_MAX ? guess : FIRST_ROOM_MAX);
    gsay_mention *items = GSAY_TAKE(names->scan.arena, gsay_mention, capacity);
    if (!items)
        return NULL;
    if (found->count)
        memcpy(items, found->items, found->count * sizeof *items);
    found->items = items;
    found->capacity = capacity;
    return items + found->count;
}

/* Read the name or the two that start at a token, and return the token behind them. */
static uint32_t read_names(gsay_name_scan *names, uint32_t at, uint32_t sentence, struct found *found)
{
    gsay_name_run run;
    if (!gsay_name_run_read(names, at, &run))
        return run.end;
    gsay_mention *mentions = make_room(names, found);
    size_t        count = mentions ? gsay_name_parts_read(names, &run, mentions) : 0;
    names->scan.has_failed |= !mentions;
    for (size_t i = 0; i < count; i++)
        mentions[i].sentence = sentence;
    found->count += count;
    return run.end;
}

/* Read the names of one sentence, from capital to capital. */
static void read_sentence(gsay_name_scan *names, uint32_t sentence, const gsay_mentions *mentions, struct walk *walk,
                          struct found *found)
{
    gsay_scan                *scan = &names->scan;
    const gsay_name_evidence *evidence = names->evidence;
    uint32_t                  free_from = scan->begin;
    for (; walk->capital < evidence->capital_count && !scan->has_failed; walk->capital++) {
        uint32_t at = evidence->capitals[walk->capital];
        if (at >= scan->end)
            return;
        if (at < free_from)
            continue;
        while (walk->value < mentions->count && mentions->items[walk->value].end <= at)
            walk->value++;
        const gsay_mention *next = walk->value < mentions->count ? &mentions->items[walk->value] : NULL;
        if (next && next->begin <= at) {
            free_from = next->end;
            continue;
        }
        names->limit = next && next->begin < scan->end ? next->begin : scan->end;
        free_from = read_names(names, at, sentence, found);
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

/* Note what the acronyms stand for. In a line of capitals every word looks like one. */
static void read_acronyms(gsay_name_scan *names, struct found *found)
{
    for (size_t i = 0; i < found->count; i++)
        if (names->evidence->settings[found->items[i].sentence] != GSAY_SETTING_CAPITALS)
            gsay_acronym_read(&names->scan, &found->items[i]);
}

gsay_status gsay_find_names(gsay_scan *scan, gsay_mentions *mentions, gsay_error *err)
{
    gsay_name_evidence evidence = { 0 };
    gsay_name_scan     names = { .scan = *scan, .evidence = &evidence };
    struct found       found = { 0 };
    struct walk        walk = { 0 };
    if (!gsay_name_evidence_read(scan->arena, scan->text, &evidence))
        return gsay_fail_memory(err);
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        gsay_scan_enter(&names.scan, scan->text->sentences[i].begin, scan->text->sentences[i].end);
        names.setting = (gsay_setting)evidence.settings[i];
        read_sentence(&names, (uint32_t)i, mentions, &walk, &found);
    }
    if (names.scan.has_failed || !settle_surnames(scan->arena, scan->text, &found))
        return gsay_fail_memory(err);
    read_acronyms(&names, &found);
    if (gsay_mentions_merge(scan->arena, mentions, found.items, found.count) != GSAY_OK)
        return gsay_fail_memory(err);
    return GSAY_OK;
}
