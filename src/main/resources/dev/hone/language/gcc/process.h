/* Starts the compiler and the tests, each with its own streams. */
#ifndef HONE_PROCESS_H
#define HONE_PROCESS_H

#include <sys/types.h>

#include "text.h"

/* Numbers at which a test finds its pipes, see hone_report.h. */
enum { REPORT_PIPE = 198, TOKEN_PIPE = 199 };

struct compiling {
  pid_t process;
  int pipe;
};

/* Starts a compiler, whose words go to a pipe. */
struct compiling compile_start(const struct list *command);
/* Waits for one, adds its words to a text and returns its exit code. */
int compile_end(struct compiling compiling, struct text *words);
/* Ends one whose result is not wanted any more. */
void compile_stop(struct compiling compiling);

struct ending {
  int status;          /* as waitpid gives it */
  struct text report;  /* what was written to the report's pipe */
  struct text printed; /* the end of what was printed on both streams */
};

/* Runs a test program to its end. What it prints is shown on standard error. */
struct ending run(const struct list *command, const char *test, const char *token);
/* The same without showing what it prints, all of which is kept. */
struct ending run_quietly(const struct list *command, const char *test, const char *token);

#endif
