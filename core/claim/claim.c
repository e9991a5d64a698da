/* Claims, value by value: the sentence's context once, then the clause around each value, then its time and its block.
 *
 * A claim is made of every value that alignment could compare. Values without a head or predicate keep an empty block,
 * and alignment leaves them alone. */
#include "claim/claim.h"

#include <stdlib.h>

#include "base/intern.h"
#include "claim/context.h"

#define GSAY_PART_TEXT(name, text) text,
static const char *const part_names[] = { GSAY_PARTS(GSAY_PART_TEXT) };
#undef GSAY_PART_TEXT

/* Names of dimensions in block keys. What is not listed goes by its unit code. */
static const char *const dimension_names[] = {
    [GSAY_DIMENSION_LENGTH] = "length",
    [GSAY_DIMENSION_AREA] = "area",
    [GSAY_DIMENSION_VOLUME] = "volume",
    [GSAY_DIMENSION_MASS] = "mass",
    [GSAY_DIMENSION_SPEED] = "speed",
    [GSAY_DIMENSION_TEMPERATURE] = "temperature",
    [GSAY_DIMENSION_TIME] = "duration",
    [GSAY_DIMENSION_DATA] = "data",
    [GSAY_DIMENSION_DATA_RATE] = "data rate",
    [GSAY_DIMENSION_ENERGY] = "energy",
    [GSAY_DIMENSION_POWER] = "power",
    [GSAY_DIMENSION_PRESSURE] = "pressure",
    [GSAY_DIMENSION_FREQUENCY] = "frequency",
    [GSAY_DIMENSION_VOLTAGE] = "voltage",
    [GSAY_DIMENSION_CURRENT] = "electric current",
    [GSAY_DIMENSION_FORCE] = "force",
    [GSAY_DIMENSION_ANGLE] = "angle",
    [GSAY_DIMENSION_CONCENTRATION] = "concentration",
    [GSAY_DIMENSION_PERCENT] = "percent",
    [GSAY_DIMENSION_POINT] = "points",
};

#define HASH_NAME_BYTES 9u /* of the name of a sentence's content */

/* The state of reading one source. */
struct walk {
    gsay_reading        reading;
    gsay_claims        *claims;
    gsay_context        context; /* of the sentence last met */
    uint32_t            sentence;
    bool                has_context;
    char                content[HASH_NAME_BYTES]; /* the name of its content; begins with 0 until asked for */
    size_t              first;                    /* mention that begins the sentence */
    size_t              first_claim;              /* claim that begins the sentence */
    const gsay_mention *quote;                    /* the last quotation met */
    const gsay_mention *quoted;                   /* the one whose speaker was kept last, */
    gsay_str            speaker;                  /* and that speaker */
};

/* A block key, "percent:territory". ptr NULL when memory is exhausted. */
static gsay_str join_block(gsay_arena *arena, gsay_str left, gsay_str right)
{
    char *text = GSAY_TAKE(arena, char, left.len + 1 + right.len);
    if (!text)
        return (gsay_str){ NULL, 0 };
    memcpy(text, left.ptr, left.len);
    text[left.len] = ':';
    memcpy(text + left.len + 1, right.ptr, right.len);
    return (gsay_str){ text, left.len + 1 + right.len };
}

const char *gsay_part_name(unsigned number)
{
    return number < GSAY_PART_COUNT ? part_names[number] : "";
}

gsay_str gsay_parts_name(gsay_arena *arena, gsay_parts parts)
{
    gsay_str names = GSAY_STR("");
    for (unsigned i = 0; i < GSAY_PART_COUNT && names.ptr; i++) {
        if (parts & (1u << i))
            names = gsay_arena_format(arena, "%.*s%s%s", GSAY_ARG(names), names.len ? " " : "", part_names[i]);
    }
    return names;
}

/* Values say something of something. A date that names no part of a date ("currently") only says when. */
static bool is_claimed(const gsay_value *value)
{
    static const bool says_nothing[GSAY_KIND_COUNT] = {
        [GSAY_KIND_NONE] = true, [GSAY_KIND_NAME] = true, [GSAY_KIND_QUOTE] = true, [GSAY_KIND_IDENTIFIER] = true
    };
    const gsay_temporal *date = &value->as.temporal;
    if (value->kind != GSAY_KIND_DATE)
        return !says_nothing[value->kind];
    return date->resolved_by != GSAY_RESOLVED_NOT || date->year || date->month || date->day || date->weekday;
}

static bool is_fraction(const gsay_value *value)
{
    if (value->kind != GSAY_KIND_NUMBER)
        return false;
    const gsay_number *number = &value->as.number;
    gsay_decimal       end = number->has_hi ? number->hi : number->lo;
    bool               is_whole = end.exponent >= 0 && end.divisor <= 1; /* most are, and need no comparison */
    return end.coefficient > 0 && !is_whole && gsay_decimal_compare(end, gsay_decimal_from(1)) < 0;
}

/* What a value measures, as the first word of its block. */
static gsay_str dimension_of(const gsay_value *value)
{
    unsigned dimension = value->kind == GSAY_KIND_QUANTITY ? value->as.number.dimension : GSAY_DIMENSION_NONE;
    switch (value->kind) {
    case GSAY_KIND_PERCENT:
        return gsay_str_equal(value->as.number.unit, GSAY_STR("pp")) ? GSAY_STR("points") : GSAY_STR("percent");
    case GSAY_KIND_NUMBER:
        return is_fraction(value) ? GSAY_STR("percent") : GSAY_STR("number");
    case GSAY_KIND_QUANTITY:
        if (dimension < sizeof(dimension_names) / sizeof(dimension_names[0]) && dimension_names[dimension])
            return gsay_str_of(dimension_names[dimension]);
        return value->as.number.unit;
    case GSAY_KIND_TIME:
        return GSAY_STR("date");
    default:
        return gsay_str_of(gsay_kind_name(value->kind));
    }
}

static bool is_date(gsay_kind kind)
{
    return kind == GSAY_KIND_DATE || kind == GSAY_KIND_TIME;
}

/* The name of the sentence's content, "#ff4da4df": its hash in eight hexadecimal digits. Spelled by hand: a third of
 * all claims have one, and vsnprintf was a third of the cost of a claim's block. */
static gsay_str name_content(struct walk *walk)
{
    char                *name = walk->content;
    const gsay_stem_set *content = &walk->context.content;
    uint64_t             hash = 0;
    for (uint32_t i = 0; i < content->count && !*name; i++)
        hash = gsay_hash_mix(hash, content->hashes[i]);
    for (size_t at = HASH_NAME_BYTES - 1; at > 0 && !*name; at--, hash >>= 4)
        name[at] = "0123456789abcdef"[hash & 0xF];
    name[0] = '#';
    return (gsay_str){ name, HASH_NAME_BYTES };
}

/* Where alignment looks: by head, dates and measures without a head by predicate. What has neither meets only its like
 * in a sentence of the same content. */
static gsay_str block_of(struct walk *walk, const gsay_value *value, const gsay_claim *claim)
{
    gsay_str topic = claim->head;
    if (is_date(value->kind) || value->kind == GSAY_KIND_SET || (topic.len == 0 && value->kind != GSAY_KIND_NUMBER))
        topic = claim->predicate;
    if (topic.len == 0)
        topic = name_content(walk);
    gsay_str block = join_block(walk->reading.arena, dimension_of(value), topic);
    if (block.ptr)
        return block;
    walk->reading.has_failed = true;
    return GSAY_STR("");
}

/* The time of day in a TIMEX3 value: "T02:09", "2025-02-12T14:00". Returns 1 + minutes, 0 when it has none. */
static int16_t clock_of(gsay_str timex)
{
    size_t at = 0;
    if (gsay_str_starts(timex, GSAY_STR("("))) /* a range of clock times has two */
        return 0;
    while (at < timex.len && timex.ptr[at] != 'T')
        at++;
    if (timex.len - at < 6 || timex.ptr[at + 3] != ':')
        return 0;
    int digits[4];
    for (size_t i = 0; i < 4; i++) {
        digits[i] = timex.ptr[at + 1 + i + (i > 1)] - '0';
        if (digits[i] < 0 || digits[i] > 9)
            return 0;
    }
    return (int16_t)(1 + (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]);
}

static void add_when(gsay_when *when, const gsay_temporal *date)
{
    int16_t clock = clock_of(date->timex);
    if (clock && !date->is_approx)
        when->clock = when->clock == 0 || when->clock == clock ? clock : 0;
    if (date->year && when->years[0] != date->year)
        when->years[when->years[0] != 0] = date->year;
    when->months |= (uint16_t)(date->month ? 1u << date->month : 0);
    when->days |= date->day && date->day < 32 ? 1u << date->day : 0;
    when->weekdays |= (uint8_t)(date->weekday ? 1u << date->weekday : 0);
}

/* The nearest other date of the sentence, and what all of them name. */
static void read_dates(const struct walk *walk, size_t index, gsay_claim *claim)
{
    const gsay_mentions *mentions = walk->reading.mentions;
    const gsay_mention  *value = &mentions->items[index];
    size_t               low = index - walk->first > GSAY_NEIGHBOURS_MAX ? index - GSAY_NEIGHBOURS_MAX : walk->first;
    size_t               behind = mentions->count - index - 1;
    const gsay_mention  *end = value + 1 + (behind < GSAY_NEIGHBOURS_MAX ? behind : GSAY_NEIGHBOURS_MAX);
    uint32_t             nearest = UINT32_MAX;
    for (const gsay_mention *other = &mentions->items[low]; other < end && other->sentence == value->sentence;
         other++) {
        if (!is_date(other->value.kind) || other == value)
            continue;
        const gsay_temporal *date = &other->value.as.temporal;
        add_when(&claim->when, date);
        uint32_t distance = other < value ? value->begin - other->end : other->begin - value->end;
        if (date->resolved_by == GSAY_RESOLVED_NOT || distance >= nearest)
            continue;
        nearest = distance;
        claim->time = date->days;
        claim->time_origin = GSAY_TIME_CLAUSE;
    }
}

/* The time of a claim: the nearest other date of its sentence, else the source's. */
static void read_time(const struct walk *walk, size_t index, gsay_claim *claim)
{
    const gsay_mentions *mentions = walk->reading.mentions;
    claim->time = (gsay_days){ GSAY_DAY_NONE, GSAY_DAY_NONE };
    if (walk->reading.kinds & (1u << GSAY_KIND_DATE | 1u << GSAY_KIND_TIME))
        read_dates(walk, index, claim);
    if (claim->time_origin == GSAY_TIME_UNKNOWN && mentions->dateline.day != GSAY_DAY_NONE) {
        claim->time = (gsay_days){ mentions->dateline.day, mentions->dateline.day + 1 };
        claim->time_origin = GSAY_TIME_DATELINE;
    }
}

/* Meet the sentence of a mention: remember where it begins, forget the context of the last one. */
static void enter_sentence(struct walk *walk, size_t index)
{
    walk->sentence = walk->reading.mentions->items[index].sentence;
    walk->has_context = false;
    walk->content[0] = '\0';
    walk->first = index;
    walk->first_claim = walk->claims->count;
}

/* Who says it: the speaker of the quotation that holds the value, else the one whom the sentence names. */
static gsay_str speaker_of(struct walk *walk, const gsay_mention *mention)
{
    const gsay_mention *quote = walk->quote;
    if (!quote || mention->text.begin < quote->text.begin || quote->text.end < mention->text.end)
        return walk->context.speaker;
    if (walk->quoted != quote) {
        walk->quoted = quote;
        walk->speaker = gsay_arena_copy(walk->reading.arena, quote->value.as.quote.speaker);
        walk->reading.has_failed = walk->reading.has_failed || !walk->speaker.ptr;
    }
    return walk->speaker;
}

static gsay_str word_beside(struct walk *walk, const gsay_sentence *sentence, uint32_t at, bool is_inside)
{
    return is_inside && at < sentence->end ? gsay_clause_stem(&walk->reading, at) : GSAY_STR("");
}

static void read_claim(struct walk *walk, size_t index, gsay_claim *claim)
{
    gsay_reading        *reading = &walk->reading;
    const gsay_mention  *mention = &reading->mentions->items[index];
    const gsay_sentence *sentence = &reading->text->sentences[mention->sentence];
    if (!walk->has_context) {
        gsay_reading_enter(reading, sentence, walk->first);
        walk->context = gsay_context_read(reading, mention->sentence, walk->first);
        walk->has_context = true;
    }
    gsay_clause clause = gsay_clause_around(reading, mention);
    *claim = (gsay_claim){
        .mention = (uint32_t)index, .head = GSAY_STR(""), .predicate = GSAY_STR(""), .subject = GSAY_STR("")
    };
    gsay_clause_head(&clause, claim);
    claim->parts = gsay_clause_parts(&clause);
    gsay_clause_mood(&clause, claim);
    read_time(walk, index, claim);
    claim->about = walk->context.about;
    claim->content = walk->context.content;
    claim->is_heading = walk->context.is_heading;
    claim->speaker = speaker_of(walk, mention);
    claim->before = word_beside(walk, sentence, clause.begin - 1, clause.begin > sentence->begin);
    claim->after = word_beside(walk, sentence, clause.end, true);
}

/* Percentages of one sentence are often of one whole that is named once: "raise the goal to 5% of output from the
 * current 2% target". */
static void inherit_heads(struct walk *walk)
{
    gsay_claims *claims = walk->claims;
    for (size_t i = walk->first_claim; i < claims->count; i++) {
        gsay_claim *claim = &claims->items[i];
        if (claim->head.len > 0 || claims->mentions->items[claim->mention].value.kind != GSAY_KIND_PERCENT)
            continue;
        size_t low = i - walk->first_claim > GSAY_NEIGHBOURS_MAX ? i - GSAY_NEIGHBOURS_MAX : walk->first_claim;
        for (size_t k = low; k < claims->count && k <= i + GSAY_NEIGHBOURS_MAX; k++) {
            const gsay_claim *other = &claims->items[k];
            if (other->head.len == 0 || claims->mentions->items[other->mention].value.kind != GSAY_KIND_PERCENT)
                continue;
            claim->head = other->head;
            claim->modifiers = other->modifiers;
            if (other->subject.len > 0)
                claim->subject = other->subject;
            break;
        }
    }
}

/* A hash of what a value says, however it is written. */
static uint32_t hash_value(const gsay_value *value)
{
    uint64_t hash = (uint64_t)value->kind;
    if (gsay_kind_is_number(value->kind)) {
        const gsay_number *number = &value->as.number;
        hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)number->lo.coefficient), (uint64_t)number->lo.exponent);
        hash = gsay_hash_mix(gsay_hash_mix(hash, (uint64_t)number->hi.coefficient), (uint64_t)number->hi.exponent);
        return (uint32_t)gsay_hash_mix(hash, gsay_hash(number->unit));
    }
    const gsay_temporal *date = &value->as.temporal;
    hash = gsay_hash_mix(hash, gsay_hash(date->timex));
    return (uint32_t)gsay_hash_mix(hash, (uint64_t)date->month << 16 | (uint64_t)date->day << 8 | date->weekday);
}

/* Sums do not depend on the order of values, so each claim's others are the sentence's sum without its own: 0 for one
 * that is alone. */
static void hash_others(struct walk *walk)
{
    gsay_claims *claims = walk->claims;
    uint32_t     sum = 0;
    for (size_t i = walk->first_claim; i < claims->count; i++) {
        claims->items[i].others = hash_value(&claims->mentions->items[claims->items[i].mention].value);
        sum += claims->items[i].others;
    }
    for (size_t i = walk->first_claim; i < claims->count; i++)
        claims->items[i].others = sum - claims->items[i].others;
}

/* "170 people in the province and dozens more abroad": what others are counted beside is a part, too. */
static void share_parts(struct walk *walk)
{
    gsay_claims *claims = walk->claims;
    for (size_t i = walk->first_claim + 1; i < claims->count; i++) {
        const gsay_claim *more = &claims->items[i];
        gsay_claim       *before = &claims->items[i - 1];
        bool              is_counted = claims->mentions->items[before->mention].value.kind == GSAY_KIND_NUMBER &&
                          claims->mentions->items[more->mention].value.kind == GSAY_KIND_NUMBER;
        if (is_counted && (more->parts & GSAY_PART(PART)) && before->parts == GSAY_PART(LEVEL) &&
            gsay_str_equal(more->predicate, before->predicate))
            before->parts = GSAY_PART(PART);
    }
}

static void end_sentence(struct walk *walk)
{
    gsay_claims *claims = walk->claims;
    if (claims->count > walk->first_claim + 1) {
        share_parts(walk);
        inherit_heads(walk);
        hash_others(walk);
    }
    for (size_t i = walk->first_claim; i < claims->count; i++) {
        gsay_claim *claim = &claims->items[i];
        /* "unemployment fell to 7%": what moves is what is measured, where no whole is named */
        if (claim->head.len == 0 && claims->mentions->items[claim->mention].value.kind == GSAY_KIND_PERCENT)
            claim->head = claim->subject;
        claim->block = block_of(walk, &claims->mentions->items[claim->mention].value, claim);
    }
}

/* What reading needs beside the text; the traits are on the heap, since the arena lasts longer than they do. Returns
 * false when memory is exhausted. */
static bool open_reading(gsay_reading *reading, gsay_arena *arena, const gsay_mentions *mentions)
{
    const gsay_vocabulary *vocabulary = mentions->text->vocabulary;
    *reading = (gsay_reading){ .mentions = mentions,
                               .text = mentions->text,
                               .arena = arena,
                               .traits = malloc((mentions->text->token_count + GSAY_WINDOW_TAIL) * sizeof(gsay_traits)),
                               .notes = gsay_vocabulary_notes(vocabulary, sizeof(gsay_word_note *)) };
    reading->none = (gsay_word_note){ .stem = GSAY_STR(""), .noun = GSAY_STR("") };
    return reading->traits && reading->notes;
}

static size_t count_claims(const gsay_mentions *mentions)
{
    size_t count = 0;
    for (size_t i = 0; i < mentions->count; i++)
        count += is_claimed(&mentions->items[i].value);
    return count;
}

/* "41 / 2 months", "2, 129 points": what is left of a number that was cut in two says nothing. */
static bool is_fragment(const gsay_text *text, const gsay_mention *mention)
{
    bool is_number = gsay_kind_is_number(mention->value.kind) || mention->value.kind == GSAY_KIND_DURATION;
    if (mention->begin < 2 || !is_number)
        return false;
    const gsay_token *tokens = text->tokens + mention->begin;
    if (tokens[-1].kind != GSAY_TOKEN_PUNCT || tokens[-2].kind != GSAY_TOKEN_DIGITS ||
        tokens[0].kind != GSAY_TOKEN_DIGITS)
        return false;
    bool is_group =
        tokens[-1].mark == ',' && tokens[0].end - tokens[0].begin == 3 && !(tokens[-1].flags & GSAY_TOKEN_SPACED);
    return is_group || tokens[-1].mark == '/';
}

static bool is_in_dateline(const gsay_mentions *mentions, const gsay_mention *mention)
{
    return mention->begin < mentions->dateline.token_end && mentions->dateline.token_begin < mention->end;
}

static void walk_mentions(struct walk *walk, const gsay_mentions *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        const gsay_mention *mention = &mentions->items[i];
        if (i == 0 || mention->sentence != walk->sentence) {
            end_sentence(walk);
            enter_sentence(walk, i);
        }
        if (mention->value.kind == GSAY_KIND_QUOTE)
            walk->quote = mention;
        if (is_claimed(&mention->value) && !is_in_dateline(mentions, mention) && !is_fragment(mentions->text, mention))
            read_claim(walk, i, &walk->claims->items[walk->claims->count++]);
    }
    end_sentence(walk);
}

gsay_status gsay_claims_read(gsay_arena *arena, const gsay_mentions *mentions, gsay_claims *claims, gsay_error *err)
{
    gsay_claims result = { .mentions = mentions, .items = GSAY_TAKE(arena, gsay_claim, count_claims(mentions)) };
    struct walk walk = { .claims = &result };
    bool        has_failed = !open_reading(&walk.reading, arena, mentions) || !result.items;
    if (!has_failed && mentions->count > 0) {
        walk_mentions(&walk, mentions);
        has_failed = walk.reading.has_failed;
    }
    free(walk.reading.traits);
    if (has_failed)
        return gsay_fail_memory(err);
    *claims = result;
    return GSAY_OK;
}
