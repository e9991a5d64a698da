/* The single words of names of one group, for the files name*.c alone.
 *
 * A slip is one letter in one word, so names are compared word by word: every capitalised word of five letters or more
 * of any name, with all places where it stands. Names that a number stands with ("Windows Server 2012") are read from
 * identifiers, months and weekdays from dates. Candidates come from deletion neighbourhoods (Bocek, Hunt, Stein, 2007;
 * Garbe's SymSpell, 2012): two words within n edits share a form that deleting n letters of each gives. */
#ifndef GSAY_ALIGN_NAME_FORM_H
#define GSAY_ALIGN_NAME_FORM_H

#include "align/align.h"
#include "base/intern.h"

#define GSAY_FORM_LETTERS_MIN 4u /* of an odd form that no list knows: a letter may be missing */
#define GSAY_FORM_LETTERS_MAIN                                                                                         \
    5u /* of a main form, and of an odd one that some list knows: shorter names are too close to each other */
#define GSAY_FORM_LETTERS_MAX                                                                                          \
    24u /* longer words are compounds, whose neighbourhoods are large and whose slips are rare */
#define GSAY_FORM_LETTERS_TWO 8u /* from here on two edits are one slip or two, not another name */
#define GSAY_FORM_RATIO       2u /* the main form is at least so many times as frequent */
#define GSAY_FORM_PLACES_MAX  48u /* places of a form whose surroundings are looked at */

/* The classes of a word that some list knows as a name or as a word. */
#define GSAY_FORM_KNOWN                                                                                                \
    (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM) | GSAY_WORD(PROPER) |      \
     GSAY_WORD(COMMON) | GSAY_WORD(VERB))

/* One word of one name at one place. */
typedef struct gsay_form_place {
    const gsay_record *record;
    uint32_t           form;   /* number of its form */
    uint32_t           source; /* index of its source */
    uint32_t           begin;  /* of the word in the name as written */
    uint32_t           len;
} gsay_form_place;

/* The words of a record that are compared: of a name as written, else the mention's text. */
static inline gsay_str gsay_form_words(const gsay_record *record)
{
    return record->value.kind == GSAY_KIND_NAME ? record->value.as.name.shown : record->place.text;
}

/* The name of a place; NULL where the word stands in an identifier or a date. */
static inline const gsay_name *gsay_form_name(const gsay_form_place *place)
{
    return place->record->value.kind == GSAY_KIND_NAME ? &place->record->value.as.name : NULL;
}

/* name_form.c: the word of the same name before a place, as written; "" none. */
gsay_str gsay_form_before(const gsay_form_place *place);
/* name_form.c: the word behind it. */
gsay_str gsay_form_after(const gsay_form_place *place);

/* The word of a place as written. */
static inline gsay_str gsay_form_shown(const gsay_form_place *place)
{
    return (gsay_str){ gsay_form_words(place->record).ptr + place->begin, place->len };
}

/* A distinct word with its places. */
typedef struct gsay_form {
    gsay_str               text;   /* folded */
    gsay_str               plain;  /* without diacritics */
    const gsay_form_place *places; /* in order of source, offset */
    size_t                 count;
    gsay_word_classes      classes; /* of forms that are in a pair */
    bool                   is_calendar; /* a month or a weekday of some date */
} gsay_form;

/* The number of places of a form that are looked at. */
static inline size_t gsay_form_looked_at(const gsay_form *form)
{
    return form->count < GSAY_FORM_PLACES_MAX ? form->count : GSAY_FORM_PLACES_MAX;
}

/* All forms of a group. */
typedef struct gsay_forms {
    const gsay_records *sources;
    size_t              source_count;
    gsay_intern         texts; /* of forms, by their number */
    gsay_form          *items; /* in order of first meeting; those left out have no places */
    size_t              count;
    uint32_t *by_source; /* numbers of forms by source: of source i in [starts[i], starts[i + 1]), rising, distinct; not
                            of the calendar, which all sources share */
    size_t   *starts;
    uint64_t  capped; /* forms with too many near ones: no names but noise; set by gsay_forms_find_near */
} gsay_forms;

/* name_form.c: gather the forms of a group. Words that some source also writes without a capital, and those of other
 * scripts, are left out: they have no places. sources: in order of name. Returns GSAY_OK or GSAY_ENOMEM; either way to be closed. */
gsay_status gsay_forms_read(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_forms *forms);
/* name_form.c: give back what is not in the arena. */
void gsay_forms_close(gsay_forms *forms);

/* name_form.c: fill by_source and starts, which only judging needs. Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_forms_list_by_source(gsay_arena *arena, gsay_forms *forms);

/* Two forms that lie near each other. */
typedef struct gsay_form_pair {
    uint32_t odd; /* the rarer */
    uint32_t main;
    uint32_t distance;
} gsay_form_pair;

/* name_near.c: find all pairs within reach whose main form is frequent enough, by the texts of odd, then main, and look
 * up the classes of their forms.
 * Returns GSAY_OK or GSAY_ENOMEM. Cost: linear in the forms for a bounded number of neighbours. */
gsay_status gsay_forms_find_near(gsay_arena *arena, gsay_forms *forms, gsay_form_pair **pairs, size_t *count);

/* name_near.c: edits from one word to another (insert, delete, replace, swap of neighbours; Damerau's distance
 * restricted to one edit a letter), or limit + 1 when there are more. Words of up to GSAY_FORM_LETTERS_MAX bytes. */
uint32_t gsay_form_distance(gsay_str a, gsay_str b, uint32_t limit);

/* name_variant.c: tell whether one word becomes another by two neighbours that change places: a slip of the hand, and
 * hardly ever how a name is varied. */
bool gsay_form_is_swapped(gsay_str a, gsay_str b);
/* name_variant.c: tell whether two folded words differ as spellings of one name do: in letters that sound alike or are
 * not heard, by a vowel, by a doubled consonant. */
bool gsay_form_sounds_alike(gsay_str a, gsay_str b);
/* name_variant.c: tell whether two folded words differ as two given names do: as spellings of one, or by one consonant
 * for another. */
bool gsay_form_may_vary(gsay_str a, gsay_str b);
/* name_variant.c: tell whether a folded word ends like most of the given names that no list has: in a vowel or y. */
bool gsay_form_may_be_given(gsay_str word);

/* name_people.c: tell whether two given names, of a word or more, may be one person's: some word of each is one, a short
 * form of the other, or an initial. */
bool gsay_form_may_be_given_same(gsay_str a, gsay_str b);
/* name_people.c: tell whether two forms are of different people: as family names beside different given names, or as
 * given names beside different family names, and never beside the same one. */
bool gsay_form_are_two_people(const gsay_form *odd, const gsay_form *main, bool is_family);
/* name_people.c: tell whether a form stands in a source. */
bool gsay_form_stands_in(const gsay_form *form, uint32_t source);
/* name_people.c: tell whether a word is all of a name at a place, without a title before it. */
bool gsay_form_is_bare(const gsay_form_place *place);
/* name_people.c: tell whether a form always stands bare beside the main one: a second person would be brought in with a
 * given name or a title, so a surname that never is, in a text that has the main form, is hardly one's own. */
bool gsay_form_is_never_introduced(const gsay_form *odd, const gsay_form *main);
/* name_people.c: tell whether two forms beside which nothing is the same may well be two given names, which have
 * variants without number that no list holds all of: they differ as such names do, and few places have the main form. */
bool gsay_form_may_be_given_variant(const gsay_form *odd, const gsay_form *main);

/* name_judge.c: tell whether a pair may be one name at all, and fill the fields of *pair that say how sure that is.
 * forms->sources in order of name. Returns false for two names: other given names, unrelated sources. */
bool gsay_form_pair_judge(const gsay_forms *forms, const gsay_form_pair *near, gsay_name_pair *pair);

#endif
