/* Words of names, gathered by form. Most names stand in many places, so each is cut into words once. Records come in
 * order of source and offset, so counting shares the places out and nothing is sorted. */
#include "align/name_form.h"

#include "base/utf8.h"

#define SIEVE_BITS 14u /* of the number of a bit in a sieve */

/* One word of a distinct text. */
struct text_word {
    uint32_t form;
    uint32_t begin; /* of the word in the text */
    uint32_t len;
};

/* The words of a distinct text: [begin, end) of reader.words, no form twice. */
struct text_words {
    uint32_t begin;
    uint32_t end;
};

/* Distinct texts that are cut into words in one way. */
struct shelf {
    gsay_intern        texts;
    struct text_words *items; /* by number in texts */
    size_t             capacity;
};

/* Forms under way: forms and texts by first meeting. */
struct reader {
    gsay_arena       *arena;
    gsay_intern      *texts;
    gsay_form        *forms; /* by number in texts */
    struct text_word *words;
    uint32_t         *met; /* by record that has words, in order of reading: the number of its text on its shelf */
    size_t            form_capacity;
    size_t            word_capacity;
    size_t            met_capacity;
    size_t            word_count;
    size_t            met_count;
    size_t            place_count;
    struct shelf      names;
    struct shelf      others; /* identifiers and dates: their words with digits are left out */
};

/* Tell whether a word as written can be one that is compared: a capital, then letters not all of which are capitals,
 * and long enough. */
static bool is_candidate(gsay_str shown)
{
    bool   has_small = false;
    size_t letters = 0;
    for (size_t at = 0, length = 0; at < shown.len && letters <= GSAY_FORM_LETTERS_MAX; at += length, letters++) {
        gsay_char_class kind = gsay_utf8_class(gsay_utf8_decode(shown, at, &length));
        if ((letters == 0 && kind != GSAY_CHAR_UPPER) || (kind == GSAY_CHAR_OTHER && shown.ptr[at] != '\''))
            return false;
        has_small |= kind == GSAY_CHAR_LOWER;
    }
    return has_small && letters >= GSAY_FORM_LETTERS_MIN && letters <= GSAY_FORM_LETTERS_MAX;
}

/* is_candidate and folding in one for a word of ASCII letters, digits and apostrophes, which nearly all are: the bit
 * that makes a capital small is set in the others already. folded: its text, in room; len 0 for no candidate.
 * Returns false for a word that has other bytes. */
static bool fold_plain(gsay_str shown, char room[GSAY_FORM_LETTERS_MAX], gsay_str *folded)
{
    unsigned char letters = 0; /* the bits of all */
    *folded = (gsay_str){ room, 0 };
    if (shown.len > GSAY_FORM_LETTERS_MAX)
        return false;
    for (size_t i = 0; i < shown.len; i++) {
        unsigned char byte = (unsigned char)shown.ptr[i];
        unsigned char small = byte | 0x20;
        if (small >= 'a' && small <= 'z')
            letters |= byte;
        else if (byte != '\'' && (byte < '0' || byte > '9'))
            return false;
        room[i] = (char)small;
    }
    if (shown.ptr[0] >= 'A' && shown.ptr[0] <= 'Z' && letters & 0x20)
        folded->len = shown.len;
    return true;
}

/* Tell whether a text is ASCII. */
static bool is_ascii(gsay_str text)
{
    unsigned char bits = 0;
    for (size_t i = 0; i < text.len; i++)
        bits |= (unsigned char)text.ptr[i];
    return bits < 0x80;
}

/* Tell whether a byte parts the words of a name. */
static bool is_border(char byte)
{
    return byte == ' ' || byte == '-' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* Tell whether a word has a digit: in an identifier, a code that differs from the next one by design. */
static bool has_digit(gsay_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] >= '0' && word.ptr[i] <= '9')
            return true;
    return false;
}

/* The word of a name that begins at an offset or behind the borders there; "" at the end. */
static gsay_str word_from(gsay_str name, size_t begin)
{
    while (begin < name.len && is_border(name.ptr[begin]))
        begin++;
    size_t end = begin;
    while (end < name.len && !is_border(name.ptr[end]))
        end++;
    return (gsay_str){ name.ptr + begin, end - begin };
}

gsay_str gsay_form_before(const gsay_form_place *place)
{
    gsay_str name = gsay_form_words(place->record);
    size_t   end = place->begin;
    while (end > 0 && is_border(name.ptr[end - 1]))
        end--;
    size_t begin = end;
    while (begin > 0 && !is_border(name.ptr[begin - 1]))
        begin--;
    return (gsay_str){ name.ptr + begin, end - begin };
}

gsay_str gsay_form_after(const gsay_form_place *place)
{
    return word_from(gsay_form_words(place->record), place->begin + place->len);
}

/* Add a form that was not met before: the last one of the table. */
static gsay_status add_form(struct reader *reader, uint32_t number)
{
    gsay_str   text = gsay_intern_text(reader->texts, number);
    gsay_str   plain = is_ascii(text) ? text : gsay_utf8_fold_marks(reader->arena, text);
    gsay_form *forms = gsay_arena_extend(reader->arena, reader->forms, sizeof *forms, number, &reader->form_capacity);
    if (!forms || !plain.ptr)
        return GSAY_ENOMEM;
    reader->forms = forms;
    forms[number] = (gsay_form){ .text = text, .plain = plain };
    return GSAY_OK;
}

/* Find or add the form of a word as written, which is at least GSAY_FORM_LETTERS_MIN long. form: out, GSAY_ID_NONE for
 * a word that is not compared. */
static gsay_status find_form(struct reader *reader, gsay_str shown, uint32_t *form)
{
    char     room[GSAY_FORM_LETTERS_MAX];
    gsay_str text;
    uint32_t known = reader->texts->count;
    *form = GSAY_ID_NONE;
    if (!fold_plain(shown, room, &text) && is_candidate(shown))
        text = gsay_utf8_fold(reader->arena, shown);
    if (text.len == 0)
        return text.ptr ? GSAY_OK : GSAY_ENOMEM;
    GSAY_TRY(gsay_intern_add(reader->texts, text, form, NULL));
    return *form == known ? add_form(reader, known) : GSAY_OK;
}

/* Tell whether the words from the first on have a form. */
static bool has_form(const struct reader *reader, size_t first, uint32_t form)
{
    for (size_t i = first; i < reader->word_count; i++)
        if (reader->words[i].form == form)
            return true;
    return false;
}

/* Cut a text into words. A name that holds a word twice is one place of it. */
static gsay_status add_words(struct reader *reader, gsay_str text, bool is_name)
{
    size_t first = reader->word_count;
    for (gsay_str word = word_from(text, 0); word.len;
         word = word_from(text, (size_t)(word.ptr + word.len - text.ptr))) {
        bool     is_small = word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
        uint32_t form;
        if (is_small || word.len < GSAY_FORM_LETTERS_MIN || (!is_name && has_digit(word)))
            continue;
        GSAY_TRY(find_form(reader, word, &form));
        if (form == GSAY_ID_NONE || has_form(reader, first, form))
            continue;
        struct text_word *words =
            gsay_arena_extend(reader->arena, reader->words, sizeof *words, reader->word_count, &reader->word_capacity);
        if (!words)
            return GSAY_ENOMEM;
        reader->words = words;
        words[reader->word_count++] = (struct text_word){ form, (uint32_t)(word.ptr - text.ptr), (uint32_t)word.len };
    }
    return GSAY_OK;
}

/* Find or add a text on its shelf. number: out. */
static gsay_status add_text(struct reader *reader, gsay_str text, struct shelf *shelf, uint32_t *number)
{
    uint32_t known = shelf->texts.count;
    uint32_t begin = (uint32_t)reader->word_count;
    GSAY_TRY(gsay_intern_add(&shelf->texts, text, number, NULL));
    if (*number != known)
        return GSAY_OK;
    GSAY_TRY(add_words(reader, text, shelf == &reader->names));
    shelf->items = gsay_arena_extend(reader->arena, shelf->items, sizeof *shelf->items, known, &shelf->capacity);
    if (!shelf->items)
        return GSAY_ENOMEM;
    shelf->items[known] = (struct text_words){ begin, (uint32_t)reader->word_count };
    return GSAY_OK;
}

/* Tell whether a record has words that are compared: a name, an identifier, a month or a weekday. */
static bool has_words(const gsay_record *record)
{
    switch (record->value.kind) {
    case GSAY_KIND_NAME:
    case GSAY_KIND_IDENTIFIER:
        return true;
    case GSAY_KIND_DATE:
    case GSAY_KIND_TIME:
    case GSAY_KIND_SET:
        return record->value.as.temporal.month || record->value.as.temporal.weekday;
    default:
        return false;
    }
}

/* The shelf of a record's text. */
static struct shelf *shelf_of(struct reader *reader, const gsay_record *record)
{
    return record->value.kind == GSAY_KIND_NAME ? &reader->names : &reader->others;
}

/* Add the words of one record. */
static gsay_status add_record(struct reader *reader, const gsay_record *record)
{
    struct shelf *shelf = shelf_of(reader, record);
    uint32_t      number;
    GSAY_TRY(add_text(reader, gsay_form_words(record), shelf, &number));
    uint32_t *met =
        gsay_arena_extend(reader->arena, reader->met, sizeof *met, reader->met_count, &reader->met_capacity);
    if (!met)
        return GSAY_ENOMEM;
    reader->met = met;
    met[reader->met_count++] = number;
    bool is_calendar = record->value.kind != GSAY_KIND_NAME && record->value.kind != GSAY_KIND_IDENTIFIER;
    for (uint32_t i = shelf->items[number].begin; i < shelf->items[number].end; i++) {
        gsay_form *form = &reader->forms[reader->words[i].form];
        form->is_calendar |= is_calendar;
        form->count++;
        reader->place_count++;
    }
    return GSAY_OK;
}

/* Add the words of all names of all sources. */
static gsay_status add_all(struct reader *reader, const gsay_records *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++)
            if (has_words(&sources[i].items[j]))
                GSAY_TRY(add_record(reader, &sources[i].items[j]));
    return GSAY_OK;
}

/* Bits of texts: a text whose bit is not set is none of them. Asking costs a tenth of a look-up, and most words of a
 * source are in no name. */
struct sieve {
    uint64_t bits[(1u << SIEVE_BITS) / 64];
};

/* The bit of a text by its first and last four bytes; it has as many. */
static uint32_t bit_of(gsay_str text)
{
    uint32_t head = 0;
    uint32_t tail = 0;
    memcpy(&head, text.ptr, sizeof head);
    memcpy(&tail, text.ptr + text.len - sizeof tail, sizeof tail);
    return (head + tail * 31u) * 2654435761u >> (32 - SIEVE_BITS); /* Knuth's multiplicative hash */
}

/* Tell whether a text may be one of those whose bits are set. */
static bool may_hold(const struct sieve *sieve, gsay_str text)
{
    uint32_t bit = bit_of(text);
    return sieve->bits[bit / 64] >> bit % 64 & 1;
}

/* Leave out the forms that some source writes without a capital, and those of other scripts: of these neither endings
 * nor neighbours are known here. */
static void leave_out(struct reader *reader, const gsay_records *sources, size_t count)
{
    struct sieve sieve = { { 0 } };
    for (uint32_t i = 0; i < reader->texts->count; i++) {
        uint32_t bit = bit_of(reader->forms[i].text);
        sieve.bits[bit / 64] |= (uint64_t)1 << bit % 64;
        if (!is_ascii(reader->forms[i].plain))
            reader->forms[i].count = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].word_count; j++) {
            gsay_str word = sources[i].words[j];
            if (word.len < GSAY_FORM_LETTERS_MIN || !may_hold(&sieve, word))
                continue;
            uint32_t form = gsay_intern_find(reader->texts, word);
            if (form != GSAY_ID_NONE)
                reader->forms[form].count = 0;
        }
}

/* Give the forms of one record its place. places: by form, its room. */
static void share_record(struct reader *reader, const gsay_record *record, const struct text_words *words,
                         uint32_t source, gsay_form_place **places)
{
    for (uint32_t i = words->begin; i < words->end; i++) {
        const struct text_word *word = &reader->words[i];
        if (places[word->form])
            places[word->form][reader->forms[word->form].count++] =
                (gsay_form_place){ record, word->form, source, word->begin, word->len };
    }
}

/* Give each form its places. Returns GSAY_OK or GSAY_ENOMEM. */
static gsay_status share_places(struct reader *reader, const gsay_records *sources, size_t count)
{
    uint32_t          form_count = reader->texts->count;
    const uint32_t   *met = reader->met;
    gsay_form_place **places = GSAY_TAKE(reader->arena, gsay_form_place *, form_count);
    gsay_form_place  *room = GSAY_TAKE(reader->arena, gsay_form_place, reader->place_count);
    if (!places || !room)
        return GSAY_ENOMEM;
    for (uint32_t i = 0; i < form_count; i++) {
        gsay_form *form = &reader->forms[i];
        form->places = places[i] = form->count ? room : NULL;
        room += form->count;
        form->count = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++) {
            const gsay_record *record = &sources[i].items[j];
            if (has_words(record))
                share_record(reader, record, &shelf_of(reader, record)->items[*met++], (uint32_t)i, places);
        }
    return GSAY_OK;
}

/* The first place of a form that by_source lists; none of the calendar's. */
static size_t first_listed(const gsay_form *form)
{
    return form->is_calendar ? form->count : 0;
}

/* The first place of a form behind those in the source of one. */
static size_t skip_source(const gsay_form *form, size_t at)
{
    uint32_t source = form->places[at].source;
    while (at < form->count && form->places[at].source == source)
        at++;
    return at;
}

gsay_status gsay_forms_read(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_forms *forms)
{
    *forms = (gsay_forms){ .sources = sources, .source_count = count };
    struct reader reader = { .arena = arena, .texts = &forms->texts };
    gsay_status   status = add_all(&reader, sources, count);
    gsay_intern_clear(&reader.names.texts);
    gsay_intern_clear(&reader.others.texts);
    if (status != GSAY_OK)
        return status;
    leave_out(&reader, sources, count);
    forms->items = reader.forms;
    forms->count = forms->texts.count;
    return share_places(&reader, sources, count);
}

void gsay_forms_close(gsay_forms *forms)
{
    gsay_intern_clear(&forms->texts);
}

gsay_status gsay_forms_list_by_source(gsay_arena *arena, gsay_forms *forms)
{
    size_t room = 0;
    for (size_t i = 0; i < forms->count; i++)
        room += forms->items[i].count;
    forms->starts = GSAY_NEW(arena, size_t, forms->source_count + 2);
    forms->by_source = GSAY_TAKE(arena, uint32_t, room);
    if (!forms->starts || !forms->by_source)
        return GSAY_ENOMEM;
    for (uint32_t i = 0; i < forms->count; i++)
        for (size_t at = first_listed(&forms->items[i]); at < forms->items[i].count;
             at = skip_source(&forms->items[i], at))
            forms->starts[forms->items[i].places[at].source + 2]++;
    for (size_t i = 2; i < forms->source_count + 2; i++)
        forms->starts[i] += forms->starts[i - 1];
    for (uint32_t i = 0; i < forms->count; i++)
        for (size_t at = first_listed(&forms->items[i]); at < forms->items[i].count;
             at = skip_source(&forms->items[i], at))
            forms->by_source[forms->starts[forms->items[i].places[at].source + 1]++] = i;
    return GSAY_OK;
}
