/* Runs the tests of Unity, cmocka and Check, whose main programs are written by hand. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frameworks.h"
#include "report.h"
#include "words.h"

char *cases_write_main(const char *path, const struct unit *test) {
  struct text text = {0};
  text_put(&text, "#include \"");
  text_put(&text, test->path);
  text_put(&text, "\"\n");
  char *content = file_read(test->path);
  /* The framework calls these, and a program that makes main programs adds what is not there. */
  for (int i = 0; content && i < 2; i++) {
    const char *name = i == 0 ? "setUp" : "tearDown";
    if (strstr(content, name)) continue;
    text_put(&text, joined("void ", name, "(void) {}\n"));
  }
  text_put(&text, joined("int main(void) {\n  UnityBegin(\"", test->path, "\");\n"));
  for (size_t i = 0; i < test->source.tests.size; i++)
    text_put(&text, joined("  RUN_TEST(", test->source.tests.items[i], ");\n"));
  text_put(&text, "  return UNITY_END();\n}\n");
  file_write(path, text.data);
  text_clear(&text);
  free(content);
  return joined(path, "", "");
}

/* Unity and cmocka: hone_main.c runs the one test that is asked for. */
int cases_run(const struct source *source, const struct list *command) {
  int worst = 0;
  struct list cases = source->cases;
  if (cases.size == 0 && !source->has_main) cases = source->tests;
  if (cases.size == 0) return report_program(command, "main", "main") ? 0 : 1;
  for (size_t i = 0; i < cases.size; i++) {
    const char *name = cases.items[i];
    if (!report_program(command, name, name)) worst = 1;
  }
  return worst;
}

/* What the log of Check says of a test: lines `file:line:P:group:name:0: message`. */
struct logged {
  int passed;
  char state;      /* of the worst, F or E; 0 where none failed */
  char *message;
};

static struct logged logged_of(const char *log, const char *name) {
  struct logged found = {0, 0, 0};
  const char *next = 0;
  for (const char *line = log; line && *line; line = next) {
    const char *end = strchr(line, '\n');
    next = end ? end + 1 : 0;
    const char *fields[6] = {0};
    const char *at = line;
    for (int i = 0; i < 6 && at && (!end || at < end); i++) {
      fields[i] = at;
      at = strchr(at, ':');
      if (at) at++;
    }
    size_t size = strlen(name);
    if (!fields[5] || strncmp(fields[4], name, size) != 0 || fields[4][size] != ':') continue;
    char state = fields[2][0];
    if (state == 'P') found.passed = 1;
    if ((state == 'F' || state == 'E') && found.state == 0) {
      struct text text = {0};
      const char *message = strstr(fields[5], ": ");
      text_add(&text, line, (size_t)(fields[2] - line));
      text_put(&text, " ");
      if (message && (!end || message < end))
        text_add(&text, message + 2, end ? (size_t)(end - message) - 2 : strlen(message + 2));
      found.state = state;
      found.message = text.data;
    }
  }
  return found;
}

/* Code under test that knew the log's name could write what it likes into it. */
static int check_one(const struct list *command, const char *name) {
  char token[33], word[33];
  char *message;
  make_token(token);
  make_token(word);
  char *path = joined(".hone_", word, ".log");
  setenv("CK_LOG_FILE_NAME", path, 1);
  struct ending ending = run(command, name, token);
  const char *state = state_of(&ending, token, &message);
  char *log = file_read(path);
  unlink(path);
  struct logged logged = logged_of(log, name);
  if (came_to_its_end(&ending, token)) {
    state = logged.state == 'F' ? "failed" : logged.state || !logged.passed ? "error" : "passed";
    message = logged.state    ? logged.message
              : logged.passed ? joined("", "", "")
                              : joined("the program ended before the test came to its end", "", "");
  }
  report_test(name, state, message);
  text_clear(&ending.report);
  text_clear(&ending.printed);
  return is_good(state);
}

int check_run(const struct source *source, const struct list *command) {
  int worst = 0;
  if (source->cases.size == 0) return report_program(command, "main", "main") ? 0 : 1;
  for (size_t i = 0; i < source->cases.size; i++)
    if (!check_one(command, source->cases.items[i])) worst = 1;
  return worst;
}
