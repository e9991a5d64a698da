/* Views: what Lua sees of sources, topics, names and quotations, without a copy of them.
 *
 * A view is a light userdata that holds a handle: its kind, the generation of the call, and two numbers that say which
 * one it is. All light userdata share one metatable, and a pointer could not be told from a stale or made-up one; a
 * handle is checked at every use. Strings and numbers are made when a field is read. The fields are tables:
 * view_value.c, view_item.c, view_source.c; a new field is a row there. */
#ifndef GSAY_RULE_VIEW_H
#define GSAY_RULE_VIEW_H

#include <lua.h>

#include "rule/sandbox.h"
#include "rule/worker.h"

#define GSAY_VIEW_FIELDS_MAX 64u /* of one kind */

/* What a view shows. An item (topic, name, quote) has sides that disagree, a side has places: each kind three further
 * on. */
typedef enum gsay_view_kind {
    GSAY_VIEW_NONE = 0,
    GSAY_VIEW_SOURCE,
    GSAY_VIEW_MENTION,
    GSAY_VIEW_CLAIM,
    GSAY_VIEW_GROUP,
    GSAY_VIEW_TOPIC,
    GSAY_VIEW_NAME,
    GSAY_VIEW_QUOTE,
    GSAY_VIEW_VALUE,   /* side of a topic */
    GSAY_VIEW_FORM,    /* side of a name: 0 the main spelling, 1 the odd one */
    GSAY_VIEW_VERSION, /* side of a quotation */
    GSAY_VIEW_TOPIC_PLACE,
    GSAY_VIEW_NAME_PLACE,
    GSAY_VIEW_QUOTE_PLACE,
    GSAY_VIEW_KIND_COUNT
} gsay_view_kind;

#define GSAY_VIEW_SIDE_STEP  3 /* from an item's kind to that of its sides */
#define GSAY_VIEW_PLACE_STEP 6 /* from an item's kind to that of its places */

/* What a view holds. */
typedef struct gsay_handle {
    gsay_view_kind kind;
    uint32_t       generation; /* of the call that made it */
    uint32_t       item;       /* topic, name or quotation of the group; mention of the source */
    uint32_t       part;       /* side of the item, or place counted over all its sides */
} gsay_handle;

/* One call of a rule: what its views point into and what it reports to. The context of the worker's sandbox. */
typedef struct gsay_call {
    const gsay_rule      *rule;
    uint32_t              generation;
    const gsay_claims    *claims;    /* of a rule for each source; else NULL */
    const gsay_alignment *alignment; /* of the other rules; else NULL */
    gsay_position        *positions; /* of all mentions; NULL until the first is asked for */
    gsay_arena           *scratch;   /* lasts as long as the source or group */
    gsay_rule_output     *output;
    bool                  is_exhausted; /* memory outside Lua; no pcall hides it */
    bool                  has_changed;  /* it wrote to what the rule's file made */
} gsay_call;

/* The places of one side. Borrowed from the alignment. */
typedef struct gsay_side {
    const gsay_record *const *places;
    size_t                    count;
} gsay_side;

/* Push one field's value: exactly one. */
typedef void gsay_view_read(lua_State *lua, gsay_call *call, gsay_handle handle);

/* One field or method. */
typedef struct gsay_view_field {
    const char     *name;
    gsay_view_read *read;   /* of a field; NULL for a method */
    lua_CFunction   method; /* called with the view as its first argument */
} gsay_view_field;

/* Fields of every kind: view_value.c, view_item.c, view_fact.c, view_source.c. Each ends with a row without a name. */
extern const gsay_view_field gsay_value_fields[];
extern const gsay_view_field gsay_side_fields[];
extern const gsay_view_field gsay_place_fields[];
extern const gsay_view_field gsay_topic_fields[];
extern const gsay_view_field gsay_fact_fields[];
extern const gsay_view_field gsay_name_fields[];
extern const gsay_view_field gsay_quote_fields[];
extern const gsay_view_field gsay_group_fields[];
extern const gsay_view_field gsay_source_fields[];
extern const gsay_view_field gsay_mention_fields[];
extern const gsay_view_field gsay_claim_fields[];

/* Give the light userdata of a new state their metatable. */
void gsay_view_open(lua_State *lua);
/* Push a view of this call. */
void gsay_view_push(lua_State *lua, gsay_view_kind kind, size_t item, size_t part);
/* The handle at index; raises for what is no view, or one of another call. */
gsay_handle gsay_view_check(lua_State *lua, int index);
/* Read a handle without raising. Returns false for what is no view of this call. */
bool gsay_view_get(lua_State *lua, int index, gsay_handle *handle);
/* The field of a kind by its name; raises for an unknown one, with the nearest. */
const gsay_view_field *gsay_view_field_named(lua_State *lua, gsay_view_kind kind, const char *name);
/* What a user calls a kind: "a topic", "a value". */
const char *gsay_view_kind_name(gsay_view_kind kind);
/* The call that runs. */
gsay_call *gsay_call_of(lua_State *lua);
/* Give up for want of memory outside Lua: raises. */
void gsay_call_exhausted(lua_State *lua, gsay_call *call);

/* Tell whether a kind is a topic, name or quotation; a side of one; a place of one. */
static inline bool gsay_view_is_item(gsay_view_kind kind)
{
    return kind >= GSAY_VIEW_TOPIC && kind <= GSAY_VIEW_QUOTE;
}
static inline bool gsay_view_is_side(gsay_view_kind kind)
{
    return kind >= GSAY_VIEW_VALUE && kind <= GSAY_VIEW_VERSION;
}
static inline bool gsay_view_is_place(gsay_view_kind kind)
{
    return kind >= GSAY_VIEW_TOPIC_PLACE && kind <= GSAY_VIEW_QUOTE_PLACE;
}
/* The kind of the item that a side or place belongs to. */
gsay_view_kind gsay_view_item_kind(gsay_view_kind kind);

/* The sides of an item: how many, and one of them. kind: of the item; number below gsay_item_sides. */
size_t gsay_item_sides(const gsay_call *call, gsay_view_kind kind, uint32_t item);
/* One side of an item. */
gsay_side gsay_item_side(const gsay_call *call, gsay_view_kind kind, uint32_t item, size_t number);
/* The readable key of an item. */
gsay_str gsay_item_key(const gsay_call *call, gsay_view_kind kind, uint32_t item);
/* The record of a place's handle. side: out, the number of its side; may be NULL. */
const gsay_record *gsay_place_record(const gsay_call *call, gsay_handle handle, size_t *side);
/* The value of a mention, side or place. */
const gsay_value *gsay_view_value(const gsay_call *call, gsay_handle handle);
/* What stands in the text: of a mention, side or place; "" for other kinds. A spelling is one word, though its place
 * may be a longer name. */
gsay_str gsay_view_text(const gsay_call *call, gsay_handle handle);
/* The place of a record as a finding shows it; for a spelling narrowed to its word. */
gsay_place gsay_view_place(const gsay_call *call, gsay_view_kind item_kind, uint32_t item, const gsay_record *record);
/* The place of a mention. Raises for want of memory. */
gsay_place gsay_mention_place(lua_State *lua, gsay_call *call, uint32_t mention);

/* Read a relative difference at index: a number from 0 to 1, 0 when it is missing. Raises for anything else. */
gsay_decimal gsay_view_tolerance(lua_State *lua, int index);

/* ctx:report{...}. */
int gsay_report_finding(lua_State *lua);

#endif
