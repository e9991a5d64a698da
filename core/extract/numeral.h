/* The parts of a number, for the files that read numbers: plain_number.c, digits.c, number.c, ordinal.c, fraction.c,
 * vague.c. Private to core/extract.
 *
 * Each reader stands at a token, returns the token behind what it read, and returns the token it stood at when there is
 * nothing to read. All of them look at a bounded number of tokens. */
#ifndef GSAY_EXTRACT_NUMERAL_H
#define GSAY_EXTRACT_NUMERAL_H

#include "extract/recogniser.h"

/* How a cardinal is read. */
enum gsay_cardinal_option {
    GSAY_CARDINAL_PLAIN = 0,
    GSAY_CARDINAL_MONEY = 1, /* a currency stands before it: "m" is a million, "b" a billion, "t" a trillion */
    GSAY_CARDINAL_NO_AND = 2 /* "and" ends it: "between one hundred and two hundred" */
};

/* Read a numeral in digits: "1,500", "12,34,567", "1 414 021", "4.20", ".77", "4 . 8", "6.02e23", "1.5×10^-3", "10^9",
 * "2½", "½". An IP address or a version ("1.2.3") is none. value: out, with precision. */
uint32_t gsay_scan_digits(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

/* Read digits over digits, with or without an integer before them: "3/4", "2 1/2", "7 3 / 4". A date ("3/4/2020") is
 * none. */
uint32_t gsay_scan_slashed(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

/* Read a run of superscript digits, with or without a sign: "²", "⁻³". power: out. */
uint32_t gsay_scan_superscript(const gsay_scan *scan, uint32_t at, int *power);

/* plain_number.c: read a number of one token, digits or a word, behind which no other part of a number stands, as most are. value: out.
 * Returns whether there is one. */
bool gsay_scan_plain_number(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

/* Read a cardinal in digits, words or both, with options of gsay_cardinal_option. */
uint32_t gsay_scan_cardinal(const gsay_scan *scan, uint32_t at, unsigned options, gsay_decimal *value);

/* Read a share that is not counted from one: "half", "a third", "two-thirds", "one in five", "nine out of ten", "1 over
 * 3". counted: the token behind the cardinal that stands at the token, or at; what follows it tells at a glance that
 * there is none. */
uint32_t gsay_scan_fraction(const gsay_scan *scan, uint32_t at, uint32_t counted, gsay_decimal *value);

/* Read a vague amount: "a few", "several", "dozens", "tens of thousands". number: out: lo and hi where the words give
 * any. */
uint32_t gsay_scan_vague(const gsay_scan *scan, uint32_t at, gsay_number *number);

/* Read a multiple: "twice", "doubled", "threefold", "10-fold", "halved". value: out: 2, 2, 3, 10, 0.5. */
uint32_t gsay_scan_multiple(const gsay_scan *scan, uint32_t at, gsay_decimal *value);

/* The power of ten that the word at a token multiplies by ("million": 6), or 0. */
int gsay_scan_scale(const gsay_scan *scan, uint32_t at, unsigned options);

/* Tell whether a token is a hyphen that joins words: any dash without blanks, or (tokenised news) "-" with blanks on
 * both sides. */
static inline bool gsay_scan_hyphen(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.mark != '-')
        return false;
    bool is_spaced = (token.flags & GSAY_TOKEN_SPACED) != 0;
    return is_spaced == gsay_scan_spaced(scan, at + 1) && (!is_spaced || token.end - token.begin == 1);
}

/* Tell whether a token follows the one before it without white space. */
static inline bool gsay_scan_tight(const gsay_scan *scan, uint32_t at)
{
    return at > scan->begin && at < scan->end && !(scan->tokens[at].flags & GSAY_TOKEN_SPACED);
}

/* One, and nothing. */
#define GSAY_DECIMAL_ONE  ((gsay_decimal){ .coefficient = 1, .divisor = 1 })
#define GSAY_DECIMAL_ZERO ((gsay_decimal){ .coefficient = 0, .divisor = 1 })

/* The integer that a lexeme holds; 0 for one that is too large. */
static inline int64_t gsay_lexeme_integer(const gsay_lexeme *lexeme)
{
    int64_t value = lexeme->number.coefficient;
    for (int i = 0; i < lexeme->number.exponent; i++)
        value = value < INT64_MAX / 10 ? value * 10 : 0;
    return value;
}

/* The bytes of a token of the scan; empty beyond either end of the sentence. */
static inline gsay_str gsay_scan_text(const gsay_scan *scan, uint32_t at)
{
    return at >= scan->begin && at < scan->end ? gsay_token_text(scan->text, at) : GSAY_STR("");
}

#endif
