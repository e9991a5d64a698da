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

#include "source/entity.h"
#include "source/front_matter.h"
#include "source/prose.h"

/* One reading. Counters say inside how many of a kind the parser stands. */
struct markdown {
    gsay_prose prose;   /* after a failure a callback stops md4c */
    unsigned   heading; /* level, 0 outside */
    unsigned   list_depth;
    unsigned   code_blocks; /* code or raw HTML */
    unsigned   hidden;      /* pictures, struck-out words */
    unsigned   code_spans;
    bool       is_cell;
    uint32_t   table, row, column;
};

/* Where md4c's bytes stand in the input. Returns false for bytes that it made itself. */
static bool find_place(const struct markdown *markdown, gsay_str piece, gsay_span *place)
{
    gsay_str  input = markdown->prose.document->source.input;
    uintptr_t begin = (uintptr_t)input.ptr, at = (uintptr_t)piece.ptr;
    if (at < begin || at + piece.len > begin + input.len)
        return false;
    *place = (gsay_span){ (uint32_t)(at - begin), (uint32_t)(at - begin + piece.len) };
    return true;
}

/* Append text that stands in the input as it is. */
static void add_piece(struct markdown *markdown, gsay_str piece)
{
    gsay_span place;
    if (find_place(markdown, piece, &place))
        gsay_prose_add(&markdown->prose, place);
    else
        gsay_prose_add_loose(&markdown->prose, piece);
}

/* Append text that stands for other bytes of the input. */
static void add_stand_in(struct markdown *markdown, gsay_str stand_in, gsay_str piece)
{
    gsay_span place;
    if (find_place(markdown, piece, &place))
        gsay_prose_add_stand_in(&markdown->prose, stand_in, place);
    else
        gsay_prose_add_loose(&markdown->prose, stand_in);
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

/* End the block that is being collected, if it holds anything. */
static void flush_block(struct markdown *markdown)
{
    gsay_block block = { .kind = kind_here(markdown) };
    unsigned   level = block.kind == GSAY_BLOCK_LIST_ITEM ? markdown->list_depth : markdown->heading;
    block.level = (uint16_t)(level < UINT16_MAX ? level : UINT16_MAX);
    if (markdown->is_cell) {
        block.row = markdown->row;
        block.column = markdown->column;
        block.table = markdown->table;
    }
    gsay_prose_end_block(&markdown->prose, block);
}

/* What a callback returns: anything but 0 stops md4c. The buffer remembers a failure by itself. */
static int outcome(const struct markdown *markdown)
{
    return markdown->prose.status == GSAY_OK && !markdown->prose.text.has_failed ? 0 : 1;
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
    if (!gsay_str_ends(gsay_prose_so_far(&markdown->prose), GSAY_PROSE_OBJECT))
        add_stand_in(markdown, GSAY_PROSE_OBJECT, piece);
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
        gsay_prose_add_loose(&markdown->prose, GSAY_STR("\n"));
        break;
    case MD_TEXT_HTML:
        /* <br> parts words; other tags do not */
        if (gsay_str_starts(piece, GSAY_STR("<br")) || gsay_str_starts(piece, GSAY_STR("<BR")))
            gsay_prose_add_loose(&markdown->prose, GSAY_STR("\n"));
        break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH:
        break;
    }
    return outcome(markdown);
}

/* Tell whether a text begins with a heading. */
static bool begins_with_heading(gsay_str text)
{
    size_t at = 0;
    while (at < text.len && (text.ptr[at] == '\n' || text.ptr[at] == '\r' || text.ptr[at] == ' '))
        at++;
    if (at < text.len && text.ptr[at] == '#')
        return true;
    while (at < text.len && text.ptr[at] != '\n')
        at++;
    return at + 1 < text.len && (text.ptr[at + 1] == '=' || text.ptr[at + 1] == '-');
}

/* The title of a text without a headline of its own is its headline, where it stands in the input as it is. */
static void add_title(struct markdown *markdown, gsay_str title, gsay_str text)
{
    gsay_span place;
    if (title.len == 0 || begins_with_heading(text) || !find_place(markdown, title, &place))
        return;
    gsay_prose_add(&markdown->prose, place);
    gsay_prose_end_block(&markdown->prose, (gsay_block){ .kind = GSAY_BLOCK_HEADING, .level = 1 });
}

/* Where the text begins: behind a BOM and the front matter, which is read. */
static gsay_status skip_head(struct markdown *markdown, size_t *begin)
{
    gsay_document *document = markdown->prose.document;
    gsay_str       input = document->source.input;
    gsay_statement statement;
    size_t         length = 0, head = gsay_str_starts(input, GSAY_STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (input.len > head)
        GSAY_TRY(gsay_front_matter_read(markdown->prose.arena, (gsay_str){ input.ptr + head, input.len - head },
                                        &statement, &length, markdown->prose.err));
    *begin = head + length;
    if (length > 0) {
        gsay_statement_take(&statement, &document->source);
        if (gsay_str_equal(document->source.title, statement.title))
            add_title(markdown, statement.title, (gsay_str){ input.ptr + *begin, input.len - *begin });
    }
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
    gsay_str input = markdown->prose.document->source.input;
    size_t   head = 0;
    GSAY_TRY(skip_head(markdown, &head));
    if (head < input.len && md_parse(input.ptr + head, (MD_SIZE)(input.len - head), &parser, markdown) != 0)
        return markdown->prose.status != GSAY_OK ? markdown->prose.status : gsay_fail_memory(markdown->prose.err);
    return gsay_prose_finish(&markdown->prose);
}

gsay_status gsay_read_markdown(gsay_arena *arena, gsay_document *document, gsay_error *err)
{
    struct markdown markdown = { .prose = { .arena = arena, .document = document, .err = err } };
    gsay_status     status = parse(&markdown);
    gsay_prose_clear(&markdown.prose);
    return status;
}
