/* Packs: loading, extending, configuring, and every way for a file to be wrong. */
#include "rule/pack.h"

#include <stdio.h>

#include "rule/folder.h"
#include "rule/suites.h"

#define HEAD  "api = 1, id = 'one', severity = 'error', summary = 'A test.', each = 'topic', "
#define CHECK "check = function() end"

/* A file, and what loading it must say. */
typedef struct wrong_file {
    const char *text;
    const char *want;
} wrong_file;

static gsay_status load_named(const folder *made, const char *name, gsay_packs *packs, gsay_error *err)
{
    gsay_str names[] = { gsay_str_of(name) };
    *packs = (gsay_packs){ 0 };
    return gsay_packs_load(gsay_str_of(made->path), names, name ? 1 : 0, packs, err);
}

static const wrong_file rule_rows[] = {
    { "return {", "p/one.lua:1: unexpected symbol" },
    { "return 1 +", "p/one.lua:1:" },
    { "error('in the file')", "p/one.lua:1: in the file" },
    { "while true do end", "p/one.lua:1: passed the limit of 20000000 instructions" },
    { "local t = {} while true do t[#t + 1] = {} end", "passed the limit of 64 MiB" },
    { "return 1", "p/one.lua: a rule file returns a table, not a number" },
    { "", "returns a table, not a nil" },
    { "return {}", "api must be 1" },
    { "return { api = 2 }", "api must be 1" },
    { "return { api = 1 }", "id is missing" },
    { "return { api = 1, id = 'Bad Id' }", "the id may hold small letters" },
    { "return { api = 1, id = '9x' }", "the id may hold small letters" },
    { "return { api = 1, id = 7 }", "id is a number, not a string" },
    { "return { " HEAD CHECK ", sevrity = 1 }", "there is no key of a rule \"sevrity\"; the nearest is \"severity\"" },
    { "return { " HEAD CHECK ", zzzzzz = 1 }", "there is no key of a rule \"zzzzzz\"" },
    { "return { " HEAD CHECK ", [1] = 1 }", "a key of a rule is a number" },
    { "return { api = 1, id = 'one', summary = 's', severity = 'eror', each = 'topic', " CHECK " }",
      "severity cannot be \"eror\"; the nearest is \"error\"" },
    { "return { api = 1, id = 'one', summary = 's', severity = 'error', each = 'topics', " CHECK " }",
      "each cannot be \"topics\"; the nearest is \"topic\"" },
    { "return { api = 1, id = 'one', summary = 's', severity = 'error', " CHECK " }", "each is missing" },
    { "return { " HEAD " }", "check is a nil, not a function" },
    { "return { " HEAD " check = {} }", "check is a table, not a function" },
    { "return { " HEAD CHECK ", options = 3 }", "options is a number, not a table" },
    { "return { " HEAD CHECK ", options = { a = 3 } }", "the option a is a number" },
    { "return { " HEAD CHECK ", options = { a = { doc = 'd' } } }", "the option a has no default" },
    { "return { " HEAD CHECK ", options = { a = { default = 1 } } }", "doc is missing" },
    { "return { " HEAD CHECK ", options = { a = { default = {}, doc = 'd' } } }", "a value is a table" },
    { "return { " HEAD CHECK ", options = { a = { default = 5, max = 1, doc = 'd' } } }",
      "one.a is out of range: 5 is not from any to 1" },
    { "return { " HEAD CHECK ", options = { a = { default = 'x', max = 1, doc = 'd' } } }",
      "max is for options that are numbers" },
    { "return { " HEAD CHECK ", options = { a = { default = 1, maxx = 1, doc = 'd' } } }",
      "there is no key of an option \"maxx\"" },
    { "return { " HEAD CHECK ", options = { a = { default = 0/0, doc = 'd' } } }", "a number is out of range" },
    { "return setmetatable({}, { __index = function() return 1 end })", "api must be 1" },
    { "return os.exit(1)", "no global \"os\"" },
    { "\xff", "byte 0 is not UTF-8" },
};

START_TEST(a_wrong_rule_file_is_named_and_the_others_load)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "p/one.lua", rule_rows[_i].text);
    folder_add(&made, "p/two.lua", RULE_FILE("two", "topic", ""));
    ck_assert_msg(load_named(&made, "p", &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.count, 1);
    assert_str(packs.rules[0].id, "two");
    ck_assert_uint_eq(packs.broken.count, 1);
    gsay_str message = packs.broken.items[0].message;
    ck_assert_msg(holds(message, rule_rows[_i].want), "said \"%.*s\", not \"%s\"", GSAY_ARG(message),
                  rule_rows[_i].want);
    ck_assert(holds(message, "one"));
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

/* pack.lua's faults end the loading: what the user wanted is then unknown. */
static const struct {
    const char *text;
    gsay_status status;
    const char *want;
} pack_rows[] = {
    { "return {", GSAY_ERULE, "pack.lua:1:" },
    { "error('no')", GSAY_ERULE, "pack.lua:1: no" },
    { "while true do end", GSAY_ERULE, "passed the limit" },
    { "return 3", GSAY_EINPUT, "returns a table" },
    { "return { api = 1 }", GSAY_EINPUT, "name is missing" },
    { "return { name = 'p' }", GSAY_EINPUT, "api must be 1" },
    { "return { api = 1, name = 'p', rule = {} }", GSAY_EINPUT,
      "there is no key of a pack \"rule\"; the nearest is \"rules\"" },
    { "return { api = 1, name = 'p', claims = 1 }", GSAY_EINPUT, "claims is a number, not a table" },
    { "return { api = 1, name = 'p', claims = { [1] = 'x' } }", GSAY_EINPUT, "a key of claims is a number" },
    { "return { api = 1, name = 'p', claims = { seats = {} } }", GSAY_EINPUT, "\"seats\" has a table, not a list" },
    { "return { api = 1, name = 'p', claims = { seats = { 1 } } }", GSAY_EINPUT, "\"seats\" holds a number" },
    { "return { api = 1, name = 'p', claims = { seats = { '{numbr} seats' } } }", GSAY_EINPUT,
      "pack.lua: claim \"seats\": the pattern \"{numbr} seats\" is wrong at its byte 1: there is no {numbr}" },
    { "return { api = 1, name = 'p', facts = 1 }", GSAY_EINPUT, "facts is a number, not a table" },
    { "return { api = 1, name = 'p', facts = { seats = {} } }", GSAY_EINPUT, "a value is a table" },
    { "return { api = 1, name = 'p', claims = { seats = '{number} seats' }, facts = { seat = 4 } }", GSAY_EINPUT,
      "pack.lua: there is no claim \"seat\"; the nearest is \"seats\"" },
    { "return { api = 1, name = 'p', claims = { seats = '{number} seats' }, facts = { seats = 'x' } }", GSAY_EINPUT,
      "cannot be pinned to \"x\"" },
    { "return { api = 1, name = 'p', lexicon = 1 }", GSAY_EINPUT, "lexicon is a number" },
    { "return { api = 1, name = 'p', lexicon = { same = 'x' } }", GSAY_EINPUT,
      "lexicon.same is a string, not a list of lists of words" },
    { "return { api = 1, name = 'p', lexicon = { same = { 'x' } } }", GSAY_EINPUT, "no list of two words or more" },
    { "return { api = 1, name = 'p', lexicon = { same = { { 'x' } } } }", GSAY_EINPUT, "no list of two words or more" },
    { "return { api = 1, name = 'p', lexicon = { same = { { 'x', 1 } } } }", GSAY_EINPUT, "holds what is no word" },
    { "return { api = 1, name = 'p', lexicon = { same = { { 'x', 'death toll' } } } }", GSAY_EINPUT,
      "has \"death toll\", which is more than one word" },
    { "return { api = 1, name = 'p', lexicon = { unit = {} } }", GSAY_EINPUT, "lexicon.unit is not supported by this" },
    { "return { api = 1, name = 'p', lexicon = { acept = {} } }", GSAY_EINPUT,
      "there is no key of a lexicon \"acept\"; the nearest is \"accept\"" },
    { "return { api = 1, name = 'p', lexicon = { accept = 'x' } }", GSAY_EINPUT, "lexicon.accept is a string" },
    { "return { api = 1, name = 'p', lexicon = { title = { 1 } } }", GSAY_EINPUT,
      "lexicon.title holds what is no word" },
    { "return { api = 1, name = 'p', extends = { 'qq' } }", GSAY_EINPUT,
      "there is no pack \"qq\"; the nearest is \"q\"" },
    { "return { api = 1, name = 'p', extends = { 'nothing-like-it' } }", GSAY_EINPUT,
      "there is no pack \"nothing-like-it\": name" },
    { "return { api = 1, name = 'p', extends = 'q' }", GSAY_EINPUT, "extends is a string" },
    { "return { api = 1, name = 'p', extends = { 1 } }", GSAY_EINPUT, "extends holds a number" },
    { "return { api = 1, name = 'p', rules = { onr = 'off' } }", GSAY_EINPUT,
      "there is no rule \"onr\"; the nearest is \"one\"" },
    { "return { api = 1, name = 'p', rules = { one = 'loud' } }", GSAY_EINPUT,
      "the severity of one is off, note, warning or error" },
    { "return { api = 1, name = 'p', rules = { one = { limt = 1 } } }", GSAY_EINPUT,
      "one has no option \"limt\"; the nearest is \"limit\"" },
    { "return { api = 1, name = 'p', rules = { one = { limit = 99 } } }", GSAY_EINPUT,
      "one.limit is out of range: 99 is not from 0 to 10" },
    { "return { api = 1, name = 'p', rules = 1 }", GSAY_EINPUT, "rules is a number" },
};

#define OPTION_RULE                                                                                                    \
    "return { " HEAD CHECK ", options = { limit = { default = 2.5, min = 0, max = 10, doc = 'A limit.' },"             \
    " loud = { default = false, doc = 'A switch.' }, word = { default = 'x', doc = 'A word.' } } }"

START_TEST(a_wrong_pack_file_ends_the_loading)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "p/pack.lua", pack_rows[_i].text);
    folder_add(&made, "p/one.lua", OPTION_RULE);
    folder_add(&made, "q/two.lua", RULE_FILE("two", "topic", ""));
    gsay_status status = load_named(&made, "p", &packs, &err);
    ck_assert_msg(status == pack_rows[_i].status, "%s: status %d: %s", pack_rows[_i].text, (int)status, err.message);
    ck_assert_msg(strstr(err.message, pack_rows[_i].want) != NULL, "said \"%s\", not \"%s\"", err.message,
                  pack_rows[_i].want);
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(words_of_a_pack_and_of_what_it_extends_add_up)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "house/pack.lua",
               "return { api = 1, name = 'house', lexicon = { accept = { 'Solvagn' }, title = { 'Beekeeper' }, "
               "same = { { 'Tubs', 'boats' } } } }");
    folder_add(&made, "p/pack.lua",
               "return { api = 1, name = 'p', extends = { 'house' }, lexicon = { accept = { 'KELSUND', 'Aarhuus' }, "
               "same = { { 'netted', 'hauled', 'landed' }, { 'hands', 'crew' } } } }");
    ck_assert_msg(load_named(&made, "p", &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.accepted.count, 3);
    assert_str(packs.accepted.items[0], "aarhuus");
    assert_str(packs.accepted.items[1], "kelsund");
    assert_str(packs.accepted.items[2], "solvagn");
    ck_assert_uint_eq(packs.titles.count, 1);
    assert_str(packs.titles.items[0], "beekeeper");
    ck_assert_uint_eq(packs.synonym_count, 3);
    assert_str(packs.synonyms[0].items[0], "tubs");
    ck_assert_uint_eq(packs.synonyms[1].count, 3);
    assert_str(packs.synonyms[2].items[1], "crew");
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(claims_of_a_pack_and_of_what_it_extends_add_up)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(
        &made, "house/pack.lua",
        "return { api = 1, name = 'house', claims = { seats = { '{number} seats', 'room for {number}' } }, facts "
        "= { seats = 12 } }");
    folder_add(&made, "p/pack.lua",
               "return { api = 1, name = 'p', extends = { 'house' }, claims = { seats = '{number} Plätze', fare = "
               "'{money} a ride' }, facts = { seats = '420' } }");
    ck_assert_msg(load_named(&made, "p", &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.named.count, 2);
    ck_assert_uint_eq(packs.named.pattern_count, 4);
    const gsay_named_claim *seats = gsay_named_of(&packs.named, GSAY_STR("seats"));
    assert_str(seats->shown, "420");
    ck_assert(gsay_str_ends(seats->origin, GSAY_STR("p/pack.lua")));
    ck_assert(!gsay_named_of(&packs.named, GSAY_STR("fare"))->has_fact);
    ck_assert_int_eq(gsay_packs_pin(&packs, GSAY_STR("seats"), GSAY_STR("7"), GSAY_STR("--fact"), &err), GSAY_OK);
    assert_str(gsay_named_of(&packs.named, GSAY_STR("seats"))->origin, "--fact");
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(a_pack_extends_sets_and_replaces)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "base/pack.lua", "return { api = 1, name = 'base', extends = { 'house' } }");
    folder_add(&made, "base/one.lua", OPTION_RULE);
    folder_add(&made, "base/two.lua", RULE_FILE("two", "topic", ""));
    folder_add(&made, "house/pack.lua",
               "return { api = 1, name = 'house', version = '2', extends = { 'base' },"
               " rules = { one = { severity = 'note', limit = 0.125, loud = true }, two = 'off' } }");
    folder_add(&made, "house/own.lua", RULE_FILE("own", "source", ""));
    folder_add(&made, "house/other.lua", RULE_FILE("two", "quote", ""));
    ck_assert_msg(load_named(&made, "house", &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.count, 3);
    assert_str(packs.rules[0].id, "one");
    assert_str(packs.rules[0].pack, "base");
    ck_assert_int_eq(packs.rules[0].severity, GSAY_SEVERITY_NOTE);
    ck_assert(packs.rules[0].is_overridden);
    assert_str(packs.rules[0].options[0].key, "limit");
    assert_str(packs.rules[0].options[0].value, "0.125");
    assert_str(packs.rules[0].options[1].value, "true");
    assert_str(packs.rules[0].options[2].value, "x");
    assert_str(packs.rules[1].id, "own");
    assert_str(packs.rules[2].id, "two");
    assert_str(packs.rules[2].pack, "house");
    ck_assert_int_eq(packs.rules[2].each, GSAY_EACH_QUOTE);
    ck_assert_int_eq(packs.rules[2].severity, GSAY_SEVERITY_OFF);
    ck_assert_uint_eq(packs.folder_count, 2);
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(the_same_id_twice_in_one_pack_is_a_fault)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "p/a.lua", RULE_FILE("one", "topic", ""));
    folder_add(&made, "p/b.lua", RULE_FILE("one", "topic", ""));
    ck_assert_int_eq(load_named(&made, "p", &packs, &err), GSAY_OK);
    ck_assert_uint_eq(packs.count, 1);
    ck_assert_uint_eq(packs.broken.count, 1);
    ck_assert(holds(packs.broken.items[0].message, "b.lua: the id one is taken by"));
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(every_shipped_pack_but_style_is_the_default)
{
    folder     made;
    gsay_packs packs;
    folder_open(&made);
    folder_add(&made, "core/one.lua", RULE_FILE("one", "topic", ""));
    folder_add(&made, "core/tests/not.lua", "this is no rule");
    folder_add(&made, "core/.hidden.lua", "neither is this");
    folder_add(&made, "docs/two.lua", RULE_FILE("two", "topic", ""));
    folder_add(&made, "style/three.lua", RULE_FILE("three", "topic", ""));
    folder_add(&made, "README.md", "a file beside the packs");
    ck_assert_int_eq(load_named(&made, NULL, &packs, NULL), GSAY_OK);
    ck_assert_uint_eq(packs.count, 2);
    ck_assert_uint_eq(packs.broken.count, 0);
    ck_assert_ptr_null(gsay_packs_find(&packs, GSAY_STR("three")));
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(a_folder_is_a_pack_wherever_it_is)
{
    folder     shipped;
    folder     own;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&shipped);
    folder_open(&own);
    folder_add(&own, "house/one.lua", RULE_FILE("one", "topic", ""));
    folder_add(&own, "house/pack.lua", "return { api = 1, name = 'mine', extends = { '../cellar' } }");
    folder_add(&own, "cellar/two.lua", RULE_FILE("two", "topic", ""));
    char path[FOLDER_PATH_BYTES + 16];
    snprintf(path, sizeof path, "%s/house/", own.path);
    ck_assert_msg(load_named(&shipped, path, &packs, &err) == GSAY_OK, "%s", err.message);
    ck_assert_uint_eq(packs.count, 2);
    assert_str(packs.rules[0].pack, "cellar");
    assert_str(packs.rules[1].pack, "mine");
    gsay_packs_close(&packs);
    folder_remove(&own);
    folder_remove(&shipped);
}
END_TEST

START_TEST(an_unknown_pack_names_the_nearest)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "newsroom/one.lua", RULE_FILE("one", "topic", ""));
    ck_assert_int_eq(load_named(&made, "newsrom", &packs, &err), GSAY_EINPUT);
    ck_assert_str_eq(err.message, "there is no pack \"newsrom\"; the nearest is \"newsroom\"");
    gsay_packs_close(&packs);
    ck_assert_int_eq(load_named(&made, "", &packs, &err), GSAY_EINPUT);
    gsay_packs_close(&packs);
    ck_assert_int_eq(load_named(&made, "../", &packs, &err), GSAY_OK);
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(a_rule_file_that_is_too_long_is_refused)
{
    static char text[GSAY_RULE_FILE_BYTES_MAX + 2];
    folder      made;
    gsay_packs  packs;
    memset(text, ' ', sizeof text);
    folder_open(&made);
    folder_add_bytes(&made, "p/long.lua", text, sizeof text);
    folder_add_bytes(&made, "p/nul.lua", "return {}\0", 10);
    ck_assert_int_eq(load_named(&made, "p", &packs, NULL), GSAY_OK);
    ck_assert_uint_eq(packs.broken.count, 2);
    ck_assert(holds(packs.broken.items[0].message, "is longer than"));
    ck_assert(holds(packs.broken.items[1].message, "byte 9 is not UTF-8"));
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

/* --option and --rule as the command line passes them on. */
static const struct {
    const char *key;
    const char *value;
    gsay_status status;
    const char *want; /* the message, or the value kept */
} option_rows[] = {
    { "limit", "3", GSAY_OK, "3" },
    { "limit", "10", GSAY_OK, "10" },
    { "limit", "10.001", GSAY_EINPUT, "option one.limit is out of range: 10.001 is not from 0 to 10" },
    { "limit", "-1", GSAY_EINPUT, "option one.limit is out of range: -1 is not from 0 to 10" },
    { "limit", "much", GSAY_EINPUT, "option one.limit takes a number, not \"much\"" },
    { "limit", "", GSAY_EINPUT, "option one.limit takes a number, not \"\"" },
    { "loud", "true", GSAY_OK, "true" },
    { "loud", "yes", GSAY_EINPUT, "option one.loud takes true or false, not \"yes\"" },
    { "word", "", GSAY_OK, "" },
    { "wrod", "x", GSAY_EINPUT, "one has no option \"wrod\"; the nearest is \"word\"" },
    { "entirely", "x", GSAY_EINPUT, "one has no option \"entirely\"; `gainsay explain one` lists them" },
};

START_TEST(options_are_checked_by_type_and_range)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    folder_open(&made);
    folder_add(&made, "p/one.lua", OPTION_RULE);
    ck_assert_int_eq(load_named(&made, "p", &packs, NULL), GSAY_OK);
    gsay_status status = gsay_packs_set_option(&packs, GSAY_STR("one"), gsay_str_of(option_rows[_i].key),
                                               gsay_str_of(option_rows[_i].value), &err);
    ck_assert_int_eq(status, option_rows[_i].status);
    if (status != GSAY_OK) {
        ck_assert_str_eq(err.message, option_rows[_i].want);
    } else {
        for (size_t i = 0; i < packs.rules[0].option_count; i++)
            if (gsay_str_equal(packs.rules[0].options[i].key, gsay_str_of(option_rows[_i].key)))
                assert_str(packs.rules[0].options[i].value, option_rows[_i].want);
    }
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

START_TEST(severities_and_only_name_known_rules)
{
    folder     made;
    gsay_packs packs;
    gsay_error err = { 0 };
    gsay_str   ids[] = { GSAY_STR("two"), GSAY_STR("onee") };
    folder_open(&made);
    folder_add(&made, "p/one.lua", OPTION_RULE);
    folder_add(&made, "p/two.lua", RULE_FILE("two", "topic", ""));
    ck_assert_int_eq(load_named(&made, "p", &packs, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_packs_set_severity(&packs, GSAY_STR("one"), GSAY_SEVERITY_NOTE, NULL), GSAY_OK);
    ck_assert_int_eq(gsay_packs_find(&packs, GSAY_STR("one"))->severity, GSAY_SEVERITY_NOTE);
    ck_assert_int_eq(gsay_packs_find(&packs, GSAY_STR("one"))->declared, GSAY_SEVERITY_ERROR);
    ck_assert_int_eq(gsay_packs_set_severity(&packs, GSAY_STR("tow"), GSAY_SEVERITY_NOTE, &err), GSAY_EINPUT);
    ck_assert_str_eq(err.message, "there is no rule \"tow\"; the nearest is \"two\"");
    ck_assert_int_eq(gsay_packs_only(&packs, ids, 2, &err), GSAY_EINPUT);
    ck_assert_int_eq(gsay_packs_find(&packs, GSAY_STR("one"))->severity, GSAY_SEVERITY_NOTE);
    ck_assert_int_eq(gsay_packs_only(&packs, ids, 1, &err), GSAY_OK);
    ck_assert_int_eq(gsay_packs_find(&packs, GSAY_STR("one"))->severity, GSAY_SEVERITY_OFF);
    ck_assert_int_eq(gsay_packs_find(&packs, GSAY_STR("two"))->severity, GSAY_SEVERITY_ERROR);
    gsay_packs_close(&packs);
    folder_remove(&made);
}
END_TEST

/* The shipped rules themselves, from the top of the repository, where `make unit` runs. */
START_TEST(the_shipped_rules_load)
{
    gsay_packs packs = { 0 };
    gsay_error err = { 0 };
    ck_assert_msg(gsay_packs_load(GSAY_STR("rules"), NULL, 0, &packs, &err) == GSAY_OK, "%s", err.message);
    for (size_t i = 0; i < packs.broken.count; i++)
        ck_abort_msg("%.*s", GSAY_ARG(packs.broken.items[i].message));
    ck_assert_uint_ge(packs.count, 6);
    for (size_t i = 0; i < packs.count; i++) {
        ck_assert_uint_gt(packs.rules[i].docs.len, 200);
        ck_assert(holds(packs.rules[i].docs, "Example"));
    }
    gsay_packs_close(&packs);
}
END_TEST

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

Suite *pack_suite(void)
{
    Suite *suite = suite_create("core/rule/pack");
    TCase *files = tcase_create("files");
    TCase *use = tcase_create("use");
    tcase_set_timeout(files, 30);
    tcase_add_loop_test(files, a_wrong_rule_file_is_named_and_the_others_load, 0, ROWS(rule_rows));
    tcase_add_loop_test(files, a_wrong_pack_file_ends_the_loading, 0, ROWS(pack_rows));
    tcase_add_test(files, a_rule_file_that_is_too_long_is_refused);
    tcase_add_test(files, the_same_id_twice_in_one_pack_is_a_fault);
    tcase_add_test(use, a_pack_extends_sets_and_replaces);
    tcase_add_test(files, claims_of_a_pack_and_of_what_it_extends_add_up);
    tcase_add_test(files, words_of_a_pack_and_of_what_it_extends_add_up);
    tcase_add_test(use, every_shipped_pack_but_style_is_the_default);
    tcase_add_test(use, a_folder_is_a_pack_wherever_it_is);
    tcase_add_test(use, an_unknown_pack_names_the_nearest);
    tcase_add_loop_test(use, options_are_checked_by_type_and_range, 0, ROWS(option_rows));
    tcase_add_test(use, severities_and_only_name_known_rules);
    tcase_add_test(use, the_shipped_rules_load);
    suite_add_tcase(suite, files);
    suite_add_tcase(suite, use);
    return suite;
}
