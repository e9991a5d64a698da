/* Packing: a source's mentions and claims, copied by value into what outlives its tokens.
 *
 * What many records share (the sentence, its names, its content) is copied once: records of one sentence follow each
 * other, so the last copy is remembered. What stands in the input as it is needs no copy at all. */
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
    gsay_claim               *own_claims; /* the copies, as many as there are claims */
    size_t                    next_claim;
    char                     *room; /* for short strings: what is left of it */
    size_t                    room_left;
    gsay_str                  sentence; /* the copy of the sentence last met */
    uint32_t                  sentence_number;
    bool                      has_sentence;
    const gsay_claim *last_claim; /* the claim copied last, and its copy: shared sets are known by their address */
    gsay_claim       *last_copy;
    bool              has_failed;
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

/* The first and the last bytes of a word of 4 to SHORT_BYTES bytes, which together are all of it. */
static inline void load_ends(gsay_str word, uint64_t ends[2])
{
    ends[0] = ends[1] = 0;
    if (word.len < 8) {
        memcpy(&ends[0], word.ptr, 4);
        memcpy(&ends[1], word.ptr + word.len - 4, 4);
    } else {
        memcpy(&ends[0], word.ptr, 8);
        memcpy(&ends[1], word.ptr + word.len - 8, 8);
    }
}

/* Tell whether two words of 4 bytes or more are the same. */
static inline bool is_same_word(gsay_str a, gsay_str b)
{
    uint64_t left[2], right[2];
    if (a.len != b.len || a.len > SHORT_BYTES)
        return gsay_str_equal(a, b);
    load_ends(a, left);
    load_ends(b, right);
    return left[0] == right[0] && left[1] == right[1];
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

static gsay_str_set copy_strings(struct packer *packer, gsay_str_set set)
{
    if (set.count == 0)
        return (gsay_str_set){ NULL, 0 };
    gsay_str_set result = { GSAY_TAKE(packer->arena, gsay_str, set.count), set.count };
    if (!result.items) {
        packer->has_failed = true;
        return (gsay_str_set){ NULL, 0 };
    }
    for (uint32_t i = 0; i < set.count; i++)
        result.items[i] = copy(packer, set.items[i]);
    return result;
}

static gsay_stem_set copy_stems(struct packer *packer, gsay_stem_set set)
{
    if (set.count == 0)
        return (gsay_stem_set){ NULL, 0 };
    gsay_stem_set result = { GSAY_TAKE(packer->arena, uint32_t, set.count), set.count };
    if (!result.hashes) {
        packer->has_failed = true;
        return (gsay_stem_set){ NULL, 0 };
    }
    memcpy(result.hashes, set.hashes, set.count * sizeof(*set.hashes));
    return result;
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

static void own_name(struct packer *packer, gsay_name *name)
{
    gsay_str form = name->form;
    name->form = copy(packer, form);
    name->shown = copy(packer, name->shown);
    name->title = copy(packer, name->title);
    if (packer->has_failed) /* then the parts would be slices of nothing */
        return;
    name->given = copy_part(packer, form, name->form, name->given);
    name->family = copy_part(packer, form, name->form, name->family);
    name->stands_for = copy(packer, name->stands_for);
}

/* Give a value its own strings. */
static void own_value(struct packer *packer, gsay_value *value)
{
    if (gsay_kind_is_number(value->kind)) {
        own_number(packer, &value->as.number);
    } else if (value->kind == GSAY_KIND_NAME) {
        own_name(packer, &value->as.name);
    } else if (value->kind == GSAY_KIND_QUOTE) {
        value->as.quote.speaker = copy(packer, value->as.quote.speaker);
        value->as.quote.cue = copy(packer, value->as.quote.cue);
        value->as.quote.normal = copy(packer, value->as.quote.normal);
    } else if (value->kind != GSAY_KIND_IDENTIFIER) {
        value->as.temporal.timex = copy(packer, value->as.temporal.timex);
        own_number(packer, &value->as.temporal.length);
    }
}

/* Claims of one sentence hold the very same sets. The counts tell empty sets at one address apart from what follows
 * them. */
static bool is_same_context(const gsay_claim *a, const gsay_claim *b)
{
    return a->content.hashes == b->content.hashes && a->content.count == b->content.count &&
           a->about.items == b->about.items && a->about.count == b->about.count;
}

static gsay_claim *copy_claim(struct packer *packer, const gsay_claim *claim)
{
    gsay_claim *result = packer->own_claims + (claim - packer->claims->items);
    *result = *claim;
    gsay_str *strings[] = { &result->head,  &result->predicate, &result->subject, &result->before,
                            &result->after, &result->speaker,   &result->block };
    for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
        *strings[i] = copy(packer, *strings[i]);
    result->modifiers = copy_strings(packer, claim->modifiers);
    bool is_shared = packer->last_copy && is_same_context(packer->last_claim, claim);
    result->about = is_shared ? packer->last_copy->about : copy_strings(packer, claim->about);
    result->content = is_shared ? packer->last_copy->content : copy_stems(packer, claim->content);
    packer->last_claim = claim;
    packer->last_copy = result;
    return result;
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

static gsay_spot spot_of(const gsay_document *document, gsay_span text)
{
    gsay_span span = gsay_document_place(document, text);
    return (gsay_spot){ .source = document->source.name,
                        .text = gsay_str_slice(document->source.input, span),
                        .span = span };
}

/* The word at a token in folded form. One without a capital mostly stands in the text as it is, and need not be copied.
 */
static gsay_str own_word(struct packer *packer, const gsay_text *text, size_t token)
{
    gsay_str written = gsay_token_text(text, token), folded = gsay_token_word(text, token)->folded;
    return copy(packer, is_same_word(written, folded) ? written : folded);
}

/* The word at a token of a sentence; "" for what is none or too short to tell two names' surroundings apart. */
static gsay_str word_at(struct packer *packer, const gsay_sentence *sentence, uint32_t at)
{
    const gsay_text *text = packer->mentions->text;
    if (at < sentence->begin || at >= sentence->end || text->tokens[at].kind != GSAY_TOKEN_WORD ||
        gsay_token_word(text, at)->folded.len < NEIGHBOUR_BYTES_MIN)
        return GSAY_STR("");
    return own_word(packer, text, at);
}

/* The words beside a name: what stands before it with its title, and the word behind it. */
static void read_neighbours(struct packer *packer, const gsay_mention *mention, gsay_record *record)
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
    record->place = spot_of(document, mention->text);
    record->value = mention->value;
    record->claim = claim ? copy_claim(packer, claim) : NULL;
    record->source = packer->source;
    record->before = record->after = GSAY_STR("");
    record->sentence = sentence_of(packer, mention->sentence);
    record->sentence_number = mention->sentence;
    record->role = document->source.role;
    own_value(packer, &record->value);
    if (claim)
        record->block = record->claim->block;
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

/* Lines and columns of all records in one pass; records rise by place as mentions do. */
static void locate(struct packer *packer, gsay_records *records)
{
    if (records->count == 0)
        return;
    uint32_t      *offsets = malloc(records->count * sizeof(*offsets));
    gsay_position *positions = malloc(records->count * sizeof(*positions));
    packer->has_failed = packer->has_failed || !offsets || !positions;
    if (offsets && positions) {
        for (size_t i = 0; i < records->count; i++)
            offsets[i] = records->items[i].place.span.begin;
        gsay_positions_of(packer->mentions->text->document->source.input, offsets, records->count, positions);
        for (size_t i = 0; i < records->count; i++) {
            records->items[i].place.line = positions[i].line;
            records->items[i].place.column = positions[i].column;
        }
    }
    free(offsets);
    free(positions);
}

static inline bool is_lower_word(const gsay_token *token)
{
    return token->end - token->begin >= WORD_LETTERS_MIN && token->kind == GSAY_TOKEN_WORD &&
           !(token->flags & (GSAY_TOKEN_CAPITAL | GSAY_TOKEN_UPPER));
}

/* List the tokens where a word without a capital is met first. met: a bit for each word of the vocabulary, cleared. */
static size_t find_words(const gsay_text *text, uint64_t *met, uint32_t *tokens)
{
    const gsay_token *first = text->tokens, *end = first + text->token_count;
    size_t            count = 0;
    for (const gsay_token *token = first; token < end; token++) {
        uint32_t word = token->word;
        if (!is_lower_word(token) || word == GSAY_ID_NONE || met[word / 64] >> word % 64 & 1)
            continue;
        met[word / 64] |= (uint64_t)1 << word % 64;
        tokens[count++] = (uint32_t)(token - first);
    }
    return count;
}

/* Keep the distinct words that a source writes without a capital. */
static void collect_words(struct packer *packer, gsay_records *records)
{
    const gsay_text *text = packer->mentions->text;
    uint32_t        *tokens = malloc((text->token_count + 1) * sizeof(*tokens));
    uint64_t        *met = calloc(text->vocabulary->count / 64 + 1, sizeof(*met));
    size_t           count = tokens && met ? find_words(text, met, tokens) : 0;
    records->words = GSAY_TAKE(packer->arena, gsay_str, count);
    packer->has_failed = packer->has_failed || !tokens || !met || !records->words;
    for (size_t i = 0; i < count && !packer->has_failed; i++)
        records->words[records->word_count++] = own_word(packer, text, tokens[i]);
    free(tokens);
    free(met);
}

gsay_status gsay_records_pack(gsay_arena *arena, const gsay_claims *claims, gsay_records *records, gsay_error *err)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_source   *source = &mentions->text->document->source;
    gsay_record_source  *shared = GSAY_TAKE(arena, gsay_record_source, 1);
    struct packer        packer = { .arena = arena, .mentions = mentions, .claims = claims, .source = shared };
    gsay_records         result = {
                .source = source->name, .group = source->group, .role = source->role, .filed = mentions->dateline.day
    };
    size_t count = claims->count;
    packer.own_claims = GSAY_TAKE(arena, gsay_claim, claims->count);
    for (size_t i = 0; i < mentions->count; i++)
        count += is_bare(mentions->text, &mentions->items[i]);
    result.items = GSAY_TAKE(arena, gsay_record, count);
    if (!shared || !result.items || !packer.own_claims)
        return gsay_fail_memory(err);
    *shared = (gsay_record_source){ .input = source->input, .decoding = source->decoding };
    for (size_t i = 0; i < mentions->count; i++) {
        const gsay_claim *claim = claim_of(&packer, i);
        if (!claim && !is_bare(mentions->text, &mentions->items[i]))
            continue;
        gsay_record *record = &result.items[result.count];
        pack_mention(&packer, i, claim, record);
        record->sequence = (uint32_t)result.count++;
    }
    if (!packer.has_failed)
        locate(&packer, &result);
    if (!packer.has_failed)
        collect_words(&packer, &result);
    if (packer.has_failed)
        return gsay_fail_memory(err);
    *records = result;
    return GSAY_OK;
}
