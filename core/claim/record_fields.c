/* The tables of what a record holds. A field that alignment, rules or reports use and that no row names is lost on the
 * way to another machine: whoever adds one to value.h, claim.h or record.h adds a row here. Left out is claim.mention,
 * an index into what stays behind. */
#include "claim/record_line.h"

#define TEXTS_MAX  65536 /* strings of one set */
#define OFFSET_MAX 0x7fffffff
#define CLOCK_MAX  (24 * 60)
#define POWER_MAX  (2 * GSAY_DECIMAL_EXPONENT_MAX) /* of ten, of the last digit written */

#define SECOND(name, text) text,

static const char *const kind_words[] = { "none", GSAY_KINDS(SECOND) };
static const char *const bound_words[] = { GSAY_BOUNDS(SECOND) };
static const char *const part_words[] = { GSAY_PARTS(SECOND) };
static const char *const type_words[] = { "other", "person", "org", "place" };
static const char *const resolution_words[] = { "not", "text", "date", "group" };
static const char *const origin_words[] = { "unknown", "clause", "dateline" };
static const char *const mood_words[] = { "real", "possible" };

static const char *const granularity_words[] = {
    [GSAY_GRANULARITY_NONE] = "none",     [GSAY_GRANULARITY_CENTURY] = "century",
    [GSAY_GRANULARITY_DECADE] = "decade", [GSAY_GRANULARITY_YEAR] = "year",
    [GSAY_GRANULARITY_HALF] = "half",     [GSAY_GRANULARITY_QUARTER] = "quarter",
    [GSAY_GRANULARITY_SEASON] = "season", [GSAY_GRANULARITY_MONTH] = "month",
    [GSAY_GRANULARITY_WEEK] = "week",     [GSAY_GRANULARITY_DAY] = "day",
    [GSAY_GRANULARITY_TIME] = "time",     [GSAY_GRANULARITY_PERIOD] = "period",
};

static const char *const dimension_words[] = {
    [GSAY_DIMENSION_NONE] = "none",
    [GSAY_DIMENSION_LENGTH] = "length",
    [GSAY_DIMENSION_AREA] = "area",
    [GSAY_DIMENSION_VOLUME] = "volume",
    [GSAY_DIMENSION_MASS] = "mass",
    [GSAY_DIMENSION_SPEED] = "speed",
    [GSAY_DIMENSION_TEMPERATURE] = "temperature",
    [GSAY_DIMENSION_TIME] = "time",
    [GSAY_DIMENSION_DATA] = "data",
    [GSAY_DIMENSION_DATA_RATE] = "data-rate",
    [GSAY_DIMENSION_ENERGY] = "energy",
    [GSAY_DIMENSION_POWER] = "power",
    [GSAY_DIMENSION_PRESSURE] = "pressure",
    [GSAY_DIMENSION_FREQUENCY] = "frequency",
    [GSAY_DIMENSION_VOLTAGE] = "voltage",
    [GSAY_DIMENSION_CURRENT] = "current",
    [GSAY_DIMENSION_FORCE] = "force",
    [GSAY_DIMENSION_ANGLE] = "angle",
    [GSAY_DIMENSION_CONCENTRATION] = "concentration",
    [GSAY_DIMENSION_OTHER] = "other",
    [GSAY_DIMENSION_PERCENT] = "percent",
    [GSAY_DIMENSION_POINT] = "point",
};

static const gsay_field number_fields[] = {
    GSAY_ROW_DECIMAL(gsay_number, lo, "lo"),
    GSAY_ROW_DECIMAL(gsay_number, hi, "hi"),
    GSAY_ROW_FLAG(gsay_number, has_lo, "has_lo"),
    GSAY_ROW_FLAG(gsay_number, has_hi, "has_hi"),
    GSAY_ROW_WORD(gsay_number, bound, "bound", bound_words),
    GSAY_ROW_TEXT(gsay_number, unit, "unit"),
    GSAY_ROW_WORD(gsay_number, dimension, "dimension", dimension_words),
    GSAY_ROW_TEXT(gsay_number, of, "of"),
    GSAY_ROW_NUMBER(gsay_number, precision, "precision", -POWER_MAX, POWER_MAX),
    GSAY_ROW_END,
};
static const gsay_object        number_object = { number_fields, sizeof(gsay_number), alignof(gsay_number) };
static const gsay_object *const number_objects[] = { &number_object };

static const gsay_field temporal_fields[] = {
    GSAY_ROW_TEXT(gsay_temporal, timex, "value"),
    GSAY_ROW_DAY(gsay_temporal, days.from, "from"),
    GSAY_ROW_DAY(gsay_temporal, days.to, "to"),
    GSAY_ROW_WORD(gsay_temporal, resolved_by, "resolved_by", resolution_words),
    GSAY_ROW_WORD(gsay_temporal, granularity, "granularity", granularity_words),
    GSAY_ROW_NUMBER(gsay_temporal, year, "year", GSAY_YEAR_MIN, GSAY_YEAR_MAX),
    GSAY_ROW_NUMBER(gsay_temporal, month, "month", 0, 12),
    GSAY_ROW_NUMBER(gsay_temporal, day, "day", 0, 31),
    GSAY_ROW_NUMBER(gsay_temporal, weekday, "weekday", 0, 7),
    GSAY_ROW_FLAG(gsay_temporal, is_approx, "approx"),
    GSAY_ROW_OBJECT(gsay_temporal, length, "length", number_objects),
    GSAY_ROW_END,
};
static const gsay_object temporal_object = { temporal_fields, sizeof(gsay_temporal), alignof(gsay_temporal) };

static const gsay_field name_fields[] = {
    GSAY_ROW_TEXT(gsay_name, form, "form"),
    GSAY_ROW_TEXT(gsay_name, shown, "shown"),
    GSAY_ROW_WORD(gsay_name, type, "type", type_words),
    GSAY_ROW_TEXT(gsay_name, title, "title"),
    GSAY_ROW_TEXT(gsay_name, given, "given"),
    GSAY_ROW_TEXT(gsay_name, family, "family"),
    GSAY_ROW_TEXT(gsay_name, stands_for, "stands_for"),
    GSAY_ROW_FLAG(gsay_name, is_demonym, "demonym"),
    GSAY_ROW_END,
};
static const gsay_object name_object = { name_fields, sizeof(gsay_name), alignof(gsay_name) };

static const gsay_field quote_fields[] = {
    GSAY_ROW_TEXT(gsay_quote, speaker, "speaker"),
    GSAY_ROW_TEXT(gsay_quote, cue, "cue"),
    GSAY_ROW_TEXT(gsay_quote, normal, "normal"),
    GSAY_ROW_END,
};
static const gsay_object quote_object = { quote_fields, sizeof(gsay_quote), alignof(gsay_quote) };

/* What a value of each kind holds; an identifier nothing. */
static const gsay_object *const value_objects[GSAY_KIND_COUNT] = {
    [GSAY_KIND_NUMBER] = &number_object, [GSAY_KIND_PERCENT] = &number_object,    [GSAY_KIND_ORDINAL] = &number_object,
    [GSAY_KIND_MONEY] = &number_object,  [GSAY_KIND_QUANTITY] = &number_object,   [GSAY_KIND_DATE] = &temporal_object,
    [GSAY_KIND_TIME] = &temporal_object, [GSAY_KIND_DURATION] = &temporal_object, [GSAY_KIND_SET] = &temporal_object,
    [GSAY_KIND_NAME] = &name_object,     [GSAY_KIND_QUOTE] = &quote_object,
};

static const gsay_field when_fields[] = {
    GSAY_ROW_NUMBER(gsay_when, years[0], "year", GSAY_YEAR_MIN, GSAY_YEAR_MAX),
    GSAY_ROW_NUMBER(gsay_when, years[1], "other_year", GSAY_YEAR_MIN, GSAY_YEAR_MAX),
    GSAY_ROW_NUMBER(gsay_when, months, "months", 0, UINT16_MAX),
    GSAY_ROW_NUMBER(gsay_when, days, "days", 0, UINT32_MAX),
    GSAY_ROW_NUMBER(gsay_when, weekdays, "weekdays", 0, UINT8_MAX),
    GSAY_ROW_NUMBER(gsay_when, clock, "clock", 0, CLOCK_MAX),
    GSAY_ROW_END,
};
static const gsay_object        when_object = { when_fields, sizeof(gsay_when), alignof(gsay_when) };
static const gsay_object *const when_objects[] = { &when_object };

static const gsay_field claim_fields[] = {
    GSAY_ROW_TEXT(gsay_claim, block, "block"),
    GSAY_ROW_TEXT(gsay_claim, head, "head"),
    GSAY_ROW_TEXTS(gsay_claim, modifiers.items, modifiers.count, "modifiers", TEXTS_MAX),
    GSAY_ROW_TEXT(gsay_claim, predicate, "predicate"),
    GSAY_ROW_TEXT(gsay_claim, subject, "subject"),
    GSAY_ROW_WORDS(gsay_claim, parts, "part", part_words),
    GSAY_ROW_TEXTS(gsay_claim, about.items, about.count, "about", TEXTS_MAX),
    GSAY_ROW_DAY(gsay_claim, time.from, "from"),
    GSAY_ROW_DAY(gsay_claim, time.to, "to"),
    GSAY_ROW_WORD(gsay_claim, time_origin, "time_origin", origin_words),
    GSAY_ROW_OBJECT(gsay_claim, when, "when", when_objects),
    GSAY_ROW_TEXT(gsay_claim, before, "before"),
    GSAY_ROW_TEXT(gsay_claim, after, "after"),
    GSAY_ROW_WORD(gsay_claim, mood, "mood", mood_words),
    GSAY_ROW_FLAG(gsay_claim, is_negated, "negated"),
    GSAY_ROW_FLAG(gsay_claim, is_heading, "heading"),
    GSAY_ROW_TEXT(gsay_claim, speaker, "speaker"),
    GSAY_ROW_HASHES(gsay_claim, content.hashes, content.count, "content", GSAY_CONTENT_MAX),
    GSAY_ROW_NUMBER(gsay_claim, others, "others", 0, UINT32_MAX),
    GSAY_ROW_END,
};
static const gsay_object        claim_object = { claim_fields, sizeof(gsay_claim), alignof(gsay_claim) };
static const gsay_object *const claim_objects[] = { &claim_object };

static const gsay_field place_fields[] = {
    GSAY_ROW_NUMBER(gsay_place, span.begin, "start", 0, OFFSET_MAX),
    GSAY_ROW_NUMBER(gsay_place, span.end, "end", 0, OFFSET_MAX),
    GSAY_ROW_LIKE(gsay_place, origin.begin, "origin_start", 0, OFFSET_MAX, span.begin),
    GSAY_ROW_LIKE(gsay_place, origin.end, "origin_end", 0, OFFSET_MAX, span.end),
    GSAY_ROW_NUMBER(gsay_place, line, "line", 1, UINT32_MAX),
    GSAY_ROW_NUMBER(gsay_place, column, "column", 1, UINT32_MAX),
    GSAY_ROW_TEXT(gsay_place, text, "text"),
    GSAY_ROW_NUMBER(gsay_place, excerpt_begin, "excerpt_start", 0, OFFSET_MAX),
    GSAY_ROW_TEXT(gsay_place, excerpt, "excerpt"),
    GSAY_ROW_FLAG(gsay_place, is_cut_left, "cut_left"),
    GSAY_ROW_FLAG(gsay_place, is_cut_right, "cut_right"),
    GSAY_ROW_END,
};
const gsay_object               gsay_place_object = { place_fields, sizeof(gsay_place), alignof(gsay_place) };
static const gsay_object *const place_objects[] = { &gsay_place_object };

static const gsay_field record_fields[] = {
    GSAY_ROW_TEXT(gsay_record_text, source, "source"),
    GSAY_ROW_TEXT(gsay_record_text, named, "named"),
    GSAY_ROW_INDEX(gsay_record_text, record, "record"),
    GSAY_ROW_OBJECT(gsay_record_text, place, "place", place_objects),
    GSAY_ROW_WORD(gsay_record_text, value.kind, "kind", kind_words),
    GSAY_ROW_CHOICE(gsay_record_text, value.as, value.kind, "value", value_objects),
    GSAY_ROW_OPTION(gsay_record_text, claim, "claim", claim_objects),
    GSAY_ROW_TEXT(gsay_record_text, before, "before"),
    GSAY_ROW_TEXT(gsay_record_text, after, "after"),
    GSAY_ROW_NUMBER(gsay_record_text, sentence_number, "sentence_number", 0, UINT32_MAX),
    GSAY_ROW_TEXT(gsay_record_text, sentence, "sentence"),
    GSAY_ROW_END,
};
const gsay_object gsay_record_object = { record_fields, sizeof(gsay_record_text), alignof(gsay_record_text) };
