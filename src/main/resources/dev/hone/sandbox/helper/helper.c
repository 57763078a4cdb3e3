// Opens a box, or gives up rights and becomes a command, or stays beside a command to end it.
//
//   helper ROLE KEY=VALUE... -- COMMAND...
//   helper told
//
// Roles: open (outside, before bwrap or unshare), run (inside; becomes the command), first (inside,
// as the first process; the command is its child), watch (outside; the command is its child),
// apart (inside; a command that cannot reach those before it). Told, it was started before there was
// anything to do, and reads all that follows its name on the standard input. `helper landlock`
// prints the version of the kernel's Landlock. An order that is not known, that is missing or that cannot be carried
// out ends it with 125 and one line on standard error. 126: the command cannot be executed, 127: it
// is not found.
#define _GNU_SOURCE
#include <grp.h>
#include <linux/filter.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "orders.h"
// After the orders, by which they are told what to do.
#include "landlock.h"
#include "open.h"

static bool write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t written = write(file, text, strlen(text));
  int error = errno;
  close(file);
  errno = error;
  return written == (ssize_t)strlen(text);
}

static void own_session(void) {
  if (getsid(0) != getpid()) must(setsid(), "setsid");
}

// Not at once, as some of what is open here is still used.
static void close_at_exec(void) {
  must(syscall(SYS_close_range, 3, ~0U, 4 /* CLOSE_RANGE_CLOEXEC */), "close_range");
}

// By no id of its own: for another's id, and it takes any for another's, the kernel stops all
// starts of processes on the machine first, which takes some milliseconds.
static void join_groups(void) {
  const char *file;
  for (int at = 0; (file = next("join", &at));)
    if (!write_file(file, "0")) fail(file);
}

// Low, but not the lowest: beside other work that keeps all processors busy, a job must still come to
// its end before its time does.
static void low_priority(void) {
  must(setpriority(PRIO_PROCESS, 0, 10), "setpriority");
  // Where the kernel groups processes by session, nice counts only inside of one. The file is not
  // in every kernel, and refuses for a tenth of a second after another process of a user wrote it.
  write_file("/proc/self/autogroup", "6");
  if (!write_file("/proc/self/oom_score_adj", "1000")) fail("oom_score_adj");
}

// The signal goes out when the parent ends, but it may have ended before it was asked for.
static void die_with_parent(int signal) {
  must(prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0), "PR_SET_PDEATHSIG");
  if ((unsigned long)getppid() != number("parent")) {
    errno = ESRCH;
    fail("the parent");
  }
}

static void drop_user_and_capabilities(void) {
  // Refused without CAP_SETPCAP, but then there is no other capability that exec could give: no new
  // privileges are to be had.
  for (int i = 0; prctl(PR_CAPBSET_READ, i, 0, 0, 0) >= 0; i++) prctl(PR_CAPBSET_DROP, i, 0, 0, 0);
  uid_t user = number("user");
  if (user) {
    must(setgroups(0, NULL), "setgroups");
    must(setresgid(user, user, user), "setresgid");
    must(setresuid(user, user, user), "setresuid");
  }
  struct { uint32_t version; int32_t pid; } header = {0x20080522, 0};
  uint32_t none[6] = {0};
  must(syscall(SYS_capset, &header, none), "capset");
}

// The kernel counts all of a user's threads, not those of one tree.
static unsigned long threads_of(uid_t user) {
  DIR *proc = opendir("/proc");
  if (!proc) fail("/proc");
  unsigned long threads = 0;
  for (struct dirent *entry; (entry = readdir(proc));) {
    struct stat is;
    char path[300], text[4096];
    if (*entry->d_name < '0' || *entry->d_name > '9') continue;
    if (fstatat(dirfd(proc), entry->d_name, &is, 0) || is.st_uid != user) continue;
    snprintf(path, sizeof path, "%s/status", entry->d_name);
    int file = openat(dirfd(proc), path, O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0) close(file);
    text[length < 0 ? 0 : length] = 0;
    const char *line = strstr(text, "\nThreads:\t");
    threads += line ? strtoul(line + 10, NULL, 10) : 0;
  }
  closedir(proc);
  return threads;
}

static void limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit is;
  must(getrlimit(resource, &is), "reading a limit");
  rlim_t ceiling = is.rlim_max;
  struct rlimit wanted = {soft < ceiling ? soft : ceiling, hard < ceiling ? hard : ceiling};
  must(setrlimit(resource, &wanted), "a limit");
}

// All but the size of files, which would hold for the last word to the status file too. The address
// space is not among them: Java, Node and Go reserve far more of it than they use.
static void set_limits(unsigned long others) {
  unsigned long cpu = number("cpu");
  limit(RLIMIT_CPU, cpu, cpu + 1);
  limit(RLIMIT_DATA, number("memory"), number("memory"));
  limit(RLIMIT_STACK, 16 << 20, 64 << 20);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NPROC, number("processes") + others, number("processes") + others);
  limit(RLIMIT_NOFILE, number("files"), number("files"));
  limit(RLIMIT_MEMLOCK, 64 << 10, 64 << 10);
  limit(RLIMIT_MSGQUEUE, 64 << 10, 64 << 10);
  limit(RLIMIT_NICE, 0, 0);
  limit(RLIMIT_RTPRIO, 0, 0);
}

static struct sock_fprog read_filter(void) {
  static struct sock_filter code[BPF_MAXINSNS];
  struct sock_fprog filter = {0, code};
  const char *path = value("filter");
  if (!strcmp(path, "none")) return filter;
  int file = must(open(path, O_RDONLY | O_CLOEXEC), path);
  ssize_t length = read(file, code, sizeof code);
  close(file);
  // One that fills all there is may have been cut.
  if (length <= 0 || length % sizeof *code || length == sizeof code) {
    errno = EINVAL;
    fail(path);
  }
  filter.len = length / sizeof *code;
  return filter;
}

static void add_filter(const struct sock_fprog *filter) {
  if (filter->len) must(prctl(PR_SET_SECCOMP, 2, filter, 0, 0), "seccomp");
}

static int open_status(void) {
  const char *where = value("status");
  if (!strncmp(where, "fd:", 3)) return atoi(where + 3);
  return must(open(where, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600), where);
}

static ssize_t read_some(char *to, size_t size) {
  ssize_t length;
  do length = read(STDIN_FILENO, to, size);
  while (length < 0 && errno == EINTR);
  // Whoever opened the box has closed it.
  if (length == 0) _exit(FAILED);
  return must(length, "reading the command");
}

// What was not known at the start: the number of its bytes on a line, then its words, each with a
// zero behind it. What follows on the standard input is the command's own. Behind the last word, and
// before the first, is a null.
static char **await_words(int *number) {
  char digits[9] = "";
  size_t at = 0, length, words = 0;
  while (read_some(digits + at, 1) && digits[at] != '\n')
    if (++at == sizeof digits - 1) break;
  char *end;
  length = strtoul(digits, &end, 10);
  errno = EINVAL;
  if (*digits < '0' || *digits > '9' || *end != '\n' || !length) fail("the length of what is told");
  char *text = malloc(length);
  if (!text) fail("what is told");
  for (at = 0; at < length;) at += read_some(text + at, length - at);
  errno = EINVAL;
  if (text[length - 1]) fail("what is told");
  for (at = 0; at < length; at++) words += !text[at];
  char **list = calloc(words + 2, sizeof *list);
  if (!list) fail("what is told");
  for (at = words = 0; at < length; at += strlen(text + at) + 1) list[++words] = text + at;
  *number = words;
  return list + 1;
}

// A program that was written just now may be open for writing for a moment more, in a process that
// was started meanwhile and has not closed what it was born with.
static _Noreturn void execute(void) {
  const struct timespec moment = {.tv_nsec = 1000000};
  for (int tries = 0; tries < 200; tries++) {
    execvp(command[0], command);
    if (errno != ETXTBSY) break;
    nanosleep(&moment, NULL);
  }
  int code = errno == ENOENT || errno == ENOTDIR ? NOT_FOUND : NOT_EXECUTABLE;
  dprintf(STDERR_FILENO, "hone helper: %s: %s\n", command[0],
          code == NOT_FOUND ? "not found" : "not executable");
  _exit(code);
}

static _Noreturn void become(struct rules rules, const struct sock_fprog *filter, int status) {
  static const char word[] = "{ \"running\": true }\n";
  if (rules.file >= 0) {
    // Here and not before: each process has a folder of its own.
    if (optional("own")) allow(rules, "/proc/self", READ, false);
    restrict_self(rules);
  }
  unsigned long size = number("fileSize");
  add_filter(filter);
  must(write(status, word, sizeof word - 1), "the status file");
  limit(RLIMIT_FSIZE, size, size);
  int words;
  if (optional("wait")) command = await_words(&words);
  execute();
}

static int code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void let_go_of_streams(void) {
  int none = must(open("/dev/null", O_RDWR | O_CLOEXEC), "/dev/null");
  for (int i = 0; i < 3; i++) must(dup2(none, i), "/dev/null");
  must(syscall(SYS_close_range, 3, ~0U, 0), "close_range");
}

// Waits for a signal, and meanwhile lowers the child's session where that was refused at first.
static int next_signal(pid_t child, const sigset_t *signals) {
  static int tries = 4;
  struct timespec while_refused = {0, 150000000};
  int signal = sigtimedwait(signals, NULL, tries > 0 ? &while_refused : NULL);
  if (signal < 0 && errno == EAGAIN) {
    char group[64];
    snprintf(group, sizeof group, "/proc/%d/autogroup", child);
    tries = write_file(group, "6") ? 0 : tries - 1;
  }
  return signal;
}

static _Noreturn void bury_until_end_of(pid_t child, const sigset_t *signals) {
  let_go_of_streams();
  for (int status;;) {
    next_signal(child, signals);
    for (pid_t ended; (ended = waitpid(-1, &status, WNOHANG)) != 0;) {
      if (ended == child) _exit(code_of(status));
      if (ended < 0) _exit(FAILED);
    }
  }
}

// A layer around that of the command. From here on a signal to all processes reaches those below
// this one and no other, and the command, one layer further in, reaches none out here.
static void enclose(void) {
  errno = ENOSYS;
  if (landlock() < 6) fail("signals in scope");
  nest();
  if (!kill(getppid(), 0) || errno != EPERM) fail("signals in scope");
}

static _Noreturn void end_all_at_end_of(pid_t child, const sigset_t *signals) {
  let_go_of_streams();
  int status, code = 128 + SIGKILL;
  bool over = false;
  while (!over) {
    int signal = next_signal(child, signals);
    if (signal > 0 && signal != SIGCHLD) over = true;
    for (pid_t ended; (ended = waitpid(-1, &status, WNOHANG)) > 0;)
      if (ended == child) code = code_of(status), over = true;
  }
  // To all in one step, so that no process can fork itself out of it. What was started by them is
  // this one's child by the time its own parent ended.
  pid_t ended;
  do {
    kill(-1, SIGKILL);
    ended = waitpid(-1, &status, 0);
    if (ended == child) code = code_of(status);
  } while (ended > 0 || errno == EINTR);
  _exit(code);
}

static void watch(unsigned long *others) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  must(sigprocmask(SIG_SETMASK, &all, NULL), "sigprocmask");
  alarm(number("time"));
  *others = number("user") ? 1 : threads_of(getuid());
  must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE");
  must(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "PR_SET_CHILD_SUBREAPER");
  die_with_parent(SIGTERM);
  pid_t parent = getpid(), child = must(fork(), "fork");
  if (child) end_all_at_end_of(child, &all);
  must(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "PR_SET_PDEATHSIG");
  if (getppid() != parent) _exit(FAILED);
  must(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "PR_SET_DUMPABLE");
  must(setsid(), "setsid");
  must(sigprocmask(SIG_SETMASK, &none, NULL), "sigprocmask");
  low_priority();
}

static void set_environment(void) {
  clearenv();
  const char *variable;
  for (int at = 0; (variable = next("env", &at));)
    if (putenv((char *)variable)) fail(variable);
}

static _Noreturn void open_box(void) {
  die_with_parent(SIGKILL);
  own_session();
  close_at_exec();
  // First, so that a kill of the group reaches this one too.
  join_groups();
  mount_folders();
  low_priority();
  hand_on_descriptors();
  execute();
}

static _Noreturn void give_up_rights(bool first, bool watched) {
  set_environment();
  // Inside, the session is that of the box already, and its low priority would not pass to another.
  if (watched) own_session();
  close_at_exec();
  // For boxes that the role open did not open.
  if (optional("low")) low_priority();
  must(chdir(value("work")), "changing to the work folder");
  int status = open_status();
  struct rules rules = make_rules();
  struct sock_fprog filter = read_filter();
  unsigned long others = 0;
  if (watched) {
    join_groups();
    enclose();
  }
  drop_user_and_capabilities();
  if (watched) watch(&others);
  must(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "PR_SET_PDEATHSIG");
  set_limits(others);
  if (first) {
    copy_in(".");
    // The first process is under the same limits and filter, as it has the same user.
    add_filter(&filter);
    filter.len = 0;
    must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE");
    sigset_t ended;
    sigemptyset(&ended);
    sigaddset(&ended, SIGCHLD);
    must(sigprocmask(SIG_BLOCK, &ended, NULL), "sigprocmask");
    pid_t child = must(fork(), "fork");
    if (child) bury_until_end_of(child, &ended);
    must(sigprocmask(SIG_UNBLOCK, &ended, NULL), "sigprocmask");
  }
  become(rules, &filter, status);
}

// Waits for what to do. Until then no other process of the user may write to what it reads.
static void await_orders(int *argc, char ***argv) {
  must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "PR_SET_DUMPABLE");
  *argv = await_words(argc) - 1;
  ++*argc;
  must(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "PR_SET_DUMPABLE");
}

int main(int argc, char **argv) {
  if (argc == 2 && !strcmp(argv[1], "told")) await_orders(&argc, &argv);
  const char *role = argc > 1 ? argv[1] : "";
  if (!strcmp(role, "landlock")) return printf("%d\n", landlock()) < 0;
  bool first = !strcmp(role, "first"), watched = !strcmp(role, "watch");
  read_orders(argc, argv);
  if (!strcmp(role, "open")) open_box();
  must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges");
  if (!strcmp(role, "apart")) {
    nest();
    execute();
  }
  errno = EINVAL;
  if (!first && !watched && strcmp(role, "run")) fail(role);
  if (first && getpid() != 1) fail("the first process");
  give_up_rights(first, watched);
}
