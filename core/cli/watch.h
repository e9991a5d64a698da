/* What must be put right when the user stops the program: the line of progress, a report that is half written.
 *
 * A thread of its own waits for the signals that stop a program; all others keep them blocked. So there is no signal
 * handler, no state of the whole program, and nothing that a handler may not call. When a signal comes, the thread
 * clears the line, removes the half-written file, and lets the signal do what it does: the shell sees 130 after
 * Ctrl-C. A signal that was ignored when the program began (nohup) stays ignored. */
#ifndef GSAY_CLI_WATCH_H
#define GSAY_CLI_WATCH_H

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The watch of one program run. Zeroed memory is a watch that is not open: every call is harmless. */
typedef struct gsay_watch {
    pthread_mutex_t lock;      /* over the three that follow */
    bool            has_line;  /* a line of progress stands on the terminal */
    bool            has_ended; /* a signal only wakes the thread */
    const char     *partial;   /* a file to remove; NULL none; borrowed */
    pthread_t       thread;
    sigset_t        signals;
    sigset_t        before; /* the mask to restore */
    int             waking; /* one of signals */
    bool            is_open;
    uint64_t        opened_ms;
    uint64_t        shown_ms; /* when the line was last written */
} gsay_watch;

/* Begin to watch, before any other thread is started. Where that fails, signals do what they always did. */
void gsay_watch_open(gsay_watch *watch);
/* End it, and clear the line. */
void gsay_watch_close(gsay_watch *watch);
/* Show how far a run has come on standard error, in one line that is written over: a gsay_progress whose context is the
 * watch. Silent for the first half second, then at most ten times a second. */
void gsay_watch_progress(void *context, const char *phase, size_t done, size_t count);
/* Take the line off the terminal. */
void gsay_watch_clear(gsay_watch *watch);
/* From here on the file at path is half written; NULL: no longer. path is borrowed until then. */
void gsay_watch_writing(gsay_watch *watch, const char *path);

#endif
