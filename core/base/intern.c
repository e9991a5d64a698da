/* Interned strings: a table of ids over arrays of texts and hashes, never more than half full.
 *
 * The hash is wyhash's (Wang Yi, final version 4, public domain, https://github.com/wangyi-fudan/wyhash) in its variant
 * that keeps entropy when a factor is 0. Bytes are read in little-endian order everywhere, so a hash may be written to
 * a file. */
#include "base/intern.h"

#include <stdlib.h>

#define FIRST_SLOTS ((uint32_t)64)
#define STRINGS_MAX ((uint32_t)1 << 30) /* so that slot_count stays a power of two within 32 bits */

#define IS_BIG_ENDIAN (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

__extension__ typedef unsigned __int128 product;

/* wyhash's default secret: odd numbers with 32 bits set, pairwise far apart. */
static const uint64_t SECRET[3] = { 0x2d358dccaa6c78a5u, 0x8bb84b93962eacc9u, 0x4b33a62ed433d4a3u };

/* Multiply to 128 bits and fold the halves; the factors come back in, so that a factor of 0 loses nothing. */
static uint64_t fold_product(uint64_t a, uint64_t b)
{
    product wide = (product)a * b;
    return a ^ b ^ (uint64_t)wide ^ (uint64_t)(wide >> 64);
}

static uint64_t read_four(const unsigned char *byte)
{
    uint32_t word = 0;
    memcpy(&word, byte, sizeof word);
    return IS_BIG_ENDIAN ? __builtin_bswap32(word) : word;
}

static uint64_t read_eight(const unsigned char *byte)
{
    uint64_t word = 0;
    memcpy(&word, byte, sizeof word);
    return IS_BIG_ENDIAN ? __builtin_bswap64(word) : word;
}

/* The last len bytes, at most 16, as two numbers; every byte is in one of them. */
static void read_tail(const unsigned char *byte, size_t len, uint64_t tail[2])
{
    if (len >= 4) {
        size_t middle = (len >> 3) << 2;
        tail[0] = read_four(byte) << 32 | read_four(byte + middle);
        tail[1] = read_four(byte + len - 4) << 32 | read_four(byte + len - 4 - middle);
    } else if (len > 0) {
        tail[0] = (uint64_t)byte[0] << 16 | (uint64_t)byte[len >> 1] << 8 | byte[len - 1];
    }
}

uint64_t gsay_hash(gsay_str text)
{
    const unsigned char *byte = (const unsigned char *)text.ptr;
    size_t               left = text.len;
    uint64_t             seed = SECRET[2];
    uint64_t             tail[2] = { 0, 0 };
    for (; left > 16; left -= 16, byte += 16)
        seed = fold_product(read_eight(byte) ^ SECRET[1], read_eight(byte + 8) ^ seed);
    read_tail(byte, left, tail);
    return fold_product(SECRET[0] ^ text.len, fold_product(tail[0] ^ SECRET[1], tail[1] ^ seed));
}

uint64_t gsay_hash_mix(uint64_t hash, uint64_t number)
{
    return fold_product(hash ^ SECRET[0], number ^ SECRET[1]);
}

/* The slot that holds text, or the empty one where it belongs. The table has an empty slot, so the walk ends. */
static uint32_t find_slot(const gsay_intern *table, gsay_str text, uint64_t hash)
{
    uint32_t mask = table->slot_count - 1;
    uint32_t slot = (uint32_t)hash & mask;
    for (; table->slots[slot]; slot = (slot + 1) & mask) {
        uint32_t id = table->slots[slot] - 1;
        if (table->hashes[id] == hash && gsay_str_equal(table->strings[id], text))
            break;
    }
    return slot;
}

/* Double the slots and put every id where it now belongs. */
static bool grow_slots(gsay_intern *table)
{
    uint32_t  slot_count = table->slot_count ? table->slot_count * 2 : FIRST_SLOTS;
    uint32_t *slots = calloc(slot_count, sizeof *slots);
    if (!slots)
        return false;
    for (uint32_t id = 0; id < table->count; id++) {
        uint32_t slot = (uint32_t)table->hashes[id] & (slot_count - 1);
        while (slots[slot])
            slot = (slot + 1) & (slot_count - 1);
        slots[slot] = id + 1;
    }
    free(table->slots);
    table->slots = slots;
    table->slot_count = slot_count;
    return true;
}

/* Double the arrays that are indexed by id. */
static bool grow_strings(gsay_intern *table)
{
    uint32_t  capacity = table->capacity ? table->capacity * 2 : FIRST_SLOTS / 2;
    gsay_str *strings = realloc(table->strings, capacity * sizeof *strings);
    if (!strings)
        return false;
    table->strings = strings;
    uint64_t *hashes = realloc(table->hashes, capacity * sizeof *hashes);
    if (!hashes)
        return false;
    table->hashes = hashes;
    table->capacity = capacity;
    return true;
}

/* Make room for one string more. */
static bool reserve_string(gsay_intern *table)
{
    if (table->count >= STRINGS_MAX)
        return false;
    if (table->count >= table->slot_count / 2 && !grow_slots(table))
        return false;
    return table->count < table->capacity || grow_strings(table);
}

/* Add text that the table does not hold; apart from the look-up, so that a hit pays for nothing else. slot: the empty
 * one where it belongs, as long as the slots do not grow. Returns false when memory is exhausted. */
static bool add_new(gsay_intern *table, gsay_str text, uint64_t hash, uint32_t slot)
{
    uint32_t slot_count = table->slot_count;
    if (!reserve_string(table))
        return false;
    gsay_str copy = gsay_arena_copy(&table->arena, text);
    if (!copy.ptr)
        return false;
    if (table->slot_count != slot_count)
        slot = find_slot(table, text, hash);
    table->strings[table->count] = copy;
    table->hashes[table->count] = hash;
    table->slots[slot] = ++table->count;
    return true;
}

gsay_status gsay_intern_add(gsay_intern *table, gsay_str text, uint32_t *id, gsay_error *err)
{
    return gsay_intern_add_hashed(table, text, gsay_hash(text), id, err);
}

gsay_status gsay_intern_add_hashed(gsay_intern *table, gsay_str text, uint64_t hash, uint32_t *id, gsay_error *err)
{
    uint32_t slot = table->slot_count ? find_slot(table, text, hash) : 0;
    if (table->slot_count && table->slots[slot]) {
        *id = table->slots[slot] - 1;
        return GSAY_OK;
    }
    if (!add_new(table, text, hash, slot))
        return gsay_fail_memory(err);
    *id = table->count - 1;
    return GSAY_OK;
}

uint32_t gsay_intern_find(const gsay_intern *table, gsay_str text)
{
    if (!table->slot_count)
        return GSAY_ID_NONE;
    uint32_t entry = table->slots[find_slot(table, text, gsay_hash(text))];
    return entry ? entry - 1 : GSAY_ID_NONE;
}

gsay_str gsay_intern_text(const gsay_intern *table, uint32_t id)
{
    return table->strings[id];
}

void gsay_intern_clear(gsay_intern *table)
{
    gsay_arena_clear(&table->arena);
    free(table->strings);
    free(table->hashes);
    free(table->slots);
    *table = (gsay_intern){ 0 };
}
