/* The report of a run: one JSON object on each line, each behind the mark. */
#ifndef HONE_RUN_REPORT_H
#define HONE_RUN_REPORT_H

#include "process.h"

/* Reads the mark from standard input, which then is empty. */
void report_read_mark(void);
void report_compiler(const char *phase, const char *words);
void report_missing(const char *framework);
void report_test(const char *name, const char *state, const char *message);
void report_end(void);

/* Whether a state keeps the exit code at 0: it passed or was skipped. */
int is_good(const char *state);
/* Runs one test function and reports it; returns whether it passed or was skipped. */
int report_run(const struct list *command, const char *test);
/* Runs a program of its own, or one test of it, that says by its exit code whether all is well, and
   reports it under a name; what a test framework printed of a failure becomes the message. */
int report_program(const struct list *command, const char *test, const char *name);
/* Whether a main program returned by itself, with whatever exit code. */
int came_to_its_end(const struct ending *ending, const char *token);
/* The state of a test that ended, and its message, to be freed. */
const char *state_of(const struct ending *ending, const char *token, char **message);
/* A word that nobody could guess. */
void make_token(char token[33]);

#endif
