package dev.hone.sandbox.launcher;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gives up rights and then becomes the command: the last program of Hone's own before code that
/// nobody has read. Ends with 125 and one line on standard error if any step fails, 126 if the
/// command cannot be executed, 127 if it is not found.
///
/// Landlock, the filter, the user and "no new privileges" belong to a thread, and execve makes the
/// thread that calls it the only one of the process: so every step happens in this one thread.
public final class Launcher {
  private static final int FAILED = 125;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int ENOENT = 2;
  private static final int ENOTDIR = 20;
  private static final int PR_SET_PDEATHSIG = 1;
  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_SET_SECCOMP = 22;
  private static final int PR_CAPBSET_READ = 23;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SIGKILL = 9;

  private final Kernel kernel;
  private final Orders orders;

  private Launcher(Kernel kernel, Orders orders) {
    this.kernel = kernel;
    this.orders = orders;
  }

  /// Becomes the command. Does not return.
  ///
  /// @param arguments the policy and the command, as {@link LauncherCommand} writes them; or `told`
  ///   alone, and then it waits for them on the standard input
  public static void main(String[] arguments) {
    int exit = FAILED;
    try {
      Architecture architecture =
          Architecture.current()
              .orElseThrow(() -> new LaunchFailure("this is not Linux on x86-64 or aarch64", 0));
      Kernel kernel = new Kernel(architecture);
      Orders orders =
          arguments.length == 1 && arguments[0].equals("told")
              ? told(kernel)
              : Orders.ofThisProcess(arguments.length);
      exit = new Launcher(kernel, orders).launch();
      say(
          orders
              .command()
              .getFirst()
              .concat(exit == NOT_FOUND ? ": not found" : ": not executable"));
    } catch (LaunchFailure | RuntimeException e) {
      say(String.valueOf(e.getMessage()));
    } finally {
      Runtime.getRuntime().halt(exit);
    }
  }

  /// Until there is something to do, no other process of the user may write to what this one reads.
  private static Orders told(Kernel kernel) throws LaunchFailure {
    // For practice: what is loaded and linked now takes no time later.
    SeccompFilter.program(kernel.architecture(), new SeccompPolicy(false, true));
    kernel.require("PR_SET_DUMPABLE", SystemCall.PRCTL, PR_SET_DUMPABLE, 0);
    Orders orders = Orders.told(new FileInputStream(FileDescriptor.in));
    kernel.require("PR_SET_DUMPABLE", SystemCall.PRCTL, PR_SET_DUMPABLE, 1);
    return orders;
  }

  @SuppressWarnings("SystemOut")
  private static void say(String message) {
    System.err.println("hone launcher: ".concat(message));
  }

  /// {@return the exit code that says why there is no command}
  private int launch() throws LaunchFailure {
    ownSession();
    kernel.require(
        "changing to the work folder", SystemCall.CHDIR, kernel.string(orders.workFolder()));
    List<Landlock> landlock = orders.landlock() ? List.of(landlock()) : List.of();
    long user = orders.number("user");
    long own = kernel.require("getuid", SystemCall.GETUID);
    ResourceLimits limits = new ResourceLimits(kernel, orders, user == 0 ? own : user);
    // All that is needed from here on is made before: after the rules are in force, no class file
    // may be readable.
    MemorySegment filter = filter();
    long[] programs = programs();
    long commandArguments = array(orders.command());
    long environment =
        orders.environment().isEmpty() ? kernel.environment() : array(orders.environment());
    joinGroups();
    lowPriority();
    mark();
    dropCapabilitiesAndUser(user);
    kernel.require("PR_SET_PDEATHSIG", SystemCall.PRCTL, PR_SET_PDEATHSIG, SIGKILL);
    kernel.require("no new privileges", SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limits.setHarmless();
    for (Landlock each : landlock) {
      each.restrict();
    }
    // So late, as the virtual machine opens files of its own when it first needs them, and not all
    // of them in a way that closes them here.
    kernel.require("close_range", SystemCall.CLOSE_RANGE, 3, 0xFFFFFFFFL, 4);
    kernel.require("seccomp", SystemCall.PRCTL, PR_SET_SECCOMP, 2, filter.address());
    limits.setRest();
    return execute(programs, commandArguments, environment);
  }

  private void ownSession() throws LaunchFailure {
    long pid = kernel.require("getpid", SystemCall.GETPID);
    if (kernel.require("getsid", SystemCall.GETSID, 0) != pid) {
      kernel.require("setsid", SystemCall.SETSID);
    }
  }

  /// This thread alone, where the file is one of threads: it is all that is left in the end.
  private void joinGroups() throws LaunchFailure {
    for (String file : orders.groups()) {
      write(file, "0");
    }
    if (!orders.groups().isEmpty()) {
      write("/proc/self/oom_score_adj", "1000");
    }
  }

  /// What follows can still fail, but takes no time.
  private void mark() throws LaunchFailure {
    if (!orders.mark().isEmpty()) {
      write(orders.mark(), "");
    }
  }

  private static void write(String file, String text) throws LaunchFailure {
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new LaunchFailure("writing ".concat(file), 0);
    }
  }

  /// With autogroups the nice value counts only inside of a session, so the session gets one too.
  private void lowPriority() throws LaunchFailure {
    kernel.require("setpriority", SystemCall.SETPRIORITY, 0, 0, 10);
    try (FileOutputStream out = new FileOutputStream("/proc/self/autogroup")) {
      out.write('6');
    } catch (IOException e) {
      // Absent in some kernels. And the kernel takes ten changes a second of ordinary users: who
      // started this one sees to it a little later.
      return;
    }
  }

  private Landlock landlock() throws LaunchFailure {
    Landlock landlock = new Landlock(kernel, orders.seccomp().inetSockets());
    for (String path : orders.readable()) {
      landlock.allowReading(path);
    }
    for (String path : orders.writable()) {
      landlock.allowWriting(path);
    }
    landlock.allowWriting(orders.workFolder());
    return landlock;
  }

  private void dropCapabilitiesAndUser(long user) throws LaunchFailure {
    for (int i = 0; kernel.call(SystemCall.PRCTL, PR_CAPBSET_READ, i, 0, 0) >= 0; i++) {
      // Refused without CAP_SETPCAP, but then there is no other capability that exec could give:
      // no new privileges are to be had.
      kernel.call(SystemCall.PRCTL, PR_CAPBSET_DROP, i, 0, 0);
    }
    if (user != 0) {
      kernel.require("setgroups", SystemCall.SETGROUPS, 0, 0);
      kernel.require("setresgid", SystemCall.SETRESGID, user, user, user);
      kernel.require("setresuid", SystemCall.SETRESUID, user, user, user);
    }
    MemorySegment header = kernel.allocate(8);
    header.set(ValueLayout.JAVA_INT, 0, 0x20080522);
    MemorySegment none = kernel.allocate(24);
    kernel.require("capset", SystemCall.CAPSET, header.address(), none.address());
  }

  private MemorySegment filter() throws LaunchFailure {
    byte[] program = SeccompFilter.program(kernel.architecture(), orders.seccomp());
    MemorySegment code = kernel.allocate(program.length);
    MemorySegment.copy(program, 0, code, ValueLayout.JAVA_BYTE, 0, program.length);
    MemorySegment filter = kernel.allocate(16);
    filter.set(ValueLayout.JAVA_SHORT, 0, (short) (program.length / 8));
    filter.set(ValueLayout.JAVA_LONG, 8, code.address());
    return filter;
  }

  /// {@return the addresses of the paths at which the command may be}
  private long[] programs() {
    String program = orders.command().getFirst();
    List<String> paths = new ArrayList<>();
    if (program.indexOf('/') >= 0) {
      paths.add(program);
    } else {
      for (String folder : search().split(":", -1)) {
        paths.add(folder.isEmpty() ? program : folder.concat("/").concat(program));
      }
    }
    long[] addresses = new long[paths.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = kernel.string(paths.get(i));
    }
    return addresses;
  }

  /// {@return where the command looks for programs}
  private String search() {
    for (String variable : orders.environment()) {
      if (variable.startsWith("PATH=")) {
        return variable.substring("PATH=".length());
      }
    }
    String own = System.getenv("PATH");
    return own == null ? "/usr/bin:/bin" : own;
  }

  private long array(List<String> strings) {
    MemorySegment array = kernel.allocate(8L * (strings.size() + 1));
    for (int i = 0; i < strings.size(); i++) {
      array.setAtIndex(ValueLayout.JAVA_LONG, i, kernel.string(strings.get(i)));
    }
    return array.address();
  }

  private int execute(long[] programs, long arguments, long environment) {
    int exit = NOT_FOUND;
    for (long program : programs) {
      long error = -kernel.call(SystemCall.EXECVE, program, arguments, environment, 0);
      if (error != ENOENT && error != ENOTDIR) {
        exit = NOT_EXECUTABLE;
      }
    }
    return exit;
  }
}
