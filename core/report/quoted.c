/* A quoted line: cut to the room there is, then underlined.
 *
 * Wide characters take two columns and combining marks none, so the underline is measured in columns, over the same
 * bytes that are shown. The window begins with the place itself; a share of the room goes to the words before it, the
 * rest to those behind it, and what they leave over to the words before it again. */
#include "report/quoted.h"

#include "base/utf8.h"

#define ROOM_MIN     20u /* columns of a quoted line on the narrowest terminal */
#define BEFORE_SHARE 3u  /* a third of the room stands before the place */
#define ELLIPSIS     2u  /* columns of "… " */

/* All offsets below are bytes of the excerpt. */
static gsay_str part_of(gsay_str text, size_t begin, size_t end)
{
    return (gsay_str){ text.ptr + begin, end - begin };
}

static size_t columns_of(gsay_str text, size_t begin, size_t end)
{
    return gsay_utf8_columns(part_of(text, begin, end));
}

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

/* Go right from at, no further than limit, while there is room; *room loses what was taken. */
static size_t reach_right(gsay_str line, size_t at, size_t limit, size_t *room)
{
    while (at < limit) {
        size_t next = step_right(line, at);
        size_t width = columns_of(line, at, next);
        if (width > *room)
            break;
        *room -= width;
        at = next;
    }
    return at;
}

/* Go left likewise. A mark stays with the letter that it stands on: without room for the letter, both are left out. */
static size_t reach_left(gsay_str line, size_t at, size_t *room)
{
    size_t whole = at;
    while (at > 0) {
        size_t next = step_left(line, at);
        size_t width = columns_of(line, next, at);
        if (width > *room)
            break;
        *room -= width;
        at = next;
        whole = width ? at : whole;
    }
    return whole;
}

/* Move a cut to the border of a word, where there is one between it and the place. */
static size_t word_begin(gsay_str line, size_t cut, size_t place)
{
    const char *space = cut ? memchr(line.ptr + cut - 1, ' ', place - cut + 1) : NULL;
    return space ? (size_t)(space - line.ptr) + 1 : cut;
}

/* The last word may end with the line, at a space, or in its middle: then it is left out. Not below least; without a
 * space there, as in Chinese or Japanese, characters are cut. */
static size_t word_end(gsay_str line, size_t least, size_t cut)
{
    size_t end = cut;
    if (cut == line.len || line.ptr[cut] == ' ')
        return cut;
    while (end > least && line.ptr[end - 1] != ' ')
        end--;
    while (end > least && line.ptr[end - 1] == ' ')
        end--;
    return end == least && line.ptr[least] != ' ' ? cut : end;
}

/* The bytes of a line that are shown: all of it, or what fits around place. */
static gsay_span fit(gsay_str line, gsay_span place, size_t room)
{
    if (columns_of(line, 0, line.len) <= room)
        return (gsay_span){ 0, (uint32_t)line.len };
    room = room > 2 * ELLIPSIS ? room - 2 * ELLIPSIS : 1;
    size_t end = reach_right(line, place.begin, place.end, &room);
    size_t before = room / BEFORE_SHARE;
    room -= before;
    size_t begin = reach_left(line, place.begin, &before);
    room += before;
    size_t cut = reach_right(line, end, line.len, &room);
    end = word_end(line, cut < place.end ? place.begin : place.end, cut);
    room += columns_of(line, end, cut);
    begin = word_begin(line, reach_left(line, begin, &room), place.begin);
    return (gsay_span){ (uint32_t)begin, (uint32_t)end };
}

/* The place within its excerpt; a finding may point at more than the one line that is quoted. */
static gsay_span place_in(const gsay_place *place)
{
    size_t len = place->excerpt.len;
    size_t begin = place->span.begin > place->excerpt_begin ? place->span.begin - place->excerpt_begin : 0;
    size_t end = place->span.end > place->excerpt_begin ? place->span.end - place->excerpt_begin : 0;
    begin = begin < len ? begin : len;
    end = end < len ? end : len;
    return (gsay_span){ (uint32_t)begin, (uint32_t)(end > begin ? end : begin) };
}

/* The margin: a line number, or as many spaces (number 0). */
static void begin_line(const gsay_screen *screen, size_t gutter, uint32_t number)
{
    gsay_screen_ink(screen, GSAY_INK_FAINT);
    char   digits[GSAY_UNSIGNED_ROOM];
    size_t len = number ? (size_t)(gsay_put_unsigned(digits, number) - digits) : 0;
    gsay_screen_repeat(screen, ' ', 2 + (len < gutter ? gutter - len : 0));
    gsay_buffer_add(screen->buffer, (gsay_str){ digits, len });
    gsay_screen_add(screen, " |");
    gsay_screen_ink(screen, GSAY_INK_NONE);
    gsay_buffer_add_byte(screen->buffer, ' ');
}

void gsay_quoted_write(const gsay_screen *screen, const gsay_place *place, const gsay_quoting *how)
{
    gsay_str  line = place->excerpt;
    gsay_span marked = place_in(place);
    size_t    margin = how->gutter + 5; /* "  6 | " */
    size_t    room = screen->width > margin + ROOM_MIN ? screen->width - margin : ROOM_MIN;
    size_t    cuts = ELLIPSIS * ((size_t)place->is_cut_left + (size_t)place->is_cut_right);
    gsay_span shown = fit(line, marked, room - cuts);
    bool      is_cut_left = shown.begin > 0 || place->is_cut_left;
    bool      is_cut_right = shown.end < line.len || place->is_cut_right;
    bool      goes_on = is_cut_right && place->span.end > place->excerpt_begin + shown.end;
    size_t    end = marked.end < shown.end ? marked.end : shown.end;
    size_t    wide = columns_of(line, marked.begin, end) + (goes_on ? ELLIPSIS : 0);
    begin_line(screen, how->gutter, place->line);
    gsay_screen_add(screen, is_cut_left ? "… " : "");
    gsay_screen_show(screen, part_of(line, shown.begin, shown.end));
    gsay_screen_add(screen, is_cut_right ? " …\n" : "\n");
    begin_line(screen, how->gutter, 0);
    gsay_screen_repeat(screen, ' ', columns_of(line, shown.begin, marked.begin) + (is_cut_left ? ELLIPSIS : 0));
    gsay_screen_ink(screen, how->ink);
    gsay_screen_repeat(screen, how->mark, wide ? wide : 1);
    gsay_screen_ink(screen, GSAY_INK_NONE);
}
