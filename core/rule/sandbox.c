/* The sandbox's accounts: instructions by a count hook, memory by the allocator.
 *
 * Lua reports every thousandth instruction; C functions add what they loop. The allocator also charges for large new
 * blocks: copying a string or rehashing a table is one instruction to Lua, and a loop of those would take hours within
 * the budget (measured: 20 MB strings, 5 ms a concatenation). An allocation beyond the cap makes Lua collect its
 * garbage and ask again, so that only living data count; one that the system refuses ends the call, though a second try
 * might succeed: a verdict must not depend on what else the machine was doing. */
#include "rule/sandbox.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>

#include "rule/library.h"

#define HOOK_INSTRUCTIONS   1000  /* between two looks at the budget */
#define LARGE_BLOCK_BYTES   4096u /* new blocks from here on are charged for */
#define BYTES_A_STEP        16u   /* of a large block */
#define STRING_HEADER_BYTES 64u   /* more than Lua's own header of a string */
#define PLACE_LEVELS_MAX    16    /* of the call stack, looked through for a line of Lua */

/* A function on its way out of Lua. */
typedef struct code_writing {
    char  *bytes; /* NULL: they are counted only */
    size_t len;
} code_writing;

/* Write "file:line: " of the innermost Lua function that runs. Allocates nothing, so the allocator may call it, too. */
static void note_place(gsay_sandbox *sandbox)
{
    lua_Debug frame;
    sandbox->place[0] = '\0';
    for (int level = 0; level < PLACE_LEVELS_MAX && lua_getstack(sandbox->lua, level, &frame); level++) {
        lua_getinfo(sandbox->lua, "Sl", &frame);
        if (frame.currentline > 0) {
            snprintf(sandbox->place, sizeof sandbox->place, "%s:%d: ", frame.source + (frame.source[0] == '@'),
                     frame.currentline);
            return;
        }
    }
}

/* Lua's count hook. */
static void count_instructions(lua_State *lua, lua_Debug *frame)
{
    (void)frame;
    gsay_sandbox *sandbox = gsay_sandbox_of(lua);
    gsay_sandbox_charge(lua, sandbox->passed ? 0 : HOOK_INSTRUCTIONS);
}

/* Look at the budget at every further instruction. */
static void watch_each_instruction(gsay_sandbox *sandbox)
{
    lua_sethook(sandbox->lua, count_instructions, LUA_MASKCOUNT, 1);
}

/* The first limit that is passed is the one that is told; what follows is its consequence. */
static void pass_limit(gsay_sandbox *sandbox, gsay_limit limit)
{
    if (sandbox->passed)
        return;
    sandbox->passed = limit;
    if (limit == GSAY_LIMIT_INSTRUCTIONS)
        note_place(sandbox);
    watch_each_instruction(sandbox);
}

/* Say no. The place is noted now: the error for want of memory has no line, and its stack is gone when it is caught. */
static void *refuse(gsay_sandbox *sandbox, gsay_limit limit, size_t size)
{
    sandbox->refused = limit;
    sandbox->refused_size = size;
    if (sandbox->lua)
        note_place(sandbox);
    return NULL;
}

/* Charge for a large new block. The allocator cannot raise; the next instruction does. */
static void charge_block(gsay_sandbox *sandbox, size_t size)
{
    if (size < LARGE_BLOCK_BYTES)
        return;
    sandbox->steps += size / BYTES_A_STEP;
    if (sandbox->lua && sandbox->steps > GSAY_RULE_INSTRUCTIONS_MAX)
        watch_each_instruction(sandbox);
}

/* Count one allocation towards the failure that a test ordered. */
static bool may_allocate(gsay_sandbox *sandbox)
{
    if (sandbox->fail_after == 1)
        return false;
    if (sandbox->fail_after > 1)
        sandbox->fail_after--;
    return true;
}

/* A block that grows. kind: Lua's type of a new object, 0 otherwise. */
static void *enlarge(gsay_sandbox *sandbox, void *block, size_t old_size, size_t new_size, size_t kind)
{
    if (kind == LUA_TSTRING && new_size > GSAY_RULE_STRING_MAX + STRING_HEADER_BYTES)
        return refuse(sandbox, GSAY_LIMIT_STRING, new_size);
    if (new_size - old_size > GSAY_RULE_MEMORY_MAX - sandbox->used)
        return refuse(sandbox, GSAY_LIMIT_MEMORY, new_size);
    void *grown = may_allocate(sandbox) ? realloc(block, new_size) : NULL;
    if (!grown) {
        sandbox->passed = GSAY_LIMIT_EXHAUSTED;
        return refuse(sandbox, GSAY_LIMIT_EXHAUSTED, new_size);
    }
    if (!block)
        charge_block(sandbox, new_size);
    sandbox->used += new_size - old_size;
    if (sandbox->refused && sandbox->refused_size == new_size)
        sandbox->refused = GSAY_LIMIT_NONE;
    return grown;
}

void *gsay_sandbox_allocate(void *userdata, void *block, size_t old_size, size_t new_size)
{
    gsay_sandbox *sandbox = userdata;
    size_t        had = block ? old_size : 0;
    if (new_size == 0) {
        free(block);
        sandbox->used -= had;
        return NULL;
    }
    if (new_size > had)
        return enlarge(sandbox, block, had, new_size, block ? 0 : old_size);
    /* Lua takes it for granted that shrinking succeeds; the call ends all the same */
    void *shrunk = realloc(block, new_size);
    if (!shrunk)
        sandbox->passed = GSAY_LIMIT_EXHAUSTED;
    sandbox->used -= had - new_size;
    return shrunk ? shrunk : block;
}

gsay_sandbox *gsay_sandbox_of(lua_State *lua)
{
    return *(gsay_sandbox **)lua_getextraspace(lua);
}

void gsay_sandbox_charge(lua_State *lua, uint64_t steps)
{
    gsay_sandbox *sandbox = gsay_sandbox_of(lua);
    sandbox->steps = steps > UINT64_MAX - sandbox->steps ? UINT64_MAX : sandbox->steps + steps;
    if (!sandbox->passed && sandbox->steps <= GSAY_RULE_INSTRUCTIONS_MAX)
        return;
    pass_limit(sandbox, GSAY_LIMIT_INSTRUCTIONS);
    lua_pushliteral(lua, "a limit was passed");
    lua_error(lua);
}

int gsay_sandbox_raise_refusal(lua_State *lua)
{
    pass_limit(gsay_sandbox_of(lua), gsay_sandbox_of(lua)->refused);
    lua_pushliteral(lua, "not enough memory");
    return lua_error(lua);
}

int gsay_sandbox_raise_exhausted(lua_State *lua)
{
    gsay_sandbox_of(lua)->refused = GSAY_LIMIT_EXHAUSTED;
    return gsay_sandbox_raise_refusal(lua);
}

bool gsay_sandbox_has_passed(lua_State *lua, int status)
{
    gsay_sandbox *sandbox = gsay_sandbox_of(lua);
    if (status != LUA_OK && sandbox->refused)
        pass_limit(sandbox, sandbox->refused);
    return sandbox->passed != GSAY_LIMIT_NONE;
}

void gsay_sandbox_load(lua_State *lua, gsay_str text, const char *path)
{
    /* The name of a chunk begins with @ when it is a file's. */
    lua_pushfstring(lua, "@%s", path);
    if (luaL_loadbufferx(lua, text.ptr ? text.ptr : "", text.len, lua_tostring(lua, -1), "t") != LUA_OK)
        lua_error(lua);
    lua_remove(lua, -2);
}

/* Lua's writer: the bytes are counted, and kept where there is room for them. */
static int write_code(lua_State *lua, const void *bytes, size_t len, void *context)
{
    (void)lua;
    code_writing *code = context;
    if (code->bytes)
        memcpy(code->bytes + code->len, bytes, len);
    code->len += len;
    return 0;
}

gsay_str gsay_sandbox_dump(lua_State *lua, gsay_arena *arena)
{
    code_writing code = { 0 };
    lua_dump(lua, write_code, &code, 0);
    code.bytes = GSAY_TAKE(arena, char, code.len);
    if (!code.bytes)
        gsay_sandbox_raise_exhausted(lua);
    code.len = 0;
    lua_dump(lua, write_code, &code, 0);
    return (gsay_str){ code.bytes, code.len };
}

void gsay_sandbox_undump(lua_State *lua, gsay_str code)
{
    if (luaL_loadbufferx(lua, code.ptr, code.len, "rule", "b") != LUA_OK)
        lua_error(lua);
}

void gsay_sandbox_evaluate(lua_State *lua)
{
    gsay_library_push_environment(lua);
    lua_setupvalue(lua, -2, 1);
    lua_call(lua, 0, 1);
}

/* Turn whatever was raised into a sentence with its place. Runs where it was raised, before the stack is unwound. */
static int describe_error(lua_State *lua)
{
    gsay_sandbox *sandbox = gsay_sandbox_of(lua);
    if (!sandbox->passed)
        note_place(sandbox);
    if (lua_type(lua, 1) != LUA_TSTRING)
        lua_pushfstring(lua, "a %s was raised as an error; raise a sentence that says what is wrong",
                        luaL_typename(lua, 1));
    const char *path_end = strrchr(sandbox->place, ':');
    while (path_end && path_end > sandbox->place && path_end[-1] != ':')
        path_end--; /* behind "file:", before the line's number */
    size_t path_len = path_end ? (size_t)(path_end - sandbox->place) : 0;
    if (strncmp(lua_tostring(lua, -1), sandbox->place, path_len) == 0)
        return 1;
    lua_pushfstring(lua, "%s%s", sandbox->place, lua_tostring(lua, -1));
    return 1;
}

/* What the caller is told: the limit where one was passed, whatever message was raised last. */
static gsay_status fail_call(const gsay_sandbox *sandbox, gsay_error *err)
{
    switch (sandbox->passed) {
    case GSAY_LIMIT_EXHAUSTED:
        return gsay_fail_memory(err);
    case GSAY_LIMIT_INSTRUCTIONS:
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%spassed the limit of %u instructions a call", sandbox->place,
                         GSAY_RULE_INSTRUCTIONS_MAX);
    case GSAY_LIMIT_MEMORY:
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%spassed the limit of %zu MiB of memory", sandbox->place,
                         GSAY_RULE_MEMORY_MAX >> 20);
    case GSAY_LIMIT_STRING:
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%spassed the limit of %zu bytes of one string", sandbox->place,
                         GSAY_RULE_STRING_MAX);
    default: {
        const char *message = lua_tostring(sandbox->lua, -1);
        return gsay_fail(err, GSAY_ERULE, SIZE_MAX, "%s", message ? message : "an error without a message");
    }
    }
}

gsay_status gsay_sandbox_call(gsay_sandbox *sandbox, lua_CFunction body, void *argument, gsay_error *err)
{
    lua_State *lua = sandbox->lua;
    sandbox->steps = 0;
    sandbox->passed = GSAY_LIMIT_NONE;
    sandbox->refused = GSAY_LIMIT_NONE;
    lua_sethook(lua, count_instructions, LUA_MASKCOUNT, HOOK_INSTRUCTIONS);
    lua_settop(lua, 0);
    lua_pushcfunction(lua, describe_error);
    lua_pushcfunction(lua, body);
    lua_pushlightuserdata(lua, argument);
    int         status = lua_pcall(lua, 1, 0, 1);
    gsay_status result = GSAY_OK;
    /* A body that ends well after a limit was passed inside an allocation has still passed it. */
    if (gsay_sandbox_has_passed(lua, status) || status != LUA_OK)
        result = fail_call(sandbox, err);
    lua_settop(lua, 0);
    return result;
}

gsay_status gsay_sandbox_open(gsay_sandbox *sandbox, gsay_error *err)
{
    sandbox->lua = lua_newstate(gsay_sandbox_allocate, sandbox);
    if (!sandbox->lua)
        return gsay_fail_memory(err);
    *(gsay_sandbox **)lua_getextraspace(sandbox->lua) = sandbox;
    return gsay_sandbox_call(sandbox, gsay_library_open, NULL, err);
}

void gsay_sandbox_close(gsay_sandbox *sandbox)
{
    if (sandbox->lua)
        lua_close(sandbox->lua);
    sandbox->lua = NULL;
    gsay_patterns_close(sandbox);
}
