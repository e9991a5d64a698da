/* Names: what is one, where it ends, and what its parts are. Each row's names are printed as `type "as written"`,
 * persons with their title, given and family name behind it, joined by "; ". */
#include "naming.h"
#include "suites.h"

#include <stdlib.h>

#include "base/buffer.h"

struct row {
    const char *text;
    const char *want;
};

static const struct row rows[] = {
    /* Persons and their parts. */
    { "Yesterday the mayor met Ruth Adeyemi in the old harbour.", "person \"Ruth Adeyemi\" |ruth|adeyemi" },
    { "We asked Senator Ruth Adeyemi about it.", "person \"Ruth Adeyemi\" senator|ruth|adeyemi" },
    { "We asked Mr. Okafor about it.", "person \"Okafor\" mr||okafor" },
    { "Then former defence minister Olga Petrova left.",
      "person \"Olga Petrova\" former defence minister|olga|petrova" },
    { "They thanked Secretary of State Maria Lindqvist twice.",
      "person \"Maria Lindqvist\" secretary of state|maria|lindqvist" },
    { "Critics of J. R. Martinez fell silent.", "person \"J. R. Martinez\" |j r|martinez" },
    { "Then George W. Hammond spoke.", "person \"George W. Hammond\" |george w|hammond" },
    { "The chair went to Ursula von der Heyden again.", "person \"Ursula von der Heyden\" |ursula|von der heyden" },
    { "A photograph shows Jean-Pierre Duval alone.", "person \"Jean-Pierre Duval\" |jean-pierre|duval" },
    { "Nobody had seen Sean O'Malley since.", "person \"Sean O'Malley\" |sean|o'malley" },
    { "The judge heard José Álvarez first.", "person \"José Álvarez\" |josé|álvarez" },
    { "A statue of Stephen King stands there.", "person \"Stephen King\" |stephen|king" },
    { "In the end Theresa May resigned.", "person \"Theresa May\" |theresa|may" },
    /* A lone surname is a person where the document says so. */
    { "The clerk called Ruth Adeyemi. Later Adeyemi answered.",
      "person \"Ruth Adeyemi\" |ruth|adeyemi; person \"Adeyemi\" ||adeyemi" },
    { "Nobody knew what Zbrzezny said.", "person \"Zbrzezny\" ||zbrzezny" },
    /* A possessive ends a name and stays outside. */
    { "We read Adeyemi's Harbour Report.", "person \"Adeyemi\" ||adeyemi; other \"Harbour Report\"" },
    { "It was the Adeyemis' house.", "other \"Adeyemis\"" },
    /* Organisations and what joins their parts. */
    { "She left the Bank of Ghana in spring.", "org \"Bank of Ghana\"" },
    { "An aide at the Ministry of Transport wrote it.", "org \"Ministry of Transport\"" },
    { "He sued Harding & Sons Ltd over it.", "org \"Harding & Sons Ltd\"" },
    { "Talks with NATO failed.", "org \"NATO\"" },
    { "The Institute for Policy Studies agreed.", "org \"Institute for Policy Studies\"" },
    { "It went to the Superior Court Judge Anna Novak.",
      "org \"Superior Court\"; person \"Anna Novak\" superior court judge|anna|novak" },
    /* Places. */
    { "He flew to New York on a whim.", "place \"New York\"" },
    { "The road leads from Accra to Lagos.", "place \"Accra\"; place \"Lagos\"" },
    { "The U.S. and the UK signed.", "place \"U.S.\"; place \"UK\"" },
    { "Trade between Poland-Germany grew.", "place \"Poland\"; place \"Germany\"" },
    { "We asked Alaska Governor Jo Park.", "place \"Alaska\"; person \"Jo Park\" alaska governor|jo|park" },
    /* What begins a sentence may be any word. */
    { "Chasing thieves is hard. Officials agree. However, nobody came.", "" },
    { "Yesterday Zbrzezny left.", "other \"Zbrzezny\"" },
    { "Zbrzezny left early.", "other \"Zbrzezny\"" },
    { "World Bank lending fell.", "org \"World Bank\"" },
    { "He said: \"Nothing came of it.\" Then he left.", "" },
    /* An office alone, a demonym, days and months, pronouns: no names. */
    { "The Defence Secretary resigned.", "" },
    { "A Russian officer and two French sailors drowned.", "other \"Russian\"; other \"French\"" },
    { "Russian-backed troops left on Friday in March.", "other \"Russian\"" },
    { "They told him that I was late.", "" },
    /* Headlines: only what is known. */
    { "Harbour Workers Reject New Offer From Adeyemi\n\nThe workers told Adeyemi on the quay that they would not take "
      "the new offer.",
      "other \"Adeyemi\"; person \"Adeyemi\" ||adeyemi" },
    { "NO MORE BOATS FOR GHANA\n\nThe last boats left the harbour in silence and nobody waved at them from the pier.",
      "place \"GHANA\"" },
    { "", "" },
    { "…", "" },
};

static void print_name(gsay_buffer *out, const gsay_name *name)
{
    gsay_buffer_add_format(out, "%s%s \"%.*s\"", out->len ? "; " : "", gsay_name_type_name(name->type),
                           GSAY_ARG(name->shown));
    if (name->type == GSAY_NAME_PERSON)
        gsay_buffer_add_format(out, " %.*s|%.*s|%.*s", GSAY_ARG(name->title), GSAY_ARG(name->given),
                               GSAY_ARG(name->family));
}

START_TEST(reads_names_with_their_parts)
{
    const struct row *row = &rows[_i];
    struct naming     naming;
    gsay_buffer       out = { 0 };
    open_naming(&naming, gsay_str_of(row->text), GSAY_FORMAT_TEXT);
    for (size_t i = 0; i < naming.mentions.count; i++)
        if (naming.mentions.items[i].value.kind == GSAY_KIND_NAME)
            print_name(&out, &naming.mentions.items[i].value.as.name);
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->text, GSAY_ARG(got),
                  row->want);
    gsay_buffer_clear(&out);
    close_naming(&naming);
}
END_TEST

START_TEST(folds_forms_without_stops)
{
    struct naming naming;
    open_naming(&naming, GSAY_STR("The U.S. sent J. R. Martinez to the U.S. Army."), GSAY_FORMAT_TEXT);
    ck_assert_uint_eq(naming.mentions.count, 3);
    assert_str(naming.mentions.items[0].value.as.name.form, "us");
    assert_str(naming.mentions.items[1].value.as.name.form, "j r martinez");
    assert_str(naming.mentions.items[2].value.as.name.form, "us army");
    close_naming(&naming);
}
END_TEST

START_TEST(finds_none_in_code_and_addresses)
{
    struct naming naming;
    open_naming(&naming, GSAY_STR("See `Accra` and <https://Lagos.example/Accra> or mail Lagos@Accra.example now.\n"),
                GSAY_FORMAT_MARKDOWN);
    ck_assert_uint_eq(naming.mentions.count, 0);
    close_naming(&naming);
}
END_TEST

START_TEST(leaves_values_alone)
{
    struct naming naming;
    open_naming(&naming, GSAY_STR("It says so in Article Five of Accra."), GSAY_FORMAT_TEXT);
    gsay_mention  value = { .begin = 4, .end = 6, .value.kind = GSAY_KIND_IDENTIFIER };
    gsay_scan     scan = { .text = &naming.text, .arena = &naming.arena };
    gsay_mentions mentions = { .text = &naming.text, .items = &value, .count = 1 };
    value.text = (gsay_span){ naming.text.tokens[4].begin, naming.text.tokens[5].end };
    ck_assert_int_eq(gsay_find_names(&scan, &mentions, NULL), GSAY_OK);
    ck_assert_uint_eq(mentions.count, 2);
    assert_str(mentions.items[1].value.as.name.form, "accra");
    close_naming(&naming);
}
END_TEST

/* Names without end: every piece is read once, so this ends at once or never. */
START_TEST(reads_long_runs_in_linear_time)
{
    static const char *const pieces[] = {
        "Adeyemi ", "A.", "J. ", "Jean-", "van ", "Bank of ", "O'", "General ", "US "
    };
    const size_t  total = sweep(1u << 20);
    char         *text = malloc(total);
    struct naming naming;
    size_t        len = strlen(pieces[_i]);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < total; i++)
        text[i] = pieces[_i][i % len];
    open_naming(&naming, (gsay_str){ text, total }, GSAY_FORMAT_TEXT);
    close_naming(&naming);
    free(text);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    struct naming naming;
    gsay_str      text = GSAY_STR("Senator Ruth Adeyemi met J. R. Martinez of the Bank of Ghana in Accra.");
    open_naming(&naming, text, GSAY_FORMAT_TEXT);
    size_t      whole = naming.mentions.count;
    gsay_status status = GSAY_ENOMEM;
    for (size_t n = 1; status != GSAY_OK; n++) {
        gsay_arena    arena = { .fail_after = n };
        gsay_scan     scan = { .text = &naming.text, .arena = &arena };
        gsay_mentions mentions = { .text = &naming.text };
        gsay_error    err = { 0 };
        status = gsay_find_names(&scan, &mentions, &err);
        ck_assert(status == GSAY_OK || err.status == GSAY_ENOMEM);
        ck_assert(status != GSAY_OK || mentions.count == whole);
        gsay_arena_clear(&arena);
        ck_assert_uint_lt(n, 10000);
    }
    close_naming(&naming);
}
END_TEST

Suite *name_suite(void)
{
    Suite *suite = suite_create("core/extract/name");
    TCase *tests = tcase_create("names");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, reads_names_with_their_parts, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, folds_forms_without_stops);
    tcase_add_test(tests, finds_none_in_code_and_addresses);
    tcase_add_test(tests, leaves_values_alone);
    tcase_add_loop_test(tests, reads_long_runs_in_linear_time, 0, 9);
    tcase_add_test(tests, fails_cleanly_without_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
