/* The walk: at each free token a byte of the scanner's (text/start.h) and what follows it say which recognisers may
 * try; the longest reading wins. Nine tokens of ten are passed by with one look.
 *
 * A new kind of mention is one recogniser in a file of its own, one bit here, and what lets it try: there. */
#include "extract/extract.h"

#include "extract/recogniser.h"

/* The recognisers as bits of a set. Ties go to the lower one: an identifier is never a quantity, a year never a count.
 */
enum attempt { TRY_IDENTIFIER = GSAY_START_IDENTIFIER, TRY_DATE = GSAY_START_DATE, TRY_NUMBER = GSAY_START_NUMBER };

/* By the number of their bit. */
static gsay_recogniser *const recognisers[] = { gsay_recognise_identifier, gsay_recognise_date, gsay_recognise_number };

/* Who may try at PUNCT, by its mark; 0 is a symbol without an ASCII stand-in: ½, ≥. */
static const uint8_t mark_attempts[128] = { [0] = TRY_DATE | TRY_NUMBER, ['+'] = TRY_IDENTIFIER, ['('] = TRY_IDENTIFIER,
                                            ['['] = TRY_IDENTIFIER,      ['#'] = TRY_IDENTIFIER, ['\''] = TRY_DATE,
                                            ['$'] = TRY_NUMBER,          ['-'] = TRY_NUMBER,     ['.'] = TRY_NUMBER };

/* Who may try at a word with a capital before a mark. */
static const uint8_t capital_mark_attempts[128] = {
    [0] = TRY_NUMBER, ['-'] = TRY_IDENTIFIER, ['+'] = TRY_IDENTIFIER, ['.'] = TRY_NUMBER, ['$'] = TRY_NUMBER
};

/* What stands behind the last token of a sentence. */
static const gsay_token nothing = { .kind = GSAY_TOKEN_PUNCT, .word = GSAY_ID_NONE };

static inline gsay_word_classes classes_of(const gsay_scan *scan, const gsay_token *token)
{
    return gsay_vocabulary_word(scan->text->vocabulary, token->word)->lexeme.classes;
}

/* Who may try at a word with a capital besides, by what follows it: "Apollo 11", "F-16", "Group of 77"; "EUR 20", "Rs.
 * 20", "Canadian dollars". */
static unsigned capital_attempts(const gsay_scan *scan, const gsay_token *token, const gsay_token *next)
{
    switch ((gsay_token_kind)next->kind) {
    case GSAY_TOKEN_WORD:
        if (token->starts & GSAY_START_ORIGIN && classes_of(scan, next) & GSAY_WORD(CURRENCY))
            return TRY_NUMBER;
        return next->word == GSAY_FIXED_OF ? TRY_IDENTIFIER : 0;
    case GSAY_TOKEN_DIGITS:
        return TRY_IDENTIFIER | TRY_NUMBER;
    case GSAY_TOKEN_PUNCT:
        return capital_mark_attempts[next->mark & 127];
    case GSAY_TOKEN_SKIP:
        break;
    }
    return 0;
}

/* Who may try at a mark. Only a currency's sign begins something with a word, a point only digits; what has no stand-in
 * may be a number itself. */
static unsigned mark_attempts_at(const gsay_token *token, const gsay_token *next)
{
    bool is_before_word = next == &nothing || next->kind == GSAY_TOKEN_WORD;
    if ((token->mark && token->mark != '$' && is_before_word) ||
        (token->mark == '.' && next->kind != GSAY_TOKEN_DIGITS))
        return 0;
    return mark_attempts[token->mark & 127];
}

/* Tell whether what follows a word that bends a date may be one, or a mark inside it: "the 1990s", "last Friday", "the
 * '60s", but "the team". */
static inline bool goes_on(const gsay_token *next)
{
    return next->starts & (GSAY_START_DATE | GSAY_START_FEAST | GSAY_START_SIGN);
}

/* Tell whether an article stands before a word that it counts nothing with: "a team", but "a dozen", "a kilogram". */
static inline bool is_bare_article(const gsay_scan *scan, const gsay_token *token, const gsay_token *next)
{
    const gsay_word_classes units = GSAY_WORD(UNIT) | GSAY_WORD(UNIT_FIRST);
    return (token->word == GSAY_FIXED_A || token->word == GSAY_FIXED_AN) && next->kind == GSAY_TOKEN_WORD &&
           !(next->starts & GSAY_START_NUMBER) && !(classes_of(scan, next) & units);
}

/* Who may try at a token where something may start. */
static inline unsigned attempts_at(const gsay_scan *scan, const gsay_token *token, const gsay_token *next)
{
    unsigned starts = token->starts, attempts = starts & GSAY_START_ANY;
    if (starts & GSAY_START_SIGN)
        return mark_attempts_at(token, next);
    if (starts & GSAY_START_BENDS && !goes_on(next))
        attempts &= ~(unsigned)TRY_DATE;
    if (starts & GSAY_START_CAPITAL)
        attempts |= capital_attempts(scan, token, next) | (starts & GSAY_START_FEAST ? TRY_DATE : 0u);
    if (attempts & TRY_NUMBER && is_bare_article(scan, token, next))
        attempts &= ~(unsigned)TRY_NUMBER;
    return attempts;
}

/* Take the longest reading that starts at a token.
 *
 * spare  zeroed, and left so: a recogniser that reads nothing leaves its mention as it was, and most read nothing, so
 *        that it is seldom cleared.
 * best   out.
 * Returns false when there is none. */
static bool read_mention(gsay_scan *scan, uint32_t at, unsigned attempts, gsay_mention *spare, gsay_mention *best)
{
    best->end = 0;
    for (size_t i = 0; i < sizeof recognisers / sizeof *recognisers; i++) {
        if (!(attempts & 1u << i))
            continue;
        spare->begin = spare->context = at;
        if (!recognisers[i](scan, at, spare))
            continue;
        if (spare->context > spare->begin) /* letters in front were taken in */
            spare->context = spare->begin;
        if (spare->end > best->end)
            *best = *spare;
        *spare = (gsay_mention){ 0 };
    }
    return best->end > 0;
}

/* Append a mention with the bytes that it covers. */
static gsay_status append(gsay_arena *arena, gsay_mentions *mentions, size_t *capacity, const gsay_mention *mention)
{
    gsay_mention *items = gsay_arena_extend(arena, mentions->items, sizeof *items, mentions->count, capacity);
    if (!items)
        return GSAY_ENOMEM;
    const gsay_token *tokens = mentions->text->tokens;
    mentions->items = items;
    items[mentions->count] = *mention;
    items[mentions->count].text = (gsay_span){ tokens[mention->begin].begin, tokens[mention->end - 1].end };
    mentions->count++;
    return GSAY_OK;
}

/* Pass over the tokens from at on where nobody may try. Returns the first other, with who may try there, or the
 * sentence's end. */
static uint32_t pass_by(const gsay_scan *scan, uint32_t at, unsigned *attempts)
{
    const gsay_token *tokens = scan->text->tokens, *end = tokens + scan->end;
    for (const gsay_token *token = tokens + at; token < end; token++) {
        if (!token->starts)
            continue;
        *attempts = attempts_at(scan, token, token + 1 < end ? token + 1 : &nothing);
        if (*attempts)
            return (uint32_t)(token - tokens);
    }
    return scan->end;
}

/* Walk over one sentence. spare: as of read_mention. */
static gsay_status walk_sentence(gsay_scan *scan, uint32_t sentence, gsay_mention *spare, gsay_mentions *mentions,
                                 size_t *capacity)
{
    unsigned     attempts = 0;
    gsay_mention mention;
    gsay_scan_enter(scan, scan->text->sentences[sentence].begin, scan->text->sentences[sentence].end);
    scan->free_from = scan->begin;
    for (uint32_t at = scan->begin; (at = pass_by(scan, at, &attempts)) < scan->end;) {
        if (!read_mention(scan, at, attempts, spare, &mention)) {
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

/* Count the date at a token that allows one order only, 25/4/2020: month first, day first. */
static void count_order(const gsay_text *text, size_t at, size_t count[2])
{
    const gsay_token *tokens = text->tokens;
    char              mark = tokens[at + 1].mark;
    if (!(mark == '/' || mark == '.' || mark == '-') || tokens[at + 3].mark != mark ||
        tokens[at + 4].kind != GSAY_TOKEN_DIGITS)
        return;
    unsigned first = small_number(text, at);
    unsigned second = small_number(text, at + 2);
    if (first && second && (first > 12) != (second > 12) && first <= 31 && second <= 31)
        count[first > 12]++;
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

/* Learn from the document's numbers how it writes those that leave a choice: the order of day and month, where evidence
 * for both is none, and blanks inside numbers, where one is enough. */
static void learn_numbers(gsay_scan *scan)
{
    const gsay_text *text = scan->text;
    size_t           order[2] = { 0, 0 };
    for (size_t i = 0; i < text->sign_count; i++) {
        size_t at = text->signs[i];
        if (text->tokens[at].kind != GSAY_TOKEN_DIGITS || at + 2 >= text->token_count)
            continue;
        if (at + 4 < text->token_count)
            count_order(text, at, order);
        if (!scan->is_loose)
            scan->is_loose = is_loose_at(text, at);
    }
    scan->is_order_known = (order[0] > 0) != (order[1] > 0);
    scan->is_day_first = scan->is_order_known && order[1] > 0;
}

gsay_status gsay_extract(gsay_arena *arena, const gsay_text *text, int32_t default_date, gsay_mentions *mentions,
                         gsay_error *err)
{
    gsay_scan          scan = { .text = text, .arena = arena, .date = default_date };
    gsay_mentions      found = { .text = text };
    gsay_mention       spare = { 0 };
    size_t             capacity = 0;
    gsay_cardinal_memo cardinals[GSAY_CARDINALS_KEPT] = { { 0 } };
    scan.cardinals = cardinals;
    learn_numbers(&scan);
    found.dateline = gsay_find_dateline(&scan);
    scan.date = found.dateline.day;
    for (size_t i = 0; i < text->sentence_count; i++)
        if (walk_sentence(&scan, (uint32_t)i, &spare, &found, &capacity) != GSAY_OK)
            return gsay_fail_memory(err);
    GSAY_TRY(gsay_find_names(&scan, &found, err));
    GSAY_TRY(gsay_find_quotes(&scan, &found, err));
    *mentions = found;
    return GSAY_OK;
}
