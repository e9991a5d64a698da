/* Words of names, gathered by form. A word as written is looked at once, when it is first met: whether it is compared
 * at all, and which form it is of. Records come in order of source and offset, so counting shares the places out and
 * nothing is sorted. */
#include "align/name_form.h"

#include "base/utf8.h"

/* Forms under way: places in order of reading, words and forms by first meeting. */
struct reader {
    gsay_arena      *arena;
    gsay_intern      words;   /* as written */
    gsay_intern      texts;   /* of forms */
    uint32_t        *form_of; /* by number in words: its form, GSAY_ID_NONE for one that is not compared */
    gsay_form       *forms;   /* by number in texts */
    gsay_form_place *places;
    size_t           word_capacity;
    size_t           form_capacity;
    size_t           place_capacity;
    size_t           count; /* of places */
};

/* Tell whether a word is worth being looked at: most are too short, or begin without a capital. */
static bool may_be_candidate(gsay_str shown)
{
    return shown.len >= GSAY_FORM_LETTERS_MIN && (shown.ptr[0] < 'a' || shown.ptr[0] > 'z');
}

/* Tell whether a word as written can be one that is compared: a capital, then letters not all of which are capitals,
 * and long enough. */
static bool is_candidate(gsay_str shown)
{
    bool   has_small = false;
    size_t letters = 0;
    for (size_t at = 0, length = 0; at < shown.len; at += length, letters++) {
        if (shown.ptr[at] >= 'a' && shown.ptr[at] <= 'z') {
            has_small = true;
            length = 1;
            continue;
        }
        gsay_char_class kind = gsay_utf8_class(gsay_utf8_decode(shown, at, &length));
        if ((letters == 0 && kind != GSAY_CHAR_UPPER) || (kind == GSAY_CHAR_OTHER && shown.ptr[at] != '\''))
            return false;
        has_small |= kind == GSAY_CHAR_LOWER;
    }
    return has_small && letters >= GSAY_FORM_LETTERS_MIN && letters <= GSAY_FORM_LETTERS_MAX;
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

/* Cut the next word off a name as written: at white space and hyphens. */
static gsay_str next_word(gsay_str *rest)
{
    size_t begin = 0;
    while (begin < rest->len && is_border(rest->ptr[begin]))
        begin++;
    size_t end = begin;
    while (end < rest->len && !is_border(rest->ptr[end]))
        end++;
    gsay_str word = { rest->ptr + begin, end - begin };
    *rest = (gsay_str){ rest->ptr + end, rest->len - end };
    return word;
}

/* Find the form of a word that may be compared; form stays what it is for one of another script: of these neither
 * endings nor neighbours are known here. */
static gsay_status find_form(struct reader *reader, gsay_str shown, uint32_t *form)
{
    gsay_str text = gsay_utf8_fold(reader->arena, shown);
    gsay_str plain = text.ptr && !is_ascii(text) ? gsay_utf8_fold_marks(reader->arena, text) : text;
    if (!plain.ptr)
        return GSAY_ENOMEM;
    if (!is_ascii(plain))
        return GSAY_OK;
    uint32_t count = reader->texts.count;
    GSAY_TRY(gsay_intern_add(&reader->texts, text, form, NULL));
    if (*form < count)
        return GSAY_OK;
    gsay_form *forms = gsay_arena_grow(reader->arena, reader->forms, sizeof *forms, count, &reader->form_capacity);
    if (!forms)
        return GSAY_ENOMEM;
    reader->forms = forms;
    forms[count] = (gsay_form){ .text = text, .plain = plain };
    return GSAY_OK;
}

/* Look at a word that was not met before. */
static gsay_status learn_word(struct reader *reader, gsay_str shown, uint32_t word)
{
    uint32_t *form_of = gsay_arena_grow(reader->arena, reader->form_of, sizeof *form_of, word, &reader->word_capacity);
    if (!form_of)
        return GSAY_ENOMEM;
    reader->form_of = form_of;
    form_of[word] = GSAY_ID_NONE;
    return is_candidate(shown) ? find_form(reader, shown, &form_of[word]) : GSAY_OK;
}

/* Add one word of a name. */
static gsay_status add_place(struct reader *reader, const gsay_form_place *place)
{
    uint32_t word = 0;
    uint32_t known = reader->words.count;
    GSAY_TRY(gsay_intern_add(&reader->words, place->shown, &word, NULL));
    if (word == known)
        GSAY_TRY(learn_word(reader, place->shown, word));
    uint32_t form = reader->form_of[word];
    if (form == GSAY_ID_NONE)
        return GSAY_OK;
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
    gsay_str rest = record->value.as.name.shown;
    gsay_str before = GSAY_STR("");
    gsay_str word = next_word(&rest);
    while (word.len) {
        gsay_str        after = next_word(&rest);
        gsay_form_place place = { .record = record, .shown = word, .before = before, .after = after, .source = source };
        if (may_be_candidate(word))
            GSAY_TRY(add_place(reader, &place));
        before = word;
        word = after;
    }
    return GSAY_OK;
}

/* Add the words of all names of all sources. */
static gsay_status add_all(struct reader *reader, const gsay_records *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].count; j++)
            if (sources[i].items[j].value.kind == GSAY_KIND_NAME)
                GSAY_TRY(add_name(reader, &sources[i].items[j], (uint32_t)i));
    return GSAY_OK;
}

/* Leave out the forms that some source writes without a capital. */
static void leave_out(struct reader *reader, const gsay_records *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sources[i].word_count; j++) {
            uint32_t form = gsay_intern_find(&reader->texts, sources[i].words[j]);
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
    struct reader reader = { .arena = arena };
    gsay_status   status = add_all(&reader, sources, count);
    *forms = (gsay_forms){ .sources = sources, .source_count = count };
    if (status == GSAY_OK) {
        leave_out(&reader, sources, count);
        forms->items = reader.forms;
        forms->count = reader.texts.count;
        status = share_places(&reader, forms);
    }
    gsay_intern_clear(&reader.words);
    gsay_intern_clear(&reader.texts);
    return status;
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
        for (size_t at = 0; at < forms->items[i].count; at = skip_source(&forms->items[i], at))
            forms->starts[forms->items[i].places[at].source + 2]++;
    for (size_t i = 2; i < forms->source_count + 2; i++)
        forms->starts[i] += forms->starts[i - 1];
    for (uint32_t i = 0; i < forms->count; i++)
        for (size_t at = 0; at < forms->items[i].count; at = skip_source(&forms->items[i], at))
            forms->by_source[forms->starts[forms->items[i].places[at].source + 1]++] = i;
    return GSAY_OK;
}
