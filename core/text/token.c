/* Bytes into tokens: one pass, steered by a table of 256 byte classes.
 *
 * ASCII words are scanned, folded and found without leaving two registers: a word of up to 16 bytes is loaded as two
 * integers, one OR makes it lower case, and the vocabulary's cache compares integers. Only what the cache lacks, longer
 * words and other alphabets take the road over folding and the table. */
#include "text/scan.h"

#include "base/utf8.h"
#include "text/eight.h"

enum byte_class {
    BYTE_PUNCT = 0,
    BYTE_SPACE,
    BYTE_LINE,
    BYTE_LOWER,
    BYTE_UPPER,
    BYTE_DIGIT,
    BYTE_DOT,
    BYTE_QUOTE,   /* ' and `, which may stand double */
    BYTE_TRIGGER, /* may be part of an address */
    BYTE_HIGH     /* not ASCII */
};

/* Control characters part words like spaces. */
#define ROW_CONTROL BYTE_SPACE, BYTE_SPACE, BYTE_SPACE, BYTE_SPACE, BYTE_SPACE, BYTE_SPACE, BYTE_SPACE, BYTE_SPACE
#define ROW_LOWER   BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER
#define ROW_UPPER   BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER
#define ROW_DIGIT   BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT, BYTE_DIGIT
#define ROW_HIGH    BYTE_HIGH, BYTE_HIGH, BYTE_HIGH, BYTE_HIGH, BYTE_HIGH, BYTE_HIGH, BYTE_HIGH, BYTE_HIGH

/* clang-format off */
static const uint8_t classes[256] = {
    ROW_CONTROL,
    BYTE_SPACE, BYTE_SPACE, BYTE_LINE, BYTE_SPACE, BYTE_SPACE, BYTE_LINE, BYTE_SPACE, BYTE_SPACE,
    ROW_CONTROL, ROW_CONTROL,
    /* sp ! " # $ % & ' */
    BYTE_SPACE, BYTE_PUNCT, BYTE_PUNCT, BYTE_TRIGGER, BYTE_PUNCT, BYTE_TRIGGER, BYTE_PUNCT, BYTE_QUOTE,
    /* ( ) * + , - . / */
    BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_DOT, BYTE_TRIGGER,
    ROW_DIGIT,
    /* 8 9 : ; < = > ? */
    BYTE_DIGIT, BYTE_DIGIT, BYTE_TRIGGER, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT,
    /* @ A to O */
    BYTE_TRIGGER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_UPPER,
    ROW_UPPER, ROW_UPPER,
    /* X Y Z [ \ ] ^ _ */
    BYTE_UPPER, BYTE_UPPER, BYTE_UPPER, BYTE_PUNCT, BYTE_TRIGGER, BYTE_PUNCT, BYTE_PUNCT, BYTE_TRIGGER,
    /* ` a to o */
    BYTE_QUOTE, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_LOWER,
    ROW_LOWER, ROW_LOWER,
    /* x y z { | } ~ del */
    BYTE_LOWER, BYTE_LOWER, BYTE_LOWER, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_PUNCT, BYTE_SPACE,
    ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH,
    ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH, ROW_HIGH,
};
/* clang-format on */

#define OBJECT_REPLACEMENT 0xFFFCu
#define RIGHT_SINGLE_MARK  0x2019u

/* One block being scanned. */
struct scanner {
    gsay_scan           *scan;
    const unsigned char *bytes; /* document.text */
    gsay_span            block;
    uint32_t             at;
    uint32_t             checked; /* see gsay_address_find */
    uint8_t              pending; /* flags of the next token: GSAY_TOKEN_SPACED, GSAY_TOKEN_LINE */
};

/* What a scanned word's letters said. */
struct word_shape {
    uint32_t letters;
    uint32_t capitals;
    bool     begins_capital;
    bool     is_ascii;
};

static bool is_ascii_letter(unsigned char byte)
{
    return classes[byte] == BYTE_LOWER || classes[byte] == BYTE_UPPER;
}

/* Fold a word of any alphabet and find or add it. */
static gsay_status add_folded(const struct scanner *scanner, gsay_str raw, uint32_t *id)
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
static uint64_t load_last(const struct scanner *scanner, size_t at)
{
    uint64_t eight = 0;
    for (size_t i = 0; i < 8 && at + i < scanner->scan->bytes.len; i++)
        eight |= (uint64_t)scanner->bytes[at + i] << (8 * i);
    return eight;
}

/* Eight bytes as a number, the first one lowest. Compilers make one load of the sum where the machine is little-endian.
 */
static inline uint64_t load_eight(const struct scanner *scanner, size_t at)
{
    const unsigned char *from = scanner->bytes + at;
    if (scanner->scan->bytes.len - at < 8)
        return load_last(scanner, at);
    return (uint64_t)from[0] | (uint64_t)from[1] << 8 | (uint64_t)from[2] << 16 | (uint64_t)from[3] << 24 |
           (uint64_t)from[4] << 32 | (uint64_t)from[5] << 40 | (uint64_t)from[6] << 48 | (uint64_t)from[7] << 56;
}

/* Learn the word of a key that the cache lacks; its own bytes are folded already when they are ASCII. */
static gsay_status learn_key(const struct scanner *scanner, gsay_word_key key, gsay_str raw, bool is_ascii,
                             gsay_word_slot *slot)
{
    char     bytes[GSAY_WORD_KEY_BYTES];
    uint32_t found = 0;
    for (size_t i = 0; i < raw.len; i++)
        bytes[i] = (char)((i < 8 ? key.low >> (8 * i) : key.high >> (8 * i - 64)) & 0xFF);
    gsay_str folded = { bytes, raw.len };
    GSAY_TRY(is_ascii ? gsay_vocabulary_add(scanner->scan->vocabulary, folded, &found, scanner->scan->err)
                      : add_folded(scanner, raw, &found));
    *slot = (gsay_word_slot){ key, found };
    return GSAY_OK;
}

/* The id behind a key. */
static inline gsay_status find_key(const struct scanner *scanner, gsay_word_key key, gsay_str raw, bool is_ascii,
                                   uint32_t *id)
{
    gsay_word_slot *slot = gsay_vocabulary_slot(scanner->scan->vocabulary, key);
    if (slot->key.low != key.low || slot->key.high != key.high)
        GSAY_TRY(learn_key(scanner, key, raw, is_ascii, slot));
    *id = slot->id;
    return GSAY_OK;
}

/* The id of the bytes [begin, end), folded. */
static gsay_status find_id(const struct scanner *scanner, uint32_t begin, uint32_t end, bool is_ascii, uint32_t *id)
{
    gsay_str raw = gsay_str_slice(scanner->scan->bytes, (gsay_span){ begin, end });
    if (raw.len > GSAY_WORD_KEY_BYTES)
        return add_folded(scanner, raw, id);
    uint32_t      low = raw.len < 8 ? (uint32_t)raw.len : 8;
    uint64_t      small = is_ascii ? GSAY_EIGHT_CASE : 0;
    gsay_word_key key = { (load_eight(scanner, begin) | small) & gsay_eight_mask(low), 0 };
    if (raw.len > 8)
        key.high = (load_eight(scanner, begin + 8) | small) & gsay_eight_mask((uint32_t)raw.len - 8);
    return find_key(scanner, key, raw, is_ascii, id);
}

/* Set what a word's letters said, and find its id. */
static gsay_status finish_word(const struct scanner *scanner, gsay_token *token, uint32_t end, struct word_shape shape)
{
    token->end = end;
    if (shape.begins_capital)
        token->flags |= GSAY_TOKEN_CAPITAL;
    if (shape.letters >= 2 && shape.capitals == shape.letters)
        token->flags |= GSAY_TOKEN_UPPER;
    return end - token->begin <= GSAY_WORD_BYTES_MAX ? find_id(scanner, token->begin, end, shape.is_ascii, &token->word)
                                                     : GSAY_OK;
}

static gsay_char_class class_at(const struct scanner *scanner, uint32_t at, size_t *length)
{
    if (at >= scanner->block.end)
        return GSAY_CHAR_OTHER;
    return gsay_utf8_class(gsay_utf8_decode(scanner->scan->bytes, at, length));
}

static bool is_letter_class(gsay_char_class class)
{
    return class == GSAY_CHAR_LOWER || class == GSAY_CHAR_UPPER || class == GSAY_CHAR_LETTER;
}

static bool is_letter_at(const struct scanner *scanner, uint32_t at)
{
    size_t length;
    if (at < scanner->block.end && scanner->bytes[at] < 0x80)
        return is_ascii_letter(scanner->bytes[at]);
    return is_letter_class(class_at(scanner, at, &length));
}

/* Bytes of the apostrophe at offset, 0 when there is none. */
static uint32_t apostrophe_length(const struct scanner *scanner, uint32_t at)
{
    if (at < scanner->block.end && scanner->bytes[at] == '\'')
        return 1;
    return at + 3 <= scanner->block.end && memcmp(scanner->bytes + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Tell whether 's stands behind an apostrophe, and nothing more: at is behind the apostrophe. */
static bool is_possessive_tail(const struct scanner *scanner, uint32_t at)
{
    return at < scanner->block.end && (scanner->bytes[at] | 0x20) == 's' && !is_letter_at(scanner, at + 1) &&
           (at + 1 >= scanner->block.end || classes[scanner->bytes[at + 1]] != BYTE_DIGIT);
}

/* Bytes of an apostrophe that joins two letters into one word; 0 when there is none, or a possessive begins there. */
static uint32_t joint_length(const struct scanner *scanner, uint32_t at)
{
    uint32_t length = apostrophe_length(scanner, at);
    if (length == 0 || is_possessive_tail(scanner, at + length) || !is_letter_at(scanner, at + length))
        return 0;
    return length;
}

/* A word of any alphabet. */
static gsay_status scan_wide_word(const struct scanner *scanner, gsay_token *token)
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

/* Tell whether an ASCII word ends at offset: no letter follows, of any alphabet, and no apostrophe between letters.
 * Most of what lies beyond ASCII in English is general punctuation (E2 80), of which only the joiners belong to words.
 */
static bool ends_ascii_word(const struct scanner *scanner, uint32_t at)
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

/* An ASCII word with apostrophes in it, or a long one; what turns out to be of another alphabet starts again there. */
static gsay_status scan_joined_word(const struct scanner *scanner, gsay_token *token)
{
    const unsigned char *bytes = scanner->bytes;
    uint32_t             at = scanner->at, end = scanner->block.end, joints = 0;
    struct word_shape    shape = { .begins_capital = classes[bytes[at]] == BYTE_UPPER, .is_ascii = true };
    for (;; at++, joints++) {
        for (; at < end && is_ascii_letter(bytes[at]); at++)
            shape.capitals += classes[bytes[at]] == BYTE_UPPER;
        if (at == end || bytes[at] != '\'' || joint_length(scanner, at) == 0)
            break;
    }
    if (!ends_ascii_word(scanner, at))
        return scan_wide_word(scanner, token);
    shape.letters = at - scanner->at - joints;
    return finish_word(scanner, token, at, shape);
}

/* Finish an ASCII word whose letters are in key, the bytes behind them too. */
static inline gsay_status take_word(const struct scanner *scanner, gsay_token *token, gsay_word_key key, uint32_t len)
{
    gsay_word_key mask = { gsay_eight_mask(len < 8 ? len : 8), len > 8 ? gsay_eight_mask(len - 8) : 0 };
    gsay_word_key word = { key.low & mask.low, key.high & mask.high };
    token->flags |= word.low & 0x20 ? 0 : GSAY_TOKEN_CAPITAL;
    token->flags |= ((word.low | word.high) & GSAY_EIGHT_CASE) || len < 2 ? 0 : GSAY_TOKEN_UPPER;
    token->end = token->begin + len;
    word = (gsay_word_key){ (word.low | GSAY_EIGHT_CASE) & mask.low, (word.high | GSAY_EIGHT_CASE) & mask.high };
    return find_key(scanner, word, (gsay_str){ (const char *)scanner->bytes + token->begin, len }, true, &token->word);
}

/* Tell whether a word may go on with the byte that follows its letters. */
static inline bool may_go_on(unsigned char byte)
{
    return byte >= 0x80 || byte == '\'';
}

/* An ASCII word of 8 letters or more, or near the text's end, or with something behind it that may belong to it. */
static gsay_status scan_longer_word(const struct scanner *scanner, gsay_token *token)
{
    uint32_t      at = scanner->at, rest = scanner->block.end - at;
    gsay_word_key key = { load_eight(scanner, at), 0 };
    uint32_t      len = gsay_eight_letters(key.low);
    if (len == 8 && rest > 8) {
        key.high = load_eight(scanner, at + 8);
        len += gsay_eight_letters(key.high);
    }
    len = len < rest ? len : rest;
    if (len == GSAY_WORD_KEY_BYTES || !ends_ascii_word(scanner, at + len))
        return scan_joined_word(scanner, token);
    return take_word(scanner, token, key, len);
}

/* An ASCII word; the short ones, which are four in five, take the short way. */
static inline gsay_status scan_word(const struct scanner *scanner, gsay_token *token)
{
    if (scanner->block.end - scanner->at < 8)
        return scan_longer_word(scanner, token);
    gsay_word_key key = { load_eight(scanner, scanner->at), 0 };
    uint32_t      len = gsay_eight_letters(key.low);
    if (len == 8 || may_go_on((unsigned char)(key.low >> (8 * len))))
        return scan_longer_word(scanner, token);
    return take_word(scanner, token, key, len);
}

/* A run of ASCII digits; those of other scripts are symbols here, since no recogniser reads them. */
static gsay_status scan_digits(const struct scanner *scanner, gsay_token *token)
{
    uint32_t at = scanner->at;
    while (at < scanner->block.end && classes[scanner->bytes[at]] == BYTE_DIGIT)
        at++;
    token->kind = GSAY_TOKEN_DIGITS;
    token->end = at;
    return at - token->begin <= GSAY_DIGITS_BYTES_MAX ? find_id(scanner, token->begin, at, true, &token->word)
                                                      : GSAY_OK;
}

/* Punctuation of so many bytes. Single ASCII signs have their ids at hand. */
static gsay_status scan_punct(const struct scanner *scanner, gsay_token *token, uint32_t length, char mark)
{
    gsay_scan *scan = scanner->scan;
    token->kind = GSAY_TOKEN_PUNCT;
    token->mark = mark;
    token->end = token->begin + length;
    scan->has_marks |= mark == '"' || mark == '\'';
    if (length > 1)
        return length <= GSAY_WORD_BYTES_MAX ? find_id(scanner, token->begin, token->end, false, &token->word)
                                             : GSAY_OK;
    uint32_t *known = &scan->vocabulary->ascii[scanner->bytes[token->begin] & 0x7F];
    if (*known == GSAY_ID_NONE)
        GSAY_TRY(
            gsay_vocabulary_add(scan->vocabulary, (gsay_str){ scan->bytes.ptr + token->begin, 1 }, known, scan->err));
    token->word = *known;
    return GSAY_OK;
}

/* A byte that may be part of an address. Where one is, the tokens that it has so far give way to one SKIP. */
static gsay_status scan_trigger(struct scanner *scanner, gsay_token *token)
{
    gsay_scan *scan = scanner->scan;
    gsay_span  span = gsay_address_find(scan->bytes, scanner->block, scanner->at, &scanner->checked);
    size_t     keep = scan->token_count;
    while (keep > 0 && scan->tokens[keep - 1].begin >= span.begin && span.end > scanner->at)
        keep--;
    /* An address that begins inside a word of another alphabet would cut it in two. */
    bool is_cut = keep > 0 && scan->tokens[keep - 1].end > span.begin;
    if (span.end <= scanner->at || is_cut)
        return scan_punct(scanner, token, 1, (char)scanner->bytes[scanner->at]);
    uint8_t flags =
        keep < scan->token_count ? scan->tokens[keep].flags & (GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE) : token->flags;
    scan->token_count = keep;
    scan->tokens[keep] = (gsay_token){
        .begin = span.begin, .end = span.end, .word = GSAY_ID_NONE, .kind = GSAY_TOKEN_SKIP, .flags = flags
    };
    return GSAY_OK;
}

/* A full stop, an ellipsis, or the dot of an address. */
static gsay_status scan_dot(struct scanner *scanner, gsay_token *token)
{
    uint32_t at = scanner->at + 1;
    while (at < scanner->block.end && scanner->bytes[at] == '.')
        at++;
    /* Only a dot before a letter may belong to an address; "3.5" and the stop of a sentence are not worth a look. */
    if (at == scanner->at + 1 && at < scanner->block.end &&
        (is_ascii_letter(scanner->bytes[at]) || scanner->bytes[at] == '/'))
        return scan_trigger(scanner, token);
    return scan_punct(scanner, token, at - scanner->at, '.');
}

/* An apostrophe or single quotation mark of so many bytes; with an s behind it and a word before it, a possessive. */
static gsay_status scan_apostrophe(const struct scanner *scanner, gsay_token *token, uint32_t length)
{
    if ((token->flags & GSAY_TOKEN_SPACED) || !is_possessive_tail(scanner, scanner->at + length))
        return scan_punct(scanner, token, length, '\'');
    token->end = token->begin + length + 1;
    token->flags |= GSAY_TOKEN_POSSESSIVE;
    return gsay_vocabulary_add(scanner->scan->vocabulary, GSAY_STR("'s"), &token->word, scanner->scan->err);
}

static gsay_status scan_quote(const struct scanner *scanner, gsay_token *token)
{
    unsigned char byte = scanner->bytes[scanner->at];
    if (scanner->at + 1 < scanner->block.end && scanner->bytes[scanner->at + 1] == byte)
        return scan_punct(scanner, token, 2, '"');
    return byte == '\'' ? scan_apostrophe(scanner, token, 1) : scan_punct(scanner, token, 1, '`');
}

/* White space makes no token: token->end stays where it begins, and the scanner moves on by itself. */
static gsay_status scan_high(struct scanner *scanner, gsay_token *token)
{
    size_t   length = 0;
    uint32_t codepoint = gsay_utf8_decode(scanner->scan->bytes, scanner->at, &length);
    switch (gsay_utf8_class(codepoint)) {
    case GSAY_CHAR_LINE:
        scanner->pending |= GSAY_TOKEN_LINE;
        /* fall through */
    case GSAY_CHAR_SPACE:
        scanner->pending |= GSAY_TOKEN_SPACED;
        /* fall through */
    case GSAY_CHAR_MARK: /* without a letter before it: nothing to see */
        scanner->at += (uint32_t)length;
        return GSAY_OK;
    case GSAY_CHAR_LOWER:
    case GSAY_CHAR_UPPER:
    case GSAY_CHAR_LETTER:
        return scan_wide_word(scanner, token);
    default:
        break;
    }
    if (codepoint == RIGHT_SINGLE_MARK)
        return scan_apostrophe(scanner, token, 3);
    if (codepoint != OBJECT_REPLACEMENT)
        return scan_punct(scanner, token, (uint32_t)length, gsay_mark_of(codepoint));
    token->kind = GSAY_TOKEN_SKIP;
    token->end = token->begin + (uint32_t)length;
    return GSAY_OK;
}

static gsay_status scan_token(struct scanner *scanner, gsay_token *token)
{
    unsigned char byte = scanner->bytes[scanner->at];
    switch (classes[byte]) {
    case BYTE_LOWER:
    case BYTE_UPPER:
        return scan_word(scanner, token);
    case BYTE_DIGIT:
        return scan_digits(scanner, token);
    case BYTE_DOT:
        return scan_dot(scanner, token);
    case BYTE_QUOTE:
        return scan_quote(scanner, token);
    case BYTE_TRIGGER:
        return scan_trigger(scanner, token);
    case BYTE_HIGH:
        return scan_high(scanner, token);
    default:
        return scan_punct(scanner, token, 1, (char)byte);
    }
}

/* The first guess at the array's size is nearly always enough; dense texts double it. */
static gsay_status make_room(gsay_scan *scan)
{
    if (scan->token_count < scan->token_capacity)
        return GSAY_OK;
    gsay_token *tokens =
        gsay_arena_grow(scan->arena, scan->tokens, sizeof(*tokens), scan->token_count, &scan->token_capacity);
    if (!tokens)
        return gsay_fail_memory(scan->err);
    scan->tokens = tokens;
    return GSAY_OK;
}

gsay_status gsay_tokens_scan(gsay_scan *scan, gsay_span block)
{
    struct scanner scanner = { .scan = scan,
                               .bytes = (const unsigned char *)scan->bytes.ptr,
                               .block = block,
                               .at = block.begin,
                               .checked = block.begin,
                               .pending = GSAY_TOKEN_SPACED };
    scan->has_marks = false;
    while (scanner.at < block.end) {
        uint8_t class = classes[scanner.bytes[scanner.at]];
        if (class == BYTE_SPACE || class == BYTE_LINE) {
            scanner.pending |= class == BYTE_LINE ? GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE : GSAY_TOKEN_SPACED;
            scanner.at++;
            continue;
        }
        GSAY_TRY(make_room(scan));
        gsay_token *token = &scan->tokens[scan->token_count];
        *token = (gsay_token){ .begin = scanner.at, .end = scanner.at, .word = GSAY_ID_NONE, .flags = scanner.pending };
        GSAY_TRY(scan_token(&scanner, token));
        /* An address may have taken earlier tokens back, so the last one is looked up again. */
        token = &scan->tokens[scan->token_count];
        if (token->end > scanner.at) {
            scanner.at = token->end;
            scanner.pending = 0;
            scan->token_count++;
        }
    }
    return GSAY_OK;
}
