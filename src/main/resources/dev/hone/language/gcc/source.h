/* What the runner reads from source text without a compiler. */
#ifndef HONE_SOURCE_H
#define HONE_SOURCE_H

#include "text.h"

struct source {
  struct list quoted;  /* "name" of each include in quotes */
  struct list angled;  /* <name> of each include in angle brackets */
  struct list tests;   /* functions `void test…(void)` with a body */
  struct list titles;  /* "title" of each TEST_CASE and its kin, or "" where it has none */
  struct list macros;  /* the macro of each title, such as TEST_CASE_METHOD */
  struct list cases;   /* names that RUN_TEST, cmocka_unit_test or START_TEST are given */
  int has_main;
};

struct source source_read(const char *content);

#endif
