/* Reading one source into a document, and the way back from text to the input.
 *
 * The bytes are checked once, here: every later stage may trust that text is UTF-8 without NUL. The map back is a
 * sorted array of segments, searched by halves; lines and columns are counted only for the places that a report prints.
 */
#include "source/document.h"

#include <inttypes.h>

#include "base/utf8.h"
#include "source/encoding.h"
#include "source/reader.h"

static const gsay_str BOM = { "\xEF\xBB\xBF", 3 };

/* The checks that every format shares; what passes them may be scanned without looking back. */
static gsay_status check_bytes(const gsay_source *source, gsay_error *err)
{
    gsay_str input = source->input;
    if (input.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: it has %zu bytes, the limit is %zu; split it",
                         GSAY_ARG(source->name), input.len, GSAY_SOURCE_BYTES_MAX);
    size_t bad = gsay_utf8_check(input);
    if (bad == input.len)
        return GSAY_OK;
    gsay_span place = { (uint32_t)bad, (uint32_t)bad + 1 };
    bool      is_nul = input.ptr[bad] == '\0';
    bad = gsay_decoding_origin(source->decoding, place).begin; /* in the file, where that was converted */
    if (is_nul)
        return gsay_fail(err, GSAY_EENCODING, bad,
                         "cannot read %.*s as text: NUL at byte %zu; it may be a binary file or UTF-16",
                         GSAY_ARG(source->name), bad);
    return gsay_fail(err, GSAY_EENCODING, bad,
                     "cannot read %.*s as text: invalid UTF-8 at byte %zu; convert it to UTF-8", GSAY_ARG(source->name),
                     bad);
}

gsay_status gsay_document_read(gsay_arena *arena, const gsay_source *source, gsay_document *document, gsay_error *err)
{
    gsay_reader *read = gsay_reader_of(source->format);
    if (!read)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "cannot read %.*s: this version reads text, Markdown, HTML and JSONL only",
                         GSAY_ARG(source->name));
    GSAY_TRY(check_bytes(source, err));
    gsay_document result = { .source = *source };
    GSAY_TRY(read(arena, &result, err));
    *document = result;
    return GSAY_OK;
}

/* The number of segments that begin at or before offset. */
static size_t count_segments_upto(const gsay_document *document, uint32_t offset)
{
    size_t low = 0, high = document->segment_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->segments[middle].text_begin <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where the byte at offset begins in the input. A byte without a segment stands where an anchor (a segment of no
 * length) says, else where the next segment begins. */
static uint32_t place_of_first(const gsay_document *document, uint32_t offset)
{
    size_t upto = count_segments_upto(document, offset);
    if (upto > 0) {
        gsay_segment segment = document->segments[upto - 1];
        if (offset - segment.text_begin < segment.len)
            return segment.input_begin + (offset - segment.text_begin);
        if (segment.len == 0)
            return segment.input_begin;
    }
    return upto < document->segment_count ? document->segments[upto].input_begin : (uint32_t)document->source.input.len;
}

/* Where the byte at offset ends in the input. */
static uint32_t place_of_last(const gsay_document *document, uint32_t offset)
{
    size_t upto = count_segments_upto(document, offset);
    if (upto > 0) {
        gsay_segment segment = document->segments[upto - 1];
        if (offset - segment.text_begin < segment.len)
            return segment.input_begin + (offset - segment.text_begin) + 1;
    }
    return upto < document->segment_count ? document->segments[upto].input_begin : (uint32_t)document->source.input.len;
}

/* Tell whether all bytes of a span stand in the first segment, the only one of a plain text. */
static inline bool is_in_first(const gsay_document *document, gsay_span span)
{
    const gsay_segment *first = document->segments;
    return document->segment_count > 0 && span.begin < span.end && span.begin >= first->text_begin &&
           span.end - first->text_begin <= first->len;
}

gsay_span gsay_document_place(const gsay_document *document, gsay_span span)
{
    if (is_in_first(document, span)) {
        uint32_t shift = document->segments->input_begin - document->segments->text_begin;
        return (gsay_span){ span.begin + shift, span.end + shift };
    }
    uint32_t input_end = (uint32_t)document->source.input.len;
    uint32_t begin = place_of_first(document, span.begin);
    if (span.begin >= span.end)
        return (gsay_span){ begin, begin };
    uint32_t end = place_of_last(document, span.end - 1);
    if (end > begin)
        return (gsay_span){ begin, end };
    /* Only bytes that a reader put in (a line break): point at the byte that follows, or the last one. */
    if (begin == input_end && begin > 0)
        begin--;
    return (gsay_span){ begin, begin < input_end ? begin + 1 : begin };
}

/* How many of eight bytes go on with a character. Counted at once as in Hacker's Delight (2nd edition, 2012, section
 * 5-1). */
static inline size_t count_tails(uint64_t eight)
{
    const uint64_t every = 0x0101010101010101u, high = every * 0x80u;
    return eight & high ? ((eight & ~eight << 1 & high) >> 7) * every >> 56 : 0; /* 10xxxxxx goes on */
}

/* Fewer than eight bytes as one number, in an order that does not matter: bytes are counted. */
static inline uint64_t load_few(const char *bytes, size_t count)
{
    uint32_t four = 0;
    uint16_t two = 0;
    uint8_t  one = 0;
    if (count & 4)
        memcpy(&four, bytes, sizeof four);
    if (count & 2)
        memcpy(&two, bytes + (count & 4), sizeof two);
    if (count & 1)
        memcpy(&one, bytes + (count & 6), sizeof one);
    return (uint64_t)four << 32 | (uint32_t)two << 16 | one;
}

#define PLAIN_BYTES ((size_t)32) /* looked at together */

/* Tell whether the next PLAIN_BYTES are ASCII, as most are. */
static inline bool is_plain(const char *bytes)
{
    uint64_t part[PLAIN_BYTES / 8];
    memcpy(part, bytes, sizeof part);
    return !((part[0] | part[1] | part[2] | part[3]) & 0x8080808080808080u);
}

/* How many code points begin in input[at, end). */
static uint32_t count_points(gsay_str input, size_t at, size_t end)
{
    size_t count = end - at;
    for (uint64_t eight = 0; end - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, input.ptr + at, sizeof eight);
        count -= count_tails(eight);
    }
    return (uint32_t)(count - count_tails(load_few(input.ptr + at, end - at)));
}

/* The first such byte from at on; the end of the input when there is none. */
static size_t find_byte(gsay_str input, size_t at, char byte)
{
    const char *found = at < input.len ? memchr(input.ptr + at, byte, input.len - at) : NULL;
    return found ? (size_t)(found - input.ptr) : input.len;
}

/* The first CR from at on that ends a line, as one before an LF does not. */
static size_t find_return(gsay_str input, size_t at)
{
    size_t found = find_byte(input, at, '\r');
    while (found + 1 < input.len && input.ptr[found + 1] == '\n')
        found = find_byte(input, found + 1, '\r');
    return found;
}

/* How many code points begin from where the walk stands to end: as many as bytes where all are ASCII, which is asked
 * once a stretch, however many offsets lie in it. */
static uint32_t step_to(gsay_position_walk *walk, size_t end)
{
    gsay_str input = walk->input;
    size_t   plain = walk->plain > walk->at ? walk->plain : walk->at;
    while (plain < end && input.len - plain >= PLAIN_BYTES && is_plain(input.ptr + plain))
        plain += PLAIN_BYTES;
    walk->plain = plain;
    if (plain >= end)
        return (uint32_t)(end - walk->at);
    return (uint32_t)(plain - walk->at) + count_points(input, plain, end);
}

gsay_position_walk gsay_positions_begin(gsay_str input)
{
    size_t at = gsay_str_starts(input, BOM) ? BOM.len : 0;
    return (gsay_position_walk){ .input = input,
                                 .at = at,
                                 .feed = find_byte(input, at, '\n'),
                                 .ret = find_return(input, at),
                                 .position = { 1, 1 } };
}

gsay_position gsay_positions_seek(gsay_position_walk *walk, uint32_t offset)
{
    gsay_str input = walk->input;
    size_t   end = offset < input.len ? offset : input.len;
    for (size_t stop = walk->feed < walk->ret ? walk->feed : walk->ret; stop < end;
         stop = walk->feed < walk->ret ? walk->feed : walk->ret) {
        walk->at = stop + 1;
        walk->position = (gsay_position){ walk->position.line + 1, 1 };
        if (stop == walk->feed)
            walk->feed = find_byte(input, walk->at, '\n');
        else
            walk->ret = find_return(input, walk->at);
    }
    if (walk->at < end) {
        walk->position.column += step_to(walk, end);
        walk->at = end;
    }
    return walk->position;
}

void gsay_positions_of(gsay_str input, const uint32_t *offsets, size_t count, gsay_position *positions)
{
    gsay_position_walk walk = gsay_positions_begin(input);
    for (size_t i = 0; i < count; i++)
        positions[i] = gsay_positions_next(&walk, offsets[i]);
}
