/* Text: a document as tokens, sentences and quotation marks, in one pass over the bytes with a class table.
 *
 * Tokens are fine-grained, so that every recogniser sees the same small alphabet:
 *   WORD    letters and marks; an apostrophe between letters stays inside ("don't", "O'Brien") but a possessive 's (or ' after s)
 *           is a token of its own with GSAY_TOKEN_POSSESSIVE; hyphens are always tokens of their own
 *   DIGITS  a run of ASCII digits ("1,500" is DIGITS PUNCT DIGITS; "5bn" is DIGITS WORD)
 *   PUNCT   one character of punctuation or one symbol; an ellipsis of dots is one token, and so are `` and '' (TeX's marks)
 *   SKIP    an address (URL, e-mail, path, @handle, #tag), an identifier_like_this or U+FFFC (a code span): no recogniser starts there
 * Each token says whether white space stood before it. */
#ifndef GSAY_TEXT_TEXT_H
#define GSAY_TEXT_TEXT_H

#include "source/document.h"
#include "text/vocabulary.h"

typedef enum gsay_token_kind {
    GSAY_TOKEN_WORD = 0,
    GSAY_TOKEN_DIGITS,
    GSAY_TOKEN_PUNCT,
    GSAY_TOKEN_SKIP
} gsay_token_kind;

enum gsay_token_flag {
    GSAY_TOKEN_SPACED = 1,      /* white space or a block's begin stands before it */
    GSAY_TOKEN_CAPITAL = 2,     /* WORD: first letter is upper case */
    GSAY_TOKEN_UPPER = 4,       /* WORD: two letters or more, all upper case */
    GSAY_TOKEN_FIRST = 8,       /* first token of its sentence, marks and brackets not counted: a capital tells nothing here */
    GSAY_TOKEN_POSSESSIVE = 16, /* WORD: a possessive mark */
    GSAY_TOKEN_LINE = 32,       /* a line break stands before it */
    GSAY_TOKEN_OPENS = 64,      /* PUNCT: this quotation mark opens a quotation of gsay_text.quotations */
    GSAY_TOKEN_CLOSES = 128     /* PUNCT: this quotation mark closes one */
};

typedef struct gsay_token {
    uint32_t begin; /* bytes in document.text */
    uint32_t end;
    uint32_t word;  /* id in the vocabulary: WORD by folded form; other kinds by their bytes; GSAY_ID_NONE for SKIP, DIGITS over 32 and WORD over 255 bytes */
    uint8_t  kind;  /* gsay_token_kind */
    uint8_t  flags; /* gsay_token_flag */
    char     mark;  /* PUNCT: the ASCII character itself, or the ASCII stand-in: ' and " for every quotation mark and prime, - for every hyphen,
                       dash and minus, $ for every currency sign, . for an ellipsis (end - begin > 1), 0 for any other; WORD, DIGITS, SKIP: 0 */
    uint8_t  starts; /* enum gsay_start; 0 where nothing may start */
} gsay_token;

/* A half-open range of tokens that is one sentence, heading, list item or cell; sentences never cross blocks. */
typedef struct gsay_sentence {
    uint32_t begin; /* tokens */
    uint32_t end;
    uint32_t block; /* in document.blocks */
} gsay_sentence;

typedef enum gsay_quotation_style {
    GSAY_QUOTATION_DOUBLE = 0, /* “ ” " „ « » `` '' */
    GSAY_QUOTATION_SINGLE      /* ‘ ’ ' */
} gsay_quotation_style;

/* A stretch between quotation marks. Rising by open; nested ones lie inside their parent and follow it. */
typedef struct gsay_quotation {
    uint32_t             open;       /* token of the opening mark */
    uint32_t             close;      /* token of the closing mark; where a paragraph ends without one: the token after its last */
    gsay_quotation_style style;
    uint8_t              depth;      /* 0 outermost */
    bool                 continues;  /* no closing mark, and the next paragraph opens with one: one speech, by the same speaker */
} gsay_quotation;

/* A document in pieces. Owned by the arena given to gsay_text_read; borrows the document and the vocabulary. */
typedef struct gsay_text {
    const gsay_document   *document;
    const gsay_vocabulary *vocabulary;
    gsay_token            *tokens;
    size_t                 token_count;
    uint32_t              *signs; /* tokens that were scanned as DIGITS or as one of . ! ? ' ", rising: what few askers look for among all */
    size_t                 sign_count;
    gsay_sentence         *sentences;
    size_t                 sentence_count;
    gsay_quotation        *quotations;
    size_t                 quotation_count;
} gsay_text;

/* Split a document.
 *
 * arena       receives the arrays.
 * vocabulary  grows by the words that it has not seen; belongs to one thread.
 * text        out; untouched on error.
 * Returns GSAY_OK, GSAY_ENOMEM.
 * Cost    one pass over the bytes, one over the tokens. */
gsay_status gsay_text_read(gsay_arena *arena, const gsay_document *document, gsay_vocabulary *vocabulary, gsay_text *text, gsay_error *err);

/* The bytes of one token; index < token_count. */
static inline gsay_str gsay_token_text(const gsay_text *text, size_t index)
{
    gsay_span span = { text->tokens[index].begin, text->tokens[index].end };
    return gsay_str_slice(text->document->text, span);
}

/* What is known of a token's word; the empty word for tokens without one. */
static inline const gsay_word *gsay_token_word(const gsay_text *text, size_t index)
{
    return gsay_vocabulary_word(text->vocabulary, text->tokens[index].word);
}

/* The sentence that holds a token: binary search. index lies in a sentence (all tokens do). */
size_t gsay_text_sentence_of(const gsay_text *text, size_t index);

#endif
