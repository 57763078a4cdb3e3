#include "frameworks.h"

#include <string.h>

#include "report.h"

static const char *const GTEST_HEADERS[] = {"gtest/gtest.h", "gmock/gmock.h", 0};

/* Frameworks that bring a main program or expect one in the test file. */
static const struct other {
  const char *header;
  const char *name;
  enum framework_kind kind;
  const char *main_flag;         /* makes a main program where the file has none */
  const char *main_libraries[4]; /* the same */
  const char *libraries[4];
  const char *source; /* stands for the libraries where it was given with the code */
} OTHERS[] = {
    {"catch2/catch.hpp", "Catch2", CATCH2, "-DCATCH_CONFIG_MAIN=", {0}, {0}, 0},
    {"catch.hpp", "Catch2", CATCH2, "-DCATCH_CONFIG_MAIN=", {0}, {0}, 0},
    {"catch_amalgamated.hpp", "Catch2", CATCH2, 0, {0}, {0}, 0},
    {"catch2/", "Catch2", CATCH2, 0,
     {"-Wl,--whole-archive", "-lCatch2Main", "-Wl,--no-whole-archive"}, {"-lCatch2"}, 0},
    {"doctest", "doctest", DOCTEST, "-DDOCTEST_CONFIG_IMPLEMENT_WITH_MAIN=", {0}, {0}, 0},
    {"unity.h", "Unity", CASES, 0, {0}, {"-Wl,--wrap=UnityDefaultTestRun", "-lunity"}, "unity.c"},
    {"unity/unity.h", "Unity", CASES, 0, {0}, {"-Wl,--wrap=UnityDefaultTestRun", "-lunity"}, "unity.c"},
    {"cmocka.h", "cmocka", CASES, 0, {0}, {"-Wl,--wrap=_cmocka_run_group_tests", "-lcmocka"}, "cmocka.c"},
    {"check.h", "Check", CHECK, 0, {0},
     {"-Wl,--wrap=_tcase_add_test", "-Wl,--wrap=srunner_set_fork_status", "-lcheck", "-lrt"}, "check.c"},
    {0, 0, CASES, 0, {0}, {0}, 0}};

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static int includes(const struct source *source, const char *header) {
  size_t size = strlen(header);
  for (size_t i = 0; i < source->angled.size; i++)
    if (strncmp(source->angled.items[i], header, size) == 0) return 1;
  for (size_t i = 0; i < source->quoted.size; i++) {
    const char *name = source->quoted.items[i];
    if (strncmp(name, header, size) == 0 || strncmp(base_name(name), header, size) == 0) return 1;
  }
  return 0;
}

int framework_source(const char *path) {
  return strcmp(base_name(path), "catch_amalgamated.cpp") == 0;
}

static int is_given(const struct project *project, const char *name) {
  for (size_t i = 0; name && i < project->size; i++)
    if (strcmp(base_name(project->units[i].path), name) == 0) return 1;
  return 0;
}

static struct framework of_other(const struct other *other, const struct settings *settings,
                                 const struct project *project, const struct source *source) {
  struct framework found = {other->name, other->kind, 0, {0}, {0}, {0}};
  int given = is_given(project, other->source);
  /* A framework of one large header takes twice as long to be made faster. */
  if (other->main_flag) list_add(&found.flags, "-O0");
  if (other->kind == CHECK) {
    list_add(&found.flags, "-Dexit=hone_test_exit");
    list_add(&found.source_flags, "-Dexit=hone_test_exit");
  }
  /* What stands before a test file is compiled without these words. */
  for (size_t i = 0; i < settings->prefix.size; i++) {
    if (strcmp(settings->prefix.items[i], "-include") == 0) i++;
    else list_add(&found.flags, settings->prefix.items[i]);
  }
  list_add_all(&found.flags, &settings->framework_flags);
  if (!source->has_main) {
    if (other->main_flag) list_add(&found.flags, other->main_flag);
    for (int i = 0; i < 4 && other->main_libraries[i]; i++)
      list_add(&found.libraries, other->main_libraries[i]);
  }
  for (int i = 0; i < 4 && other->libraries[i]; i++)
    if (!given || strncmp(other->libraries[i], "-l", 2) != 0)
      list_add(&found.libraries, other->libraries[i]);
  list_add_all(&found.libraries, &settings->framework_libraries);
  return found;
}

const struct framework *framework_of(const struct settings *settings, const struct project *project,
                                     const struct source *source) {
  static struct framework found;
  for (const char *const *header = GTEST_HEADERS; *header; header++) {
    if (includes(source, *header)) {
      found = (struct framework){"GoogleTest", GOOGLE_TEST, settings->gtest_libraries.size == 0,
                                 settings->gtest_flags, {0}, settings->gtest_libraries};
      return &found;
    }
  }
  for (const struct other *other = OTHERS; other->header; other++) {
    if (includes(source, other->header)) {
      found = of_other(other, settings, project, source);
      return &found;
    }
  }
  return 0;
}

int framework_run(const struct framework *framework, const struct source *source,
                  const struct list *command) {
  switch (framework->kind) {
    case GOOGLE_TEST: return gtest_run(command);
    case CATCH2:
    case DOCTEST: return titled_run(framework->kind, source, command);
    case CASES: return cases_run(source, command);
    case CHECK: return check_run(source, command);
  }
  return 1;
}
