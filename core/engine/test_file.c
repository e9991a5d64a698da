/* Reading test files of rule packs: line by line, each kind of line with a reader of its own. */
#include "engine/pack_test.h"

#include "base/utf8.h"
#include "source/walk.h"

/* Where the reading stands. */
typedef struct test_reader {
    gsay_arena     *arena;
    gsay_test_file *file;
    gsay_buffer     text;        /* of the source being read; heap, cleared by the caller */
    size_t          line_begin;  /* in text: of the source line that marks refer to */
    uint32_t        line_number; /* in the file */
    gsay_error     *err;
} test_reader;

/* Every message begins with path and line, as editors read them. */
static gsay_status fail_line(const test_reader *reader, const char *why)
{
    return gsay_fail(reader->err, GSAY_EINPUT, SIZE_MAX, "%.*s:%u: %s", GSAY_ARG(reader->file->path),
                     reader->line_number, why);
}

static gsay_str trim(gsay_str text)
{
    while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\t'))
        text.ptr++, text.len--;
    while (text.len &&
           (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t' || text.ptr[text.len - 1] == '\r'))
        text.len--;
    return text;
}

static gsay_str after(gsay_str text, size_t count)
{
    return (gsay_str){ text.ptr + count, text.len - count };
}

/* Cut text at the first byte; the rest is what follows it. Without the byte, head is all and the rest is empty. */
static gsay_str cut(gsay_str text, char byte, gsay_str *rest)
{
    const char *at = text.len ? memchr(text.ptr, byte, text.len) : NULL;
    size_t      len = at ? (size_t)(at - text.ptr) : text.len;
    *rest = at ? after(text, len + 1) : (gsay_str){ "", 0 };
    return (gsay_str){ text.ptr, len };
}

static gsay_test_case *current_case(const test_reader *reader)
{
    return reader->file->count ? &reader->file->cases[reader->file->count - 1] : NULL;
}

static gsay_test_source *current_source(const test_reader *reader)
{
    gsay_test_case *test = current_case(reader);
    return test && test->source_count ? &test->sources[test->source_count - 1] : NULL;
}

/* Give the lines collected so far to the source that they belong to. */
static gsay_status end_source(test_reader *reader)
{
    gsay_test_source *source = current_source(reader);
    if (source && !source->text.ptr) {
        source->text = gsay_arena_copy(reader->arena, gsay_buffer_view(&reader->text));
        if (!source->text.ptr)
            return gsay_fail_memory(reader->err);
    }
    gsay_buffer_reset(&reader->text);
    reader->line_begin = 0;
    return GSAY_OK;
}

/* "=== two outlets disagree" */
static gsay_status read_title(test_reader *reader, gsay_str line)
{
    GSAY_TRY(end_source(reader));
    gsay_test_file *file = reader->file;
    gsay_test_case *grown = gsay_arena_grow(reader->arena, file->cases, sizeof *grown, file->count, &file->capacity);
    if (!grown)
        return gsay_fail_memory(reader->err);
    file->cases = grown;
    file->cases[file->count++] = (gsay_test_case){ .name = trim(after(line, 3)), .line_number = reader->line_number };
    return GSAY_OK;
}

/* "--- a.txt 2025-02-12" */
static gsay_status read_source(test_reader *reader, gsay_str line)
{
    GSAY_TRY(end_source(reader));
    gsay_test_case *test = current_case(reader);
    if (!test)
        return fail_line(reader, "a source before the first case: begin with \"=== name\"");
    gsay_str         date = { 0 };
    gsay_test_source source = { .name = cut(trim(after(line, 3)), ' ', &date), .date = GSAY_DAY_NONE };
    date = trim(date);
    if (date.len)
        source.date = gsay_day_read(date);
    if (!source.name.len || (date.len && source.date == GSAY_DAY_NONE))
        return fail_line(reader, "a source is \"--- name\" or \"--- name YYYY-MM-DD\"");
    gsay_test_source *grown =
        gsay_arena_grow(reader->arena, test->sources, sizeof *grown, test->source_count, &test->source_capacity);
    if (!grown)
        return gsay_fail_memory(reader->err);
    test->sources = grown;
    test->sources[test->source_count++] = source;
    return GSAY_OK;
}

static gsay_status add_setting(const test_reader *reader, gsay_test_setting setting)
{
    gsay_test_case    *test = current_case(reader);
    gsay_test_setting *grown =
        gsay_arena_grow(reader->arena, test->settings, sizeof *grown, test->setting_count, &test->setting_capacity);
    if (!grown)
        return gsay_fail_memory(reader->err);
    test->settings = grown;
    test->settings[test->setting_count++] = setting;
    return GSAY_OK;
}

/* "KEY = VALUE"; why: what to say of anything else. */
static gsay_status read_setting(const test_reader *reader, gsay_str text, const char *why, gsay_test_setting *setting)
{
    setting->key = trim(cut(text, '=', &setting->value));
    setting->value = trim(setting->value);
    return setting->key.len && setting->value.len ? GSAY_OK : fail_line(reader, why);
}

/* "KEY = VALUE" of the rule that the file is named for, or "RULE.KEY = VALUE". */
static gsay_status read_option(const test_reader *reader, gsay_str text)
{
    gsay_test_setting option = { .kind = GSAY_TEST_OPTION, .rule = reader->file->rule };
    gsay_str          rest = { 0 };
    GSAY_TRY(
        read_setting(reader, text, "an option is \"@option KEY = VALUE\" or \"@option RULE.KEY = VALUE\"", &option));
    gsay_str first = cut(option.key, '.', &rest);
    if (rest.len) {
        option.rule = first;
        option.key = rest;
    }
    return add_setting(reader, option);
}

/* "@against" names a source that may come later. */
static gsay_status read_directive(test_reader *reader, gsay_str line)
{
    gsay_test_case   *test = current_case(reader);
    gsay_test_setting claim = { .kind = GSAY_TEST_CLAIM }, fact = { .kind = GSAY_TEST_FACT };
    if (!test)
        return fail_line(reader, "a line beginning with @ before the first case");
    if (gsay_str_equal(trim(line), GSAY_STR("@todo"))) {
        test->is_todo = true;
        return GSAY_OK;
    }
    if (gsay_str_starts(line, GSAY_STR("@option ")))
        return read_option(reader, after(line, 8));
    if (gsay_str_starts(line, GSAY_STR("@against ")))
        return add_setting(reader, (gsay_test_setting){ .kind = GSAY_TEST_AGAINST, .key = trim(after(line, 9)) });
    if (gsay_str_starts(line, GSAY_STR("@claim "))) {
        GSAY_TRY(read_setting(reader, after(line, 7), "a claim is \"@claim NAME = PATTERN\"", &claim));
        return add_setting(reader, claim);
    }
    if (gsay_str_starts(line, GSAY_STR("@fact "))) {
        GSAY_TRY(read_setting(reader, after(line, 6), "a fact is \"@fact NAME = VALUE\"", &fact));
        return add_setting(reader, fact);
    }
    return fail_line(reader, "unknown directive: known are @option KEY = VALUE, @claim NAME = PATTERN, "
                             "@fact NAME = VALUE, @against SOURCE and @todo");
}

/* The bytes of the source line above that stand over terminal columns [from, to). */
static gsay_span marked_bytes(const test_reader *reader, size_t from, size_t to)
{
    gsay_str  text = gsay_buffer_view(&reader->text);
    gsay_span span = { (uint32_t)text.len, (uint32_t)text.len };
    size_t    column = 0;
    for (size_t at = reader->line_begin; at < text.len && text.ptr[at] != '\n';) {
        size_t len = 1;
        gsay_utf8_decode(text, at, &len);
        size_t width = gsay_utf8_columns((gsay_str){ text.ptr + at, len });
        if (column < to && column + width > from) {
            if (span.begin == text.len)
                span.begin = (uint32_t)at;
            span.end = (uint32_t)(at + len);
        }
        column += width;
        at += len;
    }
    if (span.begin == text.len)
        span.end = span.begin;
    return span;
}

/* "        ^^^ error measure-conflict: but 25%" */
static gsay_status read_mark(test_reader *reader, gsay_str line)
{
    gsay_test_case   *test = current_case(reader);
    gsay_test_source *source = current_source(reader);
    size_t            begin = 0;
    while (line.ptr[begin] != '^')
        begin++;
    size_t end = begin;
    while (end < line.len && line.ptr[end] == '^')
        end++;
    gsay_expectation expected = { .line_number = reader->line_number,
                                  .source = source->name,
                                  .span = marked_bytes(reader, begin, end) };
    gsay_str         rest = { 0 };
    gsay_str         severity = cut(trim(after(line, end)), ' ', &rest);
    expected.rule = trim(cut(rest, ':', &expected.message));
    expected.message = trim(expected.message);
    if (reader->text.has_failed)
        return gsay_fail_memory(reader->err);
    if (expected.span.begin == expected.span.end)
        return fail_line(reader, "carets must stand under words of the line above");
    if (!gsay_severity_named(severity, &expected.severity) || !expected.rule.len)
        return fail_line(reader, "a mark is \"^^^ severity rule\" or \"^^^ severity rule: part of the message\"");
    gsay_expectation *grown = gsay_arena_grow(reader->arena, test->expectations, sizeof *grown, test->expectation_count,
                                              &test->expectation_capacity);
    if (!grown)
        return gsay_fail_memory(reader->err);
    test->expectations = grown;
    test->expectations[test->expectation_count++] = expected;
    return GSAY_OK;
}

static uint32_t read_line_number(gsay_str digits)
{
    uint32_t number = 0;
    for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9' && number < 100000000; i++)
        number = number * 10 + (uint32_t)(digits.ptr[i] - '0');
    return number;
}

/* "        -> b.txt:1 "25%"" */
static gsay_status read_related(test_reader *reader, gsay_str line)
{
    gsay_test_case *test = current_case(reader);
    if (!test || !test->expectation_count)
        return fail_line(reader, "\"->\" without a mark above it");
    gsay_expectation   *expected = &test->expectations[test->expectation_count - 1];
    gsay_expected_place place = { 0 };
    gsay_str            rest = { 0 };
    gsay_str            number = { 0 };
    place.source = cut(cut(trim(after(trim(line), 2)), ' ', &rest), ':', &number);
    place.line = read_line_number(number);
    rest = trim(rest);
    if (rest.len >= 2 && rest.ptr[0] == '"' && rest.ptr[rest.len - 1] == '"')
        place.text = (gsay_str){ rest.ptr + 1, rest.len - 2 };
    if (!place.line || (rest.len && !place.text.ptr))
        return fail_line(reader, "a related place is \"-> source:line\" or \"-> source:line \"text\"\"");
    gsay_expected_place *grown = gsay_arena_grow(reader->arena, expected->related, sizeof *grown,
                                                 expected->related_count, &expected->related_capacity);
    if (!grown)
        return gsay_fail_memory(reader->err);
    expected->related = grown;
    expected->related[expected->related_count++] = place;
    return GSAY_OK;
}

/* A backslash in front makes text of any line. */
static void add_text_line(test_reader *reader, gsay_str line)
{
    if (line.len && line.ptr[0] == '\\')
        line = after(line, 1);
    reader->line_begin = reader->text.len;
    gsay_buffer_add(&reader->text, line);
    gsay_buffer_add_byte(&reader->text, '\n');
}

/* The first bytes of a line tell its kind; marks may be indented, since they stand under words. */
static gsay_status read_line(test_reader *reader, gsay_str line)
{
    gsay_str words = trim(line);
    if (gsay_str_starts(line, GSAY_STR("===")))
        return read_title(reader, line);
    if (gsay_str_starts(line, GSAY_STR("--- ")))
        return read_source(reader, line);
    if (gsay_str_starts(line, GSAY_STR("@")))
        return read_directive(reader, line);
    if (!current_source(reader))
        return words.len && current_case(reader)
                   ? fail_line(reader, "text before the case's first source: \"--- name\"")
                   : GSAY_OK;
    if (words.len && words.ptr[0] == '^')
        return read_mark(reader, line);
    if (gsay_str_starts(words, GSAY_STR("-> ")))
        return read_related(reader, line);
    add_text_line(reader, line);
    return GSAY_OK;
}

/* Blank lines before the next case belong to nobody. */
static void drop_blank_end(gsay_test_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        for (size_t k = 0; k < file->cases[i].source_count; k++) {
            gsay_str *text = &file->cases[i].sources[k].text;
            while (text->len > 1 && text->ptr[text->len - 1] == '\n' && text->ptr[text->len - 2] == '\n')
                text->len--;
        }
}

/* Once all sources of a case are known: with a reference among them, the others are drafts. */
static gsay_status set_references(gsay_test_file *file, gsay_error *err)
{
    for (size_t i = 0; i < file->count; i++) {
        gsay_test_case *test = &file->cases[i];
        for (size_t k = 0; k < test->setting_count; k++) {
            bool is_met = test->settings[k].kind != GSAY_TEST_AGAINST;
            for (size_t n = 0; test->settings[k].kind == GSAY_TEST_AGAINST && n < test->source_count; n++) {
                bool is_named = gsay_str_equal(test->sources[n].name, test->settings[k].key);
                is_met |= is_named;
                if (is_named)
                    test->sources[n].role = GSAY_ROLE_REFERENCE;
                else if (test->sources[n].role == GSAY_ROLE_PEER)
                    test->sources[n].role = GSAY_ROLE_DRAFT;
            }
            if (!is_met)
                return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                                 "%.*s:%u: @against names %.*s, which is no source of the case", GSAY_ARG(file->path),
                                 test->line_number, GSAY_ARG(test->settings[k].key));
        }
    }
    return GSAY_OK;
}

/* "rules/core/tests/date-conflict.test.md" tests date-conflict. */
static gsay_str rule_of(gsay_str path)
{
    size_t begin = path.len;
    while (begin && path.ptr[begin - 1] != '/')
        begin--;
    gsay_str name = after(path, begin);
    gsay_str suffix = GSAY_STR(".test.md");
    return gsay_str_ends(name, suffix) ? (gsay_str){ name.ptr, name.len - suffix.len } : name;
}

gsay_status gsay_test_file_parse(gsay_arena *arena, gsay_str path, gsay_str text, gsay_test_file *file, gsay_error *err)
{
    *file = (gsay_test_file){ .path = path, .rule = rule_of(path) };
    test_reader reader = { .arena = arena, .file = file, .err = err };
    gsay_status status = GSAY_OK;
    size_t      bad = gsay_utf8_check(text);
    if (bad < text.len)
        return gsay_fail(err, GSAY_EENCODING, bad, "cannot read %.*s: invalid UTF-8 at byte %zu", GSAY_ARG(path), bad);
    for (gsay_str rest = text; rest.len && status == GSAY_OK;) {
        gsay_str line = cut(rest, '\n', &rest);
        if (gsay_str_ends(line, GSAY_STR("\r")))
            line.len--;
        reader.line_number++;
        status = read_line(&reader, line);
    }
    if (status == GSAY_OK)
        status = end_source(&reader);
    if (reader.text.has_failed && status == GSAY_OK)
        status = gsay_fail_memory(err);
    gsay_buffer_clear(&reader.text);
    drop_blank_end(file);
    return status == GSAY_OK ? set_references(file, err) : status;
}
