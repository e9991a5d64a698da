/* Mentions and claims as JSONL, from literals: every member, the offsets of the input, null for the unknown. */
#include "report/report.h"

#include <cjson/cJSON.h>

#include "suite.h"

Suite *mentions_suite(void);

/* A document whose text is its input, with room for the stages above it. */
typedef struct stage {
    gsay_document document;
    gsay_segment  segment;
    gsay_text     text;
    gsay_mention  items[3];
    gsay_mentions mentions;
    gsay_claim    claim;
    gsay_claims   claims;
} stage;

static gsay_mention percent_at(uint32_t begin, uint32_t end)
{
    gsay_mention mention = { .text = { begin, end }, .value = { .kind = GSAY_KIND_PERCENT } };
    gsay_number *number = &mention.value.as.number;
    *number = (gsay_number){ .has_lo = true, .has_hi = true, .unit = GSAY_STR("%") };
    gsay_decimal_read(GSAY_STR("20"), &number->lo);
    number->hi = number->lo;
    return mention;
}

static void set_up(stage *set, const char *name, const char *input)
{
    gsay_str bytes = gsay_str_of(input);
    *set = (stage){ .segment = { 0, 0, (uint32_t)bytes.len } };
    set->document = (gsay_document){ .source = { .name = gsay_str_of(name), .input = bytes },
                                     .text = bytes,
                                     .segments = &set->segment,
                                     .segment_count = 1 };
    set->text.document = &set->document;
    set->mentions = (gsay_mentions){ .text = &set->text, .items = set->items };
    set->claims.mentions = &set->mentions;
}

#define PERCENT "\"value\":{\"lo\":\"20\",\"hi\":\"20\",\"bound\":\"exact\",\"unit\":\"%\",\"precision\":0}"

START_TEST(writes_nothing_for_no_mentions)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set, "a.txt", "");
    gsay_write_mentions(&buffer, &set.claims);
    assert_str(gsay_buffer_view(&buffer), "");
    ck_assert(!buffer.has_failed);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_a_mention_with_its_claim)
{
    static gsay_str about[] = { { "russia", 6 }, { "ukraine", 7 } };
    stage           set;
    gsay_buffer     buffer = { 0 };
    set_up(&set, "a.txt", "\nForces hold 20% of it.\n");
    set.items[0] = percent_at(13, 16);
    set.mentions.count = 1;
    set.claim = (gsay_claim){
        .head = GSAY_STR("territory"),
        .predicate = GSAY_STR("hold"),
        .parts = (gsay_parts)(GSAY_PART(LEVEL) | GSAY_PART(TO)),
        .about = { about, 2 },
        .time = { 0, 1 },
        .speaker = GSAY_STR("hegseth"),
        .block = GSAY_STR("percent:territory"),
    };
    set.claims.items = &set.claim;
    set.claims.count = 1;
    gsay_write_mentions(&buffer, &set.claims);
    assert_str(gsay_buffer_view(&buffer),
               "{\"source\":\"a.txt\",\"kind\":\"percent\",\"start\":13,\"end\":16,\"line\":2,\"column\":13,\"text\":"
               "\"20%\"," PERCENT ",\"claim\":{\"head\":\"territory\",\"predicate\":\"hold\",\"part\":[\"level\","
                                  "\"to\"],\"about\":[\"russia\",\"ukraine\"],"
               "\"date\":\"1970-01-01\",\"speaker\":\"hegseth\",\"block\":\"percent:territory\"}}\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_null_for_what_a_claim_does_not_know)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set, "a.txt", "20% 20%");
    set.items[0] = percent_at(0, 3);
    set.items[1] = percent_at(4, 7);
    set.mentions.count = 2;
    set.claim = (gsay_claim){ .mention = 1, .time = { GSAY_DAY_NONE, GSAY_DAY_NONE } };
    set.claims.items = &set.claim;
    set.claims.count = 1;
    gsay_write_mentions(&buffer, &set.claims);
    assert_str(gsay_buffer_view(&buffer),
               "{\"source\":\"a.txt\",\"kind\":\"percent\",\"start\":0,\"end\":3,\"line\":1,\"column\":1,\"text\":\"20%"
               "\"," PERCENT "}\n"
               "{\"source\":\"a.txt\",\"kind\":\"percent\",\"start\":4,\"end\":7,\"line\":1,\"column\":5,\"text\":\"20%"
               "\"," PERCENT ",\"claim\":{\"head\":null,\"predicate\":null,\"part\":[],\"about\":[],\"date\":null,"
                             "\"speaker\":null,\"block\":null}}\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

/* A byte order mark counts in offsets and not in columns; what stands before the text of a mention is the input's, not
 * the text's. */
START_TEST(counts_offsets_in_the_input_and_columns_in_characters)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set, "a.md", "\xEF\xBB\xBF東京 **20%**");
    set.document.text = GSAY_STR("東京 20%");
    gsay_segment parts[] = { { 0, 3, 7 }, { 7, 12, 3 } };
    set.document.segments = parts;
    set.document.segment_count = 2;
    set.items[0] = percent_at(7, 10);
    set.mentions.count = 1;
    gsay_write_mentions(&buffer, &set.claims);
    assert_str(gsay_buffer_view(&buffer), "{\"source\":\"a.md\",\"kind\":\"percent\",\"start\":12,\"end\":15,\"line\":"
                                          "1,\"column\":6,\"text\":\"20%\"," PERCENT "}\n");
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(writes_valid_json_whatever_the_source_holds)
{
    stage       set;
    gsay_buffer buffer = { 0 };
    set_up(&set, "odd\"\\\n.txt", "say \"a\t\\b\x01\" now");
    set.items[0] = (gsay_mention){ .text = { 4, 11 }, .value = { .kind = GSAY_KIND_QUOTE } };
    set.mentions.count = 1;
    gsay_write_mentions(&buffer, &set.claims);
    cJSON *root = cJSON_ParseWithLength(buffer.ptr, buffer.len);
    ck_assert_ptr_nonnull(root);
    ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "source")), "odd\"\\\n.txt");
    ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "text")), "\"a\t\\b\x01\"");
    ck_assert_str_eq(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, "kind")), "quote");
    ck_assert_ptr_eq(memchr(buffer.ptr, '\n', buffer.len), buffer.ptr + buffer.len - 1);
    cJSON_Delete(root);
    gsay_buffer_clear(&buffer);
}
END_TEST

Suite *mentions_suite(void)
{
    Suite *suite = suite_create("core/report/mentions");
    TCase *tcase = tcase_create("mentions");
    tcase_add_test(tcase, writes_nothing_for_no_mentions);
    tcase_add_test(tcase, writes_a_mention_with_its_claim);
    tcase_add_test(tcase, writes_null_for_what_a_claim_does_not_know);
    tcase_add_test(tcase, counts_offsets_in_the_input_and_columns_in_characters);
    tcase_add_test(tcase, writes_valid_json_whatever_the_source_holds);
    suite_add_tcase(suite, tcase);
    return suite;
}
