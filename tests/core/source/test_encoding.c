/* Encodings: what is recognised, what is left alone, and that places are told in bytes of the file. */
#include "suite.h"
#include "reading.h"

#include "source/encoding.h"

struct row {
    const char *name;
    gsay_format format;
    gsay_str    input;
    const char *encoding; /* "" for none */
    const char *text;     /* of the converted input, from its body on */
};

#define BYTES(literal)                                                                                                 \
    {                                                                                                                  \
        literal, sizeof(literal) - 1                                                                                   \
    }
#define META(label) "<meta charset=" label ">"

static const struct row rows[] = {
    { "UTF-8 stays", GSAY_FORMAT_HTML, BYTES("caf\xC3\xA9"), "", "caf\xC3\xA9" },
    { "UTF-8 stays, whatever it declares", GSAY_FORMAT_HTML, BYTES(META("latin1") "caf\xC3\xA9"), "", "caf\xC3\xA9" },
    { "ASCII stays", GSAY_FORMAT_HTML, BYTES(META("koi8-r") "cafe"), "", "cafe" },
    { "Latin-1 means Windows-1252", GSAY_FORMAT_HTML,
      BYTES(META("'ISO-8859-1'") "caf\xE9 \x80"
                                 "5"),
      "Windows-1252",
      "caf\xC3\xA9 \xE2\x82\xAC"
      "5" },
    { "the older form", GSAY_FORMAT_HTML,
      BYTES("<META http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\xC4\xE0"), "Windows-1251",
      "\xD0\x94\xD0\xB0" },
    { "an XML declaration", GSAY_FORMAT_HTML, BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\xB3"),
      "ISO-8859-2", "\xC5\x82" },
    { "two bytes a character", GSAY_FORMAT_HTML,
      BYTES(META("Shift_JIS") "a\x93\xFA"
                              "b"),
      "Shift_JIS",
      "a\xE6\x97\xA5"
      "b" },
    { "GB18030", GSAY_FORMAT_HTML, BYTES(META("gb2312") "\xC4\xE3"), "GB18030", "\xE4\xBD\xA0" },
    { "bytes that a code page leaves open", GSAY_FORMAT_HTML,
      BYTES(META("cp1252") "a\x81"
                           "b"),
      "Windows-1252",
      "a\xEF\xBF\xBD"
      "b" },
    { "signs that are the same everywhere", GSAY_FORMAT_HTML, BYTES("<p>the mill\x92s \x93sold\x94"), "Windows-1252",
      "the mill\xE2\x80\x99s \xE2\x80\x9Csold\xE2\x80\x9D" },
    { "nothing declared, as browsers have it", GSAY_FORMAT_HTML, BYTES("<p>caf\xE9"), "Windows-1252", "caf\xC3\xA9" },
    { "words beyond ASCII are of another encoding", GSAY_FORMAT_HTML, BYTES("<p>\xCC\xEE\xF1\xEA\xE2\xE0"), "",
      "\xCC\xEE\xF1\xEA\xE2\xE0" },
    { "bytes that the default leaves open", GSAY_FORMAT_HTML, BYTES("<p>caf\x81"), "", "caf\x81" },
    { "broken UTF-8 is not the default", GSAY_FORMAT_HTML, BYTES("<p>\xE2\x82\xAC \xC3"), "", "\xE2\x82\xAC \xC3" },
    { "a label in a comment declares nothing", GSAY_FORMAT_HTML, BYTES("<!-- <meta charset=koi8-r> -->\xE9"),
      "Windows-1252", "\xC3\xA9" },
    { "an unknown label", GSAY_FORMAT_HTML, BYTES(META("x-klingon") "\xE9"), "", "\xE9" },
    { "declared UTF-8", GSAY_FORMAT_HTML, BYTES(META("utf-8") "\xE9"), "", "\xE9" },
    { "plain text declares nothing", GSAY_FORMAT_TEXT, BYTES(META("latin1") "\xE9"), "", "\xE9" },
    { "UTF-16 in order of little end", GSAY_FORMAT_TEXT,
      BYTES("\xFF\xFE"
            "a\0\xE9\0\x3D\xD8\0\xDE"),
      "UTF-16LE", "a\xC3\xA9\xF0\x9F\x98\x80" },
    { "UTF-16 in order of big end", GSAY_FORMAT_TEXT, BYTES("\xFE\xFF\0a\x20\xAC"), "UTF-16BE", "a\xE2\x82\xAC" },
    { "nothing but a mark", GSAY_FORMAT_TEXT, BYTES("\xFF\xFE"), "UTF-16LE", "" },
    { "nothing", GSAY_FORMAT_HTML, BYTES(""), "", "" },
};

START_TEST(recognises_and_converts)
{
    const struct row *row = &rows[_i];
    gsay_arena        arena = { 0 };
    gsay_error        err = { 0 };
    gsay_source       source = { .name = GSAY_STR("x"), .format = row->format, .input = row->input };
    ck_assert_msg(gsay_source_decode(&arena, &source, &err) == GSAY_OK, "%s: %s", row->name, err.message);
    ck_assert_msg(strcmp(source.decoding ? source.decoding->encoding : "", row->encoding) == 0, "%s", row->name);
    ck_assert_msg(gsay_str_ends(source.input, gsay_str_of(row->text)), "%s: %.*s", row->name, GSAY_ARG(source.input));
    ck_assert(source.decoding || source.input.ptr == row->input.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

struct broken_row {
    gsay_str input;
    size_t   offset;
};

static const struct broken_row broken[] = {
    { BYTES("\xFF\xFE"
            "a\0\0\xDC"),
      4 }, /* half a pair */
    { BYTES("\xFF\xFE"
            "a\0b"),
      4 }, /* half a unit */
    { BYTES(META("Shift_JIS") "a\x93"), sizeof(META("Shift_JIS")) },
};

START_TEST(refuses_bytes_of_no_character)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_source source = { .name = GSAY_STR("some.html"), .format = GSAY_FORMAT_HTML, .input = broken[_i].input };
    ck_assert_int_eq(gsay_source_decode(&arena, &source, &err), GSAY_EENCODING);
    ck_assert_uint_eq(err.offset, broken[_i].offset);
    ck_assert_ptr_nonnull(strstr(err.message, "some.html"));
    ck_assert_ptr_eq(source.input.ptr, broken[_i].input.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

/* Every character of the converted text stands where the file has it: the origins of single characters follow each
 * other without gaps. */
START_TEST(tells_places_in_the_file)
{
    gsay_arena  arena = { 0 };
    gsay_source source = { .name = GSAY_STR("x"), .format = rows[_i].format, .input = rows[_i].input };
    ck_assert_int_eq(gsay_source_decode(&arena, &source, NULL), GSAY_OK);
    uint32_t file = 0;
    for (uint32_t at = 0; source.decoding && at < source.input.len;) {
        uint32_t end = at + 1;
        while (end < source.input.len && ((unsigned char)source.input.ptr[end] & 0xC0) == 0x80)
            end++;
        gsay_span origin = gsay_decoding_origin(source.decoding, (gsay_span){ at, end });
        ck_assert_uint_eq(origin.begin, file);
        ck_assert_uint_gt(origin.end, origin.begin);
        if (end - at == 1)
            ck_assert(memchr(rows[_i].input.ptr + origin.begin, source.input.ptr[at], origin.end - origin.begin));
        file = origin.end;
        at = end;
    }
    ck_assert(!source.decoding || file == rows[_i].input.len);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(words_stand_at_their_bytes)
{
    static const char input[] = META("latin1") "<p>Le caf\xE9 co\xFBte 5 \x80, d\xE9j\xE0 vu";
    gsay_arena        arena = { 0 };
    gsay_document     document = { 0 };
    gsay_source       source = {
              .name = GSAY_STR("x"), .format = GSAY_FORMAT_HTML, .date = GSAY_DAY_NONE, .input = { input, sizeof(input) - 1 }
    };
    ck_assert_int_eq(gsay_source_decode(&arena, &source, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, NULL), GSAY_OK);
    const char *word = strstr(document.text.ptr, "vu");
    uint32_t    at = (uint32_t)(word - document.text.ptr);
    gsay_span   origin =
        gsay_decoding_origin(document.source.decoding, gsay_document_place(&document, (gsay_span){ at, at + 2 }));
    ck_assert_uint_eq(origin.begin, sizeof(input) - 3);
    ck_assert_uint_eq(origin.end, sizeof(input) - 1);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    gsay_status status = GSAY_ENOMEM;
    for (size_t nth = 1; status != GSAY_OK && nth < 50; nth++) {
        gsay_arena  arena = { .fail_after = nth };
        gsay_source source = { .name = GSAY_STR("x"), .format = GSAY_FORMAT_HTML, .input = rows[3].input };
        status = gsay_source_decode(&arena, &source, NULL);
        ck_assert(status == GSAY_OK || (status == GSAY_ENOMEM && !source.decoding));
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
}
END_TEST

Suite *encoding_suite(void);

Suite *encoding_suite(void)
{
    Suite *suite = suite_create("core/source/encoding");
    TCase *tcase = tcase_create("encoding");
    int    count = (int)(sizeof(rows) / sizeof(rows[0]));
    tcase_add_loop_test(tcase, recognises_and_converts, 0, count);
    tcase_add_loop_test(tcase, refuses_bytes_of_no_character, 0, (int)(sizeof(broken) / sizeof(broken[0])));
    tcase_add_loop_test(tcase, tells_places_in_the_file, 0, count);
    tcase_add_test(tcase, words_stand_at_their_bytes);
    tcase_add_test(tcase, fails_cleanly_without_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
