/* How names vary: the letters in which two spellings of a given name differ are those that sound alike or are not heard
 * (Sara and Sarah, Brina and Bryna, Carl and Karl), while a slip of the hand hits any letter.
 *
 * Consonants sound alike by the six groups of Soundex (Russell and Odell, 1918). */
#include "align/name_form.h"

#define GIVEN_LETTERS_MAX 9u /* a longer word in no list is hardly a given name */

/* The Soundex group of each letter from a to z; '0' for vowels and what sounds like one or not at all. */
static const char groups[] = "01230120022455012623010202";

/* The letters of a word in [begin, end). */
struct part {
    gsay_str word;
    size_t   begin;
    size_t   end;
};

/* The group of a byte of a word; '0' for what is no letter. */
static char group_of(gsay_str word, size_t at)
{
    unsigned letter = (unsigned char)word.ptr[at] - (unsigned)'a';
    return letter < 26 ? groups[letter] : '0';
}

/* The place of the next consonant in a part, or its end. */
static size_t next_consonant(const struct part *part, size_t at)
{
    while (at < part->end && group_of(part->word, at) == '0')
        at++;
    return at;
}

/* Tell whether the letter at one place repeats that at another: twice the same, or "ck". */
static bool is_repeated(gsay_str word, size_t at, size_t other)
{
    if (other >= word.len)
        return false;
    char one = word.ptr[at];
    char two = word.ptr[other];
    return one == two || (one == 'c' && two == 'k') || (one == 'k' && two == 'c');
}

/* Tell whether all that a part has of consonants is one that is not heard, since it repeats its neighbour. */
static bool has_silent_letter(const struct part *part)
{
    size_t at = next_consonant(part, part->begin);
    bool   is_doubled = is_repeated(part->word, at, at + 1) || (at > 0 && is_repeated(part->word, at, at - 1));
    return is_doubled && next_consonant(part, at + 1) == part->end;
}

/* Tell whether two parts have the same consonants by sound. */
static bool sound_alike(const struct part *a, const struct part *b)
{
    size_t left = next_consonant(a, a->begin);
    size_t right = next_consonant(b, b->begin);
    if (left == a->end && right < b->end)
        return has_silent_letter(b);
    if (right == b->end && left < a->end)
        return has_silent_letter(a);
    while (left < a->end && right < b->end && group_of(a->word, left) == group_of(b->word, right)) {
        left = next_consonant(a, left + 1);
        right = next_consonant(b, right + 1);
    }
    return left == a->end && right == b->end;
}

/* Tell whether vowels and consonants follow each other alike: a consonant for a consonant makes another name that can
 * be said (Colette, Corette). */
static bool has_same_pattern(gsay_str a, gsay_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if ((group_of(a, i) == '0') != (group_of(b, i) == '0'))
            return false;
    return true;
}

bool gsay_form_is_swapped(gsay_str a, gsay_str b)
{
    size_t at = 0;
    while (a.len == b.len && at < a.len && a.ptr[at] == b.ptr[at])
        at++;
    return a.len == b.len && at + 1 < a.len && a.ptr[at] == b.ptr[at + 1] && a.ptr[at + 1] == b.ptr[at] &&
           memcmp(a.ptr + at + 2, b.ptr + at + 2, a.len - at - 2) == 0;
}

bool gsay_form_sounds_alike(gsay_str a, gsay_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    size_t begin = 0;
    size_t tail = 0;
    while (begin < shorter && a.ptr[begin] == b.ptr[begin])
        begin++;
    while (tail < shorter - begin && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    struct part left = { a, begin, a.len - tail };
    struct part right = { b, begin, b.len - tail };
    return sound_alike(&left, &right);
}

bool gsay_form_may_vary(gsay_str a, gsay_str b)
{
    bool differ_last = a.len == b.len && memcmp(a.ptr, b.ptr, a.len - 1) == 0; /* Mikel, Mikey */
    return differ_last || has_same_pattern(a, b) || gsay_form_sounds_alike(a, b);
}

bool gsay_form_may_be_given(gsay_str word)
{
    return word.len > 0 && word.len <= GIVEN_LETTERS_MAX && memchr("aeiy", word.ptr[word.len - 1], 4) != NULL;
}
