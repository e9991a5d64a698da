/* Who speaks: the verb of speech beside a quotation and its subject. A name is taken as written; a pronoun or an office
 * stands for a person only where the sentences before leave no choice. */
#include "extract/quote.h"

#include "base/utf8.h"

#define SUBJECT_TOKENS_MAX    10u /* from a mark to the verb of speech, or of an office behind it */
#define OFFICE_TOKENS_MAX     6u  /* between an organisation and the person who speaks for it */
#define APPOSITION_TOKENS_MAX 24u /* ", a professor of …," between a name and its verb */
#define BACK_TOKENS_MAX       40u /* from an opening mark back to the verb that brings it in */
#define LEAD_TOKENS_MAX       2u  /* before the subject of a sentence: "However, …" */
#define SENTENCE_NAMES_MAX    32u /* mentions of one sentence that are looked at for persons */
#define BACK_SENTENCES_MAX    3u  /* how far a pronoun reaches */
#define BACK_QUOTES_MAX       8u  /* quotations of those sentences that are looked at */

#define NOTHING UINT32_MAX

/* What a subject was. */
enum subject_kind { SUBJECT_NONE = 0, SUBJECT_NAME, SUBJECT_PRONOUN, SUBJECT_OFFICE };

struct subject {
    enum subject_kind kind;
    gsay_str          text; /* as written */
};

/* The first mention that begins at a token or behind it. */
static size_t first_from(const gsay_quote_scan *quotes, uint32_t at)
{
    size_t low = 0;
    size_t high = quotes->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (quotes->items[middle].begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The name that starts at a token, with its title: "Senator Ruth Adeyemi". NULL when there is none. */
static const gsay_mention *name_at(const gsay_quote_scan *quotes, uint32_t at)
{
    size_t i = first_from(quotes, at);
    if (i == quotes->count || quotes->items[i].value.kind != GSAY_KIND_NAME)
        return NULL;
    return quotes->items[i].context <= at ? &quotes->items[i] : NULL;
}

/* The name that ends right before a token. NULL when there is none. */
static const gsay_mention *name_before(const gsay_quote_scan *quotes, uint32_t at)
{
    size_t i = first_from(quotes, at);
    if (i == 0 || quotes->items[i - 1].value.kind != GSAY_KIND_NAME)
        return NULL;
    return quotes->items[i - 1].end == at ? &quotes->items[i - 1] : NULL;
}

/* The text of the tokens [begin, end). */
static gsay_str text_of(const gsay_scan *scan, uint32_t begin, uint32_t end)
{
    gsay_span span = { scan->text->tokens[begin].begin, scan->text->tokens[end - 1].end };
    return gsay_str_slice(scan->text->document->text, span);
}

/* Tell whether the token is he, she or they, who may be a speaker known by name. */
static bool is_person_pronoun(const gsay_scan *scan, uint32_t at)
{
    return gsay_scan_says(scan, at, GSAY_STR("he")) || gsay_scan_says(scan, at, GSAY_STR("she")) ||
           gsay_scan_says(scan, at, GSAY_STR("they"));
}

/* Tell whether the token is a word that may stand between a subject and its verb: "also", "has", "later". */
static bool is_between(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes content =
        GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(PRONOUN) | GSAY_WORD(DETERMINER);
    gsay_token token = gsay_scan_token(scan, at);
    if (token.kind != GSAY_TOKEN_WORD || token.flags & GSAY_TOKEN_CAPITAL)
        return false;
    return (gsay_scan_is(scan, at, GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY)) && !gsay_scan_is(scan, at, content)) ||
           gsay_str_ends(gsay_scan_word(scan, at)->folded, GSAY_STR("ly")) ||
           gsay_scan_says(scan, at, GSAY_STR("later"));
}

/* Tell whether a verb of speech stands at a token: not "so-called", nor a name. */
static bool is_speech(const gsay_scan *scan, uint32_t at)
{
    gsay_token token = gsay_scan_token(scan, at);
    bool       is_plain = !(token.flags & GSAY_TOKEN_CAPITAL) || token.flags & GSAY_TOKEN_FIRST;
    return token.kind == GSAY_TOKEN_WORD && is_plain && token.flags & GSAY_TOKEN_SPACED &&
           gsay_scan_is(scan, at, GSAY_WORD(SPEECH));
}

/* Tell whether the tokens [begin, end) may stand between what a person belongs to and the person: "Marholm police
 * spokesman", "the union's". */
static bool are_of_person(const gsay_scan *scan, uint32_t begin, uint32_t end)
{
    const gsay_word_classes others = GSAY_WORD(PREPOSITION) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(DETERMINER) |
                                     GSAY_WORD(PRONOUN) | GSAY_WORD(AUXILIARY) | GSAY_WORD(SPEECH);
    for (uint32_t i = begin; i < end; i++) {
        gsay_token token = gsay_scan_token(scan, i);
        bool       is_title_mark = token.kind == GSAY_TOKEN_PUNCT && token.mark == '.';
        if (!is_title_mark && (token.kind != GSAY_TOKEN_WORD || gsay_scan_is(scan, i, others) ||
                               gsay_str_ends(gsay_scan_word(scan, i)->folded, GSAY_STR("ing"))))
            return false;
    }
    return end - begin <= OFFICE_TOKENS_MAX;
}

/* Name the subject that fills the tokens [begin, end). */
static struct subject read_subject(const gsay_quote_scan *quotes, uint32_t begin, uint32_t end)
{
    const gsay_scan *scan = &quotes->scan;
    while (end > begin + 1 && is_between(scan, end - 1))
        end--;
    if (end <= begin)
        return (struct subject){ SUBJECT_NONE, GSAY_STR("") };
    const gsay_mention *name = name_before(quotes, end);
    bool                is_whole = name && name->context <= begin;
    if (is_whole || (name && name->value.as.name.type == GSAY_NAME_PERSON && are_of_person(scan, begin, name->begin)))
        return (struct subject){ SUBJECT_NAME, name->value.as.name.shown };
    if (end == begin + 1 && gsay_scan_is(scan, begin, GSAY_WORD(PRONOUN)))
        return (struct subject){ is_person_pronoun(scan, begin) ? SUBJECT_PRONOUN : SUBJECT_NONE, GSAY_STR("") };
    return (struct subject){ SUBJECT_OFFICE, text_of(scan, begin, end) };
}

/* The verb of speech that a subject at `at` has, over its appositions; NOTHING when there is none near. */
static uint32_t find_verb(const gsay_quote_scan *quotes, uint32_t at, uint32_t *subject_end)
{
    const gsay_scan *scan = &quotes->scan;
    for (uint32_t i = at; i < at + SUBJECT_TOKENS_MAX && i < scan->end; i++) {
        if (i > at && is_speech(scan, i)) {
            *subject_end = i;
            return i;
        }
        if (gsay_scan_token(scan, i).kind != GSAY_TOKEN_PUNCT || gsay_scan_marks(scan, i, '-') ||
            gsay_scan_marks(scan, i, '.'))
            continue;
        if (!gsay_scan_marks(scan, i, ',') || !name_before(quotes, i))
            return NOTHING;
        *subject_end = i;
        for (uint32_t j = i + 1; j < i + APPOSITION_TOKENS_MAX && j < scan->end; j++)
            if (gsay_scan_marks(scan, j, ',') && is_speech(scan, j + 1))
                return j + 1;
        return NOTHING;
    }
    return NOTHING;
}

/* The end of the office that begins behind a verb: "said the head of the union in Accra" ends before "in". */
static uint32_t end_of_office(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes ends =
        GSAY_WORD(AUXILIARY) | GSAY_WORD(CONJUNCTION) | GSAY_WORD(PRONOUN) | GSAY_WORD(WEEKDAY);
    for (uint32_t i = at; i < at + SUBJECT_TOKENS_MAX && i < scan->end; i++) {
        bool is_preposition = gsay_scan_is(scan, i, GSAY_WORD(PREPOSITION)) && !gsay_scan_says(scan, i, GSAY_STR("of"));
        if (gsay_scan_token(scan, i).kind != GSAY_TOKEN_WORD || is_preposition ||
            (i > at && gsay_scan_is(scan, i, ends)))
            return i;
    }
    return at;
}

/* The person whom a name right behind a verb only leads to: "said Marholm Police Sgt. Ruth Adeyemi"; the name itself
 * when it leads to none. */
static const gsay_mention *person_behind(const gsay_quote_scan *quotes, const gsay_mention *name)
{
    size_t next = (size_t)(name - quotes->items) + 1;
    if (name->value.as.name.type == GSAY_NAME_PERSON || next == quotes->count)
        return name;
    const gsay_mention *person = &quotes->items[next];
    bool is_person = person->value.kind == GSAY_KIND_NAME && person->value.as.name.type == GSAY_NAME_PERSON &&
                     person->end <= quotes->scan.end;
    return is_person && are_of_person(&quotes->scan, name->end, person->begin) ? person : name;
}

/* The subject that begins right behind a verb. */
static struct subject read_subject_behind(const gsay_quote_scan *quotes, uint32_t at)
{
    const gsay_scan    *scan = &quotes->scan;
    const gsay_mention *name = at < scan->end ? name_at(quotes, at) : NULL;
    if (name && name->end <= scan->end)
        return (struct subject){ SUBJECT_NAME, person_behind(quotes, name)->value.as.name.shown };
    if (is_person_pronoun(scan, at))
        return (struct subject){ SUBJECT_PRONOUN, GSAY_STR("") };
    if (!gsay_scan_is(scan, at, GSAY_WORD(DETERMINER)) && gsay_scan_is(scan, at, GSAY_WORD(STOP)))
        return (struct subject){ SUBJECT_NONE, GSAY_STR("") };
    uint32_t end = end_of_office(scan, at);
    return end > at ? (struct subject){ SUBJECT_OFFICE, text_of(scan, at, end) }
                    : (struct subject){ SUBJECT_NONE, GSAY_STR("") };
}

/* Tell whether one folded phrase ends with another at a word's begin. */
static bool ends_with_words(gsay_str text, gsay_str tail)
{
    return gsay_str_ends(text, tail) && (text.len == tail.len || text.ptr[text.len - tail.len - 1] == ' ');
}

/* The one person that holds an office as written; "" when none or several do. */
static gsay_str holder_of(gsay_quote_scan *quotes, gsay_str office)
{
    gsay_str folded = gsay_utf8_fold(quotes->scan.arena, office);
    gsay_str holder = GSAY_STR("");
    gsay_str family = GSAY_STR("");
    if (gsay_str_starts(folded, GSAY_STR("the ")))
        folded = gsay_str_slice(folded, (gsay_span){ 4, (uint32_t)folded.len });
    if (!folded.ptr || folded.len < 4)
        return holder;
    for (size_t i = 0; i < quotes->office_count; i++) {
        const gsay_office *held = &quotes->offices[i];
        if (!ends_with_words(held->title, folded) && !ends_with_words(folded, held->title))
            continue;
        if (family.len && !gsay_str_equal(family, held->family))
            return GSAY_STR("");
        family = held->family;
        holder = held->shown;
    }
    return holder;
}

/* Tell whether a sentence names an organisation so: no "he" is one. */
static bool is_organisation(const gsay_quote_scan *quotes, const gsay_sentence *sentence, gsay_str shown)
{
    size_t i = first_from(quotes, sentence->begin);
    for (size_t n = 0; n < SENTENCE_NAMES_MAX && i + n < quotes->count; n++) {
        const gsay_mention *name = &quotes->items[i + n];
        if (name->begin >= sentence->end)
            break;
        if (name->value.kind == GSAY_KIND_NAME && name->value.as.name.type == GSAY_NAME_ORG &&
            gsay_str_equal(name->value.as.name.shown, shown))
            return true;
    }
    return false;
}

/* The speaker of the last quotation that ends in a sentence. */
static gsay_str last_speaker_in(const gsay_quote_scan *quotes, const gsay_sentence *sentence)
{
    for (size_t i = 1; i <= BACK_QUOTES_MAX && i <= quotes->quote_count; i++) {
        const gsay_mention *quote = &quotes->quotes[quotes->quote_count - i];
        if (quote->end <= sentence->begin)
            break;
        if (quote->end <= sentence->end + 1 && quote->value.as.quote.speaker.len)
            return quote->value.as.quote.speaker;
    }
    return GSAY_STR("");
}

/* The persons of a sentence before a token. */
struct persons {
    gsay_str first; /* who the sentence begins with, behind a word like "However," at most; "" nobody */
    bool     others;
};

/* Tell whether a token stands in one of the last quotations. */
static bool is_quoted(const gsay_quote_scan *quotes, uint32_t at)
{
    for (size_t i = 1; i <= BACK_QUOTES_MAX && i <= quotes->quote_count; i++) {
        const gsay_mention *quote = &quotes->quotes[quotes->quote_count - i];
        if (quote->begin <= at)
            return at < quote->end;
    }
    return false;
}

/* Find the persons whom the sentence names before a token, in the words of its writer. */
static struct persons find_persons(const gsay_quote_scan *quotes, const gsay_sentence *sentence, uint32_t before)
{
    struct persons persons = { GSAY_STR(""), false };
    size_t         i = first_from(quotes, sentence->begin);
    for (size_t n = 0; n < SENTENCE_NAMES_MAX && i + n < quotes->count && quotes->items[i + n].begin < before; n++) {
        const gsay_mention *name = &quotes->items[i + n];
        if (name->begin >= sentence->end)
            break;
        if (name->value.kind != GSAY_KIND_NAME || name->value.as.name.type != GSAY_NAME_PERSON ||
            is_quoted(quotes, name->begin))
            continue;
        bool is_first = name->context <= sentence->begin + LEAD_TOKENS_MAX &&
                        !(name->context > 0 && gsay_token_word(quotes->scan.text, name->context - 1)->lexeme.classes &
                                                   GSAY_WORD(PREPOSITION));
        if (is_first && !persons.first.len)
            persons.first = name->value.as.name.shown;
        persons.others |= !is_first;
    }
    return persons;
}

/* Whom a pronoun stands for that stands at a token: who spoke last, or whom a sentence just before begins with. A
 * sentence that names only others leaves it open. */
static gsay_str resolve_pronoun(const gsay_quote_scan *quotes, uint32_t at)
{
    const gsay_text *text = quotes->scan.text;
    size_t           here = gsay_text_sentence_of(text, at);
    for (size_t back = 0; back <= BACK_SENTENCES_MAX && back <= here; back++) {
        const gsay_sentence *sentence = &text->sentences[here - back];
        gsay_str             speaker = back ? last_speaker_in(quotes, sentence) : GSAY_STR("");
        if (speaker.len)
            return is_organisation(quotes, sentence, speaker) ? GSAY_STR("") : speaker;
        struct persons persons = find_persons(quotes, sentence, back ? sentence->end : at);
        if (persons.first.len || (persons.others && back))
            return persons.first;
    }
    return GSAY_STR("");
}

/* Write down a subject as the speaker. at: the opening mark. */
static void settle(gsay_quote_scan *quotes, struct subject subject, uint32_t at, gsay_quote *quote)
{
    gsay_str person = GSAY_STR("");
    if (subject.kind == SUBJECT_PRONOUN)
        person = resolve_pronoun(quotes, at);
    if (subject.kind == SUBJECT_OFFICE)
        person = holder_of(quotes, subject.text);
    quote->speaker = person.len ? person : subject.text;
}

/* Look behind the closing mark. Returns whether a cue stands there. */
static bool look_behind(gsay_quote_scan *quotes, const gsay_quote_place *place, gsay_quote *quote)
{
    gsay_scan *scan = &quotes->scan;
    uint32_t   at = place->close + 1;
    uint32_t   subject_end = at;
    if (gsay_scan_marks(scan, at, ','))
        at++;
    if (at >= scan->end)
        return false;
    if (is_speech(scan, at)) {
        quote->cue = gsay_scan_word(scan, at)->folded;
        settle(quotes, read_subject_behind(quotes, at + 1), place->open, quote);
        return true;
    }
    if (gsay_scan_says(scan, at, GSAY_STR("according")) && gsay_scan_says(scan, at + 1, GSAY_STR("to"))) {
        quote->cue = GSAY_STR("according to");
        settle(quotes, read_subject_behind(quotes, at + 2), place->open, quote);
        return true;
    }
    uint32_t verb = find_verb(quotes, at, &subject_end);
    if (verb == NOTHING || gsay_scan_is(scan, at, GSAY_WORD(CONJUNCTION) | GSAY_WORD(PREPOSITION)))
        return false;
    quote->cue = gsay_scan_word(scan, verb)->folded;
    settle(quotes, read_subject(quotes, at, subject_end), place->open, quote);
    return true;
}

/* The person named before an apposition that a comma right before a verb ends: "Ruth Adeyemi, who leads the union,
 * said". */
static struct subject read_over_apposition(const gsay_quote_scan *quotes, uint32_t verb)
{
    const gsay_scan *scan = &quotes->scan;
    for (uint32_t at = verb - 1; at > scan->begin && verb - at < APPOSITION_TOKENS_MAX; at--) {
        const gsay_mention *name = gsay_scan_marks(scan, at - 1, ',') ? name_before(quotes, at - 1) : NULL;
        if (name && name->value.as.name.type == GSAY_NAME_PERSON)
            return (struct subject){ SUBJECT_NAME, name->value.as.name.shown };
    }
    return (struct subject){ SUBJECT_NONE, GSAY_STR("") };
}

/* Where the words of an office or a pronoun before a verb begin; at itself when there are none. */
static uint32_t begin_of_office(const gsay_scan *scan, uint32_t at)
{
    const gsay_word_classes ends = GSAY_WORD(CONJUNCTION) | GSAY_WORD(PREPOSITION) | GSAY_WORD(AUXILIARY);
    for (uint32_t i = 0; i < SUBJECT_TOKENS_MAX && at > scan->begin; i++, at--) {
        if (gsay_scan_token(scan, at - 1).kind != GSAY_TOKEN_WORD || gsay_scan_is(scan, at - 1, ends))
            break;
        if (gsay_scan_is(scan, at - 1, GSAY_WORD(PRONOUN) | GSAY_WORD(DETERMINER)))
            return at - 1;
    }
    return at;
}

/* The subject that ends right before a verb, or that a verb at the sentence's begin has behind it. */
static struct subject read_subject_before(const gsay_quote_scan *quotes, uint32_t verb)
{
    const gsay_scan *scan = &quotes->scan;
    uint32_t         at = verb;
    if (verb == scan->begin)
        return read_subject_behind(quotes, verb + 1);
    if (gsay_scan_marks(scan, verb - 1, ','))
        return read_over_apposition(quotes, verb);
    while (at > scan->begin && is_between(scan, at - 1))
        at--;
    const gsay_mention *name = name_before(quotes, at);
    if (name)
        return (struct subject){ SUBJECT_NAME, name->value.as.name.shown };
    uint32_t begin = begin_of_office(scan, at);
    return begin < at ? read_subject(quotes, begin, at) : (struct subject){ SUBJECT_NONE, GSAY_STR("") };
}

/* Look before the opening mark. Returns whether a cue stands there. */
static bool look_before(gsay_quote_scan *quotes, const gsay_quote_place *place, gsay_quote *quote)
{
    gsay_scan *scan = &quotes->scan;
    uint32_t   least = place->open > BACK_TOKENS_MAX ? place->open - BACK_TOKENS_MAX : 0;
    if (least < scan->begin)
        least = scan->begin;
    for (uint32_t at = place->open; at-- > least;) {
        if (gsay_scan_marks(scan, at, '"'))
            return false;
        if (!is_speech(scan, at))
            continue;
        quote->cue = gsay_scan_word(scan, at)->folded;
        settle(quotes, read_subject_before(quotes, at), place->open, quote);
        return true;
    }
    return false;
}

/* Tell whether the words before the closing mark are a whole sentence, so that nothing behind it speaks of who said
 * them. */
static bool is_complete(const gsay_scan *scan, const gsay_quote_place *place)
{
    gsay_token last = scan->text->tokens[place->close - 1];
    return last.mark == '.' && last.end - last.begin == 1;
}

/* Look at one sentence alone. */
static void look_at_sentence(gsay_quote_scan *quotes, uint32_t token)
{
    const gsay_text     *text = quotes->scan.text;
    const gsay_sentence *sentence = &text->sentences[gsay_text_sentence_of(text, token)];
    gsay_scan_enter(&quotes->scan, sentence->begin, sentence->end);
}

void gsay_quote_speaker_find(gsay_quote_scan *quotes, const gsay_quote_place *place, gsay_quote *quote)
{
    quote->speaker = quote->cue = GSAY_STR("");
    if (place->is_closed && !is_complete(&quotes->scan, place)) {
        look_at_sentence(quotes, place->close);
        if (look_behind(quotes, place, quote))
            return;
    }
    look_at_sentence(quotes, place->open);
    bool is_led =
        place->open > 0 && quotes->scan.begin == place->open && quotes->scan.text->tokens[place->open - 1].mark == ':';
    if (is_led)
        look_at_sentence(quotes, place->open - 1);
    look_before(quotes, place, quote);
}

void gsay_quote_offices_read(gsay_quote_scan *quotes)
{
    for (size_t i = 0; i < quotes->count && quotes->office_count < GSAY_OFFICES_MAX; i++) {
        const gsay_name *name = &quotes->items[i].value.as.name;
        if (quotes->items[i].value.kind != GSAY_KIND_NAME || name->type != GSAY_NAME_PERSON || !name->title.len)
            continue;
        size_t same = 0;
        while (same < quotes->office_count && !(gsay_str_equal(quotes->offices[same].title, name->title) &&
                                                gsay_str_equal(quotes->offices[same].family, name->family)))
            same++;
        if (same == quotes->office_count)
            quotes->offices[quotes->office_count++] = (gsay_office){ name->title, name->family, name->shown };
    }
}
