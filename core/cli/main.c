/* The program: reads the command line, runs one command, ends with its status. */
#include "cli/session.h"

/* The bits are those of the options' sets in arguments.c. */
const gsay_command gsay_commands[] = {
    { "check", "PATH...", "compare sources, print findings", 1, gsay_command_check },
    { "extract", "PATH...", "print mentions and claims as JSONL", 2, gsay_command_extract },
    { "facts", "PATH...", "what each source says of each topic", 4, gsay_command_facts },
    { "test", "[PACK|FILE]...", "run the tests of rule packs", 8, gsay_command_test },
    { "rules", "", "list rules", 16, gsay_command_rules },
    { "explain", "RULE", "a rule's documentation", 32, gsay_command_explain },
    { 0 },
};

/* Help and version are asked for, so they go to standard output. */
static int print_text(gsay_buffer *buffer)
{
    gsay_error  err = { 0 };
    gsay_status status = gsay_print_buffer(buffer, &err);
    gsay_buffer_clear(buffer);
    return status == GSAY_OK ? GSAY_EXIT_CLEAN : gsay_complain(&err);
}

static int run(gsay_arguments *arguments)
{
    gsay_buffer buffer = { 0 };
    if (arguments->has_version) {
        gsay_buffer_add(&buffer, GSAY_STR("gainsay " GSAY_VERSION "\n"));
        return print_text(&buffer);
    }
    if (arguments->has_help) {
        gsay_help_write(&buffer, arguments->has_command ? arguments->command : NULL);
        return print_text(&buffer);
    }
    return arguments->command->run(arguments);
}

int main(int argc, char **argv)
{
    gsay_error     err = { 0 };
    gsay_arguments arguments = { 0 };
    int            exit_status = GSAY_EXIT_CLEAN;
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, with a message and a status */
    gsay_watch watch;
    gsay_watch_open(&watch);
    gsay_status status = gsay_arguments_read(argc, argv, &arguments, &err);
    arguments.watch = &watch;
    exit_status = status == GSAY_OK ? run(&arguments) : gsay_complain(&err);
    gsay_watch_close(&watch);
    gsay_arena_clear(&arguments.arena);
    return exit_status;
}
