/* The traits of words. Every word of a run is asked once, so these tests may be slow, and those of tokens fast. */
#include "claim/trait.h"

#include "base/intern.h"

/* Classes of the lexicon that are traits. */
static const struct {
    gsay_word_classes word_class;
    gsay_traits       trait;
} class_traits[] = {
    { GSAY_WORD(DETERMINER), GSAY_TRAIT(DETERMINER) },
    { GSAY_WORD(PREPOSITION), GSAY_TRAIT(PREPOSITION) },
    { GSAY_WORD(CONJUNCTION), GSAY_TRAIT(CONJUNCTION) },
    { GSAY_WORD(AUXILIARY), GSAY_TRAIT(AUXILIARY) },
    { GSAY_WORD(MODAL), GSAY_TRAIT(MODAL) },
    { GSAY_WORD(SPEECH), GSAY_TRAIT(SPEECH) },
    { GSAY_WORD(NEGATION), GSAY_TRAIT(NEGATION) },
    { GSAY_WORD(PRONOUN), GSAY_TRAIT(PRONOUN) },
    { GSAY_WORD(STOP), GSAY_TRAIT(STOP) },
    { GSAY_WORD(HEDGE), GSAY_TRAIT(HEDGE) },
    { GSAY_WORD(MULTIPLE), GSAY_TRAIT(MULTIPLE) },
    { GSAY_WORD(VERB), GSAY_TRAIT(ACTS) },
};

/* Words that are traits by themselves. */
static const struct {
    gsay_str    word;
    gsay_traits trait;
} word_traits[] = {
    { { "and", 3 }, GSAY_TRAIT(AND) },   { { "or", 2 }, GSAY_TRAIT(AND) },
    { { "than", 4 }, GSAY_TRAIT(THAN) }, { { "to", 2 }, GSAY_TRAIT(TO) },
    { { "of", 2 }, GSAY_TRAIT(OF) },     { { "from", 4 }, GSAY_TRAIT(FROM) },
    { { "by", 2 }, GSAY_TRAIT(BY) },     { { "the", 3 }, GSAY_TRAIT(THE) },
    { { "whom", 4 }, GSAY_TRAIT(WHOM) }, { { "according", 9 }, GSAY_TRAIT(ACCORDING) },
};

/* Endings that are traits. */
static const struct {
    gsay_str    ending;
    gsay_traits trait;
} ending_traits[] = {
    { { "ly", 2 }, GSAY_TRAIT(ADVERB) },
    { { "ing", 3 }, GSAY_TRAIT(GERUND) | GSAY_TRAIT(PARTICIPLE) },
    { { "ed", 2 }, GSAY_TRAIT(PARTICIPLE) },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool looks_plural(gsay_str folded)
{
    return folded.len > 3 && gsay_str_ends(folded, GSAY_STR("s")) && !gsay_str_ends(folded, GSAY_STR("ss"));
}

static gsay_traits traits_of(const gsay_word *word)
{
    gsay_word_classes classes = word->lexeme.classes;
    gsay_traits       traits = GSAY_TRAIT(KNOWN) | (word->folded.len > 0 ? GSAY_TRAIT(WORD) : 0);
    if (word->folded.len > 1 && !(classes & (GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY))))
        traits |= GSAY_TRAIT(MEANS);
    for (size_t i = 0; i < COUNT(class_traits); i++)
        traits |= (classes & class_traits[i].word_class) ? class_traits[i].trait : 0;
    for (size_t i = 0; i < COUNT(word_traits); i++)
        traits |= gsay_str_equal(word->folded, word_traits[i].word) ? word_traits[i].trait : 0;
    for (size_t i = 0; i < COUNT(ending_traits); i++)
        traits |= gsay_str_ends(word->folded, ending_traits[i].ending) ? ending_traits[i].trait : 0;
    return looks_plural(word->folded) ? traits | GSAY_TRAIT(PLURAL) : traits;
}

bool gsay_word_note_read(gsay_arena *arena, const gsay_word *word, gsay_word_note *note)
{
    gsay_str stem = gsay_claim_stem(arena, word->folded);
    if (!stem.ptr)
        return false;
    const gsay_sense_row *row = gsay_sense_find(stem);
    note->stem = stem;
    note->name = row && row->name.len > 0 ? row->name : stem;
    note->hash = (uint32_t)gsay_hash(note->name);
    note->noun = GSAY_STR("");
    note->traits = traits_of(word) | (row && word->folded.len > 0 ? row->senses : 0u);
    return true;
}

gsay_str gsay_word_note_noun(gsay_arena *arena, const gsay_word *word, gsay_word_note *note)
{
    if (note->noun.len > 0 || word->folded.len == 0)
        return note->noun;
    const gsay_sense_row *row = gsay_sense_find(note->stem);
    bool                  is_named = row && row->name.len > 0 && (row->senses & GSAY_SENSE(HEAD));
    gsay_str              noun = is_named ? row->name : gsay_claim_singular(arena, word->folded);
    if (noun.ptr)
        note->noun = noun;
    return noun;
}
