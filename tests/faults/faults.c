/* Out of memory: the whole program, in this process, once for every request for memory that it and its libraries make,
 * with that request refused (the method of SQLite's and Lua's own tests).
 *
 * Each run must end in exit status 2 with a message that says so, and give back every block. With "lasting" all later
 * requests are refused, too, so that nobody who asks again is served.
 * Usage: faults [lasting] [from N] [to N] ARGUMENT...   (the arguments of gainsay) */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "allocator.h"

#define OUTPUT_BYTES_MAX 65536u
#define COMPLAINTS_MAX   20u

/* The program's main, renamed for this build. */
int gainsay_main(int argc, char **argv);

/* What one run printed and how it ended. */
struct outcome {
    int    status;
    size_t out_len, err_len;
    char   out[OUTPUT_BYTES_MAX];
    char   err[OUTPUT_BYTES_MAX];
};

struct test {
    int    argc;
    char **argv;
    bool   is_lasting;
    int    out_file, err_file; /* standard output and error go here while the program runs */
    int    own_out, own_err;
};

/* What a file holds, up to the room there is; the file is empty afterwards. */
static size_t drain(int file, char *bytes)
{
    ssize_t len = pread(file, bytes, OUTPUT_BYTES_MAX - 1, 0);
    bytes[len > 0 ? len : 0] = '\0';
    if (ftruncate(file, 0) != 0 || lseek(file, 0, SEEK_SET) != 0)
        exit(2);
    return len > 0 ? (size_t)len : 0;
}

/* One run with one request refused; failing 0 refuses none. Returns how many requests there were. */
static size_t run(const struct test *test, size_t failing, struct outcome *outcome)
{
    fflush(stdout);
    clearerr(stdout);
    dup2(test->out_file, STDOUT_FILENO);
    dup2(test->err_file, STDERR_FILENO);
    allocator_start(failing, test->is_lasting);
    outcome->status = gainsay_main(test->argc, test->argv);
    size_t calls = allocator_stop();
    fflush(stdout);
    dup2(test->own_out, STDOUT_FILENO);
    dup2(test->own_err, STDERR_FILENO);
    outcome->out_len = drain(test->out_file, outcome->out);
    outcome->err_len = drain(test->err_file, outcome->err);
    return calls;
}

/* Tell whether a run with a fault ended as it should. */
static bool is_right(const struct outcome *got)
{
    return got->status == 2 && strstr(got->err, "memory");
}

/* Tell whether libraries ask the allocator of this program; one speaks for all. */
static bool is_in_front(void)
{
    allocator_start(0, false);
    cJSON_Delete(cJSON_CreateNull());
    return allocator_stop() == 1;
}

/* Refuse each request in turn. Returns the number of runs that ended wrongly. */
static size_t try_all(const struct test *test, size_t from, size_t to)
{
    static struct outcome wanted, got; /* too large for a stack, and the heap is what is being tested */
    size_t                wrong = 0, refused = 0;
    run(test, 0, &wanted); /* what libraries keep for ever (character sets) is there after this */
    size_t calls = run(test, 0, &wanted);
    long   live = allocator_live();
    if (wanted.status == 2) { /* every fault would look right */
        fprintf(stderr, "faults: the run without a fault fails: %s\n", wanted.err);
        return 1;
    }
    for (size_t failing = from; failing <= to; failing++) {
        run(test, failing, &got);
        if (!allocator_has_failed())
            break;
        long lost = allocator_live() - live;
        live += lost;
        bool is_good = is_right(&got);
        refused++;
        if (is_good && lost == 0)
            continue;
        if (++wrong <= COMPLAINTS_MAX)
            fprintf(stderr, "faults: request %zu refused: status %d, %ld blocks lost, says: %s\n", failing, got.status,
                    lost, got.err_len ? got.err : "nothing");
    }
    printf("faults:");
    for (int i = 1; i < test->argc; i++)
        printf(" %s", test->argv[i]);
    printf(": %zu requests, %zu refused%s, %zu wrong\n", calls, refused, test->is_lasting ? " with all later ones" : "",
           wrong);
    return wrong;
}

/* "from N" or "to N" */
static bool read_bound(char **argv, const char *name, size_t *bound)
{
    if (!argv[1] || !argv[2] || strcmp(argv[1], name) != 0)
        return false;
    *bound = strtoul(argv[2], NULL, 10);
    return true;
}

int main(int argc, char **argv)
{
    struct test test = { 0 };
    size_t      from = 1, to = (size_t)-1;
    char       *program = argv[0];
    if (argc > 1 && strcmp(argv[1], "lasting") == 0) {
        test.is_lasting = true;
        argv++, argc--;
    }
    while (read_bound(argv, "from", &from) || read_bound(argv, "to", &to))
        argv += 2, argc -= 2;
    argv[0] = program;
    test.argc = argc;
    test.argv = argv;
    FILE *out = tmpfile();
    FILE *err = tmpfile();
    if (!out || !err || !is_in_front()) {
        fprintf(stderr, "faults: cannot begin: no temporary files, or the libraries have an allocator of their own\n");
        return 2;
    }
    test.out_file = fileno(out);
    test.err_file = fileno(err);
    test.own_out = dup(STDOUT_FILENO);
    test.own_err = dup(STDERR_FILENO);
    return try_all(&test, from, to) ? 1 : 0;
}
