// What the helper is told on its command line, and how it ends when it cannot do it.
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FAILED = 125, NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

// Says which step failed, and ends.
static _Noreturn void fail(const char *step) {
  dprintf(STDERR_FILENO, "hone helper: %s: %s\n", step, strerror(errno));
  _exit(FAILED);
}

static long must(long result, const char *step) {
  if (result < 0) fail(step);
  return result;
}

static const char *const KEYS[] = {
    "cpu",  "memory", "processes", "files",    "fileSize", "user",   "work",  "read",
    "own",  "write",  "device",    "landlock", "inet",     "filter", "env",   "status",
    "join", "copy",   "owner",     "mount",    "options",  "parent", "time",  "low",
    "wait"};
static char **orders, **command;
static int count;

// The next value of a key, from the order at which `at` stands.
static const char *next(const char *key, int *at) {
  size_t length = strlen(key);
  while (*at < count) {
    const char *order = orders[(*at)++];
    if (!strncmp(order, key, length) && order[length] == '=') return order + length + 1;
  }
  return NULL;
}

static const char *optional(const char *key) {
  int at = 0;
  return next(key, &at);
}

static const char *value(const char *key) {
  const char *found = optional(key);
  errno = EINVAL;
  if (!found) fail(key);
  return found;
}

static unsigned long number(const char *key) {
  const char *text = value(key);
  char *end;
  errno = 0;
  unsigned long long result = strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end) errno = EINVAL;
  if (errno) fail(key);
  return result;
}

static bool truth(const char *key) {
  const char *text = value(key);
  errno = EINVAL;
  if (strcmp(text, "true") && strcmp(text, "false")) fail(key);
  return *text == 't';
}

static void read_orders(int argc, char **argv) {
  orders = argv + 2;
  errno = EINVAL;
  for (; count < argc - 2 && strcmp(orders[count], "--"); count++) {
    size_t length = strcspn(orders[count], "=");
    size_t i = 0;
    while (i < sizeof KEYS / sizeof *KEYS &&
           (strlen(KEYS[i]) != length || strncmp(orders[count], KEYS[i], length))) i++;
    if (i == sizeof KEYS / sizeof *KEYS || !orders[count][length]) fail(orders[count]);
  }
  if (count >= argc - 3) fail("no command after --");
  command = orders + count + 1;
}
