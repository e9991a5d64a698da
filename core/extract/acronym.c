/* What acronyms stand for: "Long Name (LN)" and "LN (Long Name)".
 *
 * Only a name of one word in capitals beside a bracket is looked at. Its letters must be the initials of the words
 * before the bracket, or inside it, in order, small words and the second halves of hyphened ones left out (after
 * Schwartz and Hearst, 2003, but for letters inside words: syllabic acronyms are none of ours). Where all initials but
 * one fit, or two neighbours have changed places, and the words are as many, that is kept as well: alignment tells. */
#include "extract/name.h"

#define LETTERS_MIN 3u
#define LETTERS_MAX 8u
#define WORDS_MAX   16u /* words before or inside a bracket that are looked at */

/* The words of a possible long form, in the order of the text. */
struct words {
    uint32_t tokens[WORDS_MAX];
    uint8_t  letters[WORDS_MAX];  /* initials in lower case */
    bool     is_small[WORDS_MAX]; /* a stop word */
    bool     is_half[WORDS_MAX];  /* behind a hyphen */
    size_t   count;
};

/* Tell whether a token is a word that may stand in a long form, and a hyphen or sign that may stand between two. */
static bool is_word(const gsay_token *token)
{
    return token->kind == GSAY_TOKEN_WORD && !(token->flags & GSAY_TOKEN_POSSESSIVE);
}

static bool is_joint(const gsay_token *token)
{
    return token->mark == '-' || token->mark == '&' || token->flags & GSAY_TOKEN_POSSESSIVE;
}

/* Describe the word at a token. */
static void describe(const gsay_scan *scan, uint32_t at, struct words *words, size_t index)
{
    const gsay_token *token = &scan->text->tokens[at];
    const gsay_word  *word = gsay_token_word(scan->text, at);
    words->tokens[index] = at;
    words->letters[index] = word->folded.len ? (uint8_t)word->folded.ptr[0] : 0;
    words->is_small[index] = !(token->flags & GSAY_TOKEN_CAPITAL) && word->lexeme.classes & GSAY_WORD(STOP);
    words->is_half[index] =
        at > scan->begin && scan->text->tokens[at - 1].mark == '-' && !(token->flags & GSAY_TOKEN_SPACED);
}

/* Read the words of tokens [begin, end) as far back from the end as they go on. */
static void read_words(const gsay_scan *scan, uint32_t begin, uint32_t end, struct words *words)
{
    uint32_t at = end;
    words->count = 0;
    while (at > begin && words->count < WORDS_MAX) {
        const gsay_token *token = &scan->text->tokens[at - 1];
        if (!is_word(token) && !is_joint(token))
            break;
        at--;
        words->count += is_word(token);
    }
    size_t index = 0;
    for (; at < end && index < words->count; at++)
        if (is_word(&scan->text->tokens[at]))
            describe(scan, at, words, index++);
    words->count = index;
}

/* Match letters with initials from the last word back. uses_small: small words may give a letter. Returns the index of
 * the first word that is matched, or SIZE_MAX. */
static size_t fit(const struct words *words, gsay_str letters, bool uses_small)
{
    size_t left = letters.len;
    size_t first = SIZE_MAX;
    for (size_t i = words->count; i-- > 0 && left > 0;) {
        bool is_match = words->letters[i] == (uint8_t)letters.ptr[left - 1] && (uses_small || !words->is_small[i]);
        if (!is_match && !words->is_small[i] && !words->is_half[i])
            return SIZE_MAX;
        left -= is_match;
        first = is_match ? i : first;
    }
    return left == 0 && !words->is_small[first] ? first : SIZE_MAX;
}

/* As fit, for letters of which one is wrong or two have changed places; small words give none. */
static size_t nearly_fit(const struct words *words, gsay_str letters)
{
    size_t left = letters.len;
    size_t first = SIZE_MAX;
    size_t wrong[2] = { 0, 0 };
    size_t wrong_count = 0;
    char   initials[LETTERS_MAX];
    for (size_t i = words->count; i-- > 0 && left > 0;) {
        if (words->is_small[i])
            continue;
        initials[--left] = (char)words->letters[i];
        first = i;
        if (words->letters[i] != (uint8_t)letters.ptr[left] && wrong_count++ < 2)
            wrong[wrong_count - 1] = left;
    }
    bool is_swapped = wrong_count == 2 && wrong[0] == wrong[1] + 1 && initials[wrong[0]] == letters.ptr[wrong[1]] &&
                      initials[wrong[1]] == letters.ptr[wrong[0]];
    return left == 0 && (wrong_count == 1 || is_swapped) ? first : SIZE_MAX;
}

/* Tell whether all words from the first on have a capital, as in a name, but for the small ones. */
static bool is_name(const gsay_scan *scan, const struct words *words, size_t first)
{
    for (size_t i = first; i < words->count; i++)
        if (!words->is_small[i] && !words->is_half[i] &&
            !(scan->text->tokens[words->tokens[i]].flags & GSAY_TOKEN_CAPITAL))
            return false;
    return true;
}

/* Tell whether the word before the long form goes on with it: then what nearly fits is not the whole of it. */
static bool is_cut(const gsay_scan *scan, const struct words *words, size_t first)
{
    return first > 0 &&
           (!words->is_small[first - 1] && scan->text->tokens[words->tokens[first - 1]].flags & GSAY_TOKEN_CAPITAL &&
            !gsay_name_is_first(scan, words->tokens[first - 1]));
}

/* Find the long form that ends at a token. is_whole: it has to begin at the first word that was read. Returns the words
 * as written; "" none. */
static gsay_str find_long(const gsay_scan *scan, const struct words *words, gsay_str letters, bool is_whole)
{
    if (words->count == 0 || words->is_small[words->count - 1])
        return GSAY_STR("");
    size_t first = fit(words, letters, false);
    first = first == SIZE_MAX ? fit(words, letters, true) : first;
    if (first == SIZE_MAX) {
        first = nearly_fit(words, letters);
        if (first == SIZE_MAX || is_cut(scan, words, first))
            return GSAY_STR("");
    }
    if ((is_whole && first > 0) || !is_name(scan, words, first))
        return GSAY_STR("");
    gsay_span span = { scan->text->tokens[words->tokens[first]].begin,
                       scan->text->tokens[words->tokens[words->count - 1]].end };
    return gsay_str_slice(scan->text->document->text, span);
}

/* The token of the bracket that closes behind `open`, within reach; the end of the sentence when there is none. */
static uint32_t find_close(const gsay_scan *scan, uint32_t open)
{
    uint32_t at = open;
    while (at < scan->end && at - open < WORDS_MAX * 2 && !gsay_scan_marks(scan, at, ')'))
        at++;
    return gsay_scan_marks(scan, at, ')') ? at : scan->end;
}

/* Tell whether a mention is one word in capitals of a length that can be judged. */
static bool is_acronym(const gsay_text *text, const gsay_mention *mention)
{
    const gsay_token *token = &text->tokens[mention->begin];
    uint32_t          len = token->end - token->begin;
    return token->flags & GSAY_TOKEN_UPPER && len >= LETTERS_MIN && len <= LETTERS_MAX &&
           mention->end == mention->begin + 1;
}

void gsay_acronym_read(gsay_scan *scan, gsay_mention *mention)
{
    struct words words;
    gsay_name   *name = &mention->value.as.name;
    uint32_t     at = mention->begin;
    if (!is_acronym(scan->text, mention))
        return;
    const gsay_sentence *sentence = &scan->text->sentences[mention->sentence];
    gsay_scan_enter(scan, sentence->begin, sentence->end);
    if (at > scan->begin && gsay_scan_marks(scan, at - 1, '(') && gsay_scan_marks(scan, at + 1, ')')) {
        read_words(scan, scan->begin, at - 1, &words);
        name->stands_for = find_long(scan, &words, name->form, false);
    } else if (gsay_scan_marks(scan, at + 1, '(') && gsay_scan_spaced(scan, at + 1)) {
        uint32_t close = find_close(scan, at + 2);
        if (close == scan->end)
            return;
        read_words(scan, at + 2, close, &words);
        name->stands_for = find_long(scan, &words, name->form, true);
    }
}
