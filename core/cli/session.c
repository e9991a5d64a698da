/* An engine from a command line; messages; output; the terminal. */
#include "cli/session.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEFAULT_WIDTH 100u

/* Where the shipped packs may lie, seen from the folder of the program. */
static const char *const pack_places[] = { "../share/gainsay/rules", "../rules", "../../rules", NULL };

int gsay_complain(const gsay_error *err)
{
    fprintf(stderr, "gainsay: %s\n", err->message);
    return err->status == GSAY_ERULE ? GSAY_EXIT_RULE : GSAY_EXIT_USE;
}

int gsay_exit_of(int one, int other)
{
    static const int rank[] = { 0, 1, 3, 2 };
    return rank[one] >= rank[other] ? one : other;
}

/* The program's own file: the kernel's answer, else argv[0] as the shell found it. out has PATH_MAX bytes. */
static bool find_program(const char *program, char *out)
{
    ssize_t len = readlink("/proc/self/exe", out, PATH_MAX - 1);
    if (len > 0) {
        out[len] = 0;
        return true;
    }
    if (strchr(program, '/'))
        return realpath(program, out) != NULL;
    for (const char *path = getenv("PATH"); path && *path;) {
        size_t part = strcspn(path, ":");
        char   candidate[PATH_MAX];
        int    written = snprintf(candidate, sizeof candidate, "%.*s/%s", (int)part, path, program);
        if (written > 0 && (size_t)written < sizeof candidate && access(candidate, X_OK) == 0)
            return realpath(candidate, out) != NULL;
        path += part + (path[part] == ':');
    }
    return false;
}

gsay_status gsay_find_packs(gsay_arena *arena, const char *program, const char **folder, gsay_error *err)
{
    char own[PATH_MAX] = ".";
    if (find_program(program, own)) {
        char *slash = strrchr(own, '/');
        if (slash)
            *slash = 0;
    }
    for (size_t i = 0; pack_places[i]; i++) {
        gsay_str    place = gsay_arena_format(arena, "%s/%s", own, pack_places[i]);
        char        real[PATH_MAX];
        struct stat info;
        if (!place.ptr)
            return gsay_fail_memory(err);
        if (realpath(place.ptr, real) && stat(real, &info) == 0 && S_ISDIR(info.st_mode)) {
            *folder = gsay_arena_format(arena, "%s", real).ptr;
            return *folder ? GSAY_OK : gsay_fail_memory(err);
        }
    }
    return gsay_fail(
        err, GSAY_EIO, SIZE_MAX,
        "cannot find the shipped rule packs at %s/../share/gainsay/rules or %s/../rules: is gainsay installed whole?",
        own, own);
}

/* strtoul reads the command line here, never a document: the locale has no say in plain digits. */
static gsay_status read_jobs(const char *text, size_t *jobs, gsay_error *err)
{
    char *end = NULL;
    errno = 0;
    unsigned long number = text ? strtoul(text, &end, 10) : 0;
    if (text && (errno || *end || end == text || text[0] == '-' || number < 1 || number > 256))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "--jobs cannot be \"%s\": give a number from 1 to 256", text);
    *jobs = number;
    return GSAY_OK;
}

/* Cut "LEFT<byte>RIGHT"; false when the byte is missing. */
static bool split(const char *text, char byte, gsay_str *left, gsay_str *right)
{
    const char *at = strchr(text, byte);
    if (!at)
        return false;
    *left = (gsay_str){ text, (size_t)(at - text) };
    *right = gsay_str_of(at + 1);
    return true;
}

/* Every --rule, in order: the last one for a rule holds. */
static gsay_status apply_severities(const gsay_string_list *list, gsay_packs *packs, gsay_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        gsay_str      id = { 0 };
        gsay_str      word = { 0 };
        gsay_severity severity = GSAY_SEVERITY_OFF;
        if (!split(list->items[i], '=', &id, &word) || !gsay_severity_named(word, &severity))
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                             "--rule cannot be \"%s\": it is ID=off, note, warning or error", list->items[i]);
        GSAY_TRY(gsay_packs_set_severity(packs, id, severity, err));
    }
    return GSAY_OK;
}

/* An id holds no dot, so the first one ends it; a value may hold anything. */
static gsay_status apply_options(const gsay_string_list *list, gsay_packs *packs, gsay_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        gsay_str id = { 0 };
        gsay_str key = { 0 };
        gsay_str rest = { 0 };
        gsay_str value = { 0 };
        if (!split(list->items[i], '.', &id, &rest) || !split(rest.ptr, '=', &key, &value))
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "--option cannot be \"%s\": it is ID.KEY=VALUE",
                             list->items[i]);
        GSAY_TRY(gsay_packs_set_option(packs, id, key, value, err));
    }
    return GSAY_OK;
}

/* Rules that see one source each ran where the records come from: an option for one of them would do nothing. */
static gsay_status check_options(const gsay_arguments *arguments, const gsay_packs *packs, gsay_error *err)
{
    if (arguments->input_format != GSAY_FORMAT_CLAIMS)
        return GSAY_OK;
    for (size_t i = 0; i < arguments->options.count; i++)
        for (size_t k = 0; k < packs->count; k++) {
            const gsay_rule *rule = &packs->rules[k];
            size_t           len = strcspn(arguments->options.items[i], ".");
            if (rule->each == GSAY_EACH_SOURCE &&
                gsay_str_equal(rule->id, (gsay_str){ arguments->options.items[i], len }))
                return gsay_fail(
                    err, GSAY_EINPUT, SIZE_MAX,
                    "--option %s does nothing to records: %.*s ran when they were extracted; give it to gainsay "
                    "extract --records",
                    arguments->options.items[i], GSAY_ARG(rule->id));
        }
    return GSAY_OK;
}

/* A claim's name holds no sign of equality, a value may. */
static gsay_status apply_facts(const gsay_string_list *list, gsay_packs *packs, gsay_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        gsay_error why = { 0 };
        gsay_str   name = { 0 };
        gsay_str   value = { 0 };
        if (!split(list->items[i], '=', &name, &value) || !value.len)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "--fact cannot be \"%s\": it is NAME=VALUE", list->items[i]);
        gsay_status status = gsay_packs_pin(packs, name, value, GSAY_STR("--fact"), &why);
        if (status != GSAY_OK)
            return gsay_fail(err, status, SIZE_MAX, "--fact: %s", why.message);
    }
    return GSAY_OK;
}

/* All at once: the first of several calls would switch off what the second names. */
static gsay_status apply_only(const gsay_arguments *arguments, gsay_packs *packs, gsay_error *err)
{
    gsay_arena arena = { 0 };
    gsay_str  *ids = GSAY_NEW(&arena, gsay_str, arguments->only.count);
    for (size_t i = 0; ids && i < arguments->only.count; i++)
        ids[i] = gsay_str_of(arguments->only.items[i]);
    gsay_status status = ids ? gsay_packs_only(packs, ids, arguments->only.count, err) : gsay_fail_memory(err);
    gsay_arena_clear(&arena);
    return status;
}

/* A line of progress is for somebody who waits before a terminal on which nothing else appears. */
static bool has_progress(const gsay_arguments *arguments)
{
    const char *terminal = getenv("TERM");
    bool        is_printing = arguments->command->run == gsay_command_extract && isatty(STDOUT_FILENO);
    return arguments->progress == GSAY_PROGRESS_AUTO && !arguments->is_quiet && !is_printing && isatty(STDERR_FILENO) &&
           terminal && strcmp(terminal, "dumb") != 0;
}

gsay_status gsay_session_open(gsay_arguments *arguments, bool has_rules, gsay_engine **engine, gsay_error *err)
{
    gsay_settings settings = { .packs = arguments->packs.items,
                               .pack_count = arguments->packs.count,
                               .group_by = (gsay_grouping)arguments->group_by,
                               .format = (gsay_format)arguments->input_format,
                               .date = arguments->date,
                               .exclude = arguments->exclude.items,
                               .exclude_count = arguments->exclude.count,
                               .stdin_name = arguments->stdin_name,
                               .is_timed = arguments->has_statistics };
    if (has_progress(arguments)) {
        settings.progress = gsay_watch_progress;
        settings.progress_context = arguments->watch;
    }
    GSAY_TRY(read_jobs(arguments->jobs, &settings.jobs, err));
    if (has_rules)
        GSAY_TRY(gsay_find_packs(&arguments->arena, arguments->program, &settings.pack_folder, err));
    GSAY_TRY(gsay_engine_open(&settings, engine, err));
    gsay_packs *packs = gsay_engine_packs(*engine);
    if (arguments->only.count)
        GSAY_TRY(apply_only(arguments, packs, err));
    GSAY_TRY(apply_severities(&arguments->rules, packs, err));
    GSAY_TRY(apply_options(&arguments->options, packs, err));
    GSAY_TRY(check_options(arguments, packs, err));
    return apply_facts(&arguments->facts, packs, err);
}

/* One path that cannot be used does not keep the others from being read. */
/* Tell whether standard input is among the paths. */
static bool reads_stdin(const gsay_string_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], "-") == 0)
            return true;
    return false;
}

static gsay_status add_list(const gsay_string_list *list, gsay_engine *engine, gsay_role role, int *exit_status,
                            gsay_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        gsay_status status = gsay_engine_add_path(engine, list->items[i], role, err);
        if (status == GSAY_ENOMEM)
            return status;
        if (status != GSAY_OK)
            *exit_status = gsay_exit_of(*exit_status, gsay_complain(err));
    }
    return GSAY_OK;
}

gsay_status gsay_session_add_paths(gsay_arguments *arguments, gsay_engine *engine, int *exit_status, gsay_error *err)
{
    if (!arguments->paths.count)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "gainsay %s needs a path: files, folders, or - for standard input",
                         arguments->command->name);
    if (arguments->stdin_name && !reads_stdin(&arguments->paths) && !reads_stdin(&arguments->against))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                         "--stdin-name names nothing: standard input is read where - is among the paths");
    if (arguments->date && arguments->input_format == GSAY_FORMAT_CLAIMS)
        return gsay_fail(
            err, GSAY_EINPUT, SIZE_MAX,
            "--date says nothing to records, which are dated already: give it to gainsay extract --records");
    gsay_role role = arguments->against.count ? GSAY_ROLE_DRAFT : GSAY_ROLE_PEER;
    GSAY_TRY(add_list(&arguments->paths, engine, role, exit_status, err));
    GSAY_TRY(add_list(&arguments->against, engine, GSAY_ROLE_REFERENCE, exit_status, err));
    if (gsay_engine_source_count(engine) || *exit_status != GSAY_EXIT_CLEAN || gsay_engine_problem_count(engine))
        return GSAY_OK;
    if (arguments->input_format == GSAY_FORMAT_CLAIMS)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "no record in %s: gainsay extract --records writes them",
                         arguments->paths.items[0]);
    if (arguments->exclude.count)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "no text under %s: --exclude leaves none",
                         arguments->paths.items[0]);
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX,
                     "no text under %s: gainsay reads .txt, .md and .html files of folders, and any file that is named",
                     arguments->paths.items[0]);
}

int gsay_print_problems(const gsay_engine *engine, bool is_quiet)
{
    int exit_status = GSAY_EXIT_CLEAN;
    for (size_t i = 0; i < gsay_engine_problem_count(engine); i++) {
        const gsay_problem *problem = gsay_engine_problem_at(engine, i);
        if (!problem->is_warning || !is_quiet)
            fprintf(stderr, "gainsay: %s%s\n", problem->is_warning ? "warning: " : "", problem->message);
        if (!problem->is_warning)
            exit_status = gsay_exit_of(exit_status, problem->status == GSAY_ERULE ? GSAY_EXIT_RULE : GSAY_EXIT_USE);
    }
    return exit_status;
}

gsay_status gsay_write_stream(FILE *stream, gsay_str bytes, const char *name, gsay_error *err)
{
    if ((bytes.len && fwrite(bytes.ptr, 1, bytes.len, stream) != bytes.len) || fflush(stream) != 0)
        return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot write to %s: %s", name, strerror(errno));
    return GSAY_OK;
}

gsay_status gsay_print_buffer(const gsay_buffer *buffer, gsay_error *err)
{
    if (buffer->has_failed)
        return gsay_fail_memory(err);
    return gsay_write_stream(stdout, gsay_buffer_view(buffer), "standard output", err);
}

static gsay_status fail_write(const char *path, gsay_error *err)
{
    return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot write %s: %s", path, strerror(errno));
}

/* Write bytes to an open name; path is what messages call it. */
static gsay_status write_named(const char *name, gsay_str bytes, const char *path, gsay_error *err)
{
    FILE *file = fopen(name, "wb");
    if (!file)
        return fail_write(path, err);
    setvbuf(file, NULL, _IONBF, 0); /* what is written comes in one piece */
    gsay_status status = gsay_write_stream(file, bytes, path, err);
    if (fclose(file) != 0 && status == GSAY_OK)
        status = fail_write(path, err);
    return status;
}

gsay_status gsay_write_file(gsay_watch *watch, const char *path, gsay_str bytes, gsay_error *err)
{
    char        partial[PATH_MAX];
    struct stat info;
    if (lstat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return write_named(path, bytes, path, err);
    int written = snprintf(partial, sizeof partial, "%s.partial", path);
    if (written < 0 || (size_t)written >= sizeof partial)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot write %s: the path is too long", path);
    gsay_watch_writing(watch, partial);
    gsay_status status = write_named(partial, bytes, path, err);
    if (status == GSAY_OK && rename(partial, path) != 0)
        status = fail_write(path, err);
    gsay_watch_writing(watch, NULL);
    if (status != GSAY_OK)
        remove(partial);
    return status;
}

bool gsay_has_color(const gsay_arguments *arguments)
{
    const char *refused = getenv("NO_COLOR"); /* https://no-color.org */
    if (arguments->color != GSAY_COLOR_AUTO)
        return arguments->color == GSAY_COLOR_ALWAYS;
    return isatty(STDOUT_FILENO) && !(refused && *refused);
}

uint32_t gsay_terminal_width(void)
{
    struct winsize size = { 0 };
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return size.ws_col;
    return DEFAULT_WIDTH;
}
