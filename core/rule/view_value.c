/* Fields of values: what a mention, a side or a place says, as strings that are exact. */
#include "base/buffer.h"
#include "rule/library.h"
#include "rule/view.h"

#define SHOWN_BYTES_MAX 512u /* of a printed value; a longer one is cut */

/* Push what was printed and give the buffer back first: pushing may raise. */
static void push_buffer(lua_State *lua, gsay_buffer *buffer)
{
    char   text[SHOWN_BYTES_MAX];
    size_t len = buffer->len < sizeof text ? buffer->len : sizeof text;
    bool   has_failed = buffer->has_failed;
    if (len)
        memcpy(text, buffer->ptr, len);
    gsay_buffer_clear(buffer);
    if (has_failed)
        gsay_call_exhausted(lua, gsay_call_of(lua));
    lua_pushlstring(lua, text, len);
}

/* Push text, or nil where there is none. */
static void push_known(lua_State *lua, gsay_str text)
{
    if (text.len)
        gsay_library_push_text(lua, text);
    else
        lua_pushnil(lua);
}

/* A day as YYYY-MM-DD, which sorts as strings do; nil where a side is open or unknown. */
static void push_day(lua_State *lua, int32_t day)
{
    char text[16];
    if (day == GSAY_DAY_NONE)
        lua_pushnil(lua);
    else
        push_known(lua, gsay_day_print(day, text));
}

/* Push a part of a date; nil where none was written. */
static void push_part(lua_State *lua, int part)
{
    if (part)
        lua_pushinteger(lua, part);
    else
        lua_pushnil(lua);
}

/* The number of a value; NULL for values that are none. */
static const gsay_number *number_of(const gsay_value *value)
{
    if (gsay_kind_is_number(value->kind))
        return &value->as.number;
    return value->kind == GSAY_KIND_DURATION ? &value->as.temporal.length : NULL;
}

/* What a date, time, duration or set says; NULL for values that are none. */
static const gsay_temporal *temporal_of(const gsay_value *value)
{
    return gsay_kind_is_temporal(value->kind) ? &value->as.temporal : NULL;
}

/* A number as its exact decimal string: a Lua number would round it. */
static void push_decimal(lua_State *lua, gsay_decimal number)
{
    gsay_buffer buffer = { 0 };
    gsay_decimal_print(&buffer, number);
    push_buffer(lua, &buffer);
}

/* The fields. One that a value does not have is nil, not an error: a rule may ask any mention for its unit. */
static void read_kind(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    lua_pushstring(lua, gsay_kind_name(gsay_view_value(call, handle)->kind));
}

static void read_shown(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    gsay_buffer buffer = { 0 };
    gsay_value_show(&buffer, gsay_view_value(call, handle));
    push_buffer(lua, &buffer);
}

static void read_lo(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_number *number = number_of(gsay_view_value(call, handle));
    if (number && number->has_lo)
        push_decimal(lua, number->lo);
    else
        lua_pushnil(lua);
}

static void read_hi(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_number *number = number_of(gsay_view_value(call, handle));
    if (number && number->has_hi)
        push_decimal(lua, number->hi);
    else
        lua_pushnil(lua);
}

static void read_bound(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_number *number = number_of(gsay_view_value(call, handle));
    lua_pushstring(lua, number ? gsay_bound_name((gsay_bound)number->bound) : NULL);
}

static void read_unit(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_number *number = number_of(gsay_view_value(call, handle));
    push_known(lua, number ? number->unit : GSAY_STR(""));
}

static void read_of(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_number *number = number_of(gsay_view_value(call, handle));
    push_known(lua, number ? number->of : GSAY_STR(""));
}

static void read_timex(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_known(lua, when ? when->timex : GSAY_STR(""));
}

/* from and to are days, half open; what was not resolved has neither, though its parts may be known. */
static void read_from(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_day(lua, when && when->resolved_by ? when->days.from : GSAY_DAY_NONE);
}

static void read_to(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_day(lua, when && when->resolved_by ? when->days.to : GSAY_DAY_NONE);
}

static void read_year(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_part(lua, when ? when->year : 0);
}

static void read_month(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_part(lua, when ? when->month : 0);
}

static void read_day(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_part(lua, when ? when->day : 0);
}

static void read_weekday(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_temporal *when = temporal_of(gsay_view_value(call, handle));
    push_part(lua, when ? when->weekday : 0);
}

static void read_resolved_by(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    static const char *const names[] = { NULL, "text", "date", "group" };
    const gsay_temporal     *when = temporal_of(gsay_view_value(call, handle));
    lua_pushstring(lua, when && when->resolved_by <= GSAY_RESOLVED_GROUP ? names[when->resolved_by] : NULL);
}

/* The name of a value; NULL for values that are none. */
static const gsay_name *name_of(const gsay_value *value)
{
    return value->kind == GSAY_KIND_NAME ? &value->as.name : NULL;
}

/* The quotation of a value; NULL for values that are none. */
static const gsay_quote *quote_of(const gsay_value *value)
{
    return value->kind == GSAY_KIND_QUOTE ? &value->as.quote : NULL;
}

static void read_title(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_name *name = name_of(gsay_view_value(call, handle));
    push_known(lua, name ? name->title : GSAY_STR(""));
}

static void read_given(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_name *name = name_of(gsay_view_value(call, handle));
    push_known(lua, name ? name->given : GSAY_STR(""));
}

static void read_family(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_name *name = name_of(gsay_view_value(call, handle));
    push_known(lua, name ? name->family : GSAY_STR(""));
}

static void read_stands_for(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_name *name = name_of(gsay_view_value(call, handle));
    push_known(lua, name ? name->stands_for : GSAY_STR(""));
}

static void read_type(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_name *name = name_of(gsay_view_value(call, handle));
    lua_pushstring(lua, name ? gsay_name_type_name((gsay_name_type)name->type) : NULL);
}

static void read_speaker(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_quote *quote = quote_of(gsay_view_value(call, handle));
    push_known(lua, quote ? quote->speaker : GSAY_STR(""));
}

static void read_normal(lua_State *lua, gsay_call *call, gsay_handle handle)
{
    const gsay_quote *quote = quote_of(gsay_view_value(call, handle));
    push_known(lua, quote ? quote->normal : GSAY_STR(""));
}

gsay_decimal gsay_view_tolerance(lua_State *lua, int index)
{
    lua_Number number = luaL_optnumber(lua, index, 0);
    if (!(number >= 0 && number <= 1))
        luaL_error(lua, "a tolerance is a number from 0 to 1");
    /* Billionths are exact enough, and an integer of them needs no printing. */
    return gsay_decimal_shift(gsay_decimal_from((int64_t)(number * 1e9 + 0.5)), -9);
}

/* The value of the mention, side or place at index: a method may be called with any view. */
static const gsay_value *check_value(lua_State *lua, int index)
{
    gsay_handle handle = gsay_view_check(lua, index);
    if (handle.kind != GSAY_VIEW_MENTION && !gsay_view_is_side(handle.kind) && !gsay_view_is_place(handle.kind))
        luaL_error(lua, "%s has no value to compare", gsay_view_kind_name(handle.kind));
    return gsay_view_value(gsay_call_of(lua), handle);
}

/* value:differs(other, tolerance): whether no common value is possible. */
static int value_differs(lua_State *lua)
{
    const gsay_value *a = check_value(lua, 1);
    const gsay_value *b = check_value(lua, 2);
    gsay_decimal      tolerance = gsay_view_tolerance(lua, 3);
    bool is_comparable = a->kind == b->kind && (gsay_kind_is_number(a->kind) || gsay_kind_is_temporal(a->kind));
    lua_pushboolean(lua, is_comparable && gsay_values_contradict(a, b, tolerance));
    return 1;
}

const gsay_view_field gsay_value_fields[] = {
    { "kind", read_kind, NULL },
    { "shown", read_shown, NULL },
    { "lo", read_lo, NULL },
    { "hi", read_hi, NULL },
    { "bound", read_bound, NULL },
    { "unit", read_unit, NULL },
    { "of", read_of, NULL },
    { "timex", read_timex, NULL },
    { "from", read_from, NULL },
    { "to", read_to, NULL },
    { "year", read_year, NULL },
    { "month", read_month, NULL },
    { "day", read_day, NULL },
    { "weekday", read_weekday, NULL },
    { "resolved_by", read_resolved_by, NULL },
    { "title", read_title, NULL },
    { "given", read_given, NULL },
    { "family", read_family, NULL },
    { "stands_for", read_stands_for, NULL },
    { "type", read_type, NULL },
    { "speaker", read_speaker, NULL },
    { "normal", read_normal, NULL },
    { "differs", NULL, value_differs },
    { NULL, NULL, NULL },
};
