/* Memory with one owner: everything learnt about a document lives in its arena and dies with it.
 *
 * A chain of blocks that grow by doubling; allocation is a bump of a pointer. Nothing is freed singly. Scratch memory
 * comes from a second arena that the caller passes and resets; results never point there. */
#ifndef GSAY_BASE_ARENA_H
#define GSAY_BASE_ARENA_H

#include <stdalign.h>

#include "base/str.h"

#ifndef GSAY_ARENA_BLOCK
#define GSAY_ARENA_BLOCK 65536u /* bytes of the first block; the sanitizer build shrinks it so that small tests cross block edges */
#endif

typedef struct gsay_arena_block gsay_arena_block;

/* Zeroed memory is a valid empty arena. */
typedef struct gsay_arena {
    gsay_arena_block *last;       /* owned; blocks are chained backwards */
    size_t            fail_after; /* for tests: 0 never fails, n lets n - 1 allocations succeed and fails all later ones */
    size_t            used;       /* bytes handed out, for statistics */
} gsay_arena;

/* Take zeroed memory for count items.
 *
 * size, align  of one item; align is a power of two up to alignof(max_align_t).
 * count        may be 0: then the result is not NULL and must not be read.
 * Returns memory owned by the arena, or NULL when memory is exhausted or size * count overflows. */
void *gsay_arena_alloc(gsay_arena *arena, size_t size, size_t align, size_t count);

/* count zeroed items of type, owned by arena, or NULL. */
#define GSAY_NEW(arena, type, count) ((type *)gsay_arena_alloc((arena), sizeof(type), alignof(type), (count)))

/* As gsay_arena_alloc, but the memory holds what it held before: for arrays whose every item the caller writes before it is read. */
void *gsay_arena_take(gsay_arena *arena, size_t size, size_t align, size_t count);

/* Room for count items of type that the caller writes, owned by arena, or NULL. */
#define GSAY_TAKE(arena, type, count) ((type *)gsay_arena_take((arena), sizeof(type), alignof(type), (count)))

/* Make room for one more item in a growing array that lives in an arena; new items are zeroed and aligned for any type.
 *
 * items    the array so far (owned by arena), NULL when *capacity is 0; replaced when it had to grow.
 * Returns  the array, with room for index count, or NULL when memory is exhausted (the old array is intact).
 * Cost     amortised constant; the old array stays in the arena unless it was the last allocation, which grows in place. */
void *gsay_arena_grow(gsay_arena *arena, void *items, size_t item_size, size_t count, size_t *capacity);

/* As gsay_arena_grow, but new items hold what the memory held before: for arrays whose every item the caller writes before it is read. */
void *gsay_arena_extend(gsay_arena *arena, void *items, size_t item_size, size_t count, size_t *capacity);

/* Copy bytes into the arena. Returns the copy, or a slice with ptr NULL when memory is exhausted (an empty text gives ptr ""). */
gsay_str gsay_arena_copy(gsay_arena *arena, gsay_str text);

/* Format like printf into the arena. Returns the text, or a slice with ptr NULL when memory is exhausted. */
__attribute__((format(printf, 2, 3)))
gsay_str gsay_arena_format(gsay_arena *arena, const char *format, ...);

/* Forget everything but keep the largest block for reuse. All pointers into the arena end here. */
void gsay_arena_reset(gsay_arena *arena);

/* Give all memory back. The arena is empty and can be used again. */
void gsay_arena_clear(gsay_arena *arena);

#endif
