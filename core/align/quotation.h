/* Comparing the words of quotations, for the files quotation*.c and quotes.c alone.
 *
 * "A negation is 99 % similar": so words are compared, not scores. Two wordings are laid side by side (longest common
 * subsequence that prefers unbroken runs; Hunt and McIlroy, 1976, for the idea, dynamic programming for the doing), and
 * what stands in the gaps between aligned words decides (CHECKS.md, gate 13). */
#ifndef GSAY_ALIGN_QUOTATION_H
#define GSAY_ALIGN_QUOTATION_H

#include "align/align.h"
#include "base/intern.h"

#define GSAY_QUOTATION_WORDS_MIN 8u   /* words that two versions share at least */
#define GSAY_QUOTATION_ROW_WORDS 4u   /* of them in a row */
#define GSAY_QUOTATION_RUN_WORDS 3u   /* aligned words in a row at either end of the core */
#define GSAY_QUOTATION_PERMILLE  700u /* of the longer core that is aligned */
#define GSAY_QUOTATION_APART_PERMILLE                                                                                  \
    600u /* of the aligned words: words that both versions have of their own on one side of the core */
#define GSAY_QUOTATION_WINDOW                                                                                          \
    400u /* words of each that are laid side by side; longer ones are cut around what they share */

/* A wording: the words of a normal form as keys. */
typedef struct gsay_wording {
    uint32_t *words; /* ids of keys in the table of the alignment */
    gsay_str *texts; /* the words as they stand in the normal form; a part of one where a contraction was taken apart */
    uint8_t  *marks; /* count + 1: marks that stand before each word and behind the last; gsay_wording_mark */
    uint32_t  count;
} gsay_wording;

enum gsay_wording_mark {
    GSAY_WORDING_ELLIPSIS = 1, /* words were left out here, and it is said so */
    GSAY_WORDING_BRACKET = 2   /* the word, or what goes on from here, was put in */
};

/* What stands between two spaces of a normal form: a mark, a word, or two in one. */
typedef struct gsay_wording_piece {
    gsay_str texts[2];
    uint32_t words[2]; /* ids of their keys */
    uint8_t  count;
    uint8_t  mark; /* gsay_wording_mark, 0 for words */
    bool     is_read;
} gsay_wording_piece;

/* The keys of an alignment's words. Zeroed memory is a valid empty table. */
typedef struct gsay_wording_keys {
    gsay_intern         table;  /* of keys and pieces: most pieces are their own key */
    gsay_wording_piece *pieces; /* by id in the table; the arena that gsay_wording_read is given owns them */
    size_t              capacity;
} gsay_wording_keys;

/* Read a normal form. arena: the same one for all; keys: grows. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_wording_read(gsay_arena *arena, gsay_wording_keys *keys, gsay_str normal, gsay_wording *wording);
/* Give back what is not in the arena. */
void gsay_wording_keys_close(gsay_wording_keys *keys);

/* Memory for laying wordings side by side, used again and again. */
typedef struct gsay_quotation_table {
    uint16_t *matched;                         /* (window + 1) squared: best score that ends in a match */
    uint16_t *best;                            /* the same, ending anywhere */
    uint32_t  pairs[GSAY_QUOTATION_WINDOW][2]; /* aligned words: index in main, index in other; rising */
    uint32_t  pair_count;
    uint32_t  begin[2]; /* the words of each that were laid side by side: [begin, end) */
    uint32_t  end[2];
} gsay_quotation_table;

/* Get the memory. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_quotation_table_open(gsay_arena *arena, gsay_quotation_table *table);

/* What comparing found. */
typedef struct gsay_quotation_difference {
    gsay_quote_change change;
    gsay_str          lost;  /* words of main alone, joined by a space, stretches by " … " */
    gsay_str          found; /* words of other alone */
} gsay_quotation_difference;

/* Compare a wording with the main one. begin: a word of each where they share a row of words.
 * Returns GSAY_OK or GSAY_ENOMEM; is_version: out, false when the two are not versions of one quotation. */
gsay_status gsay_quotation_compare(gsay_arena *arena, gsay_quotation_table *table, const gsay_wording *sides[2],
                                   const uint32_t begin[2], gsay_quotation_difference *difference, bool *is_version);

#endif
