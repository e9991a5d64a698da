/* Packing: a source's mentions, copied by value into what outlives its tokens, beside the claims, which outlive them
 * anyway.
 *
 * What stands in the input as it is needs no copy, nor does a word of the vocabulary. The sentence that many records
 * share is copied once: records of one sentence follow each other, so the last copy is remembered. */
#include "claim/record.h"

#include <stdlib.h>

#define ROOM_BYTES          512u /* of short strings that are taken from the arena at once: a copy is then a bump */
#define SHORT_BYTES         16u
#define NEIGHBOUR_BYTES_MIN 4u /* of a word beside a name */
#define WORD_LETTERS_MIN    5u /* of a word that a source writes without a capital */

/* The state of packing one source. */
struct packer {
    gsay_arena               *arena;
    const gsay_mentions      *mentions;
    const gsay_claims        *claims;
    const gsay_record_source *source;
    size_t                    next_claim;
    gsay_position_walk        lines;
    char                     *room; /* for short strings: what is left of it */
    size_t                    room_left;
    gsay_str                  sentence; /* the copy of the sentence last met */
    uint32_t                  sentence_number;
    bool                      has_sentence;
    bool                      has_failed;
};

/* Tell whether a string is part of another. */
static bool lies_in(gsay_str part, gsay_str whole)
{
    return (uintptr_t)part.ptr - (uintptr_t)whole.ptr < whole.len;
}

/* Move a string of up to SHORT_BYTES: two moves of a fixed length, which overlap, cost less than a call. */
static inline void move_short(char *to, const char *from, size_t len)
{
    if (len >= 8) {
        memcpy(to, from, 8);
        memcpy(to + len - 8, from + len - 8, 8);
    } else if (len >= 4) {
        memcpy(to, from, 4);
        memcpy(to + len - 4, from + len - 4, 4);
    } else {
        for (size_t i = 0; i < len; i++)
            to[i] = from[i];
    }
}

/* Room for a string, shared with others when it is short. */
static char *take_room(struct packer *packer, size_t len)
{
    if (len > ROOM_BYTES / 4)
        return GSAY_TAKE(packer->arena, char, len);
    if (len > packer->room_left) {
        packer->room = GSAY_TAKE(packer->arena, char, ROOM_BYTES);
        packer->room_left = packer->room ? ROOM_BYTES : 0;
    }
    char *taken = packer->room;
    if (taken) {
        packer->room += len;
        packer->room_left -= len;
    }
    return taken;
}

/* Copy a string that is long, or for which the room does not suffice. */
static gsay_str copy_long(struct packer *packer, gsay_str text)
{
    char *taken = take_room(packer, text.len);
    if (!taken) {
        packer->has_failed = true;
        return GSAY_STR("");
    }
    memcpy(taken, text.ptr, text.len);
    return (gsay_str){ taken, text.len };
}

static inline gsay_str copy(struct packer *packer, gsay_str text)
{
    if (text.len == 0)
        return GSAY_STR("");
    if (lies_in(text, packer->source->input))
        return text;
    if (text.len > SHORT_BYTES || text.len > packer->room_left)
        return copy_long(packer, text);
    char *taken = packer->room;
    move_short(taken, text.ptr, text.len);
    packer->room += text.len;
    packer->room_left -= text.len;
    return (gsay_str){ taken, text.len };
}

static void own_number(struct packer *packer, gsay_number *number)
{
    number->unit = copy(packer, number->unit);
    number->of = copy(packer, number->of);
}

/* The copy of a part of a name, which mostly is a slice of the form. */
static gsay_str copy_part(struct packer *packer, gsay_str form, gsay_str own_form, gsay_str part)
{
    if (part.len == 0 || !lies_in(part, form))
        return copy(packer, part);
    return (gsay_str){ own_form.ptr + (part.ptr - form.ptr), part.len };
}

/* The copy of a folded form, which is the word of its one token or has to be copied. */
static gsay_str copy_form(struct packer *packer, const gsay_mention *mention, gsay_str form)
{
    bool is_word = gsay_token_word(packer->mentions->text, mention->end - 1)->folded.ptr == form.ptr;
    return is_word ? form : copy(packer, form);
}

static void own_name(struct packer *packer, const gsay_mention *mention, gsay_name *name)
{
    gsay_str form = name->form;
    name->form = copy_form(packer, mention, form);
    name->shown = copy(packer, name->shown);
    name->title = copy(packer, name->title);
    if (packer->has_failed) /* then the parts would be slices of nothing */
        return;
    name->given = copy_part(packer, form, name->form, name->given);
    name->family = copy_part(packer, form, name->form, name->family);
    name->stands_for = copy(packer, name->stands_for);
}

/* Give the value of a mention its own strings. */
static void own_value(struct packer *packer, const gsay_mention *mention, gsay_value *value)
{
    if (gsay_kind_is_number(value->kind)) {
        own_number(packer, &value->as.number);
    } else if (value->kind == GSAY_KIND_NAME) {
        own_name(packer, mention, &value->as.name);
    } else if (value->kind == GSAY_KIND_QUOTE) {
        value->as.quote.speaker = copy(packer, value->as.quote.speaker);
        value->as.quote.cue = copy(packer, value->as.quote.cue);
        value->as.quote.normal = copy(packer, value->as.quote.normal);
    } else if (value->kind != GSAY_KIND_IDENTIFIER) {
        value->as.temporal.timex = copy(packer, value->as.temporal.timex);
        own_number(packer, &value->as.temporal.length);
    }
}

/* The claim of a mention; claims rise by mention, and mentions are asked for in their order. */
static const gsay_claim *claim_of(struct packer *packer, size_t mention)
{
    const gsay_claims *claims = packer->claims;
    if (packer->next_claim == claims->count || claims->items[packer->next_claim].mention != mention)
        return NULL;
    return &claims->items[packer->next_claim++];
}

/* The sentence as it stands in the document's text, which goes with the scratch memory where it is not the input
 * itself. */
static gsay_str sentence_of(struct packer *packer, uint32_t number)
{
    const gsay_text     *text = packer->mentions->text;
    const gsay_sentence *sentence = &text->sentences[number];
    if (packer->has_sentence && packer->sentence_number == number)
        return packer->sentence;
    gsay_span span = { text->tokens[sentence->begin].begin, text->tokens[sentence->end - 1].end };
    packer->sentence = copy(packer, gsay_str_slice(text->document->text, span));
    packer->sentence_number = number;
    packer->has_sentence = true;
    return packer->sentence;
}

/* Records rise by place as mentions do, so all are found in one walk over the lines. */
static gsay_spot spot_of(struct packer *packer, const gsay_document *document, gsay_span text)
{
    gsay_span     span = gsay_document_place(document, text);
    gsay_position position = gsay_positions_next(&packer->lines, span.begin);
    return (gsay_spot){ .source = document->source.name,
                        .text = gsay_str_slice(document->source.input, span),
                        .span = span,
                        .line = position.line,
                        .column = position.column };
}

/* The word at a token of a sentence; "" for what is none or too short to tell two names' surroundings apart. */
static gsay_str word_at(const struct packer *packer, const gsay_sentence *sentence, uint32_t at)
{
    const gsay_text *text = packer->mentions->text;
    if (at < sentence->begin || at >= sentence->end || text->tokens[at].kind != GSAY_TOKEN_WORD)
        return GSAY_STR("");
    gsay_str word = gsay_token_word(text, at)->folded;
    return word.len < NEIGHBOUR_BYTES_MIN ? GSAY_STR("") : word;
}

/* The words beside a name: what stands before it with its title, and the word behind it. */
static void read_neighbours(const struct packer *packer, const gsay_mention *mention, gsay_record *record)
{
    const gsay_sentence *sentence = &packer->mentions->text->sentences[mention->sentence];
    record->before = mention->begin > 0 ? word_at(packer, sentence, mention->begin - 1) : GSAY_STR("");
    record->after = word_at(packer, sentence, mention->end);
}

static void pack_mention(struct packer *packer, size_t index, const gsay_claim *claim, gsay_record *record)
{
    const gsay_mention  *mention = &packer->mentions->items[index];
    const gsay_document *document = packer->mentions->text->document;
    /* field by field: a literal would be built beside the record and moved into it */
    record->block = mention->value.kind == GSAY_KIND_QUOTE ? GSAY_STR("quote") : GSAY_STR("name");
    record->place = spot_of(packer, document, mention->text);
    record->value = mention->value;
    record->claim = claim;
    record->source = packer->source;
    record->before = record->after = GSAY_STR("");
    record->sentence = sentence_of(packer, mention->sentence);
    record->sentence_number = mention->sentence;
    record->role = document->source.role;
    own_value(packer, mention, &record->value);
    if (claim)
        record->block = claim->block;
    else if (mention->value.kind == GSAY_KIND_NAME)
        read_neighbours(packer, mention, record);
}

/* Tell whether an identifier has a word that may be spelled in two ways: "Windows Server 2012", not "HR 101". */
static bool has_name(const gsay_text *text, const gsay_mention *mention)
{
    for (uint32_t at = mention->begin; at < mention->end; at++) {
        const gsay_token *token = &text->tokens[at];
        if (token->end - token->begin >= WORD_LETTERS_MIN && token->kind == GSAY_TOKEN_WORD &&
            token->flags & GSAY_TOKEN_CAPITAL && !(token->flags & GSAY_TOKEN_UPPER))
            return true;
    }
    return false;
}

/* Names and quotations have records of their own, as have identifiers with a name in them. */
static bool is_bare(const gsay_text *text, const gsay_mention *mention)
{
    if (mention->value.kind == GSAY_KIND_IDENTIFIER)
        return has_name(text, mention);
    return mention->value.kind == GSAY_KIND_NAME || mention->value.kind == GSAY_KIND_QUOTE;
}

static inline bool is_lower_word(const gsay_token *token)
{
    unsigned other = token->kind ^ GSAY_TOKEN_WORD; /* one test for both: the walk asks every token */
    return token->end - token->begin >= WORD_LETTERS_MIN &&
           !(other | (token->flags & (GSAY_TOKEN_CAPITAL | GSAY_TOKEN_UPPER)));
}

/* List the words that are met without a capital, in the order of the text. met: a bit for each word of the vocabulary,
 * cleared. */
static size_t find_words(const gsay_text *text, uint64_t *met, uint32_t *words)
{
    const gsay_token *end = text->tokens + text->token_count;
    size_t            count = 0;
    for (const gsay_token *token = text->tokens; token < end; token++) {
        if (!is_lower_word(token))
            continue;
        uint32_t word = token->word;
        if (word == GSAY_ID_NONE || met[word / 64] >> word % 64 & 1)
            continue;
        met[word / 64] |= (uint64_t)1 << word % 64;
        words[count++] = word;
    }
    return count;
}

/* Keep the distinct words that a source writes without a capital. */
static void collect_words(struct packer *packer, gsay_records *records)
{
    const gsay_text *text = packer->mentions->text;
    const gsay_word *known = text->vocabulary->words;
    uint32_t        *words = malloc((text->token_count + 1) * sizeof(*words));
    uint64_t        *met = calloc(text->vocabulary->count / 64 + 1, sizeof(*met));
    size_t           count = words && met ? find_words(text, met, words) : 0;
    records->words = GSAY_TAKE(packer->arena, gsay_str, count);
    packer->has_failed = packer->has_failed || !words || !met || !records->words;
    for (size_t i = 0; i < count && !packer->has_failed; i++)
        records->words[records->word_count++] = known[words[i]].folded;
    free(words);
    free(met);
}

/* How many records a source has: one a claim, and one a mention that is bare. */
static size_t count_records(const gsay_claims *claims)
{
    const gsay_mentions *mentions = claims->mentions;
    size_t               count = claims->count;
    for (size_t i = 0; i < mentions->count; i++)
        count += is_bare(mentions->text, &mentions->items[i]);
    return count;
}

static void pack_mentions(struct packer *packer, gsay_records *records)
{
    const gsay_mentions *mentions = packer->mentions;
    for (size_t i = 0; i < mentions->count; i++) {
        const gsay_claim *claim = claim_of(packer, i);
        if (!claim && !is_bare(mentions->text, &mentions->items[i]))
            continue;
        gsay_record *record = &records->items[records->count];
        pack_mention(packer, i, claim, record);
        record->sequence = (uint32_t)records->count++;
    }
}

gsay_status gsay_records_pack(gsay_arena *arena, const gsay_claims *claims, gsay_records *records, gsay_error *err)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_source   *source = &mentions->text->document->source;
    gsay_record_source  *shared = GSAY_TAKE(arena, gsay_record_source, 1);
    struct packer        packer = { .arena = arena,
                                    .mentions = mentions,
                                    .claims = claims,
                                    .source = shared,
                                    .lines = gsay_positions_begin(source->input) };
    gsay_records         result = {
                .source = source->name, .group = source->group, .role = source->role, .filed = mentions->dateline.day
    };
    result.items = GSAY_TAKE(arena, gsay_record, count_records(claims));
    if (!shared || !result.items)
        return gsay_fail_memory(err);
    *shared = (gsay_record_source){ .input = source->input, .decoding = source->decoding };
    pack_mentions(&packer, &result);
    if (!packer.has_failed)
        collect_words(&packer, &result);
    if (packer.has_failed)
        return gsay_fail_memory(err);
    *records = result;
    return GSAY_OK;
}
