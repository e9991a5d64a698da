/* Lines: of memory and of a file alike, with and without a break at the end. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "suite.h"

#include "base/buffer.h"
#include "source/lines.h"

Suite *lines_suite(void);

static const struct lines_row {
    gsay_str    text;
    const char *lines; /* joined by | */
    uint64_t    count;
} rows[] = {
    { { "", 0 }, "", 0 },
    { { "one", 3 }, "one|", 1 },
    { { "one\n", 4 }, "one|", 1 },
    { { "one\n\ntwo", 8 }, "one||two|", 3 },
    { { "\n", 1 }, "|", 1 },
    { { "a\r\nb\0c\n", 7 }, "a\r|b\0c|", 2 },
};

/* Read all lines, joined. */
static void join(gsay_lines *lines, gsay_buffer *joined)
{
    gsay_str line = { 0 };
    for (bool is_end = false; !is_end;) {
        ck_assert_int_eq(gsay_lines_next(lines, &line, &is_end, NULL), GSAY_OK);
        if (is_end)
            break;
        gsay_buffer_add(joined, line);
        gsay_buffer_add_byte(joined, '|');
    }
}

/* A file that holds a text; its path is written into path. */
static void write_file(char *path, gsay_str text)
{
    int   number = mkstemp(path);
    FILE *file = number >= 0 ? fdopen(number, "wb") : NULL;
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text.ptr, 1, text.len, file), text.len);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(a_file_and_memory_give_the_same_lines)
{
    const struct lines_row *row = &rows[_i];
    char                    path[] = "/tmp/gsay-lines-XXXXXX";
    gsay_buffer             joined[2] = { { 0 }, { 0 } };
    gsay_lines              memory = { .name = GSAY_STR("memory"), .text = row->text }, file;
    write_file(path, row->text);
    ck_assert_int_eq(gsay_lines_open(gsay_str_of(path), &file, NULL), GSAY_OK);
    join(&memory, &joined[0]);
    join(&file, &joined[1]);
    ck_assert(gsay_str_equal(gsay_buffer_view(&joined[0]), gsay_buffer_view(&joined[1])));
    ck_assert_uint_eq(joined[0].len, row->text.len ? row->text.len + (row->text.ptr[row->text.len - 1] != '\n') : 0);
    ck_assert(joined[0].len == 0 || memcmp(joined[0].ptr, row->lines, joined[0].len) == 0);
    ck_assert(memory.number == row->count && file.number == row->count);
    gsay_lines_close(&file);
    gsay_lines_close(&memory);
    gsay_buffer_clear(&joined[0]);
    gsay_buffer_clear(&joined[1]);
    unlink(path);
}
END_TEST

START_TEST(what_cannot_be_read_is_told_of_by_name)
{
    gsay_lines lines;
    gsay_error err = { 0 };
    gsay_str   line;
    bool       is_end = false;
    ck_assert_int_eq(gsay_lines_open(GSAY_STR("/no/such/file"), &lines, &err), GSAY_EIO);
    ck_assert_ptr_nonnull(strstr(err.message, "/no/such/file"));
    ck_assert_int_eq(gsay_lines_open(GSAY_STR("/"), &lines, &err), GSAY_OK);
    ck_assert_int_eq(gsay_lines_next(&lines, &line, &is_end, &err), GSAY_EIO);
    gsay_lines_close(&lines);
}
END_TEST

Suite *lines_suite(void)
{
    Suite *suite = suite_create("core/source/lines");
    TCase *cases = tcase_create("lines");
    tcase_add_loop_test(cases, a_file_and_memory_give_the_same_lines, 0, sizeof rows / sizeof *rows);
    tcase_add_test(cases, what_cannot_be_read_is_told_of_by_name);
    suite_add_tcase(suite, cases);
    return suite;
}
