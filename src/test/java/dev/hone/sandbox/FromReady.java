package dev.hone.sandbox;

import java.util.Optional;

/// Runs each job in a box that was opened before it, and fails where there is none.
///
/// @param sandbox opens the boxes
public record FromReady(Sandbox sandbox) implements Sandbox {
  @Override
  public String mode() {
    return sandbox.mode();
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    Optional<ReadyBox> box = sandbox.ready(job);
    return box.orElseThrow().run(job).orElseThrow();
  }
}
