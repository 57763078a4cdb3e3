package dev.hone.sandbox.bubblewrap;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperOrders;
import dev.hone.sandbox.helper.HelperOrders.Role;
import dev.hone.sandbox.helper.Inside;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What bubblewrap is given both as root and as an ordinary user.
///
/// @param ground what it stands on
/// @param helper the helper, which opens the box and gives up the last rights inside
/// @param view what the box shows of the machine
record Common(Ground ground, Helper helper, View view) {
  /// Bubblewrap opened by a script with its file descriptors: 8 for its status, 9 for the filter.
  static List<String> opened(List<String> through, String script, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // Until bubblewrap asks for it itself, nothing else would end the script with Hone.
    command.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    command.add(Tools.path("setsid"));
    command.addAll(through);
    command.addAll(List.of(Tools.path("sh"), "-c", Tools.script(Common.class, script), "sh"));
    command.addAll(arguments);
    return command;
  }

  /// The same by the helper, which also hands on 7 for its own words inside.
  HelperOrders opened(Helper.Ready ready, Boxed.Place place) {
    return new HelperOrders(ready.program().toString(), Role.OPEN)
        .add("parent", ProcessHandle.current().pid())
        .all("join", place.joinFiles())
        .add("status", place.status().file())
        .add("filter", filter(place.grouped()));
  }

  /// The helper's orders inside, where bubblewrap has already added the filter.
  static HelperOrders inside(Helper.Ready ready, Role role, Job job, Boxed.Place place, int user) {
    return new Inside(ready)
        .orders(role, job, place, user)
        .add("filter", "none")
        .add("status", "fd:7");
  }

  /// {@return the folders of the box in memory, but for the work folder}
  List<Entry.Scratch> scratch(Job job, int uid) {
    return ground.entries(view, job, uid).stream()
        .filter(Entry.Scratch.class::isInstance)
        .map(Entry.Scratch.class::cast)
        .toList();
  }

  /// {@return the arguments up to the work folder}
  ///
  /// @param mounted folders that are mounted already, by where they are in the box
  Arguments arguments(Job job, int uid, Map<Path, Path> mounted) {
    return new Arguments(Tools.path("bwrap"))
        .add("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts")
        .add("--unshare-cgroup-try", "--hostname", "hone", "--die-with-parent")
        .add("--json-status-fd", "8", "--seccomp", "9")
        .entries(entries(job, uid), mounted)
        .environment(environment(job));
  }

  Arguments sealed(Arguments arguments) {
    // The helper changes to the work folder itself.
    if (helper instanceof Helper.Missing) {
      arguments.add("--chdir", "/box");
    }
    return arguments.add("--remount-ro", "/", "--remount-ro", "/dev");
  }

  Path filter(boolean grouped) {
    return ground.filter(new SeccompPolicy(true, grouped));
  }

  // The helper sets the job's variables itself.
  private Map<String, String> environment(Job job) {
    return helper instanceof Helper.Ready
        ? Map.of()
        : View.environment(job, View.BOX, Path.of("/tmp"));
  }

  private List<Entry> entries(Job job, int uid) {
    List<Entry> entries = new ArrayList<>();
    if (helper instanceof Helper.Ready ready) {
      entries.addAll(new Inside(ready).entries());
    }
    entries.addAll(ground.entries(view, job, uid));
    return entries;
  }
}
