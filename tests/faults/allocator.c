/* Every request goes through take, which counts it and may refuse it; what is left is glibc's or the sanitizer's work.
 */
#include "allocator.h"

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#ifdef IS_SANITIZED
#define BELOW(name) __interceptor_##name
#else
#define BELOW(name) __libc_##name
#endif

/* Libraries find only what the program exports, and its flags hide everything. */
#define SEEN __attribute__((visibility("default")))

/* The allocators below have no header. */
extern void *BELOW(malloc)(size_t size);
extern void *BELOW(calloc)(size_t count, size_t size);
extern void *BELOW(realloc)(void *block, size_t size);
extern void *BELOW(memalign)(size_t alignment, size_t size);
extern void  BELOW(free)(void *block);

/* One process, one allocator: the only state that this program keeps outside of main. */
static struct {
    atomic_size_t calls;
    atomic_size_t failing; /* SIZE_MAX: none */
    atomic_bool   is_lasting;
    atomic_bool   has_failed;
    atomic_long   live;
    pthread_t     starter; /* the thread that began to count */
} account = { .failing = SIZE_MAX };

/* The sanitizer aborts when it has no memory to begin a thread, so there only the first thread's requests count. */
static bool is_spared(void)
{
#ifdef IS_SANITIZED
    return atomic_load(&account.failing) != SIZE_MAX && !pthread_equal(pthread_self(), account.starter);
#else
    return false;
#endif
}

/* Count a request. Returns false when it is to fail. */
static bool take(void)
{
    if (is_spared())
        return true;
    size_t call = atomic_fetch_add(&account.calls, 1) + 1;
    size_t failing = atomic_load(&account.failing);
    if (call != failing && (call < failing || !atomic_load(&account.is_lasting)))
        return true;
    atomic_store(&account.has_failed, true);
    errno = ENOMEM;
    return false;
}

/* Count a block that was given. */
static void *given(void *block)
{
    if (block)
        atomic_fetch_add(&account.live, 1);
    return block;
}

SEEN void *malloc(size_t size)
{
    return take() ? given(BELOW(malloc)(size)) : NULL;
}

SEEN void *calloc(size_t count, size_t size)
{
    return take() ? given(BELOW(calloc)(count, size)) : NULL;
}

SEEN void *realloc(void *block, size_t size)
{
    if (!take())
        return NULL;
    void *moved = BELOW(realloc)(block, size);
    if (!block)
        return given(moved);
    if (size == 0 && !moved)
        atomic_fetch_sub(&account.live, 1);
    return moved;
}

SEEN void *memalign(size_t alignment, size_t size)
{
    return take() ? given(BELOW(memalign)(alignment, size)) : NULL;
}

SEEN void *aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

SEEN int posix_memalign(void **block, size_t alignment, size_t size)
{
    void *made = memalign(alignment, size);
    if (!made)
        return ENOMEM;
    *block = made;
    return 0;
}

SEEN void free(void *block)
{
    if (block)
        atomic_fetch_sub(&account.live, 1);
    BELOW(free)(block);
}

void allocator_start(size_t failing, bool is_lasting)
{
    account.starter = pthread_self();
    atomic_store(&account.calls, 0);
    atomic_store(&account.has_failed, false);
    atomic_store(&account.is_lasting, is_lasting);
    atomic_store(&account.failing, failing ? failing : SIZE_MAX);
}

size_t allocator_stop(void)
{
    atomic_store(&account.failing, SIZE_MAX);
    return atomic_load(&account.calls);
}

bool allocator_has_failed(void)
{
    return atomic_load(&account.has_failed);
}

long allocator_live(void)
{
    return atomic_load(&account.live);
}
