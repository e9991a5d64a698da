/* Spellings that depart: which pairs come out, and what is said of them. Each row is a group of sources; its pairs are
 * printed as `Odd>Main`, with `!` where the context agrees and `?` where a list knows the odd form, joined by a space.
 */
#include "harness.h"
#include "suites.h"

#include "align/name_form.h"
#include "align/spelling.h"

struct row {
    const char *texts[5];
    const char *want;
};

#define FEE                                                                                                            \
    "Later Zbrzezny paid the fee in Accra. Everybody saw Zbrzezny leave the quay. Nobody followed Zbrzezny home."

static const struct row rows[] = {
    /* One letter, in one source and across two. */
    { { "We met Tomas Zbrzezny. " FEE " In the end Tomas Zbrzenzy wept." }, "Zbrzenzy>Zbrzezny!" },
    { { "We met Tomas Zbrzezny. " FEE, "The harbour of Accra is full, and Tomas Zbrezny is gone." },
      "Zbrezny>Zbrzezny!" },
    { { "We met Tomas Zbrzezny. " FEE, "In Accra they say that Zbrzezni did it." }, "Zbrzezni>Zbrzezny" },
    /* The first two letters swapped; another first letter is another name. */
    { { "We met Tomas Zbrzezny. " FEE " In the end Tomas Bzrzezny wept." }, "Bzrzezny>Zbrzezny!" },
    { { "We met Tomas Zbrzezny. " FEE " In the end Tomas Kbrzezny wept." }, "" },
    /* A slip in a given name. */
    { { "We met Tomas Zbrzezny. Then Tomas Zbrzezny left. In the end Toams Zbrzezny wept." }, "Toams>Tomas!" },
    /* Two letters of a longer name. */
    { { "We met Tomas Kalinowsky. Later Kalinowsky paid the fee. Nobody followed Kalinowsky home. In the end Tomas "
        "Kalinofski wept." },
      "Kalinofski>Kalinowsky!" },
    /* Beside a hyphen; in letters beyond ASCII. */
    { { "We met Ana Zbrzezny-Adler. Then Ana Zbrzezny-Adler left. In the end Ana Zbrzenzy-Adler wept." },
      "Zbrzenzy>Zbrzezny!" },
    { { "We met Tomas Źbrzeźny. Later Źbrzeźny paid the fee. Nobody followed Źbrzeźny home. In the end Tomas Źbrzeźyn "
        "wept." },
      "Źbrzeźyn>Źbrzeźny!" },
    /* Twice in one name is one place. */
    { { "We met Mr Zbrzezny Zbrzezny. In the end Mr Zbrzenzy wept." }, "" },
    /* As often as the other: nobody can say. */
    { { "We met Zbrzezny at noon. In the end Zbrzenzy wept." }, "" },
    /* Possessives and plurals are no spellings. */
    { { "We met Tomas Zbrzezny. " FEE " It is the Zbrzeznys who own it." }, "" },
    { { "We met Tomas Zbrzezny. " FEE " It is Zbrzezny's boat." }, "" },
    /* Two people with other given names; one with a short form of his is one. */
    { { "We met Peter Olson. Then Peter Olson left. Nobody followed Peter Olson. In the end Maria Olsen wept." }, "" },
    { { "We met Peter Olson. Then Peter Olson left. Nobody followed Peter Olson. In the end Pete Olsen wept." },
      "Olsen>Olson!?" },
    /* Two known names that meet are two people. */
    { { "We met Mr Olson. Then Olson left. Nobody followed Olson. In the end Olson sued Olsen." }, "" },
    /* Regional spelling and words of the language. */
    { { "It went to the Labour Office. Then the Labour Office closed. In the end the Labor Office moved." }, "" },
    { { "It is the Harbour Defence Board. Then the Harbour Defence Board met. The Harbour Defense Board won." }, "" },
    /* A word that some source writes without a capital. */
    { { "The Zorbleck Fund paid. Then the Zorbleck Fund closed. A Zorbleak Fund opened, and a zorbleak is a coin." },
      "" },
    /* Short names, other scripts. */
    { { "We met Tomas Zbyn. Then Tomas Zbyn left. In the end Tomas Zbin wept." }, "" },
    /* Sources that have nothing in common. */
    { { "We met Tomas Zbrzezny. " FEE,
        "In Lima a Zbrzezni opened a shop with Aldana Quispe and Bruno Huaman of the Cusco Fund." },
      "" },
    /* Months and weekdays of dates; those of another language; plurals. */
    { { "The quay opens on Saturday. It shuts on 3 February. It was full last Saturday and in February. In the end it "
        "shut on Saterday and in Febuary." },
      "Febuary>February Saterday>Saturday" },
    { { "It opens in October. It shuts in October. The poster says Oktober." }, "" },
    { { "It opens in January. It shuts in January. In the end Tomas Januari wept." }, "" },
    /* Words that stand with a number. */
    { { "We use Zorbleck Server 2012. They use Zorbleck Server 2008. In the end Zorbleck Serrver 2012 broke." },
      "Serrver>Server!" },
    { { "It is the part Abcde10231. It is the part Abcde10231. It is the part Abcde10232." }, "" },
    /* A given name that no list has, and how such names vary; a consonant that has no business there. */
    { { "We met Brilna. Then Brilna left. Nobody followed Brilna. In the end Brylna wept." }, "" },
    { { "We met Margaret. Then Margaret left. Nobody followed Margaret. In the end Margarett wept." }, "" },
    { { "We met Margaret. Then Margaret left. Nobody followed Margaret. In the end Marqgaret wept." },
      "Marqgaret>Margaret" },
    /* Who belongs to a place, its last vowel gone. */
    { { "We saw Zorbova. Then Zorbova burnt. Nobody left Zorbova. In the end a Zorbovian wept." }, "" },
    /* A capital inside makes another product. */
    { { "We sell the Zorbleck. They sell the Zorbleck. Nobody sells the Zorbleck. In the end we made the ZorbleckX." },
      "" },
    /* An s that is no plural. */
    { { "We met the Bulgarians. The Bulgarians left. Then the Bulgarianss wept." }, "Bulgarianss>Bulgarians" },
    { { "We met Chris. Then Chris left. Nobody followed Chris. Later Chris Moor paid. In the end Chri Moor wept." },
      "Chri>Chris!" },
    { { "Nothing here has a name." }, "" },
    /* A name that the lists have by mistake, two letters swapped; and one that is its own. */
    { { "We met Chamberlain. Then Chamberlain left. Nobody followed Chamberlain. In the end Chamberlian wept." },
      "Chamberlian>Chamberlain!?" },
    { { "We met Chamberlain. Then Chamberlain left. Nobody followed Chamberlain. In the end Chamberlin wept." },
      "Chamberlin>Chamberlain?" },
    /* A letter that moved two places; two edits that are none. */
    { { "We left Lebanon. They saw Lebanon. Nobody knows Lebanon. In the end they mapped Lenbaon." },
      "Lenbaon>Lebanon" },
    { { "We left Lebanon. They saw Lebanon. Nobody knows Lebanon. In the end they mapped Lenbavn." }, "" },
    /* A given name among several; a given name before another family name, of which one word is the same. */
    { { "We met Peter Olson. Then Peter Olson left. Nobody followed Peter Olson. In the end Anton Peter Olsen wept." },
      "Olsen>Olson!?" },
    { { "We met Tarvimo Khalid. Then Tarvimo Khalid left. In the end Tarvinmo Khalid Osman wept." },
      "Tarvinmo>Tarvimo!" },
    /* A capital inside, which the main form has, too. */
    { { "We sell the MacQuay. They sell the MacQuay. Nobody sells the MacQuay. In the end we made the MqacQuay." },
      "MqacQuay>MacQuay" },
    /* An abbreviation that no list has, and a slip. */
    { { "We own the Coast. They own the Coast. Nobody sells the Coast. In the end we saw Const." }, "" },
    { { "We own the Coast. They own the Coast. Nobody sells the Coast. In the end we saw Const weep." },
      "Const>Coast" },
    /* A word of speech beside a month makes no person of it. */
    { { "It opens on 3 February. It shuts on 9 February. The poster mentions Febuary." }, "Febuary>February" },
    { { "" }, "" },
};

/* Two names that meet are two: nothing to see. */
static void print_pair(const gsay_name_pair *pair, gsay_buffer *out)
{
    if (!pair->meets)
        gsay_buffer_add_format(out, " %.*s>%.*s%s%s", GSAY_ARG(pair->odd), GSAY_ARG(pair->main),
                               pair->has_context ? "!" : "", pair->is_known ? "?" : "");
}

START_TEST(pairs_spellings_that_may_be_one_name)
{
    harness_check_pairs(rows[_i].texts, gsay_align_names, print_pair, rows[_i].want);
}
END_TEST

START_TEST(fills_every_field)
{
    static const char *const texts[] = { "We met Tomas Zbrzezny. " FEE,
                                         "The harbour of Accra is full, and Tomas Zbrezny is gone.", NULL };
    harness                  group;
    harness_open_texts(&group, texts);
    ck_assert_int_eq(gsay_align_names(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_eq(group.alignment.name_count, 1);
    const gsay_name_pair *pair = &group.alignment.names[0];
    assert_str(pair->key, "name: zbrzezny");
    ck_assert_uint_eq(pair->odd_count, 1);
    ck_assert_uint_eq(pair->main_count, 4);
    ck_assert_uint_eq(pair->source_count, 2);
    ck_assert_uint_eq(pair->distance, 1);
    ck_assert(!pair->is_known && !pair->is_main_known && !pair->is_lower && !pair->meets && !pair->is_derived);
    assert_str(pair->odd_places[0]->place.text, "Tomas Zbrezny");
    assert_str(pair->main_places[0]->place.source, "0");
    harness_close(&group);
}
END_TEST

/* Words of eight vowels, of which each has hundreds of neighbours: only so many are measured, and that is said. */
START_TEST(caps_the_neighbours_of_a_crowded_form)
{
    enum { WORDS = 6000, LETTERS = 8 };
    gsay_buffer text = { 0 };
    uint32_t    seed = 1;
    for (int i = 0; i < WORDS; i++) {
        char word[LETTERS + 1] = { 0 };
        for (int k = 0; k < LETTERS; k++) {
            seed = seed * 1664525u + 1013904223u; /* Numerical Recipes, 7.1 */
            word[k] = "aeiou"[(seed >> 16) % 5];
        }
        word[0] = (char)(word[0] - 'a' + 'A');
        gsay_buffer_add_format(&text, "We met %s and %s. ", word, word);
    }
    gsay_buffer_add(&text, (gsay_str){ "", 1 });
    const char *const texts[] = { text.ptr, NULL };
    harness           group;
    harness_open_texts(&group, texts);
    ck_assert_int_eq(gsay_align_names(&group.arena, group.sources, group.count, &group.alignment, NULL), GSAY_OK);
    ck_assert_uint_gt(group.alignment.coverage.capped, 0);
    harness_close(&group);
    gsay_buffer_clear(&text);
}
END_TEST

/* Which edits a given name may differ by. */
static const struct {
    const char *one;
    const char *other;
    bool        sounds_alike;
    bool        may_vary;
} variants[] = {
    { "brina", "bryna", true, true },       /* a vowel */
    { "sara", "sarah", true, true },        /* a letter that is not heard */
    { "elen", "ellen", true, true },        /* a doubled consonant */
    { "eric", "erick", true, true },        /* ck */
    { "karlota", "carlota", true, true },   /* one group of sounds */
    { "colette", "corette", false, true },  /* another consonant, the same pattern */
    { "mikel", "mikey", false, true },      /* the last letter */
    { "arthur", "artnhur", false, false },  /* a consonant that came in */
    { "florence", "florece", false, false } /* one that fell out */
};

START_TEST(knows_how_given_names_vary)
{
    gsay_str one = gsay_str_of(variants[_i].one);
    gsay_str other = gsay_str_of(variants[_i].other);
    ck_assert_msg(gsay_form_sounds_alike(one, other) == variants[_i].sounds_alike, "%s, %s", one.ptr, other.ptr);
    ck_assert_msg(gsay_form_may_vary(one, other) == variants[_i].may_vary, "%s, %s", one.ptr, other.ptr);
    ck_assert(gsay_form_may_vary(other, one) == variants[_i].may_vary);
}
END_TEST

static const struct {
    const char *a;
    const char *b;
    uint32_t    distance;
} distances[] = {
    { "hegseth", "hegseth", 0 },
    { "zbrzezny", "zbrezny", 1 },
    { "zbrezny", "zbrzezny", 1 },
    { "abcdef", "abdcef", 1 },
    { "abcdef", "badcfe", 3 },
    { "abcdef", "abxdef", 1 },
    { "", "ab", 2 },
    { "abc", "xyz", 3 },
};

START_TEST(counts_edits_with_swaps)
{
    gsay_str a = gsay_str_of(distances[_i].a);
    gsay_str b = gsay_str_of(distances[_i].b);
    ck_assert_uint_eq(gsay_form_distance(a, b, 5), distances[_i].distance);
    ck_assert_uint_eq(gsay_form_distance(a, b, 0), distances[_i].distance > 0);
}
END_TEST

static const struct {
    const char *a;
    const char *b;
    bool        same;
} spellings[] = {
    { "recognise", "recognize", true },
    { "recognising", "recognizing", true },
    { "defence", "defense", true },
    { "colours", "colors", true },
    { "centre", "center", true },
    { "travelled", "traveled", true },
    { "programme", "program", true },
    { "organisation", "organization", true },
    { "grey", "gray", true },
    { "mum", "mom", true },
    { "towards", "toward", true },
    { "manoeuvres", "maneuvers", true },
    { "encyclopaedia", "encyclopedia", true },
    { "four", "for", false },
    { "wise", "wize", false },
    { "filled", "filed", false },
    { "grow", "grown", false },
    { "", "", true },
    { "a", "b", false },
};

START_TEST(knows_regional_spellings)
{
    ck_assert_msg(gsay_spelling_same(gsay_str_of(spellings[_i].a), gsay_str_of(spellings[_i].b)) == spellings[_i].same,
                  "%s and %s", spellings[_i].a, spellings[_i].b);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    static const char *const texts[] = { "We met Tomas Zbrzezny. " FEE " In the end Tomas Zbrzenzy wept.", NULL };
    harness_check_memory(texts, gsay_align_names);
}
END_TEST

Suite *names_suite(void)
{
    Suite *suite = suite_create("core/align/names");
    TCase *tests = tcase_create("names");
    tcase_add_loop_test(tests, pairs_spellings_that_may_be_one_name, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, fills_every_field);
    tcase_add_test(tests, caps_the_neighbours_of_a_crowded_form);
    tcase_add_loop_test(tests, knows_how_given_names_vary, 0, sizeof variants / sizeof *variants);
    tcase_add_loop_test(tests, counts_edits_with_swaps, 0, sizeof distances / sizeof *distances);
    tcase_add_loop_test(tests, knows_regional_spellings, 0, sizeof spellings / sizeof *spellings);
    tcase_add_test(tests, fails_cleanly_without_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
