/* The door of the stage: block by block, bytes to tokens, marks to quotations, tokens to sentences. */
#include "text/text.h"

#include "text/scan.h"

#define BYTES_A_TOKEN                                                                                                  \
    4u /* news has five, white space counted: the first guess at the array's size is seldom too small */

#define BYTES_A_SIGN 16u /* likewise: news has thirty */

static gsay_status read_blocks(gsay_scan *scan, const gsay_document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        gsay_stretch block = { scan->token_count, 0 };
        scan->block_sign = scan->sign_count;
        GSAY_TRY(gsay_tokens_scan(scan, document->blocks[i].text));
        block.end = scan->token_count;
        GSAY_TRY(gsay_quotations_mark(scan, block));
        GSAY_TRY(gsay_sentences_split(scan, block, (uint32_t)i));
    }
    return GSAY_OK;
}

gsay_status gsay_text_read(gsay_arena *arena, const gsay_document *document, gsay_vocabulary *vocabulary,
                           gsay_text *text, gsay_error *err)
{
    gsay_scan scan = { .arena = arena, .vocabulary = vocabulary, .bytes = document->text, .err = err };
    scan.token_capacity = document->text.len / BYTES_A_TOKEN + 16;
    scan.tokens = GSAY_TAKE(arena, gsay_token, scan.token_capacity);
    scan.sign_capacity = document->text.len / BYTES_A_SIGN + 16;
    scan.signs = GSAY_TAKE(arena, uint32_t, scan.sign_capacity);
    gsay_status status = scan.tokens && scan.signs ? read_blocks(&scan, document) : gsay_fail_memory(err);
    gsay_arena_clear(&scan.scratch);
    if (status != GSAY_OK)
        return status;
    *text = (gsay_text){ .document = document,
                         .vocabulary = vocabulary,
                         .tokens = scan.tokens,
                         .token_count = scan.token_count,
                         .signs = scan.signs,
                         .sign_count = scan.sign_count,
                         .sentences = scan.sentences,
                         .sentence_count = scan.sentence_count,
                         .quotations = scan.quotations,
                         .quotation_count = scan.quotation_count };
    return GSAY_OK;
}

size_t gsay_text_sentence_of(const gsay_text *text, size_t index)
{
    size_t low = 0, high = text->sentence_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (text->sentences[middle].begin <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}
