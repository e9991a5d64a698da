/* Stems for readers: claims meet in stems, but "approv" is no word. */
#include "align/stem.h"

#include "lexicon/lexicon.h"

#define STEM_BYTES_MAX 64u /* of a stem that is looked up, with its ending */

/* How a stem goes on to be a word: "approv" is "approve", "econom" is "economy". The first ending that makes a word of
 * the lexicon wins, so that the answer hangs on the stem alone, and a topic keeps its key when a source is added. */
static const struct {
    gsay_str lost; /* of the stem's end */
    gsay_str added;
} word_ends[] = {
    { { "", 0 }, { "e", 1 } },       { { "i", 1 }, { "y", 1 } },  { { "", 0 }, { "y", 1 } },
    { { "", 0 }, { "ic", 2 } },      { { "", 0 }, { "al", 2 } },  { { "", 0 }, { "ion", 3 } },
    { { "", 0 }, { "ation", 5 } },   { { "", 0 }, { "ous", 3 } }, { { "", 0 }, { "ed", 2 } },
    { { "", 0 }, { "ing", 3 } },     { { "", 0 }, { "s", 1 } },   { { "", 0 }, { "er", 2 } },
    { { "ens", 3 }, { "ence", 4 } },
};

/* Names are no dictionary forms: "Revers" is a family, "reverse" what was meant. */
static bool is_word(gsay_str text)
{
    gsay_word_classes names = GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PROPER);
    return (gsay_lexicon_find(text).classes & ~names) != 0;
}

gsay_str gsay_stem_show(gsay_arena *arena, gsay_str stem)
{
    char text[STEM_BYTES_MAX];
    if (stem.len < 3 || stem.len + 8 > sizeof(text) || is_word(stem))
        return stem;
    for (size_t i = 0; i < sizeof(word_ends) / sizeof(word_ends[0]); i++) {
        if (!gsay_str_ends(stem, word_ends[i].lost))
            continue;
        size_t kept = stem.len - word_ends[i].lost.len;
        memcpy(text, stem.ptr, kept);
        memcpy(text + kept, word_ends[i].added.ptr, word_ends[i].added.len);
        gsay_str word = { text, kept + word_ends[i].added.len };
        if (is_word(word))
            return gsay_arena_copy(arena, word);
    }
    return stem;
}
