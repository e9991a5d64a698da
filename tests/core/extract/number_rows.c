#include "number_rows.h"

#include "base/buffer.h"
#include "extract/extract.h"

static void add_mention(gsay_buffer *out, gsay_str span, const gsay_value *value)
{
    const gsay_number *number = &value->as.number;
    gsay_buffer_add_format(out, "%s%s '%.*s'", out->len ? "; " : "", gsay_kind_name(value->kind), GSAY_ARG(span));
    if (value->kind == GSAY_KIND_IDENTIFIER)
        return;
    gsay_buffer_add_byte(out, ' ');
    if (number->has_lo)
        gsay_decimal_print(out, number->lo);
    gsay_buffer_add(out, GSAY_STR(".."));
    if (number->has_hi)
        gsay_decimal_print(out, number->hi);
    if (number->bound != GSAY_BOUND_EXACT)
        gsay_buffer_add_format(out, " %s", gsay_bound_name((gsay_bound)number->bound));
    if (number->unit.len)
        gsay_buffer_add_format(out, " %.*s", GSAY_ARG(number->unit));
    if (number->of.len)
        gsay_buffer_add_format(out, " of %.*s", GSAY_ARG(number->of));
}

void check_number_row(const number_row *row)
{
    gsay_arena      arena = { 0 };
    gsay_vocabulary vocabulary = { 0 };
    gsay_document   document;
    gsay_text       text;
    gsay_mentions   mentions;
    gsay_buffer     out = { 0 };
    gsay_source     source = { .name = GSAY_STR("row"), .input = gsay_str_of(row->text), .date = GSAY_DAY_NONE };
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(&arena, &document, &vocabulary, &text, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_extract(&arena, &text, GSAY_DAY_NONE, &mentions, NULL), GSAY_OK);
    for (size_t i = 0; i < mentions.count; i++) {
        const gsay_mention *mention = &mentions.items[i];
        if (gsay_kind_is_number(mention->value.kind) || mention->value.kind == GSAY_KIND_IDENTIFIER)
            add_mention(&out, gsay_str_slice(document.text, mention->text), &mention->value);
    }
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->text, GSAY_ARG(got),
                  row->want);
    gsay_buffer_clear(&out);
    gsay_vocabulary_close(&vocabulary);
    gsay_arena_clear(&arena);
}
