/* Runs each test of a program of GoogleTest by itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frameworks.h"
#include "report.h"

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

/* Whether the framework passes over it by its name, which looks like success. */
static int is_disabled(const char *suite, const char *test) {
  const char *slash = strrchr(suite, '/');
  return strncmp(test, "DISABLED_", 9) == 0 || strncmp(suite, "DISABLED_", 9) == 0 ||
         (slash && strncmp(slash + 1, "DISABLED_", 9) == 0);
}

static int run_one(const struct list *command, const char *suite, const char *test) {
  char token[33];
  char *message;
  if (is_disabled(suite, test)) {
    report_test(plain(suite, test), "skipped", "it is disabled by its name");
    return 1;
  }
  struct list filtered = {0};
  char *filter = joined("--gtest_filter=", suite, ".");
  list_add_all(&filtered, command);
  list_add(&filtered, joined(filter, test, ""));
  make_token(token);
  struct ending ending = run(&filtered, "main", token);
  const char *state = state_of(&ending, token, &message);
  report_test(plain(suite, test), state, message);
  int passed = is_good(state);
  text_clear(&ending.report);
  text_clear(&ending.printed);
  return passed;
}

int gtest_run(const struct list *command) {
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
