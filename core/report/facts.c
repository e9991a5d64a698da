/* Topics by source: what each says, agreeing or not. A table for a terminal, JSON and CSV for programs (INTERFACES.md). */
#include "report/report.h"

#include "base/utf8.h"

#define DEFAULT_WIDTH    100u
#define SHOWN_COLUMN_MAX 34u /* terminal columns of the value; a longer one pushes its places to the right */

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
}

static void write_place_json(gsay_buffer *buffer, const gsay_place *place)
{
    gsay_buffer_add_byte(buffer, '{');
    gsay_buffer_add_member(buffer, GSAY_STR("source"), place->source);
    gsay_buffer_add_count(buffer, GSAY_STR("start"), place->span.begin);
    gsay_buffer_add_count(buffer, GSAY_STR("end"), place->span.end);
    gsay_buffer_add_count(buffer, GSAY_STR("line"), place->line);
    gsay_buffer_add_count(buffer, GSAY_STR("column"), place->column);
    gsay_buffer_add_member(buffer, GSAY_STR("text"), place->text);
    gsay_buffer_add_byte(buffer, '}');
}

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
        if (i)
            gsay_buffer_add_byte(buffer, ',');
        write_place_json(buffer, &value->places[i]->place);
    }
    gsay_buffer_add(buffer, GSAY_STR("]}"));
    buffer->has_failed |= shown.has_failed;
    gsay_buffer_clear(&shown);
}

static void write_json(gsay_buffer *buffer, const gsay_alignment *groups, size_t count)
{
    bool is_first = true;
    gsay_buffer_add(buffer, GSAY_STR("{\"schema\":\"gainsay-facts/1\",\"topics\":["));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i].topic_count; k++) {
            const gsay_topic *topic = &groups[i].topics[k];
            gsay_buffer_add(buffer, is_first ? GSAY_STR("\n ") : GSAY_STR(",\n "));
            is_first = false;
            write_topic_json(buffer, topic);
            for (size_t n = 0; n < topic->count; n++) {
                if (n)
                    gsay_buffer_add_byte(buffer, ',');
                write_value_json(buffer, &topic->values[n]);
            }
            gsay_buffer_add(buffer, GSAY_STR("]}"));
        }
    gsay_buffer_add(buffer, GSAY_STR("]}\n"));
}

/* A field of CSV (RFC 4180): quoted where it must be. */
static void add_field(gsay_buffer *buffer, gsay_str text, char end)
{
    bool is_plain = true;
    for (size_t i = 0; i < text.len; i++)
        is_plain &= text.ptr[i] != ',' && text.ptr[i] != '"' && text.ptr[i] != '\n' && text.ptr[i] != '\r';
    if (is_plain) {
        gsay_buffer_add(buffer, text);
    } else {
        gsay_buffer_add_byte(buffer, '"');
        for (size_t i = 0; i < text.len; i++) {
            if (text.ptr[i] == '"')
                gsay_buffer_add_byte(buffer, '"');
            gsay_buffer_add_byte(buffer, text.ptr[i]);
        }
        gsay_buffer_add_byte(buffer, '"');
    }
    gsay_buffer_add_byte(buffer, end);
}

/* The value as a program reads it: lo, or lo..hi; a date's TIMEX3 value. */
static void add_plain_value(gsay_buffer *buffer, const gsay_value *value)
{
    if (gsay_kind_is_temporal(value->kind)) {
        gsay_buffer_add(buffer, value->as.temporal.timex);
    } else if (gsay_kind_is_number(value->kind)) {
        const gsay_number *number = &value->as.number;
        bool               is_one = number->has_lo && number->has_hi && gsay_decimal_compare(number->lo, number->hi) == 0;
        if (number->has_lo)
            gsay_decimal_print(buffer, number->lo);
        if (!is_one)
            gsay_buffer_add(buffer, GSAY_STR(".."));
        if (number->has_hi && !is_one)
            gsay_decimal_print(buffer, number->hi);
    }
}

static void write_topic_csv(gsay_buffer *buffer, const gsay_topic *topic)
{
    for (size_t n = 0; n < topic->count; n++) {
        const gsay_value *value = &topic->values[n].value;
        gsay_str          unit = gsay_kind_is_number(value->kind) ? value->as.number.unit : (gsay_str){ 0 };
        gsay_buffer       plain = { 0 };
        add_plain_value(&plain, value);
        for (size_t i = 0; i < topic->values[n].count; i++) {
            const gsay_place *place = &topic->values[n].places[i]->place;
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
}

static void write_csv(gsay_buffer *buffer, const gsay_alignment *groups, size_t count)
{
    gsay_buffer_add(buffer, GSAY_STR("topic,kind,agrees,source,line,text,value,unit\n"));
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i].topic_count; k++)
            write_topic_csv(buffer, &groups[i].topics[k]);
}

/* How the table is written. */
typedef struct table {
    gsay_buffer *buffer;
    uint32_t     width;
    bool         has_color;
} table;

static const char *paint(const table *how, const char *code)
{
    return how->has_color ? code : "";
}

static size_t count_sources(const gsay_topic *topic)
{
    size_t count = 0;
    for (size_t n = 0; n < topic->count; n++)
        for (size_t i = 0; i < topic->values[n].count; i++) {
            gsay_str source = topic->values[n].places[i]->place.source;
            bool     is_new = i == 0 || !gsay_str_equal(source, topic->values[n].places[i - 1]->place.source);
            for (size_t m = 0; m < n && is_new; m++)
                for (size_t j = 0; j < topic->values[m].count && is_new; j++)
                    is_new = !gsay_str_equal(source, topic->values[m].places[j]->place.source);
            count += is_new;
        }
    return count;
}

/* "harbour.txt:3, post.txt:1, 5": a source is named once, its lines follow; what goes beyond the width wraps under the first. */
static void write_places(const table *how, const gsay_topic_value *value, size_t indent)
{
    size_t column = indent;
    for (size_t i = 0; i < value->count; i++) {
        const gsay_place *place = &value->places[i]->place;
        bool              is_same = i && gsay_str_equal(place->source, value->places[i - 1]->place.source);
        if (is_same && place->line == value->places[i - 1]->place.line)
            continue;
        size_t before = how->buffer->len;
        size_t width = is_same ? 6 : gsay_utf8_columns(place->source) + 8;
        if (i)
            gsay_buffer_add_byte(how->buffer, ',');
        if (column > indent && column + width > how->width) {
            gsay_buffer_add_format(how->buffer, "\n%*s", (int)indent, "");
            column = indent;
            before = how->buffer->len;
        } else if (i) {
            gsay_buffer_add_byte(how->buffer, ' ');
        }
        if (is_same)
            gsay_buffer_add_format(how->buffer, "%u", place->line);
        else
            gsay_buffer_add_format(how->buffer, "%.*s:%u", GSAY_ARG(place->source), place->line);
        column += how->buffer->len - before;
    }
    gsay_buffer_add_byte(how->buffer, '\n');
}

static void write_topic_table(const table *how, const gsay_topic *topic)
{
    const char *color = topic->agrees ? "\033[32m" : "\033[1;31m";
    gsay_buffer_add_format(how->buffer, "%s%s%s %s%.*s%s\n", paint(how, color), topic->agrees ? "=" : "≠", paint(how, "\033[0m"),
                           paint(how, "\033[1m"), GSAY_ARG(topic->key), paint(how, "\033[0m"));
    for (size_t n = 0; n < topic->count; n++) {
        const gsay_topic_value *value = &topic->values[n];
        gsay_buffer             shown = { 0 };
        gsay_value_show(&shown, &value->value);
        size_t wide = gsay_utf8_columns(gsay_buffer_view(&shown));
        size_t pad = wide < SHOWN_COLUMN_MAX ? SHOWN_COLUMN_MAX - wide : 0;
        gsay_buffer_add_format(how->buffer, "  %s%s%.*s%s%*s ", paint(how, value->departs ? "\033[1;31m" : ""), value->departs ? "! " : "  ",
                               GSAY_ARG(gsay_buffer_view(&shown)), paint(how, "\033[0m"), (int)pad, "");
        write_places(how, value, SHOWN_COLUMN_MAX + 5);
        how->buffer->has_failed |= shown.has_failed;
        gsay_buffer_clear(&shown);
    }
}

/* Topics of several sources first: they are what the reader came for. */
static void write_group_table(const table *how, const gsay_alignment *group)
{
    static const char *const heads[] = { "What several sources say", "What one source says" };
    if (group->group.len)
        gsay_buffer_add_format(how->buffer, "%s%.*s%s\n\n", paint(how, "\033[4m"), GSAY_ARG(group->group), paint(how, "\033[0m"));
    for (int single = 0; single < 2; single++) {
        bool is_first = true;
        for (size_t k = 0; k < group->topic_count; k++) {
            if ((count_sources(&group->topics[k]) < 2) != (single == 1))
                continue;
            if (is_first)
                gsay_buffer_add_format(how->buffer, "%s%s%s\n\n", paint(how, "\033[2m"), heads[single], paint(how, "\033[0m"));
            is_first = false;
            write_topic_table(how, &group->topics[k]);
        }
        if (!is_first)
            gsay_buffer_add_byte(how->buffer, '\n');
    }
}

static void write_table(gsay_buffer *buffer, const gsay_alignment *groups, size_t count, const gsay_report *look)
{
    table how = { .buffer = buffer, .width = look->width ? look->width : DEFAULT_WIDTH, .has_color = look->has_color };
    for (size_t i = 0; i < count; i++)
        write_group_table(&how, &groups[i]);
}

void gsay_write_facts(gsay_buffer *buffer, const gsay_alignment *groups, size_t count, gsay_facts_format format, const gsay_report *look)
{
    switch (format) {
    case GSAY_FACTS_TABLE:
        write_table(buffer, groups, count, look);
        break;
    case GSAY_FACTS_JSON:
        write_json(buffer, groups, count);
        break;
    case GSAY_FACTS_CSV:
        write_csv(buffer, groups, count);
        break;
    }
}
