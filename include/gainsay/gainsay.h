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
 * its own for its work. Nothing is printed; the process is never ended. */
#ifndef GAINSAY_GAINSAY_H
#define GAINSAY_GAINSAY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

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
    GSAY_FORMAT_AUTO = 0, /* by suffix: .md .markdown Markdown, .jsonl .ndjson records, everything else text */
    GSAY_FORMAT_TEXT,
    GSAY_FORMAT_MARKDOWN,
    GSAY_FORMAT_HTML,     /* read by a later version; asking for it is a clear error */
    GSAY_FORMAT_JSONL,
    GSAY_FORMAT_CLAIMS    /* likewise */
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

/* How an engine works. Zeroed memory is a valid default but for pack_folder. Strings are copied. */
typedef struct gsay_settings {
    const char        *pack_folder; /* folder of the shipped rule packs; NULL: no rules, so nothing can be checked */
    const char *const *packs;       /* names of shipped packs or folders of a user's own; NULL: every shipped pack but "style" */
    size_t             pack_count;
    size_t             jobs;        /* threads; 0: one a processor */
    gsay_grouping      group_by;
    gsay_format        format;      /* of every source added by path */
    const char        *date;        /* YYYY-MM-DD, the date of sources that state none; NULL: unknown */
} gsay_settings;

/* One place in a source. Borrowed from the engine until it is closed; text is not NUL-terminated. */
typedef struct gsay_engine_place {
    const char *source;  /* NUL-terminated name */
    size_t      start;   /* bytes, half open, in the source as it is */
    size_t      end;
    uint32_t    line;    /* from 1 */
    uint32_t    column;  /* from 1, in code points */
    const char *text;    /* end - start bytes of UTF-8 */
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
} gsay_engine_finding;

typedef struct gsay_engine gsay_engine;

/* Open an engine and load its rule packs.
 *
 * engine  out: gives; release with gsay_engine_close. Untouched on error.
 * error   may be NULL, here and below.
 * Returns GSAY_OK, GSAY_EINPUT (unknown pack, bad setting), GSAY_EIO, GSAY_ERULE (a pack.lua is wrong), GSAY_ENOMEM. A rule file that is wrong
 *         is told by gsay_engine_check, which runs the others. */
gsay_status gsay_engine_open(const gsay_settings *settings, gsay_engine **engine, gsay_error *error);

/* Add a file, the texts of a folder, or standard input ("-"). Files are read when gsay_engine_check needs them. A file that is added
 * twice is one source; added once as a reference, it is a reference. A bad JSONL line is a problem of the run: the good lines are added, and gsay_engine_check tells of it.
 * Returns GSAY_OK, GSAY_EIO (no such path), GSAY_EINPUT (a record has the name; the engine has run), GSAY_ELIMIT, GSAY_ENOMEM. */
gsay_status gsay_engine_add_path(gsay_engine *engine, const char *path, gsay_role role, gsay_error *error);

/* Add a text from memory (copied) under a name of its own.
 * group   "" or NULL: the unnamed group.
 * Returns GSAY_OK, GSAY_EINPUT (the name is taken; the engine has run), GSAY_ELIMIT, GSAY_ENOMEM. */
gsay_status gsay_engine_add_text(gsay_engine *engine, const char *name, const char *group, const char *text, size_t len, gsay_error *error);

/* Compare all sources. Call once.
 * Returns GSAY_OK when every source and every rule did its work; else the first failure (GSAY_EIO, GSAY_EENCODING, GSAY_ERULE ...): findings of
 *         everything else are there all the same. GSAY_EINPUT (called twice, or without rule packs), GSAY_ENOMEM: no findings. */
gsay_status gsay_engine_check(gsay_engine *engine, gsay_error *error);

/* The number of findings, 0 before gsay_engine_check. */
size_t gsay_engine_finding_count(const gsay_engine *engine);

/* One finding, index < count, in the order of group, source, start. */
const gsay_engine_finding *gsay_engine_finding_at(const gsay_engine *engine, size_t index);

/* Release everything. NULL is harmless. */
void gsay_engine_close(gsay_engine *engine);

#ifdef __cplusplus
}
#endif

#endif
