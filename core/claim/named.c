/* A set of named claims, and the search of one source for them.
 *
 * Each token is looked at once: which literal of the patterns is it? A word is stemmed when it is first met, and
 * remembered. A pattern is tried only in sources that have all the words that each of its matches has. */
#include "claim/named.h"

#include <stdlib.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "claim/named_pattern.h"
#include "claim/sense.h"

#define NO_LITERAL    1u /* of a word in a memo */
#define BITS_OF_WORD  64u
#define QUOTES_PASSED 4u /* quotations that begin between a value and what lies over it */

/* One search. */
typedef struct search {
    const gsay_named    *named;
    gsay_named_memo     *memo;
    gsay_arena          *arena;
    const gsay_mentions *mentions;
    uint64_t            *met; /* a bit for each literal that the source has */
    gsay_named_hits      hits;
    size_t               capacity;
    gsay_error          *err;
} named_search;

gsay_str gsay_literal_key(gsay_arena *arena, const gsay_text *text, size_t token)
{
    const gsay_token *at = &text->tokens[token];
    if (at->kind == GSAY_TOKEN_WORD)
        return gsay_claim_stem(arena, gsay_token_word(text, token)->folded);
    if (at->kind == GSAY_TOKEN_PUNCT && at->mark)
        return gsay_arena_copy(arena, (gsay_str){ &at->mark, 1 });
    return gsay_token_text(text, token);
}

const gsay_named_claim *gsay_named_of(const gsay_named *named, gsay_str name)
{
    for (size_t i = 0; i < named->count; i++)
        if (gsay_str_equal(named->claims[i].name, name))
            return &named->claims[i];
    return NULL;
}

/* Find the claim of a name, or make it. */
static gsay_status claim_of(gsay_named *named, gsay_str name, uint32_t *claim, gsay_error *err)
{
    const gsay_named_claim *known = gsay_named_of(named, name);
    if (known) {
        *claim = (uint32_t)(known - named->claims);
        return GSAY_OK;
    }
    if (name.len == 0 || name.len > GSAY_NAME_BYTES_MAX)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "a claim's name has 1 to %u bytes", GSAY_NAME_BYTES_MAX);
    gsay_named_claim *grown =
        gsay_arena_grow(&named->arena, named->claims, sizeof *grown, named->count, &named->capacity);
    gsay_str copy = gsay_arena_copy(&named->arena, name);
    if (!grown || !copy.ptr)
        return gsay_fail_memory(err);
    named->claims = grown;
    named->claims[named->count] = (gsay_named_claim){ .name = copy };
    *claim = (uint32_t)named->count++;
    return GSAY_OK;
}

static gsay_status add_words(gsay_named *named, uint32_t claim, gsay_str text, gsay_error *err)
{
    gsay_pattern *grown =
        gsay_arena_grow(&named->arena, named->patterns, sizeof *grown, named->pattern_count, &named->pattern_capacity);
    gsay_pattern pattern = { .claim = claim };
    if (!grown)
        return gsay_fail_memory(err);
    named->patterns = grown;
    GSAY_TRY(gsay_pattern_read(named, text, &pattern, err));
    named->patterns[named->pattern_count++] = pattern;
    named->claims[claim].kinds |= gsay_placeholder_kinds(pattern.steps[pattern.value].placeholder);
    return GSAY_OK;
}

/* Compile what an address or expression says; expression is released by the caller. */
static gsay_status compile_address(gsay_str text, gsay_buffer *expression, gsay_address *address, uint32_t *kinds,
                                   gsay_error *err)
{
    if (text.ptr[0] != '/') {
        GSAY_TRY(gsay_address_read(text, expression, kinds, err));
        return gsay_expression_compile(gsay_buffer_view(expression), false, &address->expression, err);
    }
    *kinds = UINT32_MAX;
    return gsay_expression_compile((gsay_str){ text.ptr + 1, text.len - 2 }, true, &address->expression, err);
}

static gsay_status add_address(gsay_named *named, uint32_t claim, gsay_str text, gsay_error *err)
{
    gsay_buffer   expression = { 0 };
    uint32_t      kinds = 0;
    gsay_address *grown =
        gsay_arena_grow(&named->arena, named->addresses, sizeof *grown, named->address_count, &named->address_capacity);
    gsay_address address = { .claim = claim, .written = gsay_arena_copy(&named->arena, text) };
    if (!grown || !address.written.ptr)
        return gsay_fail_memory(err);
    named->addresses = grown;
    gsay_status status = compile_address(text, &expression, &address, &kinds, err);
    gsay_buffer_clear(&expression);
    if (status != GSAY_OK)
        return status;
    named->addresses[named->address_count++] = address;
    named->claims[claim].kinds |= kinds;
    return GSAY_OK;
}

/* Tell whether a pattern is looked for in the bytes of a source: an expression between slashes, or an address, which
 * has a slash and no blank. */
static bool is_address(gsay_str pattern)
{
    bool is_expression = pattern.len > 2 && pattern.ptr[0] == '/' && pattern.ptr[pattern.len - 1] == '/';
    return is_expression || (memchr(pattern.ptr, '/', pattern.len) && !memchr(pattern.ptr, ' ', pattern.len));
}

gsay_status gsay_named_add(gsay_named *named, gsay_str name, gsay_str pattern, gsay_error *err)
{
    uint32_t claim = 0;
    if (pattern.len == 0 || pattern.len > GSAY_PATTERN_BYTES_MAX || gsay_utf8_check(pattern) < pattern.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "a pattern has 1 to %u bytes of UTF-8", GSAY_PATTERN_BYTES_MAX);
    if (named->pattern_count + named->address_count == GSAY_NAMED_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "more than %u patterns of claims", GSAY_NAMED_MAX);
    GSAY_TRY(claim_of(named, name, &claim, err));
    return is_address(pattern) ? add_address(named, claim, pattern, err) : add_words(named, claim, pattern, err);
}

/* Fail for a name that has no claim. */
static gsay_status fail_unknown(const gsay_named *named, gsay_str name, gsay_error *err)
{
    gsay_nearest search = { .name = name };
    for (size_t i = 0; i < named->count; i++)
        gsay_nearest_offer(&search, named->claims[i].name);
    if (search.best.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no claim \"%.*s\"; the nearest is \"%.*s\"",
                         GSAY_ARG(name), GSAY_ARG(search.best));
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no claim \"%.*s\": a pack names it in its claims",
                     GSAY_ARG(name));
}

/* Bring a value that was read into the form that a claim's patterns find: a bare number may mean a percentage. Returns
 * false when they find nothing of the kind. */
static bool adapt_value(const gsay_named_claim *claim, gsay_value *value)
{
    if (claim->kinds >> value->kind & 1)
        return true;
    if (value->kind != GSAY_KIND_NUMBER || !(claim->kinds >> GSAY_KIND_PERCENT & 1))
        return false;
    value->kind = GSAY_KIND_PERCENT;
    value->as.number.unit = GSAY_STR("%");
    return true;
}

/* Read a fact: numbers and dates as a text has them; names and quotations are what is written. */
static gsay_status read_fact(gsay_named *named, const gsay_named_claim *claim, gsay_str text, gsay_value *value,
                             gsay_error *err)
{
    const uint32_t names = 1u << GSAY_KIND_NAME, quotes = 1u << GSAY_KIND_QUOTE;
    if (named->words.count == 0)
        GSAY_TRY(gsay_vocabulary_open(&named->words, err));
    gsay_status status = gsay_prose_value_read(&named->arena, &named->words, text, value, NULL);
    if (status == GSAY_ENOMEM)
        return gsay_fail_memory(err);
    if (gsay_kind_is_number(value->kind))
        value->as.number.of = GSAY_STR(""); /* a fact is the same whatever it counts */
    if (status == GSAY_OK && adapt_value(claim, value))
        return GSAY_OK;
    if (!(claim->kinds & (names | quotes)))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "the claim \"%.*s\" cannot be pinned to \"%.*s\": its patterns find no such value; a unit or "
                         "currency is written with it",
                         GSAY_ARG(claim->name), GSAY_ARG(text));
    GSAY_TRY(gsay_plain_value_read(&named->arena, text, true, value, err));
    if (claim->kinds & names)
        return GSAY_OK;
    gsay_str normal = value->as.name.form;
    *value = (gsay_value){ .kind = GSAY_KIND_QUOTE, .as.quote = { .normal = normal } };
    return GSAY_OK;
}

gsay_status gsay_named_pin(gsay_named *named, gsay_str name, gsay_str value, gsay_str origin, gsay_error *err)
{
    const gsay_named_claim *known = gsay_named_of(named, name);
    if (!known)
        return fail_unknown(named, name, err);
    gsay_named_claim pinned = *known;
    pinned.shown = gsay_arena_copy(&named->arena, value);
    pinned.origin = gsay_arena_copy(&named->arena, origin);
    pinned.words = pinned.shown.ptr ? gsay_utf8_fold(&named->arena, pinned.shown) : pinned.shown;
    if (!pinned.words.ptr || !pinned.origin.ptr)
        return gsay_fail_memory(err);
    GSAY_TRY(read_fact(named, known, pinned.shown, &pinned.fact, err));
    pinned.has_fact = true;
    named->claims[known - named->claims] = pinned;
    return GSAY_OK;
}

/* The literal of a token's word, as a memo has it; it is learnt when it is first met. Returns 0 when memory is
 * exhausted. */
static uint32_t literal_at(named_search *looking, size_t token)
{
    const gsay_text *text = looking->mentions->text;
    uint32_t        *known = &looking->memo->literals[text->tokens[token].word];
    if (*known == 0) {
        gsay_str key = gsay_literal_key(&looking->memo->scratch, text, token);
        uint32_t id = key.ptr ? gsay_intern_find(&looking->named->literals, key) : GSAY_ID_NONE;
        if (key.ptr)
            *known = id == GSAY_ID_NONE ? NO_LITERAL : id + 2;
        gsay_arena_reset(&looking->memo->scratch);
    }
    return *known;
}

/* Make room for all words of a vocabulary. */
static bool grow_memo(gsay_named_memo *memo, uint32_t count)
{
    if (count <= memo->capacity)
        return true;
    size_t    capacity = (size_t)count + count / 2;
    uint32_t *grown = realloc(memo->literals, capacity * sizeof *grown);
    if (!grown)
        return false;
    memset(grown + memo->capacity, 0, (capacity - memo->capacity) * sizeof *grown);
    memo->literals = grown;
    memo->capacity = capacity;
    return true;
}

/* Learn which literals the source has. */
static bool meet_literals(named_search *looking)
{
    const gsay_text *text = looking->mentions->text;
    looking->met = GSAY_NEW(looking->arena, uint64_t, looking->named->literals.count / BITS_OF_WORD + 1);
    if (!looking->met || !grow_memo(looking->memo, text->vocabulary->count))
        return false;
    for (size_t i = 0; i < text->token_count; i++) {
        if (text->tokens[i].word == GSAY_ID_NONE)
            continue;
        uint32_t literal = literal_at(looking, i);
        if (literal == 0)
            return false;
        if (literal > NO_LITERAL)
            looking->met[(literal - 2) / BITS_OF_WORD] |= (uint64_t)1 << (literal - 2) % BITS_OF_WORD;
    }
    return true;
}

/* Tell whether the source has all that each match of a pattern has. */
static bool may_match(const named_search *looking, const gsay_pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->need_count; i++)
        if (!(looking->met[pattern->needs[i] / BITS_OF_WORD] >> pattern->needs[i] % BITS_OF_WORD & 1))
            return false;
    return true;
}

static bool add_hit(named_search *looking, gsay_named_hit hit)
{
    gsay_named_hit *items =
        gsay_arena_grow(looking->arena, looking->hits.items, sizeof *items, looking->hits.count, &looking->capacity);
    if (!items)
        return false;
    looking->hits.items = items;
    items[looking->hits.count++] = hit;
    return true;
}

/* Try the patterns of words. */
static bool match_words(named_search *looking)
{
    const gsay_named *named = looking->named;
    if (named->pattern_count == 0)
        return true;
    if (!meet_literals(looking))
        return false;
    for (size_t i = 0; i < named->pattern_count; i++) {
        const gsay_pattern *pattern = &named->patterns[i];
        uint32_t            kinds = gsay_placeholder_kinds(pattern->steps[pattern->value].placeholder);
        if (!may_match(looking, pattern))
            continue;
        for (size_t k = 0; k < looking->mentions->count; k++)
            if (kinds >> looking->mentions->items[k].value.kind & 1 &&
                gsay_pattern_fits(pattern, looking->mentions, k, looking->memo->literals) &&
                !add_hit(looking, (gsay_named_hit){ .claim = pattern->claim, .mention = (uint32_t)k }))
                return false;
    }
    return true;
}

/* The mention whose place in the input covers a span, quotations aside. Returns UINT32_MAX when there is none. */
static uint32_t mention_over(const gsay_mentions *mentions, gsay_span span)
{
    size_t low = 0, high = mentions->count;
    while (low < high) { /* the first that begins behind the span's begin */
        size_t    middle = low + (high - low) / 2;
        gsay_span place = gsay_document_place(mentions->text->document, mentions->items[middle].text);
        if (place.begin <= span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (unsigned i = 0; i < QUOTES_PASSED && low > 0 && mentions->items[low - 1].value.kind == GSAY_KIND_QUOTE; i++)
        low--;
    if (low == 0 || mentions->items[low - 1].value.kind == GSAY_KIND_QUOTE)
        return UINT32_MAX;
    gsay_span place = gsay_document_place(mentions->text->document, mentions->items[low - 1].text);
    return gsay_span_contains(place, span) ? (uint32_t)(low - 1) : UINT32_MAX;
}

/* Note what an expression caught: the mention that stands there, else the value as it is written, without the marks of
 * the sentence that it ends. */
static bool add_caught(named_search *looking, uint32_t claim, gsay_span span)
{
    const char *bytes = looking->mentions->text->document->source.input.ptr;
    while (span.end - span.begin > 1 && strchr(".,;:", bytes[span.end - 1]))
        span.end--;
    uint32_t mention = mention_over(looking->mentions, span);
    if (mention == UINT32_MAX)
        return add_hit(looking, (gsay_named_hit){ .claim = claim, .mention = UINT32_MAX, .place = span });
    if (looking->mentions->items[mention].value.kind != GSAY_KIND_IDENTIFIER)
        return add_hit(looking, (gsay_named_hit){ .claim = claim, .mention = mention });
    return add_hit(looking, (gsay_named_hit){ claim, UINT32_MAX, span, true });
}

static gsay_status match_addresses(named_search *looking)
{
    const gsay_document *document = looking->mentions->text->document;
    for (size_t i = 0; i < looking->named->address_count; i++) {
        const gsay_address *address = &looking->named->addresses[i];
        gsay_span_list      spans = { 0 };
        gsay_error          why = { 0 };
        gsay_status         status =
            gsay_expression_find(&address->expression, looking->arena, document->source.input, &spans, &why);
        if (status == GSAY_ELIMIT)
            return gsay_fail(looking->err, status, SIZE_MAX, "cannot look for %.*s in %.*s: %s",
                             GSAY_ARG(address->written), GSAY_ARG(document->source.name), why.message);
        for (size_t k = 0; status == GSAY_OK && k < spans.count; k++)
            if (!add_caught(looking, address->claim, spans.items[k]))
                status = GSAY_ENOMEM;
        if (status != GSAY_OK)
            return gsay_fail_memory(looking->err);
    }
    return GSAY_OK;
}

static int compare_hits(const void *left, const void *right)
{
    const gsay_named_hit *a = left, *b = right;
    if (a->claim != b->claim)
        return a->claim < b->claim ? -1 : 1;
    if (a->mention != b->mention)
        return a->mention < b->mention ? -1 : 1;
    if (a->place.begin != b->place.begin)
        return a->place.begin < b->place.begin ? -1 : 1;
    return (a->place.end > b->place.end) - (a->place.end < b->place.end);
}

/* Two patterns of one claim may find one place. */
static void sort_hits(gsay_named_hits *hits)
{
    size_t kept = 0;
    if (hits->count > 1)
        qsort(hits->items, hits->count, sizeof *hits->items, compare_hits);
    for (size_t i = 0; i < hits->count; i++)
        if (i == 0 || compare_hits(&hits->items[i], &hits->items[kept - 1]) != 0)
            hits->items[kept++] = hits->items[i];
    hits->count = kept;
}

gsay_status gsay_named_find(const gsay_named *named, gsay_named_memo *memo, gsay_arena *arena,
                            const gsay_mentions *mentions, gsay_named_hits *hits, gsay_error *err)
{
    named_search looking = { .named = named, .memo = memo, .arena = arena, .mentions = mentions, .err = err };
    if (!match_words(&looking))
        return gsay_fail_memory(err);
    GSAY_TRY(match_addresses(&looking));
    sort_hits(&looking.hits);
    *hits = looking.hits;
    return GSAY_OK;
}

void gsay_named_memo_clear(gsay_named_memo *memo)
{
    free(memo->literals);
    gsay_arena_clear(&memo->scratch);
    *memo = (gsay_named_memo){ 0 };
}

void gsay_named_close(gsay_named *named)
{
    for (size_t i = 0; i < named->address_count; i++)
        gsay_expression_free(&named->addresses[i].expression);
    gsay_intern_clear(&named->literals);
    gsay_vocabulary_close(&named->words);
    gsay_arena_clear(&named->arena);
    *named = (gsay_named){ 0 };
}
