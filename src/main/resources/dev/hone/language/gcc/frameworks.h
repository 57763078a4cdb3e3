/* Test frameworks that a person's own test files may use. */
#ifndef HONE_FRAMEWORKS_H
#define HONE_FRAMEWORKS_H

#include "settings.h"
#include "source.h"

struct framework {
  const char *name;
  const char *filter; /* how one test is asked for, 0 where the program is the one test */
  int missing; /* whether it is not installed here */
  struct list flags;
  struct list libraries;
};

/* The framework whose header a test file includes, or 0 for none. */
const struct framework *framework_of(const struct settings *settings, const struct source *source);
/* Runs all tests of a built file; returns 0 if all passed. */
int framework_run(const struct framework *framework, const struct source *source,
                  const struct list *command);

#endif
