/* Records: places, excerpts, order, and that nothing of the reading is needed once they are packed. */
#include <check.h>
#include <stdlib.h>

#include "reading.h"
#include "suites.h"

static gsay_records pack(gsay_arena *arena, struct reading *reading, gsay_str input)
{
    gsay_records records;
    open_claims(reading, input, NULL);
    ck_assert_int_eq(gsay_records_pack(arena, &reading->claims, &records, NULL), GSAY_OK);
    return records;
}

START_TEST(a_record_outlives_what_it_was_read_from)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    gsay_records   records = pack(&arena, &reading, GSAY_STR("Calm.\nRebels hold 40% of the valley near Holm."));
    gsay_arena_clear(&reading.arena); /* document, tokens, mentions */
    const gsay_record *record = NULL;
    for (size_t i = 0; i < records.count; i++) {
        if (records.items[i].value.kind == GSAY_KIND_PERCENT)
            record = &records.items[i];
    }
    ck_assert_ptr_nonnull(record);
    assert_str(record->block, "percent:valley");
    assert_str(record->claim->head, "valley");
    assert_str(record->place.text, "40%");
    assert_str(record->value.as.number.unit, "%");
    gsay_place place = gsay_record_place(record);
    assert_str(place.excerpt, "Rebels hold 40% of the valley near Holm.");
    assert_str(place.text, "40%");
    ck_assert_uint_eq(place.line, 2);
    ck_assert_uint_eq(place.column, 13);
    ck_assert(!place.is_cut_left && !place.is_cut_right);
    gsay_str sentence;
    ck_assert_int_eq(gsay_record_sentence(&arena, record, &sentence, NULL), GSAY_OK);
    assert_str(sentence, "rebels hold 40 of the valley near holm");
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_long_line_is_cut_at_white_space_around_the_place)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    enum { WORDS = 400 };
    char *text = GSAY_NEW(&arena, char, 2 * WORDS * 5 + 32);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(text + i * 5, "calm ", 5);
    memcpy(text + WORDS * 5, "40% of land ", 12);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(text + WORDS * 5 + 12 + i * 5, "calm ", 5);
    gsay_records records = pack(&arena, &reading, (gsay_str){ text, 2 * WORDS * 5 + 12 });
    ck_assert_uint_gt(records.count, 0);
    gsay_place place = gsay_record_place(&records.items[0]);
    ck_assert(place.is_cut_left && place.is_cut_right);
    ck_assert_uint_le(place.excerpt.len, GSAY_EXCERPT_BYTES_MAX);
    ck_assert(gsay_str_starts(place.excerpt, GSAY_STR("calm ")));
    ck_assert(gsay_str_ends(place.excerpt, GSAY_STR("calm")));
    ck_assert_uint_le(place.excerpt_begin, place.span.begin);
    ck_assert_uint_ge(place.excerpt_begin + place.excerpt.len, place.span.end);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_cut_never_splits_a_character)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    enum { MARKS = 600 };
    char *text = GSAY_NEW(&arena, char, 4 * MARKS + 32);
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + i * 2, "\xC3\xA9", 2);
    memcpy(text + MARKS * 2, " 40% ", 5);
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + MARKS * 2 + 5 + i * 2, "\xC3\xA9", 2);
    gsay_records records = pack(&arena, &reading, (gsay_str){ text, 4 * MARKS + 5 });
    ck_assert_uint_gt(records.count, 0);
    for (size_t i = 0; i < records.count; i++) {
        gsay_str excerpt = gsay_record_place(&records.items[i]).excerpt;
        ck_assert_uint_eq(gsay_utf8_check(excerpt), excerpt.len);
    }
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

static int compare(const void *a, const void *b)
{
    return gsay_record_compare(a, b);
}

START_TEST(the_order_is_total)
{
    gsay_record records[] = {
        { .block = GSAY_STR("b"), .place = { .source = GSAY_STR("x") }, .sequence = 0 },
        { .block = GSAY_STR("a"), .place = { .source = GSAY_STR("y") }, .sequence = 1 },
        { .block = GSAY_STR("a"), .place = { .source = GSAY_STR("x"), .span = { 9, 10 } }, .sequence = 2 },
        { .block = GSAY_STR("a"), .place = { .source = GSAY_STR("x"), .span = { 1, 2 } }, .sequence = 4 },
        { .block = GSAY_STR("a"), .place = { .source = GSAY_STR("x"), .span = { 1, 2 } }, .sequence = 3 },
    };
    static const uint32_t want[] = { 3, 4, 2, 1, 0 };
    qsort(records, 5, sizeof(records[0]), compare);
    for (size_t i = 0; i < 5; i++)
        ck_assert_uint_eq(records[i].sequence, want[i]);
}
END_TEST

START_TEST(words_without_a_capital_are_listed_once)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    gsay_records records = pack(&arena, &reading, GSAY_STR("Rivers flood valleys. The rivers flood again and Again."));
    static const char *const want[] = { "flood", "valleys", "rivers", "again" };
    ck_assert_uint_eq(records.word_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_str(records.words[i], want[i]);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(names_and_quotations_have_records_without_a_claim)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    gsay_records   records =
        pack(&arena, &reading, GSAY_STR("\"We will rebuild the whole harbour by spring,\" said Anna Berg."));
    size_t names = 0, quotes = 0;
    for (size_t i = 0; i < records.count; i++) {
        bool is_name = records.items[i].value.kind == GSAY_KIND_NAME,
             is_quote = records.items[i].value.kind == GSAY_KIND_QUOTE;
        names += is_name && gsay_str_equal(records.items[i].block, GSAY_STR("name"));
        quotes += is_quote && gsay_str_equal(records.items[i].block, GSAY_STR("quote"));
        ck_assert(!(is_name || is_quote) || !records.items[i].claim);
    }
    ck_assert_uint_ge(names, 1);
    ck_assert_uint_eq(quotes, 1);
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(want_of_memory_is_an_error_at_every_allocation)
{
    struct reading reading;
    gsay_status    status = GSAY_ENOMEM;
    size_t         failures = 0;
    open_claims(&reading, GSAY_STR("Rebels hold 40% of the valley near Holm, Anna Berg said."), NULL);
    for (size_t i = 1; status == GSAY_ENOMEM; i++) {
        gsay_arena   arena = { .fail_after = i };
        gsay_records records;
        status = gsay_records_pack(&arena, &reading.claims, &records, NULL);
        failures += status == GSAY_ENOMEM;
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_ge(failures, 4); /* the input, the records, room for strings, the words */
    close_claims(&reading);
}
END_TEST

Suite *record_suite(void)
{
    Suite *suite = suite_create("core/claim/record");
    TCase *places = tcase_create("places");
    tcase_add_test(places, a_record_outlives_what_it_was_read_from);
    tcase_add_test(places, a_long_line_is_cut_at_white_space_around_the_place);
    tcase_add_test(places, a_cut_never_splits_a_character);
    suite_add_tcase(suite, places);
    TCase *sets = tcase_create("sets");
    tcase_add_test(sets, the_order_is_total);
    tcase_add_test(sets, words_without_a_capital_are_listed_once);
    tcase_add_test(sets, names_and_quotations_have_records_without_a_claim);
    tcase_add_test(sets, want_of_memory_is_an_error_at_every_allocation);
    suite_add_tcase(suite, sets);
    return suite;
}
