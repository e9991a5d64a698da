/* Plain text into blocks. Text is the input itself; the work is to say where blocks begin and end and what they are.
 *
 * Method, in two passes over the lines. The first takes the measure: the longest line is the wrap width, and the line
 * breaks vote whether the text is wrapped at all (a break that the width forces, in the middle of a sentence, speaks
 * for it). The second joins lines into paragraphs, and a third look, at the blocks alone, finds the headings.
 *
 * Not prose, so between blocks: bullets, rules ("* * *"), pictures in Markdown's syntax, lines that are an address
 * alone. */
#include "source/reader.h"

#include "base/utf8.h"

enum {
    WRAP_COLUMNS_MAX = 120, /* a line beyond it was not wrapped by hand or editor, so no line was */
    HEADLINE_BYTES_MAX = 200,
    SUBHEAD_BYTES_MAX = 100,
    LIST_DIGITS_MAX = 3 /* "2014. A good year" is no list item */
};

/* One line, without its line break. */
struct line {
    gsay_span full;          /* with indent and bullet */
    gsay_span text;          /* trimmed of white space, and of the bullet */
    bool      is_blank;      /* white space only, a rule, or an address alone */
    bool      is_item;       /* a bullet was taken off */
    bool      is_first_item; /* the bullet is no number but "1.": such a line may interrupt a paragraph */
};

/* Where a pass over the lines stands. The next LF is remembered, or a text of CR alone would be searched to its end
 * again at every line. */
struct line_cursor {
    gsay_str text;
    uint32_t at;
    uint32_t feed; /* the next LF, or text.len; valid while >= at */
    bool     has_feed;
    bool     has_carriages; /* the text holds a CR at all; set with has_feed */
};

/* What is being joined. */
struct plain {
    gsay_arena    *arena;
    gsay_document *document;
    size_t         block_capacity;
    uint32_t       width;      /* 0: no break is a wrap */
    gsay_block     open;       /* text is empty when no block is open */
    uint32_t       open_lines; /* lines in it */
    bool           is_apart;   /* a blank line (or the begin) stands before it */
    bool           has_marks;  /* the text holds what pictures begin with, as few do */
    uint8_t       *looks;      /* by block: enum look; heap-free, in the arena like the blocks */
    size_t         look_capacity;
};

/* What the heading test needs to know of a block. */
enum look {
    LOOK_SINGLE = 1,       /* one line */
    LOOK_APART_BEFORE = 2, /* a blank line or the begin of the text before it */
    LOOK_APART_AFTER = 4   /* a blank line or the end after it */
};

static bool is_space_byte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\v' || byte == '\f';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Bytes of the white space at offset, 0 when there is none. A BOM and joiners without width count. */
static size_t space_length(gsay_str text, size_t offset)
{
    if ((unsigned char)text.ptr[offset] < 0x80)
        return is_space_byte(text.ptr[offset]);
    size_t   length = 0;
    uint32_t codepoint = gsay_utf8_decode(text, offset, &length);
    if (codepoint == 0xFEFF || codepoint == 0x200B)
        return length;
    gsay_char_class class = gsay_utf8_class(codepoint);
    return class == GSAY_CHAR_SPACE || class == GSAY_CHAR_LINE ? length : 0;
}

/* Tell whether a byte is ASCII that prints. */
static bool is_black(char byte)
{
    return byte > ' ' && byte < 0x7F;
}

/* Take white space off both ends. */
static gsay_span trim(gsay_str text, gsay_span span)
{
    size_t length;
    if (span.begin < span.end && is_black(text.ptr[span.begin]) && is_black(text.ptr[span.end - 1]))
        return span;
    while (span.begin < span.end && (length = space_length(text, span.begin)) > 0)
        span.begin += (uint32_t)length;
    while (span.begin < span.end) {
        uint32_t last = span.end - 1;
        while (last > span.begin && ((unsigned char)text.ptr[last] & 0xC0) == 0x80)
            last--;
        if (space_length(text, last) == 0)
            break;
        span.end = last;
    }
    return span;
}

static uint32_t count_columns(gsay_str text, gsay_span span)
{
    return (uint32_t)gsay_utf8_count(gsay_str_slice(text, span));
}

/* Tell whether a stretch holds more than signs; any byte beyond ASCII counts, so that no alphabet is lost. */
static bool has_word(gsay_str text, gsay_span span)
{
    for (uint32_t i = span.begin; i < span.end; i++) {
        char byte = text.ptr[i];
        if (is_digit(byte) || is_upper(byte) || is_lower(byte) || (unsigned char)byte >= 0x80)
            return true;
    }
    return false;
}

static uint32_t skip_blanks(gsay_str text, uint32_t at, uint32_t end)
{
    while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

/* A line that is one web address and nothing else. Tokenised corpora spell it "http: / / www. example. org"; there the
 * rest of the line is taken for it. */
static bool is_address_line(gsay_str text, gsay_span span)
{
    gsay_str line = gsay_str_slice(text, span);
    size_t   scheme = gsay_str_starts(line, GSAY_STR("https:")) ? 6 : gsay_str_starts(line, GSAY_STR("http:")) ? 5 : 0;
    if (scheme == 0)
        return false;
    uint32_t first = skip_blanks(text, span.begin + (uint32_t)scheme, span.end);
    if (first == span.end || text.ptr[first] != '/')
        return false;
    uint32_t second = skip_blanks(text, first + 1, span.end);
    if (second == span.end || text.ptr[second] != '/')
        return false;
    bool is_tokenised = second != first + 1;
    return is_tokenised || (!memchr(line.ptr, ' ', line.len) && !memchr(line.ptr, '\t', line.len));
}

/* Bytes of a bullet sign at the line's begin: ASCII, or one of the signs that word processors set. */
static uint32_t bullet_sign_length(gsay_str line)
{
    static const uint32_t signs[] = { '-',    '*',    0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB,
                                      0x25CF, 0x25CB, 0x25E6, 0x25A0, 0xB7,   0x2013, 0x2014 };
    size_t                length = 0;
    if (is_upper(line.ptr[0]) || is_lower(line.ptr[0])) /* most lines */
        return 0;
    uint32_t codepoint = gsay_utf8_decode(line, 0, &length);
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (signs[i] == codepoint)
            return (uint32_t)length;
    return 0;
}

/* Bytes of a list number at the line's begin: "1." or "12)". */
static uint32_t list_number_length(gsay_str line)
{
    size_t digits = 0;
    while (digits < line.len && digits <= LIST_DIGITS_MAX && is_digit(line.ptr[digits]))
        digits++;
    if (digits == 0 || digits > LIST_DIGITS_MAX || digits == line.len)
        return 0;
    return line.ptr[digits] == '.' || line.ptr[digits] == ')' ? (uint32_t)digits + 1 : 0;
}

/* Take a bullet and the space after it off the line. */
static void strip_bullet(gsay_str text, struct line *line)
{
    gsay_str bytes = gsay_str_slice(text, line->text);
    uint32_t sign = bullet_sign_length(bytes);
    uint32_t length = sign ? sign : list_number_length(bytes);
    if (length == 0 || length >= bytes.len || space_length(text, line->text.begin + length) == 0)
        return;
    gsay_span rest = trim(text, (gsay_span){ line->text.begin + length, line->text.end });
    /* "1. 5" is a decimal number of tokenised text */
    if (!sign && is_digit(text.ptr[rest.begin]))
        return;
    line->is_item = true;
    line->is_first_item = sign || (bytes.ptr[0] == '1' && length == 2);
    line->text = rest;
}

/* Read the next line and step over its line break: LF, CR LF or CR. Returns false at the end of the text. */
static bool next_line(struct line_cursor *cursor, struct line *line)
{
    gsay_str text = cursor->text;
    if (cursor->at >= text.len)
        return false;
    gsay_span span = { cursor->at, (uint32_t)text.len };
    if (!cursor->has_feed || cursor->feed < span.begin) {
        const char *feed = memchr(text.ptr + span.begin, '\n', span.end - span.begin);
        cursor->feed = feed ? (uint32_t)(feed - text.ptr) : span.end;
        if (!cursor->has_feed)
            cursor->has_carriages = memchr(text.ptr, '\r', text.len) != NULL;
        cursor->has_feed = true;
    }
    span.end = cursor->feed;
    cursor->at = span.end + 1;
    const char *carriage = cursor->has_carriages ? memchr(text.ptr + span.begin, '\r', span.end - span.begin) : NULL;
    if (carriage) {
        span.end = (uint32_t)(carriage - text.ptr);
        cursor->at = span.end + 1 == cursor->feed ? span.end + 2 : span.end + 1;
    }
    *line = (struct line){ .full = span, .text = trim(text, span) };
    line->is_blank =
        line->text.begin == line->text.end || !has_word(text, line->text) || is_address_line(text, line->text);
    if (!line->is_blank)
        strip_bullet(text, line);
    return true;
}

/* What the wrap would have had to fit in. */
static uint32_t first_word_columns(gsay_str text, gsay_span span)
{
    uint32_t end = span.begin;
    while (end < span.end && !is_space_byte(text.ptr[end]))
        end++;
    return count_columns(text, (gsay_span){ span.begin, end });
}

/* Tell whether the bytes end a sentence, behind any closing marks. */
static bool ends_sentence(gsay_str text, gsay_span span)
{
    static const char closing[] = "\"')]\x9D\x99"; /* the last bytes of U+201D and U+2019 among them */
    uint32_t          end = span.end;
    while (end > span.begin && ((unsigned char)text.ptr[end - 1] == 0x80 || (unsigned char)text.ptr[end - 1] == 0xE2 ||
                                memchr(closing, text.ptr[end - 1], sizeof(closing) - 1)))
        end--;
    return end > span.begin && memchr(".!?:", text.ptr[end - 1], 4);
}

/* Tell whether the width made the break between two lines: the next word would not have fitted. */
static bool is_wrap(gsay_str text, uint32_t width, const struct line *line, const struct line *next)
{
    return count_columns(text, line->full) + 1 + first_word_columns(text, next->text) > width;
}

/* The wrap width: that of the longest line, if the breaks show that the text is wrapped; else 0.
 *
 * One sentence a line is as common as wrapped lines, and its longest line always looks full. So the breaks vote: forced
 * by the width and inside a sentence is for, all else against. */
static uint32_t measure_width(gsay_str text)
{
    uint32_t    width = 0;
    struct line next;
    for (struct line_cursor cursor = { .text = text }; next_line(&cursor, &next);) {
        uint32_t columns = count_columns(text, next.full);
        width = columns > width ? columns : width;
        if (width > WRAP_COLUMNS_MAX)
            return 0;
    }
    struct line line = { .is_blank = true };
    size_t      votes_for = 0, votes_against = 0;
    for (struct line_cursor cursor = { .text = text }; next_line(&cursor, &next);) {
        if (!line.is_blank && !next.is_blank && !next.is_item) {
            bool is_for = is_wrap(text, width, &line, &next) && !ends_sentence(text, line.text);
            votes_for += is_for;
            votes_against += !is_for;
        }
        line = next;
    }
    return votes_for > votes_against ? width : 0;
}

/* Add a block of the open one's kind. */
static gsay_status push_block(struct plain *plain, gsay_span span, uint8_t look, gsay_error *err)
{
    gsay_document *document = plain->document;
    size_t         count = document->block_count;
    gsay_block    *blocks =
        gsay_arena_extend(plain->arena, document->blocks, sizeof(*blocks), count, &plain->block_capacity);
    if (!blocks)
        return gsay_fail_memory(err);
    document->blocks = blocks;
    uint8_t *looks = gsay_arena_extend(plain->arena, plain->looks, sizeof(*looks), count, &plain->look_capacity);
    if (!looks)
        return gsay_fail_memory(err);
    plain->looks = looks;
    blocks[count] = plain->open;
    blocks[count].text = span;
    looks[count] = look;
    document->block_count++;
    return GSAY_OK;
}

/* The first `![` from at on; NULL when there is none. */
static const char *find_mark(const char *at, const char *limit)
{
    while ((at = memchr(at, '!', (size_t)(limit - at))) && (at + 1 == limit || at[1] != '['))
        at++;
    return at;
}

/* Find `![text](address)` from at on. Returns an empty span at end when there is none. */
static gsay_span find_picture(gsay_str text, uint32_t at, uint32_t end)
{
    const gsay_span none = { end, end };
    const char     *limit = text.ptr + end;
    const char     *mark = find_mark(text.ptr + at, limit);
    if (!mark)
        return none;
    const char *close = mark;
    while ((close = memchr(close, ']', (size_t)(limit - close))) && (close + 1 == limit || close[1] != '('))
        close++;
    if (!close)
        return none;
    size_t depth = 0;
    for (const char *byte = close + 1; byte < limit; byte++) {
        depth += *byte == '(';
        if (*byte == ')' && --depth == 0)
            return (gsay_span){ (uint32_t)(mark - text.ptr), (uint32_t)(byte + 1 - text.ptr) };
    }
    return none;
}

/* Add what pictures leave of the open block; a stretch without words is none. */
static gsay_status push_parts(struct plain *plain, uint8_t look, gsay_error *err)
{
    gsay_str  text = plain->document->text;
    gsay_span rest = plain->open.text;
    while (rest.begin < rest.end) {
        gsay_span picture = find_picture(text, rest.begin, rest.end);
        gsay_span part = trim(text, (gsay_span){ rest.begin, picture.begin });
        look = picture.begin < picture.end ? 0 : look; /* what a picture parts is no heading */
        if (has_word(text, part))
            GSAY_TRY(push_block(plain, part, look, err));
        rest.begin = picture.end;
    }
    return GSAY_OK;
}

/* Close the open block, cutting pictures out of it. */
static gsay_status close_block(struct plain *plain, bool is_apart_after, gsay_error *err)
{
    gsay_span span = plain->open.text;
    if (span.begin == span.end)
        return GSAY_OK;
    uint8_t look = (uint8_t)((plain->open_lines == 1 ? LOOK_SINGLE : 0) | (plain->is_apart ? LOOK_APART_BEFORE : 0) |
                             (is_apart_after ? LOOK_APART_AFTER : 0));
    if (plain->has_marks)
        GSAY_TRY(push_parts(plain, look, err));
    else
        GSAY_TRY(push_block(plain, span, look, err));
    plain->open = (gsay_block){ 0 };
    return GSAY_OK;
}

/* Tell whether a line that is not blank begins a block, rather than going on with the open one. */
static bool begins_block(const struct plain *plain, const struct line *line, const struct line *next)
{
    if (line->is_blank || plain->open.text.begin == plain->open.text.end)
        return true;
    if (next->is_item && (next->is_first_item || plain->open.kind == GSAY_BLOCK_LIST_ITEM))
        return true;
    gsay_str text = plain->document->text;
    if (plain->width == 0 || is_wrap(text, plain->width, line, next))
        return plain->width == 0;
    /* A ragged wrap: nobody means a break inside a sentence. */
    return ends_sentence(text, line->text) || !is_lower(text.ptr[next->text.begin]);
}

static gsay_status join_lines(struct plain *plain, gsay_error *err)
{
    gsay_str    text = plain->document->text;
    struct line line = { .is_blank = true }, next;
    for (struct line_cursor cursor = { .text = text }; next_line(&cursor, &next);) {
        if (next.is_blank) {
            GSAY_TRY(close_block(plain, true, err));
        } else if (begins_block(plain, &line, &next)) {
            GSAY_TRY(close_block(plain, false, err));
            plain->open.text = next.text;
            plain->open.kind = next.is_item ? GSAY_BLOCK_LIST_ITEM : GSAY_BLOCK_PARAGRAPH;
            plain->open.level = next.is_item;
            plain->open_lines = 1;
            plain->is_apart = line.is_blank;
        } else {
            plain->open.text.end = next.text.end;
            plain->open_lines++;
        }
        line = next;
    }
    return close_block(plain, true, err);
}

/* Tell whether a line could be a heading by its last byte. */
static bool is_open_ended(gsay_str line)
{
    return !memchr(".!?:;,\"", line.ptr[line.len - 1], 7) && !gsay_str_ends(line, GSAY_STR("\xE2\x80\x9D")) &&
           !gsay_str_ends(line, GSAY_STR("\xE2\x80\xA6"));
}

/* Tell whether a line shouts: capital letters, four at least, and no small one. */
static bool is_capitals(gsay_str line)
{
    size_t capitals = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (is_lower(line.ptr[i]))
            return false;
        capitals += is_upper(line.ptr[i]);
    }
    return capitals >= 4;
}

/* A headline: the first block, a short line that no stop ends, before a blank line or a longer sentence. */
static bool is_headline(const struct plain *plain)
{
    const gsay_document *document = plain->document;
    gsay_str             line = gsay_str_slice(document->text, document->blocks[0].text);
    if (!(plain->looks[0] & LOOK_SINGLE) || line.len > HEADLINE_BYTES_MAX || !is_open_ended(line) ||
        document->block_count < 2)
        return false;
    gsay_span next = document->blocks[1].text;
    bool      is_longer = next.end - next.begin > line.len && ends_sentence(document->text, next);
    return (plain->looks[0] & LOOK_APART_AFTER) || is_longer;
}

/* A heading further down: set apart by blank lines and followed by a block that is not, itself, a short line; or
 * capitals. */
static bool is_subhead(const struct plain *plain, size_t index)
{
    const gsay_document *document = plain->document;
    gsay_str             line = gsay_str_slice(document->text, document->blocks[index].text);
    uint8_t              apart = LOOK_SINGLE | LOOK_APART_BEFORE | LOOK_APART_AFTER;
    if (!(plain->looks[index] & LOOK_SINGLE) || line.len > SUBHEAD_BYTES_MAX || !is_open_ended(line))
        return false;
    if (is_capitals(line))
        return true;
    bool is_last = index + 1 == document->block_count;
    return (plain->looks[index] & apart) == apart && !is_last && !is_lower(line.ptr[0]);
}

/* Headings are told last: whether a line is one depends on the block after it. */
static void mark_headings(struct plain *plain)
{
    gsay_document *document = plain->document;
    for (size_t i = 0; i < document->block_count; i++) {
        gsay_block *block = &document->blocks[i];
        if (block->kind != GSAY_BLOCK_PARAGRAPH || !(i == 0 ? is_headline(plain) : is_subhead(plain, i)))
            continue;
        block->kind = GSAY_BLOCK_HEADING;
        block->level = i == 0 ? 1 : 2;
    }
}

gsay_status gsay_read_plain(gsay_arena *arena, gsay_document *document, gsay_error *err)
{
    document->text = document->source.input;
    document->segments = GSAY_NEW(arena, gsay_segment, 1);
    if (!document->segments)
        return gsay_fail_memory(err);
    document->segment_count = 1;
    document->segments[0] = (gsay_segment){ 0, 0, (uint32_t)document->text.len };
    struct plain plain = { .arena = arena, .document = document, .width = measure_width(document->text) };
    plain.has_marks = document->text.len > 0 && find_mark(document->text.ptr, document->text.ptr + document->text.len);
    GSAY_TRY(join_lines(&plain, err));
    mark_headings(&plain);
    return GSAY_OK;
}
