package dev.hone.sandbox.bubblewrap;

import dev.hone.failure.ErrorType;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.launcher.Architecture;
import dev.hone.sandbox.launcher.SeccompFilter;
import dev.hone.sandbox.launcher.SeccompPolicy;
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
/// @param view what the box shows of the machine
record Common(Ground ground, View view) {
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

  /// {@return the folders of the box in memory, but for the work folder}
  List<Entry.Scratch> scratch(Job job, int uid) {
    return view.entries(job, ground.passwd(uid)).stream()
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
        .entries(view.entries(job, ground.passwd(uid)), mounted)
        .environment(View.environment(job, View.BOX, Path.of("/tmp")));
  }

  Arguments sealed(Arguments arguments) {
    return arguments.add("--chdir", "/box", "--remount-ro", "/", "--remount-ro", "/dev");
  }

  Path filter(boolean grouped) {
    Architecture architecture =
        Architecture.current()
            .orElseThrow(
                () ->
                    new SandboxException(
                        ErrorType.EXTERNAL,
                        "there is no system call filter for the processor "
                            + System.getProperty("os.arch")
                            + "; use a machine with x86-64 or arm64"));
    return ground
        .workplace()
        .file(
            grouped ? "filter-grouped" : "filter",
            SeccompFilter.program(architecture, new SeccompPolicy(true, grouped)));
  }
}
