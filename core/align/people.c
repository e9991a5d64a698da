/* People: two given names for one office, two offices for one person.
 *
 * Only full names with a title that lexicon/offices.c can read are looked at, family by family; what speaks against a
 * contradiction (a source that knows both, a word of change) is asked of the few that are left. "Cannot tell" is
 * silence. */
#include "align/bearer.h"
#include "align/words.h"
#include "lexicon/offices.h"

#define GIVEN_MIN    3u /* letters of a given name that another one can contradict; shorter ones are initials */
#define SKELETON_MAX 16u

/* What the title of a bearer says. */
struct post {
    gsay_office office;
    bool        is_read;     /* the office is known */
    bool        is_asked;    /* whether the office changes was looked for */
    bool        is_changing; /* and found */
};

/* The titled full names of one family; the first of a run is the first of the same person in the same office. */
struct family {
    gsay_bearer_work      *work;
    const gsay_bearer_run *run;
    struct post            posts[GSAY_BEARERS_MAX]; /* by bearer */
};

/* The first word of a folded text, which is cut off it; "" at its end. */
static gsay_str cut_word(gsay_str *text)
{
    const char *space = text->len ? memchr(text->ptr, ' ', text->len) : NULL;
    size_t      len = space ? (size_t)(space - text->ptr) : text->len;
    gsay_str    word = { text->ptr, len };
    *text = (gsay_str){ text->ptr + len + (space != NULL), text->len - len - (space != NULL) };
    return word;
}

static gsay_str first_word(gsay_str text)
{
    return cut_word(&text);
}

/* The consonants of a name as they sound, which transliterations of one name mostly share ("Volodymyr", "Vladimir").
 * Returns how many. */
static size_t read_skeleton(gsay_str name, char skeleton[SKELETON_MAX])
{
    static const char sounds[26] = { 0,   'b', 'k', 'd', 0,   'f', 'g', 0, 0,   'j', 'k', 'l', 'm',
                                     'n', 0,   'p', 'k', 'r', 's', 't', 0, 'v', 'v', 'k', 0,   's' };
    size_t            count = 0;
    for (size_t i = 0; i < name.len && count < SKELETON_MAX; i++) {
        char letter = name.ptr[i];
        bool is_ph = letter == 'p' && i + 1 < name.len && name.ptr[i + 1] == 'h';
        char sound = letter >= 'a' && letter <= 'z' ? sounds[letter - 'a'] : 0;
        sound = is_ph ? 'f' : sound;
        if (sound && (count == 0 || skeleton[count - 1] != sound))
            skeleton[count++] = sound;
    }
    return count;
}

/* Tell whether two words sound alike: the same consonants, or of three and more all but one. */
static bool sound_alike(gsay_str a, gsay_str b)
{
    char   left[SKELETON_MAX];
    char   right[SKELETON_MAX];
    size_t left_len = read_skeleton(a, left);
    size_t right_len = read_skeleton(b, right);
    size_t shorter = left_len < right_len ? left_len : right_len;
    size_t longer = left_len + right_len - shorter;
    size_t same = 0;
    while (same < shorter && left[same] == right[same])
        same++;
    size_t ending = 0;
    while (same + ending < shorter && left[left_len - 1 - ending] == right[right_len - 1 - ending])
        ending++;
    size_t apart = longer - same - ending;
    return apart == 0 || (apart == 1 && shorter > 1 && longer > 2);
}

/* Tell whether two words of given names may be of one person. */
static bool may_be_same_word(gsay_str a, gsay_str b)
{
    if (a.len == 1 || b.len == 1)
        return a.len && b.len && a.ptr[0] == b.ptr[0];
    bool is_short = a.len >= GIVEN_MIN && b.len >= GIVEN_MIN && (gsay_str_starts(a, b) || gsay_str_starts(b, a));
    return is_short || gsay_given_name_same(a, b) || sound_alike(a, b);
}

/* Tell whether two given names are surely two: no word of one may be a word of the other, and both are known. */
static bool are_other_givens(gsay_str a, gsay_str b)
{
    gsay_str left = first_word(a);
    gsay_str right = first_word(b);
    if (left.len < GIVEN_MIN || right.len < GIVEN_MIN ||
        !(gsay_lexicon_find(left).classes & gsay_lexicon_find(right).classes & GSAY_WORD(GIVEN_NAME)))
        return false;
    for (gsay_str words = a; words.len;) {
        gsay_str word = cut_word(&words);
        for (gsay_str others = b; others.len;)
            if (may_be_same_word(word, cut_word(&others)))
                return false;
    }
    return true;
}

/* Tell whether two full names of one family are surely one: the first names agree and are no initials, and second ones
 * do not differ. */
static bool is_same_person(const gsay_name *a, const gsay_name *b)
{
    gsay_str left = a->given;
    gsay_str right = b->given;
    gsay_str left_first = cut_word(&left);
    gsay_str right_first = cut_word(&right);
    if (left_first.len < 2 || right_first.len < 2 || !gsay_given_name_same(left_first, right_first))
        return false;
    return !left.len || !right.len || left.ptr[0] == right.ptr[0];
}

/* The family of a titled full name. */
static gsay_str read_key(const gsay_name *name)
{
    return name->given.len && name->title.len ? name->family : GSAY_STR("");
}

/* The name of a bearer of a family. */
static const gsay_name *name_of(const struct family *family, size_t index)
{
    return gsay_bearer_name(family->run, index);
}

/* Tell whether something around a name says that its office is not simply held. Sentences are long: each is read once.
 */
static bool is_changing(struct family *family, size_t index)
{
    const gsay_record *record = family->run->items[index].record;
    const gsay_name   *name = name_of(family, index);
    struct post       *post = &family->posts[index];
    if (post->is_asked)
        return post->is_changing;
    gsay_str before = gsay_words_before(record->sentence, name->shown, name->title);
    post->is_asked = true;
    post->is_changing = gsay_words_have(name->title, gsay_office_not_now) ||
                        gsay_words_have(before, gsay_office_not_now) ||
                        gsay_words_have(record->sentence, gsay_office_changes);
    return post->is_changing;
}

/* The first bearer up to one that is the same person in the same office. */
static size_t find_first(const struct family *family, size_t index)
{
    const struct post *post = &family->posts[index];
    for (size_t i = 0; post->is_read && i < index; i++) {
        const struct post *other = &family->posts[i];
        if (other->is_read && family->run->items[i].first == i && gsay_office_same(&other->office, &post->office) &&
            is_same_person(name_of(family, i), name_of(family, index)))
            return i;
    }
    return index;
}

/* Read the offices of a family. Returns how many were read. */
static size_t read_offices(struct family *family)
{
    size_t read = 0;
    for (size_t i = 0; i < family->run->count; i++) {
        struct post *post = &family->posts[i];
        *post = (struct post){ 0 };
        post->is_read = gsay_office_read(name_of(family, i)->title, &post->office);
        family->run->items[i].first = (uint32_t)find_first(family, i);
        read += post->is_read;
    }
    return read;
}

/* Tell whether a side stands in a source. */
static bool stands_in(const gsay_bearer_run *run, size_t first, uint32_t source)
{
    for (size_t i = first; i < run->count; i++)
        if (run->items[i].first == first && run->items[i].source == source)
            return true;
    return false;
}

/* How often two sides stand in one source. */
struct meeting {
    size_t both;
    size_t left_alone;
    size_t right_alone;
};

/* Count the sources that hold either side or both. */
static struct meeting count_meetings(const gsay_bearer_run *run, size_t a, size_t b)
{
    struct meeting meeting = { 0 };
    for (size_t i = 0; i < run->count; i++) {
        uint32_t source = run->items[i].source;
        if (i > 0 && run->items[i - 1].source == source)
            continue;
        bool has_left = stands_in(run, a, source);
        bool has_right = stands_in(run, b, source);
        meeting.both += has_left && has_right;
        meeting.left_alone += has_left && !has_right;
        meeting.right_alone += has_right && !has_left;
    }
    return meeting;
}

/* Tell whether anything said of a person tells that the office changes. */
static bool is_any_changing(struct family *family, size_t first)
{
    for (size_t i = 0; i < family->run->count; i++)
        if (is_same_person(name_of(family, i), name_of(family, first)) && is_changing(family, i))
            return true;
    return false;
}

/* Two offices of one person. Returns false when memory is exhausted. */
static bool add_role(struct family *family, size_t a, size_t b)
{
    gsay_bearer_work *work = family->work;
    int32_t           days = GSAY_DAYS_UNKNOWN;
    if (!gsay_bearers_are_related(work, family->run, a, b, &days) || days == GSAY_DAYS_UNKNOWN ||
        is_any_changing(family, a))
        return !work->related.has_failed;
    struct meeting  meeting = count_meetings(family->run, a, b);
    gsay_name_pair *pair = gsay_bearers_add_pair(work, GSAY_PAIR_ROLE, name_of(family, a)->form);
    if (!pair)
        return false;
    pair->days_apart = days;
    pair->source_count = meeting.both + meeting.left_alone + meeting.right_alone;
    pair->meets = meeting.both > 1 || (meeting.both && meeting.left_alone && meeting.right_alone);
    return gsay_bearers_set_sides(work, family->run, a, b, pair);
}

/* Tell whether a sentence speaks of a family, or names the given name of the other side. */
static bool is_family_sentence(gsay_str sentence, gsay_str other)
{
    char name[SKELETON_MAX + 1];
    if (other.len > SKELETON_MAX)
        return true;
    memcpy(name, other.ptr, other.len);
    name[other.len] = '\0';
    const char *const names[] = { name, NULL };
    return gsay_words_have(sentence, gsay_office_relatives) || gsay_words_have(sentence, names);
}

/* Tell whether some source knows both people of a family, or says that they are relatives. */
static bool does_source_know_both(const gsay_related *related, const gsay_name *left, const gsay_name *right)
{
    for (size_t i = 0; i < related->count; i++) {
        const gsay_records *records = related->sources[i];
        bool                has_left = false;
        bool                has_right = false;
        for (size_t k = 0; k < records->count && !(has_left && has_right); k++) {
            const gsay_record *record = &records->items[k];
            const gsay_name   *name = &record->value.as.name;
            if (record->value.kind != GSAY_KIND_NAME || !name->given.len || !gsay_str_equal(name->family, left->family))
                continue;
            bool is_left = is_same_person(name, left);
            bool is_right = is_same_person(name, right);
            has_left |= is_left;
            has_right |= is_right;
            if ((is_left || is_right) &&
                is_family_sentence(record->sentence, first_word(is_left ? right->given : left->given)))
                return true;
        }
        if (has_left && has_right)
            return true;
    }
    return false;
}

/* Two given names for one office. Returns false when memory is exhausted. */
static bool add_given(struct family *family, size_t a, size_t b)
{
    gsay_bearer_work *work = family->work;
    const gsay_name  *left = name_of(family, a);
    int32_t           days = GSAY_DAYS_UNKNOWN;
    if (!gsay_bearers_are_related(work, family->run, a, b, &days) || days == GSAY_DAYS_UNKNOWN ||
        !gsay_bearers_may_look(work))
        return !work->related.has_failed;
    struct meeting  meeting = count_meetings(family->run, a, b);
    gsay_name_pair *pair = gsay_bearers_add_pair(work, GSAY_PAIR_GIVEN, left->family);
    if (!pair)
        return false;
    pair->days_apart = days;
    pair->source_count = meeting.both + meeting.left_alone + meeting.right_alone;
    pair->meets = meeting.both > 0 || does_source_know_both(&work->related, left, name_of(family, b));
    pair->has_context = true;
    return gsay_bearers_set_sides(work, family->run, a, b, pair);
}

/* Tell whether two offices are one and of one land, as far as either says. */
static bool is_one_office(const gsay_office *a, const gsay_office *b)
{
    return gsay_office_same(a, b) && gsay_office_is_sole(a) &&
           (!a->land.len || !b->land.len || gsay_str_equal(a->land, b->land));
}

/* Hold two bearers of one family against each other. Returns false when memory is exhausted. */
static bool compare_two(struct family *family, size_t a, size_t b)
{
    const gsay_office *left = &family->posts[a].office;
    const gsay_office *right = &family->posts[b].office;
    const gsay_name   *left_name = name_of(family, a);
    const gsay_name   *right_name = name_of(family, b);
    if (gsay_offices_contradict(left, right) && is_same_person(left_name, right_name))
        return add_role(family, a, b);
    if (is_one_office(left, right) && are_other_givens(left_name->given, right_name->given))
        return add_given(family, a, b);
    return true;
}

/* Hold the bearers of one family against each other. Returns false when memory is exhausted. */
static bool compare_family(gsay_bearer_work *work, const gsay_bearer_run *run)
{
    struct family family;
    family.work = work;
    family.run = run;
    if (run->count < 2 || read_offices(&family) < 2)
        return true;
    for (size_t i = 0; i < run->count; i++)
        for (size_t k = i + 1; k < run->count && family.posts[i].is_read && run->items[i].first == i; k++)
            if (family.posts[k].is_read && run->items[k].first == k && !compare_two(&family, i, k))
                return false;
    return true;
}

gsay_status gsay_align_people(gsay_arena *arena, const gsay_records *sources, size_t count, gsay_alignment *alignment,
                              gsay_error *err)
{
    static const gsay_bearer_method method = { read_key, compare_family };
    return gsay_bearers_align(arena, sources, count, &method, alignment, err);
}
