package dev.hone.sandbox.unshare;

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

/// The commands that lead into a job's namespaces.
final class Namespaces {
  private static final Path FILTER = Inside.OWN.resolve("filter");

  private final Ground ground;
  private final Helper helper;
  private final View view = View.ofMachine();
  private final List<String> users;

  /// Makes commands.
  ///
  /// @param helper the helper; without it Java gives up the last rights inside
  /// @param users the options of unshare that decide on a user namespace
  Namespaces(Ground ground, Helper helper, List<String> users) {
    this.ground = ground;
    this.helper = helper;
    this.users = List.copyOf(users);
  }

  /// {@return whether the helper tells that the command runs}
  boolean told() {
    return helper instanceof Helper.Ready;
  }

  /// {@return the whole command}
  ///
  /// @param owner user and group of the work folder as chown reads them, or `-` to leave them
  /// @param last what the set-up becomes
  List<String> command(Job job, Boxed.Place place, String owner, List<String> last) {
    List<String> command = new ArrayList<>();
    command.add(Tools.path("unshare"));
    command.addAll(users);
    command.addAll(List.of("--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup"));
    command.addAll(List.of("--fork", "--kill-child", "--"));
    command.addAll(script("enter.sh"));
    command.add(place.status().file().toString());
    command.add(ground.workplace().folder("root").toString());
    command.add(job.directory().toAbsolutePath().toString());
    command.add(Long.toString(job.limits().folderBytesInMemory()));
    command.addAll(List.of(Integer.toString(job.limits().inodes()), owner));
    entries(job, place).forEach(entry -> command.addAll(step(entry)));
    command.add("--");
    command.addAll(last);
    return opened(place, command);
  }

  /// {@return the last command inside the box, which gives up all rights that are left} It or what
  /// it becomes is the first process, under the limits and the filter too, as it has the same user
  /// id as the job's command and could be reached by it.
  ///
  /// @param user the user id to become, or 0 to stay the same
  List<String> launched(Job job, Boxed.Place place, int user) {
    return switch (helper) {
      case Helper.Ready ready ->
          new Inside(ready)
              .orders(Role.FIRST, job, place, user)
              .add("filter", FILTER)
              .add("status", "fd:9")
              .then(job.command());
      case Helper.Missing _ -> JavaInside.command(ground.launcher().program(), job, place, user);
    };
  }

  private List<String> opened(Boxed.Place place, List<String> command) {
    if (helper instanceof Helper.Ready ready) {
      return new HelperOrders(ready.program().toString(), Role.OPEN)
          .add("parent", ProcessHandle.current().pid())
          .all("join", place.joinFiles())
          .then(command);
    }
    List<String> whole = new ArrayList<>();
    // A new session before all else, so that the low priority is that of this job alone.
    whole.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    whole.add(Tools.path("setsid"));
    whole.addAll(script("outer.sh"));
    place.joinFiles().forEach(file -> whole.add(file.toString()));
    whole.add("--");
    whole.addAll(command);
    return whole;
  }

  private List<Entry> entries(Job job, Boxed.Place place) {
    List<Entry> entries = new ArrayList<>();
    switch (helper) {
      case Helper.Ready ready -> {
        entries.addAll(new Inside(ready).entries());
        Path filter = ground.filter(new SeccompPolicy(true, place.grouped()));
        entries.add(new Entry.Bind(filter, FILTER));
      }
      case Helper.Missing _ -> entries.addAll(JavaInside.entries(ground.launcher().program()));
    }
    entries.addAll(ground.entries(view, job, place.uid()));
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
