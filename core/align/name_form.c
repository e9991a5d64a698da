/* Words of names, gathered by form. Records come in order of source and offset, so counting shares the places out and
 * nothing is sorted. */
#include "align/name_form.h"

#include "base/utf8.h"

#define SIEVE_BITS 14u /* of the number of a bit in a sieve */

/* Forms under way: places in order of reading, forms by first meeting. */
struct reader {
    gsay_arena      *arena;
    gsay_intern     *texts;
    gsay_form       *forms; /* by number in texts */
    gsay_form_place *places;
    size_t           form_capacity;
    size_t           place_capacity;
    size_t           count; /* of places */
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
    gsay_form *forms = gsay_arena_grow(reader->arena, reader->forms, sizeof *forms, number, &reader->form_capacity);
    if (!forms || !plain.ptr)
        return GSAY_ENOMEM;
    reader->forms = forms;
    forms[number] = (gsay_form){ .text = text, .plain = plain };
    return GSAY_OK;
}

/* Add one word of a name, which is at least GSAY_FORM_LETTERS_MIN long. */
static gsay_status add_place(struct reader *reader, gsay_str shown, const gsay_form_place *place)
{
    char     room[GSAY_FORM_LETTERS_MAX];
    gsay_str text;
    uint32_t form = 0;
    uint32_t known = reader->texts->count;
    if (!fold_plain(shown, room, &text) && is_candidate(shown))
        text = gsay_utf8_fold(reader->arena, shown);
    if (text.len == 0)
        return text.ptr ? GSAY_OK : GSAY_ENOMEM;
    GSAY_TRY(gsay_intern_add(reader->texts, text, &form, NULL));
    if (form == known)
        GSAY_TRY(add_form(reader, form));
    gsay_form_place *places =
        gsay_arena_grow(reader->arena, reader->places, sizeof *places, reader->count, &reader->place_capacity);
    if (!places)
        return GSAY_ENOMEM;
    reader->places = places;
    places[reader->count] = *place;
    places[reader->count++].form = form;
    reader->forms[form].count++;
    return GSAY_OK;
}

/* Add the words of one name. */
static gsay_status add_name(struct reader *reader, const gsay_record *record, uint32_t source)
{
    gsay_str name = gsay_form_words(record);
    for (gsay_str word = word_from(name, 0); word.len;
         word = word_from(name, (size_t)(word.ptr + word.len - name.ptr))) {
        bool is_small = word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
        if (is_small || word.len < GSAY_FORM_LETTERS_MIN || (record->value.kind != GSAY_KIND_NAME && has_digit(word)))
            continue;
        gsay_form_place place = {
            .record = record, .source = source, .begin = (uint32_t)(word.ptr - name.ptr), .len = (uint32_t)word.len
        };
        GSAY_TRY(add_place(reader, word, &place));
    }
    return GSAY_OK;
}

/* Add the months and weekdays of a date. */
static gsay_status add_calendar(struct reader *reader, const gsay_record *record, uint32_t source)
{
    size_t first = reader->count;
    if (!record->value.as.temporal.month && !record->value.as.temporal.weekday)
        return GSAY_OK;
    GSAY_TRY(add_name(reader, record, source));
    for (size_t i = first; i < reader->count; i++)
        reader->forms[reader->places[i].form].is_calendar = true;
    return GSAY_OK;
}

/* Add the words of one record. */
static gsay_status add_record(struct reader *reader, const gsay_record *record, uint32_t source)
{
    switch (record->value.kind) {
    case GSAY_KIND_NAME:
    case GSAY_KIND_IDENTIFIER:
        return add_name(reader, record, source);
    case GSAY_KIND_DATE:
    case GSAY_KIND_TIME:
    case GSAY_KIND_SET:
        return add_calendar(reader, record, source);
    default:
        return GSAY_OK;
    }
}

/* Add the words of all names of all sources. */
static gsay_status add_all(struct reader *reader, const gsay_records *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++)
            GSAY_TRY(add_record(reader, &sources[i].items[j], (uint32_t)i));
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

/* Give each form its places. A name that holds a word twice is one place. Returns GSAY_OK or GSAY_ENOMEM. */
static gsay_status share_places(struct reader *reader, gsay_forms *forms)
{
    gsay_form_place **places = GSAY_TAKE(reader->arena, gsay_form_place *, forms->count);
    gsay_form_place  *room = GSAY_TAKE(reader->arena, gsay_form_place, reader->count);
    if (!places || !room)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < forms->count; i++) {
        gsay_form *form = &forms->items[i];
        form->places = places[i] = form->count ? room : NULL;
        room += form->count;
        form->count = 0;
    }
    for (size_t i = 0; i < reader->count; i++) {
        const gsay_form_place *place = &reader->places[i];
        gsay_form             *form = &forms->items[place->form];
        if (!form->places || (form->count && form->places[form->count - 1].record == place->record))
            continue;
        places[place->form][form->count++] = *place;
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
    GSAY_TRY(add_all(&reader, sources, count));
    leave_out(&reader, sources, count);
    forms->items = reader.forms;
    forms->count = forms->texts.count;
    return share_places(&reader, forms);
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
