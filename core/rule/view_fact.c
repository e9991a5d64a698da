/* Fields of topics that the user named: what they are pinned to, and who departs from it. */
#include "rule/library.h"
#include "rule/view.h"

/* The claim that the user named, where the topic is one of his. */
static const gsay_named_claim *named_of(const gsay_call *call, gsay_handle handle)
{
    return call->alignment->topics[handle.item].named;
}

/* What the topic's claim is pinned to, as it was written; nil where it is not. */
static void read_fact(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_named_claim *claim = named_of(call, handle);
    if (claim && claim->has_fact)
        gsay_library_push_text(lua, claim->shown);
    else
        lua_pushnil(lua);
}

/* Who pinned it: a file, or "--fact". */
static void read_fact_origin(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_named_claim *claim = named_of(call, handle);
    if (claim && claim->has_fact)
        gsay_library_push_text(lua, claim->origin);
    else
        lua_pushnil(lua);
}

/* The iterator over the places of a topic that depart from its fact: upvalues are the topic and the next of them. */
static int next_departing(lua_State *lua)
{
    gsay_handle       handle = gsay_view_check(lua, lua_upvalueindex(1));
    lua_Integer       next = lua_tointeger(lua, lua_upvalueindex(2));
    const gsay_topic *topic = &gsay_call_of(lua)->alignment->topics[handle.item];
    if ((size_t)next >= topic->departing_count)
        return 0;
    gsay_view_push(lua, GSAY_VIEW_TOPIC_PLACE, handle.item, topic->departing[next]);
    lua_pushinteger(lua, next + 1);
    lua_replace(lua, lua_upvalueindex(2));
    return 1;
}

/* topic:departing() */
static int topic_departing(lua_State *lua)
{
    gsay_view_kind kind = gsay_view_check(lua, 1).kind;
    if (kind != GSAY_VIEW_TOPIC)
        return luaL_error(lua, "%s is not a topic", gsay_view_kind_name(kind));
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_departing, 2);
    return 1;
}

const gsay_view_field gsay_fact_fields[] = {
    { "fact", read_fact, NULL },
    { "fact_origin", read_fact_origin, NULL },
    { "departing", NULL, topic_departing },
    { NULL, NULL, NULL },
};
