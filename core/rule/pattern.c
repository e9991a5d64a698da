/* string.find, match, gmatch and gsub on PCRE2, with limits.
 *
 * Lua's own patterns can back-track for hours inside one instruction. PCRE2 counts its steps and stops; the steps are
 * charged to the budget: a match is tried with a small limit first, and each time it runs out the larger limit of the
 * next try is charged before. Without JIT, whose count is another one. A pattern that is still written in Lua's manner
 * (%d) is refused with a sentence instead of failing to match. Compiled patterns are Lua's to collect, so that a raise
 * loses none. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "rule/library.h"

#define PATTERN_BYTES_MAX 4096u
#define PATTERNS_KEPT_MAX 64 /* compiled, of one state */
#define MATCH_STEPS_FIRST 1000u
#define MATCH_STEPS_MAX   1000000u /* of one match: then it is an error */
#define MATCH_HEAP_KIB    1024u
#define COMPILE_STEPS     2000u

/* What lives as long as a state. */
typedef struct pattern_state {
    pcre2_general_context *general;
    pcre2_compile_context *compile;
    pcre2_match_context   *match;
    lua_Integer            kept; /* compiled patterns in the registry's list */
} pattern_state;

/* One compiled pattern: a full userdata. */
typedef struct pattern {
    pcre2_code       *code;
    pcre2_match_data *data;
    uint32_t          group_count;
} pattern;

static const char list_key[] = "gsay_patterns"; /* in the registry: pattern text -> compiled pattern */
static const char type_name[] = "gsay_pattern";

/* PCRE2 gives no size when it frees, so each block begins with its own. */
typedef union block_header {
    size_t      size;
    max_align_t alignment;
} block_header;

static void *take_block(size_t size, void *sandbox)
{
    block_header *block =
        size > SIZE_MAX - sizeof *block ? NULL : gsay_sandbox_allocate(sandbox, NULL, 0, size + sizeof *block);
    if (!block)
        return NULL;
    block->size = size + sizeof *block;
    return block + 1;
}

static void free_block(void *block, void *sandbox)
{
    if (block)
        gsay_sandbox_allocate(sandbox, (block_header *)block - 1, ((block_header *)block - 1)->size, 0);
}

void gsay_patterns_close(gsay_sandbox *sandbox)
{
    pattern_state *state = sandbox->patterns;
    sandbox->patterns = NULL;
    if (!state)
        return;
    pcre2_match_context_free(state->match);
    pcre2_compile_context_free(state->compile);
    pcre2_general_context_free(state->general);
    gsay_sandbox_allocate(sandbox, state, sizeof *state, 0);
}

/* The contexts of this state, made at the first use. */
static pattern_state *pattern_state_of(lua_State *lua)
{
    gsay_sandbox *sandbox = gsay_sandbox_of(lua);
    if (sandbox->patterns)
        return sandbox->patterns;
    pattern_state *state = gsay_sandbox_allocate(sandbox, NULL, 0, sizeof *state);
    if (!state)
        gsay_sandbox_raise_refusal(lua);
    *state = (pattern_state){ 0 };
    sandbox->patterns = state;
    state->general = pcre2_general_context_create(take_block, free_block, sandbox);
    state->compile = state->general ? pcre2_compile_context_create(state->general) : NULL;
    state->match = state->compile ? pcre2_match_context_create(state->general) : NULL;
    if (!state->match) {
        gsay_patterns_close(sandbox);
        gsay_sandbox_raise_refusal(lua);
        return NULL;
    }
    pcre2_set_max_pattern_length(state->compile, PATTERN_BYTES_MAX);
    pcre2_set_heap_limit(state->match, MATCH_HEAP_KIB);
    return state;
}

static int collect_pattern(lua_State *lua)
{
    pattern *compiled = luaL_checkudata(lua, 1, type_name);
    pcre2_match_data_free(compiled->data);
    pcre2_code_free(compiled->code);
    *compiled = (pattern){ 0 };
    return 0;
}

/* Refuse what looks like one of Lua's own patterns. */
static void check_dialect(lua_State *lua, gsay_str text)
{
    for (size_t i = 0; i + 1 < text.len; i++)
        if (text.ptr[i] == '%' && text.ptr[i + 1] && strchr("acdglpsuwxACDGLPSUWX", text.ptr[i + 1]))
            luaL_error(lua, "patterns are PCRE2's: write \\%c instead of %%%c, or [%%] for a percent sign",
                       text.ptr[i + 1], text.ptr[i + 1]);
}

/* Compile text into the new userdata on top of the stack. */
static void compile_pattern(lua_State *lua, gsay_str text, pattern *compiled)
{
    int            code = 0;
    PCRE2_SIZE     offset = 0;
    PCRE2_UCHAR    why[128] = { 0 };
    pattern_state *state = pattern_state_of(lua);
    check_dialect(lua, text);
    gsay_sandbox_charge(lua, COMPILE_STEPS + 16 * text.len);
    compiled->code =
        pcre2_compile((PCRE2_SPTR)text.ptr, text.len, PCRE2_MATCH_INVALID_UTF | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C,
                      &code, &offset, state->compile);
    if (!compiled->code && code == PCRE2_ERROR_HEAP_FAILED)
        gsay_sandbox_raise_refusal(lua);
    if (!compiled->code) {
        pcre2_get_error_message(code, why, sizeof why);
        luaL_error(lua, "pattern \"%s\": %s, at its byte %d", text.ptr, (const char *)why, (int)offset + 1);
    }
    compiled->data = pcre2_match_data_create_from_pattern(compiled->code, state->general);
    if (!compiled->data)
        gsay_sandbox_raise_refusal(lua);
    pcre2_pattern_info(compiled->code, PCRE2_INFO_CAPTURECOUNT, &compiled->group_count);
}

/* Push the list of compiled patterns; an old one that is full is dropped. */
static void push_list(lua_State *lua, pattern_state *state)
{
    if (lua_getfield(lua, LUA_REGISTRYINDEX, list_key) == LUA_TTABLE && state->kept < PATTERNS_KEPT_MAX)
        return;
    lua_pop(lua, 1);
    state->kept = 0;
    lua_newtable(lua);
    lua_pushvalue(lua, -1);
    lua_setfield(lua, LUA_REGISTRYINDEX, list_key);
}

/* Push the compiled form of the pattern at index. Borrowed from the userdata that is pushed. */
static const pattern *push_pattern(lua_State *lua, int index)
{
    gsay_str text = { 0 };
    text.ptr = luaL_checklstring(lua, index, &text.len);
    pattern_state *state = pattern_state_of(lua);
    push_list(lua, state);
    lua_pushvalue(lua, index);
    if (lua_rawget(lua, -2) == LUA_TUSERDATA) {
        lua_remove(lua, -2);
        return lua_touserdata(lua, -1);
    }
    lua_pop(lua, 1);
    pattern *compiled = lua_newuserdatauv(lua, sizeof *compiled, 0);
    *compiled = (pattern){ 0 };
    if (luaL_newmetatable(lua, type_name)) {
        lua_pushcfunction(lua, collect_pattern);
        lua_setfield(lua, -2, "__gc");
    }
    lua_setmetatable(lua, -2);
    compile_pattern(lua, text, compiled);
    lua_pushvalue(lua, index);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, -4);
    lua_remove(lua, -2);
    state->kept++;
    return compiled;
}

/* Match at or behind offset. Returns whether there is a match; its places are in compiled->data. */
static bool find_match(lua_State *lua, const pattern *compiled, gsay_str text, size_t offset)
{
    pattern_state *state = pattern_state_of(lua);
    int            result = PCRE2_ERROR_MATCHLIMIT;
    gsay_sandbox_charge(lua, 50 + (text.len - offset) / 8);
    for (uint32_t limit = MATCH_STEPS_FIRST; result == PCRE2_ERROR_MATCHLIMIT && limit <= MATCH_STEPS_MAX;
         limit *= 10) {
        if (limit > MATCH_STEPS_FIRST)
            gsay_sandbox_charge(lua, limit);
        pcre2_set_match_limit(state->match, limit);
        result = pcre2_match(compiled->code, (PCRE2_SPTR)text.ptr, text.len, offset, 0, compiled->data, state->match);
    }
    if (result == PCRE2_ERROR_NOMEMORY)
        gsay_sandbox_raise_refusal(lua);
    if (result == PCRE2_ERROR_NOMATCH)
        return false;
    if (result < 0)
        luaL_error(lua, "a pattern passed the limit of %d steps of one match", (int)MATCH_STEPS_MAX);
    return true;
}

/* Where a group matched; empty when it took no part. */
static gsay_span match_span(const pattern *compiled, uint32_t group)
{
    const PCRE2_SIZE *places = pcre2_get_ovector_pointer(compiled->data);
    size_t            begin = places[2 * group];
    size_t            end = places[2 * group + 1];
    /* \K in a look-ahead may put the begin behind the end. */
    return begin == PCRE2_UNSET || begin > end ? (gsay_span){ 0 } : (gsay_span){ (uint32_t)begin, (uint32_t)end };
}

/* Tell whether a group took part in the match: it may have, and caught nothing. */
static bool has_group(const pattern *compiled, uint32_t group)
{
    return pcre2_get_ovector_pointer(compiled->data)[2 * group] != PCRE2_UNSET;
}

/* Push what one group caught; nil when it took no part in the match. */
static void push_group(lua_State *lua, const pattern *compiled, gsay_str text, uint32_t group)
{
    gsay_span span = match_span(compiled, group);
    if (has_group(compiled, group))
        lua_pushlstring(lua, text.ptr + span.begin, span.end - span.begin);
    else
        lua_pushnil(lua);
}

/* Push all groups, or the whole match when there are none. Returns how many values were pushed. */
static int push_groups(lua_State *lua, const pattern *compiled, gsay_str text)
{
    uint32_t begin = compiled->group_count ? 1 : 0;
    luaL_checkstack(lua, (int)compiled->group_count + 1, "too many groups in a pattern");
    for (uint32_t group = begin; group <= compiled->group_count; group++)
        push_group(lua, compiled, text, group);
    return (int)(compiled->group_count + 1 - begin);
}

/* Where the next match may begin: behind this one, and behind one character more when it was empty. */
static size_t next_offset(gsay_str text, gsay_span match, size_t offset)
{
    size_t next = match.end > offset ? match.end : offset;
    if (match.begin < match.end && match.end > offset)
        return next;
    for (next++; next < text.len && ((unsigned char)text.ptr[next] & 0xC0) == 0x80;)
        next++;
    return next;
}

/* The offset that argument 3 of find and match means; behind the end when there is nothing to look at. */
static size_t initial_offset(lua_State *lua, size_t len)
{
    lua_Integer begin = luaL_optinteger(lua, 3, 1);
    if (begin < 0)
        begin = begin < -(lua_Integer)len ? 1 : (lua_Integer)len + begin + 1;
    if (begin == 0)
        begin = 1;
    return begin > (lua_Integer)len + 1 ? len + 1 : (size_t)begin - 1;
}

/* string.find(text, words, begin, true): look for the words themselves. */
static int find_plain(lua_State *lua, gsay_str text, gsay_str words, size_t offset)
{
    gsay_sandbox_charge(lua, (text.len - offset) / 4);
    for (size_t at = offset; words.len <= text.len - at; at++) {
        const char *hit =
            words.len ? memchr(text.ptr + at, words.ptr[0], text.len - at - words.len + 1) : text.ptr + at;
        if (!hit)
            break;
        at = (size_t)(hit - text.ptr);
        if (memcmp(hit, words.ptr, words.len) == 0) {
            lua_pushinteger(lua, (lua_Integer)at + 1);
            lua_pushinteger(lua, (lua_Integer)(at + words.len));
            return 2;
        }
        gsay_sandbox_charge(lua, 1 + words.len / 16);
    }
    return 0;
}

/* string.find(text, pattern, begin, is_plain) */
static int find(lua_State *lua)
{
    gsay_str text = { 0 };
    gsay_str words = { 0 };
    text.ptr = luaL_checklstring(lua, 1, &text.len);
    words.ptr = luaL_checklstring(lua, 2, &words.len);
    size_t offset = initial_offset(lua, text.len);
    if (offset > text.len)
        return 0;
    if (lua_toboolean(lua, 4))
        return find_plain(lua, text, words, offset);
    const pattern *compiled = push_pattern(lua, 2);
    if (!find_match(lua, compiled, text, offset))
        return 0;
    lua_pushinteger(lua, (lua_Integer)match_span(compiled, 0).begin + 1);
    lua_pushinteger(lua, (lua_Integer)match_span(compiled, 0).end);
    return 2 + (compiled->group_count ? push_groups(lua, compiled, text) : 0);
}

/* string.match(text, pattern, begin) */
static int match(lua_State *lua)
{
    gsay_str text = { 0 };
    text.ptr = luaL_checklstring(lua, 1, &text.len);
    size_t         offset = initial_offset(lua, text.len);
    const pattern *compiled = push_pattern(lua, 2);
    return offset <= text.len && find_match(lua, compiled, text, offset) ? push_groups(lua, compiled, text) : 0;
}

/* The iterator of gmatch: upvalues are the text, the compiled pattern and the next offset. */
static int next_match(lua_State *lua)
{
    gsay_str text = { 0 };
    text.ptr = lua_tolstring(lua, lua_upvalueindex(1), &text.len);
    const pattern *compiled = lua_touserdata(lua, lua_upvalueindex(2));
    size_t         offset = (size_t)lua_tointeger(lua, lua_upvalueindex(3));
    if (offset > text.len || !find_match(lua, compiled, text, offset))
        return 0;
    lua_pushinteger(lua, (lua_Integer)next_offset(text, match_span(compiled, 0), offset));
    lua_replace(lua, lua_upvalueindex(3));
    return push_groups(lua, compiled, text);
}

/* string.gmatch: the text and the compiled pattern live as long as the iterator. */
static int gmatch(lua_State *lua)
{
    luaL_checkstring(lua, 1);
    lua_pushvalue(lua, 1);
    push_pattern(lua, 2);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_match, 3);
    return 1;
}

/* Push what %0 to %9 in a replacement make of the match. */
static void push_expansion(lua_State *lua, const pattern *compiled, gsay_str text)
{
    gsay_str    words = { 0 };
    luaL_Buffer buffer;
    words.ptr = lua_tolstring(lua, 3, &words.len);
    luaL_buffinit(lua, &buffer);
    for (size_t i = 0; i < words.len; i++) {
        char byte = words.ptr[i];
        char next = i + 1 < words.len ? words.ptr[i + 1] : '\0';
        if (byte != '%') {
            luaL_addchar(&buffer, byte);
            continue;
        }
        i++;
        uint32_t group = (uint32_t)(next - '0');
        if (next == '%')
            luaL_addchar(&buffer, '%');
        else if (next >= '0' && next <= '9' && group <= compiled->group_count)
            luaL_addlstring(&buffer, text.ptr + match_span(compiled, group).begin,
                            match_span(compiled, group).end - match_span(compiled, group).begin);
        else
            luaL_error(lua, "string.gsub: write %%1 for a group that the pattern has, or %%%% for a percent sign");
    }
    luaL_pushresult(&buffer);
}

/* Push the replacement of one match: by a string, a table or a function at 3. false and nil keep the match. */
static void push_replacement(lua_State *lua, const pattern *compiled, gsay_str text)
{
    gsay_span whole = match_span(compiled, 0);
    if (lua_isstring(lua, 3)) {
        push_expansion(lua, compiled, text);
        return;
    }
    if (lua_istable(lua, 3)) {
        push_group(lua, compiled, text, compiled->group_count ? 1 : 0);
        lua_gettable(lua, 3);
    } else {
        lua_pushvalue(lua, 3);
        lua_call(lua, push_groups(lua, compiled, text), 1);
    }
    if (lua_toboolean(lua, -1)) {
        if (!lua_isstring(lua, -1))
            luaL_error(lua, "string.gsub: a replacement is a string, not a %s", luaL_typename(lua, -1));
        return;
    }
    lua_pop(lua, 1);
    lua_pushlstring(lua, text.ptr + whole.begin, whole.end - whole.begin);
}

/* Raise when the pieces of a result grew beyond what one string may hold. */
static void add_piece(lua_State *lua, size_t *used, size_t len)
{
    gsay_sandbox_charge(lua, 8 + len / 16);
    *used += len;
    if (*used > GSAY_RULE_STRING_MAX)
        luaL_error(lua, "string.gsub: the result is longer than %d bytes", (int)GSAY_RULE_STRING_MAX);
}

/* Pieces go to a table (index 5) and are joined at the end: a function that replaces may match, too, and must find no
 * open buffer. */
static int gsub(lua_State *lua)
{
    gsay_str text = { 0 };
    text.ptr = luaL_checklstring(lua, 1, &text.len);
    luaL_argexpected(lua, lua_isstring(lua, 3) || lua_istable(lua, 3) || lua_isfunction(lua, 3), 3,
                     "string, table or function");
    lua_Integer most = luaL_optinteger(lua, 4, LUA_MAXINTEGER);
    lua_settop(lua, 3);
    const pattern *compiled = push_pattern(lua, 2);
    luaL_Buffer    buffer;
    size_t         kept = 0; /* text up to here is in the pieces */
    size_t         used = 0;
    lua_Integer    count = 0;
    lua_Integer    pieces = 0;
    lua_newtable(lua);
    for (size_t offset = 0; count < most && offset <= text.len && find_match(lua, compiled, text, offset); count++) {
        gsay_span whole = match_span(compiled, 0);
        offset = next_offset(text, whole, offset);
        lua_pushlstring(lua, text.ptr + kept, whole.begin > kept ? whole.begin - kept : 0);
        add_piece(lua, &used, lua_rawlen(lua, -1));
        lua_rawseti(lua, 5, ++pieces);
        push_replacement(lua, compiled, text);
        lua_tostring(lua, -1);
        add_piece(lua, &used, lua_rawlen(lua, -1));
        lua_rawseti(lua, 5, ++pieces);
        kept = whole.end > kept ? whole.end : kept;
    }
    luaL_buffinit(lua, &buffer);
    for (lua_Integer i = 1; i <= pieces; i++) {
        lua_rawgeti(lua, 5, i);
        luaL_addvalue(&buffer);
    }
    luaL_addlstring(&buffer, text.ptr + kept, text.len - kept);
    luaL_pushresult(&buffer);
    lua_pushinteger(lua, count);
    return 2;
}

const luaL_Reg gsay_pattern_functions[] = {
    { "find", find }, { "gmatch", gmatch }, { "gsub", gsub }, { "match", match }, { NULL, NULL }
};
