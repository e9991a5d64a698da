/* The parts of a name: which words of a run are a title, which the given name, which the family's, and what it names.
 */
#include "extract/name.h"
#include "lexicon/fixed.h"
#include "lexicon/offices.h"

#define TITLE_WORDS_MAX 4u /* lower-case words of an office before a name: "former deputy prime minister" */

#define ORDINARY (GSAY_WORD(COMMON) | GSAY_WORD(VERB))

/* The words of a run that are the name itself, and where its title begins. */
struct parts {
    uint32_t lo; /* words of the run: [lo, hi) */
    uint32_t hi;
    uint32_t title_begin; /* tokens: [title_begin, title_end); equal when there is no title */
    uint32_t title_end;
    bool     is_organisation;
};

/* The token behind a word of a run with what joins it to the next: where the next word begins, or the end. */
static uint32_t end_of(const gsay_name_run *run, uint32_t word)
{
    return word + 1 < run->count ? run->words[word + 1] : run->end;
}

/* Tell whether "of" stands between a word of a run and the next. */
static bool is_joined(const gsay_name_scan *names, const gsay_name_run *run, uint32_t word)
{
    uint32_t next = gsay_scan_token(&names->scan, run->words[word] + 1).word;
    return word + 1 < run->count && (next == GSAY_FIXED_OF || next == GSAY_FIXED_FOR);
}

/* Tell whether a run is an organisation: by its last word, or by a word that "of" follows. */
static bool is_organisation(const gsay_name_scan *names, const gsay_name_run *run)
{
    for (uint32_t i = 0; run->met & GSAY_WORD(ORGANISATION) && i < run->count; i++) {
        bool can_end = i + 1 == run->count && !(i == 1 && run->classes[0] & GSAY_WORD(TITLE));
        if (run->classes[i] & GSAY_WORD(ORGANISATION) && (can_end || is_joined(names, run, i)))
            return true;
    }
    return false;
}

/* Tell whether the last word, a title by itself, is a family name here: "Stephen King". */
static bool ends_in_family(const gsay_name_run *run)
{
    if (run->count < 2 || !(run->classes[run->count - 1] & GSAY_WORD(FAMILY_NAME)))
        return false;
    gsay_word_classes before = run->classes[run->count - 2];
    return before & GSAY_WORD(GIVEN_NAME) && !(before & (GSAY_WORD(TITLE) | GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM)));
}

/* How many words at the run's begin are its title: all up to the last word of office, with what "of" joins to it
 * ("Secretary of State"). */
static uint32_t count_title_words(const gsay_name_scan *names, const gsay_name_run *run)
{
    uint32_t end = 0;
    if (!(run->met & GSAY_WORD(TITLE)))
        return 0;
    uint32_t last = ends_in_family(run) ? run->count - 1 : run->count;
    for (uint32_t i = 0; i < last; i++)
        if (run->classes[i] & GSAY_WORD(TITLE))
            end = i + 1;
    if (end == 0 || !is_joined(names, run, end - 1))
        return end;
    for (end++; end < run->count; end++)
        if (!(run->classes[end] & ORDINARY) || run->classes[end] & GSAY_WORD(GIVEN_NAME))
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

/* Where a title that begins at a token begins with the word of its department: at a sentence's begin, where any word
 * has a capital and the run does not take it in ("Finance Minister ..."). */
static uint32_t find_department(const gsay_scan *scan, uint32_t begin)
{
    if (begin == scan->begin || !(scan->text->tokens[begin].flags & GSAY_TOKEN_SPACED) ||
        !(scan->text->tokens[begin - 1].flags & GSAY_TOKEN_CAPITAL))
        return begin;
    return gsay_office_is_department(gsay_scan_word(scan, begin - 1)->folded) ? begin - 1 : begin;
}

/* Leave only the name that an office begins with: "Alaska" of "Alaska Governor", "Superior Court" of "Superior Court
 * Judge", nothing of "Defence Secretary". Returns false when there is none. */
static bool keep_prefix(const gsay_name_run *run, struct parts *parts)
{
    bool has_name = false;
    *parts = (struct parts){ 0 };
    while (parts->hi < run->count && !(run->classes[parts->hi] & GSAY_WORD(TITLE)))
        parts->hi++;
    for (; parts->hi > 0; parts->hi--) {
        gsay_word_classes last = run->classes[parts->hi - 1];
        if (!(last & ORDINARY) || last & (GSAY_WORD(ORGANISATION) | GSAY_WORD(PLACE)))
            break;
    }
    for (uint32_t i = 0; i < parts->hi; i++)
        has_name |= !(run->classes[i] & GSAY_WORD(DEMONYM)) && run->strengths[i] == GSAY_STRENGTH_FULL;
    parts->is_organisation = parts->hi > 1 && run->classes[parts->hi - 1] & GSAY_WORD(ORGANISATION);
    return has_name;
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

/* What tokens take when folded. */
struct extent {
    size_t bytes;    /* with a blank before each token that stands apart */
    bool   is_plain; /* no full stop, no single letter, no word too long to have a folded form */
};

/* Measure the tokens [begin, end) as folded. */
static struct extent measure(const gsay_scan *scan, uint32_t begin, uint32_t end)
{
    struct extent extent = { 0, true };
    for (uint32_t at = begin; at < end; at++) {
        const gsay_token *token = &scan->text->tokens[at];
        size_t            len = gsay_token_word(scan->text, at)->folded.len;
        bool              is_letter = len == 1 && token->kind == GSAY_TOKEN_WORD;
        extent.bytes += len + (at > begin && token->flags & GSAY_TOKEN_SPACED);
        extent.is_plain &= len > 0 && !is_letter && token->mark != '.';
    }
    return extent;
}

/* Append a folded word, behind a blank where it stands apart. Returns the new length. */
static size_t add_word(char *out, size_t len, gsay_str folded, bool is_apart)
{
    if (len && is_apart)
        out[len++] = ' ';
    memcpy(out + len, folded.ptr, folded.len);
    return len + folded.len;
}

/* Fold the tokens [begin, end), among them full stops and letters: the stops go, and where the letters are an acronym
 * so does the space between them. Returns the length; out has room for a blank before every token. */
static size_t fold_dotted(const gsay_scan *scan, uint32_t begin, uint32_t end, char *out)
{
    size_t   len = 0;
    uint32_t letters_end = begin;
    bool     is_closed = false; /* inside an acronym: no space between its letters */
    for (uint32_t at = begin; at < end; at++) {
        const gsay_token *token = &scan->text->tokens[at];
        if (at >= letters_end) {
            uint32_t letters = gsay_name_letters(scan, at);
            letters_end = letters > end ? end : letters;
            is_closed = false;
        }
        bool is_apart = token->flags & GSAY_TOKEN_SPACED || (at < letters_end && !is_closed);
        if (token->mark == '.')
            continue;
        len = add_word(out, len, gsay_token_word(scan->text, at)->folded, is_apart);
        is_closed = at < letters_end && is_acronym(scan, at, letters_end, end);
    }
    return len;
}

/* Fold the tokens [begin, end) into one string: words in lower case, one space where there was any, no full stops.
 * extent: theirs. Sets has_failed and returns "" when memory is exhausted. */
static gsay_str fold_measured(gsay_scan *scan, uint32_t begin, uint32_t end, const struct extent *extent)
{
    char  *out = GSAY_TAKE(scan->arena, char, extent->bytes + (extent->is_plain ? 0 : end - begin));
    size_t len = 0;
    if (!out) {
        scan->has_failed = true;
        return GSAY_STR("");
    }
    if (!extent->is_plain)
        return (gsay_str){ out, fold_dotted(scan, begin, end, out) };
    for (uint32_t at = begin; at < end; at++)
        len = add_word(out, len, gsay_token_word(scan->text, at)->folded,
                       scan->text->tokens[at].flags & GSAY_TOKEN_SPACED);
    return (gsay_str){ out, len };
}

/* The same; one word is the vocabulary's own. */
static gsay_str fold_tokens(gsay_scan *scan, uint32_t begin, uint32_t end)
{
    if (end == begin + 1)
        return gsay_token_word(scan->text, begin)->folded;
    struct extent extent = measure(scan, begin, end);
    return fold_measured(scan, begin, end, &extent);
}

/* Tell whether a whole name, as folded, is a place of one word or several: "new york". */
static bool is_place(const gsay_scan *scan, uint32_t begin, uint32_t end, gsay_str form)
{
    const gsay_word_classes classes = gsay_token_word(scan->text, begin)->lexeme.classes;
    if (end == begin + 1)
        return (classes & GSAY_WORD(PLACE)) != 0;
    return classes & GSAY_WORD(PHRASE) && gsay_lexicon_find(form).classes & GSAY_WORD(PLACE);
}

/* Tell whether a nationality stands at a word of a run before a given name: not that of "Saudi Arabia". */
static bool begins_with_demonym(gsay_name_scan *names, const gsay_name_run *run, uint32_t word)
{
    if (word + 1 >= run->count || !(run->classes[word] & GSAY_WORD(DEMONYM)) ||
        !(run->classes[word + 1] & GSAY_WORD(GIVEN_NAME)))
        return false;
    uint32_t begin = run->words[word];
    return !is_place(&names->scan, begin, run->end, fold_tokens(&names->scan, begin, run->end));
}

/* Split a run. Returns false when no name stands behind its title. */
static bool split(gsay_name_scan *names, const gsay_name_run *run, struct parts *parts)
{
    *parts = (struct parts){ .hi = run->count, .is_organisation = is_organisation(names, run) };
    if (!parts->is_organisation)
        parts->lo = count_title_words(names, run);
    if (parts->lo == run->count)
        return false;
    parts->title_end = run->words[parts->lo];
    parts->title_begin = parts->lo ? run->words[0] : parts->title_end;
    if (parts->lo)
        parts->title_begin = find_department(&names->scan, parts->title_begin);
    if (!parts->is_organisation)
        parts->title_begin = find_office(&names->scan, parts->title_begin);
    gsay_word_classes first = run->classes[parts->lo];
    if (begins_with_demonym(names, run, parts->lo))
        parts->lo++;
    while (!parts->is_organisation && parts->hi - parts->lo > 1 && run->classes[parts->hi - 1] & GSAY_WORD(DEMONYM))
        parts->hi--;
    if (parts->title_end > parts->title_begin || parts->hi - parts->lo > 1)
        return true;
    return first & GSAY_WORD(DEMONYM) || run->strengths[parts->lo] == GSAY_STRENGTH_FULL;
}

/* Split a person's name before the token `family`. Both parts of a plain one are slices of the name as folded; initials
 * may be folded in another way where the other part is not there. */
static void split_person(gsay_scan *scan, const gsay_mention *mention, uint32_t family, bool is_plain, gsay_name *name)
{
    if (family == mention->begin) {
        name->family = name->form;
        return;
    }
    if (!is_plain) {
        name->given = fold_tokens(scan, mention->begin, family);
        name->family = fold_tokens(scan, family, mention->end);
        return;
    }
    size_t bytes = measure(scan, family, mention->end).bytes;
    size_t blank = (scan->text->tokens[family].flags & GSAY_TOKEN_SPACED) != 0;
    name->given = (gsay_str){ name->form.ptr, name->form.len - bytes - blank };
    name->family = (gsay_str){ name->form.ptr + name->form.len - bytes, bytes };
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
    gsay_word_classes first = run->classes[parts->lo];
    gsay_word_classes last = run->classes[parts->hi - 1];
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
    if (is_place(scan, begin, end, form))
        return GSAY_NAME_PLACE;
    if (parts->title_end > parts->title_begin || is_full_name(names, run, parts))
        return GSAY_NAME_PERSON;
    bool is_upper = last.flags & GSAY_TOKEN_UPPER && names->setting != GSAY_SETTING_CAPITALS;
    if (parts->hi - parts->lo == 1 && (is_upper || last.end - last.begin == 1))
        return is_lettered_place(form) ? GSAY_NAME_PLACE : GSAY_NAME_ORG;
    bool is_plain = !(run->classes[parts->hi - 1] & (ORDINARY | GSAY_WORD(ORGANISATION)));
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
    *mention = (gsay_mention){ .value.kind = GSAY_KIND_NAME };
    mention->begin = run->words[parts->lo];
    mention->end = parts->hi < run->count ? run->words[parts->hi - 1] + 1 : run->end;
    bool has_title = parts->title_end > parts->title_begin;
    mention->context = has_title ? parts->title_begin : mention->begin;
    mention->text = (gsay_span){ scan->text->tokens[mention->begin].begin, scan->text->tokens[mention->end - 1].end };
    bool          is_word = mention->end == mention->begin + 1;
    struct extent extent = { 0, false };
    if (!is_word)
        extent = measure(scan, mention->begin, mention->end);
    name->form = is_word ? gsay_token_word(scan->text, mention->begin)->folded
                         : fold_measured(scan, mention->begin, mention->end, &extent);
    name->is_demonym =
        is_word && run->classes[parts->lo] & GSAY_WORD(DEMONYM) && run->strengths[parts->lo] != GSAY_STRENGTH_FULL;
    name->type = (uint8_t)find_type(names, run, parts, name->form);
    name->shown = gsay_str_slice(scan->text->document->text, mention->text);
    name->title = has_title ? fold_tokens(scan, parts->title_begin, parts->title_end) : GSAY_STR("");
    name->given = name->family = GSAY_STR("");
    if (name->type == GSAY_NAME_PERSON)
        split_person(scan, mention, find_family(names, run, parts), extent.is_plain, name);
}

size_t gsay_name_parts_read(gsay_name_scan *names, const gsay_name_run *run, gsay_mention mentions[2])
{
    struct parts parts = { .hi = 1, .title_end = run->words[0] };
    struct parts prefix;
    size_t       count = 0;
    /* Most names are one word, which is its own name wherever a run is one. */
    if (run->count == 1 && !(run->met & (GSAY_WORD(TITLE) | GSAY_WORD(ORGANISATION)))) {
        parts.title_begin = find_office(&names->scan, run->words[0]);
        make_mention(names, run, &parts, mentions);
        return names->scan.has_failed ? 0 : 1;
    }
    bool has_name = split(names, run, &parts);
    if ((parts.lo > 0 || !has_name) && !parts.is_organisation && keep_prefix(run, &prefix) &&
        (!has_name || prefix.hi < parts.lo))
        make_mention(names, run, &prefix, &mentions[count++]);
    if (has_name)
        make_mention(names, run, &parts, &mentions[count++]);
    return names->scan.has_failed ? 0 : count;
}
