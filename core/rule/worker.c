/* Running rules: each call gets the rule as its file made it, a view and a context, inside a budget of its own.
 *
 * What a rule keeps in its variables is gone with the call (instance.h), so that the outcome cannot depend on which
 * calls a worker happened to make before. */
#include "rule/worker.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "rule/instance.h"

/* One rule of this worker. */
typedef struct running_rule {
    gsay_instance instance;
    bool          is_off; /* switched off, or it failed */
} running_rule;

struct gsay_worker {
    gsay_sandbox      sandbox;
    gsay_call         call;
    gsay_arena        scratch; /* what lasts as long as one source or group */
    const gsay_packs *packs;
    running_rule     *rules; /* by pack, id; owned (heap) */
    size_t            count;
};

/* Which items of an alignment a kind of rule is called for. */
typedef bool is_candidate(const gsay_alignment *alignment, size_t item);

/* Take over every parsed file. A body for gsay_sandbox_call. */
static int load_body(lua_State *lua)
{
    gsay_worker *worker = lua_touserdata(lua, 1);
    for (size_t i = 0; i < worker->count; i++)
        if (!worker->rules[i].is_off)
            gsay_instance_load(lua, &worker->rules[i].instance);
    return 0;
}

/* Take over every parsed file, and run it: not when it is called first, so that all calls leave the rules the same
 * memory. One that fails is left for its first call, which tells of it. */
static gsay_status load_rules(gsay_worker *worker, gsay_error *err)
{
    GSAY_TRY(gsay_sandbox_call(&worker->sandbox, load_body, worker, err));
    for (size_t i = 0; i < worker->count; i++)
        if (!worker->rules[i].is_off &&
            gsay_sandbox_call(&worker->sandbox, gsay_instance_make, &worker->rules[i].instance, NULL) == GSAY_ENOMEM)
            return gsay_fail_memory(err);
    return GSAY_OK;
}

gsay_status gsay_worker_open(const gsay_packs *packs, gsay_worker **worker, gsay_error *err)
{
    gsay_worker *opened = calloc(1, sizeof *opened);
    if (!opened)
        return gsay_fail_memory(err);
    opened->rules = calloc(packs->count + 1, sizeof *opened->rules);
    opened->count = packs->count;
    opened->packs = packs;
    opened->sandbox.context = &opened->call;
    gsay_status status = opened->rules ? gsay_sandbox_open(&opened->sandbox, err) : gsay_fail_memory(err);
    for (size_t i = 0; status == GSAY_OK && i < packs->count; i++)
        opened->rules[i] = (running_rule){ { .rule = &packs->rules[i], .chunk = LUA_NOREF, .made = LUA_NOREF },
                                           packs->rules[i].severity == GSAY_SEVERITY_OFF };
    if (status == GSAY_OK)
        status = load_rules(opened, err);
    if (status != GSAY_OK) {
        gsay_worker_close(opened);
        return status;
    }
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

/* Run a rule on one item, its file first where that has to be. Each has a budget of its own: a call can do the same
 * whether or not the file runs before it. */
static gsay_status run_item(gsay_worker *worker, running_rule *running, const gsay_instance_call *called,
                            gsay_error *why)
{
    gsay_instance_call copy = *called;
    if (running->instance.made == LUA_NOREF)
        GSAY_TRY(gsay_sandbox_call(&worker->sandbox, gsay_instance_make, &running->instance, why));
    worker->call.rule = running->instance.rule;
    worker->call.generation++;
    worker->call.has_changed = false;
    return gsay_sandbox_call(&worker->sandbox, gsay_instance_run, &copy, why);
}

/* Call one rule on one item. A rule that fails is noted and switched off, and what the call reported is taken back. */
static gsay_status call_rule(gsay_worker *worker, running_rule *running, gsay_view_kind kind, size_t item,
                             gsay_error *err)
{
    gsay_rule_output *output = worker->call.output;
    size_t            before = output->findings->count;
    gsay_error        why = { 0 };
    gsay_status       status = run_item(worker, running, &(gsay_instance_call){ &running->instance, kind, item }, &why);
    if (worker->call.is_exhausted || status == GSAY_ENOMEM)
        return gsay_fail_memory(err);
    if (status == GSAY_OK)
        return GSAY_OK;
    output->findings->count = before;
    running->is_off = true;
    gsay_str id = running->instance.rule->id;
    gsay_str message = gsay_arena_format(output->arena, "rule %.*s failed: %s", GSAY_ARG(id), why.message);
    if (!message.ptr)
        return gsay_fail_memory(err);
    return gsay_rule_failures_add(output->arena, output->failures, (gsay_rule_failure){ id, message }, err);
}

/* Begin with a new source or group. */
static void begin(gsay_worker *worker, gsay_rule_output *output)
{
    gsay_arena_reset(&worker->scratch);
    worker->call = (gsay_call){ .generation = worker->call.generation, .scratch = &worker->scratch, .output = output };
}

/* The kinds of mentions that a source has. */
static gsay_kind_set kinds_of(const gsay_mentions *mentions)
{
    gsay_kind_set kinds = 0;
    for (size_t i = 0; i < mentions->count; i++)
        kinds |= GSAY_KIND_BIT(mentions->items[i].value.kind);
    return kinds;
}

/* The parts of a date that a mention has. */
static uint8_t date_parts_of(const gsay_value *value)
{
    if (!gsay_kind_is_temporal(value->kind))
        return 0;
    const gsay_temporal *date = &value->as.temporal;
    return (uint8_t)((date->year != 0) << GSAY_DATE_PART_YEAR | (date->month != 0) << GSAY_DATE_PART_MONTH |
                     (date->day != 0) << GSAY_DATE_PART_DAY | (date->weekday != 0) << GSAY_DATE_PART_WEEKDAY);
}

/* Tell whether a source holds what a rule needs to be asked at all. kinds: of the source. */
static bool is_asked(const gsay_rule *rule, const gsay_mentions *mentions, gsay_kind_set kinds)
{
    bool is_met = !rule->kinds || rule->kinds & kinds;
    if (!is_met || !rule->with)
        return is_met;
    for (size_t i = 0; i < mentions->count; i++) {
        const gsay_value *value = &mentions->items[i].value;
        if ((!rule->kinds || rule->kinds & GSAY_KIND_BIT(value->kind)) && !(rule->with & ~date_parts_of(value)))
            return true;
    }
    return false;
}

gsay_status gsay_worker_run_source(gsay_worker *worker, const gsay_claims *claims, gsay_rule_output *output,
                                   gsay_error *err)
{
    begin(worker, output);
    worker->call.claims = claims;
    gsay_kind_set kinds = kinds_of(claims->mentions);
    for (size_t i = 0; i < worker->count; i++) {
        running_rule    *running = &worker->rules[i];
        const gsay_rule *rule = running->instance.rule;
        if (!running->is_off && rule->each == GSAY_EACH_SOURCE && is_asked(rule, claims->mentions, kinds))
            GSAY_TRY(call_rule(worker, running, GSAY_VIEW_SOURCE, 0, err));
    }
    return GSAY_OK;
}

/* C filters before Lua is asked: most topics agree, and a call costs more than the look at a flag. */
static bool is_topic_candidate(const gsay_alignment *alignment, size_t item)
{
    const gsay_topic *topic = &alignment->topics[item];
    return !topic->agrees || topic->has_updates || topic->departing_count > 0;
}

/* A quotation is worth a call when some version of it changed, or when it has two speakers. */
static bool is_quote_candidate(const gsay_alignment *alignment, size_t item)
{
    const gsay_quote_set *set = &alignment->quotes[item];
    for (size_t i = 0; i < set->count; i++)
        if (set->versions[i].change != GSAY_QUOTE_SAME)
            return true;
    return set->speaker_count > 0;
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

static int compare_word(const void *word, const void *item)
{
    return gsay_str_compare(*(const gsay_str *)word, *(const gsay_str *)item);
}

/* Tell whether the user says that a spelling is right. */
static bool is_accepted(gsay_worker *worker, gsay_str written)
{
    const gsay_str_set *accepted = &worker->packs->accepted;
    gsay_str            word = accepted->count ? gsay_utf8_fold(&worker->scratch, written) : written;
    return accepted->count && word.ptr &&
           bsearch(&word, accepted->items, accepted->count, sizeof *accepted->items, compare_word);
}

/* Tell whether a rule for each name is one for what a pair is held against each other for. */
static bool sees(gsay_worker *worker, const gsay_rule *rule, size_t item)
{
    if (rule->each != GSAY_EACH_NAME)
        return true;
    const gsay_name_pair *pair = &worker->call.alignment->names[item];
    return rule->kinds & GSAY_KIND_BIT(pair->kind) &&
           !(pair->kind == GSAY_PAIR_SPELLING && is_accepted(worker, pair->odd));
}

/* Call one rule on all its items. */
static gsay_status run_rule(gsay_worker *worker, running_rule *running, bool is_reversed, gsay_error *err)
{
    const gsay_alignment *alignment = worker->call.alignment;
    item_range            range = range_of(alignment, running->instance.rule->each);
    for (size_t i = 0; i < range.count && !running->is_off; i++) {
        size_t item = is_reversed ? range.count - 1 - i : i;
        if (range.filter(alignment, item) && sees(worker, running->instance.rule, item))
            GSAY_TRY(call_rule(worker, running, range.kind, item, err));
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
