#include "temporal_rows.h"

#include "extract/recogniser.h"
#include "row_text.h"

static void add_day(gsay_buffer *out, int32_t day)
{
    char text[16];
    if (day != GSAY_DAY_NONE)
        gsay_buffer_add(out, gsay_day_print(day, text));
}

static void add_mention(gsay_buffer *out, gsay_str span, const gsay_value *value)
{
    const gsay_temporal *temporal = &value->as.temporal;
    gsay_buffer_add_format(out, "%s \"%.*s\" %.*s", gsay_kind_name(value->kind), GSAY_ARG(span),
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

static void walk(gsay_scan *scan, struct row_text *read)
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
            add_mention(next_found(read), gsay_str_slice(read->document.text, span), &mention.value);
            at = scan->free_from = mention.end;
        }
    }
}

void check_temporal_row(const temporal_row *row)
{
    struct row_text read;
    open_row_text(&read, literal_of(row->text));
    gsay_scan scan = { .text = &read.text, .arena = &read.arena, .date = gsay_day_read(gsay_str_of(row->date)) };
    walk(&scan, &read);
    check_found(&read, row->want);
    close_row_text(&read);
}
