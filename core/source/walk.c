/* Folders into files, and files into bytes.
 *
 * The walk keeps a list of folders still to be read, so its depth costs no stack; the files are sorted at the end,
 * since the byte order of whole paths ("a.txt" before "a/b.txt") is not the order of a walk. */
#include "source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/ignore.h"
#include "source/reader.h"

#define FIRST_BYTES ((size_t)65536) /* of a stream whose length is unknown */

/* A folder still to be read. */
struct folder {
    gsay_str           path; /* NUL-terminated */
    const gsay_ignore *ignore;
    size_t             depth;
};

struct walk {
    gsay_arena        *arena;
    const gsay_ignore *exclude; /* NULL: nothing */
    gsay_error        *err;
    gsay_file         *files;
    size_t             file_count, file_capacity;
    struct folder     *folders;
    size_t             folder_count, folder_capacity;
};

static gsay_status fail_errno(gsay_error *err, const char *doing, gsay_str path)
{
    /* the messages that occur; strerror_r differs from system to system, strerror is not safe in threads */
    int         number = errno;
    const char *reason = number == ENOENT         ? "no such file or folder"
                         : number == EACCES       ? "permission denied"
                         : number == ENOTDIR      ? "a part of the path is no folder"
                         : number == EISDIR       ? "it is a folder"
                         : number == ELOOP        ? "too many symbolic links"
                         : number == EMFILE       ? "too many open files"
                         : number == ENAMETOOLONG ? "its name is too long"
                                                  : NULL;
    if (number == ENOMEM)
        return gsay_fail_memory(err);
    if (reason)
        return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot %s %.*s: %s", doing, GSAY_ARG(path), reason);
    return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot %s %.*s: system error %d", doing, GSAY_ARG(path), number);
}

/* The path of what lies in a folder, with a NUL behind it: one for each entry of each folder, so not by printf. A
 * folder of "" or one that ends in a slash needs none put in. */
static gsay_str join_path(gsay_arena *arena, gsay_str folder, gsay_str name)
{
    size_t slash = folder.len > 0 && folder.ptr[folder.len - 1] != '/';
    size_t len = folder.len + slash + name.len;
    char  *path = GSAY_TAKE(arena, char, len + 1);
    if (!path)
        return (gsay_str){ NULL, 0 };
    memcpy(path, folder.ptr, folder.len);
    path[folder.len] = '/';
    memcpy(path + folder.len + slash, name.ptr, name.len);
    path[len] = '\0';
    return (gsay_str){ path, len };
}

/* Copy a path with a NUL behind it. */
static gsay_str copy_path(gsay_arena *arena, gsay_str path)
{
    return join_path(arena, GSAY_STR(""), path);
}

/* "/a.txt" lies in "/", "a.txt" in ".". */
gsay_str gsay_folder_of(gsay_str path)
{
    size_t len = path.len;
    while (len > 0 && path.ptr[len - 1] != '/')
        len--;
    if (len == 0)
        return GSAY_STR(".");
    return (gsay_str){ path.ptr, len > 1 ? len - 1 : len };
}

static gsay_status push_file(struct walk *walk, gsay_str path, bool is_walked)
{
    gsay_file *files =
        gsay_arena_grow(walk->arena, walk->files, sizeof(*files), walk->file_count, &walk->file_capacity);
    if (!files)
        return gsay_fail_memory(walk->err);
    walk->files = files;
    files[walk->file_count++] = (gsay_file){ .path = path, .folder = gsay_folder_of(path), .is_walked = is_walked };
    return GSAY_OK;
}

static gsay_status push_folder(struct walk *walk, struct folder folder)
{
    if (folder.depth > GSAY_WALK_DEPTH_MAX)
        return gsay_fail(walk->err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: more than %d folders in each other",
                         GSAY_ARG(folder.path), GSAY_WALK_DEPTH_MAX);
    struct folder *folders =
        gsay_arena_grow(walk->arena, walk->folders, sizeof(*folders), walk->folder_count, &walk->folder_capacity);
    if (!folders)
        return gsay_fail_memory(walk->err);
    walk->folders = folders;
    folders[walk->folder_count++] = folder;
    return GSAY_OK;
}

/* Records and other formats are read where they are named; a walk takes what surely is prose. */
static bool is_text_path(gsay_str path)
{
    gsay_format format = gsay_format_of(path);
    return format == GSAY_FORMAT_TEXT || format == GSAY_FORMAT_MARKDOWN || format == GSAY_FORMAT_HTML;
}

/* Take one entry of a folder: a file into the list, a folder onto the stack. Links to folders are not followed. */
static gsay_status take_entry(struct walk *walk, struct folder folder, const char *name)
{
    if (name[0] == '.')
        return GSAY_OK;
    gsay_str    path = join_path(walk->arena, folder.path, gsay_str_of(name));
    struct stat status;
    if (!path.ptr)
        return gsay_fail_memory(walk->err);
    if (lstat(path.ptr, &status) != 0)
        return errno == ENOENT ? GSAY_OK : fail_errno(walk->err, "look at", path); /* it went while we walked */
    if (gsay_ignore_covers(walk->exclude, path, S_ISDIR(status.st_mode)))
        return GSAY_OK;
    if (S_ISDIR(status.st_mode)) {
        if (gsay_ignore_matches(folder.ignore, path, true))
            return GSAY_OK;
        return push_folder(walk, (struct folder){ path, folder.ignore, folder.depth + 1 });
    }
    if (S_ISLNK(status.st_mode) && stat(path.ptr, &status) != 0)
        return GSAY_OK; /* a link to nowhere was named by nobody */
    if (!S_ISREG(status.st_mode) || !is_text_path(path) || gsay_ignore_matches(folder.ignore, path, false))
        return GSAY_OK;
    return push_file(walk, path, true);
}

/* Read the folder's own .gitignore, if there is one, in front of those above it. */
static gsay_status read_ignore(struct walk *walk, struct folder *folder)
{
    gsay_str    path = join_path(walk->arena, folder->path, GSAY_STR(".gitignore"));
    gsay_str    text;
    struct stat status;
    if (!path.ptr)
        return gsay_fail_memory(walk->err);
    if (stat(path.ptr, &status) != 0 || !S_ISREG(status.st_mode))
        return GSAY_OK;
    GSAY_TRY(gsay_file_read(walk->arena, path, &text, walk->err));
    gsay_ignore *ignore = GSAY_NEW(walk->arena, gsay_ignore, 1);
    if (!ignore)
        return gsay_fail_memory(walk->err);
    GSAY_TRY(gsay_ignore_read(walk->arena, text, path.len - strlen(".gitignore"), ignore, walk->err));
    ignore->above = folder->ignore;
    folder->ignore = ignore;
    return GSAY_OK;
}

/* readdir tells its end from a failure by errno alone. */
static gsay_status read_folder(struct walk *walk, struct folder folder)
{
    GSAY_TRY(read_ignore(walk, &folder));
    DIR *directory = opendir(folder.path.ptr);
    if (!directory)
        return fail_errno(walk->err, "read the folder", folder.path);
    gsay_status    status = GSAY_OK;
    struct dirent *entry;
    while (status == GSAY_OK && (errno = 0, entry = readdir(directory)))
        status = take_entry(walk, folder, entry->d_name);
    if (status == GSAY_OK && errno != 0)
        status = fail_errno(walk->err, "read the folder", folder.path);
    closedir(directory);
    return status;
}

static int compare_files(const void *left, const void *right)
{
    return gsay_str_compare(((const gsay_file *)left)->path, ((const gsay_file *)right)->path);
}

gsay_status gsay_walk(gsay_arena *arena, gsay_str path, const gsay_ignore *exclude, gsay_file **files, size_t *count,
                      gsay_error *err)
{
    struct walk walk = { .arena = arena, .exclude = exclude, .err = err };
    struct stat status;
    gsay_str    root = copy_path(arena, path);
    if (!root.ptr)
        return gsay_fail_memory(err);
    while (root.len > 1 && root.ptr[root.len - 1] == '/')
        root.len--;
    root = copy_path(arena, root);
    if (!root.ptr)
        return gsay_fail_memory(err);
    if (stat(root.ptr, &status) != 0)
        return fail_errno(err, "read", root);
    bool is_folder = S_ISDIR(status.st_mode);
    if (is_folder && !gsay_ignore_covers(exclude, root, true))
        GSAY_TRY(push_folder(&walk, (struct folder){ .path = root }));
    else if (!is_folder && !gsay_ignore_covers(exclude, root, false))
        GSAY_TRY(push_file(&walk, root, false));
    while (walk.folder_count > 0)
        GSAY_TRY(read_folder(&walk, walk.folders[--walk.folder_count]));
    if (walk.file_count > 1)
        qsort(walk.files, walk.file_count, sizeof(*walk.files), compare_files);
    *files = walk.files;
    *count = walk.file_count;
    return GSAY_OK;
}

/* Bytes being read. */
struct bytes {
    char  *ptr;
    size_t len, capacity;
};

/* Make room for more bytes; the old ones stay in the arena, at most as many again. */
static bool grow_bytes(gsay_arena *arena, struct bytes *bytes)
{
    size_t capacity = bytes->capacity * 2;
    char  *grown = GSAY_TAKE(arena, char, capacity);
    if (!grown)
        return false;
    memcpy(grown, bytes->ptr, bytes->len);
    bytes->ptr = grown;
    bytes->capacity = capacity;
    return true;
}

static gsay_status read_all(gsay_arena *arena, int file, gsay_str path, gsay_str *out, gsay_error *err)
{
    struct stat  status;
    bool         is_sized = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0;
    struct bytes bytes = { .capacity = FIRST_BYTES };
    /* One byte more than the file has, so that its end is met without growing. */
    if (is_sized && (uintmax_t)status.st_size <= GSAY_SOURCE_BYTES_MAX)
        bytes.capacity = (size_t)status.st_size + 1;
    bytes.ptr = GSAY_TAKE(arena, char, bytes.capacity);
    if (!bytes.ptr)
        return gsay_fail_memory(err);
    for (;;) {
        ssize_t got = read(file, bytes.ptr + bytes.len, bytes.capacity - bytes.len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_errno(err, "read", path);
        if (got == 0)
            break;
        bytes.len += (size_t)got;
        if (bytes.len > GSAY_SOURCE_BYTES_MAX)
            return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot read %.*s: it has more than %zu bytes; split it",
                             GSAY_ARG(path), GSAY_SOURCE_BYTES_MAX);
        if (bytes.len == bytes.capacity && !grow_bytes(arena, &bytes))
            return gsay_fail_memory(err);
    }
    *out = (gsay_str){ bytes.ptr, bytes.len };
    return GSAY_OK;
}

gsay_status gsay_file_read(gsay_arena *arena, gsay_str path, gsay_str *out, gsay_error *err)
{
    if (gsay_str_equal(path, GSAY_STR("-")))
        return read_all(arena, STDIN_FILENO, GSAY_STR("standard input"), out, err);
    gsay_str name = copy_path(arena, path);
    if (!name.ptr)
        return gsay_fail_memory(err);
    int file = open(name.ptr, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_errno(err, "read", path);
    gsay_status status = read_all(arena, file, path, out, err);
    close(file);
    return status;
}
