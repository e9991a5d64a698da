/* Reading what rule and pack files return. Tables are read raw, so that no metatable of a rule runs here.
 *
 * Everything is copied into the arena at once; a raise loses nothing, since the arena outlives it. */
#include "rule/metadata.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>

#include "align/align.h"
#include "rule/library.h"
#include "rule/sandbox.h"

static const char *const rule_keys[] = { "api",  "id",      "severity", "summary", "each", "kinds",
                                         "with", "options", "docs",     "check",   NULL };
static const char *const option_keys[] = { "default", "min", "max", "doc", NULL };
static const char *const pack_keys[] = { "api", "name", "version", "extends", "rules", NULL };
/* Known to the interface, not to this version: an ignored setting is never silent. */
static const char *const later_pack_keys[] = { "claims", "facts", "lexicon", NULL };
static const char *const each_names[] = { "", "source", "topic", "name", "quote", "group", NULL };

/* One file that is being read. */
typedef struct reading {
    lua_State  *lua;
    gsay_arena *arena;
    const char *path;
} reading;

const char *gsay_each_name(gsay_each each)
{
    return each_names[each];
}

/* Copy text for good; raises for want of memory. */
static gsay_str keep(const reading *file, gsay_str text)
{
    gsay_str copy = gsay_arena_copy(file->arena, text);
    if (!copy.ptr)
        gsay_sandbox_raise_exhausted(file->lua);
    return copy;
}

/* The string on top of the stack; borrowed from Lua. */
static gsay_str top_string(lua_State *lua)
{
    gsay_str text = { 0 };
    text.ptr = lua_tolstring(lua, -1, &text.len);
    return text;
}

/* Look a key of the table at index up, past metatables; its value is left on top. Returns its type. */
static int push_member(lua_State *lua, int index, const char *key)
{
    int table = lua_absindex(lua, index);
    lua_pushstring(lua, key);
    return lua_rawget(lua, table);
}

/* Tell whether a name is in a list that ends with NULL. */
static bool is_listed(const char *name, const char *const *list)
{
    for (size_t i = 0; list[i]; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

/* Raise for a key of the table on top that is not in list; the least one where there are several. what: "key of a
 * rule". */
static void check_keys(const reading *file, const char *what, const char *const *list)
{
    lua_State  *lua = file->lua;
    const char *unknown = NULL;
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        lua_pop(lua, 1);
        const char *key = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : NULL;
        if (!key)
            luaL_error(lua, "%s: a %s is a %s, not a name", file->path, what, luaL_typename(lua, -1));
        if (!is_listed(key, list) && (!unknown || strcmp(key, unknown) < 0))
            unknown = key; /* the table holds it */
    }
    if (unknown)
        gsay_library_raise_unknown(lua, lua_pushfstring(lua, "%s: there is no %s", file->path, what), unknown, list);
}

/* A string member of the table on top. */
static gsay_str read_string(const reading *file, const char *key, bool is_required)
{
    lua_State *lua = file->lua;
    gsay_str   text = GSAY_STR("");
    int        type = push_member(lua, -1, key);
    if (type == LUA_TSTRING)
        text = keep(file, top_string(lua));
    else if (type != LUA_TNIL)
        luaL_error(lua, "%s: %s is a %s, not a string", file->path, key, luaL_typename(lua, -1));
    lua_pop(lua, 1);
    if (is_required && text.len == 0)
        luaL_error(lua, "%s: %s is missing", file->path, key);
    return text;
}

/* A file for another interface is refused before anything else of it is believed. */
static void check_api(const reading *file)
{
    push_member(file->lua, -1, "api");
    if (!lua_isinteger(file->lua, -1) || lua_tointeger(file->lua, -1) != GSAY_RULE_API)
        luaL_error(file->lua, "%s: api must be %d, the interface of this version", file->path, GSAY_RULE_API);
    lua_pop(file->lua, 1);
}

/* Ids go on command lines, into baselines and comments. */
static void check_id(const reading *file, gsay_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char byte = id.ptr[i];
        bool is_letter = byte >= 'a' && byte <= 'z';
        bool is_inner = (byte >= '0' && byte <= '9') || byte == '-';
        if (!is_letter && (i == 0 || !is_inner))
            luaL_error(file->lua, "%s: the id may hold small letters, digits and hyphens, a letter first", file->path);
    }
}

/* A number of a rule file as a plain decimal: what a person would write, never with an exponent. */
static gsay_str keep_number(const reading *file, lua_State *lua)
{
    char text[64];
    if (lua_isinteger(lua, -1)) {
        snprintf(text, sizeof text, "%lld", (long long)lua_tointeger(lua, -1));
        return keep(file, gsay_str_of(text));
    }
    double number = lua_tonumber(lua, -1);
    if (!(number > -1e15 && number < 1e15))
        luaL_error(lua, "%s: a number is out of range", file->path);
    int len = snprintf(text, sizeof text, "%.12f", number);
    while (len > 1 && text[len - 1] == '0')
        text[--len] = '\0';
    if (len > 1 && text[len - 1] == '.')
        text[--len] = '\0';
    return keep(file, gsay_str_of(text));
}

/* The value on top as an option keeps it. */
static gsay_str keep_value(const reading *file, gsay_option_type *type)
{
    lua_State *lua = file->lua;
    switch (lua_type(lua, -1)) {
    case LUA_TNUMBER:
        *type = GSAY_OPTION_NUMBER;
        return keep_number(file, lua);
    case LUA_TBOOLEAN:
        *type = GSAY_OPTION_BOOLEAN;
        return lua_toboolean(lua, -1) ? GSAY_STR("true") : GSAY_STR("false");
    case LUA_TSTRING:
        *type = GSAY_OPTION_STRING;
        return keep(file, top_string(lua));
    default:
        luaL_error(lua, "%s: a value is a %s, not a number, boolean or string", file->path, luaL_typename(lua, -1));
        return GSAY_STR("");
    }
}

/* A bound of an option's table on top. */
static gsay_str read_bound(const reading *file, const char *key, gsay_option_type type)
{
    gsay_str         bound = GSAY_STR("");
    gsay_option_type bound_type = GSAY_OPTION_NUMBER;
    if (push_member(file->lua, -1, key) != LUA_TNIL) {
        bound = keep_value(file, &bound_type);
        if (type != GSAY_OPTION_NUMBER || bound_type != GSAY_OPTION_NUMBER)
            luaL_error(file->lua, "%s: %s is for options that are numbers", file->path, key);
    }
    lua_pop(file->lua, 1);
    return bound;
}

/* The table on top, which describes the option of that key. */
static void read_option(const reading *file, gsay_str rule, gsay_rule_option *option)
{
    gsay_error error = { 0 };
    check_keys(file, "key of an option", option_keys);
    if (push_member(file->lua, -1, "default") == LUA_TNIL)
        luaL_error(file->lua, "%s: the option %s has no default", file->path, option->key.ptr);
    option->value = keep_value(file, &option->type);
    lua_pop(file->lua, 1);
    option->doc = read_string(file, "doc", true);
    option->minimum = read_bound(file, "min", option->type);
    option->maximum = read_bound(file, "max", option->type);
    if (gsay_option_set(file->arena, rule, option, option->value, &error) != GSAY_OK)
        luaL_error(file->lua, "%s: %s", file->path, error.message);
}

/* The key on top of the stack below its value, as a C string for good; raises for what is no name. */
static gsay_str keep_key(const reading *file, const char *what)
{
    if (lua_type(file->lua, -2) != LUA_TSTRING)
        luaL_error(file->lua, "%s: a key of %s is a %s, not a name", file->path, what, luaL_typename(file->lua, -2));
    gsay_str text = { 0 };
    text.ptr = lua_tolstring(file->lua, -2, &text.len);
    gsay_str copy = gsay_arena_format(file->arena, "%s", text.ptr);
    if (!copy.ptr)
        gsay_sandbox_raise_exhausted(file->lua);
    return copy;
}

static int compare_options(const void *left, const void *right)
{
    return gsay_str_compare(((const gsay_rule_option *)left)->key, ((const gsay_rule_option *)right)->key);
}

/* Options in byte order of their keys: pairs of a table come in none. */
static void read_options(const reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = push_member(lua, -1, "options");
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
        option->key = keep_key(file, "options");
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

/* Raise unless the file returned a table, which is on top. */
static void check_table(const reading *file, const char *what)
{
    if (!lua_istable(file->lua, -1))
        luaL_error(file->lua, "%s: %s returns a table, not a %s", file->path, what, luaL_typename(file->lua, -1));
}

/* A key of the rule on top whose value must be one of a list. Returns its place in the list. */
static size_t read_choice(const reading *file, const char *key, const char *const *list)
{
    gsay_str text = read_string(file, key, true);
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
static void read_kinds(const reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = push_member(lua, -1, "kinds");
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
static void read_with(const reading *file, gsay_rule *rule)
{
    lua_State *lua = file->lua;
    int        type = push_member(lua, -1, "with");
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
    reading                  file = { lua, arena, path };
    check_table(&file, "a rule file");
    check_keys(&file, "key of a rule", rule_keys);
    check_api(&file);
    rule->id = read_string(&file, "id", true);
    check_id(&file, rule->id);
    rule->summary = read_string(&file, "summary", true);
    rule->docs = read_string(&file, "docs", false);
    rule->declared = (gsay_severity)read_choice(&file, "severity", severities);
    rule->severity = rule->declared;
    rule->each = (gsay_each)read_choice(&file, "each", each_names);
    if (push_member(lua, -1, "check") != LUA_TFUNCTION)
        luaL_error(lua, "%s: check is a %s, not a function", path, luaL_typename(lua, -1));
    lua_pop(lua, 1);
    read_kinds(&file, rule);
    read_with(&file, rule);
    read_options(&file, rule);
}

/* The list of names at key of the table on top. */
static void read_extends(const reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    int        type = push_member(lua, -1, "extends");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: extends is a %s, not a list of packs", file->path, luaL_typename(lua, -1));
    size_t count = type == LUA_TTABLE ? lua_rawlen(lua, -1) : 0;
    if (count > GSAY_PACK_ENTRIES_MAX)
        luaL_error(lua, "%s: extends has more than %d entries", file->path, GSAY_PACK_ENTRIES_MAX);
    pack->extends = GSAY_NEW(file->arena, gsay_str, count);
    if (!pack->extends)
        gsay_sandbox_raise_exhausted(lua);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_error(lua, "%s: extends holds a %s, not the name of a pack", file->path, luaL_typename(lua, -1));
        pack->extends[pack->extends_count++] = keep(file, top_string(lua));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

/* Note one setting whose value is on top. */
static void add_setting(const reading *file, gsay_pack_description *pack, gsay_str rule, gsay_str key)
{
    gsay_option_type type = GSAY_OPTION_STRING;
    if (pack->setting_count == GSAY_PACK_ENTRIES_MAX)
        luaL_error(file->lua, "%s: rules has more than %d entries", file->path, GSAY_PACK_ENTRIES_MAX);
    pack->settings[pack->setting_count++] = (gsay_pack_setting){ rule, key, keep_value(file, &type) };
}

static int compare_settings(const void *left, const void *right)
{
    const gsay_pack_setting *a = left;
    const gsay_pack_setting *b = right;
    int                      order = gsay_str_compare(a->rule, b->rule);
    return order ? order : gsay_str_compare(a->key, b->key);
}

/* The value of one rule in `rules`: a severity, or a table of severity and options. */
static void read_setting(const reading *file, gsay_pack_description *pack, gsay_str rule)
{
    lua_State *lua = file->lua;
    if (!lua_istable(lua, -1)) {
        add_setting(file, pack, rule, GSAY_STR("severity"));
        return;
    }
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        add_setting(file, pack, rule, keep_key(file, "rules"));
        lua_pop(lua, 1);
    }
}

/* The table at rules: what the pack says of rules, its own and those that it extends. */
static void read_settings(const reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    int        type = push_member(lua, -1, "rules");
    if (type == LUA_TNIL) {
        lua_pop(lua, 1);
        return;
    }
    if (type != LUA_TTABLE)
        luaL_error(lua, "%s: rules is a %s, not a table", file->path, luaL_typename(lua, -1));
    pack->settings = GSAY_NEW(file->arena, gsay_pack_setting, GSAY_PACK_ENTRIES_MAX);
    if (!pack->settings)
        gsay_sandbox_raise_exhausted(lua);
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        read_setting(file, pack, keep_key(file, "rules"));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (pack->setting_count)
        qsort(pack->settings, pack->setting_count, sizeof *pack->settings, compare_settings);
}

void gsay_metadata_read_pack(lua_State *lua, gsay_arena *arena, const char *path, gsay_pack_description *pack)
{
    reading file = { lua, arena, path };
    check_table(&file, "pack.lua");
    for (size_t i = 0; later_pack_keys[i]; i++) {
        if (push_member(lua, -1, later_pack_keys[i]) != LUA_TNIL)
            luaL_error(lua, "%s: \"%s\" is not supported by this version; take it out", path, later_pack_keys[i]);
        lua_pop(lua, 1);
    }
    check_keys(&file, "key of a pack", pack_keys);
    check_api(&file);
    pack->name = read_string(&file, "name", true);
    pack->version = read_string(&file, "version", false);
    read_extends(&file, pack);
    read_settings(&file, pack);
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
