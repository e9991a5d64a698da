/* The arena: zeroed, aligned, disjoint memory; growth in place and elsewhere; ordered failure. */
#include "base/arena.h"

#include "random.h"
#include "suite.h"

Suite *arena_suite(void);

static bool is_filled(const unsigned char *bytes, size_t len, unsigned char value)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] != value)
            return false;
    return true;
}

START_TEST(hands_out_zeroed_aligned_disjoint_memory)
{
    enum { COUNT = 2000 };
    gsay_arena     arena = { 0 };
    uint64_t       seed = 11;
    unsigned char *parts[COUNT];
    size_t         lens[COUNT];
    for (int i = 0; i < COUNT; i++) {
        size_t align = (size_t)1 << (next_random(&seed) % 5);
        lens[i] = next_random(&seed) % 300;
        parts[i] = gsay_arena_alloc(&arena, 1, align, lens[i]);
        ck_assert_ptr_nonnull(parts[i]);
        ck_assert_uint_eq((uintptr_t)parts[i] % align, 0);
        ck_assert(is_filled(parts[i], lens[i], 0));
        memset(parts[i], 1 + i % 255, lens[i]);
    }
    for (int i = 0; i < COUNT; i++)
        ck_assert(is_filled(parts[i], lens[i], (unsigned char)(1 + i % 255)));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(no_items_are_still_not_null)
{
    gsay_arena arena = { 0 };
    ck_assert_ptr_nonnull(GSAY_NEW(&arena, int, 0));
    ck_assert_uint_eq(arena.used, 0);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(a_size_that_overflows_is_refused)
{
    gsay_arena arena = { 0 };
    size_t     capacity = SIZE_MAX / 4;
    ck_assert_ptr_null(gsay_arena_alloc(&arena, 16, 8, SIZE_MAX / 8));
    ck_assert_ptr_null(gsay_arena_alloc(&arena, 1, 1, SIZE_MAX));
    ck_assert_ptr_null(gsay_arena_alloc(&arena, 1, 1, SIZE_MAX - 40));
    ck_assert_ptr_null(gsay_arena_grow(&arena, &capacity, 16, SIZE_MAX / 4, &capacity));
    ck_assert_uint_eq(capacity, SIZE_MAX / 4);
    ck_assert_ptr_nonnull(GSAY_NEW(&arena, int, 3));
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(counts_the_bytes_handed_out)
{
    gsay_arena arena = { 0 };
    GSAY_NEW(&arena, uint64_t, 5);
    gsay_arena_copy(&arena, GSAY_STR("river"));
    ck_assert_uint_eq(arena.used, 45);
    gsay_arena_reset(&arena);
    ck_assert_uint_eq(arena.used, 0);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(grows_an_array_and_keeps_its_items)
{
    gsay_arena arena = { 0 };
    uint32_t  *items = NULL;
    size_t     capacity = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        items = gsay_arena_grow(&arena, items, sizeof *items, i, &capacity);
        ck_assert_ptr_nonnull(items);
        ck_assert_uint_lt(i, capacity);
        ck_assert_uint_eq(items[capacity - 1], 0);
        items[i] = i + 1;
        if (i % 1000 == 0) /* something else behind it: then the array has to move */
            memset(gsay_arena_alloc(&arena, 1, 1, 3), 0xAA, 3);
    }
    for (uint32_t i = 0; i < 10000; i++)
        ck_assert_uint_eq(items[i], i + 1);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(an_extended_array_keeps_its_items)
{
    gsay_arena arena = { 0 };
    uint32_t  *items = NULL;
    size_t     capacity = 0;
    for (uint32_t i = 0; i < 5000; i++) {
        items = gsay_arena_extend(&arena, items, sizeof *items, i, &capacity);
        ck_assert_ptr_nonnull(items);
        ck_assert_uint_gt(capacity, i);
        items[i] = i * 3;
        if (i % 64 == 0) /* so that it cannot always grow in place */
            ck_assert_ptr_nonnull(GSAY_NEW(&arena, char, 1));
    }
    for (uint32_t i = 0; i < 5000; i++)
        ck_assert_uint_eq(items[i], i * 3);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(the_latest_array_grows_in_place)
{
    gsay_arena arena = { 0 };
    ck_assert_ptr_nonnull(GSAY_NEW(&arena, char, 4096));
    gsay_arena_reset(&arena); /* one block of at least 4096 bytes in every build */
    size_t    capacity = 0;
    uint32_t *first = gsay_arena_grow(&arena, NULL, sizeof *first, 0, &capacity);
    uint32_t *items = first;
    for (size_t i = 0; i < 512; i++)
        items = gsay_arena_grow(&arena, items, sizeof *items, i, &capacity);
    ck_assert_ptr_eq(items, first);
    ck_assert_uint_eq(arena.used, capacity * sizeof *items);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(copies_and_formats_text)
{
    gsay_arena arena = { 0 };
    char       source[] = "harbour";
    gsay_str   copy = gsay_arena_copy(&arena, gsay_str_of(source));
    source[0] = 'x';
    assert_str(copy, "harbour");
    gsay_str empty = gsay_arena_copy(&arena, (gsay_str){ NULL, 0 });
    ck_assert_ptr_nonnull(empty.ptr);
    ck_assert_uint_eq(empty.len, 0);
    assert_str(gsay_arena_format(&arena, "%s %d", "pier", 7), "pier 7");
    assert_str(gsay_arena_format(&arena, "%s", ""), "");
    gsay_str wide = gsay_arena_format(&arena, "%70000d", 1);
    ck_assert_uint_eq(wide.len, 70000);
    ck_assert_int_eq(wide.ptr[69999], '1');
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(memory_after_a_reset_is_zeroed_again)
{
    gsay_arena arena = { 0 };
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 50; i++) {
            unsigned char *part = gsay_arena_alloc(&arena, 1, 1, 100);
            ck_assert(is_filled(part, 100, 0));
            memset(part, 0xFF, 100);
        }
        gsay_arena_reset(&arena);
    }
    gsay_arena_clear(&arena);
    gsay_arena_clear(&arena);
    gsay_arena_reset(&arena);
    ck_assert_ptr_nonnull(GSAY_NEW(&arena, int, 1));
    gsay_arena_clear(&arena);
}
END_TEST

/* One call of each kind; true when all of them had memory. */
static bool use_everything(gsay_arena *arena)
{
    size_t   capacity = 0;
    int     *items = gsay_arena_grow(arena, NULL, sizeof *items, 0, &capacity);
    gsay_str copy = { NULL, 0 };
    gsay_str line = { NULL, 0 };
    if (!items)
        return false;
    items[0] = 42;
    size_t before = capacity;
    int   *grown = gsay_arena_grow(arena, items, sizeof *items, capacity, &capacity);
    ck_assert_int_eq(items[0], 42);
    if (!grown) {
        ck_assert_uint_eq(capacity, before);
        return false;
    }
    copy = gsay_arena_copy(arena, GSAY_STR("quay"));
    if (copy.ptr)
        line = gsay_arena_format(arena, "%d", 5);
    ck_assert(line.ptr || line.len == 0);
    return copy.ptr && line.ptr && GSAY_NEW(arena, int, 1);
}

START_TEST(fails_at_the_ordered_allocation_and_stays_whole)
{
    size_t order = 1;
    for (;; order++) {
        gsay_arena arena = { .fail_after = order };
        bool       is_done = use_everything(&arena);
        ck_assert(is_done || !GSAY_NEW(&arena, char, 1)); /* all later ones fail, too */
        gsay_arena_clear(&arena);
        if (is_done)
            break;
    }
    ck_assert_uint_eq(order, 6); /* five allocations: the sixth order is the first that meets none */
}
END_TEST

Suite *arena_suite(void)
{
    Suite *suite = suite_create("core/base/arena");
    TCase *tcase = tcase_create("arena");
    tcase_add_test(tcase, hands_out_zeroed_aligned_disjoint_memory);
    tcase_add_test(tcase, no_items_are_still_not_null);
    tcase_add_test(tcase, a_size_that_overflows_is_refused);
    tcase_add_test(tcase, counts_the_bytes_handed_out);
    tcase_add_test(tcase, grows_an_array_and_keeps_its_items);
    tcase_add_test(tcase, an_extended_array_keeps_its_items);
    tcase_add_test(tcase, the_latest_array_grows_in_place);
    tcase_add_test(tcase, copies_and_formats_text);
    tcase_add_test(tcase, memory_after_a_reset_is_zeroed_again);
    tcase_add_test(tcase, fails_at_the_ordered_allocation_and_stays_whole);
    suite_add_tcase(suite, tcase);
    return suite;
}
