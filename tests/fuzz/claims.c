/* The fuzz target of records: what one line holds once it was read, and whole inputs as the engine takes them. */
#include "claim/record_line.h"
#include "source/lines.h"

#include "properties.h"
#include "stages.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Read a line as a record. Returns false, with an error that says why, when it is none. */
static bool read_line(gsay_arena *arena, gsay_str line, gsay_record *record)
{
    gsay_error      err = { 0 };
    gsay_record_key key;
    gsay_str        json;
    gsay_status     status = gsay_record_key_read(line, &key, &json, &err);
    if (status == GSAY_OK)
        status = gsay_record_read(arena, &key, json, record, &err);
    demand_error(status, &err);
    DEMAND(status != GSAY_ENOMEM);
    return status == GSAY_OK;
}

/* A place lies in its excerpt, which is one line. */
static void demand_place(const gsay_place *place)
{
    DEMAND(place->span.begin < place->span.end && place->text.len == place->span.end - place->span.begin);
    DEMAND(place->excerpt_begin <= place->span.begin && place->excerpt.len <= GSAY_EXCERPT_BYTES_MAX);
    DEMAND(place->span.begin - place->excerpt_begin < place->excerpt.len);
    DEMAND(!memchr(place->excerpt.ptr, '\n', place->excerpt.len));
}

/* What is read is written and read again as it is, and can be shown. */
static void demand_record(gsay_arena *arena, const gsay_record *record)
{
    gsay_buffer lines[2] = { { 0 }, { 0 } };
    gsay_record again;
    gsay_str    sentence;
    gsay_place  place = gsay_record_place(record);
    demand_place(&place);
    DEMAND(gsay_record_sentence(arena, record, &sentence, NULL) == GSAY_OK);
    gsay_record_write(&lines[0], record);
    DEMAND(!lines[0].has_failed && lines[0].ptr[lines[0].len - 1] == '\n');
    DEMAND(read_line(arena, (gsay_str){ lines[0].ptr, lines[0].len - 1 }, &again));
    gsay_record_write(&lines[1], &again);
    DEMAND(gsay_str_equal(gsay_buffer_view(&lines[0]), gsay_buffer_view(&lines[1])));
    gsay_buffer_clear(&lines[0]);
    gsay_buffer_clear(&lines[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gsay_str   input = { size ? (const char *)data : "", size };
    gsay_arena arena = { 0 };
    gsay_lines lines = { .name = GSAY_STR("fuzz"), .text = input };
    gsay_str   line = { 0 };
    bool       is_end = false;
    while (gsay_lines_next(&lines, &line, &is_end, NULL) == GSAY_OK && !is_end) {
        gsay_record record;
        if (read_line(&arena, line, &record))
            demand_record(&arena, &record);
        gsay_arena_reset(&arena);
    }
    gsay_arena_clear(&arena);
    if (size % 4 == 0)
        fuzz_check(input, (gsay_str){ 0 }, GSAY_FORMAT_CLAIMS);
    return 0;
}
