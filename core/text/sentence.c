/* Tokens into sentences.
 *
 * A sentence may end at . ! ? or an ellipsis, taken together with the closing marks, brackets and footnote numbers
 * behind it, where white space follows. Whether it does is decided by its two neighbours: the word before the stop (an
 * initial, an abbreviation of the lexicon, a number) and the one after it (small letter, digit, or one of the words
 * that begin sentences far more often than names: "The", "He", "In"). In doubt the sentence goes on: two sentences read
 * as one cost less than a claim cut in half. */
#include "text/scan.h"

#define ATTRIBUTION_TOKENS_MAX 6 /* "!” US President Joe Biden said": so far is the verb of saying looked for */

static bool is_spaced(const gsay_scan *scan, size_t index)
{
    return scan->tokens[index].flags & GSAY_TOKEN_SPACED;
}

static bool is_kind(const gsay_scan *scan, size_t index, gsay_token_kind kind)
{
    return scan->tokens[index].kind == kind;
}

static gsay_word_classes classes_of(const gsay_scan *scan, size_t index)
{
    return gsay_vocabulary_word(scan->vocabulary, scan->tokens[index].word)->lexeme.classes;
}

static uint32_t length_of(const gsay_scan *scan, size_t index)
{
    return scan->tokens[index].end - scan->tokens[index].begin;
}

/* Marks that may end a sentence; colons and semicolons do not. */
static bool is_terminal(const gsay_scan *scan, size_t index)
{
    return gsay_token_is(scan, index, '.') || gsay_token_is(scan, index, '!') || gsay_token_is(scan, index, '?');
}

/* A word with a capital that begins sentences, not names. A letter with a stop behind it is an initial, even A and I.
 */
static bool is_starter(const gsay_scan *scan, size_t index, size_t end)
{
    if (!is_kind(scan, index, GSAY_TOKEN_WORD) || !(classes_of(scan, index) & GSAY_WORD(STOP)))
        return false;
    bool is_letter = length_of(scan, index) == 1;
    bool is_initial = index + 1 < end && gsay_token_is(scan, index + 1, '.') && !is_spaced(scan, index + 1);
    bool is_word = strchr("AI", scan->bytes.ptr[scan->tokens[index].begin]) != NULL;
    return !is_letter || (is_word && !is_initial);
}

/* Step over what belongs to the stop at index: more stops, closing marks and brackets, [1]. */
static size_t skip_closers(const gsay_scan *scan, size_t index, size_t end)
{
    size_t at = index + 1;
    while (at < end && is_terminal(scan, at) && !is_spaced(scan, at))
        at++;
    for (; at < end; at++) {
        const gsay_token *token = &scan->tokens[at];
        if (token->kind != GSAY_TOKEN_PUNCT || (token->flags & GSAY_TOKEN_OPENS))
            break;
        bool is_closing = (token->flags & GSAY_TOKEN_CLOSES) ||
                          (!is_spaced(scan, at) && token->mark && strchr(")]}\"'.!?", token->mark));
        if (!is_closing)
            break;
    }
    bool is_footnote = at + 2 < end && gsay_token_is(scan, at, '[') && !is_spaced(scan, at) &&
                       is_kind(scan, at + 1, GSAY_TOKEN_DIGITS) && gsay_token_is(scan, at + 2, ']');
    return is_footnote ? at + 3 : at;
}

/* The first token from index on that is a word, number or address; end when there is none. */
static size_t skip_punctuation(const gsay_scan *scan, size_t index, size_t end)
{
    while (index < end && is_kind(scan, index, GSAY_TOKEN_PUNCT))
        index++;
    return index;
}

/* Tell whether a speaker and a verb of saying follow: `“Stop!” President Smith said.` */
static bool is_attribution(const gsay_scan *scan, size_t index, size_t end)
{
    for (size_t at = index; at < end && at < index + ATTRIBUTION_TOKENS_MAX; at++) {
        if (gsay_token_is(scan, at, '.') || gsay_token_is(scan, at, '-'))
            continue;
        if (!is_kind(scan, at, GSAY_TOKEN_WORD) || is_starter(scan, at, end))
            return false;
        if (classes_of(scan, at) & GSAY_WORD(SPEECH))
            return at > index;
        if (!(scan->tokens[at].flags & GSAY_TOKEN_CAPITAL))
            return false;
    }
    return false;
}

/* A full stop at work: the sentence so far begins at begin, its block ends at end. */
struct stop {
    size_t begin, end;
    size_t before; /* token before the stop */
    size_t next;   /* word, number or address after it; a word begins with a capital */
};

/* Tell whether a letter is one of several with stops: the S of U.S., or of U. S. in tokenised text. */
static bool is_of_acronym(const gsay_scan *scan, const struct stop *stop)
{
    size_t letter = stop->before;
    if (letter < stop->begin + 2 || !gsay_token_is(scan, letter - 1, '.') || is_spaced(scan, letter - 1) ||
        !is_kind(scan, letter - 2, GSAY_TOKEN_WORD))
        return false;
    return length_of(scan, letter - 2) == 1 || (length_of(scan, letter - 2) == 2 && !is_spaced(scan, letter));
}

/* "6. 1" of tokenised text and "1. Introduction" go on; "in 2014. 12 people" does not. */
static bool goes_on_after_digits(const gsay_scan *scan, const struct stop *stop)
{
    if (stop->before == stop->begin)
        return length_of(scan, stop->before) <= 3;
    return is_kind(scan, stop->next, GSAY_TOKEN_DIGITS) && length_of(scan, stop->before) <= 3 &&
           length_of(scan, stop->next) <= 3;
}

/* Tell whether e.g. or i.e. ends at the letter: they never end a sentence. */
static bool is_exempli(const gsay_scan *scan, size_t letter)
{
    char first = scan->bytes.ptr[scan->tokens[letter - 2].begin];
    char last = scan->bytes.ptr[scan->tokens[letter].begin];
    return (first == 'e' && last == 'g') || (first == 'i' && last == 'e');
}

/* After a single letter: initials and U.S. go on before a name, "Plan B. The" and "in the U.S. The" do not. */
static bool goes_on_after_letter(const gsay_scan *scan, const struct stop *stop)
{
    bool is_acronym = is_of_acronym(scan, stop);
    bool is_capital = scan->tokens[stop->before].flags & GSAY_TOKEN_CAPITAL;
    if ((is_acronym && is_exempli(scan, stop->before)) || is_kind(scan, stop->next, GSAY_TOKEN_DIGITS))
        return true;
    return (is_acronym || is_capital) && !is_starter(scan, stop->next, stop->end);
}

/* After a word that the lexicon knows as an abbreviation. */
static bool goes_on_after_abbreviation(const gsay_scan *scan, const struct stop *stop)
{
    const gsay_word_classes ordinary = GSAY_WORD(COMMON) | GSAY_WORD(STOP) | GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT);
    gsay_word_classes       classes = classes_of(scan, stop->before);
    bool                    is_capital = scan->tokens[stop->before].flags & GSAY_TOKEN_CAPITAL;
    if (is_kind(scan, stop->next, GSAY_TOKEN_DIGITS))
        return !(classes & GSAY_WORD(ORGANISATION));
    if (classes & GSAY_WORD(NEGATION))
        return false; /* "No." is a number only before one */
    if ((classes & GSAY_WORD(PREPOSITION)) && !(classes & GSAY_WORD(UNIT)))
        return true; /* "vs. Arden" */
    if (is_capital && (classes & GSAY_WORD(TITLE)) && !(classes & GSAY_WORD(ORGANISATION)))
        return true;
    return !is_starter(scan, stop->next, stop->end) && (is_capital || !(classes & ordinary));
}

/* After a sign: "(. 683)" and "$. 08" of tokenised text go on, "20%.", "(2014)." and "5 €." end. */
static bool goes_on_after_sign(const gsay_scan *scan, const struct stop *stop)
{
    char mark = scan->tokens[stop->before].mark;
    if (!is_kind(scan, stop->before, GSAY_TOKEN_PUNCT) || !mark)
        return false;
    return strchr("([{-", mark) || (mark == '$' && is_kind(scan, stop->next, GSAY_TOKEN_DIGITS));
}

static bool goes_on_after_stop(const gsay_scan *scan, const struct stop *stop)
{
    if (is_kind(scan, stop->before, GSAY_TOKEN_DIGITS))
        return goes_on_after_digits(scan, stop);
    if (!is_kind(scan, stop->before, GSAY_TOKEN_WORD))
        return goes_on_after_sign(scan, stop);
    gsay_word_classes classes = classes_of(scan, stop->before);
    if (length_of(scan, stop->before) == 1)
        return goes_on_after_letter(scan, stop);
    if (classes & GSAY_WORD(ABBREVIATION))
        return goes_on_after_abbreviation(scan, stop);
    if (is_kind(scan, stop->next, GSAY_TOKEN_DIGITS) && (classes & GSAY_WORD(PREPOSITION)))
        return true; /* "a limit of. 08 percent" of tokenised text */
    /* Ph.D., Lt.Col.: a short part of a dotted word, itself no abbreviation */
    return is_of_acronym(scan, stop) && length_of(scan, stop->before) <= 2 && !is_starter(scan, stop->next, stop->end);
}

/* An ellipsis ends a sentence where a word follows that is no name. */
static bool goes_on_after_ellipsis(const gsay_scan *scan, size_t next)
{
    return !is_kind(scan, next, GSAY_TOKEN_WORD) || !(classes_of(scan, next) & (GSAY_WORD(STOP) | GSAY_WORD(COMMON)));
}

/* Tell whether the sentence goes on behind the terminal at index, whose closers end before after; next is a word with a
 * capital, a number or an address. */
static bool goes_on(const gsay_scan *scan, gsay_stretch rest, size_t index, size_t after, size_t next)
{
    bool has_closers = after > index + 1;
    if (!gsay_token_is(scan, index, '.'))
        return has_closers && is_attribution(scan, next, rest.end);
    if (length_of(scan, index) > 1)
        return goes_on_after_ellipsis(scan, next);
    if (has_closers || index == rest.begin || is_spaced(scan, index))
        return false;
    struct stop stop = { .begin = rest.begin, .end = rest.end, .before = index - 1, .next = next };
    return goes_on_after_stop(scan, &stop);
}

/* A word that can begin a sentence: with a capital, or a brand written like iPad. */
static bool can_begin(const gsay_scan *scan, size_t word)
{
    const char *letters = scan->bytes.ptr + scan->tokens[word].begin;
    if (!is_kind(scan, word, GSAY_TOKEN_WORD) || (scan->tokens[word].flags & GSAY_TOKEN_CAPITAL))
        return true;
    return length_of(scan, word) > 2 && letters[1] >= 'A' && letters[1] <= 'Z';
}

/* Where the sentence that begins at begin ends, if it ends with the stop at index; 0 when it goes on.
 * next: out, the token behind the stop and its closers, where the search goes on. */
static size_t end_at(const gsay_scan *scan, gsay_stretch rest, size_t index, size_t *next)
{
    size_t after = skip_closers(scan, index, rest.end);
    *next = after;
    if (after == rest.end)
        return 0;
    bool   is_late = scan->tokens[after - 1].flags & GSAY_TOKEN_CLOSES && is_spaced(scan, after - 1); /* `over. "She` */
    size_t word = skip_punctuation(scan, after, rest.end);
    if (word == rest.end || (!is_spaced(scan, after) && !is_late))
        return 0;
    if (!can_begin(scan, word))
        return 0;
    return goes_on(scan, rest, index, after, word) ? 0 : after;
}

/* The first word behind opening marks is where a capital tells nothing. */
static gsay_status push_sentence(gsay_scan *scan, gsay_stretch stretch, uint32_t block)
{
    gsay_sentence *sentences = gsay_arena_extend(scan->arena, scan->sentences, sizeof(*sentences), scan->sentence_count,
                                                 &scan->sentence_capacity);
    if (!sentences)
        return gsay_fail_memory(scan->err);
    scan->sentences = sentences;
    sentences[scan->sentence_count++] = (gsay_sentence){ (uint32_t)stretch.begin, (uint32_t)stretch.end, block };
    size_t first = skip_punctuation(scan, stretch.begin, stretch.end);
    if (first < stretch.end)
        scan->tokens[first].flags |= GSAY_TOKEN_FIRST;
    return GSAY_OK;
}

gsay_status gsay_sentences_split(gsay_scan *scan, gsay_stretch block, uint32_t block_index)
{
    gsay_stretch rest = block;
    size_t       next = block.begin;
    for (size_t i = scan->block_sign; i < scan->sign_count; i++) {
        size_t index = scan->signs[i];
        if (index < next || !is_terminal(scan, index))
            continue;
        size_t end = end_at(scan, rest, index, &next);
        if (end == 0)
            continue;
        GSAY_TRY(push_sentence(scan, (gsay_stretch){ rest.begin, end }, block_index));
        rest.begin = end;
    }
    return rest.begin < block.end ? push_sentence(scan, rest, block_index) : GSAY_OK;
}
