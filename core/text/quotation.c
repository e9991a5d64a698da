/* Quotation marks into quotations: which mark opens, which closes, and which is none.
 *
 * Method: a stack over the marks of one block. Typographic marks say by themselves what they do (“ opens, ” closes; „
 * and « turn that round for others); the ASCII " closes what is open and opens otherwise; single marks are apostrophes
 * until a closing one is in sight. What is still open at the block's end: double marks last to the end, since speech
 * over several paragraphs leaves them open; single ones were apostrophes. */
#include "text/scan.h"

#include "base/utf8.h"

enum sign {
    SIGN_NONE = 0, /* no quotation mark (a prime, say) */
    SIGN_ASCII,    /* " and '' which both open and close */
    SIGN_LEFT,     /* “ `` */
    SIGN_RIGHT,    /* ” */
    SIGN_LOW,      /* „ */
    SIGN_LEFT_ANGLE,
    SIGN_RIGHT_ANGLE,
    SIGN_ASCII_SINGLE,
    SIGN_LEFT_SINGLE,
    SIGN_RIGHT_SINGLE
};

enum role { ROLE_NONE = 0, ROLE_OPENS, ROLE_CLOSES, ROLE_POSSESSES };

struct sign_row {
    uint32_t codepoint;
    uint8_t  sign;
};

static const struct sign_row sign_rows[] = {
    { '"', SIGN_ASCII },           { '\'', SIGN_ASCII_SINGLE },   { '`', SIGN_LEFT },
    { 0xAB, SIGN_LEFT_ANGLE },     { 0xBB, SIGN_RIGHT_ANGLE },    { 0x2018, SIGN_LEFT_SINGLE },
    { 0x2019, SIGN_RIGHT_SINGLE }, { 0x201B, SIGN_LEFT_SINGLE },  { 0x201C, SIGN_LEFT },
    { 0x201D, SIGN_RIGHT },        { 0x201E, SIGN_LOW },          { 0x201F, SIGN_LEFT },
    { 0x2039, SIGN_LEFT_SINGLE },  { 0x203A, SIGN_RIGHT_SINGLE },
};

/* Words that begin with an apostrophe. */
static const char *const clipped_words[] = { "em", "til", "tis", "twas", "cause", "n", "bout", "round", "cept", "til" };

/* A quotation that waits for its closing mark. */
struct waiting {
    size_t  quotation; /* in scan.quotations */
    uint8_t sign;      /* of its opening mark */
};

/* One block at work. */
struct marker {
    gsay_scan     *scan;
    gsay_stretch   block;
    size_t         first; /* quotation: the block's first */
    struct waiting stack[GSAY_QUOTATION_DEPTH_MAX];
    size_t         depth;
    size_t         openers_left; /* single marks from here on that could open, and close */
    size_t         closers_left;
};

/* Which of the signs a token is; primes share a mark with quotation marks and are none. */
static enum sign sign_of(const gsay_scan *scan, size_t index)
{
    const gsay_token *token = &scan->tokens[index];
    if (token->kind != GSAY_TOKEN_PUNCT || (token->mark != '"' && token->mark != '\''))
        return SIGN_NONE;
    size_t   length;
    uint32_t codepoint = gsay_utf8_decode(scan->bytes, token->begin, &length);
    if (codepoint == '\'' && token->mark == '"')
        return SIGN_ASCII;
    for (size_t i = 0; i < sizeof(sign_rows) / sizeof(sign_rows[0]); i++)
        if (sign_rows[i].codepoint == codepoint)
            return sign_rows[i].sign;
    return SIGN_NONE;
}

static bool is_single(enum sign sign)
{
    return sign >= SIGN_ASCII_SINGLE;
}

static bool is_spaced(const gsay_scan *scan, size_t index)
{
    return scan->tokens[index].flags & GSAY_TOKEN_SPACED;
}

/* Tell whether a mark stands where quotations open: behind space, a bracket, a dash or another opening mark. */
static bool looks_opening(const struct marker *marker, size_t index)
{
    const gsay_scan *scan = marker->scan;
    if (index + 1 == marker->block.end)
        return false;
    if (index == marker->block.begin || is_spaced(scan, index))
        return true;
    const gsay_token *before = &scan->tokens[index - 1];
    return before->kind == GSAY_TOKEN_PUNCT &&
           ((before->flags & GSAY_TOKEN_OPENS) || (before->mark && strchr("([{-/=:>", before->mark)));
}

/* Tell whether a single mark stands where one opens: as above, and its word follows at once. */
static bool looks_opening_single(const struct marker *marker, size_t index)
{
    return looks_opening(marker, index) && !is_spaced(marker->scan, index + 1);
}

/* Tell whether a single mark stands where one closes: behind a word or stop, before space or punctuation. */
static bool looks_closing_single(const struct marker *marker, size_t index)
{
    const gsay_scan *scan = marker->scan;
    if (index == marker->block.begin || is_spaced(scan, index))
        return false;
    return index + 1 == marker->block.end || is_spaced(scan, index + 1) ||
           scan->tokens[index + 1].kind == GSAY_TOKEN_PUNCT;
}

/* Tell whether an apostrophe before the next token makes a word or year shorter: 'em, '90s. */
static bool is_clipping(const struct marker *marker, size_t index)
{
    const gsay_scan  *scan = marker->scan;
    const gsay_token *next = &scan->tokens[index + 1];
    if (next->kind == GSAY_TOKEN_DIGITS)
        return next->end - next->begin == 2;
    gsay_str word = gsay_vocabulary_word(scan->vocabulary, next->word)->folded;
    for (size_t i = 0; next->kind == GSAY_TOKEN_WORD && i < sizeof(clipped_words) / sizeof(clipped_words[0]); i++)
        if (gsay_str_equal(word, gsay_str_of(clipped_words[i])))
            return true;
    return false;
}

/* The depth of the innermost open quotation of double (or single) marks, counted from 1; 0 when there is none. */
static size_t find_open(const struct marker *marker, bool want_single)
{
    for (size_t depth = marker->depth; depth > 0; depth--)
        if (is_single(marker->stack[depth - 1].sign) == want_single)
            return depth;
    return 0;
}

/* Tell whether " stands for inches: 5'10", or 3" outside a quotation. */
static bool is_measure(const struct marker *marker, size_t index, bool is_open)
{
    const gsay_scan *scan = marker->scan;
    size_t           begin = marker->block.begin;
    if (index == begin || is_spaced(scan, index) || scan->tokens[index - 1].kind != GSAY_TOKEN_DIGITS)
        return false;
    bool has_feet = index >= begin + 3 && gsay_token_is(scan, index - 2, '\'') && !is_spaced(scan, index - 2) &&
                    scan->tokens[index - 3].kind == GSAY_TOKEN_DIGITS;
    return has_feet || !is_open;
}

/* What a double mark does, given what is open. A closing mark without an opening one opens where it stands like one:
 * Swedish and Finnish write ”so”, German books »so«. */
static enum role role_of_double(const struct marker *marker, size_t index, enum sign sign)
{
    size_t    depth = find_open(marker, false);
    enum sign open = depth ? marker->stack[depth - 1].sign : SIGN_NONE;
    switch (sign) {
    case SIGN_LEFT:
        return open == SIGN_LOW ? ROLE_CLOSES : ROLE_OPENS;
    case SIGN_LOW:
        return ROLE_OPENS;
    case SIGN_LEFT_ANGLE:
        return open == SIGN_RIGHT_ANGLE ? ROLE_CLOSES : ROLE_OPENS;
    case SIGN_RIGHT:
    case SIGN_RIGHT_ANGLE:
        break;
    default:
        if (is_measure(marker, index, depth > 0))
            return ROLE_NONE;
        if (depth && open != SIGN_ASCII && open != SIGN_LEFT && looks_opening(marker, index))
            return ROLE_OPENS;
        break;
    }
    if (depth)
        return ROLE_CLOSES;
    return looks_opening(marker, index) ? ROLE_OPENS : ROLE_NONE;
}

/* Tell whether the token before the mark ends in s, as a plural that owns something does. */
static bool follows_s(const struct marker *marker, size_t index)
{
    const gsay_scan  *scan = marker->scan;
    const gsay_token *before = &scan->tokens[index - 1];
    return before->kind == GSAY_TOKEN_WORD && (scan->bytes.ptr[before->end - 1] | 0x20) == 's';
}

/* What a single mark does. Most are apostrophes, so a mark opens only if one that could close it is still to come. */
static enum role role_of_single(const struct marker *marker, size_t index, enum sign sign)
{
    const gsay_scan *scan = marker->scan;
    bool             is_open = find_open(marker, true) > 0;
    if (sign != SIGN_LEFT_SINGLE && looks_closing_single(marker, index)) {
        /* ‘the workers’ strike’: where more marks close than open from here on, this one owns. */
        bool is_plural = follows_s(marker, index) && index + 1 < marker->block.end &&
                         scan->tokens[index + 1].kind == GSAY_TOKEN_WORD && is_spaced(scan, index + 1);
        bool is_spare = marker->closers_left > marker->openers_left + 1;
        if (is_open && !(is_plural && is_spare))
            return ROLE_CLOSES;
        return follows_s(marker, index) ? ROLE_POSSESSES : ROLE_NONE;
    }
    if (sign == SIGN_RIGHT_SINGLE || marker->closers_left == 0 || !looks_opening_single(marker, index))
        return ROLE_NONE;
    return is_clipping(marker, index) ? ROLE_NONE : ROLE_OPENS;
}

/* Count the single marks of the block that could open or close, so that each can be judged by what is to come. */
static void count_singles(struct marker *marker)
{
    const gsay_scan *scan = marker->scan;
    for (size_t i = scan->block_sign; i < scan->sign_count; i++) {
        uint32_t index = scan->signs[i];
        if (!gsay_token_is(scan, index, '\''))
            continue;
        marker->closers_left += looks_closing_single(marker, index);
        marker->openers_left += looks_opening_single(marker, index) && !is_clipping(marker, index);
    }
}

/* Until its closing mark is met, a quotation lasts to the end of the block. */
static gsay_status open_quotation(struct marker *marker, size_t index, enum sign sign)
{
    gsay_scan *scan = marker->scan;
    if (marker->depth == GSAY_QUOTATION_DEPTH_MAX)
        return GSAY_OK;
    gsay_quotation *quotations = gsay_arena_extend(scan->arena, scan->quotations, sizeof(*quotations),
                                                   scan->quotation_count, &scan->quotation_capacity);
    if (!quotations)
        return gsay_fail_memory(scan->err);
    scan->quotations = quotations;
    quotations[scan->quotation_count] = (gsay_quotation){
        .open = (uint32_t)index,
        .close = (uint32_t)marker->block.end,
        .style = is_single(sign) ? GSAY_QUOTATION_SINGLE : GSAY_QUOTATION_DOUBLE,
    };
    marker->stack[marker->depth++] = (struct waiting){ scan->quotation_count++, (uint8_t)sign };
    scan->tokens[index].flags |= GSAY_TOKEN_OPENS;
    return GSAY_OK;
}

/* Forget a quotation: its mark was none. An empty range marks it for removal. */
static void drop_quotation(struct marker *marker, struct waiting waiting)
{
    gsay_quotation *quotation = &marker->scan->quotations[waiting.quotation];
    marker->scan->tokens[quotation->open].flags &= (uint8_t)~GSAY_TOKEN_OPENS;
    quotation->close = quotation->open;
}

/* Close the innermost quotation of the mark's style, and what is open inside it. */
static void close_quotation(struct marker *marker, size_t index, bool closes_single)
{
    size_t depth = find_open(marker, closes_single);
    for (; marker->depth > depth; marker->depth--) {
        struct waiting inner = marker->stack[marker->depth - 1];
        if (is_single(inner.sign))
            drop_quotation(marker, inner);
        else
            marker->scan->quotations[inner.quotation].close = (uint32_t)index;
    }
    marker->depth--;
    marker->scan->quotations[marker->stack[marker->depth].quotation].close = (uint32_t)index;
    marker->scan->tokens[index].flags |= GSAY_TOKEN_CLOSES;
}

/* The scanner could not know; it made a mark of it. */
static gsay_status make_possessive(struct marker *marker, size_t index)
{
    gsay_scan  *scan = marker->scan;
    gsay_token *token = &scan->tokens[index];
    token->kind = GSAY_TOKEN_WORD;
    token->mark = '\0';
    token->starts = 0;
    token->flags |= GSAY_TOKEN_POSSESSIVE;
    return gsay_vocabulary_add(scan->vocabulary, GSAY_STR("'"), &token->word, scan->err);
}

/* The counts of what is to come are kept up whatever the mark turns out to be. */
static gsay_status mark_single(struct marker *marker, size_t index, enum sign sign)
{
    bool      is_closer = looks_closing_single(marker, index);
    bool      is_opener = looks_opening_single(marker, index) && !is_clipping(marker, index);
    enum role role = role_of_single(marker, index, sign);
    marker->closers_left -= is_closer;
    marker->openers_left -= is_opener;
    switch (role) {
    case ROLE_OPENS:
        return open_quotation(marker, index, sign);
    case ROLE_CLOSES:
        close_quotation(marker, index, true);
        return GSAY_OK;
    case ROLE_POSSESSES:
        return make_possessive(marker, index);
    default:
        return GSAY_OK;
    }
}

static gsay_status mark_double(struct marker *marker, size_t index, enum sign sign)
{
    enum role role = role_of_double(marker, index, sign);
    if (role == ROLE_OPENS)
        return open_quotation(marker, index, sign);
    if (role == ROLE_CLOSES)
        close_quotation(marker, index, false);
    return GSAY_OK;
}

/* Tell whether an ASCII mark that nothing closes was a closing one, set a space too late (`I won, "Smith said.`): a
 * comma or stop before it, the speaker and the verb of saying after it. */
static bool is_stray_closing(const struct marker *marker, const gsay_quotation *quotation)
{
    const gsay_scan *scan = marker->scan;
    size_t           open = quotation->open;
    if (open == marker->block.begin || is_spaced(scan, open - 1) || scan->tokens[open - 1].kind != GSAY_TOKEN_PUNCT ||
        !scan->tokens[open - 1].mark || !strchr(",.?!", scan->tokens[open - 1].mark))
        return false;
    for (size_t i = open + 1; i < marker->block.end && i < open + 5; i++) {
        const gsay_token *token = &scan->tokens[i];
        const gsay_word  *word = gsay_vocabulary_word(scan->vocabulary, token->word);
        if (token->kind == GSAY_TOKEN_WORD && (word->lexeme.classes & GSAY_WORD(SPEECH)))
            return true;
    }
    return false;
}

/* Settle what is open at the block's end, drop what was none, and count depths. */
static void finish_block(struct marker *marker)
{
    gsay_scan *scan = marker->scan;
    for (size_t depth = marker->depth; depth > 0; depth--) {
        struct waiting waiting = marker->stack[depth - 1];
        if (is_single(waiting.sign) ||
            (waiting.sign == SIGN_ASCII && is_stray_closing(marker, &scan->quotations[waiting.quotation])))
            drop_quotation(marker, waiting);
    }
    size_t kept = marker->first;
    size_t ends[GSAY_QUOTATION_DEPTH_MAX];
    size_t depth = 0;
    for (size_t i = marker->first; i < scan->quotation_count; i++) {
        gsay_quotation quotation = scan->quotations[i];
        if (quotation.close == quotation.open)
            continue;
        while (depth > 0 && ends[depth - 1] <= quotation.open)
            depth--;
        quotation.depth = (uint8_t)depth;
        ends[depth++] = quotation.close;
        scan->quotations[kept++] = quotation;
    }
    scan->quotation_count = kept;
}

/* Let a quotation that the last block left open go on, if this one opens with a mark. */
static void continue_speech(gsay_scan *scan, gsay_stretch block, size_t first)
{
    bool opens = first < scan->quotation_count && scan->quotations[first].open == block.begin &&
                 scan->quotations[first].style == GSAY_QUOTATION_DOUBLE;
    if (opens && scan->open_speech > 0)
        scan->quotations[scan->open_speech - 1].continues = true;
    scan->open_speech = 0;
    for (size_t i = scan->quotation_count; i > first; i--)
        if (scan->quotations[i - 1].depth == 0 && scan->quotations[i - 1].close == block.end)
            scan->open_speech = i;
}

gsay_status gsay_quotations_mark(gsay_scan *scan, gsay_stretch block)
{
    if (!scan->has_marks) {
        scan->open_speech = 0;
        return GSAY_OK;
    }
    struct marker marker = { .scan = scan, .block = block, .first = scan->quotation_count };
    count_singles(&marker);
    for (size_t i = scan->block_sign; i < scan->sign_count; i++) {
        uint32_t  index = scan->signs[i];
        enum sign sign = sign_of(scan, index);
        if (sign != SIGN_NONE)
            GSAY_TRY(is_single(sign) ? mark_single(&marker, index, sign) : mark_double(&marker, index, sign));
    }
    finish_block(&marker);
    continue_speech(scan, block, marker.first);
    return GSAY_OK;
}
