/* Regional spelling by rule: the British form becomes the American one, whole words first, then endings, then vowels.
 */
#include "align/spelling.h"

/* What is written, what it becomes, and how long the whole word is at least (shorter ones are other words: hour, four,
 * wise). */
struct respelling {
    const char *from;
    const char *to;
    uint8_t     from_len;
    uint8_t     min_len; /* 0: from is the whole word, one that no ending covers */
};

#define WHOLE(from, to)                                                                                                \
    {                                                                                                                  \
        from, to, sizeof(from) - 1, 0                                                                                  \
    }
#define ENDING(from, to, min_len)                                                                                      \
    {                                                                                                                  \
        from, to, sizeof(from) - 1, min_len                                                                            \
    }

/* Facts of English spelling, by the last letter of from; in each whole words, then endings, longest first within one
 * meaning. */
static const struct respelling in_b[] = {
    WHOLE("kerb", "curb"),
};
static const struct respelling in_c[] = {
    WHOLE("sceptic", "skeptic"),
};
static const struct respelling in_d[] = {
    WHOLE("mould", "mold"),     WHOLE("practised", "practiced"), ENDING("ised", "ized", 7),  ENDING("ysed", "yzed", 7),
    ENDING("oured", "ored", 7), ENDING("ourhood", "orhood", 9),  ENDING("elled", "eled", 8), ENDING("alled", "aled", 9),
};
static const struct respelling in_e[] = {
    WHOLE("tyre", "tire"),          WHOLE("aeroplane", "airplane"), WHOLE("manoeuvre", "maneuver"),
    WHOLE("practise", "practice"),  ENDING("ise", "ize", 6),        ENDING("yse", "yze", 6),
    ENDING("ourable", "orable", 8), ENDING("ourite", "orite", 8),   ENDING("ence", "ense", 6),
    ENDING("tre", "ter", 5),        ENDING("ibre", "iber", 5),      ENDING("ogue", "og", 7),
    ENDING("gramme", "gram", 8),
};
static const struct respelling in_g[] = {
    WHOLE("ageing", "aging"),     WHOLE("practising", "practicing"), ENDING("ising", "izing", 8),
    ENDING("ysing", "yzing", 8),  ENDING("ouring", "oring", 8),      ENDING("elling", "eling", 9),
    ENDING("alling", "aling", 9),
};
static const struct respelling in_h[] = {
    WHOLE("plough", "plow"),
};
static const struct respelling in_l[] = {
    WHOLE("sceptical", "skeptical"), WHOLE("fulfil", "fulfill"), WHOLE("enrol", "enroll"),
    WHOLE("skilful", "skillful"),    WHOLE("wilful", "willful"), WHOLE("gaol", "jail"),
    ENDING("ourful", "orful", 8),
};
static const struct respelling in_m[] = {
    WHOLE("aluminium", "aluminum"),
    WHOLE("mum", "mom"),
};
static const struct respelling in_n[] = {
    ENDING("isation", "ization", 9),
};
static const struct respelling in_r[] = {
    WHOLE("adviser", "advisor"),
    ENDING("iser", "izer", 7),
    ENDING("our", "or", 5),
    ENDING("eller", "eler", 8),
};
static const struct respelling in_s[] = {
    WHOLE("tyres", "tires"),          WHOLE("manoeuvres", "maneuvers"), WHOLE("towards", "toward"),
    WHOLE("afterwards", "afterward"), WHOLE("advisers", "advisors"),    ENDING("isations", "izations", 10),
    ENDING("ises", "izes", 7),        ENDING("ours", "ors", 6),         ENDING("ourites", "orites", 9),
    ENDING("ences", "enses", 7),      ENDING("tres", "ters", 6),        ENDING("ogues", "ogs", 8),
    ENDING("grammes", "grams", 9),    ENDING("ellers", "elers", 9),     ENDING("dgements", "dgments", 9),
    ENDING("wards", "ward", 7),
};
static const struct respelling in_t[] = {
    WHOLE("draught", "draft"), WHOLE("learnt", "learned"), WHOLE("spelt", "spelled"),
    WHOLE("burnt", "burned"),  WHOLE("dreamt", "dreamed"), ENDING("dgement", "dgment", 8),
};
static const struct respelling in_y[] = {
    WHOLE("grey", "gray"), WHOLE("jewellery", "jewelry"),  WHOLE("storey", "story"),   WHOLE("cosy", "cozy"),
    WHOLE("okay", "ok"),   ENDING("ourably", "orably", 8), ENDING("ourly", "orly", 8),
};

#define ROWS(table)                                                                                                    \
    {                                                                                                                  \
        (table), sizeof(table) / sizeof *(table)                                                                       \
    }

/* The rows that a last letter picks. */
static const struct {
    const struct respelling *rows;
    size_t                   count;
} by_letter[26] = {
    ['b' - 'a'] = ROWS(in_b), ['c' - 'a'] = ROWS(in_c), ['d' - 'a'] = ROWS(in_d), ['e' - 'a'] = ROWS(in_e),
    ['g' - 'a'] = ROWS(in_g), ['h' - 'a'] = ROWS(in_h), ['l' - 'a'] = ROWS(in_l), ['m' - 'a'] = ROWS(in_m),
    ['n' - 'a'] = ROWS(in_n), ['r' - 'a'] = ROWS(in_r), ['s' - 'a'] = ROWS(in_s), ['t' - 'a'] = ROWS(in_t),
    ['y' - 'a'] = ROWS(in_y),
};

/* Vowels that one side writes double: the first one goes. */
static const struct {
    char   first;
    size_t min_len;
} vowels[] = { { 'a', 7 }, { 'o', 8 } };

/* A word under change. */
struct buffer {
    char   bytes[GSAY_SPELLING_BYTES_MAX + 8];
    size_t len;
};

/* The row that a word ends with, or NULL. */
static const struct respelling *find_row(gsay_str word)
{
    unsigned letter = word.len ? (unsigned char)word.ptr[word.len - 1] - (unsigned)'a' : 26;
    if (letter >= 26)
        return NULL;
    for (size_t i = 0; i < by_letter[letter].count; i++) {
        const struct respelling *row = &by_letter[letter].rows[i];
        if (row->min_len ? word.len < row->min_len : word.len != row->from_len)
            continue;
        const char *end = word.ptr + word.len - row->from_len;
        if (end[0] == row->from[0] && memcmp(end, row->from, row->from_len) == 0)
            return row;
    }
    return NULL;
}

/* Tell whether a word has a vowel that may be written double. */
static bool has_vowels(gsay_str word)
{
    if (word.len < vowels[0].min_len)
        return false;
    for (size_t at = 2; at + 1 < word.len; at++)
        if (word.ptr[at] == 'e' && (word.ptr[at - 1] == 'a' || word.ptr[at - 1] == 'o'))
            return true;
    return false;
}

/* Write doubled vowels single. */
static void respell_vowels(struct buffer *word)
{
    for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
        for (size_t at = 1; word->len >= vowels[i].min_len && at + 2 < word->len; at++)
            if (word->bytes[at] == vowels[i].first && word->bytes[at + 1] == 'e') {
                memmove(word->bytes + at, word->bytes + at + 1, word->len - at - 1);
                word->len--;
            }
}

/* The key of a word: the word itself, or a text in room where a rule fits. */
static gsay_str make_key(gsay_str word, struct buffer *room)
{
    if (word.len > GSAY_SPELLING_BYTES_MAX)
        return word;
    const struct respelling *row = find_row(word);
    if (!row && !has_vowels(word))
        return word;
    size_t kept = row ? word.len - row->from_len : word.len;
    size_t added = row ? strlen(row->to) : 0;
    memcpy(room->bytes, word.ptr, kept);
    if (row)
        memcpy(room->bytes + kept, row->to, added);
    room->len = kept + added;
    if (!row || row->min_len)
        respell_vowels(room);
    return (gsay_str){ room->bytes, room->len };
}

gsay_str gsay_spelling_key(gsay_arena *arena, gsay_str word)
{
    struct buffer room;
    if (word.len < 4)
        return word;
    gsay_str key = make_key(word, &room);
    return key.ptr == word.ptr ? word : gsay_arena_copy(arena, key);
}

bool gsay_spelling_same(gsay_str a, gsay_str b)
{
    struct buffer rooms[2];
    return gsay_str_equal(make_key(a, &rooms[0]), make_key(b, &rooms[1]));
}
