/* Dates in digits and separators. Three numbers with two equal separators are a date when one of them can be a year and
 * the others a day and a month; of two numbers only those that cannot be anything else by their shape or their company
 * (date.c decides).
 *
 * Which of two small numbers is the day follows from the document's own evidence (gsay_scan.is_day_first); where there
 * is none and both readings exist, the text alone does not say, and the date stays open. ISO 8601:2004 for the ordered
 * forms. */
#include "extract/date_parts.h"

#define MONTHS 12
#define DAYS   31

/* One number of a date. */
typedef struct piece {
    uint32_t number;
    size_t   digits;
} piece;

/* The separator before `at` and the number behind it, joined or with blanks on both sides. */
static uint32_t read_piece(const gsay_scan *scan, uint32_t at, char mark, piece *out)
{
    bool is_spaced = gsay_scan_spaced(scan, at);
    if (!gsay_scan_marks(scan, at, mark) || gsay_scan_token(scan, at).end - gsay_scan_token(scan, at).begin > 3 ||
        gsay_scan_spaced(scan, at + 1) != is_spaced || (is_spaced && mark == '.'))
        return at;
    uint32_t end = gsay_read_digits(scan, at + 1, 4, &out->number, &out->digits);
    return end > at + 1 ? end : at;
}

/* Year, month and day stand in the order of ISO 8601. */
static bool take_year_first(gsay_when *when, const piece pieces[3])
{
    if (pieces[0].digits != 4 || pieces[0].number < 1000 || pieces[1].digits > 2 || pieces[2].digits > 2 ||
        pieces[1].number < 1 || pieces[1].number > MONTHS || pieces[2].number < 1 || pieces[2].number > DAYS)
        return false;
    when->year = (int16_t)pieces[0].number;
    when->month = (uint8_t)pieces[1].number;
    when->day = (uint8_t)pieces[2].number;
    return true;
}

/* Two small numbers are a day and a month. Returns false when they cannot be. */
static bool take_day_and_month(const gsay_scan *scan, gsay_when *when, uint32_t first, uint32_t second, char mark)
{
    bool may_be_day_first = first >= 1 && first <= DAYS && second >= 1 && second <= MONTHS;
    bool may_be_month_first = first >= 1 && first <= MONTHS && second >= 1 && second <= DAYS;
    if (!may_be_day_first && !may_be_month_first)
        return false;
    bool is_open = may_be_day_first && may_be_month_first && first != second && !scan->is_order_known && mark != '.';
    bool day_first =
        may_be_day_first && (!may_be_month_first || mark == '.' || (scan->is_order_known && scan->is_day_first));
    if (mark == '.' && may_be_day_first && may_be_month_first && scan->is_order_known)
        day_first = scan->is_day_first;
    when->day = (uint8_t)(day_first ? first : second);
    when->month = (uint8_t)(day_first ? second : first);
    when->is_open_order = is_open;
    return true;
}

/* "2018-W11", "2018-Q3", "2018-H1" behind the year. */
static uint32_t read_week_or_quarter(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    static const struct {
        gsay_str letter;
        uint8_t  granularity, most;
    } letters[] = { { { "w", 1 }, GSAY_GRANULARITY_WEEK, 53 },
                    { { "q", 1 }, GSAY_GRANULARITY_QUARTER, 4 },
                    { { "h", 1 }, GSAY_GRANULARITY_HALF, 2 } };
    uint32_t number = 0;
    size_t   digits = 0;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (!gsay_scan_says(scan, at, letters[i].letter) || !gsay_joined(scan, at + 1) ||
            gsay_read_digits(scan, at + 1, 2, &number, &digits) == at + 1 || number < 1 || number > letters[i].most)
            continue;
        when->granularity = letters[i].granularity;
        when->part = (uint8_t)number;
        return at + 2;
    }
    return at;
}

/* "20161016": a day without separators. */
static uint32_t read_compact(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    uint32_t number = 0;
    size_t   digits = 0;
    if (gsay_read_digits(scan, at, 8, &number, &digits) == at || digits != 8)
        return at;
    piece pieces[3] = { { number / 10000, 4 }, { number / 100 % 100, 2 }, { number % 100, 2 } };
    if (number < 19000000 || number >= 21000000 || !take_year_first(when, pieces))
        return at;
    when->granularity = GSAY_GRANULARITY_DAY;
    return at + 1;
}

/* Three numbers in one of the orders. */
static bool take_three(const gsay_scan *scan, gsay_when *when, const piece pieces[3], char mark)
{
    when->granularity = GSAY_GRANULARITY_DAY;
    if (take_year_first(when, pieces))
        return true;
    bool is_short = pieces[2].digits == 2;
    if (pieces[0].digits > 2 || pieces[1].digits > 2 || (!is_short && pieces[2].digits != 4) ||
        (mark == '.' && is_short && pieces[0].digits < 2))
        return false;
    if (!is_short && (pieces[2].number < 1000 || pieces[2].number > 2199))
        return false;
    when->year = is_short ? gsay_year_of_two_digits(pieces[2].number) : (int16_t)pieces[2].number;
    return take_day_and_month(scan, when, pieces[0].number, pieces[1].number, mark);
}

/* Two numbers: a year and a month in either order, or a day and a month, which is weak. */
static bool take_two(const gsay_scan *scan, gsay_when *when, const piece pieces[2], char mark)
{
    bool is_year_first =
        pieces[0].digits == 4 && pieces[1].digits == 2 && pieces[1].number >= 1 && pieces[1].number <= MONTHS;
    bool is_year_last =
        pieces[1].digits == 4 && pieces[0].digits <= 2 && pieces[0].number >= 1 && pieces[0].number <= MONTHS;
    if ((is_year_first || is_year_last) && mark != '.') {
        uint32_t year = pieces[is_year_first ? 0 : 1].number;
        if (year < 1900 || year > 2100)
            return false;
        when->granularity = GSAY_GRANULARITY_MONTH;
        when->year = (int16_t)year;
        when->month = (uint8_t)pieces[is_year_first ? 1 : 0].number;
        when->is_weak = mark == '-' && is_year_first && year % 100 < pieces[1].number; /* 2009-10 may be a season */
        return true;
    }
    when->granularity = GSAY_GRANULARITY_DAY;
    when->is_weak = true;
    return pieces[0].digits <= 2 && pieces[1].digits <= 2 &&
           take_day_and_month(scan, when, pieces[0].number, pieces[1].number, mark);
}

/* Tell whether a longer chain of numbers goes on behind: a telephone number, an address, a version. */
static bool chain_goes_on(const gsay_scan *scan, uint32_t end)
{
    bool is_number = gsay_joined(scan, end + 1) && gsay_scan_token(scan, end + 1).kind == GSAY_TOKEN_DIGITS;
    return gsay_joined(scan, end) && gsay_scan_marks_any(scan, end, "-./:") && is_number;
}

static bool chain_came_before(const gsay_scan *scan, uint32_t at)
{
    return at > scan->begin && gsay_joined(scan, at) && gsay_scan_marks_any(scan, at - 1, "-./:+#$") &&
           (at - 1 == scan->begin || gsay_joined(scan, at - 1) || gsay_scan_marks_any(scan, at - 1, "+#$"));
}

/* "31 10 1974": two digits, two digits and a year with a blank between, where no row of figures goes on around them. A
 * day that could be the month is left alone: blanks are what lists have. */
static uint32_t read_spaced(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    piece    pieces[3] = { { 0, 0 } };
    uint32_t end = at;
    for (size_t i = 0; i < 3; i++) {
        bool is_apart = i == 0 || gsay_scan_token(scan, end).begin == gsay_scan_token(scan, end - 1).end + 1;
        if (!is_apart || gsay_read_digits(scan, end, 4, &pieces[i].number, &pieces[i].digits) == end ||
            pieces[i].digits != (i == 2 ? 4u : 2u))
            return at;
        end++;
    }
    bool is_row = (at > scan->begin && gsay_scan_token(scan, at - 1).kind != GSAY_TOKEN_WORD) ||
                  gsay_scan_token(scan, end).kind == GSAY_TOKEN_DIGITS || gsay_joined(scan, end + 1);
    bool is_open = pieces[0].number <= MONTHS && pieces[1].number <= MONTHS;
    bool is_recent = pieces[2].number >= 1900 && pieces[2].number <= 2099;
    return !is_row && !is_open && is_recent && take_three(scan, when, pieces, ' ') ? end : at;
}

uint32_t gsay_read_numeric(const gsay_scan *scan, uint32_t at, gsay_when *when)
{
    gsay_when got = { 0 };
    piece     pieces[3] = { { 0, 0 } };
    uint32_t  end = gsay_read_digits(scan, at, 8, &pieces[0].number, &pieces[0].digits);
    if (end == at || chain_came_before(scan, at))
        return at;
    if (pieces[0].digits > 4) {
        end = read_compact(scan, at, &got);
        if (end > at)
            *when = got;
        return end;
    }
    char     mark = gsay_scan_token(scan, end).mark;
    uint32_t letter = gsay_joined(scan, end) && mark == '-' ? end + 1 : end;
    if (pieces[0].digits == 4 || (pieces[0].digits == 2 && gsay_scan_says(scan, end, GSAY_STR("q")))) {
        uint32_t after = read_week_or_quarter(scan, letter, &got);
        if (after > letter) {
            got.year = pieces[0].digits == 4 ? (int16_t)pieces[0].number : gsay_year_of_two_digits(pieces[0].number);
            *when = got;
            return after;
        }
    }
    if (gsay_scan_token(scan, end).kind == GSAY_TOKEN_DIGITS)
        return read_spaced(scan, at, when);
    if (mark == 0 || !strchr("-/.", mark))
        return at;
    uint32_t second = read_piece(scan, end, mark, &pieces[1]);
    uint32_t third = second > end ? read_piece(scan, second, mark, &pieces[2]) : second;
    bool     is_three = third > second && take_three(scan, &got, pieces, mark);
    if (is_three && (!chain_goes_on(scan, third) || gsay_scan_marks(scan, third, '-'))) {
        *when = got;
        return third;
    }
    got = (gsay_when){ 0 };
    if (second == end || third > second || chain_goes_on(scan, second) || !take_two(scan, &got, pieces, mark))
        return at;
    *when = got;
    return second;
}
