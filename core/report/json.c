/* Findings as JSON: one document with what was looked at, or one finding a line (INTERFACES.md, "check --format json").
 */
#include "report/json.h"

#include "report/report.h"

/* "more" is there only when places were left out: a reader need not look for 0. */
static void write_related(gsay_buffer *buffer, const gsay_finding *finding)
{
    gsay_buffer_add_key(buffer, GSAY_STR("related"));
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < finding->related_count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_byte(buffer, '{');
        gsay_place_write(buffer, &finding->related[i].place);
        gsay_buffer_add_member(buffer, GSAY_STR("message"), finding->related[i].message);
        gsay_buffer_add_byte(buffer, '}');
    }
    gsay_buffer_add_byte(buffer, ']');
    if (finding->more)
        gsay_buffer_add_count(buffer, GSAY_STR("more"), finding->more);
}

/* One finding on one line, in both formats: the bytes of jsonl are those of json. */
static void write_finding(gsay_buffer *buffer, const gsay_finding *finding)
{
    gsay_buffer_add_byte(buffer, '{');
    gsay_buffer_add_member(buffer, GSAY_STR("rule"), finding->rule);
    gsay_buffer_add_member(buffer, GSAY_STR("severity"), gsay_str_of(gsay_severity_name(finding->severity)));
    gsay_buffer_add_member(buffer, GSAY_STR("group"), finding->group);
    gsay_buffer_add_member(buffer, GSAY_STR("topic"), finding->topic);
    gsay_buffer_add_member(buffer, GSAY_STR("message"), finding->message);
    gsay_place_write(buffer, &finding->at);
    write_related(buffer, finding);
    gsay_texts_write(buffer, GSAY_STR("why"), finding->why, finding->why_count);
    gsay_buffer_add_member(buffer, GSAY_STR("fingerprint"), gsay_str_of(finding->fingerprint));
    gsay_buffer_add_byte(buffer, '}');
}

/* Gates that stopped nothing are left out, so that a new gate changes no old report. */
static void write_coverage(gsay_buffer *buffer, const gsay_coverage *coverage)
{
    gsay_buffer_add(buffer, GSAY_STR("\"coverage\":{"));
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

void gsay_place_write(gsay_buffer *buffer, const gsay_place *place)
{
    gsay_buffer_add_member(buffer, GSAY_STR("source"), place->source);
    gsay_buffer_add_count(buffer, GSAY_STR("start"), place->origin.begin);
    gsay_buffer_add_count(buffer, GSAY_STR("end"), place->origin.end);
    gsay_buffer_add_count(buffer, GSAY_STR("line"), place->line);
    gsay_buffer_add_count(buffer, GSAY_STR("column"), place->column);
    gsay_buffer_add_member(buffer, GSAY_STR("text"), place->text);
}

void gsay_texts_write(gsay_buffer *buffer, gsay_str key, const gsay_str *texts, size_t count)
{
    gsay_buffer_add_key(buffer, key);
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        gsay_buffer_add_json(buffer, texts[i]);
    }
    gsay_buffer_add_byte(buffer, ']');
}

char *gsay_days_put(char *end, gsay_days days)
{
    char     day[16];
    gsay_str open = GSAY_STR("..");
    if (days.from == GSAY_DAY_NONE && days.to == GSAY_DAY_NONE)
        return end;
    end = gsay_put(end, days.from == GSAY_DAY_NONE ? open : gsay_day_print(days.from, day));
    if (days.from != GSAY_DAY_NONE && days.to == days.from + 1)
        return end;
    *end++ = '/';
    return gsay_put(end, days.to == GSAY_DAY_NONE ? open : gsay_day_print(days.to, day));
}

void gsay_days_write(gsay_buffer *buffer, gsay_days days)
{
    char *end = gsay_buffer_room(buffer, GSAY_DAYS_ROOM);
    if (end)
        gsay_buffer_end(buffer, gsay_days_put(end, days));
}

void gsay_write_json(gsay_buffer *buffer, const gsay_report *report)
{
    gsay_buffer_add(buffer,
                    GSAY_STR("{\"schema\":\"gainsay-findings/1\",\"version\":\"" GSAY_VERSION "\",\n \"findings\":["));
    for (size_t i = 0; i < report->findings->count; i++) {
        gsay_buffer_add(buffer, i ? GSAY_STR(",\n  ") : GSAY_STR("\n  "));
        write_finding(buffer, &report->findings->items[i]);
    }
    gsay_buffer_add(buffer, GSAY_STR("],\n "));
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
