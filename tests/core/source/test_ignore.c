/* Globs and ignore files, row by row, after gitignore(5). */
#include "suite.h"

#include "source/ignore.h"

struct glob_row {
    const char *glob, *path;
    bool        is_match;
};

static const struct glob_row globs[] = {
    { "", "", true },
    { "a", "a", true },
    { "a", "b", false },
    { "*.md", "x.md", true },
    { "*.md", "a/x.md", false },
    { "a*b*c", "axxbyyc", true },
    { "a*b*c", "axxbyy", false },
    { "?", "x", true },
    { "?", "", false },
    { "[a-c]x", "bx", true },
    { "[!a-c]x", "bx", false },
    { "[^a-c]x", "dx", true },
    { "[]]", "]", true },
    { "[a-]", "-", true },
    { "[ab", "[ab", true },
    { "\\*", "*", true },
    { "\\*", "x", false },
    { "a/*/c", "a/b/c", true },
    { "a/*/c", "a/b/b/c", false },
    { "**/c", "c", true },
    { "**/c", "a/b/c", true },
    { "a/**", "a/b/c", true },
    { "a/**", "a", false },
    { "a/**/c", "a/c", true },
    { "a/**/c", "a/x/y/c", true },
    { "a/**/b/**/c", "a/b/x/b/y/c", true },
    { "a/**/b/**/c", "a/x/y/c", false },
};

START_TEST(matches_globs)
{
    bool is_match = gsay_glob_matches(gsay_str_of(globs[_i].glob), gsay_str_of(globs[_i].path));
    ck_assert_msg(is_match == globs[_i].is_match, "\"%s\" on \"%s\"", globs[_i].glob, globs[_i].path);
}
END_TEST

struct ignore_row {
    const char *lines, *path;
    bool        is_folder, is_ignored;
};

static const struct ignore_row ignores[] = {
    { "", "a.txt", false, false },
    { "# a.txt\n\n", "a.txt", false, false },
    { "a.txt", "deep/er/a.txt", false, true },
    { "/a.txt", "deep/a.txt", false, false },
    { "/a.txt", "a.txt", false, true },
    { "deep/a.txt", "x/deep/a.txt", false, false },
    { "build/", "build", true, true },
    { "build/", "build", false, false },
    { "*.txt\n!keep.txt", "keep.txt", false, false },
    { "!keep.txt\n*.txt", "keep.txt", false, true },
    { "a.txt   \r\n", "a.txt", false, true },
    { "\\#a.txt", "#a.txt", false, true },
    { "\\!a.txt", "!a.txt", false, true },
    { "docs/**/old", "docs/a/b/old", true, true },
};

START_TEST(reads_ignore_files)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_ignore ignore = { 0 };
    gsay_str    path = gsay_arena_format(&arena, "root/%s", ignores[_i].path);
    ck_assert_int_eq(gsay_ignore_read(&arena, gsay_str_of(ignores[_i].lines), 5, &ignore, &err), GSAY_OK);
    bool is_ignored = gsay_ignore_matches(&ignore, path, ignores[_i].is_folder);
    ck_assert_msg(is_ignored == ignores[_i].is_ignored, "row %d", _i);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(the_deepest_file_decides)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_ignore above = { 0 }, below = { 0 };
    ck_assert_int_eq(gsay_ignore_read(&arena, GSAY_STR("*.txt"), 2, &above, &err), GSAY_OK);
    ck_assert_int_eq(gsay_ignore_read(&arena, GSAY_STR("!a.txt"), 4, &below, &err), GSAY_OK);
    below.above = &above;
    ck_assert(!gsay_ignore_matches(&below, GSAY_STR("r/d/a.txt"), false));
    ck_assert(gsay_ignore_matches(&below, GSAY_STR("r/d/b.txt"), false));
    gsay_arena_clear(&arena);
}
END_TEST

static const struct cover {
    const char *lines;
    const char *path;
    bool        is_folder, is_covered;
} covers[] = {
    { "old/", "a/old/b/c.txt", false, true },
    { "old/", "a/old", true, true },
    { "old/", "a/old", false, false },
    { "a/old", "./a/old/c.txt", false, true },
    { "a/old", "././a/old", true, true },
    { "a/old", "b/a/old/c.txt", false, false },
    { "**/old", "b/a/old/c.txt", false, true },
    { "*.txt", "a/c.md", false, false },
    { "", "a/c.md", false, false },
    { "/srv/*.txt", "/srv/a.txt", false, true },
    { "srv/", "/srv/a.txt", false, true },
};

START_TEST(covers_what_lies_in_an_ignored_folder)
{
    gsay_arena  arena = { 0 };
    gsay_error  err = { 0 };
    gsay_ignore ignore = { 0 };
    ck_assert_int_eq(gsay_ignore_read(&arena, gsay_str_of(covers[_i].lines), 0, &ignore, &err), GSAY_OK);
    bool is_covered = gsay_ignore_covers(&ignore, gsay_str_of(covers[_i].path), covers[_i].is_folder);
    ck_assert_msg(is_covered == covers[_i].is_covered, "row %d", _i);
    ck_assert(!gsay_ignore_covers(NULL, gsay_str_of(covers[_i].path), covers[_i].is_folder));
    gsay_arena_clear(&arena);
}
END_TEST

/* A pattern that makes a careless matcher exponential. */
START_TEST(stays_cheap_on_many_stars)
{
    gsay_arena arena = { 0 };
    char      *path = GSAY_NEW(&arena, char, 4001);
    memset(path, 'a', 4000);
    ck_assert(!gsay_glob_matches(GSAY_STR("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"), (gsay_str){ path, 4000 }));
    for (size_t i = 1; i < 4000; i += 2)
        path[i] = '/';
    ck_assert(!gsay_glob_matches(GSAY_STR("**/a/**/a/**/a/**/a/**/a/**/a/**/b"), (gsay_str){ path, 3999 }));
    gsay_arena_clear(&arena);
}
END_TEST

Suite *ignore_suite(void);

Suite *ignore_suite(void)
{
    Suite *suite = suite_create("core/source/ignore");
    TCase *tcase = tcase_create("ignore");
    tcase_add_loop_test(tcase, matches_globs, 0, (int)(sizeof(globs) / sizeof(globs[0])));
    tcase_add_loop_test(tcase, reads_ignore_files, 0, (int)(sizeof(ignores) / sizeof(ignores[0])));
    tcase_add_test(tcase, the_deepest_file_decides);
    tcase_add_loop_test(tcase, covers_what_lies_in_an_ignored_folder, 0, (int)(sizeof(covers) / sizeof(covers[0])));
    tcase_add_test(tcase, stays_cheap_on_many_stars);
    suite_add_tcase(suite, tcase);
    return suite;
}
