/* Words of a sentence, letter by letter: a sentence is kept as text alone, and is seldom asked. */
#include "align/words.h"

/* Tell whether a byte is part of a word: a letter, or part of one beyond ASCII. */
static bool is_letter(char byte)
{
    unsigned char lower = (unsigned char)byte | 0x20;
    return (lower >= 'a' && lower <= 'z') || ((unsigned char)byte & 0x80);
}

/* Tell whether a word as written is a folded one. */
static bool is_word(gsay_str written, const char *folded)
{
    for (size_t i = 0; i < written.len; i++) {
        char letter = written.ptr[i];
        letter = letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
        if (letter != folded[i])
            return false;
    }
    return folded[written.len] == '\0';
}

/* The next word of a text behind `at`, which is moved behind the word; "" at the end. */
static gsay_str next_word(gsay_str text, size_t *at)
{
    while (*at < text.len && !is_letter(text.ptr[*at]))
        ++*at;
    size_t begin = *at;
    while (*at < text.len && is_letter(text.ptr[*at]))
        ++*at;
    return (gsay_str){ text.ptr + begin, *at - begin };
}

bool gsay_words_have(gsay_str text, const char *const *list)
{
    text.len = text.len < GSAY_WORDS_SENTENCE_MAX ? text.len : GSAY_WORDS_SENTENCE_MAX;
    size_t at = 0;
    for (gsay_str word = next_word(text, &at); word.len; word = next_word(text, &at))
        for (const char *const *listed = list; *listed; listed++)
            if (is_word(word, *listed))
                return true;
    return false;
}

/* The word that ends before `at`, which is moved before the word; "" at the begin. */
static gsay_str word_before(gsay_str text, size_t *at)
{
    while (*at > 0 && !is_letter(text.ptr[*at - 1]))
        --*at;
    size_t end = *at;
    while (*at > 0 && is_letter(text.ptr[*at - 1]))
        --*at;
    return (gsay_str){ text.ptr + *at, end - *at };
}

/* Where a name begins in a sentence, or SIZE_MAX. */
static size_t find(gsay_str sentence, gsay_str name)
{
    for (size_t at = 0; name.len && at + name.len <= sentence.len; at++)
        if (memcmp(sentence.ptr + at, name.ptr, name.len) == 0)
            return at;
    return SIZE_MAX;
}

gsay_str gsay_words_before(gsay_str sentence, gsay_str name, gsay_str title)
{
    sentence.len = sentence.len < GSAY_WORDS_SENTENCE_MAX ? sentence.len : GSAY_WORDS_SENTENCE_MAX;
    size_t at = find(sentence, name);
    size_t in_title = 0;
    if (at == SIZE_MAX)
        return GSAY_STR("");
    while (next_word(title, &in_title).len)
        word_before(sentence, &at);
    return word_before(sentence, &at);
}
