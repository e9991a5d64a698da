/* The table of elements, and the tokenizer of tags.
 *
 * Aliases: the standard keeps a list of "active formatting elements" that it opens again after every paragraph, and
 * untangles tags that cross by cloning them; both take quadratic work on hostile input. A reader of prose needs
 * neither. So these elements reach the parser under names that it does not know, and nest like any other. Their real
 * name is read from the input. */
#include "source/html_tag.h"

#define BLOCK    (GSAY_HTML_BREAK | GSAY_HTML_CLOSES_P | GSAY_HTML_SPECIAL)
#define RAW      (GSAY_HTML_REGION | GSAY_HTML_RAW)
#define TABLE    (GSAY_HTML_BREAK | GSAY_HTML_SPECIAL | GSAY_HTML_TABLE)
#define BOUNDARY (TABLE | GSAY_HTML_SCOPE)
#define HEADING  (BLOCK | GSAY_HTML_HEADING)

/* In the order of bytes. */
static const gsay_html_tag tags[] = {
    { "a", 0, GSAY_HTML_OTHER, "c" },
    { "address", BLOCK | GSAY_HTML_THIN, GSAY_HTML_OTHER, NULL },
    { "applet", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "area", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "article", BLOCK | GSAY_HTML_ARTICLE, GSAY_HTML_OTHER, NULL },
    { "aside", BLOCK, GSAY_HTML_OTHER, NULL },
    { "audio", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "b", 0, GSAY_HTML_OTHER, "d" },
    { "base", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "basefont", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "bgsound", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "big", 0, GSAY_HTML_OTHER, "map" },
    { "blockquote", BLOCK, GSAY_HTML_OTHER, NULL },
    { "body", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "br", GSAY_HTML_WIPED | GSAY_HTML_LINE, GSAY_HTML_OTHER, NULL },
    { "button", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "canvas", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "caption", BOUNDARY, GSAY_HTML_CAPTION, NULL },
    { "center", BLOCK, GSAY_HTML_OTHER, NULL },
    { "code", GSAY_HTML_CODE, GSAY_HTML_OTHER, "data" },
    { "col", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "colgroup", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "command", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "datalist", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "dd", BLOCK, GSAY_HTML_DD_DT, NULL },
    { "del", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, NULL },
    { "details", BLOCK, GSAY_HTML_OTHER, NULL },
    { "dialog", GSAY_HTML_BREAK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, NULL },
    { "dir", BLOCK, GSAY_HTML_OTHER, NULL },
    { "div", BLOCK | GSAY_HTML_THIN, GSAY_HTML_OTHER, NULL },
    { "dl", BLOCK, GSAY_HTML_OTHER, NULL },
    { "dt", BLOCK, GSAY_HTML_DD_DT, NULL },
    { "em", 0, GSAY_HTML_OTHER, "mi" },
    { "embed", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "fieldset", BLOCK, GSAY_HTML_OTHER, NULL },
    { "figcaption", BLOCK, GSAY_HTML_OTHER, NULL },
    { "figure", BLOCK, GSAY_HTML_OTHER, NULL },
    { "font", 0, GSAY_HTML_OTHER, "cite" },
    { "footer", BLOCK, GSAY_HTML_FOOTER, NULL },
    { "form", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "frame", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "frameset", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "h1", HEADING, GSAY_HTML_OTHER, NULL },
    { "h2", HEADING, GSAY_HTML_OTHER, NULL },
    { "h3", HEADING, GSAY_HTML_OTHER, NULL },
    { "h4", HEADING, GSAY_HTML_OTHER, NULL },
    { "h5", HEADING, GSAY_HTML_OTHER, NULL },
    { "h6", HEADING, GSAY_HTML_OTHER, NULL },
    { "head", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "header", BLOCK, GSAY_HTML_HEADER, NULL },
    { "hgroup", BLOCK, GSAY_HTML_OTHER, NULL },
    { "hr", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "html", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "i", 0, GSAY_HTML_OTHER, "j" },
    { "iframe", RAW, GSAY_HTML_OTHER, NULL },
    { "image", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "img", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "input", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "isindex", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "kbd", GSAY_HTML_CODE, GSAY_HTML_OTHER, NULL },
    { "keygen", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "li", BLOCK, GSAY_HTML_LI, NULL },
    { "link", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "listing", GSAY_HTML_REGION | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "main", BLOCK | GSAY_HTML_ARTICLE, GSAY_HTML_OTHER, NULL },
    { "marquee", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "math", GSAY_HTML_REGION | GSAY_HTML_CODE, GSAY_HTML_OTHER, NULL },
    { "menu", BLOCK, GSAY_HTML_OTHER, NULL },
    { "menuitem", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "meta", GSAY_HTML_VOID, GSAY_HTML_META, NULL },
    { "nav", BLOCK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, NULL },
    { "nextid", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "nobr", 0, GSAY_HTML_OTHER, "mark" },
    { "noembed", RAW, GSAY_HTML_OTHER, NULL },
    { "noframes", RAW, GSAY_HTML_OTHER, NULL },
    { "noscript", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "object", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "ol", BLOCK | GSAY_HTML_LIST, GSAY_HTML_OTHER, NULL },
    { "optgroup", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "option", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "p", BLOCK | GSAY_HTML_THIN, GSAY_HTML_P, NULL },
    { "param", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "plaintext", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "pre", BLOCK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, NULL },
    { "q", 0, GSAY_HTML_Q, NULL },
    { "rb", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "rp", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "rt", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "rtc", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "s", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, "q" },
    { "samp", GSAY_HTML_CODE, GSAY_HTML_OTHER, NULL },
    { "script", RAW, GSAY_HTML_OTHER, NULL },
    { "section", BLOCK, GSAY_HTML_OTHER, NULL },
    { "select", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "small", 0, GSAY_HTML_OTHER, "label" },
    { "source", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "strike", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, "output" },
    { "strong", 0, GSAY_HTML_OTHER, "canvas" },
    { "style", RAW, GSAY_HTML_OTHER, NULL },
    { "summary", BLOCK, GSAY_HTML_OTHER, NULL },
    { "sup", 0, GSAY_HTML_SUP, NULL },
    { "svg", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "table", BOUNDARY, GSAY_HTML_TABLE_ITSELF, NULL },
    { "tbody", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "td", BOUNDARY, GSAY_HTML_CELL, NULL },
    { "template", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "textarea", RAW, GSAY_HTML_OTHER, NULL },
    { "tfoot", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "th", BOUNDARY, GSAY_HTML_CELL, NULL },
    { "thead", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
    { "time", 0, GSAY_HTML_TIME, NULL },
    { "title", RAW, GSAY_HTML_TITLE, NULL },
    { "tr", TABLE, GSAY_HTML_TR, NULL },
    { "track", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "tt", GSAY_HTML_CODE, GSAY_HTML_OTHER, "mo" },
    { "u", 0, GSAY_HTML_OTHER, "w" },
    { "ul", BLOCK | GSAY_HTML_LIST, GSAY_HTML_OTHER, NULL },
    { "video", GSAY_HTML_REGION, GSAY_HTML_OTHER, NULL },
    { "wbr", GSAY_HTML_WIPED, GSAY_HTML_OTHER, NULL },
    { "xmp", RAW | GSAY_HTML_BREAK, GSAY_HTML_OTHER, NULL },
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_letter(char byte)
{
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* Order a name in any case against one of the table. */
static int compare_names(gsay_str name, const char *known)
{
    for (size_t i = 0; i < name.len; i++) {
        int order = (unsigned char)lower(name.ptr[i]) - (unsigned char)known[i];
        if (order != 0)
            return order; /* also at the known name's NUL, which no name holds */
    }
    return known[name.len] ? -1 : 0;
}

const gsay_html_tag *gsay_html_tag_find(gsay_str name)
{
    size_t low = 0, high = sizeof(tags) / sizeof(tags[0]);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int    order = compare_names(name, tags[middle].name);
        if (order == 0)
            return &tags[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool gsay_html_name_equal(gsay_str left, gsay_str right)
{
    if (left.len != right.len)
        return false;
    for (size_t i = 0; i < left.len; i++)
        if (lower(left.ptr[i]) != lower(right.ptr[i]))
            return false;
    return true;
}

/* Where a byte stands from at on; text.len when it does not. */
static size_t find_byte(gsay_str text, size_t at, char byte)
{
    const char *found = at < text.len ? memchr(text.ptr + at, byte, text.len - at) : NULL;
    return found ? (size_t)(found - text.ptr) : text.len;
}

/* Skip bytes up to white space, ">" or one of two other signs. */
static size_t skip_word(gsay_str text, size_t at, const char others[2])
{
    while (at < text.len && !is_space(text.ptr[at]) && text.ptr[at] != '>' && text.ptr[at] != others[0] &&
           text.ptr[at] != others[1])
        at++;
    return at;
}

static size_t skip_spaces(gsay_str text, size_t at)
{
    while (at < text.len && is_space(text.ptr[at]))
        at++;
    return at;
}

/* Skip an attribute's "= value", if there is one. */
static size_t skip_value(gsay_str text, size_t at)
{
    size_t sign = skip_spaces(text, at);
    if (sign >= text.len || text.ptr[sign] != '=')
        return sign;
    at = skip_spaces(text, sign + 1);
    if (at < text.len && (text.ptr[at] == '"' || text.ptr[at] == '\'')) {
        size_t close = find_byte(text, at + 1, text.ptr[at]);
        return close < text.len ? close + 1 : close;
    }
    return skip_word(text, at, ">>");
}

/* Read a tag whose name begins at name. */
static void read_tag(gsay_str text, size_t name, gsay_html_markup *markup)
{
    size_t at = skip_word(text, name, "//");
    markup->name = (gsay_str){ text.ptr + name, at - name };
    for (;;) {
        for (; at < text.len && (is_space(text.ptr[at]) || text.ptr[at] == '/'); at++)
            markup->is_empty = text.ptr[at] == '/';
        if (at >= text.len || text.ptr[at] == '>')
            break;
        markup->attributes++;
        markup->is_empty = false;
        at = skip_value(text, skip_word(text, at + 1, "/="));
    }
    markup->is_closed = at < text.len;
    markup->end = at < text.len ? at + 1 : text.len;
}

/* Read a comment, from behind its "<!--". */
static void read_comment(gsay_str text, size_t at, gsay_html_markup *markup)
{
    gsay_str rest = { text.ptr + at, text.len - at };
    size_t   close = gsay_str_starts(rest, GSAY_STR(">"))    ? at
                     : gsay_str_starts(rest, GSAY_STR("->")) ? at + 1
                                                             : text.len;
    for (size_t dash = at; close == text.len; dash++) {
        dash = find_byte(text, dash, '-');
        if (dash + 2 >= text.len)
            break;
        gsay_str tail = { text.ptr + dash, text.len - dash };
        if (gsay_str_starts(tail, GSAY_STR("-->")))
            close = dash + 2;
        else if (gsay_str_starts(tail, GSAY_STR("--!>")))
            close = dash + 3;
    }
    markup->is_closed = close < text.len;
    markup->end = close < text.len ? close + 1 : text.len;
}

bool gsay_html_markup_read(gsay_str text, size_t at, gsay_html_markup *markup)
{
    char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    char after = at + 2 < text.len ? text.ptr[at + 2] : ' ';
    *markup = (gsay_html_markup){ .begin = at, .is_end_tag = next == '/' };
    if (next == '/' && at + 2 >= text.len)
        return false;
    if (is_letter(next)) {
        read_tag(text, at + 1, markup);
    } else if (next == '/' && is_letter(after)) {
        read_tag(text, at + 2, markup);
    } else if (next == '!' && after == '-' && at + 3 < text.len && text.ptr[at + 3] == '-') {
        read_comment(text, at + 4, markup);
    } else if (next == '!' || next == '?' || next == '/') {
        size_t close = find_byte(text, at + 2, '>');
        markup->is_closed = close < text.len;
        markup->end = close < text.len ? close + 1 : text.len;
    } else {
        return false;
    }
    return true;
}
