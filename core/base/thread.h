/* Work shared out over threads: one call that returns when every item is done. */
#ifndef GSAY_BASE_THREAD_H
#define GSAY_BASE_THREAD_H

#include <stddef.h>

#define GSAY_THREADS_MAX 256u

/* Do one item. worker is 0 .. workers - 1 and names the caller's own per-worker state, 0 is the calling thread; item is 0 .. count - 1. */
typedef void gsay_work(void *context, size_t worker, size_t item);

/* Call work for every item, each once, over so many threads; items are handed out in rising order.
 *
 * workers  1 runs everything in the calling thread. A thread that cannot be started leaves its share to the others.
 * Results must not depend on which worker did what: write them to a slot of the item. */
void gsay_parallel(size_t workers, size_t count, gsay_work *work, void *context);

/* The number of processors that this process may use; at least 1. */
size_t gsay_processors(void);

#endif
