/* The base functions that a rule sees in the place of Lua's own: in sorted order, without addresses, and without a way
 * around the budget. */
#include <math.h>
#include <stdlib.h>

#include "rule/freeze.h"
#include "rule/library.h"

#define METATABLE_EVENTS_MAX 32 /* rows of metatable_events, with room */

/* One key of a table that is walked in order. */
typedef struct sort_key {
    int         type; /* as Lua numbers them */
    int         is_integer;
    lua_Integer integer;
    lua_Number  number;
    gsay_str    text;
    uintptr_t   handle;
    lua_Integer position; /* in the list of keys */
} sort_key;

/* What setmetatable takes over. Finalizers and weak tables would let a rule see the collector at work; __pairs is not
 * asked. */
static const char *const metatable_events[] = { "__index", "__newindex", "__call",  "__tostring",  "__eq",
                                                "__lt",    "__le",       "__len",   "__concat",    "__unm",
                                                "__add",   "__sub",      "__mul",   "__div",       "__mod",
                                                "__pow",   "__idiv",     "__close", "__metatable", NULL };
static const char *const refused_events[] = { "__gc", "__mode", NULL };

static int compare_numbers(const sort_key *a, const sort_key *b)
{
    if (a->is_integer && b->is_integer)
        return (a->integer > b->integer) - (a->integer < b->integer);
    return (a->number > b->number) - (a->number < b->number);
}

/* Numbers, then strings, booleans and views; each by value. */
static int compare_keys(const void *left, const void *right)
{
    const sort_key *a = left;
    const sort_key *b = right;
    if (a->type != b->type)
        return (a->type == LUA_TNUMBER) != (b->type == LUA_TNUMBER)
                   ? (b->type == LUA_TNUMBER) - (a->type == LUA_TNUMBER)
                   : (a->type < b->type) - (a->type > b->type);
    if (a->type == LUA_TNUMBER)
        return compare_numbers(a, b);
    if (a->type == LUA_TSTRING)
        return gsay_str_compare(a->text, b->text);
    return (a->handle > b->handle) - (a->handle < b->handle);
}

/* Read the key at the top of the stack. */
static void read_key(lua_State *lua, sort_key *key)
{
    key->type = lua_type(lua, -1);
    switch (key->type) {
    case LUA_TNUMBER:
        key->is_integer = lua_isinteger(lua, -1);
        key->integer = lua_tointeger(lua, -1);
        key->number = lua_tonumber(lua, -1);
        return;
    case LUA_TSTRING:
        key->text.ptr = lua_tolstring(lua, -1, &key->text.len);
        return;
    case LUA_TBOOLEAN:
        key->handle = (uintptr_t)lua_toboolean(lua, -1);
        return;
    case LUA_TLIGHTUSERDATA:
        key->handle = (uintptr_t)lua_touserdata(lua, -1);
        return;
    default:
        luaL_error(lua, "pairs() walks in sorted order and cannot order a %s that is a key", luaL_typename(lua, -1));
    }
}

/* The number of entries of a table. */
static lua_Integer count_pairs(lua_State *lua, int table)
{
    lua_Integer count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        lua_pop(lua, 1);
        count++;
    }
    return count;
}

/* Push a list of the keys of the table at index 1, in order; its content takes its place. Returns how many there are.
 */
static lua_Integer push_sorted_keys(lua_State *lua)
{
    gsay_frozen_push(lua, 1);
    lua_replace(lua, 1);
    lua_Integer count = count_pairs(lua, 1);
    lua_Integer filled = 0;
    gsay_sandbox_charge(lua, 8 * (uint64_t)count);
    sort_key *keys = lua_newuserdatauv(lua, sizeof *keys * (size_t)(count + 1), 0);
    lua_createtable(lua, count > INT_MAX ? INT_MAX : (int)count, 0);
    lua_pushnil(lua);
    while (lua_next(lua, 1)) {
        lua_pop(lua, 1);
        keys[filled] = (sort_key){ .position = filled + 1 };
        read_key(lua, &keys[filled++]);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, -3, filled);
    }
    qsort(keys, (size_t)count, sizeof *keys, compare_keys);
    lua_createtable(lua, count > INT_MAX ? INT_MAX : (int)count, 0);
    for (lua_Integer i = 0; i < count; i++) {
        lua_rawgeti(lua, -2, keys[i].position);
        lua_rawseti(lua, -2, i + 1);
    }
    return count;
}

/* The iterator of pairs: upvalues are the list of keys and how many were handed out. Keys that were removed meanwhile
 * are passed over. */
static int next_pair(lua_State *lua)
{
    lua_Integer done = lua_tointeger(lua, lua_upvalueindex(2));
    lua_settop(lua, 1);
    gsay_frozen_push(lua, 1); /* each time anew: a write in between moves it */
    lua_replace(lua, 1);
    while (lua_rawgeti(lua, lua_upvalueindex(1), ++done) != LUA_TNIL) {
        gsay_sandbox_charge(lua, 1);
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, 1) != LUA_TNIL)
            break;
        lua_pop(lua, 2);
    }
    lua_pushinteger(lua, done);
    lua_replace(lua, lua_upvalueindex(2));
    return lua_gettop(lua) == 3 ? 2 : 1;
}

/* pairs: Lua's own order differs from run to run, and a finding must not. */
static int sorted_pairs(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    lua_pushvalue(lua, 1);
    push_sorted_keys(lua);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 2);
    lua_pushvalue(lua, 2);
    return 2;
}

/* pcall that cannot swallow a limit: what passed one goes on to rise. */
static int guarded_pcall(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_pushboolean(lua, 1);
    lua_insert(lua, 1);
    int status = lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0);
    if (gsay_sandbox_has_passed(lua, status)) {
        lua_pushliteral(lua, "a limit was passed");
        return lua_error(lua);
    }
    if (status == LUA_OK)
        return lua_gettop(lua);
    lua_pushboolean(lua, 0);
    lua_insert(lua, -2);
    return 2;
}

/* tostring without addresses. */
static int shown(lua_State *lua)
{
    luaL_checkany(lua, 1);
    gsay_library_push_shown(lua, 1);
    return 1;
}

/* rawget: what a frozen table shows is its own. */
static int content_rawget(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_checkany(lua, 2);
    lua_settop(lua, 2);
    gsay_frozen_push(lua, 1);
    lua_replace(lua, 1);
    lua_rawget(lua, 1);
    return 1;
}

static int content_rawlen(lua_State *lua)
{
    luaL_argexpected(lua, lua_istable(lua, 1) || lua_type(lua, 1) == LUA_TSTRING, 1, "table or string");
    if (lua_istable(lua, 1)) {
        gsay_frozen_push(lua, 1);
        lua_replace(lua, 1);
    }
    lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, 1));
    return 1;
}

/* Copy the events that are allowed from the metatable with the content at index 3 to the table on top. */
static void copy_events(lua_State *lua)
{
    for (size_t i = 0; refused_events[i]; i++) {
        lua_pushstring(lua, refused_events[i]);
        if (lua_rawget(lua, 3) != LUA_TNIL)
            luaL_error(lua, "setmetatable: %s is not offered: a rule must not depend on when memory is collected",
                       refused_events[i]);
        lua_pop(lua, 1);
    }
    for (size_t i = 0; metatable_events[i]; i++) {
        lua_pushstring(lua, metatable_events[i]);
        lua_pushvalue(lua, -1);
        lua_rawget(lua, 3);
        lua_rawset(lua, -3);
    }
}

/* setmetatable puts a copy in force, which the rule cannot reach: a __gc or __mode that is added later has no effect.
 */
static int copied_setmetatable(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_argexpected(lua, lua_isnil(lua, 2) || lua_istable(lua, 2), 2, "nil or table");
    lua_settop(lua, 2);
    gsay_frozen_thaw(lua, 1);
    if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL && lua_type(lua, -1) != LUA_TTABLE)
        return luaL_error(lua, "setmetatable: this metatable is protected");
    lua_settop(lua, 2);
    if (lua_istable(lua, 2)) {
        gsay_frozen_push(lua, 2);
        lua_createtable(lua, 0, METATABLE_EVENTS_MAX);
        copy_events(lua);
        lua_pushliteral(lua, "__metatable");
        if (lua_rawget(lua, 3) == LUA_TNIL) {
            lua_pushvalue(lua, 2);
            lua_setfield(lua, -3, "__metatable");
        }
        lua_pop(lua, 1);
    }
    lua_setmetatable(lua, 1);
    lua_settop(lua, 1);
    return 1;
}

/* getmetatable: the table that the rule gave, not the copy in force. */
static int known_getmetatable(lua_State *lua)
{
    luaL_checkany(lua, 1);
    gsay_frozen_push(lua, 1);
    if (!lua_getmetatable(lua, -1))
        lua_pushnil(lua);
    else
        luaL_getmetafield(lua, -2, "__metatable");
    return 1;
}

const luaL_Reg gsay_base_functions[] = { { "getmetatable", known_getmetatable },
                                         { "pairs", sorted_pairs },
                                         { "pcall", guarded_pcall },
                                         { "rawget", content_rawget },
                                         { "rawlen", content_rawlen },
                                         { "setmetatable", copied_setmetatable },
                                         { "tostring", shown },
                                         { NULL, NULL } };
