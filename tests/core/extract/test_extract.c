/* The walk as a whole: order, disjointness, exhausted memory, growth. */
#include "extract/extract.h"

#include <stdlib.h>

#include "row_text.h"
#include "suites.h"

/* One text on its way through the stages. */
struct reading {
    struct row_text row;
    gsay_mentions   mentions;
};

static void read_text(struct reading *reading, gsay_str input)
{
    open_row_text(&reading->row, (gsay_source){ .input = input, .date = GSAY_DAY_NONE });
    ck_assert_int_eq(gsay_extract(&reading->row.arena, &reading->row.text, GSAY_DAY_NONE, &reading->mentions, NULL),
                     GSAY_OK);
}

static const char *const texts[] = {
    "",
    "1",
    "Nothing is here.",
    "They sold mB 7 carts for US $5 and nJ 3 more.",
    "On 3 May 2021, 12 of the 40 trams (30%) lost $1.5bn in 2 hours, said Ada Berg, 41: \"We saw 7 fires, at 5 km.\"",
    "From 5 to 9 km, 10, 20 and 30 kg, 2-1, F-16, Article 5, between 3 and 4 million, a third of it, twice, 21st.",
    "$ $ $ - - - 1 - - 2 . . 3 , , 4 / / 5 % % ( ( [ [ + + ~ ~ < >",
    "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1",
    "one hundred and one hundred and one hundred and one hundred and one hundred and one hundred",
    "½½½½½½½½½½ ²³¹⁻⁻⁻ ± ± ± ≥≤ €€€ 5€€ £5£",
    "99999999999999999999999999999999999999999999999999999999999999999 kg and 9e99999 km",
};

START_TEST(mentions_rise_and_do_not_overlap)
{
    struct reading reading;
    uint32_t       value_end = 0;
    uint32_t       last = 0;
    read_text(&reading, gsay_str_of(texts[_i]));
    for (size_t i = 0; i < reading.mentions.count; i++) {
        const gsay_mention *mention = &reading.mentions.items[i];
        ck_assert_uint_lt(mention->text.begin, mention->text.end);
        ck_assert_uint_le(mention->text.end, reading.row.document.text.len);
        ck_assert_uint_ge(mention->text.begin, last);
        ck_assert_uint_le(mention->context, mention->begin);
        ck_assert_uint_le(mention->context, mention->begin);
        last = mention->text.begin;
        if (mention->value.kind == GSAY_KIND_QUOTE)
            continue;
        ck_assert_uint_ge(mention->text.begin, value_end);
        value_end = mention->text.end;
    }
    close_row_text(&reading.row);
}
END_TEST

START_TEST(exhausted_memory_is_a_status)
{
    const char    *input = "On 3 May 2021, 12 of the 40 trams lost $1.5bn at 7 kg/cm³, four churches, said Ada Berg.";
    struct reading reading;
    gsay_status    status = GSAY_ENOMEM;
    read_text(&reading, gsay_str_of(input));
    for (size_t fail_after = 1; status != GSAY_OK && fail_after < 10000; fail_after++) {
        gsay_arena    arena = { .fail_after = fail_after };
        gsay_mentions mentions = { .count = 77 };
        gsay_error    err = { 0 };
        status = gsay_extract(&arena, &reading.row.text, GSAY_DAY_NONE, &mentions, &err);
        ck_assert(status == GSAY_OK || status == GSAY_ENOMEM);
        ck_assert(status == GSAY_OK || mentions.count == 77);
        gsay_arena_clear(&arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    close_row_text(&reading.row);
}
END_TEST

/* One piece that a line without end repeats. */
static const char *const pieces[] = { "7",     "7,",         "7 ", "seven ", "one hundred and ",
                                      "$",     "between 1 ", "1-", "F-16 ",  "a third ",
                                      "1 in ", "10, " };

static size_t work_on(const char *piece, size_t bytes)
{
    struct reading reading;
    size_t         len = strlen(piece);
    char          *line = malloc(bytes + len);
    ck_assert_ptr_nonnull(line);
    for (size_t at = 0; at < bytes; at += len)
        memcpy(line + at, piece, len);
    read_text(&reading, (gsay_str){ line, bytes / len * len });
    size_t used = reading.row.arena.used;
    close_row_text(&reading.row);
    free(line);
    return used;
}

/* A recogniser that looked ahead without bound would not end here; what it hands out shows that its result grows no
 * faster than its text. */
START_TEST(one_line_without_end_is_linear)
{
    size_t half = work_on(pieces[_i], sweep(200000));
    size_t whole = work_on(pieces[_i], sweep(400000));
    ck_assert_uint_le(whole, half * 22 / 10 + 100000);
}
END_TEST

Suite *extract_suite(void)
{
    Suite *suite = suite_create("core/extract/extract");
    TCase *cases = tcase_create("walk");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, mentions_rise_and_do_not_overlap, 0, sizeof texts / sizeof *texts);
    tcase_add_test(cases, exhausted_memory_is_a_status);
    tcase_add_loop_test(cases, one_line_without_end_is_linear, 0, sizeof pieces / sizeof *pieces);
    suite_add_tcase(suite, cases);
    return suite;
}
