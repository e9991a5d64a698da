/* The packed block against the lists it was made of: every entry is found with its class, the lists are in order, and
 * the spaces of keys do not leak into each other. Runs from the top of the source tree, as make does. */
#include "lexicon/closed.h"

#include <stdio.h>

#include "suite.h"

Suite *words_suite(void);

static const struct {
    const char       *path;
    gsay_word_classes classes;
    size_t            at_least; /* entries */
} LISTS[] = {
    { "core/lexicon/words/common.txt", GSAY_WORD(COMMON), 100000 },
    { "core/lexicon/words/proper.txt", GSAY_WORD(PROPER), 10000 },
    { "core/lexicon/words/given-names.txt", GSAY_WORD(GIVEN_NAME), 10000 },
    { "core/lexicon/words/family-names.txt", GSAY_WORD(FAMILY_NAME), 100000 },
    { "core/lexicon/words/places.txt", GSAY_WORD(PLACE), 1000 },
    { "core/lexicon/words/demonyms.txt", GSAY_WORD(DEMONYM), 300 },
    { "core/lexicon/words/verbs.txt", GSAY_WORD(VERB), 2000 },
};

START_TEST(every_entry_of_a_list_is_found)
{
    char   line[256];
    char   before[256] = "";
    size_t count = 0;
    FILE  *file = fopen(LISTS[_i].path, "r");
    ck_assert_msg(file != NULL, "cannot open %s", LISTS[_i].path);
    while (fgets(line, sizeof line, file)) {
        gsay_word_entry entry = { 0 };
        line[strcspn(line, "\n")] = '\0';
        if (strcmp(before, line) >= 0)
            ck_abort_msg("%s: \"%s\" stands after \"%s\"", LISTS[_i].path, line, before);
        if (!gsay_words_find(GSAY_SPACE_WORD, gsay_str_of(line), &entry) || !(entry.classes & LISTS[_i].classes))
            ck_abort_msg("%s: \"%s\" is not found", LISTS[_i].path, line);
        memcpy(before, line, sizeof before);
        count++;
    }
    fclose(file);
    ck_assert_uint_ge(count, LISTS[_i].at_least);
}
END_TEST

START_TEST(spaces_of_keys_stay_apart)
{
    gsay_word_entry entry = { 0 };
    ck_assert(gsay_words_find(GSAY_SPACE_WORD, GSAY_STR("kilometre"), &entry));
    ck_assert(!gsay_words_find(GSAY_SPACE_UNIT, GSAY_STR("kilometre"), &entry));
    ck_assert(gsay_words_find(GSAY_SPACE_CODE, GSAY_STR("[mi_i]"), &entry));
    ck_assert(!gsay_words_find(GSAY_SPACE_WORD, GSAY_STR("[mi_i]"), &entry));
    ck_assert(gsay_words_find(GSAY_SPACE_CURRENCY, GSAY_STR("EUR"), &entry));
    ck_assert(!gsay_words_find(GSAY_SPACE_UNIT, GSAY_STR("EUR"), &entry));
}
END_TEST

/* Splitting forms at their separator must leave none empty, and folded forms hold no capital. */
static void check_forms(const char *forms, char separator, bool is_folded)
{
    if (!forms)
        return;
    ck_assert_msg(*forms != separator && *forms != '\0', "empty form in \"%s\"", forms);
    for (const char *at = forms; *at; at++) {
        bool is_empty = *at == separator && (at[1] == separator || at[1] == '\0' || at[1] == ' ');
        ck_assert_msg(!is_empty, "empty form in \"%s\"", forms);
        ck_assert_msg(!is_folded || *at < 'A' || *at > 'Z', "capital in \"%s\"", forms);
    }
}

START_TEST(forms_of_closed_tables_are_clean)
{
    const gsay_lexicon_table *tables[] = { &gsay_numeral_table, &gsay_calendar_table, &gsay_people_table,
                                           &gsay_grammar_table };
    for (size_t i = 0; i < tables[_i]->count; i++) {
        check_forms(tables[_i]->rows[i].words, ' ', true);
        check_forms(tables[_i]->rows[i].phrases, ',', true);
        ck_assert(tables[_i]->rows[i].classes != 0);
    }
}
END_TEST

START_TEST(forms_of_units_and_currencies_are_clean)
{
    for (size_t i = 0; i < gsay_unit_count; i++) {
        check_forms(gsay_unit_rows[i].words, ' ', true);
        check_forms(gsay_unit_rows[i].phrases, ',', true);
        check_forms(gsay_unit_rows[i].symbols, ' ', false);
    }
    for (size_t i = 0; i < gsay_currency_count; i++) {
        check_forms(gsay_currency_rows[i].words, ' ', true);
        check_forms(gsay_currency_rows[i].phrases, ',', true);
        check_forms(gsay_currency_rows[i].symbols, ' ', false);
    }
}
END_TEST

Suite *words_suite(void)
{
    Suite *suite = suite_create("core/lexicon/words");
    TCase *table = tcase_create("words");
    tcase_set_timeout(table, 60);
    tcase_add_loop_test(table, every_entry_of_a_list_is_found, 0, sizeof LISTS / sizeof *LISTS);
    tcase_add_test(table, spaces_of_keys_stay_apart);
    tcase_add_loop_test(table, forms_of_closed_tables_are_clean, 0, 4);
    tcase_add_test(table, forms_of_units_and_currencies_are_clean);
    suite_add_tcase(suite, table);
    return suite;
}
