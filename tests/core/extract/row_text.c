#include "row_text.h"

void open_row_text(struct row_text *row, gsay_source source)
{
    source.name = GSAY_STR("row");
    *row = (struct row_text){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&row->vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_document_read(&row->arena, &source, &row->document, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(&row->arena, &row->document, &row->vocabulary, &row->text, NULL), GSAY_OK);
}

gsay_source literal_of(const char *text)
{
    return (gsay_source){ .input = gsay_str_of(text), .date = GSAY_DAY_NONE };
}

gsay_buffer *next_found(struct row_text *row)
{
    if (row->found.len)
        gsay_buffer_add(&row->found, GSAY_STR("; "));
    return &row->found;
}

void check_found(const struct row_text *row, const char *want)
{
    gsay_str found = gsay_buffer_view(&row->found);
    ck_assert_msg(gsay_str_equal(found, gsay_str_of(want)), "%.*s\n  found %.*s\n  not   %s",
                  GSAY_ARG(row->document.text), GSAY_ARG(found), want);
}

void close_row_text(struct row_text *row)
{
    gsay_buffer_clear(&row->found);
    gsay_vocabulary_close(&row->vocabulary);
    gsay_arena_clear(&row->arena);
}
