/* The context of a sentence, read once for all of its values. */
#include "claim/context.h"

#define ABOUT_MAX      24u  /* names of one sentence */
#define SHORT_CONTENT  6u   /* a sentence with less content also speaks of what the one before it named */
#define SPEAKER_TOKENS 4u   /* between a verb of speech and its speaker */
#define NOUN_TOKENS    3u   /* from a determiner to its noun */
#define SPEECH_TOKENS  200u /* of a sentence that are searched for a verb of speech */

#define CITES (GSAY_TRAIT(SPEECH) | GSAY_TRAIT(ACCORDING)) /* brings in a speaker */

/* The name under which a mention of a name is one of `about`: a person's family name, else the form. */
static gsay_str own_name(const gsay_name *name)
{
    return name->type == GSAY_NAME_PERSON && name->family.len > 0 ? name->family : name->form;
}

/* The same name where it lasts as long as the claims: the vocabulary's word where it is one word, else a copy. */
static gsay_str keep_name(gsay_reading *reading, const gsay_mention *mention)
{
    gsay_str name = own_name(&mention->value.as.name);
    gsay_str word = gsay_token_word(reading->text, mention->end - 1)->folded;
    if (gsay_str_equal(name, word))
        return word;
    gsay_str copy = gsay_arena_copy(reading->arena, name);
    if (copy.ptr)
        return copy;
    reading->has_failed = true;
    return GSAY_STR("");
}

/* Put a hash into a rising array without repetition. Sentences are short: the array is walked. A zero stands before it,
 * and ends the walk. */
static uint32_t add_hash(uint32_t *hashes, uint32_t count, uint32_t hash)
{
    uint32_t *place = hashes + count;
    for (; place[-1] > hash; place--)
        *place = place[-1];
    if (place == hashes || place[-1] != hash) {
        *place = hash;
        return count + 1;
    }
    memmove(place, place + 1, (size_t)(hashes + count - place) * sizeof(*hashes)); /* seldom: close the gap again */
    return count;
}

static gsay_stem_set read_content(gsay_reading *reading)
{
    gsay_stem_set set = { NULL, 0 };
    uint32_t      words = reading->hash_count;
    if (words > GSAY_CONTENT_MAX)
        return set;
    uint32_t *hashes = GSAY_TAKE(reading->arena, uint32_t, words + 1);
    if (!hashes) {
        reading->has_failed = true;
        return set;
    }
    *hashes = 0;
    set.hashes = hashes + 1;
    for (uint32_t i = 0; i < words; i++)
        set.count = add_hash(set.hashes, set.count, reading->hashes[i]);
    return set;
}

/* Names in order and without repetition. */
struct name_list {
    gsay_str items[ABOUT_MAX];
    uint32_t count;
    uint32_t met; /* mentions, with repetition */
};

static void add_name(gsay_reading *reading, const gsay_mention *mention, struct name_list *names)
{
    gsay_str name = own_name(&mention->value.as.name);
    uint32_t at = names->count;
    while (at > 0 && gsay_str_compare(names->items[at - 1], name) > 0)
        at--;
    if (name.len == 0 || (at > 0 && gsay_str_equal(names->items[at - 1], name)))
        return;
    for (uint32_t i = names->count++; i > at; i--)
        names->items[i] = names->items[i - 1];
    names->items[at] = keep_name(reading, mention);
}

/* Collect the names of one sentence. first: index of its first mention, or beyond. */
static void collect_names(gsay_reading *reading, uint32_t sentence, size_t first, struct name_list *names)
{
    const gsay_mention *mention = reading->mentions->items + first;
    const gsay_mention *end = reading->mentions->items + reading->mentions->count;
    for (; mention < end && mention->sentence == sentence && names->met < ABOUT_MAX; mention++) {
        if (mention->value.kind != GSAY_KIND_NAME || mention->value.as.name.is_demonym)
            continue;
        add_name(reading, mention, names);
        names->met++;
    }
}

/* The index of the first mention of the sentence before; first when it has none. Bounded: a sentence of many mentions
 * is read in part. */
static size_t first_before(const gsay_reading *reading, uint32_t sentence, size_t first)
{
    const gsay_mention *items = reading->mentions->items;
    size_t              at = first;
    while (at > 0 && first - at < ABOUT_MAX && items[at - 1].sentence + 1 == sentence)
        at--;
    return at;
}

static bool in_one_block(const gsay_reading *reading, uint32_t sentence)
{
    const gsay_sentence *sentences = reading->text->sentences;
    return sentence > 0 && sentences[sentence - 1].block == sentences[sentence].block;
}

static gsay_str_set read_about(gsay_reading *reading, uint32_t sentence, size_t first, uint32_t content)
{
    struct name_list names;
    names.count = names.met = 0;
    collect_names(reading, sentence, first, &names);
    if (content < SHORT_CONTENT && in_one_block(reading, sentence))
        collect_names(reading, sentence - 1, first_before(reading, sentence, first), &names);
    gsay_str_set set = { GSAY_TAKE(reading->arena, gsay_str, names.count), names.count };
    if (!set.items) {
        reading->has_failed = true;
        return (gsay_str_set){ NULL, 0 };
    }
    memcpy(set.items, names.items, names.count * sizeof(*names.items));
    return set;
}

/* The name that holds a token. first: index of the sentence's first mention. */
static gsay_str name_at(gsay_reading *reading, uint32_t at, size_t first)
{
    const gsay_mentions *mentions = reading->mentions;
    for (size_t i = first; i < mentions->count && mentions->items[i].begin <= at; i++) {
        const gsay_mention *mention = &mentions->items[i];
        if (mention->value.kind == GSAY_KIND_NAME && at < mention->end)
            return keep_name(reading, mention);
    }
    return GSAY_STR("");
}

/* The name or noun at a token, as a speaker; "" for anything else. A noun must stand beside the verb, and be none that
 * is a verb as well: "the top score, adding 12 points". */
static gsay_str speaker_at(gsay_reading *reading, uint32_t at, size_t first, bool is_beside)
{
    gsay_traits traits = gsay_clause_traits(reading, at);
    if (traits & GSAY_TRAIT(NAME))
        return name_at(reading, at, first);
    const gsay_word *word = gsay_token_word(reading->text, at);
    bool             is_noun = (traits & GSAY_TRAIT(CONTENT)) && !(traits & GSAY_TRAIT(VALUE)) &&
                   !(word->lexeme.classes & GSAY_WORD(VERB)) && !gsay_str_ends(word->folded, GSAY_STR("ly"));
    return is_noun && is_beside ? word->folded : GSAY_STR("");
}

/* The nearest name or noun before a verb of speech, else behind it ("said Ivanov", "according to officials"). */
static gsay_str speaker_near(gsay_reading *reading, const gsay_sentence *sentence, size_t first, uint32_t verb,
                             bool is_behind)
{
    for (uint32_t i = 1; i <= SPEAKER_TOKENS; i++) {
        bool is_inside = is_behind ? verb + i < sentence->end : verb >= sentence->begin + i;
        if (!is_inside)
            break;
        gsay_str speaker = speaker_at(reading, is_behind ? verb + i : verb - i, first, i <= 1u + is_behind);
        if (speaker.len > 0)
            return speaker;
    }
    return GSAY_STR("");
}

/* Tell whether a word of speech may be a noun in the plural: "no immediate reports of damage". Tenses that no noun has
 * are verbs whatever stands before: "the ministry said". */
static bool is_determined(const gsay_reading *reading, const gsay_sentence *sentence, uint32_t at)
{
    if (!gsay_str_ends(gsay_token_word(reading->text, at)->folded, GSAY_STR("s")))
        return false;
    for (uint32_t i = 1; i <= NOUN_TOKENS && at >= sentence->begin + i; i++) {
        gsay_word_classes classes = gsay_token_word(reading->text, at - i)->lexeme.classes;
        if (classes & GSAY_WORD(DETERMINER))
            return true;
        if (classes & (GSAY_WORD(PREPOSITION) | GSAY_WORD(AUXILIARY)) ||
            !(reading->traits[at - i] & GSAY_TRAIT(CONTENT)))
            return false;
    }
    return false;
}

/* Tell whether a verb stands behind what was said and before who said it: "…, said Ivanov." */
static bool is_inverted(const gsay_reading *reading, const gsay_sentence *sentence, uint32_t verb)
{
    if (verb == sentence->begin || reading->text->tokens[verb - 1].mark != ',')
        return false;
    uint32_t at = verb + 1;
    while (at < sentence->end && reading->text->tokens[at].kind == GSAY_TOKEN_WORD)
        at++;
    return at > verb + 1 && (at >= sentence->end || at + 1 == sentence->end);
}

static gsay_str read_speaker(gsay_reading *reading, const gsay_sentence *sentence, size_t first)
{
    uint32_t end = sentence->end - sentence->begin > SPEECH_TOKENS ? sentence->begin + SPEECH_TOKENS : sentence->end;
    for (uint32_t i = sentence->begin; i < end; i++) {
        gsay_traits traits = reading->traits[i];
        if (traits & GSAY_TRAIT(ACCORDING))
            return speaker_near(reading, sentence, first, i, true);
        bool is_verb = (traits & GSAY_TRAIT(SPEECH)) && (traits & GSAY_TRAIT(VERB));
        if (!is_verb || is_determined(reading, sentence, i))
            continue;
        bool     is_behind = is_inverted(reading, sentence, i);
        gsay_str speaker = speaker_near(reading, sentence, first, i, is_behind);
        return speaker.len > 0 ? speaker : speaker_near(reading, sentence, first, i, !is_behind);
    }
    return GSAY_STR("");
}

gsay_context gsay_context_read(gsay_reading *reading, uint32_t sentence, size_t first)
{
    const gsay_sentence *tokens = &reading->text->sentences[sentence];
    gsay_context         context = { .content = read_content(reading), .speaker = GSAY_STR("") };
    context.about = read_about(reading, sentence, first, context.content.count);
    if (reading->met & CITES)
        context.speaker = read_speaker(reading, tokens, first);
    context.is_heading = reading->text->document->blocks[tokens->block].kind == GSAY_BLOCK_HEADING;
    return context;
}
