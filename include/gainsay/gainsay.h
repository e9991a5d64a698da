/* gainsay: a linter for facts. What an embedding program may use; nothing else of the library is promised.
 *
 * One engine holds the settings, the rule packs and the sources of one run:
 *
 *     gsay_settings settings = { .pack_folder = "/usr/share/gainsay/rules" };
 *     gsay_engine  *engine = NULL;
 *     gsay_error    error = { 0 };
 *     if (gsay_engine_open(&settings, &engine, &error) == GSAY_OK
 *         && gsay_engine_add_path(engine, "draft.md", GSAY_ROLE_PEER, &error) == GSAY_OK
 *         && gsay_engine_check(engine, &error) == GSAY_OK)
 *         for (size_t i = 0; i < gsay_engine_finding_count(engine); i++)
 *             show(gsay_engine_finding_at(engine, i));
 *     gsay_engine_close(engine);
 *
 * No global state: two engines may run in two threads. One engine belongs to one thread at a time; it starts threads of
 * its own for its work. Nothing is printed; the process is never ended; no signal is touched.
 *
 * Compile and link with `pkg-config --cflags --libs gainsay` (--static for libgainsay.a). tests/library/example.c is a
 * whole program. While the version begins with 0, a new minor version may change what is declared here; the name of the
 * shared library then changes, too. */
#ifndef GAINSAY_GAINSAY_H
#define GAINSAY_GAINSAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the shared library exports; it is built with every other name hidden. */
#if defined(__GNUC__)
#define GSAY_API __attribute__((visibility("default")))
#else
#define GSAY_API
#endif

/* The version of this header; gsay_version tells that of the library. */
#define GSAY_VERSION "0.1.0"

typedef enum gsay_status {
    GSAY_OK = 0,
    GSAY_ENOMEM,    /* memory is exhausted */
    GSAY_EIO,       /* a file or folder could not be read or written */
    GSAY_EENCODING, /* bytes that are not the text they claim to be */
    GSAY_EINPUT,    /* well-formed text that is not what was asked for: a bad JSONL line, a bad option, an unknown name */
    GSAY_ELIMIT,    /* a named limit was passed */
    GSAY_ERULE      /* a rule file is wrong, failed, or passed its budget */
} gsay_status;

#define GSAY_ERROR_BYTES 400

/* What went wrong. Zeroed memory is a valid "nothing went wrong". */
typedef struct gsay_error {
    gsay_status status;
    size_t      offset;                    /* bytes into the input; SIZE_MAX where none is known */
    char        message[GSAY_ERROR_BYTES]; /* NUL-terminated English without a newline: what was being done, to what, why not */
} gsay_error;

typedef enum gsay_format {
    GSAY_FORMAT_AUTO = 0, /* by suffix: .md .markdown Markdown, .html .htm .xhtml HTML, .jsonl .ndjson records, else text */
    GSAY_FORMAT_TEXT,
    GSAY_FORMAT_MARKDOWN,
    GSAY_FORMAT_HTML,
    GSAY_FORMAT_JSONL,
    GSAY_FORMAT_CLAIMS    /* records that gainsay extract --records wrote, in place of texts */
} gsay_format;

typedef enum gsay_role {
    GSAY_ROLE_PEER = 0,  /* all sources are equal */
    GSAY_ROLE_DRAFT,     /* checked against itself and its references */
    GSAY_ROLE_REFERENCE  /* held to be right; never checked against other references */
} gsay_role;

typedef enum gsay_severity {
    GSAY_SEVERITY_OFF = 0,
    GSAY_SEVERITY_NOTE,
    GSAY_SEVERITY_WARNING,
    GSAY_SEVERITY_ERROR
} gsay_severity;

/* What is compared with what; records of JSONL state their own group. */
typedef enum gsay_grouping {
    GSAY_GROUP_ALL = 0, /* everything */
    GSAY_GROUP_FOLDER,  /* each folder in itself */
    GSAY_GROUP_FILE     /* each file with itself */
} gsay_grouping;

/* How far a run has come. Called in the thread that runs the engine, now and then: at the beginning of each phase with
 * done 0, and after items that this thread has finished.
 *
 * phase  "reading" (count sources) or "comparing" (count groups). Where there are many groups, they take turns. */
typedef void gsay_progress(void *context, const char *phase, size_t done, size_t count);

/* How an engine works. Zeroed memory is a valid default but for pack_folder. Strings are copied. */
typedef struct gsay_settings {
    const char        *pack_folder; /* folder of the shipped rule packs; NULL: no rules, so nothing can be checked */
    const char *const *packs;       /* names of shipped packs or folders of a user's own; NULL: every shipped pack but "style" */
    size_t             pack_count;
    size_t             jobs;        /* threads; 0: one a processor */
    gsay_grouping      group_by;
    gsay_format        format;      /* of every source added by path */
    const char        *date;        /* YYYY-MM-DD, the date of sources that state none; NULL: unknown */
    const char *const *exclude;     /* paths not to read, as lines of .gitignore that match from the working directory on */
    size_t             exclude_count;
    const char        *stdin_name;  /* what standard input is called; its suffix tells the format. NULL: "-" */
    bool               is_timed;    /* measure the time of each stage, for gsay_engine_statistics */
    gsay_progress     *progress;    /* NULL: none */
    void              *progress_context;
} gsay_settings;

/* A text from memory. Zeroed members are valid defaults but for name and text. */
typedef struct gsay_input {
    const char *name;   /* unique in the engine; of JSONL: for messages */
    const char *text;   /* UTF-8, len bytes */
    size_t      len;
    const char *group;  /* what it is compared with; NULL: the unnamed group */
    const char *title;  /* NULL: what the text itself states */
    const char *date;   /* YYYY-MM-DD; NULL: what the text itself states, else that of the settings */
    gsay_format format; /* auto: plain text. JSONL: each line is a source with a name, group, role and date of its own; claims: a piece of the records of any number of sources */
    gsay_role   role;
} gsay_input;

/* One place in a source. Borrowed from the engine until it is closed; text is not NUL-terminated. */
typedef struct gsay_engine_place {
    const char *source;  /* NUL-terminated name */
    size_t      start;   /* bytes, half open, in the source as it is */
    size_t      end;
    uint32_t    line;    /* from 1 */
    uint32_t    column;  /* from 1, in code points */
    const char *text;    /* UTF-8 */
    size_t      len;     /* of text in bytes: end - start, but for sources that were decoded */
    const char *message; /* what a finding says of this place; "" nothing */
} gsay_engine_place;

/* One finding. Borrowed from the engine until it is closed; strings are NUL-terminated. */
typedef struct gsay_engine_finding {
    const char              *rule;
    gsay_severity            severity;
    const char              *group;
    const char              *topic;         /* "" without one */
    const char              *message;
    const char              *fingerprint;   /* 16 hexadecimal digits */
    gsay_engine_place        at;
    const gsay_engine_place *related;       /* places that it disagrees with */
    size_t                   related_count;
    size_t                   more;          /* places beside these */
    const char *const       *why;           /* why the places are taken for one fact, a line each */
    size_t                   why_count;
} gsay_engine_finding;

/* A rule that was loaded. Borrowed from the engine until it is closed; strings are NUL-terminated. */
typedef struct gsay_engine_rule {
    const char   *id;
    const char   *pack;
    const char   *summary;  /* one line */
    gsay_severity severity; /* in force; GSAY_SEVERITY_OFF does not run */
} gsay_engine_rule;

/* Something that went wrong with one input or rule while everything else was done. */
typedef struct gsay_problem {
    gsay_status status;
    bool        is_warning; /* a file that only a walk met and that is no text: said, but no reason to fail */
    const char *message;    /* NUL-terminated; borrowed from the engine until it is closed */
} gsay_problem;

/* One count with its name. */
typedef struct gsay_tally {
    const char *name;
    uint64_t    count;
} gsay_tally;

/* What a run looked at. Tallies are borrowed from the engine until it is closed; those of 0 are left out. */
typedef struct gsay_statistics {
    uint64_t          sources;  /* that could be read */
    uint64_t          bytes;    /* of them */
    uint64_t          mentions;
    uint64_t          claims;
    uint64_t          topics;
    uint64_t          compared; /* pairs of values that passed every gate */
    uint64_t          capped;   /* values left out of crowded topics */
    const gsay_tally *kinds;    /* mentions by kind */
    size_t            kind_count;
    const gsay_tally *skipped;  /* pairs not compared, by the gate that kept them apart */
    size_t            skipped_count;
    const gsay_tally *stages;   /* nanoseconds by stage, summed over threads; none unless settings.is_timed */
    size_t            stage_count;
} gsay_statistics;

typedef struct gsay_engine gsay_engine;

/* The version of the library that is linked, "0.1.0". */
GSAY_API const char *gsay_version(void);

/* Open an engine and load its rule packs.
 *
 * engine  out: gives; release with gsay_engine_close. Untouched on error.
 * error   may be NULL, here and below.
 * Returns GSAY_OK, GSAY_EINPUT (unknown pack, bad setting), GSAY_EIO, GSAY_ERULE (a pack.lua is wrong), GSAY_ENOMEM. A rule file that is wrong
 *         is told by gsay_engine_check, which runs the others. */
GSAY_API gsay_status gsay_engine_open(const gsay_settings *settings, gsay_engine **engine, gsay_error *error);

/* Add a file, the texts of a folder, or standard input ("-"). Files are read when gsay_engine_check needs them. A file that is added
 * twice is one source; added once as a reference, it is a reference. A bad JSONL line is a problem of the run: the good lines are added, and gsay_engine_check tells of it.
 * Returns GSAY_OK, GSAY_EIO (no such path), GSAY_EINPUT (a record has the name; the engine has run), GSAY_ELIMIT, GSAY_ENOMEM. */
GSAY_API gsay_status gsay_engine_add_path(gsay_engine *engine, const char *path, gsay_role role, gsay_error *error);

/* Add a text from memory, or JSONL records. Everything is copied.
 * Returns GSAY_OK, GSAY_EINPUT (the name is taken or missing; a bad date; the engine has run), GSAY_ELIMIT, GSAY_ENOMEM. A bad JSONL line is a
 *         problem of the run. */
GSAY_API gsay_status gsay_engine_add_input(gsay_engine *engine, const gsay_input *input, gsay_error *error);

/* Add a plain text from memory: gsay_engine_add_input for the commonest case.
 * group   "" or NULL: the unnamed group.
 * Returns as gsay_engine_add_input does. */
GSAY_API gsay_status gsay_engine_add_text(gsay_engine *engine, const char *name, const char *group, const char *text, size_t len, gsay_error *error);

/* Set the severity of a rule, GSAY_SEVERITY_OFF to switch it off. Before gsay_engine_check.
 * Returns GSAY_OK; GSAY_EINPUT for an unknown rule, with the nearest known one. */
GSAY_API gsay_status gsay_engine_set_severity(gsay_engine *engine, const char *rule, gsay_severity severity, gsay_error *error);

/* Set an option of a rule, as --option ID.KEY=VALUE does. Before gsay_engine_check.
 * value   a decimal number, "true" or "false", or a string: what the option takes.
 * Returns GSAY_OK; GSAY_EINPUT for an unknown rule or key, with the nearest known one, or a value out of range; GSAY_ENOMEM. */
GSAY_API gsay_status gsay_engine_set_option(gsay_engine *engine, const char *rule, const char *key, const char *value, gsay_error *error);

/* Pin a claim that a pack names to a value, as --fact NAME=VALUE does. Before gsay_engine_check.
 * value   as a text would have it: "42", "20%", "3 May 2024".
 * Returns GSAY_OK; GSAY_EINPUT for an unknown claim, with the nearest known one, or a value that its patterns cannot find; GSAY_ENOMEM. */
GSAY_API gsay_status gsay_engine_set_fact(gsay_engine *engine, const char *claim, const char *value, gsay_error *error);

/* The number of rules that were loaded. */
GSAY_API size_t gsay_engine_rule_count(const gsay_engine *engine);

/* One rule, index < count, by pack and id. rule: out. */
GSAY_API void gsay_engine_rule_at(const gsay_engine *engine, size_t index, gsay_engine_rule *rule);

/* Compare all sources. Call once.
 * Returns GSAY_OK when every source and every rule did its work; else the first failure (GSAY_EIO, GSAY_EENCODING, GSAY_ERULE ...): findings of
 *         everything else are there all the same. GSAY_EINPUT (called twice, or without rule packs), GSAY_ENOMEM: no findings. */
GSAY_API gsay_status gsay_engine_check(gsay_engine *engine, gsay_error *error);

/* The number of findings, 0 before gsay_engine_check. */
GSAY_API size_t gsay_engine_finding_count(const gsay_engine *engine);

/* One finding, index < count, in the order of group, source, start. */
GSAY_API const gsay_engine_finding *gsay_engine_finding_at(const gsay_engine *engine, size_t index);

/* The number of problems so far: rule files that cannot be loaded, bad JSONL lines, sources that cannot be read, rules that failed. */
GSAY_API size_t gsay_engine_problem_count(const gsay_engine *engine);

/* One problem, index < count: rule files, then JSONL lines, then sources by (group, name), then rules by the first source or group in
 * which they failed. The same whatever the threads. */
GSAY_API const gsay_problem *gsay_engine_problem_at(const gsay_engine *engine, size_t index);

/* What the run looked at; zero before it. statistics: out.
 * Returns GSAY_OK, GSAY_ENOMEM. */
GSAY_API gsay_status gsay_engine_statistics(gsay_engine *engine, gsay_statistics *statistics, gsay_error *error);

/* Release everything. NULL is harmless. */
GSAY_API void gsay_engine_close(gsay_engine *engine);

#ifdef __cplusplus
}
#endif

#endif
