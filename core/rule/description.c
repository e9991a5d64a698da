/* Reading what a pack.lua returns. */
#include "rule/metadata.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rule/reading.h"
#include "rule/sandbox.h"

static const char *const pack_keys[] = { "api",    "name",  "version", "extends", "rules",
                                         "claims", "facts", "lexicon", NULL };
static const char *const lexicon_keys[] = { "accept", "title", "same", NULL };
/* Known to the interface, not to this version: an ignored setting is never silent. */
static const char *const later_lexicon_keys[] = { "unit", NULL };

/* The list of names at key of the table on top. */
static void read_extends(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "extends");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: extends is a %s, not a list of packs", file->path, luaL_typename(lua, -1));
    size_t count = type == LUA_TTABLE ? lua_rawlen(lua, -1) : 0;
    if (count > GSAY_PACK_ENTRIES_MAX)
        luaL_error(lua, "%s: extends has more than %d entries", file->path, GSAY_PACK_ENTRIES_MAX);
    pack->extends = GSAY_NEW(file->arena, gsay_str, count);
    if (!pack->extends)
        gsay_sandbox_raise_exhausted(lua);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_error(lua, "%s: extends holds a %s, not the name of a pack", file->path, luaL_typename(lua, -1));
        pack->extends[pack->extends_count++] = gsay_file_keep(file, gsay_file_top(lua));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

/* Note one setting whose value is on top. */
static void add_setting(const gsay_file_reading *file, gsay_pack_description *pack, gsay_str rule, gsay_str key)
{
    gsay_option_type type = GSAY_OPTION_STRING;
    if (pack->setting_count == GSAY_PACK_ENTRIES_MAX)
        luaL_error(file->lua, "%s: rules has more than %d entries", file->path, GSAY_PACK_ENTRIES_MAX);
    pack->settings[pack->setting_count++] = (gsay_pack_setting){ rule, key, gsay_file_keep_value(file, &type) };
}

static int compare_settings(const void *left, const void *right)
{
    const gsay_pack_setting *a = left;
    const gsay_pack_setting *b = right;
    int                      order = gsay_str_compare(a->rule, b->rule);
    return order ? order : gsay_str_compare(a->key, b->key);
}

/* The value of one rule in `rules`: a severity, or a table of severity and options. */
static void read_setting(const gsay_file_reading *file, gsay_pack_description *pack, gsay_str rule)
{
    lua_State *lua = file->lua;
    if (!lua_istable(lua, -1)) {
        add_setting(file, pack, rule, GSAY_STR("severity"));
        return;
    }
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        add_setting(file, pack, rule, gsay_file_keep_key(file, "rules"));
        lua_pop(lua, 1);
    }
}

/* The table at rules: what the pack says of rules, its own and those that it extends. */
static void read_settings(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "rules");
    if (type == LUA_TNIL) {
        lua_pop(lua, 1);
        return;
    }
    if (type != LUA_TTABLE)
        luaL_error(lua, "%s: rules is a %s, not a table", file->path, luaL_typename(lua, -1));
    pack->settings = GSAY_NEW(file->arena, gsay_pack_setting, GSAY_PACK_ENTRIES_MAX);
    if (!pack->settings)
        gsay_sandbox_raise_exhausted(lua);
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        read_setting(file, pack, gsay_file_keep_key(file, "rules"));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (pack->setting_count)
        qsort(pack->settings, pack->setting_count, sizeof *pack->settings, compare_settings);
}

static int compare_claims(const void *left, const void *right)
{
    const gsay_pack_claim *a = left, *b = right;
    int                    order = gsay_str_compare(a->name, b->name);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* Push the table at a key of pack.lua that holds claims; nothing is pushed when it is missing. items: out, room for its
 * entries. Returns whether it is there. */
static bool push_claims(const gsay_file_reading *file, const char *key, gsay_pack_claim **items)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, key);
    if (type == LUA_TNIL) {
        lua_pop(lua, 1);
        return false;
    }
    if (type != LUA_TTABLE)
        luaL_error(lua, "%s: %s is a %s, not a table by the names of claims", file->path, key, luaL_typename(lua, -1));
    *items = GSAY_NEW(file->arena, gsay_pack_claim, GSAY_PACK_ENTRIES_MAX);
    if (!*items)
        gsay_sandbox_raise_exhausted(lua);
    return true;
}

/* The next of count entries; raises when there are too many. */
static gsay_pack_claim *next_entry(const gsay_file_reading *file, const char *key, gsay_pack_claim *items,
                                   size_t *count)
{
    if (*count == GSAY_PACK_ENTRIES_MAX)
        luaL_error(file->lua, "%s: %s has more than %d entries", file->path, key, GSAY_PACK_ENTRIES_MAX);
    return &items[(*count)++];
}

/* The patterns of one claim: a list of strings, which is on top, or one string. */
static void read_patterns(const gsay_file_reading *file, gsay_pack_description *pack, gsay_str name)
{
    lua_State *lua = file->lua;
    if (lua_type(lua, -1) == LUA_TSTRING) {
        *next_entry(file, "claims", pack->claims, &pack->claim_count) =
            (gsay_pack_claim){ .name = name, .text = gsay_file_keep(file, gsay_file_top(lua)) };
        return;
    }
    if (!lua_istable(lua, -1) || lua_rawlen(lua, -1) == 0)
        luaL_error(lua, "%s: the claim \"%s\" has a %s, not a list of patterns", file->path, name.ptr,
                   luaL_typename(lua, -1));
    for (size_t i = 0; i < lua_rawlen(lua, -1); i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_error(lua, "%s: the claim \"%s\" holds a %s, not a pattern", file->path, name.ptr,
                       luaL_typename(lua, -1));
        *next_entry(file, "claims", pack->claims, &pack->claim_count) =
            (gsay_pack_claim){ name, gsay_file_keep(file, gsay_file_top(lua)), (uint32_t)i };
        lua_pop(lua, 1);
    }
}

/* The table at claims: names with their patterns. */
static void read_claims(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    if (!push_claims(file, "claims", &pack->claims))
        return;
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        read_patterns(file, pack, gsay_file_keep_key(file, "claims"));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (pack->claim_count)
        qsort(pack->claims, pack->claim_count, sizeof *pack->claims, compare_claims);
}

/* The table at facts: what claims are pinned to. */
static void read_facts(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State       *lua = file->lua;
    gsay_option_type type = GSAY_OPTION_NUMBER;
    if (!push_claims(file, "facts", &pack->facts))
        return;
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        gsay_pack_claim *fact = next_entry(file, "facts", pack->facts, &pack->fact_count);
        *fact =
            (gsay_pack_claim){ .name = gsay_file_keep_key(file, "facts"), .text = gsay_file_keep_value(file, &type) };
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (pack->fact_count)
        qsort(pack->facts, pack->fact_count, sizeof *pack->facts, compare_claims);
}

/* The number of entries of what is on top: a list, or nil; what: of its entries. */
static size_t count_entries(const gsay_file_reading *file, const char *key, const char *what)
{
    lua_State *lua = file->lua;
    if (!lua_isnil(lua, -1) && !lua_istable(lua, -1))
        luaL_error(lua, "%s: lexicon.%s is a %s, not a list of %s", file->path, key, luaL_typename(lua, -1), what);
    size_t count = lua_istable(lua, -1) ? lua_rawlen(lua, -1) : 0;
    if (count > GSAY_PACK_ENTRIES_MAX)
        luaL_error(lua, "%s: lexicon.%s has more than %d entries", file->path, key, GSAY_PACK_ENTRIES_MAX);
    return count;
}

/* The list of words on top, folded. key: of the lexicon, for messages. */
static gsay_str_set read_list(const gsay_file_reading *file, const char *key)
{
    lua_State   *lua = file->lua;
    size_t       count = count_entries(file, key, "words");
    gsay_str_set words = { .items = GSAY_NEW(file->arena, gsay_str, count) };
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING || lua_rawlen(lua, -1) == 0)
            luaL_error(lua, "%s: lexicon.%s holds what is no word", file->path, key);
        if (words.items)
            words.items[words.count++] = gsay_utf8_fold(file->arena, gsay_file_keep(file, gsay_file_top(lua)));
        lua_pop(lua, 1);
    }
    if (!words.items || (count && !words.items[count - 1].ptr))
        gsay_sandbox_raise_exhausted(lua);
    return words;
}

/* The list of words at a key of the lexicon on top, folded. */
static gsay_str_set read_words(const gsay_file_reading *file, const char *key)
{
    gsay_file_push(file->lua, -1, key);
    gsay_str_set words = read_list(file, key);
    lua_pop(file->lua, 1);
    return words;
}

/* The list at lexicon.same of the lexicon on top: of lists of words that mean one thing. */
static void read_synonyms(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    gsay_file_push(lua, -1, "same");
    size_t count = count_entries(file, "same", "lists of words");
    pack->synonyms = GSAY_NEW(file->arena, gsay_str_set, count);
    if (!pack->synonyms)
        gsay_sandbox_raise_exhausted(lua);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TTABLE || lua_rawlen(lua, -1) < 2)
            luaL_error(lua, "%s: lexicon.same holds what is no list of two words or more", file->path);
        gsay_str_set words = read_list(file, "same");
        for (size_t k = 0; k < words.count; k++)
            if (memchr(words.items[k].ptr, ' ', words.items[k].len))
                luaL_error(lua, "%s: lexicon.same has \"%s\", which is more than one word", file->path,
                           gsay_arena_format(file->arena, "%.*s", GSAY_ARG(words.items[k])).ptr);
        pack->synonyms[pack->synonym_count++] = words;
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

/* The table at lexicon: words that texts of the pack's matter have. */
static void read_lexicon(const gsay_file_reading *file, gsay_pack_description *pack)
{
    lua_State *lua = file->lua;
    int        type = gsay_file_push(lua, -1, "lexicon");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        luaL_error(lua, "%s: lexicon is a %s, not a table", file->path, luaL_typename(lua, -1));
    for (size_t i = 0; type == LUA_TTABLE && later_lexicon_keys[i]; i++) {
        if (gsay_file_push(lua, -1, later_lexicon_keys[i]) != LUA_TNIL)
            luaL_error(lua, "%s: lexicon.%s is not supported by this version; take it out", file->path,
                       later_lexicon_keys[i]);
        lua_pop(lua, 1);
    }
    if (type == LUA_TTABLE) {
        gsay_file_check_keys(file, "key of a lexicon", lexicon_keys);
        pack->accepted = read_words(file, "accept");
        pack->titles = read_words(file, "title");
        read_synonyms(file, pack);
    }
    lua_pop(lua, 1);
}

void gsay_metadata_read_pack(lua_State *lua, gsay_arena *arena, const char *path, gsay_pack_description *pack)
{
    gsay_file_reading file = { lua, arena, path };
    gsay_file_check_table(&file, "pack.lua");
    gsay_file_check_keys(&file, "key of a pack", pack_keys);
    gsay_file_check_api(&file);
    pack->name = gsay_file_string(&file, "name", true);
    pack->version = gsay_file_string(&file, "version", false);
    read_extends(&file, pack);
    read_settings(&file, pack);
    read_claims(&file, pack);
    read_facts(&file, pack);
    read_lexicon(&file, pack);
}
