/* Loaded rules and what the user says of them: severities, options, which of them run. */
#include "rule/metadata.h"
#include "base/nearest.h"

gsay_rule *gsay_packs_find(gsay_packs *packs, gsay_str id)
{
    for (size_t i = 0; i < packs->count; i++)
        if (gsay_str_equal(packs->rules[i].id, id))
            return &packs->rules[i];
    return NULL;
}

gsay_str gsay_packs_nearest(const gsay_packs *packs, gsay_str id)
{
    gsay_nearest search = { .name = id };
    for (size_t i = 0; i < packs->count; i++)
        gsay_nearest_offer(&search, packs->rules[i].id);
    return search.best;
}

/* Find a rule that the user named. */
static gsay_status find_rule(gsay_packs *packs, gsay_str id, gsay_rule **rule, gsay_error *err)
{
    *rule = gsay_packs_find(packs, id);
    if (*rule)
        return GSAY_OK;
    gsay_str nearest = gsay_packs_nearest(packs, id);
    if (nearest.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no rule \"%.*s\"; the nearest is \"%.*s\"", GSAY_ARG(id),
                         GSAY_ARG(nearest));
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "there is no rule \"%.*s\"; `gainsay rules` lists them", GSAY_ARG(id));
}

gsay_status gsay_packs_set_severity(gsay_packs *packs, gsay_str id, gsay_severity severity, gsay_error *err)
{
    gsay_rule *rule = NULL;
    GSAY_TRY(find_rule(packs, id, &rule, err));
    rule->severity = severity;
    rule->is_overridden = true;
    return GSAY_OK;
}

gsay_status gsay_packs_only(gsay_packs *packs, const gsay_str *ids, size_t count, gsay_error *err)
{
    gsay_rule *rule = NULL;
    for (size_t i = 0; i < count; i++)
        GSAY_TRY(find_rule(packs, ids[i], &rule, err));
    for (size_t i = 0; i < packs->count; i++) {
        bool is_named = false;
        for (size_t k = 0; k < count && !is_named; k++)
            is_named = gsay_str_equal(packs->rules[i].id, ids[k]);
        if (!is_named)
            packs->rules[i].severity = GSAY_SEVERITY_OFF;
    }
    return GSAY_OK;
}

/* Fail for a key that the rule has no option of. */
static gsay_status fail_unknown_option(const gsay_rule *rule, gsay_str key, gsay_error *err)
{
    gsay_nearest search = { .name = key };
    for (size_t i = 0; i < rule->option_count; i++)
        gsay_nearest_offer(&search, rule->options[i].key);
    if (search.best.len)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "%.*s has no option \"%.*s\"; the nearest is \"%.*s\"",
                         GSAY_ARG(rule->id), GSAY_ARG(key), GSAY_ARG(search.best));
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "%.*s has no option \"%.*s\"; `gainsay explain %.*s` lists them",
                     GSAY_ARG(rule->id), GSAY_ARG(key), GSAY_ARG(rule->id));
}

gsay_status gsay_packs_set_option(gsay_packs *packs, gsay_str id, gsay_str key, gsay_str value, gsay_error *err)
{
    gsay_rule *rule = NULL;
    GSAY_TRY(find_rule(packs, id, &rule, err));
    for (size_t i = 0; i < rule->option_count; i++)
        if (gsay_str_equal(rule->options[i].key, key))
            return gsay_option_set(&packs->arena, rule->id, &rule->options[i], value, err);
    return fail_unknown_option(rule, key, err);
}

gsay_status gsay_packs_name(gsay_packs *packs, gsay_str name, gsay_str pattern, gsay_error *err)
{
    gsay_error  why = { 0 };
    gsay_status status = gsay_named_add(&packs->named, name, pattern, &why);
    return status == GSAY_OK ? GSAY_OK
                             : gsay_fail(err, status, SIZE_MAX, "claim \"%.*s\": %s", GSAY_ARG(name), why.message);
}

gsay_status gsay_packs_pin(gsay_packs *packs, gsay_str name, gsay_str value, gsay_str origin, gsay_error *err)
{
    return gsay_named_pin(&packs->named, name, value, origin, err);
}

void gsay_packs_close(gsay_packs *packs)
{
    gsay_named_close(&packs->named);
    gsay_arena_clear(&packs->arena);
    *packs = (gsay_packs){ 0 };
}
