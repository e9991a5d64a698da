/* Findings as JSON and JSONL: every member that is promised, in its order, whatever the strings hold. */
#include "report/json.h"

#include <cjson/cJSON.h>

#include "places.h"
#include "suite.h"

Suite *json_suite(void);

#define HEAD "{\"schema\":\"gainsay-findings/1\",\"version\":\"" GSAY_VERSION "\",\n \"findings\":["
#define FINDING                                                                                                        \
    "{\"rule\":\"count-conflict\",\"severity\":\"warning\",\"group\":\"g\",\"topic\":\"number of people\","            \
    "\"message\":\"214 here, but 241\",\"source\":\"a.txt\",\"start\":1005,\"end\":1008,\"line\":3,\"column\":6,"      \
    "\"text\":\"214\",\"related\":[{\"source\":\"b.txt\",\"start\":1000,\"end\":1003,\"line\":1,\"column\":1,"         \
    "\"text\":\"241\",\"message\":\"\"}],\"more\":15,\"why\":[\"head: person\",\"part: level\"],"                      \
    "\"fingerprint\":\"0123456789abcdef\"}"
#define COVERAGE                                                                                                       \
    "\"coverage\":{\"sources\":5,\"mentions\":212,\"claims\":97,\"topics\":31,\"compared\":44,"                        \
    "\"skipped\":{\"different-time\":3,\"capped\":9}}}\n"

/* A finding with one related place; its strings are literals, its arrays the caller's. */
static gsay_finding people_finding(gsay_finding_place *related, gsay_str why[2])
{
    related[0] = (gsay_finding_place){ place_in_line("b.txt", 1, "241 people", "241"), GSAY_STR("") };
    why[0] = GSAY_STR("head: person");
    why[1] = GSAY_STR("part: level");
    return (gsay_finding){
        .rule = GSAY_STR("count-conflict"),
        .severity = GSAY_SEVERITY_WARNING,
        .group = GSAY_STR("g"),
        .topic = GSAY_STR("number of people"),
        .message = GSAY_STR("214 here, but 241"),
        .at = place_in_line("a.txt", 3, "with 214 people", "214"),
        .related = related,
        .related_count = 1,
        .more = 15,
        .why = why,
        .why_count = 2,
        .fingerprint = "0123456789abcdef",
    };
}

/* Write count findings as one format and hand back the bytes. */
static void write_as(const char *format, gsay_buffer *buffer, gsay_finding *items, size_t count)
{
    gsay_findings findings = { .items = items, .count = count };
    gsay_coverage coverage = { .sources = 5, .mentions = 212, .claims = 97, .topics = 31, .compared = 44, .capped = 9 };
    gsay_report   report = { .findings = &findings, .coverage = &coverage };
    coverage.skipped[GSAY_GATE_TIME] = 3;
    gsay_findings_writer_named(gsay_str_of(format))(buffer, &report);
}

START_TEST(writes_every_member_in_its_order)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding_place related[1];
    gsay_str           why[2];
    gsay_finding       finding = people_finding(related, why);
    write_as("json", &buffer, &finding, 1);
    assert_str(gsay_buffer_view(&buffer), HEAD "\n  " FINDING "],\n " COVERAGE);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_a_finding_a_line)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding_place related[1];
    gsay_str           why[2];
    gsay_finding       items[2] = { people_finding(related, why), people_finding(related, why) };
    write_as("jsonl", &buffer, items, 2);
    assert_str(gsay_buffer_view(&buffer), FINDING "\n" FINDING "\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_no_findings_as_an_empty_list)
{
    gsay_buffer buffer = { 0 };
    write_as("json", &buffer, NULL, 0);
    assert_str(gsay_buffer_view(&buffer), HEAD "],\n " COVERAGE);
    buffer.len = 0;
    write_as("jsonl", &buffer, NULL, 0);
    assert_str(gsay_buffer_view(&buffer), "");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(leaves_more_out_when_nothing_is_beside)
{
    gsay_buffer  buffer = { 0 };
    gsay_finding finding = people_finding((gsay_finding_place[1]){ 0 }, (gsay_str[2]){ 0 });
    finding.related_count = 0;
    finding.why_count = 0;
    finding.more = 0;
    write_as("jsonl", &buffer, &finding, 1);
    gsay_str view = gsay_buffer_view(&buffer);
    ck_assert(
        gsay_str_ends(view,
                      GSAY_STR("\"text\":\"214\",\"related\":[],\"why\":[],\"fingerprint\":\"0123456789abcdef\"}\n")));
    gsay_buffer_clear(&buffer);
}
END_TEST

/* Strings that a careless writer gets wrong. */
static const char *const ODD[] = {
    "",
    "plain",
    "\"quoted\"",
    "back\\slash",
    "tab\tnewline\nreturn\r",
    "\x01\x1F\x7F",
    "“curly” ’",
    "東京 \xF0\x9F\x9A\xA2",
    "\xE2\x80\xA8line separator",
    "</script>",
    "{\"a\":[1,2]}",
    "ends with \\",
};

START_TEST(comes_back_from_a_parser_whatever_the_strings_hold)
{
    gsay_buffer        buffer = { 0 };
    gsay_finding_place related[1];
    gsay_str           why[2];
    gsay_finding       finding = people_finding(related, why);
    gsay_str           odd = gsay_str_of(ODD[_i]);
    finding.rule = finding.group = finding.topic = finding.message = finding.at.source = finding.at.text = odd;
    why[1] = related[0].message = related[0].place.text = odd;
    write_as("jsonl", &buffer, &finding, 1);
    cJSON *root = cJSON_ParseWithLength(buffer.ptr, buffer.len);
    ck_assert_ptr_nonnull(root);
    static const char *const members[] = { "rule", "group", "topic", "message", "source", "text" };
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, members[i])), ODD[_i]);
    const cJSON *first = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(root, "related"), 0);
    ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(first, "message")), ODD[_i]);
    ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(root, "why"), 1)),
                     ODD[_i]);
    ck_assert_ptr_eq(memchr(buffer.ptr, '\n', buffer.len), buffer.ptr + buffer.len - 1);
    cJSON_Delete(root);
    gsay_buffer_clear(&buffer);
}
END_TEST

static const struct days_case {
    gsay_days   days;
    const char *expected;
} DAYS[] = {
    { { GSAY_DAY_NONE, GSAY_DAY_NONE }, "" },   { { 0, 1 }, "1970-01-01" },
    { { 0, 31 }, "1970-01-01/1970-02-01" },     { { 0, GSAY_DAY_NONE }, "1970-01-01/.." },
    { { GSAY_DAY_NONE, 31 }, "../1970-02-01" },
};

START_TEST(writes_days_as_iso_8601_2_does)
{
    gsay_buffer buffer = { 0 };
    gsay_days_write(&buffer, DAYS[_i].days);
    assert_str(gsay_buffer_view(&buffer), DAYS[_i].expected);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(knows_the_writers_by_name)
{
    const char *const *names = gsay_findings_formats();
    ck_assert_str_eq(names[0], "pretty");
    ck_assert_str_eq(names[1], "json");
    ck_assert_str_eq(names[2], "jsonl");
    ck_assert_ptr_null(names[3]);
    ck_assert(gsay_findings_writer_named(GSAY_STR("jsonl")) == gsay_write_jsonl);
    ck_assert(gsay_findings_writer_named(GSAY_STR("jso")) == NULL);
    ck_assert(gsay_findings_writer_named(GSAY_STR("")) == NULL);
}
END_TEST

Suite *json_suite(void)
{
    Suite *suite = suite_create("core/report/json");
    TCase *tcase = tcase_create("json");
    tcase_add_test(tcase, writes_every_member_in_its_order);
    tcase_add_test(tcase, writes_a_finding_a_line);
    tcase_add_test(tcase, writes_no_findings_as_an_empty_list);
    tcase_add_test(tcase, leaves_more_out_when_nothing_is_beside);
    tcase_add_loop_test(tcase, comes_back_from_a_parser_whatever_the_strings_hold, 0, (int)(sizeof ODD / sizeof *ODD));
    tcase_add_loop_test(tcase, writes_days_as_iso_8601_2_does, 0, (int)(sizeof DAYS / sizeof *DAYS));
    tcase_add_test(tcase, knows_the_writers_by_name);
    suite_add_tcase(suite, tcase);
    return suite;
}
