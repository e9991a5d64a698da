/* Frozen tables: what a rule's file made is kept from call to call, and no call can leave a trace in it.
 *
 * A frozen table is the same table, emptied: what it held stands in another one, which its metatable shows. Reading
 * costs one step more, the first write brings everything back and says so. So a rule's file runs once, and again only
 * behind a call that changed what it had made. Not done: a copy for each call, or a comparison behind it, whose cost
 * grows with the word lists of a rule. */
#ifndef GSAY_RULE_FREEZE_H
#define GSAY_RULE_FREEZE_H

#include <lua.h>
#include <stdbool.h>

/* Freeze every table that can be reached from the values on top of the stack, and push the list of the outer variables
 * of all functions among them: who assigns to one leaves a trace, too. May raise; only inside gsay_sandbox_call.
 *
 * count    of the values; they stay.
 * Returns  false, with nothing pushed and the tables in any state, when a trace could be left in a value that cannot be
 *          frozen: a table with a metatable of the rule's own, an iterator. */
bool gsay_freeze(lua_State *lua, int count);

/* Tell whether the outer variables of the list at index are what they were. Raises nothing. */
bool gsay_freeze_holds(lua_State *lua, int index);

/* Push the table that holds what the table at index shows: itself, unless it is frozen. For whoever reads past
 * metatables. */
void gsay_frozen_push(lua_State *lua, int index);

/* Make the table at index one like any other again, before it is changed past its metatable. May raise. */
void gsay_frozen_thaw(lua_State *lua, int index);

#endif
