package dev.hone.sandbox;

import java.util.Optional;

/// A box that was opened before its job, and waits for it. Only what is trusted has run in it, and
/// it takes one job. Safe for use by several threads.
public interface ReadyBox extends AutoCloseable {
  /// {@return whether it still waits for its job: it is neither taken nor closed, and all in it
  /// lives}
  boolean waits();

  /// {@return what the job did, as {@link Sandbox#run} returns it, or empty if the box waits no
  /// longer, so that the job must be run in another one} The job's time, by the clock and of the
  /// processor, begins with this call.
  ///
  /// @param job a job of the kind for which the box was opened
  /// @throws InterruptedException if the calling thread was interrupted; the tree is gone by then
  Optional<Execution> run(Job job) throws InterruptedException;

  /// Ends all in it and gives back what it held. Does nothing once it was taken or closed.
  @Override
  void close();
}
