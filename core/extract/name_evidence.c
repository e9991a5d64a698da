/* What a document says of its own capitals, in one pass over the tokens: how each sentence is set, and which words wear
 * a capital in running prose where a common word would not. */
#include "extract/name.h"

#define TITLE_MIN    3u /* ordinary words with a capital that make a sentence of a paragraph a headline */
#define CAPITALS_MIN 3u /* words in capitals that make a line one that is set so; two may be two acronyms */

/* Counts of one sentence. */
struct tally {
    bool     is_stopped;     /* a full stop ends it, as none ends a headline */
    uint32_t words;          /* of two letters or more */
    uint32_t upper;          /* all in capitals */
    uint32_t common_capital; /* an ordinary word with a capital that its place does not ask for */
    uint32_t lower;          /* a word with content and without a capital */
};

/* Ordinary words; a title or a word of organisations has a capital in prose, too. */
#define ORDINARY      (GSAY_WORD(COMMON) | GSAY_WORD(VERB))
#define OFTEN_CAPITAL (GSAY_WORD(TITLE) | GSAY_WORD(ORGANISATION) | GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM))

bool gsay_id_set_open(gsay_arena *arena, size_t count, gsay_id_set *set)
{
    uint32_t slots = 8;
    while (slots < count * 2)
        slots *= 2;
    set->slots = GSAY_NEW(arena, uint32_t, slots);
    set->mask = slots - 1;
    return set->slots != NULL;
}

/* The slot that holds an id, or the empty one where it would stand. Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
static uint32_t find_slot(const gsay_id_set *set, uint32_t id)
{
    uint32_t slot = (id * 2654435769u >> 7) & set->mask;
    while (set->slots[slot] != 0 && set->slots[slot] != id + 1)
        slot = (slot + 1) & set->mask;
    return slot;
}

void gsay_id_set_add(gsay_id_set *set, uint32_t id)
{
    if (id != GSAY_ID_NONE)
        set->slots[find_slot(set, id)] = id + 1;
}

bool gsay_id_set_has(const gsay_id_set *set, uint32_t id)
{
    return set->slots && id != GSAY_ID_NONE && set->slots[find_slot(set, id)] != 0;
}

/* Tell whether the full stop at a token ends a sentence, and is not that of an initial or of "U.S.". */
static bool is_stop(const gsay_scan *scan, uint32_t at)
{
    gsay_token before = gsay_scan_token(scan, at - 1);
    return at > scan->begin && before.end - before.begin > 1 && !gsay_scan_is(scan, at - 1, GSAY_WORD(ABBREVIATION));
}

bool gsay_name_is_first(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.flags & GSAY_TOKEN_FIRST || at == scan->begin)
        return true;
    gsay_token before = gsay_scan_token(scan, at - 1);
    if (before.kind != GSAY_TOKEN_PUNCT)
        return false;
    switch (before.mark) {
    case ':':
    case '"':
    case '!':
    case '?':
        return true;
    case '.':
        return is_stop(scan, at - 1);
    case '\'':
        return !(token.flags & GSAY_TOKEN_SPACED);
    default:
        return before.mark == 0 && (token.flags & GSAY_TOKEN_LINE) != 0;
    }
}

/* Count what has content and no capital among the words of one sentence. */
static uint32_t count_lower(const gsay_scan *scan)
{
    uint32_t count = 0;
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        gsay_token token = scan->text->tokens[at];
        if (token.kind == GSAY_TOKEN_WORD && token.end - token.begin > 1 &&
            !(token.flags & (GSAY_TOKEN_CAPITAL | GSAY_TOKEN_POSSESSIVE)))
            count += !(gsay_token_word(scan->text, at)->lexeme.classes & GSAY_WORD(STOP));
    }
    return count;
}

/* Count the words of one sentence. Those without a capital are looked up only where others may make it a headline. */
static struct tally count_words(const gsay_scan *scan)
{
    struct tally tally = { 0 };
    tally.is_stopped = scan->end > scan->begin && scan->text->tokens[scan->end - 1].mark == '.';
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        gsay_token token = scan->text->tokens[at];
        if (token.kind != GSAY_TOKEN_WORD || token.end - token.begin < 2 || token.flags & GSAY_TOKEN_POSSESSIVE)
            continue;
        tally.words++;
        tally.upper += (token.flags & GSAY_TOKEN_UPPER) != 0;
        if (tally.is_stopped || !(token.flags & GSAY_TOKEN_CAPITAL))
            continue;
        gsay_word_classes classes = gsay_token_word(scan->text, at)->lexeme.classes;
        tally.common_capital += classes & ORDINARY && !(classes & OFTEN_CAPITAL) && !gsay_name_is_first(scan, at);
    }
    if (tally.common_capital)
        tally.lower = count_lower(scan);
    return tally;
}

/* How a sentence is set: headings are believed sooner than sentences of a paragraph. */
static gsay_setting judge(const struct tally *tally, bool is_heading)
{
    uint32_t least = is_heading ? 1 : TITLE_MIN;
    if (is_heading && tally->words > 1 && tally->upper == tally->words)
        return GSAY_SETTING_CAPITALS;
    if (tally->upper >= CAPITALS_MIN && tally->upper * 10 >= tally->words * 7)
        return GSAY_SETTING_CAPITALS;
    if (!tally->is_stopped && tally->common_capital >= least &&
        tally->common_capital >= (is_heading ? 1 : 2) * tally->lower)
        return GSAY_SETTING_TITLE;
    return GSAY_SETTING_PROSE;
}

/* Note the words of a sentence in prose whose capital means something. */
static void note_names(const gsay_scan *scan, gsay_id_set *known)
{
    const uint8_t flags = GSAY_TOKEN_CAPITAL | GSAY_TOKEN_FIRST;
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        gsay_token token = scan->text->tokens[at];
        if (token.kind == GSAY_TOKEN_WORD && (token.flags & flags) == GSAY_TOKEN_CAPITAL &&
            token.end - token.begin > 1 && !gsay_name_is_first(scan, at))
            gsay_id_set_add(known, token.word);
    }
}

/* How many words of a text have a capital: the room that the set of names needs. */
static size_t count_capitals(const gsay_text *text)
{
    size_t count = 0;
    for (size_t i = 0; i < text->token_count; i++)
        count += (text->tokens[i].flags & GSAY_TOKEN_CAPITAL) != 0;
    return count;
}

bool gsay_name_evidence_read(gsay_arena *arena, const gsay_text *text, gsay_name_evidence *evidence)
{
    gsay_scan scan = { .text = text };
    evidence->settings = GSAY_NEW(arena, uint8_t, text->sentence_count);
    if (!evidence->settings || !gsay_id_set_open(arena, count_capitals(text), &evidence->known))
        return false;
    for (size_t i = 0; i < text->sentence_count; i++) {
        scan.begin = text->sentences[i].begin;
        scan.end = text->sentences[i].end;
        struct tally tally = count_words(&scan);
        bool         is_heading = text->document->blocks[text->sentences[i].block].kind == GSAY_BLOCK_HEADING;
        evidence->settings[i] = (uint8_t)judge(&tally, is_heading);
        if (evidence->settings[i] == GSAY_SETTING_PROSE)
            note_names(&scan, &evidence->known);
    }
    return true;
}
