/* Rules whose files are run once: what a call finds, and that it finds it whatever was called before. */
#include "rule/instance.h"

#include <stdio.h>

#include "base/buffer.h"
#include "rule/folder.h"
#include "rule/suites.h"
#include "rule/worker.h"

#define CALLS 3

/* A source with one mention, a percentage. */
typedef struct page {
    gsay_document document;
    gsay_text     text;
    gsay_sentence sentence;
    gsay_mention  mention;
    gsay_mentions mentions;
    gsay_claims   claims;
    gsay_segment  segment;
} page;

static void make_page(page *made)
{
    gsay_str text = GSAY_STR("The hall was 40% full.");
    *made = (page){ 0 };
    made->document = (gsay_document){ .source = { .name = GSAY_STR("a.txt"), .date = GSAY_DAY_NONE, .input = text },
                                      .text = text,
                                      .segments = &made->segment,
                                      .segment_count = 1 };
    made->segment = (gsay_segment){ 0, 0, (uint32_t)text.len };
    made->text = (gsay_text){ .document = &made->document, .sentences = &made->sentence, .sentence_count = 1 };
    made->mention = (gsay_mention){ .value = { .kind = GSAY_KIND_PERCENT }, .text = { 13, 16 } };
    made->mentions = (gsay_mentions){ .text = &made->text, .items = &made->mention, .count = 1 };
    made->claims = (gsay_claims){ .mentions = &made->mentions };
}

/* A worker over a pack of one rule. */
typedef struct bench {
    folder       house;
    gsay_packs   packs;
    gsay_worker *worker;
    page         page;
} bench;

static void open_bench(bench *made, const char *rule)
{
    gsay_str   name = GSAY_STR("p");
    gsay_error err = { 0 };
    *made = (bench){ 0 };
    make_page(&made->page);
    folder_open(&made->house);
    folder_add(&made->house, "p/one.lua", rule);
    ck_assert_msg(gsay_packs_load(gsay_str_of(made->house.path), &name, 1, &made->packs, &err) == GSAY_OK, "%s",
                  err.message);
    ck_assert_msg(made->packs.broken.count == 0, "%.*s", GSAY_ARG(made->packs.broken.items[0].message));
    ck_assert_msg(gsay_worker_open(&made->packs, &made->worker, &err) == GSAY_OK, "%s", err.message);
}

static void close_bench(bench *made)
{
    gsay_worker_close(made->worker);
    gsay_packs_close(&made->packs);
    folder_remove(&made->house);
}

/* Call the rule; each of its findings is handed on by its message, with a line break behind it. */
static void call(bench *made, gsay_buffer *messages)
{
    gsay_arena         arena = { 0 };
    gsay_findings      findings = { 0 };
    gsay_rule_failures failures = { 0 };
    gsay_rule_output   output = { &arena, &findings, &failures };
    ck_assert_int_eq(gsay_worker_run_source(made->worker, &made->page.claims, &output, NULL), GSAY_OK);
    ck_assert_msg(failures.count == 0, "%.*s", GSAY_ARG(failures.items[0].message));
    for (size_t i = 0; i < findings.count; i++) {
        gsay_buffer_add(messages, findings.items[i].message);
        for (size_t k = 0; k < findings.items[i].why_count; k++) {
            gsay_buffer_add_byte(messages, '/');
            gsay_buffer_add(messages, findings.items[i].why[k]);
        }
        gsay_buffer_add_byte(messages, '\n');
    }
    gsay_arena_clear(&arena);
}

/* Report the value of an expression, at the one mention. */
#define SAY(expression) "for m in it:mentions() do ctx:report { at = m, message = tostring(" expression ") } end"

/* Rules that try to leave something behind for the next call, or read what their file made. Above is the file, then
 * check's body; and what each call says. */
static const struct {
    const char *above, *body, *want;
} rows[] = {
    /* outer variables */
    { "local seen = 0", "seen = seen + 1 " SAY("seen"), "1\n" },
    { "local function next_one() return 1 end",
      SAY("next_one()") " local old = next_one next_one = function() return old() + 1 end", "1\n" },
    { "local function counter() local n = 0 return function() n = n + 1 return n end end local count = counter()",
      SAY("count()"), "1\n" },
    { "local inner local function outer() inner = (inner or 0) + 1 return inner end", SAY("outer()"), "1\n" },
    { "local nan = 0 / 0", SAY("nan ~= nan"), "true\n" },
    /* tables */
    { "local seen = {}", "seen[#seen + 1] = true " SAY("#seen"), "1\n" },
    { "local seen = {}", "table.insert(seen, 'x') " SAY("table.concat(seen)"), "x\n" },
    { "local list = { 3, 1, 2 }", SAY("table.concat(list)") " table.sort(list)", "312\n" },
    { "local list = { 3, 1, 2 }", "table.remove(list, 1) " SAY("table.concat(list)"), "12\n" },
    { "local deep = { a = { b = { n = 0 } } }", "deep.a.b.n = deep.a.b.n + 1 " SAY("deep.a.b.n"), "1\n" },
    { "local keyed = { [{ n = 0 }] = true }", SAY("type(keyed)"), "table\n" },
    { "local set = { a = 1 }", SAY("set.a") " set.a = nil", "1\n" },
    { "local self = {} self.me = self self.n = 0", "self.me.me.n = self.n + 1 " SAY("self.n"), "1\n" },
    { "local bare = {}", SAY("getmetatable(bare)") " setmetatable(bare, { __tostring = function() return 'x' end })",
      "nil\n" },
    { "local box = setmetatable({ n = 0 }, { __index = {} })", "box.n = box.n + 1 " SAY("box.n"), "1\n" },
    { "local hidden = {} local box = setmetatable({}, { __index = hidden })",
      "hidden.n = (hidden.n or 0) + 1 " SAY("box.n"), "1\n" },
    /* globals, the context, iterators */
    { "kept = 0", "kept = kept + 1 " SAY("kept"), "1\n" },
    { "function helper() return 'help' end", SAY("helper()") " helper = nil", "help\n" },
    { "", SAY("rawget(_ENV, 'kept')") " kept = 1", "nil\n" },
    { "", SAY("ctx.options.n") " ctx.options.n = 1", "nil\n" },
    { "", SAY("type(ctx.report)") " ctx.extra = ctx", "function\n" },
    { "local step = ('abc'):gmatch('.')", SAY("step()"), "a\n" },
    { "local step, list = pairs { x = 1, y = 2 }", SAY("step(list)"), "x\n" },
    { "", "local old = _ENV _ENV = { it = 1 } _ENV = old " SAY("type(old)"), "table\n" },
    /* reading what is frozen */
    { "local list = { 'a', 'b', 'c', size = 9 }",
      "local n = {} for k, v in pairs(list) do n[#n + 1] = k .. '=' .. v end " SAY("table.concat(n, ' ')"),
      "1=a 2=b 3=c size=9\n" },
    { "local list = { 'a', 'b' }",
      "local n = {} for k, v in pairs(list) do list.b = 1 list[2] = nil n[#n + 1] = v end " SAY("table.concat(n)"),
      "a\n" },
    { "local list = { 'a', 'b', 'c' }",
      "local n = {} for _, v in ipairs(list) do n[#n + 1] = v end " SAY(
          "table.concat(n) .. #list .. rawlen(list) .. rawget(list, 2) .. select('#', table.unpack(list))"),
      "abc33b3\n" },
    { "local list = { 'a' }", SAY("rawequal(list, list) and list == list and #table.move(list, 1, 1, 1, {}) == 1"),
      "true\n" },
    { "local Box = {} Box.__index = Box function Box.new() return setmetatable({}, Box) end function Box:say() return "
      "'box' end",
      "local box = Box.new() " SAY("box:say() .. tostring(getmetatable(box) == Box)"), "boxtrue\n" },
    { "local by = string.format local cut = ('').sub local days = calendar", SAY("by('%s', cut('abc', 2, 2))"), "b\n" },
    { "local report = { message = 'a {x} of {y}', args = { x = 'part', y = 'it' }, why = { 'one', 'two' } }",
      "for m in it:mentions() do report.at = m ctx:report(report) end", "a part of it/one/two\n" },
    { "local args, why = { x = 'part' }, { 'one' }",
      "for m in it:mentions() do ctx:report { at = m, message = 'a {x}', args = args, why = why } end",
      "a part/one\n" },
};

START_TEST(a_call_says_the_same_whatever_was_called_before)
{
    char  rule[2048];
    bench made;
    snprintf(rule, sizeof rule,
             "%s\nreturn { api = 1, id = 'one', severity = 'error', summary = 'A test.', each = 'source',\n"
             "check = function(it, ctx) %s end }",
             rows[_i].above, rows[_i].body);
    open_bench(&made, rule);
    for (int i = 0; i < CALLS; i++) {
        gsay_buffer messages = { 0 };
        call(&made, &messages);
        ck_assert_msg(gsay_str_equal(gsay_buffer_view(&messages), gsay_str_of(rows[_i].want)),
                      "call %d says \"%.*s\", not \"%s\"", i, GSAY_ARG(gsay_buffer_view(&messages)), rows[_i].want);
        gsay_buffer_clear(&messages);
    }
    close_bench(&made);
}
END_TEST

/* A rule that leaves nothing behind is not run anew. */
static const struct {
    const char *above, *body;
    bool        is_kept;
} kept_rows[] = {
    { "local words = { 'a', 'b' } local function read(n) return words[n] end", "return read(1)", true },
    { "local deep = { { {} } } function helper() return deep[1][1] end", "return #helper()", true },
    { "local sub = string.sub", "return sub('abc', 1) .. tostring(ctx.options)", true },
    { "local seen = {}", "seen[1] = 1", false },
    { "local seen = 1", "seen = 2", false },
    { "local step = ('abc'):gmatch('.')", "return step", false },
    { "", "ctx.mine = 1", false },
    { "", "mine = 1", false },
};

/* What the body below needs. */
typedef struct probe {
    gsay_arena    arena;
    gsay_str      text;
    gsay_rule     rule;
    gsay_instance instance;
} probe;

static int load_probe(lua_State *lua)
{
    probe *made = lua_touserdata(lua, 1);
    gsay_sandbox_load(lua, made->text, made->rule.path.ptr);
    made->rule.code = gsay_sandbox_dump(lua, &made->arena);
    gsay_instance_load(lua, &made->instance);
    return 0;
}

START_TEST(a_file_runs_once_unless_a_call_leaves_something)
{
    char         text[1024];
    gsay_sandbox sandbox = { 0 };
    gsay_call    context = { 0 };
    gsay_error   err = { 0 };
    snprintf(text, sizeof text, "%s\nreturn { check = function(it, ctx) %s end }", kept_rows[_i].above,
             kept_rows[_i].body);
    probe made = { .text = gsay_str_of(text), .rule = { .path = GSAY_STR("one.lua") } };
    made.instance.rule = &made.rule;
    sandbox.context = &context;
    ck_assert_int_eq(gsay_sandbox_open(&sandbox, &err), GSAY_OK);
    ck_assert_int_eq(gsay_sandbox_call(&sandbox, load_probe, &made, &err), GSAY_OK);
    ck_assert_int_eq(gsay_sandbox_call(&sandbox, gsay_instance_make, &made.instance, &err), GSAY_OK);
    ck_assert_int_ge(made.instance.made, 0);
    gsay_instance_call called = { &made.instance, GSAY_VIEW_SOURCE, 0 };
    ck_assert_msg(gsay_sandbox_call(&sandbox, gsay_instance_run, &called, &err) == GSAY_OK, "%s", err.message);
    ck_assert_int_eq(made.instance.made >= 0, kept_rows[_i].is_kept);
    gsay_sandbox_close(&sandbox);
    gsay_arena_clear(&made.arena);
}
END_TEST

/* Which sources a rule that names kinds is called for. */
static const struct {
    const char *kinds;
    size_t      want;
} kinds_rows[] = {
    { "", 1 },
    { "kinds = {},", 1 },
    { "kinds = { 'percent' },", 1 },
    { "kinds = { 'date', 'percent' },", 1 },
    { "kinds = { 'date' },", 0 },
    { "with = {},", 1 },
    { "kinds = { 'percent' }, with = { 'day' },", 0 },
    { "with = { 'weekday' },", 0 },
};

START_TEST(a_rule_is_called_where_its_kinds_are_mentioned)
{
    char        rule[1024];
    bench       made;
    gsay_buffer messages = { 0 };
    snprintf(rule, sizeof rule,
             "return { api = 1, id = 'one', severity = 'error', summary = 'A test.', each = 'source', %s\n"
             "check = function(it, ctx) for m in it:mentions('date', 'percent') do ctx:report { at = m, message = 'x' "
             "} end end }",
             kinds_rows[_i].kinds);
    open_bench(&made, rule);
    call(&made, &messages);
    ck_assert_uint_eq(messages.len, 2 * kinds_rows[_i].want);
    gsay_buffer_clear(&messages);
    close_bench(&made);
}
END_TEST

/* Keys that cannot be. */
static const struct {
    const char *each, *keys, *want;
} refused_rows[] = {
    { "source", "kinds = { 'dat' }", "there is no kind of mention \"dat\"; the nearest is \"date\"" },
    { "source", "kinds = 'date'", "kinds is a string, not a list" },
    { "source", "kinds = { 1 }", "kinds holds a number, not the name of a kind" },
    { "topic", "kinds = { 'date' }", "kinds is for rules that see each source or name; this one sees each topic" },
    { "name", "kinds = { 'rol' }", "there is no kind of name \"rol\"; the nearest is \"role\"" },
    { "source", "with = 'day'", "with is a string, not a list" },
    { "source", "with = { 2 }", "with holds a number, not the name of a part" },
    { "source", "with = { 'weekdy' }", "there is no \"weekdy\"; the nearest is \"weekday\"" },
    { "topic", "with = { 'day' }", "with is for rules that see each source; this one sees each topic" },
};

START_TEST(keys_that_cannot_be_are_refused)
{
    char       rule[1024];
    folder     house;
    gsay_packs packs = { 0 };
    gsay_error err = { 0 };
    gsay_str   name = GSAY_STR("p");
    snprintf(rule, sizeof rule,
             "return { api = 1, id = 'one', severity = 'error', summary = 'A test.', each = '%s', %s,\n"
             "check = function() end }",
             refused_rows[_i].each, refused_rows[_i].keys);
    folder_open(&house);
    folder_add(&house, "p/one.lua", rule);
    ck_assert_msg(gsay_packs_load(gsay_str_of(house.path), &name, 1, &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.broken.count, 1);
    ck_assert_msg(holds(packs.broken.items[0].message, refused_rows[_i].want), "%.*s",
                  GSAY_ARG(packs.broken.items[0].message));
    gsay_packs_close(&packs);
    folder_remove(&house);
}
END_TEST

/* What source:mentions() takes, and what its calls hand on: the one mention is a percentage without a unit. */
static const struct {
    const char *arguments, *want;
    bool        fails;
} mentions_rows[] = {
    { "", "40%", false },
    { "'percent'", "40%", false },
    { "'date', 'percent'", "40%", false },
    { "'date'", "", false },
    { "{ with = 'kind' }", "40%", false },
    { "'percent', { with = 'kind' }", "40%", false },
    { "'percent', { with = 'unit' }", "", false },
    { "'percent', { with = 'weekday' }", "", false },
    { "{ with = 'weekdy' }", "a mention has no field \"weekdy\"; the nearest is \"weekday\"", true },
    { "{ with = 'differs' }", "with is differs, which is no field but a function", true },
    { "{ kind = 'date' }", "with is a nil, not the name of a field", true },
    { "'percnt'", "there is no kind of mention \"percnt\"; the nearest is \"percent\"", true },
};

START_TEST(mentions_are_chosen_by_kind_and_field)
{
    char               rule[1024];
    bench              made;
    gsay_arena         arena = { 0 };
    gsay_findings      findings = { 0 };
    gsay_rule_failures failures = { 0 };
    gsay_rule_output   output = { &arena, &findings, &failures };
    snprintf(rule, sizeof rule,
             RULE_FILE("one", "source", "for m in it:mentions(%s) do ctx:report { at = m, message = tostring(m) } end"),
             mentions_rows[_i].arguments);
    open_bench(&made, rule);
    ck_assert_int_eq(gsay_worker_run_source(made.worker, &made.page.claims, &output, NULL), GSAY_OK);
    ck_assert_uint_eq(failures.count, mentions_rows[_i].fails);
    ck_assert_uint_eq(findings.count, !mentions_rows[_i].fails && mentions_rows[_i].want[0]);
    if (failures.count || findings.count) {
        gsay_str said = failures.count ? failures.items[0].message : findings.items[0].message;
        ck_assert_msg(holds(said, mentions_rows[_i].want), "%.*s", GSAY_ARG(said));
    }
    gsay_arena_clear(&arena);
    close_bench(&made);
}
END_TEST

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

Suite *instance_suite(void)
{
    Suite *suite = suite_create("core/rule/instance");
    TCase *tcase = tcase_create("instance");
    tcase_add_loop_test(tcase, a_call_says_the_same_whatever_was_called_before, 0, ROWS(rows));
    tcase_add_loop_test(tcase, a_file_runs_once_unless_a_call_leaves_something, 0, ROWS(kept_rows));
    tcase_add_loop_test(tcase, a_rule_is_called_where_its_kinds_are_mentioned, 0, ROWS(kinds_rows));
    tcase_add_loop_test(tcase, mentions_are_chosen_by_kind_and_field, 0, ROWS(mentions_rows));
    tcase_add_loop_test(tcase, keys_that_cannot_be_are_refused, 0, ROWS(refused_rows));
    suite_add_tcase(suite, tcase);
    return suite;
}
