/* Mentions and claims as JSONL: one line a mention (INTERFACES.md, "extract").
 *
 * There are five bytes of this for one of a source, so a line is put together in room that is found once. */
#include "report/report.h"

#include <stdlib.h>

#include "report/json.h"
#include "source/encoding.h"

/* Bytes of a line, and of a claim on it, a little more than most have, and what the last one asks for beyond its own:
 * the buffer then grows once a source. */
#define LINE_USUAL ((size_t)256)
#define LAST_ROOM  ((size_t)2048)

/* Bytes of a line and of a claim without their strings: keys, numbers, days, the names of all parts. */
#define LINE_ROOM  ((size_t)128)
#define CLAIM_ROOM ((size_t)512)

/* What stands between the source and the first number of a mention, by its kind: copied as 32 bytes whatever its
 * length, which is a few moves. */
static const struct kind_member {
    char   text[32];
    size_t len;
} kind_members[GSAY_KIND_COUNT] = {
#define KIND_MEMBER(name, text)                                                                                        \
    [GSAY_KIND_##name] = { ",\"kind\":\"" text "\",\"start\":", sizeof ",\"kind\":\"" text "\",\"start\":" - 1 },
    GSAY_KINDS(KIND_MEMBER)
#undef KIND_MEMBER
};

/* Where the mentions of a source stand in its input, by mention. */
struct places {
    gsay_span     *spans;
    gsay_position *positions;
};

static char *put_text_or_null(char *end, gsay_str text)
{
    return text.len ? gsay_put_json(end, text) : gsay_put(end, GSAY_STR("null"));
}

/* Parts in the order of GSAY_PARTS. */
static char *put_parts(char *end, gsay_parts parts)
{
    char    *begin = end;
    unsigned left = parts;
    for (unsigned i = 0; left; i++, left >>= 1) {
        if (!(left & 1u))
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

/* What every line of a source begins with: the first writes it, the others copy it from there. */
static void write_source(gsay_buffer *buffer, gsay_str name)
{
    gsay_buffer_add(buffer, GSAY_STR("{\"source\":"));
    gsay_buffer_add_json(buffer, name);
}

static void copy_source(gsay_buffer *buffer, size_t begin, size_t len)
{
    char *end = gsay_buffer_room(buffer, len);
    if (end)
        gsay_buffer_end(buffer, gsay_put(end, (gsay_str){ buffer->ptr + begin, len }));
}

/* One line from the source up to the mention's text. */
static void write_place(gsay_buffer *buffer, gsay_kind kind, gsay_span origin, gsay_position position)
{
    const struct kind_member *member = &kind_members[kind];
    char                     *end = gsay_buffer_room(buffer, sizeof member->text + LINE_ROOM);
    if (!end)
        return;
    memcpy(end, member->text, sizeof member->text);
    end = gsay_put_unsigned(end + member->len, origin.begin);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"end\":")), origin.end);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"line\":")), position.line);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"column\":")), position.column);
    gsay_buffer_end(buffer, gsay_put(end, GSAY_STR(",\"text\":")));
}

/* Find where all mentions stand, their lines and columns in one pass over the input. Returns false when memory is
 * exhausted. */
static bool find_places(const gsay_mentions *mentions, struct places *places)
{
    const gsay_document *document = mentions->text->document;
    places->spans = malloc(mentions->count * sizeof *places->spans);
    places->positions = malloc(mentions->count * sizeof *places->positions);
    uint32_t *offsets = malloc(mentions->count * sizeof *offsets);
    bool      is_found = places->spans && places->positions && offsets;
    for (size_t i = 0; is_found && i < mentions->count; i++) {
        places->spans[i] = gsay_document_place(document, mentions->items[i].text);
        offsets[i] = places->spans[i].begin;
    }
    if (is_found)
        gsay_positions_of(document->source.input, offsets, mentions->count, places->positions);
    free(offsets);
    return is_found;
}

/* Claims rise by mention, so the two lists are merged. */
static void write_lines(gsay_buffer *buffer, const gsay_claims *claims, const struct places *places)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_source   *source = &mentions->text->document->source;
    size_t               first = buffer->len, len = 0;
    for (size_t i = 0, claim = 0; i < mentions->count; i++) {
        const gsay_value *value = &mentions->items[i].value;
        gsay_span         place = places->spans[i];
        if (i)
            copy_source(buffer, first, len);
        else
            write_source(buffer, source->name);
        len = i ? len : buffer->len - first;
        write_place(buffer, value->kind, gsay_decoding_origin(source->decoding, place), places->positions[i]);
        gsay_buffer_add_json(buffer, gsay_str_slice(source->input, place));
        gsay_buffer_add(buffer, GSAY_STR(",\"value\":"));
        gsay_value_write(buffer, value);
        if (claim < claims->count && claims->items[claim].mention == i)
            write_claim(buffer, &claims->items[claim++]);
        gsay_buffer_add(buffer, GSAY_STR("}\n"));
    }
}

void gsay_write_mentions(gsay_buffer *buffer, const gsay_claims *claims)
{
    const gsay_mentions *mentions = claims->mentions;
    struct places        places = { NULL, NULL };
    if (!mentions->count)
        return;
    if (find_places(mentions, &places) &&
        gsay_buffer_room(buffer, (mentions->count + claims->count) * LINE_USUAL + LAST_ROOM))
        write_lines(buffer, claims, &places);
    else
        buffer->has_failed = true;
    free(places.spans);
    free(places.positions);
}
