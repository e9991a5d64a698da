/* Names of people beside each other: who has another given name or another family name, who is never brought in, and
 * how given names are varied. */
#include "align/name_form.h"

#define INTRODUCED_MIN 8u /* the main form is so many times as frequent, where a known surname is taken for a slip */
#define GIVEN_MIN      5u /* the same where the main form is a given name and the other one stands bare */

/* Cut the first word off a folded text. */
static gsay_str next_word(gsay_str *text)
{
    const char *space = text->len ? memchr(text->ptr, ' ', text->len) : NULL;
    gsay_str    word = space ? (gsay_str){ text->ptr, (size_t)(space - text->ptr) } : *text;
    size_t      used = word.len + (space != NULL);
    *text = (gsay_str){ text->ptr + used, text->len - used };
    return word;
}

/* Tell whether two words of given names may be one: equal, short forms of one another, or an initial. */
static bool may_be_same_word(gsay_str a, gsay_str b)
{
    if (a.len == 1 || b.len == 1)
        return a.len && b.len && a.ptr[0] == b.ptr[0];
    return gsay_given_name_same(a, b) || gsay_form_distance(a, b, 1) <= 1;
}

bool gsay_form_may_be_given_same(gsay_str a, gsay_str b)
{
    while (a.len) {
        gsay_str left = next_word(&a);
        for (gsay_str rest = b; rest.len;)
            if (may_be_same_word(left, next_word(&rest)))
                return true;
    }
    return false;
}

/* What stands on the other side of a person's name at a place: the given name of a family name, the family name of a
 * given one. */
static gsay_str other_part(const gsay_form_place *place, bool is_family)
{
    const gsay_name *name = gsay_form_name(place);
    if (!name || name->type != GSAY_NAME_PERSON || !name->given.len || !name->family.len)
        return GSAY_STR("");
    bool is_last = gsay_form_after(place).len == 0;
    if (is_last != is_family)
        return GSAY_STR("");
    return is_family ? name->given : name->family;
}

/* A name by the part of it that is not compared. */
struct person {
    gsay_str other; /* the other part: other_part */
    gsay_str after; /* the word behind a given name, where only one of two is followed by all of the rest */
};

/* The distinct people among the places of a form that are looked at. */
struct people {
    struct person items[GSAY_FORM_PLACES_MAX];
    size_t        count;
};

/* List the people of a form: most forms have one, named again and again. */
static void list_people(const gsay_form *form, bool is_family, struct people *people)
{
    people->count = 0;
    for (size_t i = 0; i < gsay_form_looked_at(form); i++) {
        const gsay_form_place *place = &form->places[i];
        struct person person = { other_part(place, is_family), is_family ? GSAY_STR("") : gsay_form_after(place) };
        size_t        at = 0;
        while (at < people->count && !(gsay_str_equal(people->items[at].other, person.other) &&
                                       gsay_str_equal(people->items[at].after, person.after)))
            at++;
        if (at == people->count && person.other.len)
            people->items[people->count++] = person;
    }
}

/* Tell whether two names may be of one person. */
static bool may_be_one(const struct person *a, const struct person *b, bool is_family)
{
    if (is_family)
        return gsay_form_may_be_given_same(a->other, b->other);
    return gsay_form_distance(a->other, b->other, 1) <= 1 || gsay_form_distance(a->after, b->after, 1) <= 1;
}

bool gsay_form_are_two_people(const gsay_form *odd, const gsay_form *main, bool is_family)
{
    struct people left;
    struct people right;
    list_people(odd, is_family, &left);
    list_people(main, is_family, &right);
    for (size_t i = 0; i < left.count; i++)
        for (size_t j = 0; j < right.count; j++)
            if (may_be_one(&left.items[i], &right.items[j], is_family))
                return false;
    return left.count > 0 && right.count > 0;
}

bool gsay_form_stands_in(const gsay_form *form, uint32_t source)
{
    size_t low = 0;
    size_t high = form->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (form->places[middle].source < source)
            low = middle + 1;
        else
            high = middle;
    }
    return low < form->count && form->places[low].source == source;
}

bool gsay_form_is_bare(const gsay_form_place *place)
{
    const gsay_name *name = gsay_form_name(place);
    return name && !gsay_form_before(place).len && !gsay_form_after(place).len && !name->title.len;
}

bool gsay_form_is_never_introduced(const gsay_form *odd, const gsay_form *main)
{
    if (main->count < INTRODUCED_MIN * odd->count)
        return false;
    for (size_t i = 0; i < odd->count; i++)
        if (!gsay_form_is_bare(&odd->places[i]) || !gsay_form_stands_in(main, odd->places[i].source))
            return false;
    return true;
}

/* Tell whether a form is a place where it stands first. */
static bool is_place(const gsay_form *form)
{
    const gsay_name *name = gsay_form_name(&form->places[0]);
    return name && name->type == GSAY_NAME_PLACE;
}

/* Tell whether a form that no list has as a given name may be one: some list has it as a surname at most, it ends like
 * one, and no place has it behind a given name. */
static bool may_be_unlisted(const gsay_form *form)
{
    if (form->classes & (GSAY_FORM_KNOWN & ~GSAY_WORD(FAMILY_NAME)))
        return false;
    for (size_t i = 0; i < gsay_form_looked_at(form); i++)
        if (other_part(&form->places[i], true).len)
            return false;
    return true;
}

/* Tell whether the two differ as two given names do, of which the main one is listed, or both may be unlisted. */
static bool differ_as_given(const gsay_form *odd, const gsay_form *main)
{
    if (main->classes & GSAY_WORD(GIVEN_NAME))
        return !is_place(main) && gsay_form_may_vary(odd->plain, main->plain);
    bool is_ending = odd->plain.len == main->plain.len + 1 && gsay_str_starts(odd->plain, main->plain);
    return gsay_form_may_be_given(odd->plain) && (is_ending || gsay_form_may_be_given(main->plain)) &&
           may_be_unlisted(main) && gsay_form_sounds_alike(odd->plain, main->plain);
}

bool gsay_form_may_be_given_variant(const gsay_form *odd, const gsay_form *main)
{
    return main->count < GIVEN_MIN * odd->count && !gsay_form_is_swapped(odd->plain, main->plain) &&
           differ_as_given(odd, main);
}
