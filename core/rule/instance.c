/* Making and calling one rule. What is made is a list in Lua's registry. */
#include "rule/instance.h"

#include <lauxlib.h>

#include "rule/freeze.h"
#include "rule/library.h"

/* The list's items. */
enum { MADE_CHECK = 1, MADE_CONTEXT, MADE_CELLS };

void gsay_instance_load(lua_State *lua, gsay_instance *instance)
{
    gsay_sandbox_undump(lua, instance->rule->code);
    instance->chunk = luaL_ref(lua, LUA_REGISTRYINDEX);
}

/* Push an option's value as Lua has it. */
static void push_option(lua_State *lua, const gsay_rule_option *option)
{
    lua_pushlstring(lua, option->value.ptr, option->value.len);
    if (option->type == GSAY_OPTION_BOOLEAN) {
        lua_pop(lua, 1);
        lua_pushboolean(lua, gsay_str_equal(option->value, GSAY_STR("true")));
    } else if (option->type == GSAY_OPTION_NUMBER && lua_stringtonumber(lua, lua_tostring(lua, -1))) {
        lua_remove(lua, -2);
    }
}

/* Push the context of a call: options and report. */
static void push_context(lua_State *lua, const gsay_rule *rule)
{
    lua_createtable(lua, 0, 2);
    lua_createtable(lua, 0, (int)rule->option_count);
    for (size_t i = 0; i < rule->option_count; i++) {
        push_option(lua, &rule->options[i]);
        lua_setfield(lua, -2, rule->options[i].key.ptr);
    }
    lua_setfield(lua, -2, "options");
    lua_pushcfunction(lua, gsay_report_finding);
    lua_setfield(lua, -2, "report");
}

/* Run the file; its check and a context are left on top. */
static void push_check(lua_State *lua, const gsay_instance *instance)
{
    lua_rawgeti(lua, LUA_REGISTRYINDEX, instance->chunk);
    gsay_sandbox_evaluate(lua);
    if (!lua_istable(lua, -1))
        luaL_error(lua, "%s: a rule file returns a table", instance->rule->path.ptr);
    lua_pushliteral(lua, "check");
    if (lua_rawget(lua, -2) != LUA_TFUNCTION)
        luaL_error(lua, "%s: check is not a function", instance->rule->path.ptr);
    lua_remove(lua, -2);
    push_context(lua, instance->rule);
}

int gsay_instance_make(lua_State *lua)
{
    gsay_instance *instance = lua_touserdata(lua, 1);
    lua_createtable(lua, MADE_CELLS, 0);
    int list = lua_gettop(lua);
    push_check(lua, instance);
    if (!instance->is_open && !gsay_freeze(lua, 2)) {
        instance->is_open = true; /* some of it is frozen now: every call shall meet the same */
        lua_settop(lua, list);
        push_check(lua, instance);
    }
    for (int item = lua_gettop(lua) - list; item > 0; item--)
        lua_rawseti(lua, list, item);
    instance->made = luaL_ref(lua, LUA_REGISTRYINDEX);
    return 0;
}

/* Let the next call run the file anew. */
static void forget(lua_State *lua, gsay_instance *instance)
{
    luaL_unref(lua, LUA_REGISTRYINDEX, instance->made);
    instance->made = LUA_NOREF;
}

int gsay_instance_run(lua_State *lua)
{
    const gsay_instance_call *called = lua_touserdata(lua, 1);
    gsay_instance            *instance = called->instance;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, instance->made);
    lua_rawgeti(lua, 2, MADE_CELLS);
    lua_rawgeti(lua, 2, MADE_CHECK);
    gsay_view_push(lua, called->kind, called->item, 0);
    lua_rawgeti(lua, 2, MADE_CONTEXT);
    lua_call(lua, 2, 0);
    if (instance->is_open || gsay_call_of(lua)->has_changed || !gsay_freeze_holds(lua, 3))
        forget(lua, instance);
    return 0;
}
