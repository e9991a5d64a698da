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
    BYTE_TRIGGER, /* may be part of an address */
    BYTE_QUOTE,   /* ' and `, which may stand double; from here on: a word may go on with it */
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

/* Marks of gsay_text.signs. */
static const bool is_sign[128] = { ['.'] = true, ['!'] = true, ['?'] = true, ['\''] = true, ['"'] = true };

#define OBJECT_REPLACEMENT 0xFFFCu
#define RIGHT_SINGLE_MARK  0x2019u

static bool is_ascii_letter(unsigned char byte)
{
    return classes[byte] == BYTE_LOWER || classes[byte] == BYTE_UPPER;
}

/* The key of the ASCII letters at some bytes, 16 of which may be read. Returns how many: 0 where there is none, or more
 * than 15. */
static inline uint32_t load_letters(const unsigned char *bytes, gsay_word_key *key)
{
    uint64_t low = gsay_eight_load(bytes), others = gsay_eight_others(low);
    *key = (gsay_word_key){ low | GSAY_EIGHT_CASE, 0 };
    if (others) { /* seven words in ten */
        key->low &= gsay_eight_before(others);
        return (uint32_t)__builtin_ctzll(others) / 8;
    }
    uint64_t high = gsay_eight_load(bytes + 8);
    others = gsay_eight_others(high);
    if (!others)
        return 0;
    key->high = (high | GSAY_EIGHT_CASE) & gsay_eight_before(others);
    return 8 + (uint32_t)__builtin_ctzll(others) / 8;
}

/* Tell whether some bytes are ASCII capitals, given that they are letters. */
static inline bool is_capitals(const unsigned char *letters, uint32_t len)
{
    uint32_t at = 0;
    while (at < len && !(letters[at] & 0x20))
        at++;
    return at == len;
}

/* What a capital at a word's begin says of its token. */
static inline uint8_t capital_flags(const unsigned char *letters, uint32_t len)
{
    return len > 1 && is_capitals(letters, len) ? GSAY_TOKEN_CAPITAL | GSAY_TOKEN_UPPER : GSAY_TOKEN_CAPITAL;
}

/* The slot of a key; NULL when memory is exhausted. */
static inline const gsay_word_slot *find_or_learn(gsay_vocabulary *vocabulary, gsay_word_key key)
{
    const gsay_word_slot *slot = gsay_word_table_find(vocabulary->table, key);
    return slot ? slot : gsay_vocabulary_learn(vocabulary, key);
}

/* Tell whether a byte is a mark by itself: no part of an address or an ellipsis. */
static inline bool is_plain_mark(const unsigned char *byte)
{
    return classes[byte[0]] == BYTE_PUNCT || (classes[byte[0]] == BYTE_DOT && byte[1] <= ' ');
}

/* Make a token of up to seven digits. Returns how many; 0 where there is none, more, or memory is exhausted. */
static uint32_t take_digits(const gsay_scanner *scanner, const unsigned char *at, gsay_token *token)
{
    gsay_scan *scan = scanner->scan;
    uint64_t   eight = gsay_eight_load(at), others = gsay_eight_no_digits(eight);
    uint32_t   len = others ? (uint32_t)__builtin_ctzll(others) / 8 : 8, begin = (uint32_t)(at - scanner->bytes);
    if (!others || len > scanner->block.end - begin)
        return 0;
    gsay_word_key         key = { eight & gsay_eight_before(others), 0 };
    const gsay_word_slot *slot = find_or_learn(scan->vocabulary, key);
    if (!slot)
        return 0;
    *token = (gsay_token){ .begin = begin,
                           .end = begin + len,
                           .word = slot->id,
                           .kind = GSAY_TOKEN_DIGITS,
                           .flags = scanner->pending,
                           .starts = GSAY_START_ANY };
    scan->signs[scan->sign_count++] = (uint32_t)(token - scan->tokens);
    return len;
}

/* Make a token of a plain mark. Returns false where its word was not met yet. */
static bool take_mark(const gsay_scanner *scanner, const unsigned char *at, gsay_token *token)
{
    gsay_scan *scan = scanner->scan;
    uint32_t   begin = (uint32_t)(at - scanner->bytes), word = scan->vocabulary->ascii[*at];
    *token = (gsay_token){ .begin = begin,
                           .end = begin + 1,
                           .word = word,
                           .kind = GSAY_TOKEN_PUNCT,
                           .flags = scanner->pending,
                           .mark = (char)*at,
                           .starts = gsay_start_marks[*at] };
    scan->has_marks |= *at == '"';
    scan->signs[scan->sign_count] = (uint32_t)(token - scan->tokens);
    scan->sign_count += is_sign[*at] && word != GSAY_ID_NONE;
    return word != GSAY_ID_NONE;
}

/* Make a token of a possessive mark: an apostrophe and an s. Returns its bytes, 0 where there is none. */
static uint32_t take_possessive(const gsay_scanner *scanner, const unsigned char *at, gsay_token *token)
{
    uint32_t begin = (uint32_t)(at - scanner->bytes), word = GSAY_FIXED_POSSESSIVE_S;
    if ((scanner->pending & GSAY_TOKEN_SPACED) || !gsay_possessive_ends(scanner, begin + 1))
        return 0;
    *token = (gsay_token){ .begin = begin,
                           .end = begin + 2,
                           .word = word,
                           .flags = scanner->pending | GSAY_TOKEN_POSSESSIVE,
                           .starts = gsay_vocabulary_word(scanner->scan->vocabulary, word)->starts };
    return 2;
}

/* Make a token of what is no word. Returns its bytes, 0 where it takes the long way. */
static uint32_t take_other(const gsay_scanner *scanner, const unsigned char *at, gsay_token *token)
{
    if (at >= scanner->bytes + scanner->block.end || scanner->scan->sign_count == scanner->scan->sign_capacity)
        return 0;
    if (is_plain_mark(at))
        return take_mark(scanner, at, token);
    if (classes[*at] == BYTE_DIGIT)
        return take_digits(scanner, at, token);
    return *at == '\'' ? take_possessive(scanner, at, token) : 0;
}

/* Where the short way ends at the latest: a token has a byte at least, so the array's end is not reached before. */
static size_t limit_of(const gsay_scanner *scanner)
{
    size_t room = scanner->scan->token_capacity - scanner->scan->token_count;
    size_t rest = scanner->loadable > scanner->at ? scanner->loadable - scanner->at : 0;
    return scanner->at + (rest < room ? rest : room);
}

/* The short way, which all but a few tokens in a hundred go: as many words of up to 15 ASCII letters, numbers,
 * possessive and plain marks as follow each other with single spaces between. All that a word asks for stays in
 * registers. */
static void scan_short(gsay_scanner *scanner)
{
    gsay_vocabulary     *vocabulary = scanner->scan->vocabulary;
    gsay_word_table      table = vocabulary->table;
    const unsigned char *bytes = scanner->bytes;
    size_t               limit = limit_of(scanner), block_end = scanner->block.end, at = scanner->at;
    gsay_token          *token = scanner->scan->tokens + scanner->scan->token_count;
    bool                 is_spaced = at < limit && bytes[at] == ' ';
    uint8_t              pending = scanner->pending | (is_spaced ? GSAY_TOKEN_SPACED : 0);
    for (at += is_spaced; at < limit; token++) {
        gsay_word_key key;
        uint32_t      len = load_letters(bytes + at, &key);
        if (len == 0) {
            scanner->pending = pending;
            len = take_other(scanner, bytes + at, token);
            if (len == 0)
                break;
            table = vocabulary->table; /* a number may be new */
        } else {
            if (at + len > block_end ||
                (classes[bytes[at + len]] >= BYTE_QUOTE && !gsay_word_ends(scanner, (uint32_t)at + len)))
                break;
            const gsay_word_slot *slot = gsay_word_table_find(table, key);
            if (!slot) {
                slot = gsay_vocabulary_learn(vocabulary, key);
                table = vocabulary->table;
            }
            if (!slot)
                break;
            bool is_capital = !(bytes[at] & 0x20);
            *token = (gsay_token){ .begin = (uint32_t)at,
                                   .end = (uint32_t)at + len,
                                   .word = slot->id,
                                   .flags = pending | (is_capital ? capital_flags(bytes + at, len) : 0),
                                   .starts = slot->starts | (is_capital ? GSAY_START_CAPITAL : 0) };
        }
        at += len;
        is_spaced = bytes[at] == ' ';
        pending = is_spaced; /* GSAY_TOKEN_SPACED is 1 */
        at += is_spaced;
    }
    scanner->at = (uint32_t)at;
    scanner->pending = pending;
    scanner->scan->token_count = (size_t)(token - scanner->scan->tokens);
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
    while (scan->sign_count > 0 && scan->signs[scan->sign_count - 1] >= keep)
        scan->sign_count--;
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
        gsay_arena_extend(scan->arena, scan->tokens, sizeof(*tokens), scan->token_count, &scan->token_capacity);
    if (!tokens)
        return gsay_fail_memory(scan->err);
    scan->tokens = tokens;
    return GSAY_OK;
}

/* List the token scanned last if it is a sign. */
static gsay_status note_sign(gsay_scan *scan, const gsay_token *token)
{
    if (token->kind != GSAY_TOKEN_DIGITS && !is_sign[token->mark & 127])
        return GSAY_OK;
    uint32_t *signs =
        gsay_arena_extend(scan->arena, scan->signs, sizeof(*signs), scan->sign_count, &scan->sign_capacity);
    if (!signs)
        return gsay_fail_memory(scan->err);
    scan->signs = signs;
    signs[scan->sign_count++] = (uint32_t)scan->token_count;
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
    if (token->kind == GSAY_TOKEN_WORD) {
        token->starts = gsay_vocabulary_word(scan->vocabulary, token->word)->starts;
        token->starts |= token->flags & GSAY_TOKEN_CAPITAL ? GSAY_START_CAPITAL : 0;
    }
    /* An address may have taken earlier tokens back, so the last one is looked up again. */
    token = &scan->tokens[scan->token_count];
    if (token->end > scanner->at) {
        GSAY_TRY(note_sign(scan, token));
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
        scan_short(&scanner);
        if (scan->token_count < scan->token_capacity && skip_space(&scanner))
            GSAY_TRY(scan_next(&scanner));
    }
    return GSAY_OK;
}
