/* HTML into blocks, by gumbo (html_walk.c): what is left here is to write the pieces down.
 *
 * White space folds to single spaces as in a browser, so a line break in text is one that the page means (br). */
#include "source/html_walk.h"
#include "source/prose.h"
#include "source/reader.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

/* Append the space that a run of white space stands for, unless one is there or a line begins. */
static void write_space(gsay_prose *prose)
{
    gsay_str so_far = gsay_prose_so_far(prose);
    if (so_far.len > 0 && !is_space(so_far.ptr[so_far.len - 1]))
        gsay_prose_add_loose(prose, GSAY_STR(" "));
}

static void write_plain(gsay_prose *prose, gsay_span place)
{
    const char *input = prose->document->source.input.ptr;
    uint32_t    begin = place.begin;
    for (uint32_t at = place.begin; at < place.end;) {
        uint32_t space = at;
        while (space < place.end && !is_space(input[space]))
            space++;
        at = space;
        while (at < place.end && is_space(input[at]))
            at++;
        if (at - space == 1 && input[space] == ' ' && space > begin && at < place.end)
            continue; /* one space between two words stands as it is */
        gsay_prose_add(prose, (gsay_span){ begin, space });
        if (at > space)
            write_space(prose);
        begin = at;
    }
}

static void write_piece(gsay_prose *prose, gsay_html_piece piece)
{
    if (!piece.stand_in.ptr)
        write_plain(prose, piece.place);
    else if (gsay_str_equal(piece.stand_in, GSAY_STR("\n")) || gsay_str_equal(piece.stand_in, GSAY_STR(" ")))
        gsay_prose_add_loose(prose, piece.stand_in);
    else
        gsay_prose_add_stand_in(prose, piece.stand_in, piece.place);
}

static void write_items(gsay_prose *prose, const gsay_html_items *items, uint32_t shift)
{
    uint32_t written = 0; /* a piece within one that was written (a formula in code) says nothing of its own */
    for (size_t i = 0; i < items->count && prose->status == GSAY_OK; i++) {
        gsay_html_piece piece = items->items[i].piece;
        if (piece.place.begin < written)
            continue;
        written = piece.place.end;
        piece.place.begin += shift;
        piece.place.end += shift;
        if (i > 0 && items->items[i - 1].block != items->items[i].block)
            gsay_prose_end_block(prose, items->blocks[items->items[i - 1].block]);
        write_piece(prose, piece);
    }
    if (items->count > 0)
        gsay_prose_end_block(prose, items->blocks[items->items[items->count - 1].block]);
}

/* The title of a page without a heading is its headline, where it needs no decoding. */
static void write_title(gsay_prose *prose, const gsay_html_items *items, uint32_t shift)
{
    gsay_span place = { items->title.begin + shift, items->title.end + shift };
    gsay_str  title = gsay_str_slice(prose->document->source.input, place);
    bool      is_plain = title.len > 0 && !memchr(title.ptr, '&', title.len) && !memchr(title.ptr, '<', title.len);
    for (size_t i = 0; i < items->block_count; i++)
        is_plain = is_plain && items->blocks[i].kind != GSAY_BLOCK_HEADING;
    if (!is_plain || (items->count > 0 && items->items[0].piece.place.begin + shift < place.end))
        return;
    write_plain(prose, place);
    gsay_prose_end_block(prose, (gsay_block){ .kind = GSAY_BLOCK_HEADING, .level = 1 });
}

/* What the page says of itself, out of the scratch memory it stands in. */
static gsay_status take_facts(gsay_arena *arena, gsay_statement statement, gsay_source *source, gsay_error *err)
{
    statement.title = gsay_arena_copy(arena, statement.title);
    statement.author = gsay_arena_copy(arena, statement.author);
    if (!statement.title.ptr || !statement.author.ptr)
        return gsay_fail_memory(err);
    gsay_statement_take(&statement, source);
    return GSAY_OK;
}

static gsay_status read_page(gsay_prose *prose, gsay_arena *scratch)
{
    gsay_source    *source = &prose->document->source;
    uint32_t        shift = gsay_str_starts(source->input, GSAY_STR("\xEF\xBB\xBF")) ? 3 : 0;
    gsay_str        page = { source->input.len ? source->input.ptr + shift : "", source->input.len - shift };
    gsay_html_items items = { 0 };
    GSAY_TRY(gsay_html_walk(scratch, page, &items, prose->err));
    GSAY_TRY(take_facts(prose->arena, items.facts.best, source, prose->err));
    write_title(prose, &items, shift);
    write_items(prose, &items, shift);
    return gsay_prose_finish(prose);
}

gsay_status gsay_read_html(gsay_arena *arena, gsay_document *document, gsay_error *err)
{
    gsay_prose  prose = { .arena = arena, .document = document, .err = err };
    gsay_arena  scratch = { .fail_after = arena->fail_after };
    gsay_status status = read_page(&prose, &scratch);
    gsay_prose_clear(&prose);
    gsay_arena_clear(&scratch);
    return status;
}
