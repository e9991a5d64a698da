/* What is shown of a record: its place with the line around it, its sentence in normal form. Few records are ever
 * shown, so both are found when they are asked for. */
#include "claim/record.h"

#include "source/encoding.h"

static bool is_break(gsay_str input, size_t at)
{
    unsigned char byte = (unsigned char)input.ptr[at];
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool is_inside_character(gsay_str input, size_t at)
{
    return at < input.len && ((unsigned char)input.ptr[at] & 0xC0) == 0x80;
}

/* Where the excerpt begins: the line's begin, or white space half an excerpt before the place. */
static size_t excerpt_begin(gsay_str input, size_t place, bool *is_cut)
{
    size_t low = place > GSAY_EXCERPT_BYTES_MAX / 2 ? place - GSAY_EXCERPT_BYTES_MAX / 2 : 0;
    size_t at = place;
    while (at > low && !is_line_end(input.ptr[at - 1]))
        at--;
    *is_cut = at > 0 && !is_line_end(input.ptr[at - 1]);
    if (!*is_cut)
        return at;
    size_t space = at;
    while (space < place && !is_break(input, space))
        space++;
    if (space < place)
        return space + 1;
    while (is_inside_character(input, at))
        at++;
    return at;
}

static size_t excerpt_end(gsay_str input, size_t begin, size_t place, bool *is_cut)
{
    size_t high = input.len - begin > GSAY_EXCERPT_BYTES_MAX ? begin + GSAY_EXCERPT_BYTES_MAX : input.len;
    size_t at = place;
    while (at < high && !is_line_end(input.ptr[at]))
        at++;
    *is_cut = at < input.len && !is_line_end(input.ptr[at]);
    if (!*is_cut)
        return at;
    size_t space = at;
    while (space > place && !is_break(input, space))
        space--;
    if (space > place)
        return space;
    while (at > place && is_inside_character(input, at))
        at--;
    return at;
}

/* The place of input[span) in a source of that name. */
static gsay_place place_in(const gsay_record_source *source, gsay_str name, gsay_span span)
{
    gsay_str   input = source->input;
    gsay_place place = { .source = name,
                         .span = span,
                         .origin = gsay_decoding_origin(source->decoding, span),
                         .text = gsay_str_slice(input, span) };
    size_t     begin = excerpt_begin(input, span.begin, &place.is_cut_left);
    size_t     end = excerpt_end(input, begin, span.begin, &place.is_cut_right);
    place.excerpt_begin = (uint32_t)begin;
    place.excerpt = (gsay_str){ input.ptr + begin, end - begin };
    return place;
}

gsay_place gsay_place_of(const gsay_document *document, gsay_span text)
{
    const gsay_source *source = &document->source;
    gsay_record_source bytes = { .input = source->input, .decoding = source->decoding };
    return place_in(&bytes, source->name, gsay_document_place(document, text));
}

gsay_place gsay_record_place(const gsay_record *record)
{
    const gsay_spot *spot = &record->place;
    if (record->source && record->source->place)
        return *record->source->place;
    gsay_place       place = { .source = spot->source,
                               .span = spot->span,
                               .origin = spot->span,
                               .text = spot->text,
                               .excerpt = spot->text,
                               .excerpt_begin = spot->span.begin };
    if (record->source)
        place = place_in(record->source, spot->source, spot->span);
    place.line = spot->line;
    place.column = spot->column;
    return place;
}

/* The folded words of a text with one space between. */
static gsay_status join_words(gsay_arena *arena, const gsay_text *text, gsay_str *joined, gsay_error *err)
{
    gsay_buffer buffer = { 0 };
    for (size_t i = 0; i < text->token_count; i++) {
        if (text->tokens[i].kind == GSAY_TOKEN_PUNCT)
            continue;
        bool is_word = text->tokens[i].kind == GSAY_TOKEN_WORD;
        if (buffer.len > 0)
            gsay_buffer_add_byte(&buffer, ' ');
        gsay_buffer_add(&buffer, is_word ? gsay_token_word(text, i)->folded : gsay_token_text(text, i));
    }
    gsay_str copy = gsay_arena_copy(arena, gsay_buffer_view(&buffer));
    bool     has_failed = buffer.has_failed || !copy.ptr;
    gsay_buffer_clear(&buffer);
    if (has_failed)
        return gsay_fail_memory(err);
    *joined = copy;
    return GSAY_OK;
}

gsay_status gsay_record_sentence(gsay_arena *arena, const gsay_record *record, gsay_str *sentence, gsay_error *err)
{
    gsay_span     whole = { 0, (uint32_t)record->sentence.len };
    gsay_block    block = { .text = whole, .kind = GSAY_BLOCK_PARAGRAPH };
    gsay_document document = { .source = { .input = record->sentence },
                               .text = record->sentence,
                               .blocks = &block,
                               .block_count = whole.end > 0 };
    /* the words of the source went with its reading, so the sentence is read again, in a vocabulary of its own */
    gsay_vocabulary vocabulary;
    gsay_text       text;
    GSAY_TRY(gsay_vocabulary_open(&vocabulary, err));
    gsay_status status = gsay_text_read(arena, &document, &vocabulary, &text, err);
    if (status == GSAY_OK)
        status = join_words(arena, &text, sentence, err);
    gsay_vocabulary_close(&vocabulary);
    return status;
}

int gsay_record_compare(const gsay_record *a, const gsay_record *b)
{
    int order = gsay_str_compare(a->block, b->block);
    if (order == 0)
        order = gsay_str_compare(a->place.source, b->place.source);
    if (order == 0)
        order = (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
    return order ? order : (a->sequence > b->sequence) - (a->sequence < b->sequence);
}
