/* Words of names, gathered and sorted. */
#include "align/name_form.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Forms under way: places in order of reading, forms by first meeting. */
struct reader {
    gsay_arena      *arena;
    gsay_intern      table;
    gsay_form_place *places;
    size_t           count;
    size_t           capacity;
};

/* Tell whether a word as written can be one that is compared: a capital, then letters not all of which are capitals,
 * and long enough. */
static bool is_candidate(gsay_str shown)
{
    bool   has_small = false;
    size_t letters = 0;
    /* Most words are too short, or begin without a capital: one look tells. */
    if (shown.len < GSAY_FORM_LETTERS_MIN || (shown.ptr[0] >= 'a' && shown.ptr[0] <= 'z'))
        return false;
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

/* Tell whether a form is Latin without its diacritics: of other scripts neither endings nor neighbours are known here.
 */
static bool is_latin(gsay_str plain)
{
    for (size_t i = 0; i < plain.len; i++)
        if ((unsigned char)plain.ptr[i] >= 0x80)
            return false;
    return true;
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

/* Add one word of a name. */
static gsay_status add_place(struct reader *reader, const gsay_form_place *place)
{
    gsay_form_place added = *place;
    gsay_str        folded = gsay_utf8_fold(reader->arena, place->shown);
    if (!folded.ptr)
        return GSAY_ENOMEM;
    GSAY_TRY(gsay_intern_add(&reader->table, folded, &added.form, NULL));
    gsay_form_place *places =
        gsay_arena_grow(reader->arena, reader->places, sizeof *places, reader->count, &reader->capacity);
    if (!places)
        return GSAY_ENOMEM;
    reader->places = places;
    places[reader->count++] = added;
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
        if (is_candidate(word))
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

/* Tell of each form whether it is left out: some source writes it without a capital, or it is of another script.
 * Returns the answers by number in the table, or NULL when memory is exhausted. */
static bool *find_left_out(struct reader *reader, const gsay_records *sources, size_t count)
{
    bool *is_out = GSAY_NEW(reader->arena, bool, reader->table.count);
    for (size_t i = 0; is_out && i < count; i++)
        for (size_t j = 0; j < sources[i].word_count; j++) {
            uint32_t id = gsay_intern_find(&reader->table, sources[i].words[j]);
            if (id != GSAY_ID_NONE)
                is_out[id] = true;
        }
    for (uint32_t id = 0; is_out && id < reader->table.count; id++) {
        gsay_str plain = gsay_utf8_fold_marks(reader->arena, gsay_intern_text(&reader->table, id));
        if (!plain.ptr)
            return NULL;
        is_out[id] = is_out[id] || !is_latin(plain);
    }
    return is_out;
}

/* Drop the places of forms that are left out. */
static gsay_status drop_left_out(struct reader *reader, const gsay_records *sources, size_t count)
{
    bool  *is_out = find_left_out(reader, sources, count);
    size_t kept = 0;
    if (!is_out)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < reader->count; i++)
        if (!is_out[reader->places[i].form])
            reader->places[kept++] = reader->places[i];
    reader->count = kept;
    return GSAY_OK;
}

/* A form's text with its number in the table, for sorting. */
struct named {
    gsay_str text;
    uint32_t id;
};

static int compare_named(const void *a, const void *b)
{
    return gsay_str_compare(((const struct named *)a)->text, ((const struct named *)b)->text);
}

static int compare_places(const void *a, const void *b)
{
    const gsay_form_place *left = a;
    const gsay_form_place *right = b;
    if (left->form != right->form)
        return left->form < right->form ? -1 : 1;
    if (left->source != right->source)
        return left->source < right->source ? -1 : 1;
    if (left->record->place.span.begin != right->record->place.span.begin)
        return left->record->place.span.begin < right->record->place.span.begin ? -1 : 1;
    /* Both stand in one name, whose text they borrow. */
    return (left->shown.ptr > right->shown.ptr) - (left->shown.ptr < right->shown.ptr);
}

/* Number the forms by their text, and write the numbers into the places. */
static gsay_status number_forms(struct reader *reader, gsay_forms *forms)
{
    uint32_t      count = reader->table.count;
    struct named *named = GSAY_NEW(reader->arena, struct named, count);
    uint32_t     *numbers = GSAY_NEW(reader->arena, uint32_t, count);
    forms->items = GSAY_NEW(reader->arena, gsay_form, count);
    if (!named || !numbers || !forms->items)
        return GSAY_ENOMEM;
    for (uint32_t i = 0; i < count; i++)
        named[i] = (struct named){ gsay_intern_text(&reader->table, i), i };
    if (count)
        qsort(named, count, sizeof *named, compare_named);
    for (uint32_t i = 0; i < count; i++) {
        numbers[named[i].id] = i;
        forms->items[i].text = gsay_arena_copy(reader->arena, named[i].text);
        forms->items[i].plain = gsay_utf8_fold_marks(reader->arena, forms->items[i].text);
        if (!forms->items[i].text.ptr || !forms->items[i].plain.ptr)
            return GSAY_ENOMEM;
        forms->items[i].classes = gsay_lexicon_find(named[i].text).classes;
    }
    for (size_t i = 0; i < reader->count; i++)
        reader->places[i].form = numbers[reader->places[i].form];
    forms->count = count;
    return GSAY_OK;
}

/* Sort the places and give each form its own. A name that holds a word twice is one place. */
static void share_places(struct reader *reader, gsay_forms *forms)
{
    gsay_form_place *places = reader->places;
    size_t           kept = 0;
    if (reader->count)
        qsort(places, reader->count, sizeof *places, compare_places);
    for (size_t i = 0; i < reader->count; i++)
        if (kept == 0 || places[kept - 1].form != places[i].form || places[kept - 1].record != places[i].record)
            places[kept++] = places[i];
    forms->places = places;
    forms->place_count = kept;
    for (size_t i = 0; i < kept; i++) {
        gsay_form *form = &forms->items[places[i].form];
        if (form->count++ == 0)
            form->places = &places[i];
    }
}

/* List the forms of each source: places are in order of form, so each list rises. */
static gsay_status list_by_source(gsay_arena *arena, gsay_forms *forms)
{
    forms->starts = GSAY_NEW(arena, size_t, forms->source_count + 2);
    forms->by_source = GSAY_NEW(arena, uint32_t, forms->place_count);
    if (!forms->starts || !forms->by_source)
        return GSAY_ENOMEM;
    for (int pass = 0; pass < 2; pass++) {
        const gsay_form_place *before = NULL;
        for (size_t i = 0; i < forms->place_count; i++) {
            const gsay_form_place *place = &forms->places[i];
            if (before && before->form == place->form && before->source == place->source)
                continue;
            before = place;
            if (pass == 0)
                forms->starts[place->source + 2]++;
            else
                forms->by_source[forms->starts[place->source + 1]++] = place->form;
        }
        for (size_t i = 2; pass == 0 && i < forms->source_count + 2; i++)
            forms->starts[i] += forms->starts[i - 1];
    }
    return GSAY_OK;
}

gsay_status gsay_forms_read(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_forms *forms)
{
    struct reader reader = { .arena = arena };
    *forms = (gsay_forms){ .sources = sources, .source_count = count };
    gsay_status status = add_all(&reader, sources, count);
    if (status == GSAY_OK)
        status = drop_left_out(&reader, sources, count);
    if (status == GSAY_OK)
        status = number_forms(&reader, forms);
    if (status == GSAY_OK) {
        share_places(&reader, forms);
        status = list_by_source(arena, forms);
    }
    gsay_intern_clear(&reader.table);
    return status;
}
