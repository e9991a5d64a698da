/* Bytes into tokens: one pass, steered by a table of 256 byte classes.
 *
 * ASCII words are scanned, folded and found without leaving two registers: a word of up to 16 bytes is loaded as two
 * integers, one OR makes it lower case, and the vocabulary's cache compares integers. Only what the cache lacks, longer
 * words and other alphabets take the road over folding and the table. */
#include "text/scan.h"

#include "base/utf8.h"

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

/* A range of code points and the ASCII mark that stands for them; rising. */
struct mark_row {
    uint32_t first, last;
    char     mark;
};

static const struct mark_row mark_rows[] = {
    { 0xA2, 0xA5, '$' },      { 0xAB, 0xAB, '"' },      { 0xBB, 0xBB, '"' },     { 0x58A, 0x58A, '-' },
    { 0x60B, 0x60B, '$' },    { 0x9F2, 0x9F3, '$' },    { 0xE3F, 0xE3F, '$' },   { 0x2010, 0x2015, '-' },
    { 0x2018, 0x201B, '\'' }, { 0x201C, 0x201F, '"' },  { 0x2026, 0x2026, '.' }, { 0x2032, 0x2032, '\'' },
    { 0x2033, 0x2033, '"' },  { 0x2039, 0x203A, '\'' }, { 0x20A0, 0x20CF, '$' }, { 0x2212, 0x2212, '-' },
    { 0x2E3A, 0x2E3B, '-' },  { 0x300C, 0x300F, '"' },  { 0xFE58, 0xFE58, '-' }, { 0xFE63, 0xFE63, '-' },
    { 0xFE69, 0xFE69, '$' },  { 0xFF04, 0xFF04, '$' },  { 0xFF0D, 0xFF0D, '-' }, { 0xFFE0, 0xFFE1, '$' },
    { 0xFFE5, 0xFFE6, '$' },
};

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

static gsay_status push(struct scanner *scanner, gsay_token token)
{
    gsay_scan *scan = scanner->scan;
    if (scan->token_count == scan->token_capacity) {
        gsay_token *tokens =
            gsay_arena_grow(scan->arena, scan->tokens, sizeof(*tokens), scan->token_count, &scan->token_capacity);
        if (!tokens)
            return gsay_fail_memory(scan->err);
        scan->tokens = tokens;
    }
    token.flags |= scanner->pending;
    scanner->pending = 0;
    scan->tokens[scan->token_count++] = token;
    scanner->at = token.end;
    return GSAY_OK;
}

/* Fold a word that the cache does not know and find or add it. */
static gsay_status add_folded(struct scanner *scanner, gsay_str raw, uint32_t *id)
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

/* Load up to 16 bytes; a set bit 5 makes ASCII letters small and leaves digits and apostrophes alone. */
static gsay_word_key load_key(const struct scanner *scanner, uint32_t begin, uint32_t len, bool is_ascii)
{
    static const unsigned char keep[2 * GSAY_WORD_KEY_BYTES] = { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                                                 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF };
    gsay_word_key              key = { 0, 0 }, mask;
    const unsigned char       *from = scanner->bytes + begin;
    memcpy(&mask, keep + GSAY_WORD_KEY_BYTES - len, sizeof(mask));
    if (scanner->scan->bytes.len - begin >= sizeof(key))
        memcpy(&key, from, sizeof(key));
    else
        memcpy(&key, from, len);
    uint64_t small = is_ascii ? 0x2020202020202020u : 0;
    key.low = (key.low | small) & mask.low;
    key.high = (key.high | small) & mask.high;
    return key;
}

/* The id of the bytes [begin, end), folded. */
static gsay_status find_id(struct scanner *scanner, uint32_t begin, uint32_t end, bool is_ascii, uint32_t *id)
{
    gsay_str raw = gsay_str_slice(scanner->scan->bytes, (gsay_span){ begin, end });
    if (raw.len > GSAY_WORD_KEY_BYTES)
        return add_folded(scanner, raw, id);
    gsay_word_key   key = load_key(scanner, begin, (uint32_t)raw.len, is_ascii);
    gsay_word_slot *slot = gsay_vocabulary_slot(scanner->scan->vocabulary, key);
    if (slot->key.low != key.low || slot->key.high != key.high) {
        GSAY_TRY(add_folded(scanner, raw, &slot->id));
        slot->key = key;
    }
    *id = slot->id;
    return GSAY_OK;
}

static gsay_status push_word(struct scanner *scanner, uint32_t end, struct word_shape shape)
{
    gsay_token token = { .begin = scanner->at, .end = end, .kind = GSAY_TOKEN_WORD, .word = GSAY_ID_NONE };
    if (shape.begins_capital)
        token.flags |= GSAY_TOKEN_CAPITAL;
    if (shape.letters >= 2 && shape.capitals == shape.letters)
        token.flags |= GSAY_TOKEN_UPPER;
    if (end - token.begin <= GSAY_WORD_BYTES_MAX)
        GSAY_TRY(find_id(scanner, token.begin, end, shape.is_ascii, &token.word));
    return push(scanner, token);
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
static gsay_status scan_wide_word(struct scanner *scanner)
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
    return push_word(scanner, at, shape);
}

/* Tell whether a byte beyond ASCII at the end of an ASCII word surely is none of its letters: general punctuation that
 * is neither a joiner nor an apostrophe between letters. */
static bool ends_ascii_word(const struct scanner *scanner, uint32_t at)
{
    if (scanner->bytes[at] != 0xE2 || scanner->bytes[at + 1] != 0x80)
        return false;
    unsigned char last = scanner->bytes[at + 2];
    return last != 0x8C && last != 0x8D && joint_length(scanner, at) == 0;
}

static gsay_status scan_word(struct scanner *scanner)
{
    const unsigned char *bytes = scanner->bytes;
    uint32_t             at = scanner->at, end = scanner->block.end;
    struct word_shape    shape = { .begins_capital = classes[bytes[at]] == BYTE_UPPER, .is_ascii = true };
    uint32_t             joints = 0;
    for (;;) {
        for (; at < end && is_ascii_letter(bytes[at]); at++)
            shape.capitals += classes[bytes[at]] == BYTE_UPPER;
        if (at == end || bytes[at] != '\'' || joint_length(scanner, at) == 0)
            break;
        at++;
        joints++;
    }
    if (at < end && bytes[at] >= 0x80 && !ends_ascii_word(scanner, at))
        return scan_wide_word(scanner);
    shape.letters = at - scanner->at - joints;
    return push_word(scanner, at, shape);
}

static gsay_status scan_digits(struct scanner *scanner)
{
    uint32_t at = scanner->at;
    while (at < scanner->block.end && classes[scanner->bytes[at]] == BYTE_DIGIT)
        at++;
    gsay_token token = { .begin = scanner->at, .end = at, .kind = GSAY_TOKEN_DIGITS, .word = GSAY_ID_NONE };
    if (at - token.begin <= GSAY_DIGITS_BYTES_MAX)
        GSAY_TRY(find_id(scanner, token.begin, at, true, &token.word));
    return push(scanner, token);
}

static gsay_status push_punct(struct scanner *scanner, uint32_t length, char mark)
{
    gsay_token token = { .begin = scanner->at, .end = scanner->at + length, .kind = GSAY_TOKEN_PUNCT, .mark = mark };
    gsay_scan *scan = scanner->scan;
    if (length == 1) {
        uint32_t *known = &scan->vocabulary->ascii[scanner->bytes[token.begin] & 0x7F];
        if (*known == GSAY_ID_NONE)
            GSAY_TRY(gsay_vocabulary_add(scan->vocabulary, (gsay_str){ scan->bytes.ptr + token.begin, 1 }, known,
                                         scan->err));
        token.word = *known;
    } else {
        GSAY_TRY(find_id(scanner, token.begin, token.end, false, &token.word));
    }
    return push(scanner, token);
}

/* Look for an address around the byte; where there is one, its tokens so far give way to one SKIP.
 * is_found: out. */
static gsay_status scan_address(struct scanner *scanner, bool *is_found)
{
    gsay_scan *scan = scanner->scan;
    gsay_span  span = gsay_address_find(scan->bytes, scanner->block, scanner->at, &scanner->checked);
    *is_found = false;
    if (span.end <= scanner->at)
        return GSAY_OK;
    size_t keep = scan->token_count;
    while (keep > 0 && scan->tokens[keep - 1].begin >= span.begin)
        keep--;
    if (keep > 0 && scan->tokens[keep - 1].end > span.begin)
        return GSAY_OK; /* it would cut a word of another alphabet in two */
    if (keep < scan->token_count)
        scanner->pending = scan->tokens[keep].flags & (GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE);
    scan->token_count = keep;
    *is_found = true;
    return push(scanner,
                (gsay_token){ .begin = span.begin, .end = span.end, .word = GSAY_ID_NONE, .kind = GSAY_TOKEN_SKIP });
}

static gsay_status scan_trigger(struct scanner *scanner)
{
    bool is_found = false;
    GSAY_TRY(scan_address(scanner, &is_found));
    return is_found ? GSAY_OK : push_punct(scanner, 1, (char)scanner->bytes[scanner->at]);
}

static gsay_status scan_dot(struct scanner *scanner)
{
    uint32_t at = scanner->at + 1;
    while (at < scanner->block.end && scanner->bytes[at] == '.')
        at++;
    /* Only a dot before a letter may belong to an address; "3.5" and the stop of a sentence are not worth a look. */
    if (at == scanner->at + 1 && at < scanner->block.end &&
        (is_ascii_letter(scanner->bytes[at]) || scanner->bytes[at] == '/'))
        return scan_trigger(scanner);
    uint32_t length = at - scanner->at;
    if (length <= GSAY_WORD_BYTES_MAX)
        return push_punct(scanner, length, '.');
    return push(scanner,
                (gsay_token){
                    .begin = scanner->at, .end = at, .word = GSAY_ID_NONE, .kind = GSAY_TOKEN_PUNCT, .mark = '.' });
}

/* Push 's as a token of its own. */
static gsay_status push_possessive(struct scanner *scanner, uint32_t length)
{
    gsay_token token = {
        .begin = scanner->at, .end = scanner->at + length + 1, .kind = GSAY_TOKEN_WORD, .flags = GSAY_TOKEN_POSSESSIVE
    };
    GSAY_TRY(gsay_vocabulary_add(scanner->scan->vocabulary, GSAY_STR("'s"), &token.word, scanner->scan->err));
    return push(scanner, token);
}

/* An apostrophe or single quotation mark of so many bytes. */
static gsay_status scan_apostrophe(struct scanner *scanner, uint32_t length)
{
    bool is_glued = scanner->pending == 0 && scanner->at > scanner->block.begin;
    if (is_glued && is_possessive_tail(scanner, scanner->at + length))
        return push_possessive(scanner, length);
    return push_punct(scanner, length, '\'');
}

static gsay_status scan_quote(struct scanner *scanner)
{
    unsigned char byte = scanner->bytes[scanner->at];
    if (scanner->at + 1 < scanner->block.end && scanner->bytes[scanner->at + 1] == byte)
        return push_punct(scanner, 2, '"');
    return byte == '\'' ? scan_apostrophe(scanner, 1) : push_punct(scanner, 1, '`');
}

static char mark_of(uint32_t codepoint)
{
    size_t low = 0, high = sizeof(mark_rows) / sizeof(mark_rows[0]);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (codepoint > mark_rows[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_in = low < sizeof(mark_rows) / sizeof(mark_rows[0]) && codepoint >= mark_rows[low].first;
    return is_in ? mark_rows[low].mark : '\0';
}

static gsay_status scan_high(struct scanner *scanner)
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
        return scan_wide_word(scanner);
    default:
        break;
    }
    uint32_t end = scanner->at + (uint32_t)length;
    if (codepoint == OBJECT_REPLACEMENT)
        return push(scanner,
                    (gsay_token){ .begin = scanner->at, .end = end, .word = GSAY_ID_NONE, .kind = GSAY_TOKEN_SKIP });
    if (codepoint == RIGHT_SINGLE_MARK)
        return scan_apostrophe(scanner, 3);
    return push_punct(scanner, (uint32_t)length, mark_of(codepoint));
}

static gsay_status scan_next(struct scanner *scanner)
{
    unsigned char byte = scanner->bytes[scanner->at];
    switch (classes[byte]) {
    case BYTE_LINE:
        scanner->pending |= GSAY_TOKEN_LINE;
        /* fall through */
    case BYTE_SPACE:
        scanner->pending |= GSAY_TOKEN_SPACED;
        scanner->at++;
        return GSAY_OK;
    case BYTE_LOWER:
    case BYTE_UPPER:
        return scan_word(scanner);
    case BYTE_DIGIT:
        return scan_digits(scanner);
    case BYTE_DOT:
        return scan_dot(scanner);
    case BYTE_QUOTE:
        return scan_quote(scanner);
    case BYTE_TRIGGER:
        return scan_trigger(scanner);
    case BYTE_HIGH:
        return scan_high(scanner);
    default:
        return push_punct(scanner, 1, (char)byte);
    }
}

gsay_status gsay_tokens_scan(gsay_scan *scan, gsay_span block)
{
    struct scanner scanner = { .scan = scan,
                               .bytes = (const unsigned char *)scan->bytes.ptr,
                               .block = block,
                               .at = block.begin,
                               .checked = block.begin,
                               .pending = GSAY_TOKEN_SPACED };
    while (scanner.at < block.end)
        GSAY_TRY(scan_next(&scanner));
    return GSAY_OK;
}
