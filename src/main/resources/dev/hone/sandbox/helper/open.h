// Outside, before bubblewrap or unshare: the work folder, and the descriptors that are handed on.
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

static void copy_file(int from, int to, const char *name, mode_t mode) {
  int in = must(openat(from, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC), name);
  int out = must(openat(to, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), name);
  while (must(sendfile(out, in, NULL, 1 << 30), name) > 0) continue;
  must(fchmod(out, mode & 0777), name);
  close(in);
  close(out);
}

// Copies what a folder holds; links are copied as links. Closes both.
static void copy_folder(int from, int to, uid_t owner) {
  DIR *folder = fdopendir(from);
  if (!folder) fail("reading a folder");
  for (struct dirent *entry; errno = 0, (entry = readdir(folder));) {
    const char *name = entry->d_name;
    char target[PATH_MAX];
    struct stat is;
    if (!strcmp(name, ".") || !strcmp(name, "..")) continue;
    must(fstatat(from, name, &is, AT_SYMLINK_NOFOLLOW), name);
    if (S_ISREG(is.st_mode)) {
      copy_file(from, to, name, is.st_mode);
    } else if (S_ISDIR(is.st_mode)) {
      const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
      must(mkdirat(to, name, 0700), name);
      int inner = must(openat(to, name, flags), name);
      must(fchmod(inner, is.st_mode & 0777), name);
      copy_folder(must(openat(from, name, flags), name), inner, owner);
    } else if (S_ISLNK(is.st_mode)) {
      long length = must(readlinkat(from, name, target, sizeof target - 1), name);
      target[length] = 0;
      must(symlinkat(target, to, name), name);
    } else {
      errno = EINVAL;
      fail(name);
    }
    must(fchownat(to, name, owner, owner, AT_SYMLINK_NOFOLLOW), name);
  }
  if (errno) fail("reading a folder");
  closedir(folder);
  close(to);
}

static void copy_in(const char *to) {
  const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  const char *from = optional("copy");
  if (!from) return;
  uid_t owner = optional("owner") ? (uid_t)number("owner") : (uid_t)-1;
  copy_folder(must(open(from, flags), from), must(open(to, flags), to), owner);
}

// The first is the work folder.
static void mount_folders(void) {
  const char *work = optional("mount"), *at, *with;
  if (!work) return;
  must(unshare(CLONE_NEWNS), "unshare");
  must(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), "private mounts");
  for (int i = 0, j = 0; (at = next("mount", &i)) && (with = next("options", &j));)
    must(mount("hone", at, "tmpfs", MS_NOSUID | MS_NODEV, with), at);
  copy_in(work);
}

static void hand_on(int file, int as) {
  // By way of a high number, as the one that was given may be one of those to hand on.
  int high = must(fcntl(file, F_DUPFD_CLOEXEC, 16), "a descriptor");
  close(file);
  must(dup2(high, as), "a descriptor");
}

// 7 and 8 for the helper's and bubblewrap's words of progress, 9 for the filter.
static void hand_on_descriptors(void) {
  const char *status = optional("status");
  if (!status) return;
  const int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
  for (int i = 7; i <= 8; i++) hand_on(must(open(status, flags, 0600), status), i);
  hand_on(must(open(value("filter"), O_RDONLY | O_CLOEXEC), "the filter"), 9);
}
