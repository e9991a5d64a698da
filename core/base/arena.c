/* The arena: a chain of blocks, each at least twice as long as the one before, and a bump of an offset.
 *
 * Memory is cleared when it is handed out, and only for those who ask: a block is never touched as a whole, so a reset
 * is free and what was not written is not resident. Under AddressSanitizer what was not handed out is poisoned,
 * allocations lie apart, so that a step beyond an array is caught though its block goes on, and uncleared memory is
 * filled with STALE_BYTE. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(ptr, len)   ASAN_POISON_MEMORY_REGION((ptr), (len))
#define UNPOISON(ptr, len) ASAN_UNPOISON_MEMORY_REGION((ptr), (len))
#define RED_ZONE_BYTES     ((size_t)8)
#define GRAIN_BYTES        ((size_t)8) /* poison begins at multiples of it */
#define SPOIL(ptr, len)    memset((ptr), STALE_BYTE, (len))
#else
#define POISON(ptr, len)   ((void)(ptr), (void)(len))
#define UNPOISON(ptr, len) ((void)(ptr), (void)(len))
#define RED_ZONE_BYTES     ((size_t)0)
#define GRAIN_BYTES        ((size_t)1)
#define SPOIL(ptr, len)    ((void)(ptr), (void)(len))
#endif

#define STALE_BYTE 0xA5 /* what a reader of memory that nobody wrote meets in a sanitizer build */

#define FIRST_CAPACITY ((size_t)8) /* items of an array that grows for the first time */

struct gsay_arena_block {
    gsay_arena_block *previous;
    size_t            size;   /* of bytes */
    size_t            used;   /* bytes handed out */
    size_t            latest; /* where the latest allocation begins: it alone can grow in place */
    alignas(max_align_t) unsigned char bytes[];
};

/* Count one allocation towards the failure that a test ordered. */
static bool may_allocate(gsay_arena *arena)
{
    if (arena->fail_after == 1)
        return false;
    if (arena->fail_after > 1)
        arena->fail_after--;
    return true;
}

/* Where an allocation of that alignment would begin in block; may lie beyond its end. */
static size_t next_offset(const gsay_arena_block *block, size_t align)
{
    size_t grain = align < GRAIN_BYTES ? GRAIN_BYTES : align;
    size_t begin = block->used + (block->used ? RED_ZONE_BYTES : 0);
    return (begin + grain - 1) & ~(grain - 1);
}

/* Put a block of at least need bytes at the end of the chain. The last block is always the longest. */
static gsay_arena_block *add_block(gsay_arena *arena, size_t need)
{
    size_t size = GSAY_ARENA_BLOCK - sizeof(gsay_arena_block);
    if (arena->last && arena->last->size <= SIZE_MAX / 4)
        size = arena->last->size * 2;
    if (size < need)
        size = need;
    if (size > SIZE_MAX / 2)
        return NULL;
    gsay_arena_block *block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    *block = (gsay_arena_block){ .previous = arena->last, .size = size };
    arena->last = block;
    POISON(block->bytes, size);
    return block;
}

/* Hand out need bytes of the last block from begin on; there is room. */
static inline void *hand_out(gsay_arena *arena, size_t begin, size_t need)
{
    gsay_arena_block *block = arena->last;
    UNPOISON(block->bytes + begin, need);
    SPOIL(block->bytes + begin, need);
    block->latest = begin;
    block->used = begin + need;
    arena->used += need;
    return block->bytes + begin;
}

/* Hand out need bytes as they are, from a new block when the last one is full. In line: it is a few steps, called for
 * every text that is kept. */
static inline void *take(gsay_arena *arena, size_t need, size_t align)
{
    const gsay_arena_block *block = arena->last;
    if (block) {
        size_t begin = next_offset(block, align);
        if (begin <= block->size && need <= block->size - begin)
            return hand_out(arena, begin, need);
    }
    return add_block(arena, need) ? hand_out(arena, 0, need) : NULL;
}

/* Extend the latest allocation of the arena to need bytes. Returns false when items is another one, or the block is
 * full. */
static bool grow_in_place(gsay_arena *arena, const void *items, size_t need)
{
    gsay_arena_block *block = arena->last;
    if (!block || items != block->bytes + block->latest || need > block->size - block->latest)
        return false;
    UNPOISON(block->bytes + block->latest, need);
    arena->used += block->latest + need - block->used;
    block->used = block->latest + need;
    return true;
}

void *gsay_arena_take(gsay_arena *arena, size_t size, size_t align, size_t count)
{
    /* the division is slow, and no product of two halves of a word is too large */
    if ((size | count) >> (sizeof(size_t) * 4) && size && count > SIZE_MAX / size)
        return NULL;
    return may_allocate(arena) ? take(arena, size * count, align) : NULL;
}

void *gsay_arena_alloc(gsay_arena *arena, size_t size, size_t align, size_t count)
{
    void *items = gsay_arena_take(arena, size, align, count);
    return items ? memset(items, 0, size * count) : NULL;
}

void *gsay_arena_grow(gsay_arena *arena, void *items, size_t item_size, size_t count, size_t *capacity)
{
    size_t old = *capacity;
    if (count < old)
        return items;
    char *grown = gsay_arena_extend(arena, items, item_size, count, capacity);
    if (grown)
        memset(grown + item_size * old, 0, item_size * (*capacity - old));
    return grown;
}

void *gsay_arena_extend(gsay_arena *arena, void *items, size_t item_size, size_t count, size_t *capacity)
{
    if (count < *capacity)
        return items;
    if (count > SIZE_MAX / 2 / (item_size ? item_size : 1))
        return NULL;
    size_t room = count < FIRST_CAPACITY / 2 ? FIRST_CAPACITY : 2 * count;
    if (!may_allocate(arena))
        return NULL;
    size_t old = item_size * *capacity;
    char  *grown = items;
    if (!*capacity || !grow_in_place(arena, items, item_size * room)) {
        grown = take(arena, item_size * room, alignof(max_align_t));
        if (!grown)
            return NULL;
        if (old)
            memcpy(grown, items, old);
    }
    SPOIL(grown + old, item_size * room - old);
    *capacity = room;
    return grown;
}

gsay_str gsay_arena_copy(gsay_arena *arena, gsay_str text)
{
    if (text.len == 0)
        return GSAY_STR("");
    char *copy = may_allocate(arena) ? take(arena, text.len, alignof(char)) : NULL;
    if (!copy)
        return (gsay_str){ NULL, 0 };
    memcpy(copy, text.ptr, text.len);
    return (gsay_str){ copy, text.len };
}

gsay_str gsay_arena_format(gsay_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = len < 0 ? NULL : GSAY_TAKE(arena, char, (size_t)len + 1);
    if (!text)
        return (gsay_str){ NULL, 0 };
    va_start(args, format);
    vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return (gsay_str){ text, (size_t)len };
}

/* Free the blocks from block on backwards. */
static void free_chain(gsay_arena_block *block)
{
    while (block) {
        gsay_arena_block *previous = block->previous;
        UNPOISON(block->bytes, block->size);
        free(block);
        block = previous;
    }
}

void gsay_arena_reset(gsay_arena *arena)
{
    gsay_arena_block *block = arena->last;
    arena->used = 0;
    if (!block)
        return;
    free_chain(block->previous);
    POISON(block->bytes, block->size);
    block->previous = NULL;
    block->used = 0;
    block->latest = 0;
}

void gsay_arena_clear(gsay_arena *arena)
{
    free_chain(arena->last);
    arena->last = NULL;
    arena->used = 0;
}
