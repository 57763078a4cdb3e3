package dev.hone.sandbox.unshare;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import java.util.List;
import java.util.Optional;

/// Namespaces made by root, without a user namespace: root mounts, and the helper or the launcher
/// gives up all rights and becomes a user id that no other job has.
public final class UnshareRoot implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "unshare-root";

  private final Ground ground;
  private final Namespaces namespaces;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it Java gives up the last rights inside
  public UnshareRoot(Ground ground, Helper helper) {
    this.ground = ground;
    this.namespaces = new Namespaces(ground, helper, List.of());
  }

  @Override
  public String mode() {
    return MODE;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    return ground
        .supervisor()
        .run(MODE, Boxed.of(ground, job, namespaces.told(), this::command), job);
  }

  @Override
  public Optional<ReadyBox> ready(Job kind) throws InterruptedException {
    return namespaces.told() ? Boxed.ready(ground, MODE, kind, this::command) : Optional.empty();
  }

  private List<String> command(Job job, Boxed.Place place) {
    String owner = place.uid() + ":" + place.uid();
    return namespaces.command(job, place, owner, namespaces.launched(job, place, place.uid()));
  }
}
