/* Words that code asks for by name: "of", "the", "o'clock". Their ids are fixed when the program is compiled.
 *
 * A vocabulary learns these words first and in this order, so in every vocabulary the id of "of" is GSAY_FIXED_OF: to ask whether a token
 * says "of" is to compare two integers, and a list of words is a switch, or a table of GSAY_FIXED_COUNT answers. The ids are those
 * of folded words (gsay_token.word); how a word is written with a capital, or what its token is otherwise, they do not tell.
 *
 * A word that is missing is one more row, rising by name. What a word means is not said here: that is the lexicon's, or the asker's. */
#ifndef GSAY_LEXICON_FIXED_H
#define GSAY_LEXICON_FIXED_H

#include <stdint.h>

/* X(NAME, folded word) */
/* clang-format off */
#define GSAY_FIXED_WORDS(X) \
    X(A, "a") X(ABOUT, "about") X(ACCORDING, "according") X(ADDITIONAL, "additional") X(AFTER, "after")                \
    X(AFTERWARD, "afterward") X(AFTERWARDS, "afterwards") X(AGE, "age") X(AGED, "aged") X(AGO, "ago") X(ALL, "all")    \
    X(AM, "am") X(AN, "an") X(AND, "and") X(ARE, "are") X(AROUND, "around") X(AT, "at") X(BACK, "back")                \
    X(BCE, "bce") X(BEFORE, "before") X(BEGINNING, "beginning") X(BELOW, "below") X(BETTER, "better")                  \
    X(BETWEEN, "between") X(BUSINESS, "business") X(BY, "by") X(CALENDAR, "calendar") X(CALIBER, "caliber")            \
    X(CALIBRE, "calibre") X(CHILDREN, "children") X(CIRCA, "circa") X(CLIPPED_LL, "'ll")                               \
    X(CONSECUTIVE, "consecutive") X(COUPLE, "couple") X(CR, "cr") X(CREATED, "created") X(CURRENTLY, "currently")      \
    X(CY, "cy") X(DATE, "date") X(DATED, "dated") X(DAY, "day") X(DAYS, "days") X(DOZEN, "dozen")                      \
    X(DOZENS, "dozens") X(DUE, "due") X(DURING, "during") X(E, "e") X(EACH, "each") X(EARLIER, "earlier")              \
    X(EARLY, "early") X(ENTIRE, "entire") X(EVE, "eve") X(EVERY, "every") X(EXTRA, "extra") X(FALL, "fall")            \
    X(FEW, "few") X(FEWER, "fewer") X(FILED, "filed") X(FIRST, "first") X(FOLD, "fold") X(FOLLOWING, "following")      \
    X(FOR, "for") X(FREEZING, "freezing") X(FROM, "from") X(FULL, "full") X(FY, "fy") X(GANG, "gang")                  \
    X(GRAS, "gras") X(GROUP, "group") X(H, "h") X(HALF, "half") X(HAND, "hand") X(HANDFUL, "handful") X(HE, "he")      \
    X(HENCE, "hence") X(HER, "her") X(HIS, "his") X(HOUR, "hour") X(HOURS, "hours") X(HRS, "hrs")                      \
    X(HUNDRED, "hundred") X(HUNDREDS, "hundreds") X(IN, "in") X(IS, "is") X(ISH, "ish") X(ISSUED, "issued")            \
    X(ITS, "its") X(JUST, "just") X(LAC, "lac") X(LAST, "last") X(LASTS, "lasts") X(LATE, "late") X(LATER, "later")    \
    X(LEAST, "least") X(LESS, "less") X(LETTER_X, "x") X(LONG, "long") X(M, "m") X(MARCH, "march") X(MAY, "may")       \
    X(MEN, "men") X(MID, "mid") X(MIL, "mil") X(MIN, "min") X(MINS, "mins") X(MINUS, "minus") X(MINUTE, "minute")      \
    X(MINUTES, "minutes") X(MODIFIED, "modified") X(MONTH, "month") X(MORE, "more") X(MOST, "most") X(ND, "nd")        \
    X(NEGATIVE, "negative") X(NEXT, "next") X(NO, "no") X(NOON, "noon") X(NOW, "now") X(NOWADAYS, "nowadays")          \
    X(OCLOCK, "oclock") X(ODD, "odd") X(OF, "of") X(OFF, "off") X(OLD, "old") X(OLDS, "olds") X(ON, "on")              \
    X(ONE, "one") X(ONLY, "only") X(ONWARD, "onward") X(ONWARDS, "onwards") X(OR, "or") X(ORDER, "order")              \
    X(OTHER, "other") X(OUT, "out") X(OVER, "over") X(O_CLOCK, "o'clock") X(P, "p") X(PART, "part") X(PAST, "past")    \
    X(PEOPLE, "people") X(PER, "per") X(PERCENT, "percent") X(PERCENTAGE, "percentage") X(PLUS, "plus") X(PM, "pm")    \
    X(POINT, "point") X(POINTS, "points") X(POLICE, "police") X(POSSESSIVE_S, "'s") X(POST, "post")                    \
    X(POSTED, "posted") X(PP, "pp") X(PRE, "pre") X(PRESENTLY, "presently") X(PREVIOUSLY, "previously")                \
    X(PRIOR, "prior") X(PUBLISHED, "published") X(Q, "q") X(QTR, "qtr") X(QUARTER, "quarter") X(RD, "rd") X(S, "s")    \
    X(SCHEDULED, "scheduled") X(SCORES, "scores") X(SEASON, "season") X(SECOND, "second") X(SEVERAL, "several")        \
    X(SHALL, "shall") X(SHE, "she") X(SINCE, "since") X(SINGLE, "single") X(SO, "so") X(SOLID, "solid")                \
    X(SPLIT, "split") X(SPRING, "spring") X(ST, "st") X(STARTING, "starting") X(STRAIGHT, "straight")                  \
    X(SUCH, "such") X(T, "t") X(TAKES, "takes") X(TENS, "tens") X(TH, "th") X(THAN, "than") X(THAT, "that")            \
    X(THE, "the") X(THEIR, "their") X(THERE, "there") X(THEY, "they") X(THIRD, "third") X(THIRTY, "thirty")            \
    X(THIS, "this") X(THOUGHT, "thought") X(THOUGHTS, "thoughts") X(THOUSAND, "thousand") X(THOUSANDS, "thousands")    \
    X(THREE, "three") X(THROUGH, "through") X(THROUGHOUT, "throughout") X(THRU, "thru") X(TILL, "till")                \
    X(TIME, "time") X(TIMES, "times") X(TO, "to") X(TODAY, "today") X(TOMORROW, "tomorrow") X(TONIGHT, "tonight")      \
    X(TROOPS, "troops") X(TWENTY, "twenty") X(TWICE, "twice") X(TWO, "two") X(U, "u") X(UNDER, "under")                \
    X(UNTIL, "until") X(UP, "up") X(UPDATED, "updated") X(UPON, "upon") X(VERSUS, "versus") X(WAS, "was")              \
    X(WEEK, "week") X(WERE, "were") X(WHEN, "when") X(WHICH, "which") X(WHILE, "while") X(WHO, "who")                  \
    X(WHOLE, "whole") X(WHOM, "whom") X(WILL, "will") X(WITH, "with") X(WITHIN, "within") X(WITHOUT, "without")        \
    X(WOMEN, "women") X(WORKING, "working") X(YEAR, "year") X(YEARS, "years") X(YESTERDAY, "yesterday")                \
    X(ZERO, "zero")
/* clang-format on */

/* The ids. */
enum gsay_fixed_word {
#define GSAY_FIXED_ENUM(name, word) GSAY_FIXED_##name,
    GSAY_FIXED_WORDS(GSAY_FIXED_ENUM)
#undef GSAY_FIXED_ENUM
    GSAY_FIXED_COUNT
};

/* What a table says of a word by its id: table[id] for a fixed word, 0 for any other. One table with a bit for each question answers
 * them all at once: static const uint32_t cues[GSAY_FIXED_COUNT] = { [GSAY_FIXED_OF] = CUE_PART, ... } */
static inline uint32_t gsay_fixed_look(const uint32_t table[GSAY_FIXED_COUNT], uint32_t id)
{
    return id < GSAY_FIXED_COUNT ? table[id] : 0;
}

#endif
