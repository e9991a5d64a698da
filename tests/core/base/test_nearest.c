/* The known name that a mistyped one means. */
#include "base/nearest.h"

#include "random.h"
#include "suite.h"

Suite *nearest_suite(void);

static const struct distance_case {
    const char *a;
    const char *b;
    uint32_t    edits;
} DISTANCES[] = {
    { "", "", 0 },
    { "", "abc", 3 },
    { "format", "format", 0 },
    { "formt", "format", 1 },   /* inserted */
    { "formaat", "format", 1 }, /* deleted */
    { "formot", "format", 1 },  /* replaced */
    { "fromat", "format", 1 },  /* swapped */
    { "ab", "ba", 1 },
    { "ca", "abc", 3 }, /* no edit inside a swapped pair: the optimal alignment, not the full distance, which is 2 */
    { "kitten", "sitting", 3 },
    { "abcdef", "fedcba", 5 },
};

START_TEST(counts_edits_either_way)
{
    gsay_str a = gsay_str_of(DISTANCES[_i].a);
    gsay_str b = gsay_str_of(DISTANCES[_i].b);
    ck_assert_uint_eq(gsay_edit_distance(a, b), DISTANCES[_i].edits);
    ck_assert_uint_eq(gsay_edit_distance(b, a), DISTANCES[_i].edits);
}
END_TEST

/* Edits made at random are never counted as more than they were; a distance is 0 for equal strings alone. */
START_TEST(counts_no_more_edits_than_were_made)
{
    uint64_t seed = (uint64_t)_i;
    for (int round = 0; round < 200; round++) {
        char     text[GSAY_NEAREST_BYTES_MAX];
        char     edited[GSAY_NEAREST_BYTES_MAX];
        size_t   len = next_random(&seed) % 20 + 2;
        uint32_t made = (uint32_t)(next_random(&seed) % 4);
        for (size_t i = 0; i < len; i++)
            edited[i] = text[i] = (char)('a' + next_random(&seed) % 4);
        for (uint32_t k = 0; k < made; k++)
            edited[next_random(&seed) % len] = (char)('a' + next_random(&seed) % 4);
        gsay_str a = { text, len };
        gsay_str b = { edited, len };
        uint32_t edits = gsay_edit_distance(a, b);
        ck_assert_uint_le(edits, made);
        ck_assert((edits == 0) == gsay_str_equal(a, b));
    }
}
END_TEST

START_TEST(gives_up_on_long_names)
{
    char     bytes[GSAY_NEAREST_BYTES_MAX + 1];
    gsay_str fits = { bytes, GSAY_NEAREST_BYTES_MAX };
    gsay_str too_long = { bytes, GSAY_NEAREST_BYTES_MAX + 1 };
    memset(bytes, 'a', sizeof bytes);
    ck_assert_uint_eq(gsay_edit_distance(fits, fits), 0);
    ck_assert_uint_eq(gsay_edit_distance(fits, (gsay_str){ NULL, 0 }), GSAY_NEAREST_BYTES_MAX);
    ck_assert_uint_eq(gsay_edit_distance(fits, too_long), UINT32_MAX);
    ck_assert_uint_eq(gsay_edit_distance(too_long, GSAY_STR("")), UINT32_MAX);
    gsay_nearest search = { .name = too_long };
    gsay_nearest_offer(&search, fits);
    ck_assert_uint_eq(search.best.len, 0);
}
END_TEST

static const struct nearest_case {
    const char *name;
    const char *known[4];
    const char *expected; /* "" none */
} NEAREST[] = {
    { "formt", { "color", "format", "form-of" }, "format" },
    { "format", { "formats", "format", "formal" }, "format" },
    { "jbos", { "jobs", "only" }, "jobs" },
    { "xyz", { "jobs", "only" }, "" },
    { "", { "jobs", "only" }, "" },
    { "onyl", { "only", "omyl" }, "only" }, /* of two equally near the first */
    { "omyl", { "only", "omyl" }, "omyl" },
    { "jo", { "jobs" }, "" }, /* a short name is near at one edit alone */
    { "measure-conflct", { "count-conflict", "measure-conflict" }, "measure-conflict" },
    { "anything", { NULL }, "" },
};

START_TEST(names_the_nearest_of_those_offered)
{
    gsay_nearest search = { .name = gsay_str_of(NEAREST[_i].name) };
    for (size_t i = 0; i < 4 && NEAREST[_i].known[i]; i++)
        gsay_nearest_offer(&search, gsay_str_of(NEAREST[_i].known[i]));
    assert_str(search.best, NEAREST[_i].expected);
}
END_TEST

Suite *nearest_suite(void)
{
    Suite *suite = suite_create("core/base/nearest");
    TCase *tcase = tcase_create("nearest");
    tcase_add_loop_test(tcase, counts_edits_either_way, 0, (int)(sizeof DISTANCES / sizeof *DISTANCES));
    tcase_add_loop_test(tcase, counts_no_more_edits_than_were_made, 0, 10);
    tcase_add_test(tcase, gives_up_on_long_names);
    tcase_add_loop_test(tcase, names_the_nearest_of_those_offered, 0, (int)(sizeof NEAREST / sizeof *NEAREST));
    suite_add_tcase(suite, tcase);
    return suite;
}
