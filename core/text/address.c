/* Addresses: stretches of text that are written for machines, in which digits and capitals mean nothing to a reader.
 *
 * Nothing is searched for. The scanner meets one of a few bytes that prose seldom holds inside a word (: / . @ # % _ \)
 * and asks here whether an address stands around it. What prose does hold stays prose: and/or, 9/11, km/h, 24/7,
 * U.S.-led. */
#include "text/scan.h"

static const gsay_span NONE = { 0, 0 };

static bool is_digit(unsigned char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(unsigned char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_alnum(unsigned char byte)
{
    return is_digit(byte) || is_letter(byte);
}

static bool is_hexadecimal(unsigned char byte)
{
    return is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

/* ASCII letters, digits and the bytes of a set. */
static bool is_of(unsigned char byte, const char *set)
{
    return is_alnum(byte) || (byte != 0 && strchr(set, byte));
}

static unsigned char byte_at(gsay_str bytes, gsay_span window, uint32_t offset)
{
    return offset >= window.begin && offset < window.end ? (unsigned char)bytes.ptr[offset] : 0;
}

/* Widen span to all neighbours that are letters, digits or of the set. */
static gsay_span widen(gsay_str bytes, gsay_span window, gsay_span span, const char *set)
{
    while (span.begin > window.begin && is_of((unsigned char)bytes.ptr[span.begin - 1], set))
        span.begin--;
    while (span.end < window.end && is_of((unsigned char)bytes.ptr[span.end], set))
        span.end++;
    return span;
}

/* Drop stops and the like from the end: they belong to the sentence. */
static gsay_span trim_end(gsay_str bytes, gsay_span span)
{
    while (span.end > span.begin && strchr(".,;:!?'&-", bytes.ptr[span.end - 1]))
        span.end--;
    return span;
}

/* Where a URL that begins at begin ends: at white space, at < > " ` | or a bracket that it did not open. */
static uint32_t url_end(gsay_str bytes, gsay_span window, uint32_t begin)
{
    uint32_t at = begin;
    size_t   round = 0, square = 0;
    for (; at < window.end; at++) {
        unsigned char byte = (unsigned char)bytes.ptr[at];
        bool          is_mark = byte == 0xE2 && byte_at(bytes, window, at + 1) == 0x80; /* dashes, typographic marks */
        if (byte <= ' ' || byte == 0x7F || strchr("<>\"`|", byte) || is_mark)
            break;
        if ((byte == ')' && round == 0) || (byte == ']' && square == 0))
            break;
        round = round + (byte == '(') - (byte == ')');
        square = square + (byte == '[') - (byte == ']');
    }
    return trim_end(bytes, (gsay_span){ begin, at }).end;
}

/* scheme://… around the colon. */
static gsay_span find_url(gsay_str bytes, gsay_span window, uint32_t colon)
{
    if (byte_at(bytes, window, colon + 1) != '/' || byte_at(bytes, window, colon + 2) != '/')
        return NONE;
    uint32_t begin = colon;
    while (begin > window.begin && is_of((unsigned char)bytes.ptr[begin - 1], "+"))
        begin--;
    if (colon - begin < 2 || !is_letter((unsigned char)bytes.ptr[begin]))
        return NONE;
    uint32_t end = url_end(bytes, window, begin);
    return end > colon + 3 ? (gsay_span){ begin, end } : NONE;
}

/* name@host.tld, or @handle. */
static gsay_span find_at_sign(gsay_str bytes, gsay_span window, uint32_t sign)
{
    gsay_span span = { sign, sign + 1 };
    while (span.begin > window.begin && is_of((unsigned char)bytes.ptr[span.begin - 1], "._%+-"))
        span.begin--;
    /* Another @ ends the search, so that a run of them is not searched to its end at each. */
    while (span.end < window.end && is_of((unsigned char)bytes.ptr[span.end], "._-"))
        span.end++;
    span = trim_end(bytes, span);
    if (span.end <= sign + 1)
        return NONE;
    bool has_dot = memchr(bytes.ptr + sign + 1, '.', span.end - sign - 1) != NULL;
    if (span.begin < sign)
        return has_dot ? span : NONE;
    unsigned char first = (unsigned char)bytes.ptr[sign + 1];
    return is_letter(first) || first == '_' ? span : NONE;
}

/* #tag: a letter follows, none precedes (C#). */
static gsay_span find_tag(gsay_str bytes, gsay_span window, uint32_t sign)
{
    if (is_alnum(byte_at(bytes, window, sign - 1)) || !is_letter(byte_at(bytes, window, sign + 1)))
        return NONE;
    gsay_span span = { sign, sign + 1 };
    while (span.end < window.end && is_of((unsigned char)bytes.ptr[span.end], "_"))
        span.end++;
    return span;
}

/* %e7%b7: two escapes or more; a percentage before a word ("50%add") has a digit before it. */
static gsay_span find_escape(gsay_str bytes, gsay_span window, uint32_t sign)
{
    gsay_span span = { sign, sign };
    if (is_digit(byte_at(bytes, window, sign - 1)))
        return NONE;
    while (byte_at(bytes, window, span.end) == '%' && is_hexadecimal(byte_at(bytes, window, span.end + 1)) &&
           is_hexadecimal(byte_at(bytes, window, span.end + 2)))
        span.end += 3;
    return span.end - span.begin >= 6 ? widen(bytes, window, span, "%_-") : NONE;
}

/* identifier_like_this: an underscore inside a word; _emphasis_ has them outside. */
static gsay_span find_identifier(gsay_str bytes, gsay_span window, uint32_t sign)
{
    if (!is_alnum(byte_at(bytes, window, sign - 1)))
        return NONE;
    gsay_span span = widen(bytes, window, (gsay_span){ sign, sign + 1 }, "_");
    while (bytes.ptr[span.begin] == '_')
        span.begin++;
    while (bytes.ptr[span.end - 1] == '_')
        span.end--;
    return span.end > sign ? span : NONE;
}

/* C:\folder\file */
static gsay_span find_backslash(gsay_str bytes, gsay_span window, uint32_t sign)
{
    unsigned char before = byte_at(bytes, window, sign - 1);
    if (!(is_alnum(before) || before == ':') || !is_alnum(byte_at(bytes, window, sign + 1)))
        return NONE;
    return trim_end(bytes, widen(bytes, window, (gsay_span){ sign, sign + 1 }, "_.:\\-~"));
}

/* Suffixes of file names that stand in prose without a folder before them. */
static bool is_file_suffix(gsay_str suffix)
{
    static const char names[] = " bash bat bin bmp c cc cfg cfm cgi cmake conf cpp cs csh css csv dat deb diff dll doc "
                                "docx eps exe gif go gz h hpp htm html "
                                "ico ini ipynb jar java jpeg jpg js json jsonl jsx kt lock log lua md mjs mk mov mp3 "
                                "mp4 patch pdf php pl png ppt pptx "
                                "ps1 psd py rb rpm rs rst rtf scss sh so sql sqlite svg svelte swift tar tex tgz toml "
                                "ts tsv tsx ttf txt vue wasm wav webp xls "
                                "xlsx xml xz yaml yml zip zsh ";
    char              word[8] = " ";
    if (suffix.len == 0 || suffix.len > 6)
        return false;
    memcpy(word + 1, suffix.ptr, suffix.len);
    memcpy(word + 1 + suffix.len, " ", suffix.len < 6 ? 2 : 1);
    word[7] = '\0';
    return strstr(names, word) != NULL;
}

/* The part of a component after its last dot; empty when there is no dot, or nothing before it. */
static gsay_str suffix_of(gsay_str component)
{
    for (size_t i = component.len; i > 1; i--)
        if (component.ptr[i - 1] == '.')
            return (gsay_str){ component.ptr + i, component.len - i };
    return (gsay_str){ "", 0 };
}

static bool is_lower_word(gsay_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < 'a' || word.ptr[i] > 'z')
            return false;
    return word.len > 0;
}

/* example.com: two bytes before the dot, two small letters or more behind it. */
static bool is_domain(gsay_str component)
{
    gsay_str suffix = suffix_of(component);
    return suffix.len >= 2 && is_lower_word(suffix) && component.len >= suffix.len + 3;
}

/* main.c, notes.markdown: a letter begins the suffix, and a name of two bytes stands before it (not a.m). */
static bool is_file_name(gsay_str component)
{
    gsay_str suffix = suffix_of(component);
    return suffix.len >= 1 && suffix.len <= 8 && suffix.ptr[0] >= 'a' && suffix.ptr[0] <= 'z' &&
           component.len >= suffix.len + 3;
}

/* What the components of a slashed stretch have in common. */
struct slashed {
    gsay_str first, last;
    size_t   slashes;
    bool     has_underscore;
    bool     has_abbreviation; /* a component that ends with a dot: U.S./China */
};

/* One pass over a stretch with slashes. */
static struct slashed split_slashes(gsay_str stretch)
{
    struct slashed result = { .first = { stretch.ptr, 0 } };
    size_t         begin = 0;
    for (size_t i = 0; i <= stretch.len; i++) {
        result.has_underscore |= i < stretch.len && stretch.ptr[i] == '_';
        if (i < stretch.len && stretch.ptr[i] != '/')
            continue;
        result.last = (gsay_str){ stretch.ptr + begin, i - begin };
        if (begin == 0)
            result.first = result.last;
        result.has_abbreviation |= result.last.len > 2 && stretch.ptr[i - 1] == '.';
        result.slashes += i < stretch.len;
        begin = i + 1;
    }
    return result;
}

/* Words with slashes between them are prose (his/her); a path shows by its root, a domain, a file suffix or an
 * underscore. */
static bool is_path(gsay_str stretch)
{
    if (gsay_str_starts(stretch, GSAY_STR("./")) || gsay_str_starts(stretch, GSAY_STR("../")) ||
        gsay_str_starts(stretch, GSAY_STR("~/")))
        return true;
    struct slashed parts = split_slashes(stretch);
    if (parts.has_abbreviation)
        return false;
    if (is_domain(parts.first) || is_file_name(parts.last) || parts.has_underscore)
        return true;
    bool is_rooted = parts.first.len == 0 && stretch.len > 1 && is_letter((unsigned char)stretch.ptr[1]);
    return (is_rooted || parts.last.len == 0) && parts.slashes >= 2 &&
           is_letter((unsigned char)stretch.ptr[stretch.len > 1]);
}

/* A path or file name around a slash or dot. */
static gsay_span find_path(gsay_str bytes, gsay_span window, uint32_t offset, uint32_t *checked)
{
    if (offset < *checked)
        return NONE;
    window.begin = *checked > window.begin ? *checked : window.begin;
    gsay_span span = widen(bytes, window, (gsay_span){ offset, offset + 1 }, "._~/+-%@&=?#:");
    *checked = span.end;
    span = trim_end(bytes, span);
    while (span.begin < span.end && strchr("-:?#&=@%+", bytes.ptr[span.begin]))
        span.begin++;
    if (span.end <= offset)
        return NONE;
    gsay_str stretch = gsay_str_slice(bytes, span);
    if (gsay_str_starts(stretch, GSAY_STR("www.")) && stretch.len > 6)
        return (gsay_span){ span.begin, url_end(bytes, window, span.begin) };
    if (memchr(stretch.ptr, '/', stretch.len))
        return is_path(stretch) ? span : NONE;
    return is_file_suffix(suffix_of(stretch)) && is_file_name(stretch) ? span : NONE;
}

gsay_span gsay_address_find(gsay_str bytes, gsay_span window, uint32_t offset, uint32_t *checked)
{
    switch (bytes.ptr[offset]) {
    case ':':
        return find_url(bytes, window, offset);
    case '@':
        return find_at_sign(bytes, window, offset);
    case '#':
        return find_tag(bytes, window, offset);
    case '%':
        return find_escape(bytes, window, offset);
    case '_':
        return find_identifier(bytes, window, offset);
    case '\\':
        return find_backslash(bytes, window, offset);
    default:
        return find_path(bytes, window, offset, checked);
    }
}
