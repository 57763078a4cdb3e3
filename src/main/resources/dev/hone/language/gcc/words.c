#include "words.h"

#include <string.h>
#include <sys/wait.h>

enum { MOST_LINES = 12, NO_TESTS = 2, ALL_SKIPPED = 4 };

char *line_with(const char *printed, const char *text) {
  const char *found = 0;
  for (const char *at = printed; (at = strstr(at, text)); at++) found = at;
  if (!found) return 0;
  const char *start = found;
  while (start > printed && start[-1] != '\n') start--;
  size_t size = strcspn(start, "\n");
  char *line = allocated(size + 1);
  memcpy(line, start, size);
  return line;
}

char *known_words(const char *printed) {
  static const char *const WORDS[] = {"runtime error: ", "*** ", "terminate called",
                                      "free(): ", "malloc(): ", "double free", 0};
  for (const char *const *word = WORDS; *word; word++) {
    char *line = line_with(printed, *word);
    if (line) return line;
  }
  return 0;
}

/* Whether a framework begins its closing words here. */
static int is_closing(const char *line) {
  return strncmp(line, "=====", 5) == 0 || strncmp(line, "-----", 5) == 0 ||
         strncmp(line, "[  FAILED  ]", 12) == 0 || strncmp(line, "[==========]", 12) == 0;
}

char *framework_words(const char *printed) {
  static const char *const MARKS[] = {": FAILED",     ": FATAL ERROR: ", ": ERROR: ", ":FAIL",
                                      "[  ERROR   ]", "Failure:",        0};
  for (const char *const *mark = MARKS; *mark; mark++) {
    const char *found = strstr(printed, *mark);
    if (!found) continue;
    while (found > printed && found[-1] != '\n') found--;
    const char *end = found;
    for (int lines = 0; *end && lines < MOST_LINES && !is_closing(end); lines++) {
      end += strcspn(end, "\n");
      if (*end) end++;
    }
    struct text text = {0};
    text_add(&text, found, (size_t)(end - found));
    return text.data;
  }
  return 0;
}

char *framework_skipped(const struct ending *ending, int passed) {
  static const char *const SKIPPED[] = {"[  SKIPPED ]", ":IGNORE", "test cases: 0 |",
                                        "No tests ran", 0};
  const char *printed = ending->printed.data;
  int code = WIFEXITED(ending->status) ? WEXITSTATUS(ending->status) : -1;
  /* Catch2 says by its exit code that it ran nothing. */
  if (code == NO_TESTS) return line_with(printed, "No test cases matched");
  if (code == ALL_SKIPPED) return line_with(printed, ": SKIPPED");
  for (const char *const *word = SKIPPED; passed && *word; word++) {
    char *line = line_with(printed, *word);
    if (line) return line;
  }
  return passed ? line_with(printed, "No test cases matched") : 0;
}
