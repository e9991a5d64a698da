/* The walk: at each free token the table below says which recognisers may try; the longest reading wins.
 *
 * A new kind of mention is one recogniser in a file of its own and one row here. */
#include "extract/extract.h"

#include "extract/recogniser.h"

/* What lets a recogniser try at a token. */
struct trigger {
    gsay_recogniser  *read;
    gsay_word_classes classes;    /* WORD: of these */
    const char       *marks;      /* PUNCT: with one of these marks */
    uint8_t           flags;      /* WORD: with one of these gsay_token_flag */
    bool              on_digits;  /* DIGITS */
    bool              on_symbols; /* PUNCT without an ASCII stand-in: ½, ≥ */
};

/* Ties go to the row above: an identifier is never a quantity, a year never a count. */
static const struct trigger triggers[] = {
    { .read = gsay_recognise_identifier,
      .classes = GSAY_WORD(LABEL),
      .flags = GSAY_TOKEN_CAPITAL,
      .marks = "+([#",
      .on_digits = true },
    { .read = gsay_recognise_date,
      .classes = GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(DAY_WORD) |
                 GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY) | GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) |
                 GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION) | GSAY_WORD(TIME_WORD) | GSAY_WORD(PHRASE),
      .flags = GSAY_TOKEN_CAPITAL,
      .marks = "'",
      .on_digits = true,
      .on_symbols = true },
    { .read = gsay_recognise_number,
      .classes = GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(ORDINAL) | GSAY_WORD(VAGUE_NUMBER) |
                 GSAY_WORD(FRACTION) | GSAY_WORD(MULTIPLE) | GSAY_WORD(CURRENCY) | GSAY_WORD(PREPOSITION) |
                 GSAY_WORD(DETERMINER) | GSAY_WORD(MULTIPLIER),
      .flags = GSAY_TOKEN_CAPITAL,
      .marks = "$-.",
      .on_digits = true,
      .on_symbols = true },
};

/* Tell whether a recogniser may try at a token. */
static inline bool triggers_at(const struct trigger *trigger, gsay_token token, gsay_word_classes classes)
{
    switch ((gsay_token_kind)token.kind) {
    case GSAY_TOKEN_WORD:
        return (classes & trigger->classes) || (token.flags & trigger->flags);
    case GSAY_TOKEN_DIGITS:
        return trigger->on_digits;
    case GSAY_TOKEN_PUNCT:
        return token.mark ? strchr(trigger->marks, token.mark) != NULL : trigger->on_symbols;
    case GSAY_TOKEN_SKIP:
        break;
    }
    return false;
}

/* Take the longest reading that starts at a token. Returns false when there is none. */
static bool read_mention(gsay_scan *scan, uint32_t at, gsay_mention *best)
{
    gsay_token        token = scan->text->tokens[at];
    gsay_word_classes classes = gsay_token_word(scan->text, at)->lexeme.classes;
    best->end = 0;
    for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
        gsay_mention mention = { .begin = at, .context = at };
        if (triggers_at(&triggers[i], token, classes) && triggers[i].read(scan, at, &mention) &&
            mention.end > best->end)
            *best = mention;
    }
    return best->end > 0;
}

/* Append a mention with the bytes that it covers. */
static gsay_status append(gsay_arena *arena, gsay_mentions *mentions, size_t *capacity, const gsay_mention *mention)
{
    gsay_mention *items = gsay_arena_grow(arena, mentions->items, sizeof *items, mentions->count, capacity);
    if (!items)
        return GSAY_ENOMEM;
    const gsay_token *tokens = mentions->text->tokens;
    mentions->items = items;
    items[mentions->count] = *mention;
    items[mentions->count].text = (gsay_span){ tokens[mention->begin].begin, tokens[mention->end - 1].end };
    mentions->count++;
    return GSAY_OK;
}

/* Walk over one sentence. */
static gsay_status walk_sentence(gsay_scan *scan, uint32_t sentence, gsay_mentions *mentions, size_t *capacity)
{
    scan->begin = scan->text->sentences[sentence].begin;
    scan->end = scan->text->sentences[sentence].end;
    scan->free_from = scan->begin;
    for (uint32_t at = scan->begin; at < scan->end;) {
        gsay_mention mention;
        if (!read_mention(scan, at, &mention)) {
            at++;
            continue;
        }
        mention.sentence = sentence;
        GSAY_TRY(append(scan->arena, mentions, capacity, &mention));
        at = mention.end;
        scan->free_from = at;
        gsay_scan_note(scan, &mention);
    }
    return scan->has_failed ? GSAY_ENOMEM : GSAY_OK;
}

/* The number that a token of one or two digits says, or 0. */
static unsigned small_number(const gsay_text *text, size_t at)
{
    gsay_str digits = gsay_token_text(text, at);
    if (text->tokens[at].kind != GSAY_TOKEN_DIGITS || digits.len > 2)
        return 0;
    unsigned number = 0;
    for (size_t i = 0; i < digits.len; i++)
        number = number * 10 + (unsigned)(digits.ptr[i] - '0');
    return number;
}

/* Learn from dates that allow one order only (25/4/2020) how the document writes the others. Evidence for both is none.
 */
static void learn_date_order(gsay_scan *scan)
{
    const gsay_token *tokens = scan->text->tokens;
    size_t            count[2] = { 0, 0 };
    for (size_t i = 0; i + 4 < scan->text->token_count; i++) {
        char mark = tokens[i + 1].mark;
        if (tokens[i].kind != GSAY_TOKEN_DIGITS || !(mark == '/' || mark == '.' || mark == '-') ||
            tokens[i + 3].mark != mark || tokens[i + 4].kind != GSAY_TOKEN_DIGITS)
            continue;
        unsigned first = small_number(scan->text, i);
        unsigned second = small_number(scan->text, i + 2);
        if (first && second && (first > 12) != (second > 12) && first <= 31 && second <= 31)
            count[first > 12]++;
    }
    scan->is_order_known = (count[0] > 0) != (count[1] > 0);
    scan->is_day_first = scan->is_order_known && count[1] > 0;
}

/* Tell whether a number here is written with blanks around its marks, as some tokenised news is: "20, 000", "3: 30",
 * "29 - year". */
static bool is_loose_at(const gsay_text *text, size_t at)
{
    const gsay_token *tokens = text->tokens;
    bool has_gap = (tokens[at + 2].flags & GSAY_TOKEN_SPACED) && !(tokens[at + 1].flags & GSAY_TOKEN_SPACED);
    bool is_digits = tokens[at + 2].kind == GSAY_TOKEN_DIGITS;
    gsay_word_classes units = GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT);
    if (tokens[at + 1].mark == ',')
        return has_gap && is_digits && gsay_str_equal(gsay_token_text(text, at + 2), GSAY_STR("000"));
    if (tokens[at + 1].mark == ':')
        return has_gap && is_digits && small_number(text, at) <= 24 && gsay_token_text(text, at + 2).len == 2;
    return tokens[at + 1].mark == '-' && (tokens[at + 1].flags & GSAY_TOKEN_SPACED) &&
           (tokens[at + 2].flags & GSAY_TOKEN_SPACED) && (gsay_token_word(text, at + 2)->lexeme.classes & units);
}

/* Look for one number that shows how the document sets its numbers. */
static bool learn_spacing(const gsay_text *text)
{
    for (size_t i = 0; i + 2 < text->token_count; i++)
        if (text->tokens[i].kind == GSAY_TOKEN_DIGITS && is_loose_at(text, i))
            return true;
    return false;
}

gsay_status gsay_extract(gsay_arena *arena, const gsay_text *text, int32_t default_date, gsay_mentions *mentions,
                         gsay_error *err)
{
    gsay_scan     scan = { .text = text, .arena = arena, .date = default_date, .end = (uint32_t)text->token_count };
    gsay_mentions found = { .text = text };
    size_t        capacity = 0;
    gsay_cardinal_memo cardinals[GSAY_CARDINALS_KEPT] = { { 0 } };
    scan.cardinals = cardinals;
    learn_date_order(&scan);
    scan.is_loose = learn_spacing(text);
    found.dateline = gsay_find_dateline(&scan);
    scan.date = found.dateline.day;
    for (size_t i = 0; i < text->sentence_count; i++)
        if (walk_sentence(&scan, (uint32_t)i, &found, &capacity) != GSAY_OK)
            return gsay_fail_memory(err);
    GSAY_TRY(gsay_find_names(&scan, &found, err));
    GSAY_TRY(gsay_find_quotes(&scan, &found, err));
    *mentions = found;
    return GSAY_OK;
}
