/* The context of a sentence, read once for all of its values. */
#include "claim/context.h"

#include <stdlib.h>

#include "base/intern.h"

#define ABOUT_MAX      24u  /* names of one sentence */
#define SHORT_CONTENT  6u   /* a sentence with less content also speaks of what the one before it named */
#define SPEAKER_TOKENS 4u   /* between a verb of speech and its speaker */
#define SPEECH_TOKENS  200u /* of a sentence that are searched for a verb of speech */

static int compare_hashes(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

static int compare_strings(const void *a, const void *b)
{
    return gsay_str_compare(*(const gsay_str *)a, *(const gsay_str *)b);
}

gsay_str gsay_context_name(const gsay_name *name)
{
    return name->type == GSAY_NAME_PERSON && name->family.len > 0 ? name->family : name->form;
}

/* Words that only carry speech or values tell nothing of the event. */
static bool tells(gsay_reading *reading, uint32_t at)
{
    return gsay_clause_is_content(reading, at) && !gsay_clause_is_value(reading, at) &&
           !(gsay_clause_word(reading, at)->lexeme.classes & (GSAY_WORD(SPEECH) | GSAY_WORD(HEDGE))) &&
           !(gsay_clause_senses(reading, at) & GSAY_SENSE(LIGHT));
}

static gsay_stem_set read_content(gsay_reading *reading, const gsay_sentence *sentence)
{
    uint32_t      found[GSAY_CONTENT_MAX];
    uint32_t      count = 0;
    gsay_stem_set none = { NULL, 0 };
    for (uint32_t i = sentence->begin; i < sentence->end; i++) {
        if (!tells(reading, i))
            continue;
        if (count == GSAY_CONTENT_MAX)
            return none;
        found[count++] = (uint32_t)gsay_hash(gsay_clause_name(reading, i));
    }
    qsort(found, count, sizeof(*found), compare_hashes);
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || found[i] != found[i - 1])
            found[distinct++] = found[i];
    }
    gsay_stem_set set = { GSAY_NEW(reading->arena, uint32_t, distinct), distinct };
    if (!set.hashes) {
        reading->has_failed = true;
        return none;
    }
    memcpy(set.hashes, found, distinct * sizeof(*found));
    return set;
}

/* Collect the names of one sentence. first: index of its first mention, or beyond. Returns the new count. */
static uint32_t collect_names(const gsay_reading *reading, uint32_t sentence, size_t first, gsay_str *names,
                              uint32_t count)
{
    const gsay_mentions *mentions = reading->mentions;
    for (size_t i = first; i < mentions->count && mentions->items[i].sentence == sentence && count < ABOUT_MAX; i++) {
        if (mentions->items[i].value.kind == GSAY_KIND_NAME)
            names[count++] = gsay_context_name(&mentions->items[i].value.as.name);
    }
    return count;
}

/* The index of the first mention of the sentence before; first when it has none. Bounded: a sentence of many mentions
 * is read in part. */
static size_t first_before(const gsay_reading *reading, uint32_t sentence, size_t first)
{
    const gsay_mention *items = reading->mentions->items;
    size_t              at = first;
    while (at > 0 && first - at < ABOUT_MAX && items[at - 1].sentence + 1 == sentence)
        at--;
    return at;
}

static bool in_one_block(const gsay_reading *reading, uint32_t sentence)
{
    const gsay_sentence *sentences = reading->text->sentences;
    return sentence > 0 && sentences[sentence - 1].block == sentences[sentence].block;
}

static gsay_str_set read_about(gsay_reading *reading, uint32_t sentence, size_t first, uint32_t content)
{
    gsay_str names[ABOUT_MAX];
    uint32_t count = collect_names(reading, sentence, first, names, 0);
    if (content < SHORT_CONTENT && in_one_block(reading, sentence))
        count = collect_names(reading, sentence - 1, first_before(reading, sentence, first), names, count);
    qsort(names, count, sizeof(*names), compare_strings);
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (names[i].len > 0 && (distinct == 0 || !gsay_str_equal(names[i], names[distinct - 1])))
            names[distinct++] = names[i];
    }
    gsay_str_set set = { GSAY_NEW(reading->arena, gsay_str, distinct), distinct };
    if (!set.items) {
        reading->has_failed = true;
        return (gsay_str_set){ NULL, 0 };
    }
    memcpy(set.items, names, distinct * sizeof(*names));
    return set;
}

/* The name or noun at a token, as a speaker; "" for anything else. */
static gsay_str speaker_at(gsay_reading *reading, uint32_t at)
{
    uint32_t owner = reading->owners[at];
    if (owner && reading->mentions->items[owner - 1].value.kind == GSAY_KIND_NAME)
        return gsay_context_name(&reading->mentions->items[owner - 1].value.as.name);
    return owner || !gsay_clause_is_content(reading, at) ? GSAY_STR("") : gsay_clause_stem(reading, at);
}

/* The nearest name or noun before a verb of speech, else behind it ("said Ivanov", "according to officials"). */
static gsay_str speaker_near(gsay_reading *reading, const gsay_sentence *sentence, uint32_t verb, bool is_behind)
{
    for (uint32_t i = 1; i <= SPEAKER_TOKENS; i++) {
        bool is_inside = is_behind ? verb + i < sentence->end : verb >= sentence->begin + i;
        if (!is_inside)
            break;
        gsay_str speaker = speaker_at(reading, is_behind ? verb + i : verb - i);
        if (speaker.len > 0)
            return speaker;
    }
    return GSAY_STR("");
}

static gsay_str read_speaker(gsay_reading *reading, const gsay_sentence *sentence)
{
    uint32_t end = sentence->end - sentence->begin > SPEECH_TOKENS ? sentence->begin + SPEECH_TOKENS : sentence->end;
    for (uint32_t i = sentence->begin; i < end; i++) {
        if (gsay_clause_says(reading, i, GSAY_STR("according")))
            return speaker_near(reading, sentence, i, true);
        if (!(gsay_clause_word(reading, i)->lexeme.classes & GSAY_WORD(SPEECH)) || !gsay_clause_is_verb(reading, i))
            continue;
        gsay_str before = speaker_near(reading, sentence, i, false);
        return before.len > 0 ? before : speaker_near(reading, sentence, i, true);
    }
    return GSAY_STR("");
}

gsay_context gsay_context_read(gsay_reading *reading, uint32_t sentence, size_t first)
{
    const gsay_sentence *tokens = &reading->text->sentences[sentence];
    gsay_context         context = { .content = read_content(reading, tokens) };
    context.about = read_about(reading, sentence, first, context.content.count);
    context.speaker = read_speaker(reading, tokens);
    context.is_heading = reading->text->document->blocks[tokens->block].kind == GSAY_BLOCK_HEADING;
    return context;
}
