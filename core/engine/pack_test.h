/* The tests of rule packs: texts with their findings marked under them (INTERFACES.md, "Rules and packs").
 *
 *     === two outlets disagree                       a case; its name
 *     @option tolerance = 0.01                       for the rule that the file is named for; or ID.KEY = VALUE
 *     @claim seats = {number} seats                  a named claim and a pattern of it
 *     @fact seats = 420                              what it is pinned to
 *     @against b.txt                                 b.txt is a reference, the others are drafts
 *     @todo                                          expected to fail for now; passing is then the failure
 *     --- a.txt 2025-02-12                           a source, with its date
 *     Forces hold 20% of the territory.
 *                 ^^^ error measure-conflict: but 25%
 *                 -> b.txt:1 "25%"
 *
 * Marks stand under the words of a finding's main place; a source without marks must stay silent. A line of a source
 * that would be read as a mark is written with a backslash before it. Each case runs twice, with candidates and rules
 * in either order. */
#ifndef GSAY_ENGINE_PACK_TEST_H
#define GSAY_ENGINE_PACK_TEST_H

#include "engine/engine.h"

/* A related place that a case expects. */
typedef struct gsay_expected_place {
    gsay_str source;
    uint32_t line;
    gsay_str text; /* "" any */
} gsay_expected_place;

/* A finding that a case expects. */
typedef struct gsay_expectation {
    uint32_t             line_number; /* of the mark in the test file */
    gsay_str             source;
    gsay_span            span; /* bytes in the source */
    gsay_severity        severity;
    gsay_str             rule;
    gsay_str             message; /* a part of it; "" any */
    gsay_expected_place *related;
    size_t               related_count;
    size_t               related_capacity;
} gsay_expectation;

/* One text of a case. */
typedef struct gsay_test_source {
    gsay_str  name;
    gsay_role role;
    int32_t   date;
    gsay_str  text;
} gsay_test_source;

/* What a setting of a case is. */
typedef enum gsay_test_setting_kind {
    GSAY_TEST_OPTION = 0, /* of a rule: key, value */
    GSAY_TEST_AGAINST,    /* key is a reference */
    GSAY_TEST_CLAIM,      /* key is a claim, value a pattern of it */
    GSAY_TEST_FACT        /* key is a claim, value what it is pinned to */
} gsay_test_setting_kind;

/* One setting of a case. */
typedef struct gsay_test_setting {
    gsay_test_setting_kind kind;
    gsay_str               rule; /* of an option */
    gsay_str               key;
    gsay_str               value;
} gsay_test_setting;

/* One case. */
typedef struct gsay_test_case {
    gsay_str          name;
    uint32_t          line_number; /* of its title */
    bool              is_todo;
    gsay_test_source *sources;
    size_t            source_count;
    size_t            source_capacity;
    gsay_test_setting *settings; /* in order of the file */
    size_t            setting_count;
    size_t            setting_capacity;
    gsay_expectation *expectations;
    size_t            expectation_count;
    size_t            expectation_capacity;
} gsay_test_case;

/* The cases of one file. */
typedef struct gsay_test_file {
    gsay_str        path;
    gsay_str        rule; /* that the file is named for */
    gsay_test_case *cases;
    size_t          count;
    size_t          capacity;
} gsay_test_file;

/* Read a test file's text.
 *
 * arena  receives the cases. path and text are borrowed.
 * Returns GSAY_OK; GSAY_EINPUT naming path and line for what is no test; GSAY_ENOMEM. */
gsay_status gsay_test_file_parse(gsay_arena *arena, gsay_str path, gsay_str text, gsay_test_file *file,
                                 gsay_error *err);

/* What came of running tests. Zero it before the first run; it adds up. */
typedef struct gsay_test_tally {
    size_t passed;
    size_t failed;
    size_t todo;
} gsay_test_tally;

/* Run the tests of one pack.
 *
 * settings  pack_folder names the shipped packs; packs must name one pack. The rest is ignored.
 * only      path of the one test file to run; "" runs all of the pack's tests folder.
 * coverage  list rules of the pack (not of those that it extends) without a case that fires or one that stays silent,
 * as failures. tally     adds the counts. report    receives a line for each failure: file, line, what was expected and
 * what came. Returns GSAY_OK, also when cases failed; GSAY_EIO, GSAY_EINPUT, GSAY_ERULE, GSAY_ENOMEM when the pack or a
 * file cannot be used. */
gsay_status gsay_pack_test(const gsay_settings *settings, gsay_str only, bool coverage, gsay_test_tally *tally,
                           gsay_buffer *report, gsay_error *err);

#endif
