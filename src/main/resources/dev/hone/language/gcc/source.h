/* What the runner reads from source text without a compiler. */
#ifndef HONE_SOURCE_H
#define HONE_SOURCE_H

#include "text.h"

struct source {
  struct list quoted;  /* "name" of each include in quotes */
  struct list angled;  /* <name> of each include in angle brackets */
  struct list tests;   /* functions `void test…(void)` with a body */
  struct list titles;  /* "title" of each TEST_CASE */
  int has_main;
};

struct source source_read(const char *content);

#endif
