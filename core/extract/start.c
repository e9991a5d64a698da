/* Where an expression of time can start: asked at every number, article and "last" of a text, so it costs a glance at a
 * few tokens and spares the readers nearly all of them. It may say yes for nothing, never no for something that the
 * readers take. */
#include "extract/shape.h"

#define WINDOW_TOKENS 10u /* within these a number or article must meet a word of time */
#define FEAST_TOKENS  6u  /* "Martin Luther King Jr. Day": within these a feast must have its last word */

/* What makes a time of the number, or goes on behind the modifier, before it. */
static const gsay_word_set behind_digits = { GSAY_SAYS(O_CLOCK), GSAY_SAYS(OCLOCK), GSAY_SAYS(PAST),
                                             GSAY_SAYS(NOON),    GSAY_SAYS(ISH),    GSAY_SAYS(BCE) };
static const gsay_word_set behind_numerals = { GSAY_SAYS(O_CLOCK), GSAY_SAYS(OCLOCK), GSAY_SAYS(PAST),
                                               GSAY_SAYS(TO),      GSAY_SAYS(AM),     GSAY_SAYS(PM),
                                               GSAY_SAYS(A),       GSAY_SAYS(P),      GSAY_SAYS(NOON) };
static const gsay_word_set behind_modifiers = { GSAY_SAYS(OF),       GSAY_SAYS(IN),    GSAY_SAYS(PART),
                                                GSAY_SAYS(CALENDAR), GSAY_SAYS(OTHER), GSAY_SAYS(SINGLE),
                                                GSAY_SAYS(LONG),     GSAY_SAYS(FULL),  GSAY_SAYS(WHOLE),
                                                GSAY_SAYS(ENTIRE),   GSAY_SAYS(SOLID) };

/* Words that speak of time wherever they stand. */
static const gsay_word_classes time_classes =
    GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(DAY_WORD) | GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY);

static const gsay_word_classes number_classes =
    GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL) | GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(FRACTION);

/* Whether a TIME_WORD speaks of time by itself, or bends what follows ("last", "early", "from"). */
static bool is_time_itself(gsay_time_word word)
{
    return word >= GSAY_TIME_NOON && word != GSAY_TIME_QUARTER_LETTER && word != GSAY_TIME_HALF_LETTER;
}

static bool is_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

/* Tell whether the digits have the length of a year. */
static bool may_be_year(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_DIGITS && token.end - token.begin == 4;
}

/* Tell whether the token makes an expression of time of a number or article before it. */
static bool speaks_of_time(const gsay_scan *scan, uint32_t at)
{
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, at)->lexeme;
    if (lexeme->classes & (time_classes | GSAY_WORD(TIME_UNIT)))
        return true;
    if (lexeme->classes & GSAY_WORD(TIME_WORD))
        return is_time_itself((gsay_time_word)lexeme->index);
    return may_be_year(scan, at);
}

/* Tell whether a word of time stands soon. What was passed over in vain is remembered: each token is looked at once. */
static bool meets_time(const gsay_scan *scan, uint32_t at)
{
    gsay_date_memo *memo = scan->dates;
    uint32_t        limit = at + WINDOW_TOKENS < scan->end ? at + WINDOW_TOKENS : scan->end;
    uint32_t        next = memo && memo->time_from <= at && at <= memo->time_next ? memo->time_next : at;
    if (next >= limit)
        return false;
    while (next < limit && !(scan->tokens[next].starts & GSAY_START_DATE && speaks_of_time(scan, next)))
        next++;
    if (memo) {
        memo->time_from = at;
        memo->time_next = next;
    }
    return next < limit;
}

/* Digits that can be a clock, a numeric date or a year: by their length or by the mark or word behind them. */
static bool digits_can_start(const gsay_scan *scan, uint32_t at)
{
    uint32_t   next = at + 1;
    gsay_token token = gsay_scan_token(scan, at);
    size_t     len = token.end - token.begin;
    if (len == 4 || len == 8)
        return true;
    if ((gsay_scan_marks_any(scan, next, ":/.-") || is_digits(scan, next)) && is_digits(scan, next + 1))
        return true;
    if (gsay_scan_token(scan, next).kind == GSAY_TOKEN_WORD && gsay_scan_word(scan, next)->folded.len <= 2)
        return true; /* pm, h, bc, th, q4 */
    return meets_time(scan, next) || gsay_scan_among(scan, next, behind_digits);
}

/* A year or an hour in words: "nineteen sixty-nine", "half past seven", "seven o'clock". */
static bool numeral_can_start(const gsay_scan *scan, uint32_t at)
{
    uint32_t next = gsay_skip_mark(scan, at + 1, "-");
    return gsay_scan_is(scan, next, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE)) ||
           gsay_scan_among(scan, next, behind_numerals) || meets_time(scan, at + 1);
}

bool gsay_feast_can_start(const gsay_scan *scan, uint32_t at)
{
    if (!gsay_scan_is(scan, at, GSAY_WORD(FEAST)))
        return false;
    for (uint32_t ahead = at + 1; ahead <= at + FEAST_TOKENS; ahead++)
        if (gsay_scan_is(scan, ahead, GSAY_WORD(FEAST_LAST)))
            return true;
    return false;
}

/* As gsay_feast_can_start, for words that are not of grammar: "all" and "may" begin feasts and much else. */
static bool may_be_feast(const gsay_scan *scan, uint32_t at)
{
    return !gsay_scan_is(scan, at, GSAY_WORD(STOP)) && gsay_feast_can_start(scan, at);
}

/* "the", "last", "from", "every": what follows at once must be able to go on, and time must be met soon. */
static bool modifier_can_start(const gsay_scan *scan, uint32_t at, gsay_time_word word)
{
    const gsay_word_classes counts =
        number_classes | GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD) | GSAY_WORD(MULTIPLIER);
    uint32_t          next = at + 1;
    gsay_token        token = gsay_scan_token(scan, next);
    gsay_word_classes classes = gsay_vocabulary_word(scan->text->vocabulary, token.word)->lexeme.classes;
    if (token.kind == GSAY_TOKEN_WORD && !(classes & (time_classes | counts | GSAY_WORD(FEAST)))) /* as most are */
        return gsay_scan_among(scan, next, behind_modifiers) && meets_time(scan, next);
    bool is_bent = word <= GSAY_TIME_RECENT || word == GSAY_TIME_ANY;
    if (is_bent && gsay_scan_either(scan, next, GSAY_FIXED_THE, GSAY_FIXED_A)) /* "that the", "all the" */
        return false;
    if (token.kind == GSAY_TOKEN_DIGITS)
        return true;
    if (token.kind == GSAY_TOKEN_PUNCT)
        return token.mark == '-' || token.mark == '\'' || (!token.mark && meets_time(scan, next));
    if (classes & time_classes)
        return true;
    if (classes & counts)
        return meets_time(scan, next) || token.word == GSAY_FIXED_QUARTER || numeral_can_start(scan, next);
    return (gsay_scan_among(scan, next, behind_modifiers) || may_be_feast(scan, next)) && /* "next Memorial Day" */
           meets_time(scan, next);
}

/* A word of time: one that speaks of it by itself, a letter before digits ("Q3"), or a modifier. */
static bool word_can_start(const gsay_scan *scan, uint32_t at, gsay_time_word word)
{
    if (word == GSAY_TIME_QUARTER_LETTER || word == GSAY_TIME_HALF_LETTER)
        return is_digits(scan, at + 1);
    return is_time_itself(word) || modifier_can_start(scan, at, word);
}

bool gsay_date_can_start(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes starts =
        time_classes | number_classes | GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD) | GSAY_WORD(FEAST);
    gsay_token         token = gsay_scan_token(scan, at);
    const gsay_lexeme *lexeme = &gsay_vocabulary_word(scan->text->vocabulary, token.word)->lexeme;
    gsay_word_classes  classes = lexeme->classes;
    if (token.kind == GSAY_TOKEN_DIGITS)
        return digits_can_start(scan, at);
    if (token.kind == GSAY_TOKEN_PUNCT)
        return token.mark == '\'' ? is_digits(scan, at + 1) : !token.mark && meets_time(scan, at + 1);
    if (!(classes & starts))
        return token.word == GSAY_FIXED_CALENDAR && gsay_scan_id(scan, at + 1) == GSAY_FIXED_YEAR;
    if (classes & time_classes)
        return true;
    if (classes & GSAY_WORD(TIME_WORD))
        return word_can_start(scan, at, (gsay_time_word)lexeme->index);
    bool is_unit = classes & GSAY_WORD(TIME_UNIT), is_number = classes & number_classes;
    if (is_number && (!is_unit || classes & GSAY_WORD(ORDINAL)) && numeral_can_start(scan, at)) /* "second of March" */
        return true;
    if (is_unit)
        return is_digits(scan, at + 1) || (token.end - token.begin > 1 && !(token.flags & GSAY_TOKEN_POSSESSIVE) &&
                                           gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("s")));
    return !is_number && may_be_feast(scan, at);
}
