/* The traits of words. Every distinct word is asked once, and on short texts every eighth token is a new one: what its
 * id or its last letter tells is not looked for in the word. */
#include "claim/trait.h"

#include "base/intern.h"
#include "lexicon/fixed.h"

/* What only carries speech or a value. */
#define CARRIES (GSAY_TRAIT(SPEECH) | GSAY_TRAIT(HEDGE) | GSAY_SENSE(LIGHT))

/* Classes of the lexicon that are traits. X(class, trait) */
#define CLASS_TRAITS(X)                                                                                                \
    X(DETERMINER, DETERMINER)                                                                                          \
    X(PREPOSITION, PREPOSITION)                                                                                        \
    X(CONJUNCTION, CONJUNCTION)                                                                                        \
    X(AUXILIARY, AUXILIARY)                                                                                            \
    X(MODAL, MODAL)                                                                                                    \
    X(SPEECH, SPEECH)                                                                                                  \
    X(NEGATION, NEGATION)                                                                                              \
    X(PRONOUN, PRONOUN)                                                                                                \
    X(STOP, STOP)                                                                                                      \
    X(HEDGE, HEDGE)                                                                                                    \
    X(MULTIPLE, MULTIPLE)                                                                                              \
    X(VERB, ACTS)

#define CLASS_ROW(name, trait) [GSAY_WORD_NUMBER_##name] = GSAY_TRAIT(trait),
static const gsay_traits class_traits[GSAY_WORD_CLASS_COUNT] = { CLASS_TRAITS(CLASS_ROW) };
#undef CLASS_ROW

#define CLASS_SET(name, trait) | GSAY_WORD(name)
static const gsay_word_classes asked_classes = 0 CLASS_TRAITS(CLASS_SET);
#undef CLASS_SET

/* Words that are traits by themselves. */
static const gsay_traits word_traits[GSAY_FIXED_COUNT] = {
    [GSAY_FIXED_AND] = GSAY_TRAIT(AND),   [GSAY_FIXED_OR] = GSAY_TRAIT(AND),
    [GSAY_FIXED_THAN] = GSAY_TRAIT(THAN), [GSAY_FIXED_TO] = GSAY_TRAIT(TO),
    [GSAY_FIXED_OF] = GSAY_TRAIT(OF),     [GSAY_FIXED_FROM] = GSAY_TRAIT(FROM),
    [GSAY_FIXED_BY] = GSAY_TRAIT(BY),     [GSAY_FIXED_THE] = GSAY_TRAIT(THE),
    [GSAY_FIXED_WHOM] = GSAY_TRAIT(WHOM), [GSAY_FIXED_ACCORDING] = GSAY_TRAIT(ACCORDING),
};

/* What the ending of a word makes it. */
static gsay_traits ending_traits(gsay_str folded)
{
    switch (folded.len ? folded.ptr[folded.len - 1] : '\0') {
    case 'y':
        return gsay_str_ends(folded, GSAY_STR("ly")) ? GSAY_TRAIT(ADVERB) : 0;
    case 'g':
        return gsay_str_ends(folded, GSAY_STR("ing")) ? GSAY_TRAIT(GERUND) | GSAY_TRAIT(PARTICIPLE) : 0;
    case 'd':
        return gsay_str_ends(folded, GSAY_STR("ed")) ? GSAY_TRAIT(PARTICIPLE) : 0;
    case 's':
        return folded.len > 3 && !gsay_str_ends(folded, GSAY_STR("ss")) ? GSAY_TRAIT(PLURAL) : 0;
    default:
        return 0;
    }
}

static gsay_traits traits_of(const gsay_word *word, uint32_t id)
{
    gsay_word_classes classes = word->lexeme.classes;
    gsay_traits       traits = word->folded.len > 0 ? GSAY_TRAIT(WORD) : 0;
    if (word->folded.len > 1 && !(classes & (GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY))))
        traits |= GSAY_TRAIT(CONTENT);
    for (gsay_word_classes left = classes & asked_classes; left; left &= left - 1)
        traits |= class_traits[__builtin_ctzll(left)];
    traits |= ending_traits(word->folded) | (id < GSAY_FIXED_COUNT ? word_traits[id] : 0);
    if ((traits & GSAY_TRAIT(CONJUNCTION)) && !(traits & (GSAY_TRAIT(AND) | GSAY_TRAIT(THAN))))
        traits |= GSAY_TRAIT(BORDER);
    return traits;
}

bool gsay_word_note_read(gsay_arena *arena, const gsay_word *word, uint32_t id, gsay_word_note *note)
{
    gsay_str stem = gsay_claim_stem(arena, word->folded);
    if (!stem.ptr)
        return false;
    const gsay_sense_row *row = gsay_sense_find(stem);
    note->stem = stem;
    note->row = row;
    note->noun = GSAY_STR("");
    note->hash = (uint32_t)gsay_hash(gsay_word_note_name(note));
    note->traits = traits_of(word, id) | (row && word->folded.len > 0 ? row->senses : 0u);
    if ((note->traits & (GSAY_TRAIT(CONTENT) | CARRIES)) == GSAY_TRAIT(CONTENT))
        note->traits |= GSAY_TRAIT(EVENT);
    return true;
}

gsay_str gsay_word_note_noun(gsay_arena *arena, const gsay_word *word, gsay_word_note *note)
{
    if (note->noun.len > 0 || word->folded.len == 0)
        return note->noun;
    bool     is_named = note->row && note->row->name.len > 0 && (note->row->senses & GSAY_SENSE(HEAD));
    gsay_str noun = is_named ? note->row->name : gsay_claim_singular(arena, word->folded);
    if (noun.ptr)
        note->noun = noun;
    return noun;
}
