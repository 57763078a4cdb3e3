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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bubblewrap started by root, without a user namespace: root mounts, then gives up all it can and
/// becomes a user id that no other job has. Root inside a user namespace would stay root for the
/// kernel, which neither counts its processes nor keeps it from the host's own files.
public final class BubblewrapRoot implements Sandbox {
  /// The name of the mode.
  public static final String MODE = "bubblewrap-root";

  private final Common common;

  /// Makes the sandbox; nothing is started.
  ///
  /// @param ground what it stands on
  /// @param helper the helper; without it Landlock is not applied inside
  public BubblewrapRoot(Ground ground, Helper helper) {
    this.common = new Common(ground, helper, View.ofMachine());
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
    Mounts mounts = new Mounts(common.ground().workplace(), job.limits().inodes());
    mounts.add(
        View.BOX,
        job.limits().folderBytesInMemory(),
        "mode=0755,uid=%1$d,gid=%1$d".formatted(place.uid()));
    common.scratch(job, place.uid()).forEach(s -> mounts.add(s.at(), s.bytes(), "mode=1777"));
    return switch (common.helper()) {
      case Helper.Ready ready -> {
        List<String> inner =
            Common.inside(ready, Role.RUN, job, place, place.uid()).then(job.command());
        yield common
            .opened(ready, place)
            .all("mount", mounts.folders().values())
            .all("options", mounts.options())
            .add("copy", job.directory().toAbsolutePath())
            .add("owner", place.uid())
            .then(box(job, place, mounts).with(inner));
      }
      case Helper.Missing _ -> byScript(job, place, mounts);
    };
  }

  private List<String> byScript(Job job, Boxed.Place place, Mounts mounts) {
    int uid = place.uid();
    List<String> arguments = new ArrayList<>();
    arguments.add(place.status().file().toString());
    arguments.add(common.filter(place.grouped()).toString());
    arguments.add(isEmpty(job.directory()) ? "-" : job.directory().toAbsolutePath().toString());
    arguments.add(mounts.write(place.status().mounts()).toString());
    arguments.addAll(List.of(mounts.work().toString(), uid + ":" + uid));
    place.joinFiles().forEach(file -> arguments.add(file.toString()));
    arguments.add("--");
    List<String> inner = new ArrayList<>();
    inner.addAll(
        List.of(Tools.path("setpriv"), "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
    inner.addAll(List.of("--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all"));
    inner.addAll(List.of("--no-new-privs", "--"));
    inner.addAll(new ResourceLimits(job.limits(), place.grouped(), 0).command());
    inner.addAll(job.command());
    arguments.addAll(box(job, place, mounts).with(inner));
    return Common.opened(List.of(Tools.path("unshare"), "--mount", "--"), "root.sh", arguments);
  }

  private Arguments box(Job job, Boxed.Place place, Mounts mounts) {
    return common.sealed(
        common
            .arguments(job, place.uid(), mounts.folders())
            .add("--cap-drop", "ALL", "--cap-add", "CAP_SETUID")
            .add("--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP")
            .add("--bind", mounts.work().toString(), View.BOX.toString()));
  }

  private static boolean isEmpty(Path directory) {
    String[] names = directory.toFile().list();
    return names != null && names.length == 0;
  }
}
