/* Folders of packs on disk, for tests. */
#include "rule/folder.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void folder_open(folder *made)
{
    *made = (folder){ .path = "/tmp/gsay_rule_XXXXXX" };
    ck_assert_ptr_nonnull(mkdtemp(made->path));
}

static void note(folder *made, const char *path)
{
    ck_assert_uint_lt(made->count, FOLDER_FILES_MAX);
    snprintf(made->made[made->count++], FOLDER_PATH_BYTES, "%s", path);
}

void folder_add_bytes(folder *made, const char *name, const char *text, size_t len)
{
    char path[FOLDER_PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s", made->path, name);
    for (char *slash = path + strlen(made->path) + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdir(path, 0700) == 0)
            note(made, path);
        *slash = '/';
    }
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, len, file), len);
    ck_assert_int_eq(fclose(file), 0);
    note(made, path);
}

void folder_add(folder *made, const char *name, const char *text)
{
    folder_add_bytes(made, name, text, strlen(text));
}

void folder_remove(folder *made)
{
    while (made->count)
        ck_assert_int_eq(remove(made->made[--made->count]), 0);
    ck_assert_int_eq(remove(made->path), 0);
}
