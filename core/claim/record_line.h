/* Records as lines of text, gainsay-claims/1: what one machine extracts and another one compares.
 *
 *     BLOCK TAB SOURCE TAB OFFSET TAB SEQUENCE TAB JSON
 *
 * The columns have one width each, so that the order of the bytes (LC_ALL=C sort) is one total order of the records, the same for any
 * partition of the sources:
 *   BLOCK     gsay_hash of the record's block in 16 hexadecimal digits; sixteen hyphens, which sort before every digit, on the one line that
 *             each source has for itself (engine/source_line.h)
 *   SOURCE    gsay_hash of the source's name, likewise
 *   OFFSET    the record's first byte in the source's input, in ten decimal digits; 0 on the line of a source
 *   SEQUENCE  its number in the source, from 0, likewise
 * Block and source are hashed since names have any length and may hold a tab or a line break; the names themselves stand in the JSON, which tells
 * apart what has one hash by chance. The JSON holds no tab and no line break, is UTF-8, and is written and read by one table (record_fields.c):
 * source, place (with the line of text that a report shows), kind, value, claim, neighbours, sentence.
 *
 * A value of a named claim (named.h) has a line of its own besides: its block is the claim's name, its sequence counts the values of named
 * claims, and `record` says which record it is among the others. Whether its own record is then compared under that name alone is for the
 * reader to decide, who may not have asked for the name. */
#ifndef GSAY_CLAIM_RECORD_LINE_H
#define GSAY_CLAIM_RECORD_LINE_H

#include "claim/record.h"
#include "source/fields.h"

/* The version of the lines; each source's own line states it. */
#define GSAY_RECORD_SCHEMA "gainsay-claims/1"

/* The columns before the JSON. */
typedef struct gsay_record_key {
    bool     is_source; /* the line of a source; block is then 0 */
    bool     is_named;  /* the line of a value of a named claim; known once its JSON is read */
    uint64_t block;
    uint64_t source;
    uint32_t offset;
    uint32_t sequence;
} gsay_record_key;

/* Append the columns of a line, the last tab included. */
void gsay_record_key_write(gsay_buffer *buffer, const gsay_record_key *key);

/* Read the columns of a line.
 *
 * line   without its line break; borrowed.
 * json   out: the rest of it; borrows.
 * Returns GSAY_OK, or GSAY_EINPUT with a message that ends a sentence. */
gsay_status gsay_record_key_read(gsay_str line, gsay_record_key *key, gsay_str *json, gsay_error *err);

/* Append the line of a record, its line break included, whatever its block has become. */
void gsay_record_write(gsay_buffer *buffer, const gsay_record *record);

/* Append the line of a value of a named claim. number: of records->named. */
void gsay_named_record_write(gsay_buffer *buffer, const gsay_records *records, size_t number);

/* Read a record back. All that C code relies on is checked: ranges, order of sets, places within their excerpts, columns
 * that say what the JSON says.
 *
 * arena   receives all that the record points to.
 * key     of its line; is_named is set.
 * record  out; its role is that of a peer. Of a named value, the sequence is that of its own record, UINT32_MAX when it has none. Untouched on error.
 * Returns GSAY_OK; GSAY_ENOMEM; GSAY_EINPUT or GSAY_EENCODING with a message that ends a sentence. */
gsay_status gsay_record_read(gsay_arena *arena, gsay_record_key *key, gsay_str json, gsay_record *record, gsay_error *err);

/* A gsay_place as an object, but for its source. For tables of what has places. */
extern const gsay_object gsay_place_object;

/* Check a place that was read: it lies where its excerpt, its text and its numbers say. Returns GSAY_OK, or GSAY_EINPUT with a message that
 * ends a sentence. */
gsay_status gsay_place_check(const gsay_place *place, gsay_error *err);

/* A record as its JSON holds it; private to core/claim, and for tests of its table. */
typedef struct gsay_record_text {
    gsay_str          source;
    gsay_str          named;  /* the name of the claim that it is a value of; "" for records as such */
    uint32_t          record; /* of a named value: the sequence of its own record; UINT32_MAX none */
    gsay_place        place; /* without its source */
    gsay_value        value;
    const gsay_claim *claim;
    gsay_str          before;
    gsay_str          after;
    gsay_str          sentence;
    uint32_t          sentence_number;
} gsay_record_text;

/* The table of gsay_record_text. record_fields.c */
extern const gsay_object gsay_record_object;

/* Check a record that was read, but for its columns. Returns as gsay_place_check does. record_check.c */
gsay_status gsay_record_check(const gsay_record_text *record, gsay_error *err);

/* The block of a record: that of its claim; "quote" or "name" where there is none. */
gsay_str gsay_record_block(gsay_kind kind, const gsay_claim *claim);

#endif
