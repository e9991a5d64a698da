/* Members of the table that a rule or pack file returned, for metadata.c and description.c alone. All of it raises, inside
 * gsay_sandbox_call, with a sentence that begins with the path. */
#ifndef GSAY_RULE_READING_H
#define GSAY_RULE_READING_H

#include <lua.h>

#include "rule/pack.h"

/* One file that is being read. */
typedef struct gsay_file_reading {
    lua_State  *lua;
    gsay_arena *arena; /* receives all that is kept */
    const char *path;  /* NUL-terminated */
} gsay_file_reading;

/* Copy text for good. */
gsay_str gsay_file_keep(const gsay_file_reading *file, gsay_str text);
/* The string on top of the stack; borrowed from Lua. */
gsay_str gsay_file_top(lua_State *lua);
/* Look a key of the table at index up, past metatables; its value is left on top. Returns its type. */
int gsay_file_push(lua_State *lua, int index, const char *key);
/* Raise for a key of the table on top that is not in list, which ends with NULL. what: "key of a rule". */
void gsay_file_check_keys(const gsay_file_reading *file, const char *what, const char *const *list);
/* A string member of the table on top; "" when it is missing. */
gsay_str gsay_file_string(const gsay_file_reading *file, const char *key, bool is_required);
/* Refuse a file for another interface before anything else of it is believed. */
void gsay_file_check_api(const gsay_file_reading *file);
/* The number, boolean or string on top as text, and what it is. */
gsay_str gsay_file_keep_value(const gsay_file_reading *file, gsay_option_type *type);
/* The key below the value on top, as a C string for good. what: "options". */
gsay_str gsay_file_keep_key(const gsay_file_reading *file, const char *what);
/* Raise unless the file returned a table, which is on top. what: "a rule file". */
void gsay_file_check_table(const gsay_file_reading *file, const char *what);

#endif
