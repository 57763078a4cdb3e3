#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <unistd.h>

static void result(const char *what, long got) {
  if (got >= 0) {
    printf("BREACH %s %ld\n", what, got);
    fflush(stdout);
  }
}

int main(void) {
  char zero[256] = {0}, handle[128] = {0};
  struct perf_event_attr perf = {.type = PERF_TYPE_SOFTWARE, .size = sizeof perf, .exclude_kernel = 1, .exclude_hv = 1};
  union bpf_attr map;
  memset(&map, 0, sizeof map);
  map.map_type = BPF_MAP_TYPE_ARRAY;
  map.key_size = 4;
  map.value_size = 4;
  map.max_entries = 1;
  int id;
  result("bpf", syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map));
  result("perf_event_open", syscall(SYS_perf_event_open, &perf, 0, -1, -1, 0));
  result("userfaultfd", syscall(SYS_userfaultfd, 1));
  result("io_uring_setup", syscall(425, 8, zero));
  result("add_key", syscall(SYS_add_key, "user", "canary", "x", 1L, -3L));
  result("keyctl", syscall(SYS_keyctl, 0L, -3L, 1L));
  result("request_key", syscall(SYS_request_key, "user", "canary", 0L, -3L));
  result("ptrace", ptrace(PTRACE_TRACEME, 0, 0, 0));
  result("personality", syscall(SYS_personality, 0x0040000L));
  result("syslog", syscall(SYS_syslog, 10L, 0L, 0L));
  result("name_to_handle_at", syscall(SYS_name_to_handle_at, AT_FDCWD, "/", handle, &id, 0));
  result("open_by_handle_at", syscall(SYS_open_by_handle_at, AT_FDCWD, handle, O_RDONLY));
  result("fanotify_init", syscall(SYS_fanotify_init, 0L, 0L));
  result("kcmp", syscall(SYS_kcmp, getpid(), getpid(), 0L, 0L, 1L));
  result("get_mempolicy", syscall(SYS_get_mempolicy, zero, 0L, 0L, 0L, 0L));
  result("set_mempolicy", syscall(SYS_set_mempolicy, 0L, 0L, 0L));
  result("memfd_secret", syscall(447, 0L));
  result("mq_open", syscall(SYS_mq_open, "hone", O_CREAT | O_RDWR, 0600, 0L));
  result("clock_adjtime", syscall(SYS_clock_adjtime, 0L, zero));
  result("quotactl", syscall(SYS_quotactl, 0x80000100L, "/dev/root", 0L, zero));
  result("reboot", syscall(SYS_reboot, 0L, 0L, 0L, 0L));
  result("sethostname", syscall(SYS_sethostname, "canary", 6L));
  result("swapoff", syscall(SYS_swapoff, "/nothing"));
  result("init_module", syscall(SYS_init_module, zero, 1L, ""));
  result("kexec_load", syscall(SYS_kexec_load, 0L, 0L, 0L, 0L));
  result("process_madvise", syscall(440, -1L, zero, 0L, 0L, 0L));
  result("lsm_list_modules", syscall(461, zero, &id, 0L));
#ifdef __x86_64__
  result("iopl", syscall(SYS_iopl, 3L));
  result("ioperm", syscall(SYS_ioperm, 0x80L, 1L, 1L));
  result("modify_ldt", syscall(SYS_modify_ldt, 0L, zero, sizeof zero));
#endif
  puts("tried");
  return 0;
}
