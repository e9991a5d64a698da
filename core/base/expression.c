/* The wall around PCRE2 for text that is searched: compile, find, free. The patterns of rules have their own, which
 * counts what Lua may use.
 *
 * A subject is one line, and of a long line one window: an expression may look at all that follows each of its
 * beginnings, so without that bound a line of ten megabytes would take the square of it. Windows overlap by half, and a
 * match is taken where it begins in the first half; the input was validated once, when the source was read. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/expression.h"

#include <pcre2.h>

#define WINDOW_BYTES    4096u
#define MATCH_STEPS_MAX 100000u /* of one match at one beginning */
#define MATCH_HEAP_KIB  1024u

/* What one search needs. */
typedef struct search {
    const pcre2_code    *code;
    pcre2_match_data    *data;
    pcre2_match_context *context;
    gsay_arena          *arena;
    gsay_span_list      *spans;
    uint32_t             group;
} search;

gsay_status gsay_expression_compile(gsay_str text, bool has_case, gsay_expression *expression, gsay_error *err)
{
    int         code = 0;
    PCRE2_SIZE  offset = 0;
    PCRE2_UCHAR why[128] = { 0 };
    uint32_t    options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_MULTILINE | (has_case ? 0 : PCRE2_CASELESS);
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)text.ptr, text.len, options, &code, &offset, NULL);
    if (!compiled && code == PCRE2_ERROR_HEAP_FAILED)
        return gsay_fail_memory(err);
    if (!compiled) {
        pcre2_get_error_message(code, why, sizeof why);
        return gsay_fail(err, GSAY_EINPUT, offset, "the expression /%.*s/ is wrong at its byte %zu: %s", GSAY_ARG(text),
                         offset + 1, (const char *)why);
    }
    int group = pcre2_substring_number_from_name(compiled, (PCRE2_SPTR) "value");
    if (group < 0) {
        pcre2_code_free(compiled);
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "the expression /%.*s/ needs one group named value: (?<value>[0-9]+)", GSAY_ARG(text));
    }
    expression->code = compiled;
    expression->group = (uint32_t)group;
    return GSAY_OK;
}

void gsay_expression_free(gsay_expression *expression)
{
    pcre2_code_free(expression->code);
    expression->code = NULL;
}

static gsay_status add_span(const search *looking, gsay_span span)
{
    gsay_span_list *spans = looking->spans;
    gsay_span *items = gsay_arena_extend(looking->arena, spans->items, sizeof *items, spans->count, &spans->capacity);
    if (!items)
        return GSAY_ENOMEM;
    spans->items = items;
    items[spans->count++] = span;
    return GSAY_OK;
}

/* The first byte of a character at or behind an offset. */
static size_t next_character(gsay_str text, size_t at)
{
    while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at++;
    return at;
}

/* Find the matches of text, which begins at base of the input. Only those that begin before limit are taken. */
static gsay_status search_window(const search *looking, gsay_str text, size_t base, size_t limit)
{
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(looking->data);
    for (size_t at = 0; at < limit;) {
        int result = pcre2_match(looking->code, (PCRE2_SPTR)text.ptr, text.len, at, PCRE2_NO_UTF_CHECK, looking->data,
                                 looking->context);
        if (result == PCRE2_ERROR_NOMATCH)
            return GSAY_OK;
        if (result < 0)
            return result == PCRE2_ERROR_NOMEMORY ? GSAY_ENOMEM : GSAY_ELIMIT;
        size_t begin = places[2 * looking->group], end = places[2 * looking->group + 1];
        if (places[0] >= limit)
            return GSAY_OK;
        if (begin != PCRE2_UNSET && begin < end)
            GSAY_TRY(add_span(looking, (gsay_span){ (uint32_t)(base + begin), (uint32_t)(base + end) }));
        at = places[1] > at ? places[1] : next_character(text, at + 1);
    }
    return GSAY_OK;
}

static gsay_status search_line(const search *looking, gsay_str input, size_t begin, size_t end)
{
    while (end - begin > WINDOW_BYTES) {
        gsay_str line = { input.ptr, end };
        size_t half = next_character(line, begin + WINDOW_BYTES / 2), stop = next_character(line, begin + WINDOW_BYTES);
        GSAY_TRY(search_window(looking, (gsay_str){ input.ptr + begin, stop - begin }, begin, half - begin));
        begin = half;
    }
    return search_window(looking, (gsay_str){ input.ptr + begin, end - begin }, begin, end - begin);
}

/* The byte that every match has, where PCRE2 knows one that has no case; else 0. */
static char needed_byte(const pcre2_code *code)
{
    uint32_t type = 0, unit = 0;
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODETYPE, &type);
    pcre2_pattern_info(code, PCRE2_INFO_LASTCODEUNIT, &unit);
    bool is_letter = (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z';
    return type == 1 && unit < 0x80 && !is_letter ? (char)unit : '\0';
}

/* The begin of the line that holds an offset, and not before begin. */
static size_t line_begin(gsay_str input, size_t begin, size_t at)
{
    while (at > begin && input.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* Search each line, or those alone that have the byte which every match has. */
static gsay_status search_lines(const search *looking, gsay_str input)
{
    gsay_status status = GSAY_OK;
    char        needed = needed_byte(looking->code);
    for (size_t begin = 0; begin < input.len && status == GSAY_OK;) {
        const char *met = needed ? memchr(input.ptr + begin, needed, input.len - begin) : input.ptr + begin;
        if (!met)
            break;
        size_t      at = (size_t)(met - input.ptr);
        const char *feed = memchr(met, '\n', input.len - at);
        size_t      end = feed ? (size_t)(feed - input.ptr) : input.len;
        status = search_line(looking, input, line_begin(input, begin, at), end);
        begin = end + 1;
    }
    return status;
}

gsay_status gsay_expression_find(const gsay_expression *expression, gsay_arena *arena, gsay_str input,
                                 gsay_span_list *spans, gsay_error *err)
{
    search looking = { .code = expression->code, .arena = arena, .spans = spans, .group = expression->group };
    looking.data = pcre2_match_data_create_from_pattern(looking.code, NULL);
    looking.context = pcre2_match_context_create(NULL);
    gsay_status status = looking.data && looking.context ? GSAY_OK : GSAY_ENOMEM;
    if (status == GSAY_OK) {
        pcre2_set_match_limit(looking.context, MATCH_STEPS_MAX);
        pcre2_set_heap_limit(looking.context, MATCH_HEAP_KIB);
        status = search_lines(&looking, input);
    }
    pcre2_match_context_free(looking.context);
    pcre2_match_data_free(looking.data);
    if (status == GSAY_ELIMIT)
        return gsay_fail(err, status, SIZE_MAX, "an expression passed the limit of %u steps of one match",
                         MATCH_STEPS_MAX);
    return status == GSAY_OK ? status : gsay_fail_memory(err);
}
