/* Values as JSON and as a person writes them. */
#include "extract/value.h"

#include "suite.h"
#include "suites.h"

/* One number, by the strings that a text gave. */
struct number_row {
    gsay_kind   kind;
    gsay_bound  bound;
    const char *lo;
    const char *hi;
    const char *unit;
    const char *of;
    int         power; /* the scale word's power of ten */
    const char *json;
    const char *shown;
};

static const struct number_row number_rows[] = {
    { GSAY_KIND_NUMBER, GSAY_BOUND_EXACT, "0", "0", "", "", 0,
      "{\"lo\":\"0\",\"hi\":\"0\",\"bound\":\"exact\",\"precision\":0}", "0" },
    { GSAY_KIND_NUMBER, GSAY_BOUND_EXACT, "3000", "3000", "", "tree", 0,
      "{\"lo\":\"3000\",\"hi\":\"3000\",\"bound\":\"exact\",\"of\":\"tree\",\"precision\":0}", "3000 trees" },
    { GSAY_KIND_NUMBER, GSAY_BOUND_EXACT, "48211", "48211", "", "", 0,
      "{\"lo\":\"48211\",\"hi\":\"48211\",\"bound\":\"exact\",\"precision\":0}", "48,211" },
    { GSAY_KIND_NUMBER, GSAY_BOUND_AT_LEAST, "40", NULL, "", "", 0,
      "{\"lo\":\"40\",\"bound\":\"at-least\",\"precision\":0}", "at least 40" },
    { GSAY_KIND_NUMBER, GSAY_BOUND_LESS_THAN, NULL, "9.50", "", "", 0,
      "{\"hi\":\"9.50\",\"bound\":\"less-than\",\"precision\":-2}", "less than 9.50" },
    { GSAY_KIND_NUMBER, GSAY_BOUND_VAGUE, NULL, NULL, "", "boat", 0,
      "{\"bound\":\"vague\",\"of\":\"boat\",\"precision\":0}", "some boats" },
    { GSAY_KIND_PERCENT, GSAY_BOUND_APPROX, "20", "20", "%", "", 0,
      "{\"lo\":\"20\",\"hi\":\"20\",\"bound\":\"approx\",\"unit\":\"%\",\"precision\":0}", "about 20%" },
    { GSAY_KIND_PERCENT, GSAY_BOUND_RANGE, "3", "5", "%", "", 0,
      "{\"lo\":\"3\",\"hi\":\"5\",\"bound\":\"range\",\"unit\":\"%\",\"precision\":0}", "3 to 5%" },
    { GSAY_KIND_MONEY, GSAY_BOUND_EXACT, "1.5", "1.5", "$", "", 9,
      "{\"lo\":\"1500000000\",\"hi\":\"1500000000\",\"bound\":\"exact\",\"unit\":\"$\",\"precision\":8}",
      "$1.5 billion" },
    { GSAY_KIND_MONEY, GSAY_BOUND_EXACT, "12", "12", "CHF", "", 0,
      "{\"lo\":\"12\",\"hi\":\"12\",\"bound\":\"exact\",\"unit\":\"CHF\",\"precision\":0}", "12 CHF" },
    { GSAY_KIND_QUANTITY, GSAY_BOUND_NEARLY, "-7.25", "-7.25", "Cel", "", 0,
      "{\"lo\":\"-7.25\",\"hi\":\"-7.25\",\"bound\":\"nearly\",\"unit\":\"Cel\",\"precision\":-2}", "nearly -7.25 °C" },
    { GSAY_KIND_ORDINAL, GSAY_BOUND_EXACT, "3", "3", "", "", 0,
      "{\"lo\":\"3\",\"hi\":\"3\",\"bound\":\"exact\",\"precision\":0}", "3rd" },
    { GSAY_KIND_ORDINAL, GSAY_BOUND_EXACT, "112", "112", "", "", 0,
      "{\"lo\":\"112\",\"hi\":\"112\",\"bound\":\"exact\",\"precision\":0}", "112th" },
};

static gsay_value value_of(const struct number_row *row)
{
    gsay_value   value = { .kind = row->kind };
    gsay_number *number = &value.as.number;
    number->bound = (uint8_t)row->bound;
    number->unit = gsay_str_of(row->unit);
    number->of = gsay_str_of(row->of);
    number->has_lo = row->lo && gsay_decimal_read(gsay_str_of(row->lo), &number->lo);
    number->has_hi = row->hi && gsay_decimal_read(gsay_str_of(row->hi), &number->hi);
    number->lo = gsay_decimal_shift(number->lo, row->power);
    number->hi = gsay_decimal_shift(number->hi, row->power);
    number->precision = number->has_lo ? number->lo.precision : number->hi.precision;
    return value;
}

START_TEST(writes_a_number_as_json)
{
    gsay_buffer buffer = { 0 };
    gsay_value  value = value_of(&number_rows[_i]);
    gsay_value_write(&buffer, &value);
    assert_str(gsay_buffer_view(&buffer), number_rows[_i].json);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(shows_a_number_as_a_person_writes_it)
{
    gsay_buffer buffer = { 0 };
    gsay_value  value = value_of(&number_rows[_i]);
    gsay_value_show(&buffer, &value);
    assert_str(gsay_buffer_view(&buffer), number_rows[_i].shown);
    gsay_buffer_clear(&buffer);
}
END_TEST

/* One date, duration, name or quotation. */
struct other_row {
    gsay_value  value;
    const char *json;
    const char *shown;
};

#define TEXT(literal)                                                                                                  \
    {                                                                                                                  \
        (literal), sizeof(literal) - 1                                                                                 \
    }

static const struct other_row other_rows[] = {
    { { GSAY_KIND_DATE,
        .as.temporal = { .timex = TEXT("1970-01-02"), .days = { 1, 2 }, .resolved_by = GSAY_RESOLVED_TEXT } },
      "{\"value\":\"1970-01-02\",\"from\":\"1970-01-02\",\"to\":\"1970-01-03\",\"resolved_by\":\"text\"}",
      "1970-01-02" },
    { { GSAY_KIND_DATE, .as.temporal = { .timex = TEXT("XXXX-06-31"), .weekday = 3, .is_approx = true } },
      "{\"value\":\"XXXX-06-31\",\"weekday\":3,\"mod\":\"approx\"}",
      "XXXX-06-31" },
    { { GSAY_KIND_DATE, .as.temporal = { .days = { GSAY_DAY_NONE, 31 }, .resolved_by = GSAY_RESOLVED_DATE } },
      "{\"to\":\"1970-02-01\",\"resolved_by\":\"date\"}",
      "before 1970-02-01" },
    { { GSAY_KIND_NAME, .as.name = { .form = TEXT("ada berg"),
                                     .shown = TEXT("Ada Berg"),
                                     .title = TEXT("judge"),
                                     .given = TEXT("ada"),
                                     .family = TEXT("berg"),
                                     .type = GSAY_NAME_PERSON } },
      "{\"form\":\"ada berg\",\"type\":\"person\",\"title\":\"judge\",\"given\":\"ada\",\"family\":\"berg\"}",
      "Ada Berg" },
    { { GSAY_KIND_QUOTE, .as.quote = { .speaker = TEXT("Ada Berg"), .cue = TEXT("said"), .normal = TEXT("we wait") } },
      "{\"speaker\":\"Ada Berg\",\"cue\":\"said\",\"normal\":\"we wait\"}",
      "we wait" },
    { { GSAY_KIND_IDENTIFIER, .as.number = { .has_lo = false } }, "{}", "" },
};

START_TEST(writes_other_kinds_as_json)
{
    gsay_buffer buffer = { 0 };
    gsay_value_write(&buffer, &other_rows[_i].value);
    assert_str(gsay_buffer_view(&buffer), other_rows[_i].json);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(shows_other_kinds_as_a_person_writes_them)
{
    gsay_buffer buffer = { 0 };
    gsay_value_show(&buffer, &other_rows[_i].value);
    assert_str(gsay_buffer_view(&buffer), other_rows[_i].shown);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(names_every_kind_and_bound)
{
    for (int kind = 0; kind < GSAY_KIND_COUNT; kind++)
        ck_assert(strlen(gsay_kind_name((gsay_kind)kind)) > 0);
    for (int bound = 0; bound < GSAY_BOUND_COUNT; bound++)
        ck_assert(strlen(gsay_bound_name((gsay_bound)bound)) > 0);
}
END_TEST

Suite *value_suite(void)
{
    Suite *suite = suite_create("core/extract/value");
    TCase *cases = tcase_create("values");
    tcase_add_loop_test(cases, writes_a_number_as_json, 0, sizeof number_rows / sizeof *number_rows);
    tcase_add_loop_test(cases, shows_a_number_as_a_person_writes_it, 0, sizeof number_rows / sizeof *number_rows);
    tcase_add_loop_test(cases, writes_other_kinds_as_json, 0, sizeof other_rows / sizeof *other_rows);
    tcase_add_loop_test(cases, shows_other_kinds_as_a_person_writes_them, 0, sizeof other_rows / sizeof *other_rows);
    tcase_add_test(cases, names_every_kind_and_bound);
    suite_add_tcase(suite, cases);
    return suite;
}
