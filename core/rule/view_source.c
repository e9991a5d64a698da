/* Fields of a source, its mentions and their claims, for rules that see one text. */
#include <stdlib.h>

#include "rule/library.h"
#include "rule/view.h"

static void push_known(lua_State *lua, gsay_str text)
{
    if (text.len)
        gsay_library_push_text(lua, text);
    else
        lua_pushnil(lua);
}

/* The document of the source that the rule is called for. */
static const gsay_document *document_of(const gsay_call *call)
{
    return call->claims->mentions->text->document;
}

static void read_name(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    gsay_library_push_text(lua, document_of(call)->source.name);
}

static void read_group(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    gsay_library_push_text(lua, document_of(call)->source.group);
}

static void read_title(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    push_known(lua, document_of(call)->source.title);
}

static void read_role(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    static const char *const names[] = { "peer", "draft", "reference" };
    (void)handle;
    lua_pushstring(lua, names[document_of(call)->source.role]);
}

static void push_day(lua_State *lua, int32_t day)
{
    char text[16];
    push_known(lua, day == GSAY_DAY_NONE ? GSAY_STR("") : gsay_day_print(day, text));
}

/* The date that words like "yesterday" count from: stated, read from a dateline, or given for the run. */
static void read_date(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    push_day(lua, call->claims->mentions->dateline.day);
}

/* The date of the metadata alone: certain, where that of a dateline is only likely. */
static void read_stated_date(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    push_day(lua, document_of(call)->source.date);
}

/* Tell whether a mention says something in a field; NULL takes all. */
static bool has_field(lua_State *lua, gsay_call *call, size_t mention, const gsay_view_field *field)
{
    if (!field)
        return true;
    field->read(lua, call, (gsay_handle){ GSAY_VIEW_MENTION, call->generation, (uint32_t)mention, 0 });
    bool is_there = !lua_isnil(lua, -1);
    lua_pop(lua, 1);
    return is_there;
}

/* The iterator of source:mentions(...): upvalues are the set of kinds, the next mention and the field to have. */
static int next_mention(lua_State *lua)
{
    gsay_call             *call = gsay_call_of(lua);
    const gsay_mentions   *mentions = call->claims->mentions;
    gsay_kind_set          kinds = (gsay_kind_set)lua_tointeger(lua, lua_upvalueindex(1));
    size_t                 begin = (size_t)lua_tointeger(lua, lua_upvalueindex(2));
    const gsay_view_field *field = lua_touserdata(lua, lua_upvalueindex(3));
    size_t                 next = begin;
    while (next < mentions->count &&
           (!(kinds & GSAY_KIND_BIT(mentions->items[next].value.kind)) || !has_field(lua, call, next, field)))
        next++;
    gsay_sandbox_charge(lua, next - begin + 1);
    if (next >= mentions->count)
        return 0;
    gsay_view_push(lua, GSAY_VIEW_MENTION, next, 0);
    lua_pushinteger(lua, (lua_Integer)next + 1);
    lua_replace(lua, lua_upvalueindex(2));
    return 1;
}

/* Push the field that { with = NAME } at index asks for, as light userdata; NULL for none. */
static void push_wanted_field(lua_State *lua, int index)
{
    const gsay_view_field *field = NULL;
    if (lua_istable(lua, index)) {
        if (lua_getfield(lua, index, "with") != LUA_TSTRING)
            luaL_error(lua, "mentions: with is a %s, not the name of a field", luaL_typename(lua, -1));
        field = gsay_view_field_named(lua, GSAY_VIEW_MENTION, lua_tostring(lua, -1));
        if (field->method)
            luaL_error(lua, "mentions: with is %s, which is no field but a function", field->name);
        lua_pop(lua, 1);
    }
    lua_pushlightuserdata(lua, (void *)(uintptr_t)field);
}

/* source:mentions(kind, ..., { with = field }): in the order of the text; all of them where no kind is named. */
static int source_mentions(lua_State *lua)
{
    gsay_kind_set kinds = 0;
    int           last = lua_gettop(lua);
    if (gsay_view_check(lua, 1).kind != GSAY_VIEW_SOURCE)
        return luaL_error(lua, "only a source has mentions");
    for (int i = lua_istable(lua, last) ? last - 1 : last; i > 1; i--)
        if (!lua_isnil(lua, i))
            kinds |= GSAY_KIND_BIT(gsay_library_kind_named(lua, luaL_checkstring(lua, i)));
    lua_pushinteger(lua, kinds ? kinds : (gsay_kind_set)-1);
    lua_pushinteger(lua, 0);
    push_wanted_field(lua, last);
    lua_pushcclosure(lua, next_mention, 3);
    return 1;
}

static void read_text(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_library_push_text(lua, gsay_view_text(call, handle));
}

static int compare_mention(const void *left, const void *right)
{
    uint32_t mention = *(const uint32_t *)left;
    uint32_t other = ((const gsay_claim *)right)->mention;
    return (mention > other) - (mention < other);
}

/* The claim of a mention; NULL when it says nothing of anything. Claims rise by mention. */
static const gsay_claim *claim_of(const gsay_call *call, uint32_t mention)
{
    const gsay_claims *claims = call->claims;
    return claims->count ? bsearch(&mention, claims->items, claims->count, sizeof *claims->items, compare_mention)
                         : NULL;
}

static void read_claim(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    if (claim_of(call, handle.item))
        gsay_view_push(lua, GSAY_VIEW_CLAIM, handle.item, 0);
    else
        lua_pushnil(lua);
}

/* The fields of a claim. Its view is only made for mentions that have one. */
static void read_head(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    push_known(lua, claim_of(call, handle.item)->head);
}

static void read_predicate(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    push_known(lua, claim_of(call, handle.item)->predicate);
}

static void read_subject(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    push_known(lua, claim_of(call, handle.item)->subject);
}

static void read_speaker(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    push_known(lua, claim_of(call, handle.item)->speaker);
}

static void read_is_negated(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushboolean(lua, claim_of(call, handle.item)->is_negated);
}

static void read_is_possible(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushboolean(lua, claim_of(call, handle.item)->mood == GSAY_MOOD_POSSIBLE);
}

static void read_is_heading(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushboolean(lua, claim_of(call, handle.item)->is_heading);
}

/* A set: { level = true }. */
static void read_parts(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_parts parts = claim_of(call, handle.item)->parts;
    lua_newtable(lua);
    for (unsigned part = 0; part < GSAY_PART_COUNT; part++)
        if ((unsigned)parts >> part & 1u) {
            lua_pushboolean(lua, 1);
            lua_setfield(lua, -2, gsay_part_name(part));
        }
}

/* Lines and columns of all mentions, in one pass over the input, when the first is asked for. */
static void find_positions(lua_State *lua, gsay_call *call)
{
    const gsay_mentions *mentions = call->claims->mentions;
    uint32_t            *offsets = GSAY_NEW(call->scratch, uint32_t, mentions->count);
    gsay_position       *positions = GSAY_NEW(call->scratch, gsay_position, mentions->count);
    if (!offsets || !positions)
        gsay_call_exhausted(lua, call);
    for (size_t i = 0; i < mentions->count; i++)
        offsets[i] = gsay_document_place(mentions->text->document, mentions->items[i].text).begin;
    gsay_positions_of(document_of(call)->source.input, offsets, mentions->count, positions);
    call->positions = positions;
}

gsay_place gsay_mention_place(lua_State *lua, gsay_call *call, uint32_t mention)
{
    if (!call->positions)
        find_positions(lua, call);
    gsay_place place = gsay_place_of(document_of(call), call->claims->mentions->items[mention].text);
    place.line = call->positions[mention].line;
    place.column = call->positions[mention].column;
    return place;
}

static void read_line(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, gsay_mention_place(lua, call, handle.item).line);
}

static void read_source(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    read_name(lua, call, handle);
}

const gsay_view_field gsay_source_fields[] = {
    { "name", read_name, NULL },           { "group", read_group, NULL }, { "title", read_title, NULL },
    { "role", read_role, NULL },           { "date", read_date, NULL },   { "stated_date", read_stated_date, NULL },
    { "mentions", NULL, source_mentions }, { NULL, NULL, NULL },
};

const gsay_view_field gsay_mention_fields[] = {
    { "text", read_text, NULL }, { "claim", read_claim, NULL }, { "source", read_source, NULL },
    { "line", read_line, NULL }, { NULL, NULL, NULL },
};

const gsay_view_field gsay_claim_fields[] = {
    { "head", read_head, NULL },
    { "predicate", read_predicate, NULL },
    { "subject", read_subject, NULL },
    { "speaker", read_speaker, NULL },
    { "parts", read_parts, NULL },
    { "is_negated", read_is_negated, NULL },
    { "is_possible", read_is_possible, NULL },
    { "is_heading", read_is_heading, NULL },
    { NULL, NULL, NULL },
};
