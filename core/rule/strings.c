/* String functions of our own: rep with a bounded result, format without addresses, and the calendar that rules compare
 * weekdays by. */
#include "rule/library.h"

#include "base/calendar.h"

/* string.rep: the result is bounded before a byte is written; repeating nothing costs nothing. */
static int rep(lua_State *lua)
{
    gsay_str text = { 0 };
    gsay_str separator = { 0 };
    text.ptr = luaL_checklstring(lua, 1, &text.len);
    lua_Integer count = luaL_checkinteger(lua, 2);
    separator.ptr = luaL_optlstring(lua, 3, "", &separator.len);
    size_t each = text.len + separator.len;
    if (count <= 0 || each == 0) {
        lua_pushliteral(lua, "");
        return 1;
    }
    if ((lua_Unsigned)count > GSAY_RULE_STRING_MAX / each + 1 ||
        (size_t)count * each - separator.len > GSAY_RULE_STRING_MAX)
        return luaL_error(lua, "string.rep: the result is longer than %d bytes", (int)GSAY_RULE_STRING_MAX);
    gsay_sandbox_charge(lua, (uint64_t)count + (size_t)count * each / 16);
    luaL_Buffer buffer;
    luaL_buffinit(lua, &buffer);
    for (lua_Integer i = 0; i < count; i++) {
        luaL_addlstring(&buffer, text.ptr, text.len);
        if (i + 1 < count)
            luaL_addlstring(&buffer, separator.ptr, separator.len);
    }
    luaL_pushresult(&buffer);
    return 1;
}

/* Refuse %p, which shows an address. */
static void check_format(lua_State *lua, gsay_str format)
{
    for (size_t i = 0; i + 1 < format.len; i++) {
        if (format.ptr[i] != '%')
            continue;
        i++;
        while (i < format.len && strchr("-+ #0123456789.", format.ptr[i]) && format.ptr[i])
            i++;
        if (i < format.len && format.ptr[i] == 'p')
            luaL_error(lua, "string.format: %%p is not offered: an address differs from run to run");
    }
}

/* string.format: Lua's own (upvalue 1), after what would show an address was replaced by what tostring says. */
static int format(lua_State *lua)
{
    gsay_str text = { 0 };
    uint64_t bytes = 0;
    text.ptr = luaL_checklstring(lua, 1, &text.len);
    check_format(lua, text);
    for (int i = 2; i <= lua_gettop(lua); i++) {
        if (!lua_isstring(lua, i) && !lua_isnoneornil(lua, i) && !lua_isboolean(lua, i)) {
            gsay_library_push_shown(lua, i);
            lua_replace(lua, i);
        }
        bytes += lua_rawlen(lua, i);
    }
    if (bytes > GSAY_RULE_STRING_MAX)
        return luaL_error(lua, "string.format: the arguments are longer than %d bytes", (int)GSAY_RULE_STRING_MAX);
    gsay_sandbox_charge(lua, (text.len + bytes) / 4);
    return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

/* The date in three arguments. Returns whether there is such a day. */
static bool read_civil(lua_State *lua, gsay_civil *date)
{
    lua_Integer year = luaL_checkinteger(lua, 1);
    lua_Integer month = luaL_checkinteger(lua, 2);
    lua_Integer day = luaL_checkinteger(lua, 3);
    if (year < GSAY_YEAR_MIN || year > GSAY_YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    *date = (gsay_civil){ (int32_t)year, (int32_t)month, (int32_t)day };
    return gsay_civil_valid(*date);
}

/* calendar.weekday(year, month, day): 1 Monday to 7 Sunday, nil where no such day exists. */
static int weekday(lua_State *lua)
{
    gsay_civil date = { 0 };
    if (!read_civil(lua, &date)) {
        lua_pushnil(lua);
        return 1;
    }
    lua_pushinteger(lua, gsay_weekday_of(gsay_day_of(date)));
    return 1;
}

/* calendar.julian_weekday(year, month, day): the weekday of a date written in the old style. 1 Monday to 7 Sunday. */
static int julian_weekday(lua_State *lua)
{
    gsay_civil date = { 0 };
    if (!read_civil(lua, &date)) {
        lua_pushnil(lua);
        return 1;
    }
    /* The calendars drift apart by a day in each century year that is no leap year of the newer one; January and
     * February still belong to the year before. */
    int32_t year = date.month <= 2 ? date.year - 1 : date.year;
    int32_t century = year >= 0 ? year / 100 : (year - 99) / 100;
    int32_t leap = century >= 0 ? century / 4 : (century - 3) / 4;
    lua_pushinteger(lua, gsay_weekday_of(gsay_day_of(date) + century - leap - 2));
    return 1;
}

const luaL_Reg gsay_string_functions[] = { { "format", format }, { "rep", rep }, { NULL, NULL } };

const luaL_Reg gsay_calendar_functions[] = { { "julian_weekday", julian_weekday },
                                             { "weekday", weekday },
                                             { NULL, NULL } };
