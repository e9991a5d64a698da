/* Strings seen once: equal text, equal id. Open addressing with linear probing over 64-bit hashes after wyhash.
 *
 * Ids are local to one table and never leave the stage that made them: what crosses from extract to align is text. */
#ifndef GSAY_BASE_INTERN_H
#define GSAY_BASE_INTERN_H

#include "base/arena.h"
#include "base/error.h"

#define GSAY_ID_NONE UINT32_MAX

/* Zeroed memory is a valid empty table. Release with gsay_intern_clear. */
typedef struct gsay_intern {
    gsay_arena arena;    /* owns the copies */
    gsay_str  *strings;  /* by id; owned (heap) */
    uint64_t  *hashes;   /* by id; owned (heap) */
    uint32_t  *slots;    /* id + 1, 0 when empty; a power of two of them; owned (heap) */
    uint32_t   count;    /* ids are 0 .. count - 1 */
    uint32_t   capacity; /* of strings and hashes */
    uint32_t   slot_count;
} gsay_intern;

/* A 64-bit hash of bytes, the same on every machine. Tests hold runs of probes short on words,
 * numbered names, long common prefixes and single repeated bytes. The secret is fixed, so keys can be made to collide by
 * whoever sets out to; that costs the run time, never its result.
 * Method  wyhash final 4, Wang Yi, public domain, https://github.com/wangyi-fudan/wyhash */
uint64_t gsay_hash(gsay_str text);
/* Mix a number into a hash, for keys of several parts. */
uint64_t gsay_hash_mix(uint64_t hash, uint64_t number);

/* Find or add text. id: out. Returns GSAY_OK or GSAY_ENOMEM. The table keeps its own copy. */
gsay_status gsay_intern_add(gsay_intern *table, gsay_str text, uint32_t *id, gsay_error *err);
/* As gsay_intern_add, for a caller that has the hash (of gsay_hash) already. */
gsay_status gsay_intern_add_hashed(gsay_intern *table, gsay_str text, uint64_t hash, uint32_t *id, gsay_error *err);
/* Find text. Returns its id, or GSAY_ID_NONE. */
uint32_t gsay_intern_find(const gsay_intern *table, gsay_str text);
/* The text of an id; borrowed until the table is cleared. */
gsay_str gsay_intern_text(const gsay_intern *table, uint32_t id);
/* Forget all. */
void gsay_intern_clear(gsay_intern *table);

#endif
