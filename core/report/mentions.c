/* Mentions and claims as JSONL: one line a mention (INTERFACES.md, "extract"). */
#include "report/report.h"

#include <stdlib.h>

#include "report/json.h"
#include "source/encoding.h"

/* Parts in the order of GSAY_PARTS. */
static void write_parts(gsay_buffer *buffer, gsay_parts parts)
{
    bool is_first = true;
    gsay_buffer_add_key(buffer, GSAY_STR("part"));
    gsay_buffer_add_byte(buffer, '[');
    for (unsigned i = 0; i < GSAY_PART_COUNT; i++) {
        if (!(parts & (1u << i)))
            continue;
        if (!is_first)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_json(buffer, gsay_str_of(gsay_part_name(i)));
        is_first = false;
    }
    gsay_buffer_add_byte(buffer, ']');
}

static void write_time(gsay_buffer *buffer, gsay_days time)
{
    bool is_known = time.from != GSAY_DAY_NONE || time.to != GSAY_DAY_NONE;
    gsay_buffer_add_key(buffer, GSAY_STR("date"));
    gsay_buffer_add(buffer, is_known ? GSAY_STR("\"") : GSAY_STR("null"));
    gsay_days_write(buffer, time);
    gsay_buffer_add(buffer, is_known ? GSAY_STR("\"") : GSAY_STR(""));
}

/* What a claim does not know is null, never left out: a column of a table must be there for every row. */
static void write_claim(gsay_buffer *buffer, const gsay_claim *claim)
{
    gsay_buffer_add_key(buffer, GSAY_STR("claim"));
    gsay_buffer_add_byte(buffer, '{');
    gsay_text_or_null_write(buffer, GSAY_STR("head"), claim->head);
    gsay_text_or_null_write(buffer, GSAY_STR("predicate"), claim->predicate);
    write_parts(buffer, claim->parts);
    gsay_texts_write(buffer, GSAY_STR("about"), claim->about.items, claim->about.count);
    write_time(buffer, claim->time);
    gsay_text_or_null_write(buffer, GSAY_STR("speaker"), claim->speaker);
    gsay_text_or_null_write(buffer, GSAY_STR("block"), claim->block);
    gsay_buffer_add_byte(buffer, '}');
}

/* One line from behind the source's name up to the claim. */
static void write_mention(gsay_buffer *buffer, const gsay_document *document, const gsay_value *value, gsay_span place,
                          gsay_position position)
{
    gsay_span origin = gsay_decoding_origin(document->source.decoding, place);
    gsay_buffer_add_member(buffer, GSAY_STR("kind"), gsay_str_of(gsay_kind_name(value->kind)));
    gsay_buffer_add_count(buffer, GSAY_STR("start"), origin.begin);
    gsay_buffer_add_count(buffer, GSAY_STR("end"), origin.end);
    gsay_buffer_add_count(buffer, GSAY_STR("line"), position.line);
    gsay_buffer_add_count(buffer, GSAY_STR("column"), position.column);
    gsay_buffer_add_member(buffer, GSAY_STR("text"), gsay_str_slice(document->source.input, place));
    gsay_buffer_add_key(buffer, GSAY_STR("value"));
    gsay_value_write(buffer, value);
}

/* Line and column of all mentions are found in one pass over the input, what all lines begin with is written once;
 * claims rise by mention, so the two lists are merged. */
void gsay_write_mentions(gsay_buffer *buffer, const gsay_claims *claims)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_document *document = mentions->text->document;
    size_t               room = mentions->count ? mentions->count : 1;
    gsay_span           *places = calloc(room, sizeof *places);
    uint32_t            *offsets = calloc(room, sizeof *offsets);
    gsay_position       *positions = calloc(room, sizeof *positions);
    gsay_buffer          head = { 0 };
    gsay_buffer_add(&head, GSAY_STR("{\"source\":"));
    gsay_buffer_add_json(&head, document->source.name);
    if (!places || !offsets || !positions || head.has_failed) {
        buffer->has_failed = true;
        goto cleanup;
    }
    for (size_t i = 0; i < mentions->count; i++) {
        places[i] = gsay_document_place(document, mentions->items[i].text);
        offsets[i] = places[i].begin;
    }
    gsay_positions_of(document->source.input, offsets, mentions->count, positions);
    for (size_t i = 0, claim = 0; i < mentions->count; i++) {
        gsay_buffer_add(buffer, gsay_buffer_view(&head));
        write_mention(buffer, document, &mentions->items[i].value, places[i], positions[i]);
        if (claim < claims->count && claims->items[claim].mention == i)
            write_claim(buffer, &claims->items[claim++]);
        gsay_buffer_add(buffer, GSAY_STR("}\n"));
    }
cleanup:
    gsay_buffer_clear(&head);
    free(places);
    free(offsets);
    free(positions);
}
