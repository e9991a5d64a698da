/* Findings for a person: like a good compiler's report, both places quoted under each other.
 *
 * A quoted line is cut to the width around its place. Columns are terminal columns: wide characters take two, combining marks none, so the
 * underline stands straight. Control bytes and tabs are shown as one space each. */
#include "report/report.h"

#include "base/utf8.h"

#define DEFAULT_WIDTH    100u
#define RELATED_SHOWN    2u  /* related places quoted; the others are counted */
#define LINE_ROOM_MIN    20u /* columns left for a quoted line on the narrowest terminal */
#define CONTEXT_SHARE    3u  /* a third of the room stands before the place */

/* Colours by what they mark; all empty without colour. */
typedef struct palette {
    const char *severity[GSAY_SEVERITY_ERROR + 1];
    const char *title;
    const char *faint;
    const char *mark;
    const char *reset;
} palette;

static const palette plain = { .severity = { "", "", "", "" }, .title = "", .faint = "", .mark = "", .reset = "" };
static const palette colored = {
    .severity = { "", "\033[1;36m", "\033[1;33m", "\033[1;31m" },
    .title = "\033[1m",
    .faint = "\033[2m",
    .mark = "\033[36m",
    .reset = "\033[0m",
};

/* How the report is written. */
typedef struct look {
    gsay_buffer   *buffer;
    const palette *colors;
    uint32_t       width;
    uint32_t       gutter; /* digits of the largest line number of the finding */
} look;

/* A stretch of an excerpt, in bytes, that fits on the screen. */
typedef struct window {
    size_t begin;
    size_t end;
} window;

static void add_text(const look *how, const char *text)
{
    gsay_buffer_add(how->buffer, gsay_str_of(text));
}

static void add_repeated(const look *how, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gsay_buffer_add_byte(how->buffer, byte);
}

/* Append a line's bytes; what would move the cursor is one space. */
static void add_visible(const look *how, gsay_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        gsay_buffer_add_byte(how->buffer, byte < 0x20 || byte == 0x7f ? ' ' : text.ptr[i]);
    }
}

static gsay_str part_of(gsay_str text, size_t begin, size_t end)
{
    return (gsay_str){ text.ptr + begin, end - begin };
}

/* The next character's end, and the previous one's begin. */
static size_t step_right(gsay_str text, size_t at)
{
    size_t len = 1;
    gsay_utf8_decode(text, at, &len);
    return at + len;
}
static size_t step_left(gsay_str text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
    return at;
}

/* Widen a window about the place until the room is full: a share of it to the left, the rest to the right, what is left over to the left again. */
static window fit(gsay_str line, size_t begin, size_t end, size_t room)
{
    window shown = { begin, begin };
    size_t used = 0;
    size_t left = room / CONTEXT_SHARE;
    for (int round = 0; round < 3; round++) {
        size_t bound = round == 0 ? left : room;
        while (round != 1 && shown.begin > 0) {
            size_t before = step_left(line, shown.begin);
            size_t width = gsay_utf8_columns(part_of(line, before, shown.begin));
            if (used + width > bound)
                break;
            used += width;
            shown.begin = before;
        }
        while (round == 1 && shown.end < line.len) {
            size_t after = step_right(line, shown.end);
            size_t width = gsay_utf8_columns(part_of(line, shown.end, after));
            if (used + width > bound)
                break;
            used += width;
            shown.end = after;
        }
    }
    (void)end;
    return shown;
}

static size_t digits_of(uint32_t number)
{
    size_t digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* "    6 | … the line … " and the underline below it. */
static void write_quoted(const look *how, const gsay_place *place, char mark, const char *color)
{
    gsay_str line = place->excerpt;
    size_t   begin = place->span.begin - place->excerpt_begin;
    size_t   end = place->span.end - place->excerpt_begin < line.len ? place->span.end - place->excerpt_begin : line.len;
    size_t   margin = how->gutter + 5; /* two spaces, number, " | " */
    size_t   room = how->width > margin + 4 + LINE_ROOM_MIN ? how->width - margin - 4 : LINE_ROOM_MIN;
    window   shown = fit(line, begin, end, room);
    bool     is_cut_left = shown.begin > 0 || place->is_cut_left;
    bool     is_cut_right = shown.end < line.len || place->is_cut_right;
    if (end > shown.end)
        end = shown.end;
    size_t indent = gsay_utf8_columns(part_of(line, shown.begin, begin)) + (is_cut_left ? 2 : 0);
    size_t wide = gsay_utf8_columns(part_of(line, begin, end));
    gsay_buffer_add_format(how->buffer, "  %s%*u |%s ", how->colors->faint, (int)how->gutter, place->line, how->colors->reset);
    add_text(how, is_cut_left ? "… " : "");
    add_visible(how, part_of(line, shown.begin, shown.end));
    add_text(how, is_cut_right ? " …\n" : "\n");
    gsay_buffer_add_format(how->buffer, "  %s%*s |%s ", how->colors->faint, (int)how->gutter, "", how->colors->reset);
    add_repeated(how, ' ', indent);
    add_text(how, color);
    add_repeated(how, mark, wide ? wide : 1);
    add_text(how, how->colors->reset);
}

static void write_location(const look *how, const gsay_place *place)
{
    gsay_buffer_add_format(how->buffer, "  %s%.*s:%u:%u%s\n", how->colors->faint, GSAY_ARG(place->source), place->line, place->column,
                           how->colors->reset);
}

/* Sources among the related places that are not quoted; those beyond the limit of a finding are unknown. */
static size_t count_sources(const gsay_finding *finding, size_t from)
{
    size_t count = 0;
    for (size_t i = from; i < finding->related_count; i++)
        if (i == from || !gsay_str_equal(finding->related[i].place.source, finding->related[i - 1].place.source))
            count++;
    return count;
}

static void write_related(const look *how, const gsay_finding *finding)
{
    size_t shown = finding->related_count < RELATED_SHOWN ? finding->related_count : RELATED_SHOWN;
    size_t rest = finding->related_count - shown + finding->more;
    for (size_t i = 0; i < shown; i++) {
        const gsay_finding_place *related = &finding->related[i];
        write_location(how, &related->place);
        write_quoted(how, &related->place, '-', how->colors->mark);
        if (related->message.len)
            gsay_buffer_add_format(how->buffer, " %.*s", GSAY_ARG(related->message));
        if (i + 1 == shown && rest && finding->more)
            gsay_buffer_add_format(how->buffer, " and %zu more", rest);
        else if (i + 1 == shown && rest)
            gsay_buffer_add_format(how->buffer, " and %zu more, in %zu source%s", rest, count_sources(finding, shown),
                                   count_sources(finding, shown) == 1 ? "" : "s");
        gsay_buffer_add_byte(how->buffer, '\n');
    }
}

static void write_why(const look *how, const gsay_finding *finding)
{
    if (!finding->why_count)
        return;
    gsay_buffer_add_format(how->buffer, "  %swhy:", how->colors->faint);
    for (size_t i = 0; i < finding->why_count; i++)
        gsay_buffer_add_format(how->buffer, "%s %.*s", i ? ";" : "", GSAY_ARG(finding->why[i]));
    gsay_buffer_add_format(how->buffer, "%s\n", how->colors->reset);
}

static void write_finding(look *how, const gsay_finding *finding)
{
    const palette *colors = how->colors;
    uint32_t       largest = finding->at.line;
    for (size_t i = 0; i < finding->related_count && i < RELATED_SHOWN; i++)
        if (finding->related[i].place.line > largest)
            largest = finding->related[i].place.line;
    how->gutter = (uint32_t)digits_of(largest);
    gsay_buffer_add_format(how->buffer, "%s%s[%.*s]%s  %s%.*s%s\n", colors->severity[finding->severity],
                           gsay_severity_name(finding->severity), GSAY_ARG(finding->rule), colors->reset, colors->title,
                           GSAY_ARG(finding->message), colors->reset);
    write_location(how, &finding->at);
    write_quoted(how, &finding->at, '^', colors->severity[finding->severity]);
    gsay_buffer_add_byte(how->buffer, '\n');
    write_related(how, finding);
    write_why(how, finding);
    gsay_buffer_add_byte(how->buffer, '\n');
}

static void add_counted(const look *how, uint64_t count, const char *noun, bool *is_first)
{
    if (!count)
        return;
    gsay_buffer_add_format(how->buffer, "%s%llu %s%s", *is_first ? "" : ", ", (unsigned long long)count, noun, count == 1 ? "" : "s");
    *is_first = false;
}

/* "212 values compared in 31 topics; 3 skipped: different time" */
static void write_coverage(const look *how, const gsay_coverage *coverage)
{
    gsay_buffer_add_format(how->buffer, " (%llu claim%s in %llu topic%s, %llu compared", (unsigned long long)coverage->claims,
                           coverage->claims == 1 ? "" : "s", (unsigned long long)coverage->topics, coverage->topics == 1 ? "" : "s",
                           (unsigned long long)coverage->compared);
    for (unsigned i = 0, shown = 0; i < GSAY_GATE_COUNT; i++) {
        if (!coverage->skipped[i])
            continue;
        gsay_buffer_add_format(how->buffer, "%s %llu ", shown++ ? "," : "; skipped:", (unsigned long long)coverage->skipped[i]);
        for (const char *name = gsay_gate_name(i); *name; name++)
            gsay_buffer_add_byte(how->buffer, *name == '-' ? ' ' : *name);
    }
    if (coverage->capped)
        gsay_buffer_add_format(how->buffer, "; %llu values left out of crowded topics", (unsigned long long)coverage->capped);
    add_text(how, ")\n");
}

void gsay_write_pretty(gsay_buffer *buffer, const gsay_report *report)
{
    uint64_t counts[GSAY_SEVERITY_ERROR + 1] = { 0 };
    look     how = { .buffer = buffer, .colors = report->has_color ? &colored : &plain, .width = report->width ? report->width : DEFAULT_WIDTH };
    bool     is_first = true;
    for (size_t i = 0; i < report->findings->count; i++) {
        write_finding(&how, &report->findings->items[i]);
        counts[report->findings->items[i].severity]++;
    }
    add_counted(&how, counts[GSAY_SEVERITY_ERROR], "error", &is_first);
    add_counted(&how, counts[GSAY_SEVERITY_WARNING], "warning", &is_first);
    add_counted(&how, counts[GSAY_SEVERITY_NOTE], "note", &is_first);
    if (is_first)
        add_text(&how, "no contradiction found");
    gsay_buffer_add_format(buffer, " in %llu source%s", (unsigned long long)report->coverage->sources, report->coverage->sources == 1 ? "" : "s");
    write_coverage(&how, report->coverage);
}
