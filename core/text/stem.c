/* Snowball's English stemmer ("Porter2": M. F. Porter and R. Boulton, "The English (Porter2) stemming algorithm",
 * 2001-2021, https://snowballstem.org/algorithms/english/stemmer.html), as of Snowball 2.2.
 *
 * It is written out here, not linked, because stems leave a source in its records, and the library's change with its
 * version; and because a word costs a tenth of what the library takes. The steps are those of the paper and bear their
 * numbers: suffixes fall off where enough of the word stands before them. Enough is said by two marks: region one
 * begins behind the first vowel that a consonant follows and that consonant, region two is the same again within it.
 * Letters beyond ASCII are consonants. */
#include "text/stem.h"

#define EXCEPTION_BYTES_MAX 6u   /* the longest of exceptions */
#define KEPT_BYTES_MIN      6u   /* the shortest of kept_words */
#define KEPT_BYTES_MAX      7u   /* the longest */
#define LETTERS             26u  /* a to z */
#define STEM_BYTES_MAX      256u /* one more than a word has, since a step may add an e */

/* A word at work. A y that acts as a consonant is written Y. */
struct stem {
    char   text[STEM_BYTES_MAX];
    size_t len;
    size_t first;  /* where region one begins */
    size_t second; /* and region two */
    bool   has_y;  /* some y or Y is in it: most words are spared the search */
};

/* A suffix and what takes its place. */
struct suffix {
    gsay_str ending;
    gsay_str instead;
    bool (*is_fit)(const struct stem *stem,
                   size_t             begin); /* a condition of its own on what stands before it; NULL is none */
};

/* The suffixes of one step, by the letter they end in, and the letters before that one: most words end in none of them.
 */
struct step {
    struct {
        const struct suffix *suffixes;
        uint32_t             count;
        uint32_t             before; /* a bit for each letter that stands before the last of some suffix */
    } by_last[LETTERS];
};

/* A word that follows no rule. */
struct exception {
    gsay_str word, stem;
};

#define LITERAL(text)                                                                                                  \
    {                                                                                                                  \
        text, sizeof(text) - 1                                                                                         \
    }
#define SUFFIX(ending, instead)                                                                                        \
    {                                                                                                                  \
        LITERAL(ending), LITERAL(instead), NULL                                                                        \
    }
#define PLACE(letter) ((letter) - 'a')
#define COUNT(table)  (sizeof(table) / sizeof((table)[0]))
#define ENDINGS(table, before)                                                                                         \
    {                                                                                                                  \
        table, COUNT(table), before                                                                                    \
    }
#define BEFORE(letter) (1u << PLACE(letter))

static const struct exception exceptions[] = {
    { LITERAL("andes"), LITERAL("andes") },  { LITERAL("atlas"), LITERAL("atlas") },
    { LITERAL("bias"), LITERAL("bias") },    { LITERAL("cosmos"), LITERAL("cosmos") },
    { LITERAL("dying"), LITERAL("die") },    { LITERAL("early"), LITERAL("earli") },
    { LITERAL("gently"), LITERAL("gentl") }, { LITERAL("howe"), LITERAL("howe") },
    { LITERAL("idly"), LITERAL("idl") },     { LITERAL("lying"), LITERAL("lie") },
    { LITERAL("news"), LITERAL("news") },    { LITERAL("only"), LITERAL("onli") },
    { LITERAL("singly"), LITERAL("singl") }, { LITERAL("skies"), LITERAL("sky") },
    { LITERAL("skis"), LITERAL("ski") },     { LITERAL("sky"), LITERAL("sky") },
    { LITERAL("tying"), LITERAL("tie") },    { LITERAL("ugly"), LITERAL("ugli") },
};

/* Words that keep what step 1a leaves of them. */
static const gsay_str kept_words[] = {
    LITERAL("canning"), LITERAL("earring"), LITERAL("exceed"),  LITERAL("herring"),
    LITERAL("inning"),  LITERAL("outing"),  LITERAL("proceed"), LITERAL("succeed"),
};

/* Beginnings behind which region one begins, whatever letters follow. */
static const gsay_str long_beginnings[] = { LITERAL("gener"), LITERAL("commun"), LITERAL("arsen") };

static bool is_vowel(char letter)
{
    static const bool vowels[256] = {
        ['a'] = true, ['e'] = true, ['i'] = true, ['o'] = true, ['u'] = true, ['y'] = true
    };
    return vowels[(unsigned char)letter];
}

static bool is_any_of(char letter, char one, char other, char third)
{
    return letter == one || letter == other || letter == third;
}

/* Tell whether a vowel stands before offset. */
static bool has_vowel(const struct stem *stem, size_t end)
{
    for (size_t i = 0; i < end; i++)
        if (is_vowel(stem->text[i]))
            return true;
    return false;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the letter behind the first count letters begins; end when there is none. */
static size_t skip_letters(const char *text, size_t end, size_t count)
{
    size_t at = 0;
    for (; count > 0 && at < end; count--) {
        at++;
        while (at < end && is_continuation(text[at]))
            at++;
    }
    return at;
}

/* From the back, where most words differ at once. */
static bool ends_with(const struct stem *stem, gsay_str ending)
{
    const char *end = stem->text + stem->len;
    if (stem->len < ending.len)
        return false;
    for (size_t left = ending.len; left > 0; left--)
        if (*--end != ending.ptr[left - 1])
            return false;
    return true;
}

/* The first letter tells most words apart before a call. */
static bool begins_with(gsay_str word, gsay_str beginning)
{
    return word.len >= beginning.len && word.ptr[0] == beginning.ptr[0] &&
           memcmp(word.ptr, beginning.ptr, beginning.len) == 0;
}

static bool is_same(gsay_str word, gsay_str other)
{
    return word.len == other.len && begins_with(word, other);
}

/* Put other letters in the place of the last count. */
static void replace_end(struct stem *stem, size_t count, gsay_str instead)
{
    memcpy(stem->text + stem->len - count, instead.ptr, instead.len);
    stem->len += instead.len - count;
}

/* Tell whether a short syllable ends before offset: a vowel between consonants, the last of them no w, x or Y ("hop"),
 * or a vowel that begins the word ("at"). */
static bool ends_short(const struct stem *stem, size_t end)
{
    size_t last = end - 1;
    while (last > 0 && is_continuation(stem->text[last]))
        last--;
    if (end < 2 || last == 0 || is_vowel(stem->text[last]) || !is_vowel(stem->text[last - 1]))
        return false;
    if (last == 1)
        return true;
    char letter = stem->text[last];
    return !is_vowel(stem->text[last - 2]) && letter != 'w' && letter != 'x' && letter != 'Y';
}

/* Behind the first vowel from begin on that a consonant follows, and that consonant. */
static size_t find_region(const struct stem *stem, size_t begin)
{
    size_t at = begin;
    while (at < stem->len && !is_vowel(stem->text[at]))
        at++;
    while (at < stem->len && is_vowel(stem->text[at]))
        at++;
    at += at < stem->len;
    while (at < stem->len && is_continuation(stem->text[at]))
        at++;
    return at;
}

/* Write consonants of y as Y, and find the regions. */
static void prepare(struct stem *stem)
{
    stem->has_y = memchr(stem->text, 'y', stem->len) != NULL;
    for (size_t i = 0; stem->has_y && i < stem->len; i++)
        if (stem->text[i] == 'y' && (i == 0 || is_vowel(stem->text[i - 1])))
            stem->text[i] = 'Y';
    stem->first = 0;
    for (size_t i = 0; i < COUNT(long_beginnings) && is_any_of(stem->text[0], 'a', 'c', 'g'); i++)
        if (begins_with((gsay_str){ stem->text, stem->len }, long_beginnings[i]))
            stem->first = long_beginnings[i].len;
    if (stem->first == 0)
        stem->first = find_region(stem, 0);
    stem->second = find_region(stem, stem->first);
}

/* Step 0: an 's that stayed, or its apostrophe. */
static void drop_possessive(struct stem *stem)
{
    static const gsay_str possessives[] = { LITERAL("'s'"), LITERAL("'s"), LITERAL("'") };
    for (size_t i = 0; i < COUNT(possessives); i++)
        if (ends_with(stem, possessives[i])) {
            stem->len -= possessives[i].len;
            return;
        }
}

/* Step 1a: plurals. */
static void drop_plural(struct stem *stem)
{
    if (stem->len < 3)
        return;
    char last = stem->text[stem->len - 1];
    if (last != 'd' && last != 's')
        return;
    char before = stem->text[stem->len - 2];
    if (before == 'e' && ends_with(stem, GSAY_STR("sses")))
        stem->len -= 2;
    else if (before == 'e' && stem->text[stem->len - 3] == 'i') /* -ied, -ies */
        stem->len -= skip_letters(stem->text, stem->len - 3, 1) < stem->len - 3 ? 2 : 1;
    else if (last == 's' && before != 'u' && before != 's' && has_vowel(stem, stem->len - 2))
        stem->len--;
}

/* What step 1b does where -ed or -ing fell off: an e comes back ("hoped"), or a doubled consonant is halved ("hopped").
 */
static void mend_end(struct stem *stem)
{
    char last = stem->len > 1 ? stem->text[stem->len - 1] : '\0';
    if (ends_with(stem, GSAY_STR("at")) || ends_with(stem, GSAY_STR("bl")) || ends_with(stem, GSAY_STR("iz")))
        stem->text[stem->len++] = 'e';
    else if (last && last == stem->text[stem->len - 2] && strchr("bdfgmnprt", last))
        stem->len--;
    else if (stem->len == stem->first && ends_short(stem, stem->len))
        stem->text[stem->len++] = 'e';
}

/* Step 1b: -ed and -ing. */
static void drop_participle(struct stem *stem)
{
    static const gsay_str endings[] = { LITERAL("ed"), LITERAL("ing"), LITERAL("edly"), LITERAL("ingly") };
    char                  last = stem->text[stem->len - 1], before = stem->len > 1 ? stem->text[stem->len - 2] : '\0';
    if (!(last == 'd' && before == 'e') && !(last == 'g' && before == 'n') && !(last == 'y' && before == 'l'))
        return;
    size_t adverb = ends_with(stem, GSAY_STR("eedly")) ? 2 : 0;
    if (adverb || ends_with(stem, GSAY_STR("eed"))) {
        if (stem->len - adverb - 3 >= stem->first)
            stem->len -= adverb + 1;
        return;
    }
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (!ends_with(stem, endings[i]))
            continue;
        if (has_vowel(stem, stem->len - endings[i].len)) {
            stem->len -= endings[i].len;
            mend_end(stem);
        }
        return;
    }
}

static bool follows_l(const struct stem *stem, size_t begin)
{
    return begin > 0 && stem->text[begin - 1] == 'l';
}

/* Tell whether -li falls off behind a letter. */
static bool follows_li_letter(const struct stem *stem, size_t begin)
{
    return begin > 0 && strchr("cdeghkmnrt", stem->text[begin - 1]);
}

static bool follows_s_or_t(const struct stem *stem, size_t begin)
{
    return begin > 0 && (stem->text[begin - 1] == 's' || stem->text[begin - 1] == 't');
}

static bool is_in_second(const struct stem *stem, size_t begin)
{
    return begin >= stem->second;
}

/* Of two suffixes that end alike the longer stands first; those of one last letter stand together. */
static const struct suffix derived_i[] = { SUFFIX("biliti", "ble"),
                                           SUFFIX("aliti", "al"),
                                           SUFFIX("iviti", "ive"),
                                           SUFFIX("lessli", "less"),
                                           SUFFIX("entli", "ent"),
                                           SUFFIX("ousli", "ous"),
                                           SUFFIX("fulli", "ful"),
                                           SUFFIX("alli", "al"),
                                           SUFFIX("enci", "ence"),
                                           SUFFIX("anci", "ance"),
                                           SUFFIX("abli", "able"),
                                           SUFFIX("bli", "ble"),
                                           { LITERAL("ogi"), LITERAL("og"), follows_l },
                                           { LITERAL("li"), LITERAL(""), follows_li_letter } };
static const struct suffix derived_l[] = { SUFFIX("ational", "ate"), SUFFIX("tional", "tion") };
static const struct suffix derived_m[] = { SUFFIX("alism", "al") };
static const struct suffix derived_n[] = { SUFFIX("ization", "ize"), SUFFIX("ation", "ate") };
static const struct suffix derived_r[] = { SUFFIX("izer", "ize"), SUFFIX("ator", "ate") };
static const struct suffix derived_s[] = { SUFFIX("fulness", "ful"), SUFFIX("iveness", "ive"),
                                           SUFFIX("ousness", "ous") };

static const struct suffix adjective_e[] = { SUFFIX("alize", "al"),
                                             SUFFIX("icate", "ic"),
                                             { LITERAL("ative"), LITERAL(""), is_in_second } };
static const struct suffix adjective_i[] = { SUFFIX("iciti", "ic") };
static const struct suffix adjective_l[] = { SUFFIX("ational", "ate"), SUFFIX("tional", "tion"), SUFFIX("ical", "ic"),
                                             SUFFIX("ful", "") };
static const struct suffix adjective_s[] = { SUFFIX("ness", "") };

static const struct suffix last_c[] = { SUFFIX("ic", "") };
static const struct suffix last_e[] = { SUFFIX("ance", ""), SUFFIX("ence", ""), SUFFIX("able", ""), SUFFIX("ible", ""),
                                        SUFFIX("ate", ""),  SUFFIX("ive", ""),  SUFFIX("ize", "") };
static const struct suffix last_i[] = { SUFFIX("iti", "") };
static const struct suffix last_l[] = { SUFFIX("al", "") };
static const struct suffix last_m[] = { SUFFIX("ism", "") };
static const struct suffix last_n[] = { { LITERAL("ion"), LITERAL(""), follows_s_or_t } };
static const struct suffix last_r[] = { SUFFIX("er", "") };
static const struct suffix last_s[] = { SUFFIX("ous", "") };
static const struct suffix last_t[] = { SUFFIX("ement", ""), SUFFIX("ment", ""), SUFFIX("ant", ""), SUFFIX("ent", "") };

static const struct step step_two = { {
    [PLACE('i')] = ENDINGS(derived_i, BEFORE('c') | BEFORE('g') | BEFORE('l') | BEFORE('t')),
    [PLACE('l')] = ENDINGS(derived_l, BEFORE('a')),
    [PLACE('m')] = ENDINGS(derived_m, BEFORE('s')),
    [PLACE('n')] = ENDINGS(derived_n, BEFORE('o')),
    [PLACE('r')] = ENDINGS(derived_r, BEFORE('e') | BEFORE('o')),
    [PLACE('s')] = ENDINGS(derived_s, BEFORE('s')),
} };
static const struct step step_three = { {
    [PLACE('e')] = ENDINGS(adjective_e, BEFORE('t') | BEFORE('v') | BEFORE('z')),
    [PLACE('i')] = ENDINGS(adjective_i, BEFORE('t')),
    [PLACE('l')] = ENDINGS(adjective_l, BEFORE('a') | BEFORE('u')),
    [PLACE('s')] = ENDINGS(adjective_s, BEFORE('s')),
} };
static const struct step step_four = { {
    [PLACE('c')] = ENDINGS(last_c, BEFORE('i')),
    [PLACE('e')] = ENDINGS(last_e, BEFORE('c') | BEFORE('l') | BEFORE('t') | BEFORE('v') | BEFORE('z')),
    [PLACE('i')] = ENDINGS(last_i, BEFORE('t')),
    [PLACE('l')] = ENDINGS(last_l, BEFORE('a')),
    [PLACE('m')] = ENDINGS(last_m, BEFORE('s')),
    [PLACE('n')] = ENDINGS(last_n, BEFORE('o')),
    [PLACE('r')] = ENDINGS(last_r, BEFORE('e')),
    [PLACE('s')] = ENDINGS(last_s, BEFORE('u')),
    [PLACE('t')] = ENDINGS(last_t, BEFORE('n')),
} };

/* The longest of count suffixes that ends the word is replaced, if it lies in the region. */
static void replace_longest(struct stem *stem, const struct suffix *suffix, size_t count, size_t region)
{
    for (const struct suffix *end = suffix + count; suffix < end; suffix++) {
        if (!ends_with(stem, suffix->ending))
            continue;
        size_t begin = stem->len - suffix->ending.len;
        if (begin >= region && (!suffix->is_fit || suffix->is_fit(stem, begin)))
            replace_end(stem, suffix->ending.len, suffix->instead);
        return;
    }
}

/* Steps 2 to 4: a suffix in the region, of those that end as the word does. */
static inline void replace_suffix(struct stem *stem, const struct step *step, size_t region)
{
    if (stem->len <= region || stem->len < 2)
        return;
    unsigned last = (unsigned char)stem->text[stem->len - 1] - (unsigned)'a';
    unsigned before = (unsigned char)stem->text[stem->len - 2] - (unsigned)'a';
    if (last < LETTERS && before < LETTERS && step->by_last[last].before >> before & 1)
        replace_longest(stem, step->by_last[last].suffixes, step->by_last[last].count, region);
}

/* Step 5: a last e, and one of two l. */
static void drop_last(struct stem *stem)
{
    size_t last = stem->len - 1;
    bool   is_dropped = false;
    if (stem->text[last] == 'e')
        is_dropped = last >= stem->second || (last >= stem->first && !ends_short(stem, last));
    else if (stem->text[last] == 'l')
        is_dropped = last >= stem->second && last > 0 && stem->text[last - 1] == 'l';
    stem->len -= is_dropped;
}

/* Steps 1b to 5. Nothing is done where region one has no letter left: all but 1b and 1c ask for one. */
static void drop_endings(struct stem *stem)
{
    drop_participle(stem);
    size_t last = stem->len - 1;
    bool   is_y = stem->len > 2 && (stem->text[last] | 0x20) == 'y' && !is_vowel(stem->text[last - 1]);
    if (is_y && skip_letters(stem->text, last, 1) < last)
        stem->text[last] = 'i';
    if (stem->len <= stem->first)
        return;
    replace_suffix(stem, &step_two, stem->first);
    replace_suffix(stem, &step_three, stem->first);
    replace_suffix(stem, &step_four, stem->second);
    if (stem->len > stem->first)
        drop_last(stem);
}

/* Tell whether a word is one that keeps what step 1a leaves. */
static bool is_kept(gsay_str word)
{
    if (word.len < KEPT_BYTES_MIN || word.len > KEPT_BYTES_MAX)
        return false;
    bool may_be = word.ptr[word.len - 1] == 'd' || word.ptr[word.len - 1] == 'g';
    for (size_t i = 0; may_be && i < COUNT(kept_words); i++)
        if (is_same(word, kept_words[i]))
            return true;
    return false;
}

/* The stem of a word that follows no rule; NULL for any other. */
static const gsay_str *find_exception(gsay_str word)
{
    char last = word.ptr[word.len - 1];
    bool may_be = word.len <= EXCEPTION_BYTES_MAX && (is_any_of(last, 'g', 's', 'y') || last == 'e');
    for (size_t i = 0; may_be && i < COUNT(exceptions); i++)
        if (is_same(word, exceptions[i].word))
            return &exceptions[i].stem;
    return NULL;
}

/* Stem what is no exception and has three letters. */
static void stem_word(struct stem *stem)
{
    prepare(stem);
    if (stem->text[stem->len - 1] == '\'' || stem->text[stem->len - 2] == '\'')
        drop_possessive(stem);
    drop_plural(stem);
    if (stem->len > 0 && !is_kept((gsay_str){ stem->text, stem->len }))
        drop_endings(stem);
    for (size_t i = 0; stem->has_y && i < stem->len; i++)
        if (stem->text[i] == 'Y')
            stem->text[i] = 'y';
}

/* Stem any word: the word itself, the stem of an exception, or a slice of stem. */
static gsay_str find_stem(gsay_str folded, struct stem *stem)
{
    unsigned char first = folded.len > 0 ? (unsigned char)folded.ptr[0] : 0;
    if ((first < 'a' || first > 'z') && first < 0x80)
        return folded;
    if (folded.len < 3 || folded.len >= STEM_BYTES_MAX)
        return folded;
    const gsay_str *exception = find_exception(folded);
    if (exception)
        return *exception;
    bool may_be_tiny = is_continuation(folded.ptr[1]) || is_continuation(folded.ptr[2]);
    if (may_be_tiny && skip_letters(folded.ptr, folded.len, 2) == folded.len)
        return folded;
    memcpy(stem->text, folded.ptr, folded.len);
    stem->len = folded.len;
    stem_word(stem);
    return (gsay_str){ stem->text, stem->len };
}

gsay_str gsay_stem(gsay_arena *arena, gsay_str folded)
{
    struct stem stem;
    gsay_str    result = find_stem(folded, &stem);
    if (result.ptr != stem.text)
        return result;
    return gsay_str_starts(folded, result) ? (gsay_str){ folded.ptr, stem.len } : gsay_arena_copy(arena, result);
}

size_t gsay_stem_shared(gsay_str a, gsay_str b)
{
    struct stem stems[2];
    if (a.len == 0 || b.len == 0 || a.ptr[0] != b.ptr[0]) /* a stem begins as its word does */
        return 0;
    gsay_str left = find_stem(a, &stems[0]), right = find_stem(b, &stems[1]);
    return gsay_str_equal(left, right) ? left.len : 0;
}
