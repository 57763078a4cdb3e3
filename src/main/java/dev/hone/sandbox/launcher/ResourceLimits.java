package dev.hone.sandbox.launcher;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The limits that the kernel keeps for each process. The address space is never among them: Java,
/// Node and Go reserve far more of it than they use.
final class ResourceLimits {
  private static final int CPU = 0;
  private static final int FSIZE = 1;
  private static final int DATA = 2;
  private static final int STACK = 3;
  private static final int CORE = 4;
  private static final int NPROC = 6;
  private static final int NOFILE = 7;
  private static final int MEMLOCK = 8;
  private static final int MSGQUEUE = 12;
  private static final int NICE = 13;
  private static final int RTPRIO = 14;
  private static final long STACK_BYTES = 16L << 20;
  private static final long MOST_STACK_BYTES = 64L << 20;
  private static final long LOCKED_BYTES = 64L << 10;

  private final Kernel kernel;
  private final Orders orders;
  private final long processes;
  private final MemorySegment old;
  private final MemorySegment wanted;

  /// Reads what the limits depend on, while it can still be read.
  ///
  /// @param user the number of the user that the command will run as
  ResourceLimits(Kernel kernel, Orders orders, long user) throws LaunchFailure {
    this.kernel = kernel;
    this.orders = orders;
    // The kernel counts all of a user's threads, not those of one tree.
    this.processes = orders.number("processes") + threadsOf(user);
    this.old = kernel.allocate(16);
    this.wanted = kernel.allocate(16);
  }

  /// Sets those that do not harm a running Java.
  void setHarmless() throws LaunchFailure {
    long cpu = orders.number("cpu");
    set(CPU, cpu, cpu + 1);
    setBoth(FSIZE, orders.number("fileSize"));
    set(STACK, STACK_BYTES, MOST_STACK_BYTES);
    setBoth(CORE, 0);
    setBoth(NOFILE, orders.number("files"));
    setBoth(MEMLOCK, LOCKED_BYTES);
    setBoth(MSGQUEUE, LOCKED_BYTES);
    setBoth(NICE, 0);
    setBoth(RTPRIO, 0);
  }

  /// Sets those that a running Java may already be beyond: the last thing before it becomes the
  /// command.
  void setRest() throws LaunchFailure {
    setBoth(NPROC, processes);
    setBoth(DATA, orders.number("memory"));
  }

  private void setBoth(int resource, long value) throws LaunchFailure {
    set(resource, value, value);
  }

  private void set(int resource, long soft, long hard) throws LaunchFailure {
    kernel.require("reading a limit", SystemCall.PRLIMIT, 0, resource, 0, old.address());
    long ceiling = old.get(ValueLayout.JAVA_LONG, 8);
    wanted.set(ValueLayout.JAVA_LONG, 0, smaller(soft, ceiling));
    wanted.set(ValueLayout.JAVA_LONG, 8, smaller(hard, ceiling));
    kernel.require(
        "limit ".concat(Integer.toString(resource)),
        SystemCall.PRLIMIT,
        0,
        resource,
        wanted.address(),
        0);
  }

  /// {@return the smaller of two unsigned numbers: no limit is all bits set}
  private static long smaller(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? a : b;
  }

  private static long threadsOf(long user) {
    String[] names = new File("/proc").list();
    long threads = 0;
    for (String name : names == null ? new String[0] : names) {
      char first = name.charAt(0);
      if (first >= '0' && first <= '9') {
        threads += threadsOf(name, user);
      }
    }
    return threads;
  }

  private static long threadsOf(String process, long user) {
    try (FileInputStream in = new FileInputStream("/proc/".concat(process).concat("/status"))) {
      String status = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return field(status, "\nUid:\t") == user ? field(status, "\nThreads:\t") : 0;
    } catch (IOException e) {
      // It ended in between, or is hidden.
      return 0;
    }
  }

  private static long field(String status, String name) {
    int start = status.indexOf(name);
    if (start < 0) {
      return -1;
    }
    long value = 0;
    for (int i = start + name.length(); i < status.length(); i++) {
      int digit = status.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
