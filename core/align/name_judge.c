/* What speaks for and against two spellings being one name. */
#include "align/name_form.h"
#include "align/spelling.h"
#include "base/utf8.h"
#include "text/stem.h"

#define SOURCES_MAX       24u /* sources of a form that are held against those of the other */
#define MEETING_RATIO     4u  /* the same for a form that no list knows, in one sentence with the main one */
#define ABBREVIATED_MAX   5u  /* letters of an abbreviation */
#define SWAPPED_MIN       6u  /* letters of a listed name that is taken for another with two letters swapped */
#define INNER_CAPITAL_MIN 4u  /* letters before a capital inside that is not that of "McCall" or "LaSalle" */
#define CALENDAR_SURE     7u  /* letters of a month or a weekday that is near no name of a person */
#define SHARED_PART       8u  /* two sources that treat one event share one in so many of their names, at least */

/* Words of the language. */
#define WORDS (GSAY_WORD(COMMON) | GSAY_WORD(VERB))

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
    const gsay_word_classes names = GSAY_WORD(GIVEN_NAME) | GSAY_WORD(PLACE);
    return odd->classes & WORDS && main->classes & WORDS && !(odd->classes & main->classes & names);
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
    return (is_plural && !is_singular) || (odd->classes & GSAY_FORM_KNOWN && is_derived_from(main->plain, odd->plain));
}

/* Tell whether any list knows a form, or the form of which it is the plural. */
static bool is_known(const gsay_form *form)
{
    if (form->classes & GSAY_FORM_KNOWN)
        return true;
    if (!gsay_str_ends(form->text, GSAY_STR("s")) || gsay_str_ends(form->text, GSAY_STR("ss")))
        return false;
    return (gsay_lexicon_find((gsay_str){ form->text.ptr, form->text.len - 1 }).classes & GSAY_FORM_KNOWN) != 0;
}

/* Tell whether the lists have the odd form of a pair by mistake: the main one with two letters swapped, in none but the
 * lists of people's names, which were gathered from what people typed. Of their 125,350 names in no other list 477 are
 * such, most of them "Willaims". */
static bool is_misfiled(const gsay_form *odd, const gsay_form *main)
{
    const gsay_word_classes dictionary = GSAY_WORD(PLACE) | GSAY_WORD(DEMONYM) | GSAY_WORD(PROPER) | WORDS;
    gsay_word_classes       known = odd->classes & GSAY_FORM_KNOWN;
    bool                    is_weak = known == GSAY_WORD(FAMILY_NAME) || known == GSAY_WORD(GIVEN_NAME);
    return is_weak && main->classes & dictionary && odd->plain.len >= SWAPPED_MIN &&
           gsay_form_is_swapped(odd->plain, main->plain);
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

/* What two places of two forms have in common. */
struct agreement {
    bool neighbour; /* the same word beside it inside the name: the given name, the family name */
    bool given;     /* both are the family name of a person of the same given name */
    bool title;
    bool around; /* the same word before or behind the name */
};

/* What stands around a word at one place. */
struct surroundings {
    const gsay_record *record;
    gsay_str           before; /* words of the same name */
    gsay_str           after;
    gsay_str           given; /* the first given name of a person whose name goes on before the word; "" none */
    gsay_str           all_given;
    gsay_str           title;
};

/* Read what stands around the places of a form that are looked at. Returns how many. */
static size_t read_surroundings(const gsay_form *form, struct surroundings around[GSAY_FORM_PLACES_MAX])
{
    for (size_t i = 0; i < gsay_form_looked_at(form); i++) {
        const gsay_form_place *place = &form->places[i];
        const gsay_name       *name = gsay_form_name(place);
        around[i] =
            (struct surroundings){ place->record, gsay_form_before(place), gsay_form_after(place), { "", 0 }, { "", 0 },
                                   { "", 0 } };
        if (!name)
            continue;
        around[i].title = name->title;
        gsay_str given = first_word(name->given);
        if (given.len > 1 && around[i].before.len) {
            around[i].given = given;
            around[i].all_given = name->given;
        }
    }
    return gsay_form_looked_at(form);
}

/* Compare the surroundings of two places. */
static void compare_places(const struct surroundings *a, const struct surroundings *b, struct agreement *agreement)
{
    const gsay_record *left = a->record;
    const gsay_record *right = b->record;
    agreement->neighbour = agreement->neighbour || is_same_word(a->before, b->before) ||
                           is_same_word(a->after, b->after) ||
                           (a->given.len && b->given.len && gsay_form_may_be_given_same(a->given, b->given));
    agreement->around |= (left->after.len > 3 && gsay_str_equal(left->after, right->after) &&
                          !gsay_str_equal(left->after, GSAY_STR("say"))) ||
                         (left->before.len > 3 && gsay_str_equal(left->before, right->before));
    agreement->given |=
        a->given.len && b->given.len && !a->after.len && !b->after.len && gsay_str_equal(a->all_given, b->all_given);
    agreement->title |= a->title.len && gsay_str_equal(a->title, b->title);
}

/* Compare the surroundings of two forms. */
static struct agreement compare_forms(const gsay_form *odd, const gsay_form *main)
{
    struct surroundings left[GSAY_FORM_PLACES_MAX];
    struct surroundings right[GSAY_FORM_PLACES_MAX];
    struct agreement    agreement = { 0 };
    size_t              left_count = read_surroundings(odd, left);
    size_t              right_count = read_surroundings(main, right);
    for (size_t i = 0; i < left_count; i++)
        for (size_t j = 0; j < right_count; j++)
            compare_places(&left[i], &right[j], &agreement);
    return agreement;
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

/* Tell whether a word has a capital from a letter on, like the names of programs, which differ by a letter by design.
 */
static bool has_inner_capital(gsay_str shown, size_t first)
{
    for (size_t i = first; i < shown.len; i++)
        if (shown.ptr[i] >= 'A' && shown.ptr[i] <= 'Z')
            return true;
    return false;
}

/* Tell whether the odd form has a capital inside, and the main one nowhere: "ActiveX" beside "Active". */
static bool is_other_product(const gsay_form *odd, const gsay_form *main)
{
    if (!has_inner_capital(gsay_form_shown(&odd->places[0]), INNER_CAPITAL_MIN))
        return false;
    for (size_t i = 0; i < gsay_form_looked_at(main); i++)
        if (has_inner_capital(gsay_form_shown(&main->places[i]), 1))
            return false;
    return true;
}

/* Tell whether a full stop stands behind the word of a place. */
static bool is_stopped(const gsay_form_place *place)
{
    const gsay_record *record = place->record;
    size_t             end = record->place.span.end;
    return record->source && gsay_form_after(place).len == 0 && end < record->source->input.len &&
           record->source->input.ptr[end] == '.';
}

/* Tell whether a byte of a folded word is a vowel. */
static bool is_vowel(char letter)
{
    return memchr("aeiouy", letter, 6) != NULL;
}

/* Tell whether the odd form may be an abbreviation that no list has ("Const." beside "Coast"): near a word of the
 * language, short, cut behind two consonants, and never without a full stop. */
static bool may_be_abbreviated(const gsay_form *odd, const gsay_form *main)
{
    const char *end = odd->plain.ptr + odd->plain.len;
    if (!(main->classes & WORDS) || odd->plain.len > ABBREVIATED_MAX || is_vowel(end[-1]) || is_vowel(end[-2]))
        return false;
    for (size_t i = 0; i < odd->count; i++)
        if (!is_stopped(&odd->places[i]))
            return false;
    return true;
}

/* Tell whether two forms meet in one sentence as two things do. A form that no list knows, and that is near one that
 * some list knows or rare beside the other, is a slip in whichever sentence it stands. */
static bool do_meet(const gsay_form *odd, const gsay_form *main)
{
    bool is_rare = main->count >= MEETING_RATIO * odd->count &&
                   !has_inner_capital(gsay_form_shown(&odd->places[0]), INNER_CAPITAL_MIN);
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

/* Months in the languages around, which are no slips of the English ones. */
static const char *const foreign_months[] = {
    "januar",  "januari",  "februar",  "februari", "marzo",     "maart",    "aprile",   "abril",    "juni",
    "junho",   "juli",     "julho",    "augusti",  "septembre", "setembro", "oktober",  "octobre",  "outubro",
    "octubre", "novembre", "novembro", "desember", "dezember",  "dezembro", "decembre", "dicembre", "settembre",
};

/* Tell whether a word that no list knows is a month or weekday that is misspelled: it stands alone, as a date does. A
 * word of speech beside it makes a person of one that is short, as "March" is near many names. */
static bool is_calendar_slip(const gsay_form *odd, const gsay_form *main)
{
    for (size_t i = 0; i < sizeof foreign_months / sizeof *foreign_months; i++)
        if (gsay_str_equal(odd->plain, gsay_str_of(foreign_months[i])))
            return false;
    for (size_t i = 0; i < odd->count; i++) {
        const gsay_form_place *place = &odd->places[i];
        const gsay_name       *name = gsay_form_name(place);
        bool                   may_be_person = main->plain.len < CALENDAR_SURE;
        if (!gsay_form_is_bare(place) || (may_be_person && name->type == GSAY_NAME_PERSON))
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
    if ((!is_family && gsay_form_are_two_people(odd, main, true)) || gsay_form_are_two_people(odd, main, false))
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
    if (odd->is_calendar || (main->is_calendar && !is_calendar_slip(odd, main)) || is_other_product(odd, main) ||
        may_be_abbreviated(odd, main))
        return false;
    if (!main->is_calendar) {
        agreement = compare_forms(odd, main);
        if (are_apart(forms, near, &agreement) || (!agreement.neighbour && gsay_form_may_be_given_variant(odd, main)))
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
    pair->has_context =
        agreement.neighbour || is_misfiled(odd, main) || (!pair->is_known && (agreement.title || agreement.around)) ||
        (!(odd->classes & (GSAY_FORM_KNOWN & ~GSAY_WORD(FAMILY_NAME))) && gsay_form_is_never_introduced(odd, main));
    return true;
}
