package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Bubblewrap started by an ordinary user, in a user namespace. Every process in the box, the first
/// too, is under the limits and the filter, as all of them have the same user id and could reach
/// each other.
public final class BubblewrapUser implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "bubblewrap-user";

  private static final String INPUT = "/in";

  private final Common common;
  private final boolean disablesUserNamespaces;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  public BubblewrapUser(Ground ground) {
    this.common = new Common(ground, View.ofMachine());
    this.disablesUserNamespaces = Tools.offers("bwrap", "--disable-userns");
  }

  @Override
  public String mode() {
    return MODE;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    return common
        .ground()
        .supervisor()
        .run(MODE, Boxed.of(common.ground(), job, this::command), job);
  }

  private List<String> command(Job job, Boxed.Place place) {
    List<String> arguments = new ArrayList<>();
    arguments.add(place.status().file().toString());
    arguments.add(common.filter(place.grouped()).toString());
    place.joinFiles().forEach(file -> arguments.add(file.toString()));
    arguments.add("--");
    arguments.addAll(boxed(job, place.grouped()));
    return Common.opened(List.of(), "user.sh", arguments);
  }

  private List<String> boxed(Job job, boolean grouped) {
    Arguments bubblewrap =
        common
            .arguments(job, Tools.uid(), Map.of())
            .add("--unshare-user", "--as-pid-1")
            .add("--ro-bind", job.directory().toAbsolutePath().toString(), INPUT)
            .scratch(View.BOX.toString(), job.limits().diskBytes(), "0700");
    if (disablesUserNamespaces) {
      bubblewrap.add("--disable-userns");
    }
    List<String> inner = new ArrayList<>(new ResourceLimits(job.limits(), grouped, 1).command());
    inner.addAll(
        List.of(Tools.path("sh"), "-c", Tools.script(Common.class, "inside.sh"), "sh", INPUT));
    inner.addAll(job.command());
    return common.sealed(bubblewrap).with(inner);
  }
}
