/* Which quotations agree: every pair is laid side by side once, and what agrees is counted together. */
#include "align/quote_version.h"

#include <stdlib.h>

#include "base/utf8.h"

/* The first known speaker of a form; "" when none is. */
static gsay_str speaker_of(const gsay_quote_form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->places[i]->value.as.quote.speaker.len)
            return form->places[i]->value.as.quote.speaker;
    return GSAY_STR("");
}

/* The last word of a text. */
static gsay_str last_word(gsay_str text)
{
    size_t begin = text.len;
    while (begin > 0 && text.ptr[begin - 1] != ' ')
        begin--;
    return (gsay_str){ text.ptr + begin, text.len - begin };
}

/* Tell whether a word stands in a text as a word. */
static bool has_word(gsay_str text, gsay_str word)
{
    for (size_t i = 0; word.len && i + word.len <= text.len; i++) {
        bool begins = i == 0 || text.ptr[i - 1] == ' ';
        bool ends = i + word.len == text.len || text.ptr[i + word.len] == ' ';
        if (begins && ends && memcmp(text.ptr + i, word.ptr, word.len) == 0)
            return true;
    }
    return false;
}

/* Tell whether a speaker is named, and not an office or a group ("the minister", "officials"). */
static bool is_named(gsay_str speaker)
{
    gsay_str last = last_word(speaker);
    return last.len && ((last.ptr[0] >= 'A' && last.ptr[0] <= 'Z') || (unsigned char)last.ptr[0] >= 0x80) &&
           !gsay_str_starts(speaker, GSAY_STR("the ")) && !gsay_str_starts(speaker, GSAY_STR("The "));
}

/* Tell whether two speakers may be one: either unknown, an office, or one name holding the other's last word. */
static bool may_be_one(gsay_arena *scratch, gsay_str a, gsay_str b)
{
    if (!is_named(a) || !is_named(b))
        return true;
    gsay_str left = gsay_utf8_fold_marks(scratch, a);
    gsay_str right = gsay_utf8_fold_marks(scratch, b);
    return has_word(left, last_word(right)) || has_word(right, last_word(left));
}

int gsay_quote_place_compare(const gsay_record *a, const gsay_record *b)
{
    int order = gsay_str_compare(a->place.source, b->place.source);
    if (order)
        return order;
    return (a->place.span.begin > b->place.span.begin) - (a->place.span.begin < b->place.span.begin);
}

/* For qsort over records. */
static int compare_places(const void *a, const void *b)
{
    return gsay_quote_place_compare(*(const gsay_record *const *)a, *(const gsay_record *const *)b);
}

/* Tell whether the words of a pair agree and both may be one speaker's. */
static bool agrees(const gsay_quote_near *near)
{
    return near->is_version && near->same_speaker && near->difference.change == GSAY_QUOTE_SAME;
}

/* Tell whether a form may be counted with another that agrees with it: it is no longer. */
static bool is_part(const gsay_quote_form *form, const gsay_quote_form *of)
{
    return form->wording.count <= of->wording.count;
}

/* Compare the two forms of every pair, and count what supports each form. */
static gsay_status compare_all(gsay_arena *arena, gsay_arena *scratch, gsay_quote_form *forms, gsay_quote_nears *nears)
{
    gsay_quotation_table *table = GSAY_TAKE(scratch, gsay_quotation_table, 1);
    if (!table)
        return GSAY_ENOMEM;
    GSAY_TRY(gsay_quotation_table_open(scratch, table));
    for (size_t i = 0; i < nears->count; i++) {
        gsay_quote_near    *near = &nears->items[i];
        gsay_quote_form    *low = &forms[near->low];
        gsay_quote_form    *high = &forms[near->high];
        const gsay_wording *sides[2] = { &low->wording, &high->wording };
        GSAY_TRY(gsay_quotation_compare(arena, table, sides, near->begin, &near->difference, &near->is_version));
        if (!near->is_version)
            continue;
        near->same_speaker = may_be_one(scratch, speaker_of(low), speaker_of(high));
        if (!agrees(near))
            continue;
        if (is_part(high, low))
            low->support += high->count;
        if (is_part(low, high))
            high->support += low->count;
    }
    return GSAY_OK;
}

/* A form by its support. */
struct ranked {
    size_t   support;
    uint32_t words;
    uint32_t form;
};

/* For qsort: most support first, then the longer one, then the commoner one. */
static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    if (left->support != right->support)
        return left->support < right->support ? 1 : -1;
    if (left->words != right->words)
        return left->words < right->words ? 1 : -1;
    return (left->form > right->form) - (left->form < right->form);
}

/* The numbers of all forms, by support. */
static struct ranked *rank(gsay_arena *scratch, const gsay_quote_form *forms, size_t count)
{
    struct ranked *ranked = GSAY_TAKE(scratch, struct ranked, count);
    for (uint32_t i = 0; ranked && i < count; i++)
        ranked[i] = (struct ranked){ forms[i].support, forms[i].wording.count, i };
    if (ranked && count > 1)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    return ranked;
}

/* The pairs that agree, by form: of form i in [starts[i], starts[i + 1]). */
struct friends {
    size_t   *starts;
    uint32_t *forms;
};

/* List the pairs that agree by each of their forms: a counting sort. */
static gsay_status list_friends(gsay_arena *scratch, size_t count, const gsay_quote_nears *nears,
                                struct friends *friends)
{
    friends->starts = GSAY_NEW(scratch, size_t, count + 2);
    friends->forms = GSAY_TAKE(scratch, uint32_t, nears->count * 2);
    if (!friends->starts || !friends->forms)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < nears->count; i++)
        if (agrees(&nears->items[i])) {
            friends->starts[nears->items[i].low + 2]++;
            friends->starts[nears->items[i].high + 2]++;
        }
    for (size_t i = 2; i < count + 2; i++)
        friends->starts[i] += friends->starts[i - 1];
    for (size_t i = 0; i < nears->count; i++)
        if (agrees(&nears->items[i])) {
            friends->forms[friends->starts[nears->items[i].low + 1]++] = nears->items[i].high;
            friends->forms[friends->starts[nears->items[i].high + 1]++] = nears->items[i].low;
        }
    return GSAY_OK;
}

/* Give a head all forms without one that agree with it. */
static gsay_status take_friends(gsay_arena *arena, gsay_quote_form *forms, uint32_t head, const struct friends *friends)
{
    size_t       count = forms[head].count;
    const size_t first = friends->starts[head];
    const size_t end = friends->starts[head + 1];
    for (size_t i = first; i < end; i++) {
        gsay_quote_form *form = &forms[friends->forms[i]];
        if (form->head == GSAY_QUOTE_NO_HEAD && is_part(form, &forms[head])) {
            form->head = head;
            count += form->count;
        }
    }
    if (count == forms[head].count)
        return GSAY_OK;
    const gsay_record **places = GSAY_TAKE(arena, const gsay_record *, count);
    if (!places)
        return GSAY_ENOMEM;
    size_t filled = forms[head].count;
    memcpy(places, forms[head].places, filled * sizeof *places);
    for (size_t i = first; i < end; i++) {
        const gsay_quote_form *form = &forms[friends->forms[i]];
        if (form->head != head)
            continue;
        memcpy(places + filled, form->places, form->count * sizeof *places);
        filled += form->count;
    }
    qsort(places, count, sizeof *places, compare_places);
    forms[head].places = places;
    forms[head].count = count;
    return GSAY_OK;
}

gsay_status gsay_quote_agree(gsay_arena *arena, gsay_arena *scratch, gsay_quote_form *forms, size_t count,
                             gsay_quote_nears *nears)
{
    struct friends friends;
    for (size_t i = 0; i < count; i++) {
        forms[i].head = GSAY_QUOTE_NO_HEAD;
        forms[i].support = forms[i].count;
    }
    GSAY_TRY(compare_all(arena, scratch, forms, nears));
    GSAY_TRY(list_friends(scratch, count, nears, &friends));
    struct ranked *ranked = rank(scratch, forms, count);
    if (!ranked)
        return GSAY_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        if (forms[ranked[i].form].head != GSAY_QUOTE_NO_HEAD)
            continue;
        forms[ranked[i].form].head = ranked[i].form;
        GSAY_TRY(take_friends(arena, forms, ranked[i].form, &friends));
    }
    return GSAY_OK;
}
