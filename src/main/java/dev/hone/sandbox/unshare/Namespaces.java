package dev.hone.sandbox.unshare;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.launcher.LauncherCommand;
import dev.hone.sandbox.launcher.LauncherPolicy;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Boxed;
import dev.hone.sandbox.process.Ground;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.Entry;
import dev.hone.sandbox.view.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The commands that lead into a job's namespaces.
final class Namespaces {
  private static final Path OWN = Path.of("/hone");
  private static final Path JDK = OWN.resolve("jdk");
  private static final Path CLASSES = OWN.resolve("classes");

  private final Ground ground;
  private final View view = View.ofMachine();
  private final List<String> users;

  /// Makes commands.
  ///
  /// @param users the options of unshare that decide on a user namespace
  Namespaces(Ground ground, List<String> users) {
    this.ground = ground;
    this.users = List.copyOf(users);
  }

  /// {@return the whole command}
  ///
  /// @param owner user and group of the work folder as chown reads them, or `-` to leave them
  /// @param last what the set-up becomes
  List<String> command(Job job, Boxed.Place place, String owner, List<String> last) {
    List<String> command = new ArrayList<>();
    // A new session before all else, so that the lowest priority is that of this job alone.
    command.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    command.add(Tools.path("setsid"));
    command.addAll(script("outer.sh"));
    place.joinFiles().forEach(file -> command.add(file.toString()));
    command.addAll(List.of("--", Tools.path("unshare")));
    command.addAll(users);
    command.addAll(List.of("--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup"));
    command.addAll(List.of("--fork", "--kill-child", "--"));
    command.addAll(script("enter.sh"));
    command.add(place.status().file().toString());
    command.add(ground.workplace().folder("root").toString());
    command.add(job.directory().toAbsolutePath().toString());
    command.add(Long.toString(job.limits().diskBytes()));
    command.addAll(List.of(Integer.toString(job.limits().inodes()), owner));
    entries(job, place).forEach(entry -> command.addAll(step(entry)));
    command.add("--");
    command.addAll(last);
    return command;
  }

  /// {@return the launcher's command inside the box} What it becomes is the first process, under
  /// the limits and the filter too, as it has the same user id as the job's command and could be
  /// reached by it. The environment is set after the launcher, which must not be steered by it.
  ///
  /// @param user the user id to become, or 0 to stay the same
  List<String> launched(Job job, Boxed.Place place, int user) {
    LauncherPolicy policy =
        new LauncherPolicy(
            new ResourceLimits(job.limits(), place.grouped(), 1).ofEachProcess(),
            View.BOX,
            List.of(),
            List.of(),
            user,
            new SeccompPolicy(true, place.grouped()),
            false);
    List<String> command = new ArrayList<>(List.of(Tools.path("env"), "-i"));
    View.environment(job, View.BOX, Path.of("/tmp"))
        .forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of(Tools.path("sh"), "-c", "\"$@\"; exit $?", "sh"));
    command.addAll(job.command());
    return LauncherCommand.command(JDK.resolve("bin/java"), List.of(CLASSES), policy, command);
  }

  private List<Entry> entries(Job job, Boxed.Place place) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.Folder(OWN));
    entries.add(new Entry.Bind(Path.of(System.getProperty("java.home")), JDK));
    entries.add(new Entry.Bind(Tools.classes(), CLASSES));
    entries.addAll(view.entries(job, ground.passwd(place.uid())));
    return entries;
  }

  /// {@return an entry as the script reads it: what to do, with what, and where}
  private static List<String> step(Entry entry) {
    String at = entry.at().toString();
    return switch (entry) {
      case Entry.Bind(var source, _) -> List.of("bind", source.toString(), at);
      case Entry.Link(var target, _) -> List.of("link", target.toString(), at);
      case Entry.Folder _ -> List.of("folder", "-", at);
      case Entry.Scratch(_, long bytes) -> List.of("scratch", Long.toString(bytes), at);
      case Entry.Processes _ -> List.of("processes", "-", at);
      case Entry.Devices _ -> List.of("devices", "-", at);
    };
  }

  private static List<String> script(String name) {
    return List.of(Tools.path("sh"), "-c", Tools.script(Namespaces.class, name), "sh");
  }
}
