/* What reading a clause asks of its tokens, as bits of one number each: what the word is (once a distinct word, beside the vocabulary),
 * and what it is where it stands (once a token, when its sentence is entered). A walk over a clause is then a test of bits a token. Private to core/claim. */
#ifndef GSAY_CLAIM_TRAIT_H
#define GSAY_CLAIM_TRAIT_H

#include "claim/sense.h"
#include "extract/extract.h"

/* Traits of words, beside their senses. X(NAME, what the word is) */
#define GSAY_WORD_TRAITS(X)                                                                                            \
    X(BORDER, "ends a clause whatever stands beside it")                                                               \
    X(WORD, "a word, no mark or number")                                                                               \
    X(CONTENT, "means something: no stop word, no auxiliary, more than one letter, and as a token no possessive mark") \
    X(EVENT, "is content and tells of the event: carries no speech and no value")                                      \
    X(ACTS, "of the class VERB")                                                                                       \
    X(DETERMINER, "of the class")                                                                                      \
    X(PREPOSITION, "of the class")                                                                                     \
    X(CONJUNCTION, "of the class")                                                                                     \
    X(AUXILIARY, "of the class")                                                                                       \
    X(MODAL, "of the class")                                                                                           \
    X(SPEECH, "of the class")                                                                                          \
    X(NEGATION, "of the class")                                                                                        \
    X(PRONOUN, "of the class")                                                                                         \
    X(STOP, "of the class")                                                                                            \
    X(HEDGE, "of the class")                                                                                           \
    X(MULTIPLE, "of the class")                                                                                        \
    X(ADVERB, "ends like an adverb")                                                                                   \
    X(GERUND, "ends like one")                                                                                         \
    X(PARTICIPLE, "ends like one")                                                                                     \
    X(PLURAL, "ends like a plural noun")                                                                               \
    X(AND, "and, or")                                                                                                  \
    X(THAN, "than")                                                                                                    \
    X(TO, "to")                                                                                                        \
    X(OF, "of")                                                                                                        \
    X(FROM, "from")                                                                                                    \
    X(BY, "by")                                                                                                        \
    X(THE, "the")                                                                                                      \
    X(WHOM, "whom")                                                                                                    \
    X(ACCORDING, "according")

/* Traits of tokens. X(NAME, what the token is) */
#define GSAY_TOKEN_TRAITS(X)                                                                                           \
    X(VALUE, "belongs to a value: any mention but a name or quotation")                                                \
    X(NAME, "belongs to a name")                                                                                       \
    X(VERB, "is read as a verb: its class, and nothing before it that makes it a noun")                                \
    X(POSSESSIVE, "is a possessive mark")                                                                              \
    X(JOINT, "is a hyphen inside a compound")

enum gsay_trait_number {
    GSAY_TRAIT_NUMBER_SENSES = GSAY_SENSE_COUNT - 1, /* the senses are the lowest bits */
#define GSAY_TRAIT_NUMBER(name, doc) GSAY_TRAIT_NUMBER_##name,
    GSAY_TOKEN_TRAITS(GSAY_TRAIT_NUMBER) GSAY_WORD_TRAITS(GSAY_TRAIT_NUMBER) /* those most asked for lie lowest */
#undef GSAY_TRAIT_NUMBER
    GSAY_TRAIT_COUNT
};

/* A set of traits and senses; GSAY_TRAIT(VERB) is the set of one, and so is GSAY_SENSE(LIGHT). */
typedef uint64_t gsay_traits;
#define GSAY_TRAIT(name) ((gsay_traits)1 << GSAY_TRAIT_NUMBER_##name)

/* What is kept beside a word of the vocabulary. */
typedef struct gsay_word_note {
    gsay_traits           traits; /* of the word and its senses */
    gsay_str              stem;   /* in shared spelling */
    gsay_str              noun;   /* as a head: its synonyms' name, or its singular; "" until gsay_word_note_noun was asked */
    const gsay_sense_row *row;    /* of the stem; NULL none */
    uint32_t              hash;   /* of gsay_word_note_name */
} gsay_word_note;

/* Learn a word and its id: note is written as a whole. Strings go into arena. Returns false when memory is exhausted. */
bool gsay_word_note_read(gsay_arena *arena, const gsay_word *word, uint32_t id, gsay_word_note *note);
/* The name of a word in content: its synonyms', else the stem. */
static inline gsay_str gsay_word_note_name(const gsay_word_note *note)
{
    return note->row && note->row->name.len > 0 ? note->row->name : note->stem;
}
/* The name of a noun as a head. Returns ptr NULL when memory is exhausted. */
gsay_str gsay_word_note_noun(gsay_arena *arena, const gsay_word *word, gsay_word_note *note);

#endif
