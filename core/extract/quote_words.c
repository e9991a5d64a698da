/* The words of a quotation as compared: what typography adds is dropped, what says that words are missing or put in
 * stays. */
#include "extract/name.h"
#include "extract/quote.h"
#include "lexicon/fixed.h"

/* A string that grows in a place of known size. */
struct writer {
    char    *out;
    size_t   len;
    uint32_t words;
};

/* Append text, behind a space unless it goes on the word before. */
static void write_piece(struct writer *writer, gsay_str text, bool is_apart)
{
    if (is_apart && writer->len)
        writer->out[writer->len++] = ' ';
    if (text.len)
        memcpy(writer->out + writer->len, text.ptr, text.len);
    writer->len += text.len;
}

/* The sign that a mark of punctuation leaves; "" for typography. */
static gsay_str sign_of(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = scan->text->tokens[at];
    switch (token.mark) {
    case '.':
        if (token.end - token.begin > 1 || gsay_scan_marks(scan, at + 1, '.'))
            return GSAY_STR("…");
        return GSAY_STR("");
    case '[':
    case '(': /* what a reporter puts in, too */
        return GSAY_STR("[]");
    case '%':
        return GSAY_STR("percent");
    case '&':
        return GSAY_STR("and");
    case '$':
        return gsay_token_text(scan->text, at);
    default:
        return GSAY_STR("");
    }
}

/* Append a sign, once where several follow each other. */
static void write_sign(struct writer *writer, gsay_str sign)
{
    bool is_again = writer->len >= sign.len && memcmp(writer->out + writer->len - sign.len, sign.ptr, sign.len) == 0;
    if (sign.len && !is_again)
        write_piece(writer, sign, true);
}

/* Tell whether the digits at a token go on the number before them: "1,500", "2.5". joint: the mark that stays between
 * them. */
static bool goes_on_number(const gsay_scan *scan, uint32_t at, gsay_str *joint)
{
    char mark = gsay_scan_token(scan, at - 1).mark;
    if ((mark != ',' && mark != '.') || gsay_scan_spaced(scan, at) || gsay_scan_spaced(scan, at - 1) ||
        gsay_scan_token(scan, at - 2).kind != GSAY_TOKEN_DIGITS)
        return false;
    *joint = mark == '.' ? GSAY_STR(".") : GSAY_STR("");
    return true;
}

/* Tell whether the word at a token is the ending of an ordinal in digits: "11th". */
static bool is_ordinal_ending(const gsay_scan *scan, uint32_t at)
{
    if (gsay_scan_token(scan, at - 1).kind != GSAY_TOKEN_DIGITS || gsay_scan_spaced(scan, at))
        return false;
    switch (scan->text->tokens[at].word) {
    case GSAY_FIXED_TH:
    case GSAY_FIXED_ST:
    case GSAY_FIXED_ND:
    case GSAY_FIXED_RD:
        return true;
    default:
        return false;
    }
}

/* Tell whether the digits at a token say nothing: "6:00" is "6". */
static bool is_full_hour(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_marks(scan, at - 1, ':') && gsay_str_equal(gsay_token_text(scan->text, at), GSAY_STR("00")) &&
           gsay_scan_token(scan, at - 2).kind == GSAY_TOKEN_DIGITS;
}

/* Write one number, or what goes on it. */
static void write_digits(struct writer *writer, const gsay_scan *scan, uint32_t at)
{
    gsay_str joint = GSAY_STR("");
    if (is_full_hour(scan, at))
        return;
    bool is_apart = !goes_on_number(scan, at, &joint);
    write_piece(writer, joint, false);
    write_piece(writer, gsay_token_text(scan->text, at), is_apart);
    writer->words += is_apart;
}

/* Write one word. letters_end: token behind the dotted letters under way ("U.S." is one word). */
static void write_word(struct writer *writer, const gsay_scan *scan, uint32_t at, uint32_t *letters_end)
{
    const gsay_token *token = &scan->text->tokens[at];
    bool is_apart = !(token->flags & GSAY_TOKEN_POSSESSIVE) && at >= *letters_end && !is_ordinal_ending(scan, at);
    bool has_word = token->kind == GSAY_TOKEN_WORD && token->word != GSAY_ID_NONE;
    write_piece(writer, has_word ? gsay_token_word(scan->text, at)->folded : gsay_token_text(scan->text, at), is_apart);
    writer->words += is_apart;
    if (at >= *letters_end && token->end - token->begin == 1)
        *letters_end = gsay_name_letters(scan, at);
}

/* Bytes that the words can take at most: folding may lengthen a word, and an ASCII sign may become three bytes or a
 * word. */
static size_t count_room(const gsay_scan *scan)
{
    size_t room = 0;
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        const gsay_token *token = &scan->text->tokens[at];
        size_t            folded = gsay_token_word(scan->text, at)->folded.len;
        size_t            written = token->end - token->begin;
        room += (folded > written ? folded : written) + (token->kind == GSAY_TOKEN_PUNCT ? 8 : 2);
    }
    return room;
}

gsay_str gsay_quote_words(gsay_scan *scan, const gsay_quote_place *place, uint32_t *word_count)
{
    gsay_scan_enter(scan, place->open + 1, place->close);
    struct writer writer = { .out = GSAY_TAKE(scan->arena, char, count_room(scan)) };
    uint32_t      letters_end = scan->begin;
    if (!writer.out) {
        scan->has_failed = true;
        return GSAY_STR("");
    }
    for (uint32_t at = scan->begin; at < scan->end; at++) {
        switch ((gsay_token_kind)scan->text->tokens[at].kind) {
        case GSAY_TOKEN_DIGITS:
            write_digits(&writer, scan, at);
            break;
        case GSAY_TOKEN_PUNCT:
            if (at >= letters_end)
                write_sign(&writer, sign_of(scan, at));
            break;
        case GSAY_TOKEN_WORD:
        case GSAY_TOKEN_SKIP:
            write_word(&writer, scan, at, &letters_end);
            break;
        }
    }
    *word_count = writer.words;
    return (gsay_str){ writer.out, writer.len };
}
