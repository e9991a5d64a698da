/* The sandbox: one Lua state in which files of unknown authors run, with counted instructions and counted memory.
 *
 * What a rule may name is an allow-list (library.c). Every C function that loops charges the budget for what it does,
 * or is replaced by one of ours. Once a limit is passed every further instruction raises again, so that no pcall and no
 * <close> can outlive it. Both counts are of work, never of time: the verdict is the same on every machine. Not done: a
 * limit of time, which would not be. */
#ifndef GSAY_RULE_SANDBOX_H
#define GSAY_RULE_SANDBOX_H

#include <lua.h>

#include "rule/pack.h"

#define GSAY_RULE_STRING_MAX                                                                                           \
    ((size_t)65536) /* bytes of one string in a rule: comparing two is one instruction, whatever their length */
#define GSAY_RULE_PLACE_BYTES 256u /* of "file:line: " in a message */

/* The limit that a call passed. */
typedef enum gsay_limit {
    GSAY_LIMIT_NONE = 0,
    GSAY_LIMIT_INSTRUCTIONS,
    GSAY_LIMIT_MEMORY,
    GSAY_LIMIT_STRING,
    GSAY_LIMIT_EXHAUSTED /* no budget: the machine itself has no more memory */
} gsay_limit;

/* One Lua state with its accounts. Never moves while open: Lua holds its address. */
typedef struct gsay_sandbox {
    lua_State *lua;        /* owned */
    void      *context;    /* what functions of the stage that are called from Lua need; borrowed */
    void      *patterns;   /* owned by pattern.c: the PCRE2 contexts */
    size_t     used;       /* bytes that Lua and PCRE2 hold */
    size_t     fail_after; /* for tests: 0 never fails, n lets n - 1 allocations succeed and fails all later ones */
    uint64_t   steps;      /* instructions of this call */
    gsay_limit refused;    /* why the allocator said no last; NONE again when Lua's second try succeeded */
    size_t     refused_size;
    gsay_limit passed;                       /* by this call; sticks to its end */
    char       place[GSAY_RULE_PLACE_BYTES]; /* where it was passed: "file:line: " */
} gsay_sandbox;

/* Open a state with the allow-list in it.
 *
 * sandbox  caller's storage, zeroed but for fail_after. Release with gsay_sandbox_close also after an error.
 * Returns GSAY_OK, GSAY_ENOMEM. */
gsay_status gsay_sandbox_open(gsay_sandbox *sandbox, gsay_error *err);

/* Give everything back. Harmless on zeroed memory. */
void gsay_sandbox_close(gsay_sandbox *sandbox);

/* Run a function in protected mode with a fresh budget.
 *
 * body      called with one argument, argument as a light userdata; here, and only here, Lua may raise.
 * Returns   GSAY_OK; GSAY_ERULE with "file:line: why" when a rule raised or passed a limit; GSAY_ENOMEM when memory is
 * really exhausted. */
gsay_status gsay_sandbox_call(gsay_sandbox *sandbox, lua_CFunction body, void *argument, gsay_error *err);

/* The sandbox of a state. */
gsay_sandbox *gsay_sandbox_of(lua_State *lua);

/* Charge the budget for work done in C. Raises when that passes it; only inside gsay_sandbox_call. */
void gsay_sandbox_charge(lua_State *lua, uint64_t steps);

/* Raise what the allocator refused. Only inside gsay_sandbox_call, after an allocation of gsay_sandbox_allocate failed.
 */
int gsay_sandbox_raise_refusal(lua_State *lua);

/* Raise that memory of others than Lua (an arena) is exhausted: the call then returns GSAY_ENOMEM, no rule is blamed. */
int gsay_sandbox_raise_exhausted(lua_State *lua);

/* Note that a limit was passed, if the error being handled is one, so that no handler can swallow it. */
bool gsay_sandbox_has_passed(lua_State *lua, int status);

/* Allocate, resize or free memory on the account (lua_Alloc); userdata is the sandbox. */
void *gsay_sandbox_allocate(void *userdata, void *block, size_t old_size, size_t new_size);

/* Push source text as a function (nothing else is loaded). Raises on a syntax error, with file and line.
 * path  NUL-terminated. */
void gsay_sandbox_load(lua_State *lua, gsay_str text, const char *path);

/* The function on top of the stack, made by gsay_sandbox_load, in Lua's own form: to parse a file takes 100 instructions
 * a byte. Owned by arena. Raises for want of memory. */
gsay_str gsay_sandbox_dump(lua_State *lua, gsay_arena *arena);

/* Push a function that gsay_sandbox_dump wrote in this process. Lua trusts that form: it never comes from a file. */
void gsay_sandbox_undump(lua_State *lua, gsay_str code);

/* Replace the function on top of the stack, made by gsay_sandbox_load, by what it returns: called in an environment of
 * its own that starts empty, so that nothing is carried from one call to the next. */
void gsay_sandbox_evaluate(lua_State *lua);

#endif
