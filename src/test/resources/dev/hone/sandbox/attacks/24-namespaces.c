#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void result(const char *what, long got) {
  if (got >= 0) {
    printf("BREACH %s\n", what);
    fflush(stdout);
  }
}

int main(void) {
  const int spaces[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP};
  for (int i = 0; i < 7; i++) {
    result("unshare", unshare(spaces[i]));
    result("unshare with a user", unshare(spaces[i] | CLONE_NEWUSER));
    long child = syscall(SYS_clone, (long)spaces[i] | CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
    if (child == 0) _exit(0);
    result("clone", child);
  }
  struct { unsigned long flags, a, b, c, signal, d, e, f; } arguments = {CLONE_NEWUSER, 0, 0, 0, SIGCHLD, 0, 0, 0};
  long child = syscall(SYS_clone3, &arguments, sizeof arguments);
  if (child == 0) _exit(0);
  result("clone3", child);
  const char *names[] = {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup"};
  for (int i = 0; i < 7; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/1/ns/%s", names[i]);
    int fd = open(path, O_RDONLY);
    if (fd >= 0) result("enter a namespace", setns(fd, 0));
    snprintf(path, sizeof path, "/proc/self/ns/%s", names[i]);
    fd = open(path, O_RDONLY);
    if (fd >= 0) result("enter the own namespace", setns(fd, 0));
  }
  result("mount", mount("x", "/tmp", "tmpfs", 0, ""));
  result("remount", mount("x", "/", 0, MS_REMOUNT | MS_BIND, ""));
  result("bind", mount("/", "/tmp", 0, MS_BIND | MS_REC, ""));
  result("unmount", umount2("/proc", MNT_DETACH));
  result("pivot_root", syscall(SYS_pivot_root, ".", "."));
  result("chroot", chroot("."));
  result("open_tree", syscall(428, AT_FDCWD, "/", 1));
  result("move_mount", syscall(429, AT_FDCWD, "/tmp", AT_FDCWD, "/tmp", 0));
  result("fsopen", syscall(430, "tmpfs", 0));
  result("fspick", syscall(433, AT_FDCWD, "/", 0));
  unsigned long attributes[4] = {0};
  result("mount_setattr", syscall(442, AT_FDCWD, "/", 0, attributes, sizeof attributes));
  while (wait(0) > 0) {}
  puts("tried");
  return 0;
}
