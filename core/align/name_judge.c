/* What speaks for and against two spellings being one name. */
#include "align/name_form.h"
#include "align/spelling.h"
#include "base/utf8.h"
#include "text/stem.h"

#define PLACES_MAX        48u /* places of a form whose surroundings are looked at */
#define SOURCES_MAX       24u /* sources of a form that are held against those of the other */
#define INTRODUCED_MIN    8u /* the main form is so many times as frequent, where a known surname is taken for a slip */
#define GIVEN_MIN         5u /* the same where the main form is a given name and the other one stands bare */
#define MEETING_RATIO     4u /* the same for a form that no list knows, in one sentence with the main one */
#define INNER_CAPITAL_MIN 4u /* letters before a capital inside that is not that of "McCall" or "LaSalle" */
#define SHARED_PART       8u /* two sources that treat one event share one in so many of their names, at least */

#define KNOWN                                                                                                          \
    (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) | GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM) | GSAY_WORD(PROPER) |      \
     GSAY_WORD(COMMON) | GSAY_WORD(VERB))

/* Endings that make another word of a name: plurals, people of a place, what belongs to one. */
static const gsay_str derivations[] = {
    { "s", 1 },   { "es", 2 },  { "n", 1 },   { "an", 2 }, { "ns", 2 },  { "ian", 3 }, { "ans", 3 }, { "ese", 3 },
    { "ish", 3 }, { "i", 1 },   { "is", 2 },  { "ic", 2 }, { "er", 2 },  { "ers", 3 }, { "ist", 3 }, { "ism", 3 },
    { "al", 2 },  { "ine", 3 }, { "ite", 3 }, { "ed", 2 }, { "ing", 3 }, { "ly", 2 },  { "y", 1 },
};

/* Tell whether a word is a stem with one of the endings of derivation of so many letters at least. */
static bool has_ending(gsay_str word, gsay_str stem, size_t least)
{
    if (!gsay_str_starts(word, stem))
        return false;
    gsay_str ending = { word.ptr + stem.len, word.len - stem.len };
    for (size_t i = 0; i < sizeof derivations / sizeof *derivations; i++)
        if (derivations[i].len >= least && gsay_str_equal(ending, derivations[i]))
            return !(gsay_str_ends(stem, GSAY_STR("s")) && gsay_str_equal(ending, GSAY_STR("s")));
    return false;
}

/* Tell whether a word is another with an ending of derivation, before which a vowel may go: "Anguilla", "Anguillian".
 */
static bool is_derived_from(gsay_str word, gsay_str stem)
{
    if (has_ending(word, stem, 1))
        return true;
    bool ends_in_vowel = stem.len > 0 && memchr("aeio", stem.ptr[stem.len - 1], 4) != NULL;
    return ends_in_vowel && word.len > stem.len && has_ending(word, (gsay_str){ stem.ptr, stem.len - 1 }, 2);
}

/* Tell whether both are words of the language, which differ in meaning and not in spelling: "Independence",
 * "Independent". */
static bool are_both_words(const gsay_form *odd, const gsay_form *main)
{
    const gsay_word_classes words = GSAY_WORD(COMMON) | GSAY_WORD(VERB);
    const gsay_word_classes names = GSAY_WORD(GIVEN_NAME) | GSAY_WORD(PLACE);
    return odd->classes & words && main->classes & words && !(odd->classes & main->classes & names);
}

/* Tell whether the odd form is the main one in another shape. Where the odd form is the shorter one and no list knows
 * it, a letter is more likely to be missing than an ending. */
static bool is_derived(const gsay_form *odd, const gsay_form *main)
{
    if (are_both_words(odd, main) || gsay_spelling_same(odd->plain, main->plain) ||
        is_derived_from(odd->plain, main->plain))
        return true;
    bool is_plural = main->plain.len == odd->plain.len + 1 && gsay_str_ends(main->plain, GSAY_STR("s")) &&
                     !gsay_str_ends(main->plain, GSAY_STR("ss")) && gsay_str_starts(main->plain, odd->plain);
    /* "Chris" and "Texas" end in s and are no plurals. */
    bool is_singular = odd->classes == 0 && main->classes & (GSAY_WORD(GIVEN_NAME) | GSAY_WORD(PLACE));
    return (is_plural && !is_singular) || (odd->classes & KNOWN && is_derived_from(main->plain, odd->plain));
}

/* Tell whether any list knows a form, or the form of which it is the plural. */
static bool is_known(const gsay_form *form)
{
    if (form->classes & KNOWN)
        return true;
    if (!gsay_str_ends(form->text, GSAY_STR("s")) || gsay_str_ends(form->text, GSAY_STR("ss")))
        return false;
    return (gsay_lexicon_find((gsay_str){ form->text.ptr, form->text.len - 1 }).classes & KNOWN) != 0;
}

/* Tell whether two words as written are equal but for case. */
static bool is_same_word(gsay_str a, gsay_str b)
{
    if (a.len != b.len || a.len == 0)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        unsigned char left = (unsigned char)a.ptr[i];
        unsigned char right = (unsigned char)b.ptr[i];
        if (left != right && ((left ^ right) != 0x20 || (left | 0x20) < 'a' || (left | 0x20) > 'z'))
            return false;
    }
    return true;
}

/* The first word of a folded text. */
static gsay_str first_word(gsay_str text)
{
    const char *space = text.len ? memchr(text.ptr, ' ', text.len) : NULL;
    return space ? (gsay_str){ text.ptr, (size_t)(space - text.ptr) } : text;
}

/* Tell whether two given names may be one person's: equal, short forms of one another, or an initial. */
static bool may_be_given_same(gsay_str a, gsay_str b)
{
    gsay_str left = first_word(a);
    gsay_str right = first_word(b);
    if (left.len == 1 || right.len == 1)
        return left.len && right.len && left.ptr[0] == right.ptr[0];
    return gsay_given_name_same(left, right) || gsay_form_distance(left, right, 1) <= 1;
}

/* What two places of two forms have in common. */
struct agreement {
    bool neighbour; /* the same word beside it inside the name: the given name, the family name */
    bool given;     /* both are the family name of a person of the same given name */
    bool title;
    bool around; /* the same word before or behind the name */
};

/* Compare the names that two places stand in. */
static void compare_names(const gsay_form_place *a, const gsay_form_place *b, struct agreement *agreement)
{
    const gsay_name *left = gsay_form_name(a);
    const gsay_name *right = gsay_form_name(b);
    if (!left || !right)
        return;
    gsay_str given = first_word(left->given);
    bool     is_inside = gsay_form_before(a).len && gsay_form_before(b).len;
    agreement->neighbour |=
        given.len > 1 && is_inside && right->given.len > 1 && may_be_given_same(given, right->given);
    agreement->given |= given.len > 1 && is_inside && gsay_form_after(a).len == 0 && gsay_form_after(b).len == 0 &&
                        gsay_str_equal(left->given, right->given);
    agreement->title |= left->title.len && gsay_str_equal(left->title, right->title);
}

/* Compare the surroundings of two places. */
static void compare_places(const gsay_form_place *a, const gsay_form_place *b, struct agreement *agreement)
{
    const gsay_record *left = a->record;
    const gsay_record *right = b->record;
    gsay_str           say = GSAY_STR("say");
    agreement->neighbour |=
        is_same_word(gsay_form_before(a), gsay_form_before(b)) || is_same_word(gsay_form_after(a), gsay_form_after(b));
    agreement->around |=
        (left->after.len > 3 && gsay_str_equal(left->after, right->after) && !gsay_str_equal(left->after, say)) ||
        (left->before.len > 3 && gsay_str_equal(left->before, right->before));
    compare_names(a, b, agreement);
}

/* The number of places of a form that are looked at. */
static size_t count_looked_at(const gsay_form *form)
{
    return form->count < PLACES_MAX ? form->count : PLACES_MAX;
}

/* Compare the surroundings of two forms. */
static struct agreement compare_forms(const gsay_form *odd, const gsay_form *main)
{
    struct agreement agreement = { 0 };
    for (size_t i = 0; i < count_looked_at(odd); i++)
        for (size_t j = 0; j < count_looked_at(main); j++)
            compare_places(&odd->places[i], &main->places[j], &agreement);
    return agreement;
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

/* Tell whether the two forms are of different people: as family names beside different given names, or as given names
 * beside different family names, and never beside the same one. */
static bool are_different_people(const gsay_form *odd, const gsay_form *main, bool is_family)
{
    bool has_both = false;
    for (size_t i = 0; i < count_looked_at(odd); i++)
        for (size_t j = 0; j < count_looked_at(main); j++) {
            gsay_str left = other_part(&odd->places[i], is_family);
            gsay_str right = other_part(&main->places[j], is_family);
            if (!left.len || !right.len)
                continue;
            has_both = true;
            if (is_family ? may_be_given_same(left, right) : gsay_form_distance(left, right, 1) <= 1)
                return false;
        }
    return has_both;
}

/* Tell whether a form stands in the same sentence as some place. */
static bool meets_at(const gsay_form *form, const gsay_form_place *place)
{
    size_t low = 0;
    size_t high = form->count;
    while (low < high) {
        size_t                 middle = low + (high - low) / 2;
        const gsay_form_place *here = &form->places[middle];
        bool                   is_before = here->source != place->source ? here->source < place->source
                                                                         : here->record->sentence_number < place->record->sentence_number;
        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    return low < form->count && form->places[low].source == place->source &&
           form->places[low].record->sentence_number == place->record->sentence_number;
}

/* Tell whether a word has a capital inside, like the names of programs, which differ by a letter by design. */
static bool has_inner_capital(gsay_str shown)
{
    for (size_t i = INNER_CAPITAL_MIN; i < shown.len; i++)
        if (shown.ptr[i] >= 'A' && shown.ptr[i] <= 'Z')
            return true;
    return false;
}

/* Tell whether the odd form has a capital inside, and the main one nowhere: "ActiveX" beside "Active". */
static bool is_other_product(const gsay_form *odd, const gsay_form *main)
{
    if (!has_inner_capital(gsay_form_shown(&odd->places[0])))
        return false;
    for (size_t i = 0; i < count_looked_at(main); i++)
        if (has_inner_capital(gsay_form_shown(&main->places[i])))
            return false;
    return true;
}

/* Tell whether two forms meet in one sentence as two things do. A form that no list knows, and that is near one that
 * some list knows or rare beside the other, is a slip in whichever sentence it stands. */
static bool do_meet(const gsay_form *odd, const gsay_form *main)
{
    bool is_rare = main->count >= MEETING_RATIO * odd->count && !has_inner_capital(gsay_form_shown(&odd->places[0]));
    if (!is_known(odd) && (is_rare || is_known(main)))
        return false;
    for (size_t i = 0; i < odd->count; i++)
        if (meets_at(main, &odd->places[i]))
            return true;
    return false;
}

/* List the first few sources that hold a form. */
static size_t list_sources(const gsay_form *form, uint32_t sources[SOURCES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < form->count && count < SOURCES_MAX; i++)
        if (count == 0 || sources[count - 1] != form->places[i].source)
            sources[count++] = form->places[i].source;
    return count;
}

/* Tell whether a form says that two texts speak of one event: not a place of the atlas. */
static bool is_telling(const gsay_form *form)
{
    return !(gsay_lexicon_find(form->text).classes & (GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM) | GSAY_WORD(TITLE)));
}

/* Tell whether two sources share names enough besides the pair itself: two or one that tells, and a part of those of
 * the shorter list. */
static bool share_names(const gsay_forms *forms, uint32_t a, uint32_t b, const gsay_form_pair *near)
{
    const uint32_t *left = forms->by_source + forms->starts[a];
    const uint32_t *left_end = forms->by_source + forms->starts[a + 1];
    const uint32_t *right = forms->by_source + forms->starts[b];
    const uint32_t *right_end = forms->by_source + forms->starts[b + 1];
    size_t          shorter = (size_t)(left_end - left < right_end - right ? left_end - left : right_end - right);
    size_t          shared = 0;
    uint32_t        latest = 0;
    while (left < left_end && right < right_end) {
        uint32_t here = *left;
        if (here == *right && here != near->odd && here != near->main) {
            latest = here;
            shared++;
        }
        left += here <= *right;
        right += *right <= here;
    }
    if (shared == 0 || shared * SHARED_PART < shorter)
        return false;
    return shared > 1 || shorter <= 2 || is_telling(&forms->items[latest]);
}

/* Tell whether the odd form stands in a text that speaks of what the main one's texts speak of. */
static bool are_related(const gsay_forms *forms, const gsay_form_pair *near)
{
    uint32_t odd[SOURCES_MAX];
    uint32_t main[SOURCES_MAX];
    size_t   odd_count = list_sources(&forms->items[near->odd], odd);
    size_t   main_count = list_sources(&forms->items[near->main], main);
    for (size_t i = 0; i < odd_count; i++)
        for (size_t j = 0; j < main_count; j++)
            if (odd[i] == main[j] || share_names(forms, odd[i], main[j], near))
                return true;
    return false;
}

/* Tell whether a form stands in a source. */
static bool stands_in(const gsay_form *form, uint32_t source)
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

/* Tell whether a form always stands bare beside the main one: a second person would be brought in with a given name or
 * a title, so a surname that never is, in a text that has the main form, is hardly one's own. */
static bool is_never_introduced(const gsay_form *odd, const gsay_form *main)
{
    if (main->count < INTRODUCED_MIN * odd->count)
        return false;
    for (size_t i = 0; i < odd->count; i++) {
        const gsay_form_place *place = &odd->places[i];
        const gsay_name       *name = gsay_form_name(place);
        if (!name || gsay_form_before(place).len || gsay_form_after(place).len || name->title.len ||
            !stands_in(main, place->source))
            return false;
    }
    return true;
}

/* Tell whether one word becomes another by two neighbours that change places: a slip of the hand, and hardly ever how a
 * name is varied. */
static bool is_swapped(gsay_str a, gsay_str b)
{
    size_t at = 0;
    while (a.len == b.len && at < a.len && a.ptr[at] == b.ptr[at])
        at++;
    return a.len == b.len && at + 1 < a.len && a.ptr[at] == b.ptr[at + 1] && a.ptr[at + 1] == b.ptr[at] &&
           memcmp(a.ptr + at + 2, b.ptr + at + 2, a.len - at - 2) == 0;
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
    if (form->classes & (KNOWN & ~GSAY_WORD(FAMILY_NAME)))
        return false;
    for (size_t i = 0; i < count_looked_at(form); i++)
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

/* Tell whether the two may well be two given names, which have variants without number that no list holds all of: they
 * differ as such names do, few places have the main form, and nothing stands beside both. */
static bool may_be_given_variant(const gsay_form *odd, const gsay_form *main, const struct agreement *agreement)
{
    return !agreement->neighbour && main->count < GIVEN_MIN * odd->count && !is_swapped(odd->plain, main->plain) &&
           differ_as_given(odd, main);
}

/* Months in the languages around, which are no slips of the English ones. */
static const char *const foreign_months[] = {
    "januar",  "januari",  "februar",  "februari", "marzo",     "maart",    "aprile",   "abril",    "juni",
    "junho",   "juli",     "julho",    "augusti",  "septembre", "setembro", "oktober",  "octobre",  "outubro",
    "octubre", "novembre", "novembro", "desember", "dezember",  "dezembro", "decembre", "dicembre", "settembre",
};

/* Tell whether a word that no list knows is a month or weekday that is misspelled: it stands alone, as a date does. */
static bool is_calendar_slip(const gsay_form *odd)
{
    for (size_t i = 0; i < sizeof foreign_months / sizeof *foreign_months; i++)
        if (gsay_str_equal(odd->plain, gsay_str_of(foreign_months[i])))
            return false;
    for (size_t i = 0; i < odd->count; i++) {
        const gsay_form_place *place = &odd->places[i];
        const gsay_name       *name = gsay_form_name(place);
        if (!name || name->type == GSAY_NAME_PERSON || gsay_form_before(place).len || gsay_form_after(place).len)
            return false;
    }
    return !is_known(odd);
}

/* Tell whether what stands beside the two speaks for two things: other people, or texts on other matters. */
static bool are_apart(const gsay_forms *forms, const gsay_form_pair *near, const struct agreement *agreement)
{
    const gsay_form        *odd = &forms->items[near->odd];
    const gsay_form        *main = &forms->items[near->main];
    const gsay_word_classes personal = GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME);
    bool                    is_unknown = !is_known(odd);
    /* Two people of one rare surname are one family, and no list knows a surname by a slip of the hand. */
    bool is_family = is_unknown && (!is_known(main) || !gsay_form_sounds_alike(odd->plain, main->plain));
    if ((!is_family && are_different_people(odd, main, true)) || are_different_people(odd, main, false))
        return true;
    /* "New Zdaland" is a slip of "New Zealand" whatever its text is about. */
    bool is_of_atlas = is_unknown && agreement->neighbour && is_known(main) && !(main->classes & personal);
    return !is_of_atlas && !are_related(forms, near);
}

bool gsay_form_pair_judge(const gsay_forms *forms, const gsay_form_pair *near, gsay_name_pair *pair)
{
    const gsay_form *odd = &forms->items[near->odd];
    const gsay_form *main = &forms->items[near->main];
    struct agreement agreement = { 0 };
    if (odd->is_calendar || (main->is_calendar && !is_calendar_slip(odd)) || is_other_product(odd, main))
        return false;
    if (!main->is_calendar) {
        agreement = compare_forms(odd, main);
        if (are_apart(forms, near, &agreement) || may_be_given_variant(odd, main, &agreement))
            return false;
    }
    pair->distance = near->distance;
    pair->is_known = is_known(odd);
    pair->is_main_known = is_known(main);
    pair->is_derived = is_derived(odd, main);
    /* One given name with both: one person, named twice. */
    pair->meets =
        !main->is_calendar && !(agreement.given && main->count >= MEETING_RATIO * odd->count) && do_meet(odd, main);
    /* A known name beside "senator" or "told" is still its own: only a shared part of the name itself speaks against
     * the lists. */
    pair->has_context = agreement.neighbour || (!pair->is_known && (agreement.title || agreement.around)) ||
                        (!(odd->classes & (KNOWN & ~GSAY_WORD(FAMILY_NAME))) && is_never_introduced(odd, main));
    return true;
}
