/* Words: where they end, what their letters say, and the id of their folded form.
 *
 * A word of up to 16 bytes is two integers: one OR makes it lower case if it is ASCII, and the vocabulary compares
 * integers. Only longer words and other alphabets take the road over folding. */
#include "text/scanner.h"

#include "base/utf8.h"
#include "text/eight.h"

/* What a scanned word's letters said. */
struct word_shape {
    uint32_t letters;
    uint32_t capitals;
    bool     begins_capital;
    bool     is_ascii;
};

static bool is_ascii_letter(unsigned char byte)
{
    return (unsigned char)((byte | 0x20) - 'a') < 26;
}

static bool is_ascii_capital(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Fold a word of any alphabet and find or add it. */
static gsay_status add_folded(const gsay_scanner *scanner, gsay_str raw, uint32_t *id)
{
    gsay_scan *scan = scanner->scan;
    gsay_arena_reset(&scan->scratch);
    gsay_str folded = gsay_utf8_fold(&scan->scratch, raw);
    if (!folded.ptr)
        return gsay_fail_memory(scan->err);
    char *out = GSAY_NEW(&scan->scratch, char, folded.len);
    if (!out)
        return gsay_fail_memory(scan->err);
    size_t len = 0;
    for (size_t i = 0; i < folded.len;) {
        bool is_mark = i + 3 <= folded.len && memcmp(folded.ptr + i, "\xE2\x80\x99", 3) == 0;
        out[len++] = is_mark ? '\'' : folded.ptr[i];
        i += is_mark ? 3 : 1;
    }
    return gsay_vocabulary_add(scan->vocabulary, (gsay_str){ out, len }, id, scan->err);
}

/* Eight bytes near the text's end as a number; what lies beyond it is 0. */
static uint64_t load_last(const gsay_scanner *scanner, size_t at)
{
    uint64_t eight = 0;
    for (size_t i = 0; i < 8 && at + i < scanner->scan->bytes.len; i++)
        eight |= (uint64_t)scanner->bytes[at + i] << (8 * i);
    return eight;
}

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t load_eight(const gsay_scanner *scanner, size_t at)
{
    return at + 8 <= scanner->scan->bytes.len ? gsay_eight_load(scanner->bytes + at) : load_last(scanner, at);
}

/* The bytes set that a key of so many bytes has, at most 16. */
static inline gsay_word_key mask_of(uint32_t len)
{
    const uint64_t all = ~(uint64_t)0;
    if (len < 8)
        return (gsay_word_key){ gsay_eight_mask(len), 0 };
    return (gsay_word_key){ all, len < GSAY_WORD_KEY_BYTES ? gsay_eight_mask(len - 8) : all };
}

/* The id behind the key of an ASCII word in lower case. */
static gsay_status find_key(const gsay_scanner *scanner, gsay_word_key key, uint32_t *id)
{
    gsay_vocabulary      *vocabulary = scanner->scan->vocabulary;
    const gsay_word_slot *slot = gsay_word_table_find(vocabulary->table, key);
    if (!slot)
        slot = gsay_vocabulary_learn(vocabulary, key);
    if (!slot)
        return gsay_fail_memory(scanner->scan->err);
    *id = slot->id;
    return GSAY_OK;
}

/* The id of a short word beyond ASCII, by its key as written; what was not met before is folded. */
static gsay_status find_written(const gsay_scanner *scanner, gsay_word_key key, gsay_str raw, uint32_t *id)
{
    *id = gsay_vocabulary_find(scanner->scan->vocabulary, key);
    if (*id != GSAY_ID_NONE)
        return GSAY_OK;
    GSAY_TRY(add_folded(scanner, raw, id));
    return gsay_vocabulary_alias(scanner->scan->vocabulary, key, *id, scanner->scan->err);
}

/* Set what a word's letters said, and find its id. */
static gsay_status finish_word(const gsay_scanner *scanner, gsay_token *token, uint32_t end, struct word_shape shape)
{
    token->end = end;
    if (shape.begins_capital)
        token->flags |= GSAY_TOKEN_CAPITAL;
    if (shape.letters >= 2 && shape.capitals == shape.letters)
        token->flags |= GSAY_TOKEN_UPPER;
    return end - token->begin <= GSAY_WORD_BYTES_MAX
               ? gsay_word_find(scanner, (gsay_span){ token->begin, end }, shape.is_ascii, &token->word)
               : GSAY_OK;
}

static gsay_char_class class_at(const gsay_scanner *scanner, uint32_t at, size_t *length)
{
    if (at >= scanner->block.end)
        return GSAY_CHAR_OTHER;
    return gsay_utf8_class(gsay_utf8_decode(scanner->scan->bytes, at, length));
}

static bool is_letter_class(gsay_char_class class)
{
    return class == GSAY_CHAR_LOWER || class == GSAY_CHAR_UPPER || class == GSAY_CHAR_LETTER;
}

static bool is_letter_at(const gsay_scanner *scanner, uint32_t at)
{
    size_t length;
    if (at < scanner->block.end && scanner->bytes[at] < 0x80)
        return is_ascii_letter(scanner->bytes[at]);
    return is_letter_class(class_at(scanner, at, &length));
}

/* Bytes of the apostrophe at offset, 0 when there is none. */
static uint32_t apostrophe_length(const gsay_scanner *scanner, uint32_t at)
{
    if (at < scanner->block.end && scanner->bytes[at] == '\'')
        return 1;
    return at + 3 <= scanner->block.end && memcmp(scanner->bytes + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Bytes of an apostrophe that joins two letters into one word; 0 when there is none, or a possessive begins there. */
static uint32_t joint_length(const gsay_scanner *scanner, uint32_t at)
{
    uint32_t length = apostrophe_length(scanner, at);
    if (length == 0 || gsay_possessive_ends(scanner, at + length) || !is_letter_at(scanner, at + length))
        return 0;
    return length;
}

/* An ASCII word with apostrophes in it, or a long one; what turns out to be of another alphabet starts again there. */
static gsay_status scan_joined_word(const gsay_scanner *scanner, gsay_token *token)
{
    const unsigned char *bytes = scanner->bytes;
    uint32_t             at = scanner->at, end = scanner->block.end, joints = 0;
    struct word_shape    shape = { .begins_capital = is_ascii_capital(bytes[at]), .is_ascii = true };
    for (;; at++, joints++) {
        for (; at < end && is_ascii_letter(bytes[at]); at++)
            shape.capitals += is_ascii_capital(bytes[at]);
        if (at == end || bytes[at] != '\'' || joint_length(scanner, at) == 0)
            break;
    }
    if (!gsay_word_ends(scanner, at))
        return gsay_wide_word_scan(scanner, token);
    shape.letters = at - scanner->at - joints;
    return finish_word(scanner, token, at, shape);
}

/* Finish an ASCII word whose letters are in key, the bytes behind them too. */
static inline gsay_status take_word(const gsay_scanner *scanner, gsay_token *token, gsay_word_key key, uint32_t len)
{
    gsay_word_key mask = mask_of(len);
    gsay_word_key word = { key.low & mask.low, key.high & mask.high };
    token->flags |= word.low & 0x20 ? 0 : GSAY_TOKEN_CAPITAL;
    token->flags |= ((word.low | word.high) & GSAY_EIGHT_CASE) || len < 2 ? 0 : GSAY_TOKEN_UPPER;
    token->end = token->begin + len;
    word = (gsay_word_key){ (word.low | GSAY_EIGHT_CASE) & mask.low, (word.high | GSAY_EIGHT_CASE) & mask.high };
    return find_key(scanner, word, &token->word);
}

gsay_status gsay_word_find(const gsay_scanner *scanner, gsay_span span, bool is_ascii, uint32_t *id)
{
    gsay_str raw = gsay_str_slice(scanner->scan->bytes, span);
    if (raw.len > GSAY_WORD_KEY_BYTES)
        return add_folded(scanner, raw, id);
    uint64_t      small = is_ascii ? GSAY_EIGHT_CASE : 0;
    gsay_word_key mask = mask_of((uint32_t)raw.len);
    gsay_word_key key = { (load_eight(scanner, span.begin) | small) & mask.low, 0 };
    if (raw.len > 8)
        key.high = (load_eight(scanner, span.begin + 8) | small) & mask.high;
    return is_ascii ? find_key(scanner, key, id) : find_written(scanner, key, raw, id);
}

bool gsay_possessive_ends(const gsay_scanner *scanner, uint32_t at)
{
    return at < scanner->block.end && (scanner->bytes[at] | 0x20) == 's' && !is_letter_at(scanner, at + 1) &&
           (at + 1 >= scanner->block.end || scanner->bytes[at + 1] < '0' || scanner->bytes[at + 1] > '9');
}

bool gsay_word_ends(const gsay_scanner *scanner, uint32_t at)
{
    if (at >= scanner->block.end)
        return true;
    const unsigned char *bytes = scanner->bytes + at;
    if (bytes[0] == '\'')
        return joint_length(scanner, at) == 0;
    if (bytes[0] < 0x80)
        return true;
    bool is_joiner = bytes[0] == 0xE2 && bytes[1] == 0x80 && (bytes[2] == 0x8C || bytes[2] == 0x8D);
    return bytes[0] == 0xE2 && bytes[1] == 0x80 && !is_joiner && joint_length(scanner, at) == 0;
}

gsay_status gsay_wide_word_scan(const gsay_scanner *scanner, gsay_token *token)
{
    struct word_shape shape = { 0 };
    uint32_t          at = scanner->at;
    for (size_t length = 0; at < scanner->block.end; at += (uint32_t)length) {
        gsay_char_class class = class_at(scanner, at, &length);
        if (is_letter_class(class)) {
            shape.begins_capital |= shape.letters == 0 && class == GSAY_CHAR_UPPER;
            shape.letters++;
            shape.capitals += class == GSAY_CHAR_UPPER;
        } else if (class != GSAY_CHAR_MARK) {
            length = joint_length(scanner, at);
            if (length == 0)
                break;
        }
    }
    return finish_word(scanner, token, at, shape);
}

gsay_status gsay_word_scan(const gsay_scanner *scanner, gsay_token *token)
{
    uint32_t      at = scanner->at, rest = scanner->block.end - at;
    gsay_word_key key = { load_eight(scanner, at), 0 };
    uint32_t      len = gsay_eight_letters(key.low);
    if (len == 8 && rest > 8) {
        key.high = load_eight(scanner, at + 8);
        len += gsay_eight_letters(key.high);
    }
    len = len < rest ? len : rest;
    if (len == GSAY_WORD_KEY_BYTES || !gsay_word_ends(scanner, at + len))
        return scan_joined_word(scanner, token);
    return take_word(scanner, token, key, len);
}
