/* Patterns of .gitignore files (gitignore(5)), for the walk. */
#ifndef GSAY_SOURCE_IGNORE_H
#define GSAY_SOURCE_IGNORE_H

#include "base/arena.h"
#include "base/error.h"

/* One line of an ignore file. */
typedef struct gsay_ignore_pattern {
    gsay_str glob;          /* without !, and without a slash at either end */
    bool     is_negated;    /* ! takes back what an earlier line ignored */
    bool     is_for_folder; /* a slash at the end */
    bool     is_anchored;   /* a slash elsewhere: it matches from the file's own folder on; else the last name at any depth */
} gsay_ignore_pattern;

/* One ignore file; a chain from the deepest folder up to the walk's root. */
typedef struct gsay_ignore {
    const struct gsay_ignore *above; /* NULL at the root */
    size_t                    base;  /* bytes of path before what the patterns match: the folder and its slash */
    gsay_ignore_pattern      *patterns;
    size_t                    count;
} gsay_ignore;

/* Read the lines of an ignore file.
 *
 * text    borrowed; must outlive the result.
 * base    as in gsay_ignore.
 * ignore  out; patterns owned by arena.
 * Returns GSAY_OK or GSAY_ENOMEM. */
gsay_status gsay_ignore_read(gsay_arena *arena, gsay_str text, size_t base, gsay_ignore *ignore, gsay_error *err);

/* Tell whether a path is ignored: the last line that matches decides, in the deepest file that has one.
 * Cost: lines times the product of the lengths of pattern and path, at worst. */
bool gsay_ignore_matches(const gsay_ignore *ignore, gsay_str path, bool is_folder);

/* Tell whether a path, or a folder that it lies in, is ignored: for paths that were not reached by a walk. A leading "./" or "/" is
 * passed over. */
bool gsay_ignore_covers(const gsay_ignore *ignore, gsay_str path, bool is_folder);

/* Match one glob against a path of names between slashes: * and ? within a name, [a-z] and [!a-z], ** for any number of
 * names, \ before a character that stands for itself. */
bool gsay_glob_matches(gsay_str glob, gsay_str path);

#endif
