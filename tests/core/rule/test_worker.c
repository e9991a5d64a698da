/* Workers: rules on alignments built by hand, what they may report, and what happens to rules that misbehave. */
#include "rule/worker.h"

#include <stdlib.h>

#include "rule/folder.h"
#include "rule/suites.h"

#define PLACES_MAX 16

/* One run of a pack over a group. */
typedef struct outcome {
    gsay_arena         arena;
    gsay_findings      findings;
    gsay_rule_failures failures;
} outcome;

/* A place in a made-up source: "a.txt", column 5 of a line. */
static gsay_record record_at(const char *source, uint32_t line, const char *text)
{
    uint32_t begin = line * 100 + 4;
    return (gsay_record){
        .place = { .source = gsay_str_of(source),
                   .span = { begin, begin + (uint32_t)strlen(text) },
                   .line = line,
                   .column = 5,
                   .text = gsay_str_of(text) },
    };
}

static gsay_value percent(int64_t number)
{
    gsay_number value = { .lo = gsay_decimal_from(number),
                          .hi = gsay_decimal_from(number),
                          .unit = GSAY_STR("%"),
                          .has_lo = true,
                          .has_hi = true,
                          .bound = GSAY_BOUND_EXACT,
                          .dimension = GSAY_DIMENSION_PERCENT };
    return (gsay_value){ .kind = GSAY_KIND_PERCENT, .as = { .number = value } };
}

/* A group with a topic (20% in a and c, 25% in b and again in b), a pair of spellings and a quotation in two versions.
 */
typedef struct group {
    gsay_record        records[PLACES_MAX];
    const gsay_record *places[PLACES_MAX];
    gsay_topic_value   values[2];
    gsay_topic         topics[2];
    gsay_name_pair     names[1];
    gsay_quote_version versions[2];
    gsay_quote_set     quotes[1];
    gsay_alignment     alignment;
} group;

static void make_topics(group *made)
{
    static const char *const sources[] = { "a.txt", "c.txt", "c.txt", "b.txt", "b.txt" };
    for (uint32_t i = 0; i < 5; i++) {
        made->records[i] = record_at(sources[i], i + 1, i < 3 ? "20%" : "25%");
        made->records[i].value = percent(i < 3 ? 20 : 25);
        made->places[i] = &made->records[i];
    }
    made->values[0] = (gsay_topic_value){ .places = &made->places[0], .count = 3, .value = percent(20) };
    made->values[1] = (gsay_topic_value){ .places = &made->places[3],
                                          .count = 2,
                                          .value = percent(25),
                                          .departs = true,
                                          .evidence = { { GSAY_STR("head: meadow") }, 1 } };
    made->topics[0] = (gsay_topic){
        .key = GSAY_STR("percent of meadow"), .kind = GSAY_KIND_PERCENT, .values = made->values, .count = 2
    };
    made->topics[1] = (gsay_topic){ .key = GSAY_STR("percent of wood"),
                                    .kind = GSAY_KIND_PERCENT,
                                    .values = made->values,
                                    .count = 1,
                                    .agrees = true };
}

static void make_names(group *made)
{
    for (uint32_t i = 5; i < 9; i++) {
        made->records[i] = record_at(i < 8 ? "a.txt" : "b.txt", i + 1, i < 8 ? "Ilse Brandtner" : "Brandtnar");
        made->records[i].value.kind = GSAY_KIND_NAME;
        made->places[i] = &made->records[i];
    }
    made->names[0] = (gsay_name_pair){ .key = GSAY_STR("name: brandtner"),
                                       .odd = GSAY_STR("Brandtnar"),
                                       .main = GSAY_STR("Brandtner"),
                                       .odd_places = &made->places[8],
                                       .odd_count = 1,
                                       .main_places = &made->places[5],
                                       .main_count = 3,
                                       .source_count = 2,
                                       .distance = 1,
                                       .has_context = true };
}

static void make_quotes(group *made)
{
    for (uint32_t i = 9; i < 11; i++) {
        made->records[i] = record_at(i == 9 ? "a.txt" : "b.txt", i + 1, "any words");
        made->records[i].value = (gsay_value){ .kind = GSAY_KIND_QUOTE,
                                               .as = { .quote = { .normal = gsay_str_of(i == 9 ? "x y" : "x z") } } };
        made->places[i] = &made->records[i];
    }
    made->versions[0] = (gsay_quote_version){ .places = &made->places[9], .count = 1, .same_speaker = true };
    made->versions[1] = (gsay_quote_version){ .places = &made->places[10],
                                              .count = 1,
                                              .change = GSAY_QUOTE_REPLACED,
                                              .lost = GSAY_STR("y"),
                                              .found = GSAY_STR("z"),
                                              .same_speaker = true };
    made->quotes[0] = (gsay_quote_set){ .key = GSAY_STR("x"), .versions = made->versions, .count = 2 };
}

static void make_group(group *made)
{
    *made = (group){ 0 };
    make_topics(made);
    make_names(made);
    make_quotes(made);
    made->alignment = (gsay_alignment){ .group = GSAY_STR("g"),
                                        .topics = made->topics,
                                        .topic_count = 2,
                                        .names = made->names,
                                        .name_count = 1,
                                        .quotes = made->quotes,
                                        .quote_count = 1 };
}

static void run_packs(const gsay_packs *packs, const group *made, bool is_reversed, outcome *out)
{
    gsay_worker     *worker = NULL;
    gsay_error       err = { 0 };
    gsay_rule_output output = { &out->arena, &out->findings, &out->failures };
    ck_assert_msg(gsay_worker_open(packs, &worker, &err) == GSAY_OK, "%s", err.message);
    ck_assert_msg(gsay_worker_run_group(worker, &made->alignment, is_reversed, &output, &err) == GSAY_OK, "%s",
                  err.message);
    gsay_worker_close(worker);
    gsay_findings_sort(&out->findings);
}

/* Run one rule file on the group. */
static void run_rule(const char *text, const group *made, outcome *out)
{
    folder     house;
    gsay_packs packs = { 0 };
    gsay_error err = { 0 };
    gsay_str   name = GSAY_STR("p");
    *out = (outcome){ 0 };
    folder_open(&house);
    folder_add(&house, "p/one.lua", text);
    ck_assert_msg(gsay_packs_load(gsay_str_of(house.path), &name, 1, &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_msg(packs.broken.count == 0, "%.*s", GSAY_ARG(packs.broken.items[0].message));
    run_packs(&packs, made, false, out);
    /* The findings must outlive their packs' Lua states, not their arena: ids are the packs'. */
    for (size_t i = 0; i < out->findings.count; i++)
        out->findings.items[i].rule = GSAY_STR("one");
    for (size_t i = 0; i < out->failures.count; i++)
        assert_str(out->failures.items[i].rule, "one");
    gsay_packs_close(&packs);
    folder_remove(&house);
}

static void load_shipped(gsay_packs *packs)
{
    gsay_error err = { 0 };
    *packs = (gsay_packs){ 0 };
    ck_assert_msg(gsay_packs_load(GSAY_STR("rules"), NULL, 0, packs, &err) == GSAY_OK, "%s", err.message);
}

static const gsay_finding *finding_of(const outcome *out, const char *rule)
{
    for (size_t i = 0; i < out->findings.count; i++)
        if (gsay_str_equal(out->findings.items[i].rule, gsay_str_of(rule)))
            return &out->findings.items[i];
    ck_abort_msg("no finding of %s", rule);
    return NULL;
}

START_TEST(a_value_that_departs_is_one_finding_with_all_its_places)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    ck_assert_uint_eq(out.failures.count, 0);
    ck_assert_uint_eq(out.findings.count, 3);
    const gsay_finding *found = finding_of(&out, "measure-conflict");
    assert_str(found->message, "25% here, but 20%");
    assert_str(found->at.source, "b.txt");
    ck_assert_uint_eq(found->at.line, 4);
    assert_str(found->topic, "percent of meadow");
    assert_str(found->group, "g");
    ck_assert_uint_eq(found->related_count, 4);
    assert_str(found->related[0].place.source, "a.txt");
    assert_str(found->related[1].place.source, "b.txt");
    assert_str(found->related[1].message, "also here");
    assert_str(found->related[2].place.source, "c.txt");
    ck_assert_uint_eq(found->more, 0);
    ck_assert_uint_eq(found->why_count, 1);
    assert_str(found->why[0], "head: meadow");
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(a_misspelt_name_is_shown_as_one_word)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    const gsay_finding *found = finding_of(&out, "name-spelling");
    ck_assert_int_eq(found->severity, GSAY_SEVERITY_ERROR);
    assert_str(found->message, "Brandtnar is spelled Brandtner in 3 other places");
    assert_str(found->related[0].place.text, "Brandtner");
    ck_assert_uint_eq(found->related[0].place.column, 10);
    ck_assert_uint_eq(found->related[0].place.span.begin, 609);
    ck_assert_uint_eq(found->why_count, 3);
    assert_str(found->why[1], "no word list knows Brandtnar");
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

/* Spellings: which evidence gives which severity; 0 is silence. */
static const struct {
    bool          is_known, has_context, is_lower, meets, is_derived;
    size_t        main_count, source_count;
    gsay_severity want;
} name_rows[] = {
    { false, true, false, false, false, 3, 2, GSAY_SEVERITY_ERROR },
    { false, false, false, false, false, 5, 2, GSAY_SEVERITY_ERROR },
    { false, false, false, false, false, 5, 1, GSAY_SEVERITY_WARNING },
    { false, false, false, false, false, 4, 2, GSAY_SEVERITY_WARNING },
    { false, false, false, false, false, 1, 2, GSAY_SEVERITY_OFF },
    { true, false, false, false, false, 9, 4, GSAY_SEVERITY_OFF },
    { true, true, false, false, false, 9, 4, GSAY_SEVERITY_WARNING },
    { false, true, true, false, false, 9, 4, GSAY_SEVERITY_OFF },
    { false, true, false, true, false, 9, 4, GSAY_SEVERITY_OFF },
    { false, true, false, false, true, 9, 4, GSAY_SEVERITY_OFF },
};

START_TEST(evidence_decides_how_sure_a_spelling_is)
{
    group              made;
    outcome            out = { 0 };
    gsay_packs         packs;
    const gsay_record *places[PLACES_MAX];
    make_group(&made);
    for (size_t i = 0; i < PLACES_MAX; i++)
        places[i] = made.places[5];
    made.names[0].main_places = places;
    made.names[0].main_count = name_rows[_i].main_count;
    made.names[0].source_count = name_rows[_i].source_count;
    made.names[0].is_known = name_rows[_i].is_known;
    made.names[0].has_context = name_rows[_i].has_context;
    made.names[0].is_lower = name_rows[_i].is_lower;
    made.names[0].meets = name_rows[_i].meets;
    made.names[0].is_derived = name_rows[_i].is_derived;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    gsay_severity got = GSAY_SEVERITY_OFF;
    for (size_t i = 0; i < out.findings.count; i++)
        if (gsay_str_equal(out.findings.items[i].rule, GSAY_STR("name-spelling")))
            got = out.findings.items[i].severity;
    ck_assert_int_eq(got, name_rows[_i].want);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

/* Quotations: what changed, and what is said of it. The version in a.txt is the main place: both have one, a.txt is
 * first. */
static const struct {
    gsay_quote_change change;
    const char       *lost, *found;
    bool              same_speaker;
    gsay_severity     want;
    const char       *message;
} quote_rows[] = {
    { GSAY_QUOTE_REPLACED, "every ship", "any boat", true, GSAY_SEVERITY_ERROR,
      "the quotation has “every ship” here, but “any boat” in one other place" },
    { GSAY_QUOTE_REPLACED, "", "not", true, GSAY_SEVERITY_ERROR,
      "the quotation leaves out “not” here, which stands in one other place" },
    { GSAY_QUOTE_REPLACED, "", "", true, GSAY_SEVERITY_ERROR,
      "the quotation has its words in another order here than in one other place" },
    { GSAY_QUOTE_OMITTED, "like you", "", true, GSAY_SEVERITY_WARNING,
      "the quotation adds “like you” here, which is missing in one other place" },
    { GSAY_QUOTE_HESITATION, "you know", "", true, GSAY_SEVERITY_NOTE, "adds “you know”" },
    { GSAY_QUOTE_REPLACED, "a", "b", false, GSAY_SEVERITY_OFF, "" },
    { GSAY_QUOTE_SAME, "", "", true, GSAY_SEVERITY_OFF, "" },
};

START_TEST(what_changed_in_a_quotation_decides_its_severity)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    made.versions[1].change = quote_rows[_i].change;
    made.versions[1].lost = gsay_str_of(quote_rows[_i].lost);
    made.versions[1].found = gsay_str_of(quote_rows[_i].found);
    made.versions[1].same_speaker = quote_rows[_i].same_speaker;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    ck_assert_uint_eq(out.failures.count, 0);
    ck_assert_uint_eq(out.findings.count, quote_rows[_i].want ? 3 : 2);
    if (quote_rows[_i].want) {
        const gsay_finding *found = finding_of(&out, "quote-altered");
        ck_assert_int_eq(found->severity, quote_rows[_i].want);
        ck_assert_msg(holds(found->message, quote_rows[_i].message), "%.*s", GSAY_ARG(found->message));
        assert_str(found->at.source, "a.txt");
    }
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(a_draft_is_the_main_place_though_most_agree_with_it)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    for (size_t i = 0; i < 5; i++)
        made.records[i].role = i == 1 ? GSAY_ROLE_DRAFT : GSAY_ROLE_REFERENCE;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    const gsay_finding *found = finding_of(&out, "measure-conflict");
    assert_str(found->message, "20% here, but 25%");
    assert_str(found->at.source, "c.txt");
    ck_assert_uint_eq(found->related_count, 2);
    assert_str(found->related[0].place.source, "b.txt");
    ck_assert_uint_eq(found->why_count, 1);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(references_are_not_held_against_each_other)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    for (size_t i = 0; i < PLACES_MAX; i++)
        made.records[i].role = GSAY_ROLE_REFERENCE;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    ck_assert_uint_eq(out.findings.count, 0);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(a_tolerance_lets_near_values_pass)
{
    static const struct {
        const char *tolerance;
        size_t      want;
    } rows[] = { { "0.05", 1 }, { "0.3", 0 } };
    for (size_t i = 0; i < 2; i++) {
        group      made;
        outcome    out = { 0 };
        gsay_packs packs;
        make_group(&made);
        load_shipped(&packs);
        ck_assert_int_eq(gsay_packs_set_option(&packs, GSAY_STR("measure-conflict"), GSAY_STR("tolerance"),
                                               gsay_str_of(rows[i].tolerance), NULL),
                         GSAY_OK);
        run_packs(&packs, &made, false, &out);
        ck_assert_uint_eq(out.findings.count, 2 + rows[i].want);
        gsay_arena_clear(&out.arena);
        gsay_packs_close(&packs);
    }
}
END_TEST

START_TEST(eight_related_places_are_kept_and_the_others_counted)
{
    static gsay_record records[40];
    const gsay_record *places[40];
    group              made;
    outcome            out = { 0 };
    gsay_packs         packs;
    make_group(&made);
    for (uint32_t i = 0; i < 40; i++) {
        records[i] = record_at(i < 30 ? "a.txt" : i < 35 ? "d.txt" : "e.txt", i + 1, "20%");
        places[i] = &records[i];
    }
    made.values[0].places = places;
    made.values[0].count = 40;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    const gsay_finding *found = finding_of(&out, "measure-conflict");
    ck_assert_uint_eq(found->related_count, GSAY_RELATED_MAX);
    ck_assert_uint_eq(found->more, 41 - GSAY_RELATED_MAX);
    /* Each source is shown, not the first eight places of one. */
    assert_str(found->related[GSAY_RELATED_MAX - 1].place.source, "e.txt");
    for (size_t i = 1; i < found->related_count; i++)
        ck_assert_int_le(gsay_str_compare(found->related[i - 1].place.source, found->related[i].place.source), 0);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

static void assert_same_findings(const outcome *a, const outcome *b)
{
    ck_assert_uint_eq(a->findings.count, b->findings.count);
    for (size_t i = 0; i < a->findings.count; i++) {
        const gsay_finding *left = &a->findings.items[i];
        const gsay_finding *right = &b->findings.items[i];
        ck_assert(gsay_str_equal(left->rule, right->rule));
        ck_assert(gsay_str_equal(left->message, right->message));
        ck_assert_str_eq(left->fingerprint, right->fingerprint);
        ck_assert_uint_eq(left->at.span.begin, right->at.span.begin);
        ck_assert_uint_eq(left->related_count, right->related_count);
    }
}

START_TEST(two_workers_and_both_orders_say_the_same)
{
    group      made;
    outcome    out[3] = { 0 };
    gsay_packs packs;
    make_group(&made);
    load_shipped(&packs);
    for (size_t i = 0; i < 3; i++)
        run_packs(&packs, &made, i == 2, &out[i]);
    ck_assert_uint_eq(out[0].findings.count, 3);
    assert_same_findings(&out[0], &out[1]);
    assert_same_findings(&out[0], &out[2]);
    for (size_t i = 0; i < 3; i++)
        gsay_arena_clear(&out[i].arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(what_the_user_sets_replaces_what_a_rule_reports)
{
    group      made;
    outcome    out = { 0 };
    gsay_packs packs;
    make_group(&made);
    made.versions[1].change = GSAY_QUOTE_HESITATION;
    load_shipped(&packs);
    ck_assert_int_eq(gsay_packs_set_severity(&packs, GSAY_STR("quote-altered"), GSAY_SEVERITY_WARNING, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_packs_set_severity(&packs, GSAY_STR("name-spelling"), GSAY_SEVERITY_OFF, NULL), GSAY_OK);
    run_packs(&packs, &made, false, &out);
    ck_assert_uint_eq(out.findings.count, 2);
    ck_assert_int_eq(finding_of(&out, "quote-altered")->severity, GSAY_SEVERITY_WARNING);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

/* Rules that misbehave: what is said of them. Nothing that they reported is kept. */
static const struct {
    const char *text;
    const char *want;
} failure_rows[] = {
    { RULE_FILE("one", "topic", "error('broken')"), "rule one failed: /tmp/" },
    { RULE_FILE("one", "topic", "error('broken')"), "p/one.lua:3: broken" },
    { RULE_FILE("one", "topic", "local x = nil; return x.y"), "one.lua:3: attempt to index a nil value" },
    { RULE_FILE("one", "topic", "while true do end"), "one.lua:3: passed the limit of 20000000 instructions" },
    { RULE_FILE("one", "topic", "local t = {} while true do t[#t + 1] = {} end"),
      "one.lua:3: passed the limit of 64 MiB" },
    { RULE_FILE("one", "topic", "while true do pcall(ctx.report, ctx, { at = it, message = 'x' }) end"),
      "passed the limit of" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = 'x' } end error('late')"),
      "late" },
    { RULE_FILE("one", "topic", "ctx:report { at = it, message = 'x' }"),
      "report: at is a topic, which stands at no place" },
    { RULE_FILE("one", "topic", "ctx:report { at = 'here', message = 'x' }"), "report: at is string, not a view" },
    { RULE_FILE("one", "topic", "ctx:report { message = 'x' }"), "report: at is nil, not a view" },
    { RULE_FILE("one", "topic", "ctx.report { at = it, message = 'x' }"), "write ctx:report{" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v } end"), "report: message is nil" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = '' } end"),
      "a message has 1 to 1000 bytes" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = '{who} did' } end"),
      "the message names {who}" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = 'open {at' } end"),
      "a { without a }" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = '{related}' } end"),
      "names {related}" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, mesage = 'x' } end"),
      "report has no field \"mesage\"; the nearest is \"message\"" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = 'x', severity = 'off' } end"),
      "severity is note, warning or error, not \"off\"" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = 'x', related = { 1 } } end"),
      "related is number" },
    { RULE_FILE("one", "topic", "for v in it:values() do ctx:report { at = v, message = 'x', why = 'y' } end"),
      "why is string" },
    { RULE_FILE("one", "topic", "return it.keey"), "a topic has no field \"keey\"; the nearest is \"key\"" },
    { RULE_FILE("one", "topic", "it.key = 'x'"), "a topic cannot be changed" },
    { RULE_FILE("one", "topic", "return it.disagreements(ctx)"), "argument 1 is table, not a view" },
    { RULE_FILE("one", "topic", "for v in it:values() do return it.disagreements(v) end"), "a value is not a topic" },
    { RULE_FILE("one", "topic", "return it:disagreements { tolerance = 2 }"), "a tolerance is a number from 0 to 1" },
    { RULE_FILE("one", "topic", "for v in it:values() do return v:differs(it) end"),
      "a topic has no value to compare" },
    { "local n = 0 return { api = 1, id = 'one', severity = 'warning', summary = 's', each = 'topic', check = "
      "function(it, ctx)\n"
      "for v in it:values() do ctx:report { at = v, message = 'x', severity = 'error' } end end }",
      "severity may lower the rule's own, warning, not raise it to error" },
};

START_TEST(a_rule_that_fails_is_named_once_and_its_findings_dropped)
{
    group   made;
    outcome out;
    make_group(&made);
    made.topics[1].agrees = false;
    run_rule(failure_rows[_i].text, &made, &out);
    ck_assert_uint_eq(out.findings.count, 0);
    ck_assert_uint_eq(out.failures.count, 1);
    ck_assert_msg(holds(out.failures.items[0].message, failure_rows[_i].want), "%.*s",
                  GSAY_ARG(out.failures.items[0].message));
    gsay_arena_clear(&out.arena);
}
END_TEST

/* Rules that look at their views: each reports what it saw as the message. */
static const struct {
    const char *text;
    const char *want;
} view_rows[] = {
    { RULE_FILE("one", "topic",
                "for v, m in it:disagreements() do ctx:report { at = v, message = '{a}', args = { a = table.concat("
                "{ it.key, it.kind, tostring(it.agrees), v.text, v.lo, v.hi, v.bound, v.unit, v.kind, v.count, "
                "v.source_count,"
                " tostring(v.of), tostring(v.weekday) }, ' ') } } end"),
      "percent of meadow percent false 25% 25 25 exact % percent 2 1 nil nil" },
    { RULE_FILE("one", "topic",
                "for v in it:values() do for p in v:places() do if p.line == 3 then ctx:report { at = p, message = "
                "'{at} {l}',"
                " args = { l = p.source .. p.line } } end end end"),
      "20% c.txt3" },
    { RULE_FILE("one", "topic",
                "for v, m in it:disagreements() do ctx:report { at = v, message = tostring(v:differs(m)) ..' '.."
                " tostring(v:differs(m, 0.5)) .. ' ' .. tostring(v == v) .. tostring(v == m) } end"),
      "true false truefalse" },
    { RULE_FILE("one", "topic",
                "for v in it:values() do if v.count == 2 then ctx:report { at = v, message = 'a\\n b\\tc {x}',"
                " args = { x = 'd\\ne' } } end end"),
      "a b c d e" },
    { RULE_FILE("one", "topic",
                "for v, m in it:disagreements() do ctx:report { at = v, message = '{x}', args = { x = ('é'):rep(100) } "
                "} end"),
      "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé…" },
    { RULE_FILE("one", "topic",
                "for v, m in it:disagreements() do ctx:report { at = v, message = tostring(v) .. '{x}', args = { x = m "
                "} } end"),
      "25%20%" },
    { RULE_FILE("one", "name",
                "for v, m in it:disagreements() do ctx:report { at = v, message = '{a}', args = { a = table.concat("
                "{ it.key, it.odd.text, it.main.text, it.distance, it.source_count, tostring(it.is_known), "
                "tostring(it.has_context) }, ' ') } }"
                " end"),
      "name: brandtner Brandtnar Brandtner 1 2 false true" },
    { RULE_FILE("one", "quote",
                "for v, m, c in it:disagreements() do ctx:report { at = v, message = c.kind .. c.lost .. c.found .. "
                "v.normal } end"),
      "replacedzyx y" },
    { RULE_FILE(
          "one", "group",
          "local n = {} for t in it:topics() do n[#n + 1] = t.key end for p in it:names() do n[#n + 1] = p.key end"
          " for q in it:quotes() do n[#n + 1] = q.key end for q in it:quotes() do for v in q:versions() do"
          " ctx:report { at = v, message = it.name .. ': ' .. table.concat(n, ', ') } break end end"),
      "g: percent of meadow, percent of wood, name: brandtner, x" },
};

START_TEST(views_show_what_was_aligned)
{
    group   made;
    outcome out;
    make_group(&made);
    run_rule(view_rows[_i].text, &made, &out);
    ck_assert_msg(out.failures.count == 0, "%.*s", GSAY_ARG(out.failures.items[0].message));
    ck_assert_uint_eq(out.findings.count, 1);
    assert_str(out.findings.items[0].message, view_rows[_i].want);
    gsay_arena_clear(&out.arena);
}
END_TEST

START_TEST(only_candidates_reach_a_rule)
{
    group   made;
    outcome out;
    make_group(&made);
    made.topics[0].agrees = true;
    made.versions[1].change = GSAY_QUOTE_SAME;
    run_rule(RULE_FILE("one", "topic", "error('called')"), &made, &out);
    ck_assert_uint_eq(out.failures.count, 0);
    gsay_arena_clear(&out.arena);
    run_rule(RULE_FILE("one", "quote", "error('called')"), &made, &out);
    ck_assert_uint_eq(out.failures.count, 0);
    gsay_arena_clear(&out.arena);
}
END_TEST

START_TEST(a_rule_keeps_nothing_between_its_calls)
{
    group   made;
    outcome out;
    make_group(&made);
    made.topics[1] = made.topics[0];
    run_rule("local seen = 0\n" RULE_FILE("one", "topic",
                                          "seen = seen + 1 for v in it:disagreements() do"
                                          " ctx:report { at = v, message = 'call ' .. seen } end"),
             &made, &out);
    ck_assert_uint_eq(out.failures.count, 0);
    ck_assert_uint_eq(out.findings.count, 1); /* the second call says exactly what the first did */
    assert_str(out.findings.items[0].message, "call 1");
    gsay_arena_clear(&out.arena);
}
END_TEST

START_TEST(an_empty_group_has_nothing_to_say)
{
    gsay_alignment nothing = { 0 };
    group          made;
    outcome        out = { 0 };
    gsay_packs     packs;
    make_group(&made);
    made.alignment = nothing;
    load_shipped(&packs);
    run_packs(&packs, &made, false, &out);
    ck_assert_uint_eq(out.findings.count + out.failures.count, 0);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

/* Fail the n-th allocation of the output for n = 1, 2, ...: memory that is exhausted is no rule's fault. */
START_TEST(exhausted_output_is_no_failure_of_a_rule)
{
    group        made;
    gsay_packs   packs;
    gsay_worker *worker = NULL;
    gsay_status  status = GSAY_ENOMEM;
    size_t       n = 1;
    make_group(&made);
    load_shipped(&packs);
    ck_assert_int_eq(gsay_worker_open(&packs, &worker, NULL), GSAY_OK);
    for (; n < 1000 && status != GSAY_OK; n++) {
        outcome          out = { .arena = { .fail_after = n } };
        gsay_rule_output output = { &out.arena, &out.findings, &out.failures };
        gsay_error       err = { 0 };
        status = gsay_worker_run_group(worker, &made.alignment, false, &output, &err);
        ck_assert_msg(status == GSAY_OK || status == GSAY_ENOMEM, "%s", err.message);
        ck_assert_uint_eq(out.failures.count, 0);
        gsay_arena_clear(&out.arena);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(n, 5);
    gsay_worker_close(worker);
    gsay_packs_close(&packs);
}
END_TEST

/* One sentence of a source with a date in it, as extraction would give it. */
typedef struct dated {
    gsay_document document;
    gsay_text     text;
    gsay_sentence sentence;
    gsay_mention  mention;
    gsay_mentions mentions;
    gsay_claims   claims;
    gsay_segment  segment;
} dated;

static void make_dated(dated *made, const char *text, gsay_temporal when, int32_t stated)
{
    *made = (dated){ 0 };
    made->document.source = (gsay_source){ .name = GSAY_STR("a.txt"), .date = stated, .input = gsay_str_of(text) };
    made->document.text = made->document.source.input;
    made->segment = (gsay_segment){ 0, 0, (uint32_t)strlen(text) };
    made->document.segments = &made->segment;
    made->document.segment_count = 1;
    made->text = (gsay_text){ .document = &made->document, .sentences = &made->sentence, .sentence_count = 1 };
    made->mention = (gsay_mention){ .value = { .kind = GSAY_KIND_DATE, .as = { .temporal = when } },
                                    .text = { 3, (uint32_t)strlen(text) } };
    made->mentions =
        (gsay_mentions){ .text = &made->text, .dateline = { .day = stated }, .items = &made->mention, .count = 1 };
    made->claims = (gsay_claims){ .mentions = &made->mentions };
}

#define NO_DATE GSAY_DAY_NONE

/* Weekdays beside dates; stated: the source's own date, or none. */
static const struct {
    int16_t     year;
    uint8_t     month, day, weekday;
    int16_t     resolved_year; /* by the source's date, when year is 0 */
    bool        has_stated;
    const char *want; /* NULL: silence */
} date_rows[] = {
    { 2022, 2, 24, 5, 0, false, "24 February 2022 was a Thursday, not a Friday" },
    { 2022, 2, 24, 4, 0, false, NULL },
    { 2022, 2, 24, 0, 0, false, NULL },
    { 2022, 2, 0, 5, 0, false, NULL },
    { 2022, 6, 31, 5, 0, false, NULL },
    { 2024, 2, 29, 1, 0, false, "29 February 2024 was a Thursday, not a Monday" },
    { 0, 2, 14, 4, 2025, true, "14 February 2025 was a Friday, not a Thursday" },
    { 0, 2, 14, 3, 2025, true, NULL },  /* it was a Wednesday in 2024 */
    { 0, 2, 14, 4, 2025, false, NULL }, /* whose year? */
    { 0, 2, 14, 4, 0, true, NULL },
    { 1917, 10, 25, 3, 0, false, NULL }, /* in the old calendar */
    { 1917, 10, 25, 6, 0, false, "25 October 1917 was a Thursday, not a Saturday" },
    { 1066, 10, 14, 1, 0, false, NULL },
    { -44, 3, 15, 1, 0, false, NULL },
};

START_TEST(a_weekday_must_be_that_of_its_date)
{
    gsay_temporal when = { .year = date_rows[_i].year,
                           .month = date_rows[_i].month,
                           .day = date_rows[_i].day,
                           .weekday = date_rows[_i].weekday,
                           .resolved_by = date_rows[_i].year ? GSAY_RESOLVED_TEXT : GSAY_RESOLVED_NOT };
    if (date_rows[_i].resolved_year) {
        when.resolved_by = GSAY_RESOLVED_DATE;
        when.days.from = gsay_day_of((gsay_civil){ date_rows[_i].resolved_year, when.month, when.day });
        when.days.to = when.days.from + 1;
    }
    dated            made;
    outcome          out = { 0 };
    gsay_packs       packs;
    gsay_worker     *worker = NULL;
    gsay_rule_output output = { &out.arena, &out.findings, &out.failures };
    make_dated(&made, "On a day to be named", when,
               date_rows[_i].has_stated ? gsay_day_of((gsay_civil){ 2025, 2, 12 }) : NO_DATE);
    load_shipped(&packs);
    ck_assert_int_eq(gsay_worker_open(&packs, &worker, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_worker_run_source(worker, &made.claims, &output, NULL), GSAY_OK);
    ck_assert_msg(out.failures.count == 0, "%.*s", GSAY_ARG(out.failures.items[0].message));
    ck_assert_uint_eq(out.findings.count, date_rows[_i].want ? 1 : 0);
    if (date_rows[_i].want) {
        assert_str(out.findings.items[0].message, date_rows[_i].want);
        ck_assert_uint_eq(out.findings.items[0].at.line, 1);
        ck_assert_uint_eq(out.findings.items[0].at.column, 4);
        assert_str(out.findings.items[0].at.text, "a day to be named");
    }
    gsay_worker_close(worker);
    gsay_arena_clear(&out.arena);
    gsay_packs_close(&packs);
}
END_TEST

START_TEST(closing_nothing_is_harmless)
{
    gsay_worker_close(NULL);
}
END_TEST

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

Suite *worker_suite(void)
{
    Suite *suite = suite_create("core/rule/worker");
    TCase *shipped = tcase_create("shipped rules");
    TCase *rules = tcase_create("rules");
    tcase_set_timeout(rules, 30);
    tcase_add_test(shipped, a_value_that_departs_is_one_finding_with_all_its_places);
    tcase_add_test(shipped, a_misspelt_name_is_shown_as_one_word);
    tcase_add_loop_test(shipped, evidence_decides_how_sure_a_spelling_is, 0, ROWS(name_rows));
    tcase_add_loop_test(shipped, what_changed_in_a_quotation_decides_its_severity, 0, ROWS(quote_rows));
    tcase_add_loop_test(shipped, a_weekday_must_be_that_of_its_date, 0, ROWS(date_rows));
    tcase_add_test(shipped, a_draft_is_the_main_place_though_most_agree_with_it);
    tcase_add_test(shipped, references_are_not_held_against_each_other);
    tcase_add_test(shipped, a_tolerance_lets_near_values_pass);
    tcase_add_test(shipped, eight_related_places_are_kept_and_the_others_counted);
    tcase_add_test(shipped, two_workers_and_both_orders_say_the_same);
    tcase_add_test(shipped, what_the_user_sets_replaces_what_a_rule_reports);
    tcase_add_test(shipped, an_empty_group_has_nothing_to_say);
    tcase_add_test(shipped, exhausted_output_is_no_failure_of_a_rule);
    tcase_add_loop_test(rules, a_rule_that_fails_is_named_once_and_its_findings_dropped, 0, ROWS(failure_rows));
    tcase_add_loop_test(rules, views_show_what_was_aligned, 0, ROWS(view_rows));
    tcase_add_test(rules, only_candidates_reach_a_rule);
    tcase_add_test(rules, a_rule_keeps_nothing_between_its_calls);
    tcase_add_test(rules, closing_nothing_is_harmless);
    suite_add_tcase(suite, shipped);
    suite_add_tcase(suite, rules);
    return suite;
}
