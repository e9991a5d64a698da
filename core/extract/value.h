/* Typed values: what a mention says, exact, without its context. The same types pass through claim, align, rule and report,
 * so nothing here points at tokens, ids or memory of one run: strings are text, dates are day numbers, numbers are decimals. */
#ifndef GSAY_EXTRACT_VALUE_H
#define GSAY_EXTRACT_VALUE_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "lexicon/lexicon.h"

/* The kinds of a mention. X(NAME, name as printed) */
#define GSAY_KINDS(X)                                                                                                  \
    X(NUMBER, "number")                                                                                                \
    X(PERCENT, "percent")                                                                                              \
    X(ORDINAL, "ordinal")                                                                                              \
    X(MONEY, "money")                                                                                                  \
    X(QUANTITY, "quantity")                                                                                            \
    X(DATE, "date")                                                                                                    \
    X(TIME, "time")                                                                                                    \
    X(DURATION, "duration")                                                                                            \
    X(SET, "set")                                                                                                      \
    X(NAME, "name")                                                                                                    \
    X(QUOTE, "quote")                                                                                                  \
    X(IDENTIFIER, "identifier")

typedef enum gsay_kind {
    GSAY_KIND_NONE = 0,
#define GSAY_KIND_ENUM(name, text) GSAY_KIND_##name,
    GSAY_KINDS(GSAY_KIND_ENUM)
#undef GSAY_KIND_ENUM
    GSAY_KIND_COUNT
} gsay_kind;

/* How a number is bounded. X(NAME, name as printed) */
#define GSAY_BOUNDS(X)                                                                                                 \
    X(EXACT, "exact")         /* lo = hi */                                                                            \
    X(APPROX, "approx")       /* about, around, some: lo = hi */                                                       \
    X(NEARLY, "nearly")       /* nearly, almost, close to: lo = hi */                                                  \
    X(AT_LEAST, "at-least")   /* lo alone */                                                                           \
    X(MORE_THAN, "more-than") /* lo alone, open */                                                                     \
    X(AT_MOST, "at-most")     /* hi alone */                                                                           \
    X(LESS_THAN, "less-than") /* hi alone, open */                                                                     \
    X(RANGE, "range")         /* lo < hi */                                                                            \
    X(VAGUE, "vague")         /* a few, dozens: lo, hi where the word gives any */

typedef enum gsay_bound {
#define GSAY_BOUND_ENUM(name, text) GSAY_BOUND_##name,
    GSAY_BOUNDS(GSAY_BOUND_ENUM)
#undef GSAY_BOUND_ENUM
    GSAY_BOUND_COUNT
} gsay_bound;

/* A number, percentage, money, quantity, ordinal, or the length of a duration: as written, never widened (comparison widens). */
typedef struct gsay_number {
    gsay_decimal   lo;        /* meaningful when has_lo */
    gsay_decimal   hi;        /* meaningful when has_hi */
    gsay_str       unit;      /* "%", "pp", ISO 4217, "$", UCUM; "" for a plain number */
    gsay_str       of;        /* a count's noun as written, folded, singular where regular ("nation"); "" when none */
    bool           has_lo;
    bool           has_hi;
    uint8_t        bound;     /* gsay_bound */
    uint8_t        dimension; /* gsay_dimension of unit; NONE for numbers, percentages and money */
    int16_t        precision; /* power of ten of the last digit written, the coarser of both ends */
} gsay_number;

typedef enum gsay_resolution {
    GSAY_RESOLVED_NOT = 0, /* no interval */
    GSAY_RESOLVED_TEXT,    /* the text itself says it all */
    GSAY_RESOLVED_DATE,    /* with the source's date */
    GSAY_RESOLVED_GROUP    /* by alignment, from a source of the group that dates the same event in full */
} gsay_resolution;

typedef enum gsay_granularity {
    GSAY_GRANULARITY_NONE = 0,
    GSAY_GRANULARITY_CENTURY, GSAY_GRANULARITY_DECADE, GSAY_GRANULARITY_YEAR, GSAY_GRANULARITY_HALF, GSAY_GRANULARITY_QUARTER,
    GSAY_GRANULARITY_SEASON, GSAY_GRANULARITY_MONTH, GSAY_GRANULARITY_WEEK, GSAY_GRANULARITY_DAY, GSAY_GRANULARITY_TIME,
    GSAY_GRANULARITY_PERIOD /* an interval of two ends or an open one */
} gsay_granularity;

/* A date, time, duration or set. Parts are as written, 0 where not written; they let weekday-date compare and alignment resolve. */
typedef struct gsay_temporal {
    gsay_str    timex;       /* TIMEX3 value: "2022-02", "2025-02-12T14:00", "P3Y", "XXXX-WXX-3"; "" for an open or two-ended period without one */
    gsay_days   days;        /* the half-open interval meant; GSAY_DAY_NONE where open or unresolved; both when resolved_by is NOT */
    gsay_number length;      /* of a duration; else zeroed */
    int16_t     year;        /* as written, four digits; 0 none; BC years negative (44 BC is -44) */
    uint8_t     month;       /* 1 to 12 */
    uint8_t     day;         /* 1 to 31, even where no such day exists ("31 June": then no interval, and timex says 2022-06-31) */
    uint8_t     weekday;     /* 1 to 7, the weekday written in one phrase with the date or alone */
    uint8_t     granularity; /* gsay_granularity */
    uint8_t     resolved_by; /* gsay_resolution */
    bool        is_approx;   /* early, late, mid, about: TIMEX3 mod */
} gsay_temporal;

typedef enum gsay_name_type {
    GSAY_NAME_OTHER = 0,
    GSAY_NAME_PERSON,
    GSAY_NAME_ORG,
    GSAY_NAME_PLACE
} gsay_name_type;

/* A name. Strings owned by the mention's arena, those of one word by the vocabulary; parts of a plain name are slices of its form; "" where absent. */
typedef struct gsay_name {
    gsay_str form;   /* as written without title and possessive, folded: "pete hegseth" */
    gsay_str shown;  /* the same as written: "Pete Hegseth" */
    gsay_str title;  /* folded office or rank beside it: "us defence secretary", "mr" */
    gsay_str given;  /* folded */
    gsay_str family; /* folded; the only part of a lone surname */
    gsay_str stands_for; /* of an acronym: the words that a bracket beside it says it stands for, as written */
    uint8_t  type;   /* gsay_name_type */
    bool     is_demonym; /* a nationality alone ("Russian"): spelled like a name, but names nothing by itself */
} gsay_name;

/* A quotation: the words between the marks. */
typedef struct gsay_quote {
    gsay_str speaker; /* as written, resolved inside the source where a pronoun or office clearly stands for a name; "" unknown */
    gsay_str cue;     /* the verb of speech as written, folded ("said"); "" none */
    gsay_str normal;  /* the words as compared: folded, marks and typography dropped, one space between; an ellipsis stays as "…",
                         brackets "[...]" as "[]" with their words inside: "we want [] like you" never loses the reader a word */
} gsay_quote;

/* A value of any kind. */
typedef struct gsay_value {
    gsay_kind kind;
    union {
        gsay_number   number;   /* NUMBER PERCENT ORDINAL MONEY QUANTITY; IDENTIFIER: zeroed */
        gsay_temporal temporal; /* DATE TIME DURATION SET */
        gsay_name     name;     /* NAME */
        gsay_quote    quote;    /* QUOTE */
    } as;
} gsay_value;

/* The printed names. kind and bound in range. */
const char *gsay_kind_name(gsay_kind kind);
const char *gsay_bound_name(gsay_bound bound);
const char *gsay_name_type_name(gsay_name_type type);

/* Append the value as the JSON object of INTERFACES.md ("extract", member "value"). */
void gsay_value_write(gsay_buffer *buffer, const gsay_value *value);

/* Append the value as a person would write it in a table: "about 20%", "2025-02-12", "at least 40", "$1.5 billion". */
void gsay_value_show(gsay_buffer *buffer, const gsay_value *value);

/* Tell whether a kind carries a gsay_number, or a gsay_temporal. */
static inline bool gsay_kind_is_number(gsay_kind kind)
{
    return kind >= GSAY_KIND_NUMBER && kind <= GSAY_KIND_QUANTITY;
}
static inline bool gsay_kind_is_temporal(gsay_kind kind)
{
    return kind >= GSAY_KIND_DATE && kind <= GSAY_KIND_SET;
}

#endif
