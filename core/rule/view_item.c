/* Fields of topics, names, quotations and the group; their sides and places; the walk over what disagrees. */
#include "rule/freeze.h"
#include "rule/library.h"
#include "rule/view.h"

/* Raise unless the view at index is of a kind between first and last. */
static gsay_handle check_kind(lua_State *lua, int index, gsay_view_kind first, gsay_view_kind last)
{
    gsay_handle handle = gsay_view_check(lua, index);
    if (handle.kind < first || handle.kind > last)
        luaL_error(lua, "%s is not %s", gsay_view_kind_name(handle.kind), gsay_view_kind_name(first));
    return handle;
}

/* The pair that a name's view shows. */
static const gsay_name_pair *pair_of(const gsay_call *call, gsay_handle handle)
{
    return &call->alignment->names[handle.item];
}

/* The side that a side's handle stands for. */
static gsay_side side_of(const gsay_call *call, gsay_handle handle)
{
    return gsay_item_side(call, gsay_view_item_kind(handle.kind), handle.item, handle.part);
}

static void read_key(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_library_push_text(lua, gsay_item_key(call, handle.kind, handle.item));
}

static void read_group_name(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)handle;
    gsay_library_push_text(lua, call->alignment->group);
}

static void read_topic_kind(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushstring(lua, gsay_kind_name(call->alignment->topics[handle.item].kind));
}

static void read_agrees(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushboolean(lua, call->alignment->topics[handle.item].agrees);
}

static void read_text(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_library_push_text(lua, gsay_view_text(call, handle));
}

static void read_side_count(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, (lua_Integer)side_of(call, handle).count);
}

/* Places are in order of their sources, so each change of source is one more. */
static void read_side_sources(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_side   side = side_of(call, handle);
    lua_Integer count = 0;
    for (size_t i = 0; i < side.count; i++)
        count += i == 0 || !gsay_str_equal(side.places[i - 1]->place.source, side.places[i]->place.source);
    lua_pushinteger(lua, count);
}

/* The day of the source that says it, of a side that of its first place; nil where the words name a time, or none is
 * known. */
static void read_filed(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_record *record =
        gsay_view_is_side(handle.kind) ? side_of(call, handle).places[0] : gsay_place_record(call, handle, NULL);
    char text[16];
    if (record->claim && record->claim->time_origin == GSAY_TIME_DATELINE && record->claim->time.from != GSAY_DAY_NONE)
        gsay_library_push_text(lua, gsay_day_print(record->claim->time.from, text));
    else
        lua_pushnil(lua);
}

/* Whose spelling a side of a regional pair is. */
static void read_style(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_str style = GSAY_STR("");
    if (handle.kind == GSAY_VIEW_FORM) {
        const gsay_name_pair *pair = pair_of(call, handle);
        style = handle.part ? pair->odd_style : pair->main_style;
    }
    if (style.len)
        gsay_library_push_text(lua, style);
    else
        lua_pushnil(lua);
}

static void read_is_heading(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_record *record =
        gsay_view_is_side(handle.kind) ? side_of(call, handle).places[0] : gsay_place_record(call, handle, NULL);
    lua_pushboolean(lua, record->claim && record->claim->is_heading);
}

/* The two spellings are sides, so that they can be reported and walked like values. */
static void read_odd(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)call;
    gsay_view_push(lua, GSAY_VIEW_FORM, handle.item, 1);
}

static void read_main(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    (void)call;
    gsay_view_push(lua, GSAY_VIEW_FORM, handle.item, 0);
}

/* The kind of a name's pair, not of its value. */
static void read_pair_kind(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    static const char *const kinds[] = {
#define PAIR_KIND_NAME(name, text) text,
        GSAY_PAIR_KINDS(PAIR_KIND_NAME)
#undef PAIR_KIND_NAME
    };
    lua_pushstring(lua, kinds[pair_of(call, handle)->kind]);
}

static void read_days_apart(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, pair_of(call, handle)->days_apart);
}

static void read_distance(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, pair_of(call, handle)->distance);
}

static void read_pair_sources(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, (lua_Integer)pair_of(call, handle)->source_count);
}

/* What is known of a pair as yes or no. */
#define PAIR_FLAG(name)                                                                                                \
    static void read_##name(lua_State *lua, gsay_call *call, gsay_handle handle)                                       \
    {                                                                                                                  \
        lua_pushboolean(lua, pair_of(call, handle)->name);                                                             \
    }
PAIR_FLAG(is_misfit)
PAIR_FLAG(is_known)
PAIR_FLAG(is_main_known)
PAIR_FLAG(has_context)
PAIR_FLAG(is_lower)
PAIR_FLAG(meets)
PAIR_FLAG(is_derived)

static void read_place_source(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_library_push_text(lua, gsay_place_record(call, handle, NULL)->place.source);
}

static void read_place_line(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushinteger(lua, gsay_place_record(call, handle, NULL)->place.line);
}

static void read_place_sentence(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_str sentence;
    if (gsay_record_sentence(call->scratch, gsay_place_record(call, handle, NULL), &sentence, NULL) != GSAY_OK)
        gsay_call_exhausted(lua, call);
    gsay_library_push_text(lua, sentence);
}

/* The iterator over handles of one kind and item: upvalues are kind, item, the next part, and the part behind the last.
 */
static int next_part(lua_State *lua)
{
    lua_Integer part = lua_tointeger(lua, lua_upvalueindex(3));
    if (part >= lua_tointeger(lua, lua_upvalueindex(4)))
        return 0;
    gsay_view_push(lua, (gsay_view_kind)lua_tointeger(lua, lua_upvalueindex(1)),
                   (size_t)lua_tointeger(lua, lua_upvalueindex(2)), (size_t)part);
    lua_pushinteger(lua, part + 1);
    lua_replace(lua, lua_upvalueindex(3));
    return 1;
}

/* Push an iterator over the parts [begin, end) of an item. */
static int push_parts(lua_State *lua, gsay_view_kind kind, uint32_t item, size_t begin, size_t end)
{
    lua_pushinteger(lua, (lua_Integer)kind);
    lua_pushinteger(lua, item);
    lua_pushinteger(lua, (lua_Integer)begin);
    lua_pushinteger(lua, (lua_Integer)end);
    lua_pushcclosure(lua, next_part, 4);
    return 1;
}

/* side:places() */
static int side_places(lua_State *lua)
{
    gsay_handle      handle = check_kind(lua, 1, GSAY_VIEW_VALUE, GSAY_VIEW_VERSION);
    const gsay_call *call = gsay_call_of(lua);
    gsay_view_kind   item = gsay_view_item_kind(handle.kind);
    size_t           begin = 0;
    for (size_t i = 0; i < handle.part; i++)
        begin += gsay_item_side(call, item, handle.item, i).count;
    return push_parts(lua, (gsay_view_kind)(item + GSAY_VIEW_PLACE_STEP), handle.item, begin,
                      begin + side_of(call, handle).count);
}

/* The sides that differ in what they say. Those of a quotation that differ in who says it stand behind them. */
static size_t value_sides(const gsay_call *call, gsay_handle item)
{
    if (item.kind == GSAY_VIEW_QUOTE)
        return call->alignment->quotes[item.item].count;
    return gsay_item_sides(call, item.kind, item.item);
}

/* topic:values(), quote:versions() */
static int item_sides(lua_State *lua)
{
    gsay_handle handle = check_kind(lua, 1, GSAY_VIEW_TOPIC, GSAY_VIEW_QUOTE);
    size_t      count = value_sides(gsay_call_of(lua), handle);
    return push_parts(lua, (gsay_view_kind)(handle.kind + GSAY_VIEW_SIDE_STEP), handle.item, 0, count);
}

/* Tell whether a source of that role states this side. */
static bool has_role(gsay_side side, gsay_role role)
{
    for (size_t i = 0; i < side.count; i++)
        if (side.places[i]->role == role)
            return true;
    return false;
}

/* Two references are not held against each other, whatever else is in the group. */
static bool are_references(gsay_side side)
{
    return !has_role(side, GSAY_ROLE_PEER) && !has_role(side, GSAY_ROLE_DRAFT);
}

/* Tell whether the main side holds the main place (INTERFACES.md): the draft's; else that of fewer places; else the
 * earliest. is_settled: the whole group says which side departs, whatever their places. */
static bool reports_main(gsay_side first, gsay_side odd, bool is_settled)
{
    bool has_draft = has_role(first, GSAY_ROLE_DRAFT);
    if (has_draft != has_role(odd, GSAY_ROLE_DRAFT))
        return has_draft;
    if (is_settled)
        return false;
    if (first.count != odd.count)
        return first.count < odd.count;
    const gsay_spot *a = &first.places[0]->place;
    const gsay_spot *b = &odd.places[0]->place;
    int              order = gsay_str_compare(a->source, b->source);
    return order ? order < 0 : a->span.begin < b->span.begin;
}

/* Ways in which a value of a topic differs from the main one. */
enum departure { DEPARTURE_CONFLICT, DEPARTURE_HEADLINE, DEPARTURE_UPDATE };

/* Tell whether a side departs in one way from the item's first one. tolerance: relative difference that agrees. */
static bool departs(const gsay_call *call, gsay_handle item, size_t side, enum departure how, gsay_decimal tolerance)
{
    if (item.kind == GSAY_VIEW_TOPIC) {
        const gsay_topic_value *values = call->alignment->topics[item.item].values;
        bool                    is_so = how == DEPARTURE_UPDATE
                                            ? values[side].is_update
                                            : values[side].departs && values[side].is_headline == (how == DEPARTURE_HEADLINE);
        return is_so &&
               (tolerance.coefficient == 0 || gsay_values_contradict(&values[0].value, &values[side].value, tolerance));
    }
    if (item.kind == GSAY_VIEW_NAME)
        return true;
    const gsay_quote_version *version = &call->alignment->quotes[item.item].versions[side];
    return version->change != GSAY_QUOTE_SAME && version->same_speaker;
}

/* Push what changed in a version of a quotation; is_swapped: the main version is the one that is reported. */
static void push_change(lua_State *lua, const gsay_quote_version *version, bool is_swapped)
{
    static const char *const names[] = { "same", "hesitation", "omitted", "replaced" };
    lua_createtable(lua, 0, 3);
    lua_pushstring(lua, names[version->change]);
    lua_setfield(lua, -2, "kind");
    gsay_library_push_text(lua, is_swapped ? version->found : version->lost);
    lua_setfield(lua, -2, "lost");
    gsay_library_push_text(lua, is_swapped ? version->lost : version->found);
    lua_setfield(lua, -2, "found");
}

/* The iterator of item:disagreements(): upvalues are the item, the next side, the tolerance in billionths
 * and how sides depart. */
static int next_disagreement(lua_State *lua)
{
    const gsay_call *call = gsay_call_of(lua);
    gsay_handle      item = gsay_view_check(lua, lua_upvalueindex(1));
    size_t           side = (size_t)lua_tointeger(lua, lua_upvalueindex(2));
    gsay_decimal     tolerance = gsay_decimal_shift(gsay_decimal_from(lua_tointeger(lua, lua_upvalueindex(3))), -9);
    enum departure   how = (enum departure)lua_tointeger(lua, lua_upvalueindex(4));
    size_t           count = value_sides(call, item);
    gsay_view_kind   kind = (gsay_view_kind)(item.kind + GSAY_VIEW_SIDE_STEP);
    gsay_side        first = gsay_item_side(call, item.kind, item.item, 0);
    for (; side < count; side++) {
        gsay_side odd = gsay_item_side(call, item.kind, item.item, side);
        gsay_sandbox_charge(lua, 1);
        if (!departs(call, item, side, how, tolerance) || (are_references(first) && are_references(odd)))
            continue;
        bool is_settled = item.kind == GSAY_VIEW_NAME && pair_of(call, item)->kind == GSAY_PAIR_REGIONAL;
        bool is_swapped = reports_main(first, odd, is_settled);
        lua_pushinteger(lua, (lua_Integer)side + 1);
        lua_replace(lua, lua_upvalueindex(2));
        gsay_view_push(lua, kind, item.item, is_swapped ? 0 : side);
        gsay_view_push(lua, kind, item.item, is_swapped ? side : 0);
        if (item.kind != GSAY_VIEW_QUOTE)
            return 2;
        push_change(lua, &call->alignment->quotes[item.item].versions[side], is_swapped);
        return 3;
    }
    return 0;
}

/* Push the iterator over the sides that depart in one way. The options are the second argument. */
static int push_departing(lua_State *lua, enum departure how)
{
    lua_settop(lua, 2);
    if (!lua_isnil(lua, 2)) {
        luaL_checktype(lua, 2, LUA_TTABLE);
        gsay_frozen_push(lua, 2);
        lua_replace(lua, 2);
        lua_pushliteral(lua, "tolerance");
        lua_rawget(lua, 2);
        gsay_view_tolerance(lua, 3);
    }
    lua_Integer billionths = (lua_Integer)(luaL_optnumber(lua, 3, 0) * 1e9 + 0.5);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, 1);
    lua_pushinteger(lua, billionths);
    lua_pushinteger(lua, how);
    lua_pushcclosure(lua, next_disagreement, 4);
    return 1;
}

/* item:disagreements(options): each side that departs, the side that it departs from and, of a quotation, what changed.
 */
static int item_disagreements(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_TOPIC, GSAY_VIEW_QUOTE);
    return push_departing(lua, DEPARTURE_CONFLICT);
}

/* topic:headlines(options): likewise, of a headline and the text under it. */
static int topic_headlines(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_TOPIC, GSAY_VIEW_TOPIC);
    return push_departing(lua, DEPARTURE_HEADLINE);
}

/* topic:updates(options): likewise, of values that moved from one day to another. */
static int topic_updates(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_TOPIC, GSAY_VIEW_TOPIC);
    return push_departing(lua, DEPARTURE_UPDATE);
}

/* quote:speakers(): the two sides of a quotation that is given to two persons, the one to report first; nothing else.
 */
static int quote_speakers(lua_State *lua)
{
    gsay_handle           handle = check_kind(lua, 1, GSAY_VIEW_QUOTE, GSAY_VIEW_QUOTE);
    const gsay_call      *call = gsay_call_of(lua);
    const gsay_quote_set *set = &call->alignment->quotes[handle.item];
    if (set->speaker_count != 2)
        return 0;
    gsay_side first = gsay_item_side(call, handle.kind, handle.item, set->count);
    gsay_side odd = gsay_item_side(call, handle.kind, handle.item, set->count + 1);
    if (are_references(first) && are_references(odd))
        return 0;
    bool is_swapped = reports_main(first, odd, false);
    gsay_view_push(lua, GSAY_VIEW_VERSION, handle.item, set->count + !is_swapped);
    gsay_view_push(lua, GSAY_VIEW_VERSION, handle.item, set->count + is_swapped);
    return 2;
}

/* The iterator over the items of a group: upvalues are the kind, the next item and how many there are. */
static int next_item(lua_State *lua)
{
    lua_Integer item = lua_tointeger(lua, lua_upvalueindex(2));
    if (item >= lua_tointeger(lua, lua_upvalueindex(3)))
        return 0;
    gsay_view_push(lua, (gsay_view_kind)lua_tointeger(lua, lua_upvalueindex(1)), (size_t)item, 0);
    lua_pushinteger(lua, item + 1);
    lua_replace(lua, lua_upvalueindex(2));
    return 1;
}

/* Push an iterator over the topics, names or quotations of the group. */
static int push_items(lua_State *lua, gsay_view_kind kind, size_t count)
{
    lua_pushinteger(lua, (lua_Integer)kind);
    lua_pushinteger(lua, 0);
    lua_pushinteger(lua, (lua_Integer)count);
    lua_pushcclosure(lua, next_item, 3);
    return 1;
}

/* A group rule sees agreeing topics, too: what it looks for may be what is missing. */
static int group_topics(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_GROUP, GSAY_VIEW_GROUP);
    return push_items(lua, GSAY_VIEW_TOPIC, gsay_call_of(lua)->alignment->topic_count);
}

static int group_names(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_GROUP, GSAY_VIEW_GROUP);
    return push_items(lua, GSAY_VIEW_NAME, gsay_call_of(lua)->alignment->name_count);
}

static int group_quotes(lua_State *lua)
{
    check_kind(lua, 1, GSAY_VIEW_GROUP, GSAY_VIEW_GROUP);
    return push_items(lua, GSAY_VIEW_QUOTE, gsay_call_of(lua)->alignment->quote_count);
}

const gsay_view_field gsay_side_fields[] = {
    { "text", read_text, NULL },
    { "count", read_side_count, NULL },
    { "source_count", read_side_sources, NULL },
    { "filed", read_filed, NULL },
    { "is_heading", read_is_heading, NULL },
    { "places", NULL, side_places },
    { "style", read_style, NULL },
    { NULL, NULL, NULL },
};

const gsay_view_field gsay_place_fields[] = {
    { "text", read_text, NULL },   { "source", read_place_source, NULL },   { "line", read_place_line, NULL },
    { "filed", read_filed, NULL }, { "is_heading", read_is_heading, NULL }, { "sentence", read_place_sentence, NULL },
    { NULL, NULL, NULL },
};

const gsay_view_field gsay_topic_fields[] = {
    { "key", read_key, NULL },
    { "group", read_group_name, NULL },
    { "kind", read_topic_kind, NULL },
    { "agrees", read_agrees, NULL },
    { "values", NULL, item_sides },
    { "disagreements", NULL, item_disagreements },
    { "headlines", NULL, topic_headlines },
    { "updates", NULL, topic_updates },
    { NULL, NULL, NULL },
};

const gsay_view_field gsay_name_fields[] = {
    { "key", read_key, NULL },
    { "group", read_group_name, NULL },
    { "kind", read_pair_kind, NULL },
    { "odd", read_odd, NULL },
    { "main", read_main, NULL },
    { "distance", read_distance, NULL },
    { "source_count", read_pair_sources, NULL },
    { "is_known", read_is_known, NULL },
    { "is_main_known", read_is_main_known, NULL },
    { "has_context", read_has_context, NULL },
    { "is_lower", read_is_lower, NULL },
    { "meets", read_meets, NULL },
    { "is_derived", read_is_derived, NULL },
    { "days_apart", read_days_apart, NULL },
    { "is_misfit", read_is_misfit, NULL },
    { "disagreements", NULL, item_disagreements },
    { NULL, NULL, NULL },
};

const gsay_view_field gsay_quote_fields[] = {
    { "key", read_key, NULL },
    { "group", read_group_name, NULL },
    { "versions", NULL, item_sides },
    { "speakers", NULL, quote_speakers },
    { "disagreements", NULL, item_disagreements },
    { NULL, NULL, NULL },
};

const gsay_view_field gsay_group_fields[] = {
    { "name", read_group_name, NULL },
    { "topics", NULL, group_topics },
    { "names", NULL, group_names },
    { "quotes", NULL, group_quotes },
    { NULL, NULL, NULL },
};
