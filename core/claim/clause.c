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

/* Marks that end a clause whatever stands beside them, and hyphens. A comma does not end one: "killed 24, and injured
 * 30" is told by its verbs. */
static gsay_traits mark_traits(const gsay_text *text, uint32_t at)
{
    switch (text->tokens[at].mark) {
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
    case '?':
    case '!':
        return GSAY_TRAIT(BORDER);
    case '-':
        return is_joint(text, at) ? GSAY_TRAIT(JOINT) : 0;
    default:
        return 0;
    }
}

/* What a token is by itself. */
static inline gsay_traits read_traits(gsay_reading *reading, uint32_t at)
{
    const gsay_token *token = &reading->text->tokens[at];
    if (token->kind != GSAY_TOKEN_WORD)
        return token->mark ? mark_traits(reading->text, at) : 0;
    gsay_traits traits = gsay_clause_note(reading, at)->traits;
    if (token->flags & GSAY_TOKEN_POSSESSIVE)
        return (traits & ~GSAY_TRAIT(CONTENT)) | GSAY_TRAIT(POSSESSIVE);
    return traits;
}

/* Tell whether nothing makes a word of the class a noun or a part of a name. before: the traits of the token before it.
 */
static bool is_verb(const gsay_text *text, uint32_t at, gsay_traits traits, gsay_traits before)
{
    uint8_t flags = text->tokens[at].flags;
    if ((traits & (GSAY_TRAIT(VALUE) | GSAY_TRAIT(NAME))) ||
        ((flags & GSAY_TOKEN_CAPITAL) && !(flags & (GSAY_TOKEN_FIRST | GSAY_TOKEN_UPPER))))
        return false;
    if ((before & GSAY_TRAIT(JOINT)) || is_joint(text, at + 1))
        return false;
    return (flags & GSAY_TOKEN_FIRST) || (before & GSAY_TRAIT(TO)) ||
           !(before & (GSAY_TRAIT(DETERMINER) | GSAY_TRAIT(PREPOSITION) | GSAY_TRAIT(POSSESSIVE)));
}

/* Mark the tokens of the values and names among the mentions from `first` on. */
static void mark_mentions(gsay_reading *reading, size_t first)
{
    const gsay_mentions *mentions = reading->mentions;
    for (size_t i = first; i < mentions->count && mentions->items[i].begin < reading->window_end; i++) {
        const gsay_mention *mention = &mentions->items[i];
        bool                is_name = mention->value.kind == GSAY_KIND_NAME;
        if (mention->value.kind == GSAY_KIND_QUOTE || (is_name && mention->value.as.name.is_demonym))
            continue;
        for (uint32_t at = mention->begin; at < mention->end && at < reading->window_end; at++)
            reading->traits[at] = is_name ? GSAY_TRAIT(NAME) : GSAY_TRAIT(VALUE);
    }
}

void gsay_reading_enter(gsay_reading *reading, const gsay_sentence *sentence, size_t first)
{
    size_t left = reading->text->token_count - sentence->end;
    reading->window_end = sentence->end + (left < GSAY_WINDOW_TAIL ? (uint32_t)left : GSAY_WINDOW_TAIL);
    memset(reading->traits + sentence->begin, 0, (reading->window_end - sentence->begin) * sizeof(*reading->traits));
    mark_mentions(reading, first);
    gsay_traits  before = sentence->begin > 0 ? read_traits(reading, sentence->begin - 1) : 0;
    gsay_traits *known = reading->traits;
    for (uint32_t at = sentence->begin, end = reading->window_end; at < end; at++) {
        gsay_traits traits = known[at] | read_traits(reading, at);
        if ((traits & GSAY_TRAIT(ACTS)) && is_verb(reading->text, at, traits, before))
            traits |= GSAY_TRAIT(VERB);
        before = known[at] = traits;
    }
}

/* Take the next token to the left or right into a clause. Returns false at a border. */
static bool take_in(gsay_clause *clause, uint32_t at)
{
    gsay_traits traits = gsay_clause_traits(clause->reading, at);
    if (traits & GSAY_TRAIT(BORDER))
        return false;
    clause->met |= traits;
    return true;
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
    for (uint32_t at = clause.begin; at < clause.end; at++)
        clause.met |= gsay_clause_traits(reading, at);
    clause.low = clause.begin;
    while (clause.low > low && take_in(&clause, clause.low - 1))
        clause.low--;
    clause.high = clause.end;
    while (clause.high < high && take_in(&clause, clause.high))
        clause.high++;
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
