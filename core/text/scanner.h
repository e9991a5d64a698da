/* Shared by token.c and word.c only: one block being scanned. */
#ifndef GSAY_TEXT_SCANNER_H
#define GSAY_TEXT_SCANNER_H

#include "text/scan.h"

/* Where the scan of one block stands. */
typedef struct gsay_scanner {
    gsay_scan           *scan;
    const unsigned char *bytes;    /* document.text */
    gsay_span            block;
    uint32_t             loadable; /* offsets of the block before this have 17 bytes of text from there on: a space and a long word */
    uint32_t             at;
    uint32_t             checked;  /* see gsay_address_find */
    uint8_t              pending;  /* flags of the next token: GSAY_TOKEN_SPACED, GSAY_TOKEN_LINE */
} gsay_scanner;

/* The id of some bytes, folded. is_ascii: they are known to be ASCII letters, digits and apostrophes. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_word_find(const gsay_scanner *scanner, gsay_span span, bool is_ascii, uint32_t *id);

/* Tell whether a possessive s stands at offset, behind an apostrophe, and nothing more. */
bool gsay_possessive_ends(const gsay_scanner *scanner, uint32_t at);

/* Tell whether an ASCII word ends at offset: no letter follows, of any alphabet, and no apostrophe between letters. Most of what lies
 * beyond ASCII in English is general punctuation (E2 80), of which only the joiners belong to words. */
bool gsay_word_ends(const gsay_scanner *scanner, uint32_t at);

/* Scan the word of any alphabet at scanner->at. token: begin and flags are set, the rest is filled in. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_wide_word_scan(const gsay_scanner *scanner, gsay_token *token);

/* As gsay_wide_word_scan, for a word that begins with an ASCII letter: faster where all of it is ASCII. */
gsay_status gsay_word_scan(const gsay_scanner *scanner, gsay_token *token);

#endif
