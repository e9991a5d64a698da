/* Globs and ignore files.
 *
 * A glob is matched by the classic method of one remembered star: on a mismatch the last * takes in one more character.
 * The same is done twice, for * inside a name and for ** over names; since * never crosses a slash, going back to the
 * last star is enough at both, and no pattern costs more than the product of the lengths. */
#include "source/ignore.h"

/* Match the set that begins at glob[*at] == '[' against a byte; *at moves behind it. A set without end is no set. */
static bool matches_set(gsay_str glob, size_t *at, unsigned char byte)
{
    size_t i = *at + 1;
    bool   is_negated = i < glob.len && (glob.ptr[i] == '!' || glob.ptr[i] == '^');
    bool   is_in = false;
    i += is_negated;
    for (bool is_first = true; i < glob.len && (is_first || glob.ptr[i] != ']'); is_first = false) {
        if (glob.ptr[i] == '\\' && i + 1 < glob.len)
            i++;
        unsigned char low = (unsigned char)glob.ptr[i++], high = low;
        if (i + 1 < glob.len && glob.ptr[i] == '-' && glob.ptr[i + 1] != ']') {
            high = (unsigned char)glob.ptr[i + 1];
            i += 2;
        }
        is_in |= low <= byte && byte <= high;
    }
    if (i >= glob.len) {
        bool is_bracket = byte == '[';
        *at += 1;
        return is_bracket;
    }
    *at = i + 1;
    return is_in != is_negated;
}

/* Match one element of a glob against a byte; *at moves behind the element. */
static bool matches_element(gsay_str glob, size_t *at, unsigned char byte)
{
    char element = glob.ptr[*at];
    if (element == '[')
        return matches_set(glob, at, byte);
    if (element == '\\' && *at + 1 < glob.len)
        element = glob.ptr[++*at];
    else if (element == '?')
        byte = '?';
    *at += 1;
    return (unsigned char)element == byte;
}

static bool matches_name(gsay_str glob, gsay_str name)
{
    size_t at = 0, pos = 0;
    size_t star = SIZE_MAX, star_pos = 0; /* behind the last star, and where it stopped taking */
    while (pos < name.len) {
        size_t next = at;
        if (at < glob.len && glob.ptr[at] == '*') {
            star = ++at;
            star_pos = pos;
        } else if (at < glob.len && matches_element(glob, &next, (unsigned char)name.ptr[pos])) {
            at = next;
            pos++;
        } else if (star != SIZE_MAX) {
            at = star;
            pos = ++star_pos;
        } else {
            return false;
        }
    }
    while (at < glob.len && glob.ptr[at] == '*')
        at++;
    return at == glob.len;
}

/* Cut the first name off a path. */
static gsay_str take_name(gsay_str *path)
{
    const char *slash = path->len ? memchr(path->ptr, '/', path->len) : NULL;
    gsay_str    name = { path->ptr, slash ? (size_t)(slash - path->ptr) : path->len };
    size_t      taken = name.len + (slash != NULL);
    path->ptr += taken;
    path->len -= taken;
    return name;
}

bool gsay_glob_matches(gsay_str glob, gsay_str path)
{
    gsay_str star = { NULL, 0 }, star_path = { NULL, 0 }; /* behind the last **, and where it stopped taking names */
    while (path.len > 0) {
        gsay_str rest = glob, below = path;
        gsay_str element = take_name(&rest);
        gsay_str name = take_name(&below);
        if (glob.len > 0 && gsay_str_equal(element, GSAY_STR("**"))) {
            if (rest.len == 0)
                return true;
            star = glob = rest;
            star_path = path;
        } else if (glob.len > 0 && matches_name(element, name)) {
            glob = rest;
            path = below;
        } else if (star.ptr) {
            take_name(&star_path);
            glob = star;
            path = star_path;
        } else {
            return false;
        }
    }
    return glob.len == 0;
}

static gsay_str trim_pattern(gsay_str line)
{
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    while (line.len > 0 && line.ptr[line.len - 1] == ' ' && !(line.len > 1 && line.ptr[line.len - 2] == '\\'))
        line.len--;
    return line;
}

/* Read one line. Returns false when it holds no pattern. */
static bool read_pattern(gsay_str line, gsay_ignore_pattern *pattern)
{
    line = trim_pattern(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return false;
    *pattern = (gsay_ignore_pattern){ .is_negated = line.ptr[0] == '!' };
    if (pattern->is_negated)
        line = (gsay_str){ line.ptr + 1, line.len - 1 };
    pattern->is_for_folder = line.len > 0 && line.ptr[line.len - 1] == '/';
    line.len -= pattern->is_for_folder;
    pattern->is_anchored = line.len > 0 && memchr(line.ptr, '/', line.len) != NULL;
    if (line.len > 0 && line.ptr[0] == '/')
        line = (gsay_str){ line.ptr + 1, line.len - 1 };
    pattern->glob = line;
    return line.len > 0;
}

gsay_status gsay_ignore_read(gsay_arena *arena, gsay_str text, size_t base, gsay_ignore *ignore, gsay_error *err)
{
    gsay_ignore result = { .base = base };
    size_t      capacity = 0;
    while (text.len > 0) {
        const char         *feed = memchr(text.ptr, '\n', text.len);
        gsay_str            line = { text.ptr, feed ? (size_t)(feed - text.ptr) : text.len };
        gsay_ignore_pattern pattern;
        size_t              taken = line.len + (feed != NULL);
        text = (gsay_str){ text.ptr + taken, text.len - taken };
        if (!read_pattern(line, &pattern))
            continue;
        gsay_ignore_pattern *patterns =
            gsay_arena_grow(arena, result.patterns, sizeof(*patterns), result.count, &capacity);
        if (!patterns)
            return gsay_fail_memory(err);
        result.patterns = patterns;
        patterns[result.count++] = pattern;
    }
    *ignore = result;
    return GSAY_OK;
}

static gsay_str last_name(gsay_str path)
{
    size_t begin = path.len;
    while (begin > 0 && path.ptr[begin - 1] != '/')
        begin--;
    return (gsay_str){ path.ptr + begin, path.len - begin };
}

bool gsay_ignore_matches(const gsay_ignore *ignore, gsay_str path, bool is_folder)
{
    for (; ignore; ignore = ignore->above) {
        gsay_str below = { path.ptr + ignore->base, path.len - ignore->base };
        gsay_str name = last_name(below);
        for (size_t i = ignore->count; i > 0; i--) {
            const gsay_ignore_pattern *pattern = &ignore->patterns[i - 1];
            if (pattern->is_for_folder && !is_folder)
                continue;
            bool is_match =
                pattern->is_anchored ? gsay_glob_matches(pattern->glob, below) : matches_name(pattern->glob, name);
            if (is_match)
                return !pattern->is_negated;
        }
    }
    return false;
}

bool gsay_ignore_covers(const gsay_ignore *ignore, gsay_str path, bool is_folder)
{
    while (gsay_str_starts(path, GSAY_STR("./")))
        path = (gsay_str){ path.ptr + 2, path.len - 2 };
    while (path.len && path.ptr[0] == '/') /* a pattern has lost its first slash, too */
        path = (gsay_str){ path.ptr + 1, path.len - 1 };
    for (size_t i = 1; i < path.len; i++)
        if (path.ptr[i] == '/' && gsay_ignore_matches(ignore, (gsay_str){ path.ptr, i }, true))
            return true;
    return gsay_ignore_matches(ignore, path, is_folder);
}
