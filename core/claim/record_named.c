/* Values of named claims as records of their own, so that they are compared under their name, whatever their wording.
 */
#include "claim/record.h"

#include <stdlib.h>

/* The state of adding those of one source. */
typedef struct adder {
    gsay_arena               *arena;
    const gsay_mentions      *mentions;
    gsay_records             *records;
    gsay_record             **unplaced; /* records whose line is not known yet */
    size_t                    unplaced_count;
    const gsay_record_source *source; /* of those that are made here */
    gsay_error               *err;
} adder;

/* The claim of a value that says nothing of anything by itself: a name, a quotation, digits outside prose. */
static const gsay_claim bare_claim = { .parts = GSAY_PART(LEVEL), .time = { GSAY_DAY_NONE, GSAY_DAY_NONE } };

/* Find the record of a mention; NULL when it has none. Records rise by place. */
static gsay_record *record_of(const adder *adding, const gsay_mention *mention)
{
    const gsay_records *records = adding->records;
    gsay_span           span = gsay_document_place(adding->mentions->text->document, mention->text);
    size_t              low = 0, high = records->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (records->items[middle].place.span.begin < span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < records->count && records->items[low].place.span.begin == span.begin; low++)
        if (records->items[low].value.kind == mention->value.kind)
            return &records->items[low];
    return NULL;
}

/* Make the record of what no record has. */
static gsay_status make_record(adder *adding, gsay_span span, bool is_word, gsay_record *made)
{
    const gsay_source *source = &adding->mentions->text->document->source;
    *made =
        (gsay_record){ .place = { .source = source->name, .text = gsay_str_slice(source->input, span), .span = span },
                       .claim = &bare_claim,
                       .source = adding->source,
                       .sentence_number = UINT32_MAX,
                       .sequence = (uint32_t)adding->records->count,
                       .role = source->role };
    adding->unplaced[adding->unplaced_count++] = made;
    return gsay_plain_value_read(adding->arena, made->place.text, is_word, &made->value, adding->err);
}

static gsay_status add_hit(adder *adding, const gsay_named_hit *hit, gsay_str name)
{
    gsay_record *made = &adding->records->named[adding->records->named_count];
    if (hit->mention == UINT32_MAX) {
        GSAY_TRY(make_record(adding, hit->place, hit->is_word, made));
    } else {
        const gsay_mention *mention = &adding->mentions->items[hit->mention];
        gsay_record        *own = record_of(adding, mention);
        gsay_span           span = gsay_document_place(adding->mentions->text->document, mention->text);
        if (!own)
            GSAY_TRY(make_record(adding, span, false, made));
        else
            *made = *own;
        if (own && own->claim)
            own->block = GSAY_STR("");
        if (!made->claim)
            made->claim = &bare_claim;
    }
    made->block = name;
    adding->records->named_count++;
    return GSAY_OK;
}

static int compare_places(const void *left, const void *right)
{
    const gsay_record *a = *(gsay_record *const *)left, *b = *(gsay_record *const *)right;
    return (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
}

/* Lines and columns of the records that were made, in one pass over the input. */
static bool locate(const adder *adding)
{
    size_t count = adding->unplaced_count;
    if (count == 0)
        return true;
    uint32_t      *offsets = malloc(count * sizeof *offsets);
    gsay_position *positions = malloc(count * sizeof *positions);
    bool           is_done = offsets && positions;
    if (is_done) {
        qsort(adding->unplaced, count, sizeof(gsay_record *), compare_places);
        for (size_t i = 0; i < count; i++)
            offsets[i] = adding->unplaced[i]->place.span.begin;
        gsay_positions_of(adding->mentions->text->document->source.input, offsets, count, positions);
    }
    for (size_t i = 0; is_done && i < count; i++) {
        adding->unplaced[i]->place.line = positions[i].line;
        adding->unplaced[i]->place.column = positions[i].column;
    }
    free(offsets);
    free(positions);
    return is_done;
}

gsay_status gsay_records_add_named(gsay_arena *arena, const gsay_named *named, const gsay_named_hits *hits,
                                   const gsay_mentions *mentions, gsay_records *records, gsay_error *err)
{
    const gsay_source  *source = &mentions->text->document->source;
    gsay_record_source *shared = GSAY_TAKE(arena, gsay_record_source, 1);
    adder adding = { .arena = arena, .mentions = mentions, .records = records, .source = shared, .err = err };
    records->named = GSAY_NEW(arena, gsay_record, hits->count);
    adding.unplaced = GSAY_TAKE(arena, gsay_record *, hits->count);
    if (!shared || !records->named || !adding.unplaced)
        return gsay_fail_memory(err);
    *shared = (gsay_record_source){ .input = source->input, .decoding = source->decoding };
    for (size_t i = 0; i < hits->count; i++)
        GSAY_TRY(add_hit(&adding, &hits->items[i], named->claims[hits->items[i].claim].name));
    return locate(&adding) ? GSAY_OK : gsay_fail_memory(err);
}
