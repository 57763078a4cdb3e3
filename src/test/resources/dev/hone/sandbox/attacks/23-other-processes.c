#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static void result(const char *what, long got) {
  if (got >= 0) {
    printf("BREACH %s\n", what);
    fflush(stdout);
  }
}

int main(void) {
  pid_t victim = atoi(getenv("CANARY_PID"));
  char buffer[64], name[64];
  struct iovec mine = {buffer, sizeof buffer}, theirs = {(void *)0x400000, sizeof buffer};
  result("attach", ptrace(PTRACE_ATTACH, victim, 0, 0));
  result("seize", ptrace(PTRACE_SEIZE, victim, 0, 0));
  result("read memory", process_vm_readv(victim, &mine, 1, &theirs, 1, 0));
  result("write memory", process_vm_writev(victim, &mine, 1, &theirs, 1, 0));
  snprintf(name, sizeof name, "/proc/%d/mem", victim);
  result("open memory", open(name, O_RDWR));
  snprintf(name, sizeof name, "/proc/%d/root", victim);
  result("open root", open(name, O_RDONLY));
  result("signal 0", kill(victim, 0));
  result("terminate", kill(victim, SIGTERM));
  result("kill", kill(victim, SIGKILL));
  result("kill a thread", syscall(SYS_tgkill, victim, victim, SIGKILL));
  siginfo_t info = {.si_signo = SIGKILL, .si_code = SI_QUEUE};
  result("queue a signal", syscall(SYS_rt_sigqueueinfo, victim, SIGKILL, &info));
  int handle = syscall(SYS_pidfd_open, victim, 0);
  if (handle >= 0) {
    result("kill by handle", syscall(SYS_pidfd_send_signal, handle, SIGKILL, 0, 0));
    result("take a descriptor", syscall(SYS_pidfd_getfd, handle, 0, 0));
  }
  // All that this user may signal.
  puts("tried");
  fflush(stdout);
  kill(-1, SIGKILL);
  return 0;
}
