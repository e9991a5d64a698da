/* From the table that a file returns to what the stage knows of it: a rule, or a pack. Every key is checked. */
#ifndef GSAY_RULE_METADATA_H
#define GSAY_RULE_METADATA_H

#include <lua.h>

#include "rule/pack.h"

#define GSAY_RULE_API         1    /* the version of the interface that files name as `api` */
#define GSAY_RULE_OPTIONS_MAX 64   /* of one rule */
#define GSAY_PACK_ENTRIES_MAX 1000 /* in a list or table of pack.lua */

/* What pack.lua says of one rule. */
typedef struct gsay_pack_setting {
    gsay_str rule;
    gsay_str key;   /* "severity", or an option's */
    gsay_str value; /* as text */
} gsay_pack_setting;

/* What pack.lua says of one named claim: a pattern, or the fact that it is pinned to. */
typedef struct gsay_pack_claim {
    gsay_str name;
    gsay_str text;
    uint32_t number; /* of the pattern in its list */
} gsay_pack_claim;

/* pack.lua. Owned by the arena given to gsay_pack_read. */
typedef struct gsay_pack_description {
    gsay_str           name;
    gsay_str           version;
    gsay_str          *extends;
    size_t             extends_count;
    gsay_pack_setting *settings; /* by rule, key */
    size_t             setting_count;
    gsay_pack_claim   *claims; /* patterns, by name, number */
    size_t             claim_count;
    gsay_pack_claim   *facts; /* by name */
    size_t             fact_count;
    gsay_str_set       accepted; /* folded; in order of the file, as titles are */
    gsay_str_set       titles;
    gsay_str_set      *synonyms; /* classes of words, folded, in order of the file */
    size_t             synonym_count;
} gsay_pack_description;

/* Read the rule table on top of the stack into *rule, whose strings are copied into arena. Raises, inside
 * gsay_sandbox_call, with a sentence that begins with the path. path: NUL-terminated. */
void gsay_metadata_read_rule(lua_State *lua, gsay_arena *arena, const char *path, gsay_rule *rule);

/* Read the table of a pack.lua on top of the stack likewise. */
void gsay_metadata_read_pack(lua_State *lua, gsay_arena *arena, const char *path, gsay_pack_description *pack);

/* Check a value for an option and bring it into the form that is kept.
 * Returns GSAY_OK, GSAY_EINPUT (the message names the option, and what it takes), GSAY_ENOMEM. */
gsay_status gsay_option_set(gsay_arena *arena, gsay_str rule, gsay_rule_option *option, gsay_str value,
                            gsay_error *err);

#endif
