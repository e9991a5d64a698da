/* A folder of packs for one test, made and removed again. */
#ifndef GSAY_TESTS_RULE_FOLDER_H
#define GSAY_TESTS_RULE_FOLDER_H

#include "base/str.h"

#define FOLDER_FILES_MAX  32
#define FOLDER_PATH_BYTES 256

/* Open with folder_open, remove with folder_remove. */
typedef struct folder {
    char   path[64];
    char   made[FOLDER_FILES_MAX][FOLDER_PATH_BYTES]; /* files and folders, in order */
    size_t count;
} folder;

/* Make an empty folder. */
void folder_open(folder *made);
/* Add a file; the folders on its way are made, too. len: of text, which may hold NUL bytes. */
void folder_add_bytes(folder *made, const char *name, const char *text, size_t len);
/* Add a text file. */
void folder_add(folder *made, const char *name, const char *text);
/* Remove all that was made. */
void folder_remove(folder *made);

/* A rule file: valid, but for what body puts in the place of check's body. */
#define RULE_FILE(id, each, body)                                                                                      \
    "return { api = 1, id = '" id "', severity = 'error', summary = 'A test.', each = '" each "',\n"                   \
    "  check = function(it, ctx)\n" body "\n  end }\n"

#endif
