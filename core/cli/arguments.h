/* The command line: one table of options, one of commands; help and parsing are made from them. */
#ifndef GSAY_CLI_ARGUMENTS_H
#define GSAY_CLI_ARGUMENTS_H

#include "engine/engine.h"

/* Exit statuses; where several apply, 2 before 3 before 1. */
enum gsay_exit {
    GSAY_EXIT_CLEAN = 0,
    GSAY_EXIT_FINDINGS = 1, /* findings at or above --fail-on, or failed tests */
    GSAY_EXIT_USE = 2,      /* the command, the configuration or a named input could not be used */
    GSAY_EXIT_RULE = 3      /* a rule failed or passed a limit */
};

typedef enum gsay_color { GSAY_COLOR_AUTO = 0, GSAY_COLOR_ALWAYS, GSAY_COLOR_NEVER } gsay_color;

typedef enum gsay_progress_choice { GSAY_PROGRESS_AUTO = 0, GSAY_PROGRESS_NEVER } gsay_progress_choice;

/* What --fail-on may be: the severities, and never. */
typedef enum gsay_fail_on {
    GSAY_FAIL_ON_ERROR = 0,
    GSAY_FAIL_ON_WARNING,
    GSAY_FAIL_ON_NOTE,
    GSAY_FAIL_ON_NEVER
} gsay_fail_on;

/* Strings of argv, in order. */
typedef struct gsay_string_list {
    const char **items; /* owned by the arguments' arena; the strings are argv's */
    size_t       count;
    size_t       capacity;
} gsay_string_list;

struct gsay_command;

/* A command line, read. Choices are held as int, so that one reader serves all. */
typedef struct gsay_arguments {
    gsay_arena                 arena;
    const struct gsay_command *command;
    const char                *program; /* argv[0] */
    gsay_string_list           paths;
    gsay_string_list           against;
    gsay_string_list           formats; /* "F" or "F=FILE" */
    gsay_string_list           rules;   /* "ID=SEVERITY" */
    gsay_string_list           only;
    gsay_string_list           options; /* "ID.KEY=VALUE" */
    gsay_string_list           facts;   /* "NAME=VALUE" */
    gsay_string_list           packs;
    gsay_string_list           exclude;
    const char                *date;
    const char                *jobs;
    const char                *stdin_name;
    int                        group_by;     /* gsay_grouping */
    int                        input_format; /* gsay_format */
    int                        fail_on;      /* gsay_fail_on */
    int                        color;        /* gsay_color */
    int                        progress;     /* gsay_progress_choice */
    int                        is_quiet;
    int                        has_statistics;
    int                        has_command; /* it was named, not taken for granted */
    int                        has_coverage;
    int                        has_records;
    int                        has_help;
    int                        has_version;
    struct gsay_watch         *watch; /* of the program; borrowed */
} gsay_arguments;

/* A command: its name, what it takes, what it does. run returns an exit status. */
typedef struct gsay_command {
    const char *name;
    const char *operands; /* for help */
    const char *summary;
    unsigned    bit; /* in the options' sets of commands */
    int (*run)(gsay_arguments *arguments);
} gsay_command;

/* The commands, ended by one without a name. main.c */
extern const gsay_command gsay_commands[];

/* Read argv. The first operand is a command if it is a command's name; else the command is check.
 * Returns GSAY_OK, GSAY_EINPUT (an unknown option, with the nearest known one; a bad or missing value; an option that
 * the command does not take), GSAY_ENOMEM. Release arguments->arena in any case. */
gsay_status gsay_arguments_read(int argc, char **argv, gsay_arguments *arguments, gsay_error *err);

/* Append the help that fits a screen: of all commands, or of one. */
void gsay_help_write(gsay_buffer *buffer, const gsay_command *command);

/* gainsay check: compare sources, print findings. Returns an exit status, as all commands do. check.c */
int gsay_command_check(gsay_arguments *arguments);
/* gainsay extract: print mentions and claims. extract.c */
int gsay_command_extract(gsay_arguments *arguments);
/* gainsay facts: print topics by source. facts.c */
int gsay_command_facts(gsay_arguments *arguments);
/* gainsay test: run the tests of rule packs. test.c */
int gsay_command_test(gsay_arguments *arguments);
/* gainsay rules: list the rules of the packs in force. rules.c */
int gsay_command_rules(gsay_arguments *arguments);
/* gainsay explain: print the documentation of one rule. explain.c */
int gsay_command_explain(gsay_arguments *arguments);

#endif
