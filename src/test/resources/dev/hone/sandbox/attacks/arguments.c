/* What the filter decides by arguments, high halves set too. Prints a name and the error, 0 for none. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *name, long got) {
  printf("%s %d\n", name, got < 0 ? errno : 0);
  fflush(stdout);
}

static void clones(const char *name, unsigned long flags) {
  long child = syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
  if (child == 0) _exit(0);
  say(name, child);
  if (child > 0) waitpid(child, 0, 0);
}

static void sockets(const char *name, unsigned long family, unsigned long type, unsigned long protocol) {
  long got = syscall(SYS_socket, family, type, protocol);
  say(name, got);
  if (got >= 0) close(got);
}

static void pairs(const char *name, unsigned long family, unsigned long type) {
  int both[2];
  say(name, syscall(SYS_socketpair, family, type, 0, both));
}

int main(void) {
  const unsigned long high = 1UL << 32;
  char letter = 'x';
  say("TIOCSTI", syscall(SYS_ioctl, 0, 0x5412UL, &letter));
  say("TIOCSTI+high", syscall(SYS_ioctl, 0, high | 0x5412UL, &letter));
  say("TIOCSTI+sign", syscall(SYS_ioctl, 0, 0xffffffff00005412UL, &letter));
  say("TIOCLINUX", syscall(SYS_ioctl, 0, 0x541CUL, &letter));
  say("TIOCLINUX+high", syscall(SYS_ioctl, 0, high | 0x541CUL, &letter));
  clones("clone", 0);
  clones("clone+high", CLONE_CLEAR_SIGHAND);
  clones("clone-user", CLONE_NEWUSER);
  clones("clone-user+high", CLONE_CLEAR_SIGHAND | CLONE_NEWUSER);
  clones("clone-net", CLONE_NEWNET);
  clones("clone-files", CLONE_NEWNS);
  clones("clone-cgroup", CLONE_NEWCGROUP);
  clones("clone-names", CLONE_NEWUTS);
  clones("clone-objects", CLONE_NEWIPC);
  clones("clone-processes", CLONE_NEWPID);
  say("clone3", syscall(SYS_clone3, 0, 0));
  struct rlimit limit;
  say("prlimit-own", syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, 0, &limit));
  say("prlimit-other", syscall(SYS_prlimit64, getppid(), RLIMIT_NOFILE, 0, &limit));
  say("prlimit-other+high", syscall(SYS_prlimit64, high | getppid(), RLIMIT_NOFILE, 0, &limit));
  sockets("unix", 1, 1, 0);
  sockets("tcp", 2, 1, 6);
  sockets("udp6", 10, 2, 17);
  sockets("netlink", 16, 3, 0);
  sockets("netlink-audit", 16, 3, 9);
  sockets("mptcp", 2, 1, 262);
  sockets("mptcp+high", 2, 1, high | 262);
  sockets("smc", 2, 1, 256);
  sockets("raw", 2, 3, 255);
  sockets("packet", 17, 3, 0);
  sockets("key", 15, 3, 2);
  sockets("algorithms", 38, 5, 0);
  sockets("vsock", 40, 1, 0);
  sockets("vsock+high", high | 40, 1, 0);
  sockets("smc-family", 43, 1, 0);
  sockets("xdp", 44, 3, 0);
  sockets("tipc", 30, 1, 0);
  pairs("pair", 1, 1);
  pairs("pair+flags", 1, 02000001);
  pairs("pair-packets", 1, 5);
  pairs("pair-datagrams", 1, 2);
  pairs("pair-datagrams+high", 1, high | 2);
  pairs("pair-tipc", 30, 1);
#ifdef __x86_64__
  say("x32-getpid", syscall(0x40000000L | 39));
  say("x32-execve", syscall(0x40000000L | 520, 0, 0, 0));
#endif
  return 0;
}
