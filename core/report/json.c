/* Findings as JSON: one document with what was looked at, or one finding a line (INTERFACES.md, "check --format json"). */
#include "report/report.h"

/* The members that say where a place is. */
static void write_place(gsay_buffer *buffer, const gsay_place *place)
{
    gsay_buffer_add_member(buffer, GSAY_STR("source"), place->source);
    gsay_buffer_add_count(buffer, GSAY_STR("start"), place->span.begin);
    gsay_buffer_add_count(buffer, GSAY_STR("end"), place->span.end);
    gsay_buffer_add_count(buffer, GSAY_STR("line"), place->line);
    gsay_buffer_add_count(buffer, GSAY_STR("column"), place->column);
    gsay_buffer_add_member(buffer, GSAY_STR("text"), place->text);
}

static void write_related(gsay_buffer *buffer, const gsay_finding *finding)
{
    gsay_buffer_add_key(buffer, GSAY_STR("related"));
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < finding->related_count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_byte(buffer, '{');
        write_place(buffer, &finding->related[i].place);
        if (finding->related[i].message.len)
            gsay_buffer_add_member(buffer, GSAY_STR("message"), finding->related[i].message);
        gsay_buffer_add_byte(buffer, '}');
    }
    gsay_buffer_add_byte(buffer, ']');
    if (finding->more)
        gsay_buffer_add_count(buffer, GSAY_STR("more"), finding->more);
}

static void write_finding(gsay_buffer *buffer, const gsay_finding *finding)
{
    gsay_buffer_add_byte(buffer, '{');
    gsay_buffer_add_member(buffer, GSAY_STR("rule"), finding->rule);
    gsay_buffer_add_member(buffer, GSAY_STR("severity"), gsay_str_of(gsay_severity_name(finding->severity)));
    gsay_buffer_add_member(buffer, GSAY_STR("group"), finding->group);
    gsay_buffer_add_member(buffer, GSAY_STR("topic"), finding->topic);
    gsay_buffer_add_member(buffer, GSAY_STR("message"), finding->message);
    write_place(buffer, &finding->at);
    write_related(buffer, finding);
    gsay_buffer_add_key(buffer, GSAY_STR("why"));
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < finding->why_count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_json(buffer, finding->why[i]);
    }
    gsay_buffer_add_byte(buffer, ']');
    gsay_buffer_add_member(buffer, GSAY_STR("fingerprint"), gsay_str_of(finding->fingerprint));
    gsay_buffer_add_byte(buffer, '}');
}

static void write_coverage(gsay_buffer *buffer, const gsay_coverage *coverage)
{
    gsay_buffer_add_key(buffer, GSAY_STR("coverage"));
    gsay_buffer_add_byte(buffer, '{');
    gsay_buffer_add_count(buffer, GSAY_STR("sources"), coverage->sources);
    gsay_buffer_add_count(buffer, GSAY_STR("mentions"), coverage->mentions);
    gsay_buffer_add_count(buffer, GSAY_STR("claims"), coverage->claims);
    gsay_buffer_add_count(buffer, GSAY_STR("topics"), coverage->topics);
    gsay_buffer_add_count(buffer, GSAY_STR("compared"), coverage->compared);
    gsay_buffer_add_key(buffer, GSAY_STR("skipped"));
    gsay_buffer_add_byte(buffer, '{');
    for (unsigned i = 0; i < GSAY_GATE_COUNT; i++)
        if (coverage->skipped[i])
            gsay_buffer_add_count(buffer, gsay_str_of(gsay_gate_name(i)), coverage->skipped[i]);
    if (coverage->capped)
        gsay_buffer_add_count(buffer, GSAY_STR("capped"), coverage->capped);
    gsay_buffer_add(buffer, GSAY_STR("}}"));
}

void gsay_write_json(gsay_buffer *buffer, const gsay_report *report)
{
    gsay_buffer_add(buffer, GSAY_STR("{\"schema\":\"gainsay-findings/1\",\"version\":\"" GSAY_VERSION "\",\n \"findings\":["));
    for (size_t i = 0; i < report->findings->count; i++) {
        gsay_buffer_add(buffer, i ? GSAY_STR(",\n  ") : GSAY_STR("\n  "));
        write_finding(buffer, &report->findings->items[i]);
    }
    gsay_buffer_add_byte(buffer, ']');
    write_coverage(buffer, report->coverage);
    gsay_buffer_add(buffer, GSAY_STR("}\n"));
}

void gsay_write_jsonl(gsay_buffer *buffer, const gsay_report *report)
{
    for (size_t i = 0; i < report->findings->count; i++) {
        write_finding(buffer, &report->findings->items[i]);
        gsay_buffer_add_byte(buffer, '\n');
    }
}
