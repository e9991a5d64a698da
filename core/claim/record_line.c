/* Lines of records, written and read: the columns here, the JSON by the table of record_fields.c. */
#include "claim/record_line.h"

#include "base/intern.h"
#include "source/fields_number.h"

#define HASH_DIGITS   16u
#define NUMBER_DIGITS 10u
#define COLUMN_COUNT  4u
#define COLUMNS_BYTES (2 * (HASH_DIGITS + 1) + 2 * (NUMBER_DIGITS + 1)) /* tabs included */
#define NO_BLOCK      GSAY_STR("----------------")

static void add_number(gsay_buffer *buffer, uint32_t number)
{
    char  digits[GSAY_UNSIGNED_ROOM];
    char *end = gsay_put_unsigned(digits, number);
    for (size_t len = (size_t)(end - digits); len < NUMBER_DIGITS; len++)
        gsay_buffer_add_byte(buffer, '0');
    gsay_buffer_add(buffer, (gsay_str){ digits, (size_t)(end - digits) });
    gsay_buffer_add_byte(buffer, '\t');
}

void gsay_record_key_write(gsay_buffer *buffer, const gsay_record_key *key)
{
    if (key->is_source)
        gsay_buffer_add(buffer, NO_BLOCK);
    else
        gsay_field_hex_add(buffer, key->block, HASH_DIGITS);
    gsay_buffer_add_byte(buffer, '\t');
    gsay_field_hex_add(buffer, key->source, HASH_DIGITS);
    gsay_buffer_add_byte(buffer, '\t');
    add_number(buffer, key->offset);
    add_number(buffer, key->sequence);
}

/* Read a column of ten digits. Returns false for anything else, and beyond 32 bits. */
static bool read_number(gsay_str column, uint32_t *number)
{
    uint64_t value = 0;
    for (size_t i = 0; i < column.len; i++) {
        if (column.ptr[i] < '0' || column.ptr[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(column.ptr[i] - '0');
    }
    *number = (uint32_t)value;
    return value <= UINT32_MAX;
}

/* The columns of a line by their widths. Returns false when a tab is not where it must be. */
static bool cut_columns(gsay_str line, gsay_str columns[COLUMN_COUNT])
{
    static const size_t widths[COLUMN_COUNT] = { HASH_DIGITS, HASH_DIGITS, NUMBER_DIGITS, NUMBER_DIGITS };
    if (line.len < COLUMNS_BYTES)
        return false;
    for (size_t i = 0, at = 0; i < COLUMN_COUNT; at += widths[i] + 1, i++) {
        columns[i] = (gsay_str){ line.ptr + at, widths[i] };
        if (line.ptr[at + widths[i]] != '\t')
            return false;
    }
    return true;
}

gsay_status gsay_record_key_read(gsay_str line, gsay_record_key *key, gsay_str *json, gsay_error *err)
{
    gsay_str        columns[COLUMN_COUNT];
    gsay_record_key read = { 0 };
    bool            is_fine = cut_columns(line, columns);
    if (is_fine)
        read.is_source = gsay_str_equal(columns[0], NO_BLOCK);
    is_fine = is_fine && (read.is_source || gsay_field_hex_read(columns[0], &read.block)) &&
              gsay_field_hex_read(columns[1], &read.source) && read_number(columns[2], &read.offset) &&
              read_number(columns[3], &read.sequence);
    if (!is_fine)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "it does not begin with the columns of " GSAY_RECORD_SCHEMA
                         ": block, source, offset, sequence");
    *key = read;
    *json = (gsay_str){ line.ptr + COLUMNS_BYTES, line.len - COLUMNS_BYTES };
    return GSAY_OK;
}

gsay_str gsay_record_block(gsay_kind kind, const gsay_claim *claim)
{
    if (claim)
        return claim->block;
    return kind == GSAY_KIND_QUOTE ? GSAY_STR("quote") : GSAY_STR("name");
}

/* Append a line: what its columns say, then the record as its JSON holds it. */
static void write_line(gsay_buffer *buffer, const gsay_record_key *key, const gsay_record *record,
                       gsay_record_text text)
{
    text.source = record->place.source;
    text.place = gsay_record_place(record);
    text.value = record->value;
    text.claim = record->claim;
    text.before = record->before;
    text.after = record->after;
    text.sentence = record->sentence;
    text.sentence_number = record->sentence_number;
    gsay_record_key_write(buffer, key);
    gsay_fields_write(buffer, &gsay_record_object, &text);
    gsay_buffer_add_byte(buffer, '\n');
}

void gsay_record_write(gsay_buffer *buffer, const gsay_record *record)
{
    gsay_record_key key = { .block = gsay_hash(gsay_record_block(record->value.kind, record->claim)),
                            .source = gsay_hash(record->place.source),
                            .offset = record->place.span.begin,
                            .sequence = record->sequence };
    write_line(buffer, &key, record, (gsay_record_text){ .record = UINT32_MAX });
}

void gsay_named_record_write(gsay_buffer *buffer, const gsay_records *records, size_t number)
{
    const gsay_record *record = &records->named[number];
    gsay_record_key    key = { .block = gsay_hash(record->block),
                               .source = gsay_hash(record->place.source),
                               .offset = record->place.span.begin,
                               .sequence = (uint32_t)number };
    uint32_t           own = record->sequence < records->count ? record->sequence : UINT32_MAX;
    write_line(buffer, &key, record, (gsay_record_text){ .named = record->block, .record = own });
}

/* Tell whether the columns of a line say what its JSON says. */
static bool is_key_of(const gsay_record_key *key, const gsay_record_text *text, gsay_str block)
{
    return !key->is_source && key->block == gsay_hash(block) && key->source == gsay_hash(text->source) &&
           key->offset == text->place.span.begin;
}

gsay_status gsay_record_read(gsay_arena *arena, gsay_record_key *key, gsay_str json, gsay_record *record,
                             gsay_error *err)
{
    gsay_record_text    text;
    gsay_place         *place = GSAY_TAKE(arena, gsay_place, 1);
    gsay_record_source *source = GSAY_TAKE(arena, gsay_record_source, 1);
    if (!place || !source)
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_fields_read(arena, json, &gsay_record_object, &text, err));
    GSAY_TRY(gsay_record_check(&text, err));
    gsay_str block = text.named.len ? text.named : gsay_record_block(text.value.kind, text.claim);
    if (!is_key_of(key, &text, block))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "its columns do not say what its JSON says");
    key->is_named = text.named.len > 0;
    *place = text.place;
    place->source = text.source;
    *source = (gsay_record_source){ .place = place };
    *record = (gsay_record){ .block = block,
                             .place = { text.source, place->text, place->span, place->line, place->column },
                             .value = text.value,
                             .claim = text.claim,
                             .source = source,
                             .before = text.before,
                             .after = text.after,
                             .sentence = text.sentence,
                             .sentence_number = text.sentence_number,
                             .sequence = key->is_named ? text.record : key->sequence };
    return GSAY_OK;
}
