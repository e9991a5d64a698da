/* From the normal form of a quotation to its words as keys: regional spelling, contractions and numbers in words agree.
 */
#include "align/quotation.h"
#include "align/spelling.h"
#include "lexicon/lexicon.h"

/* Endings that are words of their own. Negation comes first: it must never be lost in a longer word. */
static const struct {
    gsay_str ending;
    gsay_str word;
} contractions[] = {
    { { "n't", 3 }, { "not", 3 } },  { { "'re", 3 }, { "are", 3 } }, { { "'ve", 3 }, { "have", 4 } },
    { { "'ll", 3 }, { "will", 4 } }, { { "'m", 2 }, { "am", 2 } },
};

/* The same endings set apart by typography: "we ’ ll". */
static const struct {
    gsay_str piece;
    gsay_str word;
} apart[] = {
    { { "re", 2 }, { "are", 3 } },
    { { "ve", 2 }, { "have", 4 } },
    { { "ll", 2 }, { "will", 4 } },
    { { "m", 1 }, { "am", 2 } },
};

/* Words whose first part changes in the contraction. */
static const struct {
    gsay_str whole;
    gsay_str first;
} irregular[] = {
    { { "won't", 5 }, { "will", 4 } },
    { { "can't", 5 }, { "can", 3 } },
    { { "shan't", 6 }, { "shall", 5 } },
};

/* A wording under way. */
struct reader {
    gsay_arena   *arena;
    gsay_intern  *keys;
    gsay_wording *wording;
    uint8_t       mark; /* met since the last word */
};

/* The digits of an ordinal in digits: 11 of "11th"; "" for what is none. */
static gsay_str ordinal_digits(gsay_str word)
{
    size_t digits = 0;
    while (digits < word.len && word.ptr[digits] >= '0' && word.ptr[digits] <= '9')
        digits++;
    gsay_str ending = { word.ptr + digits, word.len - digits };
    bool is_ordinal = digits > 0 && (gsay_str_equal(ending, GSAY_STR("th")) || gsay_str_equal(ending, GSAY_STR("st")) ||
                                     gsay_str_equal(ending, GSAY_STR("nd")) || gsay_str_equal(ending, GSAY_STR("rd")));
    return (gsay_str){ word.ptr, is_ordinal ? digits : 0 };
}

/* The key of a word: digits for a number word, one spelling for all regions. */
static gsay_str find_key(gsay_arena *arena, gsay_str word)
{
    gsay_str ordinal = ordinal_digits(word);
    if (ordinal.len)
        return gsay_arena_format(arena, "%.*s.", GSAY_ARG(ordinal));
    if (word.len && (unsigned char)word.ptr[0] >= 'a') {
        gsay_lexeme lexeme = gsay_lexicon_find(word);
        bool        is_ordinal = (lexeme.classes & GSAY_WORD(ORDINAL)) != 0;
        if ((is_ordinal || lexeme.classes & GSAY_WORD(NUMERAL)) && lexeme.number.divisor <= 1 &&
            lexeme.number.exponent >= 0 && lexeme.number.exponent < 4)
            return gsay_arena_format(arena, "%lld%.*s%s", (long long)lexeme.number.coefficient, lexeme.number.exponent,
                                     "0000", is_ordinal ? "." : "");
    }
    return gsay_spelling_key(arena, word);
}

/* Append one word. */
static gsay_status add_word(struct reader *reader, gsay_str word)
{
    gsay_wording *wording = reader->wording;
    gsay_str      key = find_key(reader->arena, word);
    if (!key.ptr)
        return GSAY_ENOMEM;
    GSAY_TRY(gsay_intern_add(reader->keys, key, &wording->words[wording->count], NULL));
    wording->texts[wording->count] = word;
    wording->marks[wording->count] = reader->mark;
    wording->count++;
    reader->mark = 0;
    return GSAY_OK;
}

/* Append a word, a contraction as its two words. */
static gsay_status add_words(struct reader *reader, gsay_str word)
{
    /* What follows has an apostrophe, is a piece of two letters at most, or "cannot". */
    if (word.len > 2 && word.ptr[0] != 'c' && !memchr(word.ptr, '\'', word.len))
        return add_word(reader, word);
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
        if (gsay_str_equal(word, irregular[i].whole)) {
            GSAY_TRY(add_word(reader, irregular[i].first));
            return add_word(reader, GSAY_STR("not"));
        }
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (gsay_str_equal(word, apart[i].piece))
            return add_word(reader, apart[i].word);
    if (gsay_str_equal(word, GSAY_STR("cannot"))) {
        GSAY_TRY(add_word(reader, GSAY_STR("can")));
        return add_word(reader, GSAY_STR("not"));
    }
    for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++) {
        gsay_str ending = contractions[i].ending;
        if (word.len <= ending.len || !gsay_str_ends(word, ending))
            continue;
        GSAY_TRY(add_word(reader, (gsay_str){ word.ptr, word.len - ending.len }));
        return add_word(reader, contractions[i].word);
    }
    return add_word(reader, word);
}

/* Cut the next piece between spaces off a text. */
static gsay_str next_piece(gsay_str *rest)
{
    const char *space = rest->len ? memchr(rest->ptr, ' ', rest->len) : NULL;
    size_t      len = space ? (size_t)(space - rest->ptr) : rest->len;
    gsay_str    piece = { rest->ptr, len };
    size_t      used = space ? len + 1 : len;
    *rest = (gsay_str){ rest->ptr + used, rest->len - used };
    return piece;
}

/* How many words a text has at most: a contraction gives two. */
static size_t count_room(gsay_str text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count +=
            text.ptr[i] == ' ' || text.ptr[i] == '\'' || (i + 6 <= text.len && memcmp(text.ptr + i, "cannot", 6) == 0);
    return count;
}

gsay_status gsay_wording_read(gsay_arena *arena, gsay_intern *keys, gsay_str normal, gsay_wording *wording)
{
    size_t        room = count_room(normal);
    struct reader reader = { .arena = arena, .keys = keys, .wording = wording };
    *wording = (gsay_wording){ .words = GSAY_NEW(arena, uint32_t, room),
                               .texts = GSAY_NEW(arena, gsay_str, room),
                               .marks = GSAY_NEW(arena, uint8_t, room + 1) };
    if (!wording->words || !wording->texts || !wording->marks)
        return GSAY_ENOMEM;
    for (gsay_str rest = normal; rest.len;) {
        gsay_str piece = next_piece(&rest);
        if (gsay_str_equal(piece, GSAY_STR("…")))
            reader.mark |= GSAY_WORDING_ELLIPSIS;
        else if (gsay_str_equal(piece, GSAY_STR("[]")))
            reader.mark |= GSAY_WORDING_BRACKET;
        else if (gsay_str_equal(piece, GSAY_STR("per")) && gsay_str_starts(rest, GSAY_STR("cent")) &&
                 (rest.len == 4 || rest.ptr[4] == ' ')) {
            next_piece(&rest);
            GSAY_TRY(add_word(&reader, GSAY_STR("percent")));
        } else if (piece.len)
            GSAY_TRY(add_words(&reader, piece));
    }
    wording->marks[wording->count] = reader.mark;
    return GSAY_OK;
}
