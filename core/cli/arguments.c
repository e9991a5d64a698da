/* Reading the command line from one table. GNU conventions: --name VALUE or --name=VALUE, -- ends options, operands
 * anywhere. */
#include "cli/arguments.h"

#include <stddef.h>
#include <stdio.h>

#include "base/nearest.h"

#define HELP_COLUMN 28 /* where help of an option or a command begins, but for the margin */

/* Commands as a set. The order is that of gsay_commands. */
enum command_bit {
    CHECK = 1,
    EXTRACT = 2,
    FACTS = 4,
    TEST = 8,
    RULES = 16,
    EXPLAIN = 32,
    INPUT = CHECK | EXTRACT | FACTS,
    ALL = 63,
    RARE = 64 /* an option left to the help of its commands, so that the help of all fits a screen */
};

typedef enum option_kind {
    OPTION_SWITCH = 0, /* sets an int to 1 */
    OPTION_TEXT,       /* a const char * */
    OPTION_LIST,       /* appends to a gsay_string_list */
    OPTION_CHOICE      /* an int: the index of the word in choices */
} option_kind;

typedef struct option_row {
    const char        *name;
    const char        *value; /* for help; NULL for a switch */
    option_kind        kind;
    size_t             offset; /* in gsay_arguments */
    unsigned           commands;
    const char *const *choices; /* ended by NULL */
    const char        *help;
} option_row;

static const char *const grouping_words[] = { "all", "dir", "file", NULL };
static const char *const format_words[] = { "auto", "text", "markdown", "html", "jsonl", "claims", NULL };
static const char *const fail_words[] = { "error", "warning", "note", "never", NULL };
static const char *const progress_words[] = { "auto", "never", NULL };
static const char *const color_words[] = { "auto", "always", "never", NULL };

#define FIELD(name) offsetof(gsay_arguments, name)
static const option_row option_rows[] = {
    { "against", "PATH", OPTION_LIST, FIELD(against), CHECK | FACTS, NULL,
      "references that the other paths are held against *" },
    { "group-by", "all|dir|file", OPTION_CHOICE, FIELD(group_by), CHECK | FACTS, grouping_words,
      "what is compared with what [all]" },
    { "input-format", "F", OPTION_CHOICE, FIELD(input_format), INPUT, format_words,
      "text, markdown, html, jsonl, claims [auto: by suffix]" },
    { "records", NULL, OPTION_SWITCH, FIELD(has_records), EXTRACT | RARE, NULL,
      "what check and facts need, for --input-format claims" },
    { "exclude", "GLOB", OPTION_LIST, FIELD(exclude), INPUT, NULL, "paths to pass over, as in .gitignore *" },
    { "stdin-name", "NAME", OPTION_TEXT, FIELD(stdin_name), INPUT | RARE, NULL,
      "name of standard input, suffix and all [-]" },
    { "date", "YYYY-MM-DD", OPTION_TEXT, FIELD(date), INPUT, NULL, "date of sources that state none" },
    { "format", "F[=FILE]", OPTION_LIST, FIELD(formats), CHECK | FACTS, NULL,
      "pretty, json, jsonl * (facts: pretty, json, csv)" },
    { "fail-on", "SEVERITY", OPTION_CHOICE, FIELD(fail_on), CHECK, fail_words,
      "error, warning, note or never gives 1 [error]" },
    { "rule", "ID=SEVERITY", OPTION_LIST, FIELD(rules), CHECK | EXTRACT | RULES, NULL,
      "off, note, warning or error *" },
    { "only", "ID", OPTION_LIST, FIELD(only), CHECK | EXTRACT | RULES, NULL, "run this rule alone *" },
    { "option", "ID.KEY=VALUE", OPTION_LIST, FIELD(options), CHECK | EXTRACT | RULES, NULL,
      "set an option of a rule *" },
    { "fact", "NAME=VALUE", OPTION_LIST, FIELD(facts), CHECK | FACTS, NULL, "hold a pack's claim to a value *" },
    { "pack", "NAME|DIR", OPTION_LIST, FIELD(packs), CHECK | EXTRACT | FACTS | RULES | EXPLAIN, NULL,
      "rules to load [all shipped but style] *" },
    { "jobs", "N", OPTION_TEXT, FIELD(jobs), INPUT, NULL, "threads [one a processor]" },
    { "color", "auto|always|never", OPTION_CHOICE, FIELD(color), CHECK | FACTS, color_words, "[auto: on a terminal]" },
    { "quiet", NULL, OPTION_SWITCH, FIELD(is_quiet), INPUT, NULL, "no summary, no warnings, no progress" },
    { "statistics", NULL, OPTION_SWITCH, FIELD(has_statistics), INPUT | RARE, NULL,
      "what was looked at, on standard error" },
    { "progress", "auto|never", OPTION_CHOICE, FIELD(progress), INPUT | RARE, progress_words,
      "[auto: long runs on a terminal]" },
    { "coverage", NULL, OPTION_SWITCH, FIELD(has_coverage), TEST | RARE, NULL,
      "list rules that lack a firing or a silent case" },
    { "version", NULL, OPTION_SWITCH, FIELD(has_version), ALL, NULL, "print the version" },
    { "help", NULL, OPTION_SWITCH, FIELD(has_help), ALL, NULL, "print this, or what one COMMAND takes" },
};
#undef FIELD
#define OPTION_COUNT (sizeof option_rows / sizeof *option_rows)

/* Options given so far, by row: a command is known only when all are read. */
typedef struct reading {
    gsay_arguments *arguments;
    bool            is_given[OPTION_COUNT];
    gsay_error     *err;
} reading;

/* The strings themselves are argv's and last as long as the program. */
static gsay_status add_string(gsay_arguments *arguments, gsay_string_list *list, const char *text, gsay_error *err)
{
    const char **grown = gsay_arena_grow(&arguments->arena, list->items, sizeof *grown, list->count, &list->capacity);
    if (!grown)
        return gsay_fail_memory(err);
    list->items = grown;
    list->items[list->count++] = text;
    return GSAY_OK;
}

/* Take the word of a choice by its place in the table: the enums of arguments.h stand in the order of their words. */
static gsay_status choose(const option_row *row, const char *value, int *chosen, gsay_error *err)
{
    for (int i = 0; row->choices[i]; i++)
        if (strcmp(row->choices[i], value) == 0) {
            *chosen = i;
            return GSAY_OK;
        }
    char known[120] = "";
    for (size_t i = 0, len = 0; row->choices[i] && len + 20 < sizeof known; i++) {
        const char *comma = i ? ", " : "";
        gsay_str    parts[2] = { gsay_str_of(comma), gsay_str_of(row->choices[i]) };
        for (size_t k = 0; k < 2; len += parts[k].len, k++)
            memcpy(known + len, parts[k].ptr, parts[k].len + 1);
    }
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "--%s cannot be \"%s\": known are %s", row->name, value, known);
}

/* The field is found by its offset, so that a new option is one row and one member. */
static gsay_status set_option(reading *state, size_t index, const char *value)
{
    const option_row *row = &option_rows[index];
    char             *field = (char *)state->arguments + row->offset;
    state->is_given[index] = true;
    switch (row->kind) {
    case OPTION_SWITCH:
        *(int *)(void *)field = 1;
        return GSAY_OK;
    case OPTION_TEXT:
        *(const char **)(void *)field = value;
        return GSAY_OK;
    case OPTION_LIST:
        return add_string(state->arguments, (gsay_string_list *)(void *)field, value, state->err);
    case OPTION_CHOICE:
        break;
    }
    return choose(row, value, (int *)(void *)field, state->err);
}

/* A mistyped option is told with the one that was most likely meant. */
static gsay_status fail_unknown(const reading *state, gsay_str name)
{
    gsay_nearest search = { .name = name };
    for (size_t i = 0; i < OPTION_COUNT; i++)
        gsay_nearest_offer(&search, gsay_str_of(option_rows[i].name));
    if (search.best.len)
        return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX, "unknown option --%.*s: did you mean --%.*s?",
                         GSAY_ARG(name), GSAY_ARG(search.best));
    return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX, "unknown option --%.*s: gainsay COMMAND --help lists them",
                     GSAY_ARG(name));
}

/* Read "--name", "--name=value" or "--name value"; next is the word after it or NULL. takes_next: out. */
static gsay_status read_option(reading *state, const char *word, const char *next, bool *takes_next)
{
    const char *equals = strchr(word, '=');
    gsay_str    name = { word + 2, equals ? (size_t)(equals - word - 2) : strlen(word + 2) };
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (!gsay_str_equal(name, gsay_str_of(option_rows[i].name)))
            continue;
        if (option_rows[i].kind == OPTION_SWITCH && equals)
            return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX, "--%s takes no value", option_rows[i].name);
        *takes_next = option_rows[i].kind != OPTION_SWITCH && !equals;
        if (*takes_next && !next)
            return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX, "--%s needs a value: %s", option_rows[i].name,
                             option_rows[i].value);
        return set_option(state, i, equals ? equals + 1 : next);
    }
    return fail_unknown(state, name);
}

/* The first operand names the command; any other is a path. */
static gsay_status read_operand(reading *state, const char *word, bool is_first)
{
    for (const gsay_command *command = gsay_commands; is_first && command->name; command++)
        if (strcmp(command->name, word) == 0) {
            state->arguments->command = command;
            state->arguments->has_command = 1;
            return GSAY_OK;
        }
    return add_string(state->arguments, &state->arguments->paths, word, state->err);
}

/* An option that the command has no use for is an error: an ignored setting is never silent. This waits for the end of
 * the line, since the command may stand behind its options. */
static gsay_status check_options(const reading *state)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (state->is_given[i] && !(option_rows[i].commands & state->arguments->command->bit))
            return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX,
                             "gainsay %s takes no --%s: gainsay %s --help lists what it takes",
                             state->arguments->command->name, option_rows[i].name, state->arguments->command->name);
    return GSAY_OK;
}

/* A lone "-" is standard input; "--" makes operands of all that follows. */
static gsay_status read_words(reading *state, int argc, char **argv)
{
    bool is_first = true;
    bool has_ended = false;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        bool        takes_next = false;
        if (!has_ended && strcmp(word, "--") == 0) {
            has_ended = true;
        } else if (!has_ended && strcmp(word, "-h") == 0) {
            state->arguments->has_help = 1;
        } else if (!has_ended && strncmp(word, "--", 2) == 0) {
            GSAY_TRY(read_option(state, word, i + 1 < argc ? argv[i + 1] : NULL, &takes_next));
            i += takes_next;
        } else if (!has_ended && word[0] == '-' && word[1]) {
            return gsay_fail(state->err, GSAY_EINPUT, SIZE_MAX,
                             "unknown option %s: gainsay --help lists them; a path is written ./%s", word, word);
        } else {
            GSAY_TRY(read_operand(state, word, is_first && !has_ended));
            is_first = false;
        }
    }
    return check_options(state);
}

gsay_status gsay_arguments_read(int argc, char **argv, gsay_arguments *arguments, gsay_error *err)
{
    *arguments = (gsay_arguments){ .command = &gsay_commands[0], .program = argc > 0 ? argv[0] : "gainsay" };
    reading state = { .arguments = arguments, .err = err };
    return read_words(&state, argc, argv);
}

/* "  --only ID                  run this rule alone *" */
static void write_row(gsay_buffer *buffer, const char *left, const char *middle, const char *right)
{
    int used = (int)(strlen(left) + strlen(middle));
    gsay_buffer_add_format(buffer, "  %s%s%*s%s\n", left, middle, used < HELP_COLUMN ? HELP_COLUMN - used : 1, "",
                           right);
}

static void write_options(gsay_buffer *buffer, const gsay_command *command)
{
    gsay_buffer_add(buffer, GSAY_STR("Options (* may be repeated, [] is what holds without"));
    gsay_buffer_add(buffer, command ? GSAY_STR("):\n") : GSAY_STR("; more: COMMAND --help):\n"));
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        char name[32];
        if (command ? !(option_rows[i].commands & command->bit) : (option_rows[i].commands & RARE))
            continue;
        snprintf(name, sizeof name, "--%s%s", option_rows[i].name, option_rows[i].value ? " " : "");
        write_row(buffer, name, option_rows[i].value ? option_rows[i].value : "", option_rows[i].help);
    }
}

void gsay_help_write(gsay_buffer *buffer, const gsay_command *command)
{
    if (command) {
        gsay_buffer_add_format(buffer, "gainsay %s [OPTIONS]%s%s: %s\n\n", command->name, *command->operands ? " " : "",
                               command->operands, command->summary);
    } else {
        gsay_buffer_add(buffer, GSAY_STR("gainsay: a linter for facts. It points at the places where texts contradict\n"
                                         "each other or themselves. gainsay PATH... is gainsay check PATH...\n\n"));
        for (const gsay_command *row = gsay_commands; row->name; row++) {
            char name[32];
            snprintf(name, sizeof name, "%s%s", row->name, *row->operands ? " " : "");
            write_row(buffer, name, row->operands, row->summary);
        }
        gsay_buffer_add(buffer, GSAY_STR("\nPATH is a file, a folder, or - for standard input.\n"));
    }
    write_options(buffer, command);
    gsay_buffer_add(buffer,
                    GSAY_STR("Exit status: 0 clean, 1 findings, 2 unusable command or input, 3 a rule failed\n"));
}
