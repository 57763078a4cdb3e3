#define _GNU_SOURCE
#include "report.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "words.h"

static char mark[128];

enum { MOST_LINES = 12, MOST_MESSAGE = 1000, LAST_LINES = 4 };

void report_read_mark(void) {
  if (!fgets(mark, sizeof mark, stdin)) mark[0] = 0;
  mark[strcspn(mark, "\r\n")] = 0;
  fclose(stdin);
}

static void print(const struct text *line) {
  if (mark[0]) printf("%s ", mark);
  fwrite(line->data, 1, line->size, stdout);
  putchar('\n');
  fflush(stdout);
}

static void field(struct text *line, const char *before, const char *value) {
  text_put(line, before);
  text_json(line, value, strlen(value));
}

void report_compiler(const char *phase, const char *words) {
  struct text line = {0};
  field(&line, "{\"compiler\":", words);
  field(&line, ",\"phase\":", phase);
  text_put(&line, "}");
  print(&line);
  text_clear(&line);
}

void report_missing(const char *framework) {
  struct text line = {0};
  field(&line, "{\"missing\":", framework);
  text_put(&line, "}");
  print(&line);
  text_clear(&line);
}

/* How much of a message is shown: some lines, and no more characters than one reads. */
static size_t shown_size(const char *message) {
  size_t size = 0;
  for (int lines = 0; message[size] && size < MOST_MESSAGE; size++)
    if (message[size] == '\n' && ++lines == MOST_LINES) break;
  while (size > 0 && message[size - 1] == '\n') size--;
  /* Not in the middle of a character. */
  while (size > 0 && ((unsigned char)message[size] & 0xc0) == 0x80) size--;
  return size;
}

void report_test(const char *name, const char *state, const char *message) {
  struct text line = {0};
  field(&line, "{\"test\":", name);
  field(&line, ",\"state\":", state);
  text_put(&line, ",\"message\":");
  text_json(&line, message, shown_size(message));
  text_put(&line, "}");
  print(&line);
  text_clear(&line);
}

/* What a test saw is passed on as a text: the test wrote it, and it may be of any form. */
static void report_seen(const char *name, const char *seen) {
  struct text line = {0};
  field(&line, "{\"of\":", name);
  field(&line, ",\"seen\":", seen);
  text_put(&line, "}");
  print(&line);
  text_clear(&line);
}

void report_end(void) {
  struct text line = {0};
  text_put(&line, "{\"end\":0}");
  print(&line);
}

void make_token(char token[33]) {
  unsigned char bytes[16] = {0};
  FILE *random = fopen("/dev/urandom", "rb");
  if (!random || fread(bytes, 1, sizeof bytes, random) != sizeof bytes) {
    fputs("the runner has no random numbers\n", stderr);
    exit(70);
  }
  fclose(random);
  for (int i = 0; i < 16; i++) snprintf(token + 2 * i, 3, "%02x", bytes[i]);
}

/* The first line of a report that starts with a kind, with its line ends put back, or 0. */
static char *entry(const char *report, char kind) {
  for (const char *line = report; *line;) {
    size_t size = strcspn(line, "\n");
    if (*line == kind) {
      char *found = allocated(size);
      memcpy(found, line + 1, size - 1);
      for (char *c = found; *c; c++)
        if (*c == '\r') *c = '\n';
      return found;
    }
    line += size + (line[size] == '\n');
  }
  return 0;
}

static char *with_last_lines(const char *what, const char *printed) {
  size_t size = strlen(printed);
  while (size > 0 && printed[size - 1] == '\n') size--;
  size_t start = size;
  for (int lines = 0; start > 0; start--)
    if (printed[start - 1] == '\n' && ++lines == LAST_LINES) break;
  struct text text = {0};
  text_put(&text, what);
  if (size > start) {
    text_put(&text, "; the last that it printed:\n");
    text_add(&text, printed + start, size - start);
  }
  return text.data;
}

static const char *error_of(const struct ending *ending, int ended, char **message) {
  char what[200];
  const char *printed = ending->printed.data;
  char *said = entry(ending->report.data, 'E');
  char *known = known_words(printed);
  if (said) {
    *message = said;
  } else if (known) {
    *message = known;
  } else if (WIFSIGNALED(ending->status)) {
    int number = WTERMSIG(ending->status);
    snprintf(what, sizeof what, "it was ended by signal %d (%s)%s", number, strsignal(number),
             number == SIGSEGV ? ": memory was used that is not there"
             : number == SIGILL || number == SIGTRAP
                 ? ": undefined behaviour, such as a signed number that overflows"
                 : "");
    *message = with_last_lines(what, printed);
  } else {
    snprintf(what, sizeof what,
             ended ? "the process ended with exit code %d after the test"
                   : "the process ended with exit code %d before the test came to its end",
             WEXITSTATUS(ending->status));
    *message = with_last_lines(what, printed);
  }
  return "error";
}

const char *state_of(const struct ending *ending, const char *token, char **message) {
  char *failure = entry(ending->report.data, 'F');
  char *end = entry(ending->report.data, 'P');
  char *skipped = entry(ending->report.data, 'S');
  int ended = end && strcmp(end, token) == 0;
  int clean = WIFEXITED(ending->status) && WEXITSTATUS(ending->status) == 0;
  *message = joined("", "", "");
  if (failure) {
    *message = failure;
    return "failed";
  }
  if (ended && clean) {
    if (skipped) *message = skipped;
    return skipped ? "skipped" : "passed";
  }
  char *assertion = line_with(ending->printed.data, ": Assertion `");
  /* The C library puts the program first. */
  const char *program = ".hone_tests: ";
  if (assertion && strncmp(assertion, program, strlen(program)) == 0) assertion += strlen(program);
  if (assertion && WIFSIGNALED(ending->status)) {
    *message = assertion;
    return "failed";
  }
  return error_of(ending, ended, message);
}

int is_good(const char *state) {
  return strcmp(state, "passed") == 0 || strcmp(state, "skipped") == 0;
}

int report_run(const struct list *command, const char *test) {
  char token[33];
  char *message;
  make_token(token);
  struct ending ending = run(command, test, token);
  const char *state = state_of(&ending, token, &message);
  char *seen = entry(ending.report.data, 'V');
  if (seen) report_seen(test, seen);
  report_test(test, state, message);
  text_clear(&ending.report);
  text_clear(&ending.printed);
  return is_good(state);
}

int came_to_its_end(const struct ending *ending, const char *token) {
  char *end = entry(ending->report.data, 'P');
  if (!end) end = entry(ending->report.data, 'R');
  return end && strcmp(end, token) == 0;
}

int report_program(const struct list *command, const char *test, const char *name) {
  char token[33];
  char *message;
  make_token(token);
  struct ending ending = run(command, test, token);
  const char *state = state_of(&ending, token, &message);
  int own = strcmp(state, "error") == 0 && !entry(ending.report.data, 'E') &&
            !known_words(ending.printed.data);
  char *words = own ? framework_words(ending.printed.data) : 0;
  if (own && WIFEXITED(ending.status) && WEXITSTATUS(ending.status) != 0) state = "failed";
  char *skipped = framework_skipped(&ending, strcmp(state, "passed") == 0);
  if (skipped) {
    state = "skipped";
    words = skipped;
  }
  report_test(name, state, words ? words : message);
  text_clear(&ending.report);
  text_clear(&ending.printed);
  return is_good(state);
}
