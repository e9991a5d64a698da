/* A rule that can be called: its file run once, and what that left, frozen (freeze.h).
 *
 * Every call begins with what the file made, whatever was called before. Where a call left a trace, or could have left
 * one unseen, the file is run anew for the next call. */
#ifndef GSAY_RULE_INSTANCE_H
#define GSAY_RULE_INSTANCE_H

#include "rule/view.h"

/* One rule in one Lua state. */
typedef struct gsay_instance {
    const gsay_rule *rule;  /* borrowed */
    int              chunk; /* in Lua's registry: the parsed file */
    int              made;  /* likewise: check, its context and the outer variables; LUA_NOREF when the file must run */
    bool             is_open; /* what it made cannot be frozen */
} gsay_instance;

/* One call of a rule, and of which item of the source or group. */
typedef struct gsay_instance_call {
    gsay_instance *instance;
    gsay_view_kind kind;
    size_t         item;
} gsay_instance_call;

/* Take over the parsed file of instance->rule. Here and below: raises; inside gsay_sandbox_call only. */
void gsay_instance_load(lua_State *lua, gsay_instance *instance);

/* Run the file. A body for gsay_sandbox_call; the argument is the gsay_instance. */
int gsay_instance_make(lua_State *lua);

/* Call the rule. A body for gsay_sandbox_call; the argument is the gsay_instance_call, of an instance that is made. */
int gsay_instance_run(lua_State *lua);

#endif
