/* Topics by source: what each says, agreeing or not. JSON and CSV for programs here (INTERFACES.md), the table in
 * facts_table.c. */
#include "report/report.h"

#include "report/facts_table.h"
#include "report/json.h"

/* A value for programs, the same as people would read it, and where it stands. */
static void write_value_json(gsay_buffer *buffer, const gsay_topic_value *value)
{
    gsay_buffer shown = { 0 };
    gsay_value_show(&shown, &value->value);
    gsay_buffer_add(buffer, GSAY_STR("{\"value\":"));
    gsay_value_write(buffer, &value->value);
    gsay_buffer_add_member(buffer, GSAY_STR("shown"), gsay_buffer_view(&shown));
    gsay_buffer_add_key(buffer, GSAY_STR("places"));
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < value->count; i++) {
        gsay_buffer_add(buffer, i ? GSAY_STR(",{") : GSAY_STR("{"));
        gsay_place place = gsay_record_place(value->places[i]);
        gsay_place_write(buffer, &place);
        gsay_buffer_add_byte(buffer, '}');
    }
    gsay_buffer_add(buffer, GSAY_STR("]}"));
    buffer->has_failed |= shown.has_failed;
    gsay_buffer_clear(&shown);
}

/* The group is left out where there is only the one without a name. */
static void write_topic_json(gsay_buffer *buffer, const gsay_topic *topic)
{
    gsay_buffer_add_byte(buffer, '{');
    gsay_buffer_add_member(buffer, GSAY_STR("topic"), topic->key);
    if (topic->group.len)
        gsay_buffer_add_member(buffer, GSAY_STR("group"), topic->group);
    gsay_buffer_add_member(buffer, GSAY_STR("kind"), gsay_str_of(gsay_kind_name(topic->kind)));
    gsay_buffer_add_key(buffer, GSAY_STR("agrees"));
    gsay_buffer_add(buffer, topic->agrees ? GSAY_STR("true") : GSAY_STR("false"));
    gsay_buffer_add_key(buffer, GSAY_STR("values"));
    gsay_buffer_add_byte(buffer, '[');
    for (size_t i = 0; i < topic->count; i++) {
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        write_value_json(buffer, &topic->values[i]);
    }
    gsay_buffer_add(buffer, GSAY_STR("]}"));
}

static void write_json(gsay_buffer *buffer, const gsay_alignment *groups, size_t count)
{
    bool is_first = true;
    gsay_buffer_add(buffer, GSAY_STR("{\"schema\":\"gainsay-facts/1\",\"topics\":["));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i].topic_count; k++) {
            gsay_buffer_add(buffer, is_first ? GSAY_STR("\n ") : GSAY_STR(",\n "));
            write_topic_json(buffer, &groups[i].topics[k]);
            is_first = false;
        }
    gsay_buffer_add(buffer, GSAY_STR("]}\n"));
}

/* A field of CSV (RFC 4180): in quotation marks where it must be. */
static void add_field(gsay_buffer *buffer, gsay_str text, char end)
{
    bool is_plain = true;
    for (size_t i = 0; i < text.len; i++)
        is_plain &= text.ptr[i] != ',' && text.ptr[i] != '"' && text.ptr[i] != '\n' && text.ptr[i] != '\r';
    if (is_plain) {
        gsay_buffer_add(buffer, text);
        gsay_buffer_add_byte(buffer, end);
        return;
    }
    gsay_buffer_add_byte(buffer, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            gsay_buffer_add_byte(buffer, '"');
        gsay_buffer_add_byte(buffer, text.ptr[i]);
    }
    gsay_buffer_add_byte(buffer, '"');
    gsay_buffer_add_byte(buffer, end);
}

/* A number as a program reads it: its value, or lo..hi with an open side empty. */
static void add_number(gsay_buffer *buffer, const gsay_number *number)
{
    bool is_one = number->has_lo && number->has_hi && gsay_decimal_compare(number->lo, number->hi) == 0;
    if (number->has_lo)
        gsay_decimal_print(buffer, number->lo);
    if (is_one || (!number->has_lo && !number->has_hi))
        return;
    gsay_buffer_add(buffer, GSAY_STR(".."));
    if (number->has_hi)
        gsay_decimal_print(buffer, number->hi);
}

/* The value as a program reads it: a number, a TIMEX3 value or, without one, the interval of days. */
static void add_plain_value(gsay_buffer *buffer, const gsay_value *value)
{
    if (gsay_kind_is_number(value->kind))
        add_number(buffer, &value->as.number);
    else if (gsay_kind_is_temporal(value->kind) && value->as.temporal.timex.len)
        gsay_buffer_add(buffer, value->as.temporal.timex);
    else if (gsay_kind_is_temporal(value->kind))
        gsay_days_write(buffer, value->as.temporal.days);
}

/* One row a place: a spreadsheet then filters and counts by source. */
static void write_value_csv(gsay_buffer *buffer, const gsay_topic *topic, const gsay_topic_value *value)
{
    gsay_buffer plain = { 0 };
    gsay_str    unit = gsay_kind_is_number(value->value.kind) ? value->value.as.number.unit : (gsay_str){ 0 };
    add_plain_value(&plain, &value->value);
    for (size_t i = 0; i < value->count; i++) {
        const gsay_spot *place = &value->places[i]->place;
        add_field(buffer, topic->key, ',');
        add_field(buffer, gsay_str_of(gsay_kind_name(topic->kind)), ',');
        gsay_buffer_add(buffer, topic->agrees ? GSAY_STR("true,") : GSAY_STR("false,"));
        add_field(buffer, place->source, ',');
        gsay_buffer_add_unsigned(buffer, place->line);
        gsay_buffer_add_byte(buffer, ',');
        add_field(buffer, place->text, ',');
        add_field(buffer, gsay_buffer_view(&plain), ',');
        add_field(buffer, unit, '\n');
    }
    buffer->has_failed |= plain.has_failed;
    gsay_buffer_clear(&plain);
}

static void write_csv(gsay_buffer *buffer, const gsay_alignment *groups, size_t count)
{
    gsay_buffer_add(buffer, GSAY_STR("topic,kind,agrees,source,line,text,value,unit\n"));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i].topic_count; k++)
            for (size_t n = 0; n < groups[i].topics[k].count; n++)
                write_value_csv(buffer, &groups[i].topics[k], &groups[i].topics[k].values[n]);
}

void gsay_write_facts(gsay_buffer *buffer, const gsay_alignment *groups, size_t count, gsay_facts_format format,
                      const gsay_report *look)
{
    gsay_screen screen = { .buffer = buffer,
                           .width = look->width ? look->width : GSAY_SCREEN_WIDTH,
                           .has_color = look->has_color };
    switch (format) {
    case GSAY_FACTS_TABLE:
        gsay_facts_table_write(&screen, groups, count);
        break;
    case GSAY_FACTS_JSON:
        write_json(buffer, groups, count);
        break;
    case GSAY_FACTS_CSV:
        write_csv(buffer, groups, count);
        break;
    }
}
