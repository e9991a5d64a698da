/* Markdown into blocks, by md4c (CommonMark, with GitHub's tables).
 *
 * md4c calls back with pointers into the input, so a piece of text knows its place by subtraction; only line breaks
 * point elsewhere. A block is collected piece by piece and flushed wherever md4c enters or leaves a block: list items
 * hold their text with or without a paragraph around it, and a nested list interrupts its item.
 *
 * Not prose: code, raw HTML, pictures with their texts, addresses, and struck-out words, which their author took back.
 * A code span leaves U+FFFC (object replacement character), so that the words around it do not meet. */
#include "source/reader.h"

#include <md4c.h>

#include "base/buffer.h"
#include "source/entity.h"
#include "source/front_matter.h"

#define OBJECT GSAY_STR("\xEF\xBF\xBC")

/* One reading. Counters say inside how many of a kind the parser stands. */
struct markdown {
    gsay_arena    *arena;
    gsay_document *document;
    gsay_error    *err;
    gsay_status    status; /* first failure; a callback then stops md4c */
    gsay_buffer    text;
    size_t         segment_capacity, block_capacity;
    uint32_t       block_begin; /* in text */
    unsigned       heading;     /* level, 0 outside */
    unsigned       list_depth;
    unsigned       code_blocks; /* code or raw HTML */
    unsigned       hidden;      /* pictures, struck-out words */
    unsigned       code_spans;
    bool           is_cell;
    uint32_t       table, row, column;
};

/* One behind the input. */
static const char *input_end(const struct markdown *markdown)
{
    return markdown->document->source.input.ptr + markdown->document->source.input.len;
}

/* Tell whether md4c points into the input; else it made the bytes. */
static bool is_of_input(const struct markdown *markdown, gsay_str piece)
{
    uintptr_t begin = (uintptr_t)markdown->document->source.input.ptr;
    uintptr_t at = (uintptr_t)piece.ptr;
    return at >= begin && at + piece.len <= (uintptr_t)input_end(markdown);
}

/* Say that the text from here on stands at place; a piece that goes on where the last one ended makes that one longer,
 * so a paragraph without markup is one segment. */
static void add_segment(struct markdown *markdown, const char *place, size_t len)
{
    gsay_document *document = markdown->document;
    gsay_segment   segment = { (uint32_t)markdown->text.len, (uint32_t)(place - document->source.input.ptr),
                               (uint32_t)len };
    if (document->segment_count > 0) {
        gsay_segment *last = &document->segments[document->segment_count - 1];
        if (last->len > 0 && len > 0 && last->text_begin + last->len == segment.text_begin &&
            last->input_begin + last->len == segment.input_begin) {
            last->len += segment.len;
            return;
        }
    }
    gsay_segment *segments = gsay_arena_grow(markdown->arena, document->segments, sizeof(*segments),
                                             document->segment_count, &markdown->segment_capacity);
    if (!segments) {
        markdown->status = gsay_fail_memory(markdown->err);
        return;
    }
    document->segments = segments;
    segments[document->segment_count++] = segment;
}

/* Append text that stands in the input as it is. */
static void add_piece(struct markdown *markdown, gsay_str piece)
{
    if (piece.len > 0 && is_of_input(markdown, piece))
        add_segment(markdown, piece.ptr, piece.len);
    gsay_buffer_add(&markdown->text, piece);
}

/* Append text that stands for other bytes of the input. */
static void add_stand_in(struct markdown *markdown, gsay_str stand_in, gsay_str piece)
{
    bool is_placed = is_of_input(markdown, piece);
    if (is_placed)
        add_segment(markdown, piece.ptr, 0);
    gsay_buffer_add(&markdown->text, stand_in);
    if (is_placed && markdown->status == GSAY_OK)
        add_segment(markdown, piece.ptr + piece.len, 0);
}

/* A cell and a heading may stand inside a list, never the other way round. */
static gsay_block_kind kind_here(const struct markdown *markdown)
{
    if (markdown->is_cell)
        return GSAY_BLOCK_TABLE_CELL;
    if (markdown->heading)
        return GSAY_BLOCK_HEADING;
    return markdown->list_depth ? GSAY_BLOCK_LIST_ITEM : GSAY_BLOCK_PARAGRAPH;
}

static bool is_space_byte(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* End the block that is being collected, if it holds anything. */
static void flush_block(struct markdown *markdown)
{
    gsay_span   span = { markdown->block_begin, (uint32_t)markdown->text.len };
    const char *text = markdown->text.ptr;
    while (span.begin < span.end && is_space_byte(text[span.begin]))
        span.begin++;
    while (span.end > span.begin && is_space_byte(text[span.end - 1]))
        span.end--;
    if (span.begin == span.end || markdown->status != GSAY_OK)
        return;
    gsay_document *document = markdown->document;
    gsay_block    *blocks = gsay_arena_grow(markdown->arena, document->blocks, sizeof(*blocks), document->block_count,
                                            &markdown->block_capacity);
    if (!blocks) {
        markdown->status = gsay_fail_memory(markdown->err);
        return;
    }
    document->blocks = blocks;
    gsay_block *block = &blocks[document->block_count++];
    *block = (gsay_block){ .text = span, .kind = kind_here(markdown) };
    unsigned level = block->kind == GSAY_BLOCK_LIST_ITEM ? markdown->list_depth : markdown->heading;
    block->level = (uint16_t)(level < UINT16_MAX ? level : UINT16_MAX);
    if (markdown->is_cell) {
        block->row = markdown->row;
        block->column = markdown->column;
        block->table = markdown->table;
    }
    gsay_buffer_add_byte(&markdown->text, '\n');
    markdown->block_begin = (uint32_t)markdown->text.len;
}

/* What a callback returns: anything but 0 stops md4c. The buffer remembers a failure by itself. */
static int outcome(struct markdown *markdown)
{
    if (markdown->status == GSAY_OK && markdown->text.has_failed)
        markdown->status = gsay_fail_memory(markdown->err);
    return markdown->status == GSAY_OK ? 0 : 1;
}

/* md4c enters a list item, then perhaps its paragraph; both flush, and only the one that holds text makes a block. */
static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct markdown *markdown = context;
    flush_block(markdown);
    switch (type) {
    case MD_BLOCK_H:
        markdown->heading = ((const MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        markdown->list_depth++;
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        markdown->code_blocks++;
        break;
    case MD_BLOCK_TABLE:
        markdown->table++;
        markdown->row = 0;
        break;
    case MD_BLOCK_TR:
        markdown->column = 0;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown->is_cell = true;
        break;
    default:
        break;
    }
    return outcome(markdown);
}

/* The block is flushed while the state still says what it was. */
static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct markdown *markdown = context;
    (void)detail;
    flush_block(markdown);
    switch (type) {
    case MD_BLOCK_H:
        markdown->heading = 0;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        markdown->list_depth--;
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
        markdown->code_blocks--;
        break;
    case MD_BLOCK_TR:
        markdown->row++;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown->is_cell = false;
        markdown->column++;
        break;
    default:
        break;
    }
    return outcome(markdown);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct markdown *markdown = context;
    (void)detail;
    markdown->hidden += type == MD_SPAN_IMG || type == MD_SPAN_DEL;
    markdown->code_spans += type == MD_SPAN_CODE;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct markdown *markdown = context;
    (void)detail;
    markdown->hidden -= type == MD_SPAN_IMG || type == MD_SPAN_DEL;
    markdown->code_spans -= type == MD_SPAN_CODE;
    return 0;
}

/* An unknown name is text, as every reader of the page sees it. */
static void add_entity(struct markdown *markdown, gsay_str piece)
{
    char     bytes[GSAY_ENTITY_BYTES_MAX];
    gsay_str decoded = gsay_entity_decode(piece, bytes);
    if (decoded.len > 0)
        add_stand_in(markdown, decoded, piece);
    else
        add_piece(markdown, piece);
}

/* A code span may come in pieces, one a line; they leave one mark. */
static void add_code(struct markdown *markdown, gsay_str piece)
{
    gsay_str so_far = gsay_buffer_view(&markdown->text);
    if (so_far.len <= markdown->block_begin || !gsay_str_ends(so_far, OBJECT))
        add_stand_in(markdown, OBJECT, piece);
}

static int add_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context)
{
    struct markdown *markdown = context;
    gsay_str         piece = { bytes, size };
    if (markdown->code_blocks || markdown->hidden)
        return 0;
    switch (type) {
    case MD_TEXT_NORMAL:
        add_piece(markdown, piece);
        break;
    case MD_TEXT_ENTITY:
        add_entity(markdown, piece);
        break;
    case MD_TEXT_CODE:
        add_code(markdown, piece);
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        gsay_buffer_add_byte(&markdown->text, '\n');
        break;
    case MD_TEXT_HTML:
        /* <br> parts words; other tags do not */
        if (gsay_str_starts(piece, GSAY_STR("<br")) || gsay_str_starts(piece, GSAY_STR("<BR")))
            gsay_buffer_add_byte(&markdown->text, '\n');
        break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH:
        break;
    }
    return outcome(markdown);
}

/* Where the text begins: behind a BOM and the front matter, which is read. */
static gsay_status skip_head(struct markdown *markdown, size_t *begin)
{
    gsay_document *document = markdown->document;
    gsay_str       input = document->source.input;
    gsay_statement statement;
    size_t         length = 0, head = gsay_str_starts(input, GSAY_STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (input.len > head)
        GSAY_TRY(gsay_front_matter_read(markdown->arena, (gsay_str){ input.ptr + head, input.len - head }, &statement,
                                        &length, markdown->err));
    if (length > 0)
        gsay_statement_take(&statement, &document->source);
    *begin = head + length;
    return GSAY_OK;
}

static gsay_status parse(struct markdown *markdown)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = add_text,
    };
    gsay_document *document = markdown->document;
    gsay_str       input = document->source.input;
    size_t         head = 0;
    GSAY_TRY(skip_head(markdown, &head));
    if (head < input.len && md_parse(input.ptr + head, (MD_SIZE)(input.len - head), &parser, markdown) != 0)
        return markdown->status != GSAY_OK ? markdown->status : gsay_fail_memory(markdown->err);
    gsay_str text = gsay_buffer_view(&markdown->text);
    if (text.len > GSAY_SOURCE_BYTES_MAX)
        return gsay_fail(markdown->err, GSAY_ELIMIT, SIZE_MAX,
                         "cannot read %.*s: its text has %zu bytes, the limit is %zu; split it",
                         GSAY_ARG(document->source.name), text.len, GSAY_SOURCE_BYTES_MAX);
    document->text = gsay_arena_copy(markdown->arena, text);
    return document->text.ptr ? GSAY_OK : gsay_fail_memory(markdown->err);
}

gsay_status gsay_read_markdown(gsay_arena *arena, gsay_document *document, gsay_error *err)
{
    struct markdown markdown = { .arena = arena, .document = document, .err = err };
    gsay_status     status = parse(&markdown);
    gsay_buffer_clear(&markdown.text);
    return status;
}
