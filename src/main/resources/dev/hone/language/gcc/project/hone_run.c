/* The main program of a test file: runs each test in a process of its own, says how it went, and
   ends with 0 where all passed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hone_report.h"

#ifdef __cplusplus
extern "C" {
#endif
/* Runs the one test that HONE_TEST names; see hone_main.c. */
int __wrap_main(int count, char **arguments);
#ifdef __cplusplus
}
#endif

enum { HONE_REPORT_TO = 198, HONE_WORD_FROM = 199 };

static void hone_run_in_child(const struct hone_test *test, int report, int word) {
  dup2(report, HONE_REPORT_TO);
  dup2(word, HONE_WORD_FROM);
  close(report);
  close(word);
  setenv("HONE_TEST", test->name, 1);
  exit(__wrap_main(0, 0));
}

static int hone_passed(const struct hone_test *test) {
  char line[2200], message[2200] = "it ended before its end";
  int report[2], word[2], ended = 0;
  if (pipe(report) != 0 || pipe(word) != 0) return 0;
  fflush(0);
  pid_t child = fork();
  if (child == 0) {
    close(report[0]);
    close(word[1]);
    hone_run_in_child(test, report[1], word[0]);
  }
  close(report[1]);
  close(word[0]);
  ssize_t size = write(word[1], "end", 3);
  close(word[1]);
  FILE *lines = fdopen(report[0], "r");
  while (lines && fgets(line, sizeof line, lines)) {
    line[strcspn(line, "\n")] = 0;
    if (*line == 'P') ended = 1;
    else snprintf(message, sizeof message, "%s", line + 1);
  }
  if (lines) fclose(lines);
  waitpid(child, 0, 0);
  if (child < 0 || size < 0) ended = 0;
  if (ended) printf("ok %s\n", test->name);
  else printf("FAILED %s: %s\n", test->name, message);
  return ended;
}

int main(void) {
  int failed = 0;
  for (const struct hone_test *test = hone_tests; test->name; test++) failed += !hone_passed(test);
  printf(failed ? "%d failed\n" : "all passed\n", failed);
  return failed != 0;
}
