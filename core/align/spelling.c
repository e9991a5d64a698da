/* Regional spelling by rule: the British form becomes the American one, whole words first, then endings, then vowels.
 */
#include "align/spelling.h"

/* What is written, what it becomes, and how long the whole word is at least (shorter ones are other words: hour, four,
 * wise). */
struct respelling {
    const char *from;
    const char *to;
    size_t      min_len;
    char        last; /* letter of an ending */
};

/* Words that no ending covers. Facts of English spelling. */
static const struct respelling words[] = {
    { "grey", "gray", 0, 0 },
    { "tyre", "tire", 0, 0 },
    { "tyres", "tires", 0, 0 },
    { "kerb", "curb", 0, 0 },
    { "plough", "plow", 0, 0 },
    { "sceptic", "skeptic", 0, 0 },
    { "sceptical", "skeptical", 0, 0 },
    { "mould", "mold", 0, 0 },
    { "jewellery", "jewelry", 0, 0 },
    { "ageing", "aging", 0, 0 },
    { "fulfil", "fulfill", 0, 0 },
    { "enrol", "enroll", 0, 0 },
    { "skilful", "skillful", 0, 0 },
    { "wilful", "willful", 0, 0 },
    { "aluminium", "aluminum", 0, 0 },
    { "aeroplane", "airplane", 0, 0 },
    { "manoeuvre", "maneuver", 0, 0 },
    { "manoeuvres", "maneuvers", 0, 0 },
    { "practise", "practice", 0, 0 },
    { "practised", "practiced", 0, 0 },
    { "practising", "practicing", 0, 0 },
    { "towards", "toward", 0, 0 },
    { "afterwards", "afterward", 0, 0 },
    { "mum", "mom", 0, 0 },
    { "storey", "story", 0, 0 },
    { "draught", "draft", 0, 0 },
    { "learnt", "learned", 0, 0 },
    { "spelt", "spelled", 0, 0 },
    { "burnt", "burned", 0, 0 },
    { "dreamt", "dreamed", 0, 0 },
    { "cosy", "cozy", 0, 0 },
    { "gaol", "jail", 0, 0 },
    { "okay", "ok", 0, 0 },
    { "adviser", "advisor", 0, 0 },
    { "advisers", "advisors", 0, 0 },
};

/* Endings, longest first within one meaning. */
static const struct respelling endings[] = {
    { "isation", "ization", 9, 'n' }, { "isations", "izations", 10, 's' },
    { "ise", "ize", 6, 'e' },         { "ises", "izes", 7, 's' },
    { "ised", "ized", 7, 'd' },       { "ising", "izing", 8, 'g' },
    { "iser", "izer", 7, 'r' },       { "yse", "yze", 6, 'e' },
    { "ysed", "yzed", 7, 'd' },       { "ysing", "yzing", 8, 'g' },
    { "our", "or", 5, 'r' },          { "ours", "ors", 6, 's' },
    { "oured", "ored", 7, 'd' },      { "ouring", "oring", 8, 'g' },
    { "ourable", "orable", 8, 'e' },  { "ourably", "orably", 8, 'y' },
    { "ourite", "orite", 8, 'e' },    { "ourites", "orites", 9, 's' },
    { "ourhood", "orhood", 9, 'd' },  { "ourly", "orly", 8, 'y' },
    { "ourful", "orful", 8, 'l' },    { "ence", "ense", 6, 'e' },
    { "ences", "enses", 7, 's' },     { "tre", "ter", 5, 'e' },
    { "tres", "ters", 6, 's' },       { "ibre", "iber", 5, 'e' },
    { "ogue", "og", 7, 'e' },         { "ogues", "ogs", 8, 's' },
    { "gramme", "gram", 8, 'e' },     { "grammes", "grams", 9, 's' },
    { "elled", "eled", 8, 'd' },      { "elling", "eling", 9, 'g' },
    { "eller", "eler", 8, 'r' },      { "ellers", "elers", 9, 's' },
    { "alled", "aled", 9, 'd' },      { "alling", "aling", 9, 'g' },
    { "dgement", "dgment", 8, 't' },  { "dgements", "dgments", 9, 's' },
    { "wards", "ward", 7, 's' },
};

/* Vowels that one side writes double. */
static const struct respelling vowels[] = { { "ae", "e", 7, 0 }, { "oe", "e", 8, 0 } };

#define ROWS(table) (table), sizeof(table) / sizeof *(table)

/* A word under change. */
struct buffer {
    char   bytes[GSAY_SPELLING_BYTES_MAX + 8];
    size_t len;
};

/* Replace [at, at + from) of the word. */
static void replace(struct buffer *word, size_t at, const struct respelling *row)
{
    size_t from = strlen(row->from);
    size_t to = strlen(row->to);
    memmove(word->bytes + at + to, word->bytes + at + from, word->len - at - from);
    memcpy(word->bytes + at, row->to, to);
    word->len = word->len - from + to;
}

/* Apply the first row that the word ends with; is_whole: that the word is. Returns whether one did. */
static bool respell_end(struct buffer *word, const struct respelling *rows, size_t count, bool is_whole)
{
    gsay_str text = { word->bytes, word->len };
    char     last = word->len ? word->bytes[word->len - 1] : 0;
    for (size_t i = 0; i < count; i++) {
        /* One letter tells most rows apart, before anything is measured. */
        if (word->len < rows[i].min_len || (is_whole ? rows[i].from[0] != word->bytes[0] : rows[i].last != last))
            continue;
        gsay_str from = gsay_str_of(rows[i].from);
        if (!gsay_str_ends(text, from) || (is_whole && text.len != from.len))
            continue;
        replace(word, word->len - from.len, &rows[i]);
        return true;
    }
    return false;
}

/* Write doubled vowels single. */
static void respell_vowels(struct buffer *word)
{
    for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
        for (size_t at = 1; word->len >= vowels[i].min_len && at + 2 < word->len; at++)
            if (memcmp(word->bytes + at, vowels[i].from, 2) == 0)
                replace(word, at, &vowels[i]);
}

/* Make the key of a word that is short enough. */
static struct buffer make_key(gsay_str text)
{
    struct buffer word = { .len = text.len };
    if (text.len)
        memcpy(word.bytes, text.ptr, text.len);
    if (respell_end(&word, ROWS(words), true))
        return word;
    respell_end(&word, ROWS(endings), false);
    respell_vowels(&word);
    return word;
}

gsay_str gsay_spelling_key(gsay_arena *arena, gsay_str word)
{
    if (word.len < 4 || word.len > GSAY_SPELLING_BYTES_MAX)
        return word;
    struct buffer key = make_key(word);
    gsay_str      text = { key.bytes, key.len };
    return gsay_str_equal(text, word) ? word : gsay_arena_copy(arena, text);
}

bool gsay_spelling_same(gsay_str a, gsay_str b)
{
    if (a.len > GSAY_SPELLING_BYTES_MAX || b.len > GSAY_SPELLING_BYTES_MAX)
        return gsay_str_equal(a, b);
    struct buffer left = make_key(a);
    struct buffer right = make_key(b);
    return left.len == right.len && memcmp(left.bytes, right.bytes, left.len) == 0;
}
