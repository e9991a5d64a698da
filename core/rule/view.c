/* Handles and the metatable of views; the items of an alignment behind them. */
#include "rule/view.h"

#include "base/utf8.h"
#include "rule/library.h"

#define KIND_SHIFT       60
#define GENERATION_SHIFT 52
#define ITEM_SHIFT       26
#define INDEX_MASK       (((uint64_t)1 << ITEM_SHIFT) - 1)
#define GENERATION_MASK  0xFFu

_Static_assert(sizeof(void *) == 8, "handles take 64 bits: kind 4, generation 8, item 26, part 26");

/* The name and the fields of each kind. */
static const struct {
    const char            *name;
    const gsay_view_field *tables[3];
} kinds[GSAY_VIEW_KIND_COUNT] = {
    [GSAY_VIEW_NONE] = { "no view", { NULL } },
    [GSAY_VIEW_SOURCE] = { "a source", { gsay_source_fields } },
    [GSAY_VIEW_MENTION] = { "a mention", { gsay_mention_fields, gsay_value_fields } },
    [GSAY_VIEW_CLAIM] = { "a claim", { gsay_claim_fields } },
    [GSAY_VIEW_GROUP] = { "a group", { gsay_group_fields } },
    [GSAY_VIEW_TOPIC] = { "a topic", { gsay_topic_fields, gsay_fact_fields } },
    [GSAY_VIEW_NAME] = { "a name", { gsay_name_fields } },
    [GSAY_VIEW_QUOTE] = { "a quote", { gsay_quote_fields } },
    [GSAY_VIEW_VALUE] = { "a value", { gsay_side_fields, gsay_value_fields } },
    [GSAY_VIEW_FORM] = { "a spelling", { gsay_side_fields, gsay_value_fields } },
    [GSAY_VIEW_VERSION] = { "a version", { gsay_side_fields, gsay_value_fields } },
    [GSAY_VIEW_TOPIC_PLACE] = { "a place", { gsay_place_fields, gsay_value_fields } },
    [GSAY_VIEW_NAME_PLACE] = { "a place", { gsay_place_fields, gsay_value_fields } },
    [GSAY_VIEW_QUOTE_PLACE] = { "a place", { gsay_place_fields, gsay_value_fields } },
};

const char *gsay_view_kind_name(gsay_view_kind kind)
{
    return kinds[kind].name;
}

gsay_call *gsay_call_of(lua_State *lua)
{
    return gsay_sandbox_of(lua)->context;
}

void gsay_call_exhausted(lua_State *lua, gsay_call *call)
{
    call->is_exhausted = true;
    luaL_error(lua, "not enough memory");
}

void gsay_view_push(lua_State *lua, gsay_view_kind kind, size_t item, size_t part)
{
    if (item > INDEX_MASK || part > INDEX_MASK)
        luaL_error(lua, "more than %d items of one source or group", (int)INDEX_MASK);
    uint64_t bits = (uint64_t)kind << KIND_SHIFT |
                    (uint64_t)(gsay_call_of(lua)->generation & GENERATION_MASK) << GENERATION_SHIFT |
                    (uint64_t)item << ITEM_SHIFT | (uint64_t)part;
    lua_pushlightuserdata(lua, (void *)(uintptr_t)bits);
}

bool gsay_view_get(lua_State *lua, int index, gsay_handle *handle)
{
    const gsay_call *call = gsay_call_of(lua);
    if (!call)
        return false;
    /* 0 for what is no userdata; the address of a full one has no kind in its highest bits. */
    uint64_t    bits = (uintptr_t)lua_touserdata(lua, index);
    gsay_handle found = { (gsay_view_kind)(bits >> KIND_SHIFT), (uint32_t)(bits >> GENERATION_SHIFT & GENERATION_MASK),
                          (uint32_t)(bits >> ITEM_SHIFT & INDEX_MASK), (uint32_t)(bits & INDEX_MASK) };
    if (found.kind == GSAY_VIEW_NONE || found.kind >= GSAY_VIEW_KIND_COUNT ||
        found.generation != (call->generation & GENERATION_MASK))
        return false;
    *handle = found;
    return true;
}

gsay_handle gsay_view_check(lua_State *lua, int index)
{
    gsay_handle handle = { 0 };
    if (!gsay_view_get(lua, index, &handle))
        luaL_error(lua, "argument %d is %s, not a view of this call", index, luaL_typename(lua, index));
    return handle;
}

static const gsay_view_field *find_field(gsay_view_kind kind, const char *name)
{
    for (size_t i = 0; i < 3 && kinds[kind].tables[i]; i++)
        for (const gsay_view_field *field = kinds[kind].tables[i]; field->name; field++)
            if (strcmp(field->name, name) == 0)
                return field;
    return NULL;
}

static void raise_unknown_field(lua_State *lua, gsay_view_kind kind, const char *name)
{
    const char *names[GSAY_VIEW_FIELDS_MAX + 1] = { NULL };
    size_t      count = 0;
    for (size_t i = 0; i < 3 && kinds[kind].tables[i]; i++)
        for (const gsay_view_field *field = kinds[kind].tables[i]; field->name && count < GSAY_VIEW_FIELDS_MAX; field++)
            names[count++] = field->name;
    gsay_library_raise_unknown(lua, lua_pushfstring(lua, "%s has no field", kinds[kind].name), name, names);
}

const gsay_view_field *gsay_view_field_named(lua_State *lua, gsay_view_kind kind, const char *name)
{
    const gsay_view_field *field = find_field(kind, name);
    if (!field)
        raise_unknown_field(lua, kind, name);
    return field;
}

/* __index of every view. The upvalue of each kind's number is a table of its field names with rows of the tables above;
 * an entry is made when it is first asked for: to compare the name with all others took 360 instructions a field. */
static int read_field(lua_State *lua)
{
    gsay_handle handle = gsay_view_check(lua, 1);
    int         fields = lua_upvalueindex((int)handle.kind);
    lua_pushvalue(lua, 2);
    lua_rawget(lua, fields);
    const gsay_view_field *field = lua_touserdata(lua, -1);
    if (!field) {
        field = gsay_view_field_named(lua, handle.kind, lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "");
        lua_pushvalue(lua, 2);
        lua_pushlightuserdata(lua, (void *)(uintptr_t)field);
        lua_rawset(lua, fields);
    }
    if (field->method)
        lua_pushcfunction(lua, field->method);
    else
        field->read(lua, gsay_call_of(lua), handle);
    return 1;
}

/* __tostring: what stands in the text; of an item its key. */
static int show_view(lua_State *lua)
{
    gsay_handle      handle = gsay_view_check(lua, 1);
    const gsay_call *call = gsay_call_of(lua);
    if (gsay_view_is_item(handle.kind))
        gsay_library_push_text(lua, gsay_item_key(call, handle.kind, handle.item));
    else
        gsay_library_push_text(lua, gsay_view_text(call, handle));
    return 1;
}

static int raise_write(lua_State *lua)
{
    return luaL_error(lua, "%s cannot be changed", gsay_view_kind_name(gsay_view_check(lua, 1).kind));
}

void gsay_view_open(lua_State *lua)
{
    lua_pushlightuserdata(lua, NULL);
    lua_newtable(lua);
    for (int kind = GSAY_VIEW_NONE + 1; kind < GSAY_VIEW_KIND_COUNT; kind++)
        lua_newtable(lua);
    lua_pushcclosure(lua, read_field, GSAY_VIEW_KIND_COUNT - 1);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, raise_write);
    lua_setfield(lua, -2, "__newindex");
    lua_pushcfunction(lua, show_view);
    lua_setfield(lua, -2, "__tostring");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

gsay_view_kind gsay_view_item_kind(gsay_view_kind kind)
{
    if (gsay_view_is_side(kind))
        return (gsay_view_kind)(kind - GSAY_VIEW_SIDE_STEP);
    return gsay_view_is_place(kind) ? (gsay_view_kind)(kind - GSAY_VIEW_PLACE_STEP) : kind;
}

size_t gsay_item_sides(const gsay_call *call, gsay_view_kind kind, uint32_t item)
{
    if (kind == GSAY_VIEW_TOPIC)
        return call->alignment->topics[item].count;
    if (kind == GSAY_VIEW_NAME)
        return 2;
    return call->alignment->quotes[item].count + call->alignment->quotes[item].speaker_count;
}

gsay_side gsay_item_side(const gsay_call *call, gsay_view_kind kind, uint32_t item, size_t number)
{
    if (kind == GSAY_VIEW_TOPIC) {
        const gsay_topic_value *value = &call->alignment->topics[item].values[number];
        return (gsay_side){ value->places, value->count };
    }
    if (kind == GSAY_VIEW_NAME) {
        const gsay_name_pair *pair = &call->alignment->names[item];
        return number ? (gsay_side){ pair->odd_places, pair->odd_count }
                      : (gsay_side){ pair->main_places, pair->main_count };
    }
    const gsay_quote_set     *set = &call->alignment->quotes[item];
    const gsay_quote_version *version =
        number < set->count ? &set->versions[number] : &set->speakers[number - set->count];
    return (gsay_side){ version->places, version->count };
}

gsay_str gsay_item_key(const gsay_call *call, gsay_view_kind kind, uint32_t item)
{
    if (kind == GSAY_VIEW_TOPIC)
        return call->alignment->topics[item].key;
    return kind == GSAY_VIEW_NAME ? call->alignment->names[item].key : call->alignment->quotes[item].key;
}

const gsay_record *gsay_place_record(const gsay_call *call, gsay_handle handle, size_t *side)
{
    gsay_view_kind kind = gsay_view_item_kind(handle.kind);
    size_t         left = handle.part;
    /* a pinned claim may have as many values as places: to walk over them for each would be quadratic */
    if (kind == GSAY_VIEW_TOPIC && call->alignment->topics[handle.item].named && !side)
        return call->alignment->topics[handle.item].values[0].places[left];
    size_t sides = gsay_item_sides(call, kind, handle.item);
    for (size_t i = 0; i < sides; i++) {
        gsay_side found = gsay_item_side(call, kind, handle.item, i);
        if (left < found.count) {
            if (side)
                *side = i;
            return found.places[left];
        }
        left -= found.count;
    }
    return NULL;
}

const gsay_value *gsay_view_value(const gsay_call *call, gsay_handle handle)
{
    if (handle.kind == GSAY_VIEW_MENTION)
        return &call->claims->mentions->items[handle.item].value;
    if (handle.kind == GSAY_VIEW_VALUE)
        return &call->alignment->topics[handle.item].values[handle.part].value;
    if (gsay_view_is_side(handle.kind))
        return &gsay_item_side(call, gsay_view_item_kind(handle.kind), handle.item, handle.part).places[0]->value;
    return &gsay_place_record(call, handle, NULL)->value;
}

/* A spelling as the pair has it: one word. */
static gsay_str form_text(const gsay_call *call, uint32_t item, size_t side)
{
    const gsay_name_pair *pair = &call->alignment->names[item];
    return side ? pair->odd : pair->main;
}

gsay_str gsay_view_text(const gsay_call *call, gsay_handle handle)
{
    size_t side = handle.part;
    if (handle.kind == GSAY_VIEW_MENTION) {
        const gsay_mentions *mentions = call->claims->mentions;
        return gsay_str_slice(mentions->text->document->text, mentions->items[handle.item].text);
    }
    if (!gsay_view_is_side(handle.kind) && !gsay_view_is_place(handle.kind))
        return GSAY_STR("");
    bool               is_name = gsay_view_item_kind(handle.kind) == GSAY_VIEW_NAME;
    const gsay_record *record =
        gsay_view_is_side(handle.kind)
            ? gsay_item_side(call, gsay_view_item_kind(handle.kind), handle.item, handle.part).places[0]
            : gsay_place_record(call, handle, is_name ? &side : NULL);
    return is_name ? form_text(call, handle.item, side) : record->place.text;
}

/* Find a word in the text of a place. Returns its offset there, or SIZE_MAX. */
static size_t find_word(gsay_str text, gsay_str word)
{
    for (size_t i = 0; word.len && i + word.len <= text.len; i++)
        if (memcmp(text.ptr + i, word.ptr, word.len) == 0)
            return i;
    return SIZE_MAX;
}

/* Narrow a place to a word that stands in its text. */
static void narrow(gsay_place *place, size_t offset, size_t len)
{
    gsay_str before = { place->text.ptr, offset };
    for (size_t i = 0; i < offset; i++)
        if (place->text.ptr[i] == '\n' || place->text.ptr[i] == '\r')
            return; /* a name across two lines is shown whole: the excerpt is that of its first line */
    place->column += (uint32_t)gsay_utf8_count(before);
    /* in a text that was converted, the whole name is told, unless all its characters are as wide in the file */
    if (place->origin.end - place->origin.begin == place->span.end - place->span.begin) {
        place->origin.begin += (uint32_t)offset;
        place->origin.end = place->origin.begin + (uint32_t)len;
    }
    place->span.begin += (uint32_t)offset;
    place->span.end = place->span.begin + (uint32_t)len;
    place->text = (gsay_str){ place->text.ptr + offset, len };
}

gsay_place gsay_view_place(const gsay_call *call, gsay_view_kind item_kind, uint32_t item, const gsay_record *record)
{
    gsay_place place = gsay_record_place(record);
    /* the place of a term is the term; "Mr" would be found in "Mr." */
    if (item_kind != GSAY_VIEW_NAME ||
        1u << call->alignment->names[item].kind & (GSAY_PAIR(REGIONAL) | GSAY_PAIR(TERM)))
        return place;
    /* the longer one first: "Brezovsky" stands in "Brezovskyy", too */
    size_t longer = form_text(call, item, 1).len > form_text(call, item, 0).len;
    for (size_t i = 0; i < 2; i++) {
        gsay_str word = form_text(call, item, i == 0 ? longer : !longer);
        size_t   offset = find_word(place.text, word);
        if (offset == SIZE_MAX)
            continue;
        narrow(&place, offset, word.len);
        break;
    }
    return place;
}
