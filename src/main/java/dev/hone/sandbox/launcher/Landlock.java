package dev.hone.sandbox.launcher;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// File, network and signal rights by the kernel's Landlock.
public final class Landlock {
  private static final int EXECUTE = 1;
  private static final int WRITE_FILE = 1 << 1;
  private static final int READ_FILE = 1 << 2;
  private static final int READ_DIR = 1 << 3;
  private static final int MAKE_CHAR = 1 << 6;
  private static final int MAKE_BLOCK = 1 << 11;
  private static final int TRUNCATE = 1 << 14;
  private static final int IOCTL_DEV = 1 << 15;
  private static final int FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV;
  private static final int READ = EXECUTE | READ_FILE | READ_DIR;

  /// The first version that knows of cutting a file.
  private static final int TRUNCATION = 3;

  private static final int O_PATH = 0x200000;
  private static final int O_CLOEXEC = 0x80000;
  private static final int ENOENT = 2;
  private static final int ENOTDIR = 20;

  private static final List<String> SYSTEM =
      List.of(
          "/usr",
          "/bin",
          "/sbin",
          "/lib",
          "/lib32",
          "/lib64",
          "/etc/ld.so.cache",
          "/etc/alternatives",
          "/etc/localtime",
          "/etc/ssl/openssl.cnf",
          "/etc/passwd",
          "/etc/group",
          "/etc/nsswitch.conf",
          "/etc/mime.types",
          "/proc/cpuinfo",
          "/proc/meminfo",
          "/proc/stat",
          "/proc/loadavg",
          "/proc/filesystems",
          "/proc/version",
          "/proc/sys",
          "/sys/devices/system/cpu",
          "/sys/kernel/mm/transparent_hugepage");
  private static final List<String> DEVICES =
      List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

  private final Kernel kernel;
  private final int abi;
  private final int handled;
  private final long ruleset;

  /// Makes a set of rules that allows what a system's own programs need to start, and no more.
  ///
  /// @param network whether TCP is left to the command
  /// @throws LaunchFailure if the kernel has no Landlock or refuses a rule
  Landlock(Kernel kernel, boolean network) throws LaunchFailure {
    this.kernel = kernel;
    this.abi = abi(kernel);
    if (abi < 1) {
      throw new LaunchFailure(
          "Landlock is not there; it takes Linux 5.13 or later, and one whose lsm= names it", 0);
    }
    this.handled = rights(abi);
    MemorySegment attributes = kernel.allocate(24);
    attributes.set(ValueLayout.JAVA_LONG, 0, handled);
    attributes.set(ValueLayout.JAVA_LONG, 8, abi >= 4 && !network ? 0b11 : 0);
    attributes.set(ValueLayout.JAVA_LONG, 16, abi >= 6 ? 0b11 : 0);
    long size = abi >= 6 ? 24 : abi >= 4 ? 16 : 8;
    this.ruleset =
        kernel.require(
            "Landlock rules", SystemCall.LANDLOCK_CREATE_RULESET, attributes.address(), size, 0);
    for (String path : SYSTEM) {
      allowReading(path);
    }
    allowReading("/proc/self");
    for (String path : DEVICES) {
      allow(path, READ_FILE | WRITE_FILE | TRUNCATE, true);
    }
  }

  /// {@return what a system's own programs need to read, beside their own folder of /proc}
  public static List<String> system() {
    return SYSTEM;
  }

  /// {@return the devices that everybody may read and write}
  public static List<String> devices() {
    return DEVICES;
  }

  /// {@return whether this kernel's Landlock keeps files from being cut by their name}
  public static boolean holdsTruncation() {
    return abi() >= TRUNCATION;
  }

  /// {@return the version of the kernel's Landlock interface, or 0 where it has none}
  public static int abi() {
    return OfThisKernel.ABI;
  }

  private static int abi(Kernel kernel) {
    return (int) kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, 1, 0);
  }

  /// {@return all file rights that the version knows: 13 in the first, REFER, TRUNCATE and
  /// IOCTL_DEV in versions 2, 3 and 5}
  private static int rights(int abi) {
    int count = abi >= 5 ? 16 : abi >= TRUNCATION ? 15 : abi >= 2 ? 14 : 13;
    return (1 << count) - 1;
  }

  /// Allows to read and execute a file or all below a folder; one that is not there is left out.
  void allowReading(String path) throws LaunchFailure {
    allow(path, READ, true);
  }

  /// Allows everything below a folder except for device nodes and control of devices.
  void allowWriting(String path) throws LaunchFailure {
    allow(path, ~(MAKE_CHAR | MAKE_BLOCK | IOCTL_DEV), false);
  }

  private void allow(String path, int rights, boolean optional) throws LaunchFailure {
    long name = kernel.string(path);
    long opened = kernel.call(SystemCall.OPENAT, Kernel.AT_FDCWD, name, O_PATH | O_CLOEXEC, 0);
    if (opened < 0) {
      if (optional && (opened == -ENOENT || opened == -ENOTDIR)) {
        return;
      }
      throw new LaunchFailure("opening ".concat(path), (int) -opened);
    }
    // The kernel refuses a rule for a file that holds rights of folders.
    boolean folder = isFolder(name);
    MemorySegment rule = kernel.allocate(16);
    rule.set(ValueLayout.JAVA_LONG, 0, rights & handled & (folder ? -1 : FILE_RIGHTS));
    rule.set(ValueLayout.JAVA_INT, 8, (int) opened);
    kernel.require(
        "Landlock rule for ".concat(path),
        SystemCall.LANDLOCK_ADD_RULE,
        ruleset,
        1,
        rule.address(),
        0);
    kernel.call(SystemCall.CLOSE, opened, 0, 0, 0);
  }

  private boolean isFolder(long name) {
    int flags = O_PATH | O_CLOEXEC | folderFlag();
    long opened = kernel.call(SystemCall.OPENAT, Kernel.AT_FDCWD, name, flags, 0);
    if (opened < 0) {
      return false;
    }
    kernel.call(SystemCall.CLOSE, opened, 0, 0, 0);
    return true;
  }

  /// {@return O_DIRECTORY, whose value differs between the architectures}
  private int folderFlag() {
    return kernel.architecture() == Architecture.X86_64 ? 0x10000 : 0x4000;
  }

  /// Puts the rules in force, for the calling thread and what it becomes or starts.
  void restrict() throws LaunchFailure {
    kernel.require("Landlock", SystemCall.LANDLOCK_RESTRICT_SELF, ruleset, 0);
  }

  /// Asked for once, as every run asks and linking the call takes milliseconds.
  private static final class OfThisKernel {
    static final int ABI =
        Architecture.current().map(a -> Math.max(0, abi(new Kernel(a)))).orElse(0);

    private OfThisKernel() {}
  }
}
