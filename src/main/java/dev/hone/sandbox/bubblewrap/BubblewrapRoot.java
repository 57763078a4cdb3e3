package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  public BubblewrapRoot(Ground ground) {
    this.common = new Common(ground, View.ofMachine());
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
    int uid = place.uid();
    Mounts mounts = new Mounts(common.ground().workplace(), job.limits().inodes());
    Path work = mounts.add(View.BOX, job.limits().diskBytes(), "mode=0755,uid=" + uid + ",gid=" + uid);
    common.scratch(job, uid).forEach(s -> mounts.add(s.at(), s.bytes(), "mode=1777"));
    List<String> arguments = new ArrayList<>();
    arguments.add(place.status().file().toString());
    arguments.add(common.filter(place.grouped()).toString());
    arguments.add(isEmpty(job.directory()) ? "-" : job.directory().toAbsolutePath().toString());
    arguments.add(mounts.write(place.status().mounts()).toString());
    arguments.addAll(List.of(work.toString(), uid + ":" + uid));
    place.joinFiles().forEach(file -> arguments.add(file.toString()));
    arguments.add("--");
    arguments.addAll(boxed(job, place, work, mounts.folders()));
    return Common.opened(List.of(Tools.path("unshare"), "--mount", "--"), "root.sh", arguments);
  }

  private List<String> boxed(Job job, Boxed.Place place, Path work, Map<Path, Path> mounted) {
    int uid = place.uid();
    Arguments bubblewrap =
        common
            .arguments(job, uid, mounted)
            .add("--cap-drop", "ALL", "--cap-add", "CAP_SETUID")
            .add("--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP")
            .add("--bind", work.toString(), View.BOX.toString());
    List<String> inner = new ArrayList<>();
    inner.addAll(
        List.of(Tools.path("setpriv"), "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
    inner.addAll(List.of("--inh-caps=-all", "--ambient-caps=-all", "--bounding-set=-all"));
    inner.addAll(List.of("--no-new-privs", "--"));
    inner.addAll(new ResourceLimits(job.limits(), place.grouped(), 0).command());
    inner.addAll(job.command());
    return common.sealed(bubblewrap).with(inner);
  }

  private static boolean isEmpty(Path directory) {
    String[] names = directory.toFile().list();
    return names != null && names.length == 0;
  }
}
