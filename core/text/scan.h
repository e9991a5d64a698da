/* Shared by the files of this folder only: a text under construction. */
#ifndef GSAY_TEXT_SCAN_H
#define GSAY_TEXT_SCAN_H

#include "text/text.h"

#define GSAY_WORD_BYTES_MAX 255u   /* a longer WORD is kept but not interned */
#define GSAY_DIGITS_BYTES_MAX 32u  /* likewise a run of digits */
#define GSAY_QUOTATION_DEPTH_MAX 8 /* quotations in quotations; marks that open deeper ones are passed over */

/* What gsay_text_read is building; token, sentence and quotation arrays grow in arena. */
typedef struct gsay_scan {
    gsay_arena      *arena;
    gsay_arena       scratch;    /* for folding; owned, cleared by gsay_text_read */
    gsay_vocabulary *vocabulary;
    gsay_str         bytes;      /* document.text */
    gsay_token      *tokens;
    size_t           token_count, token_capacity;
    gsay_sentence   *sentences;
    size_t           sentence_count, sentence_capacity;
    gsay_quotation  *quotations;
    size_t           quotation_count, quotation_capacity;
    uint32_t        *signs;       /* gsay_text.signs, growing in arena */
    size_t           sign_count, sign_capacity;
    size_t           block_sign;  /* where those of the block scanned last begin */
    bool             has_marks;   /* the block scanned last holds a quotation mark or an apostrophe on its own */
    size_t           open_speech; /* quotation that the last block left open, counted from 1; 0 is none */
    gsay_error      *err;
} gsay_scan;

/* The tokens of one block. */
typedef struct gsay_stretch {
    size_t begin;
    size_t end;
} gsay_stretch;

/* Append the tokens of bytes[block). Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_tokens_scan(gsay_scan *scan, gsay_span block);

/* Append the quotations of one block, set GSAY_TOKEN_OPENS and GSAY_TOKEN_CLOSES on their marks, and make a possessive of an
 * apostrophe after s that closes none. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_quotations_mark(gsay_scan *scan, gsay_stretch block);

/* Append the sentences of one block and set GSAY_TOKEN_FIRST. Needs the quotation marks' roles.
 * Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_sentences_split(gsay_scan *scan, gsay_stretch block, uint32_t block_index);

/* The address (URL, e-mail, path, handle, tag, escape, identifier) that holds the trigger byte at offset.
 *
 * window   the block: no address reaches beyond it.
 * checked  in and out: end of the stretch that was last looked at for a path; set it to window.begin at first. It keeps the
 *          work linear: every stretch is looked at once.
 * Returns  the span, empty when there is none. */
gsay_span gsay_address_find(gsay_str bytes, gsay_span window, uint32_t offset, uint32_t *checked);

/* The ASCII stand-in of a punctuation mark beyond ASCII (gsay_token.mark), or NUL. */
char gsay_mark_of(uint32_t codepoint);

/* Tell whether a token is punctuation with a mark. */
static inline bool gsay_token_is(const gsay_scan *scan, size_t index, char mark)
{
    return scan->tokens[index].kind == GSAY_TOKEN_PUNCT && scan->tokens[index].mark == mark;
}

#endif
