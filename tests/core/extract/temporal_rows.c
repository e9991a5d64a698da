#include "temporal_rows.h"

#include "base/buffer.h"
#include "extract/recogniser.h"

static void add_day(gsay_buffer *out, int32_t day)
{
    char text[16];
    if (day != GSAY_DAY_NONE)
        gsay_buffer_add(out, gsay_day_print(day, text));
}

static void add_mention(gsay_buffer *out, gsay_str span, const gsay_value *value)
{
    const gsay_temporal *temporal = &value->as.temporal;
    gsay_buffer_add_format(out, "%s%s \"%.*s\" %.*s", out->len ? "; " : "", gsay_kind_name(value->kind), GSAY_ARG(span),
                           GSAY_ARG(temporal->timex));
    if (temporal->resolved_by == GSAY_RESOLVED_NOT) {
        ck_assert_int_eq(temporal->days.from, GSAY_DAY_NONE);
        ck_assert_int_eq(temporal->days.to, GSAY_DAY_NONE);
        return;
    }
    gsay_buffer_add(out, GSAY_STR(" ["));
    add_day(out, temporal->days.from);
    gsay_buffer_add(out, GSAY_STR(".."));
    add_day(out, temporal->days.to);
    gsay_buffer_add(out, temporal->resolved_by == GSAY_RESOLVED_DATE ? GSAY_STR(") date") : GSAY_STR(") text"));
}

static void walk(gsay_scan *scan, gsay_buffer *out)
{
    for (size_t i = 0; i < scan->text->sentence_count; i++) {
        gsay_scan_enter(scan, scan->text->sentences[i].begin, scan->text->sentences[i].end);
        scan->free_from = scan->begin;
        for (uint32_t at = scan->begin; at < scan->end;) {
            gsay_mention mention = { .begin = at, .context = at };
            if (!gsay_recognise_date(scan, at, &mention)) {
                at++;
                continue;
            }
            ck_assert_uint_gt(mention.end, at);
            ck_assert_uint_le(mention.end, scan->end);
            gsay_span span = { scan->text->tokens[mention.begin].begin, scan->text->tokens[mention.end - 1].end };
            add_mention(out, gsay_str_slice(scan->text->document->text, span), &mention.value);
            at = scan->free_from = mention.end;
        }
    }
}

void check_temporal_row(const temporal_row *row)
{
    gsay_arena      arena = { 0 };
    gsay_vocabulary vocabulary = { 0 };
    gsay_document   document;
    gsay_text       text;
    gsay_buffer     out = { 0 };
    gsay_source     source = { .name = GSAY_STR("row"), .input = gsay_str_of(row->text), .date = GSAY_DAY_NONE };
    ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(&arena, &document, &vocabulary, &text, NULL), GSAY_OK);
    gsay_scan scan = { .text = &text, .arena = &arena, .date = gsay_day_read(gsay_str_of(row->date)) };
    walk(&scan, &out);
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->text, GSAY_ARG(got),
                  row->want);
    gsay_buffer_clear(&out);
    gsay_vocabulary_close(&vocabulary);
    gsay_arena_clear(&arena);
}
