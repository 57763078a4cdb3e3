// Programs that are no files of any folder must be under the same walls.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void inside(void) {
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1) puts("BREACH new privileges");
  if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) != 2) puts("BREACH no filter");
  if (getuid() == 0 || geteuid() == 0) puts("BREACH root");
  if (syscall(SYS_bpf, 0, 0, 0) >= 0) puts("BREACH bpf");
  if (open(getenv("CANARY_FILE"), O_RDONLY) >= 0) puts("BREACH canary");
  if (open(getenv("CANARY_OPEN"), O_WRONLY) >= 0) puts("BREACH canary to write");
  if (socket(40, SOCK_STREAM, 0) >= 0) puts("BREACH socket to the host");
}

static void run(const char *how, int file, int set_id) {
  char buffer[1 << 16];
  int self = open("/proc/self/exe", O_RDONLY);
  for (ssize_t length; (length = read(self, buffer, sizeof buffer)) > 0;)
    if (write(file, buffer, length) != length) return;
  if (set_id) fchmod(file, 06755);
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  // One that is open for writing cannot be run.
  int again = open(path, O_RDONLY);
  close(file);
  pid_t child = fork();
  if (child == 0) {
    char *arguments[] = {"attack", "inside", (char *)how, NULL};
    extern char **environ;
    fexecve(again, arguments, environ);
    _exit(0);
  }
  waitpid(child, NULL, 0);
  close(again);
}

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  inside();
  if (argc > 1 && !strcmp(argv[1], "inside")) return 0;
  int file = syscall(SYS_memfd_create, "hone", 0);
  if (file >= 0) run("memory", file, 1);
  file = open(".", O_TMPFILE | O_RDWR, 0700);
  if (file >= 0) run("without a name", file, 1);
  file = open("again", O_CREAT | O_RDWR, 0700);
  if (file >= 0) run("set-user-id", file, 1);
  puts("tried");
  return 0;
}
