/* Identifiers: numbers that name instead of count. Versions, articles, addresses, model names, telephone numbers,
 * scores.
 *
 * They are found so that nothing else takes them for a quantity; no rule compares them. Each reader below knows one
 * shape, anchored at its token; the longest wins. */
#include "extract/amount.h"
#include "extract/date_parts.h"

#define CHAIN_TOKENS_MAX 16u
#define LIST_ITEMS_MAX   6u
#define PHONE_DIGITS_MIN 7u
#define PHONE_DIGITS_MAX 15u
#define SCORE_DIGITS_MAX 3u
#define YEAR_DIGITS      4u

/* Two numbers with a stroke that have become words. */
static const char *const stroke_words[][2] = {
    { "24", "7" }, { "9", "11" }, { "7", "7" }, { "50", "50" }, { "20", "20" }
};

static bool is_digits(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_DIGITS;
}

static bool is_tight_digits(const gsay_scan *scan, uint32_t at)
{
    return is_digits(scan, at) && gsay_scan_tight(scan, at);
}

static bool is_word(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_token(scan, at).kind == GSAY_TOKEN_WORD;
}

static bool is_capital(const gsay_scan *scan, uint32_t at)
{
    return is_word(scan, at) && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_CAPITAL);
}

static size_t digits_of(const gsay_scan *scan, uint32_t at)
{
    return is_digits(scan, at) ? gsay_scan_text(scan, at).len : 0;
}

/* Tell whether a tight mark and tight digits stand at a token. */
static bool has_part(const gsay_scan *scan, uint32_t at, char mark)
{
    return gsay_scan_marks(scan, at, mark) && gsay_scan_tight(scan, at) && is_tight_digits(scan, at + 1);
}

/* Read on over whatever stands tight behind digits of a label: ".2", "-719", "(1)", "a". */
static uint32_t read_tail(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    while (end < at + CHAIN_TOKENS_MAX) {
        bool is_bracket = gsay_scan_marks(scan, end, '(') && gsay_scan_tight(scan, end) &&
                          gsay_scan_marks(scan, end + 2, ')') && gsay_scan_text(scan, end + 1).len <= 3;
        bool is_letters = is_word(scan, end) && gsay_scan_tight(scan, end) &&
                          !(gsay_scan_token(scan, end).flags & GSAY_TOKEN_POSSESSIVE);
        if (has_part(scan, end, '.') || has_part(scan, end, '-') || has_part(scan, end, '/') ||
            has_part(scan, end, ':'))
            end += 2;
        else if (is_bracket)
            end += 3;
        else if (is_letters || is_tight_digits(scan, end))
            end++;
        else
            break;
    }
    return end;
}

/* Read versions and IP addresses: three parts or more with points. */
static uint32_t read_version(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1;
    while (end < at + CHAIN_TOKENS_MAX && has_part(scan, end, '.'))
        end += 2;
    bool is_grouped = digits_of(scan, at) <= 3;
    for (uint32_t part = at + 2; part < end; part += 2)
        is_grouped &= digits_of(scan, part) == 3;
    /* 31.10.1974 is a date, 1.234.567 a number */
    bool is_date = end == at + 5 && digits_of(scan, at) <= 2 && digits_of(scan, at + 2) <= 2 &&
                   digits_of(scan, at + 4) != 1 && digits_of(scan, at + 4) != 3;
    return end >= at + 5 && !is_grouped && !is_date ? end : at;
}

/* Tell whether groups with hyphens are a date: 2015-03-03, 12-31-1999. */
static bool is_date_shape(const gsay_scan *scan, uint32_t at, uint32_t end)
{
    size_t first = digits_of(scan, at), second = digits_of(scan, at + 2), third = digits_of(scan, at + 4);
    return end == at + 5 && second <= 2 &&
           ((first == YEAR_DIGITS && third <= 2) || (first <= 2 && (third == YEAR_DIGITS || third == 2)));
}

/* Read groups of digits with hyphens: telephone and social security numbers, ISBN. */
static uint32_t read_hyphened(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1;
    size_t   digits = digits_of(scan, at);
    while (end < at + CHAIN_TOKENS_MAX && has_part(scan, end, '-')) {
        digits += digits_of(scan, end + 1);
        end += 2;
    }
    /* "14-13-2": a boxer's fights won, lost and drawn */
    bool is_record = end == at + 5 && digits_of(scan, at) <= SCORE_DIGITS_MAX &&
                     digits_of(scan, at + 2) <= SCORE_DIGITS_MAX && digits_of(scan, at + 4) <= SCORE_DIGITS_MAX &&
                     !is_date_shape(scan, at, end);
    bool is_two = end == at + 3 && digits_of(scan, at) == 3 && digits_of(scan, at + 2) == 4;
    bool is_many = end >= at + 5 && digits >= PHONE_DIGITS_MIN && !is_date_shape(scan, at, end);
    return is_two || is_many || is_record ? end : at;
}

/* Read a telephone number from its plus or bracket: "+1 (206) 555-1212". */
static uint32_t read_phone(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    uint32_t last = at;
    size_t   digits = 0;
    for (; end < at + CHAIN_TOKENS_MAX; end++) {
        gsay_token token = gsay_scan_token(scan, end);
        bool       is_mark = token.mark == '-' || token.mark == '(' || token.mark == ')' || token.mark == '.' ||
                       (token.mark == '+' && end == at) || token.mark == '/';
        if (token.kind == GSAY_TOKEN_DIGITS) {
            digits += digits_of(scan, end);
            last = end + 1;
        } else if (!is_mark) {
            break;
        }
    }
    bool is_group = digits_of(scan, at + 1) <= 4 && last > at + 2;
    return is_group && digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX ? last : at;
}

/* Tell whether a hyphen, tight or with blanks on both sides, and digits stand at a token. */
static bool has_score_part(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_hyphen(scan, at) && is_digits(scan, at + 1);
}

/* Read a score, "2-1": two short numbers with a hyphen that are not a range of anything. */
static uint32_t read_score(const gsay_scan *scan, uint32_t at)
{
    if (!has_score_part(scan, at + 1))
        return at;
    gsay_amount range = { .kind = GSAY_KIND_NONE }, second = { .kind = GSAY_KIND_NONE };
    bool        is_inside = gsay_scan_tight(scan, at) && gsay_scan_token(scan, at - 1).mark != '(';
    if (digits_of(scan, at) > SCORE_DIGITS_MAX || is_inside || has_score_part(scan, at + 3) ||
        digits_of(scan, at + 2) > SCORE_DIGITS_MAX || !gsay_scan_amount(scan, at, 0, &range) ||
        !gsay_scan_amount(scan, at + 2, 0, &second) || second.end != at + 3 || gsay_scan_hyphen(scan, at + 3))
        return at;
    gsay_scan_range(scan, &range);
    bool is_date = gsay_scan_is(scan, at + 3, GSAY_WORD(TIME_UNIT) | GSAY_WORD(MONTH)) ||
                   gsay_scan_is(scan, at - 1, GSAY_WORD(MONTH));
    return range.end < at + 3 && !is_date ? at + 3 : at;
}

/* Read measures of a sheet or screen, "480 x 360". */
static uint32_t read_sides(const gsay_scan *scan, uint32_t at)
{
    if (!is_digits(scan, at + 2))
        return at;
    bool is_times = gsay_scan_id(scan, at + 1) == GSAY_FIXED_LETTER_X ||
                    gsay_str_equal(gsay_scan_text(scan, at + 1), GSAY_STR("×"));
    gsay_amount side = { .kind = GSAY_KIND_NONE };
    return is_times && gsay_scan_amount(scan, at + 2, 0, &side) && side.end == at + 3 && side.kind == GSAY_KIND_NUMBER
               ? at + 3
               : at;
}

/* Read a ratio of form, "4:3", "1:50,000", and strokes that have become words, "24/7". */
static uint32_t read_ratio(const gsay_scan *scan, uint32_t at)
{
    if (has_part(scan, at + 1, ':') && (digits_of(scan, at + 2) != 2 || has_part(scan, at + 3, ',')))
        return read_tail(scan, at + 3 + (has_part(scan, at + 3, ',') ? 2 : 0));
    if (!has_part(scan, at + 1, '/') || has_part(scan, at + 3, '/'))
        return at;
    for (size_t i = 0; i < sizeof stroke_words / sizeof *stroke_words; i++)
        if (gsay_str_equal(gsay_scan_text(scan, at), gsay_str_of(stroke_words[i][0])) &&
            gsay_str_equal(gsay_scan_text(scan, at + 2), gsay_str_of(stroke_words[i][1])))
            return at + 3;
    return at;
}

/* Read digits with letters that are no unit, scale or ordinal: "76ers", "5G", "3D", "0x7f". */
static uint32_t read_lettered(const gsay_scan *scan, uint32_t at)
{
    bool is_possessive = (gsay_scan_token(scan, at + 1).flags & GSAY_TOKEN_POSSESSIVE) != 0;
    if (!is_word(scan, at + 1) || is_possessive || !gsay_scan_tight(scan, at + 1))
        return at;
    gsay_amount  amount = { .kind = GSAY_KIND_NONE };
    gsay_decimal rank = { 0 };
    if (gsay_scan_ordinal(scan, at, &rank) > at)
        return at;
    gsay_word_classes time = GSAY_WORD(TIME_UNIT) | GSAY_WORD(MONTH);
    bool is_network = gsay_str_equal(gsay_scan_text(scan, at + 1), GSAY_STR("G")) && digits_of(scan, at) == 1;
    if (is_network)
        return at + 2;
    bool is_read = gsay_scan_amount(scan, at, 0, &amount) && amount.end > at + 1 &&
                   (amount.end > at + 2 || !is_tight_digits(scan, at + 2));
    bool is_clock = gsay_str_starts(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("am")) ||
                    gsay_str_starts(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("pm")) ||
                    gsay_str_equal(gsay_scan_word(scan, at + 1)->folded, GSAY_STR("s")) ||
                    gsay_scan_is(scan, at + 1, time) ||
                    gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT) | GSAY_WORD(SCALE) | GSAY_WORD(CURRENCY)) ||
                    (gsay_scan_text(scan, at + 1).len == 1 && gsay_scan_word(scan, at + 1)->folded.ptr[0] != 'd');
    return is_read || (is_clock && !is_tight_digits(scan, at + 2)) ? at : read_tail(scan, at + 1);
}

/* Read an ordinal in digits before a capital: "5th Circuit", "20th Century Fox". */
static uint32_t read_ranked_name(const gsay_scan *scan, uint32_t at)
{
    if (!is_word(scan, at + 1))
        return at;
    gsay_decimal      rank = { 0 };
    gsay_word_classes calendar =
        GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(HOLIDAY) | GSAY_WORD(DEMONYM) | GSAY_WORD(TIME_UNIT);
    uint32_t end = gsay_scan_ordinal(scan, at, &rank);
    if (end == at || !is_capital(scan, end) || gsay_scan_is(scan, end, calendar) ||
        (gsay_scan_token(scan, end).flags & GSAY_TOKEN_UPPER))
        return at;
    return end + 1;
}

/* Read a house number before the street's name. */
static uint32_t read_house_number(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t word = at + 1; word < at + 5 && is_capital(scan, word); word++)
        if (word > at + 1 && gsay_scan_is(scan, word, GSAY_WORD(STREET)))
            return at + 1;
    return at;
}

/* Read a number with a zero in front: a code, an extension. */
static uint32_t read_zeroed(const gsay_scan *scan, uint32_t at)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     is_time = gsay_scan_marks(scan, at + 1, ':') || gsay_scan_marks(scan, at + 1, '/') ||
                   gsay_scan_marks(scan, at + 1, '-') || gsay_scan_marks(scan, at + 1, '.');
    return text.len > 2 && text.ptr[0] == '0' && !is_time ? at + 1 : at;
}

/* Read a citation, "[12]", "[3, 4]", "[1-3]". */
static uint32_t read_citation(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1;
    if (!is_digits(scan, end))
        return at;
    for (unsigned items = 0; items < CHAIN_TOKENS_MAX && is_digits(scan, end); items++) {
        end++;
        if (!gsay_scan_marks(scan, end, ',') && !gsay_scan_marks(scan, end, '-'))
            break;
        end++;
    }
    return gsay_scan_marks(scan, end, ']') ? end + 1 : at;
}

/* Read the bore of a gun, "357 caliber", "9-millimeter" being a measure. */
static uint32_t read_bore(const gsay_scan *scan, uint32_t at)
{
    uint32_t word = at + 1 + gsay_scan_hyphen(scan, at + 1);
    return gsay_scan_id(scan, word) == GSAY_FIXED_CALIBER || gsay_scan_id(scan, word) == GSAY_FIXED_CALIBRE ? word + 1
                                                                                                            : at;
}

/* Read the number of an item alone in brackets, "point (2)". A number said again stands there as part of the first. */
static uint32_t read_item(const gsay_scan *scan, uint32_t at)
{
    bool is_alone = gsay_scan_marks(scan, at - 1, '(') && gsay_scan_tight(scan, at) &&
                    gsay_scan_marks(scan, at + 1, ')') && gsay_scan_tight(scan, at + 1);
    return is_alone && at > scan->begin + 1 && is_word(scan, at - 2) && digits_of(scan, at) == 1 ? at + 1 : at;
}

/* Read the number of a footnote, "*7": one asterisk tight before it, and none behind. */
static uint32_t read_footnote(const gsay_scan *scan, uint32_t at)
{
    bool is_marked = gsay_scan_marks(scan, at - 1, '*') && gsay_scan_tight(scan, at) && at > scan->begin;
    bool is_lone = !gsay_scan_marks(scan, at + 1, '*') && !gsay_scan_marks(scan, at - 2, '*') &&
                   (!gsay_scan_tight(scan, at - 1) || gsay_scan_marks(scan, at - 2, '\\'));
    bool is_end = !is_word(scan, at + 1) && !gsay_scan_marks(scan, at + 1, '%');
    return is_marked && is_lone && is_end ? at + 1 : at;
}

/* Read what says which of a kind something is, "of order 5"; "an order of 5 lamps" counts. */
static uint32_t read_order(const gsay_scan *scan, uint32_t at)
{
    bool is_order = at >= scan->begin + 2 && gsay_scan_id(scan, at - 1) == GSAY_FIXED_ORDER &&
                    gsay_scan_id(scan, at - 2) == GSAY_FIXED_OF;
    return is_order && gsay_scan_counted(scan, at + 1, false).len == 0 && !gsay_scan_marks(scan, at + 1, '%') &&
                   !gsay_scan_is(scan, at + 1, GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(CURRENCY))
               ? at + 1
               : at;
}

static uint32_t longest(uint32_t one, uint32_t other)
{
    return one > other ? one : other;
}

/* Read what begins with digits. */
static uint32_t read_from_digits(const gsay_scan *scan, uint32_t at)
{
    static uint32_t (*const shapes[])(const gsay_scan *, uint32_t) = {
        read_version, read_hyphened, read_score, read_ratio, read_lettered, read_ranked_name, read_house_number,
        read_zeroed,  read_sides,    read_bore,  read_order, read_footnote, read_item
    };
    uint32_t end = at;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        end = longest(end, shapes[i](scan, at));
    return end;
}

/* Tell whether letters before digits belong to a date, a currency or a part of one: "Q3", "FY2019", "USD115", "May-13".
 */
static bool is_other_prefix(const gsay_scan *scan, uint32_t at)
{
    static const char *const periods[] = { "q", "h", "fy", "cy", "mid", "pre", "post", "early", "late", "x" };
    gsay_unit_reading        reading = { 0 };
    uint32_t                 begin = at;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
        if (gsay_scan_says(scan, at, gsay_str_of(periods[i])) && !gsay_scan_tight(scan, at + 2))
            return true;
    return gsay_scan_is(scan, at, GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(NUMERAL)) ||
           gsay_scan_currency_before(scan, at, &begin, &reading) > at;
}

/* Read letters tight before digits, with a hyphen or without: "F-16", "COVID-19", "G7", "H1N1", "PM2.5". */
static uint32_t read_model(const gsay_scan *scan, uint32_t at)
{
    uint32_t number = at + 1;
    bool     is_loose =
        scan->is_loose && gsay_scan_hyphen(scan, number) && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_UPPER);
    if (is_loose || (gsay_scan_marks(scan, number, '-') && gsay_scan_tight(scan, number)))
        number++;
    for (uint32_t part = number; part < at + 6 && is_word(scan, part) && gsay_scan_tight(scan, part) &&
                                 gsay_scan_marks(scan, part + 1, '-') && gsay_scan_tight(scan, part + 1);
         part += 2)
        number = part + 2;
    bool is_name =
        is_capital(scan, at) || number == at + 1 || !gsay_scan_is(scan, at, GSAY_WORD(COMMON) | GSAY_WORD(STOP));
    bool is_compound = number > at + 1 && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_FIRST) &&
                       gsay_scan_is(scan, at, GSAY_WORD(COMMON)) && gsay_scan_text(scan, at).len > 3;
    if (!(is_loose ? is_digits(scan, number) : is_tight_digits(scan, number)) || !is_name || is_compound ||
        is_other_prefix(scan, at))
        return at;
    return read_tail(scan, number + 1);
}

/* Read further numbers of a label: "Articles 5 and 6", "pp. 3-5". */
static uint32_t read_listed(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    for (unsigned items = 0; items < LIST_ITEMS_MAX; items++) {
        bool is_joint = gsay_scan_id(scan, end) == GSAY_FIXED_AND || gsay_scan_id(scan, end) == GSAY_FIXED_TO ||
                        gsay_scan_id(scan, end) == GSAY_FIXED_OR || gsay_scan_marks(scan, end, ',') ||
                        gsay_scan_marks(scan, end, '-');
        gsay_word_classes counted = GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(CURRENCY) | GSAY_WORD(MONTH);
        if (!is_joint || !is_digits(scan, end + 1) || gsay_scan_is(scan, end + 2, counted) ||
            gsay_scan_marks(scan, end + 2, '%') || gsay_scan_counted(scan, end + 2, false).len)
            break;
        end = read_tail(scan, end + 2);
    }
    return end;
}

/* Read a group named by its size, "Group of 77", "Gang of Four". */
static uint32_t read_group(const gsay_scan *scan, uint32_t at)
{
    uint32_t number = at + 2;
    if (gsay_scan_id(scan, at + 1) != GSAY_FIXED_OF)
        return at;
    bool is_number =
        is_digits(scan, number) || (is_capital(scan, number) && gsay_scan_is(scan, number, GSAY_WORD(NUMERAL)));
    bool is_group = gsay_scan_id(scan, at) == GSAY_FIXED_GROUP || gsay_scan_id(scan, at) == GSAY_FIXED_GANG;
    return is_group && is_capital(scan, at) && is_number ? number + 1 : at;
}

/* Tell whether what follows a number makes it count after all: a unit, a percentage, money. */
static bool is_counting(const gsay_scan *scan, uint32_t at)
{
    gsay_amount       amount = { .kind = GSAY_KIND_NONE };
    gsay_word_classes counted =
        GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT) | GSAY_WORD(SCALE) | GSAY_WORD(CURRENCY) | GSAY_WORD(MONTH);
    if (!gsay_scan_amount(scan, at, 0, &amount) || amount.kind != GSAY_KIND_NUMBER || amount.scale ||
        amount.is_fraction)
        return true;
    uint32_t end = amount.end + gsay_scan_hyphen(scan, amount.end);
    return gsay_scan_is(scan, end, counted) || gsay_scan_marks(scan, amount.end, '%') || has_part(scan, at + 1, ',');
}

/* Read a label with its number: "Section 4.2", "Article Five", "No. 23-719", "p. 404", "version 2.0". */
static uint32_t read_label(const gsay_scan *scan, uint32_t at)
{
    bool     has_stop = gsay_scan_marks(scan, at + 1, '.') && gsay_scan_tight(scan, at + 1);
    bool     has_colon = gsay_scan_marks(scan, at + 1, ':') && gsay_scan_tight(scan, at + 1);
    bool     is_first = (gsay_scan_token(scan, at).flags & GSAY_TOKEN_FIRST) != 0;
    uint32_t number = at + 1 + (has_stop || has_colon);
    if (!gsay_scan_is(scan, at, GSAY_WORD(LABEL)) ||
        gsay_scan_hyphen(scan, at - 1) || /* "entry-level 11-inch models" */
        (gsay_scan_id(scan, at) == GSAY_FIXED_NO && !has_stop && (!is_capital(scan, at) || is_first)))
        return at;
    if (is_capital(scan, number) && is_capital(scan, at) && gsay_scan_is(scan, number, GSAY_WORD(NUMERAL)))
        return number + 1;
    if (!is_digits(scan, number) || (!has_stop && !has_colon && is_counting(scan, number)))
        return at;
    return read_listed(scan, read_tail(scan, number + 1));
}

/* Tell whether a common word that begins a sentence is a name that the number behind it completes, "Agent 99 left": a
 * verb follows at once, and the word is no adverb ("Nationwide 14 died"). A wrong guess is silent, a number would be
 * compared. */
static bool is_name_completed(const gsay_scan *scan, uint32_t at)
{
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    bool     is_adverb = gsay_str_ends(folded, GSAY_STR("ly")) || gsay_str_ends(folded, GSAY_STR("wide")) ||
                     gsay_str_ends(folded, GSAY_STR("wards"));
    return gsay_scan_is(scan, at + 2, GSAY_WORD(VERB) | GSAY_WORD(AUXILIARY)) &&
           !gsay_scan_is(scan, at, GSAY_WORD(VERB)) && !is_adverb;
}

/* Read a name that a number completes: "Apollo 11", "Minsk 3.0", "Boeing 737 MAX". */
static uint32_t read_numbered_name(const gsay_scan *scan, uint32_t at)
{
    const gsay_text  *text = scan->text;
    gsay_token        token = gsay_scan_token(scan, at);
    gsay_word_classes no_name = GSAY_WORD(STOP) | GSAY_WORD(MONTH) | GSAY_WORD(WEEKDAY) | GSAY_WORD(HEDGE) |
                                GSAY_WORD(SEASON) | GSAY_WORD(HOLIDAY) | GSAY_WORD(TIME_WORD) | GSAY_WORD(DAY_WORD) |
                                GSAY_WORD(TIME_UNIT) | GSAY_WORD(CURRENCY) | GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL) |
                                GSAY_WORD(DEMONYM) | GSAY_WORD(SCALE);
    if (!is_capital(scan, at) || !is_digits(scan, at + 1) || !gsay_scan_spaced(scan, at + 1) ||
        gsay_scan_is(scan, at, no_name) || is_other_prefix(scan, at) || is_counting(scan, at + 1))
        return at;
    gsay_block_kind kind = text->document->blocks[text->sentences[gsay_text_sentence_of(text, at)].block].kind;
    bool            is_plain = gsay_scan_is(scan, at, GSAY_WORD(COMMON) | GSAY_WORD(VERB));
    bool            is_cased = kind == GSAY_BLOCK_HEADING || (token.flags & GSAY_TOKEN_FIRST);
    bool            is_year = digits_of(scan, at + 1) == YEAR_DIGITS;
    if ((is_plain && is_cased && !is_name_completed(scan, at)) || (is_year && gsay_scan_is(scan, at, GSAY_WORD(PLACE))))
        return at;
    uint32_t end = read_tail(scan, at + 2);
    return end + ((gsay_scan_token(scan, end).flags & GSAY_TOKEN_UPPER) && is_word(scan, end) &&
                  !gsay_scan_is(scan, end, GSAY_WORD(STOP)));
}

/* Tell whether a word without a capital in front has one inside: "iPhone", "eBay". */
static bool has_inner_capital(const gsay_scan *scan, uint32_t at)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     has = false;
    for (size_t i = 1; i < text.len && i < 3; i++)
        has |= text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    return has && is_word(scan, at);
}

/* Tell whether a code point of Unicode stands at a token, "U+10000". */
static bool is_code_point(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_id(scan, at) == GSAY_FIXED_U && gsay_scan_tight(scan, at + 1) && is_tight_digits(scan, at + 2);
}

/* Read what begins with a word. The next token tells at a glance which shapes are left: nearly always none. */
static uint32_t read_from_word(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    uint32_t   end = at;
    if (next.kind == GSAY_TOKEN_DIGITS)
        end = longest(read_model(scan, at), read_numbered_name(scan, at));
    else if (next.mark == '-')
        end = read_model(scan, at);
    else if (next.mark == '+' && is_code_point(scan, at))
        end = read_tail(scan, at + 3);
    else if (next.kind == GSAY_TOKEN_WORD)
        end = read_group(scan, at);
    return gsay_scan_is(scan, at, GSAY_WORD(LABEL)) ? longest(end, read_label(scan, at)) : end;
}

bool gsay_recognise_identifier(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_token token = gsay_scan_token(scan, at);
    uint32_t   end = at;
    if (token.kind == GSAY_TOKEN_DIGITS && gsay_reads_as_time(scan, at))
        return false;
    if (token.kind == GSAY_TOKEN_DIGITS)
        end = read_from_digits(scan, at);
    else if (token.mark == '#') /* "#404", "ferry/rules#1" */
        end = is_tight_digits(scan, at + 1) ? read_tail(scan, at + 2) : at;
    else if (token.mark == '[')
        end = read_citation(scan, at);
    else if (token.mark == '+' || token.mark == '(')
        end = read_phone(scan, at);
    else if (token.kind == GSAY_TOKEN_WORD)
        end = read_from_word(scan, at);
    bool is_product = token.kind == GSAY_TOKEN_DIGITS && at > scan->free_from && has_inner_capital(scan, at - 1) &&
                      !is_counting(scan, at);
    if (is_product) {
        mention->begin = at - 1;
        end = longest(end, at + 1);
    }
    if (end == at)
        return false;
    mention->value.kind = GSAY_KIND_IDENTIFIER;
    mention->end = end;
    return true;
}
