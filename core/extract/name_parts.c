/* The parts of a name: which words of a run are a title, which the given name, which the family's, and what it names.
 */
#include "base/utf8.h"
#include "extract/name.h"

#define TITLE_WORDS_MAX 4u /* lower-case words of an office before a name: "former deputy prime minister" */

#define PERSONAL (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PLACE))
#define ORDINARY (GSAY_WORD(COMMON) | GSAY_WORD(VERB))

/* The words of a run that are the name itself, and where its title begins. */
struct parts {
    uint32_t lo; /* words of the run: [lo, hi) */
    uint32_t hi;
    uint32_t title_begin; /* tokens: [title_begin, title_end); equal when there is no title */
    uint32_t title_end;
    bool     is_organisation;
};

/* The classes of a word of a run. A name with diacritics that no list has is looked up without them. */
static gsay_word_classes classes_of(const gsay_name_scan *names, const gsay_name_run *run, uint32_t word)
{
    const gsay_word *found = gsay_scan_word(&names->scan, run->words[word]);
    if (found->lexeme.classes || found->folded.len == 0)
        return found->lexeme.classes;
    gsay_str plain = gsay_utf8_fold_marks(names->scan.arena, found->folded);
    return plain.ptr == found->folded.ptr ? 0 : gsay_lexicon_find(plain).classes & PERSONAL;
}

/* The token behind a word of a run with what joins it to the next: where the next word begins, or the end. */
static uint32_t end_of(const gsay_name_run *run, uint32_t word)
{
    return word + 1 < run->count ? run->words[word + 1] : run->end;
}

/* Tell whether "of" stands between a word of a run and the next. */
static bool is_joined(const gsay_name_scan *names, const gsay_name_run *run, uint32_t word)
{
    return word + 1 < run->count && (gsay_scan_says(&names->scan, run->words[word] + 1, GSAY_STR("of")) ||
                                     gsay_scan_says(&names->scan, run->words[word] + 1, GSAY_STR("for")));
}

/* Tell whether a run is an organisation: by its last word, or by a word that "of" follows. */
static bool is_organisation(const gsay_name_scan *names, const gsay_name_run *run)
{
    for (uint32_t i = 0; i < run->count; i++) {
        bool can_end = i + 1 == run->count && !(i == 1 && classes_of(names, run, 0) & GSAY_WORD(TITLE));
        if (classes_of(names, run, i) & GSAY_WORD(ORGANISATION) && (can_end || is_joined(names, run, i)))
            return true;
    }
    return false;
}

/* Tell whether the last word, a title by itself, is a family name here: "Stephen King". */
static bool ends_in_family(const gsay_name_scan *names, const gsay_name_run *run)
{
    if (run->count < 2 || !(classes_of(names, run, run->count - 1) & GSAY_WORD(FAMILY_NAME)))
        return false;
    gsay_word_classes before = classes_of(names, run, run->count - 2);
    return before & GSAY_WORD(GIVEN_NAME) && !(before & (GSAY_WORD(TITLE) | GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM)));
}

/* How many words at the run's begin are its title: all up to the last word of office, with what "of" joins to it
 * ("Secretary of State"). */
static uint32_t count_title_words(const gsay_name_scan *names, const gsay_name_run *run)
{
    uint32_t end = 0;
    uint32_t last = ends_in_family(names, run) ? run->count - 1 : run->count;
    for (uint32_t i = 0; i < last; i++)
        if (classes_of(names, run, i) & GSAY_WORD(TITLE))
            end = i + 1;
    if (end == 0 || !is_joined(names, run, end - 1))
        return end;
    for (end++; end < run->count; end++)
        if (!(classes_of(names, run, end) & ORDINARY) || classes_of(names, run, end) & GSAY_WORD(GIVEN_NAME))
            break;
    return end;
}

/* Where a lower-case office before a run begins ("former defence secretary Pete …"); the run's begin when there is
 * none. */
static uint32_t find_office(const gsay_scan *scan, uint32_t begin)
{
    uint32_t at = begin;
    if (at == scan->begin || !gsay_scan_is(scan, at - 1, GSAY_WORD(TITLE)) || !gsay_scan_spaced(scan, at))
        return begin;
    at--;
    for (uint32_t i = 1; i < TITLE_WORDS_MAX && at > scan->begin; i++, at--) {
        const gsay_word_classes ends = GSAY_WORD(STOP) | GSAY_WORD(SPEECH) | GSAY_WORD(AUXILIARY) | GSAY_WORD(NUMERAL);
        gsay_word_classes       classes = gsay_scan_word(scan, at - 1)->lexeme.classes;
        bool is_office = classes & (GSAY_WORD(TITLE) | GSAY_WORD(DEMONYM) | GSAY_WORD(PLACE) | GSAY_WORD(COMMON));
        if (gsay_scan_token(scan, at - 1).kind != GSAY_TOKEN_WORD || classes & ends || !is_office ||
            !gsay_scan_spaced(scan, at))
            break;
    }
    return at;
}

/* Leave only the name that an office begins with: "Alaska" of "Alaska Governor", "Superior Court" of "Superior Court
 * Judge", nothing of "Defence Secretary". Returns false when there is none. */
static bool keep_prefix(const gsay_name_scan *names, const gsay_name_run *run, struct parts *parts)
{
    bool has_name = false;
    *parts = (struct parts){ 0 };
    while (parts->hi < run->count && !(classes_of(names, run, parts->hi) & GSAY_WORD(TITLE)))
        parts->hi++;
    for (; parts->hi > 0; parts->hi--) {
        gsay_word_classes last = classes_of(names, run, parts->hi - 1);
        if (!(last & ORDINARY) || last & (GSAY_WORD(ORGANISATION) | GSAY_WORD(PLACE)))
            break;
    }
    for (uint32_t i = 0; i < parts->hi; i++)
        has_name |= !(classes_of(names, run, i) & GSAY_WORD(DEMONYM)) &&
                    gsay_name_strength_of(names, run->words[i]) == GSAY_STRENGTH_FULL;
    parts->is_organisation = parts->hi > 1 && classes_of(names, run, parts->hi - 1) & GSAY_WORD(ORGANISATION);
    return has_name;
}

/* Split a run. Returns false when no name stands behind its title. */
static bool split(const gsay_name_scan *names, const gsay_name_run *run, struct parts *parts)
{
    *parts = (struct parts){ .hi = run->count, .is_organisation = is_organisation(names, run) };
    if (!parts->is_organisation)
        parts->lo = count_title_words(names, run);
    if (parts->lo == run->count)
        return false;
    parts->title_end = run->words[parts->lo];
    parts->title_begin = parts->lo ? run->words[0] : parts->title_end;
    if (!parts->is_organisation)
        parts->title_begin = find_office(&names->scan, parts->title_begin);
    gsay_word_classes first = classes_of(names, run, parts->lo);
    if (parts->lo + 1 < run->count && first & GSAY_WORD(DEMONYM) &&
        classes_of(names, run, parts->lo + 1) & GSAY_WORD(GIVEN_NAME))
        parts->lo++;
    while (!parts->is_organisation && parts->hi - parts->lo > 1 &&
           classes_of(names, run, parts->hi - 1) & GSAY_WORD(DEMONYM))
        parts->hi--;
    if (parts->title_end > parts->title_begin || parts->hi - parts->lo > 1)
        return true;
    return first & GSAY_WORD(DEMONYM) || gsay_name_strength_of(names, run->words[parts->lo]) == GSAY_STRENGTH_FULL;
}

/* Tell whether the dotted letters [at, end) are an acronym and not the initials of the name that follows: "U.S.", not
 * "J. K.". */
static bool is_acronym(const gsay_scan *scan, uint32_t at, uint32_t end, uint32_t name_end)
{
    if (end - at < 3 || end == name_end)
        return end - at >= 3;
    return gsay_scan_is(scan, end, ORDINARY | GSAY_WORD(TITLE) | GSAY_WORD(ORGANISATION)) &&
           !gsay_scan_is(scan, end, GSAY_WORD(FAMILY_NAME) | GSAY_WORD(GIVEN_NAME));
}

/* Fold the tokens [begin, end) into one string: words in lower case, one space where there was any, no full stops.
 * Sets has_failed and returns "" when memory is exhausted. */
static gsay_str fold_tokens(gsay_scan *scan, uint32_t begin, uint32_t end)
{
    size_t room = 0;
    for (uint32_t at = begin; at < end; at++)
        room += gsay_scan_word(scan, at)->folded.len + 2;
    char  *out = GSAY_NEW(scan->arena, char, room + 1);
    size_t len = 0;
    if (!out) {
        scan->has_failed = true;
        return GSAY_STR("");
    }
    uint32_t letters_end = begin;
    bool     is_closed = false; /* inside an acronym: no space between its letters */
    for (uint32_t at = begin; at < end; at++) {
        gsay_token token = scan->text->tokens[at];
        gsay_str   folded = gsay_scan_word(scan, at)->folded;
        bool       is_stop = token.mark == '.';
        if (at >= letters_end) {
            uint32_t letters = gsay_name_letters(scan, at);
            letters_end = letters > end ? end : letters;
            is_closed = false;
        }
        bool is_apart = token.flags & GSAY_TOKEN_SPACED || (at < letters_end && !is_closed);
        if (is_stop)
            continue;
        if (len && is_apart)
            out[len++] = ' ';
        memcpy(out + len, folded.ptr, folded.len);
        len += folded.len;
        is_closed = at < letters_end && is_acronym(scan, at, letters_end, end);
    }
    return (gsay_str){ out, len };
}

/* Countries that are written as letters; folded, they are other words. */
static const gsay_str lettered_places[] = { { "us", 2 },  { "uk", 2 },   { "usa", 3 },
                                            { "uae", 3 }, { "ussr", 4 }, { "drc", 3 } };

/* Tell whether a name in capitals, as folded, is a country's letters. */
static bool is_lettered_place(gsay_str form)
{
    for (size_t i = 0; i < sizeof lettered_places / sizeof *lettered_places; i++)
        if (gsay_str_equal(form, lettered_places[i]))
            return true;
    return false;
}

/* The place class of a whole name, one word or several: "new york". */
static bool is_place(const gsay_scan *scan, uint32_t begin, uint32_t end)
{
    gsay_str words[GSAY_PHRASE_WORDS_MAX];
    size_t   count = end - begin;
    size_t   used = 0;
    if (count > GSAY_PHRASE_WORDS_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        words[i] = gsay_scan_word(scan, begin + (uint32_t)i)->folded;
    gsay_lexeme lexeme = gsay_lexicon_find_words(words, count, &used);
    return used == count && lexeme.classes & GSAY_WORD(PLACE);
}

/* Tell whether words of speech stand beside [begin, end): "said Okafor", "Okafor said". */
static bool is_speaking(const gsay_scan *scan, uint32_t begin, uint32_t end)
{
    return gsay_scan_is(scan, end, GSAY_WORD(SPEECH)) ||
           (begin > scan->begin && gsay_scan_is(scan, begin - 1, GSAY_WORD(SPEECH)));
}

/* Tell whether a name of several words is a person's by its words. */
static bool is_full_name(const gsay_name_scan *names, const gsay_name_run *run, const struct parts *parts)
{
    if (parts->hi - parts->lo < 2 || parts->hi - parts->lo > 5)
        return false;
    gsay_word_classes first = classes_of(names, run, parts->lo);
    gsay_word_classes last = classes_of(names, run, parts->hi - 1);
    gsay_token        token = gsay_scan_token(&names->scan, run->words[parts->lo]);
    bool is_initial = token.end - token.begin == 1 && gsay_name_letters(&names->scan, run->words[parts->lo]);
    if (first & GSAY_WORD(GIVEN_NAME) && (!(last & ORDINARY) || last & GSAY_WORD(FAMILY_NAME)))
        return !(first & GSAY_WORD(PLACE)) || last & GSAY_WORD(FAMILY_NAME);
    return last & GSAY_WORD(FAMILY_NAME) && !(last & ORDINARY) && !(first & (ORDINARY | GSAY_WORD(PLACE))) &&
           (is_initial || !(first & (GSAY_WORD(DEMONYM) | GSAY_WORD(ORGANISATION))));
}

/* What a name names. form: as folded. */
static gsay_name_type find_type(const gsay_name_scan *names, const gsay_name_run *run, const struct parts *parts,
                                gsay_str form)
{
    const gsay_scan *scan = &names->scan;
    uint32_t         begin = run->words[parts->lo];
    uint32_t         end = end_of(run, parts->hi - 1);
    gsay_token       last = gsay_scan_token(scan, run->words[parts->hi - 1]);
    if (parts->is_organisation)
        return GSAY_NAME_ORG;
    if (parts->title_end > parts->title_begin && !is_place(scan, begin, end))
        return GSAY_NAME_PERSON;
    if (is_place(scan, begin, end))
        return GSAY_NAME_PLACE;
    if (is_full_name(names, run, parts))
        return GSAY_NAME_PERSON;
    bool is_upper = last.flags & GSAY_TOKEN_UPPER && names->setting != GSAY_SETTING_CAPITALS;
    if (parts->hi - parts->lo == 1 && (is_upper || last.end - last.begin == 1))
        return is_lettered_place(form) ? GSAY_NAME_PLACE : GSAY_NAME_ORG;
    bool is_plain = !(classes_of(names, run, parts->hi - 1) & (ORDINARY | GSAY_WORD(ORGANISATION)));
    return is_plain && is_speaking(scan, begin, end) ? GSAY_NAME_PERSON : GSAY_NAME_OTHER;
}

/* The first token of the family name: the last word with the particles before it; "Jr" and the like are left out by the
 * caller. */
static uint32_t find_family(const gsay_name_scan *names, const gsay_name_run *run, const struct parts *parts)
{
    uint32_t word = parts->hi - 1;
    uint32_t at = run->words[word];
    uint32_t least = word > parts->lo ? run->words[word - 1] + 1 : at;
    while (at > least && (gsay_scan_is(&names->scan, at - 1, GSAY_WORD(PARTICLE)) ||
                          (gsay_scan_marks(&names->scan, at - 1, '-') && at - 1 > least)))
        at--;
    return at;
}

/* Make a mention of the parts of a run. */
static void make_mention(gsay_name_scan *names, const gsay_name_run *run, const struct parts *parts,
                         gsay_mention *mention)
{
    gsay_scan *scan = &names->scan;
    gsay_name *name = &mention->value.as.name;
    mention->value.kind = GSAY_KIND_NAME;
    mention->begin = run->words[parts->lo];
    mention->end = parts->hi < run->count ? run->words[parts->hi - 1] + 1 : run->end;
    bool has_title = parts->title_end > parts->title_begin;
    mention->context = has_title ? parts->title_begin : mention->begin;
    mention->text = (gsay_span){ scan->text->tokens[mention->begin].begin, scan->text->tokens[mention->end - 1].end };
    name->form = fold_tokens(scan, mention->begin, mention->end);
    name->is_demonym = mention->end == mention->begin + 1 && classes_of(names, run, parts->lo) & GSAY_WORD(DEMONYM) &&
                       gsay_name_strength_of(names, mention->begin) != GSAY_STRENGTH_FULL;
    name->type = (uint8_t)find_type(names, run, parts, name->form);
    name->shown = gsay_str_slice(scan->text->document->text, mention->text);
    name->title = has_title ? fold_tokens(scan, parts->title_begin, parts->title_end) : GSAY_STR("");
    name->given = name->family = GSAY_STR("");
    if (name->type == GSAY_NAME_PERSON) {
        uint32_t family = find_family(names, run, parts);
        name->given = family > mention->begin ? fold_tokens(scan, mention->begin, family) : GSAY_STR("");
        name->family = family > mention->begin ? fold_tokens(scan, family, mention->end) : name->form;
    }
}

size_t gsay_name_parts_read(gsay_name_scan *names, const gsay_name_run *run, gsay_mention mentions[2])
{
    struct parts parts;
    struct parts prefix;
    size_t       count = 0;
    bool         has_name = split(names, run, &parts);
    if ((parts.lo > 0 || !has_name) && !parts.is_organisation && keep_prefix(names, run, &prefix) &&
        (!has_name || prefix.hi < parts.lo))
        make_mention(names, run, &prefix, &mentions[count++]);
    if (has_name)
        make_mention(names, run, &parts, &mentions[count++]);
    return names->scan.has_failed ? 0 : count;
}
