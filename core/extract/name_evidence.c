/* What a document says of its own capitals, in one pass over the tokens: how each sentence is set, and which words wear
 * a capital in running prose where a common word would not. */
#include "extract/name.h"

#define TITLE_MIN    3u /* ordinary words with a capital that make a sentence of a paragraph a headline */
#define CAPITALS_MIN 3u /* words in capitals that make a line one that is set so; two may be two acronyms */

/* The capitals of one sentence: [begin, end) of evidence.capitals. */
struct capitals {
    const uint32_t *begin;
    const uint32_t *end;
};

/* Counts of one sentence's words of two letters or more. */
struct tally {
    bool     is_stopped;     /* a full stop ends it, as none ends a headline */
    uint32_t upper;          /* all in capitals */
    uint32_t common_capital; /* an ordinary word with a capital that its place does not ask for */
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

bool gsay_name_is_opened(const gsay_scan *scan, uint32_t at)
{
    const gsay_token *token = &scan->tokens[at];
    const gsay_token *before = token - 1;
    switch (before->mark) {
    case ':':
    case '"':
    case '!':
    case '?':
        return true;
    case '.':
        return is_stop(scan, at - 1);
    case '\'':
        return !(token->flags & GSAY_TOKEN_SPACED);
    default:
        return before->mark == 0 && (token->flags & GSAY_TOKEN_LINE) != 0;
    }
}

/* Tell whether a token is a word of two letters or more. */
static bool is_long_word(const gsay_token *token)
{
    return token->kind == GSAY_TOKEN_WORD && token->end - token->begin > 1 && !(token->flags & GSAY_TOKEN_POSSESSIVE);
}

/* Count the words of one sentence. */
static uint32_t count_words(const gsay_scan *scan)
{
    uint32_t count = 0;
    for (uint32_t at = scan->begin; at < scan->end; at++)
        count += is_long_word(&scan->text->tokens[at]);
    return count;
}

/* Count what has content and no capital among the words of one sentence. */
static uint32_t count_lower(const gsay_scan *scan)
{
    uint32_t count = 0;
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        const gsay_token *token = &scan->text->tokens[at];
        if (is_long_word(token) && !(token->flags & GSAY_TOKEN_CAPITAL))
            count += !(gsay_token_word(scan->text, at)->lexeme.classes & GSAY_WORD(STOP));
    }
    return count;
}

/* Count the capitals of one sentence. */
static struct tally count_capitals(const gsay_scan *scan, const struct capitals *capitals)
{
    struct tally tally = { .is_stopped = scan->text->tokens[scan->end - 1].mark == '.' };
    for (const uint32_t *at = capitals->begin; at < capitals->end; at++) {
        const gsay_token *token = &scan->text->tokens[*at];
        if (!is_long_word(token))
            continue;
        tally.upper += (token->flags & GSAY_TOKEN_UPPER) != 0;
        if (tally.is_stopped)
            continue;
        gsay_word_classes classes = gsay_token_word(scan->text, *at)->lexeme.classes;
        tally.common_capital += classes & ORDINARY && !(classes & OFTEN_CAPITAL) && !gsay_name_is_first(scan, *at);
    }
    return tally;
}

/* How a sentence is set: headings are believed sooner than sentences of a paragraph. Only one that may not be prose is
 * read as a whole. */
static gsay_setting judge(const gsay_scan *scan, const struct tally *tally, bool is_heading)
{
    uint32_t least = is_heading ? 1 : TITLE_MIN;
    if (tally->upper >= CAPITALS_MIN || (is_heading && tally->upper > 1)) {
        uint32_t words = count_words(scan);
        if ((is_heading && tally->upper == words) || (tally->upper >= CAPITALS_MIN && tally->upper * 10 >= words * 7))
            return GSAY_SETTING_CAPITALS;
    }
    if (!tally->is_stopped && tally->common_capital >= least &&
        tally->common_capital >= (is_heading ? 1 : 2) * count_lower(scan))
        return GSAY_SETTING_TITLE;
    return GSAY_SETTING_PROSE;
}

/* Note the words of a sentence in prose whose capital means something. */
static void note_names(const gsay_scan *scan, const struct capitals *capitals, gsay_id_set *known)
{
    for (const uint32_t *at = capitals->begin; at < capitals->end; at++) {
        const gsay_token *token = &scan->text->tokens[*at];
        if (!(token->flags & GSAY_TOKEN_FIRST) && token->end - token->begin > 1 && !gsay_name_is_first(scan, *at))
            gsay_id_set_add(known, token->word);
    }
}

/* Tell whether a token with a capital is a small word that begins a sentence: "The", "But". Not one letter, be it an
 * initial; not a particle, which may begin a name; not in capitals, be it an acronym. */
static bool is_small_first(const gsay_text *text, const gsay_token *token)
{
    if (!(token->flags & GSAY_TOKEN_FIRST) || token->flags & GSAY_TOKEN_UPPER || token->end - token->begin == 1)
        return false;
    gsay_word_classes classes = gsay_vocabulary_word(text->vocabulary, token->word)->lexeme.classes;
    return (classes & (GSAY_WORD(STOP) | GSAY_WORD(PARTICLE))) == GSAY_WORD(STOP);
}

/* List the tokens with a capital. Returns false when memory is exhausted. */
static bool list_capitals(gsay_arena *arena, const gsay_text *text, gsay_name_evidence *evidence)
{
    const gsay_token *tokens = text->tokens;
    uint32_t          token_count = (uint32_t)text->token_count;
    uint32_t         *capitals = GSAY_TAKE(arena, uint32_t, token_count);
    size_t            count = 0;
    if (!capitals)
        return false;
    for (uint32_t at = 0; at < token_count; at++) {
        if (tokens[at].flags & GSAY_TOKEN_CAPITAL && !is_small_first(text, &tokens[at]))
            capitals[count++] = at;
    }
    evidence->capitals = capitals;
    evidence->capital_count = count;
    return true;
}

bool gsay_name_evidence_read(gsay_arena *arena, const gsay_text *text, gsay_name_evidence *evidence)
{
    gsay_scan scan = { .text = text };
    evidence->settings = GSAY_TAKE(arena, uint8_t, text->sentence_count);
    if (!evidence->settings || !list_capitals(arena, text, evidence) ||
        !gsay_id_set_open(arena, evidence->capital_count, &evidence->known))
        return false;
    const uint32_t *last = evidence->capitals + evidence->capital_count;
    struct capitals capitals = { evidence->capitals, evidence->capitals };
    for (size_t i = 0; i < text->sentence_count; i++) {
        gsay_scan_enter(&scan, text->sentences[i].begin, text->sentences[i].end);
        capitals.begin = capitals.end;
        while (capitals.end < last && *capitals.end < scan.end)
            capitals.end++;
        evidence->settings[i] = GSAY_SETTING_PROSE;
        if (capitals.begin == capitals.end)
            continue;
        struct tally tally = count_capitals(&scan, &capitals);
        bool         is_heading = text->document->blocks[text->sentences[i].block].kind == GSAY_BLOCK_HEADING;
        evidence->settings[i] = (uint8_t)judge(&scan, &tally, is_heading);
        if (evidence->settings[i] == GSAY_SETTING_PROSE)
            note_names(&scan, &capitals, &evidence->known);
    }
    return true;
}
