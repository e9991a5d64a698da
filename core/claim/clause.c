/* Clauses by their borders, words by their classes, noun phrases by order. */
#include "claim/clause.h"

const gsay_word *gsay_clause_word(const gsay_reading *reading, uint32_t at)
{
    const gsay_text *text = reading->text;
    if (at >= text->token_count || text->tokens[at].kind != GSAY_TOKEN_WORD)
        return &text->vocabulary->none;
    return gsay_token_word(text, at);
}

gsay_str gsay_clause_stem(gsay_reading *reading, uint32_t at)
{
    gsay_str stem = gsay_claim_stem(reading->arena, gsay_clause_word(reading, at));
    if (stem.ptr)
        return stem;
    reading->has_failed = true;
    return GSAY_STR("");
}

gsay_str gsay_clause_name(gsay_reading *reading, uint32_t at)
{
    gsay_str              stem = gsay_clause_stem(reading, at);
    const gsay_sense_row *row = gsay_sense_find(stem);
    return row && row->name.len > 0 ? row->name : stem;
}

gsay_senses gsay_clause_senses(gsay_reading *reading, uint32_t at)
{
    if (gsay_clause_word(reading, at)->folded.len == 0)
        return 0;
    const gsay_sense_row *row = gsay_sense_find(gsay_clause_stem(reading, at));
    return row ? row->senses : 0;
}

static bool has_class(const gsay_reading *reading, uint32_t at, gsay_word_classes classes)
{
    return (gsay_clause_word(reading, at)->lexeme.classes & classes) != 0;
}

static char mark_at(const gsay_reading *reading, uint32_t at)
{
    const gsay_text *text = reading->text;
    return at < text->token_count && text->tokens[at].kind == GSAY_TOKEN_PUNCT ? text->tokens[at].mark : 0;
}

bool gsay_clause_is_content(const gsay_reading *reading, uint32_t at)
{
    const gsay_word *word = gsay_clause_word(reading, at);
    return word->folded.len > 1 && !(word->lexeme.classes & (GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY))) &&
           !(reading->text->tokens[at].flags & GSAY_TOKEN_POSSESSIVE);
}

bool gsay_clause_is_value(const gsay_reading *reading, uint32_t at)
{
    uint32_t owner = at < reading->text->token_count ? reading->owners[at] : 0;
    return owner && reading->mentions->items[owner - 1].value.kind != GSAY_KIND_NAME;
}

bool gsay_clause_is_name(const gsay_reading *reading, uint32_t at)
{
    uint32_t owner = at < reading->text->token_count ? reading->owners[at] : 0;
    return owner && reading->mentions->items[owner - 1].value.kind == GSAY_KIND_NAME;
}

bool gsay_clause_says(const gsay_reading *reading, uint32_t at, gsay_str folded)
{
    return gsay_str_equal(gsay_clause_word(reading, at)->folded, folded);
}

/* A hyphen inside a compound: no space on either side. */
static bool is_joint(const gsay_reading *reading, uint32_t at)
{
    const gsay_token *tokens = reading->text->tokens;
    return mark_at(reading, at) == '-' && !(tokens[at].flags & GSAY_TOKEN_SPACED) &&
           at + 1 < reading->text->token_count && !(tokens[at + 1].flags & GSAY_TOKEN_SPACED);
}

bool gsay_clause_is_verb(const gsay_reading *reading, uint32_t at)
{
    if (!has_class(reading, at, GSAY_WORD(VERB)) || reading->owners[at])
        return false;
    const gsay_token *token = &reading->text->tokens[at];
    if ((token->flags & GSAY_TOKEN_CAPITAL) && !(token->flags & (GSAY_TOKEN_FIRST | GSAY_TOKEN_UPPER)))
        return false;
    if (is_joint(reading, at + 1) || (at > 0 && is_joint(reading, at - 1)))
        return false;
    if (at == 0 || (token->flags & GSAY_TOKEN_FIRST))
        return true;
    if (gsay_clause_says(reading, at - 1, GSAY_STR("to")))
        return true;
    return !has_class(reading, at - 1, GSAY_WORD(DETERMINER) | GSAY_WORD(PREPOSITION)) &&
           !(reading->text->tokens[at - 1].flags & GSAY_TOKEN_POSSESSIVE);
}

/* Marks and words that end a clause whatever stands beside them. A comma does not: "killed 24, and injured 30" is told
 * by its verbs. */
static bool is_border(const gsay_reading *reading, uint32_t at)
{
    const gsay_token *token = &reading->text->tokens[at];
    if (token->kind == GSAY_TOKEN_PUNCT)
        return token->mark && strchr(";:()[]\"?!", token->mark) != NULL;
    return has_class(reading, at, GSAY_WORD(CONJUNCTION)) && !gsay_clause_says(reading, at, GSAY_STR("and")) &&
           !gsay_clause_says(reading, at, GSAY_STR("or")) && !gsay_clause_says(reading, at, GSAY_STR("than"));
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
    clause.low = clause.begin;
    while (clause.low > low && !is_border(reading, clause.low - 1))
        clause.low--;
    clause.high = clause.end;
    while (clause.high < high && !is_border(reading, clause.high))
        clause.high++;
    return clause;
}

/* Tell whether a word looks like a plural noun: the regular ending, or one of the table's irregular ones. */
static bool is_plural_noun(gsay_reading *reading, uint32_t at)
{
    gsay_str folded = gsay_clause_word(reading, at)->folded;
    if (folded.len > 3 && gsay_str_ends(folded, GSAY_STR("s")) && !gsay_str_ends(folded, GSAY_STR("ss")))
        return true;
    return (gsay_clause_senses(reading, at) & GSAY_SENSE(HEAD)) != 0;
}

/* Tell whether a token goes on with a noun phrase at all. */
static bool is_phrase_word(const gsay_reading *reading, uint32_t at)
{
    if (gsay_clause_is_value(reading, at))
        return false;
    /* all of a name belongs to the phrase: "of the University of Lindau's students" */
    if (gsay_clause_is_name(reading, at))
        return true;
    return gsay_clause_is_content(reading, at) &&
           !has_class(reading, at, GSAY_WORD(CONJUNCTION) | GSAY_WORD(PREPOSITION));
}

/* Tell whether a word behind others of its phrase is no longer part of it: a verb behind a plural ("10 people venture
 * out"), or a participle with nothing behind it that it could describe ("of the vote counted"). */
static bool leaves_phrase(gsay_reading *reading, uint32_t at, uint32_t previous)
{
    /* what is wanted or allowed ends its phrase: "the 2% target set in May" */
    if (gsay_clause_senses(reading, previous) & (GSAY_SENSE(TARGET) | GSAY_SENSE(LIMIT)))
        return has_class(reading, at, GSAY_WORD(VERB));
    if (!gsay_clause_is_verb(reading, at))
        return false;
    if (is_plural_noun(reading, previous))
        return true;
    gsay_str folded = gsay_clause_word(reading, at)->folded;
    bool     is_participle = gsay_str_ends(folded, GSAY_STR("ed")) || gsay_str_ends(folded, GSAY_STR("ing"));
    return is_participle && !is_phrase_word(reading, at + 1);
}

static uint32_t skip_determiners(const gsay_reading *reading, uint32_t at, uint32_t high)
{
    while (at < high && has_class(reading, at, GSAY_WORD(DETERMINER)) && !gsay_clause_is_value(reading, at))
        at++;
    return at;
}

gsay_phrase gsay_clause_phrase(gsay_reading *reading, uint32_t at, uint32_t high, bool is_plural)
{
    at = skip_determiners(reading, at, high);
    gsay_phrase phrase = { .begin = at, .end = at, .head = GSAY_TOKEN_NONE };
    uint32_t    plural = GSAY_TOKEN_NONE;
    if (high - at > GSAY_PHRASE_TOKENS_MAX)
        high = at + GSAY_PHRASE_TOKENS_MAX;
    for (uint32_t i = at; i < high; i++) {
        bool is_mark = (reading->text->tokens[i].flags & GSAY_TOKEN_POSSESSIVE) || is_joint(reading, i);
        if (is_mark)
            continue;
        if (!is_phrase_word(reading, i) || (phrase.head != GSAY_TOKEN_NONE && leaves_phrase(reading, i, phrase.head)))
            break;
        phrase.head = i;
        phrase.end = i + 1;
        if (is_plural && is_plural_noun(reading, i))
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
        if (phrase.head != GSAY_TOKEN_NONE &&
            ((reading->text->tokens[i - 1].flags & GSAY_TOKEN_POSSESSIVE) || is_joint(reading, i - 1)))
            continue;
        if (!is_phrase_word(reading, i - 1))
            break;
        if (phrase.head == GSAY_TOKEN_NONE)
            phrase.head = i - 1;
        phrase.begin = i - 1;
    }
    return phrase;
}
