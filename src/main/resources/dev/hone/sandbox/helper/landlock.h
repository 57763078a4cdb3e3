// File, network and signal rights by the kernel's Landlock. The system's own header may be older
// than the kernel, or missing.
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum {
  EXECUTE = 1,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_DIR = 1 << 3,
  MAKE_CHAR = 1 << 6,
  MAKE_BLOCK = 1 << 11,
  REFER = 1 << 13,
  TRUNCATE = 1 << 14,
  IOCTL_DEV = 1 << 15,
  READ = EXECUTE | READ_FILE | READ_DIR,
  USE = READ_FILE | WRITE_FILE | TRUNCATE,
  WRITE = 0xFFFF & ~(MAKE_CHAR | MAKE_BLOCK | IOCTL_DEV),
  OF_FILES = EXECUTE | USE
};
struct rules {
  int file;
  uint64_t handled;
};

// The version of the kernel's interface, or 0 where it has none.
static int landlock(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, 1);
  return version < 0 ? 0 : version;
}

static struct rules ruleset(uint64_t files, bool network) {
  int version = landlock();
  struct { uint64_t files, network, scoped; } attributes = {
      files, version >= 4 && network ? 3 : 0, version >= 6 ? 3 : 0};
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  struct rules rules = {
      must(syscall(CREATE_RULESET, &attributes, size, 0), "Landlock rules"), files};
  return rules;
}

static void restrict_self(struct rules rules) {
  must(syscall(RESTRICT_SELF, rules.file, 0), "Landlock");
  close(rules.file);
}

static void allow(struct rules rules, const char *path, uint64_t rights, bool if_there) {
  struct stat is;
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0 && if_there && (errno == ENOENT || errno == ENOTDIR)) return;
  must(file, path);
  must(fstat(file, &is), path);
  // The kernel refuses a rule for a file that holds rights of folders.
  rights &= rules.handled & (S_ISDIR(is.st_mode) ? ~0ULL : OF_FILES);
  struct { uint64_t rights; int32_t file; } __attribute__((packed)) rule = {rights, file};
  must(syscall(ADD_RULE, rules.file, 1, &rule, 0), path);
  close(file);
}

static void allow_all(struct rules rules, const char *key, uint64_t rights, bool if_there) {
  const char *path;
  for (int at = 0; (path = next(key, &at));) allow(rules, path, rights, if_there);
}

// The rules that were ordered; with a file below 0 if none were.
static struct rules make_rules(void) {
  struct rules rules = {-1, 0};
  if (!truth("landlock")) return rules;
  int version = landlock();
  // All that the version knows: 13 in the first, REFER, TRUNCATE and IOCTL_DEV in 2, 3 and 5.
  int known = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
  rules = ruleset((1 << known) - 1, !truth("inet"));
  allow_all(rules, "read", READ, true);
  allow_all(rules, "write", WRITE, false);
  // Control of devices only for a whole folder, which holds but harmless ones and own terminals.
  allow_all(rules, "device", USE | READ_DIR | IOCTL_DEV, true);
  allow(rules, value("work"), WRITE, false);
  return rules;
}

// A layer that takes nothing but the way out: this process and what it starts reach none of those
// before it by a signal or through /proc.
static void nest(void) {
  // Every layer takes REFER away unless it gives it back.
  uint64_t given_back = landlock() >= 2 ? REFER : MAKE_CHAR;
  struct rules rules = ruleset(given_back, false);
  allow(rules, "/", given_back, false);
  restrict_self(rules);
}
