/* Reading patterns: one pass over what the user wrote. The words of a pattern become tokens as those of a text do, so
 * that what looks alike meets: "built-in" is three tokens here and there. */
#include "claim/named_pattern.h"

#include "base/nearest.h"

#define VALUE_KINDS                                                                                                    \
    (1u << GSAY_KIND_NUMBER | 1u << GSAY_KIND_PERCENT | 1u << GSAY_KIND_MONEY | 1u << GSAY_KIND_QUANTITY |             \
     1u << GSAY_KIND_DURATION | 1u << GSAY_KIND_DATE | 1u << GSAY_KIND_TIME)

/* What a placeholder is called, and the kinds of mentions that it stands for. */
static const struct {
    const char *name;
    uint32_t    kinds;
} placeholders[GSAY_PLACEHOLDER_COUNT] = {
#define PLACEHOLDER_ROW(name, text, kinds) [GSAY_PLACEHOLDER_##name] = { text, kinds },
    GSAY_PLACEHOLDERS(PLACEHOLDER_ROW)
#undef PLACEHOLDER_ROW
};

/* What placeholders stand for in an address; NULL: they stand in none. A percent sign is also %25 and a hyphen may be
 * doubled. */
static const char *const in_address[GSAY_PLACEHOLDER_COUNT] = {
    [GSAY_PLACEHOLDER_NUMBER] = "[0-9]+(?:[.,][0-9]+)*",
    [GSAY_PLACEHOLDER_PERCENT] = "[0-9]+(?:[.][0-9]+)?%(?:25)?",
    [GSAY_PLACEHOLDER_DATE] = "[0-9]{4}--?[0-9]{2}--?[0-9]{2}",
    [GSAY_PLACEHOLDER_NAME] = "[^][\\s/()?&#-]+",
};

/* A pattern under the reader's eye. */
typedef struct reader {
    gsay_named   *named;
    gsay_str      text;
    size_t        at;
    gsay_pattern *pattern;
    gsay_arena    scratch;
    bool          has_word; /* every match has some word */
    gsay_error   *err;
} reader;

uint32_t gsay_placeholder_kinds(gsay_placeholder placeholder)
{
    return placeholders[placeholder].kinds;
}

static gsay_status fail_at(gsay_error *err, gsay_str text, size_t at, const char *why)
{
    return gsay_fail(err, GSAY_EINPUT, at, "the pattern \"%.*s\" is wrong at its byte %zu: %s", GSAY_ARG(text), at + 1,
                     why);
}

/* Read "{number}" at an offset. end: out, behind it. */
static gsay_status read_placeholder(gsay_str text, size_t at, size_t *end, gsay_placeholder *placeholder,
                                    gsay_error *err)
{
    const char *close = memchr(text.ptr + at, '}', text.len - at);
    if (!close)
        return fail_at(err, text, at, "a { without its }");
    gsay_str     name = { text.ptr + at + 1, (size_t)(close - text.ptr) - at - 1 };
    gsay_nearest search = { .name = name };
    *end = (size_t)(close - text.ptr) + 1;
    for (int i = 0; i < GSAY_PLACEHOLDER_COUNT; i++) {
        gsay_nearest_offer(&search, gsay_str_of(placeholders[i].name));
        if (gsay_str_equal(name, gsay_str_of(placeholders[i].name))) {
            *placeholder = (gsay_placeholder)i;
            return GSAY_OK;
        }
    }
    if (search.best.len)
        return gsay_fail(err, GSAY_EINPUT, at,
                         "the pattern \"%.*s\" is wrong at its byte %zu: there is no {%.*s}; "
                         "the nearest is {%.*s}",
                         GSAY_ARG(text), at + 1, GSAY_ARG(name), GSAY_ARG(search.best));
    return fail_at(err, text, at,
                   "placeholders are {number} {percent} {money} {quantity} {date} {name} {person} {place} {quote}");
}

/* The length of the ellipsis at an offset; 0 when there is none. */
static size_t gap_at(gsay_str text, size_t at)
{
    gsay_str rest = { text.ptr + at, text.len - at };
    return gsay_str_starts(rest, GSAY_STR("…")) || gsay_str_starts(rest, GSAY_STR("...")) ? 3 : 0;
}

static bool is_special(char byte)
{
    return byte != '\0' && strchr("{}()[]|", byte) != NULL;
}

static gsay_str trim(gsay_str text)
{
    while (text.len && (unsigned char)text.ptr[0] <= ' ')
        text.ptr++, text.len--;
    while (text.len && (unsigned char)text.ptr[text.len - 1] <= ' ')
        text.len--;
    return text;
}

/* Add a step, zeroed but for its kind. NULL when there are too many. */
static gsay_step *add_step(reader *state, gsay_step_kind kind)
{
    if (state->pattern->count == GSAY_PATTERN_STEPS_MAX)
        return NULL;
    gsay_step *step = &state->pattern->steps[state->pattern->count++];
    step->kind = kind;
    return step;
}

static gsay_status fail_steps(const reader *state)
{
    return fail_at(state->err, state->text, state->at, "more than 32 parts");
}

/* The literals of tokenised words. has_word: out. */
static gsay_status keep_literals(reader *state, const gsay_text *words, gsay_literal_run *run, bool *has_word)
{
    *has_word = false;
    if (words->token_count == 0 || words->token_count > GSAY_PATTERN_TOKENS_MAX)
        return fail_at(state->err, state->text, state->at, "from 1 to 16 words stand together");
    run->literals = GSAY_TAKE(&state->named->arena, uint32_t, words->token_count);
    if (!run->literals)
        return gsay_fail_memory(state->err);
    for (size_t i = 0; i < words->token_count; i++) {
        if (words->tokens[i].kind == GSAY_TOKEN_SKIP)
            return fail_at(state->err, state->text, state->at, "code and addresses are no words: write /…/");
        gsay_str key = gsay_literal_key(&state->scratch, words, i);
        if (!key.ptr)
            return gsay_fail_memory(state->err);
        GSAY_TRY(gsay_intern_add(&state->named->literals, key, &run->literals[run->count++], state->err));
        *has_word |= words->tokens[i].kind == GSAY_TOKEN_WORD;
    }
    return GSAY_OK;
}

/* Read words as a text would be read: one block of its own. */
static gsay_status read_run(reader *state, gsay_str words, gsay_literal_run *run, bool *has_word)
{
    words = trim(words);
    gsay_block    block = { .text = { 0, (uint32_t)words.len } };
    gsay_document document = { .text = words, .blocks = &block, .block_count = words.len > 0 };
    gsay_text     text = { 0 };
    GSAY_TRY(gsay_text_read(&state->scratch, &document, &state->named->words, &text, state->err));
    return keep_literals(state, &text, run, has_word);
}

/* Words up to the next mark of the syntax. */
static gsay_status read_words(reader *state)
{
    size_t end = state->at;
    while (end < state->text.len && !is_special(state->text.ptr[end]) && !gap_at(state->text, end))
        end++;
    gsay_step *step = add_step(state, GSAY_STEP_RUNS);
    if (!step)
        return fail_steps(state);
    step->runs = GSAY_NEW(&state->named->arena, gsay_literal_run, 1);
    if (!step->runs)
        return gsay_fail_memory(state->err);
    step->run_count = 1;
    bool     has_word = false;
    gsay_str words = { state->text.ptr + state->at, end - state->at };
    GSAY_TRY(read_run(state, words, &step->runs[0], &has_word));
    state->has_word |= has_word;
    state->at = end;
    return GSAY_OK;
}

/* "(a|b)", "[a|b]": alternatives of words. */
static gsay_status read_group(reader *state, char close, bool is_optional)
{
    gsay_str text = state->text;
    size_t   end = state->at + 1, count = 1;
    for (; end < text.len && text.ptr[end] != close; end++) {
        if (is_special(text.ptr[end]) && text.ptr[end] != '|')
            return fail_at(state->err, text, end, "a group holds words alone, with | between alternatives");
        count += text.ptr[end] == '|';
    }
    if (end == text.len)
        return fail_at(state->err, text, state->at, is_optional ? "a [ without its ]" : "a ( without its )");
    gsay_step *step = add_step(state, GSAY_STEP_RUNS);
    if (!step)
        return fail_steps(state);
    step->is_optional = is_optional;
    step->runs = GSAY_NEW(&state->named->arena, gsay_literal_run, count);
    if (!step->runs)
        return gsay_fail_memory(state->err);
    bool has_words = true;
    for (size_t begin = state->at + 1; begin <= end; begin++) {
        const char *bar = memchr(text.ptr + begin, '|', end - begin);
        size_t      stop = bar ? (size_t)(bar - text.ptr) : end;
        bool        has_word = false;
        state->at = begin;
        GSAY_TRY(
            read_run(state, (gsay_str){ text.ptr + begin, stop - begin }, &step->runs[step->run_count++], &has_word));
        has_words &= has_word;
        begin = stop;
    }
    state->has_word |= has_words && !is_optional;
    state->at = end + 1;
    return GSAY_OK;
}

/* The part of a pattern that begins at state->at. */
static gsay_status read_part(reader *state)
{
    size_t     gap = gap_at(state->text, state->at);
    gsay_step *step = NULL;
    switch (state->text.ptr[state->at]) {
    case '{':
        step = add_step(state, GSAY_STEP_MENTION);
        return step ? read_placeholder(state->text, state->at, &state->at, &step->placeholder, state->err)
                    : fail_steps(state);
    case '(':
        return read_group(state, ')', false);
    case '[':
        return read_group(state, ']', true);
    case ')':
    case ']':
    case '}':
    case '|':
        return fail_at(state->err, state->text, state->at, "a mark that closes or parts no group");
    default:
        break;
    }
    if (!gap)
        return read_words(state);
    state->at += gap;
    return add_step(state, GSAY_STEP_GAP) ? GSAY_OK : fail_steps(state);
}

/* The step whose mention is the value: the first number, amount, quantity or date; else the first mention. Returns the
 * number of steps when there is none. */
static uint32_t find_value(const gsay_pattern *pattern)
{
    uint32_t found = pattern->count;
    for (uint32_t i = 0; i < pattern->count; i++) {
        if (pattern->steps[i].kind != GSAY_STEP_MENTION)
            continue;
        if (placeholders[pattern->steps[i].placeholder].kinds & VALUE_KINDS)
            return i;
        if (found == pattern->count)
            found = i;
    }
    return found;
}

/* What every match has: the words that are neither optional nor one of several. */
static void find_needs(gsay_pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->count; i++) {
        const gsay_step *step = &pattern->steps[i];
        if (step->kind != GSAY_STEP_RUNS || step->is_optional || step->run_count != 1)
            continue;
        for (uint32_t k = 0; k < step->runs[0].count && pattern->need_count < GSAY_PATTERN_NEEDS_MAX; k++)
            pattern->needs[pattern->need_count++] = step->runs[0].literals[k];
    }
}

static gsay_status read_parts(reader *state)
{
    gsay_pattern *pattern = state->pattern;
    while (state->at < state->text.len) {
        if ((unsigned char)state->text.ptr[state->at] <= ' ')
            state->at++;
        else
            GSAY_TRY(read_part(state));
    }
    pattern->value = find_value(pattern);
    if (pattern->value == pattern->count)
        return fail_at(state->err, state->text, state->text.len, "a placeholder is missing, such as {number}");
    if (!state->has_word)
        return fail_at(state->err, state->text, state->text.len, "a word beside the placeholder is missing");
    if (pattern->steps[0].kind == GSAY_STEP_GAP || pattern->steps[pattern->count - 1].kind == GSAY_STEP_GAP)
        return fail_at(state->err, state->text, state->text.len, "an ellipsis stands between words");
    find_needs(pattern);
    return GSAY_OK;
}

gsay_status gsay_pattern_read(gsay_named *named, gsay_str text, gsay_pattern *pattern, gsay_error *err)
{
    reader state = { .named = named, .text = text, .pattern = pattern, .err = err };
    pattern->steps = GSAY_NEW(&named->arena, gsay_step, GSAY_PATTERN_STEPS_MAX);
    if (!pattern->steps)
        return gsay_fail_memory(err);
    if (named->words.count == 0)
        GSAY_TRY(gsay_vocabulary_open(&named->words, err));
    gsay_status status = read_parts(&state);
    gsay_arena_clear(&state.scratch);
    return status;
}

/* One byte of an address as an expression has it. */
static void add_escaped(gsay_buffer *expression, char byte)
{
    bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                    (unsigned char)byte >= 0x80;
    if (!is_plain)
        gsay_buffer_add_byte(expression, '\\');
    gsay_buffer_add_byte(expression, byte);
}

gsay_status gsay_address_read(gsay_str text, gsay_buffer *expression, uint32_t *kinds, gsay_error *err)
{
    *kinds = 0;
    for (size_t at = 0; at < text.len;) {
        gsay_placeholder placeholder = GSAY_PLACEHOLDER_NUMBER;
        if (text.ptr[at] != '{') {
            if (is_special(text.ptr[at]))
                return fail_at(err, text, at, "an address has placeholders alone; write /…/ for more");
            add_escaped(expression, text.ptr[at++]);
            continue;
        }
        size_t begin = at;
        GSAY_TRY(read_placeholder(text, at, &at, &placeholder, err));
        if (!in_address[placeholder])
            return fail_at(err, text, begin, "an address holds {number}, {percent}, {date} or {name}");
        gsay_buffer_add_format(expression, "(%s%s)", *kinds ? "?:" : "?<value>", in_address[placeholder]);
        if (!*kinds)
            *kinds = placeholders[placeholder].kinds;
    }
    if (expression->has_failed)
        return gsay_fail_memory(err);
    return *kinds ? GSAY_OK : fail_at(err, text, text.len, "a placeholder is missing, such as {number}");
}
