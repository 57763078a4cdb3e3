package dev.hone.model.embedded.process;

import java.util.Map;

/// The exit code of a process in words.
final class Exit {
  // What the C library's abort() and faults of native code raise, and what the system sends where
  // memory runs out; the numbers are the same wherever there are such signals.
  private static final Map<Integer, String> SIGNALS =
      Map.of(4, "SIGILL", 6, "SIGABRT", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");
  private static final int BY_SIGNAL = 128;

  private Exit() {}

  static String words(int code) {
    if (code <= BY_SIGNAL) {
      return "exit code " + code;
    }
    int signal = code - BY_SIGNAL;
    String name = SIGNALS.get(signal);
    return name == null ? "exit code " + code : "signal %d, %s".formatted(signal, name);
  }
}
