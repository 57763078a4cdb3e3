package dev.hone.model.embedded.process;

/// The engine's process ended, or could not be started, without a word of why. The message says how
/// it ended, such as `signal 11, SIGSEGV`.
final class Crash extends Exception {
  private static final long serialVersionUID = 1;

  Crash(String how) {
    super(how);
  }

  /// {@return how it ended}
  String how() {
    return String.valueOf(getMessage());
  }
}
