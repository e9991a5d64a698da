/* Interning: equal text, equal id; probe runs stay short on text that upsets weak hashes. */
#include "base/intern.h"

#include <stdio.h>

#include "random.h"
#include "suite.h"

#define MANY       60000u
#define PROBES_MAX 40u /* about twice the longest run that a random function has in a half-full table of this size */
#define TEXT_MAX   128u

Suite *intern_suite(void);

START_TEST(equal_text_has_an_equal_id)
{
    gsay_intern table = { 0 };
    uint32_t    first = 9;
    uint32_t    second = 9;
    uint32_t    again = 9;
    char        copy[] = "ferry";
    ck_assert_uint_eq(gsay_intern_find(&table, GSAY_STR("ferry")), GSAY_ID_NONE);
    ck_assert_int_eq(gsay_intern_add(&table, GSAY_STR("ferry"), &first, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_intern_add(&table, GSAY_STR("Ferry"), &second, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_intern_add(&table, gsay_str_of(copy), &again, NULL), GSAY_OK);
    ck_assert_uint_eq(first, 0);
    ck_assert_uint_eq(second, 1);
    ck_assert_uint_eq(again, 0);
    ck_assert_uint_eq(table.count, 2);
    assert_str(gsay_intern_text(&table, 1), "Ferry");
    ck_assert_uint_eq(gsay_intern_find(&table, GSAY_STR("Ferry")), 1);
    ck_assert_uint_eq(gsay_intern_find(&table, GSAY_STR("ferr")), GSAY_ID_NONE);
    gsay_intern_clear(&table);
}
END_TEST

START_TEST(empty_text_and_nul_bytes_are_text)
{
    gsay_intern table = { 0 };
    uint32_t    ids[3];
    gsay_str    texts[3] = { { NULL, 0 }, { "\0", 1 }, { "\0\0", 2 } };
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(gsay_intern_add(&table, texts[i], &ids[i], NULL), GSAY_OK);
    for (uint32_t i = 0; i < 3; i++)
        ck_assert_uint_eq(ids[i], i);
    ck_assert_uint_eq(gsay_intern_find(&table, GSAY_STR("")), 0);
    gsay_intern_clear(&table);
}
END_TEST

START_TEST(keeps_its_own_copy)
{
    gsay_intern table = { 0 };
    uint32_t    id = 0;
    char        text[] = "lock keeper";
    gsay_intern_add_hashed(&table, gsay_str_of(text), gsay_hash(gsay_str_of(text)), &id, NULL);
    text[0] = 'r';
    assert_str(gsay_intern_text(&table, id), "lock keeper");
    ck_assert_uint_eq(gsay_intern_find(&table, gsay_str_of(text)), GSAY_ID_NONE);
    gsay_intern_clear(&table);
}
END_TEST

START_TEST(a_false_hash_match_is_told_apart_by_the_text)
{
    gsay_intern table = { 0 };
    uint32_t    ids[2];
    gsay_intern_add_hashed(&table, GSAY_STR("left"), 77, &ids[0], NULL);
    gsay_intern_add_hashed(&table, GSAY_STR("right"), 77, &ids[1], NULL);
    ck_assert_uint_ne(ids[0], ids[1]);
    gsay_intern_add_hashed(&table, GSAY_STR("right"), 77, &ids[0], NULL);
    ck_assert_uint_eq(ids[0], ids[1]);
    gsay_intern_clear(&table);
}
END_TEST

/* Families of keys, by number: each differs from the next in little. */
static size_t write_numbered(char *text, uint32_t number)
{
    return (size_t)snprintf(text, TEXT_MAX, "%u", number);
}

static size_t write_prefixed(char *text, uint32_t number)
{
    return (size_t)snprintf(text, TEXT_MAX, "the very same beginning of every single key %u", number);
}

static size_t write_suffixed(char *text, uint32_t number)
{
    return (size_t)snprintf(text, TEXT_MAX, "%08x and then the very same end of every single key", number);
}

static size_t write_zeros_within(char *text, uint32_t number)
{
    memset(text, 0, 64);
    for (int i = 0; i < 4; i++)
        text[16 * i + 3] = (char)(number >> (8 * i));
    return 64;
}

static size_t write_letters(char *text, uint32_t number)
{
    for (int i = 0; i < 5; i++, number /= 26)
        text[i] = (char)('a' + number % 26);
    return 5;
}

static size_t write_high_bits(char *text, uint32_t number)
{
    memset(text, 0, 16);
    for (int i = 0; i < 4; i++)
        text[4 * i + 3] = (char)(number >> (8 * i));
    return 16;
}

static size_t (*const FAMILIES[])(char *, uint32_t) = {
    write_numbered, write_prefixed, write_suffixed, write_zeros_within, write_letters, write_high_bits,
};

/* The longest walk from a home slot to where the entry stands. */
static uint32_t longest_probe(const gsay_intern *table)
{
    uint32_t longest = 0;
    uint32_t mask = table->slot_count - 1;
    for (uint32_t slot = 0; slot < table->slot_count; slot++) {
        if (!table->slots[slot])
            continue;
        uint32_t home = (uint32_t)table->hashes[table->slots[slot] - 1] & mask;
        uint32_t walk = (slot - home) & mask;
        longest = walk > longest ? walk : longest;
    }
    return longest;
}

START_TEST(many_similar_keys_stay_apart_and_near_home)
{
    gsay_intern    table = { 0 };
    char           text[TEXT_MAX];
    const uint32_t many = (uint32_t)sweep(MANY);
    for (uint32_t i = 0; i < many; i++) {
        uint32_t id = GSAY_ID_NONE;
        size_t   len = FAMILIES[_i](text, i);
        ck_assert_int_eq(gsay_intern_add(&table, (gsay_str){ text, len }, &id, NULL), GSAY_OK);
        ck_assert_uint_eq(id, i);
    }
    for (uint32_t i = 0; i < many; i++) {
        size_t len = FAMILIES[_i](text, i);
        ck_assert_uint_eq(gsay_intern_find(&table, (gsay_str){ text, len }), i);
    }
    ck_assert_uint_le(longest_probe(&table), PROBES_MAX);
    gsay_intern_clear(&table);
}
END_TEST

START_TEST(one_repeated_byte_of_every_length_is_a_key_of_its_own)
{
    gsay_intern table = { 0 };
    char        text[4096];
    memset(text, 'a', sizeof text);
    for (uint32_t len = 0; len < sizeof text; len++) {
        uint32_t id = GSAY_ID_NONE;
        ck_assert_int_eq(gsay_intern_add(&table, (gsay_str){ text, len }, &id, NULL), GSAY_OK);
        ck_assert_uint_eq(id, len);
    }
    ck_assert_uint_le(longest_probe(&table), PROBES_MAX);
    gsay_intern_clear(&table);
}
END_TEST

/* Flipping one bit must flip about half of the hash's, wherever it is and however long the key. */
START_TEST(every_bit_of_a_key_moves_half_of_the_hash)
{
    for (size_t len = 1; len <= 40; len++) {
        unsigned char key[40];
        uint64_t      seed = len;
        for (size_t i = 0; i < len; i++)
            key[i] = (unsigned char)next_random(&seed);
        uint64_t before = gsay_hash((gsay_str){ (char *)key, len });
        int      changed = 0;
        for (size_t bit = 0; bit < 8 * len; bit++) {
            key[bit / 8] ^= (unsigned char)(1 << bit % 8);
            uint64_t difference = before ^ gsay_hash((gsay_str){ (char *)key, len });
            key[bit / 8] ^= (unsigned char)(1 << bit % 8);
            int flipped = __builtin_popcountll(difference);
            ck_assert_int_gt(flipped, 8);
            changed += flipped;
        }
        ck_assert_int_gt(changed, (int)(8 * len) * 26);
        ck_assert_int_lt(changed, (int)(8 * len) * 38);
    }
}
END_TEST

/* The values are part of the contract: the same on every machine. */
START_TEST(hashes_are_fixed)
{
    ck_assert_uint_eq(gsay_hash(GSAY_STR("")), UINT64_C(0x43342ac745b1f671));
    ck_assert_uint_eq(gsay_hash(GSAY_STR("tide")), UINT64_C(0xd4c2b39465bd16e5));
    ck_assert_uint_eq(gsay_hash(GSAY_STR("a sentence that is longer than sixteen bytes")),
                      UINT64_C(0x05e4cbb18525405c));
    ck_assert_uint_eq(gsay_hash_mix(1, 2), UINT64_C(0x1ec12dae3abf6b47));
}
END_TEST

START_TEST(mixing_depends_on_both_parts_and_their_order)
{
    ck_assert_uint_ne(gsay_hash_mix(1, 2), gsay_hash_mix(2, 1));
    ck_assert_uint_ne(gsay_hash_mix(1, 2), gsay_hash_mix(1, 3));
    ck_assert_uint_ne(gsay_hash_mix(0, 0), gsay_hash_mix(0, 1));
    ck_assert_uint_ne(gsay_hash_mix(0, 0), 0);
}
END_TEST

START_TEST(a_failed_add_leaves_the_table_whole)
{
    gsay_intern table = { .arena = { .fail_after = 40 } };
    gsay_error  error = { 0 };
    char        text[TEXT_MAX];
    uint32_t    added = 0;
    for (uint32_t i = 0; i < 100; i++) {
        uint32_t    id = 12345;
        size_t      len = write_numbered(text, i);
        gsay_status status = gsay_intern_add(&table, (gsay_str){ text, len }, &id, &error);
        ck_assert_int_eq(status, i < 39 ? GSAY_OK : GSAY_ENOMEM);
        ck_assert_uint_eq(id, status == GSAY_OK ? i : 12345);
        added += status == GSAY_OK;
    }
    ck_assert_int_eq(error.status, GSAY_ENOMEM);
    ck_assert_uint_eq(table.count, added);
    for (uint32_t i = 0; i < 100; i++) {
        size_t len = write_numbered(text, i);
        ck_assert_uint_eq(gsay_intern_find(&table, (gsay_str){ text, len }), i < added ? i : GSAY_ID_NONE);
    }
    table.arena.fail_after = 0;
    uint32_t id = 0;
    ck_assert_int_eq(gsay_intern_add(&table, GSAY_STR("later"), &id, NULL), GSAY_OK);
    ck_assert_uint_eq(id, added);
    gsay_intern_clear(&table);
    ck_assert_uint_eq(table.count, 0);
    gsay_intern_clear(&table);
}
END_TEST

Suite *intern_suite(void)
{
    Suite *suite = suite_create("core/base/intern");
    TCase *tcase = tcase_create("intern");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, equal_text_has_an_equal_id);
    tcase_add_test(tcase, empty_text_and_nul_bytes_are_text);
    tcase_add_test(tcase, keeps_its_own_copy);
    tcase_add_test(tcase, a_false_hash_match_is_told_apart_by_the_text);
    tcase_add_loop_test(tcase, many_similar_keys_stay_apart_and_near_home, 0, sizeof FAMILIES / sizeof FAMILIES[0]);
    tcase_add_test(tcase, one_repeated_byte_of_every_length_is_a_key_of_its_own);
    tcase_add_test(tcase, every_bit_of_a_key_moves_half_of_the_hash);
    tcase_add_test(tcase, hashes_are_fixed);
    tcase_add_test(tcase, mixing_depends_on_both_parts_and_their_order);
    tcase_add_test(tcase, a_failed_add_leaves_the_table_whole);
    suite_add_tcase(suite, tcase);
    return suite;
}
