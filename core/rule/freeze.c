/* Freezing: a walk over all that can be reached, each table and function once. */
#include "rule/freeze.h"

#include <lauxlib.h>

#include "rule/library.h"
#include "rule/view.h"

static const char shadow_key; /* its address: in the metatable of a frozen table, the one that holds its content */

/* A walk; the numbers are indexes of the stack. */
typedef struct walk {
    lua_State  *lua;
    int         seen;  /* the set of what was met */
    int         open;  /* the list of what was met */
    int         cells; /* the list of outer variables: a function, then what each of its own holds; the next function */
    lua_Integer open_count;
    lua_Integer cell_items;
} walk;

/* Push the content of the table at index, if it is frozen. Returns false, with nothing pushed, if not. */
static bool push_shadow(lua_State *lua, int index)
{
    if (!lua_getmetatable(lua, index))
        return false;
    bool is_frozen = lua_rawgetp(lua, -1, &shadow_key) == LUA_TTABLE;
    lua_remove(lua, -2);
    if (!is_frozen)
        lua_pop(lua, 1);
    return is_frozen;
}

void gsay_frozen_push(lua_State *lua, int index)
{
    if (!push_shadow(lua, index))
        lua_pushvalue(lua, index);
}

/* Copy what the table at from holds into that at to. */
static void copy_content(lua_State *lua, int from, int to)
{
    lua_pushnil(lua);
    while (lua_next(lua, from)) {
        gsay_sandbox_charge(lua, 1);
        lua_pushvalue(lua, -2);
        lua_insert(lua, -2);
        lua_rawset(lua, to);
    }
}

void gsay_frozen_thaw(lua_State *lua, int index)
{
    int table = lua_absindex(lua, index);
    if (!push_shadow(lua, table))
        return;
    int shadow = lua_gettop(lua);
    gsay_call_of(lua)->has_changed = true;
    copy_content(lua, shadow, table);
    if (!lua_getmetatable(lua, shadow))
        lua_pushnil(lua);
    lua_setmetatable(lua, table);
    lua_settop(lua, shadow - 1);
}

/* __newindex of a frozen table. */
static int write_frozen(lua_State *lua)
{
    gsay_frozen_thaw(lua, 1);
    lua_rawset(lua, 1);
    return 0;
}

/* __len of a frozen table. */
static int measure_frozen(lua_State *lua)
{
    gsay_frozen_push(lua, 1);
    lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, -1));
    return 1;
}

/* Take note of the value on top, and pop it. */
static void meet(walk *met)
{
    lua_State *lua = met->lua;
    int        type = lua_type(lua, -1);
    bool       is_plain = type != LUA_TTABLE && type != LUA_TFUNCTION && type != LUA_TUSERDATA && type != LUA_TTHREAD;
    lua_pushvalue(lua, -1);
    if (is_plain || lua_rawget(lua, met->seen) != LUA_TNIL) {
        lua_pop(lua, 2);
        return;
    }
    lua_pop(lua, 1);
    lua_pushvalue(lua, -1);
    lua_pushboolean(lua, 1);
    lua_rawset(lua, met->seen);
    lua_rawseti(lua, met->open, ++met->open_count);
}

/* Put the metatable of a frozen table, whose content is on top, on the table at index. Pops the content. */
static void show_content(lua_State *lua, int table)
{
    lua_createtable(lua, 0, 4);
    lua_pushvalue(lua, -2);
    lua_rawsetp(lua, -2, &shadow_key);
    lua_pushvalue(lua, -2);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, write_frozen);
    lua_setfield(lua, -2, "__newindex");
    lua_pushcfunction(lua, measure_frozen);
    lua_setfield(lua, -2, "__len");
    lua_setmetatable(lua, table);
    lua_pop(lua, 1);
}

/* Move what the table on top holds into another one, and meet all of it. Returns false for a table whose metatable is
 * the rule's own: its functions would be called with the content instead of the table. */
static bool freeze_table(walk *met)
{
    lua_State *lua = met->lua;
    int        table = lua_gettop(lua);
    lua_createtable(lua, (int)lua_rawlen(lua, table), 0);
    if (lua_getmetatable(lua, table)) {
        if (!gsay_library_is_environment(lua, -1))
            return false;
        lua_setmetatable(lua, -2);
    }
    copy_content(lua, table, table + 1);
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        meet(met);
        lua_pushvalue(lua, -1);
        meet(met);
        lua_pushvalue(lua, -1);
        lua_pushnil(lua);
        lua_rawset(lua, table);
    }
    show_content(lua, table);
    return true;
}

/* Note the outer variables of the function on top, and meet what they hold. Returns false for one of C's that keeps
 * something. */
static bool open_function(walk *met)
{
    lua_State *lua = met->lua;
    int        function = lua_gettop(lua);
    bool       is_c = lua_iscfunction(lua, function);
    for (int number = 1; lua_getupvalue(lua, function, number); number++) {
        if (is_c)
            return false;
        if (number == 1) {
            lua_pushvalue(lua, function);
            lua_rawseti(lua, met->cells, ++met->cell_items);
        }
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, met->cells, ++met->cell_items);
        meet(met);
    }
    return true;
}

/* Look into the value on top. */
static bool look_into(walk *met)
{
    if (gsay_library_holds(met->lua, -1))
        return true;
    switch (lua_type(met->lua, -1)) {
    case LUA_TTABLE:
        return freeze_table(met);
    case LUA_TFUNCTION:
        return open_function(met);
    default:
        return false;
    }
}

bool gsay_freeze(lua_State *lua, int count)
{
    int  top = lua_gettop(lua);
    bool holds = true;
    walk met = { .lua = lua, .cells = top + 1, .open = top + 2, .seen = top + 3 };
    for (int i = 0; i < 3; i++)
        lua_newtable(lua);
    for (int i = 1; i <= count; i++) {
        lua_pushvalue(lua, top - count + i);
        meet(&met);
    }
    for (lua_Integer i = 1; i <= met.open_count && holds; i++) {
        lua_rawgeti(lua, met.open, i);
        holds = look_into(&met);
        lua_settop(lua, met.seen);
    }
    lua_settop(lua, holds ? met.cells : top);
    return holds;
}

bool gsay_freeze_holds(lua_State *lua, int index)
{
    bool        holds = true;
    int         top = lua_gettop(lua);
    int         cells = lua_absindex(lua, index);
    lua_Integer item = 0;
    while (holds && lua_rawgeti(lua, cells, ++item) == LUA_TFUNCTION) {
        for (int number = 1; holds && lua_getupvalue(lua, top + 1, number); number++) {
            lua_rawgeti(lua, cells, ++item);
            holds = lua_rawequal(lua, -1, -2);
            lua_settop(lua, top + 1);
        }
        lua_settop(lua, top);
    }
    lua_settop(lua, top);
    return holds;
}
