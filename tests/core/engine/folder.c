/* Folders of tests, by the plain calls of POSIX. */
#include "folder.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void test_folder_open(test_folder *folder)
{
    const char *base = getenv("TMPDIR");
    *folder = (test_folder){ .path = "" };
    snprintf(folder->path, sizeof folder->path, "%.200s/gainsay-test-XXXXXX", base && *base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder->path));
}

const char *test_folder_path(test_folder *folder, const char *name)
{
    int len = snprintf(folder->file, sizeof folder->file, "%s/%s", folder->path, name);
    ck_assert_int_lt(len, (int)sizeof folder->file);
    return folder->file;
}

void test_folder_write(test_folder *folder, const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s", test_folder_path(folder, name));
    for (char *slash = path + strlen(folder->path) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = 0;
        mkdir(path, 0777);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "cannot write %s", path);
    ck_assert_uint_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    ck_assert_int_eq(fclose(file), 0);
}

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return remove(path);
}

void test_folder_close(test_folder *folder)
{
    ck_assert_int_eq(nftw(folder->path, remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
}
