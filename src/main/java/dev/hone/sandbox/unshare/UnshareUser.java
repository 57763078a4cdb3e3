package dev.hone.sandbox.unshare;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Namespaces made by an ordinary user, in two user namespaces: in the outer one the user is root
/// and mounts, in the inner one the user is itself again, without rights over what the outer one
/// made.
public final class UnshareUser implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "unshare-user";

  private final Ground ground;
  private final Namespaces namespaces;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it Java gives up the last rights inside
  public UnshareUser(Ground ground, Helper helper) {
    this.ground = ground;
    this.namespaces = new Namespaces(ground, helper, List.of("--user", "--map-root-user"));
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
    List<String> inner = new ArrayList<>();
    inner.addAll(List.of(Tools.path("unshare"), "--user"));
    inner.addAll(List.of("--map-user=" + place.uid(), "--map-group=" + place.uid(), "--"));
    inner.addAll(namespaces.launched(job, place, 0));
    return namespaces.command(job, place, "-", inner);
  }
}
