/* Running rules: each call gets a fresh run of its file, a view and a context, inside a budget of its own.
 *
 * A file is parsed once and run anew for every call (some microseconds, for candidates only): what a rule keeps in its
 * variables is gone with the call, so that the outcome cannot depend on which calls a worker happened to make before.
 */
#include "rule/worker.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "rule/library.h"
#include "rule/view.h"

/* One rule of this worker. */
typedef struct running_rule {
    const gsay_rule *rule;
    int              chunk;  /* in Lua's registry: the parsed file */
    bool             is_off; /* switched off, or it failed */
} running_rule;

struct gsay_worker {
    gsay_sandbox  sandbox;
    gsay_call     call;
    gsay_arena    scratch; /* what lasts as long as one source or group */
    running_rule *rules;   /* by pack, id; owned (heap) */
    size_t        count;
};

/* What one call is about, for the body. */
typedef struct invocation {
    gsay_worker   *worker;
    running_rule  *running;
    gsay_view_kind kind;
    size_t         item;
} invocation;

/* Which items of an alignment a kind of rule is called for. */
typedef bool is_candidate(const gsay_alignment *alignment, size_t item);

/* Parse every file. A body for gsay_sandbox_call. */
static int load_body(lua_State *lua)
{
    gsay_worker *worker = lua_touserdata(lua, 1);
    for (size_t i = 0; i < worker->count; i++) {
        running_rule *running = &worker->rules[i];
        if (running->is_off)
            continue;
        gsay_sandbox_load(lua, running->rule->text, running->rule->path.ptr);
        running->chunk = luaL_ref(lua, LUA_REGISTRYINDEX);
    }
    return 0;
}

gsay_status gsay_worker_open(const gsay_packs *packs, gsay_worker **worker, gsay_error *err)
{
    gsay_worker *opened = calloc(1, sizeof *opened);
    if (!opened)
        return gsay_fail_memory(err);
    opened->rules = calloc(packs->count + 1, sizeof *opened->rules);
    opened->count = packs->count;
    gsay_status status = opened->rules ? gsay_sandbox_open(&opened->sandbox, err) : gsay_fail_memory(err);
    for (size_t i = 0; status == GSAY_OK && i < packs->count; i++)
        opened->rules[i] = (running_rule){ &packs->rules[i], LUA_NOREF, packs->rules[i].severity == GSAY_SEVERITY_OFF };
    if (status == GSAY_OK)
        status = gsay_sandbox_call(&opened->sandbox, load_body, opened, err);
    if (status != GSAY_OK) {
        gsay_worker_close(opened);
        return status;
    }
    opened->sandbox.context = &opened->call;
    *worker = opened;
    return GSAY_OK;
}

void gsay_worker_close(gsay_worker *worker)
{
    if (!worker)
        return;
    gsay_sandbox_close(&worker->sandbox);
    gsay_arena_clear(&worker->scratch);
    free(worker->rules);
    free(worker);
}

/* Push an option's value as Lua has it. */
static void push_option(lua_State *lua, const gsay_rule_option *option)
{
    lua_pushlstring(lua, option->value.ptr, option->value.len);
    if (option->type == GSAY_OPTION_BOOLEAN) {
        lua_pop(lua, 1);
        lua_pushboolean(lua, gsay_str_equal(option->value, GSAY_STR("true")));
    } else if (option->type == GSAY_OPTION_NUMBER && lua_stringtonumber(lua, lua_tostring(lua, -1))) {
        lua_remove(lua, -2);
    }
}

/* Push the context of a call: options and report. */
static void push_context(lua_State *lua, const gsay_rule *rule)
{
    lua_createtable(lua, 0, 2);
    lua_createtable(lua, 0, (int)rule->option_count);
    for (size_t i = 0; i < rule->option_count; i++) {
        push_option(lua, &rule->options[i]);
        lua_setfield(lua, -2, rule->options[i].key.ptr);
    }
    lua_setfield(lua, -2, "options");
    lua_pushcfunction(lua, gsay_report_finding);
    lua_setfield(lua, -2, "report");
}

/* Run the file, then its check. A body for gsay_sandbox_call. */
static int call_body(lua_State *lua)
{
    const invocation *called = lua_touserdata(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, called->running->chunk);
    gsay_sandbox_evaluate(lua);
    if (!lua_istable(lua, -1))
        return luaL_error(lua, "%s: a rule file returns a table", called->running->rule->path.ptr);
    lua_pushliteral(lua, "check");
    if (lua_rawget(lua, -2) != LUA_TFUNCTION)
        return luaL_error(lua, "%s: check is not a function", called->running->rule->path.ptr);
    gsay_view_push(lua, called->kind, called->item, 0);
    push_context(lua, called->running->rule);
    lua_call(lua, 2, 0);
    return 0;
}

/* Call one rule on one item. A rule that fails is noted and switched off, and what the call reported is taken back. */
static gsay_status call_rule(const invocation *called, gsay_error *err)
{
    gsay_worker      *worker = called->worker;
    gsay_call        *call = &worker->call;
    gsay_rule_output *output = call->output;
    size_t            before = output->findings->count;
    gsay_error        why = { 0 };
    invocation        copy = *called;
    call->rule = called->running->rule;
    call->generation++;
    gsay_status status = gsay_sandbox_call(&worker->sandbox, call_body, &copy, &why);
    if (call->is_exhausted || status == GSAY_ENOMEM)
        return gsay_fail_memory(err);
    if (status == GSAY_OK)
        return GSAY_OK;
    output->findings->count = before;
    called->running->is_off = true;
    gsay_str message = gsay_arena_format(output->arena, "rule %.*s failed: %s", GSAY_ARG(call->rule->id), why.message);
    if (!message.ptr)
        return gsay_fail_memory(err);
    return gsay_rule_failures_add(output->arena, output->failures, (gsay_rule_failure){ call->rule->id, message }, err);
}

/* Begin with a new source or group. */
static void begin(gsay_worker *worker, gsay_rule_output *output)
{
    gsay_arena_reset(&worker->scratch);
    worker->call = (gsay_call){ .generation = worker->call.generation, .scratch = &worker->scratch, .output = output };
}

gsay_status gsay_worker_run_source(gsay_worker *worker, const gsay_claims *claims, gsay_rule_output *output,
                                   gsay_error *err)
{
    begin(worker, output);
    worker->call.claims = claims;
    for (size_t i = 0; i < worker->count; i++) {
        running_rule *running = &worker->rules[i];
        if (!running->is_off && running->rule->each == GSAY_EACH_SOURCE)
            GSAY_TRY(call_rule(&(invocation){ worker, running, GSAY_VIEW_SOURCE, 0 }, err));
    }
    return GSAY_OK;
}

/* C filters before Lua is asked: most topics agree, and a call costs more than the look at a flag. */
static bool is_topic_candidate(const gsay_alignment *alignment, size_t item)
{
    return !alignment->topics[item].agrees;
}

/* A quotation is worth a call when some version of it changed. */
static bool is_quote_candidate(const gsay_alignment *alignment, size_t item)
{
    const gsay_quote_set *set = &alignment->quotes[item];
    for (size_t i = 0; i < set->count; i++)
        if (set->versions[i].change != GSAY_QUOTE_SAME)
            return true;
    return false;
}

/* Pairs of spellings are candidates already, and a group rule sees its group in any case. */
static bool is_any_candidate(const gsay_alignment *alignment, size_t item)
{
    (void)alignment;
    (void)item;
    return true;
}

/* The items of an alignment that rules of one `each` are called for. */
typedef struct item_range {
    gsay_view_kind kind;
    size_t         count;
    is_candidate  *filter;
} item_range;

static item_range range_of(const gsay_alignment *alignment, gsay_each each)
{
    switch (each) {
    case GSAY_EACH_TOPIC:
        return (item_range){ GSAY_VIEW_TOPIC, alignment->topic_count, is_topic_candidate };
    case GSAY_EACH_NAME:
        return (item_range){ GSAY_VIEW_NAME, alignment->name_count, is_any_candidate };
    case GSAY_EACH_QUOTE:
        return (item_range){ GSAY_VIEW_QUOTE, alignment->quote_count, is_quote_candidate };
    case GSAY_EACH_GROUP:
        return (item_range){ GSAY_VIEW_GROUP, 1, is_any_candidate };
    default:
        return (item_range){ GSAY_VIEW_NONE, 0, is_any_candidate };
    }
}

/* Call one rule on all its items. */
static gsay_status run_rule(gsay_worker *worker, running_rule *running, bool is_reversed, gsay_error *err)
{
    const gsay_alignment *alignment = worker->call.alignment;
    item_range            range = range_of(alignment, running->rule->each);
    for (size_t i = 0; i < range.count && !running->is_off; i++) {
        size_t item = is_reversed ? range.count - 1 - i : i;
        if (range.filter(alignment, item))
            GSAY_TRY(call_rule(&(invocation){ worker, running, range.kind, item }, err));
    }
    return GSAY_OK;
}

gsay_status gsay_worker_run_group(gsay_worker *worker, const gsay_alignment *alignment, bool is_reversed,
                                  gsay_rule_output *output, gsay_error *err)
{
    begin(worker, output);
    worker->call.alignment = alignment;
    for (size_t i = 0; i < worker->count; i++)
        GSAY_TRY(run_rule(worker, &worker->rules[is_reversed ? worker->count - 1 - i : i], is_reversed, err));
    return GSAY_OK;
}
