/* Which shapes an expression of time can have, by what it begins with. What kind of word stands there picks two or
 * three of them from a table, and what follows at once drops some; numbers stand in shape_number.c. So most readers are
 * never called in vain. What is dropped here no reader would take. */
#include "extract/shape.h"

/* Short names for the tables. */
enum {
    WITH_WEEKDAY = GSAY_SHAPE_WITH_WEEKDAY,
    MONTH_FIRST = GSAY_SHAPE_MONTH_FIRST,
    DAY_FIRST = GSAY_SHAPE_DAY_FIRST,
    YEAR_FIRST = GSAY_SHAPE_YEAR_FIRST,
    BARE_YEAR = GSAY_SHAPE_BARE_YEAR,
    DAY_WORD = GSAY_SHAPE_DAY_WORD,
    NTH_OF = GSAY_SHAPE_NTH_OF,
    ADJECTIVE = GSAY_SHAPE_ADJECTIVE,
    DISTANCE = GSAY_SHAPE_DISTANCE,
    UNIT_OF = GSAY_SHAPE_UNIT_OF,
    FISCAL = GSAY_SHAPE_FISCAL,
    DECADE = GSAY_SHAPE_DECADE,
    CENTURY = GSAY_SHAPE_CENTURY,
    QUARTER = GSAY_SHAPE_QUARTER,
    SEASON = GSAY_SHAPE_SEASON,
    CLOCK = GSAY_SHAPE_CLOCK,
    PART = GSAY_SHAPE_PART,
    MODIFIED = GSAY_SHAPE_MODIFIED,
    OPENED = GSAY_SHAPE_OPENED,
    BARE_FIRST = GSAY_SHAPE_BARE_FIRST,
    LAST_OR_NEXT = GSAY_SHAPE_LAST_OR_NEXT,
    SET = GSAY_SHAPE_SET,
    COUNTED = GSAY_SHAPES_COUNTED
};

/* Shapes that "the" may stand before. */
static const uint32_t after_article = DAY_FIRST | GSAY_SHAPE_BARE_DAY | BARE_YEAR | DAY_WORD | NTH_OF | ADJECTIVE |
                                      UNIT_OF | FISCAL | DECADE | CENTURY | QUARTER | SEASON | GSAY_SHAPE_HOLIDAY |
                                      GSAY_SHAPE_WEEK | PART | MODIFIED | SET | BARE_FIRST | LAST_OR_NEXT;

/* What a word of a class begins, by the class's number; units have a function of their own. */
static const uint32_t class_shapes[] = {
    [GSAY_WORD_NUMBER_WEEKDAY] = WITH_WEEKDAY | UNIT_OF | SET,
    [GSAY_WORD_NUMBER_MONTH] = MONTH_FIRST,
    [GSAY_WORD_NUMBER_DAY_WORD] = DAY_WORD,
    [GSAY_WORD_NUMBER_SEASON] = SEASON | DISTANCE | GSAY_SHAPE_PLURAL,
    [GSAY_WORD_NUMBER_NUMERAL] =
        DAY_FIRST | BARE_YEAR | NTH_OF | FISCAL | CENTURY | QUARTER | CLOCK | SET | BARE_FIRST | LAST_OR_NEXT | COUNTED,
    [GSAY_WORD_NUMBER_ORDINAL] = DAY_FIRST | NTH_OF | CENTURY | QUARTER | SET | BARE_FIRST,
    [GSAY_WORD_NUMBER_SCALE] = CENTURY | QUARTER | COUNTED,
    [GSAY_WORD_NUMBER_FRACTION] = CLOCK | COUNTED,
    [GSAY_WORD_NUMBER_VAGUE_NUMBER] = COUNTED,
};

/* The classes of that table. */
static const gsay_word_classes shaped_classes = GSAY_WORD(WEEKDAY) | GSAY_WORD(MONTH) | GSAY_WORD(DAY_WORD) |
                                                GSAY_WORD(SEASON) | GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL) |
                                                GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(VAGUE_NUMBER);

/* What a word of time begins, by its meaning. */
static const uint32_t meaning_shapes[GSAY_TIME_WORD_COUNT] = {
    [GSAY_TIME_A] = BARE_YEAR | FISCAL | CLOCK | COUNTED,
    [GSAY_TIME_ANOTHER] = COUNTED,
    [GSAY_TIME_AD] = BARE_YEAR | FISCAL,
    [GSAY_TIME_FISCAL] = FISCAL,
    [GSAY_TIME_LAST] = ADJECTIVE | NTH_OF | QUARTER | SET | LAST_OR_NEXT,
    [GSAY_TIME_PAST] = ADJECTIVE | LAST_OR_NEXT,
    [GSAY_TIME_PREVIOUS] = ADJECTIVE | LAST_OR_NEXT,
    [GSAY_TIME_NEXT] = ADJECTIVE | LAST_OR_NEXT,
    [GSAY_TIME_COMING] = ADJECTIVE | LAST_OR_NEXT,
    [GSAY_TIME_FOLLOWING] = ADJECTIVE | LAST_OR_NEXT,
    [GSAY_TIME_RECENT] = LAST_OR_NEXT,
    [GSAY_TIME_THIS] = ADJECTIVE,
    [GSAY_TIME_CURRENT] = ADJECTIVE,
    [GSAY_TIME_SAME] = ADJECTIVE,
    [GSAY_TIME_THAT] = ADJECTIVE,
    [GSAY_TIME_PRESENT] = DAY_WORD,
    [GSAY_TIME_LATELY] = DAY_WORD,
    [GSAY_TIME_EARLY] = PART | MODIFIED,
    [GSAY_TIME_MIDDLE] = PART | MODIFIED,
    [GSAY_TIME_LATE] = PART | MODIFIED,
    [GSAY_TIME_EARLIER] = MODIFIED,
    [GSAY_TIME_LATER] = MODIFIED,
    [GSAY_TIME_BEGINNING] = MODIFIED,
    [GSAY_TIME_END] = MODIFIED,
    [GSAY_TIME_TURN] = MODIFIED,
    [GSAY_TIME_REST] = MODIFIED,
    [GSAY_TIME_FROM] = OPENED,
    [GSAY_TIME_BETWEEN] = OPENED,
    [GSAY_TIME_EVERY] = SET,
    [GSAY_TIME_ANY] = SET,
    [GSAY_TIME_ONCE] = SET,
    [GSAY_TIME_NOON] = CLOCK,
    [GSAY_TIME_MIDNIGHT] = CLOCK,
    [GSAY_TIME_MORNING] = PART,
    [GSAY_TIME_AFTERNOON] = PART,
    [GSAY_TIME_EVENING] = PART,
    [GSAY_TIME_NIGHT] = PART | DISTANCE | GSAY_SHAPE_PLURAL,
    [GSAY_TIME_DAYTIME] = PART,
    [GSAY_TIME_WEEKEND] = UNIT_OF | DISTANCE | GSAY_SHAPE_PLURAL,
    [GSAY_TIME_QUARTER_LETTER] = QUARTER,
    [GSAY_TIME_HALF_LETTER] = QUARTER,
    [GSAY_TIME_TIMES_OF_TEN] = DECADE,
    [GSAY_TIME_HOURLY] = SET,
    [GSAY_TIME_DAILY] = SET,
    [GSAY_TIME_EVERYDAY] = SET,
    [GSAY_TIME_WEEKLY] = SET,
    [GSAY_TIME_FORTNIGHTLY] = SET,
    [GSAY_TIME_MONTHLY] = SET,
    [GSAY_TIME_QUARTERLY] = SET,
    [GSAY_TIME_HALF_YEARLY] = SET,
    [GSAY_TIME_YEARLY] = SET,
    [GSAY_TIME_BIENNIAL] = SET,
};

/* What a unit begins: each shape wants one of its own, "the day before", "week 31", "the year 1939". */
static uint32_t unit_shapes(uint32_t id)
{
    const uint32_t of_any = DISTANCE | GSAY_SHAPE_PLURAL;
    switch (id) {
    case GSAY_FIXED_DAY:
        return of_any | DAY_WORD;
    case GSAY_FIXED_WEEK:
        return of_any | UNIT_OF | GSAY_SHAPE_WEEK;
    case GSAY_FIXED_YEAR:
        return of_any | BARE_YEAR | UNIT_OF;
    case GSAY_FIXED_MONTH:
        return of_any | UNIT_OF;
    case GSAY_FIXED_QUARTER:
        return of_any | CLOCK;
    default:
        return of_any;
    }
}

/* What a word begins. */
static uint32_t word_shapes(uint32_t id, const gsay_lexeme *lexeme)
{
    uint32_t shapes = id == GSAY_FIXED_CALENDAR || id == GSAY_FIXED_CY ? BARE_YEAR
                      : id == GSAY_FIXED_FIRST                         ? LAST_OR_NEXT
                                                                       : 0;
    for (gsay_word_classes left = lexeme->classes & shaped_classes; left; left &= left - 1)
        shapes |= class_shapes[__builtin_ctzll(left)];
    if (lexeme->classes & GSAY_WORD(TIME_WORD))
        shapes |= meaning_shapes[lexeme->index];
    if (lexeme->classes & GSAY_WORD(TIME_UNIT))
        shapes |= unit_shapes(id);
    return shapes;
}

/* What a unit cannot begin for want of what must follow: "the year 1939", "the day before yesterday". */
static uint32_t unmet_by_unit(const gsay_scan *scan, uint32_t id, uint32_t next)
{
    if (id == GSAY_FIXED_DAY)
        return gsay_scan_either(scan, next, GSAY_FIXED_BEFORE, GSAY_FIXED_AFTER) ? 0 : DAY_WORD;
    uint32_t unmet = gsay_scan_either(scan, next, GSAY_FIXED_AFTER, GSAY_FIXED_BEFORE) ? 0 : UNIT_OF; /* "after next" */
    if (id != GSAY_FIXED_YEAR)
        return id == GSAY_FIXED_MONTH ? unmet : 0;
    gsay_token token = gsay_scan_token(scan, next);
    bool       is_number = token.kind == GSAY_TOKEN_DIGITS || token.mark == '\'' || token.word == GSAY_FIXED_OF ||
                     gsay_scan_is(scan, next, GSAY_WORD(NUMERAL) | GSAY_WORD(TIME_WORD)); /* "the year A.D. 70" */
    return is_number ? unmet : unmet | BARE_YEAR;
}

/* What a weekday cannot begin for want of what must follow: "Monday of this week", "Monday mornings", or its plural. */
static uint32_t unmet_by_weekday(const gsay_scan *scan, uint32_t at)
{
    uint32_t       next = gsay_skip_mark(scan, at + 1, ".");
    gsay_time_word word = gsay_time_word_at(scan, next);
    bool           is_set = (word >= GSAY_TIME_MORNING && word <= GSAY_TIME_NIGHT) ||
                  gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("days"));
    bool is_unit_of =
        gsay_scan_id(scan, next) == GSAY_FIXED_OF || gsay_scan_either(scan, next, GSAY_FIXED_AFTER, GSAY_FIXED_BEFORE);
    return (is_unit_of ? 0 : UNIT_OF) | (is_set ? 0 : SET);
}

/* What the token begins, "the" apart. */
static uint32_t head_shapes(const gsay_scan *scan, uint32_t head)
{
    const gsay_word_classes counts =
        GSAY_WORD(NUMERAL) | GSAY_WORD(SCALE) | GSAY_WORD(FRACTION) | GSAY_WORD(VAGUE_NUMBER) | GSAY_WORD(ORDINAL);
    gsay_token         token = gsay_scan_token(scan, head);
    const gsay_lexeme *lexeme = &gsay_scan_word(scan, head)->lexeme;
    if (token.kind == GSAY_TOKEN_DIGITS)
        return gsay_digits_shapes(scan, head);
    if (token.kind == GSAY_TOKEN_PUNCT)
        return token.mark == '\'' ? BARE_YEAR | DECADE : gsay_symbol_shapes(scan, head);
    uint32_t shapes = word_shapes(token.word, lexeme);
    if (lexeme->classes & counts)
        return gsay_numeral_shapes(scan, head, shapes);
    gsay_time_word word = gsay_time_word_at(scan, head);
    if (word == GSAY_TIME_A || word == GSAY_TIME_ANOTHER)
        return gsay_one_shapes(scan, head, shapes);
    if (lexeme->classes & GSAY_WORD(TIME_UNIT))
        return shapes & ~unmet_by_unit(scan, token.word, head + 1);
    if (lexeme->classes & GSAY_WORD(WEEKDAY))
        return shapes & ~unmet_by_weekday(scan, head);
    return shapes;
}

/* As gsay_opening_find, without its memory. */
static gsay_opening find_opening(const gsay_scan *scan, uint32_t at)
{
    bool     has_article = gsay_time_word_at(scan, at) == GSAY_TIME_THE;
    uint32_t head = has_article ? at + 1 : at;
    uint32_t shapes = head_shapes(scan, head);
    shapes &= has_article ? after_article : ~(uint32_t)GSAY_SHAPE_BARE_DAY;
    if (gsay_scan_is(scan, at, GSAY_WORD(HOLIDAY) | GSAY_WORD(FEAST)) &&
        (gsay_scan_is(scan, at, GSAY_WORD(HOLIDAY)) || gsay_feast_can_start(scan, at)) &&
        (head == at || gsay_scan_is(scan, head, GSAY_WORD(FEAST)))) /* "the" opens "the Fourth of July" only */
        shapes |= GSAY_SHAPE_HOLIDAY;
    return (gsay_opening){ shapes, has_article };
}

gsay_opening gsay_opening_find(const gsay_scan *scan, uint32_t at)
{
    gsay_date_memo *memo = scan->dates;
    if (at < scan->begin || at >= scan->end) /* the first token of the next sentence may be asked for, and not kept */
        return (gsay_opening){ 0 };
    gsay_opening opening = find_opening(scan, at);
    if (memo) {
        memo->openings[at % GSAY_MEMO_PLACES].opening = opening;
        memo->openings[at % GSAY_MEMO_PLACES].key = at + 1;
    }
    return opening;
}
