/* Reading the table that a Lua file returned: raw, so that no metatable of a rule runs here.
 *
 * Everything is copied into the arena at once; a raise loses nothing, since the arena outlives it. */
#include "rule/reading.h"

#include <stdio.h>

#include "rule/library.h"
#include "rule/metadata.h"

gsay_str gsay_file_keep(const gsay_file_reading *file, gsay_str text)
{
    gsay_str copy = gsay_arena_copy(file->arena, text);
    if (!copy.ptr)
        gsay_sandbox_raise_exhausted(file->lua);
    return copy;
}

gsay_str gsay_file_top(lua_State *lua)
{
    gsay_str text = { 0 };
    text.ptr = lua_tolstring(lua, -1, &text.len);
    return text;
}

int gsay_file_push(lua_State *lua, int index, const char *key)
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

void gsay_file_check_keys(const gsay_file_reading *file, const char *what, const char *const *list)
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

gsay_str gsay_file_string(const gsay_file_reading *file, const char *key, bool is_required)
{
    lua_State *lua = file->lua;
    gsay_str   text = GSAY_STR("");
    int        type = gsay_file_push(lua, -1, key);
    if (type == LUA_TSTRING)
        text = gsay_file_keep(file, gsay_file_top(lua));
    else if (type != LUA_TNIL)
        luaL_error(lua, "%s: %s is a %s, not a string", file->path, key, luaL_typename(lua, -1));
    lua_pop(lua, 1);
    if (is_required && text.len == 0)
        luaL_error(lua, "%s: %s is missing", file->path, key);
    return text;
}

void gsay_file_check_api(const gsay_file_reading *file)
{
    gsay_file_push(file->lua, -1, "api");
    if (!lua_isinteger(file->lua, -1) || lua_tointeger(file->lua, -1) != GSAY_RULE_API)
        luaL_error(file->lua, "%s: api must be %d, the interface of this version", file->path, GSAY_RULE_API);
    lua_pop(file->lua, 1);
}

/* A number of a rule file as a plain decimal: what a person would write, never with an exponent. */
static gsay_str keep_number(const gsay_file_reading *file, lua_State *lua)
{
    char text[64];
    if (lua_isinteger(lua, -1)) {
        snprintf(text, sizeof text, "%lld", (long long)lua_tointeger(lua, -1));
        return gsay_file_keep(file, gsay_str_of(text));
    }
    double number = lua_tonumber(lua, -1);
    if (!(number > -1e15 && number < 1e15))
        luaL_error(lua, "%s: a number is out of range", file->path);
    int len = snprintf(text, sizeof text, "%.12f", number);
    while (len > 1 && text[len - 1] == '0')
        text[--len] = '\0';
    if (len > 1 && text[len - 1] == '.')
        text[--len] = '\0';
    return gsay_file_keep(file, gsay_str_of(text));
}

gsay_str gsay_file_keep_value(const gsay_file_reading *file, gsay_option_type *type)
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
        return gsay_file_keep(file, gsay_file_top(lua));
    default:
        luaL_error(lua, "%s: a value is a %s, not a number, boolean or string", file->path, luaL_typename(lua, -1));
        return GSAY_STR("");
    }
}

gsay_str gsay_file_keep_key(const gsay_file_reading *file, const char *what)
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

void gsay_file_check_table(const gsay_file_reading *file, const char *what)
{
    if (!lua_istable(file->lua, -1))
        luaL_error(file->lua, "%s: %s returns a table, not a %s", file->path, what, luaL_typename(file->lua, -1));
}
