/* Words that begin or bend an expression of time: "last", "early", "every", "ago" ... What each means for a date is the business
 * of core/extract; that they mean something is data, so they stand here, one row for all words of one meaning.
 *
 * The rows become class TIME_WORD with the meaning in lexeme.index (calendar_words.c). Months, weekdays, units, days seen from
 * today, seasons and holidays have classes of their own; a word that another class gives an index to must not stand here. */
#ifndef GSAY_LEXICON_TIME_WORDS_H
#define GSAY_LEXICON_TIME_WORDS_H

/* X(NAME, folded words) */
#define GSAY_TIME_WORDS(X)                                                                                             \
    X(THE, "the")                                                                                                      \
    X(A, "a an")                                                                                                       \
    X(THIS, "this")                                                                                                    \
    X(THAT, "that")                                                                                                    \
    X(SAME, "same")                                                                                                    \
    X(LAST, "last")                                                                                                    \
    X(PREVIOUS, "previous preceding prior")                                                                            \
    X(PAST, "past")                                                                                                    \
    X(NEXT, "next")                                                                                                    \
    X(COMING, "coming upcoming forthcoming")                                                                           \
    X(FOLLOWING, "following subsequent ensuing")                                                                       \
    X(CURRENT, "current")                                                                                              \
    X(RECENT, "recent")                                                                                                \
    X(EARLY, "early")                                                                                                  \
    X(MIDDLE, "mid middle")                                                                                            \
    X(LATE, "late")                                                                                                    \
    X(EARLIER, "earlier")                                                                                              \
    X(LATER, "later")                                                                                                  \
    X(BEGINNING, "beginning start")                                                                                    \
    X(END, "end")                                                                                                      \
    X(TURN, "turn")                                                                                                    \
    X(REST, "rest remainder")                                                                                          \
    X(FROM, "from")                                                                                                    \
    X(BETWEEN, "between")                                                                                              \
    X(EVERY, "every each")                                                                                             \
    X(ANY, "any all")                                                                                                  \
    X(ANOTHER, "another")                                                                                              \
    X(ONCE, "once twice thrice")                                                                                       \
    X(NOON, "noon midday")                                                                                             \
    X(MIDNIGHT, "midnight")                                                                                            \
    X(MORNING, "morning mornings dawn daybreak sunrise")                                                               \
    X(AFTERNOON, "afternoon afternoons")                                                                               \
    X(EVENING, "evening evenings dusk sunset nightfall")                                                               \
    X(NIGHT, "night nights nighttime overnight")                                                                       \
    X(DAYTIME, "daytime")                                                                                              \
    X(HOURLY, "hourly")                                                                                                \
    X(DAILY, "daily")                                                                                                  \
    X(EVERYDAY, "everyday")                                                                                            \
    X(WEEKLY, "weekly")                                                                                                \
    X(FORTNIGHTLY, "fortnightly biweekly")                                                                             \
    X(MONTHLY, "monthly")                                                                                              \
    X(QUARTERLY, "quarterly")                                                                                          \
    X(HALF_YEARLY, "semiannual semiannually biannual biannually")                                          \
    X(YEARLY, "yearly annually annual")                                                                                \
    X(BIENNIAL, "biennial biennially")                                                                                 \
    X(WEEKEND, "weekend weekends wkend")                                                                               \
    X(WEEKDAYS, "weekday weekdays")                                                                                    \
    X(FISCAL, "fiscal financial fy")                                                                                   \
    X(QUARTER_LETTER, "q")                                                                                             \
    X(HALF_LETTER, "h")                                                                                                \
    X(AD, "ad")                                                                                                        \
    X(PRESENT, "currently presently nowadays")                                                                         \
    X(LATELY, "recently lately")                                                                                       \
    X(TIMES_OF_TEN, "twenties thirties forties fifties sixties seventies eighties nineties")

typedef enum gsay_time_word {
    GSAY_TIME_NONE = 0,
#define GSAY_TIME_WORD_ENUM(name, words) GSAY_TIME_##name,
    GSAY_TIME_WORDS(GSAY_TIME_WORD_ENUM)
#undef GSAY_TIME_WORD_ENUM
    GSAY_TIME_WORD_COUNT
} gsay_time_word;

#endif
