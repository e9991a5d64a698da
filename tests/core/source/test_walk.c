/* The walk over a folder made for the test, and the reading of files. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "suite.h"

#include "source/reader.h"
#include "source/walk.h"

static gsay_arena arena_of_test(void)
{
    return (gsay_arena){ 0 };
}

/* A new folder under the system's temporary one; given to the arena. */
static gsay_str make_root(gsay_arena *arena)
{
    const char *base = getenv("TMPDIR");
    gsay_str    path = gsay_arena_format(arena, "%s/gsay-walk-XXXXXX", base ? base : "/tmp");
    char       *bytes = GSAY_NEW(arena, char, path.len + 1);
    memcpy(bytes, path.ptr, path.len);
    ck_assert_ptr_nonnull(mkdtemp(bytes));
    return gsay_str_of(bytes);
}

static gsay_str join(gsay_arena *arena, gsay_str root, const char *name)
{
    return gsay_arena_format(arena, "%.*s/%s", GSAY_ARG(root), name);
}

static void put_file(gsay_arena *arena, gsay_str root, const char *name, const char *content)
{
    FILE *file = fopen(join(arena, root, name).ptr, "wb");
    ck_assert_ptr_nonnull(file);
    fputs(content, file);
    fclose(file);
}

static void put_folder(gsay_arena *arena, gsay_str root, const char *name)
{
    ck_assert_int_eq(mkdir(join(arena, root, name).ptr, 0700), 0);
}

static const char *const folders[] = { "b", "b/inner", "skipped", ".hidden", NULL };
static const char *const contents[][2] = {
    { ".gitignore", "skipped/\n*.text\n" },
    { "b/.gitignore", "!yes.text\nsecret.md\n" },
    { "a.txt", "A" },
    { "b.txt", "B" },
    { "b/c.MD", "C" },
    { "b/secret.md", "S" },
    { "b/yes.text", "Y" },
    { "b/inner/d.markdown", "D" },
    { "no.text", "N" },
    { "x.html", "H" },
    { "x.c", "X" },
    { "skipped/e.txt", "E" },
    { ".hidden/f.txt", "F" },
    { ".g.txt", "G" },
};

static gsay_str make_tree(gsay_arena *arena)
{
    gsay_str root = make_root(arena);
    for (size_t i = 0; folders[i]; i++)
        put_folder(arena, root, folders[i]);
    for (size_t i = 0; i < sizeof(contents) / sizeof(contents[0]); i++)
        put_file(arena, root, contents[i][0], contents[i][1]);
    ck_assert_int_eq(symlink("..", join(arena, root, "b/loop").ptr), 0);
    ck_assert_int_eq(symlink("a.txt", join(arena, root, "link.txt").ptr), 0);
    ck_assert_int_eq(symlink("nowhere.txt", join(arena, root, "dangling.txt").ptr), 0);
    return root;
}

static void remove_tree(gsay_arena *arena, gsay_str root)
{
    unlink(join(arena, root, "b/loop").ptr);
    unlink(join(arena, root, "link.txt").ptr);
    unlink(join(arena, root, "dangling.txt").ptr);
    for (size_t i = 0; i < sizeof(contents) / sizeof(contents[0]); i++)
        unlink(join(arena, root, contents[i][0]).ptr);
    for (size_t i = sizeof(folders) / sizeof(folders[0]) - 1; i > 0; i--)
        rmdir(join(arena, root, folders[i - 1]).ptr);
    ck_assert_int_eq(rmdir(root.ptr), 0);
}

START_TEST(finds_texts_in_byte_order)
{
    static const char *const want[] = { "a.txt", "b.txt", "b/c.MD", "b/inner/d.markdown", "b/yes.text", "link.txt", "x.html" };
    gsay_arena               arena = arena_of_test();
    gsay_error               err = { 0 };
    gsay_file               *files = NULL;
    size_t                   count = 0;
    gsay_str                 root = make_tree(&arena);
    ck_assert_msg(gsay_walk(&arena, root, NULL, &files, &count, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(count, sizeof(want) / sizeof(want[0]));
    for (size_t i = 0; i < count; i++) {
        assert_str(files[i].path, join(&arena, root, want[i]).ptr);
        ck_assert(files[i].is_walked);
    }
    assert_str(files[3].folder, join(&arena, root, "b/inner").ptr);
    remove_tree(&arena, root);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(takes_a_named_file_whatever_its_suffix)
{
    gsay_arena arena = arena_of_test();
    gsay_error err = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0;
    gsay_str   root = make_tree(&arena), text = { NULL, 0 };
    ck_assert_int_eq(gsay_walk(&arena, join(&arena, root, "no.text"), NULL, &files, &count, &err), GSAY_OK);
    ck_assert_uint_eq(count, 1);
    ck_assert(!files[0].is_walked);
    ck_assert_int_eq(gsay_file_read(&arena, files[0].path, &text, &err), GSAY_OK);
    assert_str(text, "N");
    remove_tree(&arena, root);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(names_what_is_missing)
{
    gsay_arena arena = arena_of_test();
    gsay_error err = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0;
    gsay_str   text = { NULL, 0 };
    ck_assert_int_eq(gsay_walk(&arena, GSAY_STR("/no/such/place"), NULL, &files, &count, &err), GSAY_EIO);
    ck_assert_ptr_nonnull(strstr(err.message, "/no/such/place: no such file"));
    ck_assert_int_eq(gsay_file_read(&arena, GSAY_STR("/tmp"), &text, &err), GSAY_EIO);
    ck_assert_ptr_nonnull(strstr(err.message, "it is a folder"));
    ck_assert_ptr_null(text.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(reads_long_and_empty_files_whole)
{
    gsay_arena arena = arena_of_test();
    gsay_error err = { 0 };
    gsay_str   root = make_root(&arena), path = join(&arena, root, "long.txt"), text = { NULL, 0 };
    FILE      *file = fopen(path.ptr, "wb");
    size_t     wanted = _i ? 300001 : 0;
    for (size_t i = 0; i < wanted; i++)
        fputc("abc"[i % 3], file);
    fclose(file);
    ck_assert_int_eq(gsay_file_read(&arena, path, &text, &err), GSAY_OK);
    ck_assert_uint_eq(text.len, wanted);
    ck_assert(wanted == 0 || text.ptr[300000] == 'a');
    unlink(path.ptr);
    rmdir(root.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(ends_at_the_depth_limit)
{
    gsay_arena arena = arena_of_test();
    gsay_error err = { 0 };
    gsay_file *files = NULL;
    size_t     count = 0, depth = GSAY_WALK_DEPTH_MAX + 1;
    gsay_str   root = make_root(&arena), path = root;
    for (size_t i = 0; i < depth; i++) {
        path = join(&arena, path, "d");
        ck_assert_int_eq(mkdir(path.ptr, 0700), 0);
    }
    ck_assert_int_eq(gsay_walk(&arena, root, NULL, &files, &count, &err), GSAY_ELIMIT);
    for (; path.len > root.len; path = gsay_arena_copy(&arena, (gsay_str){ path.ptr, path.len - 2 }))
        rmdir(gsay_arena_format(&arena, "%.*s", GSAY_ARG(path)).ptr);
    rmdir(root.ptr);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(suffixes_stand_for_formats)
{
    ck_assert_int_eq(gsay_format_of(GSAY_STR("a/B.Md")), GSAY_FORMAT_MARKDOWN);
    ck_assert_int_eq(gsay_format_of(GSAY_STR("x.ndjson")), GSAY_FORMAT_JSONL);
    ck_assert_int_eq(gsay_format_of(GSAY_STR("x.text")), GSAY_FORMAT_TEXT);
    ck_assert_int_eq(gsay_format_of(GSAY_STR("Makefile")), GSAY_FORMAT_AUTO);
    ck_assert_int_eq(gsay_format_of(GSAY_STR(".md")), GSAY_FORMAT_AUTO);
    gsay_format format = GSAY_FORMAT_AUTO;
    ck_assert(gsay_format_named(GSAY_STR("markdown"), &format) && format == GSAY_FORMAT_MARKDOWN);
    ck_assert(!gsay_format_named(GSAY_STR("Markdown "), &format));
}
END_TEST

Suite *walk_suite(void);

Suite *walk_suite(void)
{
    Suite *suite = suite_create("core/source/walk");
    TCase *tcase = tcase_create("walk");
    tcase_add_test(tcase, finds_texts_in_byte_order);
    tcase_add_test(tcase, takes_a_named_file_whatever_its_suffix);
    tcase_add_test(tcase, names_what_is_missing);
    tcase_add_loop_test(tcase, reads_long_and_empty_files_whole, 0, 2);
    tcase_add_test(tcase, ends_at_the_depth_limit);
    tcase_add_test(tcase, suffixes_stand_for_formats);
    suite_add_tcase(suite, tcase);
    return suite;
}
