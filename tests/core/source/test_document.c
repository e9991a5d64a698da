/* Reading: statuses and messages; positions; places of plain text. */
#include "suite.h"
#include "reading.h"

struct failure_row {
    gsay_str    input;
    gsay_format format;
    gsay_status status;
    size_t      offset;
};

static const struct failure_row failures[] = {
    { { "abc\xFF", 4 }, GSAY_FORMAT_TEXT, GSAY_EENCODING, 3 },
    { { "ab\0c", 4 }, GSAY_FORMAT_TEXT, GSAY_EENCODING, 2 },
    { { "\xED\xA0\x80", 3 }, GSAY_FORMAT_MARKDOWN, GSAY_EENCODING, 0 },
    { { "abc \xE2\x80", 6 }, GSAY_FORMAT_AUTO, GSAY_EENCODING, 4 },
    { { "<p>\xE9", 4 }, GSAY_FORMAT_HTML, GSAY_EENCODING, 3 },
    { { "{}", 2 }, GSAY_FORMAT_CLAIMS, GSAY_EINPUT, SIZE_MAX },
};

START_TEST(refuses_what_is_no_text)
{
    gsay_arena    arena = { 0 };
    gsay_error    err = { 0 };
    gsay_document document = { 0 };
    gsay_source   source = { .name = GSAY_STR("some.txt"), .format = failures[_i].format, .input = failures[_i].input };
    ck_assert_int_eq(gsay_document_read(&arena, &source, &document, &err), failures[_i].status);
    ck_assert_uint_eq(err.offset, failures[_i].offset);
    ck_assert_ptr_nonnull(strstr(err.message, "some.txt"));
    ck_assert_ptr_null(document.text.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

struct position_row {
    const char *input;
    uint32_t    offset, line, column;
};

static const struct position_row positions[] = {
    { "", 0, 1, 1 },
    { "abc", 2, 1, 3 },
    { "a\nb", 2, 2, 1 },
    { "a\r\nb", 3, 2, 1 },
    { "a\rb", 2, 2, 1 },
    { "a\n\nb", 3, 3, 1 },
    { "\xC3\xA9t", 2, 1, 2 },
    { "\xF0\x9F\x98\x80x", 4, 1, 2 },
    { "\xEF\xBB\xBF"
      "ab",
      4, 1, 2 },
    { "\xEF\xBB\xBF"
      "ab",
      3, 1, 1 },
    { "\xEF\xBB\xBF"
      "ab",
      0, 1, 1 },
};

START_TEST(counts_lines_and_columns)
{
    gsay_position position = { 0, 0 };
    gsay_positions_of(gsay_str_of(positions[_i].input), &positions[_i].offset, 1, &position);
    ck_assert_uint_eq(position.line, positions[_i].line);
    ck_assert_uint_eq(position.column, positions[_i].column);
}
END_TEST

START_TEST(counts_many_offsets_in_one_pass)
{
    const uint32_t offsets[] = { 0, 0, 2, 4, 9 };
    gsay_position  out[5];
    gsay_positions_of(GSAY_STR("ab\ncd\nef"), offsets, 5, out);
    ck_assert_uint_eq(out[1].column, 1);
    ck_assert_uint_eq(out[2].column, 3);
    ck_assert_uint_eq(out[3].line, 2);
    ck_assert_uint_eq(out[3].column, 2);
    ck_assert_uint_eq(out[4].line, 3);
}
END_TEST

/* Line ends and letters of one to four bytes at every place of the eight bytes that are counted together. */
START_TEST(counts_as_one_byte_after_the_other_would)
{
    static const char *const pieces[] = { "a",  "bc",   "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                                          "\n", "\r\n", "\r",       "nine or more" };
    char                     text[400] = "";
    uint32_t                 offsets[400];
    gsay_position            expected[400] = { { 1, 1 } };
    gsay_position            found[400];
    size_t                   count = 0;
    uint32_t                 state = 7;
    for (size_t len = 0; len + 16 < sizeof text; count++) {
        state = state * 1664525u + 1013904223u;
        const char *piece = pieces[(state >> 16) % (sizeof pieces / sizeof pieces[0])];
        bool        is_end = strchr("\r\n", piece[strlen(piece) - 1]) != NULL;
        bool        is_long = strlen(piece) == strlen("nine or more");
        offsets[count] = (uint32_t)len;
        /* A CR before a piece that begins with LF is one end of a line with it: keep the two apart. */
        if (piece[0] == '\n' && len && text[len - 1] == '\r')
            piece = "a", is_end = false;
        expected[count + 1] = is_end ? (gsay_position){ expected[count].line + 1, 1 }
                                     : (gsay_position){ expected[count].line,
                                                        expected[count].column + (is_long                    ? 12u
                                                                                  : strcmp(piece, "bc") == 0 ? 2u
                                                                                                             : 1u) };
        memcpy(text + len, piece, strlen(piece));
        len += strlen(piece);
    }
    gsay_positions_of(gsay_str_of(text), offsets, count, found);
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_eq(found[i].line, expected[i].line);
        ck_assert_uint_eq(found[i].column, expected[i].column);
    }
    /* far between, so that stretches of many bytes are counted */
    gsay_position_walk walk = gsay_positions_begin(gsay_str_of(text));
    for (size_t i = 0; i < count; i += 23) {
        gsay_position position = gsay_positions_next(&walk, offsets[i]);
        ck_assert_uint_eq(position.line, expected[i].line);
        ck_assert_uint_eq(position.column, expected[i].column);
    }
}
END_TEST

START_TEST(a_letter_of_two_bytes_in_a_long_line_is_one_column)
{
    char text[200];
    memset(text, 'a', sizeof text);
    memcpy(text + _i, "\xC3\xA9", 2);
    gsay_position_walk walk = gsay_positions_begin((gsay_str){ text, sizeof text });
    ck_assert_uint_eq(gsay_positions_next(&walk, 190).column, 190);
    ck_assert_uint_eq(gsay_positions_next(&walk, 200).column, 200);
}
END_TEST

START_TEST(plain_text_maps_to_itself)
{
    gsay_arena    arena = { 0 };
    gsay_document document = read_literal(&arena, "\xEF\xBB\xBFThe mill.", GSAY_FORMAT_TEXT);
    gsay_span     place = gsay_document_place(&document, (gsay_span){ 7, 11 });
    ck_assert_uint_eq(place.begin, 7);
    ck_assert_uint_eq(place.end, 11);
    ck_assert_ptr_eq(document.text.ptr, document.source.input.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

Suite *document_suite(void);

Suite *document_suite(void)
{
    Suite *suite = suite_create("core/source/document");
    TCase *tcase = tcase_create("document");
    tcase_add_loop_test(tcase, refuses_what_is_no_text, 0, (int)(sizeof(failures) / sizeof(failures[0])));
    tcase_add_loop_test(tcase, counts_lines_and_columns, 0, (int)(sizeof(positions) / sizeof(positions[0])));
    tcase_add_test(tcase, counts_many_offsets_in_one_pass);
    tcase_add_test(tcase, counts_as_one_byte_after_the_other_would);
    tcase_add_loop_test(tcase, a_letter_of_two_bytes_in_a_long_line_is_one_column, 0, 180);
    tcase_add_test(tcase, plain_text_maps_to_itself);
    suite_add_tcase(suite, tcase);
    return suite;
}
