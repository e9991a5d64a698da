/* The thread that waits for signals, and the line of progress. */
#include "cli/watch.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS  500u /* a run that is over sooner shows no progress */
#define REDRAW_MS 100u

static const int stopping[] = { SIGINT, SIGTERM, SIGHUP };

static uint64_t now_ms(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
}

/* Write to the terminal; what it does not take is no loss. */
static void show(const char *text)
{
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

/* With the lock held. */
static void clear_line(gsay_watch *watch)
{
    if (watch->has_line)
        show("\r\x1b[K");
    watch->has_line = false;
}

/* The lock stays taken: nobody may draw or write on behind a program that is ending. */
static void end_by(gsay_watch *watch, int number)
{
    sigset_t one;
    clear_line(watch);
    if (watch->partial)
        unlink(watch->partial);
    signal(number, SIG_DFL);
    sigemptyset(&one);
    sigaddset(&one, number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(number);
}

static void *wait_for_signals(void *argument)
{
    gsay_watch *watch = argument;
    int         number = 0;
    for (;;) {
        if (sigwait(&watch->signals, &number) != 0)
            continue;
        pthread_mutex_lock(&watch->lock);
        if (!watch->has_ended)
            end_by(watch, number);
        pthread_mutex_unlock(&watch->lock);
        return NULL;
    }
}

/* The stopping signals that are not ignored. Returns false when there is none. */
static bool choose_signals(gsay_watch *watch)
{
    sigemptyset(&watch->signals);
    for (size_t i = 0; i < sizeof stopping / sizeof *stopping; i++) {
        struct sigaction action;
        if (sigaction(stopping[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN)
            continue;
        sigaddset(&watch->signals, stopping[i]);
        watch->waking = stopping[i];
    }
    return watch->waking != 0;
}

void gsay_watch_open(gsay_watch *watch)
{
    *watch = (gsay_watch){ .opened_ms = now_ms() };
    if (!choose_signals(watch) || pthread_mutex_init(&watch->lock, NULL) != 0)
        return;
    pthread_sigmask(SIG_BLOCK, &watch->signals, &watch->before);
    watch->is_open = pthread_create(&watch->thread, NULL, wait_for_signals, watch) == 0;
    if (watch->is_open)
        return;
    pthread_sigmask(SIG_SETMASK, &watch->before, NULL);
    pthread_mutex_destroy(&watch->lock);
}

void gsay_watch_close(gsay_watch *watch)
{
    if (!watch->is_open)
        return;
    pthread_mutex_lock(&watch->lock);
    clear_line(watch);
    watch->has_ended = true;
    pthread_mutex_unlock(&watch->lock);
    pthread_kill(watch->thread, watch->waking);
    pthread_join(watch->thread, NULL);
    pthread_sigmask(SIG_SETMASK, &watch->before, NULL);
    pthread_mutex_destroy(&watch->lock);
    watch->is_open = false;
}

void gsay_watch_progress(void *context, const char *phase, size_t done, size_t count)
{
    gsay_watch *watch = context;
    uint64_t    now = now_ms();
    char        line[80];
    if (!watch->is_open || now - watch->opened_ms < QUIET_MS || now - watch->shown_ms < REDRAW_MS)
        return;
    watch->shown_ms = now;
    snprintf(line, sizeof line, "\r%s: %zu of %zu\x1b[K", phase, done, count);
    pthread_mutex_lock(&watch->lock);
    show(line);
    watch->has_line = true;
    pthread_mutex_unlock(&watch->lock);
}

void gsay_watch_clear(gsay_watch *watch)
{
    if (!watch || !watch->is_open)
        return;
    pthread_mutex_lock(&watch->lock);
    clear_line(watch);
    pthread_mutex_unlock(&watch->lock);
}

void gsay_watch_writing(gsay_watch *watch, const char *path)
{
    if (!watch || !watch->is_open)
        return;
    pthread_mutex_lock(&watch->lock);
    watch->partial = path;
    pthread_mutex_unlock(&watch->lock);
}
