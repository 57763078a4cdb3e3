package dev.hone.sandbox;

import java.util.Optional;

/// Runs one command at a time for each caller, cut off from the machine and under limits.
/// Implementations are safe for use by several threads.
public interface Sandbox {
  /// {@return the name of the mode, such as `bubblewrap-root`, as results and `hone doctor` show
  /// it}
  String mode();

  /// {@return whether a command has a network of its own, in which it can listen and connect
  /// without reaching the machine's}
  default boolean ownNetwork() {
    return true;
  }

  /// {@return what the command did, blocking until its whole process tree is gone} Reaching a limit
  /// is not a failure of this call: the execution names the limit, and the output up to then is
  /// kept.
  ///
  /// @param job the command and what it may use
  /// @throws SandboxException if the sandbox itself could not be set up
  /// @throws InterruptedException if the calling thread was interrupted; the tree is gone by then
  Execution run(Job job) throws InterruptedException;

  /// {@return a box that was opened before its job is here, or empty where this mode has none, or
  /// no room for one at this moment} Blocks while it is opened, but not for a free place.
  ///
  /// @param kind a job of the kind that will be run in it; of its work folder and its input nothing
  ///   is used, and of its command only where it may be started ahead
  /// @throws SandboxException if the sandbox itself could not be set up
  /// @throws InterruptedException if the calling thread was interrupted; nothing is left by then
  default Optional<ReadyBox> ready(Job kind) throws InterruptedException {
    return Optional.empty();
  }

  /// Says that a job of a kind will probably come. May have a box opened for it, in the background;
  /// most sandboxes open none.
  ///
  /// @param kind a job of that kind, as for {@link #ready}
  default void expect(Job kind) {}
}
