/* Loading packs: folders to rules. Each rule file runs once, in a sandbox that is closed again when all packs are
 * loaded.
 *
 * What a pack extends is loaded before it, so that it may replace and set what it builds on. A pack that is being
 * loaded counts as loaded: a cycle of extends ends there. A wrong rule file is kept as a failure and the others go on;
 * a wrong pack.lua ends the loading, since what the user asked for is then unknown. */
#include "rule/pack.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "rule/metadata.h"
#include "base/nearest.h"
#include "rule/sandbox.h"
#include "source/walk.h"

#define PACK_FILE      "pack.lua"
#define PACK_DEPTH_MAX 16 /* packs that extend packs */

/* One loading. */
typedef struct loading {
    gsay_packs  *packs;
    gsay_str     shipped;
    gsay_sandbox sandbox;
} loading;

/* A sorted list of names in a folder. */
typedef struct name_list {
    gsay_str *items;
    size_t    count;
    size_t    capacity;
} name_list;

/* One file on its way through the sandbox. */
typedef struct file_reading {
    gsay_arena            *arena;
    const char            *path;
    gsay_str               text;
    gsay_rule             *rule; /* read a rule, or */
    gsay_pack_description *pack; /* a pack.lua */
} file_reading;

static int compare_names(const void *left, const void *right)
{
    return gsay_str_compare(*(const gsay_str *)left, *(const gsay_str *)right);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* Folder and name as one path, NUL-terminated behind its end; ptr NULL when memory is exhausted. */
static gsay_str join_path(gsay_arena *arena, gsay_str folder, gsay_str name)
{
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    return gsay_arena_format(arena, "%.*s/%.*s", GSAY_ARG(folder), GSAY_ARG(name));
}

/* List what a folder holds but hidden entries, in byte order. */
static gsay_status list_folder(gsay_arena *arena, gsay_str folder, name_list *names, gsay_error *err)
{
    DIR *stream = opendir(folder.ptr);
    if (!stream)
        return gsay_fail(err, GSAY_EIO, SIZE_MAX, "cannot read the pack %s: %s", folder.ptr, strerror(errno));
    gsay_status status = GSAY_OK;
    for (struct dirent *entry = readdir(stream); entry && status == GSAY_OK; entry = readdir(stream)) {
        if (entry->d_name[0] == '.')
            continue;
        gsay_str *items = gsay_arena_grow(arena, names->items, sizeof *items, names->count, &names->capacity);
        gsay_str  name = gsay_arena_format(arena, "%s", entry->d_name);
        if (!items || !name.ptr) {
            status = gsay_fail_memory(err);
            break;
        }
        names->items = items;
        names->items[names->count++] = name;
    }
    closedir(stream);
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    return status;
}

/* A body for gsay_sandbox_call: run the file, read the table that it returns. */
static int read_file_body(lua_State *lua)
{
    file_reading *file = lua_touserdata(lua, 1);
    gsay_sandbox_load(lua, file->text, file->path);
    if (file->rule)
        file->rule->code = gsay_sandbox_dump(lua, file->arena);
    gsay_sandbox_evaluate(lua);
    if (file->rule)
        gsay_metadata_read_rule(lua, file->arena, file->path, file->rule);
    else
        gsay_metadata_read_pack(lua, file->arena, file->path, file->pack);
    return 0;
}

/* Read the text of a Lua file. GSAY_ERULE for what cannot be Lua source. */
static gsay_status read_text(gsay_arena *arena, gsay_str path, gsay_str *text, gsay_error *err)
{
    GSAY_TRY(gsay_file_read(arena, path, text, err));
    if (text->len > GSAY_RULE_FILE_BYTES_MAX)
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%s: a rule file of %zu bytes is longer than %u", path.ptr,
                         text->len, GSAY_RULE_FILE_BYTES_MAX);
    size_t bad = gsay_utf8_check(*text);
    if (bad < text->len)
        return gsay_fail(err, GSAY_ERULE, bad, "%s: byte %zu is not UTF-8 text", path.ptr, bad);
    return GSAY_OK;
}

gsay_status gsay_rule_failures_add(gsay_arena *arena, gsay_rule_failures *failures, gsay_rule_failure failure,
                                   gsay_error *err)
{
    gsay_rule_failure *items =
        gsay_arena_grow(arena, failures->items, sizeof *items, failures->count, &failures->capacity);
    failure.rule = gsay_arena_copy(arena, failure.rule);
    failure.message = gsay_arena_copy(arena, failure.message);
    if (!items || !failure.rule.ptr || !failure.message.ptr)
        return gsay_fail_memory(err);
    failures->items = items;
    failures->items[failures->count++] = failure;
    return GSAY_OK;
}

/* Add a rule; one of the same id from an earlier pack makes room. */
static gsay_status add_rule(gsay_packs *packs, const gsay_rule *rule, gsay_error *err)
{
    gsay_rule *known = gsay_packs_find(packs, rule->id);
    if (known && gsay_str_equal(known->pack, rule->pack))
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%s: the id %.*s is taken by %s", rule->path.ptr,
                         GSAY_ARG(rule->id), known->path.ptr);
    if (known) {
        *known = *rule;
        return GSAY_OK;
    }
    gsay_rule *rules = gsay_arena_grow(&packs->arena, packs->rules, sizeof *rules, packs->count, &packs->capacity);
    if (!rules)
        return gsay_fail_memory(err);
    packs->rules = rules;
    packs->rules[packs->count++] = *rule;
    return GSAY_OK;
}

/* One rule file: read, run once, its table checked. */
static gsay_status load_rule_file(loading *load, gsay_str pack, gsay_str path, gsay_error *err)
{
    gsay_arena  *arena = &load->packs->arena;
    gsay_rule    rule = { .pack = pack, .path = path };
    file_reading file = { .arena = arena, .path = path.ptr, .rule = &rule };
    GSAY_TRY(read_text(arena, path, &file.text, err));
    GSAY_TRY(gsay_sandbox_call(&load->sandbox, read_file_body, &file, err));
    return add_rule(load->packs, &rule, err);
}

/* Load a rule; when its file is wrong, note that and go on. */
static gsay_status load_rule(loading *load, gsay_str pack, gsay_str path, gsay_error *err)
{
    gsay_error  why = { 0 };
    gsay_status status = load_rule_file(load, pack, path, &why);
    if (status == GSAY_OK)
        return GSAY_OK;
    if (status == GSAY_ENOMEM)
        return gsay_fail_memory(err);
    return gsay_rule_failures_add(&load->packs->arena, &load->packs->broken,
                                  (gsay_rule_failure){ path, gsay_str_of(why.message) }, err);
}

/* Load every rule beside pack.lua. */
static gsay_status load_rules(loading *load, gsay_str pack, gsay_str folder, gsay_error *err)
{
    name_list names = { 0 };
    GSAY_TRY(list_folder(&load->packs->arena, folder, &names, err));
    for (size_t i = 0; i < names.count; i++) {
        gsay_str path = join_path(&load->packs->arena, folder, names.items[i]);
        if (!path.ptr)
            return gsay_fail_memory(err);
        bool is_rule =
            gsay_str_ends(names.items[i], GSAY_STR(".lua")) && !gsay_str_equal(names.items[i], GSAY_STR(PACK_FILE));
        if (is_rule && is_file(path.ptr))
            GSAY_TRY(load_rule(load, pack, path, err));
    }
    return GSAY_OK;
}

/* Apply what pack.lua says of the rules that are known by now. */
static gsay_status apply_settings(gsay_packs *packs, const gsay_pack_description *pack, gsay_str path, gsay_error *err)
{
    for (size_t i = 0; i < pack->setting_count; i++) {
        const gsay_pack_setting *setting = &pack->settings[i];
        gsay_severity            severity = GSAY_SEVERITY_OFF;
        gsay_error               why = { 0 };
        gsay_status              status = GSAY_OK;
        if (!gsay_str_equal(setting->key, GSAY_STR("severity")))
            status = gsay_packs_set_option(packs, setting->rule, setting->key, setting->value, &why);
        else if (gsay_severity_named(setting->value, &severity))
            status = gsay_packs_set_severity(packs, setting->rule, severity, &why);
        else
            status = gsay_fail(&why, GSAY_EINPUT, SIZE_MAX,
                               "the severity of %.*s is off, note, warning or error, not \"%.*s\"",
                               GSAY_ARG(setting->rule), GSAY_ARG(setting->value));
        if (status != GSAY_OK)
            return gsay_fail(err, status, SIZE_MAX, "%s: %s", path.ptr, why.message);
    }
    return GSAY_OK;
}

/* Take over the claims that pack.lua names and the facts that it pins them to. */
static gsay_status apply_claims(gsay_packs *packs, const gsay_pack_description *pack, gsay_str path, gsay_error *err)
{
    gsay_error  why = { 0 };
    gsay_status status = GSAY_OK;
    for (size_t i = 0; i < pack->claim_count && status == GSAY_OK; i++)
        status = gsay_packs_name(packs, pack->claims[i].name, pack->claims[i].text, &why);
    for (size_t i = 0; i < pack->fact_count && status == GSAY_OK; i++)
        status = gsay_packs_pin(packs, pack->facts[i].name, pack->facts[i].text, path, &why);
    return status == GSAY_OK ? GSAY_OK : gsay_fail(err, status, SIZE_MAX, "%s: %s", path.ptr, why.message);
}

/* Add words to those of the packs before. */
static gsay_status add_words(gsay_arena *arena, gsay_str_set *all, gsay_str_set more, gsay_error *err)
{
    if (more.count == 0)
        return GSAY_OK;
    gsay_str *items = GSAY_TAKE(arena, gsay_str, all->count + more.count);
    if (!items)
        return gsay_fail_memory(err);
    if (all->count)
        memcpy(items, all->items, all->count * sizeof *items);
    memcpy(items + all->count, more.items, more.count * sizeof *items);
    *all = (gsay_str_set){ items, all->count + more.count };
    qsort(items, all->count, sizeof *items, compare_names);
    return GSAY_OK;
}

/* Add classes of synonyms to those of the packs before. */
static gsay_status add_synonyms(gsay_packs *packs, const gsay_pack_description *pack, gsay_error *err)
{
    for (size_t i = 0; i < pack->synonym_count; i++) {
        gsay_str_set *synonyms = gsay_arena_grow(&packs->arena, packs->synonyms, sizeof *synonyms, packs->synonym_count,
                                                 &packs->synonym_capacity);
        if (!synonyms)
            return gsay_fail_memory(err);
        packs->synonyms = synonyms;
        synonyms[packs->synonym_count++] = pack->synonyms[i];
    }
    return GSAY_OK;
}

/* The last part of a folder's path: the name of a pack that has no pack.lua. */
static gsay_str last_part(gsay_str folder)
{
    while (folder.len > 1 && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    for (size_t i = folder.len; i > 0; i--)
        if (folder.ptr[i - 1] == '/')
            return (gsay_str){ folder.ptr + i, folder.len - i };
    return folder;
}

/* pack.lua; a folder without one is a pack, too. */
static gsay_status read_description(loading *load, gsay_str path, gsay_pack_description *pack, gsay_error *err)
{
    gsay_arena  *arena = &load->packs->arena;
    file_reading file = { .arena = arena, .path = path.ptr, .pack = pack };
    if (!is_file(path.ptr))
        return GSAY_OK;
    GSAY_TRY(read_text(arena, path, &file.text, err));
    gsay_status status = gsay_sandbox_call(&load->sandbox, read_file_body, &file, err);
    /* What metadata.c raises is a bad value, not a failing rule: those sentences begin with the path and no line. */
    if (status == GSAY_ERULE && load->sandbox.passed == GSAY_LIMIT_NONE && err) {
        const char *behind = err->message + path.len;
        bool        has_line = behind[0] == ':' && behind[1] >= '0' && behind[1] <= '9';
        status = has_line ? GSAY_ERULE : GSAY_EINPUT;
        err->status = status;
    }
    return status;
}

/* Fail for a pack that does not exist, with the nearest shipped one. */
static gsay_status fail_unknown_pack(loading *load, gsay_str name, gsay_error *err)
{
    name_list    names = { 0 };
    gsay_nearest search = { .name = name };
    if (list_folder(&load->packs->arena, load->shipped, &names, NULL) == GSAY_OK)
        for (size_t i = 0; i < names.count; i++)
            gsay_nearest_offer(&search, names.items[i]);
    if (search.best.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no pack \"%.*s\"; the nearest is \"%.*s\"",
                         GSAY_ARG(name), GSAY_ARG(search.best));
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no pack \"%.*s\": name a shipped pack or a folder",
                     GSAY_ARG(name));
}

/* Find the folder of a pack's name. base: the folder that a name with "/" is looked for in, "" the working directory.
 */
static gsay_status find_folder(loading *load, gsay_str name, gsay_str base, gsay_str *folder, gsay_error *err)
{
    gsay_arena *arena = &load->packs->arena;
    bool        has_slash = name.len && memchr(name.ptr, '/', name.len);
    gsay_str    shipped = join_path(arena, load->shipped, name);
    gsay_str    own = base.len && has_slash && name.ptr[0] != '/' ? join_path(arena, base, name)
                                                                  : gsay_arena_format(arena, "%.*s", GSAY_ARG(name));
    if (!shipped.ptr || !own.ptr)
        return gsay_fail_memory(err);
    if (name.len && !has_slash && name.ptr[0] != '.' && is_folder(shipped.ptr))
        *folder = shipped;
    else if (name.len && is_folder(own.ptr))
        *folder = own;
    else
        return fail_unknown_pack(load, name, err);
    return GSAY_OK;
}

/* Note a folder. is_new: out; false when it was noted before. */
static gsay_status note_folder(gsay_packs *packs, gsay_str folder, bool *is_new, gsay_error *err)
{
    *is_new = false;
    for (size_t i = 0; i < packs->folder_count; i++)
        if (gsay_str_equal(packs->folders[i], folder))
            return GSAY_OK;
    gsay_str *folders =
        gsay_arena_grow(&packs->arena, packs->folders, sizeof *folders, packs->folder_count, &packs->folder_capacity);
    if (!folders)
        return gsay_fail_memory(err);
    packs->folders = folders;
    packs->folders[packs->folder_count++] = folder;
    *is_new = true;
    return GSAY_OK;
}

/* Load one pack and, before it, what it extends: recursion over extends, PACK_DEPTH_MAX deep. */
static gsay_status load_pack(loading *load, gsay_str name, gsay_str base, int depth, gsay_error *err)
{
    gsay_arena           *arena = &load->packs->arena;
    gsay_pack_description pack = { 0 };
    gsay_str              folder = GSAY_STR("");
    bool                  is_new = false;
    if (depth > PACK_DEPTH_MAX)
        return gsay_fail(err, GSAY_ELIMIT, SIZE_MAX, "cannot load %.*s: packs extend packs more than %d deep",
                         GSAY_ARG(name), PACK_DEPTH_MAX);
    GSAY_TRY(find_folder(load, name, base, &folder, err));
    GSAY_TRY(note_folder(load->packs, folder, &is_new, err));
    if (!is_new)
        return GSAY_OK;
    gsay_str path = join_path(arena, folder, GSAY_STR(PACK_FILE));
    if (!path.ptr)
        return gsay_fail_memory(err);
    GSAY_TRY(read_description(load, path, &pack, err));
    for (size_t i = 0; i < pack.extends_count; i++)
        GSAY_TRY(load_pack(load, pack.extends[i], folder, depth + 1, err));
    GSAY_TRY(load_rules(load, pack.name.len ? pack.name : last_part(folder), folder, err));
    GSAY_TRY(apply_claims(load->packs, &pack, path, err));
    GSAY_TRY(add_words(arena, &load->packs->accepted, pack.accepted, err));
    GSAY_TRY(add_words(arena, &load->packs->titles, pack.titles, err));
    GSAY_TRY(add_synonyms(load->packs, &pack, err));
    return apply_settings(load->packs, &pack, path, err);
}

/* Load every shipped pack but "style", whose rules are a matter of taste. */
static gsay_status load_default(loading *load, gsay_error *err)
{
    name_list names = { 0 };
    gsay_str  shipped = gsay_arena_format(&load->packs->arena, "%.*s", GSAY_ARG(load->shipped));
    if (!shipped.ptr)
        return gsay_fail_memory(err);
    GSAY_TRY(list_folder(&load->packs->arena, shipped, &names, err));
    for (size_t i = 0; i < names.count; i++) {
        gsay_str folder = join_path(&load->packs->arena, shipped, names.items[i]);
        if (!folder.ptr)
            return gsay_fail_memory(err);
        if (is_folder(folder.ptr) && !gsay_str_equal(names.items[i], GSAY_STR(GSAY_PACK_OF_STYLE)))
            GSAY_TRY(load_pack(load, names.items[i], GSAY_STR(""), 0, err));
    }
    return GSAY_OK;
}

static int compare_rules(const void *left, const void *right)
{
    const gsay_rule *a = left;
    const gsay_rule *b = right;
    int              order = gsay_str_compare(a->pack, b->pack);
    return order ? order : gsay_str_compare(a->id, b->id);
}

gsay_status gsay_packs_load(gsay_str shipped, const gsay_str *names, size_t count, gsay_packs *packs, gsay_error *err)
{
    loading     load = { .packs = packs };
    gsay_error  local = { 0 };
    gsay_error *why = err ? err : &local;
    load.shipped = gsay_arena_format(&packs->arena, "%.*s", GSAY_ARG(shipped));
    gsay_status status = load.shipped.ptr ? gsay_sandbox_open(&load.sandbox, why) : gsay_fail_memory(why);
    if (status == GSAY_OK && count == 0)
        status = load_default(&load, why);
    for (size_t i = 0; i < count && status == GSAY_OK; i++)
        status = load_pack(&load, names[i], GSAY_STR(""), 0, why);
    gsay_sandbox_close(&load.sandbox);
    if (packs->count)
        qsort(packs->rules, packs->count, sizeof *packs->rules, compare_rules);
    return status;
}
