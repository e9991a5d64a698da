/* Mentions and claims as JSONL: one line a mention (INTERFACES.md, "extract").
 *
 * There are five bytes of this for one of a source, so a line is put together in room that is found once. */
#include "report/report.h"

#include <stdlib.h>

#include "report/json.h"
#include "source/encoding.h"

/* Bytes of a line, and of a claim on it, a little more than most have: the buffer then grows once a source. */
#define LINE_USUAL ((size_t)320)

/* Bytes of a line and of a claim without their strings: keys, numbers, days, the names of all parts. */
#define LINE_ROOM  ((size_t)128)
#define CLAIM_ROOM ((size_t)512)

/* What stands between the source and the first number of a mention, by its kind. */
static const gsay_str kind_members[GSAY_KIND_COUNT] = {
#define KIND_MEMBER(name, text)                                                                                        \
    [GSAY_KIND_##name] = { ",\"kind\":\"" text "\",\"start\":", sizeof ",\"kind\":\"" text "\",\"start\":" - 1 },
    GSAY_KINDS(KIND_MEMBER)
#undef KIND_MEMBER
};

static char *put_text_or_null(char *end, gsay_str text)
{
    return text.len ? gsay_put_json(end, text) : gsay_put(end, GSAY_STR("null"));
}

/* Parts in the order of GSAY_PARTS. */
static char *put_parts(char *end, gsay_parts parts)
{
    char *begin = end;
    for (unsigned i = 0; parts >> i; i++) {
        if (!(parts >> i & 1u))
            continue;
        if (end > begin)
            *end++ = ',';
        end = gsay_put_json(end, gsay_str_of(gsay_part_name(i)));
    }
    return end;
}

static char *put_texts(char *end, const gsay_str *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            *end++ = ',';
        end = gsay_put_json(end, texts[i]);
    }
    return end;
}

static char *put_time(char *end, gsay_days time)
{
    if (time.from == GSAY_DAY_NONE && time.to == GSAY_DAY_NONE)
        return gsay_put(end, GSAY_STR("null"));
    *end++ = '"';
    end = gsay_days_put(end, time);
    *end++ = '"';
    return end;
}

/* What a claim does not know is null, never left out: a column of a table must be there for every row. */
static void write_claim(gsay_buffer *buffer, const gsay_claim *claim)
{
    size_t room =
        CLAIM_ROOM + GSAY_JSON_ROOM(claim->head.len + claim->predicate.len + claim->speaker.len + claim->block.len);
    for (size_t i = 0; i < claim->about.count; i++)
        room += GSAY_JSON_ROOM(claim->about.items[i].len) + 1;
    char *end = gsay_buffer_room(buffer, room);
    if (!end)
        return;
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"claim\":{\"head\":")), claim->head);
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"predicate\":")), claim->predicate);
    end = put_parts(gsay_put(end, GSAY_STR(",\"part\":[")), claim->parts);
    end = put_texts(gsay_put(end, GSAY_STR("],\"about\":[")), claim->about.items, claim->about.count);
    end = put_time(gsay_put(end, GSAY_STR("],\"date\":")), claim->time);
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"speaker\":")), claim->speaker);
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"block\":")), claim->block);
    *end++ = '}';
    gsay_buffer_end(buffer, end);
}

/* One line up to the mention's text. head: what it begins with, the source's name. */
static void write_head(gsay_buffer *buffer, gsay_str head, gsay_kind kind, gsay_span origin, gsay_position position)
{
    gsay_str member = kind_members[kind];
    char    *end = gsay_buffer_room(buffer, head.len + member.len + LINE_ROOM);
    if (!end)
        return;
    end = gsay_put_unsigned(gsay_put(gsay_put(end, head), member), origin.begin);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"end\":")), origin.end);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"line\":")), position.line);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"column\":")), position.column);
    gsay_buffer_end(buffer, gsay_put(end, GSAY_STR(",\"text\":")));
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
    if (!places || !offsets || !positions || head.has_failed ||
        !gsay_buffer_room(buffer, (room + claims->count) * LINE_USUAL)) {
        buffer->has_failed = true;
        goto cleanup;
    }
    for (size_t i = 0; i < mentions->count; i++) {
        places[i] = gsay_document_place(document, mentions->items[i].text);
        offsets[i] = places[i].begin;
    }
    gsay_positions_of(document->source.input, offsets, mentions->count, positions);
    for (size_t i = 0, claim = 0; i < mentions->count; i++) {
        const gsay_value *value = &mentions->items[i].value;
        gsay_span         origin = gsay_decoding_origin(document->source.decoding, places[i]);
        write_head(buffer, gsay_buffer_view(&head), value->kind, origin, positions[i]);
        gsay_buffer_add_json(buffer, gsay_str_slice(document->source.input, places[i]));
        gsay_buffer_add(buffer, GSAY_STR(",\"value\":"));
        gsay_value_write(buffer, value);
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
