/* What recognisers share: the place where they stand, and small readers that all of them use.
 *
 * A new kind of mention is one file with a gsay_recogniser, its bit in extract.c, and what lets it try: there and in text/start.c. */
#ifndef GSAY_EXTRACT_RECOGNISER_H
#define GSAY_EXTRACT_RECOGNISER_H

#include "extract/extract.h"

#define GSAY_CARDINALS_KEPT 16u /* a power of two */

/* A cardinal as it was read at one place: recognisers and their shapes ask for the same ones again and again. */
typedef struct gsay_cardinal_memo {
    uint32_t     at;      /* the key: where it begins, plus one, so that zeroed memory holds none; in which sentence; how */
    uint32_t     begin;
    uint32_t     limit;
    uint32_t     options;
    uint32_t     end;     /* what was found there */
    gsay_decimal value;
} gsay_cardinal_memo;

/* The state of one walk. Recognisers read it; only extract.c writes. */
typedef struct gsay_scan {
    const gsay_text *text;
    gsay_arena      *arena;         /* for strings of values; a reading that is not taken leaves a little behind */
    int32_t          date;          /* the source's date or GSAY_DAY_NONE */
    const gsay_token *tokens;       /* of text, and the words of its vocabulary: kept here as every reader asks for them at every step */
    const gsay_word *words;
    uint32_t         begin;         /* tokens of the sentence under the walk: [begin, end); set by gsay_scan_enter */
    uint32_t         end;
    uint32_t         count;         /* end - begin */
    uint32_t         free_from;     /* tokens before this belong to the mention read last */
    bool             is_day_first;  /* the document's own evidence for 3/4/2020: set when is_order_known */
    bool             is_order_known;
    bool             is_loose;      /* the document sets blanks around marks inside numbers: "2, 129", "6. 4", "29 - year - old" */
    bool             is_narrative;  /* the text tells of the past by full dates: a date without a year is of the year named last */
    int16_t          told_year;     /* that year, as written; 0 before the first */
    struct gsay_date_memo *dates;   /* date.c: what was read already; NULL until then */
    gsay_cardinal_memo *cardinals;  /* number.c: GSAY_CARDINALS_KEPT places, by token; NULL: nothing is kept */
    bool             has_failed;    /* a recogniser ran out of memory: extraction ends with GSAY_ENOMEM */
} gsay_scan;

/* Try to read one mention that starts at token `at` (scan->begin <= at < scan->end).
 * mention  out: value, begin, end (end > begin), context; text and sentence are filled by the caller. Zeroed before, and left so when nothing
 *          was read. begin may lie before at, not before scan->free_from: letters in front of a sign ("US $") belong to it.
 * Returns  true when one was read. Never reads past scan->end, looks back no further than scan->free_from for what it takes in. */
typedef bool gsay_recogniser(gsay_scan *scan, uint32_t at, gsay_mention *mention);

gsay_recogniser gsay_recognise_identifier; /* identifier.c: versions, articles, addresses, model names, scores: what must not be a quantity */
gsay_recogniser gsay_recognise_number;     /* quantity.c: numbers with what follows them: %, money, units, ordinals, counted nouns, ranges */
gsay_recogniser gsay_recognise_date;       /* date.c: dates, times, durations, sets, periods */

/* Names and quotations need the whole document: they run once, after the walk. */
gsay_status gsay_find_names(gsay_scan *scan, gsay_mentions *mentions, gsay_error *err);
gsay_status gsay_find_quotes(gsay_scan *scan, gsay_mentions *mentions, gsay_error *err);
/* Finds the dateline before the walk, with the date recogniser, and whether the text is a narrative. */
gsay_dateline gsay_find_dateline(gsay_scan *scan);
/* when.c: learns the year of a mention that was taken, for the dates without one behind it. */
void gsay_scan_note(gsay_scan *scan, const gsay_mention *mention);

/* Let the scan see the tokens [begin, end) of its text alone. */
static inline void gsay_scan_enter(gsay_scan *scan, uint32_t begin, uint32_t end)
{
    scan->tokens = scan->text->tokens;
    scan->words = scan->text->vocabulary->words;
    scan->begin = begin;
    scan->end = end;
    scan->count = end - begin;
}

/* The token, or a token of kind PUNCT without mark beyond either end of the sentence. A pointer is chosen, so that an asker for one field
 * loads one field; one comparison tells both ends, as what lies before the first wraps round. */
static inline gsay_token gsay_scan_token(const gsay_scan *scan, uint32_t at)
{
    static const gsay_token none = { .kind = GSAY_TOKEN_PUNCT, .word = GSAY_ID_NONE };
    const gsay_token       *token = at - scan->begin < scan->count ? &scan->tokens[at] : &none;
    return *token;
}

/* What is known of the word at a token; the empty word beyond either end. */
static inline const gsay_word *gsay_scan_word(const gsay_scan *scan, uint32_t at)
{
    static const gsay_word none = { .folded = { .ptr = "" } };
    uint32_t               id = gsay_scan_token(scan, at).word;
    return id == GSAY_ID_NONE ? &none : &scan->words[id];
}

/* Tell whether the token's word has one of the classes. */
static inline bool gsay_scan_is(const gsay_scan *scan, uint32_t at, gsay_word_classes classes)
{
    return (gsay_scan_word(scan, at)->lexeme.classes & classes) != 0;
}

/* Tell whether the token is this folded word. Use GSAY_STR. */
static inline bool gsay_scan_says(const gsay_scan *scan, uint32_t at, gsay_str folded)
{
    return gsay_str_equal(gsay_scan_word(scan, at)->folded, folded);
}

/* The id of the token's word: a GSAY_FIXED_ one where the word has one, so that asking for it compares integers; GSAY_ID_NONE beyond either
 * end. */
static inline uint32_t gsay_scan_id(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).word;
}

/* Tell whether the token is PUNCT with this mark, which no token of another kind has. */
static inline bool gsay_scan_marks(const gsay_scan *scan, uint32_t at, char mark)
{
    return gsay_scan_token(scan, at).mark == mark && mark != 0;
}

/* Tell whether white space stands before the token. */
static inline bool gsay_scan_spaced(const gsay_scan *scan, uint32_t at)
{
    return (gsay_scan_token(scan, at).flags & GSAY_TOKEN_SPACED) != 0;
}

/* number.c: read a cardinal in digits, words or both ("1,500", "2.5 million", "twenty-one", "three and a half"), without unit or hedge.
 * Returns the token behind it, or at when there is none. value: out, with precision. */
uint32_t gsay_scan_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

/* ordinal.c: read an ordinal ("21st", "twenty-fifth", "third"). As gsay_scan_number. */
uint32_t gsay_scan_ordinal(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

#endif
