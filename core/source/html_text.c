/* Aligning parsed text with its source.
 *
 * The parser decodes all 2,231 character references but does not say where each stood. Both texts are walked side by
 * side: equal bytes go on together; at "&" what was decoded is told from the parsed side, how long the reference was
 * from what follows it. Tags that the parser passed over inside a text are stepped over here as well. Should the two
 * ever part, the rest is one stand-in for the rest: coarse, never wrong. */
#include "source/html_text.h"

#include "source/entity.h"
#include "source/html_tag.h"

#define NAME_BYTES_MAX 32u /* of a character reference; the longest has 31 */
#define PROOF_BYTES    8u  /* compared behind a reference without semicolon */

static bool is_alphanumeric(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

/* Bytes of "&#8217;" at the begin of text, with or without the semicolon; 0 when it is none. */
static size_t numeric_length(gsay_str text)
{
    if (text.len < 3 || text.ptr[1] != '#')
        return 0;
    bool   is_hexadecimal = text.ptr[2] == 'x' || text.ptr[2] == 'X';
    size_t first = is_hexadecimal ? 3 : 2;
    size_t at = first;
    for (; at < text.len; at++) {
        char byte = text.ptr[at];
        bool is_digit = byte >= '0' && byte <= '9';
        bool is_letter = is_hexadecimal && ((byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F'));
        if (!is_digit && !is_letter)
            break;
    }
    if (at == first)
        return 0;
    return at + (at < text.len && text.ptr[at] == ';');
}

/* Bytes of the first code points of parsed text. */
static size_t parsed_length(const char *parsed, size_t codepoints)
{
    size_t len = 0;
    while (codepoints > 0 && parsed[len] != '\0') {
        len++;
        while (((unsigned char)parsed[len] & 0xC0) == 0x80)
            len++;
        codepoints--;
    }
    return len;
}

/* Tell whether the input from at on may be what parsed goes on with. */
static bool goes_on(gsay_str input, size_t at, const char *parsed)
{
    for (size_t i = 0; i < PROOF_BYTES; i++) {
        if (at + i >= input.len)
            return parsed[i] == '\0';
        char byte = input.ptr[at + i];
        if (byte == '&' || byte == '<' || byte == '\r')
            return true;
        if (byte != parsed[i])
            return false;
    }
    return true;
}

/* Bytes of the named reference at the begin of text, given what it was decoded to. decoded: out, bytes of parsed. */
static size_t named_length(gsay_str text, const char *parsed, size_t *decoded)
{
    size_t name = 1;
    while (name < text.len && name < NAME_BYTES_MAX && is_alphanumeric(text.ptr[name]))
        name++;
    bool has_semicolon = name < text.len && text.ptr[name] == ';';
    for (size_t codepoints = 1; has_semicolon && codepoints <= 2; codepoints++) {
        *decoded = parsed_length(parsed, codepoints);
        if (goes_on(text, name + 1, parsed + *decoded))
            return name + 1;
    }
    *decoded = parsed_length(parsed, 1);
    for (size_t len = name; len > 2; len--) /* "&copy2025": the names of HTML 3 need no semicolon */
        if (goes_on(text, len, parsed + *decoded))
            return len;
    return has_semicolon ? name + 1 : name;
}

/* Bytes of the reference at the begin of text; 0 for a "&" that is text. decoded: out, bytes of parsed it became. */
static size_t reference_length(gsay_str text, const char *parsed, size_t *decoded)
{
    size_t numeric = numeric_length(text);
    *decoded = parsed_length(parsed, 1);
    if (numeric > 0)
        return numeric;
    if (parsed[0] != '&')
        return named_length(text, parsed, decoded);
    bool is_amp = gsay_str_starts(text, GSAY_STR("&amp")) || gsay_str_starts(text, GSAY_STR("&AMP"));
    if (!is_amp)
        return 0;
    return text.len > 4 && text.ptr[4] == ';' ? 5 : 4;
}

static gsay_html_piece as_it_stands(size_t begin, size_t end)
{
    return (gsay_html_piece){ .place = { (uint32_t)begin, (uint32_t)end } };
}

/* Take a reference, or all that is left. Returns false for a "&" that is text. */
static bool take_reference(gsay_html_text *text, gsay_html_piece *piece)
{
    size_t   decoded = 0;
    gsay_str rest = { text->input.ptr + text->at, text->end - text->at };
    size_t   len = reference_length(rest, text->parsed, &decoded);
    if (len == 0)
        return false;
    *piece = as_it_stands(text->at, text->at + len);
    piece->stand_in = (gsay_str){ text->parsed, decoded };
    text->at += len;
    text->parsed += decoded;
    return true;
}

bool gsay_html_text_next(gsay_html_text *text, gsay_html_piece *piece)
{
    size_t           begin = text->at;
    gsay_html_markup markup;
    while (text->at < text->end && text->parsed[0] != '\0') {
        char byte = text->input.ptr[text->at];
        bool is_markup = byte == '<' && gsay_html_markup_read(text->input, text->at, &markup);
        if ((is_markup || byte == '&') && text->at > begin) {
            /* a "&" that is text ends a piece too: rare, and the writer joins them again */
            *piece = as_it_stands(begin, text->at);
            return true;
        }
        if (is_markup) {
            text->at = begin = markup.end;
            continue;
        }
        if (byte == '&' && take_reference(text, piece))
            return true;
        bool is_pair = byte == '\r' && text->at + 1 < text->end && text->input.ptr[text->at + 1] == '\n';
        if (byte != text->parsed[0] && byte != '\r') { /* they parted */
            *piece = as_it_stands(text->at, text->end);
            piece->stand_in = gsay_str_of(text->parsed);
            text->at = text->end;
            return true;
        }
        text->at += is_pair ? 2 : 1;
        text->parsed++;
    }
    *piece = as_it_stands(begin, text->at);
    return text->at > begin;
}

gsay_str gsay_html_plain(gsay_arena *arena, gsay_str html)
{
    char *bytes =
        GSAY_NEW(arena, char, html.len + GSAY_ENTITY_BYTES_MAX); /* a decoded reference is no longer than it was */
    size_t len = 0;
    if (!bytes)
        return (gsay_str){ NULL, 0 };
    for (size_t at = 0; at < html.len;) {
        const char *end = html.ptr[at] == '&' ? memchr(html.ptr + at, ';',
                                                       html.len - at < NAME_BYTES_MAX ? html.len - at : NAME_BYTES_MAX)
                                              : NULL;
        size_t      reference = end ? (size_t)(end - html.ptr) + 1 - at : 0;
        char        decoded[GSAY_ENTITY_BYTES_MAX];
        gsay_str    piece = { html.ptr + at, 1 };
        gsay_str    known =
            reference ? gsay_entity_decode((gsay_str){ html.ptr + at, reference }, decoded) : (gsay_str){ "", 0 };
        at += known.len ? reference : 1;
        if (known.len)
            piece = known;
        if (is_space(piece.ptr[0]))
            piece = len > 0 && bytes[len - 1] != ' ' ? GSAY_STR(" ") : GSAY_STR("");
        memcpy(bytes + len, piece.ptr, piece.len);
        len += piece.len;
    }
    while (len > 0 && bytes[len - 1] == ' ')
        len--;
    return (gsay_str){ bytes, len };
}
