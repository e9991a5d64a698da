/* Ink by the codes of ECMA-48, which every terminal of today knows; text by code points, since a control may have two
 * bytes. */
#include "report/screen.h"

#include "base/utf8.h"

static const char *const ink_codes[] = {
    [GSAY_INK_NONE] = "\033[0m",     [GSAY_INK_NOTE] = "\033[1;36m", [GSAY_INK_WARNING] = "\033[1;33m",
    [GSAY_INK_ERROR] = "\033[1;31m", [GSAY_INK_TITLE] = "\033[1m",   [GSAY_INK_FAINT] = "\033[2m",
    [GSAY_INK_MARK] = "\033[36m",    [GSAY_INK_GOOD] = "\033[32m",   [GSAY_INK_GROUP] = "\033[4m",
};

/* What a terminal acts on instead of showing it: C0, DEL and C1. Each counts as one column. */
static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

/* Characters without a column of their own that a terminal may still act on: marks and overrides of direction, which
 * can make a line read as what it is not (Boucher and Anderson, "Trojan Source", 2021), and the separators of lines and
 * paragraphs. */
static bool is_treacherous(uint32_t point)
{
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

void gsay_screen_ink(const gsay_screen *screen, gsay_ink ink)
{
    if (screen->has_color)
        gsay_screen_add(screen, ink_codes[ink]);
}

void gsay_screen_add(const gsay_screen *screen, const char *text)
{
    gsay_buffer_add(screen->buffer, gsay_str_of(text));
}

void gsay_screen_show(const gsay_screen *screen, gsay_str text)
{
    size_t len = 0;
    size_t shown = 0; /* what stands before it is in the buffer, or left out */
    for (size_t at = 0; at < text.len; at += len) {
        len = 1;
        if (text.ptr[at] >= ' ' && text.ptr[at] < 0x7F)
            continue;
        uint32_t point = gsay_utf8_decode(text, at, &len);
        if (!is_control(point) && !is_treacherous(point))
            continue;
        gsay_buffer_add(screen->buffer, (gsay_str){ text.ptr + shown, at - shown });
        if (is_control(point))
            gsay_buffer_add_byte(screen->buffer, ' ');
        shown = at + len;
    }
    gsay_buffer_add(screen->buffer, (gsay_str){ text.ptr + shown, text.len - shown });
}

void gsay_screen_repeat(const gsay_screen *screen, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++)
        gsay_buffer_add_byte(screen->buffer, byte);
}

void gsay_screen_count(const gsay_screen *screen, uint64_t count, const char *noun)
{
    gsay_buffer_add_unsigned(screen->buffer, count);
    gsay_buffer_add_byte(screen->buffer, ' ');
    gsay_screen_add(screen, noun);
    gsay_screen_add(screen, count == 1 ? "" : "s");
}

gsay_flow gsay_flow_begin(const gsay_screen *screen, const char *label)
{
    size_t width = gsay_utf8_columns(gsay_str_of(label));
    gsay_screen_add(screen, label);
    return (gsay_flow){ .column = width, .indent = width + 1 };
}

void gsay_flow_item(const gsay_screen *screen, gsay_flow *flow, gsay_str item)
{
    size_t width = gsay_utf8_columns(item);
    if (flow->column + 1 + width > screen->width && flow->column > flow->indent) {
        gsay_buffer_add_byte(screen->buffer, '\n');
        gsay_screen_repeat(screen, ' ', flow->indent);
        flow->column = flow->indent + width;
    } else {
        gsay_buffer_add_byte(screen->buffer, ' ');
        flow->column += 1 + width;
    }
    gsay_screen_show(screen, item);
}

void gsay_flow_words(const gsay_screen *screen, gsay_flow *flow, gsay_str text)
{
    for (size_t at = 0; at < text.len;) {
        const char *space = memchr(text.ptr + at, ' ', text.len - at);
        size_t      end = space ? (size_t)(space - text.ptr) : text.len;
        if (end > at)
            gsay_flow_item(screen, flow, (gsay_str){ text.ptr + at, end - at });
        at = end + 1;
    }
}
