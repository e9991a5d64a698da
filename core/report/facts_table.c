/* The table of facts: values in one column as wide as the group needs, places in the other, wrapped under their begin.
 */
#include "report/facts_table.h"

#include "base/utf8.h"

#define VALUE_MAX 34u /* columns of the values; a longer one pushes its places to the right */
#define MARGIN    4u  /* columns before a value: room for the sign of one that departs */

/* One group's table. shown is scratch for one value; it spares an allocation a value. */
typedef struct table {
    const gsay_screen *screen;
    gsay_buffer       *shown;
    size_t             value_width;
} table;

static gsay_str show(gsay_buffer *shown, const gsay_topic_value *value)
{
    gsay_buffer_reset(shown);
    gsay_value_show(shown, &value->value);
    return gsay_buffer_view(shown);
}

/* The widest value of a group, as far as the column may grow. */
static size_t measure(gsay_buffer *shown, const gsay_alignment *group)
{
    size_t widest = 0;
    for (size_t k = 0; k < group->topic_count; k++)
        for (size_t n = 0; n < group->topics[k].count; n++) {
            size_t width = gsay_utf8_columns(show(shown, &group->topics[k].values[n]));
            if (width > widest && width <= VALUE_MAX)
                widest = width;
        }
    return widest;
}

/* Comparing with the first place is enough, and linear. */
static bool has_several_sources(const gsay_topic *topic)
{
    gsay_str first =
        topic->count && topic->values[0].count ? topic->values[0].places[0]->place.source : (gsay_str){ 0 };
    for (size_t n = 0; n < topic->count; n++)
        for (size_t i = 0; i < topic->values[n].count; i++)
            if (!gsay_str_equal(topic->values[n].places[i]->place.source, first))
                return true;
    return false;
}

/* The next place after index that stands in another line or source; count when there is none. */
static size_t next_line(const gsay_topic_value *value, size_t index)
{
    const gsay_spot *here = &value->places[index]->place;
    size_t           next = index + 1;
    while (next < value->count && value->places[next]->place.line == here->line &&
           gsay_str_equal(value->places[next]->place.source, here->source))
        next++;
    return next;
}

/* "harbour.txt:3, 7; post.txt:1": a source is named once, its lines follow. */
static void write_places(const table *how, const gsay_topic_value *value, size_t column)
{
    gsay_flow   flow = { .column = column, .indent = column + 1 };
    gsay_buffer item = { 0 };
    bool        is_named = false;
    for (size_t i = 0; i < value->count;) {
        const gsay_spot *place = &value->places[i]->place;
        size_t           next = next_line(value, i);
        bool has_more = next < value->count && gsay_str_equal(value->places[next]->place.source, place->source);
        gsay_buffer_reset(&item);
        if (!is_named) {
            gsay_buffer_add(&item, place->source);
            gsay_buffer_add_byte(&item, ':');
        }
        gsay_buffer_add_unsigned(&item, place->line);
        gsay_buffer_add(&item, has_more ? GSAY_STR(",") : next < value->count ? GSAY_STR(";") : GSAY_STR(""));
        gsay_flow_item(how->screen, &flow, gsay_buffer_view(&item));
        is_named = has_more;
        i = next;
    }
    how->screen->buffer->has_failed |= item.has_failed;
    gsay_buffer_clear(&item);
    gsay_screen_add(how->screen, "\n");
}

/* "  ! 25%   d.txt:2" */
static void write_value(const table *how, const gsay_topic_value *value)
{
    gsay_str text = show(how->shown, value);
    size_t   width = gsay_utf8_columns(text);
    size_t   pad = width < how->value_width ? how->value_width - width : 0;
    if (value->departs)
        gsay_screen_ink(how->screen, GSAY_INK_ERROR);
    gsay_screen_add(how->screen, value->departs ? "  ! " : "    ");
    gsay_screen_show(how->screen, text);
    if (value->departs)
        gsay_screen_ink(how->screen, GSAY_INK_NONE);
    gsay_screen_repeat(how->screen, ' ', pad + 1); /* and one more before the first place */
    write_places(how, value, MARGIN + width + pad + 1);
}

/* The sign says at a glance, and without colour, whether all agree, or a value has moved on from one day to another. */
static void write_topic(const table *how, const gsay_topic *topic)
{
    const char *agreeing = topic->has_updates ? "→ " : "= ";
    gsay_screen_ink(how->screen, topic->agrees ? GSAY_INK_GOOD : GSAY_INK_ERROR);
    gsay_screen_add(how->screen, topic->agrees ? agreeing : "≠ ");
    gsay_screen_ink(how->screen, GSAY_INK_NONE);
    gsay_screen_ink(how->screen, GSAY_INK_TITLE);
    gsay_screen_show(how->screen, topic->key);
    gsay_screen_ink(how->screen, GSAY_INK_NONE);
    gsay_screen_add(how->screen, "\n");
    for (size_t n = 0; n < topic->count; n++)
        write_value(how, &topic->values[n]);
}

static void write_heading(const table *how, gsay_ink ink, gsay_str text)
{
    gsay_screen_ink(how->screen, ink);
    gsay_screen_show(how->screen, text);
    gsay_screen_ink(how->screen, GSAY_INK_NONE);
    gsay_screen_add(how->screen, "\n\n");
}

/* Topics of several sources first: they are what the reader came for. */
static void write_group(const table *how, const gsay_alignment *group)
{
    const char *const headings[] = { "What several sources say", "What one source says" };
    if (group->group.len && group->topic_count)
        write_heading(how, GSAY_INK_GROUP, group->group);
    for (int single = 0; single < 2; single++) {
        bool is_first = true;
        for (size_t k = 0; k < group->topic_count; k++) {
            if (has_several_sources(&group->topics[k]) == (single == 1))
                continue;
            if (is_first)
                write_heading(how, GSAY_INK_FAINT, gsay_str_of(headings[single]));
            write_topic(how, &group->topics[k]);
            is_first = false;
        }
        gsay_screen_add(how->screen, is_first ? "" : "\n");
    }
}

/* "31 topics, 12 of several sources, 3 in disagreement" */
static void write_total(const gsay_screen *screen, const gsay_alignment *groups, size_t count)
{
    size_t topics = 0;
    size_t shared = 0;
    size_t disagreeing = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < groups[i].topic_count; k++, topics++) {
            shared += has_several_sources(&groups[i].topics[k]);
            disagreeing += !groups[i].topics[k].agrees;
        }
    if (!topics) {
        gsay_screen_add(screen, "no topics: nothing here says a value of something\n");
        return;
    }
    gsay_screen_count(screen, topics, "topic");
    gsay_buffer_add_format(screen->buffer, ", %zu of several sources, %zu in disagreement\n", shared, disagreeing);
}

void gsay_facts_table_write(const gsay_screen *screen, const gsay_alignment *groups, size_t count)
{
    gsay_buffer shown = { 0 };
    for (size_t i = 0; i < count; i++) {
        table how = { .screen = screen, .shown = &shown, .value_width = measure(&shown, &groups[i]) };
        write_group(&how, &groups[i]);
    }
    write_total(screen, groups, count);
    screen->buffer->has_failed |= shown.has_failed;
    gsay_buffer_clear(&shown);
}
