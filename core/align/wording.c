/* From the normal form of a quotation to its words as keys: regional spelling, contractions and numbers in words agree.
 * What a piece between spaces says is found once, when it is first met. */
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

/* Words whose first part changes in the contraction, or that are written as one. */
static const struct {
    gsay_str whole;
    gsay_str first;
} irregular[] = {
    { { "won't", 5 }, { "will", 4 } },
    { { "can't", 5 }, { "can", 3 } },
    { { "shan't", 6 }, { "shall", 5 } },
    { { "cannot", 6 }, { "can", 3 } },
};

/* Words whose "'s" is "is" or "has"; of others it is a possessive. */
static const gsay_str contracting[] = {
    { "he", 2 },  { "she", 3 },  { "it", 2 },   { "that", 4 },  { "there", 5 },
    { "who", 3 }, { "what", 4 }, { "here", 4 }, { "where", 5 }, { "how", 3 },
};

static bool is_contracting(gsay_str word)
{
    for (size_t i = 0; i < sizeof contracting / sizeof *contracting; i++)
        if (gsay_str_equal(word, contracting[i]))
            return true;
    return false;
}

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

/* Say that a piece is, or goes on with, a word. id: of the text where it is in the table, else GSAY_ID_NONE. */
static gsay_status note_word(gsay_arena *arena, gsay_wording_keys *keys, gsay_str text, uint32_t id,
                             gsay_wording_piece *piece)
{
    gsay_str key = find_key(arena, text);
    if (!key.ptr)
        return GSAY_ENOMEM;
    uint32_t at = piece->count++;
    piece->texts[at] = text;
    piece->words[at] = id;
    bool is_own_key = id != GSAY_ID_NONE && key.ptr == text.ptr;
    return is_own_key ? GSAY_OK : gsay_intern_add(&keys->table, key, &piece->words[at], NULL);
}

/* Cut a piece that is two words in one. Returns false for one that is not. */
static bool split(gsay_str piece, gsay_str words[2])
{
    /* What follows has an apostrophe or is "cannot". */
    if (piece.ptr[0] != 'c' && !memchr(piece.ptr, '\'', piece.len))
        return false;
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
        if (gsay_str_equal(piece, irregular[i].whole)) {
            words[0] = irregular[i].first;
            words[1] = GSAY_STR("not");
            return true;
        }
    for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++) {
        gsay_str ending = contractions[i].ending;
        if (piece.len <= ending.len || !gsay_str_ends(piece, ending))
            continue;
        words[0] = (gsay_str){ piece.ptr, piece.len - ending.len };
        words[1] = contractions[i].word;
        return true;
    }
    words[0] = (gsay_str){ piece.ptr, piece.len > 2 ? piece.len - 2 : 0 };
    words[1] = GSAY_STR("is");
    return gsay_str_ends(piece, GSAY_STR("'s")) && is_contracting(words[0]);
}

/* The mark that a piece is; 0 for a word. */
static uint8_t mark_of(gsay_str piece)
{
    if (gsay_str_equal(piece, GSAY_STR("…")))
        return GSAY_WORDING_ELLIPSIS;
    return gsay_str_equal(piece, GSAY_STR("[]")) ? GSAY_WORDING_BRACKET : 0;
}

/* Read a piece: a mark, a word, or a contraction, which is two. */
static gsay_status read_piece(gsay_arena *arena, gsay_wording_keys *keys, uint32_t id, gsay_str text,
                              gsay_wording_piece *piece)
{
    gsay_str words[2];
    *piece = (gsay_wording_piece){ .mark = mark_of(text), .is_read = true };
    if (piece->mark)
        return GSAY_OK;
    if (split(text, words)) {
        GSAY_TRY(note_word(arena, keys, words[0], GSAY_ID_NONE, piece));
        return note_word(arena, keys, words[1], GSAY_ID_NONE, piece);
    }
    for (size_t i = 0; text.len <= 2 && i < sizeof apart / sizeof *apart; i++)
        if (gsay_str_equal(text, apart[i].piece))
            return note_word(arena, keys, apart[i].word, GSAY_ID_NONE, piece);
    return note_word(arena, keys, text, id, piece);
}

/* What a piece says, until the next one is asked for; NULL when memory is exhausted. */
static const gsay_wording_piece *find_piece(gsay_arena *arena, gsay_wording_keys *keys, gsay_str text)
{
    gsay_wording_piece piece;
    uint32_t           id = 0;
    if (gsay_intern_add(&keys->table, text, &id, NULL) != GSAY_OK)
        return NULL;
    if (id < keys->capacity && keys->pieces[id].is_read)
        return &keys->pieces[id];
    if (read_piece(arena, keys, id, text, &piece) != GSAY_OK)
        return NULL;
    /* Its keys may be in the table now, too: they stay unread until they are met as pieces. */
    gsay_wording_piece *pieces =
        gsay_arena_grow(arena, keys->pieces, sizeof *pieces, keys->table.count, &keys->capacity);
    if (!pieces)
        return NULL;
    keys->pieces = pieces;
    pieces[id] = piece;
    return &pieces[id];
}

/* Cut the next piece between spaces off a text. */
static gsay_str next_piece(gsay_str *rest)
{
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != ' ')
        len++;
    gsay_str piece = { rest->ptr, len };
    size_t   used = len < rest->len ? len + 1 : len;
    *rest = (gsay_str){ rest->ptr + used, rest->len - used };
    return piece;
}

/* Tell whether a text begins with the word "cent": with "per" before it, it is one word. */
static bool begins_with_cent(gsay_str text)
{
    return gsay_str_starts(text, GSAY_STR("cent")) && (text.len == 4 || text.ptr[4] == ' ');
}

/* "He's" may be "he is" or "he has", and typography makes "he s" of it: behind such a word all have one key. */
static gsay_status join_contracted(gsay_wording_keys *keys, gsay_wording *wording)
{
    gsay_str last = wording->texts[wording->count - 1];
    bool     is_verb = gsay_str_equal(last, GSAY_STR("is")) || gsay_str_equal(last, GSAY_STR("has")) ||
                   gsay_str_equal(last, GSAY_STR("s"));
    if (!is_verb || wording->count < 2 || !is_contracting(wording->texts[wording->count - 2]))
        return GSAY_OK;
    return gsay_intern_add(&keys->table, GSAY_STR("'s"), &wording->words[wording->count - 1], NULL);
}

gsay_status gsay_wording_read(gsay_arena *arena, gsay_wording_keys *keys, gsay_str normal, gsay_wording *wording)
{
    size_t  room = normal.len / 2 + 1; /* a word and a space take two bytes, a contraction of two words four */
    uint8_t mark = 0;                  /* met since the last word */
    *wording = (gsay_wording){ .words = GSAY_TAKE(arena, uint32_t, room),
                               .texts = GSAY_TAKE(arena, gsay_str, room),
                               .marks = GSAY_TAKE(arena, uint8_t, room + 1) };
    if (!wording->words || !wording->texts || !wording->marks)
        return GSAY_ENOMEM;
    for (gsay_str rest = normal; rest.len;) {
        gsay_str text = next_piece(&rest);
        if (text.len == 0)
            continue;
        if (gsay_str_equal(text, GSAY_STR("per")) && begins_with_cent(rest)) {
            next_piece(&rest);
            text = GSAY_STR("percent");
        }
        const gsay_wording_piece *piece = find_piece(arena, keys, text);
        if (!piece)
            return GSAY_ENOMEM;
        mark |= piece->mark;
        for (uint32_t i = 0; i < piece->count; i++, mark = 0) {
            wording->words[wording->count] = piece->words[i];
            wording->texts[wording->count] = piece->texts[i];
            wording->marks[wording->count++] = mark;
            GSAY_TRY(join_contracted(keys, wording));
        }
    }
    wording->marks[wording->count] = mark;
    return GSAY_OK;
}

void gsay_wording_keys_close(gsay_wording_keys *keys)
{
    gsay_intern_clear(&keys->table);
}
