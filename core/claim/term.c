/* Terms: one walk over the tokens, in which the word or the sign at a token says what may begin there. */
#include "claim/term_reader.h"
#include "lexicon/variants.h"

#include <stdlib.h>

#define LABEL_MIN   4u /* letters of a word that numbers: "No. 5" is no "no five" */
#define DIGITS_MAX  3u /* of its number */
#define SPELLED_MAX 20 /* its highest number that texts write in words or in Roman numerals */
#define LETTERS_MAX 5u /* of an acronym that may have dots */

/* Add a term that takes tokens [begin, end). Its strings are copied where they have to be. */
void gsay_term_add(gsay_term_reader *reader, gsay_term term, uint32_t begin, uint32_t end)
{
    gsay_term *items =
        gsay_arena_extend(reader->arena, reader->terms.items, sizeof *items, reader->terms.count, &reader->capacity);
    if (!items) {
        reader->has_failed = true;
        return;
    }
    gsay_span span = { gsay_term_token(reader, begin)->begin, gsay_term_token(reader, end - 1)->end };
    reader->terms.items = items;
    term.span = gsay_document_place(reader->text->document, span);
    term.position = gsay_positions_next(&reader->lines, term.span.begin);
    term.sentence = reader->sentence;
    items[reader->terms.count++] = term;
}

gsay_str gsay_term_copy(gsay_term_reader *reader, gsay_str text)
{
    gsay_str result = gsay_arena_copy(reader->arena, text);
    reader->has_failed |= !result.ptr;
    return result;
}

/* A term whose key and form are copied. */
gsay_term gsay_term_make(gsay_term_reader *reader, gsay_term_kind kind, gsay_str key, gsay_str form)
{
    return (gsay_term){ .kind = kind, .key = gsay_term_copy(reader, key), .form = gsay_term_copy(reader, form) };
}

/* The name that a token is part of; NULL when there is none. */
static const gsay_mention *name_at(gsay_term_reader *reader, uint32_t at)
{
    const gsay_mentions *mentions = reader->mentions;
    while (reader->mention < mentions->count && (mentions->items[reader->mention].end <= at ||
                                                 mentions->items[reader->mention].value.kind != GSAY_KIND_NAME))
        reader->mention++;
    if (reader->mention == mentions->count || mentions->items[reader->mention].begin > at)
        return NULL;
    return &mentions->items[reader->mention];
}

/* Tell whether a token is part of a person's name, whose dots stand behind initials. */
static bool is_in_person(gsay_term_reader *reader, uint32_t at)
{
    const gsay_mention *name = name_at(reader, at);
    return name && name->value.as.name.type == GSAY_NAME_PERSON;
}

/* "Kyiv", "Kiev". A longer name is somebody's own: "Bank of Calcutta". Behind "Odessa" another place tells which one.
 */
static uint32_t read_exonym(gsay_term_reader *reader, uint32_t at)
{
    const gsay_mention *mention = name_at(reader, at);
    if (!mention || mention->begin != at || mention->end > reader->end)
        return 0;
    const gsay_name *name = &mention->value.as.name;
    gsay_str         key = gsay_exonym_find(name->form);
    if (!key.len && name->type == GSAY_NAME_PERSON)
        key = gsay_exonym_find(name->family);
    uint32_t next = mention->end + (gsay_term_is_mark(reader, mention->end, ',') ? 1 : 0);
    bool is_other = gsay_term_is_word(reader, next) && gsay_term_word(reader, next)->lexeme.classes & GSAY_WORD(PLACE);
    if (!key.len || (is_other && next > mention->end))
        return 0;
    gsay_term_add(reader,
                  gsay_term_make(reader, GSAY_TERM_PLACE, key, gsay_term_word(reader, mention->end - 1)->folded), at,
                  mention->end);
    return mention->end - at;
}

/* The value of a Roman numeral of capitals up to XX; 0 for what is none. */
static int64_t read_roman(gsay_str text)
{
    static const char *const romans[] = { "II",   "III", "IV", "VI",  "VII",  "VIII",  "IX",  "XI", "XII",
                                          "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX" };
    static const uint8_t     values[] = { 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 };
    for (size_t i = 0; i < sizeof romans / sizeof *romans; i++)
        if (gsay_str_equal(text, gsay_str_of(romans[i])))
            return values[i];
    return 0;
}

/* "U.S.", "a.m.": letters that a dot follows each. Returns how many tokens they take, 0 for no such word. */
static uint32_t read_dotted(gsay_term_reader *reader, uint32_t at)
{
    gsay_term_letters key = { .len = 0 };
    gsay_term_letters form = { .len = 0 };
    uint32_t          end = at;
    if (gsay_term_is_joined(reader, at) && at > 0 && gsay_term_token(reader, at - 1)->mark == '.')
        return 0; /* the end of a longer run */
    while (key.len <= LETTERS_MAX && gsay_term_is_word(reader, end) && gsay_term_word(reader, end)->folded.len == 1 &&
           (end == at || gsay_term_is_joined(reader, end)) && gsay_term_is_mark(reader, end + 1, '.')) {
        gsay_term_append(&key, gsay_term_word(reader, end)->folded);
        gsay_term_append(&form, gsay_term_word(reader, end)->folded);
        gsay_term_append(&form, GSAY_STR("."));
        end += 2;
    }
    if (key.len < 2 || key.len > LETTERS_MAX || is_in_person(reader, at))
        return 0;
    gsay_term_add(reader, gsay_term_make(reader, GSAY_TERM_DOTS, gsay_term_view(&key), gsay_term_view(&form)), at, end);
    return end - at;
}

/* Tell whether a folded word is what some texts write with dots although its letters are small. */
static bool is_small_acronym(const gsay_term_reader *reader, uint32_t at)
{
    gsay_str word = gsay_term_word(reader, at)->folded;
    if (gsay_str_equal(word, GSAY_STR("am")) || gsay_str_equal(word, GSAY_STR("pm")))
        return at > 0 && gsay_term_token(reader, at - 1)->kind == GSAY_TOKEN_DIGITS;
    return gsay_str_equal(word, GSAY_STR("eg")) || gsay_str_equal(word, GSAY_STR("ie"));
}

/* Tell whether a word is written onto a number or a currency sign: "$US5". */
static bool is_in_amount(const gsay_term_reader *reader, uint32_t at)
{
    bool is_sign = at > 0 && gsay_term_is_joined(reader, at) && gsay_term_token(reader, at - 1)->mark == '$';
    return is_sign ||
           (gsay_term_is_joined(reader, at + 1) && (gsay_term_token(reader, at + 1)->kind == GSAY_TOKEN_DIGITS ||
                                                    gsay_term_token(reader, at + 1)->mark == '$'));
}

/* "US", "am": the same without dots. */
static uint32_t read_undotted(gsay_term_reader *reader, uint32_t at)
{
    gsay_str word = gsay_term_word(reader, at)->folded;
    bool     is_upper = gsay_term_token(reader, at)->flags & GSAY_TOKEN_UPPER && !reader->is_loud &&
                    !read_roman(gsay_token_text(reader->text, at));
    if (word.len < 2 || word.len > LETTERS_MAX || !(is_upper || is_small_acronym(reader, at)) ||
        is_in_amount(reader, at) || is_in_person(reader, at))
        return 0;
    gsay_term_add(reader, (gsay_term){ .kind = GSAY_TERM_DOTS, .key = word, .form = word }, at, at + 1);
    return 1;
}

/* "Mr. Lee", "Mr Lee". */
static uint32_t read_title(gsay_term_reader *reader, uint32_t at)
{
    static const gsay_str titles[] = { { "dr", 2 }, { "mr", 2 }, { "mrs", 3 }, { "ms", 2 } };
    gsay_str              word = gsay_term_word(reader, at)->folded;
    bool                  is_dotted = gsay_term_is_mark(reader, at + 1, '.');
    uint32_t              next = at + 1 + is_dotted;
    if (!(gsay_term_token(reader, at)->flags & GSAY_TOKEN_CAPITAL) || !gsay_term_is_word(reader, next) ||
        gsay_term_is_joined(reader, next) || !(gsay_term_token(reader, next)->flags & GSAY_TOKEN_CAPITAL))
        return 0;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        gsay_term_letters form = { .len = 0 };
        if (!gsay_str_equal(word, titles[i]))
            continue;
        gsay_term_append(&form, word);
        gsay_term_append(&form, is_dotted ? GSAY_STR(".") : GSAY_STR(""));
        gsay_term_add(reader, gsay_term_make(reader, GSAY_TERM_DOTS, word, gsay_term_view(&form)), at, next);
        return next - at;
    }
    return 0;
}

/* What stands behind the number of a percentage. Signs in brackets and tables are nobody's running text. */
static void read_percent(gsay_term_reader *reader, uint32_t at)
{
    gsay_term term = { .kind = GSAY_TERM_PERCENT, .key = GSAY_STR("percent"), .form = GSAY_STR("%") };
    uint32_t  next = at + 1;
    uint32_t  end = next + 1;
    if (!reader->is_prose || reader->depth || next >= reader->end)
        return;
    if (gsay_term_is_word(reader, next)) {
        gsay_str word = gsay_term_word(reader, next)->folded;
        term.form = GSAY_STR("percent");
        if (gsay_str_equal(word, GSAY_STR("per")) && gsay_term_is_word(reader, end) &&
            gsay_str_equal(gsay_term_word(reader, end)->folded, GSAY_STR("cent"))) {
            term.form = GSAY_STR("per cent");
            end++;
        } else if (!gsay_str_equal(word, term.form))
            return;
    } else if (gsay_token_text(reader->text, next).ptr[0] != '%')
        return;
    gsay_term_add(reader, term, next, end);
}

/* The small integer that a numeral means; 0 for any other number. */
static int64_t spell_out(gsay_decimal number)
{
    bool is_small = number.exponent >= 0 && number.exponent <= 1 && number.coefficient <= SPELLED_MAX;
    return is_small ? number.coefficient * (number.exponent ? 10 : 1) : 0;
}

/* Tell whether something is written onto a number: "5.2", "5(a)", "5-8", "twenty-one". */
static bool goes_on(const gsay_term_reader *reader, uint32_t at)
{
    if (!gsay_term_is_joined(reader, at + 1))
        return false;
    char mark = gsay_term_token(reader, at + 1)->mark;
    return !mark || !strchr(".,;:!?)", mark) ||
           (gsay_term_is_joined(reader, at + 2) && !gsay_term_is_word(reader, at + 2) &&
            gsay_term_token(reader, at + 2)->kind == GSAY_TOKEN_DIGITS);
}

/* The number that a token says behind a label; 0 where it is none, or only part of one. */
static int64_t read_number(const gsay_term_reader *reader, uint32_t at)
{
    const gsay_token *token = gsay_term_token(reader, at);
    const gsay_word  *word = gsay_term_word(reader, at);
    gsay_str          text = gsay_token_text(reader->text, at);
    int64_t           number = 0;
    if (!(token->flags & GSAY_TOKEN_SPACED) || goes_on(reader, at))
        return 0;
    if (token->kind == GSAY_TOKEN_DIGITS && text.len <= DIGITS_MAX)
        for (size_t i = 0; i < text.len; i++)
            number = 10 * number + (text.ptr[i] - '0');
    else if (token->kind == GSAY_TOKEN_WORD && token->flags & GSAY_TOKEN_UPPER)
        number = read_roman(text);
    else if (token->kind == GSAY_TOKEN_WORD && word->lexeme.classes & GSAY_WORD(NUMERAL))
        number = spell_out(word->lexeme.number);
    return number > 0 && number <= SPELLED_MAX ? number : 0;
}

/* "Article 5", "Article Five". */
static uint32_t read_numbered(gsay_term_reader *reader, uint32_t at)
{
    gsay_str word = gsay_term_word(reader, at)->folded;
    bool     is_capital = gsay_term_token(reader, at)->flags & GSAY_TOKEN_CAPITAL;
    bool     is_label = word.len >= LABEL_MIN && gsay_term_word(reader, at)->lexeme.classes & GSAY_WORD(LABEL) &&
                    !gsay_str_starts(word, GSAY_STR("number"));
    if (!(is_label || (is_capital && gsay_str_equal(word, GSAY_STR("war")))) || at + 1 >= reader->end)
        return 0;
    int64_t number = read_number(reader, at + 1);
    if (!number || (!is_capital && gsay_str_equal(gsay_term_word(reader, at + 1)->folded, GSAY_STR("one"))))
        return 0;
    gsay_str          key = gsay_arena_format(reader->arena, "%.*s %d", GSAY_ARG(word), (int)number);
    gsay_term_letters form = { .len = 0 };
    gsay_term_append(&form, gsay_term_word(reader, at + 1)->folded);
    reader->has_failed |= !key.ptr;
    if (!reader->has_failed)
        gsay_term_add(reader, gsay_term_make(reader, GSAY_TERM_NUMBER, key, gsay_term_view(&form)), at, at + 2);
    return 2;
}

/* Read what begins at a word. Returns how many tokens it takes. */
static uint32_t read_at_word(gsay_term_reader *reader, uint32_t at)
{
    static uint32_t (*const readers[])(gsay_term_reader *, uint32_t) = { read_exonym, read_numbered, read_dotted,
                                                                         read_title, read_undotted };
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        uint32_t taken = readers[i](reader, at);
        if (taken)
            return taken;
    }
    return gsay_term_read_word(reader, at);
}

/* Move to the end of a quotation where one opens. */
static void follow_quotations(gsay_term_reader *reader, uint32_t at)
{
    const gsay_text *text = reader->text;
    for (; reader->quotation < text->quotation_count && text->quotations[reader->quotation].open <= at;
         reader->quotation++)
        if (text->quotations[reader->quotation].close > reader->quoted)
            reader->quoted = text->quotations[reader->quotation].close;
}

/* Prepare for a sentence. */
static void begin_sentence(gsay_term_reader *reader, uint32_t number)
{
    const gsay_sentence *sentence = &reader->text->sentences[number];
    gsay_block_kind      kind = reader->text->document->blocks[sentence->block].kind;
    reader->sentence = number;
    reader->end = sentence->end;
    reader->depth = 0;
    reader->is_prose = kind != GSAY_BLOCK_HEADING && kind != GSAY_BLOCK_TABLE_CELL;
    reader->is_loud = true;
    for (uint32_t at = sentence->begin; at < sentence->end && reader->is_loud; at++)
        reader->is_loud = !gsay_term_is_word(reader, at) || gsay_term_token(reader, at)->flags & GSAY_TOKEN_CAPITAL;
}

static void read_sentence(gsay_term_reader *reader, uint32_t number)
{
    begin_sentence(reader, number);
    for (uint32_t at = reader->text->sentences[number].begin, taken = 0; at < reader->end && !reader->has_failed;
         at += taken ? taken : 1) {
        const gsay_token *token = gsay_term_token(reader, at);
        follow_quotations(reader, at);
        taken = 0;
        reader->depth += token->mark == '(' || token->mark == '[';
        reader->depth -= reader->depth && (token->mark == ')' || token->mark == ']');
        if (at < reader->quoted)
            continue;
        if (token->kind == GSAY_TOKEN_DIGITS)
            read_percent(reader, at);
        else if (token->kind == GSAY_TOKEN_WORD)
            taken = read_at_word(reader, at);
    }
}

/* Make room for all words of a vocabulary. Returns false when memory is exhausted. */
static bool grow_memory(gsay_term_memory *memory, size_t count)
{
    if (memory->count >= count)
        return true;
    size_t   wanted = count + count / 2; /* vocabularies grow with each source */
    uint8_t *ways = realloc(memory->ways, wanted);
    if (!ways)
        return false;
    memset(ways + memory->count, 0, wanted - memory->count);
    *memory = (gsay_term_memory){ ways, wanted };
    return true;
}

void gsay_term_memory_clear(gsay_term_memory *memory)
{
    free(memory->ways);
    *memory = (gsay_term_memory){ 0 };
}

gsay_status gsay_terms_read_more(gsay_arena *arena, const gsay_mentions *mentions, gsay_term_memory *memory,
                                 gsay_terms *terms, gsay_error *err)
{
    const gsay_text    *text = mentions->text;
    const gsay_source  *source = &text->document->source;
    gsay_record_source *shared = GSAY_TAKE(arena, gsay_record_source, 1);
    gsay_term_reader    reader = {
           .arena = arena, .mentions = mentions, .text = text, .lines = gsay_positions_begin(source->input)
    };
    reader.has_failed = !shared || !grow_memory(memory, text->vocabulary->count);
    reader.ways = memory->ways;
    for (size_t i = 0; i < text->sentence_count && !reader.has_failed; i++)
        read_sentence(&reader, (uint32_t)i);
    if (reader.has_failed)
        return gsay_fail_memory(err);
    *shared = (gsay_record_source){ .input = source->input, .decoding = source->decoding };
    reader.terms.source = shared;
    *terms = reader.terms;
    return GSAY_OK;
}

gsay_status gsay_terms_read(gsay_arena *arena, const gsay_mentions *mentions, gsay_terms *terms, gsay_error *err)
{
    gsay_term_memory memory = { 0 };
    gsay_status      status = gsay_terms_read_more(arena, mentions, &memory, terms, err);
    gsay_term_memory_clear(&memory);
    return status;
}
