/* Currencies: codes of three capitals, signs with and without a country, nouns that leave it open. */
#include "lexicon/lexicon.h"

#include "lexicon/closed.h"
#include "suite.h"

Suite *currencies_suite(void);

/* Tell whether text is three capitals. */
static bool is_code(const char *text)
{
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* The codes that are no ISO ones: open signs and nouns, see lexicon.h. */
static const char *const OPEN[] = { "$",      "¥",    "¤",        "peso",  "franc",  "rupee",    "dinar",
                                    "dirham", "rial", "shilling", "krone", "kwacha", "CFA franc" };

START_TEST(every_code_has_three_capitals_or_is_open)
{
    const gsay_currency *currency = &gsay_currency_rows[_i].currency;
    bool                 is_open = false;
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++)
        is_open = is_open || strcmp(OPEN[i], currency->code) == 0;
    ck_assert_msg(is_open || is_code(currency->code), "%s", currency->code);
    if (is_open || currency->minor)
        return;
    ck_assert_msg(gsay_currency_of_symbol(gsay_str_of(currency->code)) == currency, "%s stands twice", currency->code);
}
END_TEST

static const struct {
    const char *symbol;
    const char *code; /* NULL: no currency */
} SYMBOLS[] = {
    { "$", "$" },     { "US$", "USD" },  { "C$", "CAD" },  { "A$", "AUD" },  { "HK$", "HKD" }, { "NZ$", "NZD" },
    { "RM", "MYR" },  { "Rs", "rupee" }, { "€", "EUR" },   { "£", "GBP" },   { "¥", "¥" },     { "₹", "INR" },
    { "₿", "BTC" }, { "₡", "CRC" },    { "USD", "USD" }, { "ZWG", "ZWG" }, { "usd", NULL },  { "ABC", NULL },
    { "", NULL },     { "km", NULL },    { "R$", "BRL" },
};

START_TEST(signs_and_codes_name_their_currency)
{
    const gsay_currency *currency = gsay_currency_of_symbol(gsay_str_of(SYMBOLS[_i].symbol));
    ck_assert_msg((currency != NULL) == (SYMBOLS[_i].code != NULL), "%s", SYMBOLS[_i].symbol);
    if (currency)
        ck_assert_str_eq(currency->code, SYMBOLS[_i].code);
}
END_TEST

static const struct {
    const char *words;
    const char *code;
    const char *minor;
} WORDS[] = {
    { "dollars", "$", NULL },
    { "bucks", "$", NULL },
    { "quid", "GBP", NULL },
    { "pounds", "GBP", NULL },
    { "cents", "$", "100" },
    { "pence", "GBP", "100" },
    { "grand", "¤", "0.001" },
    { "euros", "EUR", NULL },
    { "canadian dollars", "CAD", NULL },
    { "swiss francs", "CHF", NULL },
    { "francs", "franc", NULL },
    { "pesos", "peso", NULL },
    { "egyptian pounds", "EGP", NULL },
    { "jordanian dinars", "JOD", NULL },
    { "usd", "USD", NULL },
};

START_TEST(words_name_their_currency)
{
    const gsay_currency *currency = gsay_lexicon_find(gsay_str_of(WORDS[_i].words)).currency;
    ck_assert_ptr_nonnull(currency);
    ck_assert_str_eq(currency->code, WORDS[_i].code);
    ck_assert_int_eq(currency->minor != NULL, WORDS[_i].minor != NULL);
    if (currency->minor)
        ck_assert_str_eq(currency->minor, WORDS[_i].minor);
}
END_TEST

Suite *currencies_suite(void)
{
    Suite *suite = suite_create("core/lexicon/currencies");
    TCase *table = tcase_create("currencies");
    tcase_add_loop_test(table, every_code_has_three_capitals_or_is_open, 0, (int)gsay_currency_count);
    tcase_add_loop_test(table, signs_and_codes_name_their_currency, 0, sizeof SYMBOLS / sizeof *SYMBOLS);
    tcase_add_loop_test(table, words_name_their_currency, 0, sizeof WORDS / sizeof *WORDS);
    suite_add_tcase(suite, table);
    return suite;
}
