/* Texts from literals read up to their claims, for the tests of this folder. */
#ifndef GSAY_TESTS_CLAIM_READING_H
#define GSAY_TESTS_CLAIM_READING_H

#include <check.h>

#include "base/utf8.h"
#include "claim/record.h"

/* A source with all that its claims stand on. Open with open_claims, close with close_claims. */
struct reading {
    gsay_arena      arena;
    gsay_arena      lasting; /* claims, which records borrow */
    gsay_vocabulary vocabulary;
    gsay_document   document;
    gsay_text       text;
    gsay_mentions   mentions;
    gsay_claims     claims;
};

/* Read a text with a vocabulary that is open, taught or not; date: YYYY-MM-DD or NULL. The test fails when a stage does. */
static inline void read_claims(struct reading *reading, gsay_str input, const char *date)
{
    gsay_source source = { .name = GSAY_STR("literal"), .format = GSAY_FORMAT_TEXT, .input = input };
    source.date = date ? gsay_day_read(gsay_str_of(date)) : GSAY_DAY_NONE;
    ck_assert_int_eq(gsay_document_read(&reading->arena, &source, &reading->document, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_text_read(&reading->arena, &reading->document, &reading->vocabulary, &reading->text, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_extract(&reading->arena, &reading->text, GSAY_DAY_NONE, &reading->mentions, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_claims_read(&reading->lasting, &reading->mentions, &reading->claims, NULL), GSAY_OK);
}

/* Read a text likewise, from nothing. */
static inline void open_claims(struct reading *reading, gsay_str input, const char *date)
{
    *reading = (struct reading){ 0 };
    ck_assert_int_eq(gsay_vocabulary_open(&reading->vocabulary, NULL), GSAY_OK);
    read_claims(reading, input, date);
}

/* The claim of the first mention that reads so; the test fails when there is none. */
static inline const gsay_claim *claim_of(const struct reading *reading, const char *text)
{
    for (size_t i = 0; i < reading->claims.count; i++) {
        const gsay_claim *claim = &reading->claims.items[i];
        gsay_str          shown = gsay_str_slice(reading->document.text, reading->mentions.items[claim->mention].text);
        if (gsay_str_equal(shown, gsay_str_of(text)))
            return claim;
    }
    ck_abort_msg("no claim reads \"%s\"", text);
    return NULL;
}

/* Give all back. */
static inline void close_claims(struct reading *reading)
{
    gsay_vocabulary_close(&reading->vocabulary);
    gsay_arena_clear(&reading->arena);
    gsay_arena_clear(&reading->lasting);
}

#endif
