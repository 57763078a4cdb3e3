package dev.hone.sandbox.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

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
  private static final int PR_SET_SECCOMP = 22;
  private static final int PR_CAPBSET_READ = 23;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SIGKILL = 9;
  private static final int AUTOGROUP_TRIES = 4;

  private final Kernel kernel;
  private final Orders orders;

  private Launcher(Kernel kernel, Orders orders) {
    this.kernel = kernel;
    this.orders = orders;
  }

  /// Becomes the command. Does not return.
  ///
  /// @param arguments the policy and the command, as {@link LauncherCommand} writes them
  public static void main(String[] arguments) {
    int exit = FAILED;
    try {
      Architecture architecture =
          Architecture.current()
              .orElseThrow(() -> new LaunchFailure("this is not Linux on x86-64 or aarch64", 0));
      Orders orders = Orders.ofThisProcess(arguments.length);
      exit = new Launcher(new Kernel(architecture), orders).launch();
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
    long environment = kernel.environment();
    lowestPriority();
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

  /// With autogroups the nice value counts only inside of a session, so the session gets one too.
  private void lowestPriority() throws LaunchFailure {
    kernel.require("setpriority", SystemCall.SETPRIORITY, 0, 0, 19);
    for (int i = 0; i < AUTOGROUP_TRIES; i++) {
      try (FileOutputStream out = new FileOutputStream("/proc/self/autogroup")) {
        out.write(new byte[] {'1', '9'});
        return;
      } catch (IOException e) {
        // Absent in some kernels. And the kernel takes ten changes a second of ordinary users.
        LockSupport.parkNanos(30_000_000);
      }
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
      String search = System.getenv("PATH");
      for (String folder : (search == null ? "/usr/bin:/bin" : search).split(":", -1)) {
        paths.add(folder.isEmpty() ? program : folder.concat("/").concat(program));
      }
    }
    long[] addresses = new long[paths.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = kernel.string(paths.get(i));
    }
    return addresses;
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
