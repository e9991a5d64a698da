/* What a number counts: "5,000 protesters", "four eastern provinces", "14 dead", "a 1,000-man unit".
 *
 * English puts the counted noun in the plural behind its adjectives, so the first plural noun is the head, or the one
 * next to it ("sports cars"); one thing is counted by the last word of its phrase. No plain noun in reach: nothing is
 * said. */
#include "extract/amount.h"

#define PHRASE_WORDS_MAX 5u
#define VERB_BYTES_MAX   31u

/* Tell whether a word has a regular plural's ending. */
static bool ends_as_plural(gsay_str folded)
{
    return folded.len > 2 && gsay_str_ends(folded, GSAY_STR("s")) && !gsay_str_ends(folded, GSAY_STR("ss")) &&
           !gsay_str_ends(folded, GSAY_STR("us")) && !gsay_str_ends(folded, GSAY_STR("is"));
}

static bool is_plural(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_is(scan, at, GSAY_WORD(PLURAL)) || ends_as_plural(gsay_scan_word(scan, at)->folded);
}

static bool is_common(gsay_str folded)
{
    return (gsay_lexicon_find(folded).classes & GSAY_WORD(COMMON)) != 0;
}

/* How long the ending of a regular plural is: the word lists tell "houses" from "campuses", the sound of its end what
 * they do not know. */
static size_t plural_ending_of(gsay_str folded)
{
    if (!gsay_str_ends(folded, GSAY_STR("es")) || is_common((gsay_str){ folded.ptr, folded.len - 1 }))
        return 1;
    bool has_es = gsay_str_ends(folded, GSAY_STR("ches")) || gsay_str_ends(folded, GSAY_STR("shes")) ||
                  gsay_str_ends(folded, GSAY_STR("sses")) || gsay_str_ends(folded, GSAY_STR("xes")) ||
                  gsay_str_ends(folded, GSAY_STR("zzes"));
    bool may_have_es = gsay_str_ends(folded, GSAY_STR("ses")) || gsay_str_ends(folded, GSAY_STR("oes"));
    return has_es || (may_have_es && is_common((gsay_str){ folded.ptr, folded.len - 2 })) ? 2 : 1;
}

/* The singular of a plural, else the word itself. */
static gsay_str singular_of(const gsay_scan *scan, uint32_t at)
{
    const gsay_word *word = gsay_scan_word(scan, at);
    gsay_str         folded = word->folded;
    if (word->lexeme.classes & GSAY_WORD(PLURAL)) {
        gsay_str singular = gsay_singular_of(word->lexeme.index);
        return singular.len ? singular : folded;
    }
    if (!ends_as_plural(folded))
        return folded;
    if (folded.len > 4 && gsay_str_ends(folded, GSAY_STR("ies")))
        return gsay_arena_format(scan->arena, "%.*sy", (int)folded.len - 3, folded.ptr);
    return (gsay_str){ folded.ptr, folded.len - plural_ending_of(folded) };
}

/* Tell whether a noun phrase cannot go on with the word at a token. */
static bool ends_phrase(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind != GSAY_TOKEN_WORD || (token.flags & GSAY_TOKEN_POSSESSIVE))
        return true;
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    /* "states" and "claims" are nouns where something counts them */
    if (gsay_scan_is(scan, at, GSAY_WORD(SPEECH)) && !ends_as_plural(folded))
        return true;
    return gsay_scan_is(scan, at, GSAY_WORD(STOP) | GSAY_WORD(NUMERAL) | GSAY_WORD(WEEKDAY)) &&
           !gsay_scan_is(scan, at, GSAY_WORD(PLURAL));
}

/* Tell whether a word is a verb as one thing has it: "one rocket hits", "made", never the bare "type", which has an s
 * left to take. */
static bool is_finite(const gsay_scan *scan, uint32_t at)
{
    char     third[VERB_BYTES_MAX + 1];
    gsay_str folded = gsay_scan_word(scan, at)->folded;
    if (!gsay_scan_is(scan, at, GSAY_WORD(VERB)) || folded.len > VERB_BYTES_MAX)
        return false;
    memcpy(third, folded.ptr, folded.len);
    third[folded.len] = 's';
    return !(gsay_lexicon_find((gsay_str){ third, folded.len + 1 }).classes & GSAY_WORD(VERB));
}

gsay_str gsay_scan_counted(const gsay_scan *scan, uint32_t at, bool is_one)
{
    bool     has_hyphen = gsay_scan_hyphen(scan, at);
    uint32_t begin = at + has_hyphen;
    uint32_t head = UINT32_MAX;
    uint32_t end = begin;
    if (has_hyphen) {
        bool is_noun = !ends_phrase(scan, begin) && !gsay_scan_is(scan, begin, GSAY_WORD(HEDGE)) &&
                       !gsay_str_ends(gsay_scan_word(scan, begin)->folded, GSAY_STR("ed"));
        return is_noun ? singular_of(scan, begin) : GSAY_STR("");
    }
    for (; end < begin + PHRASE_WORDS_MAX && !ends_phrase(scan, end); end++) {
        if (gsay_scan_hyphen(scan, end + 1)) { /* "two two-seat planes", "six high-level talks" */
            end++;
            continue;
        }
        if (is_one) {
            bool is_verb = end > begin && head != UINT32_MAX && is_finite(scan, end);
            if (is_verb)
                break;
            head = end;
        } else if (is_plural(scan, end)) {
            bool is_pair = end + 1 < begin + PHRASE_WORDS_MAX && !ends_phrase(scan, end + 1) &&
                           is_plural(scan, end + 1) && !gsay_scan_is(scan, end + 1, GSAY_WORD(VERB)) &&
                           ends_as_plural(gsay_scan_word(scan, end)->folded);
            head = end + is_pair;
            break;
        }
    }
    return head == UINT32_MAX ? GSAY_STR("") : singular_of(scan, head);
}
