#include "naming.h"

/* Check what extract.h promises of the order: rising, names disjoint, a quotation before what is inside it. */
static void check_order(const struct naming *naming)
{
    uint32_t name_end = 0;
    uint32_t quote_end = 0;
    uint32_t begin = 0;
    for (size_t i = 0; i < naming->mentions.count; i++) {
        const gsay_mention *mention = &naming->mentions.items[i];
        uint32_t           *end = mention->value.kind == GSAY_KIND_QUOTE ? &quote_end : &name_end;
        ck_assert_uint_lt(mention->text.begin, mention->text.end);
        ck_assert_uint_le(mention->text.end, naming->document.text.len);
        ck_assert_uint_le(mention->context, mention->begin);
        ck_assert_uint_ge(mention->text.begin, begin);
        ck_assert_uint_ge(mention->text.begin, *end);
        begin = mention->text.begin;
        *end = mention->text.end;
    }
}

void open_naming(struct naming *naming, gsay_str input, gsay_format format)
{
    gsay_source source = { .name = GSAY_STR("literal"), .format = format, .date = GSAY_DAY_NONE, .input = input };
    *naming = (struct naming){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&naming->vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_document_read(&naming->arena, &source, &naming->document, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(&naming->arena, &naming->document, &naming->vocabulary, &naming->text, NULL),
                     GSAY_OK);
    gsay_scan scan = { .text = &naming->text, .arena = &naming->arena, .date = GSAY_DAY_NONE };
    naming->mentions.text = &naming->text;
    ck_assert_int_eq(gsay_find_names(&scan, &naming->mentions, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_find_quotes(&scan, &naming->mentions, NULL), GSAY_OK);
    check_order(naming);
}

void close_naming(struct naming *naming)
{
    gsay_vocabulary_close(&naming->vocabulary);
    gsay_arena_clear(&naming->arena);
}
