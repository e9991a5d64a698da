/* Findings for a person: like a good compiler's report.
 *
 * First what is wrong, then the place, then what it disagrees with, both quoted with the words underlined, then where
 * else that stands and why all this is taken for one fact. A reader who sees one such place beside one of another
 * source can judge, so no more are quoted; the others are listed as path:line:column, which editors and terminals open.
 */
#include "report/quoted.h"
#include "report/report.h"

#define QUOTED_MAX 2u /* related places that are quoted */
#define LISTED_MAX 6u /* related places that are listed beside those */

static const gsay_ink severity_inks[] = { GSAY_INK_NONE, GSAY_INK_NOTE, GSAY_INK_WARNING, GSAY_INK_ERROR };

static size_t digits_of(uint32_t number)
{
    size_t digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* The related places to quote: the first, and the first of another source, else the second. Returns their number. */
static size_t choose_quoted(const gsay_finding *finding, size_t quoted[QUOTED_MAX])
{
    const gsay_finding_place *related = finding->related;
    quoted[0] = 0;
    quoted[1] = 1;
    for (size_t i = 1; i < finding->related_count; i++)
        if (!gsay_str_equal(related[i].place.source, related[0].place.source)) {
            quoted[1] = i;
            break;
        }
    return finding->related_count < QUOTED_MAX ? finding->related_count : QUOTED_MAX;
}

/* ":line:column" */
static void add_position(gsay_buffer *buffer, const gsay_place *place)
{
    gsay_buffer_add_byte(buffer, ':');
    gsay_buffer_add_unsigned(buffer, place->line);
    gsay_buffer_add_byte(buffer, ':');
    gsay_buffer_add_unsigned(buffer, place->column);
}

/* path:line:column, on a line of its own: long paths then move nothing. */
static void write_location(const gsay_screen *screen, const gsay_place *place)
{
    gsay_screen_add(screen, "  ");
    gsay_screen_show(screen, place->source);
    add_position(screen->buffer, place);
    gsay_buffer_add_byte(screen->buffer, '\n');
}

/* "error[measure-conflict]  25% here, but 20%" */
static void write_headline(const gsay_screen *screen, const gsay_finding *finding)
{
    gsay_screen_ink(screen, severity_inks[finding->severity]);
    gsay_screen_add(screen, gsay_severity_name(finding->severity));
    gsay_screen_add(screen, "[");
    gsay_screen_show(screen, finding->rule);
    gsay_screen_add(screen, "]");
    gsay_screen_ink(screen, GSAY_INK_NONE);
    gsay_screen_add(screen, "  ");
    gsay_screen_ink(screen, GSAY_INK_TITLE);
    gsay_screen_show(screen, finding->message);
    gsay_screen_ink(screen, GSAY_INK_NONE);
    gsay_screen_add(screen, "\n");
}

/* Quote the place and the related ones chosen, with their line numbers under each other. */
static void write_places(const gsay_screen *screen, const gsay_finding *finding, const size_t *quoted, size_t count)
{
    gsay_quoting how = { .gutter = digits_of(finding->at.line), .mark = '^', .ink = severity_inks[finding->severity] };
    for (size_t i = 0; i < count; i++) {
        size_t digits = digits_of(finding->related[quoted[i]].place.line);
        how.gutter = digits > how.gutter ? digits : how.gutter;
    }
    write_location(screen, &finding->at);
    gsay_quoted_write(screen, &finding->at, &how);
    gsay_screen_add(screen, "\n");
    how.mark = '-';
    how.ink = GSAY_INK_MARK;
    for (size_t i = 0; i < count; i++) {
        const gsay_finding_place *related = &finding->related[quoted[i]];
        write_location(screen, &related->place);
        gsay_quoted_write(screen, &related->place, &how);
        gsay_screen_add(screen, related->message.len ? " " : "");
        gsay_screen_show(screen, related->message);
        gsay_screen_add(screen, "\n");
    }
}

/* "  also: b.txt:4:12, c.txt:9:3 and 25 more" */
static void write_others(const gsay_screen *screen, const gsay_finding *finding, const size_t *quoted, size_t count)
{
    size_t left = finding->related_count - count; /* still to be listed */
    if (!left && !finding->more)
        return;
    size_t      rest = finding->more + (left > LISTED_MAX ? left - LISTED_MAX : 0);
    gsay_flow   flow = gsay_flow_begin(screen, "  also:");
    gsay_buffer item = { 0 };
    left = left > LISTED_MAX ? LISTED_MAX : left;
    for (size_t i = 0; i < finding->related_count && left; i++) {
        if (i == quoted[0] || i == quoted[1])
            continue;
        const gsay_place *place = &finding->related[i].place;
        gsay_buffer_reset(&item);
        gsay_buffer_add(&item, place->source);
        add_position(&item, place);
        if (--left)
            gsay_buffer_add_byte(&item, ',');
        gsay_flow_item(screen, &flow, gsay_buffer_view(&item));
    }
    gsay_buffer_reset(&item);
    gsay_buffer_add_format(&item, "%s%zu more", finding->related_count > count ? "and " : "", rest);
    if (rest)
        gsay_flow_words(screen, &flow, gsay_buffer_view(&item));
    gsay_screen_add(screen, "\n");
    screen->buffer->has_failed |= item.has_failed;
    gsay_buffer_clear(&item);
}

/* "  why: head: territory; time: 2025-02" */
static void write_why(const gsay_screen *screen, const gsay_finding *finding)
{
    if (!finding->why_count)
        return;
    gsay_screen_ink(screen, GSAY_INK_FAINT);
    gsay_flow   flow = gsay_flow_begin(screen, "  why:");
    gsay_buffer line = { 0 };
    for (size_t i = 0; i < finding->why_count; i++) {
        gsay_buffer_reset(&line);
        gsay_buffer_add(&line, finding->why[i]);
        gsay_buffer_add(&line, i + 1 < finding->why_count ? GSAY_STR(";") : GSAY_STR(""));
        gsay_flow_words(screen, &flow, gsay_buffer_view(&line));
    }
    gsay_screen_ink(screen, GSAY_INK_NONE);
    gsay_screen_add(screen, "\n");
    screen->buffer->has_failed |= line.has_failed;
    gsay_buffer_clear(&line);
}

/* A finding ends with an empty line, so that the eye finds the next. */
static void write_finding(const gsay_screen *screen, const gsay_finding *finding)
{
    size_t quoted[QUOTED_MAX];
    size_t count = choose_quoted(finding, quoted);
    write_headline(screen, finding);
    write_places(screen, finding, quoted, count);
    write_others(screen, finding, quoted, count);
    write_why(screen, finding);
    gsay_screen_add(screen, "\n");
}

/* "2 errors, 1 warning in 5 sources" */
static void write_total(const gsay_screen *screen, const gsay_report *report)
{
    static const gsay_severity order[] = { GSAY_SEVERITY_ERROR, GSAY_SEVERITY_WARNING, GSAY_SEVERITY_NOTE };
    uint64_t                   counts[GSAY_SEVERITY_ERROR + 1] = { 0 };
    bool                       is_first = true;
    for (size_t i = 0; i < report->findings->count; i++)
        counts[report->findings->items[i].severity]++;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (!counts[order[i]])
            continue;
        gsay_screen_add(screen, is_first ? "" : ", ");
        gsay_screen_ink(screen, severity_inks[order[i]]);
        gsay_screen_count(screen, counts[order[i]], gsay_severity_name(order[i]));
        gsay_screen_ink(screen, GSAY_INK_NONE);
        is_first = false;
    }
    gsay_screen_add(screen, is_first ? "no contradiction found in " : " in ");
    gsay_screen_count(screen, report->coverage->sources, "source");
    gsay_screen_add(screen, "\n");
}

/* One reason why pairs were not compared: "3 different time", from "different-time". */
static void add_skipped(gsay_buffer *buffer, uint64_t count, const char *gate)
{
    gsay_buffer_add_format(buffer, "%s ", buffer->len ? "," : "");
    gsay_buffer_add_unsigned(buffer, count);
    gsay_buffer_add_byte(buffer, ' ');
    for (; *gate; gate++)
        gsay_buffer_add_byte(buffer, *gate == '-' ? ' ' : *gate);
}

/* "  97 claims in 31 topics, 44 pairs compared, 5 not: 3 different time, 2 part of whole" */
static void write_coverage(const gsay_screen *screen, const gsay_coverage *coverage)
{
    gsay_buffer line = { 0 };
    gsay_buffer reasons = { 0 };
    gsay_screen words = { .buffer = &line, .width = screen->width };
    uint64_t    skipped = 0;
    for (unsigned i = 0; i < GSAY_GATE_COUNT; i++) {
        skipped += coverage->skipped[i];
        if (coverage->skipped[i])
            add_skipped(&reasons, coverage->skipped[i], gsay_gate_name(i));
    }
    gsay_screen_count(&words, coverage->claims, "claim");
    gsay_screen_add(&words, " in ");
    gsay_screen_count(&words, coverage->topics, "topic");
    gsay_screen_add(&words, ", ");
    gsay_screen_count(&words, coverage->compared, "pair");
    gsay_screen_add(&words, " compared");
    if (skipped)
        gsay_buffer_add_format(&line, ", %llu not:%.*s", (unsigned long long)skipped,
                               GSAY_ARG(gsay_buffer_view(&reasons)));
    if (coverage->capped) {
        gsay_screen_add(&words, "; ");
        gsay_screen_count(&words, coverage->capped, "value");
        gsay_screen_add(&words, " left out of crowded topics");
    }
    gsay_screen_ink(screen, GSAY_INK_FAINT);
    gsay_flow flow = gsay_flow_begin(screen, " ");
    gsay_flow_words(screen, &flow, gsay_buffer_view(&line));
    gsay_screen_ink(screen, GSAY_INK_NONE);
    gsay_screen_add(screen, "\n");
    screen->buffer->has_failed |= line.has_failed || reasons.has_failed;
    gsay_buffer_clear(&line);
    gsay_buffer_clear(&reasons);
}

void gsay_write_pretty(gsay_buffer *buffer, const gsay_report *report)
{
    gsay_screen screen = { .buffer = buffer,
                           .width = report->width ? report->width : GSAY_SCREEN_WIDTH,
                           .has_color = report->has_color };
    for (size_t i = 0; i < report->findings->count; i++)
        write_finding(&screen, &report->findings->items[i]);
    if (report->is_quiet)
        return;
    write_total(&screen, report);
    if (report->coverage->sources)
        write_coverage(&screen, report->coverage);
}
