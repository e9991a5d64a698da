/* Structs as JSON objects and back, both from one table of their fields, so that what is written and what is read cannot drift apart.
 *
 * A table names each member, where it lies in the struct and what it may hold. Members that hold what cleared memory holds (or what
 * the row names as absent) are left out. Reading refuses what the table does not know, what stands twice, and what is out of
 * range; what one field owes to another is for whoever owns the struct to check. Enumerations are written as words, so that
 * a new value between two others changes no old file. Numbers beyond 2^53 and exact decimals are written as strings: the reader
 * (cJSON) gives doubles. */
#ifndef GSAY_SOURCE_FIELDS_H
#define GSAY_SOURCE_FIELDS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/decimal.h"

typedef enum gsay_field_type {
    GSAY_FIELD_TEXT = 0,    /* gsay_str */
    GSAY_FIELD_FLAG,        /* bool: true, or absent */
    GSAY_FIELD_NUMBER,      /* a whole number, low to high */
    GSAY_FIELD_NUMBER_LIKE, /* the same; where absent, it is what the number at `other` is */
    GSAY_FIELD_WORD,        /* an enumeration: one of words; the first is absent */
    GSAY_FIELD_WORDS,       /* a set of bits: a list of words */
    GSAY_FIELD_DECIMAL,     /* gsay_decimal: "42e-1", "5/3e-1p-15" (coefficient, divisor, exponent, precision) */
    GSAY_FIELD_HASHES,      /* uint32_t * with a count at `other`: eight hexadecimal digits each, in one string */
    GSAY_FIELD_TEXTS,       /* gsay_str * with a count at `other` */
    GSAY_FIELD_CHARACTERS,  /* char[size], NUL-terminated, of exactly size - 1 characters */
    GSAY_FIELD_OBJECT,      /* a struct inside this one */
    GSAY_FIELD_OPTION,      /* a pointer to a struct, or NULL */
    GSAY_FIELD_OBJECTS,     /* a pointer to structs with a count at `other` */
    GSAY_FIELD_CHOICE       /* a struct inside this one; the number at `other` says which of objects */
} gsay_field_type;

/* A struct and its members. */
typedef struct gsay_object gsay_object;

/* One member. Made by the macros below. */
typedef struct gsay_field {
    gsay_str                  name;   /* ptr NULL ends a table */
    gsay_field_type           type;
    size_t                    offset; /* in the struct */
    size_t                    size;   /* of a number, in bytes */
    size_t                    other;  /* offset of a second field, see the types */
    size_t                    other_size;
    int64_t                   low;    /* below 0 for signed numbers */
    int64_t                   high;   /* the largest number; of words, how many; of lists, most items */
    int64_t                   absent; /* the number that is not written */
    const char *const        *words;
    const gsay_object *const *objects; /* OBJECT, OPTION, OBJECTS: the one; CHOICE: by number, NULL: none may stand there */
} gsay_field;

/* At most GSAY_FIELDS_MAX members. */
struct gsay_object {
    const gsay_field *fields;
    size_t            size; /* of the struct */
    size_t            align;
};

#define GSAY_FIELDS_MAX 64u

/* Rows of a table: the struct, its member, the name in JSON, what else the type asks for. */
#define GSAY_FIELD_AT(structure, member, text)                                                                         \
    .name = { text, sizeof text - 1 }, .offset = offsetof(structure, member), .size = sizeof(((structure *)0)->member)
#define GSAY_FIELD_BESIDE(structure, member)                                                                           \
    .other = offsetof(structure, member), .other_size = sizeof(((structure *)0)->member)
#define GSAY_ROW_TEXT(structure, member, text) { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_TEXT }
#define GSAY_ROW_FLAG(structure, member, text) { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_FLAG }
#define GSAY_ROW_NUMBER(structure, member, text, least, most)                                                          \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_NUMBER, .low = (least), .high = (most) }
#define GSAY_ROW_INDEX(structure, member, text) /* UINT32_MAX is none */                                              \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_NUMBER, .high = UINT32_MAX - 1, .absent = UINT32_MAX }
#define GSAY_ROW_DAY(structure, member, text)                                                                          \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_NUMBER, .low = GSAY_FIELD_DAY_MIN,                    \
      .high = GSAY_FIELD_DAY_MAX, .absent = GSAY_DAY_NONE }
#define GSAY_ROW_LIKE(structure, member, text, least, most, like)                                                      \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_NUMBER_LIKE, .low = (least), .high = (most),          \
      GSAY_FIELD_BESIDE(structure, like) }
#define GSAY_ROW_WORD(structure, member, text, names)                                                                  \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_WORD, .high = sizeof(names) / sizeof *(names),        \
      .words = (names) }
#define GSAY_ROW_WORDS(structure, member, text, names)                                                                 \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_WORDS, .high = sizeof(names) / sizeof *(names),       \
      .words = (names) }
#define GSAY_ROW_DECIMAL(structure, member, text)                                                                      \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_DECIMAL }
#define GSAY_ROW_HASHES(structure, member, count, text, most)                                                          \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_HASHES, GSAY_FIELD_BESIDE(structure, count),          \
      .high = (most) }
#define GSAY_ROW_TEXTS(structure, member, count, text, most)                                                           \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_TEXTS, GSAY_FIELD_BESIDE(structure, count),           \
      .high = (most) }
#define GSAY_ROW_CHARACTERS(structure, member, text)                                                                   \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_CHARACTERS }
#define GSAY_ROW_OBJECT(structure, member, text, table)                                                                \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_OBJECT, .objects = (table) }
#define GSAY_ROW_OPTION(structure, member, text, table)                                                                \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_OPTION, .objects = (table) }
#define GSAY_ROW_OBJECTS(structure, member, count, text, most, table)                                                  \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_OBJECTS, GSAY_FIELD_BESIDE(structure, count),         \
      .high = (most), .objects = (table) }
#define GSAY_ROW_CHOICE(structure, member, number, text, tables)                                                       \
    { GSAY_FIELD_AT(structure, member, text), .type = GSAY_FIELD_CHOICE, GSAY_FIELD_BESIDE(structure, number),         \
      .high = sizeof(tables) / sizeof *(tables), .objects = (tables) }
#define GSAY_ROW_END { .name = { NULL, 0 } }

/* Days that a record may name: what the years of the calendar hold, with room for open ends. */
#define GSAY_FIELD_DAY_MAX 4000000
#define GSAY_FIELD_DAY_MIN (-GSAY_FIELD_DAY_MAX - 719528) /* years count from 0, days from 1970 */

/* Append a struct as a JSON object. Cost: linear in what it holds. */
void gsay_fields_write(gsay_buffer *buffer, const gsay_object *object, const void *item);

/* Read a struct from the JSON object that text is all of. In one thread at a time.
 *
 * arena   receives what the struct points to; nothing refers to text afterwards.
 * text    borrowed; any bytes.
 * item    caller's struct of the object's size; in any state after an error.
 * Returns GSAY_OK; GSAY_ENOMEM; GSAY_EINPUT or GSAY_EENCODING with a message that ends a sentence: "its place.start is no whole number
 *         from 0 to 9". */
gsay_status gsay_fields_read(gsay_arena *arena, gsay_str text, const gsay_object *object, void *item, gsay_error *err);

#endif
