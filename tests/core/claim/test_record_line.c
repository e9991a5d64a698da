/* Lines of records: every field of every record of texts and fixtures comes back, and damage of each kind is refused by name. */
#include <check.h>
#include <stdio.h>

#include "reading.h"
#include "suites.h"

#include "claim/record_line.h"
#include "source/walk.h"

/* Everything that recognisers know, in few sentences. */
static const char text[] =
    "KELSUND, March 4, 2025 \xE2\x80\x94 Island Council\n\n"
    "Defence Minister Ingrid Solvang said on Tuesday that \xE2\x80\x9Cwe had eleven boats on the water [...] before ten\xE2\x80\x9D, and "
    "that rebels hold about 20% of the Kelsund valley, up from nearly one third in February 2022.\n"
    "The North Atlantic Treaty Organization (NATO) paid $1.5 billion and \xE2\x82\xAC" "40 to more than 300 people, at least 12 of them "
    "Russian, between 10 and 20 January 2024.\n"
    "She would not meet him every Monday at 14:30 for three years, nor run 2,000 feet or 4.20 km; the second case of Windows Server 2012 "
    "fell by 3 percentage points.\n";

static void assert_text(gsay_str left, gsay_str right)
{
    ck_assert_msg(gsay_str_equal(left, right), "\"%.*s\" is not \"%.*s\"", GSAY_ARG(left), GSAY_ARG(right));
}

static void assert_decimal(gsay_decimal left, gsay_decimal right)
{
    ck_assert(left.coefficient == right.coefficient && left.exponent == right.exponent);
    ck_assert(left.divisor == right.divisor && left.precision == right.precision);
}

static void assert_number(const gsay_number *left, const gsay_number *right)
{
    assert_decimal(left->lo, right->lo);
    assert_decimal(left->hi, right->hi);
    assert_text(left->unit, right->unit);
    assert_text(left->of, right->of);
    ck_assert(left->has_lo == right->has_lo && left->has_hi == right->has_hi && left->bound == right->bound);
    ck_assert(left->dimension == right->dimension && left->precision == right->precision);
}

static void assert_temporal(const gsay_temporal *left, const gsay_temporal *right)
{
    assert_text(left->timex, right->timex);
    assert_number(&left->length, &right->length);
    ck_assert(left->days.from == right->days.from && left->days.to == right->days.to);
    ck_assert(left->year == right->year && left->month == right->month && left->day == right->day);
    ck_assert(left->weekday == right->weekday && left->granularity == right->granularity);
    ck_assert(left->resolved_by == right->resolved_by && left->is_approx == right->is_approx);
}

static void assert_name(const gsay_name *left, const gsay_name *right)
{
    assert_text(left->form, right->form);
    assert_text(left->shown, right->shown);
    assert_text(left->title, right->title);
    assert_text(left->given, right->given);
    assert_text(left->family, right->family);
    assert_text(left->stands_for, right->stands_for);
    ck_assert(left->type == right->type && left->is_demonym == right->is_demonym);
}

static void assert_value(const gsay_value *left, const gsay_value *right)
{
    ck_assert_uint_eq(left->kind, right->kind);
    if (gsay_kind_is_number(left->kind)) {
        assert_number(&left->as.number, &right->as.number);
    } else if (gsay_kind_is_temporal(left->kind)) {
        assert_temporal(&left->as.temporal, &right->as.temporal);
    } else if (left->kind == GSAY_KIND_NAME) {
        assert_name(&left->as.name, &right->as.name);
    } else if (left->kind == GSAY_KIND_QUOTE) {
        assert_text(left->as.quote.speaker, right->as.quote.speaker);
        assert_text(left->as.quote.cue, right->as.quote.cue);
        assert_text(left->as.quote.normal, right->as.quote.normal);
    }
}

static void assert_texts(gsay_str_set left, gsay_str_set right)
{
    ck_assert_uint_eq(left.count, right.count);
    for (uint32_t i = 0; i < left.count; i++)
        assert_text(left.items[i], right.items[i]);
}

static void assert_when(const gsay_when *left, const gsay_when *right)
{
    ck_assert(left->years[0] == right->years[0] && left->years[1] == right->years[1]);
    ck_assert(left->months == right->months && left->days == right->days && left->weekdays == right->weekdays);
    ck_assert_int_eq(left->clock, right->clock);
}

static void assert_claim(const gsay_claim *left, const gsay_claim *right)
{
    const gsay_str lefts[] = { left->head,  left->predicate, left->subject, left->before,
                               left->after, left->speaker,   left->block };
    const gsay_str rights[] = { right->head,  right->predicate, right->subject, right->before,
                                right->after, right->speaker,   right->block };
    for (size_t i = 0; i < sizeof lefts / sizeof *lefts; i++)
        assert_text(lefts[i], rights[i]);
    assert_texts(left->modifiers, right->modifiers);
    assert_texts(left->about, right->about);
    assert_when(&left->when, &right->when);
    ck_assert(left->parts == right->parts && left->time.from == right->time.from && left->time.to == right->time.to);
    ck_assert(left->time_origin == right->time_origin && left->mood == right->mood);
    ck_assert(left->is_negated == right->is_negated && left->is_heading == right->is_heading);
    ck_assert_uint_eq(left->others, right->others);
    ck_assert_uint_eq(left->content.count, right->content.count);
    for (uint32_t i = 0; i < left->content.count; i++)
        ck_assert_uint_eq(left->content.hashes[i], right->content.hashes[i]);
}

static void assert_place(const gsay_place *left, const gsay_place *right)
{
    assert_text(left->source, right->source);
    assert_text(left->text, right->text);
    assert_text(left->excerpt, right->excerpt);
    ck_assert(left->span.begin == right->span.begin && left->span.end == right->span.end);
    ck_assert(left->origin.begin == right->origin.begin && left->origin.end == right->origin.end);
    ck_assert(left->line == right->line && left->column == right->column);
    ck_assert(left->excerpt_begin == right->excerpt_begin);
    ck_assert(left->is_cut_left == right->is_cut_left && left->is_cut_right == right->is_cut_right);
}

static void assert_record(const gsay_record *left, const gsay_record *right)
{
    gsay_place left_place = gsay_record_place(left), right_place = gsay_record_place(right);
    assert_place(&left_place, &right_place);
    assert_text(left->place.text, right->place.text);
    assert_text(left->block, right->block);
    assert_text(left->before, right->before);
    assert_text(left->after, right->after);
    assert_text(left->sentence, right->sentence);
    assert_value(&left->value, &right->value);
    ck_assert_uint_eq(left->place.line, right->place.line);
    ck_assert_uint_eq(left->place.column, right->place.column);
    ck_assert_uint_eq(left->sentence_number, right->sentence_number);
    ck_assert_uint_eq(left->sequence, right->sequence);
    ck_assert(!left->claim == !right->claim);
    if (left->claim)
        assert_claim(left->claim, right->claim);
}

/* Read the line of a record, its line break left out. */
static gsay_status read_line(gsay_arena *arena, gsay_str line, gsay_record *record, gsay_error *err)
{
    gsay_record_key key;
    gsay_str        json;
    GSAY_TRY(gsay_record_key_read(line, &key, &json, err));
    return gsay_record_read(arena, &key, json, record, err);
}

/* Write every record, read it back and write it again. */
static void assert_round_trips(gsay_arena *arena, const gsay_records *records)
{
    gsay_buffer first = { 0 }, second = { 0 };
    for (size_t i = 0; i < records->count; i++) {
        gsay_record read;
        gsay_error  err = { 0 };
        gsay_buffer_reset(&first);
        gsay_buffer_reset(&second);
        gsay_record_write(&first, &records->items[i]);
        gsay_str line = { first.ptr, first.len - 1 };
        ck_assert_msg(read_line(arena, line, &read, &err) == GSAY_OK, "%s: %.*s", err.message, GSAY_ARG(line));
        assert_record(&records->items[i], &read);
        gsay_record_write(&second, &read);
        assert_text(gsay_buffer_view(&first), gsay_buffer_view(&second));
    }
    gsay_buffer_clear(&first);
    gsay_buffer_clear(&second);
}

START_TEST(every_field_comes_back)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    gsay_records   records;
    unsigned       kinds = 0;
    open_claims(&reading, (gsay_str){ text, sizeof text - 1 }, "2025-03-05");
    ck_assert_int_eq(gsay_records_pack(&arena, &reading.claims, &records, NULL), GSAY_OK);
    assert_round_trips(&arena, &records);
    for (size_t i = 0; i < records.count; i++)
        kinds |= 1u << records.items[i].value.kind;
    ck_assert_uint_eq(kinds, (1u << GSAY_KIND_COUNT) - 2); /* all but none: else this test proves less than it says */
    close_claims(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

/* Pack a text with the values of a claim that finds a number, a name and digits of a link. */
static gsay_records pack_named(gsay_arena *arena, struct reading *reading, gsay_named *named)
{
    gsay_named_memo memo = { 0 };
    gsay_named_hits hits;
    gsay_records    records;
    gsay_str        input = GSAY_STR("The harbour has 40 berths, see example.org/badge/berths-42 or ask Ingrid Solvang.");
    ck_assert_int_eq(gsay_named_add(named, GSAY_STR("berths"), GSAY_STR("{number} berths"), NULL), GSAY_OK);
    ck_assert_int_eq(gsay_named_add(named, GSAY_STR("berths"), GSAY_STR("badge/berths-{number}"), NULL), GSAY_OK);
    ck_assert_int_eq(gsay_named_add(named, GSAY_STR("whom to ask"), GSAY_STR("ask {name}"), NULL), GSAY_OK);
    open_claims(reading, input, NULL);
    ck_assert_int_eq(gsay_named_find(named, &memo, arena, &reading->mentions, &hits, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_records_pack(arena, &reading->claims, &records, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_records_add_named(arena, named, &hits, &reading->mentions, &records, NULL), GSAY_OK);
    gsay_named_memo_clear(&memo);
    return records;
}

START_TEST(values_of_named_claims_come_back_beside_their_records)
{
    static const char *const blocks[] = { "berths", "berths", "whom to ask" };
    gsay_arena               arena = { 0 };
    gsay_named               named = { 0 };
    struct reading           reading;
    gsay_records             records = pack_named(&arena, &reading, &named);
    gsay_buffer              buffer = { 0 };
    size_t                   alone = 0;
    ck_assert_uint_eq(records.named_count, 3);
    for (size_t i = 0; i < records.named_count; i++) {
        gsay_record     read;
        gsay_record_key key;
        gsay_str        json;
        gsay_buffer_reset(&buffer);
        gsay_named_record_write(&buffer, &records, i);
        gsay_str line = { buffer.ptr, buffer.len - 1 };
        ck_assert_int_eq(gsay_record_key_read(line, &key, &json, NULL), GSAY_OK);
        ck_assert_int_eq(gsay_record_read(&arena, &key, json, &read, NULL), GSAY_OK);
        ck_assert(key.is_named && key.sequence == i);
        assert_str(read.block, blocks[i]);
        alone += read.sequence == UINT32_MAX;
        read.sequence = read.sequence == UINT32_MAX ? (uint32_t)records.count : read.sequence;
        assert_record(&records.named[i], &read);
    }
    ck_assert_uint_eq(alone, 1); /* what stands in a link has no record of its own */
    gsay_buffer_clear(&buffer);
    close_claims(&reading);
    gsay_named_close(&named);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_record_without_a_block_of_its_own_is_written_with_it)
{
    gsay_arena     arena = { 0 };
    gsay_named     named = { 0 };
    struct reading reading;
    gsay_records   records = pack_named(&arena, &reading, &named);
    gsay_buffer    buffer = { 0 };
    gsay_record    read;
    for (size_t i = 0; i < records.count && !buffer.len; i++)
        if (gsay_str_equal(records.items[i].place.text, GSAY_STR("40"))) {
            ck_assert_uint_eq(records.items[i].block.len, 0);
            gsay_record_write(&buffer, &records.items[i]);
        }
    ck_assert_int_eq(read_line(&arena, (gsay_str){ buffer.ptr, buffer.len - 1 }, &read, NULL), GSAY_OK);
    assert_str(read.block, "number:berth");
    gsay_buffer_clear(&buffer);
    close_claims(&reading);
    gsay_named_close(&named);
    gsay_arena_clear(&arena);
}
END_TEST

static gsay_status read_file(struct reading *reading, gsay_str path)
{
    gsay_source source = { .name = path, .format = GSAY_FORMAT_MARKDOWN, .date = GSAY_DAY_NONE };
    *reading = (struct reading){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&reading->vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_file_read(&reading->arena, path, &source.input, NULL), GSAY_OK);
    GSAY_TRY(gsay_document_read(&reading->arena, &source, &reading->document, NULL));
    GSAY_TRY(gsay_text_read(&reading->arena, &reading->document, &reading->vocabulary, &reading->text, NULL));
    GSAY_TRY(gsay_extract(&reading->arena, &reading->text, GSAY_DAY_NONE, &reading->mentions, NULL));
    return gsay_claims_read(&reading->arena, &reading->mentions, &reading->claims, NULL);
}

START_TEST(all_records_of_the_fixtures_come_back)
{
    gsay_arena arena = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0, records_read = 0;
    ck_assert_int_eq(gsay_walk(&arena, GSAY_STR("fixtures"), NULL, &files, &count, NULL), GSAY_OK);
    for (size_t i = 0; i < count; i += sweep_step()) {
        gsay_arena     own = { 0 };
        struct reading reading;
        gsay_records   records;
        if (read_file(&reading, files[i].path) == GSAY_OK) {
            ck_assert_int_eq(gsay_records_pack(&own, &reading.claims, &records, NULL), GSAY_OK);
            assert_round_trips(&own, &records);
            records_read += records.count;
        }
        close_claims(&reading);
        gsay_arena_clear(&own);
    }
    ck_assert_uint_gt(records_read, 50);
    gsay_arena_clear(&arena);
}
END_TEST

/* The line of the record of a text that reads so. */
static void write_line(gsay_buffer *buffer, const char *shown)
{
    gsay_arena     arena = { 0 };
    struct reading reading;
    gsay_records   records;
    open_claims(&reading, (gsay_str){ text, sizeof text - 1 }, "2025-03-05");
    ck_assert_int_eq(gsay_records_pack(&arena, &reading.claims, &records, NULL), GSAY_OK);
    for (size_t i = 0; i < records.count && !buffer->len; i++)
        if (gsay_str_equal(records.items[i].place.text, gsay_str_of(shown)))
            gsay_record_write(buffer, &records.items[i]);
    ck_assert_uint_gt(buffer->len, 0);
    buffer->len--; /* the line break */
    close_claims(&reading);
    gsay_arena_clear(&arena);
}

static const struct damage_row {
    const char *from, *to; /* in the line of "20%" */
    const char *why;
} damages[] = {
    { "\t", " ", "columns" },
    { "\t000000", "\t00000", "columns" },
    { "\"place\":", "\"plaice\":", "its plaice is no member" },
    { "\"source\":\"literal\"", "\"source\":\"other\"", "columns do not say" },
    { "\"source\":\"literal\",", "", "its source has no name" },
    { "\"block\":\"percent:valley\"", "\"block\":\"percent:hill\"", "columns do not say" },
    { "\"start\":", "\"start\":1", "its place" },
    { "\"start\":", "\"start\":9223372036854775808", "its place.start is no whole number" },
    { "\"end\":", "\"end\":1", "its place is not as long as its text" },
    { "\"end\":", "\"line\":0,\"end\":", "its place.line is no whole number" },
    { "\"text\":\"20%\"", "\"text\":\"25%\"", "its excerpt does not show its text" },
    { "\"excerpt\":\"", "\"excerpt\":\"\\n", "its excerpt is longer than a line" },
    { "\"excerpt_start\":", "\"excerpt_start\":9", "its excerpt does not show its text" },
    { "\"kind\":\"percent\"", "\"kind\":\"ratio\"", "its kind is none of number, percent" },
    { "\"kind\":\"percent\"", "\"kind\":\"none\"", "its value stands beside nothing" },
    { "\"kind\":\"percent\"", "\"kind\":\"name\"", "its value.lo is no member" },
    { "\"lo\":\"2e1\"", "\"lo\":\"20\"", "its value.lo is no exact decimal" },
    { "\"lo\":\"2e1\"", "\"lo\":2e1", "its value.lo is no exact decimal" },
    { "\"bound\":\"approx\"", "\"bound\":\"maybe\"", "its value.bound is none of approx, nearly" },
    { "\"part\":[", "\"part\":[\"sum\",", "its claim.part is none of level" },
    { "\"about\":[", "\"about\":[\"zz\",", "names that it is about are not in order" },
    { "\"content\":\"", "\"content\":\"ffffffff", "its content is not in order" },
    { "\"content\":\"", "\"content\":\"0", "its claim.content is no list" },
    { "\"claim\":{", "\"claim\":[{", "it is no valid JSON" },
    { "\"sentence\":\"", "\"sentence\":\" ", "begins or ends with white space" },
    { "\"sentence\":\"", "\"before\":\"", "its sentence is missing" },
    { "\"kind\":", "\"named\":\"valleys\",\"kind\":", "columns do not say" },
    { "\"kind\":", "\"record\":4294967295,\"kind\":", "its record is no whole number" },
    { "}", "", "" },
};

/* The line with the first from replaced by to. */
static gsay_str damage(gsay_arena *arena, gsay_str line, const struct damage_row *row)
{
    size_t len = strlen(row->from);
    for (size_t i = 0; i + len <= line.len; i++)
        if (memcmp(line.ptr + i, row->from, len) == 0)
            return gsay_arena_format(arena, "%.*s%s%.*s", (int)i, line.ptr, row->to, (int)(line.len - i - len),
                                     line.ptr + i + len);
    ck_abort_msg("no %s in %.*s", row->from, GSAY_ARG(line));
    return line;
}

START_TEST(damage_is_refused_by_name)
{
    const struct damage_row *row = &damages[_i];
    gsay_arena               arena = { 0 };
    gsay_buffer              buffer = { 0 };
    gsay_record              record;
    gsay_error               err = { 0 };
    write_line(&buffer, "20%");
    ck_assert_int_eq(read_line(&arena, gsay_buffer_view(&buffer), &record, &err), GSAY_OK);
    gsay_str bad = damage(&arena, gsay_buffer_view(&buffer), row);
    ck_assert_msg(read_line(&arena, bad, &record, &err) != GSAY_OK, "%s for %s is read", row->to, row->from);
    ck_assert_msg(strstr(err.message, row->why) != NULL, "%s: \"%s\", not \"%s\"", row->to, err.message, row->why);
    gsay_buffer_clear(&buffer);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_line_cut_anywhere_is_refused)
{
    gsay_buffer buffer = { 0 };
    write_line(&buffer, "20%");
    for (size_t len = 0; len < buffer.len; len++) {
        gsay_arena  arena = { 0 };
        gsay_record record;
        gsay_error  err = { 0 };
        ck_assert_int_ne(read_line(&arena, (gsay_str){ buffer.ptr, len }, &record, &err), GSAY_OK);
        ck_assert_int_ne(err.message[0], '\0');
        gsay_arena_clear(&arena);
    }
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(the_order_of_bytes_is_that_of_places)
{
    const gsay_record_key keys[] = {
        { .is_source = true, .source = 2 },
        { .block = 9, .source = 1, .offset = 2, .sequence = 3 },
        { .block = 9, .source = 1, .offset = 2, .sequence = 10 },
        { .block = 9, .source = 1, .offset = 11, .sequence = 4 },
        { .block = 9, .source = UINT64_MAX, .offset = 0, .sequence = 0 },
        { .block = 10, .source = 0, .offset = UINT32_MAX, .sequence = UINT32_MAX },
        { .block = UINT64_MAX, .source = 0, .offset = 0, .sequence = 0 },
    };
    gsay_buffer before = { 0 }, buffer = { 0 };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        gsay_record_key key;
        gsay_str        json;
        gsay_buffer_reset(&buffer);
        gsay_record_key_write(&buffer, &keys[i]);
        ck_assert(gsay_str_compare(gsay_buffer_view(&before), gsay_buffer_view(&buffer)) < 0);
        ck_assert_int_eq(gsay_record_key_read(gsay_buffer_view(&buffer), &key, &json, NULL), GSAY_OK);
        ck_assert(key.is_source == keys[i].is_source && key.block == keys[i].block && key.source == keys[i].source);
        ck_assert(key.offset == keys[i].offset && key.sequence == keys[i].sequence && json.len == 0);
        gsay_buffer_reset(&before);
        gsay_buffer_add(&before, gsay_buffer_view(&buffer));
    }
    gsay_buffer_clear(&before);
    gsay_buffer_clear(&buffer);
}
END_TEST

START_TEST(want_of_memory_is_an_error_at_every_allocation_of_a_reading)
{
    gsay_buffer buffer = { 0 };
    gsay_status status = GSAY_ENOMEM;
    size_t      failures = 0;
    write_line(&buffer, "20%");
    for (size_t i = 1; status == GSAY_ENOMEM; i++) {
        gsay_arena  arena = { .fail_after = i };
        gsay_record record;
        status = read_line(&arena, gsay_buffer_view(&buffer), &record, NULL);
        failures += status == GSAY_ENOMEM;
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(failures, 5);
    gsay_buffer_clear(&buffer);
}
END_TEST

Suite *record_line_suite(void)
{
    Suite *suite = suite_create("core/claim/record_line");
    TCase *round = tcase_create("round trip");
    tcase_set_timeout(round, 60);
    tcase_add_test(round, every_field_comes_back);
    tcase_add_test(round, values_of_named_claims_come_back_beside_their_records);
    tcase_add_test(round, a_record_without_a_block_of_its_own_is_written_with_it);
    tcase_add_test(round, all_records_of_the_fixtures_come_back);
    tcase_add_test(round, the_order_of_bytes_is_that_of_places);
    suite_add_tcase(suite, round);
    TCase *bad = tcase_create("damage");
    tcase_add_loop_test(bad, damage_is_refused_by_name, 0, sizeof damages / sizeof *damages);
    tcase_add_test(bad, a_line_cut_anywhere_is_refused);
    tcase_add_test(bad, want_of_memory_is_an_error_at_every_allocation_of_a_reading);
    suite_add_tcase(suite, bad);
    return suite;
}
