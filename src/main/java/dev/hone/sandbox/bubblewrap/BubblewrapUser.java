package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.ReadyBox;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperOrders.Role;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  /// @param helper the helper; without it Landlock is not applied inside
  public BubblewrapUser(Ground ground, Helper helper) {
    this.common = new Common(ground, helper, View.ofMachine());
    this.disablesUserNamespaces = Tools.offers("bwrap", "--disable-userns");
  }

  @Override
  public String mode() {
    return MODE;
  }

  @Override
  public Execution run(Job job) throws InterruptedException {
    boolean told = common.helper() instanceof Helper.Ready;
    return common
        .ground()
        .supervisor()
        .run(MODE, Boxed.of(common.ground(), job, told, this::command), job);
  }

  @Override
  public Optional<ReadyBox> ready(Job kind) throws InterruptedException {
    return common.helper() instanceof Helper.Ready
        ? Boxed.ready(common.ground(), MODE, kind, this::command)
        : Optional.empty();
  }

  private List<String> command(Job job, Boxed.Place place) {
    return switch (common.helper()) {
      case Helper.Ready ready -> {
        List<String> inner =
            Common.inside(ready, Role.FIRST, job, place, 0).add("copy", INPUT).then(job.command());
        yield common.opened(ready, place).then(box(job).with(inner));
      }
      case Helper.Missing _ -> byScript(job, place);
    };
  }

  private List<String> byScript(Job job, Boxed.Place place) {
    List<String> arguments = new ArrayList<>();
    arguments.add(place.status().file().toString());
    arguments.add(common.filter(place.grouped()).toString());
    place.joinFiles().forEach(file -> arguments.add(file.toString()));
    arguments.add("--");
    List<String> inner =
        new ArrayList<>(new ResourceLimits(job.limits(), place.grouped(), 1).command());
    inner.addAll(
        List.of(Tools.path("sh"), "-c", Tools.script(Common.class, "inside.sh"), "sh", INPUT));
    inner.addAll(job.command());
    arguments.addAll(box(job).with(inner));
    return Common.opened(List.of(), "user.sh", arguments);
  }

  private Arguments box(Job job) {
    Arguments bubblewrap =
        common
            .arguments(job, Tools.uid(), Map.of())
            .add("--unshare-user", "--as-pid-1")
            .add("--ro-bind", job.directory().toAbsolutePath().toString(), INPUT)
            .scratch(View.BOX.toString(), job.limits().folderBytesInMemory(), "0700");
    if (disablesUserNamespaces) {
      bubblewrap.add("--disable-userns");
    }
    return common.sealed(bubblewrap);
  }
}
