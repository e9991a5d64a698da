/* Every class has the members that a reader of English expects, and not the words beside them. */
#include "lexicon/lexicon.h"

#include "suite.h"

Suite *classes_suite(void);

#define NO_CLASS ((gsay_word_classes)0)

/* Words that have all of some classes and none of others. */
static const struct {
    const char       *words;
    gsay_word_classes has;
    gsay_word_classes lacks;
} MEMBERS[] = {
    { "one nineteen forty ninety zero dozen score", GSAY_WORD(NUMERAL), GSAY_WORD(ORDINAL) },
    { "dozen score gross dozens", GSAY_WORD(MULTIPLIER), GSAY_WORD(SCALE) },
    { "hundred thousand million bn trillion lakh crore k", GSAY_WORD(SCALE), GSAY_WORD(NUMERAL) },
    { "millions billions hundreds", GSAY_WORD(SCALE) | GSAY_WORD(VAGUE_NUMBER), GSAY_WORD(NUMERAL) },
    { "first second third twentieth hundredth millionth", GSAY_WORD(ORDINAL), GSAY_WORD(NUMERAL) },
    { "half quarter quarters third thirds tenths", GSAY_WORD(FRACTION), GSAY_WORD(NUMERAL) },
    { "several few many dozens tens", GSAY_WORD(VAGUE_NUMBER), GSAY_WORD(NUMERAL) },
    { "twice tripled tenfold halved", GSAY_WORD(MULTIPLE), GSAY_WORD(NUMERAL) },
    { "kilometres miles mph litre celsius percent kwh", GSAY_WORD(UNIT), GSAY_WORD(TIME_UNIT) },
    { "second hour fortnight quarter decade centuries", GSAY_WORD(TIME_UNIT), GSAY_WORD(UNIT) },
    { "dollars euro yen roubles quid bucks cents", GSAY_WORD(CURRENCY), GSAY_WORD(UNIT) },
    { "pound pounds", GSAY_WORD(CURRENCY) | GSAY_WORD(UNIT), NO_CLASS },
    { "january sept dec may march", GSAY_WORD(MONTH), GSAY_WORD(WEEKDAY) },
    { "monday thurs sat sun", GSAY_WORD(WEEKDAY), GSAY_WORD(MONTH) },
    { "feb no dr inc vs", GSAY_WORD(ABBREVIATION), NO_CLASS },
    { "february doctor house", NO_CLASS, GSAY_WORD(ABBREVIATION) },
    { "today yesterday tonight", GSAY_WORD(DAY_WORD), GSAY_WORD(WEEKDAY) },
    { "spring autumn fall", GSAY_WORD(SEASON), NO_CLASS },
    { "christmas easter ramadan", GSAY_WORD(HOLIDAY), NO_CLASS },
    { "good mother new guy", GSAY_WORD(FEAST), GSAY_WORD(FEAST_LAST) },
    { "day eve year hashanah fitr", GSAY_WORD(FEAST_LAST), GSAY_WORD(FEAST) },
    { "about nearly over under most exactly", GSAY_WORD(HEDGE), NO_CLASS },
    { "mr president secretary sergeant ambassador", GSAY_WORD(TITLE), NO_CLASS },
    { "said warns told adding claimed", GSAY_WORD(SPEECH) | GSAY_WORD(VERB), NO_CLASS },
    { "walked built green", NO_CLASS, GSAY_WORD(SPEECH) },
    { "inc ministry university party", GSAY_WORD(ORGANISATION), NO_CLASS },
    { "van von de al bin", GSAY_WORD(PARTICLE), NO_CLASS },
    { "the of and is he to", GSAY_WORD(STOP), GSAY_WORD(GIVEN_NAME) | GSAY_WORD(FAMILY_NAME) },
    { "the a this his their", GSAY_WORD(DETERMINER), GSAY_WORD(PREPOSITION) },
    { "of in from between", GSAY_WORD(PREPOSITION), GSAY_WORD(DETERMINER) },
    { "he she they it we", GSAY_WORD(PRONOUN), GSAY_WORD(CONJUNCTION) },
    { "is was has will would may", GSAY_WORD(AUXILIARY), GSAY_WORD(DETERMINER) },
    { "would could might plans expected", GSAY_WORD(MODAL), NO_CLASS },
    { "walked is seven", NO_CLASS, GSAY_WORD(MODAL) },
    { "not never without denied don't", GSAY_WORD(NEGATION), NO_CLASS },
    { "and or because who", GSAY_WORD(CONJUNCTION), NO_CLASS },
    { "climbed fell risen announces built", GSAY_WORD(VERB), GSAY_WORD(STOP) },
    { "table river orange walk colour color", GSAY_WORD(COMMON), GSAY_WORD(STOP) },
    { "mark will peter fatima", GSAY_WORD(GIVEN_NAME), NO_CLASS },
    { "smith brown putin garcia", GSAY_WORD(FAMILY_NAME), NO_CLASS },
    { "said states time market the", NO_CLASS, GSAY_WORD(FAMILY_NAME) | GSAY_WORD(GIVEN_NAME) },
    { "france tokyo texas europe", GSAY_WORD(PLACE), GSAY_WORD(COMMON) },
    { "french texan ukrainians", GSAY_WORD(DEMONYM), NO_CLASS },
    { "nato einstein", GSAY_WORD(PROPER), GSAY_WORD(COMMON) },
    { "march may", GSAY_WORD(MONTH) | GSAY_WORD(VERB), NO_CLASS },
};

START_TEST(words_have_their_classes_and_no_others)
{
    const char *word = MEMBERS[_i].words;
    while (*word) {
        gsay_str    text = { word, strcspn(word, " ") };
        gsay_lexeme found = gsay_lexicon_find(text);
        ck_assert_msg((found.classes & MEMBERS[_i].has) == MEMBERS[_i].has, "\"%.*s\" lacks a class", GSAY_ARG(text));
        ck_assert_msg(!(found.classes & MEMBERS[_i].lacks), "\"%.*s\" has a class too many", GSAY_ARG(text));
        word += text.len + (word[text.len] == ' ');
    }
}
END_TEST

static const struct {
    const char *word;
    int64_t     number;
} NUMBERS[] = {
    { "one", 1 },         { "nineteen", 19 },
    { "ninety", 90 },     { "dozen", 12 },
    { "score", 20 },      { "hundred", 2 },
    { "k", 3 },           { "lakh", 5 },
    { "million", 6 },     { "m", 6 },
    { "crore", 7 },       { "bn", 9 },
    { "billions", 9 },    { "trillion", 12 },
    { "second", 2 },      { "third", 3 },
    { "thirds", 3 },      { "half", 2 },
    { "quarter", 4 },     { "twentieth", 20 },
    { "hundredth", 100 }, { "millionth", 1000000 },
    { "twice", 2 },       { "tripled", 3 },
    { "halved", -2 },
};

START_TEST(words_have_their_numbers)
{
    gsay_lexeme found = gsay_lexicon_find(gsay_str_of(NUMBERS[_i].word));
    ck_assert_int_eq(gsay_decimal_compare(found.number, gsay_decimal_from(NUMBERS[_i].number)), 0);
}
END_TEST

static const struct {
    const char *word;
    int         index;
} INDEXES[] = {
    { "january", 1 },
    { "may", 5 },
    { "sept", 9 },
    { "december", 12 },
    { "mondays", 1 },
    { "thurs", 4 },
    { "sun", 7 },
    { "today", 8 },
    { "yesterday", 7 },
    { "tomorrow", 9 },
    { "spring", 1 },
    { "winter", 4 },
    { "about", GSAY_HEDGE_ABOUT },
    { "almost", GSAY_HEDGE_NEARLY },
    { "over", GSAY_HEDGE_OVER },
    { "least", GSAY_HEDGE_LEAST },
    { "below", GSAY_HEDGE_UNDER },
    { "most", GSAY_HEDGE_MOST },
    { "exactly", GSAY_HEDGE_EXACTLY },
};

START_TEST(words_have_their_indexes)
{
    ck_assert_int_eq(gsay_lexicon_find(gsay_str_of(INDEXES[_i].word)).index, INDEXES[_i].index);
}
END_TEST

static const struct {
    const char *word;
    int         month, day, weekday, nth, easter;
} HOLIDAYS[] = {
    { "christmas", 12, 25, 0, 0, 0 }, { "thanksgiving", 11, 0, 4, 4, 0 }, { "good friday", 0, 0, 0, 0, -2 },
    { "easter", 0, 0, 0, 0, 0 },      { "boxing day", 12, 26, 0, 0, 0 },  { "memorial day", 5, 0, 1, -1, 0 },
};

START_TEST(holidays_say_when_they_are)
{
    const gsay_holiday *holiday = gsay_holiday_of(gsay_lexicon_find(gsay_str_of(HOLIDAYS[_i].word)).index);
    ck_assert_ptr_nonnull(holiday);
    ck_assert_int_eq(holiday->month, HOLIDAYS[_i].month);
    ck_assert_int_eq(holiday->day, HOLIDAYS[_i].day);
    ck_assert_int_eq(holiday->weekday, HOLIDAYS[_i].weekday);
    ck_assert_int_eq(holiday->nth, HOLIDAYS[_i].nth);
    ck_assert_int_eq(holiday->easter, HOLIDAYS[_i].easter);
    ck_assert_int_eq(holiday->is_easter, HOLIDAYS[_i].month == 0);
}
END_TEST

START_TEST(holidays_of_other_calendars_have_no_rule)
{
    ck_assert(gsay_lexicon_find(GSAY_STR("ramadan")).classes & GSAY_WORD(HOLIDAY));
    ck_assert_ptr_null(gsay_holiday_of(gsay_lexicon_find(GSAY_STR("ramadan")).index));
    ck_assert_ptr_null(gsay_holiday_of(0));
    ck_assert_ptr_null(gsay_holiday_of(UINT8_MAX));
}
END_TEST

Suite *classes_suite(void)
{
    Suite *suite = suite_create("core/lexicon/classes");
    TCase *table = tcase_create("classes");
    tcase_add_loop_test(table, words_have_their_classes_and_no_others, 0, sizeof MEMBERS / sizeof *MEMBERS);
    tcase_add_loop_test(table, words_have_their_numbers, 0, sizeof NUMBERS / sizeof *NUMBERS);
    tcase_add_loop_test(table, words_have_their_indexes, 0, sizeof INDEXES / sizeof *INDEXES);
    tcase_add_loop_test(table, holidays_say_when_they_are, 0, sizeof HOLIDAYS / sizeof *HOLIDAYS);
    tcase_add_test(table, holidays_of_other_calendars_have_no_rule);
    suite_add_tcase(suite, table);
    return suite;
}
