/* A counter that every thread takes the next item from; the calling thread is one of the workers.
 *
 * No pool: a run starts its threads once or twice, and a thread costs some 20 microseconds. */
#ifdef __linux__
#define _GNU_SOURCE /* sched_getaffinity; POSIX has no way to ask how many processors this process may use */
#endif
#include "base/thread.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

/* What the workers of one call share. */
struct job {
    gsay_work    *work;
    void         *context;
    size_t        count;
    atomic_size_t next; /* the first item that nobody has taken */
};

/* What one thread is told. */
struct worker {
    struct job *job;
    size_t      index;
    pthread_t   thread;
};

/* Take items until none is left. Relaxed order suffices: what an item writes is published by pthread_join. */
static void *run_worker(void *argument)
{
    const struct worker *worker = argument;
    struct job          *job = worker->job;
    for (;;) {
        size_t item = atomic_fetch_add_explicit(&job->next, 1, memory_order_relaxed);
        if (item >= job->count)
            return NULL;
        job->work(job->context, worker->index, item);
    }
}

void gsay_parallel(size_t workers, size_t count, gsay_work *work, void *context)
{
    struct worker team[GSAY_THREADS_MAX];
    struct job    job = { .work = work, .context = context, .count = count };
    size_t        started = 1;
    atomic_init(&job.next, 0);
    if (workers > GSAY_THREADS_MAX)
        workers = GSAY_THREADS_MAX;
    if (workers > count)
        workers = count;
    team[0] = (struct worker){ .job = &job, .index = 0 };
    for (; started < workers; started++) {
        team[started] = (struct worker){ .job = &job, .index = started };
        if (pthread_create(&team[started].thread, NULL, run_worker, &team[started]) != 0)
            break;
    }
    run_worker(&team[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(team[i].thread, NULL);
}

size_t gsay_processors(void)
{
#ifdef __linux__
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0)
        return (size_t)CPU_COUNT(&allowed);
#endif
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (size_t)online : 1;
}
