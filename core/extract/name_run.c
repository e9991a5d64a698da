/* Runs of name words: from one capital on, as far as the name goes. Capitals, initials, hyphens, particles ("von der
 * Leyen"), and the small words that join an organisation's parts ("Bank of America"). */
#include "base/utf8.h"
#include "extract/name.h"
#include "lexicon/fixed.h"

#define PARTICLES_MAX 3u
#define LETTERS_MAX   8u /* of a dotted group */
#define NO_WORD       UINT32_MAX

#define ORDINARY (GSAY_WORD(COMMON) | GSAY_WORD(VERB))
#define NEVER    (GSAY_WORD(WEEKDAY) | GSAY_WORD(MONTH) | GSAY_WORD(DAY_WORD) | GSAY_WORD(PRONOUN))
#define NEEDS_COMPANY                                                                                                  \
    (GSAY_WORD(TITLE) | GSAY_WORD(DEMONYM) | GSAY_WORD(NUMERAL) | GSAY_WORD(ORDINAL) | GSAY_WORD(SCALE))
#define PERSONAL (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PLACE))
#define NAMED    (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PLACE) | GSAY_WORD(PROPER))

/* Tell whether the token is a word of one letter. */
static bool is_letter(const gsay_scan *scan, uint32_t at)
{
    if (at < scan->begin || at >= scan->end)
        return false;
    const gsay_token *token = &scan->text->tokens[at];
    return token->end - token->begin == 1 && token->flags & GSAY_TOKEN_CAPITAL && token->kind == GSAY_TOKEN_WORD;
}

uint32_t gsay_name_letters(const gsay_scan *scan, uint32_t at)
{
    uint32_t end = at;
    uint32_t letters = 0;
    while (letters < LETTERS_MAX && is_letter(scan, end) && gsay_scan_marks(scan, end + 1, '.') &&
           !gsay_scan_spaced(scan, end + 1) && (letters == 0 || !gsay_scan_spaced(scan, end))) {
        end += 2;
        letters++;
    }
    /* The last letter of a group may stand without its stop: "U.S" at the end of a sentence. */
    if (letters && is_letter(scan, end) && !gsay_scan_spaced(scan, end))
        return end + 1;
    return end;
}

/* Tell whether a word has a capital somewhere in the document where that means something. */
static bool is_known(const gsay_name_scan *names, uint32_t at)
{
    return gsay_id_set_has(&names->evidence->known, names->scan.text->tokens[at].word);
}

/* In running prose: the place of the word counts. */
static gsay_name_strength strength_in_prose(const gsay_name_scan *names, uint32_t at, gsay_word_classes classes)
{
    if (classes & GSAY_WORD(STOP) && !(classes & GSAY_WORD(PARTICLE)))
        return GSAY_STRENGTH_NONE;
    if (classes & (ORDINARY | GSAY_WORD(PARTICLE)) && gsay_name_is_first(&names->scan, at) && !is_known(names, at))
        return classes & NEEDS_COMPANY ? GSAY_STRENGTH_COMPANY : GSAY_STRENGTH_FIRST;
    return classes & NEEDS_COMPANY ? GSAY_STRENGTH_COMPANY : GSAY_STRENGTH_FULL;
}

/* In a headline or in capitals, where every word has one: only what is known as a name, here or to the word lists, or
 * what no list knows at all. */
static gsay_name_strength strength_in_headline(const gsay_name_scan *names, uint32_t at, gsay_word_classes classes)
{
    if (classes & GSAY_WORD(STOP))
        return GSAY_STRENGTH_NONE;
    if (classes & NEEDS_COMPANY)
        return GSAY_STRENGTH_COMPANY;
    if (classes & ORDINARY)
        return is_known(names, at) ? GSAY_STRENGTH_COMPANY : GSAY_STRENGTH_NONE;
    /* "Pre-War", "Mid-Season": no list knows a prefix. */
    bool is_prefix = gsay_scan_marks(&names->scan, at + 1, '-') && !gsay_scan_spaced(&names->scan, at + 1);
    return classes || !is_prefix || is_known(names, at) ? GSAY_STRENGTH_FULL : GSAY_STRENGTH_NONE;
}

/* A word all in capitals where others are not: an acronym, be it spelled like a word ("US", "WHO"). */
static gsay_name_strength strength_of_acronym(gsay_word_classes classes)
{
    if (classes & GSAY_WORD(STOP))
        return classes & GSAY_WORD(PRONOUN) ? GSAY_STRENGTH_FULL : GSAY_STRENGTH_NONE;
    return classes & (ORDINARY | NEEDS_COMPANY) ? GSAY_STRENGTH_COMPANY : GSAY_STRENGTH_FULL;
}

/* A word of one letter: an initial, or the first of an acronym's. */
static gsay_name_strength strength_of_letter(const gsay_name_scan *names, uint32_t at, gsay_word_classes classes)
{
    if (gsay_name_letters(&names->scan, at) > at + 2)
        return GSAY_STRENGTH_FULL;
    return classes & GSAY_WORD(STOP) && !gsay_scan_marks(&names->scan, at + 1, '.') ? GSAY_STRENGTH_NONE
                                                                                    : GSAY_STRENGTH_COMPANY;
}

gsay_name_strength gsay_name_strength_of(const gsay_name_scan *names, uint32_t at)
{
    if (at >= names->limit)
        return GSAY_STRENGTH_NONE;
    const gsay_token *token = &names->scan.text->tokens[at];
    if (token->kind != GSAY_TOKEN_WORD || !(token->flags & GSAY_TOKEN_CAPITAL) || token->flags & GSAY_TOKEN_POSSESSIVE)
        return GSAY_STRENGTH_NONE;
    gsay_word_classes classes = gsay_token_word(names->scan.text, at)->lexeme.classes;
    if (token->end - token->begin == 1)
        return strength_of_letter(names, at, classes);
    if (token->flags & GSAY_TOKEN_UPPER && names->setting != GSAY_SETTING_CAPITALS)
        return strength_of_acronym(classes);
    if (classes & NEVER)
        return classes & GSAY_WORD(MONTH) && classes & NAMED && at > names->scan.begin &&
                       gsay_scan_is(&names->scan, at - 1, GSAY_WORD(GIVEN_NAME))
                   ? GSAY_STRENGTH_COMPANY
                   : GSAY_STRENGTH_NONE;
    return names->setting == GSAY_SETTING_PROSE ? strength_in_prose(names, at, classes)
                                                : strength_in_headline(names, at, classes);
}

/* The token behind the word that starts at a token: with the stop of "Gen." or of initials. */
static uint32_t behind_word(const gsay_name_scan *names, uint32_t at)
{
    const gsay_scan *scan = &names->scan;
    if (scan->tokens[at].end - scan->tokens[at].begin == 1) {
        uint32_t letters = gsay_name_letters(scan, at);
        return letters > at ? letters : at + 1;
    }
    bool has_stop = gsay_scan_marks(scan, at + 1, '.') && !gsay_scan_spaced(scan, at + 1);
    if (has_stop && gsay_scan_is(scan, at, GSAY_WORD(ABBREVIATION)) && gsay_name_strength_of(names, at + 2))
        return at + 2;
    return at + 1;
}

/* Behind a hyphen at `end`: the next part of a double name, or NO_WORD. "Jean-Claude" and "Ki-moon" are one name,
 * "Russia-Ukraine" two, "Russian-occupied" is a name and a word. */
static uint32_t behind_hyphen(const gsay_name_scan *names, uint32_t last, uint32_t end)
{
    const gsay_scan *scan = &names->scan;
    gsay_token       hyphen = gsay_scan_token(scan, end);
    gsay_token       next = gsay_scan_token(scan, end + 1);
    if (hyphen.end - hyphen.begin > 1 || next.kind != GSAY_TOKEN_WORD || next.flags & GSAY_TOKEN_SPACED)
        return NO_WORD;
    const gsay_word_classes split = GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM);
    if (next.flags & GSAY_TOKEN_CAPITAL)
        return (gsay_scan_is(scan, last, split) && gsay_scan_is(scan, end + 1, split)) ||
                       !gsay_name_strength_of(names, end + 1)
                   ? NO_WORD
                   : end + 1;
    bool is_name =
        gsay_scan_is(scan, last, ORDINARY | split) || gsay_scan_is(scan, end + 1, ORDINARY | GSAY_WORD(STOP));
    return is_name || next.end - next.begin < 3 ? NO_WORD : end + 1;
}

/* Behind lower-case particles at `end` ("van der", "al-"): the capital that they belong to, or NO_WORD. */
static uint32_t behind_particles(const gsay_name_scan *names, uint32_t end)
{
    const gsay_scan *scan = &names->scan;
    uint32_t         at = end;
    for (uint32_t i = 0; i < PARTICLES_MAX && gsay_scan_is(scan, at, GSAY_WORD(PARTICLE)); i++)
        at += gsay_scan_marks(scan, at + 1, '-') && !gsay_scan_spaced(scan, at + 1) ? 2 : 1;
    return at > end && gsay_name_strength_of(names, at) >= GSAY_STRENGTH_FULL ? at : NO_WORD;
}

/* Behind "of", "of the", "for" at `end`: the rest of an organisation's or a region's name, or NO_WORD. */
static uint32_t behind_joint(const gsay_name_scan *names, uint32_t last, uint32_t end)
{
    const gsay_scan *scan = &names->scan;
    uint32_t         joint = gsay_scan_token(scan, end).word;
    bool             is_of = joint == GSAY_FIXED_OF;
    if (!is_of && joint != GSAY_FIXED_FOR)
        return NO_WORD;
    gsay_word_classes joins = GSAY_WORD(ORGANISATION);
    if (is_of)
        joins |= GSAY_WORD(TITLE);
    if (is_of && names->setting == GSAY_SETTING_PROSE && !gsay_name_is_first(scan, last))
        joins |= GSAY_WORD(COMMON);
    uint32_t at = end + 1 + (gsay_scan_token(scan, end + 1).word == GSAY_FIXED_THE);
    return gsay_scan_is(scan, last, joins) && !gsay_scan_is(scan, last, GSAY_WORD(NUMERAL)) &&
                   gsay_name_strength_of(names, at) >= GSAY_STRENGTH_COMPANY
               ? at
               : NO_WORD;
}

/* What joins a run whose last word is [last, end) to its next word, when that does not follow with a blank alone: the
 * first token of that word, or NO_WORD. token: at end. */
static uint32_t behind_link(const gsay_name_scan *names, uint32_t last, uint32_t end, const gsay_token *token)
{
    if (token->kind == GSAY_TOKEN_WORD) {
        uint32_t joint = behind_joint(names, last, end);
        return joint != NO_WORD ? joint : behind_particles(names, end);
    }
    if (token->mark == '-' && !(token->flags & GSAY_TOKEN_SPACED))
        return behind_hyphen(names, last, end);
    return token->mark == '&' && gsay_name_strength_of(names, end + 1) ? end + 1 : NO_WORD;
}

/* The first token of the next word of a run whose last word is [last, end), or NO_WORD. strength: out, of that word. */
static uint32_t next_word(const gsay_name_scan *names, uint32_t last, uint32_t end, gsay_name_strength *strength)
{
    if (end >= names->limit)
        return NO_WORD;
    const gsay_token *token = &names->scan.tokens[end];
    bool              is_capital = token->kind == GSAY_TOKEN_WORD && token->flags & GSAY_TOKEN_CAPITAL;
    if (is_capital && !(token->flags & GSAY_TOKEN_SPACED) && end == last + 1)
        return NO_WORD;
    uint32_t next = is_capital ? end : behind_link(names, last, end, token);
    *strength = next == NO_WORD ? GSAY_STRENGTH_NONE : gsay_name_strength_of(names, next);
    return is_capital && !*strength ? NO_WORD : next;
}

/* Tell whether an ordinary first word belongs to what follows: "Black Sea", "World Bank", "Mark Twain"; not "Yesterday
 * Nguyen". */
static bool is_part_of_next(const gsay_name_scan *names, uint32_t at)
{
    const gsay_scan *scan = &names->scan;
    gsay_token       next = gsay_scan_token(scan, at + 1);
    if (!(next.flags & GSAY_TOKEN_SPACED) || gsay_name_strength_of(names, at + 1) < GSAY_STRENGTH_COMPANY)
        return false;
    gsay_word_classes classes = gsay_scan_word(scan, at + 1)->lexeme.classes;
    if (classes & GSAY_WORD(ORGANISATION))
        return true;
    if (next.flags & GSAY_TOKEN_UPPER || classes & GSAY_WORD(TITLE))
        return false;
    return (classes & ORDINARY && !(classes & (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(PLACE)))) ||
           (gsay_scan_is(scan, at, GSAY_WORD(GIVEN_NAME)) && !gsay_scan_is(scan, at, GSAY_WORD(AUXILIARY)));
}

/* The classes of a word of a run. A name with diacritics that no list has is looked up without them. */
static gsay_word_classes classes_of(const gsay_name_scan *names, uint32_t at)
{
    const gsay_word *word = gsay_token_word(names->scan.text, at);
    size_t           ascii = 0;
    if (word->lexeme.classes)
        return word->lexeme.classes;
    while (ascii < word->folded.len && (unsigned char)word->folded.ptr[ascii] < 0x80)
        ascii++;
    if (ascii == word->folded.len)
        return 0;
    return gsay_lexicon_find(gsay_utf8_fold_marks(names->scan.arena, word->folded)).classes & PERSONAL;
}

bool gsay_name_run_read(const gsay_name_scan *names, uint32_t at, gsay_name_run *run)
{
    gsay_name_strength strength = gsay_name_strength_of(names, at);
    run->met = 0;
    run->count = 0;
    run->end = at + 1;
    if (strength == GSAY_STRENGTH_NONE || (strength == GSAY_STRENGTH_FIRST && !is_part_of_next(names, at)))
        return false;
    bool has_full = false;
    for (uint32_t word = at; word != NO_WORD && run->count < GSAY_NAME_WORDS_MAX;) {
        run->words[run->count] = word;
        run->strengths[run->count] = (uint8_t)strength;
        run->classes[run->count] = classes_of(names, word);
        run->met |= run->classes[run->count++];
        has_full |= strength == GSAY_STRENGTH_FULL;
        run->end = behind_word(names, word);
        word = next_word(names, word, run->end, &strength);
    }
    /* A nationality alone is a mention, too: that it is spelled one way is worth checking. */
    return has_full || run->count > 1 || gsay_scan_is(&names->scan, at, GSAY_WORD(DEMONYM));
}
