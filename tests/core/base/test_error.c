/* Errors: what is kept, what is cut, and that nobody needs one. */
#include "base/error.h"

#include "suite.h"

Suite *error_suite(void);

START_TEST(keeps_status_offset_and_sentence)
{
    gsay_error error = { 0 };
    ck_assert_int_eq(gsay_fail(&error, GSAY_EIO, 17, "cannot open %s", "quay.txt"), GSAY_EIO);
    ck_assert_int_eq(error.status, GSAY_EIO);
    ck_assert_uint_eq(error.offset, 17);
    ck_assert_str_eq(error.message, "cannot open quay.txt");
}
END_TEST

START_TEST(works_without_an_error_to_fill)
{
    ck_assert_int_eq(gsay_fail(NULL, GSAY_ERULE, 0, "%d", 1), GSAY_ERULE);
    ck_assert_int_eq(gsay_fail_memory(NULL), GSAY_ENOMEM);
}
END_TEST

START_TEST(says_that_memory_is_exhausted)
{
    gsay_error error = { 0 };
    ck_assert_int_eq(gsay_fail_memory(&error), GSAY_ENOMEM);
    ck_assert_uint_eq(error.offset, SIZE_MAX);
    ck_assert_ptr_nonnull(strstr(error.message, "memory is exhausted"));
}
END_TEST

START_TEST(is_one_line_without_control_bytes)
{
    gsay_error error = { 0 };
    gsay_fail(&error, GSAY_EIO, 0, "cannot read %s", "a\nb\x1b[1m\x7f");
    ck_assert_str_eq(error.message, "cannot read a b [1m ");
}
END_TEST

static const char *const CHARACTERS[] = { "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x8C\x8A" };

/* Fill the message with one character behind 0 to 3 bytes, so that the cut falls on each of its bytes. */
START_TEST(is_cut_between_characters)
{
    const char *character = CHARACTERS[_i];
    size_t      width = strlen(character);
    for (size_t shift = 0; shift < 4; shift++) {
        char   text[4 * GSAY_ERROR_BYTES] = { 0 };
        size_t len = shift;
        memset(text, '-', shift);
        for (; len + width < sizeof text; len += width)
            memcpy(text + len, character, width);
        gsay_error error = { 0 };
        gsay_fail(&error, GSAY_EIO, 0, "%s", text);
        size_t kept = strlen(error.message);
        ck_assert_uint_eq((kept - shift) % width, 0);
        ck_assert_uint_gt(kept + width, GSAY_ERROR_BYTES - 1);
        ck_assert_int_eq(memcmp(error.message, text, kept), 0);
    }
}
END_TEST

START_TEST(a_message_that_just_fits_is_whole)
{
    char       text[GSAY_ERROR_BYTES] = { 0 };
    gsay_error error = { 0 };
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xC3\xA9", 2);
    text[sizeof text - 2] = '!';
    gsay_fail(&error, GSAY_EIO, 0, "%s", text);
    ck_assert_str_eq(error.message, text);
}
END_TEST

static gsay_status try_it(gsay_status status, int *reached)
{
    GSAY_TRY(status);
    *reached = 1;
    return GSAY_OK;
}

START_TEST(passes_a_failure_on)
{
    int reached = 0;
    ck_assert_int_eq(try_it(GSAY_ELIMIT, &reached), GSAY_ELIMIT);
    ck_assert_int_eq(reached, 0);
    ck_assert_int_eq(try_it(GSAY_OK, &reached), GSAY_OK);
    ck_assert_int_eq(reached, 1);
}
END_TEST

Suite *error_suite(void)
{
    Suite *suite = suite_create("core/base/error");
    TCase *tcase = tcase_create("error");
    tcase_add_test(tcase, keeps_status_offset_and_sentence);
    tcase_add_test(tcase, works_without_an_error_to_fill);
    tcase_add_test(tcase, says_that_memory_is_exhausted);
    tcase_add_test(tcase, is_one_line_without_control_bytes);
    tcase_add_loop_test(tcase, is_cut_between_characters, 0, 4);
    tcase_add_test(tcase, a_message_that_just_fits_is_whole);
    tcase_add_test(tcase, passes_a_failure_on);
    suite_add_tcase(suite, tcase);
    return suite;
}
