#include "number_rows.h"

#include "extract/extract.h"
#include "row_text.h"

static void add_mention(gsay_buffer *out, gsay_str span, const gsay_value *value)
{
    const gsay_number *number = &value->as.number;
    gsay_buffer_add_format(out, "%s '%.*s'", gsay_kind_name(value->kind), GSAY_ARG(span));
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
    struct row_text read;
    gsay_mentions   mentions;
    open_row_text(&read, literal_of(row->text));
    ck_assert_int_eq(gsay_extract(&read.arena, &read.text, GSAY_DAY_NONE, &mentions, NULL), GSAY_OK);
    for (size_t i = 0; i < mentions.count; i++) {
        const gsay_mention *mention = &mentions.items[i];
        if (gsay_kind_is_number(mention->value.kind) || mention->value.kind == GSAY_KIND_IDENTIFIER)
            add_mention(next_found(&read), gsay_str_slice(read.document.text, mention->text), &mention->value);
    }
    check_found(&read, row->want);
    close_row_text(&read);
}
