/* Bytes into tokens: one pass, steered by a table of 256 byte classes.
 *
 * ASCII words are scanned, folded and found without leaving two registers: a word of up to 16 bytes is loaded as two
 * integers, one OR makes it lower case, and the vocabulary compares integers. Only longer words and other alphabets
 * take the road over folding. */
#include "text/scanner.h"

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

static bool is_ascii_letter(unsigned char byte)
{
    return classes[byte] == BYTE_LOWER || classes[byte] == BYTE_UPPER;
}

/* A word of ASCII letters where 16 bytes may be read. */
struct letters {
    gsay_word_key written;
    gsay_word_key folded;
    uint32_t      len; /* 0 where there is none, or more than 15 */
};

static inline struct letters load_letters(const unsigned char *bytes)
{
    struct letters word = { { gsay_eight_load(bytes), 0 }, { 0, 0 }, 0 };
    uint64_t       others = gsay_eight_others(word.written.low);
    word.folded.low = word.written.low | GSAY_EIGHT_CASE;
    if (others) { /* seven words in ten */
        word.written.low &= gsay_eight_before(others);
        word.folded.low &= gsay_eight_before(others);
        word.len = (uint32_t)__builtin_ctzll(others) / 8;
        return word;
    }
    word.written.high = gsay_eight_load(bytes + 8);
    others = gsay_eight_others(word.written.high);
    if (!others)
        return word;
    word.folded.high = (word.written.high | GSAY_EIGHT_CASE) & gsay_eight_before(others);
    word.written.high &= gsay_eight_before(others);
    word.len = 8 + (uint32_t)__builtin_ctzll(others) / 8;
    return word;
}

/* What the capitals of a word say. In ASCII letters the bit of GSAY_EIGHT_CASE is set unless they are capitals. */
static inline uint8_t flags_of(const struct letters *word)
{
    if (word->written.low & 0x20)
        return 0;
    bool is_upper = !((word->written.low | word->written.high) & GSAY_EIGHT_CASE) && word->len > 1;
    return is_upper ? GSAY_TOKEN_CAPITAL | GSAY_TOKEN_UPPER : GSAY_TOKEN_CAPITAL;
}

/* What a word's capital adds to what may start there. */
static inline uint8_t capital_start(uint8_t flags)
{
    return flags & GSAY_TOKEN_CAPITAL ? GSAY_START_CAPITAL : 0;
}

/* Tell whether the byte behind some ASCII letters cannot be of the same word, as letters beyond ASCII and apostrophes
 * may. */
static inline bool ends_letters(unsigned char byte)
{
    return classes[byte] < BYTE_QUOTE || classes[byte] == BYTE_TRIGGER;
}

/* Tell whether a byte is a mark for itself: no part of an address or an ellipsis. */
static inline bool is_plain_mark(const unsigned char *byte)
{
    return classes[byte[0]] == BYTE_PUNCT || (classes[byte[0]] == BYTE_DOT && byte[1] <= ' ');
}

/* The token of a plain mark. Its word is GSAY_ID_NONE where it was not met yet. */
static inline gsay_token mark_at(const gsay_scan *scan, const unsigned char *bytes, uint32_t at)
{
    return (gsay_token){ .begin = at,
                         .end = at + 1,
                         .word = scan->vocabulary->ascii[bytes[at]],
                         .kind = GSAY_TOKEN_PUNCT,
                         .mark = (char)bytes[at],
                         .starts = gsay_start_marks[bytes[at]] };
}

/* The short way, which nine tokens in ten go: as many words of up to 15 ASCII letters and plain marks as follow each
 * other with single spaces between, as long as the vocabulary knows them. All it needs stays in registers. */
static void scan_known(gsay_scanner *scanner)
{
    gsay_scan           *scan = scanner->scan;
    const unsigned char *bytes = scanner->bytes;
    uint32_t             at = scanner->at;
    uint32_t             limit = scanner->loadable;
    uint8_t              pending = scanner->pending;
    gsay_token          *token = scan->tokens + scan->token_count;
    gsay_token          *full = scan->tokens + scan->token_capacity;
    for (; at < limit && token < full; at = token++->end, pending = 0) {
        if (bytes[at] == ' ') {
            pending |= GSAY_TOKEN_SPACED;
            at++;
        }
        struct letters word = load_letters(bytes + at);
        uint32_t       end = at + word.len;
        if (word.len == 0 && is_plain_mark(bytes + at) && at < scanner->block.end) {
            *token = mark_at(scan, bytes, at);
            token->flags = pending;
            if (token->word == GSAY_ID_NONE)
                break;
            scan->has_marks |= bytes[at] == '"';
            continue;
        }
        if (word.len == 0 || end > scanner->block.end || !ends_letters(bytes[end]))
            break;
        const gsay_word_slot *slot = gsay_vocabulary_slot(scan->vocabulary, word.folded);
        if (!slot)
            break;
        uint8_t flags = pending | flags_of(&word);
        uint8_t starts = slot->starts | capital_start(flags);
        *token = (gsay_token){ .begin = at, .end = end, .word = slot->id, .flags = flags, .starts = starts };
    }
    scanner->at = at;
    scanner->pending = pending;
    scan->token_count = (size_t)(token - scan->tokens);
}

/* A run of ASCII digits; those of other scripts are symbols here, since no recogniser reads them. */
static gsay_status scan_digits(const gsay_scanner *scanner, gsay_token *token)
{
    uint32_t at = scanner->at;
    while (at < scanner->block.end && classes[scanner->bytes[at]] == BYTE_DIGIT)
        at++;
    token->kind = GSAY_TOKEN_DIGITS;
    token->starts = GSAY_START_ANY;
    token->end = at;
    return at - token->begin <= GSAY_DIGITS_BYTES_MAX
               ? gsay_word_find(scanner, (gsay_span){ token->begin, at }, true, &token->word)
               : GSAY_OK;
}

/* Punctuation of so many bytes. Single ASCII signs have their ids at hand. */
static gsay_status scan_punct(const gsay_scanner *scanner, gsay_token *token, uint32_t length, char mark)
{
    gsay_scan *scan = scanner->scan;
    token->kind = GSAY_TOKEN_PUNCT;
    token->mark = mark;
    token->starts = gsay_start_marks[mark & 127];
    token->end = token->begin + length;
    scan->has_marks |= mark == '"' || mark == '\'';
    if (length > 1)
        return length <= GSAY_WORD_BYTES_MAX
                   ? gsay_word_find(scanner, (gsay_span){ token->begin, token->end }, false, &token->word)
                   : GSAY_OK;
    uint32_t *known = &scan->vocabulary->ascii[scanner->bytes[token->begin] & 0x7F];
    if (*known == GSAY_ID_NONE)
        GSAY_TRY(
            gsay_vocabulary_add(scan->vocabulary, (gsay_str){ scan->bytes.ptr + token->begin, 1 }, known, scan->err));
    token->word = *known;
    return GSAY_OK;
}

/* A byte that may be part of an address. Where one is, the tokens that it has so far give way to one SKIP. */
static gsay_status scan_trigger(gsay_scanner *scanner, gsay_token *token)
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
static gsay_status scan_dot(gsay_scanner *scanner, gsay_token *token)
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
static gsay_status scan_apostrophe(const gsay_scanner *scanner, gsay_token *token, uint32_t length)
{
    if ((token->flags & GSAY_TOKEN_SPACED) || !gsay_possessive_ends(scanner, scanner->at + length))
        return scan_punct(scanner, token, length, '\'');
    token->end = token->begin + length + 1;
    token->flags |= GSAY_TOKEN_POSSESSIVE;
    token->word = GSAY_FIXED_POSSESSIVE_S;
    return GSAY_OK;
}

static gsay_status scan_quote(const gsay_scanner *scanner, gsay_token *token)
{
    unsigned char byte = scanner->bytes[scanner->at];
    if (scanner->at + 1 < scanner->block.end && scanner->bytes[scanner->at + 1] == byte)
        return scan_punct(scanner, token, 2, '"');
    return byte == '\'' ? scan_apostrophe(scanner, token, 1) : scan_punct(scanner, token, 1, '`');
}

/* White space makes no token: token->end stays where it begins, and the scanner moves on by itself. */
static gsay_status scan_high(gsay_scanner *scanner, gsay_token *token)
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
        return gsay_wide_word_scan(scanner, token);
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

static gsay_status scan_token(gsay_scanner *scanner, gsay_token *token)
{
    unsigned char byte = scanner->bytes[scanner->at];
    switch (classes[byte]) {
    case BYTE_LOWER:
    case BYTE_UPPER:
        return gsay_word_scan(scanner, token);
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

/* Step over white space. Returns false at the block's end. */
static inline bool skip_space(gsay_scanner *scanner)
{
    for (; scanner->at < scanner->block.end; scanner->at++) {
        uint8_t class = classes[scanner->bytes[scanner->at]];
        if (class != BYTE_SPACE && class != BYTE_LINE)
            return true;
        scanner->pending |= class == BYTE_LINE ? GSAY_TOKEN_SPACED | GSAY_TOKEN_LINE : GSAY_TOKEN_SPACED;
    }
    return false;
}

/* Scan one token. */
static gsay_status scan_next(gsay_scanner *scanner)
{
    gsay_scan  *scan = scanner->scan;
    gsay_token *token = &scan->tokens[scan->token_count];
    *token = (gsay_token){ .begin = scanner->at, .end = scanner->at, .word = GSAY_ID_NONE, .flags = scanner->pending };
    GSAY_TRY(scan_token(scanner, token));
    if (token->kind == GSAY_TOKEN_WORD)
        token->starts = gsay_vocabulary_word(scan->vocabulary, token->word)->starts | capital_start(token->flags);
    /* An address may have taken earlier tokens back, so the last one is looked up again. */
    token = &scan->tokens[scan->token_count];
    if (token->end > scanner->at) {
        scanner->at = token->end;
        scanner->pending = 0;
        scan->token_count++;
    }
    return GSAY_OK;
}

gsay_status gsay_tokens_scan(gsay_scan *scan, gsay_span block)
{
    gsay_scanner scanner = { .scan = scan,
                             .bytes = (const unsigned char *)scan->bytes.ptr,
                             .block = block,
                             .at = block.begin,
                             .checked = block.begin,
                             .pending = GSAY_TOKEN_SPACED };
    if (scan->bytes.len >= GSAY_WORD_KEY_BYTES)
        scanner.loadable = (uint32_t)scan->bytes.len - GSAY_WORD_KEY_BYTES;
    if (scanner.loadable > block.end)
        scanner.loadable = block.end;
    scan->has_marks = false;
    while (scanner.at < block.end) {
        GSAY_TRY(make_room(scan));
        scan_known(&scanner);
        if (scan->token_count < scan->token_capacity && skip_space(&scanner))
            GSAY_TRY(scan_next(&scanner));
    }
    return GSAY_OK;
}
