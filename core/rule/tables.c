/* Table functions of our own: a sort that is stable and asks no clock (Lua's takes its pivot from one), and a concat
 * that knows its length. */
#include "rule/library.h"

#define SORT_ITEMS_MAX 1000000 /* of one table; Lua's own limit is INT_MAX */

/* Tell whether the value at 6, from the right run, goes before that at 5: by the function at 2, or by <. */
static bool goes_before(lua_State *lua)
{
    if (lua_isnil(lua, 2)) {
        gsay_sandbox_charge(lua, lua_isstring(lua, 6) ? 1 + lua_rawlen(lua, 6) / 16 : 1);
        return lua_compare(lua, 6, 5, LUA_OPLT);
    }
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, 6);
    lua_pushvalue(lua, 5);
    lua_call(lua, 2, 1);
    bool is_before = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return is_before;
}

/* Merge the runs [begin, middle) and [middle, end) of the list at 3 into the list at 4; items are numbered from 1. */
static void merge_runs(lua_State *lua, lua_Integer begin, lua_Integer middle, lua_Integer end)
{
    lua_Integer left = begin;
    lua_Integer right = middle;
    for (lua_Integer at = begin; at < end; at++) {
        lua_rawgeti(lua, 3, left);
        lua_rawgeti(lua, 3, right);
        bool takes_right = right < end && (left >= middle || goes_before(lua));
        lua_settop(lua, takes_right ? -1 : -2);
        lua_rawseti(lua, 4, at);
        lua_settop(lua, 4);
        *(takes_right ? &right : &left) += 1;
    }
}

/* Bottom-up merge sort: the lists at 3 and 4 change places after each round; the sorted one ends at 3. */
static void sort_list(lua_State *lua, lua_Integer count)
{
    for (lua_Integer run = 1; run < count; run *= 2) {
        gsay_sandbox_charge(lua, 4 * (uint64_t)count);
        for (lua_Integer begin = 1; begin <= count; begin += 2 * run) {
            lua_Integer middle = begin + run <= count + 1 ? begin + run : count + 1;
            lua_Integer end = begin + 2 * run <= count + 1 ? begin + 2 * run : count + 1;
            merge_runs(lua, begin, middle, end);
        }
        lua_insert(lua, 3);
    }
}

static int sort(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_argexpected(lua, lua_isnoneornil(lua, 2) || lua_isfunction(lua, 2), 2, "function");
    lua_settop(lua, 2);
    lua_Integer count = luaL_len(lua, 1);
    if (count > SORT_ITEMS_MAX)
        return luaL_error(lua, "table.sort: more than %d items", SORT_ITEMS_MAX);
    gsay_sandbox_charge(lua, count > 0 ? 4 * (uint64_t)count : 0);
    lua_createtable(lua, count > 0 ? (int)count : 0, 0);
    lua_createtable(lua, count > 0 ? (int)count : 0, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(lua, 1, i);
        lua_rawseti(lua, 3, i);
    }
    sort_list(lua, count);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(lua, 3, i);
        lua_seti(lua, 1, i);
    }
    return 0;
}

/* Append item number of the table at 1; raises for what is neither string nor number. Returns its length. */
static size_t add_item(lua_State *lua, luaL_Buffer *buffer, lua_Integer number)
{
    lua_geti(lua, 1, number);
    if (!lua_isstring(lua, -1))
        luaL_error(lua, "table.concat: item %I is a %s", number, luaL_typename(lua, -1));
    size_t len = lua_rawlen(lua, -1);
    gsay_sandbox_charge(lua, 4 + len / 16);
    luaL_addvalue(buffer);
    return len;
}

static int concat(lua_State *lua)
{
    gsay_str    separator = { 0 };
    luaL_Buffer buffer;
    luaL_checktype(lua, 1, LUA_TTABLE);
    separator.ptr = luaL_optlstring(lua, 2, "", &separator.len);
    lua_Integer begin = luaL_optinteger(lua, 3, 1);
    lua_Integer end = lua_isnoneornil(lua, 4) ? luaL_len(lua, 1) : luaL_checkinteger(lua, 4);
    size_t      used = 0;
    luaL_buffinit(lua, &buffer);
    for (lua_Integer i = begin; i <= end; i++) {
        used += add_item(lua, &buffer, i);
        if (i == end)
            break;
        luaL_addlstring(&buffer, separator.ptr, separator.len);
        used += separator.len;
        if (used > GSAY_RULE_STRING_MAX)
            return luaL_error(lua, "table.concat: the result is longer than %d bytes", (int)GSAY_RULE_STRING_MAX);
    }
    luaL_pushresult(&buffer);
    return 1;
}

const luaL_Reg gsay_table_functions[] = { { "concat", concat }, { "sort", sort }, { NULL, NULL } };
