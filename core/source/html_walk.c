/* The walk over gumbo's tree.
 *
 * The text comes from html_tame.c, so the tree is at most as deep as the cap there.
 *
 * What an element means goes down the tree in frames, one a level, each a copy of the one above with changes. Wiped
 * tags are comments in the tree; those of blocks part blocks all the same. Text that a table pushes out stands in the
 * tree before the table: the pieces are put back into the order of the input at the end.
 *
 * Not done: rowspan. Cells below one that reaches down count their columns from the left, as they stand in the source.
 */
#include "source/html_walk.h"

#include <gumbo.h>
#include <stdlib.h>

#include "source/html_parse.h"
#include "source/html_tag.h"
#include "source/html_tame.h"
#include "source/prose.h"

#define DEPTH_MAX        (GSAY_HTML_DEPTH_MAX + 8u) /* html, body and the document come on top */
#define COLUMN_SPAN_MAX  1000u                      /* of one cell, as the standard has it */
#define BYLINE_BYTES_MAX 200u                       /* a longer one is a paragraph about the author */

/* What holds inside an element. */
struct frame {
    const GumboNode *node;
    gsay_block       block;      /* of text that stands here */
    bool             is_hidden;  /* or code */
    bool             is_article; /* in an article or the main part */
    bool             is_header;
    bool             is_superior;  /* in a sup */
    bool             is_reference; /* in a link within the page */
    bool             is_published; /* times are of publication */
    bool             is_byline;    /* this element begins the by-line */
    bool             is_quote;     /* this element is a q */
    bool             is_block;     /* this element ends a block when it ends */
    unsigned         child;        /* the next to visit */
    unsigned         lists;        /* nesting */
    unsigned         table_level;  /* of the table's frame, 0 outside */
    unsigned         row_level;    /* of the row's */
    uint32_t         next;         /* row or column, in the frame of a table or row */
};

struct walk {
    gsay_arena      *arena;
    gsay_str         input;
    const char      *base; /* of the text that gumbo read; as long as the input */
    gsay_html_items *result;
    size_t           item_capacity, block_capacity;
    size_t           byline_item; /* where the by-line begins */
    uint32_t         tables;
    bool             is_parted; /* the next piece begins a block */
    bool             has_failed;
    unsigned         level;
    struct frame     frames[DEPTH_MAX];
};

static const GumboVector *children_of(const GumboNode *node)
{
    static const GumboVector none = { 0 };
    if (node->type == GUMBO_NODE_DOCUMENT)
        return &node->v.document.children;
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children : &none;
}

/* The place in the input of a stretch of the text that gumbo read. */
static gsay_span place_of(const struct walk *walk, GumboStringPiece piece)
{
    if (!piece.data)
        return (gsay_span){ 0, 0 };
    uint32_t begin = (uint32_t)(piece.data - walk->base);
    return (gsay_span){ begin, begin + (uint32_t)piece.length };
}

/* The element that a tag in the input names; NULL where there is no tag, or none with traits. */
static const gsay_html_tag *tag_at(const struct walk *walk, gsay_span place)
{
    gsay_html_markup markup;
    bool             is_tag = place.end > place.begin + 1 && walk->input.ptr[place.begin + 1] != '!' &&
                  walk->input.ptr[place.begin + 1] != '?' && gsay_html_markup_read(walk->input, place.begin, &markup);
    return is_tag && markup.name.len > 0 ? gsay_html_tag_find(markup.name) : NULL;
}

static struct frame *frame_here(struct walk *walk)
{
    return &walk->frames[walk->level];
}

/* Begin a block for the piece to come. */
static bool add_block(struct walk *walk)
{
    gsay_html_items *result = walk->result;
    gsay_block      *blocks =
        gsay_arena_grow(walk->arena, result->blocks, sizeof(*blocks), result->block_count, &walk->block_capacity);
    if (!blocks)
        return false;
    result->blocks = blocks;
    blocks[result->block_count++] = frame_here(walk)->block;
    walk->is_parted = false;
    return true;
}

static void add_piece(struct walk *walk, gsay_html_piece piece)
{
    gsay_html_items *result = walk->result;
    gsay_html_item  *items = NULL;
    if (!walk->is_parted || add_block(walk))
        items = gsay_arena_grow(walk->arena, result->items, sizeof(*items), result->count, &walk->item_capacity);
    if (!items) {
        walk->has_failed = true;
        return;
    }
    result->items = items;
    items[result->count++] = (gsay_html_item){ piece, (uint32_t)result->block_count - 1 };
}

static void add_stand_in(struct walk *walk, gsay_str stand_in, gsay_span place)
{
    if (!frame_here(walk)->is_hidden)
        add_piece(walk, (gsay_html_piece){ place, stand_in });
}

/* Raised digits as characters of their own: "m<sup>2</sup>" is m², and the note sign in "20%<sup>1</sup>" is no part of
 * the number. */
static gsay_str raise_digits(struct walk *walk, const char *digits)
{
    static const char *const raised[] = { "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
                                          "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
                                          "\xE2\x81\xB8", "\xE2\x81\xB9" };
    size_t                   len = strlen(digits);
    char                    *bytes = GSAY_NEW(walk->arena, char, len * 3);
    gsay_str                 result = { bytes, 0 };
    walk->has_failed = walk->has_failed || !bytes;
    for (size_t i = 0; bytes && i < len; i++) {
        const char *sign = raised[digits[i] - '0'];
        memcpy(bytes + result.len, sign, strlen(sign));
        result.len += strlen(sign);
    }
    return result;
}

/* Text in a sup: note signs are dropped, digits raised, all else is text. Returns true when nothing is left to do. */
static bool add_superior(struct walk *walk, const char *parsed, gsay_span place)
{
    size_t len = strlen(parsed);
    if (frame_here(walk)->is_reference || (len > 2 && parsed[0] == '[' && parsed[len - 1] == ']'))
        return true;
    if (strspn(parsed, "0123456789") != len)
        return false;
    gsay_str digits = raise_digits(walk, parsed);
    if (digits.ptr)
        add_piece(walk, (gsay_html_piece){ place, digits });
    return true;
}

static void add_text(struct walk *walk, const GumboNode *node)
{
    const struct frame *frame = frame_here(walk);
    gsay_span           place = place_of(walk, node->v.text.original_text);
    gsay_html_piece     piece;
    if (frame->is_hidden || (node->type == GUMBO_NODE_WHITESPACE && walk->is_parted))
        return;
    if (frame->is_superior && add_superior(walk, node->v.text.text, place))
        return;
    gsay_html_text text = { walk->input, place.begin, place.end, node->v.text.text };
    while (!walk->has_failed && gsay_html_text_next(&text, &piece))
        add_piece(walk, piece);
}

/* A comment in the tree: one of the page, or a wiped tag. */
static void add_wiped(struct walk *walk, const GumboNode *node)
{
    gsay_span            place = place_of(walk, node->v.text.original_text);
    const gsay_html_tag *tag = tag_at(walk, place);
    uint32_t             traits = tag ? tag->traits : 0;
    if (traits & GSAY_HTML_BREAK)
        walk->is_parted = true;
    else if ((traits & GSAY_HTML_LINE) && !walk->is_parted)
        add_stand_in(walk, GSAY_STR("\n"), place);
    else if ((traits & GSAY_HTML_CODE) && (traits & GSAY_HTML_REGION))
        add_stand_in(walk, GSAY_PROSE_OBJECT, place);
}

static gsay_str attribute_of(const GumboNode *node, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return attribute ? gsay_str_of(attribute->value) : (gsay_str){ "", 0 };
}

static void read_meta(struct walk *walk, const GumboNode *node)
{
    static const char *const names[] = { "property", "name", "itemprop" };
    gsay_str                 content = attribute_of(node, "content");
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        gsay_html_facts_take_meta(&walk->result->facts, attribute_of(node, names[i]), content);
}

static void read_attributes(struct frame *frame)
{
    const GumboVector *attributes = &frame->node->v.element.attributes;
    for (unsigned i = 0; i < attributes->length; i++) {
        const GumboAttribute *attribute = attributes->data[i];
        switch (gsay_html_sense_of(gsay_str_of(attribute->name), gsay_str_of(attribute->value))) {
        case GSAY_HTML_SENSE_HIDDEN:
            frame->is_hidden = true;
            break;
        case GSAY_HTML_SENSE_AUTHOR:
            frame->is_byline = true;
            break;
        case GSAY_HTML_SENSE_PUBLISHED:
            frame->is_published = true;
            break;
        case GSAY_HTML_SENSE_REFERENCE:
            frame->is_reference = true;
            break;
        case GSAY_HTML_SENSE_NONE:
            break;
        }
    }
}

/* Tell whether a first heading stands under a node. Asked once for the outermost header only, so the work stays linear.
 */
static bool has_first_heading(const GumboNode *top)
{
    const GumboNode *node = top;
    size_t           child = 0;
    for (;;) {
        const GumboVector *children = children_of(node);
        if (child < children->length) {
            node = children->data[child];
            child = 0;
            if (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_H1)
                return true;
        } else if (node == top) {
            return false;
        } else {
            child = node->index_within_parent + 1;
            node = node->parent;
        }
    }
}

static uint32_t column_span(const GumboNode *node)
{
    gsay_str digits = attribute_of(node, "colspan");
    uint32_t span = 0;
    for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9' && span < COLUMN_SPAN_MAX; i++)
        span = span * 10 + (uint32_t)(digits.ptr[i] - '0');
    return span == 0 ? 1 : span < COLUMN_SPAN_MAX ? span : COLUMN_SPAN_MAX;
}

static void enter_cell(struct walk *walk, struct frame *frame)
{
    struct frame *row = &walk->frames[frame->row_level];
    frame->block = (gsay_block){ .kind = GSAY_BLOCK_TABLE_CELL, .table = walk->frames[frame->table_level].block.table };
    frame->block.row = frame->row_level ? row->block.row : 0;
    frame->block.column = frame->row_level ? row->next : 0;
    row->next += column_span(frame->node);
}

static void enter_row(struct walk *walk, struct frame *frame)
{
    if (frame->table_level == 0)
        return;
    frame->row_level = walk->level;
    frame->block.row = walk->frames[frame->table_level].next++;
    frame->next = 0;
}

static void enter_table(struct walk *walk, struct frame *frame)
{
    frame->table_level = walk->level;
    frame->row_level = 0;
    frame->next = 0;
    frame->block = (gsay_block){ .kind = GSAY_BLOCK_PARAGRAPH, .table = ++walk->tables };
}

/* What an element by its name changes for what is in it. */
static void enter_role(struct walk *walk, struct frame *frame, gsay_html_role role)
{
    switch (role) {
    case GSAY_HTML_CAPTION:
        frame->block = (gsay_block){ .kind = GSAY_BLOCK_PARAGRAPH };
        break;
    case GSAY_HTML_CELL:
        enter_cell(walk, frame);
        break;
    case GSAY_HTML_TR:
        enter_row(walk, frame);
        break;
    case GSAY_HTML_TABLE_ITSELF:
        enter_table(walk, frame);
        break;
    case GSAY_HTML_LI:
        frame->block =
            (gsay_block){ .kind = GSAY_BLOCK_LIST_ITEM, .level = (uint16_t)(frame->lists ? frame->lists : 1) };
        break;
    case GSAY_HTML_FOOTER:
        frame->is_hidden = frame->is_hidden || !frame->is_article;
        break;
    case GSAY_HTML_HEADER:
        if (!frame->is_article && !frame->is_header)
            frame->is_hidden = frame->is_hidden || !has_first_heading(frame->node);
        frame->is_header = true;
        break;
    case GSAY_HTML_SUP:
        frame->is_superior = true;
        break;
    case GSAY_HTML_Q:
        frame->is_quote = true;
        break;
    case GSAY_HTML_TIME:
        if (frame->is_published)
            gsay_html_facts_take_day(&walk->result->facts, attribute_of(frame->node, "datetime"), GSAY_HTML_RANK_TAG);
        break;
    case GSAY_HTML_META:
        read_meta(walk, frame->node);
        break;
    case GSAY_HTML_OTHER:
    case GSAY_HTML_DD_DT:
    case GSAY_HTML_P:
    case GSAY_HTML_TITLE:
        break;
    }
}

/* From the start tag to the end of the end tag, if it has one. */
static gsay_span element_place(const struct walk *walk, const GumboElement *element)
{
    gsay_span begin = place_of(walk, element->original_tag), end = place_of(walk, element->original_end_tag);
    return (gsay_span){ begin.begin, end.end > begin.end ? end.end : begin.end };
}

static void enter_element(struct walk *walk, const GumboNode *node)
{
    const GumboElement  *element = &node->v.element;
    gsay_span            start = place_of(walk, element->original_tag);
    const gsay_html_tag *tag = tag_at(walk, start);
    bool                 is_implied_row = start.begin == start.end && element->tag == GUMBO_TAG_TR;
    struct frame        *above = frame_here(walk);
    struct frame        *frame = &walk->frames[++walk->level];
    uint32_t             traits = tag ? tag->traits : 0;
    *frame = *above;
    frame->node = node;
    frame->child = 0;
    frame->is_quote = frame->is_byline = false;
    frame->is_block = is_implied_row || (traits & GSAY_HTML_BREAK) != 0;
    frame->is_hidden = frame->is_hidden || (traits & GSAY_HTML_HIDDEN) != 0;
    frame->is_article = frame->is_article || (traits & GSAY_HTML_ARTICLE) != 0;
    frame->lists += (traits & GSAY_HTML_LIST) != 0;
    walk->is_parted = walk->is_parted || frame->is_block;
    read_attributes(frame);
    if (traits & GSAY_HTML_HEADING)
        frame->block = (gsay_block){ .kind = GSAY_BLOCK_HEADING, .level = (uint16_t)(tag->name[1] - '0') };
    enter_role(walk, frame, is_implied_row ? GSAY_HTML_TR : tag ? tag->role : GSAY_HTML_OTHER);
    if (frame->is_quote)
        add_stand_in(walk, GSAY_STR("\xE2\x80\x9C"), start);
    if (traits & GSAY_HTML_CODE) {
        add_stand_in(walk, GSAY_PROSE_OBJECT, element_place(walk, element));
        frame->is_hidden = true;
    }
    frame->is_byline = frame->is_byline && !frame->is_hidden && walk->byline_item == SIZE_MAX;
    if (frame->is_byline)
        walk->byline_item = walk->result->count;
}

/* The by-line is the text of the first element that is marked as one. */
static void take_byline(struct walk *walk)
{
    const gsay_html_items *result = walk->result;
    gsay_str               line = GSAY_STR("");
    for (size_t i = walk->byline_item; i < result->count && line.len <= BYLINE_BYTES_MAX && line.ptr; i++) {
        gsay_html_piece piece = result->items[i].piece;
        gsay_str        text = piece.stand_in.ptr ? piece.stand_in : gsay_str_slice(walk->input, piece.place);
        line = gsay_arena_format(walk->arena, "%.*s%.*s", GSAY_ARG(line), GSAY_ARG(text));
    }
    gsay_str plain = line.ptr ? gsay_html_plain(walk->arena, line) : line;
    walk->has_failed = walk->has_failed || !plain.ptr;
    if (plain.ptr && plain.len <= BYLINE_BYTES_MAX)
        gsay_html_facts_take_author(&walk->result->facts, plain, GSAY_HTML_RANK_TAG);
}

static void leave_element(struct walk *walk)
{
    struct frame *frame = frame_here(walk);
    if (frame->is_quote) {
        gsay_span end = place_of(walk, frame->node->v.element.original_end_tag);
        if (end.end > end.begin)
            add_stand_in(walk, GSAY_STR("\xE2\x80\x9D"), end);
    }
    if (frame->is_byline)
        take_byline(walk);
    walk->is_parted = walk->is_parted || frame->is_block;
    walk->level--;
}

static void visit(struct walk *walk, const GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_ELEMENT:
        if (walk->level + 1 < DEPTH_MAX)
            enter_element(walk, node);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        add_text(walk, node);
        break;
    case GUMBO_NODE_COMMENT:
        add_wiped(walk, node);
        break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_TEMPLATE:
        break;
    }
}

static void walk_tree(struct walk *walk, const GumboNode *root)
{
    walk->frames[0] = (struct frame){ .node = root };
    for (;;) {
        struct frame      *frame = frame_here(walk);
        const GumboVector *children = children_of(frame->node);
        if (walk->has_failed)
            return;
        if (frame->child < children->length)
            visit(walk, children->data[frame->child++]);
        else if (walk->level > 0)
            leave_element(walk);
        else
            return;
    }
}

static int compare_items(const void *left, const void *right)
{
    const gsay_html_item *a = left, *b = right;
    return (a->piece.place.begin > b->piece.place.begin) - (a->piece.place.begin < b->piece.place.begin);
}

/* Bring the pieces into the order of the input, if a table moved any. */
static void sort_items(gsay_html_items *result)
{
    for (size_t i = 1; i < result->count; i++)
        if (compare_items(&result->items[i - 1], &result->items[i]) > 0) {
            qsort(result->items, result->count, sizeof(*result->items), compare_items);
            return;
        }
}

gsay_status gsay_html_walk(gsay_arena *arena, gsay_str input, gsay_html_items *items, gsay_error *err)
{
    const GumboNode *root = NULL;
    gsay_html_tamed  tamed = { 0 };
    gsay_html_items  result = { .facts = gsay_html_facts_none() };
    struct walk     *walk = GSAY_NEW(arena, struct walk, 1);
    if (!walk)
        return gsay_fail_memory(err);
    GSAY_TRY(gsay_html_tame(arena, input, &tamed, err));
    GSAY_TRY(gsay_html_parse(arena, tamed.text, &root, err));
    *walk = (struct walk){ .arena = arena,
                           .input = input,
                           .base = tamed.text.ptr,
                           .result = &result,
                           .byline_item = SIZE_MAX,
                           .is_parted = true };
    walk_tree(walk, root);
    gsay_str title = gsay_html_plain(arena, gsay_str_slice(input, tamed.title));
    if (walk->has_failed || !title.ptr)
        return gsay_fail_memory(err);
    gsay_html_facts_take_title(&result.facts, title, GSAY_HTML_RANK_TAG);
    result.title = tamed.title;
    sort_items(&result);
    *items = result;
    return GSAY_OK;
}
