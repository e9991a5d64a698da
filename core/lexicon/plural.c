/* From one to many: how a counted noun is shown. */
#include "lexicon/closed.h"

static bool is_consonant(char letter)
{
    return letter != 'a' && letter != 'e' && letter != 'i' && letter != 'o' && letter != 'u';
}

/* Append a word of a regular plural. */
static void add_regular(gsay_buffer *buffer, gsay_str word)
{
    static const gsay_str hissing[] = { { "s", 1 }, { "x", 1 }, { "z", 1 }, { "ch", 2 }, { "sh", 2 } };
    bool                  is_hissing = false;
    for (size_t i = 0; i < sizeof hissing / sizeof *hissing; i++)
        is_hissing |= gsay_str_ends(word, hissing[i]);
    bool is_changing = word.len > 1 && word.ptr[word.len - 1] == 'y' && is_consonant(word.ptr[word.len - 2]);
    gsay_buffer_add(buffer, (gsay_str){ word.ptr, word.len - is_changing });
    gsay_buffer_add(buffer, is_changing ? GSAY_STR("ies") : is_hissing ? GSAY_STR("es") : GSAY_STR("s"));
}

void gsay_plural_add(gsay_buffer *buffer, gsay_str noun)
{
    size_t begin = noun.len;
    while (begin > 0 && noun.ptr[begin - 1] != ' ' && noun.ptr[begin - 1] != '-')
        begin--;
    gsay_str word = { noun.ptr + begin, noun.len - begin };
    gsay_str irregular = gsay_irregular_plural_of(word);
    gsay_buffer_add(buffer, (gsay_str){ noun.ptr, begin });
    if (irregular.len > 0)
        gsay_buffer_add(buffer, irregular);
    else if (gsay_lexicon_find(word).classes & GSAY_WORD(PLURAL))
        gsay_buffer_add(buffer, word);
    else
        add_regular(buffer, word);
}
