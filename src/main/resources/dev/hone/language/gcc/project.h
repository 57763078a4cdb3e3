/* The files of a work folder: which are included by which, and which must be compiled. */
#ifndef HONE_PROJECT_H
#define HONE_PROJECT_H

#include "source.h"

struct unit {
  char *path;
  struct source source;
  int included; /* whether the test file includes it, over however many others */
  int derived;  /* whether it was not given, but made of its sibling */
};

struct project {
  struct unit *units;
  size_t size;
};

/* Reads all source files and headers below the work folder. */
struct project project_read(void);
struct unit *project_unit(const struct project *project, const char *path);
/* Writes headers that are included but were not given, where a source file of that name is there,
   and the other way round; then marks what the test file includes. */
void project_link(struct project *project, const char *test);
/* Whether a path ends as a file does that is compiled by itself. */
int is_source(const char *path);

#endif
