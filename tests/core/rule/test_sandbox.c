/* The sandbox: what rules are offered, what they are not, and that no trick outlives a limit. Each row is a file as a
 * rule might be. */
#include "rule/sandbox.h"

#include <lauxlib.h>
#include <stdio.h>

#include "rule/suites.h"

/* A file to run, and what must come of it. */
typedef struct script {
    const char *source;
    const char *want; /* a part of the error, or NULL when the file must end well */
} script;

typedef struct run {
    const char *source;
    char        result[64]; /* what the file returned, as a string */
} run;

static int run_body(lua_State *lua)
{
    run *script_run = lua_touserdata(lua, 1);
    gsay_sandbox_load(lua, gsay_str_of(script_run->source), "test.lua");
    gsay_sandbox_evaluate(lua);
    if (lua_isstring(lua, -1))
        snprintf(script_run->result, sizeof script_run->result, "%s", lua_tostring(lua, -1));
    return 0;
}

/* Run a file in a new sandbox. Returns the status; the error's message goes to err, what was returned to result. */
static gsay_status run_script(const char *source, run *out, gsay_error *err)
{
    gsay_sandbox sandbox = { 0 };
    *out = (run){ .source = source };
    ck_assert_int_eq(gsay_sandbox_open(&sandbox, err), GSAY_OK);
    gsay_status status = gsay_sandbox_call(&sandbox, run_body, out, err);
    gsay_sandbox_close(&sandbox);
    ck_assert_uint_eq(sandbox.used, 0);
    return status;
}

static void check_script(const script *row)
{
    gsay_error  err = { 0 };
    run         done = { 0 };
    gsay_status status = run_script(row->source, &done, &err);
    if (!row->want) {
        ck_assert_msg(status == GSAY_OK, "%s\nfailed: %s", row->source, err.message);
        return;
    }
    ck_assert_msg(status == GSAY_ERULE, "%s\nended with status %d", row->source, (int)status);
    ck_assert_msg(strstr(err.message, row->want) != NULL, "%s\nsaid \"%s\", not \"%s\"", row->source, err.message,
                  row->want);
    ck_assert_msg(strstr(err.message, "test.lua:") != NULL, "%s\nnames no line: %s", row->source, err.message);
}

/* Ways to go on for ever, or to use much memory, within few instructions. */
static const script limit_rows[] = {
    { "while true do end", "instructions" },
    { "local function f() return f() end f()", "instructions" },
    { "local function f() return 1 + f() end f()", "of memory" },
    { "while true do pcall(function() while true do end end) end", "instructions" },
    { "pcall(function() while true do end end)\nreturn 1", "instructions" },
    { "local ok = pcall(pcall, function() while true do end end)\nwhile true do end", "instructions" },
    { "local function again() local x <close> = setmetatable({}, { __close = again }) while true do end end again()",
      "instructions" },
    { "local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end }) return t[1]", "stack overflow" },
    { "local s = string.rep('', 1 << 40) if s ~= '' then error('no') end while true do end", "instructions" },
    { "return string.rep('x', 1 << 40)", "string.rep" },
    { "return ('x'):rep(1 << 20, ',')", "string.rep" },
    { "return table.move({}, 1, 1 << 40, 2)", "instructions" },
    { "return table.move({}, math.mininteger, math.maxinteger, 2)", "" },
    { "return table.concat({}, '', 1, 1 << 40)", "table.concat" },
    { "local t = setmetatable({}, { __index = function() return '' end }) return table.concat(t, '', 1, 1 << 40)",
      "instructions" },
    { "local t = setmetatable({}, { __index = function() return 'xxxxxxxxxxxxxxxxxxxx' end }) return table.concat(t, "
      "'', 1, 1 << 40)",
      "table.concat" },
    { "local t = setmetatable({}, { __len = function() return 1 << 40 end }) table.sort(t)", "table.sort" },
    { "local t = setmetatable({}, { __len = function() return 1 << 40 end }) table.insert(t, 1, 2)", "instructions" },
    { "local t = setmetatable({}, { __len = function() return 1 << 40 end }) table.remove(t, 1)", "instructions" },
    { "local t = {} for i = 1, 100000 do t[i] = i % 7 end while true do table.sort(t) end", "instructions" },
    { "table.sort({ 1, 2, 3 }, function() while true do end end)", "instructions" },
    { "return table.unpack({}, 1, 1 << 40)", "instructions" },
    { "return table.unpack({}, 1, 1000000)", "too many results" },
    { "local s = 'x' while true do s = s .. s end", "bytes of one string" },
    { "local s = 'x' pcall(function() while true do s = s .. s end end) return 1", "bytes of one string" },
    { "local s = ('x'):rep(60000) while true do local t = s .. 'y' end", "instructions" },
    { "local t = {} while true do t[#t + 1] = 'some text that is longer than forty bytes, and differs: ' .. #t end",
      "of memory" },
    { "local t = {} pcall(function() while true do t[#t + 1] = {} end end) while true do end", "of memory" },
    { "local t = {} for i = 1, 1 << 20 do t['k' .. i] = i end local n = 0 while true do n = n + 1 t['k' .. n] = nil "
      "t['j' .. n] = 1 end",
      "" },
    { "return (('a'):rep(40) .. 'c'):match('^(a|aa)+$')", "a pattern passed the limit" },
    { "return ('a'):rep(41):match(('a?'):rep(40) .. ('a'):rep(40) .. '[bc]$')", "a pattern passed the limit" },
    { "while true do (('a'):rep(20) .. 'c'):find('^(a|aa)+$') end", "instructions" },
    { "local s = ('a'):rep(60000) while true do s:find('b', 1, true) end", "instructions" },
    { "local s = ('a'):rep(60000) while true do s:lower() end", "instructions" },
    { "while true do tonumber(('1'):rep(60000)) end", "instructions" },
    { "local t = {} for i = 1, 60000 do t[i] = i end while true do for k in pairs(t) do break end end",
      "instructions" },
    { "return ('x'):rep(60000):gsub('x', ('y'):rep(1000))", "string.gsub" },
    { "while true do string.format('%s', ('x'):rep(60000)) end", "instructions" },
};

START_TEST(no_loop_outlives_its_limit)
{
    check_script(&limit_rows[_i]);
}
END_TEST

/* What a rule must not have or do. */
static const script refusal_rows[] = {
    { "return io", "no global \"io\"" },
    { "return os.time()", "no global \"os\"" },
    { "return require('x')", "no global \"require\"" },
    { "return load('return 1')", "no global \"load\"" },
    { "return loadstring", "no global \"loadstring\"" },
    { "return dofile('x')", "no global \"dofile\"" },
    { "return debug.getinfo(1)", "no global \"debug\"" },
    { "return coroutine.wrap(function() end)", "no global \"coroutine\"" },
    { "return collectgarbage('count')", "no global \"collectgarbage\"" },
    { "return rawset({}, 1, 2)", "no global \"rawset\"" },
    { "return next({})", "no global \"next\"" },
    { "return print('x')", "no global \"print\"" },
    { "return xpcall", "no global \"xpcall\"" },
    { "return _G", "no global \"_G\"" },
    { "return math.random()", "call a nil value" },
    { "return math.randomseed(1)", "call a nil value" },
    { "return string.dump(function() end)", "call a nil value" },
    { "return string.pack('i', 1)", "call a nil value" },
    { "setmetatable({}, { __gc = function() while true do end end })", "__gc is not offered" },
    { "setmetatable({}, { __mode = 'k' })", "__mode is not offered" },
    { "getmetatable('').__index = function() return 1 end", "index a boolean" },
    { "setmetatable('', {})", "table expected" },
    { "string.rep = nil", "cannot be changed" },
    { "string.new = 1", "cannot be changed" },
    { "table.insert(string, 'x')", "cannot be changed" },
    { "setmetatable(string, { __index = {} })", "protected" },
    { "setmetatable(_ENV, nil)", "protected" },
    { "return string.format('%p', {})", "%p is not offered" },
    { "return string.format('%-20p', {})", "%p is not offered" },
    { "error({ code = 1 })", "a table was raised" },
    { "error(nil)", "a nil was raised" },
    { "error(setmetatable({}, { __tostring = function() return 'x' end }))", "a table was raised" },
    { "error('a sentence', 1)", "a sentence" },
    { "for k in pairs({ [{}] = 1 }) do end", "cannot order a table" },
    { "for k in pairs({ [print] = 1 }) do end", "no global" },
    { "return ('10'):match('%d+')", "write \\d instead of %d" },
    { "return ('10'):match('(')", "missing closing parenthesis" },
    { "return ('x'):match('\\\\C')", "\\C" },
    { "local t = {", "test.lua:1:" },
    { "return 1 +", "test.lua:1:" },
    { "\27Lua", "test.lua:1:" },
    { "return '1' + 1", "arithmetic on a string" },
    { "return table.concat({ {} })", "item 1 is a table" },
};

START_TEST(what_is_not_offered_is_named)
{
    check_script(&refusal_rows[_i]);
}
END_TEST

/* What works, and what it gives. */
static const struct {
    const char *source;
    const char *want;
} result_rows[] = {
    { "local s = '' for k, v in pairs({ b = 1, a = 2, 30, 20, [1.5] = 3, [true] = 4, [-1] = 5 }) do s = s .. "
      "tostring(k) .. ' ' end return s",
      "-1 1 1.5 2 a b true " },
    { "local t = { a = 1, b = 2, c = 3 } local s = '' for k in pairs(t) do t.b = nil s = s .. k end return s", "ac" },
    { "local t = { 3, 1, 2 } table.sort(t) return table.concat(t, ' ')", "1 2 3" },
    { "local t = { 'b1', 'a1', 'b0', 'a0' } table.sort(t, function(x, y) return x:sub(1, 1) < y:sub(1, 1) end) return "
      "table.concat(t, ' ')",
      "a1 a0 b1 b0" },
    { "local t = {} for i = 1, 1000 do t[i] = (i * 7919) % 1009 end table.sort(t) for i = 2, 1000 do if t[i - 1] > "
      "t[i] then return 'no' end end return 'ok'",
      "ok" },
    { "return tostring({})", "table" },
    { "return tostring(tostring)", "function" },
    { "return tostring(setmetatable({}, { __tostring = function() return 'mine' end }))", "mine" },
    { "return tostring(12) .. tostring(1.5) .. tostring(nil) .. tostring(true)", "121.5niltrue" },
    { "return string.format('%s %d %5.2f %q', {}, 3, 1.5, 'x')", "table 3  1.50 \"x\"" },
    { "return ('a b c'):gsub('\\\\w', '<%0>')", "<a> <b> <c>" },
    { "return ('2022-02-24'):gsub('(\\\\d+)-(\\\\d+)', '%2/%1')", "02/2022-24" },
    { "return ('abc'):gsub('.', { a = 'x', b = false })", "xbc" },
    { "return ('abc'):gsub('b', function(b) return b:gsub('b', 'zz') end)", "azzc" },
    { "return ('abc'):gsub('', '-')", "-a-b-c-" },
    { "local s = '' for k, v in ('a=1, b=2'):gmatch('(\\\\w)=(\\\\d)') do s = s .. k .. v end return s", "a1b2" },
    { "return table.concat({ ('hello'):find('l+') }, ' ')", "3 4" },
    { "return table.concat({ ('a.b'):find('.', 2, true) }, ' ')", "2 2" },
    { "return ('naïve'):match('na.ve')", "naïve" },
    { "return ('x\\xffy'):match('y')", "y" },
    { "return select('#', ('a'):match('(a)|(b)'))", "2" },
    { "return ('abc'):match('z') == nil and 'none'", "none" },
    { "return tostring(pcall(error, 'x'))", "false" },
    { "local ok, why = pcall(error, { 1 }) return type(why)", "table" },
    { "return select(2, pcall(error, 'x', 0))", "x" },
    { "local C = {} C.__index = C function C.hi() return 'hi' end local o = setmetatable({}, C) return o.hi() .. "
      "tostring(getmetatable(o) == C)",
      "hitrue" },
    { "local mt = {} local t = setmetatable({}, mt) mt.__mode = 'k' mt.__gc = error return 'ok'", "ok" },
    { "x = 1 return x + 1", "2" },
    { "return calendar.weekday(2022, 2, 24)", "4" },
    { "return tostring(calendar.weekday(2022, 2, 30))", "nil" },
    { "return calendar.julian_weekday(1917, 10, 25)", "3" },
    { "return calendar.julian_weekday(1900, 2, 28) .. calendar.julian_weekday(1900, 3, 1)", "13" },
    { "return math.floor(2.5) + math.max(1, 2) + math.tointeger(3.0)", "7" },
    { "return utf8.len('naïve')", "5" },
    { "return string.rep('ab', 3, '-')", "ab-ab-ab" },
    { "return table.unpack({ 'first' })", "first" },
    { "return #table.pack(1, 2, 3)", "3" },
    { "return ('x'):rep(65536):len()", "65536" },
};

START_TEST(what_is_offered_works)
{
    gsay_error  err = { 0 };
    run         done = { 0 };
    gsay_status status = run_script(result_rows[_i].source, &done, &err);
    ck_assert_msg(status == GSAY_OK, "%s\nfailed: %s", result_rows[_i].source, err.message);
    ck_assert_msg(strcmp(done.result, result_rows[_i].want) == 0, "%s\ngave \"%s\", not \"%s\"", result_rows[_i].source,
                  done.result, result_rows[_i].want);
}
END_TEST

/* The same file is stopped at the same instruction, in a new state or in one that has run before. */
START_TEST(the_budget_is_counted_the_same_each_time)
{
    gsay_sandbox sandbox = { 0 };
    gsay_error   err = { 0 };
    run          script_run = { .source =
                                    "local t = {} local n = 0 while true do n = n + 1 t[n % 100] = ('x'):rep(n % 50) .. n end" };
    uint64_t     steps[3] = { 0 };
    ck_assert_int_eq(gsay_sandbox_open(&sandbox, &err), GSAY_OK);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_int_eq(gsay_sandbox_call(&sandbox, run_body, &script_run, &err), GSAY_ERULE);
        steps[i] = sandbox.steps;
    }
    ck_assert_uint_eq(steps[0], steps[1]);
    ck_assert_uint_eq(steps[0], steps[2]);
    gsay_sandbox_close(&sandbox);
}
END_TEST

START_TEST(a_state_is_whole_after_a_limit)
{
    gsay_sandbox sandbox = { 0 };
    gsay_error   err = { 0 };
    run          eats = { .source = "local t = {} while true do t[#t + 1] = {} end" };
    run          works = { .source = "return ('a-b'):gsub('-', '+')" };
    ck_assert_int_eq(gsay_sandbox_open(&sandbox, &err), GSAY_OK);
    for (int i = 0; i < 3; i++) {
        ck_assert_int_eq(gsay_sandbox_call(&sandbox, run_body, &eats, &err), GSAY_ERULE);
        ck_assert_int_eq(gsay_sandbox_call(&sandbox, run_body, &works, &err), GSAY_OK);
        ck_assert_str_eq(works.result, "a+b");
    }
    gsay_sandbox_close(&sandbox);
}
END_TEST

START_TEST(nothing_is_carried_from_call_to_call)
{
    gsay_sandbox sandbox = { 0 };
    gsay_error   err = { 0 };
    run          first = { .source = "counter = (rawget(_ENV, 'counter') or 0) + 1 return counter" };
    ck_assert_int_eq(gsay_sandbox_open(&sandbox, &err), GSAY_OK);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(gsay_sandbox_call(&sandbox, run_body, &first, &err), GSAY_OK);
        ck_assert_str_eq(first.result, "1");
    }
    gsay_sandbox_close(&sandbox);
}
END_TEST

/* Fail the n-th allocation for n = 1, 2, ... until all goes well: each ends in ENOMEM, never in a rule's fault. */
START_TEST(real_exhaustion_is_told_from_a_budget)
{
    size_t      n = 1;
    gsay_status status = GSAY_ENOMEM;
    for (; n < 5000 && status != GSAY_OK; n++) {
        gsay_sandbox sandbox = { .fail_after = n };
        gsay_error   err = { 0 };
        run works = { .source = "local t = {} for i = 1, 50 do t[i] = ('x'):rep(i):gsub('x+', 'y') end return #t" };
        status = gsay_sandbox_open(&sandbox, &err);
        if (status == GSAY_OK)
            status = gsay_sandbox_call(&sandbox, run_body, &works, &err);
        ck_assert_msg(status == GSAY_OK || status == GSAY_ENOMEM, "allocation %zu: %s", n, err.message);
        gsay_sandbox_close(&sandbox);
        ck_assert_uint_eq(sandbox.used, 0);
    }
    ck_assert_int_eq(status, GSAY_OK);
    ck_assert_uint_gt(n, 100);
}
END_TEST

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

Suite *sandbox_suite(void)
{
    Suite *suite = suite_create("core/rule/sandbox");
    TCase *limits = tcase_create("limits");
    TCase *offers = tcase_create("offers");
    tcase_set_timeout(limits, 60);
    tcase_add_loop_test(limits, no_loop_outlives_its_limit, 0, ROWS(limit_rows));
    tcase_add_test(limits, the_budget_is_counted_the_same_each_time);
    tcase_add_test(limits, a_state_is_whole_after_a_limit);
    tcase_add_test(limits, real_exhaustion_is_told_from_a_budget);
    tcase_add_loop_test(offers, what_is_not_offered_is_named, 0, ROWS(refusal_rows));
    tcase_add_loop_test(offers, what_is_offered_works, 0, ROWS(result_rows));
    tcase_add_test(offers, nothing_is_carried_from_call_to_call);
    suite_add_tcase(suite, limits);
    suite_add_tcase(suite, offers);
    return suite;
}
