/* What the files term*.c share: the state of reading, and looks at its tokens. Private to them. */
#ifndef GSAY_CLAIM_TERM_READER_H
#define GSAY_CLAIM_TERM_READER_H

#include "claim/term.h"

#define GSAY_TERM_LETTERS_MAX 40u /* of a key or form that is put together; longer words have one way to be written */

/* The state of reading one source. */
typedef struct gsay_term_reader {
    gsay_arena          *arena;
    const gsay_mentions *mentions;
    const gsay_text     *text;
    uint8_t             *ways; /* of gsay_term_memory */
    gsay_position_walk   lines;
    gsay_terms           terms;
    size_t               capacity;
    size_t               quotation; /* the next in text->quotations */
    uint32_t             quoted;    /* tokens before it are quoted */
    size_t               mention;   /* the next in mentions->items that does not end before the token */
    uint32_t             sentence;  /* that is read */
    uint32_t             end;       /* of its tokens */
    uint32_t             depth;    /* of brackets */
    bool                 is_prose; /* no heading and no cell */
    bool                 is_loud;  /* all its words are written in capitals */
    bool                 has_failed; /* memory is exhausted */
} gsay_term_reader;

/* A token of the source. */
static inline const gsay_token *gsay_term_token(const gsay_term_reader *reader, uint32_t at)
{
    return &reader->text->tokens[at];
}

/* The word at a token of the source. */
static inline const gsay_word *gsay_term_word(const gsay_term_reader *reader, uint32_t at)
{
    return gsay_token_word(reader->text, at);
}

/* Tell whether a token of the sentence is a word. */
static inline bool gsay_term_is_word(const gsay_term_reader *reader, uint32_t at)
{
    return at < reader->end && gsay_term_token(reader, at)->kind == GSAY_TOKEN_WORD;
}

/* Tell whether a token of the sentence is a mark that touches what stands before it. */
static inline bool gsay_term_is_mark(const gsay_term_reader *reader, uint32_t at, char mark)
{
    const gsay_token *token = at < reader->end ? gsay_term_token(reader, at) : NULL;
    return token && token->kind == GSAY_TOKEN_PUNCT && token->mark == mark && token->end - token->begin == 1 &&
           !(token->flags & GSAY_TOKEN_SPACED);
}

/* Tell whether a token of the sentence touches what stands before it. */
static inline bool gsay_term_is_joined(const gsay_term_reader *reader, uint32_t at)
{
    return at < reader->end && !(gsay_term_token(reader, at)->flags & (GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE));
}

/* A key or form under way. */
typedef struct gsay_term_letters {
    char   bytes[GSAY_TERM_LETTERS_MAX];
    size_t len;
} gsay_term_letters;

/* Put text behind, where there is room. */
static inline void gsay_term_append(gsay_term_letters *letters, gsay_str text)
{
    if (letters->len + text.len <= GSAY_TERM_LETTERS_MAX) {
        memcpy(letters->bytes + letters->len, text.ptr, text.len);
        letters->len += text.len;
    }
}

/* What was put together. */
static inline gsay_str gsay_term_view(const gsay_term_letters *letters)
{
    return (gsay_str){ letters->bytes, letters->len };
}

/* term.c: add a term that takes tokens [begin, end) of the sentence. */
void gsay_term_add(gsay_term_reader *reader, gsay_term term, uint32_t begin, uint32_t end);
/* term.c: a copy of text in the arena of the result. */
gsay_str gsay_term_copy(gsay_term_reader *reader, gsay_str text);
/* term.c: a term whose key and form are copied. */
gsay_term gsay_term_make(gsay_term_reader *reader, gsay_term_kind kind, gsay_str key, gsay_str form);
/* term_word.c: read a word that may have another spelling. Returns how many tokens it takes. */
uint32_t gsay_term_read_word(gsay_term_reader *reader, uint32_t at);

#endif
