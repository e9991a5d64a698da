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
    { "a", 0, GSAY_HTML_OTHER, 'c' },
    { "address", BLOCK | GSAY_HTML_THIN, GSAY_HTML_OTHER, 0 },
    { "applet", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "area", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "article", BLOCK | GSAY_HTML_ARTICLE, GSAY_HTML_OTHER, 0 },
    { "aside", BLOCK, GSAY_HTML_OTHER, 0 },
    { "audio", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "b", 0, GSAY_HTML_OTHER, 'd' },
    { "base", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "basefont", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "bgsound", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "big", 0, GSAY_HTML_OTHER, 'z' },
    { "blockquote", BLOCK, GSAY_HTML_OTHER, 0 },
    { "body", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "br", GSAY_HTML_WIPED | GSAY_HTML_LINE, GSAY_HTML_OTHER, 0 },
    { "button", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "canvas", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "caption", BOUNDARY, GSAY_HTML_CAPTION, 0 },
    { "center", BLOCK, GSAY_HTML_OTHER, 0 },
    { "code", GSAY_HTML_CODE, GSAY_HTML_OTHER, 'z' },
    { "col", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "colgroup", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "command", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "datalist", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "dd", BLOCK, GSAY_HTML_DD_DT, 0 },
    { "del", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 0 },
    { "details", BLOCK, GSAY_HTML_OTHER, 0 },
    { "dialog", GSAY_HTML_BREAK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 'z' },
    { "dir", BLOCK, GSAY_HTML_OTHER, 0 },
    { "div", BLOCK | GSAY_HTML_THIN, GSAY_HTML_OTHER, 0 },
    { "dl", BLOCK, GSAY_HTML_OTHER, 0 },
    { "dt", BLOCK, GSAY_HTML_DD_DT, 0 },
    { "em", 0, GSAY_HTML_OTHER, 'f' },
    { "embed", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "fieldset", BLOCK, GSAY_HTML_OTHER, 0 },
    { "figcaption", BLOCK, GSAY_HTML_OTHER, 0 },
    { "figure", BLOCK, GSAY_HTML_OTHER, 0 },
    { "font", 0, GSAY_HTML_OTHER, 'g' },
    { "footer", BLOCK, GSAY_HTML_FOOTER, 0 },
    { "form", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "frame", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "frameset", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "h1", HEADING, GSAY_HTML_OTHER, 0 },
    { "h2", HEADING, GSAY_HTML_OTHER, 0 },
    { "h3", HEADING, GSAY_HTML_OTHER, 0 },
    { "h4", HEADING, GSAY_HTML_OTHER, 0 },
    { "h5", HEADING, GSAY_HTML_OTHER, 0 },
    { "h6", HEADING, GSAY_HTML_OTHER, 0 },
    { "head", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "header", BLOCK, GSAY_HTML_HEADER, 0 },
    { "hgroup", BLOCK, GSAY_HTML_OTHER, 0 },
    { "hr", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "html", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "i", 0, GSAY_HTML_OTHER, 'j' },
    { "iframe", RAW, GSAY_HTML_OTHER, 0 },
    { "image", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "img", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "input", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "isindex", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "kbd", GSAY_HTML_CODE, GSAY_HTML_OTHER, 0 },
    { "keygen", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "li", BLOCK, GSAY_HTML_LI, 0 },
    { "link", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "listing", GSAY_HTML_REGION | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "main", BLOCK | GSAY_HTML_ARTICLE, GSAY_HTML_OTHER, 0 },
    { "marquee", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "math", GSAY_HTML_REGION | GSAY_HTML_CODE, GSAY_HTML_OTHER, 0 },
    { "menu", BLOCK, GSAY_HTML_OTHER, 0 },
    { "menuitem", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "meta", GSAY_HTML_VOID, GSAY_HTML_META, 0 },
    { "nav", BLOCK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 0 },
    { "nextid", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "nobr", 0, GSAY_HTML_OTHER, 'm' },
    { "noembed", RAW, GSAY_HTML_OTHER, 0 },
    { "noframes", RAW, GSAY_HTML_OTHER, 0 },
    { "noscript", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "object", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "ol", BLOCK | GSAY_HTML_LIST, GSAY_HTML_OTHER, 0 },
    { "optgroup", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "option", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "p", BLOCK | GSAY_HTML_THIN, GSAY_HTML_P, 0 },
    { "param", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "plaintext", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "pre", BLOCK | GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 0 },
    { "q", 0, GSAY_HTML_Q, 0 },
    { "rb", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "rp", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "rt", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "rtc", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "s", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 't' },
    { "samp", GSAY_HTML_CODE, GSAY_HTML_OTHER, 0 },
    { "script", RAW, GSAY_HTML_OTHER, 0 },
    { "section", BLOCK, GSAY_HTML_OTHER, 0 },
    { "select", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "small", 0, GSAY_HTML_OTHER, 'k' },
    { "source", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "strike", GSAY_HTML_HIDDEN, GSAY_HTML_OTHER, 'k' },
    { "strong", 0, GSAY_HTML_OTHER, 'k' },
    { "style", RAW, GSAY_HTML_OTHER, 0 },
    { "summary", BLOCK, GSAY_HTML_OTHER, 0 },
    { "sup", 0, GSAY_HTML_SUP, 0 },
    { "svg", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "table", BOUNDARY, GSAY_HTML_TABLE_ITSELF, 0 },
    { "tbody", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "td", BOUNDARY, GSAY_HTML_CELL, 0 },
    { "template", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "textarea", RAW, GSAY_HTML_OTHER, 0 },
    { "tfoot", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "th", BOUNDARY, GSAY_HTML_CELL, 0 },
    { "thead", GSAY_HTML_WIPED | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
    { "time", 0, GSAY_HTML_TIME, 0 },
    { "title", RAW, GSAY_HTML_TITLE, 0 },
    { "tr", TABLE, GSAY_HTML_TR, 0 },
    { "track", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "tt", GSAY_HTML_CODE, GSAY_HTML_OTHER, 'v' },
    { "u", 0, GSAY_HTML_OTHER, 'w' },
    { "ul", BLOCK | GSAY_HTML_LIST, GSAY_HTML_OTHER, 0 },
    { "video", GSAY_HTML_REGION, GSAY_HTML_OTHER, 0 },
    { "wbr", GSAY_HTML_WIPED, GSAY_HTML_OTHER, 0 },
    { "xmp", RAW | GSAY_HTML_BREAK, GSAY_HTML_OTHER, 0 },
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

bool gsay_html_is_alias(gsay_str name)
{
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        gsay_str rest = gsay_str_of(tags[i].name + 1);
        if (tags[i].alias && name.len == rest.len + 1 && lower(name.ptr[0]) == tags[i].alias &&
            gsay_html_name_equal((gsay_str){ name.ptr + 1, rest.len }, rest))
            return true;
    }
    return false;
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
