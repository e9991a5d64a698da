/* Words that have another spelling: compounds with a hyphen and without, the listed variants, regional spelling. Most
 * words have none, which is remembered. */
#include "claim/term_reader.h"
#include "lexicon/variants.h"

#define WORD_MIN 5u /* letters of a compound: "co-op" is no "coop" */
#define PART_MIN 3u /* letters of a part of one */

/* Parts that begin compounds and are no words, or too short for one. */
static bool is_prefix(gsay_str part)
{
    static const gsay_str prefixes[] = { { "e", 1 },  { "by", 2 },    { "co", 2 },  { "de", 2 },
                                         { "ex", 2 }, { "on", 2 },    { "re", 2 },  { "un", 2 },
                                         { "up", 2 }, { "socio", 5 }, { "geo", 3 }, { "bio", 3 } };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (gsay_str_equal(part, prefixes[i]))
            return true;
    return false;
}

/* Tell whether two parts make one compound. "re-cover" is not "recover": only before another e the hyphen is a matter
 * of taste. */
static bool is_compound(gsay_str left, gsay_str right)
{
    const gsay_word_classes words = GSAY_WORD(COMMON);
    if (right.len < PART_MIN || left.len + right.len < WORD_MIN || left.len + right.len > GSAY_TERM_LETTERS_MAX ||
        (gsay_str_equal(left, GSAY_STR("re")) && right.ptr[0] != 'e'))
        return false;
    return gsay_lexicon_find(right).classes & words &&
           (is_prefix(left) || (left.len >= PART_MIN && gsay_lexicon_find(left).classes & words));
}

/* Tell whether a word may also be written with a hyphen inside. */
static bool may_be_compound(gsay_str word)
{
    if (word.len > GSAY_TERM_LETTERS_MAX || gsay_lexicon_find(word).classes & GSAY_WORD(STOP))
        return false;
    for (size_t i = 1; i + PART_MIN <= word.len; i++)
        if (is_compound((gsay_str){ word.ptr, i }, (gsay_str){ word.ptr + i, word.len - i }))
            return true;
    return false;
}

/* Tell whether a word is a later part of a compound. */
static bool is_later_part(const gsay_term_reader *reader, uint32_t at)
{
    return at > 0 && gsay_term_is_joined(reader, at) && gsay_term_token(reader, at - 1)->mark == '-';
}

/* "e-mail". Its parts may be of interest by themselves: "colour-blind". */
static void read_hyphen(gsay_term_reader *reader, uint32_t at)
{
    gsay_term_letters key = { .len = 0 };
    gsay_term_letters form = { .len = 0 };
    if (!gsay_term_is_word(reader, at + 2) || !gsay_term_is_joined(reader, at + 2) || is_later_part(reader, at) ||
        gsay_term_is_mark(reader, at + 3, '-') || gsay_term_token(reader, at + 2)->flags & GSAY_TOKEN_CAPITAL ||
        gsay_token_text(reader->text, at + 1).ptr[0] != '-')
        return;
    gsay_str left = gsay_term_word(reader, at)->folded;
    gsay_str right = gsay_term_word(reader, at + 2)->folded;
    if (!is_compound(left, right))
        return;
    gsay_term_append(&key, left);
    gsay_term_append(&key, right);
    gsay_term_append(&form, left);
    gsay_term_append(&form, GSAY_STR("-"));
    gsay_term_append(&form, right);
    gsay_term_add(reader, gsay_term_make(reader, GSAY_TERM_WORD, gsay_term_view(&key), gsay_term_view(&form)), at,
                  at + 3);
}

/* "website", "web site", "advisor": one of the listed ways. */
static uint32_t read_variant(gsay_term_reader *reader, uint32_t at)
{
    size_t              count = 0;
    const gsay_variant *variants = gsay_variants_find(gsay_term_word(reader, at)->folded, &count);
    for (size_t i = count; i-- > 0;) {
        const char *space = strchr(variants[i].form, ' ');
        uint32_t    end = at + (space ? 2 : 1);
        if (space && (!gsay_term_is_word(reader, at + 1) || gsay_term_is_joined(reader, at + 1) ||
                      !gsay_str_equal(gsay_term_word(reader, at + 1)->folded, gsay_str_of(space + 1))))
            continue;
        gsay_term term = { .kind = GSAY_TERM_WORD,
                           .key = gsay_str_of(variants[i].key),
                           .form = gsay_str_of(variants[i].form) };
        gsay_term_add(reader, term, at, end);
        return end - at;
    }
    return 0;
}

/* "colour", "color". */
static bool read_regional(gsay_term_reader *reader, uint32_t at)
{
    char          room[GSAY_REGIONAL_BYTES_MAX];
    gsay_regional spelling;
    gsay_str      word = gsay_term_word(reader, at)->folded;
    if (!gsay_regional_read(word, room, &spelling))
        return false;
    gsay_term term = { .kind = GSAY_TERM_REGIONAL, .norms = spelling.norms, .form = word, .key = word };
    if (spelling.key.ptr != word.ptr)
        term.key = gsay_term_copy(reader, spelling.key);
    gsay_term_add(reader, term, at, at + 1);
    return true;
}

/* Tell whether a word is written as an ordinary one: small, or large where every first word is. */
static bool is_ordinary(const gsay_term_reader *reader, uint32_t at)
{
    uint8_t flags = gsay_term_token(reader, at)->flags;
    if (flags & (GSAY_TOKEN_UPPER | GSAY_TOKEN_POSSESSIVE))
        return false;
    if (!(flags & GSAY_TOKEN_CAPITAL))
        return true;
    /* "Labor Department" and "Labor's" are names */
    return flags & GSAY_TOKEN_FIRST && at + 1 < reader->end &&
           !(gsay_term_token(reader, at + 1)->flags & (GSAY_TOKEN_CAPITAL | GSAY_TOKEN_POSSESSIVE));
}

/* How many ways there are to write a word, for gsay_term_memory. */
enum ways {
    WAYS_UNKNOWN = 0,
    WAYS_ONE,
    WAYS_COMPOUND, /* with a hyphen inside, and without */
    WAYS_MORE      /* listed variants, regional spelling */
};

static enum ways count_ways(gsay_str word)
{
    char          room[GSAY_REGIONAL_BYTES_MAX];
    gsay_regional spelling;
    size_t        variants = 0;
    gsay_variants_find(word, &variants);
    if (variants || gsay_regional_read(word, room, &spelling))
        return WAYS_MORE;
    return may_be_compound(word) ? WAYS_COMPOUND : WAYS_ONE;
}

uint32_t gsay_term_read_word(gsay_term_reader *reader, uint32_t at)
{
    if (!is_ordinary(reader, at))
        return 0;
    uint32_t id = gsay_term_token(reader, at)->word;
    gsay_str word = gsay_term_word(reader, at)->folded;
    bool     is_first_part = gsay_term_is_mark(reader, at + 1, '-');
    if (is_first_part)
        read_hyphen(reader, at);
    if (id == GSAY_ID_NONE)
        return 0;
    if (reader->ways[id] == WAYS_UNKNOWN)
        reader->ways[id] = (uint8_t)count_ways(word);
    if (reader->ways[id] == WAYS_MORE) {
        uint32_t taken = read_variant(reader, at);
        if (taken || read_regional(reader, at))
            return taken ? taken : 1;
    }
    /* "web" and "fund" begin variants, and may be compounds themselves */
    bool is_solid = reader->ways[id] == WAYS_COMPOUND || (reader->ways[id] == WAYS_MORE && may_be_compound(word));
    if (is_solid && !is_first_part && !is_later_part(reader, at))
        gsay_term_add(reader, (gsay_term){ .kind = GSAY_TERM_WORD, .key = word, .form = word }, at, at + 1);
    return 0;
}
