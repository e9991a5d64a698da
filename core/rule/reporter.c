/* ctx:report: from the table that a rule gives to a finding.
 *
 * What makes a finding worth trusting is added here, whatever the rule says: the main place, the places that it
 * disagrees with, why they are one fact, the fingerprint. All memory is the output's arena, so that a raise between two
 * steps loses nothing. */
#include <stdlib.h>

#include "rule/freeze.h"
#include "rule/library.h"
#include "rule/view.h"

#define REPORT_STEPS           500u  /* charged for one finding: a rule that reports without end is stopped early */
#define MESSAGE_BYTES_MAX      1000u /* of a message as the rule wrote it */
#define MESSAGE_TEXT_BYTES_MAX 120u  /* of one text put into a message; a longer one is cut */
#define RELATED_VIEWS_MAX      64u   /* that one report may name */
#define ALSO_HERE_MAX          4u    /* related places kept for the other places of the departing value */
#define WHY_MAX                16u

static const char *const report_keys[] = { "at", "related", "message", "args", "severity", "why", NULL };

/* One place that may be printed. */
typedef struct spot {
    gsay_finding_place printed;
    bool               is_first; /* of its source, as the places follow each other */
    bool               is_taken;
} spot;

/* Places in the order that their views were given: of the thousands of a side no more than may be printed. */
typedef struct spot_list {
    spot     items[2 * GSAY_RELATED_MAX];
    size_t   count;
    size_t   kept[2]; /* of those that are not the first of their source, of those that are */
    size_t   total;   /* kept or not */
    gsay_str source;  /* of the last one */
} spot_list;

/* One report on its way. */
typedef struct report {
    lua_State   *lua;
    gsay_call   *call;
    gsay_finding finding;
    gsay_handle  at;
    gsay_handle  related[RELATED_VIEWS_MAX];
    size_t       related_count;
    bool         has_place; /* finding.at is known */
} report;

static void *check_memory(report *made, void *memory)
{
    if (!memory)
        gsay_call_exhausted(made->lua, made->call);
    return memory;
}

/* Copy text into the output. */
static gsay_str keep(report *made, gsay_str text)
{
    gsay_str copy = gsay_arena_copy(made->call->output->arena, text);
    if (!copy.ptr)
        gsay_call_exhausted(made->lua, made->call);
    return copy;
}

/* Tell whether a view stands somewhere in a text. */
static bool is_placed(gsay_view_kind kind)
{
    return kind == GSAY_VIEW_MENTION || gsay_view_is_side(kind) || gsay_view_is_place(kind);
}

/* The handle of the view on top; raises for one that stands nowhere in a text. */
static gsay_handle top_handle(report *made, const char *key)
{
    gsay_handle handle = { 0 };
    if (!gsay_view_get(made->lua, -1, &handle))
        luaL_error(made->lua, "report: %s is %s, not a view", key, luaL_typename(made->lua, -1));
    if (!is_placed(handle.kind))
        luaL_error(made->lua, "report: %s is %s, which stands at no place", key, gsay_view_kind_name(handle.kind));
    return handle;
}

/* Push a member of the report's table, past metatables; of a frozen table its content. */
static int push_member(report *made, const char *key)
{
    lua_pushstring(made->lua, key);
    int type = lua_rawget(made->lua, 2);
    if (type == LUA_TTABLE) {
        gsay_frozen_push(made->lua, -1);
        lua_remove(made->lua, -2);
    }
    return type;
}

/* A mistyped field would otherwise be a finding without its reason. */
static void check_keys(report *made)
{
    lua_State *lua = made->lua;
    lua_pushnil(lua);
    while (lua_next(lua, 2)) {
        bool is_known = false;
        lua_pop(lua, 1);
        const char *key = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "?";
        for (size_t i = 0; report_keys[i]; i++)
            is_known = is_known || strcmp(report_keys[i], key) == 0;
        if (!is_known)
            gsay_library_raise_unknown(lua, "report has no field", key, report_keys);
    }
}

/* related: one view or a list of them. */
static void read_related(report *made)
{
    lua_State *lua = made->lua;
    int        type = push_member(made, "related");
    if (type == LUA_TTABLE) {
        size_t count = lua_rawlen(lua, -1);
        if (count > RELATED_VIEWS_MAX)
            luaL_error(lua, "report: more than %d related views", (int)RELATED_VIEWS_MAX);
        for (size_t i = 0; i < count; i++) {
            lua_rawgeti(lua, -1, (lua_Integer)i + 1);
            made->related[made->related_count++] = top_handle(made, "related");
            lua_pop(lua, 1);
        }
    } else if (type != LUA_TNIL) {
        made->related[made->related_count++] = top_handle(made, "related");
    }
    lua_pop(lua, 1);
}

/* severity: may lower what the rule declares, never raise it; what the user set stands. */
static void read_severity(report *made)
{
    lua_State       *lua = made->lua;
    const gsay_rule *rule = made->call->rule;
    gsay_severity    severity = rule->severity;
    made->finding.severity = severity;
    if (push_member(made, "severity") != LUA_TNIL) {
        const char *name = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "?";
        if (!gsay_severity_named(gsay_str_of(name), &severity) || severity == GSAY_SEVERITY_OFF)
            luaL_error(lua, "report: severity is note, warning or error, not \"%s\"", name);
        if (severity > rule->declared)
            luaL_error(lua, "report: severity may lower the rule's own, %s, not raise it to %s",
                       gsay_severity_name(rule->declared), name);
        if (!rule->is_overridden && severity < rule->severity)
            made->finding.severity = severity;
    }
    lua_pop(lua, 1);
}

/* Push text for a message: one line, no control bytes, cut when it is long. */
static void push_line(lua_State *lua, gsay_str text, size_t most)
{
    luaL_Buffer buffer;
    bool        is_cut = text.len > most;
    size_t      len = is_cut ? most : text.len;
    while (is_cut && len && ((unsigned char)text.ptr[len] & 0xC0) == 0x80)
        len--;
    luaL_buffinit(lua, &buffer);
    for (size_t i = 0; i < len; i++) {
        bool is_space = (unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7F;
        bool is_next = is_space && i + 1 < len && (unsigned char)text.ptr[i + 1] <= ' ';
        if (!is_next)
            luaL_addchar(&buffer, is_space ? ' ' : text.ptr[i]);
    }
    if (is_cut)
        luaL_addstring(&buffer, "…");
    luaL_pushresult(&buffer);
}

/* Push what a placeholder stands for. */
static void push_placeholder(report *made, gsay_str name)
{
    lua_State *lua = made->lua;
    if (gsay_str_equal(name, GSAY_STR("at"))) {
        push_line(lua, gsay_view_text(made->call, made->at), MESSAGE_TEXT_BYTES_MAX);
        return;
    }
    if (gsay_str_equal(name, GSAY_STR("related")) && made->related_count) {
        push_line(lua, gsay_view_text(made->call, made->related[0]), MESSAGE_TEXT_BYTES_MAX);
        return;
    }
    lua_pushlstring(lua, name.ptr, name.len);
    const char *key = lua_tostring(lua, -1);
    if (push_member(made, "args") != LUA_TTABLE || (lua_pushvalue(lua, -2), lua_rawget(lua, -2)) == LUA_TNIL)
        luaL_error(lua, "report: the message names {%s}, which is neither {at}, {related} nor a field of args", key);
    gsay_library_push_shown(lua, -1);
    gsay_str text = { 0 };
    text.ptr = lua_tolstring(lua, -1, &text.len);
    push_line(lua, text, MESSAGE_TEXT_BYTES_MAX);
}

/* Put the texts into the message. The pieces are joined by Lua, since a placeholder may call a rule's __tostring. */
static void read_message(report *made)
{
    lua_State *lua = made->lua;
    gsay_str   text = { 0 };
    if (push_member(made, "message") != LUA_TSTRING)
        luaL_error(lua, "report: message is %s, not a string", luaL_typename(lua, -1));
    text.ptr = lua_tolstring(lua, -1, &text.len);
    if (text.len == 0 || text.len > MESSAGE_BYTES_MAX)
        luaL_error(lua, "report: a message has 1 to %d bytes", (int)MESSAGE_BYTES_MAX);
    lua_pushliteral(lua, "");
    for (size_t i = 0; i < text.len;) {
        const char *open = memchr(text.ptr + i, '{', text.len - i);
        size_t      plain = open ? (size_t)(open - text.ptr) - i : text.len - i;
        push_line(lua, (gsay_str){ text.ptr + i, plain }, MESSAGE_BYTES_MAX);
        lua_concat(lua, 2);
        i += plain;
        if (!open)
            break;
        const char *close = memchr(text.ptr + i, '}', text.len - i);
        if (!close)
            luaL_error(lua, "report: the message has a { without a }");
        int top = lua_gettop(lua);
        push_placeholder(made, (gsay_str){ text.ptr + i + 1, (size_t)(close - text.ptr) - i - 1 });
        lua_insert(lua, top + 1);
        lua_settop(lua, top + 1);
        lua_concat(lua, 2);
        i = (size_t)(close - text.ptr) + 1;
    }
    text.ptr = lua_tolstring(lua, -1, &text.len);
    made->finding.message = keep(made, text);
    lua_settop(lua, 2);
}

static bool is_same_place(const gsay_place *a, const gsay_place *b)
{
    return a->span.begin == b->span.begin && a->span.end == b->span.end && gsay_str_equal(a->source, b->source);
}

/* Count one more place of a source. Returns where it is to be kept, NULL for one that is never printed. */
static spot *add_spot(spot_list *list, gsay_str source)
{
    bool is_first = list->total == 0 || !gsay_str_equal(list->source, source);
    list->total++;
    list->source = source;
    if (list->kept[is_first] == GSAY_RELATED_MAX)
        return NULL;
    list->kept[is_first]++;
    spot *added = &list->items[list->count++];
    *added = (spot){ .is_first = is_first };
    return added;
}

/* Add a place; the first one of all is the main place, which no list has. */
static void add_place(report *made, spot_list *list, gsay_place place, gsay_str message)
{
    if (!made->has_place)
        made->finding.at = place;
    bool is_main = !made->has_place || is_same_place(&place, &made->finding.at);
    made->has_place = true;
    spot *added = is_main ? NULL : add_spot(list, place.source);
    if (added)
        added->printed = (gsay_finding_place){ place, message };
}

/* Tell whether the place that a view has in a record may be the main one. */
static bool may_be_main(const report *made, const gsay_record *record)
{
    const gsay_place *main = &made->finding.at;
    return !made->has_place ||
           (record->place.span.begin <= main->span.begin && record->place.span.end >= main->span.end &&
            gsay_str_equal(record->place.source, main->source));
}

/* Add the places of a side in order. role: only those, unless it is PEER, which takes all. */
static void add_side(report *made, spot_list *list, gsay_handle handle, gsay_role role, gsay_str message)
{
    gsay_view_kind kind = gsay_view_item_kind(handle.kind);
    gsay_side      side = gsay_item_side(made->call, kind, handle.item, handle.part);
    for (size_t i = 0; i < side.count; i++) {
        const gsay_record *record = side.places[i];
        if (role != GSAY_ROLE_PEER && record->role != role)
            continue;
        spot *added;
        if (may_be_main(made, record))
            add_place(made, list, gsay_view_place(made->call, kind, handle.item, record), message);
        else if ((added = add_spot(list, record->place.source)) != NULL)
            added->printed = (gsay_finding_place){ gsay_view_place(made->call, kind, handle.item, record), message };
    }
}

/* Add every place that a view stands for. role: as for add_side. */
static void add_places(report *made, spot_list *list, gsay_handle handle, gsay_role role, gsay_str message)
{
    gsay_view_kind kind = gsay_view_item_kind(handle.kind);
    if (handle.kind == GSAY_VIEW_MENTION)
        add_place(made, list, gsay_mention_place(made->lua, made->call, handle.item), message);
    else if (gsay_view_is_place(handle.kind))
        add_place(made, list,
                  gsay_view_place(made->call, kind, handle.item, gsay_place_record(made->call, handle, NULL)), message);
    else
        add_side(made, list, handle, role, message);
}

/* The role that the main place has: a draft's where the side has one. */
static gsay_role main_role(const report *made)
{
    if (!gsay_view_is_side(made->at.kind))
        return GSAY_ROLE_PEER;
    gsay_side side = gsay_item_side(made->call, gsay_view_item_kind(made->at.kind), made->at.item, made->at.part);
    for (size_t i = 0; i < side.count; i++)
        if (side.places[i]->role == GSAY_ROLE_DRAFT)
            return GSAY_ROLE_DRAFT;
    return GSAY_ROLE_PEER;
}

/* Take up to most spots: the first of each source, then the others in order. */
static size_t take_spots(spot_list *list, size_t most)
{
    size_t taken = 0;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < list->count && taken < most; i++) {
            if (list->items[i].is_taken || (round == 0 && !list->items[i].is_first))
                continue;
            list->items[i].is_taken = true;
            taken++;
        }
    return taken;
}

/* The printed places in the order of the list; they are sorted once all are there. */
static void copy_taken(report *made, const spot_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].is_taken)
            made->finding.related[made->finding.related_count++] = list->items[i].printed;
}

static int compare_related(const void *left, const void *right)
{
    const gsay_place *a = &((const gsay_finding_place *)left)->place;
    const gsay_place *b = &((const gsay_finding_place *)right)->place;
    int               order = gsay_str_compare(a->source, b->source);
    return order ? order : (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

/* Choose the main place, the related ones that are printed, and count the others. */
static void choose_places(report *made)
{
    spot_list here = { 0 };
    spot_list there = { 0 };
    add_places(made, &here, made->at, main_role(made), GSAY_STR("also here"));
    for (size_t i = 0; i < made->related_count; i++)
        add_places(made, &there, made->related[i], GSAY_ROLE_PEER, GSAY_STR(""));
    made->finding.related =
        check_memory(made, GSAY_NEW(made->call->output->arena, gsay_finding_place, GSAY_RELATED_MAX));
    size_t room = there.total < GSAY_RELATED_MAX - ALSO_HERE_MAX ? GSAY_RELATED_MAX - there.total : ALSO_HERE_MAX;
    size_t taken = take_spots(&here, room);
    taken += take_spots(&there, GSAY_RELATED_MAX - taken);
    copy_taken(made, &here);
    copy_taken(made, &there);
    made->finding.more = here.total + there.total - taken;
    qsort(made->finding.related, made->finding.related_count, sizeof *made->finding.related, compare_related);
}

/* Lines beyond the limit are dropped: the first ones are those of the core. */
static void add_why(report *made, gsay_str line)
{
    if (made->finding.why_count < WHY_MAX && line.len)
        made->finding.why[made->finding.why_count++] = line;
}

/* Why two spellings may be one name. */
static void explain_name(report *made, const gsay_name_pair *pair)
{
    gsay_arena *arena = made->call->output->arena;
    if (pair->kind != GSAY_PAIR_SPELLING)
        return; /* the rule tells */
    gsay_str unknown = gsay_arena_format(arena, "no word list knows %.*s", GSAY_ARG(pair->odd));
    if (!unknown.ptr)
        gsay_call_exhausted(made->lua, made->call);
    add_why(made, pair->distance <= 1 ? GSAY_STR("one letter apart") : GSAY_STR("a few letters apart"));
    if (!pair->is_known)
        add_why(made, unknown);
    if (pair->has_context)
        add_why(made, GSAY_STR("both stand beside the same name, title or verb"));
}

/* The evidence of a topic's value that departs or has moved on. */
static void explain_topic(report *made, gsay_handle side)
{
    const gsay_topic_value *value = &made->call->alignment->topics[side.item].values[side.part];
    for (uint32_t i = 0; (value->departs || value->is_update) && i < value->evidence.count; i++)
        add_why(made, keep(made, value->evidence.lines[i]));
}

/* Why the places are one fact: the evidence of alignment first, then what the rule adds. */
static void explain(report *made)
{
    lua_State *lua = made->lua;
    made->finding.why = check_memory(made, GSAY_NEW(made->call->output->arena, gsay_str, WHY_MAX));
    if (made->at.kind == GSAY_VIEW_VALUE)
        explain_topic(made, made->at);
    if (made->related_count && made->related[0].kind == GSAY_VIEW_VALUE)
        explain_topic(made, made->related[0]);
    if (gsay_view_item_kind(made->at.kind) == GSAY_VIEW_NAME)
        explain_name(made, &made->call->alignment->names[made->at.item]);
    if (push_member(made, "why") == LUA_TTABLE) {
        for (lua_Integer i = 1; lua_rawgeti(lua, -1, i) == LUA_TSTRING; i++) {
            push_line(lua, gsay_str_of(lua_tostring(lua, -1)), MESSAGE_BYTES_MAX);
            add_why(made, keep(made, gsay_str_of(lua_tostring(lua, -1))));
            lua_pop(lua, 2);
        }
    } else if (!lua_isnil(lua, -1)) {
        luaL_error(lua, "report: why is %s, not a list of strings", luaL_typename(lua, -1));
    }
    lua_settop(lua, 2);
}

/* The folded words of a mention's sentence with one space between: what the fingerprint knows it by. */
static gsay_str sentence_of(report *made, uint32_t mention)
{
    const gsay_mentions *mentions = made->call->claims->mentions;
    const gsay_text     *text = mentions->text;
    const gsay_sentence *sentence = &text->sentences[mentions->items[mention].sentence];
    gsay_buffer          words = { 0 };
    for (uint32_t i = sentence->begin; i < sentence->end; i++) {
        if (text->tokens[i].kind == GSAY_TOKEN_PUNCT)
            continue;
        if (words.len)
            gsay_buffer_add_byte(&words, ' ');
        gsay_buffer_add(&words, text->tokens[i].kind == GSAY_TOKEN_WORD ? gsay_token_word(text, i)->folded
                                                                        : gsay_token_text(text, i));
    }
    gsay_str kept = words.has_failed ? (gsay_str){ 0 } : gsay_arena_copy(made->call->scratch, gsay_buffer_view(&words));
    gsay_buffer_clear(&words);
    if (!kept.ptr)
        gsay_call_exhausted(made->lua, made->call);
    return kept;
}

/* What the fingerprint takes for the value of a view. */
static gsay_str value_of(report *made, gsay_handle handle)
{
    const gsay_value *value = gsay_view_value(made->call, handle);
    gsay_buffer       shown = { 0 };
    if (gsay_view_item_kind(handle.kind) == GSAY_VIEW_NAME)
        return gsay_view_text(made->call, handle);
    if (value->kind == GSAY_KIND_QUOTE)
        return value->as.quote.normal;
    gsay_value_show(&shown, value);
    gsay_str kept = shown.has_failed ? (gsay_str){ 0 } : gsay_arena_copy(made->call->scratch, gsay_buffer_view(&shown));
    gsay_buffer_clear(&shown);
    if (!kept.ptr)
        gsay_call_exhausted(made->lua, made->call);
    return kept;
}

/* The fingerprint: of what is said, not of where it stands. */
static void identify(report *made)
{
    gsay_str values[RELATED_VIEWS_MAX + 1];
    gsay_str subject = made->finding.topic;
    if (made->at.kind == GSAY_VIEW_MENTION)
        subject = sentence_of(made, made->at.item);
    values[0] = value_of(made, made->at);
    for (size_t i = 0; i < made->related_count; i++)
        values[i + 1] = value_of(made, made->related[i]);
    if (gsay_finding_identify(&made->finding, subject, values, made->related_count + 1, NULL) != GSAY_OK)
        gsay_call_exhausted(made->lua, made->call);
}

/* What the finding is about: of a topic, name or quotation its key, of a source nothing but the sentence. */
static void read_subject(report *made)
{
    const gsay_call *call = made->call;
    made->finding.rule = call->rule->id;
    if (made->at.kind == GSAY_VIEW_MENTION) {
        made->finding.group = call->claims->mentions->text->document->source.group;
        made->finding.topic = GSAY_STR("");
        return;
    }
    made->finding.group = call->alignment->group;
    made->finding.topic = gsay_item_key(call, gsay_view_item_kind(made->at.kind), made->at.item);
}

int gsay_report_finding(lua_State *lua)
{
    report made = { .lua = lua, .call = gsay_call_of(lua) };
    gsay_sandbox_charge(lua, REPORT_STEPS);
    if (!lua_istable(lua, 2))
        return luaL_error(lua, "write ctx:report{ at = ..., message = ... }");
    lua_settop(lua, 2);
    gsay_frozen_push(lua, 2);
    lua_replace(lua, 2);
    check_keys(&made);
    push_member(&made, "at");
    made.at = top_handle(&made, "at");
    lua_settop(lua, 2);
    read_related(&made);
    read_severity(&made);
    read_message(&made);
    read_subject(&made);
    choose_places(&made);
    explain(&made);
    identify(&made);
    if (gsay_findings_add(made.call->output->arena, made.call->output->findings, &made.finding, NULL) != GSAY_OK)
        gsay_call_exhausted(lua, made.call);
    return 0;
}
