/* What the files of this folder share: the shape of a closed class, and the key under which a word is packed.
 *
 * The tables stand in the order in which a reader looks for things, several forms to a row. Nothing searches them: the
 * generator (words/generate.c) is linked with them, splits the rows into forms and packs each form beside the words of
 * the open lists, with links back to its rows. So one probe answers for all classes, and no table need be sorted by
 * hand. Private to core/lexicon and its tests. */
#ifndef GSAY_LEXICON_CLOSED_H
#define GSAY_LEXICON_CLOSED_H

#include "lexicon/lexicon.h"

/* One row of a closed class: all forms that mean the same. */
typedef struct gsay_lexicon_row {
    const char       *words;   /* folded forms, separated by a space */
    gsay_word_classes classes; /* what every form is */
    int64_t           number;  /* lexeme.number; 0 adds nothing */
    const char       *phrases; /* folded forms of several words, separated by commas; NULL is none */
    uint8_t           index;   /* lexeme.index; 0 adds nothing */
} gsay_lexicon_row;

/* A closed class, or some of one file. */
typedef struct gsay_lexicon_table {
    const gsay_lexicon_row *rows;
    size_t                  count;
} gsay_lexicon_table;

/* A unit and how it is written. */
typedef struct gsay_unit_row {
    gsay_unit   unit;
    const char *words;   /* folded, separated by spaces; NULL is none */
    const char *phrases; /* folded, of several words, separated by commas; NULL is none */
    const char *symbols; /* case-sensitive, separated by spaces; NULL is none */
} gsay_unit_row;

/* A currency and how it is written; fields as in gsay_unit_row. */
typedef struct gsay_currency_row {
    gsay_currency currency;
    const char   *words;
    const char   *phrases;
    const char   *symbols;
} gsay_currency_row;

/* Numbers in words: numerals.c. */
extern const gsay_lexicon_table gsay_numeral_table;
/* Words of the calendar: calendar_words.c. */
extern const gsay_lexicon_table gsay_calendar_table;
/* Words around names: people.c. */
extern const gsay_lexicon_table gsay_people_table;
/* Irregular plurals: nouns.c. */
extern const gsay_lexicon_table gsay_noun_table;
/* Words of the language: grammar.c. */
extern const gsay_lexicon_table gsay_grammar_table;

/* Units: units.c. */
extern const gsay_unit_row gsay_unit_rows[];
/* The number of unit rows. */
extern const size_t gsay_unit_count;
/* Currencies: currencies.c. */
extern const gsay_currency_row gsay_currency_rows[];
/* The number of currency rows. */
extern const size_t gsay_currency_count;

/* Keys live in spaces, so that "MB" the symbol never meets "mb" the word. */
typedef enum gsay_word_space {
    GSAY_SPACE_WORD = 0, /* folded words and phrases */
    GSAY_SPACE_UNIT,     /* unit symbols, case kept */
    GSAY_SPACE_CURRENCY, /* currency signs and codes, case kept */
    GSAY_SPACE_CODE      /* UCUM codes */
} gsay_word_space;

/* A link from a packed word to the row that knows more of it: kind in the top bits, row number in the low ones. */
typedef enum gsay_link_kind {
    GSAY_LINK_NUMERAL = 0, /* rows of gsay_numeral_table */
    GSAY_LINK_CALENDAR,    /* rows of gsay_calendar_table */
    GSAY_LINK_GRAMMAR,     /* rows of gsay_grammar_table */
    GSAY_LINK_PEOPLE,      /* rows of gsay_people_table */
    GSAY_LINK_NOUN,        /* rows of gsay_noun_table */
    GSAY_LINK_UNIT,        /* gsay_unit_rows */
    GSAY_LINK_CURRENCY     /* gsay_currency_rows */
} gsay_link_kind;

#define GSAY_LINK_SHIFT     12u                           /* row numbers have 12 bits */
#define GSAY_LINK_ROWS      ((1u << GSAY_LINK_SHIFT) - 1) /* the mask of a row number */
#define GSAY_SET_BITS       12u /* of a record: the number of its set of classes; the bits above count its links */
#define GSAY_LINKS_MAX      7u  /* links that one word may have */
#define GSAY_WORD_BYTES_MAX 63u
#define GSAY_BUCKETS        262144u /* of packed words, by the low bits of their hash: a word in each */

/* What is packed of one word. */
typedef struct gsay_word_entry {
    gsay_word_classes    classes; /* of none there is no record */
    size_t               link_count;
    const unsigned char *links; /* pairs of bytes, low first: gsay_link_kind << GSAY_LINK_SHIFT | row */
} gsay_word_entry;

/* Four bytes of a key as a number, the first one lowest: the same on the building machine and on the one that asks. */
static inline uint64_t gsay_word_four(const unsigned char *byte)
{
    return byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

/* One step of the hash. The multiplier is that of Steele and Vigna for 64 bits (2022), "Computationally easy, spectrally good
 * multipliers"; the high bits come back in, since they alone depend on all bits below. */
static inline uint64_t gsay_word_mix(uint64_t hash)
{
    hash *= 0xd1342543de82ef95u;
    return hash ^ hash >> 32;
}

/* Up to eight bytes of a key as a number, in two halves that may share some. */
static inline uint64_t gsay_word_eight(const unsigned char *byte, size_t len)
{
    if (len >= 4)
        return gsay_word_four(byte) | gsay_word_four(byte + len - 4) << 32;
    return len ? byte[0] | (uint32_t)byte[len >> 1] << 8 | (uint32_t)byte[len - 1] << 16 : 0;
}

/* The hash of a key: eight bytes a step. */
static inline uint64_t gsay_word_hash(gsay_word_space space, gsay_str key)
{
    const unsigned char *byte = (const unsigned char *)key.ptr;
    uint64_t             hash = (uint64_t)key.len << 2 | (uint64_t)space;
    size_t               left = key.len;
    for (; left > 8; left -= 8, byte += 8)
        hash = gsay_word_mix(hash ^ gsay_word_eight(byte, 8));
    return gsay_word_mix(hash ^ gsay_word_eight(byte, left));
}

/* Tell whether two keys of one length are the same. */
static inline bool gsay_word_same(const unsigned char *one, const unsigned char *other, size_t len)
{
    for (; len > 8; len -= 8, one += 8, other += 8) {
        if (gsay_word_eight(one, 8) != gsay_word_eight(other, 8))
            return false;
    }
    return gsay_word_eight(one, len) == gsay_word_eight(other, len);
}

/* The bucket of a hash. */
static inline uint32_t gsay_word_bucket(uint64_t hash)
{
    return (uint32_t)(hash % GSAY_BUCKETS);
}

/* Find a packed word. entry: out, untouched when there is none. Returns whether there is one. */
bool gsay_words_find(gsay_word_space space, gsay_str key, gsay_word_entry *entry);

#endif
