/* Clauses by their borders, words by their classes, noun phrases by order. */
#include "claim/clause.h"

#include <string.h>

static const gsay_word *word_of(const gsay_reading *reading, uint32_t at)
{
    const gsay_text *text = reading->text;
    if (at >= text->token_count || text->tokens[at].kind != GSAY_TOKEN_WORD)
        return &text->vocabulary->none;
    return gsay_token_word(text, at);
}

gsay_word_note *gsay_clause_learn(gsay_reading *reading, uint32_t word)
{
    const gsay_vocabulary *vocabulary = reading->text->vocabulary;
    gsay_arena            *arena = &vocabulary->notes->arena;
    gsay_word_note        *note = GSAY_TAKE(arena, gsay_word_note, 1);
    if (note && gsay_word_note_read(arena, &vocabulary->words[word], word, note))
        return reading->notes[word] = note;
    reading->has_failed = true;
    return &reading->none;
}

gsay_str gsay_clause_stem(gsay_reading *reading, uint32_t at)
{
    return gsay_clause_note(reading, at)->stem;
}

gsay_str gsay_clause_name(gsay_reading *reading, uint32_t at)
{
    return gsay_word_note_name(gsay_clause_note(reading, at));
}

gsay_str gsay_clause_noun(gsay_reading *reading, uint32_t at)
{
    gsay_word_note *note = gsay_clause_note(reading, at);
    gsay_str        noun = gsay_word_note_noun(&reading->text->vocabulary->notes->arena, word_of(reading, at), note);
    if (noun.ptr)
        return noun;
    reading->has_failed = true;
    return GSAY_STR("");
}

/* A hyphen inside a compound: no space on either side. */
static inline bool is_joint(const gsay_text *text, uint32_t at)
{
    return at + 1 < text->token_count && text->tokens[at].mark == '-' &&
           !(text->tokens[at].flags & GSAY_TOKEN_SPACED) && !(text->tokens[at + 1].flags & GSAY_TOKEN_SPACED);
}

/* Marks that end a clause whatever stands beside them. A comma does not: "killed 24, and injured 30" is told by its
 * verbs. */
static const bool is_border_mark[128] = { [';'] = true, [':'] = true, ['('] = true, [')'] = true, ['['] = true,
                                          [']'] = true, ['"'] = true, ['?'] = true, ['!'] = true };

static inline gsay_traits mark_traits(const gsay_text *text, uint32_t at)
{
    unsigned char mark = (unsigned char)text->tokens[at].mark;
    if (mark == '-')
        return is_joint(text, at) ? GSAY_TRAIT(JOINT) : 0;
    return (gsay_traits)is_border_mark[mark & 127] << GSAY_TRAIT_NUMBER_BORDER;
}

/* Tell whether nothing makes a word of the class a noun or a part of a name. before: the traits of the token before it.
 */
static bool is_verb(const gsay_text *text, const gsay_token *token, gsay_traits traits, gsay_traits before)
{
    uint8_t flags = token->flags;
    if ((traits & (GSAY_TRAIT(VALUE) | GSAY_TRAIT(NAME))) ||
        ((flags & GSAY_TOKEN_CAPITAL) && !(flags & (GSAY_TOKEN_FIRST | GSAY_TOKEN_UPPER))))
        return false;
    if ((before & GSAY_TRAIT(JOINT)) || is_joint(text, (uint32_t)(token - text->tokens) + 1))
        return false;
    return (flags & GSAY_TOKEN_FIRST) || (before & GSAY_TRAIT(TO)) ||
           !(before & (GSAY_TRAIT(DETERMINER) | GSAY_TRAIT(PREPOSITION) | GSAY_TRAIT(POSSESSIVE)));
}

/* Mark the tokens of the values and names among the mentions from `first` on, and note which kinds there are. */
static void mark_mentions(gsay_reading *reading, size_t first)
{
    const gsay_mention *mention = reading->mentions->items + first;
    const gsay_mention *end = reading->mentions->items + reading->mentions->count;
    uint32_t            window_end = reading->window_end;
    unsigned            kinds = 0;
    for (; mention < end && mention->begin < window_end; mention++) {
        kinds |= 1u << mention->value.kind;
        bool is_name = mention->value.kind == GSAY_KIND_NAME;
        if (mention->value.kind == GSAY_KIND_QUOTE || (is_name && mention->value.as.name.is_demonym))
            continue;
        gsay_traits  mark = is_name ? GSAY_TRAIT(NAME) : GSAY_TRAIT(VALUE);
        gsay_traits *last = reading->traits + (mention->end < window_end ? mention->end : window_end);
        for (gsay_traits *traits = reading->traits + mention->begin; traits < last; traits++)
            *traits = mark;
    }
    reading->kinds = kinds;
}

/* What a word is where it stands, and its hash when it is content of the sentence. known: the traits of its mention;
 * before: those of the token before. */
static inline gsay_traits read_word(gsay_reading *reading, const gsay_token *token, gsay_traits known,
                                    gsay_traits before)
{
    const gsay_word_note *note = gsay_clause_note_of(reading, token->word);
    gsay_traits           traits = known | note->traits;
    if ((traits & GSAY_TRAIT(ACTS)) && is_verb(reading->text, token, traits, before))
        traits |= GSAY_TRAIT(VERB);
    if (token->flags & GSAY_TOKEN_POSSESSIVE)
        return (traits & ~GSAY_TRAIT(CONTENT)) | GSAY_TRAIT(POSSESSIVE);
    if ((traits & (GSAY_TRAIT(EVENT) | GSAY_TRAIT(VALUE))) == GSAY_TRAIT(EVENT)) {
        reading->hashes[reading->hash_count] = note->hash;
        reading->hash_count += reading->hash_count <= GSAY_CONTENT_MAX;
    }
    return traits;
}

/* Find the traits of the tokens in [begin, end), where those of mentions are known, and add to what the sentence has.
 * before: the traits of the token before. Returns those of the last. */
static gsay_traits read_traits(gsay_reading *reading, uint32_t begin, uint32_t end, gsay_traits before)
{
    const gsay_token *token = reading->text->tokens + begin, *last = reading->text->tokens + end;
    gsay_traits      *known = reading->traits + begin;
    gsay_traits       met = reading->met;
    for (; token < last; token++, known++) {
        gsay_traits traits = *known;
        if (token->kind == GSAY_TOKEN_WORD)
            traits = read_word(reading, token, traits, before);
        else
            traits |= mark_traits(reading->text, (uint32_t)(token - reading->text->tokens));
        met |= traits;
        before = *known = traits;
    }
    reading->met = met;
    return before;
}

/* The traits of the token before a sentence, where they tell whether its first word is a verb. */
static gsay_traits traits_before(gsay_reading *reading, const gsay_sentence *sentence)
{
    uint32_t begin = sentence->begin;
    if (begin == 0 || begin == sentence->end || !(gsay_clause_note(reading, begin)->traits & GSAY_TRAIT(ACTS)))
        return 0;
    reading->traits[begin - 1] = 0;
    return read_traits(reading, begin - 1, begin, 0);
}

/* Read the tokens behind a sentence, which add nothing to what the sentence has. last: the traits of its last token. */
static void read_tail(gsay_reading *reading, const gsay_sentence *sentence, gsay_traits last)
{
    gsay_traits met = reading->met;
    uint32_t    count = reading->hash_count;
    size_t      left = reading->text->token_count - sentence->end;
    read_traits(reading, sentence->end, left < GSAY_WINDOW_TAIL ? (uint32_t)left + sentence->end : reading->window_end,
                last);
    reading->met = met;
    reading->hash_count = count;
}

void gsay_reading_enter(gsay_reading *reading, const gsay_sentence *sentence, size_t first)
{
    gsay_traits before = traits_before(reading, sentence);
    reading->window_end = sentence->end + GSAY_WINDOW_TAIL;
    memset(reading->traits + sentence->begin, 0, (reading->window_end - sentence->begin) * sizeof(*reading->traits));
    mark_mentions(reading, first);
    reading->met = 0;
    reading->hash_count = 0;
    gsay_traits last = read_traits(reading, sentence->begin, sentence->end, before);
    /* behind a mark that is no part of a value nothing is asked for */
    if (last & ~(GSAY_TRAIT(BORDER) | GSAY_TRAIT(JOINT)))
        read_tail(reading, sentence, last);
    else
        memset(reading->traits + sentence->end, 0, GSAY_WINDOW_TAIL * sizeof(*reading->traits));
}

/* Spread a clause from its value to the nearest borders, at most to low and high. */
static void find_borders(gsay_clause *clause, uint32_t low, uint32_t high)
{
    const gsay_traits *traits = clause->reading->traits;
    const gsay_traits *left = traits + clause->begin, *right = traits + clause->end;
    while (left > traits + low && !(left[-1] & GSAY_TRAIT(BORDER)))
        left--;
    while (right < traits + high && !(*right & GSAY_TRAIT(BORDER)))
        right++;
    clause->low = (uint32_t)(left - traits);
    clause->high = (uint32_t)(right - traits);
}

gsay_clause gsay_clause_around(gsay_reading *reading, const gsay_mention *mention)
{
    const gsay_sentence *sentence = &reading->text->sentences[mention->sentence];
    gsay_clause clause = { .reading = reading, .mention = mention, .begin = mention->context, .end = mention->end };
    if (clause.begin > mention->begin || clause.begin < sentence->begin)
        clause.begin = mention->begin;
    uint32_t low = clause.begin - sentence->begin > GSAY_CLAUSE_TOKENS_MAX ? clause.begin - GSAY_CLAUSE_TOKENS_MAX
                                                                           : sentence->begin;
    uint32_t high = sentence->end > clause.end ? sentence->end : clause.end;
    if (high - clause.end > GSAY_CLAUSE_TOKENS_MAX)
        high = clause.end + GSAY_CLAUSE_TOKENS_MAX;
    clause.low = low;
    clause.high = high;
    if (reading->met & GSAY_TRAIT(BORDER))
        find_borders(&clause, low, high);
    return clause;
}

/* A plural noun: the regular ending, or one of the table's irregular ones. */
#define PLURAL_NOUN (GSAY_TRAIT(PLURAL) | GSAY_SENSE(HEAD))

/* Tell whether a token goes on with a noun phrase at all. */
static bool is_phrase_word(gsay_traits traits)
{
    if (traits & GSAY_TRAIT(VALUE))
        return false;
    /* all of a name belongs to the phrase: "of the University of Lindau's students" */
    if (traits & GSAY_TRAIT(NAME))
        return true;
    return (traits & GSAY_TRAIT(CONTENT)) && !(traits & (GSAY_TRAIT(CONJUNCTION) | GSAY_TRAIT(PREPOSITION)));
}

/* Tell whether a word behind others of its phrase is no longer part of it: a verb behind a plural ("10 people venture
 * out"), or a participle with nothing behind it that it could describe ("of the vote counted"). */
static bool leaves_phrase(gsay_reading *reading, uint32_t at, uint32_t previous)
{
    gsay_traits traits = gsay_clause_traits(reading, at), before = gsay_clause_traits(reading, previous);
    /* what is wanted or allowed ends its phrase: "the 2% target set in May" */
    if (before & (GSAY_SENSE(TARGET) | GSAY_SENSE(LIMIT)))
        return (traits & GSAY_TRAIT(ACTS)) != 0;
    if (!(traits & GSAY_TRAIT(VERB)))
        return false;
    if (before & PLURAL_NOUN)
        return true;
    return (traits & GSAY_TRAIT(PARTICIPLE)) && !is_phrase_word(gsay_clause_traits(reading, at + 1));
}

static uint32_t skip_determiners(gsay_reading *reading, uint32_t at, uint32_t high)
{
    while (at < high &&
           (gsay_clause_traits(reading, at) & (GSAY_TRAIT(DETERMINER) | GSAY_TRAIT(VALUE))) == GSAY_TRAIT(DETERMINER))
        at++;
    return at;
}

gsay_phrase gsay_clause_phrase(gsay_reading *reading, uint32_t at, uint32_t high, bool is_plural)
{
    at = skip_determiners(reading, at, high);
    gsay_phrase phrase = { .begin = at, .end = at, .head = GSAY_TOKEN_NONE };
    uint32_t    plural = GSAY_TOKEN_NONE;
    if (at < high && high - at > GSAY_PHRASE_TOKENS_MAX)
        high = at + GSAY_PHRASE_TOKENS_MAX;
    for (uint32_t i = at; i < high; i++) {
        gsay_traits traits = gsay_clause_traits(reading, i);
        if (traits & (GSAY_TRAIT(POSSESSIVE) | GSAY_TRAIT(JOINT)))
            continue;
        if (!is_phrase_word(traits) || (phrase.head != GSAY_TOKEN_NONE && leaves_phrase(reading, i, phrase.head)))
            break;
        phrase.head = i;
        phrase.end = i + 1;
        if (is_plural && (traits & PLURAL_NOUN))
            plural = i;
    }
    if (plural != GSAY_TOKEN_NONE) {
        phrase.head = plural;
        phrase.end = plural + 1;
    }
    return phrase;
}

gsay_phrase gsay_clause_phrase_before(gsay_reading *reading, uint32_t end, uint32_t low)
{
    gsay_phrase phrase = { .begin = end, .end = end, .head = GSAY_TOKEN_NONE };
    if (end - low > GSAY_PHRASE_TOKENS_MAX)
        low = end - GSAY_PHRASE_TOKENS_MAX;
    for (uint32_t i = end; i > low; i--) {
        gsay_traits traits = gsay_clause_traits(reading, i - 1);
        if (phrase.head != GSAY_TOKEN_NONE && (traits & (GSAY_TRAIT(POSSESSIVE) | GSAY_TRAIT(JOINT))))
            continue;
        if (!is_phrase_word(traits))
            break;
        if (phrase.head == GSAY_TOKEN_NONE)
            phrase.head = i - 1;
        phrase.begin = i - 1;
    }
    return phrase;
}
