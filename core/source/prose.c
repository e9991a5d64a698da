/* Writing a document piece by piece.
 *
 * Pieces that follow each other in the input and in text are one segment. A stand-in has no segment of its own but one
 * of no length on either side, so that a place within it is the whole of what it stands for. */
#include "source/prose.h"

static void add_segment(gsay_prose *prose, size_t place, size_t len)
{
    gsay_document *document = prose->document;
    gsay_segment   segment = { (uint32_t)prose->text.len, (uint32_t)place, (uint32_t)len };
    if (document->segment_count > 0) {
        gsay_segment *last = &document->segments[document->segment_count - 1];
        if (last->len > 0 && len > 0 && last->text_begin + last->len == segment.text_begin &&
            last->input_begin + last->len == segment.input_begin) {
            last->len += segment.len;
            return;
        }
    }
    gsay_segment *segments = gsay_arena_grow(prose->arena, document->segments, sizeof(*segments),
                                             document->segment_count, &prose->segment_capacity);
    if (!segments) {
        prose->status = gsay_fail_memory(prose->err);
        return;
    }
    document->segments = segments;
    segments[document->segment_count++] = segment;
}

void gsay_prose_add(gsay_prose *prose, gsay_span place)
{
    if (place.begin == place.end)
        return;
    add_segment(prose, place.begin, place.end - place.begin);
    gsay_buffer_add(&prose->text, gsay_str_slice(prose->document->source.input, place));
}

void gsay_prose_add_stand_in(gsay_prose *prose, gsay_str stand_in, gsay_span place)
{
    add_segment(prose, place.begin, 0);
    gsay_buffer_add(&prose->text, stand_in);
    add_segment(prose, place.end, 0);
}

void gsay_prose_add_loose(gsay_prose *prose, gsay_str text)
{
    gsay_buffer_add(&prose->text, text);
}

gsay_str gsay_prose_so_far(const gsay_prose *prose)
{
    gsay_str text = gsay_buffer_view(&prose->text);
    return prose->block_begin < text.len ? (gsay_str){ text.ptr + prose->block_begin, text.len - prose->block_begin }
                                         : (gsay_str){ "", 0 };
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

void gsay_prose_end_block(gsay_prose *prose, gsay_block block)
{
    gsay_document *document = prose->document;
    gsay_span      span = { prose->block_begin, (uint32_t)prose->text.len };
    const char    *text = prose->text.ptr;
    while (span.begin < span.end && is_space(text[span.begin]))
        span.begin++;
    while (span.end > span.begin && is_space(text[span.end - 1]))
        span.end--;
    if (span.begin == span.end || prose->status != GSAY_OK)
        return;
    gsay_block *blocks =
        gsay_arena_grow(prose->arena, document->blocks, sizeof(*blocks), document->block_count, &prose->block_capacity);
    if (!blocks) {
        prose->status = gsay_fail_memory(prose->err);
        return;
    }
    document->blocks = blocks;
    block.text = span;
    blocks[document->block_count++] = block;
    gsay_buffer_add_byte(&prose->text, '\n');
    prose->block_begin = (uint32_t)prose->text.len;
}

gsay_status gsay_prose_finish(gsay_prose *prose)
{
    gsay_document *document = prose->document;
    gsay_str       text = gsay_buffer_view(&prose->text);
    if (prose->text.has_failed && prose->status == GSAY_OK)
        prose->status = gsay_fail_memory(prose->err);
    if (prose->status != GSAY_OK)
        return prose->status;
    if (text.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(prose->err, GSAY_ELIMIT, SIZE_MAX,
                         "cannot read %.*s: its text has %zu bytes, the limit is %zu; split it",
                         GSAY_ARG(document->source.name), text.len, GSAY_SOURCE_BYTES_MAX);
    document->text = gsay_arena_copy(prose->arena, text);
    return document->text.ptr ? GSAY_OK : gsay_fail_memory(prose->err);
}

void gsay_prose_clear(gsay_prose *prose)
{
    gsay_buffer_clear(&prose->text);
}
