/* Reading what a rule file returns; the values of options. */
#include "rule/metadata.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "align/align.h"
#include "rule/library.h"
#include "rule/reading.h"
#include "rule/sandbox.h"

static const char *const rule_keys[] = { "api",  "id",      "severity", "summary", "each", "kinds",
                                         "with", "options", "docs",     "check",   NULL };
static const char *const option_keys[] = { "default", "min", "max", "doc", NULL };
static const char *const each_names[] = { "", "source", "topic", "name", "quote", "group", NULL };

const char *gsay_each_name(gsay_each each)
{
    return each_names[each];
}

/* Ids go on command lines, into baselines and comments. */
static void check_id(const gsay_file_reading *file, gsay_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char byte = id.ptr[i];
        bool is_letter = byte >= 'a' && byte <= 'z';
        bool is_inner = (byte >= '0' && byte <= '9') || byte == '-';
        if (!is_letter && (i == 0 || !is_inner))
            luaL_error(file->lua, "%s: the id may hold small letters, digits and hyphens, a letter first", file->path);
    }
}

/* A bound of an option's table on top. */
static gsay_str read_bound(const gsay_file_reading *file, const char *key, gsay_option_type type)
{
    gsay_str         bound = GSAY_STR("");
    gsay_option_type bound_type = GSAY_OPTION_NUMBER;
    if (gsay_file_push(file->lua, -1, key) != LUA_TNIL) {
        bound = gsay_file_keep_value(file, &bound_type);
        if (type != GSAY_OPTION_NUMBER || bound_type != GSAY_OPTION_NUMBER)
            luaL_error(file->lua, "%s: %s is for options that are numbers", file->path, key);
    }
    lua_pop(file->lua, 1);
    return bound;
}

/* The table on top, which describes the option of that key. */
static void read_option(const gsay_file_reading *file, gsay_str rule, gsay_rule_option *option)
{
    gsay_error error = { 0 };
    gsay_file_check_keys(file, "key of an option", option_keys);
    if (gsay_file_push(file->lua, -1, "default") == LUA_TNIL)
        luaL_error(file->lua, "%s: the option %s has no default", file->path, option->key.ptr);
    option->value = gsay_file_keep_value(file, &option->type);
    lua_pop(file->lua, 1);
    option->doc = gsay_file_string(file, "doc", true);
    option->minimum = read_bound(file, "min", option->type);
    option->maximum = read_bound(file, "max", option->type);
    if (gsay_option_set(file->arena, rule, option, option->value, &error) != GSAY_OK)
        luaL_error(file->lua, "%s: %s", file->path, error.message);
}

static int compare_options(const void *left, const void *right)
{
    return gsay_str_compare(((const gsay_rule_option *)left)->key, ((const gsay_rule_option *)right)->key);
}

/* Options in byte order of their keys: pairs of a table come in none. */
static void read_options(const gsay_file_reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "options");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: options is a %s, not a table", file->path, luaL_typename(lua, -1));
    rule->options = GSAY_NEW(file->arena, gsay_rule_option, GSAY_RULE_OPTIONS_MAX);
    if (!rule->options)
        gsay_sandbox_raise_exhausted(lua);
    lua_pushnil(lua);
    while (type == LUA_TTABLE && lua_next(lua, -2)) {
        if (rule->option_count == GSAY_RULE_OPTIONS_MAX)
            luaL_error(lua, "%s: more than %d options", file->path, GSAY_RULE_OPTIONS_MAX);
        gsay_rule_option *option = &rule->options[rule->option_count];
        option->key = gsay_file_keep_key(file, "options");
        if (!lua_istable(lua, -1))
            luaL_error(lua, "%s: the option %s is a %s, not a table with a default", file->path, option->key.ptr,
                       luaL_typename(lua, -1));
        read_option(file, rule->id, option);
        rule->option_count++;
        lua_pop(lua, 1);
    }
    lua_settop(lua, type == LUA_TTABLE ? -2 : -3);
    if (rule->option_count)
        qsort(rule->options, rule->option_count, sizeof *rule->options, compare_options);
}

/* A key of the rule on top whose value must be one of a list. Returns its place in the list. */
static size_t read_choice(const gsay_file_reading *file, const char *key, const char *const *list)
{
    gsay_str text = gsay_file_string(file, key, true);
    for (size_t i = 0; list[i]; i++)
        if (gsay_str_equal(text, gsay_str_of(list[i])))
            return i;
    const char *what = lua_pushfstring(file->lua, "%s: %s cannot be", file->path, key);
    lua_pushlstring(file->lua, text.ptr, text.len);
    gsay_library_raise_unknown(file->lua, what, lua_tostring(file->lua, -1), list);
    return 0;
}

/* The set of one kind by its name: of a mention, or for a rule that sees names of what they are held against each other
 * for. Raises for an unknown one. */
static gsay_kind_set kind_named(lua_State *lua, gsay_each each, const char *name)
{
    static const char *const pair_kinds[] = {
#define PAIR_KIND_NAME(name, text) text,
        GSAY_PAIR_KINDS(PAIR_KIND_NAME)
#undef PAIR_KIND_NAME
            NULL
    };
    if (each == GSAY_EACH_SOURCE)
        return GSAY_KIND_BIT(gsay_library_kind_named(lua, name));
    for (size_t i = 0; pair_kinds[i]; i++)
        if (strcmp(pair_kinds[i], name) == 0)
            return GSAY_KIND_BIT(i);
    gsay_library_raise_unknown(lua, "there is no kind of name", name, pair_kinds);
    return 0;
}

/* The list at kinds: what a source must mention for the rule to be called, or what kinds of pairs of names it sees:
 * spellings where it does not say. */
static void read_kinds(const gsay_file_reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "kinds");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: kinds is a %s, not a list of kinds", file->path, luaL_typename(lua, -1));
    if (type == LUA_TTABLE && rule->each != GSAY_EACH_SOURCE && rule->each != GSAY_EACH_NAME)
        luaL_error(lua, "%s: kinds is for rules that see each source or name; this one sees each %s", file->path,
                   each_names[rule->each]);
    for (size_t i = 0; type == LUA_TTABLE && i < lua_rawlen(lua, -1); i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_error(lua, "%s: kinds holds a %s, not the name of a kind", file->path, luaL_typename(lua, -1));
        rule->kinds |= kind_named(lua, rule->each, lua_tostring(lua, -1));
        lua_pop(lua, 1);
    }
    if (type == LUA_TNIL && rule->each == GSAY_EACH_NAME)
        rule->kinds = GSAY_KIND_BIT(GSAY_PAIR_SPELLING);
    lua_pop(lua, 1);
}

/* The bit of a part of a date by its name; raises for an unknown one. */
static uint8_t part_named(lua_State *lua, const char *name)
{
    static const char *const part_names[] = {
#define PART_NAME(name, text) text,
        GSAY_DATE_PARTS(PART_NAME)
#undef PART_NAME
            NULL
    };
    for (size_t i = 0; part_names[i]; i++)
        if (strcmp(part_names[i], name) == 0)
            return (uint8_t)(1u << i);
    gsay_library_raise_unknown(lua, "with names parts of a date; there is no", name, part_names);
    return 0;
}

/* The list at with: the parts of a date that some mention of the rule's kinds must have. */
static void read_with(const gsay_file_reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "with");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: with is a %s, not a list of parts of a date", file->path, luaL_typename(lua, -1));
    if (type == LUA_TTABLE && rule->each != GSAY_EACH_SOURCE)
        luaL_error(lua, "%s: with is for rules that see each source; this one sees each %s", file->path,
                   each_names[rule->each]);
    for (size_t i = 0; type == LUA_TTABLE && i < lua_rawlen(lua, -1); i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_error(lua, "%s: with holds a %s, not the name of a part", file->path, luaL_typename(lua, -1));
        rule->with |= part_named(lua, lua_tostring(lua, -1));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

void gsay_metadata_read_rule(lua_State *lua, gsay_arena *arena, const char *path, gsay_rule *rule)
{
    static const char *const severities[] = { "off", "note", "warning", "error", NULL };
    gsay_file_reading        file = { lua, arena, path };
    gsay_file_check_table(&file, "a rule file");
    gsay_file_check_keys(&file, "key of a rule", rule_keys);
    gsay_file_check_api(&file);
    rule->id = gsay_file_string(&file, "id", true);
    check_id(&file, rule->id);
    rule->summary = gsay_file_string(&file, "summary", true);
    rule->docs = gsay_file_string(&file, "docs", false);
    rule->declared = (gsay_severity)read_choice(&file, "severity", severities);
    rule->severity = rule->declared;
    rule->each = (gsay_each)read_choice(&file, "each", each_names);
    if (gsay_file_push(lua, -1, "check") != LUA_TFUNCTION)
        luaL_error(lua, "%s: check is a %s, not a function", path, luaL_typename(lua, -1));
    lua_pop(lua, 1);
    read_kinds(&file, rule);
    read_with(&file, rule);
    read_options(&file, rule);
}

/* Tell whether a bound ("" none) leaves the value in. sign: 1 for a minimum, -1 for a maximum. */
static bool is_within(gsay_decimal value, gsay_str bound, int sign)
{
    gsay_decimal limit = { 0 };
    return !gsay_decimal_read(bound, &limit) || gsay_decimal_compare(value, limit) * sign >= 0;
}

/* Exact: 0.1 is what was written, not the nearest binary number. */
static gsay_status check_number(gsay_str rule, const gsay_rule_option *option, gsay_str value, gsay_error *err)
{
    gsay_decimal number = { 0 };
    if (!gsay_decimal_read(value, &number))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "option %.*s.%.*s takes a number, not \"%.*s\"", GSAY_ARG(rule),
                         GSAY_ARG(option->key), GSAY_ARG(value));
    if (is_within(number, option->minimum, 1) && is_within(number, option->maximum, -1))
        return GSAY_OK;
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "option %.*s.%.*s is out of range: %.*s is not from %.*s to %.*s",
                     GSAY_ARG(rule), GSAY_ARG(option->key), GSAY_ARG(value),
                     GSAY_ARG(option->minimum.len ? option->minimum : GSAY_STR("any")),
                     GSAY_ARG(option->maximum.len ? option->maximum : GSAY_STR("any")));
}

gsay_status gsay_option_set(gsay_arena *arena, gsay_str rule, gsay_rule_option *option, gsay_str value, gsay_error *err)
{
    if (option->type == GSAY_OPTION_NUMBER)
        GSAY_TRY(check_number(rule, option, value, err));
    if (option->type == GSAY_OPTION_BOOLEAN && !gsay_str_equal(value, GSAY_STR("true")) &&
        !gsay_str_equal(value, GSAY_STR("false")))
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "option %.*s.%.*s takes true or false, not \"%.*s\"",
                         GSAY_ARG(rule), GSAY_ARG(option->key), GSAY_ARG(value));
    gsay_str copy = gsay_arena_copy(arena, value);
    if (!copy.ptr)
        return gsay_fail_memory(err);
    option->value = copy;
    return GSAY_OK;
}
