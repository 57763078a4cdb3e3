/* Test frameworks that a person's own test files may use. */
#ifndef HONE_FRAMEWORKS_H
#define HONE_FRAMEWORKS_H

#include "project.h"
#include "settings.h"

enum framework_kind { GOOGLE_TEST, CATCH2, DOCTEST, CASES, CHECK };

struct framework {
  const char *name;
  enum framework_kind kind;
  int missing; /* whether it is not installed here */
  struct list flags;
  struct list source_flags; /* of the code under test */
  struct list libraries;
};

/* The framework whose header a test file includes, or 0 for none. */
const struct framework *framework_of(const struct settings *settings, const struct project *project,
                                     const struct source *source);
/* Whether a source given with the code is a framework's own, which may have the main program. */
int framework_source(const char *path);
/* Runs all tests of a built file; returns 0 if all passed. */
int framework_run(const struct framework *framework, const struct source *source,
                  const struct list *command);

/* The same for each kind of framework. */
int gtest_run(const struct list *command);
int titled_run(enum framework_kind kind, const struct source *source, const struct list *command);
int cases_run(const struct source *source, const struct list *command);
/* Writes a file that includes a test file of Unity and has the main program that it lacks. */
char *cases_write_main(const char *path, const struct unit *test);
int check_run(const struct source *source, const struct list *command);

#endif
