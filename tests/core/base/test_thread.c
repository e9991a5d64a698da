/* Sharing out work: every item once, whatever the number of workers, also when no thread can be had. */
#ifdef __linux__
#define _GNU_SOURCE /* pthread_setattr_default_np, to make threads impossible to start */
#endif
#include "base/thread.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "suite.h"

#define ITEMS_MAX 20000

Suite *thread_suite(void);

struct tally {
    size_t        workers; /* allowed */
    atomic_int    done[ITEMS_MAX];
    atomic_size_t by_worker[GSAY_THREADS_MAX];
    atomic_int    strays; /* calls with an index out of range */
    size_t        order[ITEMS_MAX];
    size_t        finished; /* of one worker alone */
};

static void count_item(void *context, size_t worker, size_t item)
{
    struct tally *tally = context;
    if (worker >= tally->workers || item >= ITEMS_MAX) {
        atomic_fetch_add(&tally->strays, 1);
        return;
    }
    atomic_fetch_add(&tally->done[item], 1);
    atomic_fetch_add(&tally->by_worker[worker], 1);
    if (tally->workers == 1)
        tally->order[tally->finished++] = item;
}

/* Run count items; every one must be done once and no other. */
static void run_and_check(struct tally *tally, size_t workers, size_t count)
{
    tally->workers = workers > GSAY_THREADS_MAX ? GSAY_THREADS_MAX : workers ? workers : 1;
    gsay_parallel(workers, count, count_item, tally);
    ck_assert_int_eq(atomic_load(&tally->strays), 0);
    for (size_t i = 0; i < ITEMS_MAX; i++)
        if (atomic_load(&tally->done[i]) != (i < count))
            ck_abort_msg("item %zu was done %d times", i, atomic_load(&tally->done[i]));
}

static const struct {
    size_t workers;
    size_t count;
} RUNS[] = {
    { 0, 10 }, { 1, 0 }, { 1, 1 }, { 4, 0 }, { 4, 1 }, { 4, 3 }, { 2, ITEMS_MAX }, { 16, ITEMS_MAX }, { 100000, 1000 },
};

START_TEST(does_every_item_once)
{
    struct tally *tally = calloc(1, sizeof *tally);
    run_and_check(tally, RUNS[_i].workers, RUNS[_i].count);
    free(tally);
}
END_TEST

START_TEST(one_worker_goes_in_rising_order)
{
    struct tally *tally = calloc(1, sizeof *tally);
    run_and_check(tally, 1, 1000);
    for (size_t i = 0; i < 1000; i++)
        ck_assert_uint_eq(tally->order[i], i);
    free(tally);
}
END_TEST

/* Two items that wait for each other finish only when two threads work on them. */
static void meet_other(void *context, size_t worker, size_t item)
{
    (void)worker;
    (void)item;
    atomic_int *waiting = context;
    atomic_fetch_add(waiting, 1);
    while (atomic_load(waiting) < 2)
        continue;
}

START_TEST(workers_run_at_the_same_time)
{
    atomic_int waiting = 0;
    gsay_parallel(2, 2, meet_other, &waiting);
    ck_assert_int_eq(atomic_load(&waiting), 2);
}
END_TEST

#ifdef __linux__
/* A default stack beyond the address space makes every pthread_create fail. */
START_TEST(works_when_no_thread_can_be_started)
{
    pthread_attr_t usual;
    pthread_attr_t huge;
    struct tally  *tally = calloc(1, sizeof *tally);
    ck_assert_int_eq(pthread_getattr_default_np(&usual), 0);
    ck_assert_int_eq(pthread_attr_init(&huge), 0);
    ck_assert_int_eq(pthread_attr_setstacksize(&huge, (size_t)1 << 60), 0);
    ck_assert_int_eq(pthread_setattr_default_np(&huge), 0);
    run_and_check(tally, 8, 1000);
    pthread_setattr_default_np(&usual);
    ck_assert_uint_eq(atomic_load(&tally->by_worker[0]), 1000);
    pthread_attr_destroy(&huge);
    pthread_attr_destroy(&usual);
    free(tally);
}
END_TEST
#endif

START_TEST(there_is_a_processor)
{
    ck_assert_uint_ge(gsay_processors(), 1);
}
END_TEST

Suite *thread_suite(void)
{
    Suite *suite = suite_create("core/base/thread");
    TCase *tcase = tcase_create("thread");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, does_every_item_once, 0, sizeof RUNS / sizeof RUNS[0]);
    tcase_add_test(tcase, one_worker_goes_in_rising_order);
    tcase_add_test(tcase, workers_run_at_the_same_time);
#ifdef __linux__
    tcase_add_test(tcase, works_when_no_thread_can_be_started);
#endif
    tcase_add_test(tcase, there_is_a_processor);
    suite_add_tcase(suite, tcase);
    return suite;
}
