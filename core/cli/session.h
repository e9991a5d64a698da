/* What the commands share: an engine made from the command line, messages, output. */
#ifndef GSAY_CLI_SESSION_H
#define GSAY_CLI_SESSION_H

#include <stdio.h>

#include "cli/arguments.h"
#include "cli/watch.h"

/* Print "gainsay: message" to standard error. Returns the exit status that the error asks for: GSAY_EXIT_RULE for
 * GSAY_ERULE, else GSAY_EXIT_USE. */
int gsay_complain(const gsay_error *err);

/* The folder of the shipped packs, found from the program's own place: beside a build, or PREFIX/share/gainsay/rules.
 * Owned by arena. Returns GSAY_EIO with the places looked at when there is none. */
gsay_status gsay_find_packs(gsay_arena *arena, const char *program, const char **folder, gsay_error *err);

/* Open an engine as the command line says, without sources. Release with gsay_engine_close. */
gsay_status gsay_session_open(gsay_arguments *arguments, bool has_rules, gsay_engine **engine, gsay_error *err);

/* Add the paths of the command line and those of --against. A path that cannot be used is printed at once and
 * remembered in *exit_status; the others are added all the same. Returns GSAY_OK, GSAY_ENOMEM, or GSAY_EINPUT when no
 * path was given or no text found. */
gsay_status gsay_session_add_paths(gsay_arguments *arguments, gsay_engine *engine, int *exit_status, gsay_error *err);

/* Print the problems of a run to standard error; warnings only unless is_quiet. Returns the exit status that they ask
 * for: 0, 2 or 3. */
int gsay_print_problems(const gsay_engine *engine, bool is_quiet);

/* Print what a run looked at and what it cost to standard error. has_alignment: it went further than to claims. */
gsay_status gsay_print_statistics(gsay_engine *engine, bool has_alignment, gsay_error *err);

/* The exit status of two that both apply: 2 before 3 before 1 before 0. */
int gsay_exit_of(int one, int other);

/* Write bytes to an open stream and look at the result. name: for the message. */
gsay_status gsay_write_stream(FILE *stream, gsay_str bytes, const char *name, gsay_error *err);

/* Write a buffer to standard output, unless it lacks what there was no memory for. Returns GSAY_OK, GSAY_ENOMEM, GSAY_EIO. */
gsay_status gsay_print_buffer(const gsay_buffer *buffer, gsay_error *err);

/* Write a file whole under a name of its own first and rename it, so that no half-written file stands under its final
 * name. What is no plain file (a device, a pipe, a link) is written to as it is, since a rename would put a file in its
 * place. watch: removes the half-written file when the program is stopped. */
gsay_status gsay_write_file(gsay_watch *watch, const char *path, gsay_str bytes, gsay_error *err);

/* Tell whether the report may be coloured: --color, NO_COLOR, a terminal. */
bool gsay_has_color(const gsay_arguments *arguments);
/* Columns of the terminal; 100 when it is none. */
uint32_t gsay_terminal_width(void);

#endif
