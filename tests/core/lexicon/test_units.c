/* Units: factors against the definitions of their standards, symbols by their case, nothing written twice. */
#include "lexicon/lexicon.h"

#include "lexicon/closed.h"
#include "suite.h"

Suite *units_suite(void);

/* Read a plain decimal. */
static gsay_decimal decimal_of(const char *text)
{
    gsay_decimal number = gsay_decimal_from(0);
    ck_assert_msg(gsay_decimal_read(gsay_str_of(text), &number), "%s is no number", text);
    return number;
}

/* Definitions: so many of a unit make so much in the base unit of its dimension. */
static const struct {
    const char *ucum;
    const char *value;
    const char *base;
} DEFINITIONS[] = {
    { "[mi_i]", "1", "1609.344" },           /* 1760 yards of 0.9144 m */
    { "[in_i]", "36", "0.9144" },            /* a yard */
    { "[ft_i]", "3", "0.9144" },             /* a yard */
    { "[nmi_i]", "1", "1852" },              /* Monaco 1929 */
    { "[mi_i]2", "1", "2589988.110336" },    /* 1609.344 squared */
    { "[acr_us]", "640", "2589988.110336" }, /* a square mile */
    { "[sft_i]", "9", "0.83612736" },        /* a square yard */
    { "har", "100", "1000000" },             /* a square kilometre */
    { "[gal_us]", "1", "0.003785411784" },   /* 231 cubic inches */
    { "[cin_i]", "231", "0.003785411784" },
    { "[gal_br]", "1", "0.00454609" },
    { "[bbl_us]", "1", "0.158987294928" },          /* 42 gallons */
    { "[foz_us]", "128", "0.003785411784" },        /* a gallon */
    { "[qt_us]", "4", "0.003785411784" },           /* a gallon */
    { "[pt_us]", "8", "0.003785411784" },           /* a gallon */
    { "[cup_us]", "16", "0.003785411784" },         /* a gallon */
    { "[tbs_us]", "256", "0.003785411784" },        /* a gallon */
    { "[tsp_us]", "768", "0.003785411784" },        /* a gallon */
    { "[cft_i]", "27", "0.764554857984" },          /* a cubic yard */
    { "[acr_us].[ft_i]", "1", "1233.48183754752" }, /* 43,560 cubic feet */
    { "[lb_av]", "1", "453.59237" },
    { "[oz_av]", "16", "453.59237" },     /* a pound */
    { "[stone_av]", "1", "6350.29318" },  /* 14 pounds */
    { "[ston_av]", "1", "907184.74" },    /* 2,000 pounds */
    { "[lton_av]", "1", "1016046.9088" }, /* 2,240 pounds */
    { "[oz_tr]", "1", "31.1034768" },     /* 480 grains of 64.79891 mg */
    { "t", "1", "1000000" },
    { "km/h", "36", "10" },
    { "[mi_i]/h", "1", "0.44704" },
    { "[kn_i]", "3600", "1852" },
    { "Cel", "0", "273.15" },
    { "Cel", "100", "373.15" },
    { "[degF]", "32", "273.15" },
    { "[degF]", "212", "373.15" },
    { "[degF]", "-40", "233.15" },
    { "K", "300", "300" },
    { "h", "24", "86400" },
    { "wk", "1", "604800" },
    { "10.a", "1", "315576000" },
    { "mo", "12", "31557600" },
    { "By", "1", "8" },
    { "MiBy", "1", "8388608" },
    { "kW.h", "1", "3600000" },
    { "kcal", "1", "4184" },
    { "[Btu_IT]", "1", "1055.05585262" },
    { "atm", "1", "101325" },
    { "{torr}", "760", "101325" },
    { "bar", "1", "100000" },
    { "kgf", "1", "9.80665" },
    { "deg", "180", "180" },
    { "'", "60", "1" },
    { "''", "3600", "1" },
    { "[ly]", "1", "9460730472580800" },
    { "mg/dL", "1", "10" },
    { "{bp}", "25", "0.25" },
};

START_TEST(factors_meet_their_definitions)
{
    const gsay_unit *unit = gsay_unit_of_code(gsay_str_of(DEFINITIONS[_i].ucum));
    gsay_decimal     base = { 0 };
    ck_assert_ptr_nonnull(unit);
    base = gsay_unit_to_base(unit, decimal_of(DEFINITIONS[_i].value));
    ck_assert_msg(gsay_decimal_compare(base, decimal_of(DEFINITIONS[_i].base)) == 0, "%s %s is %lld e%d / %u",
                  DEFINITIONS[_i].value, DEFINITIONS[_i].ucum, (long long)base.coefficient, base.exponent,
                  base.divisor);
}
END_TEST

static const struct {
    const char *symbol;
    const char *ucum; /* NULL: no unit */
} SYMBOLS[] = {
    { "MB", "MBy" },      { "Mb", "Mbit" },
    { "mW", "mW" },       { "MW", "MW" },
    { "km²", "km2" },     { "km2", "km2" },
    { "kWh", "kW.h" },    { "°C", "Cel" },
    { "°F", "[degF]" },   { "μg", "ug" },
    { "µg", "ug" },       { "kΩ", "kOhm" },
    { "m", "m" },         { "ms", "ms" },
    { "in", "[in_i]" },   { "%", "%" },
    { "‰", "[ppth]" },    { "bp", "{bp}" },
    { "GHz", "GHz" },     { "hPa", "hPa" },
    { "mg/dL", "mg/dL" }, { "L/100km", "L/(100.km)" },
    { "MHZ", NULL },      { "kilometre", NULL },
    { "Km²", NULL },      { "", NULL },
    { "wibble", NULL },   { "USD", NULL },
};

START_TEST(symbols_are_found_by_their_case)
{
    const gsay_unit *unit = gsay_unit_of_symbol(gsay_str_of(SYMBOLS[_i].symbol));
    ck_assert_msg((unit != NULL) == (SYMBOLS[_i].ucum != NULL), "%s", SYMBOLS[_i].symbol);
    if (unit)
        ck_assert_str_eq(unit->ucum, SYMBOLS[_i].ucum);
}
END_TEST

static const struct {
    const char *words;
    const char *ucum;
} WORDS[] = {
    { "kilometer", "km" },
    { "kilometres", "km" },
    { "mph", "[mi_i]/h" },
    { "tonnes", "t" },
    { "hectares", "har" },
    { "fahrenheit", "[degF]" },
    { "decade", "10.a" },
    { "fortnight", "14.d" },
    { "pct", "%" },
    { "square miles", "[mi_i]2" },
    { "per cent", "%" },
    { "percentage points", "pp" },
    { "basis points", "{bp}" },
    { "miles per hour", "[mi_i]/h" },
    { "metric tons", "t" },
    { "us gallons", "[gal_us]{US}" },
    { "degrees celsius", "Cel" },
    { "pounds per square inch", "[psi]" },
    { "light years", "[ly]" },
};

START_TEST(words_name_their_units)
{
    gsay_lexeme found = gsay_lexicon_find(gsay_str_of(WORDS[_i].words));
    ck_assert_ptr_nonnull(found.unit);
    ck_assert_str_eq(found.unit->ucum, WORDS[_i].ucum);
}
END_TEST

START_TEST(an_open_word_has_its_other_reading)
{
    const gsay_unit *ton = gsay_lexicon_find(GSAY_STR("tons")).unit;
    ck_assert_str_eq(ton->factor, "907184.74");
    ck_assert_str_eq(ton->other, "1016046.9088");
    ck_assert_ptr_null(gsay_lexicon_find(GSAY_STR("tonnes")).unit->other);
}
END_TEST

START_TEST(every_unit_is_whole_and_stands_once)
{
    const gsay_unit *unit = &gsay_unit_rows[_i].unit;
    gsay_decimal     one = gsay_unit_to_base(unit, gsay_decimal_from(1));
    ck_assert(unit->ucum[0] != '\0' && unit->dimension != GSAY_DIMENSION_NONE);
    ck_assert_msg(gsay_decimal_compare(one, gsay_decimal_from(0)) > 0, "the factor of %s", unit->ucum);
    ck_assert_msg(gsay_unit_of_code(gsay_str_of(unit->ucum)) == unit, "%s stands twice", unit->ucum);
    for (const char *other = unit->other; other && *other; other++)
        ck_assert_msg(strchr("0123456789.", *other) != NULL, "the other factor of %s", unit->ucum);
}
END_TEST

Suite *units_suite(void)
{
    Suite *suite = suite_create("core/lexicon/units");
    TCase *table = tcase_create("units");
    tcase_add_loop_test(table, factors_meet_their_definitions, 0, sizeof DEFINITIONS / sizeof *DEFINITIONS);
    tcase_add_loop_test(table, symbols_are_found_by_their_case, 0, sizeof SYMBOLS / sizeof *SYMBOLS);
    tcase_add_loop_test(table, words_name_their_units, 0, sizeof WORDS / sizeof *WORDS);
    tcase_add_test(table, an_open_word_has_its_other_reading);
    tcase_add_loop_test(table, every_unit_is_whole_and_stands_once, 0, (int)gsay_unit_count);
    suite_add_tcase(suite, table);
    return suite;
}
