/* Packing: a source's mentions and claims, copied by value into what outlives its tokens.
 *
 * Strings that many records share (the sentence in normal form, its names, its content) are copied once a sentence:
 * records of one sentence follow each other, so the last copy is remembered. */
#include "claim/record.h"

#include <stdlib.h>

#include "claim/context.h"
#include "source/encoding.h"

/* The state of packing one source. */
struct packer {
    gsay_arena          *arena;
    const gsay_mentions *mentions;
    const gsay_claims   *claims;
    size_t               next_claim;
    gsay_str             sentence; /* normal form of the sentence last met */
    uint32_t             sentence_number;
    bool                 has_sentence;
    const gsay_claim    *last_claim; /* the claim copied last, and its copy: shared sets are found by their address */
    gsay_claim          *last_copy;
    bool                 has_failed;
};

static gsay_str copy(struct packer *packer, gsay_str text)
{
    if (text.len == 0)
        return GSAY_STR("");
    gsay_str result = gsay_arena_copy(packer->arena, text);
    packer->has_failed = packer->has_failed || !result.ptr;
    return result.ptr ? result : GSAY_STR("");
}

static gsay_str_set copy_strings(struct packer *packer, gsay_str_set set)
{
    gsay_str_set result = { GSAY_NEW(packer->arena, gsay_str, set.count), set.count };
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
    gsay_stem_set result = { GSAY_NEW(packer->arena, uint32_t, set.count), set.count };
    if (!result.hashes) {
        packer->has_failed = true;
        return (gsay_stem_set){ NULL, 0 };
    }
    if (set.count > 0)
        memcpy(result.hashes, set.hashes, set.count * sizeof(*set.hashes));
    return result;
}

static void copy_number(struct packer *packer, gsay_number *number)
{
    number->unit = copy(packer, number->unit);
    number->of = copy(packer, number->of);
}

/* A value with its own strings. */
static gsay_value copy_value(struct packer *packer, gsay_value value)
{
    if (gsay_kind_is_number(value.kind)) {
        copy_number(packer, &value.as.number);
    } else if (value.kind == GSAY_KIND_NAME) {
        gsay_name *name = &value.as.name;
        gsay_str  *strings[] = { &name->form, &name->shown, &name->title, &name->given, &name->family };
        for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
            *strings[i] = copy(packer, *strings[i]);
    } else if (value.kind == GSAY_KIND_QUOTE) {
        value.as.quote.speaker = copy(packer, value.as.quote.speaker);
        value.as.quote.cue = copy(packer, value.as.quote.cue);
        value.as.quote.normal = copy(packer, value.as.quote.normal);
    } else if (value.kind != GSAY_KIND_IDENTIFIER) {
        value.as.temporal.timex = copy(packer, value.as.temporal.timex);
        copy_number(packer, &value.as.temporal.length);
    }
    return value;
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
    gsay_claim *result = GSAY_NEW(packer->arena, gsay_claim, 1);
    if (!result) {
        packer->has_failed = true;
        return NULL;
    }
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

/* The folded words of a sentence with one space between. */
static gsay_str normal_form(struct packer *packer, uint32_t number)
{
    const gsay_text     *text = packer->mentions->text;
    const gsay_sentence *sentence = &text->sentences[number];
    gsay_buffer          buffer = { 0 };
    for (uint32_t i = sentence->begin; i < sentence->end; i++) {
        gsay_str word =
            text->tokens[i].kind == GSAY_TOKEN_WORD ? gsay_token_word(text, i)->folded : gsay_token_text(text, i);
        if (text->tokens[i].kind == GSAY_TOKEN_PUNCT)
            continue;
        if (buffer.len > 0)
            gsay_buffer_add_byte(&buffer, ' ');
        gsay_buffer_add(&buffer, word);
    }
    packer->has_failed = packer->has_failed || buffer.has_failed;
    gsay_str result = copy(packer, gsay_buffer_view(&buffer));
    gsay_buffer_clear(&buffer);
    return result;
}

static gsay_str sentence_of(struct packer *packer, uint32_t number)
{
    if (!packer->has_sentence || packer->sentence_number != number) {
        packer->sentence = normal_form(packer, number);
        packer->sentence_number = number;
        packer->has_sentence = true;
    }
    return packer->sentence;
}

/* Move an edge of the excerpt to white space, and never into a character. */
static bool is_break(gsay_str input, size_t at)
{
    unsigned char byte = (unsigned char)input.ptr[at];
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool is_inside_character(gsay_str input, size_t at)
{
    return at < input.len && ((unsigned char)input.ptr[at] & 0xC0) == 0x80;
}

/* Where the excerpt begins: the line's begin, or white space half an excerpt before the place. */
static size_t excerpt_begin(gsay_str input, size_t place, bool *is_cut)
{
    size_t low = place > GSAY_EXCERPT_BYTES_MAX / 2 ? place - GSAY_EXCERPT_BYTES_MAX / 2 : 0;
    size_t at = place;
    while (at > low && !is_line_end(input.ptr[at - 1]))
        at--;
    *is_cut = at > 0 && !is_line_end(input.ptr[at - 1]);
    if (!*is_cut)
        return at;
    size_t space = at;
    while (space < place && !is_break(input, space))
        space++;
    if (space < place)
        return space + 1;
    while (is_inside_character(input, at))
        at++;
    return at;
}

static size_t excerpt_end(gsay_str input, size_t begin, size_t place, bool *is_cut)
{
    size_t high = input.len - begin > GSAY_EXCERPT_BYTES_MAX ? begin + GSAY_EXCERPT_BYTES_MAX : input.len;
    size_t at = place;
    while (at < high && !is_line_end(input.ptr[at]))
        at++;
    *is_cut = at < input.len && !is_line_end(input.ptr[at]);
    if (!*is_cut)
        return at;
    size_t space = at;
    while (space > place && !is_break(input, space))
        space--;
    if (space > place)
        return space;
    while (at > place && is_inside_character(input, at))
        at--;
    return at;
}

gsay_place gsay_place_of(const gsay_document *document, gsay_span text)
{
    gsay_str   input = document->source.input;
    gsay_span  span = gsay_document_place(document, text);
    gsay_place place = { .source = document->source.name,
                         .span = span,
                         .origin = gsay_decoding_origin(document->source.decoding, span),
                         .text = gsay_str_slice(input, span) };
    size_t     begin = excerpt_begin(input, span.begin, &place.is_cut_left);
    size_t     end = excerpt_end(input, begin, span.begin, &place.is_cut_right);
    place.excerpt_begin = (uint32_t)begin;
    place.excerpt = (gsay_str){ input.ptr + begin, end - begin };
    return place;
}

/* The claim of a mention; claims rise by mention. */
static const gsay_claim *claim_of(struct packer *packer, size_t mention)
{
    const gsay_claims *claims = packer->claims;
    while (packer->next_claim < claims->count && claims->items[packer->next_claim].mention < mention)
        packer->next_claim++;
    bool is_found = packer->next_claim < claims->count && claims->items[packer->next_claim].mention == mention;
    return is_found ? &claims->items[packer->next_claim] : NULL;
}

static gsay_str word_at(const gsay_text *text, const gsay_sentence *sentence, uint32_t at)
{
    bool is_word = at >= sentence->begin && at < sentence->end && text->tokens[at].kind == GSAY_TOKEN_WORD;
    return is_word ? gsay_token_word(text, at)->folded : GSAY_STR("");
}

/* The words beside a name: what stands before it with its title, and the stem behind it. */
static void read_neighbours(struct packer *packer, const gsay_mention *mention, gsay_record *record)
{
    const gsay_text     *text = packer->mentions->text;
    const gsay_sentence *sentence = &text->sentences[mention->sentence];
    record->before = mention->begin > 0 ? copy(packer, word_at(text, sentence, mention->begin - 1)) : GSAY_STR("");
    bool has_after = word_at(text, sentence, mention->end).len > 0;
    record->after = has_after ? copy(packer, gsay_token_word(text, mention->end)->stem) : GSAY_STR("");
}

static gsay_record pack_mention(struct packer *packer, size_t index, const gsay_claim *claim)
{
    const gsay_mention  *mention = &packer->mentions->items[index];
    const gsay_document *document = packer->mentions->text->document;
    gsay_record          record = {
                 .place = gsay_place_of(document, mention->text),
                 .role = document->source.role,
                 .filed = packer->mentions->dateline.day,
                 .value = copy_value(packer, mention->value),
                 .sentence = sentence_of(packer, mention->sentence),
                 .sentence_number = mention->sentence,
                 .before = GSAY_STR(""),
                 .after = GSAY_STR(""),
    };
    if (claim) {
        gsay_claim *own = copy_claim(packer, claim);
        record.claim = own;
        record.block = own ? own->block : GSAY_STR("");
    } else if (mention->value.kind == GSAY_KIND_QUOTE) {
        record.block = GSAY_STR("quote");
    } else {
        record.block = gsay_block_join(packer->arena, GSAY_STR("name"), mention->value.as.name.form);
        packer->has_failed = packer->has_failed || !record.block.ptr;
        read_neighbours(packer, mention, &record);
    }
    return record;
}

static bool is_packed(const gsay_mention *mention, const gsay_claim *claim)
{
    return claim || mention->value.kind == GSAY_KIND_NAME || mention->value.kind == GSAY_KIND_QUOTE;
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

#define WORD_LETTERS_MIN 5u

/* A word with its first bytes as a number, which settles most comparisons. */
struct keyed_word {
    uint64_t key;
    gsay_str text;
};

static uint64_t key_of(gsay_str text)
{
    uint64_t key = 0;
    for (size_t i = 0; i < sizeof(key); i++)
        key = key << 8 | (i < text.len ? (unsigned char)text.ptr[i] : 0u);
    return key;
}

static int compare_words(const void *a, const void *b)
{
    const struct keyed_word *left = a, *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return gsay_str_compare(left->text, right->text);
}

/* A set of word ids by open addressing; slots hold id + 1. */
struct id_set {
    uint32_t *slots;
    size_t    mask;
};

static bool add_id(struct id_set *set, uint32_t id)
{
    size_t slot = (id * 2654435761u) & set->mask; /* Knuth's multiplicative hash */
    while (set->slots[slot] && set->slots[slot] != id + 1)
        slot = (slot + 1) & set->mask;
    if (set->slots[slot])
        return false;
    set->slots[slot] = id + 1;
    return true;
}

static bool is_lower_word(const gsay_token *token)
{
    return token->kind == GSAY_TOKEN_WORD && token->end - token->begin >= WORD_LETTERS_MIN &&
           token->word != GSAY_ID_NONE && !(token->flags & (GSAY_TOKEN_CAPITAL | GSAY_TOKEN_UPPER));
}

/* The distinct words that a source writes without a capital, unsorted. Returns how many. */
static size_t find_words(const gsay_text *text, struct id_set *set, struct keyed_word *words)
{
    size_t count = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        if (!is_lower_word(&text->tokens[i]) || !add_id(set, text->tokens[i].word))
            continue;
        gsay_str folded = gsay_token_word(text, i)->folded;
        words[count++] = (struct keyed_word){ key_of(folded), folded };
    }
    return count;
}

/* Sort them and keep a copy. */
static void collect_words(struct packer *packer, gsay_records *records)
{
    const gsay_text *text = packer->mentions->text;
    size_t           candidates = 0, slots = 16;
    for (size_t i = 0; i < text->token_count; i++)
        candidates += is_lower_word(&text->tokens[i]);
    while (slots < candidates * 2)
        slots *= 2;
    struct id_set      set = { calloc(slots, sizeof(*set.slots)), slots - 1 };
    struct keyed_word *words = malloc((candidates + 1) * sizeof(*words));
    size_t             count = set.slots && words ? find_words(text, &set, words) : 0;
    records->words = GSAY_NEW(packer->arena, gsay_str, count);
    packer->has_failed = packer->has_failed || !set.slots || !words || !records->words;
    if (!packer->has_failed) {
        qsort(words, count, sizeof(*words), compare_words);
        for (size_t i = 0; i < count; i++)
            records->words[i] = copy(packer, words[i].text);
        records->word_count = count;
    }
    free(set.slots);
    free(words);
}

gsay_status gsay_records_pack(gsay_arena *arena, const gsay_claims *claims, gsay_records *records, gsay_error *err)
{
    const gsay_mentions *mentions = claims->mentions;
    const gsay_source   *source = &mentions->text->document->source;
    struct packer        packer = { .arena = arena, .mentions = mentions, .claims = claims };
    gsay_records         result = {
                .source = source->name, .group = source->group, .role = source->role, .filed = mentions->dateline.day
    };
    size_t count = 0;
    for (size_t i = 0; i < mentions->count; i++)
        count += is_packed(&mentions->items[i], claim_of(&packer, i));
    packer.next_claim = 0;
    result.items = GSAY_NEW(arena, gsay_record, count);
    for (size_t i = 0; result.items && i < mentions->count; i++) {
        const gsay_claim *claim = claim_of(&packer, i);
        if (!is_packed(&mentions->items[i], claim))
            continue;
        gsay_record *record = &result.items[result.count];
        *record = pack_mention(&packer, i, claim);
        record->sequence = (uint32_t)result.count++;
    }
    if (!result.items || packer.has_failed)
        return gsay_fail_memory(err);
    locate(&packer, &result);
    collect_words(&packer, &result);
    if (packer.has_failed)
        return gsay_fail_memory(err);
    *records = result;
    return GSAY_OK;
}

int gsay_record_compare(const gsay_record *a, const gsay_record *b)
{
    int order = gsay_str_compare(a->block, b->block);
    if (order == 0)
        order = gsay_str_compare(a->place.source, b->place.source);
    if (order == 0)
        order = (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
    return order ? order : (a->sequence > b->sequence) - (a->sequence < b->sequence);
}
