/* The main program of a file of tests: it runs the one test that HONE_TEST names, and reports to
   the pipe 198. The word on the pipe 199 is repeated only after the test came to its end, so that
   a test that ends the process early cannot count as passed. Compiled as C or as C++. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "hone_report.h"

#ifdef __cplusplus
#include <cxxabi.h>
#include <exception>
#include <typeinfo>
extern "C" {
#endif

enum { REPORT_PIPE = 198, TOKEN_PIPE = 199 };

extern const struct hone_test hone_tests[] __attribute__((weak));
extern int __real_main(int count, char **arguments) __attribute__((weak));

static char *stack_top;

static void report(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t size = write(REPORT_PIPE, text, left);
    if (size < 0) _exit(3);
    text += size;
    left -= (size_t)size;
  }
}

static void report_line(char kind, const char *text) {
  char line[2100];
  snprintf(line, sizeof line, "%c%.2000s", kind, text);
  /* One entry is one line; a message may have several. */
  for (char *c = line; *c; c++)
    if (*c == '\n') *c = '\r';
  report(line);
  report("\n");
}

void hone_failed(const char *file, int line, const char *format, ...) {
  char message[1800], whole[2000];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  snprintf(whole, sizeof whole, "%s:%d: %s", file, line, message);
  report_line('F', whole);
  fflush(0);
  _exit(1);
}

void hone_error(const char *format, ...) {
  char message[1800];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  report_line('E', message);
  fflush(0);
  _exit(1);
}

static void crashed(int number, siginfo_t *info, void *context) {
  (void)context;
  struct rlimit limit = {0, 0};
  getrlimit(RLIMIT_STACK, &limit);
  size_t size = limit.rlim_cur == RLIM_INFINITY ? (size_t)1 << 30 : (size_t)limit.rlim_cur;
  char *address = (char *)info->si_addr;
  if (address < stack_top && address > stack_top - size - (1 << 20))
    report("Ethe stack overflowed: recursion without end, or a large local array\n");
  else if (address < (char *)65536)
    report("Ea null pointer was followed (SIGSEGV)\n");
  signal(number, SIG_DFL);
  raise(number);
}

static void watch_crashes(void) {
  static char other_stack[65536];
  char here = 0;
  stack_top = &here + 65536;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = other_stack;
  stack.ss_size = sizeof other_stack;
  sigaltstack(&stack, 0);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = crashed;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigaction(SIGSEGV, &action, 0);
  sigaction(SIGBUS, &action, 0);
}

/* Says P for a test that passed, R for a main program that returned otherwise. */
static void came_to_its_end(char kind) {
  char token[65] = {0};
  ssize_t size = read(TOKEN_PIPE, token, 64);
  if (size > 0) {
    report_line(kind, token);
  }
}

static void run_test(void (*test)(void)) {
#ifdef __cplusplus
  try {
    test();
  } catch (const std::exception &thrown) {
    int status = 0;
    const char *raw = typeid(thrown).name();
    char *name = abi::__cxa_demangle(raw, 0, 0, &status);
    hone_error("it threw %s: %s", name ? name : raw, thrown.what());
  } catch (...) {
    const std::type_info *type = abi::__cxa_current_exception_type();
    int status = 0;
    char *name = type ? abi::__cxa_demangle(type->name(), 0, 0, &status) : 0;
    hone_error("it threw a value of type %s", name ? name : "unknown");
  }
#else
  test();
#endif
  came_to_its_end('P');
}

/* The one test that the main program of a framework is to run, 0 for all; and whether it met it. */
static const char *only;
static int met;

static int run_main(int count, char **arguments, const char *name) {
  if (strcmp(name, "main") != 0) only = name;
  int code = __real_main(count, arguments);
  fflush(0);
  if (only && !met) report("Ethe main program of the test file does not run this test\n");
  else came_to_its_end(code == 0 ? 'P' : 'R');
  return code;
}

/* What calls `exit` in a program of Check is compiled to call this: main programs end so. In a
   process that Check started for a test it would be taken for success. */
static pid_t first_process;
void hone_test_exit(int code) __attribute__((noreturn));
void hone_test_exit(int code) {
  if (getpid() == first_process) {
    came_to_its_end('R');
    exit(code);
  }
  fflush(0);
  _exit(code == 0 ? 70 : code);
}

/* What RUN_TEST of Unity calls, in whose place this stands. */
extern void __real_UnityDefaultTestRun(void (*)(void), const char *, int) __attribute__((weak));
void __wrap_UnityDefaultTestRun(void (*test)(void), const char *name, int line) {
  if (only && strcmp(only, name) != 0) return;
  met = 1;
  __real_UnityDefaultTestRun(test, name, line);
}

/* The same for cmocka, whose tests begin with their name. */
struct cmocka_test {
  const char *name;
  void *rest[4];
};
extern int __real__cmocka_run_group_tests(const char *, const struct cmocka_test *, size_t,
                                          int (*)(void **), int (*)(void **)) __attribute__((weak));
int __wrap__cmocka_run_group_tests(const char *group, const struct cmocka_test *tests, size_t size,
                                   int (*setup)(void **), int (*teardown)(void **)) {
  if (!only) return __real__cmocka_run_group_tests(group, tests, size, setup, teardown);
  for (size_t i = 0; i < size; i++) {
    if (tests[i].name && strcmp(tests[i].name, only) == 0) {
      met = 1;
      return __real__cmocka_run_group_tests(group, tests + i, 1, setup, teardown);
    }
  }
  return 0;
}

/* The same for Check, which runs a test in a process of its own and takes the end of that one with
   0 for success. The process of the main program will do, except for tests that are to end it. */
struct check_test {
  const char *name;
};
extern int check_minor_version __attribute__((weak));
extern void __real__tcase_add_test(void *, const struct check_test *, int, int, int, int)
    __attribute__((weak));
void __wrap__tcase_add_test(void *of, const struct check_test *test, int signal_number,
                            int exit_value, int start, int end) {
  /* Before, a test was no structure. */
  if (&check_minor_version && check_minor_version < 13)
    hone_error("the tests need Check 0.13 or later");
  if (only && strcmp(only, test->name) != 0) return;
  met = 1;
  setenv("CK_FORK", signal_number == 0 && exit_value == 0 ? "no" : "yes", 1);
  __real__tcase_add_test(of, test, signal_number, exit_value, start, end);
}

/* CK_FORK decides. */
void __wrap_srunner_set_fork_status(void *runner, int status) {
  (void)runner;
  (void)status;
}

int __wrap_main(int count, char **arguments) {
  char name[512];
  const char *asked = getenv("HONE_TEST");
  snprintf(name, sizeof name, "%s", asked ? asked : "");
  unsetenv("HONE_TEST");
  watch_crashes();
  first_process = getpid();
  for (const struct hone_test *test = hone_tests; test && test->name; test++) {
    if (strcmp(test->name, name) == 0) {
      run_test(test->run);
      return 0;
    }
  }
  if (__real_main) return run_main(count, arguments, name);
  return 4;
}

char *hone_printed(void (*run)(void *), void *argument) {
  fflush(0);
  FILE *file = tmpfile();
  if (!file) hone_error("there is no place for what it prints");
  int before = dup(1);
  dup2(fileno(file), 1);
  run(argument);
  fflush(0);
  dup2(before, 1);
  close(before);
  long size = ftell(file);
  fseek(file, 0, SEEK_END);
  size = ftell(file);
  rewind(file);
  char *text = (char *)calloc(1, (size_t)size + 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
    hone_error("what it printed cannot be read");
  fclose(file);
  return text;
}

/* The next line without the blanks at its end; 0 where only blanks are left. */
static const char *line_of(const char *at, size_t *size) {
  size_t length = strcspn(at, "\n");
  *size = length;
  while (*size > 0 && strchr(" \t\r", at[*size - 1])) (*size)--;
  return at + length + (at[length] == '\n');
}

void hone_check_printed(const char *file, int line, const char *call, const char *actual,
                        const char *expected) {
  const char *a = actual, *b = expected;
  int same = 1;
  while (same && (*a || *b)) {
    size_t a_size, b_size;
    const char *a_next = line_of(a, &a_size), *b_next = line_of(b, &b_size);
    same = a_size == b_size && memcmp(a, b, a_size) == 0;
    a = a_next;
    b = b_next;
  }
  if (!same) hone_failed(file, line, "%s printed \"%s\", expected \"%s\"", call, actual, expected);
}

/* How many bytes form the UTF-8 character at this place, 0 where none is whole. */
static size_t character(const unsigned char *at, size_t left) {
  size_t size = at[0] < 0x80 ? 1 : at[0] >= 0xf0 ? 4 : at[0] >= 0xe0 ? 3 : 2;
  if ((at[0] >= 0x80 && at[0] < 0xc2) || at[0] >= 0xf5 || size > left) return 0;
  for (size_t i = 1; i < size; i++)
    if ((at[i] & 0xc0) != 0x80) return 0;
  /* Forms that are too long, and halves of pairs. */
  if ((at[0] == 0xe0 && at[1] < 0xa0) || (at[0] == 0xed && at[1] >= 0xa0)) return 0;
  return size;
}

/* A byte that is no character becomes half of a pair of surrogates, which no text has. */
char *hone_json(const char *text, size_t size) {
  const unsigned char *at = (const unsigned char *)text;
  char *json = (char *)malloc(6 * size + 3), *to = json;
  if (!json) hone_error("there is no memory for what it returned");
  *to++ = '"';
  for (size_t i = 0; i < size;) {
    size_t whole = character(at + i, size - i);
    if (whole == 0) {
      to += sprintf(to, "\\udc%02x", at[i++]);
    } else if (whole == 1 && (at[i] < 0x20 || at[i] == 0x7f || at[i] == '"' || at[i] == '\\')) {
      to += sprintf(to, "\\u%04x", at[i++]);
    } else {
      memcpy(to, at + i, whole);
      to += whole;
      i += whole;
    }
  }
  *to++ = '"';
  *to = 0;
  return json;
}

void hone_hand_over(const char *seen, const char *shown) {
  size_t size = strlen(shown);
  char *json = hone_json(shown, size < 1000 ? size : 1000);
  report("V{");
  report(seen);
  report(",\"shown\":");
  report(json);
  report("}\n");
  free(json);
}

void hone_observe_printed(const char *printed) {
  size_t size = strlen(printed);
  char *json = hone_json(printed, size < 20000 ? size : 20000);
  size_t room = strlen(json) + 16;
  char *seen = (char *)malloc(room), *shown = (char *)malloc(size + 3);
  if (!seen || !shown) hone_error("there is no memory for what it printed");
  snprintf(seen, room, "\"printed\":%s", json);
  snprintf(shown, size + 3, "\"%s\"", printed);
  hone_hand_over(seen, shown);
  free(json);
  free(seen);
  free(shown);
}

#ifdef __cplusplus
}
#endif
