/* A folder of files for one test: made below TMPDIR, removed with all that is in it. */
#ifndef GSAY_TESTS_ENGINE_FOLDER_H
#define GSAY_TESTS_ENGINE_FOLDER_H

#include "base/str.h"

/* One folder and the files in it. */
typedef struct test_folder {
    char path[256];
    char file[512]; /* of the path made last */
} test_folder;

/* Make an empty folder. */
void test_folder_open(test_folder *folder);

/* The path of name in the folder; valid until the next call. */
const char *test_folder_path(test_folder *folder, const char *name);

/* Write a file; the folders of name are made. */
void test_folder_write(test_folder *folder, const char *name, const char *text);

/* Remove the folder and everything in it. */
void test_folder_close(test_folder *folder);

#endif
