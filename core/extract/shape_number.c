/* Which shapes an expression of time can have that begins with a number or an article before one, which may begin any:
 * it is looked past for what the shapes must have, a month, a unit, the other end of a period. */
#include "extract/shape.h"

#define NEAR_TOKENS   6u  /* "twenty-first day of April": how far a month or a unit may stand from its number */
#define LAST_TOKENS   8u  /* "13[th to the 19th of October]": how far what makes a period of a number may stand */
#define NUMBER_TOKENS 24u /* a number that is longer may count units for all we look */
#define PLAIN_WORDS   2u  /* "a couple [of more] years" */
#define SHORT_BYTES   3u  /* "and", "of", "st", "BCE": words that phrases of time hold between the others */
#define ZONE_BYTES    5u  /* "local" */

/* Words behind an hour that go on with it. */
static const gsay_word_set behind_hour = { GSAY_SAYS(AM),   GSAY_SAYS(PM),   GSAY_SAYS(A),       GSAY_SAYS(P),
                                           GSAY_SAYS(ISH),  GSAY_SAYS(HRS),  GSAY_SAYS(O_CLOCK), GSAY_SAYS(OCLOCK),
                                           GSAY_SAYS(ON),   GSAY_SAYS(IN),   GSAY_SAYS(AT),      GSAY_SAYS(DURING),
                                           GSAY_SAYS(AND),  GSAY_SAYS(TO),   GSAY_SAYS(UP),      GSAY_SAYS(THROUGH),
                                           GSAY_SAYS(THRU), GSAY_SAYS(TILL), GSAY_SAYS(UNTIL) };

/* What a token says of the number before it, as bits. */
enum role {
    COUNTS = 1,   /* a number, a mark or an article: numbers go on over them */
    UNIT = 2,     /* lengths are counted in it */
    BENDS = 4,    /* "last", "next": before the unit */
    EVERY = 8,    /* "every" */
    REPEATS = 16, /* "times": counted by "every" or "a" */
    JOINS = 32,   /* a dash, or a word that joins the ends of a period */
    TURNS = 64    /* "past" or "to", as in "a quarter past" */
};

/* By the word. */
static const uint8_t word_roles[GSAY_FIXED_COUNT] = {
    [GSAY_FIXED_AND] = JOINS,     [GSAY_FIXED_TO] = JOINS | TURNS, [GSAY_FIXED_UP] = JOINS,
    [GSAY_FIXED_THROUGH] = JOINS, [GSAY_FIXED_THRU] = JOINS,       [GSAY_FIXED_TILL] = JOINS,
    [GSAY_FIXED_UNTIL] = JOINS,   [GSAY_FIXED_TIMES] = REPEATS
};

/* By what it means for a time. */
static const uint8_t meaning_roles[GSAY_TIME_WORD_COUNT] = {
    [GSAY_TIME_A] = COUNTS,       [GSAY_TIME_ANOTHER] = COUNTS,     [GSAY_TIME_LAST] = BENDS,
    [GSAY_TIME_PREVIOUS] = BENDS, [GSAY_TIME_PAST] = BENDS | TURNS, [GSAY_TIME_NEXT] = BENDS,
    [GSAY_TIME_COMING] = BENDS,   [GSAY_TIME_FOLLOWING] = BENDS,    [GSAY_TIME_CURRENT] = BENDS,
    [GSAY_TIME_RECENT] = BENDS,   [GSAY_TIME_EVERY] = EVERY,        [GSAY_TIME_WEEKEND] = UNIT,
    [GSAY_TIME_NIGHT] = UNIT,
};

/* Words behind the minutes of "20 past three". */
static const gsay_word_set behind_minutes = { GSAY_SAYS(MINUTES), GSAY_SAYS(MINUTE), GSAY_SAYS(MIN),
                                              GSAY_SAYS(MINS),    GSAY_SAYS(PAST),   GSAY_SAYS(TO) };

/* Words that make a time of the number before them. */
static const gsay_word_set end_words = { GSAY_SAYS(AM),    GSAY_SAYS(PM),  GSAY_SAYS(M),       GSAY_SAYS(P),
                                         GSAY_SAYS(H),     GSAY_SAYS(HRS), GSAY_SAYS(O_CLOCK), GSAY_SAYS(OCLOCK),
                                         GSAY_SAYS(HOURS), GSAY_SAYS(ISH) };

/* Words that a length is counted with. */
static const gsay_word_classes length_classes =
    GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(VAGUE_NUMBER);

static const gsay_word_classes number_classes = length_classes | GSAY_WORD(MULTIPLIER) | GSAY_WORD(ORDINAL);

/* Words that speak of time, or bend what does. */
static const gsay_word_classes time_classes = GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(DAY_WORD) |
                                              GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY) | GSAY_WORD(FEAST) |
                                              GSAY_WORD(TIME_UNIT) | GSAY_WORD(TIME_WORD);

/* Tell whether the word behind a number may be an era: "BC", "A.D.", "C.E.". */
static bool may_be_era(const gsay_scan *scan, uint32_t at)
{
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD && folded.len <= 3 && folded.ptr[0] >= 'a' &&
           folded.ptr[0] <= 'c';
}

/* Tell whether a word behind an hour may go on with it: it speaks of time, may name a zone or joins the hour to more.
 */
static bool goes_on_with_hour(const gsay_scan *scan, uint32_t at)
{
    const gsay_word *word = gsay_scan_word(scan, at);
    size_t           len = word->folded.len;
    if (word->lexeme.classes & (time_classes | GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL)) ||
        gsay_scan_among(scan, at, behind_hour))
        return true;
    if (len > ZONE_BYTES || (len > 1 && word->lexeme.classes & GSAY_WORD(STOP)))
        return false;
    bool is_capital = gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL;
    return len == ZONE_BYTES ? gsay_str_equal(word->folded, GSAY_STR("local"))
                             : len % 2 || is_capital; /* "est", "ET" */
}

/* Tell whether a word stands here that joins the ends of a period. */
static inline bool joins(const gsay_scan *scan, uint32_t at)
{
    uint32_t id = gsay_scan_id(scan, at);
    return id < GSAY_FIXED_COUNT && word_roles[id] & JOINS;
}

/* Tell whether a dash with the second end of a period behind it stands here, and no compound: "3-5", but "a 3-day
 * trip". */
static bool is_dash(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes ends = GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL) | GSAY_WORD(FRACTION) | GSAY_WORD(SCALE);
    return gsay_scan_marks(scan, at, '-') &&
           (gsay_scan_token(scan, at + 1).kind != GSAY_TOKEN_WORD ||
            gsay_scan_is(scan, at + 1, (time_classes & ~GSAY_WORD(TIME_UNIT)) | ends));
}

/* Tell by their first digit whether two digits are more than hours a day has: "30" and up. */
static bool is_above_hours(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    return token.kind == GSAY_TOKEN_DIGITS && token.end - token.begin == 2 &&
           gsay_token_text(scan->text, at).ptr[0] > '2';
}

/* Tell whether a number may be an hour: more of a time goes on behind it, or it is the second end of a period that does
 * not begin with digits (those ask for an hour themselves). An hour
 * that nothing makes one is of no use to anybody. */
static bool may_be_hour(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    if (is_above_hours(scan, at) && !gsay_scan_among(scan, at + 1, behind_minutes))
        return false;
    bool is_last = at > scan->begin + 1 && gsay_scan_token(scan, at - 2).kind != GSAY_TOKEN_DIGITS &&
                   (gsay_scan_marks(scan, at - 1, '-') || joins(scan, at - 1));
    if (is_last || next.kind == GSAY_TOKEN_DIGITS)
        return is_last || next.end - next.begin <= ZONE_BYTES;
    if (next.kind == GSAY_TOKEN_WORD)
        return goes_on_with_hour(scan, at + 1);
    gsay_token after = gsay_scan_token(scan, at + 2);
    if (next.mark == ':' || next.mark == '.' || next.mark == '\'')
        return after.kind == GSAY_TOKEN_DIGITS && after.end - after.begin == 2;
    bool is_apart = next.mark == ',' || next.mark == '(';
    return is_apart ? after.kind == GSAY_TOKEN_WORD && goes_on_with_hour(scan, at + 2) : is_dash(scan, at + 1);
}

/* Tell whether four digits may be a time: "1500 hours", "0300 GMT". */
static bool may_be_long_hour(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at + 1).kind == GSAY_TOKEN_WORD && goes_on_with_hour(scan, at + 1);
}

/* Tell whether digits with what follows them may be a decade: "1990s", "60's", and "1970 's" of tokenised text. */
static bool may_be_decade(const gsay_scan *scan, uint32_t at)
{
    return gsay_at_apostrophe(scan, at + 1) || gsay_scan_either(scan, at + 1, GSAY_FIXED_S, GSAY_FIXED_POSSESSIVE_S);
}

/* Tell whether a word or mark that joins the ends of a period stands behind digits, which an ending may make an
 * ordinal. */
static bool has_joint(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = gsay_scan_among(scan, at + 1, gsay_ordinal_endings) ? at + 2 : at + 1;
    return is_dash(scan, end) || joins(scan, end);
}

/* Tell whether what stands behind digits can go on with a date in digits: "-03", "/4", "-W11", "q4", " 10
 * 1974". */
static bool may_be_numeric(const gsay_scan *scan, uint32_t at)
{
    uint32_t   letter = gsay_scan_marks_any(scan, at + 1, "-/.") ? at + 2 : at + 1;
    gsay_token token = gsay_scan_token(scan, letter);
    if (token.kind == GSAY_TOKEN_DIGITS && gsay_scan_marks(scan, at + 1, '.')) /* "31.10.1974", but "3.8" */
        return gsay_scan_marks(scan, at + 3, '.') && gsay_scan_token(scan, at + 4).kind == GSAY_TOKEN_DIGITS;
    if (token.kind == GSAY_TOKEN_DIGITS)
        return letter > at + 1 || gsay_scan_token(scan, at + 2).kind == GSAY_TOKEN_DIGITS;
    return token.kind == GSAY_TOKEN_WORD && token.end - token.begin == 1 &&
           gsay_scan_token(scan, letter + 1).kind == GSAY_TOKEN_DIGITS;
}

/* What a run of digits begins, by its length and by what stands behind it. */
static uint32_t digits_shapes(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    uint32_t   len = token.end - token.begin;
    uint32_t   shapes = GSAY_SHAPES_COUNTED | GSAY_SHAPE_SET | GSAY_SHAPE_LAST_OR_NEXT |
                      (has_joint(scan, at) ? GSAY_SHAPE_BARE_FIRST : 0);
    bool is_era = may_be_era(scan, at + 1);
    if ((len <= 2 && may_be_hour(scan, at)) || (len == 4 && may_be_long_hour(scan, at)))
        shapes |= GSAY_SHAPE_CLOCK;
    if (len <= 2)
        shapes |= GSAY_SHAPE_DAY_FIRST;
    if (len == 4 || is_era)
        shapes |= GSAY_SHAPE_YEAR_FIRST | GSAY_SHAPE_BARE_YEAR | GSAY_SHAPE_SEASON;
    if (is_era || gsay_time_word_at(scan, at + 1) == GSAY_TIME_FISCAL)
        shapes |= GSAY_SHAPE_FISCAL;
    if (len > 4 || may_be_numeric(scan, at))
        shapes |= GSAY_SHAPE_NUMERIC;
    shapes |= may_be_decade(scan, at) ? GSAY_SHAPE_DECADE : 0;
    if (!gsay_joined(scan, at + 1))
        return shapes;
    return shapes | (gsay_scan_among(scan, at + 1, gsay_ordinal_endings)
                         ? GSAY_SHAPE_BARE_DAY | GSAY_SHAPE_NTH_OF | GSAY_SHAPE_CENTURY | GSAY_SHAPE_QUARTER
                         : 0);
}

/* What stands behind a number. */
typedef struct surroundings {
    gsay_word_classes near;  /* of the words of NEAR_TOKENS */
    unsigned          roles; /* what those play, and BENDS and UNIT of what stands soon, behind numbers and at most
                              * two other words in a row: without a unit no number need be worked out */
} surroundings;

/* The role that a token plays behind a number. */
static inline unsigned role_of(const gsay_token *token, const gsay_lexeme *lexeme)
{
    unsigned role = token->word < GSAY_FIXED_COUNT ? word_roles[token->word] : 0;
    if (lexeme->classes & GSAY_WORD(TIME_WORD))
        role |= meaning_roles[lexeme->index];
    if (lexeme->classes & (GSAY_WORD(TIME_UNIT) | GSAY_WORD(SEASON)))
        role |= UNIT;
    if (token->kind != GSAY_TOKEN_WORD || lexeme->classes & number_classes)
        role |= COUNTS;
    return token->mark == '-' ? role | JOINS : role;
}

/* Tell whether a token ends what a number may begin: a mark that no number or time holds, or a word that is neither
 * short nor of numbers or of time. */
static inline bool ends_phrase(const gsay_token *token, const gsay_word *word)
{
    if (token->kind == GSAY_TOKEN_PUNCT)
        return token->mark == '%' || token->mark == ';' || token->mark == '"' || token->mark == '$';
    return token->kind == GSAY_TOKEN_WORD && word->folded.len > SHORT_BYTES &&
           !(word->lexeme.classes & (number_classes | time_classes)) &&
           !(token->word < GSAY_FIXED_COUNT && (gsay_unit_adjectives[token->word] || token->word == GSAY_FIXED_POINT));
}

/* Tell whether an age goes on behind its unit: "-old", " old". */
static bool is_age(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_either(scan, gsay_skip_mark(scan, at, "-"), GSAY_FIXED_OLD, GSAY_FIXED_OLDS);
}

/* Look at what stands from a token on. */
static surroundings look_ahead(const gsay_scan *scan, uint32_t at)
{
    surroundings seen = { .near = 0 };
    uint32_t     near_end = at + NEAR_TOKENS, last = at + NUMBER_TOKENS - 1, plain = 0;
    bool         is_open = true; /* a unit may still come */
    for (uint32_t next = at; next < scan->end && (next < near_end || is_open); next++) {
        const gsay_token *token = &scan->tokens[next];
        const gsay_word  *word = gsay_scan_word(scan, next);
        unsigned          role = role_of(token, &word->lexeme);
        unsigned heard = REPEATS | (next < near_end ? EVERY | JOINS | TURNS : 0) | (is_open ? BENDS | UNIT : 0);
        seen.near |= next < near_end ? word->lexeme.classes : 0;
        seen.roles |= role & heard;
        if (ends_phrase(token, word))
            break;
        plain = role & COUNTS ? 0 : plain + 1;
        if (is_open && plain <= PLAIN_WORDS && next == last && next + 1 < scan->end)
            seen.roles |= BENDS | UNIT; /* for all we know */
        if (is_open && role & UNIT && is_age(scan, next + 1))
            seen.roles &= ~(unsigned)UNIT;
        is_open = is_open && !(role & UNIT) && !(seen.roles & UNIT) && plain <= PLAIN_WORDS;
    }
    return seen;
}

/* Tell whether a word is a number that counts and does not order. */
static bool is_cardinal(const gsay_scan *scan, uint32_t at)
{
    return (gsay_scan_word(scan, at)->lexeme.classes & (GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE))) &&
           !gsay_scan_is(scan, at, GSAY_WORD(ORDINAL));
}

/* Tell whether a word makes a day, a time or a year of what it stands by: a month, "p.m.", "noon", "BC", "GMT". */
static bool makes_end(const gsay_scan *scan, uint32_t at)
{
    gsay_token     token = gsay_scan_token(scan, at);
    gsay_time_word word = gsay_time_word_at(scan, at);
    bool           is_letter = token.flags & GSAY_TOKEN_CAPITAL && token.end - token.begin == 1;
    return gsay_scan_is(scan, at, GSAY_WORD(MONTH)) || (word >= GSAY_TIME_NOON && word <= GSAY_TIME_DAYTIME) ||
           gsay_scan_among(scan, at, end_words) || token.flags & GSAY_TOKEN_UPPER || is_letter ||
           (may_be_era(scan, at) && !gsay_scan_is(scan, at, GSAY_WORD(STOP)));
}

/* Tell whether what stands soon makes one end, and so the number before it the other, of a period: "13 to 15 July",
 * "9-11 am", but "a 20-13 win". */
static bool may_have_last(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t next = at; next < at + LAST_TOKENS && next < scan->end; next++) {
        bool is_point = gsay_scan_marks(scan, next, '.') && gsay_scan_token(scan, next + 1).kind == GSAY_TOKEN_DIGITS;
        if (makes_end(scan, next) || is_point || gsay_scan_marks_any(scan, next, ":/"))
            return true;
    }
    return false;
}

/* Of the shapes of a number those that lack what they must have: a month, a unit, "every"; and others. */
static uint32_t unmet_shapes(const gsay_scan *scan, uint32_t number, uint32_t shapes)
{
    surroundings seen = look_ahead(scan, number + 1);
    uint32_t     unmet = seen.near & GSAY_WORD(MONTH) ? 0 : GSAY_SHAPE_DAY_FIRST | GSAY_SHAPE_YEAR_FIRST;
    if (!(seen.near & GSAY_WORD(SEASON)))
        unmet |= GSAY_SHAPE_SEASON;
    if (!(seen.near & GSAY_WORD(TIME_UNIT)))
        unmet |= GSAY_SHAPE_CENTURY;
    if (!(seen.near & (GSAY_WORD(TIME_UNIT) | GSAY_WORD(FRACTION))))
        unmet |= GSAY_SHAPE_QUARTER;
    if (!(seen.near & GSAY_WORD(PREPOSITION)))
        unmet |= GSAY_SHAPE_NTH_OF;
    if (shapes & GSAY_SHAPE_BARE_FIRST && !(seen.roles & JOINS && may_have_last(scan, number + 1)))
        unmet |= GSAY_SHAPE_BARE_FIRST;
    if (is_cardinal(scan, number) && !(seen.near & GSAY_WORD(ORDINAL))) /* "twenty-first century" */
        unmet |= GSAY_SHAPE_CENTURY | GSAY_SHAPE_QUARTER | GSAY_SHAPE_NTH_OF;
    if (!(seen.roles & UNIT))
        unmet |= GSAY_SHAPES_COUNTED;
    bool is_bent =
        seen.roles & BENDS || gsay_scan_id(scan, number) == GSAY_FIXED_FIRST; /* "the first ten days of May" */
    if (!(seen.roles & UNIT && is_bent))
        unmet |= GSAY_SHAPE_LAST_OR_NEXT;
    if (!(seen.roles & (EVERY | REPEATS)))
        unmet |= GSAY_SHAPE_SET;
    return unmet;
}

/* Shapes that a number in words lacks what it must have for: "nineteen ninety-three", "seven o'clock". */
static uint32_t unmet_by_word(const gsay_scan *scan, uint32_t number)
{
    uint32_t next = gsay_skip_mark(scan, number + 1, "-");
    bool     is_longer = gsay_scan_is(scan, next, GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE));
    return (is_longer ? 0 : GSAY_SHAPE_BARE_YEAR | GSAY_SHAPE_FISCAL) |
           (may_be_hour(scan, number) ? 0 : GSAY_SHAPE_CLOCK);
}

/* What "a" or "another" cannot begin for want of what must follow at once: "a quarter past", "A.D. 70", "a long
 * weekend". */
static uint32_t unmet_by_a(const gsay_scan *scan, uint32_t next)
{
    gsay_token     token = gsay_scan_token(scan, next);
    gsay_time_word word = gsay_time_word_at(scan, next);
    bool           is_number = token.kind == GSAY_TOKEN_DIGITS || gsay_scan_is(scan, next, length_classes);
    bool is_unit = gsay_scan_is(scan, next, GSAY_WORD(TIME_UNIT) | GSAY_WORD(SEASON)) || word == GSAY_TIME_WEEKEND ||
                   word == GSAY_TIME_NIGHT;
    bool     is_letter = token.mark == '.' || (token.kind == GSAY_TOKEN_WORD && token.end - token.begin == 1);
    bool     is_open = is_number || is_unit || token.mark == '-' || gsay_scan_among(scan, next, gsay_unit_adjectives);
    unsigned roles = is_open ? look_ahead(scan, next).roles : 0;
    return ((is_number || is_unit) && roles & TURNS ? 0 : GSAY_SHAPE_CLOCK) |
           (is_letter ? 0 : GSAY_SHAPE_BARE_YEAR | GSAY_SHAPE_FISCAL) | (roles & UNIT ? 0 : GSAY_SHAPES_COUNTED);
}

uint32_t gsay_digits_shapes(const gsay_scan *scan, uint32_t at)
{
    uint32_t shapes = digits_shapes(scan, at);
    return shapes & ~unmet_shapes(scan, at, shapes);
}

uint32_t gsay_numeral_shapes(const gsay_scan *scan, uint32_t at, uint32_t shapes)
{
    uint32_t unmet = unmet_shapes(scan, at, shapes) | unmet_by_word(scan, at);
    bool     is_also_unit = gsay_scan_is(scan, at, GSAY_WORD(TIME_UNIT)); /* "quarters ago" */
    return shapes & ~(is_also_unit ? unmet & ~(uint32_t)GSAY_SHAPE_DISTANCE : unmet);
}

uint32_t gsay_symbol_shapes(const gsay_scan *scan, uint32_t at)
{
    return look_ahead(scan, at + 1).roles & UNIT ? GSAY_SHAPES_COUNTED : 0;
}

uint32_t gsay_one_shapes(const gsay_scan *scan, uint32_t at, uint32_t shapes)
{
    return shapes & ~unmet_by_a(scan, at + 1);
}
