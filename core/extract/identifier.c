/* Identifiers: numbers that name instead of count. Articles, model names, telephone numbers, numbered names; what
 * begins with digits stands in identifier_digits.c.
 *
 * They are found so that nothing else takes them for a quantity; no rule compares them. Each reader below knows one
 * shape, anchored at its token; the longest wins. */
#include "extract/identifier.h"

#include "extract/date_parts.h"

#define LIST_ITEMS_MAX   6u
#define PHONE_DIGITS_MIN 7u
#define PHONE_DIGITS_MAX 15u
#define YEAR_DIGITS      4u

/* Read a telephone number from its plus or bracket: "+1 (206) 555-1212". */
static uint32_t read_phone(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    uint32_t last = at;
    size_t   digits = 0;
    for (; end < at + GSAY_CHAIN_TOKENS_MAX; end++) {
        gsay_token token = gsay_scan_token(scan, end);
        bool       is_mark = token.mark == '-' || token.mark == '(' || token.mark == ')' || token.mark == '.' ||
                       (token.mark == '+' && end == at) || token.mark == '/';
        if (token.kind == GSAY_TOKEN_DIGITS) {
            digits += gsay_scan_digit_count(scan, end);
            last = end + 1;
        } else if (!is_mark) {
            break;
        }
    }
    bool is_group = gsay_scan_digit_count(scan, at + 1) <= 4 && last > at + 2;
    return is_group && digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX ? last : at;
}

/* Read a citation, "[12]", "[3, 4]", "[1-3]", or a footnote's mark, "[^1]". */
static uint32_t read_citation(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at + 1 + gsay_scan_marks(scan, at + 1, '^');
    if (!gsay_scan_digits_at(scan, end))
        return at;
    for (unsigned items = 0; items < GSAY_CHAIN_TOKENS_MAX && gsay_scan_digits_at(scan, end); items++) {
        end++;
        if (!gsay_scan_marks(scan, end, ',') && !gsay_scan_marks(scan, end, '-'))
            break;
        end++;
    }
    return gsay_scan_marks(scan, end, ']') ? end + 1 : at;
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
    for (uint32_t part = number; part < at + 6 && gsay_scan_word_at(scan, part) && gsay_scan_tight(scan, part) &&
                                 gsay_scan_marks(scan, part + 1, '-') && gsay_scan_tight(scan, part + 1);
         part += 2)
        number = part + 2;
    bool is_name = gsay_scan_capital_at(scan, at) || number == at + 1 ||
                   !gsay_scan_is(scan, at, GSAY_WORD(COMMON) | GSAY_WORD(STOP));
    bool is_compound = number > at + 1 && (gsay_scan_token(scan, at).flags & GSAY_TOKEN_FIRST) &&
                       gsay_scan_is(scan, at, GSAY_WORD(COMMON)) && gsay_scan_text(scan, at).len > 3;
    if (!(is_loose ? gsay_scan_digits_at(scan, number) : gsay_scan_tight_digits_at(scan, number)) || !is_name ||
        is_compound || is_other_prefix(scan, at) || gsay_scan_is(scan, number + 1, GSAY_WORD(SCALE)))
        return at; /* "R26 million" is a sum in a currency that is not known */
    return gsay_identifier_tail(scan, number + 1);
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
        if (!is_joint || !gsay_scan_digits_at(scan, end + 1) || gsay_scan_is(scan, end + 2, counted) ||
            gsay_scan_marks(scan, end + 2, '%') || gsay_scan_counted(scan, end + 2, false).len)
            break;
        end = gsay_identifier_tail(scan, end + 2);
    }
    return end;
}

/* Read a group named by its size, "Group of 77", "Gang of Four". */
static uint32_t read_group(const gsay_scan *scan, uint32_t at)
{
    uint32_t number = at + 2;
    if (gsay_scan_id(scan, at + 1) != GSAY_FIXED_OF)
        return at;
    bool is_number = gsay_scan_digits_at(scan, number) ||
                     (gsay_scan_capital_at(scan, number) && gsay_scan_is(scan, number, GSAY_WORD(NUMERAL)));
    bool is_group = gsay_scan_id(scan, at) == GSAY_FIXED_GROUP || gsay_scan_id(scan, at) == GSAY_FIXED_GANG;
    return is_group && gsay_scan_capital_at(scan, at) && is_number ? number + 1 : at;
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
    return gsay_scan_is(scan, end, counted) || gsay_scan_marks(scan, amount.end, '%') ||
           gsay_scan_part_at(scan, at + 1, ',');
}

/* Tell whether a letter numbers a part of something and digits go on: the "B.6" of "Appendix B.6". */
static bool is_lettered(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_text(scan, at).len == 1 && gsay_scan_capital_at(scan, at) && gsay_scan_marks(scan, at + 1, '.') &&
           gsay_scan_tight(scan, at + 1) && gsay_scan_tight_digits_at(scan, at + 2);
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
        (gsay_scan_id(scan, at) == GSAY_FIXED_NO && !has_stop && (!gsay_scan_capital_at(scan, at) || is_first)))
        return at;
    if (gsay_scan_capital_at(scan, number) && gsay_scan_capital_at(scan, at) &&
        gsay_scan_is(scan, number, GSAY_WORD(NUMERAL)))
        return number + 1;
    if (is_lettered(scan, number))
        return gsay_identifier_tail(scan, number + 3);
    if (!gsay_scan_digits_at(scan, number) || (!has_stop && !has_colon && is_counting(scan, number)))
        return at;
    return read_listed(scan, gsay_identifier_tail(scan, number + 1));
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
    if (!gsay_scan_capital_at(scan, at) || !gsay_scan_digits_at(scan, at + 1) || !gsay_scan_spaced(scan, at + 1) ||
        gsay_scan_is(scan, at, no_name) || is_other_prefix(scan, at) || is_counting(scan, at + 1))
        return at;
    gsay_block_kind kind = text->document->blocks[text->sentences[gsay_text_sentence_of(text, at)].block].kind;
    bool            is_plain = gsay_scan_is(scan, at, GSAY_WORD(COMMON) | GSAY_WORD(VERB));
    bool            is_cased = kind == GSAY_BLOCK_HEADING || (token.flags & GSAY_TOKEN_FIRST);
    bool            is_year = gsay_scan_digit_count(scan, at + 1) == YEAR_DIGITS;
    bool            is_caption = (token.flags & GSAY_TOKEN_FIRST) && gsay_scan_marks(scan, at + 2, ':') && !is_year &&
                      gsay_scan_token(scan, at + 3).kind != GSAY_TOKEN_DIGITS; /* "Updated 5: 40 p.m." */
    if ((is_plain && is_cased && !is_caption && !is_name_completed(scan, at)) ||
        (is_year && gsay_scan_is(scan, at, GSAY_WORD(PLACE))))
        return at;
    uint32_t end = gsay_identifier_tail(scan, at + 2);
    return end + ((gsay_scan_token(scan, end).flags & GSAY_TOKEN_UPPER) && gsay_scan_word_at(scan, end) &&
                  !gsay_scan_is(scan, end, GSAY_WORD(STOP)));
}

/* Tell whether a word without a capital in front has one inside: "iPhone", "eBay". */
static bool has_inner_capital(const gsay_scan *scan, uint32_t at)
{
    gsay_str text = gsay_scan_text(scan, at);
    bool     has = false;
    for (size_t i = 1; i < text.len && i < 3; i++)
        has |= text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    return has && gsay_scan_word_at(scan, at);
}

/* Tell whether a code point of Unicode stands at a token, "U+10000". */
static bool is_code_point(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_id(scan, at) == GSAY_FIXED_U && gsay_scan_tight(scan, at + 1) &&
           gsay_scan_tight_digits_at(scan, at + 2);
}

/* Read what begins with a word. The next token tells at a glance which shapes are left: nearly always none. */
static uint32_t read_from_word(const gsay_scan *scan, uint32_t at)
{
    gsay_token next = gsay_scan_token(scan, at + 1);
    uint32_t   end = at;
    if (next.kind == GSAY_TOKEN_DIGITS)
        end = gsay_longest(read_model(scan, at), read_numbered_name(scan, at));
    else if (next.mark == '-')
        end = read_model(scan, at);
    else if (next.mark == '+' && is_code_point(scan, at))
        end = gsay_identifier_tail(scan, at + 3);
    else if (next.kind == GSAY_TOKEN_WORD)
        end = read_group(scan, at);
    return gsay_scan_is(scan, at, GSAY_WORD(LABEL)) ? gsay_longest(end, read_label(scan, at)) : end;
}

bool gsay_recognise_identifier(gsay_scan *scan, uint32_t at, gsay_mention *mention)
{
    gsay_token token = gsay_scan_token(scan, at);
    uint32_t   end = at;
    if (token.kind == GSAY_TOKEN_DIGITS && gsay_reads_as_time(scan, at))
        return false;
    if (token.kind == GSAY_TOKEN_DIGITS)
        end = gsay_identifier_from_digits(scan, at);
    else if (token.mark == '#') /* "#404", "ferry/rules#1" */
        end = gsay_scan_tight_digits_at(scan, at + 1) ? gsay_identifier_tail(scan, at + 2) : at;
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
        end = gsay_longest(end, at + 1);
    }
    if (end == at)
        return false;
    mention->value.kind = GSAY_KIND_IDENTIFIER;
    mention->end = end;
    return true;
}
