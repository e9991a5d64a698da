/* A clause under the reader's eye: the tokens around one value, up to a border on either side, and small questions about them.
 *
 * Shallow on purpose: word classes and order, no parse tree. Every walk is bounded by the clause, and a clause by GSAY_CLAUSE_TOKENS_MAX
 * to either side of its value, so that reading is linear whatever the text. Private to core/claim. */
#ifndef GSAY_CLAIM_CLAUSE_H
#define GSAY_CLAIM_CLAUSE_H

#include "claim/claim.h"
#include "claim/trait.h"

#define GSAY_CLAUSE_TOKENS_MAX 24u /* looked at to either side of a value */
#define GSAY_PHRASE_TOKENS_MAX 8u  /* of a noun phrase */
#define GSAY_MODIFIERS_MAX 6u      /* of one head; further words are dropped */
#define GSAY_WINDOW_TAIL 3u          /* tokens behind a sentence that are asked for: "of the 12" behind a value that ends it */
#define GSAY_TOKEN_NONE UINT32_MAX

/* What is the same for all values of one source. */
typedef struct gsay_reading {
    const gsay_mentions *mentions;
    const gsay_text     *text;
    gsay_arena          *arena;      /* receives the strings of claims */
    gsay_traits         *traits;     /* by token, of the window alone */
    uint32_t             window_end; /* the window begins with the sentence under the eye, and ends GSAY_WINDOW_TAIL tokens behind it;
                                        those that the text does not have are without traits */
    unsigned             kinds;      /* bits of the kinds of the window's mentions */
    gsay_traits          met;        /* the traits of all the sentence's tokens together: what none of them has need not be looked for */
    uint32_t             hash_count; /* of its content words, at most one over GSAY_CONTENT_MAX */
    uint32_t             hashes[GSAY_CONTENT_MAX + 2]; /* theirs, as they stand, and a place for the next */
    gsay_word_note     **notes;      /* by word; NULL until asked; the vocabulary's */
    gsay_word_note       none;       /* what stands for tokens without a word */
    bool                 has_failed; /* memory ran out */
} gsay_reading;

/* The surroundings of one value: the clause is [low, high), the value with its hedge [begin, end). */
typedef struct gsay_clause {
    gsay_reading       *reading;
    const gsay_mention *mention;
    uint32_t            low;
    uint32_t            begin;
    uint32_t            end;
    uint32_t            high;
} gsay_clause;

/* A noun phrase: [begin, end), its last noun, GSAY_TOKEN_NONE when it has none. */
typedef struct gsay_phrase {
    uint32_t begin;
    uint32_t end;
    uint32_t head;
} gsay_phrase;

/* Look at a sentence: find the traits of all its tokens; those of other sentences are known no longer.
 * first  the index of its first mention, or of one behind it when it has none */
void gsay_reading_enter(gsay_reading *reading, const gsay_sentence *sentence, size_t first);

/* Find the clause around a value of the sentence that was entered. */
gsay_clause gsay_clause_around(gsay_reading *reading, const gsay_mention *mention);

/* The traits and senses of a token of the window: walks end with the sentence, and look one or two tokens further. */
static inline gsay_traits gsay_clause_traits(const gsay_reading *reading, uint32_t at)
{
    return reading->traits[at];
}
/* Tell whether a token has one of these traits or senses. */
static inline bool gsay_clause_is(const gsay_reading *reading, uint32_t at, gsay_traits traits)
{
    return (gsay_clause_traits(reading, at) & traits) != 0;
}

/* Learn a word of the vocabulary: what is kept of it, or of no word when memory is exhausted, which reading remembers. */
gsay_word_note *gsay_clause_learn(gsay_reading *reading, uint32_t word);
/* What is kept of a word by its id. Never NULL; borrowed while the reading lasts. */
static inline gsay_word_note *gsay_clause_note_of(gsay_reading *reading, uint32_t word)
{
    if (word == GSAY_ID_NONE)
        return &reading->none;
    gsay_word_note *note = reading->notes[word];
    return note ? note : gsay_clause_learn(reading, word);
}
/* What is kept of the word at a token; that of no word for marks and numbers. Never NULL; borrowed while the reading lasts. */
static inline gsay_word_note *gsay_clause_note(gsay_reading *reading, uint32_t at)
{
    const gsay_token *token = &reading->text->tokens[at];
    return token->kind == GSAY_TOKEN_WORD ? gsay_clause_note_of(reading, token->word) : &reading->none;
}
/* The stem of a token in shared spelling; "" for what is no word. */
gsay_str gsay_clause_stem(gsay_reading *reading, uint32_t at);
/* The name of a token's word in a sentence's content: its synonyms' name, else its stem. Modifiers and subjects go by it, too, so that
 * their hashes are found in the content of other sentences. */
gsay_str gsay_clause_name(gsay_reading *reading, uint32_t at);
/* The name of a noun: its synonyms', or its singular; "" when memory is exhausted, which reading remembers. */
gsay_str gsay_clause_noun(gsay_reading *reading, uint32_t at);

/* Read the noun phrase that begins at a token (determiners are skipped) and ends before high.
 * is_plural  several things are counted: a plural noun ends the phrase. */
gsay_phrase gsay_clause_phrase(gsay_reading *reading, uint32_t at, uint32_t high, bool is_plural);
/* Read the noun phrase that ends before a token and begins not before low. */
gsay_phrase gsay_clause_phrase_before(gsay_reading *reading, uint32_t end, uint32_t low);

/* part.c: the parts that the words around a value give it. */
gsay_parts gsay_clause_parts(const gsay_clause *clause);
/* part.c: fill mood and polarity. */
void gsay_clause_mood(const gsay_clause *clause, gsay_claim *claim);

/* The verb or noun of action that governs a value; token GSAY_TOKEN_NONE when there is none. */
typedef struct gsay_action {
    uint32_t token;
    bool     is_passive; /* what is counted suffers it: "24 people were killed" */
} gsay_action;

/* action.c: find it. behind: the token behind the value and its noun. */
gsay_action gsay_clause_action(const gsay_clause *clause, uint32_t behind);
/* action.c: the name of a verb or noun of action: its synonyms', or its stem. */
gsay_str gsay_clause_action_name(gsay_reading *reading, uint32_t at);
/* action.c: who does it, the noun or name before a verb; "" unknown. */
gsay_str gsay_clause_subject(const gsay_clause *clause, uint32_t action);

/* head.c: fill head, modifiers, predicate and subject. */
void gsay_clause_head(const gsay_clause *clause, gsay_claim *claim);

#endif
