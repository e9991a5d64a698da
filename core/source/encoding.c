/* Legacy encodings, by iconv.
 *
 * Iconv converts whole buffers and does not say which byte became which, so it is given one character at a time, and
 * only those beyond ASCII: in the texts this is for, few are. Characters of one width are one run of the map; a place
 * is found by division.
 *
 * Labels are those of the WHATWG Encoding Standard, where Latin-1 means Windows-1252, as it does on the pages that say
 * so. Encodings that switch by escape sequences (ISO-2022) are not read. */
#include "source/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "source/html_tag.h"

#define CHARACTER_BYTES_MAX 8u /* of the input, for one character */
#define UTF8_BYTES_MAX      8u /* of one character converted; some become two code points */
#define REPLACEMENT         GSAY_STR("\xEF\xBF\xBD")

struct encoding_row {
    const char *name;      /* for people */
    const char *system;    /* for iconv */
    const char *labels;    /* in lower case, between spaces */
    uint8_t     unit;      /* bytes of its smallest character */
    bool        is_single; /* a byte is a character */
};

static const struct encoding_row encodings[] = {
    { "UTF-16LE", "UTF-16LE", "", 2, false },
    { "UTF-16BE", "UTF-16BE", "", 2, false },
    { "Windows-1252", "CP1252",
      " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 us-ascii ascii ansi_x3.4-1968 ",
      1, true },
    { "Windows-1250", "CP1250", " windows-1250 cp1250 x-cp1250 ", 1, true },
    { "Windows-1251", "CP1251", " windows-1251 cp1251 x-cp1251 ", 1, true },
    { "Windows-1253", "CP1253", " windows-1253 cp1253 x-cp1253 ", 1, true },
    { "Windows-1254", "CP1254", " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5 ", 1, true },
    { "Windows-1255", "CP1255", " windows-1255 cp1255 x-cp1255 ", 1, true },
    { "Windows-1256", "CP1256", " windows-1256 cp1256 x-cp1256 ", 1, true },
    { "Windows-1257", "CP1257", " windows-1257 cp1257 x-cp1257 ", 1, true },
    { "Windows-1258", "CP1258", " windows-1258 cp1258 x-cp1258 ", 1, true },
    { "Windows-874", "CP874", " windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 ", 1, true },
    { "ISO-8859-2", "ISO-8859-2", " iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 ", 1, true },
    { "ISO-8859-3", "ISO-8859-3", " iso-8859-3 iso8859-3 latin3 l3 ", 1, true },
    { "ISO-8859-4", "ISO-8859-4", " iso-8859-4 iso8859-4 latin4 l4 ", 1, true },
    { "ISO-8859-5", "ISO-8859-5", " iso-8859-5 iso8859-5 cyrillic ", 1, true },
    { "ISO-8859-7", "ISO-8859-7", " iso-8859-7 iso8859-7 greek ", 1, true },
    { "ISO-8859-10", "ISO-8859-10", " iso-8859-10 iso8859-10 latin6 l6 ", 1, true },
    { "ISO-8859-13", "ISO-8859-13", " iso-8859-13 iso8859-13 ", 1, true },
    { "ISO-8859-14", "ISO-8859-14", " iso-8859-14 iso8859-14 ", 1, true },
    { "ISO-8859-15", "ISO-8859-15", " iso-8859-15 iso8859-15 iso_8859-15 latin9 l9 ", 1, true },
    { "ISO-8859-16", "ISO-8859-16", " iso-8859-16 ", 1, true },
    { "KOI8-R", "KOI8-R", " koi8-r koi8 koi ", 1, true },
    { "KOI8-U", "KOI8-U", " koi8-u koi8-ru ", 1, true },
    { "Macintosh", "MACINTOSH", " macintosh mac x-mac-roman ", 1, true },
    { "IBM866", "CP866", " ibm866 cp866 866 ", 1, true },
    { "Shift_JIS", "CP932", " shift_jis shift-jis sjis x-sjis windows-31j ms_kanji ", 1, false },
    { "EUC-JP", "EUC-JP", " euc-jp x-euc-jp ", 1, false },
    { "GB18030", "GB18030", " gb18030 gbk x-gbk gb2312 gb_2312 chinese ", 1, false },
    { "Big5", "BIG5-HKSCS", " big5 big5-hkscs cn-big5 x-x-big5 ", 1, false },
    { "EUC-KR", "CP949", " euc-kr ks_c_5601-1987 korean windows-949 ", 1, false },
};
enum { ENCODING_COUNT = sizeof(encodings) / sizeof(encodings[0]), UTF16LE = 0, UTF16BE = 1, WINDOWS1252 = 2 };

/* One conversion. */
struct conversion {
    gsay_arena                *arena;
    const struct encoding_row *row;
    const gsay_source         *source;
    gsay_decoding             *decoding;
    size_t                     run_capacity;
    iconv_t                    system;
    gsay_buffer                text;
    gsay_error                *err;
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* Find a word of small letters in text, in any case; SIZE_MAX where it is not. */
static size_t find_word(gsay_str text, gsay_str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++)
        if (gsay_html_name_equal((gsay_str){ text.ptr + at, word.len }, word))
            return at;
    return SIZE_MAX;
}

/* The value behind `key =` in a tag, up to a quotation mark, white space or ";". */
static gsay_str value_behind(gsay_str tag, gsay_str key)
{
    size_t at = find_word(tag, key);
    if (at == SIZE_MAX)
        return (gsay_str){ "", 0 };
    at += key.len;
    while (at < tag.len && is_space(tag.ptr[at]))
        at++;
    if (at == tag.len || tag.ptr[at] != '=')
        return (gsay_str){ "", 0 };
    at++;
    while (at < tag.len && (is_space(tag.ptr[at]) || tag.ptr[at] == '"' || tag.ptr[at] == '\''))
        at++;
    size_t end = at;
    while (end < tag.len && !is_space(tag.ptr[end]) && !memchr("\"';/>?", tag.ptr[end], 6))
        end++;
    return (gsay_str){ tag.ptr + at, end - at };
}

/* What a page declares, "" for nothing. reason: out, who said so. */
static gsay_str declared_label(gsay_str input, const char **reason)
{
    gsay_str head = { input.ptr, input.len < GSAY_ENCODING_HEAD ? input.len : GSAY_ENCODING_HEAD };
    for (size_t at = 0; at < head.len; at++) {
        gsay_html_markup markup;
        if (head.ptr[at] != '<' || !gsay_html_markup_read(head, at, &markup))
            continue;
        gsay_str piece = { head.ptr + at, markup.end - at };
        gsay_str label = { "", 0 };
        if (at == 0 && gsay_str_starts(piece, GSAY_STR("<?xml")))
            label = value_behind(piece, GSAY_STR("encoding"));
        else if (gsay_html_name_equal(markup.name, GSAY_STR("meta")) && !markup.is_end_tag)
            label = value_behind(piece, GSAY_STR("charset"));
        if (label.len > 0) {
            *reason = at == 0 && piece.ptr[1] == '?' ? "as its XML declaration says" : "as its meta element says";
            return label;
        }
        at = markup.end - 1;
    }
    return (gsay_str){ "", 0 };
}

static const struct encoding_row *row_of_label(gsay_str label)
{
    char   word[34] = " ";
    size_t len = 1;
    if (label.len == 0 || label.len + 2 >= sizeof word)
        return NULL;
    for (size_t i = 0; i < label.len; i++)
        word[len++] = lower(label.ptr[i]);
    word[len++] = ' ';
    word[len] = '\0';
    for (size_t i = 0; i < ENCODING_COUNT; i++)
        if (strstr(encodings[i].labels, word))
            return &encodings[i];
    return NULL;
}

/* Tell whether a page that declares nothing may be what the HTML standard then takes it for: no byte that Windows-1252
 * leaves open, and no more than two beyond ASCII in a row, as in languages written in Latin letters. In others, and in
 * encodings of several bytes, most letters are beyond ASCII. */
static bool looks_western(gsay_str input)
{
    size_t row = 0;
    for (size_t i = 0; i < input.len; i++) {
        row = (unsigned char)input.ptr[i] < 0x80 ? 0 : row + 1;
        if (row > 2 || (row > 0 && memchr("\x81\x8D\x8F\x90\x9D", input.ptr[i], 5)))
            return false;
    }
    return true;
}

/* The encoding to convert from; NULL to leave the bytes alone. */
static const struct encoding_row *recognise(const gsay_source *source, const char **reason)
{
    gsay_str input = source->input;
    *reason = "by its byte order mark";
    if (gsay_str_starts(input, GSAY_STR("\xFF\xFE")))
        return &encodings[UTF16LE];
    if (gsay_str_starts(input, GSAY_STR("\xFE\xFF")))
        return &encodings[UTF16BE];
    size_t bad = source->format == GSAY_FORMAT_HTML ? gsay_utf8_check(input) : input.len;
    if (bad == input.len || input.ptr[bad] == '\0') /* what is UTF-8 is that, whatever it declares */
        return NULL;
    gsay_str label = declared_label(input, reason);
    if (label.len > 0)
        return row_of_label(label);
    *reason = "the default of HTML, as it declares none";
    return looks_western(input) ? &encodings[WINDOWS1252] : NULL;
}

/* Note that a character of such widths comes next. */
static bool add_run(struct conversion *conversion, size_t place, size_t input_width, size_t text_width)
{
    gsay_decoding *decoding = conversion->decoding;
    if (decoding->count > 0) {
        const gsay_decoding_run *last = &decoding->runs[decoding->count - 1];
        if (last->input_width == input_width && last->text_width == text_width)
            return true;
    }
    gsay_decoding_run *runs =
        gsay_arena_grow(conversion->arena, decoding->runs, sizeof(*runs), decoding->count, &conversion->run_capacity);
    if (!runs)
        return false;
    decoding->runs = runs;
    runs[decoding->count++] = (gsay_decoding_run){ (uint32_t)conversion->text.len, (uint32_t)place, (uint8_t)text_width,
                                                   (uint8_t)input_width };
    return true;
}

/* The ASCII character at a place, -1 when it is another. */
static int ascii_at(const struct conversion *conversion, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)conversion->source->input.ptr + at;
    size_t               left = conversion->source->input.len - at;
    int                  value = bytes[0];
    if (conversion->row->unit == 2) {
        bool is_little = conversion->row == &encodings[UTF16LE];
        if (left < 2 || bytes[is_little ? 1 : 0] != 0)
            return -1;
        value = bytes[is_little ? 0 : 1];
    }
    return value < 0x80 ? value : -1;
}

/* Have iconv convert the one character at a place. Returns its bytes of input, 0 when there is none. */
static size_t convert_character(struct conversion *conversion, size_t at, char out[UTF8_BYTES_MAX], size_t *out_len)
{
    gsay_str input = conversion->source->input;
    for (size_t len = conversion->row->unit; len <= CHARACTER_BYTES_MAX && len <= input.len - at; len++) {
        char   bytes[CHARACTER_BYTES_MAX];
        char  *from = bytes, *to = out;
        size_t from_left = len, to_left = UTF8_BYTES_MAX;
        memcpy(bytes, input.ptr + at, len);
        size_t result = iconv(conversion->system, &from, &from_left, &to, &to_left);
        *out_len = UTF8_BYTES_MAX - to_left;
        if (result != (size_t)-1 && *out_len == 0) { /* some wait for a combining mark that may follow */
            iconv(conversion->system, NULL, NULL, &to, &to_left);
            *out_len = UTF8_BYTES_MAX - to_left;
        }
        if (result != (size_t)-1 && *out_len > 0)
            return len;
        if (result == (size_t)-1 && errno != EINVAL)
            break;
        iconv(conversion->system, NULL, NULL, NULL, NULL);
    }
    if (!conversion->row->is_single)
        return 0;
    memcpy(out, REPLACEMENT.ptr, REPLACEMENT.len); /* a byte that the code page leaves open */
    *out_len = REPLACEMENT.len;
    return 1;
}

static gsay_status convert(struct conversion *conversion)
{
    gsay_str name = conversion->source->name;
    size_t   end = conversion->source->input.len;
    for (size_t at = 0; at < end;) {
        char   out[UTF8_BYTES_MAX];
        size_t out_len = 1, width = conversion->row->unit;
        int    ascii = ascii_at(conversion, at);
        out[0] = (char)ascii;
        if (ascii < 0)
            width = convert_character(conversion, at, out, &out_len);
        if (width == 0)
            return gsay_fail(conversion->err, GSAY_EENCODING, at,
                             "cannot read %.*s as %s: invalid at byte %zu; convert it to UTF-8", GSAY_ARG(name),
                             conversion->row->name, at);
        if (!add_run(conversion, at, width, out_len))
            return gsay_fail_memory(conversion->err);
        gsay_buffer_add(&conversion->text, (gsay_str){ out, out_len });
        if (conversion->text.len > GSAY_SOURCE_BYTES_MAX)
            return gsay_fail(conversion->err, GSAY_ELIMIT, SIZE_MAX,
                             "cannot read %.*s: in UTF-8 it has more than %zu bytes; split it", GSAY_ARG(name),
                             GSAY_SOURCE_BYTES_MAX);
        at += width;
    }
    return conversion->text.has_failed ? gsay_fail_memory(conversion->err) : GSAY_OK;
}

gsay_status gsay_source_decode(gsay_arena *arena, gsay_source *source, gsay_error *err)
{
    const char                *reason = NULL;
    const struct encoding_row *row = source->input.len <= GSAY_SOURCE_BYTES_MAX ? recognise(source, &reason) : NULL;
    if (!row)
        return GSAY_OK;
    struct conversion conversion = { .arena = arena, .row = row, .source = source, .err = err };
    conversion.decoding = GSAY_NEW(arena, gsay_decoding, 1);
    if (!conversion.decoding)
        return gsay_fail_memory(err);
    *conversion.decoding = (gsay_decoding){ .encoding = row->name, .reason = reason, .input_len = source->input.len };
    conversion.system = iconv_open("UTF-8", row->system);
    if (conversion.system == (iconv_t)-1)
        return errno == ENOMEM ? gsay_fail_memory(err)
                               : gsay_fail(err, GSAY_EENCODING, 0,
                                           "cannot read %.*s: this system does not convert %s; convert it to UTF-8",
                                           GSAY_ARG(source->name), row->name);
    gsay_status status = convert(&conversion);
    gsay_str    text =
        status == GSAY_OK ? gsay_arena_copy(arena, gsay_buffer_view(&conversion.text)) : (gsay_str){ "", 0 };
    iconv_close(conversion.system);
    gsay_buffer_clear(&conversion.text);
    if (status != GSAY_OK)
        return status;
    if (!text.ptr)
        return gsay_fail_memory(err);
    source->input = text;
    source->decoding = conversion.decoding;
    return GSAY_OK;
}

/* Where the character around a byte of the text begins in the file; with is_end, where the one that holds the byte
 * before ends. */
static uint32_t origin_of(const gsay_decoding *decoding, uint32_t offset, bool is_end)
{
    size_t low = 0, high = decoding->count;
    if (is_end && offset == 0)
        return 0;
    offset -= is_end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (decoding->runs[middle].text_begin <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return 0;
    gsay_decoding_run run = decoding->runs[low - 1];
    uint32_t          character = (offset - run.text_begin) / run.text_width + is_end;
    uint64_t          origin = run.input_begin + (uint64_t)character * run.input_width;
    return origin < decoding->input_len ? (uint32_t)origin : (uint32_t)decoding->input_len;
}

gsay_span gsay_decoding_origin(const gsay_decoding *decoding, gsay_span place)
{
    if (!decoding)
        return place;
    uint32_t begin = origin_of(decoding, place.begin, false);
    if (place.begin >= place.end)
        return (gsay_span){ begin, begin };
    return (gsay_span){ begin, origin_of(decoding, place.end, true) };
}
