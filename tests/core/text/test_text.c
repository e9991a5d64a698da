/* Properties that hold for every text: over random bytes of a fixed seed, runs of one unit, the fixtures of this
 * project and, where GSAY_CORPUS names a folder, everything in it. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "suite.h"
#include "reading.h"

#include "source/reader.h"
#include "source/walk.h"

/* Check's own assertions write to a file each; these run once a token. */
#define must(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg("%s", #condition);                                                                            \
    } while (0)

static void check_tokens(const struct reading *reading)
{
    const gsay_text *text = &reading->text;
    for (size_t i = 0; i < text->token_count; i++) {
        gsay_token token = text->tokens[i];
        must(token.begin < token.end);
        must(i == 0 || text->tokens[i - 1].end <= token.begin);
        must(token.word == GSAY_ID_NONE || token.word < reading->vocabulary.count);
    }
}

/* Sentences partition the tokens and lie, with them, in their blocks. */
static void check_sentences(const struct reading *reading)
{
    const gsay_text *text = &reading->text;
    size_t           next = 0;
    for (size_t i = 0; i < text->sentence_count; i++) {
        gsay_sentence sentence = text->sentences[i];
        must(sentence.begin == next);
        must(sentence.begin < sentence.end);
        must(sentence.block < reading->document.block_count);
        gsay_span block = reading->document.blocks[sentence.block].text;
        must(block.begin <= text->tokens[sentence.begin].begin);
        must(text->tokens[sentence.end - 1].end <= block.end);
        next = sentence.end;
    }
    must(next == text->token_count);
}

static void check_quotations(const struct reading *reading)
{
    const gsay_text *text = &reading->text;
    uint32_t         ends[UINT8_MAX + 1] = { 0 }; /* of the last quotation of each depth */
    for (size_t i = 0; i < text->quotation_count; i++) {
        gsay_quotation quotation = text->quotations[i];
        must(quotation.open < quotation.close);
        must(quotation.close <= text->token_count);
        must(i == 0 || text->quotations[i - 1].open < quotation.open);
        if (quotation.depth > 0)
            must(quotation.close <= ends[quotation.depth - 1]);
        else
            must(i == 0 || ends[0] <= quotation.open);
        ends[quotation.depth] = quotation.close;
    }
}

/* A word or number stands in the input as it stands in the text, unless an entity was decoded there. */
static void check_places(const struct reading *reading)
{
    const gsay_text *text = &reading->text;
    for (size_t i = 0; i < text->token_count; i++) {
        gsay_token token = text->tokens[i];
        gsay_span  place = gsay_document_place(&reading->document, (gsay_span){ token.begin, token.end });
        must(place.begin < place.end);
        must(place.end <= reading->document.source.input.len);
        gsay_str there = gsay_str_slice(reading->document.source.input, place);
        gsay_str here = gsay_token_text(text, i);
        bool     is_framed =
            there.len > here.len && there.ptr[0] == here.ptr[0] && there.ptr[there.len - 1] == here.ptr[here.len - 1];
        bool is_same = is_framed || gsay_str_equal(there, here); /* framed: markup inside a word */
        if (token.kind <= GSAY_TOKEN_DIGITS && !memchr(there.ptr, '&', there.len) && !is_same)
            ck_abort_msg("\"%.*s\" stands as \"%.*s\"", GSAY_ARG(here), GSAY_ARG(there));
    }
}

static void check_all(gsay_str input, gsay_format format)
{
    struct reading reading;
    open_reading(&reading, input, format);
    check_tokens(&reading);
    check_sentences(&reading);
    check_quotations(&reading);
    check_places(&reading);
    close_reading(&reading);
}

/* Pieces that meet in all orders: marks, stops, half addresses, letters of several alphabets, spaces. */
static const char *const pieces[] = {
    "a",
    "Mill",
    "U",
    "S",
    "s",
    "5",
    "10",
    " ",
    " ",
    "\n",
    "\n\n",
    ".",
    "..",
    "!",
    "?",
    "'",
    "\"",
    "\xE2\x80\x98",
    "\xE2\x80\x99",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\x9E",
    "\xC2\xAB",
    "\xC2\xBB",
    "``",
    "''",
    "-",
    "/",
    "//",
    ":",
    "://",
    "@",
    "#",
    "%20",
    "_",
    "\\",
    "www.",
    ".com",
    "(",
    ")",
    "[",
    "](",
    "![",
    "&amp;",
    "`",
    "*",
    "|",
    "<br>",
    "\xC3\xA9",
    "\xCC\x81",
    "\xD0\x96",
    "\xE4\xB8\xAD",
    "\xF0\x9F\x98\x80",
    "\xE2\x80\x8D",
    "\xEF\xBF\xBC",
    "\xC2\xA0",
    "\t",
    "$",
    ",",
    "Mr",
    "said",
    "- ",
    "1. ",
    "# ",
    "\r",
    "\001",
};

START_TEST(holds_for_random_texts)
{
    uint64_t   state = 88172645463325252u + (uint64_t)_i;
    gsay_arena arena = { 0 };
    char      *bytes = GSAY_NEW(&arena, char, 4096);
    size_t     len = 0;
    while (len < 400) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        gsay_str piece = gsay_str_of(pieces[state % (sizeof(pieces) / sizeof(pieces[0]))]);
        memcpy(bytes + len, piece.ptr, piece.len);
        len += piece.len;
    }
    check_all((gsay_str){ bytes, len }, _i % 2 ? GSAY_FORMAT_TEXT : GSAY_FORMAT_MARKDOWN);
    gsay_arena_clear(&arena);
}
END_TEST

/* One line without end of one unit, on which a careless scanner is quadratic; the time limit of the test would find it.
 */
static const char *const units[] = {
    "a",        "a ",   ".",    "a.", "/",   "a/", "@", "a@", "#a",    "%aa", "_",  "a_",           "\\",
    "a\\",      ":",    "a://", "'",  "s' ", "\"", "`", "(",  "U.S. ", "5",   "5.", "\xE2\x80\x9C", "\xE2\x80\x98z ",
    "\xC3\xA9", "www.", "a.b/", "! "
};

START_TEST(is_linear_on_one_unit)
{
    enum { UNITS = 1 << 17 };
    size_t     len = strlen(units[_i]);
    gsay_arena arena = { 0 };
    char      *bytes = GSAY_NEW(&arena, char, UNITS *len);
    for (size_t i = 0; i < UNITS; i++)
        memcpy(bytes + i * len, units[_i], len);
    struct reading reading;
    open_reading(&reading, (gsay_str){ bytes, UNITS * len }, GSAY_FORMAT_TEXT);
    check_tokens(&reading);
    check_sentences(&reading);
    close_reading(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    for (size_t nth = 1; nth < 60; nth++) {
        gsay_arena      arena = { 0 };
        gsay_vocabulary vocabulary;
        gsay_error      err = { 0 };
        gsay_document   document;
        gsay_text       text = { 0 };
        gsay_source     source = { .name = GSAY_STR("m"),
                                   .input = GSAY_STR(
                                       "He said \"the 'mill' burned.\" Then it rained on the U.S. again. 5 p.m.") };
        ck_assert_int_eq(gsay_vocabulary_open(&vocabulary, &err), GSAY_OK);
        ck_assert_int_eq(gsay_document_read(&arena, &source, &document, &err), GSAY_OK);
        vocabulary.arena.fail_after = nth;
        arena.fail_after = nth % 8;
        gsay_status status = gsay_text_read(&arena, &document, &vocabulary, &text, &err);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && text.tokens == NULL));
        gsay_vocabulary_close(&vocabulary);
        gsay_arena_clear(&arena);
    }
}
END_TEST

static void check_folder(const char *path)
{
    gsay_arena arena = { 0 };
    gsay_error err = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0;
    ck_assert_msg(gsay_walk(&arena, gsay_str_of(path), NULL, &files, &count, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_gt(count, 0);
    for (size_t i = 0; i < count; i++) {
        gsay_arena content = { 0 };
        gsay_str   input = { NULL, 0 };
        ck_assert_msg(gsay_file_read(&content, files[i].path, &input, &err) == GSAY_OK, "%s", err.message);
        check_all(input, gsay_format_of(files[i].path));
        gsay_arena_clear(&content);
    }
    gsay_arena_clear(&arena);
}

START_TEST(holds_for_the_fixtures)
{
    if (access("fixtures", R_OK) != 0)
        puts("note: no folder \"fixtures\" here; the test of it is left out");
    else
        check_folder("fixtures");
}
END_TEST

START_TEST(holds_for_the_corpus)
{
    const char *path = getenv("GSAY_CORPUS");
    if (!path || access(path, R_OK) != 0)
        puts("note: GSAY_CORPUS names no folder; the test of it is left out");
    else
        check_folder(path);
}
END_TEST

Suite *text_suite(void);

Suite *text_suite(void)
{
    Suite *suite = suite_create("core/text/text");
    TCase *tcase = tcase_create("text");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, holds_for_random_texts, 0, 400);
    tcase_add_loop_test(tcase, is_linear_on_one_unit, 0, (int)(sizeof(units) / sizeof(units[0])));
    tcase_add_test(tcase, fails_cleanly_without_memory);
    tcase_add_test(tcase, holds_for_the_fixtures);
    tcase_add_test(tcase, holds_for_the_corpus);
    suite_add_tcase(suite, tcase);
    return suite;
}
