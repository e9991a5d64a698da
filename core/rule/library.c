/* The allow-list of globals as tables, and the environments made of it. */
#include "rule/library.h"

#include <lualib.h>

#include "base/nearest.h"
#include "rule/view.h"

#define CHARGE_BYTES_A_STEP 16u

/* What a function of Lua's own costs besides its one instruction. */
typedef enum cost_kind {
    COST_NONE = 0,
    COST_TEXT,  /* the length of its first argument */
    COST_RANGE, /* from its second argument to its third, or the length of its first */
    COST_TAIL   /* the items behind a place in its first argument */
} cost_kind;

/* One function that is taken over from Lua. */
typedef struct taken_function {
    const char *library; /* global name; "_G" for the base functions */
    const char *name;
    cost_kind   cost;
} taken_function;

static const taken_function taken_functions[] = {
    { "_G", "assert", COST_NONE },       { "_G", "error", COST_NONE },        { "_G", "ipairs", COST_NONE },
    { "_G", "rawequal", COST_NONE },     { "_G", "select", COST_NONE },       { "_G", "tonumber", COST_TEXT },
    { "_G", "type", COST_NONE },         { "math", "abs", COST_NONE },        { "math", "ceil", COST_NONE },
    { "math", "floor", COST_NONE },      { "math", "fmod", COST_NONE },       { "math", "huge", COST_NONE },
    { "math", "max", COST_NONE },        { "math", "maxinteger", COST_NONE }, { "math", "min", COST_NONE },
    { "math", "mininteger", COST_NONE }, { "math", "modf", COST_NONE },       { "math", "pi", COST_NONE },
    { "math", "sqrt", COST_NONE },       { "math", "tointeger", COST_TEXT },  { "math", "type", COST_NONE },
    { "math", "ult", COST_NONE },        { "string", "byte", COST_TEXT },     { "string", "char", COST_NONE },
    { "string", "len", COST_NONE },      { "string", "lower", COST_TEXT },    { "string", "reverse", COST_TEXT },
    { "string", "sub", COST_TEXT },      { "string", "upper", COST_TEXT },    { "table", "insert", COST_TAIL },
    { "table", "move", COST_RANGE },     { "table", "pack", COST_NONE },      { "table", "remove", COST_TAIL },
    { "table", "unpack", COST_RANGE },   { "utf8", "char", COST_NONE },       { "utf8", "codepoint", COST_TEXT },
    { "utf8", "codes", COST_NONE },      { "utf8", "len", COST_TEXT },        { "utf8", "offset", COST_TEXT },
};

/* What replaces or adds to it. wraps: Lua's own function of that name is upvalue 1. */
static const struct {
    const char     *library;
    const luaL_Reg *functions;
    bool            wraps;
} own_functions[] = {
    { "_G", gsay_base_functions, false },           { "string", gsay_string_functions, true },
    { "string", gsay_pattern_functions, false },    { "table", gsay_table_functions, false },
    { "calendar", gsay_calendar_functions, false },
};

static const luaL_Reg lua_libraries[] = { { "_G", luaopen_base },       { "math", luaopen_math },
                                          { "string", luaopen_string }, { "table", luaopen_table },
                                          { "utf8", luaopen_utf8 },     { NULL, NULL } };

static const char *const library_names[] = { "calendar", "math", "string", "table", "utf8", NULL };
static const char        allowed_key[] = "gsay_allowed"; /* in the registry: library name -> table of functions */
static const char        environment_key[] = "gsay_environment"; /* in the registry: the metatable of environments */
static const char held_key[] = "gsay_held"; /* in the registry: the set of all functions and tables of libraries */

/* The number of items from first to last; all that there are when it does not fit. */
static uint64_t count_range(lua_Integer first, lua_Integer last)
{
    if (last < first)
        return 0;
    uint64_t count = (uint64_t)last - (uint64_t)first + 1;
    return count ? count : UINT64_MAX;
}

static uint64_t cost_of(lua_State *lua, cost_kind kind)
{
    switch (kind) {
    case COST_TEXT:
        return lua_type(lua, 1) == LUA_TSTRING ? lua_rawlen(lua, 1) / CHARGE_BYTES_A_STEP : 0;
    case COST_RANGE: {
        lua_Integer first = luaL_optinteger(lua, 2, 1);
        return count_range(first, lua_isnoneornil(lua, 3) && lua_istable(lua, 1) ? luaL_len(lua, 1)
                                                                                 : luaL_optinteger(lua, 3, 0));
    }
    case COST_TAIL:
        return lua_istable(lua, 1) && lua_isinteger(lua, 2) ? count_range(lua_tointeger(lua, 2), luaL_len(lua, 1)) : 0;
    default:
        return 0;
    }
}

/* Lua's own function (upvalue 1) after a charge by its kind (upvalue 2). */
static int charged(lua_State *lua)
{
    gsay_sandbox_charge(lua, cost_of(lua, (cost_kind)lua_tointeger(lua, lua_upvalueindex(2))));
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

int gsay_library_raise_unknown(lua_State *lua, const char *what, const char *name, const char *const *list)
{
    gsay_nearest search = { .name = gsay_str_of(name) };
    for (size_t i = 0; list[i]; i++)
        gsay_nearest_offer(&search, gsay_str_of(list[i]));
    if (search.best.len)
        return luaL_error(lua, "%s \"%s\"; the nearest is \"%s\"", what, name, search.best.ptr);
    return luaL_error(lua, "%s \"%s\"", what, name);
}

gsay_kind gsay_library_kind_named(lua_State *lua, const char *name)
{
    const char *names[GSAY_KIND_COUNT] = { NULL };
    for (int kind = GSAY_KIND_NONE + 1; kind < GSAY_KIND_COUNT; kind++) {
        names[kind - 1] = gsay_kind_name((gsay_kind)kind);
        if (names[kind - 1][0] == name[0] && strcmp(names[kind - 1], name) == 0)
            return (gsay_kind)kind;
    }
    gsay_library_raise_unknown(lua, "there is no kind of mention", name, names);
    return GSAY_KIND_NONE;
}

/* __index of the allow-list: a name that nothing has. A rule is told, instead of failing with a nil somewhere behind.
 */
static int raise_unknown_global(lua_State *lua)
{
    if (lua_type(lua, 2) == LUA_TSTRING)
        return luaL_error(lua, "there is no global \"%s\": rules are offered data and pure functions only",
                          lua_tostring(lua, 2));
    return 0;
}

static int raise_read_only(lua_State *lua)
{
    return luaL_error(lua, "the libraries of rules cannot be changed");
}

void gsay_library_push_shown(lua_State *lua, int index)
{
    int at = lua_absindex(lua, index);
    if (luaL_callmeta(lua, at, "__tostring")) {
        if (!lua_isstring(lua, -1))
            luaL_error(lua, "__tostring must return a string");
        return;
    }
    switch (lua_type(lua, at)) {
    case LUA_TNUMBER:
    case LUA_TSTRING:
        lua_pushvalue(lua, at);
        lua_tostring(lua, -1);
        return;
    case LUA_TBOOLEAN:
        lua_pushstring(lua, lua_toboolean(lua, at) ? "true" : "false");
        return;
    default:
        lua_pushstring(lua, luaL_typename(lua, at));
    }
}

void gsay_library_push_text(lua_State *lua, gsay_str text)
{
    if (text.len > GSAY_RULE_STRING_MAX) {
        text.len = GSAY_RULE_STRING_MAX;
        while (text.len && ((unsigned char)text.ptr[text.len] & 0xC0) == 0x80)
            text.len--;
    }
    lua_pushlstring(lua, text.ptr ? text.ptr : "", text.len);
}

/* Put the function on top into the allow-list at index, under library and name. */
static void allow(lua_State *lua, int allowed, const char *library, const char *name)
{
    if (lua_getfield(lua, allowed, library) != LUA_TTABLE) {
        lua_pop(lua, 1);
        lua_newtable(lua);
        lua_pushvalue(lua, -1);
        lua_setfield(lua, allowed, library);
    }
    lua_insert(lua, -2);
    lua_setfield(lua, -2, name);
    lua_pop(lua, 1);
}

/* Push a member of one of Lua's own libraries. */
static void push_stock(lua_State *lua, const char *library, const char *name)
{
    luaL_getsubtable(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_getfield(lua, -1, library);
    lua_getfield(lua, -1, name);
    lua_replace(lua, -3);
    lua_pop(lua, 1);
}

/* Fill the allow-list at index by the two tables above. */
static void fill_allowed(lua_State *lua, int allowed)
{
    for (size_t i = 0; i < sizeof taken_functions / sizeof *taken_functions; i++) {
        const taken_function *taken = &taken_functions[i];
        push_stock(lua, taken->library, taken->name);
        if (taken->cost != COST_NONE) {
            lua_pushinteger(lua, (lua_Integer)taken->cost);
            lua_pushcclosure(lua, charged, 2);
        }
        allow(lua, allowed, taken->library, taken->name);
    }
    for (size_t i = 0; i < sizeof own_functions / sizeof *own_functions; i++)
        for (const luaL_Reg *own = own_functions[i].functions; own->name; own++) {
            if (own_functions[i].wraps)
                push_stock(lua, own_functions[i].library, own->name);
            lua_pushcclosure(lua, own->func, own_functions[i].wraps);
            allow(lua, allowed, own_functions[i].library, own->name);
        }
}

/* Push a table that shows the one at index and cannot be changed. */
static void push_read_only(lua_State *lua, int index)
{
    int shown = lua_absindex(lua, index);
    lua_newtable(lua);
    lua_newtable(lua);
    lua_pushvalue(lua, shown);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, raise_read_only);
    lua_setfield(lua, -2, "__newindex");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
}

/* Replace Lua's metatable of strings: methods only, protected, and no arithmetic on strings. */
static void protect_strings(lua_State *lua, int allowed)
{
    lua_pushliteral(lua, "");
    lua_newtable(lua);
    lua_getfield(lua, allowed, "string");
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

/* The global names: base functions beside read-only libraries. Left on top of the stack. */
static void push_globals(lua_State *lua, int allowed)
{
    lua_getfield(lua, allowed, "_G");
    int globals = lua_gettop(lua);
    for (size_t i = 0; library_names[i]; i++) {
        lua_getfield(lua, allowed, library_names[i]);
        push_read_only(lua, -1);
        lua_setfield(lua, globals, library_names[i]);
        lua_pop(lua, 1);
    }
    lua_newtable(lua);
    lua_pushcfunction(lua, raise_unknown_global);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, globals);
}

/* Add the functions and tables that the table on top holds to the set at index. */
static void hold(lua_State *lua, int held)
{
    int table = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, table)) {
        bool is_open = lua_istable(lua, -1) || lua_isfunction(lua, -1);
        lua_pushboolean(lua, is_open);
        if (is_open)
            lua_rawset(lua, held);
        lua_settop(lua, table + 1);
    }
}

/* Note all functions of the allow-list and, among its globals, the tables that show them. */
static void fill_held(lua_State *lua, int allowed)
{
    lua_createtable(lua, 0, 2 * (int)(sizeof taken_functions / sizeof *taken_functions));
    int held = lua_gettop(lua);
    lua_pushnil(lua);
    while (lua_next(lua, allowed)) {
        hold(lua, held);
        lua_pop(lua, 1);
    }
    lua_setfield(lua, LUA_REGISTRYINDEX, held_key);
}

int gsay_library_open(lua_State *lua)
{
    for (const luaL_Reg *library = lua_libraries; library->name; library++)
        luaL_requiref(lua, library->name, library->func, 0);
    lua_settop(lua, 0);
    lua_newtable(lua);
    fill_allowed(lua, 1);
    protect_strings(lua, 1);
    gsay_view_open(lua);
    lua_newtable(lua);
    push_globals(lua, 1);
    lua_setfield(lua, 2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, 2, "__metatable");
    lua_setfield(lua, LUA_REGISTRYINDEX, environment_key);
    fill_held(lua, 1);
    lua_setfield(lua, LUA_REGISTRYINDEX, allowed_key);
    return 0;
}

void gsay_library_push_environment(lua_State *lua)
{
    lua_newtable(lua);
    lua_getfield(lua, LUA_REGISTRYINDEX, environment_key);
    lua_setmetatable(lua, -2);
}

bool gsay_library_is_environment(lua_State *lua, int index)
{
    lua_pushvalue(lua, index);
    lua_getfield(lua, LUA_REGISTRYINDEX, environment_key);
    bool is_it = lua_rawequal(lua, -1, -2);
    lua_pop(lua, 2);
    return is_it;
}

bool gsay_library_holds(lua_State *lua, int index)
{
    lua_pushvalue(lua, index);
    lua_getfield(lua, LUA_REGISTRYINDEX, held_key);
    lua_insert(lua, -2);
    bool is_held = lua_rawget(lua, -2) != LUA_TNIL;
    lua_pop(lua, 2);
    return is_held;
}
