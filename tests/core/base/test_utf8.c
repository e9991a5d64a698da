/* UTF-8: every code point and every short sequence of bytes against a slow check, folding by its laws. */
#include "base/utf8.h"

#include <stdlib.h>

#include "random.h"
#include "suite.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof(table)[0]))

Suite *utf8_suite(void);

/* The first and last byte of each kind. */
static const unsigned char DECIDING[] = { 0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2,
                                          0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF };

/* Encode by the definition. Returns the length. */
static size_t encode(uint32_t point, char out[4])
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)((0xF00 >> length & 0xF0) | point);
    return length;
}

/* Tell whether bytes are one code point other than NUL, by decoding without checks and encoding again. */
static bool is_one_point(const unsigned char *bytes, size_t len)
{
    uint32_t point = len == 1 ? bytes[0] : bytes[0] & (0x7Fu >> len);
    char     again[4];
    for (size_t i = 1; i < len; i++)
        point = point << 6 | (bytes[i] & 0x3F);
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return false;
    return encode(point, again) == len && memcmp(again, bytes, len) == 0;
}

/* The slow check: the offset of the first byte that begins no code point. */
static size_t check_slowly(const unsigned char *bytes, size_t len)
{
    size_t offset = 0;
    while (offset < len) {
        size_t width = 1;
        while (width <= 4 && width <= len - offset && !is_one_point(bytes + offset, width))
            width++;
        if (width > 4 || width > len - offset)
            break;
        offset += width;
    }
    return offset;
}

START_TEST(decodes_and_classifies_every_code_point)
{
    uint32_t step = sweep_step();
    for (uint32_t point = 1; point <= 0x10FFFF; point += step) {
        char   text[4];
        size_t length = 0;
        if (point >= 0xD800 && point < 0xE000)
            point = 0xE000;
        gsay_str slice = { text, encode(point, text) };
        if (gsay_utf8_check(slice) != slice.len || gsay_utf8_decode(slice, 0, &length) != point ||
            length != slice.len || gsay_utf8_count(slice) != 1 || gsay_utf8_class(point) > GSAY_CHAR_DIGIT)
            ck_abort_msg("U+%04X", point);
    }
}
END_TEST

START_TEST(checks_every_pair_of_bytes_before_each_that_decides)
{
    uint32_t step = sweep_step();
    for (uint32_t pair = 0; pair < 1u << 16; pair += step)
        for (size_t i = 0; i < sizeof DECIDING; i++) {
            unsigned char bytes[3] = { (unsigned char)(pair >> 8), (unsigned char)pair, DECIDING[i] };
            if (gsay_utf8_check((gsay_str){ (char *)bytes, 3 }) != check_slowly(bytes, 3))
                ck_abort_msg("%02X %02X %02X", bytes[0], bytes[1], bytes[2]);
        }
}
END_TEST

/* Random bytes from the few that decide, within ASCII, so that the fast path ends and begins anywhere. */
START_TEST(checks_long_texts_like_the_slow_check)
{
    uint64_t seed = 3;
    size_t   rounds = sweep(50000);
    for (size_t round = 0; round < rounds; round++) {
        unsigned char bytes[40];
        size_t        len = next_random(&seed) % sizeof bytes;
        memset(bytes, 'a', sizeof bytes);
        size_t begin = next_random(&seed) % 36;
        for (size_t i = begin; i < begin + 4; i++)
            bytes[i] = DECIDING[next_random(&seed) % sizeof DECIDING];
        ck_assert_uint_eq(gsay_utf8_check((gsay_str){ (char *)bytes, len }), check_slowly(bytes, len));
    }
}
END_TEST

static const struct {
    const char *text;
    size_t      len;
    size_t      bad;
} BROKEN[] = {
    { "", 0, 0 },
    { "harbour lights", 14, 14 },
    { "harbour\0lights", 14, 7 },
    { "0123456789abcdef\0", 17, 16 },
    { "ab\xC0\x80", 4, 2 },               /* overlong NUL */
    { "ab\xE2\x82", 4, 2 },               /* cut off */
    { "\xED\xA0\x80", 3, 0 },             /* surrogate */
    { "\xF4\x90\x80\x80", 4, 0 },         /* beyond U+10FFFF */
    { "\xC3\xA9\xA9", 3, 2 },             /* continuation alone */
    { "caf\xE9 noir, s'il vous", 19, 3 }, /* Windows-1252 */
};

START_TEST(names_the_first_bad_byte)
{
    ck_assert_uint_eq(gsay_utf8_check((gsay_str){ BROKEN[_i].text, BROKEN[_i].len }), BROKEN[_i].bad);
}
END_TEST

static const struct {
    const char *text;
    size_t      points;
    size_t      columns;
} WIDTHS[] = {
    { "", 0, 0 },
    { "pier", 4, 4 },
    { "caf\xC3\xA9", 4, 4 },
    { "cafe\xCC\x81", 5, 4 },             /* combining acute */
    { "\xE6\xB8\xAF\xE5\x8F\xA3", 2, 4 }, /* wide */
    { "\xF0\x9F\x9A\xA2", 1, 2 },         /* ship */
    { "a\tb\n", 4, 4 },
    { "a\xE2\x80\x8B"
      "b",
      3, 2 }, /* zero width space */
};

START_TEST(counts_points_and_columns)
{
    gsay_str text = gsay_str_of(WIDTHS[_i].text);
    ck_assert_uint_eq(gsay_utf8_count(text), WIDTHS[_i].points);
    ck_assert_uint_eq(gsay_utf8_columns(text), WIDTHS[_i].columns);
}
END_TEST

static const struct {
    const char *text;
    const char *folded;
    const char *without_marks;
} FOLDS[] = {
    { "", "", "" },
    { "low tide", "low tide", "low tide" },
    { "High WATER 3", "high water 3", "high water 3" },
    { "\xC3\x89T\xC3\x89", "\xC3\xA9t\xC3\xA9", "ete" }, /* ÉTÉ */
    { "Stra\xC3\x9F"
      "e",
      "strasse", "strasse" },
    { "\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82",
      "\xCF\x83\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83",
      "\xCF\x83\xCE\xB9\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x83" }, /* Σίσυφος */
    { "O\xE2\x80\x99"
      "Brien",
      "o\xE2\x80\x99"
      "brien",
      "o'brien" },
    { "Wa\xC5\x82\xC4\x99sa", "wa\xC5\x82\xC4\x99sa", "walesa" },
    { "\xC5\x81\xC3\xB3"
      "d\xC5\xBA",
      "\xC5\x82\xC3\xB3"
      "d\xC5\xBA",
      "lodz" },
    { "S\xC3\xB8ren", "s\xC3\xB8ren", "soren" },
    { "e\xCC\x81t\xC3\xA9", "e\xCC\x81t\xC3\xA9", "ete" },
    { "\xCC\x81", "\xCC\x81", "" },          /* nothing but a mark */
    { "\xEF\xAC\x81nal", "final", "final" }, /* fi ligature */
    { "12\xC2\xA0km", "12\xC2\xA0km", "12 km" },
    { "\xE3\x81\x8C", "\xE3\x81\x8C", "\xE3\x81\x8B\xE3\x82\x99" },                         /* a voicing mark spells */
    { "\xE0\xA4\x95\xE0\xA5\x80", "\xE0\xA4\x95\xE0\xA5\x80", "\xE0\xA4\x95\xE0\xA5\x80" }, /* so does a vowel sign */
};

START_TEST(folds_case_and_marks)
{
    gsay_arena arena = { 0 };
    gsay_str   text = gsay_str_of(FOLDS[_i].text);
    assert_str(gsay_utf8_fold(&arena, text), FOLDS[_i].folded);
    assert_str(gsay_utf8_fold_marks(&arena, text), FOLDS[_i].without_marks);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(text_that_is_folded_already_is_handed_back)
{
    gsay_arena arena = { 0 };
    gsay_str   text = GSAY_STR("caf\xC3\xA9 no. 7");
    gsay_str   plain = GSAY_STR("quiet water");
    ck_assert_ptr_eq(gsay_utf8_fold(&arena, text).ptr, text.ptr);
    ck_assert_ptr_eq(gsay_utf8_fold_marks(&arena, plain).ptr, plain.ptr);
    ck_assert_uint_eq(arena.used, 0);
    gsay_arena_clear(&arena);
}
END_TEST

/* Folding twice is folding once, what comes out is UTF-8, and memory is only what was measured. */
START_TEST(folding_a_code_point_is_settled_at_once)
{
    gsay_arena arena = { 0 };
    uint32_t   step = sweep_step();
    /* Beyond the second plane there is next to nothing to fold. */
    for (uint32_t point = 1; point <= 0x10FFFF; point += point < 0x20000 ? step : 61) {
        char text[4];
        if (point >= 0xD800 && point < 0xE000)
            point = 0xE000;
        gsay_str slice = { text, encode(point, text) };
        gsay_str once = gsay_utf8_fold(&arena, slice);
        gsay_str bare = gsay_utf8_fold_marks(&arena, slice);
        if (gsay_utf8_check(once) != once.len || !gsay_str_equal(gsay_utf8_fold(&arena, once), once))
            ck_abort_msg("case of U+%04X", point);
        if (gsay_utf8_check(bare) != bare.len || !gsay_str_equal(gsay_utf8_fold_marks(&arena, bare), bare))
            ck_abort_msg("marks of U+%04X", point);
        if (!gsay_str_equal(gsay_utf8_fold_marks(&arena, once), bare))
            ck_abort_msg("marks after case of U+%04X", point);
        gsay_arena_reset(&arena);
    }
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(folding_without_memory_says_so)
{
    gsay_arena arena = { .fail_after = 1 };
    ck_assert_ptr_null(gsay_utf8_fold(&arena, GSAY_STR("Loud")).ptr);
    ck_assert_ptr_null(gsay_utf8_fold_marks(&arena, GSAY_STR("Loud")).ptr);
    ck_assert_ptr_nonnull(gsay_utf8_fold(&arena, GSAY_STR("quiet")).ptr);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(ten_megabytes_of_one_character_fold)
{
    const size_t count = sweep(5000000);
    gsay_arena   arena = { 0 };
    char        *text = malloc(2 * count);
    for (size_t i = 0; i < count; i++)
        memcpy(text + 2 * i, "\xC3\x89", 2);
    gsay_str slice = { text, 2 * count };
    ck_assert_uint_eq(gsay_utf8_check(slice), slice.len);
    gsay_str bare = gsay_utf8_fold_marks(&arena, slice);
    ck_assert_uint_eq(bare.len, count);
    ck_assert_int_eq(bare.ptr[count - 1], 'e');
    free(text);
    gsay_arena_clear(&arena);
}
END_TEST

static const struct {
    uint32_t point;
    gsay_char_class class;
} CLASSES[] = {
    { ' ', GSAY_CHAR_SPACE },    { '\t', GSAY_CHAR_SPACE },     { 0xA0, GSAY_CHAR_SPACE },
    { 0x202F, GSAY_CHAR_SPACE }, { 0x3000, GSAY_CHAR_SPACE },   { 0x200B, GSAY_CHAR_SPACE },
    { '\n', GSAY_CHAR_LINE },    { '\r', GSAY_CHAR_LINE },      { 0x85, GSAY_CHAR_LINE },
    { 0x2028, GSAY_CHAR_LINE },  { 0x2029, GSAY_CHAR_LINE },    { 'a', GSAY_CHAR_LOWER },
    { 0xE9, GSAY_CHAR_LOWER },   { 0x451, GSAY_CHAR_LOWER },    { 'Z', GSAY_CHAR_UPPER },
    { 0xC9, GSAY_CHAR_UPPER },   { 0x1C5, GSAY_CHAR_UPPER },    { 0x6E2F, GSAY_CHAR_LETTER },
    { 0x5D0, GSAY_CHAR_LETTER }, { 0x2BC, GSAY_CHAR_LETTER },   { 0x301, GSAY_CHAR_MARK },
    { 0x93F, GSAY_CHAR_MARK },   { 0xAD, GSAY_CHAR_MARK },      { 0x200D, GSAY_CHAR_MARK },
    { '0', GSAY_CHAR_DIGIT },    { '9', GSAY_CHAR_DIGIT },      { 0x663, GSAY_CHAR_OTHER },
    { 0xBD, GSAY_CHAR_OTHER },   { '-', GSAY_CHAR_OTHER },      { '_', GSAY_CHAR_OTHER },
    { 0x2019, GSAY_CHAR_OTHER }, { 0x20AC, GSAY_CHAR_OTHER },   { 0, GSAY_CHAR_OTHER },
    { 0x378, GSAY_CHAR_OTHER },  { 0x110000, GSAY_CHAR_OTHER }, { UINT32_MAX, GSAY_CHAR_OTHER },
};

START_TEST(knows_classes)
{
    ck_assert_int_eq(gsay_utf8_class(CLASSES[_i].point), CLASSES[_i].class);
}
END_TEST

Suite *utf8_suite(void)
{
    Suite *suite = suite_create("core/base/utf8");
    TCase *tcase = tcase_create("utf8");
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, decodes_and_classifies_every_code_point);
    tcase_add_test(tcase, checks_every_pair_of_bytes_before_each_that_decides);
    tcase_add_test(tcase, checks_long_texts_like_the_slow_check);
    tcase_add_loop_test(tcase, names_the_first_bad_byte, 0, ROWS(BROKEN));
    tcase_add_loop_test(tcase, counts_points_and_columns, 0, ROWS(WIDTHS));
    tcase_add_loop_test(tcase, folds_case_and_marks, 0, ROWS(FOLDS));
    tcase_add_test(tcase, text_that_is_folded_already_is_handed_back);
    tcase_add_test(tcase, folding_a_code_point_is_settled_at_once);
    tcase_add_test(tcase, folding_without_memory_says_so);
    tcase_add_test(tcase, ten_megabytes_of_one_character_fold);
    tcase_add_loop_test(tcase, knows_classes, 0, ROWS(CLASSES));
    suite_add_tcase(suite, tcase);
    return suite;
}
