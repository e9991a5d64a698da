/* Vague amounts: "a few", "several", "a couple", "dozens", "hundreds of thousands".
 *
 * They are intervals as far as their words give any: nobody says "dozens" of fewer than two, nobody says how many at
 * most. */
#include "extract/numeral.h"

#define VAGUE_TOKENS_MAX 4u
#define CHAIN_MAX        3u /* links of "tens of thousands of millions" */

/* What a vague word or phrase leaves open. */
static const struct vague_row {
    uint32_t words[VAGUE_TOKENS_MAX]; /* ids of fixed words; as many as count */
    uint32_t count;
    int64_t  lo;
    int64_t  hi; /* 0: open */
} vague_rows[] = {
    { { GSAY_FIXED_A, GSAY_FIXED_FEW }, 2, 2, 9 },
    { { GSAY_FIXED_FEW }, 1, 2, 9 },
    { { GSAY_FIXED_SEVERAL }, 1, 3, 9 },
    { { GSAY_FIXED_A, GSAY_FIXED_COUPLE }, 2, 2, 2 },
    { { GSAY_FIXED_COUPLE }, 1, 2, 2 },
    { { GSAY_FIXED_A, GSAY_FIXED_HANDFUL }, 2, 2, 9 },
    { { GSAY_FIXED_TENS }, 1, 20, 0 },
    { { GSAY_FIXED_DOZENS }, 1, 24, 0 },
    { { GSAY_FIXED_SCORES }, 1, 40, 0 },
    { { GSAY_FIXED_HUNDREDS }, 1, 200, 0 },
    { { GSAY_FIXED_THOUSANDS }, 1, 2000, 0 },
    { { GSAY_FIXED_A, GSAY_FIXED_DOZEN, GSAY_FIXED_OR, GSAY_FIXED_SO }, 4, 10, 15 },
};

/* Tell whether the words of a row stand at a token. */
static bool has_words(const gsay_scan *scan, uint32_t at, const struct vague_row *row)
{
    uint32_t matched = 0;
    while (matched < row->count && gsay_scan_id(scan, at + matched) == row->words[matched])
        matched++;
    return matched == row->count;
}

/* Tell whether "scores" are those of a game and no twenties: no "of" follows them, and what stands before is neither a
 * word of grammar ("and scores were hurt") nor a verb that does something to people ("injuring scores"). */
static bool is_of_game(const gsay_scan *scan, uint32_t at)
{
    gsay_str before = gsay_scan_word(scan, at - 1)->folded;
    bool     is_done = gsay_scan_is(scan, at - 1, GSAY_WORD(VERB)) &&
                   (gsay_str_ends(before, GSAY_STR("ing")) || gsay_str_ends(before, GSAY_STR("ed")));
    bool is_grammar = gsay_scan_is(scan, at - 1, GSAY_WORD(STOP)) && !gsay_scan_is(scan, at - 1, GSAY_WORD(DETERMINER));
    return gsay_scan_id(scan, at) == GSAY_FIXED_SCORES && gsay_scan_id(scan, at + 1) != GSAY_FIXED_OF &&
           at > scan->begin && !is_done && !is_grammar;
}

/* The power of ten that "thousands", "millions" stand for, or 0. */
static int plural_scale(const gsay_scan *scan, uint32_t at)
{
    gsay_word_classes  both = GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER);
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    return (lexeme->classes & both) == both ? (int)gsay_lexeme_integer(lexeme) : 0;
}

static void set_interval(gsay_number *number, gsay_decimal lo, gsay_decimal hi, bool has_hi)
{
    number->lo = lo;
    number->hi = hi;
    number->has_lo = true;
    number->has_hi = has_hi;
    number->bound = GSAY_BOUND_VAGUE;
}

uint32_t gsay_scan_vague(const gsay_scan *scan, uint32_t at, gsay_number *number)
{
    gsay_word_classes       may_begin = GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(DETERMINER) | GSAY_WORD(MULTIPLIER);
    const struct vague_row *row = NULL;
    uint32_t                end = at;
    int                     power = 0;
    if (!gsay_scan_is(scan, at, may_begin))
        return at;
    for (size_t i = 0; i < sizeof vague_rows / sizeof *vague_rows; i++) {
        if (at + vague_rows[i].count > end && has_words(scan, at, &vague_rows[i])) {
            end = at + vague_rows[i].count;
            row = &vague_rows[i];
        }
    }
    /* "few" alone is not an amount ("few people"), nor is "couple" ("the couple"). */
    bool is_lone = row && end == at + 1 && (row->lo == 2 || is_of_game(scan, at));
    if (!row && plural_scale(scan, at)) {
        power = plural_scale(scan, at);
        end = at + 1;
    }
    if (end == at)
        return at;
    gsay_decimal lo = row ? gsay_decimal_from(row->lo) : gsay_decimal_shift(gsay_decimal_from(2), power);
    gsay_decimal hi = gsay_decimal_from(row ? row->hi : 0);
    bool         has_hi = row && row->hi;
    for (unsigned links = 0; links < CHAIN_MAX; links++) {
        uint32_t of = end + (gsay_scan_id(scan, end) == GSAY_FIXED_OF);
        int  scale = plural_scale(scan, of) ? plural_scale(scan, of) : gsay_scan_scale(scan, of, GSAY_CARDINAL_PLAIN);
        bool is_dozen = gsay_scan_id(scan, of) == GSAY_FIXED_DOZEN;
        if (!is_dozen && (!scale || gsay_scan_text(scan, of).len < 4))
            break;
        lo = is_dozen ? gsay_decimal_multiply(lo, gsay_decimal_from(12)) : gsay_decimal_shift(lo, scale);
        hi = is_dozen ? gsay_decimal_multiply(hi, gsay_decimal_from(12)) : gsay_decimal_shift(hi, scale);
        end = of + 1;
        is_lone = false;
    }
    if (is_lone)
        return at;
    set_interval(number, lo, hi, has_hi);
    return end;
}
