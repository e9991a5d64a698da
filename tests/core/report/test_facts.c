/* Topics by source: the table, JSON, CSV. */
#include "report/report.h"

#include <cjson/cJSON.h>

#include "base/utf8.h"
#include "places.h"
#include "suite.h"

Suite *facts_suite(void);

#define PLACES_MAX 12u

/* Topics built from literals; the arrays live here. */
typedef struct stage {
    gsay_record        records[PLACES_MAX];
    const gsay_record *places[PLACES_MAX];
    size_t             used;
    gsay_topic_value   values[6];
    gsay_topic         topics[3];
    gsay_alignment     group;
} stage;

/* A value of one number with unit at places that are added next. */
static gsay_topic_value number_value(stage *set, gsay_kind kind, const char *digits, const char *unit)
{
    gsay_topic_value value = { .places = &set->places[set->used], .value = { .kind = kind } };
    gsay_number     *number = &value.value.as.number;
    gsay_decimal_read(gsay_str_of(digits), &number->lo);
    number->hi = number->lo;
    number->has_lo = number->has_hi = true;
    number->unit = gsay_str_of(unit);
    return value;
}

static void add_place(stage *set, gsay_topic_value *value, const char *source, uint32_t line, const char *text)
{
    ck_assert_uint_lt(set->used, PLACES_MAX);
    gsay_record *record = &set->records[set->used];
    gsay_place   place = place_in_line(source, line, text, text);
    *record = (gsay_record){ .place = { place.source, place.text, place.span, place.line, place.column } };
    set->places[set->used++] = record;
    value->count++;
}

/* Two topics: one on which two sources differ, one that one source states. */
static void set_up(stage *set)
{
    *set = (stage){ 0 };
    set->values[0] = number_value(set, GSAY_KIND_PERCENT, "20", "%");
    add_place(set, &set->values[0], "a.txt", 3, "20%");
    add_place(set, &set->values[0], "a.txt", 3, "20%");
    add_place(set, &set->values[0], "a.txt", 12, "twenty percent");
    add_place(set, &set->values[0], "b,c.txt", 1, "20%");
    set->values[1] = number_value(set, GSAY_KIND_PERCENT, "25", "%");
    add_place(set, &set->values[1], "d.txt", 2, "25%");
    set->values[1].departs = true;
    set->values[2] = number_value(set, GSAY_KIND_NUMBER, "3000", "");
    add_place(set, &set->values[2], "d.txt", 9, "3,000");
    set->topics[0] = (gsay_topic){ .key = GSAY_STR("number of people"),
                                   .kind = GSAY_KIND_NUMBER,
                                   .values = &set->values[2],
                                   .count = 1,
                                   .agrees = true };
    set->topics[1] = (gsay_topic){
        .key = GSAY_STR("percent of territory, hold"), .kind = GSAY_KIND_PERCENT, .values = set->values, .count = 2
    };
    set->group = (gsay_alignment){ .topics = set->topics, .topic_count = 2 };
}

static void write_as(gsay_facts_format format, gsay_buffer *buffer, const gsay_alignment *groups, size_t count,
                     const gsay_report *look)
{
    const gsay_report wide = { 0 };
    gsay_write_facts(buffer, groups, count, format, look ? look : &wide);
}

START_TEST(shows_what_several_sources_say_before_what_one_says)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set);
    write_as(GSAY_FACTS_TABLE, &buffer, &set.group, 1, NULL);
    assert_str(gsay_buffer_view(&buffer), "What several sources say\n"
                                          "\n"
                                          "≠ percent of territory, hold\n"
                                          "    20%   a.txt:3, 12; b,c.txt:1\n"
                                          "  ! 25%   d.txt:2\n"
                                          "\n"
                                          "What one source says\n"
                                          "\n"
                                          "= number of people\n"
                                          "    3000  d.txt:9\n"
                                          "\n"
                                          "2 topics, 1 of several sources, 1 in disagreement\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(wraps_places_under_their_begin)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    gsay_report look = { .width = 28 };
    set_up(&set);
    set.group.topics = &set.topics[1];
    set.group.topic_count = 1;
    write_as(GSAY_FACTS_TABLE, &buffer, &set.group, 1, &look);
    assert_str(gsay_buffer_view(&buffer), "What several sources say\n"
                                          "\n"
                                          "≠ percent of territory, hold\n"
                                          "    20%  a.txt:3, 12;\n"
                                          "         b,c.txt:1\n"
                                          "  ! 25%  d.txt:2\n"
                                          "\n"
                                          "1 topic, 1 of several sources, 1 in disagreement\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(names_groups_and_passes_over_empty_ones)
{
    stage          set;
    gsay_buffer    buffer = { 0 };
    gsay_alignment groups[3] = { { .group = GSAY_STR("empty") } };
    set_up(&set);
    set.group.topic_count = 1;
    groups[1] = set.group;
    groups[1].group = GSAY_STR("story-7");
    groups[2] = set.group;
    groups[2].group = GSAY_STR("story-8");
    write_as(GSAY_FACTS_TABLE, &buffer, groups, 3, NULL);
#define GROUP(name) name "\n\nWhat one source says\n\n= number of people\n    3000  d.txt:9\n\n"
    assert_str(gsay_buffer_view(&buffer),
               GROUP("story-7") GROUP("story-8") "2 topics, 0 of several sources, 0 in disagreement\n");
#undef GROUP
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(says_so_when_there_is_nothing)
{
    gsay_buffer    buffer = { 0 };
    gsay_alignment group = { 0 };
    write_as(GSAY_FACTS_TABLE, &buffer, &group, 1, NULL);
    assert_str(gsay_buffer_view(&buffer), "no topics: nothing here says a value of something\n");
    buffer.len = 0;
    write_as(GSAY_FACTS_JSON, &buffer, NULL, 0, NULL);
    assert_str(gsay_buffer_view(&buffer), "{\"schema\":\"gainsay-facts/1\",\"topics\":[]}\n");
    buffer.len = 0;
    write_as(GSAY_FACTS_CSV, &buffer, &group, 1, NULL);
    assert_str(gsay_buffer_view(&buffer), "topic,kind,agrees,source,line,text,value,unit\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(inks_agreement_and_departure)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    gsay_report look = { .has_color = true };
    set_up(&set);
    set.group.topics = &set.topics[1];
    set.group.topic_count = 1;
    write_as(GSAY_FACTS_TABLE, &buffer, &set.group, 1, &look);
    assert_str(gsay_buffer_view(&buffer), "\033[2mWhat several sources say\033[0m\n"
                                          "\n"
                                          "\033[1;31m≠ \033[0m\033[1mpercent of territory, hold\033[0m\n"
                                          "    20%  a.txt:3, 12; b,c.txt:1\n"
                                          "\033[1;31m  ! 25%\033[0m  d.txt:2\n"
                                          "\n"
                                          "1 topic, 1 of several sources, 1 in disagreement\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Columns stay straight beside values of wide characters and of too many. */
START_TEST(keeps_the_columns_straight)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set);
    set.values[0] = number_value(&set, GSAY_KIND_NUMBER, "7", "");
    set.values[0].value.as.number.of = GSAY_STR("漁船");
    set.values[1] = number_value(&set, GSAY_KIND_NUMBER, "8", "");
    set.values[1].value.as.number.of = GSAY_STR("person with a name that is very long indeed");
    set.values[2] = number_value(&set, GSAY_KIND_NUMBER, "9", "");
    for (size_t i = 0; i < 3; i++) {
        set.values[i].places = &set.places[set.used];
        add_place(&set, &set.values[i], "x.txt", (uint32_t)i + 1, "seven");
    }
    set.topics[0] = (gsay_topic){
        .key = GSAY_STR("k"), .kind = GSAY_KIND_NUMBER, .values = set.values, .count = 3, .agrees = true
    };
    set.group.topic_count = 1;
    write_as(GSAY_FACTS_TABLE, &buffer, &set.group, 1, NULL);
    gsay_str view = gsay_buffer_view(&buffer);
    size_t   columns[3] = { 0 };
    for (size_t i = 0; i < 3; i++) {
        char mark[] = "x.txt:1";
        mark[6] = (char)('1' + i);
        size_t at = offset_of(view, gsay_str_of(mark));
        size_t begin = at;
        while (begin && view.ptr[begin - 1] != '\n')
            begin--;
        columns[i] = gsay_utf8_columns((gsay_str){ view.ptr + begin, at - begin });
    }
    ck_assert_uint_eq(columns[0], columns[2]);
    ck_assert_uint_ge(columns[1], columns[0]);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_topics_as_json)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set);
    set.values[0].count = 1;
    set.topics[1].group = GSAY_STR("g");
    write_as(GSAY_FACTS_JSON, &buffer, &set.group, 1, NULL);
#define PLACE(source, end, line, text)                                                                                 \
    "{\"source\":\"" source "\",\"start\":1000,\"end\":" end ",\"line\":" line ",\"column\":1,\"text\":\"" text "\"}"
#define NUMBER(digits, unit) "{\"lo\":\"" digits "\",\"hi\":\"" digits "\",\"bound\":\"exact\"" unit ",\"precision\":0}"
    assert_str(
        gsay_buffer_view(&buffer),
        "{\"schema\":\"gainsay-facts/1\",\"topics\":[\n"
        " {\"topic\":\"number of people\",\"kind\":\"number\",\"agrees\":true,\"values\":[{\"value\":" NUMBER("3000", "") ",\"shown\":\"3000\",\"places\":[" PLACE(
            "d.txt",
            "1005", "9", "3,000") "]}]},\n"
                                  " {\"topic\":\"percent of territory, "
                                  "hold\",\"group\":\"g\",\"kind\":\"percent\",\"agrees\":false,\"values\":[{"
                                  "\"value\":" NUMBER("20", ",\"unit\":\"%\"") ",\"shown\":\"20%\",\"places\":[" PLACE(
                                      "a.txt", "1003", "3",
                                      "20%") "]},{\"value\":" NUMBER("25",
                                                                     ",\"unit\":\"%\"") ",\"shown\":\"25%\",\"places\":"
                                                                                        "[" PLACE("d.txt", "1003", "2",
                                                                                                  "25%") "]}]}]}\n");
#undef PLACE
#undef NUMBER
    cJSON *root = cJSON_ParseWithLength(buffer.ptr, buffer.len);
    ck_assert_ptr_nonnull(root);
    cJSON_Delete(root);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_a_place_a_row_as_csv)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set);
    set.records[4].place.text = GSAY_STR("\"25%\"\nor so");
    write_as(GSAY_FACTS_CSV, &buffer, &set.group, 1, NULL);
    assert_str(gsay_buffer_view(&buffer),
               "topic,kind,agrees,source,line,text,value,unit\n"
               "number of people,number,true,d.txt,9,\"3,000\",3000,\n"
               "\"percent of territory, hold\",percent,false,a.txt,3,20%,20,%\n"
               "\"percent of territory, hold\",percent,false,a.txt,3,20%,20,%\n"
               "\"percent of territory, hold\",percent,false,a.txt,12,twenty percent,20,%\n"
               "\"percent of territory, hold\",percent,false,\"b,c.txt\",1,20%,20,%\n"
               "\"percent of territory, hold\",percent,false,d.txt,2,\"\"\"25%\"\"\nor so\",25,%\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

/* The value column of CSV: bounds, ranges, dates. */
static const struct value_case {
    gsay_value  value;
    const char *expected;
} VALUES[] = {
    { { GSAY_KIND_NUMBER, { .number = { .has_lo = true, .lo = { 5, 1, 0, 0 }, .bound = GSAY_BOUND_AT_LEAST } } },
      "5.." },
    { { GSAY_KIND_NUMBER, { .number = { .has_hi = true, .hi = { 5, 1, 0, 0 }, .bound = GSAY_BOUND_AT_MOST } } },
      "..5" },
    { { GSAY_KIND_MONEY,
        { .number = { .has_lo = true,
                      .has_hi = true,
                      .lo = { 1, 1, 1, 0 },
                      .hi = { 2, 1, 1, 0 },
                      .bound = GSAY_BOUND_RANGE } } },
      "10..20" },
    { { GSAY_KIND_NUMBER, { .number = { .bound = GSAY_BOUND_VAGUE } } }, "" },
    { { GSAY_KIND_DATE, { .temporal = { .timex = { "2025-03-04", 10 }, .days = { 20151, 20152 } } } }, "2025-03-04" },
    { { GSAY_KIND_DATE, { .temporal = { .days = { 20151, GSAY_DAY_NONE } } } }, "2025-03-04/.." },
    { { GSAY_KIND_DATE, { .temporal = { .days = { GSAY_DAY_NONE, GSAY_DAY_NONE } } } }, "" },
};

START_TEST(writes_values_for_programs)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    gsay_buffer expected = { 0 };
    set_up(&set);
    set.values[2].value = VALUES[_i].value;
    set.topics[0].kind = VALUES[_i].value.kind;
    set.group.topic_count = 1;
    write_as(GSAY_FACTS_CSV, &buffer, &set.group, 1, NULL);
    gsay_buffer_add_format(&expected, "number of people,%s,true,d.txt,9,\"3,000\",%s,\n",
                           gsay_kind_name(VALUES[_i].value.kind), VALUES[_i].expected);
    gsay_buffer_add_byte(&expected, 0);
    gsay_str view = gsay_buffer_view(&buffer);
    size_t   begin = sizeof "topic,kind,agrees,source,line,text,value,unit";
    assert_str(((gsay_str){ view.ptr + begin, view.len - begin }), expected.ptr);
    gsay_buffer_clear(&expected);
    gsay_buffer_clear(&buffer);
}
END_TEST

Suite *facts_suite(void)
{
    Suite *suite = suite_create("core/report/facts");
    TCase *table = tcase_create("table");
    TCase *data = tcase_create("data");
    tcase_add_test(table, shows_what_several_sources_say_before_what_one_says);
    tcase_add_test(table, wraps_places_under_their_begin);
    tcase_add_test(table, names_groups_and_passes_over_empty_ones);
    tcase_add_test(table, says_so_when_there_is_nothing);
    tcase_add_test(table, inks_agreement_and_departure);
    tcase_add_test(table, keeps_the_columns_straight);
    tcase_add_test(data, writes_topics_as_json);
    tcase_add_test(data, writes_a_place_a_row_as_csv);
    tcase_add_loop_test(data, writes_values_for_programs, 0, (int)(sizeof VALUES / sizeof *VALUES));
    suite_add_tcase(suite, table);
    suite_add_tcase(suite, data);
    return suite;
}
