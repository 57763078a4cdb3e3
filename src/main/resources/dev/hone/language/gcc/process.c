#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 1 << 20, KEPT_OUTPUT = 1 << 14, MOST_REPORT = 1 << 18, LOOK_MILLISECONDS = 50 };

static void failed(const char *what) {
  fprintf(stderr, "the runner could not %s: %s\n", what, strerror(errno));
  exit(70);
}

static void make_pipe(int ends[2]) {
  if (pipe(ends) != 0) failed("make a pipe");
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}

static pid_t forked(void) {
  fflush(0);
  pid_t process = fork();
  if (process < 0) failed("start a process");
  return process;
}

static void no_input(void) {
  int null = open("/dev/null", O_RDONLY);
  if (null >= 0) dup2(null, 0);
}

struct compiling compile_start(const struct list *command) {
  int ends[2];
  make_pipe(ends);
  pid_t process = forked();
  if (process == 0) {
    no_input();
    dup2(ends[1], 1);
    dup2(ends[1], 2);
    /* Messages are read, so they come in one language. */
    setenv("LC_ALL", "C", 1);
    execv(command->items[0], command->items);
    failed("start the compiler");
  }
  close(ends[1]);
  return (struct compiling){process, ends[0]};
}

int compile_end(struct compiling compiling, struct text *words) {
  char part[8192];
  ssize_t size;
  while ((size = read(compiling.pipe, part, sizeof part)) > 0)
    if (words->size < MOST_WORDS) text_add(words, part, (size_t)size);
  close(compiling.pipe);
  int status = 0;
  while (waitpid(compiling.process, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void compile_stop(struct compiling compiling) {
  kill(compiling.process, SIGTERM);
  close(compiling.pipe);
  waitpid(compiling.process, 0, 0);
}

static void in_child(const struct list *command, const char *test, int output, int report,
                     int token) {
  setpgid(0, 0);
  no_input();
  /* Above every number used here, so that none overwrites another. */
  dup2(report, REPORT_PIPE);
  dup2(token, TOKEN_PIPE);
  dup2(output, 1);
  dup2(output, 2);
  setenv("HONE_TEST", test, 1);
  /* Memory that was never written does not happen to be 0. */
  setenv("MALLOC_PERTURB_", "165", 1);
  execv(command->items[0], command->items);
  failed("start the tests");
}

static void show(const char *part, size_t size) {
  while (size > 0) {
    ssize_t written = write(2, part, size);
    if (written <= 0) return;
    part += written;
    size -= (size_t)written;
  }
}

/* Takes what is there from one pipe; returns 0 at its end. */
static int take(int pipe, struct text *text, int shown, size_t most) {
  char part[8192];
  ssize_t size = read(pipe, part, sizeof part);
  if (size <= 0) return 0;
  if (shown) {
    show(part, (size_t)size);
    text_add(text, part, (size_t)size);
    text_keep_end(text, most);
  } else if (text->size < most) {
    text_add(text, part, (size_t)size);
  }
  return 1;
}

/* Reads both pipes until they end, or until the process is gone and nothing more is there: what
   it left running may hold them open. */
static void listen_to(pid_t process, struct pollfd pipes[2], int shown, struct ending *ending) {
  int ended = 0;
  while (pipes[0].fd >= 0 || pipes[1].fd >= 0) {
    int ready = poll(pipes, 2, ended ? 0 : LOOK_MILLISECONDS);
    if (ready == 0) {
      if (ended) return;
      ended = waitpid(process, &ending->status, WNOHANG) == process;
      if (ended) kill(-process, SIGKILL);
      continue;
    }
    for (int i = 0; i < 2; i++) {
      if (pipes[i].fd < 0 || !pipes[i].revents) continue;
      int open = i == 0 ? take(pipes[0].fd, &ending->printed, shown, shown ? KEPT_OUTPUT : MOST_WORDS)
                        : take(pipes[1].fd, &ending->report, 0, MOST_REPORT);
      if (!open) pipes[i].fd = -1;
    }
  }
  while (!ended && waitpid(process, &ending->status, 0) < 0 && errno == EINTR) continue;
  kill(-process, SIGKILL);
}

static struct ending started(const struct list *command, const char *test, const char *token,
                             int shown) {
  int output[2], report[2], secret[2];
  make_pipe(output);
  make_pipe(report);
  make_pipe(secret);
  if (write(secret[1], token, strlen(token)) < 0) failed("write to a pipe");
  close(secret[1]);
  pid_t process = forked();
  if (process == 0) in_child(command, test, output[1], report[1], secret[0]);
  close(output[1]);
  close(report[1]);
  close(secret[0]);
  struct ending ending = {0};
  text_put(&ending.report, "");
  text_put(&ending.printed, "");
  struct pollfd pipes[2] = {{output[0], POLLIN, 0}, {report[0], POLLIN, 0}};
  listen_to(process, pipes, shown, &ending);
  close(output[0]);
  close(report[0]);
  return ending;
}

struct ending run(const struct list *command, const char *test, const char *token) {
  return started(command, test, token, 1);
}

struct ending run_quietly(const struct list *command, const char *test, const char *token) {
  return started(command, test, token, 0);
}
