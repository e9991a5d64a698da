/* From paths to files: folders are walked in byte order of names, .gitignore files are respected, suffixes decide. */
#ifndef GSAY_SOURCE_WALK_H
#define GSAY_SOURCE_WALK_H

#include "source/document.h"
#include "source/ignore.h"

#define GSAY_WALK_DEPTH_MAX 128 /* folders in folders; deeper is an error, so a link cycle ends */

/* One file to read. */
typedef struct gsay_file {
    gsay_str path;      /* as given, "/" between parts, NUL-terminated, owned by the arena */
    gsay_str folder;    /* the part of path before the last "/", "." when there is none */
    bool     is_walked; /* met by a walk, not named: a file that cannot be read as text is then a warning only */
} gsay_file;

/* Find the files under path: the file itself, or all text, Markdown and HTML files of a folder (.txt .text .md .markdown
 * .html .htm .xhtml; hidden ones are passed over).
 *
 * exclude what is left out, the path itself too: patterns that match paths as they are given, without a leading "./". NULL: nothing.
 * files   out: owned by arena, in byte order of path, *count of them (0: a folder without texts).
 * Returns GSAY_OK, GSAY_EIO (no such path, unreadable folder; errno's words in the message), GSAY_ELIMIT, GSAY_ENOMEM. */
gsay_status gsay_walk(gsay_arena *arena, gsay_str path, const gsay_ignore *exclude, gsay_file **files, size_t *count, gsay_error *err);

/* The folder of a path: the part before the last "/", "." when there is none. Borrows. */
gsay_str gsay_folder_of(gsay_str path);

/* Read a whole file ("-": standard input) into the arena.
 * Returns GSAY_OK, GSAY_EIO, GSAY_ELIMIT above GSAY_SOURCE_BYTES_MAX, GSAY_ENOMEM. *out is untouched on error. */
gsay_status gsay_file_read(gsay_arena *arena, gsay_str path, gsay_str *out, gsay_error *err);

#endif
