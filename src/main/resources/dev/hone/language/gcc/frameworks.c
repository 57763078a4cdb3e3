#include "frameworks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

static const char *const GTEST_HEADERS[] = {"gtest/gtest.h", "gmock/gmock.h", 0};

/* Frameworks that bring a main program or expect one in the test file. */
static const struct other {
  const char *header;
  const char *name;
  const char *filter;
  const char *flags[2];
  const char *libraries[5];
} OTHERS[] = {
    {"catch2/catch.hpp", "Catch2", "", {"-DCATCH_CONFIG_MAIN="}, {0}},
    {"catch.hpp", "Catch2", "", {"-DCATCH_CONFIG_MAIN="}, {0}},
    {"catch2/", "Catch2", "", {0},
     {"-Wl,--whole-archive", "-lCatch2Main", "-Wl,--no-whole-archive", "-lCatch2"}},
    {"doctest", "doctest", "--test-case=", {"-DDOCTEST_CONFIG_IMPLEMENT_WITH_MAIN="}, {0}},
    {"unity.h", "Unity", 0, {0}, {0}},
    {"cmocka.h", "cmocka", 0, {0}, {"-lcmocka"}},
    {"check.h", "Check", 0, {0}, {"-lcheck", "-lsubunit", "-lrt"}},
    {0, 0, 0, {0}, {0}}};

static int includes(const struct source *source, const char *header) {
  size_t size = strlen(header);
  for (size_t i = 0; i < source->angled.size; i++)
    if (strncmp(source->angled.items[i], header, size) == 0) return 1;
  for (size_t i = 0; i < source->quoted.size; i++)
    if (strncmp(source->quoted.items[i], header, size) == 0) return 1;
  return 0;
}

static struct framework of_other(const struct other *other, const struct settings *settings) {
  struct framework found = {other->name, other->filter, 0, {0}, {0}};
  /* What stands before a test file is compiled without these words. */
  for (size_t i = 0; i < settings->prefix.size; i++) {
    if (strcmp(settings->prefix.items[i], "-include") == 0) i++;
    else list_add(&found.flags, settings->prefix.items[i]);
  }
  for (int i = 0; i < 2 && other->flags[i]; i++) list_add(&found.flags, other->flags[i]);
  for (int i = 0; i < 5 && other->libraries[i]; i++)
    list_add(&found.libraries, other->libraries[i]);
  return found;
}

const struct framework *framework_of(const struct settings *settings, const struct source *source) {
  static struct framework found;
  for (const char *const *header = GTEST_HEADERS; *header; header++) {
    if (includes(source, *header)) {
      found = (struct framework){"GoogleTest", "--gtest_filter=",
                                 settings->gtest_libraries.size == 0, settings->gtest_flags,
                                 settings->gtest_libraries};
      return &found;
    }
  }
  for (const struct other *other = OTHERS; other->header; other++) {
    if (includes(source, other->header)) {
      found = of_other(other, settings);
      return &found;
    }
  }
  return 0;
}

/* `Prefix/Suite` and `name/0` of a parameterised test are `Suite` and `name`. */
static char *plain(const char *suite, const char *test) {
  const char *slash = strchr(suite, '/');
  struct text name = {0};
  text_put(&name, slash ? slash + 1 : suite);
  /* A typed suite is `Suite/0`. */
  if (name.size > 0 && strspn(slash ? slash + 1 : "", "0123456789") == strlen(slash ? slash + 1 : "x")) {
    text_clear(&name);
    text_add(&name, suite, (size_t)(slash - suite));
  }
  char *inner = strchr(name.data, '/');
  if (inner) {
    *inner = 0;
    name.size = (size_t)(inner - name.data);
  }
  text_put(&name, ".");
  text_add(&name, test, strcspn(test, "/"));
  return name.data;
}

static int run_one(const struct list *command, const char *suite, const char *test) {
  char token[33];
  char *message;
  struct list filtered = {0};
  char *filter = joined("--gtest_filter=", suite, ".");
  list_add_all(&filtered, command);
  list_add(&filtered, joined(filter, test, ""));
  make_token(token);
  struct ending ending = run(&filtered, "main", token);
  const char *state = state_of(&ending, token, &message);
  report_test(plain(suite, test), state, message);
  int passed = strcmp(state, "passed") == 0 || strcmp(state, "skipped") == 0;
  text_clear(&ending.report);
  text_clear(&ending.printed);
  return passed;
}

static int run_gtest(const struct list *command) {
  char token[33];
  int worst = 0;
  struct list listing = {0};
  list_add_all(&listing, command);
  list_add(&listing, "--gtest_list_tests");
  make_token(token);
  struct ending listed = run_quietly(&listing, "main", token);
  char suite[400] = "";
  for (char *line = strtok(listed.printed.data, "\n"); line; line = strtok(0, "\n")) {
    char *comment = strstr(line, "  # ");
    if (comment) *comment = 0;
    size_t size = strlen(line);
    if (strncmp(line, "  ", 2) == 0) {
      if (!run_one(command, suite, line + 2)) worst = 1;
    } else if (size > 1 && line[size - 1] == '.') {
      snprintf(suite, sizeof suite, "%.*s", (int)size - 1, line);
    }
  }
  return worst;
}

/* A title in which nothing has a meaning to the filters of Catch2 and doctest. */
static char *escaped(const char *title) {
  struct text text = {0};
  text_put(&text, "");
  for (; *title; title++) {
    if (strchr(",[]*", *title)) text_put(&text, "\\");
    text_add(&text, title, 1);
  }
  return text.data;
}

int framework_run(const struct framework *framework, const struct source *source,
                  const struct list *command) {
  int worst = 0;
  if (strcmp(framework->name, "GoogleTest") == 0) return run_gtest(command);
  if (!framework->filter) return report_program(command, "main") ? 0 : 1;
  for (size_t i = 0; i < source->titles.size; i++) {
    struct list filtered = {0};
    list_add_all(&filtered, command);
    list_add(&filtered, joined(framework->filter, escaped(source->titles.items[i]), ""));
    if (!report_program(&filtered, source->titles.items[i])) worst = 1;
  }
  return worst;
}
