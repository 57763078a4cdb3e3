package dev.hone.sandbox.landlock;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.helper.HelperOrders;
import dev.hone.sandbox.launcher.Landlock;
import dev.hone.sandbox.launcher.LauncherCommand;
import dev.hone.sandbox.launcher.LauncherPlace;
import dev.hone.sandbox.launcher.LauncherPolicy;
import dev.hone.sandbox.launcher.LauncherProgram;
import dev.hone.sandbox.launcher.SeccompPolicy;
import dev.hone.sandbox.process.Cgroup;
import dev.hone.sandbox.process.ResourceLimits;
import dev.hone.sandbox.process.Slots;
import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.view.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands that lead into a run's confinement.
final class Commands {
  private static final Duration LAUNCHER_TIME = Duration.ofSeconds(5);
  private static final long GRACE_SECONDS = 5;

  private Commands() {}

  /// @param before how long the job may keep the box waiting
  static List<String> byHelper(
      Helper.Ready helper, Job job, Place place, Path filter, Duration before) {
    Folders folders = place.folders();
    Optional<Cgroup> group = place.group();
    int user = user(folders);
    Limits limits = new ResourceLimits(job.limits(), group.isPresent(), 0).ofEachProcess();
    return new HelperOrders(helper.program().toString(), HelperOrders.Role.WATCH)
        .add("parent", ProcessHandle.current().pid())
        // Hone ends it sooner, unless Hone itself hangs.
        .add("time", job.limits().wall().plus(before).plusMillis(999).toSeconds() + GRACE_SECONDS)
        .all("join", group.map(Cgroup::joinFiles).orElse(List.of()))
        .limits(user == 0 ? beside(limits) : limits)
        .add("user", user)
        .add("work", folders.work())
        .add("landlock", true)
        .add("inet", false)
        .all("read", Landlock.system())
        .all("read", readable(job))
        .add("own", true)
        .add("write", folders.temporary())
        .all("device", Landlock.devices())
        .add("filter", filter)
        .add("status", folders.mark())
        .environment(View.environment(job, folders.work(), folders.temporary()))
        .then(job.command());
  }

  /// @param landlock whether Landlock keeps the job to its folders
  static LauncherCommand.Told byLauncher(
      LauncherProgram launcher,
      Job job,
      Folders folders,
      Optional<Cgroup> group,
      boolean landlock) {
    LauncherCommand.Told told =
        LauncherCommand.told(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            launcher,
            new LauncherPlace(
                group.map(Cgroup::joinFiles).orElse(List.of()),
                folders.mark(),
                View.environment(job, folders.work(), folders.temporary())),
            policy(job, folders, group, landlock),
            job.command());
    List<String> program = new ArrayList<>();
    // Until the launcher asks for it itself, nothing else would end it with Hone.
    program.addAll(List.of(Tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
    program.add(Tools.path("setsid"));
    program.addAll(told.program());
    return new LauncherCommand.Told(program, told.orders());
  }

  private static LauncherPolicy policy(
      Job job, Folders folders, Optional<Cgroup> group, boolean landlock) {
    // The limits of one process lie above the tree's, so that the tree's are reached first and seen
    // from outside. The launcher's own processor time is the command's to the kernel.
    Limits limits =
        new ResourceLimits(job.limits(), group.isPresent(), 0)
            .ofEachProcess()
            .withTime(job.limits().cpu().plus(LAUNCHER_TIME));
    return new LauncherPolicy(
        limits,
        folders.work(),
        readable(job),
        List.of(folders.temporary()),
        user(folders),
        new SeccompPolicy(false, group.isPresent(), !landlock || Landlock.holdsTruncation()),
        landlock);
  }

  /// Without a user of its own a job is counted with all that its user runs, and a job that begins
  /// beside it must not take what is its.
  private static Limits beside(Limits limits) {
    int jobs = 1 + Runtime.getRuntime().availableProcessors();
    return limits.withProcesses(limits.processes() * jobs);
  }

  private static List<Path> readable(Job job) {
    return View.readable(job).stream().filter(Files::isReadable).toList();
  }

  private static int user(Folders folders) {
    return folders.slot().map(Slots.Slot::uid).orElse(0);
  }
}
