/* Mentions and claims as JSONL: one line a mention (INTERFACES.md, "extract").
 *
 * There are five bytes of this for one of a source, so a line is put together in room that is found once. */
#include "report/report.h"

#include "report/json.h"
#include "source/encoding.h"

/* Bytes of a line, and of a claim on it, a little more than most have, and what the last one asks for beyond its own:
 * the buffer then grows once a source. */
#define LINE_USUAL ((size_t)256)
#define LAST_ROOM  ((size_t)2048)

/* Bytes of a line up to its text and of a claim, without their strings: keys, numbers, days, the names of all parts. */
#define LINE_ROOM  ((size_t)160)
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

/* The parts, each as one more element of an array; likewise copied whole. */
static const struct part_element {
    char   text[16];
    size_t len;
} part_elements[GSAY_PART_COUNT] = {
#define PART_ELEMENT(name, text) [GSAY_PART_NUMBER_##name] = { ",\"" text "\"", sizeof ",\"" text "\"" - 1 },
    GSAY_PARTS(PART_ELEMENT)
#undef PART_ELEMENT
};

static char *put_text_or_null(char *end, gsay_str text)
{
    return text.len ? gsay_put_json(end, text) : gsay_put(end, GSAY_STR("null"));
}

/* An array of parts in the order of GSAY_PARTS. The first element's comma gives way to the bracket. */
static char *put_parts(char *end, gsay_parts parts)
{
    char *begin = end;
    for (unsigned left = parts; left; left &= left - 1) {
        const struct part_element *element = &part_elements[__builtin_ctz(left)];
        memcpy(end, element->text, sizeof element->text);
        end += element->len;
    }
    end += end == begin;
    *begin = '[';
    *end = ']';
    return end + 1;
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
    end = put_parts(gsay_put(end, GSAY_STR(",\"part\":")), claim->parts);
    end = put_texts(gsay_put(end, GSAY_STR(",\"about\":[")), claim->about.items, claim->about.count);
    end = put_time(gsay_put(end, GSAY_STR("],\"date\":")), claim->time);
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"speaker\":")), claim->speaker);
    end = put_text_or_null(gsay_put(end, GSAY_STR(",\"block\":")), claim->block);
    *end++ = '}';
    gsay_buffer_end(buffer, end);
}

/* What every line of a source begins with: the first has it already, the others copy it from there. */
struct head {
    size_t begin; /* in the buffer */
    size_t len;
};

static struct head write_head(gsay_buffer *buffer, gsay_str name)
{
    size_t begin = buffer->len;
    gsay_buffer_add(buffer, GSAY_STR("{\"source\":"));
    gsay_buffer_add_json(buffer, name);
    return (struct head){ begin, buffer->len - begin };
}

/* Where a mention stands in the input, and in the file. */
struct place {
    gsay_span     input;
    gsay_span     origin;
    gsay_position position;
};

/* Find the place of a mention that does not begin before the one asked for last. */
static inline struct place find_place(const gsay_document *document, gsay_position_walk *walk, gsay_span text)
{
    struct place place = { .input = gsay_document_place(document, text) };
    place.origin = place.input;
    if (document->source.decoding)
        place.origin = gsay_decoding_origin(document->source.decoding, place.input);
    place.position = gsay_positions_next(walk, place.input.begin);
    return place;
}

/* One line from behind its head up to the mention's text. */
static char *put_place(char *end, gsay_kind kind, const struct place *place)
{
    const struct kind_member *member = &kind_members[kind];
    memcpy(end, member->text, sizeof member->text);
    end = gsay_put_unsigned(end + member->len, place->origin.begin);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"end\":")), place->origin.end);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"line\":")), place->position.line);
    end = gsay_put_unsigned(gsay_put(end, GSAY_STR(",\"column\":")), place->position.column);
    return gsay_put(end, GSAY_STR(",\"text\":"));
}

/* One line from its head to the end of its value. head: of no length for the first. */
static void write_mention(gsay_buffer *buffer, struct head head, const gsay_mention *mention,
                          const gsay_document *document, gsay_position_walk *walk)
{
    struct place place = find_place(document, walk, mention->text);
    char        *end = gsay_buffer_room(buffer, head.len + LINE_ROOM);
    if (!end)
        return;
    end = gsay_put(end, (gsay_str){ buffer->ptr + head.begin, head.len });
    gsay_buffer_end(buffer, put_place(end, mention->value.kind, &place));
    gsay_buffer_add_json(buffer, gsay_str_slice(document->source.input, place.input));
    gsay_buffer_add(buffer, GSAY_STR(",\"value\":"));
    gsay_value_write(buffer, &mention->value);
}

void gsay_write_mentions(gsay_buffer *buffer, const gsay_claims *claims)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_document *document = mentions->text->document;
    const gsay_claim    *claim = claims->items;
    size_t               left = claims->count;
    if (!mentions->count || !gsay_buffer_room(buffer, (mentions->count + claims->count) * LINE_USUAL + LAST_ROOM))
        return;
    gsay_position_walk walk = gsay_positions_begin(document->source.input);
    struct head        head = write_head(buffer, document->source.name);
    for (size_t i = 0; i < mentions->count; i++) {
        struct head copied = { head.begin, i ? head.len : 0 };
        write_mention(buffer, copied, &mentions->items[i], document, &walk);
        if (left > 0 && claim->mention == i) { /* claims rise by mention */
            write_claim(buffer, claim++);
            left--;
        }
        gsay_buffer_add(buffer, GSAY_STR("}\n"));
    }
}
