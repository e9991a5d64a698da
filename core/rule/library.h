/* The allow-list: every global that a rule may name, and where it comes from.
 *
 * A function is Lua's own, Lua's own with a charge in front, or ours. Whatever is not listed does not exist for a rule:
 * files, clock, random numbers, the debugger, loading of code, coroutines (a new one has no hook), the collector.
 * Naming such a global is an error that says so. */
#ifndef GSAY_RULE_LIBRARY_H
#define GSAY_RULE_LIBRARY_H

#include <lauxlib.h>
#include <lua.h>

#include "rule/sandbox.h"

/* Fill a new state. A body for gsay_sandbox_call. */
int gsay_library_open(lua_State *lua);

/* Push an empty environment in which the allow-list is seen. May raise for want of memory. */
void gsay_library_push_environment(lua_State *lua);

/* Tell whether the value at index is the metatable that all environments have. */
bool gsay_library_is_environment(lua_State *lua, int index);

/* Tell whether the value at index is a function or table of the allow-list: none of them keeps anything. */
bool gsay_library_holds(lua_State *lua, int index);

/* The kind of mention of that name ("date"); raises for an unknown one, with the nearest. */
gsay_kind gsay_library_kind_named(lua_State *lua, const char *name);

/* Push text for Lua: cut at GSAY_RULE_STRING_MAX, not inside a character. May raise for want of memory. */
void gsay_library_push_text(lua_State *lua, gsay_str text);

/* Push what tostring() says of the value at index: never an address. May raise. */
void gsay_library_push_shown(lua_State *lua, int index);

/* Raise: what ("there is no field of a topic"), the name in quotation marks, and the nearest one of list, which ends
 * with NULL. */
int gsay_library_raise_unknown(lua_State *lua, const char *what, const char *name, const char *const *list);

/* Functions that replace Lua's own: base.c, strings.c, tables.c, pattern.c. Ended by a row of NULL. */
extern const luaL_Reg gsay_base_functions[];
extern const luaL_Reg gsay_string_functions[];
extern const luaL_Reg gsay_table_functions[];
extern const luaL_Reg gsay_pattern_functions[];
extern const luaL_Reg gsay_calendar_functions[];

/* Give the PCRE2 contexts of a closed state back. Harmless when there are none. */
void gsay_patterns_close(gsay_sandbox *sandbox);

#endif
