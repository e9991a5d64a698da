/* An amount: one number with its sign, scale, unit or currency. What ranges, lists and hedges are made of.
 * Private to core/extract: unit.c, money.c, amount.c, range.c, hedge.c, count.c and quantity.c share it. */
#ifndef GSAY_EXTRACT_AMOUNT_H
#define GSAY_EXTRACT_AMOUNT_H

#include "extract/numeral.h"

/* A unit or currency as read. */
typedef struct gsay_unit_reading {
    gsay_str             code;      /* UCUM or ISO 4217, "%", "pp"; owned by the arena or static */
    const gsay_unit     *unit;      /* NULL for a compound that the lexicon does not list, and for a currency */
    const gsay_currency *currency;  /* NULL for a unit */
    uint8_t              dimension; /* gsay_dimension; NONE for a currency */
    bool                 is_age;    /* "years old", "-year-old", "years of age" */
    bool                 is_tight;  /* joined to its number by a hyphen: "776-foot" */
    int                  scale;     /* a power of ten that the unit brings: 6 of "MEUR"; else 0 */
} gsay_unit_reading;

/* One amount. number.lo = number.hi but for vague words. */
typedef struct gsay_amount {
    gsay_kind         kind;
    gsay_number       number;
    gsay_unit_reading unit; /* zeroed when there is none */
    uint32_t          begin;
    uint32_t          end;
    int               scale;       /* the power of ten of the scale word behind its number, 0 when there is none */
    bool              has_prefix;  /* a currency stands before the number */
    bool              is_digits;   /* the number begins with digits */
    bool              is_fraction; /* "a third", "1 in 5" */
} gsay_amount;

#define GSAY_PREFIX_TOKENS_MAX 5u /* of a currency before its number: "U . S . $" */

/* Tell whether digits stand so little behind a token that it may be a currency before them. */
static inline bool gsay_scan_digits_ahead(const gsay_scan *scan, uint32_t at)
{
    for (uint32_t ahead = at + 1; ahead <= at + GSAY_PREFIX_TOKENS_MAX; ahead++)
        if (gsay_scan_token(scan, ahead).kind == GSAY_TOKEN_DIGITS)
            return true;
    return false;
}

/* unit.c: read a unit behind a number. A plain stretch of time is none, an age is. reading: out.
 * Returns the token behind it, or at. */
uint32_t gsay_scan_unit(const gsay_scan *scan, uint32_t at, gsay_unit_reading *reading);

/* money.c: read a currency before a number that begins behind it: "$", "US$", "EUR", "Rs." begin: out: its first token,
 * which may lie before at for letters in front of a sign. */
uint32_t gsay_scan_currency_before(const gsay_scan *scan, uint32_t at, uint32_t *begin, gsay_unit_reading *reading);

/* money.c: read a currency behind a number: "dollars", "€", "USD", "Canadian dollars", "MEUR". */
uint32_t gsay_scan_currency_behind(const gsay_scan *scan, uint32_t at, gsay_unit_reading *reading);

/* money.c: read the smaller coin behind an amount of money and add it: "3 dollars 50 cents". Returns the token behind
 * it, or at. */
uint32_t gsay_scan_coins(const gsay_scan *scan, uint32_t at, gsay_amount *amount);

/* amount.c: read one amount that starts at a token; options of gsay_cardinal_option. Returns whether there is one. */
bool gsay_scan_amount(const gsay_scan *scan, uint32_t at, unsigned options, gsay_amount *amount);

/* range.c: read what makes a range or a tolerance of an amount ("-20", "to 5", "± 0.2"), in place. */
void gsay_scan_range(const gsay_scan *scan, gsay_amount *amount);

/* range.c: read a range from the preposition before it: "between 10 and 20 dollars", "from 3 to 5 per cent". A change
 * is none. */
bool gsay_scan_range_from(const gsay_scan *scan, uint32_t at, gsay_amount *amount);

/* range.c: give a bare number of a list the unit of the list's last one: "10, 20 and 30 km". */
void gsay_scan_list_unit(const gsay_scan *scan, gsay_amount *amount);

/* hedge.c: bound an amount by the hedge around it. Returns the first token of a hedge before it, else amount->begin. */
uint32_t gsay_scan_hedge(const gsay_scan *scan, gsay_amount *amount);

/* hedge.c: the hedge whose words end before a token. begin: out: its first token. GSAY_HEDGE_NONE when there is none.
 */
gsay_hedge gsay_scan_hedge_before(const gsay_scan *scan, uint32_t at, uint32_t *begin);

/* count.c: the noun that a number counts, folded and singular where regular; "" when none is plain. */
gsay_str gsay_scan_counted(const gsay_scan *scan, uint32_t at, bool is_one);

#endif
