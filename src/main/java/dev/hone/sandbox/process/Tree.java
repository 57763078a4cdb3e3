package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import java.util.Set;

/// All processes of one job. Not safe for use by several threads, except {@link #kill()}.
public interface Tree {
  /// {@return what it has used so far; the last known where it is gone}
  TreeUse use();

  /// {@return limits that it is beyond, as no kernel holds these here}
  default Set<Limit> exceeded() {
    return Set.of();
  }

  /// {@return whether all of it has ended though what was started as its process has not yet, so
  /// that its time is no longer the command's}
  default boolean over() {
    return false;
  }

  /// Sends every process the kill signal. Does not wait.
  void kill();

  /// {@return whether a process of it is left}
  boolean alive();
}
