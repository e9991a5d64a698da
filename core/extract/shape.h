/* What can begin where: a glance at a token and what stands behind it tells which readers of date.c's family could read anything there, so
 * that the others are not called. Private to core/extract and its tests. */
#ifndef GSAY_EXTRACT_SHAPE_H
#define GSAY_EXTRACT_SHAPE_H

#include "extract/date_parts.h"

/* The shapes of an expression of time, as bits of a set; those of one file stand in the order in which they are tried. */
enum gsay_shape {
    /* absolute.c */
    GSAY_SHAPE_WITH_WEEKDAY = 1 << 0, /* "Thursday, 24 February 2022" */
    GSAY_SHAPE_MONTH_FIRST = 1 << 1,  /* "April 14th, 2015" */
    GSAY_SHAPE_DAY_FIRST = 1 << 2,    /* "14 April" */
    GSAY_SHAPE_YEAR_FIRST = 1 << 3,   /* "2015 April" */
    GSAY_SHAPE_NUMERIC = 1 << 4,      /* "2015-04-14" */
    GSAY_SHAPE_BARE_DAY = 1 << 5,     /* "the 15th" */
    GSAY_SHAPE_BARE_YEAR = 1 << 6,    /* "1939", "the year 1939" */
    /* relative.c */
    GSAY_SHAPE_DAY_WORD = 1 << 7,      /* "today" */
    GSAY_SHAPE_NTH_OF = 1 << 8,        /* "the first Monday of May" */
    GSAY_SHAPE_ADJECTIVE = 1 << 9,     /* "last week" */
    GSAY_SHAPE_DISTANCE_FROM = 1 << 10, /* "two days after Christmas" */
    GSAY_SHAPE_DISTANCE = 1 << 11,     /* "two days ago" */
    GSAY_SHAPE_UNIT_OF = 1 << 12,      /* "the week of May 4" */
    /* season.c */
    GSAY_SHAPE_FISCAL = 1 << 13,  /* "fiscal 2021" */
    GSAY_SHAPE_DECADE = 1 << 14,  /* "the 1990s" */
    GSAY_SHAPE_CENTURY = 1 << 15, /* "the ninth century" */
    GSAY_SHAPE_QUARTER = 1 << 16, /* "the third quarter", "Q3" */
    GSAY_SHAPE_SEASON = 1 << 17,  /* "spring 1942" */
    GSAY_SHAPE_HOLIDAY = 1 << 18, /* "Good Friday" */
    GSAY_SHAPE_WEEK = 1 << 19,    /* "week 31" */
    /* time.c */
    GSAY_SHAPE_CLOCK = 1 << 20, /* "8 p.m." */
    GSAY_SHAPE_PART = 1 << 21,  /* "the early evening" */
    /* date.c */
    GSAY_SHAPE_MODIFIED = 1 << 22, /* "the end of", before a date */
    /* period.c, set.c, duration.c */
    GSAY_SHAPE_OPENED = 1 << 23,       /* "from", before two ends */
    GSAY_SHAPE_BARE_FIRST = 1 << 24,   /* "13", before "to 15 July" */
    GSAY_SHAPE_LAST_OR_NEXT = 1 << 25, /* "the past two weeks" */
    GSAY_SHAPE_SET = 1 << 26,          /* "every day" */
    GSAY_SHAPE_LENGTH = 1 << 27,       /* "three years" */
    GSAY_SHAPE_PLURAL = 1 << 28        /* "years", in "for years" */
};

#define GSAY_SHAPES_ABSOLUTE ((1 << 7) - 1)
#define GSAY_SHAPES_RELATIVE ((1 << 13) - (1 << 7))
#define GSAY_SHAPES_OF_YEAR  ((1 << 20) - (1 << 13))
#define GSAY_SHAPES_DATE     (((1 << 20) - 1) | GSAY_SHAPE_MODIFIED)
#define GSAY_SHAPES_POINT    ((1 << 23) - 1) /* of gsay_read_point */
#define GSAY_SHAPES_COUNTED  (GSAY_SHAPE_DISTANCE_FROM | GSAY_SHAPE_DISTANCE | GSAY_SHAPE_LENGTH) /* begin with a length */

/* How an expression begins. */
typedef struct gsay_opening {
    uint32_t shapes;      /* gsay_shape: what its first token, and where that is "the" the one behind it, can begin */
    bool     has_article; /* "the" stands first */
} gsay_opening;

/* The lowest bit of a set that is not empty, by its number. */
static inline unsigned gsay_shape_first(uint32_t shapes)
{
    return (unsigned)__builtin_ctz(shapes);
}

#define GSAY_MEMO_PLACES 8u /* a power of two; more than one phrase asks for again */

/* What the walk has read already, so that no phrase is read twice. Lives in the scan's arena; gsay_scan.dates, NULL where
 * nothing is remembered. Places are found by the token, and hold it + 1, so that 0 is none. */
typedef struct gsay_date_memo {
    struct {
        uint32_t  key, end;
        int16_t   told_year; /* gsay_scan.told_year when it was read */
        gsay_when when;
    } points[GSAY_MEMO_PLACES]; /* of gsay_read_point */
    struct {
        uint32_t    key, end;
        gsay_length length;
    } lengths[GSAY_MEMO_PLACES]; /* of gsay_read_length */
    struct {
        uint32_t     key, end;
        gsay_decimal value;
    } numbers[GSAY_MEMO_PLACES];   /* of gsay_read_number */
    struct {
        uint32_t     key;
        gsay_opening opening;
    } openings[GSAY_MEMO_PLACES]; /* of gsay_opening_at */
    uint32_t time_from, time_next; /* of start.c: no token of [time_from, time_next) speaks of time */
} gsay_date_memo;

/* Find out how an expression at the token would begin, and keep it: shape.c. Cost: a look at some tokens. */
gsay_opening gsay_opening_find(const gsay_scan *scan, uint32_t at);

/* Tell how an expression at the token would begin; found out once a token. */
static inline gsay_opening gsay_opening_at(const gsay_scan *scan, uint32_t at)
{
    const gsay_date_memo *memo = scan->dates;
    uint32_t              place = at % GSAY_MEMO_PLACES;
    return memo && memo->openings[place].key == at + 1 ? memo->openings[place].opening : gsay_opening_find(scan, at);
}

/* start.c: tell by a glance whether an expression of time can start at a token; false is certain. */
bool gsay_date_can_start(const gsay_scan *scan, uint32_t at);
/* start.c: the same for a feast of several words: "Good Friday", "Mother's Day", "Yom Kippur". */
bool gsay_feast_can_start(const gsay_scan *scan, uint32_t at);

/* shape_number.c: the shapes that a run of digits begins. */
uint32_t gsay_digits_shapes(const gsay_scan *scan, uint32_t at);
/* shape_number.c: of the shapes that a number in words begins those that have what they must have behind it. */
uint32_t gsay_numeral_shapes(const gsay_scan *scan, uint32_t at, uint32_t shapes);
/* shape_number.c: the same for "a" and "another". */
uint32_t gsay_one_shapes(const gsay_scan *scan, uint32_t at, uint32_t shapes);
/* shape_number.c: the shapes that a symbol begins which may be a number: "½". */
uint32_t gsay_symbol_shapes(const gsay_scan *scan, uint32_t at);

#endif
